"""Everything that ``compliance`` was given, obligation by obligation: what is wrong with it, and how each stands."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date
from functools import cached_property
from typing import final

import attrs

from supervision_core.obligations.counting import counted, is_taken, rest_of
from supervision_core.obligations.model import Event, MovedDeadline, Obligation, Partial, Waiver
from supervision_core.obligations.safe_days import last_safe
from supervision_core.obligations.schedule import Series, Slot, bound_days, series_of
from supervision_core.obligations.standing import ObligationStatus
from supervision_core.obligations.status import Basis, Occurrence
from supervision_core.values.calendars import WorkingDays
from supervision_core.values.checks import Checks
from supervision_core.values.errors import Fault
from supervision_core.values.periods import Period
from supervision_core.values.text import shown
from supervision_core.values.verdicts import Verdict

__all__ = ["ComplianceCase", "Duty"]


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
    calendar: WorkingDays | None

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
        checks.optional_kind("calendar", self.calendar, WorkingDays, "WorkingDays")
        checks.done()

    @cached_property
    def events_by_id(self) -> dict[str, list[Event]]:
        """The different events that go by each id: one, unless something is wrong."""
        found: dict[str, list[Event]] = {}
        for event in self.events:
            some = found.setdefault(event.id, [])
            if event not in some:
                some.append(event)
        return found

    @cached_property
    def doubtful(self) -> frozenset[str]:
        """The ids that stand for events that differ: nobody knows which of them was held."""
        return frozenset(one for one, some in self.events_by_id.items() if len(some) > 1)

    @cached_property
    def duties(self) -> tuple[Duty, ...]:
        """What was given, obligation by obligation."""
        events = [event for some in self.events_by_id.values() for event in some]
        return tuple(
            Duty(
                code=code,
                versions=tuple(sorted((one for one in self.obligations if one.code == code), key=_start)),
                events=tuple(sorted((one for one in events if one.obligation == code), key=_event_order)),
                waivers=tuple(sorted((one for one in self.waivers if one.obligation == code), key=_order)),
                moved=tuple(sorted((one for one in self.moved if one.obligation == code), key=_move_order)),
                question=self,
            )
            for code in sorted({one.code for one in self.obligations})
        )

    def faults(self) -> Iterator[Fault]:
        """What is wrong with each obligation, then between the values: ids that occur twice, codes that nobody knows."""
        for duty in self.duties:
            yield from tuple(duty.rule_faults()) or duty.item_faults()
        seen: set[str] = set()
        for event in sorted(self.events, key=_event_order):
            if event.id in seen:
                yield Fault("duplicate", "compliance.events", shown(event.id), "each event once")
            seen.add(event.id)
        known = {one.code for one in self.obligations}
        for name, one in sorted(self._naming()):
            if one not in known:
                yield Fault("unknown_id", f"{name}.obligation", shown(one), "the code of an obligation that is given")

    def _naming(self) -> Iterator[tuple[str, str]]:
        """Every code of an obligation that is named, with what names it."""
        yield from ((f"Event {shown(one.id)}", one.obligation) for one in self.events)
        yield from (("Waiver", one.obligation) for one in self.waivers)
        yield from (("MovedDeadline", one.obligation) for one in self.moved)


def _event_order(event: Event) -> tuple[date, str, bool]:
    """In order of time; of what differs under one id that first which may be the office holder's own."""
    return event.on, event.id, event.by_office_holder is False


def _order(waiver: Waiver) -> tuple[Period, str]:
    return waiver.period, waiver.ground.vi


def _move_order(move: MovedDeadline) -> tuple[date, date, str]:
    return move.occurrence, move.until, move.ground.vi


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
    # What is wrong with single decisions; they are left out.
    _decision_faults: tuple[Fault, ...] = attrs.field(init=False)

    def __attrs_post_init__(self) -> None:
        unmoved = self._series(())
        faults: list[Fault] = []
        moved = self._good_moves(unmoved, faults)
        series = self._series(moved)
        faults[:0] = self._faults_of_waivers(series)
        object.__setattr__(self, "series", series)
        object.__setattr__(self, "_decision_faults", tuple(faults))

    def _series(self, moved: Iterable[MovedDeadline]) -> tuple[Series, ...]:
        question = self.question
        found = series_of(
            self.versions,
            binding=question.binding,
            partial=question.partial,
            waivers=self.waivers,
            moved=moved,
            calendar=question.calendar,
        )
        return tuple(found)

    def unread(self) -> list[Period]:
        """The times in which a rule binds of which nobody could read how often it asks for it."""
        found = [bound_days(one, one, self.question.binding) for one in self.versions if one.required is None]
        return [one for one in found if one is not None]

    def rule_faults(self) -> Iterator[Fault]:
        """What is wrong with the rules of this obligation, so that nothing can be said about it."""
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

    def item_faults(self) -> Iterator[Fault]:
        """What is wrong with single events and decisions; each is left out, and the rest stands."""
        yield from self._decision_faults
        if self.question.calendar is None and any(series.frequency.needs_calendar for series in self.series):
            expected = f"WorkingDays, since a last day of {shown(self.code)} depends on which days are worked"
            yield Fault("missing", "compliance.calendar", "None", expected)
        for event in self.events:
            if not self._may_count(event.on):
                place = f"Event {shown(event.id)}.on"
                yield Fault("outside", place, event.on.isoformat(), f"a day on which {shown(self.code)} may be done")

    def _may_count(self, day: date) -> bool:
        """Whether something may be done on a day, or was to be done before it."""
        if any(day in one for one in self.unread()):
            return True
        return any(series.allows(day) or series.closed_before(day) is not None for series in self.series)

    def _faults_of_waivers(self, series: Iterable[Series]) -> Iterator[Fault]:
        laid = tuple(series)
        for waiver in self.waivers:
            if not any(one.waives_something(waiver) for one in laid):
                place, found = f"Waiver {shown(self.code)}.period", f"{waiver.period.start} to {waiver.period.last}"
                yield Fault("waives_nothing", place, found, "a time that holds a whole period")

    def _good_moves(self, series: Iterable[Series], faults: list[Fault]) -> list[MovedDeadline]:
        """The deadlines that were moved once; of those moved in two ways none, since nobody knows which of them holds."""
        laid = tuple(one for one in series if one.basis is Basis.REQUIRED)
        good: dict[tuple[Period, int], list[MovedDeadline]] = {}
        place = f"MovedDeadline {shown(self.code)}"
        for move in self.moved:
            one = next((one for one in laid if one.moves_well(move)), None)
            if one is None:
                found, expected = (
                    f"{move.occurrence} to {move.until}",
                    "a day of a required occurrence, and a day on which it may be done",
                )
                faults.append(Fault("moves_nothing", place, found, expected))
                continue
            same = good.setdefault((one.bound, one.cycle.number_of(move.occurrence)), [])
            if same:
                faults.append(Fault("moved_twice", place, move.occurrence.isoformat(), "each deadline moved once"))
            same.append(move)
        return [some[0] for some in good.values() if len({one.until for one in some}) == 1]

    def standing(self) -> ObligationStatus:
        """How it stands as of the day."""
        required, practised = (self._occurrences(basis) for basis in Basis)
        asked, newest = self.question.period, self.versions[-1]
        used = {event for one in required for event in one.event_ids}
        counting = used | {event for one in practised for event in one.event_ids}
        unread = [one.shared(asked) for one in self.unread()]
        owed = [one for one in required if one.first_due in asked]
        last_safe_day, still_possible = self._last_safe(owed)
        surplus = {one.id for one in self._past_events() if one.on in asked and one.id not in used}
        short = {one.id for one in self._past_events() if one.id in counting and self._is_short(one)}
        return ObligationStatus(
            obligation=self.code,
            label=newest.label,
            right=newest.right,
            as_of=self.question.as_of,
            required=owed,
            practised=[one for one in practised if one.first_due in asked],
            not_known=[one for one in unread if one is not None],
            surplus_event_ids=sorted(surplus),
            short_notice_event_ids=sorted(short),
            last_safe_day=last_safe_day,
            still_possible=still_possible,
        )

    def _last_safe(self, owed: Iterable[Occurrence]) -> tuple[date | None, Verdict]:
        """From when on everything pending can still be done; each occurrence by the rule of its own period."""
        today = [one for one in self.events if one.on == self.question.as_of]
        rests = [
            rest_of(one, one.remaining, taken=is_taken(today, no_deputy=self._has_no_deputy(one)))
            for one in owed
            if one.is_pending
        ]
        return last_safe(rests, as_of=self.question.as_of, calendar=self.question.calendar)

    def _has_no_deputy(self, one: Occurrence) -> bool:
        return any(rule.no_deputy for rule in self.versions if rule.binds(one.period.last))

    def _past_events(self) -> list[Event]:
        return [one for one in self.events if one.on <= self.question.as_of]

    def _is_short(self, event: Event) -> bool:
        asked = next((one.notice_days for one in self.versions if one.binds(event.on)), None)
        return asked is not None and event.announced_on is not None and (event.on - event.announced_on).days < asked

    def _occurrences(self, basis: Basis) -> list[Occurrence]:
        """All occurrences that matter, with what counts towards them, in order of time."""
        past = self._past_events()
        days = {event.on for event in past}
        series = [one for one in self.series if one.basis is basis]
        late = {day: found for day in days if (found := _late_for(series, day)) is not None and not self._is_unread(day)}
        slots: list[Slot] = []
        for one in series:
            more = [number for owner, number in late.values() if owner is one]
            slots.extend(one.slots(self.question.period, days, more))
        places = {id(slot): place for place, slot in enumerate(slots)}
        late_for = {day: places[id(owner.slot(number))] for day, (owner, number) in late.items()}
        question = self.question
        return counted(slots, past, question.as_of, late_for=late_for, doubtful=question.doubtful, calendar=question.calendar)

    def _is_unread(self, day: date) -> bool:
        return any(day in one for one in self.unread())


def _late_for(series: Iterable[Series], day: date) -> tuple[Series, int] | None:
    """The occurrence that something done on a day would be late for; None where the day lies in the time of any."""
    given = tuple(series)
    if any(one.allows(day) for one in given):
        return None
    found = [(one, number) for one in given if (number := one.closed_before(day)) is not None]
    return max(found, key=lambda pair: _last_day(*pair), default=None)


def _last_day(series: Series, number: int) -> tuple[date, date]:
    slot = series.slot(number)
    assert slot is not None
    return slot.window.last, slot.period.start
