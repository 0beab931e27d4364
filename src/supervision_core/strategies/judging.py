"""Regulations small enough to check by brute force, and facts that a regulation accepts."""

from __future__ import annotations

from collections.abc import Sequence
from fractions import Fraction

from hypothesis import strategies as st

from supervision_core.citations import Citation, Instrument, InstrumentKind, Verification
from supervision_core.criteria.definitions import FactDefinition, Measure, YesNo
from supervision_core.criteria.expressions import (
    AllOf,
    AnyOf,
    AtLeast,
    Compare,
    Comparison,
    Criterion,
    Exemption,
    Holds,
    Not,
    Quantity,
    Term,
    Unless,
)
from supervision_core.criteria.ladders import Grade, Implication, Ladder, Rung
from supervision_core.facts import Fact, Facts, FactState
from supervision_core.judging.assessments import Assessment, assess
from supervision_core.regulations import GOOD_PERFORMANCE_2014, Regulation
from supervision_core.strategies.words import identifiers, labels
from supervision_core.text import Label

__all__ = ["assessments", "facts", "regulations"]

_PLAIN = Label("mục", "item")
_LOCAL = Citation(
    instrument=Instrument(kind=InstrumentKind.PLAN, title=Label("Kế hoạch giả định", "An invented plan")),
    verification=Verification.REPORTED,
)


def facts(regulation: Regulation = GOOD_PERFORMANCE_2014, *, complete: bool = False) -> st.SearchStrategy[Facts]:
    """Facts that the regulation accepts: right kinds, consistent with its implications, some unknown unless ``complete``."""
    return _facts(regulation, complete=complete)


@st.composite
def _facts(draw: st.DrawFn, regulation: Regulation, *, complete: bool) -> Facts:
    ladder = regulation.ladder
    settled: dict[str, bool] = {}
    found: list[Fact] = []
    for definition in draw(st.permutations(ladder.facts)):
        if not complete and draw(st.integers(0, 3)) == 0:
            found.extend(draw(_unknown(definition.code)))
            continue
        sources = draw(st.lists(identifiers(), max_size=2, unique_by=_composed)) if draw(st.booleans()) else []
        if isinstance(definition, Measure):
            steps = int((definition.high - definition.low) / definition.step)
            value: bool | Fraction = definition.low + definition.step * draw(st.integers(0, steps))
        else:
            value = settled[definition.code] if definition.code in settled else draw(st.booleans())
            closed = ladder.closure({**settled, definition.code: value})
            if not isinstance(closed, dict):
                value = not value
                closed = ladder.closure({**settled, definition.code: value})
            assert isinstance(closed, dict)
            settled = closed
        found.append(Fact(code=definition.code, value=value, sources=sources))
    return Facts(found)


def _composed(text: str) -> str:
    return Fact(code=text).code


def _unknown(code: str) -> st.SearchStrategy[list[Fact]]:
    contested = Fact(code=code, state=FactState.CONTESTED, sources=("minutes-1", "minutes-2"))
    return st.sampled_from([[], [Fact(code=code)], [contested], [Fact(code=code, why=_PLAIN)]])


def regulations(*, max_facts: int = 5, measures: bool = True, exemptions: bool = True) -> st.SearchStrategy[Regulation]:
    """Random regulations of up to ``max_facts`` facts: implications, sums, exceptions and holes included."""
    return _regulations(max_facts, measures, exemptions)


@st.composite
def _regulations(draw: st.DrawFn, max_facts: int, measures: bool, exemptions: bool) -> Regulation:
    answered = [f"yes{number}" for number in range(draw(st.integers(1, max_facts)))]
    measured = [f"sum{number}" for number in range(draw(st.integers(0, 2)))] if measures else []
    definitions: list[FactDefinition] = [
        YesNo(code=code, label=draw(labels()), favourable=draw(st.sampled_from([True, False, None]))) for code in answered
    ]
    definitions += [Measure(code=code, label=_PLAIN, low=0, high=draw(st.integers(1, 4)), step=1) for code in measured]
    quantities = _quantities(draw, measured)
    leaves: list[st.SearchStrategy[Criterion]] = [st.builds(Holds, code=st.sampled_from(answered))]
    if quantities:
        leaves.append(
            st.builds(
                Compare,
                quantity=st.sampled_from(quantities),
                comparison=st.sampled_from(Comparison),
                bound=st.integers(-2, 6),
            )
        )
    criteria = st.recursive(st.one_of(leaves), lambda part: _joined(part, exemptions=exemptions), max_leaves=5)
    count = draw(st.integers(1, 3))
    rungs = [Rung(grade=_grade(count - place), criterion=draw(criteria)) for place in range(count)]
    if draw(st.booleans()):
        rungs.append(Rung(grade=_grade(0), criterion=AllOf(parts=())))
    # Two implications can never contradict themselves; it takes four.
    ladder = Ladder(facts=definitions, implications=_implications(draw, answered), rungs=rungs)
    return Regulation(code="invented", version=1, label=_PLAIN, category="invented", citation=_LOCAL, ladder=ladder)


def _grade(rank: int) -> Grade:
    return Grade(code=f"grade{rank}", label=Label(f"Hạng {rank}", f"Grade {rank}"), rank=rank)


def _quantities(draw: st.DrawFn, measured: Sequence[str]) -> list[Quantity]:
    weights = st.sampled_from([Fraction(1), Fraction(2), Fraction(-1), Fraction(1, 2)])
    if len(measured) > 1 and draw(st.booleans()):
        terms = tuple(Term(code=code, weight=draw(weights)) for code in measured)
        return [Quantity(terms=terms, constant=draw(st.integers(-1, 1)))]
    return [Quantity(terms=(Term(code=code, weight=draw(weights)),)) for code in measured]


def _implications(draw: st.DrawFn, answered: Sequence[str]) -> list[Implication]:
    found = []
    for _ in range(draw(st.integers(0, 2)) if len(answered) > 1 else 0):
        pair = draw(st.permutations(answered))[:2]
        found.append(
            Implication(
                code=pair[0], answer=draw(st.booleans()), then_code=pair[1], then_answer=draw(st.booleans()), label=_PLAIN
            )
        )
    return found


def _joined(part: st.SearchStrategy[Criterion], *, exemptions: bool) -> st.SearchStrategy[Criterion]:
    parts = st.lists(part, max_size=3)
    joined: list[st.SearchStrategy[Criterion]] = [
        st.builds(Not, part=part),
        st.builds(AllOf, parts=parts),
        st.builds(AnyOf, parts=parts),
        parts.flatmap(lambda some: st.builds(AtLeast, count=st.integers(0, len(some)), parts=st.just(some))),
    ]
    if exemptions:
        exemption = st.builds(Exemption, label=st.just(_PLAIN), when=part, then=st.booleans())
        joined.append(st.builds(Unless, rule=part, exemptions=st.lists(exemption, max_size=2)))
    return st.one_of(joined)


def assessments(regulation: Regulation = GOOD_PERFORMANCE_2014) -> st.SearchStrategy[Assessment]:
    """Assessments by a regulation."""
    return facts(regulation).map(lambda some: assess(regulation, some))
