"""A block of years that can be repeated for ever without a repeat, where planning year by year would run into a dead end.

Any cooling-off years + 1 years in a row of a rotation without repeats are such a block, so one exists whenever a rotation
that goes on for ever does; a flow finds who meets whom in it, and an edge colouring deals the meetings out over its years.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

import attrs

from supervision_core.allocation.balance import ideal_loads
from supervision_core.allocation.blocks import BlockProblem, find_block
from supervision_core.allocation.colouring import deal_over_years
from supervision_core.allocation.problem import BALANCE, Problem, Row
from supervision_core.rotation.history import History
from supervision_core.rotation.planning import plan_year
from supervision_core.rotation.plans import Plan
from supervision_core.rotation.policies import Objective, Repeats, RotationPolicy
from supervision_core.rotation.questions import NO_RESTRICTION, held_by
from supervision_core.rotation.rosters import Roster

__all__ = ["plan_by_blocks"]

Assignment = Mapping[str, str]


def plan_by_blocks(roster: Roster, years: Sequence[int], history: History, policy: RotationPolicy) -> list[Plan] | None:
    """Plans that follow a repeated block as their reference (their policy says MID_YEAR); None when none was found.

    A block without any flagged pair is tried first. Pins leave nothing to rotate and are not tried.
    """
    if policy.repeats is not Repeats.FORBID or roster.pins:
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
    ideal = ideal_loads(Problem(everyone, lows, highs, sum(shares), tuple(subjects * share for share in shares), (BALANCE,)))
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
        past = past.with_plan(plan)
