"""Pages as Markdown: CommonMark with tables, and no raw HTML in it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

import attrs

from supervision_core.rendering.characters import for_markdown
from supervision_core.rendering.page import (
    Bars,
    Block,
    Cell,
    Column,
    Entry,
    Frame,
    Grid,
    Heading,
    Listing,
    Mark,
    Notice,
    Page,
    Paragraph,
    Table,
    Terms,
)

__all__ = ["write_markdown"]


def write_markdown(page: Page) -> str:
    """The page as Markdown, ending with a line break."""
    parts = [f"# {for_markdown(page.title)}"] if page.frame is None else list(_head(page.frame))
    parts.extend("\n".join(_block(block)) for block in page.blocks)
    if page.frame is not None:
        parts.extend(_foot(page.frame))
    return "\n\n".join(part for part in parts if part) + "\n"


def _head(frame: Frame) -> Iterator[str]:
    yield from (f"**{for_markdown(line)}**" for line in frame.heading)
    yield from (for_markdown(line) for line in (frame.superior, frame.issuer, frame.number, frame.place_and_day) if line)
    yield f"# {for_markdown(frame.title)}"
    if frame.about:
        yield f"**{for_markdown(frame.about)}**"


def _foot(frame: Frame) -> Iterator[str]:
    for one in frame.signatures:
        yield from (f"**{for_markdown(line)}**" for line in (one.on_behalf_of, one.post, one.name) if line)
    if frame.recipients:
        yield for_markdown(frame.recipients_head)
        yield "\n".join(f"- {for_markdown(one)}" for one in frame.recipients)


def _block(block: Block) -> Iterator[str]:
    if isinstance(block, Heading):
        yield f"{'#' * (block.level + 1)} {for_markdown(block.text)}"
    elif isinstance(block, Paragraph):
        yield for_markdown(block.text)
    elif isinstance(block, Notice):
        yield f"> **{block.mark.sign} {for_markdown(block.text)}**"
        for note in block.notes:
            yield f">\n> {for_markdown(note)}"
    elif isinstance(block, Terms):
        yield from (f"- **{for_markdown(name)}:** {for_markdown(what)}" for name, what in block.pairs)
    elif isinstance(block, Table):
        yield from _table(block)
    elif isinstance(block, Listing):
        yield from _listing(block)
    elif isinstance(block, Grid):
        yield from _grid(block)
    else:
        # What a picture shows stands in its table.
        is_headed = isinstance(block, Bars) and block.is_headed
        yield from _table(attrs.evolve(block.table, caption=block.caption, is_headed=is_headed))


def _table(table: Table) -> Iterator[str]:
    if not table.is_headed:
        yield f"**{for_markdown(table.caption)}**"
        yield ""
    yield from _columns(table.columns, [[_cell(cell) for cell in row] for row in table.rows])


def _cell(cell: Cell) -> str:
    text = for_markdown(cell.text)
    return text if cell.mark is None else f"{cell.mark.sign} {text}".rstrip()


def _columns(columns: Sequence[Column], rows: Sequence[Sequence[str]]) -> Iterator[str]:
    yield f"| {' | '.join(for_markdown(column.text) for column in columns)} |"
    yield f"| {' | '.join('---:' if column.is_number else '---' for column in columns)} |"
    yield from (f"| {' | '.join(row)} |" for row in rows)


def _listing(listing: Listing) -> Iterator[str]:
    if listing.is_compact:
        yield ", ".join(_line(entry) for entry in listing.entries)
        return
    for number, entry in enumerate(listing.entries, start=1):
        yield from _entry(entry, f"{number}. " if listing.is_ordered else "- ", "")


def _line(entry: Entry) -> str:
    sign = "" if entry.mark is None else f"{entry.mark.sign} "
    word = f": **{for_markdown(entry.word)}**" if entry.word else ""
    return f"{sign}{for_markdown(entry.text)}{word}"


def _entry(entry: Entry, start: str, indent: str) -> Iterator[str]:
    notes = f" ({for_markdown('; '.join(entry.notes))})" if entry.notes else ""
    yield f"{indent}{start}{_line(entry)}{notes}"
    for child in entry.children:
        yield from _entry(child, "- ", indent + " " * len(start))


def _grid(grid: Grid) -> Iterator[str]:
    if not grid.is_headed:
        yield f"**{for_markdown(grid.caption)}**"
        yield ""
    for number, name in enumerate(grid.legend, start=1):
        yield f"- {number} = {for_markdown(name)}"
    if grid.flag:
        yield f"- {Mark.FLAG.sign} = {for_markdown(grid.flag)}"
    if grid.legend or grid.flag:
        yield ""
    columns = [Column(text=grid.corner), *(Column(text=one, is_number=True) for one in grid.columns)]
    rows = []
    for row in grid.rows:
        fields = zip(row.fields, row.flags, strict=True)
        shown = ["–" if one is None else f"{Mark.FLAG.sign if flag else ''}{one + 1}" for one, flag in fields]
        rows.append([for_markdown(row.label), *shown])
    yield from _columns(columns, rows)
