"""The form of a ward's Excel file: its sheets, their columns, the words that may stand in them."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final, final

import attrs

import supervision_core as sc
from supervision_core import Label
from supervision_core.values.text import folded_words

#: Reasons that only a planner gives.
PLANNERS_OWN: Final = (sc.BarReason.COOLING_OFF, sc.BarReason.PINNED_ELSEWHERE)


@final
@attrs.frozen(kw_only=True)
class Column:
    """A column of a sheet: how it is called, and whether it may be missing."""

    key: str
    label: Label
    is_required: bool = True


@final
@attrs.frozen(kw_only=True)
class Sheet:
    """A sheet of the file: how it is called, and what stands in it."""

    label: Label
    columns: tuple[Column, ...]


OFFICIALS: Final = Sheet(
    label=Label("Cán bộ", "Officials"),
    columns=(
        Column(key="id", label=Label("Mã", "Id")),
        Column(key="name", label=Label("Họ và tên", "Name")),
        Column(key="unit", label=Label("Nơi công tác", "Workplace"), is_required=False),
    ),
)
LEAD_UNITS: Final = Sheet(
    label=Label("Đầu mối", "Lead units"),
    columns=(
        Column(key="id", label=Label("Mã", "Id")),
        Column(key="name", label=Label("Tên đầu mối", "Name")),
        Column(key="name_en", label=Label("Tên tiếng Anh", "Name in English"), is_required=False),
        Column(key="share", label=Label("Tỷ trọng", "Share"), is_required=False),
        Column(key="min_load", label=Label("Ít nhất", "At least"), is_required=False),
        Column(key="max_load", label=Label("Nhiều nhất", "At most"), is_required=False),
        Column(key="active", label=Label("Còn hoạt động", "Active"), is_required=False),
    ),
)
BARS: Final = Sheet(
    label=Label("Không phân công", "Barred"),
    columns=(
        Column(key="subject_id", label=Label("Mã cán bộ", "Official")),
        Column(key="lead_unit_id", label=Label("Mã đầu mối", "Lead unit")),
        Column(key="reason", label=Label("Lý do", "Reason")),
    ),
)
PAST: Final = Sheet(
    label=Label("Lịch sử", "History"),
    columns=(
        Column(key="subject_id", label=Label("Mã cán bộ", "Official")),
        Column(key="lead_unit_id", label=Label("Mã đầu mối", "Lead unit")),
        Column(key="year", label=Label("Năm", "Year")),
    ),
)
SHEETS: Final = (OFFICIALS, LEAD_UNITS, BARS, PAST)
#: The reasons that may stand in a file, by how people write them.
REASONS: Final[Mapping[tuple[str, ...], sc.BarReason]] = {
    folded_words(text): reason
    for reason in sc.BarReason
    if reason not in PLANNERS_OWN
    for text in (reason.label.vi, reason.label.en, reason.value)
}
#: What stands for yes and no.
ANSWERS: Final[Mapping[tuple[str, ...], bool]] = {("co",): True, ("yes",): True, ("khong",): False, ("no",): False}
