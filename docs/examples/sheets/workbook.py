"""Excel workbooks as rows, cell by cell as a stream: what only the file knows is said, and nothing is taken on trust.

The dimension that a sheet declares may be stale, so its cells are counted. Merged areas, formulas that were never
calculated and hidden sheets are found in the sheet's own XML, and the values are then read by openpyxl.
"""

from __future__ import annotations

import zipfile
from collections.abc import Iterator
from io import BytesIO
from typing import Any, Final, final
from xml.parsers import expat

import attrs
from openpyxl import load_workbook
from openpyxl.utils.cell import range_boundaries
from openpyxl.utils.exceptions import InvalidFileException

from sheets.bounds import BOUNDS, Bounds, refuse
from supervision_core import Label
from supervision_core.tables import Unreadable

_PIECE: Final = 1 << 16
_NO_VALUE: Final = Label(
    "giá trị: công thức chưa được tính, hãy mở và lưu lại tệp", "a value: the formula was never calculated"
)


@final
@attrs.frozen(kw_only=True)
class SheetName:
    """A sheet of a workbook, and whether people see it."""

    name: str
    is_hidden: bool


@final
@attrs.define
class _Found:
    """What the XML of a sheet says beside its values."""

    cells: int = 0
    merged: list[str] = attrs.field(factory=list)
    uncalculated: dict[str, str] = attrs.field(factory=dict)


def sheet_names(content: bytes, *, bounds: Bounds = BOUNDS) -> tuple[SheetName, ...]:
    """The sheets of a workbook in their order."""
    book = _opened(content, bounds)
    try:
        return tuple(SheetName(name=sheet.title, is_hidden=sheet.sheet_state != "visible") for sheet in book.worksheets)
    finally:
        book.close()


def workbook_rows(content: bytes, sheet: str | None = None, *, bounds: Bounds = BOUNDS) -> Iterator[tuple[object, ...]]:
    """The rows of one sheet: the named one, or the only one that is not hidden. A hidden sheet is read only by its name.

    A merged area has its value in each of its cells. A formula without a calculated value is ``Unreadable``.
    """
    book = _opened(content, bounds)
    try:
        chosen = _chosen(book, sheet)
        found = _looked_through(content, chosen._worksheet_path, bounds)  # noqa: SLF001  openpyxl gives no public way
        chosen.reset_dimensions()  # what it declares may be stale
        yield from _filled(chosen.iter_rows(values_only=True), found)
    finally:
        book.close()


def _opened(content: bytes, bounds: Bounds) -> Any:  # noqa: ANN401  a workbook of openpyxl
    if len(content) > bounds.file_bytes:
        raise refuse(f"một tệp không quá {bounds.file_bytes} byte", f"a file of at most {bounds.file_bytes} bytes")
    if not zipfile.is_zipfile(BytesIO(content)):
        raise refuse("một tệp Excel (.xlsx)", "an Excel file (.xlsx)")
    with zipfile.ZipFile(BytesIO(content)) as packed:
        for one in packed.infolist():
            # openpyxl reads all parts but the sheets at once.
            if not one.filename.startswith("xl/worksheets/") and one.file_size > bounds.file_bytes:
                raise refuse("một tệp có dung lượng giải nén hợp lý", "a file of a reasonable unpacked size")
    try:
        return load_workbook(BytesIO(content), read_only=True, data_only=True)
    except (InvalidFileException, KeyError, ValueError, zipfile.BadZipFile, SyntaxError) as error:
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


def _looked_through(content: bytes, path: str, bounds: Bounds) -> _Found:
    """Go through a sheet's XML once, counting: it stops where there is more than anybody needs."""
    found = _Found()
    with zipfile.ZipFile(BytesIO(content)) as packed, packed.open(path.lstrip("/")) as stream:
        parser = _parser(found, bounds)
        read = 0
        try:
            while piece := stream.read(_PIECE):
                read += len(piece)
                if read > bounds.sheet_bytes:
                    most = bounds.sheet_bytes
                    raise refuse(f"một trang không quá {most} byte", f"a sheet of at most {most} bytes")
                parser.Parse(piece)
        except expat.ExpatError as error:
            raise refuse("một tệp Excel (.xlsx) không bị hỏng", f"an Excel file that is not damaged: {error}") from error
    return found


def _parser(found: _Found, bounds: Bounds) -> expat.XMLParserType:
    """A parser that counts cells, and notes merged areas and formulas that stand without a value."""
    cell: dict[str, str | None] = {"place": None, "formula": None, "value": None, "open": None}

    def start(name: str, attributes: dict[str, str]) -> None:
        tag = name.rpartition(":")[2]
        if tag == "c":
            found.cells += 1
            if found.cells > bounds.cells:
                most = bounds.cells
                raise refuse(f"một trang không quá {most} ô, kể cả ô trống", f"a sheet of at most {most} cells, empty too")
            cell.update(place=attributes.get("r"), formula=None, value=None)
        elif tag in {"f", "v", "is"}:
            cell["open"] = tag
            cell["formula" if tag == "f" else "value"] = ""
        elif tag == "mergeCell":
            found.merged.append(attributes["ref"])

    def said(text: str) -> None:
        if cell["open"] == "f":
            cell["formula"] = f"{cell['formula']}{text}"
        elif cell["open"] is not None:
            cell["value"] = f"{cell['value']}{text}"

    def end(name: str) -> None:
        tag = name.rpartition(":")[2]
        if tag in {"f", "v", "is"}:
            cell["open"] = None
        elif tag == "c" and cell["formula"] is not None and not cell["value"] and cell["place"] is not None:
            found.uncalculated[cell["place"]] = f"={cell['formula']}"

    def doctype(*_: object) -> None:
        raise refuse("một tệp Excel (.xlsx) không bị hỏng", "an Excel file without document types of its own")

    parser = expat.ParserCreate()
    parser.StartElementHandler, parser.EndElementHandler, parser.CharacterDataHandler = start, end, said
    parser.StartDoctypeDeclHandler = doctype
    return parser


def _filled(rows: Iterator[tuple[object, ...]], found: _Found) -> Iterator[tuple[object, ...]]:
    """The rows with merged areas spread, and with holes where a formula has no value."""
    holes: dict[int, dict[int, object]] = {}
    for place, formula in found.uncalculated.items():
        column, row, _, _ = _area(place)
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
