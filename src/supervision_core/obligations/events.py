"""What was done, and what was decided about a single occurrence: events, waivers and moved deadlines."""

from __future__ import annotations

from datetime import date
from typing import final

import attrs

from supervision_core.fields import Checks, composed_sorted
from supervision_core.periods import Period
from supervision_core.text import Label, composed, shown

__all__ = ["Event", "MovedDeadline", "Waiver"]


@final
@attrs.frozen(kw_only=True)
class Event:
    """Something that was done towards one obligation, on one day.

    It counts towards one occurrence of that obligation and no other. A meeting that was held for two obligations is
    recorded under one of them, unless somebody competent decides that it counts for both and records it under each.

    >>> from datetime import date
    >>> from supervision_core import Event
    >>> Event(id="tcd-01", obligation="citizen_reception", on=date(2026, 7, 6), by_office_holder=True).on.day
    6
    """

    #: Its id.
    id: str = attrs.field(converter=composed)
    #: The code of the obligation.
    obligation: str = attrs.field(converter=composed)
    #: The day.
    on: date
    #: Whether the office holder did it and no deputy; None where nobody said. Asked for only where no deputy counts.
    by_office_holder: bool | None = None
    #: The day on which it was announced; None where that is not known.
    announced_on: date | None = None
    #: Ids of the evidence for it (minutes, photographs), sorted.
    sources: tuple[str, ...] = attrs.field(default=(), converter=composed_sorted)

    def __attrs_post_init__(self) -> None:
        checks = Checks(f"Event {shown(self.id)}")
        checks.identifier("id", self.id)
        checks.identifier("obligation", self.obligation)
        dated = checks.day("on", self.on)
        checks.optional_kind("by_office_holder", self.by_office_holder, bool, "True or False")
        dated = checks.optional_day("announced_on", self.announced_on) and dated
        if dated and self.announced_on is not None and self.announced_on > self.on:
            checks.fault("not_earlier", "announced_on", self.announced_on, f"no day after {self.on.isoformat()}")
        checks.identifiers("sources", self.sources)
        checks.done()


@final
@attrs.frozen(kw_only=True)
class Waiver:
    """A decision that an obligation need not be met for some time, with its ground.

    It waives every occurrence whose period lies wholly in that time; one that is touched only in part is still owed.

    >>> from supervision_core import Label, Waiver
    >>> from supervision_core.periods import Period
    >>> Waiver(obligation="citizen_reception", period=Period.of_month(2026, 9), ground=None)
    Traceback (most recent call last):
        ...
    supervision_core.errors.InvalidInput: Waiver 'citizen_reception'.ground: found None, expected the ground, ...
    """

    #: The code of the obligation.
    obligation: str = attrs.field(converter=composed)
    #: The time.
    period: Period
    #: Why, and by whose decision.
    ground: Label

    def __attrs_post_init__(self) -> None:
        checks = Checks(f"Waiver {shown(self.obligation)}")
        checks.identifier("obligation", self.obligation)
        checks.kind("period", self.period, Period, "a Period")
        _check_ground(checks, self.ground)
        checks.done()


@final
@attrs.frozen(kw_only=True)
class MovedDeadline:
    """A decision that what is required for one period may be done until another day, later or earlier, with its ground.

    >>> from datetime import date
    >>> from supervision_core import Label, MovedDeadline
    >>> flood = Label("Lũ lụt, theo thông báo của thành phố", "Floods, by the city's notice")
    >>> moved = MovedDeadline(obligation="dialogue", occurrence=date(2025, 12, 1), until=date(2026, 1, 31), ground=flood)
    """

    #: The code of the obligation.
    obligation: str = attrs.field(converter=composed)
    #: Any day of the period that is meant.
    occurrence: date
    #: The new last day, inclusive.
    until: date
    #: Why, and by whose decision.
    ground: Label

    def __attrs_post_init__(self) -> None:
        checks = Checks(f"MovedDeadline {shown(self.obligation)}")
        checks.identifier("obligation", self.obligation)
        checks.day("occurrence", self.occurrence)
        if checks.day("until", self.until) and self.until == date.max:
            checks.fault("too_large", "until", self.until, "a day before the calendar's last")
        _check_ground(checks, self.ground)
        checks.done()


def _check_ground(checks: Checks, ground: object) -> None:
    if ground is None:
        checks.fault("missing", "ground", None, "the ground, as a Label")
    else:
        checks.kind("ground", ground, Label, "a Label")
