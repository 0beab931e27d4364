"""Checks a plan against its question. Nothing here is shared with the planner's solver.

The plan is read afresh: every pair's standing from the roster, the history and the policy; the score from the assignments;
optimality from the proof's prices by comparing sums; and the choice among equally good plans from the tight pairs.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from datetime import date
from itertools import chain, compress, count, repeat
from operator import eq, sub
from typing import cast, final

import attrs

from supervision_core.rotation.allowances import IdleAllowance
from supervision_core.rotation.certificate import Infeasible
from supervision_core.rotation.check.infeasible import verify_infeasible
from supervision_core.rotation.check.kinds import CLOSED, Costs, InFull, InPart, Ways, is_said_of_few, reduced_costs, units_in
from supervision_core.rotation.check.loads import LoadLevels
from supervision_core.rotation.check.reading import (
    Past,
    Reading,
    entries_of,
    is_of_another_day,
    other_year,
    past_faults,
    read_past,
    reference_through,
    told_apart,
)
from supervision_core.rotation.history import History, followed_by
from supervision_core.rotation.lineage import Held
from supervision_core.rotation.plan import Plan, Score
from supervision_core.rotation.policy import Objective, PublicDraw, RotationPolicy, TieBreak, level_names, unlike_fields
from supervision_core.rotation.records import FIRST_YEAR, LAST_YEAR
from supervision_core.rotation.roster import LeadUnit, Roster
from supervision_core.values.checks import Checks
from supervision_core.values.errors import Fault
from supervision_core.values.mappings import IdMap, finder_of
from supervision_core.values.text import composed, counted, shown

__all__ = ["verify_plan"]


_NO_HISTORY = History()


def verify_plan(
    roster: Roster,
    plan: Plan,
    *,
    history: History = _NO_HISTORY,
    policy: RotationPolicy | None = None,
    reference: Plan | Mapping[str, Held] | Mapping[str, str] | None = None,
    year: int | None = None,
) -> tuple[Fault, ...]:
    """Every fault of a plan: () means that it is complete, keeps every bar, pin and bound, is scored right and is optimal.

    With ``CANONICAL`` or ``PublicDraw`` it is also *the* plan of its question, not only an equally good one.
    Warnings that a plan gives are checked too; a plan without any does not prove that the next year has a plan.
    What was asked may be said: then a plan of another policy or year, or that follows another reference, is a fault.
    A plan for another roster is a fault, not an error; only values of a wrong class raise ``InvalidInput``.

    >>> import supervision_core as sc
    >>> roster = sc.Roster(subjects=[sc.Subject(id="s1")], lead_units=[sc.LeadUnit(id="front"), sc.LeadUnit(id="women")])
    >>> plan = sc.plan_year(roster, year=2021)
    >>> sc.verify_plan(roster, plan)
    ()
    """
    checks = Checks("verify_plan")
    checks.kind("roster", roster, Roster, "a Roster")
    checks.kind("plan", plan, Plan, "a Plan")
    checks.kind("history", history, History, "a History")
    checks.optional_kind("policy", policy, RotationPolicy, "a RotationPolicy")
    checks.arguments(verify_plan, reference=reference)
    if isinstance(reference, Mapping) and not isinstance(reference, IdMap):
        checks.distinct("reference", reference)
    if year is not None:
        checks.whole("year", year, at_least=FIRST_YEAR, at_most=LAST_YEAR)
    checks.done()
    past = read_past(history)
    entries = entries_of(past)
    faults = [
        *other_year("Plan", plan.year, year),
        *_asked_faults(plan, history, policy, reference),
        *past_faults(roster, plan.year, history, entries),
        *_assignment_faults(roster, plan),
    ]
    if plan.policy.objective is Objective.MID_YEAR and plan.reference is None:
        faults.append(Fault("missing", "Plan.reference", "None", "a reference, since the objective is MID_YEAR"))
    if faults:
        return tuple(faults)
    of_loads = LoadLevels(roster, entries, history, plan.policy)
    case = _Case(roster, plan, past, of_loads)
    found = [*case.closed_faults(), *case.load_faults(), *case.score_faults(), *case.proof_faults()]
    return (
        *(found or case.choice_faults()),
        *_allowance_faults(roster, plan, history),
        *_warning_faults(roster, plan, history),
    )


def _asked_faults(plan: Plan, history: History, policy: RotationPolicy | None, reference: object) -> Iterator[Fault]:
    """A plan of another question than the one that was asked."""
    if policy is not None and plan.policy != policy:
        yield Fault("other_policy", "Plan.policy", *unlike_fields(plan.policy, policy))
    if reference is None:
        return
    if isinstance(reference, Plan) and is_of_another_day(history, reference.year, reference.policy):
        expected = (
            "the assignments by today's names: a reform of its year leaves open by whose names this plan of a replan speaks"
        )
        yield Fault("replanned_in_a_reform", "reference", f"a plan of {reference.year}", expected)
        return
    if isinstance(reference, Plan):
        wanted = reference_through(history, reference.assignments, date(reference.year, 1, 1))
    else:
        wanted = {
            composed(one): frozenset(map(composed, units_in(held)))
            for one, held in cast("Mapping[str, object]", reference).items()
        }
    given = {one: frozenset(units_in(held)) for one, held in (plan.reference or {}).items()}
    if given != wanted:
        yield Fault("other_reference", "Plan.reference", counted(len(given), "subject"), "the reference that was asked")


def _finder(column: Mapping[str, Held]) -> Callable[[str], object]:
    return finder_of(column) if isinstance(column, IdMap) else column.get


def _allowance_faults(roster: Roster, plan: Plan, history: History) -> Iterator[Fault]:
    """Allowances that the plan rests on and does not show, or shows and does not rest on; and those that open nothing."""
    opening = Reading(roster, plan.year, history, plan.policy).opening() if roster.allowances else {}
    used = tuple(one for pair, one in opening.items() if plan.assignments[pair[0]] == pair[1])
    if plan.allowed != used:
        expected = f"the {counted(len(used), 'allowance')} that the plan rests on"
        found = told_apart(counted(len(plan.allowed), "allowance"), plan.allowed, used)
        yield Fault("wrong_allowances", "Plan.allowed", found, expected)
    idle = [IdleAllowance(year=plan.year, allowance=one) for one in roster.allowances if one.pair not in opening]
    given = [warning for warning in plan.warnings if isinstance(warning, IdleAllowance)]
    if given != idle:
        expected = f"the {counted(len(idle), 'allowance that opens', 'allowances that open')} nothing in {plan.year}"
        yield Fault("wrong_allowances", "Plan.warnings", told_apart(counted(len(given), "allowance"), given, idle), expected)


def _warning_faults(roster: Roster, plan: Plan, history: History) -> Iterator[Fault]:
    """What is wrong with the warnings that are given: each must prove that the next year has no plan."""
    policy = attrs.evolve(plan.policy, objective=Objective.ANNUAL)
    right = 0
    for warning in plan.warnings:
        if not isinstance(warning, Infeasible):
            continue
        if warning.year != plan.year + 1:
            yield Fault("wrong_year", "Plan.warnings", shown(warning.year), str(plan.year + 1))
            continue
        found = verify_infeasible(roster, warning, history=followed_by(history, plan), policy=policy)
        right += not found
        yield from (attrs.evolve(fault, place=f"Plan.warnings: {fault.place}") for fault in found)
    if right > 1:
        yield Fault("duplicate", "Plan.warnings", f"{right} certificates", "one at most: there is one next year")


def _assignment_faults(roster: Roster, plan: Plan) -> Iterator[Fault]:
    # Both iterate by id, so that those of a right plan compare at once.
    if tuple(plan.assignments) != roster.subject_ids:
        given, wanted = plan.assignments.keys(), set(roster.subject_ids)
        for subject in sorted(wanted - given):
            yield Fault("not_assigned", f"Plan.assignments[{shown(subject)}]", "nothing", "a lead unit for every subject")
        for subject in sorted(given - wanted):
            yield Fault("unknown_id", f"Plan.assignments[{shown(subject)}]", shown(subject), "a subject of the roster")
    units = set(roster.lead_unit_ids)
    unknown = set(plan.assignments.values()) - units
    if unknown:
        for subject, unit in plan.assignments.items():
            if unit in unknown:
                yield Fault("unknown_id", f"Plan.assignments[{shown(subject)}]", shown(unit), "a lead unit of the roster")
    for name, keys in (("loads", plan.loads.keys()), ("proof.prices", plan.proof.prices.keys())):
        if keys != units:
            yield Fault("wrong_keys", f"Plan.{name}", shown(sorted(keys)), "exactly the lead units of the roster")


@final
class _Case:
    """One question and one plan, read afresh."""

    def __init__(self, roster: Roster, plan: Plan, past: Past, of_loads: LoadLevels) -> None:
        self.roster, self.plan, self.of_loads = roster, plan, of_loads
        self.units: Mapping[str, LeadUnit] = {unit.id: unit for unit in roster.lead_units}
        self.place = {unit: place for place, unit in enumerate(self.units)}
        self.names = level_names(plan.policy)
        self.costs = Costs(self.names, [plan.year - year for year in past], plan.policy, list(self.units))
        self.zero, self.level = self.costs.zero, self.costs.level
        self._read_kinds(past)
        self.loads = dict.fromkeys(self.units, 0)
        for (_, unit), units in self.count.items():
            self.loads[unit] += units

    def _read_kinds(self, past: Past) -> None:
        """Group the subjects by what is recorded of them, and count who of each group went where."""
        subjects = self.roster.subject_ids
        columns: list[Iterable[object]] = [map(_finder(column), subjects) for column in past.values()]
        restrictions = self.costs.restrictions(self.roster)
        columns.append(map(restrictions.get, subjects, repeat(0)) if restrictions else repeat(0, len(subjects)))
        columns.append(
            map(finder_of(self.plan.reference), subjects) if self.plan.reference is not None else repeat(None, len(subjects))
        )
        numbers: defaultdict[tuple[object, ...], int] = defaultdict(count().__next__)
        entry_of = list(map(numbers.__getitem__, zip(*columns, strict=True)))
        way = InPart if is_said_of_few(self.roster, self.plan, len(past)) else InFull
        self.kinds: InPart | InFull = way(self.costs, list(numbers))
        # Where no two entries are of one kind, the kinds are numbered as the entries are.
        of_entry = self.kinds.of_entry
        self.kind_of = entry_of if self.kinds.many == len(numbers) else list(map(of_entry.__getitem__, entry_of))
        # A plan's assignments iterate by id, as the roster's subjects do.
        self.count: Mapping[tuple[int, str], int] = Counter(zip(self.kind_of, self.plan.assignments.values(), strict=True))
        #: For each of these pairs the number of what it costs.
        self.cost_of = self.kinds.numbers((kind, self.place[unit]) for kind, unit in self.count)

    def closed_faults(self) -> Iterator[Fault]:
        """Assignments that a bar, a pin elsewhere or a forbidden repeat closes."""
        wrong = {pair for pair, number in zip(self.count, self.cost_of, strict=True) if number == CLOSED}
        if not wrong:
            return
        for subject, unit, kind in zip(self.roster.subject_ids, self.plan.assignments.values(), self.kind_of, strict=True):
            if (kind, unit) in wrong:
                yield Fault(
                    "closed_pair",
                    f"Plan.assignments[{shown(subject)}]",
                    shown(unit),
                    "a lead unit that no bar, pin or forbidden repeat closes",
                )

    def load_faults(self) -> Iterator[Fault]:
        """Loads that are not what the assignments give, or outside their bounds."""
        for unit, load in self.loads.items():
            if self.plan.loads[unit] != load:
                yield Fault("wrong_load", f"Plan.loads[{shown(unit)}]", shown(self.plan.loads[unit]), str(load))
            least, most = self.units[unit].min_load, self.units[unit].max_load
            if load < least or (most is not None and load > most):
                yield Fault("load_out_of_bounds", f"Plan.loads[{shown(unit)}]", str(load), f"from {least} to {most}")

    def score_faults(self) -> Iterator[Fault]:
        """A score that is not what the assignments give."""
        values = list(self.zero)
        times: Counter[int] = Counter()
        for number, units in zip(self.cost_of, self.count.values(), strict=True):
            times[0 if number == CLOSED else number] += units
        for number, units in times.items():
            values = [value + cost * units for value, cost in zip(values, self.costs.vectors[number], strict=True)]
        values[self.level["balance"]] = sum(self.of_loads.balance(unit, load) for unit, load in self.loads.items())
        values[self.level["carried"]] = sum(self.of_loads.carried(unit, load) for unit, load in self.loads.items())
        right = Score(levels=tuple(zip(self.names, values, strict=True)))
        if self.plan.score != right:
            yield Fault("wrong_score", "Plan.score", str(self.plan.score.levels), str(right.levels))

    def proof_faults(self) -> Iterator[Fault]:
        """Prices that do not prove the plan; every comparison is of sums of whole numbers, first level first."""
        proof = self.plan.proof
        wanted = len(self.names)
        for name, prices in (*proof.prices.items(), ("sink", proof.sink)):
            if len(prices) != wanted:
                yield Fault(
                    "wrong_length", f"Plan.proof {shown(name)}", counted(len(prices), "number"), f"{wanted}, one a level"
                )
                return
        # A pair's reduced cost is its cost less the lead unit's price; a subject must sit where it is least.
        costs = reduced_costs(self.costs.vectors, [proof.prices[unit] for unit in self.units])
        #: For each kind, which lead units are those that cost it least, as a number with their bits.
        self.tight = self.kinds.tight(costs)
        wrong = [
            (kind, unit)
            for (kind, unit), number in zip(self.count, self.cost_of, strict=True)
            if number == CLOSED or not self.tight[kind] >> self.place[unit] & 1
        ]
        if wrong:
            _, unit = min(wrong)
            yield Fault(
                "not_proved",
                f"Plan.proof {shown(unit)}",
                f"a subject of {unit} that would cost less elsewhere",
                "prices by which every subject sits where it costs least",
            )
            return
        yield from self._sink_faults()

    def _sink_faults(self) -> Iterator[Fault]:
        self.can_rise: set[str] = set()
        self.can_fall: set[str] = set()
        sink = self.plan.proof.sink
        for unit, load in self.loads.items():
            slack = tuple(map(sub, self.plan.proof.prices[unit], sink))
            most = self.units[unit].max_load
            for by, allowed, tight in (
                # Whoever has everybody cannot have one more, whatever its maximum.
                (1, load < len(self.roster.subjects) and (most is None or load < most), self.can_rise),
                (-1, load > self.units[unit].min_load, self.can_fall),
            ):
                if not allowed:
                    continue
                cost = list(self.zero)
                for name, of in (("balance", self.of_loads.balance), ("carried", self.of_loads.carried)):
                    cost[self.level[name]] = of(unit, load + by) - of(unit, load)
                change = tuple(one + by * other for one, other in zip(cost, slack, strict=True))
                if change < self.zero:
                    yield Fault(
                        "not_proved",
                        f"Plan.proof {shown(unit)}",
                        f"a load of {load} that would cost less at {load + by}",
                        "prices by which no load would be better one higher or lower",
                    )
                elif change == self.zero:
                    tight.add(unit)

    def choice_faults(self) -> list[Fault]:
        """An equally good plan that is not the one its tie-break asks for."""
        tie = self.plan.policy.tie_break
        if tie is TieBreak.ANY:
            return []
        order: Sequence[str] = self.roster.subject_ids
        units = sorted(self.units)
        if isinstance(tie, PublicDraw):
            order = sorted(order, key=tie.key)
            units.sort(key=tie.key)
        rank = {unit: position for position, unit in enumerate(units)}
        kinds: Sequence[int] = self.kind_of
        chosen: Iterable[str] = self.plan.assignments.values()
        if isinstance(tie, PublicDraw):
            kind_of = dict(zip(self.roster.subject_ids, self.kind_of, strict=True))
            kinds = [kind_of[subject] for subject in order]
            chosen = map(self.plan.assignments.__getitem__, order)
        if not self._members_in_order(chosen, kinds, rank):
            return [
                Fault(
                    "not_canonical",
                    "Plan.assignments",
                    "like subjects out of order",
                    "like subjects in order take lead units in order",
                )
            ]
        if self._can_be_smaller(list(dict.fromkeys(kinds)), units):
            return [
                Fault(
                    "not_canonical",
                    "Plan.assignments",
                    "an equally good plan",
                    "the first of all equally good plans by its tie-break",
                )
            ]
        return []

    def _members_in_order(self, chosen: Iterable[str], kinds: Sequence[int], rank: Mapping[str, int]) -> bool:
        """Whether the members of each class, in order, take its lead units in order."""
        runs: list[list[tuple[int, str, int]]] = [[] for _ in range(self.kinds.many)]
        for (kind, unit), units in self.count.items():
            runs[kind].append((rank[unit], unit, units))
        # Where hardly two subjects are alike, most classes have one lead unit, and any order is right.
        apart = [len(of_kind) > 1 for of_kind in runs]
        taken = {
            kind: chain.from_iterable(repeat(unit, units) for _, unit, units in sorted(runs[kind]))
            for kind in compress(count(), apart)
        }
        if len(taken) < len(runs):
            wanted = list(map(apart.__getitem__, kinds))
            kinds, chosen = list(compress(kinds, wanted)), compress(chosen, wanted)
        return all(map(eq, map(next, map(taken.__getitem__, kinds)), chosen))

    def _can_be_smaller(self, classes: Sequence[int], in_order: Iterable[str]) -> bool:
        """Whether some class could give a unit to an earlier lead unit, with only later classes and the loads giving way.

        From the last class to the first, the ways by which a unit can be passed on grow.
        """
        ways = Ways(len(self.place), map(self.place.__getitem__, self.can_rise), map(self.place.__getitem__, self.can_fall))
        earlier: dict[int, int] = {}
        before = 0
        for unit in in_order:
            earlier[self.place[unit]] = before
            before |= 1 << self.place[unit]
        used: list[list[int]] = [[] for _ in range(self.kinds.many)]
        for kind, unit in self.count:
            used[kind].append(self.place[unit])
        for kind in reversed(classes):
            tight = self.tight[kind]
            # Whoever has one best lead unit sits there, and cannot give way.
            if tight & tight - 1 == 0:
                continue
            for here in used[kind]:
                if tight & earlier[here] & ways.before[here]:
                    return True
            for here in used[kind]:
                ways.join(here, tight)
        return False
