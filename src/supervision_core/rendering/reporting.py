"""Which teller speaks of which kind of value, and what each can be told in addition."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from typing import Any, Final, TypeAlias

from supervision_core.criteria.checking import Finding
from supervision_core.criteria.definitions import FactDefinition
from supervision_core.criteria.reasons import Reason
from supervision_core.criteria.tables import DecisionTable
from supervision_core.errors import BeyondExactness, Fault, InvalidInput, SupervisionError, raise_for
from supervision_core.evidence.commitments import RegistrationCoverage
from supervision_core.evidence.handling import Handling
from supervision_core.evidence.policy_checking import WeighingFinding
from supervision_core.evidence.vetting import RegistrationFault
from supervision_core.evidence.weighing import Weighing
from supervision_core.facts import Facts
from supervision_core.fields import as_tuple
from supervision_core.judging.assessments import Assessment
from supervision_core.judging.capping import QuotaResult
from supervision_core.judging.comparison import GradeChange, SideBySide
from supervision_core.judging.measures import MeasureProposal
from supervision_core.judging.profiles import Profile
from supervision_core.judging.remedies import Remedy, Unreachable
from supervision_core.mappings import IdMap
from supervision_core.obligations.reports import Compliance
from supervision_core.obligations.standings import Standing
from supervision_core.programme.audiences import Withheld
from supervision_core.programme.comparing import TallyChange
from supervision_core.programme.delegations import DelegationSession
from supervision_core.programme.following import FollowUp
from supervision_core.programme.plans import SupervisionPlan
from supervision_core.programme.publishing import PublishedTally
from supervision_core.programme.reviews import Review, ReviewSection
from supervision_core.programme.tallies import Tally
from supervision_core.regulations import NoRegulation, NotEncoded, Regulation
from supervision_core.rendering import words
from supervision_core.rendering.model import Mark, Notice, Page
from supervision_core.rendering.refusals import NotRenderable
from supervision_core.rendering.tellers.assessments import tell_assessment, tell_facts, tell_reason, tell_side_by_side
from supervision_core.rendering.tellers.certificates import tell_infeasible
from supervision_core.rendering.tellers.changes import (
    tell_audit,
    tell_cooling_off,
    tell_coverage,
    tell_diff,
    tell_explanation,
    tell_replan,
)
from supervision_core.rendering.tellers.compliance import tell_compliance, tell_standing
from supervision_core.rendering.tellers.disclosures import tell_withheld
from supervision_core.rendering.tellers.evidence import (
    tell_coverage_of_registrations,
    tell_handling,
    tell_policy_findings,
    tell_proposals,
    tell_registration_faults,
    tell_weighing,
)
from supervision_core.rendering.tellers.faults import tell_beyond, tell_error, tell_faults, tell_invalid
from supervision_core.rendering.tellers.horizons import tell_horizon, tell_horizon_infeasible
from supervision_core.rendering.tellers.plans import tell_plan
from supervision_core.rendering.tellers.profiles import tell_grade_changes, tell_profile, tell_profiles
from supervision_core.rendering.tellers.programmes import tell_follow_ups, tell_session, tell_supervision_plan
from supervision_core.rendering.tellers.regulations import (
    tell_decision_table,
    tell_findings,
    tell_no_regulation,
    tell_not_encoded,
    tell_regulation,
)
from supervision_core.rendering.tellers.remedies import tell_quota, tell_remedies, tell_unreachable
from supervision_core.rendering.tellers.reviews import tell_review, tell_section
from supervision_core.rendering.tellers.tallies import tell_change, tell_published, tell_tally
from supervision_core.rendering.voices import Voice, voice_of
from supervision_core.rotation.certificates import Infeasible
from supervision_core.rotation.changes import PlanDiff, Replan
from supervision_core.rotation.explaining import Audit, Explanation
from supervision_core.rotation.plans import Plan
from supervision_core.rotation.rosters import Roster
from supervision_core.rotation.spans import Horizon, HorizonInfeasible
from supervision_core.rotation.sustaining import CoolingOff, Coverage
from supervision_core.text import Label, Language, shown

__all__ = ["to_page"]

_Teller: TypeAlias = Callable[[Any, Voice], Page]
_ROSTER: Final = frozenset({"roster"})
_FACTS: Final = frozenset({"facts", "vocabulary"})
_CODES: Final = frozenset({"regulation", "vocabulary"})
_NOTHING: Final[frozenset[str]] = frozenset()

#: The teller of each kind of value, and which options it reads.
_TELLERS: Final[Mapping[type, tuple[_Teller, frozenset[str]]]] = {
    Assessment: (tell_assessment, _FACTS),
    Reason: (tell_reason, _NOTHING),
    Facts: (tell_facts, _CODES),
    Plan: (tell_plan, _ROSTER),
    Horizon: (tell_horizon, _ROSTER),
    HorizonInfeasible: (tell_horizon_infeasible, _ROSTER),
    Infeasible: (tell_infeasible, _ROSTER),
    Compliance: (tell_compliance, _NOTHING),
    Standing: (tell_standing, _NOTHING),
    Review: (tell_review, _NOTHING),
    ReviewSection: (tell_section, _NOTHING),
    Tally: (tell_tally, _NOTHING),
    PublishedTally: (tell_published, _NOTHING),
    TallyChange: (tell_change, _NOTHING),
    Regulation: (tell_regulation, _NOTHING),
    NoRegulation: (tell_no_regulation, _NOTHING),
    NotEncoded: (tell_not_encoded, _NOTHING),
    DecisionTable: (tell_decision_table, _CODES),
    Unreachable: (tell_unreachable, _CODES),
    QuotaResult: (tell_quota, _NOTHING),
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
    SupervisionPlan: (tell_supervision_plan, _NOTHING),
    DelegationSession: (tell_session, _NOTHING),
    SideBySide: (tell_side_by_side, _NOTHING),
    Withheld: (tell_withheld, _NOTHING),
}
#: The teller of several values of one kind, given in a tuple, a list or a mapping by id, and of one of them alone.
_GROUP_TELLERS: Final[Mapping[type, tuple[_Teller, frozenset[str]]]] = {
    Finding: (tell_findings, _CODES),
    Remedy: (tell_remedies, _NOTHING),
    GradeChange: (tell_grade_changes, _NOTHING),
    WeighingFinding: (tell_policy_findings, _CODES),
    RegistrationFault: (tell_registration_faults, _NOTHING),
    MeasureProposal: (tell_proposals, _NOTHING),
    FollowUp: (tell_follow_ups, _NOTHING),
    Fault: (tell_faults, _NOTHING),
}


def to_page(
    obj: object,
    *,
    lang: Language = "vi",
    names: Mapping[str, str | Label] | None = None,
    facts: Facts | None = None,
    roster: Roster | None = None,
    regulation: Regulation | None = None,
    vocabulary: Iterable[FactDefinition] = (),
) -> Page:
    """The report of a value as a page, for a writer of one's own; the other functions of this package write it out.

    Raises ``NotRenderable`` for a kind of value that there is no report for, and ``InvalidInput`` for options that are
    wrong, or that a report of this kind does not read.

    >>> import supervision_core as sc
    >>> from supervision_core.rendering import to_page
    >>> tally = sc.Tally(kind=sc.CountKind.OPINION, population="ward", parts={"front": 24, "youth": 9})
    >>> to_page(tally, lang="en").title
    'Counts: ward'
    """
    teller, reads, value = _teller_of(obj)
    known = as_tuple(vocabulary)
    given = {"facts": facts, "roster": roster, "regulation": regulation, "vocabulary": known or None}
    voice = voice_of(lang, names, facts, roster, regulation, known)
    raise_for(
        Fault("surplus", f"rendering.{name}", shown(option), f"None, since a report of {type(obj).__name__} does not read it")
        for name, option in given.items()
        if option is not None and name not in reads
    )
    return teller(value, voice)


def _teller_of(obj: object) -> tuple[_Teller, frozenset[str], object]:
    """Who speaks of it, which options are read, and the value as the teller takes it."""
    kind = type(obj)
    if kind in _TELLERS:
        teller, reads = _TELLERS[kind]
        return teller, reads, obj
    if kind in _GROUP_TELLERS:
        teller, reads = _GROUP_TELLERS[kind]
        return teller, reads, (obj,)
    if isinstance(obj, SupervisionError):
        return _error_teller(obj), _CODES, obj
    if isinstance(obj, IdMap):
        if {type(one) for one in obj.values()} == {Profile}:
            return tell_profiles, _CODES, tuple(obj.items())
        obj = tuple(obj.values())
    if isinstance(obj, tuple | list):
        kinds = {type(one) for one in obj}
        if not kinds:
            return tell_nothing, _FACTS | _CODES | _ROSTER, obj
        if len(kinds) == 1 and (only := kinds.pop()) in _GROUP_TELLERS:
            teller, reads = _GROUP_TELLERS[only]
            return teller, reads, tuple(obj)
    raise NotRenderable(_named(obj), supported())


def _error_teller(error: SupervisionError) -> _Teller:
    if isinstance(error, InvalidInput):
        return tell_invalid
    return tell_beyond if isinstance(error, BeyondExactness) else tell_error


def tell_nothing(_: object, voice: Voice) -> Page:
    """An answer that lists nothing: no fault, no finding, nothing to change."""
    said = Notice(mark=Mark.GOOD, text=voice.say(words.EMPTY))
    return Page(title=voice.say(words.EMPTY_TITLE), lang=voice.lang, blocks=(said,))


def _named(obj: object) -> str:
    """The kind of a value; of a collection, its items' kinds too."""
    name = type(obj).__name__
    if isinstance(obj, tuple | list):
        return f"{name} of {', '.join(sorted({type(one).__name__ for one in obj}))}"
    return name


def supported() -> tuple[str, ...]:
    """The names of the kinds of values that there is a report for."""
    kinds = (*_TELLERS, *_GROUP_TELLERS, SupervisionError)
    return tuple(sorted(kind.__name__ for kind in kinds))
