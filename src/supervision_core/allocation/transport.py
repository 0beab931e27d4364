"""Amounts carried from rows to columns within bounds on the columns, or the columns that make it impossible.

Unlike an allocation, a row may be bound to put at most so much on any one column. Amounts move along paths over the columns;
where none is left, what can be reached from the columns that have too much, or from which those with too little can be
reached, is a cut that anyone can count: the smallest of greatest shortage.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import final

import attrs

from supervision_core.allocation.problem import bits_of, shortest_path

__all__ = ["Cut", "Load", "carry"]


@final
@attrs.frozen
class Load:
    """What one row carries: ``amount`` in all to the ``open`` columns, at most ``most`` to each."""

    amount: int
    open: int
    most: int


@final
@attrs.frozen
class Cut:
    """Columns that must have more than can come to them (``is_minimum``), or to which more must go than they may have."""

    columns: int
    is_minimum: bool


def carry(
    rows: Sequence[Load], lows: Sequence[int], highs: Sequence[int], *, maxima_first: bool = False
) -> list[dict[int, int]] | Cut:
    """By row what goes to which column, within all bounds; or why there is no way, the minima (or maxima) asked first.

    Each row can put its amount on its columns: ``amount <= most * number of columns``.
    """
    work = _Work(rows, lows, highs)
    work.spread()
    if maxima_first:
        return work.keep_maxima() or work.meet_minima() or work.put
    return work.meet_minima() or work.keep_maxima() or work.put


@final
class _Work:
    def __init__(self, rows: Sequence[Load], lows: Sequence[int], highs: Sequence[int]) -> None:
        self.rows, self.lows, self.highs = rows, lows, highs
        self.put: list[dict[int, int]] = [{} for _ in rows]
        self.loads = [0] * len(lows)
        #: The rows with something at each column.
        self.at: list[dict[int, None]] = [{} for _ in lows]
        #: By row the columns that could take more of it.
        self.free = [row.open for row in rows]
        self.everything = (1 << len(lows)) - 1

    def _add(self, row: int, column: int, amount: int) -> None:
        here = self.put[row]
        left = here.get(column, 0) + amount
        self.loads[column] += amount
        if left:
            here[column] = left
            self.at[column][row] = None
        else:
            del here[column]
            del self.at[column][row]
        if left < self.rows[row].most:
            self.free[row] |= 1 << column
        else:
            self.free[row] &= ~(1 << column)

    def spread(self) -> None:
        """Put each row where most room is left, first those that have the fewest columns."""
        for row in sorted(range(len(self.rows)), key=lambda one: self.rows[one].open.bit_count()):
            load = self.rows[row]
            left = load.amount
            for column in sorted(bits_of(load.open), key=lambda one: self.loads[one] - self.highs[one]):
                if not left:
                    break
                amount = min(left, load.most, max(self.highs[column] - self.loads[column], 0))
                if amount:
                    self._add(row, column, amount)
                    left -= amount
            for column in bits_of(self.free[row] if left else 0):
                amount = min(left, load.most - self.put[row].get(column, 0))
                if amount:
                    self._add(row, column, amount)
                    left -= amount

    def meet_minima(self) -> Cut | None:
        """Bring what can be spared to the columns that have too little; the cut where some of it cannot come."""
        while short := [column for column, load in enumerate(self.loads) if load < self.lows[column]]:
            spare = [column for column, load in enumerate(self.loads) if load > self.lows[column]]
            goals = sum(1 << column for column in short)
            path = self._path(spare, goals)
            if path is None:
                return Cut(self._that_can_reach(goals), is_minimum=True)
            first, last = path[0], path[-1]
            self._push(path, min(self.loads[first] - self.lows[first], self.lows[last] - self.loads[last]))
        return None

    def keep_maxima(self) -> Cut | None:
        """Take away what is too much; the cut where some of it cannot go."""
        while full := [column for column, load in enumerate(self.loads) if load > self.highs[column]]:
            goals = sum(1 << column for column, load in enumerate(self.loads) if load < self.highs[column])
            path = self._path(full, goals)
            if path is None:
                return Cut(self._reached_from(full), is_minimum=False)
            first, last = path[0], path[-1]
            self._push(path, min(self.loads[first] - self.highs[first], self.highs[last] - self.loads[last]))
        return None

    def _neighbours(self, column: int, wanted: int) -> int:
        """The columns, of those wanted, to which something at this column could move."""
        found = 0
        for row in self.at[column]:
            found |= self.free[row] & wanted
            if found == wanted:
                break
        return found

    def _path(self, start: Sequence[int], goals: int) -> list[int] | None:
        """A shortest path of columns from one of the start to one of the goals, or None."""
        return shortest_path(start, goals, self.everything, self._neighbours)

    def _push(self, path: Sequence[int], amount: int) -> None:
        """Move as much as every step lets through, at most so much."""
        steps = []
        for here, there in zip(path, path[1:], strict=False):
            movers, available = [], 0
            for row in self.at[here]:
                if self.free[row] >> there & 1:
                    can = min(self.put[row][here], self.rows[row].most - self.put[row].get(there, 0))
                    movers.append((row, can))
                    available += can
                    if available >= amount:
                        break
            amount = min(amount, available)
            steps.append((here, there, movers))
        for here, there, movers in steps:
            left = amount
            for row, can in movers:
                moved = min(can, left)
                if moved:
                    self._add(row, here, -moved)
                    self._add(row, there, moved)
                    left -= moved

    def _reached_from(self, start: Sequence[int]) -> int:
        reached = sum(1 << column for column in start)
        waiting = list(start)
        while waiting:
            found = self._neighbours(waiting.pop(), self.everything & ~reached)
            reached |= found
            waiting.extend(bits_of(found))
        return reached

    def _that_can_reach(self, goals: int) -> int:
        while True:
            wider = goals
            for column in bits_of(self.everything & ~goals):
                if any(self.free[row] & goals for row in self.at[column]):
                    wider |= 1 << column
            if wider == goals:
                return goals
            goals = wider
