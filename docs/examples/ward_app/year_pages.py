"""The pages of the year: overview, plan, report, log."""

from __future__ import annotations

from fastapi import APIRouter
from fastapi.responses import HTMLResponse, RedirectResponse, Response

import supervision_core as sc
from ward_app import drawings
from ward_app.forms import version_of
from ward_app.judging import Case, cases
from ward_app.official_pages import grade_counts
from ward_app.planning import Planning, planning_of
from ward_app.records import PLAN, ROSTER, SHEET, WARD, feedback_of, roster_of
from ward_app.refusals import NotFound
from ward_app.report import review_of, table_of
from ward_app.site import Form, Visit, Visiting
from ward_app.store import Conflict, Reading
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
    try:
        with visit.site.store.writing(visit.site.now()) as writing:
            planning = _as_seen(writing, visit.year + 1, version_of(posted.texts, "roster_version"))
            answer = planning.answer()
            if isinstance(answer, sc.Plan):
                writing.save(PLAN, str(planning.year), answer, seen=version_of(posted.texts))
    except Conflict:
        return visit.conflict("plan", f"/{visit.year}/plan")
    if isinstance(answer, sc.Infeasible):
        return _plan_page(visit, infeasible=answer)
    return RedirectResponse(f"/{visit.year}/plan?saved=1", status_code=303)


def _as_seen(reading: Reading, year: int, seen: int) -> Planning:
    """The planning of a year, if the list is still the one that the writer saw."""
    planning = planning_of(reading, year)
    if planning is None:
        raise NotFound
    if planning.roster_version != seen:
        raise Conflict(ROSTER.name, WARD, seen, planning.roster_version)
    return planning


def _plan_page(visit: Visit, *, saved: int = 0, infeasible: sc.Infeasible | None = None) -> HTMLResponse:
    with visit.site.store.reading() as reading:
        planning = planning_of(reading, visit.year + 1)
    adopted = None if planning is None else planning.adopted
    return visit.page(
        "plan.html",
        "plan",
        planning=planning,
        saved=saved,
        version=0 if adopted is None else adopted.version,
        fits=planning is not None and planning.fits,
        infeasible=None if infeasible is None or planning is None else drawings.certificate(infeasible, planning, visit.lang),
        plan=None if planning is None or adopted is None else drawings.plan(planning, visit.lang),
        rotation=None if planning is None or adopted is None else drawings.rotation(planning, visit.lang),
    )


@router.get("/{year}/rotation.svg")
def rotation(visit: Visiting) -> Response:
    """The rotation as one picture."""
    with visit.site.store.reading() as reading:
        planning = planning_of(reading, visit.year + 1)
    if planning is None or planning.adopted is None:
        raise NotFound
    headers = {
        "Content-Disposition": f'attachment; filename="rotation-{planning.year}.svg"',
        "Content-Security-Policy": "default-src 'none'; style-src 'unsafe-inline'",
    }
    return Response(drawings.rotation_picture(planning, visit.lang), media_type="image/svg+xml", headers=headers)


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
