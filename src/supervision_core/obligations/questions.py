"""The question that ``compliance`` is asked: what was given, obligation by obligation, and all that is wrong with it."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from functools import cached_property
from typing import final

import attrs

from supervision_core.errors import Fault
from supervision_core.fields import Checks
from supervision_core.obligations.counting import counted
from supervision_core.obligations.events import Event, MovedDeadline, Waiver
from supervision_core.obligations.frequencies import Partial
from supervision_core.obligations.obligations import Obligation
from supervision_core.obligations.occurrences import Basis, Occurrence
from supervision_core.obligations.series import Series, bound_days, series_of
from supervision_core.obligations.standings import Standing
from supervision_core.periods import Period
from supervision_core.text import shown

__all__ = ["Duty", "Question"]


@final
@attrs.frozen(kw_only=True)
class Question:
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
    question: Question
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

    def standing(self) -> Standing:
        """How it stands as of the day."""
        required, practised = (self._occurrences(basis) for basis in Basis)
        asked, newest = self.question.period, self.versions[-1]
        used = {event for one in required for event in one.event_ids}
        counting = used | {event for one in practised for event in one.event_ids}
        unread = [one.shared(asked) for one in self.unread()]
        return Standing(
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
