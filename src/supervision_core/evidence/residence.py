"""The place of residence: how somebody stands to it, meetings attended, civic obligations fulfilled, contributions given."""

from __future__ import annotations

from datetime import date
from enum import Enum
from typing import final

import attrs

from supervision_core.fields import Checks
from supervision_core.text import Label, composed, shown

__all__ = ["Bearer", "ContributionRecord", "MeetingRecord", "ObligationRecord", "ResidenceStatus"]


@final
class ResidenceStatus(Enum):
    """How a working party member stands to the party organisation at the residence."""

    FULL = "full"
    REFERRED_EXEMPT = "referred_exempt"
    NOT_REFERRED = "not_referred"

    @property
    def label(self) -> Label:
        """What people read."""
        return _STATUS_LABELS[self.value]

    @property
    def is_asked_to_meetings(self) -> bool:
        """Whether attending the meetings at the residence is asked for."""
        return self is ResidenceStatus.FULL


_STATUS_LABELS = {
    "full": Label("giới thiệu và tham gia sinh hoạt", "referred, takes part"),
    "referred_exempt": Label("giới thiệu nhưng được miễn sinh hoạt", "referred, exempt from activities"),
    "not_referred": Label("miễn giới thiệu", "exempt from referral"),
}


@final
@attrs.frozen(kw_only=True, repr=False)
class MeetingRecord:
    """Whether somebody attended a meeting at the residence, and spoke; None where that was not noted."""

    #: Its id; facts name it as their source.
    id: str = attrs.field(converter=composed)
    #: Whom it is about.
    subject_id: str = attrs.field(converter=composed)
    #: The meeting; two records of one meeting are one occasion.
    meeting_id: str = attrs.field(converter=composed)
    #: When it was held.
    held_on: date
    #: Whether he or she was there.
    attended: bool | None = None
    #: Whether he or she gave an opinion for building the locality.
    gave_opinion: bool | None = None

    def __attrs_post_init__(self) -> None:
        checks = Checks(f"MeetingRecord {shown(self.id)}")
        for name in ("id", "subject_id", "meeting_id"):
            checks.identifier(name, getattr(self, name))
        checks.day("held_on", self.held_on)
        for name in ("attended", "gave_opinion"):
            checks.optional_kind(name, getattr(self, name), bool, "True or False")
        if self.attended is False and self.gave_opinion is True:
            checks.fault("contradiction", "gave_opinion", self.gave_opinion, "False or None from somebody who was not there")
        checks.done()

    def __repr__(self) -> str:
        return f"<MeetingRecord {self.id!r}>"


@final
class Bearer(Enum):
    """Whose obligation it is."""

    SELF = "self"
    HOUSEHOLD = "household"

    @property
    def label(self) -> Label:
        """What people read."""
        return _BEARER_LABELS[self.value]


_BEARER_LABELS = {"self": Label("bản thân", "own"), "household": Label("gia đình", "the household's")}


@final
@attrs.frozen(kw_only=True, repr=False)
class ObligationRecord:
    """Whether one civic obligation was fulfilled; None where that is not known yet. All of them together make the fact."""

    #: Its id; facts name it as their source.
    id: str = attrs.field(converter=composed)
    #: The official; the household's record is filed with the official, too.
    subject_id: str = attrs.field(converter=composed)
    #: Whose obligation it is.
    bearer: Bearer
    #: Which obligation, by a code of the locality's own; two records of one obligation must agree.
    obligation: str = attrs.field(converter=composed)
    #: Whether it was fulfilled.
    is_fulfilled: bool | None
    #: When that was recorded.
    recorded_on: date

    def __attrs_post_init__(self) -> None:
        checks = Checks(f"ObligationRecord {shown(self.id)}")
        for name in ("id", "subject_id", "obligation"):
            checks.identifier(name, getattr(self, name))
        checks.member("bearer", self.bearer, Bearer)
        checks.optional_kind("is_fulfilled", self.is_fulfilled, bool, "True or False")
        checks.day("recorded_on", self.recorded_on)
        checks.done()

    def __repr__(self) -> str:
        # A lapse of a family member is sensitive personal data.
        return f"<ObligationRecord {self.id!r}>"


@final
@attrs.frozen(kw_only=True, repr=False)
class ContributionRecord:
    """Something given to the locality: labour, money, time, an initiative."""

    #: Its id; facts name it as their source.
    id: str = attrs.field(converter=composed)
    #: Who gave it.
    subject_id: str = attrs.field(converter=composed)
    #: What.
    what: Label
    #: When.
    given_on: date

    def __attrs_post_init__(self) -> None:
        checks = Checks(f"ContributionRecord {shown(self.id)}")
        checks.identifier("id", self.id)
        checks.identifier("subject_id", self.subject_id)
        checks.kind("what", self.what, Label, "a Label")
        checks.day("given_on", self.given_on)
        checks.done()

    def __repr__(self) -> str:
        return f"<ContributionRecord {self.id!r}>"
