"""A subject's way, measured: which modules it enters from a roster and a history to a plan that is checked and shown.

    .venv/bin/python tests/contract/subject_way.py

A module is entered when one of its functions runs; loading it does not count.
"""

from __future__ import annotations

import supervision_core as sc
from contract.fact_way import entered

#: What the way took in version 1.0.0, what it is to take, and what it may take.
BEFORE, GOAL, MOST_MODULES = 29, 18, 37


def way() -> str:
    """From subjects and what is recorded of them to a page."""
    subjects = [sc.Subject(id=f"s{number}") for number in range(6)]
    units = [sc.LeadUnit(id="front", share=2), sc.LeadUnit(id="women"), sc.LeadUnit(id="youth")]
    roster = sc.Roster(subjects=subjects, lead_units=units)
    history = sc.History.of({2024: {"s0": "women", "s2": "front"}, 2025: {"s0": "front", "s1": "women"}})
    plan = sc.plan_year(roster, year=2026, history=history)
    assert sc.verify_plan(roster, plan, history=history) == ()
    return sc.rendering.to_html(plan, lang="vi", roster=roster)


def modules_entered() -> tuple[str, ...]:
    """The modules that the way enters, sorted."""
    way()  # what loads is no part of the way
    return entered(way)


def main() -> None:
    """Run and print."""
    found = modules_entered()
    print(f"modules a subject enters: {len(found)} (1.0.0: {BEFORE}; goal: {GOAL})")
    print("\n".join(f"  {one}" for one in found))


if __name__ == "__main__":
    main()
