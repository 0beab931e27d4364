"""Columns and rows as pandas, polars, DuckDB, Arrow and plain Python give them: none of these is imported by the library."""

# ruff: noqa: PD011  values of tables, not of pandas

from datetime import UTC, date, datetime
from fractions import Fraction

import attrs
import duckdb
import numpy as np
import pandas as pd
import polars as pl
import pytest

import supervision_core as sc
from supervision_core import tables
from supervision_core.evidence.channels import TOPICS, Topic
from supervision_core.regulations import GOOD_PERFORMANCE_2014, ND335_CIVIL_SERVANT
from supervision_core.tables.fields import parts_of
from supervision_core.values.foreign import cells_of, decimal_of, plain

ANSWERS = [True, False, None]
WARD = sc.assess_columns(GOOD_PERFORMANCE_2014, {"duties.fairly_done": ANSWERS})


class Listed(list):
    """A list of somebody's own kind."""


class Arrow:
    """A column as Arrow has it: its cells come out as Python's own."""

    def __init__(self, cells, kind):
        self.cells, self.type = cells, kind

    def to_pylist(self):
        return self.cells


class ArrowCell:
    """A single cell as Arrow has it."""

    def as_py(self):
        return True


@pytest.mark.parametrize(
    "column",
    [
        tuple(ANSWERS),
        Listed(ANSWERS),
        pd.Series(ANSWERS, dtype="boolean"),
        pd.Series(ANSWERS, dtype=object),
        pl.Series(ANSWERS),
        Arrow(ANSWERS, "bool"),
        [ArrowCell(), np.False_, pd.NA],
        np.ma.masked_array([True, False, True], mask=[False, False, True]),
    ],
    ids=["tuple", "subclass of list", "pandas boolean", "pandas object", "polars", "Arrow", "mixed cells", "masked numpy"],
)
def test_columns_of_answers(column):
    """The same answers, whoever holds them."""
    assert sc.assess_columns(GOOD_PERFORMANCE_2014, {"duties.fairly_done": column}) == WARD


@pytest.mark.parametrize(
    "column",
    [
        pd.Series([0.1, None]),
        pd.Series([0.1, None], dtype="Float64"),
        pd.Series([0.1, None], dtype="float32"),
        pl.Series([0.1, None]),
        pl.Series([0.1, None], dtype=pl.Float32),
        pl.Series(["0.1", None]).cast(pl.Decimal(10, 1)),
        Arrow([0.10000000149011612, None], "float"),
    ],
    ids=["float64", "Float64", "float32", "polars", "polars single", "polars decimal", "Arrow single"],
)
def test_columns_of_measures(column):
    """A binary fraction of either length is the decimal that was typed."""
    judged = sc.assess_columns(ND335_CIVIL_SERVANT, {"points.general": column})

    assert judged.faults == ()
    assert [dict(one.known).get("points.general") for one in judged.assessments] == [Fraction(1, 10), None]


def test_single_cells():
    """What is recognised is reduced, and what is not stays for its reader to refuse."""
    moment = datetime(2026, 3, 5, tzinfo=UTC)
    third = np.float32(1) / np.float32(3)

    assert plain(pd.Timestamp("2026-03-05")) == date(2026, 3, 5)
    assert plain(pd.Timestamp("2026-03-05 09:00")).hour == 9
    assert plain(moment) == moment
    assert plain(pd.NaT) is plain(pd.NA) is None
    assert plain(third) == Fraction("0.33333334")
    assert plain(np.float32(16777217)) == 16777216
    # Above 1000 neighbours are 2 ** -14 apart, closer than the 0.0001 that eight digits tell apart.
    assert plain(np.float32(1000 + 2**-14)) == Fraction("1000.00006")
    assert plain(np.float32("inf")) == float("inf")
    assert plain(np.str_("x")) == "x"
    assert plain(np.array([1, 2])).shape == (2,)
    assert decimal_of(float("-inf")) is None


@pytest.mark.parametrize("given", [pd.DataFrame({"a": [1]}), "có", {"a": 1}, iter([1]), 5, None, {1, 2}])
def test_what_is_no_column(given):
    """A table, a text, a mapping, what can be read only once, a number, nothing, a set."""
    assert cells_of(given) is None


def test_days_and_rows_of_columns():
    """Columns of days come out cell by cell; a range is a column, too."""
    assert [plain(cell) for cell in cells_of(np.array(["2026-03-05"], dtype="datetime64[ns]"))] == [date(2026, 3, 5)]
    assert cells_of(range(3)) == [0, 1, 2]


def test_rows_of_data_frames():
    """Records of pandas and polars, and rows of a query."""
    frame = pd.DataFrame({"Mã": ["CB1", "CB2"], "Họ và tên": ["An", None]})
    records = frame.to_dict("records")
    query = duckdb.sql("select 'CB1' as \"Mã\", 'An' as \"Họ và tên\" union all select 'CB2', null order by 1")
    expected = tables.officials([["Mã", "Họ và tên"], ["CB1", "An"], ["CB2", None]]).required()

    assert tables.officials(records).required() == expected
    assert tables.officials([frame.columns, *frame.to_numpy()]).required() == expected
    assert tables.officials(pl.DataFrame({"Mã": ["CB1", "CB2"], "Họ và tên": ["An", None]}).iter_rows(named=True)).required() == expected
    assert tables.officials([query.columns, *query.fetchall()]).required() == expected


def test_every_reader_takes_rows():
    """The functions are the tables' own reading."""
    for read, table in (
        (tables.ratings, tables.RATINGS),
        (tables.feedback, tables.FEEDBACK),
        (tables.attendance, tables.ATTENDANCE),
        (tables.discipline, tables.DISCIPLINE),
        (tables.commitments, tables.COMMITMENTS),
    ):
        header = table.rows(())
        assert read(header).values == table.read(header).values == ()
    assert tables.lead_units([["Mã"], ["front"]]).required() == (sc.LeadUnit(id="front"),)


def test_records_given_twice_name_their_row():
    """What the history refuses is a fault of its row; the others stay."""
    header = ["Mã cán bộ", "Đầu mối", "Năm"]
    found = tables.history([header, ["CB1", "women", 2020], ["CB1", "women", 2020], ["CB2", "front", 2021]])

    assert [fault.row for fault in found.faults] == [3]
    assert found.values.lead_units_of("CB2") == ((2021, ("front",)),)


def test_topics_and_claims_of_feedback():
    """Topics by their names; a claim that is neither yes nor no is a fault of its cell."""
    header = ["Mã", "Mã cán bộ", "Kênh", "Loại", "Ngày nhận", "Chủ đề", "Khẳng định"]
    topic = next(iter(TOPICS.values()))
    rows = [header, ["f1", "CB1", "hotline", "góp ý", "6/5/2014", topic.label.vi, "civic.standing = có"], ["f2", "CB1", "hotline", "góp ý", "6/5/2014", None, "civic.standing = có thể"]]
    found = tables.feedback(rows)

    assert [one.code for one in found.values[0].topics] == [topic.code]
    assert dict(found.values[0].says) == {"civic.standing": True}
    assert [fault.row for fault in found.faults] == [3]


@pytest.mark.parametrize(("said", "expected"), [("1,5", Fraction(3, 2)), ("1,234", "ambiguous_number"), ("có thể", "not_an_answer"), (None, "missing_cell"), ("Không", False), (True, True), (np.int64(7), 7)])
def test_answers_or_numbers(said, expected):
    """A cell of a fact may hold either."""
    column = tables.SheetColumn(code="x", label=sc.Label("x", "x"), kind=tables.ColumnKind.ANSWER)
    found = tables.read([["x", "y"], [said, 1]], [column])

    assert (found.faults[0].code if found.faults else found.values[0]["x"]) == expected


@pytest.mark.parametrize("text", ['\\"[1]"', '\\"[a"', '\\"{}"'])
def test_lists_that_are_written_down_otherwise(text):
    """A literal that is no list of texts is parted like any text."""
    column = tables.SheetColumn(code="x", label=sc.Label("x", "x"), kind=tables.ColumnKind.LIST)

    assert len(tables.read([["x"], [text]], [column]).values[0]["x"]) == 1


@pytest.mark.parametrize("value", [Fraction(617, 500), Fraction(1, 3), Fraction(-3, 2), Fraction(7)])
def test_numbers_are_written_so_that_they_read_one_way(value):
    """A decimal that reads two ways is written as a fraction."""
    known = sc.values.IdMap({"CB1": sc.Facts.of({"points.general": abs(value)})})
    table = tables.facts_table(ND335_CIVIL_SERVANT)

    for lang in ("vi", "en"):
        assert table.read(table.rows(known, lang)).values == known


def test_a_fault_of_a_column_alone():
    """Without a row the column is named."""
    assert tables.RowFault(code="missing_column", column="Mã", expected=sc.Label("có cột", "a column")).sentence("en").startswith("Column “Mã”")


@attrs.frozen
class OfTwoLists:
    names: tuple[str, ...]
    topics: tuple[Topic, ...]


def test_only_topics_are_known_by_their_words():
    """In a list of topics the word of a topic stands for its code, in any case of letters; in a list of names it is a name."""
    names, topics = parts_of(OfTwoLists)
    one = next(iter(TOPICS.values()))
    word = one.label.vi.upper()

    assert topics.read({"topics": (word, "another")}) == (one.code, "another")
    assert names.read({"names": (word, "another")}) == (word, "another")
    assert names.write((word,)) == {"names": (word,)}
