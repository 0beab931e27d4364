"""The question of one year, read and checked, and its subjects grouped into rows of subjects that are alike.

Two subjects are alike when for each lead unit both are closed, or both get the same flag, repeats, familiarity and change.
What a subject is alike by is read off a few columns (its restrictions, each recorded year, the reference), so that the cost
a subject adds is a few dictionary look-ups; all else depends on how many different rows there are.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from itertools import count
from typing import cast, final

import attrs

from supervision_core.allocation.problem import BALANCE, AllocationProblem, Costs, Row
from supervision_core.rotation.history import Held, History
from supervision_core.rotation.lineage import FIRST_YEAR, LAST_YEAR
from supervision_core.rotation.plan import Plan
from supervision_core.rotation.policy import Objective, PublicDraw, Repeats, RotationPolicy
from supervision_core.rotation.roster import BarReason, LeadUnit, Restriction, Roster, Severity
from supervision_core.values.checks import Checks
from supervision_core.values.errors import Fault
from supervision_core.values.mappings import IdMap
from supervision_core.values.text import composed, identifier_fault, shown

__all__ = ["Grouping", "YearQuestion", "ask", "group", "history_faults"]


NO_RESTRICTION: Restriction = (frozenset(), frozenset(), None)


@final
@attrs.frozen(kw_only=True)
class YearQuestion:
    """What a year's plan is asked of, checked as a whole."""

    roster: Roster
    year: int
    history: History
    policy: RotationPolicy
    reference: IdMap[str] | None

    @property
    def forbids_repeats(self) -> bool:
        """Whether a repeat within the cooling-off closes a pair."""
        return self.policy.repeats is Repeats.FORBID

    def closed_reasons(self, subject_id: str) -> dict[str, tuple[BarReason, ...]]:
        """The lead units that are closed to a subject, each with every reason, in the order of ``BarReason``."""
        reasons: dict[str, set[BarReason]] = {}
        closed, _, pin = self.roster.restrictions.get(subject_id, NO_RESTRICTION)
        if closed:
            for bar in self.roster.bars_of(subject_id):
                if bar.severity is Severity.HARD:
                    reasons.setdefault(bar.lead_unit_id, set()).add(bar.reason)
        for unit in self.roster.lead_unit_ids:
            if pin is not None and unit != pin:
                reasons.setdefault(unit, set()).add(BarReason.PINNED_ELSEWHERE)
            if self.forbids_repeats and self._is_recent(subject_id, unit):
                reasons.setdefault(unit, set()).add(BarReason.COOLING_OFF)
        order = list(BarReason)
        return {unit: tuple(sorted(found, key=order.index)) for unit, found in reasons.items()}

    def _is_recent(self, subject_id: str, unit: str) -> bool:
        for age in range(1, self.policy.cooling_off_years + 1):
            if unit in held_by(self.history.column(self.year - age).get(subject_id)):
                return True
        return False


def held_by(held: Held | None) -> tuple[str, ...]:
    """The lead units of a history's entry, as a tuple."""
    if held is None:
        return ()
    return held if isinstance(held, tuple) else (held,)


def ask(roster: object, year: object, history: object, policy: object, reference: object) -> YearQuestion:
    """The question, or ``InvalidInput`` with everything that is wrong with it."""
    checks = Checks("plan_year")
    checks.kind("roster", roster, Roster, "a Roster")
    checks.whole("year", year, at_least=FIRST_YEAR, at_most=LAST_YEAR)
    checks.kind("history", history, History, "a History")
    checks.kind("policy", policy, RotationPolicy, "a RotationPolicy")
    if not checks.clean:
        checks.done()
    assert isinstance(roster, Roster)
    assert isinstance(year, int)
    assert isinstance(history, History)
    assert isinstance(policy, RotationPolicy)
    checks.add(history_faults(roster, year, history))
    read = _read_reference(reference, checks)
    if read is None and policy.objective is Objective.MID_YEAR and checks.clean:
        checks.fault("missing", "reference", None, "the assignments that are to change little, since the objective is MID_YEAR")
    checks.done()
    return YearQuestion(roster=roster, year=year, history=history, policy=policy, reference=read)


def history_faults(roster: Roster, year: int, history: History) -> list[Fault]:
    """What is wrong with a history for planning a year with a roster."""
    faults = []
    known = {*roster.lead_unit_ids, *roster.former_units}
    for recorded in history.years:
        if recorded >= year:
            faults.append(
                Fault(
                    "year_not_past",
                    f"History[{recorded}]",
                    str(recorded),
                    f"only years before {year}; History.before({year}) keeps them",
                )
            )
            continue
        expected = "a lead unit of the roster, or one that former_units lists"
        unknown = sorted(history.lead_units_in(recorded) - known)
        faults.extend(Fault("unknown_id", f"History[{recorded}]", shown(unit), expected) for unit in unknown)
    return faults


def _read_reference(reference: object, checks: Checks) -> IdMap[str] | None:
    if reference is None:
        return None
    if isinstance(reference, Plan):
        return reference.assignments
    if isinstance(reference, IdMap):
        return reference
    if not checks.kind("reference", reference, Mapping, "a Plan or a mapping from subject ids to lead unit ids"):
        return None
    assert isinstance(reference, Mapping)
    read: dict[str, str] = {}
    for subject, unit in reference.items():
        for one in (composed(subject), composed(unit)):
            if (fault := identifier_fault(one)) is not None:
                checks.fault(fault[0], f"reference[{shown(subject)}]", one, fault[1])
        if composed(subject) in read:
            checks.fault("duplicate", f"reference[{shown(subject)}]", subject, "each subject once, in composed Unicode")
        read[composed(subject)] = composed(unit)
    return IdMap(read) if checks.clean else None


@final
@attrs.frozen(kw_only=True)
class Grouping:
    """A question as rows and columns: ``row_of[i]`` is the row of ``subjects[i]``, ``units[j]`` the lead unit of column j."""

    problem: AllocationProblem
    subjects: Sequence[str]
    units: tuple[str, ...]
    row_of: Sequence[int]


def group(question: YearQuestion) -> Grouping:
    """The question with subjects and lead units in the order of its tie-break."""
    roster, tie = question.roster, question.policy.tie_break
    subjects: Sequence[str] = roster.subject_ids
    units = roster.lead_unit_ids
    if isinstance(tie, PublicDraw):
        subjects = sorted(subjects, key=tie.key)
        units = tuple(sorted(units, key=tie.key))
    reading = _Reading(question, units)
    columns = reading.columns(subjects)
    if columns:
        numbers: defaultdict[tuple[object, ...], int] = defaultdict(count().__next__)
        signature_of = list(map(numbers.__getitem__, zip(*columns, strict=True)))
        signatures = list(numbers)
    else:
        signature_of = [0] * len(subjects)
        signatures = [()] if subjects else []
    rows: dict[tuple[int, tuple[Costs, ...]], int] = {}
    row_of_signature = [rows.setdefault(reading.row(signature), len(rows)) for signature in signatures]
    row_of = signature_of if len(rows) == len(signatures) else list(map(row_of_signature.__getitem__, signature_of))
    sizes = Counter(row_of)
    by_id = {unit.id: unit for unit in roster.lead_units}
    problem = AllocationProblem(
        rows=tuple(Row(sizes[number], mask, costs) for (mask, costs), number in rows.items()),
        lows=tuple(by_id[unit].min_load for unit in units),
        highs=tuple(_most(by_id[unit], len(subjects)) for unit in units),
        scale=sum(unit.share for unit in roster.lead_units),
        targets=tuple(len(subjects) * by_id[unit].share for unit in units),
        levels=_levels(question),
    )
    return Grouping(problem=problem, subjects=subjects, units=units, row_of=row_of)


def _most(unit: LeadUnit, subjects: int) -> int:
    """The most that can matter: never more than there are subjects, never less than the minimum."""
    enough = max(subjects, unit.min_load)
    return enough if unit.max_load is None else min(unit.max_load, enough)


def _levels(question: YearQuestion) -> tuple[int, ...]:
    """Positions in ``Row.costs``: 0 is flagged, 1 to k are the repeats, then familiarity and changes."""
    years = question.policy.cooling_off_years
    repeats = tuple(range(1, years + 1))
    if question.policy.objective is Objective.ANNUAL:
        return (0, *repeats, BALANCE, years + 1, years + 2)
    return (0, years + 2, *repeats, BALANCE, years + 1)


@final
class _Reading:
    """Reads the columns of a question and turns what they say of a subject into its row."""

    def __init__(self, question: YearQuestion, units: tuple[str, ...]) -> None:
        self.question = question
        self.bit = {unit: 1 << position for position, unit in enumerate(units)}
        self.all = (1 << len(units)) - 1
        self.forbid = question.policy.repeats is Repeats.FORBID
        self.cooling = question.policy.cooling_off_years
        ages = [question.year - year for year in question.history.years]
        #: For each recorded year its place among the repeats; the oldest years count for familiarity only.
        self.ages = [age if age <= self.cooling else 0 for age in ages]
        self.masks: dict[object, int] = {None: 0}
        # Costs that are alike are one object: incompressible histories have a row for every subject.
        self.once: dict[int, Costs] = {0: ()}

    def columns(self, subjects: Sequence[str]) -> list[Iterable[object]]:
        """The recorded years, then the restrictions and the reference (where there are any)."""
        question = self.question
        found: list[Iterable[object]] = [map(question.history.column(year).get, subjects) for year in question.history.years]
        if question.roster.restrictions:
            found.append(map(question.roster.restrictions.get, subjects))
        if question.reference is not None:
            found.append(map(question.reference.finder, subjects))
        return found

    def row(self, signature: tuple[object, ...]) -> tuple[int, tuple[Costs, ...]]:
        """The open columns and the costs of a subject with these entries in the columns."""
        held = [self._mask(entry) for entry in signature[: len(self.ages)]]
        rest = list(signature[len(self.ages) :])
        mask, flagged = self._open(rest)
        if self.forbid:
            for age, one in zip(self.ages, held, strict=True):
                if age:
                    mask &= ~one
        costs: list[Costs] = [()] * (self.cooling + 3)
        costs[0] = self._cost(mask & flagged)
        if not self.forbid:
            for age, one in zip(self.ages, held, strict=True):
                if age and one & mask:
                    costs[age] = self._cost(one & mask)
        costs[-2] = self._squares(mask, held)
        if rest and rest[-1] is not None:
            costs[-1] = self._cost(mask & ~self.bit.get(cast("str", rest[-1]), 0))
        return mask, tuple(costs)

    def _open(self, rest: list[object]) -> tuple[int, int]:
        """The columns that no bar and no pin closes, and the flagged ones; what was read is taken off the list."""
        if not self.question.roster.restrictions:
            return self.all, 0
        closed, flagged, pin = cast("Restriction | None", rest.pop(0)) or NO_RESTRICTION
        mask = self.all & ~self._units(closed)
        return mask if pin is None else mask & self.bit[pin], self._units(flagged)

    def _mask(self, entry: object) -> int:
        """The columns of an entry of the history; former lead units have none."""
        found = self.masks.get(entry)
        if found is None:
            found = self.masks[entry] = self._units(held_by(cast("Held", entry)))
        return found

    def _units(self, units: Iterable[str]) -> int:
        mask = 0
        for unit in units:
            mask |= self.bit.get(unit, 0)
        return mask

    def _cost(self, mask: int) -> Costs:
        """A cost of 1 at these columns."""
        found = self.once.get(mask)
        if found is None:
            found = self.once[mask] = ((1, mask),)
        return found

    def _squares(self, mask: int, held: list[int]) -> Costs:
        """Familiarity: the square of the number of recorded years, by lead unit."""
        once = 0
        for one in held:
            if once & one:
                return _squares_of_several(mask, held)
            once |= one
        return self._cost(mask & once)


def _squares_of_several(mask: int, held: list[int]) -> Costs:
    # layers[k]: the columns that had the subject in more than k of the recorded years.
    layers: list[int] = []
    for one in held:
        carried = one & mask
        for position, layer in enumerate(layers):
            layers[position], carried = layer | carried, layer & carried
        if carried:
            layers.append(carried)
    found = []
    for position, layer in enumerate(layers):
        above = layers[position + 1] if position + 1 < len(layers) else 0
        if layer & ~above:
            found.append(((position + 1) ** 2, layer & ~above))
    return tuple(found)
