"""Errors, texts, exact numbers, mappings and verdicts."""

import copy
import pickle
import unicodedata
from decimal import Decimal
from fractions import Fraction

import pytest

import supervision_core as sc
from supervision_core.values import IdMap
from supervision_core.values.checks import Checks, as_tuple, composed_map, composed_sorted
from supervision_core.values.errors import raise_for
from supervision_core.values.exact import exact_or_none, number_text
from supervision_core.values.mappings import MOST_ENTRIES, Memo
from supervision_core.values.text import composed, first_difference, folded, identifier_fault, odd_character, shown, shown_apart

MET, NOT_MET, UNKNOWN = sc.Verdict.MET, sc.Verdict.NOT_MET, sc.Verdict.UNKNOWN


class TestErrors:
    def test_the_first_kind_met_names_the_class(self):
        """Unknown codes come before wrong kinds, and both before the rest; every fault is kept."""
        unknown = sc.Fault("unknown_fact", "p", "f", "e")
        wrong = sc.Fault("wrong_fact_type", "p", "f", "e")
        other = sc.Fault("blank", "p", "f", "e")
        for faults, kind in (
            ([other, wrong, unknown], sc.UnknownFact),
            ([other, wrong], sc.WrongFactType),
            ([other], sc.InvalidInput),
        ):
            with pytest.raises(kind) as raised:
                raise_for(faults)

            assert type(raised.value) is kind
            assert raised.value.faults == tuple(faults)

    def test_no_faults_raise_nothing(self):
        """Checks without faults pass."""
        assert raise_for([]) is None

    def test_an_error_can_name_whose_input_it_was(self):
        """The id stands before every line."""
        error = sc.ContradictoryFacts(("a",), sc.Label("a", "b"), (sc.Fault("c", "p", "f", "e"),)).of_subject("s001")

        assert error.subject_id == "s001"
        assert str(error) == "'s001': p: found f, expected e [c]"

    def test_beyond_exactness_says_how_far(self):
        """A refusal names the size and the limit."""
        assert str(sc.values.BeyondExactness("rows", 3, 2)) == "rows: size 3 is beyond 2, the largest that is answered exactly"


class TestText:
    @pytest.mark.parametrize(
        ("value", "code"),
        [
            ("", "blank"),
            ("  ", "blank"),
            ("\u00a0", "blank"),
            ("a\nb", "control_character"),
            ("a\x7f", "control_character"),
            ("a\x85", "control_character"),
            ("\ud800", "lone_surrogate"),
            ("x" * 10_001, "too_long"),
            (7, "not_text"),
            (None, "not_text"),
            (b"a", "not_text"),
        ],
    )
    def test_refused_identifiers(self, value, code):
        """Blank, control characters, lone surrogates, excess length and what is no text are refused, each by name."""
        assert identifier_fault(value)[0] == code

    def test_what_is_too_long_is_not_composed_first(self):
        """Composing takes time with the square of the marks on one letter; a text that is refused anyway stays as it is."""
        marks = "a" + "\u0327\u0300" * 5_000

        assert (composed(marks), folded(marks), composed("a\u0300")) == (marks, "a", "à")
        assert identifier_fault(marks) == ("too_long", "at most 10000 characters")

    def test_a_fault_says_which_character_stands_where(self):
        """Nobody sees a control character, half a character or a zero-width space: its place and its number are said."""
        assert identifier_fault("ab\x07")[1] == "no control characters; character 3 is U+0007"
        assert identifier_fault("a\ud800")[1] == "text that can be written as UTF-8; character 2 is U+D800"
        for unseen in ("\u200b \ufeff", "\u3164", "\u115f", "\u2800", "\u202e", "\u034f", "\U000e0041"):
            assert identifier_fault(unseen) == ("blank", "at least one visible character")
        assert [odd_character(one) for one in ("Đất", "a\u200b", "\u00d0ất", "C\u0412", "a\nb")] == [None, 1, 0, 1, 1]
        assert [first_difference(*both) for both in (("ab", "ab"), ("ab", "a"), ("ab", "ac"), ("a", "ab"))] == [None, 1, 1, None]

    @pytest.mark.parametrize("value", ["a", " a ", "Nguyễn", "é", "0", "x" * 10_000, "🙂"])
    def test_accepted_identifiers(self, value):
        """Anything else is an identifier, inner and outer spaces included."""
        assert identifier_fault(value) is None

    def test_labels_are_composed(self):
        """Two ways to write the same Vietnamese text are the same label."""
        nfd = unicodedata.normalize("NFD", "Tốt")

        assert sc.Label(nfd, "Good") == sc.Label("Tốt", "Good")

    def test_labels_name_all_their_faults(self):
        """A label wrong in both languages says so once, with both."""
        with pytest.raises(sc.InvalidInput) as raised:
            sc.Label("", 5)

        assert [fault.place for fault in raised.value.faults] == ["Label.vi", "Label.en"]

    def test_labels_have_two_languages(self):
        """Any other language is refused."""
        label = sc.Label("Tốt", "Good")

        assert (label.text("vi"), label.text("en")) == ("Tốt", "Good")
        with pytest.raises(sc.InvalidInput, match="unknown_language"):
            label.text("fr")

    def test_long_values_are_shortened_in_messages(self):
        """A message stays readable, whatever it quotes, even an object that cannot show itself."""

        class Broken:
            def __repr__(self) -> str:
                raise RuntimeError

        assert shown("x" * 1000) == "a text of 1000 characters"
        assert len(shown(["x" * 70, "y" * 70])) == 80
        assert shown(Broken()) == "<Broken>"

    def test_two_values_that_differ_are_never_shown_alike(self):
        """What would read the same for its length is shown whole, on both sides; what reads differently is shown as ever."""
        one, other = [*["s"] * 40, "a"], [*["s"] * 40, "b"]

        assert shown_apart(one, other) == (repr(one), repr(other))
        assert shown_apart("a" * 81, "b" * 81) == (f"'{'a' * 81}'", f"'{'b' * 81}'")
        assert shown_apart("a" * 81, "b" * 82) == ("a text of 81 characters", "a text of 82 characters")
        assert shown_apart("a" * 81, None) == ("a text of 81 characters", "None")


class TestExact:
    @pytest.mark.parametrize(
        ("given", "exact"),
        [
            (3, Fraction(3)),
            (Decimal("0.1"), Fraction(1, 10)),
            (Fraction(1, 3), Fraction(1, 3)),
            (10**100 - 1, Fraction(10**100 - 1)),
            (Decimal("1e-100"), Fraction(1, 10**100)),
            (Decimal("1" * 100), Fraction(int("1" * 100))),
        ],
    )
    def test_exact_numbers_become_fractions(self, given, exact):
        """int, Decimal and Fraction are the same number afterwards."""
        assert exact_or_none(given) == exact
        assert type(exact_or_none(given)) is Fraction

    @pytest.mark.parametrize(
        "given", [0.5, True, "1", Decimal("NaN"), Decimal("inf"), 10**100, Decimal("1e101"), Fraction(1, 10**100), None]
    )
    def test_the_rest_stays_for_the_checks(self, given):
        """What is no exact number of bearable size is not coerced."""
        assert exact_or_none(given) is given

    @pytest.mark.parametrize(
        ("value", "vi", "en"),
        [
            (Fraction(90), "90", "90"),
            (Fraction(-3, 2), "-1,5", "-1.5"),
            (Fraction(1, 80), "0,0125", "0.0125"),
            (Fraction(1, 3), "1/3", "1/3"),
            (Fraction(-7, 30), "-7/30", "-7/30"),
            (Fraction(0), "0", "0"),
            (Fraction(1, 5), "0,2", "0.2"),
        ],
    )
    def test_numbers_are_written_as_people_write_them(self, value, vi, en):
        """Decimals where they end, with the language's mark, and fractions elsewhere."""
        assert (number_text(value, "vi"), number_text(value, "en")) == (vi, en)


class TestIdMap:
    def test_it_iterates_by_id_and_equals_any_mapping(self):
        """The order of making does not matter."""
        one, other = IdMap({"b": 1, "a": 2}), IdMap([("a", 2), ("b", 1)])

        assert list(one) == ["a", "b"]
        assert one == other == {"b": 1, "a": 2}
        assert one != {"a": 2}
        assert one != 5
        assert hash(one) == hash(other) == hash(one)
        assert len({hash(IdMap({"a": number})) for number in range(9)}) > 1
        assert "a" in one
        assert 5 not in one
        assert len(one) == 2
        assert one.get("c") is None

    def test_it_never_changes(self):
        """Neither its fields nor its items can be set."""
        one = IdMap({"a": 1})

        with pytest.raises(AttributeError, match="never changes"):
            one._items = {}
        with pytest.raises(AttributeError, match="never changes"):
            del one._hash
        with pytest.raises(TypeError):
            one["a"] = 2

    def test_it_copies_and_pickles(self):
        """A copy is itself, a pickle is equal."""
        one = IdMap({"a": (1, 2)})

        assert copy.copy(one) is one
        assert copy.deepcopy(one) == one
        assert pickle.loads(pickle.dumps(one)) == one

    def test_its_repr_names_nobody(self):
        """Ids may stand for people."""
        assert repr(IdMap({"Nguyễn Văn A": 1})) == "<IdMap of 1>"


class TestMemo:
    def test_the_first_value_stays(self):
        """An entry is never changed."""
        memo = Memo()

        assert memo.find("k") is None
        assert memo.keep("k", 1) == 1
        assert memo.keep("k", 2) == 1
        assert memo.find("k") == 1

    def test_a_full_memo_keeps_nothing_new(self):
        """Hostile input cannot fill the memory, and known entries are still found."""
        memo = Memo()
        for number in range(MOST_ENTRIES):
            memo.keep(number, number)

        assert memo.keep("new", 1) == 1
        assert memo.find("new") is None
        assert memo.keep(0, 7) == 0


class TestVerdict:
    @pytest.mark.parametrize(
        ("one", "other", "both", "either"),
        [
            (MET, MET, MET, MET),
            (MET, NOT_MET, NOT_MET, MET),
            (MET, UNKNOWN, UNKNOWN, MET),
            (NOT_MET, NOT_MET, NOT_MET, NOT_MET),
            (NOT_MET, UNKNOWN, NOT_MET, UNKNOWN),
            (UNKNOWN, UNKNOWN, UNKNOWN, UNKNOWN),
        ],
    )
    def test_the_connectives_are_strong_kleene(self, one, other, both, either):
        """Unknown stays unknown unless the other part settles it; the order of the parts does not matter."""
        assert one & other is both
        assert other & one is both
        assert one | other is either
        assert other | one is either

    def test_the_opposite(self):
        """The opposite of unknown is unknown."""
        assert (~MET, ~NOT_MET, ~UNKNOWN) == (NOT_MET, MET, UNKNOWN)

    def test_it_is_no_truth_value(self):
        """``if verdict`` cannot read unknown as no."""
        for verdict in sc.Verdict:
            with pytest.raises(TypeError, match=r"^a Verdict is not a truth value: compare it, as in `verdict is Verdict\.MET`$"):
                bool(verdict)

    def test_it_joins_verdicts_only(self):
        """A yes/no value has to be made a verdict first."""
        with pytest.raises(TypeError):
            MET & True
        with pytest.raises(TypeError):
            MET | True

    def test_it_is_made_of_an_answer(self):
        """None is unknown."""
        assert [sc.Verdict.of(answer) for answer in (True, False, None)] == [MET, NOT_MET, UNKNOWN]

    def test_people_read_it_in_two_languages(self):
        """Each verdict has a label."""
        assert [verdict.label.vi for verdict in sc.Verdict] == ["đạt", "không đạt", "chưa rõ"]


class TestChecks:
    def test_all_faults_of_all_checks_come_at_once(self):
        """Each check names its field, the value and what would be right."""
        checks = Checks("Thing")
        checks.identifier("id", "")
        checks.optional_identifier("other", 3)
        checks.identifiers("ids", ("a", "a", ""))
        checks.identifiers("no_ids", 5)
        checks.text("text", " ")
        assert not checks.whole("whole", True)
        assert not checks.whole("low", 0, at_least=1)
        assert not checks.whole("high", 9, at_most=8)
        assert not checks.number("number", 0.5)
        assert not checks.kind("kind", 1, str, "text")
        assert not checks.optional_kind("kind", 1, str, "text")
        assert not checks.member("member", "MET", sc.Verdict)
        assert not checks.each("each", (1, "a"), str, "text")
        assert not checks.each("no_each", 1, str, "text")
        assert not checks.day("day", "2020-01-01")
        assert not checks.optional_day("day", 5)
        with pytest.raises(sc.InvalidInput) as raised:
            checks.done()

        assert [(fault.code, fault.place) for fault in raised.value.faults] == [
            ("blank", "Thing.id"),
            ("not_text", "Thing.other"),
            ("duplicate", "Thing.ids"),
            ("blank", "Thing.ids"),
            ("not_a_collection", "Thing.no_ids"),
            ("blank", "Thing.text"),
            ("not_whole", "Thing.whole"),
            ("too_small", "Thing.low"),
            ("too_large", "Thing.high"),
            ("not_exact", "Thing.number"),
            ("wrong_kind", "Thing.kind"),
            ("wrong_kind", "Thing.kind"),
            ("wrong_kind", "Thing.member"),
            ("wrong_kind", "Thing.each[0]"),
            ("not_a_collection", "Thing.no_each"),
            ("not_a_day", "Thing.day"),
            ("not_a_day", "Thing.day"),
        ]

    def test_what_is_right_passes(self):
        """No check complains about a right value, and bounds are inclusive."""
        checks = Checks("Thing")
        checks.identifier("id", "a")
        checks.optional_identifier("other", None)
        checks.identifiers("ids", ("a", "b"))
        checks.text("text", "a\nb")
        assert checks.whole("whole", 1, at_least=1, at_most=1)
        assert checks.number("number", Decimal(1))
        assert checks.optional_kind("kind", None, str, "text")
        assert checks.member("member", MET, sc.Verdict)
        assert checks.each("each", ("a",), str, "text")
        assert checks.optional_day("day", None)
        assert checks.clean

        checks.done()

    def test_collections_become_tuples(self):
        """Text and what cannot be iterated stay, for the checks to name."""
        assert as_tuple(iter([1, 2])) == (1, 2)
        assert as_tuple("ab") == "ab"
        assert as_tuple(5) == 5
        assert composed_sorted(["b", "a"]) == ("a", "b")
        assert composed_sorted(["b", 1]) == ("b", 1)
        assert composed_sorted(5) == 5

    def test_mappings_are_by_id(self):
        """Ids are composed and what they hold with them; what cannot be one mapping stays, for the checks to name."""
        assert composed_map({"e\u0301": "a\u0301"}, composed) == {"é": "á"}
        assert composed_map({"e\u0301": "a\u0301"}) == {"é": "a\u0301"}
        assert isinstance(composed_map({}), IdMap)
        assert composed_map(IdMap({"e\u0301": 1})) == {"é": 1}
        assert composed_map(5) == 5
        for twice in ({"é": 1, "e\u0301": 2}, {"": 1}, {1: 2}):
            assert composed_map(twice) == dict(twice)
            assert type(composed_map(twice)) is dict

    def test_an_equal_mapping_is_shared(self):
        """Nothing is copied where nothing changes."""
        mapping = IdMap({"é": ("a",)})

        assert composed_map(mapping, composed_sorted) is mapping


class TestEdgesOfMappingsAndNumbers:
    def test_what_is_no_id_has_no_value(self):
        """A key that is not there, and one that cannot be a key, are missing as Python says it; another spelling is found."""
        found = IdMap({"Hoà": 1})

        assert found[unicodedata.normalize("NFD", "Hoà")] == 1
        for key in ("Hòa", ["Hoà"]):
            with pytest.raises(KeyError):
                found[key]

    def test_a_number_of_more_than_a_hundred_digits_is_refused(self):
        """The largest number there may be has a hundred digits; the next one is a fault of its field."""
        checks = Checks("Count")
        assert checks.whole("largest", 10**100 - 1)
        assert not checks.whole("larger", 10**100)
        with pytest.raises(sc.InvalidInput) as refused:
            checks.done()
        assert [(fault.code, fault.place) for fault in refused.value.faults] == [("too_many_digits", "Count.larger")]
