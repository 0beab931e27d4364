"""Counting events towards occurrences: what counts once, whose events count, and how an occurrence stands after it."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from supervision_core.obligations.assignment import Place, Unit, assign
from supervision_core.obligations.events import Event
from supervision_core.obligations.frequencies import Counting
from supervision_core.obligations.occurrences import Basis, Occurrence, OccurrenceState
from supervision_core.obligations.slots import Slot

__all__ = ["counted"]


def counted(slots: Sequence[Slot], events: Sequence[Event], as_of: date) -> list[Occurrence]:
    """The occurrences of one obligation with the events that count towards them; events stand in order of time.

    Where no deputy counts and nobody said who held an event, it is counted twice: without such events, which gives what is
    done, and with them, which gives what may have been done and is therefore not missed.
    """
    if not slots:
        return []
    units = _units(events, slots[0].frequency.counts)
    sure = _assigned(slots, [Unit(on=event.on, is_own=event.by_office_holder is True) for event in units], as_of)
    at_best = sure
    if any(slot.obligation.no_deputy for slot in slots):
        at_best = _assigned(slots, [Unit(on=event.on, is_own=event.by_office_holder is not False) for event in units], as_of)
    return [
        _occurrence(slot, [units[position].id for position in taken], _state(slot, len(taken), len(possible), as_of))
        for slot, taken, possible in zip(slots, sure, at_best, strict=True)
    ]


def _units(events: Sequence[Event], counting: Counting) -> list[Event]:
    """What counts once: each event, or of each day the event that is most surely the office holder's own."""
    if counting is Counting.EVENTS:
        return list(events)
    best: dict[date, Event] = {}
    for event in events:
        if event.on not in best or _sureness(event) > _sureness(best[event.on]):
            best[event.on] = event
    return list(best.values())


def _sureness(event: Event) -> int:
    return 1 if event.by_office_holder is None else 2 * event.by_office_holder


def _assigned(slots: Sequence[Slot], units: Sequence[Unit], as_of: date) -> tuple[tuple[int, ...], ...]:
    places = [
        Place(
            opens=slot.window.start,
            closes=slot.window.end,
            need=slot.needed,
            is_over=slot.window.last < as_of,
            is_strict=slot.obligation.no_deputy,
        )
        for slot in slots
    ]
    return assign(places, units)


def _state(slot: Slot, taken: int, possible: int, as_of: date) -> OccurrenceState:
    if slot.needed == 0:
        return OccurrenceState.WAIVED if slot.is_waived else OccurrenceState.LEFT_OUT
    if taken == slot.needed:
        return OccurrenceState.DONE
    if as_of <= slot.window.last:
        return OccurrenceState.OPEN if as_of >= slot.window.start else OccurrenceState.UPCOMING
    return OccurrenceState.UNDETERMINED if possible == slot.needed else OccurrenceState.MISSING


def _occurrence(slot: Slot, event_ids: Sequence[str], state: OccurrenceState) -> Occurrence:
    return Occurrence(
        obligation=slot.obligation.code,
        basis=slot.basis,
        per=slot.frequency.per,
        counts=slot.frequency.counts,
        period=slot.period,
        is_partial=slot.is_partial,
        window=slot.window,
        first_due=slot.first_due,
        needed=slot.needed,
        event_ids=event_ids,
        state=state,
        ground=slot.ground,
        citation=slot.obligation.citation if slot.basis is Basis.REQUIRED else slot.obligation.practice_citation,
    )
