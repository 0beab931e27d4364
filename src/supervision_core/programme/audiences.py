"""Who looks at a value, how much of it is shown, and what stands in its place where it is not."""

from __future__ import annotations

from enum import Enum
from typing import final

import attrs

from supervision_core.citations import Citation
from supervision_core.fields import Checks
from supervision_core.text import Label, Language, composed

__all__ = ["Audience", "Disclosure", "Shown", "Withheld", "WithheldReason"]


@final
class Audience(Enum):
    """Who looks at a value: the public least of all, the receiving unit at everything, the others in between."""

    PUBLIC = "public"
    OFFICIAL = "official"
    LEAD_UNIT = "lead_unit"
    PARTY_COMMITTEE = "party_committee"
    RECEIVING_UNIT = "receiving_unit"

    @property
    def label(self) -> Label:
        """What people read."""
        return _AUDIENCE_LABELS[self.value]


_AUDIENCE_LABELS = {
    "public": Label("Nhân dân", "the public"),
    "official": Label("cán bộ được giám sát", "the official concerned"),
    "lead_unit": Label("đơn vị đầu mối", "the lead unit"),
    "party_committee": Label("cấp ủy", "the party committee"),
    "receiving_unit": Label("nơi tiếp nhận", "the unit that received it"),
}


@final
class Shown(Enum):
    """How much an audience sees of a kind of value.

    Whole; sealed, that is with protected parts removed or replaced; published, that is sealed and with small counts kept
    back; or nothing.
    """

    WHOLE = "whole"
    SEALED = "sealed"
    PUBLISHED = "published"
    NOTHING = "nothing"

    @property
    def label(self) -> Label:
        """What people read."""
        return _SHOWN_LABELS[self.value]


_SHOWN_LABELS = {
    "whole": Label("toàn bộ", "all of it"),
    "sealed": Label("đã che phần được bảo vệ", "with protected parts sealed"),
    "published": Label("bản công khai, không nêu số nhỏ", "as published, small counts kept back"),
    "nothing": Label("không cung cấp", "nothing"),
}


def _kinds(values: tuple[str, ...]) -> tuple[str, ...]:
    return tuple(sorted(values))


@final
@attrs.frozen(kw_only=True)
class Disclosure:
    """One row of the table of disclosures: what each audience sees of some kinds of values, and where that is from.

    The receiving unit sees every kind whole.
    """

    #: What these kinds of values are.
    label: Label
    #: The names of their classes, sorted.
    kinds: tuple[str, ...] = attrs.field(converter=_kinds)
    #: What the official concerned sees.
    official: Shown
    #: What the lead unit sees.
    lead_unit: Shown
    #: What the party committee sees.
    party_committee: Shown
    #: What the public sees.
    public: Shown
    #: Why; the rule where one was read, otherwise the choice that was made.
    why: Label
    #: The provisions behind it; empty where it is a choice.
    citations: tuple[Citation, ...] = ()

    def shown(self, audience: Audience) -> Shown:
        """What an audience sees of these kinds.

        >>> from supervision_core import Audience, disclosure_of
        >>> disclosure_of("Dossier").shown(Audience.PUBLIC).value
        'nothing'
        """
        by_audience = {
            Audience.OFFICIAL: self.official,
            Audience.LEAD_UNIT: self.lead_unit,
            Audience.PARTY_COMMITTEE: self.party_committee,
            Audience.PUBLIC: self.public,
            Audience.RECEIVING_UNIT: Shown.WHOLE,
        }
        return by_audience[audience]


@final
class WithheldReason(Enum):
    """Why nothing is shown."""

    NOT_FOR_AUDIENCE = "not_for_audience"
    ABOUT_OTHERS = "about_others"
    WHOSE_NOT_SAID = "whose_not_said"

    @property
    def label(self) -> Label:
        """What people read."""
        return _REASON_LABELS[self.value]


_REASON_LABELS = {
    "not_for_audience": Label("không cung cấp cho đối tượng này", "it is not for this audience"),
    "about_others": Label("thông tin về người khác", "it is about other people"),
    "whose_not_said": Label(
        "thông tin về nhiều người, chưa nêu ai thuộc phạm vi được xem",
        "it is about several people, and whose may be seen was not said",
    ),
}


@final
@attrs.frozen(kw_only=True)
class Withheld:
    """What stands in the place of a value that an audience may not see.

    >>> import supervision_core as sc
    >>> withheld = sc.redact(sc.Facts.of({"civic.standing": True}), sc.Audience.PUBLIC)
    >>> print(withheld.sentence("vi"))
    Facts: không cung cấp cho đối tượng này (Nhân dân)
    """

    #: The name of the class of the value.
    kind: str = attrs.field(converter=composed)
    #: Who asked.
    audience: Audience
    #: Why nothing is shown.
    reason: WithheldReason

    def __attrs_post_init__(self) -> None:
        checks = Checks("Withheld")
        checks.identifier("kind", self.kind)
        checks.member("audience", self.audience, Audience)
        checks.member("reason", self.reason, WithheldReason)
        checks.done()

    def sentence(self, lang: Language) -> str:
        """The refusal for people."""
        return f"{self.kind}: {self.reason.label.text(lang)} ({self.audience.label.text(lang)})"
