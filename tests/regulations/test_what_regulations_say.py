"""What shipped rules are called and ask for, in both languages, and what those who make their own are told, word for word."""

from datetime import date

import attrs
import pytest

import supervision_core as sc
from supervision_core import Label
from supervision_core.criteria import Holds, Not
from supervision_core.obligations import Frequency, Right, TimeUnit
from supervision_core.regulations import (
    CIVIC_CODES,
    ENCODED,
    ND90_REGULATIONS,
    SHIPPED,
    STAFF_CONFERENCE,
    budget_reports,
    community_conference,
    good_performance,
    hanoi_dialogue,
    in_force,
    inspection_plans,
    obligation_facts,
    obligations_on,
)

WARD = sc.regulations.GOOD_PERFORMANCE_2014
A_DAY, WHOLE, SEEN = "a day (datetime.date)", "a whole number (int)", "at least one visible character"
FIRST, UNTIL = date(2022, 1, 1), date(2024, 1, 1)
PLANS = {"ahead_months": 1, "term_start": date(2024, 5, 1), "term_months": 30}
LAW_BEGINS, DECREE_BEGINS = date(2023, 7, 1), date(2023, 8, 15)


def told(make):
    """Each fault: its code, its place, what was found, what would be right."""
    with pytest.raises(sc.InvalidInput) as raised:
        make()
    return [(one.code, one.place, one.found, one.expected) for one in raised.value.faults]


def known(versions):
    """The versions of which it is known how often they ask for something."""
    return [one for one in versions if one.required is not None]


@pytest.mark.parametrize(
    ("make", "faults"),
    [
        (lambda: hanoi_dialogue(in_force_from=5, in_force_until=UNTIL), [("not_a_day", "hanoi_dialogue.in_force_from", "5", A_DAY)]),
        (lambda: hanoi_dialogue(in_force_from=FIRST, in_force_until=5), [("not_a_day", "hanoi_dialogue.in_force_until", "5", A_DAY)]),
        (lambda: hanoi_dialogue(in_force_from=FIRST, in_force_until=FIRST), [
            ("empty_period", "hanoi_dialogue.in_force_until", "datetime.date(2022, 1, 1)", "a day after in_force_from, up to 2025-03-01"),
        ]),
        (lambda: hanoi_dialogue(in_force_from=FIRST, in_force_until=date(2025, 3, 2)), [
            ("empty_period", "hanoi_dialogue.in_force_until", "datetime.date(2025, 3, 2)", "a day after in_force_from, up to 2025-03-01"),
        ]),
        (lambda: community_conference(year_end_from_month=0), [("too_small", "community_conference.year_end_from_month", "0", "at least 1")]),
        (lambda: community_conference(year_end_from_month=13), [("too_large", "community_conference.year_end_from_month", "13", "at most 12")]),
        (lambda: budget_reports(within_days=0), [("too_small", "budget_reports.within_days", "0", "at least 1")]),
        (lambda: budget_reports(within_days=367), [("too_large", "budget_reports.within_days", "367", "at most 366")]),
        (lambda: inspection_plans(**{**PLANS, "ahead_months": -1}), [("too_small", "inspection_plans.ahead_months", "-1", "at least 0")]),
        (lambda: inspection_plans(**{**PLANS, "ahead_months": 4}), [("too_large", "inspection_plans.ahead_months", "4", "at most 3")]),
        (lambda: inspection_plans(**{**PLANS, "term_start": 5}), [("not_a_day", "inspection_plans.term_start", "5", A_DAY)]),
        (lambda: inspection_plans(**{**PLANS, "term_months": 2}), [("too_small", "inspection_plans.term_months", "2", "at least 3")]),
        (lambda: obligations_on("x"), [("not_a_day", "obligations_on.day", "'x'", A_DAY)]),
        (lambda: obligation_facts([*STAFF_CONFERENCE, 5]), [("wrong_kind", "obligation_facts.obligations[2]", "5", "an Obligation")]),
        (lambda: in_force("x", on=FIRST), [("unknown_category", "in_force.category", "'x'", "one of " + ", ".join(sorted({one.category for one in ENCODED})))]),
        (lambda: in_force("cadre", on=5), [("not_a_day", "in_force.on", "5", A_DAY)]),
        (lambda: in_force("cadre", on=FIRST, rated_on=5), [("not_a_day", "in_force.rated_on", "5", A_DAY)]),
        (lambda: good_performance(civic=["civic.standing", "x"]), [("unknown_code", "good_performance.civic", "'x'", "one of " + ", ".join(CIVIC_CODES))]),
        (lambda: good_performance(civic=["civic.standing"] * 2), [("duplicate", "good_performance.civic", "'civic.standing'", "each id once")]),
        (lambda: good_performance(may_be_not_applicable=["x"]), [("unknown_code", "good_performance.may_be_not_applicable", "'x'", "one of " + ", ".join(CIVIC_CODES))]),
        (lambda: good_performance(may_be_not_applicable=5), [("not_a_collection", "good_performance.may_be_not_applicable", "5", "a collection of ids")]),
        (lambda: good_performance(civic_at_least=-1), [("too_small", "good_performance.civic_at_least", "-1", "at least 0")]),
        (lambda: good_performance(civic=CIVIC_CODES[:2], civic_at_least=3), [("too_large", "good_performance.civic_at_least", "3", "at most 2")]),
        (lambda: good_performance(without_civic="good"), [("unknown_grade", "good_performance.without_civic", "'good'", "'fair' or 'below_fair'")]),
        (lambda: good_performance(violation_excludes_fair=1), [("wrong_kind", "good_performance.violation_excludes_fair", "1", "True or False")]),
    ],
)  # fmt: skip
def test_whoever_makes_a_rule_is_told_what_is_wrong(make, faults):
    """The function and its argument, what stands there, and what would be right."""
    assert told(make) == faults


@pytest.mark.parametrize(
    ("field", "value", "fault"),
    [
        ("code", "", ("blank", "Regulation ''.code", "''", SEEN)),
        ("version", 0, ("too_small", "Regulation 'good_performance_2014'.version", "0", "at least 1")),
        ("label", 5, ("wrong_kind", "Regulation 'good_performance_2014'.label", "5", "a Label")),
        ("category", "", ("blank", "Regulation 'good_performance_2014'.category", "''", SEEN)),
        ("in_force_from", 5, ("not_a_day", "Regulation 'good_performance_2014'.in_force_from", "5", A_DAY)),
        ("in_force_until", 5, ("not_a_day", "Regulation 'good_performance_2014'.in_force_until", "5", A_DAY)),
        ("in_force_from", date(2015, 1, 1), ("empty_period", "Regulation 'good_performance_2014'.in_force_until", "datetime.date(2015, 1, 1)", "a day after in_force_from")),
        ("in_force_from", None, ("empty_period", "Regulation 'good_performance_2014'.in_force_until", "datetime.date(2015, 1, 1)", "a day after in_force_from")),
        ("citation", 5, ("wrong_kind", "Regulation 'good_performance_2014'.citation", "5", "a Citation")),
        ("ladder", 5, ("wrong_kind", "Regulation 'good_performance_2014'.ladder", "5", "a Ladder")),
    ],
)  # fmt: skip
def test_a_regulation_says_what_it_refuses(field, value, fault):
    """Each field by its name; the time in which it is in force has a first day, and its end comes after it."""
    assert WARD.in_force_until == date(2015, 1, 1)
    assert told(lambda: attrs.evolve(WARD, **{field: value})) == [fault]


def test_what_a_maker_of_rules_may_choose():
    """The bounds themselves are within them: a pilot of a day and one up to the law, January and December, a day and a leap year."""
    assert [one.required.times for one in known(hanoi_dialogue(in_force_from=FIRST, in_force_until=date(2022, 1, 2)))] == [
        1,
        2,
        1,
        1,
        1,
        1,
    ]
    assert [one.required.times for one in known(hanoi_dialogue(in_force_from=FIRST, in_force_until=date(2025, 3, 1)))] == [
        1,
        2,
        1,
        1,
    ]
    assert [known(community_conference(year_end_from_month=month))[0].required.opens_after_months for month in (1, 12)] == [
        0,
        11,
    ]
    assert [known(budget_reports(within_days=days))[0].required.grace_days for days in (1, 366)] == [1, 366]
    assert [
        known(inspection_plans(**{**PLANS, "ahead_months": months, "term_months": 3}))[0].required.opens_after_months
        for months in (0, 3)
    ] == [0, -3]
    assert [good_performance(civic_at_least=number).code.rpartition(";")[2] for number in (0, 5)] == [
        "civic_at_least=0",
        "civic_at_least=5",
    ]
    assert attrs.evolve(WARD, in_force_from=date(2014, 12, 31)).in_force_from == date(2014, 12, 31)
    assert attrs.evolve(WARD, in_force_from=None, in_force_until=None).in_force_from is None


@pytest.mark.parametrize("month", [1, 7, 12])
def test_the_conference_of_the_community(month):
    """Once a year from the month that was chosen; five days' notice from the decree on; before the law nobody could read it."""
    past, first, second = community_conference(year_end_from_month=month)
    label = Label("Hội nghị định kỳ của cộng đồng dân cư", "Periodic conference of the residential community")

    assert [one.code for one in (past, first, second)] == ["community_conference"] * 3
    assert [one.label for one in (past, first, second)] == [label] * 3
    assert [one.right for one in (past, first, second)] == [Right.DISCUSS] * 3
    assert [one.required for one in (past, first, second)] == [
        None,
        *[Frequency(times=1, per=TimeUnit.YEAR, opens_after_months=month - 1)] * 2,
    ]
    assert [(one.in_force_from, one.in_force_until) for one in (past, first, second)] == [
        (None, LAW_BEGINS),
        (LAW_BEGINS, DECREE_BEGINS),
        (DECREE_BEGINS, None),
    ]
    assert [one.notice_days for one in (past, first, second)] == [None, None, 5]
    assert [one.citation and one.citation.text("vi") for one in (past, first, second)] == [
        None,
        *["Luật số 10/2022/QH15 ngày 10/11/2022, Điều 33"] * 2,
    ]


@pytest.mark.parametrize(("within", "working", "days"), [(None, 5, 0), (15, 0, 15)])
def test_budget_data_are_made_public(within, working, days):
    """After each quarter, half-year and year: within five working days, or within so many days of the calendar."""
    versions = budget_reports(within_days=within)

    assert [(one.code, one.label.vi, one.label.en) for one in known(versions)] == [
        ("budget_report.quarter", "Công khai số liệu ngân sách mỗi quý", "Budget data made public each quarter"),
        ("budget_report.half_year", "Công khai số liệu ngân sách mỗi sáu tháng", "Budget data made public each half-year"),
        ("budget_report.year", "Công khai số liệu ngân sách mỗi năm", "Budget data made public each year"),
    ]
    assert [one.required for one in known(versions)] == [
        Frequency(times=1, per=per, opens_after_months=months, grace_working_days=working, grace_days=days)
        for per, months in ((TimeUnit.QUARTER, 3), (TimeUnit.HALF_YEAR, 6), (TimeUnit.YEAR, 12))
    ]
    assert [(one.required is None, one.in_force_from, one.in_force_until) for one in versions] == [
        (True, None, LAW_BEGINS),
        (False, LAW_BEGINS, None),
    ] * 3
    assert {(one.right, one.citation.text("en")) for one in known(versions)} == {
        (Right.KNOW, "Law No. 10/2022/QH15 of 2022-11-10, Article 11.2")
    }


def test_plans_of_the_inspection_board():
    """For each quarter, half-year and year by the law, for each term of office by the decree."""
    versions = inspection_plans(**PLANS)

    assert [(one.code, one.label.vi, one.label.en) for one in known(versions)] == [
        ("inspection_plan.quarter", "Kế hoạch của Ban Thanh tra nhân dân mỗi quý", "Plan of the People's Inspection Board each quarter"),
        ("inspection_plan.half_year", "Kế hoạch của Ban Thanh tra nhân dân mỗi sáu tháng", "Plan of the People's Inspection Board each half-year"),
        ("inspection_plan.year", "Kế hoạch của Ban Thanh tra nhân dân mỗi năm", "Plan of the People's Inspection Board each year"),
        ("inspection_plan.term", "Kế hoạch của Ban Thanh tra nhân dân mỗi nhiệm kỳ", "Plan of the People's Inspection Board each term"),
    ]  # fmt: skip
    assert [one.required for one in known(versions)] == [
        *(Frequency(times=1, per=per, opens_after_months=-1) for per in (TimeUnit.QUARTER, TimeUnit.HALF_YEAR, TimeUnit.YEAR)),
        Frequency(times=1, per=TimeUnit.TERM, anchor=date(2024, 5, 1), term_months=30, opens_after_months=-1),
    ]
    assert [one.in_force_from for one in known(versions)] == [LAW_BEGINS] * 3 + [DECREE_BEGINS]
    assert [one.in_force_until for one in versions if one.required is None] == [LAW_BEGINS] * 3 + [DECREE_BEGINS]
    assert [one.citation.text("vi") for one in known(versions)] == [
        *["Luật số 10/2022/QH15 ngày 10/11/2022, Điều 39.2"] * 3,
        "Nghị định số 59/2023/NĐ-CP ngày 14/8/2023, Điều 14",
    ]
    assert {one.right for one in versions} == {Right.CHECK}


CALLED = {
    "public_employee": Label("Xếp loại viên chức (Nghị định 90/2020)", "Grading public employees (Decree 90/2020)"),
    "public_employee_manager": Label("Xếp loại viên chức quản lý (Nghị định 90/2020)", "Grading managing public employees (Decree 90/2020)"),
    "civil_servant": Label("Xếp loại công chức (Nghị định 90/2020)", "Grading civil servants (Decree 90/2020)"),
    "civil_servant_leader": Label("Xếp loại công chức lãnh đạo (Nghị định 90/2020)", "Grading leading civil servants (Decree 90/2020)"),
    "cadre": Label("Xếp loại cán bộ (Nghị định 90/2020)", "Grading cadres (Decree 90/2020)"),
}  # fmt: skip


def test_what_decree_90_is_called():
    """In each of its texts by whom it grades; what was encoded first, by that."""
    first = [one for one in SHIPPED if one.code.startswith("nd90_2020") and one not in ND90_REGULATIONS]

    assert {one.category for one in ND90_REGULATIONS} == CALLED.keys()
    assert [one.label for one in ND90_REGULATIONS] == [CALLED[one.category] for one in ND90_REGULATIONS]
    assert len(first) == 7
    assert {one.label for one in first} == {
        Label("Nghị định 90/2020, phiên bản số hóa đầu tiên", "Decree 90/2020, first encoding")
    }
    assert {one.version for one in first} == {1}


@pytest.mark.parametrize("regulation", ND90_REGULATIONS, ids=lambda one: one.code)
def test_discipline_excludes_every_grade_but_the_last_one(regulation):
    """By the texts that count discipline of the year: each better grade asks for none, under the article that says so."""
    counted = {
        "nd90_2020_48_2023": ("conduct.any_discipline", "2.5.a"),
        "nd90_2020_80_2025": ("conduct.duty_related_discipline", "38.4"),
    }
    code, article = counted.get(regulation.code.removesuffix(f"_{regulation.category}"), (None, None))
    label = Label("Không bị kỷ luật trong năm", "No discipline within the year")

    for rung in regulation.ladder.rungs:
        none = [part for part in getattr(rung.criterion, "parts", ()) if isinstance(part, Not) and part.label == label]
        is_better = rung.grade.rank is not None and rung.grade.code != "NOT_COMPLETED"
        assert [(one.part, one.citation.article) for one in none] == (
            [(Holds(code=code), article)] if code and is_better else []
        )


def test_discipline_is_said_in_the_reasons():
    """Under a grade that asks for none, in both languages, with the article."""
    [rule] = [one for one in ND90_REGULATIONS if one.code == "nd90_2020_48_2023_civil_servant"]
    facts = sc.Facts.of({"conduct.any_discipline": True, "year.months_worked": 12})
    reasons = sc.explain(sc.assess(rule, facts), facts)

    def texts(reason, lang):
        return [reason.sentence(lang), *(text for child in reason.children for text in texts(child, lang))]

    assert sc.assess(rule, facts).grade.code == "NOT_COMPLETED"
    assert any(one.startswith("Không bị kỷ luật trong năm: không đạt") and "Điều 2.5.a" in one for one in texts(reasons, "vi"))
    assert any(
        one.startswith("No discipline within the year: not met") and "Article 2.5.a" in one for one in texts(reasons, "en")
    )


def test_the_facts_of_an_obligation_have_words():
    """Kept as required, missed, late, practice kept up: of the newest version, whatever order they are given in."""
    newest = attrs.evolve(STAFF_CONFERENCE[1], in_force_from=date(2024, 1, 1), label=Label("Hội nghị", "Conference"))
    facts = obligation_facts([newest, *STAFF_CONFERENCE])
    words = [
        ("Hội nghị: đủ theo quy định", "Conference: as often as required"), ("Hội nghị: số kỳ còn thiếu", "Conference: periods missed"),
        ("Hội nghị: số kỳ thực hiện quá hạn", "Conference: periods done late"), ("Hội nghị: giữ thông lệ", "Conference: practice kept up"),
    ]  # fmt: skip

    assert [(one.label.vi, one.label.en) for one in facts] == words
    assert facts == obligation_facts([*STAFF_CONFERENCE, newest])
    assert [one.code for one in facts] == [
        f"obligation.staff_conference.{name}" for name in ("met", "missing", "late", "practice_met")
    ]
    assert [one.citation for one in facts] == [newest.citation] * 3 + [None]
