"""What is told of counts, steps, reviews and turns that make no sense, word for word; and what a review takes from each missed period."""

from datetime import date

import attrs
import pytest

import supervision_core as sc
from supervision_core import Label
from supervision_core.obligations import Frequency, MovedDeadline, Right, TimeUnit
from supervision_core.programme import (
    CountBy,
    CountKind,
    MatterStep,
    PublishedTally,
    Review,
    ReviewKind,
    ReviewLine,
    ReviewSection,
    StepKind,
    SupervisionTurn,
    change_between,
    count_turns,
)
from supervision_core.rendering import to_text

L = Label("mục", "item")
DAY = date(2026, 3, 1)
TALLY = sc.Tally(kind=CountKind.PERSON, population="ward", parts={"good": 59})
PUBLISHED = {"kind": CountKind.PERSON, "population": "ward", "parts": {"good": 59, "fair": None}, "total": 66, "headline": None, "at_least": 5}
TURN = SupervisionTurn(id="t1", on=DAY, lead_unit_id="front", subject_ids=["o1"])
COUNTED = {"kind": CountKind.PERSON, "by": CountBy.LEAD_UNIT, "population": "ward", "period": sc.Period.of_year(2026)}


def told(make):
    """Each fault: its code, its place, what was found, what would be right."""
    with pytest.raises(sc.InvalidInput) as raised:
        make()
    return [(one.code, one.place, one.found, one.expected) for one in raised.value.faults]


@pytest.mark.parametrize(
    ("make", "fault"),
    [
        (lambda: PublishedTally(**{**PUBLISHED, "parts": {"good": 3}}), ("too_small", "PublishedTally.parts['good']", "3", "0, or at least 5, or None")),
        (lambda: PublishedTally(**{**PUBLISHED, "parts": {"good": -1}}), ("too_small", "PublishedTally.parts['good']", "-1", "at least 0")),
        (lambda: PublishedTally(**{**PUBLISHED, "total": -1}), ("too_small", "PublishedTally.total", "-1", "at least 0")),
        (lambda: PublishedTally(**{**PUBLISHED, "headline": -1}), ("too_small", "PublishedTally.headline", "-1", "at least 0")),
        (lambda: PublishedTally(**{**PUBLISHED, "earlier": -1}), ("too_small", "PublishedTally.earlier", "-1", "at least 0")),
        (lambda: PublishedTally(**{**PUBLISHED, "period": 5}), ("wrong_kind", "PublishedTally.period", "5", "a Period, or None")),
        (lambda: MatterStep(matter_id="m", kind=StepKind.FORWARDED, on=DAY), ("missing", "MatterStep about 'm'.to_id", "None", "to whom it was forwarded")),
        (lambda: MatterStep(matter_id="m", kind=StepKind.SETTLED, on=DAY, to_id="x"), ("surplus", "MatterStep about 'm'.to_id", "'x'", "None, since nothing was forwarded")),
        (lambda: change_between(5, TALLY), ("wrong_kind", "change_between.earlier", "5", "a Tally")),
        (lambda: change_between(TALLY, 5), ("wrong_kind", "change_between.later", "5", "a Tally")),
        (lambda: count_turns([5], **COUNTED), ("wrong_kind", "count_turns.turns[0]", "5", "a SupervisionTurn")),
        (lambda: count_turns([TURN], **COUNTED, only_commented=1), ("wrong_kind", "count_turns.only_commented", "1", "True or False")),
        (lambda: count_turns([TURN], **{**COUNTED, "period": 5}), ("wrong_kind", "count_turns.period", "5", "a Period")),
        (lambda: count_turns([TURN], **{**COUNTED, "by": CountBy.TIER}), ("missing", "count_turns.turns['t1'].tier", "None", "a tier, since it is counted by it")),
    ],
)  # fmt: skip
def test_what_makes_no_sense_is_told(make, fault):
    """By its place, with what stands there and what would be right."""
    assert told(make) == [fault]


def test_counts_of_times_in_the_wrong_order():
    """The day from which the later time may begin is said."""
    older, newer = (attrs.evolve(TALLY, period=sc.Period.of_year(year)) for year in (2025, 2026))
    assert told(lambda: change_between(newer, older)) == [("not_earlier", "change_between.later", "'2025-01-01'", "a time from 2027-01-01 on")]
    assert change_between(older, newer).difference == 0


def test_a_missed_period_of_a_review_says_what_was_decided_about_it():
    """Its day, its state, the ground of the decision, the rule behind it, and what was done towards it."""
    citation = sc.regulations.GOOD_PERFORMANCE_2014.citation
    duty = sc.Obligation(code="talk", label=Label("Đối thoại", "Dialogue"), required=Frequency(times=2, per=TimeUnit.QUARTER), right=Right.DISCUSS, citation=citation)
    moved = MovedDeadline(obligation="talk", occurrence=date(2026, 1, 5), until=date(2026, 4, 10), ground=Label("Lũ lụt", "Flood"))
    report = sc.compliance([duty], [sc.Event(id="e1", obligation="talk", on=date(2026, 2, 1))], sc.Period.of_quarter(2026, 1), as_of=date(2026, 5, 1), moved=[moved])
    [missed] = [one for one in sc.programme.compliance_section(report).lines if one.day is not None]

    assert (missed.day, missed.remark, missed.citation, missed.sources) == (date(2026, 4, 10), moved.ground, citation, ("e1",))
    assert missed.state == report.missing[0].state_label
    assert missed.label == report.missing[0].label


def test_what_was_not_judged_stays_in_the_review():
    """Of two rules in force at once nobody knows which asks for it: the obligation has its line, and is not known to be kept."""
    citation = sc.regulations.GOOD_PERFORMANCE_2014.citation
    talk, meet = (
        sc.Obligation(code=code, label=Label(code, code), required=Frequency(times=1, per=TimeUnit.QUARTER), right=Right.DISCUSS, citation=citation)
        for code in ("talk", "meet")
    )
    held = sc.Event(id="e1", obligation="meet", on=date(2026, 2, 1))
    report = sc.compliance([talk, talk, meet], [held], sc.Period.of_quarter(2026, 1), as_of=date(2026, 5, 1))
    kept, unjudged = sc.programme.compliance_section(report).lines

    assert (kept.label.en, kept.state) == ("meet", sc.Verdict.MET.label)
    assert (unjudged.label, unjudged.state) == (Label("talk", "talk"), sc.Verdict.UNKNOWN.label)
    assert unjudged.remark == Label("chưa đánh giá được", "not judged")
    page = {lang: " ".join(to_text(report, lang=lang).split()) for lang in ("vi", "en")}
    assert "Chưa đánh giá được do các quy định không thống nhất hoặc quá nhiều để tính chính xác: talk" in page["vi"]
    assert "Not judged, since the rules are at odds or too many to be counted exactly: talk" in page["en"]
    alone = sc.compliance([meet], [held], sc.Period.of_quarter(2026, 1), as_of=date(2026, 5, 1))
    assert "Not judged" not in to_text(alone, lang="en")


def test_what_a_publication_covers_names_the_earlier_ones():
    """Sorted by their ids, with commas between them, in both languages."""
    lines = [ReviewLine(label=Label("Tốt", "Good"), count=59, kind=CountKind.PERSON), ReviewLine(label=Label("Khá", "Fair"), count=7, kind=CountKind.PERSON)]
    section = ReviewSection(code="grades", title=L, lines=lines)
    reviews = [
        Review(id=name, kind=ReviewKind.INTERIM, title=L, submitted_by=L, period=sc.Period.of_year(year), as_of=date(year, 12, 31), sections=[section])
        for name, year in (("b", 2023), ("a", 2024), ("c", 2025))
    ]
    earlier = [sc.publish(one, at_least=5) for one in reviews[:2]]
    protection = sc.publish(reviews[2], at_least=5, earlier=earlier).protection

    assert protection.en == "Counts from 1 to 4 are kept back, and what would give them away; this covers, together with this review: a, b."
    assert protection.vi == "Không công bố các số từ 1 đến 4 và những số làm lộ ra chúng, xét cùng các báo cáo đã công bố: a, b."


def test_who_speaks_of_oneself_keeps_ones_name():
    """What the same person says of another one is sealed, for all but the unit that receives it; one's own word is not."""
    ratings = [
        sc.Rating(id=name, subject_id=who, channel="front_working_committee", code="civic.standing", value=True, rated_on=DAY, by="o1") for name, who in (("r1", "o1"), ("r2", "o2"))
    ]
    dossiers = sc.evidence.gather(["o1", "o2"], sc.Period.of_year(2026), ratings=ratings)
    seen = {audience: [sc.redact(dossiers[who], audience).ratings[0].by for who in ("o1", "o2")] for audience in (sc.Audience.OFFICIAL, sc.Audience.RECEIVING_UNIT)}

    assert seen[sc.Audience.RECEIVING_UNIT] == ["o1", "o1"]
    assert seen[sc.Audience.OFFICIAL][0] == "o1"
    assert seen[sc.Audience.OFFICIAL][1] != "o1"
