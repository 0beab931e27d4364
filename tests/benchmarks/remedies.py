"""Remedies and risks: how their time grows with the facts, and on the shipped ladders with none to all of the facts known.

    .venv/bin/python tests/benchmarks/remedies.py

Each figure is in times of one assessment of the same facts by a regulation that remembers nothing.
"""

from __future__ import annotations

import math
import random
import sys
import time
from collections.abc import Callable
from contextlib import suppress
from functools import partial

import supervision_core as sc
from supervision_core.criteria import AllOf, AtLeast, Holds, Ladder, Measure, Rung, YesNo
from supervision_core.regulations.regulation import fact_space

LABEL = sc.Label("a", "a")


def seconds(work: Callable[[], object]) -> float:
    """The least processor time of five runs."""
    found = []
    for _ in range(5):
        start = time.process_time()
        with suppress(sc.values.BeyondExactness):
            work()
        found.append(time.process_time() - start)
    return min(found)


def ladder_of(count: int, needed: int | None) -> sc.Regulation:
    """All of some facts, or so many of them."""
    parts = [Holds(code=f"f{number:02}") for number in range(count)]
    best = AllOf(parts=parts) if needed is None else AtLeast(count=needed, parts=parts)
    rungs = [
        Rung(grade=sc.Grade(code="good", label=LABEL, rank=2), criterion=best),
        Rung(grade=sc.Grade(code="rest", label=LABEL, rank=1), criterion=AllOf(parts=[])),
    ]
    facts = [YesNo(code=part.code, label=LABEL) for part in parts]
    return regulation_of(Ladder(facts=facts, rungs=rungs))


def regulation_of(ladder: Ladder) -> sc.Regulation:
    """A regulation that remembers nothing yet."""
    return sc.Regulation(code="r", version=1, label=LABEL, category="c", citation=sc.regulations.GOOD_PERFORMANCE_2014.citation, ladder=ladder)


def compared(regulation: sc.Regulation, facts: sc.Facts, work: Callable[[], object]) -> float:
    """Times of one assessment; the fact space is built before."""
    assert fact_space(regulation) is not None
    one = seconds(lambda: sc.judging.Assessment(regulation=regulation, known=sc.assess(regulation, facts).known, not_applicable=()).reasons)
    return seconds(work) / one


def shipped() -> list[sc.Regulation]:
    """Every regulation of the library that can be exact."""
    found = [value for name in sc.regulations.__all__ if isinstance(value := getattr(sc.regulations, name), sc.Regulation)]
    return [one for one in (*found, *sc.regulations.ND90_REGULATIONS) if one.is_exact]


def some_facts(regulation: sc.Regulation, known: int, rng: random.Random) -> sc.Facts | None:
    """So many facts answered at random, or None where no such answers agree."""
    for _ in range(50):
        values: dict[str, object] = {}
        for fact in rng.sample(list(regulation.ladder.facts), known):
            values[fact.code] = fact.low + fact.step * rng.randint(0, fact.steps) if isinstance(fact, Measure) else rng.random() < 0.5
        facts = sc.Facts.of(values)
        try:
            sc.assess(regulation, facts)
        except sc.InvalidInput:
            continue
        return facts
    return None


def main() -> None:
    """Run and print."""
    print(f"Python {sys.version.split()[0]}")
    for name, needed in (("all of n facts", lambda _: None), ("half of n facts", lambda count: count // 2)):
        spent = []
        for count in (8, 12, 16, 20):
            regulation = ladder_of(count, needed(count))
            assert fact_space(regulation) is not None
            spent.append((count, seconds(lambda one=regulation: sc.remedies(one, sc.Facts(), target="good"))))
            ratio = compared(regulation, sc.Facts(), lambda one=regulation: sc.remedies(one, sc.Facts(), target="good"))
            print(f"{name:16} n={count:2}: {spent[-1][1] * 1e3:8.2f} ms, {ratio:7.1f} times one assessment")
        (first, early), (last, late) = spent[0], spent[-1]
        print(f"{name:16} grows {(late / early) ** (1 / (last - first)):.2f} times a fact, exponent {math.log(late / early) / math.log(last / first):.2f}")
    rng = random.Random(1)
    for regulation in shipped():
        worst = 0.0
        target = next(grade for grade in regulation.grades if grade.rank is not None)
        for known in range(len(regulation.ladder.facts) + 1):
            facts = some_facts(regulation, known, rng)
            if facts is not None:
                for work in (sc.remedies, sc.judging.risks):
                    asked = {"target" if work is sc.remedies else "below": target}
                    worst = max(worst, compared(regulation, facts, partial(work, regulation, facts, **asked)))
        print(f"{regulation.code} ({len(regulation.ladder.facts)} facts): at most {worst:.0f} times one assessment")


if __name__ == "__main__":
    main()
