"""What the whole had is no part's: after a step without a day, and in spans that were planned past a reform."""

import pickle
from datetime import date

import pytest

import supervision_core as sc
from supervision_core.rotation import Reform
from supervision_core.rotation.history import given_to, history_of_parts
from supervision_core.serialization import from_document, to_document


def roster(subjects, units):
    return sc.Roster(subjects=[sc.Subject(id=one) for one in subjects], lead_units=[sc.LeadUnit(id=unit) for unit in units])


#: "whole" had everybody for two years, "other" nobody; then it is split into p and q.
RECORDS = {2024: dict.fromkeys("abcd", "whole"), 2025: dict.fromkeys("abcd", "whole")}
SPLIT = {"whole": ["p", "q"]}
GIVEN = roster("abc", ["other", "p", "q"])
ANY_PAIR = sc.RotationPolicy(cooling_off_years=0)


def dated(day):
    return sc.History.of(RECORDS).with_lineage(sc.Lineage(reforms=[Reform(on=day, lead_units=SPLIT)]))


UNDATED = sc.History.of(RECORDS).with_lineage(sc.Lineage(lead_units=SPLIT))


def carried(history, given=GIVEN, year=2026):
    plan = sc.plan_year(given, year=year, history=history, policy=ANY_PAIR)
    assert sc.verify_plan(given, plan, history=history) == ()
    return plan.score.value("carried")


def test_a_step_without_a_day_leaves_the_parts_no_rests():
    """As if the split were of the year after the last record: one each of three is nobody's debt, and carried is 0."""
    assert carried(UNDATED) == carried(dated(date(2026, 1, 1))) == 0
    assert dict(given_to(UNDATED).parts) == {"p": 2026, "q": 2026}


def test_what_came_by_a_merger_still_counts():
    """A step that only merges or renames leaves the rests where they are."""
    merged = sc.History.of({2025: {"a": "u", "b": "v", "c": "w"}}).with_lineage(sc.Lineage(lead_units={"u": ["x"], "v": ["x"]}))

    assert dict(given_to(merged).parts) == {}
    assert carried(merged, roster("abc", ["w", "x"])) == carried(sc.History.of({2025: {"a": "x", "b": "x", "c": "w"}}), roster("abc", ["w", "x"]))


def test_parts_are_followed_through_later_steps_and_reforms():
    """A part that is renamed, by a step or a reform, is still a part; a later split counts from its own year."""
    renamed = UNDATED.with_lineage(sc.Lineage(lead_units={"p": ["r"]}))
    later = UNDATED.with_lineage(sc.Lineage(reforms=[Reform(on=date(2027, 1, 1), lead_units={"p": ["r"], "q": ["s", "t"]})]))

    assert dict(given_to(renamed).parts) == {"q": 2026, "r": 2026}
    assert carried(renamed, roster("abc", ["other", "q", "r"])) == 0
    assert carried(later, roster("abcd", ["other", "r", "s", "t"]), 2028) == 0
    assert dict(given_to(sc.History().with_lineage(sc.Lineage(lead_units=SPLIT))).parts) == {}


def test_a_history_with_parts_survives():
    """Its document, a pickle, and cutting off years."""
    assert from_document(to_document(UNDATED), sc.History) == UNDATED
    assert pickle.loads(pickle.dumps(UNDATED)) == UNDATED
    assert carried(UNDATED.since(2025)) == 0
    with pytest.raises(sc.InvalidInput) as raised:
        history_of_parts({}, (), (), UNDATED.counting, (), {"": 2020, "u": 0})
    assert [one.code for one in raised.value.faults] == ["blank", "not_a_year"]


def test_a_span_begun_before_a_reform_keeps_its_split():
    """Planned from 2026 by the names of after the reform of 2028: the parts have no rests from before 2028 in any of its years."""
    history = dated(date(2028, 7, 1))
    span = sc.plan_horizon(GIVEN, years=range(2026, 2031), history=history, policy=ANY_PAIR)

    assert sc.verify_horizon(GIVEN, span, history=history, policy=ANY_PAIR) == ()
    # Until 2028 only "other" takes part in the recorded years: it had nobody of nobody. From 2028 on all three are even.
    assert [plan.score.value("carried") for plan in span.plans] == [0, 0, 0, 0, 0]


def test_a_span_that_is_begun_after_the_reform_is_as_before():
    """The same years, the reform of a year before: the rests of its years count for the parts from its year on."""
    history = dated(date(2025, 7, 1))
    span = sc.plan_horizon(roster("ab", ["other", "p", "q"]), years=range(2026, 2029), history=history, policy=ANY_PAIR)

    assert sc.verify_horizon(roster("ab", ["other", "p", "q"]), span, history=history, policy=ANY_PAIR) == ()
