"""As many subjects at lead units as fit, by augmenting chains over kinds of subjects; nothing here is the planner's."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TypeAlias, final

__all__ = ["Kind", "Placement"]


#: The lead units that a kind of subject may go to.
Kind: TypeAlias = frozenset[str]


@final
class Placement:
    """As many subjects at lead units as the caps allow; what can be reached from those left over, and from the room left."""

    def __init__(self, open_units: Mapping[str, Kind], caps: Mapping[str, int]) -> None:
        self._caps = caps
        self._members: dict[Kind, list[str]] = {}
        for subject, kind in open_units.items():
            self._members.setdefault(kind, []).append(subject)
        self._left = {kind: len(subjects) for kind, subjects in self._members.items()}
        self._placed: dict[str, dict[Kind, int]] = {unit: {} for unit in caps}
        self._loads = dict.fromkeys(caps, 0)
        for kind in self._members:
            while self._left[kind] and (chain := self._augmenting(kind)):
                self._left[kind] -= self._advance(chain, self._left[kind])
        self._kinds, self.units_from_left_over = self._from_left_over()

    def count_left_over(self) -> int:
        """How many are left over."""
        return sum(self._left.values())

    def unplaced(self) -> list[str]:
        """Everyone who is left over, and everyone who could be left over in their stead, sorted."""
        return sorted(subject for kind in self._kinds for subject in self._members[kind])

    def _from_left_over(self) -> tuple[set[Kind], set[str]]:
        units: set[str] = set()
        kinds = {kind for kind, left in self._left.items() if left}
        waiting = list(kinds)
        while waiting:
            for unit in waiting.pop() - units:
                units.add(unit)
                new = self._placed[unit].keys() - kinds
                kinds |= new
                waiting.extend(new)
        return kinds, units

    def has_room(self) -> bool:
        """Whether some lead unit could take more."""
        return any(self._room(unit) for unit in self._caps)

    def short_of_their_caps(self) -> list[str]:
        """The lead units with room, and those from which a subject could go on to such a one, sorted."""
        units = {unit for unit in self._caps if self._room(unit)}
        while True:
            may_go = {kind for kind in self._members if kind & units}
            wider = units | {unit for unit, here in self._placed.items() if here.keys() & may_go}
            if wider == units:
                return sorted(units)
            units = wider

    def _room(self, unit: str) -> int:
        return self._caps[unit] - self._loads[unit]

    def _augmenting(self, start: Kind) -> list[tuple[Kind, str]] | None:
        """A shortest chain: a kind of subject goes to a lead unit, one that is there goes on to the next, the last has room."""
        came_from: dict[str, tuple[Kind, str | None]] = dict.fromkeys(sorted(start), (start, None))
        frontier = sorted(start)
        unseen = self._caps.keys() - start
        while frontier:
            following: list[str] = []
            for unit in frontier:
                if self._room(unit):
                    chain = []
                    at: str | None = unit
                    while at is not None:
                        mover, before = came_from[at]
                        chain.append((mover, at))
                        at = before
                    return chain[::-1]
                for kind in self._placed[unit] if unseen else ():
                    for other in sorted(kind & unseen):
                        came_from[other] = kind, unit
                        following.append(other)
                        unseen.discard(other)
            frontier = following
        return None

    def _advance(self, chain: list[tuple[Kind, str]], left: int) -> int:
        amount = min(left, self._room(chain[-1][1]))
        for (_, unit), (mover, _) in zip(chain, chain[1:], strict=False):
            amount = min(amount, self._placed[unit][mover])
        before: str | None = None
        for mover, unit in chain:
            if before is not None:
                self._placed[before][mover] -= amount
                if not self._placed[before][mover]:
                    del self._placed[before][mover]
            self._placed[unit][mover] = self._placed[unit].get(mover, 0) + amount
            before = unit
        self._loads[chain[-1][1]] += amount
        return amount
