"""What a history was given, and how it is read: by today's names, the spells of a year added up before they are counted."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from datetime import date
from types import MappingProxyType
from typing import NamedTuple, TypeAlias, final

import attrs

from supervision_core.rotation.lineage import Held, Lineage, Reform, as_held
from supervision_core.rotation.plan import Plan
from supervision_core.rotation.records import MONTHS, CountingRule, Record, read_records
from supervision_core.values.errors import Fault, raise_for
from supervision_core.values.mappings import IdMap
from supervision_core.values.text import shown

__all__ = [
    "EVERYTHING_COUNTS",
    "Given",
    "Unknown",
    "Years",
    "changed_again",
    "given_by",
    "in_order",
    "parts_of_today",
    "read_given",
    "records_of",
    "spells_of",
    "stepped",
]


Years: TypeAlias = Mapping[int, IdMap[Held]]
Unknown: TypeAlias = tuple[tuple[int, str], ...]
EVERYTHING_COUNTS = CountingRule()
_EMPTY: IdMap[Held] = IdMap()


@final
class Given(NamedTuple):
    """What a history was given: records of whole years by year and subject, the others, and how they are read."""

    #: For each year, rising, who had whom for the whole of it, by the names of 1 January.
    years: Years = MappingProxyType({})
    #: The (year, subject) of which it is not known who had the subject, by the names of 1 January, sorted.
    unknown: Unknown = ()
    #: Every other record: of some months, of a substitute, or by the names of a later day, sorted.
    spells: tuple[Record, ...] = ()
    #: What counts.
    counting: CountingRule = EVERYTHING_COUNTS
    #: The reforms that the records are read through, by day.
    reforms: tuple[Reform, ...] = ()
    #: The lead units that came out of a split which no reform tells any more, by the names before all reforms: the first year
    #: whose rests are their own. A step without a day left them, or a span planned past the reform.
    parts: Mapping[str, int] = IdMap()


def read_given(given: Given) -> tuple[Years, Unknown]:
    """The years by today's names, and what is not known: every spell under today's names, added up, then counted."""
    if not given.reforms and not given.spells:
        return given.years, given.unknown
    lineage = Lineage(reforms=given.reforms)
    last = given.reforms[-1].on if given.reforms else date.min
    touched = {spell.year for spell in given.spells}
    years = {year: column for year, column in given.years.items() if date(year, 1, 1) >= last and year not in touched}
    months: dict[int, dict[str, dict[str, int]]] = {year: {} for year in given.years if year not in years}
    unknown: set[tuple[int, str]] = set()
    names = _Names(lineage)
    for record in records_of(given, months):
        subjects = names.of_subject(record.subject_id, record.names_of)
        if record.lead_unit_id is None:
            unknown.update((record.year, subject) for subject in subjects)
        elif given.counting.substitutes_count or not record.substitute:
            for unit in names.of_lead_unit(record.lead_unit_id, record.names_of):
                for subject in subjects:
                    held = months.setdefault(record.year, {}).setdefault(subject, {})
                    held[unit] = held.get(unit, 0) + record.months
    for year, of_subjects in months.items():
        column = _counted(of_subjects, given.counting.least_months)
        if column or year in given.years:
            years[year] = column
    return {year: years[year] for year in sorted(years)}, tuple(sorted(unknown))


def _counted(of_subjects: Mapping[str, Mapping[str, int]], least: int) -> IdMap[Held]:
    found = {}
    for subject, held in of_subjects.items():
        if units := [unit for unit, months in held.items() if months >= least]:
            found[subject] = as_held(units)
    return IdMap(found)


@final
class _Names:
    """A lineage that remembers what it was asked: a country has thousands of subjects and every year asks for all."""

    def __init__(self, lineage: Lineage) -> None:
        self._lineage = lineage
        self._subjects: dict[tuple[str, date], tuple[str, ...]] = {}
        self._units: dict[tuple[str, date], tuple[str, ...]] = {}

    def of_subject(self, one: str, since: date) -> tuple[str, ...]:
        found = self._subjects.get((one, since))
        if found is None:
            found = self._subjects[one, since] = self._lineage.of_subject(one, since)
        return found

    def of_lead_unit(self, one: str, since: date) -> tuple[str, ...]:
        found = self._units.get((one, since))
        if found is None:
            found = self._units[one, since] = self._lineage.of_lead_unit(one, since)
        return found


def records_of(given: Given, years: Iterable[int]) -> Iterator[Record]:
    """The records of these years, the parts of years, and the unknown ones."""
    for year in years:
        for subject_id, held in given.years.get(year, _EMPTY).items():
            for lead_unit_id in held if isinstance(held, tuple) else (held,):
                yield Record(subject_id=subject_id, lead_unit_id=lead_unit_id, year=year)
    yield from given.spells
    for year, subject_id in given.unknown:
        yield Record(subject_id=subject_id, lead_unit_id=None, year=year)


def in_order(spells: Iterable[Record]) -> tuple[Record, ...]:
    """Records by year, subject, day and lead unit."""
    return tuple(
        sorted(
            spells,
            key=lambda one: (one.year, one.subject_id, one.names_of, one.lead_unit_id or "", one.months, one.substitute),
        )
    )


def spells_of(plan: Plan, on: date) -> Iterator[Record]:
    """Both lead units of each subject: that of the reference until the month before the day, that of the plan from then."""
    before: Mapping[str, Held] = plan.reference or _EMPTY
    gone = on.month - 1
    for subject in {*before, *plan.assignments}:
        months: dict[str, int] = {}
        held = before.get(subject, ())
        for unit in (held,) if isinstance(held, str) else held:
            months[unit] = gone
        now = plan.assignments.get(subject)
        if now is not None:
            months[now] = months.get(now, 0) + MONTHS - gone
        for unit, spent in months.items():
            if spent:
                yield Record(subject_id=subject, lead_unit_id=unit, year=plan.year, months=spent, first_day=on)


def changed_again(given: Given, plan: Plan, on: date) -> tuple[tuple[Record, ...], list[Fault]]:
    """All spells, with those of a year that was changed before changed once more on a day; and what does not fit.

    Whoever had a subject until then, by the plan's reference, has the rest of the year less; whoever has it now has it. What
    was recorded keeps its names and its day. Of a subject that was split since, what all parts have in common stays one
    record of the whole; only what sets a part apart is told of that part, by the names of this day.
    """
    change = _Change(given, plan, on)
    change.make()
    return in_order([*(one for one in given.spells if one.year != plan.year), *change.records()]), change.faults


@final
class _Change:
    """A year's spells, changed on a day."""

    def __init__(self, given: Given, plan: Plan, on: date) -> None:
        self.plan, self.on = plan, on
        self.rest = MONTHS - (on.month - 1)
        self.faults: list[Fault] = []
        self._names = _Names(Lineage(reforms=[one for one in given.reforms if one.on <= on]))
        #: For each subject of this day its spells, each part of a split with its own copy; and what of a spell is left to whom.
        self._of: dict[str, list[Record]] = {}
        self._left: list[tuple[Record, dict[str, Record | None]]] = []
        #: Of which spell, by its place, something is a copy.
        self._place: dict[int, int] = {}
        spells = [spell for spell in given.spells if spell.year == plan.year]
        last = max(spell.names_of for spell in spells)
        if last >= on:
            self.faults.append(Fault("not_rising", "on", on.isoformat(), f"a day after the last change, {last.isoformat()}"))
        for spell in spells:
            self._sort_in(spell)

    def _sort_in(self, spell: Record) -> None:
        left: dict[str, Record | None] = {}
        for subject in self._names.of_subject(spell.subject_id, spell.names_of):
            copy = left[subject] = attrs.evolve(spell)
            self._of.setdefault(subject, []).append(copy)
            self._place[id(copy)] = len(self._left)
        self._left.append((spell, left))

    def _units(self, spell: Record) -> tuple[str, ...]:
        if spell.lead_unit_id is None:
            return ()
        return self._names.of_lead_unit(spell.lead_unit_id, spell.names_of)

    def records(self) -> Iterator[Record]:
        """All spells of the year."""
        yield from (one for some in self._of.values() for one in some if id(one) not in self._place)
        for spell, left in self._left:
            months = {subject: copy.months if copy is not None else 0 for subject, copy in left.items()}
            common = min(months.values())
            if common:
                yield attrs.evolve(spell, months=common)
            for subject, spent in months.items():
                if spent > common:
                    more = attrs.evolve(spell, subject_id=subject, months=spent - common, first_day=self.on)
                    yield from (attrs.evolve(more, lead_unit_id=unit) for unit in self._units(spell))

    def make(self) -> None:
        """Shorten what ends on the day, and add what begins."""
        before: Mapping[str, Held] = self.plan.reference or _EMPTY
        for subject in sorted({*before, *self.plan.assignments}):
            now = self.plan.assignments.get(subject)
            held = before.get(subject, ())
            current = [self._current(subject, unit) for unit in ((held,) if isinstance(held, str) else held)]
            stays = False
            # A lead unit that was split since stands once in the records, however many parts the reference names.
            for spell in {id(one): one for one in current if one is not None}.values():
                if self._units(spell) == (now,):
                    stays = True
                else:
                    self._shorten(subject, spell)
            if now is not None and not stays:
                new = Record(subject_id=subject, lead_unit_id=now, year=self.plan.year, months=self.rest, first_day=self.on)
                self._of.setdefault(subject, []).append(new)

    def _current(self, subject: str, unit: str) -> Record | None:
        """The spell of the lead unit that has a subject until the day."""
        own = self._of.get(subject, [])
        # What ended with an earlier change may have months enough, too: it is none where another one goes on.
        going_on = [one for one in own if _goes_on(one)] or own
        fitting = [one for one in going_on if unit in self._units(one) and one.months >= self.rest]
        if fitting:
            return max(fitting, key=lambda one: one.names_of)
        expected = f"the lead unit that the history has until {self.on.isoformat()}"
        self.faults.append(Fault("other_history", f"changed.plan.reference[{shown(subject)}]", shown(unit), expected))
        return None

    def _shorten(self, subject: str, spell: Record) -> None:
        shorter = attrs.evolve(spell, months=spell.months - self.rest) if spell.months > self.rest else None
        others = [one for one in self._of[subject] if one is not spell]
        self._of[subject] = others if shorter is None else [*others, shorter]
        # What begins on this day is shortened by none: every spell that is was given, and is a copy.
        place = self._place.pop(id(spell))
        self._left[place][1][subject] = shorter
        if shorter is not None:
            self._place[id(shorter)] = place


def _goes_on(spell: Record) -> bool:
    """Whether its months are those from its day to the end of the year, or the whole year."""
    since_its_day = MONTHS if spell.first_day is None else MONTHS - (spell.first_day.month - 1)
    return not spell.substitute and spell.months in {MONTHS, since_its_day}


def stepped(given: Given, step: Lineage) -> Given:
    """What was given by the names after a step without a day."""
    years: dict[int, dict[str, set[str]]] = {year: {} for year in given.years}
    unknown: set[tuple[int, str]] = set()
    spells: list[Record] = []
    for record in records_of(given, given.years):
        for subject in step.of_subject(record.subject_id):
            if record.lead_unit_id is None and record.is_plain:
                unknown.add((record.year, subject))
                continue
            units = (None,) if record.lead_unit_id is None else step.of_lead_unit(record.lead_unit_id)
            for unit in units:
                if record.is_plain and unit is not None:
                    years[record.year].setdefault(subject, set()).add(unit)
                else:
                    spells.append(attrs.evolve(record, subject_id=subject, lead_unit_id=unit))
    recorded = [*given.years, *(year for year, _ in given.unknown), *(spell.year for spell in given.spells)]
    parts = parts_after(given.parts, step.lead_units, max(recorded) + 1) if recorded else given.parts
    return given._replace(years=_columns(years), unknown=tuple(sorted(unknown)), spells=in_order(spells), parts=parts)


def parts_after(parts: Mapping[str, int], step: Mapping[str, tuple[str, ...]], year: int) -> IdMap[int]:
    """The lead units that came out of a split, by the names after a step: those that it splits have rests from a year on."""
    found = {unit: since for unit, since in parts.items() if unit not in step}
    for old, successors in step.items():
        since = year if len(successors) > 1 else parts.get(old, 0)
        found.update((one, max(since, found.get(one, 0))) for one in successors if since)
    return IdMap(found)


def parts_of_today(given: Given) -> Mapping[str, int]:
    """For each lead unit of today that came out of a split, the first year whose rests are its own."""
    found = given.parts
    for reform in given.reforms:
        found = parts_after(found, reform.lead_units, reform.on.year)
    return found


def _columns(years: Mapping[int, Mapping[str, Iterable[str]]]) -> dict[int, IdMap[Held]]:
    return {year: IdMap({one: as_held(units) for one, units in years[year].items()}) for year in sorted(years)}


def given_by(records: Iterable[Record | Mapping[str, object]], counting: CountingRule, reforms: Iterable[Reform] = ()) -> Given:
    """Records sorted into those of whole years and all others; contradictions are looked for between reforms of a name."""
    renamed: dict[str, list[date]] = {}
    for reform in reforms:
        for name in {*reform.subjects, *(one for parts in reform.subjects.values() for one in parts)}:
            renamed.setdefault(name, []).append(reform.on)
    read, faults = read_records(records, renamed)
    raise_for(faults)
    years: dict[int, dict[str, set[str]]] = {}
    unknown: set[tuple[int, str]] = set()
    spells = []
    for record in read:
        if not record.is_plain:
            spells.append(record)
        elif record.lead_unit_id is None:
            unknown.add((record.year, record.subject_id))
        else:
            years.setdefault(record.year, {}).setdefault(record.subject_id, set()).add(record.lead_unit_id)
    return Given(years=_columns(years), unknown=tuple(sorted(unknown)), spells=in_order(spells), counting=counting)
