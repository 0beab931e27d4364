"""Random duties with calendars, held against a second implementation made from the words alone.

Run: ``python tests/fuzzing/deadlines.py [cases] [seed]``. It prints what it met and fails on the first difference.
"""

from __future__ import annotations

import sys
from collections import Counter
from datetime import date, timedelta
from pathlib import Path
from random import Random

sys.path.insert(0, str(Path(__file__).parents[1]))

import supervision_core as sc
from oracles.deadlines import last_day, month_starts, stand

#: The last long run: what was asked, and what was found.
RECORD = (
    "2026-11-28, seed 1: 10,000 random duties, 118,768 occurrences (1,301 done, 1,862 late, 52,514 missing, 19,571 not known, 43,520 pending), "
    "27,830 last safe days; 0 differences"
)

UNITS = {1: sc.obligations.TimeUnit.MONTH, 3: sc.obligations.TimeUnit.QUARTER, 6: sc.obligations.TimeUnit.HALF_YEAR}
LAW = sc.values.Citation(
    instrument=sc.values.Instrument(kind=sc.values.InstrumentKind.PLAN, title=sc.Label("Kế hoạch", "Plan")),
    verification=sc.values.Verification.REPORTED,
)
START, YEARS = date(2024, 1, 1), (2023, 2027)


def _calendar(random: Random) -> sc.WorkingDays | None:
    kind = random.random()
    if kind < 0.25:
        return None
    known = sc.Period(start=date(2022, 1, 1), end=date(2029, 1, 1) if kind < 0.8 else START + timedelta(days=random.randint(1, 700)))
    off = {START + timedelta(days=random.randint(0, 730)) for _ in range(random.randint(0, 40))}
    closed = START + timedelta(days=random.randint(0, 700))
    off |= {closed + timedelta(days=more) for more in range(random.randint(0, 7))}
    return sc.WorkingDays(known=known, days_off=[day for day in off if day in known])


def compare(random: Random, met: Counter[str]) -> None:
    """One random duty: every occurrence stands as the second implementation says."""
    months, by_day = random.choice((1, 3, 6)), random.random() < 0.5
    need, working, rolls = random.randint(1, 3), random.choice((0, 0, 1, 3, 5)), random.random() < 0.5
    grace = random.randint(0 if working else 1, 8)
    calendar = _calendar(random)
    frequency = sc.obligations.Frequency(
        times=need, per=UNITS[months], opens_after_months=months, grace_days=grace, grace_working_days=working, rolls=rolls,
        counts=sc.obligations.Counting.DAYS if by_day else sc.obligations.Counting.EVENTS,
    )  # fmt: skip
    duty = sc.Obligation(code="x", label=sc.Label("x", "x"), required=frequency, right=None, citation=LAW)
    starts = month_starts(months, *YEARS)

    def worked(day: date) -> bool | None:
        if calendar is None or day not in calendar.known:
            return None
        return day.isoweekday() < 6 and day not in calendar.days_off

    windows = []
    for first in starts[1:]:
        plain = first + timedelta(days=grace - 1)
        windows.append((first, *last_day(plain, working, rolls, worked), plain))
    near = [window[1] + timedelta(days=random.randint(-6, 9)) for window in random.choices(windows, k=8)]
    some = random.sample(near, random.randint(0, 8))
    held = {f"e{number}": day for number, day in enumerate(some)}
    as_of = random.choice(near) + timedelta(days=random.randint(-3, 30))
    asked = sc.Period(start=date(2024, 1, 1), end=date(2026, 1, 1))
    events = [sc.Event(id=name, obligation="x", on=day) for name, day in held.items()]
    report = sc.compliance([duty], events, asked, as_of=as_of, calendar=calendar)
    expected = stand([window[:3] for window in windows], need, held, as_of, None if calendar is None else worked, by_day=by_day)
    wanted = [one for one, window in zip(expected, windows, strict=True) if window[3] in asked]
    is_known = [window[2] for window in windows if window[3] in asked]
    found = report.standings["x"].required
    assert len(found) == len(wanted), "another number of occurrences"
    for one, (state, late, safe), known in zip(found, wanted, is_known, strict=True):
        assert (one.state.name, one.late_by, one.is_due_known) == (state, late, known), f"{one} instead of {state}, {late}, {known}"
        reach = calendar is None or (one.window.last in calendar.known and one.window.start in calendar.known)
        if known and reach:
            assert one.last_safe_day == safe, f"{one.last_safe_day} instead of {safe}: {one}"
            met["last safe days"] += safe is not None
        met[state] += 1
    met["cases"] += 1


def run(cases: int, seed: int) -> Counter[str]:
    """So many random duties."""
    met: Counter[str] = Counter()
    for number in range(cases):
        try:
            compare(Random(f"{seed}-{number}"), met)
        except AssertionError as error:
            raise AssertionError(f"case {number} of seed {seed}: {error}") from error
    return met


if __name__ == "__main__":
    asked, start = ([int(one) for one in sys.argv[1:]] + [1000, 1][len(sys.argv) - 1 :])[:2]
    for name, count in sorted(run(asked, start).items()):
        print(f"{name}: {count}")
