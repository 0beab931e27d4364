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
    )
    from supervision_core.criteria.ladders import (
        NO_RULE as NO_RULE,
    )
    from supervision_core.criteria.ladders import (
        Grade as Grade,
    )
    from supervision_core.criteria.ladders import (
        Implication as Implication,
    )
    from supervision_core.criteria.ladders import (
        Ladder as Ladder,
    )
    from supervision_core.criteria.ladders import (
        Rung as Rung,
    )
    from supervision_core.criteria.nodes import (
        AllOf as AllOf,
    )
    from supervision_core.criteria.nodes import (
        AnyOf as AnyOf,
    )
    from supervision_core.criteria.nodes import (
        AtLeast as AtLeast,
    )
    from supervision_core.criteria.nodes import (
        Compare as Compare,
    )
    from supervision_core.criteria.nodes import (
        Comparison as Comparison,
    )
    from supervision_core.criteria.nodes import (
        Criterion as Criterion,
    )
    from supervision_core.criteria.nodes import (
        Exemption as Exemption,
    )
    from supervision_core.criteria.nodes import (
        FactDefinition as FactDefinition,
    )
    from supervision_core.criteria.nodes import (
        Holds as Holds,
    )
    from supervision_core.criteria.nodes import (
        Measure as Measure,
    )
    from supervision_core.criteria.nodes import (
        Not as Not,
    )
    from supervision_core.criteria.nodes import (
        Quantity as Quantity,
    )
    from supervision_core.criteria.nodes import (
        Term as Term,
    )
    from supervision_core.criteria.nodes import (
        Unless as Unless,
    )
    from supervision_core.criteria.nodes import (
        YesNo as YesNo,
    )
    from supervision_core.criteria.questions import (
        Answer as Answer,
    )
    from supervision_core.criteria.questions import (
        Question as Question,
    )
    from supervision_core.criteria.tables import (
        DecisionTable as DecisionTable,
    )
    from supervision_core.criteria.tables import (
        Finding as Finding,
    )
    from supervision_core.criteria.tables import (
        FindingKind as FindingKind,
    )
    from supervision_core.criteria.tables import (
        TableCell as TableCell,
    )
    from supervision_core.criteria.tables import (
        TableRow as TableRow,
    )

__all__, __getattr__, __dir__ = door(  # noqa: PLE0605  checkers read the names above
    __name__,
    globals(),
    {
        "explain": "Reason",
        "ladders": "CONFLICT Grade Implication Ladder NO_RULE Rung",
        "nodes": "AllOf AnyOf AtLeast Compare Comparison Criterion Exemption FactDefinition Holds Measure Not Quantity Term Unless YesNo",
        "questions": "Answer Question",
        "tables": "DecisionTable Finding FindingKind TableCell TableRow",
    },
)
