"""Judge and plan the whole country with Dask, and compare with one process.

Run it from the repository: ``(cd docs/examples && python -m country)``; add ``--communes 40 --officials 24000`` for a taste.
"""

from __future__ import annotations

import argparse
import os
import sys
import time
from collections.abc import Sequence
from functools import partial

import dask.bag
from dask.diagnostics.progress import ProgressBar

from country.invention import COMMUNES, OFFICIALS, Country, all_communes
from country.work import CommuneResult, country_counts, country_digest, result_of

#: Communes that one task takes: small enough for a lively progress bar, large enough that tasks cost nothing.
A_TASK = 8


def in_parallel(country: Country, *, workers: int) -> list[CommuneResult]:
    """Every commune, on Dask's processes. Only commune numbers go out and only small results come back."""
    bag = dask.bag.from_sequence(all_communes(country), partition_size=A_TASK)
    work = bag.map(partial(result_of, country))
    with ProgressBar(dt=0.5, out=sys.stderr):
        return list(work.compute(scheduler="processes", num_workers=workers))


def in_one_process(country: Country) -> list[CommuneResult]:
    """Every commune, one after the other, here."""
    return [result_of(country, commune) for commune in all_communes(country)]


def peak_memory() -> str:
    """The most memory that this process and the largest of its workers took; unknown where the system does not say."""
    if sys.platform == "win32":
        return "memory not measured on this system"
    import resource  # noqa: PLC0415  there is none on Windows

    per_mib = 1 << 20 if sys.platform == "darwin" else 1 << 10
    own, largest = (resource.getrusage(who).ru_maxrss // per_mib for who in (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN))
    return f"peak memory {own} MiB here, {largest} MiB in the largest worker"


def main(arguments: Sequence[str] | None = None) -> int:
    """Run, report, compare; 1 when the two ways differ."""
    parser = argparse.ArgumentParser(prog="python -m country", description=__doc__)
    parser.add_argument("--communes", type=int, default=COMMUNES)
    parser.add_argument("--officials", type=int, default=OFFICIALS)
    parser.add_argument("--workers", type=int, default=os.cpu_count() or 1)
    parser.add_argument("--no-comparison", action="store_true", help="do not run everything again in one process")
    asked = parser.parse_args(arguments)
    country = Country(communes=asked.communes, officials=asked.officials)

    started = time.perf_counter()
    results = in_parallel(country, workers=asked.workers)
    took = time.perf_counter() - started
    memory = peak_memory()
    print(f"{country.officials:,} officials in {country.communes:,} communes, {asked.workers} processes: {took:.0f} s")
    for what, count in country_counts(results).items():
        print(f"   {what}: {count:,}")
    print(f"   {sum(one.length for one in results):,} bytes of results, {memory}")
    print(f"   digest {country_digest(results)}")
    if asked.no_comparison:
        return 0

    started = time.perf_counter()
    alone = in_one_process(country)
    alone_took = time.perf_counter() - started
    same = alone == results
    print(f"one process: {alone_took:.0f} s ({alone_took / took:.2f} times as long), digest {country_digest(alone)}")
    print("equal byte for byte" if same else "DIFFERENT")
    return 0 if same else 1


if __name__ == "__main__":
    sys.exit(main())
