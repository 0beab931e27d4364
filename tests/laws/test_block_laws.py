"""Blocks of years by definition: every choice of every unit is tried."""

from itertools import combinations, product

from hypothesis import given, strategies as st

import supervision_core as sc
from supervision_core.allocation.cyclic import BlockProblem, find_block

COLUMNS = 4


@st.composite
def problems(draw):
    """A few units of different openness over one to three years, with bounds that often pull in different directions."""
    columns = draw(st.integers(1, COLUMNS))
    masks = draw(st.lists(st.integers(1, 2**columns - 1), unique=True, min_size=1, max_size=3))
    rows = tuple((draw(st.integers(1, 2)), mask) for mask in masks)
    years = draw(st.integers(1, 3))
    lows = tuple(draw(st.integers(0, 4)) for _ in range(columns))
    highs = tuple(low + draw(st.integers(0, 4)) for low in lows)
    return BlockProblem(rows, years, lows, highs)


def totals(problem):
    """The loads of every way in which each unit meets so many different columns."""
    ways = [
        list(combinations([column for column in range(len(problem.lows)) if mask >> column & 1], problem.years))
        for size, mask in problem.rows
        for _ in range(size)
    ]
    for choice in product(*ways):
        met = [column for columns in choice for column in columns]
        yield [met.count(column) for column in range(len(problem.lows))]


@given(problems())
def test_a_block_is_found_exactly_when_there_is_one(problem):
    """What is found keeps every bound; where nothing is found no choice of all units does."""
    exists = any(
        all(low <= load <= high for low, load, high in zip(problem.lows, loads, problem.highs, strict=True))
        for loads in totals(problem)
    )
    block = find_block(problem)

    assert (block is not None) == exists
    if block is None:
        return
    for (size, mask), row in zip(problem.rows, block.meetings, strict=True):
        assert sum(row) == size * problem.years
        assert all(0 <= times <= (size if mask >> column & 1 else 0) for column, times in enumerate(row))
    loads = [sum(column) for column in zip(*block.meetings, strict=True)]
    assert all(low <= load <= high for low, load, high in zip(problem.lows, loads, problem.highs, strict=True))


@st.composite
def steady_rosters(draw):
    """Small rosters with bars, whose lead units take bounded loads."""
    units = draw(st.integers(2, 4))
    subjects = draw(st.integers(1, 6))
    lead_units = []
    for number in range(units):
        low = draw(st.integers(0, 2))
        high = draw(st.none() | st.integers(low, low + 3))
        lead_units.append(sc.LeadUnit(id=f"u{number}", share=draw(st.integers(1, 3)), min_load=low, max_load=high))
    pairs = draw(st.sets(st.tuples(st.integers(0, subjects - 1), st.integers(0, units - 1)), max_size=4))
    bars = [
        sc.Bar(
            subject_id=f"s{subject}",
            lead_unit_id=f"u{unit}",
            reason=sc.BarReason.JURISDICTION,
            severity=draw(st.sampled_from(sc.Severity)),
        )
        for subject, unit in sorted(pairs)
    ]
    return sc.Roster(subjects=[sc.Subject(id=f"s{number}") for number in range(subjects)], lead_units=lead_units, bars=bars)


@given(steady_rosters(), st.integers(1, 2))
def test_what_can_hold_for_ever_is_planned(roster, years):
    """Where a cooling-off can hold for ever, a horizon without repeats is found from scratch, whatever its length."""
    policy = sc.RotationPolicy(cooling_off_years=years, repeats=sc.Repeats.FORBID)
    sustained = sc.sustainable_cooling_off(roster)
    horizon = sc.plan_horizon(roster, years=range(2021, 2028), policy=policy)
    unflagged = all(bar.severity is sc.Severity.HARD for bar in roster.bars)

    if sustained is not None and sustained.years >= years and unflagged:
        assert isinstance(horizon, sc.Horizon)
    if sustained is None:
        assert isinstance(horizon, sc.HorizonInfeasible)
        assert horizon.plans == ()
    if isinstance(horizon, sc.Horizon):
        assert sc.verify_horizon(roster, horizon) == ()
        for before, after in zip(horizon.plans, horizon.plans[1:], strict=False):
            assert not before.assignments.items() & after.assignments.items()
