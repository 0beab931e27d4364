"""Two plans side by side: which reforms lie between them, and which levels of their scores mean the same."""

from datetime import date

import attrs
import pytest

import supervision_core as sc


def roster(subjects, units, **rest):
    """A roster of ids."""
    return sc.Roster(subjects=[sc.Subject(id=one) for one in subjects], lead_units=[sc.LeadUnit(id=one) for one in units], **rest)


ADOPTED = sc.plan_year(roster("abcd", "uv"), year=2021)


@pytest.mark.parametrize(
    ("change", "left_out"),
    [
        ({}, set()),
        ({"carry_rest": False}, {"balance", "carried"}),
        ({"tenure_years": 2}, {"repeats_1", "cut_short"}),
        ({"carry_rest": False, "tenure_years": 2}, {"balance", "carried", "repeats_1", "cut_short"}),
        ({"cooling_off_years": 2}, set()),
    ],
)
def test_which_levels_mean_something_else(change, left_out):
    """With rests or without, balance and rests; with other terms, repeats and what is cut short; all other common levels differ by one."""
    names = ("flagged", "repeats_1", "cut_short", "balance", "carried", "familiarity", "changes")
    first, second = (
        attrs.evolve(ADOPTED, policy=policy, score=sc.rotation.Score(levels=[(name, level) for name in (*names, *more)]))
        for policy, level, more in ((ADOPTED.policy, 1, ()), (attrs.evolve(ADOPTED.policy, **change), 2, ("repeats_2",)))
    )

    assert dict(sc.diff(first, second).score) == dict.fromkeys(set(names) - left_out, 1)
    assert dict(sc.diff(second, first).score) == dict.fromkeys(set(names) - left_out, -1)


@pytest.mark.parametrize(
    ("day", "second", "renamed"),
    [
        (date(2021, 1, 1), "annual with v", {}),
        (date(2021, 1, 2), "annual with x", {"v": "x"}),
        (date(2022, 1, 1), "annual with x", {"v": "x"}),
        (date(2022, 1, 2), "annual with v", {}),
        (date(2022, 1, 2), "changed with x", {"v": "x"}),
        (date(2022, 12, 31), "changed with x", {"v": "x"}),
        (date(2023, 1, 1), "changed with v", {}),
    ],
)
def test_which_reforms_lie_between_two_plans(day, second, renamed):
    """Those after 1 January of the first, up to 1 January of an annual plan, and up to the end of the year of a changed one."""
    given = roster(["a", "b", "c", "d"], ["u", second[-1]])
    later = sc.plan_year(given, year=2022)
    if second.startswith("changed"):
        later = sc.replan(later, given).plan
    lineage = sc.Lineage(reforms=[sc.rotation.Reform(on=day, lead_units={"v": ["x"]})])
    found = sc.diff(ADOPTED, later, lineage)

    assert (found.moved, dict(found.renamed), dict(found.loads)) == ((), renamed, {})


def test_the_names_of_the_first_plan_are_those_of_a_day():
    """A reform on that very day is in them already, one on the day after is not."""
    given = roster(["a", "b", "c", "d"], ["u", "x"])
    later = sc.plan_year(given, year=2022)
    lineage = sc.Lineage(reforms=[sc.rotation.Reform(on=date(2021, 7, 1), lead_units={"v": ["x"]})])

    assert sc.diff(ADOPTED, later, lineage, date(2021, 6, 30)).moved == ()
    assert [one.subject_id for one in sc.diff(ADOPTED, later, lineage, date(2021, 7, 1)).moved] == ["c", "d"]


def test_an_id_that_is_part_of_another_one_is_another_lead_unit():
    """From women's union to women, and back: each is a move, in a comparison and in a replan."""
    there, back = (roster("ab", ["women", "women's union"], pins={"a": unit, "b": "women"}) for unit in ("women's union", "women"))
    for first, second in ((there, back), (back, there)):
        plan = sc.plan_year(first, year=2021)
        changed = sc.replan(plan, second)
        expected = [("a", first.pins["a"], second.pins["a"])]

        assert [(one.subject_id, one.before, one.after) for one in changed.moved] == expected
        assert [(one.subject_id, one.before, one.after) for one in sc.diff(plan, changed.plan).moved] == expected


def test_whoever_was_with_what_was_split_may_be_with_any_part():
    """v became x, y and z: a stays with y and b with z, as they are pinned; c, to whom all three are closed, moves from them to u.

    Of the three c counts as from x, the first; that a and b are not there is no change.
    """
    history = sc.History().with_lineage(sc.Lineage(reforms=[sc.rotation.Reform(on=date(2021, 7, 1), lead_units={"v": ["z", "y", "x"]})]))
    adopted = sc.plan_year(roster("abcd", "uv", pins={"a": "v", "b": "v", "c": "v", "d": "u"}), year=2021)
    bars = [sc.Bar(subject_id="c", lead_unit_id=unit, reason=sc.BarReason.KIN) for unit in "xyz"]
    given = attrs.evolve(roster("abcd", "uxyz", pins={"a": "y", "b": "z"}), bars=bars)
    changed = sc.replan(adopted, given, history=history)

    assert [(one.kind.name, one.subject_id, one.lead_unit_id) for one in changed.changes] == [("PAIR_CLOSED", "c", "x")]
    assert [(one.subject_id, one.before, one.after, one.reason.name) for one in changed.moved] == [("c", ("x", "y", "z"), "u", "PAIR_CLOSED")]
    assert (dict(changed.renamed), changed.bound, changed.idle) == ({}, 4, ("x",))
    assert sc.rotation.verify_replan(adopted, given, changed, history=history) == ()
    found = sc.diff(adopted, changed.plan, history.lineage)
    assert [(one.subject_id, one.before, one.after) for one in found.moved] == [("c", ("x", "y", "z"), "u")]
    assert (dict(found.loads), dict(found.renamed)) == ({"u": 1, "x": -1}, {})


def test_minima_and_maxima_of_the_parts_count_who_was_there():
    """v became x and y; x must have two and y may have nobody: both whom v had may be with x, and nothing has changed for anybody."""
    history = sc.History().with_lineage(sc.Lineage(reforms=[sc.rotation.Reform(on=date(2021, 7, 1), lead_units={"v": ["x", "y"]})]))
    adopted = sc.plan_year(roster("abc", "uv", pins={"a": "v", "b": "v", "c": "u"}), year=2021)
    units = [sc.LeadUnit(id="u"), sc.LeadUnit(id="x", min_load=2), sc.LeadUnit(id="y", max_load=0)]
    given = attrs.evolve(roster("abc", "uxy"), lead_units=units)
    changed = sc.replan(adopted, given, history=history)

    assert dict(changed.plan.assignments) == {"a": "x", "b": "x", "c": "u"}
    assert (changed.changes, changed.moved, changed.bound) == ((), (), 0)
