"""Today's code against that of another commit, case by case: each runs in both trees in turn, and the ratio says which is slower.

    git worktree add /tmp/base f9b5328
    .venv/bin/python tests/benchmarks/against.py /tmp/base [ROUNDS] [CASE ...]

Two processes, one a tree, take every case in turn, as often as asked (9); what is measured is the time of the processor, so that
other work on the machine counts as little as may be. Importing and first calls take fresh processes. A ratio below one is faster
than the other commit; the spread is that of the middle half of the pairs. Names that moved are looked for in every room.
"""

from __future__ import annotations

import os
import statistics
import subprocess
import sys
import tempfile
from pathlib import Path

HERE = Path(__file__).parents[2]
#: Where the processes keep byte code, so that neither tree is written into.
COMPILED = tempfile.TemporaryDirectory(prefix="against-")
FRESH = {
    "import supervision_core": "import supervision_core",
    "first assess": (
        "import supervision_core as sc\n"
        "sc.assess(sc.regulations.GOOD_PERFORMANCE_2014, sc.Facts.of({'duties.well_done': True})).grade"
    ),
    "first plan_year": (
        "import supervision_core as sc\n"
        "roster = sc.Roster(subjects=[sc.Subject(id='s1')], lead_units=[sc.LeadUnit(id='front'), sc.LeadUnit(id='women')])\n"
        "sc.plan_year(roster, year=2026)"
    ),
}
#: What a process runs once; then each line of its input is the name of a case, and each line of its output nanoseconds.
WORKER = """
import gc, sys, time
from datetime import date
from types import ModuleType
import supervision_core as sc

def named(name):
    rooms = (value for one in sc.__all__ if one != "strategies" and isinstance(value := getattr(sc, one), ModuleType))
    return next(getattr(room, name) for room in (sc, *rooms) if hasattr(room, name))

ward = sc.regulations.GOOD_PERFORMANCE_2014
codes = sorted(ward.ladder.definitions)
rows = [{code: (None, True, False)[(place * 7919 // 3**number) % 3] for number, code in enumerate(codes)} for place in range(10_000)]
for row in rows:
    row["duties.fairly_done"] = row["duties.fairly_done"] if row["duties.well_done"] is not True else True
    if row["duties.fairly_done"] is False:
        row["duties.well_done"] = None
facts = [sc.Facts.of(row) for row in rows]
one = sc.Facts.of(rows[5], sources={code: ("m-1", "m-2") for code in codes})
judged = sc.assess(ward, one)
kind = named("FeedbackKind").COMMENT

def letter(number):
    return sc.Feedback(id=f"f{number}", subject_id=f"o{number % 500}", channel="suggestion_box", kind=kind,
                       received_on=date(2014, 5, 6), says={codes[number % 6]: number % 3 > 0}, reporter_key=f"k{number}")

letters = [letter(number) for number in range(2_000)]
rating = named("Rating")
ratings = [rating(id=f"r{number}", subject_id=f"o{number}", code="civic.standing", value=True, channel="front_working_committee",
                  rated_on=date(2014, 12, 1)) for number in range(500)]
people = [f"o{number}" for number in range(500)]
year = sc.Period.of_year(2014)
gather, weighing_policy = named("gather"), named("WARD_WEIGHING")
dossiers = list(gather(people, year, feedback=letters).values())
rated = list(gather(people, year, feedback=letters, ratings=ratings).values())[:100]

def problem(people, units, years):
    roster = sc.Roster(subjects=[sc.Subject(id=f"s{number:06}") for number in range(people)],
                       lead_units=[sc.LeadUnit(id=f"u{number:03}", share=1 + number % 3) for number in range(units)])
    history = sc.History.of({2030 - ago: {f"s{number:06}": f"u{(number * (1 + ago % 3) // 7 + ago) % units:03}" for number in range(people)}
                             for ago in range(1, years + 1)})
    return roster, history

problems = {size: problem(*size) for size in ((104, 5, 5), (1_000, 10, 3), (10_000, 10, 3), (500, 30, 8))}
# Levels that came since are left out, so that both answer the same question.
since = {"carry_rest": False} if "carry_rest" in {one.name for one in sc.RotationPolicy.__attrs_attrs__} else {}
policy = sc.RotationPolicy(**since)

def plan(size):
    roster, history = problems[size]
    return lambda: sc.plan_year(roster, year=2030, history=history, policy=policy)

plans = {size: plan(size)() for size in problems}
import supervision_core.serialization as written, supervision_core.rendering as shown
plan_document, judged_document = written.to_document(plans[1_000, 10, 3]), written.to_document(judged)
dossier_documents = [written.to_document(dossier) for dossier in dossiers[:100]]
receipt = lambda: written.receipt(judged, one)
held = receipt()

def verify(size):
    roster, history = problems[size]
    return lambda: sc.verify_plan(roster, plans[size], history=history)

def fresh():
    return named("good_performance")()

CASES = {
    "Facts.of, 10,000": lambda: [sc.Facts.of(row) for row in rows],
    "assess, one not met before": lambda: sc.assess(fresh(), one).possible,
    "assess, 10,000": lambda: [sc.assess(ward, each).grade for each in facts],
    "explain, 300": lambda: [sc.explain(judged, one) for _ in range(300)],
    "remedies": lambda: sc.remedies(fresh(), one, target="good"),
    "Feedback, 2,000": lambda: [letter(number) for number in range(2_000)],
    "gather, 2,000 letters": lambda: gather(people, year, feedback=letters),
    "weigh, 500 dossiers": lambda: [sc.weigh(each, weighing_policy) for each in dossiers],
    "explain_weighing, 100 dossiers": lambda: [named("explain_weighing")(each, weighing_policy) for each in rated],
    "Roster and History, 1,000": lambda: problem(1_000, 10, 3),
    **{f"plan_year, {size[0]:,} x {size[1]} x {size[2]}": plan(size) for size in problems},
    **{f"verify_plan, {size[0]:,} x {size[1]} x {size[2]}": verify(size) for size in problems},
    "to_document, a plan": lambda: written.to_document(plans[1_000, 10, 3]),
    "from_document, a plan": lambda: written.from_document(plan_document, sc.Plan),
    "to_document, 100 dossiers": lambda: [written.to_document(each) for each in dossiers[:100]],
    "from_document, 100 dossiers": lambda: [written.from_document(each, sc.Dossier) for each in dossier_documents],
    "to_document, 300 assessments": lambda: [written.to_document(judged) for _ in range(300)],
    "from_document, 300 assessments": lambda: [written.from_document(judged_document, sc.Assessment) for _ in range(300)],
    "receipt": receipt,
    "recheck": lambda: written.recheck(held),
    "to_html, an assessment": lambda: shown.to_html(judged, lang="vi", facts=one),
    "to_html, a plan": lambda: shown.to_html(plans[1_000, 10, 3], lang="vi"),
    "to_text, 50 assessments": lambda: [shown.to_text(judged, lang="vi") for _ in range(50)],
}
for name, case in CASES.items():
    case()
gc.freeze()
print("\\t".join(CASES), flush=True)
for line in sys.stdin:
    case, times = CASES[line.strip()], 0
    gc.collect()
    start = now = time.process_time_ns()
    while now - start < 20_000_000 or not times:
        case()
        times, now = times + 1, time.process_time_ns()
    print((now - start) // times, flush=True)
"""
TIMED = "import time\nstart = time.process_time_ns()\n{code}\nprint(time.process_time_ns() - start)"


def environment(tree: Path) -> dict[str, str]:
    """What makes a process import one of the trees, from byte code as an installed library has it."""
    kept = {name: value for name, value in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"}
    return {**kept, "PYTHONPATH": str(tree / "src"), "PYTHONHASHSEED": "1", "PYTHONPYCACHEPREFIX": COMPILED.name}


def fresh(tree: Path, code: str) -> int:
    """Nanoseconds that a fresh process takes over the code."""
    command = [sys.executable, "-c", TIMED.format(code=code)]
    return int(subprocess.run(command, capture_output=True, text=True, check=True, env=environment(tree)).stdout)


class Tree:
    """A process that runs cases of one tree when it is told to."""

    def __init__(self, tree: Path) -> None:
        command = [sys.executable, "-c", WORKER]
        self.process = subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True, env=environment(tree))
        assert self.process.stdin is not None
        assert self.process.stdout is not None
        self.given, self.said = self.process.stdin, self.process.stdout
        self.cases = self.said.readline().rstrip("\n").split("\t")

    def run(self, case: str) -> int:
        """Nanoseconds that the case takes."""
        self.given.write(f"{case}\n")
        self.given.flush()
        return int(self.said.readline())


def pairs(other: Path, rounds: int, wanted: list[str]) -> dict[str, list[tuple[int, int]]]:
    """For each case the times of the other tree and of this one, taken in turns."""
    found: dict[str, list[tuple[int, int]]] = {}
    for name, code in FRESH.items():
        if not wanted or name in wanted:
            fresh(other, code), fresh(HERE, code)  # the first one may have to compile
            found[name] = [(fresh(other, code), fresh(HERE, code)) for _ in range(2 * rounds)]
    trees = Tree(other), Tree(HERE)
    for turn in range(rounds):
        for name in trees[0].cases:
            if not wanted or name in wanted:
                first, second = (tree.run(name) for tree in (trees if turn % 2 else trees[::-1]))
                found.setdefault(name, []).append((first, second) if turn % 2 else (second, first))
    return found


def main() -> None:
    """Print a row for each case: milliseconds then and now, the ratio, and its spread."""
    other, rounds, wanted = Path(sys.argv[1]), int((sys.argv[2:] or ["9"])[0]), sys.argv[3:]
    print("| case | then, ms | now, ms | now / then | middle half |\n|---|--:|--:|--:|---|")
    for name, times in pairs(other, rounds, wanted).items():
        then, now = (statistics.median(column) / 1e6 for column in zip(*times, strict=True))
        low, middle, high = statistics.quantiles([second / first for first, second in times], n=4)
        print(f"| {name} | {then:.2f} | {now:.2f} | {middle:.2f} | {low:.2f} to {high:.2f} |")


if __name__ == "__main__":
    main()
