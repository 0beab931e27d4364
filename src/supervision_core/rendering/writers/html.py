"""Pages as HTML: one complete document that loads nothing, or a fragment to be embedded. No script, no style attributes."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from typing import Final, final

import attrs

from supervision_core.rendering import words
from supervision_core.rendering.characters import for_html
from supervision_core.rendering.page import (
    Bars,
    Block,
    Cell,
    Column,
    Entry,
    Frame,
    Grid,
    GridRow,
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
from supervision_core.rendering.paper import sides
from supervision_core.rendering.writers.stylesheet import KEYS, PAPER, stylesheet
from supervision_core.rendering.writers.svg import Drawing, draw_bars, draw_timeline

__all__ = ["write_html"]


#: Texts of at most so many characters stay on one line, and those from so many on get room to be read in.
_SHORT = 14
_LONG = 60


def write_html(page: Page, *, fragment: bool = False) -> str:
    """The page as a complete document, or only its section, which needs ``stylesheet()`` once in the page around it."""
    writer = _Writer(page=page, top=2 if fragment else 1)
    body = "\n".join(writer.lines())
    title = for_html(page.title)
    if fragment:
        return f'<section class="supervision" lang="{page.lang}" aria-label="{title}">\n{body}\n</section>\n'
    return (
        f'<!doctype html>\n<html lang="{page.lang}">\n<head>\n<meta charset="utf-8">\n'
        f'<meta name="viewport" content="width=device-width, initial-scale=1">\n'
        f'<meta name="color-scheme" content="light dark">\n<title>{title}</title>\n'
        f"<style>\nhtml,body{{margin:0;padding:0}}\n{stylesheet()}{PAPER}</style>\n</head>\n"
        f'<body class="supervision">\n<main>\n{body}\n</main>\n</body>\n</html>\n'
    )


@final
@attrs.frozen(kw_only=True)
class _Writer:
    """Writes the blocks of one page; headings start at level ``top``."""

    page: Page
    top: int

    def lines(self) -> Iterator[str]:
        frame, across = self.page.frame, sides(self.page.blocks)
        if frame is None:
            head: Iterable[str] = (f'<h{self.top} class="sc-title">{for_html(self.page.title)}</h{self.top}>',)
        else:
            head = _masthead(frame, self.top)
        yield _laid(head, wide=across[:1] == [True])
        for block, wide in zip(self.page.blocks, across, strict=True):
            yield _laid(self.block(block), wide=wide)
        if frame is not None:
            # Signatures never stand alone on a page for the sake of its side.
            yield _laid(_foot(frame), wide=across[-1:] == [True])

    def block(self, block: Block) -> Iterator[str]:
        if isinstance(block, Heading):
            level, style = self.top + block.level, "sc-part" if block.level == 1 else "sc-subpart"
            yield f'<h{level} class="{style}">{for_html(block.text)}</h{level}>'
        elif isinstance(block, Paragraph):
            spoken = "" if block.lang is None else f' lang="{block.lang}"'
            yield f"<p{spoken}>{_whole(block.text)}</p>"
        elif isinstance(block, Notice):
            yield from _notice(block)
        elif isinstance(block, Terms):
            pairs = (f"<div><dt>{for_html(name)}</dt><dd>{_whole(what)}</dd></div>" for name, what in block.pairs)
            yield f"<dl>{''.join(pairs)}</dl>"
        elif isinstance(block, Table):
            yield from _table(block)
        elif isinstance(block, Listing):
            yield from _listing(block)
        elif isinstance(block, Grid):
            yield from self.grid(block)
        else:
            yield from _picture(block)
            yield from _table(block.table)

    def grid(self, grid: Grid) -> Iterator[str]:
        yield f"<p>{for_html(grid.description)}</p>"
        entries = [f"<li>{_chip(place)} {for_html(name)}</li>" for place, name in enumerate(grid.legend)]
        if grid.flag:
            entries.append(f'<li><span class="sc-sign sc-flag">{Mark.FLAG.sign}</span>{for_html(grid.flag)}</li>')
        if entries:
            yield f'<ul class="sc-legend">{"".join(entries)}</ul>'
        columns = (Column(text=grid.corner), *(Column(text=one) for one in grid.columns))
        rows = (f'<tr><th scope="row">{for_html(row.label)}</th>{"".join(self.fields(grid, row))}</tr>' for row in grid.rows)
        yield from _framed(grid.caption, columns, rows, style="sc-grid", hides_caption=grid.is_headed)

    def fields(self, grid: Grid, row: GridRow) -> Iterator[str]:
        for field, is_flagged in zip(row.fields, row.flags, strict=True):
            if field is None:
                said = grid.empty or words.NOBODY.text(self.page.lang)
                yield f'<td>–<span class="sc-vh"> {for_html(said)}</span></td>'
                continue
            flag = f'<span class="sc-sign sc-flag" aria-hidden="true">{Mark.FLAG.sign}</span>' if is_flagged else ""
            spoken = f"{grid.legend[field]}; {grid.flag}" if is_flagged else grid.legend[field]
            yield f'<td>{_chip(field, hidden=True)}{flag} <span class="sc-vh">{for_html(spoken)}</span></td>'


#: A day or a number of a paper, of which no line may keep a part: with a hyphen and a digit, and not too long for a column.
_WHOLE: Final = re.compile(r"(?<![^\s(“])(?=[^\s-]{0,20}-)(?=\S{0,19}\d)[\w./-]{4,20}(?=[\s,;:.)”]|$)")


def _whole(text: str) -> str:
    """A text in which days and the numbers of papers stay on one line."""
    escaped = for_html(text)
    return _WHOLE.sub(r'<span class="sc-whole">\g<0></span>', escaped) if "-" in escaped else escaped


def _lined(style: str, texts: Iterable[str]) -> str:
    return "".join(f'<p class="{style}">{for_html(text)}</p>' for text in texts if text)


def _laid(lines: Iterable[str], *, wide: bool) -> str:
    """Lines as they lie on paper: upright, or across its long side."""
    made = "\n".join(lines)
    return f'<div class="sc-wide">{made}</div>' if wide else made


def _masthead(frame: Frame, top: int) -> Iterator[str]:
    """Issuer and number beside the national heading with place and day; the title below."""
    left = f"{_lined('sc-caps', [frame.superior])}{_lined('sc-issuer', [frame.issuer])}{_lined('sc-no', [frame.number])}"
    right = f"{_lined('sc-nation', frame.heading)}{_lined('sc-when', [frame.place_and_day])}"
    yield f'<header class="sc-head"><div>{left}</div><div>{right}</div></header>'
    yield f'<h{top} class="sc-title sc-framed">{for_html(frame.title)}</h{top}>'
    if frame.about:
        yield f'<p class="sc-about">{for_html(frame.about)}</p>'


def _foot(frame: Frame) -> Iterator[str]:
    """Recipients beside the signatures."""
    to = "".join(f"<li>{for_html(one)}</li>" for one in frame.recipients)
    left = f'<p class="sc-to">{for_html(frame.recipients_head)}</p><ul>{to}</ul>' if to else ""
    right = "".join(
        f'<div class="sc-signature">{_lined("sc-caps", [one.on_behalf_of, one.post])}'
        f'<p class="sc-room">{for_html(one.name)}</p></div>'
        for one in frame.signatures
    )
    yield f'<footer class="sc-foot"><div>{left}</div><div>{right}</div></footer>'


def _chip(place: int, *, hidden: bool = False) -> str:
    aside = ' aria-hidden="true"' if hidden else ""
    return f'<span class="sc-chip sc-k{place % KEYS + 1}"{aside}>{place + 1}</span>'


def _sign(mark: Mark | None) -> str:
    return "" if mark is None else _SIGNS[mark._value_]


# What a sign says stands beside it in words.
_SIGNS = {mark.value: f'<span class="sc-sign sc-{mark.value}" aria-hidden="true">{mark.sign}</span>' for mark in Mark}


def _notice(notice: Notice) -> Iterator[str]:
    notes = "".join(f"<p>{_whole(note)}</p>" for note in notice.notes)
    said = f'<p class="sc-said">{_whole(notice.text)}</p>'
    yield f'<div class="sc-notice sc-{notice.mark.value}">{_sign(notice.mark)}{said}{notes}</div>'


def _table(table: Table) -> Iterator[str]:
    rows = (_row(table, row) for row in table.rows)
    yield from _framed(table.caption, table.columns, rows, hides_caption=table.is_headed)


def _framed(
    caption: str, columns: tuple[Column, ...], rows: Iterator[str], *, hides_caption: bool, style: str = ""
) -> Iterator[str]:
    """A table in a region of its own: it is scrolled there, by keyboard too, and never the page."""
    shaped = f' class="{style}"' if style else ""
    yield f'<div class="sc-scroll" role="region" tabindex="0" aria-label="{for_html(caption)}">'
    hidden = '<span class="sc-vh">{}</span>' if hides_caption else "{}"
    yield f"<table{shaped}><caption>{hidden.format(for_html(caption))}</caption>"
    yield f"<thead><tr>{''.join(_head(column) for column in columns)}</tr></thead>"
    yield "<tbody>"
    yield from rows
    yield "</tbody></table></div>"


def _head(column: Column) -> str:
    return f'<th scope="col"{_aligned(column)}>{for_html(column.text)}</th>'


def _aligned(column: Column) -> str:
    return ' class="sc-number"' if column.is_number else ""


def _shaped(column: Column, cell: Cell) -> str:
    length = len(cell.text)
    size = "sc-short" if length <= _SHORT else "sc-long" if length >= _LONG else ""
    if column.is_number:
        return f' class="sc-number {size}"' if size else ' class="sc-number"'
    return f' class="{size}"' if size else ""


def _row(table: Table, row: tuple[Cell, ...]) -> str:
    fields = []
    for place, (column, cell) in enumerate(zip(table.columns, row, strict=True)):
        tag, scope = ("td", "") if place else ("th", ' scope="row"')
        spoken = "" if cell.lang is None else f' lang="{cell.lang}"'
        fields.append(f"<{tag}{scope}{_shaped(column, cell)}{spoken}>{_sign(cell.mark)}{_whole(cell.text)}</{tag}>")
    return f"<tr>{''.join(fields)}</tr>"


def _listing(listing: Listing) -> Iterator[str]:
    entries = "".join(_entry(entry) for entry in listing.entries)
    if listing.is_compact:
        yield f'<ul class="sc-many">{entries}</ul>'
    elif listing.is_ordered:
        yield f"<ol>{entries}</ol>"
    elif listing.is_plain:
        yield f'<ul class="sc-plain">{entries}</ul>'
    elif any(entry.mark is not None for entry in listing.entries):
        yield f'<ul class="sc-tree">{entries}</ul>'
    else:
        yield f"<ul>{entries}</ul>"


def _entry(entry: Entry) -> str:
    if entry.mark is None and not entry.word and not entry.notes and not entry.children:
        return f"<li>{_whole(entry.text)}</li>"  # one of many, such as ids
    style = "" if entry.mark is None else f" sc-{entry.mark._value_}"
    word = f': <span class="sc-word{style}">{for_html(entry.word)}</span>' if entry.word else ""
    notes = f' <span class="sc-muted">({_whole("; ".join(entry.notes))})</span>' if entry.notes else ""
    below = f"<ul>{''.join(_entry(child) for child in entry.children)}</ul>" if entry.children else ""
    return f"<li>{_sign(entry.mark)}{_whole(entry.text)}{word}{notes}{below}</li>"


def _picture(block: Bars | Timeline) -> Iterator[str]:
    drawing = draw_bars(block) if isinstance(block, Bars) else draw_timeline(block)
    hides = isinstance(block, Bars) and block.is_headed
    yield "<figure>" if hides else f"<figure><figcaption>{for_html(block.caption)}</figcaption>"
    yield _drawn(drawing, block.caption, block.description)
    yield "</figure>"


def _drawn(drawing: Drawing, title: str, description: str) -> str:
    # A line each: where a notebook is not trusted the shapes are taken away, and their words stay.
    shapes = "\n".join(drawing.elements)
    return (
        f'<svg role="img" aria-label="{for_html(f"{title}. {description}")}" width="100%" height="{drawing.height}">'
        f"<title>{for_html(title)}</title>\n<desc>{for_html(description)}</desc>\n{shapes}</svg>"
    )
