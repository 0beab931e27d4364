"""Every encoded threshold in pairs: the last value that fails and the first that passes, with its article."""

from datetime import date
from fractions import Fraction

import pytest

import supervision_core as sc
from supervision_core.regulations import (
    ENCODED,
    ND90_REGULATIONS,
    ND335_CIVIL_SERVANT,
    ND335_LEADER,
    ND335_STATE_BODY,
    REGIMES,
    STATUTORY_GRADES,
    in_force,
)

BY_CODE = {regulation.code: regulation for regulation in ENCODED if isinstance(regulation, sc.Regulation)}
NO_HEADS = {"conduct.degradation": False, "conduct.service_discipline": False}
FULL = dict.fromkeys(("tasks.quantity", "tasks.quality", "tasks.progress"), 100)
LEADING = {"leading.body_results": 100, "leading.organising": 100, "leading.uniting": 100, "leading.body_corruption": False}


def grade(regulation, facts):
    result = sc.assess(regulation, sc.Facts.of(facts)).grade
    return None if result is None else result.code


class TestDecree335:
    @pytest.mark.parametrize(
        ("general", "code"),
        [(20, "EXCELLENT"), (Fraction(1999, 100), "GOOD"), (0, "GOOD")],
    )
    def test_article_20_1(self, general, code):
        """Article 20.1: 90 points or more; with full task results 70 + 20."""
        assert grade(ND335_CIVIL_SERVANT, {**NO_HEADS, **FULL, "points.general": general}) == code

    @pytest.mark.parametrize(
        ("general", "tasks", "code"),
        [
            (30, Fraction(4000, 70), "GOOD"),
            (30, Fraction(3999, 70), "COMPLETED"),
            (30, Fraction(2000, 70), "COMPLETED"),
            (30, Fraction(1999, 70), "NOT_COMPLETED"),
            (Fraction(299, 10), Fraction(2000, 70), "NOT_COMPLETED"),
        ],
    )
    def test_articles_20_2_to_20_4(self, general, tasks, code):
        """Articles 20.2 and 20.3: 70 and 50 points, compared unrounded; 20.4.a: under 50."""
        facts = {**NO_HEADS, **dict.fromkeys(FULL, tasks), "points.general": general}

        assert grade(ND335_CIVIL_SERVANT, facts) == code

    @pytest.mark.parametrize("head", [*NO_HEADS, "leading.body_corruption"])
    def test_article_20_4_any_one_head(self, head):
        """Article 20.4.b, c, d: any one head gives NOT_COMPLETED, whatever the points; it sets the grade and takes no points."""
        facts = {**NO_HEADS, **FULL, **LEADING, "points.general": 30}

        assert grade(ND335_LEADER, facts) == "EXCELLENT"
        assert grade(ND335_LEADER, {**facts, head: True}) == "NOT_COMPLETED"
        assert grade(ND335_LEADER, {head: True}) == "NOT_COMPLETED"

    def test_article_12_scale(self):
        """Article 12: general criteria at most 30; 31 is refused, and so is a percentage above 100."""
        for facts in ({"points.general": 31}, {"tasks.quantity": Fraction(1001, 10)}):
            with pytest.raises(sc.WrongFactType):
                grade(ND335_CIVIL_SERVANT, facts)

    def test_article_15_3_two_steps(self):
        """Article 15.3: an item is 100 or 50 and nothing between."""
        assert grade(ND335_LEADER, {**NO_HEADS, **FULL, **LEADING, "points.general": 30, "leading.uniting": 50}) == "EXCELLENT"
        with pytest.raises(sc.WrongFactType, match="in steps of 50"):
            grade(ND335_LEADER, {"leading.uniting": 75})

    def test_the_leaders_mean_has_six_parts(self):
        """30 + 70 x (100 + 100 + 100 + 50 + 50 + 50) / 600 = 82.5: good; the three items alone cost the excellent grade."""
        low = dict.fromkeys(("leading.body_results", "leading.organising", "leading.uniting"), 50)

        assert grade(ND335_LEADER, {**NO_HEADS, **FULL, **LEADING, **low, "points.general": 30}) == "GOOD"
        assert grade(ND335_LEADER, {**NO_HEADS, **FULL, **LEADING, **low, "points.general": Fraction(175, 10)}) == "GOOD"
        assert grade(ND335_LEADER, {**NO_HEADS, **FULL, **LEADING, **low, "points.general": Fraction(174, 10)}) == "COMPLETED"

    @pytest.mark.parametrize(
        ("facts", "code"),
        [
            ({"body.points": 90, "body.late_share": 0, "body.all_with_quality": True}, "EXCELLENT"),
            ({"body.points": Fraction(899, 10), "body.late_share": 0, "body.all_with_quality": True}, "GOOD"),
            ({"body.points": 90, "body.late_share": 1, "body.all_with_quality": True}, "COMPLETED"),
            ({"body.points": 50, "body.late_share": 20, "body.all_with_quality": False}, "COMPLETED"),
            ({"body.points": 50, "body.late_share": 21, "body.all_with_quality": False}, "no_rule_matches"),
            ({"body.points": Fraction(499, 10), "body.late_share": 0, "body.all_with_quality": True}, "no_rule_matches"),
        ],
    )
    def test_bodies(self, facts, code):
        """A body needs its tasks done too; below the articles that were read no grade is made up."""
        assert grade(ND335_STATE_BODY, {"body.all_done": True, **facts}) == code


MET = {
    "year.months_worked": 12,
    "year.lawful_leave_months": 0,
    "year.maternity_leave": False,
    "criteria.performed_well": True,
    "tasks.all_high_quality": True,
    "tasks.deficient_share": 0,
}
NO_EMPLOYEE_HEADS = {"conduct.degradation_concluded": False, "conduct.violation_disciplined": False}
UNIT = {
    "unit.targets_done_share": 100,
    "unit.targets_exceeded_share": 50,
    "unit.targets_on_time_share": 80,
    "unit.completed_share": 100,
    "unit.good_share": 70,
    "text.last_clause_met": True,
}
EMPLOYEE = {**MET, **NO_EMPLOYEE_HEADS, "tasks.exceeded_share": 50}
MANAGER = {**MET, **NO_EMPLOYEE_HEADS, **UNIT, "unit.corruption_handled": False}
GOOD_ONLY = {"criteria.performed_well": False, "criteria.met": True, "tasks.all_high_quality": False, "tasks.all_done": True}


@pytest.mark.parametrize("version", ["nd90_2020", "nd90_2020_48_2023"])
class TestDecree90:
    def judge(self, version, category, facts):
        regulation = BY_CODE[f"{version}_{category}"]
        if "48" in version:
            facts = {"conduct.any_discipline": False, **facts}
        return grade(regulation, {code: value for code, value in facts.items() if code in regulation.ladder.definitions})

    @pytest.mark.parametrize(
        ("changes", "code"),
        [
            ({}, "EXCELLENT"),
            ({"tasks.exceeded_share": 49}, "GOOD"),
            (GOOD_ONLY, "GOOD"),
            ({**GOOD_ONLY, "tasks.deficient_share": 1}, "COMPLETED"),
            ({**GOOD_ONLY, "tasks.deficient_share": 20}, "COMPLETED"),
            ({**GOOD_ONLY, "tasks.deficient_share": 21}, "no_rule_matches"),
            ({**GOOD_ONLY, "tasks.deficient_share": 50}, "no_rule_matches"),
            ({**GOOD_ONLY, "tasks.deficient_share": 51}, "NOT_COMPLETED"),
            ({"conduct.degradation_concluded": True}, "NOT_COMPLETED"),
            ({"conduct.violation_disciplined": True}, "NOT_COMPLETED"),
        ],
    )
    def test_articles_12_1_to_15_1(self, version, changes, code):
        """Articles 12.1 (50 % exceeded), 13.1 (all on time), 14.1 (not over 20 %), 15.1 (over 50 %): the hole between is named."""
        assert self.judge(version, "public_employee", {**EMPLOYEE, **changes}) == code

    @pytest.mark.parametrize(
        ("changes", "code"),
        [
            ({}, "EXCELLENT"),
            ({"unit.targets_exceeded_share": 49}, "GOOD"),
            ({"text.last_clause_met": False}, "GOOD"),
            ({**GOOD_ONLY, "unit.targets_on_time_share": 79}, "COMPLETED"),
            ({**GOOD_ONLY, "unit.good_share": 69}, "COMPLETED"),
            ({**GOOD_ONLY, "unit.completed_share": 99}, "COMPLETED"),
            ({**GOOD_ONLY, "unit.completed_share": 70}, "COMPLETED"),
            ({**GOOD_ONLY, "unit.completed_share": 69}, "no_rule_matches"),
            ({**GOOD_ONLY, "unit.targets_done_share": 99}, "COMPLETED"),
            ({**GOOD_ONLY, "unit.targets_done_share": 71}, "COMPLETED"),
            ({**GOOD_ONLY, "unit.targets_done_share": 70}, "no_rule_matches"),
            ({**GOOD_ONLY, "unit.targets_done_share": 50}, "no_rule_matches"),
            ({**GOOD_ONLY, "unit.targets_done_share": 49}, "NOT_COMPLETED"),
            ({"unit.corruption_handled": True}, "NOT_COMPLETED"),
        ],
    )
    def test_articles_12_2_to_15_2(self, version, changes, code):
        """Articles 12.2 to 15.2: "over 70 %" is strict, "at least 70 %" is not, "under 50 %" is strict."""
        assert self.judge(version, "public_employee_manager", {**MANAGER, **changes}) == code

    @pytest.mark.parametrize(
        ("changes", "code"),
        [
            ({"year.months_worked": 6}, "EXCELLENT"),
            ({"year.months_worked": Fraction(11, 2)}, "NOT_RATED"),
            ({"year.months_worked": Fraction(11, 2), "year.maternity_leave": True}, "EXCELLENT"),
            ({"year.lawful_leave_months": Fraction(5, 2)}, "EXCELLENT"),
            ({"year.lawful_leave_months": 3}, "COMPLETED"),
            ({"year.lawful_leave_months": 3, "year.maternity_leave": True}, "EXCELLENT"),
        ],
    )
    def test_article_2_3(self, version, changes, code):
        """Article 2.3: under 6 months not rated, from 3 months of leave at most COMPLETED, maternity aside."""
        assert self.judge(version, "public_employee", {**EMPLOYEE, **changes}) == code

    def test_article_2_5(self, version):
        """Article 2.5.a, added by 48/2023: any discipline of the year gives NOT_COMPLETED; before it the fact is not asked for."""
        facts = {**EMPLOYEE, "conduct.any_discipline": True}

        assert self.judge(version, "public_employee", facts) == ("NOT_COMPLETED" if "48" in version else "EXCELLENT")

    @pytest.mark.parametrize(
        ("category", "changes", "code"),
        [
            ("civil_servant", {"tasks.exceeded_share": 50}, "EXCELLENT"),
            ("civil_servant", {"tasks.exceeded_share": 49}, "not_encoded"),
            ("civil_servant_leader", {}, "EXCELLENT"),
            ("civil_servant_leader", {"unit.good_share": 69}, "not_encoded"),
            ("civil_servant_leader", {"unit.completed_share": 99}, "not_encoded"),
            ("cadre", {}, "EXCELLENT"),
            ("cadre", {"unit.targets_exceeded_share": 49}, "GOOD"),
            ("cadre", {**GOOD_ONLY, "unit.targets_on_time_share": 79}, "not_encoded"),
            ("cadre", {**GOOD_ONLY, "text.last_clause_met": False}, "not_encoded"),
        ],
    )
    def test_articles_4_5_and_8(self, version, category, changes, code):
        """Articles 4, 5 and 8; below the last article that was read the outcome says so."""
        assert self.judge(version, category, {**MANAGER, **changes}) == code

    def test_an_unread_clause_stays_unknown(self, version):
        """Nobody has to guess what the copy cuts off: it is what to ask for."""
        regulation = BY_CODE[f"{version}_cadre"]
        facts = {**MANAGER, **GOOD_ONLY, "conduct.any_discipline": False, "text.last_clause_met": None}
        result = sc.assess(regulation, sc.Facts.of({code: value for code, value in facts.items() if code in regulation.ladder.definitions}))

        assert [one.code for one in result.possible] == ["GOOD", "not_encoded"]
        assert result.open_facts == ("text.last_clause_met",)
        assert [child.label.en for child in result.reasons.children] == ["The article could not be read", "Excellent completion of tasks", "Good completion of tasks"]

    def test_someone_not_rated_missed_no_grade(self, version):
        """The reasons name the rule that keeps them out, and no grade."""
        regulation = BY_CODE[f"{version}_public_employee"]
        result = sc.assess(regulation, sc.Facts.of({"year.months_worked": 3, "year.maternity_leave": False}))

        assert [(child.label.vi, child.verdict.value) for child in result.reasons.children] == [("Không thực hiện việc đánh giá, xếp loại chất lượng", "met")]


class TestDecree88:
    @pytest.mark.parametrize(
        ("share", "code"),
        [(100, "GOOD"), (Fraction(999, 10), "COMPLETED"), (70, "COMPLETED"), (Fraction(699, 10), "not_encoded")],
    )
    def test_shares(self, share, code):
        """GOOD at 100 %, COMPLETED from 70 % to under 100 %."""
        facts = {"tasks.done_well_share": share, "text.excellent_article_met": False}

        assert grade(BY_CODE["nd88_2017_public_employee"], facts) == code

    def test_excellent_is_left_to_whoever_has_the_text(self):
        """At 100 % it is open, and what to ask is named."""
        result = sc.assess(BY_CODE["nd88_2017_public_employee"], sc.Facts.of({"tasks.done_well_share": 100}))

        assert [one.code for one in result.possible] == ["EXCELLENT", "GOOD"]
        assert result.open_facts == ("text.excellent_article_met",)


class TestTimeline:
    @pytest.mark.parametrize(
        ("category", "day", "code"),
        [
            ("public_employee", date(2017, 9, 15), "nd88_2017_public_employee"),
            ("public_employee", date(2020, 8, 19), "nd88_2017_public_employee"),
            ("public_employee", date(2020, 8, 20), "nd90_2020_public_employee"),
            ("public_employee", date(2023, 9, 14), "nd90_2020_public_employee"),
            ("public_employee", date(2023, 9, 15), "nd90_2020_48_2023_public_employee"),
            ("public_employee", date(2025, 12, 31), "nd90_2020_48_2023_public_employee"),
            ("civil_servant", date(2025, 12, 31), "nd90_2020_48_2023_civil_servant"),
            ("civil_servant", date(2026, 1, 1), "nd335_2025_civil_servant"),
            ("civil_servant_leader", date(2026, 1, 1), "nd335_2025_leader"),
            ("state_body", date(9999, 12, 31), "nd335_2025_state_body"),
        ],
    )
    def test_who_is_judged_by_what_and_when(self, category, day, code):
        """The day before and the day of each change."""
        assert in_force(category, on=day).code == code

    @pytest.mark.parametrize(
        ("category", "day"),
        [("public_employee", date(2017, 9, 14)), ("public_employee", date(2026, 1, 1)), ("cadre", date(2026, 1, 1)), ("cadre", date(2019, 1, 1)), ("public_employee_manager", date(2018, 1, 1))],
    )
    def test_what_could_not_be_read_is_said(self, category, day):
        """It is named with what is missing, and judging refuses it."""
        answer = in_force(category, on=day)

        assert isinstance(answer, sc.regulations.NotEncoded)
        assert answer.missing
        with pytest.raises(sc.InvalidInput):
            sc.assess(answer, sc.Facts())

    def test_no_two_regulations_of_a_category_overlap(self):
        """On every day at most one is in force."""
        for category in {one.category for one in ENCODED}:
            spans = sorted((one.in_force_from or date.min, one.in_force_until or date.max) for one in ENCODED if one.category == category)
            assert all(before[1] <= after[0] for before, after in zip(spans, spans[1:], strict=False))

    def test_codes_are_distinct(self):
        """Each regulation can be told by its code."""
        assert len(BY_CODE) == sum(isinstance(one, sc.Regulation) for one in ENCODED)

    def test_old_records_can_be_read(self):
        """The limited grade of before July 2020 and the local one keep their own codes."""
        assert {"COMPLETED_LIMITED", "FAIR_LOCAL", "NOT_RATED"} <= set(STATUTORY_GRADES)
        assert any("COMPLETED_LIMITED" in [one.code for one in regime.grades] for regime in REGIMES)
        assert all(regime.citation.text("vi") for regime in REGIMES)

    def test_marks_are_shown(self):
        """What was seen only in programs says so; nothing recalled stands as law."""
        [item] = [fact for fact in ND335_LEADER.ladder.facts if fact.code == "leading.uniting"]

        assert item.citation.text("vi").endswith("Điều 15.3 (chỉ thấy trong phần mềm công khai)")
        assert ND335_LEADER.citation.text("en") == "Decree No. 335/2025/NĐ-CP of 2025-12-21, Article 20"

    def test_the_two_regulations_with_holes_are_the_ones_whose_articles_leave_them(self):
        """Decree 90 between its shares and the bodies of Decree 335 below the articles read; no other hole, no dead fact."""
        found = {
            (regulation.code, finding.kind.value)
            for regulation in BY_CODE.values()
            for finding in sc.check_regulation(regulation)
            if finding.kind.value != "overlap"
        }

        assert found == {
            ("nd90_2020_public_employee", "gap"),
            ("nd90_2020_48_2023_public_employee", "gap"),
            ("nd90_2020_public_employee_manager", "gap"),
            ("nd90_2020_48_2023_public_employee_manager", "gap"),
            ("nd335_2025_state_body", "gap"),
        }


def test_every_category_of_decree_90_has_both_versions():
    """As issued, and as amended."""
    assert len(ND90_REGULATIONS) == 10
