"""Rows read by columns: where the header is, which rows are people and which are not, and all that is wrong."""

from __future__ import annotations

from collections.abc import Callable, Hashable, Iterable, Mapping, Sequence
from itertools import islice
from typing import Final, TypeAlias, final

import attrs

from supervision_core.tables.cell_reading import BadCell, read_cell, shown_cell
from supervision_core.tables.model import Read, RowFault, SheetColumn
from supervision_core.tables.words import is_sum, tidy
from supervision_core.values.checks import Checks, as_tuple
from supervision_core.values.foreign import cells_of, plain
from supervision_core.values.labels import Label
from supervision_core.values.mappings import IdMap
from supervision_core.values.text import folded_words, shown

__all__ = ["read"]

#: What is given: rows as sequences with a header among the first, or rows as mappings from headers to cells.
Rows: TypeAlias = Iterable[Sequence[object] | Mapping[str, object]]
#: A row's values by the codes of its columns.
Cells: TypeAlias = Mapping[str, object]
#: The column that a header names where columns are not known beforehand, such as one a year; None where it names none.
More: TypeAlias = Callable[[str], SheetColumn | None]
#: As many rows as a sheet of Excel has; of more, nothing is read.
MOST_ROWS: Final = 1_048_576
#: As many columns as a sheet of Excel has.
_MOST_COLUMNS: Final = 16_384
#: Where no header is found, the row that comes nearest to one is looked for below so many others.
_TITLES: Final = 30


@final
@attrs.frozen(kw_only=True)
class GoodRow:
    """A good row: its number, and what stands in it by the codes of the columns."""

    number: int
    cells: Cells


@final
@attrs.frozen(kw_only=True)
class _Header:
    """Which column stands where."""

    columns: Mapping[str, SheetColumn]
    places: Mapping[str, int]
    texts: Sequence[str]
    faults: tuple[RowFault, ...]
    unused: tuple[str, ...]


@final
class Scan:
    """What is read of a table so far: its good rows, its faults, and where its columns stand."""

    __slots__ = ("columns", "faults", "header", "more", "rows", "unused")

    def __init__(self, columns: tuple[SheetColumn, ...], more: More | None = None) -> None:
        self.columns = {column.code: column for column in columns}
        self.more = more
        self.rows: list[GoodRow] = []
        self.faults: list[RowFault] = []
        self.unused: tuple[str, ...] = ()
        self.header: _Header | None = None

    def fault(self, code: str, row: int | None, column: str | None, found: object, expected: Label) -> None:
        """Note a fault of a cell, a row or the table."""
        at = None if column is None or self.header is None else self.header.places.get(column)
        name = None
        if column is not None:
            name = self.header.texts[at] if self.header is not None and at is not None else self.columns[column].label.vi
        self.faults.append(
            RowFault(
                code=code,
                row=row,
                column=name,
                number=None if at is None else at + 1,
                found=shown_cell(found),
                expected=expected,
            )
        )


def scan(
    rows: Rows,
    columns: tuple[SheetColumn, ...],
    *,
    id_digits: int | None = None,
    most_rows: int = MOST_ROWS,
    more: More | None = None,
) -> Scan:
    """Read rows by columns; rows are read once, and no more of them than ``most_rows``."""
    checks = Checks("rows")
    checks.whole("most_rows", most_rows, at_least=1)
    if id_digits is not None:
        checks.whole("id_digits", id_digits, at_least=0, at_most=100)
    if isinstance(rows, str | bytes | Mapping) or not isinstance(rows, Iterable):
        checks.fault("wrong_kind", "", rows, "rows: a header and lists, or mappings")
    checks.done()
    found = Scan(columns, more)
    waiting: list[tuple[int, list[object]]] | None = []
    by_keys = False
    for number, given in enumerate(rows, start=1):
        if number > most_rows:
            found.fault("too_many_rows", number, None, None, Label(f"tối đa {most_rows} dòng", f"at most {most_rows} rows"))
            break
        pairs = _pairs_of(given) if isinstance(given, Mapping) else None
        if pairs is not None:
            waiting, by_keys = None, True
            _read_mapping(found, number, pairs, id_digits)
            continue
        cells = cells_of(given)
        # Where rows bring their own headers, nothing says what stands where in one that does not.
        if by_keys or cells is None or len(cells) > _MOST_COLUMNS:
            found.fault("not_a_row", number, None, given, Label("một dòng", "a row: a sequence of cells, or a mapping"))
            continue
        if waiting is None:
            _read_row(found, number, cells, id_digits)
        elif any(_is_there(cell) for cell in cells):
            waiting = _find_header(found, number, cells, waiting)
    if waiting is not None:
        _no_header(found, waiting)
    found.faults.sort(key=lambda fault: (fault.row or 0, fault.number or 0))
    return found


def _is_there(cell: object) -> bool:
    value = plain(cell)
    return bool(tidy(value)) if isinstance(value, str) else value is not None


def _find_header(
    found: Scan, number: int, cells: list[object], waiting: list[tuple[int, list[object]]]
) -> list[tuple[int, list[object]]] | None:
    """Whether this row is the header; None once it is found, else the rows that may be titles."""
    header = _header_of(found, number, [plain(cell) for cell in cells])
    if header.places and not header.faults:
        found.header, found.unused = header, header.unused
        found.columns.update(header.columns)
        return None
    return [*waiting, (number, cells)][: _TITLES + 1]


def _no_header(found: Scan, waiting: list[tuple[int, list[object]]]) -> None:
    """Say what the row that comes nearest to a header lacks."""
    headers = [_header_of(found, number, [plain(cell) for cell in cells]) for number, cells in waiting]
    nearest = max(headers, key=lambda one: len(one.places), default=None)
    if nearest is None or not (nearest.places or any(fault.number for fault in nearest.faults)):
        names = [column.label for column in found.columns.values() if column.is_required]
        vi, en = "; ".join(one.vi for one in names), "; ".join(one.en for one in names)
        found.fault("no_header", None, None, None, Label(f"dòng tiêu đề có các cột: {vi}", f"a header with the columns: {en}"))
    else:
        found.faults.extend(nearest.faults)


def _header_of(found: Scan, row: int, cells: Sequence[object]) -> _Header:
    """Which columns a row names: exact words before folded ones, and what is named twice is a fault."""
    texts = _texts(cells)
    columns = _columns_named(found, texts)
    exact = _positions(text.casefold() for text in texts)
    folded = _positions(folded_words(text) for text in texts)
    places: dict[str, int] = {}
    faults: list[RowFault] = []
    taken: set[int] = set()
    listed = list(columns.values())
    # What a column itself is called stands for no other column, though it may be another word for one.
    named_so = {word.casefold(): column.code for column in listed for word in _names_of(column)}
    for words_of, positions in ((str.casefold, exact), (folded_words, folded)):
        for column in listed:
            if column.code in places:
                continue
            words = dict.fromkeys(map(words_of, _words_for(column, named_so)))
            where = sorted({at for word in words for at in positions.get(word, ()) if word} - taken)
            if len(where) > 1:
                faults.append(_twice(column, row, where, texts))
                taken.update(where)
                places[column.code] = -1
            elif where:
                places[column.code] = where[0]
                taken.add(where[0])
    missing = [column for column in listed if column.is_required and column.code not in places]
    faults += [
        RowFault(
            code="missing_column",
            row=row,
            column=column.label.vi,
            expected=Label(f"có cột “{column.label.vi}”", f"a column “{column.label.en}”"),
        )
        for column in missing
    ]
    known = {code: at for code, at in places.items() if at >= 0}
    unused = tuple(text for at, text in enumerate(texts) if text and at not in taken)
    return _Header(columns=columns, places=known, texts=texts, faults=tuple(faults), unused=unused)


def _names_of(column: SheetColumn) -> tuple[str, ...]:
    return tuple(map(tidy, (column.label.vi, column.label.en, column.code)))


def _words_for(column: SheetColumn, named_so: Mapping[str, str]) -> Iterable[str]:
    """What a column is called, and the other words for it that are no other column's name."""
    others = (tidy(word) for word in column.words)
    return (*_names_of(column), *(word for word in others if named_so.get(word.casefold(), column.code) == column.code))


def _columns_named(found: Scan, texts: Sequence[str]) -> Mapping[str, SheetColumn]:
    """The columns that are looked for, and those that only the header itself brings."""
    if found.more is None:
        return found.columns
    brought = {column.code: column for text in texts if (column := found.more(text)) is not None}
    return {**found.columns, **{code: column for code, column in brought.items() if code not in found.columns}}


def _texts(cells: Iterable[object]) -> list[str]:
    return [tidy(cell) if isinstance(cell, str) else "" if cell is None else shown(cell) for cell in cells]


def _positions(words: Iterable[Hashable]) -> Mapping[object, list[int]]:
    found: dict[object, list[int]] = {}
    for at, word in enumerate(words):
        found.setdefault(word, []).append(at)
    return found


def _twice(column: SheetColumn, row: int, where: list[int], texts: Sequence[str]) -> RowFault:
    both = " và ".join(f"“{texts[at]}” (cột {at + 1})" for at in where)
    both_en = " and ".join(f"“{texts[at]}” (column {at + 1})" for at in where)
    expected = Label(
        f"một cột duy nhất cho “{column.label.vi}”, không phải {both}", f"one column for “{column.label.en}”, not {both_en}"
    )
    return RowFault(
        code="column_twice", row=row, column=texts[where[1]], number=where[1] + 1, found=texts[where[1]], expected=expected
    )


def _pairs_of(given: Mapping[str, object]) -> list[tuple[object, object]] | None:
    """The keys and cells of a row; None where a mapping of somebody else's does not give them."""
    try:
        return list(given.items())
    except Exception:  # noqa: BLE001  a foreign row may raise anything when it is asked; then it is none
        return None


def _read_mapping(found: Scan, number: int, given: list[tuple[object, object]], id_digits: int | None) -> None:
    keys = [key for key, _ in given]
    if found.header is None or found.header.texts != _texts(keys):
        known = found.faults if found.header is not None else []
        found.header = _header_of(found, number, keys)
        found.columns.update(found.header.columns)
        found.unused = tuple(dict.fromkeys((*found.unused, *found.header.unused)))
        said = {(fault.code, fault.column) for fault in known}
        found.faults.extend(fault for fault in found.header.faults if (fault.code, fault.column) not in said)
    if found.header.faults:
        return  # without its columns nothing can be said of the row
    _read_row(found, number, [cell for _, cell in given], id_digits)


def _read_row(found: Scan, number: int, cells: list[object], id_digits: int | None) -> None:
    """Read one row; an empty one and the header again say nothing, one that adds up the others is refused."""
    assert found.header is not None
    header = found.header
    values = [plain(cell) for cell in cells]
    first = next((value for value in values if _is_there(value)), None)
    if first is None:
        return
    said = {code: values[at] if at < len(values) else None for code, at in header.places.items()}
    if len(said) > 1 and all(
        isinstance(said[code], str) and tidy(str(said[code])) == header.texts[at] for code, at in header.places.items()
    ):
        return
    # A row of sums says so where others have their number or name; further on the word may be anybody's remark.
    if any(isinstance(value, str) and is_sum(value) for value in (first, *islice(said.values(), 2))):
        found.fault(
            "total_row", number, None, first, Label("một người hay một mục, không phải dòng tổng", "one item, no row of sums")
        )
        return
    before = len(found.faults)
    read_cells = {code: _cell(found, number, code, value, id_digits) for code, value in said.items()}
    if len(found.faults) == before:
        found.rows.append(GoodRow(number=number, cells={**dict.fromkeys(found.columns), **read_cells}))


def _cell(found: Scan, number: int, code: str, cell: object, id_digits: int | None) -> object:
    column = found.columns[code]
    try:
        value = read_cell(column, cell, id_digits)
    except BadCell as bad:
        found.fault(bad.code, number, code, cell, bad.expected)
        return None
    if value is None and column.is_required:
        found.fault("missing_cell", number, code, None, column.kind.label)
    return value


def read(
    rows: Rows, columns: Iterable[SheetColumn], *, id_digits: int | None = None, most_rows: int = MOST_ROWS
) -> Read[tuple[IdMap[object], ...]]:
    """Read rows by columns of one's own: one mapping a good row, from the codes of the columns to what stands there.

    >>> from supervision_core import Label
    >>> from supervision_core.tables import SheetColumn, ColumnKind, read
    >>> columns = [SheetColumn(code="day", label=Label("Ngày", "Day"), kind=ColumnKind.DAY)]
    >>> [row["day"].isoformat() for row in read([["Danh sách"], [], ["Ngày"], ["5/3/2026"]], columns).required()]
    ['2026-03-05']
    """
    listed = as_tuple(columns)
    checks = Checks("read")
    if checks.each("columns", listed, SheetColumn, "a SheetColumn"):
        checks.identifiers("columns", tuple(column.code for column in listed))
    checks.done()
    found = scan(rows, listed, id_digits=id_digits, most_rows=most_rows)
    values = tuple(IdMap(row.cells) for row in found.rows)
    return Read(values=values, faults=tuple(found.faults), unused=found.unused, entries=_by_row)


def _by_row(values: Sequence[IdMap[object]]) -> Mapping[Hashable, object]:
    return dict(enumerate(values))
