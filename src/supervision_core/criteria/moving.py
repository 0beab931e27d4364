"""Measures of a sum that are moved, and where they can take it.

A ladder sees of a sum only the cells that it may lie in. What the moved measures add up to is a position on the common grid
of the sum, and positions from which the same cells can be reached are one *spot*.
The cells of a spot need not be neighbours: an unknown measure that weighs more than a cell is wide can skip one.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from fractions import Fraction
from typing import final

import attrs

from supervision_core.criteria.sums import Cells, Reach, spread

__all__ = ["MovedSum"]


@final
@attrs.frozen
class MovedSum:
    """The moved measures of a sum and the positions that they can take it to; sets of positions are the bits of one int."""

    cells: Cells
    #: The whole sum with the moved measures unknown; positions count in its unit.
    whole: Reach
    #: The moved measures, each with its stride.
    moved: tuple[tuple[str, int], ...]
    #: The stride and the steps of each measure that stays unknown.
    resting: tuple[tuple[int, int], ...]
    positions: int

    @classmethod
    def of(cls, cells: Cells, known: Mapping[str, Fraction], codes: Sequence[str]) -> MovedSum:
        """The measures ``codes`` moved, given what else is known of the sum."""
        whole = cells.reach({code: value for code, value in known.items() if code not in codes})
        strides: dict[str, int] = {}
        for code in cells.quantity.codes():
            if code in codes or code not in known:
                measure, weight = cells.part(code)
                strides[code] = int(abs(weight * measure.step) / whole.unit)
        steps = {code: cells.part(code)[0].steps for code in strides}
        positions = 1
        for code in codes:
            positions = spread(positions, strides[code], steps[code])
        resting = tuple((strides[code], steps[code]) for code in strides if code not in codes)
        return cls(cells, whole, tuple((code, strides[code]) for code in codes), resting, positions)

    def spots(self) -> dict[int, int]:
        """For each set of cells that the sum may lie in, as bits, the positions from which it may."""
        found = {0: self.positions}
        for cell, meeting in enumerate(self._meeting()):
            split: dict[int, int] = {}
            for mask, group in found.items():
                for met, part in ((1 << cell, group & meeting), (0, group & ~meeting)):
                    if part:
                        split[mask | met] = part
            found = split
        return found

    def _meeting(self) -> Iterator[int]:
        """For each cell the positions from which what is unknown can lead into it."""
        cuts = self.whole.cuts(self.cells.boundaries)
        for low, high in zip(cuts, cuts[1:], strict=False):
            inside = ((1 << (high - low)) - 1) << low
            for stride, steps in self.resting:
                inside = spread(inside, -stride, steps)
            yield inside

    def offers(self, wanted: int, now: Mapping[str, Fraction]) -> Iterator[dict[str, Fraction]]:
        """Values at the thresholds of the wanted positions.

        Where all the measures are known ``now``, these are the next wanted positions above and below their sum, else the ends
        of the lowest and of the highest run. Of several measures all but the last go as far as they can to the end of their
        range, and the last to the threshold.
        """
        present = self.position(now) if now.keys() >= {code for code, _ in self.moved} else None
        parts = self._ends(wanted) if present is None else _sides(wanted, present)
        for part, rising in dict.fromkeys(parts):
            if part:
                yield self._values(part, rising=rising)

    def position(self, values: Mapping[str, Fraction]) -> Fraction:
        """Where values of the moved measures lie; not a whole number for values between the steps."""
        found = Fraction(0)
        for code, _ in self.moved:
            measure, weight = self.cells.part(code)
            found += weight * (values[code] - (measure.low if weight > 0 else measure.high))
        return found / self.whole.unit

    def _ends(self, wanted: int) -> Iterator[tuple[int, bool]]:
        """The lowest and the highest unbroken run, each with whether it is reached by rising: from where the others are."""
        others = self.positions & ~wanted
        low, high = _lowest(wanted), wanted.bit_length()
        above = others >> low
        first = wanted & ((1 << (low + _lowest(above))) - 1) if above else wanted
        yield first, low > _lowest(self.positions)
        last = wanted & -(1 << (others & ((1 << high) - 1)).bit_length())
        yield last, high == self.positions.bit_length()

    def _values(self, group: int, *, rising: bool) -> dict[str, Fraction]:
        """Values of the moved measures with which their sum lies in a group of positions."""
        *others, (last, stride) = self.moved
        chosen = {}
        for place, (code, width) in enumerate(others):
            rest = 1
            for other, further in self.moved[place + 1 :]:
                rest = spread(rest, further, self._steps(other))
            tried = range(self._steps(code), -1, -1) if rising else range(self._steps(code) + 1)
            chosen[code] = next(steps for steps in tried if group >> (steps * width) & rest)
            group >>= chosen[code] * width
        tried = range(self._steps(last) + 1) if rising else range(self._steps(last), -1, -1)
        chosen[last] = next(steps for steps in tried if group >> (steps * stride) & 1)
        return {code: self._value(code, steps) for code, steps in chosen.items()}

    def _steps(self, code: str) -> int:
        return self.cells.part(code)[0].steps

    def _value(self, code: str, steps: int) -> Fraction:
        measure, weight = self.cells.part(code)
        return measure.low + measure.step * steps if weight > 0 else measure.high - measure.step * steps


def _sides(wanted: int, present: Fraction) -> Iterator[tuple[int, bool]]:
    """The positions above the present one, to rise to, and those below it, to fall to."""
    yield wanted & -(1 << (present.__floor__() + 1)), True
    yield wanted & ((1 << present.__ceil__()) - 1), False


def _lowest(bits: int) -> int:
    return (bits & -bits).bit_length() - 1
