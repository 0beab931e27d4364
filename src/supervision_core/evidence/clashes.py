"""Answers to different questions that cannot both be true of one person."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from supervision_core.criteria.ladders import Implication

__all__ = ["clashes"]


def clashes(implications: Iterable[Implication], answers: Mapping[str, bool]) -> dict[str, frozenset[str]]:
    """For each answer that contradicts another, directly or by what follows from it, the codes it is at odds with.

    >>> from supervision_core import Label
    >>> from supervision_core.criteria.ladders import Implication
    >>> from supervision_core.evidence.clashes import clashes
    >>> implied = Implication(code="well", then_code="fairly", label=Label("kéo theo", "implies"))
    >>> sorted(clashes([implied], {"well": True, "fairly": False, "civic": True}))
    ['fairly', 'well']
    """
    known = tuple(implications)
    # Of two that clash each finds the other, since an implication is read in both directions.
    found = {
        code: frozenset(
            other for other, brought in _following(known, code, answer) if answers.get(other, brought) is not brought
        )
        for code, answer in answers.items()
    }
    return {code: others for code, others in found.items() if others}


def _following(implications: tuple[Implication, ...], code: str, answer: bool) -> set[tuple[str, bool]]:
    """Everything that follows from one answer."""
    found = {(code, answer)}
    waiting = [(code, answer)]
    while waiting:
        at = waiting.pop()
        for implication in implications:
            follows = implication.brings(*at)
            if follows is not None and follows not in found:
                found.add(follows)
                waiting.append(follows)
    return found
