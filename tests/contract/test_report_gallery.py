"""Every kind of report, looked at as people get it: in both languages, on a phone and on a desk, on light ground and on dark."""

import json
import re
import subprocess
import unicodedata
import zipfile
from collections.abc import Mapping
from io import BytesIO
from itertools import cycle
from xml.etree import ElementTree as ET

import attrs
import docx
import html5lib
import openpyxl
import pytest

import reports_december
import reports_gallery
import supervision_core as sc
from contract.test_report_browser import BROWSER, LOOK
from laws.test_rendering_laws import ATTRIBUTES, MARKDOWN, TAGS
from supervision_core.rendering import Bars, Grid, Timeline, kinds, stylesheet, to_docx, to_html, to_page, to_svg, to_xlsx
from supervision_core.rendering.writers.docx import write_docx
from supervision_core.rendering.writers.html import write_html
from supervision_core.rendering.writers.markdown import write_markdown
from supervision_core.rendering.writers.svg import write_svg
from supervision_core.rendering.writers.text import write_text
from supervision_core.rendering.writers.xlsx import write_xlsx

GALLERY = reports_gallery.gallery()
#: Made by the reader of documents or by errors alone, and shown like other errors.
NOT_MADE = {"SupervisionError"}


def seen(value):
    """The kinds of values that a value shows."""
    many = value.values() if isinstance(value, Mapping) else value if isinstance(value, tuple | list) else [value]
    return {type(one).__name__ for one in many}


def test_the_gallery_has_every_kind():
    """Whatever there is a report for hangs in it."""
    shown = set().union(*(seen(value) | {type(value).__name__} for value, _ in GALLERY.values()))

    assert sorted(set(kinds.supported()) - shown - NOT_MADE) == []


@pytest.mark.parametrize("name", sorted(GALLERY))
def test_people_and_bodies_go_by_name(name):
    """No id of somebody who has a name stands in a page, in neither language."""
    value, options = GALLERY[name]
    if "names" not in options:
        return

    for lang in ("vi", "en"):
        told = re.sub(r"<[^>]*>", " ", to_html(value, fragment=True, lang=lang, **options))
        assert re.findall(r"\bCB\d\d\b", told.replace("DK-CB99", "")) == []


@pytest.mark.parametrize("name", sorted(GALLERY))
def test_no_page_says_a_thing_twice_over(name):
    """No caption repeats the heading above it, and no block is empty."""
    value, options = GALLERY[name]
    blocks = to_page(value, **options).blocks

    assert blocks
    for above, below in zip(blocks, blocks[1:], strict=False):
        if hasattr(below, "caption") and hasattr(above, "level"):
            assert below.is_headed or below.caption not in above.text


@pytest.mark.parametrize("lang", ["vi", "en"])
@pytest.mark.parametrize("name", sorted(GALLERY))
def test_no_two_tables_of_a_report_are_called_the_same(name, lang):
    """Whoever jumps from table to table by ear knows where they are."""
    value, options = GALLERY[name]
    captions = [block.caption for block in to_page(value, lang=lang, **options).blocks if hasattr(block, "caption")]

    assert len(set(captions)) == len(captions)


@pytest.mark.parametrize("name", sorted(GALLERY))
def test_every_heading_has_something_below_it(name):
    """No heading stands last, or above another that is not below it in rank."""
    value, options = GALLERY[name]
    blocks = to_page(value, **options).blocks

    for above, below in zip(blocks, (*blocks[1:], None), strict=True):
        if hasattr(above, "level"):
            assert below is not None
            assert getattr(below, "level", 9) > above.level


@pytest.mark.parametrize("name", sorted(GALLERY))
def test_word_and_excel_hold_it_too(name):
    """Every kind becomes a document and a workbook, each an archive."""
    value, options = GALLERY[name]

    assert {write(value, **options)[:2] for write in (to_docx, to_xlsx)} == {b"PK"}


#: Formulas of spreadsheets, markup of every format, and characters that hide or turn what stands beside them.
HOSTILE = (
    "=1+1", '=HYPERLINK("https://x.vn","a")', "+cmd|' /C calc'!A0", "-2+3", "@SUM(A1)", "\t=1", "{=1}", "https://x.vn", "mailto:a@x.vn", "'lead",
    "<script>alert(1)</script>", "</svg><script>x</script>", '" onload="x', "<w:t>&amp;", "]]>", "<!--", "&#x3C;b&#x3E;",
    "| a | b |\n|---|---|", "[x](javascript:y)", "![x](y)", "**x** `y` # z", "1. x", "An\u202egnud", "a\u200bb\ufeff", "a\x00b\x0bc", " ",
)  # fmt: skip


def spoilt(thing, texts):
    """A page, and all within it, with a hostile text in every field that holds one."""
    if isinstance(thing, str):
        return next(texts)
    if isinstance(thing, tuple):
        return tuple(spoilt(one, texts) for one in thing)
    if attrs.has(type(thing)):
        fields = {one.name: getattr(thing, one.name) for one in attrs.fields(type(thing)) if one.name != "lang"}
        return attrs.evolve(thing, **{name: spoilt(value, texts) for name, value in fields.items()})
    return thing


def framed(name):
    """The page of a kind with a frame around it, spoilt in every field; each kind begins elsewhere in the list."""
    value, options = GALLERY[name]
    page = to_page(value, letterhead=reports_december.head("1", sc.Label("x", "x"), sc.Label("y", "y")), **options)
    start = sorted(GALLERY).index(name)
    return spoilt(page, cycle(HOSTILE[start % len(HOSTILE) :] + HOSTILE[: start % len(HOSTILE)]))


@pytest.mark.parametrize("name", sorted(GALLERY))
def test_hostile_text_in_every_field_breaks_no_text_format(name):
    """HTML stays of known elements, SVG is XML of its own shapes, Markdown has no link and no raw HTML, text hides nothing."""
    page = framed(name)
    tree = html5lib.HTMLParser(strict=True, namespaceHTMLElements=False).parse(write_html(page))
    image = ET.fromstring(write_svg(page))
    inside = {child.type for token in MARKDOWN.parse(write_markdown(page)) for child in token.children or ()}

    assert {str(one.tag).rpartition("}")[2] for one in tree.iter()} <= {*TAGS, "header", "footer"}
    assert {attribute for one in tree.iter() for attribute in one.attrib} <= ATTRIBUTES
    assert {one.tag.rpartition("}")[2] for one in image.iter()} <= {"svg", "title", "desc", "style", "rect", "line", "text", "g"}
    assert inside <= {"text", "text_special", "strong_open", "strong_close", "em_open", "em_close", "softbreak", "hardbreak"}
    assert not [one for one in set(write_text(page)) if one != "\n" and unicodedata.category(one) in {"Cc", "Cf", "Cs"}]


@pytest.mark.parametrize("name", sorted(GALLERY))
def test_hostile_text_in_every_field_breaks_neither_word_nor_excel(name):
    """Both are read back; no cell is a formula or a link, and what begins like a formula stands there as text."""
    page = framed(name)
    made = write_xlsx(page)
    book = openpyxl.load_workbook(BytesIO(made))
    with zipfile.ZipFile(BytesIO(made)) as archive:
        sheets = [archive.read(part) for part in archive.namelist() if part.startswith("xl/worksheets/")]
    fields = [one for part in sheets for one in ET.fromstring(part).iter("{http://schemas.openxmlformats.org/spreadsheetml/2006/main}c") if len(one)]
    document = docx.Document(BytesIO(write_docx(page)))

    assert not [part for part in sheets if b"<f>" in part or b"<f " in part or b"<hyperlink" in part]
    # A field is a shared text, and only a number that is one without a doubt is none.
    assert all(one.get("t") == "s" or float(one[0].text) is not None for one in fields)
    assert len(book.worksheets) == len(sheets)
    assert len(document.tables) + len(document.paragraphs) > 2


@pytest.mark.parametrize("lang", ["vi", "en"])
@pytest.mark.parametrize("name", sorted(GALLERY))
def test_every_picture_has_a_title_and_says_what_it_shows(name, lang):
    """Each picture of a report is described in a sentence of its own, on the page and in the image that stands alone."""
    value, options = GALLERY[name]
    pictures = [block for block in to_page(value, lang=lang, **options).blocks if isinstance(block, Bars | Timeline | Grid)]
    image = ET.fromstring(to_svg(value, lang=lang, **options))

    assert all(picture.caption.strip() and picture.description.strip(" .;:") not in ("", picture.caption) for picture in pictures)
    assert [child.tag.rpartition("}")[2] for child in image[:2]] == ["title", "desc"]
    assert all(picture.description in image[1].text for picture in pictures)


def test_the_pictures_that_a_ward_asks_for_are_there():
    """Past years, the calendar with months and a change of law, rests over years, policies side by side, grades over years."""
    shown = {name: [type(block).__name__ for block in to_page(value, **options).blocks if isinstance(block, Bars | Timeline | Grid)] for name, (value, options) in GALLERY.items()}
    value, options = GALLERY["compliance"]
    [calendar] = [block for block in to_page(value, **options).blocks if isinstance(block, Timeline)]

    assert [shown[name] for name in ("history", "horizon", "policies", "grades_by_year")] == [["Grid"], ["Grid", "Bars"], ["Bars", "Bars"], ["Grid"]]
    assert calendar.months
    assert calendar.turns


@pytest.mark.skipif(BROWSER is None, reason="no Chromium on this machine (Debian: apt install chromium)")
@pytest.mark.parametrize("lang", ["vi", "en"])
@pytest.mark.parametrize(("width", "theme"), [(500, "dark"), (1280, "light")])
def test_nothing_runs_over_and_nothing_is_faint(tmp_path, width, theme, lang):
    """No report is wider than its page, no label is squeezed, every text has contrast AA."""
    reports = "".join(to_html(value, fragment=True, lang=lang, **options) for value, options in GALLERY.values())
    page = (
        f'<!doctype html><html lang="{lang}" data-theme="{theme}"><head><meta charset="utf-8"><style>{stylesheet()}</style></head>'
        f"<body>{reports}<script>{LOOK}</script></body></html>"
    )
    (tmp_path / "page.html").write_text(page, "utf-8")
    flags = ["--headless", "--no-sandbox", "--disable-gpu", "--no-first-run", f"--window-size={width},900", f"--user-data-dir={tmp_path}/own"]
    ran = subprocess.run([BROWSER, *flags, "--dump-dom", (tmp_path / "page.html").as_uri()], capture_output=True, text=True, check=True, timeout=120)

    assert json.loads(re.findall(r"@@(\{.*\})@@", ran.stdout)[-1]) == {"seen": len(GALLERY), "over": [], "faint": [], "narrow": [], "page": False}
