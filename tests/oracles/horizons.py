"""Spans of years by definition: every sequence of assignments is tried, one year after the other."""

from __future__ import annotations

import random
from collections.abc import Iterator, Mapping
from itertools import product

import attrs

import supervision_core as sc


def assignments(roster: sc.Roster) -> Iterator[dict[str, str]]:
    """Every assignment of a roster that keeps its HARD bars, pins and bounds."""
    subjects = [one.id for one in roster.subjects]
    hard = {(bar.subject_id, bar.lead_unit_id) for bar in roster.bars if bar.severity is sc.Severity.HARD}
    for units in product([one.id for one in roster.lead_units], repeat=len(subjects)):
        given = dict(zip(subjects, units, strict=True))
        if any(pair in hard for pair in given.items()):
            continue
        if any(roster.pins.get(subject, unit) != unit for subject, unit in given.items()):
            continue
        loads = [(units.count(one.id), one.min_load, one.max_load) for one in roster.lead_units]
        if all(least <= load and (most is None or load <= most) for load, least, most in loads):
            yield given


def sequence_exists(rosters: Mapping[int, sc.Roster], history: sc.History, policy: sc.RotationPolicy) -> bool:
    """Whether there are assignments of all years in which, where repeats are forbidden, nobody is repeated too early."""
    held = {year: {one: dict(history.lead_units_of(one)).get(year, ()) for one in _everybody(rosters)} for year in history.years}
    years = list(rosters)

    def onward(place: int, done: Mapping[int, Mapping[str, tuple[str, ...]]]) -> bool:
        if place == len(years):
            return True
        year = years[place]
        allowed = {(one.subject_id, one.lead_unit_id) for one in rosters[year].allowances}
        for given in assignments(rosters[year]):
            if policy.repeats is sc.Repeats.FORBID and any(
                unit in before.get(subject, ()) and (subject, unit) not in allowed
                for when, before in done.items()
                if year - when <= policy.cooling_off_years
                for subject, unit in given.items()
            ):
                continue
            if onward(place + 1, {**done, year: {subject: (unit,) for subject, unit in given.items()}}):
                return True
        return False

    return onward(0, held)


def _everybody(rosters: Mapping[int, sc.Roster]) -> set[str]:
    return {subject.id for roster in rosters.values() for subject in roster.subjects}


def random_span(rng: random.Random) -> tuple[dict[int, sc.Roster], sc.History, sc.RotationPolicy]:
    """A small span: gaps, blocks and their ends, bars, flags, pins, bounds, one roster or several, a recorded past."""
    subjects, units = rng.randint(1, 3), rng.randint(1, 4 if rng.random() < 0.2 else 3)
    length = rng.randint(1, 4)
    years = sorted(rng.sample(range(2021, 2027), length)) if rng.random() < 0.4 else list(range(2021, 2021 + length))
    first = _roster(rng, subjects, units)
    changes = rng.random() < 0.25
    rosters = {year: _roster(rng, rng.randint(1, 3), units) if changes and rng.random() < 0.5 else first for year in years}
    past = {
        year: {f"s{one}": f"u{rng.randrange(units)}" for one in range(subjects) if rng.random() < 0.8}
        for year in (2018, 2019, 2020)
        if rng.random() < 0.4
    }
    policy = sc.RotationPolicy(
        cooling_off_years=rng.choice((0, 1, 1, 2, 2, 3)),
        repeats=sc.Repeats.FORBID if rng.random() < 0.85 else sc.Repeats.MINIMISE,
        carry_rest=rng.random() < 0.5,
    )
    return rosters, sc.History.of(past), policy


def _roster(rng: random.Random, subjects: int, units: int) -> sc.Roster:
    lead_units = []
    for one in range(units):
        least = rng.choice((0, 0, 0, 1))
        most = rng.choice((None, None, 1, 2))
        lead_units.append(sc.LeadUnit(id=f"u{one}", min_load=least, max_load=most, share=rng.choice((1, 1, 2))))
    bars, pins = [], {}
    for one in range(subjects):
        for other in range(units):
            if rng.random() < 0.12:
                severity = rng.choice((sc.Severity.HARD, sc.Severity.HARD, sc.Severity.FLAG))
                bars.append(sc.Bar(subject_id=f"s{one}", lead_unit_id=f"u{other}", reason=sc.BarReason.KIN, severity=severity))
        hard = {bar.lead_unit_id for bar in bars if bar.subject_id == f"s{one}" and bar.severity is sc.Severity.HARD}
        free = [f"u{other}" for other in range(units) if f"u{other}" not in hard]
        if free and rng.random() < 0.04:
            pins[f"s{one}"] = rng.choice(free)
    roster = sc.Roster(subjects=[sc.Subject(id=f"s{one}") for one in range(subjects)], lead_units=lead_units, bars=bars, pins=pins)
    return with_allowances(rng, roster, 0.3) if rng.random() < 0.3 else roster


def with_allowances(rng: random.Random, roster: sc.Roster, often: float) -> sc.Roster:
    """The roster with allowances for some of the pairs that no bar and no pin closes."""
    hard = {(bar.subject_id, bar.lead_unit_id) for bar in roster.bars if bar.severity is sc.Severity.HARD}
    allowed = [
        sc.rotation.Allowance(subject_id=subject, lead_unit_id=unit, ground="QĐ 45")
        for subject in roster.subject_ids
        for unit in roster.lead_unit_ids
        if rng.random() < often and (subject, unit) not in hard and roster.pins.get(subject, unit) == unit
    ]
    return attrs.evolve(roster, allowances=allowed)
