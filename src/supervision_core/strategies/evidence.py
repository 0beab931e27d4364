"""What is observed, and policies that weigh it: generators for tests."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from datetime import date, timedelta
from fractions import Fraction
from functools import cache
from itertools import combinations, cycle, islice, product
from operator import attrgetter
from typing import Any, Final

from hypothesis import strategies as st

from supervision_core.evidence.channels import CHANNELS, TOPICS
from supervision_core.evidence.comments import (
    FORM_EXEMPT,
    FORM_FULL,
    CommentForm,
    ResidenceComment,
)
from supervision_core.evidence.commitments import (
    FIVE_BUILD_THREE_FIGHT,
    Commitment,
    Progress,
    Registration,
)
from supervision_core.evidence.dossiers import KINDS, Dossier
from supervision_core.evidence.feedback import Checked, Feedback, FeedbackKind
from supervision_core.evidence.policy import COMMITMENTS_KEPT_SHARE, WARD_WEIGHING
from supervision_core.evidence.records import (
    Bearer,
    ConductRelation,
    ContributionRecord,
    DisciplineFinding,
    DisciplineKind,
    DisciplineRecord,
    MeetingRecord,
    ObligationRecord,
    Rating,
    ResidenceStatus,
)
from supervision_core.strategies.values import AWKWARD, identifiers, labels, parts
from supervision_core.values.periods import Period

__all__ = [
    "commitments",
    "days_of_2014",
    "dossiers",
    "draw_comment",
    "draw_contribution",
    "draw_discipline",
    "draw_meeting",
    "draw_obligation",
    "feedback",
    "ratings",
    "registrations",
]

_YEAR = 2014
_PERIOD = Period.of_year(_YEAR)
_SUBJECT = "o1"
_BODIES = ("b1", "b2", _SUBJECT)
_DAYS = st.sampled_from([_PERIOD.start + timedelta(days=number) for number in range(_PERIOD.days)])
_YES_OR_NO = st.booleans()
_YES_NO_OR_UNKNOWN = st.sampled_from([None, True, False])


def days_of_2014() -> st.SearchStrategy[date]:
    """Days of the year that the generated dossiers are about."""
    return _DAYS


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


_LABELS = labels()


def draw_contribution(draw: st.DrawFn, subject_id: str, given: str) -> ContributionRecord:
    """A record of a contribution with the id that is given."""
    return ContributionRecord(id=given, subject_id=subject_id, what=draw(_LABELS), given_on=draw(_DAYS))


_FINDINGS = st.sampled_from(DisciplineFinding)
_COVERED = st.sampled_from([_PERIOD, Period.of_month(_YEAR, 5), Period.of_year(_YEAR - 1)])
_RECORDED = st.sampled_from([date(_YEAR + 1, 1, 5), date(_YEAR + 1, 3, 2)])


_DECIDED = st.sampled_from([date(_YEAR, 6, 2), date(_YEAR, 12, 1), date(_YEAR + 1, 1, 5)])
_DISCIPLINE_KINDS = st.sampled_from([None, *DisciplineKind])
_RELATIONS = st.sampled_from([None, *ConductRelation])
_COUNTED_FOR = st.sampled_from([None, None, _YEAR, _YEAR - 1])


def draw_discipline(draw: st.DrawFn, subject_id: str, given: str) -> DisciplineRecord:
    """A record of discipline with the id that is given."""
    finding, covers = draw(_FINDINGS), draw(_COVERED)
    if finding is DisciplineFinding.CLEAR:
        return DisciplineRecord(id=given, subject_id=subject_id, finding=finding, covers=covers, recorded_on=draw(_RECORDED))
    return DisciplineRecord(
        id=given,
        subject_id=subject_id,
        finding=finding,
        covers=covers,
        recorded_on=draw(_DECIDED),
        kind=draw(_DISCIPLINE_KINDS),
        relates_to=draw(_RELATIONS),
        counted_for=draw(_COUNTED_FOR),
        at_former_body=draw(_YES_OR_NO),
    )


_PEOPLE = ("k1", "k2", "tổ 7")
_CODES = WARD_WEIGHING.codes
_ANSWERED = [code for code in _CODES if code != COMMITMENTS_KEPT_SHARE]
_TEXTS = ("Trả kết quả hồ sơ đất đai đúng hẹn", "Phấn đấu hoàn thành tốt nhiệm vụ", "Tiếp dân mỗi sáng thứ ba", "!")
# Built once: Hypothesis checks each strategy object anew.
_IDS = identifiers()
_EVIDENCE_DAYS = days_of_2014()
_CHANNELS = st.sampled_from(sorted(CHANNELS))
_BY = st.sampled_from([None, *_BODIES])


def feedback(*, subject_id: str = _SUBJECT, ids: st.SearchStrategy[str] | None = None) -> st.SearchStrategy[Feedback]:
    """Feedback of 2014 of every kind, anonymous or not, at every stage of its life."""
    return _feedback(subject_id, _IDS if ids is None else ids)


@st.composite
def _feedback(draw: st.DrawFn, subject_id: str, ids: st.SearchStrategy[str]) -> Feedback:
    return _draw_feedback(draw, subject_id, draw(ids))


# One draw for all topics and one for all that is said: as often none or one as two.
_TWO_TOPICS = list(combinations(sorted(TOPICS), 2))
_TOPICS = st.sampled_from(
    [*[()] * len(_TWO_TOPICS), *islice(cycle(combinations(sorted(TOPICS), 1)), len(_TWO_TOPICS)), *_TWO_TOPICS]
)
_ONE_SAYING = [{code: answer} for code, answer in product(_ANSWERED, (True, False))]
_TWO_SAYINGS = [{**one, **other} for one, other in combinations(_ONE_SAYING, 2) if one.keys() != other.keys()]
_SAYS = st.sampled_from([{}] * len(_TWO_SAYINGS) + list(islice(cycle(_ONE_SAYING), len(_TWO_SAYINGS))) + _TWO_SAYINGS)
_KEYS = st.sampled_from([None, *_PEOPLE])
# How it was checked, whether it can be, after how many days it was, and after how many it was answered.
_LIVES = st.sampled_from(
    [
        (checked, is_checkable, None if checked is Checked.PENDING else days, answered)
        for checked, is_checkable, days, answered in product(Checked, (None, True, False), range(41), (None, 0, 9))
        if checked is not Checked.CONFIRMED or is_checkable is not False
    ]
)
_WAYS = st.sampled_from(list(product(sorted(CHANNELS), FeedbackKind)))


def _draw_feedback(draw: st.DrawFn, subject_id: str, given: str) -> Feedback:
    received, (checked, is_checkable, until_checked, until_answered) = draw(_EVIDENCE_DAYS), draw(_LIVES)
    channel, kind = draw(_WAYS)
    return Feedback(
        id=given,
        subject_id=subject_id,
        channel=channel,
        kind=kind,
        received_on=received,
        topics=draw(_TOPICS),
        says=draw(_SAYS),
        reporter_key=draw(_KEYS),
        is_checkable=is_checkable,
        checked=checked,
        checked_on=None if until_checked is None else received + timedelta(until_checked),
        answered_on=None if until_answered is None else received + timedelta(until_answered),
    )


def ratings(*, subject_id: str = _SUBJECT, ids: st.SearchStrategy[str] | None = None) -> st.SearchStrategy[Rating]:
    """Ratings of 2014 on the facts that the ward's policy knows, some of them not applicable or about a part of the year."""
    return _ratings(subject_id, _IDS if ids is None else ids)


@st.composite
def _ratings(draw: st.DrawFn, subject_id: str, ids: st.SearchStrategy[str]) -> Rating:
    return _draw_rating(draw, subject_id, draw(ids))


_SHARES: tuple[bool | Fraction, ...] = (Fraction(100), Fraction(50))
_ANSWERS: tuple[bool | Fraction, ...] = (False, True)
# What is rated and how; one in eleven does not apply.
_RATED = st.sampled_from(
    [
        (code, answer)
        for code in _CODES
        for answer in (None, *islice(cycle(_SHARES if code == COMMITMENTS_KEPT_SHARE else _ANSWERS), 10))
    ]
)
_EVIDENCE_COVERED = st.sampled_from([None, None, _PERIOD, Period.of_month(_YEAR, 5)])
_HEARD = st.sampled_from(list(product(sorted(CHANNELS), (None, *_BODIES))))


def _draw_rating(draw: st.DrawFn, subject_id: str, given: str) -> Rating:
    (code, value), (channel, by) = draw(_RATED), draw(_HEARD)
    return Rating(
        id=given,
        subject_id=subject_id,
        channel=channel,
        code=code,
        value=value,
        applies=value is not None,
        rated_on=draw(_EVIDENCE_DAYS),
        by=by,
        covers=draw(_EVIDENCE_COVERED),
    )


def registrations(
    *, subject_id: str = _SUBJECT, ids: st.SearchStrategy[str] | None = None, year: int = _YEAR
) -> st.SearchStrategy[Registration]:
    """Registrations of a year, vague and unmeasurable ones among them."""
    return _registrations(subject_id, year, _IDS if ids is None else ids)


@st.composite
def _registrations(draw: st.DrawFn, subject_id: str, year: int, ids: st.SearchStrategy[str]) -> Registration:
    return _draw_registration(draw, subject_id, draw(ids), year)


_COMMITTED = st.sampled_from(_TEXTS)
_HEADS = st.sampled_from([None, *(head.code for head in FIVE_BUILD_THREE_FIGHT.heads)])
_RESULTS = st.sampled_from([None, "98% hồ sơ", "tốt hơn"])
_DUE = st.sampled_from([None, (0, 12, 15), (1, 1, 5)])
_HOW_MANY_COMMITMENTS = st.integers(1, 3)


def _draw_registration(draw: st.DrawFn, subject_id: str, given: str, year: int = _YEAR) -> Registration:
    items = []
    for number in range(draw(_HOW_MANY_COMMITMENTS)):
        due = draw(_DUE)
        items.append(
            Commitment(
                id=str(number),
                text=draw(_COMMITTED),
                head=draw(_HEADS),
                result=draw(_RESULTS),
                due_on=None if due is None else date(year + due[0], due[1], due[2]),
            )
        )
    return Registration(id=given, subject_id=subject_id, year=year, lodged_on=date(year, 1, 20), items=items)


def dossiers(*, subject_id: str = _SUBJECT, max_items: int = 3) -> st.SearchStrategy[Dossier]:
    """Dossiers of the year 2014 with up to ``max_items`` of each kind of evidence; contradictions are common."""
    return _dossiers(subject_id, st.sampled_from([0, 0, *range(1, max_items + 1)]))


_STATUSES = st.sampled_from([None, *ResidenceStatus])
# What makes an item of a kind for a subject and an id; progress is made last, for what was registered.
_ITEMS: Final[Mapping[str, Callable[[st.DrawFn, str, str], object]]] = {
    "ratings": _draw_rating,
    "feedback": _draw_feedback,
    "registrations": _draw_registration,
    "comments": draw_comment,
    "discipline": draw_discipline,
    "meetings": draw_meeting,
    "obligations": draw_obligation,
    "contributions": draw_contribution,
}
# A prime number of ids, so that any step walks through all of them before it comes back.
_HOW_MANY_IDS = 61
_POOL = (*AWKWARD, *(f"m{number}" for number in range(_HOW_MANY_IDS - len(AWKWARD))))
_WALKS = st.sampled_from(list(product(range(_HOW_MANY_IDS), range(1, _HOW_MANY_IDS))))


def _distinct_ids(draw: st.DrawFn, count: int) -> Iterator[str]:
    """Different ids, plain and awkward ones in any order: all of them by one draw."""
    start, step = draw(_WALKS)
    for number in range(count):
        yield _POOL[(start + step * number) % _HOW_MANY_IDS] if number < _HOW_MANY_IDS else f"more-{number}"


@st.composite
def _dossiers(draw: st.DrawFn, subject_id: str, how_many: st.SearchStrategy[int]) -> Dossier:
    counts = {name: draw(how_many) for name in KINDS}
    counts["registrations"] = min(counts["registrations"], 1)
    ids = _distinct_ids(draw, sum(counts.values()))
    held: dict[str, list[Any]] = {
        name: [make(draw, subject_id, next(ids)) for _ in range(counts[name])] for name, make in _ITEMS.items()
    }
    held["progress"] = _progress(draw, subject_id, held["registrations"], list(ids))
    return Dossier(subject_id=subject_id, period=_PERIOD, residence_status=draw(_STATUSES), **held)


_KEPT = st.sampled_from([None, True, False])


@cache
def _places(count: int) -> st.SearchStrategy[int]:
    return st.integers(0, count - 1)


def _progress(draw: st.DrawFn, subject_id: str, registered: list[Registration], ids: list[str]) -> list[Progress]:
    committed = [(one.id, item.id) for one in registered for item in one.items]
    return [
        Progress(
            id=given,
            subject_id=subject_id,
            registration_id=registration,
            item_id=item,
            channel=draw(_CHANNELS),
            noted_on=draw(_EVIDENCE_DAYS),
            is_kept=draw(_KEPT),
            by=draw(_BY),
        )
        for given in (ids if committed else [])
        for registration, item in [committed[draw(_places(len(committed)))]]
    ]


def commitments() -> st.SearchStrategy[Commitment]:
    """Commitments with and without a measurable result and a day."""
    return parts(registrations(), attrgetter("items"))
