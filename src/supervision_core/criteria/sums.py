"""Which values a weighted sum can still take, exactly, when some of its measures are unknown.

The bounds that a ladder holds a sum against cut the number line into *cells*; a ladder sees no more of the sum than its cell.
An unknown measure runs over its grid, so the sum runs over a finite set of numbers.
Scaled by their common unit these are whole numbers, and the set is kept as the bits of one int.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from fractions import Fraction
from functools import cached_property
from itertools import accumulate, pairwise
from math import gcd, lcm
from types import MappingProxyType
from typing import final

import attrs

from supervision_core.criteria.nodes import Comparison, Measure, Quantity, Term
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
            for low, high in pairwise(cuts)
        ]
        for here in range(self.count):
            for there in range(self.count):
                if here != there and meets[here] & meets[there]:
                    yield here, there

    def attainable(self, known: Mapping[str, Fraction] = MappingProxyType({})) -> int:
        """The cells that some case can lie in, as bits, given what is known.

        A measure of which only the steps exist takes these; any other may be known between them, so that the grid on which
        it is looked for while it is unknown is no limit.
        """
        free = [(term, measure) for term, measure in self._parts() if not measure.only_steps and measure.code not in known]
        grid = self.reach({**known, **{measure.code: measure.low for _, measure in free}})
        return self.within(grid, [term.weight * (measure.high - measure.low) for term, measure in free])

    def within(self, grid: Reach, spans: Iterable[Fraction]) -> int:
        """The cells that some value of the grid lies in, as bits, where each may be moved by any part of each span."""
        by = tuple(spans)
        least = attrs.evolve(grid, start=grid.start + sum((span for span in by if span < 0), Fraction(0)))
        most = attrs.evolve(grid, start=grid.start + sum((span for span in by if span > 0), Fraction(0)))
        found = 0
        for cell in range(self.count):
            # A step serves that can get beyond the cell's lower end and need not get beyond its upper one.
            low = most.index(self.boundaries[cell - 1]) if cell else 0
            high = min(least.index(self.boundaries[cell]), grid.size) if cell < len(self.boundaries) else grid.size
            if grid.meets(low, high):
                found |= 1 << cell
        return found

    def between_steps(self, cell: int) -> dict[str, Fraction]:
        """Values in an attainable cell: steps where there is nothing else, and the same part of their range of all others."""
        values: dict[str, Fraction] = {}
        for _, measure in self._parts():
            if measure.only_steps:
                steps = (measure.low + measure.step * step for step in range(measure.steps + 1))
                values[measure.code] = next(one for one in steps if self.attainable({**values, measure.code: one}) >> cell & 1)
        free = [(term, measure) for term, measure in self._parts() if not measure.only_steps]
        ends = {measure.code: (measure.low, measure.high)[:: 1 if term.weight > 0 else -1] for term, measure in free}
        first, last = (self.reach({**values, **{code: pair[place] for code, pair in ends.items()}}).start for place in (0, 1))
        low = max(first, self.boundaries[cell - 1].bound) if cell else first
        high = min(last, self.boundaries[cell].bound) if cell < len(self.boundaries) else last
        part = ((low + high) / 2 - first) / (last - first) if last > first else Fraction(0)
        return values | {code: start + (stop - start) * part for code, (start, stop) in ends.items()}

    def _parts(self) -> Iterator[tuple[Term, Measure]]:
        return zip(self.quantity.terms, self.measures, strict=True)

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
    """The values ``start + unit * i`` that a sum can take, ``steps`` being the strides and counts of what is unknown in it."""

    start: Fraction
    unit: Fraction
    steps: tuple[tuple[int, int], ...]

    @classmethod
    def of(cls, start: Fraction, free: Sequence[tuple[Fraction, int]]) -> Reach:
        """All sums of ``start`` and, for each (stride, count), 0 to count strides."""
        unit = _common_unit([stride for stride, _ in free])
        return cls(start, unit, tuple((int(stride / unit), count) for stride, count in free))

    @property
    def size(self) -> int:
        """How many positions there are from the least value to the greatest."""
        return 1 + sum(stride * count for stride, count in self.steps)

    @cached_property
    def bits(self) -> int:
        """The positions of the values, as the bits of one int; refused when there are too many."""
        bits = 1
        for stride, count in self.checked_steps():
            bits = spread(bits, stride, count)
        return bits

    def checked_steps(self) -> tuple[tuple[int, int], ...]:
        """The strides and counts; refused when they make too many positions."""
        if self.size > LARGEST_SUM:
            raise BeyondExactness("the values of a weighted sum", self.size, LARGEST_SUM)
        return self.steps

    def index(self, boundary: Boundary) -> int:
        """The least position whose value lies beyond the boundary; never less than 0."""
        distance = (boundary.bound - self.start) / self.unit
        first = distance.__floor__() + 1 if boundary.above else distance.__ceil__()
        return max(0, first)

    def cuts(self, boundaries: Sequence[Boundary]) -> list[int]:
        """The positions at which the cells begin, with 0 before and the end of the range behind."""
        end = self.size
        return [0, *(min(self.index(boundary), end) for boundary in boundaries), end]

    def mask(self, boundaries: Sequence[Boundary]) -> int:
        """The cells that can be reached, as bits."""
        found = 0
        for cell, (low, high) in enumerate(pairwise(self.cuts(boundaries))):
            if self.meets(low, high):
                found |= 1 << cell
        return found

    def meets(self, low: int, high: int) -> bool:
        """Whether a value lies at a position from ``low`` to before ``high``; of one measure, however many steps, all do."""
        if low >= high or low >= self.size:
            return False
        if len(self.steps) <= 1 or low == 0 or high >= self.size or high - low >= self._widest_gap:
            return True
        return bool((self.bits >> low) & ((1 << (high - low)) - 1))

    @cached_property
    def _widest_gap(self) -> int:
        """No two neighbouring values lie further apart: each stride fills the gaps of the shorter ones, or it opens its own."""
        gap = covered = 0
        for stride, count in sorted(self.steps):
            gap = max(gap, stride - covered)
            covered += stride * count
        return gap

    def ways(self, boundaries: Sequence[Boundary]) -> list[int]:
        """For each cell, how many combinations of the unknown measures lie in it."""
        cuts = self.cuts(boundaries)
        before: Sequence[int] = range(self.size + 1) if len(self.steps) <= 1 else self.counts()
        return [before[high] - before[low] for low, high in pairwise(cuts)]

    def counts(self) -> list[int]:
        """For each position, how many combinations of the unknown measures lie strictly before it; one entry past the end."""
        ways = [1]
        for stride, count in self.checked_steps():
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
