"""Among all optimal allocations the one whose list of columns is lexicographically smallest.

Rows come in the order in which they are listed and columns in the order of their numbers.
The optimal allocations are exactly the flows on the tight columns within the tight loads, so each row in turn takes as many
units as possible to its first column, then to its second, while the rows after it and the loads can still give way.
"""

from __future__ import annotations

from collections import deque
from typing import final

import attrs

from supervision_core.allocation.problem import Allocation, bits_of

__all__ = ["make_canonical"]


def make_canonical(allocation: Allocation) -> Allocation:
    """The canonical allocation among all that are as good as this one on every level."""
    work = _Work(allocation)
    for row in range(len(allocation.tight)):
        work.decide(row)
    return attrs.evolve(allocation, at=tuple(work.at), loads=tuple(work.loads))


@final
class _Work:
    """The residual graph of the undecided rows over the columns and the sink."""

    def __init__(self, allocation: Allocation) -> None:
        self.tight = allocation.tight
        self.at = [dict(here) for here in allocation.at]
        self.loads = list(allocation.loads)
        self.lows, self.highs = allocation.lows, allocation.highs
        self.sink = len(self.at)
        self.support: list[dict[int, int]] = [{} for _ in self.tight]
        # waiting[here][there]: rows that may move from one column to the other; entries that no longer can are skipped.
        self.waiting: list[list[deque[int]]] = [[deque() for _ in self.at] for _ in self.at]
        self.adjacent = [0] * self.sink
        self.decided = 0
        for column, here in enumerate(self.at):
            for row, units in sorted(here.items()):
                self.support[row][column] = units
                self._offer(row, column)

    def _offer(self, row: int, column: int) -> None:
        """Note that a row with units at a column may move from there to its other tight columns."""
        others = self.tight[row] & ~(1 << column)
        self.adjacent[column] |= others
        for other in bits_of(others):
            self.waiting[column][other].append(row)

    def decide(self, row: int) -> None:
        """Fix a row: as much as possible to its first columns; the rows before it no longer move."""
        self.decided = row + 1
        here = self.support[row]
        # The last column takes what is left.
        for first in list(bits_of(self.tight[row]))[:-1]:
            above = sum(1 << column for column in here if column > first)
            while above:
                path = self._path(first, above)
                if path is None:
                    break
                self._push(row, path)
                if path[-1] not in here:
                    above &= ~(1 << path[-1])
            if not any(column > first for column in here):
                break

    def _path(self, start: int, goals: int) -> list[int] | None:
        """A shortest path by which units can leave ``start`` for one of the goals, or None."""
        came_from = {start: -1}
        frontier = [start]
        unseen = ~(1 << start)
        while frontier:
            following = []
            for node in frontier:
                found = self._neighbours(node) & unseen
                for other in bits_of(found):
                    if self.sink not in {node, other} and self._mover(node, other) is None:
                        continue
                    unseen &= ~(1 << other)
                    came_from[other] = node
                    if goals >> other & 1:
                        return _traced(came_from, other)
                    following.append(other)
            frontier = following
        return None

    def _neighbours(self, node: int) -> int:
        if node == self.sink:
            return sum(1 << column for column in range(self.sink) if self.loads[column] > self.lows[column])
        to_sink = 1 << self.sink if self.loads[node] < self.highs[node] else 0
        return self.adjacent[node] | to_sink

    def _mover(self, here: int, there: int) -> int | None:
        """An undecided row with units at one column that may go to the other, or None; stale entries are dropped."""
        waiting = self.waiting[here][there]
        while waiting:
            row = waiting[0]
            if row >= self.decided and here in self.support[row]:
                return row
            waiting.popleft()
        self.adjacent[here] &= ~(1 << there)
        return None

    def _push(self, row: int, path: list[int]) -> None:
        """Move units of the row from the end of the path to its start, and what gives way along the path."""
        steps = list(zip(path, path[1:], strict=False))
        movers: list[int | None] = []
        amount = self.support[row][path[-1]]
        for here, there in steps:
            if there == self.sink:
                amount = min(amount, self.highs[here] - self.loads[here])
                movers.append(None)
            elif here == self.sink:
                amount = min(amount, self.loads[there] - self.lows[there])
                movers.append(None)
            else:
                mover = self._mover(here, there)
                assert mover is not None
                amount = min(amount, self.support[mover][here])
                movers.append(mover)
        for (here, there), mover in zip(steps, movers, strict=True):
            if mover is not None:
                self._move(mover, here, there, amount)
            elif there == self.sink:
                self.loads[here] += amount
            else:
                self.loads[there] -= amount
        self._move(row, path[-1], path[0], amount)

    def _move(self, row: int, here: int, there: int, amount: int) -> None:
        support = self.support[row]
        is_new = there not in support
        support[here] -= amount
        support[there] = support.get(there, 0) + amount
        self.at[there][row] = support[there]
        if support[here]:
            self.at[here][row] = support[here]
        else:
            del support[here]
            del self.at[here][row]
        if is_new and row >= self.decided:
            self._offer(row, there)


def _traced(came_from: dict[int, int], end: int) -> list[int]:
    path = [end]
    while came_from[path[-1]] >= 0:
        path.append(came_from[path[-1]])
    return path[::-1]
