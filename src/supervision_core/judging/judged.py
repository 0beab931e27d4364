"""What judging a whole table gives: an assessment a row, what is wrong with the others, and counts of all that."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from functools import cached_property
from itertools import repeat
from typing import Final, final

import attrs

from supervision_core.criteria.ladders import Grade
from supervision_core.judging.assessing import Assessment
from supervision_core.regulations import Regulation
from supervision_core.values.checks import check_fields, check_ids
from supervision_core.values.errors import Fault, InvalidInput, raise_for
from supervision_core.values.foreign import cells_of
from supervision_core.values.mappings import IdMap
from supervision_core.values.text import composed, identifier_fault, shown
from supervision_core.values.verdicts import Verdict

__all__ = ["Judged"]

_UNDETERMINED: Final = "undetermined"
_FAULTY: Final = "faulty"


def texts_of(given: object, name: str, rows: int) -> list[object]:
    """A column that has a cell for each row, such as ids or groups; raises where it has not."""
    cells = cells_of(given)
    if cells is None or len(cells) != rows:
        found = shown(type(given)) if cells is None else f"{len(cells)}"
        raise InvalidInput((Fault("unequal_length", name, found, f"a sequence of {rows}, one a row"),))
    return cells


@final
@attrs.frozen(kw_only=True, repr=False)
class Judged:
    """What a regulation makes of a whole table: an assessment a row, shared by all rows with the same facts.

    Get one from ``assess_columns`` or ``assess_rows``; do not build it.
    """

    #: The regulation that judged.
    regulation: Regulation
    #: One a row, in order; None where the row is faulty.
    assessments: tuple[Assessment | None, ...]
    #: The faulty rows, counted from 0, each with the first thing wrong with it.
    faults: tuple[tuple[int, Fault], ...]
    #: The ids of the rows, in order, None for what is no id; None in their place where none were given.
    ids: tuple[str | None, ...] | None = None

    def __attrs_post_init__(self) -> None:
        check_fields(self)
        check_ids(self, "ids")

    @cached_property
    def grades(self) -> tuple[Grade | None, ...]:
        """The grade of each row; None where it is open, and where the row is faulty."""
        known = {id(one): None if one is None else one.grade for one in self._distinct}
        return tuple(map(known.__getitem__, map(id, self.assessments)))

    @cached_property
    def _distinct(self) -> tuple[Assessment | None, ...]:
        return tuple({id(one): one for one in self.assessments}.values())

    def counts(self, groups: Iterable[str] | None = None) -> IdMap[int] | IdMap[IdMap[int]]:
        """How many rows have which grade, by its code, how many are "undetermined", how many "faulty"; zeros too.

        With ``groups``, a group a row, the same for each group.

        >>> import supervision_core as sc
        >>> judged = sc.assess_columns(sc.regulations.RESIDENCE_2014, {"residence.meetings": [False, None, 3]})
        >>> dict(judged.counts())
        {'faulty': 1, 'fulfilled': 0, 'not_fulfilled': 1, 'undetermined': 1}
        >>> judged.counts(["a", "a", "b"])["b"]["faulty"]
        1
        """
        words = {id(one): _word(one) for one in self._distinct}
        empty = {grade.code: 0 for grade in self.regulation.grades} | {_UNDETERMINED: 0, _FAULTY: 0}

        def counted(some: Iterable[Assessment | None]) -> IdMap[int]:
            found = dict(empty)
            for one, count in Counter(map(id, some)).items():
                found[words[one]] += count
            return IdMap(found)

        if groups is None:
            return counted(self.assessments)
        return IdMap({group: counted(some) for group, some in self._by_group(groups).items()})

    def missed(self, groups: Iterable[str] | None = None) -> IdMap[int] | IdMap[IdMap[int]]:
        """How many rows miss the best grade because of which fact, by its code: what is not met there, whatever is open.

        The sum may be more than the number of rows: a row may miss several things.
        """
        return self._fact_counts(_missing, groups)

    def to_ask(self, groups: Iterable[str] | None = None) -> IdMap[int] | IdMap[IdMap[int]]:
        """For how many rows a fact is worth asking for, by its code.

        >>> import supervision_core as sc
        >>> ward = sc.regulations.GOOD_PERFORMANCE_2014
        >>> columns = dict.fromkeys((fact.code for fact in ward.ladder.facts), [True, True])
        >>> columns |= {"conduct.violation": [False, False], "civic.standing": [None, True]}
        >>> dict(sc.assess_columns(ward, columns).to_ask())
        {'civic.standing': 1}
        """
        return self._fact_counts(_open, groups)

    def _fact_counts(
        self, codes_of: Callable[[Assessment], tuple[str, ...]], groups: Iterable[str] | None
    ) -> IdMap[int] | IdMap[IdMap[int]]:
        codes = {id(one): () if one is None else codes_of(one) for one in self._distinct}

        def counted(some: Iterable[Assessment | None]) -> IdMap[int]:
            found: Counter[str] = Counter()
            for one, count in Counter(map(id, some)).items():
                for code in codes[one]:
                    found[code] += count
            return IdMap(found)

        if groups is None:
            return counted(self.assessments)
        return IdMap({group: counted(some) for group, some in self._by_group(groups).items()})

    def _by_group(self, groups: Iterable[str]) -> Mapping[str, Sequence[Assessment | None]]:
        # Groups may come one after the other; a column of another library is asked for its cells.
        names = texts_of(tuple(groups) if isinstance(groups, Iterator) else groups, "groups", len(self.assessments))
        found: dict[str, list[Assessment | None]] = {}
        faults = []
        for row, (name, one) in enumerate(zip(names, self.assessments, strict=True)):
            if (fault := identifier_fault(name)) is not None:
                faults.append(Fault(fault[0], f"groups[{row}]", shown(name), fault[1]))
            found.setdefault(composed(name) if isinstance(name, str) else "", []).append(one)
        raise_for(faults)
        return found

    def rows(self) -> tuple[tuple[str | None, Assessment | Fault], ...]:
        """Each row in order: its id, and its assessment or what is wrong with it."""
        wrong = dict(self.faults)
        ids = repeat(None, len(self)) if self.ids is None else self.ids
        given = zip(ids, enumerate(self.assessments), strict=True)
        return tuple([(who, wrong[row] if one is None else one) for who, (row, one) in given])

    def __len__(self) -> int:
        return len(self.assessments)

    def __repr__(self) -> str:
        # Ids may name people, and a population is no text for a log.
        return f"<Judged by {self.regulation.code}: {len(self.assessments)} rows, {len(self.faults)} faulty>"


def _word(assessment: Assessment | None) -> str:
    if assessment is None:
        return _FAULTY
    return _UNDETERMINED if assessment.grade is None else assessment.grade.code


def _open(assessment: Assessment) -> tuple[str, ...]:
    return assessment.open_facts


def _missing(assessment: Assessment) -> tuple[str, ...]:
    best = assessment.reasons.children[0]
    if best.verdict is Verdict.MET:
        return ()
    failed = (fact.code for leaf in best.leaves() if leaf.verdict is Verdict.NOT_MET for fact in leaf.facts)
    return tuple(dict.fromkeys(failed))
