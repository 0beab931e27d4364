"""Why this lead unit and no other, and what an arrangement from elsewhere lacks."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from itertools import chain
from typing import final

import attrs

from supervision_core.rotation.certificate import Infeasible
from supervision_core.rotation.history import History
from supervision_core.rotation.plan import Plan, Score
from supervision_core.rotation.planning import plan_year
from supervision_core.rotation.policy import RotationPolicy, level_names
from supervision_core.rotation.question import NO_RESTRICTION, YearQuestion, ask, held_by
from supervision_core.rotation.roster import BarReason, Roster
from supervision_core.values.checks import Checks, as_tuple
from supervision_core.values.errors import Fault, InvalidInput
from supervision_core.values.labels import Label
from supervision_core.values.mappings import IdMap
from supervision_core.values.text import Language, composed, shown, veiled

__all__ = ["Alternative", "Audit", "Explanation", "audit_plan", "explain_assignment", "score_of"]


def score_of(question: YearQuestion, assignments: Mapping[str, str]) -> Score:
    """How good assignments are, each subject of the roster having exactly one lead unit of the roster."""
    roster = question.roster
    names = level_names(question.policy)
    values = dict.fromkeys(names, 0)
    for subject, unit in assignments.items():
        _, flagged, _ = roster.restrictions.get(subject, NO_RESTRICTION)
        values["flagged"] += unit in flagged
        ages = [
            question.year - year
            for year in question.history.years
            if unit in held_by(question.history.column(year).get(subject))
        ]
        for age in ages:
            if age <= question.policy.cooling_off_years:
                values[f"repeats_{age}"] += 1
        values["familiarity"] += len(ages) ** 2
        before = None if question.reference is None else question.reference.get(subject)
        values["changes"] += before is not None and before != unit
    loads = Counter(assignments.values())
    shares = sum(unit.share for unit in roster.lead_units)
    values["balance"] = sum((shares * loads[unit.id] - len(assignments) * unit.share) ** 2 for unit in roster.lead_units)
    return Score(levels=tuple((name, values[name]) for name in names))


_NO_HISTORY = History()
_DEFAULT_POLICY = RotationPolicy()


@final
@attrs.frozen(kw_only=True)
class Alternative:
    """Another lead unit for one subject: closed, impossible together with the rest, or worse on a level."""

    #: The other lead unit.
    lead_unit_id: str
    #: Why the pair is closed; () when it is open.
    closed: tuple[BarReason, ...] = ()
    #: The first level on which the best plan with it differs; None when the pair is closed, or no level differs.
    level: str | None = None
    #: By how much it is worse on that level; below zero, and so better, only if the plan explained is not optimal.
    cost: int = 0
    #: Whether the pair is open but leaves no plan for the others.
    is_impossible: bool = False

    def sentence(self, lang: Language) -> str:
        """The alternative for people."""
        return f"{self.lead_unit_id}: {self._why(lang)}"

    def _why(self, lang: Language) -> str:
        if self.closed:
            reasons = ", ".join(reason.label.text(lang) for reason in self.closed)
            return f"{'bị cản' if lang == 'vi' else 'closed'} ({reasons})"
        if self.is_impossible:
            return "không còn phương án cho các đối tượng khác" if lang == "vi" else "leaves no plan for the others"
        if self.level is None:
            return "tốt ngang nhau; thứ tự quyết định" if lang == "vi" else "equally good; the tie-break decides"
        name = _LEVEL_LABELS.get(self.level.partition("_")[0], Label(self.level, self.level)).text(lang)
        words = _WORSE if self.cost > 0 else _BETTER
        return f"{words.text(lang)} {abs(self.cost)} ({name})"


_WORSE = Label("kém hơn", "worse by")
_BETTER = Label("tốt hơn", "better by")
_LEVEL_LABELS = {
    "flagged": Label("phân công phải lưu ý", "flagged pairs"),
    "repeats": Label("lặp lại đầu mối", "repeats"),
    "balance": Label("cân đối số lượng", "balance of the loads"),
    "familiarity": Label("đã từng giám sát", "familiarity"),
    "changes": Label("thay đổi so với phương án trước", "changes against the reference"),
}


@final
@attrs.frozen(kw_only=True)
class Explanation:
    """Why a subject has its lead unit: what stands against every other one."""

    #: The subject.
    subject_id: str = attrs.field(repr=veiled)
    #: Its lead unit.
    lead_unit_id: str
    #: Every other lead unit, sorted.
    others: tuple[Alternative, ...]

    def sentence(self, lang: Language) -> str:
        """The explanation for people."""
        others = "; ".join(other.sentence(lang) for other in self.others)
        return f"{self.subject_id} → {self.lead_unit_id}. {others}"


def explain_assignment(plan: Plan, roster: Roster, subject_id: str, *, history: History = _NO_HISTORY) -> Explanation:
    """Per other lead unit: why it is closed to the subject, or what it would have cost and on which level.

    Exact: for each open one the best plan with the subject pinned there is found. Raises ``InvalidInput`` for a subject
    that the plan or the roster does not have.

    >>> import supervision_core as sc
    >>> roster = sc.Roster(subjects=[sc.Subject(id="s1")], lead_units=[sc.LeadUnit(id="u"), sc.LeadUnit(id="v")])
    >>> history = sc.History.of({2020: {"s1": "u"}})
    >>> plan = sc.plan_year(roster, year=2021, history=history)
    >>> print(sc.explain_assignment(plan, roster, "s1", history=history).sentence("en"))
    s1 → v. u: worse by 1 (repeats)
    """
    checks = Checks("explain_assignment")
    checks.kind("plan", plan, Plan, "a Plan")
    checks.kind("roster", roster, Roster, "a Roster")
    checks.done()
    subject = composed(subject_id)
    if subject not in plan.assignments or subject not in roster.subject_ids:
        raise InvalidInput((Fault("unknown_id", "subject_id", shown(subject_id), "a subject of the plan and the roster"),))
    question = ask(roster, plan.year, history, plan.policy, plan.reference)
    return Explanation(
        subject_id=subject,
        lead_unit_id=plan.assignments[subject],
        others=tuple(_alternatives(plan, question, subject)),
    )


def _alternatives(plan: Plan, question: YearQuestion, subject: str) -> Iterator[Alternative]:
    reasons = question.closed_reasons(subject)
    for unit in question.roster.lead_unit_ids:
        if unit == plan.assignments[subject]:
            continue
        if unit in reasons:
            yield Alternative(lead_unit_id=unit, closed=reasons[unit])
            continue
        pinned = attrs.evolve(question.roster, pins={**question.roster.pins, subject: unit})
        best = plan_year(pinned, year=plan.year, history=question.history, policy=plan.policy, reference=plan.reference)
        if isinstance(best, Infeasible):
            yield Alternative(lead_unit_id=unit, is_impossible=True)
            continue
        worse = [
            (name, one - other) for (name, one), other in zip(best.score.levels, plan.score.values, strict=True) if one != other
        ]
        name, cost = worse[0] if worse else (None, 0)
        yield Alternative(lead_unit_id=unit, level=name, cost=cost)


@final
@attrs.frozen(kw_only=True)
class Audit:
    """What is wrong with assignments from anywhere, and what an optimal plan would have been."""

    #: Every fault: overlaps, gaps, unknown ids, closed pairs, loads out of bounds.
    faults: tuple[Fault, ...] = attrs.field(repr=veiled)
    #: The score of the assignments as they are; None where they are not one open lead unit for every subject.
    score: Score | None
    #: The optimal plan of the same question, or why there is none.
    best: Plan | Infeasible

    @property
    def is_optimal(self) -> bool:
        """Whether nothing is wrong and no plan scores better."""
        return not self.faults and isinstance(self.best, Plan) and self.score == self.best.score


def audit_plan(
    assignments: Mapping[str, str] | Iterable[tuple[str, str]],
    roster: Roster,
    *,
    year: int,
    history: History = _NO_HISTORY,
    policy: RotationPolicy = _DEFAULT_POLICY,
    reference: Plan | Mapping[str, str] | None = None,
) -> Audit:
    """Every fault of a plan made elsewhere, and what an optimal one would have scored.

    ``assignments`` is a mapping or (subject, lead unit) pairs; a subject given twice is an overlap, not an error.

    >>> import supervision_core as sc
    >>> units = [sc.LeadUnit(id="u"), sc.LeadUnit(id="v")]
    >>> roster = sc.Roster(subjects=[sc.Subject(id="s1"), sc.Subject(id="s2")], lead_units=units)
    >>> audit = sc.audit_plan([("s1", "u"), ("s1", "v")], roster, year=2021)
    >>> [fault.code for fault in audit.faults]
    ['overlap', 'not_assigned']
    """
    question = ask(roster, year, history, policy, reference)
    held = _held(assignments)
    faults = [*_coverage_faults(question, held), *_pair_faults(question, held)]
    is_plan = not faults
    faults.extend(_load_faults(question, held))
    found = IdMap({subject: units[0] for subject, units in held.items()}) if is_plan else None
    return Audit(
        faults=tuple(faults),
        score=None if found is None else score_of(question, found),
        best=plan_year(roster, year=year, history=history, policy=policy, reference=reference),
    )


def _held(assignments: Mapping[str, str] | Iterable[tuple[str, str]]) -> dict[str, list[str]]:
    """The lead units of each subject that is named; what is no pair of texts is refused, all at once."""
    given: Iterable[tuple[str, str]] = assignments.items() if isinstance(assignments, Mapping) else assignments  # pyright: ignore[reportAssignmentType]
    pairs = as_tuple(given)
    checks = Checks("audit_plan")
    if checks.each("assignments", pairs, tuple, "a pair (subject id, lead unit id)"):
        for position, pair in enumerate(pairs):
            if len(pair) != 2 or not all(isinstance(one, str) for one in pair):  # noqa: PLR2004  a pair
                checks.fault("wrong_kind", f"assignments[{position}]", pair, "a pair (subject id, lead unit id)")
    checks.done()
    held: dict[str, list[str]] = {}
    for subject, unit in pairs:
        held.setdefault(composed(subject), []).append(composed(unit))
    return held


def _coverage_faults(question: YearQuestion, held: Mapping[str, list[str]]) -> Iterator[Fault]:
    present, units = set(question.roster.subject_ids), set(question.roster.lead_unit_ids)
    for subject in sorted(held.keys() | present):
        place = f"assignments[{shown(subject)}]"
        given = held.get(subject, [])
        if subject not in present:
            yield Fault("unknown_id", place, shown(subject), "a subject of the roster")
        if not given:
            yield Fault("not_assigned", place, "nothing", "a lead unit for every subject")
        if len(given) > 1:
            yield Fault("overlap", place, ", ".join(map(shown, given)), "exactly one lead unit")
        for unit in given:
            if unit not in units:
                yield Fault("unknown_id", place, shown(unit), "a lead unit of the roster")


def _pair_faults(question: YearQuestion, held: Mapping[str, list[str]]) -> Iterator[Fault]:
    for subject in question.roster.subject_ids:
        reasons = question.closed_reasons(subject) if subject in held else {}
        for unit in held.get(subject, ()):
            if unit in reasons:
                why = ", ".join(reason.name for reason in reasons[unit])
                yield Fault(
                    "closed_pair",
                    f"assignments[{shown(subject)}]",
                    shown(unit),
                    f"an open lead unit; this one is closed ({why})",
                )


def _load_faults(question: YearQuestion, held: Mapping[str, list[str]]) -> Iterator[Fault]:
    loads = Counter(chain.from_iterable(held.values()))
    for lead_unit in question.roster.lead_units:
        load = loads[lead_unit.id]
        if load < lead_unit.min_load or (lead_unit.max_load is not None and load > lead_unit.max_load):
            at_most = "" if lead_unit.max_load is None else f" and at most {lead_unit.max_load}"
            expected = f"at least {lead_unit.min_load}{at_most}"
            yield Fault("load_out_of_bounds", f"loads[{shown(lead_unit.id)}]", str(load), expected)
