"""The pages of the lead units: one is changed, joins the list or leaves it, without a file."""

from __future__ import annotations

from fastapi import APIRouter
from fastapi.responses import HTMLResponse, RedirectResponse, Response

import supervision_core as sc
from ward_app.forms import Entered, version_of
from ward_app.planning import Planning, planning_of
from ward_app.records import ROSTER
from ward_app.refusals import NotFound
from ward_app.site import Form, Posted, Visit, Visiting
from ward_app.store import Conflict
from ward_app.texts import speaker
from ward_app.units import read_unit, roster_with_unit, roster_without_unit, unit_form

router = APIRouter(default_response_class=HTMLResponse)


@router.get("/{year}/new-unit")
def new_unit(visit: Visiting) -> HTMLResponse:
    """The empty form for a lead unit."""
    planning, _ = _listed(visit, None)
    return _unit_page(visit, planning, None, Entered(values=unit_form(None, visit.year), faults={}))


@router.get("/{year}/unit/{unit:path}")
def edit_unit(visit: Visiting, unit: str) -> HTMLResponse:
    """The form of a lead unit of the list."""
    planning, found = _listed(visit, unit)
    return _unit_page(visit, planning, found, Entered(values=unit_form(found, visit.year), faults={}))


@router.post("/{year}/new-unit")
def save_new_unit(visit: Visiting, posted: Form) -> Response:
    """Put a lead unit on the list."""
    return _save(visit, posted, None)


@router.post("/{year}/unit/{unit:path}")
def save_unit(visit: Visiting, posted: Form, unit: str) -> Response:
    """Change a lead unit of the list, or take it off."""
    return _save(visit, posted, unit)


def _listed(visit: Visit, unit: str | None) -> tuple[Planning, sc.LeadUnit | None]:
    """The planning of the year, and the lead unit if one is asked for; raises ``NotFound`` where there is none."""
    with visit.site.store.reading() as reading:
        planning = planning_of(reading, visit.year)
    found = None if planning is None else next((one for one in planning.roster.lead_units if one.id == unit), None)
    if planning is None or (unit is not None and found is None):
        raise NotFound
    return planning, found


def _save(visit: Visit, posted: Posted, unit: str | None) -> Response:
    planning, found = _listed(visit, unit)
    leaves = found is not None and posted.texts.get("leaves") == "yes" and len(planning.roster.lead_units) > 1
    entered = read_unit(posted.texts, planning.roster, found, visit.year)
    if entered.faults and not leaves:
        return _unit_page(visit, planning, found, entered, seen=version_of(posted.texts), status=422)
    without = roster_without_unit(planning.roster, found) if leaves and found is not None else None
    roster = roster_with_unit(planning.roster, found, entered) if without is None else without
    leads_to = visit.url("list", saved=True)
    try:
        with visit.saving(posted, leads_to) as writing:
            writing.save(ROSTER, visit.year, "", roster, seen=version_of(posted.texts))
    except Conflict as conflict:
        return visit.conflict(conflict, "list", visit.back, _rows(visit, found, entered))
    return RedirectResponse(leads_to, status_code=303)


def _rows(visit: Visit, unit: sc.LeadUnit | None, entered: Entered) -> list[tuple[str, str, str]]:
    say, there = speaker(visit.lang), unit_form(unit, visit.year)
    return [(say(_WORDS.get(name, name)), there[name] or "–", value or "–") for name, value in entered.values.items()]


#: What a field of a lead unit is called where it is not called as it is in an official's form.
_WORDS = {"name": "unit_name"}
#: What is said of each number.
_HINTS = {"share": "share_hint", "min_load": "min_load_hint", "max_load": "max_load_hint", "since": "since_hint"}


def _unit_page(
    visit: Visit,
    planning: Planning,
    unit: sc.LeadUnit | None,
    entered: Entered,
    *,
    seen: int | None = None,
    status: int = 200,
) -> HTMLResponse:
    return visit.page(
        "unit.html",
        "list",
        status=status,
        unit=unit,
        entered=entered.values,
        errors=entered.faults,
        numbers=_HINTS,
        version=planning.roster_version if seen is None else seen,
        may_leave=unit is not None and len(planning.roster.lead_units) > 1,
        is_planned=planning.adopted is not None,
    )
