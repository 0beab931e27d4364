"""Every node of a criterion as the set of complete rows where it is met."""

from __future__ import annotations

from collections.abc import Mapping
from functools import reduce
from operator import and_
from typing import final

import attrs

from supervision_core.criteria.dimensions import Dimension, union
from supervision_core.criteria.expressions import AllOf, AnyOf, Compare, Criterion, Holds, Not, Unless
from supervision_core.criteria.sums import Boundary
from supervision_core.verdicts import Verdict

__all__ = ["NodeSets", "sets_of"]


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
