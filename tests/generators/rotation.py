"""Rosters, histories, plans and certificates: generators that only this project's own tests need."""

from fractions import Fraction
from operator import attrgetter

import attrs
from hypothesis import strategies as st

from supervision_core.rotation.areas import AreaWarning
from supervision_core.rotation.certificate import BarredGroup, Example, Infeasible, Repair, Violation
from supervision_core.rotation.changes import diff, replan
from supervision_core.rotation.circles import Loop
from supervision_core.rotation.comparing_ids import IdComparison, Likeness, LookAlike, compare_ids
from supervision_core.rotation.country import LoadsOfSize, LoadsOfUnit, LoadsReport, report_loads
from supervision_core.rotation.each import plan_each
from supervision_core.rotation.eligibility import TIERS_SINCE_2025, TIERS_UNTIL_2025, Links, PersonAndUnit, Undeclared
from supervision_core.rotation.explain import Alternative, Audit, Explanation, audit_plan, explain_assignment
from supervision_core.rotation.history import History
from supervision_core.rotation.leading import LeadUnitWarning
from supervision_core.rotation.moves import ElementaryChange, Move, PlanDiff, Replan
from supervision_core.rotation.outlooks import PolicyComparison, PolicyOutlook, YearOutlook, compare_policies
from supervision_core.rotation.plan import Plan, Proof, Score
from supervision_core.rotation.planning import plan_year
from supervision_core.rotation.policy import Repeats, RotationPolicy
from supervision_core.rotation.records import CountingRule
from supervision_core.rotation.roster import BarReason, LeadUnit, LeadUnitKind, Roster, Subject
from supervision_core.rotation.sustaining import (
    CoolingOff,
    Coverage,
    MeetingsOfClass,
    sustainable_cooling_off,
    years_to_full_coverage,
)
from supervision_core.strategies.rotation import (
    _ANNUAL,
    _FEASIBLE,
    _FEASIBLE_WITH_SOMEBODY,
    _SEVERITIES,
    _WRONG,
    _YEAR,
    _all_barred,
    _limited,
    _two_plans,
    feasible_rosters,
    histories,
    infeasibles,
    opened,
    plans,
    replans,
    rosters,
)
from supervision_core.strategies.values import identifiers, parts
from supervision_core.values.mappings import IdMap
from supervision_core.values.text import composed

_AROUND = {"tổ 7": "phường", "phường": "quận", "quận": "thành phố"}
_UNDECLARED = st.sampled_from(Undeclared)
_TIER_TABLES = st.sampled_from([IdMap(), TIERS_UNTIL_2025, TIERS_SINCE_2025])
_AREA_TABLES = st.sampled_from([{}, _AROUND])
_PERSON_AND_UNIT = st.sampled_from(PersonAndUnit)


def counting_rules() -> st.SearchStrategy[CountingRule]:
    """Rules on which records count."""
    return st.builds(CountingRule, least_months=st.integers(1, 12), substitutes_count=st.booleans())



_NEAR = ["Chiêm Hóa", "Chiêm Hoá", "chiêm hoá", "Na Hang", "Na  Hang", "4", "00004", "Đà", "Ðà", "Đa"]


@st.composite
def id_comparisons(draw: st.DrawFn) -> IdComparison:
    """Rosters and histories whose ids are the same, alike or different."""
    some = st.lists(st.sampled_from(_NEAR), min_size=1, max_size=4, unique=True)
    roster = Roster(subjects=[Subject(id=one) for one in draw(some)], lead_units=[LeadUnit(id="front")])
    return compare_ids(roster, History.of({2025: dict.fromkeys(draw(some), "front")}))


def look_alikes() -> st.SearchStrategy[LookAlike]:
    """Two ids that look alike, for every reason."""
    return st.builds(LookAlike, roster_id=st.sampled_from(_NEAR), history_id=st.sampled_from(_NEAR), why=st.sampled_from(Likeness))


def warnings_of_areas() -> st.SearchStrategy[AreaWarning]:
    """Lead units that a plan for all areas gives otherwise than the area's own plan, or that has none."""
    shares = st.builds(Fraction, st.integers(0, 40), st.integers(1, 7))
    loads = st.integers(0, 20)
    return st.builds(AreaWarning, area=identifiers(), lead_unit_id=identifiers(), load=loads, alone=st.one_of(st.none(), loads), aim=shares)


@st.composite
def loads_reports(draw: st.DrawFn) -> LoadsReport:
    """Loads over the plans of some rosters, now and then of two years, with rosters that have no plan among them."""
    some = {f"ward {number}": draw(st.one_of(_FEASIBLE_SMALL, _SMALL)) for number in range(draw(st.integers(1, 3)))}
    found = report_loads(some, plan_each(some, year=2026))
    return found + report_loads(some, plan_each(some, year=2027)) if draw(st.booleans()) else found


def loads_of_units() -> st.SearchStrategy[LoadsOfUnit]:
    """The loads of one lead unit over many plans."""
    return parts(loads_reports(), attrgetter("lead_units"))


def loads_of_sizes() -> st.SearchStrategy[LoadsOfSize]:
    """The loads of the rosters of one size."""
    return parts(loads_reports(), attrgetter("sizes"))


@st.composite
def policy_comparisons(draw: st.DrawFn) -> PolicyComparison:
    """Two or three policies over a few years, with and without a dead end."""
    roster = draw(st.one_of(_FEASIBLE_SMALL, _SMALL))
    policies = {"một năm": RotationPolicy(), "hai năm": RotationPolicy(cooling_off_years=2, repeats=Repeats.FORBID)}
    if draw(st.booleans()):
        policies["nhiệm kỳ"] = RotationPolicy(tenure_years=3, cooling_off_years=1)
    return compare_policies(roster, draw(histories(roster)), policies, range(2021, 2021 + draw(st.integers(1, 3))))


def policy_outlooks() -> st.SearchStrategy[PolicyOutlook]:
    """The next years under one policy."""
    return policy_comparisons().map(lambda found: found.outlooks["hai năm"])


def year_outlooks() -> st.SearchStrategy[YearOutlook]:
    """One year under a policy."""
    return parts(policy_outlooks(), attrgetter("years"))


@st.composite
def circles_of_heads(draw: st.DrawFn) -> Loop:
    """Heads of lead units that supervise each other in a circle."""
    units = draw(st.lists(identifiers(), min_size=1, max_size=3, unique_by=composed))
    heads = draw(st.lists(identifiers(), min_size=len(units), max_size=len(units), unique_by=composed))
    return Loop(lead_units=units, heads=heads)


def links(roster: Roster | None = None) -> st.SearchStrategy[Links]:
    """Heads, members, kin and conflicts that ``bars_for`` accepts for the roster (for some roster, where none is given)."""
    return rosters().flatmap(_links) if roster is None else _links(roster)



@st.composite
def _links(draw: st.DrawFn, roster: Roster) -> Links:
    pairs = [(subject, unit) for subject in roster.subject_ids for unit in roster.lead_unit_ids]
    some = st.lists(st.sampled_from(pairs), max_size=2) if pairs else st.just([])
    return Links(
        heads=draw(some),
        members=draw(some),
        kin=draw(some),
        conflicts=draw(some),
        declared_by=draw(st.sampled_from([None, (), roster.subject_ids])),
        undeclared=draw(_UNDECLARED),
        tiers=draw(_TIER_TABLES),
        areas=draw(_AREA_TABLES),
        person_and_unit=draw(_PERSON_AND_UNIT),
        where_only_choice=draw(_SEVERITIES),
    )



#: Bars that a repair may propose to lift, and that a roster may have.
_SOFT = (BarReason.EXCLUDED, BarReason.JURISDICTION, BarReason.UNDECLARED_CONFLICT, BarReason.DECLARED_CONFLICT)
# Built once: Hypothesis checks each strategy object anew.
_SMALL = rosters(min_subjects=1, max_subjects=4)
_FEASIBLE_SMALL = feasible_rosters(min_subjects=1, max_subjects=4)
_CERTIFICATES_REASONS = st.sampled_from(_SOFT)


def violations() -> st.SearchStrategy[Violation]:
    """Single violations of a certificate."""
    return parts(infeasibles(), attrgetter("violations"))



def shortage_examples() -> st.SearchStrategy[Example]:
    """The smallest parts of violations."""
    return violations().map(attrgetter("example"))



@st.composite
def _of_barred_subjects(draw: st.DrawFn) -> Infeasible:
    roster = draw(_SMALL)
    found = plan_year(_all_barred(roster, draw(st.sampled_from(roster.subject_ids))), year=_YEAR)
    assert isinstance(found, Infeasible)
    return found



def barred_groups() -> st.SearchStrategy[BarredGroup]:
    """Closed pairs, grouped by their reasons."""
    return parts(_of_barred_subjects(), lambda one: [group for violation in one.violations for group in violation.barred])



@st.composite
def repairs(draw: st.DrawFn) -> Repair:
    """Single changes that help an infeasible roster: bars to lift, maxima to raise, minima to lower."""
    roster = draw(_FEASIBLE_SMALL)
    wrong = draw(_WRONG)
    if wrong == "barred":
        roster = _all_barred(roster, draw(st.sampled_from(roster.subject_ids)), draw(_CERTIFICATES_REASONS))
    else:
        roster = _limited(roster, wrong)
    found = plan_year(roster, year=_YEAR)
    assert isinstance(found, Infeasible)
    return draw(st.sampled_from(found.repairs))


# Built once: Hypothesis checks each strategy object anew.
_ANY = rosters()
_WITH_A_CHOICE = rosters(min_subjects=1, min_lead_units=2)
_OF_ONE_OR_TWO = rosters(min_subjects=1, max_lead_units=2, restricted=False)


def scores() -> st.SearchStrategy[Score]:
    """The scores of plans."""
    return plans().map(attrgetter("score"))



def proofs() -> st.SearchStrategy[Proof]:
    """The proofs of plans."""
    return plans().map(attrgetter("proof"))



def plan_diffs() -> st.SearchStrategy[PlanDiff]:
    """What differs between the plans of two rosters with some people and lead units in common."""
    return _two_plans().map(lambda drawn: diff(drawn[0], drawn[2]))



def elementary_changes() -> st.SearchStrategy[ElementaryChange]:
    """Single changes between a plan and the roster that it has to fit."""
    joined = _FEASIBLE_WITH_SOMEBODY.map(lambda roster: replan(_empty_plan(roster), roster))
    return parts(st.one_of(joined, replans()), lambda one: one.changes if isinstance(one, Replan) else ())



def _empty_plan(roster: Roster) -> Plan:
    plan = plan_year(attrs.evolve(roster, subjects=(), bars=(), pins={}), year=_YEAR)
    assert isinstance(plan, Plan)
    return plan



@st.composite
def moves(draw: st.DrawFn) -> Move:
    """Subjects that get another lead unit, with the reason and without."""
    roster = draw(_FEASIBLE_WITH_SOMEBODY)
    plan = plan_year(roster, year=_YEAR)
    assert isinstance(plan, Plan)
    # Every lead unit is replaced by another one, so everybody moves.
    units = [attrs.evolve(unit, id=f"{unit.id}'") for unit in roster.lead_units]
    after = Roster(subjects=roster.subjects, lead_units=units, former_units=roster.lead_unit_ids)
    changed = replan(plan, after)
    assert isinstance(changed, Replan)
    return draw(st.sampled_from([*changed.moved, *diff(plan, changed.plan).moved]))



@st.composite
def explanations(draw: st.DrawFn) -> Explanation:
    """Why a subject has its lead unit, and what every other one would have cost or why it is closed."""
    limited = draw(_WITH_A_CHOICE)
    history = draw(histories(limited))
    policy = RotationPolicy(cooling_off_years=draw(st.integers(0, 3)))
    roster, plan = limited, plan_year(limited, year=_YEAR, history=history, policy=policy)
    if isinstance(plan, Infeasible):
        roster = opened(limited)
        plan = plan_year(roster, year=_YEAR, history=history, policy=policy)
    assert isinstance(plan, Plan)
    return explain_assignment(plan, roster, draw(st.sampled_from(roster.subject_ids)), history=history)



def alternatives() -> st.SearchStrategy[Alternative]:
    """Single lead units that a subject did not get."""
    return parts(explanations(), attrgetter("others"))



@st.composite
def audits(draw: st.DrawFn) -> Audit:
    """Audits of assignments from anywhere: overlaps, gaps, closed pairs and unknown ids among them."""
    roster = draw(_ANY)
    subjects = st.sampled_from([*roster.subject_ids, "unknown"])
    pairs = st.lists(st.tuples(subjects, st.sampled_from([*roster.lead_unit_ids, "gone"])), max_size=6)
    right = st.fixed_dictionaries({one: st.sampled_from(roster.lead_unit_ids) for one in roster.subject_ids})
    given = draw(st.one_of(right, pairs))
    return audit_plan(given, roster, year=_YEAR, history=draw(histories(roster)), policy=draw(_ANNUAL))






def cooling_offs() -> st.SearchStrategy[CoolingOff]:
    """The longest cooling-off that rosters can keep for ever, and what limits it."""
    return _FEASIBLE.map(_cooling_off)



def _cooling_off(roster: Roster) -> CoolingOff:
    found = sustainable_cooling_off(roster)
    assert found is not None
    return found



def meetings_of_classes() -> st.SearchStrategy[MeetingsOfClass]:
    """The sums that an answer about years ahead rests on."""
    return cooling_offs().filter(lambda answer: answer.meetings).flatmap(lambda answer: st.sampled_from(answer.meetings))


def coverages() -> st.SearchStrategy[Coverage]:
    """How long it takes until everybody has met every lead unit; never, for some."""
    return _ANY.map(years_to_full_coverage)



def lead_unit_warning_values():
    """Warnings about lead units that only take part, or have not agreed yet."""
    kinds = st.sampled_from([LeadUnitKind.NOT_AGREED, LeadUnitKind.COORDINATES])
    return st.builds(LeadUnitWarning, lead_unit_id=identifiers(), kind=kinds, subjects=st.integers(1, 9))
