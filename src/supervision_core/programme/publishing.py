"""Counts for the public: small ones are kept back, and so is what would give them away."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping
from typing import final

import attrs

from supervision_core.programme.tallies import CountKind, Tally
from supervision_core.values.checks import Checks, composed_map
from supervision_core.values.exact import whole_or_none, whole_or_same
from supervision_core.values.labels import Label
from supervision_core.values.mappings import IdMap
from supervision_core.values.periods import Period
from supervision_core.values.text import composed, shown

__all__ = ["PublishedTally"]


#: What stands where a count is kept back.
KEPT_BACK = Label("không công bố", "kept back")
#: Below 3 the only small count would be 1, and keeping it back would say so.
LEAST_THRESHOLD = 3


def _parts(parts: Mapping[str, int | None]) -> IdMap[int | None]:
    return composed_map(parts, whole_or_none)


@final
@attrs.frozen(kw_only=True)
class PublishedTally:
    """A tally as the public may see it; a count that is kept back is None."""

    #: What is counted.
    kind: CountKind
    #: Over whom.
    population: str = attrs.field(converter=composed)
    #: The counts by part; None where one is kept back.
    parts: IdMap[int | None] = attrs.field(converter=_parts)
    #: The sum of all parts, those kept back among them; None where it would give one away.
    total: int | None = attrs.field(converter=whole_or_none)
    #: The sum as it was reported; None where none was, or where it, its gap to the total, or the total gives one away.
    headline: int | None = attrs.field(converter=whole_or_none)
    #: The time in which it was counted; None where it was not said.
    period: Period | None = None
    #: Counts from 1 to less than this are kept back.
    at_least: int = attrs.field(converter=whole_or_same)
    #: How many earlier publications of the same counts the protection takes along; with 0 it covers this one alone.
    earlier: int = attrs.field(default=0, converter=whole_or_same)

    def __attrs_post_init__(self) -> None:
        checks = Checks("PublishedTally")
        checks.member("kind", self.kind, CountKind)
        checks.identifier("population", self.population)
        bound = checks.whole("at_least", self.at_least, at_least=LEAST_THRESHOLD)
        if checks.by_id("parts", self.parts, "a mapping from part ids to whole numbers or None"):
            for part, count in self.parts.items():
                name = f"parts[{shown(part)}]"
                if count is not None and checks.whole(name, count, at_least=0) and bound and 0 < count < self.at_least:
                    checks.fault("too_small", name, count, f"0, or at least {self.at_least}, or None")
        for name in ("total", "headline"):
            if getattr(self, name) is not None:
                checks.whole(name, getattr(self, name), at_least=0)
        checks.optional_kind("period", self.period, Period, "a Period")
        checks.whole("earlier", self.earlier, at_least=0)
        checks.done()

    @property
    def kept_back(self) -> tuple[str, ...]:
        """The parts whose counts are kept back."""
        return tuple(part for part, count in self.parts.items() if count is None)


def published_tally(tally: Tally, at_least: int, earlier: Iterable[PublishedTally] = ()) -> PublishedTally:
    """The tally for the public, together with what was published of the same counts before."""
    same = [one for one in earlier if (one.kind, one.population) == (tally.kind, tally.population)]
    if same:
        hidden, hides_total = _cut_beside(tally, at_least, same)
    else:
        largest, hides_total = cut_for_publishing(tally.parts.values(), at_least)
        hidden = frozenset(part for part, count in tally.parts.items() if 0 < count <= largest)
    total = None if hides_total or is_small(tally.total, at_least) else tally.total
    return PublishedTally(
        kind=tally.kind,
        population=tally.population,
        parts={part: None if part in hidden else count for part, count in tally.parts.items()},
        total=total,
        headline=None if total is None or betrays(tally.headline, total, at_least) else tally.headline,
        period=tally.period,
        at_least=at_least,
        earlier=len(same),
    )


def is_small(count: int, at_least: int) -> bool:
    """Whether a count, or a difference of counts, is too small to be shown."""
    return 0 < abs(count) < at_least


def betrays(headline: int | None, total: int, at_least: int) -> bool:
    """Whether a headline is a small count, or beside its total says one: so many stand in no part, or in two."""
    return headline is not None and (is_small(headline, at_least) or is_small(headline - total, at_least))


def _cut_beside(tally: Tally, at_least: int, same: Iterable[PublishedTally]) -> tuple[frozenset[str], bool]:
    """Which parts are kept back, and whether the sum is: what was kept back once stays so, and nothing shown once helps."""
    before = {part for one in same for part in one.kept_back}
    hidden = frozenset(part for part, count in tally.parts.items() if 0 < count < at_least or part in before)
    counts = [tally.parts[part] for part in hidden if tally.parts[part]]
    return hidden, bool(hidden) and (any(one.total is None for one in same) or not counts or _gives_away(counts, at_least))


def cut_for_publishing(parts: Iterable[int], at_least: int) -> tuple[int, bool]:
    """Up to which count the parts of a sum are kept back (0: none are), and whether the sum is too."""
    counts = sorted(count for count in parts if count)
    hidden = [count for count in counts if count < at_least]
    while hidden and len(hidden) < len(counts) and _gives_away(hidden, at_least):
        # All that are as small as the next one: to choose among equals would show which of the others is larger.
        hidden = [count for count in counts if count <= counts[len(hidden)]]
    return (hidden[-1] if hidden else 0), bool(hidden) and _gives_away(hidden, at_least)


def _gives_away(counts: Collection[int], at_least: int) -> bool:
    """Whether what is kept back could be worked out from its sum: one count alone, or all as small or as large as can be."""
    return len(counts) == 1 or set(counts) in ({1}, {at_least - 1})
