"""Checks the plans of many rosters: each against its own question, one policy for all, nothing left out.

The part of a common history that belongs to a roster is read off the records afresh, not taken from the planner.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Set as AbstractSet
from typing import Final, cast, final

import attrs

from supervision_core.rotation.certificate import Infeasible
from supervision_core.rotation.check.infeasible import verify_infeasible
from supervision_core.rotation.check.plan import verify_plan
from supervision_core.rotation.check.reading import parts_since, read_past
from supervision_core.rotation.history import History, history_of_columns
from supervision_core.rotation.lineage import Held
from supervision_core.rotation.plan import Plan
from supervision_core.rotation.policy import PublicDraw, RotationPolicy
from supervision_core.rotation.roster import Roster
from supervision_core.values.checks import Checks, composed_map
from supervision_core.values.errors import Fault
from supervision_core.values.mappings import IdMap
from supervision_core.values.text import counted, shown

__all__ = ["verify_each"]


_NO_HISTORIES: Final[Mapping[str, History]] = IdMap()
_NO_HISTORY: Final = History()
_NOBODY: Final[frozenset[str]] = frozenset()


def verify_each(
    rosters: Mapping[str, Roster],
    plans: Mapping[str, Plan | Infeasible],
    *,
    histories: History | Mapping[str, History] = _NO_HISTORIES,
    policies: Mapping[str, RotationPolicy] | RotationPolicy | None = None,
    year: int | None = None,
) -> tuple[Fault, ...]:
    """Every fault of the answers of ``plan_each``, each with its key: () means that every plan or certificate is right.

    Rosters, histories and policies are given as to ``plan_each``; a public draw is given without the scope that each roster
    gets. What was asked may be said: the policies and the year. Without ``policies`` one policy must hold throughout, apart
    from that scope, and without ``year`` all answers must be of one year. A roster without an answer is a fault, and so is
    an answer without a roster; only values of a wrong class raise ``InvalidInput``.

    >>> import supervision_core as sc
    >>> ward = sc.Roster(subjects=[sc.Subject(id="s1")], lead_units=[sc.LeadUnit(id="front"), sc.LeadUnit(id="women")])
    >>> wards = {"ward 1": ward, "ward 2": ward}
    >>> drawn = sc.RotationPolicy(tie_break=sc.PublicDraw("result of 5 January 2026: 48213"))
    >>> plans = sc.plan_each(wards, year=2026, policies=drawn)
    >>> sc.rotation.verify_each(wards, plans, policies=drawn, year=2026)
    ()
    >>> [fault.place for fault in sc.rotation.verify_each(wards, {"ward 1": plans["ward 1"]}, policies=drawn)]
    ["plans['ward 2']"]
    """
    checks = Checks("verify_each")
    _check_each(checks, "rosters", rosters, Roster, "a Roster")
    _check_each(checks, "plans", plans, (Plan, Infeasible), "a Plan or an Infeasible")
    if not isinstance(histories, History):
        _check_each(checks, "histories", histories, History, "a History")
    if policies is not None and not isinstance(policies, RotationPolicy):
        _check_each(checks, "policies", policies, RotationPolicy, "a RotationPolicy")
    if year is not None:
        checks.whole("year", year, at_least=1, at_most=9999)
    checks.done()
    asked = _Asked(composed_map(rosters), histories, policies, year)
    return tuple(asked.faults(composed_map(plans)))


def _check_each(checks: Checks, name: str, given: object, kind: type | tuple[type, ...], expected: str) -> None:
    if not checks.kind(name, given, Mapping, f"a mapping from keys, each to {expected}"):
        return
    found = cast("Mapping[object, object]", given)
    checks.distinct(name, found.keys())
    for key, value in found.items():
        checks.identifier(name, key)
        checks.kind(f"{name}[{shown(key)}]", value, kind, expected)


@final
class _Asked:
    """What was asked of many rosters."""

    def __init__(
        self,
        rosters: Mapping[str, Roster],
        histories: History | Mapping[str, History],
        policies: Mapping[str, RotationPolicy] | RotationPolicy | None,
        year: int | None,
    ) -> None:
        self.rosters, self.year = rosters, year
        self.policies = composed_map(policies) if isinstance(policies, Mapping) else policies
        own = _own_parts(rosters, histories) if isinstance(histories, History) else composed_map(histories)
        self.histories: Mapping[str, History] = own

    def faults(self, plans: Mapping[str, Plan | Infeasible]) -> Iterator[Fault]:
        """Everything wrong with the answers, key by key."""
        for key in sorted(self.rosters.keys() - plans.keys()):
            yield Fault("missing", f"plans[{shown(key)}]", "nothing", "a Plan or an Infeasible for every roster")
        for key in sorted(plans.keys() - self.rosters.keys()):
            yield Fault("unknown_id", f"plans[{shown(key)}]", shown(key), "the key of a roster")
        for name, given in (("histories", self.histories), ("policies", self.policies)):
            for key in sorted(given.keys() - self.rosters.keys()) if isinstance(given, Mapping) else ():
                yield Fault("unknown_id", f"{name}[{shown(key)}]", shown(key), "the key of a roster")
        common = sorted(self.rosters.keys() & plans.keys())
        year = self.year if self.year is not None or not common else plans[common[0]].year
        wanted = self._policies({key: plans[key] for key in common})
        for key in common:
            answer = plans[key]
            if answer.year != year:
                yield Fault("other_years", f"{shown(key)}: year", str(answer.year), f"{year}, as asked or as all others")
            for fault in self._of_one(key, answer, wanted.get(key)):
                yield attrs.evolve(fault, place=f"{shown(key)}: {fault.place}")

    def _of_one(self, key: str, answer: Plan | Infeasible, policy: RotationPolicy | None) -> tuple[Fault, ...]:
        roster, history = self.rosters[key], self.histories.get(key, _NO_HISTORY)
        if isinstance(answer, Plan) and answer.reference is not None:
            expected = "None: no plan of many follows another one"
            return (Fault("other_reference", "Plan.reference", counted(len(answer.reference), "subject"), expected),)
        if isinstance(answer, Plan):
            return verify_plan(roster, answer, history=history, policy=policy)
        return verify_infeasible(roster, answer, history=history, policy=policy)

    def _policies(self, answers: Mapping[str, Plan | Infeasible]) -> Mapping[str, RotationPolicy]:
        """The policy that each answer must have: the one that was asked, or the one that the first answer shows."""
        asked = self.policies
        if isinstance(asked, Mapping):
            return {key: _drawn_for(key, asked[key]) for key in answers if key in asked}
        if asked is None:
            given = {key: answer.policy for key, answer in answers.items() if answer.policy is not None}
            asked = _common(given)
        return {} if asked is None else {key: _drawn_for(key, asked) for key in answers}


def _drawn_for(key: str, policy: RotationPolicy) -> RotationPolicy:
    """The policy as it holds for one roster: a draw without a scope is drawn for the key."""
    draw = policy.tie_break
    if not isinstance(draw, PublicDraw) or draw.scope:
        return policy
    return attrs.evolve(policy, tie_break=PublicDraw(draw.salt, key))


def _common(given: Mapping[str, RotationPolicy]) -> RotationPolicy | None:
    """The one policy that could have been asked; where none explains all, the first, so that the others are named."""
    for key, policy in given.items():
        draw = policy.tie_break
        if isinstance(draw, PublicDraw) and draw.scope == key:
            unscoped = attrs.evolve(policy, tie_break=PublicDraw(draw.salt))
            if all(_drawn_for(other, unscoped) == one for other, one in given.items()):
                return unscoped
        return policy
    return None


def _own_parts(rosters: Mapping[str, Roster], history: History) -> dict[str, History]:
    """For each roster the records of its subjects, and those of all others with a lead unit that is its alone.

    Lead units that other rosters know and this one does not are left out of what a subject had, and of all others what a
    lead unit only inherited by a split.
    """
    lists: dict[str, set[str]] = {}
    has: dict[str, set[str]] = {}
    had: dict[str, set[str]] = {}
    for key, roster in rosters.items():
        for whose, ids in ((lists, (one.id for one in roster.subjects)), (has, (one.id for one in roster.lead_units))):
            for one in ids:
                whose.setdefault(one, set()).add(key)
        for one in roster.former_units:
            had.setdefault(one, set()).add(key)
    split = parts_since(history, has)
    years: dict[str, dict[int, dict[str, Held]]] = {key: {} for key in rosters}
    for year, column in read_past(history).items():
        inherited = {unit for unit, since in split.items() if since > year}
        for one, held in column.items():
            units = (held,) if isinstance(held, str) else held
            for key, kept in _kept(units, lists.get(one, _NOBODY), has, had, inherited):
                years[key].setdefault(year, {})[one] = kept[0] if len(kept) == 1 else kept
    unknown: dict[str, list[tuple[int, str]]] = {key: [] for key in rosters}
    for year, one in history.unknown:
        for key in lists.get(one, _NOBODY):
            unknown[key].append((year, one))
    parts: dict[str, History] = {}
    for key, roster in rosters.items():
        columns = {year: IdMap(column) for year, column in years[key].items()}
        own = {unit.id: split[unit.id] for unit in roster.lead_units if unit.id in split}
        parts[key] = history_of_columns(history, columns, tuple(unknown[key]), own)
    return parts


def _kept(
    units: tuple[str, ...],
    homes: AbstractSet[str],
    has: Mapping[str, AbstractSet[str]],
    had: Mapping[str, AbstractSet[str]],
    inherited: AbstractSet[str],
) -> Iterator[tuple[str, tuple[str, ...]]]:
    """The keys of the rosters that a record belongs to, each with the lead units that count there."""
    counts: dict[str, AbstractSet[str]] = {}
    for unit in units:
        now, before = has.get(unit, _NOBODY), had.get(unit, _NOBODY)
        known, alone = now | before, now or before
        if unit in inherited or len(alone) > 1:
            alone = _NOBODY
        counts[unit] = (homes & known if known else homes) | alone
    for key in sorted(_NOBODY.union(*counts.values())):
        yield key, tuple(unit for unit in units if key in counts[unit])
