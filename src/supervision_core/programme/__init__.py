"""A year of supervision around both halves: plans, sessions, counts, follow-up, reviews, and who may see what."""

from __future__ import annotations

from typing import TYPE_CHECKING

from supervision_core._lazily import door

if TYPE_CHECKING:
    from supervision_core.programme.audiences import *
    from supervision_core.programme.following import *
    from supervision_core.programme.plan import *
    from supervision_core.programme.protecting import *
    from supervision_core.programme.publishing import *
    from supervision_core.programme.redaction import *
    from supervision_core.programme.reviews import *
    from supervision_core.programme.sessions import *
    from supervision_core.programme.tallies import *
    from supervision_core.programme.turns import *

__all__, __getattr__, __dir__ = door(
    __name__,
    globals(),
    {
        "audiences": "Audience DISCLOSURES Disclosure Visibility Withheld WithheldReason disclosure_of",
        "following": "FollowUp FollowUpState HEAD_FACTS follow_up head_facts",
        "plan": "Charge Delegation PlanContent SupervisionMethod SupervisionPlan charges_of",
        "protecting": "publish",
        "publishing": "PublishedTally",
        "redaction": "redact",
        "reviews": (
            "Review ReviewKind ReviewLine ReviewSection basis_section compliance_section matters_section "
            "session_section tally_section"
        ),
        "sessions": "AcknowledgedResult DelegationSession Matter MatterKind MatterStep StepKind",
        "tallies": "CountKind Discrepancy Tally TallyChange change_between",
        "turns": "CountBy SupervisionTurn count_turns grade_labels grade_tally own_head_turns",
    },
)
