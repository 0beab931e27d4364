"""The kinds of values that the library hands out: those of its rooms, and what their fields hold."""

import inspect
from collections.abc import Iterator
from typing import get_args, get_type_hints

import attrs

import supervision_core as sc
from supervision_core.serialization import Problem, Receipt

#: The rooms whose values documents hold.
ROOMS = (sc.values, sc.criteria, sc.regulations, sc.obligations, sc.evidence, sc.judging, sc.rotation, sc.programme)


def value_kinds() -> list[type]:
    """Every attrs class that the rooms of the domain bring, and every one that stands in a field of these."""
    found: set[type] = set()
    waiting = [value for home in ROOMS for name in home.__all__ if is_kind(value := getattr(home, name))]
    while waiting:
        kind = waiting.pop()
        if kind not in found:
            found.add(kind)
            hints = get_type_hints(kind)
            waiting += [part for field in attrs.fields(kind) if field.name in hints for part in kinds_in(hints[field.name])]
    return sorted(found, key=lambda kind: (kind.__name__, kind.__module__))


def every_kind() -> list[type]:
    """The kinds of the rooms, and what documents bring besides."""
    return [*value_kinds(), Problem, Receipt]


def kinds_in(hint: object) -> Iterator[type]:
    """The value kinds that a type hint names, however deep."""
    if is_kind(hint):
        yield hint
    for part in get_args(hint):
        yield from kinds_in(part)


def is_kind(value: object) -> bool:
    """Whether it is an attrs class."""
    return inspect.isclass(value) and attrs.has(value)
