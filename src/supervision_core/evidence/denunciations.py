"""What is to be done with a piece of feedback by the rules of a day: a denunciation by its form, its content and competence."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from enum import Enum
from typing import Final, final

import attrs

from supervision_core.evidence.feedback import Anonymity, Checked, Feedback, FeedbackKind
from supervision_core.evidence.instruments import (
    DENUNCIATION_LAW,
    DENUNCIATION_LAW_FROM,
    DENUNCIATION_LAW_UNTIL,
    RECEPTION_LAW,
    REGULATION_366,
    THACH_THANG,
    verified,
)
from supervision_core.evidence.time_limits import TIME_LIMITS
from supervision_core.values.checks import Checks, as_tuple, composed_each, composed_sorted
from supervision_core.values.citations import Citation
from supervision_core.values.labels import Label
from supervision_core.values.text import Language, composed, shown, veiled
from supervision_core.values.wording import Names, Wording, wording

__all__ = ["Handling", "HandlingAction", "RatingNote", "handling", "notes_before_rating"]


@final
class HandlingAction(Enum):
    """What has to be done."""

    #: Settle it as a denunciation, as far as the body is competent.
    SETTLE = "settle"
    #: Pass the denunciation on to the body that is competent.
    FORWARD = "forward"
    #: See whether it came in the form of a denunciation: by a written petition or in person.
    LOOK_AT_FORM = "look_at_form"
    #: Show the complaint the way to whoever is competent to settle it.
    GUIDE = "guide"
    #: Look into it, or pass it on to whoever is competent, though it is not settled as a denunciation.
    INSPECT_OR_FORWARD = "inspect_or_forward"
    #: It is not settled as a denunciation; it still counts as one reflection received.
    COUNT_ONLY = "count_only"
    #: First look whether its content can be checked.
    LOOK_AT_CONTENT = "look_at_content"
    #: Answer it.
    ANSWER = "answer"
    #: Hand it to the one it is meant for.
    HAND_ON = "hand_on"
    #: The law of that day was not read; ask a lawyer.
    NOT_ENCODED = "not_encoded"

    @property
    def label(self) -> Label:
        """What people read."""
        return _ACTION_LABELS[self.value]


_ACTION_LABELS = {
    "forward": Label("chuyển cơ quan có thẩm quyền giải quyết tố cáo", "pass it on to the competent body"),
    "look_at_form": Label("xem xét hình thức tố cáo", "see whether it has the form of a denunciation"),
    "guide": Label(
        "hướng dẫn hoặc chuyển đến người có thẩm quyền giải quyết khiếu nại", "show it the way to whoever settles complaints"
    ),
    "settle": Label("giải quyết theo Luật Tố cáo", "settle it under the Law on Denunciations"),
    "inspect_or_forward": Label("kiểm tra hoặc chuyển đến nơi có thẩm quyền", "inspect it, or pass it on"),
    "count_only": Label("không xử lý theo Luật Tố cáo, chỉ thống kê", "not settled as a denunciation, only counted"),
    "look_at_content": Label("xem xét nội dung có căn cứ để kiểm tra hay không", "see whether its content can be checked"),
    "answer": Label("tiếp nhận và trả lời", "take it in and answer it"),
    "hand_on": Label("chuyển người được góp ý để tiếp thu", "hand it to the one it is meant for"),
    "not_encoded": Label("chưa đối chiếu được quy định của thời điểm này", "the law of that day was not read"),
}


@final
@attrs.frozen(kw_only=True)
class Handling:
    """What has to be done with a piece of feedback, and where that stands."""

    #: What.
    action: HandlingAction
    #: Where it stands; None where no text was read.
    citation: Citation | None = None
    #: The codes of the time limits that go with it, sorted; none where the law sets no term.
    time_limits: tuple[str, ...] = attrs.field(default=(), converter=composed_sorted)

    def __attrs_post_init__(self) -> None:
        checks = Checks("Handling")
        checks.member("action", self.action, HandlingAction)
        checks.optional_kind("citation", self.citation, Citation, "a Citation")
        checks.identifiers("time_limits", self.time_limits)
        checks.done()


#: Channels by which a denunciation comes as a written petition or in person, and those by which it does not.
_IN_DUE_FORM: Final = frozenset({"direct_opinion", "suggestion_box", "citizen_reception"})
_BY_PHONE_OR_WEB: Final = frozenset({"hotline", "leaders_phone", "web_column", "camera"})
_BY_ANONYMITY = {
    Anonymity.NO_EVIDENCE: (HandlingAction.COUNT_ONLY, "25.1"),
    Anonymity.WITH_EVIDENCE: (HandlingAction.INSPECT_OR_FORWARD, "25.2"),
    Anonymity.NOT_LOOKED_AT: (HandlingAction.LOOK_AT_CONTENT, "25"),
}


def handling(feedback: Feedback, *, on: date, is_competent: bool | None = None) -> Handling:
    """What has to be done with it by the rules of a day; only a denunciation falls under the Law on Denunciations.

    A denunciation by phone or through the web is never settled under that law, whoever sent it: its content is looked at, and
    it is inspected, passed on or only counted, without a term. One by a written petition or in person is settled where the
    body that received it is competent, and passed on within five working days where it is not (``is_competent``; None where
    that is not said). Of a channel of the application's own it is not known in which form it carries a denunciation.

    >>> from datetime import date
    >>> from supervision_core import Feedback
    >>> from supervision_core.evidence import FeedbackKind
    >>> from supervision_core.evidence import handling
    >>> letter = Feedback(
    ...     id="fb-1", subject_id="o1", channel="suggestion_box", kind=FeedbackKind.DENUNCIATION,
    ...     received_on=date(2020, 5, 6), is_checkable=True,
    ... )
    >>> what = handling(letter, on=date(2020, 5, 7))
    >>> what.action.value, what.citation.article
    ('inspect_or_forward', '25.2')
    >>> handling(letter, on=date(2027, 1, 1)).action.value
    'not_encoded'

    Source: Law on Denunciations 25/2018/QH14, articles 22, 24 and 25, in force from 01/01/2019; amended from 01/07/2026.
    """
    checks = Checks("handling")
    given = checks.kind("feedback", feedback, Feedback, "a Feedback")
    if checks.day("on", on) and given and on < feedback.received_on:
        checks.fault("before_receipt", "on", on, f"{feedback.received_on.isoformat()}, the day of its receipt, or later")
    checks.optional_kind("is_competent", is_competent, bool, "True or False")
    checks.done()
    if feedback.kind is FeedbackKind.COMMENT:
        return Handling(action=HandlingAction.HAND_ON)
    if feedback.kind is FeedbackKind.REFLECTION:
        return Handling(action=HandlingAction.ANSWER, citation=THACH_THANG)
    if feedback.kind is FeedbackKind.COMPLAINT:
        return _guided(on)
    if not DENUNCIATION_LAW_FROM <= on < DENUNCIATION_LAW_UNTIL:
        return Handling(action=HandlingAction.NOT_ENCODED)
    return _denounced(feedback, is_competent=is_competent)


def _guided(on: date) -> Handling:
    """A complaint is shown the way by the law of reception, as far as it was read."""
    limit = TIME_LIMITS["citizen_reception"]
    if not limit.binds(on):
        return Handling(action=HandlingAction.NOT_ENCODED)
    return Handling(action=HandlingAction.GUIDE, citation=verified(RECEPTION_LAW, "26"), time_limits=[limit.code])


def _denounced(feedback: Feedback, *, is_competent: bool | None) -> Handling:
    channel = feedback.channel.code
    if feedback.anonymity is not Anonymity.NAMED or channel in _BY_PHONE_OR_WEB:
        content = _CONTENT[feedback.is_checkable]
        action, article = _BY_ANONYMITY[content]
        return Handling(action=action, citation=verified(DENUNCIATION_LAW, article))
    if channel not in _IN_DUE_FORM:
        return Handling(action=HandlingAction.LOOK_AT_FORM, citation=verified(DENUNCIATION_LAW, "22"))
    settled, passed = ("denunciation_decision", "denunciation_settled"), ("denunciation_passed_on",)
    if is_competent is False:
        return Handling(action=HandlingAction.FORWARD, citation=verified(DENUNCIATION_LAW, "24.2"), time_limits=passed)
    limits = settled if is_competent else (*settled, *passed)
    return Handling(action=HandlingAction.SETTLE, citation=verified(DENUNCIATION_LAW, "24"), time_limits=limits)


#: What a content that can be checked, or cannot, or was not looked at, is worth, whoever sent it.
_CONTENT: Final = {True: Anonymity.WITH_EVIDENCE, False: Anonymity.NO_EVIDENCE, None: Anonymity.NOT_LOOKED_AT}


@final
@attrs.frozen(kw_only=True)
class RatingNote:
    """That something is to be verified before somebody is rated: a note beside the rating, no fact, and no part of a grade."""

    #: Whom it concerns.
    subject_id: str = attrs.field(converter=composed, repr=veiled)
    #: The denunciations and complaints that are not verified yet, by id, sorted.
    feedback_ids: tuple[str, ...] = attrs.field(converter=composed_sorted)
    #: Where it stands.
    citation: Citation

    def __attrs_post_init__(self) -> None:
        checks = Checks(f"RatingNote {shown(self.subject_id)}")
        checks.identifier("subject_id", self.subject_id)
        checks.identifiers("feedback_ids", self.feedback_ids)
        if self.feedback_ids == ():
            checks.fault("empty", "feedback_ids", (), "at least one")
        checks.kind("citation", self.citation, Citation, "a Citation")
        checks.done()

    def sentence(self, lang: Language, names: Names | None = None) -> str:
        """The note for people; what was said, and by whom, does not stand in it."""
        return rating_note_said(self, wording(lang, names))


_LETTER: Final = Label("đơn khiếu nại, tố cáo", "denunciation or complaint")
_LETTERS: Final = Label("đơn khiếu nại, tố cáo", "denunciations or complaints")
_TO_BE_VERIFIED = Label(
    "{subject}: cần xác minh trước khi xếp loại, còn {letters} chưa được xác minh ({cited}).",
    "{subject}: to be verified before rating, {letters} not verified yet ({cited}).",
)


def rating_note_said(note: RatingNote, by: Wording) -> str:
    """For whom something is to be verified first, how much, and where that stands."""
    return by.say(
        _TO_BE_VERIFIED,
        subject=by.name(note.subject_id),
        letters=by.counted(len(note.feedback_ids), _LETTER, _LETTERS),
        cited=note.citation.text(by.lang),
    )


_HELD: Final = frozenset({FeedbackKind.DENUNCIATION, FeedbackKind.COMPLAINT})
_REGULATION_366_FROM: Final = date(2025, 8, 30)


def notes_before_rating(feedback: Iterable[Feedback], *, on: date, governed: Iterable[str]) -> tuple[RatingNote, ...]:
    """For whom a denunciation or a complaint has to be verified by the superior before the rating, as it stands on a day.

    ``governed`` are those whom Regulation 366-QĐ/TW governs; of others it says nothing. The note changes no fact and no grade.
    Sorted by subject; none before 30 August 2025, when the Regulation came into force.

    >>> from datetime import date
    >>> from supervision_core import Feedback
    >>> from supervision_core.evidence import FeedbackKind, notes_before_rating
    >>> letter = Feedback(
    ...     id="fb-1", subject_id="o1", channel="suggestion_box", kind=FeedbackKind.DENUNCIATION, received_on=date(2026, 11, 2)
    ... )
    >>> [note] = notes_before_rating([letter], on=date(2026, 12, 1), governed=["o1"])
    >>> note.feedback_ids, note.citation.article
    (('fb-1',), '12')

    Source: Quy định 366-QĐ/TW, Article 12, step 3.
    """
    given, whom = as_tuple(feedback), composed_each(governed)
    checks = Checks("notes_before_rating")
    checks.each("feedback", given, Feedback, "a Feedback")
    checks.day("on", on)
    checks.identifiers("governed", whom)
    checks.done()
    if on < _REGULATION_366_FROM:
        return ()
    pending: dict[str, list[str]] = {}
    asked = frozenset(whom)
    for one in given:
        is_open = one.checked is Checked.PENDING or (one.checked_on is not None and one.checked_on > on)
        if one.kind in _HELD and one.received_on <= on and is_open and one.subject_id in asked:
            pending.setdefault(one.subject_id, []).append(one.id)
    cited = verified(REGULATION_366, "12")
    return tuple(RatingNote(subject_id=who, feedback_ids=pending[who], citation=cited) for who in sorted(pending))
