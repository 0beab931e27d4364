"""Laws of planning, held against brute force over every assignment, every set of subjects and of lead units.

* the plan is the one that the definition names, level by level, with its tie-break
* an infeasible answer's sets are the smallest of greatest shortage, its examples inclusion-minimal
* every plan and certificate verifies; every changed assignment, load or score is refused
* the order of the input, order-preserving renaming and irrelevant changes do not matter
"""

import random
from itertools import combinations
from unittest import mock

import attrs
import pytest
from hypothesis import given, strategies as st
from hypothesis.strategies import DataObject

import supervision_core as sc
from oracles import rotation as oracle
from oracles.horizons import with_allowances
from supervision_core import strategies
from supervision_core.rotation.check import kinds as readings


def drawn(data: DataObject, objective=None) -> oracle.Case:
    roster = data.draw(strategies.rosters())
    policy = data.draw(strategies.policies(objective=objective))
    reference = data.draw(st.none() if policy.objective is sc.Objective.ANNUAL and data.draw(st.booleans()) else strategies.references(roster))
    return oracle.Case(roster, data.draw(strategies.histories(roster)), policy, reference)


def planned(case):
    return sc.plan_year(case.roster, year=case.year, history=case.history, policy=case.policy, reference=case.reference)


def random_case(seed: int) -> oracle.Case:
    """A tiny question, quickly made; odd seeds are mid-year."""
    rng = random.Random(seed)
    subjects = [f"s{number}" for number in range(rng.randint(0, 5))]
    units = [f"u{number}" for number in range(rng.randint(1, 3))]
    rng.shuffle(subjects)
    lead_units = []
    for unit in units:
        least = rng.choice([0, 0, 0, 1, 2])
        lead_units.append(sc.LeadUnit(id=unit, share=rng.randint(0, 3), min_load=least, max_load=rng.choice([None, None, least, least + 1, least + 3]), since=rng.choice([None, None, 2018, 2020, 2021])))
    if not any(unit.share for unit in lead_units):
        lead_units[0] = attrs.evolve(lead_units[0], share=1)
    reasons = [sc.BarReason.KIN, sc.BarReason.JURISDICTION, sc.BarReason.EXCLUDED]
    bars = [
        sc.Bar(subject_id=subject, lead_unit_id=unit, reason=rng.choice(reasons), severity=rng.choice([sc.Severity.HARD, sc.Severity.FLAG]))
        for subject in subjects
        for unit in units
        if rng.random() < 0.15
    ]
    hard = {(bar.subject_id, bar.lead_unit_id) for bar in bars if bar.severity is sc.Severity.HARD}
    wished = {subject: rng.choice(units) for subject in subjects if rng.random() < 0.15}
    roster = sc.Roster(
        subjects=[sc.Subject(id=subject) for subject in subjects],
        lead_units=lead_units,
        bars=bars,
        pins={subject: unit for subject, unit in wished.items() if (subject, unit) not in hard},
        former_units=["old"],
    )
    # Years in a row, mostly with the same lead unit, so that there are terms to go on with.
    favourite = {subject: rng.choice(units) for subject in [*subjects, "gone"]}
    steady = rng.choice([0, 0.4, 0.8])
    records = {
        sc.rotation.Record(
            year=year, subject_id=subject, lead_unit_id=favourite[subject] if rng.random() < steady else rng.choice([*units, "old"])
        )
        for year in rng.choice([rng.sample(range(2016, 2021), rng.randint(0, 4)), range(2021 - rng.randint(0, 4), 2021)])
        for subject in [*subjects, "gone"]
        for _ in range(rng.choice([0, 1, 1, 1, 2]))
    }
    policy = sc.RotationPolicy(
        cooling_off_years=rng.randint(0, 3),
        tenure_years=rng.choice([1, 1, 2, 3, 4]),
        carry_rest=rng.random() < 0.8,
        repeats=rng.choice([sc.Repeats.MINIMISE, sc.Repeats.MINIMISE, sc.Repeats.FORBID]),
        objective=sc.Objective.MID_YEAR if seed % 2 else sc.Objective.ANNUAL,
        tie_break=rng.choice([sc.TieBreak.CANONICAL, sc.PublicDraw(f"QĐ {rng.randint(0, 9)}"), sc.PublicDraw("QĐ", "xã 1"), sc.TieBreak.ANY]),
    )
    reference = {subject: rng.choice([*units, "old"]) for subject in [*subjects, "gone"] if rng.random() < 0.8}
    case = oracle.Case(roster, sc.History.of_records(records), policy, reference if seed % 2 or rng.random() < 0.5 else None)
    return attrs.evolve(case, roster=with_allowances(rng, roster, 0.2))


def check(case: oracle.Case, *, is_forged: bool = True) -> bool:
    """Everything that must hold of one question, forgeries of the answer refused if so asked; says whether it had a plan."""
    best, answer = oracle.best(case), planned(case)
    if best is None:
        assert isinstance(answer, sc.Infeasible)
        check_infeasible(case, answer)
        return False
    assert isinstance(answer, sc.Plan)
    assert answer.score.names == tuple(oracle.level_names(case.policy))
    assert answer.score.values == best[0]
    if case.policy.tie_break is sc.TieBreak.ANY:
        assert oracle.score(case, answer.assignments) == best[0]
        assert answer.assignments in list(oracle.feasible(case))
    else:
        assert answer.assignments == best[1]
    assert sc.verify_plan(case.roster, answer, history=case.history) == ()
    check_allowances(case, answer)
    if is_forged:
        check_mutants(case, answer)
    return True


def check_allowances(case: oracle.Case, plan: sc.Plan) -> None:
    """A plan shows the allowances without which its pairs would be cooling off, and warns of those that open nothing."""
    opening = [one for one in case.roster.allowances if oracle.is_cooling(case, one.subject_id, one.lead_unit_id)]
    assert list(plan.allowed) == [one for one in opening if plan.assignments[one.subject_id] == one.lead_unit_id]
    idle = [one.allowance for one in plan.warnings if isinstance(one, sc.rotation.IdleAllowance)]
    assert idle == [one for one in case.roster.allowances if one not in opening]
    if case.roster.allowances:
        fewer = attrs.evolve(plan, allowed=[one for one in case.roster.allowances if one not in plan.allowed])
        assert "wrong_allowances" in {fault.code for fault in sc.verify_plan(case.roster, fewer, history=case.history)}
        silent = attrs.evolve(plan, warnings=[one for one in plan.warnings if not isinstance(one, sc.rotation.IdleAllowance)])
        assert (silent == plan) == (sc.verify_plan(case.roster, silent, history=case.history) == ())


def check_infeasible(case: oracle.Case, answer: sc.Infeasible) -> None:
    assert sc.verify_infeasible(case.roster, answer, history=case.history, policy=case.policy) == ()
    for kind, total in (("too_few_places", answer.shortage), ("minimum_unreachable", answer.excess)):
        violations = [one for one in answer.violations if one.kind == kind]
        greatest, smallest = oracle.smallest_worst(case, kind)
        assert total == greatest == sum(one.missing for one in violations)
        assert sorted(item for one in violations for item in (one.subjects if kind == "too_few_places" else one.lead_units)) == sorted(smallest)
        for one in violations:
            items = one.example.subjects if kind == "too_few_places" else one.example.lead_units
            assert oracle.is_minimal_example(case, kind, items)


def check_mutants(case: oracle.Case, plan: sc.Plan) -> None:
    """Changed assignments (with the loads set right, too), swaps that keep the loads, changed loads and scores are refused."""
    is_unique = case.policy.tie_break is not sc.TieBreak.ANY
    units = list(plan.loads)
    for subject, unit in plan.assignments.items():
        for other in units:
            if other == unit:
                continue
            moved = attrs.evolve(plan, assignments={**plan.assignments, subject: other})
            assert sc.verify_plan(case.roster, moved, history=case.history)
            loads = {**plan.loads, unit: plan.loads[unit] - 1, other: plan.loads[other] + 1}
            settled = attrs.evolve(moved, loads=loads, score=rescored(case, plan, moved))
            if is_unique or settled.score != plan.score:
                assert sc.verify_plan(case.roster, settled, history=case.history)
    for one, other in combinations(plan.assignments, 2):
        if plan.assignments[one] != plan.assignments[other]:
            swap = {**plan.assignments, one: plan.assignments[other], other: plan.assignments[one]}
            swapped = attrs.evolve(plan, assignments=swap)
            swapped = attrs.evolve(swapped, score=rescored(case, plan, swapped))
            if is_unique or swapped.score != plan.score:
                assert sc.verify_plan(case.roster, swapped, history=case.history)
    for unit in units:
        assert sc.verify_plan(case.roster, attrs.evolve(plan, loads={**plan.loads, unit: plan.loads[unit] + 1}), history=case.history)
    for place, (name, value) in enumerate(plan.score.levels):
        levels = [*plan.score.levels]
        levels[place] = name, value + 1
        assert sc.verify_plan(case.roster, attrs.evolve(plan, score=sc.rotation.Score(levels=levels)), history=case.history)


def rescored(case, plan, changed):
    values = oracle.score(case, changed.assignments)
    return sc.rotation.Score(levels=tuple(zip(plan.score.names, values, strict=True)))


@pytest.mark.parametrize("block", range(8))
def test_a_thousand_tiny_questions_agree_with_brute_force(block):
    """Both objectives, every tie-break, flags, pins, bounds and several records a year; feasible and not."""
    outcomes = [check(random_case(seed)) for seed in range(block * 150, block * 150 + 150)]

    assert 30 < sum(outcomes) < 145


@given(st.data())
def test_generated_questions_agree_with_brute_force(data):
    """The same on what the strategies make, shrinking where it fails."""
    check(drawn(data))


@given(st.data(), st.randoms(use_true_random=True))
def test_the_order_of_the_input_does_not_matter(data, rng):
    """Shuffled subjects, lead units, bars, pins, records and reference give the very same answer."""
    case = drawn(data)
    roster = case.roster
    parts = [list(roster.subjects), list(roster.lead_units), list(roster.bars), list(roster.pins.items()), list(case.history.records())]
    parts.append(list(roster.allowances))
    reference = None if case.reference is None else list(case.reference.items())
    for part in (*parts, reference or []):
        rng.shuffle(part)
    shuffled = oracle.Case(
        sc.Roster(subjects=parts[0], lead_units=parts[1], bars=parts[2], pins=dict(parts[3]), former_units=roster.former_units[::-1], allowances=parts[5]),
        sc.History.of_records(parts[4], counting=case.history.counting, lineage=case.history.lineage),
        case.policy,
        None if reference is None else dict(reference),
    )

    assert planned(shuffled) == planned(case)


@given(st.data())
def test_renaming_in_order_renames_the_plan(data):
    """The canonical plan depends on the ids by their order alone."""
    case = drawn(data)
    case = attrs.evolve(case, policy=attrs.evolve(case.policy, tie_break=data.draw(st.sampled_from([sc.TieBreak.CANONICAL, sc.TieBreak.ANY]))))
    roster = case.roster
    subjects = {one: f"n{place:02}" for place, one in enumerate(sorted({*roster.subject_ids, *(case.reference or ()), "gone", "gone too"}))}
    units = {one: f"l{place:02}" for place, one in enumerate(sorted({*roster.lead_unit_ids, *roster.former_units, "gone"}))}
    renamed = oracle.Case(
        sc.Roster(
            subjects=[sc.Subject(id=subjects[one]) for one in roster.subject_ids],
            lead_units=[attrs.evolve(one, id=units[one.id]) for one in roster.lead_units],
            bars=[attrs.evolve(one, subject_id=subjects[one.subject_id], lead_unit_id=units[one.lead_unit_id]) for one in roster.bars],
            pins={subjects[subject]: units[unit] for subject, unit in roster.pins.items()},
            former_units=[units[one] for one in roster.former_units],
            allowances=[attrs.evolve(one, subject_id=subjects[one.subject_id], lead_unit_id=units[one.lead_unit_id]) for one in roster.allowances],
        ),
        sc.History.of_records(
            [attrs.evolve(one, subject_id=subjects[one.subject_id], lead_unit_id=one.lead_unit_id and units[one.lead_unit_id]) for one in case.history.records()],
            counting=case.history.counting,
            lineage=sc.Lineage(
                reforms=[
                    sc.rotation.Reform(
                        on=reform.on,
                        lead_units={units[one]: [units[unit] for unit in made] for one, made in reform.lead_units.items()},
                        subjects={subjects[one]: [subjects[other] for other in made] for one, made in reform.subjects.items()},
                    )
                    for reform in case.history.lineage.reforms
                ]
            ),
        ),
        case.policy,
        None if case.reference is None else {subjects[subject]: units[unit] for subject, unit in case.reference.items()},
    )
    before, after = planned(case), planned(renamed)
    if isinstance(before, sc.Plan):
        assert {subjects[subject]: units[unit] for subject, unit in before.assignments.items()} == after.assignments
        assert before.score == after.score


@given(st.data())
def test_scaling_all_shares_changes_no_plan(data):
    """Shares matter against each other only."""
    case = drawn(data)
    larger = [attrs.evolve(unit, share=unit.share * 7) for unit in case.roster.lead_units]
    before, after = planned(case), planned(attrs.evolve(case, roster=attrs.evolve(case.roster, lead_units=larger)))
    if isinstance(before, sc.Plan):
        assert before.assignments == after.assignments


@given(st.data())
def test_a_changed_proof_is_refused_or_still_proves_the_plan(data):
    """Whatever the prices are changed to, what is accepted is the same plan."""
    case = drawn(data)
    plan = planned(case)
    if isinstance(plan, sc.Infeasible):
        return
    unit = data.draw(st.sampled_from([*plan.loads, None]))
    change = data.draw(st.lists(st.integers(-3, 3), min_size=len(plan.proof.sink), max_size=len(plan.proof.sink)))
    prices = dict(plan.proof.prices)
    sink = plan.proof.sink
    if unit is None:
        sink = tuple(map(sum, zip(sink, change, strict=True)))
    else:
        prices[unit] = tuple(map(sum, zip(prices[unit], change, strict=True)))
    changed = attrs.evolve(plan, proof=sc.rotation.Proof(prices=prices, sink=sink))
    if not sc.verify_plan(case.roster, changed, history=case.history):
        assert oracle.best(case)[0] == changed.score.values


def forged(rng: random.Random, plan: sc.Plan) -> list[sc.Plan]:
    """The plan itself, somebody elsewhere with the loads set right, two who change places, another price, and another draw."""
    one, other, unit = rng.choice([*plan.assignments]), rng.choice([*plan.assignments]), rng.choice([*plan.loads])
    moved = {**plan.assignments, one: unit}
    loads = {unit: list(moved.values()).count(unit) for unit in plan.loads}
    swapped = {**plan.assignments, one: plan.assignments[other], other: plan.assignments[one]}
    price = [value + rng.choice([-1, 0, 1]) for value in plan.proof.prices[unit]]
    proof = sc.rotation.Proof(prices={**plan.proof.prices, unit: price}, sink=plan.proof.sink)
    drawn_anew = attrs.evolve(plan.policy, tie_break=sc.PublicDraw("another1"))
    changes = [{"assignments": moved, "loads": loads}, {"assignments": swapped}, {"proof": proof}, {"policy": drawn_anew}]
    return [plan, *(attrs.evolve(plan, **change) for change in changes)]


def test_reading_kinds_in_part_finds_what_reading_them_in_full_does():
    """Whether most lead units are passed over or all are read, right plans and forged ones have the same faults."""
    found = set()
    for seed in range(120):
        case = random_case(seed)
        plan = planned(case)
        if isinstance(plan, sc.Infeasible) or not plan.assignments:
            continue
        plan = attrs.evolve(plan, warnings=[one for one in plan.warnings if not isinstance(one, sc.Infeasible)])
        for one in forged(random.Random(seed), plan):
            faults = []
            for pairs_for_each in (0, 10**9):
                with mock.patch.object(readings, "_PAIRS_FOR_EACH", pairs_for_each):
                    faults.append(sc.verify_plan(case.roster, one, history=case.history))
            assert faults[0] == faults[1]
            found.update(fault.code for fault in faults[0])
    assert {"closed_pair", "wrong_score", "not_proved", "not_canonical"} <= found


@pytest.mark.parametrize("repeats", sc.Repeats)
def test_with_many_lead_units_most_of_which_mean_nothing_a_plan_verifies_and_a_forged_one_does_not(repeats):
    """Twelve subjects of forty lead units with a year behind them and a few bars: read in part, and still refused."""
    units = [f"u{number:02}" for number in range(40)]
    subjects = [f"s{number:02}" for number in range(12)]
    bars = [sc.Bar(subject_id=who, lead_unit_id=units[place], reason=sc.BarReason.KIN) for place, who in enumerate(subjects)]
    roster = sc.Roster(subjects=[sc.Subject(id=who) for who in subjects], lead_units=[sc.LeadUnit(id=unit) for unit in units], bars=bars)
    history = sc.History.of({2020: {who: units[-1 - place] for place, who in enumerate(subjects)}})
    policy = sc.RotationPolicy(repeats=repeats)
    plan = sc.plan_year(roster, year=2021, history=history, policy=policy)

    assert readings.is_said_of_few(roster, plan, 1)
    assert sc.verify_plan(roster, plan, history=history) == ()
    rng = random.Random(1)
    for _ in range(20):
        for one in forged(rng, plan):
            faults = sc.verify_plan(roster, one, history=history)
            assert not (one == plan and faults)
            with mock.patch.object(readings, "_PAIRS_FOR_EACH", 10**9):
                assert sc.verify_plan(roster, one, history=history) == faults


@given(st.data())
def test_awkward_ids_are_planned_and_verified(data):
    """Vietnamese in both Unicode forms, markup, emoji and spaces are ids like any other."""
    roster = data.draw(strategies.rosters(awkward=True, restricted=False))
    plan = sc.plan_year(roster, year=2021, policy=data.draw(strategies.policies(objective=sc.Objective.ANNUAL)))

    assert sc.verify_plan(roster, plan) == ()
    assert list(plan.assignments) == sorted(roster.subject_ids)


@pytest.mark.parametrize("block", range(4))
def test_an_explanation_is_what_planning_again_would_cost(block):
    """For each subject and open lead unit: the first level on which the best plan with the pair pinned differs, and by how much."""
    seen = 0
    for seed in range(block * 100, block * 100 + 100):
        case = random_case(seed)
        plan = planned(case)
        if isinstance(plan, sc.Infeasible):
            continue
        for subject, explanation in sc.rotation.explain_assignments(plan, case.roster, history=case.history).items():
            assert sc.rotation.verify_explanation(plan, case.roster, explanation, history=case.history) == ()
            for other in explanation.others:
                assert bool(other.closed) == oracle.is_closed(case, subject, other.lead_unit_id)
                if other.closed:
                    continue
                # What the pin closes no allowance may open; the pair itself may rest on one.
                allowed = [one for one in case.roster.allowances if one.subject_id != subject or one.lead_unit_id == other.lead_unit_id]
                pinned = attrs.evolve(case.roster, pins={**case.roster.pins, subject: other.lead_unit_id}, allowances=allowed)
                best = planned(attrs.evolve(case, roster=pinned))
                assert other.is_impossible == isinstance(best, sc.Infeasible)
                if isinstance(best, sc.Plan):
                    worse = [(name, one - mine) for (name, one), mine in zip(best.score.levels, plan.score.values, strict=True) if one != mine]
                    assert (other.level, other.cost) == (worse[0] if worse else (None, 0))
                    seen += 1
    assert seen > 50
