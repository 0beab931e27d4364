"""Reading facts against what their codes mean: unknown codes, wrong kinds and contradictions are named, all at once."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from difflib import get_close_matches

from supervision_core.criteria.definitions import FactDefinition, Measure, YesNo
from supervision_core.criteria.ladders import Implication, Ladder
from supervision_core.errors import CONTRADICTORY_FACTS, UNKNOWN_FACT, WRONG_FACT_TYPE, ContradictoryFacts, Fault, raise_for
from supervision_core.fact import FactState, Value
from supervision_core.facts import Facts
from supervision_core.fields import Checks, as_tuple
from supervision_core.regulations import VOCABULARY, Regulation
from supervision_core.text import shown

__all__ = ["read_values"]


def read_values(
    regulation: Regulation, facts: Facts, vocabulary: Iterable[FactDefinition]
) -> tuple[dict[str, Value], tuple[str, ...]]:
    """What the regulation asks for and is known, and which of it does not apply; raises for everything that is wrong."""
    asked = regulation.ladder.definitions
    known = {**VOCABULARY, **_extra(vocabulary), **asked}
    values: dict[str, Value] = {}
    not_applicable: list[str] = []
    faults: list[Fault] = []
    for fact in facts:
        definition = known.get(fact.code)
        if definition is None:
            faults.append(_unknown(fact.code, known))
        elif fact.state is FactState.NOT_APPLICABLE:
            if definition.not_applicable_as is None:
                faults.append(
                    _wrong(fact.code, "not applicable", "a value, since the regulation leaves no room for 'not applicable'")
                )
            elif fact.code in asked:
                values[fact.code] = definition.not_applicable_as
                not_applicable.append(fact.code)
        elif fact.value is not None:
            if (expected := definition.refusal(fact.value)) is not None:
                faults.append(_wrong(fact.code, shown_value(fact.value), expected))
            elif fact.code in asked:
                values[fact.code] = fact.value
    contradictions = _contradictions(regulation.ladder, values)
    raise_for([*faults, *(fault for fault, _, _ in contradictions)] if faults else ())
    if contradictions:
        _, codes, implication = contradictions[0]
        raise ContradictoryFacts(codes, implication.label, tuple(fault for fault, _, _ in contradictions))
    return values, tuple(not_applicable)


def shown_value(value: Value) -> str:
    """A fact's value in an error message: a number as a number, not as Python builds it."""
    return str(value)


def _extra(vocabulary: Iterable[FactDefinition]) -> dict[str, FactDefinition]:
    listed = as_tuple(vocabulary)
    checks = Checks("assess")
    checks.each("vocabulary", listed, (YesNo, Measure), "a YesNo or a Measure")
    checks.done()
    assert isinstance(listed, tuple)
    return {definition.code: definition for definition in listed}


def _unknown(code: str, known: Mapping[str, FactDefinition]) -> Fault:
    near = get_close_matches(code, sorted(known), n=3)
    hint = "one of the nearest codes: " + ", ".join(near) if near else "a code of the regulation or the vocabulary"
    return Fault(UNKNOWN_FACT, "Facts", shown(code), hint)


def _wrong(code: str, found: str, expected: str) -> Fault:
    return Fault(WRONG_FACT_TYPE, f"Facts[{shown(code)}]", found, expected)


def _contradictions(ladder: Ladder, values: Mapping[str, Value]) -> list[tuple[Fault, tuple[str, ...], Implication]]:
    """Each pair of known answers, or single answer, that the implications do not allow."""
    answers = {code: value for code, value in values.items() if isinstance(value, bool)}
    found: list[tuple[Fault, tuple[str, ...], Implication]] = []
    for code in sorted(answers):
        alone = ladder.closure({code: answers[code]})
        if isinstance(alone, Implication):
            found.append(_contradiction((code,), answers, alone))
            continue
        for other in sorted(alone.keys() & answers.keys()):
            if alone[other] is not answers[other] and (other, code) not in {codes for _, codes, _ in found}:
                broken = ladder.closure({code: answers[code], other: answers[other]})
                assert isinstance(broken, Implication)
                found.append(_contradiction((code, other), answers, broken))
    return found


def _contradiction(
    codes: tuple[str, ...], answers: Mapping[str, bool], broken: Implication
) -> tuple[Fault, tuple[str, ...], Implication]:
    said = " and ".join(f"{code}={answers[code]}" for code in codes)
    return Fault(CONTRADICTORY_FACTS, "Facts", said, f"answers that agree: {broken.label.en}"), codes, broken
