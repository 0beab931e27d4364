"""What a type hint asks for is recognised in a value, and said in words."""

from collections.abc import Callable, Iterable, Mapping
from enum import IntEnum
from typing import Any, Literal, TypeVar

import pytest

import supervision_core as sc
from supervision_core.values import IdMap
from supervision_core.values.exact import whole_or_same
from supervision_core.values.hints import misfit
from supervision_core.values.mappings import finder_of
from supervision_core.values.text import are_plain_ids, composed

T = TypeVar("T")


class Size(IntEnum):
    """A whole number with a name."""

    TWO = 2


@pytest.mark.parametrize(
    ("value", "hint"),
    [
        ("vi", Literal["vi", "en"]),
        (5, Any),
        (5, T),
        (object(), object),
        (int, type[int]),
        (len, Callable[[Any], int]),
        ({"a": 1}, Mapping[str, int]),
        ((1, "a"), tuple[int, str]),
        ((1, 2), tuple[int, ...]),
        (None, int | None),
        (sc.Verdict.MET, sc.Verdict),
    ],
)
def test_what_fits_has_no_fault(value, hint):
    """A value of the kind that is asked for."""
    assert misfit(value, hint) is None


@pytest.mark.parametrize(
    ("value", "hint", "place", "code", "expected"),
    [
        ("fr", Literal["vi", "en"], "", "wrong_kind", "'vi' or 'en'"),
        (5, type[int], "", "wrong_kind", "a class"),
        (5, Callable[[Any], int], "", "wrong_kind", "a function"),
        ([], Mapping[str, int], "", "wrong_kind", "a mapping by ids, each a whole number (int)"),
        ({"a": "b"}, Mapping[str, int], "['a']", "not_whole", "a whole number (int)"),
        ({5: 1}, Mapping[str, int], "", "not_text", "text (str)"),
        ((1,), tuple[int, str], "", "wrong_kind", "(a whole number (int), text (str))"),
        ((1, 2), tuple[int, str], "[1]", "not_text", "text (str)"),
        ("ab", tuple[str, ...], "", "not_a_collection", "a tuple, each item text (str)"),
        ("x", int | None, "", "wrong_kind", "a whole number (int), or None"),
        ("x", list[T], "", "not_a_collection", "a collection, each item anything"),
        (1, sc.Verdict, "", "wrong_kind", "one of Verdict.MET, Verdict.NOT_MET, Verdict.UNKNOWN"),
        (1, sc.Label, "", "wrong_kind", "a Label"),
        (True, int, "", "not_whole", "a whole number (int)"),
    ],
)
def test_what_does_not_fit_is_named(value, hint, place, code, expected):
    """Where it stands, what kind of fault it is, and what would be right."""
    found = misfit(value, hint)

    assert found is not None
    assert (found[0], found[2], found[3]) == (place, code, expected)


def test_iterators_are_not_read():
    """What can be read once only is left to whoever reads it."""
    once = iter([1])

    assert misfit(once, Iterable[int]) is None
    assert list(once) == [1]


def test_kinds_of_text_and_numbers_become_plain():
    """A named number is the number, text of any kind is text, and nothing else is touched."""

    class Tag(str):
        """A kind of text."""

        __slots__ = ()

    assert type(whole_or_same(Size.TWO)) is int
    assert whole_or_same(Size.TWO) == 2
    assert whole_or_same(True) is True
    assert type(composed(Tag("a"))) is str


def test_ids_are_looked_at_all_at_once():
    """One that is no text among many is seen."""
    assert are_plain_ids(["a", "b"])
    assert not are_plain_ids(["a", 5])


class TestMappings:
    """Having a mapping by ids means that its ids are checked and composed."""

    KNOWN = IdMap({"b": 2, "a": 1})

    def test_what_cannot_be_hashed_is_no_id(self):
        """Asking for it finds nothing, as for any id that is not there."""
        assert [] not in self.KNOWN
        assert self.KNOWN.get([], 7) == 7
        with pytest.raises(KeyError):
            _ = self.KNOWN[[]]

    def test_look_ups_of_many(self):
        """The quick way finds what the other finds."""
        assert [finder_of(self.KNOWN)(key) for key in ("a", "z")] == [1, None]

    @pytest.mark.parametrize("junk", [5, "ab", [("a", 1, 2)], [5]])
    def test_what_is_no_mapping(self, junk):
        """It is named by its kind."""
        with pytest.raises(sc.InvalidInput) as caught:
            IdMap(junk)

        assert [fault.code for fault in caught.value.faults] == ["wrong_kind"]

    def test_pairs_and_mappings_make_the_same(self):
        """In whatever order they come."""
        assert IdMap([("a", 1), ("b", 2)]) == self.KNOWN == IdMap(self.KNOWN)

    def test_one_id_spelt_twice(self):
        """Two spellings of one letter are one id; what is no id is named beside it."""
        with pytest.raises(sc.InvalidInput) as caught:
            IdMap({"Hoà": 1, "Hoa\u0300": 2, " ": 3})

        assert sorted(fault.code for fault in caught.value.faults) == ["blank", "duplicate"]

    def test_values_never_change(self):
        """A list could."""
        with pytest.raises(sc.InvalidInput) as caught:
            IdMap({"a": [1]})

        assert caught.value.faults[0].expected == "values that never change"
