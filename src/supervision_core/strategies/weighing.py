"""Policies that weigh evidence: generators for tests."""

from __future__ import annotations

from datetime import timedelta
from fractions import Fraction

import attrs
from hypothesis import strategies as st

from supervision_core.evidence.channels import CHANNELS
from supervision_core.evidence.feedback import FeedbackKind
from supervision_core.evidence.policy import WARD_WEIGHING, WeighingPolicy, WeighingRule
from supervision_core.judging.sanctions import Gravity, Lapse, LapseKind
from supervision_core.strategies.values import labels
from supervision_core.values.facts import FactState
from supervision_core.values.labels import Label
from supervision_core.values.periods import Period

__all__ = ["lapses", "weighing_policies"]

_START = Period.of_year(2014).start
# Built once: Hypothesis checks each strategy object anew.
_YES_OR_NO = st.booleans()
# Which codes the first rule is about, a bit for each: one draw, where a permutation is one for each code.
_CODES_OF_FIRST_RULE = st.integers(1, 2 ** len(WARD_WEIGHING.codes) - 1)
# Which channels a rule counts, a bit for each, and the one that stands first.
_CHANNELS = st.tuples(st.integers(1, 2 ** len(CHANNELS) - 1), st.integers(0, len(CHANNELS) - 1)).map(
    lambda drawn: [code for place, code in enumerate(_turned(drawn[1])) if drawn[0] >> place & 1]
)
_UP_TO = [st.integers(0, most) for most in range(len(CHANNELS) + 1)]
_NEEDED = st.sampled_from([1, 1, 2])
_LABELS = labels()
_READINGS = st.sampled_from([(), WARD_WEIGHING.readings])
_UNCHECKED_KINDS = st.sets(st.sampled_from([FeedbackKind.COMMENT, FeedbackKind.REFLECTION]))
_ATTENDANCES = st.sampled_from([Fraction(1, 3), Fraction(1, 2), Fraction(1)])
_SCHEMES = st.sampled_from([(), (), ("five_build_three_fight",), ("cultivation_plan",)])
_DISCIPLINE = st.sampled_from([(), WARD_WEIGHING.discipline_shows])
_IMPLICATIONS = st.sampled_from([(), WARD_WEIGHING.implications])


def _turned(first: int) -> list[str]:
    """All channels, in the order of their codes from one of them on."""
    codes = sorted(CHANNELS)
    return codes[first:] + codes[:first]


def weighing_policies(*, precedence: bool = True) -> st.SearchStrategy[WeighingPolicy]:
    """Policies that count some channels for some facts; without ``precedence`` they name no winner."""
    return _weighing_policies(precedence=precedence)


@st.composite
def _weighing_policies(draw: st.DrawFn, *, precedence: bool) -> WeighingPolicy:
    first = draw(_CODES_OF_FIRST_RULE)
    rules = []
    for is_first in (1, 0):
        some = [code for place, code in enumerate(WARD_WEIGHING.codes) if (first >> place & 1) == is_first]
        channels = draw(_CHANNELS)
        ranked = channels[: draw(_UP_TO[len(channels)])] if precedence else []
        middle = draw(_UP_TO[len(ranked)])
        if some:
            rules.append(
                WeighingRule(
                    codes=some,
                    channels=channels,
                    supports_only=channels[: draw(_UP_TO[1])],
                    yes_needs=draw(_NEEDED),
                    no_needs=draw(_NEEDED),
                    no_from=channels[: draw(_UP_TO[1])] if draw(_YES_OR_NO) else (),
                    precedence=[tier for tier in (ranked[:middle], ranked[middle:]) if tier],
                )
            )
    return WeighingPolicy(
        code="invented",
        label=draw(_LABELS),
        rules=rules,
        readings=draw(_READINGS),
        unchecked_kinds=draw(_UNCHECKED_KINDS),
        anonymous_unchecked=draw(_YES_OR_NO),
        comment_needs_front=draw(_YES_OR_NO),
        attendance_at_least=draw(_ATTENDANCES),
        schemes=draw(_SCHEMES),
        discipline_shows=draw(_DISCIPLINE),
        implications=draw(_IMPLICATIONS),
    )


def lapses() -> st.SearchStrategy[list[Lapse]]:
    """Lapses of a few people and units around the year 2014, with distinct ids."""
    return st.lists(_lapses(), max_size=6).map(
        lambda made: [attrs.evolve(one, id=f"sp-{number}", sources=[f"fb-{number}"]) for number, one in enumerate(made)]
    )


_SUBJECTS = st.sampled_from([("p1", None), ("p2", None), (None, "u1"), ("p1", "u1"), ("p2", "u2")])
_DAYS = st.integers(-60, 400).map(lambda later: _START + timedelta(days=later))
_LAPSE_KINDS = st.sampled_from(LapseKind)
_GRAVITIES = st.sampled_from(Gravity)
_LAPSE_STATES = st.sampled_from((FactState.FOUND, FactState.FOUND, FactState.CONTESTED, FactState.NOT_SHOWN))


@st.composite
def _lapses(draw: st.DrawFn) -> Lapse:
    person, unit = draw(_SUBJECTS)
    return Lapse(
        id="sp",
        person_id=person,
        unit_id=unit,
        found_on=draw(_DAYS),
        kind=draw(_LAPSE_KINDS),
        gravity=draw(_GRAVITIES),
        state=draw(_LAPSE_STATES),
        about=Label("mục", "item"),
        sources=["fb"],
    )
