"""What a subject means to each lead unit, read afresh: the closed ones, and what the others cost level by level."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from itertools import count
from operator import add
from typing import TypeAlias, TypeVar, cast, final

from supervision_core.rotation.check.reading import Restriction
from supervision_core.rotation.policy import Repeats, RotationPolicy

__all__ = ["Costs", "Kind", "Lazily", "Vector", "least_of", "units_in"]


#: One whole number a level.
Vector: TypeAlias = tuple[int, ...]
_UNRESTRICTED: Restriction = (frozenset(), frozenset(), None, frozenset())
_K = TypeVar("_K")
_V = TypeVar("_V")


@final
class Lazily(dict[_K, _V]):
    """A dict whose entries are made when they are first asked for."""

    def __init__(self, make: Callable[[_K], _V]) -> None:
        super().__init__()
        self._make = make

    def __missing__(self, key: _K) -> _V:
        value = self[key] = self._make(key)
        return value


@final
class Kind:
    """What a subject means to each lead unit: the closed ones, and by number the costs of those that cost more than nothing."""

    __slots__ = ("closed", "costs")

    def __init__(self, closed: frozenset[str], costs: Mapping[str, int]) -> None:
        self.closed = closed
        self.costs = costs


@final
class Costs:
    """What pairs cost in a year: few different vectors, known by their numbers, of which 0 costs nothing."""

    def __init__(self, names: Sequence[str], ages: Sequence[int], policy: RotationPolicy, units: Iterable[str]) -> None:
        self.level = {name: place for place, name in enumerate(names)}
        self.zero: Vector = (0,) * len(names)
        self.vectors: list[Vector] = [self.zero]
        self.units = frozenset(units)
        self.cooling, self.tenure = policy.cooling_off_years, policy.tenure_years
        self.forbids = policy.repeats is Repeats.FORBID
        #: A bit for each recorded year, so that the years in which a lead unit had a subject are one number.
        self.bits = [1 << place for place in range(len(ages))]
        self.ages = Lazily[int, tuple[int, ...]](
            lambda years: tuple(age for bit, age in zip(self.bits, ages, strict=True) if years & bit)
        )
        self._numbers: dict[Vector, int] = {self.zero: 0}
        #: The number of each way in which a pair costs something; and of those in which only the years do.
        self._ways = Lazily[tuple[bool, int, int, bool, bool], int](lambda way: self._number(*way))
        self._by_years = Lazily[int, int](lambda years: self._ways[False, years, 0, False, False])

    def _number(self, is_flagged: bool, years: int, spell: int, is_cut: bool, is_changed: bool) -> int:
        """What a pair costs, level by level; the years of a running term are no repeat."""
        values = list(self.zero)
        values[self.level["flagged"]] = int(is_flagged)
        for age in self.ages[years]:
            if spell < age <= self.cooling:
                values[self.level[f"repeats_{age}"]] = 1
        values[self.level["cut_short"]] = int(is_cut)
        values[self.level["familiarity"]] = len(self.ages[years]) ** 2
        values[self.level["changes"]] = int(is_changed)
        number = self._numbers.setdefault(tuple(values), len(self.vectors))
        if number == len(self.vectors):
            self.vectors.append(tuple(values))
        return number

    def of(self, held: Sequence[object], restriction: object, reference: object) -> tuple[frozenset[str], Mapping[str, int]]:
        """The lead units closed to a subject of whom this is recorded, and the costs of the others that cost something."""
        closed, flagged, pin, allowed = cast("Restriction | None", restriction) or _UNRESTRICTED
        if pin is not None:
            closed |= self.units - {pin}
        met: dict[str, int] = {}
        for bit, entry in zip(self.bits, held, strict=True):
            if type(entry) is str:
                met[entry] = met.get(entry, 0) | bit
            else:
                met.update([(unit, met.get(unit, 0) | bit) for unit in units_in(entry)])
        on_term = self._on_term(met) if self.tenure > 1 else {}
        if self.forbids:
            recent = {unit for unit, years in met.items() if self._is_recent(years, on_term.get(unit, 0))}
            closed |= (recent & self.units) - allowed
        units = self.units - closed
        if reference is None and not flagged and not on_term:
            by_years = self._by_years
            return closed, {unit: by_years[years] for unit, years in met.items() if unit in units}
        costs: dict[str, int] = {}
        for unit in units if reference is not None or on_term else units & {*flagged, *met}:
            is_changed = reference is not None and unit not in units_in(reference)
            is_cut = bool(on_term) and unit not in on_term
            if number := self._ways[unit in flagged, met.get(unit, 0), on_term.get(unit, 0), is_cut, is_changed]:
                costs[unit] = number
        return closed, costs

    def _on_term(self, met: Mapping[str, int]) -> dict[str, int]:
        """The present lead units whose term with a subject is not over, each with its years so far."""
        spells = {unit: _years_running(self.ages[years]) for unit, years in met.items() if unit in self.units}
        return {unit: spell for unit, spell in spells.items() if 1 <= spell < self.tenure}

    def _is_recent(self, years: int, spell: int) -> bool:
        return any(spell < age <= self.cooling for age in self.ages[years])

    def reduced(self, price: Vector) -> Lazily[int, Vector]:
        """What costs come to, by their number, at a lead unit of this price."""
        bare = tuple(-one for one in price)
        return Lazily(lambda number: tuple(map(add, self.vectors[number], bare)))


def _years_running(ages: Sequence[int]) -> int:
    """For how many years up to last year, none of them missing."""
    return next(years for years in count() if years + 1 not in ages)


def units_in(entry: object) -> tuple[str, ...]:
    """The lead units of an entry of the history or the reference."""
    return (entry,) if isinstance(entry, str) else cast("tuple[str, ...]", entry or ())


def least_of(kind: Kind, reduced: Mapping[str, Lazily[int, Vector]], rising: Sequence[tuple[str, Vector]]) -> frozenset[str]:
    """The lead units open to a kind of subject at the least reduced cost; ``rising`` has them by what costs nothing there."""
    dear = {unit: reduced[unit][number] for unit, number in kind.costs.items()}
    least = min(dear.values(), default=None)
    found: list[str] = []
    for unit, cost in rising:
        if unit in dear or unit in kind.closed:
            continue
        if least is not None and cost > least:
            break
        if least is None or cost < least:
            least, found = cost, []
        found.append(unit)
    return frozenset([*found, *(unit for unit, cost in dear.items() if cost == least)])
