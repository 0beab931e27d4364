"""How obligations stand as of a day: what was due, done and missed, what comes next, and the same as facts."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from datetime import date
from fractions import Fraction
from typing import final

import attrs

from supervision_core.facts import Fact, Facts, FactState
from supervision_core.fields import Checks, as_tuple, composed_sorted
from supervision_core.mappings import IdMap
from supervision_core.obligations.frequencies import Counting
from supervision_core.obligations.obligations import Right, fact_codes
from supervision_core.obligations.occurrences import Occurrence, OccurrenceState
from supervision_core.obligations.series import Partial
from supervision_core.periods import Period, days_after
from supervision_core.text import Label, Language, composed, day_text, shown
from supervision_core.verdicts import Verdict

__all__ = ["Compliance", "Standing"]

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
        if unsettled is not None or not self.owed:
            return Fact(code=code, state=FactState.NOT_SHOWN, why=unsettled or _NOTHING_DUE)
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


def _standings(values: Mapping[str, Standing]) -> IdMap[Standing]:
    return IdMap(values) if isinstance(values, Mapping) and not isinstance(values, IdMap) else values


@final
@attrs.frozen(kw_only=True)
class Compliance:
    """All obligations of a time as of a day.

    >>> import supervision_core as sc
    >>> from supervision_core.periods import Period
    >>> from datetime import date
    >>> report = sc.compliance(sc.regulations.CITIZEN_RECEPTION, [], Period.of_month(2026, 7), as_of=date(2026, 8, 1))
    >>> report.verdict, report.facts.values["obligation.citizen_reception.missing"]
    (<Verdict.NOT_MET: 'not_met'>, Fraction(1, 1))
    """

    #: The time asked for: an occurrence belongs to it when its last day, before any move, lies in it.
    period: Period
    #: The day as of which it stands so; what happened later is left out.
    as_of: date
    #: What is owed for a period that is cut short.
    partial: Partial
    #: Each obligation, by its code.
    standings: IdMap[Standing] = attrs.field(converter=_standings)

    def __attrs_post_init__(self) -> None:
        checks = Checks("Compliance")
        checks.kind("period", self.period, Period, "a Period")
        checks.day("as_of", self.as_of)
        checks.member("partial", self.partial, Partial)
        if checks.kind("standings", self.standings, IdMap, "a mapping from codes to Standings"):
            for code, standing in self.standings.items():
                if checks.kind(f"standings[{shown(code)}]", standing, Standing, "a Standing") and standing.obligation != code:
                    checks.fault("other_id", f"standings[{shown(code)}]", standing.obligation, "the code it is listed under")
        checks.done()

    def __iter__(self) -> Iterator[Standing]:
        return iter(self.standings.values())

    @property
    def verdict(self) -> Verdict:
        """Whether all rules were kept; an obligation for which nothing was owed does not count."""
        found = [one.verdict for one in self if one.owed or one.not_known]
        together = Verdict.MET if found else Verdict.UNKNOWN
        for verdict in found:
            together = together & verdict
        return together

    @property
    def facts(self) -> Facts:
        """All obligations as facts, with the events that count as their sources."""
        return Facts(fact for one in self for fact in one.facts)

    @property
    def missing(self) -> tuple[Occurrence, ...]:
        """Everything missed, in order of time."""
        return _in_time(occurrence for one in self for occurrence in one.missing)

    @property
    def agenda(self) -> tuple[Occurrence, ...]:
        """Everything still to be done, what is due first in front."""
        return _in_time(occurrence for one in self for occurrence in one.pending)

    @property
    def by_right(self) -> IdMap[tuple[Standing, ...]]:
        """The obligations that serve each of the six rights; a right that none serves stands there with none."""
        return IdMap({right.value: tuple(one for one in self if one.right is right) for right in Right})


def _in_time(occurrences: Iterable[Occurrence]) -> tuple[Occurrence, ...]:
    return tuple(sorted(occurrences, key=lambda one: (one.due, one.obligation, one.period)))
