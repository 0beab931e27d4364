"""What is observed of officials, by which channel, and how it becomes facts with their sources."""

from __future__ import annotations

from typing import TYPE_CHECKING

from supervision_core._lazily import door

if TYPE_CHECKING:
    from supervision_core.evidence.channels import (
        CHANNELS as CHANNELS,
        Channel as Channel,
        Topic as Topic,
    )
    from supervision_core.evidence.claims import (
        Refusal as Refusal,
        RefusalReason as RefusalReason,
    )
    from supervision_core.evidence.comments import (
        CommentDuty as CommentDuty,
        CommentForm as CommentForm,
        CommentState as CommentState,
        FormCriterion as FormCriterion,
        FormStep as FormStep,
        ResidenceComment as ResidenceComment,
        comment_duty as comment_duty,
    )
    from supervision_core.evidence.commitments import (
        CULTIVATION_PLAN as CULTIVATION_PLAN,
        FIVE_BUILD_THREE_FIGHT as FIVE_BUILD_THREE_FIGHT,
        Commitment as Commitment,
        Head as Head,
        Progress as Progress,
        Registration as Registration,
        RegistrationCoverage as RegistrationCoverage,
        Scheme as Scheme,
        registration_coverage as registration_coverage,
    )
    from supervision_core.evidence.denunciations import (
        Handling as Handling,
        HandlingAction as HandlingAction,
        RatingNote as RatingNote,
        handling as handling,
        notes_before_rating as notes_before_rating,
    )
    from supervision_core.evidence.dossiers import (
        Dossier as Dossier,
        Evidence as Evidence,
        gather as gather,
    )
    from supervision_core.evidence.feedback import (
        Anonymity as Anonymity,
        Checked as Checked,
        Feedback as Feedback,
        FeedbackKind as FeedbackKind,
        ReplyState as ReplyState,
        reply_counts as reply_counts,
        reply_due as reply_due,
        reply_state as reply_state,
        topic_counts as topic_counts,
    )
    from supervision_core.evidence.policy import (
        WARD_WEIGHING as WARD_WEIGHING,
        StepReading as StepReading,
        WeighingPolicy as WeighingPolicy,
        WeighingRule as WeighingRule,
    )
    from supervision_core.evidence.policy_checking import (
        WeighingFinding as WeighingFinding,
        WeighingFindingKind as WeighingFindingKind,
        check_weighing as check_weighing,
    )
    from supervision_core.evidence.records import (
        Bearer as Bearer,
        ConductRelation as ConductRelation,
        ContributionRecord as ContributionRecord,
        DisciplineFinding as DisciplineFinding,
        DisciplineKind as DisciplineKind,
        DisciplineRecord as DisciplineRecord,
        MeetingRecord as MeetingRecord,
        ObligationRecord as ObligationRecord,
        Rating as Rating,
        ResidenceStatus as ResidenceStatus,
    )
    from supervision_core.evidence.time_limits import (
        TIME_LIMITS as TIME_LIMITS,
        TimeLimit as TimeLimit,
    )
    from supervision_core.evidence.vetting import (
        Post as Post,
        RegistrationFault as RegistrationFault,
        RegistrationFaultKind as RegistrationFaultKind,
        VettingPolicy as VettingPolicy,
        registration_faults as registration_faults,
        vet_registrations as vet_registrations,
    )
    from supervision_core.evidence.weighing import (
        Statement as Statement,
        Weighing as Weighing,
        explain_weighing as explain_weighing,
        weigh as weigh,
        weigh_all as weigh_all,
    )

__all__, __getattr__, __dir__ = door(
    __name__,
    globals(),
    {
        "channels": "CHANNELS Channel Topic",
        "claims": "Refusal RefusalReason",
        "comments": "CommentDuty CommentForm CommentState FormCriterion FormStep ResidenceComment comment_duty",
        "commitments": (
            "CULTIVATION_PLAN Commitment FIVE_BUILD_THREE_FIGHT Head Progress Registration RegistrationCoverage "
            "Scheme registration_coverage"
        ),
        "denunciations": "Handling HandlingAction RatingNote handling notes_before_rating",
        "dossiers": "Dossier Evidence gather",
        "feedback": ("Anonymity Checked Feedback FeedbackKind ReplyState reply_counts reply_due reply_state topic_counts"),
        "policy": "StepReading WARD_WEIGHING WeighingPolicy WeighingRule",
        "policy_checking": "WeighingFinding WeighingFindingKind check_weighing",
        "records": (
            "Bearer ConductRelation ContributionRecord DisciplineFinding DisciplineKind DisciplineRecord MeetingRecord "
            "ObligationRecord Rating ResidenceStatus"
        ),
        "time_limits": "TIME_LIMITS TimeLimit",
        "vetting": "Post RegistrationFault RegistrationFaultKind VettingPolicy registration_faults vet_registrations",
        "weighing": "Statement Weighing explain_weighing weigh weigh_all",
    },
)
