"""How much of a file is read at all, and what is said of a file that is none of ours."""

from __future__ import annotations

from typing import Final, final

import attrs

from supervision_core import Label


@final
@attrs.frozen(kw_only=True)
class Bounds:
    """The most that a file may hold; of anything larger nothing is kept."""

    #: Bytes of the file itself.
    file_bytes: int = 20_000_000
    #: Bytes of one sheet once it is unpacked.
    sheet_bytes: int = 200_000_000
    #: Cells of one sheet, empty ones too: a file of 62 KB can hold fourteen million.
    cells: int = 1_000_000
    #: Columns of one sheet.
    columns: int = 1_000
    #: Parts of the file, and sheets: each takes its time, however little stands in it.
    parts: int = 1_000
    sheets: int = 100
    #: Texts that cells share, with all that they are made of; and everything else that stands in no sheet, such as styles.
    shared: int = 500_000
    others: int = 10_000
    #: Letters of one cell; Excel itself allows no more.
    letters: int = 32_767
    #: Letters of all cells of one sheet; a text that many cells share counts in each.
    all_letters: int = 20_000_000
    #: Merged areas of one sheet, and formulas that were never calculated.
    remarks: int = 20_000


BOUNDS: Final = Bounds()


@final
class BadFile(Exception):
    """A file that cannot be read, with the reason in both languages."""

    def __init__(self, why: Label) -> None:
        super().__init__(why)
        self.why = why


def refuse(vi: str, en: str) -> BadFile:
    """The error for a reason."""
    return BadFile(Label(vi, en))


def damaged() -> BadFile:
    """The error for a file that is damaged, or made to do damage."""
    return refuse("một tệp Excel (.xlsx) không bị hỏng", "an Excel file (.xlsx) that is not damaged")


def too_wide(bounds: Bounds) -> BadFile:
    """The error for a sheet with too many columns."""
    return refuse(f"một trang không quá {bounds.columns} cột", f"a sheet of at most {bounds.columns} columns")


def too_long(bounds: Bounds) -> BadFile:
    """The error for a cell with too long a text."""
    return refuse(f"mỗi ô không quá {bounds.letters} ký tự", f"cells of at most {bounds.letters} characters")


def too_many(what: str, bounds: Bounds) -> BadFile:
    """The error for a file with too many sheets, shared texts, or other things."""
    most = getattr(bounds, what)
    if what == "sheets":
        return refuse(f"một tệp không quá {most} trang", f"a file of at most {most} sheets")
    return refuse("một tệp có ít kiểu và chữ hơn", f"a file with fewer styles and texts: at most {most} of {what}")
