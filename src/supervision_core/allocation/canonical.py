"""Among all optimal allocations the one whose list of columns is lexicographically smallest.

Rows come in the order in which they are listed and columns in the order of their numbers.
The optimal allocations are exactly the flows on the tight columns within the tight loads, so each row in turn takes as many
units as possible to its first column, then to its second, while the rows after it and the loads can still give way.
"""

from __future__ import annotations

from functools import reduce
from operator import or_
from typing import final

from supervision_core.allocation.problem import Allocation, bits_of, traced

__all__ = ["make_canonical"]


def make_canonical(allocation: Allocation) -> Allocation:
    """The canonical allocation among all that are as good as this one on every level."""
    work = _Work(allocation)
    for row in work.support:
        work.decide(row)
    return allocation._replace(at=tuple(work.at), loads=tuple(work.loads))


@final
class _Work:
    """The residual graph of the undecided rows over the columns and the sink."""

    def __init__(self, allocation: Allocation) -> None:
        self.tight = allocation.tight
        self.at = [dict(here) for here in allocation.at]
        self.loads = list(allocation.loads)
        self.lows, self.highs = allocation.lows, allocation.highs
        self.sink = len(self.at)
        #: Of the rows that have a choice, in order, the units at each column; all others stay where they are.
        self.support: dict[int, dict[int, int]] = {row: {} for row, mask in enumerate(self.tight) if mask & (mask - 1)}
        # Rows in the order in which they came to a column; next_mover[here][there] points at the first that may still move
        # from one to the other. Entries that no longer can are skipped when they are met.
        self.came: list[list[int]] = [[] for _ in self.at]
        self.next_mover = [[0] * self.sink for _ in self.at]
        self.adjacent = [0] * self.sink
        # reached[node]: all that can be reached from a node, or more: arcs that come are added, arcs that go are not taken out
        # until a search shows it. It tells at once where a search would be in vain. reaching[node] says the same from its end.
        # Whatever is reached from a node reaches no more than the node does, so that an arc to what is reached adds nothing.
        self.reached = [1 << node for node in range(self.sink + 1)]
        self.reaching = list(self.reached)
        self.decided = 0
        for column, here in enumerate(self.at):
            for row in sorted(self.support.keys() & here.keys()):
                self.support[row][column] = here[row]
                self._offer(row, column)
            if self.loads[column] < self.highs[column]:
                self._join(column, 1 << self.sink)
            if self.loads[column] > self.lows[column]:
                self._join(self.sink, 1 << column)

    def _offer(self, row: int, column: int) -> None:
        """Note that a row with units at a column may move from there to its other tight columns."""
        self.came[column].append(row)
        new = self.tight[row] & ~(1 << column) & ~self.adjacent[column]
        if new:
            self.adjacent[column] |= new
            self._join(column, new)

    def _join(self, node: int, others: int) -> None:
        """Note arcs from a node to others: whatever reaches the node now reaches all that they do."""
        new = others & ~self.reached[node]
        if not new:
            return
        more, sources = 0, self.reaching[node]
        for other in bits_of(new):
            more |= self.reached[other]
        for place in bits_of(sources):
            self.reached[place] |= more
        for place in bits_of(more):
            self.reaching[place] |= sources

    def decide(self, row: int) -> None:
        """Fix a row: as much as possible to its first columns; the rows before it no longer move."""
        self.decided = row + 1
        here = self.support[row]
        left = self.tight[row]
        while True:
            # The first column from which, it seems, units could be passed on to a later one where the row has some.
            worth = 0
            for column in here:
                worth |= self.reaching[column] & ((1 << column) - 1)
            worth &= left
            if not worth:
                return
            first = (worth & -worth).bit_length() - 1
            left &= -2 << first
            above = sum(1 << column for column in here if column > first)
            while above & self.reached[first]:
                path = self._path(first, above)
                if path is None:
                    break
                self._push(row, path)
                if path[-1] not in here:
                    above &= ~(1 << path[-1])

    def _path(self, start: int, goals: int) -> list[int] | None:
        """A shortest path by which units can leave ``start`` for one of the goals, or None."""
        while (path := self._path_by_masks(start, goals)) is not None:
            if all(self._can_move(here, there) for here, there in zip(path, path[1:], strict=False)):
                return path
        return None

    def _path_by_masks(self, start: int, goals: int) -> list[int] | None:
        """A shortest path over the arcs that are noted, some of which may be gone."""
        came_from = {start: -1}
        frontier = [start]
        unseen = ~(1 << start)
        while frontier:
            following: list[int] = []
            for node in frontier:
                found = self._neighbours(node) & unseen
                if found & goals:
                    end = (found & goals).bit_length() - 1
                    came_from[end] = node
                    return traced(came_from, end)
                unseen &= ~found
                # The inmost loop, so ``bits_of`` stands here written out.
                while found:
                    low = found & -found
                    other = low.bit_length() - 1
                    came_from[other] = node
                    following.append(other)
                    found ^= low
            frontier = following
        self._reach_only(~unseen)
        return None

    def _reach_only(self, reached: int) -> None:
        """Note of the nodes that a search has reached that they reach no others."""
        for node in bits_of(reached):
            for other in bits_of(self.reached[node] & ~reached):
                self.reaching[other] ^= 1 << node
            self.reached[node] &= reached

    def _neighbours(self, node: int) -> int:
        if node == self.sink:
            return sum(1 << column for column in range(self.sink) if self.loads[column] > self.lows[column])
        to_sink = 1 << self.sink if self.loads[node] < self.highs[node] else 0
        return self.adjacent[node] | to_sink

    def _can_move(self, here: int, there: int) -> bool:
        if self.sink in {here, there}:
            return True
        if self._mover(here, there) is not None:
            return True
        self._renew(here)
        return False

    def _renew(self, column: int) -> None:
        """Look anew which rows may still move from a column: where one arc is gone, others mostly are as well."""
        self.came[column] = [row for row in self.came[column] if row >= self.decided and column in self.support[row]]
        self.next_mover[column] = [0] * self.sink
        self.adjacent[column] = reduce(or_, map(self.tight.__getitem__, self.came[column]), 0) & ~(1 << column)

    def _mover(self, here: int, there: int) -> int | None:
        """An undecided row with units at one column that may go to the other, or None."""
        came, place = self.came[here], self.next_mover[here][there]
        while place < len(came):
            row = came[place]
            if row >= self.decided and self.tight[row] >> there & 1 and here in self.support[row]:
                break
            place += 1
        self.next_mover[here][there] = place
        return came[place] if place < len(came) else None

    def _push(self, row: int, path: list[int]) -> None:
        """Move units of the row from the end of the path to its start, and what gives way along the path.

        With the row, which could go from the end to the start, the path is a circle: all on it reach each other already, so
        that the ways which loads open by rising and falling, and units by moving, lead nowhere new.
        """
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
