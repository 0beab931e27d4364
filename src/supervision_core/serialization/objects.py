"""One object of a document: read quickly, read again slowly to say all that is wrong, upgraded, compared."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from functools import cached_property
from typing import Any, Final, final

import attrs
from cattrs import Converter, override
from cattrs.fns import identity
from cattrs.gen import make_dict_structure_fn, make_dict_unstructure_fn

from supervision_core.serialization.composites import Shape
from supervision_core.serialization.narrowing import narrowed
from supervision_core.serialization.scalars import FAILED, TEXT, Misfit, Notes, Path, json_text, kind_text
from supervision_core.serialization.upgrades import UPGRADES, Upgrade
from supervision_core.values.checks import composed_sorted
from supervision_core.values.errors import Fault, InvalidInput
from supervision_core.values.text import counted

__all__ = ["MOST_DEPTH", "UPGRADES", "NestedShape", "ObjectShape", "Upgrade", "Way", "note_differences", "upgraded"]


def note_differences(given: Any, canonical: Any, path: Path, notes: Notes) -> None:
    """Note each place where what was given is not how its value is written."""
    if isinstance(given, dict) and isinstance(canonical, dict) and given.keys() == canonical.keys():
        for key, value in canonical.items():
            note_differences(given[key], value, (*path, key), notes)
    elif isinstance(given, list) and isinstance(canonical, list):
        _note_in_list(given, canonical, path, notes)
    elif given != canonical:
        notes.add(path, given, json_text(canonical))


def _note_in_list(given: list[Any], canonical: list[Any], path: Path, notes: Notes) -> None:
    if len(given) == len(canonical) and not _are_shuffled(given, canonical):
        for place, (one, other) in enumerate(zip(given, canonical, strict=True)):
            note_differences(one, other, (*path, place), notes)
    else:
        place = next(
            (at for at, (one, other) in enumerate(zip(given, canonical, strict=False)) if one != other),
            min(len(given), len(canonical)),
        )
        right = f"{_item_text(canonical[place])} here" if place < len(canonical) else "nothing here"
        found = _item_text(given[place]) if place < len(given) else "nothing"
        notes.say((*path, place), found, f"{right}, since the list is sorted and has each item once")


def _item_text(item: Any) -> str:
    """An item of a list that was read: by its id or code, where it has one."""
    names = [name for name in ("id", "code") if isinstance(item, dict) and isinstance(item.get(name), str)]
    return f'an object with "{names[0]}": {json_text(item[names[0]])}' if names else json_text(item)


def _are_shuffled(given: list[Any], canonical: list[Any]) -> bool:
    return given != canonical and sorted(map(repr, given)) == sorted(map(repr, canonical))


def upgraded(given: dict[str, Any], current: str | None, upgrades: Mapping[str, Upgrade] = UPGRADES) -> dict[str, Any]:
    """The document in the current version of its kind; the same object where it is current or cannot be made so.

    >>> from supervision_core.serialization.objects import upgraded
    >>> renamed = {"supervision_core/pair/1": lambda old: {"schema": "supervision_core/pair/2", "right": old["left"]}}
    >>> upgraded({"schema": "supervision_core/pair/1", "left": 7}, "supervision_core/pair/2", renamed)
    {'schema': 'supervision_core/pair/2', 'right': 7}
    """
    if current is None:
        return given
    found = given
    kind = current.rpartition("/")[0]
    while True:
        schema = found.get("schema")
        if schema == current or not isinstance(schema, str) or schema.rpartition("/")[0] != kind:
            return found
        upgrade = upgrades.get(schema)
        if upgrade is None:
            return found
        try:
            found = upgrade(found)
        except (LookupError, TypeError, ValueError, AttributeError):
            # It is no proper document of its own version either; the reader says so about the version.
            return found


#: How deep lists and objects may stand in each other where reasons hold reasons and criteria hold criteria.
MOST_DEPTH: Final = 100

# It only generates code; every hook is given to it by the shapes.
_GENERATOR = Converter(detailed_validation=False)


@final
@attrs.frozen(kw_only=True, eq=False)
class Way:
    """How the parts in a document become a value and back, where a class's own fields are not what is written."""

    #: The value of the parts, by name; raises ``InvalidInput`` where they make none.
    build: Callable[[Mapping[str, Any]], Any]
    #: The parts of a value, by name.
    take: Callable[[Any], Mapping[str, Any]]


@final
@attrs.frozen(kw_only=True, eq=False)
class ObjectShape:
    """The fields of one class, and the words that say which class it is."""

    #: The class.
    cls: type
    #: What its definition is called.
    name: str
    #: What always stands in it: ``schema`` for a document of its own, ``type`` where alternatives are told apart.
    constants: Mapping[str, str]
    #: The shapes of its fields by name; asked for late, since reasons hold reasons.
    find_fields: Callable[[], Mapping[str, Shape]]
    #: How it is built, where its own fields are not what is written.
    way: Way | None = None
    json_types: frozenset[type] = frozenset({dict})
    plain_types: frozenset[type] = frozenset()

    @property
    def expected(self) -> str:
        """What would be right, in words."""
        marks = ", ".join(f'"{key}": "{value}"' for key, value in self.constants.items())
        return f"an object{f' with {marks}' if marks else ''}"

    @property
    def types(self) -> frozenset[type]:
        """The class alone."""
        return frozenset({self.cls})

    @cached_property
    def fields(self) -> Mapping[str, Shape]:
        """The shapes of its fields, by name."""
        return self.find_fields()

    @cached_property
    def keys(self) -> frozenset[str]:
        """Every key that stands in it."""
        return frozenset(self.fields) | self.constants.keys()

    def claims(self, given: object) -> bool:
        """Whether what is given says that it is this object, in whatever version."""
        if type(given) is not dict:
            return False
        return all(_same_kind(given.get(key), value) for key, value in self.constants.items())

    def read(self, given: Any, _: object = None) -> Any:
        """What is given as a value."""
        if type(given) is not dict or given.keys() != self.keys:
            raise Misfit
        for key, value in self.constants.items():
            if given[key] != value:
                raise Misfit
        return self._reader(given, self.cls)

    @cached_property
    def _reader(self) -> Callable[[Any, Any], Any]:
        way = self.way
        if way is not None:
            pairs, build = tuple(self.fields.items()), way.build
            return lambda given, _: build({name: shape.read(given[name]) for name, shape in pairs})
        hooks: Any = {name: override(struct_hook=shape.read) for name, shape in self.fields.items()}
        found: Callable[[Any, Any], Any] = make_dict_structure_fn(
            self.cls, _GENERATOR, _cattrs_detailed_validation=False, **hooks
        )
        return found

    def write(self, value: Any) -> dict[str, Any]:
        """A value as it stands in a document."""
        return {**self.constants, **self._writer(value)}

    @cached_property
    def _writer(self) -> Callable[[Any], dict[str, Any]]:
        way = self.way
        if way is not None:
            pairs, take = tuple(self.fields.items()), way.take

            def write_parts(value: Any) -> dict[str, Any]:
                parts = take(value)
                return {name: shape.write(parts[name]) for name, shape in pairs}

            return write_parts
        hooks: Any = {
            name: override(unstruct_hook=identity if shape.plain_types == shape.types else shape.write)
            for name, shape in self.fields.items()
        }
        found: Callable[[Any], dict[str, Any]] = make_dict_unstructure_fn(self.cls, _GENERATOR, **hooks)
        return found

    def inspect(self, given: object, path: Path, notes: Notes) -> Any:
        """The value, or ``FAILED`` with notes on all that is wrong."""
        if type(given) is not dict:
            notes.add(path, given, self.expected)
            return FAILED
        current = upgraded(given, self.constants.get("schema"))
        notes.upgraded = notes.upgraded or current is not given
        before = notes.count
        self._inspect_keys(current, path, notes)
        parts = {
            name: shape.inspect(current[name], (*path, name), notes) for name, shape in self.fields.items() if name in current
        }
        if notes.count > before:
            self._inspect_order(current, parts, path, notes)
            return FAILED
        return self._inspect_whole(parts, current, path, notes)

    def _inspect_keys(self, given: Mapping[str, object], path: Path, notes: Notes) -> None:
        for key, value in self.constants.items():
            if key not in given:
                notes.say((*path, key), "nothing", f'"{value}"')
            elif given[key] != value:
                notes.add((*path, key), given[key], f'"{value}"')
        for name, shape in self.fields.items():
            if name not in given:
                notes.say((*path, name), "nothing", shape.expected)
        for key in given:
            if key not in self.keys:
                notes.say((*path, key_text(key)), kind_text(given[key]), "no such key")

    def _inspect_order(self, given: Mapping[str, Any], parts: Mapping[str, Any], path: Path, notes: Notes) -> None:
        # The object cannot be built, yet which of its lists stand in a wrong order can be said all the same.
        if self.way is not None:
            return
        for field in attrs.fields(self.cls):
            part = parts.get(field.name, FAILED)
            if part is FAILED or field.converter is None:
                continue
            canonical = field.converter(part)
            if type(canonical) is type(part) and canonical != part:
                note_differences(given[field.name], self.fields[field.name].write(canonical), (*path, field.name), notes)

    def _inspect_whole(self, parts: Mapping[str, Any], given: dict[str, Any], path: Path, notes: Notes) -> Any:
        try:
            value = self.cls(**parts) if self.way is None else self.way.build(parts)
        except InvalidInput as error:
            for fault in error.faults:
                notes.say((*path, *self._field_of(fault)), f"{fault.place}: {fault.found}", fault.expected)
            return FAILED
        before = notes.count
        if not notes.upgraded:
            note_differences(given, self.write(value), path, notes)
        return FAILED if notes.count > before else value

    def _field_of(self, fault: Fault) -> Path:
        """The field that a fault is about, where the fault's place names one."""
        named = _FIELD_IN_PLACE.search(fault.place)
        return () if named is None or named[1] not in self.fields else (named[1],)

    def schema(self, definitions: dict[str, object]) -> dict[str, object]:
        """Its JSON Schema: a reference to a definition."""
        if self.name not in definitions:
            definitions[self.name] = {}
            definitions[self.name] = self.described(definitions)
        return {"$ref": f"#/$defs/{self.name}"}

    def described(self, definitions: dict[str, object]) -> dict[str, object]:
        """What stands in its definition."""
        marks: dict[str, object] = {key: {"const": value} for key, value in self.constants.items()}
        parts: dict[str, object] = {
            name: narrowed(self.cls, name, shape.schema(definitions)) for name, shape in self.fields.items()
        }
        ids = {field.name for field in attrs.fields(self.cls) if field.converter is composed_sorted}
        for name in sorted(parts.keys() & ids):
            parts[name] = {"type": "array", "items": dict(TEXT.described), "uniqueItems": True}
        return {
            "type": "object",
            "properties": {**marks, **parts},
            "required": [*marks, *parts],
            "additionalProperties": False,
        }


#: The field and the item that the place of a fault ends with: ``Roster.subjects[3]``.
_FIELD_IN_PLACE: Final = re.compile(r"\.([a-z_]+)(?:\[[0-9]{1,9}\])?$")
_LONGEST_KEY: Final = 20


def key_text(key: object) -> str:
    """An unknown key: a short plain word, which may be one misspelt; of any other only how long it is."""
    if isinstance(key, str) and key.isascii() and key.isidentifier() and len(key) <= _LONGEST_KEY:
        return key
    return f"a key of {counted(len(key), 'character')}" if isinstance(key, str) else "a key that is no text"


def _same_kind(found: object, wanted: str) -> bool:
    """Whether both are the same word, whatever version follows it."""
    return (
        isinstance(found, str) and found.rpartition("/")[0] == wanted.rpartition("/")[0] and ("/" in wanted or found == wanted)
    )


@final
@attrs.frozen(kw_only=True, eq=False)
class NestedShape:
    """Where something that may hold its own kind begins: it may be nested only so deep."""

    of: ObjectShape
    expected: str = f"lists and objects nested at most {MOST_DEPTH} deep"
    plain_types: frozenset[type] = frozenset()

    @property
    def types(self) -> frozenset[type]:
        """The Python types whose values have this shape."""
        return self.of.types

    @property
    def json_types(self) -> frozenset[type]:
        """The types that may stand for it in a document."""
        return self.of.json_types

    def claims(self, given: object) -> bool:
        """Whether what is given means to have this shape."""
        return self.of.claims(given)

    def read(self, given: Any, _: object = None) -> Any:
        """What is given as a value."""
        if _is_too_deep(given):
            raise Misfit
        return self.of.read(given)

    def write(self, value: Any) -> Any:
        """A value as it stands in a document; one nested too deeply raises ``InvalidInput``."""
        written = self.of.write(value)
        if _is_too_deep(written):
            raise InvalidInput((Fault("too_deep", type(value).__name__, "a deeper one", self.expected),))
        return written

    def inspect(self, given: object, path: Path, notes: Notes) -> Any:
        """The value, or ``FAILED`` with notes on all that is wrong."""
        if _is_too_deep(given):
            notes.say(path, "deeper nesting", self.expected)
            return FAILED
        return self.of.inspect(given, path, notes)

    def schema(self, definitions: dict[str, object]) -> dict[str, object]:
        """Its JSON Schema."""
        return self.of.schema(definitions)


def _is_too_deep(given: object) -> bool:
    level: list[object] = [given]
    for _ in range(MOST_DEPTH + 1):
        inner: list[object] = []
        for one in level:
            if isinstance(one, dict):
                inner.extend(one.values())
            elif isinstance(one, list):
                inner.extend(one)
        if not inner:
            return False
        level = inner
    return True
