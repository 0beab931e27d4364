"""Many rosters at once: a history for all, a draw for each, every fault with its key."""

from datetime import date

import attrs
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
    """Each roster gets the records of its own people and of those who left its lead units, for another roster or for good."""
    wards = {"A": ward("A", 2), "B": ward("B", 1)}
    history = sc.History.of({2024: {"A-0": "front A", "A-1": "women B", "B-0": "front B", "left": "youth A", "stranger": "elsewhere"}})
    parts = sc.rotation.histories_for(wards, history)

    assert dict(parts["A"].column(2024)) == {"A-0": "front A", "left": "youth A"}
    assert dict(parts["B"].column(2024)) == {"A-1": "women B", "B-0": "front B"}
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
    assert dict(parts["B"].column(2024)) == {"A-0": "front B", "left": "women B"}


def test_a_lead_unit_that_others_list_as_a_former_one():
    """It is still the one roster's that has it; one that nobody has any more is that roster's which alone had it."""
    ours = sc.Roster(subjects=[sc.Subject(id="A-0")], lead_units=[sc.LeadUnit(id="front A")], former_units=["front B", "old A"])
    wards = {"A": ours, "B": ward("B", 1)}
    parts = sc.rotation.histories_for(wards, sc.History.of({2024: {"A-0": "front B", "left": "front B", "gone": "old A"}}))

    assert dict(parts["A"].column(2024)) == {"A-0": "front B", "gone": "old A"}
    assert dict(parts["B"].column(2024)) == {"A-0": "front B", "left": "front B"}


def test_what_a_split_means_for_a_ward():
    """The front of the country had everybody, and became one of each ward: no ward's front has a rest from before."""
    wards = {key: sc.Roster(subjects=[sc.Subject(id=f"{key}-{n}") for n in range(3)], lead_units=[sc.LeadUnit(id=f"{unit} {key}") for unit in ("front", "women")]) for key in "AB"}
    reform = sc.rotation.Reform(on=date(2025, 7, 1), lead_units={"front": ["front A", "front B"]})
    records = {2024: dict.fromkeys([f"{key}-{n}" for key in "AB" for n in range(3)], "front")}
    history = sc.History.of(records).with_lineage(sc.Lineage(reforms=[reform]))
    plans = sc.plan_each(wards, year=2026, histories=history)

    assert dict(sc.rotation.histories_for(wards, history)["A"].column(2024)) == dict.fromkeys(["A-0", "A-1", "A-2"], "front A")
    # Nobody of ward B was on the list of what is front A now. Of three each has one and a half; with the three of 2024, against
    # one and a half each, the rests would have been 1 and -1, and doubled and squared 8 in all.
    assert [plan.score.value("carried") for plan in plans.values()] == [2, 2]
    assert sc.rotation.verify_each(wards, plans, histories=history) == ()


def test_a_merger_across_wards():
    """Two wards' fronts became the one of A: it has the rests of both, and the officials of both count as its own of before."""
    wards = {"A": sc.Roster(subjects=[sc.Subject(id="a"), sc.Subject(id="b")], lead_units=[sc.LeadUnit(id="front"), sc.LeadUnit(id="women A")]), "B": ward("B", 1, ("youth",))}
    reform = sc.rotation.Reform(on=date(2025, 7, 1), lead_units={"front A": ["front"], "front B": ["front"]})
    history = sc.History.of({2024: {"a": "front A", "b": "women A", "B-0": "front B"}}).with_lineage(sc.Lineage(reforms=[reform]))

    assert dict(sc.rotation.histories_for(wards, history)["A"].column(2024)) == {"B-0": "front", "a": "front", "b": "women A"}
    plans = sc.plan_each(wards, year=2026, histories=history)
    assert plans["A"] == sc.plan_year(attrs.evolve(wards["A"], former_units=["youth B"]), year=2026, history=history)


def test_what_nobody_knows_goes_with_its_subject():
    """And so a year that is not past is refused where only that is recorded of it; the counting rule stays, too."""
    record = sc.rotation.Record(subject_id="A-0", lead_unit_id=None, year=2026)
    counting = sc.rotation.CountingRule(least_months=6)
    wards = {"A": ward("A", 1), "B": ward("B", 1)}
    history = sc.History.of_records([record], counting=counting)
    parts = sc.rotation.histories_for(wards, history)

    assert (parts["A"].unknown, parts["B"].unknown) == (((2026, "A-0"),), ())
    assert parts["B"].counting == counting
    with pytest.raises(sc.InvalidInput) as caught:
        sc.plan_each(wards, year=2026, histories=history)
    assert [(fault.code, fault.place) for fault in caught.value.faults] == [("year_not_past", "'A': History[2026]")]
    alone = sc.plan_each(wards, year=2026)
    assert [(fault.code, fault.place) for fault in sc.rotation.verify_each(wards, alone, histories=history)] == [("year_not_past", "'A': History[2026]")]


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


def test_what_nobody_knows_of_a_stranger_goes_nowhere():
    """A record without a lead unit of somebody who is on no list is no roster's; of one on two lists it is both rosters'."""
    rows = [sc.rotation.Record(subject_id=one, lead_unit_id=None, year=2024) for one in ("stranger", "A-0")]
    parts = sc.rotation.histories_for({"A": ward("A", 1), "B": ward("A", 2), "C": ward("C", 1)}, sc.History.of_records(rows))

    assert {key: part.unknown for key, part in parts.items()} == {"A": ((2024, "A-0"),), "B": ((2024, "A-0"),), "C": ()}


def test_a_key_that_is_no_text_is_named_beside_what_others_lack():
    """Five is no key; that there is no policy for A is said all the same, and nothing of five's."""
    with pytest.raises(sc.InvalidInput) as caught:
        sc.plan_each({5: ward("A"), "A": ward("A"), "B": ward("B")}, year=2026, policies={"B": sc.RotationPolicy()})
    assert [(one.code, one.place, one.found, one.expected) for one in caught.value.faults] == [
        ("not_text", "plan_each.rosters", "5", "text (str)"),
        ("missing", "plan_each.policies['A']", "None", "a policy for every roster, or one for all"),
    ]
