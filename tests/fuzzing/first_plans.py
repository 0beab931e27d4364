"""With nothing recorded, the plans of today are those of 1.0.0 wherever all loads can be within their rounding.

    git worktree add ../v1 v1.0.0
    .venv/bin/python tests/fuzzing/first_plans.py ../v1/src 4000

Rosters at random, with bars, pins, bounds and every tie-break, are planned by both versions, each in a process of its own.
Where the plan of 1.0.0 has every load within one of its share, today's must be the same, subject by subject; elsewhere
today's ``balance`` counts otherwise, and whether there is a plan at all must still be the same.
"""

from __future__ import annotations

import json
import os
import random
import subprocess
import sys
from collections import Counter

import supervision_core as sc


def policy_of(rng: random.Random) -> sc.RotationPolicy:
    """A policy for a first year; nothing is recorded, so what it says of repeats changes nothing."""
    years, salt = rng.randint(0, 3), rng.choice([None, "QĐ 12/2026", "QĐ 13/2026"])
    if salt is None:
        return sc.RotationPolicy(cooling_off_years=years)
    return sc.RotationPolicy(cooling_off_years=years, tie_break=sc.PublicDraw(salt))


def roster_of(rng: random.Random) -> sc.Roster:
    """Up to fourteen subjects and five lead units."""
    units = range(rng.randint(1, 5))
    subjects = range(rng.randint(0, 14))
    kinds = [sc.BarReason.KIN, sc.BarReason.EXCLUDED, sc.BarReason.OWN_MEMBER]
    bars = [
        sc.Bar(subject_id=f"s{one:02}", lead_unit_id=f"u{unit}", reason=rng.choice(kinds), severity=rng.choice(list(sc.Severity)))
        for one in subjects
        for unit in units
        if rng.random() < 0.12
    ]
    closed = {(bar.subject_id, bar.lead_unit_id) for bar in bars if bar.severity is sc.Severity.HARD}
    pins = {f"s{one:02}": f"u{rng.choice(units)}" for one in subjects if rng.random() < 0.05}
    shares = [rng.choice([1, 1, 2, 3, 5, 12, 62]) for _ in units]
    bound = rng.random() < 0.3
    lead_units = [
        sc.LeadUnit(id=f"u{unit}", share=share, min_load=rng.randint(0, 1) * bound, max_load=rng.choice([None, 6]) if bound else None)
        for unit, share in zip(units, shares, strict=True)
    ]
    return sc.Roster(
        subjects=[sc.Subject(id=f"s{one:02}") for one in subjects],
        lead_units=lead_units,
        bars=bars,
        pins={one: unit for one, unit in pins.items() if (one, unit) not in closed},
    )


def answers(count: int, seed: int) -> list[dict[str, str] | None]:
    """The assignments of each random question by the version that is imported; None where there is no plan."""
    found: list[dict[str, str] | None] = []
    for number in range(count):
        rng = random.Random(f"{seed} {number}")
        policy, roster = policy_of(rng), roster_of(rng)
        plan = sc.plan_year(roster, year=2021, policy=policy)
        found.append(dict(plan.assignments) if isinstance(plan, sc.Plan) else None)
    return found


def within_rounding(roster: sc.Roster, assignments: dict[str, str]) -> bool:
    """Whether every load is its share rounded down or up."""
    shares = sum(unit.share for unit in roster.lead_units)
    loads = Counter(assignments.values())
    return all(abs(shares * loads[unit.id] - len(roster.subjects) * unit.share) < shares for unit in roster.lead_units)


def main() -> None:
    """Compare, and say how many of each kind there were."""
    if sys.argv[1] == "answers":
        print(json.dumps(answers(int(sys.argv[2]), int(sys.argv[3]))))
        return
    count, seed = int(sys.argv[2]), int(sys.argv[3]) if len(sys.argv) > 3 else 0
    old = subprocess.run(
        [sys.executable, __file__, "answers", str(count), str(seed)],
        env={**os.environ, "PYTHONPATH": sys.argv[1]}, check=True, capture_output=True, text=True,
    ).stdout  # fmt: skip
    met: Counter[str] = Counter()
    for number, (before, now) in enumerate(zip(json.loads(old), answers(count, seed), strict=True)):
        rng = random.Random(f"{seed} {number}")
        policy_of(rng)
        roster = roster_of(rng)
        assert (before is None) == (now is None), number
        if before is None or now is None:
            met["no plan in either"] += 1
        elif within_rounding(roster, before):
            assert before == now, number
            met["within rounding, the same"] += 1
        elif within_rounding(roster, now):
            met["within rounding today and not before"] += 1
        else:
            met["beyond rounding, the same" if before == now else "beyond rounding, another"] += 1
    print(dict(sorted(met.items())))


if __name__ == "__main__":
    main()
