"""What histories and reforms refuse: records, steps, plans and replans of a year that they do not take, with what they would.

"≠" stands between what was found and what is expected.
"""

from datetime import date

import attrs
import pytest

import supervision_core as sc
from rotation.told import raised
from supervision_core.rotation import Record, Reform
from supervision_core.rotation.history import history_of_parts
from supervision_core.values import IdMap

BLANK = "at least one visible character [blank]"
TEXT = "text (str) [not_text]"
DAY = "a day (datetime.date) [not_a_day]"
YEARS = "a year from 1 to 9999 (int) [not_a_year]"
SPLIT_UNIT = "lead_units= with this LeadUnit: a share, minimum and maximum cannot be split by themselves [split]"
SPLIT_PIN = "pins= with the lead unit of this subject: its parts were pinned to several, or the lead unit was split [split]"
ANOTHER = "Lineage.reforms: '2026-07-01' ≠ one reform a day; another is known [duplicate]"
NO_STEP = (
    "History.with_lineage.lineage: 'a step without a day' ≠ a Reform with its day, since the history has reforms [surplus]"
)
HELD = "plan.year: 2026 ≠ a year that the history does not hold [duplicate_year]"
RECORDS = "a collection, each item a Record or a row [not_a_collection]"
OF_A_DAY = "plan.year: 2026 ≠ with_replan(changed, on=day), since a reform of that year applies [replanned_in_a_reform]"
OWN_RESTS = "the first year of its own rests [not_a_year]"
UNTIL = "the lead unit that the history has until 2026-10-01 [other_history]"


def unit(one, **rest):
    """A lead unit."""
    return sc.LeadUnit(id=one, **rest)


def roster(subjects, units, **rest):
    """A roster of ids."""
    return sc.Roster(subjects=[sc.Subject(id=one) for one in subjects], lead_units=[unit(one) for one in units], **rest)


def pinned(pins, units="uvw"):
    """A roster in which everybody is pinned, so that plans are what the test says."""
    return roster(pins, units, pins=pins)


def check(cases):
    """A test's cases, each a call and the lines of its faults."""
    return pytest.mark.parametrize(("make", "expected"), cases)


def parts(years=IdMap(), unknown=(), spells=(), reforms=(), **rest):  # noqa: B008  nothing changes it
    """A history of its parts, as documents hold them."""
    return history_of_parts(years, unknown, spells, sc.History().counting, reforms, **rest)


APRIL, JULY, OCTOBER = date(2026, 4, 1), date(2026, 7, 1), date(2026, 10, 1)
RENAMED = sc.History().with_lineage(sc.Lineage(reforms=[Reform(on=JULY, lead_units={"u": ["x"]})]))
ADOPTED = sc.plan_year(pinned({"a": "u", "b": "u"}), year=2026)
FIRST = sc.replan(ADOPTED, pinned({"a": "v", "b": "u"}))
SECOND = sc.replan(FIRST.plan, pinned({"a": "w", "b": "v"}))
OTHER = sc.replan(sc.plan_year(pinned({"a": "w", "b": "u", "c": "w"}), year=2026), pinned({"a": "u", "b": "v", "c": "v"}))
ONCE = sc.History().with_replan(FIRST, on=APRIL)
PART = Record(subject_id="a", lead_unit_id="u", year=2026, months=4)
WHOLE_YEAR = Record(subject_id="a", lead_unit_id="u", year=2020)
NOBODY_KNOWS = Record(subject_id="a", lead_unit_id=None, year=2026)


WHOLE_AND_PARTS = roster(["a", "b"], ["big", "v"], pins={"a": "big", "b": "v"})
MERGED = roster(["a", "b"], ["u", "v"], pins={"a": "u", "b": "v"})


@check([
    (lambda: WHOLE_AND_PARTS.through(sc.Lineage(lead_units={"big": ["left", "right"]})), [
        f"Roster.through.lead_units['left']: 'a part of big' ≠ {SPLIT_UNIT}",
        f"Roster.through.lead_units['right']: 'a part of big' ≠ {SPLIT_UNIT}",
        f"Roster.through.pins['a']: ['left', 'right'] ≠ {SPLIT_PIN}",
    ]),
    (lambda: WHOLE_AND_PARTS.through(sc.Lineage(lead_units={"big": ["v", "left"]}), lead_units=[unit("left")], pins={"a": "v"}), [f"Roster.through.lead_units['v']: 'a part of big' ≠ {SPLIT_UNIT}"]),
    # Of two that are given for one part nobody can say which is meant, be they spelt in two ways or alike.
    (lambda: WHOLE_AND_PARTS.through(sc.Lineage(lead_units={"big": ["é", "v"]}), lead_units=[unit("é", share=2), unit("e\u0301"), unit("v")], pins={"a": "v"}), ["Roster.through.lead_units: ['é', 'é'] ≠ each once; two are alike in composed Unicode [duplicate]"]),
    (lambda: MERGED.through(sc.Lineage(subjects={"a": ["ab"], "b": ["ab"]})), [f"Roster.through.pins['ab']: ['u', 'v'] ≠ {SPLIT_PIN}"]),
    (lambda: sc.Lineage(lead_units={"a": ["b"]}, reforms=[Reform(on=JULY)]), ["Lineage.reforms: '1 reform' ≠ reforms, or one step without a day, not both [surplus]"]),
    (lambda: sc.Lineage(subjects={"a": ["b"]}, reforms=[Reform(on=JULY)]), ["Lineage.reforms: '1 reform' ≠ reforms, or one step without a day, not both [surplus]"]),
    (lambda: sc.Lineage(reforms=[Reform(on=JULY), 1]), ["Lineage.reforms[1]: 1 ≠ a Reform [wrong_kind]"]),
    (lambda: sc.Lineage(reforms=[Reform(on=JULY), Reform(on=APRIL), Reform(on=JULY)]), ["Lineage.reforms: '2026-07-01' ≠ one reform a day [duplicate]"]),
    (lambda: sc.Lineage().of_lead_unit("", since=2026), [f"Lineage.lead_unit_id: '' ≠ {BLANK}", f"Lineage.since: 2026 ≠ {DAY}"]),
    (lambda: RENAMED.lineage.of_subject(""), [f"Lineage.subject_id: '' ≠ {BLANK}"]),
    (lambda: RENAMED.with_lineage(sc.Lineage(reforms=[Reform(on=JULY)])), [ANOTHER]),
])  # fmt: skip
def test_what_a_reform_does_not_say(make, expected):
    """What is split has to be given, what two parts disagree about too; a second reform of one day, and a step beside reforms."""
    assert raised(make) == expected


def test_names_of_the_day_of_a_reform_are_new():
    """On the day itself a name is that of after it, on the day before it is not; a subject and a lead unit are renamed apart."""
    lineage = sc.Lineage(reforms=[Reform(on=JULY, lead_units={"u": ["x"]}, subjects={"u": ["z", "y"]})])

    assert [lineage.of_lead_unit("u", since=day) for day in (date(2026, 6, 30), JULY, None)] == [("x",), ("u",), ("x",)]
    assert [lineage.of_subject("u", since=day) for day in (date(2026, 6, 30), JULY, None)] == [("y", "z"), ("u",), ("y", "z")]


def test_what_was_renamed_twice_was_only_renamed():
    """u is x from April and y from July; x is no lead unit of before. What took in another, which no plan has, is not only renamed."""
    plan, after = (sc.plan_year(roster(["a"], units), year=year) for year, units in ((2026, ["u"]), (2027, ["y"])))
    reforms = [Reform(on=JULY, lead_units={"x": ["y"]}), Reform(on=APRIL, lead_units={"u": ["x"]})]
    merged = [Reform(on=JULY, lead_units={"x": ["y"], "z": ["y"]}), reforms[1]]

    assert [one.on for one in sc.Lineage(reforms=reforms).reforms] == [APRIL, JULY]
    assert dict(sc.diff(plan, after, sc.Lineage(reforms=reforms)).renamed) == {"u": "y"}
    assert dict(sc.diff(plan, after, sc.Lineage(reforms=merged)).renamed) == {}


@check([
    (lambda: sc.History(5), [f"History.records: 5 ≠ {RECORDS}"]),
    (lambda: sc.History({"a": "u"}), [f"History.records: a dict of 1 ≠ {RECORDS}"]),
    (lambda: sc.History([5]), ["History.records[0]: 5 ≠ a Record [wrong_kind]"]),
    (lambda: sc.History.of_records("a", counting=1, lineage=2), [
        "History.counting: 1 ≠ a CountingRule [wrong_kind]",
        "History.lineage: 2 ≠ a Lineage [wrong_kind]",
        f"History.records: 'a' ≠ {RECORDS}",
    ]),
    (lambda: sc.History.of({2020: {"a": ("u", "")}, 2021: {"a": ()}, 2022: {5: "u"}}), [
        f"History[2020]['a']: '' ≠ {BLANK}",
        f"History[2021]['a']: () ≠ {TEXT}",
        f"History[2022][5]: 5 ≠ {TEXT}",
    ]),
    (lambda: sc.History().column("2020"), ["History.column.year: '2020' ≠ a whole number (int) [not_whole]"]),
    (lambda: sc.History().before("2020"), ["History.before.year: '2020' ≠ a whole number (int) [not_whole]"]),
    (lambda: sc.History().since("2020"), ["History.since.year: '2020' ≠ a whole number (int) [not_whole]"]),
    (lambda: sc.History().lead_units_of(5), [f"History.lead_units_of.subject_id: 5 ≠ {TEXT}"]),
    (lambda: RENAMED.with_lineage(1), ["History.with_lineage.lineage: 1 ≠ a Lineage [wrong_kind]"]),
    (lambda: RENAMED.with_lineage(sc.Lineage(lead_units={"a": ["b"]})), [NO_STEP]),
    (lambda: RENAMED.with_lineage(sc.Lineage(subjects={"a": ["b"]})), [NO_STEP]),
])  # fmt: skip
def test_what_is_no_history_and_no_lineage(make, expected):
    """Records are a collection, entries ids, years whole numbers, and a step without a day follows no reform."""
    assert raised(make) == expected


@check([
    (lambda: parts({0: {}, 2021: {"a": ""}}), [f"History.years: 0 ≠ {YEARS}"]),
    (lambda: parts({2021: {"a": ""}}, ((0, "a"), (2020, " "), (2020, 5))), [
        f"History[2021]['a']: '' ≠ {BLANK}",
        f"History.years: 0 ≠ {YEARS}",
        f"History.unknown of 2020: ' ' ≠ {BLANK}",
        f"History.unknown of 2020: 5 ≠ {TEXT}",
    ]),
    (lambda: parts(spells=(PART, WHOLE_YEAR)), ["History.spells: ('a', 2020) ≠ records of whole years among the years [surplus]"]),
    (lambda: parts(parts={"": 1, "u": 0, "v": 10_001}), [
        f"History.parts: '' ≠ {BLANK}",
        f"History.parts['u']: 0 ≠ {OWN_RESTS}",
        f"History.parts['v']: 10001 ≠ {OWN_RESTS}",
    ]),
    (lambda: parts(reforms=(Reform(on=JULY), Reform(on=JULY, subjects={"a": ["b"]}))), [ANOTHER]),
])  # fmt: skip
def test_what_no_history_has_for_a_part(make, expected):
    """Years, the unknown, whole years among the parts of years, parts of a split by year, and two reforms of one day."""
    assert raised(make) == expected


def test_what_a_history_may_have_for_a_part():
    """The first and the last year of own rests, one after the last; an equal reform twice is one; a substitute is no whole year."""
    stand_in = attrs.evolve(WHOLE_YEAR, substitute=True)
    named = attrs.evolve(WHOLE_YEAR, first_day=date(2020, 1, 1))
    made = parts(
        {2021: {"a": ("v", "u"), "b": ("v",)}},
        ((2020, "a"), (2020, "a")),
        (named, stand_in),
        (Reform(on=JULY), Reform(on=JULY)),
        parts={"u": 1, "v": 10_000},
    )

    assert dict(made.column(2021)) == {"a": ("u", "v"), "b": "v"}
    assert (made.unknown, made.lineage.reforms) == (((2020, "a"),), (Reform(on=JULY),))
    nobody_knows = attrs.evolve(WHOLE_YEAR, lead_unit_id=None)
    assert [one for one in made.records() if one.year == 2020] == [named, stand_in, nobody_knows]


@check([
    (lambda: sc.History().with_plan(1), ["History.with_plan.plan: 1 ≠ a Plan [wrong_kind]"]),
    (lambda: sc.History().with_plan(ADOPTED).with_plan(ADOPTED), [HELD]),
    (lambda: sc.History([NOBODY_KNOWS]).with_plan(ADOPTED), [HELD]),
    (lambda: ONCE.with_plan(ADOPTED), [HELD]),
    (lambda: RENAMED.with_plan(FIRST.plan), [OF_A_DAY]),
    (lambda: sc.History().with_replan(1, on=2026), ["History.with_replan.changed: 1 ≠ a Replan [wrong_kind]", f"History.with_replan.on: 2026 ≠ {DAY}"]),
    (lambda: sc.History().with_replan(1, on=JULY), ["History.with_replan.changed: 1 ≠ a Replan [wrong_kind]"]),
    (lambda: sc.History().with_replan(FIRST, on=date(2025, 12, 31)), ["History.with_replan.on: '2025-12-31' ≠ a day of 2026, the year of the plan [outside_the_year]"]),
    (lambda: sc.History().with_replan(FIRST, on=date(2027, 1, 1)), ["History.with_replan.on: '2027-01-01' ≠ a day of 2026, the year of the plan [outside_the_year]"]),
    (lambda: sc.History().with_plan(ADOPTED).with_replan(FIRST, on=APRIL), [HELD]),
    (lambda: sc.History([NOBODY_KNOWS]).with_replan(FIRST, on=APRIL), [HELD]),
    (lambda: ONCE.with_replan(SECOND, on=APRIL), ["on: 2026-04-01 ≠ a day after the last change, 2026-04-01 [not_rising]"]),
    (lambda: ONCE.with_replan(OTHER, on=OCTOBER), [
        f"changed.plan.reference['a']: 'w' ≠ {UNTIL}",
        f"changed.plan.reference['c']: 'w' ≠ {UNTIL}",
    ]),
    (lambda: ONCE.with_replan(SECOND, on=date(2026, 11, 1)).with_replan(SECOND, on=date(2026, 8, 1)), [
        "on: 2026-08-01 ≠ a day after the last change, 2026-11-01 [not_rising]",
        "changed.plan.reference['a']: 'v' ≠ the lead unit that the history has until 2026-08-01 [other_history]",
        "changed.plan.reference['b']: 'u' ≠ the lead unit that the history has until 2026-08-01 [other_history]",
    ]),
])  # fmt: skip
def test_what_no_year_of_a_history_becomes(make, expected):
    """A year that is there or of which nobody knows more, names of a day that is not said, a day outside or not later, another plan."""
    assert raised(make) == expected


def test_which_plans_and_days_a_history_takes():
    """The first and the last day of the year, a day later than the last change, and names of 1 January where nothing followed."""
    for day, months in (
        (date(2026, 1, 1), {("a", "v"): 12, ("b", "u"): 12}),
        (date(2026, 12, 31), {("a", "u"): 11, ("a", "v"): 1, ("b", "u"): 12}),
    ):
        made = sc.History().with_replan(FIRST, on=day)
        assert {(one.subject_id, one.lead_unit_id): one.months for one in made.records()} == months
    assert ONCE.with_replan(SECOND, on=date(2026, 4, 2)).lead_units_of("a") == ((2026, ("u", "w")),)
    for day in (date(2026, 1, 1), date(2025, 7, 1), date(2027, 7, 1)):
        reformed = sc.History().with_lineage(sc.Lineage(reforms=[Reform(on=day, lead_units={"x": ["y"]})]))
        assert dict(reformed.with_plan(FIRST.plan).column(2026)) == {"a": "v", "b": "u"}
    assert RENAMED.with_plan(ADOPTED).lead_units_in(2026) == {"x"}
