"""The review of 2014 in Hòa Khánh Bắc ward (S0), end to end: invented people with the article's figures.

66 officials work at the ward: 59 good, 7 fair, nobody with conduct breaching the law. Officials who only live there are a
second population. 33 direct opinions, none through the suggestion box.
"""

from collections import Counter
from datetime import date

import pytest

import supervision_core as sc
from supervision_core.regulations import CIVIC_CODES, GOOD_PERFORMANCE_2014, RESIDENCE_2014, STATUTORY_GRADES
from supervision_core.values import Instrument, InstrumentKind

WARD = GOOD_PERFORMANCE_2014
YEAR = sc.Period.of_year(2014)
MET = {"duties.well_done": True, "conduct.violation": False, **dict.fromkeys(CIVIC_CODES, True)}
UNLIKE = {
    "CB60": {"duties.well_done": False, "duties.fairly_done": True},
    "CB61": {"duties.well_done": False, "duties.fairly_done": True},
    "CB62": {"civic.household_obligations": False},
    "CB63": {"civic.household_obligations": False, "civic.ties_with_people": False},
    "CB64": {"civic.ties_with_people": False},
    "CB65": {"civic.local_contribution": False},
    "CB66": {"civic.standing": False},
}
OFFICIALS = {f"CB{number:02}": sc.Facts.of({**MET, **UNLIKE.get(f"CB{number:02}", {})}) for number in range(1, 67)}
AT_HOME = dict.fromkeys((fact.code for fact in RESIDENCE_2014.ladder.facts), True)
RESIDENTS = {
    **{f"CT{number:02}": sc.Facts.of(AT_HOME) for number in range(1, 10)},
    "CT10": sc.Facts.of({**AT_HOME, "civic.ties_with_people": False}),
    "CT11": sc.Facts.of({**AT_HOME, "civic.household_obligations": False}),
}
PLAN = Instrument(
    kind=InstrumentKind.PLAN,
    number="02/KH-MT",
    issued=date(2014, 2, 28),
    issuer=sc.Label("Ban Thường trực Ủy ban MTTQ phường", "the Standing Board of the ward Front"),
    title=sc.Label("Giám sát cán bộ, công chức năm 2014", "Supervision of officials in 2014"),
)


def judged(officials=OFFICIALS):
    return list(sc.assess_all(WARD, officials.items()))


def working(officials=OFFICIALS):
    return sc.programme.grade_tally(WARD, judged(officials), population="công tác tại phường", headline=66, period=YEAR)


def living():
    rows = sc.assess_all(RESIDENCE_2014, RESIDENTS.items())
    return sc.programme.grade_tally(RESIDENCE_2014, rows, population="cư trú trên địa bàn", period=YEAR)


def opinions():
    parts = {"tổ chức thành viên, Ban công tác Mặt trận, Ban thanh tra nhân dân": 33, "hộp thư góp ý": 0}
    return sc.Tally(kind=sc.programme.CountKind.OPINION, population="ý kiến phản ánh", parts=parts, headline=33, period=YEAR)


def review(**changes):
    given = {
        "id": "SK-2014",
        "kind": sc.programme.ReviewKind.INTERIM,
        "title": sc.Label("Mặt trận giám sát cán bộ, công chức", "The Front's supervision of officials"),
        "submitted_by": sc.Label("Ủy ban MTTQ phường", "The ward Front"),
        "period": YEAR,
        "as_of": date(2014, 12, 20),
        "sections": [
            sc.programme.basis_section([PLAN]),
            sc.programme.tally_section("working", sc.Label("Cán bộ, công chức làm việc tại phường", "Officials who work at the ward"), working(), names=sc.programme.grade_labels(WARD), order=sc.programme.grade_labels(WARD)),
            sc.programme.tally_section("living", sc.Label("Cán bộ, công chức cư trú trên địa bàn", "Officials who live in the ward"), living(), names=sc.programme.grade_labels(RESIDENCE_2014), order=sc.programme.grade_labels(RESIDENCE_2014)),
            sc.programme.tally_section("opinions", sc.Label("Ý kiến phản ánh", "Opinions"), opinions()),
        ],
    }
    return sc.Review(**{**given, **changes})


def faults_of(make):
    with pytest.raises(sc.InvalidInput) as raised:
        make()
    return [fault.code for fault in raised.value.faults]


def test_the_counts_of_the_article():
    """59 good and 7 fair make the 66 of the headline; nobody is below fair, and that is said."""
    assert working().parts == {"good": 59, "fair": 7, "below_fair": 0, "undetermined": 0}
    assert (working().total, working().discrepancy) == (66, None)


def test_s0_2_two_populations_are_never_added():
    """Naive: 66 + 11 officials. They are two populations, the second judged on residence alone; adding them is refused."""
    naive = len(OFFICIALS) + len(RESIDENTS)

    assert naive == 77
    assert faults_of(lambda: working() + living()) == ["populations_mixed"]
    assert faults_of(lambda: sc.Tally.over_time([working(), living()])) == ["populations_mixed"]
    assert living().parts == {"fulfilled": 9, "not_fulfilled": 2, "undetermined": 0}


def test_s0_6_who_is_not_settled_is_counted_as_such():
    """Naive: count the grades there are, 58 + 7 = 65. With one standing unknown, one of the 66 is undetermined, not gone."""
    unsettled = {**OFFICIALS, "CB01": sc.Facts.of({**MET, "civic.standing": None})}
    naive = Counter(assessment.grade.code for _, assessment in judged(unsettled) if assessment.grade)

    assert sum(naive.values()) == 65
    assert working(unsettled).parts == {"good": 58, "fair": 7, "below_fair": 0, "undetermined": 1}
    assert working(unsettled).discrepancy is None


def test_s0_6_fair_is_a_local_word():
    """Naive: read "khá" as a statutory grade. No statutory grade has its code; it stands apart as a local one."""
    assert "fair" not in STATUTORY_GRADES
    assert [code for code, label in STATUTORY_GRADES.items() if "khá" in label.vi] == ["FAIR_LOCAL"]
    assert sc.programme.grade_labels(WARD)["fair"].vi == "Hoàn thành khá"


def test_s0_7_the_review_says_those_counts():
    """Every figure stands in the text, in both languages; zeros too."""
    text = review().text("vi")

    for line in ("Hoàn thành tốt (theo tiêu chí của phường): 59 người (89,4%)", "Hoàn thành khá: 7 người (10,6%)", "Dưới mức khá: 0 người (0%)", "Tổng nêu trong báo cáo: 66 người", "33 ý kiến (100%)", "hộp thư góp ý: 0 ý kiến", "Kế hoạch số 02/KH-MT ngày 28/02/2014"):
        assert line in text
    assert review().text("en").startswith("Interim review: The Front's supervision of officials, 2014-01-01 to 2014-12-31, as of 2014-12-20")


def test_s0_7_an_interim_review_is_no_final_one():
    """Naive: call it the year's result. On 20 December the year is not over, so a final review is refused."""
    assert faults_of(lambda: review(kind=sc.programme.ReviewKind.FINAL)) == ["not_over"]
    assert review(kind=sc.programme.ReviewKind.FINAL, as_of=date(2014, 12, 31)).kind is sc.programme.ReviewKind.FINAL


def test_s0_7_for_the_public_small_counts_are_kept_back():
    """Naive: print 2 of 11 residents with shortcomings. Kept back, and with it the 9 that would give it away."""
    published = sc.publish(living(), at_least=5)
    section = sc.programme.tally_section("living", sc.Label("Cư trú", "Residents"), published, names=sc.programme.grade_labels(RESIDENCE_2014))

    assert (published.kept_back, published.total) == (("fulfilled", "not_fulfilled"), 11)
    assert [line.sentence("vi") for line in section.lines if line.count is None] == ["Thực hiện tốt: không công bố", "Còn hạn chế: không công bố"]
