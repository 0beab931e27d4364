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
    SHIPPED,
    STATUTORY_GRADES,
    DependsOnUnit,
    in_force,
)
from supervision_core.serialization import from_document, to_document

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
            ({}, "EXCELLENT"),
            ({"body.other_conditions_met": False}, "not_encoded"),
            ({"body.points": Fraction(899, 10)}, "GOOD"),
            ({"body.points": 90, "body.late_share": 1}, "not_encoded"),
            ({"body.points": 70}, "GOOD"),
            ({"body.points": 70, "body.late_share": 1}, "not_encoded"),
            ({"body.points": 70, "body.all_with_quality": False}, "not_encoded"),
            ({"body.points": Fraction(699, 10)}, "COMPLETED"),
            ({"body.points": 50, "body.late_share": 20, "body.all_with_quality": False}, "COMPLETED"),
            ({"body.points": 50, "body.late_share": 21}, "not_encoded"),
            ({"body.points": 50, "body.all_done": False}, "not_encoded"),
            ({"body.points": Fraction(499, 10)}, "not_encoded"),
            ({"body.points": 40}, "not_encoded"),
        ],
    )
    def test_bodies(self, facts, code):
        """L1: bands as they were read (90; 70 to under 90; 50 to under 70; 20 % late); outside them no grade is made up."""
        best = {"body.points": 90, "body.all_done": True, "body.late_share": 0, "body.all_with_quality": True}

        assert grade(ND335_STATE_BODY, {**best, "body.other_conditions_met": True, **facts}) == code

    def test_the_end_of_a_cut_article_is_an_open_condition(self):
        """L1: a body at 90 points without a fault is not EXCELLENT until somebody with the text answers for its unread end."""
        facts = {"body.points": 95, "body.all_done": True, "body.late_share": 0, "body.all_with_quality": True}
        result = sc.assess(ND335_STATE_BODY, sc.Facts.of(facts))

        assert result.grade is None
        assert [one.code for one in result.possible] == ["EXCELLENT", "not_encoded"]
        assert result.open_facts == ("body.other_conditions_met",)


MET = {
    "year.months_worked": 12,
    "year.lawful_leave_months": 0,
    "year.maternity_leave": False,
    "criteria.performed_well": True,
    "tasks.all_high_quality": True,
    "tasks.deficient_share": 0,
}
NO_EMPLOYEE_HEADS = {"conduct.degradation_concluded": False}
DISCIPLINE = {
    "nd90_2020": "conduct.violation_on_duty_disciplined",
    "nd90_2020_48_2023": "conduct.any_discipline",
    "nd90_2020_80_2025": "conduct.duty_related_discipline",
}
SHORT = ["nd90_2020", "nd90_2020_48_2023"]
LONG = [*SHORT, "nd90_2020_80_2025"]
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


def judge(version, category, facts):
    """By one text of the decree, facts that it does not ask for left out; discipline there is none unless it is said."""
    regulation = BY_CODE[f"{version}_{category}"]
    known = {DISCIPLINE[version]: False, **facts}
    return grade(regulation, {code: value for code, value in known.items() if code in regulation.ladder.definitions})


@pytest.mark.parametrize("version", SHORT)
class TestPublicEmployeesByDecree90:
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
        ],
    )
    def test_articles_12_1_to_15_1(self, version, changes, code):
        """Articles 12.1 (50 % exceeded), 13.1 (all on time), 14.1 (not over 20 %), 15.1 (over 50 %): the hole between is named."""
        assert judge(version, "public_employee", {**EMPLOYEE, **changes}) == code

    @pytest.mark.parametrize(
        ("changes", "code"),
        [
            ({}, "EXCELLENT"),
            ({"unit.targets_exceeded_share": 49}, "GOOD"),
            ({"unit.completed_share": 99}, "COMPLETED"),
            ({"unit.good_share": 69}, "COMPLETED"),
            ({"unit.targets_done_share": 99}, "COMPLETED"),
            ({**GOOD_ONLY, "unit.good_share": 70, "unit.targets_on_time_share": 80}, "GOOD"),
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
        assert judge(version, "public_employee_manager", {**MANAGER, **changes}) == code

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
        assert judge(version, "public_employee", {**EMPLOYEE, **changes}) == code

    @pytest.mark.parametrize("category", ["public_employee", "public_employee_manager"])
    def test_discipline(self, version, category):
        """L6: as issued a violation in carrying out the tasks (15.1.c, 15.2.đ) fails, from 15/09/2023 any discipline (2.5.a)."""
        facts = {**EMPLOYEE, **MANAGER}
        other = {"nd90_2020": "conduct.any_discipline", "nd90_2020_48_2023": "conduct.violation_on_duty_disciplined"}[version]

        assert judge(version, category, {**facts, DISCIPLINE[version]: True}) == "NOT_COMPLETED"
        assert judge(version, category, {**facts, other: True}) == "EXCELLENT"
        assert other not in BY_CODE[f"{version}_{category}"].ladder.definitions

    def test_someone_not_rated_missed_no_grade(self, version):
        """The reasons name the rule that keeps them out, and no grade."""
        regulation = BY_CODE[f"{version}_public_employee"]
        result = sc.assess(regulation, sc.Facts.of({"year.months_worked": 3, "year.maternity_leave": False}))

        assert [(child.label.vi, child.verdict.value) for child in result.reasons.children] == [
            ("Không thực hiện việc đánh giá, xếp loại chất lượng", "met")
        ]


def test_one_discipline_is_not_asked_for_twice():
    """L6: a violation that was disciplined (15.1.c) is discipline (2.5.a); where there is none, nobody asks for the other."""
    regulation = BY_CODE["nd90_2020_48_2023_public_employee"]
    none = {**EMPLOYEE, "conduct.any_discipline": False}

    assert sc.assess(regulation, sc.Facts.of(none)).grade.code == "EXCELLENT"
    with pytest.raises(sc.ContradictoryFacts):
        sc.assess(regulation, sc.Facts.of({**none, "conduct.violation_disciplined": True}))


@pytest.mark.parametrize("version", LONG)
class TestOfficialsByDecree90:
    @pytest.mark.parametrize(
        ("category", "changes", "code"),
        [
            ("civil_servant", {"tasks.exceeded_share": 50}, "EXCELLENT"),
            ("civil_servant", {"tasks.exceeded_share": 49}, "not_encoded"),
            ("civil_servant", {"tasks.exceeded_share": 50, "tasks.deficient_share": 1}, "not_encoded"),
            ("civil_servant_leader", {}, "EXCELLENT"),
            ("civil_servant_leader", {"unit.targets_exceeded_share": 49}, "not_encoded"),
            ("civil_servant_leader", {"unit.targets_done_share": 99}, "not_encoded"),
            ("civil_servant_leader", {"unit.good_share": 69}, "not_encoded"),
            ("civil_servant_leader", {"unit.completed_share": 99}, "not_encoded"),
            ("cadre", {}, "EXCELLENT"),
            ("cadre", {"unit.targets_exceeded_share": 49}, "GOOD"),
            ("cadre", {"unit.good_share": 69}, "GOOD"),
            ("cadre", {**GOOD_ONLY, "unit.targets_on_time_share": 80}, "GOOD"),
            ("cadre", {**GOOD_ONLY, "unit.targets_on_time_share": 79}, "not_encoded"),
            ("cadre", {**GOOD_ONLY, "unit.completed_share": 99}, "not_encoded"),
            ("cadre", {**GOOD_ONLY, "text.last_clause_met": False}, "not_encoded"),
            ("cadre", {"year.lawful_leave_months": 3}, "not_encoded"),
            ("cadre", {"year.months_worked": Fraction(11, 2)}, "NOT_RATED"),
        ],
    )
    def test_articles_4_5_and_8(self, version, category, changes, code):
        """Articles 4, 5 and 8 and Article 2.3; below the last article that was read the outcome says so."""
        assert judge(version, category, {**MANAGER, **changes}) == code

    @pytest.mark.parametrize("category", ["civil_servant", "civil_servant_leader", "cadre"])
    def test_discipline(self, version, category):
        """L6: from 15/09/2023 any discipline of the year fails (2.5.a); in grades from 01/07/2025 only one related to duty."""
        facts = {**MANAGER, "tasks.exceeded_share": 50}
        asked = [code for code in BY_CODE[f"{version}_{category}"].ladder.definitions if code.startswith("conduct.")]

        assert asked == ([] if version == "nd90_2020" else [DISCIPLINE[version]])
        assert judge(version, category, {**facts, DISCIPLINE[version]: True}) == (
            "EXCELLENT" if version == "nd90_2020" else "NOT_COMPLETED"
        )

    def test_an_unread_clause_stays_unknown(self, version):
        """Nobody has to guess what the copy cuts off: it is what to ask for."""
        regulation = BY_CODE[f"{version}_cadre"]
        facts = {**MANAGER, **GOOD_ONLY, DISCIPLINE[version]: False, "text.last_clause_met": None}
        known = {code: value for code, value in facts.items() if code in regulation.ladder.definitions}
        result = sc.assess(regulation, sc.Facts.of(known))

        assert [one.code for one in result.possible] == ["GOOD", "not_encoded"]
        assert result.open_facts == ("text.last_clause_met",)
        assert "Excellent completion of tasks" in [child.label.en for child in result.reasons.children]


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
            ("public_employee", date(2026, 6, 30), "nd90_2020_48_2023_public_employee"),
            ("public_employee", date(2027, 1, 1), "nd233_2026_public_employee"),
            ("public_employee_manager", date(2026, 6, 30), "nd90_2020_48_2023_public_employee_manager"),
            ("public_employee_manager", date(2027, 1, 1), "nd233_2026_public_employee_manager"),
            ("public_service_unit", date(2026, 7, 1), "nd233_2026_public_service_unit"),
            ("civil_servant", date(2023, 9, 14), "nd90_2020_civil_servant"),
            ("civil_servant", date(2025, 6, 30), "nd90_2020_48_2023_civil_servant"),
            ("civil_servant", date(2025, 7, 1), "nd90_2020_80_2025_civil_servant"),
            ("civil_servant", date(2025, 12, 31), "nd90_2020_80_2025_civil_servant"),
            ("civil_servant", date(2026, 1, 1), "nd335_2025_civil_servant"),
            ("civil_servant_leader", date(2026, 1, 1), "nd335_2025_leader"),
            ("cadre", date(2026, 6, 30), "nd90_2020_80_2025_cadre"),
            ("state_body", date(9999, 12, 31), "nd335_2025_state_body"),
        ],
    )
    def test_who_is_judged_by_what_and_when(self, category, day, code):
        """L5: the day before and the day of each change; Decree 90 ends for the rest with Decree 233 (Article 19.2)."""
        assert in_force(category, on=day).code == code

    @pytest.mark.parametrize(
        ("category", "on", "rated_on", "code"),
        [
            ("civil_servant", date(2025, 3, 1), date(2025, 6, 30), "nd90_2020_48_2023_civil_servant"),
            ("civil_servant", date(2025, 3, 1), date(2025, 7, 1), "nd90_2020_80_2025_civil_servant"),
            ("civil_servant", date(2024, 12, 31), date(2025, 7, 1), "nd90_2020_80_2025_civil_servant"),
            ("civil_servant", date(2025, 12, 31), date(2025, 6, 30), "nd90_2020_48_2023_civil_servant"),
            ("civil_servant", date(2025, 12, 31), date(2026, 1, 10), "nd90_2020_80_2025_civil_servant"),
            ("cadre", date(2022, 12, 31), date(2023, 9, 20), "nd90_2020_cadre"),
            ("public_employee", date(2024, 12, 31), date(2025, 7, 1), "nd90_2020_48_2023_public_employee"),
            ("public_employee", date(2023, 3, 1), date(2023, 9, 14), "nd90_2020_public_employee"),
            ("public_employee", date(2023, 3, 1), date(2023, 12, 10), "nd90_2020_48_2023_public_employee"),
            ("public_employee", date(2022, 12, 31), date(2023, 12, 10), "nd90_2020_public_employee"),
            ("public_service_unit", date(2026, 3, 1), date(2026, 12, 10), "nd233_2026_public_service_unit"),
        ],
    )
    def test_where_the_day_of_the_grade_counts(self, category, on, rated_on, code):
        """L5, L6: Law 80/2025 (Article 38.4) by the day of the grade; a year of change by the rules of its end."""
        assert in_force(category, on=on, rated_on=rated_on).code == code

    @pytest.mark.parametrize("category", ["public_employee", "public_employee_manager"])
    @pytest.mark.parametrize("day", [date(2026, 7, 1), date(2026, 12, 31)])
    def test_at_the_end_of_2026_the_unit_settles_it(self, category, day):
        """L5: Decree 233, Article 20.1: a unit without its own rules of rating still rates by Decree 90; judging refuses."""
        answer = in_force(category, on=day)

        assert isinstance(answer, DependsOnUnit)
        assert [one.code for one in answer.choices] == [f"nd233_2026_{category}", f"nd90_2020_48_2023_{category}"]
        assert (answer.citation.instrument.number, answer.citation.article) == ("233/2026/NĐ-CP", "20.1")
        assert answer == in_force(category, on=day, rated_on=date(2027, 1, 10))
        one, other = (choice.label for choice in answer.choices)
        assert f"{one.vi} hay {other.vi}" in answer.sentence("vi")
        assert "tùy tình hình của đơn vị (Nghị định số 233/2026/NĐ-CP" in answer.sentence("vi")
        assert f"whether {one.en} or {other.en} judges" in answer.sentence("en")
        with pytest.raises(sc.InvalidInput):
            sc.assess(answer, sc.Facts())

    def test_the_first_half_of_2026_is_rated_at_its_end(self):
        """A day in spring belongs to a year whose grade is given in December: then the unit settles it as well."""
        spring = date(2026, 3, 1)

        assert isinstance(in_force("public_employee", on=spring, rated_on=date(2026, 12, 1)), DependsOnUnit)
        assert in_force("public_employee", on=spring, rated_on=date(2026, 6, 1)).code == "nd90_2020_48_2023_public_employee"

    @pytest.mark.parametrize(
        ("category", "day", "instrument"),
        [
            ("public_employee", date(2012, 1, 1), "58/2010/QH12"),
            ("public_employee", date(2017, 9, 14), "56/2015/NĐ-CP"),
            ("public_employee_manager", date(2018, 1, 1), "56/2015/NĐ-CP"),
            ("civil_servant", date(2015, 7, 31), "22/2008/QH12"),
            ("cadre", date(2019, 1, 1), "56/2015/NĐ-CP"),
            ("cadre", date(2026, 7, 1), "366-QĐ/TW"),
        ],
    )
    def test_what_could_not_be_read_is_said(self, category, day, instrument):
        """L5: it is named with what is missing, and judging refuses it; cadres from 01/07/2026 by no decree."""
        answer = in_force(category, on=day)

        assert isinstance(answer, sc.regulations.NotEncoded)
        assert instrument in answer.instrument.vi
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

    def test_the_regulations_with_holes_are_the_ones_whose_articles_leave_them(self):
        """Decree 90 between its shares, for public employees; no other hole, no dead fact."""
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
        }


def test_every_category_of_decree_90_has_its_texts():
    """Two of public employees and of those who manage, three of civil servants, of those who lead, and of cadres."""
    assert len(ND90_REGULATIONS) == 2 * 2 + 3 * 3


class TestEarlierEncodings:
    def test_they_stay_readable(self):
        """What was judged by an encoding that was replaced names it by code and version, and finds it."""
        newest = {one.code: one.version for one in BY_CODE.values()}
        replaced = [one for one in SHIPPED if newest[one.code] != one.version]

        assert len(replaced) == 8
        for one in replaced:
            document = to_document(sc.assess(one, sc.Facts()))
            assert document["regulation"]["version"] == one.version
            assert from_document(document, sc.Assessment).regulation is one

    @pytest.mark.parametrize(
        ("code", "fingerprint"),
        [
            ("nd90_2020_public_employee", "7b1e7edb4914be53a29d4b5af1f47956c25b253494d339f006611c633604e96d"),
            ("nd90_2020_48_2023_public_employee", "c435fa126c6a0ccee67e4070c5ba939d20cdda654fc8147d7305c60c85b7a293"),
            ("nd90_2020_public_employee_manager", "440da2a9f6b8e7391c0412485f164ad62ce754758f663548c0b60f8764ad8db3"),
            ("nd90_2020_48_2023_public_employee_manager", "5d959f32b56593b1efd1f7a81600485f68438cae0d27161ed831ad71fdabd52a"),
            ("nd90_2020_48_2023_civil_servant", "8fbeb56056f77f043e5e746105ea929d3f4497925f1d43e04d0a214f63572982"),
            ("nd90_2020_48_2023_civil_servant_leader", "cfba89877bf7021131657dcd3e124f2256a964527f86e02a77cb9ff57a24634b"),
            ("nd90_2020_48_2023_cadre", "92bc1dff0a5987ae4bb667df451ec6c99bba0d357e945a9ed7dae525592c9965"),
            ("nd335_2025_state_body", "c1a9008756a5bdae2dd4a49f2aae67a8fd5f1f18b888bc6d9ed316848a1c5d56"),
            ("nd90_2020_cadre", "ec48dd7fcb2e4422fcb91b234baeb00ffa0243354ebb34f953527134c0231c0d"),
            ("nd335_2025_leader", "90fb755f74fb36616046f598c0c297db1bcffeecf920dc22a253ccd58b43e91f"),
            ("good_performance_2014", "5dd0242540af075b2abba77e8bbee2a275ce45d8ad2d3730870bdc502eb6854c"),
        ],
    )
    def test_their_fingerprints_are_those_of_version_1_0_0(self, code, fingerprint):
        """The fingerprints were written down from version 1.0.0; documents of then carry them."""
        [one] = [one for one in SHIPPED if (one.code, one.version) == (code, 1)]

        assert to_document(sc.assess(one, sc.Facts()))["regulation"]["fingerprint"] == fingerprint
