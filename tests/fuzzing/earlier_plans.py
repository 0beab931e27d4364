"""Plans and certificates that 1.0.0 wrote are read today and verify as what they were; changed ones fall.

    git worktree add ../v1 v1.0.0
    .venv/bin/python tests/fuzzing/earlier_plans.py ../v1/src 4000

Rosters at random with bars, pins, bounds, up to four recorded years, cooling-off of up to three, both ways of repeats and every
tie-break are planned by 1.0.0 in a process of its own, which writes roster, history and answer as documents.
"""

from __future__ import annotations

import json
import os
import random
import subprocess
import sys
from collections import Counter
from collections.abc import Iterator
from typing import Any

import attrs
from first_plans import roster_of

import supervision_core as sc
from supervision_core.serialization import from_document, to_document

YEAR = 2021
#: Where the choices stand: at the front door in 1.0.0, members of enums today.
REPEATS, TIES = getattr(sc, "Repeats", sc), getattr(sc, "TieBreak", sc)


def question(rng: random.Random) -> tuple[sc.Roster, sc.History, sc.RotationPolicy]:
    """A question that both versions understand."""
    roster = roster_of(rng)
    units = roster.lead_unit_ids
    first = YEAR - rng.randint(0, 4)
    years = {
        year: {one: rng.choice(units) for one in [*roster.subject_ids, "gone"] if rng.random() < 0.7}
        for year in range(first, YEAR)
    }
    repeats = REPEATS.FORBID if rng.random() < 0.4 else REPEATS.MINIMISE
    tie = rng.choice([TIES.CANONICAL, TIES.ANY, sc.PublicDraw("QĐ 12/2026")])
    return roster, sc.History.of(years), sc.RotationPolicy(cooling_off_years=rng.randint(0, 3), repeats=repeats, tie_break=tie)


def written(count: int, seed: int) -> list[list[Any]]:
    """Roster, history, policy and answer of each question, as the version that is imported writes them."""
    found = []
    for number in range(count):
        roster, history, policy = question(random.Random(f"{seed} {number}"))
        answer = sc.plan_year(roster, year=YEAR, history=history, policy=policy)
        found.append([to_document(one) for one in (roster, history, policy, answer)])
    return found


def changed(plan: sc.Plan) -> Iterator[sc.Plan]:
    """The plan with one more repeat, and with its first subject elsewhere."""
    levels = [(name, value + (name == "flagged")) for name, value in plan.score.levels]
    yield attrs.evolve(plan, score=attrs.evolve(plan.score, levels=levels))
    for one, unit in list(plan.assignments.items())[:1]:
        for other in plan.loads.keys() - {unit}:
            yield attrs.evolve(plan, assignments={**plan.assignments, one: other})


def check(documents: list[Any], met: Counter[str]) -> None:
    """Read what 1.0.0 wrote, and verify it as what it was."""
    kinds = (sc.Roster, sc.History, sc.RotationPolicy, sc.Plan if "/plan/" in documents[3]["schema"] else sc.Infeasible)
    roster, history, policy, answer = (from_document(one, kind) for one, kind in zip(documents, kinds, strict=True))
    if isinstance(answer, sc.Infeasible):
        assert sc.verify_infeasible(roster, answer, history=history, policy=policy, year=YEAR) == ()
        assert isinstance(sc.plan_year(roster, year=YEAR, history=history, policy=policy), sc.Infeasible)
        met["certificates"] += 1
        return
    assert sc.verify_plan(roster, answer, history=history, policy=policy, year=YEAR) == ()
    met["plans"] += 1
    for wrong in changed(answer):
        assert sc.verify_plan(roster, wrong, history=history)
        met["changed plans that fell"] += 1


def main() -> None:
    """Compare, and say how many of each kind there were."""
    if sys.argv[1] == "written":
        print(json.dumps(written(int(sys.argv[2]), int(sys.argv[3]))))
        return
    count, seed = int(sys.argv[2]), int(sys.argv[3]) if len(sys.argv) > 3 else 0
    old = subprocess.run(
        [sys.executable, __file__, "written", str(count), str(seed)],
        env={**os.environ, "PYTHONPATH": sys.argv[1]}, check=True, capture_output=True, text=True,
    ).stdout  # fmt: skip
    met: Counter[str] = Counter()
    for number, documents in enumerate(json.loads(old)):
        try:
            check(documents, met)
        except AssertionError as error:
            raise AssertionError(f"question {number} of {seed}: {error}") from error
    print(dict(sorted(met.items())))


if __name__ == "__main__":
    main()
