"""Converters of cattrs that know the library's values and coerce nothing."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from fractions import Fraction
from types import UnionType
from typing import Any, Final, TypeVar, Union, get_args, get_origin

from cattrs import Converter

from supervision_core.mappings import IdMap
from supervision_core.serialization.composites import Shape
from supervision_core.serialization.documents import from_document, to_document
from supervision_core.serialization.kinds import is_kind
from supervision_core.serialization.problems import FAILED, InvalidDocument, Notes
from supervision_core.serialization.scalars import DAY, EXACT, TEXT, WHOLE, YES_NO
from supervision_core.serialization.shapes import shape_of

__all__ = ["make_converter"]

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
