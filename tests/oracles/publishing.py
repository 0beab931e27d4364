"""An attacker on published counts: all that is printed as equations, and exact elimination over fractions.

It knows how the tables hang together (which line is the sum of which), which the library is not told.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from fractions import Fraction

#: A sum of unknowns, each with its factor, and what it is.
Equation = tuple[Mapping[object, int], int]


def determined(equations: Iterable[Equation]) -> dict[object, Fraction]:
    """Each unknown that has one value in all solutions, with that value."""
    reduced: list[tuple[object, dict[object, Fraction], Fraction]] = []
    for given, wanted in equations:
        left, right = {name: Fraction(factor) for name, factor in given.items() if factor}, Fraction(wanted)
        for pivot, known, value in reduced:
            if pivot in left:
                left, right = _less(left, right, known, value, left[pivot])
        if not left:
            assert right == 0, "the equations contradict each other"
            continue
        first = next(iter(left))
        one = ({name: factor / left[first] for name, factor in left.items()}, right / left[first])
        reduced = [
            (pivot, *_less(known, value, *one, known[first])) if first in known else (pivot, known, value)
            for pivot, known, value in reduced
        ]
        reduced.append((first, *one))
    return {pivot: value for pivot, left, value in reduced if len(left) == 1}


def _less(
    left: Mapping[object, Fraction], right: Fraction, other: Mapping[object, Fraction], value: Fraction, times: Fraction
) -> tuple[dict[object, Fraction], Fraction]:
    """One equation less some times another."""
    found = dict(left)
    for name, factor in other.items():
        found[name] = found.get(name, Fraction(0)) - times * factor
    return {name: factor for name, factor in found.items() if factor}, right - times * value
