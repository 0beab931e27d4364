"""Excel workbooks as rows, cell by cell as a stream: what only the file knows is said, and nothing is taken on trust.

The dimension that a sheet declares may be stale, so its cells are counted. Merged areas, formulas that were never
calculated and hidden sheets are found in the sheet's own XML, and the values are then read by openpyxl.
"""

from __future__ import annotations

import re
import zipfile
import zlib
from collections.abc import Callable, Iterator
from enum import Enum
from io import BytesIO
from typing import IO, Any, Final, final
from xml.parsers import expat

import attrs
from openpyxl import load_workbook
from openpyxl.utils.cell import column_index_from_string, get_column_letter, range_boundaries
from openpyxl.utils.exceptions import InvalidFileException

from sheets.bounds import BOUNDS, BadFile, Bounds, refuse
from supervision_core import Label
from supervision_core.tables import Unreadable

_PIECE: Final = 1 << 16
#: As far as a sheet of Excel goes.
_LAST_ROW: Final = 1 << 20
#: So many spans of hidden rows or columns are named.
_MOST_NAMED: Final = 20
_NO_VALUE: Final = Label(
    "giá trị: công thức chưa được tính, hãy mở và lưu lại tệp", "a value: the formula was never calculated"
)


_CELL: Final = re.compile(rb"<c[ />]")
#: What reading a file raises that was damaged, or made to look like a workbook.
_DAMAGED: Final = (
    ArithmeticError,
    AttributeError,
    EOFError,
    InvalidFileException,
    LookupError,
    OSError,
    RuntimeError,
    SyntaxError,
    TypeError,
    ValueError,
    expat.ExpatError,
    zipfile.BadZipFile,
    zlib.error,
)


@final
@attrs.frozen(kw_only=True)
class SheetName:
    """A sheet of a workbook, and whether people see it."""

    name: str
    is_hidden: bool


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

    cells: int = 0
    hidden_rows: list[int] = attrs.field(factory=list)
    hidden_columns: set[int] = attrs.field(factory=set)
    merged: list[str] = attrs.field(factory=list)
    uncalculated: dict[tuple[int, int], str] = attrs.field(factory=dict)

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
        rows = _filled(chosen.iter_rows(values_only=True), found)
        yield from _seen(rows, found.hidden) if hidden is Hidden.LEAVE_OUT else rows
    except _DAMAGED as error:
        raise refuse("một tệp Excel (.xlsx) không bị hỏng", f"an Excel file that is not damaged: {error}") from error
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
            for one in packed.infolist():
                # openpyxl reads all parts but the sheets at once.
                if not one.filename.startswith("xl/worksheets/") and one.file_size > bounds.file_bytes:
                    raise refuse("một tệp có dung lượng giải nén hợp lý", "a file of a reasonable unpacked size")
        return load_workbook(BytesIO(content), read_only=True, data_only=True)
    except _DAMAGED as error:
        raise refuse("một tệp Excel (.xlsx) không bị hỏng", "an Excel file (.xlsx) that is not damaged") from error


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
    try:
        with zipfile.ZipFile(BytesIO(content)) as packed:
            with packed.open(path.lstrip("/")) as stream:
                _count_roughly(stream, bounds)
            parser = _parser(found, bounds)
            with packed.open(path.lstrip("/")) as stream:
                while piece := stream.read(_PIECE):
                    parser.Parse(piece)
    except _DAMAGED as error:
        raise refuse("một tệp Excel (.xlsx) không bị hỏng", f"an Excel file that is not damaged: {error}") from error
    return found


def _count_roughly(stream: IO[bytes], bounds: Bounds) -> None:
    """Refuse at once what has far too many bytes or cells, before its elements are looked at one by one."""
    size = cells = 0
    while piece := stream.read(_PIECE):
        size += len(piece)
        cells += len(_CELL.findall(piece))
        if size > (most := bounds.sheet_bytes):
            raise refuse(f"một trang không quá {most} byte", f"a sheet of at most {most} bytes")
        if cells > bounds.cells:
            raise _too_many_cells(bounds)


def _too_many_cells(bounds: Bounds) -> BadFile:
    most = bounds.cells
    return refuse(f"một trang không quá {most} ô, kể cả ô trống", f"a sheet of at most {most} cells, empty too")


def _parser(found: _Found, bounds: Bounds) -> expat.XMLParserType:
    """A parser that counts cells, and notes merged areas, hidden parts, and formulas that stand without a value."""

    def doctype(*_: object) -> None:
        raise refuse("một tệp Excel (.xlsx) không bị hỏng", "an Excel file without document types of its own")

    reading = _Reading(found, bounds)
    parser = expat.ParserCreate()
    parser.StartElementHandler, parser.EndElementHandler = reading.start, reading.end
    parser.CharacterDataHandler, parser.StartDoctypeDeclHandler = reading.said, doctype
    return parser


@final
class _Reading:
    """A sheet's XML, element by element."""

    def __init__(self, found: _Found, bounds: Bounds) -> None:
        self._found, self._bounds = found, bounds
        self._unseen: list[tuple[int, int]] = []
        self._row, self._column, self._is_unseen = 0, 0, False
        self._open: str | None = None
        self._said: dict[str, str] = {}

    def start(self, name: str, attributes: dict[str, str]) -> None:
        """An element begins."""
        tag = name.rpartition(":")[2]
        if tag == "c":
            self._cell(attributes.get("r"))
        elif tag in {"f", "v", "is"}:
            self._open = tag
            self._said[tag] = ""
        elif tag == "row":
            self._row, self._column = int(attributes.get("r", self._row + 1)), 0
            if not 0 < self._row <= _LAST_ROW:
                raise refuse(f"một trang không quá {_LAST_ROW} dòng", f"a sheet of at most {_LAST_ROW} rows")
            self._is_unseen = _is_unseen(attributes, "ht")
        elif tag == "col" and _is_unseen(attributes, "width"):
            self._unseen.append((int(attributes["min"]), int(attributes["max"])))
        elif tag == "mergeCell":
            first, top, last, bottom = _area(attributes["ref"])
            self._count((last - first + 1) * (bottom - top + 1))
            self._found.merged.append(attributes["ref"])

    def _cell(self, place: str | None) -> None:
        before = self._column
        letters = (place or "").rstrip("0123456789")
        self._column = column_index_from_string(letters) if letters else before + 1
        # A row is as long as its last cell stands far to the right, whatever stands between.
        self._count(max(self._column - before, 1))
        self._said = {}

    def _count(self, cells: int) -> None:
        self._found.cells += cells
        if self._found.cells > self._bounds.cells:
            raise _too_many_cells(self._bounds)

    def said(self, text: str) -> None:
        """Text within an element."""
        if self._open is not None:
            self._said[self._open] += text

    def end(self, name: str) -> None:
        """An element ends."""
        tag = name.rpartition(":")[2]
        if tag in {"f", "v", "is"}:
            self._open = None
        elif tag == "c":
            self._close()

    def _close(self) -> None:
        """What stands in a cell is known."""
        formula = self._said.get("f")
        value = self._said.get("v") or self._said.get("is")
        if formula is not None and not value:
            self._found.uncalculated[self._row, self._column] = f"={formula}"
        if formula is not None or (value or "").strip():
            if self._is_unseen and self._found.hidden_rows[-1:] != [self._row]:
                self._found.hidden_rows.append(self._row)
            if any(first <= self._column <= last for first, last in self._unseen):
                self._found.hidden_columns.add(self._column)


def _is_unseen(attributes: dict[str, str], size: str) -> bool:
    """Whether a row or a column is hidden, or of no size."""
    return attributes.get("hidden") in {"1", "true"} or attributes.get(size) in {"0", "0.0"}


def _filled(rows: Iterator[tuple[object, ...]], found: _Found) -> Iterator[tuple[object, ...]]:
    """The rows with merged areas spread, and with holes where a formula has no value."""
    holes: dict[int, dict[int, object]] = {}
    for (row, column), formula in found.uncalculated.items():
        holes.setdefault(row, {})[column] = Unreadable(why=_NO_VALUE, found=formula)
    areas = sorted(map(_area, found.merged), key=lambda area: area[1])
    values: dict[tuple[int, int, int, int], object] = {}
    for number, given in enumerate(rows, start=1):
        cells = list(given)
        for column, hole in holes.get(number, {}).items():
            _put(cells, column, hole)
        while areas and areas[0][1] <= number:
            area = areas.pop(0)
            values[area] = cells[area[0] - 1] if area[0] <= len(cells) else None
        for over in [area for area in values if area[3] < number]:
            del values[over]
        for (first, _, last, _), value in values.items():
            for column in range(first, last + 1) if value is not None else ():
                _put(cells, column, value)
        yield tuple(cells)


def _area(place: str) -> tuple[int, int, int, int]:
    """First column and row, last column and row, of a cell or an area; whole columns and rows are no merged areas."""
    first, top, last, bottom = range_boundaries(place)
    if first is None or top is None or last is None or bottom is None:
        raise refuse("một tệp Excel (.xlsx) không bị hỏng", f"an Excel file that is not damaged: {place}")
    return first, top, last, bottom


def _put(cells: list[object], column: int, value: object) -> None:
    cells.extend([None] * (column - len(cells)))
    cells[column - 1] = value
