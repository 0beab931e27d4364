"""What has to be done with a piece of feedback, by the words of the law in force on a day, as far as they were read."""

from __future__ import annotations

from datetime import date
from enum import Enum
from typing import final

import attrs

from supervision_core.citations import Citation
from supervision_core.evidence.feedback import Anonymity, Feedback, FeedbackKind
from supervision_core.evidence.instruments import (
    DENUNCIATION_LAW,
    DENUNCIATION_LAW_FROM,
    DENUNCIATION_LAW_UNTIL,
    THACH_THANG,
    verified,
)
from supervision_core.fields import Checks
from supervision_core.text import Label

__all__ = ["Handling", "HandlingAction", "handling"]


@final
class HandlingAction(Enum):
    """What has to be done."""

    #: Settle it as a denunciation.
    SETTLE = "settle"
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
    "settle": Label("giải quyết theo Luật Tố cáo", "settle it under the Law on Denunciations"),
    "inspect_or_forward": Label("kiểm tra hoặc chuyển đến nơi có thẩm quyền", "inspect it, or pass it on"),
    "count_only": Label("không giải quyết theo Luật Tố cáo, chỉ thống kê", "not settled as a denunciation, only counted"),
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


_BY_ANONYMITY = {
    Anonymity.NAMED: (HandlingAction.SETTLE, ""),
    Anonymity.NO_EVIDENCE: (HandlingAction.COUNT_ONLY, "25.1"),
    Anonymity.WITH_EVIDENCE: (HandlingAction.INSPECT_OR_FORWARD, "25.2"),
    Anonymity.NOT_LOOKED_AT: (HandlingAction.LOOK_AT_CONTENT, "25"),
}


def handling(feedback: Feedback, *, on: date) -> Handling:
    """What has to be done with it by the rules of a day; only a denunciation falls under the Law on Denunciations.

    >>> from datetime import date
    >>> from supervision_core import Feedback, FeedbackKind
    >>> from supervision_core.evidence.handling import handling
    >>> letter = Feedback(
    ...     id="fb-1", subject_id="o1", channel="suggestion_box", kind=FeedbackKind.DENUNCIATION,
    ...     received_on=date(2020, 5, 6), is_checkable=True,
    ... )
    >>> what = handling(letter, on=date(2020, 5, 7))
    >>> what.action.value, what.citation.article
    ('inspect_or_forward', '25.2')
    >>> handling(letter, on=date(2027, 1, 1)).action.value
    'not_encoded'

    Source: Law on Denunciations 25/2018/QH14, articles 25.1 and 25.2, in force from 01/01/2019; amended from 01/07/2026.
    """
    checks = Checks("handling")
    given = checks.kind("feedback", feedback, Feedback, "a Feedback")
    if checks.day("on", on) and given and on < feedback.received_on:
        checks.fault("before_receipt", "on", on, f"{feedback.received_on.isoformat()}, the day of its receipt, or later")
    checks.done()
    if feedback.kind is FeedbackKind.COMMENT:
        return Handling(action=HandlingAction.HAND_ON)
    if feedback.kind is FeedbackKind.REFLECTION:
        return Handling(action=HandlingAction.ANSWER, citation=THACH_THANG)
    if not DENUNCIATION_LAW_FROM <= on < DENUNCIATION_LAW_UNTIL:
        return Handling(action=HandlingAction.NOT_ENCODED)
    action, article = _BY_ANONYMITY[feedback.anonymity]
    return Handling(action=action, citation=verified(DENUNCIATION_LAW, article))
