"""Policies side by side: what the next years would look like, measured alike for all and counted by hand."""

from fractions import Fraction

import pytest

import supervision_core as sc
from supervision_core.rendering import to_html, to_svg, to_text
from supervision_core.rotation import PolicyComparison, PolicyOutlook, YearOutlook, compare_policies


def faults_of(make):
    with pytest.raises(sc.InvalidInput) as raised:
        make()
    return [(fault.code, fault.place) for fault in raised.value.faults]


def roster(subjects, units, **rest):
    return sc.Roster(
        subjects=[sc.Subject(id=f"s{number}") for number in range(subjects)],
        lead_units=[unit if isinstance(unit, sc.LeadUnit) else sc.LeadUnit(id=unit) for unit in units],
        **rest,
    )


YEARLY = sc.RotationPolicy()
TERMS = sc.RotationPolicy(tenure_years=3, cooling_off_years=1)
STRICT = sc.RotationPolicy(cooling_off_years=2, repeats=sc.Repeats.FORBID)


def test_every_year_and_all_together():
    """Six with three equal lead units for three years: all change every year and everybody meets everybody; or nobody changes."""
    found = compare_policies(roster(6, ["a", "b", "c"]), sc.History(), {"yearly": YEARLY, "terms": TERMS}, range(2026, 2029))
    yearly, terms = found.outlooks["yearly"], found.outlooks["terms"]

    assert (found.years, found.pairs, dict(found.aims)) == ((2026, 2027, 2028), 18, dict.fromkeys("abc", Fraction(2)))
    assert [(one.year, dict(one.loads), one.again, one.moved, one.met) for one in yearly.years] == [
        (2026, dict.fromkeys("abc", 2), (0,), 0, 6),
        (2027, dict.fromkeys("abc", 2), (0,), 6, 12),
        (2028, dict.fromkeys("abc", 2), (0,), 6, 18),
    ]
    assert (yearly.again, yearly.moved, yearly.cut_short, yearly.flagged, yearly.met) == ((0,), 12, 0, 0, 18)
    assert (terms.again, terms.moved, terms.cut_short, terms.met) == ((12,), 0, 0, 6)
    assert dict(terms.loads) == dict.fromkeys("abc", 6)
    assert dict(found.rests("terms")) == dict.fromkeys("abc", 0)
    assert (yearly.dead_end, yearly.is_avoided) == (None, False)
    assert (repr(found), repr(yearly)) == ("<PolicyComparison: 2 policies, 3 years>", "<PolicyOutlook: 3 years>")


def test_all_are_measured_alike():
    """A policy of one year is held against two years too where another one looks so far; the past counts in all."""
    history = sc.History.of({2024: {"s0": "a", "s1": "b"}, 2025: {"s0": "b", "s1": "a", "gone": "a", "s2": "old"}})
    asked = roster(3, ["a", "b"], former_units=["old"])
    found = compare_policies(asked, history, {"one": YEARLY, "two": sc.RotationPolicy(cooling_off_years=2)}, [2026])

    for outlook in found.outlooks.values():
        assert (outlook.again, outlook.moved) == ((0, 2), 3)
        assert outlook.met == 5  # both with both, and s2 with whoever gets it
    assert compare_policies(asked, history, {"none": sc.RotationPolicy(cooling_off_years=0)}, [2026]).outlooks["none"].again[1:] == ()


def test_terms_cut_short_and_flagged_pairs():
    """Who may stay for three years and is barred after one is cut short; a flagged pair is counted each year."""
    bars = [
        sc.Bar(subject_id="s0", lead_unit_id="a", reason=sc.BarReason.KIN),
        sc.Bar(subject_id="s1", lead_unit_id="a", reason=sc.BarReason.OWN_HEAD, severity=sc.Severity.FLAG),
    ]
    asked = roster(2, ["a", sc.LeadUnit(id="b", max_load=1)], bars=bars)
    history = sc.History.of({2025: {"s0": "a", "s1": "b"}})
    found = compare_policies(asked, history, {"terms": TERMS}, [2026, 2027])

    assert found.pairs == 3
    assert (found.outlooks["terms"].cut_short, found.outlooks["terms"].flagged, found.outlooks["terms"].moved) == (2, 2, 2)
    assert found.outlooks["terms"].met == 3


def test_the_first_year_without_a_plan():
    """Two lead units and two years off: the third year has no plan, and the years before it are kept."""
    found = compare_policies(roster(2, ["a", "b"]), sc.History(), {"strict": STRICT, "yearly": YEARLY}, range(2026, 2030))
    strict = found.outlooks["strict"]

    assert strict.dead_end.year == 2028
    assert ([one.year for one in strict.years], strict.is_avoided) == ([2026, 2027], False)
    assert found.sentence("en") == (
        "strict: no plan from 2028 on (2 years planned); yearly: a plan in each of 4 years; 4 times back to a lead unit of the last "
        "years, 6 changes of lead unit, 0 terms cut short; 4 of 4 pairs have met."
    )
    assert found.sentence("vi", {"strict": "Chặt"}).startswith("Chặt: từ năm 2028 không còn phương án (lập được 2 năm); yearly: 4 năm")
    told = to_text(found, lang="en")
    assert "2028" in told
    assert "strict" in told


def test_a_year_without_any_plan():
    """Where already the first year has none, nothing was planned: nothing has met and no lead unit is off its share."""
    found = compare_policies(roster(2, [sc.LeadUnit(id="a", max_load=1)]), sc.History(), {"any": YEARLY}, [2026])
    outlook = found.outlooks["any"]

    assert (outlook.years, outlook.met, outlook.again, dict(outlook.loads), dict(found.rests("any"))) == ((), 0, (), {}, {})
    assert outlook.dead_end.year == 2026
    assert "2026" in to_text(found, lang="vi")


def test_a_dead_end_that_other_years_avoid():
    """Planned year by year the third year has no plan; a block of years has one, and the page says so."""
    asked = sc.Roster(
        subjects=[sc.Subject(id=f"s{number}") for number in range(6)],
        lead_units=[sc.LeadUnit(id=unit, min_load=load, max_load=load) for unit, load in zip("abcd", (2, 2, 1, 1), strict=True)],
    )
    history = sc.History.of(
        {2024: dict(zip(asked.subject_ids, "aabbcd", strict=True)), 2025: dict(zip(asked.subject_ids, "bbaadc", strict=True))}
    )
    for years, past in ((range(2026, 2032), sc.History()), (range(2026, 2028), history)):
        outlook = compare_policies(asked, past, {"strict": STRICT}, years).outlooks["strict"]
        horizon = sc.plan_horizon(asked, years=years, history=past, policy=STRICT)
        assert (outlook.dead_end is None) == (isinstance(horizon, sc.Horizon) and horizon.instead is None)
        assert outlook.is_avoided == (isinstance(horizon, sc.Horizon) and horizon.instead is not None)


def test_a_page_with_a_picture():
    """Both languages, both pictures, and what is off the share by name and by how much."""
    asked = roster(7, [sc.LeadUnit(id="front", share=2), sc.LeadUnit(id="women"), sc.LeadUnit(id="youth")])
    found = compare_policies(asked, sc.History(), {"hằng năm": YEARLY, "nhiệm kỳ": TERMS}, range(2026, 2029))

    for lang in ("vi", "en"):
        assert to_svg(found, lang=lang).count("sc-bar") >= 4
        assert "hằng năm" in to_html(found, lang=lang)
    assert "So sánh các cách luân phiên từ năm 2026 đến năm 2028" in to_text(found, lang="vi")
    avoided = PolicyOutlook(
        policy=STRICT, years=found.outlooks["hằng năm"].years, dead_end=sc.plan_year(roster(1, [sc.LeadUnit(id="a", max_load=0)]), year=2027), is_avoided=True
    )
    page = to_text(PolicyComparison(years=found.years, aims=found.aims, pairs=21, outlooks={"chặt": avoided}), lang="en")
    assert "2027 (others were found for the years before)" in page


def test_what_is_refused():
    """Wrong kinds, no policy, a policy within the year, no years or too many; all that can be named at once."""
    asked = roster(1, ["a"])
    mid = sc.RotationPolicy(objective=sc.Objective.MID_YEAR)
    assert faults_of(lambda: compare_policies(1, 2, 3, "x")) == [
        ("wrong_kind", "compare_policies.roster"),
        ("wrong_kind", "compare_policies.history"),
        ("wrong_kind", "compare_policies.policies"),
        ("not_a_collection", "compare_policies.years"),
    ]
    assert faults_of(lambda: compare_policies(asked, sc.History(), {}, [])) == [
        ("empty", "compare_policies.policies"),
        ("too_small", "compare_policies.years"),
    ]
    assert faults_of(lambda: compare_policies(asked, sc.History(), {"mid": mid, "": 1}, range(1, 102))) == [
        ("contradiction", "compare_policies.policies['mid']"),
        ("blank", "compare_policies.policies"),
        ("wrong_kind", "compare_policies.policies['']"),
        ("too_large", "compare_policies.years"),
    ]
    assert [code for code, _ in faults_of(lambda: YearOutlook(year=1.5, loads={}, again=2, moved=0, cut_short=0, flagged=0, met=0))] == [
        "not_whole",
        "not_a_collection",
    ]


def test_as_many_can_meet_as_no_hard_bar_forbids():
    """Of two with two, two hard bars of one pair and one of another leave two pairs; a flag leaves its pair."""
    bars = [sc.Bar(subject_id="s0", lead_unit_id="a", reason=reason) for reason in (sc.BarReason.KIN, sc.BarReason.EXCLUDED)]
    bars += [sc.Bar(subject_id="s1", lead_unit_id=unit, reason=sc.BarReason.KIN, severity=kind) for unit, kind in (("a", sc.Severity.HARD), ("b", sc.Severity.FLAG))]
    found = compare_policies(roster(2, ["a", "b"], bars=bars), sc.History(), {"yearly": YEARLY}, [2026])

    assert (found.pairs, found.outlooks["yearly"].met, found.outlooks["yearly"].flagged) == (2, 2, 1)


def test_outlooks_name_every_field_that_is_wrong():
    """Place, value and what would be right."""
    def lines(make):
        """The lines of all faults that a call raises."""
        with pytest.raises(sc.InvalidInput) as raised:
            make()
        return [f"{one.place}: {one.found} ≠ {one.expected} [{one.code}]" for one in raised.value.faults]

    assert lines(lambda: PolicyOutlook(policy=1, years=[2], dead_end=3, is_avoided=4)) == [
        "PolicyOutlook.policy: 1 ≠ a RotationPolicy [wrong_kind]",
        "PolicyOutlook.years[0]: 2 ≠ a YearOutlook [wrong_kind]",
        "PolicyOutlook.dead_end: 3 ≠ an Infeasible, or None [wrong_kind]",
        "PolicyOutlook.is_avoided: 4 ≠ True or False [wrong_kind]",
    ]
    assert lines(lambda: PolicyComparison(years=[2026, "x"], aims={"u": 0.5}, pairs=1.5, outlooks={"a": 1})) == [
        "PolicyComparison.years[1]: 'x' ≠ a whole number (int) [not_whole]",
        "PolicyComparison.aims['u']: 0.5 ≠ an exact number: int, Fraction or Decimal [not_exact]",
        "PolicyComparison.pairs: 1.5 ≠ a whole number (int) [not_whole]",
        "PolicyComparison.outlooks['a']: 1 ≠ a PolicyOutlook [wrong_kind]",
    ]
