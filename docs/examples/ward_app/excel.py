"""Excel files as bytes: the same content always gives the same bytes, and a text is never a formula."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import UTC, date, datetime
from io import BytesIO
from typing import Any, Final

from xlsxwriter import Workbook

import supervision_core as sc

XLSX: Final = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
_MADE: Final = datetime(1980, 1, 1, tzinfo=UTC)
_WIDTH: Final = 24


def excel_file(sheets: Iterable[tuple[sc.Label, Iterable[Sequence[object]]]], lang: sc.values.Language = "vi") -> bytes:
    """A file of sheets, each a header and its rows."""
    written = BytesIO()
    book = Workbook(
        written, {"in_memory": True, "strings_to_formulas": False, "strings_to_urls": False, "strings_to_numbers": False}
    )
    book.set_properties({"created": _MADE})
    head = book.add_format({"bold": True, "bg_color": "#DCEBE8"})
    day = book.add_format({"num_format": "dd/mm/yyyy"})
    for label, rows in sheets:
        sheet = book.add_worksheet(label.text(lang))
        sheet.freeze_panes(1, 0)
        for at, row in enumerate(rows):
            if at == 0:
                sheet.set_column(0, len(row) - 1, _WIDTH)
            for column, cell in enumerate(row):
                _write(sheet, at, column, cell, head if at == 0 else day if isinstance(cell, date) else None)
    book.close()
    return written.getvalue()


def _write(sheet: Any, row: int, column: int, cell: object, look: object) -> None:  # noqa: ANN401  XlsxWriter has no types
    if isinstance(cell, str):
        sheet.write_string(row, column, cell, look)
    elif isinstance(cell, date):
        sheet.write_datetime(row, column, datetime(cell.year, cell.month, cell.day), look)  # noqa: DTZ001  a day has no zone
    elif isinstance(cell, int):
        sheet.write_number(row, column, cell, look)
    elif cell is not None:
        raise TypeError(cell)
