"""Working days as the caller knows them: the library has no calendar of holidays and guesses none."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date, timedelta
from functools import cached_property
from typing import Final, final

import attrs

from supervision_core.values.checks import Checks, as_tuple
from supervision_core.values.periods import Period, days_after
from supervision_core.values.verdicts import Verdict

__all__ = ["WorkingDays"]


_SATURDAY, _SUNDAY = 6, 7
_WEEK = range(1, 8)
_ONE_DAY: Final = timedelta(days=1)
#: No term in working days is counted further: about fifteen years.
LARGEST_COUNT: Final = 3_660


def _days(values: Iterable[date]) -> tuple[date, ...]:
    given = as_tuple(values)
    return tuple(sorted(given)) if isinstance(given, tuple) and all(type(day) is date for day in given) else given


def _weekdays(values: Iterable[int]) -> tuple[int, ...]:
    given = as_tuple(values)
    return tuple(sorted(given)) if isinstance(given, tuple) and all(type(day) is int for day in given) else given


@final
@attrs.frozen(kw_only=True)
class WorkingDays:
    """Which days are worked, within the time for which that is known; of a day beyond it the answer is "not known".

    ``days_off`` are holidays, ``worked`` are days of rest that are worked in their stead. Refused are days outside the time
    that is known, days that stand there twice, a day in both lists, and a worked day that is worked anyway.

    >>> from datetime import date
    >>> from supervision_core import WorkingDays
    >>> from supervision_core import Period
    >>> calendar = WorkingDays(known=Period.of_year(2014), days_off=[date(2014, 4, 30), date(2014, 5, 1)])
    >>> calendar.after(date(2014, 4, 28), 3)
    datetime.date(2014, 5, 5)
    >>> calendar.is_worked(date(2014, 5, 1)).value, calendar.is_worked(date(2015, 5, 4)).value
    ('not_met', 'unknown')
    >>> calendar.after(date(2014, 12, 30), 3) is None
    True
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
        if isinstance(self.rest, tuple) and any(type(day) is not int for day in self.rest):
            checks.fields(self, "rest")
        elif not isinstance(self.rest, tuple) or not set(self.rest) <= set(_WEEK) or len(set(self.rest)) == _SUNDAY:
            checks.fault("out_of_range", "rest", self.rest, "weekdays from 1 (Monday) to 7 (Sunday), not all of them")
        if checks.clean:
            self._check_days(checks)
        checks.done()

    def _check_days(self, checks: Checks) -> None:
        for name in ("days_off", "worked"):
            days: tuple[date, ...] = getattr(self, name)
            for day in days:
                if day not in self.known:
                    checks.fault("outside", name, day.isoformat(), f"a day {self._known_text}")
            for earlier, later in zip(days, days[1:], strict=False):
                if earlier == later:
                    checks.fault("duplicate", name, later.isoformat(), "each day once")
        off = set(self.days_off)
        for day in self.worked:
            if day in off:
                checks.fault("contradiction", "worked", day.isoformat(), "no day that is a day off as well")
            elif day.isoweekday() not in self.rest:
                checks.fault("surplus", "worked", day.isoformat(), "a weekly day of rest, since others are worked anyway")

    @property
    def _known_text(self) -> str:
        return f"from {self.known.start.isoformat()} to {self.known.last.isoformat()}, for which it is known"

    @cached_property
    def _special(self) -> tuple[frozenset[date], frozenset[date]]:
        """Days off and days worked nevertheless, for asking often."""
        return frozenset(self.days_off), frozenset(self.worked)

    def is_worked(self, day: date) -> Verdict:
        """Whether a day is worked; unknown outside the time for which that is known."""
        checks = Checks("WorkingDays.is_worked")
        checks.day("day", day)
        checks.done()
        return self._is_worked(day)

    def _is_worked(self, day: date) -> Verdict:
        if day not in self.known:
            return Verdict.UNKNOWN
        off, worked = self._special
        is_worked = day in worked or (day not in off and day.isoweekday() not in self.rest)
        return Verdict.MET if is_worked else Verdict.NOT_MET

    def after(self, day: date, count: int) -> date | None:
        """The working day that is ``count`` working days after a day, which itself is not counted; None where not known.

        ``count`` is at least 1 and at most 3,660.
        """
        earliest, latest = self.span_after(day, count)
        return latest if earliest == latest else None

    def span_after(self, day: date, count: int) -> tuple[date, date | None]:
        """The earliest and the latest day that may be ``count`` working days after a day; None: nobody knows how late.

        They are the same where the calendar is known so far. Days of which nothing is known may be worked or not.

        >>> from datetime import date
        >>> from supervision_core import Period, WorkingDays
        >>> calendar = WorkingDays(known=Period.of_year(2014))
        >>> earliest, latest = calendar.span_after(date(2014, 12, 30), 3)
        >>> earliest.isoformat(), latest is None
        ('2015-01-02', True)
        """
        checks = Checks("WorkingDays.after")
        checks.day("day", day)
        checks.whole("count", count, at_least=1, at_most=LARGEST_COUNT)
        checks.done()
        earliest, latest = self._counted(day, count, Verdict.NOT_MET), self._counted(day, count, Verdict.MET)
        return date.max if earliest is None else earliest, latest

    def _counted(self, day: date, count: int, opposite: Verdict) -> date | None:
        """The day where so many are counted, of which it is known (MET) or not ruled out (NOT_MET) that they are worked."""
        needs_known = opposite is Verdict.MET
        if needs_known and day < self.known.start:
            day = days_after(self.known.start, -1)
        while count > 0:
            if day == date.max or (needs_known and day >= self.known.last):
                return None
            day += _ONE_DAY
            worked = self._is_worked(day)
            count -= worked is Verdict.MET if needs_known else worked is not Verdict.NOT_MET
        return day

    def rolled(self, day: date) -> date | None:
        """The day itself where it is worked, otherwise the next working day; None where that is not known.

        >>> from datetime import date
        >>> from supervision_core import Period, WorkingDays
        >>> calendar = WorkingDays(known=Period.of_year(2026), days_off=[date(2026, 9, 2)])
        >>> calendar.rolled(date(2026, 5, 31)).isoformat(), calendar.rolled(date(2026, 9, 2)).isoformat()
        ('2026-06-01', '2026-09-03')

        Source: Civil Code 91/2015/QH13, article 148.5, for terms whose last day is a day of rest or a holiday.
        """
        checks = Checks("WorkingDays.rolled")
        checks.day("day", day)
        checks.done()
        while (worked := self._is_worked(day)) is Verdict.NOT_MET:
            day = days_after(day, 1)
        return day if worked is Verdict.MET else None

    @cached_property
    def longest_rest(self) -> int:
        """The most days in a row that are known not to be worked."""
        longest = current = 0
        day = self.known.start
        while day < self.known.end:
            current = 0 if self._is_worked(day) is Verdict.MET else current + 1
            longest = max(longest, current)
            day = days_after(day, 1)
        return longest
