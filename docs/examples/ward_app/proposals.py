"""A list that somebody wants to put in the place of another: what would change, kept until it is confirmed."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping
from typing import Any, Final, final

import attrs

import supervision_core as sc
from supervision_core import Label, tables
from supervision_core.serialization import from_document, to_document
from ward_app.lists import BARS, LEAD_UNITS, OFFICIALS, PAST
from ward_app.records import HISTORY, ROSTER
from ward_app.store import Reading, Writing

#: So many entries of each kind of change are shown; the rest is counted.
MOST_SHOWN: Final = 100
_SHEETS: Final[tuple[tuple[Label, tables.Sheet[Any]], ...]] = (
    (OFFICIALS.label, tables.OFFICIALS),
    (LEAD_UNITS.label, tables.LEAD_UNITS),
    (BARS.label, tables.BARS),
    (PAST.label, tables.HISTORY),
)


@final
@attrs.frozen(kw_only=True)
class Proposal:
    """A list and history for a year, and the versions that they would replace (0: none)."""

    roster: sc.Roster
    history: sc.History
    roster_seen: int = 0
    history_seen: int = 0

    def write(self) -> str:
        """Its text in the database."""
        documents = {"roster": to_document(self.roster), "history": to_document(self.history)}
        return json.dumps({**documents, "roster_seen": self.roster_seen, "history_seen": self.history_seen}, ensure_ascii=False)

    @classmethod
    def read(cls, text: str) -> Proposal:
        """The value of a text."""
        given = json.loads(text)
        return cls(
            roster=from_document(given["roster"], sc.Roster),
            history=from_document(given["history"], sc.History),
            roster_seen=given["roster_seen"],
            history_seen=given["history_seen"],
        )


def propose(reading: Reading, year: int, roster: sc.Roster, history: sc.History) -> Proposal:
    """A proposal against what is stored now."""
    stored, past = reading.read(ROSTER, year), reading.read(HISTORY, year)
    return Proposal(
        roster=roster,
        history=history,
        roster_seen=0 if stored is None else stored.version,
        history_seen=0 if past is None else past.version,
    )


def take_over(writing: Writing, year: int, proposal: Proposal) -> None:
    """Save what was proposed, if nothing else was saved meanwhile; what does not change gets no new version."""
    stored, past = writing.read(ROSTER, year), writing.read(HISTORY, year)
    if stored is None or stored.value != proposal.roster or stored.version != proposal.roster_seen:
        writing.save(ROSTER, year, "", proposal.roster, seen=proposal.roster_seen)
    if past is None or past.value != proposal.history or past.version != proposal.history_seen:
        writing.save(HISTORY, year, "", proposal.history, seen=proposal.history_seen)


@final
@attrs.frozen(kw_only=True)
class Changes:
    """What would change in one sheet: each entry as people read it."""

    label: Label
    difference: tables.Difference
    added: tuple[str, ...]
    removed: tuple[str, ...]
    changed: tuple[tuple[str, str], ...]


def changes_of(reading: Reading, year: int, proposal: Proposal, lang: sc.values.Language) -> tuple[Changes, ...]:
    """What would change, sheet by sheet."""
    stored, past = reading.read(ROSTER, year), reading.read(HISTORY, year)
    old, new = (
        _parts(None if stored is None else stored.value, None if past is None else past.value),
        _parts(proposal.roster, proposal.history),
    )
    return tuple(
        _changes(label, sheet.read(sheet.rows(now)).against(before), lang)
        for (label, sheet), before, now in zip(_SHEETS, old, new, strict=True)
    )


def _parts(roster: sc.Roster | None, history: sc.History | None) -> tuple[Any, ...]:
    people = ((), (), ()) if roster is None else (roster.subjects, roster.lead_units, roster.bars)
    return (*people, history or sc.History())


def _changes(label: Label, difference: tables.Difference, lang: sc.values.Language) -> Changes:
    return Changes(
        label=label,
        difference=difference,
        added=tuple(_said(one, lang) for one in difference.added[:MOST_SHOWN]),
        removed=tuple(_said(one, lang) for one in difference.removed[:MOST_SHOWN]),
        changed=tuple((_said(old, lang), _said(new, lang)) for old, new in difference.changed[:MOST_SHOWN]),
    )


def _said(one: object, lang: sc.values.Language) -> str:
    """An entry as one line: what stands in its row."""
    if isinstance(one, tuple):
        return "; ".join(_said(record, lang) for record in one)
    sheet = next(sheet for kind, sheet in _ROWS.items() if isinstance(one, kind))
    values = sc.History.of_records([one]) if isinstance(one, sc.rotation.Record) else (one,)
    header, row = sheet.rows(values, lang)
    return " · ".join(
        f"{title}: {cell}" if isinstance(cell, int) else str(cell)
        for title, cell in zip(header, row, strict=True)
        if cell is not None
    )


_ROWS: Final[Mapping[type, tables.Sheet[Any]]] = {
    sc.Subject: tables.OFFICIALS,
    sc.LeadUnit: tables.LEAD_UNITS,
    sc.Bar: tables.BARS,
    sc.rotation.Record: tables.HISTORY,
}


def list_sheets(roster: sc.Roster | None, history: sc.History | None) -> Iterable[tuple[Label, tuple[tuple[object, ...], ...]]]:
    """A list, or a history, or both, as the sheets of a file that can be read back."""
    parts = _parts(roster, history)
    wanted = (roster is not None,) * 3 + (history is not None,)
    for (label, sheet), values, is_wanted in zip(_SHEETS, parts, wanted, strict=True):
        if is_wanted:
            yield label, sheet.rows(values)
