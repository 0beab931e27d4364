"""The optimal allocation, level by level: each level is made as good as the levels before it allow, and proved so."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from contextlib import suppress

import attrs

from supervision_core.allocation.balance import ideal_loads, settle_balance, settle_ideal
from supervision_core.allocation.linear import cheapest, settle_level
from supervision_core.allocation.problem import BALANCE, Allocation, Problem
from supervision_core.allocation.state import Infeasible, Rooms, State

__all__ = ["is_feasible", "solve"]


def solve(problem: Problem, progress: Callable[[int, int], None] | None = None) -> Allocation | None:
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
    except Infeasible:
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


def _at_the_bounds(state: State, problem: Problem) -> Allocation:
    """The allocation with its proof: nothing has a price but, on the level of the loads, the sink."""
    free = (0,) * (problem.columns + 1)
    prices = [free if level != BALANCE else settle_ideal(state, problem) for level in problem.levels]
    return _allocation(state, prices)


def is_feasible(problem: Problem) -> bool:
    """Whether there is an allocation within the bounds at all."""
    return solve(attrs.evolve(problem, levels=())) is not None


def _begin(state: State, problem: Problem) -> bool:
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
        with suppress(Infeasible):
            settle_level(state, None)
            fits = True
    state.lows, state.highs, state.tight = bounds
    if fits:
        state.tight = best
    return fits


def _best_alone(problem: Problem) -> list[int]:
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
