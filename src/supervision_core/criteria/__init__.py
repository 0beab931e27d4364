"""Rules as data: what is asked, the nodes that join it, ladders of grades. A locality writes its own rules with it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from supervision_core._lazily import door

if TYPE_CHECKING:
    from supervision_core.criteria.explain import (
        Reason as Reason,
    )
    from supervision_core.criteria.ladders import (
        CONFLICT as CONFLICT,
        NO_RULE as NO_RULE,
        POINTS as POINTS,
        Grade as Grade,
        Implication as Implication,
        Ladder as Ladder,
        Rung as Rung,
    )
    from supervision_core.criteria.nodes import (
        AllOf as AllOf,
        AnyOf as AnyOf,
        AtLeast as AtLeast,
        Compare as Compare,
        Comparison as Comparison,
        Criterion as Criterion,
        Exemption as Exemption,
        FactDefinition as FactDefinition,
        Holds as Holds,
        Measure as Measure,
        Not as Not,
        Quantity as Quantity,
        Term as Term,
        Unless as Unless,
        YesNo as YesNo,
    )
    from supervision_core.criteria.questions import (
        Answer as Answer,
        Question as Question,
    )
    from supervision_core.criteria.tables import (
        DecisionTable as DecisionTable,
        Finding as Finding,
        FindingKind as FindingKind,
        TableCell as TableCell,
        TableRow as TableRow,
    )

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
