"""What every room uses: labels, days and spans, exact numbers, verdicts, facts, citations, and the errors."""

from __future__ import annotations

from typing import TYPE_CHECKING

from supervision_core._lazily import door

if TYPE_CHECKING:
    from supervision_core.values.calendars import *
    from supervision_core.values.citations import *
    from supervision_core.values.errors import *
    from supervision_core.values.exact import *
    from supervision_core.values.facts import (
        ContradictoryFacts as ContradictoryFacts,
        Fact as Fact,
        Facts as Facts,
        FactState as FactState,
        Value as Value,
    )
    from supervision_core.values.labels import *
    from supervision_core.values.mappings import *
    from supervision_core.values.periods import *
    from supervision_core.values.text import *
    from supervision_core.values.verdicts import *
    from supervision_core.values.wording import *

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
