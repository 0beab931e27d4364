"""Cases by columns: the facts of many, one column a fact, as judging by columns and data frames take them."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any, Final

from supervision_core.values.checks import Checks, as_tuple
from supervision_core.values.facts import Facts, FactState, Value, cells_of_case
from supervision_core.values.mappings import IdMap
from supervision_core.values.text import composed

__all__ = ["columns_of"]

_PAIR: Final = 2


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
