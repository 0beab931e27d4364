"""A year put together from its parts by definition: every completion of what is unknown is tried. From the words alone.

* Only parts that were worked count. What does not apply in a part says nothing there; what applies in none does not apply.
* A yes/no fact that speaks for the person must hold in every part; one that speaks against, in any. Of one that does
  neither, the year has an answer where all parts have the same, and otherwise either answer may be given.
* A measure is the mean of the parts, each counted once or by its days.
* What is unknown in a part takes any answer that the implications leave, or any step of the measure.
* A gap may have been worked or not, in parts of any length: yes/no facts take any answer there. By days it weighs at most
  its days; counted once each, nobody knows how many parts it was. So the mean may then be anything between its ends.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from fractions import Fraction
from itertools import product
from typing import Any

from oracles.judging import answers
from supervision_core import Grade
from supervision_core.criteria import Compare, Ladder, Measure
from supervision_core.criteria.ladders import outcome
from supervision_core.criteria.nodes import walk

Answer = bool | Fraction
#: What is known of a part (NA: does not apply), and its days.
NA = "does not apply"
Part = tuple[Mapping[str, Any], int]
Row = dict[str, Answer]


def _keeps(ladder: Ladder, row: Mapping[str, object]) -> bool:
    return all(row[one.code] is not one.answer or row[one.then_code] is one.then_answer for one in ladder.implications)


def months(ladder: Ladder, known: Mapping[str, Any]) -> Iterator[dict[str, Any]]:
    """Every way in which one part may have been; an answer that does not apply counts, for the implications, as what it is read as."""
    read: dict[str, Any] = {fact.code: fact.not_applicable_as for fact in ladder.facts}
    for values in product(*([known[fact.code]] if fact.code in known else answers(fact) for fact in ladder.facts)):
        row = dict(zip(read, values, strict=True))
        if _keeps(ladder, {code: read[code] if value is NA else value for code, value in row.items()}):
            yield row


def _year_answers(fact: Any, values: Sequence[Any]) -> list[bool]:
    if not values:
        return [fact.not_applicable_as]
    if fact.favourable is None:
        return [bool(values[0])] if len(set(values)) == 1 else [False, True]
    return [all(values) if fact.favourable else any(values)]


def _bounds_in(ladder: Ladder) -> list[Fraction]:
    return sorted({node.bound for rung in ladder.rungs for node in walk(rung.criterion) if isinstance(node, Compare)})


def _spread(ladder: Ladder, low: Mapping[str, Fraction], high: Mapping[str, Fraction]) -> Iterator[dict[str, Fraction]]:
    """Values of the measures between their ends that meet every bound, and lie between every two bounds, where they can."""
    choices = []
    for quantity in ladder.quantities:
        start = {term.code: (low if term.weight > 0 else high)[term.code] for term in quantity.terms}
        stop = {term.code: (high if term.weight > 0 else low)[term.code] for term in quantity.terms}
        first, last = (
            quantity.constant + sum((term.weight * some[term.code] for term in quantity.terms), Fraction(0)) for some in (start, stop)
        )
        inner = [bound for bound in _bounds_in(ladder) if first < bound < last]
        marks = sorted({first, last, *inner})
        marks += [(one + other) / 2 for one, other in zip(marks, marks[1:], strict=False)]
        choices.append(
            [
                {code: start[code] + (stop[code] - start[code]) * ((mark - first) / (last - first) if last > first else 0) for code in start}
                for mark in marks
            ]
        )
    for some in product(*choices):
        yield {code: value for one in some for code, value in one.items()}


def _means(fact: Any, rows: Sequence[tuple[Mapping[str, Any], int]]) -> Fraction | None:
    counted = [(Fraction(row[fact.code]), weight) for row, weight in rows if row[fact.code] is not NA]
    return sum((value * weight for value, weight in counted), Fraction(0)) / sum(weight for _, weight in counted) if counted else None


def rows_of_year(ladder: Ladder, parts: Sequence[Part], gap_days: int, *, by_days: bool) -> Iterator[Row]:
    """Every row that the year may come to."""
    measures: list[Any] = [fact for fact in ladder.facts if isinstance(fact, Measure)]
    yes_no: list[Any] = [fact for fact in ladder.facts if not isinstance(fact, Measure)]
    for each in product(*(list(months(ladder, known)) for known, _ in parts)):
        rows = [(month, days if by_days else 1) for month, (_, days) in zip(each, parts, strict=True)]
        # Any number of further parts; two of them with each answer are as good as more.
        extras: list[list[dict[str, Any]]] = [[]]
        if gap_days or not parts:
            free = list(months(ladder, {fact.code: fact.low for fact in measures}))
            extras = [[], *[[one] for one in free], *[[one, other] for one in free for other in free]] if parts else [[one] for one in free]
        for extra in extras:
            answered = [
                _year_answers(fact, [month[fact.code] for month in (*each, *extra) if month[fact.code] is not NA]) for fact in yes_no
            ]
            for values in product(*answered):
                row = dict(zip((fact.code for fact in yes_no), values, strict=True))
                if _keeps(ladder, row):
                    for numbers in _numbers(ladder, measures, rows, gap_days, by_days=by_days):
                        yield {**row, **numbers}


def _numbers(
    ladder: Ladder, measures: Sequence[Any], rows: Sequence[tuple[Mapping[str, Any], int]], gap_days: int, *, by_days: bool
) -> Iterator[dict[str, Fraction]]:
    means: dict[str, Any] = {fact.code: _means(fact, rows) for fact in measures}
    if not gap_days and rows:
        yield {fact.code: fact.not_applicable_as if means[fact.code] is None else means[fact.code] for fact in measures}
        return
    low: dict[str, Fraction] = {}
    high: dict[str, Fraction] = {}
    for fact in measures:
        weight = sum(weight for row, weight in rows if row[fact.code] is not NA)
        mean = means[fact.code]
        if mean is None or not by_days:
            low[fact.code], high[fact.code] = fact.low, fact.high
        else:
            low[fact.code] = (mean * weight + fact.low * gap_days) / (weight + gap_days)
            high[fact.code] = (mean * weight + fact.high * gap_days) / (weight + gap_days)
    unread = {fact.code: fact.low for fact in measures}
    for numbers in _spread(ladder, low, high):
        yield {**unread, **numbers}


def possible(ladder: Ladder, rows: Iterable[Row]) -> set[Grade]:
    """The grades of the year that some completion gives."""
    found = set()
    for row in rows:
        grade = outcome(ladder, row)
        assert grade is not None
        found.add(grade)
    return found
