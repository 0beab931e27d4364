"""Long Biên district (S4), end to end: three tiers, five lead units, counts of each kind; invented people, the article's figures.

District: 527 person-turns of 104 officials = 212 + 61 + 73 + 119 + 62; 86 commented on with 59 opinions. Wards: 245 opinions,
472 people. Residential groups: 226 opinions, 521 people. Headlines: 6,570 person-turns and 1,054 opinions in three years.
"""

from datetime import date, timedelta

import pytest

import supervision_core as sc

THREE_YEARS = sc.Period.of_days(date(2018, 1, 1), date(2020, 12, 31))
LEAD_UNITS = {"front": 212, "labour": 61, "veterans": 73, "women": 119, "youth": 62}
OFFICIALS = [f"CB{number:03}" for number in range(1, 105)]


def a_day(number):
    return THREE_YEARS.start + timedelta(days=number * 7 % THREE_YEARS.days)


def district():
    """One official a turn, in turn; the first 86 commented on, 59 opinions among them."""
    units = [unit for unit, turns in LEAD_UNITS.items() for _ in range(turns)]
    return [
        sc.programme.SupervisionTurn(id=f"Q{number}", on=a_day(number), lead_unit_id=unit, subject_ids=[who], tier="district", commented_ids=[who] if number < 86 else [], opinions=int(number < 59))
        for number, (unit, who) in enumerate((unit, OFFICIALS[number % 104]) for number, unit in enumerate(units))
    ]


def lower(tier, unit, people, opinions):
    return [
        sc.programme.SupervisionTurn(id=f"{tier}{number}", on=a_day(number), lead_unit_id=unit, subject_ids=[f"{tier}{number}"], tier=tier, commented_ids=[f"{tier}{number}"], opinions=int(number < opinions))
        for number in range(people)
    ]


TURNS = [*district(), *lower("ward", "ward front", 472, 245), *lower("group", "FWC", 521, 226)]


def count(kind, by=sc.programme.CountBy.TIER, turns=TURNS, **more):
    return sc.programme.count_turns(turns, kind=kind, by=by, population="Long Biên", period=THREE_YEARS, **more)


def faults_of(make):
    with pytest.raises(sc.InvalidInput) as raised:
        make()
    return [fault.code for fault in raised.value.faults]


def test_the_counts_of_the_article():
    """By lead unit and by tier, each kind of its own."""
    by_unit = count(sc.programme.CountKind.PERSON_TURN, sc.programme.CountBy.LEAD_UNIT, district())

    assert (by_unit.parts, by_unit.total) == (LEAD_UNITS, 527)
    assert count(sc.programme.CountKind.OPINION).parts == {"district": 59, "ward": 245, "group": 226}
    assert count(sc.programme.CountKind.PERSON_TURN, only_commented=True).parts == {"district": 86, "ward": 472, "group": 521}


def test_s4_6_people_are_not_turns():
    """Naive: 527 supervised. They are 104 people, most of them supervised by several lead units."""
    people = count(sc.programme.CountKind.PERSON, sc.programme.CountBy.LEAD_UNIT, district())

    assert people.headline == 104
    assert people.total == 104 + 61 + 73 + 104 + 62
    assert people.discrepancy.gap == 104 - 404
    assert faults_of(lambda: people + count(sc.programme.CountKind.PERSON_TURN, sc.programme.CountBy.LEAD_UNIT, district())) == ["kinds_mixed"]


def test_s4_6_a_headline_that_does_not_reconcile_is_stated():
    """Naive: put the missing 524 somewhere. 59 + 245 + 226 are 530, the headline says 1,054, and the review says both."""
    reported = sc.Tally(kind=sc.programme.CountKind.OPINION, population="Long Biên", parts=count(sc.programme.CountKind.OPINION).parts, headline=1054, period=THREE_YEARS)
    section = sc.programme.tally_section("opinions", sc.Label("Ý kiến", "Opinions"), reported)

    assert (reported.total, reported.discrepancy.gap) == (530, 524)
    assert section.lines[-1].sentence("vi") == "Tổng nêu trong báo cáo: 1.054 ý kiến – Tổng nêu trong báo cáo là 1.054 ý kiến, cộng các phần được 530: chênh lệch 524."
    people = sc.Tally(kind=sc.programme.CountKind.PERSON_TURN, population="Long Biên", parts=count(sc.programme.CountKind.PERSON_TURN, only_commented=True).parts, headline=1054)
    assert people.discrepancy.gap == 1054 - 1079


def test_s4_6_opinions_may_be_fewer_than_people():
    """Naive: at least one opinion for each person commented on. In all three tiers there are fewer."""
    opinions, people = count(sc.programme.CountKind.OPINION).parts, count(sc.programme.CountKind.PERSON_TURN, only_commented=True).parts

    assert all(opinions[tier] < people[tier] for tier in opinions)


def test_s4_6_rounded_shares_make_a_hundred():
    """Naive: 40.2 + 11.6 + 13.9 + 22.6 + 11.8 = 100.1. Rounded together they make 100."""
    by_unit = count(sc.programme.CountKind.PERSON_TURN, sc.programme.CountBy.LEAD_UNIT, district())

    assert sum(round(1000 * share) for share in by_unit.shares.values()) == 1001
    assert sum(by_unit.percentages().values()) == 100


def test_s4_6_three_years_are_added_once_each():
    """Naive: add what lies there. Years that follow each other add to the three; one given twice is refused."""
    years = [sc.programme.count_turns(district(), kind=sc.programme.CountKind.PERSON_TURN, by=sc.programme.CountBy.LEAD_UNIT, population="Long Biên", period=sc.Period.of_year(year), among=LEAD_UNITS) for year in (2018, 2019, 2020)]

    assert sc.Tally.over_time(years) == count(sc.programme.CountKind.PERSON_TURN, sc.programme.CountBy.LEAD_UNIT, district())
    assert faults_of(lambda: sc.Tally.over_time([*years, years[1]])) == ["overlap"]
    assert sc.programme.change_between(years[0], years[1]).total_before == years[0].total


def test_s4_5_a_committee_that_supervises_its_own_head_is_seen():
    """Naive: three posts supervised by their committee, no overlap, all well. One of the three is its own head."""
    posts = ["bí thư chi bộ TDP 7", "tổ trưởng TDP 7", "trưởng ban công tác Mặt trận TDP 7"]
    turn = sc.programme.SupervisionTurn(id="TDP7-1", on=date(2020, 5, 6), lead_unit_id="Ban công tác Mặt trận TDP 7", subject_ids=posts, tier="group")
    heads = {"Ban công tác Mặt trận TDP 7": posts[2], "front": "chủ tịch MTTQ quận"}

    assert dict(sc.programme.own_head_turns([*district(), turn], heads)) == {"Ban công tác Mặt trận TDP 7": ("TDP7-1",)}


def test_s4_5_a_turn_without_a_tier_is_not_put_into_one():
    """Naive: count it with the wards, or leave it out. Counted by tier it is refused; by lead unit it counts."""
    stray = sc.programme.SupervisionTurn(id="X1", on=date(2020, 5, 6), lead_unit_id="front", subject_ids=["CB001"])

    assert faults_of(lambda: count(sc.programme.CountKind.TURN, turns=[*TURNS, stray])) == ["missing"]
    assert count(sc.programme.CountKind.TURN, sc.programme.CountBy.LEAD_UNIT, [*TURNS, stray]).parts["front"] == 213


def test_s4_8_reported_to_the_wrong_committee_is_not_reported():
    """Naive: a sign was reported within the month, all is well. The committee that manages the person never got it."""
    sign = sc.programme.Matter(
        id="BH-1",
        kind=sc.programme.MatterKind.SIGN_OF_DECLINE,
        text=sc.Label("Biểu hiện suy thoái về lối sống", "A sign of declining conduct"),
        addressee_id="Đảng ủy phường",
        competent_id="Ban Thường vụ Thành ủy",
        about_id="CB001",
        raised_on=date(2020, 3, 2),
        due=date(2020, 4, 2),
    )
    passed_on = sc.programme.MatterStep(matter_id="BH-1", kind=sc.programme.StepKind.FORWARDED, on=date(2020, 3, 20), to_id="Ban Thường vụ Thành ủy")
    handled = sc.programme.MatterStep(matter_id="BH-1", kind=sc.programme.StepKind.SETTLED, on=date(2020, 4, 10))
    astray = sc.programme.follow_up([sign], [], as_of=date(2020, 3, 31))["BH-1"]
    late = sc.programme.follow_up([sign], [passed_on, handled], as_of=date(2020, 5, 1))["BH-1"]

    assert astray.reached_the_competent is sc.Verdict.NOT_MET
    assert astray.settled_in_time is sc.Verdict.UNKNOWN
    assert (late.reached_the_competent, late.state, late.settled_in_time) == (sc.Verdict.MET, sc.programme.FollowUpState.SETTLED_LATE, sc.Verdict.NOT_MET)
