"""What counts, turns, reviews and their publication refuse: each fault whole, just outside its bound, and none just inside."""

from datetime import date

import attrs
import pytest

import supervision_core as sc
from programme.refusing import changed, told
from supervision_core import Label, Period
from supervision_core.programme import (
    CountBy,
    CountKind,
    PublishedTally,
    ReviewKind,
    ReviewLine,
    ReviewSection,
    SupervisionTurn,
    TallyChange,
    basis_section,
    compliance_section,
    count_turns,
    grade_tally,
    own_head_turns,
    session_section,
    tally_section,
)

L = Label("mục", "item")
DAY = date(2026, 3, 1)
YEAR = Period.of_year(2026)
A_DAY = "a day (datetime.date)"
SEEN = "at least one visible character"

TALLY = sc.Tally(kind=CountKind.TURN, population="ward", parts={"front": 9})
PUBLISHED = sc.publish(TALLY, at_least=3)
CHANGE = TallyChange(
    kind=CountKind.TURN,
    population="ward",
    before=None,
    after=None,
    parts={"front": 1},
    only_before=[],
    only_after=[],
    total_before=0,
    total_after=1,
)
TURN = SupervisionTurn(id="t1", on=DAY, lead_unit_id="front", subject_ids=["o1", "o2"])
COUNTED = {"kind": CountKind.TURN, "by": CountBy.LEAD_UNIT, "population": "ward", "period": YEAR}
REVIEW = sc.Review(id="r1", kind=ReviewKind.FINAL, title=L, submitted_by=L, period=YEAR, as_of=date(2026, 12, 31), sections=[])
WARD = sc.regulations.GOOD_PERFORMANCE_2014
GRADED = sc.assess(WARD, sc.Facts())


@pytest.mark.parametrize(
    ("make", "faults"),
    [
        (changed(TALLY, population=""), [("blank", "Tally.population", "''", SEEN)]),
        (changed(TALLY, parts=5), [("wrong_kind", "Tally.parts", "5", "a mapping from part ids to whole numbers")]),
        (changed(TALLY, parts={"a": 0, "b": -1}), [("too_small", "Tally.parts['b']", "-1", "at least 0")]),
        (changed(TALLY, headline=-1), [("too_small", "Tally.headline", "-1", "at least 0")]),
        (changed(TALLY, period=5), [("wrong_kind", "Tally.period", "5", "a Period, or None")]),
        (lambda: sc.Tally.of(["a", 5], kind=CountKind.TURN, population="ward"), [("wrong_kind", "Tally.of.parts[1]", "5", "the id of a part")]),
        (lambda: sc.Tally.of([], kind=CountKind.TURN, population="ward", among=[5]), [("wrong_kind", "Tally.of.among[0]", "5", "the id of a part")]),
        (lambda: TALLY.percentages(places=-1), [("too_small", "percentages.places", "-1", "at least 0")]),
        (lambda: TALLY.percentages(places=11), [("too_large", "percentages.places", "11", "at most 10")]),
        (lambda: sc.Tally.merged([]), [("empty", "Tally.merged", "'no tallies'", "at least one Tally")]),
        (lambda: sc.Tally.over_time([]), [("empty", "Tally.over_time", "'no tallies'", "at least one Tally")]),
        (lambda: sc.Tally.merged([TALLY, 5]), [("wrong_kind", "Tally.merged.tallies[1]", "5", "a Tally")]),
        (lambda: TALLY + attrs.evolve(TALLY, kind=CountKind.OPINION), [("kinds_mixed", "Tally.kind", "OPINION and TURN", "counts of one kind")]),
        (lambda: TALLY + attrs.evolve(TALLY, population="a"), [("populations_mixed", "Tally.population", "'a' and 'ward'", "counts over one population")]),
        (lambda: TALLY + attrs.evolve(TALLY, period=YEAR), [("periods_mixed", "Tally.period", "2026-01-01 and no period", "counts of one time; Tally.over_time joins times")]),
        (lambda: sc.Tally.over_time([TALLY]), [("missing", "Tally.over_time.period", "None", "the period of each tally")]),
        (lambda: sc.Tally.over_time([attrs.evolve(TALLY, kind=CountKind.PERSON, period=YEAR)]), [
            ("not_additive", "Tally.over_time.kind", "'PERSON'", "occasions; people and bodies of two years may be the same"),
        ]),
        (lambda: sc.Tally.over_time([attrs.evolve(TALLY, kind=CountKind.UNIT, period=YEAR)]), [
            ("not_additive", "Tally.over_time.kind", "'UNIT'", "occasions; people and bodies of two years may be the same"),
        ]),
        (lambda: sc.Tally.over_time([attrs.evolve(TALLY, period=Period.of_year(year)) for year in (2026, 2024)]), [
            ("gap", "Tally.over_time.period", "'2026-01-01'", "a period that starts on 2025-01-01"),
        ]),
        (lambda: sc.Tally.over_time([attrs.evolve(TALLY, period=one) for one in (YEAR, Period.of_month(2026, 12))]), [
            ("overlap", "Tally.over_time.period", "'2026-12-01'", "a period that starts on 2027-01-01"),
        ]),
        (changed(CHANGE, population=""), [("blank", "TallyChange.population", "''", SEEN)]),
        (changed(CHANGE, before=5), [("wrong_kind", "TallyChange.before", "5", "a Period, or None")]),
        (changed(CHANGE, after=5), [("wrong_kind", "TallyChange.after", "5", "a Period, or None")]),
        (changed(CHANGE, parts=5), [("wrong_kind", "TallyChange.parts", "5", "a mapping from part ids to whole numbers")]),
        (changed(CHANGE, parts={"a": -1, "b": "x"}), [("not_whole", "TallyChange.parts['b']", "'x'", "a whole number (int)")]),
        (changed(CHANGE, only_before=["a", "a"]), [("duplicate", "TallyChange.only_before", "'a'", "each id once")]),
        (changed(CHANGE, only_after=["a", "a"]), [("duplicate", "TallyChange.only_after", "'a'", "each id once")]),
        (changed(CHANGE, total_before=-1), [("too_small", "TallyChange.total_before", "-1", "at least 0")]),
        (changed(CHANGE, total_after=-1), [("too_small", "TallyChange.total_after", "-1", "at least 0")]),
        (changed(PUBLISHED, parts=5), [("wrong_kind", "PublishedTally.parts", "5", "a mapping from part ids to whole numbers or None")]),
        (changed(PUBLISHED, at_least=2), [("too_small", "PublishedTally.at_least", "2", "at least 3")]),
        (changed(PUBLISHED, population=""), [("blank", "PublishedTally.population", "''", SEEN)]),
    ],
)  # fmt: skip
def test_counts_say_what_they_refuse(make, faults):
    """Tallies, their sums over parts and over time, their changes, and what is published of them."""
    assert told(make) == faults


def test_what_counts_allow():
    """Nothing at all, the finest rounding, a change by less than nothing, and a published count at the bound."""
    assert attrs.evolve(TALLY, parts={"a": 0}, headline=0).discrepancy is None
    assert [dict(TALLY.percentages(places=places)) for places in (0, 10)] == [{"front": 100}, {"front": 100}]
    assert attrs.evolve(CHANGE, parts={"a": -1}, total_before=1, total_after=0).difference == -1
    assert attrs.evolve(PUBLISHED, parts={"a": 3, "b": 0}, total=0, headline=0, at_least=3, earlier=0).kept_back == ()
    assert isinstance(PUBLISHED, PublishedTally)


@pytest.mark.parametrize(
    ("make", "faults"),
    [
        (changed(TURN, id=""), [("blank", "SupervisionTurn ''.id", "''", SEEN)]),
        (changed(TURN, on=5), [("not_a_day", "SupervisionTurn 't1'.on", "5", A_DAY)]),
        (changed(TURN, lead_unit_id=""), [("blank", "SupervisionTurn 't1'.lead_unit_id", "''", SEEN)]),
        (changed(TURN, subject_ids=[]), [("empty", "SupervisionTurn 't1'.subject_ids", "()", "at least one")]),
        (changed(TURN, tier=""), [("blank", "SupervisionTurn 't1'.tier", "''", SEEN)]),
        (changed(TURN, opinions=-1), [("too_small", "SupervisionTurn 't1'.opinions", "-1", "at least 0")]),
        (changed(TURN, commented_ids=["o9", "o1", "o3"]), [
            ("unknown_id", "SupervisionTurn 't1'.commented_ids", "'o3'", "one of subject_ids"),
            ("unknown_id", "SupervisionTurn 't1'.commented_ids", "'o9'", "one of subject_ids"),
        ]),
        (lambda: grade_tally(5, [], population="ward"), [("wrong_kind", "grade_tally.regulation", "5", "a Regulation")]),
        (lambda: grade_tally(WARD, [("a", GRADED), 5], population="ward"), [("wrong_kind", "grade_tally.rows[1]", "5", "a pair of an id and an Assessment")]),
        (lambda: grade_tally(WARD, [("a", GRADED), ("b", GRADED, 1)], population="ward"), [("wrong_kind", "grade_tally.rows[1]", "a tuple of 3", "a pair of an id and an Assessment")]),
        (lambda: grade_tally(WARD, [("a",)], population="ward"), [("wrong_kind", "grade_tally.rows[0]", "a tuple of 1", "a pair of an id and an Assessment")]),
        (lambda: grade_tally(WARD, [("a", 5)], population="ward"), [("wrong_kind", "grade_tally.rows['a']", "5", "an Assessment")]),
        (lambda: grade_tally(WARD, [("a", GRADED), ("b", GRADED), ("a", GRADED)], population="ward"), [("duplicate", "grade_tally.rows['a']", "'a'", "each id once")]),
        (lambda: grade_tally(WARD, [("a", sc.assess(sc.regulations.RESIDENCE_2014, sc.Facts()))], population="ward"), [
            ("regulations_mixed", "grade_tally.rows['a']", repr(sc.regulations.RESIDENCE_2014.code), f"an assessment by {WARD.code}"),
        ]),
        (lambda: count_turns([TURN], **{**COUNTED, "kind": CountKind.EVENT}), [("wrong_kind", "count_turns.kind", "<CountKind.EVENT: 'event'>", "TURN, PERSON_TURN, OPINION, PERSON or UNIT")]),
        (lambda: count_turns([TURN, attrs.evolve(TURN, id="t2"), TURN], **COUNTED), [("duplicate", "count_turns.turns", "'t1'", "each turn once")]),
        (lambda: own_head_turns([TURN, 5], {}), [("wrong_kind", "own_head_turns.turns[1]", "5", "a SupervisionTurn")]),
        (lambda: own_head_turns([], 5), [("wrong_kind", "own_head_turns.heads", "5", "a mapping from lead unit ids to person ids")]),
        (lambda: own_head_turns([], {"": "o1"}), [("blank", "own_head_turns.heads", "''", SEEN)]),
        (lambda: own_head_turns([], {"front": ""}), [("blank", "own_head_turns.heads['front']", "''", SEEN)]),
        (lambda: own_head_turns([], {"o\u0302": "a", "ô": "a"}), [("duplicate", "own_head_turns.heads", "['ô', 'ô']", "each once; two are alike in composed Unicode")]),
        (lambda: sc.programme.disclosure_of("Letter"), [("unknown_kind", "disclosure_of.kind", "'Letter'", "the name of a class of the library's values")]),
    ],
)  # fmt: skip
def test_turns_and_grades_say_what_they_refuse(make, faults):
    """A row or a turn is named by its id where it has one, and else by its place."""
    assert told(make) == faults


@pytest.mark.parametrize(
    ("make", "faults"),
    [
        (lambda: ReviewLine(label=5), [("wrong_kind", "ReviewLine.label", "5", "a Label")]),
        (lambda: ReviewLine(label=L, count=0), [("missing", "ReviewLine.kind", "None", "what is counted, since there is a count")]),
        (lambda: ReviewLine(label=L, percent=0.5), [("not_exact", "ReviewLine.percent", "0.5", "an exact number: int, Fraction or Decimal")]),
        (lambda: ReviewLine(label=L, state=5), [("wrong_kind", "ReviewLine.state", "5", "a Label, or None")]),
        (lambda: ReviewLine(label=L, remark=5), [("wrong_kind", "ReviewLine.remark", "5", "a Label, or None")]),
        (lambda: ReviewLine(label=L, day=5), [("not_a_day", "ReviewLine.day", "5", A_DAY)]),
        (lambda: ReviewLine(label=L, citation=5), [("wrong_kind", "ReviewLine.citation", "5", "a Citation, or None")]),
        (lambda: ReviewLine(label=L, sources=["a", "a"]), [("duplicate", "ReviewLine.sources", "'a'", "each id once")]),
        (lambda: ReviewSection(code="", title=L, lines=[]), [("blank", "ReviewSection ''.code", "''", SEEN)]),
        (lambda: ReviewSection(code="c", title=5, lines=[]), [("wrong_kind", "ReviewSection 'c'.title", "5", "a Label")]),
        (lambda: ReviewSection(code="c", title=L, lines=[ReviewLine(label=L), 5]), [("wrong_kind", "ReviewSection 'c'.lines[1]", "5", "a ReviewLine")]),
        (changed(REVIEW, id=""), [("blank", "Review ''.id", "''", SEEN)]),
        (changed(REVIEW, kind="final"), [("wrong_kind", "Review 'r1'.kind", "'final'", "one of ReviewKind.INTERIM, ReviewKind.FINAL")]),
        (changed(REVIEW, title=5), [("wrong_kind", "Review 'r1'.title", "5", "a Label")]),
        (changed(REVIEW, submitted_by=5), [("wrong_kind", "Review 'r1'.submitted_by", "5", "a Label")]),
        (changed(REVIEW, protection=5), [("wrong_kind", "Review 'r1'.protection", "5", "a Label, or None")]),
        (changed(REVIEW, period=5), [("wrong_kind", "Review 'r1'.period", "5", "a Period")]),
        (changed(REVIEW, as_of=5), [("not_a_day", "Review 'r1'.as_of", "5", A_DAY)]),
        (changed(REVIEW, as_of=date(2025, 12, 31)), [("not_later", "Review 'r1'.as_of", "datetime.date(2025, 12, 31)", "no day before 2026-01-01")]),
        (changed(REVIEW, as_of=date(2026, 12, 30)), [
            ("not_over", "Review 'r1'.as_of", "datetime.date(2026, 12, 30)", "no day before 2026-12-31, since a final review is of a time that is over"),
        ]),
        (changed(REVIEW, sections=[ReviewSection(code="c", title=L, lines=[]), 5]), [("wrong_kind", "Review 'r1'.sections[1]", "5", "a ReviewSection")]),
        (changed(REVIEW, sections=[ReviewSection(code=code, title=L, lines=[]) for code in "bacba"]), [
            ("duplicate", "Review 'r1'.sections", "'a'", "each code once"), ("duplicate", "Review 'r1'.sections", "'b'", "each code once"),
        ]),
        (lambda: basis_section([WARD.citation.instrument, 5]), [("wrong_kind", "basis_section.instruments[1]", "5", "an Instrument")]),
        (lambda: tally_section("c", L, 5), [("wrong_kind", "tally_section.tally", "5", "a Tally or a PublishedTally")]),
        (lambda: tally_section("c", L, TALLY, order=["a", "a"]), [("duplicate", "tally_section.order", "'a'", "each id once")]),
        (lambda: tally_section("c", L, TALLY, earlier=5), [("wrong_kind", "tally_section.earlier", "5", "a Tally, or None")]),
        (lambda: tally_section("c", L, PUBLISHED, earlier=TALLY), [
            ("surplus", "tally_section.earlier", f"{repr(TALLY)[:79]}…", "None, since a change could give away what is kept back"),
        ]),
        (lambda: tally_section("c", L, TALLY, names=5), [("wrong_kind", "tally_section.names", "5", "a mapping from ids to Labels")]),
        (lambda: tally_section("c", L, TALLY, names={"front": 5, "women": L, "youth": "x"}), [
            ("wrong_kind", "tally_section.names['front']", "5", "a Label"), ("wrong_kind", "tally_section.names['youth']", "'x'", "a Label"),
        ]),
        (lambda: tally_section("c", L, 5, names={"front": 5}), [
            ("wrong_kind", "tally_section.names['front']", "5", "a Label"), ("wrong_kind", "tally_section.tally", "5", "a Tally or a PublishedTally"),
        ]),
        (lambda: tally_section("c", L, TALLY, names={"o\u0302": L, "ô": L}), [("duplicate", "tally_section.names", "['ô', 'ô']", "each once; two are alike in composed Unicode")]),
        (lambda: compliance_section(5), [("wrong_kind", "compliance_section.report", "5", "a Compliance")]),
        (lambda: session_section(5, as_of=DAY), [("wrong_kind", "session_section.session", "5", "a DelegationSession")]),
    ],
)  # fmt: skip
def test_reviews_say_what_they_refuse(make, faults):
    """Lines, sections, reviews and what they are made of."""
    assert told(make) == faults


def test_a_review_on_the_bound_of_its_time():
    """An interim one from the first day on, a final one on the last day; a kind without a count is no fault."""
    assert attrs.evolve(REVIEW, kind=ReviewKind.INTERIM, as_of=YEAR.start).as_of == YEAR.start
    assert attrs.evolve(REVIEW, as_of=YEAR.last).kind is ReviewKind.FINAL
    assert ReviewLine(label=L, kind=CountKind.TURN).count is None
    assert ReviewLine(label=L, kind=CountKind.TURN, count=-1).sentence("en") == "item: -1 turns"


@pytest.mark.parametrize(
    ("make", "faults"),
    [
        (lambda: sc.publish(5, at_least=3), [("wrong_kind", "publish.tally", "5", "a Tally or a Review")]),
        (lambda: sc.publish(TALLY, at_least=2), [("too_small", "publish.at_least", "2", "at least 3")]),
        (lambda: sc.publish(TALLY, at_least=3, earlier=[PUBLISHED, TALLY]), [("wrong_kind", "publish.earlier[1]", "a Tally", "a PublishedTally as it was published")]),
        (lambda: sc.publish(REVIEW, at_least=3, earlier=[PUBLISHED]), [("wrong_kind", "publish.earlier[0]", "a PublishedTally", "a Review as it was published")]),
        (lambda: sc.publish(REVIEW, at_least=3, earlier=[sc.publish(REVIEW, at_least=3), attrs.evolve(REVIEW, id="r2")]), [
            ("wrong_kind", "publish.earlier[1]", "'r2'", "a review that publish gave"),
        ]),
        (lambda: sc.publish(5, at_least=3, earlier=[REVIEW]), [
            ("wrong_kind", "publish.tally", "5", "a Tally or a Review"), ("wrong_kind", "publish.earlier[0]", "a Review", "a PublishedTally as it was published"),
        ]),
    ],
)  # fmt: skip
def test_publishing_says_what_it_refuses(make, faults):
    """What is published, the least count, and what was published before."""
    assert told(make) == faults
