"""The whole fact space of a ladder as sets of complete rows, so that every question is a set operation.

A *complete row* gives each yes/no fact an answer and each quantity a cell (see :mod:`supervision_core.criteria.sums`).
Rows are numbered in mixed radix, a set of rows is the bits of one int, and what is known in a case is the set of
rows it leaves possible (its *box*). A grade is possible when its set meets the box, certain when the box lies inside it.

Rows are numbered in mixed radix, and a set of rows is the bits of one int.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from functools import cached_property, reduce
from math import prod
from operator import and_
from typing import final

import attrs

from supervision_core.criteria.ladders import CONFLICT, NO_RULE, Grade, Ladder
from supervision_core.criteria.nodes import AllOf, AnyOf, Compare, Criterion, Holds, Measure, Not, Unless, YesNo, walk
from supervision_core.criteria.sums import Boundary, Cells
from supervision_core.values.errors import BeyondExactness
from supervision_core.values.facts import Value
from supervision_core.values.verdicts import Verdict

__all__ = [
    "LARGEST_SPACE",
    "Dimension",
    "NodeSets",
    "Space",
    "cell_mask",
    "cells_of",
    "dimensions_of",
    "sets_of",
    "space_of",
    "space_size",
    "union",
]


def union(sets: Iterable[int]) -> int:
    """The rows that lie in at least one of the sets."""
    found = 0
    for rows in sets:
        found |= rows
    return found


@final
@attrs.frozen(eq=False)
class Dimension:
    """One coordinate of a row: a yes/no fact (cell 0 is no, cell 1 is yes) or a quantity with its cells."""

    codes: tuple[str, ...]
    stride: int
    sets: tuple[int, ...]
    cells: Cells | None

    def restricted(self, mask: int) -> int:
        """The rows whose cell in this dimension is among the bits of ``mask``."""
        return union(rows for cell, rows in enumerate(self.sets) if mask >> cell & 1)

    def shift(self, rows: int, cell: int) -> int:
        """The rows with their cell in this dimension overwritten."""
        moved = 0
        for now, inside in enumerate(self.sets):
            part = rows & inside
            distance = (cell - now) * self.stride
            moved |= part << distance if distance >= 0 else part >> -distance
        return moved


def cell_mask(dimension: Dimension, values: Mapping[str, Value]) -> int | None:
    """The cells of a dimension that what is known leaves possible, as bits; None where that is all of them."""
    if dimension.cells is None:
        value = values.get(dimension.codes[0])
        return None if value is None else 1 << bool(value)
    known = {code: values[code] for code in dimension.codes if code in values}
    return dimension.cells.reach(known).mask(dimension.cells.boundaries)  # type: ignore[arg-type]  # measures are numbers


def cells_of(ladder: Ladder) -> list[Cells]:
    """The cells of each quantity that the ladder's criteria compare, cut at all the bounds that they name for it."""
    found = []
    for quantity in ladder.quantities:
        boundaries = {
            Boundary.of(node.comparison, node.bound)
            for rung in ladder.rungs
            for node in walk(rung.criterion)
            if isinstance(node, Compare) and node.quantity == quantity
        }
        measures = tuple(ladder.definitions[code] for code in quantity.codes())
        found.append(Cells(quantity, measures, tuple(sorted(boundaries))))  # type: ignore[arg-type]  # the ladder has checked that they are measures
    return found


def dimensions_of(ladder: Ladder, size: int) -> tuple[Dimension, ...]:
    """The coordinates of a ladder with so many complete rows: one a yes/no fact, one a quantity."""
    shapes: list[tuple[tuple[str, ...], Cells | None]] = []
    quantities = {code: cells for cells in cells_of(ladder) for code in cells.quantity.codes()}
    seen: set[int] = set()
    for fact in ladder.facts:
        if not isinstance(fact, Measure):
            shapes.append(((fact.code,), None))
        elif fact.code in quantities and id(quantities[fact.code]) not in seen:
            cells = quantities[fact.code]
            seen.add(id(cells))
            shapes.append((cells.quantity.codes(), cells))
    dimensions = []
    stride = 1
    for codes, shape in shapes:
        count = 2 if shape is None else shape.count
        dimensions.append(Dimension(codes, stride, _cell_sets(stride, count, size), shape))
        stride *= count
    return tuple(dimensions)


def _cell_sets(stride: int, count: int, size: int) -> tuple[int, ...]:
    """For each cell, the rows that have it: runs of ``stride`` rows, repeated every ``stride * count`` rows."""
    period = stride * count
    sets = [((1 << stride) - 1) << (cell * stride) for cell in range(count)]
    while period < size:
        # Doubling; the last step may be shorter, since the size is a multiple of the period but not by a power of two.
        by = min(period, size - period)
        sets = [rows | rows << by for rows in sets]
        period += by
    return tuple(sets)


@final
@attrs.frozen(eq=False)
class NodeSets:
    """A criterion with the rows where it is surely met and those where it may be; they differ where provisions conflict."""

    criterion: Criterion
    sure: int
    may: int
    parts: tuple[NodeSets, ...]

    def verdict(self, box: int) -> Verdict:
        """Whether it is met on all rows of the box, on none, or on some."""
        if box & ~self.sure == 0:
            return Verdict.MET
        return Verdict.UNKNOWN if box & self.may else Verdict.NOT_MET


def sets_of(criterion: Criterion, by_code: Mapping[str, Dimension], universe: int) -> NodeSets:
    """A criterion of a ladder and all its parts with their rows; ``universe`` has all rows."""
    parts = tuple(sets_of(part, by_code, universe) for part in criterion.parts_in_order())
    sure, may = _joined(criterion, parts, by_code, universe)
    return NodeSets(criterion, sure, may, parts)


def _joined(
    criterion: Criterion, parts: tuple[NodeSets, ...], by_code: Mapping[str, Dimension], universe: int
) -> tuple[int, int]:
    if isinstance(criterion, Holds):
        rows = by_code[criterion.code].sets[1]
        return rows, rows
    if isinstance(criterion, Compare):
        rows = _compared(criterion, by_code[criterion.quantity.codes()[0]])
        return rows, rows
    if isinstance(criterion, Not):
        return universe & ~parts[0].may, universe & ~parts[0].sure
    if isinstance(criterion, Unless):
        return _excepted(criterion, parts, universe)
    sures, mays = [part.sure for part in parts], [part.may for part in parts]
    if isinstance(criterion, AllOf):
        return reduce(and_, sures, universe), reduce(and_, mays, universe)
    if isinstance(criterion, AnyOf):
        return union(sures), union(mays)
    return _counted(sures, criterion.count, universe), _counted(mays, criterion.count, universe)


def _compared(criterion: Compare, dimension: Dimension) -> int:
    assert dimension.cells is not None
    boundary = Boundary.of(criterion.comparison, criterion.bound)
    first = dimension.cells.beyond(boundary)
    beyond = dimension.restricted(-1 << first)
    if criterion.comparison.holds(criterion.bound + 1, criterion.bound):
        return beyond
    return dimension.restricted(-1) & ~beyond


def _excepted(criterion: Unless, parts: tuple[NodeSets, ...], universe: int) -> tuple[int, int]:
    rule, live = parts[0], parts[1:]
    sure = {True: 0, False: 0}
    may = {True: 0, False: 0}
    for exemption, when in zip(criterion.exemptions, live, strict=True):
        sure[exemption.then] |= when.sure
        may[exemption.then] |= when.may
    surely_met = ~may[False] & (sure[True] | rule.sure)
    surely_not = ~may[True] & (sure[False] | ~rule.may)
    return universe & surely_met, universe & ~surely_not


def _counted(sets: list[int], count: int, universe: int) -> int:
    """The rows that lie in at least ``count`` of the sets."""
    reached = [universe] + [0] * count
    for rows in sets:
        for level in range(count, 0, -1):
            reached[level] |= reached[level - 1] & rows
    return reached[count]


#: The largest number of complete rows that is answered exactly.
LARGEST_SPACE = 1 << 22


@final
@attrs.frozen(eq=False)
class Space:
    """The fact space of one ladder."""

    ladder: Ladder
    dimensions: tuple[Dimension, ...]
    universe: int
    #: The rows that no implication forbids.
    lawful: int
    #: The criterion of each rung with its sets, best first.
    rungs: tuple[NodeSets, ...]
    #: The outcomes with the rows that give them; in the order of the ladder's grades, then ``NO_RULE`` and ``CONFLICT``.
    outcomes: tuple[tuple[Grade, int], ...]

    @cached_property
    def consistent(self) -> int:
        """The lawful rows that some case gives: whose cells can be reached, on the steps of measures or between them."""
        rows = self.lawful
        for dimension in self.dimensions:
            if dimension.cells is not None:
                rows &= dimension.restricted(dimension.cells.attainable())
        return rows

    @cached_property
    def _sets(self) -> dict[int, NodeSets]:
        # By identity: one criterion may stand in two places, and nodes live as long as their ladder does.
        found: dict[int, NodeSets] = {}
        waiting = list(self.rungs)
        while waiting:
            sets = waiting.pop()
            found[id(sets.criterion)] = sets
            waiting.extend(sets.parts)
        return found

    def verdict(self, criterion: Criterion, box: int) -> Verdict:
        """Whether a criterion of the ladder is met on all rows of the box, on none, or on some."""
        return self._sets[id(criterion)].verdict(box)

    @cached_property
    def by_code(self) -> Mapping[str, Dimension]:
        """The dimension that each fact belongs to; a measure that no criterion reads has none."""
        return {code: dimension for dimension in self.dimensions for code in dimension.codes}

    def box(self, values: Mapping[str, Value]) -> int:
        """The lawful rows that agree with what is known; an unknown measure runs over its steps, a known one is what it is."""
        rows = self.lawful
        for dimension in self.dimensions:
            mask = cell_mask(dimension, values)
            if mask is not None:
                rows &= dimension.restricted(mask)
        return rows

    def possible(self, box: int) -> tuple[Grade, ...]:
        """The outcomes that some row of the box gives, best first."""
        return tuple(grade for grade, rows in self.outcomes if rows & box)

    def rows_of(self, grade: Grade) -> int:
        """The rows that give a grade."""
        return next(rows for one, rows in self.outcomes if one == grade)

    def at_least(self, grade: Grade) -> int:
        """The rows that give a grade of this rank or a better one."""
        return union(rows for one, rows in self.outcomes if one.rank is not None and one >= grade)


def space_size(ladder: Ladder) -> int:
    """How many complete rows the fact space has."""
    answers = 1 << sum(isinstance(fact, YesNo) for fact in ladder.facts)
    return answers * prod([cells.count for cells in cells_of(ladder)])


def space_of(ladder: Ladder) -> Space:
    """The fact space; raises ``BeyondExactness`` when it has more than ``LARGEST_SPACE`` rows."""
    size = space_size(ladder)
    if size > LARGEST_SPACE:
        raise BeyondExactness("the fact space of a regulation", size, LARGEST_SPACE)
    dimensions = dimensions_of(ladder, size)
    universe = (1 << size) - 1
    lawful = universe
    by_code = {code: dimension for dimension in dimensions for code in dimension.codes}
    for implication in ladder.implications:
        when = by_code[implication.code].sets[implication.answer]
        then = by_code[implication.then_code].sets[implication.then_answer]
        lawful &= ~when | then
    rungs = tuple(sets_of(rung.criterion, by_code, universe) for rung in ladder.rungs)
    return Space(ladder, dimensions, universe, lawful, rungs, _outcomes(ladder, rungs, lawful))


def _outcomes(ladder: Ladder, rungs: tuple[NodeSets, ...], lawful: int) -> tuple[tuple[Grade, int], ...]:
    left = lawful
    conflict = 0
    found: dict[Grade, int] = {}
    for rung, sets in zip(ladder.rungs, rungs, strict=True):
        found[rung.grade] = left & sets.sure
        conflict |= left & sets.may & ~sets.sure
        left &= ~sets.may
    return (*((grade, found[grade]) for grade in ladder.grades), (NO_RULE, left), (CONFLICT, conflict))
