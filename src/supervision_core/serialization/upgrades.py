"""Documents of earlier versions, made into documents of the next."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import date
from typing import Any, Final, TypeAlias

__all__ = ["UPGRADES", "Upgrade"]


#: Makes a document of the next version out of one; what it is given it must not change.
Upgrade: TypeAlias = Callable[[Mapping[str, Any]], dict[str, Any]]


def _lead_unit_1(given: Mapping[str, Any]) -> dict[str, Any]:
    """A lead unit of which nobody had asked whether it may lead."""
    return {**given, "schema": "supervision_core/lead_unit/2", "kind": None}


def _roster_1(given: Mapping[str, Any]) -> dict[str, Any]:
    """A roster with such lead units."""
    units = [{**unit, "kind": None} for unit in given["lead_units"]]
    return {**given, "schema": "supervision_core/roster/2", "lead_units": units}


def _working_days_1(given: Mapping[str, Any]) -> dict[str, Any]:
    """A calendar in which days may stand that say nothing: twice, outside the known time, or worked anyway."""
    first, end = given["known"]["start"], given["known"]["end"]

    def told(days: list[str]) -> list[str]:
        return sorted({day for day in days if first <= day < end})

    worked = [day for day in told(given["worked"]) if date.fromisoformat(day).isoweekday() in given["rest"]]
    schema = "supervision_core/working_days/2"
    return {**given, "schema": schema, "days_off": told(given["days_off"]), "worked": worked}


#: The upgrade from each earlier version to the next, by the schema of the earlier one.
UPGRADES: Final[dict[str, Upgrade]] = {
    "supervision_core/lead_unit/1": _lead_unit_1,
    "supervision_core/roster/1": _roster_1,
    "supervision_core/working_days/1": _working_days_1,
}
