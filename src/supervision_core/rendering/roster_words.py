"""The words of reports that lay rosters beside something else: ids that look alike, heads in a circle."""

from __future__ import annotations

from typing import Final

from supervision_core.values.labels import Label

__all__ = [
    "ALIKE",
    "HEAD_OF",
    "IDS_ALIKE",
    "IDS_ALIKE_ONE",
    "IDS_COMPARED",
    "IN_HISTORY",
    "IN_ROSTER",
    "LIKENESS",
    "LOOP",
    "NO_IDS_ALIKE",
    "ONLY_IN_HISTORY",
    "ONLY_IN_ROSTER",
    "SUPERVISES_HEAD",
]

IDS_COMPARED: Final = Label("Đối chiếu danh sách và lịch sử", "The ids of roster and history side by side")
IDS_ALIKE_ONE: Final = Label(
    "1 cặp mã trông giống nhau; cần người xác nhận có phải là một hay không.",
    "1 pair of ids looks alike; people have to say whether they are one.",
)
IDS_ALIKE: Final = Label(
    "{count} cặp mã trông giống nhau; cần người xác nhận có phải là một hay không.",
    "{count} pairs of ids look alike; people have to say whether they are one.",
)
NO_IDS_ALIKE: Final = Label("Không có mã nào chỉ khác nhau ở cách viết.", "No two ids look alike.")
ALIKE: Final = Label("Các mã trông giống nhau", "Ids that look alike")
IN_ROSTER: Final = Label("Trong danh sách", "In the roster")
IN_HISTORY: Final = Label("Trong lịch sử", "In the history")
LIKENESS: Final = Label("Khác nhau ở", "They differ in")
ONLY_IN_ROSTER: Final = Label("Chỉ có trong danh sách", "Only in the roster")
ONLY_IN_HISTORY: Final = Label("Chỉ có trong lịch sử", "Only in the history")
LOOP: Final = Label("Giám sát lẫn nhau theo vòng", "A circle of supervision")
SUPERVISES_HEAD: Final = Label("Giám sát", "Supervises")
HEAD_OF: Final = Label("Là người đứng đầu của", "Who heads")
