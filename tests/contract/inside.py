"""What a value hands out, all the way down: its fields, its properties, what its methods return; and which of it could change."""

import inspect
from collections.abc import Callable, Iterable, Iterator
from datetime import date
from enum import Enum
from fractions import Fraction
from types import BuiltinFunctionType, FunctionType, GenericAlias, MethodType, UnionType
from typing import Any, Literal

import attrs

from contract.callables import Callee
from supervision_core.values import IdMap

#: What never changes and holds nothing that could; functions and classes are no containers.
PLAIN = (
    str,
    int,
    bytes,
    type(None),
    Fraction,
    date,
    Enum,
    type,
    range,
    FunctionType,
    BuiltinFunctionType,
    UnionType,
    GenericAlias,
    type(Literal["vi"]),
)


def handed_out(value: object, arguments: Callable[[Callee], Iterable[dict[str, Any]]]) -> Iterator[tuple[str, object]]:
    """Each public attribute of a value of the library by name, and what each of its methods returns for some arguments."""
    for name in sorted(one for one in dir(type(value)) if not one.startswith("_")):
        try:
            found = getattr(value, name)
        except Exception:  # noqa: BLE001  what may leave is another law's matter
            continue
        if isinstance(found, MethodType):
            yield from _returned(name, found, type(value), arguments)
        else:
            yield name, found


def _returned(
    name: str, method: MethodType, owner: type, arguments: Callable[[Callee], Iterable[dict[str, Any]]]
) -> Iterator[tuple[str, object]]:
    if inspect.isclass(method.__self__):
        return
    for given in arguments(Callee(name, owner, method.__func__, bound=True)):
        try:
            yield f"{name}()", method(**given)
        except Exception:  # noqa: BLE001  what may leave is another law's matter
            continue


def changeable(value: object, place: str = "", seen: frozenset[int] = frozenset()) -> Iterator[str]:
    """Where something stands inside that can be changed, is read once, or is of a kind that nobody vouches for."""
    if isinstance(value, PLAIN):
        return
    if isinstance(value, tuple | frozenset):
        for number, part in enumerate(value):
            yield from changeable(part, f"{place}[{number}]", seen)
    elif isinstance(value, IdMap):
        for key, part in value.items():
            yield from changeable(part, f"{place}[{key!r}]", seen)
    elif is_frozen(type(value)):
        if id(value) not in seen:
            for field in (one.name for one in attrs.fields(type(value)) if not one.name.startswith("_")):
                yield from changeable(getattr(value, field), f"{place}.{field}", seen | {id(value)})
    else:
        yield f"{place}: {type(value).__name__}"


def is_frozen(kind: type) -> bool:
    """Whether it is one of the library's frozen classes."""
    return attrs.has(kind) and kind.__setattr__ is not object.__setattr__ and kind.__module__.startswith("supervision_core")
