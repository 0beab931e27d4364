"""The pages of the year as a whole: overview, report with its letterheads, log."""

from __future__ import annotations

from fastapi import APIRouter
from fastapi.responses import HTMLResponse, RedirectResponse, Response

import supervision_core as sc
from supervision_core.evidence import CHANNELS
from ward_app import drawings
from ward_app.excel import XLSX
from ward_app.forms import Entered, version_of
from ward_app.keeping import Standing, standings
from ward_app.letters import PAPERS, REPORT, letterhead_form, letterhead_of, read_letterhead
from ward_app.official_pages import grade_counts, judged
from ward_app.plan_pages import DOCX
from ward_app.planning import Planning, planning_of
from ward_app.records import FEEDBACK, LETTERHEAD, SHEET
from ward_app.refusals import NotFound
from ward_app.report import review_of, table_of
from ward_app.site import Form, Visit, Visiting
from ward_app.store import Conflict, Saving
from ward_app.texts import speaker

router = APIRouter(default_response_class=HTMLResponse)
#: So many savings are on a page of the log.
_PER_PAGE = 100


@router.get("/{year}")
def overview(visit: Visiting) -> HTMLResponse:
    """Where the year stands."""
    with visit.site.store.reading() as reading:
        planning = planning_of(reading, visit.year)
        found = standings(reading, judged(reading, visit), visit.year)
        feedback_count, sheet_count = (reading.count(kind.name, visit.year) for kind in (FEEDBACK, SHEET))
    return visit.page(
        "overview.html",
        "overview",
        roster=None if planning is None else planning.roster,
        feedback_count=feedback_count,
        sheet_count=sheet_count,
        counts=grade_counts(found, visit.year, visit.lang) if found else (),
        total=len(found),
        provisional=sum(one.adopted_on is None for one in found),
        plan_state=_plan_state(planning),
    )


def _plan_state(planning: Planning | None) -> str:
    if planning is None:
        return "plan_no_roster"
    if planning.adopted is None:
        return "plan_missing"
    return "plan_fits" if planning.fits else "plan_outdated"


def _reported(visit: Visit) -> tuple[tuple[Standing, ...], sc.Review, Planning] | None:
    with visit.site.store.reading() as reading:
        planning = planning_of(reading, visit.year)
        if planning is None:
            return None
        cases = judged(reading, visit)
        found = standings(reading, cases, visit.year)
    return found, review_of(found, cases, planning, today=visit.site.today()), planning


def _must_be_there(visit: Visit) -> tuple[tuple[Standing, ...], sc.Review, Planning]:
    found = _reported(visit)
    if found is None:
        raise NotFound
    return found


@router.get("/{year}/report")
def report(visit: Visiting, saved: int = 0) -> HTMLResponse:
    """The report, to look at before it is downloaded."""
    found = _reported(visit)
    review = None if found is None else drawings.review(found[1], visit.lang)
    provisional = 0 if found is None else sum(one.adopted_on is None for one in found[0])
    return visit.page("report.html", "report", review=review, provisional=provisional, saved=saved, papers=PAPERS)


@router.get("/{year}/report.html")
def report_page(visit: Visiting) -> Response:
    """The report as one page that needs nothing else."""
    review = _must_be_there(visit)[1]
    with visit.site.store.reading() as reading:
        head = letterhead_of(reading, visit.year, REPORT)
    headers = {"Content-Disposition": f'attachment; filename="report-{visit.year}.html"'}
    return HTMLResponse(drawings.review_page(review, head, visit.lang), headers=headers)


@router.get("/{year}/report.docx")
def report_word(visit: Visiting) -> Response:
    """The report as a Word document, in its letterhead."""
    review = _must_be_there(visit)[1]
    with visit.site.store.reading() as reading:
        head = letterhead_of(reading, visit.year, REPORT)
    headers = {"Content-Disposition": f'attachment; filename="report-{visit.year}.docx"'}
    return Response(drawings.review_word(review, head, visit.lang), media_type=DOCX, headers=headers)


@router.get("/{year}/report.xlsx")
def report_table(visit: Visiting) -> Response:
    """The report as an Excel table, one row an official."""
    found, _, planning = _must_be_there(visit)
    headers = {"Content-Disposition": f'attachment; filename="report-{visit.year}.xlsx"'}
    return Response(table_of(found, planning, lang=visit.lang), media_type=XLSX, headers=headers)


@router.get("/{year}/letterhead/{paper}")
def letterhead(visit: Visiting, paper: str) -> HTMLResponse:
    """The form for what frames a paper."""
    with visit.site.store.reading() as reading:
        values, version = letterhead_form(reading, visit.year, paper)
    return _letterhead_page(visit, paper, Entered(values=values, faults={}), version)


@router.post("/{year}/letterhead/{paper}")
def save_letterhead(visit: Visiting, posted: Form, paper: str) -> Response:
    """Save what frames a paper."""
    entered, seen = read_letterhead(posted.texts), version_of(posted.texts)
    if entered.faults or paper not in PAPERS:
        return _letterhead_page(visit, paper, entered, seen, status=422)
    leads_to = visit.url("report", saved=True)
    try:
        with visit.saving(posted, leads_to) as writing:
            writing.save(LETTERHEAD, visit.year, paper, entered.values, seen=seen)
    except Conflict as conflict:
        with visit.site.store.reading() as reading:
            there, _ = letterhead_form(reading, visit.year, paper)
        say = speaker(visit.lang)
        rows = [(say(name), there[name] or "–", value or "–") for name, value in entered.values.items()]
        return visit.conflict(conflict, "report", visit.url("letterhead", paper), rows)
    return RedirectResponse(leads_to, status_code=303)


def _letterhead_page(visit: Visit, paper: str, entered: Entered, version: int, *, status: int = 200) -> HTMLResponse:
    if paper not in PAPERS:
        raise NotFound
    return visit.page(
        "letterhead.html",
        "report",
        status=status,
        paper=paper,
        title=PAPERS[paper],
        entered=entered.values,
        errors=entered.faults,
        version=version,
    )


@router.get("/{year}/log")
def log(visit: Visiting, page: int = 1) -> HTMLResponse:
    """Every version that was ever saved, by whom and when, page by page."""
    at = max(page, 1)
    with visit.site.store.reading() as reading:
        found = reading.savings(most=_PER_PAGE + 1, after=(at - 1) * _PER_PAGE)
    return visit.page(
        "log.html",
        "log",
        savings=[(one, _about(one, visit.lang)) for one in found[:_PER_PAGE]],
        at=at,
        has_more=len(found) > _PER_PAGE,
    )


def _about(saving: Saving, lang: sc.values.Language) -> str:
    """Whom or what a saving is about, as people say it."""
    if saving.kind == LETTERHEAD.name:
        return speaker(lang)(PAPERS[saving.id])
    body, _, official = saving.id.partition("/") if saving.kind == SHEET.name else ("", "", saving.id)
    return f"{CHANNELS[body].label.text(lang)}: {official}" if body in CHANNELS else official
