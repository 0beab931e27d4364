"""The pages of the Excel file: the form, its faults, what was taken over."""

from __future__ import annotations

from typing import Final

from fastapi import APIRouter
from fastapi.responses import HTMLResponse, Response

from ward_app.forms import version_of
from ward_app.records import HISTORY, ROSTER, WARD, history_of, roster_of
from ward_app.sample import sample_ward
from ward_app.site import Form, Visit, Visiting
from ward_app.store import Conflict
from ward_app.texts import speaker
from ward_app.workbook import WardFile, read_ward_file
from ward_app.workbook_cells import BadFile
from ward_app.workbook_form import SHEETS

XLSX: Final = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
router = APIRouter(default_response_class=HTMLResponse)


@router.get("/{year}/sample.xlsx")
def sample(visit: Visiting) -> Response:
    """The form of the file, filled in for an invented ward."""
    headers = {"Content-Disposition": f'attachment; filename="ward-{visit.year}.xlsx"'}
    return Response(sample_ward(visit.year), media_type=XLSX, headers=headers)


@router.get("/{year}/upload")
def form(visit: Visiting) -> HTMLResponse:
    """The form."""
    return _page(visit)


@router.post("/{year}/upload")
def upload(visit: Visiting, posted: Form) -> HTMLResponse:
    """Take a file over, or say everything that is wrong with it."""
    try:
        read = read_ward_file(posted.content, last_year=visit.year)
    except BadFile as bad:
        return _page(visit, status=422, faults=bad.faults)
    seen = version_of(posted.texts)
    try:
        with visit.site.store.writing(visit.site.now()) as writing:
            writing.save(ROSTER, WARD, read.roster, seen=seen)
            writing.save(HISTORY, WARD, read.history, seen=history_of(writing)[0])
    except Conflict:
        return _conflict(visit, read)
    return _page(visit, done=True, have_left=read.have_left)


def _page(visit: Visit, *, status: int = 200, **values: object) -> HTMLResponse:
    with visit.site.store.reading() as reading:
        stored = roster_of(reading)
    shown = {"faults": (), "done": False, "have_left": (), "sheets": SHEETS, **values}
    version, roster = (0, None) if stored is None else (stored.version, stored.value)
    return visit.page("upload.html", "upload", status=status, version=version, roster=roster, **shown)


def _conflict(visit: Visit, read: WardFile) -> HTMLResponse:
    """What the other one saved beside what this one sent."""
    with visit.site.store.reading() as reading:
        stored = roster_of(reading)
    say = speaker(visit.lang)
    there = () if stored is None else tuple(subject.id for subject in stored.value.subjects)
    here = read.roster.subject_ids
    rows = [(say("officials"), len(there), len(here)), (say("id"), ", ".join(there), ", ".join(here))]
    return visit.conflict("upload", f"/{visit.year}/upload", rows)
