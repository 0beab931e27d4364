"""What is said of several years: who meets whom when, the loads, and what may be claimed of the span."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

import attrs

from supervision_core.rendering import words
from supervision_core.rendering.model import Block, Column, Grid, GridRow, Mark, Notice, Page, Terms
from supervision_core.rendering.parts import column, heading, number_column, row, table, unless_empty
from supervision_core.rendering.tellers.certificates import infeasible_blocks
from supervision_core.rendering.tellers.plans import level_text
from supervision_core.rendering.voices import Voice
from supervision_core.rotation.plans import Plan
from supervision_core.rotation.spans import Claim, Horizon, HorizonInfeasible

__all__ = ["tell_horizon", "tell_horizon_infeasible"]


def tell_horizon(horizon: Horizon, voice: Voice) -> Page:
    """The years one after the other, as one grid."""
    years = horizon.years
    title = voice.say(words.HORIZON, first=years[0], last=years[-1]) if years else voice.say(words.NO_YEARS)
    whole = horizon.claim is Claim.WHOLE
    notice = Notice(
        mark=Mark.GOOD if whole else Mark.NOTE,
        text=voice.say(words.CLAIM, claim=voice.say(horizon.claim.label)),
        notes=(voice.say(horizon.ground),),
    )
    return Page(title=title, lang=voice.lang, blocks=(notice, *_years(horizon.plans, voice), *_meetings(horizon.met, voice)))


def tell_horizon_infeasible(outcome: HorizonInfeasible, voice: Voice) -> Page:
    """Why a year has no plan, and the years before it."""
    title = voice.say(words.HORIZON_INFEASIBLE, year=outcome.infeasible.year)
    count = Terms(pairs=((voice.say(words.YEARS_BEFORE), voice.number(len(outcome.plans))),))
    blocks = (count, *infeasible_blocks(outcome.infeasible, voice), *_years(outcome.plans, voice))
    return Page(title=title, lang=voice.lang, blocks=blocks)


def _years(plans: Sequence[Plan], voice: Voice) -> Iterator[Block]:
    if not plans:
        return
    yield heading(voice, words.WHO_WHEN)
    yield attrs.evolve(_grid(plans, voice), is_headed=True)
    heads = [Column(text=str(plan.year), is_number=True) for plan in plans]
    units = _units(plans)
    yield heading(voice, words.LOADS_BY_YEAR)
    rows = [row(voice.name(unit), *(voice.number(plan.loads.get(unit, 0)) for plan in plans)) for unit in units]
    yield table(voice, words.LOADS_BY_YEAR, [column(voice, words.LEAD_UNIT), *heads], rows, is_headed=True)
    scores = [dict(plan.score.levels) for plan in plans]
    levels = list(dict.fromkeys(name for score in scores for name in score))
    rows = [
        row(level_text(name, voice), *(voice.number(score[name]) if name in score else "–" for score in scores))
        for name in levels
    ]
    yield heading(voice, words.SCORE_BY_YEAR)
    yield table(voice, words.SCORE_BY_YEAR, [column(voice, words.LEVEL), *heads], rows, is_headed=True)


def _units(plans: Sequence[Plan]) -> list[str]:
    return sorted({unit for plan in plans for unit in plan.loads})


def _grid(plans: Sequence[Plan], voice: Voice) -> Grid:
    units = _units(plans)
    place = {unit: number for number, unit in enumerate(units)}
    rows = []
    for subject in sorted({subject for plan in plans for subject in plan.assignments}):
        held = [plan.assignments.get(subject) for plan in plans]
        again = [now is not None and now == before for before, now in zip([None, *held], held, strict=False)]
        fields = tuple(None if unit is None else place[unit] for unit in held)
        rows.append(GridRow(label=voice.name(subject), fields=fields, flags=tuple(again)))
    return Grid(
        caption=voice.say(words.WHO_WHEN),
        description=voice.say(words.WHO_WHEN_TOLD),
        corner=voice.say(words.SUBJECT),
        columns=tuple(str(plan.year) for plan in plans),
        legend=tuple(voice.name(unit) for unit in units),
        flag=voice.say(words.SAME_AS_BEFORE) if any(flag for one in rows for flag in one.flags) else "",
        rows=tuple(rows),
    )


def _meetings(met: Mapping[str, tuple[str, ...]], voice: Voice) -> tuple[Block, ...]:
    """How many subjects meet how many lead units."""
    counted: dict[int, int] = {}
    for units in met.values():
        counted[len(units)] = counted.get(len(units), 0) + 1
    columns = [number_column(voice, words.MEETINGS_COUNT), number_column(voice, words.SUBJECT_COUNT)]
    rows = [row(voice.number(units), voice.number(counted[units])) for units in sorted(counted)]
    return unless_empty(heading(voice, words.MEETINGS), table(voice, words.MEETINGS, columns, rows))
