"""What counts for each fact under a policy, and what does not, with why: nothing disappears without a word.

One unpaid due among ten paid ones is no contradiction: all ten have to be paid. A contradiction is two records of the
*same* meeting, obligation or commitment that say opposite things.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from enum import Enum
from fractions import Fraction
from typing import final

import attrs

from supervision_core.evidence.channels import nearest
from supervision_core.evidence.dossiers import Dossier
from supervision_core.evidence.feedback import Checked, FeedbackKind
from supervision_core.evidence.policy import WeighingPolicy
from supervision_core.evidence.records import MeetingRecord, ObligationRecord
from supervision_core.evidence.resolve import Answer, Voice
from supervision_core.values.checks import check_fields, check_ids
from supervision_core.values.errors import Fault, raise_for
from supervision_core.values.labels import Label
from supervision_core.values.text import Language, shown
from supervision_core.values.wording import Names, Wording, wording

__all__ = ["Refusal", "RefusalReason"]


@final
class RefusalReason(Enum):
    """Why a piece of evidence did not count."""

    #: It makes no claim about any fact.
    SAYS_NOTHING = "says_nothing"
    #: The policy has no rule for the fact it speaks of.
    NO_RULE = "no_rule"
    #: The policy does not count this channel for this fact.
    CHANNEL_NOT_COUNTED = "channel_not_counted"
    #: It was not verified, and its kind counts only when it is.
    NOT_CHECKED = "not_checked"
    #: It was verified and is not so.
    REFUTED = "refuted"
    #: It is anonymous and was not verified.
    ANONYMOUS = "anonymous"
    #: It speaks of another time, or of a part of it only.
    OTHER_TIME = "other_time"
    #: Somebody speaks about himself or herself on a channel that is for others.
    OWN_VOICE = "own_voice"
    #: A comment of the residence that was made without the Front.
    WITHOUT_FRONT = "without_front"
    #: A step of the form that the policy does not read as an answer.
    NO_READING = "no_reading"
    #: It holds against somebody what is waived for him or her.
    WAIVED = "waived"
    #: A registration, or progress on it, under a scheme that the policy does not ask for.
    OTHER_PROGRAMME = "other_programme"
    #: A clear extract of the discipline records, made before a measure that is on record; found in earlier documents only,
    #: since a measure now counts by the day of its decision, which no extract of that whole time can come before.
    OVERTAKEN = "overtaken"
    #: A clear extract of the discipline records, asked whether anything was done: it says only that nobody was disciplined.
    NO_STATEMENT = "no_statement"
    #: A measure on conduct that this fact does not speak of.
    NOT_OF_THIS_SORT = "not_of_this_sort"
    #: A measure on conduct that was counted for the grade of another year.
    COUNTED_BEFORE = "counted_before"
    #: With the rest of its kind it leads to no answer yet.
    INCONCLUSIVE = "inconclusive"
    #: A channel that the policy puts first says the opposite.
    OVERRULED = "overruled"

    @property
    def label(self) -> Label:
        """What people read."""
        return _REASON_LABELS[self.value]


_REASON_LABELS = {
    "says_nothing": Label("không khẳng định nội dung nào", "makes no claim about a fact"),
    "no_rule": Label("nguyên tắc xem xét không quy định về nội dung này", "the policy has no rule for this fact"),
    "channel_not_counted": Label(
        "nguyên tắc xem xét không tính kênh này cho nội dung này", "this channel does not count for this fact"
    ),
    "not_checked": Label("chưa được xác minh", "not verified"),
    "refuted": Label("đã xác minh là không đúng", "verified, and not so"),
    "anonymous": Label("nặc danh và chưa được xác minh", "anonymous and not verified"),
    "other_time": Label("nói về thời gian khác hoặc chỉ một phần thời gian", "speaks of another time, or of a part only"),
    "own_voice": Label("tự nói về mình qua kênh của người khác", "speaks about oneself on a channel for others"),
    "without_front": Label("nhận xét thiếu ý kiến Ban công tác Mặt trận", "made without the Front Working Committee"),
    "no_reading": Label("nguyên tắc xem xét không rút ra kết luận từ mức này", "the policy reads no answer from this step"),
    "waived": Label("nội dung được miễn", "it is waived for this person"),
    "other_programme": Label("đăng ký theo chương trình khác", "registered under another scheme"),
    "overtaken": Label("lập trước khi có hình thức kỷ luật", "made before the measure that is on record"),
    "no_statement": Label(
        "hồ sơ kỷ luật không xác nhận việc không có vi phạm", "discipline records do not say that nothing was done"
    ),
    "not_of_this_sort": Label("kỷ luật không thuộc trường hợp được tính", "a measure of another sort than is counted"),
    "counted_before": Label("hành vi đã được tính cho năm khác", "the conduct was counted for another year"),
    "inconclusive": Label("chưa đủ để kết luận", "leads to no answer yet"),
    "overruled": Label("nguồn được ưu tiên cho kết quả khác", "a channel that comes first says the opposite"),
}


@final
@attrs.frozen(kw_only=True)
class Refusal:
    """One piece of evidence that did not count for one fact.

    >>> from supervision_core import Label
    >>> from supervision_core.evidence import Refusal, RefusalReason
    >>> late = Refusal(id="m-3", code="civic.standing", reason=RefusalReason.OTHER_TIME)
    >>> late.sentence("vi", {"civic.standing": Label("Có uy tín nơi cư trú", "Joined at the residence")})
    'm-3 (Có uy tín nơi cư trú): nói về thời gian khác hoặc chỉ một phần thời gian'
    """

    #: Its id.
    id: str
    #: The fact it speaks of; None where it speaks of none.
    code: str | None
    #: Why it did not count.
    reason: RefusalReason
    #: The part of it that is meant, such as one step of a comment; None where it is the whole.
    part: str | None = None

    def __attrs_post_init__(self) -> None:
        check_fields(self)
        check_ids(self, "id", "code", "part")

    def sentence(self, lang: Language, names: Names | None = None) -> str:
        """The refusal for people; ``names`` has what facts and evidence are called, by code and id."""
        return refusal_said(self, wording(lang, names))


def refusal_said(refusal: Refusal, by: Wording) -> str:
    """Which evidence does not count for what, and why."""
    about = [] if refusal.code is None else [by.name(refusal.code)]
    part = [] if refusal.part is None else [refusal.part]
    within = f" ({', '.join([*about, *part])})" if about or part else ""
    return f"{by.name(refusal.id)}{within}: {by.say(refusal.reason.label)}"


@final
class Joined(Enum):
    """What is known of one thing, or of several together."""

    YES = "yes"
    NO = "no"
    OPEN = "open"
    CONTESTED = "contested"


def joined_of(answers: Iterable[bool | None]) -> Joined:
    """What records of one thing say together; None is a record that does not say."""
    said = {answer for answer in answers if answer is not None}
    if len(said) != 1:
        return Joined.CONTESTED if said else Joined.OPEN
    return Joined.YES if said == {True} else Joined.NO


def all_of(standings: Sequence[Joined]) -> Joined:
    """Whether all hold: one that does not settles it, whatever is open or contested besides."""
    for settling in (Joined.NO, Joined.CONTESTED, Joined.OPEN):
        if settling in standings:
            return settling
    return Joined.YES if standings else Joined.OPEN


def any_of(standings: Sequence[Joined]) -> Joined:
    """Whether any holds: one that does settles it, whatever is open or contested besides."""
    for settling in (Joined.YES, Joined.CONTESTED, Joined.OPEN):
        if settling in standings:
            return settling
    return Joined.NO if standings else Joined.OPEN


def _by_meeting(meetings: Iterable[MeetingRecord]) -> Mapping[str, list[MeetingRecord]]:
    found: dict[str, list[MeetingRecord]] = {}
    for record in meetings:
        found.setdefault(record.meeting_id, []).append(record)
    return found


def attended(meetings: Iterable[MeetingRecord], at_least: Fraction) -> Joined:
    """Whether enough of the recorded meetings were attended, whatever the open ones turn out to be."""
    each = [joined_of(record.attended for record in records) for records in _by_meeting(meetings).values()]
    surely, surely_not = each.count(Joined.YES), each.count(Joined.NO)
    if not each:
        return Joined.OPEN
    if surely >= at_least * len(each):
        return Joined.YES
    if len(each) - surely_not < at_least * len(each):
        return Joined.NO
    return Joined.CONTESTED if Joined.CONTESTED in each else Joined.OPEN


def opinions_given(meetings: Iterable[MeetingRecord]) -> Joined:
    """Whether an opinion was given at any of the recorded meetings."""
    return any_of([joined_of(record.gave_opinion for record in records) for records in _by_meeting(meetings).values()])


def fulfilled(obligations: Iterable[ObligationRecord]) -> Joined:
    """Whether all recorded obligations were fulfilled."""
    found: dict[str, list[bool | None]] = {}
    for record in obligations:
        found.setdefault(record.obligation, []).append(record.is_fulfilled)
    return all_of([joined_of(answers) for answers in found.values()])


def raise_for_channels(dossier: Dossier, policy: WeighingPolicy) -> None:
    """Raise for evidence by channels that the policy does not know, all of it at once."""
    known = policy.channel_codes
    raise_for(
        Fault(
            "unknown_channel",
            f"Dossier {shown(dossier.subject_id)}.{name}",
            f"{shown(item.id)} by {shown(item.channel.code)}",
            nearest(item.channel.code, dict.fromkeys(known), f"a channel of the policy {policy.code}"),
        )
        for name in ("ratings", "feedback", "progress")
        for item in getattr(dossier, name)
        if item.channel.code not in known
    )


def feedback_refusal(policy: WeighingPolicy, kind: FeedbackKind, checked: Checked, *, anonymous: bool) -> RefusalReason | None:
    """Why feedback of this sort does not count, or None when it does."""
    if checked is Checked.CONFIRMED:
        return None
    if checked is Checked.REFUTED:
        return RefusalReason.REFUTED
    if kind not in policy.unchecked_kinds:
        return RefusalReason.NOT_CHECKED
    return RefusalReason.ANONYMOUS if anonymous and not policy.anonymous_unchecked else None


def origin_of(by: str | None, channel: str) -> str:
    """Who speaks; where the channel alone is known, all that comes by it is one voice."""
    return f"channel {channel}" if by is None else f"by {by}"


@final
class Hearing:
    """The voices of a dossier that count, by fact, and the evidence that does not; filled while the dossier is read."""

    def __init__(self, dossier: Dossier, policy: WeighingPolicy) -> None:
        raise_for_channels(dossier, policy)
        self.policy = policy
        self.dossier = dossier
        self.voices: dict[str, list[Voice]] = {}
        self._refused: set[tuple[str, str, RefusalReason, str]] = set()

    def refusals(self) -> tuple[Refusal, ...]:
        """What did not count, by id, fact, reason and part."""
        order = sorted(self._refused, key=lambda one: (one[0], one[1], one[2].value, one[3]))
        return tuple(
            Refusal(id=item, code=code or None, reason=reason, part=part or None) for item, code, reason, part in order
        )

    def refuse(self, ids: Iterable[str], code: str | None, reason: RefusalReason, part: str | None = None) -> None:
        """Note that some evidence, or a part of it, does not count for a fact."""
        self._refused.update((one, code or "", reason, part or "") for one in ids)

    def hear(
        self,
        code: str,
        answer: Answer,
        channel: str,
        ids: Sequence[str],
        origins: Iterable[str],
        *,
        otherwise: RefusalReason | None = None,
    ) -> None:
        """Let a voice count, unless the policy says that it does not; ``origins`` are the independent ones behind it.

        ``otherwise`` is a reason of its own why it does not. The policy's comes first, since no check would change it.
        """
        reason = self.refusal(code, answer, channel) or otherwise
        if reason is not None:
            self.refuse(ids, code, reason)
        else:
            self._count(code, answer, channel, ids, origins)

    def _count(self, code: str, answer: Answer, channel: str, ids: Sequence[str], origins: Iterable[str]) -> None:
        self.voices.setdefault(code, []).append(Voice(answer, channel, tuple(sorted(ids)), frozenset(origins)))

    def refusal(self, code: str, answer: Answer, channel: str) -> RefusalReason | None:
        """Why no answer like this one can count for a fact when it comes by a channel, or None when it can."""
        rule = self.policy.rule_of(code)
        if rule is None:
            return RefusalReason.NO_RULE
        if not rule.counts(answer, channel):
            return RefusalReason.CHANNEL_NOT_COUNTED
        status = self.dossier.residence_status
        if answer is False and code in self.policy.waived and status is not None and not status.is_asked_to_meetings:
            return RefusalReason.WAIVED
        return None

    def is_own_voice(self, by: str | None, channel: str) -> bool:
        """Whether the official concerned speaks on a channel that is for others."""
        return by == self.dossier.subject_id and channel not in self.policy.own_words

    def hear_register(self, code: str, standing: Joined, channel: str, ids: Sequence[str], origins: Iterable[str] = ()) -> None:
        """What records make together, as one voice; where they contradict themselves, as two.

        It is the register's own voice, unless ``origins`` says who stands behind it.
        """
        behind = frozenset(origins) or frozenset([f"register {channel}"])
        if not ids:
            return
        if standing is Joined.OPEN:
            self.refuse(ids, code, self.refusal(code, answer=True, channel=channel) or RefusalReason.INCONCLUSIVE)
        elif standing is not Joined.CONTESTED:
            self.hear(code, standing is Joined.YES, channel, ids, behind)
        elif (reason := self.refusal(code, answer=False, channel=channel)) is not None:
            # What is not held against somebody cannot speak for him or her either while it contradicts itself.
            self.refuse(ids, code, reason)
        else:
            # Where a no counts, a yes does.
            self._count(code, True, channel, ids, behind)  # noqa: FBT003  the answer
            self._count(code, False, channel, ids, behind)  # noqa: FBT003  the answer
