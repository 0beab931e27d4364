"""What is told of single cells, rows and headers, word for word: each way to be wrong that no column's kind alone brings about."""

from datetime import date
from fractions import Fraction

import pytest

import supervision_core as sc
from supervision_core import Label, tables
from supervision_core.tables import Choice, ColumnKind, RowFault, SheetColumn
from tables.worked import WORKED

HEADER = ["Mã cán bộ", "Họ và tên"]


def column(kind, code="x", **more):
    """A column of one's own."""
    return SheetColumn(code=code, label=Label(code.upper(), code), kind=kind, **more)


def told(kind, cell, **more):
    """What is told of one cell: the kind of fault, what is shown, and what would be right in both languages."""
    digits = {"id_digits": more.pop("id_digits")} if "id_digits" in more else {}
    [fault] = tables.read([["x", "y"], [cell, "y"]], [column(kind, **more)], **digits).faults
    assert (fault.row, fault.column, fault.number) == (2, "x", 1)
    return fault.code, fault.found, fault.expected.vi, fault.expected.en


def read(kind, cell, **more):
    """What one cell says."""
    digits = {"id_digits": more.pop("id_digits")} if "id_digits" in more else {}
    return tables.read([["x", "y"], [cell, "y"]], [column(kind, **more)], **digits).required()[0]["x"]


class TestNumbers:
    """Numbers, whole or not, and their bounds."""

    @pytest.mark.parametrize(
        ("bounds", "vi", "en"),
        [({"least": 3}, " từ 3", " from 3"), ({"most": 9}, " đến 9", " to 9"), ({"least": 3, "most": 9}, " từ 3 đến 9", " from 3 to 9")],
    )
    def test_the_bounds_are_said(self, bounds, vi, en):
        """Of a number that lies outside them, and of what is none; each bound is itself allowed."""
        outside = 2 if "least" in bounds else 10
        assert told(ColumnKind.WHOLE, outside, **bounds) == ("out_of_bounds", str(outside), f"số nguyên{vi}", f"a whole number{en}")
        assert told(ColumnKind.WHOLE, "x", **bounds) == ("not_whole", "x", f"số nguyên{vi}", f"a whole number{en}")
        assert told(ColumnKind.NUMBER, outside, **bounds) == ("out_of_bounds", str(outside), f"một số{vi}", f"a number{en}")
        assert told(ColumnKind.NUMBER, "x", **bounds) == ("not_a_number", "x", f"một số, ví dụ 73,5{vi}", f"a number, such as 73.5{en}")
        for bound in bounds.values():
            assert read(ColumnKind.WHOLE, bound, **bounds) == bound == read(ColumnKind.NUMBER, str(bound), **bounds)

    @pytest.mark.parametrize(
        ("said", "value"),
        [("+5", 5), ("-5", -5), ("-1.234.567", -1234567), ("+1,234,567.5", Fraction(2469135, 2)), ("1 234", 1234), ("1\u00a0234,5", Fraction(2469, 2)), ("-0,125", Fraction(-1, 8)),
         ("+0.125", Fraction(1, 8)), ("1234.567", Fraction(1234567, 1000)), ("-3/4", Fraction(-3, 4)), ("0,1234", Fraction(617, 5000)), ("12,34", Fraction(617, 50)),
         ("-12.345.678,9", Fraction(-123456789, 10))],
    )  # fmt: skip
    def test_numbers_as_people_write_them(self, said, value):
        """With a sign, with groups of three digits, with a comma or a point, as a fraction."""
        assert read(ColumnKind.NUMBER, said) == value

    @pytest.mark.parametrize("said", ["1.234.567.89", "1,234,567,8", "1 234 567 8", "1.23.456", "12.34.567", "1234.567.890", "1.234,567.8", "--5", "1/2/3", "1,2,3", "5-", ".5", "5.", "1e3", "½"])
    def test_what_is_no_number(self, said):
        """Groups of another length, or parted by two signs or by the sign before the decimals, and much else."""
        assert told(ColumnKind.NUMBER, said) == ("not_a_number", said, "một số, ví dụ 73,5", "a number, such as 73.5")

    @pytest.mark.parametrize("said", ["1,234", "-1.234", "+12.345", "123,456"])
    def test_what_reads_two_ways(self, said):
        """Three digits behind the only comma or point may be decimals or thousands."""
        expected = "một số đọc được một cách: 1234 hoặc 1,2340 chứ không phải 1,234", "a number that reads one way: 1234 or 1.2340 and not 1,234"
        assert told(ColumnKind.NUMBER, said) == ("ambiguous_number", said, *expected)
        assert told(ColumnKind.ANSWER, said) == ("ambiguous_number", said, *expected)

    @pytest.mark.parametrize("digits", [100, 101])
    def test_a_number_has_its_longest(self, digits):
        """A hundred digits are read, one more are none."""
        for kind in (ColumnKind.WHOLE, ColumnKind.NUMBER):
            if digits == 100:
                assert read(kind, "7" * digits) == int("7" * digits)
            else:
                assert told(kind, "7" * digits)[0] == {"whole": "not_whole", "number": "not_a_number"}[kind.value]


class TestIds:
    """Ids, as text and as numbers."""

    @pytest.mark.parametrize("number", [-1, 10**100])
    def test_a_number_that_is_no_id(self, number):
        """It is negative, or longer than any id that is a number."""
        code, _, vi, en = told(ColumnKind.ID, number, id_digits=5)
        assert (code, vi, en) == ("number_as_id", "mã là số không âm, tối đa 100 chữ số", "a number of at most 100 digits, not negative")
        assert read(ColumnKind.ID, 10**100 - 1, id_digits=5) == "9" * 100
        assert read(ColumnKind.ID, 0, id_digits=5) == "00000"

    @pytest.mark.parametrize(
        ("cell", "found", "code", "vi", "en"),
        [
            ('\\"a\\u0007b"', '\\\\"a\\\\u0007b"', "control_character", "một mã hợp lệ; ký tự thứ 2 là U+0007", "a valid id: no control characters; character 2 is U+0007"),
            ('\\"\\ud800b"', '\\\\"\\\\ud800b"', "lone_surrogate", "một mã hợp lệ; ký tự thứ 1 là U+D800",
             "a valid id: text that can be written as UTF-8; character 1 is U+D800"),
            ('\\""', '\\\\""', "blank", "một mã hợp lệ", "a valid id: at least one visible character"),
        ],
    )  # fmt: skip
    def test_a_text_that_is_no_id(self, cell, found, code, vi, en):
        """The character that is odd is named by its place and number, where there is one."""
        assert told(ColumnKind.ID, cell) == (code, found, vi, en)

    def test_several_ids_in_a_cell(self):
        """Parted by semicolons or lines; a number is one id where it is declared so, and each is filled up by itself."""
        assert read(ColumnKind.IDS, "a; b\nc\u2028d") == ("a", "b", "c", "d")
        assert read(ColumnKind.IDS, "4; 12", id_digits=3) == ("004", "012")
        assert read(ColumnKind.IDS, 4, id_digits=3) == ("004",)
        assert told(ColumnKind.IDS, 4)[0] == "number_as_id"

    def test_an_id_may_have_a_name(self):
        """The names of a column's choices, in either language or by another word, stand for what they are; what was written exactly stays."""
        choices = [Choice(value="none", label=Label("không có", "no one"), words=["-"])]
        for said in ("không có", "no one", "-"):
            assert read(ColumnKind.ID, said, choices=choices) == "none"
            assert read(ColumnKind.ID, '\\"' + said + '"', choices=choices) == said

    @pytest.mark.parametrize(
        ("character", "name"),
        [("\u200b", "U+200B ZERO WIDTH SPACE"), ("\x07", "U+0007"), ("\ue000", "U+E000"), ("\ud800", "U+D800"), ("\u0378", "U+0378"), ("\u202e", "U+202E RIGHT-TO-LEFT OVERRIDE")],
    )
    def test_a_character_that_shows_nothing(self, character, name):
        """Is named within an id or a text, whatever kind of such characters it is: formats, controls, private, lone, unassigned."""
        for kind in (ColumnKind.ID, ColumnKind.TEXT, ColumnKind.LIST):
            code, _, vi, en = told(kind, f"a{character}b")
            assert (code, vi, en) == ("invisible_character", f"chữ không có ký tự ẩn ({name})", f"text without the invisible character {name}")

    def test_a_text_has_its_longest(self):
        """Ten thousand characters are read, and one more are too many."""
        assert read(ColumnKind.TEXT, "a" * 10_000) == "a" * 10_000
        assert told(ColumnKind.TEXT, "a" * 10_001) == ("too_long", "… (10001)", "tối đa 10000 ký tự", "at most 10000 characters")


class TestChoicesAndAnswers:
    """What is chosen, and what is answered."""

    @pytest.mark.parametrize("cell", [1.5, date(2026, 3, 5), True, Fraction(3, 2)])
    def test_only_a_text_or_a_whole_number_names_a_choice(self, cell):
        """Whatever else might be written like one does not."""
        choices = [Choice(value=one, label=Label(one, one)) for one in ("1.5", "2026-03-05", "True", "3/2")]
        expected = "một trong: 1.5; 2026-03-05; True; 3/2", "one of: 1.5; 2026-03-05; True; 3/2"
        assert told(ColumnKind.CHOICE, cell, choices=choices)[::3] == ("not_a_choice", expected[1])
        assert told(ColumnKind.CHOICES, cell, choices=choices)[2:] == expected

    def test_the_first_twenty_choices_are_named(self):
        """Of many more."""
        choices = [Choice(value=n, label=Label(f"v{n:02}", f"e{n:02}")) for n in range(25)]
        _, _, vi, en = told(ColumnKind.CHOICE, "x", choices=choices)

        assert vi == "một trong: " + "; ".join(f"v{n:02}" for n in range(20))
        assert en == "one of: " + "; ".join(f"e{n:02}" for n in range(20))

    def test_one_of_several_that_is_none(self):
        """Is told by the whole cell, with what may be chosen."""
        choices = [Choice(value=1, label=Label("một", "one")), Choice(value=2, label=Label("hai", "two"))]
        assert read(ColumnKind.CHOICES, "một, hai", choices=choices) == (1, 2)
        assert read(ColumnKind.CHOICES, '\\"[\\"hai\\", \\"one\\"]"', choices=choices) == (2, 1)
        assert told(ColumnKind.CHOICES, "một, ba", choices=choices) == ("not_a_choice", "một, ba", "một trong: một; hai", "one of: one; two")

    @pytest.mark.parametrize("said", ["yes", "Có", "x", "✓", "TRUE"])
    @pytest.mark.parametrize("kind", [ColumnKind.YES_NO, ColumnKind.ANSWER])
    def test_yes(self, said, kind):
        """By the words that people use."""
        assert read(kind, said) is True

    @pytest.mark.parametrize("said", ["no", "Không", "n", "sai", "FALSE", "không đạt"])
    @pytest.mark.parametrize("kind", [ColumnKind.YES_NO, ColumnKind.ANSWER])
    def test_no(self, said, kind):
        """By the words that people use."""
        assert read(kind, said) is False

    def test_an_answer_may_be_a_number_or_a_word(self):
        """A number as such, a fraction, a word of the column's own in either language or another one."""
        choices = [Choice(value="?", label=Label("chưa rõ", "Not known"), words=["k.rõ"])]
        assert [read(ColumnKind.ANSWER, said, choices=choices) for said in ("CHƯA RÕ", "not known", "K.RÕ", 5, "1/2", 0.5, False)] == [
            "?", "?", "?", 5, Fraction(1, 2), Fraction(1, 2), False,
        ]  # fmt: skip

    @pytest.mark.parametrize("cell", ["1/1/1950", "1950-01-01", "1950-1-1T00:00:00", 18264, 18264.0])
    def test_a_day_that_is_a_serial_number(self, cell):
        """From 1950 on; smaller numbers are rather years or slips."""
        assert read(ColumnKind.DAY, cell) == date(1950, 1, 1)
        assert told(ColumnKind.DAY, 18263)[0] == "not_a_day"

    def test_the_last_day_that_there_is(self):
        """As a serial number, and not the one after it."""
        assert read(ColumnKind.DAY, 2958465) == date(9999, 12, 31)
        assert told(ColumnKind.DAY, 2958466) == ("not_a_day", "2958466", "một ngày, ví dụ 31/12/2026", "a day, such as 31/12/2026")


class TestRowsAndHeaders:
    """Rows that are none, headers that are none."""

    def test_what_is_no_row(self):
        """It is shown, and so is what a row is."""
        read = tables.officials([HEADER, "CB1", ["CB2", "An"], ["x"] * 16_385, ["CB3", *[None] * 16_383]])

        assert [(one.code, one.row, one.column, one.number) for one in read.faults] == [("not_a_row", 2, None, None), ("not_a_row", 4, None, None)]
        assert {(one.expected.vi, one.expected.en) for one in read.faults} == {("một dòng", "a row: a sequence of cells, or a mapping")}
        assert read.faults[0].found == "CB1"
        assert [one.id for one in read.values] == ["CB2", "CB3"]

    def test_too_many_rows(self):
        """The bound is said."""
        [fault] = tables.officials([HEADER, ["CB1", "An"], ["CB2", "An"]], most_rows=2).faults
        assert fault == RowFault(code="too_many_rows", row=3, expected=Label("tối đa 2 dòng", "at most 2 rows"))

    def test_no_header(self):
        """The columns that must be there are named, and no others."""
        [fault] = tables.history([["a"], ["b"]]).faults
        expected = Label("dòng tiêu đề có các cột: Mã cán bộ; Mã đầu mối; Năm", "a header with the columns: Official id; Lead unit id; Year")
        assert fault == RowFault(code="no_header", expected=expected)

    @pytest.mark.parametrize(("above", "is_named"), [(0, True), (30, True), (31, False)])
    def test_the_row_nearest_to_a_header(self, above, is_named):
        """Lies among the first thirty-one that are not empty; a whole header is found wherever it stands."""
        titles = [row for n in range(above) for row in ([f"DANH SÁCH {n}"], [None])]
        found = tables.history([*titles, ["Mã cán bộ", "Năm"], ["CB1", 2025]])

        assert [(one.code, one.row) for one in found.faults] == [("missing_column", 2 * above + 1)] if is_named else [("no_header", None)]
        assert tables.history([*titles, ["Mã cán bộ", "Năm", "Đầu mối"], ["CB1", 2025, "pn"]]).faults == ()

    def test_faults_stand_in_the_order_of_rows_and_columns(self):
        """Whatever the order in which the columns are looked for."""
        columns = [column(ColumnKind.DAY, code) for code in ("a", "b", "c")]
        found = tables.read([["C", "  á ", "b"], ["1", "2", "3"], [None, "5", "6"]], columns)

        assert [(one.row, one.number, one.column) for one in found.faults] == [(2, 1, "C"), (2, 2, "á"), (2, 3, "b"), (3, 1, "C"), (3, 2, "á"), (3, 3, "b")]

    def test_a_column_that_one_row_brings_twice_has_no_number(self):
        """Rows as mappings have headers of their own; a fault of an earlier row does not point to a place that is none."""
        found = tables.officials([{"Mã": "CB1"}, {"Mã": "CB1"}, {"Mã": "CB2", "Id": "CB3"}])

        assert [(one.code, one.row, one.column, one.number) for one in found.faults] == [("duplicate", 2, "Mã", None), ("column_twice", 3, "Id", 2)]

    def test_a_fault_as_errors_list_it(self):
        """Where nothing stands, nothing is found; the whole table, a row and a cell are places."""
        rows = [HEADER, [None, "An"], "x"]
        with pytest.raises(sc.InvalidInput) as raised:
            tables.officials(rows).required()
        assert [(one.code, one.place, one.found, one.expected) for one in raised.value.faults] == [
            ("missing_cell", "Row 2, column “Mã cán bộ”", "nothing", "an id"),
            ("not_a_row", "Row 3", "x", "a row: a sequence of cells, or a mapping"),
        ]
        with pytest.raises(sc.InvalidInput) as raised:
            tables.officials([]).required()
        assert [(one.place, one.found) for one in raised.value.faults] == [("Table", "nothing")]

    def test_a_fault_in_sentences(self):
        """In both languages, with and without what stands there."""
        faults = tables.officials([HEADER, [7, "An"], [None, "Bình"], "x"]).faults

        assert [one.sentence("vi") for one in faults] == [
            "Dòng 2, cột “Mã cán bộ”: “7”; phải là mã ghi bằng chữ: số có thể đã mất các số 0 ở đầu", "Dòng 3, cột “Mã cán bộ”: phải là mã", "Dòng 4: “x”; phải là một dòng",
        ]  # fmt: skip
        assert [one.sentence("en") for one in faults] == [
            "Row 2, column “Mã cán bộ”: “7”; expected an id as text: a number may have lost its leading zeros", "Row 3, column “Mã cán bộ”: expected an id",
            "Row 4: “x”; expected a row: a sequence of cells, or a mapping",
        ]  # fmt: skip


class TestWhatAValueRefuses:
    """What is right by itself in a cell, and wrong beside the other cells of its row: told at the cell, as the value tells it."""

    @pytest.mark.parametrize(
        ("code", "cells", "fault"),
        [
            ("history", {"Số tháng": 13}, ("too_large", "Số tháng", "13", "nhiều nhất 12", "at most 12")),
            ("history", {"Năm": 0}, ("too_small", "Năm", "0", "ít nhất 1", "at least 1")),
            ("ratings", {"Kết quả": None}, ("missing", "Kết quả", "", "có, không hoặc một số chính xác; người không trả lời được thì không đánh giá",
                                            "yes, no or an exact number; who cannot say gives no rating")),
            ("events", {"Ngày thông báo": "7/7/2026"}, ("not_earlier", "Ngày thông báo", "07/7/2026", "không có ngày nào sau ngày 06/7/2026", "no day after 2026-07-06")),
            ("events_by_subject", {"Ngày thông báo": "1/2/2027"}, ("not_earlier", "Ngày thông báo", "01/02/2027", "không có ngày nào sau ngày 06/7/2026",
                                                                  "no day after 2026-07-06")),
            ("lead_units", {"Ít nhất": 10}, ("empty_range", "Ít nhất", "10", "nhiều nhất bằng mức tối đa, 9", "at most max_load, 9")),
            ("officials", {"Họ và tên": None}, ("not_text", "Họ và tên", "", "văn bản", "text (str)")),
            ("discipline", {"Hình thức kỷ luật": None}, ("not_text", "Hình thức kỷ luật", "", "văn bản", "text (str)")),
            ("obligations", {"Căn cứ – văn bản – trích yếu": None}, ("missing_cell", "Căn cứ – văn bản – trích yếu", "", "văn bản", "text")),
            ("obligations", {"Căn cứ – đối chiếu": None}, ("missing_cell", "Căn cứ – đối chiếu", "", "một trong các lựa chọn", "one of the choices")),
            ("obligations", {"Căn cứ – văn bản – cơ quan ban hành": None}, ("not_text", "Căn cứ – văn bản – cơ quan ban hành", "", "văn bản", "text (str)")),
            ("obligations", {"Quy định – gia hạn (ngày)": -1}, ("too_small", "Quy định – gia hạn (ngày)", "-1", "ít nhất 0", "at least 0")),
            ("obligations", {"Thực hiện tại địa phương – số lần ít nhất": 0}, ("too_small", "Thực hiện tại địa phương – số lần ít nhất", "0", "ít nhất 1", "at least 1")),
            ("obligations", {"Nguồn về thực tế – văn bản – loại": None}, ("missing_cell", "Nguồn về thực tế – văn bản – loại", "", "một trong các lựa chọn",
                                                                         "one of the choices")),
            ("waivers", {"Đến ngày": "31/8/2026"}, ("empty_period", "Đến ngày", "31/8/2026", "một ngày từ 01/9/2026, và không phải ngày cuối của lịch",
                                                    "a day from 2026-09-01, and not the calendar's last")),
            ("feedback", {"Khẳng định": "civic.standing"}, ("wrong_kind", "Khẳng định", "civic.standing", "có hoặc không", "True or False")),
            ("feedback", {"Khẳng định": "civic.standing=có; civic.example=chắc"}, ("wrong_kind", "Khẳng định", "civic.standing=có; civic.example=chắc", "có hoặc không",
                                                                                   "True or False")),
        ],
    )  # fmt: skip
    def test_a_value_of_a_row(self, code, cells, fault):
        """The kind of fault, the column, what stands in the cell, and what would be right in both languages."""
        [worked] = [one for one in WORKED if one.code == code]
        row = [cells.get(one.vi, one.cell) for one in worked.columns]
        found = worked.make().read([worked.header, row])

        assert [(one.code, one.column, one.found, one.expected.vi, one.expected.en) for one in found.faults] == [fault]


@pytest.mark.parametrize(("said", "claims"), [("a=yes", {"a": True}), ("a=no", {"a": False}), ("a = CÓ ;b=Không", {"a": True, "b": False}), ("a=b=có", {"a=b": True})])
def test_claims_are_codes_with_answers(said, claims):
    """Parted by the last sign of equality, in either language."""
    [worked] = [one for one in WORKED if one.code == "feedback"]
    row = [said if one.vi == "Khẳng định" else one.cell for one in worked.columns]

    assert dict(worked.make().read([worked.header, row]).required()[0].says) == claims


def faults_of(make):
    """All that an error says."""
    with pytest.raises(sc.InvalidInput) as raised:
        make()
    return [(one.code, one.place, one.found, one.expected) for one in raised.value.faults]


class TestWhatIsRefused:
    """Arguments of tables, each by its name."""

    @pytest.mark.parametrize(
        ("given", "fault"),
        [
            ({"code": " "}, ("blank", "SheetColumn '… (1)'.code", "' '", "at least one visible character")),
            ({"label": "x"}, ("wrong_kind", "SheetColumn 'x'.label", "'x'", "a Label")),
            ({"words": [5]}, ("wrong_kind", "SheetColumn 'x'.words[0]", "5", "text")),
            ({"is_required": 1}, ("wrong_kind", "SheetColumn 'x'.is_required", "1", "True or False")),
            ({"choices": [5]}, ("wrong_kind", "SheetColumn 'x'.choices[0]", "5", "a Choice")),
            ({"kind": ColumnKind.CHOICE}, ("empty", "SheetColumn 'x'.choices", "()", "at least one Choice")),
            ({"kind": ColumnKind.CHOICES}, ("empty", "SheetColumn 'x'.choices", "()", "at least one Choice")),
        ],
    )
    def test_a_column(self, given, fault):
        """Each field by its name, with what it takes."""
        found = faults_of(lambda: SheetColumn(**{"code": "x", "label": Label("x", "x"), "kind": ColumnKind.TEXT, **given}))
        assert [one[::3] for one in found] == [fault[::3]]
        assert "code" in given or found == [fault]

    @pytest.mark.parametrize(
        ("make", "fault"),
        [
            (lambda: tables.bars_table(lead_units=[5]), ("wrong_kind", "bars_table.lead_units[0]", "5", "a LeadUnit")),
            (lambda: tables.events_table(obligations=[5]), ("wrong_kind", "events.obligations[0]", "5", "an Obligation")),
            (lambda: tables.wide_history_table(years=["x"]), ("wrong_kind", "wide_history_table.years[0]", "'x'", "a year")),
            (lambda: tables.wide_history_table(years=[0]), ("too_small", "wide_history_table.years", "0", "at least 1")),
            (lambda: tables.wide_history_table(years=[10_000]), ("too_large", "wide_history_table.years", "10000", "at most 9999")),
            (lambda: tables.history_table().rows(5), ("wrong_kind", "values", "5", "a History")),
            (lambda: tables.wide_history_table().rows(5), ("wrong_kind", "values", "5", "a History")),
            (lambda: tables.facts_table(5), ("wrong_kind", "facts.regulation", "5", "a Regulation that is encoded")),
            (lambda: tables.read([], [5]), ("wrong_kind", "read.columns[0]", "5", "a SheetColumn")),
            (lambda: tables.officials("x"), ("wrong_kind", "rows", "'x'", "rows: a header and lists, or mappings")),
            (lambda: tables.officials([], most_rows=0), ("too_small", "rows.most_rows", "0", "at least 1")),
            (lambda: tables.officials([], id_digits=-1), ("too_small", "rows.id_digits", "-1", "at least 0")),
            (lambda: tables.officials([], id_digits=101), ("too_large", "rows.id_digits", "101", "at most 100")),
            (lambda: tables.officials([["Mã"]]).against(5), ("wrong_kind", "stored", "5", "values of the kind that was read")),
            (lambda: tables.history_table(former_units=[" "]), ("blank", "history.former_units", "' '", "at least one visible character")),
        ],
    )
    def test_an_argument(self, make, fault):
        """By its function and name, with what it takes."""
        assert faults_of(make) == [fault]

    @pytest.mark.parametrize("worked", [one for one in WORKED if one.code not in {"history", "events_by_subject", "commitments"}], ids=lambda one: one.code)
    def test_a_value_of_another_kind_is_not_written(self, worked):
        """What it is not is said by its name, for each table made anew."""
        name = type(worked.value).__name__
        a = "an" if name in {"Obligation", "Event"} else "a"
        assert faults_of(lambda: worked.make().rows([worked.value, 5])) == [("wrong_kind", "values", "5", f"{a} {name}")]
        assert faults_of(lambda: worked.make().rows(5)) == [("wrong_kind", "values", "5", f"what {worked.code}.read gives")]

    def test_an_event_of_somebody_that_is_none(self):
        """As any other value."""
        [worked] = [one for one in WORKED if one.code == "events_by_subject"]
        assert faults_of(lambda: worked.make().rows({"a": [5]})) == [("wrong_kind", "values", "5", "an Event")]
