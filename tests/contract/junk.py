"""Junk that a caller may hand in by mistake or in bad faith, and good calls to put it among."""

import datetime as dt
import inspect
import warnings
from collections import UserDict, UserString, defaultdict
from collections.abc import Iterator
from datetime import date
from decimal import Decimal
from enum import Enum
from fractions import Fraction
from functools import cache
from typing import Any, get_args, get_type_hints, is_typeddict

import attrs
from hypothesis import HealthCheck, Phase, given, settings, strategies as st
from hypothesis.errors import HypothesisWarning

import supervision_core as sc
from contract.callables import Callee

LABEL = sc.Label("x", "x")


class Text(str):
    """A kind of text."""

    __slots__ = ()


class Numbers(int):
    """A kind of number."""


class Members(str, Enum):  # noqa: UP042  a str-Enum as applications of any age have them
    """A choice that is text too."""

    ONE = "one"


class Silent:
    """Says nothing of itself, and is not to be hashed."""

    __hash__ = None  # type: ignore[assignment]

    def __repr__(self) -> str:
        """Nothing."""
        raise RuntimeError


def junk() -> Iterator[tuple[str, object]]:
    """By name, new each time, since some of it can be read once only."""
    yield "object", object()
    yield "unhashable", Silent()
    yield "NaN", float("nan")
    yield "class", type
    yield "function", lambda: None
    yield "bytes", b"bytes"
    yield "None", None
    yield "NotEncoded", sc.regulations.NotEncoded(category="x", instrument=LABEL, missing=(LABEL,))
    yield "NoRegulation", sc.regulations.NoRegulation(category="x", on=date(2015, 1, 1), last=None, next=None)
    yield "True", True
    yield "-1", -1
    yield "huge", 10**5000
    yield "kind of int", Numbers(7)
    yield "float", 1.5
    yield "inf", float("inf")
    yield "Decimal NaN", Decimal("NaN")
    yield "Decimal huge", Decimal("1e999")
    yield "Fraction tiny", Fraction(1, 10**400)
    yield "empty text", ""
    yield "blank text", " "
    yield "surrogate", "\udc00"
    yield "control", "\x00"
    yield "long text", "x" * 20_000
    yield "word", "no such"
    yield "kind of str", Text("e\u0301")
    yield "str-Enum", Members.ONE
    yield "UserString", UserString("x")
    yield "moment", dt.datetime(2024, 1, 1)  # noqa: DTZ001  a moment is no day
    yield "last day", date.max
    yield "first day", date.min
    yield "list", []
    yield "list of list", [[]]
    yield "list of unhashable", [Silent()]
    yield "tuple of None", (None,)
    yield "pairs that are none", [("a",), ("a", "b", "c")]
    yield "dict", {}
    yield "dict of int", {1: 2}
    yield "dict of list", {"a": [1]}
    yield "dict of dict", {"a": {}}
    yield "dict of None", {"a": None}
    yield "one key spelt twice", {"é": {}, "e\u0301": {}}
    yield "defaultdict", defaultdict(list)
    yield "UserDict", UserDict({"a": Silent()})
    yield "set", {1, "a"}
    yield "generator", (one for one in [object()])
    yield "empty iterator", iter(())


PLAIN: dict[object, object] = {
    str: "s1",
    int: 1,
    date: date(2024, 1, 1),
    bool: True,
    object: sc.Facts(),
}


def one_of(hint: object) -> Any:
    """One value of a hint; where it is one of the library's own, which nothing changes, it is drawn once."""
    if hint in PLAIN:
        return PLAIN[hint]
    return _kept(hint) if isinstance(hint, type) and attrs.has(hint) else _drawn(hint)


def _drawn(hint: object) -> Any:
    found: list[Any] = []

    @settings(
        max_examples=3,
        database=None,
        phases=[Phase.generate],
        derandomize=True,
        deadline=None,
        suppress_health_check=list(HealthCheck),
    )
    @given(st.from_type(hint))  # type: ignore[arg-type]  # a hint may be a union
    def collect(value: object) -> None:
        found.append(value)

    with warnings.catch_warnings():
        # A generator of several kinds is named by its parts, and some of them are long.
        warnings.simplefilter("ignore", HypothesisWarning)
        collect()
    return found[-1]


_kept = cache(_drawn)


def parameters(callee: Callee) -> dict[str, Any]:
    """The hints of what it takes by name, options written out."""
    hints = callee.hints
    found = {}
    for one in callee.parameters:
        if one.kind is one.VAR_KEYWORD:
            (options,) = get_args(hints[one.name]) or (hints[one.name],)
            if is_typeddict(options):
                found |= get_type_hints(options)
        elif one.kind is not one.VAR_POSITIONAL:
            found[one.name] = hints.get(one.name, object)
    return found


def good_call(callee: Callee) -> dict[str, Any]:
    """Arguments of a call that is answered."""
    if inspect.isclass(callee.function) and attrs.has(callee.function):
        value = one_of(callee.function)
        return {one.alias: getattr(value, one.name) for one in attrs.fields(callee.function) if one.init}
    hints = callee.hints
    return {
        one.name: one_of(hints[one.name])
        for one in callee.parameters
        if one.default is one.empty and one.kind is not one.VAR_KEYWORD
    }


def call(callee: Callee, owner: object, arguments: dict[str, Any]) -> object:
    """Call it, and read what it answers to the end."""
    positional = [owner] if callee.bound else []
    named = dict(arguments)
    first = [one.name for one in callee.parameters if one.kind is one.POSITIONAL_ONLY and one.name in arguments]
    positional += [named.pop(name) for name in first]
    answer = callee.function(*positional, **named)
    return list(answer) if isinstance(answer, Iterator) else answer
