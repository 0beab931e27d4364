"""Years ahead at once: a block of cyclic years, in which every unit goes to as many different columns as there are years.

A flow finds who meets what in total; how that is dealt out over the years is for ``dealing``.
"""

from __future__ import annotations

from collections import deque
from collections.abc import Sequence
from typing import final

import attrs

from supervision_core.allocation.problem import bits_of

__all__ = ["Block", "BlockProblem", "find_block"]


@final
@attrs.frozen
class BlockProblem:
    """Rows as (size, open columns); each unit meets ``years`` different columns.

    Column j is met ``lows[j]`` to ``highs[j]`` times in all.
    """

    rows: tuple[tuple[int, int], ...]
    years: int
    lows: tuple[int, ...]
    highs: tuple[int, ...]


@final
@attrs.frozen
class Block:
    """How many units of each row meet each column: ``meetings[row][column]``."""

    meetings: tuple[tuple[int, ...], ...]


@final
class _Flow:
    """Meetings in the making: a row may meet a column at most once a unit."""

    def __init__(self, problem: BlockProblem) -> None:
        self.problem = problem
        self.flow = [[0] * len(problem.lows) for _ in problem.rows]
        self.left = [size * problem.years for size, _ in problem.rows]
        self.loads = [0] * len(problem.lows)

    def fill(self, caps: Sequence[int]) -> None:
        """Add meetings along shortest augmenting paths while the caps of the columns allow."""
        while (path := self._path(caps)) is not None:
            self._augment(path, caps)

    def _path(self, caps: Sequence[int]) -> list[int] | None:
        came_from: dict[tuple[bool, int], tuple[bool, int] | None] = {
            (True, row): None for row, left in enumerate(self.left) if left
        }
        end = self._search(came_from, caps)
        if end is None:
            return None
        path: list[int] = []
        at: tuple[bool, int] | None = end
        while at is not None:
            path.append(at[1])
            at = came_from[at]
        return path[::-1]

    def _search(
        self, came_from: dict[tuple[bool, int], tuple[bool, int] | None], caps: Sequence[int]
    ) -> tuple[bool, int] | None:
        waiting = deque(came_from)
        while waiting:
            at = waiting.popleft()
            is_row, node = at
            if is_row:
                size, columns = self.problem.rows[node]
                following = [(False, column) for column in bits_of(columns) if self.flow[node][column] < size]
            else:
                if self.loads[node] < caps[node]:
                    return at
                following = [(True, row) for row, flow in enumerate(self.flow) if flow[node]]
            for other in following:
                if other not in came_from:
                    came_from[other] = at
                    waiting.append(other)
        return None

    def _augment(self, path: Sequence[int], caps: Sequence[int]) -> None:
        """Row, column, row, column, ...: each row meets the next column more, and each later row the column before it less."""
        amount = min(self.left[path[0]], caps[path[-1]] - self.loads[path[-1]])
        for place in range(0, len(path), 2):
            row, column = path[place], path[place + 1]
            amount = min(amount, self.problem.rows[row][0] - self.flow[row][column])
            if place:
                amount = min(amount, self.flow[row][path[place - 1]])
        for place in range(0, len(path), 2):
            self.flow[path[place]][path[place + 1]] += amount
            if place:
                self.flow[path[place]][path[place - 1]] -= amount
        self.left[path[0]] -= amount
        self.loads[path[-1]] += amount


def find_block(problem: BlockProblem) -> Block | None:
    """Meetings within all bounds, or None when there are none."""
    flow = _Flow(problem)
    # What the columns must have first; more meetings are then added without taking any of these away.
    flow.fill(problem.lows)
    if flow.loads != list(problem.lows):
        return None
    flow.fill(problem.highs)
    return None if any(flow.left) else Block(tuple(tuple(row) for row in flow.flow))
