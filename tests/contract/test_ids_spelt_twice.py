"""Two ids that are equal in composed Unicode are duplicates wherever a mapping has ids for keys: none is lost in silence."""

from datetime import date

import attrs
import pytest

import supervision_core as sc
from supervision_core import rendering
from supervision_core.programme import charges_of

COMPOSED, DECOMPOSED = "Tổ 7", "To\u0302\u0309 7"
LABEL = sc.Label("a", "b")
TALLY = sc.Tally(kind=sc.programme.CountKind.TURN, population="work", parts={COMPOSED: 1})
ROSTER = sc.Roster(subjects=[sc.Subject(id=COMPOSED)], lead_units=[sc.LeadUnit(id="front")])
PLAN = sc.plan_year(ROSTER, year=2026)
HORIZON = sc.plan_horizon(ROSTER, years=[2026])
TURN = sc.programme.SupervisionTurn(id="t", on=date(2026, 3, 1), lead_unit_id=COMPOSED, subject_ids=["s"])

#: What takes a mapping by id, and the mapping with one id in two spellings.
TAKERS = {
    "Facts.of values": lambda twice: sc.Facts.of(twice(True)),
    "Facts.of sources": lambda twice: sc.Facts.of({COMPOSED: True}, sources=twice(("minutes-1",))),
    "Tally": lambda twice: attrs.evolve(TALLY, parts=twice(1)),
    "PublishedTally": lambda twice: attrs.evolve(sc.publish(TALLY, at_least=5), parts=twice(7)),
    "TallyChange": lambda twice: attrs.evolve(sc.programme.change_between(TALLY, TALLY), parts=twice(0)),
    "Lineage of lead units": lambda twice: sc.Lineage(lead_units=twice(["union"])),
    "Lineage of subjects": lambda twice: sc.Lineage(subjects=twice(["s"])),
    "Links tiers": lambda twice: sc.rotation.Links(tiers=twice(["ward"])),
    "Links areas": lambda twice: sc.rotation.Links(areas=twice("ward")),
    "Roster pins": lambda twice: attrs.evolve(ROSTER, pins=twice("front")),
    "Plan assignments": lambda twice: attrs.evolve(PLAN, assignments=twice("front")),
    "Plan loads": lambda twice: attrs.evolve(PLAN, loads=twice(1)),
    "Plan reference": lambda twice: attrs.evolve(PLAN, reference=twice("front")),
    "Proof": lambda twice: attrs.evolve(PLAN.proof, prices=twice((0,))),
    "Horizon": lambda twice: attrs.evolve(HORIZON, met=twice(["front"])),
    "History": lambda twice: sc.History.of({2025: twice("front")}),
    "plan_each rosters": lambda twice: sc.plan_each(twice(ROSTER), year=2026),
    "plan_each histories": lambda twice: sc.plan_each({COMPOSED: ROSTER}, year=2026, histories=twice(sc.History())),
    "plan_each policies": lambda twice: sc.plan_each({COMPOSED: ROSTER}, year=2026, policies=twice(sc.RotationPolicy())),
    "own_head_turns": lambda twice: sc.programme.own_head_turns([TURN], twice("s")),
    "charges_of": lambda twice: charges_of(twice("front"), ["ethics"]),
    "tally_section": lambda twice: sc.programme.tally_section("t", LABEL, TALLY, names=twice(LABEL)),
    "names of a report": lambda twice: rendering.to_text(TALLY, lang="vi", names=twice("A")),
}


@pytest.mark.parametrize("take", TAKERS.values(), ids=TAKERS)
def test_one_id_spelt_in_two_ways_is_a_duplicate(take):
    """Nobody is told which of the two was meant, so both are refused."""
    with pytest.raises(sc.InvalidInput) as raised:
        take(lambda held: {COMPOSED: held, DECOMPOSED: held})

    assert [(fault.code, fault.expected) for fault in raised.value.faults if fault.code == "duplicate"]
    assert {fault.code for fault in raised.value.faults} == {"duplicate"}


def test_charges_of_one_lead_unit_spelt_in_two_ways_are_one():
    """The lead unit is the same one, so it gets one charge with all its subjects."""
    assert [(one.lead_id, one.subject_ids) for one in charges_of({"s1": COMPOSED, "s2": DECOMPOSED}, ["ethics"])] == [
        (COMPOSED, ("s1", "s2"))
    ]


def test_rosters_histories_and_policies_of_one_key_belong_together():
    """However each of them spells it."""
    last = sc.History.of({2025: {COMPOSED: "front"}})
    policy = sc.RotationPolicy(cooling_off_years=1, repeats=sc.Repeats.FORBID)
    planned = sc.plan_each({DECOMPOSED: ROSTER}, year=2026, histories={COMPOSED: last}, policies={DECOMPOSED: policy})

    assert planned == {COMPOSED: sc.plan_year(ROSTER, year=2026, history=last, policy=policy)}
    assert isinstance(planned[COMPOSED], sc.Infeasible)


@pytest.mark.parametrize(
    ("given", "codes"),
    [
        ({"tiers": {"": ["ward"]}}, ["blank"]),
        ({"tiers": {"district": [5, "ward", "ward"]}}, ["not_text", "duplicate"]),
        ({"areas": {"group": 5}}, ["not_text"]),
        ({"areas": {"": "ward", "group": ""}}, ["blank", "blank"]),
        ({"areas": 5, "tiers": {1: ["ward"]}}, ["wrong_kind", "wrong_kind"]),
    ],
)
def test_tiers_and_areas_are_ids(given, codes):
    """As everywhere: text, not blank, and each once."""
    with pytest.raises(sc.InvalidInput) as raised:
        sc.rotation.Links(**given)

    assert [fault.code for fault in raised.value.faults] == codes
