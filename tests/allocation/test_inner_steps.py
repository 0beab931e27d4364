"""The steps inside of allocation, each against its words worked out the long way: rooms, paths, prices, and best moves.

What an allocation is does not depend on most of these choices, only on how soon it is found; so each step is held by itself.
"""

from itertools import product
from random import Random

import pytest

from supervision_core.allocation import solving
from supervision_core.allocation.cyclic import BlockProblem, _Flow
from supervision_core.allocation.linear import _move_to_cheapest, _within, _Work, settle_level
from supervision_core.allocation.problem import (
    BALANCE,
    AllocationProblem,
    NothingFits,
    Rooms,
    Row,
    Spans,
    Squares,
    State,
    bits_of,
    shortest_path,
)
from supervision_core.allocation.shortage import _components, _grown, _place


def some_costs(rng, columns):
    """A cost for some of the columns, each cost once and rising."""
    found = {}
    for column in range(columns):
        if cost := rng.choice([0, 0, 1, 2, 5]):
            found[cost] = found.get(cost, 0) | 1 << column
    return tuple(sorted(found.items()))


def cost_at(costs, column):
    """What a column costs: 0 where nothing is said of it."""
    return sum(cost for cost, columns in costs if columns >> column & 1)


def some_state(rng):
    """Rows of several units somewhere on their columns, bounds that the loads may break, and what each row pays where."""
    columns = rng.randint(2, 4)
    rows = [(rng.randint(1, 4), rng.randint(1, 2**columns - 1), some_costs(rng, columns)) for _ in range(rng.randint(1, 4))]
    lows = tuple(rng.choice([0, 0, 1, 2]) for _ in range(columns))
    highs = tuple(low + rng.choice([0, 1, 2, 4, 9]) for low in lows)
    problem = AllocationProblem(
        tuple(Row(size, mask, (cost,)) for size, mask, cost in rows), lows, highs, Squares(1, (0,) * columns), (0,)
    )
    state = State(problem)
    for row, (size, mask, _) in enumerate(rows):
        for _ in range(size):
            state.put(row, rng.choice(list(bits_of(mask))), 1)
    return state, [cost for *_, cost in rows]


def test_rooms_know_where_room_is_left():
    """A column is open exactly while at least one unit fits; room that is given back opens it again."""
    rooms = Rooms([2, 0, -1])
    assert (rooms.left, rooms.open) == ([2, 0, -1], 0b001)
    rooms.take(0, 1)
    assert (rooms.left, rooms.open) == ([1, 0, -1], 0b001)
    rooms.take(0, 1)
    assert (rooms.left, rooms.open) == ([0, 0, -1], 0b000)
    rooms.take(1, -1)
    assert (rooms.left, rooms.open) == ([0, 1, -1], 0b010)
    rooms.take(1, 3)
    assert (rooms.left, rooms.open) == ([0, -2, -1], 0b000)


def test_units_fill_the_first_columns_that_have_room():
    """From the first column of the mask on, as far as there is room; what does not fit comes back and the others stay empty."""
    problem = AllocationProblem((Row(9, 0b1111, ()),), (0,) * 4, (9,) * 4, Squares(1, (0,) * 4), ())
    state, rooms = State(problem), Rooms([2, 3, 0, 2])

    assert state.put_where_room(0, 4, 0b1011, rooms) == 0
    assert (state.at, state.loads, state.used) == ([{0: 2}, {0: 2}, {}, {}], [2, 2, 0, 0], [0b0011])
    assert rooms.left == [0, 1, 0, 2]
    assert state.put_where_room(0, 4, 0b0110, rooms) == 3
    assert (state.at, state.loads, state.used) == ([{0: 2}, {0: 3}, {}, {}], [2, 3, 0, 0], [0b0011])
    state.take(0, 1, 1)
    assert (state.at[1], state.loads[1], state.used) == ({0: 2}, 2, [0b0011])
    state.take(0, 1, 2)
    assert (state.at[1], state.loads[1], state.used) == ({}, 0, [0b0001])


def test_a_shortest_path_is_found_where_there_is_one():
    """From any of the start to any of the goals, by arcs that there are, none shorter; none where nothing leads there."""
    rng = Random(3)
    found = 0
    for _ in range(400):
        nodes = rng.randint(1, 6)
        arcs = [rng.getrandbits(nodes) & rng.getrandbits(nodes) for _ in range(nodes)]
        start = sorted(rng.sample(range(nodes), rng.randint(0, min(2, nodes))))
        goals = rng.getrandbits(nodes) & ~sum(1 << node for node in start)
        far = dict.fromkeys(start, 0)
        for _ in range(nodes):
            for node, steps in list(far.items()):
                for other in bits_of(arcs[node]):
                    far[other] = min(far.get(other, nodes), steps + 1)
        least = min((steps for node, steps in far.items() if goals >> node & 1), default=None)
        path = shortest_path(start, goals, 2**nodes - 1, lambda node, unseen, arcs=arcs: arcs[node])
        if least is None:
            assert path is None
            continue
        found += 1
        assert path is not None
        assert path[0] in start
        assert goals >> path[-1] & 1
        assert len(path) == least + 1
        assert all(arcs[here] >> there & 1 for here, there in zip(path, path[1:], strict=False))
    assert 60 < found < 350


def test_costs_within_a_mask():
    """Only columns of the mask, those that cost nothing first, and no cost without columns."""
    cost = ((1, 0b0011), (4, 0b1000))
    assert _within(0b1111, cost) == ((0, 0b0100), (1, 0b0011), (4, 0b1000))
    assert _within(0b1010, cost) == ((1, 0b0010), (4, 0b1000))
    assert _within(0b0100, cost) == ((0, 0b0100),)


def test_units_go_to_their_cheapest_columns():
    """All of them, the columns with room first; who stands on a cheapest column stays; each row's cheapest columns come back."""
    rng = Random(6)
    moved = 0
    for _ in range(300):
        state, costs = some_state(rng)
        sizes = [sum(here.get(row, 0) for here in state.at) for row in range(len(costs))]
        before, highs = [dict(here) for here in state.at], list(state.highs)
        best = _move_to_cheapest(state, costs)
        moved += before != state.at
        for row, cost in enumerate(costs):
            least = min(cost_at(cost, column) for column in bits_of(state.rows[row].open))
            assert best[row] == sum(1 << column for column in bits_of(state.rows[row].open) if cost_at(cost, column) == least)
            assert sum(here.get(row, 0) for here in state.at) == sizes[row]
            assert all(best[row] >> column & 1 for column, here in enumerate(state.at) if row in here)
            assert all(
                state.at[column].get(row, 0) >= here.get(row, 0)
                for column, here in enumerate(before)
                if best[row] >> column & 1
            )
        for row, column in product(range(len(costs)), range(len(highs))):
            came = state.at[column].get(row, 0) - (before[column].get(row, 0) if best[row] >> column & 1 else 0)
            stayed = sum(units for other, units in before[column].items() if best[other] >> column & 1)
            if came > 0 and state.loads[column] > max(highs[column], stayed) and column != min(bits_of(best[row])):
                raise AssertionError("too much, and not on the first of the cheapest columns")
    assert moved > 100


def arcs_of(work, costs):
    """By the words: who stands somewhere may go to another column for what it costs more there, each column to the sink and back."""
    state, sink = work.state, work.sink
    found = {}

    def note(here, there, cost):
        if here != there:
            found[here, there] = min(cost, found.get((here, there), cost))

    for column in range(sink):
        for row in state.at[column]:
            paid = cost_at(costs[row], column) - work.prices[column]
            for there in bits_of(state.tight[row]):
                note(column, there, cost_at(costs[row], there) - work.prices[there] - paid)
        if work.flows[column] < state.highs[column]:
            note(column, sink, work.prices[column] - work.prices[sink])
        if work.flows[column] > state.lows[column]:
            note(sink, column, work.prices[sink] - work.prices[column])
    return found


def distances(start, arcs, nodes):
    """The shortest distances from a start, by going over all arcs as often as there are nodes."""
    far = dict.fromkeys(start, 0)
    for _ in range(nodes):
        for (here, there), cost in arcs.items():
            if here in far:
                far[there] = min(far.get(there, far[here] + cost), far[here] + cost)
    return [far.get(node) for node in range(nodes)]


def check_work(work, costs):
    """What holds all along: amounts add up, nothing is below its price, everybody stands where it costs least."""
    state, sink = work.state, work.sink
    assert all(low <= flow <= high for low, flow, high in zip(state.lows, work.flows, state.highs, strict=True))
    assert work.excess == [
        *(load - flow for load, flow in zip(state.loads, work.flows, strict=True)),
        sum(work.flows) - sum(state.loads),
    ]
    assert work.is_unbalanced() == any(work.excess)
    assert all(cost >= 0 for cost in arcs_of(work, costs).values())
    for column in range(sink):
        present = {row: units for rows in work.present[column].values() for row, units in rows.items()}
        assert present == state.at[column]
        assert all(rows and all(work.kind_of[row] == kind for row in rows) for kind, rows in work.present[column].items())


@pytest.mark.parametrize("seed", range(3))
def test_a_level_is_settled_by_prices(seed):
    """Prices move by the shortest distances up to the nearest gap; then nothing that is free leads there any more."""
    rng = Random(seed)
    steps = unfit = 0
    for _ in range(150):
        state, costs = some_state(rng)
        state.tight = _move_to_cheapest(state, costs) if rng.random() < 0.3 else state.tight
        if state.tight == [row.open for row in state.rows]:
            _move_to_cheapest(state, costs)
        work = _Work(state, costs)
        check_work(work, costs)
        nodes = work.sink + 1
        while work.is_unbalanced():
            arcs, before = arcs_of(work, costs), list(work.prices)
            far = distances([node for node, amount in enumerate(work.excess) if amount > 0], arcs, nodes)
            assert work._distances() == far
            short = [far[node] for node, amount in enumerate(work.excess) if amount < 0 and far[node] is not None]
            if not short:
                with pytest.raises(NothingFits):
                    work.move_prices()
                unfit += 1
                break
            work.move_prices()
            nearest = min(short)
            assert work.prices == [
                price + (nearest if one is None else min(one, nearest)) for price, one in zip(before, far, strict=True)
            ]
            check_work(work, costs)
            amounts = list(work.excess)
            work.push_all()
            check_work(work, costs)
            assert all(min(0, was) <= now <= max(0, was) for was, now in zip(amounts, work.excess, strict=True))
            free = {arc: cost for arc, cost in arcs_of(work, costs).items() if not cost}
            reached = distances([node for node, amount in enumerate(work.excess) if amount > 0], free, nodes)
            assert not any(amount < 0 and reached[node] is not None for node, amount in enumerate(work.excess))
            steps += 1
        else:
            least = [
                min(cost_at(cost, j) - work.prices[j] for j in bits_of(mask))
                for cost, mask in zip(costs, state.tight, strict=True)
            ]
            masks, lows, highs = list(state.tight), list(state.lows), list(state.highs)
            work.keep_tight()
            assert state.tight == [
                sum(1 << j for j in bits_of(mask) if cost_at(cost, j) - work.prices[j] == one)
                for cost, mask, one in zip(costs, masks, least, strict=True)
            ]
            sink = work.prices[-1]
            assert state.highs == [
                low if price > sink else high for low, high, price in zip(lows, highs, work.prices, strict=False)
            ]
            assert state.lows == [
                high if price < sink else low for low, high, price in zip(lows, highs, work.prices, strict=False)
            ]
    assert steps > 20
    assert unfit > 5


def test_loads_within_their_bounds_are_left_alone():
    """Without costs, and with everybody at a cheapest column, a level changes nothing but what stays tight; its prices are 0."""
    problem = AllocationProblem((Row(2, 0b11, (((1, 0b10),),)),), (0, 0), (2, 2), Squares(1, (0, 0)), (0,))
    state = State(problem)
    state.put(0, 0, 2)

    assert settle_level(state, [()]) == (0, 0, 0)
    assert state.tight == [0b11]
    assert settle_level(state, [((1, 0b10),)]) == (0, 0, 0)
    assert (state.tight, state.at) == ([0b01], [{0: 2}, {}])


def reached_from(state, start):
    """The columns that units at one column could be passed on to, one after another."""
    seen, waiting = {start}, [start]
    while waiting:
        here = waiting.pop()
        for there in {other for row in state.at[here] for other in bits_of(state.tight[row])} - seen:
            seen.add(there)
            waiting.append(there)
    return seen - {start}


def test_the_best_move_between_loads():
    """The pair of columns that helps most of all that are joined; as many units as each still help and can move; or none."""
    rng = Random(9)
    moves = 0
    for _ in range(400):
        state, _ = some_state(rng)
        columns = range(len(state.loads))
        costs = rng.choice([Squares, Spans])(rng.randint(1, 3), tuple(rng.randint(0, 12) for _ in columns))
        state.lows = [min(low, load) for low, load in zip(state.lows, state.loads, strict=True)]
        state.highs = [max(high, load) for high, load in zip(state.highs, state.loads, strict=True)]
        adjacent = [solving._adjacent(state, column) for column in columns]
        assert adjacent == [
            sum(1 << j for j in {j for row in state.at[column] for j in bits_of(state.tight[row])} - {column})
            for column in columns
        ]
        helps = {
            (giver, taker): costs.rise(giver, state.loads[giver] - 1) - costs.rise(taker, state.loads[taker])
            for giver in columns
            if state.loads[giver] > state.lows[giver]
            for taker in reached_from(state, giver)
            if state.loads[taker] < state.highs[taker]
        }
        found = solving._best_move(state, costs, adjacent)
        most = max(helps.values(), default=0)
        if most <= 0:
            assert found is None
            continue
        moves += 1
        assert found is not None
        path, amount = found
        assert helps[path[0], path[-1]] == most
        assert all(adjacent[here] >> there & 1 for here, there in zip(path, path[1:], strict=False))
        limits = [
            state.loads[path[0]] - state.lows[path[0]],
            state.highs[path[-1]] - state.loads[path[-1]],
            *(
                sum(units for row, units in state.at[here].items() if state.tight[row] >> there & 1)
                for here, there in zip(path, path[1:], strict=False)
            ),
        ]
        helping = [
            units
            for units in range(1, min(limits) + 1)
            if costs.rise(path[0], state.loads[path[0]] - units) > costs.rise(path[-1], state.loads[path[-1]] + units - 1)
        ]
        assert amount == max(helping)
    assert moves > 100


def test_units_shift_from_one_column_to_another():
    """As many as are asked for, of rows that may go there, and no other moves."""
    problem = AllocationProblem(
        (Row(2, 0b01, ()), Row(2, 0b11, ()), Row(3, 0b11, ()), Row(1, 0b11, ())), (0, 0), (9, 9), Squares(1, (0, 0)), ()
    )
    state = State(problem)
    for row, one in enumerate(problem.rows):
        state.put(row, 0, one.size)
    assert solving._available(state, 0, 1) == 6
    solving._shift(state, 0, 1, 3)
    assert state.at == [{0: 2, 2: 2, 3: 1}, {1: 2, 2: 1}]
    solving._shift(state, 0, 1, 2)
    assert state.at == [{0: 2, 3: 1}, {1: 2, 2: 3}]


def test_prices_of_settled_loads():
    """The margin between what the last units save and what one more would cost; loads stay free only where that is equal."""
    problem = AllocationProblem((Row(5, 0b11, ()),), (0, 0), (9, 9), Squares(1, (0, 0)), (BALANCE,))
    state = State(problem)
    state.put(0, 0, 3)
    state.put(0, 1, 2)
    # Of 3 the last saves 9 - 4 = 5; a third at the other would cost 9 - 4 = 5.
    assert solving.settle_ideal(state, Squares(1, (0, 0))) == (0, 0, 5)
    assert (state.lows, state.highs) == ([2, 2], [3, 3])


def test_who_is_best_alone():
    """Level by level the cheapest of what is left, each level only among the columns that the ones before left over."""
    rows = (
        Row(1, 0b1111, (((1, 0b0001),), ((1, 0b0010), (2, 0b0001)))),
        Row(1, 0b0011, (((1, 0b0011),), ((3, 0b0001),))),
        Row(1, 0b0100, (((1, 0b0100),), ())),
    )
    problem = AllocationProblem(rows, (0,) * 4, (9,) * 4, Squares(1, (0,) * 4), (0, BALANCE, 1))
    assert solving._best_alone(problem) == [0b1100, 0b0010, 0b0100]
    assert solving._best_alone(problem._replace(levels=(1, BALANCE))) == [0b1100, 0b0010, 0b0100]


def test_a_first_allocation_is_said_to_be_best_only_where_it_is():
    """At the best loads and with everybody at a column that is best alone it is; where these do not fit together it is not."""
    free = AllocationProblem((Row(2, 0b11, ((),)), Row(2, 0b11, ((),))), (0, 0), (4, 4), Squares(2, (4, 4)), (0, BALANCE))
    state = State(free)
    assert solving._begin(state, free)
    assert (state.at, state.tight) == ([{0: 2}, {1: 2}], [0b11, 0b11])
    assert (state.lows, state.highs) == ([0, 0], [4, 4])
    dear = ((1, 0b10),)
    held = free._replace(rows=(Row(2, 0b11, (dear,)), Row(2, 0b11, (dear,))))
    state = State(held)
    assert not solving._begin(state, held)
    assert (state.at, state.tight) == ([{0: 2, 1: 2}, {}], [0b11, 0b11])
    assert (state.lows, state.highs) == ([0, 0], [4, 4])
    # The first row took the place of the second, which has no other: moved along, all have their best.
    moved = free._replace(rows=(Row(2, 0b11, ((),)), Row(2, 0b01, ((),))))
    state = State(moved)
    assert solving._begin(state, moved)
    assert (state.at, state.tight) == ([{1: 2}, {0: 2}], [0b11, 0b01])
    # Five units do not fit into four places: nothing is said of them.
    five = free._replace(rows=(Row(5, 0b11, ((),)),), highs=(2, 2))
    state = State(five)
    assert not solving._begin(state, five)
    assert sum(state.loads) == 5


def test_who_has_the_fewest_columns_is_placed_first():
    """Whoever has a choice leaves room to who has none, so that all have a place; who finds none stands in an extra column."""
    problem = AllocationProblem((Row(2, 0b11, ()), Row(2, 0b01, ())), (0, 0), (2, 2), Squares(1, (0, 0)), ())
    assert _place(problem, (2, 2)).at == [{1: 2}, {0: 2}, {}]
    state = _place(problem, (2, 1))
    assert state.loads == [2, 1, 1]
    assert all(problem.rows[row].open >> column & 1 for column, here in enumerate(state.at[:2]) for row in here)


def test_a_mask_grows_until_nothing_comes():
    """From one step to the next, whatever is reached; and no further."""
    following = {0b0001: 0b0010, 0b0010: 0b0100, 0b0100: 0, 0b1000: 0b0001}
    more = lambda mask: sum({following[1 << place] for place in bits_of(mask)})  # noqa: E731  one line says it
    assert _grown(0b0001, more) == 0b0111
    assert _grown(0b1000, more) == 0b1111
    assert _grown(0, more) == 0


def test_parts_that_share_nothing():
    """Rows and columns fall apart into parts, by their first rows; a row without columns, and a column without rows, stand alone."""
    rows = (Row(1, 0b00011, ()), Row(1, 0b00100, ()), Row(1, 0b00010, ()), Row(1, 0b10000, ()), Row(1, 0b01000, ()))
    problem = AllocationProblem(rows, (0,) * 5, (1,) * 5, Squares(1, (0,) * 5), ())
    assert _components(problem, (0, 1, 2), 0b00111) == [((0, 2), 0b00011), ((1,), 0b00100)]
    assert _components(problem, (0, 2, 3), 0b00011) == [((0, 2), 0b00011), ((3,), 0)]
    assert _components(problem, (4,), 0b01100) == [((), 0b00100), ((4,), 0b01000)]


def test_meetings_are_added_along_shortest_paths():
    """As many at once as every step lets through; what a row met elsewhere is given up for it."""
    flow = _Flow(BlockProblem(((3, 0b11), (2, 0b01)), 1, (0, 0), (3, 3)))
    flow.fill((3, 0))
    assert (flow.flow, flow.left, flow.loads) == ([[3, 0], [0, 0]], [0, 2], [3, 0])
    flow.fill((3, 3))
    assert (flow.flow, flow.left, flow.loads) == ([[1, 2], [2, 0]], [0, 0], [3, 2])
