"""Who had whom in earlier years, as a table: one record a row, or one row an official and one column a year."""

from __future__ import annotations

import re
from collections.abc import Hashable, Iterable, Mapping
from functools import partial
from typing import Final, NamedTuple

import attrs

from supervision_core.rotation.history import History
from supervision_core.rotation.lineage import Lineage
from supervision_core.rotation.records import FIRST_YEAR, LAST_YEAR, CountingRule, Record
from supervision_core.rotation.roster import LeadUnit
from supervision_core.tables.fields import FieldPart, parts_of
from supervision_core.tables.headers import header_of
from supervision_core.tables.model import Choice, ColumnKind, Read, SheetColumn
from supervision_core.tables.people import units_column
from supervision_core.tables.reading import MOST_ROWS, Cells, GoodRow, Rows, Scan
from supervision_core.tables.tabling import Sheet, alike, build, distinct, right, together
from supervision_core.values.checks import Checks, as_tuple, composed_each
from supervision_core.values.errors import InvalidInput
from supervision_core.values.labels import Label
from supervision_core.values.text import folded_words

__all__ = ["HISTORY", "WIDE_HISTORY", "history", "history_table", "wide_history", "wide_history_table"]

_EVERYTHING: Final = CountingRule()
_UNCHANGED: Final = Lineage()
# Somebody had the official, and nobody knows who; an empty cell would rather be a slip.
_NOT_KNOWN: Final = Choice(value="\x00not known", label=Label("không rõ", "not known"), words=("Không rõ", "unknown", "?"))
_LABEL: Final = Label("Lịch sử giám sát", "History")
# The header of a column that stands for a year, folded: with the word before it, or of four digits.
_YEAR: Final = re.compile(r"(?:nam|year) (\d{1,4})|(\d{4})(?: 0)?")
_A_COLUMN_A_YEAR: Final = Label(
    "mỗi năm một cột, ví dụ “2025” hoặc “Năm 2025”", "one column a year, such as “2025” or “Year 2025”"
)
_AT: Final = re.compile(r"records\[(\d+)\]")


class _Made(NamedTuple):
    """A record, and where it was read."""

    row: int
    column: str | None
    record: Record


def history_table(
    *,
    lead_units: Iterable[LeadUnit] = (),
    former_units: Iterable[str] = (),
    counting: CountingRule = _EVERYTHING,
    lineage: Lineage = _UNCHANGED,
    apart: Iterable[str] = (),
) -> Sheet[History]:
    """The table of who had whom, one record a row; with ``lead_units`` its form offers them as choices.

    >>> import supervision_core as sc
    >>> table = sc.tables.history_table(lead_units=[sc.LeadUnit(id="women", label=sc.Label("Hội Phụ nữ", "Women's Union"))])
    >>> table.template("en")[1].choices
    ('not known', "Women's Union")
    """
    apart = composed_each(apart)
    column = _unit_column(lead_units, former_units, counting, lineage, apart)
    parts = parts_of(Record, extra={"lead_unit_id": column})
    parts = tuple(_must_say(part) if part.name == "lead_unit_id" else part for part in parts)

    def gather(found: Scan) -> History:
        made = [_Made(row.number, None, one) for row in found.rows if (one := build(found, Record, parts, row)) is not None]
        alike(found, ((one.row, one.record.subject_id) for one in made), "subject_id", apart)
        return _history(found, made, counting, lineage)

    def spread(values: History) -> Iterable[Cells]:
        return (together(part.write(getattr(one, part.name)) for part in parts) for one in _records(values))

    columns = tuple(one for part in parts for one in part.columns)
    return Sheet(code="history", label=_LABEL, columns=columns, gather=gather, spread=spread, entries=_entries)


def wide_history_table(
    *,
    lead_units: Iterable[LeadUnit] = (),
    former_units: Iterable[str] = (),
    counting: CountingRule = _EVERYTHING,
    lineage: Lineage = _UNCHANGED,
    apart: Iterable[str] = (),
    years: Iterable[int] = (),
) -> Sheet[History]:
    """The table of who had whom as people keep it: one row an official, one column a year.

    ``years`` are the columns of a blank form; what is read and written may have any. Records of whole years alone can be
    written so: months, substitutes and first days have their columns in ``history_table``.

    >>> import supervision_core as sc
    >>> history = sc.History.of({2019: {"CB1": "labour"}, 2020: {"CB1": "women", "CB2": "labour"}})
    >>> sc.tables.wide_history_table().rows(history)
    (('Mã cán bộ', 'Năm 2019', 'Năm 2020'), ('CB1', 'labour', 'women'), ('CB2', None, 'labour'))
    """
    apart = composed_each(apart)
    unit = _unit_column(lead_units, former_units, counting, lineage, apart)
    label, words = header_of("Record", "subject_id")
    subject = SheetColumn(code="subject_id", label=label, words=("Mã", *words), kind=ColumnKind.ID)

    def gather(found: Scan) -> History:
        rows = distinct(found, ((row.number, row, row.cells["subject_id"]) for row in found.rows), "subject_id")
        alike(found, ((row.number, str(row.cells["subject_id"])) for row in rows), "subject_id", apart)
        if found.header is not None and not set(found.header.places) - {"subject_id"}:
            found.fault("missing_column", None, None, None, _A_COLUMN_A_YEAR)
        return _history(found, [one for row in rows for one in _of_row(row)], counting, lineage)

    more = partial(_year_column, unit)
    return Sheet(
        code="wide_history",
        label=_LABEL,
        columns=(subject, *(column for year in _years(years) if (column := more(f"{year:04d}")) is not None)),
        gather=gather,
        spread=_one_row_each,
        entries=_entries,
        more=more,
    )


def _one_row_each(values: History) -> Iterable[Cells]:
    """One row an official with a cell a year; raises for records that say more than a whole year."""
    held: dict[str, dict[str, tuple[str, ...]]] = {}
    checks = Checks("values")
    for one in _records(values):
        if not one.is_plain:
            expected = "records of whole years; months, substitutes and first days have columns in tables.history_table"
            checks.fault("surplus", "", (one.subject_id, one.year), expected)
        cells, code = held.setdefault(one.subject_id, {}), f"{one.year:04d}"
        cells[code] = (*cells.get(code, ()), one.lead_unit_id or str(_NOT_KNOWN.value))
    checks.done()
    return ({"subject_id": who, **cells} for who, cells in sorted(held.items()))


def _unit_column(
    lead_units: Iterable[LeadUnit],
    former_units: Iterable[str],
    counting: CountingRule,
    lineage: Lineage,
    apart: Iterable[str],
) -> SheetColumn:
    """The column of lead units: any id where none are given, else those given, former ones and those that the lineage knows."""
    listed, former = as_tuple(lead_units), composed_each(former_units)
    checks = Checks("history")
    checks.arguments(history_table, lead_units=listed, former_units=former, apart=apart)
    checks.arguments(history_table, lineage=lineage, counting=counting)
    for unit in former if checks.clean else ():
        checks.identifier("former_units", unit)
    checks.done()
    gone = [*lineage.lead_units, *(unit for reform in lineage.reforms for unit in reform.lead_units)]
    column = units_column(*header_of("Record", "lead_unit_id"), listed, [*former, *gone] if listed else ())
    return attrs.evolve(column, choices=(_NOT_KNOWN, *column.choices))


def _years(years: Iterable[int]) -> tuple[int, ...]:
    listed = as_tuple(years)
    checks = Checks("wide_history_table")
    if checks.each("years", listed, int, "a year"):
        for year in listed:
            checks.whole("years", year, at_least=FIRST_YEAR, at_most=LAST_YEAR)
    checks.done()
    return tuple(sorted(set(listed)))


def _year_column(unit: SheetColumn, text: str) -> SheetColumn | None:
    """The column of a year that a header names; None where it names none."""
    found = _YEAR.fullmatch(" ".join(folded_words(text)))
    year = 0 if found is None else int(found[1] or found[2])
    if not FIRST_YEAR <= year <= LAST_YEAR:
        return None
    return SheetColumn(
        code=f"{year:04d}",
        label=Label(f"Năm {year}", f"Year {year}"),
        words=(f"{year:04d}", f"{year:04d}.0"),
        kind=ColumnKind.CHOICES if unit.kind is ColumnKind.CHOICE else ColumnKind.IDS,
        is_required=False,
        choices=unit.choices,
    )


def _of_row(row: GoodRow) -> Iterable[_Made]:
    """The records of an official's row; an empty cell says nothing of its year."""
    for code, items in row.cells.items():
        for item in items if isinstance(items, tuple) else ():
            unit = None if item == _NOT_KNOWN.value else item
            # The id, the lead unit and the year were read as such.
            record = Record(subject_id=row.cells["subject_id"], lead_unit_id=unit, year=int(code))  # type: ignore[arg-type]
            yield _Made(row.number, code, record)


def _records(values: History) -> Iterable[Record]:
    checks = Checks("values")
    checks.kind("", values, History, "a History")
    checks.done()
    return values.records()


def _must_say(part: FieldPart) -> FieldPart:
    """The part of the lead unit: a word stands for nobody knows, and nothing for nothing."""
    column = attrs.evolve(part.columns[0], is_required=True)

    def read(cells: Cells) -> object:
        said = part.read(cells)
        return None if said == _NOT_KNOWN.value else said

    def write(value: object) -> Cells:
        return {column.code: _NOT_KNOWN.value if value is None else value}

    return attrs.evolve(part, columns=(column,), read=read, write=write)


def _history(found: Scan, made: list[_Made], counting: CountingRule, lineage: Lineage) -> History:
    """The history of the records; where some do not go together, of the others, and the rows are named."""
    try:
        return History.of_records([one.record for one in made], counting=counting, lineage=lineage)
    except InvalidInput as error:
        wrong = set()
        for fault in error.faults:
            at = _AT.search(fault.place)
            one = None if at is None else made[int(at[1])]
            wrong.add(None if one is None else (one.row, one.record.year))
            row, column = (None, None) if one is None else (one.row, one.column)
            found.fault(fault.code, row, column, fault.found, right(fault, "các bản ghi của một năm khớp nhau"))
        left = [one for one in made if (one.row, one.record.year) not in wrong]
        return History() if None in wrong or len(left) == len(made) else _history(found, left, counting, lineage)


def _entries(values: History) -> Mapping[Hashable, object]:
    found: dict[Hashable, list[Record]] = {}
    for one in values.records():
        found.setdefault((one.year, one.subject_id), []).append(one)
    return {key: tuple(records) for key, records in found.items()}


#: Who had whom in which year, one record a row.
HISTORY: Final = history_table()
#: The same as people keep it: one row an official, one column a year.
WIDE_HISTORY: Final = wide_history_table()


def history(
    rows: Rows,
    *,
    lead_units: Iterable[LeadUnit] = (),
    former_units: Iterable[str] = (),
    counting: CountingRule = _EVERYTHING,
    lineage: Lineage = _UNCHANGED,
    id_digits: int | None = None,
    apart: Iterable[str] = (),
    most_rows: int = MOST_ROWS,
) -> Read[History]:
    """A history from rows: official, lead unit, year, and perhaps months and whether it only stood in.

    With ``lead_units`` their names may stand for their ids, and whatever is neither theirs nor a former unit's is a fault.
    ``lineage`` says what units and officials have become; the units that it knows are former units too.
    The word “không rõ” (not known) says that nobody knows who it was; an empty cell is a fault.

    >>> from supervision_core import tables
    >>> rows = [["Mã cán bộ", "Đầu mối", "Năm"], ["CB1", "labour", "2019"], ["CB1", "women", 2020]]
    >>> tables.history(rows).required().lead_units_of("CB1")
    ((2019, ('labour',)), (2020, ('women',)))
    """
    table = history_table(lead_units=lead_units, former_units=former_units, counting=counting, lineage=lineage, apart=apart)
    return table.read(rows, id_digits=id_digits, most_rows=most_rows)


def wide_history(
    rows: Rows,
    *,
    lead_units: Iterable[LeadUnit] = (),
    former_units: Iterable[str] = (),
    counting: CountingRule = _EVERYTHING,
    lineage: Lineage = _UNCHANGED,
    id_digits: int | None = None,
    apart: Iterable[str] = (),
    most_rows: int = MOST_ROWS,
) -> Read[History]:
    """A history from rows of officials with one column a year, headed “2025” or “Năm 2025”.

    Two lead units of one year stand in one cell, parted by a semicolon or a line; with ``lead_units``, whose names are
    then known, commas, slashes and “và” part them too. An empty cell says nothing of its year, “không rõ” (not known) that
    nobody knows who it was. Everything else is as in ``history``.

    >>> from supervision_core import tables
    >>> rows = [["Mã cán bộ", "Họ và tên", 2019, "Năm 2020"], ["CB1", "Nguyễn Văn An", "labour", "women; youth"]]
    >>> tables.wide_history(rows).required().lead_units_of("CB1")
    ((2019, ('labour',)), (2020, ('women', 'youth')))
    """
    table = wide_history_table(
        lead_units=lead_units, former_units=former_units, counting=counting, lineage=lineage, apart=apart
    )
    return table.read(rows, id_digits=id_digits, most_rows=most_rows)
