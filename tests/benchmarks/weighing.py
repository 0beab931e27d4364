"""Weighing feedback: 100,000 items about 10,000 officials, against grouping the same items in a bare dict.

    .venv/bin/python tests/benchmarks/weighing.py

Two bare programs stand beside the library. The plain one puts the items of each official into a list; the other one keeps
what facts keep, the ids by official, fact and answer of the items that count. Each figure is the median of the rounds, and
each ratio the median of the ratios to the bare program's time in the same round. Results are compared once before the clock
starts.
"""

from __future__ import annotations

import gc
import random
import statistics
import sys
import time
from collections.abc import Callable
from datetime import date, timedelta

import supervision_core as sc
from supervision_core import Period

ITEMS = int(sys.argv[1]) if len(sys.argv) > 1 else 100_000
OFFICIALS = max(1, ITEMS // 10)
ROUNDS = 7
YEAR = Period.of_year(2014)
CODES = ("civic.standing", "civic.ties_with_people", "civic.morals_and_lifestyle", "civic.local_contribution", "duties.well_done")
CHANNELS = ("hotline", "suggestion_box", "web_column", "citizen_reception", "direct_opinion")


def feedback() -> list[sc.Feedback]:
    """Items of three kinds by five channels: four in five favourable, three in five verified, a third anonymous."""
    rng = random.Random(1)
    made = []
    for number in range(ITEMS):
        day = date(2014, 1, 1) + timedelta(days=rng.randrange(300))
        checked = rng.choices(list(sc.evidence.Checked), weights=(3, 6, 1))[0]
        made.append(
            sc.Feedback(
                id=f"fb{number:06}",
                subject_id=f"o{rng.randrange(OFFICIALS):05}",
                channel=rng.choice(CHANNELS),
                kind=rng.choice(list(sc.evidence.FeedbackKind)),
                received_on=day,
                says={rng.choice(CODES): rng.random() < 0.8},
                reporter_key=None if rng.random() < 0.3 else f"k{rng.randrange(5_000)}",
                checked=checked,
                checked_on=None if checked is sc.evidence.Checked.PENDING else day,
            )
        )
    return made


def grouped(items: list[sc.Feedback]) -> dict[str, list[sc.Feedback]]:
    """The plain program: a list an official."""
    found: dict[str, list[sc.Feedback]] = {}
    for item in items:
        found.setdefault(item.subject_id, []).append(item)
    return found


def sorted_out(items: list[sc.Feedback]) -> dict[str, dict[str, dict[bool, list[str]]]]:
    """The bare program that keeps what facts keep."""
    found: dict[str, dict[str, dict[bool, list[str]]]] = {}
    for item in items:
        if item.checked is sc.evidence.Checked.CONFIRMED or (
            item.checked is sc.evidence.Checked.PENDING and item.kind is sc.evidence.FeedbackKind.COMMENT and item.reporter_key is not None
        ):
            for code, answer in item.says.items():
                found.setdefault(item.subject_id, {}).setdefault(code, {}).setdefault(answer, []).append(item.id)
    return found


def weighed(dossiers: list[sc.Dossier]) -> dict[str, sc.Facts]:
    """The library."""
    return dict(sc.evidence.weigh_all(dossiers, sc.evidence.WARD_WEIGHING))


def check(facts: dict[str, sc.Facts], bare: dict[str, dict[str, dict[bool, list[str]]]]) -> None:
    """Both say the same of everybody."""
    for who, found in facts.items():
        expected = bare.get(who, {})
        assert {fact.code for fact in found} == set(expected)
        for fact in found:
            answers = expected[fact.code]
            assert fact.value == (next(iter(answers)) if len(answers) == 1 else None)
            assert list(fact.sources) == sorted(one for ids in answers.values() for one in ids)


def timed(work: Callable[[], object]) -> float:
    """Seconds of one call, garbage collected before."""
    gc.collect()
    start = time.perf_counter()
    kept = work()
    spent = time.perf_counter() - start
    del kept
    return spent


def main() -> None:
    """Run and print."""
    items = feedback()
    subjects = [f"o{number:05}" for number in range(OFFICIALS)]
    dossiers = list(sc.evidence.gather(subjects, YEAR, feedback=items).values())
    check(weighed(dossiers), sorted_out(items))
    work: dict[str, Callable[[], object]] = {
        "bare dict: a list an official": lambda: grouped(items),
        "bare dict: ids by official, fact and answer": lambda: sorted_out(items),
        "weigh_all, dossiers built before": lambda: weighed(dossiers),
        "gather and weigh_all, from the loose items": lambda: weighed(list(sc.evidence.gather(subjects, YEAR, feedback=items).values())),
        "explain_weighing, dossiers built before": lambda: [sc.evidence.explain_weighing(one, sc.evidence.WARD_WEIGHING) for one in dossiers],
    }
    seconds: dict[str, list[float]] = {name: [] for name in work}
    for _ in range(ROUNDS):
        for name, call in work.items():
            seconds[name].append(timed(call))
    plain, same = (seconds[name] for name in list(work)[:2])
    print(f"{ITEMS} items of feedback about {OFFICIALS} officials, {ROUNDS} rounds, Python {sys.version.split()[0]}")
    for name, spent in seconds.items():
        ratios = [statistics.median([a / b for a, b in zip(spent, base, strict=True)]) for base in (plain, same)]
        print(f"{name:46} {statistics.median(spent) * 1e3:8.1f} ms   {ratios[0]:6.2f} x plain grouping   {ratios[1]:6.2f} x keeping the same")


if __name__ == "__main__":
    main()
