"""Rows as files from life have them: each is read right, or refused with its cell and the reason."""

import unicodedata
from datetime import date, datetime
from decimal import Decimal
from fractions import Fraction

import numpy as np
import pytest

import supervision_core as sc
from supervision_core import Label, tables
from supervision_core.regulations import GOOD_PERFORMANCE_2014, ND335_CIVIL_SERVANT
from supervision_core.tables import Choice, ColumnKind, SheetColumn

HEADER = ["Mã cán bộ", "Họ và tên"]
SHEETS = (
    tables.OFFICIALS, tables.LEAD_UNITS, tables.BARS, tables.HISTORY, tables.wide_history_table(years=[2025]), tables.RATINGS, tables.FEEDBACK, tables.COMMITMENTS,
    tables.ATTENDANCE, tables.DISCIPLINE, tables.OBLIGATIONS, tables.EVENTS, tables.EVENTS_BY_SUBJECT, tables.WAIVERS, tables.MOVED_DEADLINES,
    tables.facts_table(GOOD_PERFORMANCE_2014), tables.facts_table(ND335_CIVIL_SERVANT), tables.months_table(ND335_CIVIL_SERVANT),
)  # fmt: skip
MIDNIGHT = datetime.fromisoformat("2026-03-05")


def ids(found):
    """The ids that were read."""
    return [one.id for one in found.values]


def faults(found):
    """Each fault's code with its row and the number of its column."""
    return [(fault.code, fault.row, fault.number) for fault in found.faults]


def cell(kind, value, **more):
    """One cell of a kind, read alone: its value, or the code of its fault."""
    found = tables.read([["x", "y"], [value, "y"]], [SheetColumn(code="x", label=Label("x", "x"), kind=kind, **more)])
    return found.faults[0].code if found.faults else found.values[0]["x"]


class TestWhereTheHeaderIs:
    """Titles above it, twice, alike, missing."""

    def test_titles_above_the_header(self):
        """They are passed over; rows keep the numbers they have in the sheet."""
        found = tables.officials([["UBND PHƯỜNG A"], [None, None], ["DANH SÁCH CÁN BỘ NĂM 2026"], HEADER, ["CB1", "An"], [7, "Bình"]])

        assert ids(found) == ["CB1"]
        assert faults(found) == [("number_as_id", 6, 1)]

    def test_the_header_again(self):
        """A header printed on every page is no person."""
        assert ids(tables.officials([HEADER, ["CB1", "An"], HEADER, ["CB2", "Bình"]])) == ["CB1", "CB2"]

    def test_a_header_twice(self):
        """Both are named, and nothing is read."""
        found = tables.officials([["Mã", "Họ và tên", "Mã"], ["CB1", "An", "CB9"]])

        assert found.values == ()
        assert faults(found) == [("column_twice", 1, 3)]
        assert "“Mã” (cột 1) và “Mã” (cột 3)" in found.faults[0].expected.vi

    def test_two_headers_that_fold_alike(self):
        """Neither is exact, so both are named."""
        found = tables.officials([["Mà", "Má", "Họ và tên"], ["CB1", "CB9", "An"]])

        assert faults(found)[0][0] == "column_twice"

    def test_exact_before_folded(self):
        """The exact word wins, and the other header is listed as not read."""
        found = tables.officials([["Má", "Mã"], ["CB9", "CB1"]])

        assert ids(found) == ["CB1"]
        assert found.unused == ("Má",)

    def test_the_name_of_a_column_is_no_word_for_another(self):
        """A database heads its columns by their codes: "code" is the fact, though an id may be called so elsewhere."""
        header = ["id", "subject_id", "channel", "code", "value", "rated_on"]
        row = ["m1", "CB1", "front_working_committee", "civic.standing", True, date(2014, 12, 1)]

        assert tables.ratings([header, row]).required()[0].code == "civic.standing"
        assert ids(tables.officials([["Code"], ["CB1"]])) == ["CB1"]

    @pytest.mark.parametrize("table", SHEETS, ids=lambda one: one.code)
    def test_every_word_heads_one_column(self, table):
        """Each header of a table, in either language or by another word, is read as its own column and no other."""
        names = {word.casefold(): column.code for column in table.columns for word in (column.label.vi, column.label.en, column.code)}
        for column in table.columns:
            for word in (column.label.vi, column.label.en, column.code, *column.words):
                found = table.read([[word, *(other.label.vi for other in table.columns if other is not column)]])
                if names.get(word.casefold(), column.code) == column.code:
                    assert (found.faults, found.unused) == ((), ()), word

    def test_missing_columns(self):
        """The row that comes nearest to a header says what it lacks."""
        found = tables.history([["Mã cán bộ", "Năm"], ["CB1", 2020]])

        assert faults(found) == [("missing_column", 1, None)]
        assert found.values == sc.History()

    @pytest.mark.parametrize("rows", [[], [["a", "b"], ["c", "d"]], [[None]]])
    def test_no_header_at_all(self, rows):
        """The columns that are wanted are named in both languages."""
        found = tables.history(rows)

        assert faults(found) == [("no_header", None, None)]
        assert "Mã cán bộ" in found.faults[0].sentence("vi")
        assert found.faults[0].sentence("en").startswith("Table: expected")

    def test_mappings(self):
        """Rows as mappings may come in any order and with other keys; a missing column is said once."""
        found = tables.officials([{"Họ tên": "An", "Mã": "CB1"}, {"Mã": "CB2"}, {"Tên": "Cúc"}, {"Tên": "Dung"}])

        assert ids(found) == ["CB1", "CB2"]
        assert faults(found) == [("missing_column", 3, None)]

    def test_capitals_marks_and_spaces(self):
        """A header is found whatever its spelling, in composed Unicode or not."""
        header = [unicodedata.normalize("NFD", "  MÃ CÁN BỘ\u00a0"), "ho va ten"]

        assert ids(tables.officials([header, ["CB1", "An"]])) == ["CB1"]


class TestRowsThatAreNoItem:
    """Empty ones, sums, what is no row, too many."""

    @pytest.mark.parametrize("said", ["Tổng cộng", "TỔNG SỐ: 24", "Cộng", "Total", "tong cong"])
    @pytest.mark.parametrize("place", [0, 1])
    def test_rows_of_sums(self, said, place):
        """They are no person."""
        row = [None, None]
        row[place] = said

        assert faults(tables.officials([HEADER, ["CB1", "Tống Văn Tổng"], row])) == [("total_row", 3, None)]

    def test_a_ground_that_reads_like_a_sum(self):
        """Further on in a row the word may be anybody's remark, whatever stands between as days and numbers."""
        rows = [["Nghĩa vụ", "Kỳ", "Hạn mới", "Lý do"], ["dialogue", date(2025, 12, 1), date(2026, 1, 31), "Tổng"]]

        assert [one.ground.vi for one in tables.moved_deadlines(rows).required()] == ["Tổng"]

    def test_a_lone_space_far_below(self):
        """Empty rows and a space in row 30,000 say nothing."""
        rows = [HEADER, ["CB1", "An"], *[[None, ""]] * 30_000, [" ", "\u00a0"]]

        assert ids(tables.officials(rows).required() and tables.officials(rows)) == ["CB1"]

    def test_too_many_rows(self):
        """Reading stops at the bound, and says so; rows are read once."""
        endless = iter([HEADER, *([f"CB{n}", "An"] for n in range(100))])
        found = tables.officials(endless, most_rows=3)

        assert ids(found) == ["CB0", "CB1"]
        assert faults(found) == [("too_many_rows", 4, None)]
        assert next(endless) == ["CB3", "An"]

    def test_what_is_no_row(self):
        """A text among the rows."""
        assert faults(tables.officials([HEADER, "CB1", ["CB2", "An"]])) == [("not_a_row", 2, None)]

    def test_lists_among_mappings(self):
        """Nothing says what stands where in them."""
        found = tables.officials([HEADER, ["CB1", "An"], {"Tên": "x", "Mã": "CB2"}, ["CB3", "Bình"]])

        assert ids(found) == ["CB1", "CB2"]
        assert faults(found) == [("not_a_row", 4, None)]

    @pytest.mark.parametrize("rows", ["CB1", 5, {"Mã": "CB1"}, None])
    def test_what_is_no_table(self, rows):
        """It raises."""
        with pytest.raises(sc.InvalidInput):
            tables.officials(rows)

    @pytest.mark.parametrize("bounds", [{"most_rows": 0}, {"id_digits": -1}, {"id_digits": True}])
    def test_bounds_that_are_none(self, bounds):
        """They raise."""
        with pytest.raises(sc.InvalidInput):
            tables.officials([HEADER], **bounds)


class TestCells:
    """One cell, by kind."""

    @pytest.mark.parametrize("error", ["#N/A", "#REF!", "#DIV/0!", " #n/a "])
    @pytest.mark.parametrize("kind", [ColumnKind.TEXT, ColumnKind.ID, ColumnKind.DAY, ColumnKind.NUMBER])
    def test_errors_of_formulas(self, kind, error):
        """No text, id, day or number."""
        assert cell(kind, error) == "formula_error"

    def test_formulas(self):
        """Their text is no value; what the file could not give is refused with its own reason."""
        hole = tables.Unreadable(why=Label("công thức chưa có giá trị", "a formula without a value"), found="=A1")

        assert cell(ColumnKind.TEXT, "=A1&B1") == "formula"
        assert cell(ColumnKind.TEXT, hole) == "unreadable_cell"

    @pytest.mark.parametrize(
        ("given", "expected"),
        [
            ("CB1", "CB1"), ("\u00a0CB1\u200b ", "CB1"), ("Ðỗ", "Đỗ"), ("a\u0301", "á"), ("CB\u200b1", "invisible_character"),
            (7, "number_as_id"), (7.0, "not_text"), (True, "not_text"), ('\\"=1+1"', "=1+1"), ('\\"x', "not_text"), ('\\"a\\nb"', "control_character"),
        ],
    )  # fmt: skip
    def test_ids(self, given, expected):
        """Dust around an id goes, dust within it is named; a number is none."""
        assert cell(ColumnKind.ID, given) == expected

    def test_numbers_as_ids_where_declared(self):
        """With the zeros that they lost."""
        found = tables.officials([["Mã"], [4], ["00017"], ["123"], [np.int64(9)]], id_digits=5)

        assert ids(found) == ["00004", "00017", "00123", "00009"]

    @pytest.mark.parametrize("number", [10**100, 10**5000, -5], ids=["long", "longer", "negative"])
    def test_numbers_that_are_no_ids(self, number):
        """Of more digits than Python writes, or negative: a fault of the cell and no error."""
        assert faults(tables.officials([["Mã"], [number]], id_digits=5)) == [("number_as_id", 2, 1)]

    @pytest.mark.parametrize(
        ("given", "expected"),
        [
            ("có", True), ("Không", False), ("X", True), ("yes", True), ("No", False), (True, True), (np.False_, False),
            (1, "not_an_answer"), ("1", "not_an_answer"), ("chưa", "not_an_answer"), (0.0, "not_an_answer"),
        ],
    )  # fmt: skip
    def test_answers(self, given, expected):
        """Words of both languages; a one is no yes."""
        assert cell(ColumnKind.YES_NO, given) == expected

    @pytest.mark.parametrize(
        ("given", "expected"),
        [
            (2025, 2025), ("2025", 2025), (" 2025 ", 2025), (Decimal("2025.0"), 2025), (np.int32(5), 5),
            (2025.0, "not_whole"), ("2025,5", "not_whole"), (True, "not_whole"), (10_000, "out_of_bounds"), (-1, "out_of_bounds"),
        ],
    )  # fmt: skip
    def test_whole_numbers(self, given, expected):
        """A year as text is one; a binary fraction is none."""
        assert cell(ColumnKind.WHOLE, given, least=0, most=9999) == expected

    @pytest.mark.parametrize(
        ("given", "expected"),
        [
            ("73,5", Fraction(147, 2)), ("73.5", Fraction(147, 2)), (73.5, Fraction(147, 2)), (0.1, Fraction(1, 10)), (np.float32(0.1), Fraction(1, 10)),
            ("1.234,5", Fraction(2469, 2)), ("1,234.5", Fraction(2469, 2)), ("1.234.567", 1234567), ("0,125", Fraction(1, 8)), ("1/3", Fraction(1, 3)),
            ("1,234", "ambiguous_number"), ("1.234", "ambiguous_number"), ("75%", "not_a_number"), ("bảy", "not_a_number"), ("1/0", "not_a_number"),
            (float("inf"), "not_a_number"), (True, "not_a_number"), (5000000, "out_of_bounds"), (Decimal("1.234"), Fraction(617, 500)),
        ],
    )  # fmt: skip
    def test_numbers(self, given, expected):
        """Decimal comma and point; what reads two ways is asked back."""
        assert cell(ColumnKind.NUMBER, given, least=0, most=2_000_000) == expected

    @pytest.mark.parametrize(
        "given", ["5/3/2026", "05/03/2026", "5-3-2026", "5.3.2026", "2026-03-05", "2026-03-05 00:00:00", date(2026, 3, 5), MIDNIGHT, 46086, 46086.0, np.datetime64("2026-03-05")]
    )
    def test_days(self, given):
        """The day comes first; a serial number counts where the column is one of days."""
        assert cell(ColumnKind.DAY, given) == date(2026, 3, 5)

    @pytest.mark.parametrize("given", ["31/2/2026", "5/3/26", "3/2026", 2026, 46086.5, MIDNIGHT.replace(hour=9), True, "hôm nay"])
    def test_no_days(self, given):
        """A day that is none, a year, an hour."""
        assert cell(ColumnKind.DAY, given) == "not_a_day"

    def test_choices(self):
        """Exact before folded; what fits two is refused."""
        choices = [Choice(value=1, label=Label("Má", "A")), Choice(value=2, label=Label("Mà", "B")), Choice(value=3, label=Label("ba", "C"), words=["3"])]

        assert [cell(ColumnKind.CHOICE, said, choices=choices) for said in ("Má", "mà", "ma", "BA", 3, "x", True)] == [1, 2, "not_a_choice", 3, 3, "not_a_choice", "not_a_choice"]

    def test_lists(self):
        """Items parted by semicolons."""
        assert cell(ColumnKind.LIST, " a; b ;; c") == ("a", "b", "c")
        assert cell(ColumnKind.LIST, '\\"[\\"a;b\\"]"') == ("a;b",)

    @pytest.mark.parametrize("nothing", [None, "", " ", float("nan"), np.nan, np.datetime64("NaT")])
    def test_empty_cells(self, nothing):
        """A column that must be there must have something in every row."""
        assert cell(ColumnKind.TEXT, nothing) == "missing_column" or faults(tables.officials([HEADER, [nothing, "An"]])) == [("missing_cell", 2, 1)]

    def test_too_long(self):
        """No text is longer than ids may be."""
        assert cell(ColumnKind.TEXT, "a" * 10_001) == "too_long"


class TestIdsOfATable:
    """Twice, and alike."""

    def test_twice(self):
        """The first stays; the second is a fault that names its row."""
        found = tables.officials([HEADER, ["CB1", "An"], ["CB1", "Bình"]])

        assert ids(found) == ["CB1"]
        assert faults(found) == [("duplicate", 3, 1)]

    @pytest.mark.parametrize("other", ["Chiêm Hóa", "chiêm hoá", "Chiêm  Hoá", "\u0421hi\u00eam Ho\u00e1", "\uff23hi\u00eam Ho\u00e1"])
    def test_alike(self, other):
        """Both stay, and it is said; whoever knows that they are two declares it."""
        rows = [HEADER, ["Chiêm Hoá", "An"], [other, "Bình"]]

        assert len(tables.officials(rows).values) == 2
        assert faults(tables.officials(rows)) == [("looks_alike", 3, 1)]
        assert tables.officials(rows, apart=[other]).faults == ()


class TestKinds:
    """What is particular to one table."""

    def test_lead_units_by_name(self):
        """A name stands for an id; what is neither is a fault; former units are known where they are named."""
        units = [sc.LeadUnit(id="women", label=Label("Hội Liên hiệp Phụ nữ", "Women's Union")), sc.LeadUnit(id="front")]
        rows = [["Mã cán bộ", "Đầu mối", "Năm"], ["CB1", "hoi lien hiep phu nu", 2020], ["CB1", "front", 2021], ["CB1", "labour", 2022], ["CB2", "không rõ", 2020], ["CB2", None, 2021]]
        found = tables.history(rows, lead_units=units)

        assert found.values.lead_units_of("CB1") == ((2020, ("women",)), (2021, ("front",)))
        assert found.values.unknown == ((2020, "CB2"),)
        assert faults(found) == [("not_a_choice", 4, 2), ("missing_cell", 6, 2)]
        assert (2022, ("labour",)) in tables.history(rows, lead_units=units, former_units=["labour"]).values.lead_units_of("CB1")
        assert tables.bars([["Mã cán bộ", "Đầu mối", "Lý do"], ["CB1", "Hội Liên hiệp Phụ nữ", "own_head"]], lead_units=units).required()[0].lead_unit_id == "women"

    def test_records_that_do_not_go_together(self):
        """The row is named."""
        found = tables.history([["Mã cán bộ", "Đầu mối", "Năm", "Số tháng"], ["CB1", "women", 2020, 13], ["CB1", "front", 2021, 5]])

        assert faults(found)[0][:2] == ("too_large", 2)
        assert found.values.years == (2021,)

    def test_facts(self):
        """A wrong kind is a fault of its cell in both languages; "not applicable" where the rule leaves no room, too."""
        rows = [["Mã", "duties.well_done", "civic.standing"], ["CB1", "có", 5], ["CB2", "không áp dụng", None], ["CB3", "mâu thuẫn", None], ["CB4", "không", "x"]]
        found = tables.facts(rows, GOOD_PERFORMANCE_2014)

        assert list(found.values) == ["CB4"]
        assert [fault[:2] for fault in faults(found)] == [("wrong_fact_type", 2), ("wrong_fact_type", 3), ("missing", 4)]
        points = tables.facts([["Mã", "points.general"], ["CB1", "3000"]], ND335_CIVIL_SERVANT).faults[0]
        assert "một số từ" in points.expected.vi

    def test_numbers_where_an_answer_is_asked_are_shown_as_people_write_them(self):
        """And not as a program does."""
        header = [column.header for column in tables.facts_table(sc.regulations.GOOD_PERFORMANCE_2014).template("vi")][:2]
        found = tables.facts([header, ["CB1", "0"], ["CB2", "1/2"]], sc.regulations.GOOD_PERFORMANCE_2014)

        assert [(fault.code, fault.found) for fault in found.faults] == [("wrong_fact_type", "0"), ("wrong_fact_type", "0,5")]

    def test_facts_of_another_regulation_have_no_columns(self):
        """They are not silently left out of the rows."""
        with pytest.raises(sc.InvalidInput, match="no other columns"):
            tables.facts_table(GOOD_PERFORMANCE_2014).rows(sc.values.IdMap({"CB1": sc.Facts.of({"points.general": 3})}))

    def test_months(self):
        """One way to say when; a state that was not worked has no facts."""
        header = ["Mã", "Tháng", "Năm", "Từ ngày", "Đến ngày", "Tình trạng", "points.general"]
        rows = [header, ["CB1", 1, 2026, None, None, None, "27,5"], ["CB1", None, None, "1/2/2026", "10/2/2026", None, 5], ["CB1", 3, None, None, None, None, 5], ["CB1", 4, 2026, "1/4/2026", None, None, 5], ["CB1", 5, 2026, None, None, "nghỉ cả kỳ", 5], ["CB1", 13, 2026, None, None, None, 1], ["CB1", None, None, "2/2/2026", "1/2/2026", None, 5]]
        found = tables.months(rows, ND335_CIVIL_SERVANT)

        assert [part.period.days for part in found.values["CB1"]] == [31, 10]
        assert [fault[:2] for fault in faults(found)] == [("no_period", 4), ("no_period", 5), ("surplus", 6), ("out_of_bounds", 7), ("empty_period", 8)]

    def test_rows_of_one_registration_agree(self):
        """What stands in each of its rows must be the same; a head that the programme lacks is a fault."""
        header = ["Mã", "Mã cán bộ", "Năm", "Ngày đăng ký", "Item", "Nội dung cam kết", "Nhóm nội dung"]
        rows = [header, ["d1", "CB1", 2014, "20/1/2014", "1", "a", None], ["d1", "CB1", 2015, "20/1/2014", "2", "b", None], ["d2", "CB1", 2014, "20/1/2014", "1", "a", "không có"]]
        found = tables.commitments(rows)

        assert found.values == ()
        assert [fault[:2] for fault in faults(found)] == [("rows_disagree", 3), ("unknown_head", 4)]


class TestWhatIsRead:
    """Values, faults, differences."""

    def test_required(self):
        """All faults at once, each with its row and column."""
        with pytest.raises(sc.InvalidInput) as caught:
            tables.officials([HEADER, [7, "An"], ["#N/A", "Bình"]]).required()

        assert [str(fault) for fault in caught.value.faults] == [
            "Row 2, column “Mã cán bộ”: found 7, expected an id as text: a number may have lost its leading zeros [number_as_id]",
            "Row 3, column “Mã cán bộ”: found #N/A, expected a value, no error of a formula [formula_error]",
        ]

    def test_against_what_is_stored(self):
        """An empty sheet would remove everything, and that is shown before it is done."""
        stored = sc.History.of({2019: {"CB1": "labour"}, 2020: {"CB1": "women"}})
        header = ["Mã cán bộ", "Đầu mối", "Năm"]
        nothing, other = tables.history([header]), tables.history([header, ["CB1", "front", 2020], ["CB1", "front", 2021]])

        assert nothing.against(stored).sentence("en") == "0 added, 2 removed, 0 changed"
        assert other.against(stored).sentence("vi") == "thêm 1, bỏ 1, thay đổi 1"
        assert other.against(other.values).sentence("vi") == "không thay đổi"
        assert "CB1" not in repr(other.against(stored)) + repr(other)
        with pytest.raises(sc.InvalidInput):
            other.against(5)

    def test_rows_of_ones_own(self):
        """Columns of the application's; rows are compared by their place."""
        found = tables.read([["a", "b"], [1, "x"]], [SheetColumn(code="a", label=Label("a", "a"), kind=ColumnKind.WHOLE)])

        assert found.against(({"a": 1},)).sentence("en") == "nothing changes"
        assert found.unused == ("b",)
        for columns in ([5], "x", [SheetColumn(code="a", label=Label("a", "a"))] * 2):
            with pytest.raises(sc.InvalidInput):
                tables.read([], columns)

    def test_columns_check_themselves(self):
        """A column of choices has some."""
        with pytest.raises(sc.InvalidInput):
            SheetColumn(code="a", label=Label("a", "a"), kind=ColumnKind.CHOICE)

    @pytest.mark.parametrize("values", [5, ["x"], None])
    def test_rows_of_what_is_no_value(self, values):
        """It raises."""
        for table in (tables.OFFICIALS, tables.HISTORY, tables.COMMITMENTS, tables.facts_table(GOOD_PERFORMANCE_2014)):
            with pytest.raises(sc.InvalidInput):
                table.rows(values)

    def test_a_log_line_says_little(self):
        """Which table, and how wide."""
        assert repr(tables.BARS) == "<Sheet bars: 4 columns>"
