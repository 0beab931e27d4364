"""What an application's own tests look like: types are enough, strategies where more is to be said."""

from hypothesis import given, settings, strategies as st

import supervision_core as sc
from supervision_core import strategies

WARD = sc.regulations.GOOD_PERFORMANCE_2014


def desk_answer(facts: sc.Facts) -> str:
    """What the desk of the application says."""
    assessment = sc.assess(WARD, facts)
    return "?" if assessment.grade is None else assessment.grade.label.vi


@given(st.from_type(sc.Roster))
def test_the_planner_always_answers(roster):
    """A plan that can be verified, or a certificate that can."""
    answer = sc.plan_year(roster, year=2026)
    if isinstance(answer, sc.Plan):
        assert sc.verify_plan(roster, answer) == ()
    else:
        assert sc.verify_infeasible(roster, answer) == ()


@given(strategies.facts(WARD))
def test_the_desk_says_a_grade_or_that_it_is_open(facts):
    """The application's own function on facts that the regulation accepts."""
    assert desk_answer(facts) in {"?", *(grade.label.vi for grade in WARD.grades)}


@given(facts=..., day=st.dates())
def test_types_in_annotations_are_enough(facts: sc.Facts, day):
    """Hypothesis reads the signature."""
    assert sc.assess(WARD, facts).possible
    assert day


@given(strategies.rosters(min_subjects=1, max_lead_units=2).flatmap(lambda roster: st.tuples(st.just(roster), strategies.histories(roster))))
def test_values_that_fit_each_other(drawn):
    """A history of the roster's own lead units."""
    roster, history = drawn

    assert sc.plan_year(roster, year=2021, history=history).year == 2021


@given(st.from_type(sc.Dossier | sc.Review | sc.SupervisionPlan))
def test_redaction_answers_everybody(value):
    """Union types work too."""
    assert all(sc.redact(value, audience) is not None for audience in sc.Audience)


@settings(deadline=None)
@given(st.data())
def test_every_public_type_has_values(data):
    """One of each, drawn by its type alone."""
    kinds = [kind for name in sc.__all__ if isinstance(kind := getattr(sc, name), type) and hasattr(kind, "__attrs_attrs__")]
    kind = data.draw(st.sampled_from(kinds))

    assert isinstance(data.draw(st.from_type(kind)), kind)
