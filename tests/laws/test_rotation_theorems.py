"""The theorems that the planner rests on, each against brute force or by construction.

* a plan exists exactly when no set of subjects and no set of lead units is short (Hall, two-sided)
* single repairs lower the shortage exactly where they are listed
* one cooling-off year: fixed loads work exactly when last year's load and this year's fit into the number of subjects
* equal loads that divide the subjects: any shorter cooling-off can always go on; nearly so for other numbers
* plain counter-examples to what one might hope
* a cooling-off that can hold for ever is exactly a block that can be repeated
* meetings can be dealt out over years; a cycle can be finished from any history without repeats
* one change moves few
"""

import random
from itertools import combinations, product

import attrs
import pytest
from hypothesis import assume, given, strategies as st

import supervision_core as sc
from laws.test_rotation_laws import random_case
from oracles import rotation as oracle
from supervision_core import strategies
from supervision_core.allocation.dealing import deal_over_years


def complete(subjects, loads=None, units=None, **rest):
    """Everyone open to everyone, with fixed loads or none."""
    units = units or len(loads)
    lead_units = [
        sc.LeadUnit(id=f"u{number}", min_load=loads[number] if loads else 0, max_load=loads[number] if loads else None, **rest)
        for number in range(units)
    ]
    return sc.Roster(subjects=[sc.Subject(id=f"s{number:02}") for number in range(subjects)], lead_units=lead_units)


def history_of(*years, last=2020):
    """Years as lists of lead unit numbers, oldest first."""
    return sc.History.of(
        {last - len(years) + 1 + place: {f"s{who:02}": f"u{unit}" for who, unit in enumerate(one)} for place, one in enumerate(years)}
    )


#: Seeded, so that many random numbers are one draw.
RANDOMS = st.randoms(use_true_random=True)
FORBID_1, FORBID_2 = (sc.RotationPolicy(cooling_off_years=years, repeats=sc.Repeats.FORBID) for years in (1, 2))


@given(strategies.rosters(max_subjects=4))
def test_a_plan_exists_exactly_when_nothing_is_short(roster):
    """Hall's condition on both sides, over all sets (T1)."""
    case = oracle.Case(roster, sc.History(), sc.RotationPolicy(), None)
    short = oracle.smallest_worst(case, "too_few_places")[0] or oracle.smallest_worst(case, "minimum_unreachable")[0]

    assert (next(oracle.feasible(case), None) is None) == bool(short)


def with_one_more(roster, unit):
    return attrs.evolve(roster, lead_units=[attrs.evolve(one, max_load=one.max_load + 1) if one.id == unit else one for one in roster.lead_units])


def with_one_less(roster, unit):
    return attrs.evolve(roster, lead_units=[attrs.evolve(one, min_load=one.min_load - 1) if one.id == unit else one for one in roster.lead_units])


def without_bars(roster, subject, unit):
    pins = {who: where for who, where in roster.pins.items() if who != subject}
    return attrs.evolve(roster, bars=[bar for bar in roster.bars if (bar.subject_id, bar.lead_unit_id) != (subject, unit)], pins=pins)


@pytest.mark.parametrize("block", range(4))
def test_repairs_are_exactly_those_that_help(block):
    """Every place more, every minimum less and every bar lifted is tried: it lowers what is missing exactly where it is listed (Th. 3)."""
    tried = 0
    for seed in range(block * 150, block * 150 + 150):
        case = random_case(seed)
        case = attrs.evolve(case, policy=attrs.evolve(case.policy, repeats=sc.Repeats.MINIMISE, objective=sc.Objective.ANNUAL), roster=attrs.evolve(case.roster, pins={}))
        answer = sc.plan_year(case.roster, year=2021, history=case.history, policy=case.policy)
        if isinstance(answer, sc.Plan):
            continue
        tried += 1
        listed = {kind: set() for kind in sc.rotation.RepairKind}
        for repair in answer.repairs:
            for against in repair.against:
                listed[repair.kind] |= {(against, repair.lead_unit_id, subject) for subject in repair.subjects or (None,)}
        for unit in case.roster.lead_units:
            if unit.max_load is not None:
                helped = lack(case, with_one_more(case.roster, unit.id))[0] < answer.shortage
                assert helped == (("too_few_places", unit.id, None) in listed[sc.rotation.RepairKind.RAISE_MAXIMUM])
            if unit.min_load:
                helped = lack(case, with_one_less(case.roster, unit.id))[1] < answer.excess
                assert helped == (("minimum_unreachable", unit.id, None) in listed[sc.rotation.RepairKind.LOWER_MINIMUM])
        hard = {(bar.subject_id, bar.lead_unit_id) for bar in case.roster.bars if bar.severity is sc.Severity.HARD}
        kin = {(bar.subject_id, bar.lead_unit_id) for bar in case.roster.bars if bar.severity is sc.Severity.HARD and bar.reason is sc.BarReason.KIN}
        for subject, unit in hard:
            shortage, excess = lack(case, without_bars(case.roster, subject, unit))
            for against, helped in (("too_few_places", shortage < answer.shortage), ("minimum_unreachable", excess < answer.excess)):
                is_listed = (against, unit, subject) in listed[sc.rotation.RepairKind.LIFT_BAR]
                assert is_listed == (helped and (subject, unit) not in kin)
    assert tried > 20


def lack(case, roster):
    answer = sc.plan_year(roster, year=2021, history=case.history, policy=case.policy)
    return (0, 0) if isinstance(answer, sc.Plan) else (answer.shortage, answer.excess)


@given(st.lists(st.integers(0, 4), min_size=2, max_size=4), st.data())
def test_one_year_of_cooling_off_with_fixed_loads(loads, data):
    """A plan without repeats exists exactly when, for each lead unit, last year's load and this year's fit into n (Th. 4, T3)."""
    subjects = sum(loads)
    assume(subjects)
    last = data.draw(st.lists(st.integers(0, len(loads) - 1), min_size=subjects, max_size=subjects))
    answer = sc.plan_year(complete(subjects, loads), year=2021, history=history_of(last), policy=FORBID_1)

    assert isinstance(answer, sc.Plan) == all(last.count(unit) + load <= subjects for unit, load in enumerate(loads))


def balanced_history(rng, subjects, units, years):
    """Balanced years without repeats among them, as a rotation gives them, with the subjects shuffled."""
    order = list(range(units))
    rng.shuffle(order)
    offset = rng.randrange(units)
    places = list(range(subjects))
    rng.shuffle(places)
    return [[order[(place + year + offset) % units] for place in places] for year in range(years)]


@given(st.integers(2, 5), st.integers(1, 3), st.randoms(use_true_random=False))
def test_equal_loads_can_always_go_on(units, each, rng):
    """Loads n/m every year and any k < m: there is a next year without repeats, hence for ever (Th. 6, T4)."""
    subjects = units * each
    for years in range(1, units):
        history = balanced_history(rng, subjects, units, years)
        policy = sc.RotationPolicy(cooling_off_years=years, repeats=sc.Repeats.FORBID)
        assert isinstance(sc.plan_year(complete(subjects, [each] * units), year=2021, history=history_of(*history), policy=policy), sc.Plan)


@given(st.integers(2, 5), st.integers(0, 2), st.integers(1, 4), RANDOMS)
def test_nearly_equal_loads(units, each, rest, rng):
    """n = mq + r with k <= r <= m - k: a balanced year without repeats follows any balanced one (Th. 6', T5b)."""
    subjects = units * each + rest
    for years in range(1, units):
        if not years <= rest <= units - years:
            continue
        roster = complete(subjects, units=units)
        lead_units = [attrs.evolve(one, min_load=each, max_load=each + 1) for one in roster.lead_units]
        history = balanced_history(rng, subjects, units, years)
        policy = sc.RotationPolicy(cooling_off_years=years, repeats=sc.Repeats.FORBID)
        answer = sc.plan_year(attrs.evolve(roster, lead_units=lead_units), year=2021, history=history_of(*history), policy=policy)
        assert isinstance(answer, sc.Plan)


def test_balance_and_no_repeats_cannot_always_be_had():
    """Four subjects, three lead units, two years: balanced and without repeats so far, and no such third year (T5)."""
    history = history_of([0, 0, 1, 2], [1, 2, 0, 0])
    balanced = [sc.LeadUnit(id=f"u{number}", min_load=1, max_load=2) for number in range(3)]
    roster = attrs.evolve(complete(4, units=3), lead_units=balanced)

    assert isinstance(sc.plan_year(roster, year=2021, history=history, policy=FORBID_2), sc.Infeasible)
    assert sc.plan_year(complete(4, units=3), year=2021, history=history, policy=FORBID_2).loads == {"u0": 0, "u1": 2, "u2": 2}


def test_a_corner_that_planning_year_by_year_can_run_into():
    """Six subjects, loads 2, 2, 1, 1: two years can hold for ever, but not after this history (T6)."""
    roster = complete(6, [2, 2, 1, 1])
    history = history_of([0, 0, 1, 1, 2, 3], [1, 1, 0, 0, 3, 2])

    assert sc.sustainable_cooling_off(roster).years == 2
    assert isinstance(sc.plan_year(roster, year=2021, history=history, policy=FORBID_2), sc.Infeasible)


@given(st.data())
def test_balanced_loads_are_fair_by_every_measure(data):
    """With equal shares the balanced plan's largest load is least, then the second, and so on, among plans as good before it (Th. 5, T8)."""
    roster = data.draw(strategies.rosters(max_subjects=5))
    roster = attrs.evolve(roster, lead_units=[attrs.evolve(unit, share=1) for unit in roster.lead_units])
    case = oracle.Case(roster, data.draw(strategies.histories(roster)), sc.RotationPolicy(), None)
    plan = sc.plan_year(roster, year=2021, history=case.history)
    if isinstance(plan, sc.Infeasible):
        return
    before = plan.score.names.index("balance")
    rivals = [one for one in oracle.feasible(case) if oracle.score(case, one)[:before] == plan.score.values[:before]]
    shapes = [sorted((list(one.values()).count(unit) for unit in roster.lead_unit_ids), reverse=True) for one in rivals]

    assert sorted(plan.loads.values(), reverse=True) == min(shapes)


def can_go_on_for_ever(roster, cooling_off):
    """By exhaustive search: states are the last years' plans; those without a successor are struck out until none is left or all go on."""
    case = oracle.Case(roster, sc.History(), sc.RotationPolicy(cooling_off_years=0), None)
    plans = [tuple(one.values()) for one in oracle.feasible(case)]
    if cooling_off == 0:
        return bool(plans)
    apart = {(one, other) for one in plans for other in plans if all(a != b for a, b in zip(one, other, strict=True))}
    states = {state for state in product(plans, repeat=cooling_off) if all(pair in apart for pair in combinations(state, 2))}
    while True:
        alive = {
            state
            for state in states
            if any((*state[1:], one) in states and all((old, one) in apart for old in state) for one in plans)
        }
        if alive == states:
            return bool(states)
        states = alive


@given(strategies.rosters(max_subjects=3))
def test_what_can_hold_for_ever(roster):
    """The longest cooling-off is the one that exhaustive search finds (Th. 8, T13)."""
    roster = attrs.evolve(roster, pins={})
    answer = sc.sustainable_cooling_off(roster)
    if answer is None:
        assert not can_go_on_for_ever(roster, 0)
        return
    if not roster.subjects:
        return
    assert can_go_on_for_ever(roster, answer.years)
    if answer.years < 2:
        assert not can_go_on_for_ever(roster, answer.years + 1)
    assert answer.demand > answer.supply
    assert sc.rotation.verify_cooling_off(roster, answer) == ()
    for years in {max(answer.years - 1, 0), answer.years + 1} - {answer.years}:
        assert sc.rotation.verify_cooling_off(roster, attrs.evolve(answer, years=years))


def covers(roster, years):
    """By brute force over what each subject meets in total, whether everyone can meet everyone open within so many years."""
    case = oracle.Case(roster, sc.History(), sc.RotationPolicy(), None)
    # A lead unit that may take nobody is open to nobody.
    taking = {unit.id for unit in roster.lead_units if unit.max_load != 0}
    opened = [sorted(unit for unit in oracle.open_units(case, subject) if unit in taking) for subject in roster.subject_ids]
    options = []
    for units in opened:
        extra = years - len(units)
        if extra < 0:
            return False
        options.append([(*units, *more) for more in product(units, repeat=extra)] if units or not extra else [])
    for chosen in product(*options):
        met = [unit for one in chosen for unit in one]
        if all(
            unit.min_load * years <= met.count(unit.id) and (unit.max_load is None or met.count(unit.id) <= unit.max_load * years)
            for unit in roster.lead_units
        ):
            return True
    return False


@given(strategies.rosters(max_subjects=3, max_lead_units=2))
def test_years_to_full_coverage(roster):
    """The fewest years in which everyone can meet everyone open to them, by trying."""
    roster = attrs.evolve(roster, pins={})
    assume(roster.subjects)
    answer = sc.years_to_full_coverage(roster)
    assert sc.rotation.verify_coverage(roster, answer) == ()
    for years in {None, 0, (answer.years or 0) - 1, (answer.years or 0) + 1} - {answer.years, -1}:
        assert sc.rotation.verify_coverage(roster, attrs.evolve(answer, years=years))
    if answer.years is None:
        assert not any(covers(roster, years) for years in range(1, 5))
    elif answer.years <= 4:
        assert covers(roster, answer.years)
        assert answer.years == 1 or not covers(roster, answer.years - 1)


def dealt_one_by_one(columns_of, years):
    """The columns of each unit in the order of the years, where each unit is a row of its own."""
    columns = 1 + max((column for one in columns_of for column in one), default=0)
    meetings = [[one.count(column) for column in range(columns)] for one in columns_of]
    return [list(columns) for [(_, columns)] in deal_over_years([1] * len(columns_of), meetings, years)]


@given(st.integers(1, 6).flatmap(lambda years: st.lists(st.lists(st.integers(0, 3), min_size=years, max_size=years), min_size=1, max_size=9)))
def test_meetings_can_be_dealt_out_over_years(columns_of):
    """Everyone meets whom they are to meet, and a lead unit's load in a year is within one of its average (Th. 7, T10)."""
    years = len(columns_of[0])
    dealt = dealt_one_by_one(columns_of, years)

    assert [sorted(one) for one in dealt] == [sorted(one) for one in columns_of]
    for column in range(4):
        total = sum(one.count(column) for one in columns_of)
        for year in range(years):
            assert total // years <= sum(one[year] == column for one in dealt) <= -(-total // years)


@given(st.integers(1, 4), st.lists(st.integers(1, 9), min_size=1, max_size=4), RANDOMS)
def test_rows_of_like_units_are_dealt_out_as_single_ones_are(years, sizes, rng):
    """Rows of any size: every unit has another lead unit each year, the row's meetings are kept, and loads are even."""
    chosen = [[rng.sample(range(rng.randint(years, 6)), years) for _ in range(size)] for size in sizes]
    meetings = [[sum(column in one for one in row) for column in range(6)] for row in chosen]
    dealt = deal_over_years(sizes, meetings, years)

    for size, row, groups in zip(sizes, meetings, dealt, strict=True):
        assert sum(alike for alike, _ in groups) == size
        assert all(alike > 0 and len(set(columns)) == len(columns) == years for alike, columns in groups)
        assert [sum(alike for alike, columns in groups if column in columns) for column in range(6)] == row
    for column, total in enumerate(map(sum, zip(*meetings, strict=True))):
        for year in range(years):
            load = sum(alike for groups in dealt for alike, columns in groups if columns[year] == column)
            assert total // years <= load <= -(-total // years)


@given(st.integers(2, 5), st.integers(1, 8), RANDOMS)
def test_a_cycle_can_be_finished_from_any_history_without_repeats(units, subjects, rng):
    """Whoever met k lead units can meet each of the others once in the next m - k years, evenly (Th. 9, T10b)."""
    for years in range(1, units):
        met = [rng.sample(range(units), years) for _ in range(subjects)]
        left = [[unit for unit in range(units) if unit not in one] for one in met]
        dealt = dealt_one_by_one(left, units - years)
        for unit in range(units):
            to_come = subjects - sum(unit in one for one in met)
            for year in range(units - years):
                assert to_come // (units - years) <= sum(one[year] == unit for one in dealt) <= -(-to_come // (units - years))


KINDS_OF_CHANGE = st.sampled_from(["leave", "join", "bar", "cap", "minimum", "gone"])


@given(st.data())
def test_a_change_moves_few(data):
    """After one change no more move than proved, and no fewer could have (Th. 10, T9)."""
    roster = data.draw(strategies.rosters(min_subjects=1, max_subjects=4))
    roster = attrs.evolve(roster, bars=[bar for bar in roster.bars if bar.severity is sc.Severity.HARD])
    history = data.draw(strategies.histories(roster))
    plan = sc.plan_year(roster, year=2021, history=history)
    if isinstance(plan, sc.Infeasible):
        roster = attrs.evolve(roster, bars=[], lead_units=[attrs.evolve(one, min_load=0, max_load=None) for one in roster.lead_units])
        plan = sc.plan_year(roster, year=2021, history=history)
    assert isinstance(plan, sc.Plan)
    subject = data.draw(st.sampled_from(roster.subjects))
    unit = data.draw(st.sampled_from(roster.lead_units))
    kind = data.draw(KINDS_OF_CHANGE)
    changed = after(roster, kind, subject, unit, plan)
    assume(changed is not None)
    changed = attrs.evolve(changed, former_units=sorted({*changed.former_units, *roster.lead_unit_ids} - {*changed.lead_unit_ids}))
    answer = sc.replan(plan, changed, history=history)
    if isinstance(answer, sc.Infeasible):
        return
    assert len(answer.moved) <= answer.bound
    assert sc.verify_plan(changed, answer.plan, history=history) == ()
    case = oracle.Case(changed, history, answer.plan.policy, plan.assignments)
    assert answer.plan.score.values == oracle.best(case)[0]
    common = set(plan.assignments) & set(answer.plan.assignments)
    assert {move.subject_id for move in answer.moved} == {one for one in common if plan.assignments[one] != answer.plan.assignments[one]}


def after(roster, kind, subject, unit, plan):
    if kind == "leave":
        return without(roster, subject)
    if kind == "join":
        return attrs.evolve(roster, subjects=[*roster.subjects, sc.Subject(id="t")])
    if kind == "bar":
        pair = subject.id, plan.assignments[subject.id]
        if pair[0] in roster.pins:
            return None
        return attrs.evolve(roster, bars=[*roster.bars, sc.Bar(subject_id=pair[0], lead_unit_id=pair[1], reason=sc.BarReason.DECLARED_CONFLICT)])
    if kind == "cap":
        most = plan.loads[unit.id] - 1
        return None if most < unit.min_load else replaced(roster, attrs.evolve(unit, max_load=most))
    if kind == "minimum":
        least = plan.loads[unit.id] + 1
        return None if unit.max_load is not None and least > unit.max_load else replaced(roster, attrs.evolve(unit, min_load=least))
    left = [one for one in roster.lead_units if one.id != unit.id]
    if not any(one.share for one in left):
        return None
    return sc.Roster(
        subjects=roster.subjects,
        lead_units=left,
        bars=[bar for bar in roster.bars if bar.lead_unit_id != unit.id],
        pins={who: where for who, where in roster.pins.items() if where != unit.id},
        former_units=[*roster.former_units, unit.id],
    )


def without(roster, subject):
    return attrs.evolve(
        roster,
        subjects=[one for one in roster.subjects if one.id != subject.id],
        bars=[bar for bar in roster.bars if bar.subject_id != subject.id],
        pins={who: where for who, where in roster.pins.items() if who != subject.id},
        allowances=[one for one in roster.allowances if one.subject_id != subject.id],
    )


def replaced(roster, unit):
    return attrs.evolve(roster, lead_units=[unit if one.id == unit.id else one for one in roster.lead_units])


def test_minima_are_met_in_one_go():
    """Filling minima first and freezing them would find no plan here, or a worse one; one flow finds the best."""
    lead_units = [sc.LeadUnit(id="u", min_load=1), sc.LeadUnit(id="v", min_load=1)]
    subjects = [sc.Subject(id="a"), sc.Subject(id="b")]
    bar = sc.Bar(subject_id="b", lead_unit_id="v", reason=sc.BarReason.DECLARED_CONFLICT)
    history = sc.History.of({2020: {"a": "v", "b": "u"}})
    falsely_infeasible = sc.Roster(subjects=subjects, lead_units=lead_units, bars=[bar])
    sub_optimal = sc.Roster(subjects=subjects, lead_units=lead_units)

    assert sc.plan_year(falsely_infeasible, year=2021).assignments == {"a": "v", "b": "u"}
    assert sc.plan_year(sub_optimal, year=2021, history=history).assignments == {"a": "u", "b": "v"}
    assert sc.plan_year(sub_optimal, year=2021, history=history).score.repeats == (0,)


def test_tracks_with_different_averages_all_get_their_due():
    """Two areas that share one lead unit, each with its own demand: both are met where they can be."""
    subjects = [sc.Subject(id=f"a{number}", area="north") for number in range(6)] + [sc.Subject(id=f"b{number}", area="south") for number in range(2)]
    lead_units = [sc.LeadUnit(id="n", area="north", min_load=3, max_load=3), sc.LeadUnit(id="s", area="south", min_load=1), sc.LeadUnit(id="both", max_load=4)]
    bare = sc.Roster(subjects=subjects, lead_units=lead_units)
    plan = sc.plan_year(attrs.evolve(bare, bars=sc.bars_for(bare, sc.rotation.Links())), year=2021)

    assert dict(plan.loads) == {"both": 3, "n": 3, "s": 2}
    assert {plan.assignments[f"a{number}"] for number in range(6)} == {"n", "both"}


def test_the_district_of_the_source():
    """Loads 42/12/14/24/12: one year of cooling-off can hold for ever, two cannot (126 > 104), and nine years meet everyone."""
    roster = complete(104, [42, 12, 14, 24, 12])
    answer = sc.sustainable_cooling_off(roster)
    coverage = sc.years_to_full_coverage(roster)

    assert (answer.years, answer.limiting, answer.demand, answer.supply) == (1, ("u0",), 126, 104)
    assert (coverage.years, coverage.limiting) == (9, ("u1", "u4"))
    horizon = sc.plan_horizon(roster, years=range(2021, 2030))
    assert [dict(plan.loads) for plan in horizon.plans] == [{"u0": 42, "u1": 12, "u2": 14, "u3": 24, "u4": 12}] * 9
    assert [plan.score.repeats for plan in horizon.plans] == [(0,)] * 9
    assert {len(units) for units in horizon.met.values()} == {5}
    assert horizon.claim is sc.rotation.Claim.WHOLE
    assert sc.verify_horizon(roster, horizon) == ()


def test_random_is_seeded():
    """The questions of this file are the same in every run."""
    assert random_case(7) == random_case(7)
    assert random.Random(1).random() == random.Random(1).random()
