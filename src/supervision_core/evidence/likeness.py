"""How alike two texts are: an exact share of common word sequences, compared without tone marks."""

from __future__ import annotations

from fractions import Fraction

from supervision_core.text import folded_words

__all__ = ["likeness", "word_sequences"]


def word_sequences(text: str, length: int) -> frozenset[tuple[str, ...]]:
    """The sequences of so many folded words that stand in a text; a text with fewer words is one sequence.

    >>> from supervision_core.evidence.likeness import word_sequences
    >>> sorted(word_sequences("Trả hồ sơ đúng hẹn", 3))
    [('ho', 'so', 'dung'), ('so', 'dung', 'hen'), ('tra', 'ho', 'so')]
    """
    words = folded_words(text)
    if len(words) < length:
        return frozenset([words] if words else [])
    return frozenset(words[start : start + length] for start in range(len(words) - length + 1))


def likeness(one: frozenset[tuple[str, ...]], other: frozenset[tuple[str, ...]]) -> Fraction:
    """The sequences that two texts share, as a part of all that either has; 1 for the same text, 0 for nothing in common.

    >>> from supervision_core.evidence.likeness import likeness, word_sequences
    >>> first, second = (word_sequences(text, 2) for text in ("Trả hồ sơ đúng hẹn", "tra ho so dung han"))
    >>> likeness(first, second)
    Fraction(3, 5)
    """
    either = len(one | other)
    return Fraction(len(one & other), either) if either else Fraction(0)
