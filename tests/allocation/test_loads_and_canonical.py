"""Loads, optimal allocations of several like units and the canonical one, each against a count of everything there is.

The problems are drawn with fixed seeds: classes of several subjects, bounds on both sides, ties, and units that move together.
"""

from itertools import product
from random import Random

import pytest

from supervision_core.allocation.canonical import _Work as Canonical, make_canonical
from supervision_core.allocation.linear import _Work
from supervision_core.allocation.problem import (
    BALANCE,
    CARRIED,
    NOTHING,
    Allocation,
    AllocationProblem,
    LoadCosts,
    Row,
    Spans,
    Squares,
    State,
    bits_of,
)
from supervision_core.allocation.solving import _loads_at_one_height, ideal_loads, solve


def cost_of(costs: LoadCosts, column: int, load: int) -> int:
    """By the words: the squared distance from the target, or from the nearer of its two roundings."""
    scale, target = costs.scale, costs.targets[column]
    if isinstance(costs, Squares):
        return (scale * load - target) ** 2
    down, up = target // scale, -(-target // scale)
    return min((scale * load - scale * one) ** 2 for one in (down, up))


def spread_out(size: int, mask: int, columns: int) -> list[tuple[int, ...]]:
    """Every way to put so many units on the columns of a mask: one count a column."""
    ranges = [range(size + 1) if mask >> column & 1 else (0,) for column in range(columns)]
    return [counts for counts in product(*ranges) if sum(counts) == size]


def added(loads: tuple[int, ...], counts: tuple[int, ...]) -> tuple[int, ...]:
    """The loads with some more units."""
    return tuple(load + more for load, more in zip(loads, counts, strict=True))


def within(lows, loads, highs) -> bool:
    """Whether all loads keep their bounds."""
    return all(low <= load <= high for low, load, high in zip(lows, loads, highs, strict=True))


@pytest.mark.parametrize("kind", [Squares, Spans])
@pytest.mark.parametrize("scale", [1, 2, 3])
def test_what_loads_cost(kind, scale):
    """The value of loads is the sum by the words, a rise is a difference of values, and below a height no rise is above it."""
    loads = range(-6, 9)
    for target in range(-7, 12):
        costs = kind(scale, (target, 1))
        for load in loads:
            assert costs.value([load, 5]) == cost_of(costs, 0, load) + cost_of(costs, 1, 5)
            assert costs.rise(0, load) == cost_of(costs, 0, load + 1) - cost_of(costs, 0, load)
        for height in range(-40, 41):
            below = costs.below(0, height)
            assert [costs.rise(0, load) <= height for load in loads] == [load < below for load in loads]


def test_the_best_loads_of_many_units():
    """However far the targets lie from the bounds and from the units: no loads are better, those of the carried rests next."""
    rng = Random(1)
    for _ in range(150):
        columns = rng.randint(1, 4)
        lows = tuple(rng.choice([0, 0, 3, 8]) for _ in range(columns))
        highs = tuple(low + rng.choice([0, 4, 15, 30]) for low in lows)
        units = rng.randint(sum(lows), sum(highs))
        kind = rng.choice([Squares, Spans])
        balance = kind(rng.randint(1, 4), tuple(rng.randint(-20, 70) for _ in range(columns)))
        carried = rng.choice([None, Squares(rng.randint(1, 3), tuple(rng.randint(0, 30) for _ in range(columns)))])
        problem = AllocationProblem((Row(units, 2**columns - 1, ()),), lows, highs, balance, (BALANCE,), carried)
        best = {0: (0, 0)}
        for column, (low, high) in enumerate(zip(lows, highs, strict=True)):
            following: dict[int, tuple[int, int]] = {}
            for before, (first, second) in best.items():
                for load in range(low, high + 1):
                    value = first + cost_of(balance, column, load), second + (cost_of(carried, column, load) if carried else 0)
                    following[before + load] = min(value, following.get(before + load, value))
            best = following
        found = ideal_loads(problem)

        assert sum(found) == units
        assert within(lows, found, highs)
        assert (
            sum(cost_of(balance, column, load) for column, load in enumerate(found)),
            sum(cost_of(carried, column, load) for column, load in enumerate(found)) if carried else 0,
        ) == best[units]


def some_costs(rng: Random, columns: int) -> tuple[tuple[int, int], ...]:
    """A cost for some of the columns, each cost once and rising."""
    found: dict[int, int] = {}
    for column in range(columns):
        cost = rng.choice([0, 0, 1, 2, 5])
        if cost:
            found[cost] = found.get(cost, 0) | 1 << column
    return tuple(sorted(found.items()))


def some_problem(rng: Random) -> AllocationProblem:
    """Up to four rows of up to four units, four columns with bounds around what can be."""
    columns = rng.randint(2, 4)
    rows = tuple(
        Row(rng.randint(1, 4), rng.randint(1, 2**columns - 1), (some_costs(rng, columns), some_costs(rng, columns)))
        for _ in range(rng.randint(1, 4))
    )
    lows = tuple(rng.choice([0, 0, 1, 2]) for _ in range(columns))
    highs = tuple(low + rng.choice([0, 1, 2, 4, 9]) for low in lows)
    balance = rng.choice([Squares, Spans])(rng.randint(1, 3), tuple(rng.randint(0, 12) for _ in range(columns)))
    levels = [0, 1, BALANCE]
    rng.shuffle(levels)
    levels.insert(rng.randint(levels.index(BALANCE) + 1, 3), CARRIED)
    carried = Squares(rng.randint(1, 3), tuple(rng.randint(0, 12) for _ in range(columns)))
    return AllocationProblem(rows, lows, highs, balance, tuple(levels), carried)


def best_value(problem: AllocationProblem) -> list[int] | None:
    """The least value, level by level: for all loads that can be, the least of the linear levels, and then over the loads."""
    linear = [level for level in problem.levels if level >= 0]
    best = {(0,) * problem.columns: (0, 0)}
    for row in problem.rows:
        prices = [
            [sum(cost for cost, mask in row.costs[level] if mask >> j & 1) for j in range(problem.columns)] for level in linear
        ]
        following: dict[tuple[int, ...], tuple[int, ...]] = {}
        for counts in spread_out(row.size, row.open, problem.columns):
            paid = [sum(map(int.__mul__, counts, of_level)) for of_level in prices]
            for before, value in best.items():
                loads, total = added(before, counts), added(value, tuple(paid))
                following[loads] = min(total, following.get(loads, total))
        best = following
    values = [in_order(problem, loads, value) for loads, value in best.items() if within(problem.lows, loads, problem.highs)]
    return min(values, default=None)


def in_order(problem: AllocationProblem, loads, linear) -> list[int]:
    """What loads and the linear levels cost, in the order of the levels."""
    left = iter(linear)
    found = []
    for level in problem.levels:
        costs = problem.of_loads(level)
        found.append(next(left) if costs is None else sum(cost_of(costs, column, load) for column, load in enumerate(loads)))
    return found


def test_several_units_at_once_are_as_good_as_can_be():
    """Rows of several units, any order of the levels: the allocation and the canonical one have the least value there is."""
    rng = Random(2)
    unsolved = 0
    for _ in range(150):
        problem = some_problem(rng)
        solved, best = solve(problem), best_value(problem)
        assert (solved is None) == (best is None)
        if solved is None:
            unsolved += 1
            continue
        for one in (solved, make_canonical(solved)):
            linear = [
                sum(
                    here.get(row, 0) * cost
                    for row, of_row in enumerate(problem.rows)
                    for cost, mask in of_row.costs[level]
                    for column, here in enumerate(one.at)
                    if mask >> column & 1
                )
                for level in problem.levels
                if level >= 0
            ]
            assert in_order(problem, one.loads, linear) == best
            assert [sum(here.get(row, 0) for here in one.at) for row in range(len(problem.rows))] == [
                row.size for row in problem.rows
            ]
            assert all(problem.rows[row].open >> column & 1 for column, here in enumerate(one.at) for row in here)
    assert 10 < unsolved < 140


def some_allocation(rng: Random) -> Allocation:
    """Any allocation that is to be made canonical: several rows of several units with bounds on both sides of the loads."""
    columns = rng.randint(2, 5)
    rows = [rng.choice([1, 1, 2, 3]) for _ in range(rng.randint(1, 5))]
    tight = tuple(rng.randint(1, 2**columns - 1) for _ in rows)
    at: list[dict[int, int]] = [{} for _ in range(columns)]
    for row, (size, mask) in enumerate(zip(rows, tight, strict=True)):
        for _ in range(size):
            here = at[rng.choice(list(bits_of(mask)))]
            here[row] = here.get(row, 0) + 1
    loads = tuple(sum(here.values()) for here in at)
    lows = tuple(max(0, load - rng.choice([0, 0, 1, 2])) for load in loads)
    highs = tuple(load + rng.choice([0, 0, 1, 2]) for load in loads)
    return Allocation(tuple(at), loads, (), tight, lows, highs)


def first_of_all(one: Allocation) -> list[tuple[int, ...]]:
    """Row by row the greatest counts with which the rows after it can still be placed."""
    columns, rows = len(one.loads), range(len(one.tight))
    sizes = [sum(here.get(row, 0) for here in one.at) for row in rows]
    ways = [sorted(spread_out(size, mask, columns), reverse=True) for size, mask in zip(sizes, one.tight, strict=True)]
    rest = [{(0,) * columns}]
    for of_row in reversed(ways):
        sums = {added(loads, counts) for loads in rest[-1] for counts in of_row}
        rest.append({loads for loads in sums if all(map(int.__le__, loads, one.highs))})
    rest.reverse()
    chosen: list[tuple[int, ...]] = []
    so_far = (0,) * columns
    for row in rows:
        counts = next(
            counts
            for counts in ways[row]
            if any(within(one.lows, added(added(so_far, counts), loads), one.highs) for loads in rest[row + 1])
        )
        chosen.append(counts)
        so_far = added(so_far, counts)
    return chosen


@pytest.mark.parametrize("seed", range(4))
def test_the_canonical_one_is_the_first_of_all(seed):
    """Whatever allocation it starts from: within the tight columns and loads, row by row, no greater counts can be had."""
    rng = Random(seed)
    for _ in range(150):
        one = some_allocation(rng)
        canonical = make_canonical(one)
        counts = [tuple(here.get(row, 0) for here in canonical.at) for row in range(len(one.tight))]

        assert counts == first_of_all(one)
        assert canonical.loads == tuple(map(sum, zip(*counts, strict=True)))
        assert all(units > 0 for here in canonical.at for units in here.values())


def test_enough_rows_move_and_no_more():
    """Three rows of two units each can move to the other column: for three units two rows are enough, for nine all move."""
    problem = AllocationProblem((Row(2, 0b11, ((),)),) * 3, (0, 0), (6, 6), Squares(1, (0, 0)), (0,))
    state = State(problem)
    for row in range(3):
        state.put(row, 0, 2)
    work = _Work(state, None)

    assert work._movers(0, 1, 2) == ([(0, 2)], 2)
    assert work._movers(0, 1, 3) == ([(0, 2), (1, 2)], 4)
    assert work._movers(0, 1, 9) == ([(0, 2), (1, 2), (2, 2)], 6)


def test_one_height_lets_in_a_few_units_less_than_there_are():
    """Never more than there are, each column below the common height; at the next height all would fit."""
    rng = Random(5)
    tried = 0
    for _ in range(300):
        columns = rng.randint(1, 4)
        lows = tuple(rng.choice([0, 0, 3, 8]) for _ in range(columns))
        highs = tuple(low + rng.choice([0, 4, 15, 30]) for low in lows)
        if sum(lows) == sum(highs):
            continue
        units = rng.randint(sum(lows) + 1, sum(highs))
        balance = rng.choice([Squares, Spans])(rng.randint(1, 4), tuple(rng.randint(-20, 70) for _ in range(columns)))
        problem = AllocationProblem((Row(units, 2**columns - 1, ()),), lows, highs, balance, (BALANCE,))
        found = _loads_at_one_height(problem)
        if units == sum(highs):
            assert found == list(highs)
            continue
        rises = [
            cost_of(balance, j, found[j] + 1) - cost_of(balance, j, found[j]) for j in range(columns) if found[j] < highs[j]
        ]
        next_up = [
            next(
                (load for load in range(low, high) if cost_of(balance, j, load + 1) - cost_of(balance, j, load) > min(rises)),
                high,
            )
            for j, (low, high) in enumerate(zip(lows, highs, strict=True))
        ]
        tried += 1

        assert within(lows, found, highs)
        assert sum(found) < units <= sum(next_up)
    assert tried > 200


def test_what_costs_nothing_has_no_price():
    """Plans are compared byte by byte, their proof included: a level on which nobody pays has the price 0 everywhere."""
    rows = (Row(2, 0b11, ((), ((1, 0b10),))), Row(1, 0b10, ((), ())))
    fitting = AllocationProblem(rows, (0, 0), (3, 3), Squares(2, (3, 3)), (0, NOTHING, 1, BALANCE))
    solved = solve(fitting)
    assert solved is not None
    assert solved.prices[:3] == ((0, 0, 0), (0, 0, 0), (0, 0, 0))

    repaired = solve(fitting._replace(highs=(1, 3)))
    assert repaired is not None
    assert repaired.prices[:2] == ((0, 0, 0), (0, 0, 0))


def to_be_reached(work: Canonical) -> list[int]:
    """By node, what units could be passed on to: a row that may still move takes them along, loads within their bounds."""
    sink = work.sink
    arcs = [1 << node for node in range(sink + 1)]
    for row, here in work.support.items():
        for column in here if row >= work.decided else ():
            arcs[column] |= work.tight[row]
    for column, load in enumerate(work.loads):
        if load < work.highs[column]:
            arcs[column] |= 1 << sink
        if load > work.lows[column]:
            arcs[sink] |= 1 << column
    for through in range(sink + 1):
        for node in range(sink + 1):
            if arcs[node] >> through & 1:
                arcs[node] |= arcs[through]
    return arcs


def check_notes(work: Canonical) -> None:
    """All that can be reached is noted, from both ends alike; and what is reached reaches no more."""
    nodes = range(work.sink + 1)
    assert all(not real & ~noted for real, noted in zip(to_be_reached(work), work.reached, strict=True))
    for node in nodes:
        assert work.reaching[node] == sum(1 << other for other in nodes if work.reached[other] >> node & 1)
        assert all(not work.reached[other] & ~work.reached[node] for other in bits_of(work.reached[node]))


@pytest.mark.parametrize("seed", range(4))
def test_what_the_canonical_choice_notes_of_its_ways(seed):
    """Exact to begin with; later never less than there is; and after a search in vain nothing of what it sought."""
    rng = Random(seed)
    in_vain = 0
    for _ in range(150):
        one = some_allocation(rng)
        work = Canonical(one)
        assert set(work.support) == {row for row, mask in enumerate(one.tight) if mask.bit_count() > 1}
        assert work.reached == to_be_reached(work)
        push, search = work._push, work._path_by_masks

        def pushed(row, path, push=push, work=work):
            push(row, path)
            check_notes(work)

        def searched(start, goals, search=search, work=work):
            nonlocal in_vain
            path = search(start, goals)
            if path is None:
                in_vain += 1
                assert not work.reached[start] & goals
            check_notes(work)
            return path

        work._push, work._path_by_masks = pushed, searched
        for row in work.support:
            work.decide(row)
            check_notes(work)
    assert in_vain > 10


def test_the_best_loads_of_shares():
    """Targets that add up to the units, as shares give them, down to none at all: no loads are better, on either level."""
    assert ideal_loads(AllocationProblem((Row(1, 0b111, ()),), (0, 0, 0), (1, 5, 2), Spans(3, (0, 1, 2)), (BALANCE,)))[0] == 0
    rng = Random(11)
    for _ in range(1500):
        columns = rng.randint(1, 3)
        shares = [rng.randint(0, 3) for _ in range(columns - 1)] + [rng.randint(1, 3)]
        units = rng.randint(0, 7)
        lows = tuple(rng.choice([0, 0, 0, 1, 2]) for _ in range(columns))
        highs = tuple(low + rng.choice([0, 1, 2, 5]) for low in lows)
        balance = rng.choice([Squares, Spans])(sum(shares), tuple(units * share for share in shares))
        carried = rng.choice([None, Squares(2, tuple(rng.randint(0, 9) for _ in range(columns)))])
        fitting = [loads for loads in product(*(range(low, high + 1) for low, high in zip(lows, highs, strict=True))) if sum(loads) == units]
        if not fitting:
            continue

        def away(loads, levels=(balance, carried)):
            return [sum(cost_of(costs, column, load) for column, load in enumerate(loads)) for costs in levels if costs is not None]

        found = ideal_loads(AllocationProblem((Row(units, 2**columns - 1, ()),), lows, highs, balance, (BALANCE,), carried))
        assert sum(found) == units
        assert within(lows, found, highs)
        assert away(found) == min(map(away, fitting))
