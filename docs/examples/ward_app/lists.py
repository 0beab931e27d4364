"""A ward's Excel file: officials, lead units, barred pairs, history. What is certain is read, all that is wrong is named."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import Final, TypeVar, final

import attrs

import supervision_core as sc
from sheets.bounds import BadFile, Bounds
from sheets.workbook import SheetName, sheet_names, workbook_rows
from supervision_core import Label, tables
from supervision_core.rendering.fault_words import FAULT_KINDS
from supervision_core.tables import ColumnKind, RowFault, SheetColumn
from supervision_core.values.text import folded_words

_T = TypeVar("_T")
_NOBODY: Final = sc.Roster(subjects=(), lead_units=[sc.LeadUnit(id="–")])
#: The largest file that is read; anything larger is no ward.
LARGEST_FILE: Final = 5_000_000
_BOUNDS: Final = Bounds(
    file_bytes=LARGEST_FILE, sheet_bytes=60_000_000, cells=250_000, all_letters=4_000_000, remarks=5_000, shared=150_000
)
_MOST_ROWS: Final = 20_000
#: Whether a lead unit still takes part; one that does not stays in the history alone.
_ACTIVE: Final = SheetColumn(code="active", label=Label("Còn hoạt động", "Active"), kind=ColumnKind.YES_NO, is_required=False)
_ACTIVE_WORDS: Final = {folded_words(word) for word in (_ACTIVE.label.vi, _ACTIVE.label.en)}
_UNIT_ID: Final = next(column for column in tables.LEAD_UNITS.columns if column.code == "id")


@final
@attrs.frozen(kw_only=True)
class Section:
    """A sheet of the file: how it is called, by which other words, and what stands in it."""

    label: Label
    words: tuple[str, ...]
    columns: tuple[SheetColumn, ...]
    is_required: bool = True


OFFICIALS: Final = Section(
    label=Label("Cán bộ", "Officials"), words=("Danh sách cán bộ", "officials"), columns=tables.OFFICIALS.columns
)
LEAD_UNITS: Final = Section(
    label=Label("Đầu mối", "Lead units"), words=("lead_units",), columns=(*tables.LEAD_UNITS.columns, _ACTIVE)
)
BARS: Final = Section(
    label=Label("Không phân công", "Barred"),
    words=("Cặp bị cản", "Barred pairs", "bars"),
    columns=tables.BARS.columns,
    is_required=False,
)
PAST: Final = Section(
    label=Label("Lịch sử", "History"), words=("Lịch sử giám sát",), columns=tables.HISTORY.columns, is_required=False
)
SECTIONS: Final = (OFFICIALS, LEAD_UNITS, BARS, PAST)


@final
@attrs.frozen(kw_only=True)
class SheetFault:
    """One fault of a file: the sheet, and the place in it."""

    sheet: str
    fault: RowFault

    def sentence(self, lang: sc.values.Language) -> str:
        """What would be right."""
        return self.fault.expected.text(lang)


@final
@attrs.frozen(kw_only=True)
class Reader:
    """How a file is to be read, and what is known besides."""

    content: bytes
    year: int
    #: What is known of the years before; it stands where the file has no history, and its lineage stays in any case.
    known: sc.History
    #: Ids are numbers of so many digits (0: as they stand); None where a number is no id.
    id_digits: int | None = None
    #: Ids that look like others and are not.
    apart: tuple[str, ...] = ()
    faults: list[SheetFault] = attrs.field(factory=list, init=False)

    def read(self) -> tuple[sc.Roster, sc.History] | None:
        """The list and the history of the file; None where something is wrong, and ``faults`` then says all of it."""
        try:
            rows = self._sheets()
            found = None if self.faults else self._read(rows)
        except BadFile as bad:
            self._file_fault(bad.why)
            return None
        return None if self.faults else found

    def _sheets(self) -> dict[Label, Sequence[Sequence[object]]]:
        names = sheet_names(self.content, bounds=_BOUNDS)
        chosen = {section.label: self._sheet(section, names) for section in SECTIONS}
        return {
            label: [] if name is None else list(workbook_rows(self.content, name, bounds=_BOUNDS))
            for label, name in chosen.items()
        }

    def _sheet(self, section: Section, names: Iterable[SheetName]) -> str | None:
        """The name of the sheet of a section; hidden ones are never taken, two of one name are asked back."""
        words = {folded_words(word) for word in (section.label.vi, section.label.en, *section.words)}
        fit = [one for one in names if folded_words(one.name) in words]
        seen = [one.name for one in fit if not one.is_hidden]
        if len(seen) > 1:
            vi, en = " và ".join(f"“{one}”" for one in seen), " and ".join(f"“{one}”" for one in seen)
            self._file_fault(
                Label(f"một trang duy nhất “{section.label.vi}”, không phải {vi}", f"one sheet “{section.label.en}”, not {en}")
            )
        elif not seen and fit:
            hidden = fit[0].name
            self._file_fault(Label(f"trang “{hidden}” không bị ẩn", f"a sheet “{hidden}” that is not hidden"))
        elif not seen and section.is_required:
            self._file_fault(Label(f"phải có trang “{section.label.vi}”", f"a sheet “{section.label.en}” is needed"))
        return seen[0] if len(seen) == 1 else None

    def _read(self, rows: Mapping[Label, Sequence[Sequence[object]]]) -> tuple[sc.Roster, sc.History]:
        people, units = rows[OFFICIALS.label], rows[LEAD_UNITS.label]
        subjects = self._noted(
            OFFICIALS, tables.officials(people, id_digits=self.id_digits, apart=self.apart, most_rows=_MOST_ROWS)
        )
        listed = self._noted(
            LEAD_UNITS, tables.lead_units(units, id_digits=self.id_digits, apart=self.apart, most_rows=_MOST_ROWS)
        )
        gone, spoilt = self._inactive(units), self._spoilt(units, listed)
        active = tuple(unit for unit in listed if unit.id not in gone)
        # Whoever stands on a sheet at all is no stranger to the others, even where the row has a fault of its own.
        bars = self._bars(rows[BARS.label], (*active, *spoilt), {str(cell).strip() for row in people for cell in row})
        history = self._history(rows[PAST.label], (*listed, *spoilt))
        return self._roster(subjects, active, bars), history

    def _noted(self, section: Section, found: tables.Read[_T]) -> _T:
        self.faults.extend(SheetFault(sheet=section.label.vi, fault=fault) for fault in found.faults)
        return found.values

    def _inactive(self, rows: Sequence[Sequence[object]]) -> set[str]:
        """The lead units that no longer take part; a cell that says neither yes nor no is a fault."""
        found = tables.read(rows, [_UNIT_ID, _ACTIVE], id_digits=self.id_digits, most_rows=_MOST_ROWS)
        self.faults.extend(
            SheetFault(sheet=LEAD_UNITS.label.vi, fault=fault)
            for fault in found.faults
            if folded_words(fault.column or "") in _ACTIVE_WORDS
        )
        return {str(row["id"]) for row in found.values if row["active"] is False}

    def _spoilt(self, rows: Sequence[Sequence[object]], listed: Iterable[sc.LeadUnit]) -> tuple[sc.LeadUnit, ...]:
        """The lead units whose ids can be read though something else in their rows cannot."""
        found = tables.read(rows, [_UNIT_ID], id_digits=self.id_digits, most_rows=_MOST_ROWS)
        ids = dict.fromkeys(str(row["id"]) for row in found.values)
        return tuple(sc.LeadUnit(id=one) for one in ids if one not in {unit.id for unit in listed})

    def _bars(self, rows: Sequence[Sequence[object]], active: Iterable[sc.LeadUnit], subjects: set[str]) -> tuple[sc.Bar, ...]:
        if not rows:
            return ()
        units = tuple(active)
        bars = self._noted(BARS, tables.bars(rows, lead_units=units, id_digits=self.id_digits, most_rows=_MOST_ROWS))
        for bar in bars:
            if bar.subject_id not in subjects:
                self._cell_fault(
                    BARS,
                    rows,
                    bar.subject_id,
                    Label(f"một mã có trong trang “{OFFICIALS.label.vi}”", f"an id from the sheet “{OFFICIALS.label.en}”"),
                )
        return bars

    def _history(self, rows: Sequence[Sequence[object]], listed: Sequence[sc.LeadUnit]) -> sc.History:
        """What the sheet says of the years before; what was known stays where the file has no such sheet."""
        if not rows:
            return self.known
        former = sorted(set().union(*(self.known.lead_units_in(year) for year in self.known.years)))
        history = self._noted(
            PAST,
            tables.history(
                rows,
                lead_units=listed,
                former_units=former,
                lineage=self.known.lineage,
                id_digits=self.id_digits,
                apart=self.apart,
                most_rows=_MOST_ROWS,
            ),
        )
        for year in history.years:
            if year >= self.year:
                self._cell_fault(PAST, rows, str(year), Label(f"một năm trước {self.year}", f"a year before {self.year}"))
        return history

    def _roster(self, subjects: Iterable[sc.Subject], units: Sequence[sc.LeadUnit], bars: Iterable[sc.Bar]) -> sc.Roster:
        """The list; what is wrong only with all of it together is said by the kind of fault."""
        if not units:
            if not self.faults:
                self._section_fault(
                    LEAD_UNITS, Label("phải có ít nhất một đầu mối còn hoạt động", "at least one active lead unit is needed")
                )
            return _NOBODY
        try:
            return sc.Roster(subjects=subjects, lead_units=units, bars=bars)
        except sc.InvalidInput as error:
            for fault in error.faults if not self.faults else ():
                vi = FAULT_KINDS[fault.code].vi
                self._section_fault(LEAD_UNITS, Label(f"danh sách hợp lệ (lỗi: {vi})", fault.expected))
            return _NOBODY

    def _file_fault(self, expected: Label) -> None:
        self.faults.append(SheetFault(sheet="", fault=RowFault(code="file", expected=expected)))

    def _section_fault(self, section: Section, expected: Label) -> None:
        self.faults.append(SheetFault(sheet=section.label.vi, fault=RowFault(code="list", expected=expected)))

    def _cell_fault(self, section: Section, rows: Sequence[Sequence[object]], text: str, expected: Label) -> None:
        """A fault of what stands in some cell: the row is the first that has it."""
        row = next(
            (number for number, cells in enumerate(rows, start=1) if text in (str(cell).strip() for cell in cells)), None
        )
        self.faults.append(
            SheetFault(sheet=section.label.vi, fault=RowFault(code="cell", row=row, found=text, expected=expected))
        )
