"""Small pieces that many reports are put together from."""

from __future__ import annotations

from collections.abc import Iterable
from typing import final

import attrs

from supervision_core.criteria.ladders import Grade
from supervision_core.rendering import words
from supervision_core.rendering.model import Block, Cell, Column, Entry, Heading, Listing, Mark, Table
from supervision_core.rendering.voices import Voice
from supervision_core.text import Label
from supervision_core.verdicts import Verdict

__all__ = ["MARKS", "Footnotes", "column", "compact", "either", "heading", "number_column", "row", "table", "unless_empty"]

#: What each verdict looks like.
MARKS = {Verdict.MET: Mark.GOOD, Verdict.NOT_MET: Mark.BAD, Verdict.UNKNOWN: Mark.OPEN}


def heading(voice: Voice, label: Label, /, *, level: int = 1, **slots: object) -> Heading:
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


def table(
    voice: Voice, caption: Label, columns: Iterable[Column], rows: Iterable[tuple[Cell, ...]], *, is_headed: bool = False
) -> Table:
    """A table under a fixed caption, without the columns that no row has anything in."""
    heads, listed = tuple(columns), tuple(rows)
    used = [place for place in range(len(heads)) if place == 0 or not listed or any(one[place] != Cell() for one in listed)]
    return Table(
        caption=voice.say(caption),
        columns=tuple(heads[place] for place in used),
        rows=tuple(tuple(one[place] for place in used) for one in listed),
        is_headed=is_headed,
    )


def either(grades: Iterable[Grade], voice: Voice) -> str:
    """Grades that are still possible, with "or" between them."""
    return f" {voice.say(words.OR)} ".join(voice.say(grade.label) for grade in grades)


def compact(voice: Voice, ids: Iterable[str]) -> Listing:
    """Many short names, running on."""
    return Listing(entries=tuple(Entry(text=voice.name(one)) for one in ids), is_compact=True)


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
    return (head, attrs.evolve(block, is_headed=block.caption == head.text)) if block.rows else ()
