"""Mid-size questions held against other solvers: the same value on every level, or the same answer that there is no plan."""

import random

import attrs
import pytest

import supervision_core as sc
from oracles import rotation as oracle, solvers


def mid_size(seed: int) -> oracle.Case:
    """Twelve to thirty subjects, three to six lead units: bars, pins, minima, maxima, shares and lopsided histories."""
    rng = random.Random(seed)
    subjects = [f"s{number:02}" for number in range(rng.randint(12, 30))]
    units = [f"u{number}" for number in range(rng.randint(3, 6))]
    tight = rng.random() < 0.4
    lead_units = []
    for unit in units:
        least = rng.choice([0, 0, 1, 3])
        most = rng.choice([None, least + 2, least + 6]) if tight else rng.choice([None, None, 12])
        lead_units.append(sc.LeadUnit(id=unit, share=rng.choice([1, 1, 2, 5]), min_load=least, max_load=most))
    bars = [
        sc.Bar(subject_id=subject, lead_unit_id=unit, reason=sc.BarReason.JURISDICTION, severity=rng.choice([sc.Severity.HARD, sc.Severity.HARD, sc.Severity.FLAG]))
        for subject in subjects
        for unit in units
        if rng.random() < (0.5 if tight else 0.15)
    ]
    hard = {(bar.subject_id, bar.lead_unit_id) for bar in bars if bar.severity is sc.Severity.HARD}
    wished = {subject: rng.choice(units) for subject in subjects if rng.random() < 0.1}
    favourites = [rng.choice(units) for _ in range(3)] + units
    history = sc.History.of({year: {subject: rng.choice(favourites) for subject in subjects if rng.random() < 0.9} for year in range(2018, 2021)})
    objective = rng.choice([sc.Objective.ANNUAL, sc.Objective.MID_YEAR])
    return oracle.Case(
        roster=sc.Roster(
            subjects=[sc.Subject(id=subject) for subject in subjects],
            lead_units=lead_units,
            bars=bars,
            pins={subject: unit for subject, unit in wished.items() if (subject, unit) not in hard},
        ),
        history=history,
        policy=sc.RotationPolicy(cooling_off_years=rng.randint(1, 2), tenure_years=rng.choice([1, 1, 2]), repeats=rng.choice([sc.Repeats.MINIMISE, sc.Repeats.MINIMISE, sc.Repeats.FORBID]), objective=objective),
        reference={subject: rng.choice(units) for subject in subjects} if objective is sc.Objective.MID_YEAR or rng.random() < 0.3 else None,
    )


def value_of(case):
    answer = sc.plan_year(case.roster, year=case.year, history=case.history, policy=case.policy, reference=case.reference)
    if isinstance(answer, sc.Infeasible):
        assert sc.verify_infeasible(case.roster, answer, history=case.history, policy=case.policy) == ()
        return None
    assert sc.verify_plan(case.roster, answer, history=case.history) == ()
    return answer.score.values


@pytest.mark.parametrize("block", range(4))
def test_networkx_agrees(block):
    """Network simplex on exact whole numbers finds the same values, and the same questions impossible."""
    outcomes = []
    for seed in range(block * 25, block * 25 + 25):
        case = mid_size(seed)
        outcomes.append(value_of(case))
        assert outcomes[-1] == solvers.by_networkx(case), seed
    assert 3 < sum(one is not None for one in outcomes) < 25


@pytest.mark.parametrize("block", range(4))
def test_ortools_agrees(block):
    """Cost scaling finds the same values; one level of repeats, few years and each year's balance for itself keep its 64-bit numbers from overflowing."""
    for seed in range(1_000 + block * 40, 1_000 + block * 40 + 40):
        case = mid_size(seed)
        case = attrs.evolve(case, policy=attrs.evolve(case.policy, cooling_off_years=1, carry_rest=False), history=case.history.before(2020))
        case = attrs.evolve(case, roster=attrs.evolve(case.roster, lead_units=[attrs.evolve(unit, share=1) for unit in case.roster.lead_units]))
        assert value_of(case) == solvers.by_ortools(case), seed


def test_highs_agrees():
    """A mixed-integer solver, level by level, finds the same values."""
    for seed in range(2_000, 2_025):
        case = mid_size(seed)
        assert value_of(case) == solvers.by_highs(case), seed
