"""The fields of a value as columns: read from cells, and written into cells, one part a field."""

from __future__ import annotations

from collections.abc import Callable, Hashable, Iterable, Mapping
from datetime import date
from enum import Enum
from fractions import Fraction
from types import NoneType, UnionType
from typing import Any, Final, Union, final, get_args, get_origin, get_type_hints

import attrs

from supervision_core.evidence.channels import CHANNELS, TOPICS, Channel, Topic
from supervision_core.evidence.commitments import CULTIVATION_PLAN, FIVE_BUILD_THREE_FIGHT, Scheme
from supervision_core.obligations.model import Frequency
from supervision_core.tables.headers import header_of
from supervision_core.tables.model import Choice, ColumnKind, SheetColumn
from supervision_core.tables.reading import Cells
from supervision_core.values.citations import Citation, Instrument
from supervision_core.values.errors import Fault, InvalidInput, raise_for
from supervision_core.values.labels import Label
from supervision_core.values.mappings import IdMap
from supervision_core.values.periods import Period

__all__ = ["FieldPart", "choices_of", "label_of", "parts_of"]

#: Fields of text for people; all other texts are ids.
_FREE_TEXT: Final = frozenset({"text", "result"})
_PLAIN_KINDS: Final[Mapping[type, ColumnKind]] = {
    bool: ColumnKind.YES_NO,
    int: ColumnKind.WHOLE,
    date: ColumnKind.DAY,
    str: ColumnKind.ID,
}
_BETWEEN: Final = "="
#: Values that stand within other values, each field in a column of its own.
_NESTED: Final = frozenset({Frequency, Citation, Instrument})


@final
@attrs.frozen(kw_only=True)
class FieldPart:
    """One field: its columns, what their cells make of it, and back."""

    #: The field's name.
    name: str
    #: Its columns, the first carries it.
    columns: tuple[SheetColumn, ...]
    #: From cells to what the field takes.
    read: Callable[[Cells], object]
    #: From the field's value to cells.
    write: Callable[[Any], Cells]
    #: What stands for an empty cell.
    default: object


def choices_of(kind: type[Enum]) -> tuple[Choice, ...]:
    """The members of an enumeration as choices."""
    return tuple(Choice(value=one, label=_label_of(one), words=(str(one.value), one.name)) for one in kind)


def _label_of(member: Enum) -> Label:
    label = getattr(member, "label", None)
    return (
        label
        if isinstance(label, Label)
        else _WORDS.get(f"{type(member).__name__}.{member.name}", Label(member.name, member.name))
    )


_WORDS: Final = {
    "Severity.HARD": Label("cấm", "hard"),
    "Severity.FLAG": Label("cảnh báo", "flag"),
}


def parts_of(
    kind: type, *, without: Iterable[str] = (), extra: Mapping[str, SheetColumn] | None = None
) -> tuple[FieldPart, ...]:
    """The parts of a kind of value, in the order of its fields; ``extra`` gives the column of a field another form."""
    hints = get_type_hints(kind)
    left_out = frozenset(without)
    made = []
    for field in attrs.fields(kind):
        if field.init and field.name not in left_out:
            part = _part(kind.__name__, field, hints[field.name], (extra or {}).get(field.name))
            made.append(part)
    return tuple(made)


def _part(kind: str, field: attrs.Attribute[Any], hint: object, column: SheetColumn | None) -> FieldPart:
    options = set(get_args(hint)) if get_origin(hint) in {Union, UnionType} else {hint}
    may_be_empty = field.default is not attrs.NOTHING or NoneType in options
    options -= {NoneType}
    label, words = header_of(kind, field.name)
    name = field.name
    common: dict[str, Any] = {"code": name, "label": label, "words": words, "is_required": not may_be_empty}
    default = None if field.default is attrs.NOTHING or isinstance(field.default, attrs.Factory) else field.default  # type: ignore[arg-type]
    only = next(iter(options)) if len(options) == 1 else None
    if column is not None:
        return _plain(name, attrs.evolve(column, is_required=not may_be_empty), default)
    if options == {bool, Fraction}:
        return _plain(name, SheetColumn(**common, kind=ColumnKind.ANSWER), default)
    if only is Label:
        return _label(kind, name, common)
    if only is Period:
        return _period(kind, name, common)
    if get_origin(only) is IdMap:
        return _answers(name, SheetColumn(**common, kind=ColumnKind.LIST))
    if get_origin(only) is tuple:
        return _listed(name, SheetColumn(**common, kind=ColumnKind.LIST), get_args(only)[0])
    if only in _NESTED:
        return _nested(name, only, label, common)
    if (choices := _choices(only)) is not None:
        return _plain(name, SheetColumn(**common, kind=ColumnKind.CHOICE, choices=choices), default)
    kind_of = ColumnKind.TEXT if name in _FREE_TEXT else _PLAIN_KINDS[only]  # type: ignore[index]  # a plain type
    return _plain(name, SheetColumn(**common, kind=kind_of), default)


def _choices(only: object) -> tuple[Choice, ...] | None:
    if isinstance(only, type) and issubclass(only, Enum):
        return choices_of(only)
    if only is Channel:
        return tuple(Choice(value=one, label=one.label, words=(one.code,)) for one in CHANNELS.values())
    if only is Scheme:
        return tuple(
            Choice(value=one, label=one.label, words=(one.code,)) for one in (FIVE_BUILD_THREE_FIGHT, CULTIVATION_PLAN)
        )
    return None


def _plain(name: str, column: SheetColumn, default: object) -> FieldPart:
    def write(value: object) -> Cells:
        return {name: None if value == default and type(value) is type(default) else value}

    return FieldPart(name=name, columns=(column,), read=lambda cells: cells[name], write=write, default=default)


def _label(kind: str, name: str, common: Mapping[str, Any]) -> FieldPart:
    english, words = header_of(kind, f"{name}.en")
    columns = (
        SheetColumn(**common, kind=ColumnKind.TEXT),
        SheetColumn(code=f"{name}.en", label=english, words=words, kind=ColumnKind.TEXT, is_required=False),
    )

    def read(cells: Cells) -> Label | None:
        return label_of(cells[name], cells[f"{name}.en"], name)

    def write(value: Label | None) -> Cells:
        if value is None:
            return {}
        return {name: value.vi, f"{name}.en": None if value.en == value.vi else value.en}

    return FieldPart(name=name, columns=columns, read=read, write=write, default=None)


def label_of(vi: object, en: object, name: str) -> Label | None:
    """What two cells say in two languages; what is wrong with a text is told of its own cell, as ``name`` or ``name_en``."""
    if vi is None and en is None:
        return None
    try:
        return Label(vi, vi if en is None else en)  # type: ignore[arg-type]  # checked there
    except InvalidInput as error:
        # One text for both languages is wrong once.
        told = [fault for fault in error.faults if en is not None or fault.place.endswith("vi")]
        raise InvalidInput(
            attrs.evolve(fault, place=name if fault.place.endswith("vi") else f"{name}_en") for fault in told
        ) from None


def _period(kind: str, name: str, common: Mapping[str, Any]) -> FieldPart:
    last, words = header_of(kind, f"{name}.last")
    columns = (
        SheetColumn(**common, kind=ColumnKind.DAY),
        SheetColumn(code=f"{name}.last", label=last, words=words, kind=ColumnKind.DAY, is_required=bool(common["is_required"])),
    )

    def read(cells: Cells) -> Period | None:
        first, end = cells[name], cells[f"{name}.last"]
        return None if first is None and end is None else Period.of_days(first, end)  # type: ignore[arg-type]  # checked there

    def write(value: Period | None) -> Cells:
        return {} if value is None else {name: value.start, f"{name}.last": value.last}

    return FieldPart(name=name, columns=columns, read=read, write=write, default=None)


def _nested(name: str, kind: type, label: Label, common: Mapping[str, Any]) -> FieldPart:
    """A value within a value: its own columns, each headed by both; where all are empty there is none."""
    parts = parts_of(kind)
    must = bool(common["is_required"])
    columns = tuple(_within(name, label, column, must=must) for part in parts for column in part.columns)

    def read(cells: Cells) -> object:
        inner = {code.removeprefix(f"{name}."): cell for code, cell in cells.items() if code.startswith(f"{name}.")}
        if all(cell is None for cell in inner.values()):
            return None
        raise_for(
            Fault("missing_cell", f"{kind.__name__}.{column.code}", "None", column.kind.label.en)
            for part in parts
            for column in part.columns
            if column.is_required and inner.get(column.code) is None
        )
        given = {part.name: part.read(inner) for part in parts}
        empty = {part.name for part in parts if part.default is not None}
        return kind(**{one: value for one, value in given.items() if value is not None or one not in empty})

    def write(value: Any) -> Cells:
        if value is None:
            return {}
        written = (part.write(getattr(value, part.name)) for part in parts)
        return {f"{name}.{code}": cell for cells in written for code, cell in cells.items()}

    return FieldPart(name=name, columns=columns, read=read, write=write, default=None)


def _within(name: str, label: Label, column: SheetColumn, *, must: bool) -> SheetColumn:
    """A column of a value within a value."""
    heads = Label(f"{label.vi} – {column.label.vi}", f"{label.en} – {column.label.en}")
    words = tuple(f"{label.vi} – {word}" for word in column.words)
    code = f"{name}.{column.code}"
    return attrs.evolve(column, code=code, label=heads, words=words, is_required=must and column.is_required)


def _listed(name: str, column: SheetColumn, item: object) -> FieldPart:
    known: dict[str, Hashable] = {}
    if item is Topic:
        known = {word.casefold(): one.code for one in TOPICS.values() for word in (one.label.vi, one.label.en, one.code)}

    def read(cells: Cells) -> tuple[object, ...]:
        said: tuple[str, ...] = cells[name] or ()  # type: ignore[assignment]  # a list of texts
        return tuple(known.get(one.casefold(), one) for one in said)

    def write(values: tuple[object, ...]) -> Cells:
        return {name: tuple(one if isinstance(one, str) else one.code for one in values) or None}  # type: ignore[attr-defined]

    return FieldPart(name=name, columns=(column,), read=read, write=write, default=())


def _answers(name: str, column: SheetColumn) -> FieldPart:
    def read(cells: Cells) -> Mapping[str, object]:
        said: tuple[str, ...] = cells[name] or ()  # type: ignore[assignment]  # a list of texts
        found: dict[str, object] = {}
        for one in said:
            code, _, answer = one.rpartition(_BETWEEN) if _BETWEEN in one else (one, "", "")
            found[code.strip()] = {"có": True, "yes": True, "không": False, "no": False}.get(answer.strip().casefold())
        return found

    def write(values: Mapping[str, bool]) -> Cells:
        return {name: tuple(f"{code}{_BETWEEN}{'có' if answer else 'không'}" for code, answer in values.items()) or None}

    return FieldPart(name=name, columns=(column,), read=read, write=write, default=IdMap())
