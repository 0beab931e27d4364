"""This year against last year: differences of what was counted both times, the rest named apart."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from fractions import Fraction
from typing import final

import attrs

from supervision_core.fields import Checks, composed_map, composed_sorted
from supervision_core.mappings import IdMap
from supervision_core.periods import Period
from supervision_core.programme.tallies import CountKind, Tally, mixing_faults
from supervision_core.text import Language, composed

__all__ = ["TallyChange", "change_between"]


def _differences(values: Mapping[str, int]) -> IdMap[int]:
    return composed_map(values)


@final
@attrs.frozen(kw_only=True)
class TallyChange:
    """How counts of one kind over one population changed from one time to a later one.

    A part that was counted only once is named, not compared with 0: nobody said that there was none.
    """

    #: What is counted.
    kind: CountKind
    #: Over whom.
    population: str = attrs.field(converter=composed)
    #: The earlier time; None where it was not said.
    before: Period | None
    #: The later time; None where it was not said.
    after: Period | None
    #: What was counted both times: the later count less the earlier one, by part.
    parts: IdMap[int] = attrs.field(converter=_differences)
    #: Parts that were counted in the earlier time only, sorted.
    only_before: tuple[str, ...] = attrs.field(converter=composed_sorted)
    #: Parts that were counted in the later time only, sorted.
    only_after: tuple[str, ...] = attrs.field(converter=composed_sorted)
    #: The sum, in the earlier time, of the parts counted both times.
    total_before: int
    #: The sum, in the later time, of the parts counted both times.
    total_after: int

    def __attrs_post_init__(self) -> None:
        checks = Checks("TallyChange")
        checks.member("kind", self.kind, CountKind)
        checks.identifier("population", self.population)
        checks.optional_kind("before", self.before, Period, "a Period")
        checks.optional_kind("after", self.after, Period, "a Period")
        if checks.by_id("parts", self.parts, "a mapping from part ids to whole numbers"):
            for part, difference in self.parts.items():
                checks.whole(f"parts[{part!r}]", difference)
        checks.identifiers("only_before", self.only_before)
        checks.identifiers("only_after", self.only_after)
        checks.whole("total_before", self.total_before, at_least=0)
        checks.whole("total_after", self.total_after, at_least=0)
        checks.done()

    @property
    def difference(self) -> int:
        """The later sum less the earlier one, over the parts counted both times."""
        return self.total_after - self.total_before

    @property
    def share(self) -> Fraction | None:
        """The difference as a share of the earlier sum; None when that was 0."""
        return Fraction(self.difference, self.total_before) if self.total_before else None

    @property
    def is_like_for_like(self) -> bool:
        """Whether the same parts were counted both times."""
        return not self.only_before and not self.only_after

    def sentence(self, lang: Language) -> str:
        """The change for people."""
        kind = self.kind.label.text(lang)
        if lang == "vi":
            rest = "" if self.is_like_for_like else f" (không so sánh: {_listed(self.only_before, self.only_after)})"
            return f"Từ {self.total_before} thành {self.total_after} {kind}: {self.difference:+}{rest}."
        rest = "" if self.is_like_for_like else f" (not compared: {_listed(self.only_before, self.only_after)})"
        return f"From {self.total_before} to {self.total_after} {kind}: {self.difference:+}{rest}."


def _listed(*parts: Iterable[str]) -> str:
    return ", ".join(part for some in parts for part in some)


def change_between(earlier: Tally, later: Tally) -> TallyChange:
    """How the counts changed; kinds or populations that differ, or times in the wrong order, raise ``InvalidInput``.

    >>> from supervision_core import CountKind, Tally, change_between
    >>> last_year = Tally(kind=CountKind.OPINION, population="ward", parts={"front": 20, "women": 13})
    >>> this_year = Tally(kind=CountKind.OPINION, population="ward", parts={"front": 24, "youth": 9})
    >>> print(change_between(last_year, this_year).sentence("en"))
    From 20 to 24 opinions: +4 (not compared: women, youth).
    """
    checks = Checks("change_between")
    fine = checks.kind("earlier", earlier, Tally, "a Tally")
    fine = checks.kind("later", later, Tally, "a Tally") and fine
    checks.done()
    checks.add(mixing_faults((earlier, later)))
    if earlier.period is not None and later.period is not None and earlier.period.end > later.period.start:
        checks.fault("not_earlier", "later", later.period.start.isoformat(), f"a time from {earlier.period.end.isoformat()} on")
    checks.done()
    both = earlier.parts.keys() & later.parts.keys()
    return TallyChange(
        kind=later.kind,
        population=later.population,
        before=earlier.period,
        after=later.period,
        parts={part: later.parts[part] - earlier.parts[part] for part in both},
        only_before=earlier.parts.keys() - both,
        only_after=later.parts.keys() - both,
        total_before=sum(earlier.parts[part] for part in both),
        total_after=sum(later.parts[part] for part in both),
    )
