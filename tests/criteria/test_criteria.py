"""Definitions, nodes, ladders and the plain evaluation."""

from fractions import Fraction

import pytest

import supervision_core as sc
from supervision_core.criteria import (
    CONFLICT,
    NO_RULE,
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
    Rung,
    Term,
    Unless,
    YesNo,
)
from supervision_core.criteria.compile import LARGEST_SPACE, space_of, space_size
from supervision_core.criteria.explain import label_of
from supervision_core.criteria.ladders import evaluate, outcome
from supervision_core.criteria.nodes import walk
from supervision_core.criteria.sums import LARGEST_SUM, Reach

MET, NOT_MET, UNKNOWN = sc.Verdict.MET, sc.Verdict.NOT_MET, sc.Verdict.UNKNOWN
L = sc.Label("mục", "item")
A, B, C = Holds(code="a"), Holds(code="b"), Holds(code="c")


def yes(*codes):
    return [YesNo(code=code, label=sc.Label(f"có {code}", f"has {code}")) for code in codes]


def grade(rank, code=None):
    return sc.Grade(code=code or f"g{rank}", label=L, rank=rank)


def ladder(*criteria, facts=None, implications=()):
    facts = yes("a", "b", "c") if facts is None else facts
    rungs = [Rung(grade=grade(len(criteria) - place), criterion=one) for place, one in enumerate(criteria)]
    return Ladder(facts=facts, implications=implications, rungs=rungs)


def faults_of(make):
    with pytest.raises(sc.InvalidInput) as raised:
        make()
    return [fault.code for fault in raised.value.faults]


class TestDefinitions:
    @pytest.mark.parametrize(
        ("given", "codes"),
        [
            ({"low": 0, "high": 10, "step": 0}, ["too_small"]),
            ({"low": 5, "high": 4, "step": 1}, ["too_small"]),
            ({"low": 0, "high": 10, "step": 3}, ["off_grid"]),
            ({"low": 0.0, "high": 10, "step": 1}, ["not_exact"]),
            ({"low": 0, "high": 1, "step": 1, "not_applicable_as": 2}, ["out_of_range"]),
            ({"low": 0, "high": 1, "step": 1, "unit": "%"}, ["wrong_kind"]),
        ],
    )
    def test_a_measure_needs_a_sound_range(self, given, codes):
        """Exact bounds, low not above high, a whole number of positive steps."""
        assert faults_of(lambda: Measure(code="m", label=L, **given)) == codes

    def test_a_measure_accepts_its_range(self):
        """Both ends are inside; a known value may be finer than the grid."""
        measure = Measure(code="m", label=L, low=0, high=100, step=1, not_applicable_as=100)

        assert measure.refusal(Fraction(0)) is None
        assert measure.refusal(Fraction(201, 2)) == "a number from 0 to 100"
        assert measure.refusal(Fraction(199, 2)) is None
        assert measure.refusal(Fraction(-1, 9)) == "a number from 0 to 100"
        assert measure.refusal(True) == "a number from 0 to 100"

    def test_a_yes_no_fact_accepts_answers_only(self):
        """A number is no answer."""
        fact = YesNo(code="a", label=L)

        assert fact.refusal(True) is None
        assert fact.refusal(Fraction(1)) == "True or False"
        assert faults_of(lambda: YesNo(code="", label="x", favourable=1, not_applicable_as=0)) == [
            "blank",
            "wrong_kind",
            "wrong_kind",
            "wrong_kind",
        ]


class TestNodes:
    @pytest.mark.parametrize(
        ("make", "codes"),
        [
            (lambda: Holds(code=""), ["blank"]),
            (lambda: Holds(code="a", label="x", citation="y"), ["wrong_kind", "wrong_kind"]),
            (lambda: Not(part="a"), ["wrong_kind"]),
            (lambda: AllOf(parts=["a"]), ["wrong_kind"]),
            (lambda: AnyOf(parts=5), ["not_a_collection"]),
            (lambda: AtLeast(count=2, parts=[A]), ["too_large"]),
            (lambda: AtLeast(count=-1, parts=[A]), ["too_small"]),
            (lambda: AtLeast(count=1, parts=["a"]), ["wrong_kind"]),
            (lambda: Term(code="m", weight=0), ["zero"]),
            (lambda: Term(code="m", weight=0.5), ["not_exact"]),
            (lambda: Quantity(terms=[]), ["empty"]),
            (lambda: Quantity(terms=[Term(code="m"), Term(code="m")]), ["duplicate"]),
            (lambda: Quantity(terms=["m"], constant=0.5), ["wrong_kind", "not_exact"]),
            (lambda: Compare(quantity="m", comparison=">", bound=0.5), ["wrong_kind", "wrong_kind", "not_exact"]),
            (lambda: Exemption(label="x", when="y", then=1), ["wrong_kind", "wrong_kind", "wrong_kind"]),
            (lambda: Unless(rule="a", exemptions=["b"]), ["wrong_kind", "wrong_kind"]),
        ],
    )
    def test_nodes_check_their_parts(self, make, codes):
        """All faults of a node come at once."""
        assert faults_of(make) == codes

    def test_nodes_know_their_codes_and_parts(self):
        """Each code once, in the order met; a node stands before its parts."""
        node = AllOf(parts=[AnyOf(parts=[B, A]), Not(part=A), AtLeast(count=1, parts=[C])])

        assert node.codes() == ("b", "a", "c")
        assert [type(one).__name__ for one in walk(node)] == [
            "AllOf", "AnyOf", "Holds", "Holds", "Not", "Holds", "AtLeast", "Holds",
        ]  # fmt: skip
        assert Unless(rule=A, exemptions=[Exemption(label=L, when=B, then=True)]).parts_in_order() == (A, B)

    @pytest.mark.parametrize(
        ("comparison", "below", "at", "above"),
        [
            (Comparison.AT_LEAST, False, True, True),
            (Comparison.MORE_THAN, False, False, True),
            (Comparison.AT_MOST, True, True, False),
            (Comparison.LESS_THAN, True, False, False),
        ],
    )
    def test_comparisons_at_their_bound(self, comparison, below, at, above):
        """"Over 70" is strict, "at least 70" is not."""
        node = Compare(quantity=Quantity.of("m"), comparison=comparison, bound=70)

        for value, met in ((Fraction(6999, 100), below), (Fraction(70), at), (Fraction(7001, 100), above)):
            assert evaluate(node, {"m": value}) is sc.Verdict.of(met)
        assert evaluate(node, {}) is UNKNOWN

    def test_sums_weigh_and_add(self):
        """A weighted sum with a constant is held against the bound."""
        quantity = Quantity(terms=[Term(code="m", weight=Fraction(1, 2)), Term(code="n", weight=-1)], constant=3)
        node = Compare(quantity=quantity, comparison=Comparison.AT_LEAST, bound=4)

        assert evaluate(node, {"m": Fraction(4), "n": Fraction(1)}) is MET
        assert evaluate(node, {"m": Fraction(4), "n": Fraction(2)}) is NOT_MET
        assert evaluate(node, {"m": Fraction(4)}) is UNKNOWN


class TestEvaluation:
    @pytest.mark.parametrize(
        ("values", "verdict"),
        [({}, UNKNOWN), ({"a": True}, UNKNOWN), ({"a": True, "b": True}, MET), ({"a": False, "b": False}, NOT_MET)],
    )
    def test_at_least_two_of_three(self, values, verdict):
        """It is settled as soon as enough parts are, one way or the other."""
        assert evaluate(AtLeast(count=2, parts=[A, B, C]), values) is verdict

    def test_empty_lists(self):
        """All of nothing is met, any of nothing is not, at least none always is."""
        assert evaluate(AllOf(parts=[]), {}) is MET
        assert evaluate(AnyOf(parts=[]), {}) is NOT_MET
        assert evaluate(AtLeast(count=0, parts=[A]), {}) is MET

    @pytest.mark.parametrize(
        ("rule", "for_it", "against_it", "verdict"),
        [
            (True, False, False, MET),
            (False, False, False, NOT_MET),
            (False, True, False, MET),
            (True, False, True, NOT_MET),
            (True, True, True, UNKNOWN),
            (False, True, True, UNKNOWN),
            (True, None, False, MET),
            (False, None, False, UNKNOWN),
            (False, False, None, NOT_MET),
            (True, None, None, UNKNOWN),
        ],
    )
    def test_exceptions_replace_the_rule(self, rule, for_it, against_it, verdict):
        """A live exception decides; two that disagree decide nothing."""
        node = Unless(
            rule=A,
            exemptions=[Exemption(label=L, when=B, then=True), Exemption(label=L, when=C, then=False)],
        )
        values = {code: value for code, value in (("a", rule), ("b", for_it), ("c", against_it)) if value is not None}

        assert evaluate(node, values) is verdict

    def test_outcomes(self):
        """The first rung that is met, or no rule, or a conflict, or nothing yet."""
        exemptions = [Exemption(label=L, when=B, then=True), Exemption(label=L, when=C, then=False)]
        two = ladder(Unless(rule=A, exemptions=exemptions), B)

        assert outcome(two, {"a": True, "b": False, "c": False}) == grade(2)
        assert outcome(two, {"a": False, "b": False, "c": False}) is NO_RULE
        assert outcome(two, {"a": False, "b": True, "c": True}) is CONFLICT
        assert outcome(two, {"a": False, "b": False}) is NO_RULE
        assert outcome(two, {"a": True}) is None


class TestLadders:
    def test_grades_compare_by_rank(self):
        """The best is the highest; a grade outside the order compares with none."""
        assert grade(1) < grade(2)
        assert grade(2) <= grade(2)
        assert grade(3) > grade(2)
        assert grade(2) >= grade(2)
        assert not grade(1) > grade(2)
        for compare in (lambda: grade(1) < NO_RULE, lambda: grade(1) >= NO_RULE, lambda: grade(1) > 5, lambda: NO_RULE >= NO_RULE):
            with pytest.raises(TypeError):
                compare()
        assert faults_of(lambda: sc.Grade(code="", label="x", rank=-1)) == ["blank", "wrong_kind", "too_small"]

    @pytest.mark.parametrize(
        ("make", "codes"),
        [
            (lambda: Ladder(facts=[1], implications=[2], rungs=[3]), ["wrong_kind"] * 3),
            (lambda: ladder(), ["empty"]),
            (lambda: ladder(A, facts=yes("a", "a")), ["duplicate"]),
            (lambda: Ladder(facts=yes("a"), rungs=[Rung(grade=grade(1), criterion=A), Rung(grade=grade(1, "x"), criterion=A)]), ["not_best_first"]),
            (lambda: Ladder(facts=yes("a"), rungs=[Rung(grade=NO_RULE, criterion=A)]), ["duplicate"]),
            (lambda: ladder(Holds(code="z")), ["undefined"]),
            (lambda: ladder(Compare(quantity=Quantity.of("a"), comparison=Comparison.AT_LEAST, bound=1)), ["undefined"]),
            (lambda: ladder(A, implications=[Implication(code="a", then_code="z", label=L)]), ["undefined"]),
            (lambda: Implication(code="a", then_code="a", label=L), ["same_code"]),
            (lambda: Implication(code="", answer=1, then_code="b", then_answer=0, label=L), ["blank", "wrong_kind", "wrong_kind"]),
            (lambda: Rung(grade="g", criterion="c", citation="d"), ["wrong_kind"] * 3),
        ],
    )
    def test_ladders_check_themselves(self, make, codes):
        """Unknown or mistyped codes, repeated codes, ranks that do not fall: all are named."""
        assert faults_of(make) == codes

    def test_a_measure_stands_in_one_sum_only(self):
        """Two different sums of one measure could not be answered exactly."""
        facts = [Measure(code="m", label=L, low=0, high=9, step=1)]
        one = Compare(quantity=Quantity.of("m"), comparison=Comparison.AT_LEAST, bound=5)
        two = Compare(quantity=Quantity(terms=[Term(code="m", weight=2)]), comparison=Comparison.AT_LEAST, bound=5)

        assert faults_of(lambda: ladder(one, two, facts=facts)) == ["two_quantities"]
        assert ladder(one, one, facts=facts).quantities == (one.quantity,)

    def test_implications_must_leave_an_answer(self):
        """Implications that contradict themselves are refused."""
        both_ways = [
            Implication(code="a", then_code="b", label=L),
            Implication(code="a", then_code="b", then_answer=False, label=L),
            Implication(code="a", answer=False, then_code="b", label=L),
            Implication(code="a", answer=False, then_code="b", then_answer=False, label=L),
        ]

        assert faults_of(lambda: ladder(A, implications=both_ways)) == ["contradiction"]
        assert ladder(A, implications=both_ways[:2]).closure({"b": True}) == {"b": True, "a": False}

    def test_closure_goes_both_ways(self):
        """An answer brings on what follows, and the missing end is derived backwards."""
        two = ladder(A, implications=[Implication(code="a", then_code="b", label=L), Implication(code="b", then_code="c", label=L)])

        assert two.closure({"a": True}) == {"a": True, "b": True, "c": True}
        assert two.closure({"c": False}) == {"c": False, "b": False, "a": False}
        assert two.closure({"a": False}) == {"a": False}
        assert isinstance(two.closure({"a": True, "c": False}), Implication)


class TestLimits:
    def test_a_space_beyond_the_limit_is_refused(self):
        """The refusal says how large it is; one fact less is answered."""
        codes = [f"f{number}" for number in range(23)]
        large = ladder(AllOf(parts=[Holds(code=code) for code in codes]), facts=yes(*codes))

        assert space_size(large) == 2 * LARGEST_SPACE
        with pytest.raises(sc.values.BeyondExactness, match=r"^the fact space of a regulation: size 8388608 is beyond 4194304"):
            space_of(large)

    def test_a_sum_beyond_the_limit_is_refused(self):
        """A sum with too many values is refused; the largest bearable one is answered."""
        assert Reach.of(Fraction(0), [(Fraction(1), LARGEST_SUM - 1)]).bits.bit_length() == LARGEST_SUM
        with pytest.raises(sc.values.BeyondExactness) as raised:
            _ = Reach.of(Fraction(0), [(Fraction(1), LARGEST_SUM)]).bits
        assert (raised.value.what, raised.value.size, raised.value.limit) == ("the values of a weighted sum", LARGEST_SUM + 1, LARGEST_SUM)


class TestLabels:
    @pytest.mark.parametrize(
        ("node", "vi", "en"),
        [
            (A, "có a", "has a"),
            (Not(part=A), "Không: có a", "Not: has a"),
            (AllOf(parts=[]), "Tất cả các điều sau", "All of the following"),
            (AnyOf(parts=[]), "Ít nhất một trong các điều sau", "At least one of the following"),
            (AtLeast(count=1, parts=[A, B]), "Ít nhất 1 trong 2 điều sau", "At least 1 of the following 2"),
            (Unless(rule=A, exemptions=[]), "có a", "has a"),
            (AllOf(parts=[], label=L), "mục", "item"),
            (Compare(quantity=Quantity.of("m"), comparison=Comparison.AT_LEAST, bound=Fraction(1, 2)), "tỷ lệ ≥ 0,5 %", "share ≥ 0.5 percent"),
            (Compare(quantity=Quantity(terms=[Term(code="m"), Term(code="n")]), comparison=Comparison.LESS_THAN, bound=7), "tỷ lệ + điểm < 7", "share + points < 7"),
            (Compare(quantity=Quantity(terms=[Term(code="n")], label=L), comparison=Comparison.AT_MOST, bound=7), "mục ≤ 7", "item ≤ 7"),
            (Compare(quantity=Quantity.of("n"), comparison=Comparison.MORE_THAN, bound=7), "điểm > 7", "points > 7"),
        ],
    )
    def test_every_node_has_words_for_people(self, node, vi, en):
        """Its own label, or one made of its parts."""
        measures = [
            Measure(code="m", label=sc.Label("tỷ lệ", "share"), low=0, high=1, step=1, unit=sc.Label("%", "percent")),
            Measure(code="n", label=sc.Label("điểm", "points"), low=0, high=9, step=1),
        ]
        made = label_of(Ladder(facts=[*yes("a", "b"), *measures], rungs=[Rung(grade=grade(1), criterion=A)]), node)

        assert (made.vi, made.en) == (vi, en)
