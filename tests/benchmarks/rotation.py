"""Planning a year: the library against OR-Tools' min-cost flow, from the same objects, in the same process.

    .venv/bin/python -m pip install ortools
    .venv/bin/python tests/benchmarks/rotation.py            # the usual sizes
    .venv/bin/python tests/benchmarks/rotation.py 100000 20 3 planned random hostile

``plan_year`` is timed from domain objects to the finished plan: all levels, the canonical choice and the proof. OR-Tools gets
the same roster and history and returns a dict: one arc for every subject and lead unit, repeats within the window first and
the balance of the loads second, nothing else. "grouped" is OR-Tools on the library's own grouping of like subjects.
Each figure is a median of the rounds, each ratio the median of the ratios round by round.
"""

from __future__ import annotations

import gc
import random
import statistics
import sys
import time
import tracemalloc
from collections import Counter
from collections.abc import Callable

import numpy as np
from ortools.graph.python import min_cost_flow

import supervision_core as sc
from supervision_core.rotation.grouping import group
from supervision_core.rotation.question import ask

ROUNDS = 5
LEAST = 0.05
USUAL = [
    (104, 5, 3), (1_000, 5, 1), (1_000, 20, 3), (1_000, 50, 10), (10_000, 5, 3), (10_000, 20, 3), (10_000, 50, 10),
    (100_000, 5, 3), (100_000, 20, 3), (100_000, 50, 3), (100_000, 5, 10), (100_000, 20, 10), (1_000_000, 20, 3),
]  # fmt: skip
Case = tuple[sc.Roster, sc.History]


def roster_of(ids: list[str], units: list[str], **bounds: int) -> sc.Roster:
    """Subjects and equal lead units."""
    return sc.Roster(subjects=[sc.Subject(id=one) for one in ids], lead_units=[sc.LeadUnit(id=unit, **bounds) for unit in units])


def planned(subjects: int, units: int, years: int) -> Case:
    """A history of the library's own plans, with 3 % arrivals and leavers a year."""
    rng = random.Random(1)
    names = [f"u{number:02}" for number in range(units)]
    ids = [f"s{number:07}" for number in range(subjects)]
    following = subjects
    history = sc.History()
    policy = sc.RotationPolicy(cooling_off_years=years)
    for year in range(2021 - years, 2021):
        plan = sc.plan_year(roster_of(ids, names), year=year, history=history, policy=policy)
        assert isinstance(plan, sc.Plan)
        history = history.with_plan(plan)
        gone = set(rng.sample(range(subjects), subjects * 3 // 100))
        ids = [one for place, one in enumerate(ids) if place not in gone]
        ids += [f"s{following + number:07}" for number in range(len(gone))]
        following += len(gone)
    return roster_of(ids, names), history


def at_random(subjects: int, units: int, years: int) -> Case:
    """Everyone anywhere in every year."""
    rng = random.Random(1)
    names = [f"u{number:02}" for number in range(units)]
    ids = [f"s{number:07}" for number in range(subjects)]
    columns = {2021 - age: {one: rng.choice(names) for one in ids} for age in range(1, years + 1)}
    return roster_of(ids, names), sc.History.of(columns)


def hostile(subjects: int, units: int, years: int) -> Case:
    """A few lead units had nearly everybody, and the loads are fixed and skewed: repeats cannot be avoided."""
    rng = random.Random(1)
    names = [f"u{number:02}" for number in range(units)]
    ids = [f"s{number:07}" for number in range(subjects)]
    weights = [2.0 ** -min(number, 12) for number in range(units)]
    columns = {2021 - age: dict(zip(ids, rng.choices(names, weights, k=subjects), strict=True)) for age in range(1, years + 1)}
    loads = [int(subjects * weight / sum(weights)) for weight in weights]
    loads[0] += subjects - sum(loads)
    lead_units = [sc.LeadUnit(id=unit, min_load=load, max_load=load) for unit, load in zip(names, loads, strict=True)]
    return sc.Roster(subjects=[sc.Subject(id=one) for one in ids], lead_units=lead_units), sc.History.of(columns)


def bounds_of(roster: sc.Roster) -> list[tuple[int, int]]:
    """What each lead unit takes at least and at most in the peer's model: the balanced loads, or the fixed ones."""
    least, rest = divmod(len(roster.subjects), len(roster.lead_units))
    return [(one.min_load, one.max_load) if one.max_load is not None else (least, least + (rest > 0)) for one in roster.lead_units]


def flow(sizes: np.ndarray, cost: np.ndarray, bounds: list[tuple[int, int]]) -> np.ndarray:
    """Units of each row to each column at the least cost."""
    rows, columns = cost.shape
    solver = min_cost_flow.SimpleMinCostFlow()
    tails = np.repeat(np.arange(rows), columns)
    heads = rows + np.tile(np.arange(columns), rows)
    arcs = solver.add_arcs_with_capacity_and_unit_cost(tails, heads, np.repeat(sizes, columns), cost.ravel())
    lows = np.array([low for low, _ in bounds])
    highs = np.array([high for _, high in bounds])
    # The minima are had by a reward that outweighs every repeat; one balance step more costs one.
    ends = np.full(columns, rows + columns)
    solver.add_arcs_with_capacity_and_unit_cost(rows + np.arange(columns), ends, lows, np.full(columns, -(10**6)))
    solver.add_arcs_with_capacity_and_unit_cost(rows + np.arange(columns), ends, highs - lows, np.ones(columns, dtype=np.int64))
    supplies = np.concatenate([sizes, np.zeros(columns, dtype=np.int64), [-int(sizes.sum())]])
    solver.set_nodes_supplies(np.arange(rows + columns + 1), supplies)
    assert solver.solve() == solver.OPTIMAL
    return solver.flows(arcs).reshape(rows, columns)


def by_ortools(roster: sc.Roster, history: sc.History, years: int) -> dict[str, str]:
    """One arc for every subject and lead unit."""
    ids, units = roster.subject_ids, roster.lead_unit_ids
    place = {unit: number for number, unit in enumerate(units)}
    cost = np.zeros((len(ids), len(units)), dtype=np.int64)
    for age in range(1, years + 1):
        column = history.column(2021 - age)
        held = np.fromiter((place[column[one]] if one in column else -1 for one in ids), dtype=np.int64, count=len(ids))
        known = np.nonzero(held >= 0)[0]
        cost[known, held[known]] += 4
    flows = flow(np.ones(len(ids), dtype=np.int64), cost, bounds_of(roster))
    return dict(zip(ids, [units[column] for column in flows.argmax(1)], strict=True))


def by_ortools_grouped(roster: sc.Roster, history: sc.History, years: int) -> dict[str, str]:
    """OR-Tools on the library's grouping, dealt out to the subjects."""
    policy = sc.RotationPolicy(cooling_off_years=years)
    grouping = group(ask(roster, 2021, history, policy, None))
    rows = grouping.problem.rows
    cost = np.zeros((len(rows), len(grouping.units)), dtype=np.int64)
    for number, row in enumerate(rows):
        for age in range(1, years + 1):
            for _, columns in row.costs[age]:
                for column in range(len(grouping.units)):
                    cost[number, column] += 4 * (columns >> column & 1)
    flows = flow(np.array([row.size for row in rows], dtype=np.int64), cost, bounds_of(roster))
    takers = [[unit for unit, units in zip(grouping.units, line, strict=True) for _ in range(units)] for line in flows.tolist()]
    following = [iter(one) for one in takers]
    return dict(zip(grouping.subjects, map(next, map(following.__getitem__, grouping.row_of)), strict=True))


class Level:
    """One level for the peer: what pairs cost, and what a lead unit's load costs."""

    def __init__(self, pairs: np.ndarray, of_load: Callable[[int, int], int] | None = None) -> None:
        self.pairs, self.of_load = pairs, of_load

    def step(self, column: int, load: int) -> int:
        """What one subject more than this load costs."""
        return 0 if self.of_load is None else self.of_load(column, load + 1) - self.of_load(column, load)


def flow_of_level(level: Level, open_pairs: np.ndarray, bounds: list[list[int]]) -> np.ndarray:
    """One subject a row, the least cost of one level within the bounds."""
    rows, columns = level.pairs.shape
    solver = min_cost_flow.SimpleMinCostFlow()
    row, column = np.nonzero(open_pairs)
    arcs = solver.add_arcs_with_capacity_and_unit_cost(row, rows + column, np.ones(len(row), dtype=np.int64), level.pairs[open_pairs])
    sink = rows + columns
    for unit, (low, high) in enumerate(bounds):
        if low:
            solver.add_arc_with_capacity_and_unit_cost(rows + unit, sink, low, -(10**9))
        if level.of_load is None:
            solver.add_arc_with_capacity_and_unit_cost(rows + unit, sink, high - low, 0)
        else:
            steps = np.array([level.step(unit, load) for load in range(low, high)], dtype=np.int64)
            ends = np.full(len(steps), rows + unit), np.full(len(steps), sink), np.ones(len(steps), dtype=np.int64)
            if len(steps):
                solver.add_arcs_with_capacity_and_unit_cost(*ends, steps)
    solver.set_nodes_supplies(np.arange(sink + 1), np.concatenate([np.ones(rows, dtype=np.int64), np.zeros(columns, dtype=np.int64), [-rows]]))
    status = solver.solve()
    assert status == solver.OPTIMAL, status
    found = np.zeros((rows, columns), dtype=np.int64)
    found[open_pairs] = solver.flows(arcs)
    return found


def tight(level: Level, flows: np.ndarray, open_pairs: np.ndarray, bounds: list[list[int]]) -> np.ndarray:
    """The pairs that some best flow of a level uses; loads that no best flow has are taken out of the bounds.

    Prices by Bellman-Ford over the lead units and the sink, from the cheapest exchange between any two of them.
    """
    columns = level.pairs.shape[1]
    large = np.int64(2**50)
    held = flows.argmax(1)
    loads = [int(load) for load in flows.sum(0)]
    own = level.pairs[np.arange(len(held)), held]
    priced = np.where(open_pairs, level.pairs, large)
    arcs = np.full((columns + 1, columns + 1), large)
    for column, (low, high) in enumerate(bounds):
        mine = held == column
        if mine.any():
            arcs[column, :columns] = (priced[mine] - own[mine, None]).min(0)
        if loads[column] < high:
            arcs[column, columns] = level.step(column, loads[column])
        if loads[column] > low:
            arcs[columns, column] = -level.step(column, loads[column] - 1)
    prices = np.zeros(columns + 1, dtype=np.int64)
    for _ in range(columns + 1):
        prices = np.minimum(prices, (prices[:, None] + arcs).min(0))
    for column, (low, high) in enumerate(bounds):
        load = loads[column]
        rises = load < high and prices[column] + arcs[column, columns] == prices[columns]
        falls = load > low and prices[columns] + arcs[columns, column] == prices[column]
        if level.of_load is None:
            bounds[column] = [low if falls else load, high if rises else load]
            continue
        while falls and low < load and level.step(column, load - 1) == level.step(column, loads[column] - 1):
            load -= 1
        bounds[column][0], load = load, loads[column]
        while rises and load < high and level.step(column, load) == level.step(column, loads[column]):
            load += 1
        bounds[column][1] = load
    reduced = np.where(open_pairs, level.pairs - prices[None, :columns], large)
    return open_pairs & (reduced == reduced.min(1)[:, None])


def by_levels(roster: sc.Roster, history: sc.History, years: int) -> list[int]:
    """OR-Tools asked for the same answer: each level by itself, the next one among the best of those before; their values.

    The levels are the repeats of each age, the balance beyond rounding, what is carried of earlier years, and familiarity.
    """
    ids, units = roster.subject_ids, roster.lead_unit_ids
    place = {unit: number for number, unit in enumerate(units)}
    met = []
    for age in range(1, years + 1):
        column = history.column(2021 - age)
        held = np.fromiter((place[column[one]] if one in column else -1 for one in ids), dtype=np.int64, count=len(ids))
        here = np.zeros((len(ids), len(units)), dtype=np.int64)
        known = np.nonzero(held >= 0)[0]
        here[known, held[known]] = 1
        met.append(here)
    subjects, several = len(ids), len(units)
    drift = np.zeros(several, dtype=np.int64)
    for year in history.years:
        counted = Counter(history.column(year).values())
        drift += np.array([several * counted[unit] for unit in units]) - sum(counted[unit] for unit in units)
    off = [int(one) for one in drift]
    nothing = np.zeros((subjects, several), dtype=np.int64)
    levels = [
        *(Level(one) for one in met),
        Level(nothing, lambda _, load: (several * max(subjects // several - load, 0, load + -subjects // several)) ** 2),
        Level(nothing, lambda column, load: (several * load - subjects + off[column]) ** 2),
        Level(sum(met, nothing) ** 2),
    ]
    bounds = [[one.min_load, subjects if one.max_load is None else one.max_load] for one in roster.lead_units]
    open_pairs = np.ones((subjects, several), dtype=bool)
    values = []
    for level in levels:
        flows = flow_of_level(level, open_pairs, bounds)
        loads = [int(load) for load in flows.sum(0)]
        spent = int((flows * level.pairs).sum())
        values.append(spent + (0 if level.of_load is None else sum(level.of_load(column, load) for column, load in enumerate(loads))))
        open_pairs = tight(level, flows, open_pairs, bounds)
    return values


def timed(work: Callable[[], object]) -> float:
    """Processor time of one call in seconds, garbage collected before; short ones are repeated."""
    gc.collect()
    start, calls = time.process_time(), 0
    while not calls or time.process_time() - start < LEAST:
        work()
        calls += 1
    return (time.process_time() - start) / calls


def repeats(assignments: dict[str, str], history: sc.History, years: int) -> int:
    """Repeats within the window, each year counted."""
    return sum(history.column(2021 - age).get(who) == unit for age in range(1, years + 1) for who, unit in assignments.items())


def measure(kind: str, subjects: int, units: int, years: int) -> None:
    """One row of the table."""
    roster, history = {"planned": planned, "random": at_random, "hostile": hostile}[kind](subjects, units, years)
    canonical, anyone = (sc.RotationPolicy(cooling_off_years=years, tie_break=tie) for tie in (sc.TieBreak.CANONICAL, sc.TieBreak.ANY))
    plan = sc.plan_year(roster, year=2021, history=history, policy=canonical)
    assert isinstance(plan, sc.Plan)
    assert sc.verify_plan(roster, plan, history=history) == ()
    theirs = by_ortools(roster, history, years)
    assert sum(plan.score.repeats) >= repeats(theirs, history, years), "they minimise the plain sum of repeats"
    work: dict[str, Callable[[], object]] = {
        "plan": lambda: sc.plan_year(roster, year=2021, history=history, policy=canonical),
        "any": lambda: sc.plan_year(roster, year=2021, history=history, policy=anyone),
        "verify": lambda: sc.verify_plan(roster, plan, history=history),
        "ortools": lambda: by_ortools(roster, history, years),
        "grouped": lambda: by_ortools_grouped(roster, history, years),
    }
    if kind == "random" and subjects <= 100_000:
        ours = [*plan.score.repeats, *(plan.score.value(name) for name in ("balance", "carried", "familiarity"))]
        assert by_levels(roster, history, years) == ours, "the same values on every level"
        work["levels"] = lambda: by_levels(roster, history, years)
    rounds = ROUNDS if subjects <= 100_000 else 3
    seconds: dict[str, list[float]] = {name: [] for name in work}
    for _ in range(rounds):
        for name, call in work.items():
            seconds[name].append(timed(call))

    def ratio(one: str, other: str) -> float:
        return statistics.median(a / b for a, b in zip(seconds[one], seconds[other], strict=True))

    print(
        f"{kind:8} {subjects:>9,} x {units:2} x {years:2}  plan {statistics.median(seconds['plan']):7.3f} s"
        f"  ANY {statistics.median(seconds['any']):7.3f} s  verify/plan {ratio('verify', 'plan'):5.2f}"
        f"  ortools/plan {ratio('ortools', 'plan'):6.2f}  ortools/ANY {ratio('ortools', 'any'):6.2f}"
        f"  grouped/plan {ratio('grouped', 'plan'):6.2f}"
        + (f"  same answer/plan {ratio('levels', 'plan'):6.2f}" if "levels" in work else "")
        + f"  repeats {sum(plan.score.repeats)}",
        flush=True,
    )


def measure_replan(subjects: int = 100_000, units: int = 20, years: int = 3) -> None:
    """A mid-year change of 100 subjects against planning anew."""
    roster, history = planned(subjects, units, years)
    policy = sc.RotationPolicy(cooling_off_years=years)
    plan = sc.plan_year(roster, year=2021, history=history, policy=policy)
    assert isinstance(plan, sc.Plan)
    staying = list(roster.subjects)[:: subjects // 50]
    gone = {one.id for one in staying[:50]}
    kept = [one for one in roster.subjects if one.id not in gone]
    changed = sc.Roster(subjects=[*kept, *(sc.Subject(id=f"t{number}") for number in range(50))], lead_units=roster.lead_units)
    anew, again, ratios = [], [], []
    for _ in range(ROUNDS):
        anew.append(timed(lambda: sc.plan_year(changed, year=2021, history=history, policy=policy)))
        again.append(timed(lambda: sc.replan(plan, changed, history=history)))
        ratios.append(again[-1] / anew[-1])
    result = sc.replan(plan, changed, history=history)
    assert isinstance(result, sc.Replan)
    print(
        f"replan of {len(result.changes)} changes in {subjects:,}: {statistics.median(again):.3f} s, planning anew"
        f" {statistics.median(anew):.3f} s, ratio {statistics.median(ratios):.2f}; {len(result.moved)} moved of at most {result.bound}"
    )


def measure_memory(subjects: int = 100_000, units: int = 20, years: int = 3) -> None:
    """The most memory Python allocates while planning."""
    for kind, make in (("planned", planned), ("random", at_random)):
        roster, history = make(subjects, units, years)
        tracemalloc.start()
        plan = sc.plan_year(roster, year=2021, history=history, policy=sc.RotationPolicy(cooling_off_years=years))
        peak = tracemalloc.get_traced_memory()[1]
        tracemalloc.stop()
        del plan
        print(f"memory, {kind} {subjects:,} x {units} x {years}: {peak / 1e6:.1f} MB at most, the plan included")


def main() -> None:
    """The table."""
    arguments = sys.argv[1:]
    kinds = [one for one in arguments if one.isalpha()] or ["planned", "random", "hostile"]
    numbers = [int(one) for one in arguments if one.isdigit()]
    sizes = [(numbers[0], numbers[1], numbers[2])] if numbers else USUAL
    print(f"Python {sys.version.split()[0]}, medians of {ROUNDS} rounds")
    for subjects, units, years in sizes:
        for kind in kinds:
            if subjects <= 100_000 or kind != "hostile":
                measure(kind, subjects, units, years)
    if not numbers:
        measure_replan()
        measure_memory()


if __name__ == "__main__":
    main()
