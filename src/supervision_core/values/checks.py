"""Checks of a value's own fields: each names its fault, and all faults are raised together."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Mapping
from datetime import date, datetime
from enum import Enum
from typing import Any, TypeVar, final, overload

from supervision_core.values.errors import Fault, raise_for
from supervision_core.values.exact import number_fault
from supervision_core.values.mappings import IdMap
from supervision_core.values.text import composed, identifier_fault, shown, text_fault

__all__ = ["Checks", "as_tuple", "composed_each", "composed_map", "composed_sorted"]


_T = TypeVar("_T")
_S = TypeVar("_S")


@final
class Checks:
    """Collects the faults of one value while its fields are looked at; ``done`` raises them together."""

    __slots__ = ("_faults", "_place")

    def __init__(self, place: str) -> None:
        self._place = place
        self._faults: list[Fault] = []

    def fault(self, code: str, name: str, found: object, expected: str) -> None:
        """Note one fault at the field ``name``; ``found`` is shown as Python shows it."""
        self._faults.append(Fault(code, f"{self._place}.{name}" if name else self._place, shown(found), expected))

    def add(self, faults: Iterable[Fault]) -> None:
        """Note faults that were made elsewhere."""
        self._faults.extend(faults)

    def identifier(self, name: str, value: object) -> None:
        """An id: text, not blank, no control characters, no lone surrogates."""
        if (fault := identifier_fault(value)) is not None:
            self.fault(fault[0], name, value, fault[1])

    def optional_identifier(self, name: str, value: object) -> None:
        """An id or None."""
        if value is not None:
            self.identifier(name, value)

    def identifiers(self, name: str, values: object) -> None:
        """A tuple of distinct ids."""
        if not isinstance(values, tuple):
            self.fault("not_a_collection", name, values, "a collection of ids")
            return
        seen: set[object] = set()
        for value in values:
            fault = identifier_fault(value)
            if fault is not None:
                self.fault(fault[0], name, value, fault[1])
            elif value in seen:
                self.fault("duplicate", name, value, "each id once")
            else:
                seen.add(value)

    def distinct(self, name: str, ids: Collection[object]) -> None:
        """Ids of which no two are the same one spelt in two ways."""
        if len({composed(one) if isinstance(one, str) else one for one in ids}) < len(ids):
            self.fault("duplicate", name, list(ids), "each once, in composed Unicode")

    def by_id(self, name: str, value: object, expected: str) -> bool:
        """A mapping as ``composed_map`` makes it; says whether it is one."""
        if not isinstance(value, IdMap) and isinstance(value, Mapping) and all(isinstance(key, str) for key in value):
            self.distinct(name, value)
            return False
        return self.kind(name, value, IdMap, expected)

    def text(self, name: str, value: object) -> None:
        """A text for people, not blank."""
        if (fault := text_fault(value)) is not None:
            self.fault(fault[0], name, value, fault[1])

    def whole(self, name: str, value: object, *, at_least: int | None = None, at_most: int | None = None) -> bool:
        """A whole number within bounds (both inclusive); says whether it is one."""
        if not isinstance(value, int) or isinstance(value, bool):
            self.fault("not_whole", name, value, "a whole number (int)")
            return False
        if at_least is not None and value < at_least:
            self.fault("too_small", name, value, f"at least {at_least}")
            return False
        if at_most is not None and value > at_most:
            self.fault("too_large", name, value, f"at most {at_most}")
            return False
        return True

    def number(self, name: str, value: object) -> bool:
        """An exact number; says whether it is one."""
        if (fault := number_fault(value)) is not None:
            self.fault(fault[0], name, value, fault[1])
            return False
        return True

    def kind(self, name: str, value: object, kind: type | tuple[type, ...], expected: str) -> bool:
        """A value of a given class; says whether it is one."""
        if isinstance(value, kind):
            return True
        self.fault("wrong_kind", name, value, expected)
        return False

    def optional_kind(self, name: str, value: object, kind: type | tuple[type, ...], expected: str) -> bool:
        """A value of a given class or None; says whether it is one of the two."""
        return value is None or self.kind(name, value, kind, f"{expected}, or None")

    def day(self, name: str, value: object) -> bool:
        """A calendar day; a moment (``datetime``) is no day, since dropping its hours would coerce it."""
        if isinstance(value, date) and not isinstance(value, datetime):
            return True
        self.fault("not_a_day", name, value, "a day (datetime.date)")
        return False

    def optional_day(self, name: str, value: object) -> bool:
        """A calendar day or None; says whether it is one of the two."""
        return value is None or self.day(name, value)

    def member(self, name: str, value: object, choices: type[Enum]) -> bool:
        """A member of an enumeration; says whether it is one."""
        if isinstance(value, choices):
            return True  # before the sentence is made, which costs more than all the rest of a check
        return self.kind(name, value, choices, "one of " + ", ".join(f"{choices.__name__}.{one.name}" for one in choices))

    def each(self, name: str, values: object, kind: type | tuple[type, ...], expected: str) -> bool:
        """A tuple whose items are all of a given class; says whether it is."""
        if not isinstance(values, tuple):
            self.fault("not_a_collection", name, values, f"a collection, each item {expected}")
            return False
        fine = True
        for position, value in enumerate(values):
            if not isinstance(value, kind):
                self.fault("wrong_kind", f"{name}[{position}]", value, expected)
                fine = False
        return fine

    @property
    def faults(self) -> tuple[Fault, ...]:
        """What was found so far."""
        return tuple(self._faults)

    @property
    def clean(self) -> bool:
        """Whether nothing wrong was found so far."""
        return not self._faults

    def done(self) -> None:
        """Raise what was found, all at once."""
        if self._faults:
            raise_for(self._faults)


def as_tuple(values: Iterable[_T]) -> tuple[_T, ...]:
    """A collection as a tuple in its own order; text and what cannot be iterated come back for the checks to name."""
    if isinstance(values, tuple):
        return values
    if isinstance(values, str | bytes) or not isinstance(values, Iterable):
        return values  # type: ignore[return-value]  # no tuple, and the checks say so
    return tuple(values)


def composed_each(values: Iterable[str]) -> tuple[str, ...]:
    """A collection of texts as a tuple, each in composed form, in its own order."""
    found = as_tuple(values)
    return tuple(composed(value) for value in found) if isinstance(found, tuple) else found


def composed_sorted(values: Iterable[str]) -> tuple[str, ...]:
    """A collection of texts as a tuple in composed form and sorted; left in its order when an item is no text."""
    found = composed_each(values)
    if isinstance(found, tuple) and all(isinstance(value, str) for value in found):
        return tuple(sorted(found))
    return found


@overload
def composed_map(mapping: Mapping[str, _T]) -> IdMap[_T]: ...


@overload
def composed_map(mapping: Mapping[str, _T], held: Callable[[_T], _S]) -> IdMap[_S]: ...


def composed_map(mapping: Mapping[str, Any], held: Callable[[Any], Any] | None = None) -> IdMap[Any]:
    """A mapping by ids in composed form, and what is ``held`` in its own.

    Where a key is no text, or an id stands there in two spellings, a plain dict comes back for the checks to name.
    """
    if not isinstance(mapping, Mapping):
        return mapping
    if all(isinstance(key, str) for key in mapping):
        made = {composed(key): value if held is None else held(value) for key, value in mapping.items()}
        if isinstance(mapping, IdMap) and mapping == made:
            return mapping  # equal values share one
        if len(made) == len(mapping):
            return IdMap(made)
    return dict(mapping)  # type: ignore[return-value]  # no IdMap, and the checks say so
