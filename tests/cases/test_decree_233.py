"""Decree 233/2026 in pairs: for each threshold and condition the last case that fails and the first that passes, with its article."""

from fractions import Fraction

import pytest

import supervision_core as sc
from supervision_core.regulations import ND233_PUBLIC_EMPLOYEE, ND233_PUBLIC_EMPLOYEE_MANAGER, ND233_SERVICE_UNIT

EMPLOYEE = {
    "year.months_worked": 12,
    "year.sick_leave": False,
    "year.maternity_leave": False,
    "points.general": 30,
    "points.task_results": 70,
    "conduct.degradation": False,
    "conduct.task_violation_disciplined": False,
    "conduct.degradation_or_task_discipline": False,
}
MANAGER = {**EMPLOYEE, "unit.corruption_handled": False, "unit.found_reported_repaired": False}
UNIT = {
    "body.points": 90,
    "body.done_share": 100,
    "body.late_share": 0,
    "body.all_with_quality": True,
    "body.exceeded_share": 30,
    "body.member_unit_not_completed": False,
    "body.faults_remedied": True,
    "body.staff_wrongs_concluded": False,
    "body.force_majeure": False,
}


def grade(regulation, facts):
    return sc.assess(regulation, sc.Facts.of(facts)).grade.code


@pytest.mark.parametrize(("regulation", "base"), [(ND233_PUBLIC_EMPLOYEE, EMPLOYEE), (ND233_PUBLIC_EMPLOYEE_MANAGER, MANAGER)])
class TestPublicEmployees:
    @pytest.mark.parametrize(
        ("general", "results", "code"),
        [
            (30, 60, "EXCELLENT"),
            (30, Fraction(599, 10), "GOOD"),
            (Fraction(2999, 100), 60, "GOOD"),
            (0, 70, "GOOD"),
            (0, Fraction(699, 10), "COMPLETED"),
            (0, 50, "COMPLETED"),
            (30, 20, "COMPLETED"),
            (30, Fraction(1999, 100), "NOT_COMPLETED"),
            (0, 0, "NOT_COMPLETED"),
        ],
    )
    def test_articles_12_1_to_12_4_a(self, regulation, base, general, results, code):
        """Articles 12.1 (90 or more), 12.2 (70 to under 90), 12.3 (50 to under 70), 12.4.a (under 50), compared unrounded."""
        assert grade(regulation, {**base, "points.general": general, "points.task_results": results}) == code

    @pytest.mark.parametrize(
        ("code", "value"),
        [("points.general", Fraction(301, 10)), ("points.task_results", Fraction(701, 10)), ("points.general", -1)],
    )
    def test_articles_10_and_11(self, regulation, base, code, value):
        """Article 10: at most 30 points; Article 11.1: at most 70."""
        with pytest.raises(sc.WrongFactType):
            grade(regulation, {**base, code: value})

    @pytest.mark.parametrize(
        "heads",
        [
            ["conduct.degradation"],
            ["conduct.task_violation_disciplined", "conduct.degradation_or_task_discipline"],
            ["conduct.degradation_or_task_discipline"],
        ],
    )
    def test_articles_12_4_b_c_and_14_3_a(self, regulation, base, heads):
        """Articles 12.4.b, 12.4.c and 14.3.a: any one head gives NOT_COMPLETED, whatever the points."""
        assert grade(regulation, base) == "EXCELLENT"
        assert grade(regulation, {**base, **dict.fromkeys(heads, True)}) == "NOT_COMPLETED"

    @pytest.mark.parametrize(
        ("changes", "code"),
        [
            ({"year.months_worked": 6}, "EXCELLENT"),
            ({"year.months_worked": Fraction(11, 2)}, "NOT_RATED"),
            ({"year.months_worked": Fraction(11, 2), "year.sick_leave": True}, "EXCELLENT"),
            ({"year.months_worked": 1, "year.maternity_leave": True}, "EXCELLENT"),
            ({"year.months_worked": 5, "conduct.degradation": True}, "NOT_RATED"),
        ],
    )
    def test_articles_14_1_and_14_2(self, regulation, base, changes, code):
        """Article 14.1: under 6 months not rated; 14.2: sick or maternity leave is rated on the time worked."""
        assert grade(regulation, {**base, **changes}) == code

    def test_the_cap_of_decree_90_is_gone(self, regulation, base):
        """Decree 233 has no cap for three to six months of leave: nothing asks for it."""
        assert "year.lawful_leave_months" not in regulation.ladder.definitions
        assert grade(regulation, {**base, "year.months_worked": 8}) == "EXCELLENT"


class TestManagers:
    def test_article_12_4_d(self):
        """Article 12.4.d: a unit linked to embezzlement, corruption or waste fails its manager, and nobody else."""
        assert grade(ND233_PUBLIC_EMPLOYEE_MANAGER, {**MANAGER, "unit.corruption_handled": True}) == "NOT_COMPLETED"
        assert "unit.corruption_handled" not in ND233_PUBLIC_EMPLOYEE.ladder.definitions

    @pytest.mark.parametrize(
        ("changes", "code"),
        [
            ({}, "rater_decides"),
            ({"points.general": 0, "points.task_results": 50}, "rater_decides"),
            ({"points.general": 0, "points.task_results": Fraction(499, 10)}, "NOT_COMPLETED"),
            ({"conduct.degradation": True}, "NOT_COMPLETED"),
            ({"conduct.degradation_or_task_discipline": True}, "NOT_COMPLETED"),
            ({"unit.corruption_handled": False}, "EXCELLENT"),
        ],
    )
    def test_the_proviso_of_article_12_4(self, changes, code):
        """Who found, reported and repaired it: the competent level weighs; that is no grade, and no hole in the rule."""
        facts = {**MANAGER, "unit.corruption_handled": True, "unit.found_reported_repaired": True, **changes}

        assert grade(ND233_PUBLIC_EMPLOYEE_MANAGER, facts) == code

    def test_what_the_competent_level_decides_has_no_rank(self):
        """The outcome stands outside the order of grades, and says who decides."""
        facts = {**MANAGER, "unit.corruption_handled": True, "unit.found_reported_repaired": True}
        outcome = sc.assess(ND233_PUBLIC_EMPLOYEE_MANAGER, sc.Facts.of(facts)).grade

        assert outcome.rank is None
        assert outcome.label.vi == "Do cấp có thẩm quyền xem xét, quyết định mức xếp loại"


class TestServiceUnits:
    @pytest.mark.parametrize(
        ("changes", "code"),
        [
            ({}, "EXCELLENT"),
            ({"body.points": Fraction(899, 10)}, "GOOD"),
            ({"body.done_share": 99}, "rater_decides"),
            ({"body.late_share": 1}, "rater_decides"),
            ({"body.all_with_quality": False}, "rater_decides"),
            ({"body.exceeded_share": 29}, "rater_decides"),
            ({"body.member_unit_not_completed": True}, "rater_decides"),
            ({"body.faults_remedied": False}, "rater_decides"),
        ],
    )
    def test_article_7_1(self, changes, code):
        """Article 7.1: 90 points, 100 % on time with quality, 30 % exceeded, no member unit failing, earlier faults remedied."""
        assert grade(ND233_SERVICE_UNIT, {**UNIT, **changes}) == code

    @pytest.mark.parametrize(
        ("changes", "code"),
        [
            ({"body.points": 70, "body.exceeded_share": 0}, "GOOD"),
            ({"body.points": Fraction(699, 10)}, "COMPLETED"),
            ({"body.points": 70, "body.late_share": 1}, "rater_decides"),
            ({"body.points": 70, "body.all_with_quality": False}, "rater_decides"),
            ({"body.points": 70, "body.done_share": 99}, "rater_decides"),
            ({"body.points": 70, "body.member_unit_not_completed": True, "body.faults_remedied": False}, "GOOD"),
        ],
    )
    def test_article_7_2(self, changes, code):
        """Article 7.2: 70 to under 90 points, 100 % on time with quality; nothing of 7.1.a's 30 %, 7.1.b and 7.1.c."""
        assert grade(ND233_SERVICE_UNIT, {**UNIT, **changes}) == code

    @pytest.mark.parametrize(
        ("changes", "code"),
        [
            ({"body.late_share": 20, "body.all_with_quality": False}, "COMPLETED"),
            ({"body.late_share": 21}, "rater_decides"),
            ({"body.done_share": 99}, "rater_decides"),
            ({"body.points": Fraction(499, 10)}, "NOT_COMPLETED"),
        ],
    )
    def test_article_7_3(self, changes, code):
        """Article 7.3: 50 to under 70 points, 100 % done, not over 20 % late."""
        assert grade(ND233_SERVICE_UNIT, {**UNIT, "body.points": 50, **changes}) == code

    @pytest.mark.parametrize(
        ("changes", "code"),
        [
            ({"body.staff_wrongs_concluded": True}, "NOT_COMPLETED"),
            ({"body.done_share": 70}, "rater_decides"),
            ({"body.done_share": 69}, "NOT_COMPLETED"),
            ({"body.done_share": 69, "body.force_majeure": True}, "rater_decides"),
            ({"body.done_share": 69, "body.force_majeure": True, "body.staff_wrongs_concluded": True}, "NOT_COMPLETED"),
            ({"body.done_share": 69, "body.force_majeure": True, "body.points": 49}, "NOT_COMPLETED"),
        ],
    )
    def test_article_7_4_and_7_5(self, changes, code):
        """Article 7.4: wrongs in staff work, under 70 % done (force majeure is weighed); 7.5: points without conditions."""
        assert grade(ND233_SERVICE_UNIT, {**UNIT, **changes}) == code

    def test_no_earlier_fault_is_none_unremedied(self):
        """Article 7.1.c says "if any": where no fault was shown, the condition counts as met."""
        remedied = sc.Fact(code="body.faults_remedied", state=sc.FactState.NOT_APPLICABLE)
        facts = [sc.Fact(code=code, value=value) for code, value in UNIT.items() if code != "body.faults_remedied"]

        assert sc.assess(ND233_SERVICE_UNIT, sc.Facts((*facts, remedied))).grade.code == "EXCELLENT"
