"""Explanations carry their proof, and a checker that never searches finds what is wrong with them."""

import attrs
import pytest

import supervision_core as sc
from supervision_core.rotation import Allowance, Alternative, Detours, Explanation, verify_explanation

FORBID = sc.RotationPolicy(cooling_off_years=2, repeats=sc.Repeats.FORBID)


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


#: Four subjects, two at each of u and v; w takes nobody, and x is barred for a. Last year u had a, v had b.
GIVEN = roster("abcd", ["u", "v", sc.LeadUnit(id="w", max_load=0), "x"], bars=[sc.Bar(subject_id="a", lead_unit_id="x", reason=sc.BarReason.KIN)])
HISTORY = sc.History.of({2025: {"a": "u", "b": "v"}})
PLAN = sc.plan_year(GIVEN, year=2026, history=HISTORY)


def explained(subject, plan=PLAN, given=GIVEN, history=HISTORY):
    return sc.explain_assignment(plan, given, subject, history=history)


def codes(answer, plan=PLAN, given=GIVEN, history=HISTORY):
    return [fault.code for fault in verify_explanation(plan, given, answer, history=history)]


class TestVerifyExplanation:
    @pytest.mark.parametrize("subject", "abcd")
    def test_what_the_library_says_is_right(self, subject):
        """Closed, impossible, worse and equally good ones among them."""
        assert codes(explained(subject)) == []

    def test_another_question_is_named(self):
        """Another subject, lead unit, year, policy; a lead unit left out; no proof; an allowance that nothing rests on."""
        right = explained("a")
        for change, code in [
            ({"subject_id": "z"}, "unknown_id"),
            ({"year": 2025}, "wrong_year"),
            ({"policy": FORBID}, "other_policy"),
            ({"others": right.others[1:]}, "wrong_lead_units"),
            ({"detours": None}, "missing"),
            ({"allowed": Allowance(subject_id="a", lead_unit_id="v", ground="x")}, "wrong_allowances"),
            ({"detours": Detours(ways={"another": ()})}, "unknown_id"),
        ]:
            assert code in codes(attrs.evolve(right, **change))
        assert codes(attrs.evolve(right, lead_unit_id="u")) == ["wrong_lead_units"]

    def test_a_wrong_plan_comes_first(self):
        """Nothing rests on a plan that is not right."""
        assert codes(explained("a"), plan=attrs.evolve(PLAN, loads={**PLAN.loads, "u": 9})) == ["wrong_load"]

    def test_ways_that_are_too_short_or_too_long_are_not_proved(self):
        """Cheaper than a move leads, dearer than a move leads, missing, of another length, and not 0 at home."""
        right = explained("a")
        ways, one = dict(right.detours.ways), len(PLAN.proof.sink)
        longer = {unit: (1, *way[1:]) if unit != right.lead_unit_id else way for unit, way in ways.items()}
        shorter = {unit: (-1, *way[1:]) if unit != right.lead_unit_id else way for unit, way in ways.items()}
        fewer = {unit: way for unit, way in ways.items() if unit == right.lead_unit_id}
        moved = dict.fromkeys(ways, (1,) * one)
        for wrong in (longer, shorter, fewer, moved):
            assert codes(attrs.evolve(right, detours=Detours(ways=wrong, sink=right.detours.sink))) == ["not_proved"]
        assert codes(attrs.evolve(right, detours=Detours(ways=ways, sink=(0,)))) == ["wrong_length"]

    def test_a_way_that_nothing_leads_along_is_not_proved(self):
        """A little too cheap everywhere but at home: no move undercuts it, and none leads on at just that cost."""
        given = roster("a", "uv")
        plan = sc.plan_year(given, year=2026)
        right = explained("a", plan, given, sc.History())
        cheaper = {unit: way if unit == "u" else (*way[:-1], way[-1] - 1) for unit, way in right.detours.ways.items()}
        sink = (*right.detours.sink[:-1], right.detours.sink[-1] - 1)

        assert codes(attrs.evolve(right, detours=Detours(ways=cheaper, sink=sink)), plan, given, sc.History()) == ["not_proved"]

    def test_where_no_load_may_change_nothing_leads_through_the_loads(self):
        """Minima that are maxima: the sink has no way, and swapping is all there is."""
        given = roster("ab", [sc.LeadUnit(id=one, min_load=1, max_load=1) for one in "uv"])
        plan = sc.plan_year(given, year=2026)
        right = explained("a", plan, given, sc.History())

        assert right.detours.sink is None
        assert codes(right, plan, given, sc.History()) == []

    def test_another_ground_is_named(self):
        """Open instead of closed, possible instead of impossible, another level, year, amount, or somebody else's cost."""
        right = explained("a")
        for place, other in enumerate(right.others):
            for change in (
                {"level": "flagged", "cost": other.cost + 1}, {"closed": (sc.BarReason.EXCLUDED,)}, {"years": (1999,)},
                {"is_impossible": not other.is_impossible}, {"is_own": not other.is_own},
            ):  # fmt: skip
                others = [*right.others]
                others[place] = attrs.evolve(other, **change)
                assert codes(attrs.evolve(right, others=others)) == ["wrong_ground"]

    def test_an_explanation_of_an_earlier_version_lacks_its_proof(self):
        """It is read, and its checker says what is missing."""
        old = Explanation(subject_id="a", lead_unit_id=PLAN.assignments["a"], others=[attrs.evolve(one, years=(), is_own=None) for one in explained("a").others])

        assert codes(old) == ["wrong_year", "other_policy", "missing"]


class TestWhatAnExplanationSays:
    def test_the_years_of_a_closed_pair(self):
        """u had a last year, v the year before: both are named with their years, by the rule that closes them."""
        given = roster("a", "uvw")
        history = sc.History.of({2024: {"a": "v"}, 2025: {"a": "u"}})
        plan = sc.plan_year(given, year=2026, history=history, policy=FORBID)
        found = explained("a", plan, given, history)

        assert found.sentence("en") == (
            "a → w. u: closed (still in the cooling-off period, it had the subject in 2025); "
            "v: closed (still in the cooling-off period, it had the subject in 2024)"
        )
        assert codes(found, plan, given, history) == []

    def test_two_that_would_repeat_different_years(self):
        """One had the person last year and one the year before: the words differ by year."""
        given = roster("a", "uvw")
        history = sc.History.of({2024: {"a": "v"}, 2025: {"a": "u"}})
        plan = sc.plan_year(given, year=2026, history=history, policy=attrs.evolve(FORBID, repeats=sc.Repeats.MINIMISE))

        assert [one.sentence("en") for one in explained("a", plan, given, history).others] == [
            "u: worse by 1 (repeats of last year, 2025; by the policy's cooling-off)",
            "v: worse by 1 (repeats of 2 years ago, 2024; by the policy's cooling-off)",
        ]

    def test_a_cost_that_falls_on_others(self):
        """a may go to u only if b goes back to v, where it was last year."""
        given = roster("ab", [sc.LeadUnit(id=one, max_load=1) for one in "uv"])
        history = sc.History.of({2025: {"b": "v"}})
        plan = sc.plan_year(given, year=2026, history=history)
        [other] = explained("a", plan, given, history).others

        assert dict(plan.assignments) == {"a": "v", "b": "u"}
        assert (other.level, other.cost, other.is_own, other.years) == ("repeats_1", 1, False, (2025,))
        assert "của các đối tượng khác phải nhường chỗ" in other.sentence("vi")

    def test_an_allowance_that_the_pair_rests_on_is_said(self):
        """Its ground stands in the sentence, and the checker counts it."""
        given = roster("a", "u", allowances=[Allowance(subject_id="a", lead_unit_id="u", ground="QĐ 45")])
        history = sc.History.of({2025: {"a": "u"}})
        plan = sc.plan_year(given, year=2026, history=history, policy=FORBID)
        found = explained("a", plan, given, history)

        assert found.sentence("en") == "a → u. u may supervise a in spite of the cooling-off: QĐ 45."
        assert codes(found, plan, given, history) == []

    def test_a_plan_of_another_history_is_refused(self):
        """A score that the history does not bear out: the plan and the history do not belong together."""
        given = roster("a", "u")
        history = sc.History.of({2025: {"a": "u"}})
        plan = sc.plan_year(given, year=2026, history=history)

        assert faults_of(lambda: sc.explain_assignment(plan, given, "a")) == ["not_proved"]


class TestValues:
    def test_detours_name_what_is_wrong(self):
        """All at once."""
        assert faults_of(lambda: Detours(ways={"u": (1.5,), "v": 2}, sink="x")) == ["wrong_kind", "not_a_collection", "not_a_collection"]
        assert repr(Detours(ways={"u": ()})) == "<Detours: 1 lead units>"

    def test_fields_of_an_alternative_are_checked(self):
        """Years are whole numbers, the others are alternatives."""
        assert faults_of(lambda: Alternative(lead_unit_id="u", years=(1.5,), is_own=2)) == ["not_whole", "wrong_kind"]
        assert faults_of(lambda: Explanation(subject_id="a", lead_unit_id="u", others=[1], year="x")) == ["wrong_kind", "wrong_kind"]


def test_who_was_alike_last_year_may_not_have_been_the_year_before():
    """Both were with u; two years ago a was with v and b with w, and two years are a cooling-off: each has its own lead unit closed."""
    given = sc.Roster(subjects=[sc.Subject(id=one) for one in "ab"], lead_units=[sc.LeadUnit(id=one) for one in "uvwx"])
    history = sc.History.of({2025: {"a": "u", "b": "u"}, 2024: {"a": "v", "b": "w"}})
    policy = sc.RotationPolicy(cooling_off_years=2, repeats=sc.Repeats.FORBID)
    found = sc.rotation.explain_assignments(sc.plan_year(given, year=2026, history=history, policy=policy), given, history=history)

    assert {subject: {one.lead_unit_id: one.years for one in told.others if one.closed} for subject, told in found.items()} == {
        "a": {"u": (2025,), "v": (2024,)},
        "b": {"u": (2025,), "w": (2024,)},
    }
