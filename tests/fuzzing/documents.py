"""Damaged documents of every kind: a value that is written exactly as it stood, or ``InvalidDocument``.

``guided.py documents`` looks for others, from the corpus of every kind and version on.
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from contract.kinds import value_kinds
from supervision_core.serialization import InvalidDocument, Receipt, canonical_bytes, from_document, to_document
from supervision_core.serialization.kinds import schema_name, word_of

FOREIGN: tuple[Any, ...] = (None, True, 0, 1, -1, 2.5, 2**53, "", "1/2", "2026-02-29", "x", [], {})
#: The kinds in the versions that are written today.
TODAY = {schema_name(kind) for kind in (*value_kinds(), Receipt)}
KINDS = {word_of(kind): kind for kind in (*value_kinds(), Receipt)}


def seeds() -> Iterator[Any]:
    """The corpus."""
    for place in sorted((Path(__file__).parents[1] / "corpus").glob("*.json")):
        yield json.loads(place.read_text("utf-8"))


def check(document: Any) -> bool:
    """Read it as a document of the kind that it names."""
    schema = document.get("schema") if isinstance(document, dict) else None
    word = schema.split("/")[1] if isinstance(schema, str) and schema.count("/") == 2 else "plan"
    try:
        value = from_document(document, KINDS.get(word, KINDS["plan"]))
    except InvalidDocument as error:
        str(error)
        return False
    written = to_document(value)
    # What an earlier version wrote, also deeper in, is written as of today.
    if set(schemas(document)) <= TODAY and canonical_bytes(written) != canonical_bytes(document):
        raise AssertionError(f"read something else than stood there: {document!r}")
    return True


def schemas(document: Any) -> Iterator[str]:
    """The kinds and versions that a document and those in it name."""
    held = document.values() if isinstance(document, dict) else document if isinstance(document, list) else ()
    if isinstance(document, dict) and isinstance(document.get("schema"), str):
        yield document["schema"]
    for one in held:
        yield from schemas(one)
