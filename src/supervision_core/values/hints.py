"""Whether a value is what a type hint asks for, and what would be: hints are what functions and fields promise to take.

The hints stand in the code once and are true, so junk is recognised by them alone, the same way everywhere.
"""

from __future__ import annotations

import collections.abc
from collections.abc import Callable, Iterable, Mapping
from datetime import date, datetime
from enum import Enum
from fractions import Fraction
from functools import cache
from types import NoneType, UnionType
from typing import Any, Literal, TypeAlias, TypeVar, Union, cast, get_args, get_origin, get_type_hints

from supervision_core.values.exact import number_fault
from supervision_core.values.mappings import IdMap
from supervision_core.values.text import is_writable, text_fault

__all__ = ["Misfit", "fitting", "hints_of", "misfit"]


#: Where inside the value, what stands there, the fault's code, and what would be right.
Misfit: TypeAlias = tuple[str, object, str, str]


@cache
def _hints_of(owner: Any) -> Mapping[str, Any]:  # noqa: ANN401  a function or a class
    return get_type_hints(owner)


def hints_of(owner: object) -> Mapping[str, Any]:
    """The hints of a function's arguments or a class's fields."""
    return _hints_of(owner)


@cache
def fitting(hint: Any) -> Callable[[Any], bool]:  # noqa: ANN401  see misfit
    """A quick test of what a hint asks for, made once: what passes it fits, and what does not is for ``misfit`` to look at."""
    if isinstance(hint, TypeVar) or hint is Any or hint is object:
        return _anything
    if isinstance(hint, type) and (plain := _QUICK.get(hint)) is not None:
        return plain
    origin, parts = get_origin(hint), get_args(hint)
    if origin is None:
        return (lambda value: type(value) is hint) if isinstance(hint, type) else _nothing
    if origin is Literal:
        return lambda value: type(value) is str and value in parts
    if origin in (Union, UnionType):
        return _any_of(list(parts))
    if origin is tuple:
        return _all_of(parts[0]) if parts[1:] == (...,) else _each_of(parts)
    return _by_key(origin, [*parts]) if isinstance(origin, type) and issubclass(origin, Mapping) else _nothing


def _by_key(kind: type[Mapping[Any, Any]], parts: list[Any]) -> Callable[[Any], bool]:
    key, one = fitting(parts[0] if len(parts) > 1 else str), fitting(parts[-1])
    return lambda value: type(value) is kind and all(map(key, value)) and all(map(one, value.values()))


def _any_of(parts: list[Any]) -> Callable[[Any], bool]:
    first, *others = [fitting(part) for part in sorted(parts, key=lambda part: part is not NoneType)]
    if len(others) == 1:
        (second,) = others
        return lambda value: first(value) or second(value)
    return lambda value: first(value) or any(test(value) for test in others)


def _all_of(part: Any) -> Callable[[Any], bool]:  # noqa: ANN401  see misfit
    if isinstance(part, type) and part not in _QUICK and get_origin(part) is None:
        return lambda value: type(value) is tuple and (not value or set(map(type, value)) == {part})
    test = fitting(part)
    return lambda value: type(value) is tuple and all(map(test, value))


def _each_of(parts: tuple[Any, ...]) -> Callable[[Any], bool]:
    tests = [fitting(part) for part in parts]
    return lambda value: (
        type(value) is tuple and len(value) == len(tests) and all(test(one) for test, one in zip(tests, value, strict=True))
    )


def _anything(_: object) -> bool:
    return True


def _nothing(_: object) -> bool:
    return False


_SHORT = 300
_QUICK: dict[type, Callable[[Any], bool]] = {
    str: lambda value: type(value) is str and (value.isascii() or is_writable(value)),
    int: lambda value: type(value) is int and value.bit_length() < _SHORT,
    bool: lambda value: value is True or value is False,
    date: lambda value: type(value) is date,
    Fraction: lambda value: (
        type(value) is Fraction and value.numerator.bit_length() < _SHORT and value.denominator.bit_length() < _SHORT
    ),
    NoneType: lambda value: value is None,
}


def misfit(value: object, hint: Any) -> Misfit | None:  # noqa: ANN401  whatever an annotation may be
    """The first thing in a value that its hint does not allow; None when it fits. Iterators are not read."""
    if isinstance(hint, TypeVar) or hint is Any or hint is object:
        return None
    special = _PLAIN.get(hint) if isinstance(hint, type) else None
    if special is not None:
        fault = special(value)
        return None if fault is None else ("", value, *fault)
    origin = get_origin(hint)
    if origin is None:
        return None if _is_a(value, hint) else ("", value, "wrong_kind", _wanted(hint))
    return _inside(value, hint, origin, get_args(hint))


def _inside(value: object, hint: Any, origin: Any, parts: tuple[Any, ...]) -> Misfit | None:  # noqa: ANN401  see misfit
    if origin is Literal:
        return None if any(value is one or (type(value) is str and value == one) for one in parts) else _no(value, hint)
    if origin in (Union, UnionType):
        return _in_union(value, hint, parts)
    if origin is type:
        return None if isinstance(value, type | UnionType) else _no(value, hint)
    if isinstance(origin, type) and issubclass(origin, Mapping):
        return _in_mapping(value, hint, origin, parts[-1])
    if origin is collections.abc.Callable:
        return None if callable(value) else _no(value, hint)
    if isinstance(origin, type) and issubclass(origin, tuple) and parts[-1] is not Ellipsis:
        fine = isinstance(value, tuple) and len(value) == len(parts)
        return _first(cast("tuple[object, ...]", value), parts) if fine else _no(value, hint)
    return _in_collection(value, hint, origin, parts[0])


def _no(value: object, hint: Any) -> Misfit:  # noqa: ANN401  see misfit
    return "", value, "wrong_kind", _wanted(hint)


def _in_union(value: object, hint: Any, parts: tuple[Any, ...]) -> Misfit | None:  # noqa: ANN401  see misfit
    found = [misfit(value, part) for part in parts if part is not NoneType or value is None]
    if (NoneType in parts and value is None) or None in found:
        return None
    # What is wrong inside one of the kinds says more than the list of kinds.
    inside = [one for one in found if one is not None and (one[0] or one[2] != "wrong_kind") and one[2] not in _KINDS]
    return inside[0] if inside else _no(value, hint)


def _in_mapping(value: object, hint: Any, origin: Any, part: Any) -> Misfit | None:  # noqa: ANN401  see misfit
    if not isinstance(value, origin):
        return _no(value, hint)
    assert isinstance(value, Mapping)
    if origin is IdMap and _is_plainly_of(value.values(), part):
        return None
    wanted = get_args(hint)[0] if len(get_args(hint)) > 1 else str
    for key, one in value.items():
        found = misfit(key, wanted) or misfit(one, part)
        if found is not None:
            place = f"[{key!r}]" if isinstance(key, str | int) and misfit(key, wanted) is None else ""
            return place + found[0], *found[1:]
    return None


def _in_collection(value: object, hint: Any, origin: Any, part: Any) -> Misfit | None:  # noqa: ANN401  see misfit
    if not isinstance(value, origin) or isinstance(value, str | bytes | Mapping):
        return "", value, "not_a_collection", _wanted(hint)
    if not isinstance(value, collections.abc.Collection):
        return None
    return None if _is_plainly_of(value, part) else _first(value, (part,) * len(value))


def _is_plainly_of(values: Iterable[object], part: Any) -> bool:  # noqa: ANN401  see misfit
    """Whether all items are of classes that the hint names, seen at once: there may be a hundred thousand of them."""
    options = set(get_args(part)) if get_origin(part) in (Union, UnionType) else {part}
    kinds = set(map(type, values))
    if not kinds <= options - _LOOKED_INTO:
        return False
    try:
        "".join([one for one in values if type(one) is str] if str in kinds else ()).encode()
    except UnicodeEncodeError:
        return False
    return True


def _first(values: Iterable[object], hints: tuple[Any, ...]) -> Misfit | None:
    for position, (one, hint) in enumerate(zip(values, hints, strict=True)):
        if (found := misfit(one, hint)) is not None:
            return f"[{position}]{found[0]}", *found[1:]
    return None


def _is_a(value: object, hint: Any) -> bool:  # noqa: ANN401  see misfit
    return isinstance(value, hint) if isinstance(hint, type) else True


def _text(value: object) -> tuple[str, str] | None:
    fault = text_fault(value)
    # A text may be blank or made of many, unless its place says otherwise.
    return None if fault is not None and fault[0] in {"blank", "too_long"} else fault


def _whole(value: object) -> tuple[str, str] | None:
    if not isinstance(value, int) or isinstance(value, bool):
        return "not_whole", "a whole number (int)"
    return number_fault(value)


def _day(value: object) -> tuple[str, str] | None:
    fine = isinstance(value, date) and not isinstance(value, datetime)
    return None if fine else ("not_a_day", "a day (datetime.date)")


def _yes_or_no(value: object) -> tuple[str, str] | None:
    return None if isinstance(value, bool) else ("wrong_kind", "True or False")


_PLAIN: dict[type, Callable[[object], tuple[str, str] | None]] = {
    str: _text,
    int: _whole,
    date: _day,
    bool: _yes_or_no,
    Fraction: number_fault,
}
#: Classes whose values may be wrong though they are of the class.
_LOOKED_INTO = {int, Fraction}
#: Faults that say only that the kind is another one.
_KINDS = {"not_text", "not_whole", "not_a_day", "not_exact", "wrong_kind", "not_a_collection"}
_COLLECTIONS = {tuple: "tuple"}
_WORDS: dict[Any, str] = {
    str: "text (str)",
    int: "a whole number (int)",
    date: "a day (datetime.date)",
    bool: "True or False",
    Fraction: "an exact number",
    NoneType: "None",
    Any: "anything",
    object: "anything",
}


def _wanted(hint: Any) -> str:  # noqa: ANN401  see misfit
    """What a hint asks for, in words."""
    if isinstance(hint, TypeVar):
        return "anything"
    if (word := _WORDS.get(hint)) is not None:
        return word
    origin, parts = get_origin(hint), get_args(hint)
    if origin is None:
        return _named(hint)
    if origin is Literal:
        return " or ".join(map(repr, parts))
    if origin in (Union, UnionType):
        words = " or ".join(dict.fromkeys(_wanted(part) for part in parts if part is not NoneType))
        return f"{words}, or None" if NoneType in parts else words
    if isinstance(origin, type) and issubclass(origin, Mapping):
        return f"a mapping by ids, each {_wanted(parts[-1])}"
    if origin is collections.abc.Callable:
        return "a function"
    if origin is type:
        return "a class"
    if issubclass(origin, tuple) and parts[-1] is not Ellipsis:
        return f"({', '.join(map(_wanted, parts))})"
    return f"a {_COLLECTIONS.get(origin, 'collection')}, each item {_wanted(parts[0])}"


def _named(kind: Any) -> str:  # noqa: ANN401  see misfit
    if isinstance(kind, type) and issubclass(kind, Enum):
        return "one of " + ", ".join(f"{kind.__name__}.{one.name}" for one in kind)
    name = getattr(kind, "__name__", str(kind))
    return f"{'an' if name[0] in 'AEIO' else 'a'} {name}"
