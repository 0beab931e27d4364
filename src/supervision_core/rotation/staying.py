"""A year that is to change little: who stays is found first, and only the others are planned by what is recorded of them.

Whether somebody moves is decided by flags and changes alone, before any other level. So everybody who may keep a lead unit of
the reference is at first only one more unit of a row there, of which nothing else is read. Prices of these two levels by which
each such row costs strictly more everywhere else prove that no best plan moves anybody of it: then it is settled, whatever the
later levels say. Rows of which they do not prove it are read in full, like those who cannot stay.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from functools import cached_property
from itertools import chain, compress, count, repeat
from operator import eq
from typing import cast, final

from supervision_core.allocation.problem import Allocation
from supervision_core.rotation.grouping import Grouping, group
from supervision_core.rotation.lineage import Held
from supervision_core.rotation.policy import Objective
from supervision_core.rotation.question import NO_RESTRICTION, YearQuestion
from supervision_core.rotation.roster import Restriction
from supervision_core.values.mappings import IdMap, finder_of, map_of_sorted

__all__ = ["Staying", "staying_of"]


#: Stands for the lead unit of whoever had none; no id is empty.
NOBODY = ""
#: Where more than one in so many might move, reading everybody at once is quicker.
_ENOUGH = 2
#: The levels that decide who moves, flags and changes, are so many.
_DECISIVE = 2


def staying_of(question: YearQuestion) -> Staying | None:
    """Who may stay; None where the changes do not come right after the flags, or a term may end with each year."""
    policy = question.policy
    if policy.objective is not Objective.MID_YEAR or policy.tenure_years > 1:
        return None
    return Staying(question)


@final
class Staying:
    """The subjects of a question by the lead units that they would keep."""

    def __init__(self, question: YearQuestion) -> None:
        assert question.reference is not None
        self.question = question
        self.subjects = question.roster.subject_ids
        #: For each subject its entry of the reference, or NOBODY.
        self.before: list[Held] = list(map(finder_of(question.reference), self.subjects, repeat(NOBODY)))
        #: The places of those who cannot keep a lead unit just so.
        self.others: Sequence[int] = self._others()

    def _others(self) -> list[int]:
        """Who had none, or one that is gone, or several; and whose pair is closed now, marked, or open by an allowance only."""
        question = self.question
        odd = {*self.before} - question.units
        found = set(compress(count(), map(odd.__contains__, self.before))) if odd else set()
        if question.roster.restrictions:
            pairs = list(zip(map(finder_of(question.roster.restrictions), self.subjects), self.before, strict=True))
            wrong = {pair for pair in {*pairs} if not _may_stay(*pair)}
            found.update(compress(count(), map(wrong.__contains__, pairs)))
        if question.forbids_repeats:
            for year, met in self.met.items():
                if question.year - year <= question.policy.cooling_off_years:
                    found.update(met)
        return sorted(found)

    @cached_property
    def met(self) -> Mapping[int, Sequence[int]]:
        """For each recorded year the places of those who had one of their lead units of before in it already."""
        return {year: self._met_in(year) for year in self.question.history.years}

    def _met_in(self, year: int) -> list[int]:
        column = self.question.history.column(year)
        found = list(compress(count(), map(eq, map(finder_of(column), self.subjects), self.before)))
        if tuple in {*map(type, {*column.values()})}:
            entries = zip(count(), map(finder_of(column), self.subjects), self.before, strict=False)
            found += (place for place, held, kept in entries if isinstance(held, tuple) and kept in held)
        return found

    def grouping(self) -> Grouping:
        """The question with those who stay as one row a lead unit; or all in full, where so many might move."""
        if len(self.others) * _ENOUGH > len(self.subjects):
            self.others = range(len(self.subjects))
            return group(self.question)
        staying = Counter(self.before)
        staying.subtract(map(self.before.__getitem__, self.others))
        others = [self.subjects[place] for place in self.others]
        # Whoever has several lead units of before, or none, is among the others.
        units = cast("Counter[str]", staying)
        return group(self.question, others, {unit: number for unit, number in units.items() if number})

    def let_go(self, grouping: Grouping, solved: Allocation) -> bool:
        """Have those read in full of whom the prices do not prove that they stay; whether there are any."""
        flags, changes = solved.prices[:_DECISIVE]
        columns = range(len(grouping.units))
        loose = {
            grouping.units[here]
            for here in columns
            if any((flags[here] - flags[there], 1 + changes[here] - changes[there]) <= (0, 0) for there in columns)
        }
        found = {*self.others, *compress(count(), map(loose.__contains__, self.before))} if loose else {*self.others}
        more = len(found) > len(self.others)
        self.others = sorted(found)
        return more

    def not_staying(self) -> tuple[str, ...]:
        """Everybody whom a change is about or might be, sorted."""
        return tuple(map(self.subjects.__getitem__, self.others))

    def assignments(self, given: Mapping[str, str]) -> IdMap[str]:
        """Everybody's lead unit: that of before, or the one that is given."""
        units = list(self.before)
        for place in self.others:
            units[place] = given[self.subjects[place]]
        return map_of_sorted(dict(zip(self.subjects, cast("list[str]", units), strict=True)))

    def spent(self) -> dict[str, int]:
        """What those who stay cost on the levels of repeats and of familiarity."""
        others = {*self.others}
        staying = {year: [place for place in met if place not in others] for year, met in self.met.items()}
        found = {
            f"repeats_{age}": len(met)
            for year, met in staying.items()
            if (age := self.question.year - year) <= self.question.policy.cooling_off_years
        }
        times = Counter(chain.from_iterable(staying.values()))
        return {**found, "familiarity": sum(number**2 for number in times.values())}


def _may_stay(restriction: Restriction | None, before: Held) -> bool:
    closed, flagged, pin, _ = restriction or NO_RESTRICTION
    return before not in closed and before not in flagged and pin in {None, before}
