"""What is said of one case over time: a year put together from its parts."""

from __future__ import annotations

from supervision_core.judging.yearly import YearFacts
from supervision_core.rendering import words
from supervision_core.rendering.context import Context
from supervision_core.rendering.page import (
    Block,
    Mark,
    Notice,
    Page,
    Paragraph,
    column,
    either,
    heading,
    row,
    table,
    unless_empty,
)
from supervision_core.rendering.views.judging import tell_case
from supervision_core.values.labels import Label
from supervision_core.values.periods import Period

__all__ = ["tell_year"]


def tell_year(year: YearFacts, context: Context) -> Page:
    """What the year comes to, on which parts that rests, and what is known of it."""
    left = [column(context, words.A_PERIOD), column(context, words.STATE)]
    rows = [row(context.period(period), context.say(state.label)) for period, state in year.left_out]
    blocks: tuple[Block, ...] = (
        _result(year, context),
        *_periods(year.counted, words.PARTS_COUNTED, context),
        *unless_empty(heading(context, words.PARTS_LEFT_OUT), table(context, words.PARTS_LEFT_OUT, left, rows)),
        *_periods(year.gaps, words.NOT_TOLD, context),
        *tell_case(year.facts, context),
    )
    return Page(title=context.say(words.YEAR_RESULT), lang=context.lang, blocks=blocks)


def _result(year: YearFacts, context: Context) -> Notice:
    if not year.can_be_rated:
        return Notice(mark=Mark.NOTE, text=context.say(words.NOT_RATED))
    if year.possible is None:
        return Notice(mark=Mark.OPEN, text=context.say(words.YEAR_TOO_LARGE))
    if year.grade is None:
        return Notice(mark=Mark.OPEN, text=context.say(words.NOT_SETTLED, grades=either(year.possible, context)))
    return Notice(mark=Mark.NOTE, text=context.say(words.SETTLED_AS, grade=context.say(year.grade.label)))


def _periods(periods: tuple[Period, ...], label: Label, context: Context) -> tuple[Block, ...]:
    said = "; ".join(context.period(period) for period in periods)
    return (heading(context, label), Paragraph(text=said)) if said else ()
