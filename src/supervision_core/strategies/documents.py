"""Documents: of generated values, and ones with something wrong in them."""

from __future__ import annotations

from copy import deepcopy
from typing import Any, Final

from hypothesis import strategies as st

from supervision_core.judging.assessments import assess
from supervision_core.rotation.planning import plan_year
from supervision_core.serialization import Problem, Receipt, receipt, to_document
from supervision_core.strategies.judging import facts, regulations
from supervision_core.strategies.rotation import histories, policies, references, rosters
from supervision_core.strategies.words import identifiers

__all__ = ["damaged_documents", "documents", "problems", "receipts"]

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


@st.composite
def damaged_documents(draw: st.DrawFn, cls: type) -> dict[str, Any]:
    """Documents in which one to three places were changed, dropped, doubled or moved; some are right all the same."""
    document = deepcopy(draw(documents(cls)))
    for _ in range(draw(st.integers(1, 3))):
        _damage(draw, document)
    return document


def problems() -> st.SearchStrategy[Problem]:
    """Problems as ``InvalidDocument`` lists them."""
    return st.builds(Problem, st.sampled_from(["$", "$.subjects[0].id"]), identifiers(), identifiers())


@st.composite
def receipts(draw: st.DrawFn) -> Receipt:
    """Receipts of assessments, plans and certificates, all of which come out the same when they are checked again."""
    if draw(st.booleans()):
        regulation = draw(regulations())
        known = draw(facts(regulation))
        return receipt(assess(regulation, known), known)
    roster = draw(rosters())
    history, policy, reference = draw(histories(roster)), draw(policies()), draw(references(roster))
    outcome = plan_year(roster, year=2021, history=history, policy=policy, reference=reference)
    return receipt(outcome, roster, history=history, policy=policy, reference=reference)


def _damage(draw: st.DrawFn, document: dict[str, Any]) -> None:
    holder: Any = draw(st.sampled_from(list(_holders(document))))
    if isinstance(holder, dict):
        key = draw(st.sampled_from([*sorted(holder), "unknown"]))
        if draw(st.booleans()):
            holder.pop(key, None)
        else:
            holder[key] = deepcopy(draw(st.sampled_from(_FOREIGN)))
    elif not holder or draw(st.booleans()):
        holder.append(deepcopy(draw(st.sampled_from((*holder, *_FOREIGN)))))
    else:
        holder.insert(0, holder.pop())


def _holders(document: dict[str, Any]) -> list[Any]:
    """Every object and list in a document, the outer ones first."""
    found: list[Any] = [document]
    for one in found:
        inner = one.values() if isinstance(one, dict) else one
        found.extend(value for value in inner if isinstance(value, dict | list))
    return found
