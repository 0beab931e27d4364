"""What receipts refuse and find, and what old documents become, word for word."""

import attrs
import pytest

import supervision_core as sc
from supervision_core.serialization import InvalidDocument, from_document, receipt, recheck, to_document
from supervision_core.serialization.upgrades import UPGRADES

WARD = sc.regulations.GOOD_PERFORMANCE_2014
FACTS = sc.Facts.of({"duties.fairly_done": False})
JUDGED = receipt(sc.assess(WARD, FACTS), FACTS)
ROSTER = sc.Roster(subjects=[sc.Subject(id="s1"), sc.Subject(id="s2")], lead_units=[sc.LeadUnit(id="front"), sc.LeadUnit(id="women")])
PLANNED = receipt(sc.plan_year(ROSTER, year=2021), ROSTER)


def told(make):
    """All that an error says: its kind, its place, and what would be right."""
    with pytest.raises(sc.InvalidInput) as raised:
        make()
    return [(one.code, one.place, one.expected) for one in raised.value.faults]


@pytest.mark.parametrize(
    ("kept", "given", "fault"),
    [
        (JUDGED, {"result": 5}, ("wrong_kind", "Receipt.result", "an Assessment, a Plan or an Infeasible")),
        (JUDGED, {"inputs": ROSTER}, ("wrong_kind", "Receipt.inputs", "Facts, for an Assessment")),
        (JUDGED, {"reasons": None}, ("wrong_kind", "Receipt.reasons", "the Reason that explains the Assessment")),
        (JUDGED, {"history": sc.History()}, ("surplus", "Receipt.history", "None, for an Assessment")),
        (JUDGED, {"policy": sc.RotationPolicy()}, ("surplus", "Receipt.policy", "None, for an Assessment")),
        (JUDGED, {"reference": {"s1": "front"}}, ("surplus", "Receipt.reference", "None, for an Assessment")),
        (JUDGED, {"weighing": sc.evidence.WARD_WEIGHING}, ("missing", "Receipt.weighing", "a policy with a dossier, and none without")),
        (JUDGED, {"vocabulary": [5]}, ("wrong_kind", "Receipt.vocabulary[0]", "a YesNo or a Measure")),
        (PLANNED, {"inputs": FACTS}, ("wrong_kind", "Receipt.inputs", "the Roster that was planned")),
        (PLANNED, {"history": None}, ("wrong_kind", "Receipt.history", "the History that was planned with")),
        (PLANNED, {"policy": None}, ("wrong_kind", "Receipt.policy", "the RotationPolicy that was planned under")),
        (PLANNED, {"reasons": JUDGED.reasons}, ("surplus", "Receipt.reasons", "None, for a plan or a certificate")),
        (PLANNED, {"weighing": sc.evidence.WARD_WEIGHING}, ("surplus", "Receipt.weighing", "None, for a plan or a certificate")),
        (PLANNED, {"dossier": 5}, ("surplus", "Receipt.dossier", "None, for a plan or a certificate")),
    ],
)
def test_what_a_receipt_cannot_hold_together(kept, given, fault):
    """Each part by its name, with what belongs there."""
    assert fault in told(lambda: attrs.evolve(kept, **given))


def test_a_receipt_keeps_what_it_was_made_from():
    """The reference and the policy that a plan was made with, even those that the caller names; a case has no room for either."""
    reference = {"s1": "front", "s2": "women"}
    plan = sc.plan_year(ROSTER, year=2021, reference=reference)

    assert dict(receipt(plan, ROSTER).reference) == reference
    assert recheck(receipt(plan, ROSTER)) == ()
    assert told(lambda: receipt(sc.assess(WARD, FACTS), FACTS, reference=reference)) == [("surplus", "Receipt.reference", "None, for an Assessment")]
    assert told(lambda: receipt(sc.assess(WARD, FACTS), FACTS, history=sc.History())) == [("surplus", "Receipt.history", "None, for an Assessment")]
    assert told(lambda: receipt(sc.assess(WARD, FACTS), FACTS, policy=sc.RotationPolicy())) == [("surplus", "Receipt.policy", "None, for an Assessment")]


def test_what_was_planned_otherwise_is_told():
    """Another reference and another policy than the plan's own."""
    found = recheck(attrs.evolve(PLANNED, reference=sc.values.IdMap({"s1": "women", "s2": "front"})))
    assert ("other_reference", "Receipt.reference", "the plan's own reference") in [(one.code, one.place, one.expected) for one in found]
    [other] = [one for one in recheck(attrs.evolve(PLANNED, policy=sc.RotationPolicy(cooling_off_years=0))) if one.code == "other_policy"]
    assert (other.place, other.found) == ("Receipt.policy", "cooling_off_years 0")
    assert other.expected == "the plan's own: cooling_off_years 1"


def test_another_result_does_not_read_like_the_right_one():
    """Of two plans of as many subjects the wrong one is said to be wrong; of two that read differently nothing more is said."""
    units = {"front": "women", "women": "front"}
    swapped = attrs.evolve(PLANNED.result, assignments={one: units.get(unit, unit) for one, unit in PLANNED.result.assignments.items()})
    fewer = attrs.evolve(PLANNED.result, assignments={})
    told = [[(one.found, one.expected) for one in recheck(attrs.evolve(PLANNED, result=wrong)) if one.code == "other_result"] for wrong in (swapped, fewer)]
    right = repr(PLANNED.result)

    assert repr(swapped) == right != repr(fewer)
    assert told == [[(f"{right}, not all of it right", right)], [(repr(fewer), right)]]


@pytest.mark.parametrize(("odd", "shown"), [(5, "5"), ("x", '"x"'), (None, "null"), (["a"], "a list of 1")])
def test_what_is_no_object_is_shown(odd, shown):
    """Where an object should stand, what stands there is shown."""
    document = {**to_document(ROSTER), "bars": [odd]}
    with pytest.raises(InvalidDocument) as raised:
        from_document(document, sc.Roster)
    assert [(one.path, one.found, one.expected) for one in raised.value.problems] == [("$.bars[0]", shown, "an object")]


def test_an_item_out_of_place_is_named_by_its_id_or_code():
    """A list that is not sorted says which item stands where, by what tells it apart."""
    holder = to_document(ROSTER)
    holder["subjects"] = holder["subjects"][::-1]
    with pytest.raises(InvalidDocument) as raised:
        from_document(holder, sc.Roster)
    assert 'an object with "id": "s1" here' in str(raised.value)


OCCURRENCE = {"needed": 3, "event_ids": ["e"], "window": {"end": "2026-02-01"}, "period": {"start": "2026-01-01", "end": "2026-02-01"}, "state": "open", "counts": "days"}


@pytest.mark.parametrize(
    ("given", "safe"),
    [({}, "2026-01-30"), ({"counts": "events"}, "2026-01-31"), ({"event_ids": ["e", "f"]}, "2026-01-31"), ({"state": "upcoming"}, "2026-01-30"), ({"state": "missing"}, None),
     ({"state": "done", "event_ids": ["e", "f", "g"]}, None)],
)  # fmt: skip
def test_an_old_occurrence_has_its_last_safe_day(given, safe):
    """Two days that are still wanted begin on the last day but one; events may all be held on the last; what is over has none."""
    old = {**OCCURRENCE, **given}
    new = UPGRADES["supervision_core/occurrence/1"](old)

    assert (new["last_safe_day"], new["is_due_known"], new["late_by"], new["still_possible"]) == (safe, True, 0, "unknown")
    assert new["schema"] == "supervision_core/occurrence/2"


def test_an_old_calendar_leaves_out_what_says_nothing():
    """Days outside the known time, the day after its last one too, days twice, and days worked that nobody had off."""
    old = {"known": {"start": "2026-01-01", "end": "2026-02-01"}, "rest": [6, 7], "days_off": ["2026-01-02", "2026-01-02", "2026-02-01", "2025-12-31", "2026-01-01"],
           "worked": ["2026-01-03", "2026-01-05", "2026-02-07"]}  # fmt: skip
    new = UPGRADES["supervision_core/working_days/1"](old)

    assert new["days_off"] == ["2026-01-01", "2026-01-02"]
    assert new["worked"] == ["2026-01-03"]
    assert new["schema"] == "supervision_core/working_days/2"
