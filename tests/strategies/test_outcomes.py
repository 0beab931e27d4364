"""J31: each generator reaches every class of outcome of its kind within 200 examples."""

import pytest
from hypothesis import HealthCheck, Phase, given, settings, strategies as st

import generators  # noqa: F401  it says how values are generated
import supervision_core as sc
from supervision_core import strategies
from supervision_core.rotation import CoolingOff, Coverage, Violation

WARD = sc.regulations.GOOD_PERFORMANCE_2014
STATE = sc.FactState
FACTS = strategies.facts(WARD)
SERVICE_UNIT = sc.regulations.ND233_SERVICE_UNIT


def ranks(assessment):
    """The regulation's grades with a rank."""
    return [grade for grade in assessment.regulation.grades if grade.rank is not None]


def has(state):
    """Whether some fact stands so."""
    return lambda facts: any(fact.state is state for fact in facts)


CLASSES = {
    "facts of the ward": (FACTS, {"found": has(STATE.FOUND), "contested": has(STATE.CONTESTED), "none": lambda one: not one.values, "all known": lambda one: len(one.values) == 9}),
    "facts with what may not apply": (strategies.facts(SERVICE_UNIT), {"not applicable": has(STATE.NOT_APPLICABLE), "applies": lambda one: "body.faults_remedied" in one.values}),
    "assessments": (st.from_type(sc.Assessment), {
        "best": lambda one: one.grade is not None and one.grade == ranks(one)[0],
        "worst": lambda one: one.grade is not None and one.grade == ranks(one)[-1],
        "between": lambda one: one.grade is not None and one.grade in ranks(one)[1:-1],
        "open": lambda one: one.grade is None,
    }),
    "results of quotas": (st.from_type(sc.judging.QuotaResult), {
        "lowered": lambda one: any(row.grade is not None and row.grade < row.judged for row in one.rows),
        "keeps": lambda one: any(row.grade == row.judged for row in one.rows),
        "left open": lambda one: any(row.grade is None for row in one.rows),
        "undecided": lambda one: one.undecided != (),
        "undetermined": lambda one: one.undetermined != (),
        "points": lambda one: any(row.score is not None for row in one.rows),
        "nobody": lambda one: one.rows == (),
    }),
    "remedies": (st.from_type(sc.Remedy), {
        "a measure": lambda one: any(not isinstance(change.needed, bool) for change in one.changes),
        "an answer": lambda one: any(isinstance(change.needed, bool) for change in one.changes),
        "forced": lambda one: any(change.forced for change in one.changes),
        "unknown now": lambda one: any(change.now is None for change in one.changes),
        "several": lambda one: len(one.changes) > 1,
    }),
    "receipts": (st.from_type(sc.serialization.Receipt), {
        "a dossier": lambda one: one.dossier is not None,
        "an assessment": lambda one: isinstance(one.result, sc.Assessment),
        "a plan": lambda one: isinstance(one.result, sc.Plan),
        "infeasible": lambda one: isinstance(one.result, sc.Infeasible),
    }),
    "years": (st.from_type(sc.judging.YearFacts), {
        "settled": lambda one: one.can_be_rated and one.grade is not None,
        "open": lambda one: one.possible is not None and len(one.possible) > 1,
        "not rated": lambda one: not one.can_be_rated,
        "gaps": lambda one: one.gaps != (),
        "left out": lambda one: one.left_out != (),
    }),
    "grades by year": (st.from_type(sc.judging.GradesByYear), {
        "gaps": lambda one: one.gaps != (),
        "another regulation": lambda one: one.turns != (),
        "one regulation": lambda one: len(one.assessments) > 1 and one.turns == (),
        "settled": lambda one: any(year.grade is not None for _, year in one.assessments),
        "open": lambda one: any(year.grade is None for _, year in one.assessments),
    }),
    "changes of a case": (st.from_type(sc.judging.CaseChange), {
        "another grade": lambda one: one.changes_the_grade,
        "the same grade": lambda one: not one.changes_the_grade,
        "lines": lambda one: one.lines != (),
        "points": lambda one: one.before.regulation.ladder.score is not None,
    }),
    "infeasible": (st.from_type(sc.Infeasible), {
        "too few places": lambda one: any(part.kind == "too_few_places" for part in one.violations),
        "minimum": lambda one: any(part.kind == "minimum_unreachable" for part in one.violations),
        "repairs": lambda one: one.repairs != (),
    }),
    "violations": (st.from_type(Violation), {"too few places": lambda one: one.kind == "too_few_places", "minimum": lambda one: one.kind == "minimum_unreachable"}),
    "coverages": (st.from_type(Coverage), {"never": lambda one: one.years is None, "after some years": lambda one: one.years is not None}),
    "cooling-offs": (st.from_type(CoolingOff), {"none": lambda one: one.years == 0, "some": lambda one: one.years > 0}),
    "judged tables": (st.from_type(sc.Judged), {"faulty": lambda one: one.faults != (), "judged": lambda one: any(one.assessments), "ids": lambda one: one.ids is not None, "no ids": lambda one: one.ids is None}),
    "feedback": (st.from_type(sc.Feedback), {
        "anonymous": lambda one: one.reporter_key is None,
        "named": lambda one: one.reporter_key is not None,
        "confirmed": lambda one: one.checked.value == "confirmed",
        "answered": lambda one: one.answered_on is not None,
        "says": lambda one: len(one.says) > 0,
    }),
}  # fmt: skip


@pytest.mark.parametrize("name", CLASSES)
def test_every_outcome_is_reached_within_two_hundred_examples(name):
    """A test that asks for these values meets each sort of them."""
    strategy, classes = CLASSES[name]
    missing = dict(classes)

    @settings(max_examples=200, deadline=None, derandomize=True, database=None, phases=[Phase.generate], suppress_health_check=list(HealthCheck))
    @given(strategy)
    def look(value):
        for one in [one for one, is_so in missing.items() if is_so(value)]:
            del missing[one]

    look()
    assert list(missing) == []
