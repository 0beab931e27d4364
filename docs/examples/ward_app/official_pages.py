"""The pages of the officials: everybody's grade, one official's reasons, sheets and feedback."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final
from urllib.parse import quote

from fastapi import APIRouter
from fastapi.responses import HTMLResponse, RedirectResponse, Response

import supervision_core as sc
from supervision_core.evidence.channels import CHANNELS
from supervision_core.evidence.topics import TOPICS
from supervision_core.rotation.explaining import Explanation
from ward_app import drawings
from ward_app.forms import (
    KINDS,
    Entered,
    feedback_form,
    feedback_value,
    read_feedback,
    read_sheet,
    sheet_dossier,
    sheet_form,
    version_of,
)
from ward_app.judging import CRITERION, FACTS, Case, cases
from ward_app.planning import Planning, names_of, planning_of
from ward_app.records import (
    BODIES,
    FEEDBACK,
    PEOPLES_CHANNELS,
    SHEET,
    feedback_number,
    reporter_key,
    sheet_id,
)
from ward_app.site import Form, NotFound, Visit, Visiting
from ward_app.store import Conflict, Reading, Stored
from ward_app.texts import TEXTS, speaker

#: What the ids of a body's ratings begin with, as people in the ward abbreviate the bodies.
PREFIXES: Final = dict(zip(BODIES, ("BCTMT", "TCTV", "TTND", "BCCN"), strict=True))
router = APIRouter(default_response_class=HTMLResponse)


def fact_labels(lang: sc.Language) -> dict[str, str]:
    """What people call the facts of the criterion."""
    return {fact.code: fact.label.text(lang) for fact in FACTS}


@router.get("/{year}/officials")
def officials(visit: Visiting) -> HTMLResponse:
    """Everybody with grade and next year's lead unit."""
    with visit.site.store.reading() as reading:
        planning = planning_of(reading, visit.year + 1)
        found = () if planning is None else cases(reading, planning.roster.subjects, visit.year)
    adopted = None if planning is None or planning.adopted is None else planning.adopted.value
    return visit.page(
        "officials.html",
        "officials",
        cases=found,
        counts=grade_counts(found, visit.lang),
        names={} if planning is None else names_of(planning.roster, visit.lang),
        assignments={} if adopted is None else adopted.assignments,
    )


def grade_counts(found: tuple[Case, ...], lang: sc.Language) -> list[tuple[str, int]]:
    """How many people have which grade, best first."""
    rows = [(case.subject.id, case.assessment) for case in found]
    parts = sc.grade_tally(CRITERION, rows, population=TEXTS["population"].vi).parts
    return [(label.text(lang), parts[code]) for code, label in sc.grade_labels(CRITERION).items()]


@router.get("/{year}/official/{official:path}")
def one_official(visit: Visiting, official: str, saved: int = 0) -> HTMLResponse:
    """One official: evidence, reasons, what would help, lead units."""
    with visit.site.store.reading() as reading:
        planning, subject = _subject(reading, visit, official)
        (case,) = cases(reading, [subject], visit.year)
        sheets = {body: reading.read(SHEET, sheet_id(visit.year, body, official)) for body in BODIES}
    labels, names = fact_labels(visit.lang), names_of(planning.roster, visit.lang)
    return visit.page(
        "official.html",
        "officials",
        name=names[subject.id],
        subject=subject,
        case=case,
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


def _subject(reading: Reading, visit: Visit, official: str) -> tuple[Planning, sc.Subject]:
    planning = planning_of(reading, visit.year + 1)
    found = None if planning is None else next((one for one in planning.roster.subjects if one.id == official), None)
    if planning is None or found is None:
        raise NotFound
    return planning, found


def _back_to(visit: Visit, official: str) -> Response:
    return RedirectResponse(f"/{visit.year}/official/{quote(official, safe='')}?saved=1", status_code=303)


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
            _subject(writing, visit, official)
            dossier = sheet_dossier(entered, official=official, body=body, prefix=PREFIXES[body], year=visit.year)
            writing.save(SHEET, id_, dossier, seen=seen)
    except Conflict:
        with visit.site.store.reading() as reading:
            stored = reading.read(SHEET, id_)
        return _conflict(visit, _sheet_rows(visit, entered, stored), visit.back)
    return _back_to(visit, official)


def _sheet_page(visit: Visit, body: str, official: str, entered: Entered, version: int, *, status: int = 200) -> HTMLResponse:
    if body not in BODIES:
        raise NotFound
    with visit.site.store.reading() as reading:
        planning, subject = _subject(reading, visit, official)
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


def _conflict(visit: Visit, rows: list[tuple[str, str, str]], again: str) -> HTMLResponse:
    return visit.page("conflict.html", "officials", status=409, rows=rows, again=again)


@router.get("/{year}/feedback/new/{official:path}")
def new_feedback(visit: Visiting, official: str) -> HTMLResponse:
    """The empty form for feedback about an official."""
    entered = Entered(values=feedback_form(None, today=visit.site.today()), faults={})
    return _feedback_page(visit, official, entered, None, 0)


@router.post("/{year}/feedback/new/{official:path}")
def save_new_feedback(visit: Visiting, posted: Form, official: str) -> Response:
    """Save feedback under the next number; two people who do so at once get two numbers."""
    entered = read_feedback(posted.texts, year=visit.year, today=visit.site.today())
    if entered.faults:
        return _feedback_page(visit, official, entered, None, 0, status=422)
    with visit.site.store.writing(visit.site.now()) as writing:
        _subject(writing, visit, official)
        number = feedback_number(writing, visit.year)
        sender = entered.values["sender"]
        key = reporter_key(writing, sender) if sender else None
        value = feedback_value(entered, number=number, official=official, reporter_key=key)
        writing.save(FEEDBACK, number, value, seen=0)
    return _back_to(visit, official)


@router.get("/{year}/feedback/{number}")
def feedback(visit: Visiting, number: str) -> HTMLResponse:
    """The form of feedback that is there."""
    stored = _feedback(visit, number)
    entered = Entered(values=feedback_form(stored.value, today=visit.site.today()), faults={})
    return _feedback_page(visit, stored.value.subject_id, entered, stored, stored.version)


@router.post("/{year}/feedback/{number}")
def save_feedback(visit: Visiting, posted: Form, number: str) -> Response:
    """Save the next version of what the writer saw."""
    entered, seen = read_feedback(posted.texts, year=visit.year, today=visit.site.today()), version_of(posted.texts)
    stored = _feedback(visit, number)
    official = stored.value.subject_id
    if entered.faults:
        return _feedback_page(visit, official, entered, stored, seen, status=422)
    try:
        with visit.site.store.writing(visit.site.now()) as writing:
            sender = entered.values["sender"]
            key = reporter_key(writing, sender) if sender else stored.value.reporter_key
            value = feedback_value(entered, number=number, official=official, reporter_key=key)
            writing.save(FEEDBACK, number, value, seen=seen)
    except Conflict:
        return _conflict(visit, _feedback_rows(visit, entered, _feedback(visit, number)), visit.back)
    return _back_to(visit, official)


def _feedback(visit: Visit, number: str) -> Stored[sc.Feedback]:
    with visit.site.store.reading() as reading:
        stored = reading.read(FEEDBACK, number)
    if stored is None or stored.value.received_on.year != visit.year:
        raise NotFound
    return stored


def _choices(lang: sc.Language) -> dict[str, list[tuple[str, str]]]:
    """What each list of the form offers: values with what people call them."""
    return {
        "channels": [(code, CHANNELS[code].label.text(lang)) for code in PEOPLES_CHANNELS],
        "kinds": [(kind.value, kind.label.text(lang)) for kind in KINDS],
        "topics": [(code, topic.label.text(lang)) for code, topic in TOPICS.items()],
        "claims": list(fact_labels(lang).items()),
        "checks": [(one.value, one.label.text(lang)) for one in sc.Checked],
    }


def _feedback_page(
    visit: Visit, official: str, entered: Entered, stored: Stored[sc.Feedback] | None, version: int, *, status: int = 200
) -> HTMLResponse:
    with visit.site.store.reading() as reading:
        planning, subject = _subject(reading, visit, official)
    return visit.page(
        "feedback.html",
        "officials",
        status=status,
        subject=subject,
        name=names_of(planning.roster, visit.lang)[official],
        number=None if stored is None else stored.id,
        action=visit.back,
        has_sender=stored is not None and stored.value.reporter_key is not None,
        entered=entered.values,
        errors=entered.faults,
        version=version,
        **_choices(visit.lang),
    )


def _feedback_rows(visit: Visit, entered: Entered, stored: Stored[sc.Feedback]) -> list[tuple[str, str, str]]:
    """Both versions, field by field; a sender is shown in neither."""
    say, choices = speaker(visit.lang), _choices(visit.lang)
    of_field = {"channel": "channels", "kind": "kinds", "topic": "topics", "code": "claims", "checked": "checks"}
    names = {"answer": "claim_answer"}
    there = feedback_form(stored.value, today=visit.site.today())

    def said(field: str, value: str) -> str:
        if not value:
            return "–"
        if field in of_field:
            return dict(choices[of_field[field]]).get(value, value)
        if field == "checkable" and value == "unknown":
            return say("not_looked_at")
        return say(value) if field in {"answer", "checkable"} else value

    fields = [field for field in there if field != "sender"]
    return [(say(names.get(field, field)), said(field, there[field]), said(field, entered.values[field])) for field in fields]
