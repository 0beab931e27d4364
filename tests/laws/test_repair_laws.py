"""Every repair of an infeasible question does what it says: a sample of what ``tests/fuzzing/repairs.py`` tries at length."""

from collections import Counter

import pytest

from fuzzing.repairs import check, infeasible_cases


@pytest.mark.parametrize("block", range(4))
def test_every_repair_takes_one_away(block):
    """Made for each of its subjects: what it helps against is less by exactly one, and where nothing is left there is a plan."""
    made = Counter()
    cases = infeasible_cases(100_000 * (block + 1))
    for _ in range(75):
        _, case, answer = next(cases)
        made += check(case, answer)

    assert made["a plan"] > 10
    assert made["one less"] > 10
    assert sum(times for name, times in made.items() if "cooling_off" in name) > 5
