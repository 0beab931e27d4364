"""What is said of the question that a plan answers: who is supervised, who may lead, and which pairs are not to be."""

from __future__ import annotations

from collections.abc import Iterator

from supervision_core.rendering import words
from supervision_core.rendering.context import Context
from supervision_core.rendering.page import (
    Block,
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
from supervision_core.rotation.roster import Roster

__all__ = ["roster_blocks", "tell_roster"]


def tell_roster(roster: Roster, context: Context) -> Page:
    """Who is supervised, which lead units there are with their bounds, and which pairs are closed, flagged or pinned."""
    return Page(title=context.say(words.ROSTER), lang=context.lang, blocks=tuple(roster_blocks(roster, context)))


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
