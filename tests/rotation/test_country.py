"""Loads against shares over the plans of many rosters: counted by hand, added up, and why they are off."""

from collections import Counter
from fractions import Fraction
from functools import reduce
from operator import add

import attrs
import pytest

import supervision_core as sc
from supervision_core.rendering import to_svg, to_text
from supervision_core.rotation import LoadsOfUnit, report_loads

SOURCE = {"front": 212, "labour": 61, "veterans": 73, "women": 119, "youth": 62}


def faults_of(make):
    with pytest.raises(sc.InvalidInput) as raised:
        make()
    return [(fault.code, fault.place) for fault in raised.value.faults]


def commune(key, subjects, shares, **rest):
    return sc.Roster(
        subjects=[sc.Subject(id=f"{key}-{number:02}") for number in range(subjects)],
        lead_units=[sc.LeadUnit(id=unit, share=share) for unit, share in shares.items()],
        **rest,
    )


def small_country():
    """Two wards of four and one of five, shares two to one; one ward with a bar beyond rounding, and one without a plan."""
    shares = {"front": 2, "women": 1}
    bars = [sc.Bar(subject_id=f"D-{number:02}", lead_unit_id="front", reason=sc.BarReason.KIN) for number in range(3)]
    return {
        "A": commune("A", 4, shares),
        "B": commune("B", 4, shares),
        "C": commune("C", 5, shares),
        "D": commune("D", 3, shares, bars=bars),
        "E": sc.Roster(subjects=[sc.Subject(id="e")], lead_units=[sc.LeadUnit(id="front", max_load=0)]),
    }


def test_loads_shares_and_roundings():
    """Each lead unit's total and share, in how many plans it was rounded which way, and what is beyond rounding."""
    rosters = small_country()
    report = report_loads(rosters, sc.plan_each(rosters, year=2026))

    assert (report.years, report.plans, report.subjects, report.without_plan) == ((2026,), 4, 16, ((2026, "E"),))
    front, women = report.lead_units
    # 4 = 2.67 + 1.33 -> 3 and 1; 5 = 3.33 + 1.67 -> 3 and 2; D's three may only go to the women.
    assert front == LoadsOfUnit(lead_unit_id="front", load=9, aim=Fraction(32, 3), exact=0, up=2, down=1, beyond=1, by_rounding=Fraction(1, 3))
    assert women == LoadsOfUnit(lead_unit_id="women", load=7, aim=Fraction(16, 3), exact=0, up=1, down=2, beyond=1, by_rounding=Fraction(-1, 3))
    assert (front.difference, front.deviation) == (Fraction(-5, 3), Fraction(-5, 32))
    assert [(one.subjects, one.plans, dict(one.loads), one.is_alike) for one in report.sizes] == [
        (3, 1, {"front": 0, "women": 3}, True),
        (4, 2, {"front": 6, "women": 2}, True),
        (5, 1, {"front": 3, "women": 2}, True),
    ]
    assert report.sentence("en") == "4 plans, 16 subjects: against the shares front has −15.625%, women +31.25%"
    told = to_text(report, lang="vi")
    assert "Danh sách không có phương án" in told
    assert "do trường hợp không được phân công" in told


def test_one_whole_subject_off_the_share_is_beyond_rounding():
    """Two subjects and shares of one each: two and none are one too many and one too few, which no rounding makes; one each is exact."""
    rosters = {"A": commune("A", 2, {"u": 1, "v": 1}, pins={"A-00": "u", "A-01": "u"}), "B": commune("B", 2, {"u": 1, "v": 1})}
    report = report_loads(rosters, sc.plan_each(rosters, year=2026))

    assert report.lead_units == (
        LoadsOfUnit(lead_unit_id="u", load=3, aim=Fraction(2), exact=1, up=0, down=0, beyond=1, by_rounding=Fraction(0)),
        LoadsOfUnit(lead_unit_id="v", load=1, aim=Fraction(2), exact=1, up=0, down=0, beyond=1, by_rounding=Fraction(0)),
    )
    [size] = report.sizes
    assert (size.year, size.subjects, size.plans, dict(size.loads), dict(size.aims), size.is_alike) == (2026, 2, 2, {"u": 3, "v": 1}, {"u": 2, "v": 2}, False)


def test_organisations_whose_lead_units_have_ids_of_their_own():
    """Each ward's women's union is added to the organisation; whoever is not listed stands for itself."""
    rosters = {key: commune(key, 2, {f"women {key}": 1, "front": 1}) for key in "AB"}
    plans = sc.plan_each(rosters, year=2026)
    apart = report_loads(rosters, plans)
    joined = report_loads(rosters, plans, organisations={"women A": "women", "women B": "women"})

    assert [one.lead_unit_id for one in apart.lead_units] == ["front", "women A", "women B"]
    assert [(one.lead_unit_id, one.load, one.exact) for one in joined.lead_units] == [("front", 2, 2), ("women", 2, 2)]
    assert (apart.sizes[0].is_alike, joined.sizes[0].is_alike) == (False, True)


def test_an_organisation_spelt_in_two_ways_is_one():
    """Its name as one letter with its mark, or as letter and mark: the loads of both wards' unions are added up."""
    rosters = {key: commune(key, 2, {f"women {key}": 1, "front": 1}) for key in "AB"}
    plans = sc.plan_each(rosters, year=2026)
    joined = report_loads(rosters, plans, organisations={"women A": "h\u1ed9i", "women B": "ho\u0323\u0302i"})

    assert [(one.lead_unit_id, one.load) for one in joined.lead_units] == [("front", 2), ("h\u1ed9i", 2)]


def test_reports_are_added():
    """Several years, or parts of a country: in any order and grouping the same as all at once."""
    rosters = small_country()
    plans = sc.plan_each(rosters, year=2026)
    whole = report_loads(rosters, plans)
    parts = [report_loads({key: rosters[key]}, {key: plans[key]}) for key in rosters]

    assert reduce(add, parts) == whole == reduce(add, reversed(parts))
    assert parts[0] + (parts[1] + parts[2]) == (parts[0] + parts[1]) + parts[2]
    later = report_loads(rosters, sc.plan_each(rosters, year=2027))
    both = whole + later
    assert (both.years, both.plans, both.lead_units[0].load, len(both.sizes)) == ((2026, 2027), 8, 18, 6)
    assert both == later + whole
    with pytest.raises(TypeError):
        whole + 1
    other = {"X": commune("X", 4, {"front": 1, "women": 1})}
    mixed = whole + report_loads(other, sc.plan_each(other, year=2026))
    assert [one.is_alike for one in mixed.sizes if one.subjects == 4] == [False]
    assert "Subjects" in to_text(both, lang="en")


def test_where_a_draw_decides_and_where_it_does_not():
    """Equal shares leave the rest to the draw, so it cancels out; the source's shares never tie, so every draw rounds alike."""
    drawn = sc.RotationPolicy(tie_break=sc.PublicDraw("result of 5 January 2026: 48213"))
    told = {}
    for name, shares in (("equal", dict.fromkeys(SOURCE, 1)), ("source", SOURCE)):
        rosters = {f"{number:03}": commune(f"{number:03}", 8 + number % 8, shares) for number in range(160)}
        report = report_loads(rosters, sc.plan_each(rosters, year=2026, policies=drawn))
        told[name] = to_text(report, lang="en")
        assert all(one.is_alike for one in report.sizes) == (name == "source")
        if name == "source":
            other = sc.plan_each(rosters, year=2026, policies=attrs.evolve(drawn, tie_break=sc.PublicDraw("another salt")))
            assert report_loads(rosters, other) == report
    assert "rounded alike" in told["source"]
    assert "cancels out" in told["equal"]


def test_the_totals_of_the_source_follow_from_the_sizes_alone():
    """Whatever the draw, a commune of n officials has the loads of any other of n, year after year: the total is a sum over sizes."""
    drawn = sc.RotationPolicy(tie_break=sc.PublicDraw("result of 5 January 2026: 48213"))
    sizes = [8 + (number * 7) % 8 for number in range(64)]
    rosters = {f"{number:02}": commune(f"{number:02}", size, SOURCE) for number, size in enumerate(sizes)}
    alone = {size: commune("x", size, SOURCE) for size in set(sizes)}
    histories = dict.fromkeys(rosters, sc.History())
    own = dict.fromkeys(alone, sc.History())
    for year in (2026, 2027, 2028):
        plans = sc.plan_each(rosters, year=year, histories=histories, policies=drawn)
        histories = {key: histories[key].with_plan(plan) for key, plan in plans.items()}
        expected: Counter[str] = Counter()
        for size, roster in alone.items():
            plan = sc.plan_year(roster, year=year, history=own[size])
            own[size] = own[size].with_plan(plan)
            for unit, load in plan.loads.items():
                expected[unit] += load * sizes.count(size)
        assert {one.lead_unit_id: one.load for one in report_loads(rosters, plans).lead_units} == dict(expected)


def test_no_plans_at_all():
    """Nothing is said where nothing was planned, and nothing is divided by nothing."""
    report = report_loads({}, {})
    assert report.sentence("vi") == "không có phương án nào"
    assert report.subjects == 0
    assert to_text(report, lang="en")
    only = {"A": commune("A", 0, {"front": 1})}
    empty = report_loads(only, sc.plan_each(only, year=2026))
    assert (empty.lead_units[0].deviation, empty.sentence("en")) == (None, "there is no plan")
    single = {"A": commune("A", 3, {"front": 1, "women": 1})}
    alone = report_loads(single, sc.plan_each(single, year=2026))
    assert repr(alone) == "<LoadsReport: 1 plans, 2 lead units>"
    assert "rounded alike" not in to_text(alone, lang="en")
    assert "sc-aim" in to_svg(report_loads(small_country(), sc.plan_each(small_country(), year=2026)))


def test_what_is_refused():
    """Wrong kinds, keys without a partner, two years, and a plan of another roster."""
    rosters = small_country()
    plans = dict(sc.plan_each(rosters, year=2026))
    assert faults_of(lambda: report_loads(1, 2, organisations={"x": 3, "y": ""})) == [
        ("wrong_kind", "report_loads.rosters"),
        ("wrong_kind", "report_loads.plans"),
        ("wrong_kind", "report_loads.organisations['x']"),
        ("blank", "report_loads.organisations['y']"),
    ]
    later = sc.plan_year(rosters["B"], year=2027)
    wrong = {"A": plans["B"], "B": later, "F": plans["C"]}
    found = faults_of(lambda: report_loads({key: rosters[key] for key in "ABC"}, wrong))
    assert found == [
        ("missing", "plans['C']"),
        ("missing", "rosters['F']"),
        ("other_years", "plans"),
        ("contradiction", "plans['A']"),
    ]


def test_what_closes_a_pair_is_told_of_each_subject():
    """Two subjects whose pairs are closed and flagged alike, each for the other's reason: the certificate tells them apart."""
    hard, flag = sc.Severity.HARD, sc.Severity.FLAG
    kin, excluded = sc.BarReason.KIN, sc.BarReason.EXCLUDED
    marks = {"s0": (hard, flag), "s1": (flag, hard)}
    asked = sc.Roster(
        subjects=[sc.Subject(id=one) for one in marks],
        lead_units=[sc.LeadUnit(id="u")],
        bars=[
            sc.Bar(subject_id=one, lead_unit_id="u", reason=reason, severity=severity)
            for one, severities in marks.items()
            for reason, severity in zip((kin, excluded), severities, strict=True)
        ],
    )
    answer = sc.plan_year(asked, year=2026)

    assert {group.reasons: group.subjects for one in answer.violations for group in one.barred} == {(kin,): ("s0",), (excluded,): ("s1",)}
    assert sc.verify_infeasible(asked, answer) == ()
