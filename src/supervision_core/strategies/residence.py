"""Evidence from the place of residence, from registers, and the forms that comments are made on."""

from __future__ import annotations

from datetime import date, timedelta
from operator import attrgetter

from hypothesis import strategies as st

from supervision_core.evidence.comments import (
    FORM_EXEMPT,
    FORM_FULL,
    CommentDuty,
    CommentForm,
    FormCriterion,
    FormStep,
    ResidenceComment,
    comment_duty,
)
from supervision_core.evidence.records import (
    Bearer,
    ContributionRecord,
    DisciplineFinding,
    DisciplineRecord,
    MeetingRecord,
    ObligationRecord,
    ResidenceStatus,
)
from supervision_core.strategies.law import citations
from supervision_core.strategies.words import identifiers, labels
from supervision_core.values.periods import Period
from supervision_core.values.text import composed

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


# Built once: Hypothesis checks each strategy object anew.
_IDS = identifiers()
_DAYS = st.sampled_from([_PERIOD.start + timedelta(days=number) for number in range(_PERIOD.days)])
_YES_OR_NO = st.booleans()
_YES_NO_OR_UNKNOWN = st.sampled_from([None, True, False])


def days_of_2014() -> st.SearchStrategy[date]:
    """Days of the year that the generated dossiers are about."""
    return _DAYS


def residence_comments(
    *, subject_id: str = _SUBJECT, ids: st.SearchStrategy[str] | None = None, year: int = _YEAR
) -> st.SearchStrategy[ResidenceComment]:
    """Comments of the place of residence on either form; some made without the Front, some that say nothing."""
    return _comments(subject_id, _IDS if ids is None else ids, year)


@st.composite
def _comments(draw: st.DrawFn, subject_id: str, ids: st.SearchStrategy[str], year: int) -> ResidenceComment:
    return draw_comment(draw, subject_id, draw(ids), year)


def _open_or_a_step(form: CommentForm, criterion: str) -> st.SearchStrategy[str | None]:
    steps = form.steps_of(criterion)
    return st.sampled_from([*[None] * len(steps), *steps])


_MAKERS = st.sampled_from(_BODIES)
_FORMS = st.sampled_from([FORM_FULL, FORM_EXEMPT])
_STEPS = {form.code: {one.code: _open_or_a_step(form, one.code) for one in form.criteria} for form in (FORM_FULL, FORM_EXEMPT)}


def draw_comment(draw: st.DrawFn, subject_id: str, given: str, year: int = _YEAR) -> ResidenceComment:
    """A comment with the id that is given."""
    form = draw(_FORMS)
    chosen = {criterion: draw(steps) for criterion, steps in _STEPS[form.code].items()}
    return ResidenceComment(
        id=given,
        subject_id=subject_id,
        year=year,
        made_on=date(year, 12, 5),
        made_by=draw(_MAKERS),
        with_front=draw(_YES_OR_NO),
        form=form,
        steps={criterion: step for criterion, step in chosen.items() if step is not None},
    )


def meeting_records(
    *, subject_id: str = _SUBJECT, ids: st.SearchStrategy[str] | None = None
) -> st.SearchStrategy[MeetingRecord]:
    """Who came to which meeting and spoke; records of one meeting may contradict each other."""
    return _meetings(subject_id, _IDS if ids is None else ids)


@st.composite
def _meetings(draw: st.DrawFn, subject_id: str, ids: st.SearchStrategy[str]) -> MeetingRecord:
    return draw_meeting(draw, subject_id, draw(ids))


_MEETINGS = st.sampled_from(["quý 1", "quý 2", "quý 3"])
_OPINION_OF_THE_ABSENT = st.sampled_from([None, False])


def draw_meeting(draw: st.DrawFn, subject_id: str, given: str) -> MeetingRecord:
    """A record of a meeting with the id that is given."""
    attended = draw(_YES_NO_OR_UNKNOWN)
    return MeetingRecord(
        id=given,
        subject_id=subject_id,
        meeting_id=draw(_MEETINGS),
        held_on=draw(_DAYS),
        attended=attended,
        gave_opinion=draw(_OPINION_OF_THE_ABSENT if attended is False else _YES_NO_OR_UNKNOWN),
    )


def obligation_records(
    *, subject_id: str = _SUBJECT, ids: st.SearchStrategy[str] | None = None
) -> st.SearchStrategy[ObligationRecord]:
    """Civic obligations of the official and of the household, fulfilled or not."""
    return _obligations(subject_id, _IDS if ids is None else ids)


@st.composite
def _obligations(draw: st.DrawFn, subject_id: str, ids: st.SearchStrategy[str]) -> ObligationRecord:
    return draw_obligation(draw, subject_id, draw(ids))


_BEARERS = st.sampled_from(Bearer)
_OBLIGATIONS = st.sampled_from(["quỹ phòng chống thiên tai", "thuế đất"])


def draw_obligation(draw: st.DrawFn, subject_id: str, given: str) -> ObligationRecord:
    """A record of an obligation with the id that is given."""
    return ObligationRecord(
        id=given,
        subject_id=subject_id,
        bearer=draw(_BEARERS),
        obligation=draw(_OBLIGATIONS),
        is_fulfilled=draw(_YES_NO_OR_UNKNOWN),
        recorded_on=date(_YEAR, 11, 1),
    )


def contribution_records(
    *, subject_id: str = _SUBJECT, ids: st.SearchStrategy[str] | None = None
) -> st.SearchStrategy[ContributionRecord]:
    """Contributions to the locality."""
    return _contributions(subject_id, _IDS if ids is None else ids)


@st.composite
def _contributions(draw: st.DrawFn, subject_id: str, ids: st.SearchStrategy[str]) -> ContributionRecord:
    return draw_contribution(draw, subject_id, draw(ids))


_LABELS = labels()


def draw_contribution(draw: st.DrawFn, subject_id: str, given: str) -> ContributionRecord:
    """A record of a contribution with the id that is given."""
    return ContributionRecord(id=given, subject_id=subject_id, what=draw(_LABELS), given_on=draw(_DAYS))


def discipline_records(
    *, subject_id: str = _SUBJECT, ids: st.SearchStrategy[str] | None = None
) -> st.SearchStrategy[DisciplineRecord]:
    """What the discipline record says of the year, a month of it, or the year before."""
    return _discipline(subject_id, _IDS if ids is None else ids)


@st.composite
def _discipline(draw: st.DrawFn, subject_id: str, ids: st.SearchStrategy[str]) -> DisciplineRecord:
    return draw_discipline(draw, subject_id, draw(ids))


_FINDINGS = st.sampled_from(DisciplineFinding)
_COVERED = st.sampled_from([_PERIOD, Period.of_month(_YEAR, 5), Period.of_year(_YEAR - 1)])
_RECORDED = st.sampled_from([date(_YEAR + 1, 1, 5), date(_YEAR + 1, 3, 2)])


def draw_discipline(draw: st.DrawFn, subject_id: str, given: str) -> DisciplineRecord:
    """A record of discipline with the id that is given."""
    return DisciplineRecord(
        id=given, subject_id=subject_id, finding=draw(_FINDINGS), covers=draw(_COVERED), recorded_on=draw(_RECORDED)
    )


def comment_duties() -> st.SearchStrategy[CommentDuty]:
    """Whether the yearly comment was due and made, in years with and without a rule that was read."""
    asked = st.one_of(
        *(
            st.tuples(st.sampled_from(ResidenceStatus), st.lists(residence_comments(year=year), max_size=2), st.just(year))
            for year in (_YEAR, 2021)
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
