"""What criteria refuse says where, what and how much: depths, look-ups, what is too large to be exact; and the codes of lines."""

from fractions import Fraction

import pytest

import supervision_core as sc
from supervision_core.criteria import (
    AllOf,
    AnyOf,
    AtLeast,
    Compare,
    Comparison,
    Exemption,
    Holds,
    Implication,
    Ladder,
    Measure,
    Not,
    Quantity,
    Reason,
    Rung,
    Term,
    Unless,
    YesNo,
)
from supervision_core.criteria.explain import code_of

L = sc.Label("nội dung", "item")
WARD = sc.regulations.GOOD_PERFORMANCE_2014


def regulation(*criteria, facts, implications=()):
    """A regulation with a grade for each criterion, the best first, and one for everybody else."""
    rungs = [
        Rung(grade=sc.Grade(code=f"g{len(criteria) - place}", label=L, rank=len(criteria) - place), criterion=one)
        for place, one in enumerate((*criteria, AllOf(parts=[])))
    ]
    ladder = Ladder(facts=facts, implications=implications, rungs=rungs)
    return sc.Regulation(code="own", version=1, label=L, category="own", citation=WARD.citation, ladder=ladder)


def yes(*codes):
    return [YesNo(code=code, label=L) for code in codes]


def measures(high, *codes):
    return [Measure(code=code, label=L, low=0, high=high, step=1) for code in codes]


def at_least(number, *codes):
    return Compare(quantity=Quantity(terms=[Term(code=code) for code in codes]), comparison=Comparison.AT_LEAST, bound=number)


def numbered(count):
    return [f"f{number:02}" for number in range(count)]


def chain(codes):
    """Each fact follows from the one before it."""
    return [Implication(code=one, then_code=other, label=L) for one, other in zip(codes, codes[1:], strict=False)]


def said(call):
    """The whole error, line by line: place, found ≠ expected [code]."""
    with pytest.raises(sc.InvalidInput) as raised:
        call()
    return [f"{one.place}: {one.found} ≠ {one.expected} [{one.code}]" for one in raised.value.faults]


def beyond(call):
    """What was too large, how large it is, and what is the most."""
    with pytest.raises(sc.values.BeyondExactness) as raised:
        call()
    return raised.value.what, raised.value.size, raised.value.limit


WRAPS = {
    "Not": lambda part: Not(part=part),
    "AllOf": lambda part: AllOf(parts=[part]),
    "AtLeast": lambda part: AtLeast(count=1, parts=[part]),
    "Unless": lambda part: Unless(rule=Holds(code="a"), exemptions=[Exemption(label=L, when=part, then=True)]),
}


@pytest.mark.parametrize("name", WRAPS)
def test_a_hundred_criteria_stand_in_each_other_and_no_more(name):
    """The hundredth is taken, the next is refused by its own name and depth."""
    deep = Holds(code="a")
    for _ in range(99):
        deep = WRAPS[name](deep)

    assert said(lambda: WRAPS[name](deep)) == [f"{name}: 101 ≠ criteria that stand in each other at most 100 deep [too_deep]"]


def test_lines_stand_in_each_other_two_deeper_than_criteria():
    """Under the result and its grade a line of each criterion: 102 deep, and no more."""
    def line(*below):
        return Reason(code="a", label=L, verdict=sc.Verdict.MET, citation=None, facts=(), children=below)

    deep = line()
    for _ in range(101):
        deep = line(deep)

    assert said(lambda: line(deep)) == ["Reason: 103 ≠ lines that stand in each other at most 102 deep [too_deep]"]


def test_a_table_says_what_it_lacks():
    """A fact of a column, or of a sum in one, by its code; and a case that the implications do not allow."""
    rule = regulation(AllOf(parts=[Holds(code="a"), at_least(2, "m", "n")]), facts=[*yes("a"), *measures(3, "m", "n")])
    table = sc.judging.decision_table(rule)

    assert said(lambda: table.look_up({"m": 1})) == [
        "DecisionTable.look_up.values['a']: None ≠ a value, since a column reads it [missing]",
        "DecisionTable.look_up.values['n']: None ≠ a value, since a column reads it [missing]",
    ]
    assert said(lambda: table.look_up({"a": "x", "m": 1, "n": 1}))[0].startswith("DecisionTable.look_up.values")
    assert [table.look_up({"a": a, "m": 1, "n": n}).code for a, n in ((True, 1), (True, 0), (False, 1))] == ["g1", "g0", "g0"]
    empty = sc.criteria.DecisionTable(columns=table.columns, rows=())
    assert said(lambda: empty.look_up({"a": True, "m": 1, "n": 1})) == [
        "DecisionTable.look_up.values: 'a, m, n' ≠ a case that the regulation's implications allow [contradiction]",
    ]


def test_a_finding_is_a_test_that_can_be_pasted():
    """Named after its kind, with the row that shows it, numbers between whole ones too, and the grade that comes out."""
    gap = sc.criteria.Finding(
        kind=sc.criteria.FindingKind.GAP, codes=("m",), grades=(sc.criteria.NO_RULE,), example=(("a", True), ("m", Fraction(3, 2)), ("n", Fraction(2)))
    )

    assert gap.test("ward") == (
        "def test_gap():\n"
        "    facts = sc.Facts.of({'a': True, 'm': Fraction('3/2'), 'n': 2})\n"
        "\n"
        "    assert sc.assess(ward, facts).grade.code == 'no_rule_matches'\n"
    )
    assert "sc.assess(regulation, facts)" in gap.test()
    assert sc.criteria.Finding(kind=sc.criteria.FindingKind.DEAD_FACT, codes=("m",), grades=(), example=()).test() == ""


def test_ten_facts_or_measures_are_tried_together_and_no_more():
    """Measures of one sum, and facts that imply each other: what it was, how many, and how many there may be."""
    ten, eleven = numbered(10), numbered(11)
    [remedy] = sc.remedies(regulation(at_least(10, *ten), facts=measures(1, *ten)), sc.Facts.of(dict.fromkeys(ten, 0)), target="g1")
    assert len(remedy.changes) == 10

    most = ("facts that are tried together", 11, 10)
    assert beyond(lambda: sc.remedies(regulation(at_least(10, *eleven), facts=measures(1, *eleven)), sc.Facts(), target="g1")) == most
    linked = regulation(AllOf(parts=[Holds(code=code) for code in eleven]), facts=yes(*eleven), implications=chain(eleven))
    assert beyond(lambda: sc.remedies(linked, sc.Facts(), target="g1")) == most
    assert beyond(lambda: sc.judging.roll_up(linked, [], year=sc.Period.of_year(2024))) == ("facts of a year that imply each other", 11, 10)


def test_a_measure_of_too_many_values_says_so():
    """By what it is, how large, and the most that is answered exactly."""
    long = regulation(at_least(5, "m", "n"), at_least(4, "m", "n"), facts=measures(2**20, "m", "n"))

    assert beyond(lambda: sc.assess(long, sc.Facts.of({"n": 3})).open_facts) == ("the values of a measure", 2**20 + 1, 2**20)


SUM = Quantity(terms=[Term(code="m"), Term(code="n", weight=2), Term(code="k", weight=Fraction(-1, 2))], constant=5)


@pytest.mark.parametrize(
    ("node", "code"),
    [
        (Holds(code="a"), "a"),
        (Not(part=Holds(code="a")), "not a"),
        (Not(part=Not(part=Holds(code="a"))), "not not a"),
        (at_least(70, "m"), "m >= 70"),
        (at_least(Fraction(1, 2), "m", "n"), "m + n >= 1/2"),
        (Compare(quantity=SUM, comparison=Comparison.LESS_THAN, bound=70), "m + 2*n + -1/2*k + 5 < 70"),
        (Not(part=Compare(quantity=Quantity.of("m"), comparison=Comparison.AT_MOST, bound=3)), "not m <= 3"),
        (AllOf(parts=[]), "all_of"),
        (AnyOf(parts=[]), "any_of"),
        (AtLeast(count=2, parts=[Holds(code="a"), Holds(code="b")]), "at_least 2"),
        (Not(part=AnyOf(parts=[Holds(code="a")])), "not any_of"),
        (Unless(rule=Holds(code="a"), exemptions=[]), "unless"),
    ],
)
def test_what_a_node_asks_has_a_code_that_no_wording_changes(node, code):
    """The fact, the sum with its weights and its bound, how many, or how its parts are joined; turned where it is turned."""
    assert code_of(node) == code


def test_a_line_that_is_turned_cites_the_source_of_its_fact():
    """However often it is turned; a comparison has no fact of its own to cite."""
    own = [YesNo(code="a", label=L, citation=WARD.citation), Measure(code="m", label=L, low=0, high=9, step=1, citation=WARD.citation)]
    turned = Not(part=Not(part=Holds(code="a")))
    lines = sc.assess(regulation(AllOf(parts=[turned, at_least(3, "m")]), facts=own), sc.Facts.of({"a": True, "m": 5})).reasons.children[0].children

    assert [(line.code, line.citation) for line in lines] == [("not not a", WARD.citation), ("m >= 3", None)]
    assert [line.code for line in lines[0].children] == ["not a"]
    assert lines[0].children[0].children == ()
