"""What each earlier version did not say yet, by an old document worked by hand: what is filled, and that the rest stays."""

import pytest

from supervision_core.serialization.upgrades import UPGRADES

SAYS = {"code": None, "children": []}


@pytest.mark.parametrize(
    ("schema", "old", "filled"),
    [
        ("lead_unit/1", {"id": "front"}, {"kind": None, "since": None}),
        ("roster/1", {"lead_units": [{"id": "front"}]}, {"lead_units": [{"id": "front", "kind": None, "since": None}]}),
        ("roster/2", {"bars": []}, {"allowances": []}),
        ("public_draw/1", {"seed": "a"}, {"scope": ""}),
        ("rotation_policy/1", {"tie_break": "any"}, {"tie_break": "any", "tenure_years": 1, "carry_rest": False}),
        ("rotation_policy/1", {"tie_break": {"seed": "a"}}, {"tie_break": {"seed": "a", "scope": ""}, "tenure_years": 1, "carry_rest": False}),
        ("score/1", {"levels": [["repeats", 4], ["balance", 7], ["ties", 2]]}, {"levels": [["repeats", 4], ["cut_short", 0], ["balance", 7], ["carried", 0], ["ties", 2]]}),
        ("audit/1", {"score": None}, {"score": None}),
        ("audit/1", {"score": {"levels": [["balance", 7]]}}, {"score": {"levels": [["cut_short", 0], ["balance", 7], ["carried", 0]]}}),
        ("audit/2", {"score": None}, {"warnings": []}),
        ("plan/2", {"year": 2021}, {"allowed": []}),
        ("receipt/1", {"policy": None}, {"policy": None}),
        ("receipt/1", {"policy": {"tie_break": "any"}}, {"policy": {"tie_break": "any", "tenure_years": 1, "carry_rest": False}}),
        ("receipt/2", {"reasons": None}, {"reasons": None, "written_by": None}),
        ("receipt/2", {"reasons": {"children": [{"children": []}]}}, {"reasons": {"code": None, "children": [SAYS]}, "written_by": None}),
        ("alternative/1", {"cost": 1}, {"years": [], "is_own": None}),
        ("explanation/1", {"others": [{"cost": 1}]}, {"others": [{"cost": 1, "years": [], "is_own": None}], "year": None, "policy": None, "allowed": None, "detours": None}),
        ("frequency/1", {"grace_days": 3}, {"grace_working_days": 0, "rolls": False}),
        ("obligation/1", {"practised": None, "required": {"times": 2}}, {"practised": None, "required": {"times": 2, "grace_working_days": 0, "rolls": False}}),
        ("obligation/1", {"practised": {"times": 2}, "required": None}, {"practised": {"times": 2, "grace_working_days": 0, "rolls": False}, "required": None}),
        ("record/1", {"year": 2021}, {"first_day": None}),
        ("history/1", {"records": []}, {"spells": [], "counting": {"least_months": 1, "substitutes_count": True}, "reforms": []}),
        ("history/2", {"records": []}, {"parts": {}}),
        ("lineage/1", {"lead_units": {"a": ["b"], "b": ["c", "d"]}, "subjects": {}}, {"lead_units": {"a": ["c", "d"], "b": ["c", "d"]}, "subjects": {}, "reforms": []}),
        ("lineage/1", {"lead_units": {}, "subjects": {"a": ["b", "c"], "b": ["d"], "c": ["d"]}}, {"lead_units": {}, "subjects": {"a": ["d"], "b": ["d"], "c": ["d"]}, "reforms": []}),
        ("violation/1", {"kind": "H1"}, {"kind": "too_few_places"}),
        ("violation/1", {"kind": "H2"}, {"kind": "minimum_unreachable"}),
        ("repair/1", {"against": ["H1", "H2"]}, {"against": ["minimum_unreachable", "too_few_places"]}),
        ("infeasible/1", {"violations": [{"kind": "H1"}], "repairs": [{"against": ["H2"]}]},
         {"policy": None, "violations": [{"kind": "too_few_places"}], "repairs": [{"against": ["minimum_unreachable"]}]}),
        ("published_tally/1", {"at_least": 3}, {"earlier": 0}),
        ("review/1", {"lines": []}, {"protection": None}),
        ("discipline_record/1", {"id": "d"}, {"kind": None, "relates_to": None, "counted_for": None, "at_former_body": False}),
        ("dossier/1", {"discipline": [{"id": "d"}]}, {"discipline": [{"id": "d", "kind": None, "relates_to": None, "counted_for": None, "at_former_body": False}]}),
        ("weighing_rule/1", {"fact": "a"}, {"no_from": []}),
        ("weighing_policy/1", {"rules": [{"fact": "a"}]}, {"rules": [{"fact": "a", "no_from": []}]}),
        ("handling/1", {"steps": []}, {"time_limits": []}),
        ("cooling_off/1", {"years": 3}, {"meetings": []}),
        ("coverage/1", {"years": 3}, {"asking": [], "meetings": []}),
        ("reason/1", {"children": [{"children": [{"children": []}]}]}, {"code": None, "children": [{"code": None, "children": [SAYS]}]}),
        ("grade_change/1", {"lines": [{"children": []}]}, {"lines": [SAYS]}),
        ("side_by_side/1", {"lines": [{"children": []}]}, {"lines": [SAYS]}),
        ("quota_result/1", {"rows": [{"subject_id": "s"}]}, {"rows": [{"subject_id": "s", "score": None}]}),
        ("quota_result/2", {"rows": []}, {"rows": [], "possible": None}),
        ("quota_row/1", {"subject_id": "s"}, {"score": None}),
        ("quota/1", {"share": "1/5"}, {"then_by": None, "raised_share": None, "small_below": 0, "small_places": 0}),
        ("decision/1", {"id": "d"}, {"receipt": None}),
        ("horizon/1", {"plans": []}, {"instead": None}),
        ("move/1", {"subject_id": "s"}, {}),
        ("plan_diff/1", {"moves": []}, {"renamed": {}}),
        ("replan/1", {"moves": []}, {"renamed": {}}),
        ("year_facts/1", {"year": 2021}, {"possible": None}),
    ],
)  # fmt: skip
def test_an_old_document_says_what_was_meant_and_keeps_the_rest(schema, old, filled):
    """The next version of the same kind, each new field as it was meant then, and nothing else touched."""
    kind, _, version = schema.partition("/")
    given = {"schema": f"supervision_core/{schema}", "kept": "x", **old}

    assert UPGRADES[given["schema"]](given) == {**given, **filled, "schema": f"supervision_core/{kind}/{int(version) + 1}"}


def test_an_old_plan_has_prices_of_nothing_around_the_balance():
    """One level before the balance and one after it, which cost nothing, for every lead unit and for what is left over."""
    old = {
        "schema": "supervision_core/plan/1",
        "policy": {"tie_break": "any"},
        "score": {"levels": [["repeats", 4], ["balance", 7], ["ties", 2]]},
        "proof": {"kept": "x", "prices": {"front": [5, 6, 8]}, "sink": [1, 2, 3]},
    }
    new = UPGRADES["supervision_core/plan/1"](old)

    assert new["schema"] == "supervision_core/plan/2"
    assert new["policy"] == {"tie_break": "any", "tenure_years": 1, "carry_rest": False}
    assert new["score"] == {"levels": [["repeats", 4], ["cut_short", 0], ["balance", 7], ["carried", 0], ["ties", 2]]}
    assert new["proof"] == {"kept": "x", "prices": {"front": [5, 0, 6, 0, 8]}, "sink": [1, 0, 2, 0, 3]}


def test_a_circle_was_no_lineage():
    """Two units that follow each other name one of them."""
    old = {"lead_units": {"a": ["b"], "b": ["a"]}, "subjects": {}}

    with pytest.raises(ValueError, match=r"^[ab]$"):
        UPGRADES["supervision_core/lineage/1"](old)


def test_an_old_dead_end_claims_its_years_alone():
    """Year by year there is no plan; that other plans of the earlier years may leave one is said in both languages."""
    new = UPGRADES["supervision_core/horizon_infeasible/1"]({"year": 2021})

    assert new == {
        "schema": "supervision_core/horizon_infeasible/2",
        "year": 2021,
        "span": [],
        "claim": "per_year",
        "ground": {
            "vi": "Tính từng năm từ các phương án đã lập đến đây thì không còn phương án; cách xếp khác cho những năm trước có thể còn.",
            "en": "Year by year from here there is no plan; other plans of the earlier years may leave one.",
        },
    }


def pending(end, *, needed=1, counts="days", state="open", events=()):
    """An occurrence of January 2026 that may be done until the day before ``end``."""
    return {
        "needed": needed, "event_ids": list(events), "window": {"start": "2026-01-01", "end": end},
        "period": {"start": "2026-01-01", "end": "2026-02-01"}, "state": state, "counts": counts,
    }  # fmt: skip


@pytest.mark.parametrize(
    ("required", "safe"),
    [
        ([], None),
        ([pending("2026-02-01", state="missing")], None),
        ([pending("2026-02-01")], "2026-01-31"),
        ([pending("2026-02-01", needed=3)], "2026-01-29"),
        ([pending("2026-02-01", needed=3, events=["e"])], "2026-01-30"),
        ([pending("2026-02-01", needed=3, counts="events")], "2026-01-31"),
        # Two days by the 31st and two by the 2nd are four days by the 2nd: begin on 30 January, the 30th for both.
        ([pending("2026-02-01", needed=2), pending("2026-02-03", needed=2)], "2026-01-30"),
        # Two by the 31st and three by the 1st are five days by the 1st: begin on 28 January.
        ([pending("2026-02-02", needed=3), pending("2026-02-01", needed=2)], "2026-01-28"),
        # What is over wants no day any more.
        ([pending("2026-02-01", needed=5, state="missing"), pending("2026-02-03", needed=2)], "2026-02-01"),
    ],
)
def test_old_standings_have_the_last_safe_day_of_all_that_was_pending(required, safe):
    """Days that are wanted add up in the order in which they are due; the earliest day on which one has to begin is the last safe one."""
    practised = [pending("2026-01-11", needed=4)]
    new = UPGRADES["supervision_core/standing/1"]({"practised": practised, "required": required})

    assert (new["last_safe_day"], new["still_possible"], new["schema"]) == (safe, "unknown", "supervision_core/standing/2")
    assert [one["last_safe_day"] for one in new["practised"]] == ["2026-01-07"]
    assert len(new["required"]) == len(required)


def test_an_old_report_has_such_standings_and_no_faults():
    """Whatever was at fault was raised then, so that nothing stood beside the standings."""
    standing = {"practised": [], "required": [pending("2026-02-01", needed=3)]}
    new = UPGRADES["supervision_core/compliance/1"]({"period": "kept", "standings": {"a": standing}})

    assert (new["schema"], new["period"], new["faults"], new["not_judged"]) == ("supervision_core/compliance/2", "kept", [], [])
    assert new["standings"]["a"]["last_safe_day"] == "2026-01-29"
    assert new["standings"]["a"]["required"][0]["late_by"] == 0
    assert "schema" not in new["standings"]["a"]


def test_an_old_calendar_knows_nothing_of_the_day_after_its_end():
    """A day worked at the very end of what is known is left out; one on its first and one on its last day stay."""
    old = {"known": {"start": "2026-01-03", "end": "2026-02-01"}, "rest": [6, 7], "days_off": ["2026-01-30", "2026-01-05"],
           "worked": ["2026-01-31", "2026-02-01", "2026-01-03", "2026-01-02"]}  # fmt: skip
    new = UPGRADES["supervision_core/working_days/1"](old)

    assert new["days_off"] == ["2026-01-05", "2026-01-30"]
    assert new["worked"] == ["2026-01-03", "2026-01-31"]
