"""Several years ahead: year by year, each year optimal given the earlier ones."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from enum import Enum
from itertools import permutations
from typing import final

import attrs

from supervision_core.allocation.blocks import find_block
from supervision_core.allocation.colouring import deal_over_years
from supervision_core.fields import Checks, as_tuple
from supervision_core.mappings import IdMap
from supervision_core.rotation.certificates import Infeasible
from supervision_core.rotation.history import History
from supervision_core.rotation.planning import plan_year
from supervision_core.rotation.plans import Plan
from supervision_core.rotation.policies import Objective, Repeats, RotationPolicy
from supervision_core.rotation.questions import held_by, history_faults
from supervision_core.rotation.rosters import Roster
from supervision_core.rotation.sustaining import block_problem
from supervision_core.text import Label

__all__ = ["Claim", "Horizon", "HorizonInfeasible", "plan_horizon", "verdict_of_span"]

_NO_HISTORY = History()
_DEFAULT_POLICY = RotationPolicy()
#: Up to so many years of a block every order is tried against the history.
_MOST_ORDERED = 6


@final
class Claim(Enum):
    """What is claimed of a whole span of years, beyond that each year is optimal given the earlier ones."""

    #: Nothing more.
    PER_YEAR = "per_year"
    #: On flagged pairs, repeats and balance no other plans for the whole span are better.
    WHOLE = "whole"

    @property
    def label(self) -> Label:
        """What people read."""
        return _CLAIM_LABELS[self.value]


_CLAIM_LABELS = {
    "per_year": Label("tối ưu từng năm", "optimal year by year"),
    "whole": Label("tối ưu cả giai đoạn về lặp lại và cân đối", "optimal over the whole span on repeats and balance"),
}


def _plans(plans: Iterable[Plan]) -> tuple[Plan, ...]:
    return as_tuple(plans)


@final
@attrs.frozen(kw_only=True, repr=False)
class Horizon:
    """The plans of several years, who meets whom in them, and what is claimed of the span as a whole."""

    #: One plan a year, rising.
    plans: tuple[Plan, ...] = attrs.field(converter=_plans)
    #: For each subject of some year the lead units it meets, sorted.
    met: IdMap[tuple[str, ...]]
    #: What is claimed of the whole span.
    claim: Claim
    #: What the claim rests on.
    ground: Label

    def __attrs_post_init__(self) -> None:
        checks = Checks("Horizon")
        checks.each("plans", self.plans, Plan, "a Plan")
        checks.kind("met", self.met, IdMap, "a mapping from subject ids to lead unit ids")
        checks.member("claim", self.claim, Claim)
        checks.kind("ground", self.ground, Label, "a Label")
        checks.done()

    @property
    def years(self) -> tuple[int, ...]:
        """The years."""
        return tuple(plan.year for plan in self.plans)

    def __repr__(self) -> str:
        return f"<Horizon of {len(self.plans)} years: {self.claim.value}>"


@final
@attrs.frozen(kw_only=True, repr=False)
class HorizonInfeasible:
    """A year that has no plan; the plans of the years before it are kept."""

    #: The plans of the earlier years.
    plans: tuple[Plan, ...] = attrs.field(converter=_plans)
    #: Why the next year has none.
    infeasible: Infeasible

    def __attrs_post_init__(self) -> None:
        checks = Checks("HorizonInfeasible")
        checks.each("plans", self.plans, Plan, "a Plan")
        checks.kind("infeasible", self.infeasible, Infeasible, "an Infeasible")
        checks.done()

    def __repr__(self) -> str:
        return f"<HorizonInfeasible: {len(self.plans)} years planned, then {self.infeasible!r}>"


def plan_horizon(
    roster: Roster | Mapping[int, Roster],
    *,
    years: Iterable[int],
    history: History = _NO_HISTORY,
    policy: RotationPolicy = _DEFAULT_POLICY,
    progress: Callable[[str, int, int], None] | None = None,
) -> Horizon | HorizonInfeasible:
    """Plans for several years, each optimal given the earlier ones.

    ``roster`` is one for all years, or one a year. Where repeats are forbidden and one roster for all years would run
    into a year without a plan, a block of years that repeats for ever is used instead, if there is one that fits the
    history; its years then follow the block as their reference (their policy says MID_YEAR).

    >>> import supervision_core as sc
    >>> units = [sc.LeadUnit(id="u"), sc.LeadUnit(id="v"), sc.LeadUnit(id="w")]
    >>> roster = sc.Roster(subjects=[sc.Subject(id=f"s{i}") for i in range(3)], lead_units=units)
    >>> horizon = sc.plan_horizon(roster, years=range(2021, 2024), policy=sc.RotationPolicy(cooling_off_years=2))
    >>> horizon.met["s0"], horizon.claim.name
    (('u', 'v', 'w'), 'WHOLE')
    """
    span = _checked_years(years, roster, history)
    planned: list[Plan] = []
    past = history
    for done, year in enumerate(span):
        outcome = plan_year(_of_year(roster, year), year=year, history=past, policy=policy)
        if isinstance(outcome, Infeasible):
            block = _block_years(roster, span, history, policy) if isinstance(roster, Roster) else None
            if block is None:
                return HorizonInfeasible(plans=planned, infeasible=outcome)
            planned = list(block)
            break
        planned.append(outcome)
        past = past.with_plan(outcome)
        if progress is not None:
            progress("years", done + 1, len(span))
    claim, ground = verdict_of_span([_of_year(roster, year) for year in span], planned)
    return Horizon(plans=planned, met=meetings(planned), claim=claim, ground=ground)


def _of_year(roster: Roster | Mapping[int, Roster], year: int) -> Roster:
    return roster if isinstance(roster, Roster) else roster[year]


def _checked_years(years: Iterable[int], roster: Roster | Mapping[int, Roster], history: History) -> tuple[int, ...]:
    span = as_tuple(years)
    checks = Checks("plan_horizon")
    checks.each("years", span, int, "a year (int)")
    checks.kind("roster", roster, (Roster, Mapping), "a Roster, or a mapping from years to rosters")
    checks.kind("history", history, History, "a History")
    checks.done()
    if not span:
        checks.fault("empty", "years", (), "at least one year")
    if any(later <= earlier for earlier, later in zip(span, span[1:], strict=False)):
        checks.fault("not_rising", "years", span, "years that rise")
    if isinstance(roster, Mapping):
        for year in span:
            if not isinstance(roster.get(year), Roster):
                checks.fault("missing", f"roster[{year}]", roster.get(year), "a Roster for every year")
    checks.done()
    return span


def meetings(plans: Sequence[Plan]) -> IdMap[tuple[str, ...]]:
    """For each subject the lead units it meets in some plans, sorted."""
    met: dict[str, set[str]] = {}
    for plan in plans:
        for subject, unit in plan.assignments.items():
            met.setdefault(subject, set()).add(unit)
    return IdMap({subject: tuple(sorted(units)) for subject, units in met.items()})


_BOUNDS_REACHED = Label(
    "Mỗi năm đạt giới hạn mà không phương án nào vượt được: không lặp lại, cân đối tốt nhất.",
    "Every year reaches the bounds that no plan can better: no repeats, and the best balance there is.",
)
_YEAR_BY_YEAR = Label(
    "Mỗi năm tối ưu khi các năm trước đã định; tối ưu chung nhiều năm là bài toán khó.",
    "Each year is optimal given the earlier ones; the best over several years is a hard problem.",
)


def verdict_of_span(rosters: Sequence[Roster], plans: Sequence[Plan]) -> tuple[Claim, Label]:
    """What can be claimed of the years as a whole: WHOLE where every year reaches bounds that hold whatever is planned."""
    for roster, plan in zip(rosters, plans, strict=True):
        levels = dict(plan.score.levels)
        if levels["flagged"] or any(plan.score.repeats) or levels["balance"] != least_balance(roster):
            return Claim.PER_YEAR, _YEAR_BY_YEAR
    return Claim.WHOLE, _BOUNDS_REACHED


def least_balance(roster: Roster) -> int:
    """The balance of the best loads if every subject could go anywhere: no plan has a better one."""
    shares = sum(unit.share for unit in roster.lead_units)
    subjects = len(roster.subjects)
    aims = [subjects * unit.share for unit in roster.lead_units]
    loads = [unit.min_load for unit in roster.lead_units]
    left = subjects - sum(loads)
    while left > 0:
        open_units = [
            place for place, unit in enumerate(roster.lead_units) if unit.max_load is None or loads[place] < unit.max_load
        ]
        # The one with the largest room below its aim takes one more; adding one by one is convex, and so exact.
        place = min(open_units, key=lambda one: (shares * loads[one] - aims[one], one))
        loads[place] += 1
        left -= 1
    return sum((shares * load - aim) ** 2 for load, aim in zip(loads, aims, strict=True))


def _block_years(roster: Roster, years: Sequence[int], history: History, policy: RotationPolicy) -> Iterator[Plan] | None:
    """The years of a block that repeats for ever, as plans that follow it; None when there is none that fits the history.

    Any cooling-off years + 1 years in a row of a rotation without repeats are such a block, and a block can be repeated.
    """
    if policy.repeats is not Repeats.FORBID or roster.pins or history_faults(roster, years[0], history):
        return None
    length = policy.cooling_off_years + 1
    block = find_block(block_problem(roster, length))
    if block is None:
        return None
    dealt = _dealt(roster, block.meetings, length)
    order = _fitting_order(dealt, years, history, policy)
    if order is None:
        return None
    return _follow(roster, [dealt[order[place % length]] for place in range(len(years))], years, history, policy)


def _dealt(roster: Roster, meetings_of: Sequence[Sequence[int]], length: int) -> list[dict[str, str]]:
    """One assignment a year of the block: the members of each kind take its meetings in turn, a colouring sets the years."""
    members: dict[frozenset[str], list[str]] = {}
    for subject in roster.subject_ids:
        closed = roster.restrictions[subject][0] if subject in roster.restrictions else frozenset()
        members.setdefault(closed, []).append(subject)
    columns_of: dict[str, list[int]] = {subject: [] for subject in roster.subject_ids}
    for subjects, row in zip(members.values(), meetings_of, strict=True):
        turn = 0
        for column, times in enumerate(row):
            for _ in range(times):
                columns_of[subjects[turn % len(subjects)]].append(column)
                turn += 1
    dealt = deal_over_years(list(columns_of.values()), length)
    units = roster.lead_unit_ids
    return [{subject: units[row[year]] for subject, row in zip(columns_of, dealt, strict=True)} for year in range(length)]


def _fitting_order(
    block: Sequence[Mapping[str, str]], years: Sequence[int], history: History, policy: RotationPolicy
) -> tuple[int, ...] | None:
    """An order of the block's years in which none repeats what the history holds within the cooling-off."""
    clashes = [[_clashes(assignment, year, history, policy) for year in years[: len(block)]] for assignment in block]
    if not any(map(any, clashes)):
        return tuple(range(len(block)))
    if len(block) > _MOST_ORDERED:
        return None
    for order in permutations(range(len(block))):
        if not any(clashes[one][place] for place, one in enumerate(order) if place < len(years)):
            return order
    return None


def _clashes(assignment: Mapping[str, str], year: int, history: History, policy: RotationPolicy) -> bool:
    for recorded in history.years:
        if year - recorded <= policy.cooling_off_years:
            column = history.column(recorded)
            if any(unit in held_by(column.get(subject)) for subject, unit in assignment.items()):
                return True
    return False


def _follow(
    roster: Roster,
    assignments: Sequence[Mapping[str, str]],
    years: Sequence[int],
    history: History,
    policy: RotationPolicy,
) -> Iterator[Plan]:
    following = attrs.evolve(policy, objective=Objective.MID_YEAR)
    past = history
    for year, assignment in zip(years, assignments, strict=True):
        plan = plan_year(roster, year=year, history=past, policy=following, reference=assignment)
        assert isinstance(plan, Plan), "the block itself is a plan"
        yield plan
        past = past.with_plan(plan)
