"""Values as text for the database and back: the library's own documents, strict and versioned."""

from __future__ import annotations

import json
from typing import TypeVar

from supervision_core.serialization import from_document, to_document

_T = TypeVar("_T")


def to_text(value: object) -> str:
    """A value as the text of its document."""
    return json.dumps(to_document(value), ensure_ascii=False, sort_keys=True, separators=(",", ":"))


def from_text(text: str, cls: type[_T]) -> _T:
    """The value that a text holds."""
    return from_document(json.loads(text), cls)
