"""Times at bodies, and who rates somebody who moved."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from itertools import islice
from typing import final

import attrs

from supervision_core.values.checks import Checks, as_tuple
from supervision_core.values.errors import Fault
from supervision_core.values.periods import Period, months_after
from supervision_core.values.text import composed, shown

__all__ = ["Stint", "who_rates"]


@final
@attrs.frozen(kw_only=True)
class Stint:
    """Somebody's time at one body."""

    #: The body.
    body_id: str = attrs.field(converter=composed)
    #: The time.
    period: Period

    def __attrs_post_init__(self) -> None:
        checks = Checks("Stint")
        checks.identifier("body_id", self.body_id)
        checks.kind("period", self.period, Period, "a Period")
        checks.done()


def who_rates(stints: Iterable[Stint], *, comment_after_months: int | None = None) -> tuple[str, tuple[str, ...]]:
    """The body that rates somebody who moved, and the earlier bodies whose word it needs, in order of time.

    The last body rates. An earlier body is heard where the person spent at least ``comment_after_months`` there; with None
    every earlier body sends its results. All stints at a body count together: those that follow on each other are one, of each
    whole months count from its first day on, and of the days left over of all of them thirty make a month.
    No stints, or stints that share a day, raise ``InvalidInput``, all at once; of the pairs that share one the first 1,000.

    >>> from datetime import date
    >>> import supervision_core as sc
    >>> from supervision_core import Period
    >>> old = sc.judging.Stint(body_id="ward A", period=Period(start=date(2024, 1, 1), end=date(2024, 7, 1)))
    >>> new = sc.judging.Stint(body_id="ward B", period=Period(start=date(2024, 7, 1), end=date(2025, 1, 1)))
    >>> sc.judging.who_rates([old, new], comment_after_months=6)
    ('ward B', ('ward A',))

    Source: Nghị định 90/2020/NĐ-CP, Article 20: the new body rates, with the comment of the old one after 6 months or more;
    Nghị định 335/2025/NĐ-CP, on the time of rating: the old body sends its monthly and quarterly results.
    """
    given = as_tuple(stints)
    checks = Checks("who_rates")
    if comment_after_months is not None:
        checks.whole("comment_after_months", comment_after_months, at_least=0, at_most=_MOST_MONTHS)
    if checks.each("stints", given, Stint, "a Stint"):
        given = tuple(sorted(given, key=lambda stint: (stint.period, stint.body_id)))
        checks.add(islice(_overlaps(given), _MOST_FAULTS))
        if not given:
            checks.fault("empty", "stints", (), "at least one Stint")
    checks.done()
    spent: dict[str, list[Period]] = {}
    for stint in given:
        spent.setdefault(stint.body_id, []).append(stint.period)
    last = given[-1].body_id
    return last, tuple(
        body
        for body, periods in spent.items()
        if body != last and (comment_after_months is None or _months(periods) >= comment_after_months)
    )


def spelled(period: Period) -> str:
    """A period in an error message, by its first and last day."""
    return f"{period.start.isoformat()} to {period.last.isoformat()}"


_MOST_MONTHS = 12 * 9999
#: Stints that all share a day are as many pairs as half their number squared; nobody reads more of them.
_MOST_FAULTS = 1_000
_DAYS_OF_A_MONTH = 30


def _overlaps(stints: Sequence[Stint]) -> Iterator[Fault]:
    """Each pair that shares a day; ``stints`` are sorted by their first day."""
    for place, earlier in enumerate(stints):
        for at in range(place + 1, len(stints)):
            later = stints[at]
            if later.period.start >= earlier.period.end:
                break
            found = f"{shown(later.body_id)} from {spelled(later.period)}"
            yield Fault("overlap", "who_rates.stints", found, f"no day of {shown(earlier.body_id)}, {spelled(earlier.period)}")


def _months(periods: Sequence[Period]) -> int:
    """The months that some times make together, in order of time."""
    joined: list[Period] = []
    for period in periods:
        if joined and joined[-1].end == period.start:
            joined[-1] = Period(start=joined[-1].start, end=period.end)
        else:
            joined.append(period)
    months = days = 0
    for period in joined:
        start, end = period.start, period.end
        whole = (end.year - start.year) * 12 + end.month - start.month
        whole -= months_after(start, whole) > end
        months += whole
        days += (end - months_after(start, whole)).days
    return months + days // _DAYS_OF_A_MONTH
