"""A periodic obligation as data: how often it is due, from when to when, and what was done or decided about it."""

from __future__ import annotations

from datetime import date
from enum import Enum
from typing import final

import attrs

from supervision_core.values.checks import Checks, check_arguments, composed_sorted
from supervision_core.values.citations import Citation
from supervision_core.values.exact import whole_or_none, whole_or_same
from supervision_core.values.labels import Label
from supervision_core.values.periods import Period
from supervision_core.values.text import composed, shown

__all__ = ["Counting", "Event", "Frequency", "MovedDeadline", "Obligation", "Partial", "Right", "TimeUnit", "Waiver"]


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
_COUNTING_ONE = {"events": Label("lần", "time"), "days": Label("ngày", "day")}


def counting_label(counting: Counting, needed: int) -> Label:
    """What is counted, behind so many as are needed."""
    return _COUNTING_ONE[counting.value] if needed == 1 else counting.label


@final
class Partial(Enum):
    """What is owed for a period that is cut short: the rule or the binding began or ended within it.

    No source that was read says it, so it is a choice. By default nothing is owed: nobody is said to have missed
    what no rule asks for. A rule that ends leaves its own time of grace, counted from its end, and no more; where that is
    over before it may be done at all, nothing is owed for the period, whatever is chosen. Where days are counted, never
    more of them are owed than there are days on which it may surely be done.
    """

    #: Nothing is owed; what is done counts for nothing.
    OWES_NOTHING = "owes_nothing"
    #: The share by days, rounded up: for 15 of 30 days, one of "at least 2 days a month".
    OWES_SHARE = "owes_share"
    #: As much as for a whole period.
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
_MOST_TIMES = 100_000
_LONGEST_NOTICE = 3_660


@final
@attrs.frozen(kw_only=True)
class Frequency:
    """At least ``times`` in each period, and from when to when it may be done for that period.

    It may be done from the period's first day to its last, unless ``opens_after_months`` says otherwise
    (12 for a yearly duty: only after the year; -1: already in the month before) or a time of grace follows the period.
    A term needs its length and its anchor, since no calendar knows them. Months are counted from the anchor (or from the
    first of the month), so that a 31st comes back after a shorter month.

    >>> from supervision_core.obligations import Counting, Frequency, TimeUnit
    >>> Frequency(times=2, per=TimeUnit.MONTH, counts=Counting.DAYS).label.en
    'at least 2 days a month'
    >>> Frequency(times=0, per=TimeUnit.TERM)
    Traceback (most recent call last):
        ...
    supervision_core.values.errors.InvalidInput: Frequency.times: found 0, expected at least 1 [too_small]
    Frequency.term_months: found None, expected the length of the term in months [missing]
    Frequency.anchor: found None, expected the first day of some term [missing]
    """

    #: How often at least, from 1.
    times: int = attrs.field(converter=whole_or_same)
    #: In each of which periods.
    per: TimeUnit
    #: Whether events are counted or days with events.
    counts: Counting = Counting.EVENTS
    #: The first day of some such period; None for the calendar's own (weeks from Monday).
    anchor: date | None = None
    #: The length of a term in months; None for every other period.
    term_months: int | None = attrs.field(default=None, converter=whole_or_none)
    #: How many months after the period's first day it may first be done; negative for before it.
    opens_after_months: int = attrs.field(default=0, converter=whole_or_same)
    #: How many months after the period's end it may still be done.
    grace_months: int = attrs.field(default=0, converter=whole_or_same)
    #: How many days after that it may still be done.
    grace_days: int = attrs.field(default=0, converter=whole_or_same)
    #: How many working days after that it may still be done; which days these are only the calendar says.
    grace_working_days: int = attrs.field(default=0, converter=whole_or_same)
    #: Whether a last day that is not worked gives way to the next working day; which days these are only the calendar says.
    rolls: bool = False

    def __attrs_post_init__(self) -> None:
        checks = Checks("Frequency")
        counted = checks.whole("times", self.times, at_least=1, at_most=_MOST_TIMES)
        unit = checks.member("per", self.per, TimeUnit)
        counted = checks.member("counts", self.counts, Counting) and counted
        checks.optional_day("anchor", self.anchor)
        checks.whole("grace_months", self.grace_months, at_least=0, at_most=_LONGEST_GRACE_MONTHS)
        checks.whole("grace_days", self.grace_days, at_least=0, at_most=_LONGEST_GRACE_DAYS)
        checks.whole("grace_working_days", self.grace_working_days, at_least=0, at_most=_LONGEST_GRACE_DAYS)
        checks.kind("rolls", self.rolls, bool, "True or False")
        if unit:
            self._check_term(checks)
        if checks.clean:
            self._check_opening(checks)
        termed = self.term_months is None or isinstance(self.term_months, int)
        if unit and counted and termed and self.counts is Counting.DAYS and self.times > (most := self._fewest_days):
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
        has_grace = self.grace_months or self.grace_days or self.grace_working_days
        if inside and self.opens_after_months == length and not has_grace:
            checks.fault("empty_period", "opens_after_months", length, "a time of grace, since it opens after the period")

    @property
    def months(self) -> int | None:
        """The period's length in months; None for a week."""
        return self.term_months if self.per is TimeUnit.TERM else self.per.months

    @property
    def needs_calendar(self) -> bool:
        """Whether only a calendar of working days says until when it may be done."""
        return self.rolls or self.grace_working_days > 0

    @property
    def _fewest_days(self) -> int:
        return self.per.fewest_days * (self.term_months or 1)

    @property
    def label(self) -> Label:
        """It for people, as in "at least 2 days a month"."""
        unit, counting = self.per.label, self.counts.label
        counted = counting.en if self.times > 1 else counting.en.removesuffix("s")
        return Label(f"ít nhất {self.times} {counting.vi} mỗi {unit.vi}", f"at least {self.times} {counted} a {unit.en}")


@final
class Right(Enum):
    """The six rights of the motto: the people know, discuss, do, check, supervise, benefit."""

    KNOW = "know"
    DISCUSS = "discuss"
    DO = "do"
    CHECK = "check"
    SUPERVISE = "supervise"
    BENEFIT = "benefit"

    @property
    def label(self) -> Label:
        """What people read."""
        return _RIGHT_LABELS[self.value]


_RIGHT_LABELS = {
    "know": Label("dân biết", "the people know"),
    "discuss": Label("dân bàn", "the people discuss"),
    "do": Label("dân làm", "the people do"),
    "check": Label("dân kiểm tra", "the people check"),
    "supervise": Label("dân giám sát", "the people supervise"),
    "benefit": Label("dân thụ hưởng", "the people benefit"),
}


@final
@attrs.frozen(kw_only=True)
class Obligation:
    """Something to be done again and again, with the rule that asks for it.

    What the rule requires and what a place practises are two things, and each is looked at by itself: a ward that holds
    monthly what the law asks for yearly has not broken the law in the month in which it did not.
    Where nobody could read how often the rule asks for it, ``required`` is None: then it is unknown whether it was kept.
    When the rule changes, there are several with the same code, one for each time in force.

    >>> from datetime import date
    >>> from supervision_core import Label, Obligation
    >>> from supervision_core.obligations import Frequency, Right, TimeUnit
    >>> from supervision_core.values import Citation, Instrument, InstrumentKind, Verification
    >>> law = Instrument(kind=InstrumentKind.LAW, number="10/2022/QH15", title=Label("Dân chủ ở cơ sở", "Grassroots democracy"))
    >>> conference = Obligation(
    ...     code="people_conference", label=Label("Hội nghị nhân dân", "People's conference"), right=Right.DISCUSS,
    ...     required=Frequency(times=1, per=TimeUnit.YEAR), practised=Frequency(times=1, per=TimeUnit.MONTH),
    ...     citation=Citation(instrument=law, article="33", verification=Verification.VERIFIED),
    ...     in_force_from=date(2023, 7, 1),
    ... )
    >>> conference.binds(date(2022, 12, 31))
    False
    """

    #: Its code, the same over all changes of the rule.
    code: str = attrs.field(converter=composed)
    #: What is to be done, for people.
    label: Label
    #: How often the rule asks for it; None where that could not be read.
    required: Frequency | None
    #: How often the place does it, beyond the rule or without one; None where nothing was said.
    practised: Frequency | None = None
    #: Which of the people's six rights it serves; None for a duty within the office.
    right: Right | None
    #: Where the rule stands; None where no rule was read.
    citation: Citation | None
    #: Where the practice was reported; None where nobody did.
    practice_citation: Citation | None = None
    #: The first day on which the rule is in force; None where it has none (a practice).
    in_force_from: date | None = None
    #: The first day on which the rule is no longer in force; None while it is.
    in_force_until: date | None = None
    #: Whether only what was done by the office holder counts, and nothing done by a deputy.
    no_deputy: bool = False
    #: How many days before the event it has to be announced; None where nothing is asked.
    notice_days: int | None = attrs.field(default=None, converter=whole_or_none)

    def __attrs_post_init__(self) -> None:
        checks = Checks(f"Obligation {shown(self.code)}")
        checks.identifier("code", self.code)
        checks.kind("label", self.label, Label, "a Label")
        checks.optional_kind("required", self.required, Frequency, "a Frequency")
        checks.optional_kind("practised", self.practised, Frequency, "a Frequency")
        if self.right is not None:
            checks.member("right", self.right, Right)
        checks.optional_kind("citation", self.citation, Citation, "a Citation")
        checks.optional_kind("practice_citation", self.practice_citation, Citation, "a Citation")
        if self.required is not None and self.citation is None:
            checks.fault("missing", "citation", None, "a Citation, since something is required")
        if self.practised is None and self.practice_citation is not None:
            checks.fault("surplus", "practice_citation", self.practice_citation, "None, since nothing is practised")
        dated = checks.optional_day("in_force_from", self.in_force_from)
        dated = checks.optional_day("in_force_until", self.in_force_until) and dated
        if dated and self.in_force_until is not None and self.in_force_until <= (self.in_force_from or date.min):
            checks.fault("empty_period", "in_force_until", self.in_force_until, "a day after in_force_from")
        checks.kind("no_deputy", self.no_deputy, bool, "True or False")
        if self.notice_days is not None:
            checks.whole("notice_days", self.notice_days, at_least=0, at_most=_LONGEST_NOTICE)
        checks.done()

    def binds(self, day: date) -> bool:
        """Whether the rule is in force on a day."""
        if type(day) is not date:
            check_arguments(Obligation.binds, day=day)
        return (self.in_force_from or date.min) <= day and (self.in_force_until is None or day < self.in_force_until)

    def with_unread_past(self) -> tuple[Obligation, Obligation]:
        """The time before the rule, of which it is not known how often was asked, and the rule."""
        past = attrs.evolve(
            self,
            required=None,
            citation=None,
            no_deputy=False,
            notice_days=None,
            in_force_from=None,
            in_force_until=self.in_force_from,
        )
        return past, self

    def with_practice(self, practised: Frequency, citation: Citation | None = None) -> Obligation:
        """The same obligation of a place that does it so often; what the rule requires stays as it is."""
        check_arguments(Obligation.with_practice, practised=practised, citation=citation)
        return attrs.evolve(self, practised=practised, practice_citation=citation)


def fact_codes(obligation: str) -> tuple[str, str, str, str]:
    """The codes of the facts that ``compliance`` supplies: requirement met, missed, practice kept up, done late.

    >>> from supervision_core.obligations.model import fact_codes
    >>> fact_codes("dialogue")[:2]
    ('obligation.dialogue.met', 'obligation.dialogue.missing')
    >>> fact_codes("dialogue")[2:]
    ('obligation.dialogue.practice_met', 'obligation.dialogue.late')
    """
    start = f"obligation.{obligation}"
    return f"{start}.met", f"{start}.missing", f"{start}.practice_met", f"{start}.late"


@final
@attrs.frozen(kw_only=True)
class Event:
    """Something that was done towards one obligation, on one day.

    It counts towards one occurrence of that obligation and no other. A meeting that was held for two obligations is
    recorded under one of them, unless somebody competent decides that it counts for both and records it under each.

    >>> from datetime import date
    >>> from supervision_core import Event
    >>> Event(id="tcd-01", obligation="citizen_reception", on=date(2026, 7, 6), by_office_holder=True).on.day
    6
    """

    #: Its id.
    id: str = attrs.field(converter=composed)
    #: The code of the obligation.
    obligation: str = attrs.field(converter=composed)
    #: The day.
    on: date
    #: Whether the office holder did it and no deputy; None where nobody said. Asked for only where no deputy counts.
    by_office_holder: bool | None = None
    #: The day on which it was announced; None where that is not known.
    announced_on: date | None = None
    #: Ids of the evidence for it (minutes, photographs), sorted.
    sources: tuple[str, ...] = attrs.field(default=(), converter=composed_sorted)

    def __attrs_post_init__(self) -> None:
        checks = Checks(f"Event {shown(self.id)}")
        checks.identifier("id", self.id)
        checks.identifier("obligation", self.obligation)
        dated = checks.day("on", self.on)
        checks.optional_kind("by_office_holder", self.by_office_holder, bool, "True or False")
        dated = checks.optional_day("announced_on", self.announced_on) and dated
        if dated and self.announced_on is not None and self.announced_on > self.on:
            checks.fault("not_earlier", "announced_on", self.announced_on, f"no day after {self.on.isoformat()}")
        checks.identifiers("sources", self.sources)
        checks.done()


@final
@attrs.frozen(kw_only=True)
class Waiver:
    """A decision that an obligation need not be met for some time, with its ground.

    It waives every occurrence whose period lies wholly in that time; one that is touched only in part is still owed, and
    one for which nothing is owed anyway stays left out.

    >>> from supervision_core import Label
    >>> from supervision_core.obligations import Waiver
    >>> from supervision_core import Period
    >>> Waiver(obligation="citizen_reception", period=Period.of_month(2026, 9), ground=None)
    Traceback (most recent call last):
        ...
    supervision_core.values.errors.InvalidInput: Waiver 'citizen_reception'.ground: found None, expected the ground, ...
    """

    #: The code of the obligation.
    obligation: str = attrs.field(converter=composed)
    #: The time.
    period: Period
    #: Why, and by whose decision.
    ground: Label

    def __attrs_post_init__(self) -> None:
        checks = Checks(f"Waiver {shown(self.obligation)}")
        checks.identifier("obligation", self.obligation)
        checks.kind("period", self.period, Period, "a Period")
        _check_ground(checks, self.ground)
        checks.done()


@final
@attrs.frozen(kw_only=True)
class MovedDeadline:
    """A decision that what is required for one period may be done until another day, later or earlier, with its ground.

    >>> from datetime import date
    >>> from supervision_core import Label
    >>> from supervision_core.obligations import MovedDeadline
    >>> flood = Label("Lũ lụt, theo thông báo của thành phố", "Floods, by the city's notice")
    >>> moved = MovedDeadline(obligation="dialogue", occurrence=date(2025, 12, 1), until=date(2026, 1, 31), ground=flood)
    """

    #: The code of the obligation.
    obligation: str = attrs.field(converter=composed)
    #: Any day of the period that is meant.
    occurrence: date
    #: The new last day, inclusive.
    until: date
    #: Why, and by whose decision.
    ground: Label

    def __attrs_post_init__(self) -> None:
        checks = Checks(f"MovedDeadline {shown(self.obligation)}")
        checks.identifier("obligation", self.obligation)
        checks.day("occurrence", self.occurrence)
        if checks.day("until", self.until) and self.until == date.max:
            checks.fault("too_large", "until", self.until, "a day before the calendar's last")
        _check_ground(checks, self.ground)
        checks.done()


def _check_ground(checks: Checks, ground: object) -> None:
    if ground is None:
        checks.fault("missing", "ground", None, "the ground, as a Label")
    else:
        checks.kind("ground", ground, Label, "a Label")
