"""The pages of the year: overview, plan, report, log."""

from __future__ import annotations

from fastapi import APIRouter
from fastapi.responses import HTMLResponse, RedirectResponse, Response

import supervision_core as sc
from ward_app import drawings
from ward_app.forms import version_of
from ward_app.judging import Case, cases
from ward_app.official_pages import grade_counts
from ward_app.planning import Planning, names_of, planning_of
from ward_app.records import PLAN, ROSTER, SHEET, WARD, feedback_of, roster_of
from ward_app.report import review_of, table_of
from ward_app.site import Form, NotFound, Visit, Visiting
from ward_app.store import Conflict
from ward_app.texts import speaker
from ward_app.upload_pages import XLSX

router = APIRouter(default_response_class=HTMLResponse)


@router.get("/{year}")
def overview(visit: Visiting) -> HTMLResponse:
    """Where the year stands."""
    with visit.site.store.reading() as reading:
        planning = planning_of(reading, visit.year + 1)
        found = () if planning is None else cases(reading, planning.roster.subjects, visit.year)
        feedback_count = len(feedback_of(reading, visit.year))
        sheet_count = len(reading.read_all(SHEET, f"{visit.year}/"))
    return visit.page(
        "overview.html",
        "overview",
        roster=None if planning is None else planning.roster,
        feedback_count=feedback_count,
        sheet_count=sheet_count,
        counts=grade_counts(found, visit.lang) if found else (),
        total=len(found),
        plan_state=_plan_state(planning),
    )


def _plan_state(planning: Planning | None) -> str:
    if planning is None:
        return "plan_no_roster"
    if planning.adopted is None:
        return "plan_missing"
    return "plan_fits" if planning.fits else "plan_outdated"


@router.get("/{year}/plan")
def plan(visit: Visiting, saved: int = 0) -> HTMLResponse:
    """Next year's plan."""
    return _plan_page(visit, saved=saved)


@router.post("/{year}/plan")
def make_plan(visit: Visiting, posted: Form) -> Response:
    """Plan and adopt, for exactly the list and the plan that the writer saw; or say why it cannot be."""
    year = visit.year + 1
    try:
        with visit.site.store.writing(visit.site.now()) as writing:
            planning = planning_of(writing, year)
            if planning is None:
                raise NotFound
            if planning.roster_version != (seen := version_of(posted.texts, "roster_version")):
                raise Conflict(ROSTER.name, WARD, seen, planning.roster_version)
            answer = planning.answer()
            if isinstance(answer, sc.Plan):
                writing.save(PLAN, str(year), answer, seen=version_of(posted.texts))
    except Conflict:
        return visit.page("conflict.html", "plan", status=409, rows=(), again=f"/{visit.year}/plan")
    if isinstance(answer, sc.Infeasible):
        return _plan_page(visit, infeasible=answer)
    return RedirectResponse(f"/{visit.year}/plan?saved=1", status_code=303)


def _plan_page(visit: Visit, *, saved: int = 0, infeasible: sc.Infeasible | None = None) -> HTMLResponse:
    with visit.site.store.reading() as reading:
        planning = planning_of(reading, visit.year + 1)
    names = {} if planning is None else names_of(planning.roster, visit.lang)
    return visit.page(
        "plan.html",
        "plan",
        planning=planning,
        saved=saved,
        infeasible=infeasible,
        certificate="" if infeasible is None else drawings.certificate(infeasible, visit.lang, names),
        **_shown_plan(visit, planning, names),
    )


def _shown_plan(visit: Visit, planning: Planning | None, names: dict[str, str]) -> dict[str, object]:
    if planning is None or planning.adopted is None:
        return {"plan": None, "version": 0, "fits": False, "score": (), "picture": "", "by_unit": ()}
    adopted, say = planning.adopted.value, speaker(visit.lang)
    repeats = dict(zip(("repeats", "repeats_two"), adopted.score.repeats, strict=False))
    loads = ", ".join(str(load) for load in adopted.loads.values())
    by_unit = [
        (names.get(unit, unit), [(who, names.get(who, who)) for who in adopted.subjects_of(unit)]) for unit in adopted.loads
    ]
    return {
        "plan": adopted,
        "version": planning.adopted.version,
        "fits": planning.fits,
        "score": [*((say(key), count) for key, count in repeats.items()), (say("loads"), loads)],
        "picture": drawings.rotation(planning, visit.lang, names),
        "by_unit": by_unit,
    }


def _reported(visit: Visit) -> tuple[tuple[Case, ...], Planning] | None:
    with visit.site.store.reading() as reading:
        if roster_of(reading) is None or (planning := planning_of(reading, visit.year + 1)) is None:
            return None
        return cases(reading, planning.roster.subjects, visit.year), planning


def _review(visit: Visit) -> sc.Review | None:
    found = _reported(visit)
    return None if found is None else review_of(*found, year=visit.year, today=visit.site.today())


@router.get("/{year}/report")
def report(visit: Visiting) -> HTMLResponse:
    """The report, to look at before it is downloaded."""
    review = _review(visit)
    return visit.page("report.html", "report", review=None if review is None else drawings.review(review, visit.lang))


@router.get("/{year}/report.html")
def report_page(visit: Visiting) -> Response:
    """The report as one page that needs nothing else."""
    if (review := _review(visit)) is None:
        raise NotFound
    headers = {"Content-Disposition": f'attachment; filename="report-{visit.year}.html"'}
    return HTMLResponse(drawings.review_page(review, visit.lang), headers=headers)


@router.get("/{year}/report.xlsx")
def report_table(visit: Visiting) -> Response:
    """The report as an Excel table, one row an official."""
    if (found := _reported(visit)) is None:
        raise NotFound
    headers = {"Content-Disposition": f'attachment; filename="report-{visit.year}.xlsx"'}
    return Response(table_of(*found, lang=visit.lang), media_type=XLSX, headers=headers)


@router.get("/{year}/log")
def log(visit: Visiting) -> HTMLResponse:
    """Every version that was ever saved."""
    with visit.site.store.reading() as reading:
        versions = reading.versions()
    return visit.page("log.html", "log", versions=versions)
