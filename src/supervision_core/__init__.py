"""Supervision of public officials: who performs well, and who supervises whom.

Everything named here loads when it is first used, so importing the library stays cheap.
``supervision_core.rendering``, ``supervision_core.serialization`` and ``supervision_core.strategies`` are imported by name.
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from supervision_core import regulations as regulations
    from supervision_core.criteria.checking import Finding as Finding
    from supervision_core.criteria.checking import FindingKind as FindingKind
    from supervision_core.criteria.ladders import Grade as Grade
    from supervision_core.criteria.questions import Question as Question
    from supervision_core.criteria.reasons import Reason as Reason
    from supervision_core.criteria.tables import DecisionTable as DecisionTable
    from supervision_core.errors import BeyondExactness as BeyondExactness
    from supervision_core.errors import ContradictoryFacts as ContradictoryFacts
    from supervision_core.errors import Fault as Fault
    from supervision_core.errors import InvalidInput as InvalidInput
    from supervision_core.errors import SupervisionError as SupervisionError
    from supervision_core.errors import UnknownFact as UnknownFact
    from supervision_core.errors import WrongFactType as WrongFactType
    from supervision_core.evidence.channels import CHANNELS as CHANNELS
    from supervision_core.evidence.channels import Channel as Channel
    from supervision_core.evidence.comments import CommentDuty as CommentDuty
    from supervision_core.evidence.comments import CommentState as CommentState
    from supervision_core.evidence.comments import ResidenceComment as ResidenceComment
    from supervision_core.evidence.comments import comment_duty as comment_duty
    from supervision_core.evidence.commitments import Commitment as Commitment
    from supervision_core.evidence.commitments import Progress as Progress
    from supervision_core.evidence.commitments import Registration as Registration
    from supervision_core.evidence.commitments import RegistrationCoverage as RegistrationCoverage
    from supervision_core.evidence.commitments import registration_coverage as registration_coverage
    from supervision_core.evidence.discipline import DisciplineFinding as DisciplineFinding
    from supervision_core.evidence.discipline import DisciplineRecord as DisciplineRecord
    from supervision_core.evidence.dossiers import Dossier as Dossier
    from supervision_core.evidence.feedback import Checked as Checked
    from supervision_core.evidence.feedback import Feedback as Feedback
    from supervision_core.evidence.feedback import FeedbackKind as FeedbackKind
    from supervision_core.evidence.feedback import topic_counts as topic_counts
    from supervision_core.evidence.gathering import gather as gather
    from supervision_core.evidence.handling import Handling as Handling
    from supervision_core.evidence.handling import HandlingAction as HandlingAction
    from supervision_core.evidence.handling import handling as handling
    from supervision_core.evidence.policy_checking import WeighingFinding as WeighingFinding
    from supervision_core.evidence.policy_checking import WeighingFindingKind as WeighingFindingKind
    from supervision_core.evidence.policy_checking import check_weighing as check_weighing
    from supervision_core.evidence.programmes import CULTIVATION_PLAN as CULTIVATION_PLAN
    from supervision_core.evidence.programmes import FIVE_BUILD_THREE_FIGHT as FIVE_BUILD_THREE_FIGHT
    from supervision_core.evidence.programmes import Programme as Programme
    from supervision_core.evidence.ratings import Rating as Rating
    from supervision_core.evidence.refusals import Refusal as Refusal
    from supervision_core.evidence.refusals import RefusalReason as RefusalReason
    from supervision_core.evidence.replies import ReplyState as ReplyState
    from supervision_core.evidence.replies import reply_counts as reply_counts
    from supervision_core.evidence.replies import reply_due as reply_due
    from supervision_core.evidence.replies import reply_state as reply_state
    from supervision_core.evidence.residence import Bearer as Bearer
    from supervision_core.evidence.residence import ContributionRecord as ContributionRecord
    from supervision_core.evidence.residence import MeetingRecord as MeetingRecord
    from supervision_core.evidence.residence import ObligationRecord as ObligationRecord
    from supervision_core.evidence.residence import ResidenceStatus as ResidenceStatus
    from supervision_core.evidence.topics import Topic as Topic
    from supervision_core.evidence.vetting import RegistrationFault as RegistrationFault
    from supervision_core.evidence.vetting import RegistrationFaultKind as RegistrationFaultKind
    from supervision_core.evidence.vetting import registration_faults as registration_faults
    from supervision_core.evidence.vetting_policy import Post as Post
    from supervision_core.evidence.vetting_policy import VettingPolicy as VettingPolicy
    from supervision_core.evidence.ward_weighing import WARD_WEIGHING as WARD_WEIGHING
    from supervision_core.evidence.weighing import Statement as Statement
    from supervision_core.evidence.weighing import Weighing as Weighing
    from supervision_core.evidence.weighing import explain_weighing as explain_weighing
    from supervision_core.evidence.weighing import weigh as weigh
    from supervision_core.evidence.weighing import weigh_all as weigh_all
    from supervision_core.evidence.weighing_policy import WeighingPolicy as WeighingPolicy
    from supervision_core.evidence.weighing_rules import StepReading as StepReading
    from supervision_core.evidence.weighing_rules import WeighingRule as WeighingRule
    from supervision_core.evidence.working_days import WorkingDays as WorkingDays
    from supervision_core.fact import Fact as Fact
    from supervision_core.fact import FactState as FactState
    from supervision_core.facts import Facts as Facts
    from supervision_core.judging.assessments import Assessment as Assessment
    from supervision_core.judging.assessments import assess as assess
    from supervision_core.judging.assessments import assess_all as assess_all
    from supervision_core.judging.assessments import explain as explain
    from supervision_core.judging.assessments import unused_facts as unused_facts
    from supervision_core.judging.capping import QuotaResult as QuotaResult
    from supervision_core.judging.capping import Undecided as Undecided
    from supervision_core.judging.capping import apply_quota as apply_quota
    from supervision_core.judging.checking import check_regulation as check_regulation
    from supervision_core.judging.checking import decision_table as decision_table
    from supervision_core.judging.comparison import GradeChange as GradeChange
    from supervision_core.judging.comparison import SideBySide as SideBySide
    from supervision_core.judging.comparison import compare_regulations as compare_regulations
    from supervision_core.judging.comparison import lay_side_by_side as lay_side_by_side
    from supervision_core.judging.decisions import Decision as Decision
    from supervision_core.judging.decisions import DecisionGround as DecisionGround
    from supervision_core.judging.decisions import in_effect as in_effect
    from supervision_core.judging.decisions import lineage as lineage
    from supervision_core.judging.escalation import EscalationPolicy as EscalationPolicy
    from supervision_core.judging.escalation import ReportRule as ReportRule
    from supervision_core.judging.escalation import StepRule as StepRule
    from supervision_core.judging.escalation import TakenMeasure as TakenMeasure
    from supervision_core.judging.lapses import Gravity as Gravity
    from supervision_core.judging.lapses import Lapse as Lapse
    from supervision_core.judging.lapses import LapseKind as LapseKind
    from supervision_core.judging.lapses import MeasureStep as MeasureStep
    from supervision_core.judging.measures import MeasureProposal as MeasureProposal
    from supervision_core.judging.measures import MeasureReport as MeasureReport
    from supervision_core.judging.measures import escalate as escalate
    from supervision_core.judging.points import Product as Product
    from supervision_core.judging.points import TaskResults as TaskResults
    from supervision_core.judging.points import task_results as task_results
    from supervision_core.judging.profiles import Profile as Profile
    from supervision_core.judging.profiles import profiles as profiles
    from supervision_core.judging.quotas import Quota as Quota
    from supervision_core.judging.quotas import QuotaBase as QuotaBase
    from supervision_core.judging.quotas import Rounding as Rounding
    from supervision_core.judging.remedies import Change as Change
    from supervision_core.judging.remedies import Remedy as Remedy
    from supervision_core.judging.remedies import Unreachable as Unreachable
    from supervision_core.judging.remedies import remedies as remedies
    from supervision_core.judging.remedies import risks as risks
    from supervision_core.judging.years import PeriodFacts as PeriodFacts
    from supervision_core.judging.years import PeriodState as PeriodState
    from supervision_core.judging.years import Stint as Stint
    from supervision_core.judging.years import Weights as Weights
    from supervision_core.judging.years import YearFacts as YearFacts
    from supervision_core.judging.years import roll_up as roll_up
    from supervision_core.judging.years import who_rates as who_rates
    from supervision_core.obligations.compliance import compliance as compliance
    from supervision_core.obligations.events import Event as Event
    from supervision_core.obligations.events import MovedDeadline as MovedDeadline
    from supervision_core.obligations.events import Waiver as Waiver
    from supervision_core.obligations.frequencies import Counting as Counting
    from supervision_core.obligations.frequencies import Frequency as Frequency
    from supervision_core.obligations.frequencies import Partial as Partial
    from supervision_core.obligations.frequencies import TimeUnit as TimeUnit
    from supervision_core.obligations.obligations import Obligation as Obligation
    from supervision_core.obligations.obligations import Right as Right
    from supervision_core.obligations.occurrences import Basis as Basis
    from supervision_core.obligations.occurrences import Occurrence as Occurrence
    from supervision_core.obligations.occurrences import OccurrenceState as OccurrenceState
    from supervision_core.obligations.reports import Compliance as Compliance
    from supervision_core.obligations.standings import Standing as Standing
    from supervision_core.periods import Cycle as Cycle
    from supervision_core.periods import Period as Period
    from supervision_core.programme.audiences import Audience as Audience
    from supervision_core.programme.audiences import Disclosure as Disclosure
    from supervision_core.programme.audiences import Shown as Shown
    from supervision_core.programme.audiences import Withheld as Withheld
    from supervision_core.programme.audiences import WithheldReason as WithheldReason
    from supervision_core.programme.charges import Charge as Charge
    from supervision_core.programme.charges import PlanContent as PlanContent
    from supervision_core.programme.charges import SupervisionMethod as SupervisionMethod
    from supervision_core.programme.charges import charges_of as charges_of
    from supervision_core.programme.comparing import TallyChange as TallyChange
    from supervision_core.programme.comparing import change_between as change_between
    from supervision_core.programme.delegations import AcknowledgedResult as AcknowledgedResult
    from supervision_core.programme.delegations import DelegationSession as DelegationSession
    from supervision_core.programme.disclosures import DISCLOSURES as DISCLOSURES
    from supervision_core.programme.disclosures import disclosure_of as disclosure_of
    from supervision_core.programme.following import HEAD_FACTS as HEAD_FACTS
    from supervision_core.programme.following import FollowUp as FollowUp
    from supervision_core.programme.following import FollowUpState as FollowUpState
    from supervision_core.programme.following import follow_up as follow_up
    from supervision_core.programme.following import head_facts as head_facts
    from supervision_core.programme.grades import grade_labels as grade_labels
    from supervision_core.programme.grades import grade_tally as grade_tally
    from supervision_core.programme.matters import Matter as Matter
    from supervision_core.programme.matters import MatterKind as MatterKind
    from supervision_core.programme.matters import MatterStep as MatterStep
    from supervision_core.programme.matters import StepKind as StepKind
    from supervision_core.programme.plans import Delegation as Delegation
    from supervision_core.programme.plans import SupervisionPlan as SupervisionPlan
    from supervision_core.programme.publishing import PublishedTally as PublishedTally
    from supervision_core.programme.publishing import publish as publish
    from supervision_core.programme.redaction import redact as redact
    from supervision_core.programme.review_sections import basis_section as basis_section
    from supervision_core.programme.review_sections import compliance_section as compliance_section
    from supervision_core.programme.review_sections import matters_section as matters_section
    from supervision_core.programme.review_sections import session_section as session_section
    from supervision_core.programme.review_sections import tally_section as tally_section
    from supervision_core.programme.reviews import Review as Review
    from supervision_core.programme.reviews import ReviewKind as ReviewKind
    from supervision_core.programme.reviews import ReviewLine as ReviewLine
    from supervision_core.programme.reviews import ReviewSection as ReviewSection
    from supervision_core.programme.tallies import CountKind as CountKind
    from supervision_core.programme.tallies import Discrepancy as Discrepancy
    from supervision_core.programme.tallies import Tally as Tally
    from supervision_core.programme.turns import CountBy as CountBy
    from supervision_core.programme.turns import SupervisionTurn as SupervisionTurn
    from supervision_core.programme.turns import count_turns as count_turns
    from supervision_core.programme.turns import own_head_turns as own_head_turns
    from supervision_core.regulations.registry import NoRegulation as NoRegulation
    from supervision_core.regulations.registry import NotEncoded as NotEncoded
    from supervision_core.regulations.regulation import Regulation as Regulation
    from supervision_core.rotation.bars import FLAG as FLAG
    from supervision_core.rotation.bars import HARD as HARD
    from supervision_core.rotation.bars import Bar as Bar
    from supervision_core.rotation.bars import BarReason as BarReason
    from supervision_core.rotation.bars import Severity as Severity
    from supervision_core.rotation.certificates import Infeasible as Infeasible
    from supervision_core.rotation.certificates import Repair as Repair
    from supervision_core.rotation.certificates import RepairKind as RepairKind
    from supervision_core.rotation.certificates import Violation as Violation
    from supervision_core.rotation.changes import ChangeKind as ChangeKind
    from supervision_core.rotation.changes import ElementaryChange as ElementaryChange
    from supervision_core.rotation.changes import Move as Move
    from supervision_core.rotation.changes import MoveReason as MoveReason
    from supervision_core.rotation.changes import PlanDiff as PlanDiff
    from supervision_core.rotation.changes import Replan as Replan
    from supervision_core.rotation.changes import diff as diff
    from supervision_core.rotation.changes import replan as replan
    from supervision_core.rotation.checking import verify_plan as verify_plan
    from supervision_core.rotation.checking_horizon import verify_horizon as verify_horizon
    from supervision_core.rotation.checking_shortage import verify_infeasible as verify_infeasible
    from supervision_core.rotation.eligibility import TIERS_SINCE_2025 as TIERS_SINCE_2025
    from supervision_core.rotation.eligibility import TIERS_UNTIL_2025 as TIERS_UNTIL_2025
    from supervision_core.rotation.eligibility import Links as Links
    from supervision_core.rotation.eligibility import PersonAndUnit as PersonAndUnit
    from supervision_core.rotation.eligibility import Undeclared as Undeclared
    from supervision_core.rotation.eligibility import bars_for as bars_for
    from supervision_core.rotation.eligibility import supervised_twice as supervised_twice
    from supervision_core.rotation.explaining import Alternative as Alternative
    from supervision_core.rotation.explaining import Audit as Audit
    from supervision_core.rotation.explaining import Explanation as Explanation
    from supervision_core.rotation.explaining import audit_plan as audit_plan
    from supervision_core.rotation.explaining import explain_assignment as explain_assignment
    from supervision_core.rotation.history import History as History
    from supervision_core.rotation.horizons import plan_horizon as plan_horizon
    from supervision_core.rotation.many import plan_each as plan_each
    from supervision_core.rotation.planning import plan_year as plan_year
    from supervision_core.rotation.plans import Plan as Plan
    from supervision_core.rotation.plans import Proof as Proof
    from supervision_core.rotation.plans import Score as Score
    from supervision_core.rotation.policies import ANNUAL as ANNUAL
    from supervision_core.rotation.policies import ANY as ANY
    from supervision_core.rotation.policies import CANONICAL as CANONICAL
    from supervision_core.rotation.policies import FORBID as FORBID
    from supervision_core.rotation.policies import MID_YEAR as MID_YEAR
    from supervision_core.rotation.policies import MINIMISE as MINIMISE
    from supervision_core.rotation.policies import PublicDraw as PublicDraw
    from supervision_core.rotation.policies import RotationPolicy as RotationPolicy
    from supervision_core.rotation.records import CountingRule as CountingRule
    from supervision_core.rotation.records import Lineage as Lineage
    from supervision_core.rotation.records import Record as Record
    from supervision_core.rotation.rosters import LeadUnit as LeadUnit
    from supervision_core.rotation.rosters import Roster as Roster
    from supervision_core.rotation.rosters import Subject as Subject
    from supervision_core.rotation.spans import Claim as Claim
    from supervision_core.rotation.spans import Horizon as Horizon
    from supervision_core.rotation.spans import HorizonInfeasible as HorizonInfeasible
    from supervision_core.rotation.sustaining import CoolingOff as CoolingOff
    from supervision_core.rotation.sustaining import Coverage as Coverage
    from supervision_core.rotation.sustaining import sustainable_cooling_off as sustainable_cooling_off
    from supervision_core.rotation.sustaining import years_to_full_coverage as years_to_full_coverage
    from supervision_core.text import Label as Label
    from supervision_core.text import Language as Language
    from supervision_core.verdicts import Verdict as Verdict

_HOMES = {
    "criteria.ladders": ("Grade",),
    "criteria.reasons": ("Reason",),
    "errors": (
        "BeyondExactness",
        "ContradictoryFacts",
        "Fault",
        "InvalidInput",
        "SupervisionError",
        "UnknownFact",
        "WrongFactType",
    ),
    "fact": ("Fact", "FactState"),
    "facts": ("Facts",),
    "judging.assessments": ("Assessment", "assess", "assess_all", "explain", "unused_facts"),
    "obligations.compliance": ("compliance",),
    "obligations.events": ("Event", "MovedDeadline", "Waiver"),
    "obligations.frequencies": ("Counting", "Frequency", "Partial", "TimeUnit"),
    "obligations.obligations": ("Obligation", "Right"),
    "obligations.occurrences": ("Basis", "Occurrence", "OccurrenceState"),
    "obligations.reports": ("Compliance",),
    "obligations.standings": ("Standing",),
    "periods": ("Cycle", "Period"),
    "programme.comparing": ("TallyChange", "change_between"),
    "programme.delegations": ("AcknowledgedResult", "DelegationSession"),
    "programme.following": ("HEAD_FACTS", "FollowUp", "FollowUpState", "follow_up", "head_facts"),
    "programme.grades": ("grade_labels", "grade_tally"),
    "programme.matters": ("Matter", "MatterKind", "MatterStep", "StepKind"),
    "programme.publishing": ("PublishedTally", "publish"),
    "programme.review_sections": ("basis_section", "compliance_section", "matters_section", "session_section", "tally_section"),
    "programme.reviews": ("Review", "ReviewKind", "ReviewLine", "ReviewSection"),
    "programme.tallies": ("CountKind", "Discrepancy", "Tally"),
    "programme.turns": ("CountBy", "SupervisionTurn", "count_turns", "own_head_turns"),
    "regulations.regulation": ("Regulation",),
    "regulations.registry": ("NoRegulation", "NotEncoded"),
    "rotation.bars": (
        "Bar",
        "BarReason",
        "FLAG",
        "HARD",
        "Severity",
    ),
    "rotation.certificates": (
        "Infeasible",
        "Repair",
        "RepairKind",
        "Violation",
    ),
    "rotation.checking": ("verify_plan",),
    "rotation.checking_shortage": ("verify_infeasible",),
    "rotation.history": (
        "History",
        "Record",
    ),
    "rotation.planning": ("plan_year",),
    "rotation.plans": (
        "Plan",
        "Proof",
        "Score",
    ),
    "rotation.policies": (
        "ANNUAL",
        "ANY",
        "CANONICAL",
        "FORBID",
        "MID_YEAR",
        "MINIMISE",
        "PublicDraw",
        "RotationPolicy",
    ),
    "rotation.rosters": (
        "LeadUnit",
        "Roster",
        "Subject",
    ),
    "judging.checking": ("check_regulation", "decision_table"),
    "judging.comparison": ("GradeChange", "SideBySide", "compare_regulations", "lay_side_by_side"),
    "judging.decisions": ("Decision", "DecisionGround", "in_effect", "lineage"),
    "judging.points": ("Product", "TaskResults", "task_results"),
    "judging.profiles": ("Profile", "profiles"),
    "judging.capping": ("QuotaResult", "Undecided", "apply_quota"),
    "judging.quotas": ("Quota", "QuotaBase", "Rounding"),
    "judging.remedies": ("Change", "Remedy", "Unreachable", "remedies", "risks"),
    "judging.years": ("PeriodFacts", "PeriodState", "Stint", "Weights", "YearFacts", "roll_up", "who_rates"),
    "criteria.questions": ("Question",),
    "criteria.checking": ("Finding", "FindingKind"),
    "criteria.tables": ("DecisionTable",),
    "rotation.changes": ("ChangeKind", "ElementaryChange", "Move", "MoveReason", "PlanDiff", "Replan", "diff", "replan"),
    "rotation.checking_horizon": ("verify_horizon",),
    "rotation.eligibility": (
        "Links",
        "PersonAndUnit",
        "TIERS_SINCE_2025",
        "TIERS_UNTIL_2025",
        "Undeclared",
        "bars_for",
        "supervised_twice",
    ),
    "rotation.explaining": ("Alternative", "Audit", "Explanation", "audit_plan", "explain_assignment"),
    "rotation.horizons": ("plan_horizon",),
    "rotation.many": ("plan_each",),
    "rotation.records": ("CountingRule", "Lineage", "Record"),
    "rotation.spans": ("Claim", "Horizon", "HorizonInfeasible"),
    "rotation.sustaining": ("CoolingOff", "Coverage", "sustainable_cooling_off", "years_to_full_coverage"),
    "evidence.channels": ("CHANNELS", "Channel"),
    "evidence.topics": ("Topic",),
    "evidence.feedback": ("Checked", "Feedback", "FeedbackKind", "topic_counts"),
    "evidence.handling": ("Handling", "HandlingAction", "handling"),
    "evidence.replies": ("ReplyState", "reply_counts", "reply_due", "reply_state"),
    "evidence.working_days": ("WorkingDays",),
    "evidence.ratings": ("Rating",),
    "evidence.comments": ("CommentDuty", "CommentState", "ResidenceComment", "comment_duty"),
    "evidence.residence": ("Bearer", "ContributionRecord", "MeetingRecord", "ObligationRecord", "ResidenceStatus"),
    "evidence.discipline": ("DisciplineFinding", "DisciplineRecord"),
    "evidence.programmes": ("CULTIVATION_PLAN", "FIVE_BUILD_THREE_FIGHT", "Programme"),
    "evidence.commitments": ("Commitment", "Progress", "Registration", "RegistrationCoverage", "registration_coverage"),
    "evidence.vetting": ("RegistrationFault", "RegistrationFaultKind", "registration_faults"),
    "evidence.vetting_policy": ("Post", "VettingPolicy"),
    "evidence.dossiers": ("Dossier",),
    "evidence.gathering": ("gather",),
    "evidence.weighing_rules": ("StepReading", "WeighingRule"),
    "evidence.weighing_policy": ("WeighingPolicy",),
    "evidence.ward_weighing": ("WARD_WEIGHING",),
    "evidence.weighing": ("Statement", "Weighing", "explain_weighing", "weigh", "weigh_all"),
    "evidence.refusals": ("Refusal", "RefusalReason"),
    "evidence.policy_checking": ("WeighingFinding", "WeighingFindingKind", "check_weighing"),
    "judging.lapses": ("Gravity", "Lapse", "LapseKind", "MeasureStep"),
    "judging.escalation": ("EscalationPolicy", "ReportRule", "StepRule", "TakenMeasure"),
    "judging.measures": ("MeasureProposal", "MeasureReport", "escalate"),
    "programme.audiences": ("Audience", "Disclosure", "Shown", "Withheld", "WithheldReason"),
    "programme.disclosures": ("DISCLOSURES", "disclosure_of"),
    "programme.redaction": ("redact",),
    "programme.charges": ("Charge", "PlanContent", "SupervisionMethod", "charges_of"),
    "programme.plans": ("Delegation", "SupervisionPlan"),
    "text": ("Label", "Language"),
    "verdicts": ("Verdict",),
}
_HOME_OF = {name: home for home, names in _HOMES.items() for name in names}
_MODULES = ("regulations",)

__all__ = sorted([*_HOME_OF, *_MODULES])  # noqa: PLE0605  checkers read the names above


def __getattr__(name: str) -> object:
    if name in _MODULES:
        found: object = import_module(f"{__name__}.{name}")
    elif name in _HOME_OF:
        found = getattr(import_module(f"{__name__}.{_HOME_OF[name]}"), name)
    else:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    globals()[name] = found
    return found


def __dir__() -> list[str]:
    return list(__all__)
