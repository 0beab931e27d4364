"""The whole fact space of a ladder as sets of complete rows, so that every question is a set operation.

A *complete row* gives each yes/no fact an answer and each quantity a cell (see :mod:`supervision_core.criteria.sums`).
Rows are numbered in mixed radix, a set of rows is the bits of one int, and what is known in a case is the set of
rows it leaves possible (its *box*). A grade is possible when its set meets the box, certain when the box lies inside it.
"""

from __future__ import annotations

from collections.abc import Mapping
from functools import cached_property
from math import prod
from typing import final

import attrs

from supervision_core.criteria.definitions import YesNo
from supervision_core.criteria.dimensions import Dimension, cell_mask, cells_of, dimensions_of, union
from supervision_core.criteria.expressions import Criterion
from supervision_core.criteria.ladders import CONFLICT, NO_RULE, Grade, Ladder
from supervision_core.criteria.node_sets import NodeSets, sets_of
from supervision_core.errors import BeyondExactness
from supervision_core.fact import Value
from supervision_core.verdicts import Verdict

__all__ = ["LARGEST_SPACE", "Space", "space_of", "space_size"]

#: The largest number of complete rows that is answered exactly.
LARGEST_SPACE = 1 << 22


@final
@attrs.frozen(eq=False)
class Space:
    """The fact space of one ladder."""

    ladder: Ladder
    dimensions: tuple[Dimension, ...]
    universe: int
    #: The rows that no implication forbids and whose cells can be reached.
    consistent: int
    #: The criterion of each rung with its sets, best first.
    rungs: tuple[NodeSets, ...]
    #: The outcomes with the rows that give them; in the order of the ladder's grades, then ``NO_RULE`` and ``CONFLICT``.
    outcomes: tuple[tuple[Grade, int], ...]

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
        """The consistent rows that agree with what is known."""
        rows = self.consistent
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
    consistent = universe
    for dimension in dimensions:
        if dimension.cells is not None:
            consistent &= dimension.restricted(dimension.cells.reach({}).mask(dimension.cells.boundaries))
    by_code = {code: dimension for dimension in dimensions for code in dimension.codes}
    for implication in ladder.implications:
        when = by_code[implication.code].sets[implication.answer]
        then = by_code[implication.then_code].sets[implication.then_answer]
        consistent &= ~when | then
    rungs = tuple(sets_of(rung.criterion, by_code, universe) for rung in ladder.rungs)
    return Space(ladder, dimensions, universe, consistent, rungs, _outcomes(ladder, rungs, consistent))


def _outcomes(ladder: Ladder, rungs: tuple[NodeSets, ...], consistent: int) -> tuple[tuple[Grade, int], ...]:
    left = consistent
    conflict = 0
    found: dict[Grade, int] = {}
    for rung, sets in zip(ladder.rungs, rungs, strict=True):
        found[rung.grade] = left & sets.sure
        conflict |= left & sets.may & ~sets.sure
        left &= ~sets.may
    return (*((grade, found[grade]) for grade in ladder.grades), (NO_RULE, left), (CONFLICT, conflict))
