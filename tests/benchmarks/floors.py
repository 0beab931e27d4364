"""The least that answers cost in pure Python, where a bound of speed is not reached: passes of built-in functions, one by one.

    .venv/bin/python tests/benchmarks/floors.py            # with OR-Tools: both parts
    .venv/bin/python tests/benchmarks/floors.py replan     # only this one

``district``: the parts of planning 104 subjects with 5 lead units and three years at random, each against the whole time of
OR-Tools' min-cost flow for its single sum of costs. ``replan``: what changing a plan for 100,000 subjects has to read and write,
each pass alone, against planning the year anew. Times are processor time, the least of several rounds.
"""

from __future__ import annotations

import gc
import random
import sys
import time
from collections import Counter
from collections.abc import Callable
from itertools import compress, count, filterfalse
from operator import eq

import supervision_core as sc
from supervision_core.allocation.canonical import make_canonical
from supervision_core.allocation.solving import solve
from supervision_core.rotation import planning
from supervision_core.rotation.grouping import group
from supervision_core.rotation.question import ask

ROUNDS = 9
LEAST = 0.02


def seconds(work: Callable[[], object]) -> float:
    """Processor time of one call: the least of the rounds, each of several calls where one is short."""
    found = []
    for _ in range(ROUNDS):
        gc.collect()
        start, calls = time.process_time(), 0
        while not calls or time.process_time() - start < LEAST:
            work()
            calls += 1
        found.append((time.process_time() - start) / calls)
    return min(found)


def told(parts: dict[str, Callable[[], object]], whole: float, of: str) -> None:
    """Each part and their sum against a whole."""
    total = 0.0
    for name, work in parts.items():
        taken = seconds(work)
        total += taken
        print(f"  {name:66} {taken * 1000:8.3f} ms  {taken / whole:6.2f} of {of}", flush=True)
    print(f"  {'together':66} {total * 1000:8.3f} ms  {total / whole:6.2f} of {of}")


def district() -> None:
    """104 x 5 x 3: each step of planning, and the smallest passes over what is given and written."""
    import rotation

    roster, history = rotation.at_random(104, 5, 3)
    policy = sc.RotationPolicy(cooling_off_years=3)
    peer = seconds(lambda: rotation.by_ortools(roster, history, 3))
    whole = seconds(lambda: sc.plan_year(roster, year=2021, history=history, policy=policy))
    print(f"104 x 5 x 3 at random: OR-Tools {peer * 1000:.3f} ms, plan_year {whole * 1000:.3f} ms, ratio {peer / whole:.2f}")
    question = ask(roster, 2021, history, policy, None)
    grouping = group(question)
    first = grouping.problem._replace(levels=grouping.problem.levels[:1])
    solved = solve(grouping.problem)
    assert solved is not None
    chosen = make_canonical(solved)
    steps: dict[str, Callable[[], object]] = {
        "the arguments checked": lambda: ask(roster, 2021, history, policy, None),
        "read into rows, with the rests of three years": lambda: group(question),
        "solved on all levels, with the prices": lambda: solve(grouping.problem),
        "the choice among equally good plans": lambda: make_canonical(solved),
        "the plan with its score and proof": lambda: planning._plan(question, grouping, chosen, None),
    }
    told(steps, peer, "the peer")
    columns = [history.column(year) for year in history.years]
    units = list(chosen.at)
    least: dict[str, Callable[[], object]] = {
        "the three years looked up, and who is alike": lambda: dict.fromkeys(zip(*(map(one.get, roster.subject_ids) for one in columns), strict=True)),
        "loads of three years counted": lambda: [Counter(one.values()) for one in columns],
        "one flow for one level, no score, no proof": lambda: solve(first),
        "a mapping of ids to lead units": lambda: dict(zip(roster.subject_ids, (grouping.units[0] for _ in units for _ in roster.subject_ids), strict=False)),
    }
    print("  of which no program can leave out:")
    told(least, peer, "the peer")


def replan(subjects: int = 100_000, units: int = 20, years: int = 3) -> None:
    """A plan changed for a hundred people: the passes over everybody that it needs."""
    rng = random.Random(1)
    ids = [f"s{number:06}" for number in range(subjects)]
    roster = sc.Roster(subjects=[sc.Subject(id=one) for one in ids], lead_units=[sc.LeadUnit(id=f"u{unit:03}") for unit in range(units)])
    history, policy = sc.History(), sc.RotationPolicy(cooling_off_years=years)
    for year in range(2021 - years, 2021):
        history = history.with_plan(sc.plan_year(roster, year=year, history=history, policy=policy))
    plan = sc.plan_year(roster, year=2021, history=history, policy=policy)
    gone = set(rng.sample(ids, 50))
    left = [one for one in roster.subjects if one.id not in gone]
    changed = sc.Roster(subjects=[*left, *(sc.Subject(id=f"t{number}") for number in range(50))], lead_units=roster.lead_units)
    anew = seconds(lambda: sc.plan_year(changed, year=2021, history=history, policy=policy))
    again = seconds(lambda: sc.replan(plan, changed, history=history))
    print(f"replan of 100 changes in {subjects:,} x {units}: {again * 1000:.1f} ms, planning {anew * 1000:.1f} ms, ratio {again / anew:.2f}")
    before = dict(plan.assignments)
    columns = [dict(history.column(year)) for year in history.years]
    people = changed.subject_ids
    held = list(map(before.get, people))
    passes: dict[str, Callable[[], object]] = {
        "the lead unit of before, looked up for everybody": lambda: list(map(before.get, people)),
        "who has one that is there (a set of them, and a count)": lambda: (set(held), Counter(held)),
        "who of those who stay meets again, in three years": lambda: [list(compress(count(), map(eq, map(one.get, people), held))) for one in columns],
        "the loads of three years, for the rests": lambda: [Counter(one.values()) for one in columns],
        "lead units that nobody knows, in three years": lambda: [set(one.values()) for one in columns],
        "who left": lambda: list(filterfalse(set(people).__contains__, before)),
        "the new mapping, in order": lambda: dict(zip(people, held, strict=True)),
    }
    told(passes, anew, "planning")


def main() -> None:
    """Both, or the one that is named."""
    chosen = set(sys.argv[1:])
    for part in (district, replan):
        if not chosen or part.__name__ in chosen:
            part()


if __name__ == "__main__":
    main()
