"""How one fact stands after some voices, from the words of the policy alone: who overrules whom is asked pair by pair."""

from __future__ import annotations

import random
from collections.abc import Mapping, Sequence
from fractions import Fraction

import attrs

Answer = bool | Fraction
CHANNELS = ("front_working_committee", "hotline", "inspection_team", "self_report")


@attrs.frozen(kw_only=True)
class Spoken:
    """What was said: an answer, by a channel, by a body or by nobody with a name."""

    answer: Answer
    channel: str
    by: str | None


@attrs.frozen(kw_only=True)
class Words:
    """What the policy says of one fact: needs, who only supports, whose no counts, and the tiers with the strongest first."""

    yes_needs: int
    no_needs: int
    supports_only: Sequence[str]
    no_from: Sequence[str]
    tiers: Sequence[Sequence[str]]


def stands(said: Sequence[Spoken], words: Words) -> tuple[str, Answer | None]:
    """The state of the fact by its name, and its value where it was found."""
    counted = [one for one in said if one.answer is not False or not words.no_from or one.channel in words.no_from]
    left = [one for one in counted if not any(_overrules(other, one, counted, words) for other in counted)]
    answers = {_told_apart(one.answer) for one in left}
    if not counted:
        return "NOT_SHOWN", None
    if len(answers) > 1:
        return "CONTESTED", None
    [(_, answer)] = answers
    heard = {one.by or f"nobody by {one.channel}" for one in left if one.channel not in words.supports_only}
    if len(heard) >= (words.no_needs if answer is False else words.yes_needs):
        return "FOUND", answer
    # Too few voices do not win against those that they would overrule.
    return ("NOT_SHOWN" if len(left) == len(counted) else "CONTESTED"), None


def _overrules(other: Spoken, one: Spoken, counted: Sequence[Spoken], words: Words) -> bool:
    """Whether one voice overrules another: of a stronger tier, of another answer, and itself overruled by nobody."""
    tiers: Mapping[str, int] = {channel: place for place, tier in enumerate(words.tiers) for channel in tier}
    if other.channel not in tiers or one.channel not in tiers or tiers[other.channel] >= tiers[one.channel]:
        return False
    if _told_apart(other.answer) == _told_apart(one.answer):
        return False
    return not any(_overrules(third, other, counted, words) for third in counted)


def _told_apart(answer: Answer) -> tuple[bool, Answer]:
    return isinstance(answer, bool), answer


def random_case(rng: random.Random) -> tuple[list[Spoken], Words]:
    """Up to seven voices by four channels, and a policy that ranks some of them."""
    answers: list[Answer] = rng.choice([[True], [False], [True, False], [True, True, True, False], [True, False, Fraction(1), Fraction(0)]])
    said = [
        Spoken(answer=rng.choice(answers), channel=rng.choice(CHANNELS), by=rng.choice(["b1", "b2", "b3", None]))
        for _ in range(rng.randint(0, 7))
    ]
    ranked = rng.sample(CHANNELS, rng.randint(0, 4))
    cuts = sorted(rng.choices(range(len(ranked) + 1), k=2))
    tiers = [ranked[: cuts[0]], ranked[cuts[0] : cuts[1]], ranked[cuts[1] :]]
    return said, Words(
        yes_needs=rng.choice([1, 1, 2, 3]),
        no_needs=rng.choice([1, 1, 2]),
        supports_only=rng.choice([(), (), ("self_report",), ("hotline", "self_report")]),
        no_from=rng.choice([(), (), ("inspection_team",), ("hotline", "inspection_team")]),
        tiers=[tier for tier in tiers if tier],
    )
