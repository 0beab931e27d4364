"""How a fact is asked: each answer in words of its own, the good one first, so that nobody says a breach by habit."""

from __future__ import annotations

import supervision_core as sc
from ward_app.judging import is_favourable
from ward_app.texts import speaker


def answers_of(code: str) -> tuple[str, str]:
    """The answers to a fact, the good one first: where "no" is good, "no" comes first."""
    return ("yes", "no") if is_favourable(code) else ("no", "yes")


def answer_said(code: str, answer: str, lang: sc.values.Language) -> str:
    """An answer in words: of a breach, that there is none, or that there is one; never a bare yes or no."""
    if answer not in {"yes", "no"} or is_favourable(code):
        return speaker(lang)(answer)
    return speaker(lang)("breach" if answer == "yes" else "no_breach")
