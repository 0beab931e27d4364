"""One history for a country with reforms: every ward's plan is that of the ward alone, with all that was recorded of it."""

import random

import attrs
import pytest

import supervision_core as sc
from fuzzing.seeds import run_seeds
from oracles import countries, rotation as oracle
from supervision_core.rotation import verify_each

SEEDS = 120


def scoped(policy, key):
    """The policy of one ward: a draw is drawn for its key."""
    if isinstance(policy.tie_break, sc.PublicDraw):
        return attrs.evolve(policy, tie_break=sc.PublicDraw(policy.tie_break.salt, key))
    return policy


def without(score, name):
    return [level for level in score.levels if level[0] != name]


def forged(plan):
    """The plan with another number of rests; and, where it is the one of all equally good ones, its first official elsewhere."""
    score = attrs.evolve(plan.score, levels=[(name, value + (name == "carried")) for name, value in plan.score.levels])
    yield attrs.evolve(plan, score=score)
    units = sorted(plan.loads)
    if plan.assignments and len(units) > 1 and plan.policy.tie_break is not sc.TieBreak.ANY:
        first, unit = next(iter(plan.assignments.items()))
        other = next(one for one in units if one != unit)
        loads = {**plan.loads, unit: plan.loads[unit] - 1, other: plan.loads[other] + 1}
        yield attrs.evolve(plan, assignments={**plan.assignments, first: other}, loads=loads)


def check(seed, met):
    """One country: ward by ward against the ward's own records, against all records, and against every assignment tried."""
    country = countries.random_country(random.Random(seed))
    whole = country.history()
    plans = sc.plan_each(country.wards, year=countries.YEAR, histories=whole, policies=country.policy)
    assert verify_each(country.wards, plans, histories=whole, policies=country.policy, year=countries.YEAR) == ()
    for key, plan in plans.items():
        ward, policy = country.of_ward(key), scoped(country.policy, key)
        own = country.history(country.own_records(key))
        assert plan == sc.plan_year(ward, year=countries.YEAR, history=own, policy=policy), key
        by_all = sc.plan_year(ward, year=countries.YEAR, history=whole, policy=policy)
        case = oracle.Case(ward, own, policy, None, countries.YEAR)
        best = oracle.best(case)
        if best is None:
            assert isinstance(plan, sc.Infeasible)
            assert plan == by_all
            met["wards without a plan"] += 1
            continue
        assert tuple(value for _, value in plan.score.levels) == best[0], key
        if policy.tie_break is not sc.TieBreak.ANY:
            assert dict(plan.assignments) == best[1], key
        assert (plan.assignments, plan.loads) == (by_all.assignments, by_all.loads), key
        assert without(plan.score, "carried") == without(by_all.score, "carried"), key
        here, there = (countries.whole_number(ward, history, case) for history in (own, whole))
        assert plan.score.value("carried") * there**2 == by_all.score.value("carried") * here**2, key
        _count(met, country, key, whole, plan)
        for wrong in forged(plan):
            found = verify_each(country.wards, {**plans, key: wrong}, histories=whole, policies=country.policy)
            assert found, key
            met["forged plans that fell"] += 1


def units_of(held):
    return (held,) if isinstance(held, str) else held


def _count(met, country, key, whole, plan):
    """What of the country made a difference: otherwise the law would hold of nothing."""
    met["plans"] += 1
    ward, part = country.of_ward(key), sc.rotation.histories_for(country.wards, whole)[key]
    columns = {year: part.column(year) for year in part.years}
    rows = [
        sc.rotation.Record(subject_id=subject, lead_unit_id=unit, year=year)
        for year, column in columns.items()
        for subject, held in column.items()
        for unit in units_of(held)
    ]
    forgetful = sc.plan_year(ward, year=countries.YEAR, history=sc.History.of_records(rows), policy=plan.policy)
    met["plans that rest on a split"] += forgetful.score != plan.score
    elsewhere = {subject for other, roster in country.wards.items() if other != key for subject in roster.subject_ids}
    met["plans that rest on somebody who moved"] += any(elsewhere & {*column} for column in columns.values())


@pytest.mark.parametrize("part", range(2))
def test_every_ward_is_planned_as_if_alone_with_what_was_recorded_of_it(part):
    """Merged, split, renamed within and across wards; whoever moved counts for the lead unit that had them."""
    met = run_seeds(check, SEEDS // 2, part * SEEDS // 2)

    assert min(met["plans that rest on a split"], met["plans that rest on somebody who moved"], met["forged plans that fell"]) > 5
