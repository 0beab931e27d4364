"""A cap on how many may have the best grade: the share, of what it is taken, how it is rounded, what people are ordered by."""

from __future__ import annotations

from enum import Enum
from fractions import Fraction
from typing import final

import attrs

from supervision_core.citations import Citation
from supervision_core.criteria.quantities import Quantity
from supervision_core.exact import exact_or_same
from supervision_core.fields import Checks
from supervision_core.text import composed

__all__ = ["Quota", "QuotaBase", "Rounding"]


@final
class QuotaBase(Enum):
    """Of what number the share is taken, within each group; the words of the law leave it open."""

    #: Those rated exactly the grade below, as judged before the cap.
    BELOW = "below"
    #: Those rated the grade below after the cap, with the ones it lowered.
    BELOW_AFTER = "below_after"
    #: Those rated the grade below or better, as judged.
    BELOW_OR_BETTER = "below_or_better"
    #: Everyone who was rated.
    ALL = "all"


@final
class Rounding(Enum):
    """How a share that is no whole number becomes one."""

    #: Never above the share: "not over 20 %".
    DOWN = "down"
    #: The nearest whole number, halves up.
    HALF_UP = "half_up"
    #: The next whole number.
    UP = "up"

    def whole(self, share: Fraction) -> int:
        """The whole number."""
        if self is Rounding.DOWN:
            return share.__floor__()
        if self is Rounding.UP:
            return share.__ceil__()
        return (share + Fraction(1, 2)).__floor__()


@final
@attrs.frozen(kw_only=True)
class Quota:
    """At most ``share`` of a base may have ``grade``; the others get ``falls_to``."""

    #: The capped grade's code.
    grade: str = attrs.field(converter=composed)
    #: The code of the grade that the others get.
    falls_to: str = attrs.field(converter=composed)
    #: The share, from 0 to 1.
    share: Fraction = attrs.field(converter=exact_or_same)
    #: Of what the share is taken.
    base: QuotaBase = QuotaBase.BELOW
    #: How it is rounded.
    rounding: Rounding = Rounding.DOWN
    #: What those with the capped grade are ordered by, more being better; None where nothing orders them.
    order_by: Quantity | None = None
    #: Where it stands.
    citation: Citation | None = None

    def __attrs_post_init__(self) -> None:
        checks = Checks("Quota")
        checks.identifier("grade", self.grade)
        checks.identifier("falls_to", self.falls_to)
        if checks.number("share", self.share) and not 0 <= self.share <= 1:
            checks.fault("out_of_range", "share", str(self.share), "from 0 to 1")
        checks.member("base", self.base, QuotaBase)
        checks.member("rounding", self.rounding, Rounding)
        checks.optional_kind("order_by", self.order_by, Quantity, "a Quantity")
        checks.optional_kind("citation", self.citation, Citation, "a Citation")
        checks.done()

    def places(self, graded: int, below: int, rated: int) -> int:
        """How many may have the grade, given how many were judged to it, to the one below, and rated at all."""
        if self.base is QuotaBase.BELOW:
            return self.rounding.whole(self.share * below)
        if self.base is QuotaBase.BELOW_OR_BETTER:
            return self.rounding.whole(self.share * (graded + below))
        if self.base is QuotaBase.ALL:
            return self.rounding.whole(self.share * rated)
        # With x kept, the base is below + graded - x, so that x <= share * (below + graded) / (1 + share).
        return min(graded, self.rounding.whole(self.share * (graded + below) / (1 + self.share)))
