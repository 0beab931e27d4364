"""Texts: identifiers and labels, plain ones first and awkward ones among them."""

from __future__ import annotations

import unicodedata
from string import ascii_lowercase

from hypothesis import strategies as st

from supervision_core.errors import Fault
from supervision_core.text import Label

__all__ = ["faults", "identifiers", "labels"]

_AWKWARD = (
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
# Here and in the other generators, what is drawn often is built once: Hypothesis checks every strategy object anew.
_IDENTIFIERS = st.one_of(st.text(ascii_lowercase, min_size=1, max_size=4), st.sampled_from(_AWKWARD))
_LABELS = st.builds(Label, _IDENTIFIERS, _IDENTIFIERS)


def identifiers() -> st.SearchStrategy[str]:
    """Valid identifiers: short plain ones, Vietnamese in both Unicode forms, and awkward ones."""
    return _IDENTIFIERS


def labels() -> st.SearchStrategy[Label]:
    """Labels in two languages."""
    return _LABELS


def faults() -> st.SearchStrategy[Fault]:
    """Faults as an error lists them."""
    return st.builds(Fault, st.sampled_from(["blank", "unknown_id"]), identifiers(), identifiers(), identifiers())
