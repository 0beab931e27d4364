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
