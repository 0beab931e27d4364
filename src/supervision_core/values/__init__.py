"""What every room uses: labels, days and spans, exact numbers, verdicts, facts, citations, and the errors."""

from __future__ import annotations

from typing import TYPE_CHECKING

from supervision_core._lazily import door

if TYPE_CHECKING:
    from supervision_core.values.calendars import (
        WorkingDays as WorkingDays,
    )
    from supervision_core.values.citations import (
        Citation as Citation,
        Instrument as Instrument,
        InstrumentKind as InstrumentKind,
        Verification as Verification,
    )
    from supervision_core.values.errors import (
        BeyondExactness as BeyondExactness,
        Fault as Fault,
        InvalidInput as InvalidInput,
        SupervisionError as SupervisionError,
        UnknownFact as UnknownFact,
        WrongFactType as WrongFactType,
    )
    from supervision_core.values.exact import (
        ExactNumber as ExactNumber,
    )
    from supervision_core.values.facts import (
        ContradictoryFacts as ContradictoryFacts,
        Fact as Fact,
        Facts as Facts,
        FactState as FactState,
        Value as Value,
    )
    from supervision_core.values.labels import (
        Label as Label,
    )
    from supervision_core.values.mappings import (
        IdMap as IdMap,
    )
    from supervision_core.values.periods import (
        Cycle as Cycle,
        Period as Period,
    )
    from supervision_core.values.text import (
        Language as Language,
    )
    from supervision_core.values.verdicts import (
        Verdict as Verdict,
    )
    from supervision_core.values.wording import (
        Names as Names,
    )

__all__, __getattr__, __dir__ = door(
    __name__,
    globals(),
    {
        "calendars": "WorkingDays",
        "citations": "Citation Instrument InstrumentKind Verification",
        "errors": "BeyondExactness Fault InvalidInput SupervisionError UnknownFact WrongFactType",
        "exact": "ExactNumber",
        "facts": "ContradictoryFacts Fact FactState Facts Value",
        "labels": "Label",
        "mappings": "IdMap",
        "periods": "Cycle Period",
        "text": "Language",
        "verdicts": "Verdict",
        "wording": "Names",
    },
)
