"""A year from its parts: states survive, known months settle it, and means are judged whatever their step."""

from datetime import date
from fractions import Fraction

import attrs
import pytest

import supervision_core as sc
from fuzzing.years import check
from supervision_core import Period
from supervision_core.criteria import (
    AllOf,
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
from supervision_core.judging import PeriodFacts, PeriodState, Weights
from supervision_core.rendering import to_text

L = sc.Label("nội dung", "item")
ND335 = sc.regulations.ND335_CIVIL_SERVANT
LEADER = sc.regulations.ND335_LEADER
WARD = sc.regulations.GOOD_PERFORMANCE_2014
YEAR = Period.of_year(2026)
CLEAN = {"conduct.degradation": False, "conduct.service_discipline": False}
FULL = {"tasks.quantity": 100, "tasks.quality": 100, "tasks.progress": 100, **CLEAN}


def month(number, values=(), *facts, state=PeriodState.WORKED):
    """A month of 2026 with some values and further facts."""
    listed = [sc.Fact(code=code, value=value) for code, value in dict(values).items()]
    return PeriodFacts(period=Period.of_month(2026, number), state=state, facts=sc.Facts([*listed, *facts]))


def regulation(*facts, implications=(), rungs=None):
    """A regulation of some facts: good where all hold."""
    best = AllOf(parts=[Holds(code=one.code) if one.favourable is not False else Not(part=Holds(code=one.code)) for one in facts if isinstance(one, YesNo)])
    made = rungs or [Rung(grade=sc.Grade(code="good", label=L, rank=2), criterion=best), Rung(grade=sc.Grade(code="rest", label=L, rank=1), criterion=AllOf(parts=[]))]
    return sc.Regulation(code="own", version=1, label=L, category="own", citation=WARD.citation, ladder=Ladder(facts=facts, implications=implications, rungs=made))


def codes(rolled):
    """The codes of the grades that are possible."""
    return [grade.code for grade in rolled.possible]


def faults_of(call):
    """The codes of the faults that a call raises."""
    with pytest.raises(sc.InvalidInput) as caught:
        call()
    return [fault.code for fault in caught.value.faults]


class TestStates:
    """J2: what does not apply or is contested in a month is not forgotten by the year."""

    household = YesNo(code="household", label=L, not_applicable_as=True)
    rule = regulation(household, YesNo(code="person", label=L))
    nobody = sc.Fact(code="household", state=sc.FactState.NOT_APPLICABLE, why=sc.Label("sống một mình", "lives alone"), sources=["register"])

    def test_who_has_no_household_is_not_asked_about_it(self):
        """It applies in no month, so it does not apply to the year, for the same reason and by the same sources."""
        rolled = sc.judging.roll_up(self.rule, [month(number, {"person": True}, self.nobody) for number in range(1, 13)], year=YEAR)

        found = rolled.facts.get("household")
        assert (found.state, found.why.en, found.sources) == (sc.FactState.NOT_APPLICABLE, "lives alone", ("register",))
        assert rolled.grade.code == "good"
        assert sc.assess(self.rule, rolled.facts).grade.code == "good"

    def test_a_household_of_half_a_year_is_judged_by_that_half(self):
        """Months without one say nothing, for and against."""
        def year(answer):
            return sc.judging.roll_up(self.rule, [month(1, {"person": True}, self.nobody), month(2, {"person": True, "household": answer})], year=Period(start=date(2026, 1, 1), end=date(2026, 3, 1)))

        assert (year(True).facts.values["household"], year(False).facts.values["household"]) == (True, False)
        assert (year(True).grade.code, year(False).grade.code) == ("good", "rest")

    def test_what_is_contested_in_a_month_is_contested_in_the_year(self):
        """With the sources that contradict each other; unless another month settles it anyway."""
        fought = sc.Fact(code="person", state=sc.FactState.CONTESTED, sources=["a", "b"])
        whole = Period(start=date(2026, 1, 1), end=date(2026, 3, 1))
        open_one = sc.judging.roll_up(self.rule, [month(1, {"household": True}, fought), month(2, {"household": True, "person": True})], year=whole)
        settled = sc.judging.roll_up(self.rule, [month(1, {"household": True}, fought), month(2, {"household": True, "person": False})], year=whole)

        assert (open_one.facts.get("person").state, open_one.facts.get("person").sources) == (sc.FactState.CONTESTED, ("a", "b"))
        assert settled.facts.values["person"] is False
        assert (codes(open_one), codes(settled)) == (["good", "rest"], ["rest"])

    def test_a_measure_that_does_not_apply_in_a_month_counts_in_the_others(self):
        """The mean of the months that have it; of none, it does not apply."""
        points = Measure(code="points", label=L, low=0, high=10, step=1, not_applicable_as=0)
        rule = regulation(points)
        none = sc.Fact(code="points", state=sc.FactState.NOT_APPLICABLE)
        whole = Period(start=date(2026, 1, 1), end=date(2026, 4, 1))

        some = sc.judging.roll_up(rule, [month(1, {"points": 4}), month(2, (), none), month(3, {"points": 7})], year=whole)
        never = sc.judging.roll_up(rule, [month(number, (), none) for number in (1, 2, 3)], year=whole)
        assert some.facts.values["points"] == Fraction(11, 2)
        assert never.facts.get("points").state is sc.FactState.NOT_APPLICABLE

    def test_the_sources_of_a_year_are_those_of_the_months_that_say_it(self):
        """Neither of months in which it does not apply, nor of those that answered otherwise; a remark stays where all have the same."""
        points = Measure(code="points", label=L, low=0, high=10, step=1, not_applicable_as=0)
        home = YesNo(code="home", label=L, not_applicable_as=True)
        rule, whole = regulation(points, home, YesNo(code="done", label=L)), Period(start=date(2026, 1, 1), end=date(2026, 4, 1))
        remark, other = sc.Label("theo bảng", "by the table"), sc.Label("theo sổ", "by the book")

        def fact(code, value, source, why=remark, state=sc.FactState.FOUND):
            return sc.Fact(code=code, value=value, sources=[source], why=why, state=state)

        away = sc.FactState.NOT_APPLICABLE
        rolled = sc.judging.roll_up(
            rule,
            [
                month(1, (), fact("points", 4, "a"), fact("home", True, "d"), fact("done", True, "g", other)),
                month(2, (), fact("points", None, "b", other, away), fact("home", None, "e", other, away), fact("done", False, "h")),
                month(3, (), fact("points", 7, "c"), fact("home", True, "f"), fact("done", False, "i")),
            ],
            year=whole,
        )

        found = {code: rolled.facts.get(code) for code in ("points", "home", "done")}
        assert {code: (one.value, one.sources) for code, one in found.items()} == {
            "points": (Fraction(11, 2), ("a", "c")),
            "home": (True, ("d", "f")),
            "done": (False, ("h", "i")),
        }
        assert {one.why for one in found.values()} == {remark}


class TestSettledEarly:
    """J3: a year is settled as soon as the known months settle it."""

    def test_one_unknown_month_cannot_change_what_eleven_settle(self):
        """Eleven months of 30 points and a twelfth anywhere from 0: at least 97.5 of 100, so the best grade is certain."""
        known = [month(number, {**FULL, "points.general": 30}) for number in range(1, 12)]
        rolled = sc.judging.roll_up(ND335, [*known, month(12, FULL)], year=YEAR)

        assert rolled.facts.get("points.general").value is None
        assert rolled.grade == ND335.grades[0]
        assert len(sc.assess(ND335, rolled.facts).possible) > 1

    def test_the_bounds_are_exact(self):
        """With eleven months at 90 points in sum, the twelfth may bring 60 to 90: 87.5 to 90, so both grades are possible; at 94, 91.5 and more."""
        def year(points):
            known = [month(number, {**FULL, "points.general": points}) for number in range(1, 12)]
            return sc.judging.roll_up(ND335, [*known, month(12, FULL)], year=YEAR)

        # 70 points come from the tasks; the best grade begins at 90 of 100.
        at = {points: len(codes(year(points))) for points in (20, 22, 24)}
        # 20: 11*90/12 + 70/12 to 100/12 = 88.3 to 90.8; 22: 11*92/12 + 70/12 = 90.2 and more.
        assert at == {20: 2, 22: 1, 24: 1}

    def test_days_that_nothing_was_said_about_weigh_what_they_are(self):
        """By days a missing December is 31 of 365; counted once each, nobody knows how many parts it was."""
        known = [month(number, {**FULL, "points.general": 30}) for number in range(1, 12)]
        clean = sc.judging.roll_up(ND335, known, year=YEAR, weights=Weights.BY_DAYS)
        by_parts = sc.judging.roll_up(ND335, known, year=YEAR)

        # At least 334 of 365 days at full points: 91.5 of 100; conduct in December may still cost everything.
        assert codes(clean) == ["EXCELLENT", "NOT_COMPLETED"]
        assert codes(by_parts) == ["EXCELLENT", "GOOD", "COMPLETED", "NOT_COMPLETED"]

    def test_a_sample_agrees_with_every_completion(self):
        """A hundred and fifty of the years that ``fuzzing/years.py`` tries."""
        kinds = [check(seed) for seed in range(150)]
        assert min(kinds.count("settled"), kinds.count("open")) > 40

    def test_what_is_too_large_is_said_and_not_estimated(self):
        """Thirty yes/no facts: with one of them unknown nothing exact can be said, unless the others settle it."""
        many = [YesNo(code=f"f{number:02}", label=L) for number in range(30)]
        rule = regulation(*many)
        answers = {one.code: True for one in many}
        whole = Period.of_month(2026, 1)

        assert sc.judging.roll_up(rule, [month(1, answers)], year=whole).grade.code == "good"
        assert sc.judging.roll_up(rule, [month(1, {**answers, "f07": False})], year=whole).grade.code == "rest"
        del answers["f00"]
        unknown = sc.judging.roll_up(rule, [month(1, answers)], year=whole)
        assert (unknown.possible, unknown.grade) == (None, None)
        assert "Chưa thể kết luận" in to_text(unknown)

    def test_too_many_facts_that_imply_each_other_are_refused_with_the_size(self):
        """Eleven in a chain."""
        many = [YesNo(code=f"f{number:02}", label=L) for number in range(11)]
        chain = [Implication(code=one.code, then_code=other.code, label=L) for one, other in zip(many, many[1:], strict=False)]

        with pytest.raises(sc.values.BeyondExactness) as caught:
            sc.judging.roll_up(regulation(*many, implications=chain), [], year=YEAR)
        assert (caught.value.size, caught.value.limit) == (11, 10)


class TestMeans:
    """J21: yearly values are exact, and judged."""

    def test_a_leader_whose_items_vary_gets_a_yearly_grade(self):
        """100 in one month and 50 in the other: 75, between the two steps that a month may have."""
        items = ("leading.body_results", "leading.organising", "leading.uniting")
        rest = {**FULL, "points.general": 30, "leading.body_corruption": False}
        parts = [month(number, {**rest, **dict.fromkeys(items, value)}) for number, value in ((1, 100), (2, 50))]
        rolled = sc.judging.roll_up(LEADER, parts, year=Period(start=date(2026, 1, 1), end=date(2026, 3, 1)))

        assert rolled.facts.values["leading.uniting"] == 75
        yearly = sc.assess(sc.judging.for_year(LEADER), rolled.facts)
        # 30 points, and 70 times the mean of 100, 100, 100, 75, 75, 75: 91.25.
        assert (rolled.grade, yearly.grade) == (LEADER.grades[0], LEADER.grades[0])
        with pytest.raises(sc.WrongFactType):
            sc.assess(LEADER, rolled.facts)

    @pytest.mark.parametrize("weight", [Fraction(1, 2), 1, Fraction(3, 2), Fraction(-1, 2), -1, -2])
    def test_an_unknown_month_moves_the_sum_between_its_ends(self, weight):
        """One month has all ten points, of the other nothing is known: the mean is 5 to 10, in steps of a half, times the weight."""
        points = Measure(code="points", label=L, low=0, high=10, step=1)
        ends = sorted((5 * Fraction(weight), 10 * Fraction(weight)))

        def rungs(*bounds):
            quantity = Quantity(terms=[Term(code="points", weight=weight)])
            criteria = [*(Compare(quantity=quantity, comparison=Comparison.AT_LEAST, bound=bound) for bound in bounds), AllOf(parts=[])]
            return [Rung(grade=sc.Grade(code=f"g{place}", label=L, rank=9 - place), criterion=one) for place, one in enumerate(criteria)]

        def year(*bounds):
            rule = regulation(points, rungs=rungs(*bounds))
            whole = Period(start=date(2026, 1, 1), end=date(2026, 3, 1))
            return codes(sc.judging.roll_up(rule, [month(1, {"points": 10}), month(2)], year=whole))

        step = abs(Fraction(weight)) / 2
        assert year(ends[1] + step, ends[1], ends[0] + step, ends[0], ends[0] - step) == ["g1", "g2", "g3"]
        assert year(ends[0]) == ["g0"]

    def test_an_answer_that_speaks_neither_way_needs_no_unanimity(self):
        """All alike: that answer. Different ones: the year says neither, and why."""
        neither = regulation(YesNo(code="moved", label=L, favourable=None))
        whole = Period(start=date(2026, 1, 1), end=date(2026, 3, 1))

        def year(first, second):
            return sc.judging.roll_up(neither, [month(1, {"moved": first}), month(2, {"moved": second})], year=whole)

        assert [year(*both).facts.values["moved"] for both in ((True, True), (False, False))] == [True, False]
        mixed = year(True, False)
        assert (mixed.facts.get("moved").state, mixed.facts.get("moved").why.vi) == (sc.FactState.NOT_SHOWN, "các kỳ trong năm khác nhau")
        assert codes(mixed) == ["good", "rest"]

    def test_what_follows_is_heeded(self):
        """Not even fairly done in one month: not well done in the year, though nobody said so."""
        whole = Period(start=date(2026, 1, 1), end=date(2026, 3, 1))
        rolled = sc.judging.roll_up(WARD, [month(1, {"duties.fairly_done": False}), month(2, {"duties.well_done": True})], year=whole)

        assert (rolled.facts.values["duties.well_done"], rolled.facts.values["duties.fairly_done"]) == (False, False)
        assert rolled.grade.code == "below_fair"

    def test_a_year_that_no_answer_fits_contradicts_itself(self):
        """Something that one month is enough for brings something that every month must have, and one has not."""
        rule = regulation(YesNo(code="once", label=L, favourable=False), YesNo(code="always", label=L), implications=[Implication(code="once", then_code="always", label=sc.Label("kéo theo", "it follows"))])
        whole = Period(start=date(2026, 1, 1), end=date(2026, 3, 1))

        with pytest.raises(sc.ContradictoryFacts) as caught:
            sc.judging.roll_up(rule, [month(1, {"once": True, "always": True}), month(2, {"once": False, "always": False})], year=whole)
        assert (caught.value.codes, caught.value.provision.en) == (("once", "always"), "it follows")

    def test_own_codes_are_known_by_a_vocabulary(self):
        """A code that only the application knows may stand in a month."""
        own = YesNo(code="own.matter", label=L)
        rolled = sc.judging.roll_up(WARD, [month(1, {"own.matter": True})], year=Period.of_month(2026, 1), vocabulary=iter([own]))

        assert "own.matter" not in rolled.facts
        with pytest.raises(sc.UnknownFact):
            sc.judging.roll_up(WARD, [month(1, {"own.matter": True})], year=YEAR)

    def test_sums_with_both_signs_run_from_end_to_end(self):
        """What is taken off is least where it is most: 0 to 2 points less 0 to 2 deductions is -2 to 2."""
        facts = [Measure(code=code, label=L, low=0, high=2, step=1) for code in ("plus", "minus")]
        quantity = Quantity(terms=[Term(code="plus"), Term(code="minus", weight=-1)])
        rungs = [
            Rung(grade=sc.Grade(code=f"at{bound}", label=L, rank=9 + bound), criterion=Compare(quantity=quantity, comparison=Comparison.AT_LEAST, bound=bound))
            for bound in (3, 2, 0, -2)
        ]
        rule = regulation(*facts, rungs=rungs)

        assert codes(sc.judging.roll_up(rule, [month(1)], year=Period.of_month(2026, 1))) == ["at2", "at0", "at-2"]
        assert codes(sc.judging.roll_up(rule, [], year=Period.of_month(2026, 1))) == ["at2", "at0", "at-2"]


class TestArguments:
    """What is given is checked before it is read."""

    def test_weights_are_a_member(self):
        """The text "equal" meant "by days" before."""
        assert faults_of(lambda: sc.judging.roll_up(ND335, [], year=YEAR, weights="equal")) == ["wrong_kind"]

    def test_everything_else_is_checked_too(self):
        """All at once: no regulation, no part, no year."""
        assert faults_of(lambda: sc.judging.roll_up(None, [5], year=2026)) == ["wrong_kind"] * 3
        assert faults_of(lambda: sc.judging.roll_up(ND335, None, year=YEAR)) == ["not_a_collection"]
        assert faults_of(lambda: sc.judging.for_year("ND335")) == ["wrong_kind"]

    def test_what_is_wrong_in_several_months_is_named_with_its_month(self):
        """All months at once; contradictions stay contradictions."""
        with pytest.raises(sc.WrongFactType) as caught:
            sc.judging.roll_up(ND335, [month(1, {"points.general": 31}), month(3, {"points.general": 99})], year=YEAR)
        assert [fault.place for fault in caught.value.faults] == [f"roll_up.parts, 2026-{first} to 2026-{last}: Facts['points.general']" for first, last in (("01-01", "01-31"), ("03-01", "03-31"))]
        with pytest.raises(sc.ContradictoryFacts) as contradiction:
            sc.judging.roll_up(WARD, [month(1, {"duties.well_done": True, "duties.fairly_done": False})], year=YEAR)
        assert contradiction.value.codes == ("duties.fairly_done", "duties.well_done")


class TestReport:
    """What people read of a year."""

    def test_a_settled_year_an_open_one_and_none(self):
        """The result comes first; parts, leave and days that nothing was said about have their lines."""
        known = [month(number, {**FULL, "points.general": 30}) for number in range(1, 11)]
        leave = month(11, state=PeriodState.ON_LEAVE)
        settled = sc.judging.roll_up(ND335, [*known, leave, month(12, {**FULL, "points.general": 30})], year=YEAR)
        opened = sc.judging.roll_up(ND335, [*known, leave], year=YEAR)

        assert f"Kết quả: {ND335.grades[0].label.vi}" in to_text(settled)
        assert "nghỉ cả kỳ" in to_text(settled)
        assert "month 12/2026" in to_text(opened, lang="en")
        assert "Chưa xác định" in to_text(opened)
        assert "nothing to rate" in to_text(sc.judging.roll_up(ND335, [leave], year=YEAR), lang="en")

    def test_a_year_keeps_through_its_document(self):
        """What it may come to is kept with it."""
        rolled = sc.judging.roll_up(ND335, [month(1, FULL)], year=YEAR)
        document = sc.serialization.to_document(rolled)

        assert sc.serialization.from_document(document, sc.judging.YearFacts) == rolled
        assert attrs.evolve(rolled, possible=None).grade is None
