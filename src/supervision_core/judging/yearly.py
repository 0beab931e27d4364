"""A year put together from its parts: months and other periods, stints, and the points of tasks."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from enum import Enum
from fractions import Fraction
from typing import final

import attrs

from supervision_core.criteria.nodes import FactDefinition, Measure, YesNo
from supervision_core.judging.assessing import read_values
from supervision_core.regulations import Regulation
from supervision_core.values.checks import Checks, as_tuple, check_fields
from supervision_core.values.errors import Fault
from supervision_core.values.exact import exact_or_same, whole_or_same
from supervision_core.values.facts import Fact, Facts
from supervision_core.values.periods import Period, months_after
from supervision_core.values.text import composed, shown

__all__ = [
    "PeriodFacts",
    "PeriodState",
    "Product",
    "Stint",
    "TaskResults",
    "Weights",
    "YearFacts",
    "roll_up",
    "task_results",
    "who_rates",
]


_LOST_EACH_TIME = Fraction(1, 4)


@final
@attrs.frozen(kw_only=True)
class Product:
    """One assigned product or task, in converted units.

    ``failed_checks`` and ``delays`` count only what has no objective cause.
    """

    #: Its size in converted units, above 0.
    units: Fraction = attrs.field(default=Fraction(1), converter=exact_or_same)
    #: Whether it was done.
    done: bool
    #: How often it failed a check of quality.
    failed_checks: int = attrs.field(default=0, converter=whole_or_same)
    #: How often it was late.
    delays: int = attrs.field(default=0, converter=whole_or_same)

    def __attrs_post_init__(self) -> None:
        checks = Checks("Product")
        if checks.number("units", self.units) and self.units <= 0:
            checks.fault("too_small", "units", str(self.units), "more than 0")
        checks.kind("done", self.done, bool, "True or False")
        checks.whole("failed_checks", self.failed_checks, at_least=0)
        checks.whole("delays", self.delays, at_least=0)
        checks.done()


@final
@attrs.frozen(kw_only=True)
class TaskResults:
    """Percentages of what was assigned; None where nothing was assigned, since nothing can be said then."""

    #: Done of assigned.
    quantity: Fraction | None
    #: Done with quality of assigned.
    quality: Fraction | None
    #: Done on time of assigned.
    progress: Fraction | None

    def __attrs_post_init__(self) -> None:
        check_fields(self)


def task_results(products: Iterable[Product]) -> TaskResults:
    """The three percentages of a month or quarter.

    Each failed check takes a quarter off a product's quality, each delay a quarter off its progress, down to nothing.

    >>> import supervision_core as sc
    >>> results = sc.judging.task_results([sc.judging.Product(done=True, failed_checks=1), sc.judging.Product(done=False)])
    >>> results.quantity, results.quality, results.progress
    (Fraction(50, 1), Fraction(75, 2), Fraction(50, 1))

    Source: Nghị định 335/2025/NĐ-CP, Article 14. What follows where nothing was assigned is not said there.
    """
    given = tuple(products)
    assigned = sum((product.units for product in given), Fraction(0))
    if not assigned:
        return TaskResults(quantity=None, quality=None, progress=None)
    done = [product for product in given if product.done]

    def percentage(parts: Iterable[Fraction]) -> Fraction:
        return 100 * sum(parts, Fraction(0)) / assigned

    return TaskResults(
        quantity=percentage(product.units for product in done),
        quality=percentage(product.units * _left(product.failed_checks) for product in done),
        progress=percentage(product.units * _left(product.delays) for product in done),
    )


def _left(times: int) -> Fraction:
    return max(Fraction(0), 1 - _LOST_EACH_TIME * times)


@final
class PeriodState(Enum):
    """Whether somebody worked in a period."""

    #: Worked; the period counts.
    WORKED = "worked"
    #: On leave for the whole period (maternity, sickness); it does not count.
    ON_LEAVE = "on_leave"
    #: Not in the post: before arrival or after leaving; it does not count.
    NOT_IN_POST = "not_in_post"


@final
class Weights(Enum):
    """How much each counted period weighs; the decree says "average" and no more."""

    #: Every counted period alike.
    EQUAL = "equal"
    #: By its days.
    BY_DAYS = "by_days"


@final
@attrs.frozen(kw_only=True)
class PeriodFacts:
    """What is known of one month, quarter or other part of the year."""

    #: The part.
    period: Period
    #: Whether it was worked.
    state: PeriodState
    #: What is known of it; empty where it was not worked.
    facts: Facts = attrs.field(factory=Facts)

    def __attrs_post_init__(self) -> None:
        checks = Checks("PeriodFacts")
        checks.kind("period", self.period, Period, "a Period")
        checks.kind("facts", self.facts, Facts, "Facts")
        if checks.member("state", self.state, PeriodState) and self.state is not PeriodState.WORKED and len(self.facts):
            checks.fault("surplus", "facts", self.facts, "no facts of a period that was not worked")
        checks.done()


@final
@attrs.frozen(kw_only=True)
class YearFacts:
    """The facts of a whole year, and what they rest on."""

    #: The facts; what some counted period leaves open stays unknown.
    facts: Facts
    #: The parts that count.
    counted: tuple[Period, ...]
    #: The parts that do not, with why.
    left_out: tuple[tuple[Period, PeriodState], ...]
    #: The days of the year that nothing was said about; while there are any, measures stay unknown.
    gaps: tuple[Period, ...]

    def __attrs_post_init__(self) -> None:
        check_fields(self)

    @property
    def can_be_rated(self) -> bool:
        """Whether any part of the year counts."""
        return bool(self.counted)


def roll_up(
    regulation: Regulation, parts: Iterable[PeriodFacts], *, year: Period, weights: Weights = Weights.EQUAL
) -> YearFacts:
    """The year's facts from its parts.

    A measure is the average over the parts worked, exact and not rounded. A yes/no fact that speaks for the person must
    hold in every part worked; one that speaks against, in any. What one part leaves unknown, and days that nothing was said
    about, leave the year unknown unless the other parts settle it.
    Parts that overlap or lie outside the year raise ``InvalidInput``, all at once.

    >>> import supervision_core as sc
    >>> from supervision_core import Period
    >>> months = [(1, 20), (2, 25)]
    >>> parts = [
    ...     sc.judging.PeriodFacts(
    ...         period=Period.of_month(2026, month),
    ...         state=sc.judging.PeriodState.WORKED,
    ...         facts=sc.Facts.of({"points.general": points}),
    ...     )
    ...     for month, points in months
    ... ]
    >>> year = Period(start=parts[0].period.start, end=parts[1].period.end)
    >>> sc.judging.roll_up(sc.regulations.ND335_CIVIL_SERVANT, parts, year=year).facts.values["points.general"]
    Fraction(45, 2)

    Source: the yearly score is the average of the monthly or quarterly ones; equal weights are a choice.
    """
    given = sorted(parts, key=lambda part: part.period)
    _check_parts(given, year)
    worked = [part for part in given if part.state is PeriodState.WORKED]
    gaps = _gaps(given, year)
    for part in worked:
        read_values(regulation, part.facts, ())
    facts = [_year_fact(definition, worked, weights, has_gaps=bool(gaps)) for definition in regulation.ladder.facts]
    return YearFacts(
        facts=Facts(facts),
        counted=tuple(part.period for part in worked),
        left_out=tuple((part.period, part.state) for part in given if part.state is not PeriodState.WORKED),
        gaps=gaps,
    )


def _check_parts(parts: Sequence[PeriodFacts], year: Period) -> None:
    checks = Checks("roll_up")
    for part in parts:
        if not part.period.within(year):
            checks.fault("outside", "parts", part.period, f"a part of {_days(year)}")
    for earlier, later in zip(parts, parts[1:], strict=False):
        if earlier.period.overlaps(later.period):
            checks.fault("overlap", "parts", later.period, f"a part that shares no day with {_days(earlier.period)}")
    checks.done()


def _days(period: Period) -> str:
    return f"{period.start.isoformat()} to {period.last.isoformat()}"


def _gaps(parts: Sequence[PeriodFacts], year: Period) -> tuple[Period, ...]:
    found = []
    start = year.start
    for part in parts:
        if start < part.period.start:
            found.append(Period(start=start, end=part.period.start))
        start = part.period.end
    if start < year.end:
        found.append(Period(start=start, end=year.end))
    return tuple(found)


def _year_fact(definition: FactDefinition, worked: Sequence[PeriodFacts], weights: Weights, *, has_gaps: bool) -> Fact:
    facts = [part.facts.get(definition.code) for part in worked]
    sources = sorted({source for fact in facts for source in fact.sources})
    value: bool | Fraction | None
    if isinstance(definition, Measure):
        value = None if has_gaps else _mean(facts, [_weight(part.period, weights) for part in worked])
    else:
        value = _joined(definition, [fact.value for fact in facts] + ([None] if has_gaps else []))
    return Fact(code=definition.code, value=value, sources=sources)


def _weight(period: Period, weights: Weights) -> int:
    return 1 if weights is Weights.EQUAL else period.days


def _mean(facts: Sequence[Fact], weights: Sequence[int]) -> Fraction | None:
    if not facts or any(fact.value is None for fact in facts):
        return None
    return sum((Fraction(fact.value or 0) * weight for fact, weight in zip(facts, weights, strict=True)), Fraction(0)) / sum(
        weights
    )


def _joined(definition: YesNo, values: Sequence[object]) -> bool | None:
    """Every part must speak for the person; one that speaks against settles it."""
    against = definition.favourable is False
    if any(value is against for value in values):
        return against
    return None if not values or None in values else not against


@final
@attrs.frozen(kw_only=True)
class Stint:
    """Somebody's time at one body."""

    #: The body.
    body_id: str = attrs.field(converter=composed)
    #: The time.
    period: Period

    def __attrs_post_init__(self) -> None:
        checks = Checks("Stint")
        checks.identifier("body_id", self.body_id)
        checks.kind("period", self.period, Period, "a Period")
        checks.done()


def who_rates(stints: Iterable[Stint], *, comment_after_months: int | None = None) -> tuple[str, tuple[str, ...]]:
    """The body that rates somebody who moved, and the earlier bodies whose word it needs, in order of time.

    The last body rates. An earlier body is heard where the person spent at least ``comment_after_months`` there; with None
    every earlier body sends its results. All stints at a body count together: those that follow on each other are one, of each
    whole months count from its first day on, and of the days left over of all of them thirty make a month.
    No stints, or stints that share a day, raise ``InvalidInput``, all at once.

    >>> from datetime import date
    >>> import supervision_core as sc
    >>> from supervision_core import Period
    >>> old = sc.judging.Stint(body_id="ward A", period=Period(start=date(2024, 1, 1), end=date(2024, 7, 1)))
    >>> new = sc.judging.Stint(body_id="ward B", period=Period(start=date(2024, 7, 1), end=date(2025, 1, 1)))
    >>> sc.judging.who_rates([old, new], comment_after_months=6)
    ('ward B', ('ward A',))

    Source: Nghị định 90/2020/NĐ-CP, Article 20: the new body rates, with the comment of the old one after 6 months or more;
    Nghị định 335/2025/NĐ-CP, Article 21: the old body sends its monthly and quarterly results.
    """
    given = as_tuple(stints)
    checks = Checks("who_rates")
    if comment_after_months is not None:
        checks.whole("comment_after_months", comment_after_months, at_least=0, at_most=_MOST_MONTHS)
    if checks.each("stints", given, Stint, "a Stint"):
        given = tuple(sorted(given, key=lambda stint: (stint.period, stint.body_id)))
        checks.add(_overlaps(given))
        if not given:
            checks.fault("empty", "stints", (), "at least one Stint")
    checks.done()
    spent: dict[str, list[Period]] = {}
    for stint in given:
        spent.setdefault(stint.body_id, []).append(stint.period)
    last = given[-1].body_id
    return last, tuple(
        body
        for body, periods in spent.items()
        if body != last and (comment_after_months is None or _months(periods) >= comment_after_months)
    )


_MOST_MONTHS = 12 * 9999
_DAYS_OF_A_MONTH = 30


def _overlaps(stints: Sequence[Stint]) -> Iterator[Fault]:
    """Each pair that shares a day; ``stints`` are sorted by their first day."""
    for place, earlier in enumerate(stints):
        for later in stints[place + 1 :]:
            if later.period.start >= earlier.period.end:
                break
            found = f"{shown(later.body_id)} from {_days(later.period)}"
            yield Fault("overlap", "who_rates.stints", found, f"no day of {shown(earlier.body_id)}, {_days(earlier.period)}")


def _months(periods: Sequence[Period]) -> int:
    """The months that some times make together, in order of time."""
    joined: list[Period] = []
    for period in periods:
        if joined and joined[-1].end == period.start:
            joined[-1] = Period(start=joined[-1].start, end=period.end)
        else:
            joined.append(period)
    months = days = 0
    for period in joined:
        start, end = period.start, period.end
        whole = (end.year - start.year) * 12 + end.month - start.month
        whole -= months_after(start, whole) > end
        months += whole
        days += (end - months_after(start, whole)).days
    return months + days // _DAYS_OF_A_MONTH
