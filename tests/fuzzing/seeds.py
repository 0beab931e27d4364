"""Random cases one after another, each known by its seed, which a disagreement names."""

import sys
from collections import Counter
from collections.abc import Callable


def run_seeds(check: Callable[[int, Counter[str]], object], cases: int, first: int) -> Counter[str]:
    """So many cases from a first seed; what was met in them."""
    met: Counter[str] = Counter()
    for seed in range(first, first + cases):
        try:
            check(seed, met)
        except AssertionError as error:
            raise AssertionError(f"seed {seed}: {error}") from error
    return met


def run_as_asked(check: Callable[[int, Counter[str]], object]) -> None:
    """As many cases as the command line says, from the seed that it says: 10,000 from 1 unless told otherwise."""
    cases, first = ([int(one) for one in sys.argv[1:]] + [10_000, 1][len(sys.argv) - 1 :])[:2]
    for name, count in sorted(run_seeds(check, cases, first).items()):
        print(f"{name}: {count}")
