"""How one obligation with all its occurrences stands as of a day."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from fractions import Fraction
from typing import final

import attrs

from supervision_core.obligations.model import Right, fact_codes
from supervision_core.obligations.status import Occurrence, OccurrenceState
from supervision_core.values.checks import Checks, as_tuple, composed_sorted
from supervision_core.values.facts import Fact, FactState
from supervision_core.values.labels import Label
from supervision_core.values.periods import Period
from supervision_core.values.text import Language, composed, shown
from supervision_core.values.verdicts import Verdict
from supervision_core.values.wording import Names, Wording, wording

__all__ = ["ObligationStatus"]


#: Where no period was owed: as a state of an obligation, and why nothing is counted of it.
NOTHING_DUE = Label("không có kỳ nào đến hạn", "nothing was due")
_RULE_UNKNOWN = Label("chưa rõ quy định yêu cầu bao nhiêu lần", "how often the rule asks for it is not known")
_STILL_OPEN = Label("còn kỳ chưa hết thời hạn", "the last day of some period is not over")
_EVENTS_UNKNOWN = Label(
    "có việc chưa rõ do người đứng đầu hay cấp phó thực hiện", "of some events it is not known whether a deputy held them"
)
_DUE_UNKNOWN = Label(
    "chưa rõ ngày hết hạn của một số kỳ do chưa có lịch làm việc",
    "of some periods the last day is not known, since the calendar does not say which days are worked",
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
    #: The events of the time asked for that count towards no required occurrence, or are not known to, sorted.
    surplus_event_ids: tuple[str, ...] = attrs.field(default=(), converter=composed_sorted)
    #: The events that were announced later than the rule asks for, sorted; whether they count all the same is for people.
    short_notice_event_ids: tuple[str, ...] = attrs.field(default=(), converter=composed_sorted)
    #: The last day on which one must go on so that everything still pending can be done in full; None where nothing is, where
    #: it can no longer be, and where the calendar does not say which day it is.
    last_safe_day: date | None = None
    #: Whether everything still pending can be done in full; unknown where nothing is or the calendar does not say.
    still_possible: Verdict = Verdict.UNKNOWN

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
        checks.optional_day("last_safe_day", self.last_safe_day)
        checks.member("still_possible", self.still_possible, Verdict)
        checks.done()

    @property
    def owed(self) -> tuple[Occurrence, ...]:
        """The required occurrences for which something is owed: neither waived nor left out."""
        return tuple(one for one in self.required if one.needed)

    @property
    def due(self) -> tuple[Occurrence, ...]:
        """Those whose last day is over, or may be where it is not known."""
        return tuple(one for one in self.owed if one.due < self.as_of)

    @property
    def done(self) -> tuple[Occurrence, ...]:
        """Those for which enough was done in time, the ones that are not over yet among them."""
        return self._in_state(OccurrenceState.DONE)

    @property
    def late(self) -> tuple[Occurrence, ...]:
        """Those for which enough was done, but not in time; each says by how many days."""
        return self._in_state(OccurrenceState.DONE_LATE)

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
    def verdict(self) -> Verdict:
        """Whether the rule was kept: not met once an occurrence is missed or late, unknown while any is pending or unknown.

        Where nothing was owed it was neither kept nor broken, and that is unknown too; its fact says "not applicable".
        """
        return _verdict(self.owed, is_known=not self.not_known)

    @property
    def practice_verdict(self) -> Verdict:
        """Whether the place kept its own practice up; unknown where it has none."""
        return _verdict(tuple(one for one in self.practised if one.needed), is_known=True)

    @property
    def facts(self) -> tuple[Fact, ...]:
        """The obligation as facts: requirement met, missed, done late, practice kept up; unknown where they are."""
        met, missing, practice, late = fact_codes(self.obligation)
        facts = [
            _fact(met, self.required, self.verdict, is_known=not self.not_known),
            self._count_fact(missing, self.missing),
            self._count_fact(late, self.late),
        ]
        if self.practised:
            facts.append(_fact(practice, self.practised, self.practice_verdict, is_known=True))
        return tuple(facts)

    def _count_fact(self, code: str, some: tuple[Occurrence, ...]) -> Fact:
        """How many were missed, or done late: settled only when no more can come."""
        unsettled = _unsettled(self.required, is_known=not self.not_known)
        if unsettled is not None:
            return Fact(code=code, state=FactState.NOT_SHOWN, why=unsettled)
        if not self.owed:
            return Fact(code=code, state=FactState.NOT_APPLICABLE, why=NOTHING_DUE)
        return Fact(code=code, value=Fraction(len(some)), sources=_event_ids(self.required))

    def sentence(self, lang: Language, names: Names | None = None) -> str:
        """How it stands and what comes next, for people."""
        return obligation_said(self, wording(lang, names))


_COUNTS = Label(
    "đến hạn {due}, đã thực hiện {done}{late}, còn thiếu {missing}{unknown}",
    "{due} due, {done} done{late}, {missing} missing{unknown}",
)
_LATE = Label(", thực hiện quá hạn {late}", ", {late} done late")
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
    late = by.say(_LATE, late=by.number(len(standing.late))) if standing.late else ""
    return by.say(_COUNTS, due=due, done=done, late=late, missing=missing, unknown=unknown)


def practice_said(standing: ObligationStatus, by: Wording) -> str:
    """What the obligation is called where a place's own practice is looked at."""
    return by.say(_BY_PRACTICE, obligation=by.say(standing.label))


def _verdict(owed: tuple[Occurrence, ...], *, is_known: bool) -> Verdict:
    states = {one.state for one in owed}
    if states & {OccurrenceState.MISSING, OccurrenceState.DONE_LATE}:
        return Verdict.NOT_MET
    return Verdict.MET if is_known and states == {OccurrenceState.DONE} else Verdict.UNKNOWN


def _unsettled(occurrences: Iterable[Occurrence], *, is_known: bool) -> Label | None:
    """Why more could still be missed; None when nothing could."""
    if not is_known:
        return _RULE_UNKNOWN
    given = tuple(occurrences)
    states = {one.state for one in given}
    unclear = [one for one in given if one.state is OccurrenceState.UNDETERMINED]
    if unclear:
        return _EVENTS_UNKNOWN if any(one.is_due_known for one in unclear) else _DUE_UNKNOWN
    return _STILL_OPEN if states & {OccurrenceState.OPEN, OccurrenceState.UPCOMING} else None


def _event_ids(occurrences: Iterable[Occurrence]) -> tuple[str, ...]:
    return tuple(event for one in occurrences for event in one.event_ids)


def _fact(code: str, occurrences: tuple[Occurrence, ...], verdict: Verdict, *, is_known: bool) -> Fact:
    sources = _event_ids(occurrences)
    if verdict is not Verdict.UNKNOWN:
        return Fact(code=code, value=verdict is Verdict.MET, sources=sources)
    why = _unsettled(occurrences, is_known=is_known)
    if why is None:
        return Fact(code=code, state=FactState.NOT_APPLICABLE, why=NOTHING_DUE)
    return Fact(code=code, state=FactState.NOT_SHOWN, sources=sources, why=why)
