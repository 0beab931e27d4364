"""What the parts of a year leave possible for the whole of it, exactly, whatever is unknown of some of them."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from fractions import Fraction
from itertools import product
from typing import Final, TypeAlias, final

import attrs

from supervision_core.criteria.compile import Dimension, Space
from supervision_core.criteria.ladders import Implication, Ladder
from supervision_core.criteria.nodes import Measure, YesNo
from supervision_core.criteria.sums import Reach
from supervision_core.values.errors import BeyondExactness
from supervision_core.values.facts import Value

__all__ = ["Answers", "ReadPart", "box_of_year", "joined_answers", "mean_of"]

#: So many facts at most may imply each other for a year to be put together; one that speaks neither way counts twice.
MOST_TOGETHER: Final = 10

#: An answer to each of some facts, in their order.
_Row: TypeAlias = tuple[bool, ...]


@final
@attrs.frozen(kw_only=True)
class ReadPart:
    """A part that was worked."""

    #: What is known of it, with "not applicable" read as the regulation says.
    values: Mapping[str, Value]
    #: The codes among them that do not apply: they say nothing about the year.
    absent: frozenset[str]
    #: How much it weighs in a mean.
    weight: int


@final
@attrs.frozen(kw_only=True)
class Answers:
    """Some yes/no facts that imply each other, with every way in which the year may answer them together."""

    facts: tuple[YesNo, ...]
    rows: frozenset[_Row]
    #: An implication that no way keeps, where there is none.
    broken: Implication | None

    def value_of(self, place: int) -> bool | None:
        """The answer to one of the facts where all ways agree."""
        found = {row[place] for row in self.rows}
        return found.pop() if len(found) == 1 else None


def joined_answers(ladder: Ladder, parts: Sequence[ReadPart], *, open_ended: bool) -> Iterator[Answers]:
    """All yes/no facts of a ladder, those together that imply each other; ``open_ended`` where there may be further parts."""
    for facts in _together(ladder):
        codes = {fact.code for fact in facts}
        implications = [one for one in ladder.implications if one.code in codes]
        if (size := sum(2 if fact.favourable is None else 1 for fact in facts)) > MOST_TOGETHER and implications:
            raise BeyondExactness("facts of a year that imply each other", size, MOST_TOGETHER)
        tried = set(_rows(facts, implications, parts, open_ended=open_ended))
        kept = frozenset(row for row in tried if _broken(facts, implications, row) is None)
        yield Answers(facts=facts, rows=kept, broken=None if kept else _broken(facts, implications, min(tried)))


def _together(ladder: Ladder) -> list[tuple[YesNo, ...]]:
    group = {fact.code: {fact.code} for fact in ladder.facts if isinstance(fact, YesNo)}
    for one in ladder.implications:
        joined = group[one.code] | group[one.then_code]
        group.update(dict.fromkeys(joined, joined))
    found: dict[frozenset[str], list[YesNo]] = {}
    for fact in ladder.facts:
        if isinstance(fact, YesNo):
            found.setdefault(frozenset(group[fact.code]), []).append(fact)
    return [tuple(facts) for facts in found.values()]


def _broken(facts: Sequence[YesNo], implications: Iterable[Implication], row: _Row) -> Implication | None:
    given = dict(zip((fact.code for fact in facts), row, strict=True))
    broken = (one for one in implications if given[one.code] is one.answer and given[one.then_code] is not one.then_answer)
    return next(broken, None)


def _rows(
    facts: Sequence[YesNo], implications: Sequence[Implication], parts: Sequence[ReadPart], *, open_ended: bool
) -> Iterator[_Row]:
    """Every way in which the parts, and any number of further ones, may answer the facts of the year."""
    seen = {0}
    for known, count in Counter(_pattern(facts, part) for part in parts).items():
        seen = _added(seen, _ways(facts, implications, known), count)
    applied = [any(fact.code not in part.absent for part in parts) for fact in facts]
    if parts:
        yield from _read(facts, seen, applied)
    if open_ended or not parts:
        free = _ways(facts, implications, ((None, False),) * len(facts))
        yield from _read(facts, _added({one | other for one in seen for other in free}, free, None), [True] * len(facts))


#: What is known of each fact in a part, and whether it does not apply.
_Pattern: TypeAlias = tuple[tuple[Value | None, bool], ...]


def _pattern(facts: Sequence[YesNo], part: ReadPart) -> _Pattern:
    return tuple((part.values.get(fact.code), fact.code in part.absent) for fact in facts)


def _ways(facts: Sequence[YesNo], implications: Sequence[Implication], known: _Pattern) -> frozenset[int]:
    """Every way in which one part may have been: two bits a fact, whether it counts as yes and as no."""
    found = set()
    for row in product(*((False, True) if value is None else (bool(value),) for value, _ in known)):
        if _broken(facts, implications, row) is None:
            found.add(_bits(facts, row, [absent for _, absent in known]))
    return frozenset(found)


def _bits(facts: Sequence[YesNo], row: _Row, absent: Sequence[bool]) -> int:
    bits = 0
    for place, (fact, answer, skipped) in enumerate(zip(facts, row, absent, strict=True)):
        # An answer that speaks for the person matters only where all parts give it: what is noted is the other one.
        if not skipped and answer is not fact.favourable:
            bits |= (2 if answer else 1) << 2 * place
    return bits


def _added(seen: set[int], ways: frozenset[int], times: int | None) -> set[int]:
    """What may have been seen after so many more parts of one pattern; None: after any number of them."""
    done = 0
    while times is None or done < times:
        more = {one | other for one in seen for other in ways}
        if times is None:
            more |= seen
        if more == seen:
            break
        seen, done = more, done + 1
    return seen


def _read(facts: Sequence[YesNo], seen: Iterable[int], applied: Sequence[bool]) -> Iterator[_Row]:
    for bits in seen:
        options = [
            _options(fact, bits >> 2 * place & 3) if applies else (bool(fact.not_applicable_as),)
            for place, (fact, applies) in enumerate(zip(facts, applied, strict=True))
        ]
        yield from product(*options)


def _options(fact: YesNo, bits: int) -> tuple[bool, ...]:
    if fact.favourable is None:
        return {1: (False,), 2: (True,)}.get(bits, (False, True))
    return (fact.favourable if bits == 0 else not fact.favourable,)


def mean_of(measure: Measure, parts: Sequence[ReadPart]) -> Fraction | None:
    """The mean over the parts in which a measure applies; None where one of them does not know it, or where there is none."""
    counted = [part for part in parts if measure.code not in part.absent]
    if not counted or any(measure.code not in part.values for part in counted):
        return None
    whole = sum((Fraction(part.values[measure.code]) * part.weight for part in counted), Fraction(0))
    return whole / sum(part.weight for part in counted)


def box_of_year(space: Space, answers: Iterable[Answers], parts: Sequence[ReadPart], missing: int | None) -> int:
    """The rows of the fact space that the year may lie in.

    ``missing`` is what the days that nothing was said about weigh together: 0 where there are none, None where nobody knows.
    """
    rows = space.lawful
    for one in answers:
        dimensions = [space.by_code[fact.code] for fact in one.facts]
        if len(one.rows) < 1 << len(dimensions):
            rows &= _with_answers(dimensions, one.rows, space.universe)
    for dimension in space.dimensions:
        if dimension.cells is not None:
            rows &= dimension.restricted(_mask(dimension, parts, missing))
    return rows


def _with_answers(dimensions: Sequence[Dimension], rows: frozenset[_Row], universe: int) -> int:
    if not dimensions or not rows:
        return universe if rows else 0
    first, rest = dimensions[0], dimensions[1:]
    found = 0
    for answer in (False, True):
        found |= first.sets[answer] & _with_answers(rest, frozenset(row[1:] for row in rows if row[0] is answer), universe)
    return found


def _mask(dimension: Dimension, parts: Sequence[ReadPart], missing: int | None) -> int:
    """The cells of a sum that the means of its measures can reach, as bits."""
    cells = dimension.cells
    assert cells is not None
    start = cells.quantity.constant
    free: Counter[Fraction] = Counter()
    spans: list[Fraction] = []
    for term, measure in zip(cells.quantity.terms, cells.measures, strict=True):
        base, strides, span = _terms(measure, parts, missing, falling=term.weight < 0)
        start += term.weight * base
        for stride, count in strides.items():
            free[abs(term.weight * stride)] += count
        spans.append(term.weight * span)
    return cells.within(Reach.of(start, tuple(free.items())), [span for span in spans if span])


def _terms(
    measure: Measure, parts: Sequence[ReadPart], missing: int | None, *, falling: bool
) -> tuple[Fraction, Counter[Fraction], Fraction]:
    """Where a measure's mean starts, the steps that unknown parts add to it, and how far the missing days may lift it.

    It starts where the term that it stands in is least: from its high end where the term is ``falling``.
    """
    counted = [part for part in parts if measure.code not in part.absent]
    strides: Counter[Fraction] = Counter()
    if missing is None or not counted:
        if missing == 0 and parts:
            assert measure.not_applicable_as is not None
            return measure.not_applicable_as, strides, Fraction(0)
        return measure.low, strides, measure.high - measure.low
    weight = sum(part.weight for part in counted) + missing
    total = measure.low * missing
    for part in counted:
        value = part.values.get(measure.code)
        if value is None:
            strides[measure.step * part.weight / weight] += measure.steps
        total += part.weight * (Fraction(value) if value is not None else measure.high if falling else measure.low)
    return total / weight, strides, (measure.high - measure.low) * missing / weight
