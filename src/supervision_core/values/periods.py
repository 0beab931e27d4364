"""Spans of days, and months counted from an anchor: the one place where calendar arithmetic is done.

Adding one month twice is not adding two: 31 January + 1 month is 28 February, and another month on it is 28 March.
So the n-th month is always computed from the anchor itself.
"""

from __future__ import annotations

from datetime import date, datetime, timedelta
from typing import Final, final

import attrs
from dateutil.relativedelta import relativedelta

from supervision_core.values.checks import Checks, check_arguments
from supervision_core.values.exact import whole_or_same

__all__ = ["Cycle", "Period"]


#: From this day on, the calendar's own weeks (Monday to Sunday), months, quarters, half-years and years are counted:
#: it is a Monday and the first day of a year.
CALENDAR: Final = date(1, 1, 1)
_MONTHS_OF_A_YEAR: Final = 12
_QUARTERS: Final = 4
_HALVES: Final = 2


def days_after(day: date, days: int) -> date:
    """The day so many days later (or earlier); the calendar's first or last day where there is no such day."""
    try:
        return day + timedelta(days=days)
    except OverflowError:
        return date.max if days > 0 else date.min


def months_after(anchor: date, months: int) -> date:
    """The same day of the month, so many months later (or earlier), or the month's last day where it has no such day.

    >>> from datetime import date
    >>> from supervision_core.values.periods import months_after
    >>> [months_after(date(2024, 1, 31), months).isoformat() for months in (1, 2, 3)]
    ['2024-02-29', '2024-03-31', '2024-04-30']
    """
    return anchor + relativedelta(months=months)


@final
@attrs.frozen(kw_only=True, order=True)
class Period:
    """A span of days from ``start`` (inclusive) to ``end`` (exclusive); never empty.

    >>> from supervision_core import Period
    >>> Period.of_year(2024).days
    366
    """

    #: The first day.
    start: date
    #: The day after the last.
    end: date

    def __attrs_post_init__(self) -> None:
        checks = Checks("Period")
        fine = checks.day("start", self.start)
        fine = checks.day("end", self.end) and fine
        if fine and self.end <= self.start:
            checks.fault("empty_period", "end", self.end, f"a day after {self.start.isoformat()}")
        checks.done()

    @classmethod
    def of_year(cls, year: int) -> Period:
        """A calendar year, 1 to 9998: the day after its last one has to be a day too."""
        return cls._part_of_year("of_year", year, 1, 1, "part")

    @classmethod
    def of_month(cls, year: int, month: int) -> Period:
        """A calendar month, 1 to 12."""
        return cls._part_of_year("of_month", year, month, _MONTHS_OF_A_YEAR, "month")

    @classmethod
    def of_quarter(cls, year: int, quarter: int) -> Period:
        """A calendar quarter, 1 to 4."""
        return cls._part_of_year("of_quarter", year, quarter, _QUARTERS, "quarter")

    @classmethod
    def of_half_year(cls, year: int, half: int) -> Period:
        """The first or the second half of a calendar year, 1 or 2."""
        return cls._part_of_year("of_half_year", year, half, _HALVES, "half")

    @classmethod
    def _part_of_year(cls, maker: str, year: int, part: int, parts: int, name: str) -> Period:
        checks = Checks(f"Period.{maker}")
        checks.whole("year", year, at_least=1, at_most=date.max.year - 1)
        checks.whole(name, part, at_least=1, at_most=parts)
        checks.done()
        months = _MONTHS_OF_A_YEAR // parts
        start = date(year, 1 + months * (part - 1), 1)
        return cls(start=start, end=months_after(start, months))

    @classmethod
    def of_months(cls, start: date, months: int) -> Period:
        """So many months from a day on, as in the first year of a directive; a day that a month lacks is its last.

        >>> from datetime import date
        >>> from supervision_core import Period
        >>> Period.of_months(date(2024, 2, 29), 12).last.isoformat()
        '2025-02-27'
        """
        checks = Checks("Period.of_months")
        checks.day("start", start)
        checks.whole("months", months, at_least=1)
        checks.done()
        return cls(start=start, end=Cycle(anchor=start, months=months).boundary(1))

    @classmethod
    def of_week(cls, day: date) -> Period:
        """The calendar week that a day is in, Monday to Sunday."""
        checks = Checks("Period.of_week")
        checks.day("day", day)
        checks.done()
        return Cycle(weeks=1).around(day)

    @classmethod
    def of_days(cls, first: date, last: date) -> Period:
        """The days from the first to the last, both inclusive."""
        checks = Checks("Period.of_days")
        fine = checks.day("first", first)
        fine = checks.day("last", last) and fine
        if fine and (last < first or last == date.max):
            checks.fault("empty_period", "last", last, f"a day from {first.isoformat()}, and not the calendar's last")
        checks.done()
        return cls(start=first, end=days_after(last, 1))

    @property
    def days(self) -> int:
        """How many days it has."""
        return (self.end - self.start).days

    @property
    def last(self) -> date:
        """Its last day."""
        return self.end - timedelta(days=1)

    def __contains__(self, day: object) -> bool:
        # A moment is no day, and Python refuses to compare the two.
        return isinstance(day, date) and not isinstance(day, datetime) and self.start <= day < self.end

    def overlaps(self, other: Period) -> bool:
        """Whether they share a day."""
        if type(other) is not Period:
            check_arguments(Period.overlaps, other=other)
        return self.start < other.end and other.start < self.end

    def within(self, other: Period) -> bool:
        """Whether it lies inside the other."""
        if type(other) is not Period:
            check_arguments(Period.within, other=other)
        return other.start <= self.start and self.end <= other.end

    def shared(self, other: Period) -> Period | None:
        """The days they share, or None."""
        if type(other) is not Period:
            check_arguments(Period.shared, other=other)
        if not self.overlaps(other):
            return None
        return Period(start=max(self.start, other.start), end=min(self.end, other.end))


@final
@attrs.frozen(kw_only=True)
class Cycle:
    """Spans of equal length, so many weeks or so many months, laid end to end from an anchor in both directions.

    The n-th span starts n lengths after the anchor, always computed from the anchor itself; where a month has no such
    day, on its last. Without an anchor the spans are the calendar's own: weeks from Monday, months from the 1st.

    >>> from datetime import date
    >>> from supervision_core.values import Cycle
    >>> from_the_31st = Cycle(anchor=date(2024, 1, 31), months=1)
    >>> [from_the_31st.span(number).start.isoformat() for number in (0, 1, 2)]
    ['2024-01-31', '2024-02-29', '2024-03-31']
    >>> Cycle(weeks=1).around(date(2026, 6, 30)).start.isoformat()
    '2026-06-29'
    >>> Cycle(weeks=1, months=1)
    Traceback (most recent call last):
        ...
    supervision_core.values.errors.InvalidInput: Cycle: found (1, 1), expected either weeks or months, at least 1 [no_length]
    """

    #: The first day of the span number 0.
    anchor: date = CALENDAR
    #: The length in weeks; 0 where it is counted in months.
    weeks: int = attrs.field(default=0, converter=whole_or_same)
    #: The length in months; 0 where it is counted in weeks.
    months: int = attrs.field(default=0, converter=whole_or_same)

    def __attrs_post_init__(self) -> None:
        checks = Checks("Cycle")
        checks.day("anchor", self.anchor)
        whole = [checks.whole(name, getattr(self, name), at_least=0) for name in ("weeks", "months")]
        if all(whole) and (self.weeks == 0) == (self.months == 0):
            checks.fault("no_length", "", (self.weeks, self.months), "either weeks or months, at least 1")
        checks.done()

    def boundary(self, number: int, *, months: int = 0, days: int = 0) -> date:
        """The first day of the n-th span, moved by months and then days; at most the calendar's own first or last day."""
        if not type(number) is type(months) is type(days) is int:
            check_arguments(Cycle.boundary, number=number, months=months, days=days)
        if self.weeks and not months:
            return days_after(self.anchor, 7 * self.weeks * number + days)
        anchor, count = days_after(self.anchor, 7 * self.weeks * number), self.months * number + months
        try:
            start = months_after(anchor, count)
        except (OverflowError, ValueError):
            start = date.max if count > 0 else date.min
        return days_after(start, days)

    def number_of(self, day: date) -> int:
        """The number of the span that a day is in."""
        if type(day) is not date:
            check_arguments(Cycle.number_of, day=day)
        if self.weeks:
            return (day - self.anchor).days // (7 * self.weeks)
        months = (day.year - self.anchor.year) * _MONTHS_OF_A_YEAR + day.month - self.anchor.month
        number = months // self.months
        # In the month of a boundary itself, the days before it still belong to the span that ends there.
        return number if self.boundary(number) <= day else number - 1

    def span(self, number: int) -> Period:
        """The n-th span."""
        check_arguments(Cycle.span, number=number)
        return Period(start=self.boundary(number), end=self.boundary(number + 1))

    def around(self, day: date) -> Period:
        """The span that a day is in."""
        return self.span(self.number_of(day))

    def spans(self, within: Period) -> tuple[Period, ...]:
        """Every span that shares a day with the given ones, in order of time."""
        check_arguments(Cycle.spans, within=within)
        return tuple([self.span(number) for number in range(self.number_of(within.start), self.number_of(within.last) + 1)])
