"""Several areas in one roster: taken apart, warned of, planned and checked each by itself."""

from fractions import Fraction

import attrs
import pytest

import supervision_core as sc
from supervision_core.rendering import to_text
from supervision_core.rotation import AreaWarning, area_warnings, by_area, verify_each


def faults_of(make):
    with pytest.raises(sc.InvalidInput) as raised:
        make()
    return [(fault.code, fault.place) for fault in raised.value.faults]


def local(people, units, **rest):
    """A roster of areas; a lead unit supervises only in its own area, and everywhere where it has none."""
    subjects = [sc.Subject(id=f"{area}{number}", area=area) for area, size in people.items() for number in range(size)]
    bars = [
        sc.Bar(subject_id=one.id, lead_unit_id=unit.id, reason=sc.BarReason.JURISDICTION)
        for one in subjects
        for unit in units
        if unit.area not in {None, one.area}
    ]
    return sc.Roster(subjects=subjects, lead_units=units, bars=bars, **rest)


UNITS = [
    sc.LeadUnit(id="women A", area="A"),
    sc.LeadUnit(id="youth A", area="A", share=2),
    sc.LeadUnit(id="women B", area="B"),
    sc.LeadUnit(id="front"),
]


class TestByArea:
    def test_each_area_has_its_people_and_lead_units(self):
        """Lead units without an area are in all; bars and pins go with their subjects, bars between areas fall away."""
        kin = sc.Bar(subject_id="B0", lead_unit_id="front", reason=sc.BarReason.KIN)
        roster = local({"A": 2, "B": 1}, UNITS, pins={"A1": "women A"}, former_units=["old"])
        roster = attrs.evolve(roster, bars=[*roster.bars, kin])
        found = by_area(roster)

        assert list(found) == ["A", "B"]
        assert (found["A"].subject_ids, found["A"].lead_unit_ids) == (("A0", "A1"), ("front", "women A", "youth A"))
        assert (found["B"].subject_ids, found["B"].lead_unit_ids) == (("B0",), ("front", "women B"))
        assert (found["A"].bars, found["B"].bars) == ((), (kin,))
        assert (dict(found["A"].pins), dict(found["B"].pins)) == ({"A1": "women A"}, {})
        assert {one.former_units for one in found.values()} == {("old",)}

    def test_bounds_stay_with_a_lead_unit_of_one_area(self):
        """Its minimum and maximum mean its own area; so do those of a lead unit without an area where there is only one."""
        bound = sc.LeadUnit(id="women A", area="A", min_load=1, max_load=2)
        assert by_area(local({"A": 3, "B": 1}, [bound, sc.LeadUnit(id="front")]))["A"].lead_units[1] == bound
        shared = sc.LeadUnit(id="front", min_load=1)
        assert by_area(local({"A": 2}, [shared]))["A"].lead_units == (shared,)

    def test_a_lead_unit_of_an_area_without_people_is_kept(self):
        """Its area has an empty roster, and so a plan in which it has nobody."""
        assert by_area(local({"A": 1}, UNITS))["B"].subjects == ()

    def test_what_cannot_be_taken_apart_is_named_at_once(self):
        """No area, a bound for several areas, a pin into another area, an area without lead units or shares."""
        roster = sc.Roster(
            subjects=[sc.Subject(id="x"), *(sc.Subject(id=one.lower(), area=one) for one in "ABCD")],
            lead_units=[
                sc.LeadUnit(id="women A", area="A"),
                sc.LeadUnit(id="women D", area="D", share=0),
            ],
            pins={"b": "women A", "x": "women A"},
        )
        assert faults_of(lambda: by_area(roster)) == [
            ("missing", "Roster.subjects['x'].area"),
            ("contradiction", "Roster.pins['b']"),
            ("empty", "area 'B'"),
            ("empty", "area 'C'"),
            ("all_shares_zero", "area 'D'"),
        ]
        bounds = [sc.LeadUnit(id="front", min_load=1), sc.LeadUnit(id="labour", max_load=3), sc.LeadUnit(id="youth")]
        assert faults_of(lambda: by_area(local({"A": 2, "B": 2}, bounds))) == [
            ("surplus", "Roster.lead_units['front']"),
            ("surplus", "Roster.lead_units['labour']"),
        ]
        assert faults_of(lambda: by_area("A")) == [("wrong_kind", "by_area.roster")]

    def test_loads_follow_the_shares_of_the_area(self):
        """Shares aim at what each lead unit can have: two to one among A's thirty, whatever B is like."""
        units = [sc.LeadUnit(id="a1", area="A", share=20), sc.LeadUnit(id="a2", area="A", share=10), sc.LeadUnit(id="b1", area="B", share=6)]
        roster = local({"A": 30, "B": 60}, [*units, sc.LeadUnit(id="b2", area="B", share=0)])
        plans = sc.plan_each(by_area(roster), year=2026)

        assert {unit: load for plan in plans.values() for unit, load in plan.loads.items()} == {"a1": 20, "a2": 10, "b1": 60, "b2": 0}


class TestAreaWarnings:
    def test_a_plan_for_all_loads_by_the_shares_of_all(self):
        """Front is to have a third of eight; it gets them all in the larger area, where the other lead unit has too many."""
        units = [sc.LeadUnit(id="front"), sc.LeadUnit(id="women A", area="A"), sc.LeadUnit(id="women B", area="B")]
        roster = local({"A": 2, "B": 6}, units)
        plan = sc.plan_year(roster, year=2026)

        assert area_warnings(roster, plan) == (
            AreaWarning(area="A", lead_unit_id="front", load=0, alone=1, aim=Fraction(1)),
            AreaWarning(area="A", lead_unit_id="women A", load=2, alone=1, aim=Fraction(1)),
        )
        assert by_area(roster)["A"].subject_ids == ("A0", "A1")

    def test_nothing_where_the_areas_plans_are_the_same(self):
        """Lead units of one area each, loads as they are alone; and where there is only one area, or none."""
        apart = local({"A": 4, "B": 4}, [sc.LeadUnit(id=f"{unit} {area}", area=area) for area in "AB" for unit in ("front", "women")])
        single = local({"A": 3}, [sc.LeadUnit(id="front"), sc.LeadUnit(id="women")])
        none = sc.Roster(subjects=[sc.Subject(id="s")], lead_units=[sc.LeadUnit(id="front")])
        for roster in (apart, single, none):
            assert area_warnings(roster, sc.plan_year(roster, year=2026)) == ()

    def test_history_and_reference_count_in_the_areas_plans_too(self):
        """An area alone keeps the one it had where the policy says so, and avoids who had it."""
        roster = local({"A": 2, "B": 2}, [sc.LeadUnit(id=one) for one in ("front", "women")])
        history = sc.History.of({2025: {"A0": "front", "A1": "front", "B0": "women", "B1": "women"}})
        forbid = sc.RotationPolicy(repeats=sc.Repeats.FORBID)
        assert area_warnings(roster, sc.plan_year(roster, year=2026, history=history, policy=forbid), history=history) == ()
        stay = sc.RotationPolicy(cooling_off_years=0, objective=sc.Objective.MID_YEAR)
        kept = {"A0": "front", "A1": "front", "B0": "women", "B1": "women"}
        assert area_warnings(roster, sc.plan_year(roster, year=2026, policy=stay, reference=kept)) == ()

    def test_an_area_may_have_no_plan_of_its_own(self):
        """Women of A help out in B; alone A has too few people for them."""
        roster = sc.Roster(
            subjects=[sc.Subject(id="a", area="A"), sc.Subject(id="b", area="B")],
            lead_units=[sc.LeadUnit(id="women A", area="A", min_load=2), sc.LeadUnit(id="women B", area="B")],
        )
        found = area_warnings(roster, sc.plan_year(roster, year=2026))

        assert [(one.area, one.lead_unit_id, one.load, one.alone, one.aim) for one in found] == [
            ("A", "women A", 1, None, 1),
            ("B", "women A", 1, 0, 0),
            ("B", "women B", 0, 1, 1),
        ]
        assert found[0].sentence("en", {"women A": "Women"}) == (
            "A: Women has 1 in the plan for all areas; alone the area has no plan (by its share there: 1)"
        )
        assert "no plan" in to_text(found, lang="en")
        assert found[1].sentence("vi").startswith("B: women A có 1 đối tượng trong phương án chung")

    def test_a_plan_of_another_question_is_refused(self):
        """A plan made with a history is no plan without it; what cannot be taken apart is refused too."""
        roster = local({"A": 2, "B": 2}, [sc.LeadUnit(id=one) for one in ("front", "women")])
        history = sc.History.of({2025: dict.fromkeys(roster.subject_ids, "front")})
        plan = sc.plan_year(roster, year=2026, history=history)
        assert ("wrong_score", "Plan.score") in faults_of(lambda: area_warnings(roster, plan))
        mixed = sc.Roster(subjects=[sc.Subject(id="x"), *roster.subjects], lead_units=roster.lead_units)
        assert faults_of(lambda: area_warnings(mixed, sc.plan_year(mixed, year=2026))) == [("missing", "Roster.subjects['x'].area")]
        assert [code for code, _ in faults_of(lambda: area_warnings(1, 2, history=3))] == ["wrong_kind"] * 3

    def test_a_warning_checks_itself(self):
        """Loads are whole numbers from 0, the aim is exact, ids are ids."""
        wrong = {"area": "", "lead_unit_id": " ", "load": -1, "alone": 1.5, "aim": 0.5}
        assert [code for code, _ in faults_of(lambda: AreaWarning(**wrong))] == ["blank", "blank", "too_small", "not_whole", "wrong_kind"]


def ward(key, subjects=4, **bounds):
    return sc.Roster(
        subjects=[sc.Subject(id=f"{key}-{number}") for number in range(subjects)],
        lead_units=[sc.LeadUnit(id="front", **bounds), sc.LeadUnit(id="women")],
    )


DRAWN = sc.RotationPolicy(tie_break=sc.PublicDraw("result of 5 January 2026: 48213"))


class TestVerifyEach:
    def wards(self):
        wards = {"A": ward("A", 3), "B": ward("B", 5), "C": ward("C", 1, min_load=2)}
        records = {2024: {"A-0": "front", "B-0": "women", "gone": "front"}, 2025: {"A-0": "women", "B-1": "front"}}
        return wards, sc.History.of(records)

    def test_right_answers_have_no_faults(self):
        """Plans and certificates, with one history for all or one each, one policy or one each, said or not."""
        wards, history = self.wards()
        parts = sc.rotation.histories_for(wards, history)
        plans = sc.plan_each(wards, year=2026, histories=history, policies=DRAWN)

        assert isinstance(plans["C"], sc.Infeasible)
        for given in (history, parts):
            for policies in (DRAWN, dict.fromkeys(wards, DRAWN), None):
                for year in (2026, None):
                    assert verify_each(wards, plans, histories=given, policies=policies, year=year) == ()
        for policy in (sc.RotationPolicy(), attrs.evolve(DRAWN, tie_break=sc.PublicDraw("salt", "all"))):
            assert verify_each(wards, sc.plan_each(wards, year=2026, policies=policy)) == ()
        assert verify_each({}, {}) == ()

    def test_every_fault_has_its_key(self):
        """A changed load is named with its ward, and the other wards stay without faults."""
        wards, history = self.wards()
        plans = dict(sc.plan_each(wards, year=2026, histories=history))
        plans["B"] = attrs.evolve(plans["B"], loads={"front": 5, "women": 0})

        found = verify_each(wards, plans, histories=history)
        assert {(fault.code, fault.place) for fault in found} == {
            ("wrong_load", "'B': Plan.loads['front']"),
            ("wrong_load", "'B': Plan.loads['women']"),
        }

    def test_answers_and_rosters_go_together(self):
        """A ward without an answer and an answer without a ward are faults, and so is another year."""
        wards, history = self.wards()
        plans = sc.plan_each(wards, year=2026, histories=history)
        others = sc.plan_each(wards, year=2027, histories=history)
        mixed = {"A": plans["A"], "B": others["B"], "D": plans["A"]}

        found = [(fault.code, fault.place) for fault in verify_each(wards, mixed, histories=history)]
        assert found == [("missing", "plans['C']"), ("unknown_id", "plans['D']"), ("other_years", "'B': year")]
        assert [one.code for one in verify_each(wards, plans, histories=history, year=2027)] == ["other_years"] * 3

    def test_one_policy_holds_throughout(self):
        """A draw of another scope, salt or policy is found, whether the policy was said or not."""
        wards = {"A": ward("A"), "B": ward("B")}
        plans = dict(sc.plan_each(wards, year=2026, policies=DRAWN))
        same = sc.plan_each(wards, year=2026, policies=attrs.evolve(DRAWN, tie_break=sc.PublicDraw(DRAWN.tie_break.salt, "A")))
        plain = sc.plan_each(wards, year=2026)

        assert [one.place for one in verify_each(wards, same, policies=DRAWN)] == ["'B': Plan.policy"]
        assert verify_each(wards, same) == ()  # one scope for all may have been asked
        for other in (same, plain):
            mixed = {"A": plans["A"], "B": other["B"]} if other is plain else {"A": plain["A"], "B": plans["B"]}
            assert [one.place for one in verify_each(wards, mixed)] == ["'B': Plan.policy"]
        asked = {"A": DRAWN}
        assert verify_each(wards, {"A": plans["A"], "B": plain["B"]}, policies=asked) == ()

    def test_a_certificate_of_another_policy_is_found(self):
        """Certificates are held against what was asked as plans are; those of early documents do not say."""
        wards = {"C": ward("C", 1, min_load=2)}
        answer = sc.plan_each(wards, year=2026)
        assert [one.place for one in verify_each(wards, answer, policies=DRAWN)] == ["'C': Infeasible.policy"]
        assert verify_each(wards, {"C": attrs.evolve(answer["C"], policy=None)}) == ()

    def test_the_part_of_a_common_history_is_read_afresh(self):
        """Whoever divides the history wrongly in planning is found out: here the planner forgets everything."""
        wards, history = self.wards()
        forgetful = sc.plan_each(wards, year=2026)

        assert "wrong_score" in {one.code for one in verify_each(wards, forgetful, histories=history)}

    def test_records_with_several_lead_units(self):
        """Somebody who is on a list keeps what its roster knows and what nobody knows; every lead unit that is one roster's alone keeps all."""
        wards = {"A": ward("A", 1), "B": sc.Roster(subjects=[sc.Subject(id="B-0")], lead_units=[sc.LeadUnit(id="own"), sc.LeadUnit(id="women")])}
        records = [
            sc.rotation.Record(subject_id=who, lead_unit_id=unit, year=2024)
            for who, units in {"A-0": ("front", "own"), "B-0": ("front", "own", "women"), "left": ("front", "own", "women"), "far": ("women",)}.items()
            for unit in units
        ]
        records.append(sc.rotation.Record(subject_id="A-0", lead_unit_id="own", year=2023))
        history = sc.History.of_records(records)
        plans = sc.plan_each(wards, year=2026, histories=history)
        parts = sc.rotation.histories_for(wards, history)

        assert dict(parts["A"].column(2024)) == {"A-0": "front", "B-0": "front", "left": "front"}
        assert dict(parts["B"].column(2024)) == {"A-0": "own", "B-0": ("own", "women"), "left": "own"}
        assert parts["A"].years == (2024,)  # where A-0 came from is nobody's in ward A, and what "own" had in ward B
        assert dict(parts["B"].column(2023)) == {"A-0": "own"}
        assert verify_each(wards, plans, histories=history) == ()

    def test_wrong_kinds(self):
        """Everything of a wrong kind is named at once."""
        assert faults_of(lambda: verify_each({"A": 1}, 2, histories=3, policies=4, year="5")) == [
            ("wrong_kind", "verify_each.rosters['A']"),
            ("wrong_kind", "verify_each.plans"),
            ("wrong_kind", "verify_each.histories"),
            ("wrong_kind", "verify_each.policies"),
            ("not_whole", "verify_each.year"),
        ]
