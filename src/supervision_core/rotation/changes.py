"""Two plans side by side, and a plan changed within the year as little as can be."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Collection, Iterator, Mapping, Sequence
from datetime import date
from itertools import compress, filterfalse
from operator import eq, ne
from typing import final

import attrs

from supervision_core.rotation.certificate import Infeasible
from supervision_core.rotation.history import History, read_until
from supervision_core.rotation.lineage import Held, Lineage, Reform, assignments_through, renamings
from supervision_core.rotation.moves import ChangeKind, ElementaryChange, Move, MoveReason, PlanDiff, Replan
from supervision_core.rotation.plan import Plan
from supervision_core.rotation.planning import plan_asked
from supervision_core.rotation.policy import Objective, RotationPolicy
from supervision_core.rotation.question import NO_RESTRICTION, YearQuestion, ask, reforms_after
from supervision_core.rotation.roster import BarReason, Roster
from supervision_core.rotation.staying import staying_of
from supervision_core.values.checks import Checks, maker
from supervision_core.values.mappings import IdMap, finder_of
from supervision_core.values.text import counted

__all__ = ["diff", "replan"]


_NO_HISTORY = History()
_EMPTY: IdMap[Held] = IdMap()
#: Changes that move the subject they are about.
_MOVES_ITSELF = frozenset({ChangeKind.UNIT_GONE, ChangeKind.PAIR_CLOSED, ChangeKind.PINNED, ChangeKind.PAIR_FLAGGED})
#: A change of its kind, subject and lead unit, whose ids were checked where they come from.
_change = maker(ElementaryChange)


def replan(
    plan: Plan,
    new_roster: Roster,
    *,
    history: History = _NO_HISTORY,
    since: date | None = None,
    progress: Callable[[str, int, int], None] | None = None,
) -> Replan | Infeasible:
    """Change an adopted plan for a new roster so that as few subjects as can be get another lead unit.

    The plan equals that of ``plan_year`` for the same year with the objective MID_YEAR and this plan as the reference.
    The names of the old plan go through the history's lineage: whoever goes along with a merged or renamed lead unit is
    not moved, and where a reform left several, any of them is no change. ``since`` is the day whose names the old plan
    has; None is 1 January of its year, and has to be given for the plan of a replan once a reform of its year applies.

    >>> import supervision_core as sc
    >>> units = [sc.LeadUnit(id="u"), sc.LeadUnit(id="v")]
    >>> def roster(*ids):
    ...     return sc.Roster(subjects=[sc.Subject(id=one) for one in ids], lead_units=units)
    >>> plan = sc.plan_year(roster("s1", "s2", "s3"), year=2021)
    >>> changed = sc.replan(plan, roster("s2", "s3", "s4"))
    >>> print(changed.sentence("en"))
    0 subjects get another lead unit (at most 2 could have had to), for 2 changes.
    """
    checks = Checks("replan")
    checks.kind("plan", plan, Plan, "a Plan")
    checks.kind("new_roster", new_roster, Roster, "a Roster")
    checks.kind("history", history, History, "a History")
    checks.optional_day("since", since)
    checks.arguments(replan, progress=progress)
    checks.done()
    reforms = reforms_after(checks, plan, history.lineage, since)
    checks.done()
    _check_history(checks, plan, read_until(history, since or date(plan.year, 1, 1)))
    checks.done()
    reference = assignments_through(reforms, plan.assignments)
    policy = attrs.evolve(plan.policy, objective=Objective.MID_YEAR)
    question = ask(new_roster, plan.year, history, policy, reference)
    staying = staying_of(question)
    outcome = plan_asked(question, staying, progress)
    if isinstance(outcome, Infeasible):
        return outcome
    step = _Step(reference, outcome, None if staying is None else staying.not_staying())
    changes = tuple(_changes(step, question))
    direct = {one.subject_id: one.kind for one in changes if one.kind in _MOVES_ITSELF}
    bound = len(changes) * (len(new_roster.lead_units) - 1) + len(direct)
    joined = sum(one.kind is ChangeKind.JOINED for one in changes)
    return Replan(
        plan=outcome,
        moved=tuple(attrs.evolve(move, reason=_reason(direct.get(move.subject_id))) for move in step.moves()),
        renamed=renamings(reforms, plan.loads),
        bound=min(bound, len(outcome.assignments) - joined),
        changes=changes,
    )


def _check_history(checks: Checks, plan: Plan, history: History) -> None:
    """Whether the history holds all the meetings that the plan's score counts; more may have been found since."""
    met = {plan.year - year: history.column(year) for year in history.before(plan.year).years}
    for age, value in enumerate(plan.score.repeats, start=1):
        found = _meetings(plan.assignments, met.get(age, _EMPTY)) if value else 0
        if found < value:
            repeats = counted(value, "was a repeat", "were repeats")
            expected = f"the History that the plan was made with, by which {repeats} of that year"
            checks.fault("other_history", "history", f"{counted(found, 'meeting')} in {plan.year - age}", expected)
    familiar = dict(plan.score.levels).get("familiarity")
    if familiar and not any(_meetings(plan.assignments, column) for column in met.values()):
        checks.fault("other_history", "history", "no earlier meetings", "the History that the plan was made with")


def _meetings(assignments: IdMap[str], column: IdMap[Held]) -> int:
    """How many assignments a year holds already."""
    found: int = sum(map(eq, map(finder_of(column), assignments.keys()), assignments.values()))
    if tuple not in {*map(type, {*column.values()})}:
        return found
    several = (subject for subject, held in column.items() if isinstance(held, tuple) and subject in assignments)
    return found + sum(assignments[subject] in column[subject] for subject in several)


def _reason(kind: ChangeKind | None) -> MoveReason:
    return MoveReason.MAKES_ROOM if kind is None else MoveReason(kind.value)


@final
class _Step:
    """From the lead units of before, by the names of today, to those of a plan."""

    def __init__(self, reference: IdMap[Held], after: Plan, others: Collection[str] | None = None) -> None:
        self.reference, self.after = reference, after
        #: Whom a change can be about, sorted; all others keep a lead unit of before. None is everybody.
        self.others = others
        #: One lead unit of before for each: where a reform left several, the one that the plan keeps, or the first.
        self.base: Mapping[str, str] = reference  # type: ignore[assignment]  # the usual case, all are one
        if tuple in {*map(type, {*reference.values()})}:
            several = [subject for subject, held in reference.items() if isinstance(held, tuple)]
            new = after.assignments
            self.base = {**self.base, **{one: _kept(reference[one], new.get(one)) for one in several}}

    def moves(self) -> Iterator[Move]:
        """Who has another lead unit."""
        new = self.after.assignments
        concerned = new.keys() if self.others is None else self.others
        units = new.values() if self.others is None else map(new.__getitem__, self.others)
        # Whoever is new has its own lead unit for the old one here, and so has not moved.
        held = map(finder_of(self.reference), concerned, units)
        now = new.values() if self.others is None else map(new.__getitem__, self.others)
        for subject in compress(concerned, map(ne, held, now)):
            before = self.reference[subject]
            if isinstance(before, str) or new[subject] not in before:
                yield Move(subject_id=subject, before=before, after=new[subject])


def _kept(held: Held, now: str | None) -> str:
    return now if now is not None and now in held else held[0]


def _changes(step: _Step, question: YearQuestion) -> Iterator[ElementaryChange]:
    roster, before, after = question.roster, step.base, step.after.assignments
    at_first = Counter(before.values())
    loads = Counter(at_first)
    joined = list(filterfalse(before.keys().__contains__, after if step.others is None else step.others))
    for subject in joined:
        yield _change(ChangeKind.JOINED, subject, None)
    # As many left as are not matched by those who did not join.
    if len(after) - len(joined) < len(before):
        for subject in sorted(filterfalse(finder_of(after), before)):
            loads[before[subject]] -= 1
            yield _change(ChangeKind.LEFT, subject, before[subject])
    for change in _pair_changes(step, question):
        if change.kind is not ChangeKind.PAIR_FLAGGED:
            loads[change.lead_unit_id or ""] -= 1
        yield change
    for lead_unit in roster.lead_units:
        load = loads[lead_unit.id]
        most = load if lead_unit.max_load is None else lead_unit.max_load
        for _ in range(load - most):
            yield _change(ChangeKind.ABOVE_MAXIMUM, None, lead_unit.id)
        # What someone left behind is a change of its own already; a minimum counts only where it was not met before either.
        for _ in range(lead_unit.min_load - at_first[lead_unit.id]):
            yield _change(ChangeKind.BELOW_MINIMUM, None, lead_unit.id)


def _pair_changes(step: _Step, question: YearQuestion) -> Iterator[ElementaryChange]:
    """Pairs of the plan that cannot, or need not, stay: their lead unit is gone, they are closed now, or flagged."""
    before = step.base
    gone = {*before.values()} - question.units
    for subject in _concerned(step, question, gone) if step.others is None else step.others:
        if subject not in before:
            continue
        unit = before[subject]
        if unit in gone:
            yield _change(ChangeKind.UNIT_GONE, subject, unit)
        elif reasons := question.closed_reasons(subject).get(unit):
            pinned = reasons == (BarReason.PINNED_ELSEWHERE,)
            kind = ChangeKind.PINNED if pinned else ChangeKind.PAIR_CLOSED
            yield _change(kind, subject, unit)
        elif _loses_a_flag(question, subject, unit, step.after.assignments[subject]):
            yield _change(ChangeKind.PAIR_FLAGGED, subject, unit)


def _concerned(step: _Step, question: YearQuestion, gone: Collection[str]) -> list[str]:
    """Whose lead unit is gone, or whose pair may be closed or marked, sorted; found kind by kind, for thousands are alike."""
    before = step.base
    unit_of = finder_of(before) if isinstance(before, IdMap) else before.get
    found = {*question.roster.restrictions, *compress(before, map(gone.__contains__, before.values()))}
    for alike in question.by_kind(list(step.after.assignments)) if question.forbids_repeats else ():
        closed = question.closed_reasons(alike[0])
        found.update(compress(alike, map(closed.__contains__, map(unit_of, alike))))
    return sorted(found & step.after.assignments.keys())


def _loses_a_flag(question: YearQuestion, subject: str, before: str, after: str) -> bool:
    flagged = question.roster.restrictions.get(subject, NO_RESTRICTION)[1]
    return before in flagged and after not in flagged


_NOTHING_CHANGED = Lineage()


def diff(plan_a: Plan, plan_b: Plan, lineage: Lineage | None = None, since: date | None = None) -> PlanDiff:
    """How the second plan differs from the first, whose names go through the lineage up to the second plan's.

    ``since`` is the day whose names the first plan has; None is 1 January of its year. Levels of the score are compared as
    far as both policies mean the same by them. Two plans that have no subject in common are refused: where all names changed,
    the lineage is missing.

    >>> import supervision_core as sc
    >>> roster = sc.Roster(subjects=[sc.Subject(id="s1")], lead_units=[sc.LeadUnit(id="u"), sc.LeadUnit(id="v")])
    >>> first = sc.plan_year(roster, year=2021)
    >>> second = sc.plan_year(roster, year=2022, history=sc.History().with_plan(first))
    >>> [move.sentence("en") for move in sc.diff(first, second).moved]
    ['s1: u → v']
    """
    checks = Checks("diff")
    checks.kind("plan_a", plan_a, Plan, "a Plan")
    checks.kind("plan_b", plan_b, Plan, "a Plan")
    checks.optional_kind("lineage", lineage, Lineage, "a Lineage")
    checks.optional_day("since", since)
    checks.done()
    # An annual plan has the names of its 1 January, a changed one those of some later day of its year.
    last = date(plan_b.year, 12, 31) if plan_b.policy.objective is Objective.MID_YEAR else date(plan_b.year, 1, 1)
    reforms = [one for one in reforms_after(checks, plan_a, lineage or _NOTHING_CHANGED, since) if one.on <= last]
    checks.done()
    step = _Step(assignments_through(reforms, plan_a.assignments), plan_b)
    if plan_a.assignments and plan_b.assignments and step.base.keys().isdisjoint(plan_b.assignments):
        expected = "a plan with some subjects of the first, by today's names; where all changed, the lineage"
        checks.fault("nothing_in_common", "plan_b", counted(len(plan_b.assignments), "other subject"), expected)
    checks.done()
    held = _loads(plan_a, step, reforms)
    loads = {unit: plan_b.loads.get(unit, 0) - held.get(unit, 0) for unit in plan_b.loads.keys() | held.keys()}
    before, after = dict(plan_a.score.levels), dict(plan_b.score.levels)
    unlike = _levels_of_another_meaning(plan_a.policy, plan_b.policy)
    score = {
        name: after[name] - before[name]
        for name in before.keys() & after.keys()
        if name.partition("_")[0] not in unlike and name not in unlike
    }
    return PlanDiff(
        moved=tuple(step.moves()),
        renamed=renamings(reforms, plan_a.loads),
        joined=tuple(plan_b.assignments.keys() - step.base.keys()),
        left=tuple(step.base.keys() - plan_b.assignments.keys()),
        loads={unit: change for unit, change in loads.items() if change},
        score={name: change for name, change in score.items() if change},
    )


def _levels_of_another_meaning(before: RotationPolicy, after: RotationPolicy) -> set[str]:
    """The levels by which two policies do not mean the same."""
    found = set() if before.carry_rest == after.carry_rest else {"balance", "carried"}
    return found if before.tenure_years == after.tenure_years else {*found, "repeats", "cut_short"}


def _loads(plan: Plan, step: _Step, reforms: Sequence[Reform]) -> Mapping[str, int]:
    """How many each lead unit of the first plan had, by the names of today."""
    return Counter(step.base.values()) if reforms else plan.loads
