"""An Excel file with an invented ward, to start from: also the form that a ward fills in."""

from __future__ import annotations

from collections.abc import Sequence
from io import BytesIO
from typing import Final

from openpyxl import Workbook
from openpyxl.styles import Font, PatternFill
from openpyxl.utils import get_column_letter

import supervision_core as sc
from ward_app.workbook_form import BARS, LEAD_UNITS, OFFICIALS, PAST, Sheet

_FAMILY: Final = ("Nguyễn", "Trần", "Lê", "Phạm", "Huỳnh", "Võ", "Đặng", "Bùi")
_MIDDLE: Final = ("Thị Minh", "Văn Quốc", "Thanh", "Hữu", "Ngọc", "Đức")
_GIVEN: Final = ("An", "Bình", "Chi", "Dũng", "Giang", "Hạnh", "Khánh", "Lâm", "Mai", "Nam", "Oanh", "Phúc")
_WORKPLACES: Final = ("Ủy ban nhân dân", "Đảng ủy", "Hội đồng nhân dân", "Trung tâm Phục vụ hành chính công")
_UNITS: Final = (
    ("MTTQ", "Ủy ban MTTQ Việt Nam phường", "Ward Front Committee", 3),
    ("PN", "Hội Liên hiệp Phụ nữ", "Women's Union", 2),
    ("CCB", "Hội Cựu chiến binh", "Veterans' Association", 1),
    ("TN", "Đoàn TNCS Hồ Chí Minh", "Youth Union", 1),
    ("ND", "Hội Nông dân", "Farmers' Union", 1),
)
_HOW_MANY: Final = 24


def sample_ward(year: int) -> bytes:
    """An invented ward of 24 officials and five lead units, with who had whom in ``year`` and the two years before."""
    ids = [f"CB{number:02}" for number in range(1, _HOW_MANY + 1)]
    people = [[id_, _name(at), _WORKPLACES[at % len(_WORKPLACES)]] for at, id_ in enumerate(ids)]
    bars = [
        ["CB03", "PN", sc.BarReason.OWN_MEMBER.label.vi],
        ["CB08", "CCB", sc.BarReason.KIN.label.vi],
        ["CB17", "TN", sc.BarReason.OWN_HEAD.label.vi],
    ]
    rows_of: dict[str, Sequence[Sequence[object]]] = {
        OFFICIALS.label.vi: people,
        LEAD_UNITS.label.vi: [[id_, vi, en, share, None, None, "có"] for id_, vi, en, share in _UNITS],
        BARS.label.vi: bars,
        PAST.label.vi: [[id_, _had(at, past), past] for past in range(year - 2, year + 1) for at, id_ in enumerate(ids)],
    }
    book = Workbook()
    book.remove(book.worksheets[0])
    for sheet in (OFFICIALS, LEAD_UNITS, BARS, PAST):
        _write(book, sheet, rows_of[sheet.label.vi])
    written = BytesIO()
    book.save(written)
    return written.getvalue()


def _name(at: int) -> str:
    return f"{_FAMILY[at * 3 % len(_FAMILY)]} {_MIDDLE[at * 5 % len(_MIDDLE)]} {_GIVEN[at % len(_GIVEN)]}"


def _had(at: int, year: int) -> str:
    """Rotation as it was done by hand: mostly moving on, but some stayed where they were."""
    moved = year if at % 7 else year // 2
    return _UNITS[(at + moved) % len(_UNITS)][0]


def _write(book: Workbook, sheet: Sheet, rows: Sequence[Sequence[object]]) -> None:
    page = book.create_sheet(sheet.label.vi)
    page.append([column.label.vi for column in sheet.columns])
    for row in rows:
        page.append(list(row))
    for at, cell in enumerate(page[1], start=1):
        cell.font = Font(bold=True)
        cell.fill = PatternFill("solid", fgColor="DCEBE8")
        page.column_dimensions[get_column_letter(at)].width = 24
    page.freeze_panes = "A2"
