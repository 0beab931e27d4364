"""Thạch Thang ward (S1), end to end: 51 officials, citizens received every week, a meeting that rates everyone every month."""

from datetime import date, timedelta

import supervision_core as sc
from supervision_core.regulations import CITIZEN_RECEPTION, THACH_THANG

YEAR = sc.Period.of_year(2019)
RECEPTION, RATING = "citizen_reception", "monthly_rating"


def reception(days):
    return [sc.Event(id=f"TCD-{number:02}", obligation=RECEPTION, on=on, by_office_holder=True) for number, on in enumerate(days)]


def ratings(months):
    return [sc.Event(id=f"GB-{number:02}", obligation=RATING, on=date(2019, month, day)) for number, (month, day) in enumerate(months)]


EVERY_TUESDAY = [date(2019, 1, 1) + timedelta(days=7 * number) for number in range(53)]
EVERY_MONTH = [(month, 28) for month in range(1, 13)]


def report(receptions=EVERY_TUESDAY, months=EVERY_MONTH, obligations=THACH_THANG, period=YEAR, as_of=date(2020, 1, 10)):
    return sc.compliance(obligations, [*reception(receptions), *ratings(months)], period, as_of=as_of)


def test_the_year_of_the_article():
    """Every week and every month: the law is kept, and so is the ward's own practice."""
    kept = report().facts.values

    assert kept[f"obligation.{RECEPTION}.met"] is True
    assert kept[f"obligation.{RECEPTION}.practice_met"] is True
    assert kept[f"obligation.{RATING}.practice_met"] is True
    assert len(report().standings[RECEPTION].done) == 52


def test_all_51_have_registered():
    """51 of 51; a registration twice handed in would not make 52 people."""
    registered = [f"CB{number:02}" for number in range(1, 52)]
    turns = [sc.programme.SupervisionTurn(id=f"ĐK-{number}", on=date(2019, 2, 1), lead_unit_id="UBND phường", subject_ids=[who]) for number, who in enumerate([*registered, "CB07"])]
    counted = sc.programme.count_turns(turns, kind=sc.programme.CountKind.PERSON, by=sc.programme.CountBy.YEAR, population="phường", period=YEAR)

    assert (counted.total, counted.headline, len(turns)) == (51, 51, 52)


def test_s1_3_fifty_two_receptions_are_not_every_week():
    """Naive: 53 receptions in 52 weeks are enough. The third week had two and the fourth none."""
    days = [on - timedelta(days=7) * (number == 3) + timedelta(days=number == 3) for number, on in enumerate(EVERY_TUESDAY)]
    found = report(days).standings[RECEPTION]

    assert len(days) >= 52
    assert [(one.period.start, one.period.last) for one in found.missing] == [(date(2019, 1, 21), date(2019, 1, 27))]
    assert found.verdict is sc.Verdict.NOT_MET


def test_s1_3_the_rule_of_july_2026():
    """Naive: go on asking for every week. From July 2026 two days a month are asked for, and no deputy counts."""
    weeks = [date(2026, 6, 2) + timedelta(days=7 * number) for number in range(4)]
    july = [date(2026, 7, 7), date(2026, 7, 21)]
    by_law = sc.compliance(CITIZEN_RECEPTION, reception([*weeks, *july]), sc.Period.of_days(date(2026, 6, 1), date(2026, 7, 31)), as_of=date(2026, 8, 1))

    assert by_law.verdict is sc.Verdict.MET
    assert [one.per.value for one in by_law.standings[RECEPTION].done] == ["week"] * 4 + ["month"]
    weekly = [one.with_practice(CITIZEN_RECEPTION[1].required) for one in CITIZEN_RECEPTION]
    both = sc.compliance(weekly, reception([*weeks, *july]), sc.Period.of_month(2026, 7), as_of=date(2026, 8, 1)).standings[RECEPTION]
    assert (both.verdict, both.practice_verdict) == (sc.Verdict.MET, sc.Verdict.NOT_MET)


def test_s1_6_twelve_meetings_are_not_every_month():
    """Naive: twelve meetings a year are one a month. Two in May leave June without one."""
    months = [(5, 14) if month == 6 else (month, day) for month, day in EVERY_MONTH]
    found = report(months=months).standings[RATING]

    assert len(months) == 12
    assert [one.label.vi for one in found.practised if one.state is sc.obligations.OccurrenceState.MISSING] == ["tháng 6/2019"]


def test_s1_6_a_practice_is_no_law():
    """Naive: a month without a meeting is a breach. No rule was read that asks for it: met stays unknown, practice is broken."""
    facts = report(months=EVERY_MONTH[:11]).facts

    assert facts.get(f"obligation.{RATING}.met").state is sc.FactState.NOT_SHOWN
    assert facts.get(f"obligation.{RATING}.practice_met").value is False


def test_s1_6_the_meeting_of_this_month_is_not_missed_yet():
    """Naive, on 15 December: eleven of twelve. December is open until the 31st."""
    found = report(EVERY_TUESDAY[:50], EVERY_MONTH[:11], as_of=date(2019, 12, 15)).standings[RATING]

    assert found.practised[-1].state is sc.obligations.OccurrenceState.OPEN
    assert found.practice_verdict is sc.Verdict.UNKNOWN
