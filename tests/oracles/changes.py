"""Changing facts by definition: every set of facts with every new value is tried, the smallest sets first."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from fractions import Fraction
from itertools import combinations, product

from oracles.judging import Row, answers, completions
from supervision_core import Grade
from supervision_core.criteria import Ladder
from supervision_core.criteria.ladders import outcome


def closed(ladder: Ladder, chosen: Mapping[str, bool | Fraction]) -> dict[str, bool] | None:
    """All that follows from the yes/no answers among some changes, by following implications one by one; None on contradiction."""
    settled = {code: value for code, value in chosen.items() if isinstance(value, bool)}
    while True:
        new: dict[str, bool] = {}
        for one in ladder.implications:
            if settled.get(one.code) is one.answer:
                new[one.then_code] = one.then_answer
            if settled.get(one.then_code) is (not one.then_answer):
                new[one.code] = not one.answer
        if any(code in settled and settled[code] is not value for code, value in new.items()):
            return None
        if not new.keys() - settled.keys():
            return settled
        settled |= new


def is_certain(ladder: Ladder, row: Row, wanted: Collection[Grade]) -> bool:
    """Whether there is a completion, and every one gives a wanted outcome."""
    consistent = False
    for one in completions(ladder, row):
        if outcome(ladder, one) not in wanted:
            return False
        consistent = True
    return consistent


def settling(ladder: Ladder, known: Row, chosen: Mapping[str, bool | Fraction], wanted: Collection[Grade]) -> bool:
    """Whether some changes, with what follows from them, make a wanted outcome certain."""
    follows = closed(ladder, chosen)
    return follows is not None and is_certain(ladder, {**known, **chosen, **follows}, wanted)


def smallest(
    ladder: Ladder, known: Row, wanted: Collection[Grade], fixed: Collection[str] = ()
) -> list[dict[str, bool | Fraction]] | None:
    """Every smallest set of changes that works, whatever the values; [{}] when none is needed, None when none works."""
    movable = [fact for fact in ladder.facts if fact.code not in fixed]
    for size in range(len(movable) + 1):
        found = []
        for some in combinations(movable, size):
            for values in product(*map(answers, some)):
                chosen = {fact.code: value for fact, value in zip(some, values, strict=True)}
                if any(known.get(code) == value for code, value in chosen.items()):
                    continue
                follows = closed(ladder, chosen)
                if follows is None or any(known.get(code) is not value for code, value in follows.items() if code in fixed):
                    continue
                if settling(ladder, known, chosen, wanted):
                    found.append(chosen)
        if found:
            return found
    return None
