"""How a fact stands after contradicting voices, held against the words of the policy read pair by pair.

    .venv/bin/python tests/fuzzing/weighing.py 10000
"""

from __future__ import annotations

import random
import sys
from collections import Counter
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parents[1]))

import supervision_core as sc
from oracles import weighing as oracle

CODE = "civic.standing"


def check(seed: int) -> str:
    """How the fact stands; raises where the two readings differ."""
    rng = random.Random(seed)
    said, words = oracle.random_case(rng)
    rule = sc.evidence.WeighingRule(
        codes=[CODE],
        channels=oracle.CHANNELS,
        supports_only=words.supports_only,
        yes_needs=words.yes_needs,
        no_needs=words.no_needs,
        no_from=words.no_from,
        precedence=words.tiers,
    )
    policy = sc.evidence.WeighingPolicy(code="crowd", label=sc.Label("đám đông", "crowd"), rules=[rule])
    year = sc.Period.of_year(2014)
    ratings = [
        sc.Rating(id=f"m{number}", subject_id="o1", channel=one.channel, code=CODE, value=one.answer, rated_on=year.start, by=one.by)
        for number, one in enumerate(said)
    ]
    rng.shuffle(ratings)
    facts = sc.weigh(sc.Dossier(subject_id="o1", period=year, ratings=ratings), policy)
    fact = facts.get(CODE)
    state, value = oracle.stands(said, words)
    assert (fact.state.name, fact.value) == (state, value), (seed, fact, state, value)
    assert isinstance(fact.value, bool) == isinstance(value, bool), (seed, fact, value)
    return state


def main(cases: int) -> None:
    """Check every case; a difference stops the run and names its seed."""
    states = Counter(check(seed) for seed in range(cases))
    print(f"{cases:,} crowds agree with the words: {dict(sorted(states.items()))}")


if __name__ == "__main__":
    main(int(sys.argv[1]) if len(sys.argv) > 1 else 10_000)
