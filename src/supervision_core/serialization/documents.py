"""Values to documents and back, their schemas, and a converter for applications that use cattrs."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import date
from fractions import Fraction
from functools import cache
from types import UnionType
from typing import Any, Final, TypeVar, Union, get_args, get_origin, overload

from cattrs import Converter

from supervision_core.serialization.composites import EitherShape, Shape
from supervision_core.serialization.kinds import checked_kind, is_kind
from supervision_core.serialization.scalars import DAY, EXACT, FAILED, TEXT, WHOLE, YES_NO, InvalidDocument, Misfit, Notes
from supervision_core.serialization.shapes import document_shape, shape_of
from supervision_core.values.errors import Fault, InvalidInput, raise_for
from supervision_core.values.mappings import IdMap
from supervision_core.values.text import described

__all__ = ["from_document", "json_schema", "make_converter", "to_document"]


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
    supervision_core.serialization.scalars.InvalidDocument: $.id: found 7, expected text in composed Unicode (NFC) ...
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
    # A class of a class of its own need not be hashable.
    return _shape_of_kind(cls if type(cls) is type else checked_kind(cls))


@cache
def _shape_of_kind(cls: type) -> Shape:
    return document_shape(checked_kind(cls))


_C = TypeVar("_C", bound=Converter)

_STRICT: Final[tuple[tuple[type, Shape], ...]] = (
    (str, TEXT),
    (bool, YES_NO),
    (int, WHOLE),
    (Fraction, EXACT),
    (date, DAY),
)


def make_converter(base: _C | None = None) -> _C:
    """A cattrs converter that reads and writes the library's values as ``to_document`` and ``from_document`` do.

    Give one of cattrs' preconfigured converters as ``base`` (for ``json``, ``orjson``, ...) or one of the application's own:
    the hooks are put into it and it comes back. Classes of the application that hold our values work as well, and its texts,
    whole numbers, yes/no answers, days and ``Fraction`` are read as strictly as ours: ``"7"``, ``True`` and ``2.9`` are no
    whole numbers. What is wrong raises ``InvalidDocument``; within a class of the application cattrs groups it with its
    own errors, as it does with any other.

    >>> import cattrs.preconf.json
    >>> import supervision_core as sc
    >>> from supervision_core.serialization import make_converter
    >>> converter = make_converter(cattrs.preconf.json.make_converter())
    >>> converter.loads(converter.dumps(sc.Label("Tốt", "Good")), sc.Label)
    Label(vi='Tốt', en='Good')
    """
    if base is not None and not isinstance(base, Converter):
        raise_for([Fault("wrong_kind", "make_converter.base", described(base), "a cattrs Converter, or None")])
    converter: Any = Converter() if base is None else base
    for kind, shape in _STRICT:
        converter.register_structure_hook(kind, _reader_of(shape, kind))
    converter.register_unstructure_hook_func(_is_exactly(Fraction), EXACT.write)
    converter.register_unstructure_hook_func(_is_exactly(date), DAY.write)
    converter.register_structure_hook_func(_is_id_map, lambda given, kind: _read(shape_of(kind), given))
    converter.register_unstructure_hook_func(
        _is_id_map, lambda value: {key: converter.unstructure(one) for key, one in value.items()}
    )
    converter.register_structure_hook_func(is_kind, from_document)
    converter.register_unstructure_hook_func(is_kind, to_document)
    converter.register_structure_hook_func(_is_one_of_kinds, _read_one_of)
    converter.register_unstructure_hook_func(_is_one_of_kinds, to_document)
    made: _C = converter
    return made


def _is_exactly(kind: type) -> Callable[[object], bool]:
    # By identity: a moment is a day to Python.
    return lambda other: other is kind


def _is_id_map(kind: object) -> bool:
    return kind is IdMap or get_origin(kind) is IdMap


def _is_one_of_kinds(kind: object) -> bool:
    return get_origin(kind) in {Union, UnionType} and all(is_kind(one) for one in get_args(kind))


def _read_one_of(given: Any, kinds: Any) -> Any:
    one, *others = get_args(kinds)
    for other in others:
        one = one | other
    return from_document(given, one)


def _reader_of(shape: Shape, kind: type) -> Callable[[Any, Any], Any]:
    # An application's own kind of number or text (a choice that is also a number, say) is made as cattrs would make it.
    return lambda given, wanted: _read(shape, given) if wanted is kind else wanted(given)


def _read(shape: Shape, given: object) -> Any:
    notes = Notes()
    found = shape.inspect(given, (), notes)
    if found is FAILED:
        raise InvalidDocument(notes.problems, notes.left_out)
    return found
