"""Holding what was done against what was to be done, as of a day."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

from supervision_core.errors import raise_for
from supervision_core.fields import as_tuple
from supervision_core.obligations.events import Event, MovedDeadline, Waiver
from supervision_core.obligations.frequencies import Partial
from supervision_core.obligations.obligations import Obligation
from supervision_core.obligations.questions import Question
from supervision_core.obligations.reports import Compliance
from supervision_core.periods import Period

__all__ = ["compliance"]


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
    >>> from supervision_core.periods import Period
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
    question = Question(
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
