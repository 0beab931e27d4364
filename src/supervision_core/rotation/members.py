"""Who and what a roster is made of: subjects, lead units, and the bars between them."""

from __future__ import annotations

from enum import Enum
from typing import Final, final

import attrs

from supervision_core.values.checks import Checks
from supervision_core.values.exact import whole_or_none, whole_or_same
from supervision_core.values.labels import Label
from supervision_core.values.text import composed, composed_or_none, identifier_fault, shown, veiled

__all__ = [
    "Bar",
    "BarReason",
    "LeadUnit",
    "LeadUnitKind",
    "Severity",
    "Subject",
]


#: Shares and loads are at most this; it bounds the work that one hostile number can cause.
LARGEST_NUMBER = 10**12


@final
class BarReason(Enum):
    """The ground on which a pair of subject and lead unit is barred."""

    #: The subject heads the lead unit.
    OWN_HEAD = "own_head"
    #: The subject is a member of the lead unit.
    OWN_MEMBER = "own_member"
    #: The subject is kin of the lead unit's head or member.
    KIN = "kin"
    #: A conflict of interest that was declared.
    DECLARED_CONFLICT = "declared_conflict"
    #: Nobody has said yet whether there is a conflict of interest.
    UNDECLARED_CONFLICT = "undeclared_conflict"
    #: The subject is outside the lead unit's tier or area.
    JURISDICTION = "jurisdiction"
    #: The plan's makers excluded the pair.
    EXCLUDED = "excluded"
    #: The lead unit had the subject too recently; made by the planner where repeats are forbidden.
    COOLING_OFF = "cooling_off"
    #: The subject is pinned to another lead unit; made by the planner.
    PINNED_ELSEWHERE = "pinned_elsewhere"

    @property
    def label(self) -> Label:
        """What people read."""
        return _REASON_LABELS[self.value]


_REASON_LABELS = {
    "own_head": Label("đối tượng là người đứng đầu đầu mối", "the subject heads the lead unit"),
    "own_member": Label("đối tượng là thành viên đầu mối", "the subject is a member of the lead unit"),
    "kin": Label("quan hệ thân thích", "kinship"),
    "declared_conflict": Label("xung đột lợi ích đã khai báo", "a declared conflict of interest"),
    "undeclared_conflict": Label("chưa khai báo xung đột lợi ích", "conflict of interest not yet declared"),
    "jurisdiction": Label("ngoài phạm vi giám sát", "outside the lead unit's jurisdiction"),
    "excluded": Label("bị loại trừ trong kế hoạch", "excluded by the plan"),
    "cooling_off": Label("chưa hết thời gian giãn cách", "still in the cooling-off period"),
    "pinned_elsewhere": Label("đã ấn định cho đầu mối khác", "pinned to another lead unit"),
}
#: Reasons that only the planner gives.
PLANNERS_OWN: Final = frozenset({BarReason.COOLING_OFF, BarReason.PINNED_ELSEWHERE})
#: What may close a pair and be lifted, the softest first; a repair never lifts kinship or a unit's own head or member.
SOFTEST_FIRST: Final = (
    BarReason.COOLING_OFF,
    BarReason.PINNED_ELSEWHERE,
    BarReason.EXCLUDED,
    BarReason.JURISDICTION,
    BarReason.UNDECLARED_CONFLICT,
    BarReason.DECLARED_CONFLICT,
)


@final
class Severity(Enum):
    """What a bar does: HARD forbids the pair; FLAG allows it, counts it and shows it in the plan."""

    HARD = "hard"
    FLAG = "flag"


@final
@attrs.frozen(kw_only=True)
class Bar:
    """A pair of subject and lead unit that is forbidden, or allowed only visibly.

    A residential group has one lead unit, which also supervises its own head: that pair is flagged, not forbidden.

    >>> from supervision_core import Bar, BarReason, Severity
    >>> Bar(subject_id="s001", lead_unit_id="front", reason=BarReason.OWN_HEAD, severity=Severity.FLAG).severity.name
    'FLAG'
    """

    #: The subject.
    subject_id: str = attrs.field(converter=composed, repr=veiled)
    #: The lead unit.
    lead_unit_id: str = attrs.field(converter=composed)
    #: The ground.
    reason: BarReason
    #: Whether it forbids or flags.
    severity: Severity = Severity.HARD

    def __attrs_post_init__(self) -> None:
        checks = Checks(f"Bar ({shown(self.subject_id)}, {shown(self.lead_unit_id)})")
        checks.identifier("subject_id", self.subject_id)
        checks.identifier("lead_unit_id", self.lead_unit_id)
        if checks.member("reason", self.reason, BarReason) and self.reason in PLANNERS_OWN:
            checks.fault(
                "planners_own", "reason", self.reason.name, "a reason that a bar may have; this one only the planner gives"
            )
        checks.member("severity", self.severity, Severity)
        checks.done()


@final
@attrs.frozen(kw_only=True)
class Subject:
    """An official or a unit that is supervised.

    >>> from supervision_core import Subject
    >>> Subject(id="s001").id
    's001'
    """

    #: Its id; plans speak of subjects by it alone.
    id: str = attrs.field(converter=composed, repr=veiled)
    #: A name for people; no decision looks at it.
    label: Label | None = attrs.field(default=None, repr=veiled)
    #: The tier it belongs to, such as a province or commune.
    tier: str | None = attrs.field(default=None, converter=composed_or_none)
    #: The area it belongs to.
    area: str | None = attrs.field(default=None, converter=composed_or_none)
    #: The unit that a person works in; the id of a subject where that unit is supervised too.
    unit: str | None = attrs.field(default=None, converter=composed_or_none)

    def __attrs_post_init__(self) -> None:
        said = (self.tier, self.area, self.unit, self.label)
        if said == (None, None, None, None) and identifier_fault(self.id) is None:
            return  # the usual subject, and a country has millions of them
        checks = Checks(f"Subject {shown(self.id)}")
        checks.identifier("id", self.id)
        checks.optional_kind("label", self.label, Label, "a Label")
        for name in ("tier", "area", "unit"):
            checks.optional_identifier(name, getattr(self, name))
        checks.done()


@final
class LeadUnitKind(Enum):
    """Whether an organisation may lead supervision: the Front leads, others by agreement or law, and the rest take part.

    Source: Luật Mặt trận Tổ quốc Việt Nam 75/2015/QH13, Article 26.3, as amended by 97/2025/QH15.
    """

    #: The Front itself.
    LEADS = "leads"
    #: A socio-political organisation that has agreed it with the Front, or leads by law.
    LEADS_BY_AGREEMENT = "leads_by_agreement"
    #: A socio-political organisation whose agreement with the Front is still missing.
    NOT_AGREED = "not_agreed"
    #: Another member organisation, which only takes part in what others lead.
    COORDINATES = "coordinates"

    @property
    def label(self) -> Label:
        """What people read."""
        return _KIND_LABELS[self.value]


_KIND_LABELS = {
    "leads": Label("chủ trì giám sát", "leads supervision"),
    "leads_by_agreement": Label(
        "chủ trì giám sát sau khi thống nhất với Mặt trận", "leads supervision by agreement with the Front"
    ),
    "not_agreed": Label("chưa thống nhất với Mặt trận về việc chủ trì", "not yet agreed with the Front that it leads"),
    "coordinates": Label("chỉ phối hợp giám sát", "only takes part in supervision"),
}


@final
@attrs.frozen(kw_only=True)
class LeadUnit:
    """An organisation that leads the supervision of the subjects given to it.

    ``share`` says what part of the subjects it should have against the other shares; loads are kept within
    ``min_load`` and ``max_load`` (both inclusive, None for no maximum). A share of 0 aims at no subjects.

    >>> from supervision_core import LeadUnit
    >>> LeadUnit(id="front", share=212).max_load is None
    True
    """

    #: Its id.
    id: str = attrs.field(converter=composed)
    #: A name for people.
    label: Label | None = None
    #: Its part of the subjects against the other lead units' shares; a whole number from 0.
    share: int = attrs.field(default=1, converter=whole_or_same)
    #: The fewest subjects it must have.
    min_load: int = attrs.field(default=0, converter=whole_or_same)
    #: The most subjects it may have; None for no limit.
    max_load: int | None = attrs.field(default=None, converter=whole_or_none)
    #: The tier it supervises.
    tier: str | None = attrs.field(default=None, converter=composed_or_none)
    #: The area it supervises.
    area: str | None = attrs.field(default=None, converter=composed_or_none)
    #: Whether it may lead at all; None where that is not said, and then nothing is made of it.
    kind: LeadUnitKind | None = None
    #: The first year it takes part; None for always. It is not owed the rests of years before. A lead unit that came out of
    #: a split takes part from the year of that reform at the earliest.
    since: int | None = attrs.field(default=None, converter=whole_or_none)

    def __attrs_post_init__(self) -> None:
        checks = Checks(f"LeadUnit {shown(self.id)}")
        checks.identifier("id", self.id)
        checks.optional_kind("label", self.label, Label, "a Label")
        checks.whole("share", self.share, at_least=0, at_most=LARGEST_NUMBER)
        least = checks.whole("min_load", self.min_load, at_least=0, at_most=LARGEST_NUMBER)
        if self.max_load is not None:
            most = checks.whole("max_load", self.max_load, at_least=0, at_most=LARGEST_NUMBER)
            if least and most and self.min_load > self.max_load:
                checks.fault("empty_range", "min_load", self.min_load, f"at most max_load, {self.max_load}")
        checks.optional_identifier("tier", self.tier)
        checks.optional_identifier("area", self.area)
        checks.optional_kind("kind", self.kind, LeadUnitKind, "a LeadUnitKind")
        if self.since is not None:
            checks.whole("since", self.since, at_least=1, at_most=9999)
        checks.done()
