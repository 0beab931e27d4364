"""Every campaign runs, counts what it tried, and notices a planted mistake; ``.ci/campaign`` runs them for hours."""

import importlib.machinery
import importlib.util
from pathlib import Path
from unittest import mock

import pytest

from fuzzing import campaigns, weighing
from oracles import weighing as oracle

PROGRAM = Path(__file__).parents[2] / ".ci/campaign"
SEEDS = {"certificates": 4}


@pytest.mark.parametrize("name", campaigns.CAMPAIGNS)
def test_every_campaign_agrees_on_its_first_seeds(name):
    """The same functions that run for hours, on a seed or a few; something was tried."""
    results = [campaigns.CAMPAIGNS[name](seed) for seed in range(1, 1 + SEEDS.get(name, 1))]

    assert sum(results) > 0


def test_a_mistake_is_counted_with_its_seed_and_the_run_goes_on():
    """An assertion that fails, or any other error, is a wrong case; without time left one seed is tried."""

    def even(seed):
        assert seed % 2 == 0
        return 3

    with mock.patch.dict(campaigns.CAMPAIGNS, even=even):
        [(seed, cases, mistake)] = campaigns.run("even", 0, 7)
        assert (seed, cases) == (7, 1)
        assert "assert seed % 2 == 0" in mistake
        assert list(campaigns.run("even", 0, 8)) == [(8, 3, None)]
        assert campaigns.main("even", 0, 7) == 1
        assert campaigns.main("even", 0, 8) == 0


def test_crowds_stand_as_the_words_of_the_policy_say():
    """Contradictions, tiers, needs, channels that only support and whose no counts: 500 crowds, each state often."""
    states = [weighing.check(seed) for seed in range(500)]

    assert all(states.count(state) > 80 for state in ("FOUND", "CONTESTED", "NOT_SHOWN"))


def test_the_words_tell_crowds_apart():
    """A stronger tier wins where it has enough voices; too few do not win; a channel in no tier has to agree."""

    def state(*said, tiers=(("inspection_team",), ("hotline",)), needs=1):
        words = oracle.Words(yes_needs=needs, no_needs=1, supports_only=(), no_from=(), tiers=tiers)
        return oracle.stands([oracle.Spoken(answer=answer, channel=channel, by=by) for answer, channel, by in said], words)

    yes, no = (True, "inspection_team", "b1"), (False, "hotline", "b2")
    assert state(yes, no) == ("FOUND", True)
    assert state(yes, no, tiers=()) == ("CONTESTED", None)
    assert state(yes, no, needs=2) == ("CONTESTED", None)
    assert state(yes, (True, "hotline", "b1"), needs=2) == ("NOT_SHOWN", None)
    assert state(yes, no, (False, "self_report", None)) == ("CONTESTED", None)


def test_the_command_knows_every_campaign():
    """It reads their names from the program that it runs."""
    loader = importlib.machinery.SourceFileLoader("campaign_command", str(PROGRAM))
    command = importlib.util.module_from_spec(importlib.util.spec_from_loader(loader.name, loader))
    loader.exec_module(command)

    assert command.names() == list(campaigns.CAMPAIGNS)
