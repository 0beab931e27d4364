"""A regulation looked at as a whole, before anyone is judged by it."""

from __future__ import annotations

from supervision_core.criteria.checking import Finding, examine
from supervision_core.criteria.tables import DecisionTable, tabulate
from supervision_core.regulations import Regulation

__all__ = ["check_regulation", "decision_table"]


def check_regulation(regulation: Regulation) -> tuple[Finding, ...]:
    """Every hole, conflict, overlap, unreachable grade, dead fact and non-monotone spot, each with a row that shows it.

    Exact over the whole fact space; raises ``BeyondExactness`` where that is too large. A finding is no verdict:
    a statute may leave a hole on purpose, and then judging names it.

    >>> import supervision_core as sc
    >>> sc.check_regulation(sc.regulations.GOOD_PERFORMANCE_2014)
    ()
    """
    return examine(regulation.space)


def decision_table(regulation: Regulation) -> DecisionTable:
    """The regulation as a table of lines that exclude each other and cover every case, for a lawyer to tick off.

    >>> import supervision_core as sc
    >>> table = sc.decision_table(sc.regulations.RESIDENCE_2014)
    >>> len(table.rows)  # all eight met, or the first one that is not
    9
    """
    return tabulate(regulation.space)
