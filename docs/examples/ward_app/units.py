"""One lead unit typed by hand: the form, its faults, and the list with it or without it."""

from __future__ import annotations

import unicodedata
from collections.abc import Mapping
from typing import Final

import attrs

import supervision_core as sc
from ward_app.forms import Entered, is_line

_LINES: Final = ("id", "name")
#: The whole numbers of a lead unit, each with the least and the most that the form takes; only the share is needed.
NUMBERS: Final = {"share": (0, 999), "min_load": (0, 99_999), "max_load": (0, 99_999), "since": (1990, 9999)}


def unit_form(unit: sc.LeadUnit | None, year: int) -> dict[str, str]:
    """A lead unit as it stands in the form; a new one takes part from this year, and is owed nothing of the years before."""
    if unit is None:
        return {"id": "", "name": "", "share": "1", "min_load": "", "max_load": "", "since": f"{year}"}
    return {
        "id": unit.id,
        "name": "" if unit.label is None else unit.label.vi,
        "share": f"{unit.share}",
        "min_load": f"{unit.min_load or ''}",
        "max_load": "" if unit.max_load is None else f"{unit.max_load}",
        "since": "" if unit.since is None else f"{unit.since}",
    }


def read_unit(form: Mapping[str, str], roster: sc.Roster, unit: sc.LeadUnit | None, year: int) -> Entered:
    """What somebody typed about a lead unit; an id is given once and never changed."""
    values = {name: unicodedata.normalize("NFC", form.get(name, "").strip()) for name in (*_LINES, *NUMBERS)}
    if unit is not None:
        values["id"] = unit.id
    faults = {name: "fault_line" for name in _LINES if not is_line(values[name])}
    faults |= {name: "fault_number" for name in NUMBERS if values[name] and not _is_number(name, values[name])}
    faults |= {name: "fault_needed" for name in (*_LINES, "share") if not values[name]}
    if "since" not in faults and values["since"] and int(values["since"]) > year:
        faults["since"] = "fault_number"
    if unit is None and values["id"] in set(roster.lead_unit_ids):
        faults["id"] = "fault_id_taken"
    if not faults and values["max_load"] and int(values["min_load"] or 0) > int(values["max_load"]):
        faults["min_load"] = "fault_above_most"
    return Entered(values=values, faults=faults)


def _is_number(name: str, text: str) -> bool:
    least, most = NUMBERS[name]
    return text.isascii() and text.isdigit() and len(text) <= len(f"{most}") and least <= int(text) <= most


def roster_with_unit(roster: sc.Roster, unit: sc.LeadUnit | None, entered: Entered) -> sc.Roster:
    """The list with a lead unit as it was typed; what the form does not show stays."""
    values = entered.values
    label = sc.Label(values["name"], values["name"])
    if unit is not None and unit.label is not None and unit.label.vi == values["name"]:
        label = unit.label
    typed = attrs.evolve(
        unit or sc.LeadUnit(id=values["id"]),
        label=label,
        share=int(values["share"]),
        min_load=int(values["min_load"] or 0),
        max_load=int(values["max_load"]) if values["max_load"] else None,
        since=int(values["since"]) if values["since"] else None,
    )
    others = [one for one in roster.lead_units if one.id != typed.id]
    return attrs.evolve(roster, lead_units=[*others, typed], former_units=())


def roster_without_unit(roster: sc.Roster, unit: sc.LeadUnit) -> sc.Roster:
    """The list without a lead unit, nor anything about it; the history keeps it."""
    return attrs.evolve(
        roster,
        lead_units=[one for one in roster.lead_units if one.id != unit.id],
        bars=[bar for bar in roster.bars if bar.lead_unit_id != unit.id],
        pins={who: pinned for who, pinned in roster.pins.items() if pinned != unit.id},
        former_units=(),
    )
