"""Lists, maps, values that may be missing, and alternatives: shapes made of shapes."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable
from functools import cached_property
from itertools import chain
from typing import Any, Protocol, final

import attrs

from supervision_core.serialization.scalars import FAILED, TEXT, Misfit, Notes, Path, Scalar
from supervision_core.values.mappings import IdMap, dict_of, map_of_checked
from supervision_core.values.text import LONGEST_TEXT, are_plain_ids, identifier_fault

__all__ = ["EitherShape", "ListShape", "MapShape", "MaybeShape", "RowShape", "Shape"]


class Shape(Protocol):
    """What every shape can do.

    ``read`` is quick and stops at the first ``Misfit``; ``inspect`` reads the same and notes all that is wrong.
    """

    @property
    def expected(self) -> str:
        """What would be right, in words."""
        ...

    @property
    def types(self) -> frozenset[type]:
        """The Python types whose values have this shape."""
        ...

    @property
    def json_types(self) -> frozenset[type]:
        """The types that may stand for it in a document."""
        ...

    @property
    def plain_types(self) -> frozenset[type]:
        """The Python types among them whose values stand in a document as they are."""
        ...

    def read(self, given: Any, _: object = None, /) -> Any:
        """What is given as a value."""
        ...

    def write(self, value: Any, /) -> Any:
        """A value as it stands in a document."""
        ...

    def inspect(self, given: object, path: Path, notes: Notes) -> Any:
        """The value, or ``FAILED`` with notes on all that is wrong."""
        ...

    def schema(self, definitions: dict[str, object]) -> dict[str, object]:
        """Its JSON Schema; what it refers to is put into the definitions."""
        ...


class TellingShape(Shape, Protocol):
    """A shape that can share its JSON type with another and still be told apart: scalars and objects."""

    def claims(self, given: object) -> bool:
        """Whether what is given means to have this shape, right or wrong inside."""
        ...


def _inspect_as(shape: Shape, expected: str, given: object, path: Path, notes: Notes) -> Any:
    """Inspect one of several shapes; where it has no parts to go into, a note names all that would have been right."""
    if isinstance(shape, Scalar) and not shape.claims(given):
        notes.add(path, given, expected)
        return FAILED
    return shape.inspect(given, path, notes)


_NOTHING = frozenset({type(None)})


def _joined(parts: Iterable[frozenset[type]]) -> frozenset[type]:
    return frozenset(chain.from_iterable(parts))


@final
@attrs.frozen(kw_only=True, eq=False)
class MaybeShape:
    """A value or null."""

    of: Shape
    types: frozenset[type] = attrs.field(
        init=False, default=attrs.Factory(lambda self: self.of.types | _NOTHING, takes_self=True)
    )
    json_types: frozenset[type] = attrs.field(
        init=False, default=attrs.Factory(lambda self: self.of.json_types | _NOTHING, takes_self=True)
    )
    plain_types: frozenset[type] = attrs.field(
        init=False, default=attrs.Factory(lambda self: self.of.plain_types | _NOTHING, takes_self=True)
    )

    @property
    def expected(self) -> str:
        """What would be right, in words."""
        return f"{self.of.expected}, or null"

    def read(self, given: Any, _: object = None) -> Any:
        """What is given as a value."""
        return None if given is None else self.of.read(given)

    def write(self, value: Any) -> Any:
        """A value as it stands in a document."""
        return None if value is None else self.of.write(value)

    def inspect(self, given: object, path: Path, notes: Notes) -> Any:
        """The value, or ``FAILED`` with notes on all that is wrong."""
        if given is None:
            return None
        return _inspect_as(self.of, self.expected, given, path, notes)

    def schema(self, definitions: dict[str, object]) -> dict[str, object]:
        """Its JSON Schema."""
        return {"anyOf": [self.of.schema(definitions), {"type": "null"}]}


@final
@attrs.frozen(kw_only=True, eq=False)
class ListShape:
    """Any number of items of one shape; a tuple in Python."""

    of: Shape
    expected: str = "a list"
    types: frozenset[type] = frozenset({tuple})
    json_types: frozenset[type] = frozenset({list})
    plain_types: frozenset[type] = frozenset()

    def read(self, given: Any, _: object = None) -> tuple[Any, ...]:
        """What is given as a value."""
        if type(given) is not list:
            raise Misfit
        read = self.of.read
        return tuple([read(one) for one in given])

    def write(self, value: tuple[Any, ...]) -> list[Any]:
        """A value as it stands in a document."""
        write, plain = self.of.write, self.of.plain_types
        return [one if type(one) in plain else write(one) for one in value]

    def inspect(self, given: object, path: Path, notes: Notes) -> Any:
        """The value, or ``FAILED`` with notes on all that is wrong."""
        if type(given) is not list:
            notes.add(path, given, self.expected)
            return FAILED
        found = [self.of.inspect(one, (*path, place), notes) for place, one in enumerate(given)]
        return FAILED if any(one is FAILED for one in found) else tuple(found)

    def schema(self, definitions: dict[str, object]) -> dict[str, object]:
        """Its JSON Schema."""
        return {"type": "array", "items": self.of.schema(definitions)}


@final
@attrs.frozen(kw_only=True, eq=False)
class RowShape:
    """A fixed number of items, each of its own shape; a tuple in Python."""

    of: tuple[Shape, ...]
    types: frozenset[type] = frozenset({tuple})
    json_types: frozenset[type] = frozenset({list})
    plain_types: frozenset[type] = frozenset()

    @property
    def expected(self) -> str:
        """What would be right, in words."""
        return f"a list of {len(self.of)}: {', '.join(shape.expected for shape in self.of)}"

    def read(self, given: Any, _: object = None) -> tuple[Any, ...]:
        """What is given as a value."""
        if type(given) is not list or len(given) != len(self.of):
            raise Misfit
        return tuple([shape.read(one) for shape, one in zip(self.of, given, strict=True)])

    def write(self, value: tuple[Any, ...]) -> list[Any]:
        """A value as it stands in a document."""
        return [shape.write(one) for shape, one in zip(self.of, value, strict=True)]

    def inspect(self, given: object, path: Path, notes: Notes) -> Any:
        """The value, or ``FAILED`` with notes on all that is wrong."""
        if type(given) is not list or len(given) != len(self.of):
            notes.add(path, given, self.expected)
            return FAILED
        pairs = enumerate(zip(self.of, given, strict=True))
        found = [shape.inspect(one, (*path, place), notes) for place, (shape, one) in pairs]
        return FAILED if any(one is FAILED for one in found) else tuple(found)

    def schema(self, definitions: dict[str, object]) -> dict[str, object]:
        """Its JSON Schema."""
        items = [shape.schema(definitions) for shape in self.of]
        return {"type": "array", "prefixItems": items, "items": False, "minItems": len(items)}


@final
@attrs.frozen(kw_only=True, eq=False)
class MapShape:
    """Values by id; an ``IdMap`` in Python."""

    of: Shape
    expected: str = "an object whose keys are ids in composed Unicode"
    types: frozenset[type] = frozenset({IdMap})
    json_types: frozenset[type] = frozenset({dict})
    plain_types: frozenset[type] = frozenset()

    def read(self, given: Any, _: object = None) -> IdMap[Any]:
        """What is given as a value."""
        if type(given) is not dict:
            raise Misfit
        made: Callable[[dict[str, Any]], IdMap[Any]] = map_of_checked
        if not are_plain_ids(given):
            made = IdMap
            for key in given:
                TEXT.read(key)
        read = self.of.read
        if self.of is TEXT and _are_plain_texts(given.values()):
            return made(given)
        if bool not in self.of.plain_types:
            return made({key: read(one) for key, one in given.items()})
        # Yes and no are what they are; everything else is looked at.
        return made({key: one if type(one) is bool else read(one) for key, one in given.items()})

    def write(self, value: IdMap[Any]) -> dict[str, Any]:
        """A value as it stands in a document."""
        write, plain = self.of.write, self.of.plain_types
        made = dict_of(value)
        if set(map(type, made.values())) <= plain:
            return made
        return {key: one if type(one) in plain else write(one) for key, one in made.items()}

    def inspect(self, given: object, path: Path, notes: Notes) -> Any:
        """The value, or ``FAILED`` with notes on all that is wrong."""
        if type(given) is not dict:
            notes.add(path, given, self.expected)
            return FAILED
        before = notes.count
        found: dict[str, Any] = {}
        for key, value in given.items():
            if not TEXT.claims(key):
                notes.add(path, key, f"as a key {TEXT.expected}")
            elif (fault := identifier_fault(key)) is not None:
                notes.add(path, key, f"as a key {fault[1]}")
            else:
                found[key] = self.of.inspect(value, (*path, key), notes)
        return FAILED if notes.count > before else IdMap(found)

    def schema(self, definitions: dict[str, object]) -> dict[str, object]:
        """Its JSON Schema."""
        return {"type": "object", "additionalProperties": self.of.schema(definitions), "propertyNames": dict(TEXT.described)}


def _are_plain_texts(given: Collection[Any]) -> bool:
    """Whether all are short plain texts, looked at together: a country's plan has a million of them."""
    try:
        together = "".join(given)
    except TypeError:
        return False
    return together.isascii() and max(map(len, given), default=0) <= LONGEST_TEXT


@final
@attrs.frozen(kw_only=True, eq=False)
class EitherShape:
    """One of several shapes that cannot be mistaken for each other."""

    of: tuple[Shape, ...]
    types: frozenset[type] = attrs.field(
        init=False, default=attrs.Factory(lambda self: _joined(one.types for one in self.of), takes_self=True)
    )
    json_types: frozenset[type] = attrs.field(
        init=False, default=attrs.Factory(lambda self: _joined(one.json_types for one in self.of), takes_self=True)
    )
    plain_types: frozenset[type] = attrs.field(
        init=False, default=attrs.Factory(lambda self: _joined(one.plain_types for one in self.of), takes_self=True)
    )

    @property
    def expected(self) -> str:
        """What would be right, in words."""
        return "; or ".join(shape.expected for shape in self.of)

    @cached_property
    def _by_type(self) -> dict[type, Shape]:
        return {kind: shape for shape in self.of for kind in shape.types}

    @cached_property
    def _by_json_type(self) -> dict[type, tuple[Any, ...]]:
        # Where several share a JSON type, all of them are TellingShapes.
        return {kind: tuple(shape for shape in self.of if kind in shape.json_types) for kind in self.json_types}

    def _claimant(self, given: object) -> Shape | None:
        rivals: tuple[TellingShape, ...] = self._by_json_type.get(type(given), ())
        if len(rivals) == 1:
            return rivals[0]
        return next((shape for shape in rivals if shape.claims(given)), None)

    def read(self, given: Any, _: object = None) -> Any:
        """What is given as a value."""
        reader = self._readers.get(type(given))
        if reader is None:
            raise Misfit
        return reader(given)

    @cached_property
    def _readers(self) -> dict[type, Callable[[Any], Any]]:
        return {
            kind: rivals[0].read if len(rivals) == 1 else self._read_among(rivals)
            for kind, rivals in self._by_json_type.items()
        }

    def _read_among(self, rivals: tuple[TellingShape, ...]) -> Callable[[Any], Any]:
        def read(given: Any) -> Any:
            for shape in rivals:
                if shape.claims(given):
                    return shape.read(given)
            raise Misfit

        return read

    def write(self, value: Any) -> Any:
        """A value as it stands in a document."""
        return self._by_type[type(value)].write(value)

    def inspect(self, given: object, path: Path, notes: Notes) -> Any:
        """The value, or ``FAILED`` with notes on all that is wrong."""
        shape = self._claimant(given)
        if shape is None:
            notes.add(path, given, self.expected)
            return FAILED
        return _inspect_as(shape, self.expected, given, path, notes)

    def schema(self, definitions: dict[str, object]) -> dict[str, object]:
        """Its JSON Schema."""
        return {"oneOf": [shape.schema(definitions) for shape in self.of]}
