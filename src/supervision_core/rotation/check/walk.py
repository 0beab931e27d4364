"""A count of all sequences of years, by the words: no two years within the cooling-off give a subject to one lead unit.

Written apart from the planner's search: it goes year by year through the sets of states that can be reached, and looks for
none in particular. It is told how large the case may be.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from itertools import product
from typing import TypeAlias

from supervision_core.rotation.check.reading import Reading
from supervision_core.rotation.history import History
from supervision_core.rotation.policy import RotationPolicy
from supervision_core.rotation.roster import Roster

__all__ = ["span_has_plans"]


#: No more assignments are looked at; the planner's own bound is far below it.
MOST_LOOKED_AT = 3_000_000

_State: TypeAlias = tuple[tuple[int, Mapping[str, str]], ...]


def span_has_plans(rosters: Mapping[int, Roster], history: History, policy: RotationPolicy) -> bool | None:
    """Whether the span has plans of every year; None where that is too large to be counted."""
    states: list[_State] = [()]
    looked_at = 0
    for year, roster in rosters.items():
        reading = Reading(roster, year, history, policy)
        options = [_open(reading, subject.id) for subject in roster.subjects]
        size = 1
        for units in options:
            size *= len(units)
            if size > MOST_LOOKED_AT:
                return None
        looked_at += max(1, size) * len(states)
        if looked_at > MOST_LOOKED_AT:
            return None
        states = _next(reading, options, year, states)
        if not states:
            return False
    return True


def _open(reading: Reading, subject: str) -> list[str]:
    closed = reading.closed(subject)
    return [unit.id for unit in reading.roster.lead_units if unit.id not in closed]


def _next(reading: Reading, options: Sequence[Sequence[str]], year: int, states: Sequence[_State]) -> list[_State]:
    """Every state after a year; states that can no longer matter apart are one."""
    subjects = [subject.id for subject in reading.roster.subjects]
    found: dict[object, _State] = {}
    for state in states:
        recent = [(when, held) for when, held in state if year - when <= reading.policy.cooling_off_years]
        for assignment in _assignments(reading, subjects, options):
            again = {pair for _, held in recent for pair in assignment.items() if held.get(pair[0]) == pair[1]}
            if again <= reading.allowed.keys():
                after = (*recent, (year, assignment))
                key = tuple((when, tuple(sorted(held.items()))) for when, held in after)
                found.setdefault(key, after)
    return list(found.values())


def _assignments(reading: Reading, subjects: Sequence[str], options: Sequence[Sequence[str]]) -> Iterator[dict[str, str]]:
    """Every assignment of a year that keeps the bounds."""
    for units in product(*options):
        for lead_unit in reading.roster.lead_units:
            load = units.count(lead_unit.id)
            if load < lead_unit.min_load or (lead_unit.max_load is not None and load > lead_unit.max_load):
                break
        else:
            yield dict(zip(subjects, units, strict=True))
