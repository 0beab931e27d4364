"""What would change the outcome: the fewest facts that would have to be otherwise.

The search grows sets of answers one at a time. A set that does not settle the outcome leaves a row that contradicts it;
whatever settles it must differ from that row in some answer or in what follows from one, so only such answers are tried.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping
from fractions import Fraction
from itertools import product
from typing import TypeAlias, final

import attrs

from supervision_core.criteria.definitions import Measure
from supervision_core.criteria.space import Space
from supervision_core.criteria.sums import Boundary, Cells
from supervision_core.facts import Value

__all__ = ["AnswerSet", "fewest_changes"]

#: A set of moves: a yes/no code with its new answer, or a measure's code with None for "some value".
_Moves: TypeAlias = frozenset[tuple[str, bool | None]]


@final
@attrs.frozen(kw_only=True)
class AnswerSet:
    """Answers that settle the outcome: the chosen ones, and the ones that follow from them and were otherwise."""

    chosen: tuple[tuple[str, Value], ...]
    forced: tuple[tuple[str, bool], ...]


def fewest_changes(
    space: Space, values: Mapping[str, Value], wanted: int, fixed: Collection[str] = ()
) -> tuple[AnswerSet, ...] | None:
    """All smallest sets of changes after which only wanted rows are possible, sorted by codes.

    ``values`` are consistent; ``wanted`` are rows; codes in ``fixed`` are not changed, not even by what follows from a change.
    An empty set alone means that it is so already, None that no changes can bring it about.
    """
    unmoved = {code: value for code, value in values.items() if code in fixed}
    if not space.box(unmoved) & wanted:
        return None
    frontier: set[_Moves] = {frozenset()}
    while frontier:
        found = {answer for moves in frontier for answer in _settling(space, values, wanted, moves)}
        if found:
            return tuple(sorted(found, key=_order))
        frontier = {more for moves in frontier for more in _one_more(space, values, wanted, moves, fixed)}
    return None


def _order(answer: AnswerSet) -> tuple[object, ...]:
    return tuple(code for code, _ in answer.chosen), tuple(Fraction(value) for _, value in answer.chosen)


def _closed(space: Space, moves: _Moves) -> dict[str, bool] | None:
    """The answers of some moves with all that follows; None when they contradict themselves."""
    closed = space.ladder.closure({code: answer for code, answer in moves if answer is not None})
    return closed if isinstance(closed, dict) else None


def _settling(space: Space, values: Mapping[str, Value], wanted: int, moves: _Moves) -> Iterator[AnswerSet]:
    """The answer sets with just these moves that settle the outcome; measures are moved to the nearest threshold."""
    closed = _closed(space, moves)
    assert closed is not None
    measures = sorted(code for code, answer in moves if answer is None)
    answers = {**{code: value for code, value in values.items() if code not in measures}, **closed}
    settling = [
        chosen for chosen in _measure_choices(space, answers, measures) if space.box({**answers, **chosen}) & ~wanted == 0
    ]
    own = {code: answer for code, answer in moves if answer is not None}
    forced = tuple(
        (code, answer) for code, answer in sorted(closed.items()) if code not in own and values.get(code) is not answer
    )
    for chosen in _nearest(space, values, settling):
        yield AnswerSet(chosen=tuple(sorted({**own, **chosen}.items())), forced=forced)


def _one_more(
    space: Space, values: Mapping[str, Value], wanted: int, moves: _Moves, fixed: Collection[str]
) -> Iterator[_Moves]:
    closed = _closed(space, moves)
    assert closed is not None
    moved = {code for code, _ in moves}
    has_measures = any(answer is None for _, answer in moves)
    bad = space.box({**values, **closed}) & ~wanted
    row = bad & -bad
    for dimension in space.dimensions:
        if dimension.cells is not None:
            for code in dimension.codes:
                if code not in moved and code not in fixed:
                    yield moves | {(code, None)}
            continue
        code = dimension.codes[0]
        if code in moved or code in closed or code in fixed:
            continue
        for answer in (False, True):
            if values.get(code) is answer:
                continue
            more = moves | {(code, answer)}
            follows = _closed(space, more)
            if follows is None or any(other in fixed and values.get(other) is not said for other, said in follows.items()):
                continue
            # With a measure moved the row proves nothing: the measure's value is chosen last.
            if has_measures or _differs(space, follows, row):
                yield more


def _differs(space: Space, answers: Mapping[str, bool], row: int) -> bool:
    return any(not row & space.by_code[code].sets[answer] for code, answer in answers.items())


def _measure_choices(space: Space, answers: Mapping[str, Value], measures: list[str]) -> Iterator[dict[str, Value]]:
    """Values for the moved measures: for each quantity every threshold from both sides."""
    per_quantity = []
    for dimension in space.dimensions:
        codes = [code for code in dimension.codes if code in measures]
        if dimension.cells is not None and codes:
            known = {code: Fraction(answers[code]) for code in dimension.codes if code in answers}
            per_quantity.append(list(_thresholds(dimension.cells, known, codes)))
    for combination in product(*per_quantity):
        yield {code: value for part in combination for code, value in part.items()}


def _thresholds(cells: Cells, known: Mapping[str, Fraction], codes: list[str]) -> Iterator[dict[str, Value]]:
    """Just beyond and just before each boundary. Of several measures all but the last go to the end of their range."""
    *others, last = codes
    for boundary in cells.boundaries:
        for upwards in (True, False):
            chosen: dict[str, Fraction] = {}
            for code in others:
                measure, weight = cells.part(code)
                chosen[code] = measure.high if upwards == (weight > 0) else measure.low
            value = _threshold(cells, {**known, **chosen}, last, boundary, upwards=upwards)
            if value is not None:
                yield {**chosen, last: value}


def _threshold(cells: Cells, known: Mapping[str, Fraction], code: str, boundary: Boundary, *, upwards: bool) -> Fraction | None:
    """The value nearest to the boundary with which the quantity surely lies beyond it (or surely before it)."""
    measure, weight = cells.part(code)
    reach = cells.reach(known, without=code)
    least, most = reach.start, reach.start + reach.unit * (reach.bits.bit_length() - 1)
    rising = upwards == (weight > 0)

    def enough(step: int) -> bool:
        moved = weight * (measure.low + measure.step * step)
        return boundary.passed_by(least + moved) if upwards else not boundary.passed_by(most + moved)

    low, high = 0, measure.steps
    if not enough(high if rising else low):
        return None
    while low < high:
        middle = (low + high + (0 if rising else 1)) // 2
        if enough(middle):
            low, high = (low, middle) if rising else (middle, high)
        else:
            low, high = (middle + 1, high) if rising else (low, middle - 1)
    return measure.low + measure.step * low


def _nearest(space: Space, values: Mapping[str, Value], settling: list[dict[str, Value]]) -> list[dict[str, Value]]:
    """Of the values that settle it, for each measure the nearest above and the nearest below what it is now."""
    kept = [
        chosen
        for chosen in settling
        if not any(_is_farther(space, values, chosen, other) for other in settling if other != chosen)
    ]
    return [chosen for place, chosen in enumerate(kept) if chosen not in kept[:place]]


def _is_farther(space: Space, values: Mapping[str, Value], chosen: Mapping[str, Value], other: Mapping[str, Value]) -> bool:
    """Whether each value goes at least as far as the other, in the same direction; the two differ, so one goes farther."""
    for code, value in chosen.items():
        before, after = _distance(space, values, code, other[code]), _distance(space, values, code, value)
        if (before < 0) != (after < 0) or abs(after) < abs(before):
            return False
    return True


def _distance(space: Space, values: Mapping[str, Value], code: str, value: Value) -> Fraction:
    """How far a value lies from what it is now; of an unknown measure, from its end that asks the least."""
    measure = space.ladder.definitions[code]
    assert isinstance(measure, Measure)
    if code in values:
        return Fraction(value) - Fraction(values[code])
    start = measure.high + 1 if measure.higher_is_better is False else measure.low - 1
    return Fraction(value) - start
