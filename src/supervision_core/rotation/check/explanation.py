"""Checks why a subject has its lead unit: every ground and every cost, by comparing sums, without any search for a way.

The plan is checked first. Every pair's costs are read afresh; the ways that an explanation carries are taken as they are, and
must be such that no single move is cheaper than they say and that moves of just their cost lead to the subject's lead unit.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping
from operator import add, sub
from typing import TypeAlias, final

import attrs

from supervision_core.rotation.check.loads import LoadLevels
from supervision_core.rotation.check.plan import verify_plan
from supervision_core.rotation.check.reading import Reading, entries_of
from supervision_core.rotation.explaining import Alternative, Detours, Explanation
from supervision_core.rotation.history import History
from supervision_core.rotation.plan import Plan
from supervision_core.rotation.policy import level_names, unlike_fields
from supervision_core.rotation.roster import BarReason, Roster
from supervision_core.values.checks import Checks
from supervision_core.values.errors import Fault
from supervision_core.values.text import counted, shown, shown_apart

__all__ = ["verify_explanation"]


_NO_HISTORY = History()
#: One number a level.
Vector: TypeAlias = tuple[int, ...]
#: Where a load may rise or fall instead of somebody moving; no lead unit has an empty id.
_LOADS = ""


def verify_explanation(plan: Plan, roster: Roster, answer: Explanation, *, history: History = _NO_HISTORY) -> tuple[Fault, ...]:
    """Every fault of an explanation: () means that the plan is right, and so is all that is said against other lead units.

    >>> import supervision_core as sc
    >>> roster = sc.Roster(subjects=[sc.Subject(id="s1")], lead_units=[sc.LeadUnit(id="u"), sc.LeadUnit(id="v")])
    >>> plan = sc.plan_year(roster, year=2026)
    >>> sc.rotation.verify_explanation(plan, roster, sc.explain_assignment(plan, roster, "s1"))
    ()
    """
    checks = Checks("verify_explanation")
    checks.kind("plan", plan, Plan, "a Plan")
    checks.kind("roster", roster, Roster, "a Roster")
    checks.kind("answer", answer, Explanation, "an Explanation")
    checks.kind("history", history, History, "a History")
    checks.done()
    found = [attrs.evolve(one, place=f"plan: {one.place}") for one in verify_plan(roster, plan, history=history)]
    found = found or list(_head_faults(plan, roster, answer))
    return tuple(found or _Around(plan, roster, answer, history).faults())


def _head_faults(plan: Plan, roster: Roster, answer: Explanation) -> Iterator[Fault]:
    """An explanation of another subject, plan, year or policy, or one that lacks lead units or its proof."""
    given = plan.assignments.get(answer.subject_id)
    if given is None:
        yield Fault("unknown_id", "Explanation.subject_id", shown(answer.subject_id), "a subject of the plan")
    elif given != answer.lead_unit_id:
        yield Fault("wrong_lead_units", "Explanation.lead_unit_id", shown(answer.lead_unit_id), shown(given))
    if answer.year != plan.year:
        yield Fault("wrong_year", "Explanation.year", shown(answer.year), str(plan.year))
    if answer.policy != plan.policy:
        yield Fault("other_policy", "Explanation.policy", *unlike_fields(answer.policy, plan.policy))
    others = [one.lead_unit_id for one in answer.others]
    wanted = [one.id for one in roster.lead_units if one.id != given]
    if others != wanted:
        yield Fault("wrong_lead_units", "Explanation.others", *shown_apart(others, wanted))
    allowed = next((one for one in plan.allowed if one.subject_id == answer.subject_id), None)
    if answer.allowed != allowed:
        yield Fault("wrong_allowances", "Explanation.allowed", shown(answer.allowed), "the allowance that the pair rests on")
    if answer.detours is None:
        yield Fault("missing", "Explanation.detours", "None", "the proof of the costs")
    elif not answer.detours.ways.keys() <= plan.loads.keys():
        yield Fault("unknown_id", "Explanation.detours", shown(sorted(answer.detours.ways)), "lead units of the roster")


@final
class _Around:
    def __init__(self, plan: Plan, roster: Roster, answer: Explanation, history: History) -> None:
        self.plan, self.roster, self.answer = plan, roster, answer
        self.reading = Reading(roster, plan.year, history, plan.policy)
        self.names = level_names(plan.policy)
        self.zero: Vector = (0,) * len(self.names)
        self.place = {name: place for place, name in enumerate(self.names)}
        self.of_loads = LoadLevels(roster, entries_of(self.reading.past), history, plan.policy)
        detours = answer.detours
        assert detours is not None
        self.detours: Detours = detours
        self.ways: dict[str, Vector] = dict(detours.ways)
        if detours.sink is not None:
            self.ways[_LOADS] = detours.sink

    def faults(self) -> Iterator[Fault]:
        """Everything wrong with the proof; if it is right, everything wrong with what rests on it."""
        wrong = {unit: len(way) for unit, way in self.ways.items() if len(way) != len(self.names)}
        for unit, many in wrong.items():
            place = f"Explanation.detours {shown(unit or 'sink')}"
            yield Fault("wrong_length", place, counted(many, "number"), f"{len(self.names)}, one a level")
        if wrong:
            return
        found = list(self._way_faults())
        yield from found or self._alternative_faults()

    def costs(self, subject: str) -> dict[str, Vector]:
        """What a subject costs at every lead unit that is open to it."""
        reading, term = self.reading, self.plan.policy.tenure_years
        closed, repeated = reading.closed(subject), reading.repeated(subject)
        units = [unit.id for unit in self.roster.lead_units]
        unfinished = {unit for unit in units if 1 <= reading.spell(subject, unit) < term}
        held = Counter(unit for year in reading.past for unit in reading.held(subject, self.plan.year - year))
        reference = None if self.plan.reference is None else self.plan.reference.get(subject)
        kept = (reference,) if isinstance(reference, str) else reference
        found = {}
        for unit in units:
            if unit in closed:
                continue
            values = [0] * len(self.names)
            values[self.place["flagged"]] = int(unit in reading.flags.get(subject, ()))
            for age in repeated.get(unit, ()):
                values[self.place[f"repeats_{age}"]] = 1
            values[self.place["cut_short"]] = int(bool(unfinished) and unit not in unfinished)
            values[self.place["familiarity"]] = held[unit] ** 2
            values[self.place["changes"]] = int(kept is not None and unit not in kept)
            found[unit] = tuple(values)
        return found

    def _moves(self) -> Iterator[tuple[str, str, Vector]]:
        """Every single move: of a subject to another lead unit that is open to it, or of a load up or down by one."""
        known: set[tuple[str, tuple[tuple[str, Vector], ...]]] = set()
        for subject, here in self.plan.assignments.items():
            costs = self.costs(subject)
            key = here, tuple(costs.items())
            if key not in known:
                known.add(key)
                for there, cost in costs.items():
                    if there != here:
                        yield here, there, tuple(map(sub, cost, costs[here]))
        everybody = len(self.plan.assignments)
        for unit in self.roster.lead_units:
            load = self.plan.loads[unit.id]
            if load < (everybody if unit.max_load is None else min(everybody, unit.max_load)):
                yield unit.id, _LOADS, self._of_load(unit.id, load, load + 1)
            if load > unit.min_load:
                yield _LOADS, unit.id, self._of_load(unit.id, load, load - 1)

    def _of_load(self, unit: str, load: int, after: int) -> Vector:
        values = list(self.zero)
        for name, of in (("balance", self.of_loads.balance), ("carried", self.of_loads.carried)):
            values[self.place[name]] = of(unit, after) - of(unit, load)
        return tuple(values)

    def _way_faults(self) -> Iterator[Fault]:
        """Ways that some move undercuts, or that no moves lead along."""
        own = self.answer.lead_unit_id
        tight: dict[str, set[str]] = {}
        cheaper = self.ways.get(own) != self.zero
        for here, there, cost in self._moves():
            onward = self.ways.get(there)
            if onward is None:
                continue
            total = tuple(map(add, cost, onward))
            way = self.ways.get(here)
            if way is None or total < way:
                cheaper = True
            elif total == way:
                tight.setdefault(there, set()).add(here)
        if cheaper:
            expected = "ways that no single move makes shorter, 0 at the subject's own lead unit"
            yield Fault("not_proved", "Explanation.detours", "a cheaper way", expected)
            return
        reached = _reached(own, tight)
        if reached != self.ways.keys():
            expected = "ways along which moves of just that cost lead to the subject's own lead unit"
            yield Fault(
                "not_proved",
                "Explanation.detours",
                f"{counted(len(self.ways) - len(reached), 'way')} that nothing leads along",
                expected,
            )

    def _alternative_faults(self) -> Iterator[Fault]:
        subject = self.answer.subject_id
        closed, costs = self.reading.closed(subject), self.costs(subject)
        mine = costs[self.answer.lead_unit_id]
        for given in self.answer.others:
            unit = given.lead_unit_id
            if unit in closed:
                right = Alternative(lead_unit_id=unit, closed=closed[unit], years=self._years(unit, closed[unit]))
            else:
                right = self._open(unit, tuple(map(sub, costs[unit], mine)))
            if given != right:
                expected = right.sentence("en")
                yield Fault("wrong_ground", f"Explanation.others[{shown(unit)}]", given.sentence("en"), expected)

    def _years(self, unit: str, reasons: tuple[BarReason, ...]) -> tuple[int, ...]:
        if BarReason.COOLING_OFF not in reasons:
            return ()
        ages = self.reading.repeated(self.answer.subject_id)[unit]
        return tuple(sorted(self.plan.year - age for age in ages))

    def _open(self, unit: str, own: Vector) -> Alternative:
        way = self.ways.get(unit)
        if way is None:
            return Alternative(lead_unit_id=unit, is_impossible=True)
        for name, ours, others in zip(self.names, own, way, strict=True):
            if ours + others:
                kind, _, age = name.partition("_")
                years = [self.plan.year - int(age)] if kind == "repeats" else []
                return Alternative(lead_unit_id=unit, level=name, cost=ours + others, years=years, is_own=not others)
        return Alternative(lead_unit_id=unit)


def _reached(start: str, tight: Mapping[str, set[str]]) -> set[str]:
    """Everything from which moves of just the right cost lead to a lead unit."""
    found, waiting = {start}, [start]
    while waiting:
        new = tight.get(waiting.pop(), set()) - found
        found |= new
        waiting.extend(new)
    return found
