"""Small mistakes in obligations that no test noticed: the borders, places and choices that each of them would change."""

from datetime import date, timedelta
from itertools import permutations

import attrs
import pytest

import supervision_core as sc
from supervision_core.obligations import Counting, Frequency, MovedDeadline, TimeUnit, Waiver
from supervision_core.obligations.counting import Place, Unit, assign
from supervision_core.values import Citation, Instrument, InstrumentKind, Verification

L = sc.Label("việc", "duty")
LAW = Citation(instrument=Instrument(kind=InstrumentKind.LAW, title=L), verification=Verification.VERIFIED)
GROUND = sc.Label("Lũ lụt", "Floods")
MONTHLY, YEARLY = Frequency(times=1, per=TimeUnit.MONTH), Frequency(times=1, per=TimeUnit.YEAR)
QUARTER, LATE = sc.Period.of_quarter(2025, 1), date(2025, 5, 1)


def duty(required=MONTHLY, **more):
    return sc.Obligation(**{"code": "x", "label": L, "required": required, "right": None, "citation": LAW, **more})


def told(make):
    """Each fault: its code, its place, what was found, what would be right."""
    with pytest.raises(sc.InvalidInput) as raised:
        make()
    return [(one.code, one.place, one.found, one.expected) for one in raised.value.faults]


def day(number):
    return date(2025, 1, 1) + timedelta(days=number)


@pytest.mark.parametrize(("frequency", "most"), [(MONTHLY, 1), (Frequency(times=1, per=TimeUnit.QUARTER), 3), (YEARLY, 12)])
def test_it_opens_at_most_one_period_early_or_late(frequency, most):
    """A period's own months before its first day and after it, and not one more."""
    for months in (-most, most):
        assert attrs.evolve(frequency, opens_after_months=months, grace_days=1).opens_after_months == months
    assert told(lambda: attrs.evolve(frequency, opens_after_months=-most - 1)) == [
        ("too_small", "Frequency.opens_after_months", str(-most - 1), f"at least {-most}"),
    ]
    assert told(lambda: attrs.evolve(frequency, opens_after_months=most + 1, grace_days=1)) == [
        ("too_large", "Frequency.opens_after_months", str(most + 1), f"at most {most}"),
    ]


def test_what_names_an_obligation_that_is_not_given_is_named():
    """Events, waivers and moved deadlines of another code: each is a fault with its own place."""
    report = sc.compliance(
        [duty()],
        [sc.Event(id="e", obligation="event", on=date(2025, 1, 5))],
        QUARTER,
        as_of=date(2025, 5, 1),
        waivers=[Waiver(obligation="waiver", period=QUARTER, ground=GROUND)],
        moved=[MovedDeadline(obligation="move", occurrence=date(2025, 1, 5), until=date(2025, 2, 5), ground=GROUND)],
    )

    expected = "the code of an obligation that is given"
    assert [(one.code, one.place, one.found, one.expected) for one in report.faults] == [
        ("unknown_id", "Event 'e'.obligation", "'event'", expected),
        ("unknown_id", "MovedDeadline.obligation", "'move'", expected),
        ("unknown_id", "Waiver.obligation", "'waiver'", expected),
    ]


@pytest.mark.parametrize(
    ("period", "codes"),
    [
        (sc.Period.of_month(2025, 2), []),
        (sc.Period.of_days(date(2025, 2, 1), date(2025, 2, 27)), ["waives_nothing"]),
        (sc.Period.of_days(date(2025, 2, 2), date(2025, 2, 28)), ["waives_nothing"]),
        (sc.Period.of_days(date(2024, 12, 1), date(2025, 1, 14)), ["waives_nothing"]),
        (sc.Period.of_days(date(2024, 12, 1), date(2025, 1, 31)), []),
        (sc.Period.of_month(2024, 12), ["waives_nothing"]),
    ],
)
def test_a_waiver_waives_something_or_is_a_fault(period, codes):
    """A whole month to the day; one day less waives nothing; the part of a month in which the rule binds is a period of its own."""
    rule, waiver = duty(in_force_from=date(2025, 1, 15)), Waiver(obligation="x", period=period, ground=GROUND)
    report = sc.compliance([rule], [], QUARTER, as_of=date(2025, 5, 1), partial=sc.obligations.Partial.OWES_ALL, waivers=[waiver])

    assert [one.code for one in report.faults] == codes
    assert sum(one.ground == GROUND for one in report.standings["x"].required) == (0 if codes else 1)


def test_the_source_of_a_practice_is_a_citation():
    """Where something is practised, and where a place has a practice that was reported."""
    practised = duty(practised=MONTHLY, practice_citation=LAW)

    assert practised.practice_citation == LAW
    assert told(lambda: attrs.evolve(practised, practice_citation=L)) == [
        ("wrong_kind", "Obligation 'x'.practice_citation", "a Label", "a Citation, or None"),
    ]
    assert told(lambda: duty().with_practice(MONTHLY, L))[0][:2] == ("wrong_kind", "Obligation.with_practice.citation")


def test_what_a_deputy_did_goes_where_a_deputy_counts():
    """The holder's own event is kept for the duty that lets no deputy stand in, though the other one ends first."""
    lax = Place(opens=day(0), closes=day(5), need=1, is_over=True)
    strict = Place(opens=day(0), closes=day(6), need=1, is_over=True, is_strict=True)

    assert assign([lax, strict], [Unit(on=day(1)), Unit(on=day(2), is_own=False)]) == ((1,), (0,))


def test_only_what_is_over_is_missed_on_the_way():
    """An event goes to the duty that is over and lacks more, since the other one can wait: all that was held is used."""
    later = Place(opens=day(3), closes=day(10), need=1, is_over=False)
    over = Place(opens=day(2), closes=day(7), need=2, is_over=True)

    assert assign([later, over], [Unit(on=day(4)), Unit(on=day(7))]) == ((1,), (0,))


def test_what_is_not_over_cannot_be_missed():
    """Two events make one of two duties whole that are over, rather than one half and another that still has time."""
    open_ = Place(opens=day(4), closes=day(11), need=1, is_over=False)
    first = Place(opens=day(2), closes=day(8), need=2, is_over=True)
    second = Place(opens=day(3), closes=day(9), need=2, is_over=True)

    assert assign([open_, first, second], [Unit(on=day(7)), Unit(on=day(8))]) == ((), (), (0, 1))


@pytest.mark.parametrize(("as_of", "states"), [(date(2025, 3, 11), ["DONE", "OPEN", "OPEN"]), (date(2025, 3, 12), ["MISSING", "DONE", "DONE"])])
def test_on_its_last_day_a_duty_still_leaves_events_to_what_is_over(as_of, states):
    """Two events make January whole, which asks for two, or February and March: these are open on their last day, missed the day after."""
    twice = Frequency(times=2, per=TimeUnit.MONTH, grace_days=38)
    early = Frequency(times=1, per=TimeUnit.MONTH, opens_after_months=-1)
    rules = [duty(twice, in_force_from=date(2025, 1, 1), in_force_until=date(2025, 2, 1)), duty(early, in_force_from=date(2025, 2, 1))]
    events = [sc.Event(id=f"e{number}", obligation="x", on=date(2025, 2, number)) for number in (5, 6)]
    moved = [
        MovedDeadline(obligation="x", occurrence=date(2025, month, 1), until=date(2025, 3, 11), ground=GROUND) for month in (2, 3)
    ]
    report = sc.compliance(rules, events, sc.Period.of_quarter(2025, 1), as_of=as_of, moved=moved, partial=sc.obligations.Partial.OWES_ALL)

    by_period = {one.period.start.month: one.state.name for one in report.standings["x"].required}
    assert report.faults == ()
    assert [by_period.get(month) for month in (1, 2, 3)] == states


@pytest.mark.parametrize("own", [True, None])
def test_events_that_differ_under_one_id_may_stand_in_any_order(own):
    """Whether the holder or a deputy was there on the third is told in two ways: whatever is told first, February stays as open as January."""
    rules = [
        duty(Frequency(times=2, per=TimeUnit.MONTH, grace_days=40), in_force_until=date(2025, 2, 1)),
        duty(in_force_from=date(2025, 2, 1), no_deputy=True),
    ]
    events = [
        sc.Event(id="a", obligation="x", on=date(2025, 2, 3), by_office_holder=True),
        sc.Event(id="b", obligation="x", on=date(2025, 2, 3), by_office_holder=False),
        sc.Event(id="b", obligation="x", on=date(2025, 2, 3), by_office_holder=own),
        sc.Event(id="b", obligation="x", on=date(2025, 2, 4), by_office_holder=False),
    ]
    asked = sc.Period.of_days(date(2025, 2, 1), date(2025, 3, 31))
    reports = [sc.compliance(rules, some, asked, as_of=date(2025, 5, 1)) for some in permutations(events)]

    assert all(one == reports[0] for one in reports)
    assert [one.state.name for one in reports[0].standings["x"].required] == ["UNDETERMINED", "UNDETERMINED", "DONE", "MISSING"]


@pytest.mark.parametrize(
    ("first", "until"),
    [(date(2022, 1, 1), date(2025, 3, 1)), (date(2022, 1, 1), date(2024, 1, 1)), (date(2010, 1, 1), date(2012, 6, 1)), (date(2024, 6, 1), date(2024, 7, 1))],
)
def test_a_pilot_takes_its_days_out_of_the_general_rule(first, until):
    """Whenever it begins and ends: from before all rules to today each day has one version, and the pilot has its own days."""
    versions = sc.regulations.hanoi_dialogue(in_force_from=first, in_force_until=until)
    pilot = [one for one in versions if one.required and one.required.times == 2]

    assert [(one.in_force_from, one.in_force_until) for one in pilot] == [(first, until)]
    assert [one.in_force_until for one in versions[:-1]] == [one.in_force_from for one in versions[1:]]
    assert (versions[0].in_force_from, versions[-1].in_force_until) == (None, None)


def test_which_day_was_no_day_is_said():
    """By the function that was asked and its argument."""
    assert told(lambda: sc.regulations.obligations_on("x")) == [("not_a_day", "obligations_on.day", "'x'", "a day (datetime.date)")]


TWO_DAYS = Frequency(times=2, per=TimeUnit.MONTH, counts=Counting.DAYS)
JANUARY = sc.Period.of_month(2025, 1)


def held(number, own=None, name="e"):
    return sc.Event(id=name, obligation="x", on=date(2025, 1, number), by_office_holder=own)


@pytest.mark.parametrize(
    ("no_deputy", "own", "left"),
    [(False, True, None), (False, False, None), (False, None, None), (True, True, None), (True, False, date(2025, 1, 30)), (True, None, date(2025, 1, 30))],
)
def test_a_day_is_taken_by_what_counts_on_it(no_deputy, own, left):
    """Two days are owed, and on the last day something is held: by whoever counts it takes the day; a deputy leaves it to the holder."""
    report = sc.compliance([duty(TWO_DAYS, no_deputy=no_deputy)], [held(31, own)], JANUARY, as_of=date(2025, 1, 31))
    earlier = sc.compliance([duty(TWO_DAYS, no_deputy=no_deputy)], [held(30, own), held(31, own, "f")], JANUARY, as_of=date(2025, 1, 30))

    assert report.standings["x"].last_safe_day is None
    assert report.standings["x"].still_possible is sc.Verdict.NOT_MET
    for one in (earlier.standings["x"], earlier.standings["x"].required[0]):
        assert one.last_safe_day == (left or date(2025, 1, 31))


@pytest.mark.parametrize(("first", "second"), [(False, True), (True, False), (True, True), (False, False)])
@pytest.mark.parametrize("own", [True, None, False])
def test_a_day_is_taken_by_what_counts_under_the_rule_of_its_own_period(first, second, own):
    """Whether a deputy counted under the rule before or counts under the one after says nothing of this period's last day."""
    rules = [
        duty(TWO_DAYS, no_deputy=first, in_force_from=date(2024, 12, 1), in_force_until=date(2025, 1, 1)),
        duty(TWO_DAYS, no_deputy=second, in_force_from=date(2025, 1, 1), in_force_until=date(2025, 2, 1)),
        duty(TWO_DAYS, no_deputy=first, in_force_from=date(2025, 2, 1)),
    ]
    time = sc.Period(start=date(2024, 12, 1), end=date(2025, 2, 1))
    report = sc.compliance(rules, [held(30, own), held(31, own, "f")], time, as_of=date(2025, 1, 30))
    # One day is left where the one held on the 30th counts, and two days otherwise: the 30th, on which the holder is free, and the 31st.
    expected = date(2025, 1, 30) if second and own is not True else date(2025, 1, 31)

    for one in (report.standings["x"], report.standings["x"].required[1]):
        assert (one.last_safe_day, one.still_possible) == (expected, sc.Verdict.MET)


@pytest.mark.parametrize("later", [True, False])
def test_a_day_that_is_taken_under_one_rule_is_left_to_the_other(later):
    """On the 27th a deputy held one of two days of the one rule; the other asks for the holder, who has that day, and the 28th is left."""
    before, after = (TWO_DAYS, attrs.evolve(TWO_DAYS, times=1)) if later else (attrs.evolve(TWO_DAYS, times=1), TWO_DAYS)
    rules = [
        duty(
            attrs.evolve(before, grace_days=28),
            no_deputy=not later,
            in_force_from=date(2025, 1, 1),
            in_force_until=date(2025, 2, 1),
        ),
        duty(after, no_deputy=later, in_force_from=date(2025, 2, 1)),
    ]
    event = sc.Event(id="e", obligation="x", on=date(2025, 2, 27), by_office_holder=False)
    time = sc.Period(start=date(2025, 1, 1), end=date(2025, 3, 1))
    asked = [sc.compliance(rules, [event], time, as_of=date(2025, 2, number)).standings["x"] for number in (27, 28)]

    assert [one.due for one in asked[0].pending] == [date(2025, 2, 28)] * 2
    assert [(one.last_safe_day, one.still_possible) for one in asked] == [
        (date(2025, 2, 27), sc.Verdict.MET),
        (None, sc.Verdict.NOT_MET),
    ]


@pytest.mark.parametrize("order", list(permutations((True, None, False))), ids=str)
def test_of_a_day_that_event_counts_of_which_most_is_known(order):
    """Whatever their ids: the holder's own before one of which nobody said who held it, and that before a deputy's."""
    rule = duty(Frequency(times=1, per=TimeUnit.MONTH, counts=Counting.DAYS), no_deputy=True)
    events = [held(5, own, str(number)) for number, own in enumerate(order)]
    own, unknown = str(order.index(True)), [one for one in events if one.by_office_holder is not True]

    assert sc.compliance([rule], events, JANUARY, as_of=LATE).standings["x"].required[0].event_ids == (own,)
    assert sc.compliance([rule], unknown, JANUARY, as_of=LATE).standings["x"].required[0].state.name == "UNDETERMINED"


@pytest.mark.parametrize("own", [True, None, False])
def test_of_a_day_s_events_of_one_kind_the_first_counts(own):
    """By its id, in whatever order they are told; the others are beyond what is owed."""
    rule = duty(Frequency(times=1, per=TimeUnit.MONTH, counts=Counting.DAYS))
    events = [held(5, own, name) for name in "bca"]
    found = sc.compliance([rule], events, JANUARY, as_of=LATE).standings["x"]

    assert (found.required[0].event_ids, found.surplus_event_ids) == (("a",), ("b", "c"))


def test_what_is_moved_twice_to_one_day_shows_the_same_ground():
    """In whatever order the two decisions are told: that of the earlier day, then that whose words come first."""
    grounds = [sc.Label(text, text) for text in "ab"]

    def shown(*moves):
        moved = [MovedDeadline(obligation="x", occurrence=date(2025, 1, on), until=date(2025, 2, 9), ground=ground) for on, ground in moves]
        found = [sc.compliance([duty()], [], JANUARY, as_of=LATE, moved=some).standings["x"].required[0] for some in (moved, moved[::-1])]
        assert found[0] == found[1]
        return found[0].due, found[0].ground

    assert shown((5, grounds[0]), (5, grounds[1])) == (date(2025, 2, 9), grounds[0])
    assert shown((6, grounds[0]), (5, grounds[1])) == (date(2025, 2, 9), grounds[1])


def test_everybodys_events_are_read_when_it_is_asked():
    """Whatever happens to the lists afterwards, and to what can be read once; each has one's own binding and decisions."""
    events, waived = {"a": [held(5)], "b": iter([held(5)]), "c": []}, [Waiver(obligation="x", period=JANUARY, ground=GROUND)]
    reports = sc.obligations.compliance_all(
        [duty()], events, JANUARY, as_of=LATE, bindings={"b": sc.Period.of_days(date(2025, 1, 5), date(2025, 1, 31))}, waivers={"c": waived}
    )
    events["a"].clear()
    waived.clear()

    assert {who: report.standings["x"].required[0].state.name for who, report in reports} == {"a": "DONE", "b": "LEFT_OUT", "c": "WAIVED"}


def test_the_newest_rule_says_what_it_is_called_and_whom_it_serves():
    """A rule renamed in March: the report bears its new name, and stands under the right that the newer rule serves."""
    rights = sc.obligations.Right.KNOW, sc.obligations.Right.CHECK
    names = sc.Label("tên cũ", "old name"), sc.Label("tên mới", "new name")
    rules = [
        duty(label=names[0], right=rights[0], in_force_until=date(2025, 3, 1)),
        duty(label=names[1], right=rights[1], in_force_from=date(2025, 3, 1)),
    ]
    report = sc.compliance(rules[::-1], [], QUARTER, as_of=LATE)

    assert (report.standings["x"].label, report.standings["x"].right) == (names[1], rights[1])
    assert {right: [one.obligation for one in some] for right, some in report.by_right.items() if some} == {"check": ["x"]}
