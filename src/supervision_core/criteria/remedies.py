"""What would change the outcome: the fewest facts that would have to be otherwise.

The search grows sets of answers one at a time. A set that does not settle the outcome leaves a row that contradicts it;
whatever settles it must differ from that row in some answer or in what follows from one, so only such answers are tried.

A ladder sees of a weighted sum only the cells that it may lie in. What the moved measures add up to is a position on the
common grid of the sum, and positions from which the same cells can be reached are one *spot*.
The cells of a spot need not be neighbours: an unknown measure that weighs more than a cell is wide can skip one.

A ladder sees of a sum only the cells that it may lie in. What the moved measures add up to is a position on the common grid
of the sum, and positions from which the same cells can be reached are one *spot*.
The cells of a spot need not be neighbours: an unknown measure that weighs more than a cell is wide can skip one.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping, Sequence
from fractions import Fraction
from functools import reduce
from operator import or_
from typing import TypeAlias, final

import attrs

from supervision_core.criteria.compile import Space
from supervision_core.criteria.nodes import Measure
from supervision_core.criteria.sums import Cells, Reach, spread
from supervision_core.values.exact import whole_or_same
from supervision_core.values.facts import Value

__all__ = ["AnswerSet", "MovedSum", "fewest_changes"]


@final
@attrs.frozen
class MovedSum:
    """The moved measures of a sum and the positions that they can take it to; sets of positions are the bits of one int."""

    cells: Cells
    #: The whole sum with the moved measures unknown; positions count in its unit.
    whole: Reach
    #: The moved measures, each with its stride.
    moved: tuple[tuple[str, int], ...]
    #: The stride and the steps of each measure that stays unknown.
    resting: tuple[tuple[int, int], ...]
    positions: int = attrs.field(converter=whole_or_same)

    @classmethod
    def of(cls, cells: Cells, known: Mapping[str, Fraction], codes: Sequence[str]) -> MovedSum:
        """The measures ``codes`` moved, given what else is known of the sum."""
        whole = cells.reach({code: value for code, value in known.items() if code not in codes})
        strides: dict[str, int] = {}
        for code in cells.quantity.codes():
            if code in codes or code not in known:
                measure, weight = cells.part(code)
                strides[code] = int(abs(weight * measure.step) / whole.unit)
        steps = {code: cells.part(code)[0].steps for code in strides}
        positions = 1
        for code in codes:
            positions = spread(positions, strides[code], steps[code])
        resting = tuple((strides[code], steps[code]) for code in strides if code not in codes)
        return cls(cells, whole, tuple((code, strides[code]) for code in codes), resting, positions)

    def spots(self) -> dict[int, int]:
        """For each set of cells that the sum may lie in, as bits, the positions from which it may."""
        found = {0: self.positions}
        for cell, meeting in enumerate(self._meeting()):
            split: dict[int, int] = {}
            for mask, group in found.items():
                for met, part in ((1 << cell, group & meeting), (0, group & ~meeting)):
                    if part:
                        split[mask | met] = part
            found = split
        return found

    def _meeting(self) -> Iterator[int]:
        """For each cell the positions from which what is unknown can lead into it."""
        cuts = self.whole.cuts(self.cells.boundaries)
        for low, high in zip(cuts, cuts[1:], strict=False):
            inside = ((1 << (high - low)) - 1) << low
            for stride, steps in self.resting:
                inside = spread(inside, -stride, steps)
            yield inside

    def offers(self, wanted: int, now: Mapping[str, Fraction]) -> Iterator[dict[str, Fraction]]:
        """Values at the thresholds of the wanted positions.

        Where all the measures are known ``now``, these are the next wanted positions above and below their sum, else the ends
        of the lowest and of the highest run. Of several measures all but the last go as far as they can to the end of their
        range, and the last to the threshold.
        """
        present = self.position(now) if now.keys() >= {code for code, _ in self.moved} else None
        parts = self._ends(wanted) if present is None else _sides(wanted, present)
        for part, rising in dict.fromkeys(parts):
            if part:
                yield self._values(part, rising=rising)

    def position(self, values: Mapping[str, Fraction]) -> Fraction:
        """Where values of the moved measures lie; not a whole number for values between the steps."""
        found = Fraction(0)
        for code, _ in self.moved:
            measure, weight = self.cells.part(code)
            found += weight * (values[code] - (measure.low if weight > 0 else measure.high))
        return found / self.whole.unit

    def _ends(self, wanted: int) -> Iterator[tuple[int, bool]]:
        """The lowest and the highest unbroken run, each with whether it is reached by rising: from where the others are."""
        others = self.positions & ~wanted
        low, high = _lowest(wanted), wanted.bit_length()
        above = others >> low
        first = wanted & ((1 << (low + _lowest(above))) - 1) if above else wanted
        yield first, low > _lowest(self.positions)
        last = wanted & -(1 << (others & ((1 << high) - 1)).bit_length())
        yield last, high == self.positions.bit_length()

    def _values(self, group: int, *, rising: bool) -> dict[str, Fraction]:
        """Values of the moved measures with which their sum lies in a group of positions."""
        *others, (last, stride) = self.moved
        chosen = {}
        for place, (code, width) in enumerate(others):
            rest = 1
            for other, further in self.moved[place + 1 :]:
                rest = spread(rest, further, self._steps(other))
            tried = range(self._steps(code), -1, -1) if rising else range(self._steps(code) + 1)
            chosen[code] = next(steps for steps in tried if group >> (steps * width) & rest)
            group >>= chosen[code] * width
        tried = range(self._steps(last) + 1) if rising else range(self._steps(last), -1, -1)
        chosen[last] = next(steps for steps in tried if group >> (steps * stride) & 1)
        return {code: self._value(code, steps) for code, steps in chosen.items()}

    def _steps(self, code: str) -> int:
        return self.cells.part(code)[0].steps

    def _value(self, code: str, steps: int) -> Fraction:
        measure, weight = self.cells.part(code)
        return measure.low + measure.step * steps if weight > 0 else measure.high - measure.step * steps


def _sides(wanted: int, present: Fraction) -> Iterator[tuple[int, bool]]:
    """The positions above the present one, to rise to, and those below it, to fall to."""
    yield wanted & -(1 << (present.__floor__() + 1)), True
    yield wanted & ((1 << present.__ceil__()) - 1), False


def _lowest(bits: int) -> int:
    return (bits & -bits).bit_length() - 1


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
    """The answer sets with just these moves that settle the outcome; measures are moved no farther than they must."""
    closed = _closed(space, moves)
    assert closed is not None
    measures = sorted(code for code, answer in moves if answer is None)
    answers = {**{code: value for code, value in values.items() if code not in measures}, **closed}
    settling = list(_measure_choices(space, answers, values, measures, wanted))
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


def _measure_choices(
    space: Space, answers: Mapping[str, Value], now: Mapping[str, Value], measures: Collection[str], wanted: int
) -> Iterator[dict[str, Value]]:
    """Values for the moved measures with which only wanted rows are possible; ``answers`` is what is known of all else."""
    sums = []
    for dimension in space.dimensions:
        codes = [code for code in dimension.codes if code in measures]
        if dimension.cells is not None and codes:
            known, before = (
                {code: Fraction(some[code]) for code in dimension.codes if code in some} for some in (answers, now)
            )
            moved = MovedSum.of(dimension.cells, known, codes)
            sums.append(_Sum(moved, before, [(part, dimension.restricted(mask)) for mask, part in moved.spots().items()]))
    yield from _placed(space.box(answers), sums, wanted)


@final
@attrs.frozen
class _Sum:
    """A sum with moved measures, what they are now, and for each spot its positions and its rows."""

    moved: MovedSum
    now: Mapping[str, Fraction]
    spots: list[tuple[int, int]]


def _placed(rows: int, sums: Sequence[_Sum], wanted: int) -> Iterator[dict[str, Value]]:
    """The first sum goes wherever the others can still bring about what is wanted, and then so do they."""
    if not sums:
        if rows & ~wanted == 0:
            yield {}
        return
    first, *others = sums
    fitting = [(part, inside) for part, inside in first.spots if _can_be(rows & inside, others, wanted)]
    for values in first.moved.offers(reduce(or_, (part for part, _ in fitting), 0), first.now) if fitting else ():
        place = int(first.moved.position(values))
        inside = next(inside for part, inside in fitting if part >> place & 1)
        for more in _placed(rows & inside, others, wanted):
            yield {**values, **more}


def _can_be(rows: int, sums: Sequence[_Sum], wanted: int) -> bool:
    if not sums:
        return rows & ~wanted == 0
    return any(_can_be(rows & inside, sums[1:], wanted) for _, inside in sums[0].spots)


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
