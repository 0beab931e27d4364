"""Several rules of one obligation: what nobody could read, whose time ended last, what a practice adds, which events were told too late."""

from datetime import date, timedelta

import attrs
import pytest

import supervision_core as sc
from supervision_core import Period
from supervision_core.obligations import Event, Frequency, Obligation, TimeUnit
from supervision_core.values import Citation, Instrument, InstrumentKind, Verification

L = sc.Label("việc", "duty")
LAW = Citation(instrument=Instrument(kind=InstrumentKind.LAW, title=L), verification=Verification.VERIFIED)
MONTHLY, WEEKLY, YEARLY = (Frequency(times=1, per=unit) for unit in (TimeUnit.MONTH, TimeUnit.WEEK, TimeUnit.YEAR))
LATE = date(2025, 7, 1)
QUARTER = Period.of_quarter(2025, 1)
MARCH_FIRST = date(2025, 3, 1)


def duty(required=MONTHLY, **more):
    return Obligation(**{"code": "x", "label": L, "required": required, "right": None, "citation": LAW if required else None, **more})


def held(*days, **more):
    return [Event(id=f"e{number}", obligation="x", on=on, **more) for number, on in enumerate(days)]


def standing(rules, events=(), period=QUARTER, as_of=LATE, **more):
    return sc.compliance(rules, events, period, as_of=as_of, **more).standings["x"]


def states(occurrences):
    return [(one.period.start, one.state.name, one.late_by) for one in occurrences]


UNREAD_THEN_READ = [duty(None, in_force_until=MARCH_FIRST), duty(in_force_from=MARCH_FIRST)]


@pytest.mark.parametrize(
    ("binding", "not_known"),
    [
        (None, [Period(start=date(2025, 1, 1), end=MARCH_FIRST)]),
        (Period.of_days(date(2025, 2, 10), date(2025, 12, 31)), [Period(start=date(2025, 2, 10), end=MARCH_FIRST)]),
        (Period.of_days(date(2025, 1, 5), date(2025, 1, 9)), [Period.of_days(date(2025, 1, 5), date(2025, 1, 9))]),
        (Period.of_days(MARCH_FIRST, date(2025, 12, 31)), []),
        (Period.of_year(2020), []),
    ],
)
def test_not_known_is_only_the_time_in_which_somebody_was_bound(binding, not_known):
    """The days of an unread rule on which the binding holds, within the time asked for; none where it never does."""
    assert list(standing(UNREAD_THEN_READ, binding=binding).not_known) == not_known


def test_what_may_have_been_done_for_an_unread_rule_is_late_for_no_other():
    """February ends with its rule, and nobody could read what is asked from March on: what is held in March does not count late for February."""
    known = duty(in_force_until=MARCH_FIRST)
    february = date(2025, 2, 1)

    assert states(standing([known], held(date(2025, 3, 5))).required)[-1] == (february, "DONE_LATE", 5)
    assert states(standing([known, duty(None, in_force_from=MARCH_FIRST)], held(date(2025, 3, 5))).required)[-1] == (february, "MISSING", 0)
    from_april = duty(None, in_force_from=date(2025, 4, 1))
    assert states(standing([known, from_april], held(date(2025, 3, 31))).required)[-1] == (february, "DONE_LATE", 31)


@pytest.mark.parametrize("grace", [0, 9, 10])
def test_of_two_rules_the_one_whose_time_ended_last_takes_what_is_late(grace):
    """January with its days of grace, or the week to 9 February; of two that ended on one day the one that began later."""
    rules = [
        duty(attrs.evolve(MONTHLY, grace_days=grace), in_force_from=date(2025, 1, 1), in_force_until=date(2025, 2, 1)),
        duty(WEEKLY, in_force_from=date(2025, 2, 3), in_force_until=date(2025, 2, 10)),
    ]
    late = {one[0]: one[2] for one in states(standing(rules, held(date(2025, 2, 12))).required)}

    assert late == {date(2025, 1, 1): 2, date(2025, 2, 3): 0} if grace == 10 else late == {date(2025, 1, 1): 0, date(2025, 2, 3): 3}


def test_practice_shows_the_periods_asked_for_and_no_others():
    """What was held in other months counts there, and these are not shown; nor are required ones."""
    rule = duty(practised=MONTHLY)
    found = standing([rule], held(date(2024, 12, 5), date(2025, 2, 5), date(2025, 4, 5)))

    for some in (found.required, found.practised):
        assert states(some) == [(date(2025, 1, 1), "MISSING", 0), (date(2025, 2, 1), "DONE", 0), (MARCH_FIRST, "MISSING", 0)]


def test_what_can_no_longer_be_done_takes_no_day_of_what_can():
    """January was missed: February can still be done up to its last day, and March after it."""
    found = standing([duty()], as_of=date(2025, 2, 10))

    assert (found.last_safe_day, found.still_possible) == (date(2025, 2, 28), sc.Verdict.MET)


def test_short_notice_is_asked_of_all_that_counts():
    """Towards the rule or towards the practice, by the rule in force on the day; not of what counts towards nothing."""
    days = [date(2025, month, 10) for month in (1, 2, 3)]
    events = [attrs.evolve(one, announced_on=one.on - timedelta(days=6)) for one in held(*days)]

    def short(*rules):
        return standing(rules, events, Period.of_year(2025)).short_notice_event_ids

    assert short(duty(YEARLY, notice_days=7)) == ("e0",)
    assert short(duty(YEARLY, notice_days=6)) == ()
    assert short(duty(YEARLY, notice_days=7, practised=MONTHLY)) == ("e0", "e1", "e2")
    assert short(duty(None, notice_days=7, practised=Frequency(times=2, per=TimeUnit.YEAR))) == ("e0", "e1")
    assert short(duty(notice_days=6, in_force_until=MARCH_FIRST), duty(notice_days=7, in_force_from=MARCH_FIRST)) == ("e2",)
    assert short(duty(notice_days=7, in_force_until=MARCH_FIRST), duty(in_force_from=MARCH_FIRST)) == ("e0", "e1")
    assert short(duty()) == ()


def test_all_rules_together_are_kept_when_each_is_that_asks_for_anything():
    """One for which nothing was owed changes nothing; one that nobody could read, and whether it was kept, leaves it open."""
    year = sc.Period.of_year(2025)

    def verdict(*codes):
        rules = {
            "kept": duty(YEARLY, code="kept"),
            "missed": duty(YEARLY, code="missed"),
            "part": duty(YEARLY, code="part", in_force_from=MARCH_FIRST),
            "unread": duty(None, code="unread"),
        }
        done = [Event(id="e", obligation="kept", on=date(2025, 3, 5))]
        return sc.compliance([rules[code] for code in codes], done, year, as_of=date(2026, 3, 1)).verdict.name

    assert verdict("kept") == verdict("kept", "part") == "MET"
    assert verdict("part") == verdict("unread") == verdict("kept", "unread") == verdict("part", "unread") == "UNKNOWN"
    assert verdict("missed") == verdict("kept", "missed") == verdict("missed", "unread") == "NOT_MET"


def test_the_time_before_a_rule_asks_for_nothing_that_could_be_read():
    """Not how often, by no source, no deputy kept out, no notice; its code, its words and its practice stay, up to the rule's first day."""
    rule = duty(no_deputy=True, notice_days=7, practised=WEEKLY, practice_citation=LAW, in_force_from=MARCH_FIRST, in_force_until=LATE)
    past, same = rule.with_unread_past()

    assert same is rule
    assert past == duty(None, practised=WEEKLY, practice_citation=LAW, in_force_until=MARCH_FIRST)


def test_a_practice_comes_with_where_it_was_reported():
    """Or with nothing, where nobody reported it; the rule stays as it is."""
    rule = duty(YEARLY)

    assert rule.with_practice(MONTHLY, LAW) == duty(YEARLY, practised=MONTHLY, practice_citation=LAW)
    assert rule.with_practice(MONTHLY) == duty(YEARLY, practised=MONTHLY)
