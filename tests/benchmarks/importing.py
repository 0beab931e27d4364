"""How long importing takes beside ``import attrs, datetime``: medians of fresh processes, taken in turns.

    .venv/bin/python tests/benchmarks/importing.py

The first pair of columns is the code alone, as a fresh process sees it, the second the process from start to end. The number
of processes of each kind may be given (20). ``import supervision_core`` loads no attrs until a name is used.
"""

from __future__ import annotations

import statistics
import subprocess
import sys
import time

TIMED = """
import time
start = time.perf_counter_ns()
{code}
print(time.perf_counter_ns() - start)
"""
BASE = "import attrs, datetime"
CASES = {
    BASE: BASE,
    "import supervision_core": "import supervision_core",
    "... and every name of the front door": "import supervision_core as sc\nfor name in sc.__all__: getattr(sc, name)",
    "... and the first assess": (
        "import supervision_core as sc\n"
        "sc.assess(sc.regulations.GOOD_PERFORMANCE_2014, sc.Facts.of({'duties.well_done': True})).grade"
    ),
    "... and the first plan_year": (
        "import supervision_core as sc\n"
        "roster = sc.Roster(subjects=[sc.Subject(id='s1')], lead_units=[sc.LeadUnit(id='front'), sc.LeadUnit(id='women')])\n"
        "sc.plan_year(roster, year=2026)"
    ),
    "import hypothesis, the library installed": "import hypothesis",
    "import hypothesis, no plug-in asked for": (
        "import importlib.metadata as m; m.entry_points = lambda **_: ()\nimport hypothesis"
    ),
}


def nanoseconds(code: str) -> int:
    """How long a fresh process takes over the code, without its own start."""
    ran = subprocess.run([sys.executable, "-c", TIMED.format(code=code)], capture_output=True, text=True, check=True)
    return int(ran.stdout)


def whole_process(code: str) -> int:
    """How long the process takes from start to end."""
    start = time.perf_counter_ns()
    subprocess.run([sys.executable, "-c", code], check=True)
    return time.perf_counter_ns() - start


def medians(processes: int) -> dict[str, tuple[float, float]]:
    """The median of each case, of the code alone and of the whole process, in milliseconds."""
    for code in CASES.values():
        whole_process(code)  # the first one may have to compile
    alone: dict[str, list[int]] = {name: [] for name in CASES}
    whole: dict[str, list[int]] = {name: [] for name in CASES}
    for _ in range(processes):
        for name, code in CASES.items():
            alone[name].append(nanoseconds(code))
            whole[name].append(whole_process(code))
    return {name: (statistics.median(alone[name]) / 1e6, statistics.median(whole[name]) / 1e6) for name in CASES}


def main() -> None:
    """Print the medians and their ratios to the base."""
    processes = int(sys.argv[1]) if len(sys.argv) > 1 else 20
    found = medians(processes)
    base, base_whole = found[BASE]
    print(f"{'medians of ' + str(processes) + ' fresh processes':40} {'code':>9} {'ratio':>6} {'process':>9} {'ratio':>6}")
    for name, (alone, whole) in found.items():
        print(f"{name:40} {alone:6.1f} ms {alone / base:6.2f} {whole:6.1f} ms {whole / base_whole:6.2f}")


if __name__ == "__main__":
    main()
