"""Excel workbooks as rows, cell by cell as a stream: what only the file knows is said, and nothing is taken on trust.

The dimension that a sheet declares may be stale, so its cells are counted. Merged areas, formulas that were never
calculated and hidden sheets are found in the sheet's own XML, and the values are then read by openpyxl.
"""

from __future__ import annotations

import zipfile
import zlib
from collections import deque
from collections.abc import Callable, Iterator, Sized
from enum import Enum
from io import BytesIO
from typing import Any, Final, final
from xml.parsers import expat

import attrs
from openpyxl import load_workbook
from openpyxl.utils.cell import get_column_letter, range_boundaries
from openpyxl.utils.exceptions import InvalidFileException

from sheets.bounds import BOUNDS, Bounds, damaged, refuse, too_long, too_wide
from sheets.parts import Depth, check_parts, pieces
from supervision_core import Label
from supervision_core.tables import Unreadable

#: So many spans of hidden rows or columns are named.
_MOST_NAMED: Final = 20
_NO_VALUE: Final = Label(
    "giá trị: công thức chưa được tính, hãy mở và lưu lại tệp", "a value: the formula was never calculated"
)


@final
@attrs.frozen(kw_only=True)
class SheetName:
    """A sheet of a workbook, and whether people see it."""

    name: str
    is_hidden: bool


#: What a damaged file may raise while it is unpacked and read; nothing else is caught.
_DAMAGES: Final = (
    ArithmeticError, AttributeError, EOFError, IndexError, InvalidFileException, KeyError, NotImplementedError, RuntimeError,
    SyntaxError, TypeError, ValueError, zipfile.BadZipFile, zlib.error,
)  # fmt: skip
#: As many rows as a sheet of Excel has, and the digits of that number.
_ROWS: Final = 1_048_576
_DIGITS: Final = 7
#: So much of a formula is shown.
_SHOWN: Final = 80


@final
class Hidden(Enum):
    """What becomes of rows and columns that people do not see."""

    #: They are read like the others.
    READ = "read"
    #: They are left out.
    LEAVE_OUT = "leave_out"


@final
@attrs.frozen(kw_only=True)
class HiddenParts:
    """The rows and columns of a sheet that people do not see and in which something stands."""

    #: Rows, by their numbers.
    rows: tuple[int, ...] = ()
    #: Columns, by their numbers from 1.
    columns: tuple[int, ...] = ()

    def __bool__(self) -> bool:
        return bool(self.rows or self.columns)

    @property
    def label(self) -> Label:
        """They as people name them: "dòng 5–9, 12; cột C"."""
        rows = _spans(self.rows, str)
        columns = _spans(self.columns, get_column_letter)
        vi = [f"dòng {rows}" if rows else "", f"cột {columns}" if columns else ""]
        en = [f"rows {rows}" if rows else "", f"columns {columns}" if columns else ""]
        return Label("; ".join(filter(None, vi)), "; ".join(filter(None, en)))


def _spans(numbers: tuple[int, ...], name: Callable[[int], str]) -> str:
    """Rising numbers, neighbours together; of very many the first."""
    spans: list[list[int]] = []
    for one in numbers:
        if spans and spans[-1][1] == one - 1:
            spans[-1][1] = one
        else:
            spans.append([one, one])
    said = [name(first) if first == last else f"{name(first)}–{name(last)}" for first, last in spans]
    return ", ".join(said[:_MOST_NAMED]) + (" …" if len(said) > _MOST_NAMED else "")


@final
@attrs.define
class _Found:
    """What the XML of a sheet says beside its values."""

    #: Cells up to the last one of each row: a lone cell far to the right makes its row long.
    cells: int = 0
    width: int = 0
    merged: list[str] = attrs.field(factory=list)
    uncalculated: dict[str, str] = attrs.field(factory=dict)
    hidden_rows: list[int] = attrs.field(factory=list)
    hidden_columns: set[int] = attrs.field(factory=set)

    @property
    def hidden(self) -> HiddenParts:
        """What nobody sees although something stands in it."""
        return HiddenParts(rows=tuple(self.hidden_rows), columns=tuple(sorted(self.hidden_columns)))


def sheet_names(content: bytes, *, bounds: Bounds = BOUNDS) -> tuple[SheetName, ...]:
    """The sheets of a workbook in their order."""
    book = _opened(content, bounds)
    try:
        return tuple(SheetName(name=sheet.title, is_hidden=sheet.sheet_state != "visible") for sheet in book.worksheets)
    finally:
        book.close()


def hidden_parts(content: bytes, sheet: str | None = None, *, bounds: Bounds = BOUNDS) -> HiddenParts:
    """The rows and columns of a sheet that people do not see though something stands in them: for the application to ask."""
    book = _opened(content, bounds)
    try:
        return _looked_through(content, _chosen(book, sheet), bounds).hidden
    except _DAMAGES as error:
        raise damaged() from error
    finally:
        book.close()


def workbook_rows(
    content: bytes, sheet: str | None = None, *, hidden: Hidden | None = None, bounds: Bounds = BOUNDS
) -> Iterator[tuple[object, ...]]:
    """The rows of one sheet: the named one, or the only one that is not hidden. A hidden sheet is read only by its name.

    A merged area has its value in each of its cells. A formula without a calculated value is ``Unreadable``.
    Whether hidden rows and columns count is not for the file to say: where something stands in them and ``hidden`` does
    not say what becomes of them, the sheet is refused and they are named.
    """
    book = _opened(content, bounds)
    try:
        chosen = _chosen(book, sheet)
        found = _looked_through(content, chosen, bounds)
        if found.hidden and hidden is None:
            label = found.hidden.label
            raise refuse(
                f"không có dòng hay cột ẩn, hoặc khai báo đọc hay bỏ qua: {label.vi}",
                f"no hidden rows or columns, or to be told whether to read them: {label.en}",
            )
        chosen.reset_dimensions()  # what it declares may be stale
        rows = _filled(chosen.iter_rows(values_only=True), found, bounds)
        yield from _seen(rows, found.hidden) if hidden is Hidden.LEAVE_OUT else rows
    except _DAMAGES as error:
        raise damaged() from error
    finally:
        book.close()


def _seen(rows: Iterator[tuple[object, ...]], hidden: HiddenParts) -> Iterator[tuple[object, ...]]:
    """The rows without what nobody sees; each keeps its number and its columns."""
    unseen, left_out = frozenset(hidden.rows), frozenset(hidden.columns)
    for number, row in enumerate(rows, start=1):
        yield () if number in unseen else tuple(None if at in left_out else cell for at, cell in enumerate(row, start=1))


def _opened(content: bytes, bounds: Bounds) -> Any:  # noqa: ANN401  a workbook of openpyxl
    if len(content) > bounds.file_bytes:
        raise refuse(f"một tệp không quá {bounds.file_bytes} byte", f"a file of at most {bounds.file_bytes} bytes")
    if not zipfile.is_zipfile(BytesIO(content)):
        raise refuse("một tệp Excel (.xlsx)", "an Excel file (.xlsx)")
    try:
        with zipfile.ZipFile(BytesIO(content)) as packed:
            check_parts(packed, bounds)
        return load_workbook(BytesIO(content), read_only=True, data_only=True, keep_links=False)
    except _DAMAGES as error:
        raise damaged() from error


def _chosen(book: Any, name: str | None) -> Any:  # noqa: ANN401  a sheet of openpyxl
    if name is not None:
        if name not in book.sheetnames:
            names = "; ".join(book.sheetnames)
            raise refuse(f"một trong các trang: {names}", f"one of the sheets: {names}")
        return book[name]
    seen = [one for one in book.worksheets if one.sheet_state == "visible"]
    if len(seen) != 1:
        names = "; ".join(one.title for one in seen)
        raise refuse(f"tên trang cần đọc: {names}", f"the name of the sheet to read: {names}")
    return seen[0]


def _looked_through(content: bytes, sheet: Any, bounds: Bounds) -> _Found:  # noqa: ANN401  a sheet of openpyxl
    """Go through a sheet's XML once, counting: it stops where there is more than anybody needs."""
    found = _Found()
    path = sheet._worksheet_path  # noqa: SLF001  openpyxl gives no public way
    with zipfile.ZipFile(BytesIO(content)) as packed, packed.open(path.lstrip("/")) as stream:
        parser = _Looking(found, bounds).parser()
        read = 0
        try:
            for piece in pieces(stream):
                read += len(piece)
                if read > bounds.sheet_bytes:
                    most = bounds.sheet_bytes
                    raise refuse(f"một trang không quá {most} byte", f"a sheet of at most {most} bytes")
                parser.Parse(piece)
        except expat.ExpatError as error:
            raise damaged() from error
    return found


@final
class _Looking:
    """Counts cells, and notes merged areas, hidden parts, and formulas that stand without a value."""

    def __init__(self, found: _Found, bounds: Bounds) -> None:
        self._found, self._bounds = found, bounds
        self._place: str | None = None
        self._open: str | None = None
        self._formula: str | None = None
        self._has_value = False
        self._letters = 0
        self._row, self._column, self._is_unseen = 0, 0, False
        self._unseen: list[tuple[int, int]] = []
        self._depth = Depth()

    def parser(self) -> expat.XMLParserType:
        """A parser that tells what it meets."""
        made = expat.ParserCreate()
        made.StartElementHandler, made.EndElementHandler, made.CharacterDataHandler = self._start, self._end, self._said
        made.StartDoctypeDeclHandler = self._doctype
        return made

    def _start(self, name: str, attributes: dict[str, str]) -> None:
        self._depth.begin()
        tag = name.rpartition(":")[2]
        if tag == "c":
            self._place, self._formula, self._has_value = attributes.get("r"), None, False
            self._column = _column_of(self._place) or self._column + 1
            self._found.width = max(self._found.width + 1, self._column)
            self._count(0)
        elif tag == "row":
            self._found.width = self._column = 0
            number = attributes.get("r", f"{self._row + 1}")
            if not number.isdecimal() or len(number) > _DIGITS or int(number) > _ROWS:
                raise damaged()  # the rows before it would all be read, empty
            self._row, self._is_unseen = int(number), _is_unseen(attributes, "ht")
        elif tag == "col" and _is_unseen(attributes, "width"):
            self._unseen.append((int(attributes["min"]), int(attributes["max"])))
            if len(self._unseen) > self._bounds.columns:
                raise too_wide(self._bounds)
        elif tag in {"f", "v", "is"}:
            self._open, self._letters = tag, 0
            self._formula = "" if tag == "f" else self._formula
        elif tag == "mergeCell":
            self._found.merged.append(attributes["ref"])
            self._remark(self._found.merged)

    def _remark(self, remarks: Sized) -> None:
        if len(remarks) > self._bounds.remarks:
            most = self._bounds.remarks
            raise refuse(
                f"một trang không quá {most} vùng ô gộp hay công thức chưa tính",
                f"a sheet of at most {most} merged areas or formulas that were never calculated",
            )

    def _count(self, more: int) -> None:
        self._found.cells += more
        if self._found.width > self._bounds.columns:
            raise too_wide(self._bounds)
        if self._found.cells + self._found.width > self._bounds.cells:
            most = self._bounds.cells
            raise refuse(f"một trang không quá {most} ô, kể cả ô trống", f"a sheet of at most {most} cells, empty too")

    def _said(self, text: str) -> None:
        if self._open == "f" and self._formula is not None and len(self._formula) < _SHOWN:
            self._formula += text[:_SHOWN]
        elif self._open in {"v", "is"}:
            self._has_value = True
            self._letters += len(text)
            if self._letters > self._bounds.letters:
                raise too_long(self._bounds)

    def _end(self, name: str) -> None:
        self._depth.end(name)
        tag = name.rpartition(":")[2]
        if tag in {"f", "v", "is"}:
            self._open = None
        elif tag == "row":
            self._found.cells += self._found.width
            self._found.width = 0
        elif tag == "c" and (self._formula is not None or self._has_value):
            self._closed()

    def _closed(self) -> None:
        """Something stands in a cell, and all of it was said."""
        if self._formula is not None and not self._has_value and self._place is not None:
            self._found.uncalculated[self._place] = f"={self._formula}"
            self._remark(self._found.uncalculated)
        if self._is_unseen and self._found.hidden_rows[-1:] != [self._row]:
            self._found.hidden_rows.append(self._row)
        if any(first <= self._column <= last for first, last in self._unseen):
            self._found.hidden_columns.add(self._column)

    def _doctype(self, *_: object) -> None:
        raise damaged()


def _is_unseen(attributes: dict[str, str], size: str) -> bool:
    """Whether a row or a column is hidden, or of no size."""
    return attributes.get("hidden") in {"1", "true"} or attributes.get(size) in {"0", "0.0"}


def _column_of(place: str | None) -> int:
    """The number of the column of a cell; 0 where it does not say."""
    number = 0
    for letter in place or "":
        if not "A" <= letter <= "Z":
            break
        number = number * 26 + ord(letter) - 64
    return number


def _filled(rows: Iterator[tuple[object, ...]], found: _Found, bounds: Bounds) -> Iterator[tuple[object, ...]]:
    """The rows with merged areas spread, and with holes where a formula has no value."""
    holes: dict[int, dict[int, object]] = {}
    for place, formula in found.uncalculated.items():
        column, row, _, _ = _area(place)
        holes.setdefault(row, {})[column] = Unreadable(why=_NO_VALUE, found=formula)
    areas = deque(sorted(set(map(_area, found.merged)), key=lambda area: area[1]))
    if any(area[2] > bounds.columns for area in areas):
        raise too_wide(bounds)
    values: dict[tuple[int, int, int, int], object] = {}
    spread = letters = 0
    for number, given in enumerate(rows, start=1):
        cells = list(given)
        if any(isinstance(cell, str) and len(cell) > bounds.letters for cell in cells):
            raise too_long(bounds)
        letters += sum(len(cell) for cell in cells if isinstance(cell, str))
        if letters > bounds.all_letters:
            most = bounds.all_letters
            raise refuse(f"một trang không quá {most} ký tự", f"a sheet of at most {most} characters")
        for column, hole in holes.get(number, {}).items():
            _put(cells, column, hole)
        while areas and areas[0][1] <= number:
            area = areas.popleft()
            values[area] = cells[area[0] - 1] if area[0] <= len(cells) else None
        for over in [area for area in values if area[3] < number]:
            del values[over]
        for (first, _, last, _), value in values.items():
            spread += 1 + (last - first if value is not None else 0)
            if spread > bounds.cells:
                raise refuse("các ô gộp có kích thước hợp lý", "merged areas of a reasonable size")
            for column in range(first, last + 1) if value is not None else ():
                _put(cells, column, value)
        yield tuple(cells)


def _area(place: str) -> tuple[int, int, int, int]:
    """First column and row, last column and row, of a cell or an area; whole columns and rows are no merged areas."""
    first, top, last, bottom = range_boundaries(place)
    if first is None or top is None or last is None or bottom is None:
        raise damaged()
    return first, top, last, bottom


def _put(cells: list[object], column: int, value: object) -> None:
    cells.extend([None] * (column - len(cells)))
    cells[column - 1] = value
