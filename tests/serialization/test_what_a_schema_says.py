"""J32: what can be said of a place by itself the schema says; results refuse at the field what is no id."""

import attrs
import pytest
from jsonschema import Draft202012Validator

import supervision_core as sc
from contract.kinds import value_kinds
from fuzzing.mutants import survey
from supervision_core.criteria import Reason
from supervision_core.evidence import Refusal
from supervision_core.judging import Change, QuotaRow, Undecided
from supervision_core.rotation import Explanation
from supervision_core.serialization import json_schema, to_document
from supervision_core.serialization.narrowing import narrowed
from supervision_core.values.checks import check_ids


def accepts(kind, document):
    return Draft202012Validator(json_schema(kind)).is_valid(document)


def test_of_documents_with_one_place_changed_the_schema_refuses_nearly_all_that_the_reader_refuses():
    """A sample of the survey: nothing that can be read is refused, and not one in thirty is left to the reader alone."""
    count, let_through, too_strict = survey(5, value_kinds()[::9])

    assert count > 300
    assert too_strict == []
    assert sum(let_through.values()) * 30 < count


@pytest.mark.parametrize("text", ["", " ", "\u00a0", "a\nb", "a\u007f", "\u0085"])
def test_an_id_in_a_document_is_visible_and_on_one_line(text):
    """Blank texts and control characters are refused by the schema of an id."""
    document = to_document(sc.LeadUnit(id="women", share=1))

    assert accepts(sc.LeadUnit, document)
    assert not accepts(sc.LeadUnit, {**document, "id": text})


def test_texts_that_are_no_ids_say_what_they_are():
    """A label may have lines and is not blank; an article may be left empty and is not blank either."""
    label, citation = to_document(sc.Label("a", "a")), to_document(sc.regulations.GOOD_PERFORMANCE_2014.citation)

    assert [accepts(sc.Label, {**label, "vi": text}) for text in ("a\nb", "", " ")] == [True, False, False]
    assert [accepts(sc.values.Citation, {**citation, "article": text}) for text in ("", "1", " ", "a\nb")] == [True, True, False, False]
    assert accepts(sc.values.Fault, to_document(sc.values.Fault("a", "", " ", "a\nb")))


def test_counts_are_never_negative():
    """A number in its alternatives is at least 0; a text of digits stays what it is."""
    document = to_document(sc.regulations.GOOD_PERFORMANCE_2014.grades[0])

    assert accepts(sc.Grade, document)
    assert not accepts(sc.Grade, {**document, "rank": -1})
    assert narrowed(sc.Grade, "rank", {"type": "string"}) == {"type": "string"}


def test_a_text_or_nothing_may_have_lines_where_it_is_no_id():
    """The result of a commitment is a text or null."""
    document = to_document(sc.evidence.Commitment(id="c1", text="a", result="a\nb"))

    assert accepts(sc.evidence.Commitment, document)
    assert accepts(sc.evidence.Commitment, {**document, "result": None})
    assert not accepts(sc.evidence.Commitment, {**document, "result": " "})


RESULTS = {Change: ["code"], QuotaRow: ["subject_id", "group"], Undecided: ["group"], Reason: ["code"], Refusal: ["id"], Explanation: ["subject_id", "lead_unit_id"]}


@pytest.mark.parametrize(("kind", "name"), [(kind, name) for kind, names in RESULTS.items() for name in names])
@pytest.mark.parametrize(("text", "code"), [(" ", "blank"), ("a\nb", "control_character")])
def test_a_result_refuses_what_is_no_id_at_its_field(kind, name, text, code):
    """The fault names the field and what is wrong with the text."""
    from hypothesis import find, settings, strategies as st

    value = find(st.from_type(kind), lambda _: True, settings=settings(database=None))

    with pytest.raises(sc.InvalidInput) as caught:
        attrs.evolve(value, **{name: text})
    assert [(fault.code, fault.place) for fault in caught.value.faults] == [(code, f"{kind.__name__}.{name}")]


@attrs.frozen
class Held:
    """Something with ids of all kinds."""

    ids: object


@pytest.mark.parametrize("ids", [None, "a", "Đ", ("a", None), (("a", True), ("b", 1)), {"a": 1}, 7])
def test_ids_of_all_kinds_are_looked_at_and_what_is_beside_them_is_not(ids):
    """Alone, in collections, beside values, as keys, or none; letters beyond ASCII are letters."""
    check_ids(Held(ids), "ids")


@pytest.mark.parametrize("ids", ["", ("a", " "), (("\n", True),), {"": 1}])
def test_each_wrong_id_is_named(ids):
    """One fault for each."""
    with pytest.raises(sc.InvalidInput) as caught:
        check_ids(Held(ids), "ids")
    assert [fault.place for fault in caught.value.faults] == ["Held.ids"]
