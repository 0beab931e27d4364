"""Rosters, histories, plans and certificates: generators for tests."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from functools import cache
from itertools import cycle, islice, permutations, product
from operator import attrgetter

import attrs
from hypothesis import strategies as st

from supervision_core.rotation.allowances import Allowance
from supervision_core.rotation.certificate import Infeasible
from supervision_core.rotation.changes import replan
from supervision_core.rotation.history import History
from supervision_core.rotation.horizon import Horizon
from supervision_core.rotation.horizons import plan_horizon
from supervision_core.rotation.lineage import Lineage, Reform
from supervision_core.rotation.moves import Replan
from supervision_core.rotation.plan import Plan
from supervision_core.rotation.planning import plan_year
from supervision_core.rotation.policy import Objective, PublicDraw, Repeats, RotationPolicy, TieBreak
from supervision_core.rotation.records import CountingRule, Record
from supervision_core.rotation.roster import PLANNERS_OWN, Bar, BarReason, LeadUnit, LeadUnitKind, Roster, Severity, Subject
from supervision_core.strategies.values import identifiers, labels
from supervision_core.values.labels import Label
from supervision_core.values.text import composed

__all__ = [
    "bars",
    "feasible_rosters",
    "histories",
    "horizons",
    "infeasible_rosters",
    "infeasibles",
    "lead_units",
    "lineages",
    "opened",
    "plans",
    "policies",
    "public_draws",
    "records",
    "references",
    "reforms",
    "replans",
    "rosters",
    "subjects",
]

_MAYBE_LABEL = st.one_of(st.none(), labels())
_TIERS = st.sampled_from([None, "province", "commune", "residential_group"])
_AREAS = st.sampled_from([None, "tổ 7", "phường", "quận"])
# Built once: Hypothesis checks each strategy object anew.
_IDS = identifiers()
_REASONS = st.sampled_from([reason for reason in BarReason if reason not in PLANNERS_OWN])
_LEAST = st.integers(0, 3)
_SHARES = st.integers(0, 300)
_ROOM = st.one_of(st.none(), st.integers(0, 5))
_SEVERITIES = st.sampled_from(Severity)
_KINDS = st.sampled_from([None, *LeadUnitKind])
_SINCE = st.sampled_from([None, None, 2018, 2020, 2021])
_SCOPES = st.one_of(st.just(""), identifiers())
_MAYBE_ID = st.one_of(st.none(), identifiers())
_MONTHS = st.integers(1, 12)
_YES_NO = st.booleans()
_SELDOM = st.sampled_from([False] * 5 + [True])
_COUNTING = st.sampled_from([CountingRule()] * 3 + [CountingRule(least_months=8), CountingRule(substitutes_count=False)])


def subjects() -> st.SearchStrategy[Subject]:
    """People and units to be supervised, bare or with label, tier, area and unit."""
    units = st.sampled_from([None, "Ủy ban nhân dân phường"])
    return st.builds(Subject, id=identifiers(), label=_MAYBE_LABEL, tier=_TIERS, area=_AREAS, unit=units)


@st.composite
def lead_units(draw: st.DrawFn) -> LeadUnit:
    """Lead units with any share, minimum and maximum, 0 included."""
    least, room = draw(_LEAST), draw(_ROOM)
    return LeadUnit(
        id=draw(_IDS),
        label=draw(_MAYBE_LABEL),
        share=draw(_SHARES),
        min_load=least,
        max_load=None if room is None else least + room,
        tier=draw(_TIERS),
        area=draw(_AREAS),
        kind=draw(_KINDS),
        since=draw(_SINCE),
    )


def bars() -> st.SearchStrategy[Bar]:
    """Bars of every reason that may be given from outside, hard ones and flags."""
    return st.builds(
        Bar,
        subject_id=identifiers(),
        lead_unit_id=identifiers(),
        reason=_REASONS,
        severity=_SEVERITIES,
    )


def public_draws() -> st.SearchStrategy[PublicDraw]:
    """Public draws by any salt, with a scope or none."""
    return st.builds(PublicDraw, st.one_of(st.just("QĐ 12/2026"), identifiers()), _SCOPES)


@st.composite
def records(draw: st.DrawFn) -> Record:
    """Records of a year: of part of it, of a substitute, with the lead unit not known, by the names of a later day."""
    year = draw(st.integers(2015, 2030))
    return Record(
        subject_id=draw(_IDS),
        lead_unit_id=draw(_MAYBE_ID),
        year=year,
        months=draw(_MONTHS),
        substitute=draw(_YES_NO),
        first_day=draw(st.one_of(st.none(), st.dates(date(year, 1, 1), date(year, 12, 31)))),
    )


@st.composite
def lineages(draw: st.DrawFn) -> Lineage:
    """What merged and split units, and renamed people, became: in one step without a day, or by reforms."""
    if draw(_YES_NO):
        return Lineage(lead_units=draw(_successions("đầu mối")), subjects=draw(_successions("người")))
    return Lineage(reforms=draw(st.lists(reforms(), max_size=3, unique_by=attrgetter("on"))))


def reforms(*, lead_units: Sequence[str] = (), subjects: Sequence[str] = (), before: int = 2031) -> st.SearchStrategy[Reform]:
    """Reforms in which names merge, are split, are given on and taken over; of these names, where some are given."""
    return st.builds(
        Reform,
        on=st.dates(date(before - 6, 1, 1), date(before - 1, 12, 31)),
        lead_units=_successions("đầu mối", lead_units),
        subjects=_successions("người", subjects),
    )


def _successions(prefix: str, names: Sequence[str] = ()) -> st.SearchStrategy[dict[str, list[str]]]:
    names = names or [f"{prefix} {letter}" for letter in "abcd"]
    return st.fixed_dictionaries(
        {}, optional={one: st.lists(st.sampled_from(names), min_size=1, max_size=2, unique=True) for one in names}
    )


_FORMER = ("former-1", "former-2")
# Built once, as all that is drawn often: Hypothesis checks every strategy object that it meets anew.
# One draw for a lead unit's limits, one for what holds between a subject and a lead unit: a bar, a pin, an allowance,
# mostly nothing.
_LIMITS = st.sampled_from(
    [(least, None if room is None else least + room) for least in (0, 0, 0, 1, 2) for room in (None, None, 0, 1, 3)]
)
_UNLIMITED = st.just((0, None))
_BARRED = list(product([reason for reason in BarReason if reason not in PLANNERS_OWN], Severity))
_FLAGGED = [(reason, severity) for reason, severity in _BARRED if severity is Severity.FLAG]
_BETWEEN = st.sampled_from(
    [
        *[(None, False, False)] * (4 * len(_BARRED)),
        *((barred, False, False) for barred in _BARRED),
        *[(None, True, False)] * (len(_BARRED) // 2),
        *((flagged, True, False) for flagged in _FLAGGED[::3]),
        *[(None, False, True)] * (len(_BARRED) // 2),
        *((flagged, True, True) for flagged in _FLAGGED[::3]),
    ]
)
_GROUND = Label("hồ sơ còn đang xem xét", "a matter that is still open")
_TIE_BREAKS = (*TieBreak, PublicDraw("QĐ 12/2026"), PublicDraw("x", "xã 1"))
# Years of a term, and whether rests are taken along.
_TERMS = ((1, True), (1, False), (2, True), (3, True))
# More choices than this are drawn one by one.
_MOST_AT_ONCE = 4
_PAIR = 2


@cache
def _shares(units: int) -> st.SearchStrategy[Sequence[int]]:
    if units <= _MOST_AT_ONCE:
        return st.sampled_from([some for some in product(range(4), repeat=units) if any(some)])
    return st.lists(st.integers(0, 3), min_size=units, max_size=units).filter(any)


@cache
def _ids(prefix: str, count: int, *, awkward: bool) -> st.SearchStrategy[Sequence[str]]:
    if awkward:
        return st.lists(identifiers(), min_size=count, max_size=count, unique_by=composed)
    plain = [f"{prefix}{number}" for number in range(count)]
    return st.sampled_from(list(permutations(plain))) if count <= _MOST_AT_ONCE + 1 else st.permutations(plain)


@st.composite
def rosters(
    draw: st.DrawFn,
    *,
    min_subjects: int = 0,
    max_subjects: int = 5,
    min_lead_units: int = 1,
    max_lead_units: int = 3,
    restricted: bool = True,
    awkward: bool = False,
) -> Roster:
    """Rosters with bars, pins, minima and maxima (unless not ``restricted``); ``awkward`` ones have ids hard to handle."""
    subjects = draw(_ids("s", draw(st.integers(min_subjects, max_subjects)), awkward=awkward))
    units = draw(_ids("u", draw(st.integers(min_lead_units, max_lead_units)), awkward=awkward))
    shares = draw(_shares(len(units)))
    lead_units = []
    for unit, share in zip(units, shares, strict=True):
        least, most = draw(_LIMITS if restricted else _UNLIMITED)
        lead_units.append(LeadUnit(id=unit, share=share, min_load=least, max_load=most, since=draw(_SINCE)))
    bars, pins, allowed = [], {}, []
    for subject, unit in product(subjects, units) if restricted else ():
        barred, is_pinned, is_allowed = draw(_BETWEEN)
        if is_pinned:
            pins[subject] = unit
        if is_allowed:
            allowed.append((subject, unit))
        if barred is not None:
            bars.append(Bar(subject_id=subject, lead_unit_id=unit, reason=barred[0], severity=barred[1]))
    return Roster(
        subjects=[Subject(id=subject) for subject in subjects],
        lead_units=lead_units,
        bars=bars,
        pins=pins,
        former_units=[unit for unit in _FORMER if unit not in units],
        allowances=[
            Allowance(subject_id=subject, lead_unit_id=unit, ground=_GROUND)
            for subject, unit in allowed
            if pins.get(subject, unit) == unit
        ],
    )


def feasible_rosters(
    *, min_subjects: int = 0, max_subjects: int = 5, min_lead_units: int = 1, max_lead_units: int = 3
) -> st.SearchStrategy[Roster]:
    """Rosters that have a plan: their bars are flags, and they have no minima and maxima."""
    return rosters(
        min_subjects=min_subjects, max_subjects=max_subjects, min_lead_units=min_lead_units, max_lead_units=max_lead_units
    ).map(opened)


def opened(roster: Roster) -> Roster:
    """The roster with flags for bars and without minima and maxima: it has a plan unless repeats are forbidden."""
    return attrs.evolve(
        roster,
        lead_units=[attrs.evolve(unit, min_load=0, max_load=None) for unit in roster.lead_units],
        bars={attrs.evolve(bar, severity=Severity.FLAG) for bar in roster.bars},
    )


def histories(
    roster: Roster | None = None, *, before: int = 2021, max_years: int = 3, max_held: int = 2
) -> st.SearchStrategy[History]:
    """Histories that fit the roster, of years before ``before``: gaps, moves within a year, people and units gone, reforms."""
    return _histories(roster or Roster(subjects=[], lead_units=[LeadUnit(id="u0")]), before, max_years, max_held)


@cache
def _some(count: int, most: int) -> st.SearchStrategy[Sequence[int]]:
    """The places of some units, none twice: as often none or one as two or more."""
    if count > 2 * _MOST_AT_ONCE or most > _PAIR:
        return st.lists(st.sampled_from(range(count)), max_size=most, unique=True)
    one, two = list(permutations(range(count), 1)), list(permutations(range(count), 2))
    each = max(count, len(two))
    return st.sampled_from([*[()] * each, *islice(cycle(one), each if most else 0), *(two if most > 1 else ())])


@cache
def _years(before: int, most: int) -> st.SearchStrategy[list[int]]:
    return st.lists(st.integers(before - 5, before - 1), max_size=most, unique=True)


@st.composite
def _histories(draw: st.DrawFn, roster: Roster, before: int, max_years: int, max_held: int) -> History:
    years = draw(_years(before, max_years))
    units = [*roster.lead_unit_ids, *roster.former_units]
    gone = next(name for name in ("gone", "gone too") if name not in roster.subject_ids)
    subjects = (*roster.subject_ids, gone)
    some_units = _some(len(units), max_held)
    records = []
    for year in years:
        for subject in subjects:
            held = draw(some_units)
            records += [Record(subject_id=subject, lead_unit_id=units[place], year=year) for place in held]
            if not held and draw(_SELDOM):
                records += draw(st.sampled_from(_parts_of(subject, units, year)))
    found = History.of_records(records, counting=draw(_COUNTING))
    return found.with_lineage(draw(_lineage(tuple(units), subjects, before))) if draw(_SELDOM) else found


def _parts_of(subject: str, units: Sequence[str], year: int) -> list[list[Record]]:
    """A year of which nobody knows, and one in which a lead unit had two spells."""
    part = Record(subject_id=subject, lead_unit_id=units[0], year=year, months=5)
    later = attrs.evolve(part, months=4, first_day=date(year, 7, 1))
    return [[Record(subject_id=subject, lead_unit_id=None, year=year)], [part, later], [attrs.evolve(part, substitute=True)]]


def _lineage(units: tuple[str, ...], subjects: tuple[str, ...], before: int) -> st.SearchStrategy[Lineage]:
    reform = reforms(lead_units=units, subjects=subjects, before=before)
    return st.builds(Lineage, reforms=st.lists(reform, min_size=1, max_size=2, unique_by=attrgetter("on")))


def policies(*, objective: Objective | None = None, max_cooling_off: int = 3) -> st.SearchStrategy[RotationPolicy]:
    """Policies of every kind; ``objective`` fixes the objective."""
    return _policies(objective, max_cooling_off)


@cache
def _policies(objective: Objective | None, max_cooling_off: int) -> st.SearchStrategy[RotationPolicy]:
    objectives = tuple(Objective) if objective is None else (objective,)
    return st.sampled_from(
        [
            RotationPolicy(
                cooling_off_years=years,
                tenure_years=tenure,
                carry_rest=carry_rest,
                repeats=repeats,
                objective=one,
                tie_break=tie_break,
            )
            for years, (tenure, carry_rest), repeats, one, tie_break in product(
                range(max_cooling_off + 1), _TERMS, Repeats, objectives, _TIE_BREAKS
            )
        ]
    )


def references(roster: Roster) -> st.SearchStrategy[dict[str, str]]:
    """Assignments to change as little as can be: incomplete ones, and some to lead units that are gone."""
    return _references(roster)


@st.composite
def _references(draw: st.DrawFn, roster: Roster) -> dict[str, str]:
    units = [*roster.lead_unit_ids, "gone"]
    subjects = [*roster.subject_ids, next(name for name in ("left", "left too") if name not in roster.subject_ids)]
    places = {subject: draw(_held_or_not(len(units))) for subject in subjects}
    return {subject: units[place] for subject, place in places.items() if place < len(units)}


@cache
def _held_or_not(units: int) -> st.SearchStrategy[int]:
    """The place of one of so many units, or of none, as often."""
    return st.integers(0, 2 * units - 1)


_POLICIES = policies()


@st.composite
def plans(draw: st.DrawFn, *, min_subjects: int = 0, max_subjects: int = 5) -> Plan:
    """Plans of random questions, by every policy; where a question has none, the plan of a roster without its limits."""
    roster = draw(rosters(min_subjects=min_subjects, max_subjects=max_subjects))
    policy, history, reference = draw(_POLICIES), draw(histories(roster)), draw(references(roster))
    found = plan_year(roster, year=2021, history=history, policy=policy, reference=reference)
    if isinstance(found, Infeasible):
        policy = attrs.evolve(policy, repeats=Repeats.MINIMISE)
        found = plan_year(opened(roster), year=2021, history=history, policy=policy, reference=reference)
    assert isinstance(found, Plan)
    return found


_YEAR = 2021
_ANNUAL = policies(objective=Objective.ANNUAL)
_WRONG = st.sampled_from(["maxima", "minima", "barred"])


@st.composite
def infeasible_rosters(draw: st.DrawFn, *, max_subjects: int = 4, max_lead_units: int = 3) -> Roster:
    """Rosters without a plan: too little room, minima too high, or a subject that nobody may supervise."""
    roster = draw(rosters(min_subjects=1, max_subjects=max_subjects, max_lead_units=max_lead_units))
    wrong = draw(_WRONG)
    if wrong == "barred":
        return _all_barred(roster, draw(st.sampled_from(roster.subject_ids)))
    return _limited(roster, wrong)


def _limited(roster: Roster, wrong: str) -> Roster:
    low, high = (0, 0) if wrong == "maxima" else (len(roster.subjects) + 1, None)
    units = [attrs.evolve(unit, min_load=low, max_load=high) for unit in roster.lead_units]
    return attrs.evolve(roster, lead_units=units)


def _all_barred(roster: Roster, subject: str, reason: BarReason = BarReason.KIN) -> Roster:
    bars = [bar for bar in roster.bars if bar.subject_id != subject]
    bars += [Bar(subject_id=subject, lead_unit_id=unit, reason=reason) for unit in roster.lead_unit_ids]
    return attrs.evolve(
        roster,
        bars=bars,
        pins={one: unit for one, unit in roster.pins.items() if one != subject},
        allowances=[one for one in roster.allowances if one.subject_id != subject],
    )


_INFEASIBLE = infeasible_rosters()


@st.composite
def infeasibles(draw: st.DrawFn) -> Infeasible:
    """Certificates that no plan exists, of shortage, of excess and of both."""
    roster = draw(_INFEASIBLE)
    policy = draw(_ANNUAL)
    found = plan_year(roster, year=_YEAR, history=draw(histories(roster)), policy=policy)
    assert isinstance(found, Infeasible)
    return found


_FEASIBLE = feasible_rosters()
_FEASIBLE_WITH_SOMEBODY = feasible_rosters(min_subjects=1)


@st.composite
def _two_plans(draw: st.DrawFn) -> tuple[Plan, Roster, Plan]:
    first, second = draw(_FEASIBLE_WITH_SOMEBODY), draw(_FEASIBLE_WITH_SOMEBODY)
    policy = draw(_ANNUAL)
    earlier, later = plan_year(first, year=_YEAR, policy=policy), plan_year(second, year=_YEAR, policy=policy)
    assert isinstance(earlier, Plan)
    assert isinstance(later, Plan)
    return earlier, second, later


def replans() -> st.SearchStrategy[Replan]:
    """Plans mended in the middle of a year, after people and lead units came and went."""
    return _two_plans().map(_replanned)


def _replanned(drawn: tuple[Plan, Roster, Plan]) -> Replan:
    found = replan(drawn[0], drawn[1])
    assert isinstance(found, Replan)
    return found


@st.composite
def horizons(draw: st.DrawFn, *, max_years: int = 3) -> Horizon:
    """Plans of several years ahead."""
    roster = draw(_FEASIBLE)
    policy = attrs.evolve(draw(_ANNUAL), repeats=Repeats.MINIMISE)
    years = range(_YEAR, _YEAR + draw(st.integers(1, max_years)))
    found = plan_horizon(roster, years=years, history=draw(histories(roster)), policy=policy)
    assert isinstance(found, Horizon)
    return found
