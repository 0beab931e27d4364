"""What a page may hold, and the small parts that views are written with.

Tellers make pages, writers turn them into text, Markdown, HTML or SVG; neither knows the other. Everything on a page is
text in one language already. Nothing is escaped here: each writer does that for its own format, everywhere.
"""

from __future__ import annotations

from collections.abc import Iterable
from enum import Enum
from fractions import Fraction
from itertools import repeat
from typing import TypeAlias, final

import attrs

from supervision_core.criteria.ladders import Grade
from supervision_core.rendering.context import Context
from supervision_core.values.checks import ByHints, maker
from supervision_core.values.labels import Label
from supervision_core.values.text import Language
from supervision_core.values.verdicts import Verdict

__all__ = [
    "Bars",
    "Cell",
    "ChartBar",
    "Column",
    "Entry",
    "Frame",
    "Grid",
    "GridRow",
    "Heading",
    "Listing",
    "Mark",
    "Notice",
    "Page",
    "Paragraph",
    "Phase",
    "Segment",
    "Signature",
    "Table",
    "Terms",
    "Timeline",
    "Track",
]


@final
class Mark(Enum):
    """What a line is at a glance: a sign for the eye that always stands beside words, never in their place."""

    GOOD = "good"
    BAD = "bad"
    OPEN = "open"
    FLAG = "flag"
    NOTE = "note"

    @property
    def sign(self) -> str:
        """The sign that is printed."""
        return _SIGNS[self._value_]


_SIGNS = {"good": "✓", "bad": "✗", "open": "?", "flag": "!", "note": "•"}


@final
@attrs.frozen(kw_only=True)
class Heading(ByHints):
    """The head of a part; ``level`` 1 is a part of the page, 2 a part of a part."""

    text: str
    level: int = 1


@final
@attrs.frozen(kw_only=True)
class Paragraph(ByHints):
    """Plain sentences."""

    text: str
    #: The language of the text where it is not the page's.
    lang: Language | None = None


@final
@attrs.frozen(kw_only=True)
class Notice(ByHints):
    """What should be seen first: the result, or a warning."""

    mark: Mark
    text: str
    notes: tuple[str, ...] = ()


@final
@attrs.frozen(kw_only=True)
class Terms(ByHints):
    """Names of things with what they are, in pairs."""

    pairs: tuple[tuple[str, str], ...]


@final
@attrs.frozen(kw_only=True)
class Cell(ByHints):
    """One field of a table."""

    text: str = ""
    mark: Mark | None = None
    #: The language of the text where it is not the page's.
    lang: Language | None = None


@final
@attrs.frozen(kw_only=True)
class Column(ByHints):
    """The head of a column; numbers stand to the right."""

    text: str
    is_number: bool = False


@final
@attrs.frozen(kw_only=True)
class Table(ByHints):
    """Rows under heads. The first field of a row names it."""

    caption: str
    columns: tuple[Column, ...]
    rows: tuple[tuple[Cell, ...], ...]
    #: Whether what stands above says the caption already, so that it need not be seen twice.
    is_headed: bool = False


@final
@attrs.frozen(kw_only=True)
class Entry(ByHints):
    """A line of a list, with the lines below it."""

    text: str
    mark: Mark | None = None
    #: A word that goes with the mark, such as "met".
    word: str = ""
    notes: tuple[str, ...] = ()
    children: tuple[Entry, ...] = ()


@final
@attrs.frozen(kw_only=True)
class Listing(ByHints):
    """Lines, each perhaps with lines below it. Compact ones are many and short, such as ids, and run on."""

    entries: tuple[Entry, ...]
    is_ordered: bool = False
    is_compact: bool = False
    #: Whether its lines carry their own numbers, as footnotes do, and need no other sign before them.
    is_plain: bool = False


@final
@attrs.frozen(kw_only=True)
class ChartBar(ByHints):
    """A quantity, and what it is held against."""

    label: str
    value: Fraction
    #: The value as it is written.
    text: str
    #: What it aims at; None where it aims at nothing.
    aim: Fraction | None = None
    #: Whether it is too little or too much.
    mark: Mark | None = None


@final
@attrs.frozen(kw_only=True)
class Bars(ByHints):
    """A picture of quantities, with the table that says the same and more."""

    caption: str
    #: The picture in a sentence, for those who do not see it.
    description: str
    bars: tuple[ChartBar, ...]
    #: What the line across a bar means; empty where there is none.
    aim: str
    table: Table
    #: Whether what stands above says the caption already.
    is_headed: bool = False


@final
@attrs.frozen(kw_only=True)
class GridRow(ByHints):
    """One row of a grid: the place in the legend of each field, None for an empty one."""

    label: str
    fields: tuple[int | None, ...]
    #: Whether each field needs attention; as long as ``fields``.
    flags: tuple[bool, ...]


@final
@attrs.frozen(kw_only=True)
class Grid(ByHints):
    """Who meets whom when: rows and columns whose fields are entries of a legend, told apart by number and colour."""

    caption: str
    description: str
    #: What the rows are.
    corner: str
    columns: tuple[str, ...]
    legend: tuple[str, ...]
    #: What a flag on a field means; empty where no field has one.
    flag: str
    rows: tuple[GridRow, ...]
    #: Whether what stands above says the caption already.
    is_headed: bool = False
    #: What an empty field says to whoever hears it; that there is no lead unit where this is empty.
    empty: str = ""


@final
class Phase(Enum):
    """How a stretch of time stands, told apart by form as well as by colour."""

    DONE = "done"
    MISSING = "missing"
    UNKNOWN = "unknown"
    OPEN = "open"
    IDLE = "idle"

    @property
    def sign(self) -> str:
        """The sign that stands for it where nothing can be drawn."""
        return _PHASE_SIGNS[self.value]


_PHASE_SIGNS = {"done": "✓", "missing": "✗", "unknown": "?", "open": "○", "idle": "·"}


@final
@attrs.frozen(kw_only=True)
class Segment(ByHints):
    """A stretch of a track, from ``start`` to ``end`` as shares of the whole time."""

    start: Fraction
    end: Fraction
    phase: Phase
    text: str


@final
@attrs.frozen(kw_only=True)
class Track(ByHints):
    """One line of a time line."""

    label: str
    segments: tuple[Segment, ...]


@final
@attrs.frozen(kw_only=True)
class Timeline(ByHints):
    """Periods along the calendar, with the table that says the same and more."""

    caption: str
    description: str
    #: The first and the last day as they are written.
    first: str
    last: str
    #: The day as of which it stands so, as a share of the whole time, and as it is written; None outside of it.
    today: tuple[Fraction, str] | None
    tracks: tuple[Track, ...]
    #: What each phase that occurs means.
    legend: tuple[tuple[Phase, str], ...]
    table: Table
    #: Where months begin, as shares of the whole time, with what is written there.
    months: tuple[tuple[Fraction, str], ...] = ()
    #: From where on another rule applies, as shares of the whole time, and what such a line means.
    turns: tuple[Fraction, ...] = ()
    turn: str = ""


#: What a page is made of.
Block: TypeAlias = Heading | Paragraph | Notice | Terms | Table | Listing | Bars | Grid | Timeline


@final
@attrs.frozen(kw_only=True)
class Signature(ByHints):
    """Room for a signature; what is not said is empty."""

    on_behalf_of: str
    post: str
    name: str


@final
@attrs.frozen(kw_only=True)
class Frame(ByHints):
    """What stands around a page that is handed in; what is not said is empty."""

    superior: str
    issuer: str
    heading: tuple[str, ...]
    number: str
    place_and_day: str
    title: str
    about: str
    recipients_head: str
    recipients: tuple[str, ...]
    signatures: tuple[Signature, ...]


@final
@attrs.frozen(kw_only=True)
class Page(ByHints):
    """A whole page in one language."""

    title: str
    lang: Language
    blocks: tuple[Block, ...]
    #: What stands around it where it is handed in.
    frame: Frame | None = None


#: What each verdict looks like.
MARKS = {Verdict.MET: Mark.GOOD, Verdict.NOT_MET: Mark.BAD, Verdict.UNKNOWN: Mark.OPEN}


# What a view says is made of checked values, and a page of a country has a million of them.
_heading, _column, _cell, _table = maker(Heading), maker(Column), maker(Cell), maker(Table)


def heading(context: Context, label: Label, /, *, level: int = 1, **slots: object) -> Heading:
    """A heading."""
    return _heading(context.say(label, **slots), level)


def column(context: Context, label: Label) -> Column:
    """A column of texts."""
    return _column(context.say(label), _TEXTS)


def number_column(context: Context, label: Label) -> Column:
    """A column of numbers."""
    return _column(context.say(label), _NUMBERS)


_TEXTS, _NUMBERS = False, True


def row(*fields: str | Cell) -> tuple[Cell, ...]:
    """A row of a table; a text alone is a plain field."""
    return tuple([_cell(field, None, None) if isinstance(field, str) else field for field in fields])


def line(text: str, mark: Mark | None, word: str, notes: tuple[str, ...], children: tuple[Entry, ...]) -> Entry:
    """A line of a list, of what a view says."""
    made = _new(Entry)
    _set_text(made, text)
    _set_mark(made, mark)
    _set_word(made, word)
    _set_notes(made, notes)
    _set_children(made, children)
    return made


# The slots themselves: there are more lines than anything else.
_new = object.__new__
_set_text, _set_mark, _set_word, _set_notes, _set_children = (
    vars(Entry)[name].__set__ for name in ("text", "mark", "word", "notes", "children")
)


def table(
    context: Context, caption: Label, columns: Iterable[Column], rows: Iterable[tuple[Cell, ...]], *, is_headed: bool = False
) -> Table:
    """A table under a fixed caption, without the columns that no row has anything in."""
    heads, listed = tuple(columns), tuple(rows)
    used = [place for place in range(len(heads)) if place == 0 or not listed or not all(map(_is_blank, listed, repeat(place)))]
    if len(used) < len(heads):
        heads = tuple([heads[place] for place in used])
        listed = tuple([tuple([one[place] for place in used]) for one in listed])
    return _table(context.say(caption), heads, listed, is_headed)


def _is_blank(row: tuple[Cell, ...], place: int) -> bool:
    one = row[place]
    return not one.text and one.mark is None and one.lang is None


def either(grades: Iterable[Grade], context: Context) -> str:
    """Grades that are still possible, with "or" between them."""
    return context.either(grade.label for grade in grades)


def compact(context: Context, ids: Iterable[str]) -> Listing:
    """Many short names, running on."""
    return Listing(entries=tuple([line(context.name(one), None, "", (), ()) for one in ids]), is_compact=True)


@final
class Footnotes:
    """Longer texts that several rows share: each is said once below the table, and rows name its number."""

    __slots__ = ("_texts",)

    def __init__(self) -> None:
        self._texts: dict[str, int] = {}

    def mark(self, *texts: str) -> str:
        """The numbers of some texts, as they stand in a row."""
        return " ".join(f"[{self._texts.setdefault(text, len(self._texts) + 1)}]" for text in texts)

    def below(self) -> tuple[Listing, ...]:
        """The texts by their numbers."""
        entries = tuple(Entry(text=f"[{number}] {text}") for text, number in self._texts.items())
        return (Listing(entries=entries, is_plain=True),) if entries else ()


def unless_empty(head: Heading, block: Table | Listing) -> tuple[Block, ...]:
    """A part with its head, or nothing where the table or list has nothing in it."""
    if isinstance(block, Listing):
        return (head, block) if block.entries else ()
    is_headed = block.is_headed or block.caption == head.text
    return (head, _table(block.caption, block.columns, block.rows, is_headed)) if block.rows else ()
