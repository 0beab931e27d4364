"""What loads cost, by the words: the distance from the shares, and the rests of the recorded years taken along."""

from __future__ import annotations

from collections.abc import Mapping
from math import lcm
from typing import final

from supervision_core.rotation.check.reading import Entries, parts_since
from supervision_core.rotation.history import History
from supervision_core.rotation.lineage import Held
from supervision_core.rotation.policy import RotationPolicy
from supervision_core.rotation.roster import LeadUnit, Roster

__all__ = ["LoadLevels"]


@final
class LoadLevels:
    """The levels ``balance`` and ``carried`` of one question, read afresh from the roster and the records.

    All shares of all years are counted in parts of one whole, so that nothing but whole numbers is added up.
    """

    def __init__(self, roster: Roster, entries: Entries, history: History, policy: RotationPolicy) -> None:
        self._shares = sum(unit.share for unit in roster.lead_units)
        #: What each lead unit should have, in parts of the sum of the shares.
        self._aim = {unit.id: len(roster.subjects) * unit.share for unit in roster.lead_units}
        self._carries = policy.carry_rest
        if not policy.carry_rest:
            return
        # Whoever joined, or came out of a split, is neither owed nor charged with what was before.
        parts = parts_since(history, self._aim)
        first = {unit.id: max(unit.since or 0, parts.get(unit.id, 0)) for unit in roster.lead_units}
        years = [
            _rests([unit for unit in roster.lead_units if year >= first[unit.id]], counted) for year, counted in entries.items()
        ]
        self._whole = lcm(self._shares, *(shares for shares, _ in years if shares))
        # What each should have with what it is owed.
        self._due = {unit: aim * (self._whole // self._shares) for unit, aim in self._aim.items()}
        for shares, rests in years:
            for unit, rest in rests.items():
                self._due[unit] += rest * (self._whole // shares)

    def balance(self, unit: str, load: int) -> int:
        """What a load costs on the level ``balance``."""
        aim, shares = self._aim[unit], self._shares
        if not self._carries:
            return (shares * load - aim) ** 2
        return (shares * max(aim // shares - load, 0, load + (-aim) // shares)) ** 2

    def carried(self, unit: str, load: int) -> int:
        """What a load costs on the level ``carried``."""
        return (self._whole * load - self._due[unit]) ** 2 if self._carries else 0


def _rests(present: list[LeadUnit], counted: Mapping[Held, int]) -> tuple[int, dict[str, int]]:
    """The sum of the shares of a year, and what each lead unit had too little of it, in parts of that sum."""
    shares = sum(unit.share for unit in present)
    if shares == 0:
        return 0, {}
    had = dict.fromkeys((unit.id for unit in present), 0)
    for held, times in counted.items():
        for unit_id in (held,) if isinstance(held, str) else held:
            if unit_id in had:
                had[unit_id] += times
    everybody = sum(had.values())
    return shares, {unit.id: everybody * unit.share - had[unit.id] * shares for unit in present}
