"""Rosters without a plan, and the certificates that say so."""

from __future__ import annotations

from operator import attrgetter

import attrs
from hypothesis import strategies as st

from supervision_core.rotation.certificate import BarredGroup, Example, Infeasible, Repair, Violation
from supervision_core.rotation.planning import plan_year
from supervision_core.rotation.policy import Objective
from supervision_core.rotation.roster import Bar, BarReason, Roster
from supervision_core.strategies.picking import parts
from supervision_core.strategies.rotation import feasible_rosters, histories, policies, rosters

__all__ = ["barred_groups", "infeasible_rosters", "infeasibles", "repairs", "shortage_examples", "violations"]

_YEAR = 2021
#: Bars that a repair may propose to lift, and that a roster may have.
_SOFT = (BarReason.EXCLUDED, BarReason.JURISDICTION, BarReason.UNDECLARED_CONFLICT, BarReason.DECLARED_CONFLICT)

# Built once: Hypothesis checks each strategy object anew.
_SMALL = rosters(min_subjects=1, max_subjects=4)
_FEASIBLE_SMALL = feasible_rosters(min_subjects=1, max_subjects=4)
_ANNUAL = policies(objective=Objective.ANNUAL)
_WRONG = st.sampled_from(["maxima", "minima", "barred"])
_REASONS = st.sampled_from(_SOFT)


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
    return attrs.evolve(roster, bars=bars, pins={one: unit for one, unit in roster.pins.items() if one != subject})


_INFEASIBLE = infeasible_rosters()


@st.composite
def infeasibles(draw: st.DrawFn) -> Infeasible:
    """Certificates that no plan exists, of shortage, of excess and of both."""
    roster = draw(_INFEASIBLE)
    policy = draw(_ANNUAL)
    found = plan_year(roster, year=_YEAR, history=draw(histories(roster)), policy=policy)
    assert isinstance(found, Infeasible)
    return found


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
        roster = _all_barred(roster, draw(st.sampled_from(roster.subject_ids)), draw(_REASONS))
    else:
        roster = _limited(roster, wrong)
    found = plan_year(roster, year=_YEAR)
    assert isinstance(found, Infeasible)
    return draw(st.sampled_from(found.repairs))
