"""What citations, mappings, keys and facts refuse: each fault whole, and what Python itself is told."""

import attrs
import pytest

import supervision_core as sc
from supervision_core import Label
from supervision_core.values import Citation, IdMap, Instrument, InstrumentKind, Verification
from supervision_core.values.checks import Checks
from supervision_core.values.confidential import check_confidential

L = Label("mục", "item")
SEEN = "at least one visible character"
PLAN = Instrument(kind=InstrumentKind.PLAN, number="02/KH", title=L)
CITED = Citation(instrument=PLAN, article="2.3", verification=Verification.VERIFIED)
PAIRS = "a mapping by ids, or pairs of id and value"


def told(make):
    """Each fault: its code, its place, what was found, what would be right."""
    with pytest.raises(sc.InvalidInput) as raised:
        make()
    return [(one.code, one.place, one.found, one.expected) for one in raised.value.faults]


@pytest.mark.parametrize(
    ("one", "field", "value", "fault"),
    [
        (PLAN, "kind", "plan", ("wrong_kind", "Instrument.kind", "'plan'", "one of " + ", ".join(f"InstrumentKind.{kind.name}" for kind in InstrumentKind))),
        (PLAN, "title", 5, ("wrong_kind", "Instrument.title", "5", "a Label")),
        (PLAN, "number", "", ("blank", "Instrument.number", "''", SEEN)),
        (PLAN, "issued", 5, ("not_a_day", "Instrument.issued", "5", "a day (datetime.date)")),
        (PLAN, "issuer", 5, ("wrong_kind", "Instrument.issuer", "5", "a Label, or None")),
        (CITED, "instrument", 5, ("wrong_kind", "Citation.instrument", "5", "an Instrument")),
        (CITED, "article", " ", ("blank", "Citation.article", "' '", SEEN)),
        (CITED, "article", 5, ("not_text", "Citation.article", "5", "text (str)")),
        (CITED, "verification", 5, ("wrong_kind", "Citation.verification", "5", "one of Verification.VERIFIED, Verification.VERIFIED_CODE, Verification.REPORTED")),
    ],
)  # fmt: skip
def test_a_citation_says_what_it_refuses(one, field, value, fault):
    """The field, what stands there, and what would be right; a document cited as a whole has no article."""
    assert told(lambda: attrs.evolve(one, **{field: value})) == [fault]
    assert attrs.evolve(CITED, article="").article == ""


@pytest.mark.parametrize(
    ("items", "faults"),
    [
        (5, [("wrong_kind", "IdMap.items", "<int>", PAIRS)]),
        ("ab", [("wrong_kind", "IdMap.items", "<str>", PAIRS)]),
        (b"ab", [("wrong_kind", "IdMap.items", "<bytes>", PAIRS)]),
        ([("a", 1), 5], [("wrong_kind", "IdMap.items", "<list>", PAIRS)]),
        ([("a", 1, 2)], [("wrong_kind", "IdMap.items", "<list>", PAIRS)]),
        ([["a", 1]], [("wrong_kind", "IdMap.items", "<list>", PAIRS)]),
        ([("a", 1), ("b", 2), ("a", 1)], [("duplicate", "IdMap.items", "'a'", "each id once; another is alike in composed Unicode")]),
        ({"ô": 1, "o\u0302": 2}, [("duplicate", "IdMap.items", "'ô'", "each id once; another is alike in composed Unicode")]),
        ({"": 1, 5: 2, "a": 3}, [("blank", "IdMap.items", "''", SEEN), ("not_text", "IdMap.items", "5", "text (str)")]),
        (
            {"a": [], "b": {}, "c": []},
            [
                ("wrong_kind", "IdMap.items", "a value of dict", "values that never change"),
                ("wrong_kind", "IdMap.items", "a value of list", "values that never change"),
            ],
        ),
    ],
)
def test_a_mapping_says_what_it_refuses(items, faults):
    """What is no mapping and no pairs, ids that are none or come twice, and values that may change."""
    assert told(lambda: IdMap(items)) == faults


def test_a_mapping_never_changes_and_says_so():
    """Neither is a name set nor is one deleted, and the name is told."""
    one = IdMap({"a": 1})

    with pytest.raises(AttributeError, match=r"^an IdMap never changes: 'size' cannot be set$"):
        one.size = 5
    with pytest.raises(AttributeError, match=r"^an IdMap never changes: '_items' cannot be deleted$"):
        del one._items
    assert one == {"a": 1}


def test_facts_have_no_other_attributes():
    """As Python says it of any other object."""
    with pytest.raises(AttributeError, match=r"^'Facts' object has no attribute 'grade'$"):
        sc.Facts().grade


@pytest.mark.parametrize(
    ("value", "fault"),
    [
        (
            "a\nb",
            ("control_character", "Thing.key", "'a key that is not shown'", "no control characters; character 2 is U+000A"),
        ),
        ("k" * 10_001, ("too_long", "Thing.key", "'a key that is not shown'", "at most 10000 characters")),
        ("", ("blank", "Thing.key", "''", SEEN)),
        (" ", ("blank", "Thing.key", "' '", SEEN)),
        (5, ("not_text", "Thing.key", "5", "text (str)")),
        (b"secret", ("not_text", "Thing.key", "a bytes of 6", "text (str)")),
    ],
)
def test_a_key_is_not_shown(value, fault):
    """What is wrong with it is said, and where; of a key that says something not a letter is repeated."""
    checks = Checks("Thing")
    check_confidential(checks, "key", value)

    assert [(one.code, one.place, one.found, one.expected) for one in checks.faults] == [fault]


def test_a_key_that_is_one_is_no_fault():
    """Any text that could be an id."""
    checks = Checks("Thing")
    check_confidential(checks, "key", "k-77")

    assert checks.clean
