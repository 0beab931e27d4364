"""A quota over one group: how its time grows with the people.

    .venv/bin/python tests/benchmarks/quotas.py
"""

from __future__ import annotations

import math
import sys
import time
from fractions import Fraction

import supervision_core as sc
from supervision_core.criteria import Quantity

SIZES = (500, 1_000, 2_000, 4_000, 8_000)


def main() -> None:
    """Run and print."""
    decree, order = sc.regulations.ND335_CIVIL_SERVANT, sc.regulations.ND335_SCORE
    assert isinstance(order, Quantity)
    known = {"tasks.quantity": 100, "tasks.quality": 100, "tasks.progress": 100}
    judged = [sc.assess(decree, sc.Facts.of({**known, "points.general": Fraction(step, 2)})) for step in range(61)]
    quota = sc.judging.Quota(grade="EXCELLENT", falls_to="GOOD", share=Fraction(1, 5), order_by=order)
    spent = []
    print(f"Python {sys.version.split()[0]}")
    for size in SIZES:
        rows = [(f"o{number}", "office", judged[number % len(judged)]) for number in range(size)]
        best = math.inf
        for _ in range(3):
            start = time.process_time()
            sc.apply_quota(rows, quota)
            best = min(best, time.process_time() - start)
        spent.append(best)
        print(f"{size:6} people in one group: {best * 1e3:8.1f} ms")
    print(f"exponent {math.log(spent[-1] / spent[0]) / math.log(SIZES[-1] / SIZES[0]):.2f}")


if __name__ == "__main__":
    main()
