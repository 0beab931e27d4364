"""What was put to somebody who must see to it, and how far it has got as of a day.

A recommendation of a delegation, a matter that presses on the people, a sign of moral decline: each has an addressee,
perhaps a day by which it is due, and steps that follow. How long a reply may take no source that was read says; so
without a day nothing is ever overdue.
"""

from __future__ import annotations

from datetime import date
from enum import Enum
from typing import final

import attrs

from supervision_core.fields import Checks, composed_sorted
from supervision_core.text import Label, composed, composed_or_none, shown, veiled

__all__ = ["Matter", "MatterKind", "MatterStep", "StepKind"]


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
    >>> from supervision_core import Label, Matter, MatterKind
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
    supervision_core.errors.InvalidInput: Matter 'BH-1'.due: found ..., expected no day before 2020-01-01 [not_later]
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
    >>> from supervision_core import MatterStep, StepKind
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
