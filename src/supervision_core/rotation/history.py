"""Who had whom in earlier years: the records as they were given, and what they count for under today's names."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from datetime import date
from functools import cached_property
from typing import TYPE_CHECKING, Any, final

import attrs

from supervision_core.rotation.lineage import Held, Lineage, Reform, as_held, joined_reforms
from supervision_core.rotation.plan import Plan
from supervision_core.rotation.policy import Objective
from supervision_core.rotation.records import FIRST_YEAR, LAST_YEAR, CountingRule, Record
from supervision_core.rotation.spells import (
    EVERYTHING_COUNTS,
    Given,
    Unknown,
    Years,
    changed_again,
    given_by,
    in_order,
    parts_of_today,
    read_given,
    records_of,
    spells_of,
    stepped,
)
from supervision_core.values.checks import Checks, check_arguments
from supervision_core.values.errors import Fault, raise_for
from supervision_core.values.mappings import IdMap
from supervision_core.values.text import are_plain_ids, composed, described, identifier_fault, shown

if TYPE_CHECKING:
    from supervision_core.rotation.moves import Replan

__all__ = ["History"]


_NOTHING_CHANGED = Lineage()
_EMPTY: IdMap[Held] = IdMap()
_NO_PARTS: IdMap[int] = IdMap()


def given_to(history: History) -> Given:
    """What a history was given, for documents and for whoever reads it anew."""
    return history._given  # noqa: SLF001  the same module


@final
@attrs.frozen(init=False, repr=False, eq=False)
class History:
    """Which lead unit had which subject in which year; a year or a subject may be missing.

    The records stay as they were given, each by the names of its first day, with the lineage and the counting rule.
    What counts is read off them: always by today's names, the spells of a year added up before they are counted.

    >>> from supervision_core import History
    >>> history = History.of({2019: {"s001": "labour"}, 2020: {"s001": "women"}})
    >>> history.before(2020).years
    (2019,)
    """

    _given: Given = attrs.field(alias="records")

    def __init__(self, records: Iterable[Record] = ()) -> None:
        # Whoever changes a history by its own field brings what it was given.
        if not isinstance(records, Given):
            checks = Checks("History")
            checks.stream("records", records, "a Record or a row")
            checks.done()
        given = records if isinstance(records, Given) else given_by(records, EVERYTHING_COUNTS)
        object.__setattr__(self, "_given", given)

    @cached_property
    def _read(self) -> tuple[Years, Unknown]:
        return read_given(self._given)

    @classmethod
    def of(cls, years: Mapping[int, Mapping[str, str]]) -> History:
        """One lead unit per subject and year. All faults are raised together as ``InvalidInput``."""
        faults = list(_year_faults(years))
        found: dict[int, IdMap[Held]] = {}
        if not faults:
            for year in sorted(years):
                found[year] = _column(year, years[year], faults)
        raise_for(faults)
        return _made(Given(years=found))

    @classmethod
    def of_records(
        cls,
        records: Iterable[Record | Mapping[str, object]],
        *,
        counting: CountingRule = EVERYTHING_COUNTS,
        lineage: Lineage = _NOTHING_CHANGED,
    ) -> History:
        """Records in any order, several per subject and year allowed; a mapping is read as a row of a spreadsheet.

        Contradictions and all other faults are raised together, each with its row, subject and year. A name that a reform
        takes or gives may stand for somebody else from that day on: such records do not contradict each other.

        >>> from supervision_core import History
        >>> from supervision_core.rotation import CountingRule
        >>> rows = [{"subject_id": "s1", "lead_unit_id": "front", "year": 2020, "months": 2}]
        >>> History.of_records(rows, counting=CountingRule(least_months=6)).years
        ()
        """
        checks = Checks("History")
        checks.kind("counting", counting, CountingRule, "a CountingRule")
        checks.kind("lineage", lineage, Lineage, "a Lineage")
        checks.stream("records", records, "a Record or a row")
        checks.done()
        return _made(given_by(records, counting, lineage.reforms)).with_lineage(lineage)

    @property
    def lineage(self) -> Lineage:
        """The reforms that the records are read through."""
        return Lineage(reforms=self._given.reforms) if self._given.reforms else _NOTHING_CHANGED

    @property
    def counting(self) -> CountingRule:
        """What counts."""
        return self._given.counting

    @property
    def unknown(self) -> tuple[tuple[int, str], ...]:
        """The (year, subject) of which is recorded that somebody had the subject, but not who: neither fresh nor a repeat.

        After a merger there may be a known lead unit beside it, from another part of what was merged.
        """
        return self._read[1]

    @property
    def years(self) -> tuple[int, ...]:
        """The years of which something is recorded, rising."""
        return tuple(self._read[0])

    def column(self, year: int) -> IdMap[Held]:
        """Who had whom in a year, by subject, under today's names. Several lead units come as a sorted tuple."""
        if type(year) is not int:  # what plans ask for in their inmost loops
            check_arguments(History.column, year=year)
        return self._read[0].get(year, _EMPTY)

    def lead_units_in(self, year: int) -> frozenset[str]:
        """Every lead unit that had some subject in a year."""
        found: set[str] = set()
        # The set of entries is taken first: a column of thousands of subjects holds few different ones.
        for held in set(self.column(year).values()):
            found.update(held if isinstance(held, tuple) else (held,))
        return frozenset(found)

    def lead_units_of(self, subject_id: str) -> tuple[tuple[int, tuple[str, ...]], ...]:
        """What is recorded of a subject: (year, lead units), rising."""
        check_arguments(History.lead_units_of, subject_id=subject_id)
        subject_id = composed(subject_id)
        found = ((year, column[subject_id]) for year, column in self._read[0].items() if subject_id in column)
        return tuple((year, held if isinstance(held, tuple) else (held,)) for year, held in found)

    def before(self, year: int) -> History:
        """The history of the years before this one."""
        check_arguments(History.before, year=year)
        return self._only(lambda one: one < year)

    def since(self, year: int) -> History:
        """The history of this year and the later ones."""
        check_arguments(History.since, year=year)
        return self._only(lambda one: one >= year)

    def _only(self, wanted: Callable[[int], bool]) -> History:
        given = self._given
        return _made(
            given._replace(
                years={year: column for year, column in given.years.items() if wanted(year)},
                unknown=tuple(one for one in given.unknown if wanted(one[0])),
                spells=tuple(spell for spell in given.spells if wanted(spell.year)),
            )
        )

    def with_lineage(self, lineage: Lineage) -> History:
        """The history read through more reforms; one that it knows already changes nothing.

        A lineage without days is one step, taken now by the records that are there; it cannot follow dated reforms.
        """
        checks = Checks("History.with_lineage")
        checks.kind("lineage", lineage, Lineage, "a Lineage")
        checks.done()
        if not lineage.lead_units and not lineage.subjects:
            return _made(self._given._replace(reforms=joined_reforms(self._given.reforms, lineage.reforms)))
        if self._given.reforms:
            checks.fault("surplus", "lineage", "a step without a day", "a Reform with its day, since the history has reforms")
        checks.done()
        return _made(stepped(self._given, lineage))

    def with_plan(self, plan: Plan) -> History:
        """The history with a plan's assignments as the record of its year, by the names of its 1 January.

        A year that is there already is refused, and so is the plan of a replan once a reform of its year applies.
        """
        checks = Checks("History.with_plan")
        checks.kind("plan", plan, Plan, "a Plan")
        checks.done()
        self._refuse_year(plan)
        if plan.policy.objective is Objective.MID_YEAR and any(
            reform.on.year == plan.year and reform.on > date(plan.year, 1, 1) for reform in self._given.reforms
        ):
            expected = "with_replan(changed, on=day), since a reform of that year applies"
            raise_for([Fault("replanned_in_a_reform", "plan.year", str(plan.year), expected)])
        return _made(_with_year(self._given, plan.year, IdMap(plan.assignments)))

    def with_replan(self, changed: Replan, on: date) -> History:
        """The history with both lead units of a year that was changed on a day, each with its months.

        Whoever had a subject before has it for the months before that of the day, whoever has it now for the rest of the
        year; all by the names of that day. Months are the calendar's: whoever had it within the month of a change alone has
        no record. A year that was changed before may be changed again, on a later day: the lead unit that had a subject
        until then, as the plan's reference says, gives up the rest of the year. A year that the history holds as a whole is
        refused, and so is a change of another plan than the one that it holds.

        >>> from datetime import date
        >>> import supervision_core as sc
        >>> units = [sc.LeadUnit(id="front"), sc.LeadUnit(id="women")]
        >>> roster = sc.Roster(subjects=[sc.Subject(id="CB1")], lead_units=units)
        >>> plan = sc.plan_year(roster, year=2026)
        >>> changed = sc.replan(plan, sc.Roster(subjects=roster.subjects, lead_units=units, pins={"CB1": "women"}))
        >>> sc.History().with_replan(changed, on=date(2026, 7, 1)).lead_units_of("CB1")
        ((2026, ('front', 'women')),)
        """
        from supervision_core.rotation.moves import Replan  # noqa: PLC0415  who plans a year first has no need of it

        checks = Checks("History.with_replan")
        checks.kind("changed", changed, Replan, "a Replan")
        if checks.day("on", on) and checks.clean and on.year != changed.plan.year:
            checks.fault("outside_the_year", "on", on.isoformat(), f"a day of {changed.plan.year}, the year of the plan")
        checks.done()
        year = changed.plan.year
        if year in self._given.years or all(one.year != year for one in self._given.spells):
            self._refuse_year(changed.plan)
            spells = (*self._given.spells, *spells_of(changed.plan, on))
            return _made(self._given._replace(spells=in_order(spells)))
        again, faults = changed_again(self._given, changed.plan, on)
        raise_for(faults)
        return _made(self._given._replace(spells=again))

    def _refuse_year(self, plan: Plan) -> None:
        if plan.year in {*self.years, *(year for year, _ in self.unknown)}:
            raise_for([Fault("duplicate_year", "plan.year", shown(plan.year), "a year that the history does not hold")])

    def records(self) -> tuple[Record, ...]:
        """Every record as it was given: those of whole years, the others, and those of which nobody knows the lead unit."""
        known = {(year, subject) for year, column in self._given.years.items() for subject in column}
        # What a merger without a day put beside a known lead unit is no record of its own.
        return tuple(
            record
            for record in records_of(self._given, self._given.years)
            if record.lead_unit_id is not None or (record.year, record.subject_id) not in known
        )

    def __eq__(self, other: object) -> bool:
        return self._given == other._given if isinstance(other, History) else NotImplemented

    def __hash__(self) -> int:
        return hash((tuple((year, len(column)) for year, column in self._given.years.items()), self._given.unknown))

    def __repr__(self) -> str:
        return f"<History of {len(self.years)} years>"

    def _repr_pretty_(self, printer: Any, _: bool) -> None:  # noqa: ANN401  Hypothesis' and IPython's own
        # A failing example of a test is to be seen and pasted.
        given = self._given
        whole = {year: dict(column) for year, column in given.years.items()}
        several = any(isinstance(held, tuple) for column in whole.values() for held in column.values())
        if several or given._replace(years={}) != Given(years={}):
            printer.text("History.of_records(")
            printer.pretty(list(self.records()))
            printer.text(", counting=")
            printer.pretty(given.counting)
            printer.text(", lineage=")
            printer.pretty(self.lineage)
        else:
            printer.text("History.of(")
            printer.pretty(whole)
        printer.text(")")

    def __reduce__(self) -> tuple[object, tuple[object, ...]]:
        given = self._given
        return history_of_parts, (dict(given.years), given.unknown, given.spells, given.counting, given.reforms, given.parts)


def _made(given: Given) -> History:
    made = History.__new__(History)
    object.__setattr__(made, "_given", given)
    return made


def history_of_parts(
    years: Mapping[int, Mapping[str, Held]],
    unknown: tuple[tuple[int, str], ...],
    spells: tuple[Record, ...],
    counting: CountingRule,
    reforms: tuple[Reform, ...],
    parts: Mapping[str, int] = _NO_PARTS,
) -> History:
    """The history that was given these parts, as documents hold them; all their faults are raised together."""
    faults = list(_year_faults(years))
    columns = {} if faults else {year: _column(year, years[year], faults) for year in sorted(years)}
    for year, subject in unknown:
        faults.extend(_year_faults({year: {}}))
        if (fault := identifier_fault(composed(subject))) is not None:
            faults.append(Fault(fault[0], f"History.unknown of {year}", shown(subject), fault[1]))
    for spell in spells:
        if spell.is_plain:
            whose = shown((spell.subject_id, spell.year))
            faults.append(Fault("surplus", "History.spells", whose, "records of whole years among the years"))
    faults.extend(_part_faults(parts))
    raise_for(faults)
    given = Given(
        years=columns,
        unknown=tuple(sorted({(year, composed(subject)) for year, subject in unknown})),
        spells=in_order(spells),
        counting=counting,
        reforms=joined_reforms((), reforms),
        parts=IdMap(parts),
    )
    return _made(given)


def _part_faults(parts: Mapping[str, int]) -> Iterator[Fault]:
    for unit, since in parts.items():
        if (fault := identifier_fault(composed(unit))) is not None:
            yield Fault(fault[0], "History.parts", shown(unit), fault[1])
        if not FIRST_YEAR <= since <= LAST_YEAR + 1:
            yield Fault("not_a_year", f"History.parts[{shown(unit)}]", shown(since), "the first year of its own rests")


def history_of_columns(whole: History, years: Years, unknown: Unknown, parts: Mapping[str, int]) -> History:
    """The part of a whole that some years' columns and unknown entries are, by today's names; what counts counted already."""
    given = Given(years={year: years[year] for year in sorted(years)}, unknown=unknown, counting=whole.counting)
    return _made(given._replace(parts=IdMap(parts)))


def followed_by(history: History, plan: Plan) -> History:
    """The history of whoever plans on from a plan: its names are today's, and a reform does not touch it any more."""
    given = given_to(history)
    if not given.reforms or given.reforms[-1].on <= date(plan.year, 1, 1):
        return _made(_with_year(given, plan.year, plan.assignments))
    last = given.reforms[-1].on
    if last.year == plan.year:
        # Kept by the names of that day, so that the reforms stay known: a part of a split has no rests from before.
        spells = (
            Record(subject_id=one, lead_unit_id=unit, year=plan.year, first_day=last) for one, unit in plan.assignments.items()
        )
        return _made(given._replace(spells=in_order((*given.spells, *spells))))
    years, unknown = read_given(given)
    # The reform is read already and tells nothing any more, but its parts still have no rests from before it.
    read = Given(years=years, unknown=unknown, counting=given.counting, parts=parts_of_today(given))
    return _made(_with_year(read, plan.year, plan.assignments))


def read_until(history: History, day: date) -> History:
    """The history by the names of an earlier day."""
    given = given_to(history)
    return _made(given._replace(reforms=tuple(one for one in given.reforms if one.on <= day)))


def _with_year(given: Given, year: int, column: IdMap[str]) -> Given:
    years: dict[int, IdMap[Held]] = {**given.years, year: column}  # type: ignore[dict-item]  # an entry may be one lead unit
    return given._replace(years={one: years[one] for one in sorted(years)})


def _year_faults(years: object) -> Iterator[Fault]:
    if not isinstance(years, Mapping):
        yield Fault("wrong_kind", "History.years", described(years), "a mapping from years to mappings")
        return
    for year, column in years.items():
        if isinstance(year, bool) or not isinstance(year, int) or not FIRST_YEAR <= year <= LAST_YEAR:
            yield Fault("not_a_year", "History.years", shown(year), f"a year from {FIRST_YEAR} to {LAST_YEAR} (int)")
        if not isinstance(column, Mapping):
            yield Fault("wrong_kind", f"History[{shown(year)}]", shown(column), "a mapping from subject ids to lead unit ids")


def _column(year: int, column: Mapping[str, Held], faults: list[Fault]) -> IdMap[Held]:
    """One year's column in composed Unicode; what is wrong with it joins the faults."""
    if are_plain_ids(column.keys()) and are_plain_ids(list(column.values())):
        return IdMap(column)  # as nearly always, and a country's year has a million of them
    made: dict[str, Held] = {}
    entries: dict[object, Held] = {}
    for given, held in column.items():
        subject = composed(given)
        known = entries.get(held) if isinstance(held, str | tuple) else None
        if known is None:
            # A lead unit stands there for thousands of subjects; it is looked at once.
            units: tuple[str, ...] = held if isinstance(held, tuple) and held else (held,)  # type: ignore[assignment]  # see below
            wrong = [(unit, fault) for unit in units if (fault := identifier_fault(composed(unit))) is not None]
            if wrong:
                faults.extend(Fault(f[0], f"History[{year}][{shown(given)}]", shown(unit), f[1]) for unit, f in wrong)
                continue
            known = entries[held] = as_held({composed(unit) for unit in units})  # all are texts
        fault = identifier_fault(subject)
        if fault is None and subject in made:
            fault = "duplicate", "each subject once; another is alike in composed Unicode"
        if fault is not None:
            faults.append(Fault(fault[0], f"History[{year}][{shown(given)}]", shown(given), fault[1]))
            continue
        made[subject] = known
    return IdMap(made)
