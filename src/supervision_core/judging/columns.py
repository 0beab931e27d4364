"""A population judged by columns: one sequence a fact, one assessment a row, errors as values by row."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from functools import partial
from typing import Any, Final, TypeAlias, final

import attrs

from supervision_core.criteria.nodes import FactDefinition, Measure, YesNo
from supervision_core.judging.assessing import Assessment, assess, read_values
from supervision_core.judging.judged import Judged, texts_of
from supervision_core.judging.packing import Packed, pack, spell
from supervision_core.regulations import VOCABULARY, Regulation
from supervision_core.values.checks import Checks, as_tuple, unchecked
from supervision_core.values.errors import WRONG_FACT_TYPE, Fault, InvalidInput, raise_for
from supervision_core.values.exact import number_fault
from supervision_core.values.facts import Fact, Facts, FactState, Value, cells_of_case
from supervision_core.values.foreign import cells_of, decimal_of, is_absent, plain
from supervision_core.values.labels import Label
from supervision_core.values.mappings import IdMap, memo_of
from supervision_core.values.text import composed, counted, identifier_fault, shown

__all__ = ["assess_columns", "columns_of"]

#: What a cell means: a value, nothing known, "not applicable", or what is wrong with it.
_Meaning: TypeAlias = Value | FactState | Fault | None
_NOT_APPLICABLE: Final = FactState.NOT_APPLICABLE


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
    names = None if ids is None else row_ids(texts_of(ids, "ids", rows), wrong, "ids")
    if wrong:
        kept: list[Assessment | Fault | None] = list(found)
        for row in wrong:
            kept[row] = None
        found = tuple(kept)  # type: ignore[arg-type]  # as below
    # What was just made, a hundred thousand rows perhaps, is not looked at again.
    faults = tuple(sorted(wrong.items()))
    return unchecked(Judged, regulation=regulation, assessments=found, faults=faults, ids=names)


def columns_of(
    pairs: Iterable[tuple[str, Facts]] | Mapping[str, Facts],
) -> tuple[tuple[str, ...], IdMap[tuple[Value | FactState | None, ...]]]:
    """Facts of many by columns, as ``assess_columns`` and data frames take them: the ids, and one column a code.

    ``weigh_all``, ``tables.facts`` and the facts of ``compliance_all`` give what it takes: pairs (id, Facts), or Facts by
    id. A cell has the value of its row's fact, the state of one that is contested or does not apply, or None; sources and
    remarks stay behind. All pairs that are none, and ids twice, raise ``InvalidInput`` together.

    >>> import supervision_core as sc
    >>> known = {"o1": sc.Facts.of({"duties.fairly_done": False}), "o2": sc.Facts.of({"conduct.violation": True})}
    >>> ids, columns = sc.judging.columns_of(known)
    >>> ids, dict(columns)
    (('o1', 'o2'), {'conduct.violation': (None, True), 'duties.fairly_done': (False, None)})
    >>> sc.assess_columns(sc.regulations.GOOD_PERFORMANCE_2014, columns, ids=ids).counts()["below_fair"]
    2
    """
    checks = Checks("columns_of")
    ids: list[str] = []
    rows: list[Mapping[str, Value | FactState]] = []
    listed: tuple[Any, ...] = as_tuple(pairs.items() if isinstance(pairs, Mapping) else pairs)
    if not isinstance(listed, tuple):
        checks.fault("not_a_collection", "pairs", pairs, "pairs (id, Facts), or Facts by id")
        listed = ()
    for number, pair in enumerate(listed):
        if not isinstance(pair, tuple) or len(pair) != _PAIR or not isinstance(pair[1], Facts):
            checks.fault("wrong_kind", f"pairs[{number}]", pair, "a pair (id, Facts)")
            continue
        ids.append(composed(pair[0]))
        rows.append(cells_of_case(pair[1]))
    checks.identifiers("pairs", tuple(ids))
    checks.done()
    codes = sorted({code for row in rows for code in row})
    return tuple(ids), IdMap({code: tuple([row.get(code) for row in rows]) for code in codes})


_PAIR: Final = 2


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
        Fault("unequal_length", f"columns[{shown(code)}]", counted(length, "cell"), f"{rows}, as in {next(iter(lengths))}")
        for code, length in lengths.items()
        if length != rows
    )
    return found, rows


def row_ids(given: list[object], wrong: dict[int, Fault], place: str) -> tuple[str | None, ...]:
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
            wrong.setdefault(row, Fault(fault[0], place, shown(one), fault[1]))
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
