"""A roster by the names after a reform: who was merged, split or renamed since a day."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from datetime import date
from typing import Any, NamedTuple, TypeVar, final

import attrs

from supervision_core.rotation.allowances import Allowance, joined_allowances
from supervision_core.rotation.lineage import Lineage
from supervision_core.rotation.members import Bar, LeadUnit, Subject
from supervision_core.values.checks import Checks

__all__ = ["RosterParts", "through"]


@final
class RosterParts(NamedTuple):
    """What a roster is made of, by the names of a day."""

    subjects: Sequence[Subject]
    lead_units: Sequence[LeadUnit]
    bars: Sequence[Bar]
    pins: Mapping[str, str]
    former_units: Sequence[str]
    allowances: Sequence[Allowance]


def through(
    parts: RosterParts, lineage: Lineage, since: date | None, given: Iterable[LeadUnit], wanted: Mapping[str, str]
) -> RosterParts:
    """The parts of a roster by the names after all reforms later than a day; None for all of them."""
    checks = Checks("Roster.through")
    became = {unit.id: lineage.of_lead_unit(unit.id, since) for unit in parts.lead_units}
    people = {subject.id: lineage.of_subject(subject.id, since) for subject in parts.subjects}
    units = _units(parts, became, {unit.id: unit for unit in given}, checks)
    fixed = _pins(parts, became, people, wanted, checks)
    checks.done()
    former = {one for unit in parts.former_units for one in lineage.of_lead_unit(unit, since)}
    return RosterParts(
        subjects=_subjects(parts, people),
        lead_units=units,
        bars=list({*_renamed(parts.bars, people, became)}),
        pins=fixed,
        former_units=list(former - {unit.id for unit in units}),
        allowances=list(joined_allowances(_renamed(parts.allowances, people, became))),
    )


_Pair = TypeVar("_Pair", Bar, Allowance)


def _renamed(
    pairs: Iterable[_Pair], people: Mapping[str, tuple[str, ...]], became: Mapping[str, tuple[str, ...]]
) -> list[_Pair]:
    """Pairs of a subject and a lead unit, for everyone that these became."""
    return [
        attrs.evolve(one, subject_id=subject, lead_unit_id=unit)
        for one in pairs
        for subject in people[one.subject_id]
        for unit in became[one.lead_unit_id]
    ]


def _subjects(parts: RosterParts, people: Mapping[str, tuple[str, ...]]) -> list[Subject]:
    """Each subject of today, with what all its parts have in common."""
    found: dict[str, list[Subject]] = {}
    for subject in parts.subjects:
        for one in people[subject.id]:
            found.setdefault(one, []).append(subject)
    common = ("label", "tier", "area", "unit")
    return [attrs.evolve(some[0], id=one, **_common(some, common)) for one, some in found.items()]


def _common(parts: Iterable[object], names: Iterable[str]) -> dict[str, Any]:
    found = {}
    for name in names:
        values = {getattr(part, name) for part in parts}
        found[name] = values.pop() if len(values) == 1 else None
    return found


def _units(
    parts: RosterParts, became: Mapping[str, tuple[str, ...]], given: Mapping[str, LeadUnit], checks: Checks
) -> list[LeadUnit]:
    """Each lead unit of today: as given, or with the shares and bounds of its parts added up."""
    found: dict[str, list[LeadUnit]] = {}
    for unit in parts.lead_units:
        for one in became[unit.id]:
            found.setdefault(one, []).append(unit)
            if len(became[unit.id]) > 1 and one not in given:
                expected = "lead_units= with this LeadUnit: a share, minimum and maximum cannot be split by themselves"
                checks.fault("split", f"lead_units[{one!r}]", f"a part of {unit.id}", expected)
    merged = [given[one] if one in given else _merged(one, some) for one, some in found.items()]
    return [*merged, *(unit for one, unit in given.items() if one not in found)]


def _merged(one: str, parts: list[LeadUnit]) -> LeadUnit:
    if len(parts) == 1:
        return attrs.evolve(parts[0], id=one)
    unlimited = any(part.max_load is None for part in parts)
    own = {"id", "share", "min_load", "max_load", "since"}
    names = [field.name for field in attrs.fields(type(parts[0])) if field.name not in own]
    first = [part.since for part in parts]
    return attrs.evolve(
        parts[0],
        id=one,
        share=sum(part.share for part in parts),
        min_load=sum(part.min_load for part in parts),
        max_load=None if unlimited else sum(part.max_load or 0 for part in parts),
        since=None if None in first else min(since for since in first if since is not None),
        **_common(parts, names),
    )


def _pins(
    parts: RosterParts,
    became: Mapping[str, tuple[str, ...]],
    people: Mapping[str, tuple[str, ...]],
    wanted: Mapping[str, str],
    checks: Checks,
) -> dict[str, str]:
    found: dict[str, set[str]] = {}
    for subject, unit in parts.pins.items():
        for one in people[subject]:
            found.setdefault(one, set()).update(became[unit])
    for one, units in found.items():
        if len(units) > 1 and one not in wanted:
            expected = "pins= with the lead unit of this subject: its parts were pinned to several, or the lead unit was split"
            checks.fault("split", f"pins[{one!r}]", sorted(units), expected)
    return {**{one: min(units) for one, units in found.items()}, **wanted}
