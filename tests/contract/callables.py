"""Every public callable of every room, with the type hints of its arguments."""

import inspect
from collections.abc import Callable, Iterable, Iterator
from enum import Enum
from importlib import import_module
from types import ModuleType
from typing import Any, get_type_hints, is_typeddict

import attrs

import supervision_core as sc

#: The rooms that applications call; generators are Hypothesis' own and take bounds alone.
ROOMS = [room for name in sc.__all__ if name != "strategies" and isinstance(room := getattr(sc, name), ModuleType)]
#: What annotations may name: everything public, and what modules import for annotations alone.
NAMES: dict[str, Any] = {"Iterable": Iterable} | {name: getattr(room, name) for room in ROOMS for name in room.__all__}


@attrs.frozen
class Callee:
    """One public callable: its dotted name, what owns it (None for functions), and how to reach it."""

    name: str
    owner: type | None
    function: Callable[..., Any]
    bound: bool

    @property
    def parameters(self) -> list[inspect.Parameter]:
        """Its parameters, without ``self``."""
        found = list(inspect.signature(self.function).parameters.values())
        return found[1:] if self.bound else found

    @property
    def hints(self) -> dict[str, Any]:
        """The type hints of its parameters and its answer."""
        function = self.function.__init__ if inspect.isclass(self.function) else inspect.unwrap(self.function)
        home = vars(import_module(self.function.__module__))
        return get_type_hints(function, {**NAMES, **getattr(function, "__globals__", {}), **home})


def callables() -> Iterator[Callee]:
    """Functions, constructors, and the methods of public classes."""
    for room in ROOMS:
        short = room.__name__.rpartition(".")[2]
        for name in room.__all__:
            value = getattr(room, name)
            if inspect.isclass(value):
                yield from _of_class(f"{short}.{name}", value)
            elif inspect.isroutine(value):
                yield Callee(f"{short}.{name}", None, value, bound=False)


def _of_class(name: str, kind: type) -> Iterator[Callee]:
    if not issubclass(kind, Enum | Exception) and not is_typeddict(kind):
        yield Callee(name, None, kind, bound=False)
    seen: set[str] = set()
    for base in (one for one in kind.__mro__ if one.__module__.startswith("supervision_core")):
        for own, value in vars(base).items():
            if own.startswith("_") or own in seen:
                continue
            seen.add(own)
            if isinstance(value, classmethod | staticmethod):
                yield Callee(f"{name}.{own}", None, getattr(kind, own), bound=False)
            elif inspect.isfunction(value):
                yield Callee(f"{name}.{own}", kind, value, bound=True)
