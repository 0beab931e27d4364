"""Who had whom in earlier years, as a table: one record a row."""

from __future__ import annotations

import re
from collections.abc import Hashable, Iterable, Mapping
from typing import Final

import attrs

from supervision_core.rotation.history import History
from supervision_core.rotation.lineage import Lineage
from supervision_core.rotation.records import CountingRule, Record
from supervision_core.rotation.roster import LeadUnit
from supervision_core.tables.fields import FieldPart, parts_of
from supervision_core.tables.headers import header_of
from supervision_core.tables.model import Choice, ColumnKind, Read, SheetColumn
from supervision_core.tables.people import units_column
from supervision_core.tables.reading import MOST_ROWS, Cells, Rows, Scan
from supervision_core.tables.tabling import Sheet, alike, build, fault_kind, together
from supervision_core.values.checks import Checks
from supervision_core.values.errors import InvalidInput
from supervision_core.values.labels import Label

__all__ = ["HISTORY", "history"]

_EVERYTHING: Final = CountingRule()
_UNCHANGED: Final = Lineage()
# Somebody had the official, and nobody knows who; an empty cell would rather be a slip.
_NOT_KNOWN: Final = Choice(value="\x00not known", label=Label("không rõ", "not known"), words=("Không rõ", "unknown", "?"))
_AT: Final = re.compile(r"records\[(\d+)\]")


def _table(
    units: Iterable[LeadUnit], former: Iterable[str], counting: CountingRule, lineage: Lineage, apart: Iterable[str]
) -> Sheet[History]:
    listed = tuple(units)
    column = units_column(*header_of("Record", "lead_unit_id"), listed, former if listed else ())
    column = attrs.evolve(column, choices=(_NOT_KNOWN, *column.choices))
    year = SheetColumn(
        code="year", label=header_of("Record", "year")[0], words=header_of("Record", "year")[1], kind=ColumnKind.WHOLE
    )
    parts = parts_of(Record, extra={"lead_unit_id": column, "year": year})
    parts = tuple(_must_say(part) if part.name == "lead_unit_id" else part for part in parts)

    def gather(found: Scan) -> History:
        made = [(row.number, one) for row in found.rows if (one := build(found, Record, parts, row)) is not None]
        alike(found, ((number, one.subject_id) for number, one in made), "subject_id", apart)
        return _history(found, made, counting, lineage)

    def spread(values: History) -> Iterable[Cells]:
        checks = Checks("values")
        checks.kind("", values, History, "a History")
        checks.done()
        return (together(part.write(getattr(one, part.name)) for part in parts) for one in values.records())

    columns = tuple(one for part in parts for one in part.columns)
    return Sheet(
        code="history",
        label=Label("Lịch sử giám sát", "History"),
        columns=columns,
        gather=gather,
        spread=spread,
        entries=_entries,
    )


def _must_say(part: FieldPart) -> FieldPart:
    """The part of the lead unit: a word stands for nobody knows, and nothing for nothing."""
    column = attrs.evolve(part.columns[0], is_required=True)

    def read(cells: Cells) -> object:
        said = part.read(cells)
        return None if said == _NOT_KNOWN.value else said

    def write(value: object) -> Cells:
        return {column.code: _NOT_KNOWN.value if value is None else value}

    return attrs.evolve(part, columns=(column,), read=read, write=write)


def _history(found: Scan, made: list[tuple[int, Record]], counting: CountingRule, lineage: Lineage) -> History:
    """The history of the records; where some do not go together, of the others, and the rows are named."""
    try:
        return History.of_records([one for _, one in made], counting=counting, lineage=lineage)
    except InvalidInput as error:
        wrong = set()
        for fault in error.faults:
            at = _AT.search(fault.place)
            number = None if at is None else made[int(at[1])][0]
            wrong.add(number)
            expected = Label(f"một bản ghi hợp lệ{fault_kind(fault.code)}", fault.expected)
            found.fault(fault.code, number, None, fault.found, expected)
        left = [(number, one) for number, one in made if number not in wrong]
        return History() if None in wrong or len(left) == len(made) else _history(found, left, counting, lineage)


def _entries(values: History) -> Mapping[Hashable, object]:
    found: dict[Hashable, list[Record]] = {}
    for one in values.records():
        found.setdefault((one.year, one.subject_id), []).append(one)
    return {key: tuple(records) for key, records in found.items()}


#: Who had whom in which year, one record a row.
HISTORY: Final = _table((), (), _EVERYTHING, _UNCHANGED, ())


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
    checks = Checks("history")
    checks.kind("lineage", lineage, Lineage, "a Lineage")
    checks.kind("counting", counting, CountingRule, "a CountingRule")
    checks.done()
    gone = [*lineage.lead_units, *(unit for reform in lineage.reforms for unit in reform.lead_units)]
    table = _table(lead_units, [*former_units, *gone], counting, lineage, apart)
    return table.read(rows, id_digits=id_digits, most_rows=most_rows)
