"""What is said of periodic obligations as of a day: what was due, done and missed, what comes next, along the calendar."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from datetime import date
from fractions import Fraction
from itertools import pairwise

import attrs

from supervision_core.obligations.model import counting_label
from supervision_core.obligations.report import Compliance
from supervision_core.obligations.standing import NOTHING_DUE, ObligationStatus, practice_said
from supervision_core.obligations.status import Occurrence, OccurrenceState, occurrence_said
from supervision_core.rendering import words
from supervision_core.rendering.context import Context
from supervision_core.rendering.page import (
    MARKS,
    Block,
    Cell,
    Footnotes,
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
    column,
    heading,
    number_column,
    row,
    table,
    unless_empty,
)
from supervision_core.values.labels import Label
from supervision_core.values.verdicts import Verdict

__all__ = ["tell_compliance", "tell_standing"]


_PHASES = {
    OccurrenceState.DONE: Phase.DONE,
    OccurrenceState.DONE_LATE: Phase.DONE,
    OccurrenceState.MISSING: Phase.MISSING,
    OccurrenceState.UNDETERMINED: Phase.UNKNOWN,
    OccurrenceState.OPEN: Phase.OPEN,
    OccurrenceState.UPCOMING: Phase.IDLE,
    OccurrenceState.WAIVED: Phase.IDLE,
    OccurrenceState.LEFT_OUT: Phase.IDLE,
}
_MARKS = {
    OccurrenceState.DONE: Mark.GOOD,
    OccurrenceState.DONE_LATE: Mark.NOTE,
    OccurrenceState.MISSING: Mark.BAD,
    OccurrenceState.UNDETERMINED: Mark.OPEN,
    OccurrenceState.OPEN: Mark.NOTE,
}


def tell_compliance(report: Compliance, context: Context) -> Page:
    """All obligations of a time as of a day."""
    standings = tuple(report)
    blocks: list[Block] = [
        _verdict(report, context),
        Terms(pairs=((context.say(words.AS_OF), context.day(report.as_of)),)),
        _calendar(standings, report.as_of, context),
        *_occurrences(words.AGENDA, report.agenda, context, named=_names(standings, context)),
        *_occurrences(words.MISSED, report.missing, context, named=_names(standings, context)),
        *_occurrences(words.DONE_LATE, report.late, context, named=_names(standings, context)),
        heading(context, words.DETAILS),
    ]
    for standing in standings:
        blocks.extend(_details(standing, context, level=2))
    if report.not_judged:
        blocks.append(Paragraph(text=context.say(words.NOT_JUDGED, codes=context.listed(report.not_judged))))
    title = context.say(words.COMPLIANCE, period=context.period(report.period))
    return Page(title=title, lang=context.lang, blocks=tuple(blocks))


def tell_standing(standing: ObligationStatus, context: Context) -> Page:
    """One obligation as of a day."""
    blocks = (
        Terms(pairs=((context.say(words.AS_OF), context.day(standing.as_of)),)),
        _calendar((standing,), standing.as_of, context),
        *_details(standing, context, level=1),
    )
    return Page(title=context.say(standing.label), lang=context.lang, blocks=blocks)


def _verdict(report: Compliance, context: Context) -> Notice:
    verdict = report.verdict
    if verdict is Verdict.NOT_MET:
        return Notice(
            mark=Mark.BAD, text=context.say(words.NOT_KEPT, count=context.number(len(report.missing) + len(report.late)))
        )
    return Notice(mark=MARKS[verdict], text=context.say(words.KEPT if verdict is Verdict.MET else words.KEPT_UNKNOWN))


def _names(standings: Iterable[ObligationStatus], context: Context) -> dict[str, str]:
    return {one.obligation: context.say(one.label) for one in standings}


def _calendar(standings: Sequence[ObligationStatus], as_of: date, context: Context) -> Block:
    """The periods of every obligation as bands; only the table where there are none."""
    figures = _figures(standings, context)
    bands = [(context.say(one.label), one.required) for one in standings if one.required]
    bands += [(practice_said(one, context), one.practised) for one in standings if one.practised]
    everything = [occurrence for _, occurrences in bands for occurrence in occurrences]
    if not everything:
        return figures
    first, end = min(one.period.start for one in everything), max(one.period.end for one in everything)
    last = max(one.period.last for one in everything)
    days = (end - first).days
    turns = _law_changes(occurrences for _, occurrences in bands)
    place = Fraction((as_of - first).days, days)
    states = [state for state in OccurrenceState if any(one.state is state for one in everything)]
    phases = dict.fromkeys(_PHASES[state] for state in states)
    return Timeline(
        caption=context.say(words.CALENDAR),
        description=" ".join(_told(name, occurrences, context) for name, occurrences in bands),
        first=context.day(first),
        last=context.day(last),
        today=(place, context.say(words.AS_OF_DAY, day=context.day(as_of))) if 0 <= place <= 1 else None,
        tracks=tuple(Track(label=name, segments=_segments(occurrences, first, days, context)) for name, occurrences in bands),
        legend=tuple((phase, _meaning(phase, states, context)) for phase in phases),
        table=figures,
        months=tuple(_months(first, end, context)),
        turns=tuple(Fraction((day - first).days, days) for day in turns),
        turn=context.say(words.LAW_CHANGES) if turns else "",
    )


_MOST_LABELS = 13
_FEBRUARY = 2


def _months(first: date, end: date, context: Context) -> Iterator[tuple[Fraction, str]]:
    """The first days of months within the time, each named where there is room: all of a year, else those of quarters."""
    months = range(first.year * 12 + first.month - 1, end.year * 12 + end.month - 1)
    starts = [date(number // 12, number % 12 + 1, 1) for number in months]
    step = 1 if len(starts) <= _MOST_LABELS else 3 if len(starts) <= 3 * _MOST_LABELS else 12
    for day in starts:
        if day >= first and (day.month - 1) % step == 0:
            label = context.say(words.MONTH, month=day.month) if day.month > 1 or day == first else str(day.year)
            # February's would run into the number of the year on a small screen.
            follows_a_year = day.month == _FEBRUARY and day.replace(month=1) > first
            yield Fraction((day - first).days, (end - first).days), "" if follows_a_year else label


def _law_changes(bands: Iterable[Sequence[Occurrence]]) -> list[date]:
    """The days from which an obligation rests on another rule than before."""
    found = {
        later.period.start
        for occurrences in bands
        for earlier, later in pairwise(occurrences)
        if None not in (earlier.citation, later.citation) and earlier.citation != later.citation
    }
    return sorted(found)


def _meaning(phase: Phase, states: Iterable[OccurrenceState], context: Context) -> str:
    return ", ".join(context.say(state.label) for state in states if _PHASES[state] is phase)


def _told(name: str, occurrences: Iterable[Occurrence], context: Context) -> str:
    counted = Counter(one.state for one in occurrences)
    states = ", ".join(
        context.say(words.STATE_COUNT, state=context.say(state.label), count=counted[state])
        for state in OccurrenceState
        if state in counted
    )
    return context.say(words.CALENDAR_TOLD, obligation=name, states=states)


def _segments(occurrences: Iterable[Occurrence], first: date, days: int, context: Context) -> tuple[Segment, ...]:
    return tuple(
        Segment(
            start=Fraction((one.period.start - first).days, days),
            end=Fraction((one.period.end - first).days, days),
            phase=_PHASES[one.state],
            text=occurrence_said(one, context),
        )
        for one in occurrences
    )


def _figures(standings: Iterable[ObligationStatus], context: Context) -> Table:
    columns = [column(context, words.OBLIGATION), column(context, words.VERDICT)]
    columns += [number_column(context, label) for label in (words.DUE, words.DONE, words.MISSING)]
    columns += [column(context, label) for label in (words.NEXT_DUE, words.LAST_SAFE_DAY, words.RIGHT)]
    rows = []
    for one in standings:
        rows.append(_figure(one, context.say(one.label), context))
        if one.practised:
            name = practice_said(one, context)
            # By its own practice an obligation stands as it would if the practice were the rule.
            rows.append(_figure(_practice(one), name, context))
    return table(context, words.RESULT, columns, rows)


def _practice(standing: ObligationStatus) -> ObligationStatus:
    """How it would stand if the practice were the rule; of all together no last safe day was worked out."""
    unknown = Verdict.UNKNOWN
    return attrs.evolve(
        standing, required=standing.practised, practised=(), not_known=(), last_safe_day=None, still_possible=unknown
    )


def _figure(standing: ObligationStatus, name: str, context: Context) -> tuple[Cell, ...]:
    owed = bool(standing.owed or standing.not_known)
    verdict = Cell(text=context.say(standing.verdict.label), mark=MARKS[standing.verdict])
    return row(
        name,
        verdict if owed else context.say(NOTHING_DUE),
        context.number(len(standing.due)),
        context.number(len(standing.done)),
        context.number(len(standing.missing)),
        context.day(standing.next_due),
        context.day(standing.last_safe_day),
        "–" if standing.right is None else context.say(standing.right.label),
    )


def _occurrences(
    caption: Label, occurrences: Sequence[Occurrence], context: Context, *, named: dict[str, str]
) -> tuple[Block, ...]:
    columns = [column(context, label) for label in (words.OBLIGATION, words.TERM, words.STATE, words.DONE)]
    columns += [column(context, label) for label in (words.DEADLINE, words.LAST_SAFE_DAY)]
    rows = [
        row(
            named[one.obligation],
            context.say(one.label),
            _state(one, context),
            _done(one, context),
            context.day(one.due),
            context.day(one.last_safe_day),
        )
        for one in occurrences
    ]
    return unless_empty(heading(context, caption), table(context, caption, columns, rows))


def _state(one: Occurrence, context: Context) -> Cell:
    return Cell(text=context.say(one.state_label), mark=_MARKS.get(one.state))


def _done(one: Occurrence, context: Context) -> str:
    if not one.needed:
        return "–"
    counted = context.say(counting_label(one.counts, one.needed))
    return context.say(words.DONE_OF, done=len(one.event_ids), needed=one.needed, counts=counted)


def _details(standing: ObligationStatus, context: Context, *, level: int) -> Iterator[Block]:
    """Each period of one obligation, by the rule and by practice, with the rule behind it."""
    name = context.say(standing.label)
    columns = [column(context, label) for label in (words.TERM, words.ACCORDING_TO, words.STATE, words.DONE, words.DEADLINE)]
    columns += [column(context, label) for label in (words.SOURCES, words.BASIS)]
    notes = Footnotes()
    rows = tuple(
        row(
            context.say(one.label),
            context.say(one.basis.label),
            _state(one, context),
            _done(one, context),
            context.day(one.due),
            context.listed(one.event_ids),
            notes.mark(*_grounds(one, context)),
        )
        for one in (*standing.required, *standing.practised)
    )
    yield Heading(text=name, level=level)
    if rows:
        yield Table(caption=name, columns=tuple(columns), rows=rows, is_headed=True)
        yield from notes.below()
    elif not standing.not_known:
        yield Paragraph(text=context.say(words.NOTHING_DUE_SENTENCE))
    if standing.not_known:
        periods = "; ".join(context.period(one) for one in standing.not_known)
        yield Paragraph(text=context.say(words.NOT_READ, periods=periods))
    # Where it is not known how many are asked for, none is known to be beyond that.
    if standing.surplus_event_ids and standing.required:
        yield Paragraph(text=context.say(words.SURPLUS_EVENTS, ids=context.listed(standing.surplus_event_ids)))
    if standing.short_notice_event_ids:
        yield Paragraph(text=context.say(words.SHORT_NOTICE, ids=context.listed(standing.short_notice_event_ids)))


def _grounds(one: Occurrence, context: Context) -> Iterator[str]:
    if one.ground is not None:
        yield context.say(one.ground)
    if one.citation is not None:
        yield one.citation.text(context.lang)
