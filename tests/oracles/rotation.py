"""Rotation by definition: every assignment is tried, every set of subjects and of lead units counted."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from fractions import Fraction
from functools import lru_cache
from hashlib import sha256
from itertools import chain, combinations, count, product

import attrs

import supervision_core as sc
from oracles import lineages


@attrs.frozen
class Case:
    """One question, with the reference as a plain mapping."""

    roster: sc.Roster
    history: sc.History
    policy: sc.RotationPolicy
    reference: Mapping[str, str] | None
    year: int = 2021


@lru_cache(maxsize=8)
def recorded(history: sc.History) -> dict[int, dict[str, set[str]]]:
    """For each year and subject the lead units that count, by today's names, read row by row."""
    return lineages.columns(list(history.records()), list(history.lineage.reforms), history.counting)


def ages(case: Case, subject: str, unit: str) -> set[int]:
    """How many years ago the lead unit had the subject."""
    return {case.year - year for year, column in recorded(case.history).items() if unit in column.get(subject, ())}


def spell(case: Case, subject: str, unit: str) -> int:
    """For how many years running, up to last year, the lead unit has had the subject."""
    years = 0
    while years + 1 in ages(case, subject, unit):
        years += 1
    return years


def is_on_term(case: Case, subject: str, unit: str) -> bool:
    """Whether the lead unit's term with the subject has begun and is not over."""
    return 1 <= spell(case, subject, unit) < case.policy.tenure_years


def repeats(case: Case, subject: str, unit: str) -> set[int]:
    """The ages at which the pair would be a repeat: staying on a term is none."""
    within = {age for age in ages(case, subject, unit) if age <= case.policy.cooling_off_years}
    return {age for age in within if not (is_on_term(case, subject, unit) and age <= spell(case, subject, unit))}


def is_closed(case: Case, subject: str, unit: str) -> bool:
    """Whether a HARD bar, a pin elsewhere or a forbidden repeat closes a pair."""
    roster = case.roster
    hard = any(
        (bar.subject_id, bar.lead_unit_id) == (subject, unit) and bar.severity is sc.Severity.HARD for bar in roster.bars
    )
    return hard or roster.pins.get(subject, unit) != unit or (is_cooling(case, subject, unit) and not is_allowed(case, subject, unit))


def is_cooling(case: Case, subject: str, unit: str) -> bool:
    """Whether repeats are forbidden and the pair would be one."""
    return case.policy.repeats is sc.Repeats.FORBID and bool(repeats(case, subject, unit))


def is_allowed(case: Case, subject: str, unit: str) -> bool:
    """Whether an allowance opens the pair in spite of the cooling-off."""
    return any((one.subject_id, one.lead_unit_id) == (subject, unit) for one in case.roster.allowances)


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
        found[f"repeats_{age}"] = int(age in repeats(case, subject, unit))
    unfinished = [one for one in case.roster.lead_unit_ids if is_on_term(case, subject, one)]
    found["cut_short"] = int(bool(unfinished) and unit not in unfinished)
    return found


def level_names(policy: sc.RotationPolicy) -> list[str]:
    """The levels in the objective's order."""
    repeats = [f"repeats_{age}" for age in range(1, policy.cooling_off_years + 1)]
    if policy.objective is sc.Objective.MID_YEAR:
        return ["flagged", "changes", *repeats, "cut_short", "balance", "carried", "familiarity"]
    return ["flagged", *repeats, "cut_short", "balance", "carried", "familiarity", "changes"]


def key(policy: sc.RotationPolicy, one: str) -> object:
    """What ids are ordered by."""
    if isinstance(policy.tie_break, sc.PublicDraw):
        words = [policy.tie_break.salt, policy.tie_break.scope, one] if policy.tie_break.scope else [policy.tie_break.salt, one]
        return sha256("\x00".join(words).encode("utf-8")).digest()
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
    values = dict.fromkeys(level_names(case.policy), 0)
    for subject, unit in plan.items():
        for name, cost in costs(case, subject, unit).items():
            values[name] += cost
    for lead_unit in case.roster.lead_units:
        load = sum(unit == lead_unit.id for unit in plan.values())
        values["balance"] += balance(case, lead_unit, load)
        values["carried"] += carried(case, lead_unit, load)
    return tuple(values[name] for name in level_names(case.policy))


def balance(case: Case, lead_unit: sc.LeadUnit, load: int) -> int:
    """How far a load is from the share, or from the whole numbers beside it, in P-ths of a subject, squared."""
    total = sum(unit.share for unit in case.roster.lead_units)
    wanted = len(case.roster.subjects) * lead_unit.share
    if not case.policy.carry_rest:
        return (total * load - wanted) ** 2
    beside = [total * whole for whole in range(wanted // total, -(-wanted // total) + 1)]
    return min(abs(total * load - one) for one in beside) ** 2


def carried(case: Case, lead_unit: sc.LeadUnit, load: int) -> int:
    """The rests of the recorded years and of this load together, made whole and squared."""
    if not case.policy.carry_rest:
        return 0
    units = case.roster.lead_units
    total = sum(unit.share for unit in units)
    rest = Fraction(load) - Fraction(len(case.roster.subjects) * lead_unit.share, total)
    whole = total
    for year in case.history.years:
        taking_part = [unit for unit in units if year >= max(unit.since or year, year_of_split(case, unit.id) or year)]
        shares = sum(unit.share for unit in taking_part)
        if not shares:
            continue
        whole = next(multiple for multiple in count(whole, whole) if multiple % shares == 0)
        if lead_unit in taking_part:
            rest += had(case, year, [lead_unit]) - Fraction(had(case, year, taking_part) * lead_unit.share, shares)
    return int((whole * rest) ** 2)


def year_of_split(case: Case, unit: str) -> int | None:
    """The year of the last reform that made a lead unit of today out of a part of another one."""
    reforms = list(case.history.lineage.reforms)
    parts = [
        (reform.on.year, part)
        for reform in reforms
        for made in reform.lead_units.values()
        if len(made) > 1
        for one in made
        for part in lineages.successors(reforms, one, reform.on, "lead_units")
    ]
    return max((year for year, part in parts if part == unit), default=None)


def had(case: Case, year: int, units: list[sc.LeadUnit]) -> int:
    """How many subjects some lead units had in a year: a subject counts once with each, however many spells it had there."""
    names = {unit.id for unit in units}
    return sum(len(held & names) for held in recorded(case.history).get(year, {}).values())


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
    items = case.roster.subject_ids if kind == "too_few_places" else case.roster.lead_unit_ids
    lack = lack_of_places if kind == "too_few_places" else lack_of_subjects
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
    lack = lack_of_places if kind == "too_few_places" else lack_of_subjects
    return lack(case, items) > 0 and all(lack(case, some) <= 0 for some in _subsets(items) if len(some) < len(items))
