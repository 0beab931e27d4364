"""Tables of the columns that ``sc.tables`` reads, made from the tables themselves: what the page says is what is read.

``{sheets}`` shows every table with its columns: what heads them in both languages, by which other words they are found,
what may stand in them, and whether they must be there.
"""

from __future__ import annotations

from docutils import nodes
from regulation_tables import both, code, table
from sphinx.application import Sphinx
from sphinx.util.docutils import SphinxDirective

from supervision_core import LeadUnit, regulations, tables
from supervision_core.tables import Sheet, SheetColumn

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
HEADERS = ("cột / column", "mã / code", "cũng gọi là / also called", "nội dung / what stands there")


def about(column: SheetColumn) -> str:
    """What may stand in a column; its choices where they are few enough to read."""
    said = both(column.kind.label)
    if column.choices:
        said += ": " + "; ".join(both(choice.label) for choice in column.choices)
    return f"{said} – bắt buộc / required" if column.is_required else said


class SheetTables(SphinxDirective):
    """Every table with its columns."""

    def run(self) -> list[nodes.Node]:
        """One section a table."""
        return [self._section(path, sheet) for path, sheet in SHEETS.items()]

    def _section(self, path: str, sheet: Sheet[object]) -> nodes.section:
        section = nodes.section(ids=[nodes.make_id(f"table-{sheet.code}")])
        section += nodes.title("", both(sheet.label))
        reached = nodes.paragraph()
        reached += code(path)
        section += reached
        rows = ((both(one.label), code(one.code), "; ".join(one.words), about(one)) for one in sheet.columns)
        section += table(HEADERS, rows)
        return section


def setup(app: Sphinx) -> dict[str, object]:
    """Make the directive known."""
    app.add_directive("sheets", SheetTables)
    return {"parallel_read_safe": True, "parallel_write_safe": True}
