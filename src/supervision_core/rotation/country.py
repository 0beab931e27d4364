"""A report over the plans of many rosters: loads against shares over all of them, and who got what could not be divided.

Each roster is planned by itself, so its loads are whole numbers near its own shares. Over a country these roundings add up;
they cancel out only where chance has a say in them. Rosters of one size with the same shares are rounded alike, whatever is
drawn.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from fractions import Fraction
from typing import Final, cast, final

import attrs

from supervision_core.rotation.certificate import Infeasible
from supervision_core.rotation.plan import Plan
from supervision_core.rotation.roster import Roster
from supervision_core.values.checks import Checks, as_tuple, check_fields, check_ids, composed_map
from supervision_core.values.errors import Fault, raise_for
from supervision_core.values.exact import whole_or_same
from supervision_core.values.labels import Label
from supervision_core.values.mappings import IdMap
from supervision_core.values.text import Language, composed, shown
from supervision_core.values.wording import Names, Wording, wording

__all__ = ["LoadsOfSize", "LoadsOfUnit", "LoadsReport", "report_loads"]


_NOT_JOINED: Final[Mapping[str, str]] = IdMap()


def _counts(counts: Mapping[str, int]) -> IdMap[int]:
    return composed_map(counts, whole_or_same)


def _exact(aims: Mapping[str, Fraction]) -> IdMap[Fraction]:
    return composed_map(aims)


def _numbers(years: Iterable[int]) -> tuple[int, ...]:
    return as_tuple(years)


def _lists(keys: Iterable[tuple[int, str]]) -> tuple[tuple[int, str], ...]:
    return as_tuple(keys)


@final
@attrs.frozen(kw_only=True)
class LoadsOfUnit:
    """What one lead unit has in all rosters together, and how its shares were rounded in each."""

    #: The lead unit, or the organisation that its lead units in the rosters belong to.
    lead_unit_id: str = attrs.field(converter=composed)
    #: How many subjects it has.
    load: int = attrs.field(converter=whole_or_same)
    #: How many it would have exactly by its shares.
    aim: Fraction
    #: In how many plans it has exactly its share.
    exact: int = attrs.field(converter=whole_or_same)
    #: In how many it has its share rounded up: it got a rest.
    up: int = attrs.field(converter=whole_or_same)
    #: In how many it has its share rounded down.
    down: int = attrs.field(converter=whole_or_same)
    #: In how many its load is further from its share than rounding: bars, bounds, repeats or terms ask for it.
    beyond: int = attrs.field(converter=whole_or_same)
    #: By how much rounding alone makes it have more (or, below zero, fewer) than its share.
    by_rounding: Fraction

    def __attrs_post_init__(self) -> None:
        check_fields(self)
        check_ids(self, "lead_unit_id")

    @property
    def difference(self) -> Fraction:
        """How many subjects it has above its share; below zero where it has fewer."""
        return self.load - self.aim

    @property
    def deviation(self) -> Fraction | None:
        """The difference as a part of the share; None where the share is nothing."""
        return self.difference / self.aim if self.aim else None


@final
@attrs.frozen(kw_only=True)
class LoadsOfSize:
    """The rosters of one size in one year: what their loads and shares add up to."""

    #: The calendar year.
    year: int = attrs.field(converter=whole_or_same)
    #: How many subjects each of them has.
    subjects: int = attrs.field(converter=whole_or_same)
    #: How many plans there are of this size.
    plans: int = attrs.field(converter=whole_or_same)
    #: The loads of each lead unit, added up.
    loads: IdMap[int] = attrs.field(converter=_counts)
    #: Its shares, added up.
    aims: IdMap[Fraction] = attrs.field(converter=_exact)
    #: Whether all plans of this size have the same loads: then no draw has a say in them.
    is_alike: bool

    def __attrs_post_init__(self) -> None:
        check_fields(self)


def _units(units: Iterable[LoadsOfUnit]) -> tuple[LoadsOfUnit, ...]:
    return as_tuple(units)


def _sizes(sizes: Iterable[LoadsOfSize]) -> tuple[LoadsOfSize, ...]:
    return as_tuple(sizes)


@final
@attrs.frozen(kw_only=True, repr=False)
class LoadsReport:
    """Loads against shares over the plans of many rosters. Get one from ``report_loads``.

    The reports of several years are added with ``+``, in any order.
    """

    #: The years, rising.
    years: tuple[int, ...] = attrs.field(converter=_numbers)
    #: How many plans it is about.
    plans: int = attrs.field(converter=whole_or_same)
    #: Each lead unit, by id.
    lead_units: tuple[LoadsOfUnit, ...] = attrs.field(converter=_units)
    #: Each year and size of roster, rising.
    sizes: tuple[LoadsOfSize, ...] = attrs.field(converter=_sizes)
    #: The rosters without a plan: (year, key). They are not counted.
    without_plan: tuple[tuple[int, str], ...] = attrs.field(default=(), converter=_lists)

    def __attrs_post_init__(self) -> None:
        check_fields(self)
        check_ids(self, "without_plan")

    @property
    def subjects(self) -> int:
        """How many subjects the plans have; over several years, one in each."""
        return sum(one.load for one in self.lead_units)

    def __add__(self, other: LoadsReport) -> LoadsReport:
        """Both together; the same year of other rosters, or other years."""
        if not isinstance(other, LoadsReport):
            return NotImplemented
        units: dict[str, LoadsOfUnit] = {one.lead_unit_id: one for one in self.lead_units}
        for one in other.lead_units:
            units[one.lead_unit_id] = _joined(units[one.lead_unit_id], one) if one.lead_unit_id in units else one
        sizes = {(one.year, one.subjects): one for one in self.sizes}
        for size in other.sizes:
            key = size.year, size.subjects
            sizes[key] = _joined_sizes(sizes[key], size) if key in sizes else size
        return LoadsReport(
            years=sorted({*self.years, *other.years}),
            plans=self.plans + other.plans,
            lead_units=[units[one] for one in sorted(units)],
            sizes=[sizes[one] for one in sorted(sizes)],
            without_plan=sorted({*self.without_plan, *other.without_plan}),
        )

    def sentence(self, lang: Language, names: Names | None = None) -> str:
        """How far the totals are from the shares, in one sentence; ``names`` gives display names by id."""
        return report_said(self, wording(lang, names))

    def __repr__(self) -> str:
        return f"<LoadsReport: {self.plans} plans, {len(self.lead_units)} lead units>"


def _joined(one: LoadsOfUnit, other: LoadsOfUnit) -> LoadsOfUnit:
    fields = ("load", "aim", "exact", "up", "down", "beyond", "by_rounding")
    added = {name: getattr(one, name) + getattr(other, name) for name in fields}
    return LoadsOfUnit(lead_unit_id=one.lead_unit_id, **added)


def _joined_sizes(one: LoadsOfSize, other: LoadsOfSize) -> LoadsOfSize:
    units = sorted({*one.loads, *other.loads})
    same = all(one.loads.get(unit, 0) * other.plans == other.loads.get(unit, 0) * one.plans for unit in units)
    return LoadsOfSize(
        year=one.year,
        subjects=one.subjects,
        plans=one.plans + other.plans,
        loads={unit: one.loads.get(unit, 0) + other.loads.get(unit, 0) for unit in units},
        aims={unit: one.aims.get(unit, Fraction(0)) + other.aims.get(unit, Fraction(0)) for unit in units},
        is_alike=one.is_alike and other.is_alike and same,
    )


_REPORTED: Final = Label(
    "{plans} phương án, {subjects} lượt đối tượng: so với tỷ trọng, {least} {low}, {most} {high}",
    "{plans} plans, {subjects} subjects: against the shares {least} has {low}, {most} {high}",
)
_NONE: Final = Label("không có phương án nào", "there is no plan")


def report_said(report: LoadsReport, by: Wording) -> str:
    """How far the totals are from the shares: the two ends."""
    found = [(one.deviation, one.lead_unit_id) for one in report.lead_units if one.deviation is not None]
    if not found:
        return by.say(_NONE)
    (low, least), (high, most) = min(found), max(found)
    return by.say(
        _REPORTED,
        plans=by.number(report.plans),
        subjects=by.number(report.subjects),
        least=by.name(least),
        low=f"{by.signed(low * 100)}%",
        most=by.name(most),
        high=f"{by.signed(high * 100)}%",
    )


def report_loads(
    rosters: Mapping[str, Roster],
    plans: Mapping[str, Plan | Infeasible],
    *,
    organisations: Mapping[str, str] = _NOT_JOINED,
) -> LoadsReport:
    """Loads against shares over the plans of many rosters, as ``plan_each`` gives them; all of one year.

    Lead units of the same id are added up over the rosters. Where they go by ids of their own ("women 04", "women 13"),
    ``organisations`` says for each which organisation it belongs to. Rosters without a plan are listed and not counted.
    A plan that does not belong to its roster is a fault, raised with all others as ``InvalidInput``.

    >>> import supervision_core as sc
    >>> units = [sc.LeadUnit(id="front", share=2), sc.LeadUnit(id="women")]
    >>> sizes = {"ward 1": 4, "ward 2": 5}
    >>> wards = {
    ...     key: sc.Roster(subjects=[sc.Subject(id=f"{key} {one}") for one in range(size)], lead_units=units)
    ...     for key, size in sizes.items()
    ... }
    >>> report = sc.rotation.report_loads(wards, sc.plan_each(wards, year=2026))
    >>> [(one.lead_unit_id, one.load, str(one.aim), one.up, one.down) for one in report.lead_units]
    [('front', 6, '6', 1, 1), ('women', 3, '3', 1, 1)]
    """
    _check(rosters, plans, organisations)
    known, answers, named = composed_map(rosters), composed_map(plans), composed_map(organisations, composed)
    raise_for(list(_pair_faults(known, answers)))
    cases = [_Case(known[key], answer, named) for key, answer in answers.items() if isinstance(answer, Plan)]
    return LoadsReport(
        years=sorted({answer.year for answer in answers.values()}),
        plans=len(cases),
        lead_units=_by_unit(cases),
        sizes=_by_size(cases),
        without_plan=[(answer.year, key) for key, answer in answers.items() if isinstance(answer, Infeasible)],
    )


def _check(rosters: object, plans: object, organisations: object) -> None:
    checks = Checks("report_loads")
    wanted: tuple[tuple[str, object, type | tuple[type, ...], str], ...] = (
        ("rosters", rosters, Roster, "a Roster"),
        ("plans", plans, (Plan, Infeasible), "a Plan or an Infeasible"),
        ("organisations", organisations, str, "the id of an organisation"),
    )
    for name, given, kind, expected in wanted:
        if checks.kind(name, given, Mapping, f"a mapping by id, each to {expected}"):
            found = cast("Mapping[object, object]", given)
            checks.distinct(name, found.keys())
            for key, value in found.items():
                checks.identifier(name, key)
                if checks.kind(f"{name}[{shown(key)}]", value, kind, expected) and kind is str:
                    checks.identifier(f"{name}[{shown(key)}]", value)
    checks.done()


def _pair_faults(rosters: Mapping[str, Roster], plans: Mapping[str, Plan | Infeasible]) -> Iterator[Fault]:
    for key in sorted(rosters.keys() ^ plans.keys()):
        name = "plans" if key in rosters else "rosters"
        yield Fault("missing", f"{name}[{shown(key)}]", "nothing", "a roster and an answer for every key")
    years = {answer.year for answer in plans.values()}
    if len(years) > 1:
        yield Fault("other_years", "plans", shown(sorted(years)), "answers of one year; reports of several are added")
    for key in sorted(rosters.keys() & plans.keys()):
        answer = plans[key]
        if isinstance(answer, Plan) and (
            set(answer.loads) != set(rosters[key].lead_unit_ids) or set(answer.assignments) != set(rosters[key].subject_ids)
        ):
            yield Fault("contradiction", f"plans[{shown(key)}]", "a plan of other subjects or lead units", "the roster's plan")


@final
class _Case:
    """One roster with its plan: the lead units' loads and shares."""

    __slots__ = ("loads", "parts", "subjects", "year")

    def __init__(self, roster: Roster, plan: Plan, organisations: Mapping[str, str]) -> None:
        shares = sum(unit.share for unit in roster.lead_units)
        self.subjects = len(roster.subjects)
        #: Organisation, load and share of each lead unit.
        self.parts = [
            (organisations.get(unit.id, unit.id), plan.loads[unit.id], Fraction(self.subjects * unit.share, shares))
            for unit in roster.lead_units
        ]
        loads: dict[str, int] = {}
        for one, load, _ in self.parts:
            loads[one] = loads.get(one, 0) + load
        self.year, self.loads = plan.year, loads


def _by_unit(cases: Iterable[_Case]) -> list[LoadsOfUnit]:
    found: dict[str, list[tuple[int, Fraction]]] = {}
    for case in cases:
        for one, load, aim in case.parts:
            found.setdefault(one, []).append((load, aim))
    return [_told(one, found[one]) for one in sorted(found)]


def _told(one: str, parts: list[tuple[int, Fraction]]) -> LoadsOfUnit:
    rounded = [(load, aim) for load, aim in parts if abs(load - aim) < 1]
    up = sum(load > aim for load, aim in rounded)
    down = sum(load < aim for load, aim in rounded)
    return LoadsOfUnit(
        lead_unit_id=one,
        load=sum(load for load, _ in parts),
        aim=sum((aim for _, aim in parts), Fraction(0)),
        exact=len(rounded) - up - down,
        up=up,
        down=down,
        beyond=len(parts) - len(rounded),
        by_rounding=sum((load - aim for load, aim in rounded), Fraction(0)),
    )


def _by_size(cases: Iterable[_Case]) -> list[LoadsOfSize]:
    found: dict[int, list[_Case]] = {}
    for case in cases:
        found.setdefault(case.subjects, []).append(case)
    return [_of_size(size, found[size]) for size in sorted(found)]


def _of_size(size: int, cases: list[_Case]) -> LoadsOfSize:
    loads: dict[str, int] = {}
    aims: dict[str, Fraction] = {}
    for case in cases:
        for one, load, aim in case.parts:
            loads[one] = loads.get(one, 0) + load
            aims[one] = aims.get(one, Fraction(0)) + aim
    return LoadsOfSize(
        year=cases[0].year,
        subjects=size,
        plans=len(cases),
        loads=loads,
        aims=aims,
        is_alike=all(case.loads == cases[0].loads for case in cases),
    )
