"""A page set in lines, for images: which text stands in which column of which line."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TypeAlias, final

import attrs

from supervision_core.rendering.escaping import visible
from supervision_core.rendering.model import Cell, Entry, Heading, Listing, Mark, Notice, Page, Paragraph, Table, Terms
from supervision_core.rendering.widths import width, wrapped

__all__ = ["Line", "Part", "set_lines"]

_WIDEST = 86
_INDENT = 3
_BETWEEN = 3
_NARROWEST = 10


@final
@attrs.frozen(kw_only=True)
class Part:
    """A text in a line; it begins, or ends where it stands to the right, at a column."""

    column: int
    text: str
    style: str = ""
    is_right: bool = False


#: The parts of one line; none for an empty one.
Line: TypeAlias = tuple[Part, ...]


def set_lines(page: Page) -> Iterator[Line]:
    """The blocks of a page without pictures, each followed by an empty line."""
    for block in page.blocks:
        if isinstance(block, Heading):
            yield from _text(block.text, 0, style="strong")
        elif isinstance(block, Paragraph):
            yield from _text(block.text, 0)
        elif isinstance(block, Notice):
            yield from _marked(block.mark, block.text, 0, style="strong")
            for note in block.notes:
                yield from _text(note, _INDENT, style="small")
        elif isinstance(block, Terms):
            for name, what in block.pairs:
                yield from _text(f"{name}: {what}", 0)
        elif isinstance(block, Table):
            yield from _table(block)
        else:
            # A page with a picture is drawn, not set.
            assert isinstance(block, Listing)
            yield from _listing(block)
        yield ()


def _text(text: str, column: int, *, style: str = "") -> Iterator[Line]:
    for line in wrapped(visible(text), _WIDEST - column):
        yield (Part(column=column, text=line, style=style),)


def _marked(mark: Mark | None, text: str, column: int, *, style: str = "") -> Iterator[Line]:
    """A text behind its sign."""
    sign = "–" if mark is None else mark.sign
    shaped = "small" if mark is None else f"{mark.value} strong"
    for place, line in enumerate(_text(text, column + _INDENT, style=style)):
        yield line if place else (Part(column=column, text=sign, style=shaped), *line)


def _listing(listing: Listing) -> Iterator[Line]:
    if listing.is_compact:
        yield from _text(", ".join(entry.text for entry in listing.entries), 0)
        return
    for entry in listing.entries:
        yield from _entry(entry, 0)


def _entry(entry: Entry, column: int) -> Iterator[Line]:
    yield from _marked(entry.mark, f"{entry.text}: {entry.word}" if entry.word else entry.text, column)
    for note in entry.notes:
        yield from _text(note, column + _INDENT, style="small")
    for child in entry.children:
        yield from _entry(child, column + _INDENT)


def _table(table: Table) -> Iterator[Line]:
    if not table.is_headed:
        yield from _text(table.caption, 0, style="strong")
    texts = [[_cell(cell) for cell in row] for row in table.rows]
    heads = [visible(column.text) for column in table.columns]
    widths = [max(map(width, column)) for column in zip(heads, *texts, strict=True)]
    room = _WIDEST - _BETWEEN * (len(widths) - 1)
    cap = max(widths)
    while cap > _NARROWEST and sum(min(one, cap) for one in widths) > room:
        cap -= 1
    widths = [min(one, cap) for one in widths]
    for row, style in ((heads, "small"), *((row, "") for row in texts)):
        yield from _row(row, table, widths, style)


def _cell(cell: Cell) -> str:
    return visible(cell.text) if cell.mark is None else f"{cell.mark.sign} {visible(cell.text)}".rstrip()


def _row(texts: list[str], table: Table, widths: list[int], style: str) -> Iterator[Line]:
    cells = [wrapped(text, one) for text, one in zip(texts, widths, strict=True)]
    for place in range(max(map(len, cells))):
        column, parts = 0, []
        for lines, head, wide in zip(cells, table.columns, widths, strict=True):
            if place < len(lines):
                at = column + wide if head.is_number else column
                parts.append(Part(column=at, text=lines[place], style=style, is_right=head.is_number))
            column += wide + _BETWEEN
        yield tuple(parts)
