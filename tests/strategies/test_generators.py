"""The generators that users import: they keep the sizes that are asked for, large ones too, and reach what they say they reach."""

from collections import Counter

from hypothesis import find, given, settings, strategies as st

import supervision_core as sc
from supervision_core import strategies
from supervision_core.values.text import composed

FEW = settings(max_examples=20)


@FEW
@given(st.data())
def test_large_rosters_have_the_sizes_that_are_asked_for(data):
    """More subjects, lead units and stints than make one draw."""
    roster = data.draw(strategies.rosters(min_subjects=6, max_subjects=8, min_lead_units=5, max_lead_units=9))
    records = data.draw(strategies.histories(roster, max_held=3)).records()
    held = Counter((one.subject_id, one.year) for one in records)

    assert 6 <= len(roster.subjects) <= 8
    assert 5 <= len(roster.lead_units) <= 9
    assert any(unit.share for unit in roster.lead_units)
    assert max(held.values(), default=0) <= 3
    assert {one.lead_unit_id for one in records} - {None} <= {*roster.lead_unit_ids, *roster.former_units}


@FEW
@given(strategies.dossiers(max_items=40))
def test_large_dossiers_have_ids_of_their_own(dossier):
    """No id of an item occurs twice, however many there are."""
    ids = [item.id for name in ("ratings", "feedback", "comments", "meetings", "obligations") for item in getattr(dossier, name)]

    assert len(set(ids)) == len(ids)


def test_what_is_rare_is_reached():
    """A pin beside a flag, two stints in a year, an id that is decomposed, and one that is plain."""
    flagged = find(strategies.rosters(), lambda one: any((bar.subject_id, bar.lead_unit_id) in one.pins.items() for bar in one.bars))
    roster = sc.Roster(subjects=[sc.Subject(id="s0")], lead_units=[sc.LeadUnit(id="u0"), sc.LeadUnit(id="u1")])
    twice = find(strategies.histories(roster, max_years=1), lambda one: len([some for some in one.records() if some.subject_id == "s0"]) > 1)
    decomposed = find(strategies.identifiers(), lambda one: composed(one) != one)

    assert all(bar.severity is sc.Severity.FLAG for bar in flagged.bars if (bar.subject_id, bar.lead_unit_id) in flagged.pins.items())
    assert len({one.lead_unit_id for one in twice.records() if one.subject_id == "s0"}) == 2
    assert decomposed != composed(decomposed)
    assert find(strategies.identifiers(), lambda one: one.isalpha() and len(one) == 3).isascii()
