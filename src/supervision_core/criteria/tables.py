"""A whole ladder as a table, compact enough to tick off line by line."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from fractions import Fraction
from typing import final

import attrs

from supervision_core.criteria.dimensions import Dimension
from supervision_core.criteria.ladders import Grade
from supervision_core.criteria.quantities import Quantity
from supervision_core.criteria.space import Space
from supervision_core.fact import Value

__all__ = ["DecisionTable", "TableCell", "TableRow", "tabulate"]


@final
@attrs.frozen(kw_only=True)
class TableCell:
    """What a row of the table asks of one column.

    For a yes/no fact ``answer`` is asked for. For a quantity its value lies from ``least`` to ``most``;
    None is no limit, and an end belongs to it where ``least_included`` or ``most_included`` says so.
    """

    #: The answer asked for; None in the column of a quantity.
    answer: bool | None = None
    #: The lower end.
    least: Fraction | None = None
    #: Whether the lower end itself belongs to it.
    least_included: bool = True
    #: The upper end.
    most: Fraction | None = None
    #: Whether the upper end itself belongs to it.
    most_included: bool = True


@final
@attrs.frozen(kw_only=True)
class TableRow:
    """One line: what it asks of each column (None: anything), and the grade."""

    #: One entry a column.
    cells: tuple[TableCell | None, ...]
    #: The outcome.
    grade: Grade


@final
@attrs.frozen(kw_only=True)
class DecisionTable:
    """Lines that exclude each other and together cover every consistent case."""

    #: A fact's code, or a quantity, for each column.
    columns: tuple[str | Quantity, ...]
    #: The lines.
    rows: tuple[TableRow, ...]

    def look_up(self, values: Mapping[str, Value]) -> Grade:
        """The grade of a complete case; for an inconsistent one the answer means nothing, or ``KeyError`` is raised."""
        for row in self.rows:
            if all(cell is None or _fits(cell, column, values) for cell, column in zip(row.cells, self.columns, strict=True)):
                return row.grade
        raise KeyError(tuple(sorted(values)))


def _fits(cell: TableCell, column: str | Quantity, values: Mapping[str, Value]) -> bool:
    if isinstance(column, str):
        return values[column] is cell.answer
    total = column.constant + sum(term.weight * values[term.code] for term in column.terms)
    if cell.least is not None and not (total >= cell.least if cell.least_included else total > cell.least):
        return False
    return cell.most is None or (total <= cell.most if cell.most_included else total < cell.most)


def tabulate(space: Space) -> DecisionTable:
    """The table of a fact space: it branches on the fact that leaves the fewest lines, and joins branches that agree."""
    lines = list(_lines(space, space.consistent, space.dimensions))
    columns = tuple(
        dimension.codes[0] if dimension.cells is None else dimension.cells.quantity for dimension in space.dimensions
    )
    rows = tuple(
        TableRow(cells=tuple(_cell(dimension, masks.get(dimension)) for dimension in space.dimensions), grade=grade)
        for masks, grade in lines
    )
    return DecisionTable(columns=columns, rows=rows)


def _lines(space: Space, rows: int, dimensions: tuple[Dimension, ...]) -> Iterator[tuple[dict[Dimension, int], Grade]]:
    """Masks of cells by dimension, with the outcome, for disjoint parts of the rows."""
    outcomes = [(grade, inside) for grade, inside in space.outcomes if inside & rows]
    if len(outcomes) == 1:
        yield {}, outcomes[0][0]
        return
    # What only one answer is left for is not worth a branch.
    dimensions = tuple(one for one in dimensions if sum(1 for inside in one.sets if inside & rows) > 1)
    dimension = min(dimensions, key=lambda one: _mixed(space, rows, one))
    left = tuple(one for one in dimensions if one is not dimension)
    branches: dict[tuple[tuple[tuple[tuple[Dimension, int], ...], Grade], ...], int] = {}
    for cell, inside in enumerate(dimension.sets):
        if inside & rows:
            below = tuple((tuple(masks.items()), grade) for masks, grade in _lines(space, inside & rows, left))
            branches[below] = branches.get(below, 0) | 1 << cell
    for below, joined in branches.items():
        for mask in _runs(joined):
            for masks, grade in below:
                yield {dimension: mask, **dict(masks)}, grade


def _runs(mask: int) -> Iterator[int]:
    """The runs of neighbouring cells in a mask, since one line of a table asks for one interval."""
    while mask:
        low = mask & -mask
        run = mask & ~(mask + low)
        yield run
        mask &= ~run


def _mixed(space: Space, rows: int, dimension: Dimension) -> int:
    """How many rows are still undecided after branching on a dimension."""
    undecided = 0
    for inside in dimension.sets:
        here = inside & rows
        if sum(1 for _, outcome in space.outcomes if outcome & here) > 1:
            undecided += here.bit_count()
    return undecided


def _cell(dimension: Dimension, mask: int | None) -> TableCell | None:
    if mask is None or mask == (1 << len(dimension.sets)) - 1:
        return None
    if dimension.cells is None:
        return TableCell(answer=bool(mask >> 1))
    boundaries = dimension.cells.boundaries
    first, last = (mask & -mask).bit_length() - 1, mask.bit_length() - 1
    low = boundaries[first - 1] if first else None
    high = boundaries[last] if last < len(boundaries) else None
    return TableCell(
        least=None if low is None else low.bound,
        least_included=low is None or not low.above,
        most=None if high is None else high.bound,
        most_included=high is None or high.above,
    )
