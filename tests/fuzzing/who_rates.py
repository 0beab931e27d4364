"""Who rates somebody who moved, held against counting day by day on random stints.

    .venv/bin/python tests/fuzzing/who_rates.py 10000
"""

from __future__ import annotations

import random
import sys
from datetime import date, timedelta
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parents[1]))

import pytest

import supervision_core as sc
from oracles import rating as oracle


def check(seed: int) -> bool:
    """Whether the stints overlapped; raises where the two readings differ."""
    rng = random.Random(seed)
    at, stints = date(2023, 1, 1) + timedelta(days=rng.randint(0, 60)), []
    for _ in range(rng.randint(1, 5)):
        end = at + timedelta(days=rng.randint(1, 110))
        stints.append((rng.choice("abc"), at, end))
        at = end + timedelta(days=rng.choice((0, 0, 0, 1, 40, -3 if rng.random() < 0.2 else 0)))
    order = rng.sample(stints, len(stints))
    months = rng.choice((None, 0, 1, 2, 3, 6))
    expected = oracle.who_rates(order, months)
    given = [sc.judging.Stint(body_id=body, period=sc.Period(start=start, end=end)) for body, start, end in order]
    if isinstance(expected, set):
        with pytest.raises(sc.InvalidInput) as raised:
            sc.judging.who_rates(given, comment_after_months=months)
        assert len(raised.value.faults) == len(expected), (seed, raised.value)
        return True
    found = sc.judging.who_rates(given, comment_after_months=months)
    assert found == expected, (seed, found, expected)
    return False


def main(cases: int) -> None:
    """Check every case; a difference stops the run and names its seed."""
    refused = sum(check(seed) for seed in range(cases))
    print(f"{cases:,} cases agree with counting day by day, {refused:,} of them refused")


if __name__ == "__main__":
    main(int(sys.argv[1]) if len(sys.argv) > 1 else 10_000)
