"""An allocation in the making: where the units of each row are, and what may still move where."""

from __future__ import annotations

from collections.abc import Iterable
from typing import final

from supervision_core.allocation.problem import Problem, Row

__all__ = ["Infeasible", "Rooms", "State"]


class Infeasible(Exception):
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

    def __init__(self, problem: Problem) -> None:
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
