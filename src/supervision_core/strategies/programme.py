"""Plans of supervision, sessions, counts and reviews: generators for tests."""

from __future__ import annotations

from datetime import date, timedelta
from functools import cache
from operator import attrgetter

from hypothesis import strategies as st

from supervision_core.programme.plan import Charge, Delegation, PlanContent, SupervisionMethod, SupervisionPlan
from supervision_core.programme.protecting import publish
from supervision_core.programme.publishing import PublishedTally
from supervision_core.programme.reviews import (
    Review,
    ReviewKind,
    matters_section,
    session_section,
    tally_section,
)
from supervision_core.programme.sessions import AcknowledgedResult, DelegationSession, Matter, MatterKind, MatterStep, StepKind
from supervision_core.programme.tallies import CountKind, Tally
from supervision_core.programme.turns import SupervisionTurn
from supervision_core.rotation.roster import Subject
from supervision_core.strategies.values import citations, days, identifiers, labels
from supervision_core.values.periods import Period, days_after
from supervision_core.values.text import composed

__all__ = [
    "delegations",
    "matters",
    "matters_with_steps",
    "plan_contents",
    "published_tallies",
    "reviews",
    "sessions",
    "supervision_plans",
    "tallies",
    "turns",
]

_SUBJECTS = ("CB1", "CB2", "CB3", "Ủy ban nhân dân phường")
_PEOPLE = ("trưởng đoàn", "thư ký", "CB1")
_LEADS = ("front", "women")
# Built once: Hypothesis checks each strategy object anew.
_IDS = identifiers()
_LABELS = labels()
_DAYS = days()
_METHODS = st.sets(st.sampled_from(SupervisionMethod), max_size=3)


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


_COUNTS_PEOPLE = ("CB1", "CB2", "CB3", "Nguyễn Văn Ất")
# Built once, as all that is drawn often: Hypothesis checks every strategy object that it meets anew.
_PARTS = st.dictionaries(
    st.one_of(st.sampled_from(["front", "women", "youth", "labour"]), identifiers().map(composed)),
    st.integers(0, 12),
    max_size=4,
)
_HEADLINES = st.one_of(st.none(), st.integers(0, 30))
_COUNTS_SUBJECTS = st.lists(st.sampled_from(_COUNTS_PEOPLE), min_size=1, max_size=3, unique=True)
_LEADERS = st.sampled_from(["front", "women", "FWC 7"])
_TIERS = st.sampled_from([None, "district", "ward"])
_MATTER_KINDS = st.sampled_from(MatterKind)
_ADDRESSEES = st.sampled_from(["chair", "committee"])
_COMPETENT = st.sampled_from([None, "committee"])
_COUNTS_SOURCES = st.sampled_from([(), ("letter-1",)])
_DUE_AFTER = st.one_of(st.none(), st.integers(0, 90))
_COUNTS_STEP_KINDS = st.lists(st.sampled_from(StepKind), max_size=4)
_COUNTS_MEMBERS = st.lists(st.sampled_from(_COUNTS_PEOPLE), unique=True)
_MEMBER = st.sampled_from(_COUNTS_PEOPLE)
_RESULTS = st.lists(st.builds(AcknowledgedResult, text=labels()), max_size=2)
_REVIEW_KINDS = st.sampled_from(ReviewKind)
_REVIEW_DAYS = days(first=date(2026, 1, 1), last=date(2026, 12, 31))


def tallies(
    *, kind: CountKind | None = None, population: str | None = None, period: Period | None = None
) -> st.SearchStrategy[Tally]:
    """Tallies with few parts and small counts; some with a headline that does not reconcile."""
    return st.builds(
        Tally,
        kind=st.sampled_from(CountKind) if kind is None else st.just(kind),
        population=st.sampled_from(["work", "live"]) if population is None else st.just(population),
        parts=_PARTS,
        headline=_HEADLINES,
        period=st.just(period),
    )


def published_tallies() -> st.SearchStrategy[PublishedTally]:
    """Tallies for the public, of which most keep something back."""
    return st.tuples(tallies(), st.integers(3, 6)).map(lambda drawn: publish(drawn[0], at_least=drawn[1]))


@st.composite
def turns(draw: st.DrawFn) -> SupervisionTurn:
    """Turns of supervision; some without a tier, some with more people commented on than opinions."""
    subjects = draw(_COUNTS_SUBJECTS)
    commented = draw(_COUNTS_SUBJECTS) if draw(st.booleans()) else []
    return SupervisionTurn(
        id=draw(identifiers()),
        on=draw(days()),
        lead_unit_id=draw(_LEADERS),
        subject_ids=subjects,
        tier=draw(_TIERS),
        commented_ids=[one for one in commented if one in subjects],
        opinions=draw(st.integers(0, 2)),
    )


@st.composite
def matters(draw: st.DrawFn, *, kind: MatterKind | None = None) -> Matter:
    """Matters with and without a day, with the competent one known or not."""
    raised_on = draw(days())
    later = draw(_DUE_AFTER)
    return Matter(
        id=draw(identifiers()),
        kind=draw(_MATTER_KINDS) if kind is None else kind,
        text=draw(labels()),
        addressee_id=draw(_ADDRESSEES),
        raised_on=raised_on,
        due=None if later is None else days_after(raised_on, later),
        about_id="CB1",
        competent_id=draw(_COMPETENT),
        sources=draw(_COUNTS_SOURCES),
    )


_MATTERS = matters()
_RECOMMENDATIONS = st.lists(matters(kind=MatterKind.RECOMMENDATION), max_size=2, unique_by=attrgetter("id"))


@st.composite
def matters_with_steps(draw: st.DrawFn, *, min_matters: int = 0, max_matters: int = 3) -> tuple[list[Matter], list[MatterStep]]:
    """Matters with the steps that followed, which ``follow_up`` accepts."""
    found = draw(st.lists(_MATTERS, min_size=min_matters, max_size=max_matters, unique_by=attrgetter("id")))
    steps: list[MatterStep] = []
    for matter in found:
        kinds = draw(_COUNTS_STEP_KINDS)
        on = matter.raised_on + timedelta(days=draw(st.integers(0, 100)))
        for kind in kinds:
            to_id = "committee" if kind is StepKind.FORWARDED else None
            steps.append(MatterStep(matter_id=matter.id, kind=kind, on=on, to_id=to_id))
            # On another day, so that nothing is settled and declined on one.
            on += timedelta(days=draw(st.integers(1, 30)))
    return found, steps


@st.composite
def sessions(draw: st.DrawFn) -> DelegationSession:
    """Sessions of delegations; in some the subject is a member."""
    held_on = draw(days())
    asked = draw(_RECOMMENDATIONS)
    return DelegationSession(
        id=draw(identifiers()),
        head_id="chair of the Front",
        member_ids=draw(_COUNTS_MEMBERS),
        subject_id=draw(_MEMBER),
        content=draw(labels()),
        period=Period.of_year(2023),
        held_on=held_on,
        results=draw(_RESULTS),
        recommendations=[one for one in asked if one.raised_on >= held_on],
    )


_MATTERS_WITH_STEPS = matters_with_steps()
_COUNTS = st.one_of(tallies(), published_tallies())
_SESSIONS = sessions()


@st.composite
def reviews(draw: st.DrawFn) -> Review:
    """Reviews of 2025 with counts, a session and matters."""
    found, steps = draw(_MATTERS_WITH_STEPS)
    as_of = draw(_REVIEW_DAYS)
    return Review(
        id=draw(identifiers()),
        kind=draw(_REVIEW_KINDS),
        title=draw(labels()),
        submitted_by=draw(labels()),
        period=Period.of_year(2025),
        as_of=as_of,
        sections=[
            tally_section("counts", draw(labels()), draw(_COUNTS)),
            session_section(draw(_SESSIONS), as_of=as_of, code="session"),
            matters_section("matters", draw(labels()), found, steps, as_of=as_of),
        ],
    )
