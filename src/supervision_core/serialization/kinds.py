"""What kinds of documents there are, what they are called, and in which version they stand."""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import cache
from typing import Final

import attrs

import supervision_core as sc
from supervision_core.errors import Fault, InvalidInput
from supervision_core.text import shown

__all__ = ["KINDS_IN_OTHERS", "PARTS", "TOLD_APART", "VERSIONS", "checked_kind", "is_kind", "schema_name", "word_of"]

#: The current version of each kind, by its name; a kind that is not listed is in its first.
VERSIONS: Final[Mapping[str, int]] = {}

#: Kinds that carry their schema also inside other documents, so that a change of theirs is read there too.
KINDS_IN_OTHERS: Final = frozenset(
    {
        "assessment",
        "dossier",
        "facts",
        "history",
        "infeasible",
        "plan",
        "regulation",
        "roster",
        "weighing_policy",
    }
)

#: Classes that stand where others of this list could: each says with ``type`` which it is.
TOLD_APART: Final = frozenset({"all_of", "any_of", "at_least", "compare", "holds", "measure", "not", "unless", "yes_no"})

#: Where the kinds live that stand inside other values and are not brought by the front door.
PARTS: Final[Mapping[str, str]] = {
    "AllOf": "criteria.expressions",
    "Answer": "criteria.questions",
    "AnyOf": "criteria.expressions",
    "AtLeast": "criteria.expressions",
    "BarredGroup": "rotation.certificates",
    "Citation": "citations",
    "CommentForm": "evidence.forms",
    "Compare": "criteria.expressions",
    "Example": "rotation.certificates",
    "Exemption": "criteria.expressions",
    "FormCriterion": "evidence.forms",
    "FormStep": "evidence.forms",
    "GradeRegime": "regulations.statutory",
    "Head": "evidence.programmes",
    "Holds": "criteria.expressions",
    "Implication": "criteria.ladders",
    "Instrument": "citations",
    "Ladder": "criteria.ladders",
    "Measure": "criteria.definitions",
    "Not": "criteria.expressions",
    "Quantity": "criteria.quantities",
    "QuotaRow": "judging.capping",
    "Receipt": "serialization.receipts",
    "Rung": "criteria.ladders",
    "TableCell": "criteria.tables",
    "TableRow": "criteria.tables",
    "Term": "criteria.quantities",
    "Unless": "criteria.expressions",
    "YesNo": "criteria.definitions",
}

_BEFORE_CAPITAL = re.compile(r"(?<=[a-z0-9])(?=[A-Z])")


@cache
def word_of(cls: type) -> str:
    """A class's name in documents: ``RotationPolicy`` is ``rotation_policy``."""
    return _BEFORE_CAPITAL.sub("_", cls.__name__).lower()


def schema_name(cls: type) -> str:
    """The name and version that a document of this class carries."""
    kind = word_of(cls)
    return f"supervision_core/{kind}/{VERSIONS.get(kind, 1)}"


def is_kind(cls: object) -> bool:
    """Whether documents of this class exist: every value that the library gives, and every part of one."""
    if not isinstance(cls, type) or not attrs.has(cls) or issubclass(cls, Exception):
        return False
    name = cls.__name__
    if name in PARTS:
        return cls.__module__ == f"supervision_core.{PARTS[name]}"
    return name in sc.__all__ and getattr(sc, name) is cls


def checked_kind(cls: object) -> type:
    """The class itself when documents of it exist; anything else raises ``InvalidInput``."""
    if not is_kind(cls):
        raise InvalidInput((Fault("not_a_kind", "cls", shown(cls), "a class of values that supervision_core gives"),))
    assert isinstance(cls, type)
    return cls
