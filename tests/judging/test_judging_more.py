"""Judging beyond the grade: remedies, checks, comparison, quotas, the year, profiles, decisions."""

import sys
from datetime import date
from fractions import Fraction

import attrs
import pytest

import supervision_core as sc
from supervision_core import Period
from supervision_core.criteria import (
    AllOf,
    AnyOf,
    Compare,
    Comparison,
    Holds,
    Implication,
    Ladder,
    Measure,
    Not,
    Quantity,
    Rung,
    Term,
    YesNo,
)
from supervision_core.criteria.questions import open_questions
from supervision_core.regulations import (
    CIVIC_CODES,
    GOOD_PERFORMANCE_2014,
    ND335_CIVIL_SERVANT,
    ND335_SCORE,
    RESIDENCE_2014,
    good_performance,
)
from supervision_core.regulations.regulation import fact_space
from supervision_core.values.periods import months_after

WARD = GOOD_PERFORMANCE_2014
L = sc.Label("mục", "item")


def rung(bound):
    criterion = Compare(quantity=Quantity.of("m"), comparison=Comparison.AT_LEAST, bound=bound)
    return Rung(grade=sc.Grade(code=f"g{bound}", label=L, rank=bound), criterion=criterion)


DONE = {"duties.well_done": True, "conduct.violation": False, **dict.fromkeys(CIVIC_CODES, True)}


def faults_of(make):
    with pytest.raises(sc.InvalidInput) as raised:
        make()
    return [fault.code for fault in raised.value.faults]


class TestRemedies:
    def test_certain_already(self):
        """Nothing has to change."""
        assert sc.remedies(WARD, sc.Facts.of(DONE), target="good") == ()
        assert sc.remedies(WARD, sc.Facts.of(DONE), target="fair") == ()

    def test_a_change_and_what_comes_along(self):
        """Duties well done bring fairly done with them, uncounted."""
        facts = sc.Facts.of({**DONE, "duties.well_done": False, "duties.fairly_done": False})
        [remedy] = sc.remedies(WARD, facts, target=WARD.grades[0])

        assert [(one.code, one.now, one.needed, one.forced) for one in remedy.changes] == [
            ("duties.well_done", False, True, False),
            ("duties.fairly_done", False, True, True),
        ]
        assert remedy.grade.code == "good"
        assert remedy.sentence("en") == (
            "Assigned duties well done: no → yes; Assigned duties fairly well done: no → yes (comes along) ⇒ Good"
        )

    def test_what_is_so_already_does_not_come_along(self):
        """Duties fairly done stay as they are when they become well done."""
        [remedy] = sc.remedies(WARD, sc.Facts.of({**DONE, "duties.well_done": False, "duties.fairly_done": True}), target="good")

        assert [change.code for change in remedy.changes] == ["duties.well_done"]

    def test_settling_an_unknown_counts_as_one(self):
        """It has to be shown, too."""
        [remedy] = sc.remedies(WARD, sc.Facts.of({**DONE, "civic.standing": None}), target="good")

        assert remedy.sentence("vi") == "Có uy tín với Nhân dân nơi cư trú: chưa rõ → có ⇒ Hoàn thành tốt (theo tiêu chí của phường)"

    def test_what_is_done_is_done(self):
        """With the breach fixed there is no way up; the facts that were not to be changed are named."""
        answer = sc.remedies(WARD, sc.Facts.of({**DONE, "conduct.violation": True}), target="good", fixed=["conduct.violation"])

        assert answer == sc.Unreachable(target=WARD.grades[0], fixed=("conduct.violation",))

    def test_what_is_fixed_does_not_stand_in_the_way_of_the_rest(self):
        """The first fact of the regulation is fixed; one after it is still tried."""
        answer = sc.remedies(WARD, sc.Facts.of({**DONE, "civic.standing": False}), target="good", fixed=["duties.well_done"])

        assert [[(change.code, change.needed) for change in remedy.changes] for remedy in answer] == [[("civic.standing", True)]]

    def test_the_lower_end(self):
        """What would cost someone the grade: any one civic fact for good, a breach for fair."""
        lost = sc.judging.risks(WARD, sc.Facts.of(DONE), below="good")

        assert {remedy.changes[0].code for remedy in lost} == {*CIVIC_CODES, "conduct.violation", "duties.well_done", "duties.fairly_done"}
        assert [remedy.changes[0].code for remedy in sc.judging.risks(WARD, sc.Facts.of(DONE), below="fair")] == ["conduct.violation", "duties.fairly_done"]

    def test_a_measure_goes_to_its_threshold(self):
        """And a remedy that needs two measures of a sum sends all but the last to the end of their range."""
        facts = {"points.general": 20, "tasks.quantity": 60, "tasks.quality": 60, "tasks.progress": 60, "conduct.degradation": False, "conduct.service_discipline": False}
        one = sc.remedies(ND335_CIVIL_SERVANT, sc.Facts.of(facts), target="GOOD")
        tasks = dict.fromkeys(("tasks.quantity", "tasks.quality", "tasks.progress"), 40)
        two = sc.remedies(ND335_CIVIL_SERVANT, sc.Facts.of({**facts, **tasks, "points.general": 10}), target="GOOD")

        assert [[(change.code, change.needed) for change in remedy.changes] for remedy in one] == [
            [("points.general", 28)], [("tasks.progress", Fraction(943, 10))], [("tasks.quality", Fraction(943, 10))], [("tasks.quantity", Fraction(943, 10))],
        ]  # fmt: skip
        assert [(change.code, change.needed) for change in two[0].changes] == [("points.general", 30), ("tasks.progress", Fraction(915, 10))]

    def test_only_the_nearest_threshold_is_asked_for(self):
        """From COMPLETED to GOOD nobody needs the 90 points of EXCELLENT."""
        ladder = Ladder(facts=[Measure(code="m", label=L, low=0, high=100, step=1)], rungs=[rung(bound) for bound in (90, 70, 50)])
        simple = sc.Regulation(code="m", version=1, label=L, category="m", citation=WARD.citation, ladder=ladder)
        [remedy] = sc.remedies(simple, sc.Facts.of({"m": 10}), target="g70")

        assert remedy.sentence("en") == "item: 10 → 70 ⇒ item"
        assert sc.assess(simple, sc.Facts.of({"m": 75})).reasons.children[1].children[0].sentence("vi") == "mục ≥ 70: đạt (hiện là 75)"
        [unknown] = sc.remedies(simple, sc.Facts(), target="g70")
        assert (unknown.changes[0].now, unknown.changes[0].needed) == (None, 70)
        assert [change.needed for remedy in sc.judging.risks(simple, sc.Facts.of({"m": 75}), below="g70") for change in remedy.changes] == [69]

    def test_what_follows_from_a_change_must_be_possible_too(self):
        """An answer that contradicts itself, or that would move a fixed fact, is no remedy."""
        both = [
            Implication(code="a", then_code="b", label=L),
            Implication(code="a", then_code="b", then_answer=False, label=L),
            Implication(code="c", then_code="d", label=L),
        ]
        facts = [YesNo(code=code, label=L) for code in "abcd"]
        top = Rung(grade=sc.Grade(code="top", label=L, rank=1), criterion=AnyOf(parts=[Holds(code=code) for code in "abc"]))
        odd = sc.Regulation(code="odd", version=1, label=L, category="odd", citation=WARD.citation, ladder=Ladder(facts=facts, implications=both, rungs=[top]))

        assert [remedy.changes[0].code for remedy in sc.remedies(odd, sc.Facts(), target="top")] == ["b", "c"]
        assert [remedy.changes[0].code for remedy in sc.remedies(odd, sc.Facts.of({"d": False}), target="top", fixed=["d"])] == ["b"]
        with pytest.raises(sc.ContradictoryFacts) as raised:
            sc.assess(odd, sc.Facts.of({"a": True}))
        assert raised.value.codes == ("a",)

    def test_bad_input(self):
        """An unknown grade or code is named with what there is."""
        assert faults_of(lambda: sc.remedies(WARD, sc.Facts(), target="best")) == ["unknown_grade"]
        assert faults_of(lambda: sc.remedies(WARD, sc.Facts(), target="good", fixed=["x", "y"])) == ["unknown_code", "unknown_code"]


def of_measures(*rungs, **highs):
    """A regulation of measures from 0 up, and of one yes/no fact b that stands last."""
    facts = [Measure(code=code, label=L, low=0, high=high, step=1) if isinstance(high, int) else high for code, high in highs.items()]
    grades = [Rung(grade=sc.Grade(code=f"g{len(rungs) - place}", label=L, rank=len(rungs) - place), criterion=one) for place, one in enumerate(rungs)]
    ladder = Ladder(facts=[*facts, YesNo(code="b", label=L)], rungs=[*grades, Rung(grade=sc.Grade(code="g0", label=L, rank=0), criterion=AllOf(parts=()))])
    return sc.Regulation(code="measures", version=1, label=L, category="m", citation=WARD.citation, ladder=ladder)


def bound(comparison, number, *codes):
    return Compare(quantity=Quantity(terms=[Term(code=code) for code in codes or "m"]), comparison=comparison, bound=number)


AT_LEAST, MORE_THAN, AT_MOST, LESS_THAN = Comparison


def needed(answer):
    return [{change.code: change.needed for change in remedy.changes} for remedy in answer]


def weighted(comparison, number, **weights):
    terms = [Term(code=code, weight=weight) for code, weight in weights.items()]
    return Compare(quantity=Quantity(terms=terms), comparison=comparison, bound=number)


def exactly(number, **weights):
    return AllOf(parts=[weighted(AT_LEAST, number, **weights), weighted(AT_MOST, number, **weights)])


class TestSumsThatMustNotBeOvershot:
    """Sums that must lie between two bounds, and sums that an unknown measure moves in strides wider than the gap."""

    def test_two_measures_meet_in_the_middle(self):
        """m + 2n must be 3: with n at its end of 1, m goes to 1 and no farther."""
        rule = of_measures(exactly(3, m=1, n=2), m=2, n=1)

        assert needed(sc.remedies(rule, sc.Facts(), target="g1")) == [{"m": 1, "n": 1}]
        assert needed(sc.remedies(rule, sc.Facts.of({"m": 2, "n": 1}), target="g1")) == [{"m": 1}]
        assert needed(sc.remedies(rule, sc.Facts.of({"m": 2, "n": 0}), target="g1")) == [{"m": 1, "n": 1}]

    def test_an_odd_sum_never_is_four(self):
        """Of 2m + n, which must not be 4, one is enough: n at 1 makes it odd whatever m is; m at 1 at most leaves it below."""
        rule = of_measures(Not(part=exactly(4, m=2, n=1)), m=2, n=1)

        assert needed(sc.remedies(rule, sc.Facts(), target="g1")) == [{"m": 1}, {"n": 1}]

    def test_away_from_where_it_stands(self):
        """m is 3 and must not be: 2 and 4 are as near, 1 and 5 are farther."""
        rule = of_measures(Not(part=exactly(3, m=1)), m=5)

        assert needed(sc.remedies(rule, sc.Facts.of({"m": 3}), target="g1")) == [{"m": 2}, {"m": 4}]

    def test_a_sum_with_a_negative_weight(self):
        """m - 2n must be -1 with both unknown: m = 1 with n = 1, and not m = 3 with n = 2, which goes farther in both."""
        rule = of_measures(exactly(-1, m=1, n=-2), m=4, n=2)

        assert needed(sc.remedies(rule, sc.Facts(), target="g1")) == [{"m": 1, "n": 1}]

    def test_a_sum_that_no_step_meets(self):
        """2m + 4n is even, so it is never 5, and there is no way."""
        assert isinstance(sc.remedies(of_measures(exactly(5, m=2, n=4), m=3, n=3), sc.Facts(), target="g1"), sc.Unreachable)

    def test_two_sums_at_once(self):
        """Each sum goes where it has to, with the other where it has to be."""
        rule = of_measures(AllOf(parts=[exactly(3, m=1, n=2), exactly(2, x=1)]), m=2, n=1, x=4)

        assert needed(sc.remedies(rule, sc.Facts.of({"x": 0, "m": 2, "n": 1}), target="g1")) == [{"m": 1, "x": 2}]


class TestThresholds:
    @pytest.mark.parametrize(("comparison", "inside", "outside"), [(AT_LEAST, 5, 4), (MORE_THAN, 6, 5), (AT_MOST, 5, 6), (LESS_THAN, 4, 5)])
    def test_the_last_value_on_either_side(self, comparison, inside, outside):
        """The first value that fits going in, and the first that no longer does going out."""
        rule = of_measures(bound(comparison, 5), m=10)
        far_in, far_out = (10, 0) if comparison in {AT_LEAST, MORE_THAN} else (0, 10)

        assert needed(sc.remedies(rule, sc.Facts.of({"m": far_out}), target="g1")) == [{"m": inside}]
        assert needed(sc.judging.risks(rule, sc.Facts.of({"m": far_in}), below="g1")) == [{"m": outside}]

    def test_the_ends_of_the_range_can_be_thresholds(self):
        """Nothing at all, and everything there is."""
        rule = of_measures(bound(AT_LEAST, 1), m=10)
        top = of_measures(bound(AT_LEAST, 10), m=10)

        assert needed(sc.judging.risks(rule, sc.Facts.of({"m": 10}), below="g1")) == [{"m": 0}]
        assert needed(sc.remedies(top, sc.Facts.of({"m": 0}), target="g1")) == [{"m": 10}]

    def test_what_is_unknown_of_a_sum_must_not_matter(self):
        """m + n >= 6 with n from 0 to 4 unknown: m = 6 makes it sure, and only with m at 1 it surely fails."""
        rule = of_measures(bound(AT_LEAST, 6, "m", "n"), m=9, n=4)

        assert needed(sc.remedies(rule, sc.Facts.of({"m": 2}), target="g1")) == [{"m": 6}, {"n": 4}]
        assert needed(sc.judging.risks(rule, sc.Facts.of({"m": 9}), below="g1")) == [{"m": 1}]

    def test_two_measures_of_a_sum_go_to_its_ends_in_turn(self):
        """The first to the end of its range, upwards or downwards, the last to the threshold, and to no farther one."""
        rule = of_measures(bound(AT_LEAST, 7, "m", "n"), bound(AT_LEAST, 6, "m", "n"), bound(AT_LEAST, 2, "m", "n"), m=4, n=4)

        assert needed(sc.remedies(rule, sc.Facts.of({"m": 0, "n": 0}), target="g2")) == [{"m": 4, "n": 2}]
        assert needed(sc.judging.risks(rule, sc.Facts.of({"m": 4, "n": 4}), below="g1")) == [{"m": 0, "n": 1}]

    def test_only_the_nearest_of_fine_steps(self):
        """A quarter of a point above is near, half a point farther."""
        fine = Measure(code="m", label=L, low=0, high=20, step=Fraction(1, 4))
        rule = of_measures(bound(AT_LEAST, Fraction(42, 4)), bound(AT_LEAST, Fraction(41, 4)), m=fine)

        assert needed(sc.remedies(rule, sc.Facts.of({"m": 10}), target="g1")) == [{"m": Fraction(41, 4)}]
        assert needed(sc.judging.risks(rule, sc.Facts.of({"m": 20}), below="g2")) == [{"m": Fraction(41, 4)}]

    def test_an_unknown_measure_is_asked_for_what_is_least(self):
        """From the end that speaks against the person: few points where more is better, many complaints where fewer are."""
        either = AnyOf(parts=[bound(AT_MOST, 0), bound(AT_LEAST, 5)])
        other = AnyOf(parts=[bound(AT_LEAST, 10), bound(AT_MOST, 5)])
        fewer = Measure(code="m", label=L, low=0, high=10, step=1, higher_is_better=False)

        assert needed(sc.remedies(of_measures(either, m=10), sc.Facts(), target="g1")) == [{"m": 0}]
        assert needed(sc.remedies(of_measures(other, m=fewer), sc.Facts(), target="g1")) == [{"m": 10}]
        assert needed(sc.remedies(of_measures(bound(AT_MOST, 3), bound(AT_MOST, 5), m=fewer), sc.Facts(), target="g1")) == [{"m": 5}]

    def test_a_fact_after_a_measure_is_tried_as_well(self):
        """Either would do; a fixed measure leaves the other, and both fixed leave nothing."""
        rule = of_measures(AnyOf(parts=[bound(AT_LEAST, 5), Holds(code="b")]), m=10)
        facts = sc.Facts.of({"m": 0, "b": False})

        assert needed(sc.remedies(rule, facts, target="g1")) == [{"b": True}, {"m": 5}]
        assert needed(sc.remedies(rule, facts, target="g1", fixed=["m"])) == [{"b": True}]
        assert needed(sc.remedies(rule, facts, target="g1", fixed=["b"])) == [{"m": 5}]
        assert isinstance(sc.remedies(rule, facts, target="g1", fixed=["b", "m"]), sc.Unreachable)

    def test_a_fact_and_a_measure_that_are_both_needed(self):
        """One without the other does not do; two unknowns are both settled."""
        rule = of_measures(AllOf(parts=[bound(AT_LEAST, 5), Holds(code="b")]), m=10)

        assert needed(sc.remedies(rule, sc.Facts.of({"m": 0, "b": False}), target="g1")) == [{"b": True, "m": 5}]
        assert needed(sc.remedies(rule, sc.Facts(), target="g1")) == [{"b": True, "m": 5}]
        without = of_measures(AllOf(parts=[bound(AT_LEAST, 5), Not(part=Holds(code="b"))]), m=10)
        assert needed(sc.remedies(without, sc.Facts.of({"m": 0}), target="g1")) == [{"b": False, "m": 5}]
        two = sc.remedies(WARD, sc.Facts.of({**DONE, "civic.standing": None, "civic.own_obligations": None}), target="good")
        assert needed(two) == [{"civic.own_obligations": True, "civic.standing": True}]

    @pytest.mark.parametrize(
        ("now", "needs"),
        [({"m": 10, "n": 0}, {"m": 8, "n": 6}), ({"m": 8, "n": 0}, {"n": 6}), ({"m": 7, "n": 2}, {"n": 6}), ({"m": 5, "n": 1}, {"n": 3}), ({"m": 9, "n": 6}, {"m": 8})],
    )
    def test_what_one_measure_needs_goes_by_where_the_other_comes_to_lie(self, now, needs):
        """At most 5 with at least 3, or at most 8 with at least 6: whoever comes down to 8 needs 6, and no longer 3."""
        either = AnyOf(parts=[AllOf(parts=[bound(AT_MOST, high), bound(AT_LEAST, low, "n")]) for high, low in ((5, 3), (8, 6))])

        assert needed(sc.remedies(of_measures(either, m=10, n=10), sc.Facts.of(now), target="g1")) == [needs]


class TestWhatToAsk:
    def test_each_run_of_values_with_where_it_leads(self):
        """Two values apart, then the rest; half a step is a value of its own."""
        half = Measure(code="m", label=L, low=1, high=3, step=Fraction(1, 2))
        [question] = sc.assess(of_measures(bound(AT_LEAST, 2), bound(MORE_THAN, 1), m=half), sc.Facts()).questions

        assert [(one.least, one.greatest, [grade.code for grade in one.possible]) for one in question.answers] == [
            (1, 1, ["g0"]), (Fraction(3, 2), Fraction(3, 2), ["g1"]), (2, 3, ["g2"]),
        ]  # fmt: skip

    def test_how_many_cases_an_answer_settles(self):
        """m from 0 to 3 and n from 0 to 4 unknown, b unknown and never read: of 40 cases those where the sum is settled."""
        rule = of_measures(bound(AT_LEAST, 6, "m", "n"), m=3, n=4)
        by_code = {one.code: one.settles for one in sc.assess(rule, sc.Facts()).questions}

        # m = 0 or 1 settles it downwards (n <= 4): 2 x 5 x 2 cases; n = 0, 1 or 2 (m <= 3): 3 x 4 x 2 cases.
        assert by_code == {"m": 20, "n": 24}

    def test_what_is_known_of_a_sum_moves_its_threshold(self):
        """With n at 4 it is m = 2 that reaches 6."""
        [question] = sc.assess(of_measures(bound(AT_LEAST, 6, "m", "n"), m=4, n=4), sc.Facts.of({"n": 4})).questions

        assert (question.code, [(one.least, one.greatest) for one in question.answers]) == ("m", [(0, 1), (2, 4)])

    def test_a_measure_that_nobody_reads_has_its_values_too(self):
        """Each of the eleven values of m settles five values of x, with b either way."""
        [question] = sc.assess(of_measures(bound(AT_LEAST, 6), m=10, x=4), sc.Facts()).questions

        assert (question.code, question.settles) == ("m", 11 * 5 * 2)


class TestOddRegulations:
    def test_a_grade_inside_a_better_one_is_unreachable_and_no_overlap(self):
        """Whoever meets the lower rung meets the upper one, so that their order decides nothing."""
        inner = of_measures(Holds(code="b"), AllOf(parts=[Holds(code="b"), bound(AT_LEAST, 1)]), m=1)
        outer = of_measures(AllOf(parts=[Holds(code="b"), bound(AT_LEAST, 1)]), Holds(code="b"), m=1)

        assert [(one.kind.name, one.grades[0].code) for one in sc.check_regulation(inner) if one.grades] == [("UNREACHABLE", "g1")]
        assert [one.kind.name for one in sc.check_regulation(outer)] == []

    def test_two_grades_that_overlap_show_a_row_of_both(self):
        """The better one is given there; the test to paste writes fractions exactly."""
        half = Measure(code="m", label=L, low=0, high=2, step=Fraction(1, 2))
        [found] = [one for one in sc.check_regulation(of_measures(bound(AT_LEAST, 1), AllOf(parts=[Holds(code="b"), bound(AT_LEAST, Fraction(1, 2))]), m=half)) if one.kind is sc.criteria.FindingKind.OVERLAP]
        [holed] = sc.check_regulation(sc.Regulation(code="h", version=1, label=L, category="m", citation=WARD.citation, ladder=Ladder(facts=[attrs.evolve(half, low=Fraction(1, 2), high=Fraction(3, 2))], rungs=[rung(1)])))

        assert ([grade.code for grade in found.grades], dict(found.example)) == (["g2", "g1"], {"m": 1, "b": True})
        assert holed.test("rule") == (
            "def test_gap():\n"
            "    facts = sc.Facts.of({'m': Fraction('1/2')})\n\n"
            "    assert sc.assess(rule, facts).grade.code == 'no_rule_matches'\n"
        )

    def test_what_no_row_shows_has_no_test_to_paste(self):
        """A grade that nobody can get, and a fact that never matters; of no row anything could be asserted."""
        silent = of_measures(AllOf(parts=[Holds(code="b"), Not(part=Holds(code="b"))]), AllOf(parts=[]), m=1)
        found = {one.kind: one for one in sc.check_regulation(silent)}

        assert set(found) == {sc.criteria.FindingKind.UNREACHABLE, sc.criteria.FindingKind.DEAD_FACT}
        assert {(one.example, one.test()) for one in found.values()} == {((), "")}

    @pytest.mark.parametrize(("weights", "bound", "reach"), [({"a": 10}, 10, 2), ({"a": 10, "c": 15}, 22, 4)])
    def test_a_measure_too_short_to_bridge_a_gap_never_matters(self, weights, bound, reach):
        """Without b the sum is 0 or 10, or 0, 10, 15 or 25; from none of these does b reach from one side of the bound to the other."""
        total = Quantity(terms=[*(Term(code=code, weight=weight) for code, weight in weights.items()), Term(code="b")])
        rungs = [Rung(grade=sc.Grade(code=f"g{least}", label=L, rank=least), criterion=Compare(quantity=total, comparison=Comparison.AT_LEAST, bound=least)) for least in (bound, 0)]
        facts = [*(Measure(code=code, label=L, low=0, high=1, step=1) for code in weights), Measure(code="b", label=L, low=0, high=reach, step=1)]
        rule = sc.Regulation(code="gap", version=1, label=L, category="m", citation=WARD.citation, ladder=Ladder(facts=facts, rungs=rungs))

        assert [(one.kind.value, one.codes) for one in sc.check_regulation(rule)] == [("dead_fact", ("b",))]
        assert sorted(one.code for one in sc.assess(rule, sc.Facts()).questions) == sorted(weights)


class TestWordsOfRemedies:
    def test_a_change_is_said_in_both_languages(self):
        """Unknown, yes, no, a number; and that it only comes along."""
        def said(now, needed, *, forced=False):
            change = sc.judging.Change(code="a", label=L, now=now, needed=needed, forced=forced)
            return change.sentence("vi"), change.sentence("en")

        assert said(None, True) == ("mục: chưa rõ → có", "item: unknown → yes")
        assert said(True, False) == ("mục: có → không", "item: yes → no")
        assert said(False, True, forced=True) == ("mục: không → có (kéo theo)", "item: no → yes (comes along)")
        assert said(Fraction(5, 2), Fraction(7, 2)) == ("mục: 2,5 → 3,5", "item: 2.5 → 3.5")

    def test_a_risk_that_nothing_brings_about_names_its_grade(self):
        """With the breach and the duties fixed nothing costs someone the fair grade."""
        fixed = ["conduct.violation", "duties.fairly_done", "duties.well_done"]

        assert sc.judging.risks(WARD, sc.Facts.of(DONE), below="fair", fixed=fixed) == sc.Unreachable(target=WARD.grades[1], fixed=tuple(fixed))


class TestTable:
    def test_a_table_of_points(self):
        """Each line asks for an interval; both sides of each threshold are looked up."""
        table = sc.judging.decision_table(ND335_CIVIL_SERVANT)
        facts = {"conduct.degradation": False, "conduct.service_discipline": False, "tasks.quantity": 100, "tasks.quality": 100, "tasks.progress": 100}

        assert table.look_up({**facts, "points.general": Fraction(20)}).code == "EXCELLENT"
        assert table.look_up({**facts, "points.general": Fraction(1999, 100)}).code == "GOOD"
        assert len(table.rows) == 6
        assert [cell.least for row in table.rows for cell in row.cells if cell and cell.answer is None and cell.least] == [50, 70, 90]

    def test_a_case_that_no_line_fits(self):
        """Contradictory answers fit nowhere, or their answer means nothing."""
        implication = Implication(code="a", then_code="b", label=L)
        rungs = [Rung(grade=sc.Grade(code=code, label=L, rank=rank), criterion=criterion) for code, rank, criterion in (("x", 3, AllOf(parts=[Holds(code="a"), Holds(code="b")])), ("y", 2, Holds(code="b")), ("z", 1, AllOf(parts=[])))]
        two = sc.Regulation(code="two", version=1, label=L, category="two", citation=WARD.citation, ladder=Ladder(facts=[YesNo(code=code, label=L) for code in "ab"], implications=[implication], rungs=rungs))
        table = sc.judging.decision_table(two)

        no_lines = attrs.evolve(table, rows=())
        with pytest.raises(sc.InvalidInput, match=r"values: found 'a, b'"):
            no_lines.look_up({"b": True, "a": True})
        assert [(row.grade.code) for row in table.rows] == ["z", "y", "x"]

    def test_values_that_cannot_be_are_left_out(self):
        """Between "over 3" and "at least 4" lies no whole number, and no line speaks of it."""
        over, least = (Compare(quantity=Quantity.of("m"), comparison=comparison, bound=bound) for comparison, bound in ((Comparison.MORE_THAN, 3), (Comparison.AT_LEAST, 4)))
        rungs = [Rung(grade=sc.Grade(code=code, label=L, rank=rank), criterion=criterion) for code, rank, criterion in (("x", 3, AllOf(parts=[over, Holds(code="a")])), ("y", 2, least), ("z", 1, AllOf(parts=[])))]
        odd = sc.Regulation(code="odd", version=1, label=L, category="odd", citation=WARD.citation, ladder=Ladder(facts=[Measure(code="m", label=L, low=0, high=9, step=1, only_steps=True), YesNo(code="a", label=L)], rungs=rungs))
        table = sc.judging.decision_table(odd)

        assert [table.look_up({"m": Fraction(value), "a": answer}).code for value in (3, 4) for answer in (True, False)] == ["z", "z", "x", "y"]
        assert len(table.rows) == 3

    def test_branches_that_cannot_be_are_left_out(self):
        """Where one answer brings another with it, no line asks for what cannot be."""
        odd_one = AnyOf(parts=[AllOf(parts=[Holds(code="c"), Not(part=Holds(code="d"))]), AllOf(parts=[Holds(code="d"), Not(part=Holds(code="c"))])])
        rungs = [
            Rung(grade=sc.Grade(code="x", label=L, rank=3), criterion=AllOf(parts=[Holds(code="a"), odd_one])),
            Rung(grade=sc.Grade(code="y", label=L, rank=2), criterion=AllOf(parts=[Holds(code="a"), Holds(code="b")])),
            Rung(grade=sc.Grade(code="z", label=L, rank=1), criterion=AllOf(parts=[])),
        ]
        implication = Implication(code="a", then_code="b", label=L)
        odd = sc.Regulation(code="odd", version=1, label=L, category="odd", citation=WARD.citation, ladder=Ladder(facts=[YesNo(code=code, label=L) for code in "abcd"], implications=[implication], rungs=rungs))
        table = sc.judging.decision_table(odd)

        assert all(row.cells[1] is None for row in table.rows if row.cells[0] and row.cells[0].answer)
        assert table.look_up({"a": True, "b": True, "c": True, "d": True}).code == "y"

    def test_cells_that_are_no_neighbours_are_two_lines(self):
        """Good in the middle of a range only: below and above are apart."""
        middle = AllOf(parts=[Compare(quantity=Quantity.of("m"), comparison=comparison, bound=bound) for comparison, bound in ((Comparison.MORE_THAN, 3), (Comparison.AT_MOST, 6))])
        rungs = [Rung(grade=sc.Grade(code="in", label=L, rank=1), criterion=middle), Rung(grade=sc.Grade(code="out", label=L, rank=0), criterion=AllOf(parts=[]))]
        odd = sc.Regulation(code="odd", version=1, label=L, category="odd", citation=WARD.citation, ladder=Ladder(facts=[Measure(code="m", label=L, low=0, high=9, step=1)], rungs=rungs))
        table = sc.judging.decision_table(odd)

        assert [table.look_up({"m": Fraction(value)}).code for value in (3, 4, 6, 7)] == ["out", "in", "in", "out"]
        assert sorted(row.grade.code for row in table.rows) == ["in", "out", "out"]
        [finding] = sc.check_regulation(odd)
        assert (finding.kind.value, finding.kind.label.en) == ("not_monotone", "better, yet graded lower")
        assert ([grade.code for grade in finding.grades], dict(finding.example)["m"] > 6) == (["out", "in"], True)


class TestComparison:
    def test_who_changes_grade_and_by_which_line(self):
        """The line of the regulation that judges lower."""
        cases = [("o1", sc.Facts.of({**DONE, "civic.standing": False})), ("o2", sc.Facts.of(DONE))]
        strict = good_performance(without_civic="below_fair")
        for old, new in ((WARD, strict), (strict, WARD)):
            [change] = sc.judging.compare_regulations(old, new, cases)

            assert change.subject_id == "o1"
            assert {change.old.grade.code, change.new.grade.code} == {"fair", "below_fair"}
            assert [line.label.en for line in change.lines] == ["Standing with the people of the place of residence", "Duties not well done"]

    def test_a_bad_case_names_its_id(self):
        """As in judging many."""
        with pytest.raises(sc.UnknownFact) as raised:
            sc.judging.compare_regulations(WARD, RESIDENCE_2014, [("o1", sc.Facts.of({"nothing.known": True}))])

        assert raised.value.subject_id == "o1"

    def test_each_regulation_may_ask_for_facts_that_the_other_does_not_know(self):
        """They are no unknown codes to either; of two outcomes as low as each other the new one is explained."""
        def asking(code):
            ladder = Ladder(facts=[YesNo(code=code, label=sc.Label(code, code))], rungs=[
                Rung(grade=sc.Grade(code=f"{code}.top", label=L, rank=2), criterion=Holds(code=code)),
                Rung(grade=sc.Grade(code=f"{code}.low", label=L, rank=1), criterion=Not(part=Holds(code=code))),
            ])  # fmt: skip
            return sc.Regulation(code=code, version=1, label=L, category=code, citation=WARD.citation, ladder=ladder)

        facts = sc.Facts.of({"first.asked": False, "second.asked": False})
        [change] = sc.judging.compare_regulations(asking("first.asked"), asking("second.asked"), [("o1", facts)])

        assert (change.old.grade.code, change.new.grade.code) == ("first.asked.low", "second.asked.low")
        assert [line.label.en for line in change.lines] == ["second.asked"]

    def test_a_hole_is_lower_than_every_grade(self):
        """The line that leads into it is the one to see."""
        def top(bound):
            ladder = Ladder(facts=[Measure(code="m", label=L, low=0, high=9, step=1)], rungs=[rung(bound)])
            return sc.Regulation(code=f"top{bound}", version=1, label=L, category="m", citation=WARD.citation, ladder=ladder)

        for old, new in ((top(5), top(7)), (top(7), top(5))):
            [change] = sc.judging.compare_regulations(old, new, [("o1", sc.Facts.of({"m": 6}))])

            assert [line.label.en for line in change.lines] == ["item ≥ 7"]

    def test_a_line_that_several_grades_miss_is_shown_once(self):
        """A breach keeps someone from good and from fair."""
        facts = sc.Facts.of({**DONE, "conduct.violation": True})
        both = sc.judging.lay_side_by_side(sc.assess(WARD, facts), sc.assess(ND335_CIVIL_SERVANT, sc.Facts()))
        breach = [line for line in both.lines if [fact.code for fact in line.facts] == ["conduct.violation"]]

        assert len(breach) == 1

    def test_two_verdicts_side_by_side(self):
        """The Front says good, the statute does not; they are laid side by side with the lines, never merged."""
        front = sc.assess(WARD, sc.Facts.of(DONE))
        points = {"points.general": 20, "tasks.quantity": 50, "tasks.quality": 50, "tasks.progress": 50, "conduct.degradation": False, "conduct.service_discipline": False}
        statutory = sc.assess(ND335_CIVIL_SERVANT, sc.Facts.of(points))
        both = sc.judging.lay_side_by_side(front, statutory)

        assert both.differ is sc.Verdict.MET
        assert both.sentence("en") == "Front: Good; statutory: Completion of tasks; they differ."
        assert both.sentence("vi") == "Mặt trận: Hoàn thành tốt (theo tiêu chí của phường); xếp loại theo luật: Hoàn thành nhiệm vụ; khác nhau."
        assert [line.label.en for line in both.lines] == ["Total score ≥ 90", "Total score ≥ 70"]
        assert sc.judging.lay_side_by_side(front, statutory, statutory_grade="COMPLETED").differ is sc.Verdict.NOT_MET

    def test_an_open_side_is_not_compared(self):
        """What is undetermined is not yet comparable."""
        front = sc.assess(WARD, sc.Facts.of({**DONE, "civic.standing": None}))
        both = sc.judging.lay_side_by_side(front, sc.assess(ND335_CIVIL_SERVANT, sc.Facts()))

        assert both.differ is sc.Verdict.UNKNOWN
        assert both.front_reaches is sc.Verdict.UNKNOWN
        assert both.sentence("en").startswith("Front: Good or Fair; statutory: Excellent completion of tasks or ")
        assert both.sentence("en").endswith("; not yet comparable.")
        assert both.sentence("vi").endswith("; chưa thể so sánh.")

    @pytest.mark.parametrize(
        ("facts", "outcome", "reaches"),
        [
            ({"unit.found_reported_repaired": True}, "rater_decides", sc.Verdict.UNKNOWN),
            ({"unit.found_reported_repaired": False}, "NOT_COMPLETED", sc.Verdict.NOT_MET),
            ({"unit.corruption_handled": False}, "EXCELLENT", sc.Verdict.MET),
            ({"year.months_worked": 5}, "NOT_RATED", sc.Verdict.UNKNOWN),
        ],
    )
    def test_a_side_without_a_grade_is_not_compared(self, facts, outcome, reaches):
        """Decree 233, Article 12.4: what the competent level decides is no grade below good, nor is that somebody is not rated."""
        front = sc.assess(WARD, sc.Facts.of(DONE))
        manager = sc.regulations.ND233_PUBLIC_EMPLOYEE_MANAGER
        clear = {fact.code: False for fact in manager.ladder.facts if isinstance(fact, sc.criteria.YesNo)}
        linked = {**clear, "year.months_worked": 12, "points.general": 30, "points.task_results": 70, "unit.corruption_handled": True}
        statutory = sc.assess(manager, sc.Facts.of({**linked, **facts}))
        both = sc.judging.lay_side_by_side(front, statutory)
        differ = {"UNKNOWN": "UNKNOWN", "NOT_MET": "MET", "MET": "NOT_MET"}[reaches.name]

        assert (statutory.grade.code, both.statutory_reaches, both.differ.name) == (outcome, reaches, differ)
        assert both.sentence("en").endswith({"UNKNOWN": "; not yet comparable.", "MET": "; they differ.", "NOT_MET": "; they do not differ."}[differ])

    def test_what_may_be_no_grade_is_not_below_one(self):
        """Where a low grade or none may come of it, it is not known that the grade is missed; where two low ones may, it is."""
        front = sc.assess(WARD, sc.Facts.of(DONE))
        low, none = sc.Grade(code="low", label=L, rank=0), sc.Grade(code="none", label=L, rank=None)
        for other, reaches in ((none, sc.Verdict.UNKNOWN), (sc.Grade(code="lower", label=L, rank=1), sc.Verdict.NOT_MET)):
            rungs = [
                sc.criteria.Rung(grade=sc.Grade(code="good", label=L, rank=2), criterion=sc.criteria.AllOf(parts=[sc.criteria.Holds(code="a"), sc.criteria.Holds(code="b")])),
                sc.criteria.Rung(grade=other, criterion=sc.criteria.Holds(code="b")),
                sc.criteria.Rung(grade=low, criterion=sc.criteria.AllOf(parts=())),
            ]
            ladder = sc.criteria.Ladder(facts=[sc.criteria.YesNo(code=code, label=L) for code in "ab"], rungs=rungs)
            side = sc.assess(attrs.evolve(WARD, ladder=ladder), sc.Facts.of({"a": False}))

            assert set(side.possible) == {other, low}
            assert sc.judging.lay_side_by_side(side, front, front_grade="good", statutory_grade="good").front_reaches is reaches

    def test_each_side_needs_a_grade_of_its_own(self):
        """Both faults at once."""
        front = sc.assess(WARD, sc.Facts.of(DONE))

        assert faults_of(lambda: sc.judging.lay_side_by_side(front, front, front_grade="GOOD")) == ["unknown_grade", "unknown_grade"]


def scored(points, **more):
    facts = {"points.general": 30, "conduct.degradation": False, "conduct.service_discipline": False}
    return sc.assess(ND335_CIVIL_SERVANT, sc.Facts.of({**facts, **dict.fromkeys(("tasks.quantity", "tasks.quality", "tasks.progress"), points), **more}))


class TestQuota:
    quota = sc.judging.Quota(grade="EXCELLENT", falls_to="GOOD", share=Fraction(1, 5), order_by=ND335_SCORE)

    def rows(self, excellent, good, group="b"):
        names = [f"{group}{number:02}" for number in range(len(excellent) + good)]
        return [(name, group, assessment) for name, assessment in zip(names, [*map(scored, excellent), *[scored(60)] * good], strict=True)]

    def test_the_best_stay_and_the_others_fall(self):
        """Of three, ten rated good allow two."""
        result = sc.apply_quota(self.rows([95, 99, 90], 10), self.quota)

        assert [(row.subject_id, row.judged.code, row.grade.code) for row in result.rows[:3]] == [
            ("b00", "EXCELLENT", "EXCELLENT"), ("b01", "EXCELLENT", "EXCELLENT"), ("b02", "EXCELLENT", "GOOD"),
        ]  # fmt: skip
        assert result.rows[2].why.en == "beyond the cap: at most 2 in the group"
        assert result.rows[0].why.vi == "trong tỷ lệ: tối đa 2 người trong nhóm"
        assert result.rows[3].why.en == "The cap does not concern this grade"
        assert result.undecided == ()

    @pytest.mark.parametrize(
        ("base", "places"),
        [(sc.judging.QuotaBase.BELOW, 1), (sc.judging.QuotaBase.BELOW_AFTER, 2), (sc.judging.QuotaBase.BELOW_OR_BETTER, 2), (sc.judging.QuotaBase.ALL, 3)],
    )
    def test_the_base_is_a_parameter(self, base, places):
        """Of those rated good (9), with those lowered ((9 + 4) / 6), good or better (13), all (15)."""
        rows = [*self.rows([99, 98, 97, 96], 9), ("x", "b", scored(20)), ("y", "b", scored(20))]
        result = sc.apply_quota(rows, attrs.evolve(self.quota, base=base))

        assert [row.grade.code for row in result.rows].count("EXCELLENT") == places

    @pytest.mark.parametrize(
        ("base", "good", "places"),
        [
            (sc.judging.QuotaBase.BELOW, 9, 1), (sc.judging.QuotaBase.BELOW, 10, 2),  # n / 5 of n
            (sc.judging.QuotaBase.BELOW_AFTER, 7, 1), (sc.judging.QuotaBase.BELOW_AFTER, 8, 2),  # (n + 4) / 6
            (sc.judging.QuotaBase.BELOW_OR_BETTER, 5, 1), (sc.judging.QuotaBase.BELOW_OR_BETTER, 6, 2),  # (n + 4) / 5
            (sc.judging.QuotaBase.ALL, 4, 1), (sc.judging.QuotaBase.ALL, 5, 2),  # (n + 4 + 1) / 5
        ],
    )  # fmt: skip
    def test_each_base_at_the_number_that_gives_the_second_place(self, base, good, places):
        """Four judged excellent, one judged lower still, and as many good as just do not or just do allow two."""
        result = sc.apply_quota([*self.rows([99, 98, 97, 96], good), ("x", "b", scored(20))], attrs.evolve(self.quota, base=base))

        assert [row.grade.code for row in result.rows].count("EXCELLENT") == places

    @pytest.mark.parametrize(("rounding", "places"), [(sc.judging.Rounding.DOWN, 1), (sc.judging.Rounding.HALF_UP, 2), (sc.judging.Rounding.UP, 2)])
    def test_the_rounding_is_named(self, rounding, places):
        """8 x 20 % is 1.6."""
        result = sc.apply_quota(self.rows([99, 98, 97], 8), attrs.evolve(self.quota, rounding=rounding))

        assert [row.grade.code for row in result.rows].count("EXCELLENT") == places
        assert rounding.whole(Fraction(1, 2)) == (0 if rounding is sc.judging.Rounding.DOWN else 1)

    def test_a_tie_at_the_cut_goes_to_a_person(self):
        """Two alike and one place: nobody is chosen for them."""
        result = sc.apply_quota(self.rows([99, 95, 95], 10), self.quota)

        assert [row.grade and row.grade.code for row in result.rows[:3]] == ["EXCELLENT", None, None]
        assert result.undecided == (
            sc.judging.Undecided(group="b", subject_ids=("b01", "b02"), places=1, why=sc.Label("Bằng điểm tại ranh giới, hoặc không có điểm để so sánh", "A tie at the cut, or no points to go by")),
        )
        assert result.rows[1].why.en == "Left to somebody competent"

    def test_without_an_order_only_the_number_counts(self):
        """Everyone stays while there is room; beyond it everything is left to people."""
        unordered = attrs.evolve(self.quota, order_by=None)

        assert sc.apply_quota(self.rows([99, 90], 10), unordered).undecided == ()
        assert sc.apply_quota(self.rows([99, 90], 5), unordered).undecided[0].places == 1

    def test_undetermined_people_are_listed_apart_and_leave_open_what_they_could_change(self):
        """Someone who may still be excellent may take the place."""
        unknown = sc.assess(ND335_CIVIL_SERVANT, sc.Facts.of({"conduct.degradation": False, "conduct.service_discipline": False}))
        result = sc.apply_quota([*self.rows([99, 98], 5), ("u", "b", unknown)], self.quota)

        assert result.undetermined == ("u",)
        assert [row.subject_id for row in result.rows] == [f"b{number:02}" for number in range(7)]
        assert result.undecided[0].subject_ids == ("b00",)
        assert result.undecided[0].places is None
        assert result.rows[1].grade.code == "GOOD"
        nobody_excellent = sc.assess(ND335_CIVIL_SERVANT, sc.Facts.of({"points.general": 0, "conduct.degradation": False, "conduct.service_discipline": False, "tasks.quantity": 0}))
        assert sc.apply_quota([*self.rows([99, 98], 15), ("u", "b", nobody_excellent)], self.quota).undecided == ()

    def test_half_places_go_up_and_what_is_less_goes_down(self):
        """Of 2.4, 2.5 and 2.6."""
        shares = [Fraction(12, 5), Fraction(5, 2), Fraction(13, 5)]

        assert [sc.judging.Rounding.HALF_UP.whole(share) for share in shares] == [2, 3, 3]
        assert [sc.judging.Rounding.UP.whole(share) for share in (Fraction(2), Fraction(21, 10))] == [2, 3]
        assert [sc.judging.Rounding.DOWN.whole(share) for share in (Fraction(2), Fraction(29, 10))] == [2, 2]

    def open_between(self, *codes):
        """Somebody who may still get any of these grades, and no other."""
        known = {"EXCELLENT": {}, "GOOD": {"points.general": 15}}
        made = sc.assess(ND335_CIVIL_SERVANT, sc.Facts.of({"conduct.degradation": False, "conduct.service_discipline": False, **known[codes[0]]}))

        assert [grade.code for grade in made.possible][: len(codes)] == list(codes)
        return made

    def test_one_who_may_be_excellent_takes_at_most_one_place(self):
        """With two places and one such rival only the first is sure; with three places two are."""
        rival = ("u", "b", self.open_between("EXCELLENT", "GOOD"))

        two = sc.apply_quota([*self.rows([99, 98], 10), rival], self.quota)
        three = sc.apply_quota([*self.rows([99, 98], 15), rival], self.quota)

        assert [row.grade and row.grade.code for row in two.rows[:2]] == ["EXCELLENT", None]
        assert (two.undecided[0].subject_ids, two.undecided[0].places) == (("b01",), None)
        assert two.undecided[0].why.vi == "Còn phụ thuộc người chưa xác định mức"
        assert two.rows[1].why == sc.Label("Chờ người có thẩm quyền quyết định", "Left to somebody competent")
        assert three.undecided == ()

    def test_one_who_may_be_good_may_add_a_place(self):
        """Nine rated good allow one, ten two: the second place hangs on who is still open, who is no rival for it."""
        result = sc.apply_quota([*self.rows([99, 98, 97], 9), ("u", "b", self.open_between("GOOD", "COMPLETED"))], self.quota)

        assert [row.grade and row.grade.code for row in result.rows[:3]] == ["EXCELLENT", None, "GOOD"]
        assert (result.undecided[0].subject_ids, result.undecided[0].places) == (("b01",), None)
        assert result.undecided[0].why.en == "It depends on people who are still undetermined"
        assert [row.why.en for row in (result.rows[0], result.rows[2])] == ["within the cap: at most 1 in the group", "beyond the cap: at most 2 in the group"]
        assert [row.why.vi for row in (result.rows[0], result.rows[2])] == ["trong tỷ lệ: tối đa 1 người trong nhóm", "vượt tỷ lệ: tối đa 2 người trong nhóm"]
        assert {row.group for row in result.rows} == {"b"}

    def test_who_has_no_points_may_stand_before_anyone(self):
        """Ordered by a measure that is unknown of one: nobody is surely ahead of the other."""
        ladder = Ladder(facts=[YesNo(code="a", label=L), Measure(code="m", label=L, low=0, high=9, step=1)], rungs=[
            Rung(grade=sc.Grade(code="top", label=L, rank=2), criterion=Holds(code="a")),
            Rung(grade=sc.Grade(code="low", label=L, rank=1), criterion=Not(part=Holds(code="a"))),
        ])  # fmt: skip
        own = sc.Regulation(code="own", version=1, label=L, category="own", citation=WARD.citation, ladder=ladder)
        quota = sc.judging.Quota(grade="top", falls_to="low", share=Fraction(1, 2), base=sc.judging.QuotaBase.ALL, order_by=Quantity.of("m"))
        people = [(who, "g", sc.assess(own, sc.Facts.of({"a": True, "m": points}))) for who, points in (("x", 9), ("y", None))]
        result = sc.apply_quota(people, quota)

        assert [row.grade for row in result.rows] == [None, None]
        assert (result.undecided[0].subject_ids, result.undecided[0].places) == (("x", "y"), 1)

    def test_groups_are_capped_apart(self):
        """One body's places are not another's."""
        result = sc.apply_quota([*self.rows([99], 5, "a"), *self.rows([99], 4, "b")], self.quota)

        assert [row.grade.code for row in result.rows if row.judged.code == "EXCELLENT"] == ["EXCELLENT", "GOOD"]

    def test_points_that_the_regulation_does_not_have_are_refused(self):
        """A misspelt order, or one of another regulation, is named once."""
        partly = sc.assess(WARD, sc.Facts.of(DONE))
        quota = sc.judging.Quota(grade="good", falls_to="fair", share=Fraction(1, 2), base=sc.judging.QuotaBase.ALL, order_by=Quantity.of("points.general"))

        assert faults_of(lambda: sc.apply_quota([("a", "g", partly), ("b", "g", partly)], quota)) == ["unknown_code"]

    def test_bad_input(self):
        """All faults at once."""
        assert faults_of(lambda: sc.apply_quota([("a", "g", scored(99)), ("a", "g", scored(99)), ("b", "g", 5), ("c", "g", sc.assess(WARD, sc.Facts()))], self.quota)) == [
            "duplicate", "wrong_kind", "unknown_grade", "unknown_grade",
        ]  # fmt: skip
        assert faults_of(lambda: sc.judging.Quota(grade="", falls_to="", share=2, base=1, rounding=1, order_by=1, citation=1)) == ["blank", "blank", "out_of_range"] + ["wrong_kind"] * 4
        assert faults_of(lambda: sc.judging.Quota(grade="a", falls_to="b", share=0.2)) == ["not_exact"]


class TestYear:
    def part(self, month, state=sc.judging.PeriodState.WORKED, **facts):
        return sc.judging.PeriodFacts(period=Period.of_month(2026, month), state=state, facts=sc.Facts.of({code.replace("__", "."): value for code, value in facts.items()}))

    year = Period(start=date(2026, 1, 1), end=date(2026, 4, 1))

    def test_the_year_is_the_average_of_the_months_worked(self):
        """A month of maternity leave does not count, and neither is it a zero."""
        parts = [self.part(1, points__general=20), self.part(2, sc.judging.PeriodState.ON_LEAVE), self.part(3, points__general=21)]
        rolled = sc.judging.roll_up(ND335_CIVIL_SERVANT, parts, year=self.year)

        assert rolled.facts.values["points.general"] == Fraction(41, 2)
        assert rolled.left_out == ((Period.of_month(2026, 2), sc.judging.PeriodState.ON_LEAVE),)
        assert rolled.gaps == ()
        assert rolled.can_be_rated

    def test_equal_weights_count_short_months_as_long_ones(self):
        """January and February alike; and a month at nothing is a zero, not a gap."""
        year = Period(start=date(2026, 1, 1), end=date(2026, 3, 1))

        assert sc.judging.roll_up(ND335_CIVIL_SERVANT, [self.part(1, points__general=20), self.part(2, points__general=25)], year=year).facts.values["points.general"] == Fraction(45, 2)
        assert sc.judging.roll_up(ND335_CIVIL_SERVANT, [self.part(1, points__general=20), self.part(2, points__general=0)], year=year).facts.values["points.general"] == 10

    def test_what_every_month_shows_is_open_while_days_are_missing(self):
        """Good conduct in January and March says nothing of February."""
        parts = [self.part(1, conduct__degradation=False), self.part(3, conduct__degradation=False)]

        assert "conduct.degradation" not in sc.judging.roll_up(ND335_CIVIL_SERVANT, parts, year=self.year).facts.values

    def test_gaps_are_all_the_days_that_nothing_was_said_about(self):
        """Before, between and after the parts."""
        year = Period(start=date(2026, 1, 1), end=date(2026, 7, 1))
        rolled = sc.judging.roll_up(ND335_CIVIL_SERVANT, [self.part(4), self.part(2)], year=year)

        assert rolled.gaps == (Period.of_month(2026, 1), Period.of_month(2026, 3), Period(start=date(2026, 5, 1), end=date(2026, 7, 1)))
        assert rolled.counted == (Period.of_month(2026, 2), Period.of_month(2026, 4))

    def test_weights_are_a_parameter(self):
        """By days, January weighs 31 and February 28."""
        parts = [self.part(1, points__general=20), self.part(2, points__general=10), self.part(3, sc.judging.PeriodState.NOT_IN_POST)]

        assert sc.judging.roll_up(ND335_CIVIL_SERVANT, parts, year=self.year, weights=sc.judging.Weights.BY_DAYS).facts.values["points.general"] == Fraction(31 * 20 + 28 * 10, 59)

    def test_what_is_missing_stays_unknown(self):
        """A month that nothing was said about, and a month without the measure, leave the year open."""
        gap = sc.judging.roll_up(ND335_CIVIL_SERVANT, [self.part(1, points__general=20), self.part(3, points__general=20)], year=self.year)
        unknown = sc.judging.roll_up(ND335_CIVIL_SERVANT, [self.part(1, points__general=20), self.part(2), self.part(3, points__general=20)], year=self.year)

        assert gap.gaps == (Period.of_month(2026, 2),)
        assert "points.general" not in gap.facts.values
        assert "points.general" not in unknown.facts.values
        assert sc.judging.roll_up(ND335_CIVIL_SERVANT, [], year=self.year).gaps == (self.year,)

    def test_failing_heads_of_one_month_are_those_of_the_year(self):
        """One month settles them, whatever is unknown elsewhere; their absence must be shown of every month."""
        one = sc.judging.roll_up(ND335_CIVIL_SERVANT, [self.part(2, conduct__degradation=True)], year=self.year)
        shown = sc.judging.roll_up(ND335_CIVIL_SERVANT, [self.part(month, conduct__degradation=False) for month in (1, 2, 3)], year=self.year)
        open_one = sc.judging.roll_up(ND335_CIVIL_SERVANT, [self.part(1, conduct__degradation=False), self.part(2), self.part(3)], year=self.year)

        assert one.facts.values["conduct.degradation"] is True
        assert shown.facts.values["conduct.degradation"] is False
        assert "conduct.degradation" not in open_one.facts.values

    def test_no_month_worked_gives_no_facts(self):
        """There is nothing to rate."""
        rolled = sc.judging.roll_up(ND335_CIVIL_SERVANT, [sc.judging.PeriodFacts(period=self.year, state=sc.judging.PeriodState.ON_LEAVE)], year=self.year)

        assert not rolled.can_be_rated
        assert rolled.facts == sc.Facts()

    def test_sources_are_kept(self):
        """The year's fact names the evidence of every month."""
        parts = [
            sc.judging.PeriodFacts(period=Period.of_month(2026, month), state=sc.judging.PeriodState.WORKED, facts=sc.Facts.of({"points.general": 20}, sources={"points.general": [f"m{month}"]}))
            for month in (1, 2, 3)
        ]

        assert sc.judging.roll_up(ND335_CIVIL_SERVANT, parts, year=self.year).facts.get("points.general").sources == ("m1", "m2", "m3")

    def test_bad_parts(self):
        """Overlapping, outside, or with facts of a time not worked: all are named."""
        assert faults_of(lambda: sc.judging.roll_up(ND335_CIVIL_SERVANT, [self.part(3), self.part(3), self.part(4)], year=self.year)) == ["outside", "overlap"]
        assert faults_of(lambda: self.part(1, sc.judging.PeriodState.ON_LEAVE, points__general=1)) == ["surplus"]
        assert faults_of(lambda: sc.judging.PeriodFacts(period=1, state="worked", facts=1)) == ["wrong_kind"] * 3
        with pytest.raises(sc.WrongFactType):
            sc.judging.roll_up(ND335_CIVIL_SERVANT, [self.part(1, points__general=31)], year=self.year)

    def test_who_rates_someone_who_moved(self):
        """The last body; an earlier one is heard from six months on, exactly."""
        def stints(end):
            return [sc.judging.Stint(body_id="a", period=Period(start=date(2024, 1, 15), end=end)), sc.judging.Stint(body_id="b", period=Period(start=end, end=date(2025, 1, 1)))]

        assert sc.judging.who_rates(stints(date(2024, 7, 15)), comment_after_months=6) == ("b", ("a",))
        assert sc.judging.who_rates(stints(date(2024, 7, 14)), comment_after_months=6) == ("b", ())
        assert sc.judging.who_rates(stints(date(2024, 1, 16))) == ("b", ("a",))
        back = [*stints(date(2024, 7, 15)), sc.judging.Stint(body_id="a", period=Period(start=date(2025, 1, 1), end=date(2025, 2, 1)))]
        assert sc.judging.who_rates(back) == ("a", ("b",))
        assert faults_of(lambda: sc.judging.who_rates([])) == ["empty"]
        assert faults_of(lambda: sc.judging.who_rates([stints(date(2024, 7, 15))[0]] * 2)) == ["overlap"]
        assert faults_of(lambda: sc.judging.Stint(body_id="", period=5)) == ["blank", "wrong_kind"]


class TestPeriods:
    def test_months_are_counted_from_the_anchor(self):
        """Adding months one by one would lose the end of the month."""
        anchor = date(2023, 1, 31)

        assert [months_after(anchor, months).isoformat() for months in (1, 2, 13)] == ["2023-02-28", "2023-03-31", "2024-02-29"]
        assert months_after(months_after(anchor, 1), 1) != months_after(anchor, 2)

    def test_a_period_is_half_open(self):
        """Its last day is inside, its end is not."""
        period = Period.of_month(2024, 2)

        assert date(2024, 2, 29) in period
        assert date(2024, 3, 1) not in period
        assert "x" not in period
        assert period.last == date(2024, 2, 29)
        assert period.days == 29
        assert not period.overlaps(Period.of_month(2024, 3))
        assert period.shared(Period.of_month(2024, 3)) is None
        assert period.shared(Period.of_year(2024)) == period
        assert period.within(Period.of_year(2024))
        assert not Period.of_year(2024).within(period)
        assert faults_of(lambda: Period(start=date(2024, 1, 1), end=date(2024, 1, 1))) == ["empty_period"]
        assert faults_of(lambda: Period(start="x", end=date(2024, 1, 1))) == ["not_a_day"]


class TestTaskResults:
    def test_a_quarter_is_lost_each_time(self):
        """Failed checks take it off quality, delays off progress, down to nothing."""
        results = sc.judging.task_results([
            sc.judging.Product(done=True, failed_checks=1, delays=5),
            sc.judging.Product(done=True, units=2),
            sc.judging.Product(done=False),
        ])  # fmt: skip

        assert (results.quantity, results.quality, results.progress) == (75, Fraction(275, 4), 50)

    def test_nothing_assigned_says_nothing(self):
        """It is unknown, neither full marks nor none."""
        assert sc.judging.task_results([]) == sc.judging.TaskResults(quantity=None, quality=None, progress=None)

    def test_bad_products(self):
        """Units above 0, whole counts from 0."""
        assert faults_of(lambda: sc.judging.Product(done=1, units=0, failed_checks=-1, delays=0.5)) == ["too_small", "wrong_kind", "too_small", "not_whole"]
        assert faults_of(lambda: sc.judging.Product(done=True, units=0.5)) == ["not_exact"]


class TestProfiles:
    def test_which_facts_fail_and_are_unknown_most(self):
        """By unit, without naming anybody."""
        rows = [
            ("office", sc.assess(WARD, sc.Facts.of({**DONE, "civic.standing": False}))),
            ("office", sc.assess(WARD, sc.Facts.of({**DONE, "civic.standing": False, "conduct.violation": True}))),
            ("office", sc.assess(WARD, sc.Facts.of({**DONE, "civic.ties_with_people": None}))),
            ("desk", sc.assess(WARD, sc.Facts.of(DONE))),
        ]
        found = sc.judging.profiles(rows)
        office = found["office"]

        assert list(found) == ["desk", "office"]
        assert (office.people, office.undetermined, dict(office.grades)) == (3, 1, {"below_fair": 1, "fair": 1})
        assert office.most_failing() == ("civic.standing", "conduct.violation")
        assert office.failing["civic.standing"] == 2
        assert dict(office.unknown) == {"civic.ties_with_people": 1}

    def test_what_follows_from_an_answer_is_not_unknown(self):
        """Well done is also fairly done, and not fairly done is not well done; of the one who said nothing neither is known."""
        answers = ({"duties.well_done": True}, {"duties.fairly_done": False}, {"duties.fairly_done": True}, {})
        office = sc.judging.profiles([("o", sc.assess(WARD, sc.Facts.of(one))) for one in answers])["o"]

        assert (office.unknown["duties.fairly_done"], office.unknown["duties.well_done"]) == (1, 2)
        assert dict(office.failing) == {"duties.fairly_done": 1}
        assert office.most_unknown()[-1] == "duties.fairly_done"

    def test_what_is_most_stands_first_and_ties_stand_by_code(self):
        """Breaches of two people before the standing of one; every person counts, also those whose facts are alike."""
        breach = sc.assess(WARD, sc.Facts.of({**DONE, "conduct.violation": True}))
        other = sc.assess(WARD, sc.Facts.of({**DONE, "conduct.violation": True, "civic.ties_with_people": False, "civic.standing": False}))
        office = sc.judging.profiles([("o", breach), ("o", breach), ("o", other)])["o"]

        assert office.most_failing() == ("conduct.violation", "civic.standing", "civic.ties_with_people")
        assert dict(office.failing) == {"conduct.violation": 3, "civic.standing": 1, "civic.ties_with_people": 1}
        assert (office.people, dict(office.grades)) == (3, {"below_fair": 3})

    def test_regulations_are_not_mixed(self):
        """Those who work in a ward and those who live there are two populations."""
        rows = [("u", sc.assess(WARD, sc.Facts())), ("u", sc.assess(RESIDENCE_2014, sc.Facts()))]

        assert faults_of(lambda: sc.judging.profiles(rows)) == ["regulations_mixed"]

    def test_measures_are_counted_as_unknown_only(self):
        """Whether a measure fails depends on its threshold, which the reasons say."""
        found = sc.judging.profiles([("u", scored(50)), ("u", sc.assess(ND335_CIVIL_SERVANT, sc.Facts.of({"points.general": 0})))])

        assert found["u"].failing == {}
        assert found["u"].unknown["tasks.quality"] == 1


class TestDecisions:
    assessment = sc.assess(WARD, sc.Facts.of(DONE))
    first = sc.judging.Decision(id="1", subject_id="s", assessment=assessment, decided_on=date(2024, 12, 10), decided_by="board")
    appeal = sc.judging.Decision(id="2", subject_id="s", assessment=assessment, decided_on=date(2025, 1, 10), decided_by="board", ground=sc.judging.DecisionGround.APPEAL, supersedes="1")

    def test_the_later_one_stands_from_its_day(self):
        """Before it the first one stood, and both stay readable."""
        both = [self.appeal, self.first]

        assert sc.judging.in_effect(both, on=date(2024, 12, 9)) == {}
        assert sc.judging.in_effect(both, on=date(2025, 1, 9)) == {"s": (self.first,)}
        assert sc.judging.in_effect(both, on=date(2025, 1, 10)) == {"s": (self.appeal,)}
        assert sc.judging.decision_chain(both, "2") == (self.first, self.appeal)
        assert self.appeal.ground.label.vi == "giải quyết khiếu nại"

    def test_faults_come_at_once(self):
        """Unknown, repeated, foreign, later and circular references."""
        again = attrs.evolve(self.appeal, id="3")
        foreign = attrs.evolve(self.appeal, id="4", subject_id="t", supersedes="2")
        lost = attrs.evolve(self.appeal, id="5", supersedes="9")
        early = attrs.evolve(self.appeal, id="6", supersedes="5", decided_on=date(2024, 1, 1))
        codes = faults_of(lambda: sc.judging.in_effect([self.first, self.first, self.appeal, again, foreign, lost, early], on=date(2025, 1, 1)))

        assert codes == ["duplicate", "replaced_twice", "other_subject", "unknown_id", "not_earlier"]
        circle = [attrs.evolve(self.appeal, id="a", supersedes="b"), attrs.evolve(self.appeal, id="b", supersedes="a")]
        assert faults_of(lambda: sc.judging.in_effect(circle, on=date(2025, 1, 1))) == ["circle"]
        assert faults_of(lambda: sc.judging.decision_chain([self.first], "9")) == ["unknown_id"]
        assert faults_of(lambda: sc.judging.in_effect([5], on="x")) == ["not_a_day", "wrong_kind"]

    def test_a_long_chain_is_no_circle_until_it_is_closed(self):
        """Three hundred decisions, each in place of the one before, in any order; the first in place of the last closes them."""
        chain = [attrs.evolve(self.appeal, id=f"d{one:03}", supersedes=f"d{one - 1:03}") for one in range(300)]
        first = attrs.evolve(chain[0], ground=sc.judging.DecisionGround.ORIGINAL, supersedes=None)
        for order in (1, -1):
            assert [one.id for one in sc.judging.decision_chain([first, *chain[1:]][::order], "d299")] == [one.id for one in chain]
            closed = [attrs.evolve(chain[0], supersedes="d299"), *chain[1:]][::order]
            assert faults_of(lambda closed=closed: sc.judging.in_effect(closed, on=date(2025, 1, 1))) == ["circle"]

    def test_a_circle_is_found_from_outside_too(self):
        """Something that replaces a decision of the circle leads into it and not back."""
        into = [attrs.evolve(self.appeal, id=one, supersedes=other) for one, other in (("c", "a"), ("a", "b"), ("b", "a"))]

        assert faults_of(lambda: sc.judging.in_effect(into, on=date(2025, 1, 1))) == ["replaced_twice", "circle"]

    def test_decisions_of_one_subject_stand_by_day_and_id(self):
        """Two that replace nothing both stand."""
        second = attrs.evolve(self.first, id="0")
        earlier = attrs.evolve(self.first, id="9", decided_on=date(2024, 1, 1))
        other = attrs.evolve(self.first, id="7", subject_id="r")

        assert sc.judging.in_effect([self.first, second, earlier, other], on=date(2024, 12, 10)) == {"s": (earlier, second, self.first), "r": (other,)}
        assert list(sc.judging.in_effect([self.first, other], on=date(2024, 12, 10))) == ["r", "s"]

    def test_a_decision_checks_itself(self):
        """An original one replaces none, any other names the one it replaces."""
        assert faults_of(lambda: attrs.evolve(self.first, supersedes="0")) == ["surplus"]
        assert faults_of(lambda: attrs.evolve(self.appeal, supersedes=None)) == ["missing"]
        assert faults_of(lambda: sc.judging.Decision(id="", subject_id="", assessment=1, decided_on=1, decided_by="", ground="x")) == ["blank"] * 3 + ["wrong_kind", "not_a_day", "wrong_kind"]


def test_a_group_spelt_in_two_ways_is_one_group():
    """Ids and groups of a quota are compared in composed Unicode, and what is none is named with its row."""
    decomposed, composed = "to\u0302\u0309", "t\u1ed5"
    good = sc.assess(WARD, sc.Facts.of({**dict.fromkeys([*sc.regulations.CIVIC_CODES, "duties.well_done"], True), "conduct.violation": False}))
    quota = sc.judging.Quota(grade="good", falls_to="fair", share=Fraction(1, 2), base=sc.judging.QuotaBase.ALL)
    result = sc.apply_quota([("a", decomposed, good), ("b", composed, good)], quota)

    assert {row.group for row in result.rows} == {composed}
    assert [one.subject_ids for one in result.undecided] == [("a", "b")]
    assert faults_of(lambda: sc.apply_quota([(decomposed, "g", good), (composed, "g", good)], quota)) == ["duplicate"]
    assert faults_of(lambda: sc.apply_quota([("", 7, good), ("a", "g"), 5], quota)) == ["blank", "not_text", "wrong_kind", "wrong_kind"]
    assert {unit: one.people for unit, one in sc.judging.profiles([(decomposed, good), (composed, good)]).items()} == {composed: 2}
    assert faults_of(lambda: sc.judging.profiles([("", good)])) == ["blank"]
    assert faults_of(lambda: sc.programme.grade_tally(WARD, [(decomposed, good), (composed, good)], population="p")) == ["duplicate"]


def test_what_a_known_part_of_a_sum_puts_out_of_reach_settles_nothing():
    """With n at 0 the sum cannot reach 6: each of the five values of m settles the grade, none of them as the best."""
    total = Quantity(terms=[Term(code="m"), Term(code="n")])
    rungs = [Rung(grade=sc.Grade(code=f"g{bound}", label=L, rank=bound), criterion=Compare(quantity=total, comparison=Comparison.AT_LEAST, bound=bound)) for bound in (6, 3, 0)]
    ladder = Ladder(facts=[Measure(code=code, label=L, low=0, high=4, step=1) for code in "mn"], rungs=rungs)
    regulation = sc.Regulation(code="sum", version=1, label=L, category="sum", citation=WARD.citation, ladder=ladder)
    [question] = sc.assess(regulation, sc.Facts.of({"n": 0})).questions

    assert (question.code, question.settles) == ("m", 5)
    assert [(answer.least, answer.greatest, answer.possible[0].code) for answer in question.answers] == [(0, 2, "g0"), (3, 4, "g3")]


def of_two(*, implications=()):
    """A regulation whose better grade asks for both a and b."""
    facts = [YesNo(code=code, label=L) for code in "ab"]
    rungs = [
        Rung(grade=sc.Grade(code="top", label=L, rank=1), criterion=AllOf(parts=[Holds(code="a"), Holds(code="b")])),
        Rung(grade=sc.Grade(code="low", label=L, rank=0), criterion=AllOf(parts=())),
    ]
    ladder = Ladder(facts=facts, implications=implications, rungs=rungs)
    return sc.Regulation(code="two", version=1, label=L, category="two", citation=WARD.citation, ladder=ladder)


def test_of_two_facts_that_follow_from_each_other_either_is_a_remedy():
    """Whoever does a has done b as well, and the other way round: two remedies, each of one change and of what follows."""
    both = [Implication(code="a", then_code="b", label=L), Implication(code="b", then_code="a", label=L)]
    found = sc.remedies(of_two(implications=both), sc.Facts.of({"a": False, "b": False}), target="top")

    assert [[(change.code, change.needed) for change in one.changes] for one in found] == [[("a", True), ("b", True)], [("b", True), ("a", True)]]


def test_a_search_for_remedies_that_grows_too_large_is_refused(monkeypatch):
    """Where no set of rows may be looked at, the first one is too many."""
    monkeypatch.setattr(sys.modules["supervision_core.criteria.remedies"], "LARGEST_SEARCH", 0)
    with pytest.raises(sc.values.BeyondExactness, match="the search for the fewest changes") as raised:
        sc.remedies(of_two(), sc.Facts.of({"a": False, "b": False}), target="top")

    assert (raised.value.size, raised.value.limit) == (1, 0)


def test_one_criterion_is_settled_over_all_that_is_unknown():
    """With a true and b unknown a is met and both together are open; with a false both together are not met."""
    rule = of_two()
    both = rule.ladder.rungs[0].criterion
    known, none = (sc.assess(rule, sc.Facts.of({"a": answer})) for answer in (True, False))

    assert (known.verdict_of(both.parts[0]), known.verdict_of(both)) == (sc.Verdict.MET, sc.Verdict.UNKNOWN)
    assert none.verdict_of(both) is sc.Verdict.NOT_MET


def test_a_measure_of_too_many_values_beside_another_is_not_asked_about():
    """From 0 to 2 to the power of 20 by ones there is one value more than the limit of 2 to the power of 20."""
    rule = of_measures(bound(AT_LEAST, 5, "m", "n"), m=2**20, n=10)
    with pytest.raises(sc.values.BeyondExactness, match="the values of a measure") as raised:
        sc.assess(rule, sc.Facts.of({"n": 3})).open_facts

    assert (raised.value.size, raised.value.limit) == (2**20 + 1, 2**20)


def test_nothing_is_open_where_one_grade_is_left():
    """With a false only the lower grade is possible, so b is not worth asking for; with a true it is."""
    space = fact_space(of_two())

    assert open_questions(space, {"a": False}) == ()
    assert [question.code for question in open_questions(space, {"a": True})] == ["b"]


def test_facts_of_a_class_of_somebody_else_are_refused():
    """They might tell another row than they hold, and what is remembered of a regulation is there for everybody."""
    met = {"duties.well_done": True, "conduct.violation": False, **dict.fromkeys(sc.regulations.CIVIC_CODES, True)}
    ward = sc.regulations.good_performance()
    honest = sc.Facts.of({**met, "civic.standing": False}, sources={"civic.standing": ["BB-1"]})

    class Lying(sc.Facts):
        row = honest.row
        _given = None

    with pytest.raises(sc.InvalidInput) as raised:
        sc.assess(ward, Lying.of(met))
    assert [fault.code for fault in raised.value.faults] == ["not_facts"]
    assert sc.assess(ward, honest).grade.code == "fair"
