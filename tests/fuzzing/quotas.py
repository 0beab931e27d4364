"""Caps held against trying every completion, on random groups.

.venv/bin/python tests/fuzzing/quotas.py 10000
"""

from __future__ import annotations

import random
import sys
from fractions import Fraction
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parents[1]))

import supervision_core as sc
from oracles import quotas as oracle
from oracles.judging import completions
from supervision_core.criteria import AllOf, Holds, Ladder, Measure, Quantity, Rung, YesNo
from supervision_core.criteria.ladders import outcome

LABEL = sc.Label("a", "a")
BEST, GOOD, FAIR = 3, 2, 1


def grade(code: str, rank: int | None) -> sc.Grade:
    """A grade."""
    return sc.Grade(code=code, label=LABEL, rank=rank)


#: Grades by yes/no facts alone, and two measures that only order people.
REGULATION = sc.Regulation(
    code="r",
    version=1,
    label=LABEL,
    category="c",
    citation=sc.regulations.GOOD_PERFORMANCE_2014.citation,
    ladder=Ladder(
        facts=[
            *(YesNo(code=code, label=LABEL) for code in ("out", "best", "good")),
            *(Measure(code=code, label=LABEL, low=0, high=2, step=1) for code in ("first", "second")),
        ],
        rungs=[
            Rung(grade=grade("out", None), criterion=Holds(code="out")),
            Rung(grade=grade("best", BEST), criterion=Holds(code="best")),
            Rung(grade=grade("good", GOOD), criterion=Holds(code="good")),
            Rung(grade=grade("fair", FAIR), criterion=AllOf(parts=[])),
        ],
    ),
)


def person(rng: random.Random, orders: list[str]) -> tuple[dict[str, object], list[oracle.Option]]:
    """What is known of somebody, and the grades and points that are possible."""
    values: dict[str, object] = {code: rng.random() < chance for code, chance in (("out", 0.1), ("best", 0.6), ("good", 0.7))}
    values |= {code: rng.randint(0, 2) for code in ("first", "second")}
    if rng.random() < 0.4:
        del values[rng.choice(list(values))]
    rows = completions(REGULATION.ladder, values)
    options = {(outcome(REGULATION.ladder, row).rank, tuple(Fraction(row[code]) for code in orders)) for row in rows}
    return values, sorted(options, key=repr)


def check(seed: int) -> int:
    """How many were lowered; raises where the two readings differ."""
    rng = random.Random(seed)
    orders = ["first", "second"][: rng.randint(0, 2)]
    people = {f"p{number}": person(rng, orders) for number in range(rng.randint(1, 5))}
    small = (rng.randint(1, 5), rng.randint(0, 2)) if rng.random() < 0.3 else None
    raised = rng.random() < 0.3
    share = Fraction(rng.randint(0, 6), 6)
    base, rounding = rng.choice(list(sc.judging.QuotaBase)), rng.choice(list(sc.judging.Rounding))
    quantities = [Quantity.of(code) for code in orders] + [None, None]
    quota = sc.judging.Quota(
        grade="best",
        falls_to="good",
        share=0 if raised else share,
        raised_share=share if raised else None,
        base=base,
        rounding=rounding,
        order_by=quantities[0],
        then_by=quantities[1],
        small_below=small[0] if small else 0,
        small_places=small[1] if small else 0,
    )
    rows = [(who, "g", sc.assess(REGULATION, sc.Facts.of(values))) for who, (values, _) in people.items()]
    result = sc.apply_quota(rows, quota, raised_for=["g"] if raised else [])
    expected = oracle.decided(
        {who: options for who, (_, options) in people.items()},
        BEST,
        GOOD,
        share,
        base=base.value,
        rounding=rounding.value,
        small=small,
    )
    found = {
        row.subject_id: oracle.OPEN if row.grade is None else oracle.KEPT if row.grade == row.judged else oracle.LOWERED
        for row in result.rows
    }
    assert found == expected, (seed, found, expected)
    assert {who for one in result.undecided for who in one.subject_ids} == {
        who for who, what in found.items() if what == oracle.OPEN
    }
    return list(found.values()).count(oracle.LOWERED)


#: From which rank to which a cap may lower.
STEPS = ((BEST, GOOD), (BEST, FAIR), (GOOD, FAIR))


def check_chain(seed: int) -> int:
    """How many are decided after two or three caps, one after another: alike in every way in which it may all turn out."""
    rng = random.Random(seed)
    orders = ["first"][: rng.randint(0, 1)]
    people = {f"p{number}": person(rng, orders) for number in range(rng.randint(1, 4))}
    rows = [(who, "g", sc.assess(REGULATION, sc.Facts.of(values))) for who, (values, _) in people.items()]
    codes = {BEST: "best", GOOD: "good", FAIR: "fair"}
    result, caps = None, []
    for _ in range(rng.randint(2, 3)):
        (capped, below), share = rng.choice(STEPS), Fraction(rng.randint(0, 4), 4)
        base = rng.choice([one for one in sc.judging.QuotaBase if one is not sc.judging.QuotaBase.BELOW_AFTER])
        caps.append((capped, below, share, base.value))
        quota = sc.judging.Quota(
            grade=codes[capped],
            falls_to=codes[below],
            share=share,
            base=base,
            order_by=Quantity.of("first") if orders else None,
        )
        result = sc.apply_quota(rows, quota, earlier=result)
    assert result is not None
    worlds = oracle.worlds_after({who: options for who, (_, options) in people.items()}, caps)
    might = {who: {ranks[at] for ranks in worlds} for at, who in enumerate(people)}
    decided = {row.subject_id: row.grade.rank for row in result.rows if row.grade is not None}
    assert all(might[who] == {rank} for who, rank in decided.items()), (seed, might, decided)
    for who, grades in result.possible.items():
        assert might[who] <= {grade.rank for grade in grades}, (seed, who, might, grades)
    return len(decided)


def main(cases: int) -> None:
    """Check every case; a difference stops the run and names its seed."""
    lowered = sum(check(seed) for seed in range(cases))
    decided = sum(check_chain(seed) for seed in range(cases))
    print(f"{cases:,} chains of caps leave nobody decided who might come out otherwise; {decided:,} people decided")
    print(f"{cases:,} cases agree with trying every completion; {lowered:,} people lowered")


if __name__ == "__main__":
    main(int(sys.argv[1]) if len(sys.argv) > 1 else 10_000)
