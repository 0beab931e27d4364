"""What the checks of values say, word for word: the field, what stands there, what would be right; and how values are shown."""

from datetime import UTC, date, datetime
from decimal import Decimal
from fractions import Fraction
from typing import Any, Literal

import pytest

import supervision_core as sc
from supervision_core.values import IdMap
from supervision_core.values.checks import Checks, composed_each, composed_map, composed_sorted
from supervision_core.values.exact import are_whole, number_fault
from supervision_core.values.hints import fitting, misfit
from supervision_core.values.text import (
    are_ids,
    are_plain_ids,
    described,
    first_difference,
    identifier_fault,
    odd_character,
    text_fault,
    veiled,
)

EXACT = "an exact number: int, Fraction or Decimal"
DAY = "a day (datetime.date)"
VERDICTS = "one of Verdict.MET, Verdict.NOT_MET, Verdict.UNKNOWN"


@pytest.mark.parametrize(
    ("check", "given", "more", "said"),
    [
        ("identifier", (" ",), {}, ("blank", "Thing.x", "' '", "at least one visible character")),
        ("identifier", (5,), {}, ("not_text", "Thing.x", "5", "text (str)")),
        ("identifier", ("a\nb",), {}, ("control_character", "Thing.x", "'a\\nb'", "no control characters; character 2 is U+000A")),
        ("optional_identifier", (5,), {}, ("not_text", "Thing.x", "5", "text (str)")),
        ("identifiers", (5,), {}, ("not_a_collection", "Thing.x", "5", "a collection of ids")),
        ("identifiers", (("a", "a"),), {}, ("duplicate", "Thing.x", "'a'", "each id once")),
        ("identifiers", (("a", ""),), {}, ("blank", "Thing.x", "''", "at least one visible character")),
        ("distinct", (["a", "a"],), {}, ("duplicate", "Thing.x", "['a', 'a']", "each once; two are alike in composed Unicode")),
        ("by_id", (5, "a mapping"), {}, ("wrong_kind", "Thing.x", "5", "a mapping")),
        ("text", (" ",), {}, ("blank", "Thing.x", "' '", "at least one visible character")),
        ("whole", (True,), {}, ("not_whole", "Thing.x", "True", "a whole number (int)")),
        ("whole", (1,), {"at_least": 2}, ("too_small", "Thing.x", "1", "at least 2")),
        ("whole", (3,), {"at_most": 2}, ("too_large", "Thing.x", "3", "at most 2")),
        ("number", (0.5,), {}, ("not_exact", "Thing.x", "0.5", EXACT)),
        ("number", (Decimal("NaN"),), {}, ("not_finite", "Thing.x", "Decimal('NaN')", EXACT)),
        ("kind", (1, str, "a text"), {}, ("wrong_kind", "Thing.x", "1", "a text")),
        ("optional_kind", (1, str, "a text"), {}, ("wrong_kind", "Thing.x", "1", "a text, or None")),
        ("day", (datetime(2026, 1, 1, tzinfo=UTC),), {}, ("not_a_day", "Thing.x", "datetime.datetime(2026, 1, 1, 0, 0, tzinfo=datetime.timezone.utc)", DAY)),
        ("optional_day", ("1/1/2026",), {}, ("not_a_day", "Thing.x", "'1/1/2026'", DAY)),
        ("member", ("MET", sc.Verdict), {}, ("wrong_kind", "Thing.x", "'MET'", VERDICTS)),
        ("each", (5, str, "a text"), {}, ("not_a_collection", "Thing.x", "5", "a collection, each item a text")),
        ("each", (("a", 5), str, "a text"), {}, ("wrong_kind", "Thing.x[1]", "5", "a text")),
        ("stream", ("ab", "a text"), {}, ("not_a_collection", "Thing.x", "'ab'", "a collection, each item a text")),
        ("stream", ({}, "a text"), {}, ("not_a_collection", "Thing.x", "a dict of 0", "a collection, each item a text")),
    ],
)
def test_each_check_says_where_what_and_what_would_be_right(check, given, more, said):
    """One fault: its kind, the field, the value as it is shown, and the words of what is asked for."""
    checks = Checks("Thing")

    assert not getattr(checks, check)("x", *given, **more)
    assert [(one.code, one.place, one.found, one.expected) for one in checks.faults] == [said]
    assert not checks.clean


def test_keys_that_are_no_ids_are_told_and_leave_their_values_to_be_looked_at():
    """A blank key is one fault; two spellings of one id are another, and then nothing more is said."""
    told = []
    for given in ({" ": 1}, {"Hoa\u0300": 1, "Hoà": 2, " ": 3}, {5: 1}):
        checks = Checks("Thing")
        told.append((checks.by_id("x", given, "a mapping"), [(one.code, one.place, one.expected) for one in checks.faults]))

    assert told == [
        (True, [("blank", "Thing.x", "at least one visible character")]),
        (False, [("duplicate", "Thing.x", "each once; two are alike in composed Unicode")]),
        (False, [("wrong_kind", "Thing.x", "a mapping")]),
    ]


def test_the_time_in_force_is_told_by_its_two_days():
    """Each day for itself; an end that is not after the beginning as an empty period; no end is fine."""
    told = []
    for first, until in ((5, 6), (date(2026, 1, 2), date(2026, 1, 2)), (date(2026, 1, 2), date(2026, 1, 3)), (date(2026, 1, 2), None), (5, date(2026, 1, 2))):
        checks = Checks("Thing")
        checks.in_force(first, until)
        told.append([(one.code, one.place, one.found, one.expected) for one in checks.faults])

    first = ("not_a_day", "Thing.in_force_from", "5", DAY)
    assert told == [
        [first, ("not_a_day", "Thing.in_force_until", "6", DAY)],
        [("empty_period", "Thing.in_force_until", "datetime.date(2026, 1, 2)", "a day after in_force_from")],
        [],
        [],
        [first],
    ]


@pytest.mark.parametrize(
    ("value", "code", "expected"),
    [
        ("a" * 10_000, None, None),
        ("á" * 10_000, None, None),
        ("a" * 10_001, "too_long", "at most 10000 characters"),
        ("á" * 10_001, "too_long", "at most 10000 characters"),
        ("\u200b", "blank", "at least one visible character"),
        ("a\ud800", "lone_surrogate", "text that can be written as UTF-8; character 2 is U+D800"),
        (None, "not_text", "text (str)"),
    ],
)
def test_a_text_and_an_id_are_refused_for_one_reason(value, code, expected):
    """Texts and ids alike; ten thousand characters are not too many."""
    right = None if code is None else (code, expected)

    assert text_fault(value) == identifier_fault(value) == right


def test_a_text_may_have_lines_and_an_id_may_not():
    """A line ends with a control character, which has no name but a number."""
    assert text_fault("á\nb") is None
    assert identifier_fault("á\nb") == ("control_character", "no control characters; character 2 is U+000A")


@pytest.mark.parametrize(
    ("value", "said"),
    [
        (None, "None"), (1.5, "1.5"), ("a" * 20, repr("a" * 20)), ("a" * 21, "a text of 21 characters"), ("a b", "a text of 3 characters"), (["a"], "a list of 1"),
        (("a", "b"), "a tuple of 2"), ({1}, "a set of 1"), (b"ab", "a bytes of 2"), (object(), "a object"), (Fraction(1, 2), "Fraction(1, 2)"),
    ],
)  # fmt: skip
def test_what_is_no_value_for_its_place_is_told_by_its_kind(value, said):
    """Numbers, days and short words as they are; all else by its kind and how much of it there is."""
    assert described(value) == said


def test_what_names_people_is_veiled():
    """That it is there, or how many there are; nothing at all as nothing."""
    assert [veiled(one) for one in (None, "An", ("An", "Bình"), ())] == ["None", "<…>", "<2>", "<0>"]


def test_where_texts_differ_and_where_one_is_odd():
    """The first place, from 0: a character that the other has not there, one that cannot be seen, one of another alphabet."""
    assert [first_difference(*pair) for pair in (("ab", "ab"), ("ab", "ac"), ("ab", "a"), ("a", "ab"))] == [None, 1, 1, None]
    assert [odd_character(one) for one in ("Đất", "a\u200bb", "Ðất", "ab\u0410", "a\u03b1", "\n")] == [None, 1, 0, 2, 1, 0]


@pytest.mark.parametrize(
    ("ids", "plain", "are"),
    [
        (["a", "b"], True, True), ([], True, True), (["a", ""], False, False), (["a", " "], False, False), (["a", 5], False, False), (["đ"], False, True),
        (["o\u0302"], False, False), (["a\nb"], False, False), (["a" * 10_000, "b"], True, True), (["a" * 10_001], False, False),
    ],
)  # fmt: skip
def test_ids_are_plain_or_composed_or_none(ids, plain, are):
    """Plain ones are ASCII; ids may have any letters, composed; blank, broken and too long ones are neither."""
    assert (are_plain_ids(ids), are_ids(ids)) == (plain, are)


def test_all_numbers_are_whole_and_bearable_or_one_is_not():
    """The largest and the smallest of them are looked at: a hundred digits are borne, on either side."""
    largest = 10**100 - 1

    assert all(map(are_whole, [(), (1, -2), (largest, -largest)]))
    assert not any(map(are_whole, [(1, True), (1, largest + 1), (-largest - 1, 1), (1, "a"), (Fraction(1), 1)]))
    assert [number_fault(one) for one in (largest, -largest, Fraction(1, largest))] == [None, None, None]
    for one in (largest + 1, -largest - 1, Fraction(1, largest + 1), Decimal("1E101"), Decimal(1).scaleb(-101)):
        assert number_fault(one) == ("too_many_digits", "at most 100 digits")


def test_collections_of_texts_are_composed_and_sorted():
    """In their own order or sorted; what is no text leaves the order; what is composed already is the same object."""
    given = ("b", "a")

    assert composed_each(given) is given
    assert composed_each(["o\u0302"]) == ("ô",)
    assert composed_sorted(given) == ("a", "b")
    assert composed_sorted(("b", 5, "a")) == ("b", 5, "a")
    assert composed_map({"b": 1, "a": 2}) == IdMap({"a": 2, "b": 1})
    assert type(composed_map({"Hoa\u0300": 1, "Hoà": 2})) is dict


@pytest.mark.parametrize(
    ("hint", "fine", "wrong"),
    [
        (str, "ô", "\ud800"),
        (int, 10**50, True),
        (int, -5, 10**100),
        (bool, False, 0),
        (date, date(2026, 1, 1), datetime(2026, 1, 1, tzinfo=UTC)),
        (Fraction, Fraction(1, 3), Fraction(1, 10**100)),
        (Fraction, Fraction(0), 0.5),
        (None.__class__, None, 0),
        (sc.Label, sc.Label("a", "a"), "a"),
        (Literal["vi", "en"], "vi", "fr"),
        (str | None, None, 5),
        (str | None, "a", "\ud800"),
        (int | str | None, "a", 1.5),
        (tuple[str, ...], ("a", "ô"), ("a", "\ud800")),
        (tuple[str, ...], (), ["a"]),
        (tuple[sc.Label, ...], (sc.Label("a", "a"),), (sc.Label("a", "a"), "a")),
        (tuple[sc.Label, ...], (), [sc.Label("a", "a")]),
        (tuple[str | None, ...], ("a", None), ("a", 5)),
        (tuple[str, int], ("a", 1), ("a", 1, 1)),
        (tuple[str, int], ("a", 1), (1, "a")),
        (IdMap[int], IdMap({"a": 1}), IdMap({"a": "b"})),
        (IdMap[int], IdMap({}), {"a": "b"}),
        (Any, 5, None),
    ],
)
def test_the_quick_test_of_a_hint_takes_what_is_right_and_leaves_what_is_wrong(hint, fine, wrong):
    """What passes quickly has no fault; what has a fault does not pass; usual values of each hint pass."""
    quick = fitting.__wrapped__(hint)

    assert quick(fine)
    assert misfit(fine, hint) is None
    if hint is not Any:
        assert not quick(wrong)
        assert misfit(wrong, hint) is not None


@pytest.mark.parametrize(
    ("hint", "words"),
    [
        (tuple[str, ...] | None, "a tuple, each item text (str), or None"), (list[Fraction], "a collection, each item an exact number"),
        (dict[str, date], f"a mapping by ids, each {DAY}"), (tuple[bool, date], f"(True or False, {DAY})"), (int | str, "a whole number (int) or text (str)"),
        (sc.Label | sc.Assessment | None, "a Label or an Assessment, or None"), (sc.Infeasible, "an Infeasible"),
    ],
)  # fmt: skip
def test_each_hint_has_its_words(hint, words):
    """What would be right is said in words, inside collections too."""
    assert misfit(object(), hint)[3] == words
