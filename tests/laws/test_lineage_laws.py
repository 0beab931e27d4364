"""Histories through dated reforms: against a reading row by row, through documents and pickles, and composed."""

import pickle
import random
from datetime import date

import pytest

import supervision_core as sc
from oracles import lineages as oracle
from supervision_core.rotation import Record, Reform
from supervision_core.rotation.check.reading import read_past
from supervision_core.serialization import from_document, to_document

SEEDS = 600


def read(history):
    """The columns and unknown records of a history, as sets."""
    columns = {
        year: {subject: {held} if isinstance(held, str) else set(held) for subject, held in history.column(year).items()}
        for year in history.years
    }
    return {year: column for year, column in columns.items() if column}, set(history.unknown)


def check(seed):
    """One random history equals the reading row by row, and survives whatever is done with it."""
    records, reforms, counting = oracle.random_case(random.Random(seed))
    history = oracle.history_of(records, reforms, counting)
    wanted = oracle.columns(records, reforms, counting), oracle.unknown(records, reforms)

    assert read(history) == wanted
    assert {year: {one: {held} if isinstance(held, str) else set(held) for one, held in column.items()} for year, column in read_past(history).items() if column} == wanted[0]
    assert from_document(to_document(history), sc.History) == history
    assert pickle.loads(pickle.dumps(history)) == history
    assert read(pickle.loads(pickle.dumps(history))) == wanted
    assert history.with_lineage(sc.Lineage(reforms=reforms)) == history
    assert sc.History.of_records(history.records(), counting=counting, lineage=history.lineage) == history
    step = sc.History.of_records(records, counting=counting)
    for reform in reforms:
        step = step.with_lineage(sc.Lineage(reforms=[reform]))
    assert step == history
    for year in (2019, 2020):
        assert read(history.before(year))[0] == {one: column for one, column in wanted[0].items() if one < year}
        assert read(history.since(year))[0] == {one: column for one, column in wanted[0].items() if one >= year}


@pytest.mark.parametrize("part", range(3))
def test_a_history_is_what_its_rows_say_through_the_reforms(part):
    """Merged, split, renamed, names given on in chains and circles, spells added up before they are counted."""
    for seed in range(part * SEEDS // 3, (part + 1) * SEEDS // 3):
        check(seed)


@pytest.mark.parametrize("seed", range(100))
def test_two_reforms_equal_the_one_that_composes_their_maps(seed):
    """For every id named before both."""
    rng = random.Random(seed)
    names = [f"n{number}" for number in range(6)]
    maps = [{one: rng.sample(names, rng.choice((1, 2))) for one in names if rng.random() < 0.6} for _ in range(2)]
    composed = {one: sorted({last for first in maps[0].get(one, [one]) for last in maps[1].get(first, [first])}) for one in names}
    two = sc.Lineage(reforms=[Reform(on=date(2025, day, 1), subjects=step, lead_units=step) for day, step in zip((3, 7), maps, strict=True)])
    one = sc.Lineage(reforms=[Reform(on=date(2025, 7, 1), subjects=composed, lead_units=composed)])

    for name in names:
        assert two.of_subject(name) == one.of_subject(name)
        assert two.of_lead_unit(name, since=date(2025, 1, 1)) == one.of_lead_unit(name, since=date(2025, 1, 1))
        assert two.of_subject(name, since=date(2025, 3, 1)) == tuple(sorted(maps[1].get(name, [name])))


def national_reform():
    """10,047 old communes and 3,321 new ones: 44 split with a part keeping the code, codes reused in all three ways.

    Old codes are 00001 to 10047. The new ones take a part's code, an old code that was another commune's, or a new one.
    """
    old = [f"{number:05}" for number in range(1, 10048)]
    new = 3321
    split = old[:44]
    groups = [old[44 + place :: new - 44] for place in range(new - 44)]
    became: dict[str, list[str]] = {}
    codes = []
    for place, parts in enumerate(groups):
        if place % 3 == 0:
            code = parts[-1]  # the code of one of its parts, {"04": ["04"], "13": ["04"]}
        elif place % 3 == 1:
            code = groups[(place + 1) % len(groups)][0]  # a code that was another commune's, {"19": ["10"], "10": ["69"]}
        else:
            code = f"N{place:05}"
        codes.append(code)
        for part in parts:
            became[part] = [code]
    for place, one in enumerate(split):
        # split, and a part keeps the code, {"25": ["08", "25"]}
        became[one] = sorted([one, codes[place]])
    return old, became, codes + split


def test_a_reform_of_national_size():
    """Every successor is right, it loads and is read at once, and the plans of all wards follow."""
    old, became, new = national_reform()
    lineage = sc.Lineage(reforms=[Reform(on=date(2025, 7, 1), subjects=became)])
    history = sc.History.of({year: {one: f"u{(int(one) + year) % 5}" for one in old} for year in (2023, 2024, 2025)}).with_lineage(lineage)

    assert (len(old), len(set(new))) == (10_047, 3_321)
    assert all(lineage.of_subject(one) == tuple(became[one]) for one in old)
    assert all(lineage.of_subject(one, since=date(2025, 7, 1)) == (one,) for one in new)
    wanted = {}
    for one in old:
        for code in became[one]:
            wanted.setdefault(code, set()).add(f"u{(int(one) + 2024) % 5}")
    column = history.column(2024)
    assert {code: {held} if isinstance(held, str) else set(held) for code, held in column.items()} == wanted
    assert set(column) == set(new)
    assert from_document(to_document(history), sc.History) == history
    units = [sc.LeadUnit(id=f"u{number}") for number in range(5)]
    rosters = {f"province {number}": sc.Roster(subjects=[sc.Subject(id=one) for one in sorted(set(new))[number::34]], lead_units=units) for number in range(34)}
    plans = sc.plan_each(rosters, year=2026, histories=dict.fromkeys(rosters, history))
    assert sum(len(plan.assignments) for plan in plans.values()) == 3_321
    assert all(sc.verify_plan(rosters[key], plan, history=history) == () for key, plan in plans.items())


def test_long_chains_and_ladders_are_followed_step_by_step():
    """900 reforms in a chain, and a ladder of 200 diamonds, are neither too deep nor too slow."""
    day = [date(2000 + number // 300, 1 + number % 300 // 25, 1 + number % 25) for number in range(900)]
    chain = sc.Lineage(reforms=[Reform(on=on, subjects={f"n{place}": [f"n{place + 1}"]}) for place, on in enumerate(day)])
    ladder = sc.Lineage(
        reforms=[Reform(on=day[place], lead_units={f"a{place}": [f"a{place + 1}", f"b{place + 1}"], f"b{place}": [f"a{place + 1}", f"b{place + 1}"]}) for place in range(200)]
    )

    assert chain.of_subject("n0") == ("n900",)
    assert ladder.of_lead_unit("a0") == ("a200", "b200")
    history = sc.History.of_records([Record(subject_id="n0", lead_unit_id="a0", year=1999)], lineage=chain)
    assert history.column(1999) == {"n900": "a0"}
