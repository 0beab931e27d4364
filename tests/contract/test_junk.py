"""Whatever junk is given to whatever is public, only the library's own error leaves, and it names the argument."""

import inspect
import re
import unicodedata
from collections.abc import Iterator, Mapping

import attrs
import pytest

import supervision_core as sc
from contract.callables import Callee, callables
from contract.good_calls import CALLS
from contract.junk import Text, call, good_call, junk, one_of, parameters
from supervision_core.values.hints import misfit
from supervision_core.values.text import shown

#: What is wrong with a row stands in the answer, with the row's number.
TOLD_IN_THE_ANSWER = {
    ("judging.assess_columns", "ids"),
    ("judging.assess_rows", "pairs"),
    *((one.name, "rows") for one in callables() if one.name.startswith("tables.") and "id_digits" in parameters(one)),
}

CALLEES = [one for one in callables() if parameters(one)]


def is_value(callee: Callee) -> bool:
    """Whether it makes a public value."""
    return inspect.isclass(callee.function) and attrs.has(callee.function)


def asked(callee: Callee, spelling=lambda one: one):
    """What a callable is called on, and the arguments of a call that is answered."""
    if callee.name in CALLS:
        return CALLS[callee.name](spelling)
    return one_of(callee.owner) if callee.bound else None, good_call(callee)


def leaks(callee: Callee) -> Iterator[str]:
    """What leaves that should not, argument by argument."""
    owner, arguments = asked(callee)
    try:
        call(callee, owner, arguments)
    except sc.SupervisionError as error:
        pytest.fail(f"a call of {callee.name} that is answered has to stand in good_calls.py; this one says: {error}")
    for name, hint in parameters(callee).items():
        for what, value in junk():
            if callable(value) and "Callable" in str(hint):
                continue  # what a caller's own function raises is the caller's
            wrong = outcome(callee, owner, {**arguments, name: value}, name)
            if wrong is not None and (wrong.startswith("leaves") or not may_stand(callee, name, value, hint)):
                yield f"{name}={what}: {wrong}"


def outcome(callee: Callee, owner: object, arguments: dict[str, object], name: str) -> str | None:
    """How a call ends that is not refused by the argument's name."""
    try:
        call(callee, owner, arguments)
    except sc.InvalidInput as error:
        # What a value is made of stands in the value itself.
        own = f"{callee.name.split('.')[1]}["
        return (
            None
            if any(names(fault.place, name) or fault.place.startswith(own) for fault in error.faults)
            else f"unnamed {error}"[:200]
        )
    except sc.SupervisionError as error:
        return None if names(str(error), name) else f"unnamed {error}"[:200]
    except Exception as error:  # noqa: BLE001  any other is what is looked for
        return f"leaves {type(error).__name__} {error}"[:160]
    return "taken"


def may_stand(callee: Callee, name: str, value: object, hint: object) -> bool:
    """Whether a value is of the argument's kind, and so may have an answer, or be at odds with another argument."""
    found = misfit(value, hint)
    if found is None or (callee.name, name) in TOLD_IN_THE_ANSWER:
        return True
    # A mapping is a collection of its keys; a number may be huge, and half a character a text that nothing is called.
    if isinstance(value, Mapping) and "Mapping" not in str(hint) and misfit(tuple(value), hint) is None:
        return True
    return found[2] in {"too_many_digits", "lone_surrogate"}


def names(said: str, name: str) -> bool:
    """Whether a message names an argument; "$" is the document itself."""
    if name == "document" and "$" in said:
        return True
    return re.search(rf"(?<![\w]){re.escape(name.strip('_'))}(?![\w])", said) is not None


@pytest.mark.parametrize("callee", CALLEES, ids=lambda one: one.name)
def test_only_the_librarys_error_leaves(callee):
    """Each argument in turn is junk; what is refused is refused by its name."""
    assert list(leaks(callee)) == []


@pytest.mark.parametrize("callee", [one for one in CALLEES if is_value(one)], ids=lambda one: one.name)
def test_values_look_deep_into_their_fields(callee):
    """What is wrong inside a collection or a mapping is refused too, by the field's name."""
    owner, arguments = asked(callee)
    wrong = [
        (name, shown(value), found)
        for name, hint in parameters(callee).items()
        for value in spoilt(arguments.get(name))
        if (found := outcome(callee, owner, {**arguments, name: value}, name)) is not None and misfit(value, hint) is not None
    ]

    assert wrong == []


def spoilt(value: object) -> Iterator[object]:
    """A collection or a mapping with something in it that stands nowhere."""
    for worm in (object(), 1.5, [[]], {"a": [1]}, float("nan"), b"x"):
        if isinstance(value, Mapping):
            yield {**value, "zz": worm}
            yield {"a": worm}
        elif isinstance(value, tuple):
            yield (*value, worm)
            yield (worm,)
            yield tuple((*one[:-1], worm) if isinstance(one, tuple) and one else one for one in value)


@pytest.mark.parametrize("callee", CALLEES, ids=lambda one: one.name)
def test_what_can_be_read_once_is_read_once(callee):
    """A generator gives what a list of the same gives."""
    owner, arguments = asked(callee)
    wanted = call(callee, owner, arguments)
    again = {
        name: (one for one in arguments[name]) if is_read_once(arguments.get(name), hint) else arguments[name]
        for name, hint in parameters(callee).items()
        if name in arguments
    }

    assert said(call(callee, owner, again)) == said(wanted)


def is_read_once(value: object, hint: object) -> bool:
    """Whether an argument may be anything that can be iterated, and is a collection."""
    return "Iterable[" in str(hint) and isinstance(value, list | tuple)


def said(answer: object) -> object:
    """An answer that can be compared: errors and converters say what they are."""
    if isinstance(answer, Exception):
        return type(answer), answer.args
    return type(answer) if type(answer).__module__.startswith("cattrs") else answer


SPELLINGS = {
    "in decomposed Unicode": lambda one: unicodedata.normalize("NFD", one),
    "as another kind of text": lambda one: Text(unicodedata.normalize("NFD", one)),
}


@pytest.mark.parametrize("spelling", SPELLINGS.values(), ids=SPELLINGS)
@pytest.mark.parametrize("name", CALLS)
def test_an_id_may_be_written_in_any_form(name, spelling):
    """Every door composes: the answer is the same, and holds plain text alone."""
    callee = next(one for one in CALLEES if one.name == name)
    owner, arguments = CALLS[name](lambda one: one)
    wanted = call(callee, owner, arguments)
    owner, arguments = CALLS[name](spelling)
    given = call(callee, owner, arguments)

    assert said(given) == said(wanted)
    assert {kind for kind in kinds_of(given) if issubclass(kind, str)} <= {str}


def kinds_of(value: object) -> Iterator[type]:
    """The kinds of all that a value is made of."""
    yield type(value)
    if attrs.has(type(value)):
        for field in attrs.fields(type(value)):
            yield from kinds_of(getattr(value, field.name, None))
    elif isinstance(value, Mapping):
        for key, one in value.items():
            yield from kinds_of(key)
            yield from kinds_of(one)
    elif isinstance(value, list | tuple | set | frozenset):
        for one in value:
            yield from kinds_of(one)


def test_the_laws_look_at_everything():
    """Every public callable that takes something, and hundreds of arguments."""
    assert len(CALLEES) > 250
    assert sum(len(parameters(one)) for one in CALLEES) > 1_000
    assert set(CALLS) <= {one.name for one in callables()}
