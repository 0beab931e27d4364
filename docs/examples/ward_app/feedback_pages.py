"""The pages of feedback: what came in about an official, and what became of it."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator

import attrs
from fastapi import APIRouter
from fastapi.responses import HTMLResponse, RedirectResponse, Response

import supervision_core as sc
from supervision_core.evidence import CHANNELS
from supervision_core.evidence.channels import TOPICS
from ward_app.answers import UNKNOWN, answer_said, answers_of
from ward_app.forms import KINDS, LONGEST_TEXT, Entered, feedback_form, feedback_value, is_line, read_feedback, version_of
from ward_app.judging import fact_labels
from ward_app.planning import listed_official, names_of
from ward_app.records import FEEDBACK, PEOPLES_CHANNELS, Heard, feedback_number, reporter_key
from ward_app.refusals import NotFound
from ward_app.site import Form, Posted, Visit, Visiting
from ward_app.store import Conflict, Stored, Writing
from ward_app.texts import speaker

router = APIRouter(default_response_class=HTMLResponse)


@router.get("/{year}/feedback/new/{official:path}")
def new_feedback(visit: Visiting, official: str) -> HTMLResponse:
    """The empty form for feedback about an official."""
    entered = Entered(values=feedback_form(None, today=visit.site.today()), faults={})
    return _feedback_page(visit, official, entered, None, 0)


@router.post("/{year}/feedback/new/{official:path}")
def save_new_feedback(visit: Visiting, posted: Form, official: str) -> Response:
    """Save feedback under the next number; two people who do so at once get two numbers, one who sends twice gets one."""
    entered = read_feedback(posted.texts, year=visit.year, today=visit.site.today())
    if entered.faults:
        return _feedback_page(visit, official, entered, None, 0, status=422)
    leads_to = visit.official_url(official)
    with visit.saving(posted, leads_to) as writing:
        listed_official(writing, visit.year, official)
        number = feedback_number(writing, visit.year)
        sender = entered.values["sender"]
        key = reporter_key(writing, sender) if sender else None
        value = feedback_value(entered, number=number, official=official, reporter_key=key)
        heard = Heard(feedback=value, text=entered.values["text"])
        writing.save(FEEDBACK, visit.year, number, heard, seen=0, subject=official)
    return RedirectResponse(leads_to, status_code=303)


@router.get("/{year}/feedback/{number}")
def feedback(visit: Visiting, number: str) -> HTMLResponse:
    """The form of feedback that is there."""
    stored = _feedback(visit, number)
    entered = Entered(values=feedback_form(stored.value, today=visit.site.today()), faults={})
    return _feedback_page(visit, stored.value.feedback.subject_id, entered, stored, stored.version)


@router.post("/{year}/feedback/{number}")
def save_feedback(visit: Visiting, posted: Form, number: str) -> Response:
    """Save the next version of what the writer saw."""
    entered, seen = read_feedback(posted.texts, year=visit.year, today=visit.site.today()), version_of(posted.texts)
    stored = _feedback(visit, number)
    official = stored.value.feedback.subject_id
    if entered.faults:
        return _feedback_page(visit, official, entered, stored, seen, status=422)

    def change(writing: Writing) -> Heard:
        sender = entered.values["sender"]
        key = reporter_key(writing, sender) if sender else stored.value.feedback.reporter_key
        value = feedback_value(entered, number=number, official=official, reporter_key=key)
        return attrs.evolve(stored.value, feedback=value, text=entered.values["text"])

    return _save(visit, posted, stored, change, _feedback_rows(visit, entered, stored))


@router.post("/{year}/withdraw/{number}")
def withdraw(visit: Visiting, posted: Form, number: str) -> Response:
    """Note that feedback was withdrawn, or that it stands after all; it is kept in either case."""
    stored, why = _feedback(visit, number), posted.texts.get("withdrawn_why", "").strip()
    entered = Entered(values=feedback_form(stored.value, today=visit.site.today()), faults={})
    if not is_line(why):
        faulty = Entered(values=entered.values, faults={"withdrawn_why": "fault_line"})
        return _feedback_page(visit, stored.value.feedback.subject_id, faulty, stored, stored.version, status=422)
    stands = stored.value.withdrawn_on is not None
    day = None if stands else visit.site.today()
    heard = attrs.evolve(stored.value, withdrawn_on=day, withdrawn_why="" if stands else why)
    return _save(visit, posted, stored, lambda _: heard, ())


def _save(
    visit: Visit,
    posted: Posted,
    stored: Stored[Heard],
    change: Callable[[Writing], Heard],
    rows: Iterable[tuple[str, str, str]],
) -> Response:
    official = stored.value.feedback.subject_id
    leads_to, seen = visit.official_url(official), version_of(posted.texts)
    try:
        with visit.saving(posted, leads_to) as writing:
            writing.save(FEEDBACK, visit.year, stored.id, change(writing), seen=seen, subject=official)
    except Conflict as conflict:
        return visit.conflict(conflict, "officials", visit.url("feedback", stored.id), rows)
    return RedirectResponse(leads_to, status_code=303)


def _feedback(visit: Visit, number: str) -> Stored[Heard]:
    with visit.site.store.reading() as reading:
        stored = reading.read(FEEDBACK, visit.year, number)
    if stored is None:
        raise NotFound
    return stored


def _choices(lang: sc.values.Language) -> dict[str, list[tuple[str, str]]]:
    """What each list of the form offers: values with what people call them."""
    return {
        "channels": [(code, CHANNELS[code].label.text(lang)) for code in PEOPLES_CHANNELS],
        "kinds": [(kind.value, kind.label.text(lang)) for kind in KINDS],
        "topics": [(code, topic.label.text(lang)) for code, topic in TOPICS.items()],
        "claims": claims(lang),
        "checks": [(one.value, one.label.text(lang)) for one in sc.evidence.Checked],
    }


def claims(lang: sc.values.Language) -> list[tuple[str, str]]:
    """What feedback may claim: each fact with each answer that counts, said out."""
    say = speaker(lang)
    return [
        (f"{code}={answer}", say("claim_said", fact=label, answer=answer_said(code, answer, lang)))
        for code, label in fact_labels(lang).items()
        for answer in answers_of(code, PEOPLES_CHANNELS)
        if answer != UNKNOWN
    ]


def _feedback_page(
    visit: Visit, official: str, entered: Entered, stored: Stored[Heard] | None, version: int, *, status: int = 200
) -> HTMLResponse:
    with visit.site.store.reading() as reading:
        planning, subject = listed_official(reading, visit.year, official)
    return visit.page(
        "feedback.html",
        "officials",
        status=status,
        subject=subject,
        name=names_of(planning, visit.lang)[official],
        stored=stored,
        number=None if stored is None else stored.id,
        action=visit.url("feedback", stored.id) if stored else visit.url("feedback", "new", official),
        has_sender=stored is not None and stored.value.feedback.reporter_key is not None,
        entered=entered.values,
        errors=entered.faults,
        version=version,
        longest=LONGEST_TEXT,
        **_choices(visit.lang),
    )


def _feedback_rows(visit: Visit, entered: Entered, stored: Stored[Heard]) -> Iterator[tuple[str, str, str]]:
    """Both versions, field by field; a sender is shown in neither."""
    say, choices = speaker(visit.lang), _choices(visit.lang)
    of_field = {"channel": "channels", "kind": "kinds", "topic": "topics", "claim": "claims", "checked": "checks"}
    there = feedback_form(stored.value, today=visit.site.today())

    def said(field: str, value: str) -> str:
        if not value:
            return "–"
        if field in of_field:
            return dict(choices[of_field[field]]).get(value, value)
        if field == "checkable":
            return say("not_looked_at" if value == "unknown" else value)
        return value

    for field in there:
        if field != "sender":
            yield say(field), said(field, there[field]), said(field, entered.values[field])
