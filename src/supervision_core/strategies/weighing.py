"""Policies to weigh evidence by, and lapses to propose measures for."""

from __future__ import annotations

from datetime import timedelta
from fractions import Fraction

import attrs
from hypothesis import strategies as st

from supervision_core.evidence.channels import CHANNELS
from supervision_core.evidence.feedback import FeedbackKind
from supervision_core.evidence.ward_weighing import WARD_WEIGHING
from supervision_core.evidence.weighing_policy import WeighingPolicy
from supervision_core.evidence.weighing_rules import WeighingRule
from supervision_core.facts import FactState
from supervision_core.judging.lapses import Gravity, Lapse, LapseKind
from supervision_core.periods import Period
from supervision_core.strategies.words import labels
from supervision_core.text import Label

__all__ = ["lapses", "weighing_policies"]

_START = Period.of_year(2014).start
_LAPSE_STATES = (FactState.FOUND, FactState.FOUND, FactState.CONTESTED, FactState.NOT_SHOWN)


def weighing_policies(*, precedence: bool = True) -> st.SearchStrategy[WeighingPolicy]:
    """Policies that count some channels for some facts; without ``precedence`` they name no winner."""
    return _weighing_policies(precedence=precedence)


@st.composite
def _weighing_policies(draw: st.DrawFn, *, precedence: bool) -> WeighingPolicy:
    codes = draw(st.permutations(WARD_WEIGHING.codes))
    cut = draw(st.integers(1, len(codes)))
    rules = []
    for some in (codes[:cut], codes[cut:]):
        channels = draw(st.lists(st.sampled_from(sorted(CHANNELS)), min_size=1, max_size=8, unique=True))
        ranked = channels[: draw(st.integers(0, len(channels)))] if precedence else []
        middle = draw(st.integers(0, len(ranked)))
        if some:
            rules.append(
                WeighingRule(
                    codes=some,
                    channels=channels,
                    supports_only=channels[: draw(st.integers(0, 1))],
                    yes_needs=draw(st.sampled_from([1, 1, 2])),
                    no_needs=draw(st.sampled_from([1, 1, 2])),
                    precedence=[tier for tier in (ranked[:middle], ranked[middle:]) if tier],
                )
            )
    return WeighingPolicy(
        code="invented",
        label=draw(labels()),
        rules=rules,
        readings=draw(st.sampled_from([(), WARD_WEIGHING.readings])),
        unchecked_kinds=draw(st.sets(st.sampled_from([FeedbackKind.COMMENT, FeedbackKind.REFLECTION]))),
        anonymous_unchecked=draw(st.booleans()),
        comment_needs_front=draw(st.booleans()),
        attendance_at_least=draw(st.sampled_from([Fraction(1, 3), Fraction(1, 2), Fraction(1)])),
        programmes=draw(st.sampled_from([(), (), ("five_build_three_fight",), ("cultivation_plan",)])),
        discipline_shows=draw(st.sampled_from([(), WARD_WEIGHING.discipline_shows])),
        implications=draw(st.sampled_from([(), WARD_WEIGHING.implications])),
    )


def lapses() -> st.SearchStrategy[list[Lapse]]:
    """Lapses of a few people and units around the year 2014, with distinct ids."""
    return st.lists(_lapses(), max_size=6).map(
        lambda made: [attrs.evolve(one, id=f"sp-{number}", sources=[f"fb-{number}"]) for number, one in enumerate(made)]
    )


@st.composite
def _lapses(draw: st.DrawFn) -> Lapse:
    person, unit = draw(st.sampled_from([("p1", None), ("p2", None), (None, "u1"), ("p1", "u1"), ("p2", "u2")]))
    return Lapse(
        id="sp",
        person_id=person,
        unit_id=unit,
        found_on=_START + timedelta(days=draw(st.integers(-60, 400))),
        kind=draw(st.sampled_from(LapseKind)),
        gravity=draw(st.sampled_from(Gravity)),
        state=draw(st.sampled_from(_LAPSE_STATES)),
        about=Label("mục", "item"),
        sources=["fb"],
    )
