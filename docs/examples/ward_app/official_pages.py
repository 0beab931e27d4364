"""The pages of the officials: everybody's grade, and one official's evidence, reasons and lead units."""

from __future__ import annotations

from collections.abc import Mapping

from fastapi import APIRouter
from fastapi.responses import HTMLResponse, RedirectResponse, Response

import supervision_core as sc
from supervision_core.evidence import CHANNELS
from supervision_core.rotation import Explanation
from ward_app import drawings
from ward_app.judging import CRITERION, FACTS, Case, cases, fact_labels
from ward_app.keeping import adopt, as_seen, kept_of, kept_results, to_adopt
from ward_app.planning import Planning, listed_official, names_of, planning_of
from ward_app.records import BODIES, RESULT, SHEET, result_id, sheet_id
from ward_app.refusals import NotFound
from ward_app.site import Form, Visit, Visiting
from ward_app.store import Conflict
from ward_app.texts import TEXTS

router = APIRouter(default_response_class=HTMLResponse)


@router.get("/{year}/officials")
def officials(visit: Visiting, saved: int = 0) -> HTMLResponse:
    """Everybody with grade and next year's lead unit."""
    return _officials_page(visit, saved=saved)


@router.post("/{year}/officials")
def adopt_results(visit: Visiting, posted: Form) -> Response:
    """Adopt every determined result, as the writer saw it."""
    try:
        with visit.site.store.writing(visit.site.now()) as writing:
            planning = planning_of(writing, visit.year + 1)
            if planning is None:
                raise NotFound
            found = cases(writing, planning.roster.subjects, visit.year)
            adopt(writing, found, visit.year, seen=posted.texts.get("seen", ""))
    except Conflict:
        return visit.conflict("officials", visit.back)
    return RedirectResponse(f"/{visit.year}/officials?saved=1", status_code=303)


def _officials_page(visit: Visit, *, saved: int) -> HTMLResponse:
    with visit.site.store.reading() as reading:
        planning = planning_of(reading, visit.year + 1)
        found = () if planning is None else cases(reading, planning.roster.subjects, visit.year)
        kept = kept_results(reading, visit.year)
    adopted = None if planning is None or planning.adopted is None else planning.adopted.value
    return visit.page(
        "officials.html",
        "officials",
        saved=saved,
        cases=found,
        kept=kept,
        to_adopt=len(to_adopt(found, kept)),
        seen=as_seen(found, kept),
        counts=grade_counts(found, visit.lang),
        names={} if planning is None else names_of(planning.roster, visit.lang),
        assignments={} if adopted is None else adopted.assignments,
    )


def grade_counts(found: tuple[Case, ...], lang: sc.values.Language) -> list[tuple[str, int]]:
    """How many people have which grade, best first."""
    rows = [(case.subject.id, case.assessment) for case in found]
    parts = sc.programme.grade_tally(CRITERION, rows, population=TEXTS["population"].vi).parts
    return [(label.text(lang), parts[code]) for code, label in sc.programme.grade_labels(CRITERION).items()]


@router.get("/{year}/official/{official:path}")
def one_official(visit: Visiting, official: str, saved: int = 0) -> HTMLResponse:
    """One official: evidence, reasons, what would help, lead units."""
    with visit.site.store.reading() as reading:
        planning, subject = listed_official(reading, visit.year + 1, official)
        (case,) = cases(reading, [subject], visit.year)
        kept = kept_of(reading.read(RESULT, result_id(visit.year, official)), case)
        sheets = {body: reading.read(SHEET, sheet_id(visit.year, body, official)) for body in BODIES}
    labels, names = fact_labels(visit.lang), names_of(planning.roster, visit.lang)
    return visit.page(
        "official.html",
        "officials",
        name=names[subject.id],
        subject=subject,
        case=case,
        kept=kept,
        saved=saved,
        bodies=[
            (body, CHANNELS[body].label.text(visit.lang), 0 if sheet is None else len(sheet.value.ratings))
            for body, sheet in sheets.items()
        ],
        fact_count=len(FACTS),
        feedback=case.dossier.feedback,
        fact_label=lambda code: labels.get(code, code),
        judged=drawings.assessment(case, visit.lang),
        refused=case.account.refused,
        remedies=case.what_would_help(),
        best=CRITERION.grades[0],
        names=names,
        had=_had(planning, official, names),
        explanation=_explanation(planning, official),
        why_not=lambda other: other.sentence(visit.lang).removeprefix(f"{other.lead_unit_id}: "),
    )


def _had(planning: Planning, official: str, names: Mapping[str, str]) -> list[tuple[int, str]]:
    """Who had the official in which year."""
    of_years = planning.history.lead_units_of(official)
    return [(year, ", ".join(names.get(unit, unit) for unit in units)) for year, units in of_years]


def _explanation(planning: Planning, official: str) -> Explanation | None:
    """What stands against every other lead unit; None while there is no plan that fits."""
    if planning.adopted is None or not planning.fits:
        return None
    return sc.explain_assignment(planning.adopted.value, planning.roster, official, history=planning.history)
