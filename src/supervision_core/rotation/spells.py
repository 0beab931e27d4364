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
from supervision_core.values.errors import raise_for
from supervision_core.values.mappings import IdMap

__all__ = [
    "EVERYTHING_COUNTS",
    "Given",
    "Unknown",
    "Years",
    "given_by",
    "in_order",
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
    return given._replace(years=_columns(years), unknown=tuple(sorted(unknown)), spells=in_order(spells))


def _columns(years: Mapping[int, Mapping[str, Iterable[str]]]) -> dict[int, IdMap[Held]]:
    return {year: IdMap({one: as_held(units) for one, units in years[year].items()}) for year in sorted(years)}


def given_by(records: Iterable[Record | Mapping[str, object]], counting: CountingRule) -> Given:
    """Records sorted into those of whole years and all others."""
    read, faults = read_records(records)
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
