"""A table of one kind of values: how its rows are read, how values become rows, and what a blank form of it says."""

from __future__ import annotations

import re
from collections.abc import Callable, Hashable, Iterable, Mapping, Sequence
from typing import Any, Final, Generic, TypeVar, final

import attrs

from supervision_core.rendering.fault_words import FAULT_KINDS
from supervision_core.rendering.phrasing import phrase_said
from supervision_core.tables.cell_writing import write_cell
from supervision_core.tables.fields import FieldPart, parts_of
from supervision_core.tables.model import Read, SheetColumn
from supervision_core.tables.reading import MOST_ROWS, Cells, GoodRow, More, Rows, Scan, scan
from supervision_core.tables.words import look
from supervision_core.values.checks import Checks, as_tuple, check_fields, composed_each
from supervision_core.values.errors import Fault, InvalidInput
from supervision_core.values.labels import Label
from supervision_core.values.text import Language, composed, shown
from supervision_core.values.wording import wording

__all__ = ["FormColumn", "Sheet"]

_V = TypeVar("_V")
_QUOTED: Final = re.compile(r"'[^']*'|\"[^\"]*\"")


@final
@attrs.frozen(kw_only=True)
class FormColumn:
    """A column of a blank form: its header, what to write, and the choices that an application offers in a list."""

    #: What stands above it.
    header: str
    #: What is written in it.
    hint: str
    #: What may be chosen; () where anything of the kind may stand.
    choices: tuple[str, ...]
    #: Whether every row must have it.
    is_required: bool

    def __attrs_post_init__(self) -> None:
        check_fields(self)


def _columns(columns: Iterable[SheetColumn]) -> tuple[SheetColumn, ...]:
    return as_tuple(columns)


@final
@attrs.frozen(kw_only=True, repr=False)
class Sheet(Generic[_V]):
    """Rows of one kind of values.

    >>> from supervision_core import Subject, tables
    >>> tables.OFFICIALS.rows([Subject(id="CB1")])
    (('Mã',), ('CB1',))
    >>> tables.OFFICIALS.template("en")[0].header
    'Id'
    """

    #: Its code.
    code: str = attrs.field(converter=composed)
    #: What it is called.
    label: Label
    #: Its columns.
    columns: tuple[SheetColumn, ...] = attrs.field(converter=_columns)
    # From good rows to values, and back to cells; and what tells one entry from another.
    _gather: Callable[[Scan], _V] = attrs.field(alias="gather", eq=False)
    _spread: Callable[[_V], Iterable[Cells]] = attrs.field(alias="spread", eq=False)
    _entries: Callable[[_V], Mapping[Hashable, object]] = attrs.field(alias="entries", eq=False)
    # Columns that only a header or the values bring, such as one a year.
    _more: More | None = attrs.field(default=None, alias="more", eq=False)

    def __attrs_post_init__(self) -> None:
        checks = Checks(f"Sheet {shown(self.code)}")
        checks.fields(self)
        if checks.clean:
            checks.identifier("code", self.code)
            checks.identifiers("columns", tuple(column.code for column in self.columns))
        checks.done()

    def read(self, rows: Rows, *, id_digits: int | None = None, most_rows: int = MOST_ROWS) -> Read[_V]:
        """Read rows: a header and lists, or mappings. ``id_digits`` declares that ids may be numbers, and how long they are."""
        found = scan(rows, self.columns, id_digits=id_digits, most_rows=most_rows, more=self._more)
        values = self._gather(found)
        faults = sorted(found.faults, key=lambda fault: (fault.row or 0, fault.number or 0))
        return Read(values=values, faults=tuple(faults), unused=found.unused, entries=self._entries)

    def rows(self, values: _V, lang: Language = "vi") -> tuple[tuple[object, ...], ...]:
        """Values as rows below a header, which ``read`` reads back as the same values; columns without content are left out."""
        try:
            given = [dict(cells) for cells in self._spread(values)]
        except InvalidInput:
            raise
        except (AttributeError, TypeError, ValueError):
            raise InvalidInput((Fault("wrong_kind", "values", shown(values), f"what {self.code}.read gives"),)) from None
        used = [
            column
            for column in self._columns_of(given)
            if column.is_required or not given or any(cells.get(column.code) is not None for cells in given)
        ]
        written = (tuple(write_cell(column, cells.get(column.code), lang) for column in used) for cells in given)
        return (tuple(column.label.text(lang) for column in used), *written)

    def _columns_of(self, given: Iterable[Cells]) -> Iterable[SheetColumn]:
        """The columns, and those that only the values bring among the others of their kind."""
        if (more := self._more) is None:
            return self.columns
        fixed = [column for column in self.columns if more(column.code) is None]
        codes = {code for cells in ({column.code for column in self.columns}, *given) for code in cells}
        brought = (more(code) for code in sorted(codes - {column.code for column in fixed}))
        return [*fixed, *(column for column in brought if column is not None)]

    def template(self, lang: Language = "vi") -> tuple[FormColumn, ...]:
        """A blank form: headers, what to write, and the choices of each column."""
        return tuple(
            FormColumn(
                header=column.label.text(lang),
                hint=column.kind.label.text(lang),
                choices=tuple(choice.label.text(lang) for choice in column.choices)
                or ((("có", "không") if lang == "vi" else ("yes", "no")) if column.kind.value == "yes_no" else ()),
                is_required=column.is_required,
            )
            for column in self.columns
        )

    def __repr__(self) -> str:
        return f"<Sheet {self.code}: {len(self.columns)} columns>"


def note(found: Scan, number: int, error: InvalidInput, columns: Mapping[str, str] | None = None) -> None:
    """Note what a value says of its own fields as faults of the row that it was made from."""
    for fault in error.faults:
        # What stands in quotes is an id, and may have dots of its own.
        place = _QUOTED.sub("", fault.place)
        field = re.split(r"[.\[]", place.rpartition(" ")[2] if "." not in place else place.rpartition(".")[2])[0]
        code = (columns or {}).get(field, field)
        cell = (
            next((row.cells.get(code) for row in found.rows if row.number == number), None) if code in found.columns else None
        )
        found.fault(
            fault.code,
            number,
            code if code in found.columns else None,
            cell if cell is not None or fault.found == "None" else fault.found,
            right(fault, "giá trị hợp lệ"),
        )


def right(fault: Fault, otherwise: str) -> Label:
    """What would be right instead, in both languages; where the fault says it in nobody's words, what it is at all."""
    said = phrase_said(fault.expected, wording("vi"))
    kind = FAULT_KINDS.get(fault.code)
    return Label(said or f"{otherwise}{'' if kind is None else f' (lỗi: {kind.vi})'}", fault.expected)


def build(found: Scan, kind: Callable[..., Any], parts: Sequence[FieldPart], row: GoodRow) -> Any:
    """The value of a row, or None with its faults noted."""
    given = {}
    for part in parts:
        try:
            given[part.name] = part.read(row.cells)
        except InvalidInput as error:
            # A value within the value: its fields are columns of the part.
            note(found, row.number, error, {_field(one.code): one.code for one in part.columns})
    if len(given) < len(parts):
        return None
    empty = {part.name for part in parts if part.default is not None}
    try:
        return kind(**{name: value for name, value in given.items() if value is not None or name not in empty})
    except InvalidInput as error:
        note(found, row.number, error)
        return None


def _field(code: str) -> str:
    """How a value within a value names the field that a column is about: ``title`` of ``citation.instrument.title``."""
    *_, name = code.removesuffix(".en").split(".")
    return f"{name}_en" if code.endswith(".en") else name


def distinct(found: Scan, pairs: Iterable[tuple[int, Any, Hashable]], column: str | None) -> list[Any]:
    """Values of which each key stands once, by row, value and key; a later one is a fault that names the first row."""
    first: dict[Hashable, int] = {}
    kept = []
    for number, value, key in pairs:
        row = first.setdefault(key, number)
        if row != number:
            found.fault(
                "duplicate",
                number,
                column,
                str(key) if isinstance(key, str) else "",
                Label(f"mỗi mục một lần; đã có ở dòng {row}", f"each once; it stands in row {row}"),
            )
        else:
            kept.append(value)
    return kept


def alike(found: Scan, ids: Iterable[tuple[int, str]], column: str, apart: Iterable[str]) -> None:
    """Note ids that look alike: nobody but the application knows whether they are one."""
    known = {look(one) for one in composed_each(apart)}
    first: dict[str, tuple[int, str]] = {}
    for number, one in ids:
        row, other = first.setdefault(look(one), (number, one))
        if other != one and look(one) not in known:
            vi = f"một mã không thể nhầm với “{other}” ở dòng {row}; nếu đúng là hai mã khác nhau thì khai báo"
            en = f"an id that is not taken for “{other}” of row {row}, unless declared apart"
            found.fault("looks_alike", number, column, one, Label(vi, en))


def table_of(
    kind: type,
    code: str,
    label: Label,
    *,
    key: Callable[[Any], Hashable],
    id_column: str | None = None,
    apart: Iterable[str] | None = (),
    extra: Mapping[str, SheetColumn] | None = None,
) -> Sheet[tuple[Any, ...]]:
    """A table whose rows are values of one kind, one a row."""
    parts = parts_of(kind, extra=extra)
    wanted = f"{'an' if kind.__name__[0] in 'AEIO' else 'a'} {kind.__name__}"

    def gather(found: Scan) -> tuple[Any, ...]:
        made = [(row.number, value, key(value)) for row in found.rows if (value := build(found, kind, parts, row)) is not None]
        if id_column is not None and apart is not None:
            alike(found, ((number, str(getattr(value, id_column))) for number, value, _ in made), id_column, apart)
        return tuple(distinct(found, made, id_column))

    def spread(values: Iterable[Any]) -> Iterable[Cells]:
        for value in values:
            checks = Checks("values")
            checks.kind("", value, kind, wanted)
            checks.done()
            yield together(part.write(getattr(value, part.name)) for part in parts)

    columns = tuple(column for part in parts for column in part.columns)
    return Sheet(
        code=code,
        label=label,
        columns=columns,
        gather=gather,
        spread=spread,
        entries=lambda values: {key(one): one for one in values},
    )


def together(cells: Iterable[Cells]) -> Cells:
    """The cells of several parts of a row."""
    return {code: cell for some in cells for code, cell in some.items()}
