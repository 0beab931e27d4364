"""Pages as SVG: the pictures of a page under its title; a page without one is set line by line.

The image is complete in itself: its style has both themes, and its description says in words what it shows.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from supervision_core.rendering.drawing import Drawing, draw_bars, draw_timeline, text_at
from supervision_core.rendering.escaping import for_html, visible
from supervision_core.rendering.model import Bars, Grid, Mark, Page, Timeline
from supervision_core.rendering.stylesheet import KEYS, drawing_style
from supervision_core.rendering.typesetting import Line, set_lines
from supervision_core.rendering.widths import width, wrapped

__all__ = ["write_svg"]

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
    return Drawing(height=y, elements=tuple(elements)), max(first + step * len(grid.columns), legend)


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
