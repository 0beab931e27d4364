"""Judging by columns: the library against a bare function over ready objects and other tools, same rule, same process.

    .venv/bin/python -m pip install ".[benchmarks,examples]"
    .venv/bin/python tests/benchmarks/columns.py                 # 100,000 officials, beside the others
    .venv/bin/python tests/benchmarks/columns.py 2000000 alone   # the whole country: time and memory an official

Each figure is the median of the rounds; the ratio is the median of the ratios to the bare function's time in the same round.
``numpy.select`` knows no unknown facts and gives no reasons: it is there to show what grades alone cost in arrays.
"""

from __future__ import annotations

import statistics
import sys
import time
import tracemalloc

import judging as beside
import supervision_core as sc
from judging import CODES, FIELDS, OFFICIALS, ROUNDS, WARD, bare, engines, population, report, timed


def columns_of(rows):
    """Nine lists, by code."""
    return {code: [row[field] for row in rows] for code, field in zip(CODES, FIELDS, strict=True)}


def by_select(frame):
    """Grades alone, as pandas users write them."""
    import numpy as np

    well, fairly, own, household, ties, contribution, morals, standing, violation = (frame[field].to_numpy() for field in FIELDS)
    good = well & own & household & ties & contribution & morals & standing & ~violation
    return np.select([good, fairly & ~violation], ["good", "fair"], "below_fair")


def alone() -> None:
    """Time and memory an official, and nothing beside it."""
    columns = columns_of(population(0.03))
    tracemalloc.start()
    started = time.perf_counter()
    judged = sc.assess_columns(WARD, columns)
    spent = time.perf_counter() - started
    kept, most = tracemalloc.get_traced_memory()
    tracemalloc.stop()
    started = time.perf_counter()
    sc.assess_columns(WARD, columns)
    again = time.perf_counter() - started
    print(f"{len(judged):,} officials, 3 % unknown, {len(judged.faults)} faulty: {again / len(judged) * 1e6:.3f} us an official")
    print(f"   first time, while memory is traced: {spent:.2f} s; kept {kept / len(judged):.1f}, at most {most / len(judged):.1f} bytes an official")
    print(f"   {dict(judged.counts())}")


def main() -> None:
    """Run and print."""
    import pandas as pd

    rows, open_rows = population(), population(0.03)
    officials = [beside.Official(**row) for row in rows]
    columns, unknown = columns_of(rows), columns_of(open_rows)
    frame = pd.DataFrame(rows)
    frames = {code: frame[field] for code, field in zip(CODES, FIELDS, strict=True)}
    named = [dict(zip(CODES, row.values(), strict=True)) for row in rows]
    grades = [bare(one)[0] for one in officials]
    assert [one.grade.code for one in sc.assess_columns(WARD, columns).assessments] == grades
    assert [one.grade.code for one in sc.assess_columns(WARD, frames).assessments] == grades
    assert list(by_select(frame)) == grades
    fresh = sc.regulations.good_performance(civic_at_least=6)
    first = timed(lambda: sc.assess_columns(fresh, unknown))
    work = {
        "bare function over ready objects": (OFFICIALS, lambda: [bare(one) for one in officials]),
        "assess_columns, lists": (OFFICIALS, lambda: sc.assess_columns(WARD, columns)),
        "assess_columns, 3 % unknown": (OFFICIALS, lambda: sc.assess_columns(WARD, unknown)),
        "assess_columns, columns of pandas": (OFFICIALS, lambda: sc.assess_columns(WARD, frames)),
        "Facts.of": (OFFICIALS, lambda: [sc.Facts.of(one) for one in named]),
        "Facts.of plus assess": (OFFICIALS, lambda: [sc.assess(WARD, sc.Facts.of(one)) for one in named]),
        "numpy.select in pandas (no unknowns, no reasons)": (OFFICIALS, lambda: by_select(frame)),
        **{name: (count, lambda run=run, count=count: run(count)) for name, (count, run) in engines(rows).items()},
    }
    seconds = {name: [timed(call)] for name, (_, call) in work.items()}
    for _ in range(ROUNDS - 1):
        for name, (_, call) in work.items():
            seconds[name].append(timed(call))
    base = [one / OFFICIALS * 1e6 for one in seconds["bare function over ready objects"]]
    print(f"{OFFICIALS} officials, {ROUNDS} rounds, Python {sys.version.split()[0]}")
    for name, (count, _) in work.items():
        report(name, count, seconds[name], base)
    pairs = zip(seconds["Facts.of plus assess"], seconds["assess_columns, lists"], strict=True)
    print(f"Facts.of plus assess takes {statistics.median(slow / quick for slow, quick in pairs):.1f} times as long as assess_columns")
    print(f"a regulation never used before, 3 % unknown, every row new: {first / OFFICIALS * 1e6:.3f} us")


if __name__ == "__main__":
    alone() if "alone" in sys.argv else main()
