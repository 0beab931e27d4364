"""Pictures of quantities and of time, as SVG elements.

Places along the line are shares of the width, so that bars fill whatever room there is while letters keep their size.
Pictures that stand in a page and pictures that stand alone are made of the same elements.
"""

from __future__ import annotations

from collections.abc import Iterator
from fractions import Fraction
from typing import final

import attrs

from supervision_core.rendering.escaping import for_html, visible
from supervision_core.rendering.model import Bars, Phase, Segment, Timeline, Track
from supervision_core.rendering.widths import width, wrapped

__all__ = ["Drawing", "draw_bars", "draw_timeline", "text_at"]

#: So many columns fit beside each other on the narrowest screen.
_COLUMNS = 42
_LINE = 18
_BAR = 12
_BETWEEN = 16
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
    >>> from supervision_core.rendering.drawing import percent
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
            y += _LINE
        elements.append(f'<rect class="sc-groove" x="0" y="{y + 4}" width="100%" height="{_BAR}" rx="2"/>')
        elements.append(f'<rect class="sc-bar" x="0" y="{y + 4}" width="{percent(one.value / most)}" height="{_BAR}" rx="2"/>')
        if one.aim is not None:
            x = percent(one.aim / most)
            elements.append(f'<line class="sc-aim" x1="{x}" x2="{x}" y1="{y + 1}" y2="{y + _BAR + 7}"/>')
        y += _BAR + _BETWEEN
    if bars.aim:
        elements.append(f'<line class="sc-aim" x1="1" x2="1" y1="{y}" y2="{y + 14}"/>')
        elements.append(text_at("10", y + 12, bars.aim, style="small"))
        y += _LINE + 4
    return Drawing(height=max(y, 1), elements=tuple(elements))


def draw_timeline(timeline: Timeline) -> Drawing:
    """Each track as a band of periods, told apart by form: full, crossed, dashed, low."""
    elements: list[str] = []
    y = 0
    top = None
    for track in timeline.tracks:
        for line in wrapped(visible(track.label), _COLUMNS):
            elements.append(text_at("0", y + 14, line))
            y += _LINE
        top = y if top is None else top
        elements.extend(_band(track, y + 4))
        y += _BAND + _BETWEEN
    elements.append(f'<line class="sc-line" x1="0" x2="100%" y1="{y}" y2="{y}"/>')
    elements.append(text_at("0", y + 15, timeline.first, style="small"))
    elements.append(text_at("100%", y + 15, timeline.last, style="small", anchor="end"))
    if timeline.today is not None:
        place, text = timeline.today
        x = percent(place)
        anchor = "start" if place < Fraction(1, 3) else "end" if place > Fraction(2, 3) else "middle"
        elements.append(f'<line class="sc-today" x1="{x}" x2="{x}" y1="{top or 0}" y2="{y + 20}"/>')
        elements.append(text_at(x, y + 33, text, style="small", anchor=anchor))
        y += _SMALL
    y += 28
    for phase, text in timeline.legend:
        elements.extend(_shape(phase, "1", "26", y))
        elements.append(text_at("36", y + 15, text, style="small"))
        y += _BAND + 4
    return Drawing(height=y, elements=tuple(elements))


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
