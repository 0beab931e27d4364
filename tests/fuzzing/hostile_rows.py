"""Rows as nobody should write them, through every table: values that can be written and read again, or faults by row.

``guided.py hostile_rows`` looks for anything else: another exception, a fault without a place or words, an answer that no
cell gave.
"""

from __future__ import annotations

import random
from collections.abc import Callable, Iterator, Mapping
from datetime import date, datetime
from decimal import Decimal
from fractions import Fraction
from typing import Any

import supervision_core as sc
from supervision_core import tables

TODAY = sc.regulations.ND335_CIVIL_SERVANT
WARD = sc.regulations.GOOD_PERFORMANCE_2014
UNITS = tuple(sc.LeadUnit(id=one, label=sc.Label(name, one)) for one, name in (("women", "Hội Phụ nữ"), ("veterans", "Hội CCB")))
OLD = sc.Lineage(reforms=[sc.rotation.Reform(on=date(2025, 7, 1), lead_units={"union": ["women", "veterans"]}, subjects={"a": ["b", "c"]})])
_OWN = tuple(
    tables.SheetColumn(
        code=kind.value,
        label=sc.Label(f"cột {kind.value}", f"column {kind.value}"),
        kind=kind,
        choices=tuple(tables.Choice(value=word, label=sc.Label(word, word)) for word in ("A", "B và C", "B"))
        if kind.value.startswith("choice")
        else (),
        is_required=kind is tables.ColumnKind.ID,
    )
    for kind in tables.ColumnKind
)
#: Each table by its name, of its options.
SHEETS: dict[str, tables.Sheet[Any]] = {
    one.code: one
    for one in (
        tables.OFFICIALS, tables.LEAD_UNITS, tables.BARS, tables.RATINGS, tables.FEEDBACK, tables.COMMITMENTS, tables.ATTENDANCE,
        tables.DISCIPLINE, tables.OBLIGATIONS, tables.EVENTS, tables.EVENTS_BY_SUBJECT, tables.WAIVERS, tables.MOVED_DEADLINES,
        tables.HISTORY, tables.WIDE_HISTORY,
    )
} | {
    "facts": tables.facts_table(WARD),
    "facts of points": tables.facts_table(TODAY),
    "months": tables.months_table(TODAY),
    "bars at units": tables.bars_table(lead_units=UNITS),
    "events of duties": tables.events_table(obligations=sc.regulations.CITIZEN_RECEPTION),
    "history of units": tables.history_table(lead_units=UNITS, former_units=["union"], lineage=OLD, apart=["A1", "Al"]),
    "wide history of units": tables.wide_history_table(lead_units=UNITS, former_units=["union"], lineage=OLD, years=[2024, 2025]),
}  # fmt: skip
OWN = "columns of one's own"
#: The words of either language that say yes and no, from the documents.
YES, NO = {"có", "co", "x", "đạt", "yes", "true"}, {"không", "no", "false"}
FOREIGN: tuple[Any, ...] = (
    None, True, False, 0, 1, -1, 7, 46086, 2.5, 1e308, float("nan"), 2**70, "", " ", "\t\n", "x", "có", "không", "Không đạt", "yes", "no", "?",
    "chưa rõ", "n/a", "NaN", "None", "#N/A", "=A1", "+1", "-", "Tổng cộng", "TỔNG", "cộng dồn", "5/3/2026", "29/2/2025", "1/13/2026", "2026-03-05",
    "1,5", "1.234", "1.234,5", "1e5", "½", "5/3", "٣", "⁄", ";", "a; b", "a, b và c", "\x00", "\x1b[2J", "\u200b", "\u202e", "\ud800", "a\u0301\u0323",
    "Ａ", "СB1", "CB1", "CB01", "cb1 ", "Mã", "Mã cán bộ", "Năm", "Năm 2025", "2025", "1/2026", "women", "Hội Phụ nữ", "union", "A1", "Al", "B và C",
    "1" * 700, "ế" * 300, "\u0301" * 50, {"day": 739000}, {"moment": 739000}, {"exact": "1/3"}, {"decimal": "1E+999"}, {"bytes": "x"}, [], [[]], {},
)  # fmt: skip


def decoded(cell: Any) -> Any:
    """A cell as programs give it: days, moments, exact numbers and bytes stand as small mappings in JSON."""
    if isinstance(cell, dict) and len(cell) == 1:
        [(kind, said)] = cell.items()
        made: dict[str, Callable[[Any], object]] = {
            "day": date.fromordinal, "moment": lambda one: datetime.combine(date.fromordinal(one), datetime.min.time()),
            "exact": Fraction, "decimal": Decimal, "bytes": str.encode,
        }  # fmt: skip
        try:
            return made[kind](said)
        except (KeyError, TypeError, ValueError, ArithmeticError, OverflowError, AttributeError):
            return cell
    return cell


def given(rows: Any) -> Any:
    """Rows with their cells decoded."""
    if not isinstance(rows, list):
        return rows
    return [
        {key: decoded(cell) for key, cell in row.items()} if isinstance(row, dict) and decoded(row) is row else [decoded(cell) for cell in row] if isinstance(row, list) else row
        for row in rows
    ]  # fmt: skip


def cells(rows: Any) -> Iterator[object]:
    """Every cell."""
    for row in rows if isinstance(rows, list) else ():
        yield from row.values() if isinstance(row, Mapping) else row if isinstance(row, list) else ()


def check(document: Any) -> bool:
    """Read the rows by the table that is named, and hold what comes against what was given."""
    document = document if isinstance(document, dict) else {"rows": document}
    rows, digits, most = given(document.get("rows")), document.get("id_digits"), document.get("most_rows", 1_000)
    name = document.get("table")
    try:
        if name == OWN:
            found: Any = tables.read(rows, _OWN, id_digits=digits, most_rows=most)
        else:
            sheet = SHEETS.get(name if isinstance(name, str) else "", tables.OFFICIALS)
            found = sheet.read(rows, id_digits=digits, most_rows=most)
    except sc.SupervisionError as error:
        str(error)
        return False
    for fault in found.faults:
        assert fault.row is None or 1 <= fault.row <= len(rows)
        assert (fault.sentence("vi") + fault.sentence("en")).isprintable(), fault
    if name == OWN:
        return bool(found.values)
    comes_back(sheet, found)
    if name in ("facts", "facts of points"):
        nothing_is_guessed(rows, found.values)
    return bool(found.values)


def comes_back(sheet: tables.Sheet[Any], found: Any) -> None:
    """What was read is written and read again as it was."""
    for lang in ("vi", "en"):
        written = sheet.rows(found.values, lang)
        again = sheet.read(written)
        assert again.values == found.values, (sheet.code, found.values, again.values, again.faults)
        # Ids that look alike are told each time; a table with a column a year has none without a row.
        told = {"looks_alike"} if len(written) > 1 else {"missing_column"}
        assert {fault.code for fault in again.faults} <= told, again.faults
    assert not found.against(found.values)


def nothing_is_guessed(rows: Any, values: Mapping[str, sc.Facts]) -> None:
    """No yes where no cell says yes, and no no where none says no."""
    said = {cell.strip().casefold() if isinstance(cell, str) else cell for cell in cells(rows) if isinstance(cell, str | bool)}
    answers = {value for facts in values.values() for value in facts.values.values() if isinstance(value, bool)}
    spoken = " ".join(str(one).casefold() for one in said)
    assert True not in answers or any(word in spoken for word in (*YES, "đúng", "dung", "dat", "y", "✓", "✔", "☑")), (rows, values)
    assert False not in answers or any(word in spoken for word in (*NO, "sai", "khong", "n")), (rows, values)


def seeds() -> Iterator[Any]:
    """Every table's own blank form with choices in it, a hand-written sheet of each, and rows as mappings."""
    chance = random.Random(1)
    for name, sheet in {**SHEETS, OWN: None}.items():
        headers = [one.label.vi for one in _OWN] if sheet is None else [column.header for column in sheet.template("vi")]
        english = [one.label.en for one in _OWN] if sheet is None else [column.header for column in sheet.template("en")]
        choices = [() for _ in _OWN] if sheet is None else [column.choices for column in sheet.template("vi")]
        texts = [one for one in FOREIGN if isinstance(one, str) and one.isprintable() and one]

        def cell(offered: tuple[str, ...], texts: list[str] = texts) -> str:
            return chance.choice(offered) if offered else chance.choice(texts)

        body = [[cell(offered) for offered in choices] for _ in range(3)]
        yield {"table": name, "rows": [headers, *body]}
        yield {"table": name, "rows": [dict(zip(english, row, strict=True)) for row in body], "id_digits": 4}
    yield from _sheets()


def _sheets() -> Iterator[Any]:
    """Sheets that are right, so that changes reach beyond the first fault."""
    yield {"table": "officials", "rows": [["DANH SÁCH"], ["Mã cán bộ", "Họ và tên"], ["CB01", "Nguyễn Văn An"], ["CB02", "Lê Thị Bình"], ["Tổng cộng", 2]]}
    yield {"table": "history", "rows": [["Mã cán bộ", "Mã đầu mối", "Năm"], ["CB01", "women", 2024], ["CB01", "veterans", 2025]]}
    yield {"table": "wide_history", "rows": [["Mã cán bộ", "2024", "2025"], ["CB01", "women", "veterans; front"], ["CB02", None, "women"]]}
    yield {"table": "history of units", "rows": [["Mã cán bộ", "Mã đầu mối", "Năm"], ["a", "union", 2024], ["b", "Hội Phụ nữ", 2025]]}
    yield {"table": "wide history of units", "rows": [["Mã cán bộ", "2024", "2025"], ["a", "union", "women và veterans"]]}
    yield {"table": "facts", "rows": [["Mã", *(one.label.vi for one in WARD.ladder.facts)], ["CB01", *["có"] * 9], ["CB02", *["không", None, ""] * 3]]}
    yield {"table": "facts of points", "rows": [["Mã", "points.general"], ["CB01", "27,5"], ["CB02", "chưa"]]}
    yield {"table": "months", "rows": [["Mã cán bộ", "Tháng", "Năm", "points.general"], ["CB1", 1, 2026, "27,5"], ["CB1", 2, 2026, None]]}
    yield {"table": "events", "rows": [["Mã", "Nghĩa vụ", "Ngày", "Trực tiếp"], ["tcd-1", "citizen_reception", "6/7/2026", "x"], ["tcd-2", "citizen_reception", {"day": 739900}, None]]}
    yield {"table": "events_by_subject", "rows": [["Đơn vị", "Mã", "Nghĩa vụ", "Ngày"], ["ward-1", "tcd-1", "citizen_reception", "6/7/2026"]]}
    yield {"table": "waivers", "rows": [["Mã nghĩa vụ", "Từ ngày", "Đến ngày", "Lý do"], ["dialogue", "1/9/2026", "30/9/2026", "Lũ lụt"]]}
    yield {"table": "moved_deadlines", "rows": [["Nghĩa vụ", "Kỳ", "Hạn mới", "Lý do"], ["dialogue", "1/12/2025", "31/1/2026", "Lũ lụt"]]}
    yield {"table": "obligations", "rows": [["Mã nghĩa vụ", "Nghĩa vụ", "Thực hiện tại địa phương – số lần", "Thực hiện tại địa phương – mỗi"], ["dialogue", "Đối thoại", 2, "năm"]]}
    yield {"table": "bars", "rows": [["Mã cán bộ", "Mã đầu mối", "Lý do"], ["CB01", "women", "quan hệ thân thích"]]}
