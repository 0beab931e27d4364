"""What authorities owe the people again and again: how often, what was done, and how it stands as of a day."""

from __future__ import annotations

from typing import TYPE_CHECKING

from supervision_core._lazily import door

if TYPE_CHECKING:
    from supervision_core.obligations.model import (
        Counting as Counting,
        Event as Event,
        Frequency as Frequency,
        MovedDeadline as MovedDeadline,
        Obligation as Obligation,
        Partial as Partial,
        Right as Right,
        TimeUnit as TimeUnit,
        Waiver as Waiver,
    )
    from supervision_core.obligations.report import (
        Compliance as Compliance,
        compliance as compliance,
        compliance_all as compliance_all,
    )
    from supervision_core.obligations.standing import ObligationStatus as ObligationStatus
    from supervision_core.obligations.status import (
        Basis as Basis,
        Occurrence as Occurrence,
        OccurrenceState as OccurrenceState,
    )

__all__, __getattr__, __dir__ = door(
    __name__,
    globals(),
    {
        "report": "Compliance compliance compliance_all",
        "model": "Counting Event Frequency MovedDeadline Obligation Partial Right TimeUnit Waiver",
        "standing": "ObligationStatus",
        "status": "Basis Occurrence OccurrenceState",
    },
)
