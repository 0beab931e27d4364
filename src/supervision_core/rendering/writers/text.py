"""Pages as plain text for a terminal, a log or a mail: lines of bounded width, tables in a fixed pitch."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from supervision_core.rendering.characters import padded, visible, width, wrapped
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
    Timeline,
)

__all__ = ["write_text"]


_WIDEST = 96
_BETWEEN = "  "
_NARROWEST = 10
_USUAL_WORD = 20
_BAR = 32


def write_text(page: Page) -> str:
    """The page as plain text, ending with a line break."""
    parts = [_underlined(page.title, "=")] if page.frame is None else list(_head(page.frame))
    parts.extend("\n".join(_block(block)) for block in page.blocks)
    if page.frame is not None:
        parts.extend(_foot(page.frame))
    return "\n\n".join(part.rstrip() for part in parts if part) + "\n"


def _head(frame: Frame) -> Iterator[str]:
    yield "\n".join(visible(line) for line in (frame.superior, frame.issuer, frame.number) if line)
    yield "\n".join(visible(line) for line in (*frame.heading, frame.place_and_day))
    yield _underlined(frame.title, "=")
    if frame.about:
        yield "\n".join(wrapped(visible(frame.about), _WIDEST))


def _foot(frame: Frame) -> Iterator[str]:
    for one in frame.signatures:
        yield "\n".join(visible(line) for line in (one.on_behalf_of, one.post, one.name) if line)
    if frame.recipients:
        yield "\n".join([visible(frame.recipients_head), *(f"- {visible(one)}" for one in frame.recipients)])


def _underlined(text: str, line: str) -> str:
    lines = wrapped(visible(text), _WIDEST)
    return "\n".join([*lines, line * max(width(one) for one in lines)])


def _block(block: Block) -> Iterator[str]:
    if isinstance(block, Heading):
        yield _underlined(block.text, "-" if block.level == 1 else "·")
    elif isinstance(block, Paragraph):
        yield from wrapped(visible(block.text), _WIDEST)
    elif isinstance(block, Notice):
        yield from _hanging(f"[{block.mark.sign}] ", block.text)
        for note in block.notes:
            yield from _hanging("    ", note)
    elif isinstance(block, Terms):
        for name, what in block.pairs:
            yield from _hanging(f"{visible(name)}: ", what, indent="    ")
    elif isinstance(block, Table):
        yield from _table(block)
    elif isinstance(block, Listing):
        yield from _listing(block)
    elif isinstance(block, Bars):
        yield from _bars(block)
    elif isinstance(block, Grid):
        yield from _grid(block)
    else:
        yield from _timeline(block)


def _hanging(start: str, text: str, *, indent: str | None = None) -> Iterator[str]:
    """A text behind a start, its further lines indented as far, or as said."""
    further = " " * width(start) if indent is None else indent
    first, *rest = wrapped(start.lstrip() + visible(text), _WIDEST - width(further))
    before = start[: len(start) - len(start.lstrip())]
    yield before + first
    for line in rest:
        yield further + line


def _signed(text: str, mark: Mark | None) -> str:
    return visible(text) if mark is None else f"{mark.sign} {visible(text)}".rstrip()


def _table(table: Table) -> Iterator[str]:
    if not table.is_headed:
        yield from wrapped(visible(table.caption), _WIDEST)
    yield from _columns(table.columns, [[_cell(cell) for cell in row] for row in table.rows])


def _cell(cell: Cell) -> str:
    return _signed(cell.text, cell.mark)


def _columns(columns: Sequence[Column], rows: Sequence[Sequence[str]]) -> Iterator[str]:
    heads = [visible(column.text) for column in columns]
    held = list(zip(heads, *rows, strict=True))
    longest = [max(width(word) for text in texts for word in text.split() or [""]) for texts in held]
    widths = _fitted([max(map(width, texts)) for texts in held], longest)
    yield from _row(heads, columns, widths)
    yield _BETWEEN.join("─" * one for one in widths)
    for row in rows:
        yield from _row(row, columns, widths)


def _fitted(widths: list[int], longest: list[int]) -> list[int]:
    """Column widths of at most the page's width together; the widest give way first, none below the narrowest.

    Where that would cut through a word of usual length, the column keeps the word, and the table is wider.
    """
    room = _WIDEST - len(_BETWEEN) * (len(widths) - 1)
    cap = max(widths)
    while cap > _NARROWEST and sum(min(one, cap) for one in widths) > room:
        cap -= 1
    return [min(one, max(cap, min(word, _USUAL_WORD))) for one, word in zip(widths, longest, strict=True)]


def _row(texts: Sequence[str], columns: Sequence[Column], widths: Sequence[int]) -> Iterator[str]:
    cells = [wrapped(text, columns_wide) for text, columns_wide in zip(texts, widths, strict=True)]
    for place in range(max(map(len, cells))):
        line = [
            padded(lines[place] if place < len(lines) else "", columns_wide, right=column.is_number)
            for lines, column, columns_wide in zip(cells, columns, widths, strict=True)
        ]
        yield _BETWEEN.join(line).rstrip()


def _listing(listing: Listing) -> Iterator[str]:
    if listing.is_compact:
        yield from wrapped(", ".join(_signed(entry.text, entry.mark) for entry in listing.entries), _WIDEST)
        return
    for number, entry in enumerate(listing.entries, start=1):
        start = "" if listing.is_plain else f"{number}. " if listing.is_ordered else "- "
        yield from _entry(entry, start, 0)


def _entry(entry: Entry, start: str, depth: int) -> Iterator[str]:
    indent = "    " * depth
    sign = start if entry.mark is None else f"{'' if start == '- ' else start}{entry.mark.sign} "
    word = f": {entry.word}" if entry.word else ""
    yield from _hanging(indent + sign, entry.text + word)
    for note in entry.notes:
        yield from _hanging(f"{indent}{' ' * width(sign)}· ", note)
    for child in entry.children:
        yield from _entry(child, "- ", depth + 1)


def _bars(bars: Bars) -> Iterator[str]:
    most = max([one.value for one in bars.bars] + [one.aim for one in bars.bars if one.aim is not None], default=0)
    labels = [_signed(one.label, one.mark) for one in bars.bars]
    room = min(max(map(width, labels), default=0), _WIDEST // 3)
    if not bars.is_headed:
        yield from wrapped(visible(bars.caption), _WIDEST)
    for label, one in zip(labels, bars.bars, strict=True):
        length = round(one.value / most * _BAR) if most else 0
        first, *rest = wrapped(label, room)
        yield f"{padded(first, room)}  {'█' * length}{'' if length else '▏'} {visible(one.text)}"
        yield from rest
    yield ""
    yield from _table(bars.table)


def _grid(grid: Grid) -> Iterator[str]:
    if not grid.is_headed:
        yield from wrapped(visible(grid.caption), _WIDEST)
    for number, name in enumerate(grid.legend, start=1):
        yield from _hanging(f"{number} = ", name)
    if grid.flag:
        yield from _hanging(f"{Mark.FLAG.sign} = ", grid.flag)
    columns = [Column(text=grid.corner), *(Column(text=one, is_number=True) for one in grid.columns)]
    rows = [[visible(row.label), *_fields(row.fields, row.flags)] for row in grid.rows]
    yield from _columns(columns, rows)


def _fields(fields: Sequence[int | None], flags: Sequence[bool]) -> Iterator[str]:
    for field, is_flagged in zip(fields, flags, strict=True):
        yield "–" if field is None else f"{Mark.FLAG.sign if is_flagged else ''}{field + 1}"


def _timeline(timeline: Timeline) -> Iterator[str]:
    yield from wrapped(visible(timeline.caption), _WIDEST)
    for track in timeline.tracks:
        yield from _hanging("", track.label)
        yield from _hanging("    ", "".join(segment.phase.sign for segment in track.segments) or "–")
    yield ", ".join(f"{phase.sign} {visible(text)}" for phase, text in timeline.legend)
    yield ""
    yield from _table(timeline.table)
