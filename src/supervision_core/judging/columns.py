"""A population judged by columns: one sequence a fact, one assessment a row, errors as values by row."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from functools import cached_property, partial
from itertools import repeat
from typing import Final, TypeAlias, final

import attrs

from supervision_core.criteria.ladders import Grade
from supervision_core.criteria.nodes import FactDefinition, Measure, YesNo
from supervision_core.judging.assessing import Assessment, assess, read_values
from supervision_core.judging.packing import Packed, pack, spell
from supervision_core.regulations import VOCABULARY, Regulation
from supervision_core.values.checks import Checks, as_tuple, check_fields
from supervision_core.values.errors import WRONG_FACT_TYPE, Fault, InvalidInput, raise_for
from supervision_core.values.exact import number_fault
from supervision_core.values.facts import Fact, Facts, FactState, Value
from supervision_core.values.foreign import cells_of, decimal_of, is_absent, plain
from supervision_core.values.labels import Label
from supervision_core.values.mappings import IdMap, memo_of
from supervision_core.values.text import composed, identifier_fault, shown
from supervision_core.values.verdicts import Verdict

__all__ = ["Judged", "assess_columns"]

#: What a cell means: a value, nothing known, "not applicable", or what is wrong with it.
_Meaning: TypeAlias = Value | FactState | Fault | None
_UNDETERMINED: Final = "undetermined"
_FAULTY: Final = "faulty"
_NOT_APPLICABLE: Final = FactState.NOT_APPLICABLE


@final
@attrs.frozen(kw_only=True, repr=False)
class Judged:
    """What a regulation makes of a whole table: an assessment a row, shared by all rows with the same facts.

    Get one from ``assess_columns``; do not build it.
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
                found[words[one]] = found.get(words[one], 0) + count
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
        given = tuple(groups) if isinstance(groups, Iterator) else groups
        names = _texts(given, "groups", len(self.assessments))
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


def assess_columns(
    regulation: Regulation,
    columns: Mapping[str, Sequence[object]],
    ids: Sequence[str] | None = None,
    *,
    vocabulary: Iterable[FactDefinition] = (),
) -> Judged:
    """Judge a table: one column a fact, one row a person; every row is judged, and what is wrong with one stops no other.

    Columns are any sequences (lists, pandas, polars, Arrow, numpy). None, NaN, NaT and NA are unknown, and so is a fact
    without a column. A cell may be a ``Fact`` or a ``FactState``. Nothing is coerced: 1 is no yes; a finite float in the
    column of a measure is the shortest decimal that denotes it, as it was typed, and elsewhere a fault of its row.
    Columns of unequal length, and codes that nobody knows, raise for the whole call.

    >>> import supervision_core as sc
    >>> judged = sc.assess_columns(
    ...     sc.regulations.GOOD_PERFORMANCE_2014,
    ...     {"duties.fairly_done": [False, True, 1], "conduct.violation": [None, True, False]},
    ... )
    >>> [None if grade is None else grade.code for grade in judged.grades]
    ['below_fair', 'below_fair', None]
    >>> print(*judged.faults[0])
    2 columns['duties.fairly_done']: found 1, expected True, False or nothing [wrong_fact_type]
    """
    extra = as_tuple(vocabulary)
    definitions = _definitions(regulation, columns, extra)
    cells, rows = _cells(columns, ids)
    packed = pack([spell(cells[code], partial(_meaning, code, definitions[code])) for code in cells], rows)
    judge = _Rows(regulation, tuple(cells), packed, extra)
    found = tuple(map(judge.__getitem__, packed.numbers)) if cells else (judge.of(()),) * rows
    wrong = {row: one for row, one in enumerate(found) if type(one) is Fault} if judge.any_fault else {}
    names = None if ids is None else _ids(_texts(ids, "ids", rows), wrong)
    if wrong:
        kept: list[Assessment | Fault | None] = list(found)
        for row in wrong:
            kept[row] = None
        found = tuple(kept)  # type: ignore[arg-type]  # as below
    return Judged(
        regulation=regulation,
        assessments=found,  # type: ignore[arg-type]  # the faults were taken out above
        faults=tuple(sorted(wrong.items())),
        ids=names,
    )


def _definitions(
    regulation: Regulation, columns: Mapping[str, Sequence[object]], vocabulary: tuple[FactDefinition, ...]
) -> dict[str, FactDefinition]:
    """What the codes of the columns stand for; raises for what is no regulation, no table, or known to nobody."""
    checks = Checks("assess_columns")
    checks.kind("regulation", regulation, Regulation, "a Regulation that is encoded and in force")
    if checks.kind("columns", columns, Mapping, "a mapping from codes to columns"):
        for code in columns:
            checks.identifier("columns", code)
        checks.distinct("columns", columns)
    checks.done()
    asked = [Fact(code=code, why=_ASKED) for code in columns]
    try:
        read_values(regulation, Facts(asked), vocabulary)
    except InvalidInput as error:
        raise_for(attrs.evolve(fault, place=fault.place.replace("Facts", "columns", 1)) for fault in error.faults)
    return {**VOCABULARY, **{one.code: one for one in vocabulary}, **regulation.ladder.definitions}


_ASKED: Final = Label("một cột", "a column")


def _cells(columns: Mapping[str, Sequence[object]], ids: object) -> tuple[dict[str, list[object]], int]:
    """The cells by code, in the order of the codes, and how many rows there are."""
    found: dict[str, list[object]] = {}
    faults = []
    for given in sorted(columns):
        cells = cells_of(columns[given])
        if cells is None:
            expected = "a sequence of cells, such as a list or a column of a data frame"
            faults.append(Fault("not_a_collection", f"columns[{shown(given)}]", shown(type(columns[given])), expected))
        else:
            found[composed(given)] = cells
    raise_for(faults)
    lengths = {code: len(cells) for code, cells in found.items()}
    rows = next(iter(lengths.values()), None)
    if rows is None:
        names = cells_of(ids) if ids is not None else []
        return found, len(names or ())
    raise_for(
        Fault("unequal_length", f"columns[{shown(code)}]", f"{length} cells", f"{rows}, as in {next(iter(lengths))}")
        for code, length in lengths.items()
        if length != rows
    )
    return found, rows


def _texts(given: object, name: str, rows: int) -> list[object]:
    cells = cells_of(given)
    if cells is None or len(cells) != rows:
        found = shown(type(given)) if cells is None else f"{len(cells)}"
        raise InvalidInput((Fault("unequal_length", name, found, f"a sequence of {rows}, one a row"),))
    return cells


def _ids(given: list[object], wrong: dict[int, Fault]) -> tuple[str | None, ...]:
    """The ids in composed Unicode; what is wrong with one joins the faults of its row."""
    names: list[str | None] = []
    seen: dict[object, int] = {}
    for row, one in enumerate(given):
        name = composed(one) if isinstance(one, str) else one
        fault = identifier_fault(name)
        names.append(None if fault is not None else str(name))
        if fault is None and (first := seen.setdefault(name, row)) != row:
            fault = "duplicate", f"each id once; row {first} has it"
        if fault is not None:
            wrong.setdefault(row, Fault(fault[0], "ids", shown(one), fault[1]))
    return tuple(names)


def _meaning(code: str, definition: FactDefinition, cell: object) -> _Meaning:
    """What a cell means for its fact."""
    if is_absent(cell):
        return None
    if isinstance(cell, Fact):
        if cell.code != code:
            return _fault(code, cell.code, f"a fact of the code {code}")
        return _of_state(code, cell.state) if cell.value is None else _meaning(code, definition, cell.value)
    if isinstance(cell, FactState):
        return _of_state(code, cell)
    value = plain(cell)
    if isinstance(definition, YesNo):
        return value if isinstance(value, bool) else _fault(code, cell, "True, False or nothing")
    return _measured(code, definition, cell, value)


def _measured(code: str, definition: Measure, cell: object, value: object) -> _Meaning:
    if isinstance(value, float):
        value = decimal_of(value)
    made = Fact(code=code, value=value).value if number_fault(value) is None else None  # type: ignore[arg-type]
    if made is None:
        return _fault(code, cell, "an exact number, or nothing")
    expected = definition.refusal(made)
    return made if expected is None else _fault(code, cell, expected)


def _of_state(code: str, state: FactState) -> _Meaning:
    if state is FactState.FOUND:
        return _fault(code, state, "a value; FOUND alone says none")
    return state if state is _NOT_APPLICABLE else None


def _fault(code: str, found: object, expected: str) -> Fault:
    return Fault(WRONG_FACT_TYPE, f"columns[{shown(code)}]", shown(found), expected)


@final
class _Rows(dict[object, Assessment | Fault]):
    """The outcome by the number of a row; a number that was not met before is judged when it is asked for."""

    __slots__ = ("_codes", "_packed", "_regulation", "_vocabulary", "any_fault")

    def __init__(
        self, regulation: Regulation, codes: tuple[str, ...], packed: Packed, vocabulary: tuple[FactDefinition, ...]
    ) -> None:
        super().__init__()
        self._regulation, self._codes, self._packed, self._vocabulary = regulation, codes, packed, vocabulary
        self.any_fault = False

    def __missing__(self, number: object) -> Assessment | Fault:
        found = self[number] = self.of(self._packed.row(number))
        self.any_fault = self.any_fault or type(found) is Fault
        return found

    def of(self, row: tuple[_Meaning, ...]) -> Assessment | Fault:
        """The outcome of a row of meanings."""
        for meaning in row:
            if type(meaning) is Fault:
                return meaning
        key = "columns", self._codes, row
        if self._vocabulary == () and (met := memo_of(self._regulation).find(key)) is not None:
            return met  # type: ignore[no-any-return]  # assessments are all that is kept under such a key
        known = {code: meaning for code, meaning in zip(self._codes, row, strict=True) if meaning is not None}
        try:
            made = assess(self._regulation, _facts(known), vocabulary=self._vocabulary)
        except InvalidInput as error:
            return error.faults[0]
        return made if self._vocabulary else memo_of(self._regulation).keep(key, made)


def _facts(known: Mapping[str, object]) -> Facts:
    if _NOT_APPLICABLE not in known.values():
        return Facts.of(known)  # type: ignore[arg-type]  # meanings that are neither None, nor faults, nor states
    return Facts(
        Fact(code=code, state=_NOT_APPLICABLE) if meaning is _NOT_APPLICABLE else Fact(code=code, value=meaning)  # type: ignore[arg-type]
        for code, meaning in known.items()
    )
