"""Allowances open what only the cooling-off closes, and every repair can be made; small cases whose answers are found by hand."""

from datetime import date

import attrs
import pytest

import supervision_core as sc
from supervision_core.rendering import to_text
from supervision_core.rotation import Allowance, IdleAllowance, Reform, RepairKind
from supervision_core.rotation.check.walk import span_has_plans
from supervision_core.rotation.horizons import plan_by_blocks
from supervision_core.serialization import from_document, to_document

FORBID = sc.RotationPolicy(repeats=sc.Repeats.FORBID)
OPEN_MATTER = "QĐ 45/2026: hồ sơ còn đang xem xét"


def faults_of(make):
    with pytest.raises(sc.InvalidInput) as raised:
        make()
    return [fault.code for fault in raised.value.faults]


def roster(subjects, units, **rest):
    return sc.Roster(
        subjects=[sc.Subject(id=one) for one in subjects],
        lead_units=[sc.LeadUnit(id=unit) if isinstance(unit, str) else unit for unit in units],
        **rest,
    )


def allow(subject, unit, ground=OPEN_MATTER):
    return Allowance(subject_id=subject, lead_unit_id=unit, ground=ground)


LAST_YEAR = sc.History.of({2025: {"a": "u", "b": "v"}})


class TestAllowance:
    def test_a_ground_is_one_text_or_a_label(self):
        """A text stands for itself in both languages."""
        assert allow("a", "u").ground == sc.Label(OPEN_MATTER, OPEN_MATTER)
        assert allow("a", "u", sc.Label("hồ sơ mở", "an open matter")).sentence("en", {"a": "An"}) == "u may supervise An in spite of the cooling-off: an open matter."

    def test_what_it_lacks_is_named(self):
        """All at once."""
        assert faults_of(lambda: Allowance(subject_id="", lead_unit_id=7, ground=" ")) == ["blank", "not_text", "wrong_kind"]
        assert faults_of(lambda: IdleAllowance(year=0, allowance=None)) == ["too_small", "wrong_kind"]

    def test_a_roster_names_all_that_is_wrong_with_allowances(self):
        """Unknown ids, a pair twice, a HARD bar, a pin elsewhere; a FLAG and a pin to the same lead unit are no hindrance."""
        bars = [
            sc.Bar(subject_id="a", lead_unit_id="u", reason=sc.BarReason.KIN),
            sc.Bar(subject_id="a", lead_unit_id="v", reason=sc.BarReason.OWN_HEAD, severity=sc.Severity.FLAG),
        ]
        wrong = [allow("z", "u"), allow("b", "w"), allow("b", "u"), allow("b", "u", "again"), allow("a", "u"), allow("c", "v")]

        assert faults_of(lambda: roster("abc", "uv", bars=bars, pins={"c": "u"}, allowances=wrong)) == [
            "allowance_against_bar", "duplicate", "unknown_id", "allowance_against_pin", "unknown_id",
        ]  # fmt: skip
        assert faults_of(lambda: roster("a", "u", allowances=[1])) == ["wrong_kind"]
        assert faults_of(lambda: roster("a", "u", allowances="a")) == ["not_a_collection"]
        fine = roster("abc", "uv", bars=bars, pins={"c": "u"}, allowances=[allow("c", "u"), allow("a", "v")])
        assert [one.pair for one in fine.allowances] == [("a", "v"), ("c", "u")]


class TestPlansWithAllowances:
    def test_an_allowance_opens_what_only_the_cooling_off_closes(self):
        """One lead unit, which had a last year: no plan without the allowance, and with it a repeat that the plan shows."""
        only = roster("a", "u")
        allowed = attrs.evolve(only, allowances=[allow("a", "u")])
        history = sc.History.of({2025: {"a": "u"}})
        plan = sc.plan_year(allowed, year=2026, history=history, policy=FORBID)

        assert isinstance(sc.plan_year(only, year=2026, history=history, policy=FORBID), sc.Infeasible)
        assert plan.allowed == (allow("a", "u"),)
        assert plan.score.repeats == (1,)
        assert plan.warnings == ()
        assert sc.verify_plan(allowed, plan, history=history, policy=FORBID) == ()
        assert [one.code for one in sc.verify_plan(only, plan, history=history, policy=FORBID)] == ["closed_pair", "wrong_score", "not_proved", "wrong_allowances"]

    def test_a_repeat_is_still_avoided_where_it_can_be(self):
        """Both may go to either by allowances, and still each changes: nothing rests on them, and nothing warns."""
        free = roster("ab", "uv", allowances=[allow("a", "u"), allow("b", "v")])
        plan = sc.plan_year(free, year=2026, history=LAST_YEAR, policy=FORBID)

        assert dict(plan.assignments) == {"a": "v", "b": "u"}
        assert (plan.allowed, plan.score.repeats) == ((), (0,))
        assert [one for one in plan.warnings if isinstance(one, IdleAllowance)] == []

    def test_what_opens_nothing_is_warned_of(self):
        """Where repeats are allowed anyway, or the pair is not cooling off."""
        idle = roster("ab", "uv", allowances=[allow("a", "v")])
        for policy in (FORBID, sc.RotationPolicy()):
            plan = sc.plan_year(idle, year=2026, history=LAST_YEAR, policy=policy)
            assert [one for one in plan.warnings if isinstance(one, IdleAllowance)] == [IdleAllowance(year=2026, allowance=allow("a", "v"))]
            assert plan.allowed == ()
            assert sc.verify_plan(idle, plan, history=LAST_YEAR) == ()
            silent = attrs.evolve(plan, warnings=[])
            assert "wrong_allowances" in [one.code for one in sc.verify_plan(idle, silent, history=LAST_YEAR)]

    def test_the_next_year_is_looked_at_with_the_allowances(self):
        """One lead unit may keep its only subject for ever by an allowance: no warning for the year after."""
        kept = roster("a", "u", allowances=[allow("a", "u")])
        plan = sc.plan_year(kept, year=2026, history=sc.History.of({2025: {"a": "u"}}), policy=FORBID)
        without = sc.plan_year(roster("a", "u"), year=2026, policy=FORBID)

        assert plan.warnings == ()
        assert [one.year for one in without.warnings] == [2027]

    def test_a_span_goes_on_by_an_allowance(self):
        """Three years with one lead unit, and the checker agrees; without the allowance the second year is a dead end."""
        kept = roster("a", "u", allowances=[allow("a", "u")])
        found = sc.plan_horizon(kept, years=range(2026, 2029), policy=FORBID)

        assert [len(plan.allowed) for plan in found.plans] == [0, 1, 1]
        assert sc.verify_horizon(kept, found, policy=FORBID, years=range(2026, 2029)) == ()
        dead = sc.plan_horizon(roster("a", "u"), years=range(2026, 2029), policy=FORBID)
        assert isinstance(dead, sc.HorizonInfeasible)
        assert [one.code for one in sc.verify_horizon(kept, dead, policy=FORBID)] != []

    def test_no_dead_end_is_claimed_of_a_span_that_an_allowance_opens(self):
        """Two lead units of one place each: without an allowance a and b swap; a third year with two years of rest has no plan."""
        two_years = sc.RotationPolicy(cooling_off_years=2, repeats=sc.Repeats.FORBID)
        units = [sc.LeadUnit(id=one, max_load=1) for one in "uv"]
        years = range(2026, 2029)
        dead = sc.plan_horizon(roster("ab", units), years=years, policy=two_years)
        opened = roster("ab", units, allowances=[allow(one, unit) for one in "ab" for unit in "uv"])

        assert (dead.claim.name, dead.infeasible.year) == ("WHOLE", 2028)
        assert span_has_plans(dict.fromkeys(years, roster("ab", units)), sc.History(), two_years) is False
        assert span_has_plans(dict.fromkeys(years, opened), sc.History(), two_years) is True
        found = sc.plan_horizon(opened, years=years, policy=two_years)
        assert [len(plan.allowed) for plan in found.plans] == [0, 0, 2]
        assert sc.verify_horizon(opened, found, policy=two_years) == ()

    def test_a_block_fits_a_history_that_only_allowances_open(self):
        """Bars leave one assignment, which is that of last year: it fits where it is allowed for both, and not for one."""
        bars = [sc.Bar(subject_id=one, lead_unit_id=unit, reason=sc.BarReason.EXCLUDED) for one, unit in (("a", "v"), ("b", "u"))]
        for pairs in (["au"], ["au", "bv"]):
            opened = roster("ab", "uv", bars=bars, allowances=[allow(*pair) for pair in pairs])
            planned = plan_by_blocks({2026: opened}, LAST_YEAR, FORBID)
            assert (planned is not None) == (len(pairs) == 2)

    def test_a_replan_keeps_an_allowed_pair_while_it_is_allowed(self):
        """With the allowance nobody moves; without it the pair is closed."""
        both = roster("a", "uv", allowances=[allow("a", "u")], pins={"a": "u"})
        history = sc.History.of({2025: {"a": "u"}})
        plan = sc.plan_year(both, year=2026, history=history, policy=FORBID)
        kept = sc.replan(plan, attrs.evolve(both, pins={}), history=history)
        lost = sc.replan(plan, roster("a", "uv"), history=history)

        assert (kept.moved, kept.plan.allowed) == ((), (allow("a", "u"),))
        assert sc.rotation.verify_replan(plan, attrs.evolve(both, pins={}), kept, history=history) == ()
        assert [(one.subject_id, one.after, one.reason.name) for one in lost.moved] == [("a", "v", "PAIR_CLOSED")]

    def test_an_audit_accepts_an_allowed_pair(self):
        """And scores it as the repeat that it is."""
        history = sc.History.of({2025: {"a": "u"}})
        allowed = roster("a", "uv", allowances=[allow("a", "u")])

        assert [one.code for one in sc.audit_plan({"a": "u"}, roster("a", "uv"), year=2026, history=history, policy=FORBID).faults] == ["closed_pair"]
        audit = sc.audit_plan({"a": "u"}, allowed, year=2026, history=history, policy=FORBID)
        assert (audit.faults, audit.score.repeats) == ((), (1,))

    def test_an_audit_takes_any_of_several_lead_units_of_a_reference_for_no_change(self):
        """A split left two successors: with either of them nothing has changed."""
        given = roster("ab", "uvw")
        policy = sc.RotationPolicy(objective=sc.Objective.MID_YEAR)
        audit = sc.audit_plan({"a": "v", "b": "w"}, given, year=2026, policy=policy, reference={"a": ("u", "v"), "b": ("u", "v")})

        assert audit.score.value("changes") == 1

    def test_an_explanation_counts_the_repeat_of_an_allowed_pair(self):
        """Not closed, but worse by a repeat."""
        history = sc.History.of({2025: {"a": "u"}})
        allowed = roster("a", "uv", allowances=[allow("a", "u")])
        plan = sc.plan_year(allowed, year=2026, history=history, policy=FORBID)
        [other] = sc.explain_assignment(plan, allowed, "a", history=history).others

        assert (other.lead_unit_id, other.closed, other.level, other.cost) == ("u", (), "repeats_1", 1)

    def test_pages_and_documents_show_it(self):
        """The plan's page tells the ground in both languages, the roster's too; both survive their documents."""
        allowed = roster("a", "u", allowances=[allow("a", "u", sc.Label("hồ sơ mở", "an open matter"))])
        history = sc.History.of({2025: {"a": "u"}})
        plan = sc.plan_year(allowed, year=2026, history=history, policy=FORBID)
        warned = sc.plan_year(allowed, year=2026)

        assert "hồ sơ mở" in to_text(plan, lang="vi")
        assert "an open matter" in to_text(plan, lang="en")
        assert "an open matter" in to_text(allowed, lang="en")
        assert "has no effect in 2026" in to_text(warned, lang="en")
        assert warned.warnings[0].sentence("en", {"a": "An"}).startswith("That u may supervise An has no effect in 2026")
        assert "không có tác dụng trong năm 2026" in to_text(warned, lang="vi")
        for value in (plan, warned, allowed):
            assert from_document(to_document(value), type(value)) == value

    def test_the_public_sees_that_there_is_a_ground_but_not_which(self):
        """The party committee sees it."""
        allowed = roster("a", "u", allowances=[allow("a", "u")])
        plan = sc.plan_year(allowed, year=2026, history=sc.History.of({2025: {"a": "u"}}), policy=FORBID)

        assert sc.redact(plan, sc.Audience.PUBLIC).allowed[0].ground.vi == "có căn cứ, không nêu tại đây"
        assert sc.redact(plan, sc.Audience.PARTY_COMMITTEE) == plan


class TestAllowancesThroughReforms:
    def test_merged_units_unite_their_allowances(self):
        """Two allowances of a pair that became one are one, with both grounds."""
        before = roster("a", "uv", allowances=[allow("a", "u", "one"), allow("a", "v", "two")])
        lineage = sc.Lineage(reforms=[Reform(on=date(2026, 7, 1), lead_units={"u": ["w"], "v": ["w"]})])

        assert before.through(lineage).allowances == (allow("a", "w", "one; two"),)

    def test_an_equal_ground_is_said_once(self):
        """Both parts rested on the same decision."""
        before = roster("a", "uv", allowances=[allow("a", "u"), allow("a", "v")])
        lineage = sc.Lineage(reforms=[Reform(on=date(2026, 7, 1), lead_units={"u": ["w"], "v": ["w"]})])

        assert before.through(lineage).allowances == (allow("a", "w"),)

    def test_a_split_gives_the_allowance_to_every_successor(self):
        """What was allowed of the whole is allowed of the parts, as what it had counts for each."""
        before = roster("a", "u", allowances=[allow("a", "u")])
        lineage = sc.Lineage(reforms=[Reform(on=date(2026, 7, 1), lead_units={"u": ["x", "y"]}, subjects={"a": ["b", "c"]})])
        after = before.through(lineage, lead_units=[sc.LeadUnit(id="x"), sc.LeadUnit(id="y")])

        assert [one.pair for one in after.allowances] == [("b", "x"), ("b", "y"), ("c", "x"), ("c", "y")]


class TestRepairsApplied:
    def test_a_maximum_is_raised_by_one(self):
        """Two subjects, one place: with one more there is a plan."""
        small = roster("ab", [sc.LeadUnit(id="u", max_load=1)])
        [repair] = sc.plan_year(small, year=2026).repairs

        assert repair.kind is RepairKind.RAISE_MAXIMUM
        assert repair.applied_to(small).lead_units[0].max_load == 2
        assert isinstance(sc.plan_year(repair.applied_to(small), year=2026), sc.Plan)

    def test_a_minimum_is_lowered_by_one(self):
        """One subject, a minimum of two."""
        large = roster("a", [sc.LeadUnit(id="u", min_load=2)])
        [repair] = sc.plan_year(large, year=2026).repairs

        assert repair.applied_to(large).lead_units[0].min_load == 1

    def test_a_cooling_off_is_waived_by_an_allowance(self):
        """With the ground that was given, or one that names the certificate."""
        only = roster("ab", "u")
        history = sc.History.of({2025: {"a": "u", "b": "u"}})
        answer = sc.plan_year(only, year=2026, history=history, policy=FORBID)
        [repair] = [one for one in answer.repairs if one.kind is RepairKind.LIFT_BAR]

        assert repair.applied_to(only, "b", OPEN_MATTER).allowances == (allow("b", "u"),)
        first = repair.applied_to(only)
        assert [one.pair for one in first.allowances] == [("a", "u")]
        assert "chứng nhận không có phương án" in first.allowances[0].ground.vi
        assert sc.plan_year(first, year=2026, history=history, policy=FORBID).shortage == answer.shortage - 1

    def test_a_pin_alone_is_taken_away_without_an_allowance(self):
        """Nothing rests on a ground then, and a ground that is given anyway is not needed."""
        full = roster("ab", [sc.LeadUnit(id="u", max_load=1), "v"], pins={"a": "u", "b": "u"})
        [repair] = [one for one in sc.plan_year(full, year=2026).repairs if one.kind is RepairKind.LIFT_BAR]
        made = repair.applied_to(full, "b", OPEN_MATTER)

        assert (dict(made.pins), made.allowances) == ({"a": "u"}, ())

    def test_all_that_closes_the_pair_is_lifted(self):
        """A pin elsewhere is taken away and not moved, declared bars too; a flag stays, and so does what is about others."""
        bars = [
            sc.Bar(subject_id="a", lead_unit_id="v", reason=sc.BarReason.EXCLUDED),
            sc.Bar(subject_id="a", lead_unit_id="v", reason=sc.BarReason.JURISDICTION),
            sc.Bar(subject_id="a", lead_unit_id="v", reason=sc.BarReason.OWN_HEAD, severity=sc.Severity.FLAG),
            sc.Bar(subject_id="b", lead_unit_id="v", reason=sc.BarReason.EXCLUDED),
        ]
        full = roster("ab", [sc.LeadUnit(id="u", max_load=1), "v"], bars=bars, pins={"a": "u", "b": "u"})
        history = sc.History.of({2025: {"a": "v"}})
        answer = sc.plan_year(full, year=2026, history=history, policy=FORBID)
        [repair] = [one for one in answer.repairs if one.subjects == ("a",)]
        made = repair.applied_to(full)

        assert {one.name for one in repair.reasons} == {"EXCLUDED", "JURISDICTION", "COOLING_OFF", "PINNED_ELSEWHERE"}
        assert dict(made.pins) == {"b": "u"}
        assert made.bars == (bars[2], bars[3])
        assert [one.pair for one in made.allowances] == [("a", "v")]
        assert isinstance(sc.plan_year(made, year=2026, history=history, policy=FORBID), sc.Plan)

    def test_a_roster_that_the_repair_is_not_about_is_refused(self):
        """Another lead unit, no such bound, no such bar, a pin that is gone, a subject that is not listed, a bar the repair does not name."""
        raises = sc.rotation.Repair(kind=RepairKind.RAISE_MAXIMUM, against=["too_few_places"], lead_unit_id="u")
        lowers = attrs.evolve(raises, kind=RepairKind.LOWER_MINIMUM, against=["minimum_unreachable"])
        lifts = attrs.evolve(raises, kind=RepairKind.LIFT_BAR, subjects=["a"], reasons=[sc.BarReason.PINNED_ELSEWHERE])
        waives = attrs.evolve(lifts, reasons=[sc.BarReason.COOLING_OFF])
        barred = roster("a", "u", bars=[sc.Bar(subject_id="a", lead_unit_id="u", reason=sc.BarReason.KIN)])
        for repair, wrong in [
            (raises, roster("a", "u")), (raises, roster("a", "v")), (lowers, roster("a", "u")), (lifts, roster("a", "u")),
            (waives, barred), (waives, roster("b", "u")), (waives, roster("a", "v")),
        ]:  # fmt: skip
            assert faults_of(lambda repair=repair, wrong=wrong: repair.applied_to(wrong)) == ["other_roster"]
        assert faults_of(lambda: waives.applied_to(roster("ab", "u"), "b")) == ["unknown_id"]
        assert faults_of(lambda: attrs.evolve(waives, subjects=[]).applied_to(roster("a", "u"))) == ["unknown_id"]
        assert faults_of(lambda: raises.applied_to(roster("a", "u"), "a")) == ["surplus"]
        assert faults_of(lambda: raises.applied_to(1, 2, 3)) == ["wrong_kind", "not_text", "wrong_kind"]


class TestAllowancesByArea:
    def test_each_area_keeps_its_allowances(self):
        """Those of its own people; one towards a lead unit of another area is a fault."""
        subjects = [sc.Subject(id="a", area="A"), sc.Subject(id="b", area="B")]
        units = [sc.LeadUnit(id="u", area="A"), sc.LeadUnit(id="v", area="B"), sc.LeadUnit(id="front")]
        whole = sc.Roster(subjects=subjects, lead_units=units, allowances=[allow("a", "front"), allow("b", "v")])
        astray = attrs.evolve(whole, allowances=[allow("a", "v")])

        assert {area: [one.pair for one in part.allowances] for area, part in sc.rotation.by_area(whole).items()} == {"A": [("a", "front")], "B": [("b", "v")]}
        assert faults_of(lambda: sc.rotation.by_area(astray)) == ["contradiction"]
