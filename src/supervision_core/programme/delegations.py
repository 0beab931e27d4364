"""A supervision delegation: its session with one subject, the results it acknowledges, what it recommends."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from typing import final

import attrs

from supervision_core.fields import Checks, as_tuple, composed_sorted
from supervision_core.obligations.obligations import Right
from supervision_core.periods import Period
from supervision_core.programme.matters import Matter, MatterKind
from supervision_core.text import Label, composed, composed_or_none, shown, veiled

__all__ = ["AcknowledgedResult", "DelegationSession"]


@final
@attrs.frozen(kw_only=True)
class AcknowledgedResult:
    """One result that a conclusion acknowledges.

    >>> from supervision_core import AcknowledgedResult, Label, Right
    >>> AcknowledgedResult(text=Label("Niêm yết các nguồn thu", "Revenue posted"), right=Right.KNOW).right.label.vi
    'dân biết'
    """

    #: What was achieved.
    text: Label
    #: The code of the obligation that it belongs to; None where it belongs to none.
    obligation: str | None = attrs.field(default=None, converter=composed_or_none)
    #: Which of the people's rights it serves; None where nobody said.
    right: Right | None = None
    #: Ids of the evidence for it, sorted.
    sources: tuple[str, ...] = attrs.field(default=(), converter=composed_sorted)

    def __attrs_post_init__(self) -> None:
        checks = Checks("AcknowledgedResult")
        checks.kind("text", self.text, Label, "a Label")
        checks.optional_identifier("obligation", self.obligation)
        if self.right is not None:
            checks.member("right", self.right, Right)
        checks.identifiers("sources", self.sources)
        checks.done()


def _results(values: Iterable[AcknowledgedResult]) -> tuple[AcknowledgedResult, ...]:
    return as_tuple(values)


def _matters(values: Iterable[Matter]) -> tuple[Matter, ...]:
    found = as_tuple(values)
    if isinstance(found, tuple) and all(isinstance(one, Matter) for one in found):
        return tuple(sorted(found, key=lambda one: one.id))
    return found


@final
@attrs.frozen(kw_only=True)
class DelegationSession:
    """One session of a delegation: under a head it supervises one subject on one content, for a time that is over or not.

    The session is held on a day, and what it looks at is ``period``: a session of June 2023 about 2022 goes by the rules
    of 2022, so ask ``compliance`` about ``period``, as of ``held_on``.

    >>> from datetime import date
    >>> from supervision_core import DelegationSession, Label, Period
    >>> session = DelegationSession(
    ...     id="GS-2023-01", head_id="front chair", member_ids=["ward chair", "lawyer"], subject_id="ward chair",
    ...     content=Label("Thực hiện dân chủ ở cơ sở năm 2022", "Grassroots democracy in 2022"),
    ...     period=Period.of_year(2022), held_on=date(2023, 6, 2),
    ... )
    >>> session.conflicts
    ('ward chair',)
    """

    #: Its id or number.
    id: str = attrs.field(converter=composed)
    #: Who leads the delegation.
    head_id: str = attrs.field(converter=composed, repr=veiled)
    #: Its other members, sorted.
    member_ids: tuple[str, ...] = attrs.field(converter=composed_sorted, repr=veiled)
    #: Whom it supervises: one person or unit.
    subject_id: str = attrs.field(converter=composed, repr=veiled)
    #: On what.
    content: Label
    #: The time that it looks at.
    period: Period
    #: The day of the session.
    held_on: date
    #: What the conclusion acknowledges, in its own order.
    results: tuple[AcknowledgedResult, ...] = attrs.field(default=(), converter=_results)
    #: What it recommends, sorted by id; each with its addressee and, where one was set, its day.
    recommendations: tuple[Matter, ...] = attrs.field(default=(), converter=_matters)

    def __attrs_post_init__(self) -> None:
        checks = Checks(f"DelegationSession {shown(self.id)}")
        for name in ("id", "head_id", "subject_id"):
            checks.identifier(name, getattr(self, name))
        checks.identifiers("member_ids", self.member_ids)
        if isinstance(self.member_ids, tuple) and self.head_id in self.member_ids:
            checks.fault("duplicate", "member_ids", self.head_id, "the other members, without the head")
        checks.kind("content", self.content, Label, "a Label")
        timed = checks.kind("period", self.period, Period, "a Period")
        timed = checks.day("held_on", self.held_on) and timed
        if timed and self.held_on < self.period.start:
            checks.fault("not_later", "held_on", self.held_on, f"no day before {self.period.start.isoformat()}")
        checks.each("results", self.results, AcknowledgedResult, "an AcknowledgedResult")
        if checks.each("recommendations", self.recommendations, Matter, "a Matter") and timed:
            self._check_recommendations(checks)
        checks.done()

    def _check_recommendations(self, checks: Checks) -> None:
        seen: set[str] = set()
        for one in self.recommendations:
            name = f"recommendations[{shown(one.id)}]"
            if one.id in seen:
                checks.fault("duplicate", name, one.id, "each recommendation once")
            seen.add(one.id)
            if one.kind is not MatterKind.RECOMMENDATION:
                checks.fault("wrong_kind", f"{name}.kind", one.kind.name, "RECOMMENDATION")
            if one.raised_on < self.held_on:
                checks.fault("not_later", f"{name}.raised_on", one.raised_on, f"no day before {self.held_on.isoformat()}")

    @property
    def conflicts(self) -> tuple[str, ...]:
        """Who supervises and is supervised at once: a conflict of interest, shown and not hidden."""
        return (self.subject_id,) if self.subject_id in {self.head_id, *self.member_ids} else ()
