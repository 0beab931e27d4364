"""Threads that share values, and that are the first to look at them, get what one thread gets."""

import subprocess
import sys
from concurrent.futures import ThreadPoolExecutor
from datetime import date
from pathlib import Path
from threading import Barrier

import pytest

import supervision_core as sc
from contract.digest import results
from supervision_core.serialization import canonical_bytes, fingerprint, from_document, to_document

THREADS = 8
ROUNDS = 30
WARD = sc.regulations.GOOD_PERFORMANCE_2014
CODES = [fact.code for fact in WARD.ladder.facts]
YEAR = sc.Period.of_year(2025)


def at_once(work):
    """What each of eight threads gets from the same work, all let go at one moment."""
    start = Barrier(THREADS)

    def one(_):
        start.wait()
        return work()

    with ThreadPoolExecutor(THREADS) as pool:
        return list(pool.map(one, range(THREADS)))


def facts():
    """Some known, one not."""
    return sc.Facts.of({**dict.fromkeys(CODES, True), "civic.standing": None})


def roster():
    """Twelve officials, three lead units, kin."""
    bars = [sc.Bar(subject_id=f"s{number}", lead_unit_id="u1", reason=sc.BarReason.KIN) for number in range(3)]
    return sc.Roster(subjects=[sc.Subject(id=f"s{number:02}") for number in range(12)], lead_units=[sc.LeadUnit(id=f"u{number}") for number in range(3)], bars=bars[:0])


def history():
    """Two years through a reform."""
    reform = sc.rotation.Reform(on=date(2024, 7, 1), lead_units={"u0": ["u0", "u1"], "old": ["u2"]}, subjects={"s00": ["s01", "s02"]})
    rows = [sc.rotation.Record(subject_id=f"s{number:02}", lead_unit_id=("u0", "old")[number % 2], year=2023) for number in range(12)]
    return sc.History.of_records(rows, lineage=sc.Lineage(reforms=[reform]))


def dossier():
    """Ratings that contradict each other."""
    ratings = [
        sc.Rating(id=f"m{number}", subject_id="s00", channel="front_working_committee", code="civic.standing", value=number % 3 > 0, rated_on=date(2025, 5, 1), by=f"b{number}")
        for number in range(9)
    ]
    return sc.Dossier(subject_id="s00", period=YEAR, ratings=ratings)


def judged(known):
    """Everything that an assessment works out when it is first asked."""
    assessment = sc.assess(WARD, known)
    return assessment.grade, assessment.possible, assessment.open_facts, assessment.reasons, sc.remedies(WARD, known, target="good"), sc.explain(assessment, known)


def planned(pair):
    """A plan, its proof checked, and its explanation."""
    given, past = pair
    plan = sc.plan_year(given, year=2025, history=past)
    return plan, sc.verify_plan(given, plan, history=past), sc.explain_assignment(plan, given, "s03", history=past), fingerprint(plan)


def read(past):
    """A history's columns, and what it gives back."""
    return past.years, [past.column(year) for year in past.years], past.unknown, past.records(), hash(past)


#: What is shared, made afresh for each round, and what the threads do with it.
SHARED = {
    "facts": (facts, judged),
    "a roster and its history": (lambda: (roster(), history()), planned),
    "a history": (history, read),
    "a dossier": (dossier, lambda one: (sc.weigh(one, sc.evidence.WARD_WEIGHING), sc.evidence.explain_weighing(one, sc.evidence.WARD_WEIGHING))),
    "a document": (lambda: to_document(history()), lambda one: (from_document(one, sc.History), canonical_bytes(one))),
    "a report": (lambda: sc.assess(WARD, facts()), lambda one: (sc.rendering.to_html(one), sc.rendering.to_svg(one), one.sentence("vi") if hasattr(one, "sentence") else None)),
    "rows": (lambda: (["Mã"], ["s1"], ["s2"]), lambda one: sc.tables.officials(one).values),
    "columns": (lambda: {code: [True, None, False] * 20 for code in CODES[:1]}, lambda one: sc.assess_columns(WARD, one).counts()),
}  # fmt: skip


@pytest.mark.parametrize("name", SHARED)
def test_values_that_threads_share_are_worked_out_once_and_the_same(name):
    """Eight threads at one moment with values that nobody looked at before, thirty times over: what one thread gets."""
    make, work = SHARED[name]
    wanted = work(make())

    for _ in range(ROUNDS):
        shared = make()
        assert at_once(lambda shared=shared: work(shared)) == [wanted] * THREADS


def test_all_results_at_once():
    """Judgements, plans, obligations and reports of fixed questions in four threads together: the same list four times."""
    wanted = results()
    with ThreadPoolExecutor(4) as pool:
        assert list(pool.map(lambda _: results() == wanted, range(4))) == [True] * 4


OPEN = """
import sys, threading
import supervision_core as sc
start, found, wrong = threading.Barrier(8), [], []
def work():
    try:
        start.wait()
        found.append(tuple(len(dir(getattr(sc, name))) for name in dir(sc) if not name.startswith("_")))
        for name in dir(sc):
            if not name.startswith("_"):
                room = getattr(sc, name)
                for inner in getattr(room, "__all__", ()):
                    getattr(room, inner)
    except BaseException as error:
        wrong.append(repr(error))
threads = [threading.Thread(target=work) for _ in range(8)]
for one in threads: one.start()
for one in threads: one.join()
print(len(found), len(set(found)), wrong)
"""


def test_eight_threads_open_the_doors_of_all_rooms():
    """In a process in which nothing was loaded yet: each finds every public name."""
    source = Path(sc.__file__).parents[1]
    for _ in range(3):
        ran = subprocess.run([sys.executable, "-c", f"import sys; sys.path.insert(0, {str(source)!r})\n{OPEN}"], capture_output=True, text=True, check=True)
        assert ran.stdout.strip() == "8 1 []"
