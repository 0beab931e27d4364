"""How a dossier is read: ratings, feedback and comments, then the registers."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from fractions import Fraction
from typing import Final

from supervision_core.evidence.claims import (
    Hearing,
    Joined,
    RefusalReason,
    all_of,
    attended,
    feedback_refusal,
    fulfilled,
    opinions_given,
    origin_of,
)
from supervision_core.evidence.comments import ResidenceComment
from supervision_core.evidence.commitments import Progress, Registration
from supervision_core.evidence.discipline import said_by
from supervision_core.evidence.feedback import Feedback
from supervision_core.evidence.policy import (
    ATTENDS_MEETINGS,
    COMMITMENTS_KEPT,
    COMMITMENTS_KEPT_SHARE,
    COMMITMENTS_REGISTERED,
    GIVES_OPINIONS,
    HOUSEHOLD_OBLIGATIONS,
    LOCAL_CONTRIBUTION,
    OWN_OBLIGATIONS,
)
from supervision_core.evidence.records import Bearer
from supervision_core.evidence.resolve import Answer, Voice, settle
from supervision_core.values.facts import FactState
from supervision_core.values.periods import Period

__all__ = [
    "hear_comments",
    "hear_commitments",
    "hear_contributions",
    "hear_discipline",
    "hear_feedback",
    "hear_meetings",
    "hear_obligations",
    "hear_ratings",
]


_COMMENTS: Final = "residence_comment"


def hear_ratings(hearing: Hearing) -> None:
    """Each rating is one voice, of the body that gave it."""
    for one in hearing.dossier.ratings:
        if one.covers is not None and not hearing.dossier.period.within(one.covers):
            hearing.refuse([one.id], one.code, RefusalReason.OTHER_TIME)
        elif hearing.is_own_voice(one.by, one.channel.code):
            hearing.refuse([one.id], one.code, RefusalReason.OWN_VOICE)
        else:
            answer: Answer = FactState.NOT_APPLICABLE if one.value is None else one.value
            hearing.hear(one.code, answer, one.channel.code, [one.id], [origin_of(one.by, one.channel.code)])


def hear_feedback(hearing: Hearing) -> None:
    """Each claim is one voice, of its author."""
    for one in hearing.dossier.feedback:
        reason = feedback_refusal(hearing.policy, one.kind, one.checked, anonymous=one.reporter_key is None)
        if not one.says:
            hearing.refuse([one.id], None, RefusalReason.SAYS_NOTHING)
        for code, answer in one.says.items():
            hearing.hear(code, answer, one.channel.code, [one.id], [_author(one)], otherwise=reason)


def hear_comments(hearing: Hearing) -> None:
    """Each step that the policy reads is one voice, of the body that made the comment."""
    for one in hearing.dossier.comments:
        if (reason := _refusal(hearing, one)) is not None:
            hearing.refuse([one.id], None, reason)
            continue
        for criterion, step in one.steps.items():
            readings = hearing.policy.readings_of(one.form.code, criterion, step)
            if not readings:
                hearing.refuse([one.id], None, RefusalReason.NO_READING, f"{criterion}: {step}")
            for reading in readings:
                hearing.hear(reading.code, reading.answer, _COMMENTS, [one.id], [origin_of(one.made_by, _COMMENTS)])


def _refusal(hearing: Hearing, one: ResidenceComment) -> RefusalReason | None:
    """Why a comment does not count as a whole, or None when it does."""
    if not one.steps:
        return RefusalReason.SAYS_NOTHING
    if not hearing.dossier.period.within(Period.of_year(one.year)):
        return RefusalReason.OTHER_TIME
    if hearing.is_own_voice(one.made_by, _COMMENTS):
        return RefusalReason.OWN_VOICE
    if hearing.policy.comment_needs_front and not one.with_front:
        return RefusalReason.WITHOUT_FRONT
    return None


def _author(one: Feedback) -> str:
    """Who speaks; anonymous authors cannot be told apart, so those of one channel are one voice."""
    return f"channel {one.channel.code}" if one.reporter_key is None else f"key {one.reporter_key}"


_ATTENDANCE: Final = "attendance_record"
_OBLIGATIONS: Final = "obligation_record"
_CONTRIBUTIONS: Final = "contribution_record"
_COMMITMENTS: Final = "commitment_record"
_DISCIPLINE: Final = "discipline_record"
_OBLIGATION_CODES: Final = {Bearer.SELF: OWN_OBLIGATIONS, Bearer.HOUSEHOLD: HOUSEHOLD_OBLIGATIONS}


def hear_discipline(hearing: Hearing) -> None:
    """A measure decided in the time that is judged says yes, a clear extract of all of it no, each fact in its own way.

    While it is not known whether a measure counts for a fact, no extract says that none does.
    """
    shown, period, records = hearing.policy.discipline_shows, hearing.dossier.period, hearing.dossier.discipline
    if not shown:
        hearing.refuse([one.id for one in records], None, RefusalReason.NO_RULE)
    for code in shown:
        said = [(one, said_by(one, code, period)) for one in records]
        answers = [answer for _, answer in said]
        is_open = RefusalReason.INCONCLUSIVE in answers and True not in answers
        for one, answer in said:
            if isinstance(answer, RefusalReason):
                hearing.refuse([one.id], code, answer)
            else:
                otherwise = None if answer or not is_open else RefusalReason.INCONCLUSIVE
                hearing.hear(code, answer, _DISCIPLINE, [one.id], [f"register {_DISCIPLINE}"], otherwise=otherwise)


def hear_meetings(hearing: Hearing) -> None:
    """The attendance record is one voice on attending and one on giving opinions."""
    meetings = hearing.dossier.meetings
    standing = attended(meetings, hearing.policy.attendance_at_least)
    hearing.hear_register(ATTENDS_MEETINGS, standing, _ATTENDANCE, [one.id for one in meetings])
    spoken = [one.id for one in meetings if one.gave_opinion is not None]
    hearing.hear_register(GIVES_OPINIONS, opinions_given(meetings), _ATTENDANCE, spoken)


def hear_obligations(hearing: Hearing) -> None:
    """The record of civic obligations is one voice on the official's own and one on the household's."""
    for bearer, code in _OBLIGATION_CODES.items():
        records = [one for one in hearing.dossier.obligations if one.bearer is bearer]
        hearing.hear_register(code, fulfilled(records), _OBLIGATIONS, [one.id for one in records])


def hear_contributions(hearing: Hearing) -> None:
    """Any contribution is a yes; none is silence."""
    ids = [one.id for one in hearing.dossier.contributions]
    hearing.hear_register(LOCAL_CONTRIBUTION, Joined.YES, _CONTRIBUTIONS, ids)


def hear_commitments(hearing: Hearing) -> None:
    """Whether commitments were registered, whether every one was kept, and what share of them."""
    counted = list(_registrations_that_count(hearing))
    _hear_registered(hearing, counted)
    notes: dict[tuple[str, str], list[Progress]] = {}
    for note in hearing.dossier.progress:
        notes.setdefault((note.registration_id, note.item_id), []).append(note)
    known = {one.id for one in counted}
    others = [note.id for note in hearing.dossier.progress if note.registration_id not in known]
    hearing.refuse(others, COMMITMENTS_KEPT, RefusalReason.OTHER_PROGRAMME)
    kept = [_kept(hearing, notes.get((one.id, item.id), ())) for one in counted for item in one.items]
    standings = [standing for standing, _ in kept]
    voices = [voice for _, some in kept for voice in some]
    ids = [one for voice in voices for one in voice.ids]
    # Whoever stands behind the notes stands behind the whole: each settled commitment had as many of them as it takes.
    origins = [origin for voice in voices for origin in voice.origins]
    hearing.hear_register(COMMITMENTS_KEPT, all_of(standings), _COMMITMENTS, ids, origins)
    if ids and set(standings) <= {Joined.YES, Joined.NO}:
        share = Fraction(100 * standings.count(Joined.YES), len(standings))
        hearing.hear(COMMITMENTS_KEPT_SHARE, share, _COMMITMENTS, ids, [f"register {_COMMITMENTS}"])


def _registrations_that_count(hearing: Hearing) -> Iterator[Registration]:
    asked = hearing.policy.schemes
    for one in hearing.dossier.registrations:
        if not asked or one.scheme.code in asked:
            yield one
        else:
            hearing.refuse([one.id], COMMITMENTS_REGISTERED, RefusalReason.OTHER_PROGRAMME)


def _hear_registered(hearing: Hearing, counted: Sequence[Registration]) -> None:
    """Registered is who registered for every year that is judged, under every scheme that the policy asks for."""
    period, asked = hearing.dossier.period, hearing.policy.schemes
    years = range(period.start.year, period.last.year + 1)
    done = {(one.year, one.scheme.code if asked else "") for one in counted}
    due = {(year, scheme) for year in years for scheme in asked or ("",)}
    standing = Joined.YES if due <= done else Joined.OPEN
    hearing.hear_register(COMMITMENTS_REGISTERED, standing, _COMMITMENTS, [one.id for one in counted])


def _kept(hearing: Hearing, notes: Sequence[Progress]) -> tuple[Joined, Sequence[Voice]]:
    """How one commitment stands, and the voices behind it."""
    voices = list(_notes_that_count(hearing, notes))
    rule = hearing.policy.rule_of(COMMITMENTS_KEPT)
    if rule is None or not voices:
        return Joined.OPEN, ()
    settled = settle(rule, voices)
    hearing.refuse((one for voice in settled.overruled for one in voice.ids), COMMITMENTS_KEPT, RefusalReason.OVERRULED)
    behind = [voice for voice in voices if voice not in settled.overruled]
    if settled.state is FactState.CONTESTED:
        return Joined.CONTESTED, behind
    if settled.value is None:
        return Joined.OPEN, behind
    return Joined.YES if settled.value else Joined.NO, behind


def _notes_that_count(hearing: Hearing, notes: Iterable[Progress]) -> Iterator[Voice]:
    for note in notes:
        channel = note.channel.code
        if note.is_kept is None:
            hearing.refuse([note.id], COMMITMENTS_KEPT, RefusalReason.INCONCLUSIVE)
        elif hearing.is_own_voice(note.by, channel):
            hearing.refuse([note.id], COMMITMENTS_KEPT, RefusalReason.OWN_VOICE)
        elif (reason := hearing.refusal(COMMITMENTS_KEPT, note.is_kept, channel)) is not None:
            hearing.refuse([note.id], COMMITMENTS_KEPT, reason)
        else:
            yield Voice(note.is_kept, channel, (note.id,), frozenset([origin_of(note.by, channel)]))
