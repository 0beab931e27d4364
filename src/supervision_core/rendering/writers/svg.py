"""Pictures: what is drawn, how text is set, and a whole page as SVG.

Places along the line are shares of the width, so that bars fill whatever room there is while letters keep their size.
Pictures that stand in a page and pictures that stand alone are made of the same elements.

The image is complete in itself: its style has both themes, and its description says in words what it shows.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from fractions import Fraction
from typing import TypeAlias, final

import attrs

from supervision_core.rendering.characters import for_html, visible, width, wrapped
from supervision_core.rendering.page import (
    Bars,
    Cell,
    Entry,
    Grid,
    Heading,
    Listing,
    Mark,
    Notice,
    Page,
    Paragraph,
    Phase,
    Segment,
    Table,
    Terms,
    Timeline,
    Track,
)
from supervision_core.rendering.writers.stylesheet import KEYS, LIGHT, drawing_style

__all__ = ["Drawing", "Line", "Part", "draw_bars", "draw_timeline", "set_lines", "text_at", "write_svg"]


#: So many columns fit beside each other on the narrowest screen.
_COLUMNS = 42
_BAR_LINE = 18
_BAR = 12
_BETWEEN_BARS = 16
_BAND = 20
_SMALL = 16


@final
@attrs.frozen(kw_only=True)
class Drawing:
    """SVG elements and the height that they take, in pixels."""

    height: int
    elements: tuple[str, ...]


def percent(share: Fraction) -> str:
    """A share as a percentage with at most two decimal places.

    >>> from fractions import Fraction
    >>> from supervision_core.rendering.writers.svg import percent
    >>> percent(Fraction(1, 3)), percent(Fraction(1, 2))
    ('33.33%', '50%')
    """
    hundredths = (share * 10_000 + Fraction(1, 2)).__floor__()
    whole, rest = divmod(hundredths, 100)
    return f"{whole}.{rest:02}".rstrip("0").rstrip(".") + "%"


def text_at(x: str, y: int, text: str, *, style: str = "", anchor: str = "start") -> str:
    """A line of text in one style or several, with spaces between."""
    classes = " ".join(f"sc-{one}" for one in style.split())
    shaped = f' class="{classes}"' if classes else ""
    ended = "" if anchor == "start" else f' text-anchor="{anchor}"'
    return f'<text x="{x}" y="{y}"{shaped}{ended}>{for_html(text)}</text>'


def draw_bars(bars: Bars) -> Drawing:
    """Each quantity under its name, with a line across where it aims."""
    quantities = [one.value for one in bars.bars] + [one.aim for one in bars.bars if one.aim is not None]
    most = max(quantities, default=Fraction(0)) or Fraction(1)
    elements: list[str] = []
    y = 0
    for one in bars.bars:
        sign = "" if one.mark is None else f"{one.mark.sign} "
        room = max(_COLUMNS - width(one.text) - 2, _COLUMNS // 3)
        elements.append(text_at("100%", y + 14, one.text, style="strong", anchor="end"))
        for line in wrapped(sign + visible(one.label), room):
            elements.append(text_at("0", y + 14, line))
            y += _BAR_LINE
        elements.append(f'<rect class="sc-groove" x="0" y="{y + 4}" width="100%" height="{_BAR}" rx="2"/>')
        elements.append(f'<rect class="sc-bar" x="0" y="{y + 4}" width="{percent(one.value / most)}" height="{_BAR}" rx="2"/>')
        if one.aim is not None:
            x = percent(one.aim / most)
            elements.append(f'<line class="sc-aim" x1="{x}" x2="{x}" y1="{y + 1}" y2="{y + _BAR + 7}"/>')
        y += _BAR + _BETWEEN_BARS
    if bars.aim:
        elements.append(f'<line class="sc-aim" x1="1" x2="1" y1="{y}" y2="{y + 14}"/>')
        elements.append(text_at("10", y + 12, bars.aim, style="small"))
        y += _BAR_LINE + 4
    return Drawing(height=max(y, 1), elements=tuple(map(coloured, elements)))


def draw_timeline(timeline: Timeline) -> Drawing:
    """Each track as a band of periods, told apart by form: full, crossed, dashed, low."""
    elements: list[str] = []
    y, top = 0, None
    for track in timeline.tracks:
        for line in wrapped(visible(track.label), _COLUMNS):
            elements.append(text_at("0", y + 14, line))
            y += _BAR_LINE
        top = y if top is None else top
        elements.extend(_band(track, y + 4))
        y += _BAND + _BETWEEN_BARS
    elements.append(f'<line class="sc-line" x1="0" x2="100%" y1="{y}" y2="{y}"/>')
    for place, month in timeline.months:
        x = percent(place)
        tick = f'<line class="sc-line" x1="{x}" x2="{x}" y1="{y}" y2="{y + 5}"/>'
        elements += [tick, text_at(x, y + 17, month, style="small")]
    elements += [f'<line class="sc-turn" x1="{x}" x2="{x}" y1="{top or 0}" y2="{y}"/>' for x in map(percent, timeline.turns)]
    band = range(top or 0, y)
    y += _SMALL if timeline.months else 0
    if timeline.today is not None:
        elements.extend(_today(*timeline.today, band, y))
        y += _SMALL
    ends = (("0", timeline.first, "start"), ("100%", timeline.last, "end"))
    elements += [text_at(x, y + 15, text, style="small", anchor=anchor) for x, text, anchor in ends]
    y += 28
    if timeline.turns:
        elements.append(f'<line class="sc-turn" x1="14" x2="14" y1="{y}" y2="{y + _BAND}"/>')
        elements.append(text_at("36", y + 15, timeline.turn, style="small"))
        y += _BAND + 4
    for phase, text in timeline.legend:
        elements += [*_shape(phase, "1", "26", y), text_at("36", y + 15, text, style="small")]
        y += _BAND + 4
    return Drawing(height=y, elements=tuple(map(coloured, elements)))


def _today(place: Fraction, text: str, band: range, below: int) -> Iterator[str]:
    # The line ends above the months, or it would strike out one of them.
    yield f'<line class="sc-today" x1="{percent(place)}" x2="{percent(place)}" y1="{band.start}" y2="{band.stop + 5}"/>'
    anchor = "start" if place < Fraction(1, 3) else "end" if place > Fraction(2, 3) else "middle"
    yield text_at(percent(place), below + 16, text, style="small", anchor=anchor)


#: How shapes look where no style reaches them: else they would be black blocks.
_PLAIN = {
    "groove": f'fill="{LIGHT["panel"]}"',
    "bar": f'fill="{LIGHT["bar"]}"',
    "aim": f'stroke="{LIGHT["ink"]}"',
    "line": f'stroke="{LIGHT["rule"]}"',
    "today": f'stroke="{LIGHT["accent"]}"',
    "turn": f'stroke="{LIGHT["flag"]}" stroke-dasharray="2 3"',
    "p-done": f'fill="{LIGHT["good"]}"',
    "p-missing": f'fill="none" stroke="{LIGHT["bad"]}"',
    "p-missing-cross": f'stroke="{LIGHT["bad"]}"',
    "p-unknown": f'fill="none" stroke="{LIGHT["open"]}" stroke-dasharray="3 2"',
    "p-open": f'fill="{LIGHT["note"]}"',
    "p-idle": f'fill="{LIGHT["edge"]}"',
    **{f"k{number}": f'fill="{LIGHT[f"key-{number}"]}"' for number in range(1, KEYS + 1)},
}
_SHAPE = re.compile(r'<(rect|line) class="sc-([a-z0-9-]+)"')


def coloured(element: str) -> str:
    """A shape with colours of its own, which any style overrides."""
    return _SHAPE.sub(lambda found: f"{found[0]} {_PLAIN[found[2]]}", element)


def _band(track: Track, y: int) -> Iterator[str]:
    for segment in track.segments:
        yield f"<g><title>{for_html(segment.text)}</title>{''.join(_segment(segment, y))}</g>"


def _segment(segment: Segment, y: int) -> Iterator[str]:
    yield from _shape(segment.phase, percent(segment.start), percent(segment.end - segment.start), y, percent(segment.end))


def _shape(phase: Phase, x: str, wide: str, y: int, end: str = "27") -> Iterator[str]:
    height = _BAND if phase in {Phase.DONE, Phase.MISSING, Phase.UNKNOWN} else _BAND // 2 if phase is Phase.OPEN else 3
    below = y + _BAND - height
    yield f'<rect class="sc-p-{phase.value}" x="{x}" y="{below}" width="{wide}" height="{height}"/>'
    if phase is Phase.MISSING:
        yield f'<line class="sc-p-missing-cross" x1="{x}" x2="{end}" y1="{y}" y2="{y + _BAND}"/>'
        yield f'<line class="sc-p-missing-cross" x1="{x}" x2="{end}" y1="{y + _BAND}" y2="{y}"/>'


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


_WIDTH = 760
_MARGIN = 28
_COLUMN = 8
_LINE = 22
_ROW = 24
_TITLE_COLUMNS = 62


def write_svg(page: Page) -> str:
    """The page as one SVG image, ending with a line break."""
    pictures = [block for block in page.blocks if isinstance(block, Bars | Timeline | Grid)]
    elements = [
        text_at(str(_MARGIN), _MARGIN + 26 * place + 14, line, style="title")
        for place, line in enumerate(wrapped(visible(page.title), _TITLE_COLUMNS))
    ]
    y = _MARGIN + 26 * len(elements) + 16
    wide = _WIDTH
    if pictures:
        for picture in pictures:
            drawn, across = _picture(picture)
            elements.append(text_at(str(_MARGIN), y + 14, picture.caption, style="strong"))
            elements.append(_nested(drawn, y + 30, across))
            y += drawn.height + 58
            wide = max(wide, across + 2 * _MARGIN, (width(picture.caption) * _COLUMN) + 2 * _MARGIN)
    else:
        lines = tuple(set_lines(page))
        elements.extend(_typeset(lines, y))
        y += _LINE * len(lines)
        ends = (part.column + (0 if part.is_right else width(part.text)) for line in lines for part in line)
        wide = max(wide, _COLUMN * max(ends, default=0) + 2 * _MARGIN)
    spoken = " ".join(picture.description for picture in pictures) or _spoken(page)
    return _image(page, elements, wide, y + _MARGIN, spoken)


def _image(page: Page, elements: Sequence[str], wide: int, high: int, spoken: str) -> str:
    title = for_html(page.title)
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" class="supervision" role="img" lang="{page.lang}" xml:lang="{page.lang}" '
        f'aria-label="{title}" width="{wide}" height="{high}" viewBox="0 0 {wide} {high}">\n'
        f"<title>{title}</title>\n<desc>{for_html(spoken)}</desc>\n<style>\n{drawing_style()}</style>\n"
        f'<rect class="sc-paper" x="0" y="0" width="{wide}" height="{high}"/>\n'
        f"{chr(10).join(elements)}\n</svg>\n"
    )


def _picture(block: Bars | Timeline | Grid) -> tuple[Drawing, int]:
    """The drawing and how wide it is."""
    if isinstance(block, Bars):
        return draw_bars(block), _WIDTH - 2 * _MARGIN
    if isinstance(block, Timeline):
        return draw_timeline(block), _WIDTH - 2 * _MARGIN
    return _grid(block)


def _nested(drawing: Drawing, y: int, across: int) -> str:
    # Shares of the width are shares of this inner image.
    inside = "".join(drawing.elements)
    return f'<svg x="{_MARGIN}" y="{y}" width="{across}" height="{drawing.height}" overflow="visible">{inside}</svg>'


def _grid(grid: Grid) -> tuple[Drawing, int]:
    elements: list[str] = []
    y = 0
    for place, name in enumerate(grid.legend):
        elements.extend(_chip(place, 0, y, flagged=False))
        elements.append(text_at("52", y + 15, name))
        y += _ROW
    if grid.flag:
        elements.append(text_at("18", y + 15, Mark.FLAG.sign, style="flag strong"))
        elements.append(text_at("52", y + 15, grid.flag))
        y += _ROW
    y += 12
    first = _COLUMN * max([width(visible(row.label)) for row in grid.rows] + [width(visible(grid.corner))]) + 16
    step = max([44, *(_COLUMN * width(visible(one)) + 10 for one in grid.columns)])
    elements.append(text_at("0", y + 14, grid.corner, style="small"))
    for place, column in enumerate(grid.columns):
        elements.append(text_at(str(first + step * place), y + 14, column, style="small"))
    y += _ROW
    for row in grid.rows:
        elements.append(text_at("0", y + 15, row.label))
        for place, (field, is_flagged) in enumerate(zip(row.fields, row.flags, strict=True)):
            x = first + step * place
            elements.extend([text_at(str(x + 12), y + 15, "–")] if field is None else _chip(field, x, y, flagged=is_flagged))
        y += _ROW
    legend = max([0, *(52 + _COLUMN * width(visible(name)) for name in (*grid.legend, grid.flag))])
    return Drawing(height=y, elements=tuple(map(coloured, elements))), max(first + step * len(grid.columns), legend)


def _chip(place: int, x: int, y: int, *, flagged: bool) -> Iterator[str]:
    yield f'<rect class="sc-k{place % KEYS + 1}" x="{x}" y="{y}" width="40" height="20" rx="3"/>'
    yield text_at(str(x + 20), y + 15, f"{place + 1}{Mark.FLAG.sign if flagged else ''}", anchor="middle")


def _typeset(lines: Sequence[Line], y: int) -> Iterator[str]:
    for number, line in enumerate(lines):
        for part in line:
            x = _MARGIN + _COLUMN * part.column
            yield text_at(
                str(x), y + _LINE * number + 14, part.text, style=part.style, anchor="end" if part.is_right else "start"
            )


def _spoken(page: Page) -> str:
    """The page in words: every line that is set."""
    said = (" ".join(part.text for part in line) for line in set_lines(page))
    return " ".join(one for one in said if one)
