"""How one obligation stands as of a day: what was due, done and missed, what comes next, and the same as facts."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from fractions import Fraction
from typing import final

import attrs

from supervision_core.fact import Fact, FactState
from supervision_core.fields import Checks, as_tuple, composed_sorted
from supervision_core.obligations.frequencies import Counting
from supervision_core.obligations.obligations import Right, fact_codes
from supervision_core.obligations.occurrences import Occurrence, OccurrenceState
from supervision_core.periods import Period, days_after
from supervision_core.text import Label, Language, composed, day_text, shown
from supervision_core.verdicts import Verdict

__all__ = ["Standing"]

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
class Standing:
    """One obligation as of a day: its occurrences in order of time, by the rule and by practice.

    >>> import supervision_core as sc
    >>> from supervision_core.periods import Period
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
        checks = Checks(f"Standing of {shown(self.obligation)}")
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

    def counted(self, lang: Language) -> str:
        """What was due, done and missed, for people."""
        if self.not_known and not self.required:
            return _RULE_UNKNOWN.text(lang)
        due, done, missing = len(self.due), len(self.done), len(self.missing)
        unknown = f" ({_RULE_UNKNOWN.text(lang)})" if self.not_known else ""
        if lang == "vi":
            return f"đến hạn {due}, đã thực hiện {done}, còn thiếu {missing}{unknown}"
        return f"{due} due, {done} done, {missing} missing{unknown}"

    def sentence(self, lang: Language) -> str:
        """How it stands and what comes next, for people."""
        upcoming = ""
        if self.next_due is not None:
            upcoming = f"; {'hạn tới' if lang == 'vi' else 'next due'} {day_text(self.next_due, lang)}"
        return f"{self.label.text(lang)}: {self.counted(lang)}{upcoming}"


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
