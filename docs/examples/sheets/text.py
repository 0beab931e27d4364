"""CSV files as rows: their encoding and their delimiter are certain, or asked for."""

from __future__ import annotations

import codecs
import csv
import io
import unicodedata
from collections.abc import Iterator
from typing import Final

from sheets.bounds import BOUNDS, BadFile, Bounds, refuse

_MARKS: Final = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
_DELIMITERS: Final = (",", ";", "\t")
#: So many lines are looked at to see what parts their cells.
_LINES_LOOKED_AT: Final = 200


def csv_rows(
    content: bytes, *, encoding: str | None = None, delimiter: str | None = None, bounds: Bounds = BOUNDS
) -> Iterator[list[str]]:
    """The rows of a CSV file, one after the other.

    Without ``encoding`` it must be UTF-8, or begin with a byte-order mark; what else it may be cannot be told from its
    bytes, so it is asked for (``"cp1258"`` for Windows-1258). Without ``delimiter`` exactly one may fit.
    """
    if len(content) > bounds.file_bytes:
        raise refuse(f"một tệp không quá {bounds.file_bytes} byte", f"a file of at most {bounds.file_bytes} bytes")
    text = _decoded(content, encoding)
    return _rows(text, delimiter or _delimiter_of(text), bounds)


def _decoded(content: bytes, encoding: str | None) -> str:
    found = encoding or next((name for mark, name in _MARKS if content.startswith(mark)), "utf-8")
    try:
        # Windows-1258 writes tone marks apart from their letters.
        return unicodedata.normalize("NFC", content.decode(found))
    except UnicodeDecodeError as error:
        place = f"byte {error.start}: {content[error.start : error.start + 1].hex()}"
        raise refuse(
            f'một tệp {found}; không đọc được {place}. Nếu là Windows-1258 thì khai báo encoding="cp1258"',
            f'a file in {found}; {place} is none. If it is Windows-1258, say encoding="cp1258"',
        ) from error
    except LookupError:
        raise refuse("một bảng mã có thật", f"an encoding that exists, not {found}") from None


def _delimiter_of(text: str) -> str:
    """The one delimiter with which every line that is not empty has as many cells as the others, and more than one."""
    if text.startswith("sep=") and text[4:5] in _DELIMITERS:
        return text[4]
    fits = [one for one in _DELIMITERS if _is_table(text, one)]
    if len(fits) > 1:
        raise refuse("dấu ngăn cách ô được khai báo: nhiều dấu cùng hợp", "a delimiter that is declared: several fit")
    if not fits:
        parted = [one for one in _DELIMITERS if one in text]
        if len(parted) > 1:
            raise refuse("dấu ngăn cách ô được khai báo: không dấu nào hợp", "a delimiter that is declared: none fits")
        return parted[0] if parted else ","
    return fits[0]


def _is_table(text: str, delimiter: str) -> bool:
    lines = csv.reader(io.StringIO(text, newline=""), delimiter=delimiter)
    widths = {len(row) for _, row in zip(range(_LINES_LOOKED_AT), lines, strict=False) if row}
    return len(widths) == 1 and widths != {1}


def _rows(text: str, delimiter: str, bounds: Bounds) -> Iterator[list[str]]:
    cells = 0
    try:
        for row in csv.reader(io.StringIO(text, newline=""), delimiter=delimiter, strict=True):
            cells += len(row)
            if cells > bounds.cells:
                raise refuse(f"một bảng không quá {bounds.cells} ô", f"a table of at most {bounds.cells} cells")
            if row not in ([f"sep={delimiter}"], ["sep=", ""]):
                yield row
    except csv.Error as error:
        raise refuse("một tệp CSV hợp lệ", f"a valid CSV file: {error}") from error


__all__ = ["BadFile", "csv_rows"]
