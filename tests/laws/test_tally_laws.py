"""Laws of counts and of following up.

* tallies merge in any order, and in any groups; different kinds and populations refuse to add
* percentages make exactly 100
* from what is published nobody can work out a count that was kept back, not even by the rule itself
* people, person-turns, turns and opinions counted by different parts agree where they must
* nothing is overdue on its last day, and without a day never
"""

from collections import defaultdict
from datetime import date, timedelta
from fractions import Fraction
from itertools import product

import pytest
from hypothesis import assume, given, strategies as st

import supervision_core as sc
from supervision_core import strategies

ALIKE = st.lists(strategies.tallies(kind=sc.programme.CountKind.TURN, population="work"), min_size=1, max_size=5)
YEARS = [sc.Period.of_year(year) for year in range(2018, 2023)]


@given(ALIKE, st.randoms(use_true_random=False))
def test_tallies_merge_in_any_order(tallies, random):
    """And in any groups: the sum is always the same."""
    shuffled = random.sample(tallies, len(tallies))
    cut = random.randint(1, len(tallies))
    parts = [sc.Tally.merged(some) for some in (shuffled[:cut], shuffled[cut:]) if some]

    assert sc.Tally.merged(parts) == sc.Tally.merged(tallies)
    assert sc.Tally.merged(tallies).total == sum(tally.total for tally in tallies)
    if len(tallies) > 1:
        assert tallies[0] + tallies[1] == tallies[1] + tallies[0]


@given(strategies.tallies(), strategies.tallies())
def test_different_kinds_refuse_to_add(one, other):
    """Kinds and populations each have a fault of their own; what agrees in both adds."""
    expected = ["kinds_mixed"] * (one.kind is not other.kind) + ["populations_mixed"] * (one.population != other.population)
    if not expected:
        assert (one + other).total == one.total + other.total
        return
    for join in (lambda: one + other, lambda: sc.programme.change_between(one, other), lambda: sc.Tally.over_time([one, other])):
        with pytest.raises(sc.InvalidInput) as raised:
            join()
        assert [fault.code for fault in raised.value.faults] == expected


@given(st.data(), st.randoms(use_true_random=False))
def test_years_add_in_any_order(data, random):
    """Occasions of years that follow each other; and each year's share is found again."""
    years = YEARS[: data.draw(st.integers(1, 5))]
    tallies = [data.draw(strategies.tallies(kind=sc.programme.CountKind.OPINION, population="work", period=year)) for year in years]
    whole = sc.Tally.over_time(random.sample(tallies, len(tallies)))

    assert whole == sc.Tally.over_time(tallies)
    assert whole.total == sum(tally.total for tally in tallies)
    assert (whole.period.start, whole.period.end) == (years[0].start, years[-1].end)


@given(strategies.tallies(), st.integers(0, 3))
def test_percentages_make_a_hundred(tally, places):
    """Each within one step of its exact share, larger counts never with less."""
    assume(tally.total)
    rounded = tally.percentages(places=places)

    assert sum(rounded.values()) == 100
    assert sum(tally.shares.values()) == 1
    for part, share in tally.shares.items():
        assert abs(rounded[part] - 100 * share) < Fraction(1, 10**places)
        assert all(rounded[part] <= rounded[other] for other in tally.parts if tally.parts[part] < tally.parts[other])


@given(strategies.programme.published_tallies())
def test_no_small_count_is_published(published):
    """What is seen is 0 or large enough, and never only one is hidden while the total is seen."""
    assert all(count is None or count == 0 or count >= published.at_least for count in published.parts.values())
    if published.kept_back and published.total is not None:
        assert len(published.kept_back) > 1
    if published.total is None:
        assert published.headline is None


@pytest.mark.parametrize("at_least", [3, 4])
@pytest.mark.parametrize("size", [1, 2, 3, 4])
def test_nobody_can_work_out_what_was_kept_back(at_least, size):
    """Of all tallies that would be published the same way, two differ in every count that is kept back."""
    published = defaultdict(list)
    for counts in product(range(at_least + 4 if size < 4 else at_least + 2), repeat=size):
        tally = sc.Tally(kind=sc.programme.CountKind.PERSON, population="p", parts={str(part): count for part, count in enumerate(counts)})
        published[sc.publish(tally, at_least=at_least)].append(counts)
    for seen, behind in published.items():
        for part in seen.kept_back:
            assert len({counts[int(part)] for counts in behind}) > 1


TURNS = st.lists(strategies.turns(), max_size=6, unique_by=lambda turn: turn.id)
PERIOD = sc.Period.of_days(date(2024, 1, 1), date(2025, 12, 31))


@given(TURNS)
def test_counts_of_one_kind_agree_however_they_are_parted(turns):
    """By lead unit, month, quarter or year the occasions are the same; the different people once in the headline."""
    for kind in (sc.programme.CountKind.TURN, sc.programme.CountKind.PERSON_TURN, sc.programme.CountKind.OPINION):
        totals = {sc.programme.count_turns(turns, kind=kind, by=by, population="p", period=PERIOD).total for by in sc.programme.CountBy if by is not sc.programme.CountBy.TIER}
        assert len(totals) == 1
    people = sc.programme.count_turns(turns, kind=sc.programme.CountKind.PERSON, by=sc.programme.CountBy.MONTH, population="p", period=PERIOD)
    assert people.headline == len({person for turn in turns for person in turn.subject_ids}) <= people.total
    commented = sc.programme.count_turns(turns, kind=sc.programme.CountKind.PERSON_TURN, by=sc.programme.CountBy.YEAR, population="p", period=PERIOD, only_commented=True)
    assert commented.total == sum(len(turn.commented_ids) for turn in turns)


@given(TURNS)
def test_the_years_of_the_turns_add_up(turns):
    """Counted year by year and added over time they are the whole."""
    by = {"kind": sc.programme.CountKind.PERSON_TURN, "by": sc.programme.CountBy.LEAD_UNIT, "population": "p"}
    years = [sc.programme.count_turns(turns, period=sc.Period.of_year(year), **by) for year in (2024, 2025)]

    assert sc.Tally.over_time(years) == sc.programme.count_turns(turns, period=PERIOD, **by)


@given(strategies.tallies(population="p", kind=sc.programme.CountKind.TURN), strategies.tallies(population="p", kind=sc.programme.CountKind.TURN))
def test_a_change_speaks_of_what_was_counted_twice(earlier, later):
    """Its difference is that of its parts; what was counted once is in neither sum."""
    change = sc.programme.change_between(earlier, later)

    assert change.difference == sum(change.parts.values())
    assert {*change.parts, *change.only_before} == set(earlier.parts)
    assert {*change.parts, *change.only_after} == set(later.parts)
    assert change.is_like_for_like == (set(earlier.parts) == set(later.parts))


MATTERS = strategies.programme.matters_with_steps()
DAYS = st.dates(date(2024, 1, 1), date(2026, 12, 31))


@given(MATTERS, DAYS, st.randoms(use_true_random=False))
def test_matters_follow_the_same_way_in_any_order(drawn, as_of, random):
    """However matters and steps are listed."""
    matters, steps = drawn
    shuffled = [random.sample(some, len(some)) for some in (matters, steps)]

    assert sc.programme.follow_up(*shuffled, as_of=as_of) == sc.programme.follow_up(matters, steps, as_of=as_of)


@given(MATTERS, DAYS)
def test_nothing_is_overdue_on_its_last_day(drawn, as_of):
    """Nor ever without a day; and what rests is not overdue."""
    for one in sc.programme.follow_up(*drawn, as_of=as_of).values():
        due = one.matter.due
        if one.state is sc.programme.FollowUpState.OVERDUE:
            assert due < as_of
            assert one.days_overdue == (as_of - due).days
        elif one.state in {sc.programme.FollowUpState.PENDING, sc.programme.FollowUpState.ANSWERED}:
            assert due is None or as_of <= due
        assert (one.ended_on is not None) == one.state.name.startswith(("SETTLED", "DECLINED"))


@given(MATTERS, DAYS)
def test_what_comes_later_changes_nothing_before(drawn, as_of):
    """As of a day, only what was raised and done by then counts."""
    matters, steps = drawn
    then = [one for one in steps if one.on <= as_of]

    assert sc.programme.follow_up(matters, then, as_of=as_of) == sc.programme.follow_up(matters, steps, as_of=as_of)
    assert set(sc.programme.follow_up(matters, steps, as_of=as_of)) <= set(sc.programme.follow_up(matters, steps, as_of=as_of + timedelta(days=1)))


@given(MATTERS, DAYS)
def test_facts_about_a_head_are_no_better_than_its_worst_matter(drawn, as_of):
    """One matter overdue speaks against; none raised says nothing; all settled in time speaks for."""
    facts = sc.programme.head_facts(*drawn, head_id="chair", as_of=as_of)
    own = [one for one in sc.programme.follow_up(*drawn, as_of=as_of).values() if one.matter.addressee_id == "chair" and one.matter.kind is sc.programme.MatterKind.PRESSING_MATTER]
    settles = facts.get("head.settles_pressing_matters").value

    if any(one.settled_in_time is sc.Verdict.NOT_MET for one in own):
        assert settles is False
    elif own and all(one.settled_in_time is sc.Verdict.MET for one in own):
        assert settles is True
    else:
        assert settles is None
