"""A ladder looked at from outside: as a decision table, and for gaps, overlaps and spots that surprise.

Every finding has a complete row that shows it. All of it is exact: the whole fact space is looked at, as sets of rows.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from enum import Enum
from fractions import Fraction
from typing import Final, TypeAlias, final

import attrs

from supervision_core.criteria.compile import Dimension, Space
from supervision_core.criteria.ladders import CONFLICT, NO_RULE, Grade, closed_answers
from supervision_core.criteria.nodes import Measure, Quantity, YesNo
from supervision_core.criteria.sums import Cells
from supervision_core.values.checks import Checks, check_arguments, check_fields, check_ids
from supervision_core.values.errors import BeyondExactness, Fault, InvalidInput
from supervision_core.values.facts import Value
from supervision_core.values.labels import Label
from supervision_core.values.text import composed, shown

__all__ = ["DecisionTable", "Finding", "FindingKind", "TableCell", "TableRow"]


@final
@attrs.frozen(kw_only=True)
class TableCell:
    """What a row of the table asks of one column.

    For a yes/no fact ``answer`` is asked for. For a quantity its value lies from ``least`` to ``most``;
    None is no limit, and an end belongs to it where ``least_included`` or ``most_included`` says so.
    """

    #: The answer asked for; None in the column of a quantity.
    answer: bool | None = None
    #: The lower end.
    least: Fraction | None = None
    #: Whether the lower end itself belongs to it.
    least_included: bool = True
    #: The upper end.
    most: Fraction | None = None
    #: Whether the upper end itself belongs to it.
    most_included: bool = True

    def __attrs_post_init__(self) -> None:
        check_fields(self)


@final
@attrs.frozen(kw_only=True)
class TableRow:
    """One line: what it asks of each column (None: anything), and the grade."""

    #: One entry a column.
    cells: tuple[TableCell | None, ...]
    #: The outcome.
    grade: Grade

    def __attrs_post_init__(self) -> None:
        check_fields(self)


@final
@attrs.frozen(kw_only=True)
class DecisionTable:
    """Lines that exclude each other and together cover every consistent case."""

    #: A fact's code, or a quantity, for each column.
    columns: tuple[str | Quantity, ...]
    #: The lines.
    rows: tuple[TableRow, ...]

    def __attrs_post_init__(self) -> None:
        check_fields(self)
        check_ids(self, "columns")

    def look_up(self, values: Mapping[str, Value]) -> Grade:
        """The grade of a complete case; for an inconsistent one the answer means nothing, or ``InvalidInput`` is raised.

        The values have to name every fact that the columns read.
        """
        checks = Checks("DecisionTable.look_up")
        checks.arguments(DecisionTable.look_up, values=values)
        checks.done()
        values = {composed(code): value for code, value in values.items()}
        read = {code for column in self.columns for code in ([column] if isinstance(column, str) else column.codes())}
        for code in sorted(read - values.keys()):
            checks.fault("missing", f"values[{shown(code)}]", None, "a value, since a column reads it")
        checks.done()
        for row in self.rows:
            if all(cell is None or _fits(cell, column, values) for cell, column in zip(row.cells, self.columns, strict=True)):
                return row.grade
        expected = "a case that the regulation's implications allow"
        raise InvalidInput(
            (Fault("contradiction", "DecisionTable.look_up.values", shown(", ".join(sorted(values))), expected),)
        )


def _fits(cell: TableCell, column: str | Quantity, values: Mapping[str, Value]) -> bool:
    if isinstance(column, str):
        return values[column] is cell.answer
    total = column.constant + sum(term.weight * values[term.code] for term in column.terms)
    if cell.least is not None and not (total >= cell.least if cell.least_included else total > cell.least):
        return False
    return cell.most is None or (total <= cell.most if cell.most_included else total < cell.most)


def tabulate(space: Space) -> DecisionTable:
    """The table of a fact space: it branches on the fact that leaves the fewest lines, and joins branches that agree.

    More than ``MOST_LINES`` branches are refused with the size.
    """
    lines = list(_Branching(space).lines(space.consistent, space.dimensions))
    columns = tuple(
        dimension.codes[0] if dimension.cells is None else dimension.cells.quantity for dimension in space.dimensions
    )
    rows = tuple(
        TableRow(cells=tuple(_cell(dimension, dict(masks).get(dimension)) for dimension in space.dimensions), grade=grade)
        for masks, grade in lines
    )
    return DecisionTable(columns=columns, rows=rows)


#: A table of more lines is nobody's to tick off; the largest of a shipped regulation has 69.
MOST_LINES: Final = 2_000
#: Masks of cells by dimension, with the outcome.
_Line: TypeAlias = tuple[tuple[tuple[Dimension, int], ...], Grade]


@final
class _Branching:
    """The lines of a fact space, found branch by branch."""

    def __init__(self, space: Space) -> None:
        self._space = space
        self._met = 0

    def lines(self, rows: int, dimensions: tuple[Dimension, ...]) -> Iterator[_Line]:
        """Masks of cells by dimension, with the outcome, for disjoint parts of the rows."""
        outcomes = [grade for grade, inside in self._space.outcomes if inside & rows]
        if len(outcomes) == 1:
            self._met += 1
            if self._met > MOST_LINES:
                raise BeyondExactness("the lines of a decision table", self._met, MOST_LINES)
            yield (), outcomes[0]
            return
        # What only one answer is left for is not worth a branch.
        dimensions = tuple(one for one in dimensions if sum(1 for inside in one.sets if inside & rows) > 1)
        dimension = min(dimensions, key=lambda one: _mixed(self._space, rows, one))
        left = tuple(one for one in dimensions if one is not dimension)
        branches: dict[tuple[_Line, ...], int] = {}
        for cell, inside in enumerate(dimension.sets):
            if inside & rows:
                below = tuple(self.lines(inside & rows, left))
                branches[below] = branches.get(below, 0) | 1 << cell
        for below, joined in branches.items():
            for mask in _runs(joined):
                for masks, grade in below:
                    yield ((dimension, mask), *masks), grade


def _runs(mask: int) -> Iterator[int]:
    """The runs of neighbouring cells in a mask, since one line of a table asks for one interval."""
    while mask:
        low = mask & -mask
        run = mask & ~(mask + low)
        yield run
        mask &= ~run


def _mixed(space: Space, rows: int, dimension: Dimension) -> int:
    """How many rows are still undecided after branching on a dimension."""
    undecided = 0
    for inside in dimension.sets:
        here = inside & rows
        if sum(1 for _, outcome in space.outcomes if outcome & here) > 1:
            undecided += here.bit_count()
    return undecided


def _cell(dimension: Dimension, mask: int | None) -> TableCell | None:
    if mask is None or mask == (1 << len(dimension.sets)) - 1:
        return None
    if dimension.cells is None:
        return TableCell(answer=bool(mask >> 1))
    boundaries = dimension.cells.boundaries
    first, last = (mask & -mask).bit_length() - 1, mask.bit_length() - 1
    low = boundaries[first - 1] if first else None
    high = boundaries[last] if last < len(boundaries) else None
    return TableCell(
        least=None if low is None else low.bound,
        least_included=low is None or not low.above,
        most=None if high is None else high.bound,
        most_included=high is None or high.above,
    )


_Values: TypeAlias = tuple[tuple[str, Value], ...]


@final
class FindingKind(Enum):
    """What is odd."""

    #: A complete row that no rung's criterion fits.
    GAP = "gap"
    #: A complete row where two exceptions that disagree are live.
    CONFLICT = "conflict"
    #: A row that fits two rungs, neither of which includes the other: their order alone decides.
    OVERLAP = "overlap"
    #: A grade that no row gives.
    UNREACHABLE = "unreachable"
    #: A fact that never changes the outcome.
    DEAD_FACT = "dead_fact"
    #: A fact whose better answer leads to a lower grade.
    NOT_MONOTONE = "not_monotone"

    @property
    def label(self) -> Label:
        """What people read."""
        return _KIND_LABELS[self.value]


_KIND_LABELS = {
    "gap": Label("khoảng trống: chưa có mức cho trường hợp này", "a hole: no grade fits"),
    "conflict": Label("hai ngoại lệ mâu thuẫn", "two exceptions disagree"),
    "overlap": Label("hai mức cùng áp dụng được", "two grades fit"),
    "unreachable": Label("không ai đạt được mức này", "a grade nobody can get"),
    "dead_fact": Label("nội dung không bao giờ ảnh hưởng", "a fact that never matters"),
    "not_monotone": Label("tốt hơn mà xếp loại thấp hơn", "better, yet graded lower"),
}


@final
@attrs.frozen(kw_only=True)
class Finding:
    """One oddity with the row that shows it. Whether it is a mistake is for people to say."""

    #: What is odd.
    kind: FindingKind
    #: The facts it is about.
    codes: tuple[str, ...]
    #: The grades it is about.
    grades: tuple[Grade, ...]
    #: A complete row that shows it, by code; () where no row can (a grade nobody can get, a fact that never matters).
    example: tuple[tuple[str, Value], ...]

    def __attrs_post_init__(self) -> None:
        check_fields(self)
        check_ids(self, "codes", "example")

    def test(self, name: str = "regulation") -> str:
        """The example as a Python test to paste, with ``name`` as the regulation's name in it; "" where no row shows it."""
        check_arguments(Finding.test, name=name)
        if not self.example:
            return ""
        values = ", ".join(f"{code!r}: {_literal(value)}" for code, value in self.example)
        return (
            f"def test_{self.kind.value}():\n"
            f"    facts = sc.Facts.of({{{values}}})\n\n"
            f"    assert sc.assess({name}, facts).grade.code == {self.grades[0].code!r}\n"
        )


def _literal(value: Value) -> str:
    return str(value) if isinstance(value, bool) or value.denominator == 1 else f"Fraction({str(value)!r})"


def examine(space: Space) -> tuple[Finding, ...]:
    """Every finding, by kind in the order of :class:`FindingKind`, then in the order of the ladder."""
    return (*_holes(space), *_overlaps(space), *_unreachable(space), *_dead_facts(space), *_not_monotone(space))


def row_values(space: Space, rows: int) -> _Values:
    """The first of some rows as values: a quantity's cell is shown by measures that lie in it."""
    row = rows & -rows
    values: dict[str, Value] = {}
    for dimension in space.dimensions:
        cell = next(cell for cell, inside in enumerate(dimension.sets) if inside & row)
        if dimension.cells is None:
            values[dimension.codes[0]] = bool(cell)
        else:
            values.update(_in_cell(dimension.cells, cell))
    for fact in space.ladder.facts:
        if isinstance(fact, Measure):
            values.setdefault(fact.code, fact.low)
    return tuple((fact.code, values[fact.code]) for fact in space.ladder.facts)


def _in_cell(cells: Cells, cell: int) -> dict[str, Value]:
    """Measures whose sum lies in a cell: each in turn takes its least step with which the others can still reach it.

    Where only values between steps reach it, those that may lie there share what is missing.
    """
    chosen: dict[str, Fraction] = {}
    if not cells.reach({}).mask(cells.boundaries) >> cell & 1:
        return dict(cells.between_steps(cell))
    for code, measure in zip(cells.quantity.codes(), cells.measures, strict=True):
        if len(cells.measures) == 1:
            reach = cells.reach({})
            weight = cells.part(code)[1]
            low, high = reach.cuts(cells.boundaries)[cell : cell + 2]
            return {code: measure.low + low * measure.step if weight > 0 else measure.high - (high - 1) * measure.step}
        values = (measure.low + measure.step * step for step in range(measure.steps + 1))
        chosen[code] = next(
            value for value in values if cells.reach({**chosen, code: value}).mask(cells.boundaries) >> cell & 1
        )
    return dict(chosen)


def _holes(space: Space) -> Iterator[Finding]:
    for kind, grade in ((FindingKind.GAP, NO_RULE), (FindingKind.CONFLICT, CONFLICT)):
        rows = space.rows_of(grade) & space.consistent
        if rows:
            yield Finding(kind=kind, codes=(), grades=(grade,), example=row_values(space, rows))


def _overlaps(space: Space) -> Iterator[Finding]:
    # A rung outside the order is there to come before the grades, so that its overlaps are no oddity.
    rungs = [
        (rung.grade, sets.sure & space.consistent)
        for rung, sets in zip(space.ladder.rungs, space.rungs, strict=True)
        if rung.grade.rank is not None
    ]
    for place, (grade, rows) in enumerate(rungs):
        for other, more in rungs[place + 1 :]:
            both = rows & more & space.rows_of(grade) & space.consistent
            if both and rows & ~more and more & ~rows:
                yield Finding(kind=FindingKind.OVERLAP, codes=(), grades=(grade, other), example=row_values(space, both))


def _unreachable(space: Space) -> Iterator[Finding]:
    for grade in space.ladder.grades:
        if not space.rows_of(grade) & space.consistent:
            yield Finding(kind=FindingKind.UNREACHABLE, codes=(), grades=(grade,), example=())


def _dead_facts(space: Space) -> Iterator[Finding]:
    for fact in space.ladder.facts:
        if fact.code not in space.by_code or not any(_turned(space, space.by_code[fact.code], fact.code)):
            yield Finding(kind=FindingKind.DEAD_FACT, codes=(fact.code,), grades=(), example=())


def _turned(space: Space, dimension: Dimension, code: str) -> Iterator[int]:
    """The rows that some change of the fact, with all that follows, turns to another outcome."""
    for here, there in _pairs(dimension, code):
        for _, rows in space.outcomes:
            yield _moved(space, dimension, code, rows & space.consistent & dimension.sets[here], there) & ~rows


def _pairs(dimension: Dimension, code: str) -> list[tuple[int, int]]:
    """The cells that a change of this fact alone can join."""
    return [(0, 1), (1, 0)] if dimension.cells is None else list(dimension.cells.joined_by(code, {}))


def _moved(space: Space, dimension: Dimension, code: str, rows: int, cell: int) -> int:
    if dimension.cells is not None:
        return dimension.shift(rows, cell) & space.consistent
    forced = closed_answers(space.ladder, {code: bool(cell)})
    if not isinstance(forced, dict):
        return 0
    for other, answer in forced.items():
        rows = space.by_code[other].shift(rows, int(answer))
    return rows


def _not_monotone(space: Space) -> Iterator[Finding]:
    ranked = [(grade, rows) for grade, rows in space.outcomes if grade.rank is not None]
    for fact in space.ladder.facts:
        if isinstance(fact, YesNo) and fact.favourable is not None:
            pairs = [(int(not fact.favourable), int(fact.favourable))]
            dimension = space.by_code[fact.code]
        elif isinstance(fact, Measure) and fact.higher_is_better is not None:
            if fact.code not in space.by_code:
                continue
            dimension = space.by_code[fact.code]
            pairs = _better_cells(dimension, fact)
        else:
            continue
        yield from _first(_worse_though_better(space, dimension, fact.code, pairs, ranked))


def _better_cells(dimension: Dimension, fact: Measure) -> list[tuple[int, int]]:
    assert dimension.cells is not None
    rising = (dimension.cells.part(fact.code)[1] > 0) == fact.higher_is_better
    return [(worse, better) for worse, better in _pairs(dimension, fact.code) if (better > worse) == rising]


def _first(findings: Iterator[Finding]) -> Iterator[Finding]:
    for finding in findings:
        yield finding
        return


def _worse_though_better(
    space: Space, dimension: Dimension, code: str, pairs: list[tuple[int, int]], ranked: list[tuple[Grade, int]]
) -> Iterator[Finding]:
    for worse, better in pairs:
        for grade, rows in ranked:
            for lower, landing in ranked:
                if lower >= grade:
                    continue
                start = rows & space.consistent & dimension.sets[worse]
                moved = _moved(space, dimension, code, start, better) & landing
                if moved:
                    yield Finding(
                        kind=FindingKind.NOT_MONOTONE,
                        codes=(code,),
                        grades=(lower, grade),
                        example=row_values(space, moved),
                    )
