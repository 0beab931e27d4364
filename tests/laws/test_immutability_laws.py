"""Insides stay inside: nothing public hands out what can be changed, and changing what a value was made of changes nothing."""

from collections.abc import Iterator
from functools import cache
from types import ModuleType
from typing import Any

import attrs
import pytest
from hypothesis import HealthCheck, Phase, given, settings, strategies as st
from hypothesis.errors import HypothesisException

import supervision_core as sc
from contract.callables import ROOMS, Callee
from contract.inside import changeable, handed_out
from contract.kinds import every_kind
from supervision_core.serialization import to_document
from supervision_core.values import IdMap, SupervisionError

pytestmark = pytest.mark.filterwarnings("ignore:Generating overly large repr")
KINDS = every_kind()
BRIEF = settings(max_examples=6, suppress_health_check=list(HealthCheck))


@cache
def a_few(hint: Any) -> tuple[Any, ...]:
    """Some values that a type hint allows; none where Hypothesis knows no way to make any."""
    found: list[Any] = []

    @settings(max_examples=2, database=None, phases=[Phase.generate], suppress_health_check=list(HealthCheck))
    @given(st.from_type(hint))
    def collect(value: object) -> None:
        found.append(value)

    try:
        collect()
    except (HypothesisException, TypeError):
        return ()
    return tuple(found)


def arguments_for(callee: Callee) -> Iterator[dict[str, Any]]:
    """Two ways of calling it with what its hints ask for, leaving out what has a default."""
    hints = callee.hints
    asked = [one.name for one in callee.parameters if one.default is one.empty and one.kind is not one.VAR_KEYWORD]
    choices = {name: a_few(hints[name]) for name in asked}
    if all(choices.values()):
        yield from ({name: some[turn % len(some)] for name, some in choices.items()} for turn in range(2 if asked else 1))


@pytest.mark.parametrize("kind", KINDS, ids=lambda kind: kind.__name__)
def test_nothing_public_hands_out_what_can_be_changed(kind):
    """Fields, properties and what methods return are tuples, frozen values and plain ones all the way down."""

    @BRIEF
    @given(st.from_type(kind))
    def check(value):
        for name, found in handed_out(value, arguments_for):
            assert list(changeable(found, name)) == []

    check()


@pytest.mark.parametrize("room", ROOMS, ids=lambda room: room.__name__)
def test_constants_never_change(room: ModuleType):
    """What a room brings beside classes and functions is immutable too."""
    for name in room.__all__:
        assert list(changeable(getattr(room, name), name)) == []


def loosened(value: object, made: list[Any]) -> object:
    """The same with lists, dicts and sets wherever there are tuples, maps and frozen sets; each that is made is listed."""
    other: Any
    if isinstance(value, tuple):
        other = [loosened(part, made) for part in value]
    elif isinstance(value, IdMap):
        other = {key: loosened(part, made) for key, part in value.items()}
    elif isinstance(value, frozenset):
        other = set(value)
    else:
        return value
    made.append(other)
    return other


def loosest(kind: type, value: object) -> tuple[dict[str, Any], list[Any]]:
    """What an equal value can be made of, with as many lists, dicts and sets as its class takes; and those that were made.

    Answers take tuples alone and refuse what could be changed; questions take any collection.
    """
    parts = {field.alias: getattr(value, field.name) for field in attrs.fields(kind) if field.init}
    made: list[Any] = []
    for name, part in list(parts.items()):
        inside: list[Any] = []
        # A pair may have to stay a pair, so inner parts are loosened where they may be, and else the outer one alone.
        for form in (loosened(part, inside), list(part) if isinstance(part, tuple) else part):
            try:
                kind(**{**parts, name: form})
            except SupervisionError:
                continue
            parts[name] = form
            made += inside if form is not part and inside and form is inside[-1] else [form] if form is not part else []
            break
    return parts, made


@pytest.mark.parametrize("kind", KINDS, ids=lambda kind: kind.__name__)
def test_changing_what_a_value_was_made_of_changes_nothing(kind):
    """Lists, dicts and sets that were given, and those inside them, may be emptied afterwards: equal, same hash, same document."""

    @BRIEF
    @given(st.from_type(kind))
    def check(value):
        parts, given_parts = loosest(kind, value)
        made = kind(**parts)
        before = hash(made), to_document(made)
        for part in given_parts:
            part.clear()

        assert made == value
        assert (hash(made), to_document(made)) == before == (hash(value), to_document(value))

    check()


def test_every_value_checks_itself():
    """A class of values that looks at none of its fields would keep the list that it was given, and could not be hashed."""
    unchecked = [kind.__name__ for kind in KINDS if "attrs generated" in kind.__init__.__code__.co_filename and not hasattr(kind, "__attrs_post_init__")]

    assert unchecked == []


def test_changing_what_a_short_form_was_made_of_changes_nothing():
    """Facts, histories and maps that are made by their class methods keep nothing of what they were given."""
    answers, sources, years = {"a": True, "b": None}, {"a": ["m-1"]}, {2019: {"s1": "u", "s2": "v"}}
    made = [sc.Facts.of(answers), sc.Facts.of(answers, sources=sources), sc.History.of(years), IdMap(answers)]
    before = [(hash(one), to_document(one)) for one in made[:3]]
    for given_part in (answers, sources["a"], sources, years[2019], years):
        given_part.clear()

    assert [(hash(one), to_document(one)) for one in made[:3]] == before
    assert made[3] == {"a": True, "b": None}
