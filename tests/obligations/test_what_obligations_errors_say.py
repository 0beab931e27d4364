"""What is wrong with an obligation, with what was done for it, and with a report: place, value and what would be right.

One case a line of the rules: what is given, and all that is said of it. "≠" stands between what was found and what is expected.
"""

from datetime import date

import attrs
import pytest

import supervision_core as sc
from supervision_core import Period
from supervision_core.obligations import (
    Counting,
    Event,
    Frequency,
    MovedDeadline,
    Obligation,
    Occurrence,
    OccurrenceState,
    Partial,
    TimeUnit,
    Waiver,
)
from supervision_core.values import Citation, Instrument, InstrumentKind, Verification
from supervision_core.values.text import shown

L = sc.Label("việc", "duty")
LAW = Citation(instrument=Instrument(kind=InstrumentKind.LAW, title=L), verification=Verification.VERIFIED)
GROUND = sc.Label("Lũ lụt", "Floods")
MONTHLY, YEARLY = Frequency(times=1, per=TimeUnit.MONTH), Frequency(times=1, per=TimeUnit.YEAR)
DAYS = attrs.evolve(MONTHLY, counts=Counting.DAYS)
YEAR, MARCH = Period.of_year(2025), Period.of_month(2025, 3)
DAY, LATE = date(2025, 3, 5), date(2026, 5, 1)
BASES = "one of Basis.REQUIRED, Basis.PRACTISED"
PARTIALS = "one of Partial.OWES_NOTHING, Partial.OWES_SHARE, Partial.OWES_ALL"
RIGHTS = "one of Right.KNOW, Right.DISCUSS, Right.DO, Right.CHECK, Right.SUPERVISE, Right.BENEFIT"
STATES = "one of " + ", ".join(f"OccurrenceState.{one.name}" for one in OccurrenceState)
UNITS = "one of " + ", ".join(f"TimeUnit.{one.name}" for one in TimeUnit)
VERDICTS = "one of Verdict.MET, Verdict.NOT_MET, Verdict.UNKNOWN"
A_DAY, AN_ID, YES_NO = "a day (datetime.date)", "at least one visible character", "True or False"


def frequency(**given):
    return Frequency(**{"times": 1, "per": TimeUnit.MONTH, **given})


def duty(required=MONTHLY, code="x", **more):
    return Obligation(**{"code": code, "label": L, "required": required, "right": None, "citation": LAW if required else None, **more})


def event(name="e", on=DAY, **more):
    return Event(**{"id": name, "obligation": "x", "on": on, **more})


def waiver(period=YEAR, **more):
    return Waiver(**{"obligation": "x", "period": period, "ground": GROUND, **more})


def move(occurrence=DAY, until=LATE, **more):
    return MovedDeadline(**{"obligation": "x", "occurrence": occurrence, "until": until, "ground": GROUND, **more})


def asked(obligations, events=(), **more):
    """The report on 2025, well after it."""
    return sc.compliance(obligations, events, YEAR, as_of=LATE, **more)


def occurrence(**changes):
    """An occurrence of March with one event that it needs, in time; changed."""
    [one] = sc.compliance([duty()], [event()], MARCH, as_of=LATE).standings["x"].required
    return attrs.evolve(one, **changes)


def standing(**changes):
    return attrs.evolve(asked([duty()]).standings["x"], **changes)


def report(**changes):
    return attrs.evolve(asked([duty()]), **changes)


def lines(faults):
    return [f"{one.place}: {one.found} ≠ {one.expected} [{one.code}]" for one in faults]


VALUES = [
    (lambda: Frequency(times=0, per="week", counts="days", anchor="x", grace_months=25, grace_days=367, grace_working_days=-1, rolls=1), [
        "Frequency.times: 0 ≠ at least 1 [too_small]",
        f"Frequency.per: 'week' ≠ {UNITS} [wrong_kind]",
        "Frequency.counts: 'days' ≠ one of Counting.EVENTS, Counting.DAYS [wrong_kind]",
        f"Frequency.anchor: 'x' ≠ {A_DAY} [not_a_day]",
        "Frequency.grace_months: 25 ≠ at most 24 [too_large]",
        "Frequency.grace_days: 367 ≠ at most 366 [too_large]",
        "Frequency.grace_working_days: -1 ≠ at least 0 [too_small]",
        f"Frequency.rolls: 1 ≠ {YES_NO} [wrong_kind]",
    ]),
    (lambda: frequency(grace_months=-1, grace_days=-1, grace_working_days=367, times=100_001), [
        "Frequency.times: 100001 ≠ at most 100000 [too_large]",
        "Frequency.grace_months: -1 ≠ at least 0 [too_small]",
        "Frequency.grace_days: -1 ≠ at least 0 [too_small]",
        "Frequency.grace_working_days: 367 ≠ at most 366 [too_large]",
    ]),
    (lambda: frequency(per=TimeUnit.TERM), [
        "Frequency.term_months: None ≠ the length of the term in months [missing]",
        "Frequency.anchor: None ≠ the first day of some term [missing]",
    ]),
    (lambda: frequency(per=TimeUnit.TERM, anchor=DAY, term_months=0), ["Frequency.term_months: 0 ≠ at least 1 [too_small]"]),
    (lambda: frequency(per=TimeUnit.TERM, anchor=DAY, term_months=1201), ["Frequency.term_months: 1201 ≠ at most 1200 [too_large]"]),
    (lambda: frequency(per=TimeUnit.HALF_YEAR, term_months=6), ["Frequency.term_months: 6 ≠ None, since the period is a half_year [surplus]"]),
    (lambda: frequency(per=TimeUnit.WEEK, opens_after_months=1, grace_months=2), [
        "Frequency.opens_after_months: 1 ≠ 0, since weeks are not counted in months [surplus]",
        "Frequency.grace_months: 2 ≠ 0, since weeks are not counted in months [surplus]",
    ]),
    (lambda: frequency(times="x", counts=Counting.DAYS), ["Frequency.times: 'x' ≠ a whole number (int) [not_whole]"]),
    (lambda: frequency(opens_after_months="x"), ["Frequency.opens_after_months: 'x' ≠ a whole number (int) [not_whole]"]),
    (lambda: frequency(opens_after_months=1), ["Frequency.opens_after_months: 1 ≠ a time of grace, since it opens after the period [empty_period]"]),
    (lambda: frequency(times=29, counts=Counting.DAYS), ["Frequency.times: 29 ≠ at most 28, the days of the shortest month [too_large]"]),
    (lambda: frequency(times=183, counts=Counting.DAYS, per=TimeUnit.HALF_YEAR), ["Frequency.times: 183 ≠ at most 181, the days of the shortest half_year [too_large]"]),
    (lambda: frequency(times=57, counts=Counting.DAYS, per=TimeUnit.TERM, term_months=2, anchor=DAY), [
        "Frequency.times: 57 ≠ at most 56, the days of the shortest term [too_large]",
    ]),
    (lambda: duty(code="", label="x", required=5, practised="x", right="know", citation=1, practice_citation=2, no_deputy=1, notice_days=-1), [
        f"Obligation ''.code: '' ≠ {AN_ID} [blank]",
        "Obligation ''.label: 'x' ≠ a Label [wrong_kind]",
        "Obligation ''.required: 5 ≠ a Frequency, or None [wrong_kind]",
        "Obligation ''.practised: 'x' ≠ a Frequency, or None [wrong_kind]",
        f"Obligation ''.right: 'know' ≠ {RIGHTS} [wrong_kind]",
        "Obligation ''.citation: 1 ≠ a Citation, or None [wrong_kind]",
        "Obligation ''.practice_citation: 2 ≠ a Citation, or None [wrong_kind]",
        f"Obligation ''.no_deputy: 1 ≠ {YES_NO} [wrong_kind]",
        "Obligation ''.notice_days: -1 ≠ at least 0 [too_small]",
    ]),
    (lambda: duty(citation=None, practice_citation=LAW, in_force_from=DAY, in_force_until=DAY, notice_days=3661), [
        "Obligation 'x'.citation: None ≠ a Citation, since something is required [missing]",
        f"Obligation 'x'.practice_citation: {shown(LAW)} ≠ None, since nothing is practised [surplus]",
        f"Obligation 'x'.in_force_until: {DAY!r} ≠ a day after in_force_from [empty_period]",
        "Obligation 'x'.notice_days: 3661 ≠ at most 3660 [too_large]",
    ]),
    (lambda: duty(in_force_until=date.min), [f"Obligation 'x'.in_force_until: {date.min!r} ≠ a day after in_force_from [empty_period]"]),
    (lambda: duty(in_force_from=1, in_force_until=2), [
        f"Obligation 'x'.in_force_from: 1 ≠ {A_DAY} [not_a_day]",
        f"Obligation 'x'.in_force_until: 2 ≠ {A_DAY} [not_a_day]",
    ]),
    (lambda: duty(in_force_from=1, in_force_until=DAY), [f"Obligation 'x'.in_force_from: 1 ≠ {A_DAY} [not_a_day]"]),
    (lambda: event(on=1, announced_on=DAY), [f"Event 'e'.on: 1 ≠ {A_DAY} [not_a_day]"]),
    (lambda: duty().binds("x"), [f"Obligation.binds.day: 'x' ≠ {A_DAY} [not_a_day]"]),
    (lambda: duty().with_practice(5, 6), [
        "Obligation.with_practice.practised: 5 ≠ a Frequency [wrong_kind]",
        "Obligation.with_practice.citation: 6 ≠ a Citation, or None [wrong_kind]",
    ]),
    (lambda: event("", obligation="", on=1, by_office_holder="yes", announced_on=2, sources="m"), [
        f"Event ''.id: '' ≠ {AN_ID} [blank]",
        f"Event ''.obligation: '' ≠ {AN_ID} [blank]",
        f"Event ''.on: 1 ≠ {A_DAY} [not_a_day]",
        f"Event ''.by_office_holder: 'yes' ≠ {YES_NO}, or None [wrong_kind]",
        f"Event ''.announced_on: 2 ≠ {A_DAY} [not_a_day]",
        "Event ''.sources: 'm' ≠ a collection of ids [not_a_collection]",
    ]),
    (lambda: event(announced_on=date(2025, 3, 6)), [f"Event 'e'.announced_on: {date(2025, 3, 6)!r} ≠ no day after 2025-03-05 [not_earlier]"]),
    (lambda: event(sources=["s", "s"]), ["Event 'e'.sources: 's' ≠ each id once [duplicate]"]),
    (lambda: waiver("x", obligation="", ground=None), [
        f"Waiver ''.obligation: '' ≠ {AN_ID} [blank]",
        "Waiver ''.period: 'x' ≠ a Period [wrong_kind]",
        "Waiver ''.ground: None ≠ the ground, as a Label [missing]",
    ]),
    (lambda: waiver(ground="x"), ["Waiver 'x'.ground: 'x' ≠ a Label [wrong_kind]"]),
    (lambda: move(1, date.max, obligation="", ground=None), [
        f"MovedDeadline ''.obligation: '' ≠ {AN_ID} [blank]",
        f"MovedDeadline ''.occurrence: 1 ≠ {A_DAY} [not_a_day]",
        f"MovedDeadline ''.until: {date.max!r} ≠ a day before the calendar's last [too_large]",
        "MovedDeadline ''.ground: None ≠ the ground, as a Label [missing]",
    ]),
    (lambda: move(until="x", ground="y"), [
        f"MovedDeadline 'x'.until: 'x' ≠ {A_DAY} [not_a_day]",
        "MovedDeadline 'x'.ground: 'y' ≠ a Label [wrong_kind]",
    ]),
]  # fmt: skip

ANSWERS = [
    (lambda: Occurrence(
        obligation="", basis=1, per=2, counts=3, period=4, is_partial=5, window=6, first_due=7, is_due_known=8, needed=-1, event_ids="e",
        state=9, ground=10, citation=11, late_by=-1, last_safe_day=12, still_possible=13,
    ), [
        f"Occurrence of ''.obligation: '' ≠ {AN_ID} [blank]",
        f"Occurrence of ''.basis: 1 ≠ {BASES} [wrong_kind]",
        f"Occurrence of ''.per: 2 ≠ {UNITS} [wrong_kind]",
        "Occurrence of ''.counts: 3 ≠ one of Counting.EVENTS, Counting.DAYS [wrong_kind]",
        "Occurrence of ''.period: 4 ≠ a Period [wrong_kind]",
        f"Occurrence of ''.is_partial: 5 ≠ {YES_NO} [wrong_kind]",
        "Occurrence of ''.window: 6 ≠ a Period [wrong_kind]",
        f"Occurrence of ''.first_due: 7 ≠ {A_DAY} [not_a_day]",
        "Occurrence of ''.needed: -1 ≠ at least 0 [too_small]",
        "Occurrence of ''.event_ids: 'e' ≠ a collection of ids [not_a_collection]",
        f"Occurrence of ''.state: 9 ≠ {STATES} [wrong_kind]",
        "Occurrence of ''.ground: 10 ≠ a Label, or None [wrong_kind]",
        "Occurrence of ''.citation: 11 ≠ a Citation, or None [wrong_kind]",
        f"Occurrence of ''.is_due_known: 8 ≠ {YES_NO} [wrong_kind]",
        "Occurrence of ''.late_by: -1 ≠ at least 0 [too_small]",
        f"Occurrence of ''.last_safe_day: 12 ≠ {A_DAY} [not_a_day]",
        f"Occurrence of ''.still_possible: 13 ≠ {VERDICTS} [wrong_kind]",
    ]),
    (lambda: occurrence(state=OccurrenceState.WAIVED), ["Occurrence of 'x'.state: 'WAIVED' ≠ WAIVED or LEFT_OUT exactly where nothing is needed [contradiction]"]),
    (lambda: occurrence(needed=0, event_ids=[]), ["Occurrence of 'x'.state: 'DONE' ≠ WAIVED or LEFT_OUT exactly where nothing is needed [contradiction]"]),
    (lambda: occurrence(state=OccurrenceState.MISSING), ["Occurrence of 'x'.state: 'MISSING' ≠ DONE or DONE_LATE exactly where all was done [contradiction]"]),
    (lambda: occurrence(event_ids=[]), ["Occurrence of 'x'.state: 'DONE' ≠ DONE or DONE_LATE exactly where all was done [contradiction]"]),
    (lambda: occurrence(late_by=1), ["Occurrence of 'x'.late_by: 1 ≠ days from 1 exactly where it was done late [contradiction]"]),
    (lambda: occurrence(state=OccurrenceState.DONE_LATE), ["Occurrence of 'x'.late_by: 0 ≠ days from 1 exactly where it was done late [contradiction]"]),
    (lambda: occurrence(last_safe_day=DAY), [f"Occurrence of 'x'.last_safe_day: {DAY!r} ≠ None, since nothing is pending [surplus]"]),
    (lambda: occurrence(event_ids=["a", "b"], state=OccurrenceState.UNDETERMINED), [
        "Occurrence of 'x'.event_ids: ('a', 'b') ≠ at most 1, since no more are needed [surplus]",
    ]),
    (lambda: standing(
        obligation="", label="x", right=1, as_of=2, required=[3], practised=[4], not_known=[5], surplus_event_ids=["a", "a"],
        short_notice_event_ids="b", last_safe_day=6, still_possible=7,
    ), [
        f"ObligationStatus of ''.obligation: '' ≠ {AN_ID} [blank]",
        "ObligationStatus of ''.label: 'x' ≠ a Label [wrong_kind]",
        f"ObligationStatus of ''.right: 1 ≠ {RIGHTS} [wrong_kind]",
        f"ObligationStatus of ''.as_of: 2 ≠ {A_DAY} [not_a_day]",
        "ObligationStatus of ''.required[0]: 3 ≠ an Occurrence [wrong_kind]",
        "ObligationStatus of ''.practised[0]: 4 ≠ an Occurrence [wrong_kind]",
        "ObligationStatus of ''.not_known[0]: 5 ≠ a Period [wrong_kind]",
        "ObligationStatus of ''.surplus_event_ids: 'a' ≠ each id once [duplicate]",
        "ObligationStatus of ''.short_notice_event_ids: 'b' ≠ a collection of ids [not_a_collection]",
        f"ObligationStatus of ''.last_safe_day: 6 ≠ {A_DAY} [not_a_day]",
        f"ObligationStatus of ''.still_possible: 7 ≠ {VERDICTS} [wrong_kind]",
    ]),
    (lambda: report(period=1, as_of=2, partial=3, faults=[4], not_judged=["y", "y"], standings=5), [
        "Compliance.period: 1 ≠ a Period [wrong_kind]",
        f"Compliance.as_of: 2 ≠ {A_DAY} [not_a_day]",
        f"Compliance.partial: 3 ≠ {PARTIALS} [wrong_kind]",
        "Compliance.faults[0]: 4 ≠ a Fault [wrong_kind]",
        "Compliance.not_judged: 'y' ≠ each id once [duplicate]",
        "Compliance.standings: 5 ≠ a mapping from codes to Standings [wrong_kind]",
    ]),
    (lambda: report(standings={"x": 5, "y": standing()}), [
        "Compliance.standings['x']: 5 ≠ an ObligationStatus [wrong_kind]",
        "Compliance.standings['y']: 'x' ≠ the code it is listed under [other_id]",
    ]),
]  # fmt: skip

QUESTIONS = [
    (lambda: sc.compliance([1], [2], 3, as_of=4, partial=5, binding=6, waivers=[7], moved=[8], calendar=9), [
        "compliance.obligations[0]: 1 ≠ an Obligation [wrong_kind]",
        "compliance.events[0]: 2 ≠ an Event [wrong_kind]",
        "compliance.period: 3 ≠ a Period [wrong_kind]",
        f"compliance.as_of: 4 ≠ {A_DAY} [not_a_day]",
        f"compliance.partial: 5 ≠ {PARTIALS} [wrong_kind]",
        "compliance.binding: 6 ≠ a Period, or None [wrong_kind]",
        "compliance.waivers[0]: 7 ≠ a Waiver [wrong_kind]",
        "compliance.moved[0]: 8 ≠ a MovedDeadline [wrong_kind]",
        "compliance.calendar: 9 ≠ WorkingDays, or None [wrong_kind]",
    ]),
    (lambda: sc.obligations.compliance_all([1], {"a": iter([2])}, 3, as_of=4, partial=5, calendar=6, bindings={"a": 7}, waivers={"a": [8]}, moved={"a": 9}), [
        "compliance_all.obligations[0]: 1 ≠ an Obligation [wrong_kind]",
        "compliance_all.period: 3 ≠ a Period [wrong_kind]",
        f"compliance_all.as_of: 4 ≠ {A_DAY} [not_a_day]",
        f"compliance_all.partial: 5 ≠ {PARTIALS} [wrong_kind]",
        "compliance_all.calendar: 6 ≠ a WorkingDays, or None [wrong_kind]",
        "compliance_all.events['a'][0]: 2 ≠ an Event [wrong_kind]",
        "compliance_all.bindings: a IdMap ≠ a mapping by ids, each a Period, or None [wrong_kind]",
        "compliance_all.waivers: a IdMap ≠ a mapping by ids, each a collection, each item a Waiver, or None [wrong_kind]",
        "compliance_all.moved: a IdMap ≠ a mapping by ids, each a collection, each item a MovedDeadline, or None [wrong_kind]",
    ]),
    (lambda: sc.obligations.compliance_all([duty()], {"a": []}, YEAR, as_of=LATE, bindings={"b": YEAR}, waivers={"c": []}, moved={"a": [], "d": []}), [
        "compliance_all.bindings: 'b' ≠ one of the ids of events [nobody]",
        "compliance_all.waivers: 'c' ≠ one of the ids of events [nobody]",
        "compliance_all.moved: 'd' ≠ one of the ids of events [nobody]",
    ]),
    (lambda: sc.obligations.compliance_all([duty()], {"a": []}, YEAR, as_of=LATE, waivers=6), ["compliance_all.waivers: 6 ≠ a mapping from ids [wrong_kind]"]),
    (lambda: sc.obligations.compliance_all([duty()], None, YEAR, as_of=LATE, bindings=5, waivers=6, moved=7), [
        "compliance_all.events: None ≠ a mapping from ids [wrong_kind]",
        "compliance_all.bindings: 5 ≠ a mapping from ids [wrong_kind]",
        "compliance_all.waivers: 6 ≠ a mapping from ids [wrong_kind]",
        "compliance_all.moved: 7 ≠ a mapping from ids [wrong_kind]",
    ]),
]  # fmt: skip

RULE = duty(in_force_from=date(2025, 1, 1))
#: Two rules of one code with a time between them in which none is in force.
APART = [duty(in_force_until=date(2025, 3, 1)), duty(attrs.evolve(MONTHLY, times=2), in_force_from=date(2025, 6, 1))]
MAY_DO = "a day of a required occurrence, and a day on which it may be done"
#: What stands beside a report that could be made all the same.
BESIDE = [
    (lambda: asked([duty(in_force_until=date(2025, 7, 1)), duty(in_force_from=date(2025, 6, 30))]), [
        "Obligation 'x'.in_force_from: 2025-06-30 ≠ a day when no other rule of this code is in force [overlap]",
    ]),
    (lambda: asked([duty(), duty()]), ["Obligation 'x'.in_force_from: None ≠ a day when no other rule of this code is in force [overlap]"]),
    (lambda: asked([duty(in_force_until=DAY), duty(DAYS, in_force_from=DAY)]), [
        "Obligation 'x'.required: events and days ≠ either events or days in all rules of one code [counting_mixed]",
    ]),
    (lambda: asked([duty(None, practised=MONTHLY, in_force_until=DAY), duty(None, practised=DAYS, in_force_from=DAY)]), [
        "Obligation 'x'.practised: events and days ≠ either events or days in all rules of one code [counting_mixed]",
    ]),
    (lambda: asked([duty(DAYS, practised=MONTHLY)]), []),
    (lambda: asked([duty(frequency(rolls=True))]), [
        "compliance.calendar: None ≠ WorkingDays, since a last day of 'x' depends on which days are worked [missing]",
    ]),
    (lambda: asked([RULE], [event(on=date(2024, 12, 31)), event("f", date(2025, 1, 1))]), ["Event 'e'.on: 2024-12-31 ≠ a day on which 'x' may be done [outside]"]),
    (lambda: asked([duty(frequency(rolls=True), practised=MONTHLY)]), [
        "compliance.calendar: None ≠ WorkingDays, since a last day of 'x' depends on which days are worked [missing]",
    ]),
    (lambda: asked([duty(frequency(grace_working_days=1))]), [
        "compliance.calendar: None ≠ WorkingDays, since a last day of 'x' depends on which days are worked [missing]",
    ]),
    (lambda: asked([RULE], [event(announced_on=DAY)]), []),
    (lambda: asked([duty(None, in_force_from=date(2025, 1, 1), in_force_until=DAY), duty(in_force_from=DAY)], [event(on=date(2025, 1, 1))]), []),
    (lambda: asked([duty(None, in_force_from=date(2025, 1, 1))], [event(on=date(2024, 12, 31))]), [
        "Event 'e'.on: 2024-12-31 ≠ a day on which 'x' may be done [outside]",
    ]),
    (lambda: asked(APART, [event(on=date(2025, 1, 31))]), []),
    (lambda: asked(APART, waivers=[waiver(Period.of_month(2025, 1)), waiver(Period.of_month(2025, 6))]), []),
    (lambda: asked(APART, waivers=[waiver(Period.of_month(2025, 4))]), [
        "Waiver 'x'.period: 2025-04-01 to 2025-04-30 ≠ a time that holds a whole period [waives_nothing]",
    ]),
    (lambda: asked([RULE], waivers=[waiver(Period.of_days(date(2025, 3, 1), date(2025, 3, 30)))]), [
        "Waiver 'x'.period: 2025-03-01 to 2025-03-30 ≠ a time that holds a whole period [waives_nothing]",
    ]),
    (lambda: asked([RULE], moved=[move(date(2024, 12, 31), date(2025, 2, 1))]), [f"MovedDeadline 'x': 2024-12-31 to 2025-02-01 ≠ {MAY_DO} [moves_nothing]"]),
    (lambda: asked([RULE], moved=[move(date(2025, 3, 9), date(2025, 2, 28))]), [f"MovedDeadline 'x': 2025-03-09 to 2025-02-28 ≠ {MAY_DO} [moves_nothing]"]),
    (lambda: asked([duty(None, practised=MONTHLY)], moved=[move()]), [f"MovedDeadline 'x': 2025-03-05 to 2026-05-01 ≠ {MAY_DO} [moves_nothing]"]),
    (lambda: asked([RULE], moved=[move(date(2025, 3, 4)), move(date(2025, 3, 5)), move(date(2025, 4, 5))]), [
        "MovedDeadline 'x': 2025-03-05 ≠ each deadline moved once [moved_twice]",
    ]),
    (lambda: asked([RULE], [event(), event(), event("f")]), ["compliance.events: 'e' ≠ each event once [duplicate]"]),
]  # fmt: skip


def refused(make):
    with pytest.raises(sc.InvalidInput) as raised:
        make()
    return lines(raised.value.faults)


@pytest.mark.parametrize(("make", "said"), VALUES)
def test_what_is_given_names_what_is_wrong_with_it(make, said):
    """Frequencies, obligations, events and decisions: each fault by its field, with what stands there, all at once."""
    assert refused(make) == said


@pytest.mark.parametrize(("make", "said"), ANSWERS)
def test_an_answer_names_what_is_wrong_with_it(make, said):
    """Occurrences, how an obligation stands, a report: built by hand they are held to the same words."""
    assert refused(make) == said


@pytest.mark.parametrize(("make", "said"), QUESTIONS)
def test_a_question_names_what_is_wrong_with_it(make, said):
    """By the function that was asked and its argument."""
    assert refused(make) == said


@pytest.mark.parametrize(("make", "said"), BESIDE)
def test_one_bad_item_is_named_beside_the_report(make, said):
    """Rules that overlap or count differently, what is outside, what waives or moves nothing, what is told twice."""
    assert lines(make().faults) == said


def test_too_many_overlaps_are_named_with_their_size_and_the_bound(monkeypatch):
    """How many ways there would be, and how many may be walked; the duty is named and not judged."""
    monkeypatch.setattr("supervision_core.obligations.counting.LARGEST_WALK", 0)
    found = asked([duty()], [event()])

    assert lines(found.faults) == ["Obligation 'x': events for overlapping occurrences: 1 ≠ at most 0 [beyond_exactness]"]
    assert (dict(found.standings), found.not_judged) == ({}, ("x",))


def test_a_part_of_a_report_may_be_owed():
    """Nothing is wrong where all is as it should be, whichever share of a cut period is owed."""
    for partial in Partial:
        assert lines(asked([RULE], [event()], partial=partial).faults) == []
