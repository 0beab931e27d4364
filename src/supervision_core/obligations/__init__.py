"""What authorities owe the people again and again: how often, what was done, and how it stands as of a day."""

from __future__ import annotations

from typing import TYPE_CHECKING

from supervision_core._lazily import door

if TYPE_CHECKING:
    from supervision_core.obligations.model import (
        Counting as Counting,
    )
    from supervision_core.obligations.model import (
        Event as Event,
    )
    from supervision_core.obligations.model import (
        Frequency as Frequency,
    )
    from supervision_core.obligations.model import (
        MovedDeadline as MovedDeadline,
    )
    from supervision_core.obligations.model import (
        Obligation as Obligation,
    )
    from supervision_core.obligations.model import (
        Partial as Partial,
    )
    from supervision_core.obligations.model import (
        Right as Right,
    )
    from supervision_core.obligations.model import (
        TimeUnit as TimeUnit,
    )
    from supervision_core.obligations.model import (
        Waiver as Waiver,
    )
    from supervision_core.obligations.report import (
        Compliance as Compliance,
    )
    from supervision_core.obligations.report import (
        compliance as compliance,
    )
    from supervision_core.obligations.status import (
        Basis as Basis,
    )
    from supervision_core.obligations.status import (
        ObligationStatus as ObligationStatus,
    )
    from supervision_core.obligations.status import (
        Occurrence as Occurrence,
    )
    from supervision_core.obligations.status import (
        OccurrenceState as OccurrenceState,
    )

__all__, __getattr__, __dir__ = door(  # noqa: PLE0605  checkers read the names above
    __name__,
    globals(),
    {
        "report": "Compliance compliance",
        "model": "Counting Event Frequency MovedDeadline Obligation Partial Right TimeUnit Waiver",
        "status": "Basis ObligationStatus Occurrence OccurrenceState",
    },
)
