"""Facts: values, states and sources; what is unknown, and what is refused."""

import pickle
import unicodedata
from decimal import Decimal
from enum import StrEnum
from fractions import Fraction

import attrs
import pytest
from hypothesis import given, strategies as st

import supervision_core as sc
from supervision_core import strategies

FOUND, NOT_SHOWN = sc.FactState.FOUND, sc.FactState.NOT_SHOWN
CONTESTED, NOT_APPLICABLE = sc.FactState.CONTESTED, sc.FactState.NOT_APPLICABLE


class TestFact:
    def test_the_state_follows_from_the_value(self):
        """With a value it is found, without one it is not shown."""
        assert sc.Fact(code="a", value=False).state is FOUND
        assert sc.Fact(code="a").state is NOT_SHOWN

    def test_yes_and_the_measure_one_are_different(self):
        """Nothing is coerced: True and 1 are different facts."""
        assert sc.Fact(code="a", value=True) != sc.Fact(code="a", value=1)
        assert sc.Fact(code="a", value=1) == sc.Fact(code="a", value=Fraction(1)) == sc.Fact(code="a", value=Decimal(1))

    @pytest.mark.parametrize("value", [0.5, "yes", float("nan"), float("inf"), Decimal("NaN"), 10**100, [True]])
    def test_values_of_no_fact_are_refused(self, value):
        """Only yes, no and exact numbers of bearable size are values."""
        with pytest.raises(sc.WrongFactType):
            sc.Fact(code="a", value=value)

    @pytest.mark.parametrize(
        ("given", "code"),
        [
            ({"state": FOUND}, "missing"),
            ({"state": NOT_SHOWN, "value": True}, "surplus"),
            ({"state": CONTESTED, "value": True, "sources": ["x"]}, "surplus"),
            ({"state": CONTESTED}, "missing"),
            ({"state": NOT_APPLICABLE, "value": True}, "surplus"),
            ({"state": "found"}, "wrong_kind"),
            ({"sources": ["x", "x"]}, "duplicate"),
            ({"sources": "minutes"}, "not_a_collection"),
            ({"why": "because"}, "wrong_kind"),
        ],
    )
    def test_states_that_do_not_fit_are_refused(self, given, code):
        """A value needs the state FOUND, the other states need none, a contested fact names its sources."""
        with pytest.raises(sc.InvalidInput) as raised:
            sc.Fact(code="a", **given)

        assert code in {fault.code for fault in raised.value.faults}

    def test_sources_given_in_any_order_make_equal_facts(self):
        """Sources are sorted and composed."""
        nfd = unicodedata.normalize("NFD", "biên bản")

        assert sc.Fact(code="a", value=True, sources=["b", nfd]) == sc.Fact(code="a", value=True, sources=("biên bản", "b"))

    def test_people_read_the_state(self):
        """Each state has a label."""
        assert [state.label.en for state in sc.FactState] == ["found", "not shown", "contested", "not applicable"]


class TestFacts:
    def test_none_and_absent_are_equal(self):
        """Both are unknown."""
        assert sc.Facts.of({"a": None, "b": True}) == sc.Facts.of({"b": True}) == sc.Facts((sc.Fact(code="b", value=True),))
        assert hash(sc.Facts.of({"a": None, "b": True})) == hash(sc.Facts.of({"b": True}))
        assert sc.Facts((sc.Fact(code="a"),)) == sc.Facts()

    def test_the_order_does_not_matter(self):
        """Facts given in any order are equal."""
        assert sc.Facts.of({"a": True, "b": 2}) == sc.Facts.of({"b": 2, "a": True})

    def test_yes_is_not_one(self):
        """The row keeps the kinds of values apart."""
        assert sc.Facts.of({"a": True}) != sc.Facts.of({"a": 1})
        assert sc.Facts.of({"a": 1}) == sc.Facts.of({"a": Fraction(2, 2)})

    def test_sources_and_states_make_facts_differ_but_not_their_rows(self):
        """Judging looks at the row; the sources are the case's own."""
        plain, sourced = sc.Facts.of({"a": True}), sc.Facts.of({"a": True}, sources={"a": ["m"]})
        contested = sc.Facts((sc.Fact(code="a", state=CONTESTED, sources=["m", "n"]),))

        assert plain != sourced
        assert plain.row == sourced.row
        assert contested != sc.Facts()
        assert contested.row == sc.Facts().row
        assert plain != "a"

    def test_a_fact_that_does_not_apply_is_in_the_row(self):
        """It is known, though it has no value."""
        assert sc.Facts((sc.Fact(code="a", state=NOT_APPLICABLE),)).row != sc.Facts().row

    def test_facts_can_be_looked_up(self):
        """By code; what is not listed is not shown."""
        facts = sc.Facts.of({"b": True, "a": None}, sources={"a": ["m"]})

        assert facts.get("b") == sc.Fact(code="b", value=True)
        assert facts.get("a").sources == ("m",)
        assert facts.get("c") == sc.Fact(code="c")
        assert "a" in facts
        assert "b" in facts
        assert "c" not in facts
        assert len(facts) == 2
        assert [fact.code for fact in facts] == ["a", "b"]
        assert facts.values == {"b": True}

    def test_nobody_can_write_into_the_values(self):
        """Whoever reads the values of a case cannot change the case."""
        facts = sc.Facts.of({"a": True})

        with pytest.raises(TypeError):
            facts.values["a"] = False
        assert facts.get("a").value is True
        assert hash(facts.values) == hash(sc.Facts.of({"a": True}).values)

    def test_it_copies_evolves_and_pickles(self):
        """The usual ways to copy give equal facts, before and after the facts were listed."""
        facts = sc.Facts.of({"a": True, "b": 2}, sources={"b": ["m"]})

        assert pickle.loads(pickle.dumps(facts)) == facts
        assert attrs.evolve(facts) == facts
        assert attrs.evolve(facts, facts=()) == sc.Facts()
        assert repr(facts) == "<Facts: 2>"
        with pytest.raises(AttributeError, match="no attribute"):
            facts.nothing

    @pytest.mark.parametrize(
        ("values", "sources", "codes"),
        [
            ({"a": 0.5, "": True, "b": "x"}, None, ["wrong_fact_type", "blank", "wrong_fact_type"]),
            ({"a": True}, {"b": ["m"]}, ["sources_without_fact"]),
            ({"a": True}, {"a": ["", "m", "m"]}, ["blank", "duplicate"]),
            ({"a": True, 5: True}, None, ["not_text"]),
            ([("a", True)], None, ["wrong_kind"]),
            ({"a": True}, [1], ["wrong_kind"]),
            ({"é": True, "e\u0301": False}, None, ["duplicate"]),
            ({"é": True}, {"é": ["m"], "e\u0301": ["n"]}, ["duplicate"]),
        ],
    )
    def test_all_faults_come_at_once(self, values, sources, codes):
        """Each fault names its place."""
        with pytest.raises(sc.InvalidInput) as raised:
            sc.Facts.of(values, sources=sources)

        assert [fault.code for fault in raised.value.faults] == codes

    def test_a_float_is_a_wrong_fact_type(self):
        """The kind of the error says what is wrong."""
        with pytest.raises(sc.WrongFactType, match="exact number"):
            sc.Facts.of({"a": 0.9})

    def test_codes_listed_twice_are_refused(self):
        """Two facts of one code cannot both be meant."""
        with pytest.raises(sc.InvalidInput, match="duplicate"):
            sc.Facts((sc.Fact(code="a", value=True), sc.Fact(code="a", value=False)))
        with pytest.raises(sc.InvalidInput, match="a Fact"):
            sc.Facts((True,))

    @given(strategies.facts())
    def test_the_long_form_and_the_short_form_agree(self, facts):
        """Facts built from their own facts are equal, and so is a pickle."""
        assert sc.Facts(reversed(facts.facts)) == facts
        assert pickle.loads(pickle.dumps(facts)) == facts
        assert all(facts.get(fact.code) == fact for fact in facts)


def test_codes_are_looked_up_in_composed_unicode():
    """A code typed in decomposed letters finds the fact, as it would have made it."""
    composed, decomposed = "ấ", "a\u0302\u0301"
    facts = sc.Facts.of({decomposed: True})

    assert facts.get(decomposed).value is True
    assert (decomposed in facts, composed in facts, 7 in facts) == (True, True, False)
    assert sc.History.of({2020: {composed: "front"}}).lead_units_of(decomposed) == ((2020, ("front",)),)


class TestOtherwise:
    def case(self):
        """A case with every state, and a remark."""
        return sc.Facts(
            (
                sc.Fact(code="a", value=True, sources=["s-1"], why=sc.Label("ghi chú", "remark")),
                sc.Fact(code="b", state=NOT_APPLICABLE),
                sc.Fact(code="c", state=CONTESTED, sources=["s-2", "s-3"]),
                sc.Fact(code="d", value=Fraction(5)),
            )
        )

    def test_all_others_keep_what_they_had(self):
        """Values, states, sources and remarks; the changed one has the new sources and no others."""
        case = self.case()
        other = case.with_({"d": 7, "e": False}, sources={"d": ["s-9"]})

        assert [other.get(code) for code in "abc"] == [case.get(code) for code in "abc"]
        assert other.get("d") == sc.Fact(code="d", value=7, sources=["s-9"])
        assert other.get("e") == sc.Fact(code="e", value=False)
        assert case.with_({"a": False}).get("a") == sc.Fact(code="a", value=False)
        assert case.with_({}) == case

    def test_a_state_stands_for_itself(self):
        """None is unknown; not applicable and contested are said by their states."""
        case = self.case()

        assert case.with_({"a": None, "b": None}).get("b").state is NOT_SHOWN
        assert case.with_({"a": NOT_APPLICABLE}).get("a").state is NOT_APPLICABLE
        assert case.with_({"a": CONTESTED}, sources={"a": ["s-1", "s-8"]}).get("a").sources == ("s-1", "s-8")
        assert case.with_({"a": sc.FactState.NOT_SHOWN}).get("a").state is NOT_SHOWN

    def test_all_faults_of_a_change_come_at_once(self):
        """A found fact without a value and a contested one without sources; what is no mapping, or no value, as in ``of``."""
        with pytest.raises(sc.InvalidInput) as raised:
            self.case().with_({"a": FOUND, "b": CONTESTED})
        assert [fault.code for fault in raised.value.faults] == ["missing", "missing"]
        with pytest.raises(sc.WrongFactType):
            self.case().with_({"a": 0.5})
        with pytest.raises(sc.InvalidInput):
            self.case().with_(["a"])


class Strange:
    """A value of somebody's own that refuses to be compared."""

    def __eq__(self, other):
        raise ZeroDivisionError

    __hash__ = None


class Word(StrEnum):
    """Codes as members of an enumeration."""

    A = "a"


class TestTheQuickWay:
    """Plain answers are taken as they are; whatever is not plain goes the long way."""

    @given(answers=st.dictionaries(st.text(st.characters(codec="ascii", categories=["L", "N", "P"]), min_size=1), st.sampled_from([True, False, None])), order=st.randoms())
    def test_both_ways_make_the_same(self, answers, order):
        """Equal, hashed alike, with the same row, in any order of the codes."""
        items = list(answers.items())
        order.shuffle(items)
        quick, other = sc.Facts.of(answers), sc.Facts.of(dict(items))
        long = sc.Facts(sc.Fact(code=code, value=value) for code, value in items)

        assert quick == other == long
        assert hash(quick) == hash(other) == hash(long)
        assert quick.row == other.row == long.row
        assert pickle.loads(pickle.dumps(quick)) == quick
        assert quick.values == long.values

    @pytest.mark.parametrize("code", ["a\x1eb", "a\x1f", " ", "", "\ud800", "a\n"])
    @pytest.mark.parametrize("value", [True, None])
    def test_codes_that_are_none(self, code, value):
        """Marks between codes, half characters, nothing."""
        with pytest.raises(sc.InvalidInput):
            sc.Facts.of({code: value, "b": False})

    @pytest.mark.parametrize("value", [Strange(), [], float("nan"), "x"])
    def test_values_that_are_none(self, value):
        """They are refused without being compared."""
        with pytest.raises(sc.WrongFactType):
            sc.Facts.of({"a": value})

    def test_codes_are_plain_text(self):
        """A member of an enumeration comes out as the text it is."""
        facts = sc.Facts.of({Word.A: True})

        assert [type(code) for code in facts.values] == [str]
        assert facts == sc.Facts.of({"a": True})

    def test_one_and_yes_stay_apart(self):
        """A number goes the long way."""
        assert sc.Facts.of({"a": 1}) != sc.Facts.of({"a": True})

    def test_what_a_case_does_not_have(self):
        """Asking for anything else is an error of Python's own."""
        with pytest.raises(AttributeError):
            _ = sc.Facts.of({"a": True}).rows
