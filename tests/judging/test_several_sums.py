"""Three sums side by side: what an answer settles, what has to change in all of them, and grades outside the order."""

import pytest

import supervision_core as sc
from oracles.judging import settled_by
from supervision_core.criteria import AllOf, AnyOf, Compare, Comparison, Holds, Ladder, Measure, Quantity, Rung, Term, YesNo

L = sc.Label("mục", "item")
CITATION = sc.regulations.GOOD_PERFORMANCE_2014.citation


def at_least(bound, *codes):
    return Compare(quantity=Quantity(terms=[Term(code=code) for code in codes]), comparison=Comparison.AT_LEAST, bound=bound)


def regulation(facts, *rungs):
    return sc.Regulation(code="sums", version=1, label=L, category="s", citation=CITATION, ladder=Ladder(facts=facts, rungs=rungs))


def rung(code, rank, criterion):
    return Rung(grade=sc.Grade(code=code, label=L, rank=rank), criterion=criterion)


def measures(high, *codes):
    return [Measure(code=code, label=L, low=0, high=high, step=1) for code in codes]


@pytest.mark.parametrize("known", [{}, {"m": 1}, {"m": 2, "o": 0}, {"q": 2, "r": 1}])
def test_what_an_answer_settles_among_three_sums(known):
    """As many completions as trying them all finds, each unknown measure with all its values, in whatever sum it stands."""
    pairs = [("m", "n", 3), ("o", "p", 2), ("q", "r", 2)]
    best = AllOf(parts=[at_least(bound, one, other) for one, other, bound in pairs])
    rule = regulation([*measures(2, *"mnopqr"), YesNo(code="b", label=L)], rung("best", 1, best), rung("rest", 0, AllOf(parts=())))
    questions = sc.assess(rule, sc.Facts.of(known)).questions

    assert {one.code: one.settles for one in questions} == {one.code: settled_by(rule.ladder, known, one.code) for one in questions}
    assert {one.code for one in questions} == set("mnopqr") - known.keys()


def test_a_sum_in_which_two_are_unknown_counts_each_of_their_values():
    """Of the nine pairs of n and o, six reach 2: with m at 0 or 1 nothing is settled, at 2 all nine are."""
    rule = regulation(measures(2, *"mno"), rung("best", 1, at_least(2, "m", "n", "o")), rung("rest", 0, AllOf(parts=())))

    assert {one.code: one.settles for one in sc.assess(rule, sc.Facts()).questions} == {"m": 9, "n": 9, "o": 9}


def test_all_sums_have_to_change():
    """Three comparisons, none of them met: each measure is named with what it needs, and two of them alone help nothing."""
    best = AllOf(parts=[at_least(3, "m"), at_least(2, "n"), at_least(1, "o")])
    rule = regulation(measures(4, *"mno"), rung("best", 1, best), rung("rest", 0, AllOf(parts=())))

    def needed(now):
        return [{change.code: change.needed for change in remedy.changes} for remedy in sc.remedies(rule, sc.Facts.of(now), target="best")]

    assert needed({"m": 0, "n": 0, "o": 0}) == [{"m": 3, "n": 2, "o": 1}]
    assert needed({"m": 4, "n": 1, "o": 0}) == [{"n": 2, "o": 1}]
    assert needed({"m": 2}) == [{"m": 3, "n": 2, "o": 1}]


def test_whoever_may_be_not_rated_or_meet_no_rule_has_missed_the_grades():
    """Not rated, or no rule that matches: the grades were missed in the second case, and are listed until the first is certain."""
    rule = regulation(
        [YesNo(code="out", label=L), YesNo(code="done", label=L)],
        rung("out", None, Holds(code="out")),
        rung("best", 1, Holds(code="done")),
    )
    either = sc.assess(rule, sc.Facts.of({"done": False}))
    [not_rated, best, no_rule] = either.reasons.children

    assert [one.code for one in either.possible] == [no_rule.code, "out"] or [one.code for one in either.possible] == ["out", no_rule.code]
    assert [(one.code, one.verdict) for one in (not_rated, best)] == [("out", sc.Verdict.UNKNOWN), ("best", sc.Verdict.NOT_MET)]
    assert no_rule.verdict is sc.Verdict.UNKNOWN
    assert [one.code for one in sc.assess(rule, sc.Facts.of({"done": False, "out": True})).reasons.children] == ["out"]


def test_a_criterion_that_equals_one_of_the_regulation_is_asked_like_it():
    """Written once more, it is the same criterion; one that the regulation does not have is refused."""
    rule = regulation(measures(4, "m"), rung("best", 1, at_least(3, "m")), rung("rest", 0, AllOf(parts=())))
    judged = sc.assess(rule, sc.Facts.of({"m": 3}))

    assert judged.verdict_of(rule.ladder.rungs[0].criterion) is sc.Verdict.MET
    assert judged.verdict_of(at_least(3, "m")) is sc.Verdict.MET
    with pytest.raises(sc.InvalidInput, match="a criterion of sums, or a part of one"):
        judged.verdict_of(at_least(2, "m"))


def test_a_measure_that_changes_nothing_any_more_is_not_asked_for():
    """Half of the rung is met already without the measure: what is open is the other half alone, whatever the measure may be."""
    best = AllOf(parts=[AnyOf(parts=[Holds(code="a"), at_least(3, "m")]), Holds(code="b")])
    facts = [YesNo(code="a", label=L), YesNo(code="b", label=L), *measures(4, "m")]
    rule = regulation(facts, rung("best", 1, best), rung("rest", 0, AllOf(parts=())))

    assert [one.code for one in sc.assess(rule, sc.Facts.of({"a": True})).questions] == ["b"]
    assert {one.code for one in sc.assess(rule, sc.Facts.of({"b": True})).questions} == {"a", "m"}
