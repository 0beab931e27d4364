"""Spans of days and cycles: where each begins and ends, at the bounds of the calendar too, and what they refuse, word for word."""

from datetime import UTC, date, datetime

import pytest

import supervision_core as sc
from supervision_core import Period
from supervision_core.values import Cycle

A_DAY, WHOLE = "a day (datetime.date)", "a whole number (int)"
MARCH = Period.of_month(2026, 3)


def told(make):
    """Each fault: its code, its place, what was found, what would be right."""
    with pytest.raises(sc.InvalidInput) as raised:
        make()
    return [(one.code, one.place, one.found, one.expected) for one in raised.value.faults]


def ends(period):
    """The first day and the day after the last, as text."""
    return period.start.isoformat(), period.end.isoformat()


@pytest.mark.parametrize(
    ("period", "start", "end"),
    [
        (Period.of_year(1), "0001-01-01", "0002-01-01"),
        (Period.of_year(9998), "9998-01-01", "9999-01-01"),
        (Period.of_month(2026, 1), "2026-01-01", "2026-02-01"),
        (Period.of_month(2026, 12), "2026-12-01", "2027-01-01"),
        (Period.of_month(2024, 2), "2024-02-01", "2024-03-01"),
        (Period.of_quarter(2026, 1), "2026-01-01", "2026-04-01"),
        (Period.of_quarter(2026, 4), "2026-10-01", "2027-01-01"),
        (Period.of_half_year(2026, 1), "2026-01-01", "2026-07-01"),
        (Period.of_half_year(2026, 2), "2026-07-01", "2027-01-01"),
        (Period.of_months(date(2026, 1, 31), 1), "2026-01-31", "2026-02-28"),
        (Period.of_months(date(2026, 1, 31), 2), "2026-01-31", "2026-03-31"),
        (Period.of_months(date(2026, 5, 1), 10**6), "2026-05-01", "9999-12-31"),
        (Period.of_months(date(2026, 5, 1), 10**50), "2026-05-01", "9999-12-31"),
        (Period.of_week(date(2026, 3, 1)), "2026-02-23", "2026-03-02"),
        (Period.of_week(date(2026, 3, 2)), "2026-03-02", "2026-03-09"),
        (Period.of_week(date(1, 1, 1)), "0001-01-01", "0001-01-08"),
        (Period.of_days(date(2026, 3, 1), date(2026, 3, 1)), "2026-03-01", "2026-03-02"),
        (Period.of_days(date(2026, 3, 1), date(9999, 12, 30)), "2026-03-01", "9999-12-31"),
    ],
)
def test_where_a_period_begins_and_ends(period, start, end):
    """By the calendar: a part of a year, months from a day on, Monday to Sunday, or the days that are named."""
    assert ends(period) == (start, end)


@pytest.mark.parametrize(
    ("make", "faults"),
    [
        (lambda: Period(start=5, end=6), [("not_a_day", "Period.start", "5", A_DAY), ("not_a_day", "Period.end", "6", A_DAY)]),
        (lambda: Period(start=5, end=MARCH.end), [("not_a_day", "Period.start", "5", A_DAY)]),
        (lambda: Period(start=MARCH.start, end=5), [("not_a_day", "Period.end", "5", A_DAY)]),
        (
            lambda: Period(start=MARCH.start, end=MARCH.start),
            [("empty_period", "Period.end", "datetime.date(2026, 3, 1)", "a day after 2026-03-01")],
        ),
        (
            lambda: Period(start=MARCH.end, end=MARCH.start),
            [("empty_period", "Period.end", "datetime.date(2026, 3, 1)", "a day after 2026-04-01")],
        ),
        (lambda: Period.of_year(0), [("too_small", "Period.of_year.year", "0", "at least 1")]),
        (lambda: Period.of_year(9999), [("too_large", "Period.of_year.year", "9999", "at most 9998")]),
        (lambda: Period.of_year("2026"), [("not_whole", "Period.of_year.year", "'2026'", WHOLE)]),
        (lambda: Period.of_month(9999, 1), [("too_large", "Period.of_month.year", "9999", "at most 9998")]),
        (lambda: Period.of_month(2026, 0), [("too_small", "Period.of_month.month", "0", "at least 1")]),
        (lambda: Period.of_month(2026, 13), [("too_large", "Period.of_month.month", "13", "at most 12")]),
        (lambda: Period.of_quarter(2026, 0), [("too_small", "Period.of_quarter.quarter", "0", "at least 1")]),
        (lambda: Period.of_quarter(2026, 5), [("too_large", "Period.of_quarter.quarter", "5", "at most 4")]),
        (lambda: Period.of_half_year(2026, 0), [("too_small", "Period.of_half_year.half", "0", "at least 1")]),
        (lambda: Period.of_half_year(2026, 3), [("too_large", "Period.of_half_year.half", "3", "at most 2")]),
        (
            lambda: Period.of_half_year(0, 3),
            [
                ("too_small", "Period.of_half_year.year", "0", "at least 1"),
                ("too_large", "Period.of_half_year.half", "3", "at most 2"),
            ],
        ),
        (lambda: Period.of_months(5, 1), [("not_a_day", "Period.of_months.start", "5", A_DAY)]),
        (lambda: Period.of_months(MARCH.start, 0), [("too_small", "Period.of_months.months", "0", "at least 1")]),
        (lambda: Period.of_week(5), [("not_a_day", "Period.of_week.day", "5", A_DAY)]),
        (
            lambda: Period.of_days(5, 6),
            [("not_a_day", "Period.of_days.first", "5", A_DAY), ("not_a_day", "Period.of_days.last", "6", A_DAY)],
        ),
        (lambda: Period.of_days(5, MARCH.last), [("not_a_day", "Period.of_days.first", "5", A_DAY)]),
        (lambda: Period.of_days(MARCH.start, 5), [("not_a_day", "Period.of_days.last", "5", A_DAY)]),
        (
            lambda: Period.of_days(date(2026, 3, 2), date(2026, 3, 1)),
            [
                (
                    "empty_period",
                    "Period.of_days.last",
                    "datetime.date(2026, 3, 1)",
                    "a day from 2026-03-02, and not the calendar's last",
                )
            ],
        ),
        (
            lambda: Period.of_days(date(2026, 3, 2), date.max),
            [
                (
                    "empty_period",
                    "Period.of_days.last",
                    "datetime.date(9999, 12, 31)",
                    "a day from 2026-03-02, and not the calendar's last",
                )
            ],
        ),
        (lambda: MARCH.overlaps(5), [("wrong_kind", "Period.overlaps.other", "5", "a Period")]),
        (lambda: MARCH.within(5), [("wrong_kind", "Period.within.other", "5", "a Period")]),
        (lambda: MARCH.shared(5), [("wrong_kind", "Period.shared.other", "5", "a Period")]),
        (lambda: Cycle(anchor=5, weeks=1), [("not_a_day", "Cycle.anchor", "5", A_DAY)]),
        (lambda: Cycle(weeks=-1), [("too_small", "Cycle.weeks", "-1", "at least 0")]),
        (lambda: Cycle(weeks=1, months=-1), [("too_small", "Cycle.months", "-1", "at least 0")]),
        (lambda: Cycle(weeks="x"), [("not_whole", "Cycle.weeks", "'x'", WHOLE)]),
        (lambda: Cycle(weeks=0, months="x"), [("not_whole", "Cycle.months", "'x'", WHOLE)]),
        (lambda: Cycle(), [("no_length", "Cycle", "(0, 0)", "either weeks or months, at least 1")]),
        (lambda: Cycle(weeks=2, months=1), [("no_length", "Cycle", "(2, 1)", "either weeks or months, at least 1")]),
        (
            lambda: Cycle(anchor=5),
            [
                ("not_a_day", "Cycle.anchor", "5", A_DAY),
                ("no_length", "Cycle", "(0, 0)", "either weeks or months, at least 1"),
            ],
        ),
        (lambda: Cycle(weeks=1).boundary("x"), [("not_whole", "Cycle.boundary.number", "'x'", WHOLE)]),
        (lambda: Cycle(weeks=1).boundary(True), [("not_whole", "Cycle.boundary.number", "True", WHOLE)]),
        (lambda: Cycle(months=1).boundary(0, months="x"), [("not_whole", "Cycle.boundary.months", "'x'", WHOLE)]),
        (lambda: Cycle(months=1).boundary(0, days="x"), [("not_whole", "Cycle.boundary.days", "'x'", WHOLE)]),
        (lambda: Cycle(weeks=1).number_of(5), [("not_a_day", "Cycle.number_of.day", "5", A_DAY)]),
        (lambda: Cycle(weeks=1).around(5), [("not_a_day", "Cycle.number_of.day", "5", A_DAY)]),
        (lambda: Cycle(weeks=1).span("x"), [("not_whole", "Cycle.span.number", "'x'", WHOLE)]),
        (lambda: Cycle(weeks=1).spans(5), [("wrong_kind", "Cycle.spans.within", "5", "a Period")]),
    ],
)
def test_what_a_period_and_a_cycle_refuse(make, faults):
    """The argument, what stands there, and what would be right."""
    assert told(make) == faults


def test_the_days_of_a_period():
    """The first one and the last one are in it, the day before and the day after are not; what is no day is in none."""
    assert (MARCH.days, MARCH.last) == (31, date(2026, 3, 31))
    assert [day in MARCH for day in (date(2026, 2, 28), date(2026, 3, 1), date(2026, 3, 31), date(2026, 4, 1))] == [
        False,
        True,
        True,
        False,
    ]
    assert [what in MARCH for what in (5, "2026-03-01", None, MARCH)] == [False] * 4
    assert [moment in MARCH for moment in (datetime(2026, 3, 1, 9, tzinfo=UTC), datetime(2026, 3, 1))] == [False] * 2  # noqa: DTZ001  of no place


def test_two_periods_beside_each_other():
    """They share a day or touch; one lies inside the other when no day of it is outside."""
    april, rest = Period.of_month(2026, 4), Period.of_days(date(2026, 3, 31), date(2026, 5, 1))
    quarter, year = Period.of_quarter(2026, 1), Period.of_year(2026)

    assert [MARCH.overlaps(one) for one in (april, rest, MARCH, year)] == [False, True, True, True]
    assert [one.overlaps(MARCH) for one in (april, rest, MARCH, year)] == [False, True, True, True]
    assert [MARCH.within(one) for one in (MARCH, quarter, year, april, rest)] == [True, True, True, False, False]
    assert [year.within(MARCH), quarter.within(MARCH), rest.within(MARCH)] == [False] * 3
    assert MARCH.shared(april) is None
    assert april.shared(MARCH) is None
    assert ends(MARCH.shared(rest)) == ends(rest.shared(MARCH)) == ("2026-03-31", "2026-04-01")
    assert year.shared(MARCH) == MARCH.shared(year) == MARCH


def test_periods_stand_in_order_of_time():
    """By the first day, and of one first day by the end."""
    year, quarter = Period.of_year(2026), Period.of_quarter(2026, 1)

    assert sorted([MARCH, year, quarter]) == [quarter, year, MARCH]


@pytest.mark.parametrize(
    ("cycle", "number", "moved", "day"),
    [
        (Cycle(weeks=2), 1, {}, "0001-01-15"),
        (Cycle(anchor=date(2026, 3, 4), weeks=2), 0, {}, "2026-03-04"),
        (Cycle(anchor=date(2026, 3, 4), weeks=2), 3, {"days": 5}, "2026-04-20"),
        (Cycle(anchor=date(2026, 3, 4), weeks=2), -1, {}, "2026-02-18"),
        (Cycle(anchor=date(2026, 1, 10), weeks=3), 1, {"months": 1}, "2026-02-28"),
        (Cycle(anchor=date(2026, 1, 10), weeks=3), 1, {"months": 2, "days": 3}, "2026-04-03"),
        (Cycle(anchor=date(2026, 1, 10), weeks=3), 0, {"months": -1}, "2025-12-10"),
        (Cycle(months=3), 1, {}, "0001-04-01"),
        (Cycle(anchor=date(2026, 1, 31), months=1), 1, {}, "2026-02-28"),
        (Cycle(anchor=date(2026, 1, 31), months=1), -2, {}, "2025-11-30"),
        (Cycle(anchor=date(2026, 1, 31), months=3), 2, {}, "2026-07-31"),
        (Cycle(anchor=date(2026, 1, 31), months=1), 1, {"months": 1}, "2026-03-31"),
        (Cycle(anchor=date(2026, 1, 31), months=1), 1, {"days": 1}, "2026-03-01"),
        (Cycle(anchor=date(2026, 1, 31), months=1), 1, {"months": 2, "days": -1}, "2026-04-29"),
        (Cycle(weeks=1), -1, {}, "0001-01-01"),
        (Cycle(weeks=1), 10**50, {}, "9999-12-31"),
        (Cycle(months=1), -1, {}, "0001-01-01"),
        (Cycle(months=1), 10**50, {}, "9999-12-31"),
        (Cycle(months=1), -(10**50), {}, "0001-01-01"),
        (Cycle(months=1), 10**50, {"days": 1}, "9999-12-31"),
        (Cycle(months=1), -(10**50), {"days": -1}, "0001-01-01"),
        (Cycle(anchor=date(9999, 12, 1), months=1), 1, {}, "9999-12-31"),
        (Cycle(anchor=date(1, 1, 1), months=1), -1, {}, "0001-01-01"),
        (Cycle(months=1), 1, {"months": -2}, "0001-01-01"),
        (Cycle(months=1), 0, {"days": -1}, "0001-01-01"),
        (Cycle(months=1), 0, {"days": 10**50}, "9999-12-31"),
    ],
)
def test_the_first_day_of_a_span(cycle, number, moved, day):
    """So many lengths from the anchor, moved by months and then by days; beyond the calendar its first or its last day."""
    assert cycle.boundary(number, **moved).isoformat() == day


def test_a_day_is_in_the_span_that_has_begun():
    """On its first day the next span has begun, the day before it has not; before the anchor they count downwards."""
    fortnights, months, quarters = (
        Cycle(anchor=date(2026, 3, 4), weeks=2),
        Cycle(anchor=date(2026, 1, 31), months=1),
        Cycle(anchor=date(2025, 2, 15), months=3),
    )

    assert [fortnights.number_of(date(2026, 3, day)) for day in (3, 4, 17, 18)] == [-1, 0, 0, 1]
    assert [
        months.number_of(day)
        for day in (date(2026, 1, 30), date(2026, 1, 31), date(2026, 2, 27), date(2026, 2, 28), date(2026, 3, 30))
    ] == [-1, 0, 0, 1, 1]
    assert [
        quarters.number_of(day)
        for day in (date(2024, 2, 14), date(2024, 2, 15), date(2025, 5, 14), date(2025, 5, 15), date(2026, 2, 15))
    ] == [-5, -4, 0, 1, 4]
    assert ends(quarters.around(date(2026, 2, 14))) == ("2025-11-15", "2026-02-15")
    assert ends(quarters.span(-1)) == ("2024-11-15", "2025-02-15")


def test_the_spans_within_a_time():
    """All that share a day with it: those that its first and its last day are in, and all between."""
    months = Cycle(months=1)

    def found(first, last):
        return [one.start.isoformat() for one in months.spans(Period.of_days(first, last))]

    assert found(date(2026, 1, 31), date(2026, 2, 1)) == ["2026-01-01", "2026-02-01"]
    assert found(date(2026, 1, 1), date(2026, 1, 31)) == ["2026-01-01"]
    assert found(date(2026, 1, 15), date(2026, 3, 15)) == ["2026-01-01", "2026-02-01", "2026-03-01"]
    assert isinstance(months.spans(MARCH), tuple)
