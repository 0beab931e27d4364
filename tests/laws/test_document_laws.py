"""Laws of documents: what is written is read back the same, and nothing else is read at all."""

import json

import jsonschema
import pytest
from hypothesis import given, strategies as st

import supervision_core as sc
from contract.kinds import value_kinds
from sharing import shared
from supervision_core.serialization import (
    InvalidDocument,
    Receipt,
    canonical_bytes,
    fingerprint,
    from_document,
    json_schema,
    recheck,
    to_document,
)
from supervision_core.strategies import damaged_documents, documents, receipts

KINDS = [*value_kinds(), Receipt]
# There are a hundred and fifty kinds; each law is tried on all of them.
few = shared(KINDS, least=5)


def name_of(kind):
    return kind.__name__


@pytest.mark.parametrize("kind", KINDS, ids=name_of)
def test_every_generated_value_comes_back_the_same(kind):
    """A value's document passes through JSON text, fits its published schema, and gives an equal value with an equal document."""
    schema = json_schema(kind)
    jsonschema.Draft202012Validator.check_schema(schema)
    validator = jsonschema.Draft202012Validator(schema)

    @few
    @given(st.from_type(kind))
    def check(value):
        text = json.dumps(to_document(value))
        document = json.loads(text)
        validator.validate(document)

        back = from_document(document, kind)
        assert back == value
        assert hash(back) == hash(value)
        assert canonical_bytes(to_document(back)) == canonical_bytes(document)
        assert fingerprint(back) == fingerprint(value)

    check()


@pytest.mark.parametrize("kind", KINDS, ids=name_of)
def test_a_damaged_document_is_refused_or_is_exactly_what_would_be_written(kind):
    """Nothing but ``InvalidDocument`` is raised, and what is accepted has the canonical bytes of its value."""

    @few
    @given(damaged_documents(kind))
    def check(document):
        value, problems = read(document, kind)

        if value is None:
            assert problems
            assert all(problem.path.startswith("$") for problem in problems)
        else:
            assert canonical_bytes(to_document(value)) == canonical_bytes(document)

    check()


def read(document, kind):
    """The value of a document and no problems, or None and the problems."""
    try:
        return from_document(document, kind), ()
    except InvalidDocument as error:
        return None, error.problems


JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=5),
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(st.text(max_size=5), inner, max_size=4),
    max_leaves=12,
)


@given(JSON, st.sampled_from(KINDS))
def test_what_is_no_document_at_all_is_refused(given_value, kind):
    """Any JSON value that is no document is an ``InvalidDocument``, whatever it is."""
    with pytest.raises(InvalidDocument) as raised:
        from_document(given_value, kind)

    assert raised.value.problems


@given(receipts())
def test_receipts_come_out_the_same_when_checked_again(kept):
    """A receipt that went through a document checks without a fault, and has the fingerprint that it had."""
    back = from_document(json.loads(json.dumps(to_document(kept))), Receipt)

    assert recheck(back) == ()
    assert fingerprint(back) == fingerprint(kept)


@given(st.data())
def test_alternatives_are_told_apart_by_their_schema(data):
    """A plan or a certificate is read as the one that it is."""
    kind = data.draw(st.sampled_from([sc.Plan, sc.Infeasible]))
    document = data.draw(documents(kind))

    assert type(from_document(document, sc.Plan | sc.Infeasible)) is kind
