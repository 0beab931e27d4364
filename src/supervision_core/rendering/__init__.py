"""Reports for people: text, Markdown, HTML, SVG, Word and Excel of whatever the library answers, in both languages.

Import it by name: ``from supervision_core.rendering import to_html``. Everything here is pure and returns text or bytes.

A **view** turns a value into a page, that is, into headings, lists, tables and pictures as plain values; a **writer** turns
a page into one format. Views know no format and writers no domain, so a new kind of result needs one view and a new
format one writer (``to_page`` gives the page to one of your own).
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from supervision_core._lazily import door

if TYPE_CHECKING:
    from supervision_core.rendering.formats import *
    from supervision_core.rendering.kinds import *
    from supervision_core.rendering.letterhead import *
    from supervision_core.rendering.page import *
    from supervision_core.rendering.writers.stylesheet import *
    from supervision_core.rendering.writers.xlsx import *

__all__, __getattr__, __dir__ = door(
    __name__,
    globals(),
    {
        "formats": "Display ReportOptions to_docx to_html to_markdown to_page to_svg to_text to_xlsx",
        "kinds": "NotRenderable",
        "letterhead": "LAYOUT NATIONAL_HEADING Layout Letterhead Signatory",
        "page": (
            "Bars Cell ChartBar Column Entry Frame Grid GridRow Heading Listing Mark Notice Page Paragraph Phase Segment "
            "Signature Table Terms Timeline Track"
        ),
        "writers.stylesheet": "stylesheet",
        "writers.xlsx": "NotInstalled",
    },
)
