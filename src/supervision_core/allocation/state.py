"""An allocation in the making: where the units of each row are, and what may still move where."""

from __future__ import annotations

from typing import final

from supervision_core.allocation.problem import Problem, Row, bits_of

__all__ = ["Infeasible", "State"]


class Infeasible(Exception):
    """The units cannot be placed within the bounds on the loads."""


@final
class State:
    """The units at each column, the columns that are still tight for each row, and the loads that are still allowed."""

    __slots__ = ("at", "highs", "loads", "lows", "rows", "tight")

    def __init__(self, problem: Problem) -> None:
        self.rows: tuple[Row, ...] = problem.rows
        self.at: list[dict[int, int]] = [{} for _ in problem.lows]
        self.loads = [0] * problem.columns
        self.tight = [row.open for row in problem.rows]
        self.lows = list(problem.lows)
        self.highs = list(problem.highs)

    def put(self, row: int, column: int, units: int) -> None:
        """Add units of a row to a column."""
        here = self.at[column]
        here[row] = here.get(row, 0) + units
        self.loads[column] += units

    def take(self, row: int, column: int, units: int) -> None:
        """Remove units of a row from a column."""
        here = self.at[column]
        left = here[row] - units
        if left:
            here[row] = left
        else:
            del here[row]
        self.loads[column] -= units

    def put_where_room(self, row: int, units: int, mask: int, rooms: list[int]) -> int:
        """Put units on the columns of the mask, the roomiest first, as far as there is room; what is left comes back."""
        for column in sorted(bits_of(mask), key=lambda one: (-rooms[one], one)):
            fitting = min(units, rooms[column])
            if fitting <= 0:
                break
            self.put(row, column, fitting)
            rooms[column] -= fitting
            units -= fitting
        return units
