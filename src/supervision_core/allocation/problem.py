"""Rows and columns in whole numbers, and the state of a solution under way.

A *row* is a number of units that are alike: each may go to the same columns at the same costs.
Sets of columns are bit masks. A cost level is linear in the units (``Row.costs``) or convex in the loads (``LoadCosts``).
All numbers are exact ints, and the levels are compared one after the other, never weighed against each other.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from typing import NamedTuple, TypeAlias, final

__all__ = [
    "BALANCE",
    "CARRIED",
    "NOTHING",
    "Allocation",
    "AllocationProblem",
    "Costs",
    "LoadCosts",
    "NothingFits",
    "Rooms",
    "Row",
    "Spans",
    "Squares",
    "State",
    "bits_of",
    "shortest_path",
    "traced",
]


#: The columns of a row that cost something on one level, as (cost, mask), each cost once and rising; the others cost 0.
Costs: TypeAlias = tuple[tuple[int, int], ...]

#: Stands in ``AllocationProblem.levels`` for the level of the loads.
BALANCE = -1
#: Stands there for the level of the rests that earlier years left.
CARRIED = -2
#: Stands there for a level on which no allocation costs anything.
NOTHING = -3


@final
class Squares(NamedTuple):
    """Each column's ``(scale * load - target) ** 2``: what one unit more costs only grows with the load."""

    scale: int
    targets: tuple[int, ...]

    def rise(self, column: int, load: int) -> int:
        """What one unit more costs at a load."""
        return self.scale * (2 * (self.scale * load - self.targets[column]) + self.scale)

    def below(self, column: int, height: int) -> int:
        """The load up to which one unit more costs at most so much."""
        return (height // self.scale - self.scale + 2 * self.targets[column]) // (2 * self.scale) + 1

    def value(self, loads: Iterable[int]) -> int:
        """What loads cost in all."""
        return sum((self.scale * load - target) ** 2 for load, target in zip(loads, self.targets, strict=True))


@final
class Spans(NamedTuple):
    """The square of each load's distance from what its target is when rounded down or up, in units of ``scale``.

    A load that is its target rounded, either way, costs nothing.
    """

    scale: int
    targets: tuple[int, ...]

    def rise(self, column: int, load: int) -> int:
        """What one unit more costs at a load."""
        least, rest = divmod(self.targets[column], self.scale)
        if load < least:
            return (1 - 2 * (least - load)) * self.scale**2
        most = least + (rest > 0)
        return (2 * (load - most) + 1) * self.scale**2 if load >= most else 0

    def below(self, column: int, height: int) -> int:
        """The load up to which one unit more costs at most so much."""
        least, rest = divmod(self.targets[column], self.scale)
        steps = height // self.scale**2
        if steps < 0:
            return least - (2 - steps) // 2 + 1
        return least + (rest > 0) + (steps + 1) // 2

    def value(self, loads: Iterable[int]) -> int:
        """What loads cost in all."""
        total = 0
        for load, target in zip(loads, self.targets, strict=True):
            least, rest = divmod(target, self.scale)
            total += (max(least - load, 0, load - least - (rest > 0))) ** 2
        return total * self.scale**2


#: What the loads cost on one level: convex in the load of each column.
LoadCosts: TypeAlias = Squares | Spans


@final
class Row(NamedTuple):
    """``size`` units that are alike: the columns open to them and what each level costs there."""

    size: int
    open: int
    costs: tuple[Costs, ...]


@final
class AllocationProblem(NamedTuple):
    """Rows, columns and levels.

    ``levels`` lists, first to last, positions in ``Row.costs`` and once ``BALANCE``, what ``balance`` says of the loads;
    ``CARRIED``, later than that, is what ``carried`` says of them, and ``NOTHING`` a level that is 0 for all.
    """

    rows: tuple[Row, ...]
    lows: tuple[int, ...]
    highs: tuple[int, ...]
    balance: LoadCosts
    levels: tuple[int, ...]
    carried: LoadCosts | None = None

    @property
    def columns(self) -> int:
        """How many columns there are."""
        return len(self.lows)

    @property
    def units(self) -> int:
        """How many units there are."""
        return sum(row.size for row in self.rows)

    def of_loads(self, level: int) -> LoadCosts | None:
        """What a level says of the loads; None for one that is linear in the units or says nothing."""
        if level == BALANCE:
            return self.balance
        return self.carried if level == CARRIED else None


@final
class Allocation(NamedTuple):
    """An optimal allocation with what proves it.

    ``prices[level][column]`` are the dual prices, the sink's last; ``tight[row]`` are the columns that some optimal
    allocation may use for the row, and ``lows``/``highs`` the loads that optimal allocations may have.
    """

    at: tuple[dict[int, int], ...]
    loads: tuple[int, ...]
    prices: tuple[tuple[int, ...], ...]
    tight: tuple[int, ...]
    lows: tuple[int, ...]
    highs: tuple[int, ...]


def bits_of(mask: int) -> Iterator[int]:
    """The positions of the bits that are set, rising."""
    while mask:
        low = mask & -mask
        yield low.bit_length() - 1
        mask ^= low


def shortest_path(start: Iterable[int], goals: int, everywhere: int, neighbours: Callable[[int, int], int]) -> list[int] | None:
    """A shortest path from one of the start to one of the goals, or None.

    ``neighbours`` has the nodes after one, as far as they are among those that were not seen yet, or more.
    """
    came_from = dict.fromkeys(start, -1)
    unseen = everywhere & ~sum(1 << node for node in came_from)
    frontier = list(came_from)
    while frontier and unseen:
        following: list[int] = []
        for node in frontier:
            found = neighbours(node, unseen) & unseen
            unseen &= ~found
            for other in bits_of(found):
                came_from[other] = node
                if goals >> other & 1:
                    return traced(came_from, other)
                following.append(other)
        frontier = following
    return None


def traced(came_from: Mapping[int, int], end: int) -> list[int]:
    """The path to an end, from what each node on it was reached from; the first one from nowhere."""
    path = [end]
    while came_from[path[-1]] >= 0:
        path.append(came_from[path[-1]])
    return path[::-1]


class NothingFits(Exception):
    """The units cannot be placed within the bounds on the loads."""


@final
class Rooms:
    """How many more units each column is to take, and which columns have any room at all."""

    __slots__ = ("left", "open")

    def __init__(self, left: Iterable[int]) -> None:
        self.left = list(left)
        self.open = sum(1 << column for column, room in enumerate(self.left) if room > 0)

    def take(self, column: int, units: int) -> None:
        """Use room of a column; a negative number gives some back."""
        self.left[column] -= units
        if self.left[column] > 0:
            self.open |= 1 << column
        else:
            self.open &= ~(1 << column)


@final
class State:
    """The units at each column, the columns that are still tight for each row, and the loads that are still allowed."""

    __slots__ = ("at", "highs", "loads", "lows", "rows", "tight", "used")

    def __init__(self, problem: AllocationProblem) -> None:
        self.rows: tuple[Row, ...] = problem.rows
        self.at: list[dict[int, int]] = [{} for _ in problem.lows]
        self.loads = [0] * problem.columns
        self.tight = [row.open for row in problem.rows]
        #: The columns that each row has units at.
        self.used = [0] * len(problem.rows)
        self.lows = list(problem.lows)
        self.highs = list(problem.highs)

    def put(self, row: int, column: int, units: int) -> None:
        """Add units of a row to a column."""
        here = self.at[column]
        here[row] = here.get(row, 0) + units
        self.used[row] |= 1 << column
        self.loads[column] += units

    def take(self, row: int, column: int, units: int) -> None:
        """Remove units of a row from a column."""
        here = self.at[column]
        left = here[row] - units
        if left:
            here[row] = left
        else:
            del here[row]
            self.used[row] ^= 1 << column
        self.loads[column] -= units

    def put_where_room(self, row: int, units: int, mask: int, rooms: Rooms) -> int:
        """Put units on the first columns of the mask that have room, as far as there is room; what is left comes back."""
        while units and (candidates := mask & rooms.open):
            column = (candidates & -candidates).bit_length() - 1
            fitting = min(units, rooms.left[column])
            self.put(row, column, fitting)
            rooms.take(column, fitting)
            units -= fitting
        return units
