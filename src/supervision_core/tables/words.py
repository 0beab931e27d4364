"""The words of tables: yes and no, sums, errors of formulas; and when two spellings look alike."""

from __future__ import annotations

import unicodedata
from typing import Final

from supervision_core.values.text import composed, one_face

__all__: list[str] = []

#: What Excel, Calc and Sheets put where a formula failed.
FORMULA_ERRORS: Final = frozenset(
    {
        "#N/A", "#REF!", "#VALUE!", "#DIV/0!", "#NAME?", "#NULL!", "#NUM!", "#SPILL!", "#CALC!", "#FIELD!", "#BLOCKED!",
        "#CONNECT!", "#UNKNOWN!", "#BUSY!", "#PYTHON!", "#GETTING_DATA", "#ERROR!", "#######",
    }
)  # fmt: skip
#: Words that say yes and no; whatever else people write is asked back.
ANSWERS: Final = {
    **dict.fromkeys(("có", "co", "đúng", "dung", "đạt", "dat", "yes", "y", "true", "x", "✓", "✔", "☑"), True),
    **dict.fromkeys(("không", "khong", "sai", "không đạt", "khong dat", "no", "n", "false"), False),
}
# How a row begins that adds up the others.
_SUMS: Final = (
    "tổng cộng",
    "tổng số",
    "tong cong",
    "tong so",
    "cộng dồn",
    "grand total",
    "total",
    "subtotal",
    "tổng:",
    "cộng:",
)
_SUM_WORDS: Final = frozenset({"tổng", "cộng", "tong", "cong", "sum", "cộng chung", "tổng kết"})
_SPACES: Final = dict.fromkeys(map(ord, "\u00a0\u2007\u202f\u3000\t\r\n"), " ")
# Characters that show nothing; at the ends of a cell they are copying's dust.
_DUST: Final = " \u200b\u200c\u200d\u2060\ufeff\u00ad"
# The Icelandic letters look like the Vietnamese one and stand nowhere in Vietnamese.
_ETH: Final = {ord("Ð"): "Đ", ord("ð"): "đ"}
_TONES: Final = frozenset("\u0300\u0301\u0303\u0309\u0323")


def tidy(text: str) -> str:
    """A cell's text composed, with plain spaces, without spaces and dust around it, and with the Vietnamese Đ.

    >>> from supervision_core.tables.words import tidy
    >>> tidy("\u00a0CB1\u200b "), tidy("Ðỗ")
    ('CB1', 'Đỗ')
    """
    if text.isascii() and text.isprintable():
        return text.strip()
    return composed(text.translate(_SPACES).translate(_ETH)).strip(_DUST)


def invisible(text: str) -> str | None:
    """The name of the first character within a text that shows nothing, or None."""
    for character in text:
        if not character.isprintable() and unicodedata.category(character) in {"Cf", "Cc", "Co", "Cs", "Cn"}:
            return f"U+{ord(character):04X} {unicodedata.name(character, '')}".strip()
    return None


def is_sum(text: str) -> bool:
    """Whether a row that begins so adds up the others.

    >>> from supervision_core.tables.words import is_sum
    >>> is_sum("TỔNG CỘNG: 24 người"), is_sum("Tống Văn Tổng")
    (True, False)
    """
    said = tidy(text).casefold()
    return said in _SUM_WORDS or said.startswith(_SUMS)


def look(text: str) -> str:
    """How an id looks: equal for two that people take for one.

    They differ in case, spaces or leading zeros, in where a tone mark sits, or in which of two like letters was typed.

    >>> from supervision_core.tables.words import look
    >>> look("Chiêm Hoá") == look("chiêm  Hóa"), look("00004") == look("4"), look("ma") == look("má")
    (True, True, False)
    """
    words = one_face(tidy(text)).casefold().split()
    return " ".join(_tone_last(word.lstrip("0") or "0" if word.isdigit() else word) for word in words)


def _tone_last(word: str) -> str:
    apart = unicodedata.normalize("NFD", word)
    tones = "".join(sorted(one for one in apart if one in _TONES))
    return "".join(one for one in apart if one not in _TONES) + tones
