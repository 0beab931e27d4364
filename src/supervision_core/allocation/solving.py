"""Every level made as good as the levels before allow, and the levels that are convex in the loads.

On the allocations that are optimal on the levels before, the loads can be evened out greedily: the sum of convex costs of
the loads is least when no single path improves it, and any path between two columns may be used.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from contextlib import suppress

from supervision_core.allocation.linear import cheapest, settle_level
from supervision_core.allocation.problem import (
    NOTHING,
    Allocation,
    AllocationProblem,
    LoadCosts,
    NothingFits,
    Rooms,
    State,
    bits_of,
    traced,
)

__all__ = ["ideal_loads", "is_feasible", "settle_ideal", "settle_loads", "solve"]


def ideal_loads(problem: AllocationProblem) -> list[int]:
    """The best loads if every unit could go anywhere; the nearest to it when the bounds do not let all units in."""
    balance = problem.balance
    loads = [
        min(max(target // balance.scale, low), high)
        for target, low, high in zip(balance.targets, problem.lows, problem.highs, strict=True)
    ]
    left = problem.units - sum(loads)
    if not -2 * len(loads) <= left <= 2 * len(loads):
        loads = _loads_at_one_height(problem)
        left = problem.units - sum(loads)
    rest = problem.carried or balance
    # What one unit more costs at each column, and of what one unit less saves the opposite: the least comes first.
    step = 1 if left > 0 else -1
    bounds = problem.highs if left > 0 else problem.lows

    def cost(column: int) -> tuple[int, int, int]:
        load = loads[column] if step > 0 else loads[column] - 1
        return step * balance.rise(column, load), step * rest.rise(column, load), column

    costs = {column: cost(column) for column, load in enumerate(loads) if (bounds[column] - load) * step > 0} if left else {}
    while left and costs:
        column = min(costs.values())[2]
        loads[column] += step
        left -= step
        if loads[column] == bounds[column]:
            del costs[column]
        else:
            costs[column] = cost(column)
    return loads


def _loads_at_one_height(problem: AllocationProblem) -> list[int]:
    """Loads at which one unit more costs as much everywhere, as far as the bounds allow, a few units short of all.

    The height is found by halving: the number of steps does not depend on the units or on the shares but by their digits.
    """
    balance = problem.balance

    def loads_below(height: int) -> list[int]:
        return [
            min(max(balance.below(j, height), low), high)
            for j, (low, high) in enumerate(zip(problem.lows, problem.highs, strict=True))
        ]

    if sum(problem.lows) >= problem.units:
        return list(problem.lows)
    if sum(problem.highs) <= problem.units:
        return list(problem.highs)
    columns = range(problem.columns)
    least = min(balance.rise(j, 0) for j in columns) - 1
    most = max(balance.rise(j, max(high, problem.units)) for j, high in zip(columns, problem.highs, strict=True))
    while most - least > 1:
        middle = (least + most) // 2
        if sum(loads_below(middle)) < problem.units:
            least = middle
        else:
            most = middle
    return loads_below(least)


def settle_ideal(state: State, costs: LoadCosts) -> tuple[int, ...]:
    """The prices of loads that are best whatever the rows: all columns alike, and the sink at the margin between them."""
    columns = range(len(state.loads))
    falls = [costs.rise(j, state.loads[j] - 1) for j in columns if state.loads[j] > state.lows[j]]
    rises = [costs.rise(j, state.loads[j]) for j in columns if state.loads[j] < state.highs[j]]
    margin = max(falls) if falls else min(rises, default=0)
    prices = [0] * len(state.loads) + [margin]
    _keep_loads(state, costs, prices)
    return tuple(prices)


def settle_loads(state: State, costs: LoadCosts) -> tuple[int, ...]:
    """Make the loads best and keep only what is tight on this level; the level's prices come back, the sink's last."""
    adjacent = [_adjacent(state, column) for column in range(len(state.loads))]
    while (move := _best_move(state, costs, adjacent)) is not None:
        path, amount = move
        for here, there in zip(path, path[1:], strict=False):
            _shift(state, here, there, amount)
        for column in path:
            adjacent[column] = _adjacent(state, column)
    prices = _prices(state, costs, adjacent)
    _keep_tight(state, costs, prices)
    return tuple(prices)


def _adjacent(state: State, column: int) -> int:
    """The columns to which some unit at this column may move."""
    found = 0
    tight = state.tight
    for row in state.at[column]:
        found |= tight[row]
    return found & ~(1 << column)


def _best_move(state: State, costs: LoadCosts, adjacent: list[int]) -> tuple[list[int], int] | None:
    """The path that helps most, and how many units to move along it; None when none helps."""
    columns = range(len(state.loads))
    saved = {j: costs.rise(j, state.loads[j] - 1) for j in columns if state.loads[j] > state.lows[j]}
    asked = {j: costs.rise(j, state.loads[j]) for j in columns if state.loads[j] < state.highs[j]}
    least = min(asked.values(), default=0)
    best: tuple[int, list[int]] = 0, []
    for giver in sorted(saved, key=lambda j: (-saved[j], j)):
        if saved[giver] - least <= best[0]:
            break
        found = _path_to_emptiest(giver, asked, adjacent)
        if found is not None and saved[giver] - asked[found[-1]] > best[0]:
            best = saved[giver] - asked[found[-1]], found
    path = best[1]
    if not path:
        return None
    most = min(
        state.loads[path[0]] - state.lows[path[0]],
        state.highs[path[-1]] - state.loads[path[-1]],
        *(_available(state, here, there) for here, there in zip(path, path[1:], strict=False)),
    )
    return path, _steps_that_help(state, costs, path[0], path[-1], most)


def _steps_that_help(state: State, costs: LoadCosts, giver: int, taker: int, most: int) -> int:
    """How many units, one after the other, save more at one column than they cost at another; at least one does."""
    helping, in_vain = 1, most + 1
    while in_vain - helping > 1:
        middle = (helping + in_vain) // 2
        if costs.rise(giver, state.loads[giver] - middle) > costs.rise(taker, state.loads[taker] + middle - 1):
            helping = middle
        else:
            in_vain = middle
    return helping


def _path_to_emptiest(giver: int, asked: Mapping[int, int], adjacent: list[int]) -> list[int] | None:
    """A path to the column that can be reached and takes one unit more for least, or None."""
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
                if other in asked and (target is None or asked[other] < asked[target]):
                    target = other
        frontier = following
    return None if target is None else traced(came_from, target)


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


def _prices(state: State, costs: LoadCosts, adjacent: list[int]) -> list[int]:
    """Shortest distances over the columns and the sink (Bellman-Ford): they prove that no cycle improves the loads."""
    sink = len(state.loads)
    arcs: list[tuple[int, int, int]] = []
    for column, load in enumerate(state.loads):
        arcs.extend((column, other, 0) for other in bits_of(adjacent[column]))
        if load < state.highs[column]:
            arcs.append((column, sink, costs.rise(column, load)))
        if load > state.lows[column]:
            arcs.append((sink, column, -costs.rise(column, load - 1)))
    prices = [0] * (sink + 1)
    changed = True
    while changed:
        changed = False
        for here, there, cost in arcs:
            if prices[here] + cost < prices[there]:
                prices[there] = prices[here] + cost
                changed = True
    return prices


def _keep_tight(state: State, costs: LoadCosts, prices: list[int]) -> None:
    columns = range(len(state.loads))
    at_price: dict[int, int] = {}
    for column in columns:
        at_price[prices[column]] = at_price.get(prices[column], 0) | 1 << column
    for column in columns:
        level = at_price[prices[column]]
        for row in state.at[column]:
            state.tight[row] &= level
    _keep_loads(state, costs, prices)


def _keep_loads(state: State, costs: LoadCosts, prices: list[int]) -> None:
    """Leave each load only the neighbours that are as good at these prices."""
    for column, load in enumerate(state.loads):
        slack = prices[column] - prices[-1]
        can_rise = load < state.highs[column] and costs.rise(column, load) + slack == 0
        can_fall = load > state.lows[column] and costs.rise(column, load - 1) + slack == 0
        state.highs[column] = load + can_rise
        state.lows[column] = load - can_fall


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
        of_loads = problem.of_loads(level)
        if of_loads is not None:
            prices.append(settle_loads(state, of_loads))
        elif level == NOTHING:
            prices.append((0,) * (problem.columns + 1))
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
    prices = []
    for level in problem.levels:
        of_loads = problem.of_loads(level)
        prices.append(free if of_loads is None else settle_ideal(state, of_loads))
    return _allocation(state, prices)


def is_feasible(problem: AllocationProblem) -> bool:
    """Whether there is an allocation within the bounds at all."""
    return solve(problem._replace(levels=())) is not None


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
    linear = [level for level in problem.levels if level >= 0]
    best = []
    for row in problem.rows:
        mask, costs = row.open, row.costs
        for level in linear:
            cost = costs[level]
            if len(cost) == 1:
                mask = mask & ~cost[0][1] or mask
            elif cost:
                mask = cheapest(mask, cost)
            if not mask & mask - 1:
                break
        best.append(mask)
    return best
