"""A year of supervision around both halves: plans, sessions, counts, follow-up, reviews, and who may see what."""

from __future__ import annotations

from typing import TYPE_CHECKING

from supervision_core._lazily import door

if TYPE_CHECKING:
    from supervision_core.programme.audiences import (
        DISCLOSURES as DISCLOSURES,
        Audience as Audience,
        Disclosure as Disclosure,
        Visibility as Visibility,
        Withheld as Withheld,
        WithheldReason as WithheldReason,
        disclosure_of as disclosure_of,
    )
    from supervision_core.programme.following import (
        HEAD_FACTS as HEAD_FACTS,
        FollowUp as FollowUp,
        FollowUpState as FollowUpState,
        follow_up as follow_up,
        head_facts as head_facts,
    )
    from supervision_core.programme.plan import (
        Charge as Charge,
        Delegation as Delegation,
        PlanContent as PlanContent,
        SupervisionMethod as SupervisionMethod,
        SupervisionPlan as SupervisionPlan,
        charges_of as charges_of,
    )
    from supervision_core.programme.protecting import (
        publish as publish,
    )
    from supervision_core.programme.publishing import (
        PublishedTally as PublishedTally,
    )
    from supervision_core.programme.redaction import (
        redact as redact,
    )
    from supervision_core.programme.reviews import (
        Review as Review,
        ReviewKind as ReviewKind,
        ReviewLine as ReviewLine,
        ReviewSection as ReviewSection,
        basis_section as basis_section,
        compliance_section as compliance_section,
        matters_section as matters_section,
        session_section as session_section,
        tally_section as tally_section,
    )
    from supervision_core.programme.sessions import (
        AcknowledgedResult as AcknowledgedResult,
        DelegationSession as DelegationSession,
        Matter as Matter,
        MatterKind as MatterKind,
        MatterStep as MatterStep,
        StepKind as StepKind,
    )
    from supervision_core.programme.tallies import (
        CountKind as CountKind,
        Discrepancy as Discrepancy,
        Tally as Tally,
        TallyChange as TallyChange,
        change_between as change_between,
    )
    from supervision_core.programme.turns import (
        CountBy as CountBy,
        SupervisionTurn as SupervisionTurn,
        count_turns as count_turns,
        grade_labels as grade_labels,
        grade_tally as grade_tally,
        own_head_turns as own_head_turns,
    )

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
