"""Texts that are nearly the same, found among many without holding each against each."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from fractions import Fraction
from math import ceil
from typing import TypeAlias, final

from supervision_core.values.text import folded_words, marked_words

__all__ = ["Texts", "likeness", "word_sequences"]

_Grams: TypeAlias = frozenset[tuple[str, ...]]
#: Whose text it is: the registration and the commitment.
_Pair: TypeAlias = tuple[str, str]


def word_sequences(words: tuple[str, ...], length: int) -> _Grams:
    """The sequences of so many words that stand in a text; a text with fewer words is one sequence.

    >>> from supervision_core.evidence.likeness import word_sequences
    >>> sorted(word_sequences(("trả", "hồ", "sơ", "đúng"), 3))
    [('hồ', 'sơ', 'đúng'), ('trả', 'hồ', 'sơ')]
    """
    if len(words) < length:
        return frozenset([words] if words else [])
    return frozenset(words[start : start + length] for start in range(len(words) - length + 1))


def likeness(one: _Grams, other: _Grams) -> Fraction:
    """The sequences that two texts share, as a part of all that either has; 1 for the same text, 0 for nothing in common."""
    either = len(one | other)
    return Fraction(len(one & other), either) if either else Fraction(0)


@final
class Texts:
    """Many texts, of which the nearest to another one is asked for.

    Two texts are compared with their tone marks, unless one of them has none at all.
    """

    def __init__(self, items: Iterable[tuple[_Pair, str, str]], length: int, least: Fraction) -> None:
        self._length = length
        marked: list[tuple[_Pair, str, _Grams]] = []
        bare: list[tuple[_Pair, str, _Grams]] = []
        folded: list[tuple[_Pair, str, _Grams]] = []
        for pair, subject, text in items:
            words, plain = marked_words(text), word_sequences(folded_words(text), length)
            folded.append((pair, subject, plain))
            if words is None:
                bare.append((pair, subject, plain))
            else:
                marked.append((pair, subject, word_sequences(words, length)))
        self._marked, self._bare, self._folded = (_Index(some, least) for some in (marked, bare, folded))

    def nearest(self, text: str, subject_id: str) -> tuple[Fraction, _Pair] | None:
        """The text of somebody else that is most like one, where it is like enough; of equals the first by its ids."""
        words, plain = marked_words(text), word_sequences(folded_words(text), self._length)
        if words is None:
            found = [self._folded.nearest(plain, subject_id)]
        else:
            found = [
                self._marked.nearest(word_sequences(words, self._length), subject_id),
                self._bare.nearest(plain, subject_id),
            ]
        best = min((one for one in found if one is not None), default=None)
        return None if best is None else (-best[0], best[1])


@final
class _Index:
    """Texts by their rarest sequences: two texts that are alike enough share one of these."""

    def __init__(self, items: Iterable[tuple[_Pair, str, _Grams]], least: Fraction) -> None:
        self._least = least
        # Of equal texts the first, and the first of anybody else: no more can ever be the nearest.
        self._owners: dict[_Grams, list[tuple[_Pair, str]]] = {}
        for pair, subject, grams in sorted(items, key=lambda item: item[0]):
            owners = self._owners.setdefault(grams, [])
            if not owners or (len(owners) == 1 and owners[0][1] != subject):
                owners.append((pair, subject))
        self._common = Counter(gram for grams in self._owners for gram in grams)
        self._by_gram: dict[tuple[str, ...], list[_Grams]] = {}
        for grams in self._owners:
            for gram in self._rarest(grams):
                self._by_gram.setdefault(gram, []).append(grams)

    def _rarest(self, grams: _Grams) -> list[tuple[str, ...]]:
        """So many of the rarest sequences that a text without any of them cannot share enough of the rest."""
        ordered = sorted(grams, key=lambda gram: (self._common[gram], gram))
        return ordered[: len(ordered) - ceil(self._least * len(ordered)) + 1]

    def nearest(self, grams: _Grams, subject_id: str) -> tuple[Fraction, _Pair] | None:
        """The likeness (negative, so that the nearest is the least) and whose text it is."""
        candidates = {one for gram in self._rarest(grams) for one in self._by_gram.get(gram, ())} if grams else set()
        found = []
        for one in candidates:
            share = likeness(grams, one)
            owner = next((pair for pair, subject in self._owners[one] if subject != subject_id), None)
            if share >= self._least and owner is not None:
                found.append((-share, owner))
        return min(found, default=None)
