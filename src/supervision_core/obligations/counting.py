"""Which event counts for which period: the assignment that misses as few occurrences as can be.

Periods follow each other, but the days on which something may be done for them may overlap: a moved deadline, a time of
grace, a plan made ahead. Then an event could count here or there, and the choice decides what is missed.

The walk goes from event to event in order of time and keeps, for each way in which the open occurrences may stand,
the best way to get there. Most often one occurrence is open at a time and one way is kept. Where many overlap and
each needs several events, the ways may become too many; then the question is refused, never estimated.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping, Sequence
from datetime import date
from types import MappingProxyType
from typing import Final, TypeAlias, final

import attrs

from supervision_core.obligations.model import Counting, Event
from supervision_core.obligations.safe_days import Pending, last_safe
from supervision_core.obligations.schedule import Slot
from supervision_core.obligations.status import Basis, Occurrence, OccurrenceState
from supervision_core.values.calendars import WorkingDays
from supervision_core.values.errors import BeyondExactness

__all__ = ["LARGEST_WALK", "Place", "Unit", "assign", "counted", "is_taken", "rest_of"]


#: The most ways of standing that are kept side by side.
LARGEST_WALK: Final = 5_000


@final
@attrs.frozen(kw_only=True)
class Place:
    """An occurrence as the walk sees it."""

    #: The first day on which an event counts.
    opens: date
    #: The first day on which none counts any more.
    closes: date
    #: How many events are needed.
    need: int
    #: Whether its last day is over.
    is_over: bool
    #: Whether only the office holder's own events count.
    is_strict: bool = False


@final
@attrs.frozen(kw_only=True)
class Unit:
    """What counts once: an event, or a day with events."""

    #: Its day.
    on: date
    #: Whether it counts where no deputy does.
    is_own: bool = True


# The open occurrences that still need something, with how much, the one that closes first in front.
_Standing: TypeAlias = tuple[tuple[int, int], ...]
# Missed (negative), done, used: more is better, in this order.
_Score: TypeAlias = tuple[int, int, int]
# Which unit went where, the last first; shared between ways with the same beginning.
_Trail: TypeAlias = "tuple[int, int, _Trail] | None"
_Ways: TypeAlias = dict[_Standing, tuple[_Score, _Trail]]


def assign(places: Sequence[Place], units: Sequence[Unit]) -> tuple[tuple[int, ...], ...]:
    """For each place the positions of the units that count towards it; units stand in order of time.

    Of all assignments that use each unit at most once it is one with the fewest places missed (over, with too little),
    among these one with the most places done, among these one that uses the most units, and of these always the same.
    Raises ``BeyondExactness`` where too many places that need several units overlap.
    """
    ways: _Ways = {(): ((0, 0, 0), None)}
    waiting = sorted((number for number, place in enumerate(places) if place.need), key=lambda one: (places[one].opens, one))
    reached = 0
    for position, unit in enumerate(units):
        opened = []
        while reached < len(waiting) and places[waiting[reached]].opens <= unit.on:
            if places[waiting[reached]].closes > unit.on:
                opened.append(waiting[reached])
            reached += 1
        ways = _after(ways, places, opened, position, unit)
        if len(ways) > LARGEST_WALK:
            raise BeyondExactness("events for overlapping occurrences", len(ways), LARGEST_WALK)
    best = max(ways.items(), key=lambda way: _closed(places, way[0], way[1][0], None)[1])
    return _read(best[1][1], len(places))


def _after(ways: _Ways, places: Sequence[Place], opened: Iterable[int], position: int, unit: Unit) -> _Ways:
    """All ways of standing after one more unit."""
    found: _Ways = {}
    fresh = [(number, places[number].need) for number in opened]
    for before, (earlier_score, trail) in ways.items():
        kept, score = _closed(places, before, earlier_score, unit.on)
        standing = sorted([*kept, *fresh], key=lambda one: (places[one[0]].closes, one[0]))
        choices = _choices(places, standing, unit)
        if not choices:
            _keep(found, tuple(standing), score, trail)
        for choice in choices:
            number, need = standing[choice]
            left = [(number, need - 1)] if need > 1 else []
            better = (score[0], score[1] + (need == 1), score[2] + 1)
            _keep(found, (*standing[:choice], *left, *standing[choice + 1 :]), better, (position, number, trail))
    return found


def _closed(
    places: Sequence[Place], standing: Iterable[tuple[int, int]], score: _Score, on: date | None
) -> tuple[list[tuple[int, int]], _Score]:
    """What is still open on a day (None: after the last one), and the score with what was missed."""
    kept = [one for one in standing if on is not None and places[one[0]].closes > on]
    missed = sum(1 for one in standing if one not in kept and places[one[0]].is_over)
    return kept, (score[0] - missed, score[1], score[2])


def _choices(places: Sequence[Place], standing: Sequence[tuple[int, int]], unit: Unit) -> list[int]:
    """Where the unit may go, as far as it is worth trying.

    What closes first and needs one more gets it: any other choice could be exchanged for this one without loss.
    That holds as long as whatever counts for the one counts for the others too.
    """
    strict = {places[number].is_strict for number, _ in standing}
    found = []
    for choice, (number, need) in enumerate(standing):
        if unit.is_own or not places[number].is_strict:
            found.append(choice)
            if need == 1 and len(strict) == 1:
                break
    return found


def _keep(ways: _Ways, standing: _Standing, score: _Score, trail: _Trail) -> None:
    if standing not in ways or score > ways[standing][0]:
        ways[standing] = (score, trail)


def _read(trail: _Trail, count: int) -> tuple[tuple[int, ...], ...]:
    found: list[list[int]] = [[] for _ in range(count)]
    while trail is not None:
        position, number, trail = trail
        found[number].append(position)
    return tuple(tuple(reversed(positions)) for positions in found)


@final
@attrs.frozen(kw_only=True)
class _Count:
    """What counts for each occurrence, in one way of reading the events."""

    #: What counts once, in order of time.
    units: list[Event]
    #: For each occurrence the positions of what was held in time.
    in_time: tuple[tuple[int, ...], ...]
    #: For each occurrence the positions of what was held after its last day.
    late: tuple[tuple[int, ...], ...]

    def total(self, number: int) -> int:
        """How much counts for an occurrence."""
        return len(self.in_time[number]) + len(self.late[number])


def counted(
    slots: Sequence[Slot],
    events: Sequence[Event],
    as_of: date,
    *,
    late_for: Mapping[date, int] = MappingProxyType({}),
    doubtful: frozenset[str] = frozenset(),
    calendar: WorkingDays | None = None,
) -> list[Occurrence]:
    """The occurrences of one obligation with the events that count towards them; events stand in order of time.

    An event on a day of ``late_for``, on which no occurrence may be done, counts for the one of that number, late.
    Where no deputy counts and nobody said who held an event, and where an event is ``doubtful``, it is counted twice:
    without such events, which gives what is done, and with them, which gives what may have been done.
    """
    if not slots:
        return []
    counts = slots[0].frequency.counts
    certain = [event for event in events if event.id not in doubtful]
    sure = _count(slots, _units(certain, counts), as_of, late_for, {True})
    at_best = sure
    if doubtful or any(slot.obligation.no_deputy for slot in slots):
        at_best = _count(slots, _units(events, counts), as_of, late_for, {True, None})
    today = [event for event in events if event.on == as_of]
    return [
        _occurrence(slot, number, _state(slot, number, sure, at_best, as_of), sure, as_of, today, calendar)
        for number, slot in enumerate(slots)
    ]


def _count(
    slots: Sequence[Slot], units: list[Event], as_of: date, late_for: Mapping[date, int], own: Collection[bool | None]
) -> _Count:
    in_time = _assigned(slots, [Unit(on=unit.on, is_own=unit.by_office_holder in own) for unit in units], as_of)
    late: list[list[int]] = [[] for _ in slots]
    for position, unit in enumerate(units):
        number = late_for.get(unit.on)
        if number is None:
            continue
        slot = slots[number]
        counts = unit.by_office_holder in own or not slot.obligation.no_deputy
        if counts and slot.is_due_known and len(in_time[number]) + len(late[number]) < slot.needed:
            late[number].append(position)
    return _Count(units=units, in_time=in_time, late=tuple(map(tuple, late)))


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
            is_over=slot.window.last < as_of and slot.is_due_known,
            is_strict=slot.obligation.no_deputy,
        )
        for slot in slots
    ]
    return assign(places, units)


def _state(slot: Slot, number: int, sure: _Count, at_best: _Count, as_of: date) -> OccurrenceState:
    if slot.needed == 0:
        return OccurrenceState.WAIVED if slot.is_waived else OccurrenceState.LEFT_OUT
    if len(sure.in_time[number]) == slot.needed:
        return OccurrenceState.DONE
    if as_of <= slot.window.last:
        return OccurrenceState.OPEN if as_of >= slot.window.start else OccurrenceState.UPCOMING
    if not slot.is_due_known or len(at_best.in_time[number]) == slot.needed:
        return OccurrenceState.UNDETERMINED
    if sure.total(number) == slot.needed:
        return OccurrenceState.DONE_LATE
    return OccurrenceState.UNDETERMINED if at_best.total(number) == slot.needed else OccurrenceState.MISSING


def _occurrence(
    slot: Slot,
    number: int,
    state: OccurrenceState,
    sure: _Count,
    as_of: date,
    today: Sequence[Event],
    calendar: WorkingDays | None,
) -> Occurrence:
    events = [sure.units[position] for position in (*sure.in_time[number], *sure.late[number])]
    taken = is_taken(today, no_deputy=slot.obligation.no_deputy)
    pending = [rest_of(slot, slot.needed - len(events), taken=taken)] if state in PENDING else []
    last_safe_day, still_possible = last_safe(pending, as_of=as_of, calendar=calendar)
    return Occurrence(
        obligation=slot.obligation.code,
        basis=slot.basis,
        per=slot.frequency.per,
        counts=slot.frequency.counts,
        period=slot.period,
        is_partial=slot.is_partial,
        window=slot.window,
        first_due=slot.first_due,
        is_due_known=slot.is_due_known,
        needed=slot.needed,
        event_ids=[event.id for event in events],
        state=state,
        ground=slot.ground,
        citation=slot.obligation.citation if slot.basis is Basis.REQUIRED else slot.obligation.practice_citation,
        late_by=(events[-1].on - slot.window.last).days if state is OccurrenceState.DONE_LATE else 0,
        last_safe_day=last_safe_day,
        still_possible=still_possible,
    )


#: The states in which something may still be done.
PENDING: Final = frozenset({OccurrenceState.OPEN, OccurrenceState.UPCOMING})


def is_taken(events: Iterable[Event], *, no_deputy: bool) -> bool:
    """Whether any of a day's events takes the day; where no deputy counts, only the holder's own does."""
    return any(event.by_office_holder is True or not no_deputy for event in events)


def rest_of(slot: Slot | Occurrence, count: int, *, taken: bool) -> Pending:
    """What is left of an occurrence; ``taken`` where the day as of which it is asked is no day of its own any more."""
    counts = slot.counts if isinstance(slot, Occurrence) else slot.frequency.counts
    by_day = counts is Counting.DAYS
    return Pending(window=slot.window, count=count, by_day=by_day, is_due_known=slot.is_due_known, is_taken=taken)
