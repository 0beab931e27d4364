"""From voices about one fact to how that fact stands, and answers that cannot both be true."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import Final, TypeAlias, final

import attrs

from supervision_core.criteria.ladders import Implication
from supervision_core.evidence.policy import WeighingRule
from supervision_core.values.facts import Fact, FactState, Value
from supervision_core.values.labels import Label

__all__ = ["Answer", "Settled", "Voice", "clashes", "settle"]


#: What a voice says: yes, no, an exact number, or that the fact does not apply.
Answer: TypeAlias = Value | FactState

_BY_PRECEDENCE: Final = Label("theo thứ tự ưu tiên đã quy định", "by the policy's order of precedence")


@final
@attrs.frozen
class Voice:
    """Pieces of evidence that say the same about one fact by the same channel."""

    answer: Answer
    channel: str
    ids: tuple[str, ...]
    # Bodies and authors, told apart; a reporter's key may be among them, so they never leave this room.
    origins: frozenset[str] = attrs.field(repr=False)


@final
@attrs.frozen
class Settled:
    """How a fact stands, the ids behind it, and the voices that were overruled."""

    state: FactState
    value: Value | None
    ids: tuple[str, ...]
    why: Label | None = None
    overruled: tuple[Voice, ...] = ()

    def fact(self, code: str) -> Fact:
        """The same as a fact."""
        return Fact(code=code, value=self.value, state=self.state, sources=self.ids, why=self.why)


def settle(rule: WeighingRule, voices: Sequence[Voice]) -> Settled:
    """How a fact stands after some voices, of which there is at least one.

    Voices are never counted against each other: more of the same voices cannot turn a yes into a no.
    """
    said = _different(voices)
    if len(said) == 1:
        return _unopposed(rule, voices)
    places = [rule.tier_of(voice.channel) for voice in voices]
    strongest = min((place for place in places if place is not None), default=None)
    # A channel in no tier is overruled by nobody, so it has to agree too.
    unbeaten = [voice for voice, place in zip(voices, places, strict=True) if place is None or place == strongest]
    if strongest is not None and len(winners := _different(unbeaten)) == 1:
        with_them = [voice for voice in voices if _told_apart(voice.answer) in winners]
        found = _unopposed(rule, with_them)
        if found.state is not FactState.NOT_SHOWN:
            overruled = tuple(voice for voice in voices if _told_apart(voice.answer) not in winners)
            return attrs.evolve(found, why=_BY_PRECEDENCE, overruled=overruled)
    return Settled(FactState.CONTESTED, None, _ids(voices))


def _unopposed(rule: WeighingRule, voices: Sequence[Voice]) -> Settled:
    answer = voices[0].answer
    needed = rule.needs(answer)
    independent = frozenset[str]().union(*(voice.origins for voice in voices if voice.channel not in rule.supports_only))
    if len(independent) < needed:
        return Settled(FactState.NOT_SHOWN, None, _ids(voices), _too_few(len(independent), needed))
    if isinstance(answer, FactState):
        return Settled(answer, None, _ids(voices))
    return Settled(FactState.FOUND, answer, _ids(voices))


def _told_apart(answer: Answer) -> tuple[bool, Answer]:
    # True equals 1 in Python; as answers a yes and the measure one are different.
    return isinstance(answer, bool), answer


def _different(voices: Sequence[Voice]) -> set[tuple[bool, Answer]]:
    return {_told_apart(voice.answer) for voice in voices}


def _ids(voices: Sequence[Voice]) -> tuple[str, ...]:
    if len(voices) == 1:
        return voices[0].ids
    return tuple(sorted({one for voice in voices for one in voice.ids}))


def _too_few(found: int, needed: int) -> Label:
    return Label(f"cần {needed} nguồn độc lập, mới có {found}", f"it takes {needed} independent voices, and there are {found}")


def clashes(implications: Iterable[Implication], answers: Mapping[str, bool]) -> dict[str, frozenset[str]]:
    """For each answer that contradicts another, directly or by what follows from it, the codes it is at odds with.

    >>> from supervision_core import Label
    >>> from supervision_core.criteria import Implication
    >>> from supervision_core.evidence.resolve import clashes
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
