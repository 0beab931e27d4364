"""The question that ``compliance`` is asked, and its answer: every obligation, one agenda, one set of facts."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from datetime import date
from functools import cached_property
from typing import final

import attrs

from supervision_core.obligations.counting import counted
from supervision_core.obligations.model import Event, MovedDeadline, Obligation, Partial, Right, Waiver
from supervision_core.obligations.schedule import Series, bound_days, series_of
from supervision_core.obligations.status import Basis, ObligationStatus, Occurrence
from supervision_core.values.checks import Checks, as_tuple, composed_map
from supervision_core.values.errors import Fault, raise_for
from supervision_core.values.facts import Facts
from supervision_core.values.mappings import IdMap
from supervision_core.values.periods import Period
from supervision_core.values.text import shown
from supervision_core.values.verdicts import Verdict

__all__ = ["Compliance", "ComplianceCase", "Duty", "compliance"]


@final
@attrs.frozen(kw_only=True)
class ComplianceCase:
    """Everything that was given."""

    obligations: tuple[Obligation, ...]
    events: tuple[Event, ...]
    period: Period
    as_of: date
    partial: Partial
    binding: Period | None
    waivers: tuple[Waiver, ...]
    moved: tuple[MovedDeadline, ...]

    def __attrs_post_init__(self) -> None:
        checks = Checks("compliance")
        checks.each("obligations", self.obligations, Obligation, "an Obligation")
        checks.each("events", self.events, Event, "an Event")
        checks.kind("period", self.period, Period, "a Period")
        checks.day("as_of", self.as_of)
        checks.member("partial", self.partial, Partial)
        checks.optional_kind("binding", self.binding, Period, "a Period")
        checks.each("waivers", self.waivers, Waiver, "a Waiver")
        checks.each("moved", self.moved, MovedDeadline, "a MovedDeadline")
        checks.done()

    @cached_property
    def duties(self) -> tuple[Duty, ...]:
        """What was given, obligation by obligation."""
        return tuple(
            Duty(
                code=code,
                versions=tuple(sorted((one for one in self.obligations if one.code == code), key=_start)),
                events=tuple(sorted((one for one in self.events if one.obligation == code), key=lambda one: (one.on, one.id))),
                waivers=tuple(sorted((one for one in self.waivers if one.obligation == code), key=_order)),
                moved=tuple(one for one in self.moved if one.obligation == code),
                question=self,
            )
            for code in sorted({one.code for one in self.obligations})
        )

    def faults(self) -> Iterator[Fault]:
        """What is wrong with each obligation, then between the values: codes that nobody knows, ids that occur twice."""
        for duty in self.duties:
            yield from duty.faults()
        known = {one.code for one in self.obligations}
        seen: set[str] = set()
        for event in self.events:
            if event.id in seen:
                yield Fault("duplicate", "compliance.events", shown(event.id), "each event once")
            seen.add(event.id)
        for name, one in self._naming():
            if one not in known:
                yield Fault("unknown_id", f"{name}.obligation", shown(one), "the code of an obligation that is given")

    def _naming(self) -> Iterator[tuple[str, str]]:
        """Every code of an obligation that is named, with what names it."""
        yield from ((f"Event {shown(one.id)}", one.obligation) for one in self.events)
        yield from (("Waiver", one.obligation) for one in self.waivers)
        yield from (("MovedDeadline", one.obligation) for one in self.moved)


def _order(waiver: Waiver) -> tuple[Period, str]:
    return waiver.period, waiver.ground.vi


def _start(obligation: Obligation) -> date:
    return obligation.in_force_from or date.min


@final
@attrs.frozen(kw_only=True)
class Duty:
    """One obligation with all versions of its rule and all that was done and decided about it."""

    code: str
    versions: tuple[Obligation, ...]
    events: tuple[Event, ...]
    waivers: tuple[Waiver, ...]
    moved: tuple[MovedDeadline, ...]
    question: ComplianceCase
    series: tuple[Series, ...] = attrs.field(init=False)

    def __attrs_post_init__(self) -> None:
        question = self.question
        found = series_of(
            self.versions, binding=question.binding, partial=question.partial, waivers=self.waivers, moved=self.moved
        )
        object.__setattr__(self, "series", tuple(found))

    def unread(self) -> list[Period]:
        """The times in which a rule binds of which nobody could read how often it asks for it."""
        found = [bound_days(one, one, self.question.binding) for one in self.versions if one.required is None]
        return [one for one in found if one is not None]

    def faults(self) -> Iterator[Fault]:
        """What is wrong with this obligation and what was given for it."""
        yield from self._faults_of_versions()
        yield from self._faults_of_decisions()
        for event in self.events:
            is_unread = any(event.on in one for one in self.unread())
            if not is_unread and not any(series.allows(event.on) for series in self.series):
                place = f"Event {shown(event.id)}.on"
                yield Fault("outside", place, event.on.isoformat(), f"a day on which {shown(self.code)} may be done")

    def _faults_of_versions(self) -> Iterator[Fault]:
        place = f"Obligation {shown(self.code)}"
        for earlier, later in zip(self.versions, self.versions[1:], strict=False):
            if earlier.in_force_until is None or earlier.in_force_until > _start(later):
                yield Fault(
                    "overlap",
                    f"{place}.in_force_from",
                    str(later.in_force_from),
                    "a day when no other rule of this code is in force",
                )
        for basis in Basis:
            if len({series.frequency.counts for series in self.series if series.basis is basis}) > 1:
                expected = "either events or days in all rules of one code"
                yield Fault("counting_mixed", f"{place}.{basis.value}", "events and days", expected)

    def _faults_of_decisions(self) -> Iterator[Fault]:
        for waiver in self.waivers:
            if not any(series.waives_something(waiver) for series in self.series):
                place = f"Waiver {shown(self.code)}.period"
                yield Fault(
                    "waives_nothing",
                    place,
                    f"{waiver.period.start} to {waiver.period.last}",
                    "a time that holds a whole period",
                )
        seen: set[tuple[Period, int]] = set()
        for move in self.moved:
            place = f"MovedDeadline {shown(self.code)}"
            series = next((one for one in self.series if one.basis is Basis.REQUIRED and one.moves_well(move)), None)
            if series is None:
                found = f"{move.occurrence} to {move.until}"
                yield Fault("moves_nothing", place, found, "a day of a required occurrence, and a day on which it may be done")
            elif (key := (series.bound, series.cycle.number_of(move.occurrence))) in seen:
                yield Fault("moved_twice", place, move.occurrence.isoformat(), "each deadline moved once")
            else:
                seen.add(key)

    def standing(self) -> ObligationStatus:
        """How it stands as of the day."""
        required, practised = (self._occurrences(basis) for basis in Basis)
        asked, newest = self.question.period, self.versions[-1]
        used = {event for one in required for event in one.event_ids}
        counting = used | {event for one in practised for event in one.event_ids}
        unread = [one.shared(asked) for one in self.unread()]
        return ObligationStatus(
            obligation=self.code,
            label=newest.label,
            right=newest.right,
            as_of=self.question.as_of,
            required=[one for one in required if one.first_due in asked],
            practised=[one for one in practised if one.first_due in asked],
            not_known=[one for one in unread if one is not None],
            surplus_event_ids=[one.id for one in self._past_events() if one.on in asked and one.id not in used],
            short_notice_event_ids=[one.id for one in self._past_events() if one.id in counting and self._is_short(one)],
        )

    def _past_events(self) -> list[Event]:
        return [one for one in self.events if one.on <= self.question.as_of]

    def _is_short(self, event: Event) -> bool:
        asked = next((one.notice_days for one in self.versions if one.binds(event.on)), None)
        return asked is not None and event.announced_on is not None and (event.on - event.announced_on).days < asked

    def _occurrences(self, basis: Basis) -> list[Occurrence]:
        """All occurrences that matter, with what counts towards them, in order of time."""
        past = self._past_events()
        days = [event.on for event in past]
        series = (one for one in self.series if one.basis is basis)
        slots = [slot for one in series for slot in one.slots(self.question.period, days)]
        return counted(slots, past, self.question.as_of)


def _standings(values: Mapping[str, ObligationStatus]) -> IdMap[ObligationStatus]:
    return composed_map(values)


@final
@attrs.frozen(kw_only=True)
class Compliance:
    """All obligations of a time as of a day.

    >>> import supervision_core as sc
    >>> from supervision_core import Period
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
    standings: IdMap[ObligationStatus] = attrs.field(converter=_standings)

    def __attrs_post_init__(self) -> None:
        checks = Checks("Compliance")
        checks.kind("period", self.period, Period, "a Period")
        checks.day("as_of", self.as_of)
        checks.member("partial", self.partial, Partial)
        if checks.by_id("standings", self.standings, "a mapping from codes to Standings"):
            for code, standing in self.standings.items():
                if (
                    checks.kind(f"standings[{shown(code)}]", standing, ObligationStatus, "a ObligationStatus")
                    and standing.obligation != code
                ):
                    checks.fault("other_id", f"standings[{shown(code)}]", standing.obligation, "the code it is listed under")
        checks.done()

    def __iter__(self) -> Iterator[ObligationStatus]:
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
    def by_right(self) -> IdMap[tuple[ObligationStatus, ...]]:
        """The obligations that serve each of the six rights; a right that none serves stands there with none."""
        return IdMap({right.value: tuple(one for one in self if one.right is right) for right in Right})


def _in_time(occurrences: Iterable[Occurrence]) -> tuple[Occurrence, ...]:
    return tuple(sorted(occurrences, key=lambda one: (one.due, one.obligation, one.period)))


def compliance(
    obligations: Iterable[Obligation],
    events: Iterable[Event],
    period: Period,
    *,
    as_of: date,
    partial: Partial = Partial.OWES_NOTHING,
    binding: Period | None = None,
    waivers: Iterable[Waiver] = (),
    moved: Iterable[MovedDeadline] = (),
) -> Compliance:
    """What was due, done and missed in a time, as of a day, and what comes next.

    Each occurrence goes by the rule in force in its own period. It belongs to ``period`` when its last day, before any
    move, lies in it; so two halves of a year together have exactly the occurrences of the year. It is missed only when
    its last day is over; what happened after ``as_of`` is left out, so a store of all events may be asked about any day.
    An event counts once, where it leaves the fewest occurrences missed and then the most done; events in the days
    around ``period`` count too, for the week or the time of grace that reaches over its end.
    ``partial`` says what is owed for a period that is cut short by the rule's own first or last day, or by those of
    ``binding``: the days on which the one who owes it is bound at all (a ward founded in July, a chair's time in office).

    Raises ``InvalidInput`` with all faults at once: events that lie outside every period of their obligation, unknown codes,
    ids that occur twice, rules of one code that overlap or count differently, waivers that waive nothing, deadlines moved
    to a day that cannot be. Raises ``BeyondExactness`` where too many occurrences that need several events overlap.

    >>> from datetime import date
    >>> import supervision_core as sc
    >>> from supervision_core import Period
    >>> days = [date(2026, 6, 29), date(2026, 7, 6), date(2026, 7, 6), date(2026, 8, 3), date(2026, 8, 4)]
    >>> events = [
    ...     sc.Event(id=f"tcd-{number}", obligation="citizen_reception", on=day, by_office_holder=True)
    ...     for number, day in enumerate(days)
    ... ]
    >>> summer = Period(start=date(2026, 7, 1), end=date(2026, 9, 1))
    >>> report = sc.compliance(sc.regulations.CITIZEN_RECEPTION, events, summer, as_of=date(2026, 9, 1))
    >>> [occurrence.sentence("en") for occurrence in report.standings["citizen_reception"].required]
    ['month 7/2026: missing, 1 of 2 days by 2026-07-31', 'month 8/2026: done, 2 of 2 days by 2026-08-31']
    """
    question = ComplianceCase(
        obligations=as_tuple(obligations),
        events=as_tuple(events),
        period=period,
        as_of=as_of,
        partial=partial,
        binding=binding,
        waivers=as_tuple(waivers),
        moved=as_tuple(moved),
    )
    raise_for(question.faults())
    standings = {duty.code: duty.standing() for duty in question.duties}
    return Compliance(period=period, as_of=as_of, partial=partial, standings=standings)
