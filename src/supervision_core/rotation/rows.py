"""From subjects to rows: subjects that are alike for every lead unit are planned as one row of several units.

Two subjects are alike when for each lead unit both are closed, or both get the same flag, repeats, familiarity and change.
What a subject is alike by is read off a few columns (its restrictions, each recorded year, the reference), so that the cost
a subject adds is a few dictionary look-ups; all else depends on how many different rows there are.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from itertools import count
from typing import cast, final

import attrs

from supervision_core.allocation.problem import BALANCE, Costs, Problem, Row
from supervision_core.rotation.history import Held
from supervision_core.rotation.policies import Objective, PublicDraw, Repeats
from supervision_core.rotation.questions import NO_RESTRICTION, Question, held_by
from supervision_core.rotation.rosters import LeadUnit, Restriction

__all__ = ["Grouping", "group"]


@final
@attrs.frozen(kw_only=True)
class Grouping:
    """A question as rows and columns: ``row_of[i]`` is the row of ``subjects[i]``, ``units[j]`` the lead unit of column j."""

    problem: Problem
    subjects: Sequence[str]
    units: tuple[str, ...]
    row_of: Sequence[int]


def group(question: Question) -> Grouping:
    """The question with subjects and lead units in the order of its tie-break."""
    roster, tie = question.roster, question.policy.tie_break
    subjects: Sequence[str] = roster.subject_ids
    units = roster.lead_unit_ids
    if isinstance(tie, PublicDraw):
        subjects = sorted(subjects, key=tie.key)
        units = tuple(sorted(units, key=tie.key))
    reading = _Reading(question, units)
    columns = reading.columns(subjects)
    if columns:
        numbers: defaultdict[tuple[object, ...], int] = defaultdict(count().__next__)
        signature_of = list(map(numbers.__getitem__, zip(*columns, strict=True)))
        signatures = list(numbers)
    else:
        signature_of = [0] * len(subjects)
        signatures = [()] if subjects else []
    rows: dict[tuple[int, tuple[Costs, ...]], int] = {}
    row_of_signature = [rows.setdefault(reading.row(signature), len(rows)) for signature in signatures]
    row_of = signature_of if len(rows) == len(signatures) else list(map(row_of_signature.__getitem__, signature_of))
    sizes = Counter(row_of)
    by_id = {unit.id: unit for unit in roster.lead_units}
    problem = Problem(
        rows=tuple(Row(sizes[number], mask, costs) for (mask, costs), number in rows.items()),
        lows=tuple(by_id[unit].min_load for unit in units),
        highs=tuple(_most(by_id[unit], len(subjects)) for unit in units),
        scale=sum(unit.share for unit in roster.lead_units),
        targets=tuple(len(subjects) * by_id[unit].share for unit in units),
        levels=_levels(question),
    )
    return Grouping(problem=problem, subjects=subjects, units=units, row_of=row_of)


def _most(unit: LeadUnit, subjects: int) -> int:
    """The most that can matter: never more than there are subjects, never less than the minimum."""
    enough = max(subjects, unit.min_load)
    return enough if unit.max_load is None else min(unit.max_load, enough)


def _levels(question: Question) -> tuple[int, ...]:
    """Positions in ``Row.costs``: 0 is flagged, 1 to k are the repeats, then familiarity and changes."""
    years = question.policy.cooling_off_years
    repeats = tuple(range(1, years + 1))
    if question.policy.objective is Objective.ANNUAL:
        return (0, *repeats, BALANCE, years + 1, years + 2)
    return (0, years + 2, *repeats, BALANCE, years + 1)


@final
class _Reading:
    """Reads the columns of a question and turns what they say of a subject into its row."""

    def __init__(self, question: Question, units: tuple[str, ...]) -> None:
        self.question = question
        self.bit = {unit: 1 << position for position, unit in enumerate(units)}
        self.all = (1 << len(units)) - 1
        self.years = question.history.years
        self.ages = {year: question.year - year for year in self.years}
        self.forbid = question.policy.repeats is Repeats.FORBID
        self.cooling = question.policy.cooling_off_years

    def columns(self, subjects: Sequence[str]) -> list[Iterable[object]]:
        """Restrictions (when there are any), the recorded years, the reference (when there is one)."""
        question = self.question
        found: list[Iterable[object]] = []
        if question.roster.restrictions:
            found.append(map(question.roster.restrictions.get, subjects))
        found.extend(map(question.history.column(year).get, subjects) for year in self.years)
        if question.reference is not None:
            found.append(map(question.reference.get, subjects))
        return found

    def row(self, signature: tuple[object, ...]) -> tuple[int, tuple[Costs, ...]]:
        """The open columns and the costs of a subject with these entries in the columns."""
        entries = list(signature)
        reference = entries.pop() if self.question.reference is not None else None
        restriction = entries.pop(0) if self.question.roster.restrictions else None
        closed, flagged, pin = cast("Restriction | None", restriction) or NO_RESTRICTION
        mask = self.all & ~self._mask(closed)
        if pin is not None:
            mask &= self.bit[pin]
        held = [self._mask(held_by(cast("Held | None", entry))) for entry in entries]
        recent = {self.ages[year]: one for year, one in zip(self.years, held, strict=True) if self.ages[year] <= self.cooling}
        if self.forbid:
            for one in recent.values():
                mask &= ~one
            recent = {}
        costs = [
            _cost(mask & self._mask(flagged)),
            *(_cost(mask & recent.get(age, 0)) for age in range(1, self.cooling + 1)),
            _squares(mask, held),
            _cost(mask & self._changed(cast("str | None", reference))),
        ]
        return mask, tuple(costs)

    def _mask(self, units: Iterable[str]) -> int:
        mask = 0
        for unit in units:
            mask |= self.bit.get(unit, 0)
        return mask

    def _changed(self, reference: str | None) -> int:
        return 0 if reference is None else self.all & ~self.bit.get(reference, 0)


def _cost(mask: int) -> Costs:
    return ((1, mask),) if mask else ()


def _squares(mask: int, held: list[int]) -> Costs:
    """Familiarity: the square of the number of recorded years, by lead unit."""
    # layers[k]: the columns that had the subject in more than k of the recorded years.
    layers: list[int] = []
    for one in held:
        carried = one & mask
        for position, layer in enumerate(layers):
            layers[position], carried = layer | carried, layer & carried
        if carried:
            layers.append(carried)
    found = []
    for position, layer in enumerate(layers):
        above = layers[position + 1] if position + 1 < len(layers) else 0
        if layer & ~above:
            found.append(((position + 1) ** 2, layer & ~above))
    return tuple(found)
