"""The pages of the plan: who supervises whom in the year, the rotation, and two lead units that merge within the year."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date, timedelta
from typing import Final

import attrs
from fastapi import APIRouter
from fastapi.responses import HTMLResponse, RedirectResponse, Response

import supervision_core as sc
from ward_app import drawings
from ward_app.finding import Part, has_words, part_of
from ward_app.forms import a_day, version_of
from ward_app.letters import NOTICE, letterhead_of
from ward_app.merging import MergerForm, merger_form, read_merger
from ward_app.planning import Planning, had_by, names_of, planning_of
from ward_app.records import CHANGE, HISTORY, PLAN, ROSTER, Change
from ward_app.refusals import NotFound
from ward_app.site import Form, Posted, Visit, Visiting
from ward_app.store import Conflict, Reading, Writing

#: A plan of more people is shown page by page.
MOST_DRAWN: Final = 200
router = APIRouter(default_response_class=HTMLResponse)
DOCX = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"


@router.get("/{year}/plan")
def plan(visit: Visiting, saved: int = 0, q: str = "", page: int = 1) -> HTMLResponse:
    """The year's plan; of many people those who are searched, page by page."""
    return _plan_page(visit, saved=saved, q=q, page=page)


@router.post("/{year}/plan")
def make_plan(visit: Visiting, posted: Form) -> Response:
    """Plan and adopt, for exactly the list and the plan that the writer saw; or say why it cannot be."""
    leads_to, on = visit.url("plan", saved=True), a_day(posted.texts.get("on", ""))
    if fault := _fault_of_day(visit, on):
        return _plan_page(visit, status=422, errors={"on": fault})
    try:
        with visit.saving(posted, leads_to) as writing:
            planning = _as_seen(writing, visit, posted)
            answer = planning.answer()
            if not isinstance(answer, sc.Infeasible):
                _adopt(writing, planning, answer, on, seen=version_of(posted.texts))
    except Conflict as conflict:
        return visit.conflict(conflict, "plan", visit.url("plan"))
    if isinstance(answer, sc.Infeasible):
        return _plan_page(visit, infeasible=answer)
    return RedirectResponse(leads_to, status_code=303)


def _fault_of_day(visit: Visit, on: date | None) -> str | None:
    """What is wrong with the day of a change; none is needed while no plan is in force."""
    with visit.site.store.reading() as reading:
        planning = planning_of(reading, visit.year)
    if planning is None or planning.adopted is None or planning.fits or not _is_under_way(visit):
        return None
    if on is None or on.year != visit.year:
        return "fault_day_of_year"
    return "fault_day_after_change" if planning.changed_on is not None and on <= planning.changed_on else None


def _first_day(visit: Visit, planning: Planning) -> date:
    """From when a change takes effect unless somebody says otherwise: today, but after the last change."""
    today, last = visit.site.today(), planning.changed_on
    return today if last is None or last < today else min(last + timedelta(days=1), date(visit.year, 12, 31))


def _adopt(writing: Writing, planning: Planning, answer: sc.Plan | sc.Replan, on: date | None, *, seen: int) -> None:
    """Save the plan; where the old one was in force already, the change of it, too, so that both lead units are known."""
    writing.save(PLAN, planning.year, "", answer.plan if isinstance(answer, sc.Replan) else answer, seen=seen)
    if isinstance(answer, sc.Replan) and on is not None:
        change = Change(on=on, replan=answer, lineage=planning.lineage)
        writing.save(CHANGE, planning.year, "", change, seen=0 if planning.change is None else planning.change.version)


def _is_under_way(visit: Visit) -> bool:
    return visit.site.today() >= date(visit.year, 1, 1)


def _as_seen(reading: Reading, visit: Visit, posted: Posted) -> Planning:
    """The planning of a year, if the list is still the one that the writer saw."""
    planning = planning_of(reading, visit.year)
    if planning is None:
        raise NotFound
    for kind, newest in ((ROSTER, planning.roster_version), (HISTORY, planning.history_version)):
        seen = version_of(posted.texts, f"{kind.name}_version")
        if newest != seen:
            by = next((one.saved_by for one in reading.savings(of=(kind.name, visit.year), most=1)), "")
            raise Conflict(kind.name, "", seen, newest, by)
    return planning


def _plan_page(
    visit: Visit,
    *,
    status: int = 200,
    saved: int = 0,
    q: str = "",
    page: int = 1,
    infeasible: sc.Infeasible | None = None,
    errors: dict[str, str] | None = None,
) -> HTMLResponse:
    with visit.site.store.reading() as reading:
        planning = planning_of(reading, visit.year)
    adopted = None if planning is None else planning.adopted
    names = {} if planning is None else names_of(planning, visit.lang)
    is_drawn = adopted is not None and len(adopted.value.assignments) <= MOST_DRAWN
    part = None if planning is None or is_drawn else _found(planning, names, q, page)
    past = sc.History() if planning is None else planning.after() if planning.changes else planning.known
    return visit.page(
        "plan.html",
        "plan",
        status=status,
        planning=planning,
        saved=saved,
        version=0 if adopted is None else adopted.version,
        fits=planning is not None and planning.fits,
        asks_day=adopted is not None and _is_under_way(visit),
        first_day="" if planning is None else _first_day(visit, planning).isoformat(),
        errors=errors or {},
        infeasible=None if infeasible is None or planning is None else drawings.certificate(infeasible, planning, visit.lang),
        plan=None if adopted is None else adopted.value,
        drawn=drawings.plan(planning, visit.lang) if planning is not None and is_drawn else None,
        rotation=drawings.rotation(planning, visit.lang) if planning is not None and is_drawn else None,
        part=part,
        q=q,
        names=names,
        had={} if part is None else {one.id: had_by(past, one.id, names) for one in part.rows},
    )


def _found(planning: Planning, names: Mapping[str, str], q: str, page: int) -> Part[sc.Subject]:
    """The people of a plan whose id, name or workplace has what is searched."""
    plan = {} if planning.adopted is None else planning.adopted.value.assignments
    assigned = (one for one in planning.roster.subjects if one.id in plan)
    return part_of([one for one in assigned if has_words(q, one.id, names[one.id], one.unit or "")], page)


@router.get("/{year}/plan.html")
def whole_plan(visit: Visiting) -> Response:
    """Everybody of the plan in one paper that needs nothing else."""
    planning = _with_plan(visit)
    headers = {"Content-Disposition": f'attachment; filename="plan-{planning.year}.html"'}
    return HTMLResponse(drawings.plan_paper(planning, visit.lang), headers=headers)


@router.get("/{year}/rotation.svg")
def rotation(visit: Visiting) -> Response:
    """The rotation as one picture."""
    planning = _with_plan(visit)
    headers = {
        "Content-Disposition": f'attachment; filename="rotation-{planning.year}.svg"',
        "Content-Security-Policy": "default-src 'none'; style-src 'unsafe-inline'",
    }
    return Response(drawings.rotation_picture(planning, visit.lang), media_type="image/svg+xml", headers=headers)


@router.get("/{year}/notice.docx")
def notice(visit: Visiting) -> Response:
    """The notice of the assignments, in its letterhead, as a Word document to be signed."""
    planning = _with_plan(visit)
    with visit.site.store.reading() as reading:
        head = letterhead_of(reading, visit.year, NOTICE)
    headers = {"Content-Disposition": f'attachment; filename="notice-{planning.year}.docx"'}
    return Response(drawings.plan_word(planning, head, visit.lang), media_type=DOCX, headers=headers)


def _with_plan(visit: Visit) -> Planning:
    with visit.site.store.reading() as reading:
        planning = planning_of(reading, visit.year)
    if planning is None or planning.adopted is None:
        raise NotFound
    return planning


@router.get("/{year}/merger")
def merger(visit: Visiting) -> HTMLResponse:
    """The form for lead units that merge within the year."""
    planning = _with_plan(visit)
    return _merger_page(visit, planning, merger_form({}, planning, visit.site.today()))


@router.post("/{year}/merger")
def merge(visit: Visiting, posted: Form) -> Response:
    """Show what a merger would change; once that is confirmed, change list and plan together."""
    planning = _with_plan(visit)
    entered = read_merger(posted.texts, planning)
    if entered.faults:
        return _merger_page(visit, planning, entered, status=422)
    roster, change = planning.merged(entered.reform(), entered.names())
    is_confirmed = posted.texts.get("confirmed") == "yes" and posted.texts.get("looked_at") == entered.looked_at
    if isinstance(change, sc.Infeasible) or not is_confirmed:
        return _merger_page(visit, planning, entered, after=roster, change=change)
    leads_to = visit.url("plan", saved=True)
    try:
        with visit.saving(posted, leads_to) as writing:
            _as_seen(writing, visit, posted)
            writing.save(ROSTER, visit.year, "", attrs.evolve(roster, former_units=()), seen=planning.roster_version)
            writing.save(PLAN, visit.year, "", change.replan.plan, seen=version_of(posted.texts))
            seen = 0 if planning.change is None else planning.change.version
            writing.save(CHANGE, visit.year, "", change, seen=seen)
    except Conflict as conflict:
        return visit.conflict(conflict, "plan", visit.url("plan"))
    return RedirectResponse(leads_to, status_code=303)


def _merger_page(
    visit: Visit,
    planning: Planning,
    entered: MergerForm,
    *,
    after: sc.Roster | None = None,
    change: Change | sc.Infeasible | None = None,
    status: int = 200,
) -> HTMLResponse:
    names = names_of(planning, visit.lang)
    shown = planning if after is None else attrs.evolve(planning, roster=after)
    names_after = {**names, **names_of(shown, visit.lang)}
    return visit.page(
        "merger.html",
        "plan",
        status=status,
        units=[(unit, names[unit]) for unit in planning.roster.lead_unit_ids],
        entered=entered,
        errors=entered.faults,
        version=0 if planning.adopted is None else planning.adopted.version,
        planning=planning,
        names=names_after,
        change=change if isinstance(change, Change) else None,
        said=change.replan.sentence(visit.lang, names_after) if isinstance(change, Change) else None,
        infeasible=drawings.certificate(change, shown, visit.lang) if isinstance(change, sc.Infeasible) else None,
    )
