"""A place for events: one occurrence of a rule before anything is counted towards it."""

from __future__ import annotations

from datetime import date
from typing import final

import attrs

from supervision_core.obligations.frequencies import Frequency
from supervision_core.obligations.obligations import Obligation
from supervision_core.obligations.occurrences import Basis
from supervision_core.periods import Period
from supervision_core.text import Label

__all__ = ["Slot"]


@final
@attrs.frozen(kw_only=True)
class Slot:
    """One occurrence before anything is counted towards it."""

    #: The rule.
    obligation: Obligation
    #: How often.
    frequency: Frequency
    #: What it is measured by.
    basis: Basis
    #: The period, cut to the days on which the rule binds.
    period: Period
    #: Whether it was cut.
    is_partial: bool
    #: When it may be done.
    window: Period
    #: Its last day before any move.
    first_due: date
    #: How much is needed.
    needed: int
    #: Whether it was waived.
    is_waived: bool = False
    #: Why it was waived or moved.
    ground: Label | None = None
