"""A delegation's session, its results, and the matters that come of it.

A recommendation of a delegation, a matter that presses on the people, a sign of moral decline: each has an addressee,
perhaps a day by which it is due, and steps that follow. How long a reply may take no source that was read says; so
without a day nothing is ever overdue.
"""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from enum import Enum
from typing import final

import attrs

from supervision_core.obligations.model import Right
from supervision_core.values.checks import Checks, as_tuple, composed_sorted
from supervision_core.values.labels import Label
from supervision_core.values.periods import Period
from supervision_core.values.text import composed, composed_or_none, shown, veiled

__all__ = ["AcknowledgedResult", "DelegationSession", "Matter", "MatterKind", "MatterStep", "StepKind"]


@final
class MatterKind(Enum):
    """What sort of thing was put to somebody."""

    #: What a delegation or a lead unit asks for.
    RECOMMENDATION = "recommendation"
    #: What presses on the people; the head is to settle it.
    PRESSING_MATTER = "pressing_matter"
    #: A sign of moral decline; the party committee that manages the person is to handle it.
    SIGN_OF_DECLINE = "sign_of_decline"

    @property
    def label(self) -> Label:
        """What people read."""
        return _KIND_LABELS[self.value]


_KIND_LABELS = {
    "recommendation": Label("kiến nghị", "recommendation"),
    "pressing_matter": Label("vấn đề bức xúc của người dân", "matter that presses on the people"),
    "sign_of_decline": Label("biểu hiện suy thoái", "sign of moral decline"),
}


@final
@attrs.frozen(kw_only=True)
class Matter:
    """Something put to an addressee on a day, perhaps with a day by which it is due.

    >>> from datetime import date
    >>> from supervision_core import Label
    >>> from supervision_core.programme import Matter, MatterKind
    >>> more_dialogue = Matter(
    ...     id="KN-1", kind=MatterKind.RECOMMENDATION, text=Label("Tăng cường đối thoại", "More dialogue"),
    ...     addressee_id="chair of ward 17", raised_on=date(2023, 6, 2),
    ... )
    >>> Matter(
    ...     id="BH-1", kind=MatterKind.SIGN_OF_DECLINE, text=Label("Biểu hiện", "A sign"),
    ...     addressee_id="ward committee", raised_on=date(2020, 1, 1), due=date(2019, 12, 31),
    ... )
    Traceback (most recent call last):
        ...
    supervision_core.values.errors.InvalidInput: Matter 'BH-1'.due: found ..., expected no day before 2020-01-01 [not_later]
    Matter 'BH-1'.about_id: found None, expected the person whom the sign is about [missing]
    """

    #: Its id.
    id: str = attrs.field(converter=composed)
    #: What sort of thing it is.
    kind: MatterKind
    #: What it says.
    text: Label
    #: Who is to see to it.
    addressee_id: str = attrs.field(converter=composed, repr=veiled)
    #: The day on which it was put to the addressee.
    raised_on: date
    #: The last day by which it is to be settled; None where none was set.
    due: date | None = None
    #: Whom it is about; a sign of moral decline always is about somebody.
    about_id: str | None = attrs.field(default=None, converter=composed_or_none, repr=veiled)
    #: Who is competent to settle it (for a sign of decline, the committee that manages the person); None where not known.
    competent_id: str | None = attrs.field(default=None, converter=composed_or_none, repr=veiled)
    #: Ids of the evidence behind it, sorted.
    sources: tuple[str, ...] = attrs.field(default=(), converter=composed_sorted)

    def __attrs_post_init__(self) -> None:
        checks = Checks(f"Matter {shown(self.id)}")
        checks.identifier("id", self.id)
        kind_known = checks.member("kind", self.kind, MatterKind)
        checks.kind("text", self.text, Label, "a Label")
        checks.identifier("addressee_id", self.addressee_id)
        dated = checks.day("raised_on", self.raised_on)
        dated = checks.optional_day("due", self.due) and dated
        if dated and self.due is not None and self.due < self.raised_on:
            checks.fault("not_later", "due", self.due, f"no day before {self.raised_on.isoformat()}")
        checks.optional_identifier("about_id", self.about_id)
        checks.optional_identifier("competent_id", self.competent_id)
        if kind_known and self.kind is MatterKind.SIGN_OF_DECLINE and self.about_id is None:
            checks.fault("missing", "about_id", None, "the person whom the sign is about")
        checks.identifiers("sources", self.sources)
        checks.done()


@final
class StepKind(Enum):
    """What was done about a matter."""

    #: It was passed on to somebody else.
    FORWARDED = "forwarded"
    #: The addressee replied; nothing is carried out yet.
    ANSWERED = "answered"
    #: It was refused, with reasons.
    DECLINED = "declined"
    #: It was carried out or handled.
    SETTLED = "settled"
    #: It was found not to be settled after all.
    REOPENED = "reopened"

    @property
    def label(self) -> Label:
        """What people read."""
        return _STEP_LABELS[self.value]

    @property
    def ends(self) -> bool:
        """Whether the matter is at rest after it."""
        return self in {StepKind.SETTLED, StepKind.DECLINED}


_STEP_LABELS = {
    "forwarded": Label("đã chuyển", "forwarded"),
    "answered": Label("đã trả lời", "answered"),
    "declined": Label("không tiếp thu, có nêu lý do", "declined with reasons"),
    "settled": Label("đã giải quyết", "settled"),
    "reopened": Label("xem xét lại", "reopened"),
}


@final
@attrs.frozen(kw_only=True)
class MatterStep:
    """One thing that was done about a matter, on a day.

    >>> from datetime import date
    >>> from supervision_core.programme import MatterStep, StepKind
    >>> MatterStep(matter_id="BH-1", kind=StepKind.FORWARDED, on=date(2020, 2, 1), to_id="city committee").to_id
    'city committee'
    """

    #: The matter.
    matter_id: str = attrs.field(converter=composed)
    #: What was done.
    kind: StepKind
    #: The day.
    on: date
    #: To whom it was forwarded; None for every other step.
    to_id: str | None = attrs.field(default=None, converter=composed_or_none, repr=veiled)
    #: Ids of the evidence for it, sorted.
    sources: tuple[str, ...] = attrs.field(default=(), converter=composed_sorted)

    def __attrs_post_init__(self) -> None:
        checks = Checks(f"MatterStep about {shown(self.matter_id)}")
        checks.identifier("matter_id", self.matter_id)
        checks.day("on", self.on)
        checks.optional_identifier("to_id", self.to_id)
        if checks.member("kind", self.kind, StepKind) and (self.kind is StepKind.FORWARDED) != (self.to_id is not None):
            if self.to_id is None:
                checks.fault("missing", "to_id", None, "to whom it was forwarded")
            else:
                checks.fault("surplus", "to_id", self.to_id, "None, since nothing was forwarded")
        checks.identifiers("sources", self.sources)
        checks.done()


@final
@attrs.frozen(kw_only=True)
class AcknowledgedResult:
    """One result that a conclusion acknowledges.

    >>> from supervision_core import Label
    >>> from supervision_core.obligations import Right
    >>> from supervision_core.programme import AcknowledgedResult
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
    >>> from supervision_core import Label, Period
    >>> from supervision_core.programme import DelegationSession
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
