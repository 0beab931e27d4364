"""Planning: small cases by hand, the source's district, and bad input."""

from fractions import Fraction

import attrs
import pytest

import supervision_core as sc

DISTRICT = {"front": 212, "labour": 61, "veterans": 73, "women": 119, "youth": 62}
FIXED = {"front": 42, "labour": 12, "veterans": 14, "women": 24, "youth": 12}


def roster(subjects, units, **rest):
    return sc.Roster(
        subjects=[sc.Subject(id=f"s{number:03}") for number in range(subjects)],
        lead_units=[sc.LeadUnit(id=unit) if isinstance(unit, str) else unit for unit in units],
        **rest,
    )


def district(fixed=False):
    return roster(
        104,
        [
            sc.LeadUnit(id=unit, share=share, min_load=FIXED[unit] if fixed else 0, max_load=FIXED[unit] if fixed else None)
            for unit, share in DISTRICT.items()
        ],
    )


class TestTheDistrict:
    def test_three_years_without_a_repeat(self):
        """104 subjects, five lead units in the shares of the source: nobody has the same one two years running.

        What a year cannot divide goes round: after three years every lead unit is within one of three years' shares.
        """
        history = sc.History()
        for year in (2018, 2019, 2020):
            plan = sc.plan_year(district(), year=year, history=history)

            assert len(plan.assignments) == 104
            assert plan.score.repeats == (0,)
            assert all(abs(plan.loads[unit] - Fraction(104 * share, 527)) < 1 for unit, share in DISTRICT.items())
            assert sc.verify_plan(district(), plan, history=history) == ()
            history = history.with_plan(plan)
        for unit, share in DISTRICT.items():
            had = sum(unit in held for subject in district().subject_ids for _, held in history.lead_units_of(subject))
            assert abs(had - 3 * Fraction(104 * share, 527)) < 1

    def test_the_third_year_without_repeats_within_two_is_impossible(self):
        """Front 42 of 104: three years need 126 different subjects. The certificate says how many are missing."""
        policy = sc.RotationPolicy(cooling_off_years=2, repeats=sc.Repeats.FORBID)
        history = sc.History()
        for year in (2018, 2019):
            history = history.with_plan(sc.plan_year(district(fixed=True), year=year, history=history, policy=policy))
        answer = sc.plan_year(district(fixed=True), year=2020, history=history, policy=policy)

        assert isinstance(answer, sc.Infeasible)
        assert (answer.shortage, answer.excess) == (22, 22)
        assert [(one.kind, one.demand, one.supply, len(one.lead_units)) for one in answer.violations] == [("too_few_places", 84, 62, 4), ("minimum_unreachable", 42, 20, 1)]
        assert answer.sentence("en") == (
            "84 subjects may only go to 4 lead units (labour, veterans, women, youth), which take at most 62: "
            "22 places are missing (because: still in the cooling-off period). "
            "Lead unit front must take at least 42 subjects, but only 20 may go to it: "
            "22 subjects are still missing for its minimum (because: still in the cooling-off period)."
        )
        assert "thiếu 22 chỗ" in answer.sentence("vi")
        assert sc.verify_infeasible(district(fixed=True), answer, history=history, policy=policy) == ()


class TestSmallCases:
    def test_no_subjects_give_the_empty_plan(self):
        """Every lead unit has load 0."""
        plan = sc.plan_year(roster(0, ["u", "v"]), year=2021)

        assert plan.assignments == {}
        assert plan.loads == {"u": 0, "v": 0}
        assert sc.verify_plan(roster(0, ["u", "v"]), plan) == ()

    def test_a_share_of_zero_aims_at_no_subjects(self):
        """The other lead unit takes all."""
        assert sc.plan_year(roster(3, [sc.LeadUnit(id="u", share=0), "v"]), year=2021).loads == {"u": 0, "v": 3}

    def test_a_maximum_of_zero_is_allowed(self):
        """It takes nobody, whatever its share."""
        assert sc.plan_year(roster(3, [sc.LeadUnit(id="u", share=9, max_load=0), "v"]), year=2021).loads == {"u": 0, "v": 3}

    def test_the_only_lead_unit_supervises_its_own_head_visibly(self):
        """The residential group of the source: the pair is planned, counted and shown."""
        bar = sc.Bar(subject_id="s000", lead_unit_id="fwc", reason=sc.BarReason.OWN_HEAD, severity=sc.Severity.FLAG)
        plan = sc.plan_year(roster(3, ["fwc"], bars=[bar]), year=2021)

        assert plan.score.value("flagged") == 1

    def test_two_flags_on_one_pair_count_once(self):
        """A pair may have several bars."""
        bars = [
            sc.Bar(subject_id="s000", lead_unit_id="u", reason=reason, severity=sc.Severity.FLAG)
            for reason in (sc.BarReason.OWN_HEAD, sc.BarReason.KIN)
        ]

        assert sc.plan_year(roster(1, ["u"], bars=bars), year=2021).score.value("flagged") == 1

    def test_recent_repeats_weigh_more_than_older_ones(self):
        """With every lead unit a repeat, the one of longest ago is taken."""
        history = sc.History.of({2020: {"s000": "u"}, 2019: {"s000": "v"}})
        plan = sc.plan_year(roster(1, ["u", "v"]), year=2021, history=history, policy=sc.RotationPolicy(cooling_off_years=2))

        assert plan.assignments == {"s000": "v"}
        assert plan.score.repeats == (0, 1)

    def test_a_gap_year_counts_as_a_year(self):
        """Ages are calendar years."""
        history = sc.History.of({2019: {"s000": "u"}})
        two_years = sc.RotationPolicy(cooling_off_years=2)

        assert sc.plan_year(roster(1, ["u"]), year=2021, history=history).score.repeats == (0,)
        assert sc.plan_year(roster(1, ["u"]), year=2021, history=history, policy=two_years).score.repeats == (0, 1)
        assert sc.plan_year(roster(1, ["u"]), year=2022, history=history, policy=two_years).score.repeats == (0, 0)

    def test_mid_year_changes_as_few_as_can_be(self):
        """A maximum lowered by one moves one subject."""
        before = {f"s{number:03}": "u" for number in range(4)}
        units = [sc.LeadUnit(id="u", max_load=3), "v"]
        plan = sc.plan_year(roster(4, units), year=2021, policy=sc.RotationPolicy(objective=sc.Objective.MID_YEAR), reference=before)

        assert plan.score.value("changes") == 1
        assert plan.loads == {"u": 3, "v": 1}
        assert plan.reference == before

    def test_a_reference_may_be_a_plan(self):
        """Its assignments are taken."""
        first = sc.plan_year(roster(4, ["u", "v"]), year=2021)

        assert sc.plan_year(roster(4, ["u", "v"]), year=2021, reference=first).reference == first.assignments
        assert sc.plan_year(roster(4, ["u", "v"]), year=2021, reference=first.assignments).score.value("changes") == 0

    def test_a_lead_unit_of_the_reference_that_is_gone_counts_as_changed(self):
        """Wherever its subject goes."""
        plan = sc.plan_year(roster(2, ["u", "v"]), year=2021, reference={"s000": "gone", "x": "u"})

        assert plan.score.value("changes") == 1

    def test_long_work_tells_how_far_it_is(self):
        """Stage, done and total."""
        told = []
        sc.plan_year(roster(4, ["u", "v"]), year=2021, progress=lambda *what: told.append(what))

        assert told[:2] == [("group", 0, 1), ("group", 1, 1)]
        assert told[-2:] == [("levels", 7, 7), ("choose", 1, 1)]

    def test_each_level_is_told(self):
        """Where the best for each alone does not fit together, one level after another."""
        told = []
        question = roster(3, ["u", sc.LeadUnit(id="v", max_load=1)])
        history = sc.History.of({2020: dict.fromkeys(question.subject_ids, "u")})
        sc.plan_year(question, year=2021, history=history, progress=lambda *what: told.append(what))

        assert [what for what in told if what[0] == "levels"] == [("levels", done, 7) for done in range(1, 8)]


class TestImpossible:
    @pytest.mark.parametrize(
        ("units", "kind", "demand", "supply"),
        [
            ([sc.LeadUnit(id="u", min_load=2), sc.LeadUnit(id="v", min_load=2)], "minimum_unreachable", 4, 3),
            ([sc.LeadUnit(id="u", max_load=1), sc.LeadUnit(id="v", max_load=1)], "too_few_places", 3, 2),
        ],
    )
    def test_bounds_that_do_not_fit_the_number_of_subjects_are_answers(self, units, kind, demand, supply):
        """They are infeasible, not errors."""
        answer = sc.plan_year(roster(3, units), year=2021)

        assert [(one.kind, one.demand, one.supply) for one in answer.violations] == [(kind, demand, supply)]
        assert sc.verify_infeasible(roster(3, units), answer) == ()

    def test_a_subject_with_every_lead_unit_barred(self):
        """It alone is the violation; each such subject is one of its own."""
        bars = [sc.Bar(subject_id=f"s00{number}", lead_unit_id="u", reason=sc.BarReason.JURISDICTION) for number in range(2)]
        answer = sc.plan_year(roster(3, ["u"], bars=bars), year=2021)

        assert [one.subjects for one in answer.violations] == [("s000",), ("s001",)]
        assert answer.violations[0].sentence("vi").startswith("1 đối tượng chỉ có thể giao cho 0 đầu mối (không đầu mối nào)")
        assert [repair.subjects for repair in answer.repairs] == [("s000", "s001")]

    def test_a_pin_against_a_forbidden_repeat_is_infeasible(self):
        """A certificate, with both reasons."""
        question = roster(1, ["u", "v"], pins={"s000": "u"})
        history = sc.History.of({2020: {"s000": "u"}})
        policy = sc.RotationPolicy(repeats=sc.Repeats.FORBID)
        answer = sc.plan_year(question, year=2021, history=history, policy=policy)
        reasons = {(group.lead_unit_id, group.reasons) for group in answer.violations[0].barred}

        assert reasons == {("u", (sc.BarReason.COOLING_OFF,)), ("v", (sc.BarReason.PINNED_ELSEWHERE,))}
        assert sc.verify_infeasible(question, answer, history=history, policy=policy) == ()

    def test_independent_parts_are_apart(self):
        """Two groups that share no lead unit are two violations."""
        bars = [
            sc.Bar(subject_id=f"s00{number}", lead_unit_id=unit, reason=sc.BarReason.JURISDICTION)
            for number in range(4)
            for unit in "uv"
            if (number < 2) != (unit == "u")
        ]
        units = [sc.LeadUnit(id="u", max_load=1), sc.LeadUnit(id="v", max_load=1)]
        answer = sc.plan_year(roster(4, units, bars=bars), year=2021)

        assert [one.lead_units for one in answer.violations] == [("u",), ("v",)]
        assert answer.shortage == 2

    def test_repairs_are_the_softest_first_and_never_lift_kinship(self):
        """A place more, then a bar of jurisdiction; kin stays barred."""
        bars = [
            sc.Bar(subject_id="s000", lead_unit_id="v", reason=sc.BarReason.KIN),
            sc.Bar(subject_id="s001", lead_unit_id="v", reason=sc.BarReason.JURISDICTION),
        ]
        answer = sc.plan_year(roster(2, [sc.LeadUnit(id="u", max_load=1), "v"], bars=bars), year=2021)

        assert [(repair.kind.name, repair.lead_unit_id, repair.subjects) for repair in answer.repairs] == [
            ("RAISE_MAXIMUM", "u", ()),
            ("LIFT_BAR", "v", ("s001",)),
        ]
        assert [repair.sentence("en") for repair in answer.repairs] == [
            "Let u take one subject more.",
            "Let v supervise one of s001 (closed now: outside the lead unit's jurisdiction).",
        ]
        assert answer.repairs[0].sentence("vi") == "Cho u nhận thêm một đối tượng."

    def test_repairs_of_minima_lower_one_or_lift_a_bar(self):
        """A subject that can be spared may be let through."""
        bars = [sc.Bar(subject_id="s000", lead_unit_id="u", reason=sc.BarReason.EXCLUDED)]
        answer = sc.plan_year(roster(1, [sc.LeadUnit(id="u", min_load=1), "v"], bars=bars), year=2021)

        assert [(repair.kind.name, repair.against) for repair in answer.repairs] == [("LOWER_MINIMUM", ("minimum_unreachable",)), ("LIFT_BAR", ("minimum_unreachable",))]
        assert answer.repairs[0].sentence("vi") == "Giảm mức tối thiểu của u đi một."
        assert answer.repairs[0].sentence("en") == "Lower the minimum of u by one."
        assert repr(answer) == "<Infeasible 2021: 0 subjects without a place, minima 1 too high>"


class TestBadInput:
    def test_the_question_is_checked_as_a_whole(self):
        """Wrong kinds are all named before anything is read."""
        with pytest.raises(sc.InvalidInput) as raised:
            sc.plan_year("r", year=0, history="h", policy="p")

        assert [fault.code for fault in raised.value.faults] == ["wrong_kind", "too_small", "wrong_kind", "wrong_kind"]

    def test_a_history_must_be_of_the_past_and_of_known_lead_units(self):
        """A year in the future and a lead unit that is neither present nor former: both are named; a subject that left is not."""
        history = sc.History.of({2020: {"s000": "old", "left": "u"}, 2021: {"s000": "u"}, 2022: {"s000": "u"}})
        with pytest.raises(sc.InvalidInput) as raised:
            sc.plan_year(roster(1, ["u"]), year=2021, history=history)

        assert [fault.code for fault in raised.value.faults] == ["unknown_id", "year_not_past", "year_not_past"]
        allowed = sc.plan_year(roster(1, ["u"], former_units=["old"]), year=2021, history=history.before(2021))
        assert allowed.score.repeats == (0,)

    @pytest.mark.parametrize(
        ("reference", "codes"),
        [
            (None, ["missing"]),
            (5, ["wrong_kind"]),
            ({"": "u", "a": 5}, ["blank", "not_text"]),
            ({"é": "u", "e\u0301": "u"}, ["duplicate"]),
        ],
    )
    def test_a_mid_year_plan_needs_a_sound_reference(self, reference, codes):
        """Without one there is nothing to keep."""
        with pytest.raises(sc.InvalidInput) as raised:
            sc.plan_year(roster(1, ["u"]), year=2021, policy=sc.RotationPolicy(objective=sc.Objective.MID_YEAR), reference=reference)

        assert [fault.code for fault in raised.value.faults] == codes


class TestChecking:
    question = roster(6, ["u", "v", "w"], bars=[sc.Bar(subject_id="s000", lead_unit_id="u", reason=sc.BarReason.KIN)], pins={"s001": "w"})
    history = sc.History.of({2020: {"s002": "u", "s003": "v"}})
    plan = sc.plan_year(question, year=2021, history=history)

    def codes(self, **changes):
        return {fault.code for fault in sc.verify_plan(self.question, attrs.evolve(self.plan, **changes), history=self.history)}

    def test_the_plan_itself_is_right(self):
        """No fault."""
        assert self.codes() == set()

    def test_faults_of_the_assignments(self):
        """Missing, unknown and closed ones are named."""
        given = dict(self.plan.assignments)

        assert self.codes(assignments={key: value for key, value in given.items() if key != "s005"}) == {"not_assigned"}
        assert self.codes(assignments={**given, "x": "u"}) == {"unknown_id"}
        assert self.codes(assignments={**given, "s005": "x"}) == {"unknown_id"}
        assert "closed_pair" in self.codes(assignments={**given, "s000": "u"})
        assert "closed_pair" in self.codes(assignments={**given, "s001": "u"})

    def test_faults_of_loads_and_score(self):
        """Numbers that the assignments do not give."""
        assert self.codes(loads={**self.plan.loads, "u": 9}) == {"wrong_load"}
        assert self.codes(loads={"u": 2}) == {"wrong_keys"}
        levels = [(name, value + 1) for name, value in self.plan.score.levels]
        assert self.codes(score=sc.rotation.Score(levels=levels)) == {"wrong_score"}

    def test_faults_of_the_proof(self):
        """Prices of the wrong shape, or that prove nothing."""
        proof = self.plan.proof

        assert self.codes(proof=sc.rotation.Proof(prices=proof.prices, sink=(0,))) == {"wrong_length"}
        assert self.codes(proof=sc.rotation.Proof(prices={"u": proof.sink}, sink=proof.sink)) == {"wrong_keys"}
        dear = {unit: tuple(price + 10**6 * (unit == "u") for price in prices) for unit, prices in proof.prices.items()}
        assert self.codes(proof=sc.rotation.Proof(prices=dear, sink=proof.sink)) == {"not_proved"}
        assert self.codes(proof=sc.rotation.Proof(prices=proof.prices, sink=tuple(price + 10**9 for price in proof.sink))) == {"not_proved"}

    def test_an_equally_good_plan_that_is_not_the_one(self):
        """Two like subjects swapped, and two classes swapped, are both refused; with ANY they pass."""
        given = dict(self.plan.assignments)
        swapped = {**given, "s004": given["s005"], "s005": given["s004"]}

        assert given["s004"] != given["s005"]
        assert self.codes(assignments=swapped) == {"not_canonical"}
        assert self.codes(assignments=swapped, policy=sc.RotationPolicy(tie_break=sc.TieBreak.ANY)) == set()

    def test_a_later_class_that_could_give_way_is_noticed(self):
        """Like subjects are in order, but an earlier class could have had an earlier lead unit."""
        history = sc.History.of({2020: {"s000": "w", "s001": "x"}})
        question = roster(2, ["u", "v", "w"], former_units=["x"])
        plan = sc.plan_year(question, year=2021, history=history)
        other = attrs.evolve(plan, assignments={"s000": plan.assignments["s001"], "s001": plan.assignments["s000"]})

        assert {fault.code for fault in sc.verify_plan(question, other, history=history)} == {"not_canonical"}

    def test_bounds_are_checked(self):
        """A plan made for other bounds is refused."""
        tight = roster(6, [sc.LeadUnit(id="u", min_load=3), sc.LeadUnit(id="v", max_load=1), "w"])

        assert {fault.code for fault in sc.verify_plan(tight, sc.plan_year(roster(6, ["u", "v", "w"]), year=2021))} == {"load_out_of_bounds"}

    def test_a_plan_of_a_recorded_year_is_refused(self):
        """The history must end before the plan's year."""
        faults = sc.verify_plan(self.question, self.plan, history=self.history.with_plan(self.plan))

        assert [fault.code for fault in faults] == ["year_not_past"]

    def test_a_mid_year_plan_without_a_reference_is_refused(self):
        """Nothing says what it changed."""
        assert self.codes(policy=sc.RotationPolicy(objective=sc.Objective.MID_YEAR)) == {"missing"}

    def test_an_unrelated_plan_is_a_fault_and_a_wrong_class_an_error(self):
        """Only wrong types raise."""
        assert sc.verify_plan(roster(1, ["x"]), self.plan)
        for call in (lambda: sc.verify_plan("r", self.plan), lambda: sc.verify_plan(self.question, "p"), lambda: sc.verify_plan(self.question, self.plan, history="h")):
            with pytest.raises(sc.InvalidInput):
                call()


class TestCheckingCertificates:
    units = (sc.LeadUnit(id="u", max_load=1), sc.LeadUnit(id="v", max_load=1), sc.LeadUnit(id="w"))
    question = roster(3, units, bars=[sc.Bar(subject_id=f"s00{number}", lead_unit_id="w", reason=sc.BarReason.EXCLUDED) for number in range(3)])
    answer = sc.plan_year(question, year=2021)

    def codes(self, violation=None, **changes):
        if violation is not None:
            changes["violations"] = [attrs.evolve(self.answer.violations[0], **violation)]
        return {fault.code for fault in sc.verify_infeasible(self.question, attrs.evolve(self.answer, **changes))}

    def test_the_answer_itself_is_right(self):
        """No fault."""
        assert self.codes() == set()

    @pytest.mark.parametrize(
        ("violation", "code"),
        [
            ({"demand": 4}, "wrong_demand"),
            ({"supply": 1}, "wrong_supply"),
            ({"supply": 3}, "no_violation"),
            ({"lead_units": ["u"]}, "wrong_lead_units"),
            ({"subjects": ["s000", "s001"]}, "wrong_demand"),
            ({"subjects": ["s000", "x"]}, "unknown_id"),
            ({"barred": []}, "wrong_bars"),
            ({"kind": "minimum_unreachable"}, "wrong_excess"),
            ({"kind": "minimum_unreachable", "subjects": ["s000", "s001"]}, "wrong_subjects"),
        ],
    )
    def test_changed_violations_are_refused(self, violation, code):
        """Each number, set and reason is counted again."""
        assert code in self.codes(violation)

    def test_changed_examples_and_totals_are_refused(self):
        """The example must be a part that violates, the totals the sums."""
        example = self.answer.violations[0].example

        assert "no_violation" in self.codes({"example": attrs.evolve(example, subjects=["s000"], demand=1)})
        assert "wrong_shortage" in self.codes(shortage=5)
        assert "wrong_excess" in self.codes(excess=5)
        assert self.codes(violations=[]) == {"missing"}

    def test_an_example_outside_its_violation_is_refused(self):
        """It must be a part of it."""
        bars = [sc.Bar(subject_id=f"s00{number}", lead_unit_id="u", reason=sc.BarReason.EXCLUDED) for number in range(2)]
        question = roster(2, ["u"], bars=bars)
        answer = sc.plan_year(question, year=2021)
        one, other = answer.violations
        faults = sc.verify_infeasible(question, attrs.evolve(answer, violations=[attrs.evolve(one, example=other.example), other]))

        assert {fault.code for fault in faults} == {"not_a_part"}

    def test_two_parts_as_one_violation_are_refused(self):
        """Independent parts are told apart."""
        bars = [sc.Bar(subject_id=f"s00{number}", lead_unit_id="u", reason=sc.BarReason.EXCLUDED) for number in range(2)]
        question = roster(2, ["u"], bars=bars)
        answer = sc.plan_year(question, year=2021)
        group = attrs.evolve(answer.violations[0].barred[0], subjects=["s000", "s001"])
        joined = attrs.evolve(answer.violations[0], subjects=["s000", "s001"], demand=2, barred=[group])
        faults = sc.verify_infeasible(question, attrs.evolve(answer, violations=[joined]))

        assert {fault.code for fault in faults} == {"not_independent"}

    def test_a_larger_set_of_the_same_shortage_is_refused(self):
        """The sets must be the smallest."""
        units = [sc.LeadUnit(id="u", max_load=1), sc.LeadUnit(id="v", max_load=1)]
        bars = [sc.Bar(subject_id="s002", lead_unit_id="u", reason=sc.BarReason.EXCLUDED)]
        bars += [sc.Bar(subject_id=subject, lead_unit_id="v", reason=sc.BarReason.EXCLUDED) for subject in ("s000", "s001")]
        question = roster(3, units, bars=bars)
        answer = sc.plan_year(question, year=2021)
        larger = sc.rotation.Violation(
            kind="too_few_places", subjects=question.subject_ids, lead_units=["u", "v"], demand=3, supply=2, barred=[], example=answer.violations[0].example
        )
        codes = {fault.code for fault in sc.verify_infeasible(question, attrs.evolve(answer, violations=[larger]))}

        assert answer.violations[0].subjects == ("s000", "s001")
        assert codes == {"not_the_smallest", "not_independent"}

    def test_changed_repairs_are_refused(self):
        """Left out, made up, listed twice, with other reasons, in another order."""
        repairs = self.answer.repairs
        raised, *_ = (one for one in repairs if one.kind is sc.rotation.RepairKind.RAISE_MAXIMUM)
        *_, lifted = (one for one in repairs if one.kind is sc.rotation.RepairKind.LIFT_BAR)

        assert self.codes(repairs=repairs[1:]) == {"missing_repair"}
        assert self.codes(repairs=[attrs.evolve(raised, lead_unit_id="w"), *repairs]) == {"no_repair"}
        assert self.codes(repairs=[attrs.evolve(raised, against=("minimum_unreachable",)), *repairs]) == {"no_repair"}
        assert self.codes(repairs=[raised, *repairs]) == {"duplicate"}
        assert self.codes(repairs=repairs[::-1]) == {"not_in_order"}
        kin = [attrs.evolve(one, reasons=[sc.BarReason.KIN]) if one is lifted else one for one in repairs]
        assert "wrong_bars" in self.codes(repairs=kin)
        assert {"no_repair", "missing_repair", "wrong_bars"} <= self.codes(repairs=[attrs.evolve(lifted, subjects=["nobody"])])

    def test_a_history_of_the_future_and_wrong_classes(self):
        """The same checks as for planning."""
        assert {fault.code for fault in sc.verify_infeasible(self.question, self.answer, history=sc.History.of({2021: {"s000": "u"}}))} == {"year_not_past"}
        with pytest.raises(sc.InvalidInput):
            sc.verify_infeasible(self.question, "x")


def test_an_arrangement_that_ends_a_term_early_is_worse_by_it():
    """Two years are a term, one of them is over: to stay costs nothing on that level, to go costs one, whatever else."""
    roster = sc.Roster(subjects=[sc.Subject(id="s")], lead_units=[sc.LeadUnit(id="u"), sc.LeadUnit(id="v")])
    history = sc.History.of({2025: {"s": "u"}})
    policy = sc.RotationPolicy(tenure_years=2)

    def cut_short(unit):
        return sc.audit_plan({"s": unit}, roster, year=2026, history=history, policy=policy).score.value("cut_short")

    assert (cut_short("u"), cut_short("v")) == (0, 1)
