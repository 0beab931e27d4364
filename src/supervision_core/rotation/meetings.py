"""What recorded years say of subjects of whom nothing else is said: one whole number for each, however many years.

Hardly two subjects may be alike in many years, so little must be done for each. A number has a field for each column: how many
recorded years its lead unit had the subject, and a bit for each year that would be a repeat. What the entries of a subject
add is added up, which is one step, and the score is read off the fields.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from itertools import repeat
from operator import and_
from typing import TypeAlias, final

from supervision_core.allocation.problem import Costs, bits_of
from supervision_core.rotation.question import YearQuestion, held_by

__all__ = ["Meetings", "Standing", "squares"]


#: The open columns of a row and what each level costs there.
Standing: TypeAlias = tuple[int, tuple[Costs, ...]]


@final
class Meetings:
    """The recorded years of a question, for lead units in the order of their columns."""

    def __init__(self, question: YearQuestion, bit: Mapping[str, int], cost: Callable[[int], Costs]) -> None:
        years = question.history.years
        self._cooling, self._columns, self._cost = question.policy.cooling_off_years, len(bit), cost
        #: The years that would be repeats: for each age the place of the year among the recorded ones.
        self._places = {
            question.year - year: place for place, year in enumerate(years) if question.year - year <= self._cooling
        }
        self._room = len(years).bit_length()
        self._width = self._room + len(self._places)
        self._counters = self._at((1 << len(bit)) - 1, (1 << self._room) - 1)
        #: For each year what an entry adds to a number; and for all what it costs to go there again.
        self._adds: list[dict[object, int]] = [{None: 0} for _ in years]
        self._again: dict[object, Costs] = {None: ()}
        self._masks: dict[object, int] = {None: 0}
        repeats = {place: 1 << self._room + number for number, place in enumerate(self._places.values())}
        for place, (year, adds) in enumerate(zip(years, self._adds, strict=True)):
            for entry in {*question.history.column(year).values()}:
                mask = sum(bit.get(unit, 0) for unit in held_by(entry))
                adds[entry] = self._at(mask, 1 + repeats.get(place, 0))
                self._again[entry], self._masks[entry] = cost(mask), mask

    def _at(self, mask: int, field: int) -> int:
        """The same field at all columns of a mask."""
        return sum(field << self._width * column for column in bits_of(mask))

    def read(self, signatures: Sequence[tuple[object, ...]]) -> tuple[list[int], Iterator[Standing]]:
        """The numbers of subjects with these entries of the years, and the rows that belong to them."""
        columns = list(zip(*signatures, strict=True))
        added = (map(adds.__getitem__, column) for adds, column in zip(self._adds, columns, strict=True))
        numbers = list(map(sum, zip(*added, strict=True)))
        met = list(map(and_, numbers, repeat(self._counters)))
        # How often each lead unit had a subject is much oftener alike than when.
        familiar = {one: self._familiarity(held) for one, held in dict(zip(met, signatures, strict=True)).items()}
        nothing: Iterable[Costs] = repeat(())
        levels: list[Iterable[Costs]] = [nothing] * (self._cooling + 3)
        for age, place in self._places.items():
            levels[age] = map(self._again.__getitem__, columns[place])
        levels[self._cooling + 1] = map(familiar.__getitem__, met)
        return numbers, zip(repeat((1 << self._columns) - 1), zip(*levels, strict=False), strict=False)

    def _familiarity(self, held: Iterable[object]) -> Costs:
        return squares((1 << self._columns) - 1, list(map(self._masks.__getitem__, held)), self._cost)

    def spent(self, numbers: Sequence[int], at: Iterable[Mapping[int, int]]) -> Counter[int]:
        """What the units of rows with these numbers cost where they are, by the places among ``Row.costs``."""
        fields: Counter[int] = Counter()
        whole = (1 << self._width) - 1
        for column, here in enumerate(at):
            shift = self._width * column
            for row, units in here.items():
                fields[numbers[row] >> shift & whole] += units
        spent: Counter[int] = Counter()
        for field, units in fields.items():
            spent[self._cooling + 1] += (field & (1 << self._room) - 1) ** 2 * units
            for number, age in enumerate(self._places):
                spent[age] += (field >> self._room + number & 1) * units
        return spent


def squares(mask: int, held: Sequence[int], cost: Callable[[int], Costs]) -> Costs:
    """Familiarity: at the columns of a mask the square of the number of years, of which each is given as a mask."""
    once = 0
    for one in held:
        if once & one:
            return _squares_of_several(mask, held)
        once |= one
    return cost(mask & once)


def _squares_of_several(mask: int, held: Sequence[int]) -> Costs:
    # layers[k]: the columns that had the subject in more than k of the recorded years.
    layers: list[int] = []
    for one in held:
        carried = one & mask
        for position, layer in enumerate(layers):
            layers[position], carried = layer | carried, layer & carried
        if carried:
            layers.append(carried)
    found = []
    for position, layer in enumerate(layers):
        above = layers[position + 1] if position + 1 < len(layers) else 0
        if layer & ~above:
            found.append(((position + 1) ** 2, layer & ~above))
    return tuple(found)
