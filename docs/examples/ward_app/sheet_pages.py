"""The pages of a sheet: what one body says about one official in a year."""

from __future__ import annotations

from typing import Final

from fastapi import APIRouter
from fastapi.responses import HTMLResponse, Response

import supervision_core as sc
from supervision_core.evidence import CHANNELS
from ward_app.forms import Entered, read_sheet, sheet_dossier, sheet_form, version_of
from ward_app.judging import FACTS, fact_labels
from ward_app.planning import listed_official, names_of
from ward_app.records import BODIES, SHEET, sheet_id
from ward_app.refusals import NotFound
from ward_app.site import Form, Visit, Visiting
from ward_app.store import Conflict, Stored
from ward_app.texts import speaker

#: What the ids of a body's ratings begin with, as people in the ward abbreviate the bodies.
PREFIXES: Final = dict(zip(BODIES, ("BCTMT", "TCTV", "TTND", "BCCN", "XNTQ"), strict=True))
router = APIRouter(default_response_class=HTMLResponse)


@router.get("/{year}/sheet/{body}/{official:path}")
def sheet(visit: Visiting, body: str, official: str) -> HTMLResponse:
    """A body's sheet about an official."""
    with visit.site.store.reading() as reading:
        stored = reading.read(SHEET, sheet_id(visit.year, body, official))
    values = sheet_form(None if stored is None else stored.value, otherwise=visit.site.today())
    return _sheet_page(visit, body, official, Entered(values=values, faults={}), 0 if stored is None else stored.version)


@router.post("/{year}/sheet/{body}/{official:path}")
def save_sheet(visit: Visiting, posted: Form, body: str, official: str) -> Response:
    """Save the sheet as the next version of what the writer saw."""
    entered, seen = read_sheet(posted.texts, year=visit.year, today=visit.site.today()), version_of(posted.texts)
    if entered.faults or body not in BODIES:
        return _sheet_page(visit, body, official, entered, seen, status=422)
    id_ = sheet_id(visit.year, body, official)
    try:
        with visit.site.store.writing(visit.site.now()) as writing:
            listed_official(writing, visit.year + 1, official)
            dossier = sheet_dossier(entered, official=official, body=body, prefix=PREFIXES[body], year=visit.year)
            writing.save(SHEET, id_, dossier, seen=seen)
    except Conflict:
        with visit.site.store.reading() as reading:
            stored = reading.read(SHEET, id_)
        return visit.conflict("officials", visit.back, _sheet_rows(visit, entered, stored))
    return visit.to_official(official)


def _sheet_page(visit: Visit, body: str, official: str, entered: Entered, version: int, *, status: int = 200) -> HTMLResponse:
    if body not in BODIES:
        raise NotFound
    with visit.site.store.reading() as reading:
        planning, subject = listed_official(reading, visit.year + 1, official)
    return visit.page(
        "sheet.html",
        "officials",
        status=status,
        subject=subject,
        name=names_of(planning.roster, visit.lang)[official],
        body=body,
        body_label=CHANNELS[body].label.text(visit.lang),
        facts=FACTS,
        answers=entered.values,
        rated_on=entered.values["rated_on"],
        errors=entered.faults,
        version=version,
    )


def _sheet_rows(visit: Visit, entered: Entered, stored: Stored[sc.Dossier] | None) -> list[tuple[str, str, str]]:
    say = speaker(visit.lang)
    there = sheet_form(None if stored is None else stored.value, otherwise=visit.site.today())
    return [(label, say(there[code]), say(entered.values[code])) for code, label in fact_labels(visit.lang).items()]
