"""Documents that were written once stay readable for ever."""

import json
from pathlib import Path

import pytest

from contract.kinds import value_kinds
from corpus.add_missing import HERE, place_of
from supervision_core.serialization import Receipt, from_document, recheck, to_document
from supervision_core.serialization.kinds import schema_name, word_of
from supervision_core.serialization.objects import UPGRADES

KINDS = {word_of(kind): kind for kind in (*value_kinds(), Receipt)}
FILES = sorted(HERE.glob("*.json"))


def schemas(part):
    """The kinds and versions that a document and what stands in it name."""
    found = [part["schema"]] if isinstance(part, dict) and "schema" in part else []
    for inner in part.values() if isinstance(part, dict) else part if isinstance(part, list) else ():
        found += schemas(inner)
    return sorted(found)


@pytest.mark.parametrize("kind", KINDS.values(), ids=KINDS)
def test_every_kind_has_its_document(kind):
    """The current version of each kind has a document in the corpus."""
    assert place_of(schema_name(kind)).exists()


@pytest.mark.parametrize("place", FILES, ids=lambda place: place.stem)
def test_every_document_is_still_read(place: Path):
    """A document of any version is read; one of current versions throughout is written again as it stands."""
    document = json.loads(place.read_text(encoding="utf-8"))
    word, _, version = place.stem.rpartition("-")
    kind = KINDS[word]

    value = from_document(document, kind)
    assert type(value) is kind
    if document["schema"] == schema_name(kind):
        written = to_document(value)
        assert written == document or schemas(written) != schemas(document)
    else:
        assert f"supervision_core/{word}/{version}" in UPGRADES


def test_the_receipt_in_the_corpus_still_comes_out_the_same():
    """What was judged or planned when the corpus was written is judged or planned alike today."""
    kept = from_document(json.loads((HERE / "receipt-1.json").read_text(encoding="utf-8")), Receipt)

    assert recheck(kept) == ()
