"""Every level made as good as the levels before allow, and the convex level of balance.

On the allocations that are optimal on the levels before, the loads can be evened out greedily: the sum of convex costs of
the loads is least when no single path improves it, and any path between two columns may be used.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from contextlib import suppress

import attrs

from supervision_core.allocation.linear import cheapest, settle_level
from supervision_core.allocation.problem import BALANCE, Allocation, AllocationProblem, NothingFits, Rooms, State, bits_of

__all__ = ["ideal_loads", "is_feasible", "settle_balance", "settle_ideal", "solve"]


def ideal_loads(problem: AllocationProblem) -> list[int]:
    """The best loads if every unit could go anywhere; the nearest to it when the bounds do not let all units in."""
    scale = problem.scale
    loads = [
        min(max(target // scale, low), high)
        for target, low, high in zip(problem.targets, problem.lows, problem.highs, strict=True)
    ]
    left = problem.units - sum(loads)
    while left > 0:
        open_columns = [j for j in range(problem.columns) if loads[j] < problem.highs[j]]
        if not open_columns:
            break
        j = min(open_columns, key=lambda one: (scale * loads[one] - problem.targets[one], one))
        # Up to where the next best column is as good, so that the number of steps does not depend on the units.
        others = [scale * loads[one] - problem.targets[one] for one in open_columns if one != j]
        gap = (min(others) - (scale * loads[j] - problem.targets[j])) // scale if others else left
        step = max(1, min(gap, left, problem.highs[j] - loads[j]))
        loads[j] += step
        left -= step
    while left < 0:
        open_columns = [j for j in range(problem.columns) if loads[j] > problem.lows[j]]
        if not open_columns:
            break
        j = max(open_columns, key=lambda one: (scale * loads[one] - problem.targets[one], -one))
        others = [scale * loads[one] - problem.targets[one] for one in open_columns if one != j]
        gap = (scale * loads[j] - problem.targets[j] - max(others)) // scale if others else -left
        step = max(1, min(gap, -left, loads[j] - problem.lows[j]))
        loads[j] -= step
        left += step
    return loads


def settle_ideal(state: State, problem: AllocationProblem) -> tuple[int, ...]:
    """The prices of loads that are best whatever the rows: all columns alike, and the sink at the margin between them."""
    scale = problem.scale
    off = [scale * load - target for load, target in zip(state.loads, problem.targets, strict=True)]
    falls = [_fall(one, scale) for one, load, low in zip(off, state.loads, state.lows, strict=True) if load > low]
    rises = [_rise(one, scale) for one, load, high in zip(off, state.loads, state.highs, strict=True) if load < high]
    margin = max(falls) if falls else min(rises, default=0)
    prices = [0] * len(off) + [margin]
    _keep_loads(state, off, scale, prices)
    return tuple(prices)


def settle_balance(state: State, problem: AllocationProblem) -> tuple[int, ...]:
    """Make the loads best and keep only what is tight on this level; the level's prices come back, the sink's last."""
    scale = problem.scale
    adjacent = [_adjacent(state, column) for column in range(problem.columns)]
    while True:
        off = [scale * load - target for load, target in zip(state.loads, problem.targets, strict=True)]
        move = _best_move(state, off, scale, adjacent)
        if move is None:
            break
        path, amount = move
        for here, there in zip(path, path[1:], strict=False):
            _shift(state, here, there, amount)
        for column in path:
            adjacent[column] = _adjacent(state, column)
    prices = _prices(state, off, scale, adjacent)
    _keep_tight(state, off, scale, prices)
    return tuple(prices)


def _adjacent(state: State, column: int) -> int:
    """The columns to which some unit at this column may move."""
    found = 0
    tight = state.tight
    for row in state.at[column]:
        found |= tight[row]
    return found & ~(1 << column)


def _best_move(state: State, off: list[int], scale: int, adjacent: list[int]) -> tuple[list[int], int] | None:
    """The path that helps most, and how many units to move along it; None when none helps."""
    columns = range(len(off))
    givers = sorted((j for j in columns if state.loads[j] > state.lows[j]), key=lambda j: (-off[j], j))
    takers = [j for j in columns if state.loads[j] < state.highs[j]]
    least = min((off[j] for j in takers), default=0)
    best: tuple[int, list[int]] | None = None
    for giver in givers:
        if off[giver] - least <= scale or (best is not None and off[giver] - least <= best[0]):
            break
        found = _nearest_empty(giver, off, adjacent, state)
        if found is not None and off[giver] - off[found[-1]] > max(scale, best[0] if best else 0):
            best = off[giver] - off[found[-1]], found
    if best is None:
        return None
    path = best[1]
    gap = off[path[0]] - off[path[-1]]
    amount = min(
        (gap + scale - 1) // (2 * scale),
        state.loads[path[0]] - state.lows[path[0]],
        state.highs[path[-1]] - state.loads[path[-1]],
        *(_available(state, here, there) for here, there in zip(path, path[1:], strict=False)),
    )
    return path, amount


def _nearest_empty(giver: int, off: list[int], adjacent: list[int], state: State) -> list[int] | None:
    """A path to the emptiest column that can be reached and may take more, or None."""
    came_from = {giver: -1}
    frontier = [giver]
    target = None
    while frontier:
        following = []
        for node in frontier:
            for other in bits_of(adjacent[node]):
                if other in came_from:
                    continue
                came_from[other] = node
                following.append(other)
                if state.loads[other] < state.highs[other] and (target is None or off[other] < off[target]):
                    target = other
        frontier = following
    if target is None:
        return None
    path = [target]
    while came_from[path[-1]] >= 0:
        path.append(came_from[path[-1]])
    return path[::-1]


def _available(state: State, here: int, there: int) -> int:
    return sum(units for row, units in state.at[here].items() if state.tight[row] >> there & 1)


def _shift(state: State, here: int, there: int, amount: int) -> None:
    movers = [(row, units) for row, units in state.at[here].items() if state.tight[row] >> there & 1]
    for row, units in movers:
        moved = min(units, amount)
        if not moved:
            break
        state.take(row, here, moved)
        state.put(row, there, moved)
        amount -= moved


def _prices(state: State, off: list[int], scale: int, adjacent: list[int]) -> list[int]:
    """Shortest distances over the columns and the sink (Bellman-Ford): they prove that no cycle improves the loads."""
    sink = len(off)
    arcs: list[tuple[int, int, int]] = []
    for column in range(sink):
        arcs.extend((column, other, 0) for other in bits_of(adjacent[column]))
        if state.loads[column] < state.highs[column]:
            arcs.append((column, sink, _rise(off[column], scale)))
        if state.loads[column] > state.lows[column]:
            arcs.append((sink, column, -_fall(off[column], scale)))
    prices = [0] * (sink + 1)
    changed = True
    while changed:
        changed = False
        for here, there, cost in arcs:
            if prices[here] + cost < prices[there]:
                prices[there] = prices[here] + cost
                changed = True
    return prices


def _rise(off: int, scale: int) -> int:
    """What one unit more costs: (off + scale)**2 - off**2."""
    return scale * (2 * off + scale)


def _fall(off: int, scale: int) -> int:
    """What one unit less saves: off**2 - (off - scale)**2."""
    return scale * (2 * off - scale)


def _keep_tight(state: State, off: list[int], scale: int, prices: list[int]) -> None:
    columns = range(len(off))
    at_price: dict[int, int] = {}
    for column in columns:
        at_price[prices[column]] = at_price.get(prices[column], 0) | 1 << column
    for column in columns:
        level = at_price[prices[column]]
        for row in state.at[column]:
            state.tight[row] &= level
    _keep_loads(state, off, scale, prices)


def _keep_loads(state: State, off: list[int], scale: int, prices: list[int]) -> None:
    """Leave each load only the neighbours that are as good at these prices."""
    for column in range(len(off)):
        slack = prices[column] - prices[-1]
        can_rise = state.loads[column] < state.highs[column] and _rise(off[column], scale) + slack == 0
        can_fall = state.loads[column] > state.lows[column] and _fall(off[column], scale) + slack == 0
        state.highs[column] = state.loads[column] + can_rise
        state.lows[column] = state.loads[column] - can_fall


def solve(problem: AllocationProblem, progress: Callable[[int, int], None] | None = None) -> Allocation | None:
    """An allocation that is optimal on every level in their order, or None when there is none within the bounds.

    ``progress`` is told after each level how many of how many are done.
    """
    if not all(row.open for row in problem.rows):
        return None
    state = State(problem)
    if _begin(state, problem):
        # Every unit on a column that is best for it alone, at the best loads there are: no level can be better.
        if progress is not None:
            progress(len(problem.levels), len(problem.levels))
        return _at_the_bounds(state, problem)
    try:
        settle_level(state, None)
    except NothingFits:
        return None
    prices = []
    for done, level in enumerate(problem.levels, start=1):
        if level == BALANCE:
            prices.append(settle_balance(state, problem))
        else:
            prices.append(settle_level(state, [row.costs[level] for row in problem.rows]))
        if progress is not None:
            progress(done, len(problem.levels))
    return _allocation(state, prices)


def _allocation(state: State, prices: Sequence[tuple[int, ...]]) -> Allocation:
    return Allocation(
        at=tuple(state.at),
        loads=tuple(state.loads),
        prices=tuple(prices),
        tight=tuple(state.tight),
        lows=tuple(state.lows),
        highs=tuple(state.highs),
    )


def _at_the_bounds(state: State, problem: AllocationProblem) -> Allocation:
    """The allocation with its proof: nothing has a price but, on the level of the loads, the sink."""
    free = (0,) * (problem.columns + 1)
    prices = [free if level != BALANCE else settle_ideal(state, problem) for level in problem.levels]
    return _allocation(state, prices)


def is_feasible(problem: AllocationProblem) -> bool:
    """Whether there is an allocation within the bounds at all."""
    return solve(attrs.evolve(problem, levels=())) is not None


def _begin(state: State, problem: AllocationProblem) -> bool:
    """A first allocation that is often optimal: each unit on a column that is best for it alone, at the best loads.

    Says whether that worked, and then leaves only those columns tight; where it did not, the levels repair it.
    """
    ideal = ideal_loads(problem)
    best = _best_alone(problem)
    rooms = Rooms(ideal)
    spilled: list[tuple[int, int]] = []
    # Rows in order on the first columns that have room: that is often the canonical allocation already.
    for row, one in enumerate(problem.rows):
        left = state.put_where_room(row, one.size, best[row], rooms)
        if left:
            spilled.append((row, left))
    for row, units in spilled:
        column = (best[row] & -best[row]).bit_length() - 1
        state.put(row, column, units)
    if sum(ideal) != problem.units:
        return False
    bounds = state.lows, state.highs, state.tight
    state.lows, state.highs, state.tight = list(ideal), list(ideal), best
    # Where the best for each alone does not fit together, the levels find what does.
    fits = not spilled
    if spilled:
        with suppress(NothingFits):
            settle_level(state, None)
            fits = True
    state.lows, state.highs, state.tight = bounds
    if fits:
        state.tight = best
    return fits


def _best_alone(problem: AllocationProblem) -> list[int]:
    """For each row the columns that are best for it level by level, the loads left aside."""
    linear = [level for level in problem.levels if level != BALANCE]
    best = []
    for row in problem.rows:
        dear = 0
        for cost in row.costs:
            for _, columns in cost:
                dear |= columns
        mask = row.open & ~dear
        if not mask:
            mask = row.open
            for level in linear:
                if row.costs[level]:
                    mask = cheapest(mask, row.costs[level])
        best.append(mask)
    return best
