"""How wide text is in a fixed pitch, and where a line may be broken."""

from __future__ import annotations

import re
import unicodedata
from typing import Final

__all__ = ["padded", "width", "wrapped"]

# Latin letters with and without marks, all of Vietnamese among them: one column each. Nearly all text is of these alone.
_NARROW: Final = re.compile("[ -~\u00a1-\u00ac\u00ae-\u02ff\u1e00-\u1eff]*")


def width(text: str) -> int:
    """How many columns a text takes: marks above letters take none, East Asian letters and pictures two.

    >>> from supervision_core.rendering.widths import width
    >>> width("Việt"), width("漢字")
    (4, 4)
    """
    if _NARROW.fullmatch(text):
        return len(text)
    return sum(_columns(character) for character in text)


def _columns(character: str) -> int:
    if unicodedata.category(character) in {"Mn", "Me", "Cf"}:
        return 0
    return 2 if unicodedata.east_asian_width(character) in {"W", "F"} else 1


def padded(text: str, columns: int, *, right: bool = False) -> str:
    """The text with spaces after it (or before it), so that it takes so many columns."""
    spaces = " " * (columns - width(text))
    return spaces + text if right else text + spaces


def wrapped(text: str, columns: int) -> tuple[str, ...]:
    """The text in lines of at most so many columns, broken at spaces, or within a word that is longer; at least one line.

    >>> from supervision_core.rendering.widths import wrapped
    >>> wrapped("một hai ba", 7)
    ('một hai', 'ba')
    """
    lines: list[str] = []
    line = ""
    for word in text.split():
        joined = f"{line} {word}" if line else word
        if width(joined) <= columns:
            line = joined
            continue
        if line:
            lines.append(line)
        *whole, line = _pieces(word, columns)
        lines += whole
    return (*lines, line)


def _pieces(word: str, columns: int) -> list[str]:
    pieces = [""]
    for character in word:
        if width(pieces[-1]) + _columns(character) > columns and pieces[-1]:
            pieces.append("")
        pieces[-1] += character
    return pieces
