"""Small mistakes in reading and writing tables that no test noticed: what a fault shows, its words, and the borders."""

import pytest

import supervision_core as sc
from supervision_core import Label, tables
from supervision_core.tables import ColumnKind, SheetColumn
from supervision_core.tables.model import Difference, RowFault
from supervision_core.tables.past import FIRST_YEAR, LAST_YEAR

SHEETS = [
    tables.OFFICIALS, tables.LEAD_UNITS, tables.BARS, tables.RATINGS, tables.FEEDBACK, tables.COMMITMENTS, tables.ATTENDANCE, tables.DISCIPLINE,
    tables.OBLIGATIONS, tables.EVENTS, tables.WAIVERS, tables.MOVED_DEADLINES,
]  # fmt: skip


def test_a_row_of_sums_is_shown_by_its_first_cell():
    """What stands there first, and what should, in both languages."""
    [fault] = tables.officials([["Mã cán bộ", "Họ và tên"], ["CB1", "An"], ["Tổng cộng", "5"]]).faults

    assert (fault.code, fault.row, fault.found) == ("total_row", 3, "Tổng cộng")
    assert fault.expected == Label("một người hay một mục, không phải dòng tổng", "one item, no row of sums")


@pytest.mark.parametrize(
    ("bounds", "expected"),
    [
        ({}, Label("một số, ví dụ 73,5", "a number, such as 73.5")),
        ({"least": 1, "most": 9}, Label("một số, ví dụ 73,5 từ 1 đến 9", "a number, such as 73.5 from 1 to 9")),
    ],
)
def test_what_a_number_looks_like_is_said_in_both_languages(bounds, expected):
    """With its bounds, where it has some."""
    column = SheetColumn(code="x", label=Label("x", "x"), kind=ColumnKind.NUMBER, **bounds)
    [fault] = tables.read([["x", "y"], ["bảy", "y"]], [column]).faults

    assert (fault.code, fault.expected) == ("not_a_number", expected)


@pytest.mark.parametrize("sheet", SHEETS, ids=lambda one: one.code)
@pytest.mark.parametrize("wrong", [5, sc.Facts(), None])
def test_what_a_table_cannot_hold_is_not_written(sheet, wrong):
    """What stands among the values and is none of them is a fault, by its kind."""
    with pytest.raises(sc.InvalidInput) as raised:
        sheet.rows([wrong])
    [fault] = raised.value.faults
    assert (fault.code, fault.place) == ("wrong_kind", "values")
    assert fault.expected.startswith(("a ", "an ", f"what {sheet.code}.read gives"))


def test_an_event_of_somebody_is_an_event():
    """By the one who did it; anything else is a fault."""
    with pytest.raises(sc.InvalidInput) as raised:
        tables.EVENTS_BY_SUBJECT.rows({"cb1": [5]})
    assert [(one.code, one.place, one.expected) for one in raised.value.faults] == [("wrong_kind", "values", "an Event")]


@pytest.mark.parametrize(("year", "is_year"), [(FIRST_YEAR - 1, False), (FIRST_YEAR, True), (LAST_YEAR, True), (LAST_YEAR + 1, False)])
def test_a_column_of_a_year_lies_within_the_years_there_are(year, is_year):
    """The first and the last year are years; the ones beside them name no column."""
    found = tables.wide_history([["Mã cán bộ", "Năm 2020", f"Năm {year}"], ["CB1", "MT", "PN"]])

    assert [one.code for one in found.faults if one.code != "unknown_column"] == []
    assert found.values.years == ((2020, year) if year > 2020 else (year, 2020)) if is_year else found.values.years == (2020,)


def test_a_wide_history_has_no_room_for_parts_of_years():
    """Who and which year is shown, and where there is room for it."""
    history = sc.History.of_records([sc.rotation.Record(subject_id="CB1", lead_unit_id="MT", year=2025, months=6)])
    with pytest.raises(sc.InvalidInput) as raised:
        tables.wide_history_table(years=[2025]).rows(history)
    assert [(one.code, one.place, one.found, one.expected) for one in raised.value.faults] == [
        ("surplus", "values", "('CB1', 2025)", "records of whole years; months, substitutes and first days have columns in tables.history_table"),
    ]


@pytest.mark.parametrize("header", ["subject_id", "Mã cán bộ", "Official id", "Mã đơn vị", "Đơn vị", "Xã, phường", "xa phuong", "Unit"])
def test_a_body_too_may_have_done_something(header):
    """A list of the communes of a district heads its first column by what they are, and its rows are read by them."""
    found = tables.EVENTS_BY_SUBJECT.read([[header, "Mã", "Nghĩa vụ", "Ngày"], ["Hòa Bắc", "e1", "talk", "6/5/2026"], ["Hòa Sơn", "e1", "talk", "7/5/2026"]])

    assert found.faults == ()
    assert {who: [one.on.day for one in some] for who, some in found.values.items()} == {"Hòa Bắc": [6], "Hòa Sơn": [7]}


def test_what_tables_are_called():
    """What people read above the table of each month, beside its code."""
    table = tables.months_table(sc.regulations.GOOD_PERFORMANCE_2014)

    assert (table.code, table.label) == ("months", Label("Kết quả từng tháng", "Months"))


def test_a_difference_is_counted_and_names_nobody():
    """What is added, what is lost, and what another value takes the place of; nothing at all is said so."""
    some = Difference(added=(sc.Subject(id="s1"),), removed=(), changed=((1, 2), (3, 4)))

    assert repr(some) == "<Difference: 1 added, 0 removed, 2 changed>"
    assert (some.sentence("vi"), some.sentence("en")) == ("thêm 1, bỏ 0, thay đổi 2", "1 added, 0 removed, 2 changed")
    assert repr(Difference()) == "<Difference: nothing changes>"
    assert [bool(one) for one in (Difference(), Difference(added=(1,)), Difference(removed=(1,)), Difference(changed=((1, 2),)))] == [False, True, True, True]
    with pytest.raises(sc.InvalidInput):
        some.sentence("fr")


def test_rows_of_one_registration_that_disagree():
    """Each cell that is not as in the first row of the registration, by its column; a row that agrees is no fault."""
    header = ["Mã", "Mã cán bộ", "Năm", "Ngày đăng ký", "Item", "Nội dung cam kết"]
    rows = [header, ["d2", "CB2", 2014, "20/1/2014", "1", "x"], ["d1", "CB1", 2014, "20/1/2014", "1", "a"], ["d1", "CB1", 2014, "20/1/2014", "2", "b"], ["d1", "CB9", 2015, "20/1/2014", "3", "c"]]
    found = tables.commitments(rows)
    expected = Label("giá trị như ở dòng 3", "as in row 3")

    assert found.faults == (
        RowFault(code="rows_disagree", row=5, column="Mã cán bộ", number=2, found="CB9", expected=expected),
        RowFault(code="rows_disagree", row=5, column="Năm", number=3, found="2015", expected=expected),
    )
    assert [(one.id, len(one.items)) for one in found.values] == [("d2", 1)]
    assert found.faults[0].sentence("vi") == "Dòng 5, cột “Mã cán bộ”: “CB9”; phải là giá trị như ở dòng 3"


def test_records_that_contradict_each_other_are_said_in_words_of_the_whole(monkeypatch):
    """Where nobody has Vietnamese words for what would be right: that the records of a year agree, and what kind of fault it is."""
    monkeypatch.setattr("supervision_core.tables.tabling.phrase_said", lambda *_: None)
    rows = [["Mã cán bộ", "Đầu mối", "Năm"], ["CB1", "MT", 2024], ["CB1", "không rõ", 2025], ["CB1", "PN", 2025]]
    found = tables.history(rows)

    assert found.faults == (
        RowFault(
            code="contradiction", row=4, found="('CB1', 2025, 'PN')",
            expected=Label("các bản ghi của một năm khớp nhau (lỗi: mâu thuẫn)", "a lead unit, or that it is not known, not both"),
        ),
    )  # fmt: skip
    assert found.values.years == (2024,)
