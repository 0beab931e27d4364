"""What is observed of officials, by which channel, and how it becomes facts with their sources."""

from __future__ import annotations

from typing import TYPE_CHECKING

from supervision_core._lazily import door

if TYPE_CHECKING:
    from supervision_core.evidence.channels import (
        CHANNELS as CHANNELS,
    )
    from supervision_core.evidence.channels import (
        Channel as Channel,
    )
    from supervision_core.evidence.channels import (
        Topic as Topic,
    )
    from supervision_core.evidence.claims import (
        Refusal as Refusal,
    )
    from supervision_core.evidence.claims import (
        RefusalReason as RefusalReason,
    )
    from supervision_core.evidence.comments import (
        CommentDuty as CommentDuty,
    )
    from supervision_core.evidence.comments import (
        CommentForm as CommentForm,
    )
    from supervision_core.evidence.comments import (
        CommentState as CommentState,
    )
    from supervision_core.evidence.comments import (
        FormCriterion as FormCriterion,
    )
    from supervision_core.evidence.comments import (
        FormStep as FormStep,
    )
    from supervision_core.evidence.comments import (
        ResidenceComment as ResidenceComment,
    )
    from supervision_core.evidence.comments import (
        comment_duty as comment_duty,
    )
    from supervision_core.evidence.commitments import (
        CULTIVATION_PLAN as CULTIVATION_PLAN,
    )
    from supervision_core.evidence.commitments import (
        FIVE_BUILD_THREE_FIGHT as FIVE_BUILD_THREE_FIGHT,
    )
    from supervision_core.evidence.commitments import (
        Commitment as Commitment,
    )
    from supervision_core.evidence.commitments import (
        Head as Head,
    )
    from supervision_core.evidence.commitments import (
        Progress as Progress,
    )
    from supervision_core.evidence.commitments import (
        Registration as Registration,
    )
    from supervision_core.evidence.commitments import (
        RegistrationCoverage as RegistrationCoverage,
    )
    from supervision_core.evidence.commitments import (
        Scheme as Scheme,
    )
    from supervision_core.evidence.commitments import (
        registration_coverage as registration_coverage,
    )
    from supervision_core.evidence.dossiers import (
        Dossier as Dossier,
    )
    from supervision_core.evidence.dossiers import (
        Evidence as Evidence,
    )
    from supervision_core.evidence.dossiers import (
        gather as gather,
    )
    from supervision_core.evidence.feedback import (
        Anonymity as Anonymity,
    )
    from supervision_core.evidence.feedback import (
        Checked as Checked,
    )
    from supervision_core.evidence.feedback import (
        Feedback as Feedback,
    )
    from supervision_core.evidence.feedback import (
        FeedbackKind as FeedbackKind,
    )
    from supervision_core.evidence.feedback import (
        Handling as Handling,
    )
    from supervision_core.evidence.feedback import (
        HandlingAction as HandlingAction,
    )
    from supervision_core.evidence.feedback import (
        ReplyState as ReplyState,
    )
    from supervision_core.evidence.feedback import (
        handling as handling,
    )
    from supervision_core.evidence.feedback import (
        reply_counts as reply_counts,
    )
    from supervision_core.evidence.feedback import (
        reply_due as reply_due,
    )
    from supervision_core.evidence.feedback import (
        reply_state as reply_state,
    )
    from supervision_core.evidence.feedback import (
        topic_counts as topic_counts,
    )
    from supervision_core.evidence.policy import (
        WARD_WEIGHING as WARD_WEIGHING,
    )
    from supervision_core.evidence.policy import (
        StepReading as StepReading,
    )
    from supervision_core.evidence.policy import (
        WeighingPolicy as WeighingPolicy,
    )
    from supervision_core.evidence.policy import (
        WeighingRule as WeighingRule,
    )
    from supervision_core.evidence.policy_checking import (
        WeighingFinding as WeighingFinding,
    )
    from supervision_core.evidence.policy_checking import (
        WeighingFindingKind as WeighingFindingKind,
    )
    from supervision_core.evidence.policy_checking import (
        check_weighing as check_weighing,
    )
    from supervision_core.evidence.records import (
        Bearer as Bearer,
    )
    from supervision_core.evidence.records import (
        ContributionRecord as ContributionRecord,
    )
    from supervision_core.evidence.records import (
        DisciplineFinding as DisciplineFinding,
    )
    from supervision_core.evidence.records import (
        DisciplineRecord as DisciplineRecord,
    )
    from supervision_core.evidence.records import (
        MeetingRecord as MeetingRecord,
    )
    from supervision_core.evidence.records import (
        ObligationRecord as ObligationRecord,
    )
    from supervision_core.evidence.records import (
        Rating as Rating,
    )
    from supervision_core.evidence.records import (
        ResidenceStatus as ResidenceStatus,
    )
    from supervision_core.evidence.vetting import (
        Post as Post,
    )
    from supervision_core.evidence.vetting import (
        RegistrationFault as RegistrationFault,
    )
    from supervision_core.evidence.vetting import (
        RegistrationFaultKind as RegistrationFaultKind,
    )
    from supervision_core.evidence.vetting import (
        VettingPolicy as VettingPolicy,
    )
    from supervision_core.evidence.vetting import (
        registration_faults as registration_faults,
    )
    from supervision_core.evidence.weighing import (
        Statement as Statement,
    )
    from supervision_core.evidence.weighing import (
        Weighing as Weighing,
    )
    from supervision_core.evidence.weighing import (
        explain_weighing as explain_weighing,
    )
    from supervision_core.evidence.weighing import (
        weigh as weigh,
    )
    from supervision_core.evidence.weighing import (
        weigh_all as weigh_all,
    )

__all__, __getattr__, __dir__ = door(  # noqa: PLE0605  checkers read the names above
    __name__,
    globals(),
    {
        "channels": "CHANNELS Channel Topic",
        "claims": "Refusal RefusalReason",
        "comments": "CommentDuty CommentForm CommentState FormCriterion FormStep ResidenceComment comment_duty",
        "commitments": "CULTIVATION_PLAN Commitment FIVE_BUILD_THREE_FIGHT Head Progress Registration RegistrationCoverage Scheme registration_coverage",
        "dossiers": "Dossier Evidence gather",
        "feedback": "Anonymity Checked Feedback FeedbackKind Handling HandlingAction ReplyState handling reply_counts reply_due reply_state topic_counts",
        "policy": "StepReading WARD_WEIGHING WeighingPolicy WeighingRule",
        "policy_checking": "WeighingFinding WeighingFindingKind check_weighing",
        "records": "Bearer ContributionRecord DisciplineFinding DisciplineRecord MeetingRecord ObligationRecord Rating ResidenceStatus",
        "vetting": "Post RegistrationFault RegistrationFaultKind VettingPolicy registration_faults",
        "weighing": "Statement Weighing explain_weighing weigh weigh_all",
    },
)
