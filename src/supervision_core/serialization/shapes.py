"""The shape of a type in documents, found from the fields that the classes declare."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from enum import Enum
from fractions import Fraction
from functools import cache
from types import NoneType, UnionType
from typing import Any, Union, get_args, get_origin, get_type_hints

import attrs

from supervision_core.judging.assessments import Assessment
from supervision_core.mappings import IdMap
from supervision_core.regulations.regulation import Regulation
from supervision_core.serialization.composites import EitherShape, ListShape, MapShape, MaybeShape, RowShape, Shape
from supervision_core.serialization.forms import FORMS
from supervision_core.serialization.kinds import KINDS_IN_OTHERS, TOLD_APART, schema_name, word_of
from supervision_core.serialization.objects import NestedShape, ObjectShape
from supervision_core.serialization.references import RegulationShape
from supervision_core.serialization.scalars import DAY, EXACT, TEXT, WHOLE, YES_NO, choice_of
from supervision_core.serialization.sharing import AssessmentShape

__all__ = ["document_shape", "shape_of"]

_SCALARS: dict[object, Shape] = {str: TEXT, bool: YES_NO, int: WHOLE, Fraction: EXACT, date: DAY}


@cache
def document_shape(cls: type) -> Shape:
    """The shape of a document of its own: the class's fields, and its schema."""
    made = _object_of(cls)
    if "schema" not in made.constants:
        name = f"{made.name}_document"
        made = attrs.evolve(made, name=name, constants={"schema": schema_name(cls), **made.constants})
    if cls is Assessment:
        return AssessmentShape(of=made)
    return NestedShape(of=made) if _holds_itself(cls) else made


@cache
def shape_of(kind: Any, inside: bool = False) -> Shape:  # noqa: FBT002  the cache takes it by position
    """The shape of a type. ``inside`` is said where its owner may be nested in itself and minds the depth."""
    if kind in _SCALARS:
        return _SCALARS[kind]
    origin, args = get_origin(kind), get_args(kind)
    if origin in {Union, UnionType}:
        return _either(args, inside=inside)
    if origin is tuple:
        if args[-1] is Ellipsis:
            return ListShape(of=shape_of(args[0], inside))
        return RowShape(of=tuple(shape_of(one, inside) for one in args))
    if origin is IdMap:
        return MapShape(of=shape_of(args[0], inside))
    if issubclass(kind, Enum):
        return choice_of(kind)
    made = _object_of(kind)
    if kind is Regulation:
        return RegulationShape(of=made)
    if kind is Assessment:
        return AssessmentShape(of=made)
    return NestedShape(of=made) if _holds_itself(kind) and not inside else made


def _either(kinds: tuple[Any, ...], *, inside: bool) -> Shape:
    some = tuple(kind for kind in kinds if kind is not NoneType)
    shapes = tuple(shape_of(kind, inside) for kind in some)
    # A choice is asked before numbers: both may stand as text, and only the choice knows all of its words.
    ordered = sorted(shapes, key=lambda shape: shape is EXACT or shape is TEXT)
    made = shapes[0] if len(shapes) == 1 else EitherShape(of=tuple(ordered))
    return MaybeShape(of=made) if len(some) < len(kinds) else made


@cache
def _object_of(cls: type) -> ObjectShape:
    word = word_of(cls)
    constants: dict[str, str] = {}
    if word in KINDS_IN_OTHERS:
        constants["schema"] = schema_name(cls)
    if word in TOLD_APART:
        constants["type"] = word
    form = FORMS.get(cls)
    inside = _holds_itself(cls)

    def find_fields() -> Mapping[str, Shape]:
        return {name: shape_of(kind, inside) for name, kind in _field_types(cls).items()}

    return ObjectShape(cls=cls, name=word, constants=constants, find_fields=find_fields, way=None if form is None else form.way)


def _field_types(cls: type) -> Mapping[str, Any]:
    form = FORMS.get(cls)
    if form is not None:
        return form.fields
    hints = get_type_hints(cls)
    return {field.name: hints[field.name] for field in attrs.fields(cls) if field.init}


@cache
def _holds_itself(cls: type) -> bool:
    seen: set[type] = set()
    ahead = [*_classes_in(_field_types(cls).values())]
    while ahead:
        one = ahead.pop()
        if one is cls:
            return True
        if one not in seen:
            seen.add(one)
            ahead.extend(_classes_in(_field_types(one).values()))
    return False


def _classes_in(kinds: Any) -> list[type]:
    found: list[type] = []
    for kind in kinds:
        if isinstance(kind, type) and attrs.has(kind):
            found.append(kind)
        else:
            found.extend(_classes_in(get_args(kind)))
    return found
