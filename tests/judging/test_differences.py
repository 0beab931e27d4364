"""What changed between two assessments: facts, lines and the grade, in words and on a page."""

import pytest
from hypothesis import given, strategies as st

import supervision_core as sc
from supervision_core import strategies
from supervision_core.criteria import AllOf, Ladder, Measure, Quantity, Rung, Term, YesNo
from supervision_core.criteria.ladders import outcome
from supervision_core.criteria.nodes import Compare, Comparison, Holds
from supervision_core.rendering import to_text

WARD = sc.regulations.GOOD_PERFORMANCE_2014
DONE = {"duties.well_done": True, "conduct.violation": False, **dict.fromkeys(sc.regulations.CIVIC_CODES, True)}
CASE = sc.Facts.of(DONE)
L = sc.Label("nội dung", "item")


def changed(before, after, regulation=WARD):
    """The difference between two cases."""
    return sc.judging.what_changed(sc.assess(regulation, before), sc.assess(regulation, after))


def test_one_answer_costs_the_grade():
    """Standing lost: good becomes fair, and one line turned."""
    found = changed(CASE, CASE.with_({"civic.standing": False}))

    assert [(was.code, was.value, now.value) for was, now in found.facts] == [("civic.standing", True, False)]
    assert [(was.code, was.verdict, now.verdict) for was, now in found.lines] == [("civic.standing", sc.Verdict.MET, sc.Verdict.NOT_MET)]
    assert (found.before.grade.code, found.after.grade.code, found.changes_the_grade) == ("good", "fair", True)
    assert found.sentence("vi") == (
        "Kết quả: Hoàn thành tốt (theo tiêu chí của phường) → Hoàn thành khá. Có uy tín với Nhân dân nơi cư trú: có → không. "
        "Tiêu chí thay đổi: Có uy tín với Nhân dân nơi cư trú: đạt → không đạt"
    )
    told = to_text(found, lang="en")
    assert "Result: Fair (before: Good)" in told
    assert "Lines that turned" in told


def test_lines_below_the_grade_obtained_are_looked_at_too():
    """From below fair to fair: the line of the lower grade is among those that turned, once, and what follows from it."""
    found = changed(sc.Facts.of({"duties.fairly_done": False, "conduct.violation": False}), sc.Facts.of({"duties.fairly_done": True, "conduct.violation": False}))

    assert [was.code for was, _ in found.facts] == ["duties.fairly_done"]
    assert ("duties.fairly_done", sc.Verdict.NOT_MET, sc.Verdict.MET) in [(was.code, was.verdict, now.verdict) for was, now in found.lines]
    assert len({(was.code, was.label) for was, _ in found.lines}) == len(found.lines)


def test_nothing_changed():
    """The same row: no fact, no line, the same result."""
    found = changed(CASE, CASE)

    assert (found.facts, found.lines, found.changes_the_grade) == ((), (), False)
    assert found.sentence("en") == "The result is the same: Good"
    assert "Không có nội dung nào khác." in to_text(found)


def test_what_does_not_apply_is_not_a_yes():
    """"Not applicable" that counts as met is told apart from met, though no line turns."""
    facts = [YesNo(code="household", label=L, not_applicable_as=True)]
    own = sc.Regulation(code="own", version=1, label=L, category="own", citation=WARD.citation, ladder=Ladder(facts=facts, rungs=[Rung(grade=sc.Grade(code="good", label=L, rank=1), criterion=Holds(code="household"))]))
    yes = sc.Facts.of({"household": True})
    found = changed(yes, yes.with_({"household": sc.FactState.NOT_APPLICABLE}), own)

    assert found.lines == ()
    assert found.sentence("vi", {"household": "Hộ gia đình"}) == "Kết quả không đổi: nội dung. Hộ gia đình: có → không áp dụng"


def test_assessments_by_two_regulations_are_refused():
    """These are for `compare_regulations`."""
    with pytest.raises(sc.InvalidInput) as caught:
        sc.judging.what_changed(sc.assess(WARD, CASE), sc.assess(sc.regulations.RESIDENCE_2014, sc.Facts()))
    assert [fault.code for fault in caught.value.faults] == ["other_regulation"]
    with pytest.raises(sc.InvalidInput):
        sc.judging.what_changed(CASE, CASE)


def test_lines_of_what_is_too_large_are_read_node_by_node():
    """A sum that nothing exact can be said about still shows which facts and lines differ."""
    quantity = Quantity(terms=[Term(code="m", weight=5), Term(code="n", weight=-7)])
    bounds = [Compare(quantity=quantity, comparison=one, bound=bound) for one, bound in ((Comparison.AT_LEAST, 1), (Comparison.LESS_THAN, 2))]
    facts = [*(Measure(code=code, label=L, low=0, high=2_000_000, step=1) for code in "mn"), YesNo(code="y", label=L)]
    rungs = [Rung(grade=sc.Grade(code="good", label=L, rank=2), criterion=AllOf(parts=[Holds(code="y"), *bounds])), Rung(grade=sc.Grade(code="rest", label=L, rank=1), criterion=AllOf(parts=[]))]
    own = sc.Regulation(code="own", version=1, label=L, category="own", citation=WARD.citation, ladder=Ladder(facts=facts, rungs=rungs))
    found = changed(sc.Facts.of({"y": False}), sc.Facts.of({"y": True, "m": 1}), own)

    assert [was.code for was, _ in found.facts] == ["m", "y"]
    assert [(was.code, now.verdict) for was, now in found.lines][:1] == [("y", sc.Verdict.MET)]


@given(st.data())
def test_facts_and_lines_are_exactly_those_that_differ(data):
    """Facts: by comparing what is known. The grade: by the plain reading, of complete cases."""
    regulation = data.draw(strategies.regulations(max_facts=4))
    first, second = (data.draw(strategies.facts(regulation, complete=True)) for _ in range(2))
    found = changed(first, second, regulation)

    known = [dict(one.known) for one in (found.before, found.after)]
    away = [set(one.not_applicable) for one in (found.before, found.after)]
    codes = {code for code in regulation.ladder.definitions if known[0].get(code) != known[1].get(code) or (code in away[0]) != (code in away[1])}
    assert {was.code for was, _ in found.facts} == codes
    assert found.changes_the_grade == (outcome(regulation.ladder, known[0]) != outcome(regulation.ladder, known[1]))
    for was, now in found.lines:
        assert (was.code, was.label) == (now.code, now.label)
        assert was.verdict is not now.verdict
    if not codes:
        assert found.lines == ()
