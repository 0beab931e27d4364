"""Reports framed as official papers, as Word and as Excel; the order of lead units."""

import re
import subprocess
import sys
import zipfile
from datetime import date
from io import BytesIO
from shutil import which

import attrs
import docx
import openpyxl
import pytest

import supervision_core as sc
from supervision_core import InvalidInput
from supervision_core.rendering import (
    LAYOUT,
    NATIONAL_HEADING,
    Bars,
    Cell,
    ChartBar,
    Column,
    Entry,
    Frame,
    Grid,
    GridRow,
    Heading,
    Letterhead,
    Listing,
    Mark,
    Notice,
    NotInstalled,
    Page,
    Paragraph,
    Phase,
    Segment,
    Signatory,
    Signature,
    Table,
    Terms,
    Timeline,
    Track,
    to_docx,
    to_html,
    to_markdown,
    to_page,
    to_text,
    to_xlsx,
)
from supervision_core.rendering.paper import is_wide, sides
from supervision_core.rendering.writers.docx import write_docx
from supervision_core.rendering.writers.html import write_html
from supervision_core.rendering.writers.xlsx import write_xlsx

L = sc.Label
HEAD = Letterhead(
    superior=L("Mặt trận thành phố", "The city Front"),
    issuer=L("Mặt trận phường", "The ward Front"),
    number="05/TB-MT",
    place=L("Cầu Mới", "Cầu Mới"),
    day=date(2026, 2, 5),
    title=L("Thông báo", "Notice"),
    recipients=[L("Các đơn vị", "The units"), L("Lưu: VT", "File")],
    signatories=[Signatory(on_behalf_of=L("Ban Thường trực", "the committee"), post=L("Chủ tịch", "Chair"), name="Ngô Giả Định"), Signatory(post=L("Thư ký", "Secretary"))],
)
ROSTER = sc.Roster(subjects=[sc.Subject(id=f"s{number}") for number in range(6)], lead_units=[sc.LeadUnit(id=unit) for unit in ("a", "b", "c")])
PLAN = sc.plan_year(ROSTER, year=2027)
NONE = Table(caption="t", columns=(Column(text="x"), Column(text="n", is_number=True)), rows=((Cell(text="a"), Cell(text="1.234,5")), (Cell(text="b", mark=Mark.BAD), Cell(text="≈ 0,33"))))
WIDE = Table(caption="rộng", columns=tuple(Column(text=f"c{number}") for number in range(9)), rows=(tuple(Cell(text="x") for _ in range(9)),))
GRID = Grid(caption="ai", description="ai gặp ai", corner="ai", columns=("2026", "2027"), legend=("u", "v"), flag="lại", rows=(GridRow(label="s", fields=(0, None), flags=(True, False)),))
PAGE = Page(
    title="Trang",
    lang="vi",
    blocks=(
        Heading(text="Phần"),
        Heading(text="Nhỏ", level=2),
        Paragraph(text="Câu."),
        Notice(mark=Mark.FLAG, text="Chú ý", notes=("vì",)),
        Terms(pairs=(("Tên", "giá trị"),)),
        NONE,
        attrs.evolve(NONE, is_headed=True),
        Bars(caption="hình", description="d", bars=(ChartBar(label="a", value=1, text="1"),), aim="", table=NONE),
        Bars(caption="hình", description="d", bars=(), aim="", table=NONE, is_headed=True),
        Timeline(caption="lịch", description="d", first="a", last="b", today=None, tracks=(Track(label="t", segments=(Segment(start=0, end=1, phase=Phase.DONE, text="s"),)),), legend=(), table=NONE),
        GRID,
        attrs.evolve(GRID, is_headed=True, flag=""),
        Heading(text="Bảng rộng"),
        WIDE,
        Listing(entries=(Entry(text="một", children=(Entry(text="con", mark=Mark.OPEN, word="chưa rõ", notes=("vì",)),)), Entry(text="hai"))),
        Listing(entries=(Entry(text="đầu"),), is_ordered=True),
        Listing(entries=(Entry(text="[1] ghi chú"),), is_plain=True),
        Listing(entries=(Entry(text="x"), Entry(text="y", mark=Mark.FLAG)), is_compact=True),
    ),
)  # fmt: skip
FRAMED = attrs.evolve(
    PAGE,
    frame=Frame(superior="", issuer="MẶT TRẬN", heading=("QUỐC HIỆU", "Tiêu ngữ"), number="Số: 1", place_and_day="ngày", title="BÁO CÁO", about="về việc", recipients_head="Nơi nhận:", recipients=("A",), signatures=(Signature(on_behalf_of="", post="CHỦ TỊCH", name="An"),)),
)  # fmt: skip
HOSTILE = ["=1+1", "@SUM(A1)", "+cmd|' /C calc'!A0", "-2+3", "<w:t>&amp;", "]]>", "{=1}", "a\x00b\x0bc", "An\u202egnud", "x" * 40_000, "https://x.vn", "'lead"]


def parts_of(data):
    """The members of an archive by name."""
    with zipfile.ZipFile(BytesIO(data)) as archive:
        return {one.filename: archive.read(one) for one in archive.infolist()}


def text_of(data):
    """What the body of a document is written as."""
    return parts_of(data)["word/document.xml"].decode()


class TestLetterheads:
    """What stands around a report that is handed in."""

    def test_every_part_stands_in_every_text_format(self):
        """Issuer with its superior, heading and motto, number, place and day, title, what it is about, recipients, signatures."""
        said = ("MẶT TRẬN THÀNH PHỐ", "MẶT TRẬN PHƯỜNG", "Số: 05/TB-MT", NATIONAL_HEADING[0].vi, "Độc lập - Tự do - Hạnh phúc", "Cầu Mới, ngày 05 tháng 02 năm 2026", "THÔNG BÁO", "Phương án phân công giám sát năm 2027", "TM. BAN THƯỜNG TRỰC", "CHỦ TỊCH", "Ngô Giả Định", "THƯ KÝ", "Nơi nhận:", "Các đơn vị")

        for write in (to_text, to_html):
            assert [part for part in said if part not in write(PLAN, letterhead=HEAD)] == []
        assert "# THÔNG BÁO" in to_markdown(PLAN, letterhead=HEAD)
        assert "On behalf of the committee".upper() in to_text(PLAN, letterhead=HEAD, lang="en")
        assert "Cầu Mới, 2026-02-05" in to_text(PLAN, letterhead=HEAD, lang="en")

    def test_what_is_left_out_leaves_no_gap(self):
        """A number and a day leave room to fill in; without a kind of paper the title is the report's own."""
        plain = Letterhead(issuer=L("Mặt trận", "Front"), heading=[L("ĐẢNG BỘ", "PARTY COMMITTEE")])
        page = to_page(PLAN, letterhead=plain)

        assert page.frame == Frame(superior="", issuer="MẶT TRẬN", heading=("ĐẢNG BỘ",), number="Số: …", place_and_day="ngày … tháng … năm …", title=page.title, about="", recipients_head="", recipients=(), signatures=())
        assert "Nơi nhận" not in to_text(PLAN, letterhead=plain)
        for write in (to_html, to_markdown, to_docx, to_xlsx):
            assert write(PLAN, letterhead=plain)
        named = attrs.evolve(plain, title=L("Báo cáo", "Report"), about=L("Về việc phân công", "On assignments"), day=date(2026, 11, 20))
        assert (to_page(PLAN, letterhead=named).frame.about, to_page(PLAN, letterhead=named).frame.place_and_day) == ("Về việc phân công", "ngày 20 tháng 11 năm 2026")

    def test_faults_are_named_together(self):
        """Every field of a letterhead and of a signatory."""
        with pytest.raises(InvalidInput) as caught:
            Letterhead(issuer="x", superior=1, heading=[2], number=" ", day="today", recipients=["x"], signatories=[3])

        assert {fault.place.partition("[")[0] for fault in caught.value.faults} == {f"Letterhead.{name}" for name in ("issuer", "superior", "heading", "number", "day", "recipients", "signatories")}
        with pytest.raises(InvalidInput, match=r"Signatory\.post"):
            Signatory(post="x", name=" ")
        with pytest.raises(InvalidInput, match=r"rendering\.letterhead"):
            to_text(PLAN, letterhead="x")

    def test_the_layout_is_that_of_the_decree(self):
        """A4, and margins within the ranges of Decree 30/2020."""
        top, right, bottom, left = LAYOUT.margins

        assert (LAYOUT.width, LAYOUT.height) == (210, 297)
        assert 20 <= top <= 25
        assert 20 <= bottom <= 25
        assert 30 <= left <= 35
        assert 15 <= right <= 20
        assert "30/2020" in LAYOUT.citation.text("vi")

    def test_a_whole_page_prints_on_paper_and_a_fragment_leaves_paper_alone(self):
        """Only a document of its own says how paper lies."""
        assert "@page{size:A4;margin:20mm 20mm 20mm 30mm" in to_html(PLAN)
        assert "@page" not in to_html(PLAN, fragment=True)
        assert '<div class="sc-wide">' in write_html(PAGE)


class TestOrder:
    """Lead units by protocol."""

    def test_every_list_of_lead_units_follows(self):
        """Loads and parts of a plan; what the order leaves out follows by id."""
        page = to_page(PLAN, order=["c", "zz"])
        [bars] = [block for block in page.blocks if isinstance(block, Bars)]
        heads = [block.text for block in page.blocks if isinstance(block, Heading) and block.level == 2]

        assert [bar.label for bar in bars.bars] == ["c", "a", "b"]
        assert [row[0].text for row in bars.table.rows] == ["c", "a", "b"]
        assert [head[0] for head in heads] == ["c", "a", "b"]
        assert to_page(PLAN, order=["c"]) != to_page(PLAN)

    def test_a_wrong_order_is_refused(self):
        """No lead unit twice, and only where lead units are listed."""
        with pytest.raises(InvalidInput, match=r"rendering\.order"):
            to_text(PLAN, order=["a", "a"])
        with pytest.raises(InvalidInput, match="surplus"):
            to_text(sc.Facts(), order=["a"])


class TestWord:
    """Documents of Word."""

    def test_python_docx_reads_it_back(self):
        """Headings by style, tables with heads that repeat, A4 with the margins, sections across for wide tables."""
        document = docx.Document(BytesIO(write_docx(FRAMED)))
        styles = {paragraph.style.name for paragraph in document.paragraphs}

        assert {"Title", "Subtitle", "Heading 1", "Heading 2", "Caption", "Notice"} <= styles
        assert [round(section.page_width.mm) for section in document.sections] == [210, 297, 210]
        assert [round(one.mm) for one in (document.sections[0].left_margin, document.sections[0].top_margin)] == [30, 20]
        assert [section.different_first_page_header_footer for section in document.sections] == [True, False, False]
        headed = [table for table in document.tables if table.rows[0]._tr.trPr is not None and "tblHeader" in table.rows[0]._tr.xml]
        assert len(headed) == 8
        assert document.core_properties.title == "Trang"
        assert document.tables[0].rows[0].cells[0].text.split() == ["MẶT", "TRẬN", "────────", "Số:", "1"]

    def test_a_page_that_ends_across_and_an_empty_one(self):
        """Where all tables are wide the whole paper lies across, its head too; nothing at all stands upright."""
        across = docx.Document(BytesIO(write_docx(attrs.evolve(PAGE, blocks=(WIDE,)))))
        empty = docx.Document(BytesIO(write_docx(attrs.evolve(PAGE, blocks=()))))

        assert [round(section.page_width.mm) for section in across.sections] == [297]
        assert [paragraph.text for paragraph in empty.paragraphs] == ["Trang"]

    def test_no_number_is_broken_in_two(self):
        """Among long texts a short column keeps room for its longest word; where there is no room for all words, they share it."""
        head = [Column(text="Năm", is_number=True), *(Column(text="dài " * 12) for _ in range(4))]
        table = Table(caption="t", columns=tuple(head), rows=((Cell(text="2027"), *(Cell(text="lời " * 30) for _ in range(4))),))
        crowded = Table(caption="t", columns=tuple(Column(text="x" * 30) for _ in range(6)), rows=())
        [narrow, *wide], tight = ([int(one) for one in re.findall(r'<w:gridCol w:w="(\d+)"', parts_of(write_docx(attrs.evolve(PAGE, blocks=(one,))))["word/document.xml"].decode())] for one in (table, crowded))

        assert narrow >= 4 * 115
        assert min(wide) > narrow
        assert len(set(tight)) == 1

    def test_every_sentence_stands_in_it(self):
        """Paragraphs, terms, lists with their signs, grids with their legend."""
        text = "\n".join(paragraph.text for paragraph in docx.Document(BytesIO(write_docx(PAGE))).paragraphs)

        for said in ("Câu.", "! Chú ý", "Tên: giá trị", "–\tmột", "?\tcon: chưa rõ (vì)", "1.\tđầu", "[1] ghi chú", "x, ! y", "1 = u; 2 = v", "! = lại"):
            assert said in text


    @pytest.mark.parametrize("last", [Paragraph(text="zuletzt"), Listing(entries=(Entry(text="zuletzt"),)), attrs.evolve(NONE, rows=((Cell(text="zuletzt"), Cell(text="1")),))])
    def test_signatures_are_never_alone(self, last):
        """What stands last is kept on the page of the signatures: a line of its own, or the last row of a table."""
        body = text_of(write_docx(attrs.evolve(FRAMED, blocks=(Paragraph(text="zuerst"), last))))
        kept = [part for part in re.findall(r"<w:p>.*?</w:p>", body) if "<w:keepNext/>" in part]

        assert [part for part in kept if "zuletzt" in part]
        assert not [part for part in kept if "zuerst" in part]
        assert body.count("<w:keepNext/><w:keepNext/>") == 0

    def test_a_frame_around_nothing(self):
        """A paper without a single block has its signatures all the same."""
        assert "BÁO CÁO" in text_of(write_docx(attrs.evolve(FRAMED, blocks=())))


class TestExcel:
    """Workbooks of Excel."""

    def test_openpyxl_reads_it_back(self):
        """The first sheet says, each table has a sheet with fixed head, filter, print titles; numbers are numbers."""
        book = openpyxl.load_workbook(BytesIO(write_xlsx(FRAMED)))
        sheet = book["t"]

        assert book.sheetnames == ["Báo cáo", "t", "t 2", "hình", "hình 2", "lịch", "ai", "ai 2", "rộng"]
        assert [cell.value for cell in book["Báo cáo"]["A"]][:7] == ["QUỐC HIỆU", "Tiêu ngữ", "MẶT TRẬN", "Số: 1", "ngày", "BÁO CÁO", "về việc"]
        assert (sheet.freeze_panes, sheet.auto_filter.ref, sheet.print_title_rows) == ("B4", "A3:B5", "$3:$3")
        assert [[cell.value for cell in row] for row in sheet.iter_rows(min_row=3)] == [["x", "n"], ["a", 1234.5], ["✗ b", "≈ 0,33"]]
        assert book["rộng"].page_setup.orientation == "landscape"
        assert book["ai"]["B4"].value == "! u"
        assert book.properties.title == "Trang"

    def test_the_first_sheet_says_where_the_tables_are(self):
        """In the place of each table its sheet is named, by the very name that the sheet has."""
        book = openpyxl.load_workbook(BytesIO(write_xlsx(FRAMED)))
        said = [cell.value for cell in book["Báo cáo"]["A"] if str(cell.value or "").startswith("Xem trang tính")]

        assert said == [f"Xem trang tính “{name}”." for name in book.sheetnames[1:]]

    def test_wide_sheets_lie_across(self):
        """A sheet wider than its paper is printed across it, since it would be too small upright; its head has room for its lines."""
        long = Table(caption="t", columns=(Column(text="x"), Column(text="y " * 60)), rows=((Cell(text="a" * 50), Cell(text="b")),))
        sheet = openpyxl.load_workbook(BytesIO(write_xlsx(attrs.evolve(PAGE, blocks=(long,)))))["t"]
        narrow = openpyxl.load_workbook(BytesIO(write_xlsx(attrs.evolve(PAGE, blocks=(NONE,)))))["t"]

        assert (sheet.page_setup.orientation, narrow.page_setup.orientation) == ("landscape", "portrait")
        assert sheet.row_dimensions[3].height > narrow.row_dimensions[3].height

    def test_numbers_in_both_manners(self):
        """A grouped number is read by the language of the page; anything more is a text."""
        book = openpyxl.load_workbook(BytesIO(write_xlsx(attrs.evolve(PAGE, lang="en", blocks=(attrs.evolve(NONE, rows=((Cell(text="a"), Cell(text="-1,234.5")), (Cell(text="b"), Cell(text="1.234,5")))),)))))

        assert [book["t"]["B4"].value, book["t"]["B5"].value] == [-1234.5, "1.234,5"]

    def test_without_the_extra_it_says_what_brings_it(self, monkeypatch):
        """No bare ImportError leaves."""
        monkeypatch.setitem(sys.modules, "xlsxwriter", None)

        with pytest.raises(NotInstalled, match="the extra 'office' of supervision-core brings it") as caught:
            to_xlsx(PLAN)
        assert caught.value.args == ("XlsxWriter", "office")


class TestBoth:
    """What holds for Word and Excel."""

    @pytest.mark.parametrize("lang", ["vi", "en"])
    @pytest.mark.parametrize("write", [to_docx, to_xlsx])
    def test_equal_input_gives_equal_bytes_in_another_process(self, write, lang):
        """Whatever the day, the hash seed and the time zone; and no part bears a day later than the earliest that archives know."""
        code = (
            "import sys, hashlib, supervision_core as sc\n"
            "from supervision_core import rendering\n"
            "roster = sc.Roster(subjects=[sc.Subject(id=f's{number}') for number in range(6)], lead_units=[sc.LeadUnit(id=unit) for unit in 'abc'])\n"
            f"made = rendering.{write.__name__}(sc.plan_year(roster, year=2027), lang={lang!r})\n"
            "print(hashlib.sha256(made).hexdigest())"
        )
        ran = {
            subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True, env={"PYTHONPATH": ":".join(sys.path), "PYTHONHASHSEED": seed, "TZ": zone}).stdout
            for seed, zone in (("1", "UTC"), ("2", "Pacific/Kiritimati"))
        }

        assert len(ran) == 1
        with zipfile.ZipFile(BytesIO(write(PLAN, lang=lang))) as archive:
            assert {one.date_time for one in archive.infolist()} == {(1980, 1, 1, 0, 0, 0)}

    def test_no_file_is_touched(self):
        """An audit hook sees nothing open once the writers are loaded."""
        code = (
            "import sys, supervision_core as sc\n"
            "from supervision_core.rendering import to_docx, to_xlsx\n"
            "facts = sc.Facts.of({'civic.standing': True})\n"
            "to_docx(facts), to_xlsx(facts)\n"
            "seen = []\n"
            "sys.addaudithook(lambda event, args: seen.append(event) if event.startswith(('open', 'os.', 'tempfile', 'socket', 'shutil', 'time', 'subprocess')) else None)\n"
            "to_docx(facts), to_xlsx(facts)\n"
            "print(list(seen))"
        )
        ran = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True, env={"PYTHONPATH": ":".join(sys.path)})

        assert ran.stdout.strip() == "[]"

    def test_hostile_text_breaks_neither(self):
        """Formulas stay texts, markup is escaped, what cannot be seen is written out, and nothing is cut off."""
        rows = tuple((Cell(text=text), Cell(text=text)) for text in HOSTILE)
        page = Page(title="=cmd", lang="vi", blocks=(Paragraph(text="=1+1"), Table(caption="[:]*?/\\'", columns=(Column(text="=1"), Column(text="=2", is_number=True)), rows=rows), *(Table(caption=text, columns=(Column(text="x"),), rows=()) for text in HOSTILE), Table(caption="History", columns=(Column(text="x"),), rows=())))
        made, book = write_docx(page), write_xlsx(page)
        document, sheets = docx.Document(BytesIO(made)), openpyxl.load_workbook(BytesIO(book))

        for name, part in parts_of(book).items():
            if name.startswith("xl/worksheets/"):
                assert b"<f>" not in part
                assert b"<hyperlink" not in part
        assert [cell.value for cell in sheets.worksheets[1]["A"]][3:7] == HOSTILE[:4]
        assert len("".join(str(cell.value or "") for cell in sheets.worksheets[1]["A"] if str(cell.value or "").startswith("xx"))) == 40_000
        assert len(set(map(str.casefold, sheets.sheetnames))) == len(HOSTILE) + 3
        assert all(len(name) <= 31 and not re.search(r"[\[\]:*?/\\]", name) for name in sheets.sheetnames)
        cells = [row.cells[0].text for row in document.tables[0].rows]
        assert cells[1:7] == HOSTILE[:6]
        assert "a⟨U+0000⟩b c" in cells
        assert "An⟨U+202E⟩gnud" in cells

    def test_libre_office_reads_both(self, tmp_path):
        """Where it is installed: both open and become paper."""
        office = which("soffice") or which("libreoffice")
        if office is None:
            pytest.skip("no LibreOffice here")
        (tmp_path / "p.docx").write_bytes(to_docx(PLAN, letterhead=HEAD))
        (tmp_path / "q.xlsx").write_bytes(to_xlsx(PLAN, letterhead=HEAD))
        subprocess.run([office, f"-env:UserInstallation=file://{tmp_path}/own", "--headless", "--convert-to", "pdf", "--outdir", str(tmp_path), str(tmp_path / "p.docx"), str(tmp_path / "q.xlsx")], check=True, capture_output=True, timeout=300)

        assert all((tmp_path / f"{name}.pdf").read_bytes().startswith(b"%PDF") for name in "pq")


class TestSides:
    """Which blocks go across the paper."""

    def test_headings_and_sentences_go_with_what_they_speak_of(self):
        """A heading and what is said below it go with the next table of its part, notes with the table above them."""
        head, said, note = Heading(text="x"), Paragraph(text="y"), Listing(entries=(Entry(text="[1] z"),), is_plain=True)

        assert sides((NONE, head, said, WIDE, note, said, head, NONE)) == [False, True, True, True, True, True, False, False]
        assert sides((said, NONE, said, head, WIDE)) == [False, False, False, True, True]
        assert sides((WIDE, head, said)) == [True, True, True]
        assert sides((head, Heading(text="x", level=2), WIDE)) == [True, True, True]

    def test_long_heads_of_numbers_take_more_room(self):
        """Ten columns of numbers stand upright below years, and across below heads in many words."""
        def numbers(head):
            return Table(caption="c", columns=(Column(text="x"), *(Column(text=head, is_number=True) for _ in range(9))), rows=())

        assert [is_wide(numbers("2027")), is_wide(numbers("Được làm tròn lên (số phương án)"))] == [False, True]

    def test_sentences_go_with_the_only_tables(self):
        """A paper of sentences and wide tables lies across as a whole, signatures too; without a wide table it stands upright."""
        page = attrs.evolve(FRAMED, blocks=(Paragraph(text="x"), WIDE))
        mixed = write_html(attrs.evolve(FRAMED, blocks=(NONE, WIDE)))

        assert sides(page.blocks) == [True, True]
        assert sides((Paragraph(text="x"), NONE)) == [False, False]
        assert sides(()) == []
        assert '<div class="sc-wide"><header' in write_html(page)
        assert '<div class="sc-wide"><footer' in write_html(page)
        assert '<div class="sc-wide"><header' not in mixed
        assert '<div class="sc-wide"><footer' in mixed

    def test_a_heading_goes_with_what_it_heads(self):
        """A heading at the end goes with nothing."""
        assert sides((Heading(text="a"), Heading(text="b"), WIDE, NONE, Heading(text="c"))) == [True, True, True, False, False]
        assert is_wide(attrs.evolve(GRID, columns=tuple(map(str, range(14)))))
        assert not is_wide(Paragraph(text="x"))

