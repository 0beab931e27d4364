"""How one occurrence, and one obligation with all its occurrences, stands as of a day."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from enum import Enum
from fractions import Fraction
from typing import final

import attrs

from supervision_core.obligations.model import Counting, Right, TimeUnit, fact_codes
from supervision_core.values.checks import Checks, as_tuple, composed_sorted
from supervision_core.values.citations import Citation
from supervision_core.values.facts import Fact, FactState
from supervision_core.values.labels import Label, day_text
from supervision_core.values.periods import Period, days_after
from supervision_core.values.text import Language, composed, shown
from supervision_core.values.verdicts import Verdict
from supervision_core.values.wording import Names, Wording, wording

__all__ = ["Basis", "ObligationStatus", "Occurrence", "OccurrenceState"]


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

    def sentence(self, lang: Language, names: Names | None = None) -> str:
        """How it stands, for people."""
        return occurrence_said(self, wording(lang, names))


_HELD = Label("{start}, {held}/{needed} {counted}, hạn {due}", "{start}, {held} of {needed} {counted} by {due}")


def occurrence_said(one: Occurrence, by: Wording) -> str:
    """Which period it is, how it stands, and how much of what was done by when."""
    start = f"{by.say(one.label)}: {by.say(one.state.label)}"
    if one.needed == 0:
        return start if one.ground is None else f"{start} ({by.say(one.ground)})"
    held, needed = by.number(len(one.event_ids)), by.number(one.needed)
    return by.say(_HELD, start=start, held=held, needed=needed, counted=by.say(one.counts.label), due=by.day(one.due))


def _part_of_year(per: TimeUnit, year: int, number: int) -> Period | None:
    if per is TimeUnit.MONTH:
        return Period.of_month(year, number)
    if per is TimeUnit.QUARTER:
        return Period.of_quarter(year, number)
    return Period.of_half_year(year, number) if per is TimeUnit.HALF_YEAR else None


_NOTHING_DUE = Label("không có kỳ nào phải thực hiện", "nothing was due")
_RULE_UNKNOWN = Label("chưa rõ quy định yêu cầu bao nhiêu lần", "how often the rule asks for it is not known")
_STILL_OPEN = Label("còn kỳ chưa hết thời hạn", "the last day of some period is not over")
_EVENTS_UNKNOWN = Label(
    "có việc chưa rõ do người đứng đầu hay cấp phó thực hiện", "of some events it is not known whether a deputy held them"
)


def _occurrences(values: Iterable[Occurrence]) -> tuple[Occurrence, ...]:
    return as_tuple(values)


def _periods(values: Iterable[Period]) -> tuple[Period, ...]:
    return as_tuple(values)


@final
@attrs.frozen(kw_only=True)
class ObligationStatus:
    """One obligation as of a day: its occurrences in order of time, by the rule and by practice.

    >>> import supervision_core as sc
    >>> from supervision_core import Period
    >>> from datetime import date
    >>> report = sc.compliance(sc.regulations.CITIZEN_RECEPTION, [], Period.of_year(2026), as_of=date(2026, 1, 13))
    >>> standing = report.standings["citizen_reception"]
    >>> len(standing.due), len(standing.missing), standing.next_due.isoformat()
    (2, 2, '2026-01-18')
    """

    #: The code of the obligation.
    obligation: str = attrs.field(converter=composed)
    #: What is to be done.
    label: Label
    #: Which of the people's rights it serves; None for a duty within the office.
    right: Right | None
    #: The day as of which it stands so.
    as_of: date
    #: The occurrences that the rule asks for.
    required: tuple[Occurrence, ...] = attrs.field(converter=_occurrences)
    #: The occurrences by the place's own practice; empty where it has none.
    practised: tuple[Occurrence, ...] = attrs.field(default=(), converter=_occurrences)
    #: The times in which a rule is in force of which nobody could read how often it asks for it.
    not_known: tuple[Period, ...] = attrs.field(default=(), converter=_periods)
    #: The events of the time asked for that count towards no required occurrence, sorted.
    surplus_event_ids: tuple[str, ...] = attrs.field(default=(), converter=composed_sorted)
    #: The events that were announced later than the rule asks for, sorted; whether they count all the same is for people.
    short_notice_event_ids: tuple[str, ...] = attrs.field(default=(), converter=composed_sorted)

    def __attrs_post_init__(self) -> None:
        checks = Checks(f"ObligationStatus of {shown(self.obligation)}")
        checks.identifier("obligation", self.obligation)
        checks.kind("label", self.label, Label, "a Label")
        if self.right is not None:
            checks.member("right", self.right, Right)
        checks.day("as_of", self.as_of)
        checks.each("required", self.required, Occurrence, "an Occurrence")
        checks.each("practised", self.practised, Occurrence, "an Occurrence")
        checks.each("not_known", self.not_known, Period, "a Period")
        checks.identifiers("surplus_event_ids", self.surplus_event_ids)
        checks.identifiers("short_notice_event_ids", self.short_notice_event_ids)
        checks.done()

    @property
    def owed(self) -> tuple[Occurrence, ...]:
        """The required occurrences for which something is owed: neither waived nor left out."""
        return tuple(one for one in self.required if one.needed)

    @property
    def due(self) -> tuple[Occurrence, ...]:
        """Those whose last day is over."""
        return tuple(one for one in self.owed if one.due < self.as_of)

    @property
    def done(self) -> tuple[Occurrence, ...]:
        """Those for which enough was done, the ones that are not over yet among them."""
        return self._in_state(OccurrenceState.DONE)

    @property
    def missing(self) -> tuple[Occurrence, ...]:
        """Those that are over and for which too little was done."""
        return self._in_state(OccurrenceState.MISSING)

    @property
    def pending(self) -> tuple[Occurrence, ...]:
        """Those that may still be done and are not, the one that is due first in front."""
        return tuple(sorted((one for one in self.owed if one.is_pending), key=lambda one: (one.due, one.period)))

    def _in_state(self, state: OccurrenceState) -> tuple[Occurrence, ...]:
        return tuple(one for one in self.owed if one.state is state)

    @property
    def next_due(self) -> date | None:
        """The next last day by which something is still to be done; None when nothing is."""
        return min((one.due for one in self.pending), default=None)

    @property
    def last_safe_day(self) -> date | None:
        """The last day on which one must go on so that everything still pending can be done in time; None when nothing is.

        Where days are counted, each takes a day of its own. It may be over already while the last day is not:
        then something will be missed, and is not missed yet.
        """
        found: list[date] = []
        needed = 0
        for one in self.pending:
            needed += one.remaining
            found.append(one.due if one.counts is Counting.EVENTS else days_after(one.due, 1 - needed))
        return min(found, default=None)

    @property
    def verdict(self) -> Verdict:
        """Whether the rule was kept: not met once an occurrence is missed, unknown while anything is pending or unknown.

        Where nothing was owed it was neither kept nor broken, and that is unknown too; its fact says "not applicable".
        """
        return _verdict(self.owed, is_known=not self.not_known)

    @property
    def practice_verdict(self) -> Verdict:
        """Whether the place kept its own practice up; unknown where it has none."""
        return _verdict(tuple(one for one in self.practised if one.needed), is_known=True)

    @property
    def facts(self) -> tuple[Fact, ...]:
        """The obligation as facts: requirement met, occurrences missed, practice kept up; unknown where they are."""
        met, missing, practice = fact_codes(self.obligation)
        facts = [
            _fact(met, self.required, self.verdict, is_known=not self.not_known),
            self._missing_fact(missing),
        ]
        if self.practised:
            facts.append(_fact(practice, self.practised, self.practice_verdict, is_known=True))
        return tuple(facts)

    def _missing_fact(self, code: str) -> Fact:
        """How many were missed: settled only when no more can come."""
        unsettled = _unsettled(self.required, is_known=not self.not_known)
        if unsettled is not None:
            return Fact(code=code, state=FactState.NOT_SHOWN, why=unsettled)
        if not self.owed:
            return Fact(code=code, state=FactState.NOT_APPLICABLE, why=_NOTHING_DUE)
        return Fact(code=code, value=Fraction(len(self.missing)), sources=_event_ids(self.required))

    def sentence(self, lang: Language, names: Names | None = None) -> str:
        """How it stands and what comes next, for people."""
        return obligation_said(self, wording(lang, names))


#: Where no period was owed.
NOTHING_DUE = Label("không có kỳ nào đến hạn", "nothing was due")
_COUNTS = Label(
    "đến hạn {due}, đã thực hiện {done}, còn thiếu {missing}{unknown}", "{due} due, {done} done, {missing} missing{unknown}"
)
_NEXT_DUE = Label("; hạn tới {day}", "; next due {day}")
_BY_PRACTICE = Label("{obligation} (theo thông lệ của đơn vị)", "{obligation} (by its own practice)")


def obligation_said(standing: ObligationStatus, by: Wording) -> str:
    """What was due, done and missed, and what comes next."""
    upcoming = "" if standing.next_due is None else by.say(_NEXT_DUE, day=by.day(standing.next_due))
    return f"{by.say(standing.label)}: {counts_said(standing, by)}{upcoming}"


def counts_said(standing: ObligationStatus, by: Wording) -> str:
    """What was due, done and missed."""
    if standing.not_known and not standing.required:
        return by.say(_RULE_UNKNOWN)
    due, done, missing = (by.number(len(some)) for some in (standing.due, standing.done, standing.missing))
    unknown = f" ({by.say(_RULE_UNKNOWN)})" if standing.not_known else ""
    return by.say(_COUNTS, due=due, done=done, missing=missing, unknown=unknown)


def practice_said(standing: ObligationStatus, by: Wording) -> str:
    """What the obligation is called where a place's own practice is looked at."""
    return by.say(_BY_PRACTICE, obligation=by.say(standing.label))


def _verdict(owed: tuple[Occurrence, ...], *, is_known: bool) -> Verdict:
    states = {one.state for one in owed}
    if OccurrenceState.MISSING in states:
        return Verdict.NOT_MET
    return Verdict.MET if is_known and states == {OccurrenceState.DONE} else Verdict.UNKNOWN


def _unsettled(occurrences: Iterable[Occurrence], *, is_known: bool) -> Label | None:
    """Why more could still be missed; None when nothing could."""
    if not is_known:
        return _RULE_UNKNOWN
    states = {one.state for one in occurrences}
    if OccurrenceState.UNDETERMINED in states:
        return _EVENTS_UNKNOWN
    return _STILL_OPEN if states & {OccurrenceState.OPEN, OccurrenceState.UPCOMING} else None


def _event_ids(occurrences: Iterable[Occurrence]) -> tuple[str, ...]:
    return tuple(event for one in occurrences for event in one.event_ids)


def _fact(code: str, occurrences: tuple[Occurrence, ...], verdict: Verdict, *, is_known: bool) -> Fact:
    sources = _event_ids(occurrences)
    if verdict is not Verdict.UNKNOWN:
        return Fact(code=code, value=verdict is Verdict.MET, sources=sources)
    why = _unsettled(occurrences, is_known=is_known)
    if why is None:
        return Fact(code=code, state=FactState.NOT_APPLICABLE, why=_NOTHING_DUE)
    return Fact(code=code, state=FactState.NOT_SHOWN, sources=sources, why=why)
