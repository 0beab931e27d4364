"""Small things that people who use the library stumbled over, each as they would expect it."""

import pytest

import supervision_core as sc
from supervision_core.rendering import to_text


def faults_of(make):
    with pytest.raises(sc.InvalidInput) as raised:
        make()
    return raised.value.faults


def roster(subjects, units, **rest):
    return sc.Roster(
        subjects=[sc.Subject(id=one) for one in subjects],
        lead_units=[sc.LeadUnit(id=unit) if isinstance(unit, str) else unit for unit in units],
        **rest,
    )


def test_a_national_history_serves_every_ward():
    """Lead units and people of other wards are nobody's fault, and each ward gets its own past."""
    wards = {key: roster([f"{key}1", f"{key}2"], [f"front {key}", f"women {key}"]) for key in ("Chiêm Hóa", "Na Hang")}
    history = sc.History.of({2025: {f"{key}{number}": f"front {key}" for key in wards for number in (1, 2)}})
    plans = sc.plan_each(wards, year=2026, histories=history)

    assert [plan.score.repeats for plan in plans.values()] == [(0,), (0,)]


def test_errors_about_many_wards_name_each_and_come_all_at_once():
    """Two wards whose histories know strangers: both are named."""
    wards = {key: roster(["a"], ["front"]) for key in ("ward 1", "ward 2", "ward 3")}
    strange = {key: sc.History.of({2025: {"a": f"stranger of {key}"}}) for key in ("ward 1", "ward 3")}
    found = faults_of(lambda: sc.plan_each(wards, year=2026, histories=strange))

    assert [fault.place.split(":")[0].strip("'") for fault in found] == ["ward 1", "ward 3"]


def test_a_unit_that_joins_within_the_year_and_gets_nobody_is_named():
    """The fewest moves give it nobody; the replan says so in its sentence."""
    plan = sc.plan_year(roster("abcd", ["u", "v"]), year=2026)
    changed = sc.replan(plan, roster("abcd", ["u", "v", "w"]))

    assert changed.idle == ("w",)
    assert "Chưa được giao đối tượng nào: w." in changed.sentence("vi")
    assert "Nobody was given to: w." in changed.sentence("en")


def test_a_unit_that_takes_nobody_does_not_make_full_coverage_never():
    """A lead unit with a maximum of 0 is met by nobody and waited for by nobody."""
    assert sc.years_to_full_coverage(roster("ab", ["u", "v", sc.LeadUnit(id="w", max_load=0)])).years == 2


def test_an_agreed_swap_says_that_it_was_agreed():
    """Pinned to each other's lead unit: not "the old pair is closed now"."""
    plan = sc.plan_year(roster("ab", ["u", "v"]), year=2026)
    swapped = sc.replan(plan, roster("ab", ["u", "v"], pins={"a": plan.assignments["b"], "b": plan.assignments["a"]}))

    assert {move.sentence("en") for move in swapped.moved} == {
        "a: u → v (it is pinned to the new lead unit)",
        "b: v → u (it is pinned to the new lead unit)",
    }
    assert "được ấn định cho đầu mối mới" in swapped.moved[0].sentence("vi")


def test_a_bar_that_is_there_already_is_not_given_again():
    """What follows from ties can be added to the roster's own bars without a duplicate."""
    own = sc.Bar(subject_id="a", lead_unit_id="u", reason=sc.BarReason.KIN)
    given = roster("a", ["u", "v"], bars=[own])
    found = sc.bars_for(given, sc.rotation.Links(kin=[("a", "u")]))

    assert found == ()
    assert roster("a", ["u", "v"], bars=[*given.bars, *found]).bars == (own,)


@pytest.mark.parametrize("lang", ["vi", "en"])
def test_what_can_never_be_is_said_without_empty_brackets(lang):
    """A subject that nobody may supervise: no "()" in the sentence or on the page."""
    shut = roster("a", ["u"], bars=[sc.Bar(subject_id="a", lead_unit_id="u", reason=sc.BarReason.KIN)])
    never = sc.years_to_full_coverage(shut)

    assert never.years is None
    for said in (never.sentence(lang), to_text(never, lang=lang)):
        assert "()" not in said


def test_who_declared_but_is_not_in_the_roster_is_named():
    """A misspelt id would otherwise leave its owner undeclared without a word."""
    [fault] = faults_of(lambda: sc.bars_for(roster("a", ["u"]), sc.rotation.Links(declared_by=["A"])))

    assert (fault.code, fault.place, fault.found) == ("unknown_id", "Links.declared_by", "'A'")
