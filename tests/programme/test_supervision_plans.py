"""The year's plan: number and date, contents, subjects, and for each pair of them exactly one lead unit."""

from datetime import date

import attrs
import pytest

import supervision_core as sc
from supervision_core import Period

L = sc.Label("mục", "item")
ETHICS = sc.programme.PlanContent(id="ethics", label=L, methods=[sc.programme.SupervisionMethod.OBSERVATION])
RULES = sc.programme.PlanContent(id="rules", label=L, subject_ids=["o2"])
CHARGE = sc.programme.Charge(lead_id="front", subject_ids=["o1", "o2"], content_ids=["ethics"])
LAST = sc.programme.Charge(lead_id="doan-1", subject_ids=["o2"], content_ids=["rules"])
TEAM = sc.programme.Delegation(id="doan-1", head_id="p1", member_ids=["p2"])
PLAN = sc.SupervisionPlan(
    number="02/KH-MT",
    issued_on=date(2014, 2, 28),
    issuer=L,
    scope=L,
    period=Period.of_year(2014),
    contents=[RULES, ETHICS],
    subjects=[sc.Subject(id="o2"), sc.Subject(id="o1")],
    lead_units=["front"],
    delegations=[TEAM],
    charges=[LAST, CHARGE],
)


def faults_of(make):
    with pytest.raises(sc.InvalidInput) as raised:
        make()
    return [(fault.code, fault.place.rpartition(".")[2], fault.found) for fault in raised.value.faults]


def codes_of(make):
    return [code for code, _, _ in faults_of(make)]


class TestParts:
    def test_contents(self):
        """For every subject or for some, never for nobody; each method once."""
        assert codes_of(lambda: sc.programme.PlanContent(id="", label=1, subject_ids=["o1", "o1"], methods=[1])) == ["blank", "wrong_kind", "duplicate", "wrong_kind"]
        assert codes_of(lambda: attrs.evolve(ETHICS, subject_ids=[])) == ["empty"]
        assert codes_of(lambda: attrs.evolve(ETHICS, methods=[sc.programme.SupervisionMethod.SESSION] * 2)) == ["duplicate"]
        assert codes_of(lambda: attrs.evolve(ETHICS, methods=5)) == ["not_a_collection"]
        assert attrs.evolve(ETHICS, methods=[sc.programme.SupervisionMethod.SESSION, sc.programme.SupervisionMethod.DIRECT_TALK]).methods[0] is sc.programme.SupervisionMethod.DIRECT_TALK

    def test_charges(self):
        """Somebody leads somebody on something."""
        assert codes_of(lambda: sc.programme.Charge(lead_id="", subject_ids=[], content_ids="x")) == ["blank", "empty", "not_a_collection"]
        assert codes_of(lambda: attrs.evolve(CHARGE, content_ids=[])) == ["empty"]

    def test_delegations(self):
        """The head is no member besides."""
        assert codes_of(lambda: sc.programme.Delegation(id="", head_id="p1", member_ids=["p1"])) == ["blank", "duplicate"]
        assert codes_of(lambda: sc.programme.Delegation(id="d", head_id="", member_ids=5)) == ["blank", "not_a_collection"]
        assert TEAM.people == ("p1", "p2")

    def test_the_charges_of_a_rotation(self):
        """Each lead unit has one charge with its subjects on all contents; what is no rotation is refused."""
        assert sc.programme.charges_of({"o1": "front", "o2": "front", "o3": "women"}, ["b", "a"]) == (
            sc.programme.Charge(lead_id="front", subject_ids=["o1", "o2"], content_ids=["a", "b"]),
            sc.programme.Charge(lead_id="women", subject_ids=["o3"], content_ids=["a", "b"]),
        )
        assert codes_of(lambda: sc.programme.charges_of([("o1", "front")], "x")) == ["not_a_collection", "wrong_kind"]
        assert codes_of(lambda: sc.programme.charges_of({"": "front", "o1": 5}, ["a"])) == ["blank", "not_text"]


class TestPlans:
    def test_who_leads_what(self):
        """By subject and content; None where the content does not concern the subject."""
        assert dict(PLAN.leads_of("o2")) == {"ethics": "front", "rules": "doan-1"}
        assert (PLAN.lead_of("o1", "ethics"), PLAN.lead_of("o1", "rules"), PLAN.lead_of("o9", "rules")) == ("front", None, None)
        assert repr(PLAN) == "<SupervisionPlan '02/KH-MT' of 2014-02-28: 2 subjects>"
        assert attrs.evolve(PLAN, contents=[ETHICS, RULES], charges=[CHARGE, LAST], subjects=PLAN.subjects[::-1]) == PLAN

    def test_no_overlap_and_nothing_left_out(self):
        """Both at once, with who and on what."""
        twice = sc.programme.Charge(lead_id="front", subject_ids=["o1"], content_ids=["ethics"])
        wrong = [attrs.evolve(CHARGE, subject_ids=["o1"]), attrs.evolve(twice, lead_id="doan-1"), attrs.evolve(LAST, subject_ids=["o1"])]

        assert faults_of(lambda: attrs.evolve(PLAN, charges=wrong)) == [
            ("no_lead", "charges", "'o2' on 'ethics'"),
            ("no_lead", "charges", "'o2' on 'rules'"),
            ("overlap", "charges", "'o1' on 'ethics' by doan-1, front"),
            ("not_concerned", "charges", "'o1' on 'rules'"),
        ]
        assert codes_of(lambda: attrs.evolve(PLAN, charges=[CHARGE, twice, LAST])) == ["overlap"]

    def test_unknown_ids(self):
        """Of lead units, contents and subjects, in charges and in contents; a lead unit's id is no delegation's."""
        stray = sc.programme.Charge(lead_id="women", subject_ids=["o9"], content_ids=["speed"])
        elsewhere = attrs.evolve(RULES, subject_ids=["o2", "o8"])

        assert faults_of(lambda: attrs.evolve(PLAN, charges=[CHARGE, LAST, stray], contents=[ETHICS, elsewhere], lead_units=["doan-1", "front"])) == [
            ("duplicate", "delegations", "'doan-1'"),
            ("unknown_id", "charges", "'women'"),
            ("unknown_id", "charges", "'speed'"),
            ("unknown_id", "charges", "'o9'"),
            ("unknown_id", "contents", "'o8'"),
            ("no_lead", "charges", "'o8' on 'rules'"),
        ]

    def test_a_plan_checks_itself(self):
        """Fields, collections, and what a plan cannot be without."""
        wrong = {
            "number": "", "issued_on": 1, "issuer": 1, "scope": 1, "period": 1, "contents": [1], "subjects": 5, "lead_units": "x",
            "delegations": [2], "charges": [3], "standards": [4],
        }  # fmt: skip

        assert [(code, place) for code, place, _ in faults_of(lambda: sc.SupervisionPlan(**wrong))] == [
            ("blank", "number"), ("not_a_day", "issued_on"), ("wrong_kind", "issuer"), ("wrong_kind", "scope"), ("wrong_kind", "period"),
            ("wrong_kind", "standards[0]"), ("not_a_collection", "lead_units"), ("wrong_kind", "contents[0]"), ("not_a_collection", "subjects"),
            ("wrong_kind", "delegations[0]"), ("wrong_kind", "charges[0]"),
        ]  # fmt: skip
        assert codes_of(lambda: attrs.evolve(PLAN, contents=[], subjects=[], charges=[])) == ["empty"] * 3
        assert codes_of(lambda: attrs.evolve(PLAN, subjects=[*PLAN.subjects, sc.Subject(id="o1")])) == ["duplicate"]

    def test_conflicts_are_seen(self):
        """A lead that supervises itself, its own member, or the unit's own staff; it is for people to settle."""
        own = attrs.evolve(TEAM, member_ids=["o2"])
        staff = [sc.Subject(id="o1", unit="front"), sc.Subject(id="o2")]

        assert PLAN.conflicts == ()
        assert attrs.evolve(PLAN, delegations=[own]).conflicts == (("doan-1", "o2"),)
        assert attrs.evolve(PLAN, subjects=staff).conflicts == (("front", "o1"),)
        unit = attrs.evolve(PLAN, lead_units=["o1"], charges=[attrs.evolve(CHARGE, lead_id="o1"), LAST])
        assert unit.conflicts == (("o1", "o1"),)

    def test_it_is_known_by_number_and_date(self):
        """The same number of the next year is another plan."""
        again = attrs.evolve(PLAN, issued_on=date(2015, 2, 27))

        assert PLAN.instrument != again.instrument
        assert PLAN.instrument.text("vi") == "Kế hoạch số 02/KH-MT ngày 28/02/2014 của mục"
