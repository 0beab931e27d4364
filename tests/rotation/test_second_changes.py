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

        assert months(history) == {("a", "u"): 3, ("a", "v"): 6, ("b", "v"): 3, ("c", "w"): 3}
        assert dict(history.column(2026)) == {"b": ("u", "v"), "c": ("u", "v", "w")}
        assert survives(history)
        part = sc.History.of_records([unknown], lineage=sc.Lineage(reforms=[reform]))
        joined = sc.replan(sc.plan_year(roster({}), year=2026), roster({"d": "w"}))
        assert months(part.with_replan(joined, on=OCTOBER)) == {("a", None): 2, ("d", "w"): 3}

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

    def test_a_subject_and_its_unit_that_are_both_split(self):
        """a and v become b, c and x, y in July, b is with x and c with w from October: v had a for six months, and no part had more.

        When x and y are one again, it has had b for nine months: v's six and x's three.
        """
        reforms = [Reform(on=date(2026, 7, 1), subjects={"a": ["b", "c"]}, lead_units={"v": ["x", "y"]})]
        before = sc.History().with_lineage(sc.Lineage(reforms=reforms))
        plan = sc.plan_year(roster({"a": "u"}), year=2026)
        first = sc.replan(plan, roster({"a": "v"}))
        second = sc.replan(first.plan, roster({"b": "x", "c": "w"}, "uxyw"), history=before, since=APRIL)
        history = before.with_replan(first, on=APRIL).with_replan(second, on=OCTOBER)

        assert months(history) == {("a", "u"): 3, ("a", "v"): 6, ("b", "x"): 3, ("c", "w"): 3}
        assert dict(history.column(2026)) == {"b": ("u", "x", "y"), "c": ("u", "w", "x", "y")}
        assert survives(history)
        again = sc.Lineage(reforms=[Reform(on=date(2027, 1, 1), lead_units={"x": ["z"], "y": ["z"]})])
        for least, held in ((9, {"b": "z"}), (10, {})):
            counted = sc.History.of_records(history.records(), counting=CountingRule(least_months=least), lineage=history.lineage)
            assert dict(counted.with_lineage(again).column(2026)) == held

    def test_a_part_that_a_change_does_not_speak_of(self):
        """It keeps what the whole had until then, and what its lead unit still has."""
        reforms = [Reform(on=date(2026, 7, 1), subjects={"a": ["b", "c"]})]
        before = sc.History().with_lineage(sc.Lineage(reforms=reforms))
        first = sc.replan(sc.plan_year(roster({"a": "u"}), year=2026), roster({"a": "v"}))
        of_b = sc.replan(sc.plan_year(roster({"b": "v"}), year=2026), roster({"b": "w"}))
        history = before.with_replan(first, on=APRIL).with_replan(of_b, on=OCTOBER)

        assert months(history) == {("a", "u"): 3, ("a", "v"): 6, ("b", "w"): 3, ("c", "v"): 3}
        assert survives(history)

    def test_what_does_not_follow_is_refused(self):
        """An earlier day, another plan than the history holds, and a year that is there as a whole."""
        first, second = changes({"a": "u"}, {"a": "v"}, {"a": "w"}, days=(APRIL, OCTOBER))
        [other] = changes({"a": "w"}, {"a": "u"}, days=(APRIL,))
        once = sc.History().with_replan(first, on=APRIL)

        assert "not_rising" in faults_of(lambda: once.with_replan(second, on=APRIL))
        assert faults_of(lambda: once.with_replan(other, on=OCTOBER)) == ["other_history"]
        nobody_knows = sc.History.of_records([Record(subject_id="a", lead_unit_id=None, year=2026, months=3)])
        assert faults_of(lambda: nobody_knows.with_replan(second, on=OCTOBER)) == ["other_history"]
        assert faults_of(lambda: sc.History().with_plan(first.plan).with_replan(second, on=OCTOBER)) == ["duplicate_year"]


@pytest.mark.parametrize("month", [2, 3, 4, 5, 6, 8, 9, 10])
def test_a_replan_of_the_plan_before_the_last_change_is_refused(month):
    """From u to v on the first of some month; who plans on as if u still had a is told so, however long u had it, and b's own stays.

    The first of July alone leaves as many months to either, which the records cannot tell apart.
    """
    plan = sc.plan_year(roster({"a": "u", "b": "v"}), year=2026)
    first, stale = (sc.replan(plan, roster({"a": unit, "b": "v"})) for unit in "vw")
    once = sc.History().with_replan(first, on=date(2026, month, 1))
    with pytest.raises(sc.InvalidInput) as refused:
        once.with_replan(stale, on=date(2026, 11, 1))
    [fault] = refused.value.faults

    assert (fault.code, fault.place, fault.found) == ("other_history", "changed.plan.reference['a']", "'u'")
    assert fault.expected == "the lead unit that the history has until 2026-11-01"
    right = once.with_replan(sc.replan(first.plan, roster({"a": "w", "b": "v"})), on=date(2026, 11, 1))
    assert months(right) == {("a", "u"): month - 1, ("a", "v"): 11 - month, ("a", "w"): 2, ("b", "v"): 12}


def test_months_that_somebody_wrote_down_need_not_reach_to_the_end_of_the_year():
    """Five months of u by the names of July, and a substitute's whole year: the change takes the rest of the year from u."""
    given = [
        Record(subject_id="a", lead_unit_id="u", year=2026, months=5, first_day=date(2026, 7, 1)),
        Record(subject_id="a", lead_unit_id="v", year=2026, substitute=True),
    ]
    [changed] = changes({"a": "u"}, {"a": "w"}, days=(OCTOBER,))

    assert months(sc.History(given).with_replan(changed, on=OCTOBER)) == {("a", "u"): 2, ("a", "v"): 12, ("a", "w"): 3}


def test_of_two_times_with_a_lead_unit_the_last_one_ends():
    """u until October, w for that month, u again in November, w in December: the second time of u is a month, the first nine."""
    days = [APRIL, OCTOBER, date(2026, 11, 1), date(2026, 12, 1)]
    states = [{"a": unit, "b": other} for unit, other in zip("uuwuw", "uvvvv", strict=True)]
    history = sc.History()
    for changed, day in zip(changes(*states, days=days), days, strict=True):
        history = history.with_replan(changed, on=day)

    assert [(one.lead_unit_id, one.months, one.first_day) for one in history.records() if one.subject_id == "a"] == [
        ("u", 9, days[0]), ("w", 1, days[1]), ("u", 1, days[2]), ("w", 1, days[3]),
    ]  # fmt: skip


def test_other_years_and_later_reforms_have_no_say_in_a_change():
    """What is recorded of 2025 stays as it was, once; the names of the day are those before a reform that follows it."""
    of_2025 = Record(subject_id="a", lead_unit_id="w", year=2025, months=11, first_day=date(2025, 2, 1))
    december = Reform(on=date(2026, 12, 1), lead_units={"v": ["x"], "u": ["y"]}, subjects={"a": ["b"]})
    history = sc.History.of_records([of_2025], lineage=sc.Lineage(reforms=[december]))
    for changed, day in zip(changes({"a": "u"}, {"a": "v"}, {"a": "w"}, days=(APRIL, OCTOBER)), (APRIL, OCTOBER), strict=True):
        history = history.with_replan(changed, on=day)

    assert [one for one in history.records() if one.year == 2025] == [of_2025]
    assert months(history) == {("a", "u"): 3, ("a", "v"): 6, ("a", "w"): 3}
    assert history.lead_units_of("b") == ((2025, ("w",)), (2026, ("w", "x", "y")))


def test_whole_years_and_parts_of_a_year_stand_beside_each_other():
    """a had u for all of 2025 and b had v for some of it; so it is with a reform in the year, and after one of 2024."""
    rows = [Record(subject_id="a", lead_unit_id="u", year=2025), Record(subject_id="b", lead_unit_id="v", year=2025, months=4)]
    for day in (None, date(2024, 7, 1), date(2025, 1, 1), date(2025, 7, 1)):
        reforms = [] if day is None else [Reform(on=day, subjects={"c": ["d"]})]
        assert dict(sc.History.of_records(rows, lineage=sc.Lineage(reforms=reforms)).column(2025)) == {"a": "u", "b": "v"}


def test_substitutes_count_unless_they_do_not():
    """A lead unit that stood in for half a year had the subject, where the rule says so; five months of its own are too few for six."""
    rows = [
        Record(subject_id="a", lead_unit_id="u", year=2025, months=6),
        Record(subject_id="a", lead_unit_id="v", year=2025, months=6, substitute=True),
        Record(subject_id="a", lead_unit_id="w", year=2025, months=5),
    ]
    for counts, held in ((True, ("u", "v")), (False, "u")):
        counting = CountingRule(least_months=6, substitutes_count=counts)
        assert dict(sc.History.of_records(rows, counting=counting).column(2025)) == {"a": held}


def test_records_come_in_order_however_they_were_given():
    """By year, subject, day, lead unit, months and standing in; histories of the same records are equal."""
    rows = [
        Record(subject_id="a", lead_unit_id="w", year=2024, months=1),
        Record(subject_id="a", lead_unit_id="A", year=2025, months=1),
        Record(subject_id="a", lead_unit_id="A", year=2025, months=2),
        Record(subject_id="a", lead_unit_id="A", year=2025, months=2, substitute=True),
        Record(subject_id="a", lead_unit_id="B", year=2025, months=1),
        Record(subject_id="a", lead_unit_id="A", year=2025, months=1, first_day=date(2025, 3, 1)),
        Record(subject_id="b", lead_unit_id="A", year=2025, months=1),
    ]
    histories = [sc.History([*rows[turn:], *rows[:turn]][::step]) for turn in range(len(rows)) for step in (1, -1)]

    assert [one.records() for one in histories] == [tuple(rows)] * len(histories)
    assert len(set(histories)) == 1


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


def test_a_code_that_is_somebody_elses_from_a_day_on():
    """Records of a year before and after that day are of two subjects; without the reform, or of another name, they contradict."""
    rows = [
        Record(subject_id="10", lead_unit_id="u", year=2026),
        Record(subject_id="10", lead_unit_id="v", year=2026, months=6, first_day=date(2026, 7, 1)),
    ]
    given_on = Reform(on=date(2026, 7, 1), subjects={"19": ["10"], "10": ["69"]})
    taken = Reform(on=date(2026, 7, 1), subjects={"19": ["20"]})
    history = sc.History.of_records(rows, lineage=sc.Lineage(reforms=[given_on]))

    assert dict(history.column(2026)) == {"10": "v", "69": "u"}
    assert survives(history)
    others = sc.Lineage(reforms=[taken])
    assert faults_of(lambda: sc.History.of_records(rows)) == ["contradiction"]
    assert faults_of(lambda: sc.History.of_records(rows, lineage=others)) == ["contradiction"]


def successors(reforms, name, since, what):
    """What a name of a day has become."""
    names = {name}
    for reform in sorted(reforms, key=lambda one: one.on):
        if reform.on > since:
            names = {after for one in names for after in getattr(reform, what).get(one, [one])}
    return names


def at_random(rng, names, new):
    """Some names split, some renamed, some merged into one."""
    step = {}
    for one in names:
        kind = rng.random()
        if kind < 0.4:
            step[one] = rng.choice(([f"{one}{new}1", f"{one}{new}2"], [one, f"{one}{new}2"]))
        elif kind < 0.6:
            step[one] = rng.choice(([f"{one}{new}"], [names[0]]))
    return step


def changed_through_a_reform(rng):
    """A year that is changed on some days, with reforms of both kinds between; and month by month who had whom, by which names."""
    days = [date(2026, month, 1) for month in sorted(rng.sample(range(2, 13), rng.randint(2, 4)))]
    names = {"subjects": ["a", "b"], "lead_units": ["u", "v"]}
    reforms, states, spoken = [], [], date(2026, 1, 1)
    for number, day in enumerate([date(2026, 1, 1), *days]):
        if number > 1 and rng.random() < 0.7:
            on = date(2026, rng.randint(spoken.month, day.month), rng.choice((1, 15)))
            if spoken < on <= day:
                steps = {what: at_random(rng, sorted(of), str(number)) for what, of in names.items()}
                reforms.append(Reform(on=on, **steps))
                names = {what: {after for one in of for after in steps[what].get(one, [one])} for what, of in names.items()}
        spoken = day
        units = sorted(names["lead_units"])
        states.append((roster({one: rng.choice(units) for one in sorted(names["subjects"]) if rng.random() < 0.9}, units), day))
    return states, reforms


@pytest.mark.parametrize("block", range(4))
def test_a_calendar_through_reforms_says_the_same(block):
    """Subjects and lead units split, renamed and merged between changes, and merged again later: each month is counted once.

    The calendar speaks by the names of the day on which a lead unit got somebody; what it became is had by all parts.
    """
    for seed in range(block * 60, block * 60 + 60):
        rng = random.Random(seed)
        states, reforms = changed_through_a_reform(rng)
        counting = CountingRule(least_months=rng.randint(1, 12))
        history, plan, since = sc.History.of_records([], counting=counting), sc.plan_year(states[0][0], year=2026), None
        for given, day in states[1:]:
            known = sc.Lineage(reforms=[one for one in reforms if one.on <= day])
            changed = sc.replan(plan, given, history=sc.History.of_records([], lineage=known), since=since)
            history, plan, since = history.with_lineage(known).with_replan(changed, on=day), changed.plan, day
        names = {one for record in history.records() for one in successors(reforms, record.lead_unit_id, record.names_of, "lead_units")}
        later = Reform(on=date(2027, 1, 1), lead_units={one: ["one"] for one in names}, subjects={one: ["all"] for one in plan.assignments})
        for more in ([], [later]):
            wanted = Counter()
            for month in range(1, 13):
                given, day = max((state for state in states if state[1].month <= month), key=lambda state: state[1])
                for one, unit in given.pins.items():
                    for subject in successors([*reforms, *more], one, day, "subjects"):
                        wanted.update((subject, lead) for lead in successors([*reforms, *more], unit, day, "lead_units"))
            counted = {pair for pair, spent in wanted.items() if spent >= counting.least_months}
            column = history.with_lineage(sc.Lineage(reforms=more)).column(2026)
            assert {(one, unit) for one, held in column.items() for unit in ((held,) if isinstance(held, str) else held)} == counted, seed
        assert survives(history), seed
