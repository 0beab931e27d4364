"""An Excel file with an invented ward, to start from: also the form that a ward fills in."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

import supervision_core as sc
from ward_app.excel import excel_file
from ward_app.lists import BARS, LEAD_UNITS, OFFICIALS, PAST

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
#: The columns of the sample; a ward may use the others, too.
_SHOWN: Final = {
    OFFICIALS: ("id", "label", "unit"),
    LEAD_UNITS: ("id", "label", "label.en", "share", "min_load", "max_load", "active"),
    BARS: ("subject_id", "lead_unit_id", "reason"),
    PAST: ("subject_id", "lead_unit_id", "year"),
}


def sample_ward(year: int) -> bytes:
    """An invented ward of 24 officials and five lead units for a year, with who had whom in the three years before."""
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
        PAST.label.vi: [[id_, _had(at, past), past] for past in range(year - 3, year) for at, id_ in enumerate(ids)],
    }
    return excel_file(
        (section.label, ([column.label.vi for column in section.columns if column.code in shown], *rows_of[section.label.vi]))
        for section, shown in _SHOWN.items()
    )


def _name(at: int) -> str:
    return f"{_FAMILY[at * 3 % len(_FAMILY)]} {_MIDDLE[at * 5 % len(_MIDDLE)]} {_GIVEN[at % len(_GIVEN)]}"


def _had(at: int, year: int) -> str:
    """Rotation as it was done by hand: mostly moving on, but some stayed where they were."""
    moved = year if at % 7 else year // 2
    return _UNITS[(at + moved) % len(_UNITS)][0]
