"""The last day from which everything that is pending can still be done in full."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from datetime import date
from heapq import heappop, heappush
from typing import final

import attrs

from supervision_core.values.calendars import WorkingDays
from supervision_core.values.periods import Period, days_after
from supervision_core.values.verdicts import Verdict

__all__ = ["Pending", "last_safe"]


@final
@attrs.frozen(kw_only=True)
class Pending:
    """What is left of one occurrence."""

    #: The days on which it may be done; to the earliest that its last day may be.
    window: Period
    #: How many events or days are left.
    count: int
    #: Whether each takes a day of its own.
    by_day: bool
    #: Whether its last day is known.
    is_due_known: bool
    #: Whether the day as of which it is asked is no day of its own any more: something that counts was held on it.
    is_taken: bool


def last_safe(pending: Iterable[Pending], *, as_of: date, calendar: WorkingDays | None) -> tuple[date | None, Verdict]:
    """The last day from which all of it can still be done in full, and whether it can.

    A day of its own is one on which nothing was held yet; with a calendar things are held on working days only.
    None where it can no longer be done, where nothing is pending, and where the calendar does not say which day it is.
    """
    given = tuple(pending)
    if not given:
        return None, Verdict.UNKNOWN

    def surely(day: date) -> bool:
        return calendar is None or calendar.is_worked(day) is Verdict.MET

    def possibly(day: date) -> bool:
        return calendar is None or calendar.is_worked(day) is not Verdict.NOT_MET

    best, sure = (_latest_start(given, as_of, usable) for usable in (possibly, surely))
    is_due_known = all(one.is_due_known for one in given)
    if best is None:
        return None, Verdict.NOT_MET if is_due_known else Verdict.UNKNOWN
    if sure is None:
        return None, Verdict.UNKNOWN
    return (sure if sure == best and is_due_known else None), Verdict.MET


def _latest_start(pending: tuple[Pending, ...], as_of: date, usable: Callable[[date], bool]) -> date | None:
    """The first day that is needed when everything is held as late as can be; None where the days do not suffice.

    The days are walked backwards; what may begin last goes first, since the others have earlier days to go to. What may begin
    on the first of them is alike, but for that day itself: what has it no more goes first.
    """
    ahead = sorted(pending, key=lambda one: one.window.last)
    waiting: list[tuple[int, bool, int, bool]] = []
    day = ahead[-1].window.last
    used = day
    while ahead or waiting:
        if not waiting:
            day = min(day, ahead[-1].window.last)
        while ahead and ahead[-1].window.last >= day:
            one = ahead.pop()
            opens = max(one.window.start, as_of)
            heappush(waiting, (-opens.toordinal(), not one.is_taken, one.count, one.by_day))
        if day < as_of or -waiting[0][0] > day.toordinal():
            return None
        if usable(day) and _held(waiting, is_first=day == as_of):
            used = day
        day = days_after(day, -1)
    return used


def _held(waiting: list[tuple[int, bool, int, bool]], *, is_first: bool) -> bool:
    """Hold on one day what can be held on it: all that is counted by events, or one of what is counted by days."""
    opens, is_free, count, by_day = waiting[0]
    if not by_day:
        waiting.clear()
        return True
    if is_first and not is_free:
        return False
    heappop(waiting)
    if count > 1:
        heappush(waiting, (opens, is_free, count - 1, by_day))
    return True
