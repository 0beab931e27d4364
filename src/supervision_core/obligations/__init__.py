"""What authorities owe the people again and again: how often, what was done, and how it stands as of a day."""

from __future__ import annotations

from typing import TYPE_CHECKING

from supervision_core._lazily import door

if TYPE_CHECKING:
    from supervision_core.obligations.model import *
    from supervision_core.obligations.report import *
    from supervision_core.obligations.standing import *
    from supervision_core.obligations.status import *

__all__, __getattr__, __dir__ = door(
    __name__,
    globals(),
    {
        "report": "Compliance compliance",
        "model": "Counting Event Frequency MovedDeadline Obligation Partial Right TimeUnit Waiver",
        "standing": "ObligationStatus",
        "status": "Basis Occurrence OccurrenceState",
    },
)
