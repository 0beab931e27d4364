"""Years put together from their parts, held against every completion of what is unknown in them, on random regulations.

    .venv/bin/python tests/fuzzing/years.py 10000

Facts speak for the person, against, or neither way; some do not apply in some parts; answers imply each other; measures
stand in sums with weights of both signs; parts count once each or by their days; some days may not be told of at all.
"""

from __future__ import annotations

import random
import sys
from datetime import date, timedelta
from fractions import Fraction
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parents[1]))

import supervision_core as sc
from fuzzing.off_the_grid import LABEL, criterion
from oracles import yearly as oracle
from supervision_core.criteria import Implication, Ladder, Measure, Quantity, Rung, Term, YesNo
from supervision_core.judging import PeriodFacts, PeriodState, Weights

START = date(2026, 1, 1)


def ladder_of(rng: random.Random) -> Ladder:
    """A small ladder; where its implications contradict each other it has none."""
    yes_no = [
        YesNo(code=f"yes{number}", label=LABEL, favourable=rng.choice((True, False, None)), not_applicable_as=rng.choice((None, True, False)))
        for number in range(rng.randint(1, 3))
    ]
    measures = []
    for number in range(rng.randint(1, 2)):
        low, steps, step = Fraction(rng.randint(-2, 2)), rng.randint(1, 3), Fraction(1, rng.choice((1, 2)))
        away = rng.choice((None, low))
        only = rng.random() < 0.5
        measures.append(Measure(code=f"m{number}", label=LABEL, low=low, high=low + steps * step, step=step, only_steps=only, not_applicable_as=away))
    together = rng.random() < 0.7
    sums = [Quantity(terms=[Term(code=one.code, weight=rng.choice((1, 2, -1))) for one in measures])]
    quantities = sums if together else [Quantity.of(one.code) for one in measures]
    codes = [one.code for one in yes_no]
    rungs = [Rung(grade=sc.Grade(code=f"g{rank}", label=LABEL, rank=rank), criterion=criterion(rng, quantities, codes)) for rank in (3, 2, 1)]
    implications = [
        Implication(code=one, answer=rng.random() < 0.7, then_code=other, then_answer=rng.random() < 0.7, label=LABEL)
        for one, other in (rng.sample(codes, 2) for _ in range(rng.randint(0, 3) if len(codes) > 1 else 0))
    ]
    try:
        return Ladder(facts=[*yes_no, *measures], implications=implications, rungs=rungs)
    except sc.InvalidInput:
        return Ladder(facts=[*yes_no, *measures], rungs=rungs)


def known_part(rng: random.Random, ladder: Ladder, unknown: int) -> tuple[sc.Facts, dict[str, object]]:
    """What is known of one part, as facts and as the oracle takes it."""
    said: dict[str, object] = {}
    for fact in ladder.facts:
        if fact.not_applicable_as is not None and rng.random() < 0.25:
            said[fact.code] = oracle.NA
        elif isinstance(fact, Measure):
            said[fact.code] = fact.low + fact.step * Fraction(rng.randint(0, fact.steps * 2), 1 if fact.only_steps else 2)
            said[fact.code] = min(said[fact.code], fact.high)
        else:
            said[fact.code] = rng.random() < 0.5
    for code in rng.sample(list(said), min(unknown, len(said))):
        del said[code]
    facts = [
        sc.Fact(code=code, state=sc.FactState.NOT_APPLICABLE) if value is oracle.NA else sc.Fact(code=code, value=value)
        for code, value in said.items()
    ]
    contested = [sc.Fact(code=fact.code, state=sc.FactState.CONTESTED, sources=["a", "b"]) for fact in ladder.facts if fact.code not in said]
    return sc.Facts([*facts, *contested[: rng.randint(0, 1)]]), said


def check(seed: int) -> str:
    """What kind of case it was; raises where the two readings differ."""
    rng = random.Random(seed)
    ladder = ladder_of(rng)
    given, parts, gap_days, day, open_left = [], [], 0, START, 4
    for _ in range(rng.randint(0, 4)):
        days = rng.randint(1, 5)
        period = sc.Period(start=day, end=day + timedelta(days=days))
        day = period.end
        kind = rng.random()
        if kind < 0.15:
            gap_days += days
        elif kind < 0.3:
            given.append(PeriodFacts(period=period, state=PeriodState.ON_LEAVE))
        else:
            unknown = min(open_left, rng.choice((0, 0, 1, 2)))
            open_left -= unknown
            # Most parts keep the implications; those that do not must be refused.
            tried = [known_part(rng, ladder, unknown) for _ in range(8)]
            facts, said = next((one for one in tried if any(oracle.months(ladder, one[1]))), tried[0])
            given.append(PeriodFacts(period=period, state=PeriodState.WORKED, facts=facts))
            parts.append((said, days))
    gap_days += day == START
    year = sc.Period(start=START, end=max(day, START + timedelta(days=1)))
    weights = rng.choice(list(Weights))
    citation = sc.regulations.GOOD_PERFORMANCE_2014.citation
    regulation = sc.Regulation(code="r", version=1, label=LABEL, category="c", citation=citation, ladder=ladder)
    by_days = weights is Weights.BY_DAYS
    rng.shuffle(given)
    rows = list(oracle.rows_of_year(ladder, parts, gap_days, by_days=by_days))
    try:
        rolled = sc.judging.roll_up(regulation, given, year=year, weights=weights)
    except sc.ContradictoryFacts:
        assert not rows, seed
        return "contradictory"
    expected = oracle.possible(ladder, rows)
    assert rolled.possible is not None, seed
    assert set(rolled.possible) == expected, (seed, rolled.possible, expected)
    for fact in ladder.facts:
        values = {row[fact.code] for row in rows}
        found = rolled.facts.get(fact.code)
        if found.state is sc.FactState.NOT_APPLICABLE:
            assert values == {fact.not_applicable_as}, seed
        elif found.value is not None:
            assert values == {found.value}, seed
        elif isinstance(fact, YesNo):
            assert len(values) == 2 or not parts or gap_days, seed
    return "settled" if len(expected) == 1 else "open"


def main(cases: int) -> None:
    """Check every case; a difference stops the run and names its seed."""
    kinds = [check(seed) for seed in range(cases)]
    print(f"{cases:,} years agree with their completions:", *(f"{kinds.count(kind):,} {kind}" for kind in sorted(set(kinds))))


if __name__ == "__main__":
    main(int(sys.argv[1]) if len(sys.argv) > 1 else 10_000)
