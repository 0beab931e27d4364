"""Reading and writing 100,000 assessments as documents, against cattrs with its default hooks on a class of the same form.

    .venv/bin/python tests/benchmarks/documents.py

cattrs' default hooks coerce and check little; they read the same documents into a plain attrs class whose fields stand for the
document's keys, and write it back. Ours refuse whatever is not exactly what would be written, and judge each assessment again.
Each figure is the median of the rounds, and each ratio the median of the ratios within one round, by processor time.
"""

from __future__ import annotations

import gc
import statistics
import sys
import time
from collections.abc import Callable

import attrs
import cattrs

import supervision_core as sc
from supervision_core.serialization import from_document, to_document

ASSESSMENTS = int(sys.argv[1]) if len(sys.argv) > 1 else 100_000
ROUNDS = 7
WARD = sc.regulations.GOOD_PERFORMANCE_2014
CODES = [fact.code for fact in WARD.ladder.facts]


@attrs.frozen
class PlainReference:
    """The keys of a regulation's reference."""

    type: str
    code: str
    version: int
    fingerprint: str


@attrs.frozen
class PlainAssessment:
    """The keys of an assessment's document."""

    schema: str
    regulation: PlainReference
    known: dict[str, bool]
    not_applicable: list[str]
    grade: str | None
    possible: list[str]
    open_facts: list[str]


def assessments() -> list[sc.Assessment]:
    """A population: nine facts each, one in thirty with an unknown one."""
    made = []
    for number in range(ASSESSMENTS):
        bits = number * 2654435761
        values = {code: bool(bits >> place & 1) for place, code in enumerate(CODES)}
        values["duties.fairly_done"] = values["duties.fairly_done"] or values["duties.well_done"]
        if number % 30 == 0:
            del values["civic.standing"]
        made.append(sc.assess(WARD, sc.Facts.of(values)))
    return made


def seconds(work: Callable[[], object]) -> float:
    """Processor time of one run, without what other runs left to be collected."""
    gc.collect()
    start = time.process_time()
    work()
    return time.process_time() - start


def main() -> None:
    """Print the figures."""
    population = assessments()
    documents = [to_document(one) for one in population]
    lax = cattrs.Converter()
    plain = [lax.structure(one, PlainAssessment) for one in documents]
    assert [from_document(one, sc.Assessment) for one in documents] == population
    assert [lax.unstructure(one) for one in plain] == documents

    names = ("write", "read", "lax write", "lax read")
    rounds = [
        (
            seconds(lambda: [to_document(one) for one in population]),
            seconds(lambda: [from_document(one, sc.Assessment) for one in documents]),
            seconds(lambda: [lax.unstructure(one) for one in plain]),
            seconds(lambda: [lax.structure(one, PlainAssessment) for one in documents]),
        )
        for _ in range(ROUNDS)
    ]
    print(f"{ASSESSMENTS:,} assessments, {ROUNDS} rounds, processor seconds (median)")
    for place, name in enumerate(names):
        print(f"  {name:<10} {statistics.median(one[place] for one in rounds):.2f}")
    ratio = statistics.median((write + read) / (lax_write + lax_read) for write, read, lax_write, lax_read in rounds)
    print(f"  reading and writing / cattrs with default hooks  {ratio:.2f}")


if __name__ == "__main__":
    main()
