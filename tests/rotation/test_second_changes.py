"""A year that is changed twice keeps every lead unit and its months; held against a calendar kept month by month."""

import pickle
import random
from collections import Counter
from datetime import date

import pytest

import supervision_core as sc
from supervision_core.rotation import CountingRule, Record, Reform
from supervision_core.serialization import from_document, to_document


def faults_of(make):
    with pytest.raises(sc.InvalidInput) as raised:
        make()
    return [fault.code for fault in raised.value.faults]


def roster(pins, units="uvw"):
    """A roster in which everybody is pinned, so that plans are what the test says."""
    return sc.Roster(subjects=[sc.Subject(id=one) for one in pins], lead_units=[sc.LeadUnit(id=unit) for unit in units], pins=pins)


def months(history, year=2026):
    """Who had whom for how many months, by the names of the records."""
    found = Counter()
    for one in history.records():
        if one.year == year:
            found[one.subject_id, one.lead_unit_id] += one.months
    return dict(found)


def survives(history):
    """The history comes back from its document, from a pickle and from its own records."""
    read = from_document(to_document(history), sc.History)
    again = sc.History.of_records(history.records(), counting=history.counting, lineage=history.lineage)
    return read == history == pickle.loads(pickle.dumps(history)) == again


def changes(*states, days):
    """The replans that lead from one state of pins to the next."""
    plan = sc.plan_year(roster(states[0]), year=2026)
    for state, _ in zip(states[1:], days, strict=True):
        changed = sc.replan(plan, roster(state))
        plan = changed.plan
        yield changed


APRIL, OCTOBER = date(2026, 4, 1), date(2026, 10, 1)


class TestTwoChanges:
    def test_three_lead_units_and_their_months(self):
        """u to the end of March, v to the end of September, w from October."""
        first, second = changes({"a": "u"}, {"a": "v"}, {"a": "w"}, days=(APRIL, OCTOBER))
        history = sc.History().with_replan(first, on=APRIL).with_replan(second, on=OCTOBER)

        assert months(history) == {("a", "u"): 3, ("a", "v"): 6, ("a", "w"): 3}
        assert history.lead_units_of("a") == ((2026, ("u", "v", "w")),)
        assert survives(history)

    def test_there_and_back(self):
        """u, v, and u again: u has both its times."""
        first, second = changes({"a": "u"}, {"a": "v"}, {"a": "u"}, days=(APRIL, OCTOBER))
        history = sc.History().with_replan(first, on=APRIL).with_replan(second, on=OCTOBER)

        assert months(history) == {("a", "u"): 6, ("a", "v"): 6}
        assert survives(history)

    def test_who_stays_joins_and_leaves(self):
        """b stays with its unit throughout, c leaves in October, d joins then."""
        first, second = changes({"a": "u", "b": "u", "c": "v"}, {"a": "v", "b": "u", "c": "v"}, {"a": "v", "b": "u", "d": "w"}, days=(APRIL, OCTOBER))
        history = sc.History().with_replan(first, on=APRIL).with_replan(second, on=OCTOBER)

        assert months(history) == {("a", "u"): 3, ("a", "v"): 9, ("b", "u"): 12, ("c", "v"): 9, ("d", "w"): 3}
        assert survives(history)

    def test_within_one_month_nothing_is_left_of_the_middle_one(self):
        """Changed on 1 and on 20 April: who had the subject for these days has no month."""
        first, second = changes({"a": "u"}, {"a": "v"}, {"a": "w"}, days=(APRIL, date(2026, 4, 20)))
        history = sc.History().with_replan(first, on=APRIL).with_replan(second, on=date(2026, 4, 20))

        assert months(history) == {("a", "u"): 3, ("a", "w"): 9}

    def test_a_merger_between_the_changes(self):
        """v becomes x in July; in October a goes from x to u: v keeps its months under its old name, which is x today."""
        july = date(2026, 7, 1)
        before = sc.History().with_lineage(sc.Lineage(reforms=[Reform(on=july, lead_units={"v": ["x"], "w": ["x"]})]))
        plan = sc.plan_year(roster({"a": "u"}), year=2026)
        first = sc.replan(plan, roster({"a": "v"}))
        second = sc.replan(first.plan, roster({"a": "u"}, "ux"), history=before, since=APRIL)
        history = before.with_replan(first, on=APRIL).with_replan(second, on=OCTOBER)

        assert months(history) == {("a", "u"): 6, ("a", "v"): 6}
        assert history.lead_units_of("a") == ((2026, ("u", "x")),)
        assert survives(history)

    def test_a_subject_that_is_split_between_the_changes(self):
        """a becomes b and c in July; in October only c goes on to w. What nobody knows of the year stays with both."""
        july = date(2026, 7, 1)
        reform = Reform(on=july, subjects={"a": ["b", "c"]})
        unknown = Record(subject_id="a", lead_unit_id=None, year=2026, months=2, first_day=date(2026, 1, 2))
        before = sc.History.of_records([]).with_lineage(sc.Lineage(reforms=[reform]))
        plan = sc.plan_year(roster({"a": "u"}), year=2026)
        first = sc.replan(plan, roster({"a": "v"}))
        second = sc.replan(first.plan, roster({"b": "v", "c": "w"}), history=before, since=APRIL)
        history = before.with_replan(first, on=APRIL).with_replan(second, on=OCTOBER)

        assert months(history) == {("b", "u"): 3, ("b", "v"): 9, ("c", "u"): 3, ("c", "v"): 6, ("c", "w"): 3}
        assert survives(history)
        part = sc.History.of_records([unknown], lineage=sc.Lineage(reforms=[reform]))
        joined = sc.replan(sc.plan_year(roster({}), year=2026), roster({"d": "w"}))
        assert months(part.with_replan(joined, on=OCTOBER)) == {("b", None): 2, ("c", None): 2, ("d", "w"): 3}

    def test_a_unit_that_is_split_between_the_changes(self):
        """v becomes x and y in July; in October a is with x: v's months until then count for both, the rest for x alone."""
        july = date(2026, 7, 1)
        before = sc.History(()).with_lineage(sc.Lineage(reforms=[Reform(on=july, lead_units={"v": ["x", "y"]})]))
        plan = sc.plan_year(roster({"a": "u"}), year=2026)
        first = sc.replan(plan, roster({"a": "v"}))
        second = sc.replan(first.plan, roster({"a": "x"}, "uxy"), history=before, since=APRIL)
        history = before.with_replan(first, on=APRIL).with_replan(second, on=OCTOBER)

        assert months(history) == {("a", "u"): 3, ("a", "v"): 6, ("a", "x"): 3}
        assert history.lead_units_of("a") == ((2026, ("u", "x", "y")),)

    def test_what_does_not_follow_is_refused(self):
        """An earlier day, another plan than the history holds, and a year that is there as a whole."""
        first, second = changes({"a": "u"}, {"a": "v"}, {"a": "w"}, days=(APRIL, OCTOBER))
        [other] = changes({"a": "w"}, {"a": "u"}, days=(APRIL,))
        once = sc.History().with_replan(first, on=APRIL)

        assert "not_rising" in faults_of(lambda: once.with_replan(second, on=APRIL))
        assert faults_of(lambda: once.with_replan(other, on=OCTOBER)) == ["other_history"]
        assert faults_of(lambda: sc.History().with_plan(first.plan).with_replan(second, on=OCTOBER)) == ["duplicate_year"]


@pytest.mark.parametrize("block", range(4))
def test_a_calendar_kept_month_by_month_says_the_same(block):
    """Random changes on the first of random months: each lead unit has the months that a calendar gives it."""
    for seed in range(block * 50, block * 50 + 50):
        rng = random.Random(seed)
        days = [date(2026, month, 1) for month in sorted(rng.sample(range(2, 13), rng.randint(2, 4)))]
        states = [{one: rng.choice("uvw") for one in "abcd" if rng.random() < 0.8} for _ in range(len(days) + 1)]
        history = sc.History.of_records([], counting=CountingRule(least_months=rng.randint(1, 7)))
        for changed, day in zip(changes(*states, days=days), days, strict=True):
            history = history.with_replan(changed, on=day)
        calendar = Counter()
        for month in range(1, 13):
            state = states[sum(day.month <= month for day in days)]
            calendar.update(state.items())

        assert months(history) == dict(calendar), seed
        counted = {pair for pair, spent in calendar.items() if spent >= history.counting.least_months}
        assert {(one, unit) for one, held in history.column(2026).items() for unit in ((held,) if isinstance(held, str) else held)} == counted
        assert survives(history), seed
