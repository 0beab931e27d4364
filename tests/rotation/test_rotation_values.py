"""Rosters, bars, histories, policies, plans and certificates as values: what they accept and what they refuse."""

import pickle
import unicodedata
from types import SimpleNamespace

import attrs
import pytest

import supervision_core as sc
from supervision_core.rotation import BarredGroup, Example
from supervision_core.rotation.policy import level_names

U, S = sc.LeadUnit, sc.Subject


def faults_of(make):
    with pytest.raises(sc.InvalidInput) as raised:
        make()
    return [fault.code for fault in raised.value.faults]


class TestRoster:
    def test_any_order_makes_equal_rosters(self):
        """Subjects, lead units, bars and former units are sorted by id."""
        bars = [
            sc.Bar(subject_id="b", lead_unit_id="u", reason=sc.BarReason.KIN),
            sc.Bar(subject_id="a", lead_unit_id="u", reason=sc.BarReason.KIN, severity=sc.Severity.FLAG),
            sc.Bar(subject_id="a", lead_unit_id="u", reason=sc.BarReason.EXCLUDED, severity=sc.Severity.FLAG),
        ]
        one = sc.Roster(subjects=[S(id="b"), S(id="a")], lead_units=[U(id="v"), U(id="u")], bars=bars, former_units=["y", "x"])
        other = sc.Roster(subjects=[S(id="a"), S(id="b")], lead_units=[U(id="u"), U(id="v")], bars=bars[::-1], former_units=["x", "y"])

        assert one == other
        assert hash(one) == hash(other)
        assert one.subject_ids == ("a", "b")
        assert [bar.reason.name for bar in one.bars_of("a")] == ["EXCLUDED", "KIN"]
        assert one.bars_of("z") == ()
        assert repr(one) == "<Roster: 2 subjects, 2 lead units>"

    @pytest.mark.parametrize(
        ("make", "codes"),
        [
            (lambda: sc.Roster(subjects=[S(id="a"), S(id="a")], lead_units=[U(id="u"), U(id="u")]), ["duplicate", "duplicate"]),
            (lambda: sc.Roster(subjects=[], lead_units=[]), ["empty"]),
            (lambda: sc.Roster(subjects=[], lead_units=[U(id="u", share=0)]), ["all_shares_zero"]),
            (lambda: sc.Roster(subjects=[], lead_units=[U(id="u")], former_units=["u"]), ["still_present"]),
            (lambda: sc.Roster(subjects=[1], lead_units="u", bars=[2], pins=[3], former_units=5), ["not_a_collection", "wrong_kind", "not_a_collection", "wrong_kind", "wrong_kind"]),
            (lambda: sc.Roster(subjects=[], lead_units=[U(id="u")], bars=[sc.Bar(subject_id="a", lead_unit_id="v", reason=sc.BarReason.KIN)]), ["unknown_id", "unknown_id"]),
            (lambda: sc.Roster(subjects=[], lead_units=[U(id="u")], pins={"a": "v"}), ["unknown_id", "unknown_id"]),
            (lambda: sc.Roster(subjects=[], lead_units=[U(id="u")], pins={"é": "u", "e\u0301": "u"}), ["duplicate"]),
            (lambda: sc.Roster(subjects=[S(id="a")], lead_units=[U(id="u")], bars=[sc.Bar(subject_id="a", lead_unit_id="u", reason=sc.BarReason.KIN)] * 2, pins={"a": "u"}), ["duplicate", "pin_against_bar"]),
        ],
    )
    def test_all_faults_come_at_once(self, make, codes):
        """What spans several values is checked together."""
        assert faults_of(make) == codes

    def test_a_pin_on_a_flagged_pair_is_allowed(self):
        """Only a HARD bar forbids."""
        bar = sc.Bar(subject_id="a", lead_unit_id="u", reason=sc.BarReason.OWN_HEAD, severity=sc.Severity.FLAG)
        roster = sc.Roster(subjects=[S(id="a")], lead_units=[U(id="u")], bars=[bar], pins={"a": "u"})

        assert roster.restrictions == {"a": (frozenset(), frozenset("u"), "u", frozenset())}

    @pytest.mark.parametrize(
        ("make", "codes"),
        [
            (lambda: S(id=""), ["blank"]),
            (lambda: S(id="a", label="x", tier="", area=5, unit="\n"), ["wrong_kind", "blank", "not_text", "blank"]),
            (lambda: U(id="", label="x", share=-1, min_load=2, max_load=1, tier="", area=""), ["blank", "wrong_kind", "too_small", "empty_range", "blank", "blank"]),
            (lambda: U(id="u", share=1.5, min_load=True, max_load="x"), ["not_whole", "not_whole", "not_whole"]),
            (lambda: U(id="u", share=10**13), ["too_large"]),
            (lambda: sc.Bar(subject_id="", lead_unit_id="", reason="kin", severity="hard"), ["blank", "blank", "wrong_kind", "wrong_kind"]),
            (lambda: sc.Bar(subject_id="a", lead_unit_id="u", reason=sc.BarReason.COOLING_OFF), ["planners_own"]),
            (lambda: sc.Bar(subject_id="a", lead_unit_id="u", reason=sc.BarReason.PINNED_ELSEWHERE), ["planners_own"]),
        ],
    )
    def test_parts_check_their_own_fields(self, make, codes):
        """Shares and loads are whole numbers from 0, the minimum not above the maximum."""
        assert faults_of(make) == codes

    def test_ids_are_composed(self):
        """A pin written in the other Unicode form means the same subject."""
        nfd = unicodedata.normalize("NFD", "Ất")
        roster = sc.Roster(subjects=[S(id="Ất", tier=nfd)], lead_units=[U(id="u")], pins={nfd: "u"})

        assert roster.pins == {"Ất": "u"}
        assert roster.subjects[0].tier == "Ất"

    def test_reasons_have_labels(self):
        """Every reason can be said in both languages."""
        assert all(reason.label.vi and reason.label.en for reason in sc.BarReason)


class TestHistory:
    def test_the_two_forms_agree(self):
        """One per subject and year, or records."""
        records = [sc.rotation.Record(subject_id="a", lead_unit_id="u", year=2020), sc.rotation.Record(subject_id="a", lead_unit_id="v", year=2019)]

        assert sc.History.of({2020: {"a": "u"}, 2019: {"a": "v"}}) == sc.History.of_records(records)
        assert sc.History.of_records(records[::-1]) == sc.History(records)
        assert hash(sc.History(records)) == hash(sc.History(records[::-1]))
        assert list(sc.History(records).records()) == records[::-1]
        assert pickle.loads(pickle.dumps(sc.History(records))) == sc.History(records)
        assert sc.History() != 5
        assert repr(sc.History()) == "<History of 0 years>"

    def test_several_lead_units_in_a_year(self):
        """A move within the year leaves both."""
        records = [sc.rotation.Record(subject_id="a", lead_unit_id=unit, year=2020) for unit in "vu"]
        history = sc.History.of_records(records)

        assert history.lead_units_of("a") == ((2020, ("u", "v")),)
        assert history.lead_units_in(2020) == {"u", "v"}
        assert [record.lead_unit_id for record in history.records()] == ["u", "v"]
        assert history.lead_units_of("b") == ()

    def test_before_and_with_plan(self):
        """A plan becomes the record of its year, once."""
        roster = sc.Roster(subjects=[S(id="a")], lead_units=[U(id="u")])
        history = sc.History.of({2019: {"a": "u"}})
        longer = history.with_plan(sc.plan_year(roster, year=2018))

        assert longer.years == (2018, 2019)
        assert longer.before(2019).years == (2018,)
        assert faults_of(lambda: longer.with_plan(sc.plan_year(roster, year=2019))) == ["duplicate_year"]

    @pytest.mark.parametrize(
        ("years", "codes"),
        [
            ([(2020, {})], ["wrong_kind"]),
            ({"2020": {}, 0: {}, True: {}, 10_000: {}, 2020: ["a"]}, ["not_a_year"] * 4 + ["wrong_kind"]),
            ({2020: {"a": "", "": "u", "b": 5, 7: "u", "ok": "u"}}, ["blank", "blank", "not_text", "not_text"]),
            ({2020: {"é": "u", "e\u0301": "u"}}, ["duplicate"]),
        ],
    )
    def test_all_faults_come_at_once(self, years, codes):
        """Years are whole numbers from 1 to 9999, ids are ids."""
        assert faults_of(lambda: sc.History.of(years)) == codes
        assert sc.History.of({1: {"a": "u"}, 9999: {"a": "v"}}).years == (1, 9999)

    def test_faults_of_records_come_at_once(self):
        """Contradictory and malformed records are named together, by position."""
        record = sc.rotation.Record(subject_id="a", lead_unit_id="u", year=2020)
        bad = {"subject_id": "", "lead_unit_id": "", "year": 1.5}

        codes = faults_of(lambda: sc.History.of_records([record, 5, record, bad, {"year": 2020, "note": 1}]))

        assert codes == ["wrong_kind", "blank", "blank", "not_whole", "unknown_key", "missing", "missing", "duplicate"]


class TestPolicies:
    def test_defaults(self):
        """One year of cooling-off, few repeats, the annual order, the canonical plan."""
        policy = sc.RotationPolicy()

        assert (policy.cooling_off_years, policy.repeats, policy.objective, policy.tie_break) == (1, sc.Repeats.MINIMISE, sc.Objective.ANNUAL, sc.TieBreak.CANONICAL)

    def test_levels_in_their_order(self):
        """Mid-year, changes come right after the flagged pairs."""
        assert level_names(sc.RotationPolicy(cooling_off_years=2)) == (
            "flagged", "repeats_1", "repeats_2", "cut_short", "balance", "carried", "familiarity", "changes"
        )  # fmt: skip
        assert level_names(sc.RotationPolicy(cooling_off_years=0, objective=sc.Objective.MID_YEAR)) == (
            "flagged", "changes", "cut_short", "balance", "carried", "familiarity"
        )  # fmt: skip

    @pytest.mark.parametrize(
        ("make", "codes"),
        [
            (lambda: sc.RotationPolicy(cooling_off_years=-1, repeats="forbid", objective="annual", tie_break="any"), ["too_small"] + ["wrong_kind"] * 3),
            (lambda: sc.RotationPolicy(cooling_off_years=101), ["too_large"]),
            (lambda: sc.RotationPolicy(cooling_off_years=True), ["not_whole"]),
            (lambda: sc.RotationPolicy(tenure_years=0, carry_rest=1), ["too_small", "wrong_kind"]),
            (lambda: sc.PublicDraw(""), ["blank"]),
            (lambda: sc.PublicDraw("x", scope=" "), ["blank"]),
            (lambda: sc.PublicDraw("x", scope=None), ["not_text"]),
        ],
    )
    def test_policies_check_themselves(self, make, codes):
        """A hundred years are the most."""
        assert faults_of(make) == codes

    def test_the_draw_is_the_published_one(self):
        """SHA-256 of the salt, a zero byte and the id."""
        from hashlib import sha256

        assert sc.PublicDraw("QĐ 1").key("Ất") == sha256("QĐ 1\0Ất".encode()).digest()


class TestScore:
    def test_scores_compare_level_by_level(self):
        """Less is better; the first level counts before the second."""
        one = sc.rotation.Score(levels=[("flagged", 0), ("repeats_1", 9), ("balance", 0)])
        other = sc.rotation.Score(levels=[("flagged", 1), ("repeats_1", 0), ("balance", 0)])

        assert one < other
        assert other >= one
        assert one.repeats == (9,)
        assert one.names == ("flagged", "repeats_1", "balance")
        assert one.value("repeats_1") == 9
        with pytest.raises(sc.InvalidInput, match=r"Score.value.name: found 'x', expected one of flagged, repeats_1, balance"):
            one.value("x")

    def test_scores_of_other_levels_do_not_compare(self):
        """A plan with another policy is neither better nor worse."""
        one = sc.rotation.Score(levels=[("flagged", 0)])
        with pytest.raises(TypeError):
            _ = one < sc.rotation.Score(levels=[("balance", 0)])
        with pytest.raises(TypeError):
            _ = one <= 5

    def test_scores_check_themselves(self):
        """Pairs of names and whole numbers from 0."""
        assert faults_of(lambda: sc.rotation.Score(levels=[("a",), ("", 0), ("b", -1), 5])) == ["wrong_kind"]
        assert faults_of(lambda: sc.rotation.Score(levels=[("a",), ("", 0), ("b", -1)])) == ["wrong_kind", "blank", "too_small"]


class TestAnswers:
    def test_plans_and_proofs_check_their_kinds(self):
        """A plan is built of the right parts only."""
        assert faults_of(lambda: sc.Plan(year=0, policy="p", reference=5, assignments=5, loads=5, score="s", proof="p", warnings=[1])) == ["too_small"] + ["wrong_kind"] * 7
        assert faults_of(lambda: sc.rotation.Proof(prices=5, sink=(1.5,))) == ["wrong_kind", "wrong_kind"]
        assert faults_of(lambda: sc.rotation.Proof(prices={"u": (True,), "v": ("x",)}, sink=5)) == ["not_whole", "wrong_kind", "not_a_collection"]

    def test_ids_of_a_plan_are_composed(self):
        """Built from plain mappings, it has the ids of its roster, however they were typed."""
        plan = sc.plan_year(sc.Roster(subjects=[S(id="s")], lead_units=[U(id="u")]), year=2021)
        typed = attrs.evolve(plan, assignments={unicodedata.normalize("NFD", "tổ"): unicodedata.normalize("NFD", "quận")})

        assert dict(typed.assignments) == {"tổ": "quận"}

    def test_reprs_name_nobody(self):
        """A log line shows counts only."""
        plan = sc.plan_year(sc.Roster(subjects=[S(id="Ất")], lead_units=[U(id="u")]), year=2021)

        assert repr(plan) == "<Plan of 2021: 1 subjects, 1 lead units>"
        assert repr(plan.proof) == "<Proof: 1 prices>"
        assert plan.subjects_of("u") == ("Ất",)
        assert plan.subjects_of("x") == ()

    @pytest.mark.parametrize(
        ("make", "codes"),
        [
            (lambda: BarredGroup(lead_unit_id="", reasons=["x"], subjects=[""]), ["blank", "wrong_kind", "blank"]),
            (lambda: Example(subjects=5, lead_units=[], demand=-1, supply=-1), ["not_a_collection", "too_small", "too_small"]),
            (lambda: sc.rotation.Violation(kind="H3", subjects=5, lead_units=5, demand=-1, supply=-1, barred=[1], example=1), ["unknown_kind", "not_a_collection", "not_a_collection", "too_small", "too_small", "wrong_kind", "wrong_kind"]),
            (lambda: sc.rotation.Repair(kind="x", against=["x"], lead_unit_id="", subjects=5, reasons=[1]), ["wrong_kind", "unknown_kind", "blank", "not_a_collection", "wrong_kind"]),
            (lambda: sc.Infeasible(year=0, violations=[1], shortage=-1, excess=-1, repairs=[1]), ["too_small", "wrong_kind", "too_small", "too_small", "wrong_kind"]),
        ],
    )
    def test_certificates_check_their_kinds(self, make, codes):
        """A certificate is built of the right parts only."""
        assert faults_of(make) == codes

    def test_sentences_name_at_most_eight(self):
        """A long list is cut, and says how many more."""
        repair = sc.rotation.Repair(kind=sc.rotation.RepairKind.LIFT_BAR, against=["too_few_places"], lead_unit_id="u", subjects=[f"s{number}" for number in range(10)], reasons=[sc.BarReason.EXCLUDED])

        assert repair.sentence("en", {"u": "Women", "s0": "A"}) == "Let Women supervise one of A, s1, s2, s3, s4, s5, s6, s7 and 2 more (closed now: excluded by the plan)."
        assert repair.sentence("vi").endswith("s7 và 2 trường hợp khác (hiện không được phân công: bị loại trừ trong kế hoạch).")


class TestTally:
    def test_the_district_of_the_source(self):
        """212 + 61 + 73 + 119 + 62 person-turns are the 527 of the headline."""
        turns = sc.Tally(kind=sc.programme.CountKind.PERSON_TURN, population="district", parts={"front": 212, "labour": 61, "veterans": 73, "women": 119, "youth": 62}, headline=527)

        assert turns.total == 527
        assert turns.discrepancy is None

    def test_a_headline_that_does_not_reconcile_is_stated(self):
        """1,054 opinions against 59 + 245 + 226 = 530: said, not repaired."""
        opinions = sc.Tally(kind=sc.programme.CountKind.OPINION, population="all", parts={"district": 59, "wards": 245, "groups": 226}, headline=1054)

        assert opinions.headline == 1054
        assert opinions.discrepancy.sentence("en") == "The headline says 1,054 opinions, the parts add up to 530: a gap of 524."
        assert "chênh lệch 524" in opinions.discrepancy.sentence("vi")
        assert sc.Tally(kind=sc.programme.CountKind.OPINION, population="all", parts={"a": 1}).discrepancy is None

    def test_different_kinds_and_populations_refuse_to_add(self):
        """Turns and people are not added, nor are those who work in a ward and those who live there."""
        one = sc.Tally(kind=sc.programme.CountKind.TURN, population="work", parts={"a": 1})
        other = sc.Tally(kind=sc.programme.CountKind.PERSON, population="live", parts={"a": 1})

        assert faults_of(lambda: one + other) == ["kinds_mixed", "populations_mixed"]
        with pytest.raises(TypeError):
            one + 1

    def test_merging(self):
        """Counts of one part add; the headline is known only when both are."""
        one = sc.Tally(kind=sc.programme.CountKind.TURN, population="p", parts={"a": 1, "b": 2}, headline=3)
        other = sc.Tally(kind=sc.programme.CountKind.TURN, population="p", parts={"b": 5}, headline=5)
        silent = sc.Tally(kind=sc.programme.CountKind.TURN, population="p", parts={})

        assert (one + other).parts == {"a": 1, "b": 7}
        assert (one + other).headline == 8
        assert (one + silent).headline is None
        assert sc.Tally.merged([one, other, silent]) == silent + other + one
        assert faults_of(lambda: sc.Tally.merged([])) == ["empty"]

    def test_a_tally_checks_itself(self):
        """Counts are whole numbers from 0, parts are ids listed once."""
        assert faults_of(lambda: sc.Tally(kind="turn", population="", parts={"a": -1, "": True}, headline=-1)) == ["wrong_kind", "blank", "blank", "not_whole", "too_small", "too_small"]
        assert faults_of(lambda: sc.Tally(kind=sc.programme.CountKind.TURN, population="p", parts={"é": 1, "e\u0301": 1})) == ["duplicate"]
        assert faults_of(lambda: sc.Tally(kind=sc.programme.CountKind.TURN, population="p", parts=5)) == ["wrong_kind"]
        again = sc.Tally(kind=sc.programme.CountKind.TURN, population="p", parts={"a": 1})
        assert attrs.evolve(again, headline=1).parts is again.parts

    def test_kinds_have_labels(self):
        """What is counted can be said in both languages."""
        assert sc.programme.CountKind.PERSON_TURN.label.vi == "lượt người"


def test_a_plan_of_something_else_is_no_plan():
    """``with_plan`` takes plans alone, and ``with_replan`` only changed ones."""
    plan = SimpleNamespace(year=2020, assignments={"a": "u"})

    assert faults_of(lambda: sc.History().with_plan(plan)) == ["wrong_kind"]
    assert faults_of(lambda: sc.History().with_replan(plan, on=2020)) == ["wrong_kind", "not_a_day"]


def test_a_lead_unit_is_looked_up_in_composed_unicode():
    """An id typed in decomposed letters finds the subjects of the unit."""
    roster = sc.Roster(subjects=[sc.Subject(id="s1")], lead_units=[sc.LeadUnit(id="ấ")])

    assert sc.plan_year(roster, year=2021).subjects_of("a\u0302\u0301") == ("s1",)


class TestPlansCheckWhatTheyHold:
    @pytest.mark.parametrize(
        ("change", "codes"),
        [
            ({"loads": {"u": 1.5, "v": True}}, ["not_whole", "not_whole"]),
            ({"loads": {"u": -1}}, ["too_small"]),
            ({"assignments": {"a": 7}}, ["wrong_kind"]),
            ({"assignments": {"a": ("u", "v")}}, ["wrong_kind"]),
            ({"assignments": {"a": ""}}, ["blank"]),
            ({"reference": {"a": 1.5}}, ["wrong_kind"]),
            ({"reference": {"a": ("u", "")}}, ["blank"]),
        ],
    )
    def test_nested_values_are_named(self, change, codes):
        """Loads are whole numbers, assignments single lead units, a reference one or several; each fault names its subject or unit."""
        plan = sc.plan_year(sc.Roster(subjects=[S(id="a")], lead_units=[U(id="u"), U(id="v")]), year=2021)

        assert faults_of(lambda: attrs.evolve(plan, **change)) == codes
        assert attrs.evolve(plan, reference={"a": "u", "b": ("u", "v")}).reference["b"] == ("u", "v")

    def test_years_of_a_span_are_whole(self):
        """True is no year."""
        roster = sc.Roster(subjects=[S(id="a")], lead_units=[U(id="u", max_load=0)])
        dead = sc.plan_horizon(roster, years=[2021])

        assert faults_of(lambda: attrs.evolve(dead, span=[True])) == ["not_whole"]
        assert faults_of(lambda: attrs.evolve(dead, span=["2021"])) == ["wrong_kind"]


@pytest.mark.parametrize("name", ["tier", "area", "unit", "label"])
@pytest.mark.parametrize("empty", ["", 0, False, (), {}], ids=repr)
def test_what_is_empty_is_not_nothing(name, empty):
    """A subject's tier, area, unit and name are there or None: an empty text, a zero or an empty collection is a fault of that field."""
    with pytest.raises(sc.InvalidInput) as raised:
        sc.Subject(id="s1", **{name: empty})
    assert [one.place for one in raised.value.faults] == [f"Subject 's1'.{name}"]
