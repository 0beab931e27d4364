"""Dossiers with every kind of evidence in them, contradictions included."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta
from fractions import Fraction
from typing import Any

from hypothesis import strategies as st

from supervision_core.evidence.channels import CHANNELS
from supervision_core.evidence.commitments import Commitment, Progress, Registration
from supervision_core.evidence.dossiers import KINDS, Dossier
from supervision_core.evidence.feedback import Checked, Feedback, FeedbackKind
from supervision_core.evidence.programmes import FIVE_BUILD_THREE_FIGHT
from supervision_core.evidence.ratings import Rating
from supervision_core.evidence.residence import (
    ResidenceStatus,
)
from supervision_core.evidence.topics import TOPICS
from supervision_core.evidence.vocabulary import COMMITMENTS_KEPT_SHARE
from supervision_core.evidence.ward_weighing import WARD_WEIGHING
from supervision_core.periods import Period
from supervision_core.strategies.residence import (
    contribution_records,
    days_of_2014,
    discipline_records,
    meeting_records,
    obligation_records,
    residence_comments,
)
from supervision_core.strategies.words import identifiers
from supervision_core.text import Label, composed

__all__ = ["dossiers", "feedback", "ratings", "registrations"]

_YEAR = 2014
_PERIOD = Period.of_year(_YEAR)
_SUBJECT = "o1"
_PEOPLE = ("k1", "k2", "tổ 7")
_BODIES = ("b1", "b2", _SUBJECT)
_PLAIN = Label("mục", "item")
_CODES = WARD_WEIGHING.codes
_ANSWERED = [code for code in _CODES if code != COMMITMENTS_KEPT_SHARE]
_TEXTS = ("Trả kết quả hồ sơ đất đai đúng hẹn", "Phấn đấu hoàn thành tốt nhiệm vụ", "Tiếp dân mỗi sáng thứ ba", "!")


def _channels() -> st.SearchStrategy[str]:
    return st.sampled_from(sorted(CHANNELS))


def feedback(*, subject_id: str = _SUBJECT, ids: st.SearchStrategy[str] | None = None) -> st.SearchStrategy[Feedback]:
    """Feedback of 2014 of every kind, anonymous or not, at every stage of its life."""
    return _feedback(subject_id, identifiers() if ids is None else ids)


@st.composite
def _feedback(draw: st.DrawFn, subject_id: str, ids: st.SearchStrategy[str]) -> Feedback:
    received = draw(days_of_2014())
    checked = draw(st.sampled_from(Checked))
    return Feedback(
        id=draw(ids),
        subject_id=subject_id,
        channel=draw(_channels()),
        kind=draw(st.sampled_from(FeedbackKind)),
        received_on=received,
        topics=draw(st.sets(st.sampled_from(sorted(TOPICS)), max_size=2)),
        says=draw(st.dictionaries(st.sampled_from(_ANSWERED), st.booleans(), max_size=2)),
        reporter_key=draw(st.sampled_from([None, *_PEOPLE])),
        is_checkable=draw(st.sampled_from([None, True] if checked is Checked.CONFIRMED else [None, True, False])),
        checked=checked,
        checked_on=None if checked is Checked.PENDING else received + timedelta(days=draw(st.integers(0, 40))),
        answered_on=draw(st.sampled_from([None, received, received + timedelta(days=9)])),
    )


def ratings(*, subject_id: str = _SUBJECT, ids: st.SearchStrategy[str] | None = None) -> st.SearchStrategy[Rating]:
    """Ratings of 2014 on the facts that the ward's policy knows, some of them not applicable or about a part of the year."""
    return _ratings(subject_id, identifiers() if ids is None else ids)


@st.composite
def _ratings(draw: st.DrawFn, subject_id: str, ids: st.SearchStrategy[str]) -> Rating:
    code = draw(st.sampled_from(_CODES))
    values: list[bool | Fraction] = [True, False]
    if code == COMMITMENTS_KEPT_SHARE:
        values = [Fraction(100), Fraction(50)]
    applies = draw(st.integers(0, 9)) > 0
    return Rating(
        id=draw(ids),
        subject_id=subject_id,
        channel=draw(_channels()),
        code=code,
        value=draw(st.sampled_from(values)) if applies else None,
        applies=applies,
        rated_on=draw(days_of_2014()),
        by=draw(st.sampled_from([None, *_BODIES])),
        covers=draw(st.sampled_from([None, None, _PERIOD, Period.of_month(_YEAR, 5)])),
    )


def registrations(
    *, subject_id: str = _SUBJECT, ids: st.SearchStrategy[str] | None = None, year: int = _YEAR
) -> st.SearchStrategy[Registration]:
    """Registrations of a year, vague and unmeasurable ones among them."""
    return _registrations(subject_id, year, identifiers() if ids is None else ids)


@st.composite
def _registrations(draw: st.DrawFn, subject_id: str, year: int, ids: st.SearchStrategy[str]) -> Registration:
    heads = [None, *(head.code for head in FIVE_BUILD_THREE_FIGHT.heads)]
    items = [
        Commitment(
            id=str(number),
            text=draw(st.sampled_from(_TEXTS)),
            head=draw(st.sampled_from(heads)),
            result=draw(st.sampled_from([None, "98% hồ sơ", "tốt hơn"])),
            due_on=draw(st.sampled_from([None, date(year, 12, 15), date(year + 1, 1, 5)])),
        )
        for number in range(draw(st.integers(1, 3)))
    ]
    return Registration(id=draw(ids), subject_id=subject_id, year=year, lodged_on=date(year, 1, 20), items=items)


def dossiers(*, subject_id: str = _SUBJECT, max_items: int = 3) -> st.SearchStrategy[Dossier]:
    """Dossiers of the year 2014 with up to ``max_items`` of each kind of evidence; contradictions are common."""
    return _dossiers(subject_id, max_items)


@st.composite
def _dossiers(draw: st.DrawFn, subject_id: str, max_items: int) -> Dossier:
    counts = {name: draw(st.sampled_from([0, 0, *range(1, max_items + 1)])) for name in KINDS}
    counts["registrations"] = min(counts["registrations"], 1)
    total = sum(counts.values())
    ids = iter(draw(st.lists(identifiers(), min_size=total, max_size=total, unique_by=composed)))
    held: dict[str, list[Any]] = {
        name: [_item(draw, name, subject_id, ids) for _ in range(count)] for name, count in counts.items() if name != "progress"
    }
    held["progress"] = _progress(draw, subject_id, held["registrations"], [next(ids) for _ in range(counts["progress"])])
    return Dossier(
        subject_id=subject_id,
        period=_PERIOD,
        residence_status=draw(st.sampled_from([None, *ResidenceStatus])),
        **held,
    )


def _item(draw: st.DrawFn, name: str, subject_id: str, ids: Iterator[str]) -> object:
    given = st.just(next(ids))
    made = {
        "ratings": ratings,
        "feedback": feedback,
        "registrations": registrations,
        "comments": residence_comments,
        "discipline": discipline_records,
        "meetings": meeting_records,
        "obligations": obligation_records,
        "contributions": contribution_records,
    }
    return draw(made[name](subject_id=subject_id, ids=given))


def _progress(draw: st.DrawFn, subject_id: str, registered: list[Registration], ids: list[str]) -> list[Progress]:
    places = [(one.id, item.id) for one in registered for item in one.items]
    return [
        Progress(
            id=given,
            subject_id=subject_id,
            registration_id=registration,
            item_id=item,
            channel=draw(_channels()),
            noted_on=draw(days_of_2014()),
            is_kept=draw(st.sampled_from([None, True, False])),
            by=draw(st.sampled_from([None, *_BODIES])),
        )
        for given in ids
        for registration, item in ([draw(st.sampled_from(places))] if places else [])
    ]
