"""Tables of the columns that ``sc.tables`` reads, made from the tables themselves: what the page says is what is read.

``{sheets}`` lists every table; the page of each (``docs/reference/table``, made when the documents are built) shows its columns
by ``{sheet}``: what heads them in both languages, by which other words they are found, what may stand in them, and whether they
must be there.
"""

from __future__ import annotations

from docutils import nodes
from made_pages import keep, titled
from regulation_tables import both, code, page_link, table
from sphinx.application import Sphinx
from sphinx.util.docutils import SphinxDirective

from supervision_core import LeadUnit, regulations, tables
from supervision_core.tables import SheetColumn

#: How each table is reached, and the table; one regulation and some years stand for any.
SHEETS = {
    "tables.OFFICIALS": tables.OFFICIALS,
    "tables.LEAD_UNITS": tables.LEAD_UNITS,
    "tables.BARS": tables.BARS,
    "tables.HISTORY": tables.HISTORY,
    "tables.wide_history_table(lead_units=[…], years=[2025, 2026])": tables.wide_history_table(
        lead_units=[LeadUnit(id="front"), LeadUnit(id="women")], years=[2025, 2026]
    ),
    "tables.facts_table(GOOD_PERFORMANCE_2014)": tables.facts_table(regulations.GOOD_PERFORMANCE_2014),
    "tables.months_table(ND335_CIVIL_SERVANT)": tables.months_table(regulations.ND335_CIVIL_SERVANT),
    "tables.RATINGS": tables.RATINGS,
    "tables.FEEDBACK": tables.FEEDBACK,
    "tables.COMMITMENTS": tables.COMMITMENTS,
    "tables.ATTENDANCE": tables.ATTENDANCE,
    "tables.DISCIPLINE": tables.DISCIPLINE,
    "tables.OBLIGATIONS": tables.OBLIGATIONS,
    "tables.EVENTS": tables.EVENTS,
    "tables.EVENTS_BY_SUBJECT": tables.EVENTS_BY_SUBJECT,
    "tables.WAIVERS": tables.WAIVERS,
    "tables.MOVED_DEADLINES": tables.MOVED_DEADLINES,
}
#: Where the pages of the tables stand.
FOLDER = "reference/table"
HEADERS = ("cột / column", "mã / code", "cũng gọi là / also called", "nội dung / what stands there")


def about(column: SheetColumn) -> str:
    """What may stand in a column; its choices where they are few enough to read."""
    said = both(column.kind.label)
    if column.choices:
        said += ": " + "; ".join(both(choice.label) for choice in column.choices)
    return f"{said} – bắt buộc / required" if column.is_required else said


class SheetTables(SphinxDirective):
    """Every table, and how it is reached."""

    def run(self) -> list[nodes.Node]:
        """One line a table, which leads to its page."""
        page = self.env.docname
        rows = ((page_link(page, f"{FOLDER}/{one.code}", both(one.label)), code(path)) for path, one in SHEETS.items())
        return [table(("bảng / table", "trong thư viện / in the library"), rows)]


class SheetTable(SphinxDirective):
    """The columns of one table."""

    required_arguments = 1

    def run(self) -> list[nodes.Node]:
        """How the table is reached, and a line for each column."""
        path, sheet = next((path, sheet) for path, sheet in SHEETS.items() if sheet.code == self.arguments[0])
        reached = nodes.paragraph()
        reached += code(path)
        rows = ((both(one.label), code(one.code), "; ".join(one.words), about(one)) for one in sheet.columns)
        return [reached, table(HEADERS, rows)]


def write_pages(app: Sphinx) -> None:
    """One page a table."""
    keep(app, FOLDER, {one.code: titled(both(one.label), f".. sheet:: {one.code}") for one in SHEETS.values()})


def setup(app: Sphinx) -> dict[str, object]:
    """Pages before reading."""
    app.connect("builder-inited", write_pages)
    app.add_directive("sheets", SheetTables)
    app.add_directive("sheet", SheetTable)
    return {"parallel_read_safe": True, "parallel_write_safe": True}
