"""Judging by definition: every completion of the unknown facts is tried."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from fractions import Fraction
from itertools import combinations, product

from supervision_core import Grade
from supervision_core.criteria import FactDefinition, Ladder, Measure
from supervision_core.criteria.ladders import outcome

Row = dict[str, bool | Fraction]


def answers(fact: FactDefinition) -> list[bool | Fraction]:
    """Every value a fact may take."""
    if isinstance(fact, Measure):
        return [fact.low + fact.step * step for step in range(int((fact.high - fact.low) / fact.step) + 1)]
    return [False, True]


def is_consistent(ladder: Ladder, row: Mapping[str, object]) -> bool:
    """Whether a complete row keeps every implication."""
    return all(row[one.code] is not one.answer or row[one.then_code] is one.then_answer for one in ladder.implications)


def completions(ladder: Ladder, known: Mapping[str, bool | Fraction]) -> Iterator[Row]:
    """Every consistent complete row that agrees with what is known."""
    for values in product(*([known[fact.code]] if fact.code in known else answers(fact) for fact in ladder.facts)):
        row = dict(zip((fact.code for fact in ladder.facts), values, strict=True))
        if is_consistent(ladder, row):
            yield row


def cases(ladder: Ladder, known: Mapping[str, bool | Fraction]) -> list[tuple[Row, Grade]]:
    """Every completion with its outcome."""
    found = []
    for row in completions(ladder, known):
        grade = outcome(ladder, row)
        assert grade is not None
        found.append((row, grade))
    return found


def grades_of(some: list[tuple[Row, Grade]], given: Mapping[str, bool | Fraction]) -> set[Grade]:
    """The outcomes of those cases that agree with what is given."""
    return {grade for row, grade in some if all(row[code] == value for code, value in given.items())}


def possible(ladder: Ladder, known: Mapping[str, bool | Fraction]) -> set[Grade]:
    """The outcomes of all completions; empty when the facts contradict each other."""
    return {grade for _, grade in cases(ladder, known)}


def open_facts(ladder: Ladder, known: Mapping[str, bool | Fraction]) -> set[str]:
    """The facts in some inclusion-minimal consistent set of answers that settles the outcome."""
    all_cases = cases(ladder, known)
    if len(grades_of(all_cases, {})) == 1:
        return set()
    unknown = [fact for fact in ladder.facts if fact.code not in known]
    settling: list[frozenset[tuple[str, bool | Fraction]]] = []
    found: set[str] = set()
    for size in range(1, len(unknown) + 1):
        for some in combinations(unknown, size):
            for values in product(*map(answers, some)):
                given = frozenset(zip((fact.code for fact in some), values, strict=True))
                if any(smaller <= given for smaller in settling):
                    continue
                if len(grades_of(all_cases, dict(given))) == 1:
                    settling.append(given)
                    found |= {code for code, _ in given}
    return found


def settled_by(ladder: Ladder, known: Mapping[str, bool | Fraction], code: str) -> int:
    """How many completions are settled by asking one fact, over all its answers."""
    fact = next(one for one in ladder.facts if one.code == code)
    total = 0
    for value in answers(fact):
        answered = cases(ladder, {**known, code: value})
        if len(grades_of(answered, {})) == 1:
            total += len(answered)
    return total
