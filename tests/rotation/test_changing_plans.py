"""Plans changed within the year, compared, explained and audited; small cases whose answers are found by hand."""

import attrs
import pytest

import supervision_core as sc


def faults_of(make):
    with pytest.raises(sc.InvalidInput) as raised:
        make()
    return [fault.code for fault in raised.value.faults]


def roster(subjects, units, **rest):
    return sc.Roster(
        subjects=[sc.Subject(id=one) for one in subjects],
        lead_units=[sc.LeadUnit(id=unit) if isinstance(unit, str) else unit for unit in units],
        **rest,
    )


def kinds(replan):
    return [(one.kind.name, one.subject_id, one.lead_unit_id) for one in replan.changes]


def moves(replan):
    return [(one.subject_id, one.before, one.after, one.reason) for one in replan.moved]


ADOPTED = sc.plan_year(roster(["a", "b", "c", "d"], ["u", "v"]), year=2021)


class TestReplan:
    def test_the_adopted_plan(self):
        """What the tests below change: a and b at u, c and d at v."""
        assert dict(ADOPTED.assignments) == {"a": "u", "b": "u", "c": "v", "d": "v"}

    def test_nothing_changes(self):
        """The same roster: nobody moves, and nobody could have had to."""
        same = sc.replan(ADOPTED, roster(["a", "b", "c", "d"], ["u", "v"]))

        assert (same.moved, same.bound, same.changes) == ((), 0, ())
        assert same.plan.assignments == ADOPTED.assignments

    def test_someone_joins_and_someone_leaves(self):
        """Neither is a move, and each could have forced one other to move."""
        changed = sc.replan(ADOPTED, roster(["b", "c", "d", "e"], ["u", "v"]))

        assert kinds(changed) == [("JOINED", "e", None), ("LEFT", "a", "u")]
        assert (changed.moved, changed.bound) == ((), 2)
        assert changed.plan.assignments["e"] == "u"
        assert changed.sentence("vi") == "0 đối tượng đổi đầu mối (tối đa có thể phải đổi: 2), do 2 thay đổi."

    def test_under_terms_of_several_years(self):
        """Everybody is read in full then; still only those whom a change is about are named: gone, barred, flagged, pinned."""
        people, units = ["a", "b", "c", "d", "e", "f"], ["u", "v", "w"]
        policy = sc.RotationPolicy(tenure_years=3)
        adopted = sc.plan_year(roster(people, units), year=2021, policy=policy)
        assert dict(adopted.assignments) == {"a": "u", "b": "u", "c": "v", "d": "v", "e": "w", "f": "w"}
        bars = [
            sc.Bar(subject_id="a", lead_unit_id="u", reason=sc.BarReason.KIN),
            sc.Bar(subject_id="b", lead_unit_id="u", reason=sc.BarReason.KIN, severity=sc.Severity.FLAG),
            sc.Bar(subject_id="d", lead_unit_id="u", reason=sc.BarReason.KIN),
        ]
        after = roster([*people, "g"], ["u", "v", "x"], bars=bars, pins={"c": "u"})

        changed = sc.replan(adopted, after)

        assert kinds(changed) == [
            ("JOINED", "g", None),
            ("PAIR_CLOSED", "a", "u"),
            ("PAIR_FLAGGED", "b", "u"),
            ("PINNED", "c", "v"),
            ("UNIT_GONE", "e", "w"),
            ("UNIT_GONE", "f", "w"),
        ]
        assert sc.rotation.verify_replan(adopted, after, changed) == ()

    def test_a_repeat_found_later_under_terms(self):
        """A term that was over already, as is found within the year, closes its pair where repeats are forbidden."""
        people, units = ["a", "b", "c", "d"], ["u", "v"]
        policy = sc.RotationPolicy(tenure_years=2, cooling_off_years=2, repeats=sc.Repeats.FORBID)
        adopted = sc.plan_year(roster(people, units), year=2021, policy=policy)
        found = sc.History.of({2019: {"a": "u", "c": "v"}, 2020: {"a": "u", "c": "u"}})

        changed = sc.replan(adopted, roster(people, units), history=found)

        # a was two years with u, which is a whole term; c was with v two years ago, and its term with u has just begun.
        assert kinds(changed) == [("PAIR_CLOSED", "a", "u"), ("PAIR_CLOSED", "c", "v")]
        assert (changed.plan.assignments["a"], changed.plan.assignments["c"]) == ("v", "u")
        assert sc.rotation.verify_replan(adopted, roster(people, units), changed, history=found) == ()

    def test_a_lead_unit_is_gone(self):
        """Whoever it had moves, for that reason."""
        changed = sc.replan(ADOPTED, roster(["a", "b", "c", "d"], ["u", "w"]))

        assert kinds(changed) == [("UNIT_GONE", "c", "v"), ("UNIT_GONE", "d", "v")]
        assert moves(changed) == [("c", "v", "w", sc.rotation.MoveReason.UNIT_GONE), ("d", "v", "w", sc.rotation.MoveReason.UNIT_GONE)]
        assert changed.bound == 4
        assert changed.moved[0].sentence("en") == "c: v → w (its lead unit is gone)"

    def test_a_new_bar_moves_its_subject_and_another_makes_room(self):
        """A bar closes a's pair and no lead unit takes a third: one changes places with a."""
        bar = sc.Bar(subject_id="a", lead_unit_id="u", reason=sc.BarReason.DECLARED_CONFLICT)
        full = [sc.LeadUnit(id="u", max_load=2), sc.LeadUnit(id="v", max_load=2)]
        changed = sc.replan(ADOPTED, roster(["a", "b", "c", "d"], full, bars=[bar]))

        assert kinds(changed) == [("PAIR_CLOSED", "a", "u")]
        assert moves(changed) == [("a", "u", "v", sc.rotation.MoveReason.PAIR_CLOSED), ("c", "v", "u", sc.rotation.MoveReason.MAKES_ROOM)]
        assert changed.bound == 2

    def test_a_new_flag_moves_its_subject_where_it_can(self):
        """A flagged pair weighs more than a change, so it is left when another lead unit is open."""
        flag = sc.Bar(subject_id="a", lead_unit_id="u", reason=sc.BarReason.OWN_HEAD, severity=sc.Severity.FLAG)
        changed = sc.replan(ADOPTED, roster(["a", "b", "c", "d"], ["u", "v"], bars=[flag]))

        assert kinds(changed) == [("PAIR_FLAGGED", "a", "u")]
        assert moves(changed) == [("a", "u", "v", sc.rotation.MoveReason.PAIR_FLAGGED)]

    def test_a_flag_that_cannot_be_left_is_no_change(self):
        """With both pairs flagged a stays."""
        flags = [sc.Bar(subject_id="a", lead_unit_id=unit, reason=sc.BarReason.OWN_HEAD, severity=sc.Severity.FLAG) for unit in ("u", "v")]
        changed = sc.replan(ADOPTED, roster(["a", "b", "c", "d"], ["u", "v"], bars=flags))

        assert (kinds(changed), moves(changed)) == ([], [])

    def test_new_bounds(self):
        """Each place too many, and each place a minimum asks for beyond the old load, is one change."""
        units = [sc.LeadUnit(id="u", max_load=1), sc.LeadUnit(id="v", min_load=3)]
        changed = sc.replan(ADOPTED, roster(["a", "b", "c", "d"], units))

        assert kinds(changed) == [("ABOVE_MAXIMUM", None, "u"), ("BELOW_MINIMUM", None, "v")]
        # Of a and b, equally good, the earlier id keeps the earlier lead unit.
        assert moves(changed) == [("b", "u", "v", sc.rotation.MoveReason.MAKES_ROOM)]
        assert changed.bound == 2

    def test_who_left_is_no_place_too_many(self):
        """With a gone u has one subject left, as many as it may take now; only a pair that is closed counts against it once more."""
        left = sc.replan(ADOPTED, roster(["b", "c", "d"], [sc.LeadUnit(id="u", max_load=1), "v"]))
        bar = sc.Bar(subject_id="a", lead_unit_id="u", reason=sc.BarReason.DECLARED_CONFLICT)
        closed = sc.replan(ADOPTED, roster(["a", "b", "c", "d"], [sc.LeadUnit(id="u", max_load=0), "v"], bars=[bar]))

        assert kinds(left) == [("LEFT", "a", "u")]
        assert kinds(closed) == [("PAIR_CLOSED", "a", "u"), ("ABOVE_MAXIMUM", None, "u")]
        assert [one.subject_id for one in closed.moved] == ["a", "b"]

    def test_a_new_lead_unit_that_must_have_some(self):
        """It had nobody, so each place of its minimum is one change; of three lead units such a change moves at most two subjects."""
        changed = sc.replan(ADOPTED, roster(["a", "b", "c", "d"], ["u", "v", sc.LeadUnit(id="w", min_load=1, share=0)]))

        assert kinds(changed) == [("BELOW_MINIMUM", None, "w")]
        assert (len(changed.moved), changed.moved[0].after, changed.bound) == (1, "w", 2)
        assert changed.sentence("en") == "1 subject gets another lead unit (at most 2 could have had to), for 1 change."

    def test_forbidden_repeats_close_pairs(self):
        """What the history now says of the adopted plan's own pairs closes them."""
        forbid = sc.RotationPolicy(repeats=sc.Repeats.FORBID)
        adopted = sc.plan_year(roster(["a", "b"], ["u", "v"]), year=2021, policy=forbid)
        history = sc.History.of({2020: {"a": adopted.assignments["a"]}})
        changed = sc.replan(adopted, roster(["a", "b"], ["u", "v"]), history=history)

        assert kinds(changed) == [("PAIR_CLOSED", "a", "u")]

    def test_no_plan_any_more(self):
        """The certificate comes back as it does from planning."""
        answer = sc.replan(ADOPTED, roster(["a"], [sc.LeadUnit(id="u", max_load=0)]))

        assert isinstance(answer, sc.Infeasible)

    def test_every_kind_has_words(self):
        """Kinds of change and reasons of moves have labels in both languages."""
        labels = [one.label for one in (*sc.rotation.ChangeKind, *sc.rotation.MoveReason)]

        assert all(label.vi and label.en for label in labels)

    def test_what_is_no_plan_is_refused(self):
        """A mapping is not an adopted plan."""
        assert faults_of(lambda: sc.replan({"a": "u"}, roster(["a"], ["u"]))) == ["wrong_kind"]

    def test_progress_is_told(self):
        """A replan passes its stages on, as planning does."""
        told = []
        sc.replan(ADOPTED, roster(["a"], ["u"]), progress=lambda *step: told.append(step))

        assert told[0] == ("group", 0, 1)
        assert told[-1] == ("choose", 1, 1)


class TestDiff:
    def test_between_two_years(self):
        """Who moved, came and went, and what that did to the loads and the score."""
        history = sc.History.of({2020: {"a": "u", "b": "u", "c": "u"}})
        before = sc.plan_year(roster(["a", "b", "c", "d"], ["u", "v"]), year=2021, history=history)
        after = sc.plan_year(roster(["b", "c", "d", "e", "f"], ["u"]), year=2021, history=history)
        found = sc.diff(before, after)

        assert dict(before.assignments) == {"a": "v", "b": "v", "c": "v", "d": "u"}
        assert [one.sentence("vi") for one in found.moved] == ["b: v → u", "c: v → u"]
        assert (found.joined, found.left) == (("e", "f"), ("a",))
        assert dict(found.loads) == {"u": 4, "v": -3}
        # Two repeat now; the balance was (2*1-4)**2 + (2*3-4)**2 and is (1*5-5)**2; of 2020 u had 1.5
        # too many and 1 too few now, in halves 1 squared, v the opposite, and alone it is owed nothing; both repeats are familiar once.
        assert dict(found.score) == {"repeats_1": 2, "balance": -8, "carried": -2, "familiarity": 2}

    def test_kinds(self):
        """Both arguments are plans."""
        assert faults_of(lambda: sc.diff(1, 2)) == ["wrong_kind", "wrong_kind"]

    def test_plans_that_do_not_belong_together(self):
        """Without a subject in common there is nothing to compare; an empty plan has lost or gained everybody."""
        elsewhere = sc.plan_year(roster(["x", "y"], ["u", "v"]), year=2022)
        empty = sc.plan_year(roster([], ["u", "v"]), year=2022)

        assert faults_of(lambda: sc.diff(ADOPTED, elsewhere)) == ["nothing_in_common"]
        assert sc.diff(ADOPTED, empty).left == ("a", "b", "c", "d")

    def test_levels_that_mean_something_else_are_not_compared(self):
        """Balance with and without carried rests, repeats with and without terms: their difference would say nothing."""
        given = roster(["a", "b", "c"], ["u", "v"])
        history = sc.History.of({2020: {"a": "u", "b": "u", "c": "u"}})
        first = sc.plan_year(given, year=2021, history=history, policy=sc.RotationPolicy(carry_rest=False))
        second = sc.plan_year(given, year=2021, history=history, policy=sc.RotationPolicy(tenure_years=3))

        assert (first.score.value("balance"), second.score.value("balance")) == (18, 8)
        assert set(sc.diff(first, second).score) <= {"flagged", "familiarity", "changes"}


class TestExplainAssignment:
    def plan_and_roster(self):
        bars = [
            sc.Bar(subject_id="a", lead_unit_id="barred", reason=sc.BarReason.KIN),
            sc.Bar(subject_id="b", lead_unit_id="full", reason=sc.BarReason.JURISDICTION, severity=sc.Severity.FLAG),
        ]
        units = ["barred", sc.LeadUnit(id="full", max_load=0), "recent", "u", "v"]
        given = roster(["a", "b"], units, bars=bars)
        history = sc.History.of({2020: {"a": "recent"}})
        return sc.plan_year(given, year=2021, history=history), given, history

    def test_what_stands_against_every_other_lead_unit(self):
        """Closed, impossible, worse, or equally good."""
        plan, given, history = self.plan_and_roster()
        found = sc.explain_assignment(plan, given, "a", history=history)

        assert found.lead_unit_id == "u"
        assert [one.sentence("en") for one in found.others] == [
            "barred: closed (kinship)",
            "full: leaves no plan for the others",
            "recent: worse by 1 (repeats of last year, 2020; by the policy's cooling-off)",
            "v: equally good; the tie-break decides",
        ]
        assert found.sentence("vi") == (
            "a → u. barred: không được phân công (quan hệ thân thích); full: không còn phương án cho các đối tượng khác; "
            "recent: kém hơn 1 (giao lại cho đầu mối của năm trước, 2020; theo thời gian giãn cách của nguyên tắc luân phiên); v: tốt ngang nhau; thứ tự quyết định"
        )

    def test_a_plan_that_is_not_proved(self):
        """A plan of another question, history or arrangement is refused, not compared with the best."""
        plan, given, history = self.plan_and_roster()
        swapped = attrs.evolve(plan, assignments=dict.fromkeys(plan.assignments, "recent"))
        stranger = sc.rotation.Proof(prices={"x": ()}, sink=())

        for wrong in (swapped, attrs.evolve(plan, proof=stranger), attrs.evolve(plan, assignments={**plan.assignments, "more": "u"})):
            assert faults_of(lambda wrong=wrong: sc.explain_assignment(wrong, given, "a", history=history)) == ["not_proved"]
            assert faults_of(lambda wrong=wrong: sc.rotation.explain_assignments(wrong, given, history=history)) == ["not_proved"]

    def test_all_at_once(self):
        """Each subject is told what it is told alone."""
        plan, given, history = self.plan_and_roster()
        found = sc.rotation.explain_assignments(plan, given, history=history)

        assert dict(found) == {one: sc.explain_assignment(plan, given, one, history=history) for one in given.subject_ids}
        assert faults_of(lambda: sc.rotation.explain_assignments(1, 2)) == ["wrong_kind", "wrong_kind"]

    def test_an_unknown_subject(self):
        """It has to be in both the plan and the roster."""
        plan, given, history = self.plan_and_roster()

        assert faults_of(lambda: sc.explain_assignment(plan, given, "z", history=history)) == ["unknown_id"]
        assert faults_of(lambda: sc.explain_assignment(plan, roster(["b"], ["u"]), "a", history=history)) == ["unknown_id"]
        assert faults_of(lambda: sc.explain_assignment(1, 2, "a")) == ["wrong_kind", "wrong_kind"]


class TestAuditPlan:
    def test_everything_wrong_at_once(self):
        """Overlap, gap, strangers, closed pairs and loads are all named; the optimal plan stands beside them."""
        bar = sc.Bar(subject_id="a", lead_unit_id="u", reason=sc.BarReason.OWN_MEMBER)
        given = roster(["a", "b", "c"], [sc.LeadUnit(id="u", max_load=1), sc.LeadUnit(id="v", min_load=1)], bars=[bar])
        audit = sc.audit_plan([("a", "u"), ("b", "u"), ("b", "w"), ("z", "u")], given, year=2021)

        assert [(fault.code, fault.place) for fault in audit.faults] == [
            ("overlap", "assignments['b']"),
            ("unknown_id", "assignments['b']"),
            ("not_assigned", "assignments['c']"),
            ("unknown_id", "assignments['z']"),
            ("closed_pair", "assignments['a']"),
            ("load_out_of_bounds", "loads['u']"),
            ("load_out_of_bounds", "loads['v']"),
        ]
        assert [fault.expected for fault in audit.faults[-3:]] == [
            "an open lead unit; this one is closed (OWN_MEMBER)",
            "at least 0 and at most 1",
            "at least 1",
        ]
        assert audit.score is None
        assert not audit.is_optimal
        assert isinstance(audit.best, sc.Plan)

    def test_a_worse_plan(self):
        """A complete plan is scored by the definition: repeats 1 and 3 years ago (4 is too long ago to count), a flag, a change,
        loads one subject off their rounding in halves, and 1.5 too many so far with 1.5 more, in halves: 6 squared, twice."""
        flag = sc.Bar(subject_id="b", lead_unit_id="u", reason=sc.BarReason.OWN_HEAD, severity=sc.Severity.FLAG)
        given = roster(["a", "b", "c"], ["u", "v"], bars=[flag])
        history = sc.History.of({2017: {"a": "u"}, 2018: {"a": "u"}, 2020: {"a": "u"}})
        audit = sc.audit_plan(
            {"a": "u", "b": "u", "c": "u"},
            given,
            year=2021,
            history=history,
            policy=sc.RotationPolicy(cooling_off_years=3),
            reference={"a": "v", "c": "u", "gone": "v"},
        )

        assert audit.faults == ()
        assert audit.score.levels == (
            ("flagged", 1),
            ("repeats_1", 1),
            ("repeats_2", 0),
            ("repeats_3", 1),
            ("cut_short", 0),
            ("balance", 8),
            ("carried", 72),
            ("familiarity", 9),
            ("changes", 1),
        )
        assert not audit.is_optimal

    def test_the_planner_s_own_plan(self):
        """It has no fault, and nothing is better."""
        given = roster(["a", "b"], ["u", "v"])
        audit = sc.audit_plan(sc.plan_year(given, year=2021).assignments, given, year=2021)

        assert audit.faults == ()
        assert audit.is_optimal

    def test_no_plan_at_all(self):
        """Where no plan exists, the certificate stands in its place and nothing is optimal."""
        given = roster(["a"], [sc.LeadUnit(id="u", max_load=0)])
        audit = sc.audit_plan({"a": "u"}, given, year=2021)

        assert [fault.code for fault in audit.faults] == ["load_out_of_bounds"]
        assert isinstance(audit.best, sc.Infeasible)
        assert not audit.is_optimal

    @pytest.mark.parametrize("wrong", [5, "au", [("a", "u", "v")], [("a", 1)], ["au"], {"a": ["u"]}])
    def test_what_is_no_assignments(self, wrong):
        """Only pairs of texts are read."""
        given = roster(["a"], ["u"])

        assert set(faults_of(lambda: sc.audit_plan(wrong, given, year=2021))) <= {"wrong_kind", "not_a_collection"}


class TestPlanEach:
    def test_each_is_a_problem_of_its_own(self):
        """Three wards, one with a history and one without any plan; results by key, progress told."""
        ward = roster(["a", "b"], ["u", "v"])
        stuck = roster(["a"], [sc.LeadUnit(id="u", max_load=0)])
        told = []
        plans = sc.plan_each(
            {"w1": ward, "w2": ward, "w3": stuck},
            year=2021,
            histories={"w2": sc.History.of({2020: {"a": "u"}})},
            policies=dict.fromkeys(("w1", "w2", "w3"), sc.RotationPolicy()),
            progress=lambda *step: told.append(step),
        )

        assert list(plans) == ["w1", "w2", "w3"]
        assert plans["w1"].assignments["a"] == "u"
        assert plans["w2"].assignments["a"] == "v"
        assert isinstance(plans["w3"], sc.Infeasible)
        assert told == [("rosters", 1, 3), ("rosters", 2, 3), ("rosters", 3, 3)]

    def test_bad_input(self):
        """Keys that no roster has and rosters without a policy are named together."""
        ward = roster(["a"], ["u"])

        assert faults_of(lambda: sc.plan_each([ward], year=2021)) == ["wrong_kind"]
        assert faults_of(lambda: sc.plan_each({" ": ward}, year=2021, histories=1, policies=2)) == ["blank", "wrong_kind", "wrong_kind"]
        assert faults_of(
            lambda: sc.plan_each({"w": ward}, year=2021, histories={"x": sc.History()}, policies={"y": sc.RotationPolicy()})
        ) == ["unknown_id", "unknown_id", "missing"]
