"""What is observed of officials, by which channel, and how it becomes facts with their sources."""

from __future__ import annotations

from typing import TYPE_CHECKING

from supervision_core._lazily import door

if TYPE_CHECKING:
    from supervision_core.evidence.channels import *
    from supervision_core.evidence.claims import *
    from supervision_core.evidence.comments import *
    from supervision_core.evidence.commitments import *
    from supervision_core.evidence.denunciations import *
    from supervision_core.evidence.dossiers import *
    from supervision_core.evidence.feedback import *
    from supervision_core.evidence.policy import *
    from supervision_core.evidence.policy_checking import *
    from supervision_core.evidence.records import *
    from supervision_core.evidence.time_limits import *
    from supervision_core.evidence.vetting import *
    from supervision_core.evidence.weighing import *

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
