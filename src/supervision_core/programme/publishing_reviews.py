"""Reviews for the public: small counts kept back, with what would give them away, and words about people left out."""

from __future__ import annotations

from collections.abc import Iterable

import attrs

from supervision_core.programme.publishing import KEPT_BACK, cut_for_publishing
from supervision_core.programme.review_sections import HEADLINE_LINE, TOTAL_LINE
from supervision_core.programme.reviews import Review, ReviewLine, ReviewSection
from supervision_core.programme.tallies import CountKind

__all__ = ["published_line", "published_review", "published_section"]

_SUMS = (TOTAL_LINE, HEADLINE_LINE)


def published_review(review: Review, *, at_least: int) -> Review:
    """The review with every section published; its counts of one section are taken together, those of several are not."""
    return attrs.evolve(review, sections=[published_section(one, at_least=at_least) for one in review.sections])


def published_section(section: ReviewSection, *, at_least: int) -> ReviewSection:
    """The section with small counts of each kind kept back, and the words of lines that are neither counted nor cited."""
    lines = section.lines
    for kind in CountKind:
        lines = _published(lines, kind, at_least)
    return attrs.evolve(section, lines=[_without_words(one) for one in lines])


def published_line(line: ReviewLine, *, at_least: int) -> ReviewLine:
    """A single line: a small count is kept back."""
    return _without_words(_published((line,), line.kind, at_least)[0])


def _published(lines: tuple[ReviewLine, ...], kind: CountKind | None, at_least: int) -> tuple[ReviewLine, ...]:
    counted = [one for one in lines if one.kind is kind and one.count is not None]
    largest, hides_sums = cut_for_publishing((abs(one.count or 0) for one in _parts(counted)), at_least)
    if not largest:
        return lines
    # A share or a remark next to what is left would give away what is kept back.
    return tuple(_kept_back(one, largest, hides_sums=hides_sums) if one in counted else one for one in lines)


def _parts(lines: Iterable[ReviewLine]) -> Iterable[ReviewLine]:
    return (one for one in lines if one.label not in _SUMS)


def _kept_back(line: ReviewLine, largest: int, *, hides_sums: bool) -> ReviewLine:
    hidden = hides_sums if line.label in _SUMS else 0 < abs(line.count or 0) <= largest
    if hidden:
        return attrs.evolve(line, count=None, percent=None, state=KEPT_BACK, remark=None)
    return attrs.evolve(line, percent=None, remark=None)


def _without_words(line: ReviewLine) -> ReviewLine:
    if line.kind is not None or line.citation is not None:
        return line
    return attrs.evolve(line, label=KEPT_BACK, remark=None)
