"""Faults, grades, reasons and remedies, and years ahead that cannot be planned: generators for tests."""

from __future__ import annotations

from collections.abc import Iterator

from hypothesis import strategies as st

from supervision_core.criteria.explain import Reason
from supervision_core.criteria.ladders import Grade
from supervision_core.judging.assessing import assess, explain
from supervision_core.judging.what_if import Remedy, Unreachable, remedies
from supervision_core.regulations import ND335_CIVIL_SERVANT, Regulation
from supervision_core.regulations.ward_2014 import CIVIC_CODES, GOOD_PERFORMANCE_2014
from supervision_core.rotation.horizon import HorizonInfeasible
from supervision_core.rotation.horizons import plan_horizon
from supervision_core.rotation.policy import Repeats, RotationPolicy
from supervision_core.strategies.judging import facts, regulations
from supervision_core.strategies.rotation import _YEAR, rosters
from supervision_core.strategies.values import identifiers, labels, parts
from supervision_core.values.errors import Fault
from supervision_core.values.facts import Facts

__all__ = ["faults", "grades", "infeasible_horizons", "reasons", "remedy_values", "unreachable_targets"]

_WARD = GOOD_PERFORMANCE_2014
_FACTS = facts(GOOD_PERFORMANCE_2014)
_POINTS_KNOWN = facts(ND335_CIVIL_SERVANT)
_LABELS = labels()
_OF_ONE_OR_TWO = rosters(min_subjects=1, max_lead_units=2, restricted=False)
_BAD_CONDUCT = st.sets(st.sampled_from(CIVIC_CODES), min_size=1, max_size=2)


def faults() -> st.SearchStrategy[Fault]:
    """Faults as an error lists them."""
    return st.builds(Fault, st.sampled_from(["blank", "unknown_id"]), identifiers(), identifiers(), identifiers())


def grades() -> st.SearchStrategy[Grade]:
    """Grades, some without a rank."""
    return st.builds(Grade, code=identifiers(), label=_LABELS, rank=st.one_of(st.none(), st.integers(0, 5)))


def reasons() -> st.SearchStrategy[Reason]:
    """Reasons of every depth, explained with the sources of a case or bare."""
    cases = st.one_of(st.just(_WARD), regulations()).flatmap(lambda one: st.tuples(st.just(one), facts(one)))
    trees = st.one_of(cases.map(lambda case: assess(*case).reasons), cases.map(lambda case: explain(assess(*case), case[1])))
    return parts(trees, _all_reasons)


def _all_reasons(reason: Reason) -> Iterator[Reason]:
    yield reason
    for child in reason.children:
        yield from _all_reasons(child)


def remedy_values() -> st.SearchStrategy[Remedy]:
    """Remedies that lead to the best grade: of the ward's criterion, and of one by points."""
    by_answers = parts(_FACTS, lambda some: _remedies(_WARD, some) or _remedies(_WARD, Facts()))
    by_points = parts(
        _POINTS_KNOWN, lambda some: _remedies(ND335_CIVIL_SERVANT, some) or _remedies(ND335_CIVIL_SERVANT, Facts())
    )
    return st.one_of(by_answers, by_points)


def _remedies(regulation: Regulation, some: Facts) -> tuple[Remedy, ...]:
    found = remedies(regulation, some, target=regulation.grades[0])
    assert isinstance(found, tuple)
    return found


@st.composite
def unreachable_targets(draw: st.DrawFn) -> Unreachable:
    """Grades that stay out of reach, since a fact that keeps them off is fixed."""
    bad = draw(_BAD_CONDUCT)
    found = remedies(_WARD, Facts.of(dict.fromkeys(bad, False)), target="good", fixed=bad)
    assert isinstance(found, Unreachable)
    return found


@st.composite
def infeasible_horizons(draw: st.DrawFn) -> HorizonInfeasible:
    """Spans that end in a year without a plan: the cooling-off is as long as there are lead units."""
    roster = draw(_OF_ONE_OR_TWO)
    policy = RotationPolicy(cooling_off_years=len(roster.lead_units), repeats=Repeats.FORBID)
    found = plan_horizon(roster, years=range(_YEAR, _YEAR + len(roster.lead_units) + 1), policy=policy)
    assert isinstance(found, HorizonInfeasible)
    return found
