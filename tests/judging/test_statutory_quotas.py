"""The shares of the best grade by decree, in pairs: the last number that has no place and the first that has one."""

from fractions import Fraction

import attrs
import pytest

import supervision_core as sc
from supervision_core.judging import (
    HEAD_CITATION,
    ND233_EMPLOYEE_QUOTA,
    ND233_UNIT_QUOTA,
    ND335_QUOTA,
    QuotaBase,
    Rounding,
    held_to_unit,
)
from supervision_core.regulations import (
    GOOD_PERFORMANCE_2014,
    ND233_PUBLIC_EMPLOYEE,
    ND233_PUBLIC_EMPLOYEE_MANAGER,
    ND233_SERVICE_UNIT,
)

GRADES = ["EXCELLENT", "GOOD", "COMPLETED", "NOT_COMPLETED"]
EMPLOYEE = {
    "year.months_worked": 12, "year.sick_leave": False, "year.maternity_leave": False, "conduct.degradation": False,
    "conduct.task_violation_disciplined": False, "conduct.degradation_or_task_discipline": False,
}  # fmt: skip


LADDER = sc.criteria.Ladder(
    facts=[sc.criteria.Measure(code="points", label=sc.Label("Điểm", "Points"), low=0, high=10, step=1)],
    rungs=[
        sc.criteria.Rung(
            grade=sc.Grade(code=code, label=sc.regulations.STATUTORY_GRADES[code], rank=rank),
            criterion=sc.criteria.Compare(quantity=sc.criteria.Quantity.of("points"), comparison=sc.criteria.Comparison.AT_LEAST, bound=bound),
        )
        for code, rank, bound in (("EXCELLENT", 2, 8), ("GOOD", 1, 4))
    ],
)


#: By these a unit's grade is left to whoever is competent.
LEFT = {"body.done_share": 80, "body.late_share": 30}


def employee(points, regulation=ND233_PUBLIC_EMPLOYEE, **more):
    """Somebody with so many points and nothing against them."""
    asked = {fact.code for fact in regulation.ladder.facts}
    facts = {code: value for code, value in EMPLOYEE.items() if code in asked} | {"points.general": 25, "points.task_results": points - 25}
    return sc.assess(regulation, sc.Facts.of({**facts, **more}))


def unit(points, **more):
    """A unit with so many points that meets every condition of the best grade."""
    facts = {}
    for fact in ND233_SERVICE_UNIT.ladder.facts:
        if isinstance(fact, sc.criteria.YesNo):
            facts[fact.code] = fact.favourable is not False
        else:
            facts[fact.code] = 100
    return sc.assess(ND233_SERVICE_UNIT, sc.Facts.of({**facts, "body.late_share": 0, "body.points": points, **more}))


def kept(quota, best, good, *, raised=False, make=employee):
    """How many of so many EXCELLENT beside so many GOOD may keep the grade, all in one group."""
    rows = [(f"e{i}", "group", make(95)) for i in range(best)] + [(f"g{i}", "group", make(80)) for i in range(good)]
    result = sc.apply_quota(rows, quota, raised_for=["group"] if raised else ())
    places = [one.places for one in result.undecided]
    return places[0] if places else sum(row.grade.code == "EXCELLENT" for row in result.rows)


class TestShares:
    def test_what_is_shipped(self):
        """20 % of those rated GOOD, rounded down, each with its article; 25 % only where its number was read; nothing orders people."""
        for quota, number, article, raised, small in (
            (ND335_QUOTA, "335/2025/NĐ-CP", "20.5.a", None, (0, 0)),
            (ND233_EMPLOYEE_QUOTA, "233/2026/NĐ-CP", "12.6", Fraction(1, 4), (0, 0)),
            (ND233_UNIT_QUOTA, "233/2026/NĐ-CP", "7.7", Fraction(1, 4), (5, 1)),
        ):
            assert (quota.grade, quota.falls_to, quota.share, quota.base, quota.rounding) == (
                "EXCELLENT", "GOOD", Fraction(1, 5), QuotaBase.BELOW, Rounding.DOWN,
            )  # fmt: skip
            assert (quota.citation.instrument.number, quota.citation.article) == (number, article)
            assert (quota.raised_share, quota.order_by, (quota.small_below, quota.small_places)) == (raised, None, small)
            assert quota.citation.verification is sc.values.Verification.VERIFIED

    @pytest.mark.parametrize(("good", "places"), [(4, 0), (5, 1), (9, 1), (10, 2)])
    def test_article_12_6_a(self, good, places):
        """Decree 233, Article 12.6.a: a fifth of those rated GOOD, never above it."""
        assert kept(ND233_EMPLOYEE_QUOTA, 3, good) == places

    @pytest.mark.parametrize(("good", "places"), [(3, 0), (4, 1), (7, 1), (8, 2)])
    def test_article_12_6_b(self, good, places):
        """Decree 233, Article 12.6.b: a quarter in a unit that is itself EXCELLENT, and only there."""
        assert kept(ND233_EMPLOYEE_QUOTA, 3, good, raised=True) == places

    @pytest.mark.parametrize(("good", "places"), [(0, 1), (1, 1), (2, 1), (3, 0), (8, 1)])
    def test_article_7_7_c(self, good, places):
        """Decree 233, Article 7.7.c: of two to four units one may be EXCELLENT; from five on the share counts."""
        assert kept(ND233_UNIT_QUOTA, 2, good, make=unit) == places

    @pytest.mark.parametrize(("good", "raised", "places"), [(4, False, 0), (5, False, 1), (3, True, 0), (4, True, 1)])
    def test_articles_7_7_a_and_b(self, good, raised, places):
        """Decree 233, Articles 7.7.a and 7.7.b: a fifth of the units rated GOOD, a quarter of an EXCELLENT body's."""
        assert kept(ND233_UNIT_QUOTA, 2, good, raised=raised, make=unit) == places


class TestGradesToCome:
    def test_a_unit_left_to_the_rater_may_be_one_more_good_one(self):
        """Of four GOOD units none may be EXCELLENT, of five one: while the fifth is left to the rater nobody loses the grade."""
        rows = [("best", "group", unit(95)), *((f"g{number}", "group", unit(80)) for number in range(4)), ("left", "group", unit(95, **LEFT))]
        result = sc.apply_quota(rows, ND233_UNIT_QUOTA)

        assert rows[-1][2].grade.rank is None
        assert result.undetermined == ("left",)
        assert [grade.code for grade in result.possible["left"]] == GRADES
        assert {row.subject_id: row.grade and row.grade.code for row in result.rows} == {"best": None} | {f"g{number}": "GOOD" for number in range(4)}
        assert [(one.subject_ids, one.places) for one in result.undecided] == [(("best",), None)]
        # Beside fifteen GOOD ones three may be EXCELLENT, and more than two there are in no case.
        more = [*rows, *((f"h{number}", "group", unit(80)) for number in range(11))]
        assert {row.subject_id: row.grade.code for row in sc.apply_quota(more, ND233_UNIT_QUOTA).rows}["best"] == "EXCELLENT"

    def test_another_cap_goes_on_from_there(self):
        """What the first cap left to the rater is not settled for the second one either; nor is what an older result called settled."""
        rows = [("best", "group", unit(95)), *((f"g{number}", "group", unit(80)) for number in range(4)), ("left", "group", unit(95, **LEFT))]
        first = sc.apply_quota(rows, ND233_UNIT_QUOTA)
        settled = [sc.judging.QuotaRow(subject_id=who, group=group, judged=one.grade, grade=one.grade, why=sc.Label("cũ", "old")) for who, group, one in rows]
        older = sc.judging.QuotaResult(rows=tuple(settled), undetermined=(), undecided=(), possible=sc.values.IdMap())

        for earlier in (first, older):
            again = sc.apply_quota(rows, ND233_UNIT_QUOTA, earlier=earlier)
            assert "left" in again.undetermined
            assert [grade.code for grade in again.possible["left"]] == GRADES

    def test_an_article_that_was_not_read_may_hold_any_grade(self):
        """Where the article that decides is not at hand, somebody may be GOOD all the same; who is not rated is nobody in the base."""
        unread, unrated = (sc.regulations.NOT_ENCODED, "undetermined"), (sc.regulations.NOT_RATED, "rows")
        for grade, where in (unread, unrated):
            ladder = attrs.evolve(LADDER, rungs=[*LADDER.rungs[:2], sc.criteria.Rung(grade=grade, criterion=sc.criteria.AllOf(parts=()))])
            regulation = attrs.evolve(GOOD_PERFORMANCE_2014, ladder=ladder)
            rows = [(who, "group", sc.assess(regulation, sc.Facts.of({"points": points}))) for who, points in (("a", 9), ("b", 5), ("c", 1))]
            quota = sc.judging.Quota(grade="EXCELLENT", falls_to="GOOD", share=Fraction(1, 2))
            result = sc.apply_quota(rows, quota)
            lost = [row.grade and row.grade.code for row in result.rows if row.subject_id == "a"]

            assert rows[2][2].grade == grade
            assert (result.undetermined, lost) == ((("c",), [None]) if where == "undetermined" else ((), ["GOOD"]))


class TestHeads:
    def test_a_head_is_not_above_the_unit(self):
        """Decree 233, Article 12.7: for every pair of grades the head has the lower one."""
        points = dict(zip(GRADES, (95, 80, 60, 40), strict=True))
        clear = {fact.code: False for fact in ND233_PUBLIC_EMPLOYEE_MANAGER.ladder.facts if isinstance(fact, sc.criteria.YesNo)}
        for place, own in enumerate(GRADES):
            for limit, of_unit in enumerate(GRADES):
                head, whole = employee(points[own], ND233_PUBLIC_EMPLOYEE_MANAGER, **clear), unit(points[of_unit])
                assert (head.grade.code, whole.grade.code) == (own, of_unit)
                assert [one.code for one in held_to_unit(head, whole)] == [GRADES[max(place, limit)]]
        assert (HEAD_CITATION.instrument.number, HEAD_CITATION.article) == ("233/2026/NĐ-CP", "12.7")

    def test_while_the_unit_is_left_to_the_rater(self):
        """A unit whose grade is left to whoever is competent leaves the head's grade open below."""
        clear = {fact.code: False for fact in ND233_PUBLIC_EMPLOYEE_MANAGER.ladder.facts if isinstance(fact, sc.criteria.YesNo)}
        head = employee(80, ND233_PUBLIC_EMPLOYEE_MANAGER, **clear)
        left = unit(95, **{"body.done_share": 80, "body.late_share": 30})

        assert left.grade.rank is None
        assert [one.code for one in held_to_unit(head, left)] == GRADES[1:]

    def test_who_is_not_rated_stays_so(self):
        """Somebody who is not rated has no grade to hold down."""
        head = employee(95, ND233_PUBLIC_EMPLOYEE_MANAGER, **{"year.months_worked": 3})

        assert [one.rank for one in held_to_unit(head, unit(40))] == [None]

    def test_a_unit_on_another_scale_is_refused(self):
        """Grades that the head's regulation does not know cannot be compared; other values are no assessments."""
        with pytest.raises(sc.InvalidInput) as raised:
            held_to_unit(employee(95), sc.assess(GOOD_PERFORMANCE_2014, sc.Facts.of({})))
        assert {fault.code for fault in raised.value.faults} == {"unknown_grade"}
        with pytest.raises(sc.InvalidInput):
            held_to_unit(1, 2)
