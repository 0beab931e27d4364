"""Why no allocation exists: the smallest sets of rows, or of columns, that miss the most.

By the two-sided theorem of Hall an allocation within the bounds exists exactly when no set of rows has more units than the
columns open to it may take (H1), and no set of columns must take more units than may go to it (H2).
A largest allocation under the caps alone shows the first, a largest allocation to the places that must be taken the second;
what can be reached from the units, or the places, that are left over is the set that is wanted.
"""

from __future__ import annotations

from collections.abc import Callable
from functools import reduce
from operator import or_
from typing import NamedTuple, final

from supervision_core.allocation.linear import settle_level
from supervision_core.allocation.problem import AllocationProblem, Rooms, Row, Squares, State, bits_of

__all__ = ["Component", "Gap", "find_excess", "find_shortage"]


@final
class Component(NamedTuple):
    """Rows and columns that violate a condition on their own, and a smallest part of them that still does.

    ``example_units`` says how many units of which rows belong to the example (of H1), ``example_columns`` its columns.
    """

    rows: tuple[int, ...]
    columns: int
    missing: int
    example_units: tuple[tuple[int, int], ...]
    example_columns: int


@final
class Gap(NamedTuple):
    """The independent parts of the smallest set that misses the most, and where one more open pair would help.

    Opening a column to a row of H1's sets helps exactly when the column is in ``relieving_columns``;
    opening a column of H2's sets to a row helps exactly when the row is in ``relieving_rows``.
    """

    parts: tuple[Component, ...]
    relieving_columns: int
    relieving_rows: tuple[int, ...]


def _place(problem: AllocationProblem, caps: tuple[int, ...]) -> State:
    """Place as many units as the caps allow; the others stand in an extra column behind the last."""
    extra = problem.columns
    outside = ((1, 1 << extra),)
    rows = tuple(Row(row.size, row.open | 1 << extra, (outside,)) for row in problem.rows)
    relaxed = AllocationProblem(rows, (0,) * (extra + 1), (*caps, problem.units), Squares(1, (0,) * (extra + 1)), (0,))
    state = State(relaxed)
    rooms = Rooms(relaxed.highs)
    for row in sorted(range(len(rows)), key=lambda one: (problem.rows[one].open.bit_count(), one)):
        left = state.put_where_room(row, rows[row].size, problem.rows[row].open, rooms)
        if left:
            state.put(row, extra, left)
    settle_level(state, [outside] * len(rows))
    return state


def find_shortage(problem: AllocationProblem) -> Gap:
    """The smallest set of rows of greatest shortage (H1); no parts when every unit has a place."""
    state = _place(problem, problem.highs)
    left_over = state.at[problem.columns]
    rows, columns = _reached_from_rows(problem, state, sorted(left_over))
    parts = []
    for part_rows, part_columns in _components(problem, rows, columns):
        witness = next(row for row in part_rows if row in left_over)
        _, example_columns = _reached_from_rows(problem, state, [witness])
        units = {witness: 1}
        for column in bits_of(example_columns):
            for row, count in state.at[column].items():
                units[row] = units.get(row, 0) + count
        missing = sum(left_over.get(row, 0) for row in part_rows)
        parts.append(Component(part_rows, part_columns, missing, tuple(sorted(units.items())), example_columns))
    return Gap(tuple(parts), _with_spare_room(problem, state), ())


def find_excess(problem: AllocationProblem) -> Gap:
    """The smallest set of columns of greatest excess of their minima (H2); no parts when all minima can be met."""
    state = _place(problem, problem.lows)
    under = sum(1 << j for j in range(problem.columns) if state.loads[j] < problem.lows[j])
    columns, rows = _reached_from_columns(problem, state, under)
    parts = []
    for part_rows, part_columns in _components(problem, rows, columns):
        missing = sum(problem.lows[j] - state.loads[j] for j in bits_of(part_columns))
        parts.append(Component(part_rows, part_columns, missing, (), _smallest_excess(problem, part_columns)))
    return Gap(tuple(parts), 0, _spare_rows(problem, state))


def _reached_from_rows(problem: AllocationProblem, state: State, start: list[int]) -> tuple[tuple[int, ...], int]:
    """The rows and columns on alternating paths from units of some rows: a row may go there, units there may give way."""
    seen = set(start)
    waiting = list(start)
    columns = 0
    while waiting:
        new = problem.rows[waiting.pop()].open & ~columns
        columns |= new
        for column in bits_of(new):
            for row in state.at[column]:
                if row not in seen:
                    seen.add(row)
                    waiting.append(row)
    return tuple(sorted(seen)), columns


def _reached_from_columns(problem: AllocationProblem, state: State, columns: int) -> tuple[int, tuple[int, ...]]:
    """The columns and rows on alternating paths from places of some columns: a row may go there, and leaves its own place."""
    where = [0] * len(problem.rows)
    for column in range(problem.columns):
        for row in state.at[column]:
            where[row] |= 1 << column

    def left_by(reached: int) -> int:
        return reduce(or_, (where[row] for row, one in enumerate(problem.rows) if one.open & reached), reached)

    columns = _grown(columns, left_by)
    return columns, tuple(row for row, one in enumerate(problem.rows) if one.open & columns)


def _grown(mask: int, more: Callable[[int], int]) -> int:
    """The least mask that holds the given one and that ``more`` no longer widens."""
    while (wider := mask | more(mask)) != mask:
        mask = wider
    return mask


def _with_spare_room(problem: AllocationProblem, state: State) -> int:
    """The columns with room left, and those with a unit that may go to one of them."""

    def passing_on(slack: int) -> int:
        return sum(
            1 << column for column in range(problem.columns) if any(problem.rows[row].open & slack for row in state.at[column])
        )

    return _grown(sum(1 << j for j in range(problem.columns) if state.loads[j] < problem.highs[j]), passing_on)


def _spare_rows(problem: AllocationProblem, state: State) -> tuple[int, ...]:
    """The rows with a unit that no minimum needs, and those with a unit that such a one could stand in for."""
    free = set(state.at[problem.columns])

    def open_to_spare(slack: int) -> int:
        rows = free.union(*(state.at[column] for column in bits_of(slack)))
        return reduce(or_, (problem.rows[row].open for row in rows), 0)

    slack = _grown(0, open_to_spare)
    return tuple(sorted(free.union(*(state.at[column] for column in bits_of(slack)))))


def _smallest_excess(problem: AllocationProblem, columns: int) -> int:
    """An inclusion-minimal set of columns, within the given ones, whose minima cannot be met.

    A column is dropped when what is left still holds such a set; to ask whether it is one itself would stop too early.
    """
    for column in bits_of(columns):
        rest = columns & ~(1 << column)
        lows = tuple(low if rest >> j & 1 else 0 for j, low in enumerate(problem.lows))
        state = _place(problem, lows)
        if any(load < low for load, low in zip(state.loads, lows, strict=False)):
            columns = rest
    return columns


def _components(problem: AllocationProblem, rows: tuple[int, ...], columns: int) -> list[tuple[tuple[int, ...], int]]:
    """The parts of a set of rows and columns that share nothing, in the order of their first rows."""
    masks: list[int] = []
    for mask in (*(problem.rows[row].open & columns for row in rows), *(1 << column for column in bits_of(columns))):
        touching = reduce(or_, (one for one in masks if one & mask), mask)
        masks = [one for one in masks if not one & mask]
        if touching:
            masks.append(touching)
    parts = [(tuple(row for row in rows if problem.rows[row].open & mask & columns), mask) for mask in masks]
    parts.extend(((row,), 0) for row in rows if not problem.rows[row].open & columns)
    return sorted(parts)
