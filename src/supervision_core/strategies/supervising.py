"""A year of supervision: its plan, its delegations, and the parts of its counts and reviews."""

from __future__ import annotations

from datetime import date
from functools import cache
from operator import attrgetter

from hypothesis import strategies as st

from supervision_core.obligations.model import Right
from supervision_core.programme.audiences import DISCLOSURES, Audience, Disclosure, Withheld, WithheldReason
from supervision_core.programme.following import FollowUp, follow_up
from supervision_core.programme.plan import Charge, Delegation, PlanContent, SupervisionMethod, SupervisionPlan
from supervision_core.programme.reviews import ReviewLine, ReviewSection
from supervision_core.programme.sessions import AcknowledgedResult, MatterStep, StepKind
from supervision_core.programme.tallies import CountKind, Discrepancy, TallyChange, change_between
from supervision_core.rotation.roster import Subject
from supervision_core.strategies.counts import matters_with_steps, reviews, tallies
from supervision_core.strategies.law import citations
from supervision_core.strategies.picking import parts
from supervision_core.strategies.times import days
from supervision_core.strategies.words import identifiers, labels
from supervision_core.values.periods import Period

__all__ = [
    "acknowledged_results",
    "charges",
    "delegations",
    "disclosures",
    "discrepancies",
    "follow_ups",
    "matter_steps",
    "plan_contents",
    "review_lines",
    "review_sections",
    "supervision_plans",
    "tally_changes",
    "withheld_values",
]

_SUBJECTS = ("CB1", "CB2", "CB3", "Ủy ban nhân dân phường")
_PEOPLE = ("trưởng đoàn", "thư ký", "CB1")
_LEADS = ("front", "women")
# Built once: Hypothesis checks each strategy object anew.
_IDS = identifiers()
_LABELS = labels()
_DAYS = days()
_METHODS = st.sets(st.sampled_from(SupervisionMethod), max_size=3)
_SOURCES = st.sampled_from([(), ("letter-1",), ("minutes-1", "minutes-2")])


@cache
def _from_one_to(most: int) -> st.SearchStrategy[int]:
    return st.integers(1, most)


def _some(ids: tuple[str, ...]) -> st.SearchStrategy[list[str]]:
    return st.lists(st.sampled_from(ids), min_size=1, unique=True)


def plan_contents(*, id: str | None = None, subject_ids: tuple[str, ...] = _SUBJECTS) -> st.SearchStrategy[PlanContent]:  # noqa: A002  the field's own name
    """Contents of a plan that concern everybody, some, or nobody in particular."""
    return st.builds(
        PlanContent,
        id=identifiers() if id is None else st.just(id),
        label=labels(),
        subject_ids=st.one_of(st.none(), _some(subject_ids)),
        methods=_METHODS,
    )


def charges() -> st.SearchStrategy[Charge]:
    """Charges of a lead unit or a delegation."""
    return st.builds(Charge, lead_id=identifiers(), subject_ids=_some(_SUBJECTS), content_ids=_some(("đạo đức", "dân chủ")))


_MEMBERS = _some(_PEOPLE)


@st.composite
def delegations(draw: st.DrawFn, *, id: str | None = None) -> Delegation:  # noqa: A002  the field's own name
    """Delegations of one to three people."""
    people = draw(_MEMBERS)
    return Delegation(id=draw(_IDS) if id is None else id, head_id=people[0], member_ids=people[1:])


_DELEGATED = st.lists(delegations(id="đoàn 1"), max_size=1)
_LED_BY_UNITS = st.sampled_from(_LEADS)
_LED_BY_ANYBODY = st.sampled_from([*_LEADS, "đoàn 1"])
_PLAN_NUMBERS = st.one_of(st.just("02/KH-MT"), _IDS)
_STANDARDS = st.lists(citations(), max_size=2)


@cache
def _numbered_contents(number: int, subjects: tuple[str, ...]) -> st.SearchStrategy[PlanContent]:
    return plan_contents(id=f"nội dung {number}", subject_ids=subjects)


@st.composite
def supervision_plans(draw: st.DrawFn, *, max_subjects: int = 4, max_contents: int = 2) -> SupervisionPlan:
    """Plans without gap and overlap; in some a delegation supervises one of its own members."""
    subjects = _SUBJECTS[: draw(_from_one_to(min(max_subjects, len(_SUBJECTS))))]
    delegated = draw(_DELEGATED)
    leads = _LED_BY_ANYBODY if delegated else _LED_BY_UNITS
    contents = [draw(_numbered_contents(number, subjects)) for number in range(1, draw(_from_one_to(max_contents)) + 1)]
    led: dict[tuple[str, str], list[str]] = {}
    for content in contents:
        for subject in subjects if content.subject_ids is None else content.subject_ids:
            led.setdefault((draw(leads), content.id), []).append(subject)
    return SupervisionPlan(
        number=draw(_PLAN_NUMBERS),
        issued_on=draw(_DAYS),
        issuer=draw(_LABELS),
        scope=draw(_LABELS),
        period=Period.of_year(2025),
        contents=contents,
        subjects=[Subject(id=one) for one in subjects],
        lead_units=_LEADS,
        delegations=delegated,
        charges=[Charge(lead_id=lead, subject_ids=some, content_ids=[content]) for (lead, content), some in led.items()],
        standards=draw(_STANDARDS),
    )


def acknowledged_results() -> st.SearchStrategy[AcknowledgedResult]:
    """Results that a conclusion acknowledges."""
    return st.builds(
        AcknowledgedResult,
        text=labels(),
        obligation=st.sampled_from([None, "dialogue_with_people"]),
        right=st.one_of(st.none(), st.sampled_from(Right)),
        sources=_SOURCES,
    )


_STEP_KINDS = st.sampled_from(StepKind)


@st.composite
def matter_steps(draw: st.DrawFn) -> MatterStep:
    """Steps of every kind; those that forward name to whom."""
    kind = draw(_STEP_KINDS)
    return MatterStep(
        matter_id=draw(_IDS),
        kind=kind,
        on=draw(_DAYS),
        to_id=draw(_IDS) if kind is StepKind.FORWARDED else None,
        sources=draw(_SOURCES),
    )


def follow_ups() -> st.SearchStrategy[FollowUp]:
    """How single matters stand."""
    asked = st.tuples(matters_with_steps(min_matters=1), days(first=date(2026, 1, 1), last=date(2026, 12, 31)))
    return parts(asked, lambda drawn: follow_up(*drawn[0], as_of=drawn[1]).values())


def discrepancies() -> st.SearchStrategy[Discrepancy]:
    """Headlines that do not reconcile with their parts, too high and too low."""
    return st.tuples(tallies(), st.integers(-9, 9).filter(bool)).map(
        lambda drawn: Discrepancy(kind=drawn[0].kind, headline=max(0, drawn[0].total + drawn[1]), total=drawn[0].total)
    )


def tally_changes() -> st.SearchStrategy[TallyChange]:
    """What changed from one year to the next; some parts were counted only once."""
    asked = st.one_of(
        *(
            st.tuples(*(tallies(kind=kind, population="work", period=Period.of_year(year)) for year in (2024, 2025)))
            for kind in CountKind
        )
    )
    return asked.map(lambda two: change_between(*two))


def review_sections() -> st.SearchStrategy[ReviewSection]:
    """Sections of a review, empty ones among them."""
    return parts(reviews(), attrgetter("sections"))


def review_lines() -> st.SearchStrategy[ReviewLine]:
    """Lines of a review: with a count, a state, a day, a remark, a citation, or nothing but a label."""
    return st.one_of(
        parts(reviews(), lambda review: [line for section in review.sections for line in section.lines]),
        st.builds(
            ReviewLine,
            label=labels(),
            count=st.integers(0, 99),
            kind=st.sampled_from(CountKind),
            percent=st.one_of(st.none(), st.fractions(0, 100, max_denominator=10)),
            day=st.one_of(st.none(), days()),
            citation=st.one_of(st.none(), citations()),
            sources=_SOURCES,
        ),
    )


def disclosures() -> st.SearchStrategy[Disclosure]:
    """Rows of the table of disclosures."""
    return st.sampled_from(DISCLOSURES)


def withheld_values() -> st.SearchStrategy[Withheld]:
    """What stands in the place of values of any kind that are withheld."""
    kinds = st.sampled_from([kind for one in DISCLOSURES for kind in one.kinds])
    return st.builds(Withheld, kind=kinds, audience=st.sampled_from(Audience), reason=st.sampled_from(WithheldReason))
