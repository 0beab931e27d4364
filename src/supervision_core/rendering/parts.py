"""Small pieces that many reports are put together from."""

from __future__ import annotations

from collections.abc import Iterable

from supervision_core.rendering.model import Block, Cell, Column, Entry, Heading, Listing, Mark, Table
from supervision_core.rendering.voices import Voice
from supervision_core.text import Label
from supervision_core.verdicts import Verdict

__all__ = ["MARKS", "column", "compact", "heading", "number_column", "row", "table", "unless_empty"]

#: What each verdict looks like.
MARKS = {Verdict.MET: Mark.GOOD, Verdict.NOT_MET: Mark.BAD, Verdict.UNKNOWN: Mark.OPEN}


def heading(voice: Voice, label: Label, *, level: int = 1, **slots: object) -> Heading:
    """A heading."""
    return Heading(text=voice.say(label, **slots), level=level)


def column(voice: Voice, label: Label) -> Column:
    """A column of texts."""
    return Column(text=voice.say(label))


def number_column(voice: Voice, label: Label) -> Column:
    """A column of numbers."""
    return Column(text=voice.say(label), is_number=True)


def row(*fields: str | Cell) -> tuple[Cell, ...]:
    """A row of a table; a text alone is a plain field."""
    return tuple(Cell(text=field) if isinstance(field, str) else field for field in fields)


def table(voice: Voice, caption: Label, columns: Iterable[Column], rows: Iterable[tuple[Cell, ...]]) -> Table:
    """A table under a fixed caption."""
    return Table(caption=voice.say(caption), columns=tuple(columns), rows=tuple(rows))


def compact(voice: Voice, ids: Iterable[str]) -> Listing:
    """Many short names, running on."""
    return Listing(entries=tuple(Entry(text=voice.name(one)) for one in ids), is_compact=True)


def unless_empty(head: Heading, block: Table | Listing) -> tuple[Block, ...]:
    """A part with its head, or nothing where the table or list has nothing in it."""
    has = block.rows if isinstance(block, Table) else block.entries
    return (head, block) if has else ()

