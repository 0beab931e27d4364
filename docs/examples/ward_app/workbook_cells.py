"""The cells of a ward's Excel file, and what is wrong with each."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Final, final

import attrs

from supervision_core import Label
from supervision_core.values.text import composed, folded_words
from ward_app.workbook_form import ANSWERS, Sheet

LONGEST_TEXT: Final = 200


@final
@attrs.frozen(kw_only=True)
class CellFault:
    """One fault of a file: where it is, what stands there, and what would be right."""

    sheet: str
    row: int | None = None
    column: str | None = None
    found: str = ""
    expected: Label


@final
class BadFile(Exception):
    """A file that cannot be taken over, with all its faults."""

    def __init__(self, faults: Iterable[CellFault]) -> None:
        self.faults = tuple(faults)
        super().__init__(self.faults)


@final
@attrs.frozen(kw_only=True)
class Row:
    """A row of a sheet, its cells by the key of their column."""

    number: int
    cells: Mapping[str, object]


@final
class Table:
    """The rows of one sheet, and the faults that are found in it."""

    def __init__(self, sheet: Sheet, name: str) -> None:
        self.sheet, self.name = sheet, name
        self.letters: dict[str, str] = {}
        self.rows: list[Row] = []
        self.faults: list[CellFault] = []

    def fault(self, row: Row | int | None, key: str | None, found: object, vi: str, en: str) -> None:
        """Note a fault of a cell, a row or the whole sheet."""
        number = row.number if isinstance(row, Row) else row
        column = None if key is None else self.letters.get(key)
        said = "" if found is None else str(found)
        self.faults.append(
            CellFault(sheet=self.name, row=number, column=column, found=said[:80], expected=Label(vi, en)),
        )

    def text(self, row: Row, key: str) -> str | None:
        """The text of a cell; a whole number counts as its digits, since codes are often typed as numbers."""
        value = row.cells.get(key)
        text = cell_text(value)
        if value is None or text == "":
            self.fault(row, key, None, "phải có nội dung", "a text is needed")
            return None
        if text is None or len(text) > LONGEST_TEXT or not text.isprintable():
            vi, en = f"chữ trên một dòng, tối đa {LONGEST_TEXT} ký tự", f"a text of one line, at most {LONGEST_TEXT} characters"
            self.fault(row, key, value, vi, en)
            return None
        return text

    def number(self, row: Row, key: str, *, least: int, most: int, otherwise: int | None = None) -> int | None:
        """The whole number of a cell, or what an empty cell stands for."""
        value = row.cells.get(key)
        if value is None and key != "year":
            return otherwise
        if isinstance(value, float) and value.is_integer():
            value = int(value)  # Excel itself keeps no whole numbers
        if isinstance(value, bool) or not isinstance(value, int) or not least <= value <= most:
            self.fault(row, key, value, f"số nguyên từ {least} đến {most}", f"a whole number from {least} to {most}")
            return None
        return value

    def yes(self, row: Row, key: str) -> bool:
        """Whether a cell says yes; an empty one does."""
        value = row.cells.get(key)
        answer = ANSWERS.get(folded_words(value)) if isinstance(value, str) else value
        if answer is not None and not isinstance(answer, bool):
            answer = None
        if value is not None and answer is None:
            self.fault(row, key, value, "“có” hoặc “không”", "“yes” or “no”")
        return answer is not False

    def known(self, row: Row, key: str, ids: Mapping[str, int], of: Sheet) -> str | None:
        """The id of a cell, one of those that stand in another sheet."""
        value = self.text(row, key)
        if value is not None and value not in ids:
            self.fault(row, key, value, f"một mã có trong trang “{of.label.vi}”", f"an id from the sheet “{of.label.en}”")
            return None
        return value


def cell_text(value: object) -> str | None:
    """A cell as one composed text without spaces around it; None when it is neither text nor a whole number."""
    if isinstance(value, int) and not isinstance(value, bool):
        return str(value)
    # Copied cells often hold spaces that do not break.
    return composed(value.replace("\u00a0", " ").strip()) if isinstance(value, str) else None
