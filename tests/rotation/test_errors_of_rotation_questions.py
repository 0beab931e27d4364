"""What questions about rotation refuse: rosters taken apart, plans changed, compared and explained, loads added up, reforms.

"≠" stands between what was found and what is expected.
"""

from datetime import date
from fractions import Fraction

import attrs
import pytest

import supervision_core as sc
from rotation.told import raised
from supervision_core.rotation import (
    AreaWarning,
    LeadUnitKind,
    Record,
    Reform,
    area_warnings,
    by_area,
    compare_policies,
    explain_assignments,
    histories_for,
    lead_unit_warnings,
    leading_only,
    report_loads,
)

BLANK = "at least one visible character [blank]"
TEXT = "text (str) [not_text]"
DAY = "a day (datetime.date) [not_a_day]"
COMPOSED = "each once; two are alike in composed Unicode [duplicate]"
BY_SUBJECT = "a mapping from subject ids to lead unit ids [wrong_kind]"
NO_BOUNDS = "no minimum and no maximum, since it serves several areas; or its area [surplus]"
NO_SHARES = "all shares 0 ≠ a share above 0 for at least one lead unit [all_shares_zero]"
OF_TODAY = "a plan with some subjects of the first, by today's names; where all changed, the lineage [nothing_in_common]"
PROVED = "a plan of 2021 for another question ≠ a plan that is proved for this roster and history [not_proved]"
NO_ALLOWANCE = "a lead unit of 'B', the subject's area, or one without an area [contradiction]"


def roster(subjects, units, **rest):
    """A roster of ids, or of subjects and lead units as they are."""
    return sc.Roster(
        subjects=[sc.Subject(id=one) if isinstance(one, str) else one for one in subjects],
        lead_units=[sc.LeadUnit(id=one) if isinstance(one, str) else one for one in units],
        **rest,
    )


def of(area, *ids):
    """Subjects of an area."""
    return [sc.Subject(id=one, area=area) for one in ids]


def unit(one, area=None, **rest):
    """A lead unit of an area, or of none."""
    return sc.LeadUnit(id=one, area=area, **rest)


def allow(subject, lead_unit):
    """An allowance of a pair."""
    return sc.rotation.Allowance(subject_id=subject, lead_unit_id=lead_unit, ground="QĐ 45")


def check(cases):
    """A test's cases, each a call and the lines of its faults."""
    return pytest.mark.parametrize(("make", "expected"), cases)


JULY = date(2026, 7, 1)
ASTRAY = roster(
    [*of("A", "a"), *of("B", "b"), "x"],
    [unit("w", "A"), unit("v", "B"), unit("front")],
    pins={"b": "w", "x": "w"},
    allowances=[allow("b", "w"), allow("a", "front"), allow("x", "w")],
)
BOUND = [
    unit("front", min_load=1),
    unit("labour", max_load=3),
    unit("none", max_load=0),
    unit("youth"),
    unit("own", "A", min_load=1, max_load=2),
]


@check([
    (lambda: by_area("A"), ["by_area.roster: 'A' ≠ a Roster [wrong_kind]"]),
    (lambda: by_area(ASTRAY), [
        "Roster.subjects['x'].area: None ≠ the area of every subject [missing]",
        f"Roster.pins['b']: 'w' ≠ {NO_ALLOWANCE}",
        f"Roster.allowances ('b', 'w'): 'w' ≠ {NO_ALLOWANCE}",
    ]),
    (lambda: by_area(roster([*of("A", "a"), *of("B", "b")], BOUND)), [
        f"Roster.lead_units['front']: from 1 to any number ≠ {NO_BOUNDS}",
        f"Roster.lead_units['labour']: from 0 to 3 ≠ {NO_BOUNDS}",
        f"Roster.lead_units['none']: from 0 to 0 ≠ {NO_BOUNDS}",
    ]),
    (lambda: by_area(roster([*of("A", "a"), *of("B", "b"), *of("C", "c")], [unit("u", "A"), unit("v", "A", share=0), unit("w", "C", share=0), unit("x", "D", share=0)])), [
        "area 'B': no lead units ≠ a lead unit of the area, or one without an area [empty]",
        f"area 'C': {NO_SHARES}",
        f"area 'D': {NO_SHARES}",
    ]),
    (lambda: area_warnings(1, 2, history=3), [
        "area_warnings.roster: 1 ≠ a Roster [wrong_kind]",
        "area_warnings.plan: 2 ≠ a Plan [wrong_kind]",
        "area_warnings.history: 3 ≠ a History [wrong_kind]",
    ]),
])  # fmt: skip
def test_what_cannot_be_taken_apart_by_areas(make, expected):
    """Whose area is missing, what leads into another one, bounds that mean several, and areas that have nobody to lead."""
    assert raised(make) == expected


def test_what_can_be_taken_apart_by_areas():
    """Bounds within one area, whether the lead unit says it or there is no other; pins and allowances to units of no area."""
    single = roster(
        of("A", "a", "b"), [unit("front", min_load=1, max_load=2)], pins={"a": "front"}, allowances=[allow("b", "front")]
    )
    two = roster(
        [*of("A", "a", "b", "d"), *of("B", "c")],
        [*BOUND[3:], unit("u", "B", share=0)],
        pins={"a": "youth", "b": "own", "c": "u"},
        allowances=[allow("d", "own")],
    )

    assert by_area(single)["A"] == single
    assert {area: dict(one.pins) for area, one in by_area(two).items()} == {"A": {"a": "youth", "b": "own"}, "B": {"c": "u"}}
    assert [one.allowances for one in by_area(two).values()] == [(allow("d", "own"),), ()]


def test_areas_of_two_are_warned_of_and_one_is_not():
    """The area of a lead unit counts as one; who has as many alone is no warning, and a reference goes along with its subjects."""
    both = roster([*of("A", "a1", "a2"), *of("B", "b1")], [unit("front"), unit("w", "A")])
    plan = sc.plan_year(both, year=2026)
    free = sc.RotationPolicy(objective=sc.Objective.MID_YEAR)
    kept = {"a1": "front", "a2": "front", "b1": "w"}
    changed = sc.plan_year(both, year=2026, policy=free, reference=kept)

    # Of three front is due one and a half and the canonical plan gives it two: a1 and a2. Alone A has one each, and B front.
    assert dict(plan.assignments) == {"a1": "front", "a2": "front", "b1": "w"}
    assert area_warnings(both, plan) == (
        AreaWarning(area="A", lead_unit_id="front", load=2, alone=1, aim=Fraction(1)),
        AreaWarning(area="A", lead_unit_id="w", load=0, alone=1, aim=Fraction(1)),
        AreaWarning(area="B", lead_unit_id="front", load=0, alone=1, aim=Fraction(1)),
        AreaWarning(area="B", lead_unit_id="w", load=1, alone=0, aim=Fraction(0)),
    )
    # Alone A keeps both at front, as before; b1's lead unit is not there, so that it changes in any case.
    assert dict(changed.assignments) == kept
    assert [(one.area, one.lead_unit_id, one.load, one.alone) for one in area_warnings(both, changed)] == [
        ("B", "front", 0, 1),
        ("B", "w", 1, 0),
    ]


WHERE = roster(["s1", "s2"], ["u"])
MOVED_WITHIN = sc.History.of_records(
    [
        Record(subject_id=one, lead_unit_id=unit, year=2025)
        for one, units in {"s1": "tw", "s2": "u", "s3": "uw"}.items()
        for unit in units
    ]
)
TWICE = sc.plan_year(WHERE, year=2026, history=sc.History.of({2025: {"s1": "u", "s2": "u"}}))
OLDER = sc.plan_year(
    roster(["s1"], ["u"]), year=2026, history=sc.History.of({2024: {"s1": "u"}}), policy=sc.RotationPolicy(cooling_off_years=2)
)
LONG_AGO = sc.plan_year(roster(["s1"], ["u"]), year=2026, history=sc.History.of({2000: {"s1": "u"}}))
SPLIT = sc.History().with_lineage(sc.Lineage(reforms=[Reform(on=JULY, lead_units={"u": ["x"]})]))
CHANGED = sc.replan(sc.plan_year(WHERE, year=2026), WHERE).plan
DAY_OF_2026 = "None ≠ the day of 2026 by whose names this plan of a replan speaks [replanned_in_a_reform]"
ANY_UNIT = "at least one lead unit; whoever has none is left out [empty]"
MADE_WITH = "the History that the plan was made with"
OTHERS = sc.plan_year(roster(["x", "y"], ["u"]), year=2027)


@check([
    (lambda: sc.replan(1, 2, history=3, since=4, progress=5), [
        "replan.plan: 1 ≠ a Plan [wrong_kind]",
        "replan.new_roster: 2 ≠ a Roster [wrong_kind]",
        "replan.history: 3 ≠ a History [wrong_kind]",
        f"replan.since: 4 ≠ {DAY}",
        "replan.progress: 5 ≠ a function, or None [wrong_kind]",
    ]),
    (lambda: sc.replan(TWICE, WHERE), [
        f"replan.history: '0 meetings in 2025' ≠ {MADE_WITH}, by which 2 were repeats of that year [other_history]",
        f"replan.history: 'no earlier meetings' ≠ {MADE_WITH} [other_history]",
    ]),
    (lambda: sc.replan(TWICE, WHERE, history=sc.History.of({2025: {"s1": "u", "s3": "u"}})), [
        f"replan.history: '1 meeting in 2025' ≠ {MADE_WITH}, by which 2 were repeats of that year [other_history]",
    ]),
    (lambda: sc.replan(TWICE, WHERE, history=MOVED_WITHIN), [
        f"replan.history: '1 meeting in 2025' ≠ {MADE_WITH}, by which 2 were repeats of that year [other_history]",
    ]),
    (lambda: sc.replan(OLDER, WHERE, history=sc.History.of({2023: {"s1": "u"}})), [
        f"replan.history: '0 meetings in 2024' ≠ {MADE_WITH}, by which 1 was a repeat of that year [other_history]",
    ]),
    (lambda: sc.replan(LONG_AGO, WHERE, history=sc.History.of({2000: {"s2": "u"}})), [
        f"replan.history: 'no earlier meetings' ≠ {MADE_WITH} [other_history]",
    ]),
    (lambda: sc.replan(CHANGED, WHERE, history=SPLIT), [f"replan.since: {DAY_OF_2026}"]),
    (lambda: sc.replan(attrs.evolve(CHANGED, score=TWICE.score), WHERE, history=SPLIT), [f"replan.since: {DAY_OF_2026}"]),
    (lambda: sc.diff(CHANGED, CHANGED, SPLIT.lineage), [f"diff.since: {DAY_OF_2026}"]),
    (lambda: sc.plan_year(WHERE, year=2026, reference={"s1": 5, "s2": {"u": 1}, "s3": ["u", ""]}), [
        f"plan_year.reference['s1']: 5 ≠ {TEXT}",
        f"plan_year.reference['s2']: a dict of 1 ≠ {TEXT}",
        f"plan_year.reference['s3']: '' ≠ {BLANK}",
    ]),
    (lambda: sc.plan_year(WHERE, year=2026, reference={"s1": ["u", "v"], "s2": ["u", "u"]}), [f"plan_year.reference['s2']: ['u', 'u'] ≠ {COMPOSED}"]),
    (lambda: sc.plan_year(WHERE, year=2026, history=SPLIT, reference=CHANGED), [
        "plan_year.reference: <Plan of 2026: 2 subjects, 1 lead units> ≠ its assignments by the names of today, since a reform of 2026 applies [replanned_in_a_reform]",
    ]),
    (lambda: sc.plan_year(WHERE, year=2026, reference={"s1": (), "s2": "u", "s3": []}), [
        f"plan_year.reference['s1']: () ≠ {ANY_UNIT}",
        f"plan_year.reference['s3']: [] ≠ {ANY_UNIT}",
    ]),
    (lambda: sc.diff(1, 2, 3, 4), [
        "diff.plan_a: 1 ≠ a Plan [wrong_kind]",
        "diff.plan_b: 2 ≠ a Plan [wrong_kind]",
        "diff.lineage: 3 ≠ a Lineage, or None [wrong_kind]",
        f"diff.since: 4 ≠ {DAY}",
    ]),
    (lambda: sc.diff(CHANGED, OTHERS), [f"diff.plan_b: '2 other subjects' ≠ {OF_TODAY}"]),
])  # fmt: skip
def test_what_no_plan_can_be_changed_or_compared_with(make, expected):
    """Another history than the plan's, by the year that lacks meetings; a day that is not said; plans of nobody in common."""
    assert raised(make) == expected


def test_a_history_that_has_enough_is_the_plans():
    """As many meetings as the score counts, in that very year, or any at all where they are familiar alone; more may be found since."""
    for plan, years in (
        (TWICE, {2025: {"s1": "u", "s2": "u"}, 2024: {"s1": "u"}}),
        (OLDER, {2024: {"s1": "u"}, 2025: {"s1": "u"}}),
        (LONG_AGO, {1999: {"s1": "u"}, 2000: {"s2": "u"}}),
        (LONG_AGO, {1999: {"s1": ["t", "u"]}}),
        (TWICE, {2025: {"s1": ["t", "u"], "s2": "u", "gone": ["t", "u"]}}),
    ):
        records = [
            Record(subject_id=one, lead_unit_id=held, year=year)
            for year, column in years.items()
            for one, units in column.items()
            for held in units
        ]
        given = roster(plan.assignments, ["u"], former_units=["t"])
        assert sc.replan(plan, given, history=sc.History.of_records(records)).moved == ()


def test_a_plan_meets_its_history_by_the_names_of_its_first_day():
    """u becomes x on some day of January or later: of 2025 the plan's own names are looked up, and nobody moves to x."""
    for day in (date(2026, 1, 2), date(2026, 2, 1), JULY):
        history = sc.History.of({2025: {"s1": "u", "s2": "u"}}).with_lineage(
            sc.Lineage(reforms=[Reform(on=day, lead_units={"u": ["x"]})])
        )
        changed = sc.replan(TWICE, roster(["s1", "s2"], ["x"]), history=history)
        assert (changed.moved, dict(changed.renamed)) == ((), {"u": "x"})


def test_of_which_days_a_changed_plan_need_not_be_told():
    """No reform in its year, one on 1 January, an annual plan, or a day that is said: its names are known."""
    on_first, later = (
        sc.Lineage(reforms=[Reform(on=day, lead_units={"v": ["x"]})]) for day in (date(2026, 1, 1), date(2027, 1, 1))
    )
    for plan, lineage, since in (
        (CHANGED, on_first, None),
        (CHANGED, later, None),
        (sc.plan_year(WHERE, year=2026), SPLIT.lineage, None),
        (CHANGED, SPLIT.lineage, JULY),
    ):
        assert sc.diff(plan, plan, lineage, since).moved == ()


AT_U = sc.plan_year(ONE := roster(["s1"], ["u", "v"]), year=2021)


@check([
    (lambda: explain_assignments(1, 2), ["explain_assignments.plan: 1 ≠ a Plan [wrong_kind]", "explain_assignments.roster: 2 ≠ a Roster [wrong_kind]"]),
    (lambda: sc.explain_assignment(AT_U, ONE, "s1", history=sc.History.of({2020: {"s1": "v"}, 2019: {"s1": "u"}})), [f"plan: {PROVED}"]),
    (lambda: sc.explain_assignment(AT_U, roster(["s1", "s2"], ["u", "v"]), "s1"), [f"plan: {PROVED}"]),
    (lambda: explain_assignments(AT_U, ONE, history=sc.History.of({2020: {"s1": "u"}})), [f"plan: {PROVED}"]),
    (lambda: sc.explain_assignment(AT_U, roster(["s2"], ["u"]), "s1"), ["subject_id: 's1' ≠ a subject of the plan and the roster [unknown_id]"]),
    (lambda: sc.explain_assignment(AT_U, roster(["s2"], ["u"]), "s2"), ["subject_id: 's2' ≠ a subject of the plan and the roster [unknown_id]"]),
])  # fmt: skip
def test_what_cannot_be_explained(make, expected):
    """A plan of other people, one that another history makes worse or scores otherwise, and a subject that only one of both has."""
    assert raised(make) == expected


KNOWN = {"A": ONE, "B": roster(["s1"], ["u", "v"])}
PLANS = dict(sc.plan_each(KNOWN, year=2026))
OF_KEYS = "nothing ≠ a roster and an answer for every key [missing]"
OTHER_PLAN = "a plan of other subjects or lead units ≠ the roster's plan [contradiction]"


@check([
    (lambda: report_loads(1, 2, organisations=3), [
        "report_loads.rosters: 1 ≠ a mapping by id, each to a Roster [wrong_kind]",
        "report_loads.plans: 2 ≠ a mapping by id, each to a Plan or an Infeasible [wrong_kind]",
        "report_loads.organisations: 3 ≠ a mapping by id, each to the id of an organisation [wrong_kind]",
    ]),
    (lambda: report_loads({"": 1, "é": ONE, "e\u0301": ONE}, {5: "p"}, organisations={"x": 3, "y": "", "z": "o"}), [
        f"report_loads.rosters: ['é', 'é'] ≠ {COMPOSED}",
        f"report_loads.rosters: '' ≠ {BLANK}",
        "report_loads.rosters['']: 1 ≠ a Roster [wrong_kind]",
        f"report_loads.plans: 5 ≠ {TEXT}",
        "report_loads.plans[5]: 'p' ≠ a Plan or an Infeasible [wrong_kind]",
        "report_loads.organisations['x']: 3 ≠ the id of an organisation [wrong_kind]",
        f"report_loads.organisations['y']: '' ≠ {BLANK}",
    ]),
    (lambda: report_loads(KNOWN, {"B": PLANS["B"], "C": PLANS["A"]}), [f"plans['A']: {OF_KEYS}", f"rosters['C']: {OF_KEYS}"]),
    (lambda: report_loads(KNOWN, {"A": PLANS["A"], "B": attrs.evolve(PLANS["B"], year=2024)}), ["plans: [2024, 2026] ≠ answers of one year; reports of several are added [other_years]"]),
    (lambda: report_loads({**KNOWN, "A": roster(["s2"], ["u", "v"])}, PLANS), [f"plans['A']: {OTHER_PLAN}"]),
    (lambda: report_loads({**KNOWN, "B": roster(["s1"], ["u", "w"])}, PLANS), [f"plans['B']: {OTHER_PLAN}"]),
    (lambda: report_loads({**KNOWN, "B": roster(["s1"], ["u"])}, PLANS), [f"plans['B']: {OTHER_PLAN}"]),
])  # fmt: skip
def test_what_no_report_is_made_of(make, expected):
    """Other kinds, keys in two spellings or without a partner, two years, and a plan of other subjects or of other lead units."""
    assert raised(make) == expected


@check([
    (lambda: histories_for(1, 2), ["histories_for.rosters: 1 ≠ a mapping from keys to rosters [wrong_kind]", "histories_for.history: 2 ≠ a History [wrong_kind]"]),
    (lambda: histories_for({"é": ONE, "e\u0301": 1, "": ONE, 5: ONE}, sc.History()), [
        f"histories_for.rosters: ['é', 'é'] ≠ {COMPOSED}",
        "histories_for.rosters['é']: 1 ≠ a Roster [wrong_kind]",
        f"histories_for.rosters: '' ≠ {BLANK}",
        f"histories_for.rosters: 5 ≠ {TEXT}",
    ]),
    (lambda: sc.plan_each(KNOWN, year=2026, histories={"A": 1, "C": 2}, policies={"A": 3, "D": 4}, progress=5), [
        "plan_each.progress: 5 ≠ a function, or None [wrong_kind]",
        "plan_each.histories['A']: 1 ≠ a History [wrong_kind]",
        "plan_each.histories: 'C' ≠ the key of a roster [unknown_id]",
        "plan_each.policies['A']: 3 ≠ a RotationPolicy [wrong_kind]",
        "plan_each.policies: 'D' ≠ the key of a roster [unknown_id]",
        "plan_each.policies['B']: None ≠ a policy for every roster, or one for all [missing]",
    ]),
    (lambda: sc.plan_each(KNOWN, year=2026, histories={"é": sc.History(), "e\u0301": sc.History()}), [
        f"plan_each.histories: ['é', 'é'] ≠ {COMPOSED}",
        "plan_each.histories: 'é' ≠ the key of a roster [unknown_id]",
        "plan_each.histories: 'é' ≠ the key of a roster [unknown_id]",
    ]),
    (lambda: sc.plan_each(KNOWN, year=0), ["'A': plan_year.year: 0 ≠ at least 1 [too_small]", "'B': plan_year.year: 0 ≠ at least 1 [too_small]"]),
    (lambda: sc.plan_each(KNOWN, year=2026, histories={"B": sc.History.of({2026: {}, 2025: {"s1": "gone"}})}), [
        "'B': History[2025]: 'gone' ≠ a lead unit of the roster, or one that former_units lists [unknown_id]",
        "'B': History[2026]: 2026 ≠ only years before 2026; History.before(2026) keeps them [year_not_past]",
    ]),
])  # fmt: skip
def test_what_is_wrong_with_one_of_many_rosters(make, expected):
    """Each fault with its key: of the rosters themselves, of histories and policies by key, and of a roster's own question."""
    assert raised(make) == expected


LED = roster(["s1", "s2"], [unit("front", kind=LeadUnitKind.LEADS), unit("elders", kind=LeadUnitKind.COORDINATES)])


@check([
    (lambda: lead_unit_warnings(1, 2), ["lead_unit_warnings.roster: 1 ≠ a Roster [wrong_kind]", "lead_unit_warnings.assignments: 2 ≠ a Plan, or a mapping from subject ids to lead unit ids [wrong_kind]"]),
    (lambda: lead_unit_warnings(LED, {"s1": "front", "s2": 5}), ["lead_unit_warnings.assignments['s2']: 5 ≠ the id of a lead unit [wrong_kind]"]),
    (lambda: lead_unit_warnings(LED, {5: "front"}), [f"lead_unit_warnings.assignments: a dict of 1 ≠ {BY_SUBJECT}"]),
    (lambda: lead_unit_warnings(LED, {"s1": "nobody", "s2": "gone", "s3": "front"}), [
        "lead_unit_warnings.assignments: 'gone' ≠ the id of a lead unit of the roster [unknown_id]",
        "lead_unit_warnings.assignments: 'nobody' ≠ the id of a lead unit of the roster [unknown_id]",
    ]),
    (lambda: leading_only(1, not_agreed=1), ["leading_only.roster: 1 ≠ a Roster [wrong_kind]", "leading_only.not_agreed: 1 ≠ True or False [wrong_kind]"]),
    (lambda: leading_only(roster([], [unit("elders", kind=LeadUnitKind.COORDINATES)])), [f"Roster.lead_units: {NO_SHARES}"]),
])  # fmt: skip
def test_what_is_no_question_about_who_leads(make, expected):
    """Other kinds, by position where a lead unit's id is asked for; lead units that the roster lacks; and nobody who leads."""
    assert raised(make) == expected


POLICIES = {"one": sc.RotationPolicy()}
SIDE_BY_SIDE = compare_policies(ONE, sc.History(), POLICIES, [2026])


@check([
    (lambda: compare_policies(1, 2, 3, "x"), [
        "compare_policies.roster: 1 ≠ a Roster [wrong_kind]",
        "compare_policies.history: 2 ≠ a History [wrong_kind]",
        "compare_policies.policies: 3 ≠ a mapping from names to policies [wrong_kind]",
        "compare_policies.years: 'x' ≠ a collection, each item a year (int) [not_a_collection]",
    ]),
    (lambda: compare_policies(ONE, sc.History(), {}, []), ["compare_policies.policies: () ≠ at least one policy [empty]", "compare_policies.years: 0 ≠ at least 1 [too_small]"]),
    (lambda: compare_policies(ONE, sc.History(), {"mid": sc.RotationPolicy(objective=sc.Objective.MID_YEAR), "": 1, "é": POLICIES["one"], "e\u0301": POLICIES["one"]}, range(1, 102)), [
        f"compare_policies.policies: ['é', 'é'] ≠ {COMPOSED}",
        "compare_policies.policies['mid']: 'MID_YEAR' ≠ a policy for whole years (ANNUAL) [contradiction]",
        f"compare_policies.policies: '' ≠ {BLANK}",
        "compare_policies.policies['']: 1 ≠ a RotationPolicy [wrong_kind]",
        "compare_policies.years: 101 ≠ at most 100 [too_large]",
    ]),
    (lambda: compare_policies(ONE, sc.History(), POLICIES, [2026, "x"]), ["compare_policies.years[1]: 'x' ≠ a year (int) [wrong_kind]"]),
    (lambda: SIDE_BY_SIDE.rests("z"), ["PolicyComparison.rests.name: 'z' ≠ the name of one of the policies [unknown_id]"]),
    (lambda: SIDE_BY_SIDE.rests(5), [f"PolicyComparison.rests.name: 5 ≠ {TEXT}"]),
])  # fmt: skip
def test_what_is_no_comparison_of_policies(make, expected):
    """Other kinds, no policy, one of changed years, names in two spellings, and no years or more than a hundred."""
    assert raised(make) == expected


def test_a_hundred_years_are_compared():
    """The most that are; one subject with one lead unit goes back to it in each but the first."""
    found = compare_policies(roster(["s1"], ["u"]), sc.History(), POLICIES, range(1, 101)).outlooks["one"]

    assert (len(found.years), found.again, found.moved) == (100, (99,), 0)
