"""Spans of years against a brute force over all sequences: plans, dead ends, and what is claimed of either."""

import random

import pytest

import supervision_core as sc
from oracles import horizons as oracle
from supervision_core.rotation import Claim

SEEDS = 400


def check(seed):
    """One random span, answered, verified and held against all sequences; says which kind of answer it was."""
    rosters, history, policy = oracle.random_span(random.Random(seed))
    years = list(rosters)
    answer = sc.plan_horizon(rosters, years=years, history=history, policy=policy)
    exists = oracle.sequence_exists(rosters, history, policy)

    assert sc.verify_horizon(rosters, answer, history=history, policy=policy, years=years) == ()
    assert sc.verify_horizon(rosters, answer, history=history) == ()
    if len({*rosters.values()}) == 1:
        assert sc.plan_horizon(rosters[years[0]], years=years, history=history, policy=policy) == answer
    if isinstance(answer, sc.Horizon):
        assert exists
        return "block" if answer.instead is not None else "years"
    if answer.claim is Claim.WHOLE:
        assert not exists
        return "none"
    # A fitting sequence is always found, unless avoiding flagged pairs leads away from all of them.
    assert exists
    assert any(bar.severity is sc.Severity.FLAG for roster in rosters.values() for bar in roster.bars)
    return "from here"


@pytest.mark.parametrize("part", range(4))
def test_spans_agree_with_all_sequences(part):
    """A horizon exists exactly where some sequence does; a dead end claims no more than is so."""
    kinds = {check(seed) for seed in range(part * SEEDS // 4, (part + 1) * SEEDS // 4)}

    assert kinds >= {"years", "none"}
