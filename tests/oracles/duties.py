"""Duties with a calendar of working days, from the documents' words alone: days are walked one by one, all ways to use the events are tried.

Written before the code under ``obligations`` was read. Nothing is shared with the library, not even its values.
"""

from __future__ import annotations

import calendar as months_of
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from functools import cache
from itertools import product

ONE = timedelta(days=1)
FAR = 800 * ONE
#: Of a day: worked, not worked, or nobody knows.
Worked = Callable[[date], bool | None]


@dataclass(frozen=True, kw_only=True)
class Often:
    """How often, in each of which periods, and from when to when."""

    times: int
    unit: str
    by_day: bool = False
    anchor: date | None = None
    months: int | None = None
    opens_after_months: int = 0
    grace_months: int = 0
    grace_days: int = 0
    grace_working_days: int = 0
    rolls: bool = False


@dataclass(frozen=True, kw_only=True)
class Held:
    """Something held; whose it was, where nobody said None."""

    id: str
    on: date
    own: bool | None = None


@dataclass(kw_only=True)
class Window:
    """One period with the days on which it may be done, and how many are needed."""

    start: date
    end: date
    is_partial: bool
    first_due: date
    opens: date
    last: date
    is_known: bool
    need: int
    nothing: str | None = None
    #: Whether there is any day on which it may be done.
    has_days: bool = True


@dataclass(frozen=True, kw_only=True)
class Row:
    """How one period stands."""

    state: str
    late_by: int = 0
    counted: int = 0
    safe: date | None = None
    possible: str = "UNKNOWN"


@dataclass(frozen=True, kw_only=True)
class Asked:
    """One duty and what is known about it as of a day."""

    often: Often
    bound_from: date
    bound_until: date
    partial: str
    waived: Sequence[tuple[date, date]] = ()
    moved: Sequence[tuple[date, date]] = ()
    held: Sequence[Held] = ()
    no_deputy: bool = False
    as_of: date
    worked: Worked | None = None


def later(day: date, months: int) -> date:
    """So many months after a day; where the month is shorter, its last day."""
    year, month = divmod(day.year * 12 + day.month - 1 + months, 12)
    return date(year, month + 1, min(day.day, months_of.monthrange(year, month + 1)[1]))


LENGTHS = {"month": 1, "quarter": 3, "half_year": 6, "year": 12}


def periods(often: Often, first: date, until: date) -> Iterator[tuple[date, date, date, date]]:
    """Each period that touches the time from one day until another: its first day, the first day after it, when it opens, its end with grace.

    Months are counted from the anchor, so that the 31st comes back after a shorter month.
    """
    if often.unit == "week":
        start = often.anchor or date(2024, 1, 1)  # a Monday
        start -= (start - first).days // 7 * 7 * ONE + 7 * ONE
        while start < until:
            if start + 7 * ONE > first:
                yield start, start + 7 * ONE, start, start + 7 * ONE + often.grace_days * ONE
            start += 7 * ONE
        return
    length = often.months or LENGTHS[often.unit]
    anchor = often.anchor or date(2000, 1, 1)
    around = 12 * (first.year - anchor.year) // length
    for number in range(around - 20, around + 80):
        begins, ends = later(anchor, number * length), later(anchor, (number + 1) * length)
        if begins < until and ends > first:
            opens = later(anchor, number * length + often.opens_after_months)
            yield begins, ends, opens, later(anchor, (number + 1) * length + often.grace_months) + often.grace_days * ONE


def last_day(plain: date, often: Often, worked: Worked | None) -> tuple[date, bool]:
    """The last day and whether it is known; where not, the earliest that it may be."""
    found = []
    for otherwise in (True, False):
        def is_worked(day: date, otherwise: bool = otherwise) -> bool:
            said = None if worked is None else worked(day)
            return otherwise if said is None else said

        day, left = plain, often.grace_working_days
        while left and day < plain + FAR:
            day += ONE
            left -= is_worked(day)
        while often.rolls and not is_worked(day) and day < plain + FAR:
            day += ONE
        found.append(day)
    return found[0], found[0] == found[1]


def share(asked: Asked, whole: tuple[date, date], days: int, left: int) -> int:
    """What is owed for a period that was cut to so many days, where so many are left on which it may be done."""
    often = asked.often
    owed = -(-often.times * days // (whole[1] - whole[0]).days) if asked.partial == "OWES_SHARE" else often.times
    return min(owed, left) if often.by_day else owed


def windows(asked: Asked) -> list[Window]:
    """Every period in which the duty binds, in order of time."""
    found, often = [], asked.often
    for begins, ends, may_open, may_end in periods(often, asked.bound_from, asked.bound_until):
        start, end = max(begins, asked.bound_from), min(ends, asked.bound_until)
        is_partial = (start, end) != (begins, ends)
        plain = (may_end if end == ends else min(may_end, later(end, often.grace_months) + often.grace_days * ONE)) - ONE
        last, is_known = last_day(plain, often, asked.worked)
        opens = max(may_open, asked.bound_from)
        one = Window(
            start=start, end=end, is_partial=is_partial, first_due=plain, opens=opens, last=last, is_known=is_known,
            need=share(asked, (begins, ends), (end - start).days, (last - opens).days + 1) if is_partial else often.times,
        )  # fmt: skip
        if is_partial and opens > last:
            one.first_due, one.has_days = end - ONE, False
        if is_partial and (opens > last or asked.partial == "OWES_NOTHING"):
            one.nothing, one.need = "LEFT_OUT", 0
        elif any(first <= start and end <= until for first, until in asked.waived):
            one.nothing, one.need = "WAIVED", 0
        for day, until in asked.moved:
            if start <= day < end:
                one.last, one.is_known = until, True
        found.append(one)
    return found


def overlap(given: Sequence[Window]) -> bool:
    """Whether any day lies in two of them."""
    ordered = sorted(given, key=lambda one: one.opens)
    return any(one.last >= following.opens for one, following in zip(ordered, ordered[1:], strict=False))


def stands(asked: Asked) -> list[tuple[Row, ...]]:
    """Every way in which the periods may stand, one row for each window; one way alone where the words leave no choice."""
    given = windows(asked)
    past = [one for one in asked.held if one.on <= asked.as_of]
    if not asked.no_deputy:
        return _ways(asked, given, [one.on for one in past])
    sure, unclear = [one.on for one in past if one.own], [one.on for one in past if one.own is None]
    each = []
    for chosen in product((False, True), repeat=len(unclear)):
        days = sure + [day for day, is_own in zip(unclear, chosen, strict=True) if is_own]
        each.append(_ways(asked, given, days)[0])
    together = []
    for rows in zip(*each, strict=True):
        is_settled = len({row.state for row in rows}) == 1 or rows[0].state in {"OPEN", "UPCOMING"}
        together.append(rows[0] if is_settled else Row(state="UNDETERMINED", counted=rows[0].counted))
    return [tuple(together)]


def _ways(asked: Asked, given: Sequence[Window], days: Sequence[date]) -> list[tuple[Row, ...]]:
    units = sorted(set(days)) if asked.often.by_day else sorted(days)
    within = [unit for unit in units if any(one.has_days and one.opens <= unit <= one.last for one in given)]
    after = [unit for unit in units if unit not in within]
    best: tuple[int, int, int] | None = None
    found: list[tuple[Row, ...]] = []
    for use in _uses(given, within):
        taken = [sorted(unit for unit, number in zip(within, use, strict=True) if number == place) for place in range(len(given))]
        score = (
            -sum(1 for one, some in zip(given, taken, strict=True) if len(some) < one.need and one.last < asked.as_of),
            sum(1 for one, some in zip(given, taken, strict=True) if one.need and len(some) == one.need),
            sum(len(some) for some in taken),
        )
        if best is None or score > best:
            best, found = score, []
        if score == best:
            rows = _rows(asked, given, taken, after)
            if rows not in found:
                found.append(rows)
    return found


def _uses(given: Sequence[Window], units: Sequence[date]) -> Iterator[tuple[int, ...]]:
    """Each unit for one window in which it lies or for none; no window takes more than it needs."""
    choices = [[-1, *(number for number, one in enumerate(given) if one.opens <= unit <= one.last and one.need)] for unit in units]
    for use in product(*choices):
        if all(use.count(number) <= given[number].need for number in set(use) - {-1}):
            yield use


def _rows(asked: Asked, given: Sequence[Window], taken: list[list[date]], after: Sequence[date]) -> tuple[Row, ...]:
    late: list[list[date]] = [[] for _ in given]
    for unit in after:
        over = [number for number, one in enumerate(given) if one.has_days and one.last < unit]
        if not over:
            continue
        latest = max(over, key=lambda number: (given[number].last, given[number].start))
        if given[latest].is_known and len(taken[latest]) + len(late[latest]) < given[latest].need:
            late[latest].append(unit)
    used = {unit for some in (*taken, *late) for unit in some}
    return tuple(_row(asked, one, some, behind, used) for one, some, behind in zip(given, taken, late, strict=True))


def _row(asked: Asked, one: Window, some: list[date], behind: list[date], used: set[date]) -> Row:
    if one.nothing is not None:
        return Row(state=one.nothing)
    if len(some) == one.need:
        return Row(state="DONE", counted=one.need)
    if asked.as_of <= one.last:
        state = "OPEN" if one.opens <= asked.as_of else "UPCOMING"
        safe, possible = safe_day(asked, [(one, one.need - len(some))], used)
        return Row(state=state, counted=len(some), safe=safe, possible=possible)
    if not one.is_known:
        return Row(state="UNDETERMINED", counted=len(some))
    if len(some) + len(behind) == one.need:
        return Row(state="DONE_LATE", late_by=(behind[-1] - one.last).days, counted=one.need)
    return Row(state="MISSING", counted=len(some) + len(behind))


def safe_day(asked: Asked, pending: Sequence[tuple[Window, int]], used: set[date]) -> tuple[date | None, str]:
    """The last day on which one must go on so that all that is pending can be done in full, and whether it can be at all."""
    if not pending:
        return None, "UNKNOWN"
    answers = []
    for otherwise in (True, False):
        def is_free(day: date, otherwise: bool = otherwise) -> bool:
            said = True if asked.worked is None else asked.worked(day)
            return (otherwise if said is None else said) and not (asked.often.by_day and day in used)

        is_free = cache(is_free)
        first = min(max(one.opens, asked.as_of) for one, _ in pending)
        last = max(one.last for one, _ in pending)
        answers.append(_latest(asked, pending, is_free, first, last))
    if not all(one.is_known for one, _ in pending):
        return None, "MET" if all(answers) else "UNKNOWN"
    if answers[0] == answers[1]:
        return answers[0], "MET" if answers[0] else "NOT_MET"
    return None, "MET" if all(answers) else "UNKNOWN"


def verdict(rows: Sequence[Row]) -> str:
    """Not met once one is missed or late, met where all that is owed was done in time, unknown otherwise."""
    states = {row.state for row in rows} - {"WAIVED", "LEFT_OUT"}
    if states & {"MISSING", "DONE_LATE"}:
        return "NOT_MET"
    return "MET" if states == {"DONE"} else "UNKNOWN"


def whole(asked: Asked, rows: Sequence[Row]) -> tuple[date | None, str]:
    """The last day on which one must go on so that everything pending can be done in full, and whether it can."""
    pending = [
        (one, one.need - row.counted)
        for one, row in zip(windows(asked), rows, strict=True)
        if row.state in {"OPEN", "UPCOMING"}
    ]
    used = {one.on for one in asked.held if one.on <= asked.as_of and (one.own or not asked.no_deputy)}
    return safe_day(asked, pending, used)


def _latest(asked: Asked, pending: Sequence[tuple[Window, int]], is_free: Callable[[date], bool], first: date, last: date) -> date | None:
    """Going back day by day from the first last day: the first on which going on is early enough, and on which something can be done."""
    day = min(one.last for one, _ in pending)
    while day >= first:
        if is_free(day) and _fits(asked, pending, is_free, day, last):
            return day
        day -= ONE
    return None


def _fits(asked: Asked, pending: Sequence[tuple[Window, int]], is_free: Callable[[date], bool], start: date, last: date) -> bool:
    """Whether all can be done from a day on; on each day what ends first is done first, one where days are counted."""
    left = [count for _, count in pending]
    day = start
    while day <= last:
        if is_free(day):
            may = sorted((one.last, number) for number, (one, _) in enumerate(pending) if one.opens <= day <= one.last and left[number])
            for _, number in may[:1] if asked.often.by_day else may:
                left[number] = left[number] - 1 if asked.often.by_day else 0
        day += ONE
    return not any(left)
