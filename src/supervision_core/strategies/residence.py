"""Evidence from the place of residence, from registers, and the forms that comments are made on."""

from __future__ import annotations

from datetime import date, timedelta
from operator import attrgetter

from hypothesis import strategies as st

from supervision_core.evidence.comments import CommentDuty, ResidenceComment, comment_duty
from supervision_core.evidence.discipline import DisciplineFinding, DisciplineRecord
from supervision_core.evidence.forms import FORM_EXEMPT, FORM_FULL, CommentForm, FormCriterion, FormStep
from supervision_core.evidence.residence import (
    Bearer,
    ContributionRecord,
    MeetingRecord,
    ObligationRecord,
    ResidenceStatus,
)
from supervision_core.periods import Period
from supervision_core.strategies.law import citations
from supervision_core.strategies.words import identifiers, labels
from supervision_core.text import composed

__all__ = [
    "comment_duties",
    "comment_forms",
    "contribution_records",
    "discipline_records",
    "form_criteria",
    "form_steps",
    "meeting_records",
    "obligation_records",
    "residence_comments",
]

_YEAR = 2014
_PERIOD = Period.of_year(_YEAR)
_SUBJECT = "o1"
_BODIES = ("b1", "b2", _SUBJECT)


def days_of_2014() -> st.SearchStrategy[date]:
    """Days of the year that the generated dossiers are about."""
    return st.integers(0, _PERIOD.days - 1).map(lambda number: _PERIOD.start + timedelta(days=number))


def residence_comments(
    *, subject_id: str = _SUBJECT, ids: st.SearchStrategy[str] | None = None, year: int = _YEAR
) -> st.SearchStrategy[ResidenceComment]:
    """Comments of the place of residence on either form; some made without the Front, some that say nothing."""
    return _comments(subject_id, identifiers() if ids is None else ids, year)


@st.composite
def _comments(draw: st.DrawFn, subject_id: str, ids: st.SearchStrategy[str], year: int) -> ResidenceComment:
    form = draw(st.sampled_from([FORM_FULL, FORM_EXEMPT]))
    steps = {one.code: draw(st.sampled_from(form.steps_of(one.code))) for one in form.criteria if draw(st.booleans())}
    return ResidenceComment(
        id=draw(ids),
        subject_id=subject_id,
        year=year,
        made_on=date(year, 12, 5),
        made_by=draw(st.sampled_from(_BODIES)),
        with_front=draw(st.booleans()),
        form=form,
        steps=steps,
    )


def meeting_records(
    *, subject_id: str = _SUBJECT, ids: st.SearchStrategy[str] | None = None
) -> st.SearchStrategy[MeetingRecord]:
    """Who came to which meeting and spoke; records of one meeting may contradict each other."""
    return _meetings(subject_id, identifiers() if ids is None else ids)


@st.composite
def _meetings(draw: st.DrawFn, subject_id: str, ids: st.SearchStrategy[str]) -> MeetingRecord:
    attended = draw(st.sampled_from([None, True, False]))
    return MeetingRecord(
        id=draw(ids),
        subject_id=subject_id,
        meeting_id=draw(st.sampled_from(["quý 1", "quý 2", "quý 3"])),
        held_on=draw(days_of_2014()),
        attended=attended,
        gave_opinion=draw(st.sampled_from([None, False] if attended is False else [None, True, False])),
    )


def obligation_records(
    *, subject_id: str = _SUBJECT, ids: st.SearchStrategy[str] | None = None
) -> st.SearchStrategy[ObligationRecord]:
    """Civic obligations of the official and of the household, fulfilled or not."""
    return st.builds(
        ObligationRecord,
        id=identifiers() if ids is None else ids,
        subject_id=st.just(subject_id),
        bearer=st.sampled_from(Bearer),
        obligation=st.sampled_from(["quỹ phòng chống thiên tai", "thuế đất"]),
        is_fulfilled=st.sampled_from([None, True, False]),
        recorded_on=st.just(date(_YEAR, 11, 1)),
    )


def contribution_records(
    *, subject_id: str = _SUBJECT, ids: st.SearchStrategy[str] | None = None
) -> st.SearchStrategy[ContributionRecord]:
    """Contributions to the locality."""
    return st.builds(
        ContributionRecord,
        id=identifiers() if ids is None else ids,
        subject_id=st.just(subject_id),
        what=labels(),
        given_on=days_of_2014(),
    )


def discipline_records(
    *, subject_id: str = _SUBJECT, ids: st.SearchStrategy[str] | None = None
) -> st.SearchStrategy[DisciplineRecord]:
    """What the discipline record says of the year, a month of it, or the year before."""
    return st.builds(
        DisciplineRecord,
        id=identifiers() if ids is None else ids,
        subject_id=st.just(subject_id),
        finding=st.sampled_from(DisciplineFinding),
        covers=st.sampled_from([_PERIOD, Period.of_month(_YEAR, 5), Period.of_year(_YEAR - 1)]),
        recorded_on=st.sampled_from([date(_YEAR + 1, 1, 5), date(_YEAR + 1, 3, 2)]),
    )


def comment_duties() -> st.SearchStrategy[CommentDuty]:
    """Whether the yearly comment was due and made, in years with and without a rule that was read."""
    asked = st.sampled_from([_YEAR, 2021]).flatmap(
        lambda year: st.tuples(
            st.sampled_from(ResidenceStatus), st.lists(residence_comments(year=year), max_size=2), st.just(year)
        )
    )
    return asked.map(lambda drawn: comment_duty(drawn[0], drawn[1], year=drawn[2]))


def form_steps() -> st.SearchStrategy[FormStep]:
    """Steps that a form offers."""
    return st.builds(FormStep, code=identifiers(), label=labels())


def form_criteria() -> st.SearchStrategy[FormCriterion]:
    """Lines of a form with one to three steps."""
    steps = st.lists(form_steps(), min_size=1, max_size=3, unique_by=lambda step: composed(step.code))
    return st.builds(FormCriterion, code=identifiers(), label=labels(), steps=steps)


def comment_forms() -> st.SearchStrategy[CommentForm]:
    """The shipped forms, and invented ones."""
    lines = st.lists(form_criteria(), max_size=3, unique_by=attrgetter("code"))
    invented = st.builds(
        CommentForm, code=identifiers(), label=labels(), criteria=lines, citation=st.one_of(st.none(), citations())
    )
    return st.one_of(st.sampled_from([FORM_FULL, FORM_EXEMPT]), invented)
