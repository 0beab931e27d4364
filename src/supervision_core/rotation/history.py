"""Who had whom in earlier years."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from typing import TYPE_CHECKING, TypeAlias, final

import attrs

from supervision_core.errors import Fault, raise_for
from supervision_core.text import composed, identifier_fault, shown

if TYPE_CHECKING:
    from supervision_core.rotation.plans import Plan

__all__ = ["History", "Record"]

#: The lead unit of a year, or several where it changed within the year.
Held: TypeAlias = str | tuple[str, ...]

FIRST_YEAR, LAST_YEAR = 1, 9999


@final
@attrs.frozen(kw_only=True)
class Record:
    """A lead unit had a subject in a year."""

    #: The subject.
    subject_id: str
    #: The lead unit.
    lead_unit_id: str
    #: The calendar year.
    year: int


@final
@attrs.frozen(init=False, repr=False, eq=False)
class History:
    """Which lead unit had which subject in which year; a year or a subject may be missing.

    >>> from supervision_core import History
    >>> history = History.of({2019: {"s001": "labour"}, 2020: {"s001": "women"}})
    >>> history.before(2020).years
    (2019,)
    """

    _table: dict[int, dict[str, Held]] = attrs.field(init=False)

    def __init__(self, records: Iterable[Record] = ()) -> None:
        table: dict[int, dict[str, Held]] = _table_of(records)
        object.__setattr__(self, "_table", table)

    @classmethod
    def of(cls, years: Mapping[int, Mapping[str, str]]) -> History:
        """One lead unit per subject and year. All faults are raised together as ``InvalidInput``."""
        faults = list(_year_faults(years))
        table: dict[int, dict[str, Held]] = {}
        if not faults:
            for year in sorted(years):
                table[year] = _column(year, years[year], faults)
        raise_for(faults)
        return cls._made(table)

    @classmethod
    def of_records(cls, records: Iterable[Record]) -> History:
        """Records in any order, several per subject and year allowed. All faults are raised together."""
        return cls(records)

    @classmethod
    def _made(cls, table: dict[int, dict[str, Held]]) -> History:
        made = cls.__new__(cls)
        object.__setattr__(made, "_table", table)
        return made

    @property
    def years(self) -> tuple[int, ...]:
        """The years of which something is recorded, rising."""
        return tuple(self._table)

    def column(self, year: int) -> Mapping[str, Held]:
        """Who had whom in a year, by subject; a view, not to be changed. Several lead units come as a sorted tuple."""
        return self._table.get(year, {})

    def lead_units_in(self, year: int) -> frozenset[str]:
        """Every lead unit that had some subject in a year."""
        found: set[str] = set()
        # The set of entries is taken first: a column of thousands of subjects holds few different ones.
        for held in set(self.column(year).values()):
            found.update(held if isinstance(held, tuple) else (held,))
        return frozenset(found)

    def lead_units_of(self, subject_id: str) -> tuple[tuple[int, tuple[str, ...]], ...]:
        """What is recorded of a subject: (year, lead units), rising."""
        found = ((year, column[subject_id]) for year, column in self._table.items() if subject_id in column)
        return tuple((year, held if isinstance(held, tuple) else (held,)) for year, held in found)

    def before(self, year: int) -> History:
        """The history of the years before this one."""
        return History._made({one: column for one, column in self._table.items() if one < year})

    def with_plan(self, plan: Plan) -> History:
        """The history with a plan's assignments as the record of its year; a year that is there already is refused."""
        if plan.year in self._table:
            raise_for([Fault("duplicate_year", "plan.year", shown(plan.year), "a year that the history does not hold")])
        table: dict[int, dict[str, Held]] = {**self._table, plan.year: dict(plan.assignments)}
        return History._made({year: table[year] for year in sorted(table)})

    def records(self) -> Iterator[Record]:
        """Every record, by year, subject and lead unit."""
        for year, column in self._table.items():
            for subject_id in sorted(column):
                held = column[subject_id]
                for lead_unit_id in held if isinstance(held, tuple) else (held,):
                    yield Record(subject_id=subject_id, lead_unit_id=lead_unit_id, year=year)

    def __eq__(self, other: object) -> bool:
        return self._table == other._table if isinstance(other, History) else NotImplemented

    def __hash__(self) -> int:
        return hash(tuple((year, len(column)) for year, column in self._table.items()))

    def __repr__(self) -> str:
        return f"<History of {len(self._table)} years>"

    def __reduce__(self) -> tuple[object, tuple[dict[int, dict[str, Held]]]]:
        return History._made, (self._table,)


def _year_faults(years: object) -> Iterator[Fault]:
    if not isinstance(years, Mapping):
        yield Fault("wrong_kind", "History", shown(years), "a mapping from years to mappings")
        return
    for year, column in years.items():
        if isinstance(year, bool) or not isinstance(year, int) or not FIRST_YEAR <= year <= LAST_YEAR:
            yield Fault("not_a_year", "History", shown(year), f"a year from {FIRST_YEAR} to {LAST_YEAR} (int)")
        if not isinstance(column, Mapping):
            yield Fault("wrong_kind", f"History[{shown(year)}]", shown(column), "a mapping from subject ids to lead unit ids")


def _column(year: int, column: Mapping[str, str], faults: list[Fault]) -> dict[str, Held]:
    """One year's column in composed Unicode; what is wrong with it joins the faults."""
    made: dict[str, Held] = {}
    units: dict[str, str] = {}
    for given, unit in column.items():
        subject = composed(given)
        known = units.get(unit) if isinstance(unit, str) else None
        if known is None:
            # A lead unit stands there for thousands of subjects; it is looked at once.
            fault = identifier_fault(composed(unit))
            if fault is not None:
                faults.append(Fault(fault[0], f"History[{year}][{shown(given)}]", shown(unit), fault[1]))
                continue
            known = units[unit] = composed(unit)
        fault = identifier_fault(subject)
        if fault is None and subject in made:
            fault = "duplicate", "each subject once, in composed Unicode"
        if fault is not None:
            faults.append(Fault(fault[0], f"History[{year}][{shown(given)}]", shown(given), fault[1]))
            continue
        made[subject] = known
    return made


def _table_of(records: Iterable[Record]) -> dict[int, dict[str, Held]]:
    found: dict[int, dict[str, set[str]]] = {}
    faults: list[Fault] = []
    seen: set[Record] = set()
    for position, record in enumerate(records):
        place = f"History.records[{position}]"
        if not isinstance(record, Record):
            faults.append(Fault("wrong_kind", place, shown(record), "a Record"))
            continue
        new = list(_record_faults(place, record))
        if record in seen:
            new.append(Fault("duplicate", place, shown(record), "each record once"))
        seen.add(record)
        faults.extend(new)
        if not new:
            found.setdefault(record.year, {}).setdefault(str(composed(record.subject_id)), set()).add(
                str(composed(record.lead_unit_id))
            )
    raise_for(faults)
    return {year: {subject: _held(units) for subject, units in sorted(found[year].items())} for year in sorted(found)}


def _held(units: set[str]) -> Held:
    ordered = tuple(sorted(units))
    return ordered[0] if len(ordered) == 1 else ordered


def _record_faults(place: str, record: Record) -> Iterator[Fault]:
    for name in ("subject_id", "lead_unit_id"):
        if (fault := identifier_fault(composed(getattr(record, name)))) is not None:
            yield Fault(fault[0], f"{place}.{name}", shown(getattr(record, name)), fault[1])
    if isinstance(record.year, bool) or not isinstance(record.year, int) or not FIRST_YEAR <= record.year <= LAST_YEAR:
        yield Fault("not_a_year", f"{place}.year", shown(record.year), f"a year from {FIRST_YEAR} to {LAST_YEAR} (int)")
