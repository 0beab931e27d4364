"""The letterhead of a year's papers: what somebody types, and what the library frames a paper with."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

import supervision_core as sc
from supervision_core.rendering import Letterhead, Signatory
from ward_app.forms import Entered, a_day, is_line, is_text
from ward_app.records import LETTERHEAD
from ward_app.store import Reading
from ward_app.texts import TEXTS

REPORT: Final = "report"
NOTICE: Final = "notice"
#: Each paper with what it is called on its face.
PAPERS: Final = {REPORT: "paper_report", NOTICE: "paper_notice"}
FIELDS: Final = ("superior", "issuer", "number", "place", "day", "recipients", "on_behalf_of", "post", "signer")


def letterhead_form(reading: Reading, year: int, paper: str) -> tuple[dict[str, str], int]:
    """What stands in the form, and its version; the bodies and the signatory of another paper are offered for a new one."""
    stored = reading.read(LETTERHEAD, year, paper)
    if stored is not None:
        return {**dict.fromkeys(FIELDS, ""), **stored.value}, stored.version
    other = next((one for that in PAPERS if (one := reading.read(LETTERHEAD, year, that)) is not None), None)
    offered = {} if other is None else {**other.value, "number": "", "day": ""}
    return {**dict.fromkeys(FIELDS, ""), **offered}, 0


def read_letterhead(form: Mapping[str, str]) -> Entered:
    """What somebody typed, with all that is wrong with it."""
    values = {name: form.get(name, "").strip().replace("\r\n", "\n") for name in FIELDS}
    faults = {name: "fault_line" for name in FIELDS if name != "recipients" and not is_line(values[name])}
    if not is_text(values["recipients"]):
        faults["recipients"] = "fault_text"
    if not values["issuer"]:
        faults["issuer"] = "fault_needed"
    if values["day"] and a_day(values["day"]) is None:
        faults["day"] = "fault_day"
    if values["signer"] and not values["post"]:
        faults["post"] = "fault_needed"
    return Entered(values=values, faults=faults)


def letterhead_of(reading: Reading, year: int, paper: str) -> Letterhead | None:
    """The frame of a paper; None while nobody typed one."""
    stored = reading.read(LETTERHEAD, year, paper)
    if stored is None:
        return None
    values = stored.value
    post = _label(values["post"])
    signatories = (
        []
        if post is None
        else [Signatory(on_behalf_of=_label(values["on_behalf_of"]), post=post, name=values["signer"] or None)]
    )
    return Letterhead(
        superior=_label(values["superior"]),
        issuer=sc.Label(values["issuer"], values["issuer"]),
        number=values["number"] or None,
        place=_label(values["place"]),
        day=a_day(values["day"]),
        title=TEXTS[PAPERS[paper]],
        recipients=[sc.Label(line, line) for line in values["recipients"].splitlines() if line.strip()],
        signatories=signatories,
    )


def _label(text: str) -> sc.Label | None:
    return sc.Label(text, text) if text else None
