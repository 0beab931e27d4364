"""A repair made on its roster: what is lifted and what stays, and which roster, subject or ground it refuses."""

import attrs
import pytest

import supervision_core as sc
from supervision_core.rotation import Allowance, BarReason, Repair, RepairKind

FORBID = sc.RotationPolicy(repeats=sc.Repeats.FORBID)
BLANK = "at least one visible character [blank]"
NOT_ABOUT = "roster: a roster that this repair is not about ≠ a roster in which 'u' has"
CLOSE = "a roster in which these close the pair:"
OF_REPAIR = "one of the repair's subjects [unknown_id]"
STOCK = sc.Label(
    "chứng nhận không có phương án: nếu không cho phép thì thiếu chỗ hoặc không đạt mức tối thiểu",
    "the certificate that there is no plan: without the allowance places or a minimum are missing",
)


def roster(subjects, units, **rest):
    """A roster of ids, or of lead units as they are."""
    return sc.Roster(
        subjects=[sc.Subject(id=one) for one in subjects],
        lead_units=[sc.LeadUnit(id=one) if isinstance(one, str) else one for one in units],
        **rest,
    )


def bar(subject, unit, reason=BarReason.EXCLUDED, severity=sc.Severity.HARD):
    """A bar, hard unless said otherwise."""
    return sc.Bar(subject_id=subject, lead_unit_id=unit, reason=reason, severity=severity)


def allow(subject, unit, ground="QĐ 45"):
    """An allowance of a pair."""
    return Allowance(subject_id=subject, lead_unit_id=unit, ground=ground)


def lifting(subjects, *reasons, unit="u"):
    """What lets one of some subjects through to a lead unit."""
    return Repair(kind=RepairKind.LIFT_BAR, against=["too_few_places"], lead_unit_id=unit, subjects=list(subjects), reasons=reasons)


def raised(make):
    """The lines of all faults that a call raises."""
    with pytest.raises(sc.InvalidInput) as found:
        make()
    return [f"{one.place}: {one.found} ≠ {one.expected} [{one.code}]" for one in found.value.faults]


RAISE = Repair(kind=RepairKind.RAISE_MAXIMUM, against=["too_few_places"], lead_unit_id="u")
LOWER = Repair(kind=RepairKind.LOWER_MINIMUM, against=["minimum_unreachable"], lead_unit_id="u")
WAIVE = lifting("a", BarReason.COOLING_OFF)
UNPIN = lifting("a", BarReason.PINNED_ELSEWHERE)
EXCLUDED = lifting("ab", BarReason.EXCLUDED)
TWO_REASONS = lifting("a", BarReason.COOLING_OFF, BarReason.JURISDICTION, BarReason.EXCLUDED)
BOTH = [bar("a", "u"), bar("a", "u", BarReason.JURISDICTION)]

REFUSED = [
    (lambda: RAISE.applied_to(1, 2, 3), [
        "Repair.applied_to.roster: 1 ≠ a Roster [wrong_kind]",
        "Repair.applied_to.subject_id: 2 ≠ text (str) [not_text]",
        "Repair.applied_to.ground: 3 ≠ a text, a Label, or None [wrong_kind]",
    ]),
    (lambda: EXCLUDED.applied_to(roster("a", "u"), ""), [f"Repair.applied_to.subject_id: '' ≠ {BLANK}"]),
    (lambda: RAISE.applied_to(roster("a", [sc.LeadUnit(id="u", max_load=1)]), "a"), ["Repair.applied_to.subject_id: 'a' ≠ None: a bound is about no subject [surplus]"]),
    (lambda: LOWER.applied_to(roster("a", [sc.LeadUnit(id="u", min_load=1)]), "a"), ["Repair.applied_to.subject_id: 'a' ≠ None: a bound is about no subject [surplus]"]),
    (lambda: EXCLUDED.applied_to(roster("abc", "u", bars=[bar("c", "u")]), "c"), [f"Repair.applied_to.subject_id: 'c' ≠ {OF_REPAIR}"]),
    (lambda: attrs.evolve(WAIVE, subjects=[]).applied_to(roster("a", "u")), [f"Repair.applied_to.subject_id: None ≠ {OF_REPAIR}"]),
    (lambda: RAISE.applied_to(roster("a", ["u"])), [f"{NOT_ABOUT} a maximum [other_roster]"]),
    (lambda: RAISE.applied_to(roster("a", [sc.LeadUnit(id="v", max_load=1, min_load=1)])), [f"{NOT_ABOUT} a maximum [other_roster]"]),
    (lambda: LOWER.applied_to(roster("a", [sc.LeadUnit(id="u", max_load=1), sc.LeadUnit(id="v", min_load=1)])), [f"{NOT_ABOUT} a minimum above 0 [other_roster]"]),
    (lambda: UNPIN.applied_to(roster("ab", "uv", pins={"b": "v"})), [f"roster: nothing ≠ {CLOSE} PINNED_ELSEWHERE [other_roster]"]),
    (lambda: UNPIN.applied_to(roster("a", "uv", pins={"a": "u"})), [f"roster: nothing ≠ {CLOSE} PINNED_ELSEWHERE [other_roster]"]),
    (lambda: UNPIN.applied_to(roster("a", "uv", bars=[bar("a", "u")], pins={"a": "v"})), [f"roster: EXCLUDED, PINNED_ELSEWHERE ≠ {CLOSE} PINNED_ELSEWHERE [other_roster]"]),
    (lambda: WAIVE.applied_to(roster("a", "u", bars=[bar("a", "u", BarReason.KIN)])), [f"roster: KIN ≠ {CLOSE} COOLING_OFF [other_roster]"]),
    (lambda: WAIVE.applied_to(roster("a", "uv", pins={"a": "v"})), [f"roster: PINNED_ELSEWHERE ≠ {CLOSE} COOLING_OFF [other_roster]"]),
    (lambda: WAIVE.applied_to(roster("b", "u")), [f"roster: no subject 'a' ≠ {CLOSE} COOLING_OFF [other_roster]"]),
    (lambda: WAIVE.applied_to(roster("a", "v")), [f"roster: no lead unit 'u' ≠ {CLOSE} COOLING_OFF [other_roster]"]),
    (lambda: WAIVE.applied_to(roster("b", "v")), [f"roster: no subject 'a', no lead unit 'u' ≠ {CLOSE} COOLING_OFF [other_roster]"]),
    (lambda: UNPIN.applied_to(roster("a", "vw", pins={"a": "v"})), [f"roster: no lead unit 'u' ≠ {CLOSE} PINNED_ELSEWHERE [other_roster]"]),
    (lambda: EXCLUDED.applied_to(roster("ab", "uv", bars=[bar("b", "u"), bar("a", "v"), bar("a", "u", severity=sc.Severity.FLAG)])), [f"roster: nothing ≠ {CLOSE} EXCLUDED [other_roster]"]),
    (lambda: EXCLUDED.applied_to(roster("ab", "u", bars=[*BOTH, bar("b", "u")])), [f"roster: EXCLUDED, JURISDICTION ≠ {CLOSE} EXCLUDED [other_roster]"]),
    (lambda: TWO_REASONS.applied_to(roster("a", "u", bars=BOTH[:1])), [f"roster: EXCLUDED ≠ {CLOSE} COOLING_OFF, JURISDICTION, EXCLUDED [other_roster]"]),
    (lambda: WAIVE.applied_to(roster("a", "u"), ground=" "), ["Allowance ('a', 'u').ground: a text of 1 character ≠ a text that is not blank, or a Label [wrong_kind]"]),
    (lambda: WAIVE.applied_to(roster("a", "u"), ground=""), ["Allowance ('a', 'u').ground: '' ≠ a text that is not blank, or a Label [wrong_kind]"]),
    (lambda: WAIVE.applied_to(roster("a", "u", allowances=[allow("a", "u")])), ["Roster.allowances ('a', 'u'): another allowance of the pair ≠ each pair once [duplicate]"]),
]  # fmt: skip


@pytest.mark.parametrize(("make", "expected"), REFUSED)
def test_what_a_repair_is_not_made_on(make, expected):
    """Another lead unit, bound, bar, pin or subject than the repair speaks of, and what closes the pair besides; the roster stays."""
    assert raised(make) == expected


def test_a_bound_is_moved_by_one_and_nothing_else_changes():
    """Of this lead unit alone, the maximum up or the minimum down, as far as from and to 0."""
    other = sc.LeadUnit(id="v", share=2, min_load=3, max_load=3)
    for least, most in ((1, 1), (1, 5), (2, 4)):
        given = roster("ab", [sc.LeadUnit(id="u", share=7, min_load=least, max_load=most), other], pins={"a": "v"})
        assert RAISE.applied_to(given) == attrs.evolve(given, lead_units=[attrs.evolve(given.lead_units[0], max_load=most + 1), other])
        assert LOWER.applied_to(given) == attrs.evolve(given, lead_units=[attrs.evolve(given.lead_units[0], min_load=least - 1), other])
    closed = roster("a", [sc.LeadUnit(id="u", max_load=0)])
    assert RAISE.applied_to(closed).lead_units == (sc.LeadUnit(id="u", max_load=1),)


def test_several_bars_of_a_pair_go_and_all_others_stay():
    """Both bars of the pair; not the flag beside them, a bar of the subject elsewhere, nor one of another subject there."""
    kept = [bar("a", "u", severity=sc.Severity.FLAG), bar("a", "v"), bar("b", "u"), bar("b", "u", BarReason.JURISDICTION)]
    given = roster("ab", "uvw", bars=[*kept, *BOTH], pins={"b": "w"}, allowances=[allow("b", "w")])
    without = lifting("ab", BarReason.JURISDICTION, BarReason.EXCLUDED)

    assert without.applied_to(given) == without.applied_to(given, "a", "no ground is needed") == attrs.evolve(given, bars=kept)
    pinned = raised(lambda: without.applied_to(given, "b"))
    assert pinned == [f"roster: EXCLUDED, JURISDICTION, PINNED_ELSEWHERE ≠ {CLOSE} JURISDICTION, EXCLUDED [other_roster]"]
    assert EXCLUDED.applied_to(roster("ab", "u", bars=[bar("a", "u"), bar("b", "u")]), "b").bars == (bar("a", "u"),)


def test_a_cooling_off_is_waived_beside_what_else_closes_the_pair():
    """The bar and the pin go, the allowance comes, on the ground that was given or on the certificate; other allowances stay."""
    given = roster("ab", "uv", bars=[bar("a", "u")], pins={"a": "v", "b": "v"}, allowances=[allow("b", "v")])
    all_three = lifting("a", BarReason.COOLING_OFF, BarReason.PINNED_ELSEWHERE, BarReason.EXCLUDED)
    for ground, said in ((None, STOCK), ("QĐ 46", sc.Label("QĐ 46", "QĐ 46")), (sc.Label("hồ sơ mở", "an open matter"),) * 2):
        made = all_three.applied_to(given, ground=ground)
        assert made == attrs.evolve(given, bars=[], pins={"b": "v"}, allowances=[allow("a", "u", said), allow("b", "v")])


def test_a_pin_to_the_very_lead_unit_stays():
    """Pinned to u and still cooling off there: the allowance alone is needed, and then there is a plan."""
    given = roster("a", "uv", pins={"a": "u"})
    history = sc.History.of({2025: {"a": "u"}})
    answer = sc.plan_year(given, year=2026, history=history, policy=FORBID)
    [repair] = [one for one in answer.repairs if one.lead_unit_id == "u"]
    made = repair.applied_to(given)

    assert (repair.kind, repair.reasons) == (RepairKind.LIFT_BAR, (BarReason.COOLING_OFF,))
    assert made == attrs.evolve(given, allowances=[allow("a", "u", STOCK)])
    assert dict(sc.plan_year(made, year=2026, history=history, policy=FORBID).assignments) == {"a": "u"}


def test_a_subject_is_named_however_it_was_typed():
    """An id in decomposed letters is the same subject."""
    given = roster(["ấ", "b"], "u", bars=[bar("ấ", "u"), bar("b", "u")])

    assert lifting(["ấ", "b"], BarReason.EXCLUDED).applied_to(given, "a\u0302\u0301").bars == (bar("b", "u"),)


def test_what_a_violation_lacks():
    """Demand less supply, and one sentence for each violation of a certificate."""
    units = [sc.LeadUnit(id="u", max_load=1), sc.LeadUnit(id="v", min_load=2)]
    answer = sc.plan_year(roster("abcd", units, bars=[bar(one, "v") for one in "abc"]), year=2026)
    few, unreachable = answer.violations

    assert [(one.kind, one.demand, one.supply, one.missing) for one in answer.violations] == [
        ("too_few_places", 3, 1, 2),
        ("minimum_unreachable", 2, 1, 1),
    ]
    assert (answer.shortage, answer.excess) == (2, 1)
    assert few.sentence("en") == (
        "3 subjects may only go to 1 lead unit (u), which takes at most 1: 2 places are missing (because: excluded by the plan)."
    )
    assert unreachable.sentence("en") == (
        "Lead unit v must take at least 2 subjects, but only 1 may go to it: 1 subject is still missing for its minimum "
        "(because: excluded by the plan)."
    )
    assert answer.sentence("en") == f"{few.sentence('en')} {unreachable.sentence('en')}"
    assert repr(answer) == "<Infeasible 2026: 2 subjects without a place, minima 1 too high>"
