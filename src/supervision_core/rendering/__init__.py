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
    )
    from supervision_core.rendering.formats import (
        NotRenderable as NotRenderable,
    )
    from supervision_core.rendering.formats import (
        to_html as to_html,
    )
    from supervision_core.rendering.formats import (
        to_markdown as to_markdown,
    )
    from supervision_core.rendering.formats import (
        to_page as to_page,
    )
    from supervision_core.rendering.formats import (
        to_svg as to_svg,
    )
    from supervision_core.rendering.formats import (
        to_text as to_text,
    )
    from supervision_core.rendering.page import (
        Bars as Bars,
    )
    from supervision_core.rendering.page import (
        Cell as Cell,
    )
    from supervision_core.rendering.page import (
        ChartBar as ChartBar,
    )
    from supervision_core.rendering.page import (
        Column as Column,
    )
    from supervision_core.rendering.page import (
        Entry as Entry,
    )
    from supervision_core.rendering.page import (
        Grid as Grid,
    )
    from supervision_core.rendering.page import (
        GridRow as GridRow,
    )
    from supervision_core.rendering.page import (
        Heading as Heading,
    )
    from supervision_core.rendering.page import (
        Listing as Listing,
    )
    from supervision_core.rendering.page import (
        Mark as Mark,
    )
    from supervision_core.rendering.page import (
        Notice as Notice,
    )
    from supervision_core.rendering.page import (
        Page as Page,
    )
    from supervision_core.rendering.page import (
        Paragraph as Paragraph,
    )
    from supervision_core.rendering.page import (
        Phase as Phase,
    )
    from supervision_core.rendering.page import (
        Segment as Segment,
    )
    from supervision_core.rendering.page import (
        Table as Table,
    )
    from supervision_core.rendering.page import (
        Terms as Terms,
    )
    from supervision_core.rendering.page import (
        Timeline as Timeline,
    )
    from supervision_core.rendering.page import (
        Track as Track,
    )
    from supervision_core.rendering.writers.stylesheet import (
        stylesheet as stylesheet,
    )

__all__, __getattr__, __dir__ = door(  # noqa: PLE0605  checkers read the names above
    __name__,
    globals(),
    {
        "formats": "Display NotRenderable to_html to_markdown to_page to_svg to_text",
        "page": "Bars Cell ChartBar Column Entry Grid GridRow Heading Listing Mark Notice Page Paragraph Phase Segment Table Terms Timeline Track",
        "writers.stylesheet": "stylesheet",
    },
)
