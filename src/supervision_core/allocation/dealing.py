"""The meetings of a block dealt out over its years: whole rows of like units at once, whatever their number.

A year takes of what is left the part that is due, each number of meetings rounded down or up so that everybody has one and no
column is off its average by a whole one: such a rounding always exists (König, for all numbers are fractions of one flow).
Within a row every unit then needs another column each year. With as many colours as units the years and columns can be
coloured so (König again); units that meet the same columns in the same years are one colour, and there are few of these.
"""

from __future__ import annotations

from collections import deque
from collections.abc import Sequence

from supervision_core.allocation.problem import bits_of
from supervision_core.allocation.transport import Cut, Load, carry

__all__ = ["deal_over_years"]


def deal_over_years(
    sizes: Sequence[int], meetings: Sequence[Sequence[int]], years: int
) -> list[list[tuple[int, tuple[int, ...]]]]:
    """For each row how many of its units meet which columns, in the order of the years.

    Row i has ``sizes[i]`` units and ``meetings[i][column]`` meetings with a column, ``years`` times as many in all as units.
    A row of several meets a column at most once a unit, and then no unit meets one twice.
    A column's load in a year is the floor or the ceiling of its average.
    """
    left = [list(row) for row in meetings]
    of_years = []
    for year in range(years, 0, -1):
        due = _due(sizes, left, year)
        of_years.append(due)
        for row, now in zip(left, due, strict=True):
            for column, units in now.items():
                row[column] -= units
    return [_dealt(size, [due[row] for due in of_years]) for row, size in enumerate(sizes)]


def _due(sizes: Sequence[int], left: Sequence[Sequence[int]], years: int) -> list[dict[int, int]]:
    """What every row meets in one of so many years: each number rounded down, and some of them up."""
    found = [{column: times // years for column, times in enumerate(row) if times >= years} for row in left]
    columns = range(len(next(iter(left), ())))
    down = [sum(row.get(column, 0) for row in found) for column in columns]
    totals = [sum(row[column] for row in left) for column in columns]
    loads = [
        Load(size - sum(now.values()), sum(1 << column for column in columns if row[column] % years), 1)
        for size, now, row in zip(sizes, found, left, strict=True)
    ]
    lows = [total // years - least for total, least in zip(totals, down, strict=True)]
    highs = [-(-total // years) - least for total, least in zip(totals, down, strict=True)]
    up = carry(loads, lows, highs)
    assert not isinstance(up, Cut)
    for now, more in zip(found, up, strict=True):
        for column in more:
            now[column] = now.get(column, 0) + 1
    return found


def _dealt(size: int, of_years: Sequence[dict[int, int]]) -> list[tuple[int, tuple[int, ...]]]:
    """So many units with a column a year: each time as many alike as can be, until none is left."""
    left = [dict(now) for now in of_years]
    found = []
    while size:
        columns = _one_each(left, size) if size > 1 else tuple(next(iter(now)) for now in left)
        degree = _degrees(left)
        # A column that is left out must not be left with more meetings than there are units.
        spare = [size - times for column, times in degree.items() if column not in columns]
        alike = min([size, *spare, *(now[column] for now, column in zip(left, columns, strict=True))])
        found.append((alike, columns))
        size -= alike
        for now, column in zip(left, columns, strict=True):
            now[column] -= alike
            if not now[column]:
                del now[column]
    return found


def _degrees(left: Sequence[dict[int, int]]) -> dict[int, int]:
    degree: dict[int, int] = {}
    for now in left:
        for column, units in now.items():
            degree[column] = degree.get(column, 0) + units
    return degree


def _one_each(left: Sequence[dict[int, int]], size: int) -> tuple[int, ...]:
    """Another column for every year, among them all that have as many meetings left as there are units.

    Those columns can all be matched to years, and all years to columns; so both can be at once (Mendelsohn and Dulmage):
    a column that must be and is not takes the place of one that need not be, at the end of a chain of exchanges.
    """
    full = sum(1 << column for column, times in _degrees(left).items() if times == size)
    masks = [sum(1 << column for column in now) for now in left]
    year_of: dict[int, int] = {}
    for year in range(len(left)):
        _seat(year, masks, year_of, set())
    column_of = {year: column for column, year in year_of.items()}
    for column in bits_of(full):
        if column not in column_of.values():
            _exchange(column, masks, column_of, full)
    return tuple(column_of[year] for year in range(len(left)))


def _seat(year: int, masks: Sequence[int], year_of: dict[int, int], tried: set[int]) -> bool:
    """Match a year with a column, letting others move on along an alternating path."""
    for column in bits_of(masks[year]):
        if column not in tried:
            tried.add(column)
            if column not in year_of or _seat(year_of[column], masks, year_of, tried):
                year_of[column] = year
                return True
    return False


def _exchange(column: int, masks: Sequence[int], column_of: dict[int, int], full: int) -> None:
    """Match a column that must be matched: each year on the way takes it from the one before, the last gives one up."""
    came_from = {column: (-1, -1)}
    waiting = deque([column])
    while True:
        here = waiting.popleft()
        for year, mask in enumerate(masks):
            mine = column_of[year]
            if mask >> here & 1 and mine not in came_from:
                came_from[mine] = year, here
                waiting.append(mine)
                if not full >> mine & 1:
                    at = mine
                    while at != column:
                        giver, at = came_from[at]
                        column_of[giver] = at
                    return
