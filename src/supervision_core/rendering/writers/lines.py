"""Lists as lines, each with how deep it stands, for formats that have no lists."""

from __future__ import annotations

from collections.abc import Iterator

from supervision_core.rendering.page import Entry, Listing

__all__ = ["entry_lines"]


def entry_lines(listing: Listing) -> Iterator[tuple[int, str]]:
    """Every line of a list with its depth; many short ones run on."""
    if listing.is_compact:
        yield 0, ", ".join(_signed(entry) for entry in listing.entries)
        return
    for number, entry in enumerate(listing.entries, start=1):
        start = "" if listing.is_plain else f"{number}. " if listing.is_ordered else "– "
        yield from _lines(entry, start, 0)


def _lines(entry: Entry, start: str, depth: int) -> Iterator[tuple[int, str]]:
    word = f": {entry.word}" if entry.word else ""
    notes = f" ({'; '.join(entry.notes)})" if entry.notes else ""
    yield depth, f"{start if entry.mark is None else ''}{_signed(entry)}{word}{notes}"
    for child in entry.children:
        yield from _lines(child, "– ", depth + 1)


def _signed(entry: Entry) -> str:
    return entry.text if entry.mark is None else f"{entry.mark.sign} {entry.text}"
