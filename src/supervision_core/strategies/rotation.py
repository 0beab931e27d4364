"""Rosters, histories and policies, small enough to check by brute force; infeasible ones and ties are common."""

from __future__ import annotations

from functools import cache

import attrs
from hypothesis import strategies as st

from supervision_core.rotation.bars import PLANNERS_OWN, Bar, BarReason, Severity
from supervision_core.rotation.certificates import Infeasible
from supervision_core.rotation.history import History, Record
from supervision_core.rotation.planning import plan_year
from supervision_core.rotation.plans import Plan
from supervision_core.rotation.policies import Objective, PublicDraw, Repeats, RotationPolicy, TieBreak
from supervision_core.rotation.rosters import LeadUnit, Roster, Subject
from supervision_core.strategies.words import identifiers
from supervision_core.text import composed

__all__ = ["feasible_rosters", "histories", "plans", "policies", "references", "rosters"]

_FORMER = ("former-1", "former-2")
# Built once, as all that is drawn often: Hypothesis checks every strategy object that it meets anew.
_REASONS = st.sampled_from([reason for reason in BarReason if reason not in PLANNERS_OWN])
_SEVERITIES = st.sampled_from(Severity)
_MINIMA = st.sampled_from([0, 0, 0, 1, 2])
_ROOM = st.sampled_from([None, None, 0, 1, 3])
_REPEATS = st.sampled_from(Repeats)
_OBJECTIVES = st.sampled_from(Objective)
_TIE_BREAKS = st.one_of(st.sampled_from(TieBreak), st.builds(PublicDraw, st.sampled_from(["QĐ 12/2026", "x"])))


@cache
def _shares(units: int) -> st.SearchStrategy[list[int]]:
    return st.lists(st.integers(0, 3), min_size=units, max_size=units).filter(any)


@cache
def _ids(prefix: str, count: int, *, awkward: bool) -> st.SearchStrategy[list[str]]:
    if awkward:
        return st.lists(identifiers(), min_size=count, max_size=count, unique_by=composed)
    return st.permutations([f"{prefix}{number}" for number in range(count)])


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
        least = draw(_MINIMA) if restricted else 0
        room = draw(_ROOM) if restricted else None
        lead_units.append(LeadUnit(id=unit, share=share, min_load=least, max_load=None if room is None else least + room))
    pairs = [(subject, unit) for subject in subjects for unit in units] if restricted else []
    bars = {(pair, draw(_REASONS), draw(_SEVERITIES)) for pair in pairs if draw(st.integers(0, 5)) == 0}
    hard = {pair for pair, _, severity in bars if severity is Severity.HARD}
    pins = {subject: unit for subject, unit in pairs if (subject, unit) not in hard and draw(st.integers(0, 9)) == 0}
    return Roster(
        subjects=[Subject(id=subject) for subject in subjects],
        lead_units=lead_units,
        bars=[
            Bar(subject_id=subject, lead_unit_id=unit, reason=reason, severity=severity)
            for (subject, unit), reason, severity in bars
        ],
        pins=pins,
        former_units=[unit for unit in _FORMER if unit not in units],
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
    """Histories that fit the roster, of years before ``before``: gaps, moves within a year, people and units gone."""
    return _histories(roster or Roster(subjects=[], lead_units=[LeadUnit(id="u0")]), before, max_years, max_held)


@cache
def _some(count: int, most: int) -> st.SearchStrategy[list[int]]:
    """The places of some units, none twice."""
    return st.lists(st.sampled_from(range(count)), max_size=most, unique=True)


@cache
def _years(before: int, most: int) -> st.SearchStrategy[list[int]]:
    return st.lists(st.integers(before - 5, before - 1), max_size=most, unique=True)


@st.composite
def _histories(draw: st.DrawFn, roster: Roster, before: int, max_years: int, max_held: int) -> History:
    years = draw(_years(before, max_years))
    units = [*roster.lead_unit_ids, *roster.former_units]
    gone = next(name for name in ("gone", "gone too") if name not in roster.subject_ids)
    some_units = _some(len(units), max_held)
    records = []
    for year in years:
        for subject in (*roster.subject_ids, gone):
            held = draw(some_units)
            records += [Record(subject_id=subject, lead_unit_id=units[place], year=year) for place in held]
    return History.of_records(records)


def policies(*, objective: Objective | None = None, max_cooling_off: int = 3) -> st.SearchStrategy[RotationPolicy]:
    """Policies of every kind; ``objective`` fixes the objective."""
    return _policies(objective, max_cooling_off)


@cache
def _policies(objective: Objective | None, max_cooling_off: int) -> st.SearchStrategy[RotationPolicy]:
    return st.builds(
        RotationPolicy,
        cooling_off_years=st.integers(0, max_cooling_off),
        repeats=_REPEATS,
        objective=_OBJECTIVES if objective is None else st.just(objective),
        tie_break=_TIE_BREAKS,
    )


def references(roster: Roster) -> st.SearchStrategy[dict[str, str]]:
    """Assignments to change as little as can be: incomplete ones, and some to lead units that are gone."""
    units = st.sampled_from([*roster.lead_unit_ids, "gone"])
    subjects = [*roster.subject_ids, next(name for name in ("left", "left too") if name not in roster.subject_ids)]
    return st.fixed_dictionaries({}, optional=dict.fromkeys(subjects, units))


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
