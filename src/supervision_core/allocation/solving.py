"""The optimal allocation, level by level: each level is made as good as the levels before it allow, and proved so."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import suppress

from supervision_core.allocation.balance import ideal_loads, settle_balance
from supervision_core.allocation.linear import cheapest, settle_level
from supervision_core.allocation.problem import BALANCE, Allocation, Problem, Row
from supervision_core.allocation.state import Infeasible, State

__all__ = ["solve"]


def solve(problem: Problem, progress: Callable[[int, int], None] | None = None) -> Allocation | None:
    """An allocation that is optimal on every level in their order, or None when there is none within the bounds.

    ``progress`` is told after each level how many of how many are done.
    """
    state = State(problem)
    if not all(row.open for row in problem.rows):
        return None
    _begin(state, problem)
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
    return Allocation(
        at=tuple(state.at),
        loads=tuple(state.loads),
        prices=tuple(prices),
        tight=tuple(state.tight),
        lows=tuple(state.lows),
        highs=tuple(state.highs),
    )


def _begin(state: State, problem: Problem) -> None:
    """A first allocation that is often optimal: each unit on a column that is best for it alone, at the best loads.

    Where that works, every level finds nothing to do; where it does not, the levels repair it.
    """
    ideal = ideal_loads(problem)
    best = _best_alone(problem)
    rooms = list(ideal)
    order = sorted(range(len(problem.rows)), key=lambda row: (best[row].bit_count(), row))
    spilled: list[tuple[int, int]] = []
    for row in order:
        left = state.put_where_room(row, problem.rows[row].size, best[row], rooms)
        if left:
            spilled.append((row, left))
    if not spilled:
        return
    for row, units in spilled:
        column = (best[row] & -best[row]).bit_length() - 1
        state.put(row, column, units)
    if sum(ideal) != problem.units:
        return
    bounds = state.lows, state.highs, state.tight
    state.lows, state.highs, state.tight = list(ideal), list(ideal), best
    # Where the best for each alone does not fit together, the levels find what does.
    with suppress(Infeasible):
        settle_level(state, None)
    state.lows, state.highs, state.tight = bounds


def _best_alone(problem: Problem) -> list[int]:
    """For each row the columns that are best for it level by level, the loads left aside."""
    linear = [level for level in problem.levels if level != BALANCE]
    return [_narrowed(row, linear) for row in problem.rows]


def _narrowed(row: Row, linear: list[int]) -> int:
    mask = row.open
    for level in linear:
        mask = cheapest(mask, row.costs[level])
    return mask
