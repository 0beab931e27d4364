"""Parts of whole results: what the library makes only together with something larger is picked out of it."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import TypeVar

from hypothesis import strategies as st

__all__ = ["parts"]

_Whole = TypeVar("_Whole")
_Part = TypeVar("_Part")


def parts(wholes: st.SearchStrategy[_Whole], pick: Callable[[_Whole], Iterable[_Part]]) -> st.SearchStrategy[_Part]:
    """One of the parts of a whole; wholes without any are passed over, so they should be rare."""
    return _one_of(wholes.map(lambda whole: tuple(pick(whole))).filter(bool))


@st.composite
def _one_of(draw: st.DrawFn, some: st.SearchStrategy[tuple[_Part, ...]]) -> _Part:
    found = draw(some)
    return found[draw(st.integers(0, len(found) - 1))]
