"""Rows and columns in whole numbers, and the state of a solution under way.

A *row* is a number of units that are alike: each may go to the same columns at the same costs.
Sets of columns are bit masks. A cost level is either linear in the units (``Row.costs``) or the balance of the loads.
All numbers are exact ints, and the levels are compared one after the other, never weighed against each other.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import TypeAlias, final

import attrs

__all__ = ["BALANCE", "Allocation", "AllocationProblem", "Costs", "NothingFits", "Rooms", "Row", "State", "bits_of"]


#: The columns of a row that cost something on one level, as (cost, mask), each cost once and rising; the others cost 0.
Costs: TypeAlias = tuple[tuple[int, int], ...]

#: Stands in ``AllocationProblem.levels`` for the level of the loads.
BALANCE = -1


@final
@attrs.frozen
class Row:
    """``size`` units that are alike: the columns open to them and what each level costs there."""

    size: int
    open: int
    costs: tuple[Costs, ...]


@final
@attrs.frozen
class AllocationProblem:
    """Rows, columns and levels.

    ``levels`` lists, first to last, positions in ``Row.costs`` and once ``BALANCE``, the sum over the columns of
    ``(scale * load - target) ** 2``.
    """

    rows: tuple[Row, ...]
    lows: tuple[int, ...]
    highs: tuple[int, ...]
    scale: int
    targets: tuple[int, ...]
    levels: tuple[int, ...]

    @property
    def columns(self) -> int:
        """How many columns there are."""
        return len(self.lows)

    @property
    def units(self) -> int:
        """How many units there are."""
        return sum(row.size for row in self.rows)


@final
@attrs.frozen
class Allocation:
    """An optimal allocation with what proves it.

    ``prices[level][column]`` are the dual prices, the sink's last; ``tight[row]`` are the columns that some optimal
    allocation may use for the row, and ``lows``/``highs`` the loads that optimal allocations may have.
    """

    at: tuple[dict[int, int], ...]
    loads: tuple[int, ...]
    prices: tuple[tuple[int, ...], ...]
    tight: tuple[int, ...]
    lows: tuple[int, ...]
    highs: tuple[int, ...]


def bits_of(mask: int) -> Iterator[int]:
    """The positions of the bits that are set, rising."""
    while mask:
        low = mask & -mask
        yield low.bit_length() - 1
        mask ^= low


class NothingFits(Exception):
    """The units cannot be placed within the bounds on the loads."""


@final
class Rooms:
    """How many more units each column is to take, and which columns have any room at all."""

    __slots__ = ("left", "open")

    def __init__(self, left: Iterable[int]) -> None:
        self.left = list(left)
        self.open = sum(1 << column for column, room in enumerate(self.left) if room > 0)

    def take(self, column: int, units: int) -> None:
        """Use room of a column; a negative number gives some back."""
        self.left[column] -= units
        if self.left[column] > 0:
            self.open |= 1 << column
        else:
            self.open &= ~(1 << column)


@final
class State:
    """The units at each column, the columns that are still tight for each row, and the loads that are still allowed."""

    __slots__ = ("at", "highs", "loads", "lows", "rows", "tight", "used")

    def __init__(self, problem: AllocationProblem) -> None:
        self.rows: tuple[Row, ...] = problem.rows
        self.at: list[dict[int, int]] = [{} for _ in problem.lows]
        self.loads = [0] * problem.columns
        self.tight = [row.open for row in problem.rows]
        #: The columns that each row has units at.
        self.used = [0] * len(problem.rows)
        self.lows = list(problem.lows)
        self.highs = list(problem.highs)

    def put(self, row: int, column: int, units: int) -> None:
        """Add units of a row to a column."""
        here = self.at[column]
        here[row] = here.get(row, 0) + units
        self.used[row] |= 1 << column
        self.loads[column] += units

    def take(self, row: int, column: int, units: int) -> None:
        """Remove units of a row from a column."""
        here = self.at[column]
        left = here[row] - units
        if left:
            here[row] = left
        else:
            del here[row]
            self.used[row] ^= 1 << column
        self.loads[column] -= units

    def put_where_room(self, row: int, units: int, mask: int, rooms: Rooms) -> int:
        """Put units on the first columns of the mask that have room, as far as there is room; what is left comes back."""
        while units and (candidates := mask & rooms.open):
            column = (candidates & -candidates).bit_length() - 1
            fitting = min(units, rooms.left[column])
            self.put(row, column, fitting)
            rooms.take(column, fitting)
            units -= fitting
        return units
