"""Two plans side by side, and a plan changed within the year as little as can be."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterator
from enum import Enum
from itertools import compress
from operator import ne
from typing import final

import attrs

from supervision_core.rotation.certificate import Infeasible
from supervision_core.rotation.history import History
from supervision_core.rotation.plan import Plan
from supervision_core.rotation.planning import plan_year
from supervision_core.rotation.policy import Objective
from supervision_core.rotation.question import NO_RESTRICTION, YearQuestion
from supervision_core.rotation.roster import Roster
from supervision_core.values.checks import Checks
from supervision_core.values.labels import Label
from supervision_core.values.mappings import IdMap
from supervision_core.values.text import Language, veiled
from supervision_core.values.wording import Names, Wording, wording

__all__ = ["ChangeKind", "ElementaryChange", "Move", "MoveReason", "PlanDiff", "Replan", "diff", "replan"]


_NO_HISTORY = History()


@final
class ChangeKind(Enum):
    """One elementary change between a plan and a new roster."""

    JOINED = "joined"
    LEFT = "left"
    UNIT_GONE = "unit_gone"
    PAIR_CLOSED = "pair_closed"
    PAIR_FLAGGED = "pair_flagged"
    ABOVE_MAXIMUM = "above_maximum"
    BELOW_MINIMUM = "below_minimum"

    @property
    def label(self) -> Label:
        """What people read."""
        return _CHANGE_LABELS[self.value]


_CHANGE_LABELS = {
    "joined": Label("đối tượng mới", "a subject joined"),
    "left": Label("đối tượng thôi thuộc diện", "a subject left"),
    "unit_gone": Label("đầu mối không còn", "its lead unit is gone"),
    "pair_closed": Label("phân công nay bị cản", "the pair is closed now"),
    "pair_flagged": Label("phân công phải lưu ý và tránh được", "the pair is flagged and can be avoided"),
    "above_maximum": Label("vượt mức tối đa", "above the maximum"),
    "below_minimum": Label("dưới mức tối thiểu", "below the minimum"),
}
#: Changes that move the subject they are about.
_MOVES_ITSELF = frozenset({ChangeKind.UNIT_GONE, ChangeKind.PAIR_CLOSED, ChangeKind.PAIR_FLAGGED})


@final
@attrs.frozen(kw_only=True)
class ElementaryChange:
    """What a new roster changes in an adopted plan, broken into single steps."""

    #: What changed.
    kind: ChangeKind
    #: The subject it is about; None for a bound on a load.
    subject_id: str | None = attrs.field(default=None, repr=veiled)
    #: The lead unit it is about; None for a subject that joined.
    lead_unit_id: str | None = None


@final
class MoveReason(Enum):
    """Why a subject got another lead unit."""

    #: Its lead unit is gone.
    UNIT_GONE = "unit_gone"
    #: A bar, a pin or a forbidden repeat closes the pair now.
    PAIR_CLOSED = "pair_closed"
    #: The pair is flagged, and another lead unit is not.
    PAIR_FLAGGED = "pair_flagged"
    #: It gives way, or fills a place, so that others fit.
    MAKES_ROOM = "makes_room"

    @property
    def label(self) -> Label:
        """What people read."""
        return _REASON_LABELS[self.value]


_REASON_LABELS = {
    "unit_gone": Label("đầu mối cũ không còn", "its lead unit is gone"),
    "pair_closed": Label("phân công cũ nay bị cản", "the old pair is closed now"),
    "pair_flagged": Label("phân công cũ phải lưu ý", "the old pair is flagged"),
    "makes_room": Label("nhường chỗ để các phân công khác phù hợp", "it gives way so that the others fit"),
}


@final
@attrs.frozen(kw_only=True)
class Move:
    """A subject that gets another lead unit."""

    #: The subject.
    subject_id: str = attrs.field(repr=veiled)
    #: Its lead unit before.
    before: str
    #: Its lead unit after.
    after: str
    #: Why, in a replan; None where two plans are only compared.
    reason: MoveReason | None = None

    def sentence(self, lang: Language, names: Names | None = None) -> str:
        """The move for people."""
        return move_said(self, wording(lang, names))


def move_said(move: Move, by: Wording) -> str:
    """Who goes from where to where, and why where it was asked."""
    why = "" if move.reason is None else f" ({by.say(move.reason.label)})"
    return f"{by.name(move.subject_id)}: {by.name(move.before)} → {by.name(move.after)}{why}"


@final
@attrs.frozen(kw_only=True)
class Replan:
    """A plan changed within the year: what moved and why, and a proved bound on how much could have to.

    A change forces at most one subject fewer than there are lead units to move, besides the one it is about;
    ``bound`` adds this up over the ``changes``.
    """

    #: The new plan.
    plan: Plan
    #: Who got another lead unit, sorted; those who joined or left are not among them.
    moved: tuple[Move, ...]
    #: How many could have had to move at most, if a plan exists at all.
    bound: int
    #: The single changes between the old plan and the new roster.
    changes: tuple[ElementaryChange, ...]

    def sentence(self, lang: Language, names: Names | None = None) -> str:
        """How many moved, and the bound."""
        return replan_said(self, wording(lang, names))


_MOVED = {
    True: Label(
        "{moved} đối tượng đổi đầu mối (tối đa có thể phải đổi: {bound}), do {changes}.",
        "{moved} subject gets another lead unit (at most {bound} could have had to), for {changes}.",
    ),
    False: Label(
        "{moved} đối tượng đổi đầu mối (tối đa có thể phải đổi: {bound}), do {changes}.",
        "{moved} subjects get another lead unit (at most {bound} could have had to), for {changes}.",
    ),
}
_CHANGE, _CHANGES = Label("thay đổi", "change"), Label("thay đổi", "changes")


def replan_said(replan: Replan, by: Wording) -> str:
    """How many moved, how many could have had to, and for how many changes."""
    moved, bound = len(replan.moved), by.number(replan.bound)
    changes = by.counted(len(replan.changes), _CHANGE, _CHANGES)
    return by.say(_MOVED[moved == 1], moved=by.number(moved), bound=bound, changes=changes)


def replan(
    plan: Plan,
    new_roster: Roster,
    *,
    history: History = _NO_HISTORY,
    progress: Callable[[str, int, int], None] | None = None,
) -> Replan | Infeasible:
    """Change an adopted plan for a new roster so that as few subjects as can be get another lead unit.

    The plan equals that of ``plan_year`` for the same year with the objective MID_YEAR and this plan as the reference.

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
    checks.done()
    policy = attrs.evolve(plan.policy, objective=Objective.MID_YEAR)
    outcome = plan_year(new_roster, year=plan.year, history=history, policy=policy, reference=plan, progress=progress)
    if isinstance(outcome, Infeasible):
        return outcome
    question = YearQuestion(roster=new_roster, year=plan.year, history=history, policy=policy, reference=plan.assignments)
    changes = tuple(_changes(plan, outcome, question))
    direct = {one.subject_id: one.kind for one in changes if one.kind in _MOVES_ITSELF}
    bound = len(changes) * (len(new_roster.lead_units) - 1) + len(direct)
    moved = tuple(attrs.evolve(move, reason=_reason(direct.get(move.subject_id))) for move in _moves(plan, outcome))
    return Replan(plan=outcome, moved=moved, bound=bound, changes=changes)


def _reason(kind: ChangeKind | None) -> MoveReason:
    return MoveReason.MAKES_ROOM if kind is None else MoveReason(kind.value)


def _changes(plan: Plan, outcome: Plan, question: YearQuestion) -> Iterator[ElementaryChange]:
    roster = question.roster
    before = plan.assignments
    present = set(roster.subject_ids)
    loads = dict(plan.loads)
    for subject in sorted(present.difference(before.keys())):
        yield ElementaryChange(kind=ChangeKind.JOINED, subject_id=subject)
    for subject in sorted(before.keys() - present):
        loads[before[subject]] -= 1
        yield ElementaryChange(kind=ChangeKind.LEFT, subject_id=subject, lead_unit_id=before[subject])
    for change in _pair_changes(plan, outcome, question, present):
        if change.kind is not ChangeKind.PAIR_FLAGGED:
            loads[change.lead_unit_id or ""] -= 1
        yield change
    for lead_unit in roster.lead_units:
        load = loads.get(lead_unit.id, 0)
        most = load if lead_unit.max_load is None else lead_unit.max_load
        for _ in range(load - most):
            yield ElementaryChange(kind=ChangeKind.ABOVE_MAXIMUM, lead_unit_id=lead_unit.id)
        # What someone left behind is a change of its own already; a minimum counts only where it was not met before either.
        for _ in range(lead_unit.min_load - plan.loads.get(lead_unit.id, 0)):
            yield ElementaryChange(kind=ChangeKind.BELOW_MINIMUM, lead_unit_id=lead_unit.id)


def _pair_changes(plan: Plan, outcome: Plan, question: YearQuestion, present: set[str]) -> Iterator[ElementaryChange]:
    """Pairs of the plan that cannot, or need not, stay: their lead unit is gone, they are closed now, or flagged."""
    before = plan.assignments
    gone = plan.loads.keys() - set(question.roster.lead_unit_ids)
    # Only these subjects can be concerned, and usually they are few.
    concerned: Collection[str] = before.keys() if question.forbids_repeats else question.roster.restrictions.keys()
    if gone:
        concerned = {*concerned, *(subject for subject, unit in before.items() if unit in gone)}
    for subject in sorted(present.intersection(concerned) & before.keys()):
        unit = before[subject]
        if unit in gone:
            yield ElementaryChange(kind=ChangeKind.UNIT_GONE, subject_id=subject, lead_unit_id=unit)
        elif unit in question.closed_reasons(subject):
            yield ElementaryChange(kind=ChangeKind.PAIR_CLOSED, subject_id=subject, lead_unit_id=unit)
        elif _loses_a_flag(question, subject, unit, outcome.assignments[subject]):
            yield ElementaryChange(kind=ChangeKind.PAIR_FLAGGED, subject_id=subject, lead_unit_id=unit)


def _loses_a_flag(question: YearQuestion, subject: str, before: str, after: str) -> bool:
    _, flagged, _ = question.roster.restrictions.get(subject, NO_RESTRICTION)
    return before in flagged and after not in flagged


def _moves(before: Plan, after: Plan) -> Iterator[Move]:
    old, new = before.assignments, after.assignments
    # Whoever is new has its own lead unit for the old one here, and so has not moved.
    held = map(old.finder, new.keys(), new.values())
    for subject in compress(new.keys(), map(ne, held, new.values())):
        yield Move(subject_id=subject, before=old[subject], after=new[subject])


@final
@attrs.frozen(kw_only=True)
class PlanDiff:
    """How two plans differ, from the first to the second."""

    #: Who has another lead unit, sorted.
    moved: tuple[Move, ...]
    #: Who is only in the second, sorted.
    joined: tuple[str, ...] = attrs.field(repr=veiled)
    #: Who is only in the first, sorted.
    left: tuple[str, ...] = attrs.field(repr=veiled)
    #: The change of each lead unit's load; units whose load is the same are left out.
    loads: IdMap[int]
    #: The change of each level of the score that both have and that differs.
    score: IdMap[int]


def diff(plan_a: Plan, plan_b: Plan) -> PlanDiff:
    """How the second plan differs from the first.

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
    checks.done()
    units = plan_a.loads.keys() | plan_b.loads.keys()
    loads = {unit: plan_b.loads.get(unit, 0) - plan_a.loads.get(unit, 0) for unit in units}
    before, after = dict(plan_a.score.levels), dict(plan_b.score.levels)
    score = {name: after[name] - before[name] for name in before.keys() & after.keys()}
    return PlanDiff(
        moved=tuple(_moves(plan_a, plan_b)),
        joined=tuple(sorted(plan_b.assignments.keys() - plan_a.assignments.keys())),
        left=tuple(sorted(plan_a.assignments.keys() - plan_b.assignments.keys())),
        loads=IdMap({unit: change for unit, change in loads.items() if change}),
        score=IdMap({name: change for name, change in score.items() if change}),
    )
