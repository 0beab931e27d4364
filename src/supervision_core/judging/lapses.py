"""What was found wrong with a person or a unit, how grave it is, and what measures there are."""

from __future__ import annotations

from datetime import date
from enum import Enum
from typing import final

import attrs

from supervision_core.fact import FactState
from supervision_core.fields import Checks, composed_sorted
from supervision_core.text import Label, composed, composed_or_none, shown

__all__ = ["Gravity", "Lapse", "LapseKind", "MeasureStep"]


@final
class MeasureStep(Enum):
    """What may be proposed, the mildest first."""

    REMIND = "remind"
    CORRECT = "correct"
    CONSIDER_DISCIPLINE = "consider_discipline"

    @property
    def label(self) -> Label:
        """What people read."""
        return _STEP_LABELS[self.value]

    @property
    def place(self) -> int:
        """Its place, 0 being the mildest."""
        return list(MeasureStep).index(self)


_STEP_LABELS = {
    "remind": Label("nhắc nhở", "remind"),
    "correct": Label("chấn chỉnh", "correct"),
    "consider_discipline": Label("xem xét kỷ luật", "consider discipline"),
}


@final
class Gravity(Enum):
    """How grave a lapse is, the least grave first: an ordinal scale, no points."""

    MINOR = "minor"
    SERIOUS = "serious"
    GRAVE = "grave"

    @property
    def label(self) -> Label:
        """What people read."""
        return _GRAVITY_LABELS[self.value]

    @property
    def place(self) -> int:
        """Its place, 0 being the least grave."""
        return list(Gravity).index(self)


_GRAVITY_LABELS = {
    "minor": Label("ít nghiêm trọng", "minor"),
    "serious": Label("nghiêm trọng", "serious"),
    "grave": Label("rất nghiêm trọng", "grave"),
}


@final
class LapseKind(Enum):
    """What sort of thing went wrong."""

    DUTY = "duty"
    CONDUCT = "conduct"
    INTERNAL_RULES = "internal_rules"
    LAW = "law"
    MORAL_DECLINE = "moral_decline"

    @property
    def label(self) -> Label:
        """What people read."""
        return _KIND_LABELS[self.value]


_KIND_LABELS = {
    "duty": Label("thực hiện nhiệm vụ", "performance of duty"),
    "conduct": Label("thái độ giao tiếp, ứng xử", "manner of communication and conduct"),
    "internal_rules": Label("nội quy, quy chế cơ quan", "internal rules"),
    "law": Label("vi phạm pháp luật", "breach of the law"),
    "moral_decline": Label("biểu hiện suy thoái đạo đức, lối sống", "signs of decline in morals and lifestyle"),
}


@final
@attrs.frozen(kw_only=True, repr=False)
class Lapse:
    """One thing found wrong, with the evidence behind it: of a person, of a unit, or of a person in a unit.

    A lapse that is contested or not shown is kept in view and never counts.

    >>> from datetime import date
    >>> from supervision_core import Label, Lapse
    >>> Lapse(
    ...     id="sp-1", person_id="o1", unit_id="desk", found_on=date(2014, 3, 4), sources=["fb-1"],
    ...     about=Label("Trễ hẹn ba hồ sơ", "Three files late"),
    ... )
    <Lapse 'sp-1': minor, duty>
    """

    #: Its id.
    id: str = attrs.field(converter=composed)
    #: The person; None where it is the unit's alone.
    person_id: str | None = attrs.field(default=None, converter=composed_or_none)
    #: The unit; None where it is the person's alone.
    unit_id: str | None = attrs.field(default=None, converter=composed_or_none)
    #: When it was found.
    found_on: date
    #: What sort of thing it is.
    kind: LapseKind = LapseKind.DUTY
    #: How grave it is.
    gravity: Gravity = Gravity.MINOR
    #: What it is.
    about: Label
    #: The evidence behind it, sorted; at least one.
    sources: tuple[str, ...] = attrs.field(converter=composed_sorted)
    #: How it stands, as a fact does.
    state: FactState = FactState.FOUND

    def __attrs_post_init__(self) -> None:
        checks = Checks(f"Lapse {shown(self.id)}")
        checks.identifier("id", self.id)
        checks.optional_identifier("person_id", self.person_id)
        checks.optional_identifier("unit_id", self.unit_id)
        if self.person_id is None and self.unit_id is None:
            checks.fault("nobody", "person_id", None, "a person, a unit, or both")
        checks.day("found_on", self.found_on)
        checks.member("kind", self.kind, LapseKind)
        checks.member("gravity", self.gravity, Gravity)
        checks.kind("about", self.about, Label, "a Label")
        checks.identifiers("sources", self.sources)
        if self.sources == ():
            checks.fault("missing", "sources", (), "the evidence behind it")
        if checks.member("state", self.state, FactState) and self.state is FactState.NOT_APPLICABLE:
            checks.fault("contradiction", "state", self.state, "FOUND, CONTESTED or NOT_SHOWN")
        checks.done()

    def __repr__(self) -> str:
        # Breaches of the law are sensitive personal data; a log line shows neither whose it is nor what it is.
        return f"<Lapse {self.id!r}: {self.gravity.value}, {self.kind.value}>"
