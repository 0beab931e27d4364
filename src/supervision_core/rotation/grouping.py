"""From subjects to rows: subjects that are alike for every lead unit are planned as one row of several units.

Two subjects are alike when for each lead unit both are closed, or both get the same flag, repeats, early end of a term,
familiarity and change.
What a subject is alike by is read off a few columns (its restrictions, each recorded year, the reference), so that the cost
a subject adds is a few dictionary look-ups; all else depends on how many different rows there are.

Hardly two subjects may be alike in many recorded years, and then little must be done for each: where nothing but these years
says anything of them, a subject is one whole number, however many years (``Meetings``).
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from itertools import accumulate, count, repeat
from operator import and_
from typing import NamedTuple, TypeAlias, cast, final

from supervision_core.allocation.problem import (
    BALANCE,
    CARRIED,
    NOTHING,
    AllocationProblem,
    Costs,
    Row,
    Spans,
    Squares,
    bits_of,
)
from supervision_core.rotation.lineage import Held
from supervision_core.rotation.policy import Objective, PublicDraw, Repeats
from supervision_core.rotation.question import NO_RESTRICTION, YearQuestion, held_by
from supervision_core.rotation.rests import load_costs_of_rests
from supervision_core.rotation.roster import LeadUnit, Restriction
from supervision_core.values.mappings import IdMap, finder_of

__all__ = ["Grouping", "group"]


#: The open columns of a row and what each level costs there.
Standing: TypeAlias = tuple[int, tuple[Costs, ...]]
NOBODY_STAYS: Mapping[str, int] = IdMap()


@final
class Grouping(NamedTuple):
    """A question as rows and columns: ``row_of[i]`` is the row of ``subjects[i]``, ``units[j]`` the lead unit of column j.

    Where nothing but the recorded years says anything of subjects, ``numbers`` has what ``meetings`` says of each row.
    """

    problem: AllocationProblem
    subjects: Sequence[str]
    units: tuple[str, ...]
    row_of: Sequence[int]
    meetings: Meetings | None
    numbers: Sequence[int]


def group(question: YearQuestion, only: Sequence[str] | None = None, staying: Mapping[str, int] = NOBODY_STAYS) -> Grouping:
    """The question with subjects and lead units in the order of its tie-break.

    ``only`` these subjects are read where the others stay: ``staying`` says how many at each lead unit. They are one row a lead
    unit, before all others, to which every lead unit is open and which costs nothing but a change.
    """
    roster, tie = question.roster, question.policy.tie_break
    subjects: Sequence[str] = roster.subject_ids if only is None else only
    units = roster.lead_unit_ids
    if isinstance(tie, PublicDraw):
        subjects = sorted(subjects, key=tie.key)
        units = tuple(sorted(units, key=tie.key))
    reading = _Reading(question, units)
    first = [reading.staying(unit, staying[unit]) for unit in units if unit in staying]
    rows, row_of, numbers = _rows(reading, subjects, len(first))
    everybody = len(roster.subject_ids)
    by_id = {unit.id: unit for unit in roster.lead_units}
    problem = AllocationProblem(
        rows=(*first, *rows),
        lows=tuple(by_id[unit].min_load for unit in units),
        highs=tuple(_most(by_id[unit], everybody) for unit in units),
        balance=(Spans if question.policy.carry_rest else Squares)(
            sum(unit.share for unit in roster.lead_units), tuple(everybody * by_id[unit].share for unit in units)
        ),
        levels=_levels(question),
        carried=load_costs_of_rests(roster, question.history, units) if question.policy.carry_rest else None,
    )
    return Grouping(problem=problem, subjects=subjects, units=units, row_of=row_of, meetings=reading.meetings, numbers=numbers)


def _rows(reading: _Reading, subjects: Sequence[str], before: int) -> tuple[list[Row], Sequence[int], Sequence[int]]:
    """Like subjects as rows, the row of each subject, numbered after so many rows before, and the rows' own numbers."""
    columns = reading.columns(subjects)
    if columns:
        numbers: defaultdict[tuple[object, ...], int] = defaultdict(count(before).__next__)
        signature_of = list(map(numbers.__getitem__, zip(*columns, strict=True)))
        signatures = list(numbers)
    else:
        signature_of = [before] * len(subjects)
        signatures = [()] if subjects else []
    met: Sequence[int] = ()
    if reading.meetings is None or not signatures:
        standings = list(map(reading.row, signatures))
        rows: dict[object, Standing] = dict(zip(standings, standings, strict=True))
        keys: Sequence[object] = standings
    else:
        # Numbers are told apart more quickly than rows.
        keys, found = reading.meetings.read(signatures)
        rows = dict(zip(keys, found, strict=True))
        met = list(dict.fromkeys(keys))
    row_of = signature_of
    if len(rows) < len(signatures):
        place = dict(zip(rows, count(before), strict=False))
        row_of = list(map(([0] * before + list(map(place.__getitem__, keys))).__getitem__, signature_of))
    # Rows are numbered in the order in which their first subjects come, and so are their sizes.
    sizes = Counter(row_of).values()
    return [Row(size, mask, costs) for size, (mask, costs) in zip(sizes, rows.values(), strict=True)], row_of, met


def _most(unit: LeadUnit, subjects: int) -> int:
    """The most that can matter: never more than there are subjects, never less than the minimum."""
    enough = max(subjects, unit.min_load)
    return enough if unit.max_load is None else min(unit.max_load, enough)


def _levels(question: YearQuestion) -> tuple[int, ...]:
    """Positions in ``Row.costs``: 0 is flagged, 1 to k are the repeats, then familiarity, changes and terms cut short."""
    policy = question.policy
    years = policy.cooling_off_years
    repeats = tuple(range(1, years + 1))
    carried = CARRIED if policy.carry_rest else NOTHING
    cut_short = years + 3 if policy.tenure_years > 1 else NOTHING
    if policy.objective is Objective.ANNUAL:
        return (0, *repeats, cut_short, BALANCE, carried, years + 1, years + 2)
    return (0, years + 2, *repeats, cut_short, BALANCE, carried, years + 1)


@final
class _Reading:
    """Reads the columns of a question and turns what they say of a subject into its row."""

    def __init__(self, question: YearQuestion, units: tuple[str, ...]) -> None:
        self.question = question
        self.bit = {unit: 1 << position for position, unit in enumerate(units)}
        self.all = (1 << len(units)) - 1
        self.forbid = question.policy.repeats is Repeats.FORBID
        self.cooling = question.policy.cooling_off_years
        self.tenure = question.policy.tenure_years
        self.restricted = len(question.roster.restrictions) > 0
        ages = [question.year - year for year in question.history.years]
        #: For each recorded year its place among the repeats; the oldest years count for familiarity only.
        self.ages = [age if age <= self.cooling else 0 for age in ages]
        #: The places of last year, the year before and so on, as far as they are recorded without a gap: a term is among them.
        last = {age: place for place, age in enumerate(ages)}
        self.running: list[int] = []
        while self.tenure > 1 and len(self.running) < self.tenure and len(self.running) + 1 in last:
            self.running.append(last[len(self.running) + 1])
        self.masks: dict[object, int] = {None: 0}
        #: For each entry a one at each of its columns, each column with room to count all years: sums of them count meetings.
        self.counts: dict[object, int] = {None: 0}
        self.room = len(ages).bit_length()
        self.familiar: dict[tuple[int, int], Costs] = {}
        # Costs that are alike are one object: incompressible histories have a row for every subject.
        self.once: dict[int, Costs] = {0: ()}
        #: Only where nothing closes or marks a pair, and some year is recorded.
        self.meetings: Meetings | None = None
        is_more = self.forbid or self.tenure > 1 or self.restricted or question.reference is not None
        if ages and not is_more:
            self.meetings = Meetings(question, self.bit, self._cost)

    def columns(self, subjects: Sequence[str]) -> list[Iterable[object]]:
        """The recorded years, then the restrictions and the reference (where there are any)."""
        question = self.question
        found: list[Iterable[object]] = [
            map(finder_of(question.history.column(year)), subjects) for year in question.history.years
        ]
        if question.roster.restrictions:
            found.append(map(finder_of(question.roster.restrictions), subjects))
        if question.reference is not None:
            found.append(map(finder_of(question.reference), subjects))
        return found

    def staying(self, unit: str, size: int) -> Row:
        """Subjects who stay with a lead unit unless they must move: not more is read of them than that they would change."""
        costs: list[Costs] = [()] * (self.cooling + 3)
        costs[self.cooling + 2] = self._cost(self.all & ~self.bit[unit])
        return Row(size, self.all, tuple(costs))

    def row(self, signature: tuple[object, ...]) -> tuple[int, tuple[Costs, ...]]:
        """The open columns and the costs of a subject with these entries in the columns."""
        recorded = signature[: len(self.ages)]
        try:
            held = list(map(self.masks.__getitem__, recorded))
        except KeyError:  # some entry was not met before
            held = [self._mask(entry) for entry in recorded]
        rest = list(signature[len(self.ages) :])
        mask, flagged, allowed = self._open(rest) if self.restricted else (self.all, 0, 0)
        again, unfinished = (held, 0) if self.tenure == 1 else self._terms(held)
        if self.forbid:
            for age, one in zip(self.ages, again, strict=True):
                if age:
                    mask &= ~one | allowed
        costs: list[Costs] = [()] * (self.cooling + (3 if self.tenure == 1 else 4))
        costs[0] = self._cost(mask & flagged)
        # Where repeats are forbidden only what an allowance opens is still there to cost anything.
        if allowed or not self.forbid:
            for age, one in zip(self.ages, again, strict=True):
                if age and one & mask:
                    costs[age] = self._cost(one & mask)
        costs[self.cooling + 1] = self._familiarity(mask, held, recorded)
        if rest and rest[-1] is not None:
            costs[self.cooling + 2] = self._cost(mask & ~self._mask(rest[-1]))
        if unfinished:
            costs[self.cooling + 3] = self._cost(mask & ~unfinished)
        return mask, tuple(costs)

    def _terms(self, held: list[int]) -> tuple[list[int], int]:
        """What of each recorded year counts as a repeat, and the columns whose term with the subject is not over."""
        if not self.running:
            return held, 0
        spells = list(accumulate((held[place] for place in self.running), and_))
        over = spells[-1] if len(spells) == self.tenure else 0
        unfinished = spells[0] & ~over
        again = list(held)
        for place, spell in zip(self.running, spells, strict=True):
            again[place] &= ~(spell & unfinished)
        return again, unfinished

    def _open(self, rest: list[object]) -> tuple[int, int, int]:
        """The columns that no bar and no pin closes, the flagged and the allowed ones; what was read is taken off the list."""
        closed, flagged, pin, allowed = cast("Restriction | None", rest.pop(0)) or NO_RESTRICTION
        mask = self.all & ~self._units(closed)
        return mask if pin is None else mask & self.bit[pin], self._units(flagged), self._units(allowed)

    def _mask(self, entry: object) -> int:
        """The columns of an entry of the history; former lead units have none."""
        found = self.masks.get(entry)
        if found is None:
            found = self.masks[entry] = self._units(held_by(cast("Held", entry)))
            self.counts[entry] = sum(1 << self.room * column for column in bits_of(found))
        return found

    def _units(self, units: Iterable[str]) -> int:
        mask = 0
        for unit in units:
            mask |= self.bit.get(unit, 0)
        return mask

    def _cost(self, mask: int) -> Costs:
        """A cost of 1 at these columns."""
        found = self.once.get(mask)
        if found is None:
            found = self.once[mask] = ((1, mask),)
        return found

    def _familiarity(self, mask: int, held: list[int], recorded: tuple[object, ...]) -> Costs:
        """Familiarity of what is recorded; how often each lead unit had a subject is much oftener alike than when."""
        met = mask, sum(map(self.counts.__getitem__, recorded))
        found = self.familiar.get(met)
        if found is None:
            found = self.familiar[met] = squares(mask, held, self._cost)
        return found


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
