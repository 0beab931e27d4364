"""Every fault of every public value and function says where it is and what would be right, in the library's own words."""

import re
from collections.abc import Iterator, Sized
from contextlib import suppress
from datetime import date
from enum import Enum
from fractions import Fraction
from typing import Any, get_args

import attrs
import pytest
from hypothesis import HealthCheck, Phase, given, settings, strategies as st

import supervision_core as sc
from contract.callables import Callee, callables
from contract.junk import call, junk, parameters
from contract.test_junk import asked, is_value
from supervision_core.rendering.phrases.field_words import FIELD_WORDS
from supervision_core.rendering.phrases.kind_words import KIND_WORDS
from supervision_core.rendering.phrasing import phrase_said
from supervision_core.values.wording import wording

VI = wording("vi")
#: What a tuple is made of, place by place, is for programmers alone.
SHAPE = re.compile(r"(a (tuple|collection), each item )?\(.*\)(, or None)?|.*a Heading or .*")
ODD: dict[type, tuple[object, ...]] = {
    bool: (),
    int: (-1, 0, 1, 2, 13, -(10**6), 10**9),
    str: ("", "  ", "a\nb", "a\u200bb", "x" * 10_001),
    date: (date.min, date(2026, 6, 1), date.max),
    Fraction: (Fraction(-1), Fraction(0), Fraction(3, 2), Fraction(10**9)),
}


def kinds_of(hint: object) -> Iterator[type]:
    """The plain kinds that a hint allows."""
    if isinstance(hint, type):
        yield hint
    for one in get_args(hint):
        yield from kinds_of(one)


def odd_values(hint: object, given: object) -> Iterator[object]:
    """Values for a field: each plain kind's odd ones, nothing, no item, an item twice, and junk of any kind."""
    for kind in {*kinds_of(hint), type(given)} & set(ODD):
        yield from ODD[kind]
    if isinstance(given, tuple) and given:
        yield from ((), (*given, given[0]))
    yield None
    yield from (value for _, value in junk())


def states_of(arguments: dict[str, Any]) -> Iterator[tuple[str, object]]:
    """What decides which other rules a field is held to: nothing, which choice, which kind, and whether anything is in it."""
    for name, value in arguments.items():
        chosen = value if value is None or isinstance(value, bool | Enum) else None
        yield name, (type(value), chosen, isinstance(value, Sized) and len(value) > 0)


def drawn(kind: type, most: int) -> list[Any]:
    """Values of a class as its generator makes them, always the same."""
    found: list[Any] = []

    @settings(max_examples=most, database=None, phases=[Phase.generate], derandomize=True, deadline=None, suppress_health_check=list(HealthCheck))
    @given(st.data())
    def collect(data: st.DataObject) -> None:
        with suppress(sc.InvalidInput):  # a class without a generator of its own is made of parts that need not fit
            found.append(data.draw(st.from_type(kind)))

    collect()
    return found


def good_calls(callee: Callee) -> Iterator[tuple[object, dict[str, Any]]]:
    """Calls that are answered: of a value so many that each field stands there in each of its states that was met."""
    owner, arguments = asked(callee)
    yield owner, arguments
    if not is_value(callee):
        return
    met = set(states_of(arguments))
    for value in drawn(callee.owner or callee.function, 40):  # type: ignore[arg-type]  # a class, as said above
        more = {one.alias: getattr(value, one.name) for one in attrs.fields(type(value)) if one.init}
        if not met.issuperset(states_of(more)):
            met |= set(states_of(more))
            yield owner, more


def faults(callee: Callee) -> Iterator[tuple[str, sc.Fault]]:
    """What is told of each odd value of each field or argument, beside everything else that is right."""
    for owner, arguments in good_calls(callee):
        for name, hint in parameters(callee).items():
            for odd in odd_values(hint, arguments.get(name)):
                if callable(odd) and "Callable" in str(hint):
                    continue  # what a caller's own function raises is the caller's
                try:
                    call(callee, owner, {**arguments, name: odd})
                except sc.InvalidInput as error:
                    yield from ((name, fault) for fault in error.faults)
                except sc.SupervisionError:
                    pass  # documents and what cannot be shown have errors of their own


#: Whatever a place may begin with: a class, a method, a function.
PUBLIC = {part for one in callables() for part in one.name.split(".")[1:]}


def is_placed(fault: sc.Fault, fields: Any) -> bool:
    """Whether a place begins with something public, and names a field that there is, an item, or the whole."""
    place = re.sub(r"^'[^']*': ", "", fault.place)  # which of many questions
    head, *more = re.findall(r"\b[A-Za-z_]\w*", re.sub(r"'[^']*'", "", place)) or [""]
    known = {*fields, *FIELD_WORDS}
    if head not in {*KIND_WORDS, *PUBLIC, *known}:
        return False
    return head in known or bool(known & set(more)) or place.startswith(f"{head}[") or set(more) <= PUBLIC


@pytest.mark.filterwarnings("ignore::hypothesis.errors.HypothesisWarning")
@pytest.mark.parametrize("callee", [one for one in callables() if parameters(one)], ids=lambda one: one.name)
def test_a_fault_is_placed_and_says_what_is_right(callee):
    """Of each value and each function: the place is public, a field or an argument of it; what would be right is a phrase that is known."""
    fields = parameters(callee)
    told = list(faults(callee))

    assert [fault.place for _, fault in told if not is_placed(fault, fields)] == []
    assert [fault.expected for _, fault in told if phrase_said(fault.expected, VI) is None and not SHAPE.fullmatch(fault.expected)] == []
