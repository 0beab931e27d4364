"""Texts that are nearly the same, found among many without holding each against each."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from fractions import Fraction
from math import ceil
from typing import NamedTuple, TypeAlias, final

from supervision_core.values.text import folded_words, marked_words

__all__ = ["Texts", "likeness", "word_sequences"]

_Gram: TypeAlias = tuple[str, ...]
_Grams: TypeAlias = frozenset[_Gram]
#: Whose text it is: the registration and the commitment.
_Pair: TypeAlias = tuple[str, str]
#: That, and the subject.
_Owner: TypeAlias = tuple[_Pair, str]


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


class _Entry(NamedTuple):
    """Texts that are equally like whatever shares nothing with them but these sequences."""

    grams: _Grams
    #: How many sequences each of them has.
    size: int
    #: The first of their owners and the first of anybody else: no more can ever be the nearest.
    owners: list[_Owner]


@final
class _Index:
    """Texts by their rarest sequences: two texts that are alike enough share one of these.

    Texts that differ only in sequences that stand in no other text, such as copies with a number of their own, are one
    entry: whoever has none of these is equally like all of them.
    """

    def __init__(self, items: Iterable[tuple[_Pair, str, _Grams]], least: Fraction) -> None:
        self._least = least
        self._texts: dict[_Grams, list[_Owner]] = {}
        for pair, subject, grams in items:
            self._texts.setdefault(grams, []).append((pair, subject))
        self._common = Counter(gram for grams in self._texts for gram in grams)
        groups: dict[tuple[_Grams, int], list[_Owner]] = {}
        for grams, owners in self._texts.items():
            shared = frozenset(gram for gram in grams if self._common[gram] > 1)
            groups.setdefault((shared, len(grams)), []).extend(owners)
            owners[:] = _first_two(owners)
        entries = {key: _Entry(*key, _first_two(owners)) for key, owners in groups.items()}
        self._by_gram: dict[_Gram, dict[int, _Entry]] = {}
        for grams, owners in self._texts.items():
            alone = _Entry(grams, len(grams), owners)
            together = entries[frozenset(gram for gram in grams if self._common[gram] > 1), len(grams)]
            for gram in self._rarest(grams):
                entry = together if self._common[gram] > 1 else alone
                self._by_gram.setdefault(gram, {})[id(entry)] = entry

    def _rarest(self, grams: _Grams) -> list[_Gram]:
        """So many of the rarest sequences that a text without any of them cannot share enough of the rest."""
        ordered = sorted(grams, key=lambda gram: (self._common[gram], gram))
        return ordered[: len(ordered) - ceil(self._least * len(ordered)) + 1]

    def nearest(self, grams: _Grams, subject_id: str) -> tuple[Fraction, _Pair] | None:
        """The likeness (negative, so that the nearest is the least) and whose text it is."""
        if not grams:
            return None
        if (same := _of_another(self._texts.get(grams, ()), subject_id)) is not None:
            return Fraction(-1), same
        best: tuple[Fraction, _Pair] | None = None
        seen: set[int] = set()
        for place, gram in enumerate(self._rarest(grams)):
            # Whatever shares this one first shares none of the rarer ones.
            if best is not None and -best[0] * len(grams) > len(grams) - place:
                break
            for key, entry in self._by_gram.get(gram, {}).items():
                owner = None if key in seen else _of_another(entry.owners, subject_id)
                seen.add(key)
                if owner is None:
                    continue
                shared = len(grams & entry.grams)
                share = Fraction(shared, len(grams) + entry.size - shared)
                if share >= self._least and (best is None or (-share, owner) < best):
                    best = (-share, owner)
        return best


def _first_two(owners: list[_Owner]) -> list[_Owner]:
    """The first owner, and the first with another subject."""
    first = min(owners)
    return [first, *sorted(one for one in owners if one[1] != first[1])[:1]]


def _of_another(owners: Iterable[_Owner], subject_id: str) -> _Pair | None:
    """The first that is somebody else's."""
    return next((pair for pair, subject in owners if subject != subject_id), None)
