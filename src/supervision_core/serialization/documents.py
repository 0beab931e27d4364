"""Values as documents of plain JSON types, and documents as values."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from types import UnionType
from typing import Any, TypeVar, get_args, overload

from supervision_core.errors import InvalidInput
from supervision_core.serialization.composites import EitherShape, Shape
from supervision_core.serialization.kinds import checked_kind
from supervision_core.serialization.problems import FAILED, InvalidDocument, Misfit, Notes
from supervision_core.serialization.shapes import document_shape

__all__ = ["from_document", "json_schema", "to_document"]

_T = TypeVar("_T")


def to_document(value: object) -> dict[str, Any]:
    """A value as a document: dicts, lists, texts, whole numbers, true, false and null, new at each call.

    Every document says with ``"schema": "supervision_core/<kind>/<version>"`` what it is. Equal values give equal documents.
    What no document exists of raises ``InvalidInput``.

    >>> import supervision_core as sc
    >>> from supervision_core.serialization import to_document
    >>> to_document(sc.Subject(id="s001", area="Tổ 7"))
    {'schema': 'supervision_core/subject/1', 'id': 's001', 'label': None, 'tier': None, 'area': 'Tổ 7', 'unit': None}
    """
    kind: type = type(value)
    written: dict[str, Any] = _shape_of_kind(kind).write(value)
    return written


@overload
def from_document(document: Mapping[str, Any], cls: type[_T]) -> _T: ...


@overload
def from_document(document: Mapping[str, Any], cls: UnionType) -> Any: ...


def from_document(document: Mapping[str, Any], cls: type[_T] | UnionType) -> Any:
    """The value of a document, of a class or of one of several (``Plan | Infeasible``).

    The document must be exactly what ``to_document`` gives, or was given by an earlier version: every key there and none
    besides, nothing coerced, texts in NFC, lists of ids sorted. All that is wrong is raised at once as ``InvalidDocument``.

    >>> import supervision_core as sc
    >>> from supervision_core.serialization import from_document, to_document
    >>> subject = sc.Subject(id="s001")
    >>> from_document(to_document(subject), sc.Subject) == subject
    True
    >>> from_document({**to_document(subject), "id": 7}, sc.Subject)
    Traceback (most recent call last):
        ...
    supervision_core.serialization.problems.InvalidDocument: $.id: found 7, expected text in composed Unicode (NFC) ...
    """
    shape = _shape_for(cls)
    try:
        value = shape.read(document)
        if shape.write(value) == document:
            return value
    except (Misfit, InvalidInput, RecursionError):
        # It is read once more, slowly, to say all that is wrong, or to upgrade what is of an earlier version.
        pass
    notes = Notes()
    value = shape.inspect(document, (), notes)
    if value is FAILED:
        raise InvalidDocument(notes.problems, notes.left_out)
    return value


def json_schema(cls: type | UnionType) -> dict[str, Any]:
    """The JSON Schema (draft 2020-12) of a class's documents.

    It says all that can be said of each place by itself. What spans places (every id known, lists sorted, a grade that follows
    from the facts) only ``from_document`` checks.

    >>> from supervision_core import Label
    >>> from supervision_core.serialization import json_schema
    >>> json_schema(Label)["$defs"]["label_document"]["required"]
    ['schema', 'vi', 'en']
    """
    definitions: dict[str, object] = {}
    described = _shape_for(cls).schema(definitions)
    return {"$schema": "https://json-schema.org/draft/2020-12/schema", **described, "$defs": definitions}


def _shape_for(cls: object) -> Shape:
    if isinstance(cls, UnionType):
        return EitherShape(of=tuple(_shape_of_kind(one) for one in get_args(cls)))
    return _shape_of_kind(cls)


@cache
def _shape_of_kind(cls: type) -> Shape:
    return document_shape(checked_kind(cls))
