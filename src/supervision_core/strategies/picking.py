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
    return wholes.map(lambda whole: tuple(pick(whole))).filter(bool).flatmap(st.sampled_from)
