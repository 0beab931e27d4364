"""How one occurrence, and one obligation with all its occurrences, stands as of a day."""

from __future__ import annotations

from datetime import date
from enum import Enum
from typing import final

import attrs

from supervision_core.obligations.model import Counting, TimeUnit, counting_label
from supervision_core.values.checks import Checks, composed_sorted
from supervision_core.values.citations import Citation
from supervision_core.values.exact import whole_or_same
from supervision_core.values.labels import Label, day_text
from supervision_core.values.periods import Period
from supervision_core.values.text import Language, composed, counted as counted_words, shown
from supervision_core.values.verdicts import Verdict
from supervision_core.values.wording import Names, Wording, wording

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


_BASIS_LABELS = {"required": Label("theo quy định", "required"), "practised": Label("theo thông lệ của đơn vị", "practised")}


@final
class OccurrenceState(Enum):
    """How an occurrence stands as of a day."""

    #: Enough was done in time.
    DONE = "done"
    #: Enough was done, the last of it after the last day.
    DONE_LATE = "done_late"
    #: Its last day is over and too little was done.
    MISSING = "missing"
    #: Its last day is or may be over, and whether enough was done hangs on events of which too little is known, or on that day.
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
    "done_late": Label("đã thực hiện, quá hạn", "done late"),
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
    >>> from supervision_core import Period
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
    #: The days on which it may be done, with moved deadlines; to the earliest that the last one may be where it is not known.
    window: Period
    #: Its last day before any move, roll or grace in working days; it belongs to the time in which this day lies.
    first_due: date
    #: Whether the last day is known; it is not where a calendar is needed that was not given or does not reach so far.
    is_due_known: bool = True
    #: How many events or days are needed; 0 when it is waived or left out.
    needed: int = attrs.field(converter=whole_or_same)
    #: The events that count towards it, sorted; each counts towards no other occurrence.
    event_ids: tuple[str, ...] = attrs.field(converter=composed_sorted)
    #: How it stands.
    state: OccurrenceState
    #: Why it was waived or its deadline moved; None when it was not.
    ground: Label | None = None
    #: The rule that was in force at that time, or where the practice was reported; None where nobody did.
    citation: Citation | None = None
    #: How many days after the last day the last of what was needed was done, by the events of which it is known that they
    #: count; 0 unless it was done late.
    late_by: int = attrs.field(default=0, converter=whole_or_same)
    #: The last day from which what is left can still be done in full; None where nothing is pending, where it can no longer
    #: be done in full, and where the calendar does not say which day it is.
    last_safe_day: date | None = None
    #: Whether what is pending can still be done in full; unknown where nothing is pending or the calendar does not say.
    still_possible: Verdict = Verdict.UNKNOWN

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
        checks.kind("is_due_known", self.is_due_known, bool, "True or False")
        checks.whole("late_by", self.late_by, at_least=0)
        checks.optional_day("last_safe_day", self.last_safe_day)
        checks.member("still_possible", self.still_possible, Verdict)
        if checks.clean:
            self._check_state(checks)
        checks.done()

    def _check_state(self, checks: Checks) -> None:
        if (self.needed == 0) != (self.state in {OccurrenceState.WAIVED, OccurrenceState.LEFT_OUT}):
            checks.fault("contradiction", "state", self.state.name, "WAIVED or LEFT_OUT exactly where nothing is needed")
        elif self.needed and self.state is not OccurrenceState.UNDETERMINED and self.is_enough != (self.state in _ENOUGH):
            checks.fault("contradiction", "state", self.state.name, "DONE or DONE_LATE exactly where all was done")
        if (self.late_by > 0) != (self.state is OccurrenceState.DONE_LATE):
            checks.fault("contradiction", "late_by", self.late_by, "days from 1 exactly where it was done late")
        if self.last_safe_day is not None and not self.is_pending:
            checks.fault("surplus", "last_safe_day", self.last_safe_day, "None, since nothing is pending")
        if len(self.event_ids) > self.needed:
            checks.fault("surplus", "event_ids", self.event_ids, f"at most {self.needed}, since no more are needed")

    @property
    def due(self) -> date:
        """The last day on which it may be done."""
        return self.window.last

    @property
    def is_enough(self) -> bool:
        """Whether as much was done as is needed, in time or late."""
        return len(self.event_ids) == self.needed

    @property
    def remaining(self) -> int:
        """How many events or days are still needed."""
        return self.needed - len(self.event_ids)

    @property
    def is_pending(self) -> bool:
        """Whether it may still be done and is not."""
        return self.state in {OccurrenceState.OPEN, OccurrenceState.UPCOMING}

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

    @property
    def state_label(self) -> Label:
        """How it stands, in words; what was done late says by how many days."""
        if not self.late_by:
            return self.state.label
        days = counted_words(self.late_by, "day")
        return Label(f"đã thực hiện, quá hạn {self.late_by} ngày", f"done, {days} late")

    def sentence(self, lang: Language, names: Names | None = None) -> str:
        """How it stands, for people."""
        return occurrence_said(self, wording(lang, names))


_ENOUGH = frozenset({OccurrenceState.DONE, OccurrenceState.DONE_LATE})
_HELD = Label("{start}, {held}/{needed} {counted}, hạn {due}{unless}", "{start}, {held} of {needed} {counted} by {due}{unless}")
_OR_LATER = Label(" (hoặc muộn hơn, chưa có lịch làm việc)", " (or later: which days are worked is not known)")


def occurrence_said(one: Occurrence, by: Wording) -> str:
    """Which period it is, how it stands, and how much of what was done by when."""
    start = f"{by.say(one.label)}: {by.say(one.state_label)}"
    if one.needed == 0:
        return start if one.ground is None else f"{start} ({by.say(one.ground)})"
    held, needed = by.number(len(one.event_ids)), by.number(one.needed)
    counted, due, unless = (
        by.say(counting_label(one.counts, one.needed)),
        by.day(one.due),
        "" if one.is_due_known else by.say(_OR_LATER),
    )
    return by.say(_HELD, start=start, held=held, needed=needed, counted=counted, due=due, unless=unless)


def _part_of_year(per: TimeUnit, year: int, number: int) -> Period | None:
    if per is TimeUnit.MONTH:
        return Period.of_month(year, number)
    if per is TimeUnit.QUARTER:
        return Period.of_quarter(year, number)
    return Period.of_half_year(year, number) if per is TimeUnit.HALF_YEAR else None
