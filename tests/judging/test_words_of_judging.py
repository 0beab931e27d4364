"""What judging says to people beyond its reasons: petitions, what stands, sides, changes, proposals; word for word in both languages."""

from datetime import date

import attrs
import pytest

import supervision_core as sc
from supervision_core import Period
from supervision_core.judging import (
    PETITION_RULES,
    Decision,
    DecisionGround,
    Petition,
    Reopening,
    ReopeningVoice,
    SecondLook,
    decision_file,
)
from supervision_core.regulations import CIVIC_CODES, GOOD_PERFORMANCE_2014 as WARD

DONE = {"duties.well_done": True, "conduct.violation": False, **dict.fromkeys(CIVIC_CODES, True)}
OPEN_FACTS, FAIR_FACTS = {**DONE, "civic.standing": None}, {**DONE, "civic.standing": False}
GOOD, OPEN, FAIR = (sc.assess(WARD, sc.Facts.of(facts)) for facts in (DONE, OPEN_FACTS, FAIR_FACTS))
GRADES = {"vi": ("Hoàn thành tốt (theo tiêu chí của phường)", "Hoàn thành khá"), "en": ("Good", "Fair")}
NAMES = {"o1": "Cán bộ A", "qd-1": "12/QĐ", "qd-2": "15/QĐ", "kn-1": "3/KN"}
DAYS = sc.WorkingDays(known=Period.of_year(2026))
FIRST = Decision(id="qd-1", subject_id="o1", assessment=FAIR, decided_on=date(2026, 12, 1), decided_by="board")
SECOND = attrs.evolve(FIRST, id="qd-2", assessment=GOOD, decided_on=date(2026, 12, 15), ground=DecisionGround.PETITION, supersedes="qd-1")
ASKED = Petition(
    id="kn-1", subject_id="o1", decision_id="qd-1", rule=PETITION_RULES["employee_law"], published_on=date(2026, 12, 1), received_on=date(2026, 12, 4)
)
KEPT = attrs.evolve(ASKED, answered_on=date(2026, 12, 15), result=SecondLook.KEPT)
LATE = attrs.evolve(KEPT, answered_on=date(2026, 12, 21))
AGAIN = attrs.evolve(ASKED, id="kn-2", decision_id="qd-2", published_on=date(2026, 12, 15), received_on=date(2026, 12, 17))
OLD = attrs.evolve(ASKED, rule=PETITION_RULES["decree_90"], published_on=date(2025, 12, 10), received_on=date(2025, 12, 30))
OPENED = Reopening(id="x", subject_id="o1", decision_id="qd-1", opened_on=date(2026, 12, 10), opened_by="board", voices=[ReopeningVoice.PEOPLE])


def both(one, names=NAMES):
    return one.sentence("vi", names), one.sentence("en", names)


def last_petition(*petitions, decisions=(FIRST,), on=date(2026, 12, 18)):
    return decision_file(decisions, "qd-1", petitions=petitions, on=on, calendar=DAYS).petitions[-1]


PETITIONS = [
    (lambda: last_petition(ASKED), (
        "Kiến nghị 3/KN, nhận ngày 04/12/2026: trong thời hạn kiến nghị; chưa trả lời, hạn đến hết ngày 18/12/2026.",
        "Petition 3/KN, received on 2026-12-04: in time; not answered yet, until 2026-12-18.",
    )),
    (lambda: last_petition(ASKED, on=date(2026, 12, 19)), (
        "Kiến nghị 3/KN, nhận ngày 04/12/2026: trong thời hạn kiến nghị; quá hạn trả lời (đến hết ngày 18/12/2026).",
        "Petition 3/KN, received on 2026-12-04: in time; the answer is late (the last day was 2026-12-18).",
    )),
    (lambda: last_petition(KEPT), (
        "Kiến nghị 3/KN, nhận ngày 04/12/2026: trong thời hạn kiến nghị; trả lời ngày 15/12/2026: giữ nguyên kết quả.",
        "Petition 3/KN, received on 2026-12-04: in time; answered on 2026-12-15: result kept.",
    )),
    (lambda: last_petition(attrs.evolve(KEPT, received_on=date(2026, 12, 7)), on=date(2026, 12, 31)), (
        "Kiến nghị 3/KN, nhận ngày 07/12/2026: quá thời hạn kiến nghị (đến hết ngày 06/12/2026); trả lời ngày 15/12/2026: giữ nguyên kết quả.",
        "Petition 3/KN, received on 2026-12-07: too late (the last day was 2026-12-06); answered on 2026-12-15: result kept.",
    )),
    (lambda: last_petition(LATE, on=date(2026, 12, 31)), (
        ("Kiến nghị 3/KN, nhận ngày 04/12/2026: trong thời hạn kiến nghị; trả lời ngày 21/12/2026: giữ nguyên kết quả; "
        "quá hạn trả lời (đến hết ngày 18/12/2026)."),
        "Petition 3/KN, received on 2026-12-04: in time; answered on 2026-12-21: result kept; the answer is late (the last day was 2026-12-18).",
    )),
    (lambda: last_petition(OLD, decisions=(attrs.evolve(FIRST, decided_on=date(2025, 12, 10)),)), (
        "Kiến nghị 3/KN, nhận ngày 30/12/2025: chưa xác định được thời hạn kiến nghị; chưa trả lời, chưa xác định được thời hạn.",
        "Petition 3/KN, received on 2025-12-30: whether in time is not known; not answered yet, until when is not known.",
    )),
    (lambda: last_petition(attrs.evolve(KEPT, result=SecondLook.CHANGED, new_decision_id="qd-2"), AGAIN, decisions=(FIRST, SECOND), on=date(2027, 2, 1)), (
        "Kiến nghị kn-2, nhận ngày 17/12/2026: trong thời hạn kiến nghị; đã có kết quả giải quyết, không xem xét lần thứ hai.",
        "Petition kn-2, received on 2026-12-17: in time; answered before, not looked at a second time.",
    )),
]  # fmt: skip


@pytest.mark.parametrize(("make", "said"), PETITIONS)
def test_a_petition_says_whether_it_came_in_time_and_what_came_of_it(make, said):
    """When it came and by when it had to, by when it is to be answered and when it was, and that there is no second one."""
    assert both(make()) == said


@pytest.mark.parametrize(
    ("file", "said"),
    [
        (
            lambda: decision_file([FIRST], "qd-1", on=date(2026, 12, 31)),
            (
                "Cán bộ A: tính đến ngày 31/12/2026, kết quả xếp loại là “{1}” (quyết định 12/QĐ ngày 01/12/2026).",
                "Cán bộ A: on 2026-12-31 the result that stands is “{1}” (decision 12/QĐ of 2026-12-01).",
            ),
        ),
        (
            lambda: decision_file([FIRST, SECOND], "qd-1", on=date(2026, 12, 31)),
            (
                "Cán bộ A: tính đến ngày 31/12/2026, kết quả xếp loại là “{0}” (quyết định 15/QĐ ngày 15/12/2026).",
                "Cán bộ A: on 2026-12-31 the result that stands is “{0}” (decision 15/QĐ of 2026-12-15).",
            ),
        ),
        (
            lambda: decision_file([attrs.evolve(FIRST, assessment=OPEN)], "qd-1", reopenings=[OPENED], on=date(2026, 12, 31)),
            (
                "Cán bộ A: tính đến ngày 31/12/2026, kết quả xếp loại là “chưa xác định mức” (quyết định 12/QĐ ngày 01/12/2026); đang được xem xét lại.",
                "Cán bộ A: on 2026-12-31 the result that stands is “not settled” (decision 12/QĐ of 2026-12-01); it is being looked at again.",
            ),
        ),
    ],
)
def test_what_stands_is_said(file, said):
    """The grade, or that none is settled, by which decision, and whether it is being looked at again."""
    assert both(file()) == tuple(text.format(*GRADES[lang]) for text, lang in zip(said, ("vi", "en"), strict=True))


def test_what_changed_is_said():
    """From what to what, the facts, by the caller's names where there are any, and the lines; or that the result is the same."""
    lower = sc.judging.what_changed(GOOD, FAIR)
    (good_vi, fair_vi), (good_en, fair_en) = GRADES["vi"], GRADES["en"]
    named = {"civic.standing": "Uy tín"}

    assert lower.sentence("vi", named).startswith(f"Kết quả: {good_vi} → {fair_vi}. Uy tín: có → không. Tiêu chí thay đổi: ")
    assert lower.sentence("en", named).startswith(f"Result: {good_en} → {fair_en}. Uy tín: yes → no. Lines that turned: ")
    assert sc.judging.what_changed(FAIR, OPEN).sentence("en", named).startswith(f"Result: {fair_en} → {good_en} or {fair_en}. Uy tín: no → unknown. ")
    assert sc.judging.what_changed(GOOD, GOOD).sentence("vi") == f"Kết quả không đổi: {good_vi}"


def test_two_sides_that_do_not_differ_are_said():
    """Both reach their grade, or neither does."""
    merit = sc.regulations.ND335_CIVIL_SERVANT
    low = sc.assess(merit, sc.Facts.of({"conduct.degradation": True}))
    both_low = sc.judging.lay_side_by_side(FAIR, low)
    named = [grade.label for grade in low.possible]

    assert both_low.differ is sc.Verdict.NOT_MET
    assert both_low.sentence("vi") == f"Mặt trận: {GRADES['vi'][1]}; xếp loại theo luật: {named[0].vi}; không khác nhau."
    assert both_low.sentence("en") == f"Front: Fair; statutory: {named[0].en}; they do not differ."


def test_a_change_and_what_comes_along_are_said():
    """From what to what, by its own name or the caller's, and that one follows from the other."""
    facts = sc.Facts.of({**DONE, "duties.well_done": False, "duties.fairly_done": False})
    [remedy] = sc.remedies(WARD, facts, target="good")
    own, along = remedy.changes

    assert (own.forced, along.forced) == (False, True)
    assert both(along, {"duties.fairly_done": "Khá"}) == ("Khá: không → có (kéo theo)", "Khá: no → yes (comes along)")
    assert both(own, {"duties.well_done": "Tốt"}) == ("Tốt: không → có", "Tốt: no → yes")
    assert both(remedy, {"duties.well_done": "T", "duties.fairly_done": "K"}) == (
        f"T: không → có; K: không → có (kéo theo) ⇒ {GRADES['vi'][0]}",
        f"T: no → yes; K: no → yes (comes along) ⇒ {GRADES['en'][0]}",
    )
