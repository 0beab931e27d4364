"""Counts that add like with like only, and that say where a reported headline does not reconcile with its parts.

One sentence of a report may speak of turns, of persons counted each time, of opinions and of people;
these are different kinds of count, and a sum across kinds, or across two populations, means nothing.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from enum import Enum
from typing import final

import attrs

from supervision_core.errors import Fault, InvalidInput
from supervision_core.fields import Checks
from supervision_core.mappings import IdMap
from supervision_core.text import Label, Language, composed, shown

__all__ = ["CountKind", "Discrepancy", "Tally"]


@final
class CountKind(Enum):
    """What is counted."""

    #: Occasions of supervision.
    TURN = "turn"
    #: Persons, each counted on every occasion.
    PERSON_TURN = "person_turn"
    #: Opinions or comments given.
    OPINION = "opinion"
    #: Different people.
    PERSON = "person"
    #: Different organisations.
    UNIT = "unit"
    #: Events held: meetings, dialogues, postings.
    EVENT = "event"

    @property
    def label(self) -> Label:
        """What people read."""
        return _KIND_LABELS[self.value]


_KIND_LABELS = {
    "turn": Label("lượt", "turns"),
    "person_turn": Label("lượt người", "person-turns"),
    "opinion": Label("ý kiến", "opinions"),
    "person": Label("người", "people"),
    "unit": Label("đơn vị", "units"),
    "event": Label("cuộc", "events"),
}


@final
@attrs.frozen(kw_only=True)
class Discrepancy:
    """A reported headline that differs from the sum of its reported parts. It is stated, not repaired."""

    #: What is counted.
    kind: CountKind
    #: The headline as reported.
    headline: int
    #: The sum of the parts as reported.
    total: int

    @property
    def gap(self) -> int:
        """The headline less the total; negative when the parts exceed the headline."""
        return self.headline - self.total

    def sentence(self, lang: Language) -> str:
        """The discrepancy for people."""
        kind = self.kind.label.text(lang)
        if lang == "vi":
            return f"Tổng nêu trong báo cáo là {self.headline} {kind}, cộng các phần được {self.total}: chênh lệch {self.gap}."
        return f"The headline says {self.headline} {kind}, the parts add up to {self.total}: a gap of {self.gap}."


def _parts(parts: Mapping[str, int]) -> IdMap[int]:
    """The parts in composed Unicode; where two ids become equal they stay as given, for the checks to name."""
    if isinstance(parts, Mapping) and not isinstance(parts, IdMap) and all(isinstance(key, str) for key in parts):
        made = {composed(key): value for key, value in parts.items()}
        if len(made) == len(parts):
            return IdMap(made)
    return parts  # type: ignore[return-value]  # an IdMap, or the checks say that it is none


@final
@attrs.frozen(kw_only=True)
class Tally:
    """Counts of one kind over one population, part by part, with the headline as it was reported, if any.

    ``+`` merges two tallies of the same kind and population; counts of the same part are added. It is associative and
    commutative. The merged headline is known only when both are. Kinds and populations that differ raise ``InvalidInput``.

    >>> from supervision_core import Tally
    >>> from supervision_core.programme.tallies import CountKind
    >>> by_tier = {"district": 59, "wards": 245, "groups": 226}
    >>> opinions = Tally(kind=CountKind.OPINION, population="Long Biên", parts=by_tier, headline=1054)
    >>> opinions.total, opinions.discrepancy.gap
    (530, 524)
    """

    #: What is counted.
    kind: CountKind
    #: Over whom; counts over different populations are never added.
    population: str = attrs.field(converter=composed)
    #: The counts by part, each a whole number from 0.
    parts: IdMap[int] = attrs.field(converter=_parts)
    #: The sum as it was reported; None where none was.
    headline: int | None = None

    def __attrs_post_init__(self) -> None:
        checks = Checks("Tally")
        checks.member("kind", self.kind, CountKind)
        checks.identifier("population", self.population)
        if checks.kind("parts", self.parts, IdMap, "a mapping from part ids to whole numbers, each part once"):
            for part, count in self.parts.items():
                checks.identifier("parts", part)
                checks.whole(f"parts[{shown(part)}]", count, at_least=0)
        if self.headline is not None:
            checks.whole("headline", self.headline, at_least=0)
        checks.done()

    @property
    def total(self) -> int:
        """The sum of the parts."""
        return sum(self.parts.values())

    @property
    def discrepancy(self) -> Discrepancy | None:
        """The reported headline against the sum of the parts, where they differ."""
        if self.headline is None or self.headline == self.total:
            return None
        return Discrepancy(kind=self.kind, headline=self.headline, total=self.total)

    def __add__(self, other: Tally) -> Tally:
        if not isinstance(other, Tally):
            return NotImplemented
        faults = []
        if self.kind is not other.kind:
            faults.append(Fault("kinds_mixed", "Tally.kind", f"{self.kind.name} and {other.kind.name}", "counts of one kind"))
        if self.population != other.population:
            found = f"{shown(self.population)} and {shown(other.population)}"
            faults.append(Fault("populations_mixed", "Tally.population", found, "counts over one population"))
        if faults:
            raise InvalidInput(faults)
        parts = {part: self.parts.get(part, 0) + other.parts.get(part, 0) for part in self.parts.keys() | other.parts.keys()}
        headline = None if self.headline is None or other.headline is None else self.headline + other.headline
        return attrs.evolve(self, parts=parts, headline=headline)

    @staticmethod
    def merged(tallies: Iterable[Tally]) -> Tally:
        """All tallies merged into one; none at all raises ``InvalidInput``, since nothing says of what kind the sum is."""
        found: Tally | None = None
        for tally in tallies:
            found = tally if found is None else found + tally
        if found is None:
            raise InvalidInput((Fault("empty", "Tally.merged", "no tallies", "at least one Tally"),))
        return found
