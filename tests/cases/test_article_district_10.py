"""District 10 (S3), end to end: the first year of a directive, 15 wards inspected, the head and what presses on the people."""

from datetime import date, timedelta

import pytest

import supervision_core as sc

DIRECTIVE_DAY = date(2018, 5, 31)
FIRST_YEAR = sc.Period.of_months(DIRECTIVE_DAY, 12)
REVIEW_DAY = date(2019, 6, 7)
WARDS = [f"Phường {number}" for number in range(1, 16)]
INSPECTIONS = [sc.programme.SupervisionTurn(id=f"KT-{number:02}", on=date(2018, 9, 3) + timedelta(days=number), lead_unit_id="UBND quận", subject_ids=[ward], tier="quận") for number, ward in enumerate(WARDS)]


def pressing(number, raised_on, due=None):
    return sc.programme.Matter(id=f"BX-{number}", kind=sc.programme.MatterKind.PRESSING_MATTER, text=sc.Label(f"Vấn đề {number}", f"Matter {number}"), addressee_id="chủ tịch UBND phường 3", raised_on=raised_on, due=due)


def step(number, kind, on):
    return sc.programme.MatterStep(matter_id=f"BX-{number}", kind=kind, on=on, sources=[f"công văn {number}"])


def wards(period):
    return sc.programme.count_turns(INSPECTIONS, kind=sc.programme.CountKind.UNIT, by=sc.programme.CountBy.TIER, population="UBND phường", period=period)


def test_s3_1_a_directive_s_first_year_is_no_calendar_year():
    """Naive: the calendar year 2018 or 365 days from a month's end. The first year runs from 31 May to 30 May."""
    assert (FIRST_YEAR.start, FIRST_YEAR.last) == (DIRECTIVE_DAY, date(2019, 5, 30))
    late = sc.programme.SupervisionTurn(id="KT-16", on=date(2019, 5, 30), lead_unit_id="UBND quận", subject_ids=["Phường 1"], tier="quận")
    counted = [sc.programme.count_turns([*INSPECTIONS, late], kind=sc.programme.CountKind.TURN, by=sc.programme.CountBy.TIER, population="UBND phường", period=period).total for period in (FIRST_YEAR, sc.Period.of_year(2018))]
    assert counted == [16, 15]


def test_s3_1_the_review_of_the_year():
    """15 wards, as reported; the review is drawn up when the year is over."""
    section = sc.programme.tally_section("wards", sc.Label("UBND phường được kiểm tra", "Ward committees inspected"), wards(FIRST_YEAR))
    review = sc.Review(
        id="SK-CT02",
        kind=sc.programme.ReviewKind.INTERIM,
        title=sc.Label("Sơ kết 1 năm thực hiện Chỉ thị 02/CT-QU", "One year of Directive 02/CT-QU"),
        submitted_by=sc.Label("Quận ủy", "The district committee"),
        period=FIRST_YEAR,
        as_of=REVIEW_DAY,
        sections=[section],
    )

    assert wards(FIRST_YEAR).headline == wards(FIRST_YEAR).total == 15
    assert "quận: 15 đơn vị (100%)" in review.text("vi")


def test_s3_1_the_same_wards_of_two_years_are_not_thirty():
    """Naive: 15 wards in 2018 and 15 in 2019 are 30. They are the same ones, so bodies and people are not added over time."""
    years = [sc.Tally(kind=sc.programme.CountKind.UNIT, population="UBND phường", parts={"quận": 15}, period=sc.Period.of_year(year)) for year in (2018, 2019)]

    assert sum(year.total for year in years) == 30
    with pytest.raises(sc.InvalidInput, match="not_additive"):
        sc.Tally.over_time(years)


def test_s3_4_answering_is_not_settling():
    """Naive: the head answered everything, so the head sets an example. One matter was settled after its day."""
    matters = [pressing(1, date(2018, 10, 1), date(2018, 11, 1)), pressing(2, date(2018, 12, 1), date(2019, 1, 15))]
    steps = [
        step(1, sc.programme.StepKind.ANSWERED, date(2018, 10, 5)),
        step(1, sc.programme.StepKind.SETTLED, date(2018, 11, 1)),
        step(2, sc.programme.StepKind.ANSWERED, date(2018, 12, 2)),
        step(2, sc.programme.StepKind.SETTLED, date(2019, 1, 16)),
    ]
    facts = sc.programme.head_facts(matters, steps, head_id="chủ tịch UBND phường 3", as_of=REVIEW_DAY)

    assert dict(facts.values) == {"head.answers_pressing_matters": True, "head.settles_pressing_matters": False}
    assert facts.get("head.settles_pressing_matters").sources == ("BX-1", "BX-2", "công văn 1", "công văn 2")


def test_s3_4_no_matter_and_no_day_say_nothing():
    """Naive: nothing is open, so all is well; or it lies open for 200 days, so it is overdue. Both are unknown."""
    head = {"head_id": "chủ tịch UBND phường 3", "as_of": REVIEW_DAY}
    silence, open_end = sc.programme.head_facts([], [], **head), sc.programme.head_facts([pressing(1, date(2018, 11, 1))], [], **head)

    assert not silence.values
    assert not open_end.values
    assert silence.get("head.settles_pressing_matters").why.en == "no matter was raised"
