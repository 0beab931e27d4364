"""Who may lead: the Front, others by agreement or law; the rest take part (Front Law 75/2015/QH13, Article 26.3)."""

import attrs
import pytest
from hypothesis import given, strategies as st

import supervision_core as sc
from supervision_core.rendering import to_text
from supervision_core.rotation import LEADING_CITATION, LeadUnitKind, LeadUnitWarning, lead_unit_warnings, leading_only

UNITS = [
    sc.LeadUnit(id="front", kind=LeadUnitKind.LEADS),
    sc.LeadUnit(id="women", kind=LeadUnitKind.LEADS_BY_AGREEMENT),
    sc.LeadUnit(id="youth", kind=LeadUnitKind.NOT_AGREED),
    sc.LeadUnit(id="elders", kind=LeadUnitKind.COORDINATES),
    sc.LeadUnit(id="other"),
]
ROSTER = sc.Roster(subjects=[sc.Subject(id=f"s{i:02}") for i in range(10)], lead_units=UNITS)
PLAN = sc.plan_year(ROSTER, year=2026)


def faults_of(make):
    """The codes of the faults that a call raises."""
    with pytest.raises(sc.InvalidInput) as raised:
        make()
    return [fault.code for fault in raised.value.faults]


def said(value, **more):
    """The page in Vietnamese as one line."""
    return " ".join(to_text(value, lang="vi", **more).split())


def test_a_unit_that_does_not_lead_is_a_warning_and_no_bar():
    """Who only coordinates, and who has not agreed yet, keep their subjects in the plan; each is warned of, the others not."""
    assert dict(PLAN.loads) == dict.fromkeys(("front", "women", "youth", "elders", "other"), 2)
    assert [(one.lead_unit_id, one.kind.name, one.subjects) for one in lead_unit_warnings(ROSTER, PLAN)] == [
        ("elders", "COORDINATES", 2),
        ("youth", "NOT_AGREED", 2),
    ]
    assert sc.verify_plan(ROSTER, PLAN) == ()
    assert lead_unit_warnings(ROSTER, PLAN.assignments) == lead_unit_warnings(ROSTER, PLAN)


def test_where_they_have_nobody_nothing_is_said():
    """A unit that only takes part and was given nobody is as the law wants it."""
    assert lead_unit_warnings(ROSTER, dict.fromkeys(ROSTER.subject_ids, "front")) == ()


@given(st.lists(st.sampled_from([None, *LeadUnitKind]), min_size=2, max_size=2))
def test_the_kind_changes_no_plan(kinds):
    """Whatever the kinds, the plan is the one without them."""
    units = [sc.LeadUnit(id="u", kind=kinds[0]), sc.LeadUnit(id="v", kind=kinds[1])]
    plain = [attrs.evolve(unit, kind=None) for unit in units]
    subjects = [sc.Subject(id="s1"), sc.Subject(id="s2"), sc.Subject(id="s3")]

    assert sc.plan_year(sc.Roster(subjects=subjects, lead_units=units), year=2026) == sc.plan_year(
        sc.Roster(subjects=subjects, lead_units=plain), year=2026
    )


def test_an_audit_warns_without_finding_a_fault():
    """An arrangement from elsewhere is optimal and has no fault, and still is warned of; an unknown unit is a fault of its own."""
    audit = sc.audit_plan(PLAN.assignments, ROSTER, year=2026)

    assert (audit.is_optimal, audit.warnings) == (True, lead_unit_warnings(ROSTER, PLAN))
    assert sc.audit_plan([("s00", "elders"), ("s00", "gone")], ROSTER, year=2026).warnings == (
        LeadUnitWarning(lead_unit_id="elders", kind=LeadUnitKind.COORDINATES, subjects=1),
    )


def test_pages_say_it_with_the_article():
    """The page of a plan, where the roster is given, and of an audit name the unit, its subjects, what to do and the article."""
    for page in (said(PLAN, roster=ROSTER, names={"youth": "Đoàn Thanh niên"}), said(sc.audit_plan(PLAN.assignments, ROSTER, year=2026), names={"youth": "Đoàn Thanh niên"})):
        assert "elders chỉ phối hợp giám sát nhưng được phân công 2 đối tượng (Luật số 75/2015/QH13" in page
        assert "Đoàn Thanh niên được phân công 2 đối tượng; cần thống nhất với Ủy ban Mặt trận Tổ quốc" in page
        assert "Điều 26.3" in page
    assert "phối hợp giám sát" not in said(PLAN)
    assert "only takes part" in lead_unit_warnings(ROSTER, PLAN)[0].sentence("en")
    assert (LEADING_CITATION.instrument.number, LEADING_CITATION.article) == ("75/2015/QH13", "26.3")


@pytest.mark.parametrize(
    ("not_agreed", "loads"),
    [(False, {"elders": 0, "front": 4, "other": 3, "women": 3, "youth": 0}), (True, {"elders": 0, "front": 3, "other": 3, "women": 2, "youth": 2})],
)
def test_who_wants_it_closed_says_so(not_agreed, loads):
    """Only when it is asked are those who do not lead given nobody; who has still to agree can be let in by name."""
    roster = leading_only(ROSTER, not_agreed=not_agreed)
    plan = sc.plan_year(roster, year=2026)

    assert dict(plan.loads) == loads
    assert [one.kind for one in lead_unit_warnings(roster, plan)] == ([LeadUnitKind.NOT_AGREED] if not_agreed else [])


def test_share_and_bounds_of_those_who_do_not_lead_become_nothing():
    """Whatever they were; what else is said of them stays, and nothing of the others changes."""
    label, kind = sc.Label("Hội", "League"), LeadUnitKind.COORDINATES
    bound = {"share": 3, "min_load": 2, "max_load": 5}
    front, elders = sc.LeadUnit(id="front", kind=LeadUnitKind.LEADS, **bound), sc.LeadUnit(id="elders", label=label, kind=kind, area="A", **bound)
    roster = sc.Roster(subjects=[sc.Subject(id="s1")], lead_units=[elders, front])

    assert leading_only(roster).lead_units == (sc.LeadUnit(id="elders", label=label, kind=kind, area="A", share=0, min_load=0, max_load=0), front)


def test_where_nobody_may_lead():
    """A roster without anybody who leads has no shares left, and that is said."""
    roster = sc.Roster(subjects=[], lead_units=[sc.LeadUnit(id="elders", kind=LeadUnitKind.COORDINATES)])

    assert faults_of(lambda: leading_only(roster)) == ["all_shares_zero"]


def test_what_is_refused():
    """A kind that leads is no warning; arguments of other kinds and unknown units are named, all at once."""
    assert faults_of(lambda: LeadUnitWarning(lead_unit_id="", kind=LeadUnitKind.LEADS, subjects=0)) == ["blank", "unknown_kind", "too_small"]
    assert faults_of(lambda: lead_unit_warnings(1, 2)) == ["wrong_kind", "wrong_kind"]
    assert faults_of(lambda: lead_unit_warnings(ROSTER, {"s00": 5})) == ["wrong_kind"]
    assert faults_of(lambda: lead_unit_warnings(ROSTER, {5: "front"})) == ["wrong_kind"]
    assert faults_of(lambda: lead_unit_warnings(ROSTER, {"s00": "gone", "s01": "nobody"})) == ["unknown_id", "unknown_id"]
    assert faults_of(lambda: leading_only(1, not_agreed=1)) == ["wrong_kind", "wrong_kind"]
