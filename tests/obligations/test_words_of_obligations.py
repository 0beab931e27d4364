"""What obligations say to people: every label and every sentence, in Vietnamese and in English, word for word."""

from datetime import date

import attrs
import pytest

import supervision_core as sc
from supervision_core import FactState, Period
from supervision_core.obligations import Counting, Event, Frequency, MovedDeadline, Obligation, Partial, TimeUnit, Waiver
from supervision_core.obligations.standing import practice_said
from supervision_core.values import Citation, Instrument, InstrumentKind, Verification
from supervision_core.values.wording import wording

LAW = Citation(instrument=Instrument(kind=InstrumentKind.LAW, title=sc.Label("Luật", "Law")), verification=Verification.VERIFIED)
TALKS = sc.Label("Đối thoại", "Talks")
FLOODS = sc.Label("Lũ lụt", "Floods")
MONTHLY = Frequency(times=1, per=TimeUnit.MONTH)
JUNE, JULY_FIRST = Period.of_month(2025, 6), date(2025, 7, 1)
HALF = Period.of_half_year(2025, 1)


def duty(required=MONTHLY, **more):
    return Obligation(**{"code": "x", "label": TALKS, "required": required, "right": None, "citation": LAW if required else None, **more})


def held(*days, month=6, **more):
    return [Event(id=f"e{number}", obligation="x", on=date(2025, month, day), **more) for number, day in enumerate(days)]


def standing(rule, events=(), period=JUNE, as_of=JULY_FIRST, **more):
    rules = rule if isinstance(rule, list) else [rule]
    return sc.compliance(rules, events, period, as_of=as_of, **more).standings["x"]


def both(one):
    return one.sentence("vi"), one.sentence("en")


@pytest.mark.parametrize(
    ("frequency", "said"),
    [
        (MONTHLY, ("ít nhất 1 lần mỗi tháng", "at least 1 time a month")),
        (Frequency(times=2, per=TimeUnit.MONTH), ("ít nhất 2 lần mỗi tháng", "at least 2 times a month")),
        (Frequency(times=1, per=TimeUnit.WEEK, counts=Counting.DAYS), ("ít nhất 1 ngày mỗi tuần", "at least 1 day a week")),
        (Frequency(times=2, per=TimeUnit.QUARTER, counts=Counting.DAYS), ("ít nhất 2 ngày mỗi quý", "at least 2 days a quarter")),
        (Frequency(times=3, per=TimeUnit.HALF_YEAR), ("ít nhất 3 lần mỗi sáu tháng", "at least 3 times a half-year")),
        (Frequency(times=1, per=TimeUnit.YEAR), ("ít nhất 1 lần mỗi năm", "at least 1 time a year")),
        (Frequency(times=1, per=TimeUnit.TERM, term_months=60, anchor=date(2025, 1, 1)), ("ít nhất 1 lần mỗi nhiệm kỳ", "at least 1 time a term")),
    ],
)
def test_how_often_is_said(frequency, said):
    """How often, what is counted, one or several, and of which period."""
    assert frequency.label == sc.Label(*said)


@pytest.mark.parametrize(
    ("kind", "words"),
    [
        (sc.obligations.Right, {"know": "dân biết", "discuss": "dân bàn", "do": "dân làm", "check": "dân kiểm tra", "supervise": "dân giám sát", "benefit": "dân thụ hưởng"}),
        (sc.obligations.Basis, {"required": "theo quy định", "practised": "theo thông lệ của đơn vị"}),
        (
            Partial,
            {
                "owes_nothing": "kỳ không trọn thì không tính",
                "owes_share": "kỳ không trọn thì tính theo số ngày",
                "owes_all": "kỳ không trọn vẫn tính đủ",
            },
        ),
    ],
)
def test_choices_have_words(kind, words):
    """The six rights of the motto, what is measured by, and what is owed for part of a period."""
    assert {one.value: one.label.vi for one in kind} == words


DAYS = Frequency(times=2, per=TimeUnit.MONTH, counts=Counting.DAYS)
MOVED = [MovedDeadline(obligation="x", occurrence=date(2025, 6, 1), until=date(2025, 7, 10), ground=FLOODS)]
MOVED_TO_JUNE = [attrs.evolve(MOVED[0], until=date(2025, 6, 3))]
WAIVED = [Waiver(obligation="x", period=JUNE, ground=FLOODS)]

OCCURRENCES = [
    (lambda: standing(duty(), held(3)), ("tháng 6/2025: đã thực hiện, 1/1 lần, hạn 30/6/2025", "month 6/2025: done, 1 of 1 time by 2025-06-30")),
    (lambda: standing(duty(DAYS), held(3)), ("tháng 6/2025: còn thiếu, 1/2 ngày, hạn 30/6/2025", "month 6/2025: missing, 1 of 2 days by 2025-06-30")),
    (
        lambda: standing(duty(DAYS), as_of=date(2025, 6, 30)),
        ("tháng 6/2025: đang trong thời hạn, 0/2 ngày, hạn 30/6/2025", "month 6/2025: open, 0 of 2 days by 2025-06-30"),
    ),
    (lambda: standing(duty(), as_of=date(2025, 5, 31)), ("tháng 6/2025: chưa đến kỳ, 0/1 lần, hạn 30/6/2025", "month 6/2025: upcoming, 0 of 1 time by 2025-06-30")),
    (
        lambda: standing(duty(no_deputy=True), held(3)),
        ("tháng 6/2025: chưa rõ, 0/1 lần, hạn 30/6/2025", "month 6/2025: not known, 0 of 1 time by 2025-06-30"),
    ),
    (
        lambda: standing(duty(attrs.evolve(MONTHLY, rolls=True))),
        (
            "tháng 6/2025: chưa rõ, 0/1 lần, hạn 30/6/2025 (hoặc muộn hơn, chưa có lịch làm việc)",
            "month 6/2025: not known, 0 of 1 time by 2025-06-30 (or later: which days are worked is not known)",
        ),
    ),
    (lambda: standing(duty(), waivers=WAIVED), ("tháng 6/2025: được miễn (Lũ lụt)", "month 6/2025: waived (Floods)")),
    (
        lambda: standing(duty(in_force_from=date(2025, 6, 10))),
        ("10/6/2025 – 30/6/2025: kỳ không trọn, không tính", "2025-06-10 – 2025-06-30: part of a period, not counted"),
    ),
    (
        lambda: standing(duty(in_force_until=JULY_FIRST), held(11, month=7), as_of=date(2025, 8, 1), moved=MOVED),
        ("tháng 6/2025: đã thực hiện, quá hạn 1 ngày, 1/1 lần, hạn 10/7/2025", "month 6/2025: done, 1 day late, 1 of 1 time by 2025-07-10"),
    ),
    (
        lambda: standing(duty(attrs.evolve(MONTHLY, opens_after_months=1, grace_days=9)), held(11, month=7), Period.of_month(2025, 7), date(2025, 8, 1)),
        ("tháng 6/2025: đã thực hiện, quá hạn 2 ngày, 1/1 lần, hạn 09/7/2025", "month 6/2025: done, 2 days late, 1 of 1 time by 2025-07-09"),
    ),
]  # fmt: skip


@pytest.mark.parametrize(("make", "said"), OCCURRENCES)
def test_an_occurrence_says_how_it_stands(make, said):
    """Which period, how it stands, how much of what was done and by when; why, where nothing is owed."""
    [one] = make().required

    assert both(one) == said
    assert (one.state_label.vi in said[0], one.state_label.en in said[1]) == (True, True)


LATE_ONE = attrs.evolve(MONTHLY, opens_after_months=1, grace_days=5)
UNREAD = duty().with_unread_past()

STANDINGS = [
    (lambda: standing(duty(), held(3)), ("Đối thoại: đến hạn 1, đã thực hiện 1, còn thiếu 0", "Talks: 1 due, 1 done, 0 missing")),
    (
        lambda: standing(duty(), held(3), HALF, date(2025, 6, 15)),
        ("Đối thoại: đến hạn 5, đã thực hiện 1, còn thiếu 5", "Talks: 5 due, 1 done, 5 missing"),
    ),
    (
        lambda: standing(duty(), held(3), Period.of_year(2025), date(2025, 6, 15)),
        ("Đối thoại: đến hạn 5, đã thực hiện 1, còn thiếu 5; hạn tới 31/7/2025", "Talks: 5 due, 1 done, 5 missing; next due 2025-07-31"),
    ),
    (lambda: standing(duty(), held(3), as_of=date(2025, 6, 30)), ("Đối thoại: đến hạn 0, đã thực hiện 1, còn thiếu 0", "Talks: 0 due, 1 done, 0 missing")),
    (
        lambda: standing(duty(LATE_ONE), held(9)),
        ("Đối thoại: đến hạn 1, đã thực hiện 0, thực hiện quá hạn 1, còn thiếu 0", "Talks: 1 due, 0 done, 1 done late, 0 missing"),
    ),
    (
        lambda: standing(duty(None)),
        ("Đối thoại: chưa rõ quy định yêu cầu bao nhiêu lần", "Talks: how often the rule asks for it is not known"),
    ),
    (
        lambda: standing([duty(None, in_force_until=date(2025, 6, 1)), duty(in_force_from=date(2025, 6, 1))], (), HALF),
        (
            "Đối thoại: đến hạn 1, đã thực hiện 0, còn thiếu 1 (chưa rõ quy định yêu cầu bao nhiêu lần)",
            "Talks: 1 due, 0 done, 1 missing (how often the rule asks for it is not known)",
        ),
    ),
]  # fmt: skip


@pytest.mark.parametrize(("make", "said"), STANDINGS)
def test_an_obligation_says_how_it_stands(make, said):
    """What was due, done, done late and missed; what of the rule is not known; and what comes next."""
    assert both(make()) == said


def test_a_practice_is_called_after_its_obligation():
    """With the words that it is the place's own."""
    one = standing(duty(practised=MONTHLY))

    assert [practice_said(one, wording(lang)) for lang in ("vi", "en")] == ["Đối thoại (theo thông lệ của đơn vị)", "Talks (by its own practice)"]


FOUND, OPEN, NOWHERE = FactState.FOUND, FactState.NOT_SHOWN, FactState.NOT_APPLICABLE
NOTHING = ("không có kỳ nào đến hạn", "nothing was due")
STILL = ("còn kỳ chưa hết thời hạn", "the last day of some period is not over")
RULE = ("chưa rõ quy định yêu cầu bao nhiêu lần", "how often the rule asks for it is not known")
WHO = ("có việc chưa rõ do người đứng đầu hay cấp phó thực hiện", "of some events it is not known whether a deputy held them")
DUE = (
    "chưa rõ ngày hết hạn của một số kỳ do chưa có lịch làm việc",
    "of some periods the last day is not known, since the calendar does not say which days are worked",
)
NONE = ("x.met", "x.missing", "x.late")


def told(one):
    """The facts of an obligation: what stands behind each code, by which events, and why it is not known."""
    return {
        fact.code.removeprefix("obligation."): (fact.state, fact.value, fact.sources, fact.why and (fact.why.vi, fact.why.en))
        for fact in one.facts
    }


FACTS = [
    (lambda: standing(duty(), held(3)), {
        "x.met": (FOUND, True, ("e0",), None), "x.missing": (FOUND, 0, ("e0",), None), "x.late": (FOUND, 0, ("e0",), None),
    }),
    (lambda: standing(duty(DAYS), held(3)), {
        "x.met": (FOUND, False, ("e0",), None), "x.missing": (FOUND, 1, ("e0",), None), "x.late": (FOUND, 0, ("e0",), None),
    }),
    (lambda: standing(duty(LATE_ONE), held(9)), {
        "x.met": (FOUND, False, ("e0",), None), "x.missing": (FOUND, 0, ("e0",), None), "x.late": (FOUND, 1, ("e0",), None),
    }),
    (lambda: standing(duty(), held(3), Period.of_days(date(2025, 6, 1), date(2025, 7, 31)), date(2025, 7, 31)), {
        "x.met": (OPEN, None, ("e0",), STILL), "x.missing": (OPEN, None, (), STILL), "x.late": (OPEN, None, (), STILL),
    }),
    (lambda: standing(duty(), held(3), HALF, date(2025, 6, 15)), {
        "x.met": (FOUND, False, ("e0",), None), "x.missing": (FOUND, 5, ("e0",), None), "x.late": (FOUND, 0, ("e0",), None),
    }),
    (lambda: standing(duty(), (), Period.of_days(date(2025, 5, 1), date(2025, 6, 30)), date(2025, 6, 30)), {
        "x.met": (FOUND, False, (), None), "x.missing": (OPEN, None, (), STILL), "x.late": (OPEN, None, (), STILL),
    }),
    (lambda: standing(duty(no_deputy=True), held(3)), dict.fromkeys(NONE, (OPEN, None, (), WHO))),
    (lambda: standing(duty(attrs.evolve(MONTHLY, rolls=True))), dict.fromkeys(NONE, (OPEN, None, (), DUE))),
    (lambda: standing(duty(None)), dict.fromkeys(NONE, (OPEN, None, (), RULE))),
    (lambda: standing(duty(), waivers=WAIVED), dict.fromkeys(NONE, (NOWHERE, None, (), NOTHING))),
    (lambda: standing(duty(None, practised=MONTHLY), held(3)), {
        **dict.fromkeys(NONE, (OPEN, None, (), RULE)), "x.practice_met": (FOUND, True, ("e0",), None),
    }),
    (lambda: standing(duty(Frequency(times=1, per=TimeUnit.YEAR), practised=MONTHLY)), {
        **dict.fromkeys(NONE, (NOWHERE, None, (), NOTHING)), "x.practice_met": (FOUND, False, (), None),
    }),
    (lambda: standing(duty(practised=DAYS), held(3), as_of=date(2025, 6, 15)), {
        "x.met": (FOUND, True, ("e0",), None), "x.missing": (FOUND, 0, ("e0",), None), "x.late": (FOUND, 0, ("e0",), None),
        "x.practice_met": (OPEN, None, ("e0",), STILL),
    }),
    (lambda: standing(duty(None, practised=MONTHLY, in_force_from=date(2025, 5, 10)), held(3), HALF), {
        **dict.fromkeys(NONE, (OPEN, None, (), RULE)), "x.practice_met": (FOUND, True, ("e0",), None),
    }),
    (lambda: standing(duty(attrs.evolve(MONTHLY, rolls=True), no_deputy=True), held(3), HALF, moved=MOVED_TO_JUNE), dict.fromkeys(NONE, (OPEN, None, (), WHO))),
    (lambda: standing(duty(practised=MONTHLY), waivers=WAIVED), dict.fromkeys((*NONE, "x.practice_met"), (NOWHERE, None, (), NOTHING))),
]  # fmt: skip


@pytest.mark.parametrize(("make", "facts"), FACTS)
def test_an_obligation_as_facts_says_why_one_is_not_known(make, facts):
    """Met, missed, done late, practice kept up: found with its events, or not, and then why, in both languages."""
    assert told(make()) == facts


def test_the_periods_of_a_year_are_called_by_their_numbers():
    """Months, quarters and halves by number and year, the year by itself, in both languages; weeks by their days."""
    year = Period.of_year(2025)
    first, last = {}, {}
    for unit in (TimeUnit.WEEK, TimeUnit.MONTH, TimeUnit.QUARTER, TimeUnit.HALF_YEAR, TimeUnit.YEAR):
        first[unit.value], *_, last[unit.value] = [one.label for one in (*standing(duty(attrs.evolve(MONTHLY, per=unit)), (), year).required,) * 2]

    assert {unit: (one.vi, one.en) for unit, one in first.items()} == {
        "week": ("30/12/2024 – 05/01/2025", "2024-12-30 – 2025-01-05"),
        "month": ("tháng 1/2025", "month 1/2025"),
        "quarter": ("quý 1/2025", "quarter 1/2025"),
        "half_year": ("sáu tháng 1/2025", "half-year 1/2025"),
        "year": ("năm 2025", "2025"),
    }
    assert {unit: (one.vi, one.en) for unit, one in last.items()} == {
        "week": ("22/12/2025 – 28/12/2025", "2025-12-22 – 2025-12-28"),
        "month": ("tháng 12/2025", "month 12/2025"),
        "quarter": ("quý 4/2025", "quarter 4/2025"),
        "half_year": ("sáu tháng 2/2025", "half-year 2/2025"),
        "year": ("năm 2025", "2025"),
    }
