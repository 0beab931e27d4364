"""Histories and plans of a year with a reform: what is refused, what is kept, and by the names of which day."""

from datetime import date

import attrs
import pytest

import supervision_core as sc
from supervision_core.rotation import CountingRule, Record, Reform
from supervision_core.rotation.history import followed_by
from supervision_core.rotation.spells import parts_after
from supervision_core.serialization import from_document, to_document

JULY = date(2026, 7, 1)
LINEAGE = sc.Lineage(reforms=[Reform(on=JULY, lead_units={"women": ["union"], "youth": ["union"], "labour": ["workers"]})])


def faults_of(make):
    with pytest.raises(sc.InvalidInput) as raised:
        make()
    return [fault.code for fault in raised.value.faults]


def roster(subjects, units, **rest):
    return sc.Roster(subjects=[sc.Subject(id=one) for one in subjects], lead_units=[sc.LeadUnit(id=one) for one in units], **rest)


OLD = roster("abcdef", ["women", "youth", "labour"])
NEW = roster("abcdef", ["union", "workers"])
PLAN = sc.plan_year(OLD, year=2026)


def test_whoever_goes_along_is_not_moved():
    """Women and youth become one union and labour is renamed: nobody moves, and only labour is a renaming."""
    changed = sc.replan(PLAN, NEW, history=sc.History().with_lineage(LINEAGE))

    assert (changed.moved, changed.bound, dict(changed.renamed)) == ((), 0, {"labour": "workers"})
    assert "Chỉ đổi tên: labour → workers." in changed.sentence("vi")
    difference = sc.diff(PLAN, changed.plan, lineage=LINEAGE)
    assert (difference.moved, difference.joined, difference.left, dict(difference.loads)) == ((), (), (), {})
    assert dict(difference.renamed) == {"labour": "workers"}


def test_the_plan_of_a_replan_needs_its_day():
    """Its names are those of its day, which it does not know: it joins a history by ``with_replan`` alone, and ``since`` is asked for."""
    history = sc.History().with_lineage(LINEAGE)
    changed = sc.replan(PLAN, NEW, history=history)

    assert faults_of(lambda: history.with_plan(changed.plan)) == ["replanned_in_a_reform"]
    assert faults_of(lambda: sc.replan(changed.plan, NEW, history=history)) == ["replanned_in_a_reform"]
    assert sc.replan(changed.plan, NEW, history=history, since=JULY).moved == ()
    assert sc.rotation.verify_replan(changed.plan, NEW, sc.replan(changed.plan, NEW, history=history, since=JULY), history=history, since=JULY) == ()
    assert set(history.with_plan(PLAN).column(2026).values()) == {"union", "workers"}
    assert faults_of(lambda: history.with_replan(changed, on=date(2025, 7, 1))) == ["outside_the_year"]
    assert "not_rising" in faults_of(lambda: history.with_replan(changed, on=JULY).with_replan(changed, on=JULY))


def test_months_of_both_lead_units():
    """Until March front, from April women: three months and nine, and a January change leaves the old one none."""
    old = sc.plan_year(roster("a", ["front", "women"], pins={"a": "front"}), year=2026)
    changed = sc.replan(old, roster("a", ["front", "women"], pins={"a": "women"}))

    assert [move.reason.name for move in changed.moved] == ["PINNED"]
    april = sc.History().with_replan(changed, on=date(2026, 4, 1))
    assert [(one.lead_unit_id, one.months) for one in april.records()] == [("front", 3), ("women", 9)]
    assert list(sc.History().with_replan(changed, on=date(2026, 1, 20)).column(2026).values()) == ["women"]
    following = sc.plan_year(roster("a", ["front", "women"]), year=2027, history=april)
    assert following.score.repeats == (1,)


def test_unknown_records_obey_the_same_rules():
    """Two communes merge and of one nobody knows who had it: known and unknown stay, through documents and steps."""
    records = [Record(subject_id="x", lead_unit_id=None, year=2025), Record(subject_id="y", lead_unit_id="front", year=2025)]
    for lineage in (sc.Lineage(subjects={"x": ["z"], "y": ["z"]}), sc.Lineage(reforms=[Reform(on=JULY, subjects={"x": ["z"], "y": ["z"]})])):
        history = sc.History.of_records(records, lineage=lineage)

        assert (dict(history.column(2025)), history.unknown) == ({"z": "front"}, ((2025, "z"),))
        assert from_document(to_document(history), sc.History) == history
        assert sc.History(history.records()) is not None
        assert history.with_lineage(sc.Lineage()) == history
    assert faults_of(lambda: sc.plan_year(roster("z", ["front"]), year=2025, history=sc.History(records[:1]))) == ["year_not_past"]
    assert faults_of(lambda: sc.History.of_records(records[:1]).with_plan(sc.plan_year(roster("x", ["front"]), year=2025))) == ["duplicate_year"]


def test_spells_are_added_up_before_they_count():
    """Six months with each of two predecessors of one union are a year with it; two spells of one unit are one."""
    rows = [Record(subject_id="a", lead_unit_id=unit, year=2025, months=6) for unit in ("women", "youth")]
    seven = CountingRule(least_months=7)

    assert sc.History.of_records(rows, counting=seven).years == ()
    assert dict(sc.History.of_records(rows, counting=seven, lineage=LINEAGE).column(2025)) == {"a": "union"}
    twice = [Record(subject_id="a", lead_unit_id="women", year=2025, months=4), Record(subject_id="a", lead_unit_id="women", year=2025, months=5)]
    assert dict(sc.History.of_records(twice, counting=seven).column(2025)) == {"a": "women"}


def test_reforms_that_contradict_each_other():
    """An equal one changes nothing, another of the same day is refused, and a step without a day cannot follow."""
    history = sc.History().with_lineage(LINEAGE)

    assert history.with_lineage(LINEAGE) == history
    assert faults_of(lambda: history.with_lineage(sc.Lineage(reforms=[Reform(on=JULY)]))) == ["duplicate"]
    assert faults_of(lambda: history.with_lineage(sc.Lineage(subjects={"a": ["b"]}))) == ["surplus"]


def test_a_forgotten_history_is_refused():
    """A plan with a repeat of last year cannot be replanned with a history that has none; more may have been found since."""
    alone = roster("a", ["u"])
    history = sc.History.of({2025: {"a": "u"}})
    plan = sc.plan_year(alone, year=2026, history=history)

    assert faults_of(lambda: sc.replan(plan, alone)) == ["other_history", "other_history"]
    assert sc.replan(plan, alone, history=sc.History.of({2024: {"a": "u"}, 2025: {"a": "u"}})).moved == ()


def test_what_a_history_hands_out_never_changes():
    """Columns and restrictions are read-only: nobody can plan a barred pair by emptying them."""
    barred = roster("a", ["u", "v"], bars=[sc.Bar(subject_id="a", lead_unit_id="u", reason=sc.BarReason.KIN)])

    for inside in (barred.restrictions, sc.History.of({2025: {"a": "u"}}).column(2025)):
        assert not hasattr(inside, "clear")
        with pytest.raises(TypeError):
            inside["a"] = "v"


def test_a_wrong_replan_is_shown_its_faults():
    """The year, the policy, the reference, and what a certificate in its place says."""
    changed = sc.replan(PLAN, OLD)
    wrong = attrs.evolve(changed, plan=attrs.evolve(changed.plan, year=2025, policy=PLAN.policy, reference={"a": "women"}))
    none = sc.replan(PLAN, sc.Roster(subjects=OLD.subjects, lead_units=[sc.LeadUnit(id="u", max_load=1)]))

    assert [fault.code for fault in sc.rotation.verify_replan(PLAN, OLD, wrong)] == ["wrong_year", "other_policy", "other_reference"]
    assert [fault.code for fault in sc.rotation.verify_replan(PLAN, OLD, attrs.evolve(none, year=2025))] == ["wrong_year"]
    assert sc.verify_plan(OLD, changed.plan, policy=changed.plan.policy, reference=PLAN) == ()
    assert [fault.code for fault in sc.verify_plan(OLD, changed.plan, policy=PLAN.policy, reference={"a": "women"})] == ["other_policy", "other_reference"]


@pytest.mark.parametrize(
    ("became", "column", "units", "carried"),
    [
        # Of 2024 front alone takes part: no drift. Loads 2, 1, 1 against 4/3 in thirds: 4 + 1 + 1.
        ({"women": ["league", "union"]}, {2024: dict.fromkeys("bcd", "front") | {"a": "women"}}, ["front", "league", "union"], 6),
        # In the year of the split both parts have a and front has two: drifts 2/3, -1/3, -1/3; loads 1, 2, 1 give 1 + 1 + 4.
        ({"women": ["league", "union"]}, {2025: {"a": "women", "b": "front", "c": "front"}}, ["front", "league", "union"], 6),
        # League is women renamed and takes part in 2024, when it had nobody, as had no other that did: no drift.
        ({"women": ["league"], "youth": ["union", "youth"]}, {2024: dict.fromkeys("abcd", "youth")}, ["league", "union", "youth"], 6),
        # Merged: union had 3 of 4 where 2 were due, so its drift is 1 and that of front -1, in halves 4 + 4.
        ({"women": ["union"], "youth": ["union"]}, {2024: {"a": "women", "b": "women", "c": "youth", "d": "front"}}, ["front", "union"], 8),
    ],
)
def test_a_part_does_not_inherit_the_rest_of_the_whole(became, column, units, carried):
    """What a lead unit inherited by a split does not count for its rest, as if it took part from then on; by a merger it does."""
    history = sc.History.of(column).with_lineage(sc.Lineage(reforms=[Reform(on=date(2025, 7, 1), lead_units=became)]))
    policy = sc.RotationPolicy(cooling_off_years=0)
    plan = sc.plan_year(roster("abcd", units), year=2026, history=history, policy=policy)

    assert dict(plan.score.levels)["carried"] == carried
    assert sc.verify_plan(roster("abcd", units), plan, history=history, policy=policy) == ()


def test_planning_on_after_a_split_within_the_year():
    """A horizon's later years know of a split of its first year: what the whole had before is no part's rest then either."""
    units = roster("abcd", ["front", "league", "union"])
    split = sc.Lineage(reforms=[Reform(on=JULY, lead_units={"women": ["league", "union"]})])
    past = [Record(subject_id=one, lead_unit_id=unit, year=2024) for one, unit in zip("abcd", ["women", "front", "front", "front"], strict=True)]
    history = sc.History.of_records(past, lineage=split)
    policy = sc.RotationPolicy(cooling_off_years=0)
    horizon = sc.plan_horizon(units, years=range(2026, 2028), history=history, policy=policy)
    first, second = horizon.plans

    # By the words: 2026 alone counts, where one had 2 and two had 1 of 4; so in thirds 1 + 1 + 4 after both years.
    assert (dict(first.score.levels)["carried"], dict(second.score.levels)["carried"]) == (6, 6)
    done = [Record(subject_id=one, lead_unit_id=unit, year=2026, first_day=JULY) for one, unit in first.assignments.items()]
    assert second == sc.plan_year(units, year=2027, history=sc.History.of_records([*past, *done], lineage=split), policy=policy)
    assert sc.verify_horizon(units, horizon, history=history, policy=policy) == ()


def test_a_step_without_a_day_leaves_its_parts_no_rest_from_before():
    """Of 2023 and 2024 front alone takes part, so that nobody has a rest; 2025 counts for all, and who had two then has one next."""
    units = roster("abcd", ["front", "league", "union"])
    past = dict.fromkeys("bcd", "front") | {"a": "women"}
    history = sc.History.of({2023: past, 2024: past}).with_lineage(sc.Lineage(lead_units={"women": ["league", "union"]}))
    policy = sc.RotationPolicy(cooling_off_years=0)
    first = sc.plan_year(units, year=2025, history=history, policy=policy)
    second = sc.plan_year(units, year=2026, history=history.with_plan(first), policy=policy)

    # Of four each is due 4/3: loads of 2, 1, 1 are 2, -1, -1 in thirds; after both years 3, 3, 2 of 8/3 are 1, 1, -2.
    assert [plan.score.value("carried") for plan in (first, second)] == [6, 6]
    assert [second.loads[unit] for unit, load in first.loads.items() if load == 2] == [1]


def test_a_step_without_a_day_renames_parts_of_years_and_the_unknown():
    """Who had some months goes on by its new names, each part; of whom nobody knows stays unknown, in whole years and parts of them."""
    rows = [
        Record(subject_id="a", lead_unit_id="u", year=2025, months=4),
        Record(subject_id="b", lead_unit_id=None, year=2025),
        Record(subject_id="c", lead_unit_id=None, year=2025, months=3),
    ]
    step = sc.Lineage(subjects={"a": ["a1", "a2"], "b": ["d"], "c": ["e"]}, lead_units={"u": ["x", "y"]})
    history = sc.History(rows).with_lineage(step)

    assert [(one.subject_id, one.lead_unit_id, one.months) for one in history.records()] == [
        ("a1", "x", 4), ("a1", "y", 4), ("a2", "x", 4), ("a2", "y", 4), ("e", None, 3), ("d", None, 12),
    ]  # fmt: skip
    assert history.unknown == ((2025, "d"), (2025, "e"))


def test_what_a_part_takes_in_leaves_it_its_own_first_year():
    """Of two that became one the later year holds, whichever is read first; who was only renamed keeps its year, or has none."""
    assert dict(parts_after({"b": 2024}, {"a": ("q", "z"), "b": ("z",)}, 2026)) == {"q": 2026, "z": 2026}
    assert dict(parts_after({"a": 2024}, {"a": ("z",), "b": ("q", "z")}, 2026)) == {"q": 2026, "z": 2026}
    assert dict(parts_after({"a": 2024, "b": 2025, "k": 2020}, {"a": ("z",), "b": ("z",), "c": ("d",)}, 2026)) == {"k": 2020, "z": 2025}


def test_whoever_plans_on_speaks_by_the_names_of_today():
    """v of before became w on some day of the year; the v of the plan is a new one, and stays v. What was before is w's."""
    for day in (date(2026, 1, 1), date(2026, 1, 2), JULY, date(2027, 1, 1)):
        history = sc.History.of({2025: {"a": "v"}}).with_lineage(sc.Lineage(reforms=[Reform(on=day, lead_units={"v": ["w"]})]))
        after = followed_by(history, sc.plan_year(roster("a", ["v"]), year=2026))

        assert {year: dict(after.column(year)) for year in after.years} == {2025: {"a": "w"}, 2026: {"a": "v"}}
