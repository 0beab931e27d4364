"""What a ward hands in in December, framed as official papers.

A plan of supervision, the notice of the assignments, past years, the review, a wish that cannot be, one official's result.

Invented people and bodies. One line makes all of it as Word, Excel and HTML, and as PDF where a Chromium is at hand:
``python docs/examples/reports_december.py out``, or with ``en`` behind it.
"""

from __future__ import annotations

import subprocess
import sys
from collections import Counter
from datetime import date
from pathlib import Path
from shutil import which
from tempfile import TemporaryDirectory
from typing import Any

import supervision_core as sc
from supervision_core.rendering import Letterhead, ReportOptions, Signatory, to_docx, to_html, to_xlsx
from supervision_core.values import Label, Language

WARD = sc.regulations.GOOD_PERFORMANCE_2014
UNITS = {
    "front": Label("Ủy ban MTTQ phường", "Ward Front Committee"),
    "women": Label("Hội Liên hiệp Phụ nữ", "Women's Union"),
    "veterans": Label("Hội Cựu chiến binh", "Veterans' Association"),
    "youth": Label("Đoàn Thanh niên", "Youth Union"),
}
ORDER = ("front", "veterans", "women", "youth")
FAMILIES = ("Trần", "Lê", "Phạm", "Vũ", "Đặng", "Bùi")
GIVEN = ("Văn An", "Thị Bình", "Minh Châu", "Đức Dũng")
PEOPLE = {f"CB{number + 1:02}": f"{FAMILIES[number % 6]} {GIVEN[number // 6]}" for number in range(24)}
FRONT = Label("Ủy ban MTTQ Việt Nam phường Cầu Mới", "The Front Committee of Cầu Mới ward")
DAY = date(2026, 12, 7)


def roster(*, wishes: int = 0) -> sc.Roster:
    """24 officials and four lead units; a wish is a minimum for the Front."""
    shares = {"front": 2, "women": 1, "veterans": 1, "youth": 1}
    return sc.Roster(
        subjects=[sc.Subject(id=one) for one in PEOPLE],
        lead_units=[
            sc.LeadUnit(id=unit, share=share, min_load=wishes if unit == "front" else 0) for unit, share in shares.items()
        ],
        bars=[sc.Bar(subject_id="CB07", lead_unit_id="women", reason=sc.BarReason.KIN)],
    )


def past() -> sc.History:
    """Two years: in the last one the Front had nearly everybody."""
    others = [unit for unit in ORDER if unit != "front"]
    ids = list(PEOPLE)
    first = {one: others[place % 3] for place, one in enumerate(ids)}
    second = {one: "front" if place >= 4 else others[(place + 1) % 3] for place, one in enumerate(ids)}
    return sc.History.of({2025: first, 2026: second})


def plan() -> sc.Plan:
    """The plan of 2027."""
    made = sc.plan_year(roster(), year=2027, history=past())
    assert isinstance(made, sc.Plan)
    return made


def supervision_plan() -> sc.SupervisionPlan:
    """The plan that the assignments are part of, issued in the last quarter for the next year."""
    asked = roster()
    return sc.SupervisionPlan(
        number="11/KH-MTTQ-BTT",
        issued_on=DAY,
        issuer=FRONT,
        scope=Label("Cán bộ, công chức công tác tại phường", "Officials who work at the ward"),
        period=sc.Period.of_year(2027),
        contents=[sc.programme.PlanContent(id="ethics", label=Label("Đạo đức công vụ", "Public-service ethics"))],
        subjects=asked.subjects,
        lead_units=asked.lead_unit_ids,
        charges=sc.programme.charges_of(plan().assignments, content_ids=["ethics"]),
    )


def impossible() -> sc.Infeasible:
    """The Front wants twelve, without repeats."""
    made = sc.plan_year(roster(wishes=12), year=2027, history=past(), policy=sc.RotationPolicy(repeats=sc.Repeats.FORBID))
    assert isinstance(made, sc.Infeasible)
    return made


def cases() -> dict[str, sc.Facts]:
    """Everybody's facts: two officials fail a civic fact."""
    met = {"duties.well_done": True, "conduct.violation": False, **dict.fromkeys(sc.regulations.CIVIC_CODES, True)}
    unlike = {"CB05": {"civic.household_obligations": False}, "CB11": {"civic.standing": False}}
    return {one: sc.Facts.of({**met, **unlike.get(one, {})}, sources=dict.fromkeys(met, ("BB-12/2026",))) for one in PEOPLE}


def review() -> sc.Review:
    """The year in numbers."""
    results = dict(sc.assess_all(WARD, cases().items()))
    counts = Counter(result.grade.code for result in results.values() if result.grade)
    grades = sc.Tally(kind=sc.programme.CountKind.PERSON, population="phường", parts=counts, headline=24)
    names = {grade.code: grade.label for grade in WARD.grades}
    title = Label("Kết quả xếp loại", "Grades")
    sections = [sc.programme.tally_section("grades", title, grades, names=names, order=list(names))]
    return sc.Review(
        id="BC-2026",
        kind=sc.programme.ReviewKind.INTERIM,
        title=Label("Giám sát cán bộ, công chức năm 2026", "Supervision of officials in 2026"),
        submitted_by=FRONT,
        period=sc.Period.of_year(2026),
        as_of=DAY,
        sections=sections,
    )


def head(number: str, title: Label, *recipients: Label) -> Letterhead:
    """The ward Front's letterhead, signed by its chair."""
    return Letterhead(
        superior=Label("Ủy ban MTTQ Việt Nam thành phố", "The Front Committee of the city"),
        issuer=FRONT,
        number=number,
        place=Label("Cầu Mới", "Cầu Mới"),
        day=DAY,
        title=title,
        recipients=[*recipients, Label("Lưu: VT", "File")],
        signatories=[
            Signatory(
                on_behalf_of=Label("Ban Thường trực", "the Standing Committee"),
                post=Label("Chủ tịch", "Chair"),
                name="Ngô Thị Giả Định",
            )
        ],
    )


def papers() -> dict[str, tuple[object, ReportOptions]]:
    """Each paper: its value, and the options of its report."""
    names: dict[str, str | Label] = {**UNITS, **PEOPLE}
    leads = Label("Các đơn vị chủ trì giám sát", "The lead units")
    above = Label("Ban Thường trực Ủy ban MTTQ thành phố", "The Standing Committee of the city Front")
    facts = cases()["CB05"]
    units: ReportOptions = {"names": names, "order": ORDER}
    return {
        "ke-hoach": (
            supervision_plan(),
            {**units, "letterhead": head("11/KH-MTTQ-BTT", Label("Kế hoạch", "Plan"), leads, above)},
        ),
        "phu-luc": (past(), units),
        "thong-bao": (
            plan(),
            {**units, "roster": roster(), "letterhead": head("12/TB-MTTQ-BTT", Label("Thông báo", "Notice"), leads, above)},
        ),
        "bao-cao": (review(), {"names": names, "letterhead": head("13/BC-MTTQ-BTT", Label("Báo cáo", "Report"), above)}),
        "khong-the": (
            impossible(),
            {
                **units,
                "roster": roster(wishes=12),
                "letterhead": head("14/CV-MTTQ-BTT", Label("Giải trình", "Statement"), above),
            },
        ),
        "ket-qua": (
            sc.assess(WARD, facts),
            {
                "names": names,
                "facts": facts,
                "letterhead": head(
                    "15/TB-MTTQ-BTT",
                    Label(
                        f"Thông báo kết quả giám sát đối với ông {PEOPLE['CB05']}", f"Notice of the result of {PEOPLE['CB05']}"
                    ),
                    Label(f"Ông {PEOPLE['CB05']}", PEOPLE["CB05"]),
                ),
            },
        ),
    }


def print_pdf(html: str, to: Path) -> bool:
    """Print a page with a Chromium where there is one."""
    browser = next((found for name in ("chromium", "google-chrome", "chrome") if (found := which(name))), None)
    if browser is None:
        return False
    with TemporaryDirectory() as place:
        page = Path(place, "page.html")
        page.write_text(html, "utf-8")
        flags = ["--headless", "--no-sandbox", "--disable-gpu", "--no-first-run", "--no-pdf-header-footer"]
        own = [f"--user-data-dir={place}/browser", f"--print-to-pdf={to}", page.as_uri()]
        subprocess.run([browser, *flags, *own], check=True, capture_output=True, timeout=120)  # noqa: S603  a browser found on the path
    return True


def main(place: Path, lang: Language) -> None:
    """Write every paper in every format."""
    place.mkdir(parents=True, exist_ok=True)
    for name, (value, options) in papers().items():
        every: dict[str, Any] = {**options, "lang": lang}
        html = to_html(value, **every)
        Path(place, f"{name}.html").write_text(html, "utf-8")
        Path(place, f"{name}.docx").write_bytes(to_docx(value, **every))
        Path(place, f"{name}.xlsx").write_bytes(to_xlsx(value, **every))
        printed = print_pdf(html, Path(place, f"{name}.pdf").resolve())
        print(f"{name}: html, docx, xlsx{', pdf' if printed else ''}")


if __name__ == "__main__":
    arguments = [one for one in sys.argv[1:] if one != "en"]
    main(Path(arguments[0] if arguments else "out"), "en" if "en" in sys.argv[1:] else "vi")
