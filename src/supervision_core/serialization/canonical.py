"""One sequence of bytes for each document, whatever order its keys stand in."""

from __future__ import annotations

import json
from collections.abc import Mapping
from hashlib import sha256

__all__ = ["canonical_bytes", "digest_of"]


def canonical_bytes(document: Mapping[str, object]) -> bytes:
    """A document as UTF-8 bytes that depend on nothing but its content: keys sorted by code point, no spaces.

    It is what ``fingerprint`` is taken of; any JSON reader gives the document back.

    >>> from supervision_core.serialization import canonical_bytes
    >>> canonical_bytes({"b": [1, True], "a": "tốt"}).decode()
    '{"a":"tốt","b":[1,true]}'
    """
    return json.dumps(document, ensure_ascii=False, allow_nan=False, sort_keys=True, separators=(",", ":")).encode()


def digest_of(document: Mapping[str, object]) -> str:
    """The SHA-256 of a document's canonical bytes, as 64 hexadecimal digits."""
    return sha256(canonical_bytes(document)).hexdigest()
