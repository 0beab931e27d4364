"""What a ward keeps, and under which name."""

from __future__ import annotations

import hashlib
import hmac
from typing import Final

import supervision_core as sc
from supervision_core.serialization import Receipt
from ward_app.store import Kind, Reading, Stored

#: The officials, the lead units, and which pairs are barred; there is one.
ROSTER: Final = Kind(name="roster", cls=sc.Roster)
#: Who had whom in earlier years, as uploaded; there is one.
HISTORY: Final = Kind(name="history", cls=sc.History)
#: The id of the two above.
WARD: Final = "ward"
#: What came in about an official; by the number given to it.
FEEDBACK: Final = Kind(name="feedback", cls=sc.Feedback)
#: What one body says about one official in a year: a dossier that holds its ratings alone; by ``sheet_id``.
SHEET: Final = Kind(name="sheet", cls=sc.Dossier)
#: The adopted plan of a year; by the year.
PLAN: Final = Kind(name="plan", cls=sc.Plan)

#: An adopted result with all that it rests on; by ``result_id``.
RESULT: Final = Kind(name="result", cls=Receipt)

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


def sheet_id(year: int, body: str, official: str) -> str:
    """The id of a sheet; an official's id may hold any character, so it comes last."""
    return f"{year}/{body}/{official}"


def result_id(year: int, official: str) -> str:
    """The id of an adopted result."""
    return f"{year}/{official}"


def roster_of(reading: Reading) -> Stored[sc.Roster] | None:
    """The ward's roster, or None before anything was uploaded."""
    return reading.read(ROSTER, WARD)


def history_of(reading: Reading) -> tuple[int, sc.History]:
    """The uploaded history and its version; an empty one, of version 0, before anything was uploaded."""
    stored = reading.read(HISTORY, WARD)
    return (0, sc.History()) if stored is None else (stored.version, stored.value)


def feedback_of(reading: Reading, year: int) -> tuple[Stored[sc.Feedback], ...]:
    """What came in within a year."""
    return tuple(one for one in reading.read_all(FEEDBACK) if one.value.received_on.year == year)


def feedback_number(reading: Reading, year: int) -> str:
    """The next number; within a writing transaction nobody else can take it."""
    prefix = f"PA-{year}-"
    return f"{prefix}{len(reading.read_all(FEEDBACK, prefix)) + 1:04}"


def reporter_key(reading: Reading, name: str) -> str:
    """What stands for a sender: the same sender always gets the same key, and nobody can get the name back from it."""
    return hmac.new(reading.secret("reporters"), name.casefold().encode(), hashlib.sha256).hexdigest()[:32]
