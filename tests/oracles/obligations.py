"""Periodic obligations by definition: the calendar walked day by day, and every way of using the events tried."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from datetime import date, timedelta
from itertools import groupby

from supervision_core.obligations.counting import Place, Unit

Score = tuple[int, int, int]


def days(first: date, last: date) -> Iterator[date]:
    """Each day, one after the other."""
    day = first
    while day <= last:
        yield day
        day += timedelta(days=1)


def bucket(per: str, day: date) -> object:
    """What the days of one calendar period have in common."""
    if per == "week":
        return day.isocalendar()[:2]
    if per == "month":
        return day.year, day.month
    if per == "quarter":
        return day.year, (day.month + 2) // 3
    if per == "half_year":
        return day.year, day.month > 6
    return day.year


def periods(per: str, first: date, last: date) -> list[list[date]]:
    """The days of each calendar period that lies wholly between two days."""
    found = [list(group) for _, group in groupby(days(first, last), key=lambda day: bucket(per, day))]
    return [
        group
        for group in found
        if bucket(per, group[0] - timedelta(days=1)) != bucket(per, group[0])
        and bucket(per, group[-1] + timedelta(days=1)) != bucket(per, group[-1])
    ]


def missed(per: str, times: int, events: Iterable[date], first: date, last: date, *, by_day: bool) -> list[tuple[date, date]]:
    """The periods between two days in which too few events lie, each by its first and last day."""
    held = list(set(events)) if by_day else list(events)
    return [(group[0], group[-1]) for group in periods(per, first, last) if sum(1 for day in held if day in group) < times]


def best(places: Sequence[Place], units: Sequence[Unit]) -> Score:
    """The best (missed as a negative number, done, used) over all ways to use each unit for one place or for none."""
    return max(_ways(places, units, [place.need for place in places], 0))


def _ways(places: Sequence[Place], units: Sequence[Unit], left: list[int], used: int) -> Iterator[Score]:
    if not units:
        done = sum(1 for place, need in zip(places, left, strict=True) if place.need and not need)
        yield -sum(1 for place, need in zip(places, left, strict=True) if need and place.is_over), done, used
        return
    unit, *others = units
    yield from _ways(places, others, left, used)
    for number, place in enumerate(places):
        if left[number] and may_count(place, unit):
            left[number] -= 1
            yield from _ways(places, others, left, used + 1)
            left[number] += 1


def may_count(place: Place, unit: Unit) -> bool:
    """Whether the unit lies in the place's days, and is the office holder's own where only those count."""
    return place.opens <= unit.on < place.closes and (unit.is_own or not place.is_strict)
