"""One occurrence of an obligation: a week, a month, a year in which something was to be done, and how it stands."""

from __future__ import annotations

from datetime import date
from enum import Enum
from typing import final

import attrs

from supervision_core.citations import Citation
from supervision_core.fields import Checks, composed_sorted
from supervision_core.obligations.frequencies import Counting, TimeUnit
from supervision_core.periods import Period, days_after
from supervision_core.text import Label, Language, composed, day_text, shown

__all__ = ["Basis", "Occurrence", "OccurrenceState"]


@final
class Basis(Enum):
    """What an occurrence is measured by."""

    #: What the rule asks for.
    REQUIRED = "required"
    #: What the place does by its own practice.
    PRACTISED = "practised"

    @property
    def label(self) -> Label:
        """What people read."""
        return _BASIS_LABELS[self.value]


_BASIS_LABELS = {"required": Label("theo quy định", "required"), "practised": Label("theo nề nếp của đơn vị", "practised")}


@final
class OccurrenceState(Enum):
    """How an occurrence stands as of a day."""

    #: Enough was done.
    DONE = "done"
    #: Its last day is over and too little was done.
    MISSING = "missing"
    #: Its last day is over; whether enough was done hangs on events of which too little is known.
    UNDETERMINED = "undetermined"
    #: It may be done now, and its last day is not over.
    OPEN = "open"
    #: It may not be done yet.
    UPCOMING = "upcoming"
    #: It need not be done, by decision.
    WAIVED = "waived"
    #: Its period was cut short, and by the chosen policy nothing is owed for it.
    LEFT_OUT = "left_out"

    @property
    def label(self) -> Label:
        """What people read."""
        return _STATE_LABELS[self.value]


_STATE_LABELS = {
    "done": Label("đã thực hiện", "done"),
    "missing": Label("còn thiếu", "missing"),
    "undetermined": Label("chưa rõ", "not known"),
    "open": Label("đang trong thời hạn", "open"),
    "upcoming": Label("chưa đến kỳ", "upcoming"),
    "waived": Label("được miễn", "waived"),
    "left_out": Label("kỳ không trọn, không tính", "part of a period, not counted"),
}


@final
@attrs.frozen(kw_only=True)
class Occurrence:
    """One period of an obligation: until when how much was to be done, what was done, and how that stands as of a day.

    >>> from supervision_core import compliance, regulations
    >>> from supervision_core.periods import Period
    >>> from datetime import date
    >>> july = Period.of_month(2026, 7)
    >>> report = compliance(regulations.CITIZEN_RECEPTION, [], july, as_of=date(2026, 8, 1))
    >>> [missing] = report.standings["citizen_reception"].missing
    >>> missing.sentence("en")
    'month 7/2026: missing, 0 of 2 days by 2026-07-31'
    """

    #: The code of the obligation.
    obligation: str = attrs.field(converter=composed)
    #: What it is measured by.
    basis: Basis
    #: The sort of period.
    per: TimeUnit
    #: What is counted.
    counts: Counting
    #: The period for which it is done, cut to the days on which the rule binds.
    period: Period
    #: Whether the period was cut.
    is_partial: bool
    #: The days on which it may be done, with moved deadlines.
    window: Period
    #: Its last day before any move; it belongs to the time in which this day lies.
    first_due: date
    #: How many events or days are needed; 0 when it is waived or left out.
    needed: int
    #: The events that count towards it, sorted; each counts towards no other occurrence.
    event_ids: tuple[str, ...] = attrs.field(converter=composed_sorted)
    #: How it stands.
    state: OccurrenceState
    #: Why it was waived or its deadline moved; None when it was not.
    ground: Label | None = None
    #: The rule that was in force at that time, or where the practice was reported; None where nobody did.
    citation: Citation | None = None

    def __attrs_post_init__(self) -> None:
        checks = Checks(f"Occurrence of {shown(self.obligation)}")
        checks.identifier("obligation", self.obligation)
        checks.member("basis", self.basis, Basis)
        checks.member("per", self.per, TimeUnit)
        checks.member("counts", self.counts, Counting)
        checks.kind("period", self.period, Period, "a Period")
        checks.kind("is_partial", self.is_partial, bool, "True or False")
        checks.kind("window", self.window, Period, "a Period")
        checks.day("first_due", self.first_due)
        checks.whole("needed", self.needed, at_least=0)
        checks.identifiers("event_ids", self.event_ids)
        checks.member("state", self.state, OccurrenceState)
        checks.optional_kind("ground", self.ground, Label, "a Label")
        checks.optional_kind("citation", self.citation, Citation, "a Citation")
        if checks.clean:
            self._check_state(checks)
        checks.done()

    def _check_state(self, checks: Checks) -> None:
        if (self.needed == 0) != (self.state in {OccurrenceState.WAIVED, OccurrenceState.LEFT_OUT}):
            checks.fault("contradiction", "state", self.state.name, "WAIVED or LEFT_OUT exactly where nothing is needed")
        elif self.needed and (len(self.event_ids) == self.needed) != (self.state is OccurrenceState.DONE):
            checks.fault("contradiction", "state", self.state.name, "DONE exactly where all that is needed was done")
        if len(self.event_ids) > self.needed:
            checks.fault("surplus", "event_ids", self.event_ids, f"at most {self.needed}, since no more are needed")

    @property
    def due(self) -> date:
        """The last day on which it may be done."""
        return self.window.last

    @property
    def remaining(self) -> int:
        """How many events or days are still needed."""
        return self.needed - len(self.event_ids)

    @property
    def is_pending(self) -> bool:
        """Whether it may still be done and is not."""
        return self.state in {OccurrenceState.OPEN, OccurrenceState.UPCOMING}

    @property
    def last_safe_day(self) -> date | None:
        """The last day on which the rest must begin so that it can be done in time; None where it is not pending.

        Where days are counted, each remaining one takes a day of its own.
        """
        if not self.is_pending:
            return None
        return self.due if self.counts is Counting.EVENTS else days_after(self.due, 1 - self.remaining)

    @property
    def label(self) -> Label:
        """The period for people, as in "quarter 3/2025"; by its days where it is none of the calendar's own."""
        start = self.period.start
        if self.per is TimeUnit.YEAR and self.period == Period.of_year(start.year):
            return Label(f"năm {start.year}", f"{start.year}")
        months = self.per.months
        number = None if months is None else (start.month - 1) // months + 1
        if months is not None and number is not None and self.period == _part_of_year(self.per, start.year, number):
            unit = self.per.label
            return Label(f"{unit.vi} {number}/{start.year}", f"{unit.en} {number}/{start.year}")
        first, last = ((day_text(start, lang), day_text(self.period.last, lang)) for lang in ("vi", "en"))
        return Label(f"{first[0]} – {first[1]}", f"{last[0]} – {last[1]}")

    def sentence(self, lang: Language) -> str:
        """How it stands, for people."""
        start = f"{self.label.text(lang)}: {self.state.label.text(lang)}"
        if self.needed == 0:
            return start if self.ground is None else f"{start} ({self.ground.text(lang)})"
        held, counted, due = len(self.event_ids), self.counts.label.text(lang), day_text(self.due, lang)
        if lang == "vi":
            return f"{start}, {held}/{self.needed} {counted}, hạn {due}"
        return f"{start}, {held} of {self.needed} {counted} by {due}"


def _part_of_year(per: TimeUnit, year: int, number: int) -> Period | None:
    if per is TimeUnit.MONTH:
        return Period.of_month(year, number)
    if per is TimeUnit.QUARTER:
        return Period.of_quarter(year, number)
    return Period.of_half_year(year, number) if per is TimeUnit.HALF_YEAR else None
