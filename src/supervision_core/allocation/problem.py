"""What is to be allocated: rows of alike units, columns with bounds on their loads, and levels of cost.

A *row* is a number of units that are alike: each may go to the same columns at the same costs.
Sets of columns are bit masks. A cost level is either linear in the units (``Row.costs``) or the balance of the loads.
All numbers are exact ints, and the levels are compared one after the other, never weighed against each other.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import TypeAlias, final

import attrs

__all__ = ["BALANCE", "Allocation", "Costs", "Problem", "Row", "bits_of"]

#: The columns of a row that cost something on one level, as (cost, mask), each cost once and rising; the others cost 0.
Costs: TypeAlias = tuple[tuple[int, int], ...]

#: Stands in ``Problem.levels`` for the level of the loads.
BALANCE = -1


@final
@attrs.frozen
class Row:
    """``size`` units that are alike: the columns open to them and what each level costs there."""

    size: int
    open: int
    costs: tuple[Costs, ...]


@final
@attrs.frozen
class Problem:
    """Rows, columns and levels.

    ``levels`` lists, first to last, positions in ``Row.costs`` and once ``BALANCE``, the sum over the columns of
    ``(scale * load - target) ** 2``.
    """

    rows: tuple[Row, ...]
    lows: tuple[int, ...]
    highs: tuple[int, ...]
    scale: int
    targets: tuple[int, ...]
    levels: tuple[int, ...]

    @property
    def columns(self) -> int:
        """How many columns there are."""
        return len(self.lows)

    @property
    def units(self) -> int:
        """How many units there are."""
        return sum(row.size for row in self.rows)


@final
@attrs.frozen
class Allocation:
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
