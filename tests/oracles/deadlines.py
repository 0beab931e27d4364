"""Duties that are done after their period, by the words alone: days are walked one by one, and nothing is shared with the library."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from datetime import date, timedelta

ONE = timedelta(days=1)
#: Of a day: worked, not worked, or nobody knows.
Calendar = Callable[[date], bool | None]


def month_starts(months: int, first: int, last: int) -> list[date]:
    """The first days of the periods of so many months, over some years."""
    return [date(year, month, 1) for year in range(first, last + 1) for month in range(1, 13, months)]


def last_day(plain: date, working: int, rolls: bool, calendar: Calendar) -> tuple[date, bool]:
    """The last day, and whether it is known; if not, the earliest that it may be."""
    ends = []
    for unknown in (True, False):
        day, left = plain, working
        while left and day < plain + 400 * ONE:
            day += ONE
            worked = calendar(day)
            left -= unknown if worked is None else worked
        while rolls and day < plain + 400 * ONE and not (unknown if calendar(day) is None else calendar(day)):
            day += ONE
        ends.append(day)
    return ends[0], ends[0] == ends[1]


def stand(
    windows: Iterable[tuple[date, date, bool]], need: int, held: Mapping[str, date], as_of: date, calendar: Calendar | None, *, by_day: bool
) -> list[tuple[str, int, date | None]]:  # fmt: skip
    """For each window (first day, last day, known) that overlaps no other: its state, how late, and its last safe day."""
    given = sorted(windows)
    past = sorted(day for day in held.values() if day <= as_of)
    counted = sorted(set(past)) if by_day else past
    found: list[tuple[str, int, date | None]] = []
    for number, (first, last, is_known) in enumerate(given):
        following = given[number + 1][0] if number + 1 < len(given) else date(9999, 1, 1)
        in_time = [day for day in counted if first <= day <= last][:need]
        after = [day for day in counted if last < day < following][: need - len(in_time)]
        if len(in_time) == need:
            found.append(("DONE", 0, None))
        elif as_of <= last:
            state = "OPEN" if as_of >= first else "UPCOMING"
            free = []
            day = max(first, as_of)
            while day <= last:
                worked = True if calendar is None else calendar(day)
                if worked and not (by_day and day in past):
                    free.append(day)
                day += ONE
            left = need - len(in_time)
            slots = free[-left:] if by_day else free[-1:]
            enough = len(free) >= left if by_day else bool(free)
            found.append((state, 0, slots[0] if enough else None))
        elif not is_known:
            found.append(("UNDETERMINED", 0, None))
        elif len(in_time) + len(after) == need:
            found.append(("DONE_LATE", (after[-1] - last).days, None))
        else:
            found.append(("MISSING", 0, None))
    return found
