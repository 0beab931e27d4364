"""Reading a dossier under a policy: which voices count for which fact, and which evidence does not count, with why."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from fractions import Fraction
from typing import Final, final

from supervision_core.errors import Fault, raise_for
from supervision_core.evidence.aggregates import Standing, all_of, attended, fulfilled, opinions_given
from supervision_core.evidence.channels import nearest
from supervision_core.evidence.commitments import Progress
from supervision_core.evidence.discipline import DisciplineFinding
from supervision_core.evidence.dossiers import Dossier
from supervision_core.evidence.feedback import Checked, Feedback, FeedbackKind
from supervision_core.evidence.refusals import Refusal, RefusalReason
from supervision_core.evidence.residence import Bearer
from supervision_core.evidence.settling import Answer, Voice, settle
from supervision_core.evidence.vocabulary import (
    ATTENDS_MEETINGS,
    COMMITMENTS_KEPT,
    COMMITMENTS_KEPT_SHARE,
    COMMITMENTS_REGISTERED,
    GIVES_OPINIONS,
    HOUSEHOLD_OBLIGATIONS,
    LOCAL_CONTRIBUTION,
    OWN_OBLIGATIONS,
)
from supervision_core.evidence.weighing_policy import WeighingPolicy
from supervision_core.facts import FactState
from supervision_core.text import shown

__all__ = ["Hearing", "feedback_refusal", "raise_for_channels"]

_ATTENDANCE: Final = "attendance_record"
_OBLIGATIONS: Final = "obligation_record"
_CONTRIBUTIONS: Final = "contribution_record"
_COMMITMENTS: Final = "commitment_record"
_DISCIPLINE: Final = "discipline_record"
_COMMENTS: Final = "residence_comment"
_OBLIGATION_CODES: Final = {Bearer.SELF: OWN_OBLIGATIONS, Bearer.HOUSEHOLD: HOUSEHOLD_OBLIGATIONS}


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


@final
class Hearing:
    """The voices of a dossier that count, by fact, and the evidence that does not."""

    def __init__(self, dossier: Dossier, policy: WeighingPolicy) -> None:
        self.policy = policy
        self.dossier = dossier
        self.voices: dict[str, list[Voice]] = {}
        self.refused: set[tuple[str, str | None, RefusalReason]] = set()
        raise_for_channels(dossier, policy)
        self._ratings()
        self._feedback()
        self._comments()
        self._discipline()
        self._meetings()
        self._obligations()
        self._contributions()
        self._commitments()

    def refusals(self) -> tuple[Refusal, ...]:
        """What did not count, by id, fact and reason."""
        order = sorted(self.refused, key=lambda one: (one[0], one[1] or "", one[2].value))
        return tuple(Refusal(id=item, code=code, reason=reason) for item, code, reason in order)

    def refuse(self, ids: Iterable[str], code: str | None, reason: RefusalReason) -> None:
        """Note that some evidence does not count for a fact."""
        self.refused.update((one, code, reason) for one in ids)

    def _hear(self, code: str, answer: Answer, channel: str, ids: Sequence[str], origin: str) -> None:
        """Let a voice count, unless the policy says that it does not."""
        reason = self._refusal(code, answer, channel)
        if reason is not None:
            self.refuse(ids, code, reason)
        else:
            self.voices.setdefault(code, []).append(Voice(answer, channel, tuple(sorted(ids)), frozenset([origin])))

    def _refusal(self, code: str, answer: Answer, channel: str) -> RefusalReason | None:
        rule = self.policy.rule_of(code)
        if rule is None:
            return RefusalReason.NO_RULE
        if channel not in rule.channels:
            return RefusalReason.CHANNEL_NOT_COUNTED
        status = self.dossier.residence_status
        if answer is False and code in self.policy.waived and status is not None and not status.is_asked_to_meetings:
            return RefusalReason.WAIVED
        return None

    def _hear_register(self, code: str, standing: Standing, channel: str, ids: Sequence[str]) -> None:
        """What records make together, as one voice of their register; where they contradict themselves, as two."""
        if not ids:
            return
        if standing is Standing.OPEN:
            reason = self._refusal(code, answer=True, channel=channel)
            self.refuse(ids, code, reason or RefusalReason.INCONCLUSIVE)
        if standing is Standing.CONTESTED and (reason := self._refusal(code, answer=False, channel=channel)):
            # What is not held against somebody cannot speak for him or her either while it contradicts itself.
            self.refuse(ids, code, reason)
            return
        for settled, answer in ((Standing.YES, True), (Standing.NO, False)):
            if standing in {settled, Standing.CONTESTED}:
                self._hear(code, answer, channel, ids, f"register {channel}")

    def _ratings(self) -> None:
        for one in self.dossier.ratings:
            if one.covers is not None and not self.dossier.period.within(one.covers):
                self.refuse([one.id], one.code, RefusalReason.OTHER_TIME)
            elif one.by == self.dossier.subject_id and one.channel.code not in self.policy.own_words:
                self.refuse([one.id], one.code, RefusalReason.OWN_VOICE)
            else:
                answer: Answer = FactState.NOT_APPLICABLE if one.value is None else one.value
                self._hear(one.code, answer, one.channel.code, [one.id], _origin(one.by, one.channel.code))

    def _feedback(self) -> None:
        for one in self.dossier.feedback:
            reason = feedback_refusal(self.policy, one.kind, one.checked, anonymous=one.reporter_key is None)
            if not one.says:
                self.refuse([one.id], None, RefusalReason.SAYS_NOTHING)
            for code, answer in one.says.items():
                # A channel or a fact that never counts is the better reason, since no check would change it.
                never = self._refusal(code, answer, one.channel.code)
                if (why := never or reason) is not None:
                    self.refuse([one.id], code, why)
                else:
                    self._hear(code, answer, one.channel.code, [one.id], _author(one))

    def _comments(self) -> None:
        for one in self.dossier.comments:
            if self.policy.comment_needs_front and not one.with_front:
                self.refuse([one.id], None, RefusalReason.WITHOUT_FRONT)
                continue
            for criterion, step in one.steps.items():
                readings = self.policy.read_steps.get((one.form.code, criterion, step), ())
                if not readings:
                    self.refuse([one.id], None, RefusalReason.NO_READING)
                for reading in readings:
                    self._hear(reading.code, reading.answer, _COMMENTS, [one.id], _origin(one.made_by, _COMMENTS))
            if not one.steps:
                self.refuse([one.id], None, RefusalReason.SAYS_NOTHING)

    def _discipline(self) -> None:
        for one in self.dossier.discipline:
            if not self.policy.discipline_shows:
                self.refuse([one.id], None, RefusalReason.NO_RULE)
            for code in self.policy.discipline_shows:
                if one.applies_to(self.dossier.period):
                    answer = one.finding is DisciplineFinding.DISCIPLINED
                    self._hear(code, answer, _DISCIPLINE, [one.id], f"register {_DISCIPLINE}")
                else:
                    self.refuse([one.id], code, RefusalReason.OTHER_TIME)

    def _meetings(self) -> None:
        meetings = self.dossier.meetings
        self._hear_register(
            ATTENDS_MEETINGS, attended(meetings, self.policy.attendance_at_least), _ATTENDANCE, [one.id for one in meetings]
        )
        spoken = [one for one in meetings if one.gave_opinion is not None]
        self._hear_register(GIVES_OPINIONS, opinions_given(meetings), _ATTENDANCE, [one.id for one in spoken])

    def _obligations(self) -> None:
        for bearer, code in _OBLIGATION_CODES.items():
            records = [one for one in self.dossier.obligations if one.bearer is bearer]
            self._hear_register(code, fulfilled(records), _OBLIGATIONS, [one.id for one in records])

    def _contributions(self) -> None:
        ids = [one.id for one in self.dossier.contributions]
        self._hear_register(LOCAL_CONTRIBUTION, Standing.YES, _CONTRIBUTIONS, ids)

    def _commitments(self) -> None:
        for registration in self.dossier.registrations:
            self._hear_register(COMMITMENTS_REGISTERED, Standing.YES, _COMMITMENTS, [registration.id])
        notes: dict[tuple[str, str], list[Progress]] = {}
        for note in self.dossier.progress:
            notes.setdefault((note.registration_id, note.item_id), []).append(note)
        items = [(one.id, item.id) for one in self.dossier.registrations for item in one.items]
        kept = [self._kept(notes.get(item, ())) for item in items]
        standings = [standing for standing, _ in kept]
        counted = [one for _, ids in kept for one in ids]
        self._hear_register(COMMITMENTS_KEPT, all_of(standings), _COMMITMENTS, counted)
        if standings and set(standings) <= {Standing.YES, Standing.NO} and counted:
            share = Fraction(100 * standings.count(Standing.YES), len(standings))
            self._hear(COMMITMENTS_KEPT_SHARE, share, _COMMITMENTS, counted, f"register {_COMMITMENTS}")

    def _kept(self, notes: Sequence[Progress]) -> tuple[Standing, tuple[str, ...]]:
        """How one commitment stands, and the notes behind it."""
        rule = self.policy.rule_of(COMMITMENTS_KEPT)
        voices = list(self._notes_that_count(notes))
        if rule is None or not voices:
            return Standing.OPEN, ()
        settled = settle(rule, voices)
        self.refuse((one for voice in settled.overruled for one in voice.ids), COMMITMENTS_KEPT, RefusalReason.OVERRULED)
        if settled.state is FactState.CONTESTED:
            return Standing.CONTESTED, settled.ids
        if settled.value is None:
            return Standing.OPEN, settled.ids
        return Standing.YES if settled.value else Standing.NO, settled.ids

    def _notes_that_count(self, notes: Iterable[Progress]) -> Iterator[Voice]:
        for note in notes:
            reason = self._refusal(COMMITMENTS_KEPT, answer=True, channel=note.channel.code)
            if note.by == self.dossier.subject_id and note.channel.code not in self.policy.own_words:
                reason = RefusalReason.OWN_VOICE
            if note.is_kept is None:
                reason = RefusalReason.INCONCLUSIVE
            if reason is None and note.is_kept is not None:
                origin = _origin(note.by, note.channel.code)
                yield Voice(note.is_kept, note.channel.code, (note.id,), frozenset([origin]))
            elif reason is not None:
                self.refuse([note.id], COMMITMENTS_KEPT, reason)


def _origin(by: str | None, channel: str) -> str:
    """Who speaks; where the channel alone is known, all that comes by it is one voice."""
    return f"channel {channel}" if by is None else f"by {by}"


def _author(one: Feedback) -> str:
    """Who speaks; anonymous authors cannot be told apart, so those of one channel are one voice."""
    return f"channel {one.channel.code}" if one.reporter_key is None else f"key {one.reporter_key}"
