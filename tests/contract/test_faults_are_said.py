"""Every fault of every public value says where it is and what would be right, in the library's own words."""

import re
from collections.abc import Iterator
from datetime import date
from fractions import Fraction
from typing import Any, get_args

import pytest

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
SHAPE = re.compile(r"(a tuple, each item )?\(.*\)(, or None)?|.*a Heading or .*")
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


def faults(callee: Callee) -> Iterator[tuple[str, sc.Fault]]:
    """What is told of each odd value of each field."""
    owner, arguments = asked(callee)
    for name, hint in parameters(callee).items():
        for odd in odd_values(hint, arguments.get(name)):
            try:
                call(callee, owner, {**arguments, name: odd})
            except sc.InvalidInput as error:
                yield from ((name, fault) for fault in error.faults)


def is_placed(callee: Callee, fault: sc.Fault, fields: Any) -> bool:
    """Whether a place begins with the value that was made, or one that it is made of, and names a field that there is."""
    head = re.match(r"\w+", fault.place)
    known = {*fields, *FIELD_WORDS}
    if fault.place == callee.name.split(".")[1]:
        return True  # the whole of it
    return head is not None and head[0] in {*KIND_WORDS, *known, callee.name.split(".")[1]} and bool(known & set(re.findall(r"[a-z_]\w+", fault.place)))


@pytest.mark.filterwarnings("ignore::hypothesis.errors.HypothesisWarning")
@pytest.mark.parametrize("callee", [one for one in callables() if parameters(one) and is_value(one)], ids=lambda one: one.name)
def test_a_fault_of_a_value_is_placed_and_says_what_is_right(callee):
    """The place is of this class and of a field of it; what would be right is a phrase that is known."""
    fields = parameters(callee)
    told = list(faults(callee))

    assert [fault.place for _, fault in told if not is_placed(callee, fault, fields)] == []
    assert [fault.expected for _, fault in told if phrase_said(fault.expected, VI) is None and not SHAPE.fullmatch(fault.expected)] == []
