"""Reading a ward's Excel file: officials, lead units, barred pairs, history. A bad file gets all its faults, by cell."""

from __future__ import annotations

import zipfile
from collections.abc import Iterable, Iterator, Mapping
from io import BytesIO
from typing import Final, final

import attrs
from openpyxl import load_workbook
from openpyxl.utils import get_column_letter

import supervision_core as sc
from supervision_core.text import Label, composed, folded_words

#: The largest file, unpacked file and sheet that are read; anything larger is no ward.
LARGEST_FILE: Final = 5_000_000
LARGEST_UNPACKED: Final = 60_000_000
MOST_ROWS: Final = 20_000
LONGEST_TEXT: Final = 200
LARGEST_SHARE: Final = 1_000
_PLANNERS_OWN: Final = (sc.BarReason.COOLING_OFF, sc.BarReason.PINNED_ELSEWHERE)


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
    if reason not in _PLANNERS_OWN
    for text in (reason.label.vi, reason.label.en, reason.value)
}
_ANSWERS: Final[Mapping[tuple[str, ...], bool]] = {("co",): True, ("yes",): True, ("khong",): False, ("no",): False}


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
class WardFile:
    """What a good file says."""

    roster: sc.Roster
    history: sc.History
    #: Ids in the history that are no official of today: people who left, or slips of the pen for a person to look at.
    have_left: tuple[str, ...]


@final
@attrs.frozen(kw_only=True)
class _Row:
    """A row of a sheet, its cells by the key of their column."""

    number: int
    cells: Mapping[str, object]


@final
class _Table:
    """The rows of one sheet, and the faults that are found in it."""

    def __init__(self, sheet: Sheet, name: str) -> None:
        self.sheet, self.name = sheet, name
        self.letters: dict[str, str] = {}
        self.rows: list[_Row] = []
        self.faults: list[CellFault] = []

    def fault(self, row: _Row | int | None, key: str | None, found: object, vi: str, en: str) -> None:
        """Note a fault of a cell, a row or the whole sheet."""
        number = row.number if isinstance(row, _Row) else row
        column = None if key is None else self.letters.get(key)
        said = "" if found is None else str(found)
        self.faults.append(
            CellFault(sheet=self.name, row=number, column=column, found=said[:80], expected=Label(vi, en)),
        )

    def text(self, row: _Row, key: str) -> str | None:
        """The text of a cell; a whole number counts as its digits, since codes are often typed as numbers."""
        value = row.cells.get(key)
        text = _text(value)
        if value is None or text == "":
            self.fault(row, key, None, "phải có nội dung", "a text is needed")
            return None
        if text is None or len(text) > LONGEST_TEXT or not text.isprintable():
            vi, en = f"chữ trên một dòng, tối đa {LONGEST_TEXT} ký tự", f"a text of one line, at most {LONGEST_TEXT} characters"
            self.fault(row, key, value, vi, en)
            return None
        return text

    def number(self, row: _Row, key: str, *, least: int, most: int, otherwise: int | None = None) -> int | None:
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

    def yes(self, row: _Row, key: str) -> bool:
        """Whether a cell says yes; an empty one does."""
        value = row.cells.get(key)
        answer = _ANSWERS.get(folded_words(value)) if isinstance(value, str) else value
        if answer is not None and not isinstance(answer, bool):
            answer = None
        if value is not None and answer is None:
            self.fault(row, key, value, "“có” hoặc “không”", "“yes” or “no”")
        return answer is not False

    def known(self, row: _Row, key: str, ids: Mapping[str, int], of: Sheet) -> str | None:
        """The id of a cell, one of those that stand in another sheet."""
        value = self.text(row, key)
        if value is not None and value not in ids:
            self.fault(row, key, value, f"một mã có trong trang “{of.label.vi}”", f"an id from the sheet “{of.label.en}”")
            return None
        return value


def read_ward_file(content: bytes, *, last_year: int) -> WardFile:
    """The roster and history of a file; raises ``BadFile`` with all faults. History may reach up to ``last_year``."""
    tables = _tables(content)
    officials, lead_units, bars, past = (tables[sheet.label.vi] for sheet in SHEETS)
    subject_rows, unit_rows = _ids(officials), _ids(lead_units)
    subjects = [one for row in officials.rows if (one := _subject(officials, row)) is not None]
    former = {id_ for row in lead_units.rows if not lead_units.yes(row, "active") and (id_ := _text(row.cells.get("id")))}
    listed = [unit for row in lead_units.rows if (unit := _lead_unit(lead_units, row)) is not None]
    units = [unit for unit in listed if unit.id not in former]
    if not unit_rows.keys() - former:
        vi, en = "phải có ít nhất một đầu mối còn hoạt động", "at least one active lead unit is needed"
        lead_units.fault(None, None, None, vi, en)
    elif units and not lead_units.faults and all(unit.share == 0 for unit in units):
        lead_units.fault(None, None, 0, "phải có đầu mối có tỷ trọng lớn hơn 0", "some lead unit with a share above 0")
    barred = list(_bars(bars, subject_rows, {unit: row for unit, row in unit_rows.items() if unit not in former}))
    records = list(_records(past, unit_rows, last_year))
    faults = [fault for sheet in SHEETS for fault in tables[sheet.label.vi].faults]
    if faults:
        raise BadFile(faults)
    return WardFile(
        roster=sc.Roster(subjects=subjects, lead_units=units, bars=barred, former_units=former),
        history=sc.History.of_records(records),
        have_left=tuple(sorted({record.subject_id for record in records} - subject_rows.keys())),
    )


def _tables(content: bytes) -> dict[str, _Table]:
    """The sheets by their Vietnamese names; raises at once when it is no such file."""
    if (fault := _no_workbook(content)) is not None:
        raise BadFile([CellFault(sheet="–", expected=fault)])
    try:
        book = load_workbook(BytesIO(content), read_only=True, data_only=True)
    except Exception as error:  # openpyxl raises many kinds for a damaged file
        wanted = Label("một tệp Excel (.xlsx) không bị hỏng", "an Excel file (.xlsx) that is not damaged")
        raise BadFile([CellFault(sheet="–", found=type(error).__name__, expected=wanted)]) from error
    by_name = {folded_words(name): name for name in book.sheetnames}
    tables = {}
    for sheet in SHEETS:
        name = by_name.get(folded_words(sheet.label.vi)) or by_name.get(folded_words(sheet.label.en))
        table = tables[sheet.label.vi] = _Table(sheet, name or sheet.label.vi)
        if name is None:
            table.fault(None, None, None, f"phải có trang “{sheet.label.vi}”", f"a sheet “{sheet.label.en}” is needed")
        else:
            _fill(table, book[name].iter_rows(values_only=True))
    book.close()
    return tables


def _no_workbook(content: bytes) -> Label | None:
    if len(content) > LARGEST_FILE:
        return Label("một tệp không quá 5 MB", "a file of at most 5 MB")
    if not zipfile.is_zipfile(BytesIO(content)):
        return Label("một tệp Excel (.xlsx)", "an Excel file (.xlsx)")
    with zipfile.ZipFile(BytesIO(content)) as packed:
        if sum(one.file_size for one in packed.infolist()) > LARGEST_UNPACKED:
            return Label("một tệp có dung lượng giải nén hợp lý", "a file of a reasonable unpacked size")
    return None


def _fill(table: _Table, rows: Iterable[tuple[object, ...]]) -> None:
    lines = enumerate(rows, start=1)
    _, header = next(lines, (1, ()))
    titles = {folded_words(title): at for at, title in enumerate(header) if isinstance(title, str)}
    places: dict[str, int] = {}
    for column in table.sheet.columns:
        at = titles.get(folded_words(column.label.vi), titles.get(folded_words(column.label.en)))
        if at is not None:
            places[column.key] = at
            table.letters[column.key] = get_column_letter(at + 1)
        elif column.is_required:
            table.fault(1, None, None, f"phải có cột “{column.label.vi}”", f"a column “{column.label.en}” is needed")
    if table.faults:
        return  # without its columns nothing more can be said of a sheet
    for number, cells in lines:
        if number > MOST_ROWS:
            table.fault(number, None, None, f"tối đa {MOST_ROWS} dòng", f"at most {MOST_ROWS} rows")
            return
        values = {key: cells[at] if at < len(cells) else None for key, at in places.items()}
        if any(value is not None for value in values.values()):
            table.rows.append(_Row(number=number, cells=values))


def _ids(table: _Table) -> dict[str, int]:
    """The ids of a sheet, each with its row; one that stands there twice is a fault."""
    found: dict[str, int] = {}
    for row in table.rows:
        id_ = table.text(row, "id")
        if id_ is None:
            continue
        first = found.setdefault(id_, row.number)
        if first != row.number:
            table.fault(row, "id", id_, f"mỗi mã một lần; đã có ở dòng {first}", f"each id once; it stands in row {first}")
    return found


def _subject(table: _Table, row: _Row) -> sc.Subject | None:
    name = table.text(row, "name")
    unit = table.text(row, "unit") if row.cells.get("unit") is not None else None
    id_ = _text(row.cells.get("id"))
    if name is None or not id_:
        return None
    return sc.Subject(id=id_, label=Label(name, name), unit=unit)


def _lead_unit(table: _Table, row: _Row) -> sc.LeadUnit | None:
    name = table.text(row, "name")
    name_en = table.text(row, "name_en") if row.cells.get("name_en") is not None else name
    share = table.number(row, "share", least=0, most=LARGEST_SHARE, otherwise=1)
    least = table.number(row, "min_load", least=0, most=MOST_ROWS, otherwise=0)
    most = table.number(row, "max_load", least=0, most=MOST_ROWS)
    if least is not None and most is not None and least > most:
        table.fault(row, "min_load", least, f"không lớn hơn “Nhiều nhất” ({most})", f"no more than “At most” ({most})")
        return None
    id_ = _text(row.cells.get("id"))
    if not id_ or name is None or name_en is None or share is None or least is None:
        return None
    return sc.LeadUnit(id=id_, label=Label(name, name_en), share=share, min_load=least, max_load=most)


def _text(value: object) -> str | None:
    """A cell as one composed text without spaces around it; None when it is neither text nor a whole number."""
    if isinstance(value, int) and not isinstance(value, bool):
        return str(value)
    # Copied cells often hold spaces that do not break.
    return composed(value.replace("\u00a0", " ").strip()) if isinstance(value, str) else None


def _bars(table: _Table, subjects: Mapping[str, int], units: Mapping[str, int]) -> Iterator[sc.Bar]:
    seen: dict[tuple[str, str, sc.BarReason], int] = {}
    for row in table.rows:
        subject = table.known(row, "subject_id", subjects, OFFICIALS)
        unit = table.known(row, "lead_unit_id", units, LEAD_UNITS)
        said = table.text(row, "reason")
        reason = None if said is None else REASONS.get(folded_words(said))
        if said is not None and reason is None:
            allowed = [one.label for one in sc.BarReason if one not in _PLANNERS_OWN]
            vi, en = "; ".join(one.vi for one in allowed), "; ".join(one.en for one in allowed)
            table.fault(row, "reason", said, f"một trong các lý do: {vi}", f"one of the reasons: {en}")
        if subject is None or unit is None or reason is None:
            continue
        first = seen.setdefault((subject, unit, reason), row.number)
        if first != row.number:
            table.fault(row, "reason", said, f"đã ghi ở dòng {first}", f"it stands in row {first} already")
            continue
        yield sc.Bar(subject_id=subject, lead_unit_id=unit, reason=reason)


def _records(table: _Table, units: Mapping[str, int], last_year: int) -> Iterator[sc.Record]:
    seen: dict[tuple[str, int], int] = {}
    for row in table.rows:
        subject = table.text(row, "subject_id")
        unit = table.known(row, "lead_unit_id", units, LEAD_UNITS)
        year = table.number(row, "year", least=1945, most=last_year)
        if subject is None or year is None:
            continue
        first = seen.setdefault((subject, year), row.number)
        if first != row.number:
            vi = f"mỗi cán bộ một đầu mối trong năm {year}; đã ghi ở dòng {first}"
            table.fault(row, "subject_id", subject, vi, f"one lead unit an official in {year}; it stands in row {first}")
        elif unit is not None:
            yield sc.Record(subject_id=subject, lead_unit_id=unit, year=year)
