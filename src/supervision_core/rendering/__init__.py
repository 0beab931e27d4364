"""Reports for people: text, Markdown, HTML and SVG of whatever the library answers, in Vietnamese and English.

Import it by name: ``from supervision_core.rendering import to_html``. Everything here is pure and returns text.

A **teller** turns a value into a page, that is, into headings, lists, tables and pictures as plain values; a **writer** turns
a page into one format. Tellers know no format and writers no domain, so a new kind of result needs one teller and a new
format one writer (``to_page`` gives the page to one of your own).
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from supervision_core._lazily import door

if TYPE_CHECKING:
    from supervision_core.rendering.formats import (
        Display as Display,
        NotRenderable as NotRenderable,
        to_html as to_html,
        to_markdown as to_markdown,
        to_page as to_page,
        to_svg as to_svg,
        to_text as to_text,
    )
    from supervision_core.rendering.page import (
        Bars as Bars,
        Cell as Cell,
        ChartBar as ChartBar,
        Column as Column,
        Entry as Entry,
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
        Table as Table,
        Terms as Terms,
        Timeline as Timeline,
        Track as Track,
    )
    from supervision_core.rendering.writers.stylesheet import (
        stylesheet as stylesheet,
    )

__all__, __getattr__, __dir__ = door(
    __name__,
    globals(),
    {
        "formats": "Display NotRenderable to_html to_markdown to_page to_svg to_text",
        "page": (
            "Bars Cell ChartBar Column Entry Grid GridRow Heading Listing Mark Notice Page Paragraph Phase Segment "
            "Table Terms Timeline Track"
        ),
        "writers.stylesheet": "stylesheet",
    },
)
