"""A frequency laid along the calendar while its rule binds: for each period, how much is owed and until when."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date
from fractions import Fraction
from functools import cached_property
from math import ceil
from typing import Final, final

import attrs

from supervision_core.obligations.model import Counting, Frequency, MovedDeadline, Obligation, Partial, Waiver
from supervision_core.obligations.status import Basis
from supervision_core.values.calendars import WorkingDays
from supervision_core.values.labels import Label
from supervision_core.values.periods import CALENDAR, Cycle, Period, days_after
from supervision_core.values.verdicts import Verdict

__all__ = ["Series", "Slot", "bound_days", "series_of"]


@final
@attrs.frozen(kw_only=True)
class Slot:
    """One occurrence before anything is counted towards it."""

    #: The rule.
    obligation: Obligation
    #: How often.
    frequency: Frequency
    #: What it is measured by.
    basis: Basis
    #: The period, cut to the days on which the rule binds.
    period: Period
    #: Whether it was cut.
    is_partial: bool
    #: When it may be done.
    window: Period
    #: Its last day before any move, by the days of the calendar year alone.
    first_due: date
    #: Whether the last day is known; if not, the window ends on the earliest that it may be.
    is_due_known: bool = True
    #: How much is needed.
    needed: int
    #: Whether there is a day on which it may be done at all; none where the rule ends before the first of them.
    has_days: bool = True
    #: Whether it was waived.
    is_waived: bool = False
    #: Why it was waived or moved.
    ground: Label | None = None


_LONGEST_MONTH: Final = 31


def bound_days(first: Obligation, last: Obligation, binding: Period | None) -> Period | None:
    """The days on which rules bind, from the first of them to the last; within the binding where one is given."""
    in_force = Period(start=first.in_force_from or date.min, end=last.in_force_until or date.max)
    return in_force if binding is None else in_force.shared(binding)


@final
@attrs.frozen(kw_only=True)
class Series:
    """One frequency as long as it binds, and what was decided about single occurrences.

    A rule that is taken over by another one with the same frequency goes on: no period is cut by that.
    """

    #: The rules that ask for it, one after the other.
    rules: tuple[Obligation, ...]
    #: How often.
    frequency: Frequency
    #: What it is measured by.
    basis: Basis
    #: The days on which it binds.
    bound: Period
    #: What is owed for a period that is cut short.
    partial: Partial
    #: The waivers of this obligation.
    waivers: tuple[Waiver, ...]
    #: The moved deadlines of this obligation; a practice has none.
    moved: tuple[MovedDeadline, ...]
    #: Which days are worked; None where nobody said.
    calendar: WorkingDays | None

    @cached_property
    def cycle(self) -> Cycle:
        """The periods along the calendar."""
        months = self.frequency.months
        anchor = self.frequency.anchor or CALENDAR
        return Cycle(anchor=anchor, weeks=1) if months is None else Cycle(anchor=anchor, months=months)

    @cached_property
    def _moves(self) -> dict[int, MovedDeadline]:
        return {self.cycle.number_of(one.occurrence): one for one in self.moved if one.occurrence in self.bound}

    @cached_property
    def _reach(self) -> tuple[int, int]:
        """How many periods earlier and later than a day's own may be done on that day."""
        length = self.frequency.per.fewest_days * (self.frequency.term_months or 1)
        rest = 0 if self.calendar is None else self.calendar.longest_rest
        by_calendar = (self.frequency.grace_working_days + self.frequency.rolls) * (rest + 1)
        grace = self.frequency.grace_days + _LONGEST_MONTH * self.frequency.grace_months + by_calendar
        ahead = -_LONGEST_MONTH * min(0, self.frequency.opens_after_months)
        return -(-grace // length), -(-ahead // length)

    @cached_property
    def _slots(self) -> dict[int, Slot | None]:
        """The occurrences that were asked for already: each is asked for once an event and again when all are laid out."""
        return {}

    def slot(self, number: int) -> Slot | None:
        """The occurrence of that number; None when the rule does not bind on any day of its period."""
        if number not in self._slots:
            self._slots[number] = self._laid(number)
        return self._slots[number]

    def _laid(self, number: int) -> Slot | None:
        start, end = self.cycle.boundary(number), self.cycle.boundary(number + 1)
        if start >= end:
            return None  # beyond the calendar's own first or last day
        whole = Period(start=start, end=end)
        period = whole.shared(self.bound)
        if period is None:
            return None
        window, first_due, is_due_known = self._window(number, whole)
        needed = self._needed(whole, period, window)
        move = self._moves.get(number)
        waiver = next((one for one in self.waivers if period.within(one.period)), None)
        found = Slot(
            obligation=next(rule for rule in reversed(self.rules) if rule.binds(period.last)),
            frequency=self.frequency,
            basis=self.basis,
            period=period,
            is_partial=period != whole,
            window=window or period,
            first_due=first_due if window else period.last,
            is_due_known=is_due_known or not needed,
            needed=needed,
            has_days=window is not None,
        )
        if waiver is not None and needed:
            return attrs.evolve(found, needed=0, is_waived=True, is_due_known=True, ground=waiver.ground)
        if move is not None and window is not None and move.until >= window.start:
            moved = Period.of_days(window.start, move.until)
            return attrs.evolve(found, window=moved, is_due_known=True, ground=move.ground)
        return found

    def _window(self, number: int, whole: Period) -> tuple[Period | None, date, bool]:
        """When it may be done: from its opening to the end of its grace, and on no day on which the rule does not bind yet.

        A rule that ends leaves its own time of grace and no more. With it the last day by the calendar year alone, and whether
        the last day is known.
        """
        opens_after = self.frequency.opens_after_months
        grace_months, grace_days = self.frequency.grace_months, self.frequency.grace_days
        start = max(self.cycle.boundary(number, months=opens_after) if opens_after else whole.start, self.bound.start)
        has_grace = grace_months or grace_days
        end = self.cycle.boundary(number + 1, months=grace_months, days=grace_days) if has_grace else whole.end
        if self.bound.end < whole.end:
            after_the_rule = Cycle(anchor=self.bound.end, months=1).boundary(grace_months, days=grace_days)
            end = min(end, after_the_rule)
        first_due = days_after(end, -1)
        due, is_known = self._last_day(first_due)
        return (Period.of_days(start, due) if start <= due else None), first_due, is_known

    def _last_day(self, first_due: date) -> tuple[date, bool]:
        """The last day after working days of grace and rolling, and whether it is known; if not, the earliest it may be."""
        grace, rolls, calendar = self.frequency.grace_working_days, self.frequency.rolls, self.calendar
        if calendar is None:
            due = min(days_after(first_due, grace), days_after(date.max, -1))
            return due, due == first_due and not rolls
        due, is_known = first_due, True
        if grace:
            due, latest = calendar.span_after(first_due, grace)
            is_known = due == latest
        while rolls and calendar.is_worked(due) is Verdict.NOT_MET and due < date.max:
            due = days_after(due, 1)
        is_known = is_known and (not rolls or calendar.is_worked(due) is Verdict.MET)
        return min(due, days_after(date.max, -1)), is_known

    def _needed(self, whole: Period, period: Period, window: Period | None) -> int:
        times = self.frequency.times
        if window is None or (period != whole and self.partial is Partial.OWES_NOTHING):
            return 0
        if period == whole:
            return times
        owed = times if self.partial is Partial.OWES_ALL else ceil(Fraction(times * period.days, whole.days))
        return min(owed, window.days) if self.frequency.counts is Counting.DAYS else owed

    def near(self, day: date) -> Iterator[int]:
        """The numbers of the occurrences that may be done on a day, moved ones left out."""
        own = self.cycle.number_of(day)
        back, ahead = self._reach
        for number in range(own - back, own + ahead + 1):
            slot = self.slot(number)
            if slot is not None and slot.has_days and day in slot.window:
                yield number

    def allows(self, day: date) -> bool:
        """Whether there is an occurrence that may be done on a day."""
        moved = (self.slot(number) for number in self._moves)
        return any(True for _ in self.near(day)) or any(slot is not None and day in slot.window for slot in moved)

    def closed_before(self, day: date) -> int | None:
        """The number of the occurrence whose time ended last before a day; None where none has ended yet."""
        _, ahead = self._reach
        number = min(self.cycle.number_of(day) + ahead, self.cycle.number_of(self.bound.last))
        first = self.cycle.number_of(self.bound.start)
        while number >= first and (number in self._moves or self._end_before(number, day) is None):
            number -= 1
        numbers = [*self._moves, *([number] if number >= first else [])]
        ended = [(end, one) for one in numbers if (end := self._end_before(one, day)) is not None]
        return max(ended)[1] if ended else None

    def _end_before(self, number: int, day: date) -> date | None:
        """The last day of an occurrence where that is before a day."""
        slot = self.slot(number)
        return slot.window.last if slot is not None and slot.has_days and slot.window.last < day else None

    def due_in(self, asked: Period) -> Iterator[int]:
        """The numbers of the occurrences that fall due in a time, as long as the rule binds."""
        back, ahead = self._reach
        first = max(self.cycle.number_of(asked.start) - back, self.cycle.number_of(self.bound.start))
        last = min(self.cycle.number_of(asked.last) + ahead, self.cycle.number_of(self.bound.last))
        for number in range(first, last + 1):
            slot = self.slot(number)
            if slot is not None and slot.first_due in asked:
                yield number

    def slots(self, asked: Period, days: Iterable[date], more: Iterable[int] = ()) -> list[Slot]:
        """The occurrences that fall due in a time, that were moved, that may be done on one of the days, and some more."""
        numbers = set(self.due_in(asked)) | set(self._moves) | set(more)
        for day in set(days):
            numbers.update(self.near(day))
        found = (self.slot(number) for number in sorted(numbers))
        return [slot for slot in found if slot is not None]

    def moves_well(self, move: MovedDeadline) -> bool:
        """Whether a moved deadline names an occurrence of this rule, and no day before it may be done."""
        if move.occurrence not in self.bound:
            return False
        number = self.cycle.number_of(move.occurrence)
        window, _, _ = self._window(number, self.cycle.span(number))
        return window is not None and window.start <= move.until

    def waives_something(self, waiver: Waiver) -> bool:
        """Whether an occurrence of this rule lies wholly in the time of a waiver."""
        shared = self.bound.shared(waiver.period)
        if shared is None:
            return False
        spans = (span.shared(self.bound) for span in self.cycle.spans(shared))
        return any(span is not None and span.within(waiver.period) for span in spans)


def series_of(
    rules: Iterable[Obligation],
    *,
    binding: Period | None,
    partial: Partial,
    waivers: Iterable[Waiver],
    moved: Iterable[MovedDeadline],
    calendar: WorkingDays | None,
) -> Iterator[Series]:
    """The series of one obligation's rules, which stand in order of time: by the rule, then by practice."""
    given, waived, all_moved = tuple(rules), tuple(waivers), tuple(moved)
    for basis in Basis:
        for run in _runs(given, basis):
            frequency, bound = _frequency(run[0], basis), bound_days(run[0], run[-1], binding)
            if frequency is not None and bound is not None:
                yield Series(
                    rules=tuple(run),
                    frequency=frequency,
                    basis=basis,
                    bound=bound,
                    partial=partial,
                    waivers=waived,
                    moved=all_moved if basis is Basis.REQUIRED else (),
                    calendar=calendar,
                )


def _frequency(rule: Obligation, basis: Basis) -> Frequency | None:
    return rule.required if basis is Basis.REQUIRED else rule.practised


def _runs(rules: Iterable[Obligation], basis: Basis) -> list[list[Obligation]]:
    """Rules that follow each other without a gap and ask for the same."""
    runs: list[list[Obligation]] = []
    for rule in rules:
        last = runs[-1][-1] if runs else None
        if (
            last is not None
            and last.in_force_until == rule.in_force_from
            and _frequency(last, basis) == _frequency(rule, basis)
            and last.no_deputy == rule.no_deputy
        ):
            runs[-1].append(rule)
        else:
            runs.append([rule])
    return runs
