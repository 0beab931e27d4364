"""The checkers' own reading of a question: closed, flagged, pinned and repeated pairs from what was given.

Nothing here comes from what the planner derives: bars and pins are read from the roster's own lists, the past from the
records as they were given and the reforms themselves, row by row. Whoever misreads the question in planning is found out.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence, Sized
from datetime import date
from functools import cached_property
from itertools import chain
from typing import final

from supervision_core.rotation.allowances import Allowance
from supervision_core.rotation.history import History, given_to
from supervision_core.rotation.lineage import Held, Reform
from supervision_core.rotation.policy import Objective, Repeats, RotationPolicy
from supervision_core.rotation.records import Record
from supervision_core.rotation.roster import BarReason, Roster, Severity
from supervision_core.values.errors import Fault
from supervision_core.values.mappings import IdMap, finder_of
from supervision_core.values.text import shown

__all__ = [
    "Entries",
    "Past",
    "Reading",
    "entries_of",
    "is_of_another_day",
    "other_year",
    "parts_since",
    "past_faults",
    "read_past",
    "reference_through",
    "told_apart",
    "units_through",
]


#: For each recorded year, rising: for each subject the lead units that had it, by today's names.
Past = Mapping[int, Mapping[str, Held]]
#: For each recorded year how often it has each of its entries: a year of thousands of subjects has few different ones.
Entries = Mapping[int, Mapping[Held, int]]


def read_past(history: History) -> Past:
    """The lead units of every recorded year by today's names, from the records as they were given."""
    given = given_to(history)
    parts = {spell.year for spell in given.spells}
    months: dict[int, dict[tuple[str, str], int]] = {}
    past: dict[int, Mapping[str, Held]] = {}
    for year, column in given.years.items():
        later = [reform for reform in given.reforms if reform.on > date(year, 1, 1)]
        if not later and year not in parts:
            past[year] = column
            continue
        counted = months.setdefault(year, {})
        for subject, held in column.items():
            for unit in (held,) if isinstance(held, str) else held:
                _count(counted, later, subject, unit, 12)
    for spell in given.spells:
        _count_spell(months, given.reforms, spell, substitutes=given.counting.substitutes_count)
    for year, counted in months.items():
        counted_column = _column_of(pair for pair, spent in counted.items() if spent >= given.counting.least_months)
        if counted_column or year in given.years:
            past[year] = counted_column
    return dict(sorted(past.items()))


def _count_spell(
    months: dict[int, dict[tuple[str, str], int]], reforms: Iterable[Reform], spell: Record, *, substitutes: bool
) -> None:
    if spell.lead_unit_id is None or (spell.substitute and not substitutes):
        return
    first = spell.first_day if spell.first_day is not None else date(spell.year, 1, 1)
    later = [reform for reform in reforms if reform.on > first]
    _count(months.setdefault(spell.year, {}), later, spell.subject_id, spell.lead_unit_id, spell.months)


def _count(counted: dict[tuple[str, str], int], later: list[Reform], subject: str, unit: str, spent: int) -> None:
    """Months of a pair, for every pair that it has become."""
    for one in _after(subject, later, subjects=True):
        for other in _after(unit, later, subjects=False):
            counted[one, other] = counted.get((one, other), 0) + spent


def _after(name: str, later: Iterable[Reform], *, subjects: bool) -> list[str]:
    names = [name]
    for reform in later:
        became = reform.subjects if subjects else reform.lead_units
        names = sorted(set(chain.from_iterable(became.get(one, (one,)) for one in names)))
    return names


def _column_of(pairs: Iterable[tuple[str, str]]) -> Mapping[str, Held]:
    found: dict[str, list[str]] = {}
    for subject, unit in sorted(pairs):
        found.setdefault(subject, []).append(unit)
    return {subject: units[0] if len(units) == 1 else tuple(units) for subject, units in found.items()}


def reference_through(history: History, assignments: Mapping[str, str], since: date) -> dict[str, frozenset[str]]:
    """For each subject of today the lead units of today that come from assignments by the names of an earlier day."""
    later = [reform for reform in given_to(history).reforms if reform.on > since]
    found: dict[str, set[str]] = {}
    for subject, unit in assignments.items():
        for one in _after(subject, later, subjects=True):
            found.setdefault(one, set()).update(_after(unit, later, subjects=False))
    return {subject: frozenset(units) for subject, units in found.items()}


def units_through(history: History, lead_units: Iterable[str], since: date) -> tuple[dict[str, list[str]], Mapping[str, int]]:
    """What became of each lead unit by the names of an earlier day, and of how many parts each of today was made."""
    later = [reform for reform in given_to(history).reforms if reform.on > since]
    names, made = set(lead_units), set[str]()
    for reform in later:
        names |= {one for one in reform.lead_units if one not in made}
        made |= set(chain.from_iterable(reform.lead_units.values()))
    became = {one: _after(one, later, subjects=False) for one in names}
    return became, Counter(chain.from_iterable(became.values()))


def parts_since(history: History, units: Iterable[str]) -> dict[str, int]:
    """For each lead unit of today that was a part of another one the year of the last such reform, going back from today."""
    given = given_to(history)
    if not given.reforms and not given.parts:
        return {}
    back: list[tuple[Reform, dict[str, list[str]]]] = []
    for reform in reversed(given.reforms):
        before: dict[str, list[str]] = {}
        for one, made in reform.lead_units.items():
            for new in made:
                before.setdefault(new, []).append(one)
        back.append((reform, before))
    found = {unit: _part_since(unit, back, given.parts) for unit in units}
    return {unit: year for unit, year in found.items() if year is not None}


def _part_since(unit: str, back: Iterable[tuple[Reform, Mapping[str, list[str]]]], parts: Mapping[str, int]) -> int | None:
    names = {unit}
    for reform, before in back:
        earlier = set(chain.from_iterable(before.get(name, ()) for name in names))
        if any(len(reform.lead_units[one]) > 1 for one in earlier):
            return reform.on.year
        names = {*earlier, *(one for one in names if one not in reform.lead_units)}
    return max((parts[one] for one in names if one in parts), default=None)


def entries_of(past: Past) -> Entries:
    """How often each recorded year has each of its entries."""
    return {year: Counter(column.values()) for year, column in past.items()}


def past_faults(roster: Roster, year: int, history: History, entries: Entries) -> list[Fault]:
    """What is wrong with a history for a roster and a year; years of which somebody is unknown count too."""
    faults = []
    known = {*roster.lead_unit_ids, *roster.former_units}
    for recorded in sorted({*entries, *(one for one, _ in history.unknown)}):
        place = f"History[{recorded}]"
        if recorded >= year:
            expected = f"only years before {year}; History.before({year}) keeps them"
            faults.append(Fault("year_not_past", place, str(recorded), expected))
            continue
        units: set[str] = set()
        for held in entries.get(recorded, {}):
            units.update((held,) if isinstance(held, str) else held)
        expected = "a lead unit of the roster, or one that former_units lists"
        faults.extend(Fault("unknown_id", place, shown(unit), expected) for unit in sorted(units - known))
    return faults


def told_apart(found: str, given: Sized, right: Sized) -> str:
    """How many were found; where there are as many as there should be, also that they are not all right."""
    return found if len(given) != len(right) else f"{found}, not all of them right"


def other_year(name: str, year: int, asked: int | None) -> Iterator[Fault]:
    """An answer of another year than the one that was asked; None is not said."""
    if asked is not None and year != asked:
        yield Fault("other_years", f"{name}.year", str(year), f"{asked}, as asked")


def is_of_another_day(history: History, year: int, policy: RotationPolicy) -> bool:
    """Whether a plan may speak by other names than those of 1 January: one of a replan, in a year with a reform later on."""
    reforms = given_to(history).reforms
    return policy.objective is Objective.MID_YEAR and any(date(year, 1, 1) < one.on <= date(year, 12, 31) for one in reforms)


@final
class Reading:
    """One year's question as its own lists say it."""

    def __init__(self, roster: Roster, year: int, history: History, policy: RotationPolicy) -> None:
        self.roster, self.year, self.policy = roster, year, policy
        self.past = read_past(history)
        #: For each subject the lead units that a HARD bar closes, with its reasons; and those that a FLAG marks.
        self.hard: dict[str, dict[str, set[BarReason]]] = {}
        self.flags: dict[str, set[str]] = {}
        #: The allowances, by subject and lead unit.
        self.allowed = {(one.subject_id, one.lead_unit_id): one for one in roster.allowances}
        self._opened: dict[str, tuple[str, ...]] = {}
        for who, unit in sorted(self.allowed):
            self._opened[who] = (*self._opened.get(who, ()), unit)
        #: What is closed to subjects of whom the same is recorded.
        self._known: dict[tuple[object, ...], dict[str, tuple[BarReason, ...]]] = {}
        for bar in roster.bars:
            if bar.severity is Severity.HARD:
                self.hard.setdefault(bar.subject_id, {}).setdefault(bar.lead_unit_id, set()).add(bar.reason)
            else:
                self.flags.setdefault(bar.subject_id, set()).add(bar.lead_unit_id)

    def held(self, subject: str, age: int) -> tuple[str, ...]:
        """The lead units that had a subject so many years ago."""
        entry = self.past.get(self.year - age, {}).get(subject)
        return () if entry is None else (entry,) if isinstance(entry, str) else entry

    def spell(self, subject: str, unit: str) -> int:
        """For how many years in a row, up to the year before, a lead unit had a subject."""
        years = 0
        while unit in self.held(subject, years + 1):
            years += 1
        return years

    def repeated(self, subject: str) -> dict[str, tuple[int, ...]]:
        """For each lead unit, the ages within the cooling-off at which giving it the subject counts as a repeat."""
        term = getattr(self.policy, "tenure_years", 1)
        found: dict[str, list[int]] = {}
        for age in range(1, self.policy.cooling_off_years + 1):
            for unit in self.held(subject, age):
                spell = self.spell(subject, unit) if term > 1 else 0
                if not (1 <= spell < term and age <= spell):
                    found.setdefault(unit, []).append(age)
        return {unit: tuple(ages) for unit, ages in found.items()}

    def closed(self, subject: str) -> dict[str, tuple[BarReason, ...]]:
        """The lead units that are closed to a subject, each with every reason, in the order of ``BarReason``."""
        alike = next(zip(*self._recorded_of([subject]), strict=True))
        if alike not in self._known:
            self._known[alike] = self._closed(subject)
        return self._known[alike]

    def by_kind(self) -> list[tuple[dict[str, tuple[BarReason, ...]], list[str]]]:
        """Subjects of whom the same is recorded, with what is closed to them; all are looked up at once."""
        subjects = [subject.id for subject in self.roster.subjects]
        found: dict[tuple[object, ...], list[str]] = {}
        for subject, alike in zip(subjects, zip(*self._recorded_of(subjects), strict=True), strict=True):
            found.setdefault(alike, []).append(subject)
        return [(self.closed(members[0]), members) for members in found.values()]

    def _recorded_of(self, subjects: Sequence[str]) -> list[Iterable[object]]:
        """All that closes pairs, of each subject: its pin, its bars, its allowances and the years that count."""
        far = 0
        if self.policy.repeats is Repeats.FORBID:
            far = max(self.policy.cooling_off_years, getattr(self.policy, "tenure_years", 1))
        years = [self.past.get(self.year - age, {}) for age in range(1, far + 1)]
        lists: list[Mapping[str, object]] = [self.roster.pins, self._bars, self._opened, *years]
        return [map(finder_of(one) if isinstance(one, IdMap) else one.get, subjects) for one in lists]

    @cached_property
    def _bars(self) -> dict[str, int]:
        """A number for the HARD bars of each subject that has any, the same for those who have the same."""
        numbers: dict[object, int] = {}
        return {
            subject: numbers.setdefault(tuple((unit, *sorted(map(id, why))) for unit, why in found.items()), len(numbers))
            for subject, found in self.hard.items()
        }

    def _closed(self, subject: str) -> dict[str, tuple[BarReason, ...]]:
        reasons = {unit: set(found) for unit, found in self.hard.get(subject, {}).items()}
        pin = self.roster.pins.get(subject)
        if pin is not None:
            for lead_unit in self.roster.lead_units:
                if lead_unit.id != pin:
                    reasons.setdefault(lead_unit.id, set()).add(BarReason.PINNED_ELSEWHERE)
        if self.policy.repeats is Repeats.FORBID:
            present = {lead_unit.id for lead_unit in self.roster.lead_units}
            for unit in self.repeated(subject).keys() & present:
                if (subject, unit) not in self.allowed:
                    reasons.setdefault(unit, set()).add(BarReason.COOLING_OFF)
        return {unit: tuple(reason for reason in BarReason if reason in found) for unit, found in reasons.items()}

    def opening(self) -> dict[tuple[str, str], Allowance]:
        """The allowances without which the cooling-off would close their pairs in this year."""
        if self.policy.repeats is not Repeats.FORBID:
            return {}
        return {pair: one for pair, one in self.allowed.items() if pair[1] in self.repeated(pair[0])}

    def closed_pairs(self) -> Iterator[tuple[str, dict[str, tuple[BarReason, ...]]]]:
        """Every subject of the roster with what is closed to it."""
        return ((subject, closed) for closed, members in self.by_kind() for subject in members)
