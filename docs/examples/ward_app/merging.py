"""Two or more lead units that become one within a year, as somebody types it."""

from __future__ import annotations

import json
from collections.abc import Mapping
from datetime import date
from typing import final

import attrs

import supervision_core as sc
from ward_app.forms import a_day, is_line
from ward_app.planning import Planning


@final
@attrs.frozen(kw_only=True)
class MergerForm:
    """What stands in the form, and what is wrong with it: the key of a text by the name of a field."""

    on: str
    merging: tuple[str, ...]
    new_id: str
    new_name: str
    faults: Mapping[str, str]

    def reform(self) -> sc.rotation.Reform:
        """What became of the lead units."""
        return sc.rotation.Reform(on=date.fromisoformat(self.on), lead_units={unit: [self.new_id] for unit in self.merging})

    @property
    def looked_at(self) -> str:
        """What stands for all of it: nobody confirms something else than was shown."""
        return json.dumps([self.on, self.merging, self.new_id, self.new_name])

    def names(self) -> dict[str, sc.Label]:
        """What the new one is called."""
        return {self.new_id: sc.Label(self.new_name, self.new_name)}


def merger_form(form: Mapping[str, str], planning: Planning, today: date) -> MergerForm:
    """The form as it stands, with a day of the year to begin with."""
    on = form.get("on", (today if today.year == planning.year else date(planning.year, 7, 1)).isoformat())
    merging = tuple(unit for unit in planning.roster.lead_unit_ids if form.get(f"merging.{unit}") == "yes")
    new_id, new_name = form.get("new_id", "").strip(), form.get("new_name", "").strip()
    return MergerForm(on=on, merging=merging, new_id=new_id, new_name=new_name, faults={})


def read_merger(form: Mapping[str, str], planning: Planning) -> MergerForm:
    """What somebody typed about a merger, with all that is wrong with it."""
    entered = merger_form(form, planning, date(planning.year, 7, 1))
    day, last = a_day(entered.on), None if planning.change is None else planning.change.value.on
    faults = {name: "fault_needed" for name in ("new_id", "new_name") if not getattr(entered, name)}
    faults |= {name: "fault_line" for name in ("new_id", "new_name") if not is_line(getattr(entered, name))}
    if day is None or day.year != planning.year or day == date(planning.year, 1, 1):
        faults["on"] = "fault_day_of_year"
    elif last is not None and day <= last:
        faults["on"] = "fault_day_after_change"
    if len(entered.merging) < 2:
        faults["merging"] = "fault_two_units"
    elif entered.new_id in (*set(planning.roster.lead_unit_ids) - set(entered.merging), *planning.roster.former_units):
        faults["new_id"] = "fault_id_taken"
    return attrs.evolve(entered, faults=faults)
