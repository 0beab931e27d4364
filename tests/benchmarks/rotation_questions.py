"""How long the other questions of rotation take, as a ratio to planning the same year.

    .venv/bin/python tests/benchmarks/rotation_questions.py            # all
    .venv/bin/python tests/benchmarks/rotation_questions.py small      # 2,000 subjects only
    PYTHONPATH=../v1/src .venv/bin/python tests/benchmarks/rotation_questions.py small      # version 1.0.0 in a worktree beside

Time is processor time of one process, so that other work on the machine counts as little as can be. Each figure is the median of
the ratios round by round. What a version does not have, or does not answer within a minute, says so.
"""

from __future__ import annotations

import gc
import random
import signal
import statistics
import sys
import time
from collections.abc import Callable
from typing import Any

import supervision_core as sc

ROUNDS = 5
PATIENCE = 60
LEAST = 0.3
front: Any = sc
FORBID = front.FORBID if hasattr(sc, "FORBID") else sc.Repeats.FORBID
Call = Callable[[], object]


def roster_of(subjects: int, units: int, *, bars: int = 0, **bounds: int) -> sc.Roster:
    """Subjects and equal lead units; each subject with so many random bars."""
    rng = random.Random(1)
    names = [f"u{number:03}" for number in range(units)]
    ids = [f"s{number:06}" for number in range(subjects)]
    closed = [(one, unit) for one in ids for unit in rng.sample(names, bars)]
    return sc.Roster(
        subjects=[sc.Subject(id=one) for one in ids],
        lead_units=[sc.LeadUnit(id=unit, **bounds) for unit in names],
        bars=[sc.Bar(subject_id=one, lead_unit_id=unit, reason=sc.BarReason.EXCLUDED) for one, unit in closed],
    )


def at_random(roster: sc.Roster, years: int) -> sc.History:
    """Everyone anywhere in every year."""
    rng = random.Random(2)
    units = roster.lead_unit_ids
    return sc.History.of({2021 - age: {one: rng.choice(units) for one in roster.subject_ids} for age in range(1, years + 1)})


def with_(roster: sc.Roster, lead_units: list[sc.LeadUnit] | None = None, pins: dict[str, str] | None = None) -> sc.Roster:
    """The roster with other lead units or pins."""
    return sc.Roster(subjects=roster.subjects, lead_units=lead_units or roster.lead_units, bars=roster.bars, pins=pins or {})


class TooLong(Exception):
    """A question took longer than anybody waits."""


def _stop(*_: object) -> None:
    raise TooLong


def seconds(work: Call) -> float:
    """Processor time of one call; short ones are repeated, since the clock may be coarse."""
    gc.collect()
    signal.setitimer(signal.ITIMER_PROF, PATIENCE)
    start, calls = time.process_time(), 0
    try:
        while not calls or time.process_time() - start < LEAST:
            work()
            calls += 1
    finally:
        signal.setitimer(signal.ITIMER_PROF, 0)
    return (time.process_time() - start) / calls


def row(name: str, bound: str, base: Call, work: Call, *, rounds: int = ROUNDS) -> None:
    """One row: the ratio of one call to the other."""
    try:
        base()
        taken = [(seconds(work), seconds(base)) for _ in range(rounds)]
        ratio = f"{statistics.median(one / other for one, other in taken):8.3f}"
        beside = statistics.median(other for _, other in taken)
        print(f"{name:76} {ratio}  ({bound}; planning {beside * 1000:.1f} ms)", flush=True)
    except TooLong:
        print(f"{name:76} over {PATIENCE} s", flush=True)
    except (AttributeError, TypeError) as error:
        print(f"{name:76} not there: {error}", flush=True)


def long_run(subjects: int, units: int) -> None:
    """The longest cooling-off and full coverage, without bars and with three a subject."""
    for bars in (0, 3):
        roster = roster_of(subjects, units, bars=bars, max_load=2 * subjects // units)
        label = f"{subjects:,} x {units}, {bars} bars a subject"
        plan = lambda roster=roster: sc.plan_year(roster, year=2021)  # noqa: E731
        row(f"sustainable_cooling_off, {label}", "<= 20", plan, lambda roster=roster: sc.sustainable_cooling_off(roster), rounds=3)
        row(f"years_to_full_coverage, {label}", "<= 20", plan, lambda roster=roster: sc.years_to_full_coverage(roster), rounds=3)


def infeasible(subjects: int, units: int) -> None:
    """Everybody pinned to the first two lead units, which take too few; and everybody in cooling-off."""
    roster = roster_of(subjects, units)
    first, second, *_ = roster.lead_unit_ids
    pins = {one: (first, second)[place % 2] for place, one in enumerate(roster.subject_ids)}
    tight = [sc.LeadUnit(id=one, max_load=subjects // 4) if one in {first, second} else sc.LeadUnit(id=one) for one in roster.lead_unit_ids]
    pinned = with_(roster, tight, pins)
    policy = sc.RotationPolicy(cooling_off_years=3, repeats=FORBID)
    history = at_random(roster, 3)
    small = with_(roster, [sc.LeadUnit(id=one, max_load=max(1, subjects // units - 1)) for one in roster.lead_unit_ids])
    for label, asked, past, of in (
        ("all pinned", pinned, sc.History(), sc.RotationPolicy()),
        ("too few places, random history, FORBID", small, history, policy),
    ):
        answer: Any = sc.plan_year(asked, year=2021, history=past, policy=of)
        assert isinstance(answer, sc.Infeasible)
        free = with_(asked, list(roster.lead_units), dict(asked.pins))
        plan = lambda free=free, past=past, of=of: sc.plan_year(free, year=2021, history=past, policy=of)  # noqa: E731
        name = f"{subjects:,} x {units}, {label}"
        row(f"infeasible plan_year, {name}", "<= 10", plan, lambda asked=asked, past=past, of=of: sc.plan_year(asked, year=2021, history=past, policy=of), rounds=3)
        check = lambda asked=asked, answer=answer, past=past, of=of: sc.verify_infeasible(asked, answer, history=past, policy=of)  # noqa: E731
        row(f"verify_infeasible, {name}", "<= 10", plan, check, rounds=3)


def explaining(subjects: int, units: int) -> None:
    """One subject and all of them, with three years at random."""
    roster = roster_of(subjects, units)
    history = at_random(roster, 3)
    policy = sc.RotationPolicy(cooling_off_years=3)
    ask = lambda: sc.plan_year(roster, year=2021, history=history, policy=policy)  # noqa: E731
    plan: Any = ask()
    label = f"{subjects:,} x {units}, random history"
    one = roster.subject_ids[subjects // 2]
    row(f"explain_assignment, {label}", "<= 3", ask, lambda: sc.explain_assignment(plan, roster, one, history=history), rounds=3)
    row(f"explain_assignments, {label}", "<= 10", ask, lambda: sc.rotation.explain_assignments(plan, roster, history=history), rounds=3)


def horizons(subjects: int, units: int) -> None:
    """Four years, all planned one by one; and a dead end that a block leads past."""
    roster = roster_of(subjects, units)
    plan = lambda: sc.plan_year(roster, year=2021)  # noqa: E731
    row(f"plan_horizon, 4 years, {subjects:,} x {units}", "<= 40", plan, lambda: sc.plan_horizon(roster, years=range(2021, 2025)), rounds=3)
    strict = sc.RotationPolicy(cooling_off_years=2, repeats=FORBID)
    third = subjects // 3
    rest = subjects - 2 * third
    loads = [third, third, *(rest // (units - 2) + (place < rest % (units - 2)) for place in range(units - 2))]
    fixed = with_(roster, [sc.LeadUnit(id=one, min_load=load, max_load=load) for one, load in zip(roster.lead_unit_ids, loads, strict=True)])
    name = f"plan_horizon, 4 years, two thirds fixed, FORBID two years, {subjects:,} x {units}"
    first: Any = sc.plan_year(fixed, year=2021, policy=strict)
    second = lambda: sc.plan_year(fixed, year=2022, history=sc.History().with_plan(first), policy=strict)  # noqa: E731
    row(name, "<= 40", second, lambda: sc.plan_horizon(fixed, years=range(2021, 2025), policy=strict), rounds=3)


def hostile_shares(subjects: int) -> None:
    """A share of a thousand million beside a maximum of nobody, against plain shares."""
    roster = roster_of(subjects, 5)
    first, *others = roster.lead_unit_ids
    hostile = with_(roster, [sc.LeadUnit(id=first, share=10**9, max_load=0), *(sc.LeadUnit(id=one) for one in others)])
    plain = with_(roster, [sc.LeadUnit(id=first, max_load=0), *(sc.LeadUnit(id=one) for one in others)])
    row(
        f"share 10**9 beside max_load=0, {subjects:,} x 5, against shares of 1",
        "1",
        lambda: sc.plan_year(plain, year=2021),
        lambda: sc.plan_year(hostile, year=2021),
    )


def checking(subjects: int, units: int, years: int) -> None:
    """verify_plan with a random history, with earlier plans, and with bars."""
    roster = roster_of(subjects, units)
    planned = sc.History()
    policy = sc.RotationPolicy(cooling_off_years=years)
    for year in range(2021 - years, 2021):
        before: Any = sc.plan_year(roster, year=year, history=planned, policy=policy)
        planned = planned.with_plan(before)
    barred = roster_of(subjects, units, bars=min(3, units - 1))
    for label, asked, past in (("random", roster, at_random(roster, years)), ("planned", roster, planned), ("random, 3 bars", barred, at_random(roster, years))):
        ask = lambda asked=asked, past=past: sc.plan_year(asked, year=2021, history=past, policy=policy)  # noqa: E731
        plan: Any = ask()
        assert sc.verify_plan(asked, plan, history=past) == ()
        row(f"verify_plan, {subjects:,} x {units} x {years}, {label}", "<= 1", ask, lambda asked=asked, plan=plan, past=past: sc.verify_plan(asked, plan, history=past))


def changing(subjects: int, units: int, years: int = 3, **terms: int) -> None:
    """A hundred changes within the year, 50 who leave and 50 who join, after years of the library's own plans."""
    rng = random.Random(1)
    roster, history = roster_of(subjects, units), sc.History()
    policy = sc.RotationPolicy(cooling_off_years=years, **terms)
    following = subjects
    for year in range(2021 - years, 2022):
        plan: Any = sc.plan_year(roster, year=year, history=history, policy=policy)
        before, past = roster, history
        history = history.with_plan(plan)
        gone = set(rng.sample(roster.subject_ids, subjects * 3 // 100))
        new = [sc.Subject(id=f"s{following + number:06}") for number in range(len(gone))]
        following += len(gone)
        roster = sc.Roster(subjects=[*(one for one in roster.subjects if one.id not in gone), *new], lead_units=roster.lead_units)
    left = {one.id for one in before.subjects[:: subjects // 50][:50]}
    joined = [sc.Subject(id=f"s{following + number:06}") for number in range(50)]
    changed = sc.Roster(subjects=[*(one for one in before.subjects if one.id not in left), *joined], lead_units=before.lead_units)
    anew = lambda: sc.plan_year(changed, year=2021, history=past, policy=policy)  # noqa: E731
    label = ", terms of three years" if terms else ""
    row(f"replan, 100 changes in {subjects:,} x {units}{label}", "<= 0.5", anew, lambda: sc.replan(plan, changed, history=past))


def main() -> None:
    """All rows."""
    signal.signal(signal.SIGPROF, _stop)
    chosen = set(sys.argv[1:])
    sizes = [(2_000, 6), (2_000, 20), (2_000, 200)] + ([] if "small" in chosen else [(20_000, 20)])
    for subjects, units in sizes:
        for work in (long_run, infeasible, explaining, horizons):
            if not chosen - {"small"} or work.__name__ in chosen:
                work(subjects, units)
    if not chosen - {"small"} or "hostile_shares" in chosen:
        hostile_shares(20_000 if "small" in chosen else 200_000)
    if not chosen - {"small"} or "changing" in chosen:
        for subjects in [2_000] + ([] if "small" in chosen else [20_000, 100_000]):
            changing(subjects, 20)
            if hasattr(sc.RotationPolicy(), "tenure_years"):
                changing(subjects, 20, tenure_years=3)
    if not chosen - {"small"} or "checking" in chosen:
        for subjects, units, years in [(104, 5, 3), (2_000, 6, 3), (2_000, 20, 3), (2_000, 200, 3), (10_000, 5, 10)] + ([] if "small" in chosen else [(20_000, 20, 3), (20_000, 20, 10)]):
            checking(subjects, units, years)


if __name__ == "__main__":
    main()
