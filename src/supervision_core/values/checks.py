"""Checks of a value's own fields: each names its fault, and all faults are raised together."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Collection, Iterable, Mapping
from datetime import date, datetime
from enum import Enum
from functools import cache
from operator import attrgetter, is_
from typing import Any, TypeVar, cast, final, overload

import attrs

from supervision_core.values.errors import Fault, raise_for
from supervision_core.values.exact import number_fault
from supervision_core.values.hints import fitting, hints_of, misfit
from supervision_core.values.mappings import IdMap, map_of_checked, map_of_sorted
from supervision_core.values.text import are_ids, are_plain_ids, composed, described, identifier_fault, shown, text_fault

__all__ = [
    "ByHints",
    "Checks",
    "as_tuple",
    "check_arguments",
    "check_fields",
    "check_ids",
    "composed_each",
    "composed_map",
    "composed_sorted",
    "maker",
    "unchecked",
]


_T = TypeVar("_T")
_S = TypeVar("_S")


#: Faults of what is no value for its place at all: it may be anything, a secret too.
_OF_ANOTHER_KIND = frozenset({"wrong_kind", "not_a_collection", "not_a_day", "not_text"})


@final
class Checks:
    """Collects the faults of one value while its fields are looked at; ``done`` raises them together."""

    __slots__ = ("_faults", "_place")

    def __init__(self, place: str) -> None:
        self._place = place
        self._faults: list[Fault] = []

    def fault(self, code: str, name: str, found: object, expected: str) -> None:
        """Note one fault at the field or argument ``name``.

        ``found`` is shown as Python shows it, and what is of another kind than the place asks for by its kind alone.
        """
        text = described(found) if code in _OF_ANOTHER_KIND else shown(found)
        self._faults.append(Fault(code, f"{self._place}.{name}" if name else self._place, text, expected))

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
        if are_plain_ids(values) and len(set(values)) == len(values):
            return  # the usual ones, all at once
        seen: set[object] = set()
        for value in values:
            if (fault := identifier_fault(value)) is not None:
                self.fault(fault[0], name, value, fault[1])
            elif value in seen:
                self.fault("duplicate", name, value, "each id once")
            else:
                seen.add(value)

    def distinct(self, name: str, ids: Collection[object]) -> None:
        """Ids of which no two are the same one spelt in two ways; those that are, and no others, are told."""
        spelt = [composed(one) if isinstance(one, str) else one for one in ids]
        if len(times := Counter(spelt)) < len(spelt):
            ids = [given for given, one in zip(ids, spelt, strict=True) if times[one] > 1]
            self.fault("duplicate", name, ids, "each once; two are alike in composed Unicode")

    def by_id(self, name: str, value: object, expected: str) -> bool:
        """A mapping as ``composed_map`` makes it, its ids checked; says whether its values can be looked at."""
        if isinstance(value, IdMap) or not isinstance(value, Mapping) or not all(isinstance(key, str) for key in value):
            return self.kind(name, value, IdMap, expected)
        before = len(self._faults)
        self.distinct(name, value)
        if len(self._faults) > before:
            return False
        for key in value:
            self.identifier(name, composed(key))
        return True

    def text(self, name: str, value: object) -> None:
        """A text for people, not blank."""
        if (fault := text_fault(value)) is not None:
            self.fault(fault[0], name, value, fault[1])

    def whole(self, name: str, value: object, *, at_least: int | None = None, at_most: int | None = None) -> bool:
        """A whole number within bounds (both inclusive); says whether it is one."""
        if not isinstance(value, int) or isinstance(value, bool):
            self.fault("not_whole", name, value, "a whole number (int)")
            return False
        if (fault := number_fault(value)) is not None:
            self.fault(fault[0], name, value, fault[1])
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

    def in_force(self, first: object, until: object) -> None:
        """The days on which something is in force: from a first day to before another one that is later, or with no end."""
        fine = self.day("in_force_from", first)
        fine = self.optional_day("in_force_until", until) and fine
        if fine and isinstance(first, date) and isinstance(until, date) and until <= first:
            self.fault("empty_period", "in_force_until", until, "a day after in_force_from")

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

    def stream(self, name: str, values: object, item: str) -> bool:
        """Something to read through once, whose items are looked at on the way; says whether it is that."""
        if isinstance(values, Iterable) and not isinstance(values, str | bytes | Mapping):
            return True
        self.fault("not_a_collection", name, values, f"a collection, each item {item}")
        return False

    def fields(self, value: object, *names: str) -> None:
        """Fields of a value, by their names, as its class's type hints ask for them; every field where none is named."""
        hints = hints_of(type(value))
        for name in names or [one.name for one in attrs.fields(type(value)) if one.init]:  # type: ignore[arg-type]  # ours
            # What is kept to itself is given without the underscore, and named so.
            self._fitting(name.removeprefix("_"), getattr(value, name), hints[name])

    def arguments(self, function: Callable[..., object], /, **values: object) -> None:
        """Arguments of a function by their names, as its type hints ask for them. What can be read once is not read here."""
        hints = hints_of(function)
        for name, value in values.items():
            self._fitting(name, value, hints[name])

    def _fitting(self, name: str, value: object, hint: object) -> None:
        if (found := misfit(value, hint)) is not None:
            place, inside, code, expected = found
            self.fault(code, f"{name}{place}", inside, expected)

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


def check_fields(value: object) -> None:
    """Refuse a value whose fields are not what its class's type hints ask for; all faults are raised together."""
    kind: Any = type(value)
    parts, tests = _quick_tests(kind)
    for test, part in zip(tests, parts(value)):  # noqa: B905  both are of the same class, and there are many values
        if not test(part):
            break
    else:
        return
    checks = Checks(type(value).__name__)
    checks.fields(value)
    checks.done()


class ByHints:
    """A value all of whose fields are what its class's type hints ask for, and have no further rule."""

    __slots__ = ()

    def __attrs_post_init__(self) -> None:
        check_fields(self)


@cache
def _quick_tests(kind: Any) -> tuple[Callable[[object], Iterable[object]], list[Callable[[Any], bool]]]:  # noqa: ANN401  a class
    """What reads the fields of a value of a class, and a quick test of each; nearly all values pass."""
    hints = hints_of(kind)
    names = [one.name for one in attrs.fields(kind) if one.init]
    # With a single name the getter would give the field alone.
    return attrgetter(*names, "__class__"), [*(fitting(hints[name]) for name in names), fitting(object)]


def unchecked(kind: type[_T], /, **parts: object) -> _T:
    """A value of all its parts, each checked and composed already: its class does not look at them again.

    For the many small values that answers are made of, whose parts come from values that were checked.
    """
    made = object.__new__(kind)
    slots = _slots(cast("Any", kind))
    for name, part in parts.items():
        slots[name](made, part)
    return made


def maker(kind: type[_T]) -> Callable[..., _T]:
    """As ``unchecked``, for values that are made by the thousand: the parts come in the order of the fields, all of them."""
    slots = tuple(_slots(cast("Any", kind)).values())

    def made(*parts: object) -> _T:
        one = object.__new__(kind)
        for set_part, part in zip(slots, parts, strict=True):
            set_part(one, part)
        return one

    return made


@cache
def _slots(kind: type) -> Mapping[str, Callable[[object, object], None]]:
    return {one.name: vars(kind)[one.name].__set__ for one in attrs.fields(kind)}


def check_arguments(function: Callable[..., object], /, **values: object) -> None:
    """Refuse arguments that are not what the function's type hints ask for; all faults are raised together.

    It stands first in whatever public takes arguments and does not put more questions to them.
    """
    tests = _argument_tests(function, *values)
    for value, test in zip(values.values(), tests):  # noqa: B905  there is one for each
        if not test(value):
            break
    else:
        return
    checks = Checks(function.__qualname__)
    checks.arguments(function, **values)
    checks.done()


@cache
def _argument_tests(function: Callable[..., object], *names: str) -> list[Callable[[Any], bool]]:
    """A quick test of each argument; nearly all values pass."""
    hints = hints_of(function)
    return [fitting(hints[name]) for name in names]


def check_ids(value: object, *names: str) -> None:
    """Refuse a value of which one of the named fields holds an id that is blank or cannot be written on one line.

    For results, whose fields were looked at already: an id, ids in a collection or as keys, or none at all.
    """
    held = [(name, one) for name in names for one in _ids_in(getattr(value, name))]
    if are_plain_ids([one for _, one in held]):
        return
    checks = Checks(type(value).__name__)
    for name, one in held:
        checks.identifier(name, one)
    checks.done()


def _ids_in(held: object) -> Iterable[str]:
    """The texts in what a field holds; what stands beside them is no id."""
    if isinstance(held, str):
        return (held,)
    return (one for part in held for one in _ids_in(part)) if isinstance(held, tuple | Mapping) else ()


def as_tuple(values: Iterable[_T]) -> tuple[_T, ...]:
    """A collection as a tuple in its own order; text and what cannot be iterated come back for the checks to name."""
    if type(values) is tuple:
        return values
    if isinstance(values, str | bytes) or not isinstance(values, Iterable):
        return values  # type: ignore[return-value]  # no tuple, and the checks say so
    return tuple(values)


def composed_each(values: Iterable[str]) -> tuple[str, ...]:
    """A collection of texts as a tuple, each in composed form, in its own order."""
    found = as_tuple(values)
    if not isinstance(found, tuple):
        return found
    made = tuple(map(composed, found))
    return found if all(map(is_, made, found)) else made


def composed_sorted(values: Iterable[str]) -> tuple[str, ...]:
    """A collection of texts as a tuple in composed form and sorted; left in its order when an item is no text."""
    found = composed_each(values)
    if isinstance(found, tuple) and all(isinstance(value, str) for value in found):
        made = tuple(sorted(found))
        return found if made == found else made
    return found


@overload
def composed_map(mapping: Mapping[str, _T]) -> IdMap[_T]: ...


@overload
def composed_map(mapping: Mapping[str, _T], held: Callable[[_T], _S]) -> IdMap[_S]: ...


def composed_map(mapping: Mapping[str, Any], held: Callable[[Any], Any] | None = None) -> IdMap[Any]:
    """A mapping by ids in composed form, and what is ``held`` in its own, which plain texts and whole numbers are in already.

    Where a key is no id, or an id stands there in two spellings, a plain dict comes back for the checks to name.
    """
    if type(mapping) is dict and are_plain_ids(mapping):  # the usual ones
        return map_of_checked(mapping if held is None else _held(mapping, held))
    if not isinstance(mapping, Mapping):
        return mapping
    if isinstance(mapping, IdMap):
        if held is None or _are_plain(mapping.values()):
            return mapping
        made = {key: held(value) for key, value in mapping.items()}
        # Equal values share one; but what is equal may still be another kind of text or number.
        return mapping if all(map(is_, made.values(), mapping.values())) else map_of_checked(made)
    given = {composed(key): value for key, value in mapping.items()}
    if len(given) < len(mapping) or not all(isinstance(key, str) for key in given):
        return dict(mapping)  # type: ignore[return-value]  # no IdMap, and the checks say so
    made = {key: given[key] for key in sorted(given)}
    if held is not None:
        made = _held(made, held)
    return map_of_sorted(made) if are_ids(made) else made  # type: ignore[return-value]  # see above


def _held(given: Mapping[str, Any], held: Callable[[Any], Any]) -> dict[str, Any]:
    # A mapping inside is no collection of its keys; it stays what it is, for the checks to name.
    return {key: one if isinstance(one, Mapping) else held(one) for key, one in given.items()}


def _are_plain(values: Collection[object]) -> bool:
    """Whether all are texts in plain ASCII, or all plain whole numbers; a country's plan has a million of them."""
    kinds = set(map(type, values))
    return kinds == {int} or (kinds == {str} and "".join(cast("Collection[str]", values)).isascii())
