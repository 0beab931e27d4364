"""The plan of one year: exact on every level, with its proof; or the proof that there is none."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from itertools import chain, repeat

import attrs

from supervision_core.allocation.canonical import make_canonical
from supervision_core.allocation.problem import BALANCE, Allocation, Problem
from supervision_core.allocation.solving import is_feasible, solve
from supervision_core.mappings import IdMap
from supervision_core.rotation.certificates import Infeasible
from supervision_core.rotation.explaining_shortage import explain_shortage
from supervision_core.rotation.history import History
from supervision_core.rotation.plans import Plan, Proof, Score
from supervision_core.rotation.policies import Objective, RotationPolicy, TieBreak, level_names
from supervision_core.rotation.questions import Question, ask
from supervision_core.rotation.records import LAST_YEAR
from supervision_core.rotation.rosters import Roster
from supervision_core.rotation.rows import Grouping, group

__all__ = ["plan_year"]

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
    reference: Plan | Mapping[str, str] | None = None,
    progress: Progress | None = None,
) -> Plan | Infeasible:
    """Who supervises whom in a year: every subject exactly one lead unit, as good as can be on every level.

    The levels, each less is better and optimal given those before it: ``flagged`` pairs; ``repeats_1`` to ``repeats_k``
    (subjects given to a lead unit that had them that many years ago); ``balance`` (the sum over the lead units of
    ``(P * load - n * share) ** 2`` with P the sum of the shares); ``familiarity`` (over all assignments the square of the
    number of recorded years in which that lead unit already had that subject); ``changes`` against the ``reference``.
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
    question = ask(roster, year, history, policy, reference)
    if progress is not None:
        progress("group", 0, 1)
    grouping = group(question)
    if progress is not None:
        progress("group", 1, 1)
    solved = solve(grouping.problem, None if progress is None else lambda done, total: progress("levels", done, total))
    if solved is None:
        return explain_shortage(question, grouping)
    if policy.tie_break is not TieBreak.ANY:
        solved = make_canonical(solved)
    if progress is not None:
        progress("choose", 1, 1)
    plan = _plan(question, grouping, solved)
    return attrs.evolve(plan, warnings=_looked_ahead(question, plan)) if question.forbids_repeats else plan


def _looked_ahead(question: Question, plan: Plan) -> tuple[Infeasible, ...]:
    """Why the next year would have no plan with the same roster, once this one is adopted; nothing when it has one.

    Only forbidden repeats can lead there: all else of a question is the same from year to year.
    """
    if plan.year == LAST_YEAR:
        return ()
    history = question.history.with_plan(plan)
    policy = attrs.evolve(question.policy, objective=Objective.ANNUAL)
    following = attrs.evolve(question, year=plan.year + 1, history=history, policy=policy, reference=None)
    grouping = group(following)
    return () if is_feasible(grouping.problem) else (explain_shortage(following, grouping),)


def _plan(question: Question, grouping: Grouping, solved: Allocation) -> Plan:
    prices = list(zip(*solved.prices, strict=True))
    return Plan(
        year=question.year,
        policy=question.policy,
        reference=question.reference,
        assignments=_assignments(question, grouping, solved),
        loads=IdMap(dict(zip(grouping.units, solved.loads, strict=True))),
        score=_score(question, grouping.problem, solved),
        proof=Proof(prices=IdMap(dict(zip(grouping.units, prices, strict=False))), sink=prices[-1]),
    )


def _assignments(question: Question, grouping: Grouping, solved: Allocation) -> IdMap[str]:
    """Members of a row in order take its columns in order."""
    takers: list[list[Iterator[str]]] = [[] for _ in grouping.problem.rows]
    for unit, here in zip(grouping.units, solved.at, strict=True):
        for row, units in here.items():
            takers[row].append(repeat(unit, units))
    following = [chain.from_iterable(runs) for runs in takers]
    given = map(next, map(following.__getitem__, grouping.row_of))
    if grouping.subjects is question.roster.subject_ids:
        return IdMap.of_sorted(dict(zip(grouping.subjects, given, strict=True)))
    return IdMap(dict(zip(grouping.subjects, given, strict=True)))


def _score(question: Question, problem: Problem, solved: Allocation) -> Score:
    values = []
    for level in problem.levels:
        if level == BALANCE:
            values.append(_balance(problem, solved.loads))
        else:
            values.append(_spent(problem, solved, level))
    return Score(levels=tuple(zip(level_names(question.policy), values, strict=True)))


def _balance(problem: Problem, loads: Sequence[int]) -> int:
    return sum((problem.scale * load - target) ** 2 for load, target in zip(loads, problem.targets, strict=True))


def _spent(problem: Problem, solved: Allocation, level: int) -> int:
    spent = 0
    rows = {row for row, one in enumerate(problem.rows) if one.costs[level]}
    if not rows:
        return 0
    for column, here in enumerate(solved.at):
        bit = 1 << column
        for row in here.keys() & rows:
            for cost, columns in problem.rows[row].costs[level]:
                if columns & bit:
                    spent += cost * here[row]
    return spent
