"""What a fault counts is said in the singular where it is one: "1 change", and "the 1 who has another lead unit"."""

import attrs
import pytest

import supervision_core as sc
from supervision_core.rotation import Allowance, Move, MoveReason, verify_cooling_off, verify_replan
from supervision_core.rotation.long_run import CoolingOff, MeetingsOfClass

FORBID = sc.RotationPolicy(repeats=sc.Repeats.FORBID)
HAD_U = sc.History.of({2025: {"a": "u"}})


def roster(subjects, units, **rest):
    """A roster of ids."""
    return sc.Roster(
        subjects=[sc.Subject(id=one) for one in subjects], lead_units=[sc.LeadUnit(id=one) for one in units], **rest
    )


def allowing(*units):
    """One subject, two lead units, and an allowance for each of some of them."""
    return roster("a", "uv", allowances=[Allowance(subject_id="a", lead_unit_id=unit, ground="QĐ 45") for unit in units])


def said(faults, *codes):
    """What these faults found and what would be right."""
    return [f"{one.found} ≠ {one.expected}" for one in faults if one.code in codes]


@pytest.mark.parametrize(
    ("units", "given", "wanted"),
    [
        ("u", "0 allowances", "the 1 allowance that opens nothing in 2026"),
        ("uv", "0 allowances", "the 2 allowances that open nothing in 2026"),
    ],
)
def test_allowances_that_open_nothing(units, given, wanted):
    """Nobody had a last year, so that each allowance is to be warned of; and where none is, one too many."""
    question = allowing(*units)
    plan = attrs.evolve(sc.plan_year(question, year=2026, policy=FORBID), warnings=[])

    assert said(sc.verify_plan(question, plan, policy=FORBID), "wrong_allowances") == [f"{given} ≠ {wanted}"]
    one = sc.plan_year(allowing("u"), year=2026, policy=FORBID)
    assert said(sc.verify_plan(allowing(), one, policy=FORBID), "wrong_allowances") == [
        "1 allowance ≠ the 0 allowances that open nothing in 2026"
    ]


def test_allowances_that_a_plan_rests_on():
    """u alone, which had a last year: the plan rests on one allowance, and shows it or does not."""
    only = roster("a", "u", allowances=[Allowance(subject_id="a", lead_unit_id="u", ground="QĐ 45")])
    plan = sc.plan_year(only, year=2026, history=HAD_U, policy=FORBID)
    silent = attrs.evolve(plan, allowed=())

    assert said(sc.verify_plan(only, silent, history=HAD_U), "wrong_allowances") == [
        "0 allowances ≠ the 1 allowance that the plan rests on"
    ]
    assert said(sc.verify_plan(roster("a", "u"), plan, history=HAD_U), "wrong_allowances") == [
        "1 allowance ≠ the 0 allowances that the plan rests on"
    ]


def test_changes_moves_and_references():
    """a is pinned elsewhere in mid-year: one change and one move, which the answer leaves out or says twice; b joins in no reference."""
    plan = sc.plan_year(roster("a", "uv", pins={"a": "u"}), year=2026)
    pinned = roster("a", "uv", pins={"a": "v"})
    changed = sc.replan(plan, pinned)
    other = sc.plan_year(roster("b", "uv"), year=2026)

    assert said(verify_replan(plan, pinned, attrs.evolve(changed, changes=())), "wrong_changes") == [
        "0 changes ≠ the 1 single change between the plan and the roster"
    ]
    assert said(verify_replan(plan, pinned, attrs.evolve(changed, moved=())), "wrong_moves") == [
        "0 moves ≠ the 1 who has another lead unit, each with the reason"
    ]
    wrong = Move(subject_id="a", before="u", after="v", reason=MoveReason.MAKES_ROOM)
    assert said(verify_replan(plan, pinned, attrs.evolve(changed, moved=[wrong])), "wrong_moves") == [
        "1 move, not all of them right ≠ the 1 who has another lead unit, each with the reason"
    ]
    stays = sc.replan(plan, roster("a", "uv", pins={"a": "u"}))
    assert said(
        verify_replan(plan, pinned, attrs.evolve(changed, changes=[*changed.changes, *changed.changes])), "wrong_changes"
    ) == ["2 changes ≠ the 1 single change between the plan and the roster"]
    one_more = attrs.evolve(stays, changes=changed.changes, moved=[wrong])
    assert said(verify_replan(plan, roster("a", "uv", pins={"a": "u"}), one_more), "wrong_changes") == [
        "1 change ≠ the 0 single changes between the plan and the roster"
    ]
    assert said(sc.verify_plan(pinned, changed.plan, reference={"a": "v"}), "other_reference") == [
        "1 subject ≠ the reference that was asked"
    ]
    with pytest.raises(sc.InvalidInput) as refused:
        sc.diff(plan, other)
    assert [fault.found for fault in refused.value.faults] == ["'1 other subject'"]


@pytest.mark.parametrize(("classes", "given"), [((3,), "1 class"), ((), "0 classes"), ((1, 1), "2 classes")])
def test_classes(classes, given):
    """One class of two subjects is given as one of three, as none, or twice as one of one."""
    answer = CoolingOff(
        years=0,
        limiting=(),
        demand=0,
        supply=0,
        meetings=[MeetingsOfClass(open=("u", "v"), subjects=size, times={}) for size in classes],
    )

    assert said(verify_cooling_off(roster("ab", "uv"), answer), "wrong_classes") == [
        f"{given} ≠ each class of the roster, once"
    ]
