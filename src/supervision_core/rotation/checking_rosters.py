"""What in a roster is likely a mistake, though plans can be made with it: ids taken for each other, a past that is cut off."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable, Iterator, Sequence
from typing import Final

from supervision_core.rotation.comparing_ids import faces
from supervision_core.rotation.history import History, given_to
from supervision_core.rotation.roster import Roster
from supervision_core.rotation.spells import parts_of_today
from supervision_core.values.checks import Checks
from supervision_core.values.errors import Fault
from supervision_core.values.text import shown

__all__ = ["check_roster"]


_NO_HISTORY: Final = History()
_TONES: Final = frozenset("\u0300\u0301\u0303\u0309\u0323")


def check_roster(roster: Roster, *, history: History = _NO_HISTORY) -> tuple[Fault, ...]:
    """What people should look at before a roster is planned with, with its history; nothing of it is refused.

    * ``looks_alike``: two subjects, two lead units, or a former lead unit and a present one whose ids are easily taken for
      each other. They differ in spaces, capitals, zeros before a number, letters that print alike, or in where a tone mark
      stands; each is named beside the first of its like. Other marks and tones make other words.
    * ``before_since``: a lead unit that somebody was with in a recorded year before its ``since``, by today's names. Its
      rests of those years do not count. What it only inherited by a split is none of its own.

    >>> import supervision_core as sc
    >>> units = [sc.LeadUnit(id="front"), sc.LeadUnit(id="women", since=2026)]
    >>> roster = sc.Roster(subjects=[sc.Subject(id="CB1"), sc.Subject(id="CB 01")], lead_units=units)
    >>> for fault in sc.rotation.check_roster(roster, history=sc.History.of({2024: {"CB1": "women"}})):
    ...     print(fault)
    Roster.subjects['CB1']: found 'CB1', expected an id that nobody takes for 'CB 01' [looks_alike]
    LeadUnit['women'].since: found 2026, expected a first year not after 2024, of which there is a record [before_since]
    """
    checks = Checks("check_roster")
    checks.kind("roster", roster, Roster, "a Roster")
    checks.kind("history", history, History, "a History")
    checks.done()
    return (
        *_taken_for("subjects", roster.subject_ids, roster.subject_ids),
        *_taken_for("lead_units", roster.lead_unit_ids, roster.lead_unit_ids),
        *_taken_for("former_units", roster.former_units, roster.lead_unit_ids),
        *_recorded_before_since(roster, history),
    )


def _taken_for(name: str, ids: Iterable[str], among: Sequence[str]) -> Iterator[Fault]:
    """Each id that is spelt like another one, beside the first of those."""
    first = {face: one for one in reversed(among) for face in _spelt(one)}
    for one in ids:
        other = min((first[face] for face in _spelt(one) if face in first), default=one)
        if other != one:
            expected = f"an id that nobody takes for {shown(other)}"
            yield Fault("looks_alike", f"Roster.{name}[{shown(one)}]", shown(one), expected)


def _spelt(text: str) -> Iterator[str]:
    """One of them equal for two that people take for one: without what is easily mistyped, and the tone marks last."""
    for face in faces(text):
        apart = unicodedata.normalize("NFD", face)
        yield "".join([*(one for one in apart if one not in _TONES), *sorted(one for one in apart if one in _TONES)])


def _recorded_before_since(roster: Roster, history: History) -> Iterator[Fault]:
    split = parts_of_today(given_to(history))
    for unit in roster.lead_units:
        if unit.since is None:
            continue
        own = split.get(unit.id, 0)
        first = next((one for one in history.years if one >= own and unit.id in history.lead_units_in(one)), unit.since)
        if first < unit.since:
            expected = f"a first year not after {first}, of which there is a record"
            yield Fault("before_since", f"LeadUnit[{shown(unit.id)}].since", str(unit.since), expected)
