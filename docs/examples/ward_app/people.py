"""One official typed by hand: the form, its faults, and the list with him or her."""

from __future__ import annotations

import unicodedata
from collections.abc import Mapping
from typing import Final

import attrs

import supervision_core as sc
from ward_app.forms import Entered, is_line

FIELDS: Final = ("id", "name", "workplace")
#: The reasons that people give; the others are the planner's own.
REASONS: Final = {
    reason.value: reason for reason in sc.BarReason if reason not in {sc.BarReason.COOLING_OFF, sc.BarReason.PINNED_ELSEWHERE}
}


def official_form(roster: sc.Roster, subject: sc.Subject | None) -> dict[str, str]:
    """An official as he or she stands in the form, with the reason that bars each lead unit."""
    bars = {f"bar.{unit}": "" for unit in roster.lead_unit_ids}
    if subject is None:
        return {**dict.fromkeys(FIELDS, ""), **bars}
    for unit in roster.lead_unit_ids:
        own = _bars_of(roster, subject.id, unit)
        bars[f"bar.{unit}"] = own[0].reason.value if own else ""
    name = "" if subject.label is None else subject.label.vi
    return {"id": subject.id, "name": name, "workplace": subject.unit or "", **bars}


def _bars_of(roster: sc.Roster, official: str, unit: str) -> list[sc.Bar]:
    return [
        bar for bar in roster.bars if (bar.subject_id, bar.lead_unit_id, bar.severity) == (official, unit, sc.Severity.HARD)
    ]


def read_official(form: Mapping[str, str], roster: sc.Roster, subject: sc.Subject | None) -> Entered:
    """What somebody typed about an official; an id is given once and never changed."""
    values = {name: unicodedata.normalize("NFC", form.get(name, "").strip()) for name in FIELDS}
    if subject is not None:
        values["id"] = subject.id
    bars = {name: form.get(name, "") for name in official_form(roster, None) if name not in FIELDS}
    faults = {name: "fault_line" for name in FIELDS if not is_line(values[name])}
    faults |= {name: "fault_needed" for name in ("id", "name") if not values[name]}
    faults |= {name: "fault_choice" for name, reason in bars.items() if reason and reason not in REASONS}
    if subject is None and values["id"] in set(roster.subject_ids):
        faults["id"] = "fault_id_taken"
    return Entered(values={**values, **bars}, faults=faults)


def roster_with(roster: sc.Roster, subject: sc.Subject | None, entered: Entered) -> sc.Roster:
    """The list with an official as he or she was typed; more than one bar of a pair stays unless its reason is changed."""
    values = entered.values
    label = sc.Label(values["name"], values["name"])
    if subject is not None and subject.label is not None and subject.label.vi == values["name"]:
        label = subject.label
    typed = attrs.evolve(subject or sc.Subject(id=values["id"]), label=label, unit=values["workplace"] or None)
    before = official_form(roster, subject)
    changed = {unit for unit in roster.lead_unit_ids if values[f"bar.{unit}"] != before[f"bar.{unit}"]}
    kept = [bar for bar in roster.bars if bar.subject_id != typed.id or bar.lead_unit_id not in changed]
    given = [
        sc.Bar(subject_id=typed.id, lead_unit_id=unit, reason=REASONS[values[f"bar.{unit}"]])
        for unit in sorted(changed)
        if values[f"bar.{unit}"]
    ]
    others = [one for one in roster.subjects if one.id != typed.id]
    return attrs.evolve(roster, subjects=[*others, typed], bars=[*kept, *given])


def roster_without(roster: sc.Roster, subject: sc.Subject) -> sc.Roster:
    """The list without an official, nor anything about him or her."""
    return attrs.evolve(
        roster,
        subjects=[one for one in roster.subjects if one.id != subject.id],
        bars=[bar for bar in roster.bars if bar.subject_id != subject.id],
        pins={who: unit for who, unit in roster.pins.items() if who != subject.id},
    )
