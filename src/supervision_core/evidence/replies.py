"""Whether feedback was answered in time. How long an answer may take is never guessed: no public text read so far says it."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date, timedelta
from enum import Enum
from typing import final

from supervision_core.errors import Fault, InvalidInput
from supervision_core.evidence.feedback import Feedback
from supervision_core.evidence.working_days import WorkingDays
from supervision_core.fields import Checks, as_tuple
from supervision_core.mappings import IdMap
from supervision_core.text import Label, shown

__all__ = ["ReplyState", "reply_counts", "reply_due", "reply_state"]


@final
class ReplyState(Enum):
    """How an answer stands on a day."""

    #: Given by the day it was due.
    IN_TIME = "in_time"
    #: Given after that day.
    LATE = "late"
    #: Not given yet, and not yet due to have been.
    PENDING = "pending"
    #: Not given, though it was due.
    OVERDUE = "overdue"

    @property
    def label(self) -> Label:
        """What people read."""
        return _STATE_LABELS[self.value]


_STATE_LABELS = {
    "in_time": Label("trả lời đúng hạn", "answered in time"),
    "late": Label("trả lời quá hạn", "answered late"),
    "pending": Label("còn trong hạn", "not due yet"),
    "overdue": Label("quá hạn chưa trả lời", "overdue"),
}


def reply_due(feedback: Feedback, *, reply_due_days: int, working_days: WorkingDays | None) -> date:
    """The last day on which an answer is in time: so many days after the receipt, which itself is not counted.

    ``working_days`` says which days count; with None every day of the calendar does. Neither has a default.

    >>> from datetime import date
    >>> from supervision_core import Feedback, FeedbackKind, WorkingDays, reply_due
    >>> from supervision_core.periods import Period
    >>> friday = Feedback(
    ...     id="fb-1", subject_id="o1", channel="web_column", kind=FeedbackKind.REFLECTION, received_on=date(2014, 5, 9)
    ... )
    >>> reply_due(friday, reply_due_days=5, working_days=WorkingDays(known=Period.of_year(2014))).isoformat()
    '2014-05-16'
    >>> reply_due(friday, reply_due_days=5, working_days=None).isoformat()
    '2014-05-14'
    """
    checks = Checks("reply_due")
    checks.kind("feedback", feedback, Feedback, "a Feedback")
    checks.whole("reply_due_days", reply_due_days, at_least=1)
    checks.optional_kind("working_days", working_days, WorkingDays, "WorkingDays")
    checks.done()
    if working_days is None:
        return feedback.received_on + timedelta(days=reply_due_days)
    return working_days.after(feedback.received_on, reply_due_days)


def reply_state(feedback: Feedback, *, as_of: date, reply_due_days: int, working_days: WorkingDays | None) -> ReplyState:
    """How the answer stood at the end of a day; what was answered later was not answered then.

    A day before the receipt raises ``InvalidInput``.
    """
    due = reply_due(feedback, reply_due_days=reply_due_days, working_days=working_days)
    checks = Checks("reply_state")
    if checks.day("as_of", as_of) and as_of < feedback.received_on:
        expected = f"{feedback.received_on.isoformat()}, the day of its receipt, or later"
        raise InvalidInput((Fault("before_receipt", "reply_state.as_of", shown(as_of), expected),))
    checks.done()
    if feedback.answered_on is None or feedback.answered_on > as_of:
        return ReplyState.PENDING if as_of <= due else ReplyState.OVERDUE
    return ReplyState.IN_TIME if feedback.answered_on <= due else ReplyState.LATE


def reply_counts(
    feedback: Iterable[Feedback], *, as_of: date, reply_due_days: int, working_days: WorkingDays | None
) -> IdMap[IdMap[int]]:
    """How many answers stood how at the end of a day: by channel, then by state, zeros left out.

    What came in after that day is left out, too. The counts name nobody.

    Source: the web column and the weekly reception of Thạch Thang ward, which answer and settle in time.
    """
    given = as_tuple(feedback)
    checks = Checks("reply_counts")
    checks.each("feedback", given, Feedback, "a Feedback")
    checks.day("as_of", as_of)
    checks.whole("reply_due_days", reply_due_days, at_least=1)
    checks.optional_kind("working_days", working_days, WorkingDays, "WorkingDays")
    checks.done()
    counts: dict[str, dict[str, int]] = {}
    for one in given:
        if one.received_on > as_of:
            continue
        state = reply_state(one, as_of=as_of, reply_due_days=reply_due_days, working_days=working_days).value
        of_channel = counts.setdefault(one.channel.code, {})
        of_channel[state] = of_channel.get(state, 0) + 1
    return IdMap({channel: IdMap(states) for channel, states in counts.items()})
