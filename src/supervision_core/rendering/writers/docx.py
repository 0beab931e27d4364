"""Pages as Word documents: WordprocessingML, packed in memory, on the paper and in the letters of official papers."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from typing import Final

from supervision_core.rendering.characters import for_html, visible, width
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
    Signature,
    Table,
    Terms,
    Timeline,
)
from supervision_core.rendering.paper import sides
from supervision_core.rendering.writers.packed import packed
from supervision_core.rendering.writers.wordml import CONTENT_WIDTHS, document, parts_around, section

__all__ = ["write_docx"]


#: No column is thought wider or narrower than so many letters when the width is shared out.
_NARROWEST, _WIDEST = 5, 36
#: So wide is a letter of a table, about, in twentieths of a point.
_LETTER: Final = 115
_INDENT: Final = 360


def write_docx(page: Page) -> bytes:
    """The page as a Word document."""
    body = document("".join(_body(page)))
    return packed({**parts_around(for_html(page.title), page.lang), "word/document.xml": body})


def _body(page: Page) -> Iterator[str]:
    """All blocks; where the side of the paper changes a section ends."""
    if page.frame is None:
        yield _paragraph(page.title, style="Title")
    else:
        yield from _head(page.frame)
    yield from _middle(page)


def _middle(page: Page) -> Iterator[str]:
    """The blocks, and below them who signs, who is never alone on a page."""
    across = sides(page.blocks)
    side, is_first = across[:1] == [True], True
    made = []
    for block, wide in zip(page.blocks, across, strict=True):
        if wide != side:
            made.append(f"<w:p><w:pPr>{section(wide=side, first=is_first)}</w:pPr></w:p>")
            side, is_first = wide, False
        made.append("".join(_block(block, wide=wide)))
    foot = "" if page.frame is None else "".join(_foot(page.frame))
    if foot and made:
        made[-1] = _kept(made[-1])
    yield from made
    yield foot
    yield section(wide=side, first=is_first)


def _kept(block: str) -> str:
    """A block whose last paragraph, or the last row of whose table, stays on the page of what follows."""
    start = block.rfind("<w:tr>" if block.endswith(_AFTER_TABLE) else "<w:p>")
    return block[:start] + _PARAGRAPH.sub(_keeping, block[start:])


#: Where a paragraph begins, with its shape and the style of it.
_PARAGRAPH: Final = re.compile(r"<w:p>(<w:pPr>)?(<w:pStyle [^>]*/>)?")
_AFTER_TABLE: Final = '<w:p><w:pPr><w:spacing w:after="60"/></w:pPr></w:p>'


def _keeping(found: re.Match[str]) -> str:
    shape = f"<w:p><w:pPr>{found[2] or ''}<w:keepNext/>"
    return shape if found[1] else f"{shape}</w:pPr>"


def _run(text: str, *, bold: bool = False, italic: bool = False, size: int | None = None) -> str:
    shaped = f"{'<w:b/>' if bold else ''}{'<w:i/>' if italic else ''}"
    shaped += "" if size is None else f'<w:sz w:val="{2 * size}"/><w:szCs w:val="{2 * size}"/>'
    return f'<w:r>{f"<w:rPr>{shaped}</w:rPr>" if shaped else ""}<w:t xml:space="preserve">{for_html(text)}</w:t></w:r>'


def _made(runs: str, *, style: str = "", align: str = "", indent: int = 0, hanging: int = 0, keep: bool = False) -> str:
    shaped = f'<w:pStyle w:val="{style}"/>' if style else ""
    shaped += "<w:keepNext/>" if keep else ""
    shaped += f'<w:ind w:left="{indent}" w:hanging="{hanging}"/>' if indent else ""
    shaped += f'<w:jc w:val="{align}"/>' if align else ""
    return f"<w:p>{f'<w:pPr>{shaped}</w:pPr>' if shaped else ''}{runs}</w:p>"


def _paragraph(text: str, *, style: str = "", align: str = "") -> str:
    return _made(_run(text), style=style, align=align)


def _block(block: Block, *, wide: bool) -> Iterator[str]:
    if isinstance(block, Heading):
        yield _paragraph(block.text, style=f"Heading{block.level}")
    elif isinstance(block, Paragraph):
        yield _paragraph(block.text)
    elif isinstance(block, Notice):
        yield _made(_run(f"{block.mark.sign} {block.text}", bold=True), style="Notice")
        yield from (_paragraph(note, style="Notice") for note in block.notes)
    elif isinstance(block, Terms):
        yield from (_made(_run(f"{name}: ") + _run(what, bold=True)) for name, what in block.pairs)
    elif isinstance(block, Table):
        yield from _table(block, wide=wide)
    elif isinstance(block, Listing):
        yield from _listing(block)
    elif isinstance(block, Grid):
        yield from _grid(block, wide=wide)
    else:
        yield from _pictured(block, wide=wide)


def _pictured(block: Bars | Timeline, *, wide: bool) -> Iterator[str]:
    """What a picture shows stands in its table."""
    if not (isinstance(block, Bars) and block.is_headed):
        yield _paragraph(block.caption, style="Caption")
    yield from _rows(block.table.columns, block.table.rows, wide=wide)


def _table(table: Table, *, wide: bool) -> Iterator[str]:
    if not table.is_headed:
        yield _paragraph(table.caption, style="Caption")
    yield from _rows(table.columns, table.rows, wide=wide)


def _grid(grid: Grid, *, wide: bool) -> Iterator[str]:
    if not grid.is_headed:
        yield _paragraph(grid.caption, style="Caption")
    yield _paragraph(grid.description)
    yield _paragraph("; ".join(f"{number} = {name}" for number, name in enumerate(grid.legend, start=1)))
    if grid.flag:
        yield _paragraph(f"{Mark.FLAG.sign} = {grid.flag}")
    columns = (Column(text=grid.corner), *(Column(text=one, is_number=True) for one in grid.columns))
    rows = []
    for row in grid.rows:
        fields = (
            Cell(text="–" if field is None else f"{Mark.FLAG.sign if flagged else ''}{field + 1}")
            for field, flagged in zip(row.fields, row.flags, strict=True)
        )
        rows.append((Cell(text=row.label), *fields))
    yield from _rows(columns, rows, wide=wide)


def _cell_text(cell: Cell) -> str:
    return cell.text if cell.mark is None else f"{cell.mark.sign} {cell.text}".rstrip()


def _rows(columns: Sequence[Column], rows: Sequence[tuple[Cell, ...]], *, wide: bool) -> Iterator[str]:
    """A table whose head comes again on every page and whose rows are not torn."""
    texts = [[_cell_text(cell) for cell in row] for row in rows]
    widths = _widths([[column.text for column in columns], *texts], CONTENT_WIDTHS[wide])
    yield '<w:tbl><w:tblPr><w:tblStyle w:val="Grid"/><w:tblW w:w="5000" w:type="pct"/><w:tblLayout w:type="fixed"/>'
    yield '<w:tblLook w:firstRow="1"/></w:tblPr><w:tblGrid>'
    yield from (f'<w:gridCol w:w="{one}"/>' for one in widths)
    yield "</w:tblGrid>"
    yield _row([column.text for column in columns], columns, widths, is_head=True)
    yield from (_row(row, columns, widths) for row in texts)
    yield "</w:tbl>"
    yield _AFTER_TABLE


def _row(texts: Sequence[str], columns: Sequence[Column], widths: Sequence[int], *, is_head: bool = False) -> str:
    head = "<w:tblHeader/>" if is_head else ""
    fields = "".join(
        f'<w:tc><w:tcPr><w:tcW w:w="{one}" w:type="dxa"/></w:tcPr>'
        f"{_made(_run(text, bold=is_head), style='TableText', align='right' if column.is_number else '')}</w:tc>"
        for text, column, one in zip(texts, columns, widths, strict=True)
    )
    return f"<w:tr><w:trPr><w:cantSplit/>{head}</w:trPr>{fields}</w:tr>"


def _widths(rows: Sequence[Sequence[str]], room: int) -> list[int]:
    """The room shared out by what the columns hold; none is narrower than its longest word where that is possible."""
    words, lines = [], []
    for texts in zip(*rows, strict=True):
        shown = [visible(text) for text in texts]
        word = max(width(part) for text in shown for part in (text.split() or [""]))
        words.append(_LETTER * min(max(_NARROWEST, word + 2), _WIDEST))
        lines.append(min(max(_NARROWEST, word, *map(width, shown)), _WIDEST))
    left = room - sum(words)
    if left < 0:
        return [one * room // sum(words) for one in words]
    return [word + line * left // sum(lines) for word, line in zip(words, lines, strict=True)]


def _listing(listing: Listing) -> Iterator[str]:
    if listing.is_compact:
        yield _paragraph(", ".join(_signed(entry) for entry in listing.entries))
        return
    for number, entry in enumerate(listing.entries, start=1):
        sign = f"{number}." if listing.is_ordered else "" if listing.is_plain else "–"
        yield from _entry(entry, sign, 0)


def _signed(entry: Entry) -> str:
    return entry.text if entry.mark is None else f"{entry.mark.sign} {entry.text}"


def _entry(entry: Entry, sign: str, depth: int) -> Iterator[str]:
    """A line behind its sign, with what is noted of it, and the lines below."""
    before = sign if entry.mark is None else entry.mark.sign
    runs = f"{_run(before)}<w:r><w:tab/></w:r>" if before else ""
    runs += _run(entry.text) + (_run(f": {entry.word}", bold=True) if entry.word else "")
    runs += _run(f" ({'; '.join(entry.notes)})", italic=True) if entry.notes else ""
    indent = _INDENT * (depth + 1)
    yield _made(runs, indent=indent, hanging=_INDENT if before else 0)
    for child in entry.children:
        yield from _entry(child, "–", depth + 1)


def _beside(left: Iterable[str], right: Iterable[str], shares: tuple[int, int]) -> str:
    """Two blocks beside each other, without lines around."""
    room = CONTENT_WIDTHS[False]
    fields = "".join(
        f'<w:tc><w:tcPr><w:tcW w:w="{room * share // 100}" w:type="dxa"/></w:tcPr>{"".join(content) or "<w:p/>"}</w:tc>'
        for content, share in ((left, shares[0]), (right, shares[1]))
    )
    grid = "".join(f'<w:gridCol w:w="{room * share // 100}"/>' for share in shares)
    return (
        '<w:tbl><w:tblPr><w:tblW w:w="5000" w:type="pct"/><w:tblLayout w:type="fixed"/></w:tblPr>'
        f"<w:tblGrid>{grid}</w:tblGrid><w:tr><w:trPr><w:cantSplit/></w:trPr>{fields}</w:tr></w:tbl>"
    )


def _centred(text: str, size: int, *, bold: bool = False, italic: bool = False) -> str:
    return _made(_run(text, bold=bold, italic=italic, size=size), style="Frame", align="center", keep=True)


_RULE: Final = "────────"


def _head(frame: Frame) -> Iterator[str]:
    """Issuer and number to the left, the national heading with place and day to the right, the title below."""
    left = [_centred(frame.superior, 12)] if frame.superior else []
    left += [_centred(frame.issuer, 12, bold=True), _centred(_RULE, 6), _centred(frame.number, 13)]
    right = [_centred(line, 13 if place else 12, bold=True) for place, line in enumerate(frame.heading)]
    right += [_centred(_RULE * 2, 6), _centred(frame.place_and_day, 13, italic=True)]
    yield _beside(left, right, (38, 62))
    yield _paragraph(frame.title, style="Title")
    if frame.about:
        yield _paragraph(frame.about, style="Subtitle")


def _foot(frame: Frame) -> Iterator[str]:
    """Recipients to the left, signatures to the right."""
    left = [_made(_run(frame.recipients_head, bold=True, italic=True, size=12), style="Frame")] if frame.recipients else []
    left += [_made(_run(f"- {one}", size=11), style="Frame") for one in frame.recipients]
    right = [line for one in frame.signatures for line in _signature(one)]
    if left or right:
        yield "<w:p><w:pPr><w:keepNext/></w:pPr></w:p>"
        yield _beside(left, right, (50, 50))
        yield "<w:p/>"


def _signature(one: Signature) -> Iterator[str]:
    if one.on_behalf_of:
        yield _centred(one.on_behalf_of, 13, bold=True)
    yield _centred(one.post, 13, bold=True)
    yield from [_centred("", 13)] * 4
    yield _centred(one.name, 13, bold=True)
