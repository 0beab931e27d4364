"""Limits of unknown values never touch known ones, and what is slow is refused with its size."""

from fractions import Fraction

import pytest

import supervision_core as sc
from fuzzing.off_the_grid import check
from supervision_core.criteria import (
    AllOf,
    AtLeast,
    Compare,
    Comparison,
    Holds,
    Implication,
    Ladder,
    Measure,
    Quantity,
    Rung,
    Term,
    YesNo,
)

LABEL = sc.Label("a", "a")


def grade(code, rank):
    return sc.Grade(code=code, label=LABEL, rank=rank)


def regulation(ladder):
    return sc.Regulation(code="r", version=1, label=LABEL, category="c", citation=sc.regulations.GOOD_PERFORMANCE_2014.citation, ladder=ladder)


def points(at_least, more_than, *, only_steps=False, high=100):
    """Good from one bound on, fair beyond another, by a sum of points."""
    quantity = Quantity.of("points")
    return regulation(
        Ladder(
            facts=[Measure(code="points", label=LABEL, low=0, high=high, step=1, only_steps=only_steps)],
            rungs=[
                Rung(grade=grade("good", 3), criterion=Compare(quantity=quantity, comparison=Comparison.AT_LEAST, bound=at_least)),
                Rung(grade=grade("fair", 2), criterion=Compare(quantity=quantity, comparison=Comparison.MORE_THAN, bound=more_than)),
                Rung(grade=grade("rest", 1), criterion=AllOf(parts=[])),
            ],
        )
    )


def kinds(some):
    return [finding.kind.value for finding in sc.judging.check_regulation(some)]


def test_a_value_between_two_steps_is_judged():
    """70.5 is fair where good begins at 71 and fair beyond 70; and no grade is called unreachable."""
    ladder = points(71, 70)
    facts = sc.Facts.of({"points": Fraction(141, 2)})

    assert sc.assess(ladder, facts).possible == (grade("fair", 2),)
    assert sc.remedies(ladder, facts, target="fair") == ()
    [remedy] = sc.remedies(ladder, facts, target="good")
    assert [(change.code, change.needed) for change in remedy.changes] == [("points", 71)]
    assert "unreachable" not in kinds(ladder)
    assert "unreachable" in kinds(points(71, 70, only_steps=True))
    assert [one.code for one in sc.assess(ladder, sc.Facts()).possible] == ["good", "rest"]


def test_two_million_steps_are_no_limit_to_what_is_known():
    """Known or not, a measure by itself is judged; a sum of two unknown ones is refused unless the rest settles the grade."""
    long = points(71, 70, high=2_000_000)

    assert sc.assess(long, sc.Facts.of({"points": 70})).grade.code == "rest"
    assert [one.code for one in sc.assess(long, sc.Facts()).possible] == ["good", "rest"]
    [question] = sc.assess(long, sc.Facts()).questions
    assert [(answer.least, answer.greatest) for answer in question.answers] == [(0, 70), (71, 2_000_000)]
    [up, *_] = sc.remedies(long, sc.Facts.of({"points": 5}), target="good")
    assert up.changes[0].needed == 71


def sum_of_two(steps, narrow=False):
    weights = (5, -7) if narrow else (1, -1)
    quantity = Quantity(terms=[Term(code=code, weight=weight) for code, weight in zip("mn", weights, strict=True)])
    facts = [*(Measure(code=code, label=LABEL, low=0, high=steps, step=1) for code in "mn"), YesNo(code="y", label=LABEL)]
    bounds = [(Comparison.AT_LEAST, Fraction(1, 2)), *([(Comparison.LESS_THAN, 2)] if narrow else [])]
    best = AllOf(parts=[Holds(code="y"), *(Compare(quantity=quantity, comparison=one, bound=bound) for one, bound in bounds)])
    return regulation(Ladder(facts=facts, rungs=[Rung(grade=grade("good", 2), criterion=best), Rung(grade=grade("rest", 1), criterion=AllOf(parts=[]))]))


def test_a_long_sum_is_refused_only_where_it_matters():
    """What settles the grade without it is enough, and so is a span that no two neighbouring sums can miss."""
    assert [one.code for one in sc.assess(sum_of_two(2_000_000), sc.Facts.of({"y": True})).possible] == ["good", "rest"]
    long = sum_of_two(2_000_000, narrow=True)

    settled = sc.assess(long, sc.Facts.of({"y": False}))
    assert settled.grade.code == "rest"
    assert settled.reasons.children[0].verdict is sc.Verdict.NOT_MET
    assert settled.open_facts == ()
    with pytest.raises(sc.values.BeyondExactness) as raised:
        _ = sc.assess(long, sc.Facts.of({"y": True})).possible
    assert (raised.value.what, raised.value.limit) == ("the values of a weighted sum", 2**20)
    assert raised.value.size > raised.value.limit
    assert sc.assess(long, sc.Facts.of({"y": True, "m": 3})).grade is None


def test_a_hole_between_two_steps_is_shown_by_a_case():
    """Nothing fits from 70 to 71: a value between them is the example, and it can be pasted."""
    quantity = Quantity(terms=[Term(code="m"), Term(code="n", weight=-1), Term(code="k")])
    high = Compare(quantity=quantity, comparison=Comparison.AT_LEAST, bound=1)
    low = Compare(quantity=quantity, comparison=Comparison.AT_MOST, bound=0)
    facts = [
        Measure(code="m", label=LABEL, low=0, high=2, step=1),
        Measure(code="n", label=LABEL, low=0, high=2, step=1),
        Measure(code="k", label=LABEL, low=0, high=2, step=1, only_steps=True),
    ]
    ladder = regulation(Ladder(facts=facts, rungs=[Rung(grade=grade("high", 2), criterion=high), Rung(grade=grade("low", 1), criterion=low)]))

    [gap] = [finding for finding in sc.judging.check_regulation(ladder) if finding.kind.value == "gap"]
    values = dict(gap.example)
    assert 0 < values["m"] - values["n"] + values["k"] < 1
    assert sc.assess(ladder, sc.Facts.of(values)).grade.code == "no_rule_matches"


def test_a_sample_agrees_with_the_plain_evaluation():
    """Three hundred of the cases that ``fuzzing/off_the_grid.py`` tries."""
    assert sum(check(seed) for seed in range(300)) > 100


def many(count, needed=None, implications=()):
    parts = [Holds(code=f"f{number:02}") for number in range(count)]
    best = AllOf(parts=parts) if needed is None else AtLeast(count=needed, parts=parts)
    rungs = [Rung(grade=grade("good", 2), criterion=best), Rung(grade=grade("rest", 1), criterion=AllOf(parts=[]))]
    return regulation(Ladder(facts=[YesNo(code=part.code, label=LABEL) for part in parts], implications=implications, rungs=rungs))


def test_remedies_of_a_long_list_are_found_or_refused_with_the_size():
    """All of twenty facts at once; nine of eighteen have more smallest ways than anybody could read."""
    [remedy] = sc.remedies(many(20), sc.Facts(), target="good")
    assert [change.code for change in remedy.changes] == [f"f{number:02}" for number in range(20)]
    with pytest.raises(sc.values.BeyondExactness) as raised:
        sc.remedies(many(18, 9), sc.Facts(), target="good")
    assert (raised.value.what, raised.value.size, raised.value.limit) == ("the smallest sets of changes", 5001, 5000)
    assert len(sc.remedies(many(10, 5), sc.Facts(), target="good")) == 252


def test_too_many_facts_that_imply_each_other_are_refused():
    """They are tried together; ten are, eleven are not."""
    def chain(count):
        return [Implication(code=f"f{number:02}", then_code=f"f{number + 1:02}", label=LABEL) for number in range(count - 1)]

    assert len(sc.remedies(many(8, implications=chain(8)), sc.Facts(), target="good")) == 1
    with pytest.raises(sc.values.BeyondExactness):
        sc.remedies(many(11, implications=chain(11)), sc.Facts(), target="good")


def test_a_table_of_too_many_lines_is_refused_with_the_size():
    """"6 of 12" is drawn; "9 of 18" would have 92,378 lines and is nobody's to tick off."""
    assert len(sc.judging.decision_table(many(12, 6)).rows) == 1716
    assert len(sc.judging.decision_table(many(18)).rows) == 19
    with pytest.raises(sc.values.BeyondExactness) as caught:
        sc.judging.decision_table(many(18, 9))
    assert (caught.value.what, caught.value.size, caught.value.limit) == ("the lines of a decision table", 2001, 2000)
