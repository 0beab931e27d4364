"""Duties done late, faults beside the report, and one calendar for deadlines, grace and the last safe day."""

from datetime import date

import attrs
import pytest

import supervision_core as sc
from fuzzing.deadlines import LAW, run
from supervision_core.obligations import Counting, Frequency, MovedDeadline, OccurrenceState, TimeUnit, counting as assignment

L = sc.Label("việc", "duty")
GROUND = sc.Label("Lũ lụt", "Floods")
AFTER = Frequency(times=1, per=TimeUnit.MONTH, opens_after_months=1, grace_days=5)
YEAR = sc.WorkingDays(known=sc.Period.of_year(2025))


def duty(required=AFTER, **more):
    return sc.Obligation(code="x", label=L, required=required, right=None, citation=LAW, **more)


def held(*days, **more):
    return [sc.Event(id=f"e{number}", obligation="x", on=on, **more) for number, on in enumerate(days)]


def standing(rule, events, as_of, calendar=None, period=None, **more):
    asked = period or sc.Period.of_month(2025, 6)
    return sc.compliance([rule], events, asked, as_of=as_of, calendar=calendar, **more).standings["x"]


def test_a_second_implementation_says_the_same():
    """A sample of the campaign in tests/fuzzing: random duties with calendars, each occurrence, how late, its last safe day."""
    met = run(150, 3)

    assert met["DONE_LATE"] > 10
    assert met["last safe days"] > 100


def test_a_duty_done_late_is_neither_missing_nor_done_in_time():
    """Held on the tenth where the fifth was the last day: done, five days late; the rule was not kept, and nothing is missing."""
    report = sc.compliance([duty()], held(date(2025, 6, 10)), sc.Period.of_month(2025, 6), as_of=date(2025, 8, 1))
    found = report.standings["x"]

    assert [one.late_by for one in report.late] == [5]
    assert report.late[0].sentence("vi") == "tháng 5/2025: đã thực hiện, quá hạn 5 ngày, 1/1 lần, hạn 05/6/2025"
    assert (found.missing, found.verdict) == ((), sc.Verdict.NOT_MET)
    assert report.facts.get("obligation.x.late").value == 1
    assert found.sentence("en") == "duty: 1 due, 0 done, 1 done late, 0 missing"
    assert attrs.evolve(report.late[0]) == report.late[0]


@pytest.mark.parametrize(("on", "late_by"), [(10, 5), (20, 15)])
def test_a_period_with_no_day_on_which_it_may_be_done_takes_nothing_late(on, late_by):
    """The rule ends on 15 June, and June could be done from July on only: what was held in June is late for May."""
    rule = duty(in_force_from=date(2025, 1, 1), in_force_until=date(2025, 6, 16))

    may, june = standing(rule, held(date(2025, 6, on)), date(2025, 8, 1)).required

    assert (may.state, may.late_by) == (OccurrenceState.DONE_LATE, late_by)
    assert (june.state, june.needed, june.first_due) == (OccurrenceState.LEFT_OUT, 0, date(2025, 6, 15))


def test_of_two_periods_that_ended_on_one_day_the_later_one_takes_what_is_late():
    """April's last day is moved to that of May: an event after it is late for May."""
    move = MovedDeadline(obligation="x", occurrence=date(2025, 4, 1), until=date(2025, 6, 5), ground=GROUND)
    year = sc.Period.of_year(2025)

    found = standing(duty(), held(date(2025, 6, 8)), date(2025, 6, 9), period=year, moved=[move])

    assert {one.period.start.month: one.state for one in found.required if one.period.start.month in {4, 5}} == {
        4: OccurrenceState.MISSING,
        5: OccurrenceState.DONE_LATE,
    }


def test_of_a_deputys_late_event_too_little_is_known():
    """Where no deputy counts and nobody said who held it, it may have been done late."""
    rule = duty(no_deputy=True)

    assert standing(rule, held(date(2025, 6, 10)), date(2025, 8, 1)).required[0].state is OccurrenceState.UNDETERMINED
    assert standing(rule, held(date(2025, 6, 10), by_office_holder=False), date(2025, 8, 1)).required[0].state is OccurrenceState.MISSING
    assert standing(rule, held(date(2025, 6, 10), by_office_holder=True), date(2025, 8, 1)).required[0].state is OccurrenceState.DONE_LATE


def test_two_events_that_differ_under_one_id_leave_it_not_known():
    """Nobody knows which of them was held; told twice alike, it counts once."""
    one, other = held(date(2025, 6, 3))[0], attrs.evolve(held(date(2025, 6, 4))[0], id="e0")
    asked = sc.Period.of_month(2025, 6)
    unlike = sc.compliance([duty()], [one, other], asked, as_of=date(2025, 8, 1))
    alike = sc.compliance([duty()], [one, one], asked, as_of=date(2025, 8, 1))

    assert [fault.code for fault in unlike.faults] == [fault.code for fault in alike.faults] == ["duplicate"]
    assert unlike.standings["x"].required[0].state is OccurrenceState.UNDETERMINED
    assert alike.standings["x"].required[0].state is OccurrenceState.DONE


def test_a_deadline_moved_in_two_ways_is_not_moved():
    """Nobody knows which of the two holds; moved twice to one day it is moved."""
    def moved(*days):
        moves = [MovedDeadline(obligation="x", occurrence=date(2025, 5, 7), until=until, ground=GROUND) for until in days]
        return sc.compliance([duty()], [], sc.Period.of_month(2025, 6), as_of=date(2025, 8, 1), moved=moves)

    assert moved(date(2025, 6, 20), date(2025, 6, 21)).standings["x"].required[0].due == date(2025, 6, 5)
    assert moved(date(2025, 6, 20), date(2025, 6, 20)).standings["x"].required[0].due == date(2025, 6, 20)
    assert [fault.code for fault in moved(date(2025, 6, 20), date(2025, 6, 21)).faults] == ["moved_twice"]


def test_working_days_of_grace_and_a_last_day_that_rolls():
    """31 May 2025 is a Saturday: the deadline is Monday; three working days after it are Wednesday."""
    monthly = Frequency(times=1, per=TimeUnit.MONTH)
    period = sc.Period.of_month(2025, 5)

    rolled = standing(duty(attrs.evolve(monthly, rolls=True)), held(date(2025, 6, 2)), date(2025, 8, 1), YEAR, period)
    assert (rolled.required[0].due, rolled.required[0].state) == (date(2025, 6, 2), OccurrenceState.DONE)
    later = standing(duty(attrs.evolve(monthly, grace_working_days=3)), [], date(2025, 8, 1), YEAR, period)
    assert (later.required[0].due, later.required[0].first_due) == (date(2025, 6, 4), date(2025, 5, 31))
    after = Frequency(times=1, per=TimeUnit.MONTH, opens_after_months=1, grace_working_days=3)
    assert standing(duty(after), [], date(2025, 8, 1), YEAR, period).required[0].window == sc.Period.of_days(date(2025, 6, 1), date(2025, 6, 4))


def test_where_no_calendar_is_given_a_last_day_is_not_known():
    """What was done by the earliest day that it may be is done; of the rest nothing is said, and a fault says what is lacking."""
    rule = duty(attrs.evolve(AFTER, grace_working_days=2))
    asked = sc.Period.of_month(2025, 6)
    done, open_, unknown = (
        sc.compliance([rule], held(*days), asked, as_of=date(2025, 6, day))
        for days, day in (((date(2025, 6, 7),), 30), ((), 7), ((date(2025, 6, 8),), 30))
    )

    assert [fault.code for fault in unknown.faults] == ["missing"]
    assert [one.standings["x"].required[0].state.name for one in (done, open_, unknown)] == ["DONE", "OPEN", "UNDETERMINED"]
    assert "last day is not known" in unknown.facts.get("obligation.x.met").why.en
    assert "or later" in unknown.standings["x"].required[0].sentence("en")
    first = open_.standings["x"].required[0]
    assert (first.last_safe_day, first.still_possible) == (None, sc.Verdict.MET)
    edge = sc.WorkingDays(known=sc.Period.of_days(date(2025, 1, 1), date(2025, 6, 1)))
    nobody = standing(rule, [], date(2025, 6, 2), edge)
    assert (nobody.last_safe_day, nobody.still_possible) == (None, sc.Verdict.UNKNOWN)
    rolls = standing(duty(attrs.evolve(AFTER, rolls=True)), [], date(2025, 8, 1))
    assert rolls.required[0].state is OccurrenceState.UNDETERMINED


def test_the_last_safe_day_is_one_that_helps():
    """Two days are needed, one was held on the last day itself: no day is left that helps; held the day before, the last day is."""
    two = Frequency(times=2, per=TimeUnit.MONTH, counts=Counting.DAYS)
    july = sc.Period.of_month(2025, 7)

    def left(*days, as_of, calendar=None):
        found = standing(duty(two), held(*days), as_of, calendar, july)
        one = found.required[0]
        assert (one.last_safe_day, one.still_possible) == (found.last_safe_day, found.still_possible)
        return one.last_safe_day, one.still_possible.value

    assert left(date(2025, 7, 31), as_of=date(2025, 7, 31)) == (None, "not_met")
    assert left(date(2025, 7, 30), as_of=date(2025, 7, 30)) == (date(2025, 7, 31), "met")
    assert left(as_of=date(2025, 7, 30)) == (date(2025, 7, 30), "met")
    assert left(as_of=date(2025, 7, 31)) == (None, "not_met")
    assert left(as_of=date(2025, 7, 2), calendar=sc.WorkingDays(known=sc.Period.of_year(2025), days_off=[date(2025, 7, 30)])) == (date(2025, 7, 29), "met")
    half = sc.WorkingDays(known=sc.Period.of_days(date(2025, 7, 1), date(2025, 7, 20)))
    assert left(as_of=date(2025, 7, 2), calendar=half) == (None, "met")


@pytest.mark.parametrize(
    ("changes", "code"),
    [({"late_by": 3}, "contradiction"), ({"last_safe_day": date(2025, 6, 1)}, "surplus"), ({"still_possible": 1}, "wrong_kind"), ({"is_due_known": 1}, "wrong_kind")],
)
def test_an_occurrence_checks_what_is_late_and_safe(changes, code):
    """How late goes with done late, and a safe day with something pending."""
    one = standing(duty(), [], date(2025, 8, 1)).required[0]

    with pytest.raises(sc.InvalidInput) as raised:
        attrs.evolve(one, **changes)
    assert [fault.code for fault in raised.value.faults] == [code]


def test_bounds_of_a_frequency():
    """A slip in a count or a grace is a fault, not a hanging program."""
    for changes in ({"times": 10**9}, {"grace_working_days": 10**9}, {"grace_days": 10**9}):
        with pytest.raises(sc.InvalidInput) as raised:
            attrs.evolve(AFTER, **changes)
        assert [fault.code for fault in raised.value.faults] == ["too_large"]


def test_a_duty_too_large_to_be_counted_exactly_is_a_fault_and_not_judged(monkeypatch):
    """One event can be counted in at least one way; where not even one may be walked, the duty is named and stays unjudged."""
    monkeypatch.setattr(assignment, "LARGEST_WALK", 0)
    report = sc.compliance([duty()], held(date(2025, 7, 3)), sc.Period.of_month(2025, 7), as_of=date(2025, 8, 1))

    assert [(fault.code, fault.place) for fault in report.faults] == [("beyond_exactness", "Obligation 'x'")]
    assert (dict(report.standings), report.not_judged) == ({}, ("x",))
