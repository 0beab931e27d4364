"""Periodic obligations: values, the calendar, what is owed for part of a period, decisions, deputies, what comes next."""

import pickle
from datetime import UTC, date, datetime, timedelta
from fractions import Fraction

import attrs
import pytest

import supervision_core as sc
from supervision_core import Event, Period
from supervision_core.obligations import counting as assignment
from supervision_core.obligations.counting import Place, Unit, assign
from supervision_core.regulations import (
    CITIZEN_RECEPTION,
    DIALOGUE_WITH_PEOPLE,
    NOT_READ_OBLIGATIONS,
    PHU_NHUAN_WARD_17,
    STAFF_CONFERENCE,
    THACH_THANG,
    budget_reports,
    community_conference,
    hanoi_dialogue,
    inspection_plans,
    obligation_facts,
    obligations_on,
)
from supervision_core.values import Citation, Cycle, Instrument, InstrumentKind, Verification
from supervision_core.values.periods import CALENDAR, days_after

L = sc.Label("việc", "duty")
LAW = Citation(instrument=Instrument(kind=InstrumentKind.LAW, title=L), verification=Verification.VERIFIED)
GROUND = sc.Label("Lũ lụt", "Floods")
WEEKLY = sc.obligations.Frequency(times=1, per=sc.obligations.TimeUnit.WEEK)
MONTHLY = sc.obligations.Frequency(times=1, per=sc.obligations.TimeUnit.MONTH)
YEARLY = sc.obligations.Frequency(times=1, per=sc.obligations.TimeUnit.YEAR)
LATE = date(2030, 1, 1)
MOMENT = datetime(2026, 7, 5, 8, tzinfo=UTC)


def duty(required=MONTHLY, code="x", **more):
    given = {"label": L, "right": None, "citation": LAW if required else None, **more}
    return sc.Obligation(code=code, required=required, **given)


def held(*days, code="x", **more):
    return [sc.Event(id=f"{code}{number}", obligation=code, on=on, **more) for number, on in enumerate(days)]


def ask(obligations, events, period, as_of=LATE, **more):
    given = obligations if isinstance(obligations, list | tuple) else [obligations]
    return sc.compliance(given, events, period, as_of=as_of, **more)


def states(report, code="x", basis="required"):
    return [one.state.name for one in getattr(report.standings[code], basis)]


def left_out(report):
    """The codes of what was wrong with single items, beside the report."""
    return [fault.code for fault in report.faults]


def faults_of(make):
    with pytest.raises(sc.InvalidInput) as raised:
        make()
    return [fault.code for fault in raised.value.faults]


class TestCalendar:
    def test_parts_of_a_year(self):
        """Quarters and halves begin where the calendar says, and other numbers are refused."""
        assert Period.of_quarter(2025, 3) == Period(start=date(2025, 7, 1), end=date(2025, 10, 1))
        assert Period.of_half_year(2025, 2) == Period(start=date(2025, 7, 1), end=date(2026, 1, 1))
        assert Period.of_week(date(2026, 7, 5)) == Period.of_days(date(2026, 6, 29), date(2026, 7, 5))
        assert faults_of(lambda: Period.of_quarter(2025, 5)) == ["too_large"]
        assert faults_of(lambda: Period.of_half_year(2025, 0)) == ["too_small"]
        assert faults_of(lambda: Period.of_week(MOMENT)) == ["not_a_day"]

    def test_a_year_from_a_day_on(self):
        """The first year of a directive of 29 February ends on the 27th; bad input names both faults."""
        assert Period.of_months(date(2024, 2, 29), 12).last == date(2025, 2, 27)
        assert faults_of(lambda: Period.of_months("x", 0)) == ["not_a_day", "too_small"]

    def test_days_from_first_to_last(self):
        """Both inclusive; one day is a period, and the calendar's last day cannot end one."""
        assert Period.of_days(date(2026, 6, 30), date(2026, 6, 30)).days == 1
        assert faults_of(lambda: Period.of_days(date(2026, 6, 30), date(2026, 6, 29))) == ["empty_period"]
        assert faults_of(lambda: Period.of_days(date(2026, 6, 30), date.max)) == ["empty_period"]
        assert faults_of(lambda: Period.of_days(1, 2)) == ["not_a_day", "not_a_day"]

    def test_fortnights_and_quarters_from_a_day_on(self):
        """Every span has its own first day; the day before it belongs to the one before, also before the anchor."""
        fortnights, quarters = Cycle(anchor=date(2024, 1, 1), weeks=2), Cycle(anchor=date(2024, 1, 31), months=3)

        assert [fortnights.boundary(number) for number in (-1, 0, 1, 3)] == [date(2023, 12, 18), date(2024, 1, 1), date(2024, 1, 15), date(2024, 2, 12)]
        assert [fortnights.number_of(day) for day in (date(2023, 12, 31), date(2024, 1, 14), date(2024, 1, 15))] == [-1, 0, 1]
        assert fortnights.boundary(1, days=3) == date(2024, 1, 18)
        assert [quarters.boundary(number) for number in (-1, 1, 2)] == [date(2023, 10, 31), date(2024, 4, 30), date(2024, 7, 31)]
        assert [quarters.number_of(day) for day in (date(2024, 1, 30), date(2024, 4, 29), date(2024, 4, 30), date(2024, 7, 30))] == [-1, 0, 1, 1]
        assert quarters.boundary(1, months=1, days=2) == date(2024, 6, 2)
        within = Period.of_days(date(2024, 1, 14), date(2024, 1, 29))
        assert [span.start for span in fortnights.spans(within)] == [date(2024, 1, 1), date(2024, 1, 15), date(2024, 1, 29)]

    def test_a_cycle_ends_with_the_calendar(self):
        """Beyond its first and last day there is nothing, and nothing breaks."""
        weeks, months = Cycle(weeks=1), Cycle(anchor=date(9999, 11, 30), months=1)

        assert weeks.boundary(10**9) == date.max
        assert weeks.boundary(-1) == CALENDAR
        assert months.boundary(5) == date.max
        assert months.boundary(-12 * 10**5) == date.min
        assert days_after(date.max, 1) == date.max
        assert days_after(date.min, -1) == date.min
        assert faults_of(lambda: Cycle()) == ["no_length"]
        assert faults_of(lambda: Cycle(anchor=1, weeks=-1, months="1")) == ["not_a_day", "too_small", "not_whole"]

    def test_a_duty_may_last_as_long_as_the_calendar(self):
        """Asked about its last days, the last period is the one that the calendar still has."""
        report = ask(duty(), held(date(9999, 12, 30)), Period.of_days(date(9999, 11, 1), date(9999, 12, 30)), as_of=date.max)

        assert states(report) == ["MISSING", "DONE"]
        ahead = duty(attrs.evolve(MONTHLY, opens_after_months=-1))
        assert states(ask(ahead, held(date(9999, 12, 30)), Period.of_days(date(9999, 11, 1), date(9999, 12, 30)), as_of=date.max)) == ["MISSING", "DONE"]
        assert left_out(ask(duty(), held(date.max), Period.of_year(2025))) == []


class TestFrequency:
    def test_it_checks_itself(self):
        """At least once, a known period, whole numbers within bounds; all faults at once."""
        assert faults_of(lambda: sc.obligations.Frequency(times=0, per="week", counts="days", anchor="x", grace_days=-1, grace_months=25)) == [
            "too_small", "wrong_kind", "wrong_kind", "not_a_day", "too_large", "too_small",
        ]  # fmt: skip
        assert faults_of(lambda: sc.obligations.Frequency(times=True, per=sc.obligations.TimeUnit.YEAR)) == ["not_whole"]
        assert faults_of(lambda: sc.obligations.Frequency(times=1, per=sc.obligations.TimeUnit.YEAR, anchor=MOMENT)) == ["not_a_day"]

    def test_a_term_is_never_guessed(self):
        """Its length and its first day have no default; other periods have no length of their own."""
        assert faults_of(lambda: sc.obligations.Frequency(times=1, per=sc.obligations.TimeUnit.TERM)) == ["missing", "missing"]
        assert faults_of(lambda: sc.obligations.Frequency(times=1, per=sc.obligations.TimeUnit.TERM, term_months=0, anchor=LATE)) == ["too_small"]
        assert faults_of(lambda: sc.obligations.Frequency(times=1, per=sc.obligations.TimeUnit.YEAR, term_months=12)) == ["surplus"]

    def test_days_of_a_week_are_seven(self):
        """Seven days a week can be, eight cannot; eight times can."""
        assert sc.obligations.Frequency(times=7, per=sc.obligations.TimeUnit.WEEK, counts=sc.obligations.Counting.DAYS).times == 7
        assert faults_of(lambda: sc.obligations.Frequency(times=8, per=sc.obligations.TimeUnit.WEEK, counts=sc.obligations.Counting.DAYS)) == ["too_large"]
        assert sc.obligations.Frequency(times=8, per=sc.obligations.TimeUnit.WEEK).label.vi == "ít nhất 8 lần mỗi tuần"

    def test_it_opens_within_reach(self):
        """Weeks are not counted in months; after the whole period it needs a time of grace."""
        assert faults_of(lambda: attrs.evolve(WEEKLY, opens_after_months=1, grace_months=1)) == ["surplus", "surplus"]
        assert faults_of(lambda: attrs.evolve(YEARLY, opens_after_months=12)) == ["empty_period"]
        assert faults_of(lambda: attrs.evolve(YEARLY, opens_after_months=13)) == ["too_large"]
        assert attrs.evolve(YEARLY, opens_after_months=12, grace_days=1).months == 12
        assert sc.obligations.TimeUnit.WEEK.months is None


class TestValues:
    def test_an_obligation_checks_itself(self):
        """What is required needs a source; a practice without anything practised has none."""
        bad = {"code": "", "label": "x", "right": "know", "citation": 1, "notice_days": -1, "no_deputy": 1}
        assert faults_of(lambda: sc.Obligation(required=5, practised="x", **bad)) == [
            "blank", "wrong_kind", "wrong_kind", "wrong_kind", "wrong_kind", "wrong_kind", "wrong_kind", "too_small",
        ]  # fmt: skip
        assert faults_of(lambda: duty(citation=None)) == ["missing"]
        assert faults_of(lambda: duty(practice_citation=LAW)) == ["surplus"]
        assert faults_of(lambda: duty(in_force_from=LATE, in_force_until=LATE)) == ["empty_period"]
        assert faults_of(lambda: duty(in_force_from="x")) == ["not_a_day"]

    def test_it_binds_from_its_first_day_to_the_day_before_its_end(self):
        """In pairs: the last day that does not, the first that does."""
        rule = duty(in_force_from=date(2026, 7, 1), in_force_until=date(2026, 8, 1))

        assert [rule.binds(day) for day in (date(2026, 6, 30), date(2026, 7, 1), date(2026, 7, 31), date(2026, 8, 1))] == [False, True, True, False]
        assert duty().binds(date.min)

    def test_events_and_decisions_check_themselves(self):
        """All faults of a value at once; no decision without a ground."""
        assert faults_of(lambda: Event(id="", obligation=1, on=MOMENT, by_office_holder="yes", announced_on=1, sources="m")) == [
            "blank", "not_text", "not_a_day", "wrong_kind", "not_a_day", "not_a_collection",
        ]  # fmt: skip
        assert faults_of(lambda: held(date(2025, 1, 1), announced_on=date(2025, 1, 2))) == ["not_earlier"]
        assert faults_of(lambda: sc.obligations.Waiver(obligation="", period="x", ground=None)) == ["blank", "wrong_kind", "missing"]
        assert faults_of(lambda: sc.obligations.Waiver(obligation="x", period=Period.of_year(2025), ground="")) == ["wrong_kind"]
        assert faults_of(lambda: sc.obligations.MovedDeadline(obligation="", occurrence=1, until=date.max, ground="x")) == ["blank", "not_a_day", "too_large", "wrong_kind"]
        assert faults_of(lambda: sc.obligations.MovedDeadline(obligation="x", occurrence=LATE, until=2, ground=GROUND)) == ["not_a_day"]

    def test_an_occurrence_checks_itself(self):
        """Its state and its events say the same thing."""
        [one] = ask(duty(), held(date(2025, 3, 5)), Period.of_month(2025, 3)).standings["x"].required

        assert faults_of(lambda: attrs.evolve(one, state=sc.obligations.OccurrenceState.WAIVED)) == ["contradiction"]
        assert faults_of(lambda: attrs.evolve(one, state=sc.obligations.OccurrenceState.MISSING)) == ["contradiction"]
        assert faults_of(lambda: attrs.evolve(one, event_ids=["x0", "x1"])) == ["contradiction", "surplus"]
        assert faults_of(lambda: attrs.evolve(one, period=1, needed=-1, obligation="")) == ["blank", "wrong_kind", "too_small"]

    def test_a_standing_and_a_report_check_themselves(self):
        """Codes agree with where they are listed."""
        report = ask(duty(right=sc.obligations.Right.KNOW), [], Period.of_month(2025, 3))
        standing = report.standings["x"]

        assert faults_of(lambda: attrs.evolve(standing, obligation="", right=1, as_of=1, required="x")) == ["blank", "wrong_kind", "not_a_day", "not_a_collection"]
        assert faults_of(lambda: attrs.evolve(report, standings={"y": standing})) == ["other_id"]
        assert faults_of(lambda: attrs.evolve(report, standings=5, as_of="x", partial=1, period=2)) == ["wrong_kind", "not_a_day", "wrong_kind", "wrong_kind"]
        assert faults_of(lambda: attrs.evolve(report, standings={"x": 5})) == ["wrong_kind"]
        assert pickle.loads(pickle.dumps(report)) == report

    def test_people_can_read_everything(self):
        """Each enumeration has labels in both languages."""
        for kind in (sc.obligations.TimeUnit, sc.obligations.Counting, sc.obligations.Right, sc.obligations.Basis, sc.obligations.OccurrenceState, sc.obligations.Partial):
            assert all(one.label.vi and one.label.en for one in kind)


class TestCounting:
    year = Period.of_year(2025)

    def test_the_number_of_events_is_not_the_number_of_months(self):
        """Twelve events are not twelve months: two in March leave April missed."""
        days = [date(2025, month, 5) for month in range(1, 13) if month != 4]
        report = ask(duty(), held(*days, date(2025, 3, 20)), self.year)

        assert [one.label.en for one in report.missing] == ["month 4/2025"]
        assert report.standings["x"].surplus_event_ids == ("x11",)
        assert (len(report.standings["x"].due), len(report.standings["x"].done)) == (12, 11)

    def test_two_on_one_day_are_two_times_but_one_day(self):
        """Whether events are counted or days decides."""
        days = [date(2025, 3, 5), date(2025, 3, 5)]
        times = sc.obligations.Frequency(times=2, per=sc.obligations.TimeUnit.MONTH)

        assert states(ask(duty(times), held(*days), Period.of_month(2025, 3))) == ["DONE"]
        assert states(ask(duty(attrs.evolve(times, counts=sc.obligations.Counting.DAYS)), held(*days), Period.of_month(2025, 3))) == ["MISSING"]

    def test_a_week_belongs_to_the_year_of_its_last_day(self):
        """The days around New Year count for the week that reaches over it."""
        weeks = ask(duty(WEEKLY), held(date(2024, 12, 30)), self.year)
        first = weeks.standings["x"].required[0]

        assert (first.period, first.state) == (Period.of_days(date(2024, 12, 30), date(2025, 1, 5)), sc.obligations.OccurrenceState.DONE)
        assert len(weeks.standings["x"].required) == 52
        assert weeks.standings["x"].required[-1].due == date(2025, 12, 28)

    def test_an_event_after_the_day_is_left_out(self):
        """A store of all events may be asked about any day."""
        events = held(date(2025, 3, 5), date(2025, 4, 5))

        assert states(ask(duty(), events, Period.of_quarter(2025, 1), as_of=date(2025, 3, 4))) == ["MISSING", "MISSING", "OPEN"]
        assert states(ask(duty(), events, Period.of_half_year(2025, 1), as_of=date(2025, 4, 4)))[2:] == ["DONE", "OPEN", "UPCOMING", "UPCOMING"]

    def test_on_its_last_day_it_is_open_and_the_day_after_missed(self):
        """In a pair."""
        march = Period.of_month(2025, 3)

        assert states(ask(duty(), [], march, as_of=date(2025, 3, 31))) == ["OPEN"]
        assert states(ask(duty(), [], march, as_of=date(2025, 4, 1))) == ["MISSING"]

    def test_a_time_of_grace_is_shared_by_nobody_twice(self):
        """One event in the days where two months overlap serves one of them; the earlier one, which is over first."""
        graced = duty(attrs.evolve(MONTHLY, grace_days=10))
        report = ask(graced, held(date(2025, 2, 5)), Period.of_quarter(2025, 1))

        assert states(report) == ["MISSING", "DONE", "MISSING"]
        assert report.standings["x"].required[0].due == date(2025, 1, 10)
        assert states(ask(graced, held(date(2025, 2, 5), date(2025, 2, 5)), Period.of_quarter(2025, 1))) == ["MISSING", "DONE", "DONE"]

    def test_taking_events_as_they_come_is_not_the_best(self):
        """With January moved to the end of March, the event of February must not go to January, though it comes first."""
        move = sc.obligations.MovedDeadline(obligation="x", occurrence=date(2025, 1, 1), until=date(2025, 3, 31), ground=GROUND)
        events = held(date(2025, 2, 5), date(2025, 3, 5), date(2025, 3, 6))

        assert states(ask(duty(), events, Period.of_quarter(2025, 1), moved=[move])) == ["DONE", "DONE", "DONE"]
        assert states(ask(duty(), events[:2], Period.of_quarter(2025, 1), moved=[move])).count("DONE") == 2

    def test_too_many_overlaps_are_refused_not_guessed(self, monkeypatch):
        """Beyond the stated size the answer is an error with its facts."""
        places = [Place(opens=date(2025, 1, 1), closes=date(2025, 2, 1 + number), need=3, is_over=True) for number in range(4)]
        units = [Unit(on=date(2025, 1, 2 + number)) for number in range(6)]

        assert sum(map(len, assign(places, units))) == 6
        monkeypatch.setattr(assignment, "LARGEST_WALK", 5)
        with pytest.raises(sc.values.BeyondExactness, match="beyond 5"):
            assign(places, units)

    def test_nothing_asked_nothing_answered(self):
        """No obligations give an empty report, about which nothing is known."""
        report = ask([], [], self.year)

        assert (len(report.standings), report.verdict, report.facts) == (0, sc.Verdict.UNKNOWN, sc.Facts())


class TestPartial:
    rule = duty(sc.obligations.Frequency(times=2, per=sc.obligations.TimeUnit.MONTH, counts=sc.obligations.Counting.DAYS), in_force_from=date(2025, 6, 16))
    june = Period.of_month(2025, 6)

    def test_what_is_owed_for_part_of_a_month(self):
        """By default nothing; a share by days, rounded up; or all of it."""
        owed = {partial: ask(self.rule, [], self.june, partial=partial).standings["x"].required[0].needed for partial in sc.obligations.Partial}

        assert owed == {sc.obligations.Partial.OWES_NOTHING: 0, sc.obligations.Partial.OWES_SHARE: 1, sc.obligations.Partial.OWES_ALL: 2}
        assert states(ask(self.rule, held(date(2025, 6, 20)), self.june)) == ["LEFT_OUT"]

    def test_never_more_days_than_are_left(self):
        """All of two days a month, in a month of which one day is left, is one."""
        last_day = ask(self.rule, [], self.june, partial=sc.obligations.Partial.OWES_ALL, binding=Period.of_days(date(2025, 6, 30), date(2025, 6, 30)))

        assert last_day.standings["x"].required[0].needed == 1

    def test_whoever_is_bound_for_a_time_owes_for_that_time(self):
        """A ward founded in July owes nothing for June, and a chair who left nothing for what came after."""
        binding = Period.of_days(date(2025, 7, 1), date(2025, 9, 15))
        report = ask(duty(), [], Period.of_year(2025), binding=binding, partial=sc.obligations.Partial.OWES_ALL)

        assert [one.label.en for one in report.standings["x"].required] == ["month 7/2025", "month 8/2025", "2025-09-01 – 2025-09-15"]
        assert ask(duty(), [], Period.of_year(2025), binding=Period.of_year(2020)).standings["x"].required == ()
        assert ask(duty(in_force_until=date(2020, 1, 1)), [], Period.of_year(2025), binding=Period.of_year(2025)).standings["x"].required == ()

    def test_a_rule_that_ends_leaves_its_own_time_of_grace(self):
        """What could only be done after the rule and its grace are over is not owed."""
        ends = {"in_force_until": date(2025, 7, 1)}
        after_the_year = attrs.evolve(YEARLY, opens_after_months=12, grace_months=3)
        within = attrs.evolve(YEARLY, grace_days=20)

        assert states(ask(duty(after_the_year, **ends), [], Period.of_year(2025), partial=sc.obligations.Partial.OWES_ALL)) == ["MISSING", "LEFT_OUT"]
        _, half = ask(duty(within, **ends), [], Period.of_year(2025), partial=sc.obligations.Partial.OWES_ALL).standings["x"].required
        assert (half.period.last, half.due) == (date(2025, 6, 30), date(2025, 7, 20))

    def test_a_rule_taken_over_by_the_same_rule_goes_on(self):
        """A new law with the same frequency cuts no year in two; the year goes by the rule in force at its end."""
        other = attrs.evolve(LAW, article="43")
        rules = [duty(YEARLY, in_force_until=date(2025, 6, 16)), duty(YEARLY, in_force_from=date(2025, 6, 16), citation=other)]
        [year] = ask(rules, [], Period.of_year(2025)).standings["x"].required

        assert (year.is_partial, year.needed, year.citation) == (False, 1, other)


class TestRules:
    def test_the_rule_in_force_at_the_time(self):
        """Before July 2026 weeks, after it months; the two days of the broken week are owed by nobody unless it is chosen."""
        period = Period.of_days(date(2026, 6, 22), date(2026, 7, 31))
        report = ask(CITIZEN_RECEPTION, [], period, as_of=date(2026, 8, 1))

        assert [one.sentence("vi") for one in report.standings["citizen_reception"].required] == [
            "22/6/2026 – 28/6/2026: còn thiếu, 0/1 ngày, hạn 28/6/2026",
            "29/6/2026 – 30/6/2026: kỳ không trọn, không tính",
            "tháng 7/2026: còn thiếu, 0/2 ngày, hạn 31/7/2026",
        ]
        assert len(ask(CITIZEN_RECEPTION, [], period, partial=sc.obligations.Partial.OWES_SHARE).missing) == 3

    def test_an_event_of_july_does_not_serve_the_last_week_of_june(self):
        """The broken week ends with its rule."""
        events = held(date(2026, 7, 1), date(2026, 7, 2), code="citizen_reception", by_office_holder=True)
        report = ask(CITIZEN_RECEPTION, events, Period.of_days(date(2026, 6, 29), date(2026, 7, 31)), partial=sc.obligations.Partial.OWES_ALL)

        assert states(report, "citizen_reception") == ["MISSING", "DONE"]

    def test_no_deputy_stands_in(self):
        """From July 2026 a deputy's day does not count, and a day of nobody knows whom leaves it open; before, each counts."""
        july, days = Period.of_month(2026, 7), [date(2026, 7, 6), date(2026, 7, 20)]

        def held_by(*who, on=days):
            return [
                attrs.evolve(event, by_office_holder=own)
                for event, own in zip(held(*on, code="citizen_reception"), who, strict=True)
            ]

        assert states(ask(CITIZEN_RECEPTION, held_by(True, True), july), "citizen_reception") == ["DONE"]
        assert states(ask(CITIZEN_RECEPTION, held_by(True, False), july), "citizen_reception") == ["MISSING"]
        unknown = ask(CITIZEN_RECEPTION, held_by(True, None), july)
        assert states(unknown, "citizen_reception") == ["UNDETERMINED"]
        assert unknown.verdict is sc.Verdict.UNKNOWN
        assert "deputy" in unknown.facts.get("obligation.citizen_reception.met").why.en
        may = [date(2026, 5, 4), date(2026, 5, 11)]
        assert states(ask(CITIZEN_RECEPTION, held_by(False, None, on=may), Period.of_days(date(2026, 5, 4), date(2026, 5, 17))), "citizen_reception") == ["DONE", "DONE"]

    def test_of_a_day_the_best_known_event_counts(self):
        """The deputy in the morning and the chair in the afternoon make one day of the chair."""
        own = [sc.Event(id=f"{number}", obligation="x", on=date(2025, 3, 5), by_office_holder=who) for number, who in enumerate((False, True, None))]
        rule = duty(sc.obligations.Frequency(times=1, per=sc.obligations.TimeUnit.MONTH, counts=sc.obligations.Counting.DAYS), no_deputy=True)
        report = ask(rule, own, Period.of_month(2025, 3))

        assert report.standings["x"].required[0].event_ids == ("1",)
        assert report.standings["x"].surplus_event_ids == ("0", "2")

    def test_after_the_year_and_within_three_months(self):
        """The staff conference of 2024 is held from January to March 2025; one in December 2024 is none of its periods."""
        first_quarter = Period.of_quarter(2025, 1)

        def conference(*days):
            return ask(STAFF_CONFERENCE, held(*days, code="staff_conference"), first_quarter)

        [year] = conference(date(2025, 3, 31)).standings["staff_conference"].required
        assert (year.label.en, year.due, year.state) == ("2024", date(2025, 3, 31), sc.obligations.OccurrenceState.DONE)
        [late] = conference(date(2025, 4, 1)).standings["staff_conference"].required
        assert (late.state, late.late_by) == (sc.obligations.OccurrenceState.DONE_LATE, 1)
        early = conference(date(2024, 12, 31)).standings["staff_conference"].required
        assert [one.state for one in early] == [sc.obligations.OccurrenceState.MISSING]

    def test_short_notice_is_named_not_judged(self):
        """Six days' notice of a dialogue is short, seven are enough; the dialogue counts in both cases."""
        days = [date(2025, 5, 10), date(2025, 6, 10), date(2025, 7, 10)]
        events = [
            sc.Event(id=f"{number}", obligation="dialogue_with_people", on=on, announced_on=None if ahead is None else on - timedelta(days=ahead))
            for number, (on, ahead) in enumerate(zip(days, (6, 7, None), strict=True))
        ]
        three = [one.with_practice(sc.obligations.Frequency(times=3, per=sc.obligations.TimeUnit.YEAR)) for one in DIALOGUE_WITH_PEOPLE]
        standing = ask(three, events, Period.of_year(2025)).standings["dialogue_with_people"]

        assert standing.short_notice_event_ids == ("0",)
        assert len(standing.practised[0].event_ids) == 3

    def test_of_a_time_without_a_known_rule_nothing_is_said(self):
        """Events are taken in, nothing is missed, and whether it was kept is unknown."""
        report = ask(STAFF_CONFERENCE, held(date(2022, 12, 1), code="staff_conference"), Period.of_year(2022))
        standing = report.standings["staff_conference"]

        assert (standing.required, standing.verdict, report.verdict) == ((), sc.Verdict.UNKNOWN, sc.Verdict.UNKNOWN)
        assert standing.not_known == (Period.of_year(2022),)
        assert report.facts.get("obligation.staff_conference.met").state is sc.FactState.NOT_SHOWN
        assert standing.sentence("vi").endswith(": chưa rõ quy định yêu cầu bao nhiêu lần")
        half = ask(STAFF_CONFERENCE, [], Period.of_days(date(2023, 1, 1), date(2025, 3, 31))).standings["staff_conference"]
        assert half.sentence("en").endswith("1 due, 0 done, 1 missing (how often the rule asks for it is not known)")


class TestDecisions:
    period = Period.of_half_year(2025, 1)

    def test_a_waiver_frees_whole_periods_only(self):
        """A month of which one day is not waived is still owed."""
        waiver = sc.obligations.Waiver(obligation="x", period=Period.of_days(date(2025, 2, 1), date(2025, 4, 29)), ground=GROUND)
        report = ask(duty(), [], self.period, waivers=[waiver])

        assert states(report) == ["MISSING", "WAIVED", "WAIVED", "MISSING", "MISSING", "MISSING"]
        assert report.standings["x"].required[1].sentence("en") == "month 2/2025: waived (Floods)"
        assert states(ask(duty(), [], self.period, waivers=[attrs.evolve(waiver, period=Period.of_days(date(2025, 2, 1), date(2025, 4, 30)))])).count("WAIVED") == 3

    def test_all_waived_is_not_applicable(self):
        """Neither kept nor broken."""
        waiver = sc.obligations.Waiver(obligation="x", period=self.period, ground=GROUND)
        report = ask(duty(), [], self.period, waivers=[waiver])

        assert report.facts.get("obligation.x.met").state is sc.FactState.NOT_APPLICABLE
        assert report.facts.get("obligation.x.missing").value is None
        assert (report.standings["x"].verdict, report.verdict) == (sc.Verdict.UNKNOWN, sc.Verdict.UNKNOWN)

    def test_a_moved_deadline_moves_the_last_day(self):
        """The year of 2025, moved to the end of January, is still open then, and still belongs to 2025."""
        move = sc.obligations.MovedDeadline(obligation="x", occurrence=date(2025, 12, 1), until=date(2026, 1, 31), ground=GROUND)
        year = Period.of_year(2025)
        [one] = ask(duty(YEARLY), [], year, as_of=date(2026, 1, 31), moved=[move]).standings["x"].required

        assert (one.state, one.due, one.first_due, one.ground) == (sc.obligations.OccurrenceState.OPEN, date(2026, 1, 31), date(2025, 12, 31), GROUND)
        assert states(ask(duty(YEARLY), [], year, as_of=date(2026, 2, 1), moved=[move])) == ["MISSING"]
        assert states(ask(duty(YEARLY), held(date(2026, 1, 20)), year, moved=[move])) == ["DONE"]
        both = ask(duty(YEARLY), held(date(2026, 1, 20)), Period.of_days(date(2025, 1, 1), date(2026, 12, 31)), moved=[move])
        assert states(both) == ["DONE", "MISSING"]

    def test_a_deadline_moved_forward_shuts_out_what_comes_after(self):
        """A deadline may be moved to an earlier day too."""
        move = sc.obligations.MovedDeadline(obligation="x", occurrence=date(2025, 3, 1), until=date(2025, 3, 10), ground=GROUND)

        assert states(ask(duty(), held(date(2025, 3, 10)), Period.of_month(2025, 3), moved=[move])) == ["DONE"]
        [late] = ask(duty(), held(date(2025, 3, 11)), Period.of_month(2025, 3), moved=[move]).late
        assert late.sentence("en") == "month 3/2025: done, 1 day late, 1 of 1 time by 2025-03-10"

    def test_the_order_of_waivers_does_not_matter(self):
        """Where two waive the same, always the same ground is shown."""
        waivers = [sc.obligations.Waiver(obligation="x", period=self.period, ground=sc.Label(text, text)) for text in ("b", "a")]

        assert ask(duty(), [], self.period, waivers=waivers) == ask(duty(), [], self.period, waivers=waivers[::-1])


class TestBadInput:
    def test_one_report_names_every_fault(self):
        """Codes that nobody knows, events before anything was due, waivers that waive nothing: all in one, and it stands."""
        rule = duty(in_force_from=date(2025, 1, 1))
        events = [*held(date(2024, 12, 31)), *held(date(2025, 3, 1), code="y"), *held(date(2025, 3, 1)), *held(date(2025, 3, 1))]
        waiver = sc.obligations.Waiver(obligation="x", period=Period.of_days(date(2025, 3, 1), date(2025, 3, 30)), ground=GROUND)
        moves = [sc.obligations.MovedDeadline(obligation=code, occurrence=on, until=until, ground=GROUND) for code, on, until in (
            ("x", date(2024, 3, 1), date(2025, 4, 1)), ("x", date(2025, 4, 9), date(2025, 3, 31)), ("x", date(2025, 5, 1), date(2025, 6, 2)),
            ("x", date(2025, 5, 31), date(2025, 6, 3)), ("z", date(2025, 5, 31), date(2025, 6, 3)),
        )]  # fmt: skip
        gone = sc.obligations.Waiver(obligation="x", period=Period.of_year(2020), ground=GROUND)

        report = ask(rule, events, Period.of_year(2025), waivers=[waiver, gone, attrs.evolve(gone, obligation="w")], moved=moves)
        assert left_out(report) == [
            "waives_nothing", "waives_nothing", "moves_nothing", "moves_nothing", "moved_twice", "outside",
            "duplicate", "duplicate", "unknown_id", "unknown_id", "unknown_id",
        ]  # fmt: skip
        assert len(report.standings["x"].missing) == 11

    def test_rules_of_one_code_follow_each_other(self):
        """Two at a time, or one that counts days after one that counts events, are refused."""
        days = sc.obligations.Frequency(times=1, per=sc.obligations.TimeUnit.MONTH, counts=sc.obligations.Counting.DAYS)
        first = duty(in_force_until=date(2025, 7, 1))

        assert left_out(ask([first, duty(in_force_from=date(2025, 6, 30))], [], Period.of_year(2025))) == ["overlap"]
        assert left_out(ask([first, duty(days, in_force_from=date(2025, 7, 1))], [], Period.of_year(2025))) == ["counting_mixed"]
        other = ask([duty(), duty(), duty(code="y")], [], Period.of_year(2025))
        assert (left_out(other), other.not_judged, list(other.standings)) == (["overlap"], ("x",), ["y"])
        kept = ask([duty(), duty(), duty(code="y")], held(*[date(2025, month, 5) for month in range(1, 13)], code="y"), Period.of_year(2025))
        assert (kept.standings["y"].verdict, kept.verdict) == (sc.Verdict.MET, sc.Verdict.UNKNOWN)
        gap = ask([first, duty(in_force_from=date(2025, 9, 1))], [], Period.of_year(2025))
        assert len(gap.standings["x"].required) == 10

    def test_kinds(self):
        """Everything of a wrong kind is named at once."""
        assert faults_of(lambda: sc.compliance("x", [1], 2, as_of=MOMENT, partial="x", binding=3, waivers=[4], moved=5)) == [
            "not_a_collection", "wrong_kind", "wrong_kind", "not_a_day", "wrong_kind", "wrong_kind", "wrong_kind", "not_a_collection",
        ]  # fmt: skip


class TestStanding:
    quarter = Period.of_quarter(2026, 3)

    def test_what_comes_next(self):
        """Next due is the nearest last day; where days are counted, the last safe day leaves one for each."""
        standing = ask(CITIZEN_RECEPTION, [], self.quarter, as_of=date(2026, 7, 15)).standings["citizen_reception"]

        assert (standing.next_due, standing.last_safe_day) == (date(2026, 7, 31), date(2026, 7, 30))
        assert [one.due.month for one in standing.pending] == [7, 8, 9]
        assert standing.pending[0].last_safe_day == date(2026, 7, 30)
        assert standing.sentence("en") == "The commune chair receives citizens in person: 0 due, 0 done, 0 missing; next due 2026-07-31"
        assert "hạn tới 31/7/2026" in standing.sentence("vi")

    def test_when_nothing_is_left_nothing_comes(self):
        """Done or missed, no day is safe any more and none is next."""
        standing = ask(duty(), held(date(2025, 3, 5)), Period.of_month(2025, 3)).standings["x"]

        assert (standing.next_due, standing.last_safe_day, standing.required[0].last_safe_day) == (None, None, None)
        assert standing.verdict is sc.Verdict.MET

    def test_where_times_are_counted_the_last_day_is_safe(self):
        """Several events can be held on it."""
        [month] = ask(duty(sc.obligations.Frequency(times=3, per=sc.obligations.TimeUnit.MONTH)), [], Period.of_month(2025, 3), as_of=date(2025, 3, 5)).standings["x"].required

        assert month.last_safe_day == date(2025, 3, 31)

    def test_the_agenda_over_all_obligations(self):
        """What is due first stands in front, whatever it is."""
        report = ask([duty(), duty(YEARLY, code="y")], [], Period.of_year(2025), as_of=date(2025, 11, 15))

        assert [(one.obligation, one.due.month) for one in report.agenda] == [("x", 11), ("x", 12), ("y", 12)]
        assert [one.state.name for one in report.agenda] == ["OPEN", "UPCOMING", "OPEN"]

    def test_facts(self):
        """Met and missed are found with their events as sources; pending is not shown, with the reason."""
        report = ask([duty(), duty(YEARLY, code="y").with_practice(YEARLY, LAW)], [*held(date(2025, 1, 5)), *held(date(2025, 1, 6), code="y")], Period.of_year(2025), as_of=date(2025, 2, 1))

        assert report.facts.get("obligation.x.met").state is sc.FactState.NOT_SHOWN
        assert report.facts.get("obligation.x.met").why.vi == "còn kỳ chưa hết thời hạn"
        assert report.facts.get("obligation.y.met") == sc.Fact(code="obligation.y.met", value=True, sources=["y0"])
        assert report.facts.get("obligation.y.practice_met").value is True
        assert report.facts.get("obligation.y.missing").value == 0
        assert report.verdict is sc.Verdict.UNKNOWN
        late = ask(duty(), held(date(2025, 1, 5)), Period.of_year(2025))
        assert (late.facts.get("obligation.x.met").value, late.facts.get("obligation.x.missing").value) == (False, 11)

    def test_the_periods_have_names(self):
        """The calendar's own by name, others by their days."""
        def label(frequency, on):
            return ask(duty(frequency), [], Period.of_days(on, days_after(on, 800))).standings["x"].required[0].label

        start = date(2025, 1, 1)
        assert label(attrs.evolve(YEARLY, per=sc.obligations.TimeUnit.QUARTER), start).vi == "quý 1/2025"
        assert label(attrs.evolve(YEARLY, per=sc.obligations.TimeUnit.HALF_YEAR), start).vi == "sáu tháng 1/2025"
        assert label(YEARLY, start) == sc.Label("năm 2025", "2025")
        assert label(attrs.evolve(YEARLY, anchor=date(2024, 9, 1)), start).en == "2024-09-01 – 2025-08-31"
        assert label(sc.obligations.Frequency(times=1, per=sc.obligations.TimeUnit.TERM, anchor=start, term_months=24), start).en == "2025-01-01 – 2026-12-31"
        assert label(attrs.evolve(MONTHLY, anchor=date(2025, 1, 31)), date(2025, 2, 1)).en == "2025-01-31 – 2025-02-27"


class TestShipped:
    def test_each_rule_is_bounded_and_cited(self):
        """What is required is read in a public copy; what is practised is reported; nothing is recalled."""
        shipped = [*CITIZEN_RECEPTION, *DIALOGUE_WITH_PEOPLE, *STAFF_CONFERENCE, *community_conference(year_end_from_month=11), *budget_reports(within_days=15), *inspection_plans(ahead_months=0, term_start=date(2024, 1, 1), term_months=30), *hanoi_dialogue(in_force_from=date(2021, 7, 1), in_force_until=date(2025, 3, 1))]

        assert all(one.citation.verification is Verification.VERIFIED and one.in_force_from for one in shipped if one.required)
        assert all(one.citation is None and one.in_force_until for one in shipped if not one.required)
        assert all(one.practice_citation is None or one.practice_citation.verification is Verification.REPORTED for one in (*PHU_NHUAN_WARD_17, *THACH_THANG))
        assert len(NOT_READ_OBLIGATIONS) == 3

    def test_the_reception_changes_on_the_day(self):
        """30 June 2026 weekly, 1 July 2026 two days a month; before 1 July 2014, when the law came into force, unknown."""
        known = [next(one.required for one in obligations_on(day) if one.code == "citizen_reception") for day in (date(2014, 6, 30), date(2014, 7, 1), date(2026, 6, 30), date(2026, 7, 1))]

        assert [one and one.per.value for one in known] == [None, "week", "week", "month"]
        assert faults_of(lambda: obligations_on(MOMENT)) == ["not_a_day"]

    def test_what_is_open_has_no_default(self):
        """Year end, how long: each must be said, within bounds; how soon the law says."""
        for make in (community_conference, inspection_plans, hanoi_dialogue):
            with pytest.raises(TypeError):
                make()
        assert faults_of(lambda: community_conference(year_end_from_month=13)) == ["too_large"]
        assert faults_of(lambda: budget_reports(within_days=0)) == ["too_small"]
        assert faults_of(lambda: inspection_plans(ahead_months=4, term_start="x", term_months=2)) == ["too_large", "not_a_day", "too_small"]
        assert faults_of(lambda: hanoi_dialogue(in_force_from=date(2022, 1, 1), in_force_until=date(2025, 3, 2))) == ["empty_period"]
        assert faults_of(lambda: hanoi_dialogue(in_force_from=1, in_force_until=2)) == ["not_a_day", "not_a_day"]

    def test_the_pilot_fits_before_the_law(self):
        """Twice a year while it lasts, once by the general law before and after it, with no gap."""
        pilot = hanoi_dialogue(in_force_from=date(2022, 1, 1), in_force_until=date(2025, 3, 1))
        twice = ask(pilot, held(date(2024, 3, 1), code="dialogue_with_people"), Period.of_year(2024)).standings["dialogue_with_people"]

        assert [one.required and one.required.times for one in pilot] == [None, 1, 2, 1, 1]
        assert [one.in_force_until for one in pilot][:-1] == [one.in_force_from for one in pilot][1:]
        assert [one.needed for one in twice.missing] == [2]

    def test_a_conference_at_year_end_is_not_held_in_spring(self):
        """With November chosen, one in October lies outside every period."""
        rule = community_conference(year_end_from_month=11)

        assert states(ask(rule, held(date(2024, 11, 1), code="community_conference"), Period.of_year(2024)), "community_conference") == ["DONE"]
        assert states(ask(rule, held(date(2024, 10, 31), code="community_conference"), Period.of_year(2024)), "community_conference") == ["MISSING"]

    def test_budget_data_follow_their_quarter(self):
        """Within 15 days of its end: the 15th day counts, the 16th is too late for it."""
        rule = [one for one in budget_reports(within_days=15) if one.code == "budget_report.quarter"]

        assert states(ask(rule, held(date(2025, 4, 15), code="budget_report.quarter"), Period.of_month(2025, 4)), "budget_report.quarter") == ["DONE"]
        assert states(ask(rule, held(date(2025, 4, 16), code="budget_report.quarter"), Period.of_month(2025, 4)), "budget_report.quarter") == ["DONE_LATE"]

    def test_two_plans_made_in_one_month_serve_two_quarters(self):
        """A plan of December may be for the quarter that ends or, made ahead, for the next; two are for both."""
        rule = [one for one in inspection_plans(ahead_months=1, term_start=date(2024, 1, 1), term_months=30) if one.code == "inspection_plan.quarter"]
        quarters = Period.of_days(date(2024, 10, 1), date(2025, 3, 31))
        days = [date(2024, 12, 10), date(2024, 12, 10)]

        assert states(ask(rule, held(*days, code="inspection_plan.quarter"), quarters), "inspection_plan.quarter") == ["DONE", "DONE"]
        assert states(ask(rule, held(days[0], code="inspection_plan.quarter"), quarters), "inspection_plan.quarter") == ["DONE", "MISSING"]

    def test_the_facts_can_be_asked_for(self):
        """A local regulation may ask for them, and judging any other accepts them as known words."""
        report = ask(CITIZEN_RECEPTION, [], Period.of_month(2025, 3))
        words = obligation_facts(CITIZEN_RECEPTION)
        judged = sc.assess(sc.regulations.GOOD_PERFORMANCE_2014, report.facts, vocabulary=words)

        assert judged == sc.assess(sc.regulations.GOOD_PERFORMANCE_2014, sc.Facts())
        assert [definition.code.rpartition(".")[2] for definition in words] == ["met", "missing", "late", "practice_met"]
        assert words[1].refusal(Fraction(1, 2))
        assert obligation_facts(reversed(CITIZEN_RECEPTION)) == words
        assert faults_of(lambda: obligation_facts([1])) == ["wrong_kind"]
