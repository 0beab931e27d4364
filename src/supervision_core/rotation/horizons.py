"""Several years planned ahead, year by year or by a block of cyclic years.

Any cooling-off years + 1 years in a row of a rotation without repeats are such a block, so one exists whenever a rotation
that goes on for ever does; a flow finds who meets whom in it, and an edge colouring deals the meetings out over its years.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from itertools import pairwise

import attrs

from supervision_core.allocation.cyclic import BlockProblem, deal_over_years, find_block
from supervision_core.allocation.problem import BALANCE, AllocationProblem, Row, Squares
from supervision_core.allocation.solving import ideal_loads
from supervision_core.rotation.certificate import Infeasible
from supervision_core.rotation.history import History, followed_by
from supervision_core.rotation.horizon import Horizon, HorizonInfeasible, meetings, verdict_of_span
from supervision_core.rotation.plan import Plan
from supervision_core.rotation.planning import plan_year
from supervision_core.rotation.policy import Objective, Repeats, RotationPolicy
from supervision_core.rotation.question import NO_RESTRICTION, held_by
from supervision_core.rotation.roster import Roster
from supervision_core.values.checks import Checks, as_tuple

__all__ = ["plan_by_blocks", "plan_horizon"]


Assignment = Mapping[str, str]


def plan_by_blocks(roster: Roster, years: Sequence[int], history: History, policy: RotationPolicy) -> list[Plan] | None:
    """Plans that follow a repeated block as their reference (their policy says MID_YEAR); None when none was found.

    A block without any flagged pair is tried first. Pins leave nothing to rotate and are not tried.
    """
    if policy.repeats is not Repeats.FORBID or policy.tenure_years > 1 or roster.pins:
        return None
    for without_flags in (True, False):
        block = _block(roster, policy.cooling_off_years + 1, without_flags=without_flags)
        order = None if block is None else _fitting_order(block, years, history, policy)
        if block is not None and order is not None:
            assignments = [block[order[place % len(block)]] for place in range(len(years))]
            plans = list(_follow(roster, assignments, years, history, policy))
            if len(plans) == len(years):
                return plans
    return None


def _block(roster: Roster, length: int, *, without_flags: bool) -> list[Assignment] | None:
    """One assignment a year of a block with loads as near to the shares as can be; None when the roster has no block."""
    members: dict[frozenset[str], list[str]] = {}
    for subject in roster.subject_ids:
        closed, flagged, _ = roster.restrictions.get(subject, NO_RESTRICTION)
        members.setdefault(closed | flagged if without_flags else closed, []).append(subject)
    units = roster.lead_unit_ids
    rows = [
        (len(subjects), sum(1 << column for column, unit in enumerate(units) if unit not in closed))
        for closed, subjects in members.items()
    ]
    meetings = _nearest_meetings(roster, rows, length)
    if meetings is None:
        return None
    columns_of: dict[str, list[int]] = {subject: [] for subject in roster.subject_ids}
    for subjects, row in zip(members.values(), meetings, strict=True):
        turn = 0
        for column, times in enumerate(row):
            for _ in range(times):
                columns_of[subjects[turn % len(subjects)]].append(column)
                turn += 1
    dealt = deal_over_years(list(columns_of.values()), length)
    return [{subject: units[row[year]] for subject, row in zip(columns_of, dealt, strict=True)} for year in range(length)]


def _nearest_meetings(roster: Roster, rows: Sequence[tuple[int, int]], length: int) -> Sequence[Sequence[int]] | None:
    """Who meets whom over a block whose yearly loads stay within the bounds and near what the shares ask for."""
    subjects = len(roster.subjects)
    lows = tuple(unit.min_load for unit in roster.lead_units)
    highs = tuple(subjects if unit.max_load is None else unit.max_load for unit in roster.lead_units)
    shares = tuple(unit.share for unit in roster.lead_units)
    everyone = (Row(subjects, (1 << len(lows)) - 1, ((),)),)
    ideal = ideal_loads(
        AllocationProblem(everyone, lows, highs, Squares(sum(shares), tuple(subjects * share for share in shares)), (BALANCE,))
    )
    away = 0
    while True:
        least = [max(low, load - away) for low, load in zip(lows, ideal, strict=True)]
        most = [min(high, load + away) for high, load in zip(highs, ideal, strict=True)]
        problem = BlockProblem(tuple(rows), length, tuple(length * one for one in least), tuple(length * one for one in most))
        block = find_block(problem)
        if block is not None:
            return block.meetings
        if away >= subjects:
            return None
        away = 2 * away or 1


def _fitting_order(
    block: Sequence[Assignment], years: Sequence[int], history: History, policy: RotationPolicy
) -> list[int] | None:
    """An order of the block's years in which none repeats what the history holds within the cooling-off; None without one.

    Places and years of the block are matched along alternating paths; a place after the last planned year takes any.
    """
    fits = [[not _clashes(assignment, year, history, policy) for assignment in block] for year in years[: len(block)]]
    fits += [[True] * len(block)] * (len(block) - len(fits))
    place_of: dict[int, int] = {}

    def seated(place: int, tried: set[int]) -> bool:
        for one in range(len(block)):
            if fits[place][one] and one not in tried:
                tried.add(one)
                if one not in place_of or seated(place_of[one], tried):
                    place_of[one] = place
                    return True
        return False

    if not all(seated(place, set()) for place in range(len(block))):
        return None
    return sorted(place_of, key=place_of.__getitem__)


def _clashes(assignment: Assignment, year: int, history: History, policy: RotationPolicy) -> bool:
    for recorded in history.years:
        if year - recorded <= policy.cooling_off_years:
            column = history.column(recorded)
            if any(unit in held_by(column.get(subject)) for subject, unit in assignment.items()):
                return True
    return False


def _follow(
    roster: Roster, assignments: Sequence[Assignment], years: Sequence[int], history: History, policy: RotationPolicy
) -> Iterator[Plan]:
    """The plans as far as they go: avoiding a flagged pair may lead away from the block, and so into a dead end."""
    following = attrs.evolve(policy, objective=Objective.MID_YEAR)
    past = history
    for year, assignment in zip(years, assignments, strict=True):
        plan = plan_year(roster, year=year, history=past, policy=following, reference=assignment)
        if not isinstance(plan, Plan):
            return
        yield plan
        past = followed_by(past, plan)


_NO_HISTORY = History()
_DEFAULT_POLICY = RotationPolicy()


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
    history; its years then follow the block as their reference (their policy says MID_YEAR). Each year still avoids the
    flagged pairs it can; where that leads away from every block, the dead end stays the answer.

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
            by_blocks = plan_by_blocks(roster, span, history, policy) if isinstance(roster, Roster) else None
            if by_blocks is None:
                return HorizonInfeasible(plans=planned, infeasible=outcome)
            planned = by_blocks
            if progress is not None:
                progress("years", len(span), len(span))
            break
        planned.append(outcome)
        past = followed_by(past, outcome)
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
    if any(later <= earlier for earlier, later in pairwise(span)):
        checks.fault("not_rising", "years", span, "years that rise")
    if isinstance(roster, Mapping):
        for year in span:
            if not isinstance(roster.get(year), Roster):
                checks.fault("missing", f"roster[{year}]", roster.get(year), "a Roster for every year")
    checks.done()
    return span
