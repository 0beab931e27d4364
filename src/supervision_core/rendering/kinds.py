"""Which view speaks of which kind of value, and what it reads besides."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any, Final, TypeAlias

from supervision_core.criteria.explain import Reason
from supervision_core.criteria.tables import DecisionTable, Finding
from supervision_core.evidence.commitments import RegistrationCoverage
from supervision_core.evidence.denunciations import Handling, RatingNote
from supervision_core.evidence.policy_checking import WeighingFinding
from supervision_core.evidence.time_limits import TimeLimit
from supervision_core.evidence.vetting import RegistrationFault
from supervision_core.evidence.weighing import Weighing
from supervision_core.judging.assessing import Assessment
from supervision_core.judging.by_year import GradesByYear
from supervision_core.judging.compare import GradeChange, Profile, SideBySide
from supervision_core.judging.decision_files import DecisionFile, PetitionStanding
from supervision_core.judging.differences import CaseChange
from supervision_core.judging.judged import Judged
from supervision_core.judging.quotas import QuotaResult
from supervision_core.judging.sanctions import SanctionProposal
from supervision_core.judging.what_if import Remedy, Unreachable
from supervision_core.judging.yearly import YearFacts
from supervision_core.obligations.report import Compliance
from supervision_core.obligations.standing import ObligationStatus
from supervision_core.programme.audiences import Withheld
from supervision_core.programme.following import FollowUp
from supervision_core.programme.plan import SupervisionPlan
from supervision_core.programme.publishing import PublishedTally
from supervision_core.programme.reviews import Review, ReviewSection
from supervision_core.programme.sessions import DelegationSession
from supervision_core.programme.tallies import Tally, TallyChange
from supervision_core.regulations import DependsOnUnit, NoRegulation, NotEncoded, Regulation
from supervision_core.rendering import words
from supervision_core.rendering.context import Context
from supervision_core.rendering.page import Mark, Notice, Page
from supervision_core.rendering.views.cases import tell_case_change, tell_grade_changes, tell_grades_by_year, tell_year
from supervision_core.rendering.views.changes import (
    tell_audit,
    tell_cooling_off,
    tell_coverage,
    tell_diff,
    tell_explanation,
    tell_replan,
)
from supervision_core.rendering.views.countries import tell_area_warnings, tell_comparison, tell_loads_report
from supervision_core.rendering.views.decisions import tell_decision_file, tell_petition
from supervision_core.rendering.views.evidence import (
    tell_coverage_of_registrations,
    tell_handling,
    tell_policy_findings,
    tell_proposals,
    tell_rating_note,
    tell_registration_faults,
    tell_time_limit,
    tell_weighing,
)
from supervision_core.rendering.views.faults import tell_beyond, tell_error, tell_faults, tell_invalid
from supervision_core.rendering.views.judging import (
    tell_assessment,
    tell_facts,
    tell_profile,
    tell_profiles,
    tell_quota,
    tell_reason,
    tell_remedies,
    tell_side_by_side,
    tell_unreachable,
)
from supervision_core.rendering.views.obligations import tell_compliance, tell_standing
from supervision_core.rendering.views.populations import Kept, tell_assessments, tell_judged, tell_receipt
from supervision_core.rendering.views.programme import (
    tell_change,
    tell_follow_ups,
    tell_published,
    tell_review,
    tell_section,
    tell_session,
    tell_supervision_plan,
    tell_tally,
    tell_withheld,
)
from supervision_core.rendering.views.regulations import (
    tell_decision_table,
    tell_depends_on_unit,
    tell_findings,
    tell_no_regulation,
    tell_not_encoded,
    tell_regulation,
)
from supervision_core.rendering.views.rosters import tell_id_comparison, tell_loop, tell_roster
from supervision_core.rendering.views.rotation import tell_horizon, tell_horizon_infeasible, tell_infeasible, tell_plan
from supervision_core.rendering.views.years import tell_history, tell_plans
from supervision_core.rotation.areas import AreaWarning
from supervision_core.rotation.certificate import Infeasible
from supervision_core.rotation.circles import Loop
from supervision_core.rotation.comparing_ids import IdComparison
from supervision_core.rotation.country import LoadsReport
from supervision_core.rotation.explain import Audit
from supervision_core.rotation.explaining import Explanation
from supervision_core.rotation.history import History
from supervision_core.rotation.horizon import Horizon, HorizonInfeasible
from supervision_core.rotation.long_run import CoolingOff, Coverage
from supervision_core.rotation.moves import PlanDiff, Replan
from supervision_core.rotation.outlooks import PolicyComparison
from supervision_core.rotation.plan import Plan
from supervision_core.rotation.roster import Roster
from supervision_core.values.errors import BeyondExactness, Fault, InvalidInput, SupervisionError
from supervision_core.values.facts import Facts
from supervision_core.values.mappings import IdMap

__all__ = ["NotRenderable"]


class NotRenderable(SupervisionError, TypeError):
    """There is no report for a value of this kind; ``kind`` names it and ``supported`` what there are reports for.

    >>> from supervision_core.rendering import to_text
    >>> to_text(42)
    Traceback (most recent call last):
        ...
    supervision_core.rendering.kinds.NotRenderable: no report for int; there is one for AreaWarning, ...
    """

    def __init__(self, kind: str, supported: tuple[str, ...]) -> None:
        self.kind = kind
        self.supported = supported
        super().__init__(kind, supported)

    def __str__(self) -> str:
        return f"no report for {self.kind}; there is one for {', '.join(self.supported)}"


_Teller: TypeAlias = Callable[[Any, Context], Page]
_ROSTER: Final = frozenset({"roster", "order"})
_ORDER: Final = frozenset({"order"})
_FACTS: Final = frozenset({"facts", "vocabulary"})
_CODES: Final = frozenset({"regulation", "vocabulary"})
_NOTHING: Final[frozenset[str]] = frozenset()

#: The teller of each kind of value, and which options it reads.
_TELLERS: Final[Mapping[type, tuple[_Teller, frozenset[str]]]] = {
    Assessment: (tell_assessment, _FACTS),
    Reason: (tell_reason, _NOTHING),
    Facts: (tell_facts, _CODES),
    History: (tell_history, _ORDER),
    Roster: (tell_roster, _ORDER),
    IdComparison: (tell_id_comparison, _NOTHING),
    Loop: (tell_loop, _NOTHING),
    Judged: (tell_judged, _NOTHING),
    Plan: (tell_plan, _ROSTER),
    Horizon: (tell_horizon, _ROSTER),
    HorizonInfeasible: (tell_horizon_infeasible, _ROSTER),
    Infeasible: (tell_infeasible, _ROSTER),
    LoadsReport: (tell_loads_report, _ORDER),
    PolicyComparison: (tell_comparison, _ROSTER),
    Compliance: (tell_compliance, _NOTHING),
    ObligationStatus: (tell_standing, _NOTHING),
    Review: (tell_review, _NOTHING),
    ReviewSection: (tell_section, _NOTHING),
    Tally: (tell_tally, _NOTHING),
    PublishedTally: (tell_published, _NOTHING),
    TallyChange: (tell_change, _NOTHING),
    Regulation: (tell_regulation, _NOTHING),
    NoRegulation: (tell_no_regulation, _NOTHING),
    DependsOnUnit: (tell_depends_on_unit, _NOTHING),
    NotEncoded: (tell_not_encoded, _NOTHING),
    DecisionTable: (tell_decision_table, _CODES),
    Unreachable: (tell_unreachable, _CODES),
    QuotaResult: (tell_quota, _NOTHING),
    YearFacts: (tell_year, _CODES),
    CaseChange: (tell_case_change, _NOTHING),
    GradesByYear: (tell_grades_by_year, _NOTHING),
    Replan: (tell_replan, _ROSTER),
    PlanDiff: (tell_diff, _ROSTER),
    Explanation: (tell_explanation, _ROSTER),
    Audit: (tell_audit, _ROSTER),
    CoolingOff: (tell_cooling_off, _ROSTER),
    Coverage: (tell_coverage, _ROSTER),
    Profile: (tell_profile, _CODES),
    Weighing: (tell_weighing, _CODES),
    RegistrationCoverage: (tell_coverage_of_registrations, _NOTHING),
    Handling: (tell_handling, _NOTHING),
    RatingNote: (tell_rating_note, _NOTHING),
    TimeLimit: (tell_time_limit, _NOTHING),
    DecisionFile: (tell_decision_file, _NOTHING),
    PetitionStanding: (tell_petition, _NOTHING),
    SupervisionPlan: (tell_supervision_plan, _ORDER),
    DelegationSession: (tell_session, _NOTHING),
    SideBySide: (tell_side_by_side, _NOTHING),
    Withheld: (tell_withheld, _NOTHING),
}
#: Receipts live on the same floor, whose rooms do not see each other; they are known by name.
_RECEIPT: Final = "supervision_core.serialization.receipts.Receipt"
#: The teller of several values of one kind, given in a tuple, a list or a mapping by id, and of one of them alone.
_GROUP_TELLERS: Final[Mapping[type, tuple[_Teller, frozenset[str]]]] = {
    Finding: (tell_findings, _CODES),
    Plan: (tell_plans, _ROSTER),
    AreaWarning: (tell_area_warnings, _ORDER),
    Remedy: (tell_remedies, _CODES),
    GradeChange: (tell_grade_changes, _NOTHING),
    WeighingFinding: (tell_policy_findings, _CODES),
    RegistrationFault: (tell_registration_faults, _NOTHING),
    SanctionProposal: (tell_proposals, _NOTHING),
    FollowUp: (tell_follow_ups, _NOTHING),
    Fault: (tell_faults, _NOTHING),
}


def teller_of(obj: object) -> tuple[_Teller, frozenset[str], object]:
    """Who speaks of it, which options are read, and the value as the teller takes it."""
    kind = type(obj)
    if kind in _TELLERS:
        teller, reads = _TELLERS[kind]
        return teller, reads, obj
    if kind in _GROUP_TELLERS:
        teller, reads = _GROUP_TELLERS[kind]
        return teller, reads, (obj,)
    if f"{kind.__module__}.{kind.__qualname__}" == _RECEIPT:
        return _tell_kept, _ROSTER | _FACTS, obj
    if isinstance(obj, SupervisionError):
        return _error_teller(obj), _CODES, obj
    if isinstance(obj, IdMap):
        if {type(one) for one in obj.values()} == {Profile}:
            return tell_profiles, _CODES, tuple(obj.items())
        obj = tuple(obj.values())
    if isinstance(obj, Mapping) and obj and all(isinstance(one, Assessment) for one in obj.values()):
        return tell_assessments, _CODES, tuple(sorted(obj.items()))
    if isinstance(obj, tuple | list):
        if obj and all(_is_judged(one) for one in obj):
            return tell_assessments, _CODES, tuple(obj)
        kinds = {type(one) for one in obj}
        if not kinds:
            return tell_nothing, _FACTS | _CODES | _ROSTER, obj
        if len(kinds) == 1 and (only := kinds.pop()) in _GROUP_TELLERS:
            teller, reads = _GROUP_TELLERS[only]
            return teller, reads, tuple(obj)
    raise NotRenderable(_named(obj), supported())


def _is_judged(one: object) -> bool:
    """Whether it is a pair of an id and an assessment, as ``assess_all`` gives it."""
    return isinstance(one, tuple) and len(one) == 2 and isinstance(one[0], str) and isinstance(one[1], Assessment)  # noqa: PLR2004  a pair


def _tell_kept(kept: Kept, context: Context) -> Page:
    return tell_receipt(kept, context, teller_of(kept.result)[0])


def _error_teller(error: SupervisionError) -> _Teller:
    if isinstance(error, InvalidInput):
        return tell_invalid
    return tell_beyond if isinstance(error, BeyondExactness) else tell_error


def tell_nothing(_: object, context: Context) -> Page:
    """An answer that lists nothing: no fault, no finding, nothing to change."""
    said = Notice(mark=Mark.GOOD, text=context.say(words.EMPTY))
    return Page(title=context.say(words.EMPTY_TITLE), lang=context.lang, blocks=(said,))


def _named(obj: object) -> str:
    """The kind of a value; of a collection, its items' kinds too."""
    name = type(obj).__name__
    if isinstance(obj, tuple | list):
        return f"{name} of {', '.join(sorted({type(one).__name__ for one in obj}))}"
    return name


def supported() -> tuple[str, ...]:
    """The names of the kinds of values that there is a report for."""
    kinds = {kind.__name__ for kind in (*_TELLERS, *_GROUP_TELLERS, SupervisionError)}
    return tuple(sorted(kinds | {_RECEIPT.rpartition(".")[2]}))
