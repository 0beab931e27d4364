"""Where each kind of subject costs least by the prices of a proof, and by which ways units can be passed on among those.

The kinds are read in one of two ways, which find the same. With few lead units nearly every field says something, and they
are read in full, column by column. With many, most lead units mean nothing to a subject and cost what they cost everybody:
then only the others are looked at.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from itertools import compress, count
from operator import eq
from typing import final

from supervision_core.rotation.check.kinds import CLOSED, Costs
from supervision_core.rotation.plan import Plan
from supervision_core.rotation.roster import Roster

__all__ = ["InFull", "InPart", "Ways", "is_said_of_few"]


#: So many pairs must there be for each of which something is said, if the others are to be passed over.
_PAIRS_FOR_EACH = 4


def is_said_of_few(roster: Roster, plan: Plan, years: int) -> bool:
    """Whether most lead units mean nothing to most subjects; a pin, a reference or a term says something of all of them."""
    subjects, units = len(roster.subjects), len(roster.lead_units)
    of_all = subjects if plan.reference is not None or plan.policy.tenure_years > 1 else len(roster.pins)
    said = subjects * years + len(roster.bars) + len(roster.allowances) + of_all * units
    return subjects * units > _PAIRS_FOR_EACH * said


@final
class InFull:
    """The kinds of subjects, each a number for each lead unit: of what it costs, or CLOSED."""

    def __init__(self, costs: Costs, recorded: Sequence[tuple[object, ...]]) -> None:
        numbers: defaultdict[tuple[int, ...], int] = defaultdict(count().__next__)
        #: Of each that is recorded its kind; and how many kinds there are.
        self.of_entry = list(map(numbers.__getitem__, costs.in_full(recorded)))
        self._kinds, self.many = list(numbers), len(numbers)

    def numbers(self, pairs: Iterable[tuple[int, int]]) -> list[int]:
        """What kinds cost the lead units at these places, as numbers of costs."""
        return [self._kinds[kind][place] for kind, place in pairs]

    def tight(self, costs: Sequence[Sequence[int]]) -> list[int]:
        """For each kind the bits of the lead units where it costs least, by the costs of each lead unit in their numbers."""
        reduced = [list(map(of.__getitem__, column)) for of, column in zip(costs, zip(*self._kinds, strict=True), strict=False)]
        least = list(map(min, zip(*reduced, strict=True)))
        bits = [1 << place for place in range(len(costs))]
        rows = list(zip(*(map(eq, column, least) for column in reduced), strict=True))
        as_bits = {row: sum(compress(bits, row)) for row in set(rows)}
        return list(map(as_bits.__getitem__, rows))


@final
class InPart:
    """The kinds of subjects, each only the places of lead units that do not cost nothing, with the number of the cost."""

    def __init__(self, costs: Costs, recorded: Sequence[tuple[object, ...]]) -> None:
        numbers: defaultdict[tuple[tuple[int, int], ...], int] = defaultdict(count().__next__)
        #: Of each that is recorded its kind; and how many kinds there are.
        self.of_entry = list(map(numbers.__getitem__, costs.in_part(recorded)))
        self._kinds, self.many = list(numbers), len(numbers)

    def numbers(self, pairs: Iterable[tuple[int, int]]) -> list[int]:
        """What kinds cost the lead units at these places, as numbers of costs."""
        kinds = list(map(dict, self._kinds))
        return [kinds[kind].get(place, 0) for kind, place in pairs]

    def tight(self, costs: Sequence[Sequence[int]]) -> list[int]:
        """For each kind the bits of the lead units where it costs least, by the costs of each lead unit in their numbers."""
        at: defaultdict[int, int] = defaultdict(int)
        for place, of in enumerate(costs):
            at[of[0]] |= 1 << place
        usual = sorted(at.items())
        return [self._tight(kind, costs, usual) for kind in self._kinds]

    def _tight(
        self, kind: tuple[tuple[int, int], ...], costs: Sequence[Sequence[int]], usual: Iterable[tuple[int, int]]
    ) -> int:
        special = 0
        for place, _ in kind:
            special |= 1 << place
        # The cheapest of those that are as for everybody, if there are any.
        least, tight = costs[0][CLOSED], 0
        for value, places in usual:
            if places & ~special:
                least, tight = value, places & ~special
                break
        for place, number in kind:
            value = costs[place][number]
            if value < least:
                least, tight = value, 1 << place
            elif value == least:
                tight |= 1 << place
        return tight


@final
class Ways:
    """Which lead units each reaches and which reach it, itself among them, with the sink last; a set is a number with bits."""

    def __init__(self, sink: int, rise: Iterable[int], fall: Iterable[int]) -> None:
        self.after = [1 << node for node in range(sink + 1)]
        self.before = list(self.after)
        # Whoever can have one more reaches the sink, and by it all who can have one less.
        rising, falling = list(rise), list(fall)
        self.before[sink] |= sum(1 << place for place in rising)
        self.after[sink] |= sum(1 << place for place in falling)
        for place in rising:
            self.after[place] |= self.after[sink]
        for place in falling:
            self.before[place] |= self.before[sink]

    def join(self, here: int, others: int) -> None:
        """Add arcs from one node to others: whatever reaches the one now reaches all that the others do."""
        while new := others & ~self.after[here]:
            there = new.bit_length() - 1
            sources, targets = self.before[here], self.after[there]
            # What already reaches the other, or is reached by the one, gains nothing.
            gaining, gained = sources & ~self.before[there], targets & ~self.after[here]
            for node in _bits(gaining):
                self.after[node] |= targets
            for node in _bits(gained):
                self.before[node] |= sources


def _bits(of: int) -> Iterator[int]:
    while of:
        last = of.bit_length() - 1
        yield last
        of ^= 1 << last
