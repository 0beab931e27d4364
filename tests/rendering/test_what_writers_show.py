"""One small page in each format, part by part: what a reader of Markdown, HTML, a paper or a picture has before the eyes."""

import io
import re
import zipfile
from fractions import Fraction
from xml.etree import ElementTree as ET

import attrs
import pytest

from supervision_core.rendering import (
    Bars,
    Cell,
    ChartBar,
    Column,
    Entry,
    Grid,
    Heading,
    Listing,
    Mark,
    Notice,
    Page,
    Paragraph,
    Phase,
    Segment,
    Table,
    Terms,
    Timeline,
    Track,
)
from supervision_core.rendering.page import GridRow
from supervision_core.rendering.writers.docx import write_docx
from supervision_core.rendering.writers.html import write_html
from supervision_core.rendering.writers.markdown import write_markdown
from supervision_core.rendering.writers.svg import draw_bars, draw_timeline, write_svg
from supervision_core.rendering.writers.text import write_text

FIGURES = Table(caption="Bảng", columns=(Column(text="Tên"), Column(text="Số", is_number=True)), rows=((Cell(text="a", mark=Mark.BAD), Cell(text="1")), (Cell(text="b"), Cell(text="12"))))
GRID = Grid(
    caption="Ai với ai", description="Mỗi hàng một người.", corner="Người", columns=("2025", "2026"), legend=("Mặt trận", "Phụ nữ"), flag="như năm trước",
    rows=(GridRow(label="An", fields=(0, 0), flags=(False, True)), GridRow(label="Bình", fields=(None, 1), flags=(False, False))),
)  # fmt: skip
LIST = Listing(
    entries=(
        Entry(text="Đạt", mark=Mark.GOOD, word="được", notes=("vì a", "vì b"), children=(Entry(text="Con", mark=Mark.BAD, word="không"), Entry(text="Thường"))),
        Entry(text="Trơn"),
    )
)
PAGE = Page(
    title="Trang", lang="vi",
    blocks=(Heading(text="Phần"), Heading(text="Mục", level=2), Paragraph(text="Câu."), Notice(mark=Mark.FLAG, text="Chú ý", notes=("một", "hai")), Terms(pairs=(("Từ", "nghĩa"),)), FIGURES,
            LIST, Listing(entries=(Entry(text="x"), Entry(text="y")), is_ordered=True), Listing(entries=(Entry(text="p"), Entry(text="q")), is_compact=True), GRID),
)  # fmt: skip


def one(block):
    """A page of one block."""
    return Page(title="Trang", lang="vi", blocks=(block,))


def test_markdown():
    """Headings below the title, tables whose numbers stand to the right, lists with their signs and notes, and a grid with its legend."""
    assert write_markdown(PAGE).split("\n") == [
        "# Trang", "", "## Phần", "", "### Mục", "", "Câu.", "", "> **! Chú ý**", ">", "> một", ">", "> hai", "", "- **Từ:** nghĩa", "", "**Bảng**", "", "| Tên | Số |", "| --- | ---: |",
        "| ✗ a | 1 |", "| b | 12 |", "", "- ✓ Đạt: **được** (vì a; vì b)", "  - ✗ Con: **không**", "  - Thường", "- Trơn", "", "1. x", "2. y", "", "p, q", "", "**Ai với ai**", "",
        "- 1 = Mặt trận", "- 2 = Phụ nữ", "- ! = như năm trước", "", "| Người | 2025 | 2026 |", "| --- | ---: | ---: |", "| An | 1 | !1 |", "| Bình | – | 2 |", "",
    ]  # fmt: skip


@pytest.mark.parametrize("write", [write_markdown, write_text, lambda page: "\n".join(paragraphs(page))])
@pytest.mark.parametrize(
    "block", [FIGURES, GRID, Bars(caption="Ảnh", description="a: 1.", bars=(ChartBar(label="a", value=Fraction(1), text="1"),), aim="", table=attrs.evolve(FIGURES, caption="Số liệu", is_headed=True))]
)
def test_a_caption_is_seen_unless_what_stands_above_says_it(write, block):
    """Once where nothing does, and never where something does."""
    assert write(one(block)).count(block.caption) == 1
    assert block.caption not in write(one(attrs.evolve(block, is_headed=True)))


def paragraphs(page):
    """The paragraphs of a paper, as text."""
    with zipfile.ZipFile(io.BytesIO(write_docx(page))) as packed:
        tree = ET.fromstring(packed.read("word/document.xml"))
    w = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
    found = ["".join(piece.text or "" if piece.tag == f"{w}t" else "\t" for piece in paragraph.iter() if piece.tag in {f"{w}t", f"{w}tab"} and (piece.tag == f"{w}t" or piece.get(f"{w}val") is None))
             for paragraph in tree.iter(f"{w}p")]  # fmt: skip
    return [text for text in found if text.strip()]


def test_a_paper():
    """Every part in its order; lines of lists behind their signs, and a field of a grid by its number, with the flag before it."""
    assert paragraphs(PAGE) == [
        "Trang", "Phần", "Mục", "Câu.", "! Chú ý", "một", "hai", "Từ: nghĩa", "Bảng", "Tên", "Số", "✗ a", "1", "b", "12", "✓\tĐạt: được (vì a; vì b)", "✗\tCon: không", "–\tThường", "–\tTrơn",
        "1.\tx", "2.\ty", "p, q", "Ai với ai", "Mỗi hàng một người.", "1 = Mặt trận; 2 = Phụ nữ", "! = như năm trước", "Người", "2025", "2026", "An", "1", "!1", "Bình", "–", "2",
    ]  # fmt: skip


def test_html():
    """Each part with the class that gives it its look; what a sign says stands beside it in words, for whoever does not see it."""
    told = write_html(PAGE)

    for part in (
        '<div class="sc-notice sc-flag"><span class="sc-sign sc-flag" aria-hidden="true">!</span><p class="sc-said">Chú ý</p><p>một</p><p>hai</p></div>',
        "<dl><div><dt>Từ</dt><dd>nghĩa</dd></div></dl>",
        '<thead><tr><th scope="col">Tên</th><th scope="col" class="sc-number">Số</th></tr></thead>',
        '<span class="sc-sign sc-bad" aria-hidden="true">✗</span>a</th>',
        ('<ul class="sc-tree"><li><span class="sc-sign sc-good" aria-hidden="true">✓</span>Đạt: <span class="sc-word sc-good">được</span> <span class="sc-muted">(vì a; vì b)</span>'
        '<ul><li><span class="sc-sign sc-bad" aria-hidden="true">✗</span>Con: <span class="sc-word sc-bad">không</span></li><li>Thường</li></ul></li><li>Trơn</li></ul>'),
        "<ol><li>x</li><li>y</li></ol>",
        '<ul class="sc-many"><li>p</li><li>q</li></ul>',
        '<ul class="sc-legend"><li><span class="sc-chip sc-k1">1</span> Mặt trận</li><li><span class="sc-chip sc-k2">2</span> Phụ nữ</li><li><span class="sc-sign sc-flag">!</span>như năm trước</li></ul>',
        '<td><span class="sc-chip sc-k1" aria-hidden="true">1</span> <span class="sc-vh">Mặt trận</span></td>',
        '<td><span class="sc-chip sc-k1" aria-hidden="true">1</span><span class="sc-sign sc-flag" aria-hidden="true">!</span> <span class="sc-vh">Mặt trận; như năm trước</span></td>',
        '<td>–<span class="sc-vh"> không có đầu mối</span></td>',
        "<caption>Bảng</caption>",
        "<caption>Ai với ai</caption>",
    ):
        assert part in told
    assert '<span class="sc-word">lời</span>' in write_html(one(Listing(entries=(Entry(text="a", word="lời"),))))
    assert '<caption><span class="sc-vh">Bảng</span></caption>' in write_html(one(attrs.evolve(FIGURES, is_headed=True)))
    assert '<ul class="sc-plain"><li>[1] a</li></ul>' in write_html(one(Listing(entries=(Entry(text="[1] a"),), is_plain=True)))


def elements(drawing):
    """The shapes and texts of a drawing, with their attributes."""
    return list(ET.fromstring(f"<svg>{''.join(drawing.elements)}</svg>").iter())


def of_class(found, name):
    """The shapes of a look."""
    return [shape for shape in found if shape.get("class") == name]


def share(text):
    """A percentage as a number."""
    return Fraction(text.removesuffix("%")) / 100


BARS = Bars(
    caption="Ảnh", description="a: 3; b: 12.", aim="vạch: mức",
    bars=(ChartBar(label="Mặt trận", value=Fraction(3), text="3", aim=Fraction(6), mark=Mark.BAD), ChartBar(label="Phụ nữ", value=Fraction(12), text="12")), table=FIGURES,
)  # fmt: skip


def test_bars():
    """Each is as long as its share of the longest, in a groove of the whole width; a line stands where it aims; its name and number above it."""
    found = elements(draw_bars(BARS))
    grooves, bars, aims = (of_class(found, f"sc-{name}") for name in ("groove", "bar", "aim"))
    texts = {shape.text: shape for shape in found if shape.tag == "text"}

    assert [share(bar.get("width")) for bar in bars] == [Fraction(1, 4), 1]
    assert [groove.get("width") for groove in grooves] == ["100%"] * 2
    assert [bar.get("y") for bar in bars] == [groove.get("y") for groove in grooves]
    assert [share(line.get("x1")) for line in aims[:1]] == [Fraction(1, 2)] == [share(line.get("x2")) for line in aims[:1]]
    assert int(aims[0].get("y1")) < int(bars[0].get("y")) < int(bars[0].get("y")) + int(bars[0].get("height")) < int(aims[0].get("y2"))
    assert len(aims) == 2  # the second explains the first, beside its words
    assert int(aims[1].get("y1")) < int(texts["vạch: mức"].get("y")) <= int(aims[1].get("y2"))
    for name, number, bar in (("✗ Mặt trận", "3", bars[0]), ("Phụ nữ", "12", bars[1])):
        assert texts[name].get("x") == "0"
        assert (texts[number].get("x"), texts[number].get("text-anchor")) == ("100%", "end")
        assert int(texts[name].get("y")) == int(texts[number].get("y")) < int(bar.get("y"))
    lowest = [int(shape.get("y", 0)) + int(shape.get("height", 0)) for shape in found] + [int(line.get("y2")) for line in aims]
    assert max(lowest) <= draw_bars(BARS).height


TIME = Timeline(
    caption="Lịch", description="a.", first="01/01", last="31/12", today=(Fraction(1, 2), "hôm nay"), legend=((Phase.DONE, "đã làm"), (Phase.MISSING, "thiếu")), table=FIGURES,
    tracks=(
        Track(label="Họp", segments=(Segment(start=Fraction(0), end=Fraction(1, 4), phase=Phase.DONE, text="quý I"), Segment(start=Fraction(1, 4), end=Fraction(1, 2), phase=Phase.MISSING, text="quý II"))),
        Track(label="Tiếp dân", segments=(Segment(start=Fraction(1, 2), end=Fraction(3, 4), phase=Phase.OPEN, text="quý III"), Segment(start=Fraction(3, 4), end=Fraction(1), phase=Phase.IDLE, text="quý IV"))),
    ),
    months=((Fraction(0), "T1"), (Fraction(1, 2), "T7")), turns=(Fraction(3, 4),), turn="luật khác",
)  # fmt: skip


def test_a_time_line():
    """Each stretch lies where its time does, full, crossed, half or low by how it stands; months, the day and a change of the law stand at their places."""
    found = elements(draw_timeline(TIME))
    texts = {shape.text: shape for shape in found if shape.tag == "text"}
    titles = [shape.text for shape in found if shape.tag == "title"]
    done, missing, half, low = (of_class(found, f"sc-p-{name}") for name in ("done", "missing", "open", "idle"))

    assert titles == ["quý I", "quý II", "quý III", "quý IV"]
    assert [(share(one[0].get("x")), share(one[0].get("width"))) for one in (done, missing, half, low)] == [(Fraction(at, 4), Fraction(1, 4)) for at in range(4)]
    full, floor = int(done[0].get("height")), [int(one[0].get("y")) + int(one[0].get("height")) for one in (done, missing, half, low)]
    assert [int(one[0].get("height")) for one in (missing, half, low)] == [full, full // 2, 3]
    assert floor[0] == floor[1] < floor[2] == floor[3]
    crosses = of_class(found, "sc-p-missing-cross")
    assert [(share(line.get("x1")), share(line.get("x2"))) for line in crosses[:2]] == [(Fraction(1, 4), Fraction(1, 2))] * 2
    top, bottom = int(missing[0].get("y")), floor[1]
    assert [(int(line.get("y1")), int(line.get("y2"))) for line in crosses[:2]] == [(top, bottom), (bottom, top)]
    assert [share(texts[month].get("x")) for month in ("T1", "T7")] == [0, Fraction(1, 2)]
    assert (share(texts["hôm nay"].get("x")), texts["hôm nay"].get("text-anchor")) == (Fraction(1, 2), "middle")
    [today] = of_class(found, "sc-today")
    assert share(today.get("x1")) == Fraction(1, 2) == share(today.get("x2"))
    turn, sample = of_class(found, "sc-turn")
    assert share(turn.get("x1")) == Fraction(3, 4) == share(turn.get("x2"))
    assert int(sample.get("y1")) < int(texts["luật khác"].get("y")) < int(sample.get("y2"))
    assert (texts["01/01"].get("x"), texts["31/12"].get("x"), texts["31/12"].get("text-anchor")) == ("0", "100%", "end")
    assert int(texts["Họp"].get("y")) < int(done[0].get("y")) < int(texts["Tiếp dân"].get("y")) < int(half[0].get("y"))
    assert len(done) == len(missing) == 2  # each once in its band and once in the legend
    assert [int(texts[name].get("y")) - int(shape[1].get("y")) for name, shape in (("đã làm", done), ("thiếu", missing))] == [15, 15]
    assert int(missing[1].get("y")) + full <= draw_timeline(TIME).height


@pytest.mark.parametrize(("place", "anchor"), [(Fraction(1, 4), None), (Fraction(1, 3), "middle"), (Fraction(2, 3), "middle"), (Fraction(3, 4), "end")])
def test_the_day_is_written_where_there_is_room(place, anchor):
    """To the right of its line on the left third, to the left on the right third, and across it between."""
    [said] = [shape for shape in elements(draw_timeline(attrs.evolve(TIME, today=(place, "hôm nay")))) if shape.text == "hôm nay"]
    assert said.get("text-anchor") == anchor


def image(page):
    """A page as an image: its root, and its texts in the order in which they stand."""
    root = ET.fromstring(write_svg(page))
    return root, [shape for shape in root.iter() if shape.tag.endswith("}text")]


def test_a_grid_as_an_image():
    """The legend above, each field's number in its column and row, the flag behind the number, and a dash where nobody is."""
    root, texts = image(one(GRID))
    said = [shape.text for shape in texts]

    assert said == ["Trang", "Ai với ai", "1", "Mặt trận", "2", "Phụ nữ", "!", "như năm trước", "Người", "2025", "2026", "An", "1", "1!", "Bình", "–", "2"]
    where = dict(zip(said[8:], texts[8:], strict=True))
    assert where["1"].get("y") == where["1!"].get("y") == where["An"].get("y")
    assert where["–"].get("y") == where["2"].get("y") == where["Bình"].get("y")
    assert int(where["2026"].get("x")) - int(where["2025"].get("x")) == int(where["1!"].get("x")) - int(where["1"].get("x")) > 40
    assert int(where["–"].get("x")) < int(where["2026"].get("x")) < int(where["2"].get("x"))
    assert [shape.get("class") for shape in root.iter() if shape.tag.endswith("}rect")] == ["sc-paper", "sc-k1", "sc-k2", "sc-k1", "sc-k1", "sc-k2"]
    assert [shape.text for shape in root.iter() if shape.tag.endswith("}desc")] == ["Mỗi hàng một người."]


def test_a_page_without_pictures_as_an_image():
    """Its lines one below the other, signs before texts, numbers ending in one column, and nothing outside of the image."""
    page = attrs.evolve(PAGE, blocks=PAGE.blocks[:-1])
    root, texts = image(page)
    said = [shape.text for shape in texts]
    high, wide = int(root.get("height")), int(root.get("width"))
    lines = sorted({int(shape.get("y")) for shape in texts[1:]})

    assert said == [
        "Trang", "Phần", "Mục", "Câu.", "!", "Chú ý", "một", "hai", "Từ: nghĩa", "Bảng", "Tên", "Số", "✗ a", "1", "b", "12", "✓", "Đạt: được", "vì a", "vì b", "✗", "Con: không", "–", "Thường", "–",
        "Trơn", "–", "x", "–", "y", "p, q",
    ]  # fmt: skip
    assert {(after - before) % 22 for before, after in zip(lines, lines[1:], strict=False)} == {0}
    numbers = [shape for shape in texts if shape.text in {"Số", "1", "12"}]
    assert {(shape.get("x"), shape.get("text-anchor")) for shape in numbers} == {(numbers[0].get("x"), "end")}
    assert min(lines) > 0
    assert max(lines) < high
    assert all(0 <= int(shape.get("x")) <= wide for shape in texts)
    assert [shape.text for shape in root.iter() if shape.tag.endswith("}desc")] == [" ".join(said[1:])]
    child, parent = texts[said.index("Con: không")], texts[said.index("Đạt: được")]
    assert int(child.get("x")) > int(parent.get("x"))
    assert re.search(r"\bsc-good\b.*\bsc-strong\b", texts[said.index("✓")].get("class"))


def test_text():
    """The same page as plain text: underlined headings, signs in brackets, columns beside each other."""
    assert write_text(PAGE).split("\n") == [
        "Trang", "=====", "", "Phần", "----", "", "Mục", "···", "", "Câu.", "", "[!] Chú ý", "    một", "    hai", "", "Từ: nghĩa", "", "Bảng", "Tên  Số", "───  ──", "✗ a   1", "b    12", "",
        "✓ Đạt: được", "  · vì a", "  · vì b", "    ✗ Con: không", "    - Thường", "- Trơn", "", "1. x", "2. y", "", "p, q", "", "Ai với ai", "1 = Mặt trận", "2 = Phụ nữ", "! = như năm trước",
        "Người  2025  2026", "─────  ────  ────", "An        1    !1", "Bình      –     2", "",
    ]  # fmt: skip
