"""The pages of a sheet: what one body says about one official in a year."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

from fastapi import APIRouter
from fastapi.responses import HTMLResponse, RedirectResponse, Response

import supervision_core as sc
from supervision_core.evidence import CHANNELS
from ward_app.answers import answer_said, answers_of, hint_of
from ward_app.forms import Entered, read_sheet, sheet_dossier, sheet_form, version_of
from ward_app.judging import FACTS, fact_labels, speaks_of
from ward_app.planning import listed_official, names_of
from ward_app.records import BODIES, SHEET, sheet_id
from ward_app.refusals import NotFound
from ward_app.site import Form, Visit, Visiting
from ward_app.store import Conflict, Stored

#: What the ids of a body's ratings begin with, as people in the ward abbreviate the bodies.
PREFIXES: Final = dict(zip(BODIES, ("BCTMT", "TCTV", "TTND", "BCCN", "XNTQ"), strict=True))
router = APIRouter(default_response_class=HTMLResponse)


@router.get("/{year}/sheet/{body}/{official:path}")
def sheet(visit: Visiting, body: str, official: str) -> HTMLResponse:
    """A body's sheet about an official."""
    with visit.site.store.reading() as reading:
        stored = reading.read(SHEET, visit.year, sheet_id(body, official))
    values = sheet_form(None if stored is None else stored.value, otherwise=visit.site.today())
    return _sheet_page(visit, body, official, Entered(values=values, faults={}), 0 if stored is None else stored.version)


@router.post("/{year}/sheet/{body}/{official:path}")
def save_sheet(visit: Visiting, posted: Form, body: str, official: str) -> Response:
    """Save the sheet as the next version of what the writer saw."""
    entered, seen = read_sheet(posted.texts, year=visit.year, today=visit.site.today()), version_of(posted.texts)
    if entered.faults or body not in BODIES:
        return _sheet_page(visit, body, official, entered, seen, status=422)
    id_, leads_to = sheet_id(body, official), visit.official_url(official)
    try:
        with visit.saving(posted, leads_to) as writing:
            listed_official(writing, visit.year, official)
            dossier = sheet_dossier(entered, official=official, body=body, prefix=PREFIXES[body], year=visit.year)
            writing.save(SHEET, visit.year, id_, dossier, seen=seen, subject=official)
    except Conflict as conflict:
        with visit.site.store.reading() as reading:
            stored = reading.read(SHEET, visit.year, id_)
        return visit.conflict(conflict, "officials", visit.url("sheet", body, official), _sheet_rows(visit, entered, stored))
    return RedirectResponse(leads_to, status_code=303)


def _sheet_page(visit: Visit, body: str, official: str, entered: Entered, version: int, *, status: int = 200) -> HTMLResponse:
    if body not in BODIES:
        raise NotFound
    with visit.site.store.reading() as reading:
        planning, subject = listed_official(reading, visit.year, official)
    return visit.page(
        "sheet.html",
        "officials",
        status=status,
        subject=subject,
        name=names_of(planning, visit.lang)[official],
        body=body,
        body_label=CHANNELS[body].label.text(visit.lang),
        facts=[
            (fact, _asked(fact.code, body, visit.lang), hint_of(fact.code, body, visit.lang))
            for fact in FACTS
            if fact.code in speaks_of(body)
        ],
        answers=entered.values,
        rated_on=entered.values["rated_on"],
        errors=entered.faults,
        version=version,
    )


def _asked(code: str, body: str, lang: sc.values.Language) -> list[tuple[str, str]]:
    """The answers that a fact offers to a body, with their words."""
    return [(answer, answer_said(code, answer, lang)) for answer in answers_of(code, [body])]


def _sheet_rows(visit: Visit, entered: Entered, stored: Stored[sc.Dossier] | None) -> list[tuple[str, str, str]]:
    there = sheet_form(None if stored is None else stored.value, otherwise=visit.site.today())

    def said(code: str, values: Mapping[str, str]) -> str:
        return answer_said(code, values[code], visit.lang)

    return [(label, said(code, there), said(code, entered.values)) for code, label in fact_labels(visit.lang).items()]
