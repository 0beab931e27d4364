"""A cap on a grade by definition: every completion of what is unknown of the people is tried. From the words alone.

* The share is taken of: those judged exactly to the grade below; or those who have it after the cap; or those judged to it
  or better; or everyone who was rated. A group that is named has the raised share. A small group has a number of its own.
* A share that is no whole number is rounded down, up, or to the nearest (halves up). As many keep the grade as the cap then
  allows; after the cap it must hold by its own words.
* Who has more points keeps the grade; people at the cut who have the same are left to a person.
* Somebody is decided where every completion says the same.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from fractions import Fraction
from itertools import combinations, product

#: A grade as its rank (None: not rated), and the points in their orders.
Option = tuple[int | None, tuple[Fraction, ...]]
KEPT, LOWERED, OPEN = "kept", "lowered", "open"


def whole(number: Fraction, rounding: str) -> int:
    """A share as a whole number."""
    below = number.numerator // number.denominator
    rest = number - below
    if rounding == "up":
        return below + (rest > 0)
    return below + (rest >= Fraction(1, 2) if rounding == "half_up" else 0)


def places(
    ranks: Sequence[int | None],
    capped: int,
    below: int,
    share: Fraction,
    *,
    base: str,
    rounding: str,
    small: tuple[int, int] | None,
) -> int:
    """How many of a group may keep the grade, once all of it is known; ``small`` is a size and the places of smaller groups."""
    best = sum(rank == capped for rank in ranks)
    if small is not None and len(ranks) < small[0]:
        return min(best, small[1])
    exactly = sum(rank == below for rank in ranks)
    if base == "below_after":
        return max(kept for kept in range(best + 1) if kept <= whole(share * (exactly + best - kept), rounding))
    counted = {
        "below": exactly,
        "below_or_better": sum(rank is not None and rank >= below for rank in ranks),
        "all": sum(rank is not None for rank in ranks),
    }
    return min(best, whole(share * counted[base], rounding))


def outcomes(people: Sequence[Option], capped: int, allowed: int) -> list[str]:
    """What becomes of everyone, once all of it is known."""
    points = sorted((points for rank, points in people if rank == capped), reverse=True)
    found = []
    for rank, own in people:
        above, level = sum(one > own for one in points), sum(one == own for one in points)
        if rank != capped or above + level <= allowed:
            found.append(KEPT)
        else:
            found.append(LOWERED if above >= allowed else OPEN)
    return found


def decided(
    people: Mapping[str, Sequence[Option]],
    capped: int,
    below: int,
    share: Fraction,
    *,
    base: str,
    rounding: str,
    small: tuple[int, int] | None = None,
) -> dict[str, str]:
    """For everyone in a group whose grade is certain: kept, lowered, or open."""
    found: dict[str, set[str]] = {}
    for some in product(*people.values()):
        allowed = places([rank for rank, _ in some], capped, below, share, base=base, rounding=rounding, small=small)
        for who, what in zip(people, outcomes(some, capped, allowed), strict=True):
            found.setdefault(who, set()).add(what)
    certain = {who for who, options in people.items() if len({rank for rank, _ in options}) == 1}
    return {who: next(iter(outcomes)) if len(outcomes) == 1 else OPEN for who, outcomes in found.items() if who in certain}


def worlds_after(
    people: Mapping[str, Sequence[Option]], caps: Sequence[tuple[int, int, Fraction, str]]
) -> set[tuple[int | None, ...]]:
    """Every way in which grades may stand after some caps, one after another, whoever of those left open keeps the grade.

    A cap is the capped rank, the rank that the others get, the share, and of what it is taken; shares are rounded down.
    """
    found = set()
    for some in product(*people.values()):
        waiting: set[tuple[int | None, ...]] = {tuple(rank for rank, _ in some)}
        for capped, below, share, base in caps:
            waiting = {
                after
                for ranks in waiting
                for after in _after_one(
                    ranks,
                    [points for _, points in some],
                    capped,
                    below,
                    places(ranks, capped, below, share, base=base, rounding="down", small=None),
                )
            }
        found |= waiting
    return found


def _after_one(
    ranks: Sequence[int | None], points: Sequence[tuple[Fraction, ...]], capped: int, below: int, allowed: int
) -> set[tuple[int | None, ...]]:
    """The grades after one cap, for every choice of those who are alike at the cut."""
    what = outcomes(list(zip(ranks, points, strict=True)), capped, allowed)
    kept = sum(one == KEPT and rank == capped for one, rank in zip(what, ranks, strict=True))
    alike = [at for at, one in enumerate(what) if one == OPEN]
    found = set()
    for chosen in combinations(alike, min(len(alike), max(0, allowed - kept))):
        falls = [one == LOWERED or (one == OPEN and at not in chosen) for at, one in enumerate(what)]
        found.add(tuple(below if down else rank for down, rank in zip(falls, ranks, strict=True)))
    return found
