"""The pages of feedback: what came in about an official, and what became of it."""

from __future__ import annotations

from fastapi import APIRouter
from fastapi.responses import HTMLResponse, Response

import supervision_core as sc
from supervision_core.evidence import CHANNELS
from supervision_core.evidence.channels import TOPICS
from ward_app.forms import KINDS, Entered, feedback_form, feedback_value, read_feedback, version_of
from ward_app.judging import fact_labels
from ward_app.planning import listed_official, names_of
from ward_app.records import FEEDBACK, PEOPLES_CHANNELS, feedback_number, reporter_key
from ward_app.refusals import NotFound
from ward_app.site import Form, Visit, Visiting
from ward_app.store import Conflict, Stored
from ward_app.texts import speaker

router = APIRouter(default_response_class=HTMLResponse)


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
        listed_official(writing, visit.year + 1, official)
        number = feedback_number(writing, visit.year)
        sender = entered.values["sender"]
        key = reporter_key(writing, sender) if sender else None
        value = feedback_value(entered, number=number, official=official, reporter_key=key)
        writing.save(FEEDBACK, number, value, seen=0)
    return visit.to_official(official)


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
        return visit.conflict("officials", visit.back, _feedback_rows(visit, entered, _feedback(visit, number)))
    return visit.to_official(official)


def _feedback(visit: Visit, number: str) -> Stored[sc.Feedback]:
    with visit.site.store.reading() as reading:
        stored = reading.read(FEEDBACK, number)
    if stored is None or stored.value.received_on.year != visit.year:
        raise NotFound
    return stored


def _choices(lang: sc.values.Language) -> dict[str, list[tuple[str, str]]]:
    """What each list of the form offers: values with what people call them."""
    return {
        "channels": [(code, CHANNELS[code].label.text(lang)) for code in PEOPLES_CHANNELS],
        "kinds": [(kind.value, kind.label.text(lang)) for kind in KINDS],
        "topics": [(code, topic.label.text(lang)) for code, topic in TOPICS.items()],
        "claims": list(fact_labels(lang).items()),
        "checks": [(one.value, one.label.text(lang)) for one in sc.evidence.Checked],
    }


def _feedback_page(
    visit: Visit, official: str, entered: Entered, stored: Stored[sc.Feedback] | None, version: int, *, status: int = 200
) -> HTMLResponse:
    with visit.site.store.reading() as reading:
        planning, subject = listed_official(reading, visit.year + 1, official)
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
