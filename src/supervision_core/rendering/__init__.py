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
    from supervision_core.rendering.formats import (
        Display as Display,
        ReportOptions as ReportOptions,
        to_docx as to_docx,
        to_html as to_html,
        to_markdown as to_markdown,
        to_page as to_page,
        to_svg as to_svg,
        to_text as to_text,
        to_xlsx as to_xlsx,
    )
    from supervision_core.rendering.kinds import (
        NotRenderable as NotRenderable,
    )
    from supervision_core.rendering.letterhead import (
        LAYOUT as LAYOUT,
        NATIONAL_HEADING as NATIONAL_HEADING,
        Layout as Layout,
        Letterhead as Letterhead,
        Signatory as Signatory,
    )
    from supervision_core.rendering.page import (
        Bars as Bars,
        Cell as Cell,
        ChartBar as ChartBar,
        Column as Column,
        Entry as Entry,
        Frame as Frame,
        Grid as Grid,
        GridRow as GridRow,
        Heading as Heading,
        Listing as Listing,
        Mark as Mark,
        Notice as Notice,
        Page as Page,
        Paragraph as Paragraph,
        Phase as Phase,
        Segment as Segment,
        Signature as Signature,
        Table as Table,
        Terms as Terms,
        Timeline as Timeline,
        Track as Track,
    )
    from supervision_core.rendering.writers.stylesheet import (
        stylesheet as stylesheet,
    )
    from supervision_core.rendering.writers.xlsx import (
        NotInstalled as NotInstalled,
    )

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
