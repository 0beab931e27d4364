"""Lapses and the measures proposed for them."""

from __future__ import annotations

from operator import attrgetter

from hypothesis import strategies as st

from supervision_core.judging.sanctions import (
    STEP_RULES,
    EscalationPolicy,
    Gravity,
    Lapse,
    LapseKind,
    ReportRule,
    SanctionProposal,
    SanctionReport,
    SanctionStep,
    StepRule,
    TakenSanction,
    escalate,
)
from supervision_core.strategies.law import citations
from supervision_core.strategies.picking import parts
from supervision_core.strategies.weighing import lapses
from supervision_core.strategies.words import identifiers, labels
from supervision_core.values.labels import Label
from supervision_core.values.periods import Period, days_after

__all__ = [
    "escalation_policies",
    "measure_proposals",
    "measure_reports",
    "report_rules",
    "single_lapses",
    "step_rules",
    "taken_measures",
]

_WINDOW = Period.of_year(2014)
_DECLINE = Lapse(
    id="suy thoái",
    person_id="p9",
    found_on=_WINDOW.start,
    kind=LapseKind.MORAL_DECLINE,
    about=Label("biểu hiện suy thoái", "signs of decline"),
    sources=["minutes-9"],
)

# Built once: Hypothesis checks each strategy object anew.
_LAPSES = lapses()
_LABELS = labels()
_MAYBE_CITATION = st.one_of(st.none(), citations())


def single_lapses() -> st.SearchStrategy[Lapse]:
    """Single lapses of a person, of a unit, or of both."""
    return parts(_LAPSES, lambda some: some or (_DECLINE,))


def step_rules() -> st.SearchStrategy[StepRule]:
    """Rules that propose a step after so many lapses."""
    return st.builds(
        StepRule,
        step=st.sampled_from(SanctionStep),
        gravity=st.sampled_from(Gravity),
        lapses=st.integers(1, 4),
        citation=_MAYBE_CITATION,
    )


def report_rules() -> st.SearchStrategy[ReportRule]:
    """Rules on what is reported to whom."""
    return st.builds(
        ReportRule,
        kind=st.sampled_from(LapseKind),
        to=st.sampled_from(["party_committee", "inspection board"]),
        label=_LABELS,
        contested_too=st.booleans(),
        citation=_MAYBE_CITATION,
    )


def escalation_policies() -> st.SearchStrategy[EscalationPolicy]:
    """Policies of escalation over the year 2014 or a part of it."""
    return st.builds(
        EscalationPolicy,
        window=st.sampled_from([_WINDOW, Period.of_quarter(2014, 2)]),
        rules=st.one_of(st.just(STEP_RULES), st.lists(step_rules(), min_size=1, max_size=3)),
        reports=st.lists(report_rules(), max_size=2),
        unit_answers_for_people=st.booleans(),
        step_up=st.booleans(),
    )


def taken_measures(*, subject_id: str | None = None) -> st.SearchStrategy[TakenSanction]:
    """Measures that were taken around the year 2014."""
    return st.builds(
        TakenSanction,
        id=identifiers(),
        subject_id=identifiers() if subject_id is None else st.just(subject_id),
        step=st.sampled_from(SanctionStep),
        taken_on=st.integers(-60, 400).map(lambda later: days_after(_WINDOW.start, later)),
    )


_POLICIES = escalation_policies()
_TAKEN = st.lists(
    st.one_of([taken_measures(subject_id=who) for who in ("p1", "p2", "u1")]), max_size=2, unique_by=attrgetter("id")
)


@st.composite
def _proposals(draw: st.DrawFn, *, reported: bool = False) -> tuple[SanctionProposal, ...]:
    policy = draw(_POLICIES)
    if reported:
        rule = ReportRule(kind=LapseKind.MORAL_DECLINE, to="party_committee", label=draw(_LABELS))
        policy = EscalationPolicy(window=_WINDOW, rules=policy.rules, reports=(*policy.reports, rule))
    found = [*draw(_LAPSES), _DECLINE]
    return escalate(found, policy, taken=draw(_TAKEN))


def measure_proposals() -> st.SearchStrategy[SanctionProposal]:
    """Proposals of measures for people and units; some propose nothing."""
    return parts(_proposals(), lambda some: some)


def measure_reports() -> st.SearchStrategy[SanctionReport]:
    """Reports of lapses to the body that is competent."""
    return parts(_proposals(reported=True), lambda some: [report for one in some for report in one.reports])
