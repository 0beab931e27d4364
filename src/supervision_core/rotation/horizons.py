"""Several years planned ahead, year by year or by a block of cyclic years.

Any cooling-off years + 1 years in a row of a rotation without repeats are such a block, so one exists whenever a rotation
that goes on for ever does; a flow finds who meets whom in it, and the meetings are dealt out over its years.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from itertools import islice, pairwise

import attrs

from supervision_core.allocation.cyclic import BlockProblem, find_block
from supervision_core.allocation.dealing import deal_over_years
from supervision_core.allocation.problem import BALANCE, AllocationProblem, Row, Squares
from supervision_core.allocation.solving import ideal_loads
from supervision_core.rotation.certificate import Infeasible
from supervision_core.rotation.history import History, followed_by
from supervision_core.rotation.horizon import NONE_AT_ALL, Claim, Horizon, HorizonInfeasible, meetings, verdict_of_span
from supervision_core.rotation.plan import Plan
from supervision_core.rotation.planning import Progress, has_plan, plan_year
from supervision_core.rotation.policy import Objective, Repeats, RotationPolicy
from supervision_core.rotation.question import NO_RESTRICTION, held_by
from supervision_core.rotation.roster import Roster
from supervision_core.rotation.walk import walk
from supervision_core.values.checks import Checks, as_tuple, check_arguments, unchecked
from supervision_core.values.mappings import IdMap

__all__ = ["plan_horizon"]


Assignment = Mapping[str, str]


def plan_by_blocks(rosters: Mapping[int, Roster], history: History, policy: RotationPolicy) -> list[Plan] | None:
    """Plans that follow a repeated block as their reference (their policy says MID_YEAR); None when none was found.

    A block without any flagged pair is tried first. Rosters that differ have no block, and pins leave nothing to rotate.
    """
    roster, *others = rosters.values()
    if policy.repeats is not Repeats.FORBID or roster.pins or any(one != roster for one in others):
        return None
    years = list(rosters)
    length = _length_of_block(years, policy.cooling_off_years)
    for without_flags in (True, False):
        block = _block(roster, length, without_flags=without_flags)
        order = None if block is None else _fitting_order(block, rosters, history, policy)
        if block is not None and order is not None:
            assignments = [block[order[place % len(block)]] for place in range(len(years))]
            plans = list(_follow(rosters, assignments, history, policy))
            if len(plans) == len(years):
                return plans
    return None


def _length_of_block(years: Sequence[int], cooling_off: int) -> int:
    """How many years of the span lie within the cooling-off of each other at most: with gaps, or at its end, fewer than all."""
    return max(sum(first <= year <= first + cooling_off for year in years) for first in years)


def _block(roster: Roster, length: int, *, without_flags: bool) -> list[Assignment] | None:
    """One assignment a year of a block with loads as near to the shares as can be; None when the roster has no block."""
    members: dict[frozenset[str], list[str]] = {}
    for subject in roster.subject_ids:
        closed, flagged, _, _ = roster.restrictions.get(subject, NO_RESTRICTION)
        members.setdefault(closed | flagged if without_flags else closed, []).append(subject)
    units = roster.lead_unit_ids
    rows = [
        (len(subjects), sum(1 << column for column, unit in enumerate(units) if unit not in closed))
        for closed, subjects in members.items()
    ]
    meetings = _nearest_meetings(roster, rows, length)
    if meetings is None:
        return None
    dealt = deal_over_years([len(subjects) for subjects in members.values()], meetings, length)
    years: list[dict[str, str]] = [{} for _ in range(length)]
    for subjects, groups in zip(members.values(), dealt, strict=True):
        following = iter(subjects)
        for alike, columns in groups:
            some = list(islice(following, alike))
            for year, column in zip(years, columns, strict=True):
                year.update(dict.fromkeys(some, units[column]))
    return [IdMap(year) for year in years]


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
    block: Sequence[Assignment], rosters: Mapping[int, Roster], history: History, policy: RotationPolicy
) -> list[int] | None:
    """An order of the block's years in which none repeats what the history holds within the cooling-off; None without one.

    Places and years of the block are matched along alternating paths; a place after the last planned year takes any.
    """
    first = list(rosters.items())[: len(block)]
    allowed = {one.pair for one in first[0][1].allowances}
    fits = [[not _clashes(assignment, year, history, policy, allowed) for assignment in block] for year, _ in first]
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


def _clashes(
    assignment: Assignment, year: int, history: History, policy: RotationPolicy, allowed: Collection[tuple[str, str]]
) -> bool:
    """Whether an assignment repeats what is recorded within the cooling-off, where no allowance opens the pair."""
    for recorded in history.years:
        if year - recorded <= policy.cooling_off_years:
            column = history.column(recorded)
            again = (pair for pair in assignment.items() if pair[1] in held_by(column.get(pair[0])))
            if any(pair not in allowed for pair in again):
                return True
    return False


def _follow(
    rosters: Mapping[int, Roster], assignments: Sequence[Assignment], history: History, policy: RotationPolicy
) -> Iterator[Plan]:
    """The plans as far as they go: avoiding a flagged pair may lead away from the sequence, and so into a dead end."""
    following = attrs.evolve(policy, objective=Objective.MID_YEAR)
    past = history
    for (year, roster), assignment in zip(rosters.items(), assignments, strict=True):
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
    progress: Progress | None = None,
) -> Horizon | HorizonInfeasible:
    """Plans for several years, each optimal given the earlier ones.

    ``roster`` is one for all years, or one a year. Where repeats are forbidden and planning year by year runs into a year
    without a plan, another sequence of years is searched for: with one and the same roster for all years a block that
    repeats for ever and fits the history, and in small cases (up to 4,096 assignments a year) every sequence there is. Its
    years then follow the sequence as their reference (their policy says MID_YEAR), and ``instead`` keeps the dead end.
    Each year still avoids the flagged pairs it can; where that leads away from every sequence, the dead end stays the
    answer. Its claim says what was proved: that the plans made lead there, or that the span has no plans whatever is made.

    >>> import supervision_core as sc
    >>> units = [sc.LeadUnit(id="u"), sc.LeadUnit(id="v"), sc.LeadUnit(id="w")]
    >>> roster = sc.Roster(subjects=[sc.Subject(id=f"s{i}") for i in range(3)], lead_units=units)
    >>> horizon = sc.plan_horizon(roster, years=range(2021, 2024), policy=sc.RotationPolicy(cooling_off_years=2))
    >>> horizon.met["s0"], horizon.claim.name
    (('u', 'v', 'w'), 'WHOLE')
    """
    check_arguments(plan_horizon, progress=progress)
    rosters = _checked_years(years, roster, history, policy)
    planned: list[Plan] = []
    past = history
    for year, of_year in rosters.items():
        outcome = plan_year(of_year, year=year, history=past, policy=policy)
        if isinstance(outcome, Infeasible):
            return _past_the_dead_end(
                rosters, history, policy, HorizonInfeasible(plans=planned, infeasible=outcome, span=list(rosters)), progress
            )
        planned.append(outcome)
        past = followed_by(past, outcome)
        if progress is not None:
            progress("years", len(planned), len(rosters))
    return _horizon(rosters, planned)


def _horizon(rosters: Mapping[int, Roster], planned: Sequence[Plan], instead: HorizonInfeasible | None = None) -> Horizon:
    claim, ground = verdict_of_span(list(rosters.values()), planned)
    # Everything comes from plans, whose ids are checked; in a country these are hundreds of thousands.
    return unchecked(Horizon, plans=tuple(planned), met=meetings(planned), claim=claim, ground=ground, instead=instead)


def _past_the_dead_end(
    rosters: Mapping[int, Roster],
    history: History,
    policy: RotationPolicy,
    dead_end: HorizonInfeasible,
    progress: Progress | None,
) -> Horizon | HorizonInfeasible:
    """A sequence that leads past a dead end, where one is found; else the dead end, and what was proved of it."""
    year = dead_end.infeasible.year
    if policy.repeats is not Repeats.FORBID:
        # Nothing that is planned closes a pair: the year has no plan whatever goes before it.
        return attrs.evolve(dead_end, claim=Claim.WHOLE, ground=NONE_AT_ALL)
    if getattr(policy, "tenure_years", 1) > 1:
        return dead_end
    if not has_plan(rosters[year], year, history, policy):
        return attrs.evolve(dead_end, claim=Claim.WHOLE, ground=NONE_AT_ALL)
    planned = plan_by_blocks(rosters, history, policy)
    if planned is None and (found := walk(rosters, history, policy, fewest_flags=True).found) is not None:
        planned = list(_follow(rosters, found, history, policy))
    if planned is not None:
        if progress is not None:
            progress("years", len(planned), len(rosters))
        return _horizon(rosters, planned, dead_end)
    walked = walk(rosters, history, policy, fewest_flags=False)
    if walked.is_complete and walked.found is None:
        return attrs.evolve(dead_end, claim=Claim.WHOLE, ground=NONE_AT_ALL)
    return dead_end


def _checked_years(years: Iterable[int], roster: object, history: object, policy: object) -> dict[int, Roster]:
    """The roster of each year, in the order of the years."""
    span = as_tuple(years)
    checks = Checks("plan_horizon")
    checks.each("years", span, int, "a year (int)")
    checks.kind("roster", roster, (Roster, Mapping), "a Roster, or a mapping from years to rosters")
    checks.kind("history", history, History, "a History")
    checks.kind("policy", policy, RotationPolicy, "a RotationPolicy")
    checks.done()
    if not span:
        checks.fault("empty", "years", (), "at least one year")
    if any(later <= earlier for earlier, later in pairwise(span)):
        checks.fault("not_rising", "years", span, "years that rise")
    found: dict[int, Roster] = {}
    for year in span:
        of_year = roster.get(year) if isinstance(roster, Mapping) else roster
        if isinstance(of_year, Roster):
            found[year] = of_year
        else:
            checks.fault("missing", f"roster[{year}]", of_year, "a Roster for every year")
    checks.done()
    return found
