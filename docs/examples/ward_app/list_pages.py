"""The pages of a year's list: where it comes from, what a file would change, its versions, one official by hand."""

from __future__ import annotations

import secrets
from collections.abc import Mapping
from typing import Any, Final

import attrs
from fastapi import APIRouter
from fastapi.responses import HTMLResponse, RedirectResponse, Response

import supervision_core as sc
from ward_app.excel import XLSX, excel_file
from ward_app.forms import Entered, read_reading, version_of
from ward_app.lists import SECTIONS, Reader
from ward_app.people import REASONS, official_form, read_official, roster_with, roster_without
from ward_app.planning import Planning, listed_official, past_of, planning_of, year_before
from ward_app.proposals import MOST_SHOWN, Proposal, changes_of, list_sheets, propose, take_over
from ward_app.records import HISTORY, ROSTER
from ward_app.refusals import NotFound
from ward_app.sample import sample_ward
from ward_app.site import Form, Posted, Visit, Visiting
from ward_app.store import Conflict, Kind, Reading, Stored
from ward_app.texts import speaker

router = APIRouter(default_response_class=HTMLResponse)
#: So many versions are listed.
_VERSIONS: Final = 30
#: So many rows of an old version are shown.
_ROWS_SHOWN: Final = 500
#: What has versions that can be opened and restored.
_WITH_VERSIONS: Final[Mapping[str, Kind[Any]]] = {ROSTER.name: ROSTER, HISTORY.name: HISTORY}


@router.get("/{year}/sample.xlsx")
def sample(visit: Visiting) -> Response:
    """The form of the file, filled in for an invented ward."""
    return _workbook(sample_ward(visit.year), f"ward-{visit.year}.xlsx")


@router.get("/{year}/list.xlsx")
def download(visit: Visiting) -> Response:
    """The year's list as a file that can be changed and uploaded again."""
    with visit.site.store.reading() as reading:
        planning = planning_of(reading, visit.year)
    if planning is None:
        raise NotFound
    return _workbook(excel_file(list_sheets(planning.roster, planning.history)), f"list-{visit.year}.xlsx")


def _workbook(content: bytes, name: str) -> Response:
    return Response(content, media_type=XLSX, headers={"Content-Disposition": f'attachment; filename="{name}"'})


@router.get("/{year}/list")
def year_list(visit: Visiting, saved: int = 0) -> HTMLResponse:
    """The year's list, and the ways to one."""
    return _page(visit, saved=saved)


@router.post("/{year}/list")
def upload(visit: Visiting, posted: Form) -> Response:
    """Read a file and show what it would change, or say everything that is wrong with it; nothing is replaced yet."""
    asked = read_reading(posted.texts)
    with visit.site.store.reading() as reading:
        past = reading.read(HISTORY, visit.year)
        known = past_of(reading, visit.year) if past is None else past.value
    reader = Reader(content=posted.content, year=visit.year, known=known, id_digits=asked.id_digits, apart=asked.apart)
    found = reader.read()
    if found is None:
        typed = {name: posted.texts.get(name, "") for name in ("id_digits", "apart")}
        return _page(visit, status=422, faults=reader.faults, **typed)
    return _propose(visit, posted, *found)


@router.post("/{year}/begin")
def begin(visit: Visiting, posted: Form) -> Response:
    """Propose the list of the year before as this year's first one, with a history that goes on by a year."""
    with visit.site.store.reading() as reading:
        before, own = year_before(reading, visit.year), planning_of(reading, visit.year)
        if before is None:
            raise NotFound
        history = past_of(reading, visit.year)
    return _propose(visit, posted, before.roster if own is None else own.roster, history)


@router.post("/{year}/restore/{what}/{version}")
def restore(visit: Visiting, posted: Form, what: str, version: int) -> Response:
    """Propose an earlier version of the year's list, or of its history."""
    with visit.site.store.reading() as reading:
        roster = reading.read(ROSTER, visit.year, version=version if what == ROSTER.name else None)
        history = reading.read(HISTORY, visit.year, version=version if what == HISTORY.name else None)
    if roster is None or history is None or what not in _WITH_VERSIONS:
        raise NotFound
    return _propose(visit, posted, roster.value, history.value)


def _propose(visit: Visit, posted: Posted, roster: sc.Roster, history: sc.History) -> Response:
    id_ = secrets.token_urlsafe(12)
    leads_to = visit.url("proposal", id_)
    with visit.saving(posted, leads_to) as writing:
        writing.propose(id_, visit.year, propose(writing, visit.year, roster, history).write())
    return RedirectResponse(leads_to, status_code=303)


def _proposal(reading: Reading, visit: Visit, id_: str) -> Proposal:
    text = reading.proposal(id_, visit.year)
    if text is None:
        raise NotFound
    return Proposal.read(text)


@router.get("/{year}/proposal/{id_}")
def proposal(visit: Visiting, id_: str) -> HTMLResponse:
    """What would change."""
    with visit.site.store.reading() as reading:
        proposed = _proposal(reading, visit, id_)
        changes = changes_of(reading, visit.year, proposed, visit.lang)
        have_left = sorted(_people_of(proposed.history) - set(proposed.roster.subject_ids))
    return visit.page(
        "proposal.html",
        "list",
        id_=id_,
        changes=changes,
        is_empty=not any(one.difference for one in changes),
        removes=any(one.difference.removed for one in changes),
        roster=proposed.roster,
        have_left=have_left,
        most=MOST_SHOWN,
    )


@router.post("/{year}/proposal/{id_}")
def confirm(visit: Visiting, posted: Form, id_: str) -> Response:
    """Put the proposed list in the place of the one that it was compared with."""
    leads_to = visit.url("list", saved=True)
    try:
        with visit.saving(posted, leads_to) as writing:
            take_over(writing, visit.year, _proposal(writing, visit, id_))
    except Conflict as conflict:
        return visit.conflict(conflict, "list", visit.url("list"))
    return RedirectResponse(leads_to, status_code=303)


def _people_of(history: sc.History) -> set[str]:
    return {who for year in history.years for who in history.column(year)}


def _page(visit: Visit, *, status: int = 200, **values: object) -> HTMLResponse:
    with visit.site.store.reading() as reading:
        planning = planning_of(reading, visit.year)
        before = year_before(reading, visit.year)
        versions = [one for what in _WITH_VERSIONS for one in reading.savings(of=(what, visit.year), most=_VERSIONS)]
    shown = {"faults": (), "saved": 0, "id_digits": "", "apart": "", **values}
    return visit.page(
        "list.html",
        "list",
        status=status,
        sections=SECTIONS,
        planning=planning,
        before=None if before is None else before.year,
        is_behind=_is_behind(planning, before),
        versions=versions,
        **shown,
    )


def _is_behind(planning: Planning | None, before: Planning | None) -> bool:
    """Whether the years before came to something else than this year's history knows."""
    return planning is not None and before is not None and before.after().before(planning.year) != planning.history


@router.get("/{year}/version/{what}/{version}")
def old_version(visit: Visiting, what: str, version: int) -> HTMLResponse:
    """An earlier version of the year's list, or of its history, as it was."""
    kind: Kind[Any] | None = _WITH_VERSIONS.get(what)
    with visit.site.store.reading() as reading:
        stored: Stored[Any] | None = None if kind is None else reading.read(kind, visit.year, version=version)
        newest: Stored[Any] | None = None if kind is None else reading.read(kind, visit.year)
    if stored is None or newest is None:
        raise NotFound
    value = stored.value
    sheets = list_sheets(value, None) if what == ROSTER.name else list_sheets(None, value)
    shown = [(label, rows[0], rows[1 : _ROWS_SHOWN + 1], len(rows) - 1) for label, rows in sheets]
    return visit.page(
        "version.html",
        "list",
        stored=stored,
        what=what,
        sheets=shown,
        most=_ROWS_SHOWN,
        is_newest=stored.version == newest.version,
    )


@router.get("/{year}/new-official")
def new_official(visit: Visiting) -> HTMLResponse:
    """The empty form for an official."""
    with visit.site.store.reading() as reading:
        planning = planning_of(reading, visit.year)
    if planning is None:
        raise NotFound
    entered = Entered(values=official_form(planning.roster, None), faults={})
    return _official_page(visit, planning, None, entered, planning.roster_version)


@router.get("/{year}/edit/{official:path}")
def edit_official(visit: Visiting, official: str) -> HTMLResponse:
    """The form of an official who is on the list."""
    with visit.site.store.reading() as reading:
        planning, subject = listed_official(reading, visit.year, official)
    entered = Entered(values=official_form(planning.roster, subject), faults={})
    return _official_page(visit, planning, subject, entered, planning.roster_version)


@router.post("/{year}/new-official")
def save_new_official(visit: Visiting, posted: Form) -> Response:
    """Put an official on the list."""
    return _save_official(visit, posted, None)


@router.post("/{year}/edit/{official:path}")
def save_official(visit: Visiting, posted: Form, official: str) -> Response:
    """Change an official of the list, or take him or her off it."""
    return _save_official(visit, posted, official)


def _save_official(visit: Visit, posted: Posted, official: str | None) -> Response:
    seen = version_of(posted.texts)
    with visit.site.store.reading() as reading:
        planning = planning_of(reading, visit.year)
        subject = None if official is None else listed_official(reading, visit.year, official)[1]
    if planning is None:
        raise NotFound
    leaves = subject is not None and posted.texts.get("leaves") == "yes"
    entered = read_official(posted.texts, planning.roster, subject)
    if entered.faults and not leaves:
        return _official_page(visit, planning, subject, entered, seen, status=422)
    leads_to = visit.url("officials", saved=True) if leaves else visit.official_url(entered.values["id"])
    roster = roster_without(planning.roster, subject) if leaves and subject else roster_with(planning.roster, subject, entered)
    try:
        with visit.saving(posted, leads_to) as writing:
            writing.save(ROSTER, visit.year, "", attrs.evolve(roster, former_units=()), seen=seen)
    except Conflict as conflict:
        return visit.conflict(conflict, "officials", visit.back, _official_rows(visit, planning, subject, entered.values))
    return RedirectResponse(leads_to, status_code=303)


def _official_rows(
    visit: Visit, planning: Planning, subject: sc.Subject | None, values: Mapping[str, str]
) -> list[tuple[str, str, str]]:
    say, there = speaker(visit.lang), official_form(planning.roster, subject)
    return [(say(name), there[name] or "–", values[name] or "–") for name in ("id", "name", "workplace")]


def _official_page(
    visit: Visit,
    planning: Planning,
    subject: sc.Subject | None,
    entered: Entered,
    version: int,
    *,
    status: int = 200,
) -> HTMLResponse:
    return visit.page(
        "edit.html",
        "officials",
        status=status,
        subject=subject,
        entered=entered.values,
        errors=entered.faults,
        version=version,
        units=[
            (unit.id, unit.id if unit.label is None else unit.label.text(visit.lang)) for unit in planning.roster.lead_units
        ],
        reasons=[(value, reason.label.text(visit.lang)) for value, reason in REASONS.items()],
    )
