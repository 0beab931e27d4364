"""Whatever a public signature mentions is public, in exactly one room, and nothing deeper is."""

import inspect
from collections import defaultdict
from collections.abc import Iterator
from functools import cached_property
from importlib import import_module
from typing import Any, TypeVar, get_args, get_origin, get_type_hints

import attrs

from contract.callables import NAMES, ROOMS, callables


def homes():
    """The rooms that bring each class."""
    found = defaultdict(list)
    for room in ROOMS:
        for name in room.__all__:
            found[id(getattr(room, name))].append(room.__name__)
    return found


def classes_in(hint: Any) -> Iterator[type]:
    """The library's classes that a type hint names, however deep."""
    for one in (hint, get_origin(hint), hint.__bound__ if isinstance(hint, TypeVar) else None):
        if inspect.isclass(one) and one.__module__.startswith("supervision_core"):
            yield one
    parts = hint if isinstance(hint, list | tuple) else get_args(hint)
    for part in parts:
        yield from classes_in(part)


def hints_of_values() -> Iterator[tuple[str, Any]]:
    """The hints of every public class's fields and properties, by the name of the place."""
    for room in ROOMS:
        for kind in (value for name in room.__all__ if inspect.isclass(value := getattr(room, name))):
            known = {**NAMES, **vars(import_module(kind.__module__))}
            for name, hint in get_type_hints(kind, known).items():
                yield f"{kind.__name__}.{name}", hint
            for name in dir(kind):
                made = inspect.getattr_static(kind, name)
                getter = made.fget if isinstance(made, property) else made.func if isinstance(made, cached_property) else None
                if getter is not None:
                    yield f"{kind.__name__}.{name}", get_type_hints(getter, known).get("return")


def hints_of_callables() -> Iterator[tuple[str, Any]]:
    """The hints of what public functions and methods take and give back; a value takes what its fields are."""
    for callee in callables():
        if not attrs.has(callee.function):
            for name, hint in callee.hints.items():
                yield f"{callee.name}.{name}", hint


def test_what_public_signatures_mention_is_public():
    """Parameters, answers, fields and properties name classes of exactly one room, nested ones too."""
    rooms = homes()
    hidden = defaultdict(list)
    for place, hint in (*hints_of_callables(), *hints_of_values()):
        if not place.rpartition(".")[2].startswith("_"):
            for kind in classes_in(hint):
                if len(rooms[id(kind)]) != 1:
                    hidden[kind.__qualname__].append(place)

    assert dict(hidden) == {}


def test_hints_are_searched_however_deep():
    """A class inside a mapping of tuples in the argument of a callable is found."""
    label = NAMES["Label"]

    assert set(classes_in(dict[str, tuple[label, ...]] | None)) == {label}
    assert list(classes_in(get_type_hints(NAMES["Fact"], NAMES)["why"])) == [label]
