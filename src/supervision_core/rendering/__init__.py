"""Reports for people: text, Markdown, HTML and SVG of whatever the library answers, in Vietnamese and English.

Import it by name: ``from supervision_core.rendering import to_html``. Everything here is pure and returns text.

A **teller** turns a value into a page, that is, into headings, lists, tables and pictures as plain values; a **writer** turns
a page into one format. Tellers know no format and writers no domain, so a new kind of result needs one teller and a new
format one writer (``to_page`` gives the page to one of your own).
"""

from supervision_core.rendering.displays import Display
from supervision_core.rendering.formats import to_html, to_markdown, to_svg, to_text
from supervision_core.rendering.model import Page
from supervision_core.rendering.refusals import NotRenderable
from supervision_core.rendering.reporting import to_page
from supervision_core.rendering.stylesheet import stylesheet

__all__ = ["Display", "NotRenderable", "Page", "stylesheet", "to_html", "to_markdown", "to_page", "to_svg", "to_text"]
