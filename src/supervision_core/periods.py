"""Spans of days, and months counted from an anchor: the one place where calendar arithmetic is done.

Adding one month twice is not adding two: 31 January + 1 month is 28 February, and another month on it is 28 March.
So the n-th month is always computed from the anchor itself.
"""

from __future__ import annotations

from datetime import date, timedelta
from typing import final

import attrs
from dateutil.relativedelta import relativedelta

from supervision_core.fields import Checks

__all__ = ["Period", "months_after"]


def months_after(anchor: date, months: int) -> date:
    """The same day of the month, so many months later (or earlier), or the month's last day where it has no such day.

    >>> from datetime import date
    >>> from supervision_core.periods import months_after
    >>> [months_after(date(2024, 1, 31), months).isoformat() for months in (1, 2, 3)]
    ['2024-02-29', '2024-03-31', '2024-04-30']
    """
    return anchor + relativedelta(months=months)


@final
@attrs.frozen(kw_only=True, order=True)
class Period:
    """A span of days from ``start`` (inclusive) to ``end`` (exclusive); never empty.

    >>> from supervision_core.periods import Period
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
        """A calendar year."""
        return cls(start=date(year, 1, 1), end=date(year + 1, 1, 1))

    @classmethod
    def of_month(cls, year: int, month: int) -> Period:
        """A calendar month."""
        start = date(year, month, 1)
        return cls(start=start, end=months_after(start, 1))

    @property
    def days(self) -> int:
        """How many days it has."""
        return (self.end - self.start).days

    @property
    def last(self) -> date:
        """Its last day."""
        return self.end - timedelta(days=1)

    def __contains__(self, day: object) -> bool:
        return isinstance(day, date) and self.start <= day < self.end

    def overlaps(self, other: Period) -> bool:
        """Whether they share a day."""
        return self.start < other.end and other.start < self.end

    def within(self, other: Period) -> bool:
        """Whether it lies inside the other."""
        return other.start <= self.start and self.end <= other.end

    def shared(self, other: Period) -> Period | None:
        """The days they share, or None."""
        if not self.overlaps(other):
            return None
        return Period(start=max(self.start, other.start), end=min(self.end, other.end))
