"""Files from life, made by code: each is read right, or refused with its cell and the reason."""

import io
import unicodedata
import zipfile
from datetime import date

import pytest
from openpyxl import Workbook

import supervision_core as sc
from sheets.bounds import BadFile, Bounds
from sheets.text import csv_rows
from sheets.workbook import Hidden, hidden_parts, sheet_names, workbook_rows
from supervision_core import tables

HEADER = ["Mã cán bộ", "Họ và tên"]


def book(*rows, more=lambda _: None):
    """The bytes of a workbook with these rows, changed by ``more``."""
    made = Workbook()
    for row in rows:
        made.active.append(row)
    more(made)
    content = io.BytesIO()
    made.save(content)
    return content.getvalue()


def with_sheet(content, change):
    """A workbook whose first sheet's XML was changed by hand."""
    changed = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(content)) as old, zipfile.ZipFile(changed, "w", zipfile.ZIP_DEFLATED) as new:
        for one in old.infolist():
            part = old.read(one)
            new.writestr(one.filename, change(part.decode()).encode() if one.filename == "xl/worksheets/sheet1.xml" else part)
    return changed.getvalue()


def officials(content, **more):
    """The officials of a workbook."""
    return tables.officials(workbook_rows(content), **more)


class TestWorkbooks:
    """What only the file knows."""

    def test_titles_days_and_numbers(self):
        """Rows keep their numbers; a day is a day."""
        content = book(["DANH SÁCH"], [], ["Mã cán bộ", "Đầu mối", "Năm"], ["CB1", "women", 2020])
        days = book(["x", "y"], [date(2026, 3, 5), "CB1"])

        assert tables.history(workbook_rows(content)).required().years == (2020,)
        assert next(iter(list(workbook_rows(days))[1])).date() == date(2026, 3, 5)

    def test_merged_cells_are_spread(self):
        """Each cell of the area has its value."""

        def merge(made):
            made.active.merge_cells("B2:B4")

        content = book(["Mã", "Nơi công tác"], ["CB1", "Văn phòng"], ["CB2", None], ["CB3", None], ["CB4", None], more=merge)

        assert [one.unit for one in officials(content).required()] == ["Văn phòng", "Văn phòng", "Văn phòng", None]

    def test_a_merged_header_is_two_columns_of_one_name(self):
        """It is refused, naming both."""

        def merge(made):
            made.active.merge_cells("B1:C1")

        content = book(["Mã", "Họ và tên", None], ["CB1", "Nguyễn", "An"], more=merge)

        assert [fault.code for fault in officials(content).faults] == ["column_twice"]

    def test_formulas_without_a_value(self):
        """A file that no spreadsheet ever calculated: the cell and its formula are named."""
        content = book(HEADER, ['="CB"&1', "An"], ["CB2", "Bình"])
        found = officials(content)

        assert [one.id for one in found.values] == ["CB2"]
        assert [(fault.code, fault.row, fault.number, fault.found) for fault in found.faults] == [("unreadable_cell", 2, 1, '="CB"&1')]

    def test_formulas_with_a_value(self):
        """What was calculated is read."""
        content = with_sheet(book(HEADER, ['="CB"&1', "An"]), lambda xml: xml.replace('<c r="A2"><f>"CB"&amp;1</f><v></v></c>', '<c r="A2" t="str"><f>"CB"&amp;1</f><v>CB1</v></c>').replace('<c r="A2"><f>"CB"&amp;1</f><v /></c>', '<c r="A2" t="str"><f>"CB"&amp;1</f><v>CB1</v></c>'))

        assert [one.id for one in officials(content).required()] == ["CB1"]

    def test_errors_of_formulas(self):
        """They are no ids."""
        content = book(HEADER, ["#N/A", "An"])

        assert [fault.code for fault in officials(content).faults] == ["formula_error"]

    def test_a_stale_dimension(self):
        """All 24 are read though the sheet declares ten rows."""
        content = book(HEADER, *([f"CB{n}", "An"] for n in range(24)))
        stale = with_sheet(content, lambda xml: xml.replace('<dimension ref="A1:B25"', '<dimension ref="A1:A10"'))

        assert stale != content
        assert len(officials(stale).required()) == 24

    def test_hidden_sheets(self):
        """A hidden sheet is never preferred; among several that are seen one must be named."""

        def hide(made):
            made.create_sheet("Cũ", 0).append(HEADER)
            made["Cũ"].append(["CB9", "Xưa"])
            made["Cũ"].sheet_state = "hidden"

        content = book(HEADER, ["CB1", "An"], more=hide)
        two = book(HEADER, more=lambda made: made.create_sheet("Khác"))

        assert [one.id for one in officials(content).required()] == ["CB1"]
        assert [(one.name, one.is_hidden) for one in sheet_names(content)] == [("Cũ", True), ("Sheet", False)]
        assert [one.id for one in tables.officials(workbook_rows(content, "Cũ")).required()] == ["CB9"]
        with pytest.raises(BadFile) as caught:
            list(workbook_rows(two))
        assert "Khác" in caught.value.why.vi
        with pytest.raises(BadFile):
            list(workbook_rows(two, "không có"))

    def test_hidden_rows_and_columns(self):
        """They are named and asked about; then they are read, or left out while the others keep their numbers."""

        def hide(made):
            for row in (3, 4, 6):
                made.active.row_dimensions[row].hidden = True
            made.active.column_dimensions["C"].hidden = True
            made.active.column_dimensions["D"].hidden = True

        content = book([*HEADER, "Nơi công tác"], *([f"CB{n}", "An", "Tư pháp"] for n in range(1, 7)), more=hide)

        with pytest.raises(BadFile) as caught:
            list(workbook_rows(content))
        assert "dòng 3–4, 6; cột C" in caught.value.why.vi
        assert hidden_parts(content).label.en == "rows 3–4, 6; columns C"
        assert len(tables.officials(workbook_rows(content, hidden=Hidden.READ)).required()) == 6
        seen = tables.officials(workbook_rows(content, hidden=Hidden.LEAVE_OUT)).required()
        assert [(one.id, one.unit) for one in seen] == [("CB1", None), ("CB4", None), ("CB6", None)]

    def test_hidden_rows_of_a_filter_are_many(self):
        """The first spans are named, and that there are more."""

        def hide(made):
            for row in range(2, 102, 2):
                made.active.row_dimensions[row].hidden = True

        assert hidden_parts(book(HEADER, *([f"CB{n}", "An"] for n in range(100)), more=hide)).label.en.endswith("40 …")

    def test_hidden_where_nothing_stands(self):
        """Empty rows and columns may be hidden."""

        def hide(made):
            made.active.row_dimensions[9].hidden = True
            made.active.column_dimensions["H"].hidden = True

        content = book(HEADER, ["CB1", "An"], more=hide)

        assert not hidden_parts(content)
        assert len(officials(content).required()) == 1

    @pytest.mark.parametrize(
        ("old", "new"),
        [
            ("</sheetData>", '<row r="99999999999"><c r="A1"/></row></sheetData>'),
            ("</sheetData>", "".join(f'<row r="{n}"><c r="XFD{n}"/></row>' for n in range(9, 99)) + "</sheetData>"),
            ("</sheetData>", '</sheetData><mergeCells><mergeCell ref="A1:XFD1048576"/></mergeCells>'),
            ("</sheetData>", '</sheetData><mergeCells><mergeCell ref="A:C"/></mergeCells>'),
            ('r="A1"', 'r="ZZZZ1"'),
            ("</sheetData>", '<row r="9"><c r="A9" t="n"><v>abc</v></c></row></sheetData>'),
            ("</sheetData>", '<row r="9"><c r="A9" t="s"><v>999</v></c></row></sheetData>'),
        ],
        ids=["a far row", "rows as wide as can be", "all merged", "merged columns", "a far column", "a number that is none", "no such text"],
    )
    def test_sheets_that_cost_more_than_they_say(self, old, new):
        """They are refused before anything is laid out, and damaged ones with the same word."""
        with pytest.raises(BadFile):
            list(workbook_rows(with_sheet(book(HEADER), lambda xml: xml.replace(old, new))))

    def test_an_archive_that_is_damaged(self):
        """Its directory is no directory."""
        content = book(HEADER)

        with pytest.raises(BadFile):
            list(workbook_rows(content.replace(b"PK\x01\x02", b"PK\x01\x03", 1)))

    def test_a_lone_space_in_row_30_000(self):
        """It is no official."""

        def space(made):
            made.active["B30000"] = " "

        assert len(officials(book(HEADER, ["CB1", "An"], more=space)).required()) == 1

    def test_fourteen_million_empty_cells(self):
        """They are counted while streaming, and reading stops at the bound."""
        row = "<row>" + "<c/>" * 700 + "</row>"
        content = with_sheet(book(HEADER), lambda xml: xml.replace("</sheetData>", row * 20_000 + "</sheetData>"))

        assert len(content) < 200_000
        with pytest.raises(BadFile) as caught:
            list(workbook_rows(content))
        assert "1000000" in caught.value.why.en

    @pytest.mark.parametrize(
        ("content", "bounds"),
        [(b"PK", Bounds()), (b"xin ch\xc3\xa0o", Bounds()), (book(HEADER), Bounds(file_bytes=100)), (book(HEADER), Bounds(sheet_bytes=100))],
        ids=["no zip", "text", "too long", "too large a sheet"],
    )
    def test_files_that_are_refused(self, content, bounds):
        """With the reason in both languages."""
        with pytest.raises(BadFile) as caught:
            list(workbook_rows(content, bounds=bounds))

        assert caught.value.why.vi != caught.value.why.en

    @pytest.mark.parametrize("change", [lambda xml: xml.replace("</sheetData>", ""), lambda xml: '<!DOCTYPE x [<!ENTITY a "b">]>' + xml.partition("?>")[2]])
    def test_damaged_sheets(self, change):
        """An element that is not closed, and a document type of one's own."""
        with pytest.raises(BadFile):
            list(workbook_rows(with_sheet(book(HEADER), change)))

    def test_output_is_read_back(self):
        """Values to rows to a workbook and back."""
        subjects = (sc.Subject(id="00017", label=sc.Label("Nguyễn Văn Ất", "Ất")), sc.Subject(id="=1+1"))
        content = book(*tables.OFFICIALS.rows(subjects))

        assert officials(content).required() == subjects


class TestCsv:
    """Encodings and delimiters."""

    TEXT = "Mã cán bộ;Họ và tên\nCB1;Nguyễn Thị Đượm\n"

    @pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16"])
    def test_encodings_that_say_what_they_are(self, encoding):
        """UTF-8 with and without a mark, UTF-16 with one."""
        found = tables.officials(csv_rows(self.TEXT.encode(encoding)))

        assert found.required()[0].label.vi == "Nguyễn Thị Đượm"

    def test_decomposed_text(self):
        """It comes out composed."""
        content = unicodedata.normalize("NFD", self.TEXT).encode()

        assert tables.officials(csv_rows(content)).required()[0].label.vi == "Nguyễn Thị Đượm"

    def test_windows_1258(self):
        """It cannot be told from other encodings, so it is refused with its place, and read once it is declared."""
        tones = "\u0300\u0301\u0303\u0309\u0323"
        apart = "".join(self._apart(one, tones) for one in self.TEXT)
        content = apart.encode("cp1258")

        with pytest.raises(BadFile, match="byte"):
            list(csv_rows(content))
        assert tables.officials(csv_rows(content, encoding="cp1258")).required()[0].label.vi == "Nguyễn Thị Đượm"

    @staticmethod
    def _apart(letter, tones):
        """A letter as Windows-1258 has it: its vowel mark with it, its tone mark after it."""
        marks = unicodedata.normalize("NFD", letter)
        kept = "".join(one for one in marks if one not in tones)
        return unicodedata.normalize("NFC", kept) + "".join(one for one in marks if one in tones)

    @pytest.mark.parametrize("text", ["Mã;Tên\nCB1;An\n", "Mã,Tên\nCB1,An\n", "Mã\tTên\nCB1\tAn\n", "sep=;\nMã;Tên\nCB1;An, Bình\n", "Mã\nCB1\n"])
    def test_delimiters(self, text):
        """The one that fits."""
        assert tables.officials(csv_rows(text.encode())).required()[0].id == "CB1"

    @pytest.mark.parametrize("text", ["Mã,Tên;x\nCB1,An;y\n", "Mã;Tên,x\nCB1;An\nCB2,Bình\n"])
    def test_delimiters_that_cannot_be_told(self, text):
        """They are asked for."""
        with pytest.raises(BadFile):
            list(csv_rows(text.encode()))
        assert list(csv_rows(text.encode(), delimiter=";"))

    @pytest.mark.parametrize(("content", "more"), [(b"a,b\n" * 100, {"bounds": Bounds(cells=50)}), (b"a,b\n" * 100, {"bounds": Bounds(file_bytes=50)}), (b'a,"b\n', {"delimiter": ","}), (b"a", {"encoding": "không có"})])
    def test_files_that_are_refused(self, content, more):
        """Too many cells, too long, a quote that is not closed, an encoding that does not exist."""
        with pytest.raises(BadFile):
            list(csv_rows(content, **more))
