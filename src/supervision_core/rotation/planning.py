"""The plan of a year, or the certificate that there is none; for one roster, or for many."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from itertools import chain, repeat
from typing import TYPE_CHECKING

import attrs

from supervision_core.allocation.canonical import make_canonical
from supervision_core.allocation.problem import NOTHING, Allocation, AllocationProblem, bits_of
from supervision_core.allocation.shortage import Component, Gap, find_excess, find_shortage
from supervision_core.allocation.solving import is_feasible, solve
from supervision_core.rotation.allowances import IdleAllowance
from supervision_core.rotation.certificate import (
    TOO_FEW,
    UNREACHABLE,
    BarredGroup,
    Example,
    Infeasible,
    Repair,
    RepairKind,
    Violation,
)
from supervision_core.rotation.grouping import Grouping, group
from supervision_core.rotation.history import History, followed_by
from supervision_core.rotation.lineage import Held
from supervision_core.rotation.plan import Plan, Proof, Score
from supervision_core.rotation.policy import Objective, RotationPolicy, TieBreak, level_names
from supervision_core.rotation.question import YearQuestion, ask
from supervision_core.rotation.records import LAST_YEAR
from supervision_core.rotation.roster import SOFTEST_FIRST, BarReason, Roster
from supervision_core.values.checks import check_arguments, unchecked
from supervision_core.values.mappings import IdMap, map_of_checked, map_of_sorted

if TYPE_CHECKING:
    from supervision_core.rotation.staying import Staying

__all__ = ["plan_year"]


def explain_shortage(question: YearQuestion, grouping: Grouping) -> Infeasible:
    """The certificate of a question that has no plan."""
    members: list[list[str]] = [[] for _ in grouping.problem.rows]
    for subject, row in zip(grouping.subjects, grouping.row_of, strict=True):
        members[row].append(subject)
    teller = _Teller(question, grouping, members)
    shortage, excess = find_shortage(grouping.problem), find_excess(grouping.problem)
    violations = [one for part in shortage.parts for one in teller.shortages(part)]
    violations += [teller.excess(part) for part in excess.parts]
    repairs = _merged([*teller.shortage_repairs(shortage), *teller.excess_repairs(excess)])
    return Infeasible(
        year=question.year,
        violations=tuple(sorted(violations, key=lambda one: (one.kind != TOO_FEW, one.subjects, one.lead_units))),
        shortage=sum(part.missing for part in shortage.parts),
        excess=sum(part.missing for part in excess.parts),
        policy=question.policy,
        repairs=tuple(sorted(repairs, key=_softness)),
    )


def _merged(repairs: Iterable[Repair]) -> list[Repair]:
    """The same change listed once, with all that it helps against."""
    found: dict[object, Repair] = {}
    for repair in repairs:
        # Equal lists of subjects are one list here.
        key = repair.kind, repair.lead_unit_id, id(repair.subjects), repair.reasons
        known = found.get(key)
        against = repair.against if known is None else tuple(sorted((*known.against, *repair.against)))
        found[key] = _repair(repair.kind, against, repair.lead_unit_id, repair.subjects, repair.reasons)
    return list(found.values())


def _repair(
    kind: RepairKind,
    against: tuple[str, ...],
    unit: str,
    subjects: tuple[str, ...] = (),
    reasons: tuple[BarReason, ...] = (),
) -> Repair:
    return unchecked(Repair, kind=kind, against=against, lead_unit_id=unit, subjects=subjects, reasons=reasons)


def _softness(repair: Repair) -> tuple[object, ...]:
    if repair.kind is not RepairKind.LIFT_BAR:
        # A place more, or a minimum less, is harder than waiving the cooling-off and softer than all other bars.
        rank: tuple[int, ...] = (1,)
    else:
        hardest = max(SOFTEST_FIRST.index(reason) for reason in repair.reasons)
        rank = (0,) if hardest == 0 else (2, hardest)
    against = sorted(kind != TOO_FEW for kind in repair.against)
    return rank, against, repair.kind.value, repair.lead_unit_id, repair.subjects


class _Teller:
    def __init__(self, question: YearQuestion, grouping: Grouping, members: Sequence[Sequence[str]]) -> None:
        self.question = question
        self.problem = grouping.problem
        self.units = grouping.units
        self.members = members
        #: Every list of subjects that is told, once: a certificate tells the same ones of many lead units.
        self._lists: dict[tuple[str, ...], tuple[str, ...]] = {}

    def _subjects(self, rows: Iterable[int]) -> tuple[str, ...]:
        return self._once(chain.from_iterable(map(self.members.__getitem__, rows)))

    def _once(self, subjects: Iterable[str]) -> tuple[str, ...]:
        found = tuple(sorted(subjects))
        return self._lists.setdefault(found, found)

    def _unit_ids(self, columns: int) -> tuple[str, ...]:
        return tuple(sorted(self.units[column] for column in bits_of(columns)))

    def shortages(self, part: Component) -> Iterator[Violation]:
        """Subjects that may only go to lead units that take fewer; of those that may go nowhere, each one is alone."""
        subjects = self._subjects(part.rows)
        if part.columns:
            counted = [subject for row, count in part.example_units for subject in sorted(self.members[row])[:count]]
            yield self._shortage(part, subjects, counted)
        else:
            yield from (self._shortage(part, (subject,), [subject]) for subject in subjects)

    def _shortage(self, part: Component, subjects: tuple[str, ...], counted: Sequence[str]) -> Violation:
        all_columns = (1 << len(self.units)) - 1
        return Violation(
            kind=TOO_FEW,
            subjects=subjects,
            lead_units=self._unit_ids(part.columns),
            demand=len(subjects),
            supply=sum(self.problem.highs[column] for column in bits_of(part.columns)),
            barred=tuple(self._barred(subjects, self._unit_ids(all_columns & ~part.columns))),
            example=Example(
                subjects=counted,
                lead_units=self._unit_ids(part.example_columns),
                demand=len(counted),
                supply=sum(self.problem.highs[column] for column in bits_of(part.example_columns)),
            ),
        )

    def excess(self, part: Component) -> Violation:
        """Lead units that must take more than may go to them."""
        subjects = self._subjects(part.rows)
        inside = set(part.rows)
        others = self._subjects(row for row in range(len(self.problem.rows)) if row not in inside)
        counted = self._subjects(row for row in part.rows if self.problem.rows[row].open & part.example_columns)
        return Violation(
            kind=UNREACHABLE,
            subjects=subjects,
            lead_units=self._unit_ids(part.columns),
            demand=sum(self.problem.lows[column] for column in bits_of(part.columns)),
            supply=len(subjects),
            barred=tuple(self._barred(others, self._unit_ids(part.columns))),
            example=Example(
                subjects=counted,
                lead_units=self._unit_ids(part.example_columns),
                demand=sum(self.problem.lows[column] for column in bits_of(part.example_columns)),
                supply=len(counted),
            ),
        )

    def _barred(self, subjects: Iterable[str], units: Sequence[str]) -> Iterator[BarredGroup]:
        # Subjects of one kind are closed to the same lead units for the same reasons, and are dealt with at once.
        kinds = self.question.by_kind(list(subjects))
        grouped: dict[tuple[str, tuple[BarReason, ...]], list[int]] = {}
        for number, alike in enumerate(kinds):
            reasons = self.question.closed_reasons(alike[0])
            for unit in units:
                grouped.setdefault((unit, reasons[unit]), []).append(number)
        order = {reason: place for place, reason in enumerate(BarReason)}
        joined: dict[tuple[int, ...], tuple[str, ...]] = {}
        for unit, reasons_of in sorted(grouped, key=lambda key: (key[0], [order[one] for one in key[1]])):
            numbers = tuple(grouped[unit, reasons_of])
            if numbers not in joined:
                joined[numbers] = self._once(chain.from_iterable(map(kinds.__getitem__, numbers)))
            yield unchecked(BarredGroup, lead_unit_id=unit, reasons=reasons_of, subjects=joined[numbers])

    def shortage_repairs(self, gap: Gap) -> Iterator[Repair]:
        """A place more at a lead unit of the sets, or a bar of one of the subjects towards a lead unit with slack."""
        rows = [row for part in gap.parts for row in part.rows]
        columns = sum(part.columns for part in gap.parts)
        for unit in self._unit_ids(columns):
            yield _repair(RepairKind.RAISE_MAXIMUM, (TOO_FEW,), unit)
        yield from self._lifted((TOO_FEW,), self._subjects(rows), self._unit_ids(gap.relieving_columns) if rows else ())

    def excess_repairs(self, gap: Gap) -> Iterator[Repair]:
        """A lower minimum at a lead unit of the sets, or a bar of a subject that can be spared towards one of them."""
        columns = sum(part.columns for part in gap.parts)
        for unit in self._unit_ids(columns):
            yield _repair(RepairKind.LOWER_MINIMUM, (UNREACHABLE,), unit)
        yield from self._lifted((UNREACHABLE,), self._subjects(gap.relieving_rows) if columns else (), self._unit_ids(columns))

    def _lifted(self, against: tuple[str, ...], subjects: Sequence[str], units: Sequence[str]) -> Iterator[Repair]:
        for barred in self._barred(subjects, units):
            if all(reason in SOFTEST_FIRST for reason in barred.reasons):
                yield _repair(RepairKind.LIFT_BAR, against, barred.lead_unit_id, barred.subjects, barred.reasons)


#: Told, during long work, the stage and how much of it is done.
Progress = Callable[[str, int, int], None]
_NO_HISTORY = History()
_DEFAULT_POLICY = RotationPolicy()


def plan_year(
    roster: Roster,
    *,
    year: int,
    history: History = _NO_HISTORY,
    policy: RotationPolicy = _DEFAULT_POLICY,
    reference: Plan | Mapping[str, str] | Mapping[str, Held] | None = None,
    progress: Progress | None = None,
) -> Plan | Infeasible:
    """Who supervises whom in a year: every subject exactly one lead unit, as good as can be on every level.

    The levels, each less is better and optimal given those before it: ``flagged`` pairs; ``repeats_1`` to ``repeats_k``
    (subjects given to a lead unit that had them that many years ago); ``cut_short`` (terms ended early, where the policy
    has terms of several years); ``balance`` (the sum over the lead units of ``(P * load - n * share) ** 2`` with P the sum
    of the shares, as far as it is more than rounding where the rests are carried); ``carried`` (the squared rests of the
    recorded years and this one together); ``familiarity`` (over all assignments the square of the number of recorded
    years in which that lead unit already had that subject); ``changes`` against the ``reference``.
    ``MID_YEAR`` puts the changes right after the flagged pairs and needs a reference.

    It never raises because there is no plan: that is an ``Infeasible`` value. It raises ``InvalidInput`` for a history
    with years at or after the planned one or with lead units that are neither present nor listed as former.
    The work depends on how many different kinds of subjects there are; a subject alone adds a few look-ups.

    >>> import supervision_core as sc
    >>> units = [sc.LeadUnit(id="front"), sc.LeadUnit(id="women")]
    >>> roster = sc.Roster(subjects=[sc.Subject(id=f"s{i}") for i in range(4)], lead_units=units)
    >>> plan = sc.plan_year(roster, year=2021, history=sc.History.of({2020: {"s0": "front", "s1": "front"}}))
    >>> dict(plan.assignments)
    {'s0': 'women', 's1': 'women', 's2': 'front', 's3': 'front'}

    Source: every subject has one lead unit, without overlap, and in the following years subjects are swapped between
    the lead units; the gap, the balance and the rest are choices of the policy.
    """
    if progress is not None:
        check_arguments(plan_year, progress=progress)
    question = ask(roster, year, history, policy, reference)
    staying = None
    if policy.objective is Objective.MID_YEAR:
        from supervision_core.rotation.staying import staying_of  # noqa: PLC0415  years that change little are rare

        staying = staying_of(question)
    return plan_asked(question, staying, progress)


def plan_asked(question: YearQuestion, staying: Staying | None, progress: Progress | None) -> Plan | Infeasible:
    """The answer to a question that is checked, with what is known of those who may stay."""
    if progress is not None:
        progress("group", 0, 1)
    grouping = group(question) if staying is None else staying.grouping()
    if progress is not None:
        progress("group", 1, 1)
    solved = solve(grouping.problem, None if progress is None else lambda done, total: progress("levels", done, total))
    if solved is None:
        return explain_shortage(question, grouping if staying is None else group(question))
    if staying is not None and staying.let_go(grouping, solved):
        # Not all who might move have been read in full.
        return plan_asked(question, staying, progress)
    if question.policy.tie_break is not TieBreak.ANY:
        solved = make_canonical(solved)
    if progress is not None:
        progress("choose", 1, 1)
    return _with_warnings(question, _plan(question, grouping, solved, staying))


def _with_warnings(question: YearQuestion, plan: Plan) -> Plan:
    """The plan with the allowances that it rests on, and what people should know before they adopt it."""
    opening = question.opening()
    idle = [IdleAllowance(year=plan.year, allowance=one) for one in question.roster.allowances if one not in opening]
    if not question.forbids_repeats:
        return attrs.evolve(plan, warnings=idle) if idle else plan
    used = [one for one in opening if plan.assignments[one.subject_id] == one.lead_unit_id]
    warnings: list[Infeasible | IdleAllowance] = [*_looked_ahead(question, plan), *idle]
    return attrs.evolve(plan, warnings=warnings, allowed=used) if warnings or used else plan


def has_plan(roster: Roster, year: int, history: History, policy: RotationPolicy) -> bool:
    """Whether a year has any plan, whatever its reference."""
    question = YearQuestion(roster=roster, year=year, history=history, policy=policy, reference=None)
    return is_feasible(group(question).problem)


def _looked_ahead(question: YearQuestion, plan: Plan) -> tuple[Infeasible, ...]:
    """Why the next year would have no plan with the same roster, once this one is adopted; nothing when it has one.

    Only forbidden repeats can lead there: all else of a question is the same from year to year.
    """
    if plan.year == LAST_YEAR:
        return ()
    history = followed_by(question.history, plan)
    policy = attrs.evolve(question.policy, objective=Objective.ANNUAL)
    following = attrs.evolve(question, year=plan.year + 1, history=history, policy=policy, reference=None)
    grouping = group(following)
    return () if is_feasible(grouping.problem) else (explain_shortage(following, grouping),)


def _plan(question: YearQuestion, grouping: Grouping, solved: Allocation, staying: Staying | None) -> Plan:
    prices = list(zip(*solved.prices, strict=True))
    given = dict(_given(grouping, solved))
    # The ids were checked as those of the roster and the reference, and the numbers are whole.
    return unchecked(
        Plan,
        year=question.year,
        policy=question.policy,
        reference=question.reference,
        assignments=_by_id(question, grouping, given) if staying is None else staying.assignments(given),
        loads=map_of_checked(dict(zip(grouping.units, solved.loads, strict=True))),
        score=_score(question, grouping, solved, {} if staying is None else staying.spent()),
        proof=unchecked(Proof, prices=map_of_checked(dict(zip(grouping.units, prices, strict=False))), sink=prices[-1]),
        warnings=(),
        allowed=(),
    )


def _by_id(question: YearQuestion, grouping: Grouping, given: dict[str, str]) -> IdMap[str]:
    return map_of_sorted(given) if grouping.subjects is question.roster.subject_ids else map_of_checked(given)


def _given(grouping: Grouping, solved: Allocation) -> Iterator[tuple[str, str]]:
    """Members of a row in order take its columns in order."""
    takers: list[list[Iterator[str]]] = [[] for _ in grouping.problem.rows]
    for unit, here in zip(grouping.units, solved.at, strict=True):
        for row, units in here.items():
            takers[row].append(repeat(unit, units))
    following = [runs[0] if len(runs) == 1 else chain.from_iterable(runs) for runs in takers]
    return zip(grouping.subjects, map(next, map(following.__getitem__, grouping.row_of)), strict=True)


def _score(question: YearQuestion, grouping: Grouping, solved: Allocation, more: Mapping[str, int]) -> Score:
    """What the rows cost on every level, and what those who stay cost more."""
    problem, meetings = grouping.problem, grouping.meetings
    spent = _spent(problem, solved) if meetings is None else meetings.spent(grouping.numbers, solved.at)
    values = []
    for name, level in zip(level_names(question.policy), problem.levels, strict=True):
        of_loads = problem.of_loads(level)
        if of_loads is not None:
            values.append((name, of_loads.value(solved.loads)))
        else:
            values.append((name, more.get(name, 0) + (0 if level == NOTHING else spent[level])))
    return unchecked(Score, levels=tuple(values))


def _spent(problem: AllocationProblem, solved: Allocation) -> Counter[int]:
    """What the rows cost by their places among ``Row.costs``."""
    spent: Counter[int] = Counter()
    rows = problem.rows
    for column, here in enumerate(solved.at):
        bit = 1 << column
        for row, units in here.items():
            for place, costs in enumerate(rows[row].costs):
                for cost, columns in costs:
                    if columns & bit:
                        spent[place] += cost * units
    return spent
