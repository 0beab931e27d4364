"""Reports as people read them: why an official is fair and not good, and a year's plan against the shares.

Invented people, the figures of the source articles (S0, S4). The same values as Markdown, HTML or SVG are one call away.
Run it: ``python docs/examples/reports.py``, or with ``en`` behind it.
"""

from __future__ import annotations

import sys

import supervision_core as sc
from supervision_core.rendering import to_text

WARD = sc.regulations.GOOD_PERFORMANCE_2014
SHARES = {"front": 212, "labour": 61, "veterans": 73, "women": 119, "youth": 62}
NAMES = {
    "front": sc.Label("Ủy ban MTTQ quận", "The district Front"),
    "labour": sc.Label("Liên đoàn Lao động", "Labour Federation"),
    "veterans": sc.Label("Hội Cựu chiến binh", "Veterans' Association"),
    "women": sc.Label("Hội Phụ nữ", "Women's Union"),
    "youth": sc.Label("Quận Đoàn", "Youth Union"),
}


def one_official() -> tuple[sc.Assessment, sc.Facts]:
    """Duties well done, yet the household's civic obligations are not fulfilled: fair, with the minutes that say so."""
    met = {"duties.well_done": True, "conduct.violation": False, **dict.fromkeys(sc.regulations.CIVIC_CODES, True)}
    facts = sc.Facts.of({**met, "civic.household_obligations": False}, sources={"civic.household_obligations": ["BB-12/2014"]})
    return sc.assess(WARD, facts), facts


def one_year() -> tuple[sc.Plan, sc.Roster]:
    """104 subjects and five lead units by their shares."""
    roster = sc.Roster(
        subjects=[sc.Subject(id=f"CB{number:03}") for number in range(1, 105)],
        lead_units=[sc.LeadUnit(id=unit, share=share) for unit, share in SHARES.items()],
    )
    plan = sc.plan_year(roster, year=2018)
    assert isinstance(plan, sc.Plan)
    return plan, roster


def main(lang: sc.values.Language) -> None:
    """Print both reports."""
    assessment, facts = one_official()
    plan, roster = one_year()
    print(to_text(assessment, lang=lang, facts=facts))
    print(to_text(plan, lang=lang, names=NAMES, roster=roster), end="")


if __name__ == "__main__":
    main("en" if "en" in sys.argv[1:] else "vi")
