"""What a ward keeps for each year, and under which name."""

from __future__ import annotations

import hashlib
import hmac
import json
from collections.abc import Mapping
from datetime import date
from typing import Any, Final, TypeVar, final

import attrs

import supervision_core as sc
from supervision_core.serialization import Receipt, from_document, to_document
from ward_app.documents import from_text, to_text
from ward_app.store import Kind, Reading

_T = TypeVar("_T")


def _library(name: str, cls: type[_T]) -> Kind[_T]:
    """A kind whose documents are the library's."""
    return Kind(name=name, write=to_text, read=lambda text: from_text(text, cls))


@final
@attrs.frozen(kw_only=True)
class Heard:
    """Feedback as this ward keeps it: what the library weighs, the words themselves, and whether it was withdrawn."""

    feedback: sc.Feedback
    text: str = ""
    #: When it was withdrawn; None while it stands.
    withdrawn_on: date | None = None
    withdrawn_why: str = ""

    def write(self) -> str:
        """Its text in the database."""
        withdrawn = None if self.withdrawn_on is None else self.withdrawn_on.isoformat()
        return _json(
            "feedback",
            feedback=to_document(self.feedback),
            text=self.text,
            withdrawn_on=withdrawn,
            withdrawn_why=self.withdrawn_why,
        )

    @classmethod
    def read(cls, text: str) -> Heard:
        """The value of a text."""
        given = json.loads(text)
        day = given["withdrawn_on"]
        return cls(
            feedback=from_document(given["feedback"], sc.Feedback),
            text=given["text"],
            withdrawn_on=None if day is None else date.fromisoformat(day),
            withdrawn_why=given["withdrawn_why"],
        )


@final
@attrs.frozen(kw_only=True)
class Change:
    """A plan that was changed within its year: from which day, what moved, and which lead units became which."""

    on: date
    replan: sc.Replan
    #: Empty where no lead unit merged.
    lineage: sc.Lineage

    def write(self) -> str:
        """Its text in the database."""
        return _json("change", on=self.on.isoformat(), replan=to_document(self.replan), lineage=to_document(self.lineage))

    @classmethod
    def read(cls, text: str) -> Change:
        """The value of a text."""
        given = json.loads(text)
        replan, lineage = from_document(given["replan"], sc.Replan), from_document(given["lineage"], sc.Lineage)
        return cls(on=date.fromisoformat(given["on"]), replan=replan, lineage=lineage)


def _json(name: str, **values: object) -> str:
    return json.dumps({"schema": f"ward_app/{name}/1", **values}, ensure_ascii=False, sort_keys=True, separators=(",", ":"))


def _read_fields(text: str) -> Mapping[str, str]:
    given: dict[str, Any] = json.loads(text)
    return {name: str(value) for name, value in given.items() if name != "schema"}


#: The officials, the lead units, and which pairs are barred; one each year.
ROSTER: Final = _library("roster", sc.Roster)
#: Who had whom before the year, as it was known when the year's list was made; one each year.
HISTORY: Final = _library("history", sc.History)
#: What came in about an official; by the number given to it.
FEEDBACK: Final = Kind(name="feedback", write=Heard.write, read=Heard.read)
#: What one body says about one official in a year: a dossier that holds its ratings alone; by ``sheet_id``.
SHEET: Final = _library("sheet", sc.Dossier)
#: The adopted plan; one each year.
PLAN: Final = _library("plan", sc.Plan)
#: How the plan was changed within its year: each change is the next version.
CHANGE: Final = Kind(name="change", write=Change.write, read=Change.read)
#: An adopted result with all that it rests on; by the official.
RESULT: Final = _library("result", Receipt)
#: What frames a paper of a year, as it was typed; by the paper.
LETTERHEAD: Final = Kind(name="letterhead", write=lambda fields: _json("letterhead", **fields), read=_read_fields)

#: The bodies that fill in a sheet about an official, by the code of the channel.
BODIES: Final = (
    "front_working_committee",
    "member_organisation",
    "peoples_inspection_board",
    "self_report",
    "competent_statement",
)
#: The channels by which people's words come in.
PEOPLES_CHANNELS: Final = ("direct_opinion", "suggestion_box", "hotline", "leaders_phone", "web_column", "citizen_reception")


def sheet_id(body: str, official: str) -> str:
    """The id of a sheet; an official's id may hold any character, so it comes last."""
    return f"{body}/{official}"


def feedback_number(reading: Reading, year: int) -> str:
    """The next number; within a writing transaction nobody else can take it."""
    return f"PA-{year}-{reading.count(FEEDBACK.name, year) + 1:04}"


def reporter_key(reading: Reading, name: str) -> str:
    """What stands for a sender: the same sender always gets the same key, and nobody can get the name back from it."""
    return hmac.new(reading.secret("reporters"), name.casefold().encode(), hashlib.sha256).hexdigest()[:32]
