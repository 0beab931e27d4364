"""What a subject means to each lead unit, read afresh: the closed ones, and what the others cost level by level.

All that is recorded of a subject is one whole number. It has a field for each lead unit, and a field has a bit for each
recorded year and one for each thing that can be said of a pair; so the entries of a subject add up to it, and the same field
is the same cost with whatever lead unit. Nothing of this is the planner's.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from functools import reduce
from itertools import count
from operator import index, lshift, or_
from struct import Struct
from typing import TypeAlias, TypeVar, cast, final

from supervision_core.rotation.policy import Repeats, RotationPolicy
from supervision_core.rotation.roster import Roster, Severity

__all__ = ["CLOSED", "Costs", "Vector", "reduced_costs", "units_in"]


#: One whole number a level.
Vector: TypeAlias = tuple[int, ...]
#: Stands for the number of a cost where a pair is closed. In a list of costs by number it finds the last.
CLOSED = -1
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
