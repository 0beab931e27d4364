"""What is said of years that are over or planned: who had whom, who met whom, how rests add up, and policies side by side."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from fractions import Fraction

import attrs

from supervision_core.rendering import words
from supervision_core.rendering.context import Context
from supervision_core.rendering.page import (
    Bars,
    Block,
    ChartBar,
    Column,
    Grid,
    GridRow,
    Mark,
    Notice,
    Page,
    Paragraph,
    Table,
    Terms,
    column,
    heading,
    number_column,
    row,
    table,
    unless_empty,
)
from supervision_core.rotation.history import History
from supervision_core.rotation.plan import Plan
from supervision_core.rotation.policy import level_said

__all__ = ["SQUARES", "aims_in", "rests_block", "tell_history", "tell_plans", "value_said"]


#: Levels whose values are sums of squares, which say nothing to anybody.
SQUARES = frozenset({"balance", "carried", "familiarity"})


def value_said(name: str, value: int, context: Context) -> str:
    """The value of a level as a board reads it: how many; of a sum of squares, that it is as small as can be."""
    if name in SQUARES:
        return context.say(words.AS_GOOD_AS_CAN_BE)
    return context.number(value) if value else context.say(words.NONE)


def tell_history(history: History, context: Context) -> Page:
    """The years that are over: who had whom when, which lead units each subject has met, and what is not known."""
    years = history.years
    if not years:
        empty = Paragraph(text=context.say(words.EMPTY))
        return Page(title=context.say(words.NO_HISTORY), lang=context.lang, blocks=(empty,))
    held = _held(history)
    blocks: list[Block] = [
        Terms(
            pairs=(
                (context.say(words.SUBJECT_COUNT), context.number(len(held))),
                (
                    context.say(words.LEAD_UNITS),
                    context.units({unit for of in held.values() for some in of.values() for unit in some}),
                ),
            )
        )
    ]
    blocks += [heading(context, words.WHO_WHEN), attrs.evolve(_past_grid(held, years, context), is_headed=True)]
    blocks += [heading(context, words.WHO_MET_WHOM), _met(held, context)]
    unknown = table(
        context,
        words.NOT_KNOWN_WHO,
        [column(context, words.SUBJECT), number_column(context, words.A_YEAR)],
        [row(context.name(subject), str(year)) for year, subject in history.unknown],
    )
    blocks += unless_empty(heading(context, words.NOT_KNOWN_WHO), unknown)
    title = context.say(words.HISTORY, first=years[0], last=years[-1])
    return Page(title=title, lang=context.lang, blocks=tuple(blocks))


def _held(history: History) -> dict[str, dict[int, tuple[str, ...]]]:
    """By subject and year: the lead units, several where they changed within the year."""
    held: dict[str, dict[int, tuple[str, ...]]] = {}
    for year in history.years:
        for subject, units in history.column(year).items():
            held.setdefault(subject, {})[year] = (units,) if isinstance(units, str) else tuple(units)
    return dict(sorted(held.items()))


def _past_grid(held: Mapping[str, Mapping[int, tuple[str, ...]]], years: Sequence[int], context: Context) -> Grid:
    several = {units for of in held.values() for units in of.values()}
    single = context.ordered({units[0] for units in several if len(units) == 1})
    legend = [*((unit,) for unit in single), *sorted(units for units in several if len(units) > 1)]
    place = {units: number for number, units in enumerate(legend)}
    rows = []
    for subject, of in held.items():
        fields = [of.get(year) for year in years]
        again = [bool(now and before and set(now) & set(before)) for before, now in zip([None, *fields], fields, strict=False)]
        places = tuple(None if units is None else place[units] for units in fields)
        rows.append(GridRow(label=context.name(subject), fields=places, flags=tuple(again)))
    return Grid(
        caption=context.say(words.WHO_WHEN),
        description=context.say(words.WHO_WHEN_TOLD),
        corner=context.say(words.SUBJECT),
        columns=tuple(map(str, years)),
        legend=tuple(" + ".join(map(context.name, units)) for units in legend),
        flag=context.say(words.SAME_AS_BEFORE) if any(flag for one in rows for flag in one.flags) else "",
        rows=tuple(rows),
    )


def _met(held: Mapping[str, Mapping[int, tuple[str, ...]]], context: Context) -> Table:
    """Subjects against lead units, with the years in which they met."""
    units = context.ordered({unit for of in held.values() for some in of.values() for unit in some})
    columns = [column(context, words.SUBJECT), *(Column(text=context.name(unit)) for unit in units)]
    rows = [
        row(
            context.name(subject),
            *(", ".join(str(year) for year, some in of.items() if unit in some) or "–" for unit in units),
        )
        for subject, of in held.items()
    ]
    return table(context, words.WHO_MET_WHOM, columns, rows, is_headed=True)


def aims_in(plans: Sequence[Plan], context: Context) -> Mapping[str, Fraction]:
    """How many subject years each lead unit would have exactly by its share; none without the roster."""
    if context.roster is None:
        return {}
    shares = sum(unit.share for unit in context.roster.lead_units)
    turns = sum(len(plan.assignments) for plan in plans)
    return {unit.id: Fraction(turns * unit.share, shares) for unit in context.roster.lead_units}


def rests_block(plans: Sequence[Plan], context: Context) -> Iterator[Block]:
    """How the rests add up: each lead unit's subjects over all years against its share."""
    aims = aims_in(plans, context)
    units = [unit for unit in context.ordered({unit for plan in plans for unit in plan.loads}) if unit in aims]
    if not units:
        return
    totals = {unit: sum(plan.loads.get(unit, 0) for plan in plans) for unit in units}
    columns = [column(context, words.LEAD_UNIT), number_column(context, words.ALL_YEARS)]
    columns += [number_column(context, words.AIM), number_column(context, words.REST)]
    rows = [
        row(
            context.name(unit),
            context.number(totals[unit]),
            context.number(aims[unit]),
            context.signed(totals[unit] - aims[unit]),
        )
        for unit in units
    ]
    told = (
        context.say(words.LOADS_TOLD_AIM, unit=context.name(unit), load=totals[unit], aim=context.number(aims[unit]))
        for unit in units
    )
    yield heading(context, words.RESTS)
    yield Bars(
        caption=context.say(words.RESTS),
        description="; ".join(told) + ".",
        bars=tuple(
            ChartBar(label=context.name(unit), value=Fraction(totals[unit]), text=context.number(totals[unit]), aim=aims[unit])
            for unit in units
        ),
        aim=context.say(words.AIM_LINE),
        table=table(context, words.RESTS, columns, rows, is_headed=True),
        is_headed=True,
    )


def tell_plans(plans: Sequence[Plan], context: Context) -> Page:
    """Plans of several policies beside each other: their choices, what each gives, and how many subjects differ."""
    heads = [Column(text=context.say(words.PLAN_NUMBER, number=number)) for number in range(1, len(plans) + 1)]
    blocks: list[Block] = [Notice(mark=Mark.NOTE, text=context.say(words.PLANS_SAID))]
    choices = [_choices(plan, context) for plan in plans]
    rows = [row(label, *(dict(one)[label] for one in choices)) for label, _ in choices[0]]
    blocks.append(table(context, words.POLICIES, [column(context, words.CHOICE), *heads], rows))
    scores = [dict(plan.score.levels) for plan in plans]
    levels = dict.fromkeys(name for score in scores for name in score)
    rows = [
        row(level_said(name, context), *(_against_best(name, score, scores, context) for score in scores)) for name in levels
    ]
    blocks.append(table(context, words.SCORE, [column(context, words.LEVEL), *heads], rows))
    units = context.ordered({unit for plan in plans for unit in plan.loads})
    rows = [row(context.name(unit), *(context.number(plan.loads.get(unit, 0)) for plan in plans)) for unit in units]
    numbers = [attrs.evolve(head, is_number=True) for head in heads]
    blocks.append(table(context, words.LOADS, [column(context, words.LEAD_UNIT), *numbers], rows))
    apart = [sum(1 for one, unit in plan.assignments.items() if plans[0].assignments.get(one, unit) != unit) for plan in plans]
    rows = [row(context.say(words.OTHER_THAN_FIRST), *map(context.number, apart))]
    blocks.append(table(context, words.DIFFERENCE, [column(context, words.QUANTITY), *numbers], rows))
    return Page(title=context.say(words.PLANS), lang=context.lang, blocks=tuple(blocks))


def _choices(plan: Plan, context: Context) -> tuple[tuple[str, str], ...]:
    return (
        (context.say(words.A_YEAR), str(plan.year)),
        (context.say(words.COOLING_OFF_YEARS), context.number(plan.policy.cooling_off_years)),
        (context.say(words.REPEATS), context.say(words.REPEATS_KINDS[plan.policy.repeats.value])),
        (context.say(words.OBJECTIVE), context.say(words.OBJECTIVES[plan.policy.objective.value])),
    )


def _against_best(name: str, score: Mapping[str, int], scores: Sequence[Mapping[str, int]], context: Context) -> str:
    """How many; of a sum of squares, whether it is the smallest of these plans."""
    if name not in score:
        return "–"
    if name not in SQUARES:
        return value_said(name, score[name], context)
    least = min(one[name] for one in scores if name in one)
    return context.say(words.BEST_OF_THESE if score[name] == least else words.NOT_BEST_OF_THESE)
