"""The plans of a year for many rosters at once: a problem each, with one history for all where there is one."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterator, Mapping, Sequence
from typing import cast

import attrs

from supervision_core.rotation.certificate import Infeasible
from supervision_core.rotation.history import History, given_to, history_of_columns
from supervision_core.rotation.lineage import Held, as_held
from supervision_core.rotation.plan import Plan
from supervision_core.rotation.planning import plan_year
from supervision_core.rotation.policy import PublicDraw, RotationPolicy
from supervision_core.rotation.question import ask, held_by
from supervision_core.rotation.roster import Roster
from supervision_core.rotation.spells import parts_of_today
from supervision_core.values.checks import Checks, composed_map
from supervision_core.values.errors import Fault, InvalidInput, raise_for
from supervision_core.values.mappings import IdMap, map_of_sorted
from supervision_core.values.text import composed, shown

__all__ = ["histories_for", "plan_each"]

_NO_HISTORIES: Mapping[str, History] = IdMap()
_DEFAULT_POLICY = RotationPolicy()


def histories_for(rosters: Mapping[str, Roster], history: History) -> IdMap[History]:
    """The part of one history that belongs to each of many rosters, by today's names.

    A roster gets the records of its own subjects, and those of all others with a lead unit that is its alone: they were on
    its lists once, and count for its rests. Lead units that only other rosters have are left out: somebody came from there.
    Reforms are read already, so a part has none; it still knows which of its lead units came out of a split, within the
    roster or across rosters, and from when on they have rests of their own.

    >>> import supervision_core as sc
    >>> wards = {
    ...     key: sc.Roster(subjects=[sc.Subject(id=f"s{key}")], lead_units=[sc.LeadUnit(id=f"front {key}")]) for key in "ab"
    ... }
    >>> history = sc.History.of({2025: {"sa": "front b", "sb": "front b", "gone": "front a"}})
    >>> [dict(part.column(2025)) for part in sc.rotation.histories_for(wards, history).values()]
    [{'gone': 'front a'}, {'sa': 'front b', 'sb': 'front b'}]
    """
    checks = Checks("histories_for")
    read = _checked_rosters(checks, rosters)
    checks.kind("history", history, History, "a History")
    checks.done()
    return _parts(read, history)


def _parts(rosters: Mapping[str, Roster], history: History) -> IdMap[History]:
    homes: dict[str, list[str]] = {}
    known: dict[str, set[str]] = {}
    for key, roster in rosters.items():
        for subject in roster.subject_ids:
            homes.setdefault(subject, []).append(key)
        for unit in (*roster.lead_unit_ids, *roster.former_units):
            known.setdefault(unit, set()).add(key)
    split, owners = parts_of_today(given_to(history)), _owners(rosters)
    found: dict[str, dict[int, dict[str, Held]]] = {key: {} for key in rosters}
    for year in history.years:
        # What a lead unit inherited by a split is nobody's rest, and no record of those who were never on its lists.
        counting = {unit: key for unit, key in owners.items() if year >= split.get(unit, year)} if split else owners
        for subject, held in history.column(year).items():
            for key, units in _shared_out(held_by(held), homes.get(subject, ()), known, counting).items():
                found[key].setdefault(year, {})[subject] = as_held(units)
    unknown: dict[str, list[tuple[int, str]]] = {key: [] for key in rosters}
    for year, subject in history.unknown:
        for key in homes.get(subject, ()):
            unknown[key].append((year, subject))
    parts: dict[str, History] = {}
    for key in sorted(found):
        years = {year: IdMap(column) for year, column in found[key].items()}
        own = {unit: split[unit] for unit in rosters[key].lead_unit_ids if unit in split} if split else {}
        parts[key] = history_of_columns(history, years, tuple(unknown[key]), own)
    return map_of_sorted(parts)


def _owners(rosters: Mapping[str, Roster]) -> dict[str, str]:
    """For each lead unit that is one roster's alone, that roster; of those that no roster has any more, who alone had it."""
    present = [(unit, key) for key, roster in rosters.items() for unit in roster.lead_unit_ids]
    today = {unit for unit, _ in present}
    former = [(unit, key) for key, roster in rosters.items() for unit in roster.former_units if unit not in today]
    times = Counter(unit for unit, _ in (*present, *former))
    return {unit: key for unit, key in (*present, *former) if times[unit] == 1}


def _shared_out(
    units: tuple[str, ...], homes: Sequence[str], known: Mapping[str, set[str]], owners: Mapping[str, str]
) -> Mapping[str, Sequence[str]]:
    """Which rosters a record goes to, and the lead units of it that count there."""
    found: dict[str, list[str]] = {}
    for unit in units:
        # What no roster knows stays, so that planning names it.
        keys = [key for key in homes if unit not in known or key in known[unit]]
        owner = owners.get(unit)
        if owner is not None and owner not in keys:
            keys.append(owner)
        for key in keys:
            found.setdefault(key, []).append(unit)
    return found


def plan_each(
    rosters: Mapping[str, Roster],
    *,
    year: int,
    histories: History | Mapping[str, History] = _NO_HISTORIES,
    policies: Mapping[str, RotationPolicy] | RotationPolicy = _DEFAULT_POLICY,
    progress: Callable[[str, int, int], None] | None = None,
) -> IdMap[Plan | Infeasible]:
    """The plan of a year for each roster, by its key; each is a problem of its own.

    Histories and policies go by the same keys; a roster without a history has none. One policy may serve all, and so may
    one history, of which each gets its part (``histories_for``). A public draw without a scope gets the roster's key, so
    that no lead unit is first in all of them. Each plan equals that of ``plan_year`` with these.
    What is wrong with any of them is raised together as ``InvalidInput``, each fault with its key.

    >>> import supervision_core as sc
    >>> ward = sc.Roster(subjects=[sc.Subject(id="s1")], lead_units=[sc.LeadUnit(id="front")])
    >>> plans = sc.plan_each({"ward 1": ward, "ward 2": ward}, year=2026)
    >>> [(key, plan.loads["front"]) for key, plan in plans.items()]
    [('ward 1', 1), ('ward 2', 1)]
    """
    checks = Checks("plan_each")
    read = _checked_rosters(checks, rosters)
    checks.arguments(plan_each, progress=progress)
    expected = "a History, or a mapping from the rosters' keys to histories"
    if checks.kind("histories", histories, (History, Mapping), expected) and isinstance(histories, Mapping):
        _check_values(checks, "histories", histories, read, History)
    expected = "a RotationPolicy, or a mapping from the rosters' keys to policies"
    if checks.kind("policies", policies, (RotationPolicy, Mapping), expected) and isinstance(policies, Mapping):
        _check_values(checks, "policies", policies, read, RotationPolicy)
        for key in sorted(read.keys() - {composed(one) for one in policies}):
            checks.fault("missing", f"policies[{key!r}]", None, "a policy for every roster, or one for all")
    checks.done()
    of_key = _parts(read, histories) if isinstance(histories, History) else composed_map(histories)
    given = IdMap(dict.fromkeys(read, policies)) if isinstance(policies, RotationPolicy) else composed_map(policies)
    asked = {key: (roster, of_key.get(key, History()), _scoped(given[key], key)) for key, roster in read.items()}
    raise_for(list(_question_faults(asked, year)))
    planned: dict[str, Plan | Infeasible] = {}
    for done, (key, (roster, history, policy)) in enumerate(asked.items(), start=1):
        planned[key] = plan_year(roster, year=year, history=history, policy=policy)
        if progress is not None:
            progress("rosters", done, len(asked))
    return map_of_sorted(planned)


def _scoped(policy: RotationPolicy, key: str) -> RotationPolicy:
    """The policy for one of many rosters: a public draw without a scope gets the roster's key."""
    tie = policy.tie_break
    if isinstance(tie, PublicDraw) and not tie.scope:
        return attrs.evolve(policy, tie_break=attrs.evolve(tie, scope=key))
    return policy


def _question_faults(asked: Mapping[str, tuple[Roster, History, RotationPolicy]], year: int) -> Iterator[Fault]:
    for key, (roster, history, policy) in asked.items():
        try:
            ask(roster, year, history, policy, None)
        except InvalidInput as error:
            for fault in error.faults:
                yield attrs.evolve(fault, place=f"{shown(key)}: {fault.place}")


def _checked_rosters(checks: Checks, rosters: object) -> Mapping[str, Roster]:
    if not checks.kind("rosters", rosters, Mapping, "a mapping from keys to rosters"):
        return IdMap()
    given = cast("Mapping[str, Roster]", rosters)
    checks.distinct("rosters", given)
    for key, roster in given.items():
        checks.identifier("rosters", key)
        checks.kind(f"rosters[{shown(key)}]", roster, Roster, "a Roster")
    if checks.clean:
        return composed_map(given)
    # No IdMap, which would raise for its ids alone: all faults are named together.
    return {composed(key): one for key, one in given.items() if isinstance(key, str)}


def _check_values(checks: Checks, name: str, given: Mapping[str, object], known: Mapping[str, Roster], kind: type) -> None:
    checks.distinct(name, given)
    for key, value in given.items():
        if composed(key) not in known:
            checks.fault("unknown_id", name, key, "the key of a roster")
        else:
            checks.kind(f"{name}[{shown(key)}]", value, kind, f"a {kind.__name__}")
