"""Periodic obligations and what was done about them: generators for tests."""

from __future__ import annotations

from datetime import date, timedelta
from itertools import cycle, islice, product
from typing import TypedDict

from hypothesis import strategies as st

from supervision_core.obligations.case import ComplianceCase
from supervision_core.obligations.model import (
    Counting,
    Event,
    Frequency,
    MovedDeadline,
    Obligation,
    Partial,
    Right,
    TimeUnit,
    Waiver,
)
from supervision_core.obligations.report import Compliance, compliance
from supervision_core.strategies.values import days, labels, working_days
from supervision_core.values.calendars import WorkingDays
from supervision_core.values.citations import Citation, Instrument, InstrumentKind, Verification
from supervision_core.values.labels import Label
from supervision_core.values.periods import Period, days_after
from supervision_core.values.text import shown

__all__ = [
    "ComplianceQuestion",
    "compliance_questions",
    "compliances",
    "events",
    "frequencies",
    "obligation_versions",
    "obligations",
]

_LOCAL = Citation(
    instrument=Instrument(kind=InstrumentKind.PLAN, title=Label("Kế hoạch giả định", "An invented plan")),
    verification=Verification.REPORTED,
)
_GROUND = Label("lý do giả định", "an invented ground")
_FIRST = date(2024, 1, 1)
_CODES = ("dialogue", "reception")
# Built once, as all that is drawn often: Hypothesis checks every strategy object that it meets anew.
_UNITS = st.sampled_from(TimeUnit)
_COUNTINGS = st.sampled_from(Counting)
_ANY_DAYS = [days_after(_FIRST, later) for later in range(731)]
_MAYBE_DAY = st.sampled_from([*[None] * len(_ANY_DAYS), *_ANY_DAYS])
_OPENS_AFTER = {months: st.sampled_from([0, 0, -1, months, months // 2]) for months in (1, 3, 6, 7, 12)}
_CHANGES = st.sampled_from([*[None] * 610, *_ANY_DAYS[60:670]])
_RIGHTS = st.sampled_from([*[None] * len(Right), *Right])
_NOTICES = st.sampled_from([None, 0, 7])
_GRACES = st.sampled_from([0, 0, 3])
_WORKING_GRACES = st.sampled_from([0, 0, 0, 2, 5])
_ROLLS = st.sampled_from([False, False, True])
_PERIODS = st.tuples(days(), st.integers(1, 500)).map(lambda drawn: Period.of_days(drawn[0], days_after(*drawn)))
_ASKED = st.one_of(_PERIODS, st.just(Period.of_year(2025)))
_AS_OF = st.sampled_from([*[date(2026, 3, 1)] * 942, *(days_after(date(2023, 12, 1), later) for later in range(943))])
_PARTIALS = st.sampled_from(Partial)
_BINDING = st.one_of(st.none(), st.none(), _PERIODS)
_WAIVED = st.lists(_PERIODS, max_size=1)
_MOVES = st.lists(st.tuples(days(), st.integers(0, 120)), max_size=1)
# Half of the days lie close together, so that weeks and months are met as well as missed.
_CLOSE = [days_after(date(2025, 1, 20), later) for later in range(41)]
_HELD = [*_ANY_DAYS, *islice(cycle(_CLOSE), len(_ANY_DAYS))]
_MEETINGS = st.lists(
    st.tuples(st.sampled_from(_HELD), st.sampled_from(list(product([True, True, False, None], range(21))))), max_size=12
)


class ComplianceQuestion(TypedDict):
    """What ``compliance`` is asked, by the names of its arguments."""

    obligations: list[Obligation]
    events: list[Event]
    period: Period
    as_of: date
    partial: Partial
    binding: Period | None
    waivers: list[Waiver]
    moved: list[MovedDeadline]
    calendar: WorkingDays | None


@st.composite
def frequencies(draw: st.DrawFn, *, counts: Counting | None = None) -> Frequency:
    """Frequencies of every period, with anchors at the ends of months, times of grace and plans made ahead."""
    per = draw(_UNITS)
    anchor = draw(_MAYBE_DAY)
    months = {TimeUnit.TERM: 7, TimeUnit.WEEK: 0}.get(per) if per.months is None else per.months
    assert months is not None
    opens = draw(_OPENS_AFTER[months]) if months else 0
    late = opens == months and months > 0
    return Frequency(
        times=draw(st.integers(1, 3)),
        per=per,
        counts=draw(_COUNTINGS) if counts is None else counts,
        anchor=anchor or _FIRST if per is TimeUnit.TERM else anchor,
        term_months=months if per is TimeUnit.TERM else None,
        opens_after_months=opens,
        grace_months=draw(st.integers(1 if late else 0, 1)) if months else 0,
        grace_days=draw(_GRACES),
        grace_working_days=draw(_WORKING_GRACES),
        rolls=draw(_ROLLS),
    )


_FREQUENCIES = frequencies()
_FREQUENCIES_BY = {counts: frequencies(counts=counts) for counts in Counting}


@st.composite
def obligation_versions(draw: st.DrawFn, *, code: str = "invented") -> list[Obligation]:
    """All versions of one obligation: one, or two with a change in between, of which the earlier may be unread."""
    frequencies_alike = _FREQUENCIES_BY[draw(_COUNTINGS)]
    change = draw(_CHANGES)
    newest = Obligation(
        code=code,
        label=draw(labels()),
        right=draw(_RIGHTS),
        required=draw(frequencies_alike),
        citation=_LOCAL,
        in_force_from=change,
        no_deputy=draw(st.integers(0, 4)) == 0,
        notice_days=draw(_NOTICES),
    )
    if draw(st.booleans()):
        newest = newest.with_practice(draw(_FREQUENCIES), _LOCAL)
    if change is None:
        return [newest]
    if draw(st.booleans()):
        return list(newest.with_unread_past())
    earlier = Obligation(
        code=code,
        label=newest.label,
        right=newest.right,
        required=draw(frequencies_alike) if draw(st.booleans()) else newest.required,
        citation=_LOCAL,
        in_force_from=None,
        in_force_until=change,
    )
    return [earlier, newest]


def obligations() -> st.SearchStrategy[Obligation]:
    """Single obligations: with and without a known frequency, a practice, days in force."""
    return obligation_versions().flatmap(st.sampled_from)


def events() -> st.SearchStrategy[Event]:
    """Single events of an invented obligation."""
    return _events("invented").filter(bool).flatmap(st.sampled_from)


def _events(obligation: str) -> st.SearchStrategy[list[Event]]:
    """Events of one obligation over two years, some on the same day; each with an id of its own."""
    return _MEETINGS.map(
        lambda drawn: [
            Event(
                id=f"{obligation}-{number}",
                obligation=obligation,
                on=on,
                by_office_holder=own,
                announced_on=on - timedelta(days=ahead) if ahead else None,
                sources=[f"minutes-{number}"] if own else [],
            )
            for number, (on, (own, ahead)) in enumerate(drawn)
        ]
    )


_WORKED = working_days(known=Period.of_days(date(2023, 6, 1), date(2027, 12, 31)))
_CALENDARS = st.one_of(st.none(), _WORKED, working_days())
_VERSIONS = {code: obligation_versions(code=code) for code in _CODES}
_EVENTS = {code: _events(code) for code in _CODES}


@st.composite
def compliance_questions(draw: st.DrawFn) -> ComplianceQuestion:
    """Whole questions that ``compliance`` accepts, by the names of its arguments: ``compliance(**question)``."""
    question = ComplianceQuestion(
        obligations=[],
        events=[],
        period=draw(_ASKED),
        as_of=draw(_AS_OF),
        partial=draw(_PARTIALS),
        binding=draw(_BINDING),
        waivers=[],
        moved=[],
        calendar=draw(_CALENDARS),
    )
    for code in _CODES[: draw(st.integers(1, 2))]:
        question["obligations"] += draw(_VERSIONS[code])
        question["waivers"] += [Waiver(obligation=code, period=some, ground=_GROUND) for some in draw(_WAIVED)]
        question["moved"] += [
            MovedDeadline(obligation=code, occurrence=on, until=days_after(on, later), ground=_GROUND)
            for on, later in draw(_MOVES)
        ]
        question["events"] += draw(_EVENTS[code])
    return _accepted(question)


def _accepted(question: ComplianceQuestion) -> ComplianceQuestion:
    """The question without the events and decisions that fit nowhere; each fault names one of them."""
    while wrong := {fault.place for fault in _asked(question).faults()} - {"compliance.calendar"}:
        question = {
            **question,
            "moved": [one for one in question["moved"] if f"MovedDeadline {shown(one.obligation)}" not in wrong],
            "waivers": [one for one in question["waivers"] if f"Waiver {shown(one.obligation)}.period" not in wrong],
            "events": [one for one in question["events"] if f"Event {shown(one.id)}.on" not in wrong],
        }
    return question


def _asked(question: ComplianceQuestion) -> ComplianceCase:
    """The question as ``compliance`` looks at it, before any answer is worked out."""
    return ComplianceCase(
        obligations=tuple(question["obligations"]),
        events=tuple(question["events"]),
        period=question["period"],
        as_of=question["as_of"],
        partial=question["partial"],
        binding=question["binding"],
        waivers=tuple(question["waivers"]),
        moved=tuple(question["moved"]),
        calendar=question["calendar"],
    )


def compliances() -> st.SearchStrategy[Compliance]:
    """Answers of ``compliance`` to random questions."""
    return compliance_questions().map(lambda question: compliance(**question))
