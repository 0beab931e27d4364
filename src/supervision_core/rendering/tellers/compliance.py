"""What is said of periodic obligations as of a day: what was due, done and missed, what comes next, along the calendar."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from datetime import date
from fractions import Fraction

import attrs

from supervision_core.obligations.occurrences import Occurrence, OccurrenceState
from supervision_core.obligations.reports import Compliance
from supervision_core.obligations.standings import Standing
from supervision_core.rendering import words
from supervision_core.rendering.model import (
    Block,
    Cell,
    Heading,
    Mark,
    Notice,
    Page,
    Paragraph,
    Phase,
    Segment,
    Table,
    Terms,
    Timeline,
    Track,
)
from supervision_core.rendering.parts import MARKS, Footnotes, column, heading, number_column, row, table, unless_empty
from supervision_core.rendering.voices import Voice
from supervision_core.text import Label
from supervision_core.verdicts import Verdict

__all__ = ["tell_compliance", "tell_standing"]

_PHASES = {
    OccurrenceState.DONE: Phase.DONE,
    OccurrenceState.MISSING: Phase.MISSING,
    OccurrenceState.UNDETERMINED: Phase.UNKNOWN,
    OccurrenceState.OPEN: Phase.OPEN,
    OccurrenceState.UPCOMING: Phase.IDLE,
    OccurrenceState.WAIVED: Phase.IDLE,
    OccurrenceState.LEFT_OUT: Phase.IDLE,
}
_MARKS = {
    OccurrenceState.DONE: Mark.GOOD,
    OccurrenceState.MISSING: Mark.BAD,
    OccurrenceState.UNDETERMINED: Mark.OPEN,
    OccurrenceState.OPEN: Mark.NOTE,
}


def tell_compliance(report: Compliance, voice: Voice) -> Page:
    """All obligations of a time as of a day."""
    standings = tuple(report)
    blocks: list[Block] = [
        _verdict(report, voice),
        Terms(pairs=((voice.say(words.AS_OF), voice.day(report.as_of)),)),
        _calendar(standings, report.as_of, voice),
        *_occurrences(words.AGENDA, report.agenda, voice, named=_names(standings, voice)),
        *_occurrences(words.MISSED, report.missing, voice, named=_names(standings, voice)),
        heading(voice, words.DETAILS),
    ]
    for standing in standings:
        blocks.extend(_details(standing, voice, level=2))
    title = voice.say(words.COMPLIANCE, period=voice.period(report.period))
    return Page(title=title, lang=voice.lang, blocks=tuple(blocks))


def tell_standing(standing: Standing, voice: Voice) -> Page:
    """One obligation as of a day."""
    blocks = (
        Terms(pairs=((voice.say(words.AS_OF), voice.day(standing.as_of)),)),
        _calendar((standing,), standing.as_of, voice),
        *_details(standing, voice, level=1),
    )
    return Page(title=voice.say(standing.label), lang=voice.lang, blocks=blocks)


def _verdict(report: Compliance, voice: Voice) -> Notice:
    verdict = report.verdict
    if verdict is Verdict.NOT_MET:
        return Notice(mark=Mark.BAD, text=voice.say(words.NOT_KEPT, count=voice.number(len(report.missing))))
    return Notice(mark=MARKS[verdict], text=voice.say(words.KEPT if verdict is Verdict.MET else words.KEPT_UNKNOWN))


def _names(standings: Iterable[Standing], voice: Voice) -> dict[str, str]:
    return {one.obligation: voice.say(one.label) for one in standings}


def _calendar(standings: Sequence[Standing], as_of: date, voice: Voice) -> Block:
    """The periods of every obligation as bands; only the table where there are none."""
    figures = _figures(standings, voice)
    bands = [(voice.say(one.label), one.required) for one in standings if one.required]
    bands += [
        (voice.say(words.BY_PRACTICE, obligation=voice.say(one.label)), one.practised) for one in standings if one.practised
    ]
    everything = [occurrence for _, occurrences in bands for occurrence in occurrences]
    if not everything:
        return figures
    first, end = min(one.period.start for one in everything), max(one.period.end for one in everything)
    last = max(one.period.last for one in everything)
    days = (end - first).days
    place = Fraction((as_of - first).days, days)
    states = [state for state in OccurrenceState if any(one.state is state for one in everything)]
    phases = dict.fromkeys(_PHASES[state] for state in states)
    return Timeline(
        caption=voice.say(words.CALENDAR),
        description=" ".join(_told(name, occurrences, voice) for name, occurrences in bands),
        first=voice.day(first),
        last=voice.day(last),
        today=(place, voice.say(words.AS_OF_DAY, day=voice.day(as_of))) if 0 <= place <= 1 else None,
        tracks=tuple(Track(label=name, segments=_segments(occurrences, first, days, voice)) for name, occurrences in bands),
        legend=tuple((phase, _meaning(phase, states, voice)) for phase in phases),
        table=figures,
    )


def _meaning(phase: Phase, states: Iterable[OccurrenceState], voice: Voice) -> str:
    return ", ".join(voice.say(state.label) for state in states if _PHASES[state] is phase)


def _told(name: str, occurrences: Iterable[Occurrence], voice: Voice) -> str:
    counted = Counter(one.state for one in occurrences)
    states = ", ".join(
        voice.say(words.STATE_COUNT, state=voice.say(state.label), count=counted[state])
        for state in OccurrenceState
        if state in counted
    )
    return voice.say(words.CALENDAR_TOLD, obligation=name, states=states)


def _segments(occurrences: Iterable[Occurrence], first: date, days: int, voice: Voice) -> tuple[Segment, ...]:
    return tuple(
        Segment(
            start=Fraction((one.period.start - first).days, days),
            end=Fraction((one.period.end - first).days, days),
            phase=_PHASES[one.state],
            text=one.sentence(voice.lang),
        )
        for one in occurrences
    )


def _figures(standings: Iterable[Standing], voice: Voice) -> Table:
    columns = [column(voice, words.OBLIGATION), column(voice, words.VERDICT)]
    columns += [number_column(voice, label) for label in (words.DUE, words.DONE, words.MISSING)]
    columns += [column(voice, label) for label in (words.NEXT_DUE, words.LAST_SAFE_DAY, words.RIGHT)]
    rows = []
    for one in standings:
        rows.append(_figure(one, voice.say(one.label), voice))
        if one.practised:
            name = voice.say(words.BY_PRACTICE, obligation=voice.say(one.label))
            # By its own practice an obligation stands as it would if the practice were the rule.
            rows.append(_figure(attrs.evolve(one, required=one.practised, practised=(), not_known=()), name, voice))
    return table(voice, words.RESULT, columns, rows)


def _figure(standing: Standing, name: str, voice: Voice) -> tuple[Cell, ...]:
    owed = bool(standing.owed or standing.not_known)
    verdict = Cell(text=voice.say(standing.verdict.label), mark=MARKS[standing.verdict])
    return row(
        name,
        verdict if owed else voice.say(words.NOTHING_DUE),
        voice.number(len(standing.due)),
        voice.number(len(standing.done)),
        voice.number(len(standing.missing)),
        voice.day(standing.next_due),
        voice.day(standing.last_safe_day),
        "–" if standing.right is None else voice.say(standing.right.label),
    )


def _occurrences(
    caption: Label, occurrences: Sequence[Occurrence], voice: Voice, *, named: dict[str, str]
) -> tuple[Block, ...]:
    columns = [column(voice, label) for label in (words.OBLIGATION, words.TERM, words.STATE, words.DONE)]
    columns += [column(voice, label) for label in (words.DEADLINE, words.LAST_SAFE_DAY)]
    rows = [
        row(
            named[one.obligation],
            voice.say(one.label),
            _state(one, voice),
            _done(one, voice),
            voice.day(one.due),
            voice.day(one.last_safe_day),
        )
        for one in occurrences
    ]
    return unless_empty(heading(voice, caption), table(voice, caption, columns, rows))


def _state(one: Occurrence, voice: Voice) -> Cell:
    return Cell(text=voice.say(one.state.label), mark=_MARKS.get(one.state))


def _done(one: Occurrence, voice: Voice) -> str:
    if not one.needed:
        return "–"
    return voice.say(words.DONE_OF, done=len(one.event_ids), needed=one.needed, counts=voice.say(one.counts.label))


def _details(standing: Standing, voice: Voice, *, level: int) -> Iterator[Block]:
    """Each period of one obligation, by the rule and by practice, with the rule behind it."""
    name = voice.say(standing.label)
    columns = [column(voice, label) for label in (words.TERM, words.ACCORDING_TO, words.STATE, words.DONE, words.DEADLINE)]
    columns += [column(voice, label) for label in (words.SOURCES, words.BASIS)]
    notes = Footnotes()
    rows = tuple(
        row(
            voice.say(one.label),
            voice.say(one.basis.label),
            _state(one, voice),
            _done(one, voice),
            voice.day(one.due),
            voice.listed(one.event_ids),
            notes.mark(*_grounds(one, voice)),
        )
        for one in (*standing.required, *standing.practised)
    )
    yield Heading(text=name, level=level)
    if rows:
        yield Table(caption=name, columns=tuple(columns), rows=rows, is_headed=True)
        yield from notes.below()
    elif not standing.not_known:
        yield Paragraph(text=voice.say(words.NOTHING_DUE_SENTENCE))
    if standing.not_known:
        periods = "; ".join(voice.period(one) for one in standing.not_known)
        yield Paragraph(text=voice.say(words.NOT_READ, periods=periods))
    # Where it is not known how many are asked for, none is known to be beyond that.
    if standing.surplus_event_ids and standing.required:
        yield Paragraph(text=voice.say(words.SURPLUS_EVENTS, ids=voice.listed(standing.surplus_event_ids)))
    if standing.short_notice_event_ids:
        yield Paragraph(text=voice.say(words.SHORT_NOTICE, ids=voice.listed(standing.short_notice_event_ids)))


def _grounds(one: Occurrence, voice: Voice) -> Iterator[str]:
    if one.ground is not None:
        yield voice.say(one.ground)
    if one.citation is not None:
        yield one.citation.text(voice.lang)
