"""Judge and plan the whole country with Dask, and compare with one process.

Run it from the repository: ``(cd docs/examples && python -m country)``; add ``--communes 40 --officials 24000`` for a taste.
"""

from __future__ import annotations

import argparse
import os
import sys
import time
from collections.abc import Callable, Sequence
from concurrent.futures.process import BrokenProcessPool
from typing import TypeAlias

from dask.base import compute
from dask.callbacks import Callback
from dask.delayed import delayed
from dask.diagnostics.progress import ProgressBar

from country.invention import COMMUNES, OFFICIALS, Country, all_communes
from country.work import CommuneResult, country_counts, country_digest, results_of

#: Communes that one task takes: small enough for a lively progress bar, large enough that tasks cost nothing.
A_TASK = 8

#: More processes than this are a slip of the finger.
MOST_WORKERS = 64

#: Communes that are planned together.
Task: TypeAlias = tuple[int, ...]
Work: TypeAlias = Callable[[Country, Task], list[CommuneResult]]


class WorkersKeepDying(RuntimeError):
    """Processes died over some communes even when nothing else was under way; the others were done."""

    def __init__(self, communes: Sequence[int]) -> None:
        """The numbers in their order."""
        self.communes = tuple(communes)
        first = ", ".join(map(str, self.communes[:10]))
        super().__init__(
            f"processes died twice over {len(self.communes)} communes, the first of them {first}; all others were done"
        )


def at_least(least: int) -> Callable[[str], int]:
    """How an option is read that is a whole number and not below a least one."""

    def read(said: str) -> int:
        if not (said.isascii() and said.isdigit()) or int(said) < least:
            raise argparse.ArgumentTypeError(f"{said!r} is no whole number of at least {least}")
        return int(said)

    return read


def all_tasks(country: Country) -> list[Task]:
    """Every commune once, a task's worth at a time."""
    numbers = list(all_communes(country))
    return [tuple(numbers[at : at + A_TASK]) for at in range(0, len(numbers), A_TASK)]


def in_parallel(country: Country, *, workers: int, work: Work = results_of) -> list[CommuneResult]:
    """Every commune, on Dask's processes. Only commune numbers go out and only small results come back.

    What a task brings back is kept at once. When a process dies (out of memory, or killed), the others' tasks are done
    first, then those that were under way, each alone; ``WorkersKeepDying`` names those over which a process died again.
    """
    left = set(all_tasks(country))
    done: dict[Task, list[CommuneResult]] = {}
    suspects: set[Task] = set()
    while left:
        under_way = _one_round(country, sorted(left), workers, work, done)
        suspects |= under_way
        left -= done.keys() | suspects
    killers = [task for task in sorted(suspects) if _one_round(country, [task], 1, work, done)]
    if killers:
        raise WorkersKeepDying([number for task in killers for number in task])
    return sorted((result for results in done.values() for result in results), key=lambda result: result.commune)


def _one_round(
    country: Country, tasks: list[Task], workers: int, work: Work, done: dict[Task, list[CommuneResult]]
) -> set[Task]:
    """Put into ``done`` what each task brings back, the moment it does; the tasks that were under way when a process died."""
    names = {f"task-{task[0]}": task for task in tasks}
    begun: set[Task] = set()

    def begin(name: str, *_: object) -> None:
        begun.add(names[name])

    def keep(name: str, results: list[CommuneResult], *_: object) -> None:
        done[names[name]] = results

    asked = [delayed(work, pure=False)(country, task, dask_key_name=name) for name, task in names.items()]
    try:
        with ProgressBar(dt=0.5, out=sys.stderr), Callback(pretask=begin, posttask=keep):
            compute(*asked, scheduler="processes", num_workers=workers, chunksize=1, optimize_graph=False)
    except BrokenProcessPool:
        print(f"\na process died; {len(done)} tasks are done and kept, the others go on", file=sys.stderr)
        return begun - done.keys()
    return set()


def in_one_process(country: Country) -> list[CommuneResult]:
    """Every commune, one task after the other, here."""
    return [result for task in all_tasks(country) for result in results_of(country, task)]


def peak_memory() -> str:
    """The most memory that this process and the largest of its workers took; unknown where the system does not say."""
    if sys.platform == "win32":
        return "memory not measured on this system"
    import resource  # noqa: PLC0415  there is none on Windows

    per_mib = 1 << 20 if sys.platform == "darwin" else 1 << 10
    own, largest = (resource.getrusage(who).ru_maxrss // per_mib for who in (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN))
    return f"peak memory {own} MiB here, {largest} MiB in the largest worker"


def processor_seconds() -> tuple[float, float]:
    """The processor's seconds that this process took so far, and that its workers took which have ended."""
    took = os.times()
    return took.user + took.system, took.children_user + took.children_system


def main(arguments: Sequence[str] | None = None) -> int:
    """Run, report, compare; 1 when the two ways differ."""
    parser = argparse.ArgumentParser(prog="python -m country", description=__doc__)
    parser.add_argument("--communes", type=at_least(1), default=COMMUNES)
    parser.add_argument("--officials", type=at_least(0), default=OFFICIALS)
    parser.add_argument("--workers", type=at_least(1), default=os.cpu_count() or 1, help=f"processes, at most {MOST_WORKERS}")
    parser.add_argument("--no-comparison", action="store_true", help="do not run everything again in one process")
    asked = parser.parse_args(arguments)
    if asked.workers > MOST_WORKERS:
        parser.error(f"argument --workers: {asked.workers} is above {MOST_WORKERS}")
    country = Country(communes=asked.communes, officials=asked.officials)

    started, before = time.perf_counter(), processor_seconds()
    try:
        results = in_parallel(country, workers=asked.workers)
    except WorkersKeepDying as error:
        print(error, file=sys.stderr)
        return 2
    took = time.perf_counter() - started
    here, there = (after - old for after, old in zip(processor_seconds(), before, strict=True))
    memory = peak_memory()
    print(f"{country.officials:,} officials in {country.communes:,} communes, {asked.workers} processes: {took:.0f} s")
    print(f"   {here:.1f} s of the processor here, {there:.1f} s in the workers")
    for what, count in country_counts(results).items():
        print(f"   {what}: {count:,}")
    print(f"   {sum(one.length for one in results):,} bytes of results, {memory}")
    print(f"   digest {country_digest(results)}")
    if asked.no_comparison:
        return 0

    started, (before_alone, _) = time.perf_counter(), processor_seconds()
    alone = in_one_process(country)
    alone_took, alone_processor = time.perf_counter() - started, processor_seconds()[0] - before_alone
    same = alone == results
    print(f"one process: {alone_took:.0f} s ({alone_took / took:.2f} times as long), {alone_processor:.1f} s of the processor")
    print(f"   digest {country_digest(alone)}")
    print("equal byte for byte" if same else "DIFFERENT")
    return 0 if same else 1


if __name__ == "__main__":
    sys.exit(main())
