"""Documents, sound and damaged, and receipts: generators for tests."""

from __future__ import annotations

from collections.abc import Sequence
from copy import deepcopy
from functools import cache
from typing import Any, Final, TypeVar

from hypothesis import assume, strategies as st

from supervision_core.evidence.policy import WARD_WEIGHING
from supervision_core.evidence.weighing import weigh
from supervision_core.judging.assessing import assess
from supervision_core.regulations import GOOD_PERFORMANCE_2014
from supervision_core.rotation.planning import plan_year
from supervision_core.serialization import Receipt, receipt, to_document
from supervision_core.strategies.evidence import dossiers
from supervision_core.strategies.judging import facts, regulations
from supervision_core.strategies.rotation import histories, policies, references, rosters
from supervision_core.values.facts import FactState

__all__ = ["damaged_documents", "documents", "receipts"]

_T = TypeVar("_T")
#: What may stand where something else belongs: every JSON type, and the values that lax readers coerce.
_FOREIGN: Final[tuple[Any, ...]] = (
    None,
    True,
    False,
    0,
    1,
    -1,
    2.9,
    float("nan"),
    10**400,
    "",
    "7",
    "1/2",
    "2/4",
    "true",
    "e\u0301",
    "\ud800",
    "x" * 10_001,
    [],
    [[]],
    {},
    {"schema": "supervision_core/plan/0"},
    {"type": "holds"},
)


def documents(cls: type) -> st.SearchStrategy[dict[str, Any]]:
    """Documents of a class's generated values, as ``from_document`` reads them.

    >>> from hypothesis import find
    >>> import supervision_core as sc
    >>> from supervision_core.strategies import documents
    >>> find(documents(sc.Label), lambda document: True)["schema"]
    'supervision_core/label/1'
    """
    return st.from_type(cls).map(to_document)


def damaged_documents(cls: type) -> st.SearchStrategy[dict[str, Any]]:
    """Documents in which one to three places were changed, dropped, doubled or moved; some are right all the same."""
    return _damaged(documents(cls))


# Built once: Hypothesis checks each strategy object anew.
_HOW_OFTEN = st.integers(1, 3)
_EITHER = st.booleans()


@st.composite
def _damaged(draw: st.DrawFn, right: st.SearchStrategy[dict[str, Any]]) -> dict[str, Any]:
    document = deepcopy(draw(right))
    for _ in range(draw(_HOW_OFTEN)):
        _damage(draw, document)
    return document


_REGULATIONS = regulations()
_ROSTERS = rosters()
_POLICIES = policies()
_DOSSIERS = dossiers(max_items=1)


@st.composite
def receipts(draw: st.DrawFn) -> Receipt:
    """Receipts of assessments, plans and certificates, all of which come out the same when they are checked again."""
    if draw(_EITHER):
        if draw(_EITHER):
            dossier = draw(_DOSSIERS)
            weighed = weigh(dossier, WARD_WEIGHING)
            # The criterion leaves no room for a fact that does not apply: such a dossier is refused, and has no receipt.
            assume(all(fact.state is not FactState.NOT_APPLICABLE for fact in weighed))
            return receipt(assess(GOOD_PERFORMANCE_2014, weighed), weighed, dossier=dossier, weighing=WARD_WEIGHING)
        regulation = draw(_REGULATIONS)
        known = draw(facts(regulation))
        return receipt(assess(regulation, known), known)
    roster = draw(_ROSTERS)
    history, policy, reference = draw(histories(roster)), draw(_POLICIES), draw(references(roster))
    outcome = plan_year(roster, year=2021, history=history, policy=policy, reference=reference)
    return receipt(outcome, roster, history=history, policy=policy, reference=reference)


def _damage(draw: st.DrawFn, document: dict[str, Any]) -> None:
    holder: Any = _one_of(draw, _holders(document))
    if isinstance(holder, dict):
        key = _one_of(draw, [*sorted(holder), "unknown"])
        if draw(_EITHER):
            holder.pop(key, None)
        else:
            holder[key] = deepcopy(_one_of(draw, _FOREIGN))
    elif not holder or draw(_EITHER):
        holder.append(deepcopy(_one_of(draw, (*holder, *_FOREIGN))))
    else:
        holder.insert(0, holder.pop())


def _one_of(draw: st.DrawFn, some: Sequence[_T]) -> _T:
    return some[draw(_places(len(some)))]


@cache
def _places(count: int) -> st.SearchStrategy[int]:
    return st.integers(0, count - 1)


def _holders(document: dict[str, Any]) -> list[Any]:
    """Every object and list in a document, the outer ones first."""
    found: list[Any] = [document]
    for one in found:
        inner = one.values() if isinstance(one, dict) else one
        found.extend(value for value in inner if isinstance(value, dict | list))
    return found
