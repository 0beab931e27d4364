"""Many rosters at once: a history for all, a draw for each, every fault with its key."""

import pytest

import supervision_core as sc

UNITS = ("front", "women", "youth")


def ward(key, subjects=4, units=UNITS):
    return sc.Roster(
        subjects=[sc.Subject(id=f"{key}-{number}") for number in range(subjects)],
        lead_units=[sc.LeadUnit(id=f"{unit} {key}") for unit in units],
    )


def test_a_draw_without_a_scope_is_drawn_for_each_roster():
    """It gets the roster's key; a given scope stays; each plan is that of planning the roster alone."""
    wards = {key: ward(key) for key in ("A", "B", "C")}
    drawn = sc.RotationPolicy(tie_break=sc.PublicDraw("QĐ 12"))
    given = sc.RotationPolicy(tie_break=sc.PublicDraw("QĐ 12", "all"))

    for key, plan in sc.plan_each(wards, year=2026, policies=drawn).items():
        assert plan == sc.plan_year(wards[key], year=2026, policy=sc.RotationPolicy(tie_break=sc.PublicDraw("QĐ 12", key)))
    assert {plan.policy for plan in sc.plan_each(wards, year=2026, policies=given).values()} == {given}


def test_no_lead_unit_has_every_rest():
    """Of three hundred wards with one official over, each lead unit of the same name gets about a hundred."""
    wards = {f"ward {number:03}": ward("x", subjects=4) for number in range(300)}
    plans = sc.plan_each(wards, year=2026, policies=sc.RotationPolicy(tie_break=sc.PublicDraw("QĐ 12")))
    over = {unit: sum(plan.loads[f"{unit} x"] == 2 for plan in plans.values()) for unit in UNITS}

    assert sum(over.values()) == 300
    assert all(75 <= count <= 125 for count in over.values())


def test_one_history_for_all():
    """Each roster gets the records of its own people and of those who left its lead units; who moved brings nothing along."""
    wards = {"A": ward("A", 2), "B": ward("B", 1)}
    history = sc.History.of({2024: {"A-0": "front A", "A-1": "women B", "B-0": "front B", "left": "youth A", "stranger": "elsewhere"}})
    parts = sc.rotation.histories_for(wards, history)

    assert dict(parts["A"].column(2024)) == {"A-0": "front A", "left": "youth A"}
    assert dict(parts["B"].column(2024)) == {"B-0": "front B"}
    plans = sc.plan_each(wards, year=2025, histories=history)
    assert {key: sc.verify_plan(wards[key], plan, history=parts[key]) for key, plan in plans.items()} == {"A": (), "B": ()}


def test_somebody_who_had_several_lead_units():
    """Of a record with several each roster keeps its own; a lead unit that two rosters share goes with neither alone."""
    wards = {"A": ward("A", 1), "B": ward("B", 1)}
    records = [
        sc.rotation.Record(subject_id=who, lead_unit_id=unit, year=2024)
        for who, units in {"A-0": ("front A", "women A", "front B"), "left": ("front A", "women B")}.items()
        for unit in units
    ]
    parts = sc.rotation.histories_for(wards, sc.History.of_records(records))

    assert dict(parts["A"].column(2024)) == {"A-0": ("front A", "women A"), "left": "front A"}
    assert dict(parts["B"].column(2024)) == {"left": "women B"}


def test_every_fault_with_its_key():
    """A lead unit that no roster knows is named with each roster that meets it, all at once."""
    wards = {"A": ward("A", 1), "B": ward("B", 1)}
    history = sc.History.of({2024: {"A-0": "nobody", "B-0": "nobody"}, 2030: {"A-0": "front A"}})
    with pytest.raises(sc.InvalidInput) as caught:
        sc.plan_each(wards, year=2026, histories=history)

    assert [(fault.code, fault.place) for fault in caught.value.faults] == [
        ("unknown_id", "'A': History[2024]"),
        ("year_not_past", "'A': History[2030]"),
        ("unknown_id", "'B': History[2024]"),
    ]


def test_wrong_kinds():
    """Rosters, histories and policies are looked at one by one."""
    with pytest.raises(sc.InvalidInput) as caught:
        sc.plan_each({"A": ward("A"), "B": 1}, year=2026, histories={"A": 1}, policies={"A": 2, "B": sc.RotationPolicy()})
    assert [(fault.code, fault.place) for fault in caught.value.faults] == [
        ("wrong_kind", "plan_each.rosters['B']"),
        ("wrong_kind", "plan_each.histories['A']"),
        ("wrong_kind", "plan_each.policies['A']"),
    ]
    with pytest.raises(sc.InvalidInput) as caught:
        sc.rotation.histories_for(1, 2)
    assert [fault.code for fault in caught.value.faults] == ["wrong_kind", "wrong_kind"]
