"""Laws of judging, on random regulations and on the shipped one.

* possible is exactly what the completions give, by the plain evaluation
* open facts are those in some smallest settling set, ordered by what they settle
* more information never enlarges what is possible
* a regulation made of "and" and "or" of favourable facts never lowers a grade when a fact improves
* the order in which facts are given never matters
"""

from itertools import product

import attrs
from hypothesis import given, strategies as st

import supervision_core as sc
from oracles import judging as oracle
from supervision_core import strategies
from supervision_core.criteria import Holds, Not
from supervision_core.criteria.nodes import walk
from supervision_core.regulations.regulation import fact_space

SMALL = strategies.regulations(max_facts=4)


def known(regulation, facts):
    return dict(sc.assess(regulation, facts).known)


@given(st.data())
def test_possible_is_what_the_completions_give(data):
    """No grade that could come out is missing, and none that could not is listed."""
    regulation = data.draw(SMALL)
    facts = data.draw(strategies.facts(regulation))
    assessment = sc.assess(regulation, facts)

    assert set(assessment.possible) == oracle.possible(regulation.ladder, known(regulation, facts))
    assert (assessment.grade is None) == (len(assessment.possible) > 1)


@given(st.data())
def test_open_facts_are_those_of_the_smallest_settling_sets(data):
    """Each open fact belongs to one, and the most useful to ask comes first."""
    regulation = data.draw(SMALL)
    facts = data.draw(strategies.facts(regulation))
    assessment = sc.assess(regulation, facts)
    row = known(regulation, facts)

    assert set(assessment.open_facts) == oracle.open_facts(regulation.ladder, row)
    order = [fact.code for fact in regulation.ladder.facts]
    settled = {code: oracle.settled_by(regulation.ladder, row, code) for code in assessment.open_facts}
    assert list(assessment.open_facts) == sorted(settled, key=lambda code: (-settled[code], order.index(code)))
    for question in assessment.questions:
        assert question.settles == settled[question.code]


@given(st.data())
def test_each_answer_leads_where_it_says(data):
    """For every answer to an open question, judging with it leaves possible what was announced."""
    regulation = data.draw(SMALL)
    facts = data.draw(strategies.facts(regulation))
    row = known(regulation, facts)
    for question in sc.assess(regulation, facts).questions:
        definition = regulation.ladder.definitions[question.code]
        announced = {
            value: answer.possible
            for answer in question.answers
            for value in oracle.answers(definition)
            if answer.least <= value <= answer.greatest
        }
        for value in oracle.answers(definition):
            found = oracle.possible(regulation.ladder, {**row, question.code: value})
            assert set(announced.get(value, ())) == found


@given(st.data())
def test_more_information_never_enlarges_what_is_possible(data):
    """An answer can only rule grades out."""
    regulation = data.draw(SMALL)
    facts = data.draw(strategies.facts(regulation))
    found = known(regulation, facts)
    complete = data.draw(st.sampled_from(list(oracle.completions(regulation.ladder, found))))
    before = sc.assess(regulation, facts).possible
    for code, value in complete.items():
        row = {**found, code: value}
        if oracle.possible(regulation.ladder, row):
            assert set(sc.assess(regulation, sc.Facts.of(row)).possible) <= set(before)


def affirmed(node):
    """A criterion with what each of its negations negates in its place."""
    if isinstance(node, Not):
        return affirmed(node.part)
    if isinstance(node, Holds):
        return node
    return attrs.evolve(node, parts=[affirmed(part) for part in node.parts])


@given(strategies.regulations(measures=False, exemptions=False))
def test_a_monotone_regulation_never_lowers_a_grade_when_a_fact_improves(regulation):
    """Where no node negates, yes instead of no keeps or raises the grade."""
    rungs = [attrs.evolve(rung, criterion=affirmed(rung.criterion)) for rung in regulation.ladder.rungs]
    regulation = attrs.evolve(regulation, ladder=attrs.evolve(regulation.ladder, implications=(), rungs=rungs))
    codes = [fact.code for fact in regulation.ladder.facts]
    grades = {
        values: sc.assess(regulation, sc.Facts.of(dict(zip(codes, values, strict=True)))).grade
        for values in product((False, True), repeat=len(codes))
    }
    for values, grade in grades.items():
        if grade.rank is not None:
            for place in range(len(codes)):
                assert grades[(*values[:place], True, *values[place + 1 :])] >= grade


@given(strategies.facts(), st.randoms(use_true_random=True))
def test_the_order_of_facts_does_not_matter(facts, random):
    """Facts shuffled give the same assessment."""
    shuffled = list(facts.facts)
    random.shuffle(shuffled)
    ward = sc.regulations.GOOD_PERFORMANCE_2014

    assert sc.assess(ward, sc.Facts(shuffled)) == sc.assess(ward, facts)


@given(st.data())
def test_the_tables_agree_with_the_plain_evaluation_on_every_node(data):
    """On complete facts every line of the reasons has the verdict of the plain evaluation."""
    from supervision_core.criteria.ladders import evaluate

    regulation = data.draw(SMALL)
    row = data.draw(st.sampled_from(list(oracle.completions(regulation.ladder, {}))))
    box = fact_space(regulation).box(row)
    for rung in regulation.ladder.rungs:
        for node in walk(rung.criterion):
            assert fact_space(regulation).verdict(node, box) is evaluate(node, row)


@given(strategies.facts())
def test_reasons_tell_the_same_story_as_the_grade(facts):
    """The root and the last grade are met exactly when the grade is settled; better grades are not met or unknown."""
    ward = sc.regulations.GOOD_PERFORMANCE_2014
    assessment = sc.assess(ward, facts)
    root = sc.explain(assessment, facts)

    assert root.verdict is (sc.Verdict.MET if assessment.grade else sc.Verdict.UNKNOWN)
    assert root.children[-1].label == assessment.possible[0].label
    assert [child.label for child in root.children] == [grade.label for grade in ward.grades[: len(root.children)]]
    if assessment.grade:
        assert all(child.verdict is sc.Verdict.NOT_MET for child in root.children[:-1])
        assert root.children[-1].verdict is sc.Verdict.MET
    sources = {source for fact in facts for source in fact.sources}
    assert {source for fact in root.facts for source in fact.sources} == sources
