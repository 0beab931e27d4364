"""What rotation answers but certificates: scores, proofs, changes, explanations, audits, and years ahead."""

from __future__ import annotations

from operator import attrgetter

import attrs
from hypothesis import strategies as st

from supervision_core.rotation.certificate import Infeasible
from supervision_core.rotation.changes import ElementaryChange, Move, PlanDiff, Replan, diff, replan
from supervision_core.rotation.explain import Alternative, Audit, Explanation, audit_plan, explain_assignment
from supervision_core.rotation.horizon import Horizon, HorizonInfeasible
from supervision_core.rotation.horizons import plan_horizon
from supervision_core.rotation.plan import Plan, Proof, Score
from supervision_core.rotation.planning import plan_year
from supervision_core.rotation.policy import Objective, Repeats, RotationPolicy
from supervision_core.rotation.roster import Roster
from supervision_core.rotation.sustaining import CoolingOff, Coverage, sustainable_cooling_off, years_to_full_coverage
from supervision_core.strategies.picking import parts
from supervision_core.strategies.rotation import feasible_rosters, histories, opened, plans, policies, rosters

__all__ = [
    "alternatives",
    "audits",
    "cooling_offs",
    "coverages",
    "elementary_changes",
    "explanations",
    "horizons",
    "infeasible_horizons",
    "moves",
    "plan_diffs",
    "proofs",
    "replans",
    "scores",
]

_YEAR = 2021

# Built once: Hypothesis checks each strategy object anew.
_ANY = rosters()
_WITH_A_CHOICE = rosters(min_subjects=1, min_lead_units=2)
_OF_ONE_OR_TWO = rosters(min_subjects=1, max_lead_units=2, restricted=False)
_FEASIBLE = feasible_rosters()
_FEASIBLE_WITH_SOMEBODY = feasible_rosters(min_subjects=1)
_ANNUAL = policies(objective=Objective.ANNUAL)


def scores() -> st.SearchStrategy[Score]:
    """The scores of plans."""
    return plans().map(attrgetter("score"))


def proofs() -> st.SearchStrategy[Proof]:
    """The proofs of plans."""
    return plans().map(attrgetter("proof"))


@st.composite
def _two_plans(draw: st.DrawFn) -> tuple[Plan, Roster, Plan]:
    first, second = draw(_FEASIBLE_WITH_SOMEBODY), draw(_FEASIBLE_WITH_SOMEBODY)
    policy = draw(_ANNUAL)
    earlier, later = plan_year(first, year=_YEAR, policy=policy), plan_year(second, year=_YEAR, policy=policy)
    assert isinstance(earlier, Plan)
    assert isinstance(later, Plan)
    return earlier, second, later


def plan_diffs() -> st.SearchStrategy[PlanDiff]:
    """What differs between the plans of two rosters with some people and lead units in common."""
    return _two_plans().map(lambda drawn: diff(drawn[0], drawn[2]))


def replans() -> st.SearchStrategy[Replan]:
    """Plans mended in the middle of a year, after people and lead units came and went."""
    return _two_plans().map(_replanned)


def _replanned(drawn: tuple[Plan, Roster, Plan]) -> Replan:
    found = replan(drawn[0], drawn[1])
    assert isinstance(found, Replan)
    return found


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


@st.composite
def horizons(draw: st.DrawFn, *, max_years: int = 3) -> Horizon:
    """Plans of several years ahead."""
    roster = draw(_FEASIBLE)
    policy = attrs.evolve(draw(_ANNUAL), repeats=Repeats.MINIMISE)
    years = range(_YEAR, _YEAR + draw(st.integers(1, max_years)))
    found = plan_horizon(roster, years=years, history=draw(histories(roster)), policy=policy)
    assert isinstance(found, Horizon)
    return found


@st.composite
def infeasible_horizons(draw: st.DrawFn) -> HorizonInfeasible:
    """Spans that end in a year without a plan: the cooling-off is as long as there are lead units."""
    roster = draw(_OF_ONE_OR_TWO)
    policy = RotationPolicy(cooling_off_years=len(roster.lead_units), repeats=Repeats.FORBID)
    found = plan_horizon(roster, years=range(_YEAR, _YEAR + len(roster.lead_units) + 1), policy=policy)
    assert isinstance(found, HorizonInfeasible)
    return found


def cooling_offs() -> st.SearchStrategy[CoolingOff]:
    """The longest cooling-off that rosters can keep for ever, and what limits it."""
    return _FEASIBLE.map(_cooling_off)


def _cooling_off(roster: Roster) -> CoolingOff:
    found = sustainable_cooling_off(roster)
    assert found is not None
    return found


def coverages() -> st.SearchStrategy[Coverage]:
    """How long it takes until everybody has met every lead unit; never, for some."""
    return _ANY.map(years_to_full_coverage)
