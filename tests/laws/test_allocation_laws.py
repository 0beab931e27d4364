"""Laws of allocation, on problems small enough to try every allocation.

* an allocation is found exactly when there is one, and it is optimal level by level
* what is kept tight is the set of all optimal allocations: no fewer, no more
* the canonical one is the first of them
* the best loads are the best of all loads within the bounds
"""

from itertools import product

from hypothesis import given, strategies as st

from supervision_core.allocation.canonical import make_canonical
from supervision_core.allocation.linear import cheapest
from supervision_core.allocation.problem import BALANCE, CARRIED, NOTHING, AllocationProblem, Row, Spans, Squares, bits_of
from supervision_core.allocation.solving import ideal_loads, is_feasible, solve

LEVELS = 2


@st.composite
def costs(draw, columns):
    """For some columns a cost of 1 or 2, or of 4 for one of them, each cost once and rising."""
    of_column = [draw(st.sampled_from([0, 0, 1, 2, 4])) for _ in range(columns)]
    found = {}
    for column, cost in enumerate(of_column):
        if cost:
            found[cost] = found.get(cost, 0) | 1 << column
    return tuple(sorted(found.items()))


@st.composite
def problems(draw):
    """Up to five units in up to three kinds, three columns with bounds that may be too tight, the levels in any order."""
    columns = draw(st.integers(1, 3))
    rows = [
        Row(size, draw(st.integers(0, 2**columns - 1)) or 2**columns - 1, tuple(draw(costs(columns)) for _ in range(LEVELS)))
        for size in draw(st.sampled_from([(), (1,), (2,), (3,), (1, 1), (2, 1), (2, 2), (3, 2), (1, 1, 1), (2, 1, 2)]))
    ]
    shares = draw(st.lists(st.integers(0, 3), min_size=columns, max_size=columns).filter(any))
    lows = tuple(draw(st.sampled_from([0, 0, 0, 1, 2])) for _ in range(columns))
    highs = tuple(low + draw(st.sampled_from([0, 1, 2, 5])) for low in lows)
    units = sum(row.size for row in rows)
    balance = draw(st.sampled_from([Squares, Spans]))(sum(shares), tuple(units * share for share in shares))
    levels = draw(st.permutations([0, 1, BALANCE, NOTHING]))
    carried = Squares(draw(st.integers(1, 3)), tuple(draw(st.integers(-4, 12)) for _ in range(columns)))
    levels.insert(draw(st.integers(levels.index(BALANCE) + 1, len(levels))), CARRIED)
    return AllocationProblem(tuple(rows), lows, highs, balance, tuple(levels), carried)


def cost_of_load(problem, level, column, load):
    """By the words: the squared distance from the target, or from its two roundings."""
    if level == CARRIED:
        return (problem.carried.scale * load - problem.carried.targets[column]) ** 2
    if level != BALANCE:
        return 0
    scale, target = problem.balance.scale, problem.balance.targets[column]
    if isinstance(problem.balance, Squares):
        return (scale * load - target) ** 2
    least, most = scale * (target // scale), scale * -(-target // scale)
    return max(least - scale * load, 0, scale * load - most) ** 2


def spread_out(size, open_columns, columns):
    """Every way to put so many units on the open columns: one count a column."""
    ranges = [range(size + 1) if open_columns >> column & 1 else (0,) for column in range(columns)]
    return [counts for counts in product(*ranges) if sum(counts) == size]


def allocations(problem, tight=None, lows=None, highs=None):
    """Every allocation, one row of counts for each row of the problem, with its loads, within the bounds."""
    masks = [row.open for row in problem.rows] if tight is None else tight
    ways = [spread_out(row.size, mask, problem.columns) for row, mask in zip(problem.rows, masks, strict=True)]
    for counts in product(*ways):
        loads = [sum(row[column] for row in counts) for column in range(problem.columns)]
        if all(low <= load <= high for low, load, high in zip(lows or problem.lows, loads, highs or problem.highs, strict=True)):
            yield counts, loads


def value(problem, counts, loads):
    """What an allocation costs, level by level."""
    found = []
    for level in problem.levels:
        if level < 0:
            found.append(sum(cost_of_load(problem, level, column, load) for column, load in enumerate(loads)))
        else:
            found.append(
                sum(
                    cost * here[column]
                    for row, here in zip(problem.rows, counts, strict=True)
                    for cost, columns in row.costs[level]
                    for column in bits_of(columns)
                )
            )
    return found


def counts_of(problem, allocation):
    return tuple(tuple(here.get(row, 0) for here in allocation.at) for row in range(len(problem.rows)))


@given(problems())
def test_the_optimal_allocations_are_what_is_kept(problem):
    """All of them and nothing else stand on the tight columns within the kept loads; the canonical one is the first."""
    tried = [(value(problem, counts, loads), counts) for counts, loads in allocations(problem)]
    told = []
    solved = solve(problem, lambda done, total: told.append((done, total)))

    assert (solved is not None) == bool(tried) == is_feasible(problem)
    if solved is None:
        return
    best = min(tried)[0]
    optimal = {counts for found, counts in tried if found == best}
    assert counts_of(problem, solved) in optimal
    assert list(solved.loads) == [sum(here.values()) for here in solved.at]
    assert told[-1] == (5, 5)
    assert {counts for counts, _ in allocations(problem, solved.tight, solved.lows, solved.highs)} == optimal
    canonical = make_canonical(solved)
    assert counts_of(problem, canonical) == max(optimal)
    assert list(canonical.loads) == [sum(here.values()) for here in canonical.at]
    assert all(units > 0 for here in canonical.at for units in here.values())


@given(problems())
def test_the_prices_prove_each_level(problem):
    """Level by level: no unit could move, and no load rise or fall by one, for less than the difference of the prices."""
    solved = solve(problem)
    if solved is None:
        return
    counts = counts_of(problem, solved)
    sink = problem.columns
    zero = [0] * len(problem.levels)

    def between(here, there):
        return [prices[here] - prices[there] for prices in solved.prices]

    def paid(row, column):
        return [
            0 if level < 0 else sum(cost for cost, columns in problem.rows[row].costs[level] if columns >> column & 1)
            for level in problem.levels
        ]

    for row, here in product(range(len(counts)), range(sink)):
        for there in bits_of(problem.rows[row].open):
            if counts[row][here]:
                assert [a - b + c for a, b, c in zip(paid(row, there), paid(row, here), between(here, there), strict=True)] >= zero
    for column in range(sink):
        for by, allowed in ((1, solved.loads[column] < problem.highs[column]), (-1, solved.loads[column] > problem.lows[column])):
            if allowed:
                load = solved.loads[column]
                cost = [cost_of_load(problem, level, column, load + by) - cost_of_load(problem, level, column, load) for level in problem.levels]
                assert [a + by * b for a, b in zip(cost, between(column, sink), strict=True)] >= zero


@given(problems())
def test_the_best_loads(problem):
    """Of all loads within the bounds that take every unit; where none do, the bounds themselves."""
    units = problem.units
    found = ideal_loads(problem)
    fitting = [loads for loads in product(*(range(low, high + 1) for low, high in zip(problem.lows, problem.highs, strict=True))) if sum(loads) == units]

    def away(loads):
        return [sum(cost_of_load(problem, level, column, load) for column, load in enumerate(loads)) for level in (BALANCE, CARRIED)]

    if fitting:
        assert sum(found) == units
        assert away(found) == min(map(away, fitting))
    else:
        assert found == list(problem.lows if sum(problem.lows) > units else problem.highs)


def test_many_units_take_as_few_steps_as_few():
    """A million units are dealt out by the shares at once; bounds on both sides are kept, the rest goes on in their ratio."""
    balance = Squares(4, (10**6, 2 * 10**6, 10**6))
    million = AllocationProblem((Row(10**6, 7, ((),)),), (0, 0, 300_000), (100_000, 10**6, 10**6), balance, (BALANCE,))

    assert ideal_loads(million) == [100_000, 575_000, 325_000]


def test_the_cheapest_columns():
    """Those that cost nothing, or else those of the least cost that are open at all."""
    cost = ((1, 0b0010), (3, 0b0100))

    assert cheapest(0b1111, cost) == 0b1001
    assert cheapest(0b0111, cost) == 0b0001
    assert cheapest(0b0110, cost) == 0b0010
    assert cheapest(0b0100, cost) == 0b0100
    assert cheapest(0b0111, ()) == 0b0111
