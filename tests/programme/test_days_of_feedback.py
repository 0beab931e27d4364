"""J8: of feedback the official sees the month and not the day."""

from datetime import date

import attrs

import supervision_core as sc
from supervision_core import Period
from supervision_core.evidence import Checked, FeedbackKind

SAID = sc.Feedback(
    id="letter", subject_id="o1", channel="suggestion_box", kind=FeedbackKind.COMMENT, received_on=date(2026, 5, 13), says={"civic.standing": True},
    reporter_key="k-77", is_checkable=True, checked=Checked.CONFIRMED, checked_on=date(2026, 5, 20), answered_on=date(2026, 6, 2),
)  # fmt: skip


def days(feedback):
    """When it came in, was checked and answered."""
    return [day and day.isoformat() for day in (feedback.received_on, feedback.checked_on, feedback.answered_on)]


def test_the_official_sees_the_month_and_whoever_supervises_the_day():
    """A visitor of that day is not known to the one whom the word is about; the channel stays, since weighing asks for it."""
    shown = sc.redact(SAID, sc.Audience.OFFICIAL)

    assert days(shown) == ["2026-05-01", "2026-05-01", "2026-06-01"]
    assert shown.channel == SAID.channel
    assert days(sc.redact(SAID, sc.Audience.LEAD_UNIT)) == ["2026-05-13", "2026-05-20", "2026-06-02"]
    assert days(sc.redact(attrs.evolve(SAID, checked=Checked.PENDING, checked_on=None, answered_on=None), sc.Audience.OFFICIAL)) == ["2026-05-01", None, None]
    assert sc.redact(shown, sc.Audience.OFFICIAL) == shown


def test_a_dossier_that_begins_within_a_month_stays_one():
    """No day of its feedback stands before its first one; it still weighs to the same facts."""
    dossier = sc.Dossier(subject_id="o1", period=Period(start=date(2026, 5, 10), end=date(2027, 1, 1)), feedback=[SAID])
    shown = sc.redact(dossier, sc.Audience.OFFICIAL)

    assert days(shown.feedback[0]) == ["2026-05-10", "2026-05-10", "2026-06-01"]
    policy = sc.evidence.WARD_WEIGHING
    assert sc.weigh(shown, policy).values == sc.weigh(dossier, policy).values
