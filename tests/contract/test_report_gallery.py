"""Every kind of report, looked at as people get it: in both languages, on a phone and on a desk, on light ground and on dark."""

import json
import re
import subprocess
from collections.abc import Mapping

import pytest

import reports_gallery
from contract.test_report_browser import BROWSER, LOOK
from supervision_core.rendering import kinds, stylesheet, to_docx, to_html, to_page, to_xlsx

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
