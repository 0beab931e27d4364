"""Why nothing fits, amounts carried, and blocks of years, each against a count of all sets or of all choices.

The problems are drawn with fixed seeds: rows of several units that cannot all be placed, minima that cannot be met, ties.
"""

from itertools import combinations, product
from random import Random

import pytest

from supervision_core.allocation.cyclic import BlockProblem, find_block
from supervision_core.allocation.dealing import _dealt, _one_each
from supervision_core.allocation.problem import AllocationProblem, Row, Squares, bits_of
from supervision_core.allocation.shortage import find_excess, find_shortage
from supervision_core.allocation.transport import Cut, Load, _Work, carry


def sets_of(things):
    """All sets of some things, small ones first."""
    things = list(things)
    return [chosen for size in range(len(things) + 1) for chosen in combinations(things, size)]


def smallest_of_greatest(amounts):
    """Of all sets with what each misses: the greatest shortage and the set within all sets that have it."""
    most = max(amounts.values())
    return most, frozenset.intersection(*(frozenset(one) for one, amount in amounts.items() if amount == most))


def open_to(masks):
    """The columns open to any of some rows."""
    found = 0
    for mask in masks:
        found |= mask
    return found


def shortage(rows, highs):
    """H1: by set of rows, the units that the columns open to them cannot take; rows are (size, open)."""
    return {
        chosen: sum(rows[row][0] for row in chosen)
        - sum(highs[column] for column in bits_of(open_to(rows[row][1] for row in chosen)))
        for chosen in sets_of(range(len(rows)))
    }


def excess(rows, lows):
    """H2: by set of columns, the units that must go to them less those that may."""
    return {
        chosen: sum(lows[column] for column in chosen)
        - sum(size for size, mask in rows if any(mask >> column & 1 for column in chosen))
        for chosen in sets_of(range(len(lows)))
    }


def problem_of(rows, lows, highs):
    """A problem that only has bounds."""
    return AllocationProblem(tuple(Row(size, mask, ()) for size, mask in rows), lows, highs, Squares(1, (0,) * len(lows)), ())


def some_rows(rng):
    """Rows as (size, open) over up to five columns; some are open to nothing."""
    columns = rng.randint(1, 5)
    return columns, [
        (rng.randint(1, 4), sum({1 << rng.randrange(columns) for _ in range(rng.choice([0, 1, 1, 2, 3]))}))
        for _ in range(rng.randint(1, 5))
    ]


def opened(rows, row, column):
    """The same rows, with one column open to one row more."""
    return [(size, mask | 1 << column if one == row else mask) for one, (size, mask) in enumerate(rows)]


@pytest.mark.parametrize("seed", range(2))
def test_the_smallest_rows_of_greatest_shortage(seed):
    """They and what each part misses are what a count of all sets of rows finds; an example loses its shortage by any unit less."""
    rng = Random(seed)
    for _ in range(120):
        columns, rows = some_rows(rng)
        highs = tuple(rng.choice([0, 1, 1, 2, 4]) for _ in range(columns))
        missing, smallest = smallest_of_greatest(shortage(rows, highs))
        gap = find_shortage(problem_of(rows, (0,) * columns, highs))

        assert sum(part.missing for part in gap.parts) == missing
        assert sorted(row for part in gap.parts for row in part.rows) == sorted(smallest)
        for part in gap.parts:
            assert part.columns == open_to(rows[row][1] for row in part.rows)
            assert part.missing == shortage(rows, highs)[part.rows] > 0
            units = dict(part.example_units)
            assert units.keys() <= set(part.rows)
            assert all(0 < count <= rows[row][0] for row, count in units.items())
            assert part.example_columns == open_to(rows[row][1] for row in units)
            assert sum(units.values()) == 1 + sum(highs[column] for column in bits_of(part.example_columns))
            for row in units:
                fewer = [(count - (one == row), rows[one][1]) for one, count in units.items()]
                assert max(shortage(fewer, highs).values()) == 0
        for row, column in product(smallest, range(columns)):
            if not rows[row][1] >> column & 1:
                helps = max(shortage(opened(rows, row, column), highs).values()) < missing
                assert helps == bool(gap.relieving_columns >> column & 1)


@pytest.mark.parametrize("seed", range(2))
def test_the_smallest_columns_of_greatest_excess(seed):
    """They and what each part misses are what a count of all sets of columns finds; an example holds no smaller one."""
    rng = Random(seed)
    for _ in range(120):
        columns, rows = some_rows(rng)
        lows = tuple(rng.choice([0, 0, 1, 2, 4]) for _ in range(columns))
        amounts = excess(rows, lows)
        missing, smallest = smallest_of_greatest(amounts)
        gap = find_excess(problem_of(rows, lows, (99,) * columns))

        assert sum(part.missing for part in gap.parts) == missing
        assert sorted(column for part in gap.parts for column in bits_of(part.columns)) == sorted(smallest)
        for part in gap.parts:
            assert part.rows == tuple(row for row, (_, mask) in enumerate(rows) if mask & part.columns)
            assert part.missing == amounts[tuple(bits_of(part.columns))] > 0
            assert not part.example_columns & ~part.columns
            example = tuple(bits_of(part.example_columns))
            assert amounts[example] > 0
            assert all(amounts[smaller] <= 0 for smaller in sets_of(example) if smaller != example)
        for row, column in product(range(len(rows)), smallest):
            if not rows[row][1] >> column & 1:
                helps = max(excess(opened(rows, row, column), lows).values()) < missing
                assert helps == (row in gap.relieving_rows)


@pytest.mark.parametrize("maxima_first", [False, True])
def test_what_is_carried_or_why_not(maxima_first):
    """Amounts within all bounds, or the smallest columns of greatest shortage, of the kind that is asked first."""
    rng = Random(7)
    kinds = set()
    for _ in range(300):
        columns = rng.randint(1, 4)
        rows = []
        for _ in range(rng.randint(0, 4)):
            mask, most = rng.randint(1, 2**columns - 1), rng.randint(1, 3)
            rows.append(Load(rng.randint(0, most * mask.bit_count()), mask, most))
        lows = [rng.choice([0, 0, 1, 2, 4]) for _ in range(columns)]
        highs = [low + rng.choice([0, 1, 2, 5]) for low in lows]
        minima = {
            chosen: sum(lows[j] for j in chosen)
            - sum(min(row.amount, row.most * sum(row.open >> j & 1 for j in chosen)) for row in rows)
            for chosen in sets_of(range(columns))
        }
        maxima = {
            chosen: sum(
                max(0, row.amount - row.most * sum(row.open >> j & 1 for j in range(columns) if j not in chosen))
                for row in rows
            )
            - sum(highs[j] for j in chosen)
            for chosen in sets_of(range(columns))
        }
        cuts = []
        for amounts, is_minimum in ((minima, True), (maxima, False)):
            missing, smallest = smallest_of_greatest(amounts)
            if missing:
                cuts.append(Cut(sum(1 << column for column in smallest), is_minimum=is_minimum))
        found = carry(rows, lows, highs, maxima_first=maxima_first)
        kinds.add((len(cuts), isinstance(found, Cut) and found.is_minimum))
        if cuts:
            assert found == cuts[-1 if maxima_first else 0]
            continue
        assert not isinstance(found, Cut)
        for row, here in zip(rows, found, strict=True):
            assert sum(here.values()) == row.amount
            assert all(row.open >> column & 1 and 0 < amount <= row.most for column, amount in here.items())
        loads = [sum(here.get(column, 0) for here in found) for column in range(columns)]
        assert all(low <= load <= high for low, load, high in zip(lows, loads, highs, strict=True))
    assert len(kinds) == 4


def some_block(rng):
    """Rows of up to four units over one to three years; some columns must be met as often as can be, or hardly may be."""
    columns = rng.randint(1, 4)
    rows = tuple((rng.randint(1, 4), rng.randint(1, 2**columns - 1)) for _ in range(rng.randint(1, 3)))
    lows = tuple(rng.choice([0, 0, 1, 2, 4]) for _ in range(columns))
    return BlockProblem(rows, rng.randint(1, 3), lows, tuple(low + rng.choice([0, 1, 2, 6]) for low in lows))


def test_a_block_of_rows_of_several():
    """It is found exactly when the units, each with a choice of so many different columns, can keep all bounds."""
    rng = Random(3)
    found = 0
    for _ in range(300):
        problem = some_block(rng)
        columns = range(len(problem.lows))
        reached = {(0,) * len(problem.lows)}
        for size, mask in problem.rows:
            ways = [set(chosen) for chosen in combinations(bits_of(mask), problem.years)]
            for _ in range(size):
                reached = {tuple(load + (j in way) for j, load in enumerate(loads)) for loads in reached for way in ways}
                reached = {loads for loads in reached if all(map(int.__le__, loads, problem.highs))}
        block = find_block(problem)

        assert (block is not None) == any(all(map(int.__le__, problem.lows, loads)) for loads in reached)
        if block is None:
            continue
        found += 1
        for (size, mask), row in zip(problem.rows, block.meetings, strict=True):
            assert sum(row) == size * problem.years
            assert all(0 <= row[column] <= size * (mask >> column & 1) for column in columns)
        loads = [sum(column) for column in zip(*block.meetings, strict=True)]
        assert all(low <= load <= high for low, load, high in zip(problem.lows, loads, problem.highs, strict=True))
    assert 30 < found < 270


@pytest.mark.parametrize("seed", range(2))
def test_every_year_another_column_and_the_full_ones_first(seed):
    """A column with as many meetings left as there are units is taken at once, and so all meetings are dealt out."""
    rng = Random(seed)
    exchanged = 0
    for _ in range(300):
        columns, years, size = rng.randint(2, 7), rng.randint(1, 5), rng.randint(2, 4)
        years = min(years, columns)
        left = [{} for _ in range(years)]
        for _ in range(size):
            for now, column in zip(left, rng.sample(range(columns), years), strict=True):
                now[column] = now.get(column, 0) + 1
        full = {column for column in range(columns) if sum(now.get(column, 0) for now in left) == size}
        chosen = _one_each(left, size)

        assert all(column in now for now, column in zip(left, chosen, strict=True))
        assert len(set(chosen)) == years
        assert full <= set(chosen)
        exchanged += bool(full) and len(full) < years
        dealt = _dealt(size, left)
        assert all(len(set(one)) == years for _, one in dealt)
        for year, now in enumerate(left):
            assert {column: sum(alike for alike, one in dealt if one[year] == column) for column in now} == now
    assert exchanged > 50


def test_amounts_are_spread_within_the_maxima_where_they_fit():
    """Rows that may go anywhere are spread without putting too much on one column while another has room."""
    work = _Work([Load(1, 0b11, 9), Load(5, 0b11, 9)], [0, 0], [4, 2])
    work.spread()
    assert work.loads == [4, 2]

    rng = Random(2)
    for _ in range(100):
        columns = rng.randint(1, 4)
        highs = [rng.randint(0, 6) for _ in range(columns)]
        left, rows = sum(highs), []
        while left:
            amount = rng.randint(1, left)
            rows.append(Load(amount, 2**columns - 1, 99))
            left -= amount
        work = _Work(rows, [0] * columns, highs)
        work.spread()
        assert work.loads == highs


def test_those_with_the_fewest_columns_are_spread_first():
    """Whoever may go to one column alone is put there before others take its room."""
    work = _Work([Load(1, 0b11, 1), Load(1, 0b01, 1)], [0, 0], [1, 1])
    work.spread()
    assert work.put == [{1: 1}, {0: 1}]


def test_whom_a_chain_sets_free_helps_as_well():
    """A column that nobody may go to must have one: who has no place is free; whose place they could take is; and so on."""
    rows = [(1, 0b00011), (1, 0b01010), (1, 0b00101)]
    gap = find_excess(problem_of(rows, (1, 1, 0, 0, 1), (9,) * 5))

    assert [(part.columns, part.rows, part.missing) for part in gap.parts] == [(0b10000, (), 1)]
    assert gap.relieving_rows == (0, 1, 2)


def test_where_a_chain_makes_room_helps_as_well():
    """Somebody has no column with room: one with room left helps, one whose unit could go there does, and so on."""
    rows = [(1, 0b0001), (1, 0b0110), (1, 0b1100)]
    gap = find_shortage(problem_of(rows, (0,) * 4, (0, 1, 1, 1)))

    assert [(part.rows, part.columns, part.missing) for part in gap.parts] == [((0,), 0b0001, 1)]
    assert gap.relieving_columns == 0b1110


def test_no_more_of_a_row_comes_to_one_column_than_may():
    """Three of four may come to the last column, which must have four: the cut is that column, for its minimum."""
    assert carry([Load(4, 0b1001, 3)], [0, 0, 0, 4], [5, 0, 2, 5]) == Cut(0b1000, is_minimum=True)


def test_too_much_is_followed_from_column_to_column():
    """What is too much in the first could go to the second, and what is there to the third, where it ends: all three are the cut."""
    rows = [Load(1, 0b110, 1), Load(1, 0b100, 1), Load(2, 0b011, 2)]

    assert carry(rows, [0, 0, 0], [1, 1, 1]) == Cut(0b111, is_minimum=False)


def test_no_more_is_taken_away_than_is_too_much():
    """One too many at the first column, where three must stay: one goes on to the second, and one from there to the third."""
    found = carry([Load(2, 0b110, 2), Load(4, 0b011, 4)], [3, 0, 0], [3, 2, 2])

    assert found == [{1: 1, 2: 1}, {0: 3, 1: 1}]
