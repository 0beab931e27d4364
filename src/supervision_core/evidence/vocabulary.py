"""The codes of facts that evidence of a certain kind speaks of by itself; a rating may speak of any.

They are the only bridge to the regulations: a test holds them against what the regulations ask for.
"""

from __future__ import annotations

from typing import Final

__all__ = [
    "ATTENDS_MEETINGS",
    "COMMITMENTS_KEPT",
    "COMMITMENTS_KEPT_SHARE",
    "COMMITMENTS_REGISTERED",
    "GIVES_OPINIONS",
    "HOUSEHOLD_OBLIGATIONS",
    "LOCAL_CONTRIBUTION",
    "OWN_OBLIGATIONS",
    "VIOLATION",
]

OWN_OBLIGATIONS: Final = "civic.own_obligations"
HOUSEHOLD_OBLIGATIONS: Final = "civic.household_obligations"
LOCAL_CONTRIBUTION: Final = "civic.local_contribution"
ATTENDS_MEETINGS: Final = "residence.meetings"
GIVES_OPINIONS: Final = "residence.local_opinions"
VIOLATION: Final = "conduct.violation"
#: Whether commitments were registered for the year.
COMMITMENTS_REGISTERED: Final = "commitments.registered"
#: Whether every commitment was kept.
COMMITMENTS_KEPT: Final = "commitments.kept"
#: The kept commitments in per cent of all; shown only when all of them are settled.
COMMITMENTS_KEPT_SHARE: Final = "commitments.kept_share"
