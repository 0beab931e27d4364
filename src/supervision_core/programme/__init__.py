"""A year of supervision around both halves: plans, sessions, counts, follow-up, reviews, and who may see what."""

from __future__ import annotations

from typing import TYPE_CHECKING

from supervision_core._lazily import door

if TYPE_CHECKING:
    from supervision_core.programme.audiences import (
        DISCLOSURES as DISCLOSURES,
    )
    from supervision_core.programme.audiences import (
        Audience as Audience,
    )
    from supervision_core.programme.audiences import (
        Disclosure as Disclosure,
    )
    from supervision_core.programme.audiences import (
        Visibility as Visibility,
    )
    from supervision_core.programme.audiences import (
        Withheld as Withheld,
    )
    from supervision_core.programme.audiences import (
        WithheldReason as WithheldReason,
    )
    from supervision_core.programme.audiences import (
        disclosure_of as disclosure_of,
    )
    from supervision_core.programme.following import (
        HEAD_FACTS as HEAD_FACTS,
    )
    from supervision_core.programme.following import (
        FollowUp as FollowUp,
    )
    from supervision_core.programme.following import (
        FollowUpState as FollowUpState,
    )
    from supervision_core.programme.following import (
        follow_up as follow_up,
    )
    from supervision_core.programme.following import (
        head_facts as head_facts,
    )
    from supervision_core.programme.plan import (
        Charge as Charge,
    )
    from supervision_core.programme.plan import (
        Delegation as Delegation,
    )
    from supervision_core.programme.plan import (
        PlanContent as PlanContent,
    )
    from supervision_core.programme.plan import (
        SupervisionMethod as SupervisionMethod,
    )
    from supervision_core.programme.plan import (
        SupervisionPlan as SupervisionPlan,
    )
    from supervision_core.programme.plan import (
        charges_of as charges_of,
    )
    from supervision_core.programme.publishing import (
        PublishedTally as PublishedTally,
    )
    from supervision_core.programme.publishing import (
        publish as publish,
    )
    from supervision_core.programme.redaction import (
        redact as redact,
    )
    from supervision_core.programme.reviews import (
        Review as Review,
    )
    from supervision_core.programme.reviews import (
        ReviewKind as ReviewKind,
    )
    from supervision_core.programme.reviews import (
        ReviewLine as ReviewLine,
    )
    from supervision_core.programme.reviews import (
        ReviewSection as ReviewSection,
    )
    from supervision_core.programme.reviews import (
        basis_section as basis_section,
    )
    from supervision_core.programme.reviews import (
        compliance_section as compliance_section,
    )
    from supervision_core.programme.reviews import (
        matters_section as matters_section,
    )
    from supervision_core.programme.reviews import (
        session_section as session_section,
    )
    from supervision_core.programme.reviews import (
        tally_section as tally_section,
    )
    from supervision_core.programme.sessions import (
        AcknowledgedResult as AcknowledgedResult,
    )
    from supervision_core.programme.sessions import (
        DelegationSession as DelegationSession,
    )
    from supervision_core.programme.sessions import (
        Matter as Matter,
    )
    from supervision_core.programme.sessions import (
        MatterKind as MatterKind,
    )
    from supervision_core.programme.sessions import (
        MatterStep as MatterStep,
    )
    from supervision_core.programme.sessions import (
        StepKind as StepKind,
    )
    from supervision_core.programme.tallies import (
        CountKind as CountKind,
    )
    from supervision_core.programme.tallies import (
        Discrepancy as Discrepancy,
    )
    from supervision_core.programme.tallies import (
        Tally as Tally,
    )
    from supervision_core.programme.tallies import (
        TallyChange as TallyChange,
    )
    from supervision_core.programme.tallies import (
        change_between as change_between,
    )
    from supervision_core.programme.turns import (
        CountBy as CountBy,
    )
    from supervision_core.programme.turns import (
        SupervisionTurn as SupervisionTurn,
    )
    from supervision_core.programme.turns import (
        count_turns as count_turns,
    )
    from supervision_core.programme.turns import (
        grade_labels as grade_labels,
    )
    from supervision_core.programme.turns import (
        grade_tally as grade_tally,
    )
    from supervision_core.programme.turns import (
        own_head_turns as own_head_turns,
    )

__all__, __getattr__, __dir__ = door(  # noqa: PLE0605  checkers read the names above
    __name__,
    globals(),
    {
        "audiences": "Audience DISCLOSURES Disclosure Visibility Withheld WithheldReason disclosure_of",
        "following": "FollowUp FollowUpState HEAD_FACTS follow_up head_facts",
        "plan": "Charge Delegation PlanContent SupervisionMethod SupervisionPlan charges_of",
        "publishing": "PublishedTally publish",
        "redaction": "redact",
        "reviews": "Review ReviewKind ReviewLine ReviewSection basis_section compliance_section matters_section session_section tally_section",
        "sessions": "AcknowledgedResult DelegationSession Matter MatterKind MatterStep StepKind",
        "tallies": "CountKind Discrepancy Tally TallyChange change_between",
        "turns": "CountBy SupervisionTurn count_turns grade_labels grade_tally own_head_turns",
    },
)
