"""Why this lead unit and no other, and what an arrangement from elsewhere lacks."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import chain
from typing import final

import attrs

from supervision_core.allocation.problem import Spans, Squares
from supervision_core.rotation.alternatives import Surroundings
from supervision_core.rotation.certificate import Infeasible
from supervision_core.rotation.explaining import Alternative, Explanation
from supervision_core.rotation.history import History
from supervision_core.rotation.leading import LeadUnitWarning, not_leading
from supervision_core.rotation.plan import Plan, Score
from supervision_core.rotation.planning import plan_year
from supervision_core.rotation.policy import RotationPolicy, level_names
from supervision_core.rotation.question import NO_RESTRICTION, YearQuestion, ask, held_by, spell_of
from supervision_core.rotation.rests import load_costs_of_rests
from supervision_core.rotation.roster import BarReason, Roster
from supervision_core.values.checks import Checks, as_tuple, check_fields, unchecked
from supervision_core.values.errors import Fault, InvalidInput
from supervision_core.values.mappings import IdMap, map_of_sorted
from supervision_core.values.text import composed, shown, veiled

__all__ = ["Audit", "audit_plan", "explain_assignment", "explain_assignments"]


def score_of(question: YearQuestion, assignments: Mapping[str, str]) -> Score:
    """How good assignments are, each subject of the roster having exactly one lead unit of the roster."""
    roster, policy = question.roster, question.policy
    names = level_names(policy)
    values = dict.fromkeys(names, 0)
    for subject, unit in assignments.items():
        flagged = roster.restrictions.get(subject, NO_RESTRICTION)[1]
        values["flagged"] += unit in flagged
        for age in question.repeats_of(question.ages_of(subject, unit)):
            values[f"repeats_{age}"] += 1
        unfinished = _unfinished(question, subject)
        values["cut_short"] += bool(unfinished) and unit not in unfinished
        values["familiarity"] += (
            sum(unit in held_by(question.history.column(year).get(subject)) for year in question.history.years) ** 2
        )
        before = None if question.reference is None else question.reference.get(subject)
        values["changes"] += before is not None and unit not in held_by(before)
    loads = Counter(assignments.values())
    values["balance"], values["carried"] = _values_of_loads(question, [loads[unit] for unit in roster.lead_unit_ids])
    return Score(levels=tuple((name, values[name]) for name in names))


def _unfinished(question: YearQuestion, subject: str) -> list[str]:
    """The lead units whose term with a subject is not over."""
    if question.policy.tenure_years == 1:
        return []
    last_year = held_by(question.history.column(question.year - 1).get(subject))
    spells = {unit: spell_of(question.ages_of(subject, unit)) for unit in last_year}
    return [unit for unit, spell in spells.items() if spell < question.policy.tenure_years and unit in question.units]


def _values_of_loads(question: YearQuestion, loads: Sequence[int]) -> tuple[int, int]:
    """What the loads cost on the levels ``balance`` and ``carried``."""
    roster = question.roster
    shares = sum(unit.share for unit in roster.lead_units)
    targets = tuple(sum(loads) * unit.share for unit in roster.lead_units)
    if not question.policy.carry_rest:
        return Squares(shares, targets).value(loads), 0
    rests = load_costs_of_rests(roster, question.history, roster.lead_unit_ids)
    return Spans(shares, targets).value(loads), rests.value(loads)


_NO_HISTORY = History()
_DEFAULT_POLICY = RotationPolicy()


def explain_assignment(plan: Plan, roster: Roster, subject_id: str, *, history: History = _NO_HISTORY) -> Explanation:
    """Per other lead unit: why it is closed to the subject, or what it would have cost and on which level.

    Exact: it is what the best plan with the subject pinned there would cost more, and ``verify_explanation`` checks it.
    Raises ``InvalidInput`` for a subject that the plan or the roster does not have, and for a plan that is not proved for
    this roster and history, or is scored otherwise by them.

    >>> import supervision_core as sc
    >>> roster = sc.Roster(subjects=[sc.Subject(id="s1")], lead_units=[sc.LeadUnit(id="u"), sc.LeadUnit(id="v")])
    >>> history = sc.History.of({2020: {"s1": "u"}})
    >>> plan = sc.plan_year(roster, year=2021, history=history)
    >>> print(sc.explain_assignment(plan, roster, "s1", history=history).sentence("en"))
    s1 → v. u: worse by 1 (repeats of last year, 2020; by the policy's cooling-off)
    """
    checks = Checks("explain_assignment")
    checks.kind("plan", plan, Plan, "a Plan")
    checks.kind("roster", roster, Roster, "a Roster")
    checks.done()
    subject = composed(subject_id)
    if subject not in plan.assignments or subject not in roster.subject_ids:
        raise InvalidInput((Fault("unknown_id", "subject_id", shown(subject_id), "a subject of the plan and the roster"),))
    question = ask(roster, plan.year, history, plan.policy, plan.reference)
    return _explained(question, _surroundings(question, plan), subject)


def explain_assignments(plan: Plan, roster: Roster, *, history: History = _NO_HISTORY) -> IdMap[Explanation]:
    """What ``explain_assignment`` says, for every subject of a plan at once.

    >>> import supervision_core as sc
    >>> roster = sc.Roster(subjects=[sc.Subject(id="s1")], lead_units=[sc.LeadUnit(id="u"), sc.LeadUnit(id="v")])
    >>> plan = sc.plan_year(roster, year=2021)
    >>> print(sc.rotation.explain_assignments(plan, roster)["s1"].sentence("en"))
    s1 → u. v: equally good; the tie-break decides
    """
    checks = Checks("explain_assignments")
    checks.kind("plan", plan, Plan, "a Plan")
    checks.kind("roster", roster, Roster, "a Roster")
    checks.done()
    question = ask(roster, plan.year, history, plan.policy, plan.reference)
    around = _surroundings(question, plan)
    return map_of_sorted({subject: _explained(question, around, subject) for subject in roster.subject_ids})


def _surroundings(question: YearQuestion, plan: Plan) -> Surroundings:
    around = Surroundings(question, plan)
    if plan.assignments.keys() != set(question.roster.subject_ids) or not (around.is_proved and around.is_scored):
        expected = "a plan that is proved for this roster and history"
        raise InvalidInput((Fault("not_proved", "plan", f"a plan of {plan.year} for another question", expected),))
    return around


def _explained(question: YearQuestion, around: Surroundings, subject: str) -> Explanation:
    mine = around.plan.assignments[subject]
    reasons = question.closed_reasons(subject) if around.has_closed(subject) else {}
    return unchecked(
        Explanation,
        subject_id=subject,
        lead_unit_id=mine,
        others=_others(question, around, subject, reasons),
        year=question.year,
        policy=question.policy,
        allowed=around.allowed.get(subject),
        detours=around.detours(mine),
    )


def _others(
    question: YearQuestion, around: Surroundings, subject: str, reasons: Mapping[str, tuple[BarReason, ...]]
) -> tuple[Alternative, ...]:
    """Every other lead unit; subjects that are alike, at the same lead unit and closed for the same reasons, share them."""
    mine = around.plan.assignments[subject]
    recent = {unit: _years_of_repeats(question, subject, unit) for unit, why in reasons.items() if BarReason.COOLING_OFF in why}
    key = around.row_of[subject], mine, tuple(reasons.items()), tuple(recent.items())
    if key not in around.told:
        costs = {unit: (cost, own) for unit, cost, own in around.others(subject)}
        around.told[key] = tuple(
            Alternative(lead_unit_id=unit, closed=reasons[unit], years=recent.get(unit, ()))
            if unit in reasons
            else _open(question, around, unit, *costs[unit])
            for unit in question.roster.lead_unit_ids
            if unit != mine
        )
    return around.told[key]


def _years_of_repeats(question: YearQuestion, subject: str, unit: str) -> tuple[int, ...]:
    return tuple(sorted(question.year - age for age in question.repeats_of(question.ages_of(subject, unit))))


def _open(
    question: YearQuestion, around: Surroundings, unit: str, cost: Sequence[int] | None, own: Sequence[int]
) -> Alternative:
    """An open lead unit: the first level on which it is worse. Thousands of subjects meet with few different ones."""
    if cost is None:
        return Alternative(lead_unit_id=unit, is_impossible=True)
    place = next((place for place, amount in enumerate(cost) if amount), None)
    if place is None:
        return Alternative(lead_unit_id=unit)
    key = unit, place, cost[place], own[place]
    if key not in around.alternatives:
        level = around.names[place]
        kind, _, age = level.partition("_")
        years = (question.year - int(age),) if kind == "repeats" else ()
        is_own = own[place] == cost[place]
        around.alternatives[key] = Alternative(lead_unit_id=unit, level=level, cost=cost[place], years=years, is_own=is_own)
    return around.alternatives[key]


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
    #: The lead units that were given subjects though by their kind they do not lead; no faults.
    warnings: tuple[LeadUnitWarning, ...] = ()

    def __attrs_post_init__(self) -> None:
        check_fields(self)

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
        warnings=not_leading(roster, Counter(unit for units in held.values() for unit in units)),
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
