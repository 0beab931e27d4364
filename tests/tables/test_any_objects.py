"""Whatever stands in a cell, a row or a column: it is read, or a fault; nothing foreign leaves, and nothing is guessed."""

# ruff: noqa: PD011  values of tables, not of pandas

from datetime import UTC, date, datetime, time, timedelta
from decimal import Decimal
from fractions import Fraction

import numpy as np
import pandas as pd
import polars as pl
import pytest
from hypothesis import given, strategies as st

import supervision_core as sc
from supervision_core import tables
from supervision_core.regulations import GOOD_PERFORMANCE_2014, ND335_CIVIL_SERVANT
from supervision_core.tables import ColumnKind
from supervision_core.values.foreign import cells_of, is_absent, plain


class Refusing:
    """It raises whatever it is asked."""

    __hash__ = None

    def __eq__(self, other):
        raise ZeroDivisionError

    def __repr__(self):
        raise ZeroDivisionError

    def __bool__(self):
        raise ZeroDivisionError

    def __getattr__(self, name):
        raise ZeroDivisionError


class OwnText(str):
    """Text whose own methods cannot be trusted."""

    __slots__ = ()

    def strip(self, *_):
        raise ZeroDivisionError


class OwnNumber(int):
    """A number whose own comparison cannot be trusted."""

    __slots__ = ()
    __hash__ = int.__hash__

    def __eq__(self, other):
        raise ZeroDivisionError


class OwnList(list):
    """A list whose length cannot be trusted."""

    def __len__(self):
        raise ZeroDivisionError


class OwnMapping(dict):
    """A mapping that does not give what it holds."""

    def items(self):
        raise ZeroDivisionError


class OwnColumn:
    """A column that raises when its items are asked for."""

    def __len__(self):
        return 1

    def __getitem__(self, item):
        raise ZeroDivisionError


class ItsOwnCell:
    """A cell that says it is Arrow's, and gives itself."""

    def as_py(self):
        return self


class AnotherCell(ItsOwnCell):
    """A cell that says it is Arrow's, and gives another that says so."""

    def as_py(self):
        return ItsOwnCell()


OBJECTS = [
    None, True, 0, -1, 10**400, 1.5, float("nan"), float("-inf"), -0.0, Decimal("NaN"), Decimal("sNaN"), Decimal("Infinity"), Decimal("1e999999"),
    Fraction(10**400, 3), 1j, "", " ", "CB1", "x" * 20_000, "\ud800", "a\x00b", "=1", "#N/A", '\\"x', '\\"[1]"', "1" * 200, "1/0", "1,234", "0/0/0000", "٣", "²",
    b"x", bytearray(b"x"), [1, [2, [3]]], (1,), {1: 2}, {"a"}, range(3), object(), Refusing(), OwnText("CB1"), OwnNumber(3), ItsOwnCell(), AnotherCell(), len, ...,
    date.min, date.max, datetime(2026, 1, 1, 5, tzinfo=UTC), time(3), timedelta(3),
    np.True_, np.int64(5), np.float64("nan"), np.float16(0.1), np.longdouble(1.5), np.complex128(1), np.datetime64("NaT"), np.datetime64(10**18, "s"), np.timedelta64("NaT"),
    np.str_("CB1"), np.bytes_(b"x"), np.void(b"x"), np.array(3), np.array([1, 2]), np.ma.masked, np.array([(1, 2)], dtype=[("a", int), ("b", int)])[0],
    pd.NA, pd.NaT, pd.Timestamp("2026-01-01", tz="Asia/Ho_Chi_Minh"), pd.Timedelta(1, "D"), pd.Period("2026-01"), pd.Interval(1, 2), pd.Series([1.5]), pd.DataFrame({"a": [1]}),
    pl.Series([1]), pl.DataFrame({"a": [1]}), pl.lit(1), sc.Facts(), sc.FactState.FOUND, sc.FactState.NOT_APPLICABLE, sc.Subject(id="a"),
]  # fmt: skip
ANYTHING = st.sampled_from(range(len(OBJECTS))).map(OBJECTS.__getitem__)
READERS = {
    table.code: table
    for table in (
        tables.OFFICIALS, tables.LEAD_UNITS, tables.BARS, tables.HISTORY, tables.WIDE_HISTORY, tables.RATINGS, tables.FEEDBACK, tables.COMMITMENTS, tables.ATTENDANCE,
        tables.DISCIPLINE, tables.OBLIGATIONS, tables.EVENTS, tables.EVENTS_BY_SUBJECT, tables.WAIVERS, tables.MOVED_DEADLINES, tables.months_table(ND335_CIVIL_SERVANT),
        tables.facts_table(GOOD_PERFORMANCE_2014),
    )
}  # fmt: skip
GOOD = {
    ColumnKind.TEXT: "chữ", ColumnKind.ID: "CB1", ColumnKind.IDS: "a; b", ColumnKind.YES_NO: "có", ColumnKind.WHOLE: 5, ColumnKind.NUMBER: "73,5",
    ColumnKind.DAY: "5/3/2026", ColumnKind.ANSWER: "có", ColumnKind.LIST: "a; b",
}  # fmt: skip


def good(column):
    """A cell that the column takes."""
    return column.choices[0].label.vi if column.kind is ColumnKind.CHOICE else GOOD[column.kind]


@given(data=st.data(), code=st.sampled_from(sorted(READERS)))
def test_rows_of_anything(data, code):
    """One cell or more of a good row is anything at all: what was read is written and read back as the same values."""
    table = READERS[code]
    columns = [column for column in table.columns if column.is_required or data.draw(st.integers(0, 3)) == 0]
    header = [column.label.vi for column in columns]
    rows = [[good(column) if data.draw(st.integers(0, 3)) else data.draw(ANYTHING) for column in columns] for _ in range(2)]
    shaped = data.draw(st.sampled_from([lambda row: row, tuple, OwnList, lambda row: dict(zip(header, row, strict=True))]))
    found = table.read([header, *map(shaped, rows)])

    assert all(fault.sentence("vi") and fault.sentence("en") and str(fault.fault) for fault in found.faults)
    if not found.faults:
        assert table.read(table.rows(found.values)).values == found.values


@given(rows=st.lists(ANYTHING, max_size=4))
def test_anything_as_rows(rows):
    """What is no row is a fault, or an empty row."""
    found = tables.officials([["Mã"], *rows])

    assert all(fault.code for fault in found.faults)


@given(cells=st.lists(ANYTHING, min_size=1, max_size=4), code=st.sampled_from(["duties.well_done", "points.general"]), named=st.booleans())
def test_columns_of_anything(cells, code, named):
    """One assessment or one fault a row."""
    regulation = GOOD_PERFORMANCE_2014 if code.startswith("duties") else ND335_CIVIL_SERVANT
    judged = sc.assess_columns(regulation, {code: cells}, ids=cells if named else None)

    assert len(judged) == len(cells)
    assert sum(judged.counts().values()) == len(cells)
    assert all(str(fault) for _, fault in judged.faults)


def test_what_a_row_does_not_give():
    """A mapping and a column that raise are none."""
    assert [fault.code for fault in tables.officials([["Mã"], OwnMapping({"Mã": "CB1"})]).faults] == ["not_a_row"]
    assert cells_of(OwnColumn()) is None
    assert cells_of(OwnList([1])) == [1]


def test_values_come_out_plain():
    """Kinds of text, numbers and days become Python's own; what cannot be recognised stays."""
    assert [type(plain(one)) for one in (OwnText("a"), OwnNumber(3), np.float64(1.5), np.str_("a"))] == [str, int, float, str]
    assert not is_absent(Refusing())
    assert type(plain(Refusing())) is Refusing
    assert type(plain(AnotherCell())) is ItsOwnCell


@pytest.mark.parametrize("fields", [{"why": "x"}, {"why": sc.Label("a", "b"), "found": 5}])
def test_a_hole_checks_itself(fields):
    """What a file cannot give has a reason in both languages."""
    with pytest.raises(sc.InvalidInput):
        tables.Unreadable(**fields)
