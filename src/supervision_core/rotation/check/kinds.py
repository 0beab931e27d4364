"""What a subject means to each lead unit, read afresh: the closed ones, and what the others cost level by level.

All that is recorded of a subject is one whole number. It has a field for each lead unit, and a field has a bit for each
recorded year and one for each thing that can be said of a pair; so the entries of a subject add up to it, and the same field
is the same cost with whatever lead unit. Nothing of this is the planner's.

Where each kind of subject costs least by the prices of a proof is found in one of two ways, which agree. With few lead units
nearly every field says something, and the kinds are read in full, column by column. With many, most lead units mean nothing to
a subject and cost what they cost everybody: then only the others are looked at.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Sequence
from functools import reduce
from itertools import compress, count
from operator import eq, index, lshift, or_
from struct import Struct
from typing import TypeAlias, TypeVar, cast, final

from supervision_core.rotation.plan import Plan
from supervision_core.rotation.policy import Repeats, RotationPolicy
from supervision_core.rotation.roster import Roster, Severity

__all__ = ["CLOSED", "Costs", "InFull", "InPart", "Vector", "Ways", "is_said_of_few", "reduced_costs", "units_in"]


#: One whole number a level.
Vector: TypeAlias = tuple[int, ...]
#: Stands for the number of a cost where a pair is closed. In a list of costs by number it finds the last.
CLOSED = -1
#: So many pairs must there be for each of which something is said, if the others are to be passed over.
_PAIRS_FOR_EACH = 4
_K = TypeVar("_K")
_V = TypeVar("_V")


@final
class _Lazily(dict[_K, _V]):
    """A dict whose entries are made when they are first asked for."""

    def __init__(self, make: Callable[[_K], _V]) -> None:
        super().__init__()
        self._make = make

    def __missing__(self, key: _K) -> _V:
        value = self[key] = self._make(key)
        return value


@final
class Costs:
    """What pairs cost in a year: few different vectors, known by their numbers, of which 0 costs nothing."""

    def __init__(self, names: Sequence[str], ages: Sequence[int], policy: RotationPolicy, units: Sequence[str]) -> None:
        self.level = {name: place for place, name in enumerate(names)}
        self.zero: Vector = (0,) * len(names)
        self.vectors: list[Vector] = [self.zero]
        self.cooling, self.tenure = policy.cooling_off_years, policy.tenure_years
        self.forbids = policy.repeats is Repeats.FORBID
        self._ages = ages
        # A bit of a field for each recorded year, and then for what else can be said of a pair.
        self._closed, self._flagged, self._allowed, self._changed, self._cut = (1 << len(ages) + place for place in range(5))
        self._width = (len(ages) + 5 + 7) // 8
        self._shifts = {unit: 8 * self._width * place for place, unit in enumerate(units)}
        self._fields = Struct(f"{self._width}s" * len(units))
        self._numbers: dict[Vector, int] = {self.zero: 0}
        self._number_of = _Lazily[bytes, int](self._number)
        self._number_of_whole = _Lazily[int, int](lambda field: self._number_of[field.to_bytes(self._width, "little")])
        self._is_on_term = _Lazily[bytes, bool](lambda field: self._spell(self._ages_in(field)) > 0)

    def restrictions(self, roster: Roster) -> dict[str, int]:
        """For each subject with a bar, a pin or an allowance, by the roster's own lists: what they say of it."""
        found: dict[str, int] = {}
        shifts, hard = self._shifts, Severity.HARD
        for bar in roster.bars:
            who, bit = bar.subject_id, self._closed if bar.severity is hard else self._flagged
            found[who] = found.get(who, 0) | bit << shifts[bar.lead_unit_id]
        for allowance in roster.allowances:
            who = allowance.subject_id
            found[who] = found.get(who, 0) | self._allowed << shifts[allowance.lead_unit_id]
        for who, pin in roster.pins.items():
            found[who] = found.get(who, 0) | self._at(self._closed, shifts.keys() - {pin})
        return found

    def wholes(self, recorded: Sequence[tuple[object, ...]]) -> Iterable[int]:
        """All that is recorded of subjects, of each of whom are given: the years, its restriction, its reference."""
        says: list[Callable[[object], int]] = [self._years(1 << place).__getitem__ for place in range(len(self._ages))]
        says += [cast("Callable[[object], int]", index), _Lazily(self._referred).__getitem__]
        entries = zip(*(map(one, column) for one, column in zip(says, zip(*recorded, strict=True), strict=False)), strict=True)
        wholes: Iterable[int] = map(sum, entries)
        return map(self._with_cuts, wholes) if self.tenure > 1 else wholes

    def in_full(self, recorded: Sequence[tuple[object, ...]]) -> list[tuple[int, ...]]:
        """What subjects mean to each lead unit, in the order in which they are given: the number of the cost, or CLOSED."""
        unpack, number_of, size = self._fields.unpack, self._number_of.__getitem__, self._fields.size
        # Hardly two subjects may be alike in many years, so little is done for each.
        return [tuple(map(number_of, unpack(whole.to_bytes(size, "little")))) for whole in self.wholes(recorded)]

    def in_part(self, recorded: Sequence[tuple[object, ...]]) -> list[tuple[tuple[int, int], ...]]:
        """The same, but only the places of lead units that something is said of, from the last, with numbers other than 0."""
        return list(map(self._said, self.wholes(recorded)))

    def _said(self, whole: int) -> tuple[tuple[int, int], ...]:
        found = []
        bits, number_of = 8 * self._width, self._number_of_whole
        while whole:
            place = (whole.bit_length() - 1) // bits
            field = whole >> place * bits
            whole ^= field << place * bits
            if number := number_of[field]:
                found.append((place, number))
        return tuple(found)

    def _at(self, bit: int, units: Iterable[str]) -> int:
        """A bit in the fields of lead units; of those that are gone nothing is asked any more."""
        return reduce(or_, (bit << self._shifts[unit] for unit in units if unit in self._shifts), 0)

    def _years(self, bit: int) -> _Lazily[object, int]:
        return _Lazily(lambda entry: self._at(bit, units_in(entry)))

    def _referred(self, reference: object) -> int:
        """All but the lead units of the reference would be a change."""
        return 0 if reference is None else self._at(self._changed, self._shifts.keys() - {*units_in(reference)})

    def _with_cuts(self, whole: int) -> int:
        """Where some term is not over, it is cut short with any other lead unit."""
        fields = self._fields.unpack(whole.to_bytes(self._fields.size, "little"))
        others = [unit for unit, field in zip(self._shifts, fields, strict=True) if not self._is_on_term[field]]
        return whole if len(others) == len(fields) else whole | self._at(self._cut, others)

    def _ages_in(self, field: bytes) -> list[int]:
        """How many years ago a lead unit had a subject."""
        bits = int.from_bytes(field, "little")
        return [age for place, age in enumerate(self._ages) if bits >> place & 1]

    def _spell(self, ages: Sequence[int]) -> int:
        """For how many years up to last year, none of them missing, a term runs; 0 where it is over."""
        if self.tenure == 1:
            return 0
        years = next(years for years in count() if years + 1 not in ages)
        return years if years < self.tenure else 0

    def _number(self, field: bytes) -> int:
        """What a pair costs, level by level; the years of a running term are no repeat."""
        bits, ages = int.from_bytes(field, "little"), self._ages_in(field)
        spell = self._spell(ages)
        repeats = [age for age in ages if spell < age <= self.cooling]
        if bits & self._closed or (self.forbids and repeats and not bits & self._allowed):
            return CLOSED
        values = list(self.zero)
        values[self.level["flagged"]] = int(bits & self._flagged > 0)
        for age in repeats:
            values[self.level[f"repeats_{age}"]] = 1
        values[self.level["cut_short"]] = int(bits & self._cut > 0)
        values[self.level["familiarity"]] = len(ages) ** 2
        values[self.level["changes"]] = int(bits & self._changed > 0)
        number = self._numbers.setdefault(tuple(values), len(self.vectors))
        if number == len(self.vectors):
            self.vectors.append(tuple(values))
        return number


def units_in(entry: object) -> tuple[str, ...]:
    """The lead units of an entry of the history or the reference."""
    return (entry,) if isinstance(entry, str) else cast("tuple[str, ...]", entry or ())


def reduced_costs(vectors: Sequence[Vector], prices: Sequence[Vector]) -> list[list[int]]:
    """For each price what each vector comes to less that price, as one whole number; the last is more than all: CLOSED.

    The levels are the digits of that number. The base is larger than any two of its digits are apart, so that numbers
    stand as their digits do, first level first, and are equal where all digits are.
    """
    largest = max(max(map(abs, one), default=0) for one in (*vectors, *prices))
    digit = (4 * largest + 1).bit_length()

    shifts = range(digit * (len(vectors[0]) - 1), -1, -digit)

    def as_one(vector: Vector) -> int:
        return sum(map(lshift, vector, shifts))

    costs = list(map(as_one, vectors))
    closed = 1 << digit * len(vectors[0])
    return [[*(cost - price for cost in costs), closed] for price in map(as_one, prices)]


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
