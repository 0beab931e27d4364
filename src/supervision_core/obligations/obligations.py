"""A periodic obligation: what is to be done, how often by the rule and how often in practice, and from when to when."""

from __future__ import annotations

from datetime import date
from enum import Enum
from typing import final

import attrs

from supervision_core.citations import Citation
from supervision_core.fields import Checks
from supervision_core.obligations.frequencies import Frequency
from supervision_core.text import Label, composed, shown

__all__ = ["Obligation", "Right", "fact_codes"]


@final
class Right(Enum):
    """The six rights of the motto: the people know, discuss, do, check, supervise, benefit."""

    KNOW = "know"
    DISCUSS = "discuss"
    DO = "do"
    CHECK = "check"
    SUPERVISE = "supervise"
    BENEFIT = "benefit"

    @property
    def label(self) -> Label:
        """What people read."""
        return _RIGHT_LABELS[self.value]


_RIGHT_LABELS = {
    "know": Label("dân biết", "the people know"),
    "discuss": Label("dân bàn", "the people discuss"),
    "do": Label("dân làm", "the people do"),
    "check": Label("dân kiểm tra", "the people check"),
    "supervise": Label("dân giám sát", "the people supervise"),
    "benefit": Label("dân thụ hưởng", "the people benefit"),
}


@final
@attrs.frozen(kw_only=True)
class Obligation:
    """Something to be done again and again, with the rule that asks for it.

    What the rule requires and what a place practises are two things, and each is looked at by itself: a ward that holds
    monthly what the law asks for yearly has not broken the law in the month in which it did not.
    Where nobody could read how often the rule asks for it, ``required`` is None: then it is unknown whether it was kept.
    When the rule changes, there are several with the same code, one for each time in force.

    >>> from datetime import date
    >>> from supervision_core import Frequency, Label, Obligation, Right, TimeUnit
    >>> from supervision_core.citations import Citation, Instrument, InstrumentKind, Verification
    >>> law = Instrument(kind=InstrumentKind.LAW, number="10/2022/QH15", title=Label("Dân chủ ở cơ sở", "Grassroots democracy"))
    >>> conference = Obligation(
    ...     code="people_conference", label=Label("Hội nghị nhân dân", "People's conference"), right=Right.DISCUSS,
    ...     required=Frequency(times=1, per=TimeUnit.YEAR), practised=Frequency(times=1, per=TimeUnit.MONTH),
    ...     citation=Citation(instrument=law, article="33", verification=Verification.VERIFIED),
    ...     in_force_from=date(2023, 7, 1),
    ... )
    >>> conference.binds(date(2022, 12, 31))
    False
    """

    #: Its code, the same over all changes of the rule.
    code: str = attrs.field(converter=composed)
    #: What is to be done, for people.
    label: Label
    #: How often the rule asks for it; None where that could not be read.
    required: Frequency | None
    #: How often the place does it, beyond the rule or without one; None where nothing was said.
    practised: Frequency | None = None
    #: Which of the people's six rights it serves; None for a duty within the office.
    right: Right | None
    #: Where the rule stands; None where no rule was read.
    citation: Citation | None
    #: Where the practice was reported; None where nobody did.
    practice_citation: Citation | None = None
    #: The first day on which the rule is in force; None where it has none (a practice).
    in_force_from: date | None = None
    #: The first day on which the rule is no longer in force; None while it is.
    in_force_until: date | None = None
    #: Whether only what was done by the office holder counts, and nothing done by a deputy.
    no_deputy: bool = False
    #: How many days before the event it has to be announced; None where nothing is asked.
    notice_days: int | None = None

    def __attrs_post_init__(self) -> None:
        checks = Checks(f"Obligation {shown(self.code)}")
        checks.identifier("code", self.code)
        checks.kind("label", self.label, Label, "a Label")
        checks.optional_kind("required", self.required, Frequency, "a Frequency")
        checks.optional_kind("practised", self.practised, Frequency, "a Frequency")
        if self.right is not None:
            checks.member("right", self.right, Right)
        checks.optional_kind("citation", self.citation, Citation, "a Citation")
        checks.optional_kind("practice_citation", self.practice_citation, Citation, "a Citation")
        if self.required is not None and self.citation is None:
            checks.fault("missing", "citation", None, "a Citation, since something is required")
        if self.practised is None and self.practice_citation is not None:
            checks.fault("surplus", "practice_citation", self.practice_citation, "None, since nothing is practised")
        dated = checks.optional_day("in_force_from", self.in_force_from)
        dated = checks.optional_day("in_force_until", self.in_force_until) and dated
        if dated and self.in_force_until is not None and self.in_force_until <= (self.in_force_from or date.min):
            checks.fault("empty_period", "in_force_until", self.in_force_until, "a day after in_force_from")
        checks.kind("no_deputy", self.no_deputy, bool, "True or False")
        if self.notice_days is not None:
            checks.whole("notice_days", self.notice_days, at_least=0)
        checks.done()

    def binds(self, day: date) -> bool:
        """Whether the rule is in force on a day."""
        return (self.in_force_from or date.min) <= day and (self.in_force_until is None or day < self.in_force_until)

    def with_unread_past(self) -> tuple[Obligation, Obligation]:
        """The time before the rule, of which it is not known how often was asked, and the rule."""
        past = attrs.evolve(
            self,
            required=None,
            citation=None,
            no_deputy=False,
            notice_days=None,
            in_force_from=None,
            in_force_until=self.in_force_from,
        )
        return past, self

    def with_practice(self, practised: Frequency, citation: Citation | None = None) -> Obligation:
        """The same obligation of a place that does it so often; what the rule requires stays as it is."""
        return attrs.evolve(self, practised=practised, practice_citation=citation)


def fact_codes(obligation: str) -> tuple[str, str, str]:
    """The codes of the facts that ``compliance`` supplies: requirement met, occurrences missed, practice kept up.

    >>> from supervision_core.obligations.obligations import fact_codes
    >>> fact_codes("dialogue")
    ('obligation.dialogue.met', 'obligation.dialogue.missing', 'obligation.dialogue.practice_met')
    """
    return f"obligation.{obligation}.met", f"obligation.{obligation}.missing", f"obligation.{obligation}.practice_met"
