"""Which values a weighted sum can still take, exactly, when some of its measures are unknown.

The bounds that a ladder holds a sum against cut the number line into *cells*; a ladder sees no more of the sum than its cell.
An unknown measure runs over its grid, so the sum runs over a finite set of numbers.
Scaled by their common unit these are whole numbers, and the set is kept as the bits of one int.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from fractions import Fraction
from itertools import accumulate
from math import gcd, lcm
from typing import final

import attrs

from supervision_core.criteria.nodes import Comparison, Measure, Quantity
from supervision_core.values.errors import BeyondExactness

__all__ = ["LARGEST_SUM", "Boundary", "Cells", "Reach"]


#: A sum that can take more different scaled values than this is refused.
LARGEST_SUM = 1 << 20


@final
@attrs.frozen(order=True)
class Boundary:
    """Where one cell ends and the next begins: at ``bound`` itself, or just above it."""

    bound: Fraction
    above: bool

    @classmethod
    def of(cls, comparison: Comparison, bound: Fraction) -> Boundary:
        """The boundary that a comparison draws: ``>=`` and ``<`` cut at the bound, ``>`` and ``<=`` just above it."""
        return cls(bound, comparison in {Comparison.MORE_THAN, Comparison.AT_MOST})


@final
@attrs.frozen
class Cells:
    """The cells of one quantity: cell ``i`` lies between the boundaries ``i - 1`` and ``i``."""

    quantity: Quantity
    measures: tuple[Measure, ...]
    boundaries: tuple[Boundary, ...]

    @property
    def count(self) -> int:
        """How many cells there are."""
        return len(self.boundaries) + 1

    def beyond(self, boundary: Boundary) -> int:
        """The first cell that lies beyond a boundary."""
        return self.boundaries.index(boundary) + 1

    def part(self, code: str) -> tuple[Measure, Fraction]:
        """A measure of the sum with its weight."""
        place = self.quantity.codes().index(code)
        return self.measures[place], self.quantity.terms[place].weight

    def joined_by(self, code: str, known: Mapping[str, Fraction]) -> Iterator[tuple[int, int]]:
        """The pairs of cells that a change of this measure alone can join, the others being what they may be."""
        reach = self.reach({other: value for other, value in known.items() if other != code})
        rest = self.reach(known, without=code)
        measure, weight = self.part(code)
        # Positions of both reaches count from their own starts in their own units; the whole reach's unit is finer.
        ratio = int(rest.unit / reach.unit) if rest.steps else 1
        positions = sum(1 << (i * ratio) for i in range(rest.bits.bit_length()) if rest.bits >> i & 1)
        stride = int(abs(weight * measure.step) / reach.unit)
        cuts = reach.cuts(self.boundaries)
        meets = [
            positions & spread(((1 << (high - low)) - 1) << low, -stride, measure.steps) if high > low else 0
            for low, high in zip(cuts, cuts[1:], strict=False)
        ]
        for here in range(self.count):
            for there in range(self.count):
                if here != there and meets[here] & meets[there]:
                    yield here, there

    def reach(self, known: Mapping[str, Fraction], without: str | None = None) -> Reach:
        """What the sum can be, given what is known; ``without`` leaves one measure out of the sum altogether."""
        fixed = self.quantity.constant
        free: list[tuple[Fraction, int]] = []
        for term, measure in zip(self.quantity.terms, self.measures, strict=True):
            if term.code == without:
                continue
            if term.code in known:
                fixed += term.weight * known[term.code]
                continue
            stride = term.weight * measure.step
            # Counted from the end of the range that makes the sum least, so that every stride is positive.
            fixed += term.weight * (measure.low if stride > 0 else measure.high)
            free.append((abs(stride), measure.steps))
        return Reach.of(fixed, free)


@final
@attrs.frozen
class Reach:
    """The values ``start + unit * i`` for every bit ``i`` of ``bits``, and how many combinations give each."""

    start: Fraction
    unit: Fraction
    steps: tuple[tuple[int, int], ...]
    bits: int

    @classmethod
    def of(cls, start: Fraction, free: Sequence[tuple[Fraction, int]]) -> Reach:
        """All sums of ``start`` and, for each (stride, count), 0 to count strides; refused when there are too many."""
        unit = _common_unit([stride for stride, _ in free])
        steps = tuple((int(stride / unit), count) for stride, count in free)
        size = 1 + sum(stride * count for stride, count in steps)
        if size > LARGEST_SUM:
            raise BeyondExactness("the values of a weighted sum", size, LARGEST_SUM)
        bits = 1
        for stride, count in steps:
            bits = spread(bits, stride, count)
        return cls(start, unit, steps, bits)

    def index(self, boundary: Boundary) -> int:
        """The least position whose value lies beyond the boundary; never less than 0."""
        distance = (boundary.bound - self.start) / self.unit
        first = distance.__floor__() + 1 if boundary.above else distance.__ceil__()
        return max(0, first)

    def cuts(self, boundaries: Sequence[Boundary]) -> list[int]:
        """The positions at which the cells begin, with 0 before and the end of the range behind."""
        end = self.bits.bit_length()
        return [0, *(min(self.index(boundary), end) for boundary in boundaries), end]

    def mask(self, boundaries: Sequence[Boundary]) -> int:
        """The cells that can be reached, as bits."""
        cuts = self.cuts(boundaries)
        found = 0
        for cell, (low, high) in enumerate(zip(cuts, cuts[1:], strict=False)):
            if (self.bits >> low) & ((1 << (high - low)) - 1):
                found |= 1 << cell
        return found

    def counts(self) -> list[int]:
        """For each position, how many combinations of the unknown measures lie strictly before it; one entry past the end."""
        ways = [1]
        for stride, count in self.steps:
            ways = _convolved(ways, stride, count)
        return [0, *accumulate(ways)]


def spread(bits: int, stride: int, count: int) -> int:
    """The bits shifted by 0, 1, ..., ``count`` strides, joined; a negative stride shifts down."""
    done = 0
    while done < count:
        by = min(done + 1, count - done)
        bits |= bits << (by * stride) if stride > 0 else bits >> (by * -stride)
        done += by
    return bits


def _common_unit(strides: Sequence[Fraction]) -> Fraction:
    if not strides:
        return Fraction(1)
    return Fraction(
        gcd(*(stride.numerator * (lcm(*(s.denominator for s in strides)) // stride.denominator) for stride in strides)),
        lcm(*(stride.denominator for stride in strides)),
    )


def _convolved(ways: list[int], stride: int, count: int) -> list[int]:
    """The numbers of ways after adding 0 to ``count`` strides: a sliding sum along each residue of the stride."""
    size = len(ways) + stride * count
    padded = ways + [0] * (size - len(ways))
    made = [0] * size
    for start in range(min(stride, size)):
        sums = list(accumulate(padded[start::stride]))
        shifted = [0] * (count + 1) + sums
        made[start::stride] = [high - low for high, low in zip(sums, shifted, strict=False)]
    return made
