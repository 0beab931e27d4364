"""A country with reforms and its wards, and what of its one history concerns a ward: row by row, from the words alone."""

from __future__ import annotations

import random
from collections.abc import Mapping
from datetime import date, timedelta
from math import lcm

import attrs

import supervision_core as sc
from oracles import lineages
from oracles.rotation import Case, year_of_split
from supervision_core.rotation import CountingRule, Record, Reform

#: The year that is planned; the recorded ones are those before.
YEAR = 2024
RECORDED = (2020, 2021, 2022, 2023)


@attrs.frozen
class Country:
    """The wards of today and everything that was recorded of them, by the names of its day."""

    wards: Mapping[str, sc.Roster]
    records: list[Record]
    reforms: list[Reform]
    counting: CountingRule
    policy: sc.RotationPolicy

    def history(self, records: list[Record] | None = None) -> sc.History:
        """The records, or some of them, read through all reforms."""
        kept = self.records if records is None else records
        return lineages.history_of(kept, self.reforms, self.counting)

    def of_ward(self, key: str) -> sc.Roster:
        """A ward alone: what else has a name in the country it had once, or somebody came from there."""
        ward = self.wards[key]
        others = {unit for other in self.wards.values() for unit in other.lead_unit_ids} - {*ward.lead_unit_ids}
        return attrs.evolve(ward, former_units=sorted({*ward.former_units, *others}))

    def concerns(self, key: str, record: Record) -> bool:
        """Whether a record is about the ward: a lead unit of its own had somebody, or a subject of its own was with what it knows.

        What a lead unit inherited by a split is none of its own.
        """
        ward, since = self.wards[key], record.first_day or date(record.year, 1, 1)
        subjects = lineages.successors(self.reforms, record.subject_id, since, "subjects")
        at_home = bool(subjects & {*ward.subject_ids})
        if record.lead_unit_id is None:
            return at_home
        units = lineages.successors(self.reforms, record.lead_unit_id, since, "lead_units")
        known = {*ward.lead_unit_ids, *ward.former_units}
        own = {unit for unit in ward.lead_unit_ids if record.year >= (self.split_in(unit) or record.year)}
        return bool(units & own) or (at_home and bool(units & known))

    def split_in(self, unit: str) -> int | None:
        """The year in which a lead unit last came out of a split."""
        nobody = sc.Roster(subjects=[], lead_units=[sc.LeadUnit(id=unit)])
        return year_of_split(Case(nobody, self.history([]), self.policy, None), unit)

    def own_records(self, key: str) -> list[Record]:
        """The records that a ward would have kept by itself."""
        return [one for one in self.records if self.concerns(key, one)]


def whole_number(roster: sc.Roster, history: sc.History, case: Case) -> int:
    """What makes the rests of a ward whole: the least common multiple of the shares of the years and of those who take part."""
    found = sum(unit.share for unit in roster.lead_units)
    for year in history.years:
        first = {unit.id: max(unit.since or year, year_of_split(case, unit.id) or year) for unit in roster.lead_units}
        shares = sum(unit.share for unit in roster.lead_units if year >= first[unit.id])
        found = lcm(found, shares or 1)
    return found


def random_country(rng: random.Random) -> Country:
    """Two or three wards after up to three reforms: mergers, splits, new names and names given on, within wards and across."""
    units, subjects = [f"u{number}" for number in range(rng.randint(2, 5))], [f"s{number}" for number in range(rng.randint(3, 7))]
    days = sorted({date(2020, 1, 1) + timedelta(days=rng.choice((rng.randrange(5 * 365), 365 * rng.randrange(5)))) for _ in range(rng.choice((0, 1, 1, 2, 3)))})
    names = [(date(2019, 1, 1), units, subjects)]
    reforms = []
    for number, day in enumerate(days):
        of_units, of_subjects = _step(rng, names[-1][1], f"U{number}"), _step(rng, names[-1][2], f"S{number}", most=9)
        reforms.append(Reform(on=day, lead_units=of_units, subjects=of_subjects))
        names.append((day, _after(names[-1][1], of_units), _after(names[-1][2], of_subjects)))
    counting = CountingRule(least_months=rng.choice((1, 1, 6)), substitutes_count=rng.random() < 0.7)
    records = [record for year in RECORDED for record in _year(rng, year, names)]
    return Country(_wards(rng, names[-1][1], names[-1][2]), records, reforms, counting, _policy(rng))


def _step(rng: random.Random, names: list[str], new: str, most: int = 7) -> dict[str, list[str]]:
    """What becomes of some names: a new one, one with another, two parts of which one may keep the name, or each other's."""
    step: dict[str, list[str]] = {}
    for one in names:
        kind = rng.random()
        if kind < 0.15:
            step[one] = [f"{new}{one}"]
        elif kind < 0.3:
            step[one] = [rng.choice(names)]
        elif kind < 0.45 and len(names) < most:
            step[one] = [rng.choice((one, f"{new}{one}a")), rng.choice((f"{new}{one}b", rng.choice(names)))]
    return {one: sorted(set(parts)) for one, parts in step.items()}


def _after(names: list[str], step: Mapping[str, list[str]]) -> list[str]:
    return sorted({after for one in names for after in step.get(one, [one])})


def _year(rng: random.Random, year: int, names: list[tuple[date, list[str], list[str]]]) -> list[Record]:
    """Who had whom in a year: whole years by its first day's names, parts of years by the names of some day of it."""
    found = []
    first = max((one for one in names if one[0] <= date(year, 1, 1)), key=lambda one: one[0])
    spoken: set[str] = set()
    for subject in [*first[2], "left"]:
        kind = rng.random()
        if kind < 0.6:
            found.append(Record(subject_id=subject, lead_unit_id=rng.choice(first[1]), year=year))
        elif kind < 0.65:
            found.append(Record(subject_id=subject, lead_unit_id=None, year=year))
        elif kind < 0.9:
            spoken.add(subject)
    for subject in sorted(spoken):
        day = date(year, rng.randint(1, 12), 1)
        units = max((one for one in names if one[0] <= day), key=lambda one: one[0])[1]
        unit, months, substitute = rng.choice(units), rng.randint(1, 12), rng.random() < 0.2
        if subject in max((one for one in names if one[0] <= day), key=lambda one: one[0])[2]:
            found.append(Record(subject_id=subject, lead_unit_id=unit, year=year, months=months, substitute=substitute, first_day=day))
    return found


def _wards(rng: random.Random, units: list[str], subjects: list[str]) -> dict[str, sc.Roster]:
    """The names of today among the wards; a lead unit of none is a former one of all, a subject of none has left."""
    keys = ["A", "B", "C"][: rng.choice((2, 2, 3))]
    homes: dict[str, list[str]] = {key: [f"own {key}"] for key in keys}
    lists: dict[str, list[str]] = {key: [] for key in keys}
    former: list[str] = []
    for unit in units:
        place = rng.choice([*keys, *keys, ""])
        (homes[place] if place and len(homes[place]) < 3 else former).append(unit)
    for subject in subjects:
        place = rng.choice([*keys, *keys, ""])
        if place and len(lists[place]) < 4:
            lists[place].append(subject)
    return {
        key: sc.Roster(
            subjects=[sc.Subject(id=one) for one in lists[key]],
            lead_units=[_unit(rng, unit) for unit in homes[key]],
            former_units=former,
        )
        for key in keys
    }


def _unit(rng: random.Random, unit: str) -> sc.LeadUnit:
    since = rng.choice((None, None, None, *RECORDED))
    return sc.LeadUnit(id=unit, share=rng.choice((1, 1, 1, 2, 3)), since=since, max_load=rng.choice((None, None, None, 1)))


def _policy(rng: random.Random) -> sc.RotationPolicy:
    return sc.RotationPolicy(
        cooling_off_years=rng.choice((0, 1, 2)),
        tenure_years=rng.choice((1, 1, 2)),
        repeats=rng.choice((sc.Repeats.MINIMISE, sc.Repeats.MINIMISE, sc.Repeats.FORBID)),
        tie_break=rng.choice((sc.TieBreak.CANONICAL, sc.PublicDraw("48213"), sc.TieBreak.ANY)),
    )
