"""What loads cost, by the words: the distance from the shares, and the rests of the recorded years taken along."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from fractions import Fraction
from math import ceil, floor, lcm
from typing import final

from supervision_core.rotation.check.reading import Past, part_since
from supervision_core.rotation.history import History
from supervision_core.rotation.lineage import Held
from supervision_core.rotation.policy import RotationPolicy
from supervision_core.rotation.roster import LeadUnit, Roster

__all__ = ["LoadLevels"]


@final
class LoadLevels:
    """The levels ``balance`` and ``carried`` of one question, read afresh from the roster and the records."""

    def __init__(self, roster: Roster, past: Past, history: History, policy: RotationPolicy) -> None:
        self._subjects = len(roster.subjects)
        self._shares = sum(unit.share for unit in roster.lead_units)
        self._aim = {unit.id: Fraction(self._subjects * unit.share, self._shares) for unit in roster.lead_units}
        self._carries = policy.carry_rest
        self._owed = dict.fromkeys(self._aim, Fraction(0))
        self._whole = self._shares
        if not policy.carry_rest:
            return
        # Whoever joined, or came out of a split, is neither owed nor charged with what was before.
        first = {unit.id: max(unit.since or 0, part_since(history, unit.id) or 0) for unit in roster.lead_units}
        for year, column in past.items():
            self._take_along([unit for unit in roster.lead_units if year >= first[unit.id]], column)

    def _take_along(self, present: list[LeadUnit], column: Mapping[str, Held]) -> None:
        shares = sum(unit.share for unit in present)
        if shares == 0:
            return
        self._whole = lcm(self._whole, shares)
        had = dict.fromkeys((unit.id for unit in present), 0)
        # A column of thousands of subjects holds few different entries.
        for held, times in Counter(column.values()).items():
            for unit_id in (held,) if isinstance(held, str) else held:
                if unit_id in had:
                    had[unit_id] += times
        everybody = sum(had.values())
        for unit in present:
            self._owed[unit.id] += Fraction(everybody * unit.share - had[unit.id] * shares, shares)

    def balance(self, unit: str, load: int) -> int:
        """What a load costs on the level ``balance``."""
        aim = self._aim[unit]
        if not self._carries:
            return int((self._shares * (load - aim)) ** 2)
        return (self._shares * max(floor(aim) - load, 0, load - ceil(aim))) ** 2

    def carried(self, unit: str, load: int) -> int:
        """What a load costs on the level ``carried``."""
        return int((self._whole * (load - self._aim[unit] - self._owed[unit])) ** 2) if self._carries else 0
