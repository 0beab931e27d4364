"""Small mistakes in documents that no test noticed: how much is said of one wrong place, how it is shown, how deep is too deep."""

import json
from pathlib import Path

import attrs
import pytest

import supervision_core as sc
from contract.callables import ROOMS
from supervision_core.criteria import AllOf, Holds, Not
from supervision_core.serialization import InvalidDocument, canonical_bytes, from_document, receipt, recheck, to_document
from supervision_core.serialization.kinds import is_kind, schema_name

ROSTER = sc.Roster(subjects=[sc.Subject(id="s1")], lead_units=[sc.LeadUnit(id="front"), sc.LeadUnit(id="women")])


def problems_of(document, cls):
    """Each problem: where, what is there, what should be."""
    with pytest.raises(InvalidDocument) as raised:
        from_document(document, cls)
    return [(one.path, one.found, one.expected) for one in raised.value.problems]


def test_of_a_pair_with_one_wrong_half_only_that_half_is_said():
    """The other half is right, and so is everything that is made of both."""
    links = to_document(sc.rotation.Links(heads=[("p", "front")]))

    assert [one[0] for one in problems_of({**links, "heads": [["p", 5]]}, sc.rotation.Links)] == ["$.heads[0][1]"]
    assert [one[0] for one in problems_of({**links, "heads": [[5, "front"]]}, sc.rotation.Links)] == ["$.heads[0][0]"]
    assert [one[0] for one in problems_of({**links, "heads": [[5, 6]]}, sc.rotation.Links)] == ["$.heads[0][0]", "$.heads[0][1]"]
    assert [one[0] for one in problems_of({**links, "heads": [["p"]]}, sc.rotation.Links)] == ["$.heads[0]"]


@pytest.mark.parametrize("given", [5, None, [], "x"])
def test_what_is_no_mapping_is_said_once(given):
    """Nothing is said of what would have stood in it."""
    plan = to_document(sc.plan_year(ROSTER, year=2026))

    assert [one[0] for one in problems_of({**plan, "assignments": given}, sc.Plan)] == ["$.assignments"]


def test_text_is_shown_as_it_stands_there():
    """In Vietnamese letters; half a character, which cannot be written, by its number."""
    label = to_document(sc.Label("Tổ", "Group"))

    assert next(one[:2] for one in problems_of({**label, "schema": "tốt"}, sc.Label)) == ("$.schema", '"tốt"')
    assert next(one[:2] for one in problems_of({**label, "schema": "\ud800"}, sc.Label)) == ("$.schema", '"\\ud800"')


def nested(parts):
    """A criterion within so many others."""
    node = Holds(code="a")
    for _ in range(parts):
        node = Not(part=node)
    return node


def depth_of(document):
    """How many objects and lists stand within each other."""
    inner = document.values() if isinstance(document, dict) else document if isinstance(document, list) else ()
    return max((1 + depth_of(one) for one in inner), default=0)


def test_a_hundred_deep_is_not_too_deep_and_one_more_is():
    """In a pair, written and read: each condition within another one is an object within an object."""
    deepest = to_document(nested(99))
    inner = deepest["part"]
    deeper = {**deepest, "part": {**inner, "part": inner}}

    assert (depth_of(deepest), depth_of(deeper)) == (100, 101)
    assert from_document(deepest, Not) == nested(99)
    assert problems_of(deeper, Not) == [("$", "deeper nesting", "lists and objects nested at most 100 deep")]


def test_what_is_written_is_not_too_deep_to_be_read():
    """A condition among conditions is an object within a list within an object: 50 of them are one too deep."""
    fits, too_deep = Not(part=Holds(code="a")), Holds(code="a")
    for _ in range(49):
        fits = AllOf(parts=[fits])
    for _ in range(50):
        too_deep = AllOf(parts=[too_deep])

    assert depth_of(to_document(fits)) == 100
    assert from_document(to_document(fits), AllOf) == fits
    with pytest.raises(sc.InvalidInput) as raised:
        to_document(too_deep)
    assert [(one.code, one.place, one.expected) for one in raised.value.faults] == [
        ("too_deep", "AllOf", "lists and objects nested at most 100 deep"),
    ]


def test_what_stands_in_no_document_has_no_bytes():
    """What JSON cannot say is refused with the code of a wrong kind."""
    for wrong in ({"a": object()}, {"a": float("nan")}, {"a": {1, 2}}):
        with pytest.raises(sc.InvalidInput) as raised:
            canonical_bytes(wrong)
        assert [(one.code, one.place, one.expected) for one in raised.value.faults] == [
            ("wrong_kind", "canonical_bytes.document", "only objects, lists, texts, whole numbers, true, false, null"),
        ]


def test_a_receipt_says_whose_policy_and_reference_it_has():
    """Another reference than the plan's, and another policy: each with its place and what would be right."""
    plan = sc.plan_year(ROSTER, year=2026)
    kept = receipt(plan, ROSTER)
    other = attrs.evolve(kept, reference={"s1": "women"})
    told = {one.code: (one.place, one.expected) for one in recheck(other)}
    strict = attrs.evolve(kept, policy=sc.RotationPolicy(cooling_off_years=0))

    assert told["other_reference"] == ("Receipt.reference", "the plan's own reference")
    place, expected = {one.code: (one.place, one.expected) for one in recheck(strict)}["other_policy"]
    assert (place, expected) == ("Receipt.policy", "the plan's own: cooling_off_years 1")


CORPUS = sorted((Path(__file__).parents[1] / "corpus").glob("*.json"))


def kinds():
    """The document of each kind that stands in the corpus in its newest version, with the class of its value."""
    classes = {one.__name__: one for room in ROOMS for one in vars(room).values() if isinstance(one, type) and is_kind(one)}
    classes |= {name: one for room in ROOMS for name in room.__all__ if isinstance(one := getattr(room, name), type) and is_kind(one)}
    names = {schema_name(one): one for one in classes.values()}
    documents = {path.stem: json.loads(path.read_text(encoding="utf-8")) for path in CORPUS}
    return [pytest.param(one, names[one["schema"]], id=stem) for stem, one in documents.items() if one["schema"] in names]


def test_every_kind_has_a_document():
    """So the law below looks at all of them."""
    assert len(kinds()) > 150


@pytest.mark.parametrize(("document", "cls"), kinds())
def test_a_wrong_field_is_said_at_its_place_and_nothing_else(document, cls):
    """Each field in turn is a number with a point, which stands nowhere in a document: one problem, and it names the field."""
    fields = [one for one in document if one != "schema"]

    assert {field: [one[0] for one in problems_of({**document, field: 1.5}, cls)] for field in fields} == {one: [f"$.{one}"] for one in fields}


def test_reasons_too_are_looked_at_a_hundred_deep():
    """Each reason within another is an object within a list: as deep as may be they are read, and one more is said to be too deep."""
    document = to_document(sc.assess(sc.regulations.GOOD_PERFORMANCE_2014, sc.Facts.of({"duties.fairly_done": False})).reasons)
    inner = document["children"][0]
    wrapped = {**inner, "children": [inner]}
    while depth_of({**document, "children": [{**wrapped, "children": [wrapped]}]}) <= 100:
        wrapped = {**wrapped, "children": [wrapped]}
    deepest = {**document, "children": [wrapped]}
    deeper = {**document, "children": [{**wrapped, "children": [wrapped]}]}

    assert 99 <= depth_of(deepest) <= 100 < depth_of(deeper)
    assert to_document(from_document(deepest, sc.Reason)) == deepest
    assert problems_of(deeper, sc.Reason) == [("$", "deeper nesting", "lists and objects nested at most 100 deep")]
