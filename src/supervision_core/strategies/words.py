"""Texts: identifiers and labels, plain ones first and awkward ones among them."""

from __future__ import annotations

import unicodedata
from string import ascii_lowercase
from typing import Final

from hypothesis import strategies as st

from supervision_core.values.errors import Fault
from supervision_core.values.labels import Label

__all__ = ["AWKWARD", "faults", "identifiers", "labels"]

#: Texts that are hard to sort, to show, to escape or to tell apart.
AWKWARD: Final = (
    "Nguyễn Văn Ất",
    unicodedata.normalize("NFD", "Trần Thị Bưởi"),
    "tổ 7",
    " có khoảng trắng ",
    "a" * 200,
    "0",
    "None",
    "é",
    "\u200bẩn",
    "=1+1",
    "<b>đậm</b>",
    '"quote"',
    "🙂",
    "đ",
    "Đ",
    "a|b",
    "# một",
    "1. hai",
    "- ba *bốn* _năm_",
    "[sáu](javascript:alert(7))",
    "`tám` {chín} $10$ \\",
    "<script>alert(1)</script>&amp;",
    "]]>",
    "An\u202egnud",
    "\ufeffwww.example.com://",
)
_LETTERS: Final = len(ascii_lowercase)
_LONGEST: Final = 4


def _text(number: int) -> str:
    """The text of a number: of even ones a short plain word, of odd ones an awkward text."""
    half, is_awkward = divmod(number, 2)
    if is_awkward:
        return AWKWARD[half % len(AWKWARD)]
    word = ""
    while half or not word:
        half, letter = divmod(half, _LETTERS)
        word += ascii_lowercase[letter]
    return word


# Here and in the other generators, what is drawn often is built once, since Hypothesis checks every strategy object anew,
# and one draw makes as much as it can: nearly all of the time of a long run goes into draws.
_IDENTIFIERS = st.integers(0, 2 * _LETTERS**_LONGEST - 1).map(_text)
_FEW = 128
_LABELS = st.integers(0, _FEW**2 - 1).map(lambda number: Label(_text(number % _FEW), _text(number // _FEW)))


def identifiers() -> st.SearchStrategy[str]:
    """Valid identifiers: short plain ones, Vietnamese in both Unicode forms, and awkward ones."""
    return _IDENTIFIERS


def labels() -> st.SearchStrategy[Label]:
    """Labels in two languages."""
    return _LABELS


def faults() -> st.SearchStrategy[Fault]:
    """Faults as an error lists them."""
    return st.builds(Fault, st.sampled_from(["blank", "unknown_id"]), identifiers(), identifiers(), identifiers())
