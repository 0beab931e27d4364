"""What is said about somebody, read into a hearing: ratings, feedback, and the yearly comments of the residence."""

from __future__ import annotations

from typing import Final

from supervision_core.evidence.comments import ResidenceComment
from supervision_core.evidence.feedback import Feedback
from supervision_core.evidence.hearing import Hearing, feedback_refusal, origin_of
from supervision_core.evidence.refusals import RefusalReason
from supervision_core.evidence.settling import Answer
from supervision_core.fact import FactState
from supervision_core.periods import Period

__all__ = ["hear_comments", "hear_feedback", "hear_ratings"]

_COMMENTS: Final = "residence_comment"


def hear_ratings(hearing: Hearing) -> None:
    """Each rating is one voice, of the body that gave it."""
    for one in hearing.dossier.ratings:
        if one.covers is not None and not hearing.dossier.period.within(one.covers):
            hearing.refuse([one.id], one.code, RefusalReason.OTHER_TIME)
        elif hearing.is_own_voice(one.by, one.channel.code):
            hearing.refuse([one.id], one.code, RefusalReason.OWN_VOICE)
        else:
            answer: Answer = FactState.NOT_APPLICABLE if one.value is None else one.value
            hearing.hear(one.code, answer, one.channel.code, [one.id], [origin_of(one.by, one.channel.code)])


def hear_feedback(hearing: Hearing) -> None:
    """Each claim is one voice, of its author."""
    for one in hearing.dossier.feedback:
        reason = feedback_refusal(hearing.policy, one.kind, one.checked, anonymous=one.reporter_key is None)
        if not one.says:
            hearing.refuse([one.id], None, RefusalReason.SAYS_NOTHING)
        for code, answer in one.says.items():
            # A channel or a fact that never counts is the better reason, since no check would change it.
            never = hearing.refusal(code, answer, one.channel.code)
            if (why := never or reason) is not None:
                hearing.refuse([one.id], code, why)
            else:
                hearing.hear(code, answer, one.channel.code, [one.id], [_author(one)])


def hear_comments(hearing: Hearing) -> None:
    """Each step that the policy reads is one voice, of the body that made the comment."""
    for one in hearing.dossier.comments:
        if (reason := _refusal(hearing, one)) is not None:
            hearing.refuse([one.id], None, reason)
            continue
        for criterion, step in one.steps.items():
            readings = hearing.policy.read_steps.get((one.form.code, criterion, step), ())
            if not readings:
                hearing.refuse([one.id], None, RefusalReason.NO_READING, f"{criterion}: {step}")
            for reading in readings:
                hearing.hear(reading.code, reading.answer, _COMMENTS, [one.id], [origin_of(one.made_by, _COMMENTS)])


def _refusal(hearing: Hearing, one: ResidenceComment) -> RefusalReason | None:
    """Why a comment does not count as a whole, or None when it does."""
    if not one.steps:
        return RefusalReason.SAYS_NOTHING
    if not hearing.dossier.period.within(Period.of_year(one.year)):
        return RefusalReason.OTHER_TIME
    if hearing.is_own_voice(one.made_by, _COMMENTS):
        return RefusalReason.OWN_VOICE
    if hearing.policy.comment_needs_front and not one.with_front:
        return RefusalReason.WITHOUT_FRONT
    return None


def _author(one: Feedback) -> str:
    """Who speaks; anonymous authors cannot be told apart, so those of one channel are one voice."""
    return f"channel {one.channel.code}" if one.reporter_key is None else f"key {one.reporter_key}"
