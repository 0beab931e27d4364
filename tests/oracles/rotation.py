"""Rotation by definition: every assignment is tried, every set of subjects and of lead units counted."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from hashlib import sha256
from itertools import chain, combinations, product

import attrs

import supervision_core as sc


@attrs.frozen
class Case:
    """One question, with the reference as a plain mapping."""

    roster: sc.Roster
    history: sc.History
    policy: sc.RotationPolicy
    reference: Mapping[str, str] | None
    year: int = 2021


def ages(case: Case, subject: str, unit: str) -> set[int]:
    """How many years ago the lead unit had the subject."""
    return {case.year - year for year, units in case.history.lead_units_of(subject) if unit in units}


def is_closed(case: Case, subject: str, unit: str) -> bool:
    """Whether a HARD bar, a pin elsewhere or a forbidden repeat closes a pair."""
    roster = case.roster
    hard = any(
        (bar.subject_id, bar.lead_unit_id) == (subject, unit) and bar.severity is sc.Severity.HARD for bar in roster.bars
    )
    repeat = any(age <= case.policy.cooling_off_years for age in ages(case, subject, unit))
    return hard or roster.pins.get(subject, unit) != unit or (case.policy.repeats is sc.Repeats.FORBID and repeat)


def costs(case: Case, subject: str, unit: str) -> dict[str, int]:
    """What a pair costs on each level but the balance."""
    flagged = any(
        (bar.subject_id, bar.lead_unit_id) == (subject, unit) and bar.severity is sc.Severity.FLAG for bar in case.roster.bars
    )
    known = case.reference is not None and subject in case.reference
    found = {
        "flagged": int(flagged),
        "familiarity": len(ages(case, subject, unit)) ** 2,
        "changes": int(known and case.reference is not None and case.reference[subject] != unit),
    }
    for age in range(1, case.policy.cooling_off_years + 1):
        found[f"repeats_{age}"] = int(age in ages(case, subject, unit))
    return found


def level_names(policy: sc.RotationPolicy) -> list[str]:
    """The levels in the objective's order."""
    repeats = [f"repeats_{age}" for age in range(1, policy.cooling_off_years + 1)]
    if policy.objective is sc.Objective.MID_YEAR:
        return ["flagged", "changes", *repeats, "balance", "familiarity"]
    return ["flagged", *repeats, "balance", "familiarity", "changes"]


def key(policy: sc.RotationPolicy, one: str) -> object:
    """What ids are ordered by."""
    if isinstance(policy.tie_break, sc.PublicDraw):
        return sha256(policy.tie_break.salt.encode("utf-8") + b"\x00" + one.encode("utf-8")).digest()
    return one


def listing(case: Case) -> list[str]:
    """The subjects class by class."""
    units = sorted(case.roster.lead_unit_ids)
    classes: dict[object, list[str]] = {}
    for subject in sorted(case.roster.subject_ids, key=lambda one: key(case.policy, one)):  # type: ignore[arg-type,return-value]
        alike = tuple(
            None if is_closed(case, subject, unit) else tuple(sorted(costs(case, subject, unit).items())) for unit in units
        )
        classes.setdefault(alike, []).append(subject)
    return list(chain.from_iterable(classes.values()))


def score(case: Case, plan: Mapping[str, str]) -> tuple[int, ...]:
    """The value of each level."""
    total_share = sum(unit.share for unit in case.roster.lead_units)
    values = dict.fromkeys(level_names(case.policy), 0)
    for subject, unit in plan.items():
        for name, cost in costs(case, subject, unit).items():
            values[name] += cost
    for lead_unit in case.roster.lead_units:
        load = sum(unit == lead_unit.id for unit in plan.values())
        values["balance"] += (total_share * load - len(plan) * lead_unit.share) ** 2
    return tuple(values[name] for name in level_names(case.policy))


def feasible(case: Case) -> Iterator[dict[str, str]]:
    """Every assignment within bars, pins and bounds."""
    subjects = case.roster.subject_ids
    for units in product(case.roster.lead_unit_ids, repeat=len(subjects)):
        plan = dict(zip(subjects, units, strict=True))
        if any(is_closed(case, subject, unit) for subject, unit in plan.items()):
            continue
        if all(
            lead.min_load <= units.count(lead.id) and (lead.max_load is None or units.count(lead.id) <= lead.max_load)
            for lead in case.roster.lead_units
        ):
            yield plan


def best(case: Case) -> tuple[tuple[int, ...], dict[str, str]] | None:
    """The best score and the plan that the tie-break asks for (of ``ANY``: the canonical one); None when there is none."""
    subjects = listing(case)
    order = sorted(case.roster.lead_unit_ids, key=lambda one: key(case.policy, one))  # type: ignore[arg-type,return-value]
    rank = {unit: place for place, unit in enumerate(order)}
    found = min(
        ((score(case, plan), [rank[plan[subject]] for subject in subjects], tuple(plan.items())) for plan in feasible(case)),
        default=None,
    )
    return None if found is None else (found[0], dict(found[2]))


def _subsets(items: tuple[str, ...]) -> Iterator[tuple[str, ...]]:
    return chain.from_iterable(combinations(items, size) for size in range(1, len(items) + 1))


def open_units(case: Case, subject: str) -> set[str]:
    """The lead units open to a subject."""
    return {unit for unit in case.roster.lead_unit_ids if not is_closed(case, subject, unit)}


def lack_of_places(case: Case, subjects: tuple[str, ...]) -> int:
    """By how much subjects exceed what the lead units open to them take."""
    units = set[str]().union(*(open_units(case, subject) for subject in subjects))
    room = 0
    for lead in case.roster.lead_units:
        if lead.id in units:
            room += len(case.roster.subjects) if lead.max_load is None else lead.max_load
    return len(subjects) - room


def lack_of_subjects(case: Case, units: tuple[str, ...]) -> int:
    """By how much the minima of lead units exceed the subjects that may go to them."""
    may_go = [subject for subject in case.roster.subject_ids if open_units(case, subject) & set(units)]
    return sum(lead.min_load for lead in case.roster.lead_units if lead.id in units) - len(may_go)


def smallest_worst(case: Case, kind: str) -> tuple[int, tuple[str, ...]]:
    """The greatest shortage and the smallest set that has it; (0, ()) when there is none."""
    items = case.roster.subject_ids if kind == "H1" else case.roster.lead_unit_ids
    lack = lack_of_places if kind == "H1" else lack_of_subjects
    found = [(lack(case, some), some) for some in _subsets(items)]
    greatest = max((one for one, _ in found), default=0)
    if greatest <= 0:
        return 0, ()
    smallest = min(len(some) for one, some in found if one == greatest)
    sets = [some for one, some in found if one == greatest and len(some) == smallest]
    assert len(sets) == 1, "the smallest set of greatest shortage is unique"
    return greatest, sets[0]


def is_minimal_example(case: Case, kind: str, items: tuple[str, ...]) -> bool:
    """Whether a set violates and no smaller part of it does."""
    lack = lack_of_places if kind == "H1" else lack_of_subjects
    return lack(case, items) > 0 and all(lack(case, some) <= 0 for some in _subsets(items) if len(some) < len(items))
