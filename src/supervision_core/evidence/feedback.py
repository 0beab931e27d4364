"""What people say of officials, and how far answers have got.

A denunciation, a complaint, a reflection or proposal, and a comment are kinds that are kept apart: only the first falls under
the Law on Denunciations. Who said it is known here by a key alone, which shows in no repr and in no error message.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import date
from enum import Enum
from typing import TypeAlias, final

import attrs

from supervision_core.evidence.channels import Channel, Topic, channel_or_same, check_channel, check_topics, topics_or_same
from supervision_core.values.calendars import LARGEST_COUNT, WorkingDays
from supervision_core.values.checks import Checks, as_tuple, composed_map
from supervision_core.values.confidential import check_confidential
from supervision_core.values.labels import Label
from supervision_core.values.mappings import IdMap, memo_of
from supervision_core.values.periods import days_after
from supervision_core.values.text import composed, composed_or_none, shown

__all__ = [
    "Anonymity",
    "Checked",
    "Feedback",
    "FeedbackKind",
    "ReplyState",
    "reply_counts",
    "reply_due",
    "reply_state",
    "topic_counts",
]


@final
class FeedbackKind(Enum):
    """What sort of word it is."""

    #: Reports a breach of the law by somebody to whoever is competent to settle it.
    DENUNCIATION = "denunciation"
    #: Asks that a decision or an act that concerns its author be looked at again.
    COMPLAINT = "complaint"
    #: Tells of something, or proposes something, to whoever is in charge.
    REFLECTION = "reflection"
    #: A comment or suggestion for the official or the body.
    COMMENT = "comment"

    @property
    def label(self) -> Label:
        """What people read."""
        return _KIND_LABELS[self.value]


_KIND_LABELS = {
    "denunciation": Label("tố cáo", "denunciation"),
    "complaint": Label("khiếu nại", "complaint"),
    "reflection": Label("phản ánh, kiến nghị", "reflection or proposal"),
    "comment": Label("góp ý", "comment"),
}


@final
class Checked(Enum):
    """Whether what it claims was looked into."""

    #: Not yet, or not at all.
    PENDING = "pending"
    #: It is so.
    CONFIRMED = "confirmed"
    #: It is not so. That says nothing about the opposite.
    REFUTED = "refuted"

    @property
    def label(self) -> Label:
        """What people read."""
        return _CHECKED_LABELS[self.value]


_CHECKED_LABELS = {
    "pending": Label("chưa xác minh", "not verified"),
    "confirmed": Label("đã xác minh là đúng", "verified, and so"),
    "refuted": Label("đã xác minh là không đúng", "verified, and not so"),
}


@final
class Anonymity(Enum):
    """Whether its author is known, and if not, whether its content can be checked."""

    NAMED = "named"
    WITH_EVIDENCE = "anonymous_with_evidence"
    NO_EVIDENCE = "anonymous_no_evidence"
    NOT_LOOKED_AT = "anonymous_not_looked_at"

    @property
    def label(self) -> Label:
        """What people read."""
        return _ANONYMITY_LABELS[self.value]


_ANONYMITY_LABELS = {
    "named": Label("rõ người gửi", "author known"),
    "anonymous_with_evidence": Label("nặc danh, có căn cứ kiểm tra", "anonymous, its content can be checked"),
    "anonymous_no_evidence": Label("nặc danh, không có căn cứ kiểm tra", "anonymous, nothing in it can be checked"),
    "anonymous_not_looked_at": Label("nặc danh, chưa xem xét nội dung", "anonymous, content not looked at yet"),
}


#: One fact that feedback speaks of, with all that weighing looks at except who says it: equal ones are weighed alike. The
#: fact's code, the channel's, the kind, the check, whether it is anonymous, the answer. Kind and check stand by their values,
#: since a text is hashed in no time and a hundred thousand claims are looked up; and it is a plain tuple, since
#: ``attrs.asdict`` cannot take a named one inside another value apart.
FeedbackClaim: TypeAlias = tuple[str, str, str, str, bool, bool]


def _says(claims: Mapping[str, bool]) -> IdMap[bool]:
    return composed_map(claims)


@final
@attrs.frozen(kw_only=True, repr=False)
class Feedback:
    """One denunciation, reflection or comment about an official or a unit.

    ``says`` is what it claims, by fact code; most proposals claim nothing. Its text is not kept, and its author only as
    ``reporter_key``, a key of the application's own (salted, so that nobody can guess it): None where it is anonymous.
    An answer or a check before the receipt, and a confirmed content that could not be checked, are refused.

    >>> from datetime import date
    >>> from supervision_core import Feedback
    >>> from supervision_core.evidence import Checked, FeedbackKind
    >>> letter = Feedback(
    ...     id="fb-1", subject_id="o1", channel="suggestion_box", kind=FeedbackKind.COMMENT, received_on=date(2014, 5, 6),
    ...     topics=["communication"], says={"civic.ties_with_people": True}, reporter_key="k-77",
    ... )
    >>> letter.anonymity.value, letter.checked.value
    ('named', 'pending')
    >>> letter
    <Feedback 'fb-1': comment, pending>
    """

    #: Its id; facts name it as their source.
    id: str = attrs.field(converter=composed)
    #: Whom it is about.
    subject_id: str = attrs.field(converter=composed)
    #: How it came in.
    channel: Channel = attrs.field(converter=channel_or_same)
    #: What sort of word it is.
    kind: FeedbackKind
    #: The day on which it came in.
    received_on: date
    #: What it is about, sorted by code.
    topics: tuple[Topic, ...] = attrs.field(default=(), converter=topics_or_same)
    #: What it claims: yes or no, by fact code.
    says: IdMap[bool] = attrs.field(factory=IdMap, converter=_says)
    #: The application's key of its author; None where it is anonymous.
    reporter_key: str | None = attrs.field(default=None, converter=composed_or_none)
    #: Whether its content can be checked (whom it concerns, and documents that show it); None while nobody has looked.
    is_checkable: bool | None = None
    #: Whether it was looked into, and with what result.
    checked: Checked = Checked.PENDING
    #: When it was looked into; None while it is pending.
    checked_on: date | None = None
    #: When its author, or the public, got an answer; None while there is none.
    answered_on: date | None = None
    # Each fact it speaks of, as weighing looks at it.
    claims: tuple[FeedbackClaim, ...] = attrs.field(init=False, eq=False, repr=False)

    def __attrs_post_init__(self) -> None:
        checks = Checks(f"Feedback {shown(self.id)}")
        checks.identifier("id", self.id)
        checks.identifier("subject_id", self.subject_id)
        check_channel(checks, "channel", self.channel)
        checks.member("kind", self.kind, FeedbackKind)
        check_topics(checks, "topics", self.topics)
        fine = checks.by_id("says", self.says, "a mapping from fact codes to True or False")
        if fine and not {*map(type, self.says.values())} <= {bool}:
            for code, answer in self.says.items():
                checks.kind(f"says[{shown(code)}]", answer, bool, "True or False")
        if self.reporter_key is not None:
            check_confidential(checks, "reporter_key", self.reporter_key)
        self._check_life(checks)
        checks.done()
        object.__setattr__(self, "claims", tuple([self._claim(code, answer) for code, answer in self.says.items()]))

    def _claim(self, code: str, answer: bool) -> FeedbackClaim:
        claim = code, self.channel.code, self.kind.value, self.checked.value, self.reporter_key is None, answer
        kept: FeedbackClaim = memo_of(self.channel).keep(claim, claim)
        return kept

    def _check_life(self, checks: Checks) -> None:
        checks.optional_kind("is_checkable", self.is_checkable, bool, "True or False")
        received = checks.day("received_on", self.received_on)
        for name in ("checked_on", "answered_on"):
            day = getattr(self, name)
            if checks.optional_day(name, day) and received and day is not None and day < self.received_on:
                checks.fault("before_receipt", name, day, f"{self.received_on.isoformat()}, the day of its receipt, or later")
        if checks.member("checked", self.checked, Checked):
            if self.checked is Checked.PENDING and self.checked_on is not None:
                checks.fault("surplus", "checked_on", self.checked_on, "None, since it is pending")
            if self.checked is not Checked.PENDING and self.checked_on is None:
                checks.fault("missing", "checked_on", None, f"the day, since it is {self.checked.value}")
            if self.checked is Checked.CONFIRMED and self.is_checkable is False:
                checks.fault("contradiction", "checked", self.checked, "a content that could be checked")

    @property
    def anonymity(self) -> Anonymity:
        """Whether its author is known, and if not, what its content is worth."""
        if self.reporter_key is not None:
            return Anonymity.NAMED
        if self.is_checkable is None:
            return Anonymity.NOT_LOOKED_AT
        return Anonymity.WITH_EVIDENCE if self.is_checkable else Anonymity.NO_EVIDENCE

    def __repr__(self) -> str:
        # A log line or a traceback tells nobody whom it is about, who said it, and what.
        return f"<Feedback {self.id!r}: {self.kind.value}, {self.checked.value}>"


def topic_counts(feedback: Iterable[Feedback]) -> IdMap[int]:
    """How many opinions touch each topic, by the topic's code.

    An opinion on two topics counts under both, so the numbers do not add up to the number of opinions.

    >>> from datetime import date
    >>> from supervision_core import Feedback
    >>> from supervision_core.evidence import FeedbackKind
    >>> from supervision_core.evidence import topic_counts
    >>> common = {"subject_id": "o1", "channel": "hotline", "kind": FeedbackKind.COMMENT, "received_on": date(2020, 1, 2)}
    >>> both = [Feedback(id="1", topics=["work", "internal_rules"], **common), Feedback(id="2", topics=["work"], **common)]
    >>> dict(topic_counts(both))
    {'internal_rules': 1, 'work': 2}

    Source: the topics of opinions that Long Biên district reported.
    """
    given = as_tuple(feedback)
    checks = Checks("topic_counts")
    checks.each("feedback", given, Feedback, "a Feedback")
    checks.done()
    counts: dict[str, int] = {}
    for one in given:
        for topic in one.topics:
            counts[topic.code] = counts.get(topic.code, 0) + 1
    return IdMap(counts)


@final
class ReplyState(Enum):
    """How an answer stands on a day."""

    #: Given by the day it was due.
    IN_TIME = "in_time"
    #: Given after that day.
    LATE = "late"
    #: Not given yet, and not yet due to have been.
    PENDING = "pending"
    #: Not given, though it was due.
    OVERDUE = "overdue"
    #: The calendar does not say when it was due, and so not how it stands.
    NOT_KNOWN = "not_known"

    @property
    def label(self) -> Label:
        """What people read."""
        return _STATE_LABELS[self.value]


_STATE_LABELS = {
    "in_time": Label("trả lời đúng hạn", "answered in time"),
    "late": Label("trả lời quá hạn", "answered late"),
    "pending": Label("còn trong hạn", "not due yet"),
    "overdue": Label("quá hạn chưa trả lời", "overdue"),
    "not_known": Label("chưa rõ thời hạn", "not known"),
}


def reply_due(feedback: Feedback, *, reply_due_days: int, calendar: WorkingDays | None = None) -> date | None:
    """The last day on which an answer is in time: so many days after the receipt, which itself is not counted.

    ``calendar`` says which days count; without one every day does. None where the calendar does not reach so far.
    How many days has no default; at most 3,660.

    >>> from datetime import date
    >>> from supervision_core import Feedback, WorkingDays
    >>> from supervision_core.evidence import FeedbackKind, reply_due
    >>> from supervision_core import Period
    >>> friday = Feedback(
    ...     id="fb-1", subject_id="o1", channel="web_column", kind=FeedbackKind.REFLECTION, received_on=date(2014, 5, 9)
    ... )
    >>> reply_due(friday, reply_due_days=5, calendar=WorkingDays(known=Period.of_year(2014))).isoformat()
    '2014-05-16'
    >>> reply_due(friday, reply_due_days=5).isoformat()
    '2014-05-14'
    """
    earliest, latest = _reply_span("reply_due", feedback, reply_due_days, calendar)
    return latest if earliest == latest else None


def _reply_span(place: str, feedback: Feedback, reply_due_days: int, calendar: WorkingDays | None) -> tuple[date, date | None]:
    """The earliest and the latest that the last day for an answer may be."""
    checks = Checks(place)
    checks.kind("feedback", feedback, Feedback, "a Feedback")
    checks.whole("reply_due_days", reply_due_days, at_least=1, at_most=LARGEST_COUNT)
    checks.optional_kind("calendar", calendar, WorkingDays, "WorkingDays")
    checks.done()
    if calendar is not None:
        return calendar.span_after(feedback.received_on, reply_due_days)
    due = days_after(feedback.received_on, reply_due_days)
    return due, due


def reply_state(feedback: Feedback, *, as_of: date, reply_due_days: int, calendar: WorkingDays | None = None) -> ReplyState:
    """How the answer stood at the end of a day; what was answered later was not answered then.

    Where the calendar does not say when it was due, what is so on every possible day is answered, and the rest is
    ``NOT_KNOWN``. A day before the receipt raises ``InvalidInput``.
    """
    earliest, latest = _reply_span("reply_state", feedback, reply_due_days, calendar)
    checks = Checks("reply_state")
    if checks.day("as_of", as_of) and as_of < feedback.received_on:
        checks.fault("before_receipt", "as_of", as_of, f"{feedback.received_on.isoformat()}, the day of its receipt, or later")
    checks.done()
    answered = feedback.answered_on is not None and feedback.answered_on <= as_of
    reached = feedback.answered_on if answered and feedback.answered_on is not None else as_of
    if reached <= earliest:
        return ReplyState.IN_TIME if answered else ReplyState.PENDING
    if latest is None or reached <= latest:
        return ReplyState.NOT_KNOWN
    return ReplyState.LATE if answered else ReplyState.OVERDUE


def reply_counts(
    feedback: Iterable[Feedback], *, as_of: date, reply_due_days: int, calendar: WorkingDays | None = None
) -> IdMap[IdMap[int]]:
    """How many answers stood how at the end of a day: by channel, then by state, zeros left out.

    What came in after that day is left out, too. The counts name nobody. A letter near the edge of the calendar counts as
    ``not_known`` unless its state is certain all the same; the other letters are counted as ever.

    Source: the web column and the weekly reception of Thạch Thang ward, which answer and settle in time.
    """
    given = as_tuple(feedback)
    checks = Checks("reply_counts")
    checks.each("feedback", given, Feedback, "a Feedback")
    checks.day("as_of", as_of)
    checks.whole("reply_due_days", reply_due_days, at_least=1, at_most=LARGEST_COUNT)
    checks.optional_kind("calendar", calendar, WorkingDays, "WorkingDays")
    checks.done()
    counts: dict[str, dict[str, int]] = {}
    for one in given:
        if one.received_on > as_of:
            continue
        state = reply_state(one, as_of=as_of, reply_due_days=reply_due_days, calendar=calendar).value
        of_channel = counts.setdefault(one.channel.code, {})
        of_channel[state] = of_channel.get(state, 0) + 1
    return IdMap({channel: IdMap(states) for channel, states in counts.items()})
