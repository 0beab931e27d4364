"""What is said of many plans at once: areas, wards, communes, how their loads add up, and policies side by side."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from fractions import Fraction

import attrs

from supervision_core.rendering import words, words_of_many as many
from supervision_core.rendering.context import Context
from supervision_core.rendering.page import (
    Bars,
    Block,
    ChartBar,
    Column,
    Heading,
    Mark,
    Notice,
    Page,
    Paragraph,
    Table,
    column,
    heading,
    number_column,
    row,
    table,
    unless_empty,
)
from supervision_core.rotation.areas import AreaWarning
from supervision_core.rotation.country import LoadsOfUnit, LoadsReport, report_said
from supervision_core.rotation.outlooks import PolicyComparison, PolicyOutlook, outlook_said
from supervision_core.rotation.policy import level_said
from supervision_core.values.labels import Label

__all__ = ["tell_area_warnings", "tell_comparison", "tell_loads_report"]


def tell_area_warnings(warnings: Sequence[AreaWarning], context: Context) -> Page:
    """Where the areas' own plans would load otherwise, and what to do about it."""
    place = {unit: number for number, unit in enumerate(context.ordered({one.lead_unit_id for one in warnings}))}
    listed = sorted(warnings, key=lambda one: (one.area, place[one.lead_unit_id]))
    columns = [column(context, many.AREA), column(context, words.LEAD_UNIT)]
    columns += [number_column(context, label) for label in (many.IN_PLAN_FOR_ALL, many.IN_OWN_PLAN, words.AIM)]
    rows = [
        row(
            context.name(one.area),
            context.name(one.lead_unit_id),
            context.number(one.load),
            context.say(many.NO_OWN_PLAN) if one.alone is None else context.number(one.alone),
            context.number(one.aim),
        )
        for one in listed
    ]
    said = Notice(mark=Mark.FLAG, text=context.say(many.AREA_WARNINGS_SAID))
    found = table(context, many.AREA_WARNINGS, columns, rows, is_headed=True)
    return Page(title=context.say(many.AREA_WARNINGS), lang=context.lang, blocks=(said, found))


def tell_loads_report(report: LoadsReport, context: Context) -> Page:
    """The loads of all plans against the shares, who got the rests, and why the totals are off."""
    blocks: list[Block] = [Notice(mark=Mark.NOTE, text=report_said(report, context))]
    if report.lead_units:
        blocks += [_loads_picture(report, context)]
        why = [Paragraph(text=context.say(label)) for label in _why(report)]
        blocks += [heading(context, many.WHY_APART), *why] if why else []
        blocks += unless_empty(heading(context, many.BY_SIZE), _by_size(report, context))
    columns = [column(context, many.WHICH_LIST), number_column(context, words.A_YEAR)]
    missing = table(
        context, many.WITHOUT_PLAN, columns, [row(context.name(key), str(year)) for year, key in report.without_plan]
    )
    blocks += unless_empty(heading(context, many.WITHOUT_PLAN), missing)
    return Page(title=context.say(many.LOADS_REPORT), lang=context.lang, blocks=tuple(blocks))


def _why(report: LoadsReport) -> Iterator[Label]:
    several = [one for one in report.sizes if one.plans > 1]
    if several:
        yield many.ROUNDED_ALIKE if all(one.is_alike for one in several) else many.ROUNDED_APART
    if any(one.beyond for one in report.lead_units):
        yield many.BEYOND_ROUNDING_SAID


def _loads_picture(report: LoadsReport, context: Context) -> Bars:
    units = {one.lead_unit_id: one for one in report.lead_units}
    listed = [units[one] for one in context.ordered(units)]
    told = (
        context.say(
            words.LOADS_TOLD_AIM,
            unit=context.name(one.lead_unit_id),
            load=context.number(one.load),
            aim=context.number(one.aim),
        )
        for one in listed
    )
    return Bars(
        caption=context.say(many.LOADS_REPORT),
        description="; ".join(told) + ".",
        bars=tuple(
            ChartBar(label=context.name(one.lead_unit_id), value=Fraction(one.load), text=context.number(one.load), aim=one.aim)
            for one in listed
        ),
        aim=context.say(words.AIM_LINE),
        table=_loads_table(listed, context),
        is_headed=True,
    )


def _loads_table(listed: Sequence[LoadsOfUnit], context: Context) -> Table:
    labels = (
        words.SUBJECT_COUNT, words.AIM, words.DIFFERENCE, many.DEVIATION, many.ROUNDED_UP, many.ROUNDED_DOWN, many.JUST_SO,
        many.BEYOND_ROUNDING, many.BY_ROUNDING,
    )  # fmt: skip
    columns = [column(context, words.LEAD_UNIT), *(number_column(context, label) for label in labels)]
    rows = [
        row(
            context.name(one.lead_unit_id),
            context.number(one.load),
            context.number(one.aim),
            context.signed(one.difference),
            "–" if one.deviation is None else f"{context.signed(one.deviation * 100)}%",
            *(context.number(count) for count in (one.up, one.down, one.exact, one.beyond)),
            context.signed(one.by_rounding),
        )
        for one in listed
    ]
    return table(context, many.LOADS_REPORT, columns, rows, is_headed=True)


def _by_size(report: LoadsReport, context: Context) -> Table:
    """How far each lead unit is from its shares in the rosters of each size, all years together."""
    units = context.ordered({one.lead_unit_id for one in report.lead_units})
    columns = [number_column(context, many.SIZE), number_column(context, many.PLAN_COUNT)]
    columns += [Column(text=context.name(unit), is_number=True) for unit in units]
    rows = []
    for subjects in sorted({one.subjects for one in report.sizes}):
        some = [one for one in report.sizes if one.subjects == subjects]
        off = (sum(one.loads.get(unit, 0) - one.aims.get(unit, Fraction(0)) for one in some) for unit in units)
        plans = sum(one.plans for one in some)
        rows.append(row(context.number(subjects), context.number(plans), *map(context.signed, off)))
    return table(context, many.BY_SIZE, columns, rows, is_headed=True)


def tell_comparison(comparison: PolicyComparison, context: Context) -> Page:
    """What the next years would look like under each policy: all together, as a picture, and year by year."""
    said = (outlook_said(name, comparison, context) for name in comparison.outlooks)
    blocks: list[Block] = [Notice(mark=Mark.NOTE, text=f"{one}.") for one in said]
    blocks += [_policies_table(comparison, context)]
    blocks += [heading(context, many.PAIRS_MET), _met_picture(comparison, context)]
    blocks += [heading(context, many.GIVEN_AGAIN), _again_picture(comparison, context)]
    for name, outlook in comparison.outlooks.items():
        head = f"{context.say(many.EACH_YEAR)}: {context.name(name)}"
        blocks += unless_empty(Heading(text=head), attrs.evolve(_years_table(outlook, comparison.pairs, context), caption=head))
    title = context.say(many.COMPARISON, first=comparison.years[0], last=comparison.years[-1])
    return Page(title=title, lang=context.lang, blocks=tuple(blocks))


def _policies_table(comparison: PolicyComparison, context: Context) -> Table:
    found = list(comparison.outlooks.items())
    columns = [column(context, words.CHOICE), *(Column(text=context.name(name)) for name, _ in found)]
    rows = [
        row(context.say(words.COOLING_OFF_YEARS), *(context.number(one.policy.cooling_off_years) for _, one in found)),
        row(context.say(many.TERM_YEARS), *(context.number(one.policy.tenure_years) for _, one in found)),
        row(context.say(words.REPEATS), *(context.say(words.REPEATS_KINDS[one.policy.repeats.value]) for _, one in found)),
        row(context.say(many.YEARS_PLANNED), *(context.number(len(one.years)) for _, one in found)),
        row(context.say(many.NO_PLAN_FROM), *(_dead_end(one, context) for _, one in found)),
    ]
    for place in range(max(len(one.again) for _, one in found)):
        label = level_said(f"repeats_{place + 1}", context)
        rows.append(row(label[:1].upper() + label[1:], *(_counted(one.again[place : place + 1], context) for _, one in found)))
    rows += [
        row(context.say(many.MOVED_COUNT), *(context.number(one.moved) for _, one in found)),
        row(context.say(many.CUT_SHORT_COUNT), *(context.number(one.cut_short) for _, one in found)),
        row(context.say(many.FLAGGED_COUNT), *(context.number(one.flagged) for _, one in found)),
        row(
            context.say(many.PAIRS_MET), *(f"{context.number(one.met)}/{context.number(comparison.pairs)}" for _, one in found)
        ),
        row(context.say(many.FURTHEST), *(_furthest(comparison.rests(name), context) for name, _ in found)),
    ]
    return table(context, words.POLICIES, columns, rows)


def _counted(counts: Sequence[int], context: Context) -> str:
    return context.number(counts[0]) if counts else "–"


def _dead_end(outlook: PolicyOutlook, context: Context) -> str:
    if outlook.dead_end is None:
        return context.say(words.NONE)
    year = outlook.dead_end.year
    return context.say(many.GOT_PAST, year=year) if outlook.is_avoided else str(year)


def _furthest(rests: Mapping[str, Fraction], context: Context) -> str:
    """The lead unit that is furthest from its share, and by how much."""
    if not rests:
        return "–"
    unit = max(context.ordered(rests), key=lambda one: abs(rests[one]))
    return f"{context.signed(rests[unit])} ({context.name(unit)})"


def _met_picture(comparison: PolicyComparison, context: Context) -> Bars:
    found = [(context.name(name), one.met) for name, one in comparison.outlooks.items()]
    pairs = context.number(comparison.pairs)
    told = (context.say(many.PAIRS_MET_TOLD, name=name, met=context.number(met), pairs=pairs) for name, met in found)
    bars = tuple(
        ChartBar(label=name, value=Fraction(met), text=context.number(met), aim=Fraction(comparison.pairs))
        for name, met in found
    )
    return Bars(
        caption=context.say(many.PAIRS_MET),
        description="; ".join(told) + ".",
        bars=bars,
        aim=context.say(many.ALL_PAIRS),
        table=_counts_table(many.PAIRS_MET, found, context),
        is_headed=True,
    )


def _again_picture(comparison: PolicyComparison, context: Context) -> Bars:
    found = [(context.name(name), sum(one.again)) for name, one in comparison.outlooks.items()]
    return Bars(
        caption=context.say(many.GIVEN_AGAIN),
        description="; ".join(f"{name}: {context.number(again)}" for name, again in found) + ".",
        bars=tuple(ChartBar(label=name, value=Fraction(again), text=context.number(again)) for name, again in found),
        aim="",
        table=_counts_table(many.GIVEN_AGAIN, found, context),
        is_headed=True,
    )


def _counts_table(caption: Label, found: Sequence[tuple[str, int]], context: Context) -> Table:
    columns = [column(context, words.CHOICE), number_column(context, words.COUNT)]
    return table(context, caption, columns, [row(name, context.number(count)) for name, count in found], is_headed=True)


def _years_table(outlook: PolicyOutlook, pairs: int, context: Context) -> Table:
    units = context.ordered({unit for one in outlook.years for unit in one.loads})
    columns = [column(context, words.A_YEAR)]
    columns += [
        number_column(context, label) for label in (many.GIVEN_AGAIN, many.MOVED_COUNT, many.CUT_SHORT_COUNT, many.PAIRS_MET)
    ]
    columns += [Column(text=context.name(unit), is_number=True) for unit in units]
    rows = [
        row(
            str(one.year),
            *(context.number(count) for count in (sum(one.again), one.moved, one.cut_short)),
            f"{context.number(one.met)}/{context.number(pairs)}",
            *(context.number(one.loads[unit]) for unit in units),
        )
        for one in outlook.years
    ]
    return table(context, many.EACH_YEAR, columns, rows, is_headed=True)
