"""``{fault-codes}`` lists every fault code that the pages on error messages explain, each with a link to its line."""

from __future__ import annotations

import re
from pathlib import Path

from docutils import nodes
from sphinx.application import Sphinx
from sphinx.util.docutils import SphinxDirective

LINE = re.compile(r"^\| `([a-z_]+)` \| .+ \| .+ \|$", re.MULTILINE)


def pages(folder: Path) -> dict[str, list[str]]:
    """The codes of each page on error messages, by the page's name."""
    return {page.stem: LINE.findall(page.read_text("utf-8")) for page in sorted(folder.glob("errors*.md"))}


class FaultCodes(SphinxDirective):
    """One paragraph, by the alphabet."""

    def run(self) -> list[nodes.Node]:
        """Links to the lines of the tables."""
        source = Path(self.env.doc2path(self.env.docname))
        homes = {code: page for page, codes in pages(source.parent).items() for code in codes}
        for page in pages(source.parent):
            self.env.note_dependency(str(source.with_name(f"{page}.md")))
        made = nodes.paragraph()
        for code, page in sorted(homes.items()):
            link = nodes.reference(refuri=f"{page}.html#code-{code}", internal=True)
            link += nodes.literal(text=code)
            made += [link, nodes.Text(" ")]
        return [made]


def lines_named(app: Sphinx, doctree: nodes.document) -> None:
    """Each line of the tables of codes has a name that links may lead to."""
    if not Path(app.env.docname).name.startswith("errors"):
        return
    for row in (row for body in doctree.findall(nodes.tbody) for row in body.findall(nodes.row)):
        first = row[0].astext()
        if re.fullmatch("[a-z_]+", first):
            row["ids"].append(f"code-{first}")


def setup(app: Sphinx) -> dict[str, object]:
    """Names when a page is read."""
    app.add_directive("fault-codes", FaultCodes)
    app.connect("doctree-read", lines_named)
    return {"parallel_read_safe": True, "parallel_write_safe": True}
