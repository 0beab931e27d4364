"""The report of a year: a review as the library makes it, and an Excel table of it."""

from __future__ import annotations

from datetime import date
from io import BytesIO

from openpyxl import Workbook
from openpyxl.styles import Font
from openpyxl.utils import get_column_letter

import supervision_core as sc
from supervision_core.evidence import CHANNELS
from ward_app.judging import CRITERION, FACTS, Case
from ward_app.planning import Planning, names_of
from ward_app.records import PEOPLES_CHANNELS
from ward_app.texts import LANGUAGES, TEXTS, speaker


def review_of(cases: tuple[Case, ...], planning: Planning, *, year: int, today: date) -> sc.Review:
    """The review of a year as of today: interim while the year lasts, final afterwards."""
    period = sc.Period.of_year(year)
    population = TEXTS["population"].vi
    grades = sc.programme.grade_tally(
        CRITERION, [(case.subject.id, case.assessment) for case in cases], population=population, period=period
    )
    channels = sc.Tally.of(
        [one.channel.code for case in cases for one in case.dossier.feedback],
        kind=sc.programme.CountKind.OPINION,
        population=population,
        among=PEOPLES_CHANNELS,
        period=period,
    )
    labels = sc.programme.grade_labels(CRITERION)
    sections = [
        sc.programme.tally_section("grades", TEXTS["report_grades"], grades, names=labels, order=labels),
        sc.programme.tally_section(
            "channels",
            TEXTS["report_channels"],
            channels,
            names={code: CHANNELS[code].label for code in PEOPLES_CHANNELS},
            order=PEOPLES_CHANNELS,
        ),
    ]
    if planning.adopted is not None:
        loads = sc.Tally(kind=sc.programme.CountKind.PERSON, population=population, parts=planning.adopted.value.loads)
        units = {unit.id: unit.label for unit in planning.roster.lead_units if unit.label is not None}
        sections.append(sc.programme.tally_section("units", _title("report_units", planning.year), loads, names=units))
    return sc.Review(
        id=f"BC-{year}",
        kind=sc.programme.ReviewKind.FINAL if today > period.last else sc.programme.ReviewKind.INTERIM,
        title=TEXTS["report_subject"],
        submitted_by=TEXTS["report_from"],
        period=period,
        as_of=max(today, period.start),
        sections=sections,
    )


def _title(key: str, year: int) -> sc.Label:
    vi, en = (speaker(lang)(key, year=year) for lang in LANGUAGES)
    return sc.Label(vi, en)


def table_of(cases: tuple[Case, ...], planning: Planning, *, lang: sc.values.Language) -> bytes:
    """Every official in one row: grade, what each fact came to, next year's lead unit."""
    say, names = speaker(lang), names_of(planning.roster, lang)
    plan = None if planning.adopted is None else planning.adopted.value
    book = Workbook()
    page = book.worksheets[0]
    page.title = say("report")
    facts = [fact.label.text(lang) for fact in FACTS]
    page.append([say("id"), say("name"), say("workplace"), say("grade"), *facts, say("lead_unit_next", year=planning.year)])
    for case in cases:
        grade = case.assessment.grade
        unit = None if plan is None else plan.assignments.get(case.subject.id)
        row = [
            case.subject.id,
            names[case.subject.id],
            case.subject.unit,
            say("undetermined") if grade is None else grade.label.text(lang),
            *(_said(case.facts.get(fact.code), lang) for fact in FACTS),
            None if unit is None else names.get(unit, unit),
        ]
        page.append(row)
        for cell in page[page.max_row]:
            cell.data_type = "s"  # whatever a text begins with, it is no formula
    for at, cell in enumerate(page[1], start=1):
        cell.font = Font(bold=True)
        page.column_dimensions[get_column_letter(at)].width = 26
    page.freeze_panes = "C2"
    written = BytesIO()
    book.save(written)
    return written.getvalue()


def _said(fact: sc.Fact, lang: sc.values.Language) -> str:
    if isinstance(fact.value, bool):
        return speaker(lang)("yes" if fact.value else "no")
    return fact.state.label.text(lang)
