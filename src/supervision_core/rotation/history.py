"""Who had whom in earlier years."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from typing import TYPE_CHECKING, TypeAlias, final

import attrs

from supervision_core.rotation.lineage import FIRST_YEAR, LAST_YEAR, CountingRule, Lineage, Record, read_records
from supervision_core.values.checks import Checks
from supervision_core.values.errors import Fault, raise_for
from supervision_core.values.text import composed, identifier_fault, shown

if TYPE_CHECKING:
    from supervision_core.rotation.plan import Plan

__all__ = ["History", "Record"]


#: The lead unit of a year, or several where it changed within the year.
Held: TypeAlias = str | tuple[str, ...]


@final
class _Table(dict[int, dict[str, Held]]):
    """The records by year and subject, and what is not known; the one field of a history, so that ``attrs.evolve`` works."""

    __slots__ = ("unknown",)

    def __init__(self, table: Mapping[int, dict[str, Held]], unknown: tuple[tuple[int, str], ...]) -> None:
        super().__init__(table)
        self.unknown = unknown


_EVERYTHING_COUNTS = CountingRule()
_NOTHING_CHANGED = Lineage()


@final
@attrs.frozen(init=False, repr=False, eq=False)
class History:
    """Which lead unit had which subject in which year; a year or a subject may be missing.

    >>> from supervision_core import History
    >>> history = History.of({2019: {"s001": "labour"}, 2020: {"s001": "women"}})
    >>> history.before(2020).years
    (2019,)
    """

    _table: _Table = attrs.field(alias="records")

    def __init__(self, records: Iterable[Record] = ()) -> None:
        table = records if isinstance(records, _Table) else _Table(*_table_of(records, CountingRule(), Lineage()))
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
    def of_records(
        cls,
        records: Iterable[Record | Mapping[str, object]],
        *,
        counting: CountingRule = _EVERYTHING_COUNTS,
        lineage: Lineage = _NOTHING_CHANGED,
    ) -> History:
        """Records in any order, several per subject and year allowed; a mapping is read as a row of a spreadsheet.

        What the counting rule leaves out is not in the history. Contradictions and all other faults are raised together.

        >>> from supervision_core import History
        >>> from supervision_core.rotation import CountingRule
        >>> rows = [{"subject_id": "s1", "lead_unit_id": "front", "year": 2020, "months": 2}]
        >>> History.of_records(rows, counting=CountingRule(least_months=6)).years
        ()
        """
        checks = Checks("History")
        checks.kind("counting", counting, CountingRule, "a CountingRule")
        checks.kind("lineage", lineage, Lineage, "a Lineage")
        checks.done()
        table, unknown = _table_of(records, counting, lineage)
        return cls._made(table, unknown)

    @classmethod
    def _made(cls, table: dict[int, dict[str, Held]], unknown: tuple[tuple[int, str], ...] = ()) -> History:
        made = cls.__new__(cls)
        object.__setattr__(made, "_table", _Table(table, unknown))
        return made

    @property
    def unknown(self) -> tuple[tuple[int, str], ...]:
        """The (year, subject) of which is recorded that somebody had the subject, but not who: neither fresh nor a repeat."""
        return self._table.unknown

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
        subject_id = composed(subject_id)
        found = ((year, column[subject_id]) for year, column in self._table.items() if subject_id in column)
        return tuple((year, held if isinstance(held, tuple) else (held,)) for year, held in found)

    def before(self, year: int) -> History:
        """The history of the years before this one."""
        table = {one: column for one, column in self._table.items() if one < year}
        return History._made(table, tuple(one for one in self.unknown if one[0] < year))

    def with_lineage(self, lineage: Lineage) -> History:
        """The history in terms of what lead units and subjects have become."""
        return History.of_records(self.records(), lineage=lineage)

    def with_plan(self, plan: Plan) -> History:
        """The history with a plan's assignments as the record of its year; a year that is there already is refused."""
        if plan.year in self._table:
            raise_for([Fault("duplicate_year", "plan.year", shown(plan.year), "a year that the history does not hold")])
        table: dict[int, dict[str, Held]] = {**self._table, plan.year: dict(plan.assignments)}
        return History._made({year: table[year] for year in sorted(table)}, self.unknown)

    def records(self) -> Iterator[Record]:
        """Every record, by year, subject and lead unit."""
        for year, column in self._table.items():
            for subject_id in sorted(column):
                held = column[subject_id]
                units = held if isinstance(held, tuple) else (held,)
                for lead_unit_id in units:
                    yield Record(subject_id=subject_id, lead_unit_id=lead_unit_id, year=year)
        for year, subject_id in self.unknown:
            yield Record(subject_id=subject_id, lead_unit_id=None, year=year)

    def __eq__(self, other: object) -> bool:
        if not isinstance(other, History):
            return NotImplemented
        return self._table == other._table and self.unknown == other.unknown

    def __hash__(self) -> int:
        return hash(tuple((year, len(column)) for year, column in self._table.items()))

    def __repr__(self) -> str:
        return f"<History of {len(self._table)} years>"

    def __reduce__(self) -> tuple[object, tuple[dict[int, dict[str, Held]], tuple[tuple[int, str], ...]]]:
        return History._made, (dict(self._table), self.unknown)


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


def _table_of(
    records: Iterable[Record | Mapping[str, object]], counting: CountingRule, lineage: Lineage
) -> tuple[dict[int, dict[str, Held]], tuple[tuple[int, str], ...]]:
    given, faults = read_records(records)
    raise_for(faults)
    found: dict[int, dict[str, set[str]]] = {}
    unknown: set[tuple[int, str]] = set()
    for record in given:
        for subject in lineage.of_subject(record.subject_id):
            if record.lead_unit_id is None:
                unknown.add((record.year, subject))
            elif counting.counts(record):
                units = lineage.of_lead_unit(record.lead_unit_id)
                found.setdefault(record.year, {}).setdefault(subject, set()).update(units)
    table = {year: {subject: _held(units) for subject, units in sorted(found[year].items())} for year in sorted(found)}
    return table, tuple(sorted(unknown))


def _held(units: set[str]) -> Held:
    ordered = tuple(sorted(units))
    return ordered[0] if len(ordered) == 1 else ordered
