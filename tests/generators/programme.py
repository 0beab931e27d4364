"""Plans of supervision, sessions, counts and reviews: generators that only this project's own tests need."""

from datetime import date
from operator import attrgetter

from hypothesis import strategies as st

from supervision_core.obligations.model import Right
from supervision_core.programme.audiences import DISCLOSURES, Audience, Disclosure, Withheld, WithheldReason
from supervision_core.programme.following import FollowUp, follow_up
from supervision_core.programme.plan import Charge
from supervision_core.programme.reviews import (
    ReviewLine,
    ReviewSection,
)
from supervision_core.programme.sessions import AcknowledgedResult, MatterStep, StepKind
from supervision_core.programme.tallies import CountKind, Discrepancy, TallyChange, change_between
from supervision_core.strategies.programme import _DAYS, _IDS, _SUBJECTS, _some, matters_with_steps, reviews, tallies
from supervision_core.strategies.values import citations, days, identifiers, labels, parts
from supervision_core.values.periods import Period

_SOURCES = st.sampled_from([(), ("letter-1",), ("minutes-1", "minutes-2")])


def charges() -> st.SearchStrategy[Charge]:
    """Charges of a lead unit or a delegation."""
    return st.builds(Charge, lead_id=identifiers(), subject_ids=_some(_SUBJECTS), content_ids=_some(("đạo đức", "dân chủ")))



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


