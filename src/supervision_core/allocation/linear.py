"""One linear level: the cheapest allocation on it among those that are optimal on the levels before.

A primal-dual method on a graph of the columns and one sink. Every row sits on columns that are cheapest at the current
prices; columns that are over-full send units along paths that cost nothing at these prices, and when none is left the prices
move by the shortest distance. Since costs on one level are small numbers, few price moves are needed, and the work of one
depends on the rows and columns, not on the units.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import final

from supervision_core.allocation.problem import Costs, NothingFits, Rooms, State, bits_of, shortest_path

__all__ = ["cheapest", "settle_level"]


#: At one set of prices: for a kind of row, the columns by what moving there costs more than staying.
_Reduced = tuple[tuple[int, int], ...]


def settle_level(state: State, costs: Sequence[Costs] | None) -> tuple[int, ...]:
    """Make the state cheapest on one level and keep only what is tight on it; the level's prices come back.

    ``costs`` has the costs of each row; None stands for no costs at all, which only repairs the loads.
    Raises :class:`NothingFits` when the loads cannot be brought within their bounds.
    """
    free = (0,) * (len(state.loads) + 1)
    tight = state.tight
    if costs is not None:
        if not any(costs):
            return free
        tight = _move_to_cheapest(state, costs)
    if all(low <= load <= high for low, load, high in zip(state.lows, state.loads, state.highs, strict=True)):
        state.tight = tight
        return free
    work = _Work(state, costs)
    while work.is_unbalanced():
        work.move_prices()
        work.push_all()
    work.keep_tight()
    return tuple(work.prices)


def cheapest(mask: int, cost: Costs) -> int:
    """The columns of the mask with the least cost."""
    dear = 0
    for _, columns in cost:
        dear |= columns
    return mask & ~dear or next(mask & columns for _, columns in cost if mask & columns)


def _move_to_cheapest(state: State, costs: Sequence[Costs]) -> list[int]:
    """Put every unit on a cheapest column of its row, over-filling columns where it must; those columns come back."""
    known: dict[tuple[int, Costs], int] = {}
    best_of: list[int] = []
    away: list[int] = []
    for row, (tight, cost, used) in enumerate(zip(state.tight, costs, state.used, strict=True)):
        best = tight
        if cost:
            key = tight, cost
            best = known.get(key) or known.setdefault(key, cheapest(tight, cost))
            if used & ~best:
                away.append(row)
        best_of.append(best)
    moves = [(row, column, state.at[column][row]) for row in away for column in bits_of(state.used[row] & ~best_of[row])]
    for row, column, units in moves:
        state.take(row, column, units)
    rooms = Rooms(high - load for high, load in zip(state.highs, state.loads, strict=True))
    for row, _, units in moves:
        left = state.put_where_room(row, units, best_of[row], rooms)
        if left:
            column = (best_of[row] & -best_of[row]).bit_length() - 1
            state.put(row, column, left)
            rooms.take(column, left)
    return best_of


@final
class _Work:
    """The graph of one level: columns 0 to m - 1 and the sink m."""

    def __init__(self, state: State, costs: Sequence[Costs] | None) -> None:
        self.state = state
        self.sink = len(state.loads)
        self.prices = [0] * (self.sink + 1)
        # What flows from each column into the sink; a column's excess is its load without that.
        self.flows = [min(max(load, low), high) for low, load, high in zip(state.lows, state.loads, state.highs, strict=True)]
        self.excess = [load - flow for load, flow in zip(state.loads, self.flows, strict=True)]
        self.excess.append(sum(self.flows) - sum(state.loads))
        # Rows that may go to the same columns at the same costs behave alike on this level: one kind of row.
        numbers: dict[tuple[int, Costs], int] = {}
        tight = state.tight
        if costs is None:
            self.kind_of = [numbers.setdefault((mask, ()), len(numbers)) for mask in tight]
        else:
            self.kind_of = [numbers.setdefault((mask, cost), len(numbers)) for mask, cost in zip(tight, costs, strict=True)]
        self.groups = [_within(mask, cost) for mask, cost in numbers]
        self.reduced: list[_Reduced]
        self.free: list[int]
        self.present: list[dict[int, dict[int, int]]] = []
        for here in state.at:
            by_kind: dict[int, dict[int, int]] = {}
            for row, units in here.items():
                by_kind.setdefault(self.kind_of[row], {})[row] = units
            self.present.append(by_kind)
        self._reprice()

    def is_unbalanced(self) -> bool:
        """Whether some column or the sink still has too much."""
        return any(amount > 0 for amount in self.excess)

    def _reprice(self) -> None:
        """What each kind of row pays for moving, at the current prices."""
        by_price: dict[int, int] = {}
        for column in range(self.sink):
            by_price[self.prices[column]] = by_price.get(self.prices[column], 0) | 1 << column
        self.reduced = []
        self.free = []
        for groups in self.groups:
            found: dict[int, int] = {}
            for cost, columns in groups:
                for price, at_price in by_price.items():
                    if columns & at_price:
                        found[cost - price] = found.get(cost - price, 0) | columns & at_price
            least = min(found)
            ordered = sorted(found.items())
            self.reduced.append(tuple((cost - least, columns) for cost, columns in ordered))
            self.free.append(ordered[0][1])

    def move_prices(self) -> None:
        """Raise the prices by the shortest distances from what has too much, up to the nearest that has too little."""
        distance = self._distances()
        ends = zip(distance, self.excess, strict=True)
        nearest = min((far for far, amount in ends if amount < 0 and far is not None), default=None)
        if nearest is None:
            raise NothingFits
        for node, far in enumerate(distance):
            self.prices[node] += nearest if far is None else min(far, nearest)
        self._reprice()

    def _distances(self) -> list[int | None]:
        """Dijkstra from every node with too much; the graph is dense and small, so a plain scan finds the next node."""
        arcs = [self._arcs(column) for column in range(self.sink)]
        distance: list[int | None] = [0 if amount > 0 else None for amount in self.excess]
        done = 0
        while True:
            waiting = [(far, node) for node, far in enumerate(distance) if far is not None and not done >> node & 1]
            if not waiting:
                return distance
            near, node = min(waiting)
            done |= 1 << node
            for cost, columns in self._sink_arcs() if node == self.sink else arcs[node]:
                for other in bits_of(columns & ~done):
                    far = distance[other]
                    distance[other] = near + cost if far is None else min(far, near + cost)

    def _arcs(self, column: int) -> list[tuple[int, int]]:
        merged: dict[int, int] = {}
        for kind in self.present[column]:
            for cost, columns in self.reduced[kind]:
                merged[cost] = merged.get(cost, 0) | columns
        if self.flows[column] < self.state.highs[column]:
            cost = self.prices[column] - self.prices[self.sink]
            merged[cost] = merged.get(cost, 0) | 1 << self.sink
        return sorted(merged.items())

    def _sink_arcs(self) -> list[tuple[int, int]]:
        merged: dict[int, int] = {}
        for column in range(self.sink):
            if self.flows[column] > self.state.lows[column]:
                cost = self.prices[self.sink] - self.prices[column]
                merged[cost] = merged.get(cost, 0) | 1 << column
        return sorted(merged.items())

    def push_all(self) -> None:
        """Push along paths that cost nothing at the current prices, until none is left."""
        while True:
            path = self._free_path()
            if path is None:
                return
            self._push(path)

    def _free_path(self) -> list[int] | None:
        """A shortest path, in arcs, of free arcs from a node with too much to one with too little."""
        start = [node for node, amount in enumerate(self.excess) if amount > 0]
        short = sum(1 << node for node, amount in enumerate(self.excess) if amount < 0)
        everywhere = (1 << len(self.excess)) - 1
        return shortest_path(start, short, everywhere, lambda node, _: self._free_arcs(node))

    def _free_arcs(self, node: int) -> int:
        columns = 0
        if node == self.sink:
            for column in range(self.sink):
                if self.flows[column] > self.state.lows[column] and self.prices[column] == self.prices[node]:
                    columns |= 1 << column
            return columns
        for kind in self.present[node]:
            columns |= self.free[kind]
        if self.flows[node] < self.state.highs[node] and self.prices[node] == self.prices[self.sink]:
            columns |= 1 << self.sink
        return columns

    def _push(self, path: list[int]) -> None:
        """Move as many units as every arc of the path lets through."""
        amount = min(self.excess[path[0]], -self.excess[path[-1]])
        loads = list(zip(path, path[1:], strict=False))
        chosen: list[list[tuple[int, int]]] = []
        for here, there in loads:
            if there == self.sink:
                amount = min(amount, self.state.highs[here] - self.flows[here])
                chosen.append([])
            elif here == self.sink:
                amount = min(amount, self.flows[there] - self.state.lows[there])
                chosen.append([])
            else:
                movers, available = self._movers(here, there, amount)
                amount = min(amount, available)
                chosen.append(movers)
        for (here, there), movers in zip(loads, chosen, strict=True):
            if there == self.sink:
                self.flows[here] += amount
            elif here == self.sink:
                self.flows[there] -= amount
            else:
                self._move(here, there, movers, amount)
        self.excess[path[0]] -= amount
        self.excess[path[-1]] += amount

    def _movers(self, here: int, there: int, wanted: int) -> tuple[list[tuple[int, int]], int]:
        """Rows at one column that move to another for free, until there are as many units as wanted."""
        found: list[tuple[int, int]] = []
        available = 0
        for kind, rows in self.present[here].items():
            if self.free[kind] >> there & 1:
                for row, units in rows.items():
                    found.append((row, units))
                    available += units
                    if available >= wanted:
                        return found, available
        return found, available

    def _move(self, here: int, there: int, movers: list[tuple[int, int]], amount: int) -> None:
        for row, units in movers:
            moved = min(units, amount)
            if not moved:
                break
            self.state.take(row, here, moved)
            self.state.put(row, there, moved)
            self._note(here, row)
            self._note(there, row)
            amount -= moved

    def _note(self, column: int, row: int) -> None:
        """Bring ``present`` in line with the state for one row at one column."""
        kind = self.kind_of[row]
        units = self.state.at[column].get(row)
        rows = self.present[column]
        if units is not None:
            rows.setdefault(kind, {})[row] = units
        else:
            del rows[kind][row]
            if not rows[kind]:
                del rows[kind]

    def keep_tight(self) -> None:
        """Let each row keep the columns that cost nothing more at the final prices, and each load the bounds it may leave."""
        state = self.state
        state.tight = [self.free[kind] for kind in self.kind_of]
        for column in range(self.sink):
            if self.prices[column] > self.prices[self.sink]:
                state.highs[column] = state.lows[column]
            elif self.prices[column] < self.prices[self.sink]:
                state.lows[column] = state.highs[column]


def _within(mask: int, cost: Costs) -> Costs:
    """The costs of the columns of a mask, those that cost nothing included."""
    dear = 0
    for _, columns in cost:
        dear |= columns
    groups = [(0, mask & ~dear), *((value, mask & columns) for value, columns in cost)]
    return tuple((value, columns) for value, columns in groups if columns)
