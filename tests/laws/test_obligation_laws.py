"""Laws of periodic obligations, on random ones with grace, plans made ahead, moved deadlines and waivers.

* the assignment of events to occurrences is the best of all, and uses no event twice
* adding an event never lowers compliance
* a period that has not ended is never missed
* splitting a period never invents compliance: the parts have exactly the occurrences of the whole
* the order in which things are given never matters
* the calendar is that of dateutil's recurrences and of a walk day by day over ten years
"""

from datetime import date, timedelta

import attrs
import pytest
from dateutil.rrule import MONTHLY, WEEKLY, YEARLY, rrule
from hypothesis import assume, given, strategies as st

import supervision_core as sc
from fuzzing import duties
from fuzzing.seeds import run_seeds
from oracles import obligations as oracle
from supervision_core import strategies
from supervision_core.obligations import OccurrenceState
from supervision_core.obligations.counting import Place, Unit, assign

START = date(2024, 1, 1)
PENDING = {OccurrenceState.OPEN, OccurrenceState.UPCOMING}


def day(number):
    return START + timedelta(days=number)


@st.composite
def walks(draw, *, most_places=4, most_units=5):
    """A few overlapping places, closed ones and open ones, and a few units; the last day of the walk is day 12."""
    places = []
    for _ in range(draw(st.integers(1, most_places))):
        opens = draw(st.integers(0, 8))
        closes = opens + draw(st.integers(1, 10))
        places.append(Place(opens=day(opens), closes=day(closes), need=draw(st.integers(0, 3)), is_over=closes <= 12, is_strict=draw(st.booleans())))
    numbers = sorted(draw(st.lists(st.integers(0, 12), max_size=most_units)))
    return places, [Unit(on=day(number), is_own=draw(st.booleans())) for number in numbers]


def score(places, counted):
    left = [place.need - len(units) for place, units in zip(places, counted, strict=True)]
    done = sum(1 for place, need in zip(places, left, strict=True) if place.need and need == 0)
    return -sum(1 for place, need in zip(places, left, strict=True) if need and place.is_over), done, sum(map(len, counted))


def is_best(places, units):
    """Assert that the assignment of some units is as good as any, and uses each once and where it may count."""
    counted = assign(places, units)
    used = [unit for some in counted for unit in some]
    assert score(places, counted) == oracle.best(places, units)
    assert len(used) == len(set(used))
    for place, some in zip(places, counted, strict=True):
        assert len(some) <= place.need
        assert all(oracle.may_count(place, units[unit]) for unit in some)


@given(walks())
def test_the_assignment_is_the_best_of_all(walk):
    """Fewest missed, then most done, then most used: as found by trying everything; each unit once and where it may count."""
    is_best(*walk)


@given(walks(most_places=3), st.integers(0, 12), st.booleans())
def test_one_more_unit_never_makes_it_worse(walk, number, is_own):
    """Never more missed; and where no more is missed, never less done."""
    places, units = walk
    more = sorted([*units, Unit(on=day(number), is_own=is_own)], key=lambda unit: unit.on)

    assert score(places, assign(places, more))[:2] >= score(places, assign(places, units))[:2]


QUESTIONS = strategies.duties.compliance_questions()


def ask(question, **changes):
    given = {**question, **changes}
    return sc.compliance(given.pop("obligations"), given.pop("events"), given.pop("period"), **given)


def about(question, code):
    """The part of a question that is about one obligation."""
    obligations = [one for one in question["obligations"] if one.code == code]
    return {**question, "obligations": obligations} | {
        name: [one for one in question[name] if one.obligation == code] for name in ("events", "waivers", "moved")
    }


def occurrences(report):
    return [one for standing in report for one in (*standing.required, *standing.practised)]


def place(occurrence):
    return occurrence.obligation, occurrence.basis.value, occurrence.period


@given(QUESTIONS)
def test_no_event_is_used_twice(question):
    """By the rule each event counts once, and so it does by practice; and none counts that was held after the day."""
    report = ask(question)
    by_id = {event.id: event for event in question["events"]}
    for standing in report:
        for some in (standing.required, standing.practised):
            used = [event for one in some for event in one.event_ids]
            assert len(used) == len(set(used))
            assert all(by_id[event].obligation == standing.obligation for event in used)
            assert all(by_id[event].on <= report.as_of for event in used)
        for one in standing.required:
            days = [by_id[event].on for event in one.event_ids]
            assert all(on >= one.window.start for on in days)
            if one.state is OccurrenceState.DONE:
                assert all(on in one.window for on in days)
            assert one.late_by == (max(on - one.due for on in days).days if one.state is OccurrenceState.DONE_LATE else 0)


@given(QUESTIONS, st.data())
def test_adding_an_event_never_lowers_compliance(question, data):
    """Taking one away never leaves fewer missed, and never more done where as few are missed."""
    assume(question["events"])
    gone = data.draw(st.sampled_from(question["events"]))
    question = about(question, gone.obligation)
    events = [event for event in question["events"] if event is not gone]
    before, after = (ask(question, events=some, period=EVER).standings[gone.obligation] for some in (events, question["events"]))

    if before.verdict is sc.Verdict.MET:
        assert after.verdict is sc.Verdict.MET
    if all(event.by_office_holder is not None for event in question["events"]):
        assert (-len(after.missing), len(after.done)) >= (-len(before.missing), len(before.done))
        if all(one.due < question["as_of"] for one in after.required):
            assert len(after.done) >= len(before.done)


# All occurrences that an event of 2024 and 2025 may count towards: none falls due earlier than the event, nor much later than a year after.
EVER = sc.Period(start=date(2024, 1, 1), end=date(2027, 6, 1))


@given(QUESTIONS)
def test_a_period_that_has_not_ended_is_never_missed(question):
    """On its last day it may still be done; the day after it is over."""
    for one in occurrences(ask(question)):
        if not one.is_due_known and one.due < question["as_of"]:
            assert one.state not in {OccurrenceState.MISSING, OccurrenceState.DONE_LATE}
        elif one.due >= question["as_of"]:
            assert one.state not in {OccurrenceState.MISSING, OccurrenceState.UNDETERMINED}
        else:
            assert one.state not in PENDING


@given(QUESTIONS, st.data())
def test_splitting_a_period_never_invents_compliance(question, data):
    """The two parts have exactly the occurrences of the whole, standing as they do there."""
    whole = question["period"]
    middle = whole.start + timedelta(days=data.draw(st.integers(1, whole.days - 1)))
    parts = [ask(question, period=sc.Period(start=start, end=end)) for start, end in ((whole.start, middle), (middle, whole.end))]
    together = ask(question)

    assert sorted(occurrences(together), key=place) == sorted([one for part in parts for one in occurrences(part)], key=place)
    if all(part.verdict is sc.Verdict.MET for part in parts):
        assert together.verdict is sc.Verdict.MET


@given(QUESTIONS, st.randoms(use_true_random=True))
def test_the_order_in_which_things_are_given_does_not_matter(question, random):
    """Any order gives an equal report."""
    shuffled = {name: random.sample(question[name], len(question[name])) for name in ("obligations", "events", "waivers", "moved")}

    assert ask(question, **shuffled) == ask(question)


@given(QUESTIONS)
def test_waiving_everything_leaves_nothing_missed(question):
    """With all of the time waived nothing is owed for any whole period in it."""
    waived = [sc.obligations.Waiver(obligation=code, period=sc.Period(start=date(2000, 1, 1), end=date(2040, 1, 1)), ground=sc.Label("miễn", "waived")) for code in {one.code for one in question["obligations"] if one.required or one.practised}]

    assert not ask(question, waivers=waived, binding=None, events=[], moved=[]).missing


@given(QUESTIONS)
def test_facts_say_what_the_standing_says(question):
    """Met is yes, missed is no, and what is pending or unknown is neither."""
    report = ask(question)
    for standing in report:
        fact = report.facts.get(f"obligation.{standing.obligation}.met")
        assert fact.value is {sc.Verdict.MET: True, sc.Verdict.NOT_MET: False, sc.Verdict.UNKNOWN: None}[standing.verdict]
        if fact.state is sc.FactState.NOT_APPLICABLE:
            assert not standing.owed


@given(st.lists(st.tuples(st.integers(0, 40), st.integers(0, 2)), max_size=14), st.integers(1, 4), st.integers(0, 40))
def test_the_last_safe_day_is_safe_and_the_day_after_is_not(held, times, today):
    """Held every day from the last safe day on, nothing more is missed; from the day after on, something is."""
    rule = sc.obligations.Frequency(times=times, per=sc.obligations.TimeUnit.WEEK, counts=sc.obligations.Counting.DAYS)
    duty = sc.Obligation(code="x", label=sc.Label("x", "x"), right=None, required=rule, citation=sc.regulations.CITIZEN_RECEPTION[1].citation)
    period = sc.Period(start=START, end=day(42))
    as_of = day(today)
    events = [sc.Event(id=f"{number}-{more}", obligation="x", on=day(number)) for number, more in dict.fromkeys(held) if number < today]
    standing = sc.compliance([duty], events, period, as_of=as_of).standings["x"]
    assume(standing.last_safe_day is not None and standing.last_safe_day > as_of)

    for late, worse in ((0, 0), (1, 1)):
        first = (standing.last_safe_day - START).days + late
        later = [sc.Event(id=f"later-{number}", obligation="x", on=day(number)) for number in range(first, 42)]
        after = sc.compliance([duty], [*events, *later], period, as_of=day(60)).standings["x"]
        assert (len(after.missing) > len(standing.missing)) == bool(worse)


UNITS = [unit for unit in sc.obligations.TimeUnit if unit is not sc.obligations.TimeUnit.TERM]


@pytest.mark.parametrize("unit", UNITS, ids=lambda unit: unit.value)
@pytest.mark.parametrize("counting", list(sc.obligations.Counting), ids=lambda counting: counting.value)
def test_ten_years_day_by_day(unit, counting):
    """Over ten years of uneven events the missed periods are those that a walk through the calendar finds."""
    times = {"week": 1, "month": 3, "quarter": 8, "half_year": 16, "year": 31}[unit.value]
    rule = sc.obligations.Frequency(times=times, per=unit, counts=counting)
    duty = sc.Obligation(code="x", label=sc.Label("x", "x"), right=None, required=rule, citation=sc.regulations.CITIZEN_RECEPTION[1].citation)
    held = [day(number * number % 3653) for number in range(330)]
    events = [sc.Event(id=f"e{number}", obligation="x", on=on) for number, on in enumerate(held)]
    last = date(2033, 12, 31)
    asked = sc.Period.of_days(START + timedelta(days=6 if unit is sc.obligations.TimeUnit.WEEK else 0), last)
    found = sc.compliance([duty], events, asked, as_of=date(2034, 2, 1)).standings["x"]
    expected = oracle.missed(unit.value, times, held, START, last, by_day=counting is sc.obligations.Counting.DAYS)

    assert [(one.period.start, one.period.last) for one in found.missing] == expected
    assert 0 < len(expected) < len(found.owed)


@pytest.mark.parametrize(
    ("cycle", "rule"),
    [
        (sc.values.Cycle(weeks=1), {"freq": WEEKLY, "dtstart": date(2024, 1, 1)}),
        (sc.values.Cycle(anchor=date(2024, 1, 3), weeks=2), {"freq": WEEKLY, "interval": 2, "dtstart": date(2024, 1, 3)}),
        (sc.values.Cycle(months=1), {"freq": MONTHLY, "dtstart": date(2024, 1, 1)}),
        (sc.values.Cycle(months=3), {"freq": MONTHLY, "interval": 3, "dtstart": date(2024, 1, 1)}),
        (sc.values.Cycle(months=6), {"freq": MONTHLY, "interval": 6, "dtstart": date(2024, 1, 1)}),
        (sc.values.Cycle(months=12), {"freq": YEARLY, "dtstart": date(2024, 1, 1)}),
        (sc.values.Cycle(anchor=date(2024, 1, 28), months=1), {"freq": MONTHLY, "dtstart": date(2024, 1, 28)}),
        (sc.values.Cycle(anchor=date(2024, 1, 31), months=1), {"freq": MONTHLY, "bymonthday": -1, "dtstart": date(2024, 1, 31)}),
        (sc.values.Cycle(anchor=date(2024, 1, 30), months=1), {"freq": MONTHLY, "bymonthday": (28, 29, 30), "bysetpos": -1, "dtstart": date(2024, 1, 30)}),
        (sc.values.Cycle(anchor=date(2024, 2, 29), months=12), {"freq": YEARLY, "bymonth": 2, "bymonthday": -1, "dtstart": date(2024, 2, 29)}),
        (sc.values.Cycle(anchor=date(2024, 5, 15), months=60), {"freq": YEARLY, "interval": 5, "dtstart": date(2024, 5, 15)}),
    ],
    ids=["week", "fortnight", "month", "quarter", "half-year", "year", "28th", "31st", "30th", "29-feb", "term"],
)
def test_the_calendar_is_that_of_dateutil(cycle, rule):
    """Over ten years the periods begin where dateutil's own recurrences say, at the ends of months too."""
    first = rule["dtstart"]
    expected = [moment.date() for moment in rrule(until=date(2034, 12, 31), **rule)]
    number = cycle.number_of(first)
    found = [cycle.span(number + step).start for step in range(len(expected))]

    assert found == expected
    assert all(earlier.end == later.start for earlier, later in zip(map(cycle.span, range(number, number + 30)), map(cycle.span, range(number + 1, number + 31)), strict=True))


@given(st.dates(date(1990, 1, 1), date(2060, 12, 31)), st.integers(1, 25), st.dates(date(1990, 1, 1), date(2060, 12, 31)))
def test_every_day_lies_in_exactly_one_span(anchor, months, on):
    """The span around a day holds it, its neighbours do not, and they touch."""
    for cycle in (sc.values.Cycle(anchor=anchor, months=months), sc.values.Cycle(anchor=anchor, weeks=months)):
        number = cycle.number_of(on)

        assert on in cycle.span(number)
        assert cycle.span(number - 1).end == cycle.span(number).start
        assert cycle.span(number).end == cycle.span(number + 1).start
        assert list(cycle.spans(sc.Period.of_days(on, on))) == [cycle.around(on)]


@given(QUESTIONS)
def test_a_report_keeps_its_promises_about_itself(question):
    """It can be built again from its own fields, and nothing in it is double."""
    report = ask(question)

    assert attrs.evolve(report) == report
    assert [attrs.evolve(standing) for standing in report] == list(report)
    assert sum(len(some) for some in report.by_right.values()) == sum(1 for standing in report if standing.right)


def test_random_duties_stand_as_the_documents_words_say():
    """A sample of the campaign: openings, grace, calendars, moves, waivers, cut periods, deputies; every state is met."""
    met = run_seeds(duties.check, 120, 1)

    assert met["cases"] == 120
    assert all(met[state.value] > 5 for state in OccurrenceState)
    assert met["last safe days"] > 50
    assert met["with a choice"] > 5
