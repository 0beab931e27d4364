"""All sequences of years of a small span, one after the other: what a block misses is found here, or shown not to exist.

A state is who had whom in the planned years that still matter; a state that led nowhere is not tried again. The walk is
bounded: beyond a stated number of steps it says neither.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import TypeAlias, final

import attrs

from supervision_core.rotation.history import History
from supervision_core.rotation.policy import RotationPolicy
from supervision_core.rotation.question import NO_RESTRICTION, YearQuestion
from supervision_core.rotation.roster import Roster

__all__ = ["Walked", "walk"]


#: A span of more years is not walked.
MOST_YEARS = 100
#: A year of which more assignments could be thought of is not walked.
MOST_CHOICES = 4_096
#: No walk tries more single assignments of one subject.
MOST_STEPS = 100_000

Assignment: TypeAlias = Mapping[str, str]
#: The planned years within the cooling-off, each with its assignment as pairs.
_Recent: TypeAlias = tuple[tuple[int, tuple[tuple[str, str], ...]], ...]


@final
@attrs.frozen(kw_only=True)
class Walked:
    """What a walk came to."""

    #: One assignment a year, where there is a sequence.
    found: tuple[Assignment, ...] | None
    #: Whether everything was tried; without a sequence there is none then.
    is_complete: bool


@final
class _TooMany(Exception):
    """The walk has come to its bound."""


@final
class _Year:
    """One year of the span: who may go where as far as the recorded past is concerned."""

    def __init__(self, roster: Roster, year: int, history: History, policy: RotationPolicy) -> None:
        self.is_small = True
        question = YearQuestion(roster=roster, year=year, history=history, policy=policy, reference=None)
        self.year = year
        self.subjects = roster.subject_ids
        self.open: list[tuple[str, ...]] = []
        self.flagged: list[frozenset[str]] = []
        self.allowed: list[frozenset[str]] = []
        choices = 1
        for subject in self.subjects:
            closed = question.closed_reasons(subject)
            self.open.append(tuple(unit for unit in roster.lead_unit_ids if unit not in closed))
            _, flagged, _, allowed = roster.restrictions.get(subject, NO_RESTRICTION)
            self.flagged.append(flagged)
            self.allowed.append(allowed)
            choices *= max(1, len(self.open[-1]))
            if choices > MOST_CHOICES:
                self.is_small = False
                break
        self.least = {unit.id: unit.min_load for unit in roster.lead_units}
        everybody = len(self.subjects)
        self.most = {unit.id: everybody if unit.max_load is None else unit.max_load for unit in roster.lead_units}
        self.shares = {unit.id: unit.share for unit in roster.lead_units}
        self.total = sum(self.shares.values())

    def key(self, units: Sequence[str]) -> tuple[int, int, Sequence[str]]:
        """Flagged pairs first, then how far the loads are from the shares."""
        flags = sum(unit in flagged for unit, flagged in zip(units, self.flagged, strict=True))
        off = 0
        for unit, share in self.shares.items():
            off += (self.total * units.count(unit) - len(units) * share) ** 2
        return flags, off, units


def walk(rosters: Mapping[int, Roster], history: History, policy: RotationPolicy, *, fewest_flags: bool) -> Walked:
    """A sequence of assignments without forbidden repeats, or whether there is none.

    With ``fewest_flags`` each year has as few flagged pairs as the years before it leave possible.
    """
    if len(rosters) > MOST_YEARS:
        return Walked(found=None, is_complete=False)
    years = []
    for year, roster in rosters.items():
        one = _Year(roster, year, history, policy)
        if not one.is_small:
            return Walked(found=None, is_complete=False)
        years.append(one)
    try:
        found = _Walk(years, policy.cooling_off_years, fewest_flags=fewest_flags).onward(0, ())
    except _TooMany:
        return Walked(found=None, is_complete=False)
    return Walked(found=found, is_complete=True)


@final
class _Walk:
    def __init__(self, years: Sequence[_Year], cooling: int, *, fewest_flags: bool) -> None:
        self.years, self.cooling, self.fewest_flags = years, cooling, fewest_flags
        self.steps = 0
        self.dead: set[tuple[int, _Recent]] = set()

    def onward(self, place: int, recent: _Recent) -> tuple[Assignment, ...] | None:
        """The first sequence from a place on, in the order of the choices; None where there is none."""
        if place == len(self.years):
            return ()
        year = self.years[place]
        state = place, tuple((when, pairs) for when, pairs in recent if year.year - when <= self.cooling)
        if state in self.dead:
            return None
        for units in self._choices(year, state[1]):
            pairs = tuple(zip(year.subjects, units, strict=True))
            rest = self.onward(place + 1, (*state[1], (year.year, pairs)))
            if rest is not None:
                return (dict(pairs), *rest)
        self.dead.add(state)
        return None

    def _choices(self, year: _Year, recent: _Recent) -> list[tuple[str, ...]]:
        """The assignments of a year after the recent ones, the best first."""
        taken: dict[str, set[str]] = {}
        for _, pairs in recent:
            for subject, unit in pairs:
                taken.setdefault(subject, set()).add(unit)
        open_units = [
            [unit for unit in units if unit in allowed or unit not in taken.get(subject, ())]
            for subject, units, allowed in zip(year.subjects, year.open, year.allowed, strict=True)
        ]
        found = sorted(self._filled(year, open_units, 0, dict.fromkeys(year.most, 0)), key=year.key)
        if self.fewest_flags and found:
            fewest = year.key(found[0])[0]
            found = [units for units in found if year.key(units)[0] == fewest]
        return found

    def _filled(
        self, year: _Year, units: Sequence[Sequence[str]], place: int, loads: dict[str, int]
    ) -> Iterator[tuple[str, ...]]:
        """Every assignment of the subjects from a place on that keeps the bounds."""
        left = len(units) - place
        if sum(max(0, year.least[unit] - load) for unit, load in loads.items()) > left:
            return
        if not left:
            yield ()
            return
        for unit in units[place]:
            self.steps += 1
            if self.steps > MOST_STEPS:
                raise _TooMany
            if loads[unit] < year.most[unit]:
                loads[unit] += 1
                for rest in self._filled(year, units, place + 1, loads):
                    yield (unit, *rest)
                loads[unit] -= 1
