"""Days, periods, cycles and working days; the ends of months and leap days among them."""

from __future__ import annotations

from datetime import date
from functools import cache
from itertools import cycle, islice

from hypothesis import strategies as st

from supervision_core.values.calendars import WorkingDays
from supervision_core.values.periods import Cycle, Period, days_after

__all__ = ["cycles", "days", "periods", "working_days"]

_FIRST, _LAST = date(2024, 1, 1), date(2025, 12, 31)
_WEEKDAYS = range(1, 8)
_ENDS_OF_MONTHS = (date(2024, 2, 29), date(2024, 12, 31), date(2025, 1, 31), date(2025, 2, 28))


def days(*, first: date = _FIRST, last: date = _LAST) -> st.SearchStrategy[date]:
    """Days of two years, the ends of months among them."""
    return _days(first, last)


# Built once for each pair of days: Hypothesis checks every strategy object that it meets anew.
@cache
def _days(first: date, last: date) -> st.SearchStrategy[date]:
    ends = [day for day in _ENDS_OF_MONTHS if first <= day <= last]
    every = [days_after(first, later) for later in range((last - first).days + 1)]
    # Half of them ends of months. One list is one draw; a choice between two kinds of days would be several.
    return st.sampled_from([*every, *islice(cycle(ends or [first]), len(every))])


def periods(*, first: date = _FIRST, last: date = _LAST, max_days: int = 500) -> st.SearchStrategy[Period]:
    """Periods that start between two days: single days, months, years and odd lengths."""
    return _periods(first, last, max_days)


@cache
def _periods(first: date, last: date, max_days: int) -> st.SearchStrategy[Period]:
    odd = st.tuples(days(first=first, last=last), st.integers(0, max_days - 1)).map(
        lambda drawn: Period.of_days(drawn[0], days_after(*drawn))
    )
    years = [Period.of_year(year) for year in range(first.year, last.year + 1)]
    common = [*years, *(Period.of_month(year, month) for year in (first.year, last.year) for month in (1, 2, 12))]
    fitting = [one for one in common if first <= one.start <= last and one.days <= max_days]
    return st.one_of(odd, st.sampled_from(fitting)) if fitting else odd


def cycles() -> st.SearchStrategy[Cycle]:
    """Cycles of weeks or months, many from the 29th, 30th or 31st on."""
    anchors = st.one_of(days(), st.sampled_from([date(1, 1, 1), date(2024, 1, 31), date(2024, 8, 30)]))
    weeks = st.builds(Cycle, anchor=anchors, weeks=st.integers(1, 6))
    return st.one_of(weeks, st.builds(Cycle, anchor=anchors, months=st.integers(1, 60)))


_SOME_DAYS = st.lists(days(), max_size=6, unique=True)
_REST = st.one_of(st.just((6, 7)), st.sets(st.sampled_from(_WEEKDAYS), max_size=6))


@st.composite
def working_days(draw: st.DrawFn, *, known: Period | None = None) -> WorkingDays:
    """Calendars of working days: with holidays, with weekends that were worked, with other days of rest."""
    span = draw(periods()) if known is None else known
    some = draw(_SOME_DAYS)
    cut = draw(st.integers(0, len(some)))
    rest = draw(_REST)
    return WorkingDays(known=span, days_off=some[:cut], worked=some[cut:], rest=tuple(rest))
