"""A history read row by row, from the words alone: names through the reforms after a row's day, months added up, counted."""

from __future__ import annotations

import random
from collections import defaultdict
from datetime import date, timedelta

import supervision_core as sc
from supervision_core.rotation import CountingRule, Record, Reform


def successors(reforms: list[Reform], name: str, since: date, what: str) -> set[str]:
    """What a name of a day has become: each later reform, in the order of the days, says it of the names it lists."""
    names = [name]
    for reform in sorted(reforms, key=lambda one: one.on):
        if reform.on > since:
            names = [after for one in names for after in getattr(reform, what).get(one, [one])]
    return set(names)


def columns(records: list[Record], reforms: list[Reform], counting: CountingRule) -> dict[int, dict[str, set[str]]]:
    """For each year and subject of today the lead units of today that count."""
    months: defaultdict[tuple[int, str, str], int] = defaultdict(int)
    for row in records:
        if row.lead_unit_id is None or (row.substitute and not counting.substitutes_count):
            continue
        since = row.first_day or date(row.year, 1, 1)
        for subject in successors(reforms, row.subject_id, since, "subjects"):
            for unit in successors(reforms, row.lead_unit_id, since, "lead_units"):
                months[row.year, subject, unit] += row.months
    found: dict[int, dict[str, set[str]]] = {}
    for (year, subject, unit), spent in months.items():
        if spent >= counting.least_months:
            found.setdefault(year, {}).setdefault(subject, set()).add(unit)
    return found


def unknown(records: list[Record], reforms: list[Reform]) -> set[tuple[int, str]]:
    """The (year, subject of today) of which it is not known who had the subject."""
    return {
        (row.year, subject)
        for row in records
        if row.lead_unit_id is None
        for subject in successors(reforms, row.subject_id, row.first_day or date(row.year, 1, 1), "subjects")
    }


def random_case(rng: random.Random) -> tuple[list[Record], list[Reform], CountingRule]:
    """Rows and reforms over a handful of names: mergers, splits, names given on in chains and circles, spells, unknowns."""
    reforms: list[Reform] = []
    for _ in range(rng.randrange(4)):
        some_day = date(2018, 1, 1) + timedelta(days=rng.randrange(4 * 365))
        on = date(some_day.year, rng.choice((1, 7)), 1) if rng.random() < 0.3 else some_day
        if on not in {one.on for one in reforms}:
            reforms.append(Reform(on=on, lead_units=_step(rng, "uvwx"), subjects=_step(rng, "abcd")))
    records = []
    for year in (2018, 2019, 2020, 2021):
        for subject in "abcd":
            records += _year(rng, year, subject)
    rng.shuffle(records)
    counting = CountingRule(least_months=rng.choice((1, 1, 4, 7, 12)), substitutes_count=rng.random() < 0.7)
    return records, reforms, counting


def _step(rng: random.Random, names: str) -> dict[str, list[str]]:
    return {one: rng.sample(names, rng.choice((1, 1, 1, 2))) for one in names if rng.random() < 0.4}


def _year(rng: random.Random, year: int, subject: str) -> list[Record]:
    kind = rng.random()
    day = None if rng.random() < 0.6 else date(year, rng.randint(1, 12), rng.randint(1, 28))
    if kind < 0.25:
        return []
    if kind < 0.35:
        return [Record(subject_id=subject, lead_unit_id=None, year=year, first_day=day)]
    if kind < 0.65:
        return [Record(subject_id=subject, lead_unit_id=rng.choice("uvwx"), year=year, first_day=day)]
    parts, left = [], 12
    while left > 0 and rng.random() < 0.75:
        spent = rng.randint(1, left)
        left -= spent
        parts.append(
            Record(
                subject_id=subject,
                lead_unit_id=rng.choice("uvwx"),
                year=year,
                months=spent,
                substitute=rng.random() < 0.15,
                first_day=None if rng.random() < 0.5 else date(year, 13 - left - spent if left + spent < 12 else 1, 1),
            )
        )
    return [one for one in parts if not (one.months == 12 and len(parts) > 1)]


def history_of(records: list[Record], reforms: list[Reform], counting: CountingRule) -> sc.History:
    """The library's history of a case."""
    return sc.History.of_records(records, counting=counting, lineage=sc.Lineage(reforms=reforms))
