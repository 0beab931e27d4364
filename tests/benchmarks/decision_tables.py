"""Decision tables: how their time grows with the facts, where they are refused, and those of the shipped regulations.

    .venv/bin/python tests/benchmarks/decision_tables.py

Each figure is in times of one table of the regulation that the library is about.
"""

from __future__ import annotations

import math
import sys
import time
from pathlib import Path

from supervision_core.regulations.regulation import fact_space

sys.path.insert(0, str(Path(__file__).parents[1]))

import supervision_core as sc
from benchmarks.remedies import ladder_of, shipped


def seconds(regulation: sc.Regulation) -> tuple[float, str]:
    """The least of three runs, and how many lines there are or that there are too many."""
    assert fact_space(regulation) is not None
    found, said = [], ""
    for _ in range(3):
        start = time.process_time()
        try:
            said = f"{len(sc.judging.decision_table(regulation).rows):,} lines"
        except sc.values.BeyondExactness as error:
            said = f"refused beyond {error.limit:,} lines"
        found.append(time.process_time() - start)
    return min(found), said


def main() -> None:
    """Run and print."""
    print(f"Python {sys.version.split()[0]}")
    one, _ = seconds(sc.regulations.GOOD_PERFORMANCE_2014)
    for name, needed in (("all of n facts", lambda _: None), ("half of n facts", lambda count: count // 2)):
        spent = []
        for count in (6, 8, 10, 12, 18):
            found, said = seconds(ladder_of(count, needed(count)))
            spent.append((count, found))
            print(f"{name:16} n={count:2}: {found / one:8.1f} times one table, {said}")
        (first, early), (last, late) = spent[0], spent[3]
        print(f"{name:16} to n=12: exponent {math.log(late / early) / math.log(last / first):.2f}")
    for regulation in shipped():
        found, said = seconds(regulation)
        print(f"{regulation.code} ({len(regulation.ladder.facts)} facts): {found / one:.1f} times one table, {said}")


if __name__ == "__main__":
    main()
