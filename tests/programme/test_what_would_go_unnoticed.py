"""Small mistakes in the year's plan and in delegations that no test noticed."""

from datetime import date

import attrs
import pytest

import supervision_core as sc
from supervision_core.programme import Charge, Delegation, DelegationSession, Matter, MatterKind, PlanContent

L = sc.Label("mục", "item")
DAY, YEAR = date(2026, 3, 1), sc.Period.of_year(2026)


def told(make):
    """Each fault: its code, its place, what was found, what would be right."""
    with pytest.raises(sc.InvalidInput) as raised:
        make()
    return [(one.code, one.place, one.found, one.expected) for one in raised.value.faults]


def test_the_parts_of_a_plan_stand_in_one_order():
    """Subjects, delegations, contents and charges, in whatever order they are given."""
    contents = [PlanContent(id="b", label=L), PlanContent(id="a", label=L)]
    subjects = [sc.Subject(id="o2"), sc.Subject(id="o1")]
    teams = [Delegation(id="đoàn 2", head_id="p2"), Delegation(id="đoàn 1", head_id="p1")]
    charges = [Charge(lead_id=lead, subject_ids=["o1", "o2"], content_ids=[content]) for lead, content in (("đoàn 2", "b"), ("đoàn 1", "a"))]
    given = {"contents": contents, "subjects": subjects, "delegations": teams, "charges": charges}

    def plan(**changes):
        return sc.SupervisionPlan(number="1", issued_on=DAY, issuer=L, scope=L, period=YEAR, lead_units=["front"], **{**given, **changes})

    assert [one.id for one in plan().delegations] == ["đoàn 1", "đoàn 2"]
    assert [one.id for one in plan().subjects] == ["o1", "o2"]
    assert [one.lead_id for one in plan().charges] == ["đoàn 1", "đoàn 2"]
    for name in ("subjects", "delegations", "charges"):
        assert plan(**{name: given[name][::-1]}) == plan()


def recommendation(name="m1", **given):
    return Matter(**{"id": name, "kind": MatterKind.RECOMMENDATION, "text": L, "addressee_id": "o1", "raised_on": DAY, "due": None, **given})


def test_what_is_wrong_with_a_recommendation_is_said_where_it_stands():
    """By its id: of another kind, raised before the session, or there twice; on the day of the session it is right."""
    session = DelegationSession(
        id="buổi 1", head_id="p1", member_ids=["p2"], subject_id="o1", content=L, period=YEAR, held_on=DAY, results=[], recommendations=[recommendation()]
    )
    place = "DelegationSession 'buổi 1'.recommendations['m1']"

    assert session.recommendations[0].raised_on == session.held_on
    assert told(lambda: attrs.evolve(session, recommendations=[recommendation(), recommendation()])) == [
        ("duplicate", place, "'m1'", "each recommendation once"),
    ]
    assert told(lambda: attrs.evolve(session, recommendations=[recommendation(kind=MatterKind.PRESSING_MATTER)])) == [
        ("wrong_kind", f"{place}.kind", "'PRESSING_MATTER'", "RECOMMENDATION"),
    ]
    assert told(lambda: attrs.evolve(session, recommendations=[recommendation(raised_on=date(2026, 2, 28))])) == [
        ("not_later", f"{place}.raised_on", "datetime.date(2026, 2, 28)", "no day before 2026-03-01"),
    ]
