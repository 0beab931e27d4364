"""Finding people among thousands: by words without tone marks, page by page."""

from __future__ import annotations

import unicodedata
from collections.abc import Sequence
from typing import Final, Generic, TypeVar, final

import attrs

_T = TypeVar("_T")
#: So many people are on a page.
PER_PAGE: Final = 50


def folded(text: str) -> str:
    """A text as people search it: without tone marks, whatever the case."""
    apart = unicodedata.normalize("NFD", text.casefold().replace("đ", "d"))
    return "".join(one for one in apart if not unicodedata.combining(one))


def has_words(wanted: str, *texts: str) -> bool:
    """Whether what is searched stands in one of the texts; an empty search is in all."""
    asked = folded(wanted)
    return not asked or any(asked in folded(text) for text in texts)


@final
@attrs.frozen(kw_only=True)
class Part(Generic[_T]):
    """One page of what was found."""

    rows: Sequence[_T]
    #: The number of the page and of the last one, from 1.
    at: int
    last: int
    #: How many were found in all.
    found: int


def part_of(found: Sequence[_T], page: int) -> Part[_T]:
    """A page of what was found; beyond the last one, the last one."""
    last = max(1, -(-len(found) // PER_PAGE))
    at = min(max(page, 1), last)
    return Part(rows=found[(at - 1) * PER_PAGE : at * PER_PAGE], at=at, last=last, found=len(found))
