"""What is said of the question that a plan answers: who is supervised, who may lead, and which pairs are not to be."""

from __future__ import annotations

from collections.abc import Iterator

from supervision_core.rendering import roster_words, words
from supervision_core.rendering.context import Context
from supervision_core.rendering.page import (
    Block,
    Mark,
    Notice,
    Page,
    Terms,
    column,
    compact,
    heading,
    number_column,
    row,
    table,
    unless_empty,
)
from supervision_core.rendering.views.rotation import allowance_blocks
from supervision_core.rotation.circles import Loop, loop_said
from supervision_core.rotation.comparing_ids import IdComparison
from supervision_core.rotation.roster import Roster

__all__ = ["roster_blocks", "tell_id_comparison", "tell_loop", "tell_roster"]


def tell_roster(roster: Roster, context: Context) -> Page:
    """Who is supervised, which lead units there are with their bounds, and which pairs are closed, flagged or pinned."""
    return Page(title=context.say(words.ROSTER), lang=context.lang, blocks=tuple(roster_blocks(roster, context)))


def tell_id_comparison(comparison: IdComparison, context: Context) -> Page:
    """Who is only in the roster, who only in the history, and who may be the same; ids stand as they are written."""
    columns = [column(context, label) for label in (roster_words.IN_ROSTER, roster_words.IN_HISTORY, roster_words.LIKENESS)]
    rows = [row(f"“{one.roster_id}”", f"“{one.history_id}”", context.say(one.why.label)) for one in comparison.alike]
    several = roster_words.IDS_ALIKE_ONE if len(rows) == 1 else roster_words.IDS_ALIKE
    said = several if rows else roster_words.NO_IDS_ALIKE
    counts = [
        (roster_words.ONLY_IN_ROSTER, comparison.only_in_roster),
        (roster_words.ONLY_IN_HISTORY, comparison.only_in_history),
    ]
    blocks: list[Block] = [
        Notice(mark=Mark.FLAG if rows else Mark.GOOD, text=context.say(said, count=context.number(len(rows))))
    ]
    blocks += unless_empty(heading(context, roster_words.ALIKE), table(context, roster_words.ALIKE, columns, rows))
    for label, ids in counts:
        blocks += unless_empty(heading(context, label), compact(context, ids))
    return Page(title=context.say(roster_words.IDS_COMPARED), lang=context.lang, blocks=tuple(blocks))


def tell_loop(loop: Loop, context: Context) -> Page:
    """Who supervises the head of whom, in a circle, step by step."""
    following = (*loop.lead_units[1:], loop.lead_units[0])
    columns = [column(context, label) for label in (words.LEAD_UNIT, roster_words.SUPERVISES_HEAD, roster_words.HEAD_OF)]
    rows = [
        row(context.name(unit), context.name(head), context.name(other))
        for unit, head, other in zip(loop.lead_units, loop.heads, following, strict=True)
    ]
    blocks = (
        Notice(mark=Mark.FLAG, text=loop_said(loop, context)),
        table(context, roster_words.LOOP, columns, rows, is_headed=True),
    )
    return Page(title=context.say(roster_words.LOOP), lang=context.lang, blocks=blocks)


def roster_blocks(roster: Roster, context: Context) -> Iterator[Block]:
    """The parts of a roster's report."""
    pairs = ((words.SUBJECT_COUNT, len(roster.subjects)), (words.LEAD_UNIT_COUNT, len(roster.lead_units)))
    yield Terms(pairs=tuple((context.say(label), context.number(count)) for label, count in pairs))
    yield from _units(roster, context)
    yield from _bars(roster, context)
    columns = [column(context, words.SUBJECT), column(context, words.LEAD_UNIT)]
    pins = [row(context.name(one), context.name(unit)) for one, unit in roster.pins.items()]
    yield from unless_empty(heading(context, words.PINNED), table(context, words.PINNED, columns, pins))
    yield from allowance_blocks(roster.allowances, context)
    yield from unless_empty(heading(context, words.SUBJECTS), compact(context, (one.id for one in roster.subjects)))


def _units(roster: Roster, context: Context) -> tuple[Block, ...]:
    units = {one.id: one for one in roster.lead_units}
    columns = [column(context, words.LEAD_UNIT)]
    columns += [number_column(context, label) for label in (words.SHARE, words.MINIMUM, words.MAXIMUM)]
    columns.append(column(context, words.REMARK))
    rows = [
        row(
            context.name(unit),
            context.number(units[unit].share),
            context.number(units[unit].min_load),
            "–" if (most := units[unit].max_load) is None else context.number(most),
            "" if (kind := units[unit].kind) is None else context.say(kind.label),
        )
        for unit in context.ordered(units)
    ]
    return unless_empty(heading(context, words.LEAD_UNITS), table(context, words.LEAD_UNITS, columns, rows))


def _bars(roster: Roster, context: Context) -> tuple[Block, ...]:
    columns = [column(context, label) for label in (words.SUBJECT, words.LEAD_UNIT, words.REASON, words.EFFECT)]
    rows = [
        row(
            context.name(one.subject_id),
            context.name(one.lead_unit_id),
            context.say(one.reason.label),
            context.say(words.SEVERITIES[one.severity.value]),
        )
        for one in roster.bars
    ]
    return unless_empty(heading(context, words.BARS), table(context, words.BARS, columns, rows))
