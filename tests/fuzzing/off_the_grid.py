"""Measures between their steps, and of very many steps, held against the plain evaluation on random regulations.

    .venv/bin/python tests/fuzzing/off_the_grid.py 10000

Every fact is known but one yes/no fact or one measure at most; known measures lie on steps, between them, or anywhere in a
range of two million steps. What is possible must be what the completions give by the plain evaluation, and never nothing.
"""

from __future__ import annotations

import random
import sys
from fractions import Fraction
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parents[1]))

import supervision_core as sc
from supervision_core.criteria import (
    AllOf,
    AnyOf,
    Compare,
    Comparison,
    Holds,
    Ladder,
    Measure,
    Not,
    Quantity,
    Rung,
    Term,
    YesNo,
)
from supervision_core.criteria.ladders import outcome

LABEL = sc.Label("a", "a")
HUGE = 2_000_000


def measure(rng: random.Random, code: str) -> Measure:
    """A short one or a very long one."""
    steps = rng.choice((2, 4, HUGE))
    low = Fraction(rng.randint(-2, 2))
    step = Fraction(1, rng.choice((1, 2)))
    return Measure(code=code, label=LABEL, low=low, high=low + steps * step, step=step)


def criterion(rng: random.Random, quantities: list[Quantity], codes: list[str], depth: int = 0) -> object:
    """A node with parts down to a small depth."""
    kind = rng.randint(0, 3 if depth < 2 else 1)
    if kind == 0:
        return Holds(code=rng.choice(codes))
    if kind == 1:
        bound = Fraction(rng.randint(-6, 12), 2)
        return Compare(quantity=rng.choice(quantities), comparison=rng.choice(list(Comparison)), bound=bound)
    parts = [criterion(rng, quantities, codes, depth + 1) for _ in range(rng.randint(1, 3))]
    return rng.choice((AllOf, AnyOf))(parts=parts) if kind == 2 else Not(part=parts[0])


def case(seed: int) -> tuple[Ladder, dict[str, object]]:
    """A ladder and what is known."""
    rng = random.Random(seed)
    codes = ["yes0", "yes1"]
    measures = [measure(rng, f"m{number}") for number in range(3)]
    together = Quantity(terms=[Term(code="m0"), Term(code="m1", weight=rng.choice((1, 2, -1)))])
    quantities = [together, Quantity.of("m2")] if rng.random() < 0.5 else [Quantity.of(one.code) for one in measures]
    rungs = [
        Rung(grade=sc.Grade(code=f"g{rank}", label=LABEL, rank=rank), criterion=criterion(rng, quantities, codes)) for rank in (3, 2, 1)
    ]
    ladder = Ladder(facts=[*(YesNo(code=code, label=LABEL) for code in codes), *measures], rungs=rungs)
    values: dict[str, object] = {code: rng.random() < 0.5 for code in codes}
    for one in measures:
        top = min(one.steps, 8)
        values[one.code] = one.low + one.step * Fraction(rng.randint(0, top * 3), 3)
    if rng.random() < 0.7:
        del values[rng.choice(list(values))]
    return ladder, values


def completions(ladder: Ladder, known: dict[str, object]) -> list[dict[str, object]]:
    """Every completion of one missing fact; of a very long measure those around each bound, which stand for the others."""
    missing = [fact for fact in ladder.facts if fact.code not in known]
    if not missing:
        return [known]
    [fact] = missing
    if isinstance(fact, YesNo):
        return [{**known, fact.code: answer} for answer in (False, True)]
    # Bounds of a sum lie at most 12 away from the others' values, so that a step past 60 has met them all.
    steps = range(min(fact.steps, 200) + 1)
    return [{**known, fact.code: fact.low + fact.step * step} for step in (*steps, fact.steps)]


def check(seed: int) -> bool:
    """Whether the case was off the grid or long; raises where the two readings differ."""
    ladder, known = case(seed)
    regulation = sc.Regulation(
        code="r", version=1, label=LABEL, category="c", citation=sc.regulations.GOOD_PERFORMANCE_2014.citation, ladder=ladder
    )
    assessment = sc.assess(regulation, sc.Facts.of(known))
    expected = {outcome(ladder, row) for row in completions(ladder, known)}
    assert set(assessment.possible) == expected, (seed, assessment.possible, expected)
    assert assessment.possible
    assert assessment.reasons.verdict is (sc.Verdict.MET if len(expected) == 1 else sc.Verdict.UNKNOWN)
    if len(expected) == 1:
        assert assessment.open_facts == ()
    return any(isinstance(fact, Measure) and fact.steps == HUGE for fact in ladder.facts)


def main(cases: int) -> None:
    """Check every case; a difference stops the run and names its seed."""
    long = sum(check(seed) for seed in range(cases))
    print(f"{cases:,} cases agree with the plain evaluation, {long:,} of them with measures of {HUGE:,} steps")


if __name__ == "__main__":
    main(int(sys.argv[1]) if len(sys.argv) > 1 else 10_000)
