"""What people typed, read with all its faults at once; and the token that shows that a form is ours."""

from __future__ import annotations

import hmac
import unicodedata
from collections.abc import Mapping
from datetime import date
from typing import Final, final

import attrs

import supervision_core as sc
from supervision_core.evidence import CHANNELS
from supervision_core.evidence.channels import TOPICS
from ward_app.answers import counts
from ward_app.judging import FACTS
from ward_app.records import PEOPLES_CHANNELS, Heard

FORM_COOKIE: Final = "ward_form"
ANSWERS: Final[Mapping[str, bool]] = {"yes": True, "no": False}
#: The kinds of feedback that this form takes; a denunciation goes its own way under its own law.
KINDS: Final = (sc.evidence.FeedbackKind.COMMENT, sc.evidence.FeedbackKind.REFLECTION)
FEEDBACK_FIELDS: Final = (
    "received_on", "channel", "kind", "topic", "text", "claim", "sender", "checkable", "checked", "checked_on", "answered_on",
)  # fmt: skip
#: The longest name of somebody who works here, the longest line, and the longest text.
LONGEST_NAME: Final = 80
LONGEST_LINE: Final = 200
LONGEST_TEXT: Final = 5_000
_LINES: Final = str.maketrans({"\n": " ", "\t": " "})
_BETWEEN: Final = "="


def is_ours(token: str, cookie: str, origin: str | None, host: str) -> bool:
    """Whether a form comes from a page of ours: it knows the cookie's token, and no other site sent it."""
    same_site = origin is None or origin.partition("://")[2] == host
    return bool(cookie) and same_site and hmac.compare_digest(token.encode(), cookie.encode())


@final
@attrs.frozen(kw_only=True)
class Entered:
    """What stands in a form, and what is wrong with it: the key of a text by the name of a field."""

    values: Mapping[str, str]
    faults: Mapping[str, str]


def version_of(form: Mapping[str, str], name: str = "version") -> int:
    """The version that the writer saw; 0, which never matches anything stored, when it is no number."""
    given = form.get(name, "")
    return int(given) if given.isascii() and given.isdigit() and len(given) <= 9 else 0


def a_day(text: str) -> date | None:
    """The day of a date field, or None."""
    try:
        return date.fromisoformat(text)
    except ValueError:
        return None


def read_sheet(form: Mapping[str, str], *, year: int, today: date) -> Entered:
    """A body's sheet about an official: a day, and yes, no or unknown for each fact."""
    values = {fact.code: form.get(f"fact.{fact.code}", "unknown") for fact in FACTS}
    values = {code: answer if answer in ANSWERS else "unknown" for code, answer in values.items()}
    day = a_day(form.get("rated_on", ""))
    faults = {}
    if day is None:
        faults["rated_on"] = "fault_day"
    elif day > today:
        faults["rated_on"] = "fault_day_future"
    elif day.year < year:
        faults["rated_on"] = "fault_day_before_year"
    return Entered(values={**values, "rated_on": form.get("rated_on", "")}, faults=faults)


def read_feedback(form: Mapping[str, str], *, year: int, today: date) -> Entered:
    """A piece of feedback."""
    values = {name: form.get(name, "").strip().replace("\r\n", "\n") for name in FEEDBACK_FIELDS}
    faults = _wrong_choices(values) | _wrong_days(values, year, today)
    if not is_text(values["text"]):
        faults["text"] = "fault_text"
    if not is_line(values["sender"]):
        faults["sender"] = "fault_sender"
    if values["checkable"] == "no" and values["checked"] == sc.evidence.Checked.CONFIRMED.value:
        faults["checked"] = "fault_uncheckable"
    return Entered(values=values, faults=faults)


def _wrong_choices(values: Mapping[str, str]) -> dict[str, str]:
    choices = {
        "channel": set(PEOPLES_CHANNELS),
        "kind": {kind.value for kind in KINDS},
        "topic": {"", *TOPICS},
        "claim": {"", *(f"{fact.code}{_BETWEEN}{answer}" for fact in FACTS for answer in ANSWERS)},
        "checked": {one.value for one in sc.evidence.Checked},
    }
    return {name: "fault_choice" for name, allowed in choices.items() if values[name] not in allowed}


def _wrong_days(values: Mapping[str, str], year: int, today: date) -> dict[str, str]:
    faults = {}
    received = a_day(values["received_on"])
    if received is None:
        faults["received_on"] = "fault_day"
    elif received.year != year:
        faults["received_on"] = "fault_day_outside"
    elif received > today:
        faults["received_on"] = "fault_day_future"
    for name in ("checked_on", "answered_on"):
        day = a_day(values[name])
        if values[name] and day is None:
            faults[name] = "fault_day"
        elif day is not None and day > today:
            faults[name] = "fault_day_future"
        elif day is not None and received is not None and day < received:
            faults[name] = "fault_day_before"
    pending = values["checked"] == sc.evidence.Checked.PENDING.value
    if pending and values["checked_on"]:
        faults["checked_on"] = "fault_pending_day"
    elif not pending and not values["checked_on"]:
        faults["checked_on"] = "fault_checked_day"
    return faults


def sheet_dossier(entered: Entered, *, official: str, body: str, prefix: str, year: int) -> sc.Dossier:
    """A good sheet as the library keeps it; what is unknown, or not this body's to say, gives no rating."""
    ratings = [
        sc.Rating(
            id=f"{prefix}-{year}-{official}-{number}",
            subject_id=official,
            channel=CHANNELS[body],
            code=fact.code,
            value=ANSWERS[entered.values[fact.code]],
            rated_on=date.fromisoformat(entered.values["rated_on"]),
        )
        for number, fact in enumerate(FACTS, start=1)
        if entered.values[fact.code] in ANSWERS and counts(body, fact.code, entered.values[fact.code])
    ]
    return sc.Dossier(subject_id=official, period=sc.Period.of_year(year), ratings=ratings)


def feedback_value(entered: Entered, *, number: str, official: str, reporter_key: str | None) -> sc.Feedback:
    """Good feedback as the library keeps it."""
    values = entered.values
    code, _, answer = values["claim"].partition(_BETWEEN)
    return sc.Feedback(
        id=number,
        subject_id=official,
        channel=CHANNELS[values["channel"]],
        kind=sc.evidence.FeedbackKind(values["kind"]),
        received_on=date.fromisoformat(values["received_on"]),
        topics=[TOPICS[values["topic"]]] if values["topic"] else [],
        says={code: ANSWERS[answer]} if code else {},
        reporter_key=reporter_key,
        is_checkable=ANSWERS.get(values["checkable"]),
        checked=sc.evidence.Checked(values["checked"]),
        checked_on=a_day(values["checked_on"]),
        answered_on=a_day(values["answered_on"]),
    )


def sheet_form(dossier: sc.Dossier | None, *, otherwise: date) -> dict[str, str]:
    """A stored sheet as it stands in its form."""
    found = {} if dossier is None else {one.code: "yes" if one.value is True else "no" for one in dossier.ratings}
    days = [] if dossier is None else [one.rated_on for one in dossier.ratings]
    answers = {fact.code: found.get(fact.code, "unknown") for fact in FACTS}
    return {**answers, "rated_on": max(days, default=otherwise).isoformat()}


def feedback_form(heard: Heard | None, *, today: date) -> dict[str, str]:
    """Stored feedback, or an empty one, as it stands in its form; a sender is never shown."""
    if heard is None:
        empty = dict.fromkeys(FEEDBACK_FIELDS, "")
        chosen = {"channel": PEOPLES_CHANNELS[0], "kind": KINDS[0].value, "checked": sc.evidence.Checked.PENDING.value}
        return {**empty, **chosen, "received_on": today.isoformat(), "checkable": "unknown"}
    feedback = heard.feedback
    return {
        "received_on": feedback.received_on.isoformat(),
        "channel": feedback.channel.code,
        "kind": feedback.kind.value,
        "topic": feedback.topics[0].code if feedback.topics else "",
        "text": heard.text,
        "claim": next((f"{code}{_BETWEEN}{'yes' if answer else 'no'}" for code, answer in feedback.says.items()), ""),
        "sender": "",
        "checkable": {True: "yes", False: "no", None: "unknown"}[feedback.is_checkable],
        "checked": feedback.checked.value,
        "checked_on": "" if feedback.checked_on is None else feedback.checked_on.isoformat(),
        "answered_on": "" if feedback.answered_on is None else feedback.answered_on.isoformat(),
    }


def is_line(text: str) -> bool:
    """Whether something is a text of one line, perhaps empty."""
    return text.isprintable() and len(text) <= LONGEST_LINE


def is_text(text: str) -> bool:
    """Whether something is a text of several lines, perhaps empty."""
    return text.translate(_LINES).isprintable() and len(text) <= LONGEST_TEXT


def read_name(text: str) -> str:
    """The name of somebody who works here; empty where it is none."""
    name = unicodedata.normalize("NFC", " ".join(text.split()))
    return name if name.isprintable() and len(name) <= LONGEST_NAME else ""


@final
@attrs.frozen(kw_only=True)
class AskedReading:
    """How somebody wants a file to be read."""

    id_digits: int | None
    apart: tuple[str, ...]


def read_reading(form: Mapping[str, str]) -> AskedReading:
    """How a file is to be read; what is no number says nothing."""
    digits = form.get("id_digits", "")
    apart = (one.strip() for one in form.get("apart", "").split(";"))
    is_number = digits.isascii() and digits.isdigit() and len(digits) < 3
    return AskedReading(id_digits=int(digits) if is_number else None, apart=tuple(one for one in apart if one and is_line(one)))
