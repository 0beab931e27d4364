"""Several years: plans year by year, blocks where that runs into a dead end, and what can be known before any plan."""

from itertools import product

import attrs
import pytest

import supervision_core as sc
from supervision_core.rotation.horizon import least_balance
from supervision_core.rotation.horizons import plan_by_blocks


def faults_of(make):
    with pytest.raises(sc.InvalidInput) as raised:
        make()
    return [fault.code for fault in raised.value.faults]


def roster(subjects, units, **rest):
    return sc.Roster(
        subjects=[sc.Subject(id=f"s{number}") for number in range(subjects)],
        lead_units=[sc.LeadUnit(id=unit) if isinstance(unit, str) else unit for unit in units],
        **rest,
    )


def fixed(**loads):
    return [sc.LeadUnit(id=unit, min_load=load, max_load=load) for unit, load in loads.items()]


#: Two years apart, loads 2, 2, 1, 1 on 6 subjects: planned year by year the third year may have no plan.
SIX = roster(6, fixed(u=2, v=2, w=1, x=1))
TWO_YEARS = sc.RotationPolicy(cooling_off_years=2, repeats=sc.Repeats.FORBID)


def meets_nobody_again(plans, years=2):
    """No subject has a lead unit that it had in the years before."""
    held = {plan.year: plan.assignments for plan in plans}
    return not any(
        held[year][subject] == held[year - age].get(subject)
        for year in held
        for age in range(1, years + 1)
        if year - age in held
        for subject in held[year]
    )


class TestPlanHorizon:
    def test_each_year_and_who_met_whom(self):
        """Two subjects change between two lead units; nothing better is possible over the whole span."""
        told = []
        horizon = sc.plan_horizon(roster(2, ["u", "v"]), years=[2021, 2022], progress=lambda *step: told.append(step))

        assert [dict(plan.assignments) for plan in horizon.plans] == [{"s0": "u", "s1": "v"}, {"s0": "v", "s1": "u"}]
        assert dict(horizon.met) == {"s0": ("u", "v"), "s1": ("u", "v")}
        assert horizon.years == (2021, 2022)
        assert (horizon.claim, horizon.claim.label.en) == (sc.rotation.Claim.WHOLE, "optimal over the whole span on repeats and balance")
        assert repr(horizon) == "<Horizon of 2 years: whole>"
        assert told == [("years", 1, 2), ("years", 2, 2)]

    def test_meetings_in_any_order_are_equal(self):
        """A horizon read back sorts them."""
        horizon = sc.plan_horizon(roster(2, ["u", "v"]), years=[2021, 2022])

        assert attrs.evolve(horizon, met={"s1": ["v", "u"], "s0": ["v", "u"]}).met == horizon.met

    def test_a_roster_for_each_year(self):
        """Subjects and lead units may come and go between the years."""
        rosters = {2021: roster(2, ["u", "v"]), 2023: roster(3, ["u", "v"], former_units=["w"])}
        history = sc.History.of({2020: {"s0": "u"}})
        horizon = sc.plan_horizon(rosters, years=(2021, 2023), history=history)

        assert [len(plan.assignments) for plan in horizon.plans] == [2, 3]
        assert sc.verify_horizon(rosters, horizon, history=history) == ()

    def test_a_repeat_leaves_the_claim_by_years(self):
        """With one lead unit every year repeats: each year is optimal, and no theorem says more."""
        horizon = sc.plan_horizon(roster(1, ["u"]), years=[2021, 2022])

        assert horizon.claim is sc.rotation.Claim.PER_YEAR
        assert sc.verify_horizon(roster(1, ["u"]), horizon) == ()

    def test_shares_and_bounds_are_part_of_the_best_balance(self):
        """The bound on the balance is reached with uneven shares, minima, maxima and a share of nothing."""
        units = [
            sc.LeadUnit(id="t", share=0, min_load=1),
            sc.LeadUnit(id="u", share=5, max_load=2),
            sc.LeadUnit(id="v", share=3),
            sc.LeadUnit(id="w", share=3),
            sc.LeadUnit(id="x", share=0),
        ]
        given = roster(8, units)
        horizon = sc.plan_horizon(given, years=[2021])

        assert dict(horizon.plans[0].loads) == {"t": 1, "u": 2, "v": 3, "w": 2, "x": 0}
        assert horizon.claim is sc.rotation.Claim.WHOLE
        assert sc.verify_horizon(given, horizon) == ()

    def test_nobody_to_supervise(self):
        """An empty roster has empty plans, the best there are."""
        horizon = sc.plan_horizon(roster(0, ["u"]), years=[2021])

        assert (dict(horizon.met), horizon.claim) == ({}, sc.rotation.Claim.WHOLE)

    def test_a_year_without_a_plan(self):
        """The plans before it are kept, and the certificate says why."""
        one = sc.RotationPolicy(repeats=sc.Repeats.FORBID)
        answer = sc.plan_horizon(roster(1, ["u"]), years=[2021, 2022], policy=one)

        assert isinstance(answer, sc.HorizonInfeasible)
        assert [plan.year for plan in answer.plans] == [2021]
        assert answer.infeasible.year == 2022
        assert repr(answer) == "<HorizonInfeasible: 1 years planned, then <Infeasible 2022: 1 subjects without a place, minima 0 too high>>"

    @pytest.mark.parametrize(
        ("make", "codes"),
        [
            (lambda: sc.plan_horizon(roster(1, ["u"]), years=[]), ["empty"]),
            (lambda: sc.plan_horizon(roster(1, ["u"]), years=[2022, 2021, 2021]), ["not_rising"]),
            (lambda: sc.plan_horizon(roster(1, ["u"]), years="2021"), ["not_a_collection"]),
            (lambda: sc.plan_horizon(5, years=["2021"], history=6), ["wrong_kind"] * 3),
            (lambda: sc.plan_horizon({2021: roster(1, ["u"]), 2022: 1}, years=[2021, 2022, 2023]), ["missing", "missing"]),
            (lambda: sc.Horizon(plans=[1], met=5, claim="whole", ground="so"), ["wrong_kind"] * 4),
            (lambda: sc.HorizonInfeasible(plans=[1], infeasible=2), ["wrong_kind"] * 2),
        ],
    )
    def test_bad_input(self, make, codes):
        """All faults at once."""
        assert faults_of(make) == codes


class TestBestBalance:
    def test_it_is_that_of_the_best_loads_of_all(self):
        """For every small roster: the least sum of squared distances from the shares, or from them rounded either way, among all
        loads within the bounds.
        """
        seen = 0
        for shares in ((1, 1), (1, 2), (0, 1), (2, 1, 1), (1, 0, 3)):
            for tops in product((0, 1, 3, None), repeat=len(shares)):
                for low, subjects in product((0, 1), (1, 2, 4)):
                    bounds = [(min(low, subjects if top is None else top), subjects if top is None else top) for top in tops]
                    fitting = [loads for loads in product(*(range(least, most + 1) for least, most in bounds)) if sum(loads) == subjects]
                    if not fitting:
                        continue
                    units = [
                        sc.LeadUnit(id=f"u{place}", share=share, min_load=least, max_load=top)
                        for place, (share, (least, _), top) in enumerate(zip(shares, bounds, tops, strict=True))
                    ]
                    parts = sum(shares)
                    plain = min(sum((parts * load - subjects * share) ** 2 for load, share in zip(loads, shares, strict=True)) for loads in fitting)
                    rounded = min(
                        sum(
                            min((parts * (load - whole)) ** 2 for whole in {subjects * share // parts, -(-subjects * share // parts)})
                            for load, share in zip(loads, shares, strict=True)
                        )
                        for loads in fitting
                    )
                    assert least_balance(roster(subjects, units), within_rounding=False) == plain
                    assert least_balance(roster(subjects, units), within_rounding=True) == rounded
                    seen += 1
        assert seen > 300


class TestBlocks:
    def test_year_by_year_the_third_year_may_be_impossible(self):
        """A first year from elsewhere leads into a dead end although the cooling-off can hold for ever."""
        assert sc.sustainable_cooling_off(SIX).years == 2
        first = {"s0": "u", "s1": "u", "s2": "v", "s3": "v", "s4": "w", "s5": "x"}
        second = {"s0": "v", "s1": "v", "s2": "u", "s3": "u", "s4": "x", "s5": "w"}
        history = sc.History.of({2019: first, 2020: second})
        answer = sc.plan_year(SIX, year=2021, history=history, policy=TWO_YEARS)

        assert isinstance(answer, sc.Infeasible)

    def test_a_plan_that_leaves_next_year_impossible_warns(self):
        """After the first two years u and v have met the same four subjects; the warning is the certificate of the third."""
        first = {"s0": "u", "s1": "u", "s2": "v", "s3": "v", "s4": "w", "s5": "x"}
        pins = {"s0": "v", "s1": "v", "s2": "u", "s3": "u"}
        history = sc.History.of({2019: first})
        given = attrs.evolve(SIX, pins=pins)
        plan = sc.plan_year(given, year=2020, history=history, policy=TWO_YEARS)

        assert [warning.year for warning in plan.warnings] == [2021]
        assert sc.verify_plan(given, plan, history=history) == ()
        certain = plan.warnings[0]
        assert sc.verify_infeasible(given, certain, history=history.with_plan(plan), policy=TWO_YEARS) == ()
        wrong = attrs.evolve(plan, warnings=(attrs.evolve(certain, year=2022), attrs.evolve(certain, shortage=certain.shortage + 1)))
        assert [fault.code for fault in sc.verify_plan(given, wrong, history=history)] == ["wrong_year", "wrong_shortage"]

    def test_the_last_year_has_no_next(self):
        """There is no year 10000 to warn of."""
        plan = sc.plan_year(roster(1, ["u"]), year=9999, policy=sc.RotationPolicy(repeats=sc.Repeats.FORBID))

        assert plan.warnings == ()

    def test_a_block_is_used_at_a_dead_end(self):
        """Nine years with these loads and no repeats, verified, although planning year by year cannot go on."""
        dead_end = None
        history = sc.History()
        for year in range(2021, 2030):
            plan = sc.plan_year(SIX, year=year, history=history, policy=TWO_YEARS)
            if isinstance(plan, sc.Infeasible):
                dead_end = year
                break
            history = history.with_plan(plan)
        horizon = sc.plan_horizon(SIX, years=range(2021, 2030), policy=TWO_YEARS)

        assert dead_end is not None
        assert isinstance(horizon, sc.Horizon)
        assert meets_nobody_again(horizon.plans)
        assert all(plan.policy.objective is sc.Objective.MID_YEAR for plan in horizon.plans)
        assert sc.verify_horizon(SIX, horizon) == ()

    def test_the_block_starts_where_the_history_allows(self):
        """A year recorded before the span takes its place in the order of the block's years, in every order of the span."""
        horizon = sc.plan_horizon(SIX, years=range(2021, 2030), policy=TWO_YEARS)
        first, second, *_ = horizon.plans
        history = sc.History().with_plan(first).with_plan(second)
        again = sc.plan_horizon(SIX, years=range(2023, 2032), history=history, policy=TWO_YEARS)

        assert isinstance(again, sc.Horizon)
        assert meets_nobody_again([first, second, *again.plans])

    def test_no_order_of_the_block_fits(self):
        """The dead end of the history itself cannot be avoided by any block."""
        first = {"s0": "u", "s1": "u", "s2": "v", "s3": "v", "s4": "w", "s5": "x"}
        second = {"s0": "v", "s1": "v", "s2": "u", "s3": "u", "s4": "x", "s5": "w"}
        answer = sc.plan_horizon(SIX, years=[2021], history=sc.History.of({2019: first, 2020: second}), policy=TWO_YEARS)

        assert isinstance(answer, sc.HorizonInfeasible)
        assert answer.plans == ()

    def test_the_first_year_alone_takes_any_year_of_the_block(self):
        """A span shorter than the block, after a recorded year that leaves only some of the block's years."""
        horizon = sc.plan_horizon(SIX, years=range(2021, 2030), policy=TWO_YEARS)
        history = sc.History().with_plan(horizon.plans[0])
        short = sc.plan_horizon(SIX, years=[2022, 2023], history=history, policy=TWO_YEARS)

        assert isinstance(short, sc.Horizon)
        assert meets_nobody_again([horizon.plans[0], *short.plans])

    def test_a_block_without_flagged_pairs_comes_first(self):
        """Where the flagged pairs can be left out of a block, no year holds one."""
        flag = sc.Bar(subject_id="s0", lead_unit_id="w", reason=sc.BarReason.OWN_HEAD, severity=sc.Severity.FLAG)
        given = attrs.evolve(SIX, bars=[flag])
        horizon = sc.plan_horizon(given, years=range(2021, 2030), policy=TWO_YEARS)

        assert isinstance(horizon, sc.Horizon)
        assert all(dict(plan.score.levels)["flagged"] == 0 for plan in horizon.plans)
        assert meets_nobody_again(horizon.plans)
        assert sc.verify_horizon(given, horizon) == ()

    def test_avoiding_flagged_pairs_may_lead_to_a_dead_end_all_the_same(self):
        """A block would need flagged pairs; each year avoids what it can of them, leaves the block, and the third fails."""
        flagged = [("s0", "u1"), ("s1", "u0"), ("s2", "u0"), ("s2", "u1")]
        given = roster(
            3,
            [sc.LeadUnit(id="u0", max_load=2), sc.LeadUnit(id="u1", max_load=2), sc.LeadUnit(id="u2", min_load=1, max_load=3)],
            bars=[
                sc.Bar(subject_id=subject, lead_unit_id=unit, reason=sc.BarReason.KIN, severity=sc.Severity.FLAG) for subject, unit in flagged
            ],
        )
        answer = sc.plan_horizon(given, years=range(2021, 2027), policy=TWO_YEARS)

        assert isinstance(answer, sc.HorizonInfeasible)
        assert [plan.year for plan in answer.plans] == [2021, 2022]

    def test_two_years_that_only_one_of_the_block_fits(self):
        """A history that leaves one and the same year of the block for both: no order fits."""
        given = roster(3, [sc.LeadUnit(id="u0", max_load=1), *[sc.LeadUnit(id=unit, min_load=1, max_load=2) for unit in ("u1", "u2")]])
        history = sc.History.of({2020: {"s0": "u0", "s2": "u0"}})
        answer = sc.plan_horizon(given, years=range(2021, 2027), history=history, policy=TWO_YEARS)

        assert isinstance(answer, sc.HorizonInfeasible)

    def test_a_block_whose_loads_cannot_be_the_best_ones(self):
        """Only s0 may go to w, so that one each is out of reach over two years; the block stays within one of it."""
        bars = [sc.Bar(subject_id=one, lead_unit_id="w", reason=sc.BarReason.JURISDICTION) for one in ("s1", "s2")]
        years = range(2021, 2025)
        plans = plan_by_blocks(dict.fromkeys(years, roster(3, ["u", "v", "w"], bars=bars)), sc.History(), sc.RotationPolicy(repeats=sc.Repeats.FORBID))

        assert [plan.year for plan in plans] == list(years)
        assert meets_nobody_again(plans, years=1)
        assert all(load <= 2 for plan in plans for load in plan.loads.values())

    def test_pins_are_not_rotated(self):
        """A pinned subject repeats in the second year; no block is looked for."""
        given = roster(1, ["u", "v"], pins={"s0": "u"})
        answer = sc.plan_horizon(given, years=[2021, 2022], policy=sc.RotationPolicy(repeats=sc.Repeats.FORBID))

        assert isinstance(answer, sc.HorizonInfeasible)

    def test_a_lead_unit_with_a_minimum_nobody_can_meet(self):
        """Without any block the certificate of the first year comes back."""
        given = roster(1, [sc.LeadUnit(id="u", min_load=2), "v"])
        answer = sc.plan_horizon(given, years=[2021], policy=sc.RotationPolicy(repeats=sc.Repeats.FORBID))

        assert isinstance(answer, sc.HorizonInfeasible)
        assert answer.infeasible.excess == 1

    def test_progress_through_a_block(self):
        """The years of a block are told as done when it is there."""
        told = []
        sc.plan_horizon(SIX, years=range(2021, 2030), policy=TWO_YEARS, progress=lambda *step: told.append(step))

        assert told[-1] == ("years", 9, 9)


class TestVerifyHorizon:
    ROSTER = roster(2, ["u", "v"])

    def horizon(self):
        return sc.plan_horizon(self.ROSTER, years=[2021, 2022])

    def codes(self, horizon, given=None, **rest):
        return [fault.code for fault in sc.verify_horizon(given or self.ROSTER, horizon, **rest)]

    def test_meetings_and_claims_are_checked(self):
        """A changed table of meetings, a larger or smaller claim, and another ground are faults."""
        right = self.horizon()

        assert self.codes(attrs.evolve(right, met={"s0": ("u",)})) == ["wrong_meetings"]
        assert self.codes(attrs.evolve(right, claim=sc.rotation.Claim.PER_YEAR)) == ["wrong_claim"]
        assert self.codes(attrs.evolve(right, ground=sc.Label("vì", "because"))) == ["wrong_claim"]

    def test_each_year_is_checked_against_the_years_before(self):
        """The same plan twice is not what the second year asks for."""
        right = self.horizon()
        twice = attrs.evolve(right, plans=[right.plans[0], attrs.evolve(right.plans[0], year=2022)])
        faults = sc.verify_horizon(self.ROSTER, twice)

        assert faults[0].place.startswith("2022: Plan.score")

    def test_a_year_that_is_recorded_already(self):
        """The history may not hold a planned year."""
        right = self.horizon()
        history = sc.History().with_plan(right.plans[0])

        assert self.codes(right, history=history) == ["year_not_past"]

    def test_a_year_without_a_roster(self):
        """Every year of a span needs one."""
        assert self.codes(self.horizon(), {2021: self.ROSTER}) == ["missing"]

    def test_kinds(self):
        """Only values of a wrong class raise."""
        assert faults_of(lambda: sc.verify_horizon(1, 2, history=3)) == ["wrong_kind"] * 3


class TestBeforeAnyPlan:
    DISTRICT = sc.Roster(
        subjects=[sc.Subject(id=f"s{number:03}") for number in range(104)],
        lead_units=fixed(front=42, labour=12, veterans=14, women=24, youth=12),
    )

    def test_the_district_s_cooling_off(self):
        """One year can hold for ever. Two cannot: three times 42 is 126, and there are 104."""
        found = sc.sustainable_cooling_off(self.DISTRICT)

        assert (found.years, found.limiting, found.demand, found.supply) == (1, ("front",), 126, 104)
        assert found.sentence("vi") == "Có thể duy trì lâu dài thời gian giãn cách 1 năm; 2 năm thì không, vì front: cần 126, chỉ có 104."

    def test_the_district_s_full_coverage(self):
        """104 subjects at 12 a year take nine years, and eight are not enough: 96 < 104."""
        found = sc.years_to_full_coverage(self.DISTRICT)

        assert (found.years, found.limiting) == (9, ("labour", "youth"))
        assert found.sentence("vi") == "Cần ít nhất 9 năm để mọi đối tượng đều được mọi đầu mối giám sát (labour, youth)."
        assert found.sentence("en") == "It takes at least 9 years for every subject to meet every lead unit (labour, youth)."

    def test_nine_years_of_the_district(self):
        """Nine years with these loads and no year twice running, verified."""
        policy = sc.RotationPolicy(cooling_off_years=1, repeats=sc.Repeats.FORBID)
        horizon = sc.plan_horizon(self.DISTRICT, years=range(2021, 2030), policy=policy)

        assert isinstance(horizon, sc.Horizon)
        assert all(dict(plan.loads) == {"front": 42, "labour": 12, "veterans": 14, "women": 24, "youth": 12} for plan in horizon.plans)
        assert meets_nobody_again(horizon.plans, years=1)
        assert sc.verify_horizon(self.DISTRICT, horizon) == ()

    def test_too_few_lead_units(self):
        """Somebody with one open lead unit repeats every year."""
        bar = sc.Bar(subject_id="s0", lead_unit_id="v", reason=sc.BarReason.JURISDICTION)
        found = sc.sustainable_cooling_off(roster(3, ["u", "v"], bars=[bar]))

        assert (found.years, found.limiting) == (0, ())
        assert found.sentence("en") == (
            "A cooling-off of 0 years can hold for ever; 1 cannot, because some subject has too few lead units."
        )
        assert found.sentence("vi").endswith("1 năm thì không, vì có đối tượng không đủ đầu mối.")

    def test_minima_that_only_some_can_meet(self):
        """u must have one a year, and one subject alone may go there: it would meet u every year."""
        bars = [sc.Bar(subject_id=one, lead_unit_id="u", reason=sc.BarReason.JURISDICTION) for one in ("s1", "s2")]
        found = sc.sustainable_cooling_off(roster(3, [sc.LeadUnit(id="u", min_load=1), "v", "w"], bars=bars))

        assert (found.years, found.limiting, found.demand, found.supply) == (0, ("u",), 2, 1)

    def test_no_plan_at_all(self):
        """There is nothing to sustain."""
        assert sc.sustainable_cooling_off(roster(1, [sc.LeadUnit(id="u", max_load=0)])) is None
        assert sc.sustainable_cooling_off(roster(0, [sc.LeadUnit(id="u", min_load=1)])) is None
        assert sc.sustainable_cooling_off(roster(0, ["u"])).years == 0

    def test_coverage_that_can_never_be(self):
        """Nobody is owed a lead unit that takes nobody; a minimum that nobody is left for blocks."""
        closed = sc.years_to_full_coverage(roster(1, ["u", sc.LeadUnit(id="v", max_load=0)]))

        assert (closed.years, closed.limiting) == (1, ("u",))
        assert sc.years_to_full_coverage(roster(0, [sc.LeadUnit(id="u", min_load=1)])).years is None

    def test_coverage_that_a_minimum_makes_impossible(self):
        """One subject cannot be two at v, which is named; nor can u be met where nobody is to spare."""
        found = sc.years_to_full_coverage(roster(1, ["u", sc.LeadUnit(id="v", min_load=2)]))

        assert (found.years, found.limiting) == (None, ("v",))

    def test_the_fullest_lead_unit_is_named_before_the_most_open_subject(self):
        """Three subjects meet w one by one, which takes as long as one subject needs for three lead units."""
        found = sc.years_to_full_coverage(roster(3, ["u", "v", sc.LeadUnit(id="w", max_load=1)]))

        assert (found.years, found.limiting) == (3, ("w",))

    def test_coverage_of_nobody_takes_no_time(self):
        """Without subjects everyone has met everyone in no year at all."""
        assert sc.years_to_full_coverage(roster(0, ["u", sc.LeadUnit(id="v", max_load=2)])) == sc.rotation.Coverage(years=0, limiting=())

    def test_coverage_held_up_by_who_is_open(self):
        """Three lead units open to one subject take three years."""
        found = sc.years_to_full_coverage(roster(1, ["u", "v", "w"]))

        assert (found.years, found.limiting) == (3, ("u", "v", "w"))

    def test_coverage_held_up_by_minima(self):
        """v must have one of two every year, so that full coverage can leave no year over in which it is not met again."""
        bars = [sc.Bar(subject_id="s0", lead_unit_id="v", reason=sc.BarReason.JURISDICTION)]
        given = roster(2, [sc.LeadUnit(id="u", max_load=1), sc.LeadUnit(id="v", min_load=1)], bars=bars)

        assert sc.years_to_full_coverage(given).years is None

    def test_kinds(self):
        """Both ask for a roster."""
        assert faults_of(lambda: sc.sustainable_cooling_off(1)) == ["wrong_kind"]
        assert faults_of(lambda: sc.years_to_full_coverage(1)) == ["wrong_kind"]
