"""The coordinates of a complete row: each yes/no fact and each quantity of a ladder, with the rows of each of its cells.

Rows are numbered in mixed radix, and a set of rows is the bits of one int.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import final

import attrs

from supervision_core.criteria.definitions import Measure
from supervision_core.criteria.expressions import Compare, walk
from supervision_core.criteria.ladders import Ladder
from supervision_core.criteria.sums import Boundary, Cells
from supervision_core.fact import Value

__all__ = ["Dimension", "cell_mask", "cells_of", "dimensions_of", "union"]


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
    """The cells of a dimension that what is known leaves possible, as bits; None when nothing of it is known."""
    if dimension.cells is None:
        value = values.get(dimension.codes[0])
        return None if value is None else 1 << bool(value)
    known = {code: values[code] for code in dimension.codes if code in values}
    if not known:
        return None
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
