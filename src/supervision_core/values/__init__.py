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
    )
    from supervision_core.values.citations import (
        Instrument as Instrument,
    )
    from supervision_core.values.citations import (
        InstrumentKind as InstrumentKind,
    )
    from supervision_core.values.citations import (
        Verification as Verification,
    )
    from supervision_core.values.errors import (
        BeyondExactness as BeyondExactness,
    )
    from supervision_core.values.errors import (
        Fault as Fault,
    )
    from supervision_core.values.errors import (
        InvalidInput as InvalidInput,
    )
    from supervision_core.values.errors import (
        SupervisionError as SupervisionError,
    )
    from supervision_core.values.errors import (
        UnknownFact as UnknownFact,
    )
    from supervision_core.values.errors import (
        WrongFactType as WrongFactType,
    )
    from supervision_core.values.exact import (
        ExactNumber as ExactNumber,
    )
    from supervision_core.values.facts import (
        ContradictoryFacts as ContradictoryFacts,
    )
    from supervision_core.values.facts import (
        Fact as Fact,
    )
    from supervision_core.values.facts import (
        Facts as Facts,
    )
    from supervision_core.values.facts import (
        FactState as FactState,
    )
    from supervision_core.values.facts import (
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
    )
    from supervision_core.values.periods import (
        Period as Period,
    )
    from supervision_core.values.text import (
        Language as Language,
    )
    from supervision_core.values.verdicts import (
        Verdict as Verdict,
    )

__all__, __getattr__, __dir__ = door(  # noqa: PLE0605  checkers read the names above
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
    },
)
