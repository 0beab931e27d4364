"""What stands in registers, read into a hearing: discipline, meetings, obligations, contributions, commitments."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from fractions import Fraction
from typing import Final

from supervision_core.evidence.aggregates import Standing, all_of, attended, fulfilled, opinions_given
from supervision_core.evidence.commitments import Progress, Registration
from supervision_core.evidence.discipline import DisciplineFinding, DisciplineRecord
from supervision_core.evidence.hearing import Hearing, origin_of
from supervision_core.evidence.refusals import RefusalReason
from supervision_core.evidence.residence import Bearer
from supervision_core.evidence.settling import Voice, settle
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
from supervision_core.fact import FactState

__all__ = ["hear_commitments", "hear_contributions", "hear_discipline", "hear_meetings", "hear_obligations"]

_ATTENDANCE: Final = "attendance_record"
_OBLIGATIONS: Final = "obligation_record"
_CONTRIBUTIONS: Final = "contribution_record"
_COMMITMENTS: Final = "commitment_record"
_DISCIPLINE: Final = "discipline_record"
_OBLIGATION_CODES: Final = {Bearer.SELF: OWN_OBLIGATIONS, Bearer.HOUSEHOLD: HOUSEHOLD_OBLIGATIONS}


def hear_discipline(hearing: Hearing) -> None:
    """A measure says yes, a clear extract no; an extract made before a measure knew nothing of it and says nothing."""
    shown, period, records = hearing.policy.discipline_shows, hearing.dossier.period, hearing.dossier.discipline
    last_measure = max((one.recorded_on for one in records if _is_measure(one) and one.applies_to(period)), default=None)
    for one in records:
        if not shown:
            hearing.refuse([one.id], None, RefusalReason.NO_RULE)
        for code in shown:
            if not one.applies_to(period):
                hearing.refuse([one.id], code, RefusalReason.OTHER_TIME)
            elif not _is_measure(one) and last_measure is not None and one.recorded_on < last_measure:
                hearing.refuse([one.id], code, RefusalReason.OVERTAKEN)
            else:
                hearing.hear(code, _is_measure(one), _DISCIPLINE, [one.id], [f"register {_DISCIPLINE}"])


def _is_measure(one: DisciplineRecord) -> bool:
    return one.finding is DisciplineFinding.DISCIPLINED


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
    hearing.hear_register(LOCAL_CONTRIBUTION, Standing.YES, _CONTRIBUTIONS, ids)


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
    if ids and set(standings) <= {Standing.YES, Standing.NO}:
        share = Fraction(100 * standings.count(Standing.YES), len(standings))
        hearing.hear(COMMITMENTS_KEPT_SHARE, share, _COMMITMENTS, ids, [f"register {_COMMITMENTS}"])


def _registrations_that_count(hearing: Hearing) -> Iterator[Registration]:
    asked = hearing.policy.programmes
    for one in hearing.dossier.registrations:
        if not asked or one.programme.code in asked:
            yield one
        else:
            hearing.refuse([one.id], COMMITMENTS_REGISTERED, RefusalReason.OTHER_PROGRAMME)


def _hear_registered(hearing: Hearing, counted: Sequence[Registration]) -> None:
    """Registered is who registered for every year that is judged, under every programme that the policy asks for."""
    period, asked = hearing.dossier.period, hearing.policy.programmes
    years = range(period.start.year, period.last.year + 1)
    done = {(one.year, one.programme.code if asked else "") for one in counted}
    due = {(year, programme) for year in years for programme in asked or ("",)}
    standing = Standing.YES if due <= done else Standing.OPEN
    hearing.hear_register(COMMITMENTS_REGISTERED, standing, _COMMITMENTS, [one.id for one in counted])


def _kept(hearing: Hearing, notes: Sequence[Progress]) -> tuple[Standing, Sequence[Voice]]:
    """How one commitment stands, and the voices behind it."""
    voices = list(_notes_that_count(hearing, notes))
    rule = hearing.policy.rule_of(COMMITMENTS_KEPT)
    if rule is None or not voices:
        return Standing.OPEN, ()
    settled = settle(rule, voices)
    hearing.refuse((one for voice in settled.overruled for one in voice.ids), COMMITMENTS_KEPT, RefusalReason.OVERRULED)
    behind = [voice for voice in voices if voice not in settled.overruled]
    if settled.state is FactState.CONTESTED:
        return Standing.CONTESTED, behind
    if settled.value is None:
        return Standing.OPEN, behind
    return Standing.YES if settled.value else Standing.NO, behind


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
