"""Checks a plan changed within the year: that it answers its question, who moved and why, and the bound."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from datetime import date
from typing import final

import attrs

from supervision_core.rotation.certificate import Infeasible
from supervision_core.rotation.check.infeasible import verify_infeasible
from supervision_core.rotation.check.plan import verify_plan
from supervision_core.rotation.check.reading import Reading, is_of_another_day, reference_through, told_apart, units_through
from supervision_core.rotation.history import History
from supervision_core.rotation.moves import ChangeKind, ElementaryChange, Move, MoveReason, Replan
from supervision_core.rotation.plan import Plan
from supervision_core.rotation.policy import Objective, unlike_fields
from supervision_core.rotation.roster import BarReason, Roster
from supervision_core.values.checks import Checks
from supervision_core.values.errors import Fault
from supervision_core.values.text import counted, shown, shown_apart

__all__ = ["verify_replan"]


_NO_HISTORY = History()


def verify_replan(
    plan: Plan, new_roster: Roster, answer: Replan | Infeasible, *, history: History = _NO_HISTORY, since: date | None = None
) -> tuple[Fault, ...]:
    """Every fault of a plan changed within the year: () means that it changes this plan for this roster as little as can be.

    The new plan must follow the old one by the names of today, be of the same year and policy, and be right; who moved and
    why, what was renamed, the single changes and the bound are counted again. ``since`` is said as it was to ``replan``.

    >>> import supervision_core as sc
    >>> units = [sc.LeadUnit(id="u"), sc.LeadUnit(id="v")]
    >>> old = sc.Roster(subjects=[sc.Subject(id="s1"), sc.Subject(id="s2")], lead_units=units)
    >>> new = sc.Roster(subjects=[sc.Subject(id="s2"), sc.Subject(id="s3")], lead_units=units)
    >>> plan = sc.plan_year(old, year=2026)
    >>> sc.rotation.verify_replan(plan, new, sc.replan(plan, new))
    ()
    """
    checks = Checks("verify_replan")
    checks.kind("plan", plan, Plan, "a Plan")
    checks.kind("new_roster", new_roster, Roster, "a Roster")
    checks.kind("answer", answer, (Replan, Infeasible), "a Replan or an Infeasible")
    checks.kind("history", history, History, "a History")
    checks.optional_day("since", since)
    checks.done()
    if since is None and is_of_another_day(history, plan.year, plan.policy):
        expected = f"the day of {plan.year} by whose names this plan of a replan speaks"
        return (Fault("replanned_in_a_reform", "since", "None", expected),)
    policy = attrs.evolve(plan.policy, objective=Objective.MID_YEAR)
    if isinstance(answer, Infeasible):
        if answer.year != plan.year:
            return (Fault("wrong_year", "Infeasible.year", str(answer.year), str(plan.year)),)
        return verify_infeasible(new_roster, answer, history=history, policy=policy)
    return tuple(_Change(plan, new_roster, answer, history, since or date(plan.year, 1, 1)).faults())


@final
class _Change:
    def __init__(self, plan: Plan, roster: Roster, answer: Replan, history: History, since: date) -> None:
        self.plan, self.roster, self.answer, self.history, self.since = plan, roster, answer, history, since
        self.reference = reference_through(history, plan.assignments, since)
        self.now = answer.plan.assignments
        #: One lead unit of before for each: the one that is kept, or the first by its name.
        self.before = {
            one: self.now[one] if self.now.get(one) in units else min(units) for one, units in self.reference.items()
        }

    def faults(self) -> Iterator[Fault]:
        """Everything wrong; where the plan itself is wrong, nothing else is looked at."""
        new = self.answer.plan
        wanted = attrs.evolve(self.plan.policy, objective=Objective.MID_YEAR)
        found = []
        if new.year != self.plan.year:
            found.append(Fault("wrong_year", "Replan.plan.year", str(new.year), str(self.plan.year)))
        if new.policy != wanted:
            found.append(Fault("other_policy", "Replan.plan.policy", *unlike_fields(new.policy, wanted)))
        if not self._is_reference_right():
            found.append(
                Fault("other_reference", "Replan.plan.reference", shown(new.reference), "the old plan, by today's names")
            )
        if not found:
            found = [
                attrs.evolve(one, place=f"Replan.plan: {one.place}")
                for one in verify_plan(self.roster, new, history=self.history)
            ]
        yield from found or self._words_faults()

    def _is_reference_right(self) -> bool:
        given = self.answer.plan.reference
        if given is None or given.keys() != self.reference.keys():
            return False
        return all(
            ({held} if isinstance(held, str) else set(held)) == self.reference[subject] for subject, held in given.items()
        )

    def _words_faults(self) -> Iterator[Fault]:
        answer = self.answer
        changes = list(self._changes())
        if list(answer.changes) != changes:
            expected = f"the {counted(len(changes), 'single change')} between the plan and the roster"
            found = told_apart(counted(len(answer.changes), "change"), answer.changes, changes)
            yield Fault("wrong_changes", "Replan.changes", found, expected)
        moved = list(self._moves(changes))
        if list(answer.moved) != moved:
            expected = f"the {counted(len(moved), 'who has', 'who have')} another lead unit, each with the reason"
            found = told_apart(counted(len(answer.moved), "move"), answer.moved, moved)
            yield Fault("wrong_moves", "Replan.moved", found, expected)
        own = sum(change.kind in _OWN for change in changes)
        stay = len(self.before.keys() & self.now.keys())
        bound = min(len(changes) * (len(self.roster.lead_units) - 1) + own, stay)
        if answer.bound != bound:
            yield Fault("wrong_bound", "Replan.bound", str(answer.bound), str(bound))
        renamed = self._renamed()
        if dict(answer.renamed) != renamed:
            yield Fault("wrong_names", "Replan.renamed", *shown_apart(dict(answer.renamed), renamed))

    def _renamed(self) -> dict[str, str]:
        became, parts = units_through(self.history, self.plan.loads, self.since)
        return {
            unit: after
            for unit in self.plan.loads
            for after in became[unit]
            if [after] == became[unit] != [unit] and parts[after] == 1
        }

    def _changes(self) -> Iterator[ElementaryChange]:
        """The single changes, in their order: who joined, who left, pairs, bounds."""
        present = {subject.id for subject in self.roster.subjects}
        for subject in sorted(present - self.before.keys()):
            yield ElementaryChange(kind=ChangeKind.JOINED, subject_id=subject)
        loads = Counter(self.before.values())
        left = sorted(self.before.keys() - present)
        for subject in left:
            loads[self.before[subject]] -= 1
            yield ElementaryChange(kind=ChangeKind.LEFT, subject_id=subject, lead_unit_id=self.before[subject])
        for change in self._pairs(present):
            if change.kind is not ChangeKind.PAIR_FLAGGED:
                loads[self.before[str(change.subject_id)]] -= 1
            yield change
        first = Counter(self.before.values())
        for unit in self.roster.lead_units:
            above = 0 if unit.max_load is None else max(0, loads[unit.id] - unit.max_load)
            below = max(0, unit.min_load - first[unit.id])
            yield from [ElementaryChange(kind=ChangeKind.ABOVE_MAXIMUM, lead_unit_id=unit.id)] * above
            yield from [ElementaryChange(kind=ChangeKind.BELOW_MINIMUM, lead_unit_id=unit.id)] * below

    def _pairs(self, present: set[str]) -> Iterator[ElementaryChange]:
        reading = Reading(self.roster, self.plan.year, self.history, self.answer.plan.policy)
        units = {unit.id for unit in self.roster.lead_units}
        for subject in sorted(present & self.before.keys()):
            unit = self.before[subject]
            reasons = reading.closed(subject).get(unit)
            flags = reading.flags.get(subject, set())
            kind = None
            if unit not in units:
                kind = ChangeKind.UNIT_GONE
            elif reasons is not None:
                kind = ChangeKind.PINNED if set(reasons) == {BarReason.PINNED_ELSEWHERE} else ChangeKind.PAIR_CLOSED
            elif unit in flags and self.now[subject] not in flags:
                kind = ChangeKind.PAIR_FLAGGED
            if kind is not None:
                yield ElementaryChange(kind=kind, subject_id=subject, lead_unit_id=unit)

    def _moves(self, changes: list[ElementaryChange]) -> Iterator[Move]:
        why = {change.subject_id: MoveReason(change.kind.value) for change in changes if change.kind in _OWN}
        for subject, unit in self.now.items():
            held = self.reference.get(subject, frozenset({unit}))
            if unit not in held:
                before = next(iter(held)) if len(held) == 1 else tuple(sorted(held))
                yield Move(subject_id=subject, before=before, after=unit, reason=why.get(subject, MoveReason.MAKES_ROOM))


#: Changes that move the subject they are about.
_OWN = frozenset({ChangeKind.UNIT_GONE, ChangeKind.PAIR_CLOSED, ChangeKind.PINNED, ChangeKind.PAIR_FLAGGED})
