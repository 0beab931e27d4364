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
from supervision_core import Label
from supervision_core.values.text import folded_words
from ward_app.workbook_cells import BadFile, CellFault, Row, Table, cell_text
from ward_app.workbook_form import LEAD_UNITS, OFFICIALS, PLANNERS_OWN, REASONS, SHEETS

#: The largest file, unpacked file and sheet that are read; anything larger is no ward.
LARGEST_FILE: Final = 5_000_000
LARGEST_UNPACKED: Final = 60_000_000
MOST_ROWS: Final = 20_000
LARGEST_SHARE: Final = 1_000


@final
@attrs.frozen(kw_only=True)
class WardFile:
    """What a good file says."""

    roster: sc.Roster
    history: sc.History
    #: Ids in the history that are no official of today: people who left, or slips of the pen for a person to look at.
    have_left: tuple[str, ...]


def read_ward_file(content: bytes, *, last_year: int) -> WardFile:
    """The roster and history of a file; raises ``BadFile`` with all faults. History may reach up to ``last_year``."""
    tables = _tables(content)
    officials, lead_units, bars, past = (tables[sheet.label.vi] for sheet in SHEETS)
    subject_rows, unit_rows = _ids(officials), _ids(lead_units)
    subjects = [one for row in officials.rows if (one := _subject(officials, row)) is not None]
    former = {id_ for row in lead_units.rows if not lead_units.yes(row, "active") and (id_ := cell_text(row.cells.get("id")))}
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


def _tables(content: bytes) -> dict[str, Table]:
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
        table = tables[sheet.label.vi] = Table(sheet, name or sheet.label.vi)
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


def _fill(table: Table, rows: Iterable[tuple[object, ...]]) -> None:
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
            table.rows.append(Row(number=number, cells=values))


def _ids(table: Table) -> dict[str, int]:
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


def _subject(table: Table, row: Row) -> sc.Subject | None:
    name = table.text(row, "name")
    unit = table.text(row, "unit") if row.cells.get("unit") is not None else None
    id_ = cell_text(row.cells.get("id"))
    if name is None or not id_:
        return None
    return sc.Subject(id=id_, label=Label(name, name), unit=unit)


def _lead_unit(table: Table, row: Row) -> sc.LeadUnit | None:
    name = table.text(row, "name")
    name_en = table.text(row, "name_en") if row.cells.get("name_en") is not None else name
    share = table.number(row, "share", least=0, most=LARGEST_SHARE, otherwise=1)
    least = table.number(row, "min_load", least=0, most=MOST_ROWS, otherwise=0)
    most = table.number(row, "max_load", least=0, most=MOST_ROWS)
    if least is not None and most is not None and least > most:
        table.fault(row, "min_load", least, f"không lớn hơn “Nhiều nhất” ({most})", f"no more than “At most” ({most})")
        return None
    id_ = cell_text(row.cells.get("id"))
    if not id_ or name is None or name_en is None or share is None or least is None:
        return None
    return sc.LeadUnit(id=id_, label=Label(name, name_en), share=share, min_load=least, max_load=most)


def _bars(table: Table, subjects: Mapping[str, int], units: Mapping[str, int]) -> Iterator[sc.Bar]:
    seen: dict[tuple[str, str, sc.BarReason], int] = {}
    for row in table.rows:
        subject = table.known(row, "subject_id", subjects, OFFICIALS)
        unit = table.known(row, "lead_unit_id", units, LEAD_UNITS)
        said = table.text(row, "reason")
        reason = None if said is None else REASONS.get(folded_words(said))
        if said is not None and reason is None:
            allowed = [one.label for one in sc.BarReason if one not in PLANNERS_OWN]
            vi, en = "; ".join(one.vi for one in allowed), "; ".join(one.en for one in allowed)
            table.fault(row, "reason", said, f"một trong các lý do: {vi}", f"one of the reasons: {en}")
        if subject is None or unit is None or reason is None:
            continue
        first = seen.setdefault((subject, unit, reason), row.number)
        if first != row.number:
            table.fault(row, "reason", said, f"đã ghi ở dòng {first}", f"it stands in row {first} already")
            continue
        yield sc.Bar(subject_id=subject, lead_unit_id=unit, reason=reason)


def _records(table: Table, units: Mapping[str, int], last_year: int) -> Iterator[sc.rotation.Record]:
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
            yield sc.rotation.Record(subject_id=subject, lead_unit_id=unit, year=year)
