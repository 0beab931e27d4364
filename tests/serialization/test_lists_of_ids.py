"""J32: what a schema can say of a list of ids it says, and no more than the reader refuses."""

import json
from pathlib import Path

import attrs
import pytest
from jsonschema import Draft202012Validator

import supervision_core as sc
from contract.kinds import value_kinds
from supervision_core.serialization import InvalidDocument, from_document, json_schema
from supervision_core.serialization.kinds import schema_name
from supervision_core.values.checks import composed_sorted

CORPUS = Path(__file__).parents[1] / "corpus"


def document_of(kind):
    """The kept document of a kind."""
    _, word, version = schema_name(kind).split("/")
    return json.loads((CORPUS / f"{word}-{version}.json").read_text("utf-8"))


#: Every list of ids that stands directly in a document.
FIELDS = [
    (kind, field.name)
    for kind in value_kinds()
    for field in attrs.fields(kind)
    if field.init and field.converter is composed_sorted and isinstance(document_of(kind).get(field.name), list)
]


@pytest.mark.parametrize(("kind", "name"), FIELDS, ids=[f"{kind.__name__}.{name}" for kind, name in FIELDS])
def test_an_id_twice_or_blank_is_refused_by_both(kind, name):
    """Neither the schema nor the reader takes it, and the schema takes the kept document's own list."""
    document = document_of(kind)
    schema = json_schema(kind)
    validator = Draft202012Validator({**schema, "$ref": schema["$ref"]})
    wrong = ({**document, name: ["one", "one"]}, {**document, name: [""]}, {**document, name: [" "]})

    for one in wrong:
        assert not validator.is_valid(one)
        with pytest.raises(InvalidDocument):
            from_document(one, kind)
    assert not [error for error in validator.iter_errors(document) if list(error.absolute_path)[:1] == [name]]


def test_there_are_dozens_of_them():
    """The search for lists of ids finds them."""
    assert len(FIELDS) > 35


def test_handling_checks_its_own_fields():
    """An action, a citation or none, codes that are given once."""
    with pytest.raises(sc.InvalidInput) as caught:
        sc.evidence.Handling(action="settle", citation=5, time_limits=["a", "a"])
    assert [fault.code for fault in caught.value.faults] == ["wrong_kind", "wrong_kind", "duplicate"]
