"""The members of the library's choices, where a fault lists them: by their names in a program, or by their English labels."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from enum import Enum
from functools import cache
from typing import Final

from supervision_core.criteria.tables import FindingKind
from supervision_core.evidence.channels import CHANNELS, TOPICS
from supervision_core.evidence.claims import RefusalReason
from supervision_core.evidence.comments import CommentState
from supervision_core.evidence.denunciations import HandlingAction
from supervision_core.evidence.feedback import Anonymity, Checked, FeedbackKind, ReplyState
from supervision_core.evidence.policy_checking import WeighingFindingKind
from supervision_core.evidence.records import Bearer, ConductRelation, DisciplineFinding, DisciplineKind, ResidenceStatus
from supervision_core.evidence.vetting import RegistrationFaultKind
from supervision_core.judging.decisions import DecisionGround
from supervision_core.judging.petitions import ReopeningVoice, SecondLook
from supervision_core.judging.sanctions import Gravity, LapseKind, SanctionStep
from supervision_core.judging.yearly import PeriodState
from supervision_core.obligations.model import Counting, Partial, Right, TimeUnit
from supervision_core.obligations.status import Basis, OccurrenceState
from supervision_core.programme.audiences import Audience, Visibility, WithheldReason
from supervision_core.programme.following import FollowUpState
from supervision_core.programme.plan import SupervisionMethod
from supervision_core.programme.reviews import ReviewKind
from supervision_core.programme.sessions import MatterKind, StepKind
from supervision_core.programme.tallies import CountKind
from supervision_core.programme.turns import CountBy
from supervision_core.regulations import VOCABULARY
from supervision_core.rotation.comparing_ids import Likeness
from supervision_core.rotation.horizon import Claim
from supervision_core.rotation.members import BarReason, LeadUnitKind, Severity
from supervision_core.rotation.moves import ChangeKind, MoveReason
from supervision_core.values.citations import InstrumentKind, Verification
from supervision_core.values.facts import FactState
from supervision_core.values.labels import Label
from supervision_core.values.verdicts import Verdict

__all__: list[str] = []

_CHOICES: Final[tuple[type[Enum], ...]] = (
    Anonymity, Audience, BarReason, Basis, Bearer, ChangeKind, Checked, Claim, CommentState, ConductRelation, CountBy,
    CountKind, Counting, DecisionGround, DisciplineFinding, DisciplineKind, FactState, FeedbackKind, FindingKind,
    FollowUpState, Gravity, HandlingAction, InstrumentKind, LapseKind, LeadUnitKind, Likeness, MatterKind, MoveReason,
    OccurrenceState, Partial, PeriodState, RefusalReason, RegistrationFaultKind, ReopeningVoice, ReplyState, ResidenceStatus,
    ReviewKind, Right, SanctionStep, SecondLook, Severity, StepKind, SupervisionMethod, TimeUnit, Verdict, Verification,
    Visibility, WeighingFindingKind, WithheldReason,
)  # fmt: skip


@cache
def choice_words() -> Mapping[str, Label]:
    """Each choice's label, by ``Class.MEMBER``, by the member's name alone, and by its English label."""
    found = {key: label for keys, label in _labelled() for key in keys}
    return found | {one.label.en: one.label for shelf in (CHANNELS, TOPICS, VOCABULARY) for one in shelf.values()}


def _labelled() -> Iterator[tuple[tuple[str, ...], Label]]:
    for kind in _CHOICES:
        for member in kind:
            label = getattr(member, "label", None)
            if isinstance(label, Label):
                yield (f"{kind.__name__}.{member.name}", member.name, label.en), label
