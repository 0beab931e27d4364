"""Counts that add like with like only, and how they changed from one time to another.

One sentence of a report may speak of turns, of persons counted each time, of opinions and of people;
these are different kinds of count, and a sum across kinds, or across two populations, means nothing.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping
from enum import Enum
from fractions import Fraction
from typing import final

import attrs

from supervision_core.values.checks import Checks, as_tuple, check_fields, composed_each, composed_map, composed_sorted
from supervision_core.values.errors import Fault, raise_for
from supervision_core.values.exact import whole_or_none, whole_or_same
from supervision_core.values.labels import Label
from supervision_core.values.mappings import IdMap, map_of_checked
from supervision_core.values.periods import Period
from supervision_core.values.text import Language, composed, shown
from supervision_core.values.wording import Names, Wording, wording

__all__ = ["CountKind", "Discrepancy", "Tally", "TallyChange", "change_between"]


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

    @property
    def adds_over_time(self) -> bool:
        """Whether two years' counts may be added: occasions may, different people or bodies may be the same ones again."""
        return self not in {CountKind.PERSON, CountKind.UNIT}


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
    headline: int = attrs.field(converter=whole_or_same)
    #: The sum of the parts as reported.
    total: int = attrs.field(converter=whole_or_same)

    def __attrs_post_init__(self) -> None:
        check_fields(self)

    @property
    def gap(self) -> int:
        """The headline less the total; negative when the parts exceed the headline."""
        return self.headline - self.total

    def sentence(self, lang: Language, names: Names | None = None) -> str:
        """The discrepancy for people."""
        return discrepancy_said(self, wording(lang, names))


_DISCREPANCY = Label(
    "Tổng nêu trong báo cáo là {headline} {kind}, cộng các phần được {total}: chênh lệch {gap}.",
    "The headline says {headline} {kind}, the parts add up to {total}: a gap of {gap}.",
)


def discrepancy_said(gap: Discrepancy, by: Wording) -> str:
    """What the headline says, what the parts make, and the difference."""
    headline, total, difference = by.number(gap.headline), by.number(gap.total), by.number(gap.gap)
    return by.say(_DISCREPANCY, headline=headline, kind=by.say(gap.kind.label), total=total, gap=difference)


def _parts(parts: Mapping[str, int]) -> IdMap[int]:
    return composed_map(parts, whole_or_same)


@final
@attrs.frozen(kw_only=True)
class Tally:
    """Counts of one kind over one population, part by part, with the headline as it was reported, if any.

    ``+`` merges two tallies of the same kind and population; counts of the same part are added. It is associative and
    commutative. The merged headline is known only when both are. Kinds, populations and periods that differ raise
    ``InvalidInput``; ``over_time`` joins periods.

    >>> from supervision_core import Tally
    >>> from supervision_core.programme import CountKind
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
    headline: int | None = attrs.field(default=None, converter=whole_or_none)
    #: The time in which it was counted; None where it was not said.
    period: Period | None = None

    def __attrs_post_init__(self) -> None:
        checks = Checks("Tally")
        checks.member("kind", self.kind, CountKind)
        checks.identifier("population", self.population)
        if checks.by_id("parts", self.parts, "a mapping from part ids to whole numbers"):
            for part, count in self.parts.items():
                checks.whole(f"parts[{shown(part)}]", count, at_least=0)
        if self.headline is not None:
            checks.whole("headline", self.headline, at_least=0)
        checks.optional_kind("period", self.period, Period, "a Period")
        checks.done()

    @classmethod
    def of(
        cls,
        parts: Iterable[str],
        *,
        kind: CountKind,
        population: str,
        among: Iterable[str] = (),
        period: Period | None = None,
    ) -> Tally:
        """How often each part is named; those of ``among`` that nobody named stand there with 0.

        >>> from supervision_core import Tally
        >>> from supervision_core.programme import CountKind
        >>> dict(Tally.of(["good", "good", "fair"], kind=CountKind.PERSON, population="ward", among=["below_fair"]).parts)
        {'below_fair': 0, 'fair': 1, 'good': 2}
        """
        named, listed = composed_each(parts), composed_each(among)
        checks = Checks("Tally.of")
        for name, values in (("parts", named), ("among", listed)):
            checks.each(name, values, str, "the id of a part")
        checks.done()
        counted = Counter(named)
        return cls(kind=kind, population=population, parts={**dict.fromkeys(listed, 0), **counted}, period=period)

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

    @property
    def shares(self) -> IdMap[Fraction]:
        """Each part's exact share of the sum of the parts; empty when that is 0."""
        return map_of_checked({part: Fraction(count, self.total) for part, count in self.parts.items()} if self.total else {})

    def percentages(self, *, places: int = 1) -> IdMap[Fraction]:
        """Each part in per cent, rounded to so many decimal places so that together they make exactly 100.

        Every part is rounded down, and those that lose most by it are rounded up until nothing is missing; of equal
        losses the part with the smaller id. Rounding each by itself gives 100.1 for the five lead units of the source.

        >>> from supervision_core import Tally
        >>> from supervision_core.programme import CountKind
        >>> parts = {"front": 212, "labour": 61, "veterans": 73, "women": 119, "youth": 62}
        >>> shares = Tally(kind=CountKind.PERSON_TURN, population="district", parts=parts).percentages()
        >>> sum(shares.values()), shares["veterans"]
        (Fraction(100, 1), Fraction(69, 5))
        """
        checks = Checks("percentages")
        checks.whole("places", places, at_least=0, at_most=10)
        checks.done()
        steps = 100 * 10**places
        exact = {part: share * steps for part, share in self.shares.items()}
        rounded = {part: int(value) for part, value in exact.items()}
        by_loss = sorted(exact, key=lambda part: (rounded[part] - exact[part], part))
        for part in by_loss[: steps - sum(rounded.values())]:
            rounded[part] += 1
        return map_of_checked({part: Fraction(value, 10**places) for part, value in rounded.items()})

    def __add__(self, other: Tally) -> Tally:
        return Tally.merged((self, other)) if isinstance(other, Tally) else NotImplemented

    @staticmethod
    def merged(tallies: Iterable[Tally]) -> Tally:
        """All tallies merged into one, in any order.

        None at all raises ``InvalidInput``, since nothing says of what kind the sum is; and so do kinds, populations and
        periods that differ, all named at once.
        """
        given = _alike("Tally.merged", tallies)
        periods = {tally.period for tally in given}
        if len(periods) > 1:
            found = " and ".join(sorted("no period" if one is None else one.start.isoformat() for one in periods))
            raise_for([Fault("periods_mixed", "Tally.period", found, "counts of one time; Tally.over_time joins times")])
        return _sum(given, given[0].period)

    @staticmethod
    def over_time(tallies: Iterable[Tally]) -> Tally:
        """Counts of times that follow each other, added up to the whole time.

        Refused are different people or bodies, since those of one year may be those of the next, counts without a
        period, periods that overlap (something would be counted twice) and periods with a gap between them.

        >>> from supervision_core import Period, Tally
        >>> from supervision_core.programme import CountKind
        >>> years = [
        ...     Tally(kind=CountKind.PERSON_TURN, population="district", parts={"front": turns}, period=Period.of_year(year))
        ...     for year, turns in ((2020, 80), (2018, 60), (2019, 72))
        ... ]
        >>> whole = Tally.over_time(years)
        >>> whole.total, whole.period.start.year, whole.period.last.year
        (212, 2018, 2020)
        """
        given = _alike("Tally.over_time", tallies)
        checks = Checks("Tally.over_time")
        if not given[0].kind.adds_over_time:
            checks.fault(
                "not_additive", "kind", given[0].kind.name, "occasions; people and bodies of two years may be the same"
            )
        periods = sorted(tally.period for tally in given if tally.period is not None)
        if len(periods) < len(given):
            checks.fault("missing", "period", None, "the period of each tally")
        for earlier, later in zip(periods, periods[1:], strict=False):
            if earlier.end != later.start:
                code = "overlap" if earlier.overlaps(later) else "gap"
                checks.fault(code, "period", later.start.isoformat(), f"a period that starts on {earlier.end.isoformat()}")
        checks.done()
        return _sum(given, Period(start=periods[0].start, end=periods[-1].end))


def _alike(place: str, tallies: Iterable[Tally]) -> tuple[Tally, ...]:
    """Tallies of one kind over one population, at least one."""
    given = as_tuple(tallies)
    checks = Checks(place)
    if checks.each("tallies", given, Tally, "a Tally") and not given:
        checks.fault("empty", "", "no tallies", "at least one Tally")
    checks.done()
    checks.add(mixing_faults(given))
    checks.done()
    return given


def mixing_faults(tallies: Iterable[Tally]) -> list[Fault]:
    """Why tallies may not be added or compared: their kinds or their populations differ."""
    given = tuple(tallies)
    kinds = sorted({tally.kind.name for tally in given})
    populations = sorted({tally.population for tally in given})
    faults = []
    if len(kinds) > 1:
        faults.append(Fault("kinds_mixed", "Tally.kind", " and ".join(kinds), "counts of one kind"))
    if len(populations) > 1:
        found = " and ".join(shown(population) for population in populations)
        faults.append(Fault("populations_mixed", "Tally.population", found, "counts over one population"))
    return faults


def _sum(tallies: tuple[Tally, ...], period: Period | None) -> Tally:
    parts: Counter[str] = Counter()
    for tally in tallies:
        parts.update(tally.parts)
    headlines = [tally.headline for tally in tallies if tally.headline is not None]
    headline = sum(headlines) if len(headlines) == len(tallies) else None
    return attrs.evolve(tallies[0], parts=dict(parts), headline=headline, period=period)


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
    total_before: int = attrs.field(converter=whole_or_same)
    #: The sum, in the later time, of the parts counted both times.
    total_after: int = attrs.field(converter=whole_or_same)

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

    def sentence(self, lang: Language, names: Names | None = None) -> str:
        """The change for people."""
        return change_said(self, wording(lang, names))


_CHANGE = Label("Từ {before} thành {after} {kind}: {difference}{rest}.", "From {before} to {after} {kind}: {difference}{rest}.")
_NOT_COMPARED = Label(" (không so sánh: {parts})", " (not compared: {parts})")


def change_said(change: TallyChange, by: Wording) -> str:
    """From how many to how many, the difference, and what was counted only once."""
    alone = by.listed((*change.only_before, *change.only_after))
    return by.say(
        _CHANGE,
        before=by.number(change.total_before),
        after=by.number(change.total_after),
        kind=by.say(change.kind.label),
        difference=by.signed(change.difference),
        rest=by.say(_NOT_COMPARED, parts=alone) if alone else "",
    )


def change_between(earlier: Tally, later: Tally) -> TallyChange:
    """How the counts changed; kinds or populations that differ, or times in the wrong order, raise ``InvalidInput``.

    >>> from supervision_core import Tally
    >>> from supervision_core.programme import CountKind, change_between
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
