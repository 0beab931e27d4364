"""What would change the outcome: the fewest facts that would have to be otherwise.

The search settles the coordinates of the fact space one after the other and keeps, after each, the rows that are wanted of
those that follow: a ladder tells few such sets apart, however many facts it has. What it finds is refused where it is too much.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping, Sequence
from fractions import Fraction
from functools import reduce
from itertools import combinations, product
from operator import or_
from typing import Final, TypeAlias, final

import attrs

from supervision_core.criteria.compile import Dimension, Space
from supervision_core.criteria.ladders import closed_answers
from supervision_core.criteria.moving import MovedSum
from supervision_core.criteria.nodes import Measure, YesNo
from supervision_core.values.errors import BeyondExactness
from supervision_core.values.facts import Value

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
    search = _Search(space, values, wanted, fixed)
    found: set[AnswerSet] = set()
    for moves in search.smallest():
        found.update(_settling(space, values, wanted, moves))
        if len(found) > MOST_REMEDIES:
            raise BeyondExactness("the smallest sets of changes", len(found), MOST_REMEDIES)
    return tuple(sorted(found, key=_order)) if found else None


def _order(answer: AnswerSet) -> tuple[object, ...]:
    return tuple(code for code, _ in answer.chosen), tuple(Fraction(value) for _, value in answer.chosen)


def _closed(space: Space, moves: _Moves) -> dict[str, bool] | None:
    """The answers of some moves with all that follows; None when they contradict themselves."""
    closed = closed_answers(space.ladder, {code: answer for code, answer in moves if answer is not None})
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


#: More smallest sets of changes than this are refused: nobody could read them.
MOST_REMEDIES: Final = 5_000
#: The largest number of different sets of rows that the search looks at.
LARGEST_SEARCH: Final = 1 << 17
#: So many facts that imply each other, or measures of one sum, are tried in all combinations.
_MOST_TOGETHER: Final = 10


@final
@attrs.frozen
class _Option:
    """What may be done about a coordinate, or about facts that imply each other: its moves, and the cells then left."""

    moves: _Moves
    masks: Mapping[str, int]


#: Coordinates done, rows wanted of those that follow, and what was settled for some of these already.
_State: TypeAlias = tuple[int, int, tuple[tuple[str, int], ...]]


@final
class _Search:
    """The least number of changes after which only wanted rows are possible, and every way to it.

    Coordinates are settled one after the other, the one with the longest stride first. Of the wanted rows a choice leaves those
    that are wanted whatever cell the coordinate then has, as rows of what follows. Equal rows are looked at once.
    """

    def __init__(self, space: Space, values: Mapping[str, Value], wanted: int, fixed: Collection[str]) -> None:
        self._space, self._values, self._fixed = space, values, fixed
        self._dimensions = tuple(reversed(space.dimensions))
        self._start: _State = (0, wanted | space.universe & ~space.lawful, ())
        self._together = _implied_together(space)
        self._options: dict[int, list[_Option]] = {}
        self._known: dict[_State, tuple[int | None, list[tuple[_Moves, _State]]]] = {}

    def smallest(self) -> Iterator[_Moves]:
        """Each smallest set of moves, once or several times; none where nothing can bring it about."""
        if self._least(self._start) is not None:
            yield from self._ways(self._start)

    def _ways(self, state: _State) -> Iterator[_Moves]:
        _, rest = self._known.get(state, (0, []))
        if not rest:
            yield frozenset()
        for moves, then in rest:
            for more in self._ways(then):
                yield moves | more

    def _least(self, state: _State) -> int | None:
        """The fewest changes from a state on; None where there are none that do."""
        place, rows, settled = state
        if not rows:
            return None
        if (
            place == len(self._dimensions)
            or rows == (1 << self._dimensions[place].stride * len(self._dimensions[place].sets)) - 1
        ):
            return 0
        if state in self._known:
            return self._known[state][0]
        best: int | None = None
        rest: list[tuple[_Moves, _State]] = []
        for moves, then in self._choices(place, rows, dict(settled)):
            cost = self._least(then)
            if cost is None or (best is not None and best < cost + len(moves)):
                continue
            if best is None or cost + len(moves) < best:
                best, rest = cost + len(moves), []
            rest.append((moves, then))
        if len(self._known) >= LARGEST_SEARCH:
            raise BeyondExactness("the search for the fewest changes", len(self._known) + 1, LARGEST_SEARCH)
        self._known[state] = best, rest
        return best

    def _choices(self, place: int, rows: int, settled: dict[str, int]) -> Iterator[tuple[_Moves, _State]]:
        dimension = self._dimensions[place]
        code = dimension.codes[0]
        if code in settled:
            mask = settled.pop(code)
            yield frozenset(), (place + 1, _left(dimension, rows, mask), tuple(sorted(settled.items())))
            return
        if place not in self._options:
            self._options[place] = list(self._answered(code) if dimension.cells is None else self._measured(dimension))
        for option in self._options[place]:
            later = {**settled, **option.masks}
            mask = later.pop(code)
            yield option.moves, (place + 1, _left(dimension, rows, mask), tuple(sorted(later.items())))

    def _answered(self, code: str) -> Iterator[_Option]:
        """What may be done about a yes/no fact and those that it implies or is implied by, each effect by its fewest moves."""
        codes = self._together[code]
        _check_together(len(codes))
        cheapest: dict[tuple[tuple[str, int], ...], list[_Moves]] = {}
        for answers in product((None, False, True), repeat=len(codes)):
            chosen = {one: answer for one, answer in zip(codes, answers, strict=True) if answer is not None}
            if any(one in self._fixed or self._values.get(one) is answer for one, answer in chosen.items()):
                continue
            masks = self._effect(codes, chosen)
            if masks is not None:
                effect: tuple[tuple[str, int], ...] = tuple(masks.items())
                moves: _Moves = frozenset(chosen.items())
                others = cheapest.setdefault(effect, [])
                if not others or len(moves) < len(others[0]):
                    cheapest[effect] = [moves]
                elif len(moves) == len(others[0]):
                    others.append(moves)
        for effect, ways in cheapest.items():
            for moves in ways:
                yield _Option(moves, dict(effect))

    def _effect(self, codes: Sequence[str], chosen: Mapping[str, bool]) -> dict[str, int] | None:
        """The cells left for some facts by answers with all that follows; None where these cannot be, or are fixed."""
        closed = closed_answers(self._space.ladder, chosen)
        if not isinstance(closed, dict):
            return None
        if any(one in self._fixed and self._values.get(one) is not said for one, said in closed.items()):
            return None
        now = {**self._values, **closed}
        return {one: 1 << bool(now[one]) if one in now else 0b11 for one in codes}

    def _measured(self, dimension: Dimension) -> Iterator[_Option]:
        """What may be done about a sum: nothing, or moving some of its measures so that it may lie in just some cells."""
        cells, code = dimension.cells, dimension.codes[0]
        assert cells is not None
        known = {one: Fraction(self._values[one]) for one in dimension.codes if one in self._values}
        movable = [one for one in dimension.codes if one not in self._fixed]
        _check_together(len(movable))
        yield _Option(frozenset(), {code: cells.reach(known).mask(cells.boundaries)})
        for size in range(1, len(movable) + 1):
            for some in combinations(movable, size):
                masks = MovedSum.of(cells, known, some).spots()
                for mask in masks:
                    if not any(other != mask and other & mask == other for other in masks):
                        yield _Option(frozenset((one, None) for one in some), {code: mask})


def _left(dimension: Dimension, rows: int, mask: int) -> int:
    """The rows of the coordinates that follow which are wanted whatever cell of the mask this coordinate has."""
    left = (1 << dimension.stride) - 1
    for cell in range(len(dimension.sets)):
        if mask >> cell & 1:
            left &= rows >> cell * dimension.stride
    return left


def _check_together(count: int) -> None:
    if count > _MOST_TOGETHER:
        raise BeyondExactness("facts that are tried together", count, _MOST_TOGETHER)


def _implied_together(space: Space) -> dict[str, tuple[str, ...]]:
    """For each yes/no fact, those that implications join it with, itself among them."""
    found = {fact.code: [fact.code] for fact in space.ladder.facts if isinstance(fact, YesNo)}
    for one in space.ladder.implications:
        first, second = found[one.code], found[one.then_code]
        if first is not second:
            first.extend(second)
            found.update(dict.fromkeys(second, first))
    return {code: tuple(some) for code, some in found.items()}


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
    """The first sum goes wherever the others can still bring about what is wanted, and then so do they.

    The rows are such that they can; without sums only wanted ones are left.
    """
    if not sums:
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
