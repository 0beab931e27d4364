"""Reviews for the public: one protection that sees every number and every text of the whole review."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Sequence
from typing import Final, final, overload

import attrs

from supervision_core.obligations.standing import NOTHING_DUE
from supervision_core.obligations.status import OccurrenceState
from supervision_core.programme.audiences import Audience
from supervision_core.programme.following import FollowUpState
from supervision_core.programme.publishing import (
    KEPT_BACK,
    LEAST_THRESHOLD,
    PublishedTally,
    betrays,
    cut_for_publishing,
    is_small,
    published_tally,
)
from supervision_core.programme.reviews import HEADLINE_LINE, TOTAL_LINE, Review, ReviewLine, ReviewSection, against_earlier
from supervision_core.programme.sealing import sealed
from supervision_core.programme.tallies import CountKind, Tally
from supervision_core.values.checks import Checks, as_tuple
from supervision_core.values.labels import Label
from supervision_core.values.verdicts import Verdict

__all__ = ["publish"]


@overload
def publish(tally: Tally, *, at_least: int, earlier: Iterable[PublishedTally] = ()) -> PublishedTally: ...


@overload
def publish(tally: Review, *, at_least: int, earlier: Iterable[Review] = ()) -> Review: ...


def publish(
    tally: Tally | Review, *, at_least: int, earlier: Iterable[PublishedTally] | Iterable[Review] = ()
) -> PublishedTally | Review:
    """A tally or a whole review for the public: counts from 1 to less than ``at_least`` kept back, with what gives them away.

    How small is too small no source says, so there is no default; below 3 raises ``InvalidInput``.

    **A tally.** Since the total is published, a single count kept back could be worked out from the others; then the next
    smallest (or all that are equally small) are kept back too, and so on while what is kept back has only one solution. Where
    nothing is left to keep back, the total is, and so is a total or a headline that is small itself, or a headline that
    differs from the total by a small count: so many people stand in no part, or in two. Even who knows this rule cannot work
    out a count that is kept back. A count of 0 is published. Two tallies of the same counts (by unit, by tier) can give each
    other away; publish them in one review.

    **A review.** All counts of one kind are protected together, in whatever sections they stand: sections may be parts of
    each other (all, office A, office B), and a part of one may be the sum of another. A label that is kept back in one section
    is kept back in all, with the sums and with every equal count of another section; of two sections with one sum, both go as
    a whole where either keeps something back. Where so few values of a sum would be left that who knows this rule could tell
    it from the counts beside it, these go as well. Lines of which nobody can say how they add up are kept back altogether, and
    so are remarks, shares and the words of lines that are neither counted nor cited. Evidence is sealed. Counts of a kind
    that stand in one section alone are protected as a tally is.

    **What was published before.** Without ``earlier`` no change against an earlier time is printed, and the claim covers this
    publication alone. With it, what was kept back once stays so, changes are printed between counts that are shown both times,
    and the claim covers all of them together. ``Review.protection`` and ``PublishedTally.earlier`` say which.

    >>> from supervision_core import Tally, publish
    >>> from supervision_core.programme import CountKind
    >>> fair = Tally(kind=CountKind.PERSON, population="fair", parts={"desk": 2, "culture": 0, "land": 8, "police": 30})
    >>> dict(publish(fair, at_least=5).parts)
    {'culture': 0, 'desk': None, 'land': None, 'police': 30}
    """
    before = as_tuple(earlier)
    checks = Checks("publish")
    known = checks.kind("tally", tally, (Tally, Review), "a Tally or a Review")
    checks.whole("at_least", at_least, at_least=LEAST_THRESHOLD)
    wanted: type = Review if isinstance(tally, Review) else PublishedTally
    if checks.each("earlier", before, wanted, f"a {wanted.__name__} as it was published") and known:
        for number, one in enumerate(before):
            if isinstance(one, Review) and one.protection is None:
                checks.fault("wrong_kind", f"earlier[{number}]", one.id, "a review that publish gave")
    checks.done()
    if isinstance(tally, Tally):
        return published_tally(tally, at_least, [one for one in before if isinstance(one, PublishedTally)])
    reviews = [one for one in before if isinstance(one, Review)]
    return published_review(sealed(tally, Audience.PUBLIC, None), at_least=at_least, earlier=reviews)


def published_review(review: Review, *, at_least: int, earlier: Sequence[Review] = ()) -> Review:
    """The review with the counts of each kind protected together, in all its sections."""
    sections = _protected(review.sections, at_least, [section for one in earlier for section in one.sections])
    past = [one for one in earlier if one.period.end <= review.period.start]
    newest = max(past, key=lambda one: (one.period, one.as_of, one.id), default=None)
    if newest is not None:
        sections = [_with_changes(section, newest.section(section.code)) for section in sections]
    return attrs.evolve(review, sections=sections, protection=_claim(at_least, earlier))


def published_section(section: ReviewSection, *, at_least: int) -> ReviewSection:
    """The section as if it were the whole review."""
    return _protected((section,), at_least, ())[0]


def published_line(line: ReviewLine, *, at_least: int) -> ReviewLine:
    """A single line: a small count is kept back."""
    section = ReviewSection(code="line", title=line.label, lines=[line])
    return published_section(section, at_least=at_least).lines[0]


def _claim(at_least: int, earlier: Iterable[Review]) -> Label:
    ids = ", ".join(sorted(one.id for one in earlier))
    vi = f"Không công bố các số từ 1 đến {at_least - 1} và những số làm lộ ra chúng"
    en = f"Counts from 1 to {at_least - 1} are kept back, and what would give them away"
    if ids:
        return Label(f"{vi}, xét cùng các báo cáo đã công bố: {ids}.", f"{en}; this covers, together with this review: {ids}.")
    return Label(
        f"{vi}, xét riêng báo cáo này; không so sánh với kỳ trước.",
        f"{en}; this covers this review alone, and no change against an earlier time is printed.",
    )


def _protected(sections: Sequence[ReviewSection], at_least: int, earlier: Sequence[ReviewSection]) -> list[ReviewSection]:
    found = list(sections)
    for kind in CountKind:
        tables = [table for number, one in enumerate(found) if (table := _Table.of(number, one, kind)) is not None]
        before = [table for number, one in enumerate(earlier) if (table := _Table.of(number, one, kind)) is not None]
        if not tables:
            continue
        hidden = _kept_back(tables, at_least, before)
        for table in tables:
            lines = [_shown(line, place in hidden[table.section]) for place, line in enumerate(found[table.section].lines)]
            shown = [new if line.kind is kind else line for new, line in zip(lines, found[table.section].lines, strict=True)]
            if hidden[table.section] or table.has_gaps or any(hidden.values()):
                # A share next to what is left would give away what is kept back.
                shown = [attrs.evolve(one, percent=None) if one.kind is kind else one for one in shown]
            found[table.section] = attrs.evolve(found[table.section], lines=shown)
    return [attrs.evolve(one, lines=[_without_words(line) for line in one.lines]) for one in found]


def _shown(line: ReviewLine, is_hidden: bool) -> ReviewLine:
    if is_hidden and line.count is not None:
        return attrs.evolve(line, count=None, percent=None, state=KEPT_BACK)
    return line


@final
@attrs.frozen(kw_only=True)
class _Table:
    """The counts of one kind in one section."""

    #: The section's place.
    section: int
    #: The places of the parts, by their labels, with what is shown of each.
    parts: dict[Label, int | None]
    #: Where each line stands.
    places: dict[int, Label]
    #: The sum; None where none is shown.
    total: int | None
    #: The counts of the lines that are sums or headlines, by where they stand.
    sums: dict[int, int]
    #: Whether it is known how the lines add up: each part once, and at most one sum, which is that of the parts.
    is_regular: bool

    @classmethod
    def of(cls, number: int, section: ReviewSection, kind: CountKind) -> _Table | None:
        """The table of a section; None where it counts nothing of that kind."""
        places = {place: line.label for place, line in enumerate(section.lines) if line.kind is kind}
        if not places:
            return None
        parts = [section.lines[place] for place, label in places.items() if label not in _SUMS]
        sums = [section.lines[place].count for place, label in places.items() if label == TOTAL_LINE]
        counts = {line.label: line.count for line in parts}
        whole = {place: section.lines[place].count for place, label in places.items() if label in _SUMS}
        shown = {place: count for place, count in whole.items() if count is not None}
        known = [count for count in counts.values() if count is not None]
        total = sums[0] if len(sums) == 1 else None
        adds_up = total is None or len(known) < len(counts) or total == sum(known)
        is_regular = len(counts) == len(parts) and adds_up and len(sums) <= 1 and (len(sums) == 1 or len(parts) <= 1)
        return cls(section=number, parts=counts, places=places, total=total, sums=shown, is_regular=is_regular)

    @property
    def has_gaps(self) -> bool:
        """Whether something is kept back already."""
        return None in self.parts.values()

    def hides(self, hidden: Collection[Label]) -> bool:
        """Whether a part is kept back when these labels are, or all are since nobody can say how they add up."""
        return not self.is_regular or not self.parts.keys().isdisjoint(hidden)

    @property
    def sum(self) -> int:
        """The sum of its parts; as it is shown where a part is not known."""
        return sum(count or 0 for count in self.parts.values()) if self.total is None else self.total

    def reach(self, at_least: int, hidden: Collection[Label]) -> range:
        """What its sum may be for who knows all but the counts that are kept back and small, a 0 among them."""
        if self.has_gaps:
            return range(abs(self.sum), abs(self.sum) + 1)
        small = sum(
            1
            for label, count in self.parts.items()
            if count is not None and abs(count) < at_least and (count or label in hidden)
        )
        larger = sum(abs(count) for count in self.parts.values() if count is not None and abs(count) >= at_least)
        return range(larger, larger + small * (at_least - 1) + 1)

    def has_small(self, at_least: int) -> bool:
        """Whether a count is too small to be shown."""
        return any(count is not None and is_small(count, at_least) for count in self.parts.values())

    def small_sums(self, at_least: int) -> frozenset[int]:
        """The places of sums that are too small to be shown, and of headlines that say a small count beside the sum."""
        return frozenset(
            place
            for place, count in self.sums.items()
            if is_small(count, at_least) or (self.places[place] == HEADLINE_LINE and betrays(count, self.sum, at_least))
        )


_SUMS: Final = (TOTAL_LINE, HEADLINE_LINE)


def _kept_back(tables: Sequence[_Table], at_least: int, earlier: Sequence[_Table]) -> dict[int, frozenset[int]]:
    """For each section the places of the lines whose counts are kept back."""
    found = _kept_back_parts(tables, at_least, earlier)
    return {table.section: found[table.section] | table.small_sums(at_least) for table in tables}


def _kept_back_parts(tables: Sequence[_Table], at_least: int, earlier: Sequence[_Table]) -> dict[int, frozenset[int]]:
    gaps = {label for table in (*tables, *earlier) for label, count in table.parts.items() if count is None}
    if not gaps and not any(table.has_small(at_least) for table in tables):
        return {table.section: frozenset() for table in tables}
    if len(tables) == 1 and tables[0].is_regular and not earlier:
        return {tables[0].section: _cut_alone(tables[0], at_least)}
    hidden = _hidden_labels(tables, at_least, gaps)
    return {table.section: _cut_together(table, hidden) for table in tables}


def _cut_together(table: _Table, hidden: Collection[Label]) -> frozenset[int]:
    """What is kept back of counts that may hang together with others: sums too, unless all their parts are shown."""
    if not table.is_regular:
        return frozenset(table.places)
    if not table.hides(hidden):
        return frozenset()
    return frozenset(place for place, label in table.places.items() if label in hidden or label in _SUMS)


def _cut_alone(table: _Table, at_least: int) -> frozenset[int]:
    """What is kept back of the only counts of their kind: as of a tally."""
    counts = {label: abs(count) for label, count in table.parts.items() if count is not None}
    largest, hides_sums = cut_for_publishing(counts.values(), at_least)
    return frozenset(
        place
        for place, label in table.places.items()
        if (hides_sums if label in _SUMS else 0 < counts.get(label, 0) <= largest)
    )


def _hidden_labels(tables: Sequence[_Table], at_least: int, gaps: Iterable[Label]) -> frozenset[Label]:
    """The labels that are kept back in every section, zeros too, so that no sum over sections tells one of them.

    Sums of such sections are kept back as well. Then every sum that anybody may know of, within a section or over sections,
    holds either counts that are shown or counts that are kept back: all of the latter could be twice as large. What is left
    is a part that is the sum of another section, and two sections with one sum: what is shown and equal to a part or a sum
    that is kept back goes with it.
    """
    hidden = set(gaps)
    for table in tables:
        # Of lines that nobody can add up none is shown, and so their labels are shown nowhere else.
        small = {label for label, count in table.parts.items() if count is not None and is_small(count, at_least)}
        hidden |= small if table.is_regular else table.parts.keys()
    while more := _all_drawn_in(tables, at_least, hidden):
        hidden |= more
    return frozenset(hidden)


def _all_drawn_in(tables: Sequence[_Table], at_least: int, hidden: Collection[Label]) -> set[Label]:
    """What is drawn in by what is kept back so far."""
    sums = [(one, _possible_sums(one, tables, at_least, hidden)) for one in tables if one.hides(hidden)]
    drawn: set[Label] = set()
    for table in tables:
        others = [of for one, of in sums if one is not table]
        drawn.update(_drawn_in(table, tables, at_least, hidden, others))
    return drawn


def _drawn_in(
    table: _Table, tables: Sequence[_Table], at_least: int, hidden: Collection[Label], sums: Sequence[range]
) -> list[Label]:
    """What is still shown of a section and equal to what others keep back; all of it, if its sum is one of theirs."""
    shown = {label: abs(count or 0) for label, count in table.parts.items() if label not in hidden}
    if not table.is_regular or not shown:
        return []
    parts = {
        abs(count)
        for one in tables
        for label, count in one.parts.items()
        if count and (label in hidden or not one.is_regular) and abs(count) >= at_least
    }
    is_sum_of_all = any(abs(table.sum) in one for one in sums) or (abs(table.sum) in parts and not table.hides(hidden))
    if table.sum and is_sum_of_all:
        return list(shown)
    return [label for label, count in shown.items() if count and (count in parts or any(count in one for one in sums))]


def _possible_sums(table: _Table, tables: Sequence[_Table], at_least: int, hidden: Collection[Label]) -> range:
    """The sum of a section that keeps something back; all that it may be, where what others show would leave it one value.

    Who knows this rule sees of a count beside the section that it is not the section's sum, since it would be kept back.
    """
    reach = table.reach(at_least, hidden)
    others = [one for one in tables if one is not table]
    ruled_out = {
        abs(count) for one in others for label, count in one.parts.items() if count and one.is_regular and label not in hidden
    }
    ruled_out.update(abs(one.sum) for one in others if not one.hides(hidden))
    if len(reach) - sum(1 for one in ruled_out if one in reach) < _FEWEST_LEFT:
        return reach
    return range(abs(table.sum), abs(table.sum) + 1)


#: Of a sum that is kept back so many values have to be left; one of them may be that of no small count at all.
_FEWEST_LEFT: Final = 3


_KNOWN_STATES: Final = frozenset(
    {
        KEPT_BACK,
        NOTHING_DUE,
        *(state.label for state in OccurrenceState),
        *(state.label for state in FollowUpState),
        *(state.label for state in Verdict),
    }
)
#: What ``Occurrence.state_label`` says of what was done late, in Vietnamese and in English.
_LATE: Final = (re.compile(r"đã thực hiện, quá hạn \d+ ngày"), re.compile(r"done, \d+ days? late"))


def _without_words(line: ReviewLine) -> ReviewLine:
    """The line without what people wrote: remarks, states of their own, labels of what is neither counted nor cited."""
    is_known = line.state in _KNOWN_STATES or (line.state is not None and _says_how_late(line.state))
    label = line.label if line.kind is not None or line.citation is not None else KEPT_BACK
    return attrs.evolve(line, label=label, state=line.state if is_known else None, remark=None)


def _says_how_late(state: Label) -> bool:
    return all(words.fullmatch(text) for words, text in zip(_LATE, (state.vi, state.en), strict=True))


def _with_changes(section: ReviewSection, before: ReviewSection | None) -> ReviewSection:
    """What is counted and shown both times says how it changed."""
    if before is None:
        return section
    earlier = {(line.label, line.kind): line.count for line in before.lines}
    return attrs.evolve(section, lines=[_with_change(line, earlier.get((line.label, line.kind))) for line in section.lines])


def _with_change(line: ReviewLine, before: int | None) -> ReviewLine:
    if line.count is None or before is None or line.label == HEADLINE_LINE:
        return line
    return attrs.evolve(line, remark=against_earlier(line.count - before))
