"""What is odd about a ladder: holes, overlaps, grades nobody can get, facts that never matter, spots where better is worse.

Every finding has a complete row that shows it. All of it is exact: the whole fact space is looked at, as sets of rows.
"""

from __future__ import annotations

from collections.abc import Iterator
from enum import Enum
from fractions import Fraction
from typing import TypeAlias, final

import attrs

from supervision_core.criteria.definitions import Measure, YesNo
from supervision_core.criteria.dimensions import Dimension
from supervision_core.criteria.ladders import CONFLICT, NO_RULE, Grade
from supervision_core.criteria.space import Space
from supervision_core.criteria.sums import Cells
from supervision_core.fact import Value
from supervision_core.text import Label

__all__ = ["Finding", "FindingKind", "examine", "row_values"]

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
    "gap": Label("khoảng trống: không mức nào khớp", "a hole: no grade fits"),
    "conflict": Label("hai ngoại lệ mâu thuẫn", "two exceptions disagree"),
    "overlap": Label("hai mức cùng khớp", "two grades fit"),
    "unreachable": Label("không ai đạt được mức này", "a grade nobody can get"),
    "dead_fact": Label("nội dung không bao giờ ảnh hưởng", "a fact that never matters"),
    "not_monotone": Label("tốt hơn mà xếp mức thấp hơn", "better, yet graded lower"),
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

    def test(self, name: str = "regulation") -> str:
        """The example as a Python test to paste, with ``name`` as the regulation's name in it; "" where no row shows it."""
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
    """Measures whose sum lies in a cell: each in turn takes its least value with which the others can still reach it."""
    chosen: dict[str, Fraction] = {}
    for code, measure in zip(cells.quantity.codes(), cells.measures, strict=True):
        values = (measure.low + measure.step * step for step in range(measure.steps + 1))
        chosen[code] = next(
            value for value in values if cells.reach({**chosen, code: value}).mask(cells.boundaries) >> cell & 1
        )
    return dict(chosen)


def _holes(space: Space) -> Iterator[Finding]:
    for kind, grade in ((FindingKind.GAP, NO_RULE), (FindingKind.CONFLICT, CONFLICT)):
        rows = space.rows_of(grade)
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
            both = rows & more & space.rows_of(grade)
            if both and rows & ~more and more & ~rows:
                yield Finding(kind=FindingKind.OVERLAP, codes=(), grades=(grade, other), example=row_values(space, both))


def _unreachable(space: Space) -> Iterator[Finding]:
    for grade in space.ladder.grades:
        if not space.rows_of(grade):
            yield Finding(kind=FindingKind.UNREACHABLE, codes=(), grades=(grade,), example=())


def _dead_facts(space: Space) -> Iterator[Finding]:
    for fact in space.ladder.facts:
        if fact.code not in space.by_code or not any(_turned(space, space.by_code[fact.code], fact.code)):
            yield Finding(kind=FindingKind.DEAD_FACT, codes=(fact.code,), grades=(), example=())


def _turned(space: Space, dimension: Dimension, code: str) -> Iterator[int]:
    """The rows that some change of the fact, with all that follows, turns to another outcome."""
    for here, there in _pairs(dimension, code):
        for _, rows in space.outcomes:
            yield _moved(space, dimension, code, rows & dimension.sets[here], there) & ~rows


def _pairs(dimension: Dimension, code: str) -> list[tuple[int, int]]:
    """The cells that a change of this fact alone can join."""
    return [(0, 1), (1, 0)] if dimension.cells is None else list(dimension.cells.joined_by(code, {}))


def _moved(space: Space, dimension: Dimension, code: str, rows: int, cell: int) -> int:
    if dimension.cells is not None:
        return dimension.shift(rows, cell) & space.consistent
    forced = space.ladder.closure({code: bool(cell)})
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
                moved = _moved(space, dimension, code, rows & dimension.sets[worse], better) & landing
                if moved:
                    yield Finding(
                        kind=FindingKind.NOT_MONOTONE,
                        codes=(code,),
                        grades=(lower, grade),
                        example=row_values(space, moved),
                    )
