"""Rules as data: what is asked, the nodes that join it, ladders of grades. A locality writes its own rules with it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from supervision_core._lazily import door

if TYPE_CHECKING:
    from supervision_core.criteria.explain import *
    from supervision_core.criteria.ladders import *
    from supervision_core.criteria.nodes import *
    from supervision_core.criteria.questions import *
    from supervision_core.criteria.tables import *

__all__, __getattr__, __dir__ = door(
    __name__,
    globals(),
    {
        "explain": "Reason",
        "ladders": "CONFLICT Grade Implication Ladder NO_RULE POINTS Rung",
        "nodes": (
            "AllOf AnyOf AtLeast Compare Comparison Criterion Exemption FactDefinition Holds Measure Not Quantity "
            "Term Unless YesNo"
        ),
        "questions": "Answer Question",
        "tables": "DecisionTable Finding FindingKind TableCell TableRow",
    },
)
