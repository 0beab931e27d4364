"""Who rates somebody who moved, day by day: written from the words alone.

The body of the last day rates. Earlier bodies stand in the order of their first day. The time at a body is that of all stints
there: stints that follow on each other are one; of each, whole months count from its first day on; the days left over
of all of them are put together, and thirty make a month.
"""

from __future__ import annotations

from calendar import monthrange
from collections.abc import Sequence
from datetime import date, timedelta

Spell = tuple[str, date, date]


def _month_later(anchor: date, months: int) -> date:
    year, month = divmod(anchor.year * 12 + anchor.month - 1 + months, 12)
    return date(year, month + 1, min(anchor.day, monthrange(year, month + 1)[1]))


def _joined(days: Sequence[date]) -> list[tuple[date, date]]:
    """Runs of neighbouring days, as first day and day after the last."""
    runs: list[list[date]] = []
    for day in sorted(days):
        if runs and runs[-1][-1] + timedelta(days=1) == day:
            runs[-1].append(day)
        else:
            runs.append([day])
    return [(run[0], run[-1] + timedelta(days=1)) for run in runs]


def months_at(days: Sequence[date]) -> int:
    """How many months a set of days makes."""
    months = left = 0
    for start, end in _joined(days):
        whole = 0
        while _month_later(start, whole + 1) <= end:
            whole += 1
        months += whole
        left += (end - _month_later(start, whole)).days
    return months + left // 30


def who_rates(stints: Sequence[Spell], comment_after_months: int | None) -> tuple[str, tuple[str, ...]] | set[tuple[int, int]]:
    """The body that rates with the earlier ones to hear; or the pairs of stints, by place, that share a day."""
    at: dict[date, list[int]] = {}
    for place, (_, start, end) in enumerate(stints):
        for number in range((end - start).days):
            at.setdefault(start + timedelta(days=number), []).append(place)
    shared = {(one, other) for places in at.values() for one in places for other in places if one < other}
    if shared:
        return shared
    last = stints[at[max(at)][0]][0]
    heard = []
    for day in sorted(at):
        body = stints[at[day][0]][0]
        if body == last or body in heard:
            continue
        heard.append(body)
    days = {body: [day for day, places in at.items() if stints[places[0]][0] == body] for body in heard}
    return last, tuple(
        body for body in heard if comment_after_months is None or months_at(days[body]) >= comment_after_months
    )
