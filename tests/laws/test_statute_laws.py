"""Each encoded statute against a second encoding of it, written from its words alone as a plain function."""

import random
from fractions import Fraction

import pytest

import supervision_core as sc
from oracles.statutes import STATUTES
from supervision_core.criteria import Measure

REGULATIONS = {one.code: one for one in sc.regulations.ENCODED if isinstance(one, sc.Regulation) and "2014" not in one.code}
#: Numbers at and around which the statutes change their mind.
EDGES = (0, 1, 3, 6, 20, 21, 29, 30, 49, 50, 51, 69, 70, 71, 79, 80, 89, 90, 99, 100)


def random_row(regulation, chance):
    """A complete row: measures mostly at an edge or a step beside one, answers mostly for the person, so that every rung is met."""
    row = {}
    for fact in regulation.ladder.facts:
        if not isinstance(fact, Measure):
            for_person = chance.random() < 0.85
            row[fact.code] = chance.random() < 0.3 if fact.favourable is None else fact.favourable is for_person
        elif fact.only_steps:
            row[fact.code] = fact.low + fact.step * chance.randint(0, fact.steps)
        else:
            row[fact.code] = random_number(fact, chance)
    return row


def random_number(fact, chance):
    """A number that the measure may have."""
    kind = chance.random()
    if kind < 0.4:
        return fact.high if fact.higher_is_better else fact.low
    if kind < 0.6:
        return fact.low + (fact.high - fact.low) * Fraction(chance.randint(0, 1000), 1000)
    near = chance.choice(EDGES) + fact.step * chance.choice((-1, 0, 0, 1))
    return min(max(Fraction(near), fact.low), fact.high)


def disagreements(regulation, cases, seed):
    """Rows on which the two encodings disagree, and how many rows gave which outcome; contradictory rows are drawn anew."""
    chance, found, outcomes = random.Random(f"{regulation.code} {seed}"), [], {}
    while sum(outcomes.values()) < cases:
        row = random_row(regulation, chance)
        if any(row[one.code] is one.answer and row[one.then_code] is not one.then_answer for one in regulation.ladder.implications):
            continue
        got = sc.assess(regulation, sc.Facts.of(row)).grade.code
        outcomes[got] = outcomes.get(got, 0) + 1
        if got != STATUTES[regulation.code](row):
            found.append((row, got, STATUTES[regulation.code](row)))
    return found, outcomes


def test_every_statute_has_its_second_encoding():
    """No encoded statute is left out, and none is tried that is not encoded."""
    assert STATUTES.keys() == REGULATIONS.keys()


@pytest.mark.parametrize("code", sorted(STATUTES))
def test_both_encodings_agree(code):
    """On 300 random rows around the thresholds; ``tests/fuzzing/statutes.py`` tries 100,000 of each."""
    found, outcomes = disagreements(REGULATIONS[code], 300, 0)

    assert found == []
    reachable = {rung.grade.code for rung in REGULATIONS[code].ladder.rungs}
    assert len(outcomes.keys() & reachable) >= min(3, len(reachable))
