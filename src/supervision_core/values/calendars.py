"""Working days as the caller knows them: the library has no calendar of holidays and guesses none."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date, timedelta
from typing import final

import attrs

from supervision_core.values.checks import Checks, as_tuple
from supervision_core.values.errors import Fault, InvalidInput
from supervision_core.values.periods import Period
from supervision_core.values.text import shown

__all__ = ["WorkingDays"]


_SATURDAY, _SUNDAY = 6, 7


def _days(values: Iterable[date]) -> tuple[date, ...]:
    given = as_tuple(values)
    return tuple(sorted(given)) if isinstance(given, tuple) and all(type(day) is date for day in given) else given


def _weekdays(values: Iterable[int]) -> tuple[int, ...]:
    given = as_tuple(values)
    return tuple(sorted(given)) if isinstance(given, tuple) and all(type(day) is int for day in given) else given


@final
@attrs.frozen(kw_only=True)
class WorkingDays:
    """Which days are worked, within the time for which that is known; a question beyond it raises ``InvalidInput``.

    ``days_off`` are holidays, ``worked`` are days of rest that are worked in their stead; a day in both is refused.

    >>> from datetime import date
    >>> from supervision_core import WorkingDays
    >>> from supervision_core import Period
    >>> calendar = WorkingDays(known=Period.of_year(2014), days_off=[date(2014, 4, 30), date(2014, 5, 1)])
    >>> calendar.after(date(2014, 4, 28), 3)
    datetime.date(2014, 5, 5)
    >>> calendar.after(date(2014, 12, 30), 3)
    Traceback (most recent call last):
        ...
    supervision_core.values.errors.InvalidInput: WorkingDays: found datetime.date(2015, 1, 1), expected a day from ...
    """

    #: The time for which it is known which days are worked.
    known: Period
    #: Holidays, sorted.
    days_off: tuple[date, ...] = attrs.field(default=(), converter=_days)
    #: Days of rest that are worked nevertheless, sorted.
    worked: tuple[date, ...] = attrs.field(default=(), converter=_days)
    #: The weekly days of rest, Monday being 1 and Sunday 7.
    rest: tuple[int, ...] = attrs.field(default=(_SATURDAY, _SUNDAY), converter=_weekdays)

    def __attrs_post_init__(self) -> None:
        checks = Checks("WorkingDays")
        checks.kind("known", self.known, Period, "a Period")
        for name in ("days_off", "worked"):
            days = getattr(self, name)
            if not isinstance(days, tuple):
                checks.fault("not_a_collection", name, days, "a collection of days")
                continue
            for day in days:
                checks.day(name, day)
        if not isinstance(self.rest, tuple) or not set(self.rest) <= {1, 2, 3, 4, 5, 6, 7} or len(set(self.rest)) == _SUNDAY:
            checks.fault("out_of_range", "rest", self.rest, "weekdays from 1 (Monday) to 7 (Sunday), not all of them")
        if checks.clean and (both := sorted(set(self.days_off) & set(self.worked))):
            checks.fault("contradiction", "worked", both[0], "no day that is a day off as well")
        checks.done()

    def is_worked(self, day: date) -> bool:
        """Whether a day is worked."""
        checks = Checks("WorkingDays")
        checks.day("", day)
        checks.done()
        if day not in self.known:
            expected = f"a day from {self.known.start.isoformat()} to {self.known.last.isoformat()}, for which it is known"
            raise InvalidInput((Fault("beyond_calendar", "WorkingDays", shown(day), expected),))
        return day in self.worked or (day not in self.days_off and day.isoweekday() not in self.rest)

    def after(self, day: date, count: int) -> date:
        """The working day that is ``count`` working days after a day, which itself is not counted."""
        checks = Checks("WorkingDays.after")
        checks.day("day", day)
        checks.whole("count", count, at_least=1)
        checks.done()
        while count > 0:
            day += timedelta(days=1)
            count -= self.is_worked(day)
        return day
