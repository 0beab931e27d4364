"""Why a lead unit may not supervise a subject, or may only visibly."""

from __future__ import annotations

from enum import Enum
from typing import Final, final

import attrs

from supervision_core.fields import Checks
from supervision_core.text import Label, composed, shown, veiled

__all__ = ["FLAG", "HARD", "Bar", "BarReason", "Severity"]


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
    "cooling_off": Label("chưa hết thời gian luân phiên", "still in the cooling-off period"),
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


#: The pair is forbidden.
HARD: Final = Severity.HARD
#: The pair is allowed, counted on the level ``flagged``, and shown.
FLAG: Final = Severity.FLAG


@final
@attrs.frozen(kw_only=True)
class Bar:
    """A pair of subject and lead unit that is forbidden, or allowed only visibly.

    A residential group has one lead unit, which also supervises its own head: that pair is flagged, not forbidden.

    >>> from supervision_core import FLAG, Bar, BarReason
    >>> Bar(subject_id="s001", lead_unit_id="front", reason=BarReason.OWN_HEAD, severity=FLAG).severity.name
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
