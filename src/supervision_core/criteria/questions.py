"""What is worth asking in a case that is not settled yet, and what each answer would lead to."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from fractions import Fraction
from itertools import pairwise
from math import prod
from typing import final

import attrs

from supervision_core.criteria.compile import Dimension, Space
from supervision_core.criteria.ladders import Grade, closed_answers
from supervision_core.criteria.nodes import Measure
from supervision_core.criteria.sums import LARGEST_SUM, Cells
from supervision_core.values.checks import check_fields, check_ids, maker
from supervision_core.values.errors import BeyondExactness
from supervision_core.values.exact import whole_or_same
from supervision_core.values.facts import Value
from supervision_core.values.text import composed

__all__ = ["Answer", "Question"]


@final
@attrs.frozen(kw_only=True)
class Question:
    """A fact worth asking about: its answers and the grades that each leaves possible.

    For a measure, an answer is the least and the greatest of the neighbouring values that lead to the same grades.
    """

    #: The fact's code.
    code: str = attrs.field(converter=composed)
    #: The answers in rising order, no before yes.
    answers: tuple[Answer, ...]
    #: How many of the complete rows that agree with what is known are settled by asking, over all answers.
    settles: int = attrs.field(converter=whole_or_same)

    def __attrs_post_init__(self) -> None:
        check_fields(self)
        check_ids(self, "code")


@final
@attrs.frozen(kw_only=True)
class Answer:
    """One answer to a question, or a run of neighbouring values of a measure, and where it leads."""

    #: The answer; for a run of values the least of them.
    least: Value
    #: The answer again; for a run of values the greatest of them.
    greatest: Value
    #: The grades that it leaves possible, best first.
    possible: tuple[Grade, ...]

    def __attrs_post_init__(self) -> None:
        check_fields(self)


# Codes, answers and grades are those of a ladder, which was checked.
_question, _answer = maker(Question), maker(Answer)


def open_questions(space: Space, values: Mapping[str, Value]) -> tuple[Question, ...]:
    """The facts that belong to some smallest set of answers that settles the grade, the most useful first.

    ``values`` are consistent. Ties keep the order of the ladder's facts. Nothing is open once one outcome is left.
    """
    box = space.box(values)
    if len(space.possible(box)) == 1:
        return ()
    count = _Counter(space, values)
    found = []
    for fact in space.ladder.facts:
        dimension = space.by_code.get(fact.code)
        if fact.code in values or dimension is None:
            continue
        if dimension.cells is None:
            question = _yes_no_question(space, dimension, box, count)
        else:
            question = _measure_question(space, fact.code, values, box, count)
        if question is not None:
            found.append(question)
    return tuple(sorted(found, key=lambda question: -question.settles))


@final
class _Counter:
    """Counts complete rows with every value of an unknown measure counted on its own, not only its cell."""

    def __init__(self, space: Space, values: Mapping[str, Value]) -> None:
        self._several: list[tuple[Dimension, list[int]]] = []
        # A measure that no criterion reads still has its values, and so many times more rows.
        unread = (fact for fact in space.ladder.facts if isinstance(fact, Measure) and fact.code not in space.by_code)
        self._times = prod(fact.steps + 1 for fact in unread if fact.code not in values)
        for dimension in space.dimensions:
            if dimension.cells is not None and any(code not in values for code in dimension.codes):
                self._several.append((dimension, _ways(dimension, values)))

    def __call__(self, rows: int, leaving_out: Dimension | None = None) -> int:
        """How many complete rows; a dimension left out counts each of its cells once."""
        return self._times * self._weigh(rows, [one for one in self._several if one[0] is not leaving_out])

    def _weigh(self, rows: int, several: list[tuple[Dimension, list[int]]]) -> int:
        if not rows:
            return 0
        if not several:
            return rows.bit_count()
        (dimension, ways), rest = several[0], several[1:]
        return sum(way * self._weigh(rows & inside, rest) for way, inside in zip(ways, dimension.sets, strict=True) if way)


def _ways(dimension: Dimension, values: Mapping[str, Value]) -> list[int]:
    cells = _cells(dimension)
    return cells.reach(_numbers(dimension, values)).ways(cells.boundaries)


def _cells(dimension: Dimension) -> Cells:
    assert dimension.cells is not None
    return dimension.cells


def _numbers(dimension: Dimension, values: Mapping[str, Value]) -> dict[str, Fraction]:
    return {code: Fraction(values[code]) for code in dimension.codes if code in values}


def _yes_no_question(space: Space, dimension: Dimension, box: int, count: _Counter) -> Question | None:
    """A yes/no fact is open when forcing one answer, with all that follows from it, can turn a row's outcome.

    Implications join two facts each, so overwriting a consistent row with the closure of an answer gives a consistent row;
    the row without the overwritten facts is then a set of answers that does not settle, and with them one that does.
    """
    code = dimension.codes[0]
    answers = []
    settles = 0
    is_open = False
    for answer in (False, True):
        inside = box & dimension.sets[answer]
        if not inside:
            continue
        possible = space.possible(inside)
        answers.append(_answer(answer, answer, possible))
        if len(possible) == 1:
            settles += count(inside)
        is_open = is_open or _turns(space, code, answer, box & ~dimension.sets[answer])
    return _question(code, tuple(answers), settles) if is_open else None


def _turns(space: Space, code: str, answer: bool, rows: int) -> bool:
    forced = closed_answers(space.ladder, {code: answer})
    assert isinstance(forced, dict)
    for _, outcome in space.outcomes:
        moved = rows & outcome
        for other, forced_answer in forced.items():
            moved = space.by_code[other].shift(moved, int(forced_answer))
        if moved & ~outcome:
            return True
    return False


def _measure_question(space: Space, code: str, values: Mapping[str, Value], box: int, count: _Counter) -> Question | None:
    """A measure is open when changing it alone can move its quantity between two cells with different outcomes."""
    dimension = space.by_code[code]
    cells = _cells(dimension)
    if not any(
        _differs(space, dimension, box, here, there) for here, there in cells.joined_by(code, _numbers(dimension, values))
    ):
        return None
    weights = [count(box & inside, leaving_out=dimension) for inside in dimension.sets]
    possible_by_mask: dict[int, tuple[Grade, ...]] = {}
    answers: list[Answer] = []
    settles = 0
    for least, greatest, ways in _answers(cells, code, _numbers(dimension, values)):
        mask = sum(1 << cell for cell, way in enumerate(ways) if way)
        if mask not in possible_by_mask:
            possible_by_mask[mask] = space.possible(box & dimension.restricted(mask))
        possible = possible_by_mask[mask]
        if len(possible) == 1:
            settles += sum(way * weight for way, weight in zip(ways, weights, strict=True))
        if answers and answers[-1].possible == possible:
            answers[-1] = attrs.evolve(answers[-1], greatest=greatest)
        else:
            answers.append(_answer(least, greatest, possible))
    return _question(code, tuple(answers), settles)


def _differs(space: Space, dimension: Dimension, box: int, here: int, there: int) -> bool:
    rows = box & dimension.sets[here]
    return any(dimension.shift(rows & outcome, there) & space.lawful & ~outcome for _, outcome in space.outcomes)


def _answers(cells: Cells, code: str, known: Mapping[str, Fraction]) -> Iterator[tuple[Fraction, Fraction, list[int]]]:
    """The values of the measure in rising order, alone or in runs, each with the ways in which they then lie in each cell."""
    measure, weight = cells.part(code)
    if len(cells.measures) == 1:
        yield from _runs(cells, measure, rising=weight > 0)
        return
    rest = cells.reach(known, without=code)
    before = rest.counts()
    end = len(before) - 1
    if measure.steps >= LARGEST_SUM:
        raise BeyondExactness("the values of a measure", measure.steps + 1, LARGEST_SUM)
    for position in range(measure.steps + 1):
        value = measure.low + position * measure.step
        moved = attrs.evolve(rest, start=rest.start + weight * value)
        cuts = [0, *(min(moved.index(boundary), end) for boundary in cells.boundaries), end]
        yield value, value, [before[high] - before[low] for low, high in pairwise(cuts)]


def _runs(cells: Cells, measure: Measure, *, rising: bool) -> Iterator[tuple[Fraction, Fraction, list[int]]]:
    """The runs of a measure that is held against bounds by itself, cell by cell; there may be very many values."""
    cuts = list(enumerate(pairwise(cells.reach({}).cuts(cells.boundaries))))
    for cell, (low, high) in cuts if rising else reversed(cuts):
        if low < high:
            ways = [high - low if other == cell else 0 for other in range(cells.count)]
            first, last = (low, high - 1) if rising else (measure.steps - high + 1, measure.steps - low)
            yield measure.low + first * measure.step, measure.low + last * measure.step, ways
