"""How often something is to be done: at least so many times in each week, month, quarter, half-year, year or term."""

from __future__ import annotations

from datetime import date
from enum import Enum
from typing import final

import attrs

from supervision_core.fields import Checks
from supervision_core.text import Label

__all__ = ["Counting", "Frequency", "Partial", "TimeUnit"]


@final
class TimeUnit(Enum):
    """The period in each of which something is to be done."""

    WEEK = "week"
    MONTH = "month"
    QUARTER = "quarter"
    HALF_YEAR = "half_year"
    YEAR = "year"
    #: A term of office; its length and its first day are never guessed.
    TERM = "term"

    @property
    def label(self) -> Label:
        """What people read."""
        return _UNIT_LABELS[self.value]

    @property
    def months(self) -> int | None:
        """Its length in months; None for a week and a term."""
        return _MONTHS.get(self.value)

    @property
    def fewest_days(self) -> int:
        """The days of the shortest such period; of a term, those of one month."""
        return _FEWEST_DAYS[self.value]


_UNIT_LABELS = {
    "week": Label("tuần", "week"),
    "month": Label("tháng", "month"),
    "quarter": Label("quý", "quarter"),
    "half_year": Label("sáu tháng", "half-year"),
    "year": Label("năm", "year"),
    "term": Label("nhiệm kỳ", "term"),
}
_MONTHS = {"month": 1, "quarter": 3, "half_year": 6, "year": 12}
_FEWEST_DAYS = {"week": 7, "month": 28, "quarter": 90, "half_year": 181, "year": 365, "term": 28}


@final
class Counting(Enum):
    """What is counted: everything held, or the days on which something was held."""

    #: Each event; two on one day are two.
    EVENTS = "events"
    #: Each day with an event; two on one day are one ("at least 2 days a month").
    DAYS = "days"

    @property
    def label(self) -> Label:
        """What people read."""
        return _COUNTING_LABELS[self.value]


_COUNTING_LABELS = {"events": Label("lần", "times"), "days": Label("ngày", "days")}


@final
class Partial(Enum):
    """What is owed for a period that is cut short: the rule or the binding began or ended within it.

    No source that was read says it, so it is a choice. By default nothing is owed: nobody is said to have missed
    what no rule asks for.
    """

    #: Nothing is owed; what is done counts for nothing.
    OWES_NOTHING = "owes_nothing"
    #: The share by days, rounded up: for 15 of 30 days, one of "at least 2 days a month".
    OWES_SHARE = "owes_share"
    #: As much as for a whole period, yet never more days than are left.
    OWES_ALL = "owes_all"

    @property
    def label(self) -> Label:
        """What people read."""
        return _PARTIAL_LABELS[self.value]


_PARTIAL_LABELS = {
    "owes_nothing": Label("kỳ không trọn thì không tính", "nothing is owed for part of a period"),
    "owes_share": Label("kỳ không trọn thì tính theo số ngày", "a share by days is owed for part of a period"),
    "owes_all": Label("kỳ không trọn vẫn tính đủ", "all is owed for part of a period"),
}


_LONGEST_GRACE_MONTHS, _LONGEST_GRACE_DAYS = 24, 366


@final
@attrs.frozen(kw_only=True)
class Frequency:
    """At least ``times`` in each period, and from when to when it may be done for that period.

    It may be done from the period's first day to its last, unless ``opens_after_months`` says otherwise
    (12 for a yearly duty: only after the year; -1: already in the month before) or a time of grace follows the period.
    A term needs its length and its anchor, since no calendar knows them.

    >>> from supervision_core import Counting, Frequency, TimeUnit
    >>> Frequency(times=2, per=TimeUnit.MONTH, counts=Counting.DAYS).label.en
    'at least 2 days a month'
    >>> Frequency(times=0, per=TimeUnit.TERM)
    Traceback (most recent call last):
        ...
    supervision_core.errors.InvalidInput: Frequency.times: found 0, expected at least 1 [too_small]
    Frequency.term_months: found None, expected the length of the term in months [missing]
    Frequency.anchor: found None, expected the first day of some term [missing]
    """

    #: How often at least, from 1.
    times: int
    #: In each of which periods.
    per: TimeUnit
    #: Whether events are counted or days with events.
    counts: Counting = Counting.EVENTS
    #: The first day of some such period; None for the calendar's own (weeks from Monday).
    anchor: date | None = None
    #: The length of a term in months; None for every other period.
    term_months: int | None = None
    #: How many months after the period's first day it may first be done; negative for before it.
    opens_after_months: int = 0
    #: How many months after the period's end it may still be done.
    grace_months: int = 0
    #: How many days after that it may still be done.
    grace_days: int = 0

    def __attrs_post_init__(self) -> None:
        checks = Checks("Frequency")
        counted = checks.whole("times", self.times, at_least=1)
        unit = checks.member("per", self.per, TimeUnit)
        counted = checks.member("counts", self.counts, Counting) and counted
        checks.optional_day("anchor", self.anchor)
        checks.whole("grace_months", self.grace_months, at_least=0, at_most=_LONGEST_GRACE_MONTHS)
        checks.whole("grace_days", self.grace_days, at_least=0, at_most=_LONGEST_GRACE_DAYS)
        if unit:
            self._check_term(checks)
        if checks.clean:
            self._check_opening(checks)
        if unit and counted and self.counts is Counting.DAYS and self.times > (most := self._fewest_days):
            checks.fault("too_large", "times", self.times, f"at most {most}, the days of the shortest {self.per.value}")
        checks.done()

    def _check_term(self, checks: Checks) -> None:
        if self.per is not TimeUnit.TERM:
            if self.term_months is not None:
                checks.fault("surplus", "term_months", self.term_months, f"None, since the period is a {self.per.value}")
            return
        if self.term_months is None:
            checks.fault("missing", "term_months", None, "the length of the term in months")
        else:
            checks.whole("term_months", self.term_months, at_least=1, at_most=1200)
        if self.anchor is None:
            checks.fault("missing", "anchor", None, "the first day of some term")

    def _check_opening(self, checks: Checks) -> None:
        length = self.months
        if length is None:
            for name in ("opens_after_months", "grace_months"):
                if getattr(self, name) != 0:
                    checks.fault("surplus", name, getattr(self, name), "0, since weeks are not counted in months")
            return
        inside = checks.whole("opens_after_months", self.opens_after_months, at_least=-length, at_most=length)
        if inside and self.opens_after_months == length and not (self.grace_months or self.grace_days):
            checks.fault("empty_period", "opens_after_months", length, "a time of grace, since it opens after the period")

    @property
    def months(self) -> int | None:
        """The period's length in months; None for a week."""
        return self.term_months if self.per is TimeUnit.TERM else self.per.months

    @property
    def _fewest_days(self) -> int:
        return self.per.fewest_days * (self.term_months or 1)

    @property
    def label(self) -> Label:
        """It for people, as in "at least 2 days a month"."""
        unit, counting = self.per.label, self.counts.label
        counted = counting.en if self.times > 1 else counting.en.removesuffix("s")
        return Label(f"ít nhất {self.times} {counting.vi} mỗi {unit.vi}", f"at least {self.times} {counted} a {unit.en}")
