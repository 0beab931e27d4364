"""The name and version of each kind of document, and its canonical bytes."""

from __future__ import annotations

import json
import re
import unicodedata
from collections.abc import Mapping
from functools import cache
from hashlib import sha256
from importlib import import_module
from typing import Any, Final

import attrs

from supervision_core.values.checks import Checks
from supervision_core.values.errors import Fault, InvalidInput
from supervision_core.values.text import LONGEST_TEXT, composed, shown

__all__ = ["canonical_bytes"]


def canonical_bytes(document: Mapping[str, object]) -> bytes:
    """A document as UTF-8 bytes that depend on nothing but its content: keys sorted by code point, no spaces.

    It is what ``fingerprint`` is taken of; any JSON reader gives the document back. What is no document (a float, a key that
    is no text, two keys of one object that are the same in composed Unicode) raises ``InvalidInput``: bytes that two
    different documents share would prove neither.

    >>> from supervision_core.serialization import canonical_bytes
    >>> canonical_bytes({"b": [1, True], "a": "tốt"}).decode()
    '{"a":"tốt","b":[1,true]}'
    """
    checks = Checks("canonical_bytes")
    checks.arguments(canonical_bytes, document=document)
    checks.done()
    found = b""
    try:
        found = _bytes_of(document)
        _refuse_foreign(document)
    except (TypeError, ValueError, RecursionError):
        checks.fault("wrong_kind", "document", document, "only objects, lists, texts, whole numbers, true, false, null")
    checks.done()
    return found


def _bytes_of(document: object) -> bytes:
    text = json.dumps(document, ensure_ascii=False, allow_nan=False, sort_keys=True, separators=(",", ":"))
    return text.encode() if unicodedata.is_normalized("NFC", text) else _bytes_of(_composed(document))


def _refuse_foreign(document: object) -> None:
    """Raise ``TypeError`` for what ``json`` writes all the same: floats, and keys that it turns into text."""
    parts: list[object] = [document]
    while parts:
        part = parts.pop()
        if isinstance(part, dict):
            if not all(isinstance(key, str) for key in part):
                raise TypeError
            parts.extend(part.values())
        elif isinstance(part, list | tuple):
            parts.extend(part)
        elif isinstance(part, float):
            raise TypeError


def _composed(part: Any) -> Any:
    """A part of a document with its texts and keys in composed Unicode; ``ValueError`` where none such can be."""
    if isinstance(part, Mapping):
        found = {composed(key): _composed(one) for key, one in part.items()}
        if len(found) < len(part):
            raise ValueError
        return found
    if isinstance(part, str) and len(part) > LONGEST_TEXT:
        raise ValueError(len(part))  # no document has such a text, and it is not composed
    return [_composed(one) for one in part] if isinstance(part, list | tuple) else composed(part)


def digest_of(document: Mapping[str, object]) -> str:
    """The SHA-256 of the canonical bytes of a document that ``to_document`` gave, as 64 hexadecimal digits."""
    return sha256(_bytes_of(document)).hexdigest()


#: The current version of each kind, by its name; a kind that is not listed is in its first.
VERSIONS: Final[Mapping[str, int]] = {
    "alternative": 2,
    "audit": 3,
    "compliance": 2,
    "decision": 2,
    "discipline_record": 2,
    "dossier": 2,
    "explanation": 2,
    "frequency": 2,
    "cooling_off": 2,
    "coverage": 2,
    "grade_change": 2,
    "handling": 2,
    "history": 3,
    "horizon": 2,
    "horizon_infeasible": 2,
    "infeasible": 2,
    "lead_unit": 2,
    "lineage": 2,
    "move": 2,
    "obligation": 2,
    "occurrence": 2,
    "plan": 3,
    "plan_diff": 2,
    "public_draw": 2,
    "published_tally": 2,
    "quota": 2,
    "quota_result": 3,
    "quota_row": 2,
    "reason": 2,
    "receipt": 3,
    "record": 2,
    "repair": 2,
    "replan": 2,
    "review": 2,
    "roster": 3,
    "rotation_policy": 2,
    "score": 2,
    "side_by_side": 2,
    "standing": 2,
    "violation": 2,
    "weighing_policy": 2,
    "weighing_rule": 2,
    "working_days": 2,
    "year_facts": 2,
}

#: Kinds that carry their schema also inside other documents, so that a change of theirs is read there too.
KINDS_IN_OTHERS: Final = frozenset(
    {
        "assessment",
        "dossier",
        "facts",
        "history",
        "idle_allowance",
        "infeasible",
        "plan",
        "regulation",
        "roster",
        "weighing_policy",
    }
)

#: Classes that stand where others of this list could: each says with ``type`` which it is.
TOLD_APART: Final = frozenset({"all_of", "any_of", "at_least", "compare", "holds", "measure", "not", "unless", "yes_no"})

#: Rooms whose values documents hold.
_ROOMS: Final = (
    "values",
    "criteria",
    "regulations",
    "obligations",
    "evidence",
    "judging",
    "rotation",
    "programme",
    "serialization",
)

#: Kinds whose documents keep the name under which they were first written.
_WORDS: Final[Mapping[str, str]] = {
    "ObligationStatus": "standing",
    "SanctionProposal": "measure_proposal",
    "SanctionReport": "measure_report",
    "Scheme": "programme",
    "TakenSanction": "taken_measure",
}

_BEFORE_CAPITAL = re.compile(r"(?<=[a-z0-9])(?=[A-Z])")


@cache
def word_of(cls: type) -> str:
    """A class's name in documents: ``RotationPolicy`` is ``rotation_policy``."""
    return _WORDS.get(cls.__name__) or _BEFORE_CAPITAL.sub("_", cls.__name__).lower()


def schema_name(cls: type) -> str:
    """The name and version that a document of this class carries."""
    kind = word_of(cls)
    return f"supervision_core/{kind}/{VERSIONS.get(kind, 1)}"


def is_kind(cls: object) -> bool:
    """Whether documents of this class exist: every value that the library gives, and every part of one."""
    if not isinstance(cls, type) or not attrs.has(cls) or issubclass(cls, Exception):
        return False
    top, _, place = cls.__module__.partition(".")
    room = place.partition(".")[0]
    if top != "supervision_core" or room not in _ROOMS:
        return False
    names = import_module(f"supervision_core.{room}")
    return cls.__name__ in names.__all__ and getattr(names, cls.__name__) is cls


def checked_kind(cls: object) -> type:
    """The class itself when documents of it exist; anything else raises ``InvalidInput``."""
    if not is_kind(cls):
        raise InvalidInput((Fault("not_a_kind", "cls", shown(cls), "a class of values that supervision_core gives"),))
    assert isinstance(cls, type)
    return cls
