"""Random duties with all that may be said of them, held against a second implementation made from the documents' words alone.

    .venv/bin/python tests/fuzzing/duties.py 10000 [seed]

prints what it met, and fails on the first difference.
"""

from __future__ import annotations

import sys
from collections import Counter
from datetime import date, timedelta
from pathlib import Path
from random import Random

sys.path.insert(0, str(Path(__file__).parents[1]))

import supervision_core as sc
from fuzzing.seeds import run_as_asked
from oracles import duties as oracle

UNITS = ("week", "month", "month", "quarter", "half_year", "year", "term")
LABEL = sc.Label("x", "x")
LAW = sc.values.Citation(
    instrument=sc.values.Instrument(kind=sc.values.InstrumentKind.PLAN, title=LABEL), verification=sc.values.Verification.REPORTED
)
START, LENGTHS = date(2024, 1, 1), {"week": 70, "month": 200, "quarter": 500, "half_year": 900, "year": 1300, "term": 900}
#: Wide enough for everything that any case has due.
WIDE = sc.Period(start=date(2020, 1, 1), end=date(2036, 1, 1))


def often_of(rng: Random) -> oracle.Often:
    """How often, by any unit, with any opening and grace."""
    unit = rng.choice(UNITS)
    anchored = unit == "term" or rng.random() < 0.2
    length = {"month": 1, "quarter": 3, "half_year": 6, "year": 12}.get(unit, 0)
    opens = rng.choice((0, 0, length, length, -1)) if unit != "week" else 0
    return oracle.Often(
        times=rng.choice((1, 1, 2, 3)),
        unit=unit,
        by_day=rng.random() < 0.5,
        anchor=START + timedelta(days=rng.randint(-400, 60)) if anchored else None,
        months=rng.choice((3, 5, 7)) if unit == "term" else None,
        opens_after_months=opens,
        grace_months=rng.choice((0, 0, 0, 1)) if unit != "week" else 0,
        grace_days=rng.choice((0, 0, 1, 5, 12)) if opens <= 0 else rng.choice((1, 5, 12)),
        grace_working_days=rng.choice((0, 0, 0, 1, 4)),
        rolls=rng.random() < 0.35,
    )


def calendar_of(rng: Random) -> sc.WorkingDays | None:
    """None, one that is known all the time, or one that ends within it."""
    kind = rng.random()
    if kind < 0.3:
        return None
    until = date(2037, 1, 1) if kind < 0.8 else START + timedelta(days=rng.randint(1, 700))
    known = sc.Period(start=date(2019, 1, 1), end=until)
    off = {START + timedelta(days=rng.randint(0, 700)) for _ in range(rng.randint(0, 30))}
    closed = START + timedelta(days=rng.randint(0, 300))
    off |= {closed + timedelta(days=more) for more in range(rng.randint(0, 9))}
    worked = {START + timedelta(days=rng.randint(0, 300)) for _ in range(rng.randint(0, 2))} - off
    return sc.WorkingDays(
        known=known, days_off=[day for day in off if day in known],
        worked=[day for day in worked if day in known and day.isoweekday() > 5],
    )  # fmt: skip


def asked_of(rng: Random) -> tuple[oracle.Asked, sc.WorkingDays | None]:
    """A duty that binds for some periods, what was held near its last days, and a day to look at it."""
    often, given = often_of(rng), calendar_of(rng)
    bound_from = START + timedelta(days=rng.choice((0, rng.randint(-40, 60))))
    bound_until = bound_from + timedelta(days=rng.randint(LENGTHS[often.unit] // 4, LENGTHS[often.unit]))

    def worked(day: date) -> bool | None:
        if day not in given.known:
            return None
        return day in given.worked or (day.isoweekday() < 6 and day not in given.days_off)

    plain = oracle.Asked(
        often=often, bound_from=bound_from, bound_until=bound_until, partial=rng.choice(("OWES_NOTHING", "OWES_SHARE", "OWES_ALL")),
        as_of=bound_from, worked=None if given is None else worked,
    )  # fmt: skip
    windows = oracle.windows(plain)
    near = [day + timedelta(days=rng.randint(-9, 9)) for one in windows for day in (one.opens, one.last)]
    near += [one.last + timedelta(days=rng.randint(-3, 8)) for one in windows]
    no_deputy = rng.random() < 0.2
    held = [
        oracle.Held(id=f"e{number}", on=rng.choice(near), own=rng.choice((True, True, False, None)) if no_deputy or rng.random() < 0.2 else None)
        for number in range(rng.randint(0, 6))
    ]
    waived = []
    if rng.random() < 0.25:
        one = rng.choice(windows)
        waived.append((one.start - timedelta(days=rng.randint(0, 9)), one.end + timedelta(days=rng.randint(0, 40))))
    moved = []
    if rng.random() < 0.3:
        one = rng.choice([one for one in windows if not (one.is_partial and plain.partial == "OWES_NOTHING")] or windows[:0] or [None])
        if one is not None and not any(first <= one.start and one.end <= until for first, until in waived):
            inside = one.start + timedelta(days=rng.randint(0, (one.end - one.start).days - 1))
            moved.append((inside, max(one.opens, one.last + timedelta(days=rng.randint(-10, 25)))))
    as_of = rng.choice(near) + timedelta(days=rng.choice((0, rng.randint(-4, 40))))
    return oracle.Asked(
        often=often, bound_from=bound_from, bound_until=bound_until, partial=plain.partial, waived=waived, moved=moved, held=held,
        no_deputy=no_deputy, as_of=as_of, worked=plain.worked,
    ), given  # fmt: skip


def report_of(rng: Random, asked: oracle.Asked, calendar: sc.WorkingDays | None) -> sc.obligations.Compliance:
    """What the library says of it; the time in which the duty binds is the rule's own, the office holder's, or both."""
    often = asked.often
    frequency = sc.obligations.Frequency(
        times=often.times, per=sc.obligations.TimeUnit(often.unit), anchor=often.anchor, term_months=often.months,
        counts=sc.obligations.Counting.DAYS if often.by_day else sc.obligations.Counting.EVENTS,
        opens_after_months=often.opens_after_months, grace_months=often.grace_months, grace_days=often.grace_days,
        grace_working_days=often.grace_working_days, rolls=often.rolls,
    )  # fmt: skip
    by_rule = rng.random() < 0.5
    duty = sc.Obligation(
        code="x", label=LABEL, required=frequency, right=None, citation=LAW, no_deputy=asked.no_deputy,
        in_force_from=asked.bound_from if by_rule else None, in_force_until=asked.bound_until if by_rule else None,
    )  # fmt: skip
    return sc.compliance(
        [duty],
        [sc.Event(id=one.id, obligation="x", on=one.on, by_office_holder=one.own) for one in asked.held],
        WIDE,
        as_of=asked.as_of,
        partial=sc.obligations.Partial[asked.partial],
        binding=None if by_rule else sc.Period(start=asked.bound_from, end=asked.bound_until),
        waivers=[sc.obligations.Waiver(obligation="x", period=sc.Period(start=first, end=until), ground=LABEL) for first, until in asked.waived],
        moved=[sc.obligations.MovedDeadline(obligation="x", occurrence=day, until=until, ground=LABEL) for day, until in asked.moved],
        calendar=calendar,
    )


def check(seed: int, met: Counter[str] | None = None) -> int:
    """One random duty; each of its periods stands as the words say, and the duty as a whole. How many periods there were."""
    met = Counter() if met is None else met
    rng = Random(seed)
    asked, calendar = asked_of(rng)
    windows = oracle.windows(asked)
    if asked.no_deputy and oracle.overlap(windows):
        return check(seed + 10**9, met)
    report = report_of(rng, asked, calendar)
    if report.not_judged:
        met["not judged"] += 1
        return 0
    standing = report.standings["x"]
    found = standing.required
    shapes = [(one.period.start, one.period.end, one.is_partial, one.first_due, one.needed) for one in found]
    expected = [(one.start, one.end, one.is_partial, one.first_due, one.need) for one in windows]
    assert shapes == expected, f"{asked}\nfound    {shapes}\nexpected {expected}"
    ends = [(one.window.start, one.window.last, one.is_due_known) for one in found if one.needed]
    expected_ends = [(one.opens, one.last, one.is_known) for one in windows if one.need]
    assert ends == expected_ends, f"{asked}\nfound    {ends}\nexpected {expected_ends}"
    rows = tuple(
        oracle.Row(
            state=one.state.name, late_by=one.late_by, counted=one.needed - one.remaining, safe=one.last_safe_day, possible=one.still_possible.name
        )
        for one in found
    )
    ways = oracle.stands(asked)
    assert rows in ways, f"{asked}\nfound {rows}\nexpected one of {len(ways)}: {ways[0]}"
    assert standing.verdict.name == oracle.verdict(rows), f"{asked}\nfound {standing.verdict}, expected {oracle.verdict(rows)}"
    together = standing.last_safe_day, standing.still_possible.name
    assert together == oracle.whole(asked, rows), f"{asked}\nfound {together}, expected {oracle.whole(asked, rows)}"
    counting = {event for one in found for event in one.event_ids}
    assert set(standing.surplus_event_ids) == {one.id for one in asked.held if one.on <= asked.as_of} - counting
    for row in rows:
        met[row.state.lower()] += 1
        met["last safe days"] += row.safe is not None
    met["cases"] += 1
    met["with a choice"] += len(ways) > 1
    return len(rows)


if __name__ == "__main__":
    run_as_asked(check)
