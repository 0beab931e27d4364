"""The pictures of the front page, the README and a how-to, drawn by the library itself.

``python docs/_ext/pictures.py`` draws them anew. They are kept beside the pages, since the README is read where nothing is
built; a test holds that they are what is drawn today.
"""

from __future__ import annotations

from pathlib import Path

import supervision_core as sc
from supervision_core.rendering import to_svg

PLACE = Path(__file__).parents[1] / "_static" / "pictures"
#: Lead units in the order of protocol, with their names in both languages.
UNITS = {
    "front": sc.Label("Mặt trận Tổ quốc", "Fatherland Front"),
    "veterans": sc.Label("Hội Cựu chiến binh", "Veterans' Association"),
    "women": sc.Label("Hội Phụ nữ", "Women's Union"),
    "youth": sc.Label("Đoàn Thanh niên", "Youth Union"),
}


def rotation(lang: sc.values.Language) -> str:
    """Ten years of twelve officials and four lead units, the Front with twice the share of the others."""
    units = [sc.LeadUnit(id=unit, share=2 if unit == "front" else 1) for unit in UNITS]
    roster = sc.Roster(subjects=[sc.Subject(id=f"CB{number:02}") for number in range(1, 13)], lead_units=units)
    years = sc.plan_horizon(roster, years=range(2026, 2036))
    names = {unit: getattr(label, lang) for unit, label in UNITS.items()}
    return to_svg(years, lang=lang, names=names, order=tuple(UNITS))


def reasons(lang: sc.values.Language) -> str:
    """Why an official of whom one thing is not known is not graded yet."""
    known = {"duties.well_done": True, "conduct.violation": False, **dict.fromkeys(sc.regulations.CIVIC_CODES, True)}
    sources = {"duties.well_done": ("KL-12",), "civic.ties_with_people": ("BB-4",), "conduct.violation": ("XN-3",)}
    facts = sc.Facts.of({**known, "civic.standing": None}, sources=sources)
    return to_svg(sc.explain(sc.assess(sc.regulations.GOOD_PERFORMANCE_2014, facts), facts), lang=lang)


def grades(lang: sc.values.Language) -> str:
    """Four years of an official: good, fair, a year without a result, and one in which a thing is not known."""
    known = {"duties.well_done": True, "conduct.violation": False, **dict.fromkeys(sc.regulations.CIVIC_CODES, True)}
    ward = sc.regulations.GOOD_PERFORMANCE_2014
    cases = {2023: {}, 2024: {"civic.household_obligations": False}, 2026: {"civic.standing": None}}
    judged = {year: sc.assess(ward, sc.Facts.of({**known, **case})) for year, case in cases.items()}
    return to_svg(sc.judging.GradesByYear(subject_id="CB05", assessments=judged), lang=lang)


def pictures() -> dict[str, str]:
    """Every picture by the name of its file."""
    languages: tuple[sc.values.Language, ...] = ("vi", "en")
    return {f"{draw.__name__}-{lang}.svg": draw(lang) for draw in (rotation, reasons, grades) for lang in languages}


if __name__ == "__main__":
    PLACE.mkdir(exist_ok=True)
    for name, picture in pictures().items():
        (PLACE / name).write_text(picture, "utf-8")
