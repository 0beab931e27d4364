"""How a fact is asked: each answer in words of its own, so that nobody reports a breach by habit, and only what counts."""

from __future__ import annotations

from collections.abc import Iterable

import supervision_core as sc
from ward_app.judging import WEIGHING, is_favourable
from ward_app.texts import speaker

UNKNOWN = "unknown"


def counts(channel: str, code: str, answer: str) -> bool:
    """Whether an answer from a channel counts: that there was no breach is for whoever is competent to say."""
    rule = WEIGHING.rule_of(code)
    if rule is None or channel not in rule.channels:
        return False
    return answer == "yes" or not rule.no_from or channel in rule.no_from


def answers_of(code: str, channels: Iterable[str]) -> tuple[str, ...]:
    """The answers that some of these channels may give, the harmless ones first: of a breach that it happened comes last."""
    order = ("yes", "no", UNKNOWN) if is_favourable(code) else ("no", UNKNOWN, "yes")
    heard = tuple(channels)
    return tuple(answer for answer in order if answer == UNKNOWN or any(counts(one, code, answer) for one in heard))


def answer_said(code: str, answer: str, lang: sc.values.Language) -> str:
    """An answer in words: of a breach, that there is none, or that there is one; never a bare yes or no."""
    if answer == UNKNOWN or is_favourable(code):
        return speaker(lang)(answer)
    return speaker(lang)("breach" if answer == "yes" else "no_breach")


def hint_of(code: str, channel: str, lang: sc.values.Language) -> str:
    """What is said beside a question whose good answer is no; nothing beside any other."""
    if is_favourable(code):
        return ""
    return speaker(lang)("breach_hint" if counts(channel, code, "no") else "breach_hint_not_yours")
