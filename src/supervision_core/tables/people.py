"""Officials, lead units and barred pairs as tables."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Final

from supervision_core.rotation.roster import PLANNERS_OWN, Bar, BarReason, LeadUnit, Severity, Subject
from supervision_core.tables.fields import choices_of
from supervision_core.tables.headers import header_of
from supervision_core.tables.model import Choice, ColumnKind, Read, SheetColumn
from supervision_core.tables.reading import MOST_ROWS, Rows
from supervision_core.tables.tabling import Sheet, table_of
from supervision_core.values.checks import Checks, as_tuple, check_arguments, composed_each
from supervision_core.values.labels import Label

__all__ = ["BARS", "LEAD_UNITS", "OFFICIALS", "bars", "bars_table", "lead_units", "officials"]

_OFFICIALS: Final = Label("Cán bộ", "Officials")


def _officials(apart: Iterable[str]) -> Sheet[tuple[Subject, ...]]:
    return table_of(Subject, "officials", _OFFICIALS, key=lambda one: one.id, id_column="id", apart=apart)


def _lead_units(apart: Iterable[str]) -> Sheet[tuple[LeadUnit, ...]]:
    return table_of(LeadUnit, "lead_units", Label("Đầu mối", "Lead units"), key=lambda one: one.id, id_column="id", apart=apart)


_REASONS: Final = tuple(choice for choice in choices_of(BarReason) if choice.value not in PLANNERS_OWN)

#: Who is supervised, one a row.
OFFICIALS: Final = _officials(())
#: Who leads the supervision, one a row.
LEAD_UNITS: Final = _lead_units(())


def units_column(label: Label, words: Iterable[str], units: Iterable[LeadUnit], others: Iterable[str] = ()) -> SheetColumn:
    """A column of lead units: of ids as they stand, or of those alone that are given, by id or by name."""
    listed = [Choice(value=unit.id, label=unit.label or Label(unit.id, unit.id), words=(unit.id,)) for unit in units]
    known = {choice.value for choice in listed}
    listed += [Choice(value=one, label=Label(one, one)) for one in sorted(set(composed_each(others)) - known)]
    kind = ColumnKind.CHOICE if listed else ColumnKind.ID
    return SheetColumn(code="lead_unit_id", label=label, words=words, kind=kind, choices=listed)


def bars_table(*, lead_units: Iterable[LeadUnit] = ()) -> Sheet[tuple[Bar, ...]]:
    """The table of barred pairs; with ``lead_units`` its form offers them as choices.

    >>> import supervision_core as sc
    >>> sc.tables.bars_table(lead_units=[sc.LeadUnit(id="women")]).template()[1].choices
    ('women',)
    """
    listed = as_tuple(lead_units)
    checks = Checks("bars_table")
    checks.each("lead_units", listed, LeadUnit, "a LeadUnit")
    checks.done()
    reasons, severities = header_of("Bar", "reason"), header_of("Bar", "severity")
    return table_of(
        Bar,
        "bars",
        Label("Trường hợp không được phân công", "Barred pairs"),
        key=lambda one: (one.subject_id, one.lead_unit_id, one.reason, one.severity),
        extra={
            "lead_unit_id": units_column(*header_of("Bar", "lead_unit_id"), listed),
            "reason": SheetColumn(code="reason", label=reasons[0], words=reasons[1], kind=ColumnKind.CHOICE, choices=_REASONS),
            "severity": SheetColumn(code="severity", label=severities[0], kind=ColumnKind.CHOICE, choices=choices_of(Severity)),
        },
    )


#: Pairs that are barred or flagged, one a row.
BARS: Final = bars_table()


def officials(
    rows: Rows, *, id_digits: int | None = None, apart: Iterable[str] = (), most_rows: int = MOST_ROWS
) -> Read[tuple[Subject, ...]]:
    """Officials, or units that are supervised, from rows.

    ``id_digits`` declares that ids may be numbers and how long they are (0: as they stand); without it a number is no id,
    since it may have lost its leading zeros. Ids that look alike are faults, unless ``apart`` lists one of them.

    >>> from supervision_core import tables
    >>> found = tables.officials([["DANH SÁCH CÁN BỘ"], ["Mã cán bộ", "Họ tên"], [7, "Nguyễn Văn An"]], id_digits=3)
    >>> found.required()[0].id
    '007'
    """
    known = composed_each(apart)
    check_arguments(officials, apart=known)
    return _officials(known).read(rows, id_digits=id_digits, most_rows=most_rows)


def lead_units(
    rows: Rows, *, id_digits: int | None = None, apart: Iterable[str] = (), most_rows: int = MOST_ROWS
) -> Read[tuple[LeadUnit, ...]]:
    """Lead units from rows.

    >>> from supervision_core import tables
    >>> tables.lead_units([{"Mã đầu mối": "front", "Tỷ trọng": "212"}]).required()[0].share
    212
    """
    known = composed_each(apart)
    check_arguments(lead_units, apart=known)
    return _lead_units(known).read(rows, id_digits=id_digits, most_rows=most_rows)


def bars(
    rows: Rows,
    *,
    lead_units: Iterable[LeadUnit] = (),
    id_digits: int | None = None,
    most_rows: int = MOST_ROWS,
) -> Read[tuple[Bar, ...]]:
    """Barred pairs from rows; with ``lead_units`` their names may stand for their ids, and whatever is neither is a fault.

    >>> from supervision_core import tables
    >>> rows = [["Mã cán bộ", "Đầu mối", "Lý do"], ["CB1", "women", "quan hệ thân thích"]]
    >>> tables.bars(rows).required()[0].reason.name
    'KIN'
    """
    units = as_tuple(lead_units)
    check_arguments(bars, lead_units=units)
    return bars_table(lead_units=units).read(rows, id_digits=id_digits, most_rows=most_rows)
