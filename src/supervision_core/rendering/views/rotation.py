"""What is said of plans, certificates and horizons."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from fractions import Fraction

import attrs

from supervision_core.rendering import words
from supervision_core.rendering.context import Context
from supervision_core.rendering.page import (
    Bars,
    Block,
    Cell,
    ChartBar,
    Column,
    Entry,
    Grid,
    GridRow,
    Listing,
    Mark,
    Notice,
    Page,
    Paragraph,
    Terms,
    column,
    compact,
    heading,
    number_column,
    row,
    table,
    unless_empty,
)
from supervision_core.rendering.views.years import SQUARES, rests_block, value_said
from supervision_core.rotation.certificate import Infeasible, Violation, infeasible_said, repair_said, violation_said
from supervision_core.rotation.horizon import Claim, Horizon, HorizonInfeasible
from supervision_core.rotation.leading import lead_unit_warning_said, not_leading
from supervision_core.rotation.lineage import Held
from supervision_core.rotation.moves import held_said
from supervision_core.rotation.plan import Plan
from supervision_core.rotation.policy import PublicDraw, RotationPolicy, level_said
from supervision_core.rotation.roster import LeadUnit, Roster, Severity

__all__ = [
    "aims_of",
    "infeasible_blocks",
    "loads_picture",
    "plan_blocks",
    "policy_terms",
    "tell_horizon",
    "tell_horizon_infeasible",
    "tell_infeasible",
    "tell_plan",
]


def tell_plan(plan: Plan, context: Context) -> Page:
    """The plan of a year; with its roster also shares, bounds, flagged pairs and pins."""
    title = context.say(words.PLAN, year=plan.year)
    return Page(title=title, lang=context.lang, blocks=tuple(plan_blocks(plan, context)))


def plan_blocks(plan: Plan, context: Context, *, tells_changes: bool = True) -> Iterator[Block]:
    """The parts of a plan's report; who changed against the reference only where nobody has said it yet."""
    said = words.PROVED if plan.assignments else words.NO_SUBJECTS
    yield Notice(mark=Mark.GOOD if plan.assignments else Mark.NOTE, text=context.say(said))
    yield Terms(
        pairs=(
            (context.say(words.SUBJECT_COUNT), context.number(len(plan.assignments))),
            (context.say(words.LEAD_UNIT_COUNT), context.number(len(plan.loads))),
        )
    )
    yield from _warnings(plan, context)
    yield loads_picture(plan.loads, context)
    yield from _flagged(plan, context)
    yield from _pinned(plan, context)
    if tells_changes:
        yield from _changed(plan, context)
    yield heading(context, words.BY_LEAD_UNIT)
    subjects: dict[str, list[str]] = {}
    for subject, unit in plan.assignments.items():
        subjects.setdefault(unit, []).append(subject)
    for unit in context.ordered(plan.loads):
        load = plan.loads[unit]
        head = heading(context, words.UNIT_WITH_LOAD, level=2, unit=context.name(unit), load=context.number(load))
        yield from unless_empty(head, compact(context, subjects.get(unit, ())))
    yield heading(context, words.SCORE)
    yield _score(plan, context)
    yield heading(context, words.POLICY)
    yield policy_terms(plan.policy, context)


def aims_of(roster: Roster) -> Mapping[str, Fraction]:
    """How many subjects each lead unit would have exactly by its share."""
    shares = sum(unit.share for unit in roster.lead_units)
    return {unit.id: Fraction(len(roster.subjects) * unit.share, shares) for unit in roster.lead_units}


def loads_picture(loads: Mapping[str, int], context: Context) -> Bars:
    """The loads, against the shares where the roster is known."""
    aims = {} if context.roster is None else aims_of(context.roster)
    units = {} if context.roster is None else {unit.id: unit for unit in context.roster.lead_units}
    loads = {unit: loads[unit] for unit in context.ordered(loads)}
    told = (
        context.say(words.LOADS_TOLD_AIM, unit=context.name(unit), load=context.number(load), aim=context.number(aims[unit]))
        if unit in aims
        else context.say(words.LOADS_TOLD, unit=context.name(unit), load=context.number(load))
        for unit, load in loads.items()
    )
    columns = [column(context, words.LEAD_UNIT), number_column(context, words.SUBJECT_COUNT)]
    if aims:
        columns += [number_column(context, label) for label in (words.SHARE, words.AIM, words.MINIMUM, words.MAXIMUM)]
    rows = [_load_row(unit, load, units.get(unit), aims, context) for unit, load in loads.items()]
    return Bars(
        caption=context.say(words.LOADS),
        description="; ".join(told) + ".",
        bars=tuple(
            ChartBar(label=context.name(unit), value=Fraction(load), text=context.number(load), aim=aims.get(unit))
            for unit, load in loads.items()
        ),
        aim=context.say(words.AIM_LINE) if aims else "",
        table=table(context, words.LOADS, columns, rows, is_headed=True),
    )


def _load_row(unit: str, load: int, known: LeadUnit | None, aims: Mapping[str, Fraction], context: Context) -> tuple[Cell, ...]:
    if not aims:
        return row(context.name(unit), context.number(load))
    if known is None:
        return row(context.name(unit), context.number(load), "–", "–", "–", "–")
    most = "–" if known.max_load is None else context.number(known.max_load)
    return row(
        context.name(unit),
        context.number(load),
        context.number(known.share),
        context.number(aims[unit]),
        context.number(known.min_load),
        most,
    )


def _score(plan: Plan, context: Context) -> Block:
    columns = [column(context, words.LEVEL), column(context, words.LEVEL_VALUE)]
    rows = [row(level_said(name, context), _level_value(name, value, plan, context)) for name, value in plan.score.levels]
    return table(context, words.SCORE, columns, rows, is_headed=True)


def _level_value(name: str, value: int, plan: Plan, context: Context) -> str:
    """How many; of the loads, that they are as even as can be, and who has more than the share for the rest."""
    if name != "balance":
        return value_said(name, value, context)
    aims = {} if context.roster is None else aims_of(context.roster)
    if any(abs(plan.loads[unit] - aim) >= 1 for unit, aim in aims.items() if unit in plan.loads):
        return context.say(words.EVEN_AFTER)
    more = [unit for unit, load in plan.loads.items() if unit in aims and load > aims[unit]]
    return context.say(words.EVEN_REST, units=context.units(more)) if more else context.say(words.EVEN)


def policy_terms(policy: RotationPolicy, context: Context) -> Terms:
    """The choices that the plan follows."""
    tie = policy.tie_break
    by = (
        context.say(words.PUBLIC_DRAW, salt=tie.salt)
        if isinstance(tie, PublicDraw)
        else context.say(words.TIE_BREAKS[tie.value])
    )
    return Terms(
        pairs=(
            (context.say(words.COOLING_OFF_YEARS), context.number(policy.cooling_off_years)),
            (context.say(words.REPEATS), context.say(words.REPEATS_KINDS[policy.repeats.value])),
            (context.say(words.OBJECTIVE), context.say(words.OBJECTIVES[policy.objective.value])),
            (context.say(words.TIE_BREAK), by),
        )
    )


def _warnings(plan: Plan, context: Context) -> Iterator[Block]:
    for warning in plan.warnings:
        yield Notice(mark=Mark.FLAG, text=infeasible_said(warning, context) or context.say(words.WARNINGS))
    for unfit in () if context.roster is None else not_leading(context.roster, plan.loads):
        yield Notice(mark=Mark.FLAG, text=lead_unit_warning_said(unfit, context))


def _flagged(plan: Plan, context: Context) -> tuple[Block, ...]:
    """The pairs that the roster flags and the plan has nevertheless, with the reasons."""
    reasons: dict[str, list[str]] = {}
    for bar in () if context.roster is None else context.roster.bars:
        if bar.severity is Severity.FLAG and plan.assignments.get(bar.subject_id) == bar.lead_unit_id:
            reasons.setdefault(bar.subject_id, []).append(context.say(bar.reason.label))
    columns = [column(context, label) for label in (words.SUBJECT, words.LEAD_UNIT, words.REASON)]
    rows = [
        row(Cell(text=context.name(subject), mark=Mark.FLAG), context.name(plan.assignments[subject]), ", ".join(why))
        for subject, why in reasons.items()
    ]
    return unless_empty(heading(context, words.FLAGGED), table(context, words.FLAGGED, columns, rows))


def _pinned(plan: Plan, context: Context) -> tuple[Block, ...]:
    pins = {} if context.roster is None else context.roster.pins
    columns = [column(context, words.SUBJECT), column(context, words.LEAD_UNIT)]
    rows = [row(context.name(one), context.name(unit)) for one, unit in pins.items() if one in plan.assignments]
    return unless_empty(heading(context, words.PINNED), table(context, words.PINNED, columns, rows))


def _units_in(held: Held) -> tuple[str, ...]:
    return (held,) if isinstance(held, str) else held


def _changed(plan: Plan, context: Context) -> tuple[Block, ...]:
    """Whom the plan moves against what it was to change as little as can be."""
    reference = {} if plan.reference is None else plan.reference
    columns = [column(context, label) for label in (words.SUBJECT, words.BEFORE, words.AFTER)]
    rows = [
        row(context.name(one), held_said(reference[one], context), context.name(unit))
        for one, unit in plan.assignments.items()
        if reference.get(one, unit) != unit and unit not in _units_in(reference[one])
    ]
    return unless_empty(heading(context, words.CHANGED), table(context, words.CHANGED, columns, rows))


def tell_infeasible(infeasible: Infeasible, context: Context) -> Page:
    """Every independent ground, then the repairs."""
    title = context.say(words.INFEASIBLE, year=infeasible.year)
    return Page(title=title, lang=context.lang, blocks=tuple(infeasible_blocks(infeasible, context)))


def infeasible_blocks(infeasible: Infeasible, context: Context) -> Iterator[Block]:
    """The certificate in words and numbers."""
    short = [context.say(words.PLACES_SHORT, shortage=context.number(infeasible.shortage))] if infeasible.shortage else []
    short += [context.say(words.MINIMA_SHORT, excess=context.number(infeasible.excess))] if infeasible.excess else []
    yield Notice(mark=Mark.BAD, text=" ".join(short))
    for number, violation in enumerate(infeasible.violations, start=1):
        yield heading(context, words.GROUND, number=number)
        yield from _violation(violation, context)
    yield heading(context, words.REPAIRS)
    if infeasible.repairs:
        yield Paragraph(text=context.say(words.REPAIRS_NOTE))
        entries = (Entry(text=repair_said(repair, context)) for repair in infeasible.repairs)
        yield Listing(entries=tuple(entries), is_ordered=True)
    else:
        yield Paragraph(text=context.say(words.NO_REPAIR))


def _violation(violation: Violation, context: Context) -> Iterator[Block]:
    yield Paragraph(text=violation_said(violation, context))
    yield _picture(violation, context)
    units = context.units(violation.lead_units) or context.say(words.NONE)
    yield Paragraph(text=context.say(words.UNITS_COUNTED, units=units))
    yield from unless_empty(
        heading(context, words.WHO_IS_COUNTED, level=2, count=context.number(len(violation.subjects))),
        compact(context, violation.subjects),
    )
    columns = [column(context, words.LEAD_UNIT), column(context, words.REASON)]
    columns += [number_column(context, words.SUBJECT_COUNT), column(context, words.SUBJECTS)]
    rows = [
        row(
            context.name(group.lead_unit_id),
            ", ".join(context.say(reason.label) for reason in group.reasons),
            context.number(len(group.subjects)),
            context.say(words.ALL_COUNTED) if group.subjects == violation.subjects else context.listed(group.subjects),
        )
        for group in violation.barred
    ]
    yield from unless_empty(heading(context, words.WHY_CLOSED, level=2), table(context, words.WHY_CLOSED, columns, rows))
    example = violation.example
    yield Paragraph(
        text=context.say(
            words.SMALLEST_PART,
            subjects=context.listed(example.subjects) or context.say(words.NONE),
            units=context.units(example.lead_units) or context.say(words.NONE),
            demand=context.number(example.demand),
            supply=context.number(example.supply),
        )
    )


def _picture(violation: Violation, context: Context) -> Bars:
    quantities = ((words.NEEDED, violation.demand), (words.THERE_IS, violation.supply), (words.MISSING_BY, violation.missing))
    numbers = {
        "demand": context.number(violation.demand),
        "supply": context.number(violation.supply),
        "missing": context.number(violation.missing),
    }
    columns = [column(context, words.QUANTITY), number_column(context, words.COUNT)]
    rows = [row(context.say(label), context.number(amount)) for label, amount in quantities]
    return Bars(
        caption=context.say(words.NEEDED_AND_THERE),
        description=context.say(words.NEEDED_TOLD, **numbers),
        bars=tuple(
            ChartBar(label=context.say(label), value=Fraction(amount), text=context.number(amount))
            for label, amount in quantities[:2]
        ),
        aim="",
        table=table(context, words.NEEDED_AND_THERE, columns, rows, is_headed=True),
    )


def tell_horizon(horizon: Horizon, context: Context) -> Page:
    """The years one after the other, as one grid."""
    years = horizon.years
    title = context.say(words.HORIZON, first=years[0], last=years[-1]) if years else context.say(words.NO_YEARS)
    whole = horizon.claim is Claim.WHOLE
    notice = Notice(
        mark=Mark.GOOD if whole else Mark.NOTE,
        text=context.say(words.CLAIMS[horizon.claim.value]),
        notes=(context.say(horizon.ground),),
    )
    return Page(
        title=title,
        lang=context.lang,
        blocks=(
            notice,
            *_years(horizon.plans, context),
            *rests_block(horizon.plans, context),
            *_meetings(horizon.met, context),
        ),
    )


def tell_horizon_infeasible(outcome: HorizonInfeasible, context: Context) -> Page:
    """Why a year has no plan, and the years before it."""
    title = context.say(words.HORIZON_INFEASIBLE, year=outcome.infeasible.year)
    count = Terms(pairs=((context.say(words.YEARS_BEFORE), context.number(len(outcome.plans))),))
    proved = Notice(mark=Mark.NOTE, text=context.say(outcome.ground))
    blocks = (count, proved, *infeasible_blocks(outcome.infeasible, context), *_years(outcome.plans, context))
    return Page(title=title, lang=context.lang, blocks=blocks)


def _years(plans: Sequence[Plan], context: Context) -> Iterator[Block]:
    if not plans:
        return
    yield heading(context, words.WHO_WHEN)
    yield attrs.evolve(_grid(plans, context), is_headed=True)
    heads = [Column(text=str(plan.year), is_number=True) for plan in plans]
    units = _units(plans, context)
    yield heading(context, words.LOADS_BY_YEAR)
    rows = [row(context.name(unit), *(context.number(plan.loads.get(unit, 0)) for plan in plans)) for unit in units]
    yield table(context, words.LOADS_BY_YEAR, [column(context, words.LEAD_UNIT), *heads], rows, is_headed=True)
    scores = [dict(plan.score.levels) for plan in plans]
    levels = list(dict.fromkeys(name for score in scores for name in score))
    rows = [
        row(level_said(name, context), *(context.number(score[name]) if name in score else "–" for score in scores))
        for name in levels
        if name not in SQUARES
    ]
    yield heading(context, words.SCORE_BY_YEAR)
    yield table(context, words.SCORE_BY_YEAR, [column(context, words.LEVEL), *heads], rows, is_headed=True)


def _units(plans: Sequence[Plan], context: Context) -> tuple[str, ...]:
    return context.ordered({unit for plan in plans for unit in plan.loads})


def _grid(plans: Sequence[Plan], context: Context) -> Grid:
    units = _units(plans, context)
    place = {unit: number for number, unit in enumerate(units)}
    rows = []
    for subject in sorted({subject for plan in plans for subject in plan.assignments}):
        held = [plan.assignments.get(subject) for plan in plans]
        again = [now is not None and now == before for before, now in zip([None, *held], held, strict=False)]
        fields = tuple(None if unit is None else place[unit] for unit in held)
        rows.append(GridRow(label=context.name(subject), fields=fields, flags=tuple(again)))
    return Grid(
        caption=context.say(words.WHO_WHEN),
        description=context.say(words.WHO_WHEN_TOLD),
        corner=context.say(words.SUBJECT),
        columns=tuple(str(plan.year) for plan in plans),
        legend=tuple(context.name(unit) for unit in units),
        flag=context.say(words.SAME_AS_BEFORE) if any(flag for one in rows for flag in one.flags) else "",
        rows=tuple(rows),
    )


def _meetings(met: Mapping[str, tuple[str, ...]], context: Context) -> tuple[Block, ...]:
    """How many subjects meet how many lead units."""
    counted: dict[int, int] = {}
    for units in met.values():
        counted[len(units)] = counted.get(len(units), 0) + 1
    columns = [number_column(context, words.MEETINGS_COUNT), number_column(context, words.SUBJECT_COUNT)]
    rows = [row(context.number(units), context.number(counted[units])) for units in sorted(counted)]
    return unless_empty(heading(context, words.MEETINGS), table(context, words.MEETINGS, columns, rows))
