"""Characters on paper and screen: what may pass into each format, and how wide it is.

An id or a label may hold anything but a lone surrogate: characters that turn the direction of what follows, that cannot be
seen, that XML forbids, or that a format would read as its own. What cannot be seen is written out, so that two ids that
look alike are seen to differ; no character is dropped.
"""

from __future__ import annotations

import re
import unicodedata
from html import escape
from string import punctuation
from typing import Final

from supervision_core.values.text import visible

__all__ = ["for_html", "for_markdown", "padded", "visible", "width", "wrapped"]


def for_html(text: str) -> str:
    """Text for HTML, SVG and XML, in elements and in attributes.

    >>> from supervision_core.rendering.characters import for_html
    >>> for_html('<b title="x">')
    '&lt;b title=&quot;x&quot;&gt;'
    """
    return escape(text if text.isprintable() else visible(text), quote=True)


_ALWAYS: Final = {
    **{character: f"\\{character}" for character in "\\`*_[]{}~$"},
    "<": "&lt;",
    ">": "&gt;",
    "&": "&amp;",
    "|": "&#124;",
    "@": "&#64;",
}


def for_markdown(text: str) -> str:
    r"""Text for Markdown (CommonMark, with tables): nothing in it starts a list, a heading, a link, a cell, or raw HTML.

    >>> from supervision_core.rendering.characters import for_markdown
    >>> print(for_markdown("# a|b <i> 1_000"))
    \# a&#124;b &lt;i&gt; 1\_000
    """
    line = " ".join(visible(text).split())
    made = "".join(_ALWAYS.get(character, character) for character in line)
    # A bare address would become a link of its own.
    made = made.replace("://", "&#58;//").replace("www.", "www&#46;")
    return _leading(made)


def _leading(line: str) -> str:
    """What would be read as a marker at the start of a line."""
    if line and line[0] in punctuation and line[0] not in "\\&":
        return f"\\{line}"
    digits = len(line) - len(line.lstrip("0123456789"))
    if digits and line[digits : digits + 1] in {".", ")"} and line[digits + 1 : digits + 2] in {"", " "}:
        return f"{line[:digits]}\\{line[digits:]}"
    return line


# Latin letters with and without marks, all of Vietnamese among them, dashes, and signs that pages use: one column each.
# Nearly all text is of these alone.
_NARROW: Final = re.compile("[ -~\u00a1-\u00ac\u00ae-\u02ff\u1e00-\u1eff\u2010-\u2027≤≥✓✗]*")


def width(text: str) -> int:
    """How many columns a text takes: marks above letters take none, East Asian letters and pictures two.

    >>> from supervision_core.rendering.characters import width
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

    >>> from supervision_core.rendering.characters import wrapped
    >>> wrapped("một hai ba", 7)
    ('một hai', 'ba')
    """
    if width(text) <= columns:
        return (" ".join(text.split()),)
    lines: list[str] = []
    line, used = "", 0
    for word in text.split():
        wide = width(word)
        if line and used + 1 + wide <= columns:
            line, used = f"{line} {word}", used + 1 + wide
            continue
        if line:
            lines.append(line)
        *whole, line = [word] if wide <= columns else _pieces(word, columns)
        lines += whole
        used = width(line)
    return (*lines, line)


def _pieces(word: str, columns: int) -> list[str]:
    pieces = [""]
    for character in word:
        if width(pieces[-1]) + _columns(character) > columns and pieces[-1]:
            pieces.append("")
        pieces[-1] += character
    return pieces
