"""A population judged row by row, one case each, errors as values by row."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Final

from supervision_core.criteria.nodes import FactDefinition
from supervision_core.judging.assessing import Assessment, assess, read_values
from supervision_core.judging.columns import row_ids
from supervision_core.judging.judged import Judged
from supervision_core.regulations import Regulation
from supervision_core.values.checks import Checks, as_tuple
from supervision_core.values.errors import Fault, InvalidInput
from supervision_core.values.facts import Facts
from supervision_core.values.text import described

__all__ = ["assess_rows"]


def assess_rows(
    regulation: Regulation, pairs: Iterable[tuple[str, Facts]], *, vocabulary: Iterable[FactDefinition] = ()
) -> Judged:
    """Judge many rows of (id, Facts), each for itself: what is wrong with one stops no other, and stands beside its row.

    The form of ``assess_all`` in which errors are values; all pairs are read. An id that is none, or that was met before, is a
    fault of its row, and so is a row that is no pair.

    >>> import supervision_core as sc
    >>> rows = [("o1", sc.Facts.of({"duties.fairly_done": False})), ("o2", sc.Facts.of({"duties.fairly_done": 3}))]
    >>> judged = sc.judging.assess_rows(sc.regulations.GOOD_PERFORMANCE_2014, rows)
    >>> [None if grade is None else grade.code for grade in judged.grades]
    ['below_fair', None]
    >>> print(*judged.faults[0])
    1 Facts['duties.fairly_done']: found 3, expected True or False [wrong_fact_type]
    """
    checks = Checks("assess_rows")
    checks.kind("regulation", regulation, Regulation, "a Regulation that is encoded and in force")
    checks.stream("pairs", pairs, "a pair (id, Facts)")
    checks.done()
    extra = as_tuple(vocabulary)
    read_values(regulation, Facts(), extra)
    found: list[Assessment | None] = []
    given: list[object] = []
    wrong: dict[int, Fault] = {}
    for row, pair in enumerate(pairs):
        outcome = _outcome(regulation, pair, extra)
        if isinstance(outcome, Fault):
            wrong[row] = outcome
        found.append(None if isinstance(outcome, Fault) else outcome)
        given.append(pair[0] if isinstance(pair, tuple | list) and len(pair) == _A_PAIR else None)
    names = row_ids(given, wrong, "pairs")
    return Judged(
        regulation=regulation,
        assessments=tuple(None if row in wrong else one for row, one in enumerate(found)),
        faults=tuple(sorted(wrong.items())),
        ids=names,
    )


_A_PAIR: Final = 2


def _outcome(regulation: Regulation, pair: object, vocabulary: tuple[FactDefinition, ...]) -> Assessment | Fault:
    """The assessment of one row, or the first thing that is wrong with it."""
    if not isinstance(pair, tuple | list) or len(pair) != _A_PAIR:
        return Fault("wrong_kind", "pairs", described(pair), "a pair (id, Facts)")
    if not isinstance(pair[1], Facts):
        return Fault("not_facts", "facts", described(pair[1]), "Facts")
    try:
        return assess(regulation, pair[1], vocabulary=vocabulary)
    except InvalidInput as error:
        return error.faults[0]
