"""Which counts of a review are kept back: each reason for it, just inside its bound and just outside; and which words are."""

from datetime import date

import attrs
import pytest

import supervision_core as sc
from supervision_core import Label
from supervision_core.obligations import OccurrenceState
from supervision_core.programme import CountKind, FollowUpState, Review, ReviewKind, ReviewLine, ReviewSection, tally_section
from supervision_core.programme.protecting import _Table

L = Label("mục", "section")
SUM = "Sum of the parts"
CITATION = sc.regulations.GOOD_PERFORMANCE_2014.citation


def counted(code, kind=CountKind.PERSON, headline=None, **parts):
    """A section of counts with their sum."""
    return tally_section(code, L, sc.Tally(kind=kind, population="x", parts=parts, headline=headline))


def review(*sections, year=2025, **more):
    """The review of a year."""
    given = {
        "id": f"R{year}", "kind": ReviewKind.FINAL, "title": L, "submitted_by": L, "period": sc.Period.of_year(year), "as_of": date(year + 1, 1, 5), "sections": sections,
        **more,
    }  # fmt: skip
    return Review(**given)


def shown(published, code):
    """The counts of a section by what they are of."""
    return {line.label.en: line.count for line in published.section(code).lines}


def told(*sections, at_least=5):
    """What is shown of each section, in their order."""
    found = sc.publish(review(*sections), at_least=at_least)
    return [shown(found, one.code) for one in sections]


@pytest.mark.parametrize(
    ("count", "is_shown"), [(0, True), (1, False), (4, False), (5, True), (-1, False), (-4, False), (-5, True)]
)
def test_a_count_at_the_bound(count, is_shown):
    """From 1 to 4 it is kept back, less than nothing as much as more; nothing at all and five are shown."""
    line = ReviewLine(label=Label("đi", "gone"), count=count, kind=CountKind.TURN, percent=50)
    [found] = sc.publish(review(ReviewSection(code="x", title=L, lines=[line])), at_least=5).sections[0].lines

    assert (found.count, found.percent) == ((count, 50) if is_shown else (None, None))
    assert found.state == (None if is_shown else Label("không công bố", "kept back"))
    assert (found.label, found.kind) == (line.label, line.kind)


def test_counts_of_another_kind_are_protected_apart():
    """In one section and under one label: two people are kept back, two hundred opinions and their share are not."""
    people = [ReviewLine(label=Label("tốt", "good"), count=count, kind=CountKind.PERSON, percent=50) for count in (2,)]
    opinions = [ReviewLine(label=Label("tốt", "good"), count=200, kind=CountKind.OPINION, percent=50)]
    found = sc.publish(review(ReviewSection(code="x", title=L, lines=[*people, *opinions])), at_least=5)

    assert [(line.count, line.percent) for line in found.section("x").lines] == [(None, None), (200, 50)]


def test_shares_go_with_any_count_of_their_kind():
    """Where something is kept back, no section of that kind has shares; of another kind, and where nothing is, they stay."""
    small, large, opinions = (
        counted("small", desk=2, land=8, police=30),
        counted("large", culture=50, health=150),
        counted("opinions", CountKind.OPINION, yes=50, no=150),
    )
    published, whole = (sc.publish(review(*sections), at_least=5) for sections in ((small, large, opinions), (large, opinions)))

    assert [line.percent for line in published.section("small").lines] == [None] * 4
    assert [line.percent for line in published.section("large").lines] == [None] * 3
    assert [line.percent for line in published.section("opinions").lines] == [75, 25, None]
    assert [line.percent for line in whole.section("large").lines] == [25, 75, None]
    assert shown(published, "large") == {"culture": 50, "health": 150, SUM: 200}


@pytest.mark.parametrize(("whole", "is_shown"), [(9, True), (10, False), (11, False), (12, False), (13, True)])
def test_a_sum_that_another_section_could_have(whole, is_shown):
    """One or two beside ten make ten to twelve, a 0 among them: a section of that sum would leave too few of these, and goes as a whole.

    Of two sections with one sum the first one goes too, and so does the ten that is equal to a sum of ten.
    """
    small, other = counted("small", good=1, weak=10), counted("other", front=4, women=whole - 4)

    assert told(small, other, at_least=3) == [
        {"good": None, "weak": None if whole in (10, 11) else 10, SUM: None},
        {"front": 4, "women": whole - 4, SUM: whole} if is_shown else {"front": None, "women": None, SUM: None},
    ]


@pytest.mark.parametrize(("count", "is_shown"), [(9, True), (10, False), (11, False), (12, False), (13, True)])
def test_a_part_that_another_section_could_sum_up_to(count, is_shown):
    """The same of a single count: only that one goes, with the sum that would tell it, and what is equal to it."""
    small, other = counted("small", good=1, weak=10), counted("other", front=count, women=50)

    assert told(small, other, at_least=3) == [
        {"good": None, "weak": None if count == 10 else 10, SUM: None},
        {"front": count, "women": 50, SUM: count + 50} if is_shown else {"front": None, "women": 50, SUM: None},
    ]


@pytest.mark.parametrize(("sums", "are_shown"), [((12,), True), ((11,), False), ((12, 13), False), ((9, 14), True)])
def test_as_long_as_three_sums_are_left_what_rules_one_out_is_shown(sums, are_shown):
    """From 1 to 3 beside ten: ten to thirteen, which is eleven. One of them may be told not to be it, two may not."""
    small = counted("small", good=1, weak=10)
    others = [counted(f"other {whole}", **{f"a{whole}": 4, f"b{whole}": whole - 4}) for whole in sums]
    found = told(small, *others, at_least=4)

    assert found[0] == {"good": None, "weak": None if 11 in sums else 10, SUM: None}
    assert [one[SUM] for one in found[1:]] == (list(sums) if are_shown else [None] * len(sums))


@pytest.mark.parametrize(("count", "is_shown"), [(19, True), (20, False), (21, True)])
def test_a_count_that_equals_one_that_is_kept_back(count, is_shown):
    """Twenty are good, and the label is kept back for another section: twenty elsewhere may be the same people."""
    small, good, other = (
        counted("small", good=2, fair=9),
        counted("good", good=20, weak=31),
        counted("other", front=count, women=50),
    )

    assert told(small, good, other) == [
        {"good": None, "fair": 9, SUM: None},
        {"good": None, "weak": 31, SUM: None},
        {"front": count, "women": 50, SUM: count + 50} if is_shown else {"front": None, "women": 50, SUM: None},
    ]


@pytest.mark.parametrize(("whole", "is_shown"), [(19, True), (20, False), (21, True)])
def test_a_sum_that_equals_a_count_that_is_kept_back(whole, is_shown):
    """A section that divides these twenty up goes as a whole."""
    small, good, other = (
        counted("small", good=2, fair=9),
        counted("good", good=20, weak=31),
        counted("other", front=7, women=whole - 7),
    )

    assert told(small, good, other)[2] == (
        {"front": 7, "women": whole - 7, SUM: whole} if is_shown else {"front": None, "women": None, SUM: None}
    )


def test_two_sections_with_one_sum_stay_where_neither_keeps_anything_back():
    """Also beside a third one that does, whose sum is another; and so do equal counts of theirs."""
    small, grades, offices = (
        counted("small", fair=2, done=9),
        counted("grades", good=60, weak=40),
        counted("offices", front=60, women=40),
    )

    assert told(small, grades, offices) == [
        {"fair": None, "done": 9, SUM: None},
        {"good": 60, "weak": 40, SUM: 100},
        {"front": 60, "women": 40, SUM: 100},
    ]


def by_hand(code, **parts):
    """Lines of people without their sum."""
    return ReviewSection(
        code=code,
        title=L,
        lines=[ReviewLine(label=Label(name, name), count=count, kind=CountKind.PERSON) for name, count in parts.items()],
    )


def test_labels_of_lines_that_nobody_can_add_up_are_kept_back_everywhere():
    """Twenty good of both offices would be twelve and eight; what was published can be published again and stays as it is."""
    sections = [
        by_hand("both", good=20, fair=2),
        counted("front", good=12, weak=40),
        counted("women", good=8, weak=33),
        counted("other", weak=60, done=90),
    ]
    found = sc.publish(review(*sections), at_least=5)

    assert [shown(found, one.code) for one in sections] == [
        {"good": None, "fair": None}, {"good": None, "weak": 40, SUM: None}, {"good": None, "weak": 33, SUM: None}, {"weak": 60, "done": 90, SUM: 150},
    ]  # fmt: skip
    assert sc.redact(found, sc.Audience.PUBLIC, at_least=5).sections == found.sections


def test_lines_that_nobody_can_add_up_are_shown_where_nothing_is_small():
    """Nothing is to be kept back of any section then."""
    sections = [by_hand("both", good=20, fair=5, none=0), counted("front", good=12, weak=40)]

    assert told(*sections) == [{"good": 20, "fair": 5, "none": 0}, {"good": 12, "weak": 40, SUM: 52}]


def test_a_count_of_nobody_is_kept_back_under_a_label_that_is():
    """And a section in which nobody is anything stays as it is, though its sum is 0 like others."""
    small, nobody, empty = (
        counted("small", good=2, fair=9),
        counted("nobody", good=0, weak=31),
        counted("empty", front=0, women=0),
    )

    assert told(small, nobody, empty) == [
        {"good": None, "fair": 9, SUM: None},
        {"good": None, "weak": 31, SUM: None},
        {"front": 0, "women": 0, SUM: 0},
    ]


TOTAL = counted("x").lines[0].label
FAIR = Label("fair", "fair")


def table(*pairs, sums=None, **parts):
    """The counts of a section as protecting sees them, with their sum or others in its place; None is kept back already."""
    given = [*pairs, *parts.items()]
    known = [count for _, count in given if count is not None]
    lines = [ReviewLine(label=Label(name, name), count=count, kind=CountKind.PERSON) for name, count in given]
    lines += [ReviewLine(label=TOTAL, count=one, kind=CountKind.PERSON) for one in ((sum(known),) if sums is None else sums)]
    return _Table.of(0, ReviewSection(code="x", title=L, lines=lines), CountKind.PERSON)


def test_what_a_sum_may_be():
    """Each small count from 0 to 4, a 0 only where it is kept back; what has gaps is told by its sum, which is one value."""
    made = table(good=2, fair=0, weak=30, poor=5)

    assert made.reach(5, frozenset()) == range(35, 40)
    assert made.reach(5, frozenset({FAIR})) == range(35, 44)
    assert table(good=8, weak=30).reach(5, frozenset()) == range(38, 39)
    assert table(good=None, weak=30, fair=3, sums=[50]).reach(5, frozenset()) == range(50, 51)
    assert [one.has_gaps for one in (made, table(good=None))] == [False, True]
    assert [table(good=count).has_small(5) for count in (None, 0, 1, 4, 5)] == [False, False, True, True, False]


def test_what_the_sum_of_a_section_is():
    """As it is shown, what is kept back included; where none or more than one is shown, that of the counts that are."""
    sections = [
        table(good=None, weak=30, sums=[50]),
        table(good=None, weak=30, sums=[]),
        table(good=1, weak=30, sums=[31, 31]),
        table(good=8, sums=[None]),
    ]

    assert [one.sum for one in sections] == [50, 30, 31, 8]
    assert [one.total for one in sections] == [50, None, None, None]


@pytest.mark.parametrize(
    ("made", "is_regular"),
    [
        (table(a=1, b=2), True), (table(a=1, b=2, sums=[]), False), (table(a=1, sums=[]), True), (table(), True), (table(sums=[]), True), (table(a=1, b=None), True),
        (table(("a", 1), ("a", 2)), False), (table(a=1, b=2, sums=[3, 3]), False), (table(sums=[3, 3]), False), (table(a=1, b=2, sums=[4]), False),
        (table(a=1, b=None, sums=[4]), True), (table(a=1, b=2, sums=[None]), True),
    ],
)  # fmt: skip
def test_how_lines_add_up(made, is_regular):
    """Each part once with one sum, which is theirs as far as all are shown, or a line alone; of others nobody can say it."""
    assert (made is None or made.is_regular) is is_regular
    assert _Table.of(0, counted("x", a=1), CountKind.TURN) is None


def test_what_a_section_keeps_back():
    """Something, where it has a label that is kept back; everything, where nobody can say how it adds up."""
    assert [table(fair=9, good=8).hides(some) for some in (frozenset(), frozenset({L}), frozenset({FAIR}))] == [
        False,
        False,
        True,
    ]
    assert [table(sums=[3, 3]).hides(some) for some in (frozenset(), frozenset({FAIR}))] == [True, True]


def test_what_was_kept_back_once_stays_so_whatever_it_is_now():
    """Beside an earlier review its labels are kept back in every section of this one; the review before has to be a published one."""
    last, this = (
        review(counted("units", desk=2, land=8, police=30), year=2024),
        review(counted("units", desk=20, land=80, police=30), counted("more", desk=40, health=95)),
    )
    found = sc.publish(this, at_least=5, earlier=[sc.publish(last, at_least=5)])

    assert shown(found, "units") == {"desk": None, "land": None, "police": 30, SUM: None}
    assert shown(found, "more") == {"desk": None, "health": 95, SUM: None}
    assert shown(sc.publish(this, at_least=5), "units") == {"desk": 20, "land": 80, "police": 30, SUM: 130}


def test_changes_are_told_against_the_newest_review_of_an_earlier_time():
    """Of the latest time; drawn up last, where two are of that time; and none against one whose time is not over when this one begins."""

    def published(year, count, **more):
        return sc.publish(review(counted("units", land=count, police=300), year=year, **more), at_least=5)

    this = review(counted("units", land=100, police=300), year=2026)
    older, newer, late = published(2023, 10), published(2024, 20), published(2024, 30, id="late", as_of=date(2025, 6, 1))
    of_this_time = published(2026, 40, id="same")
    until_mid_year = published(2025, 50, period=sc.Period(start=date(2025, 1, 1), end=date(2026, 1, 2)))
    until_now = published(2025, 60, id="now")

    def change(*earlier):
        remark = sc.publish(this, at_least=5, earlier=earlier).section("units").lines[0].remark
        return remark and remark.en

    assert change(newer, older) == change(older, newer) == "+80 against the earlier time"
    assert change(late, newer) == change(newer, late) == "+70 against the earlier time"
    assert change(older, of_this_time) == change(older, until_mid_year) == "+90 against the earlier time"
    assert change(of_this_time) is change(until_mid_year) is None
    assert change(until_now, older) == "+40 against the earlier time"
    assert change(published(2024, 70, id="b"), published(2024, 80, id="a")) == "+30 against the earlier time"


def test_which_lines_say_how_they_changed():
    """Counts of the same kind and label, and the sum; no headline, and nothing that was not counted before."""
    last = review(counted("units", land=20, headline=40), counted("gone", land=20), year=2024)
    this = review(
        counted("units", land=25, police=30, headline=65), counted("new", land=30), counted("gone", CountKind.OPINION, land=30)
    )
    found = sc.publish(this, at_least=5, earlier=[sc.publish(last, at_least=5)])

    assert [(line.label.en, line.remark and line.remark.vi) for line in found.section("units").lines] == [
        ("land", "+5 so với kỳ trước"), ("police", None), (SUM, "+35 so với kỳ trước"), ("Headline as reported", None),
    ]  # fmt: skip
    assert [line.remark for code in ("new", "gone") for line in found.section(code).lines] == [None] * 4


def test_what_a_publication_alone_covers():
    """That no change is printed, and which counts are kept back, in both languages."""
    assert sc.publish(review(), at_least=3).protection == Label(
        "Không công bố các số từ 1 đến 2 và những số làm lộ ra chúng, xét riêng báo cáo này; không so sánh với kỳ trước.",
        "Counts from 1 to 2 are kept back, and what would give them away; this covers this review alone, and no change against an earlier time is printed.",
    )


@pytest.mark.parametrize(
    ("state", "is_shown"),
    [
        *((one.label, True) for one in (*sc.Verdict, *FollowUpState, *OccurrenceState)),
        (Label("không công bố", "kept back"), True),
        (Label("không có kỳ nào đến hạn", "nothing was due"), True),
        (Label("đã thực hiện, quá hạn 1 ngày", "done, 1 day late"), True),
        (Label("đã thực hiện, quá hạn 12 ngày", "done, 12 days late"), True),
        (Label("đã thực hiện, quá hạn 12 ngày", "done, many days late"), False),
        (Label("đã thực hiện, quá hạn 12 ngày", "done, 12 days late, says Mrs A"), False),
        (Label("đã thực hiện, quá hạn 12 ngày", "Mrs A: done, 12 days late"), False),
        (Label("bà A", "met"), False),
        (Label("bà A làm muộn", "done, 12 days late"), False),
        (Label("đã thực hiện, quá hạn 12 ngày, bà A", "done, 12 days late"), False),
    ],
)
def test_a_state_is_shown_when_it_is_the_librarys_own(state, is_shown):
    """Word for word in both languages, or how many days late something was done; anything else somebody wrote."""
    line = ReviewLine(label=L, state=state, citation=CITATION)
    [found] = sc.publish(review(ReviewSection(code="x", title=L, lines=[line])), at_least=5).sections[0].lines

    assert found.state == (state if is_shown else None)


def test_what_was_not_counted_is_not_said_to_be_kept_back():
    """A line of a kind of count without a count stays as it is, though nobody knows then what its section adds up to."""
    lines = [
        ReviewLine(label=Label(name, name), count=count, kind=CountKind.TURN) for name, count in (("asked", None), ("held", 2))
    ]
    found = sc.publish(review(ReviewSection(code="x", title=L, lines=lines)), at_least=5).section("x")

    assert [(line.count, line.state and line.state.en) for line in found.lines] == [(None, None), (None, "kept back")]


def test_a_section_or_a_line_alone_is_published_as_if_it_were_the_whole():
    """By the title and the label that it has."""
    line = ReviewLine(label=Label("đi", "gone"), count=2, kind=CountKind.TURN, remark=L)
    section = ReviewSection(code="x", title=L, lines=[line])
    kept = attrs.evolve(line, count=None, remark=None, state=Label("không công bố", "kept back"))

    assert sc.redact(line, sc.Audience.PUBLIC) == kept
    assert sc.redact(section, sc.Audience.PUBLIC) == attrs.evolve(section, lines=[kept])
    assert sc.redact(attrs.evolve(line, count=3), sc.Audience.PUBLIC, at_least=3).count == 3


def test_which_labels_are_shown():
    """Of what is counted and of what a rule is cited for; the rest somebody wrote. Days stay, and remarks do not."""
    written = {"label": L, "remark": Label("bà A", "Mrs A"), "day": date(2025, 5, 1)}
    lines = [
        ReviewLine(**written),
        ReviewLine(**written, citation=CITATION),
        ReviewLine(**written, kind=CountKind.TURN),
        ReviewLine(**written, kind=CountKind.TURN, count=9),
    ]
    found = sc.publish(review(ReviewSection(code="x", title=L, lines=lines)), at_least=5).section("x")

    assert [line.label.en for line in found.lines] == ["kept back", "section", "section", "section"]
    assert {(line.remark, line.day) for line in found.lines} == {(None, date(2025, 5, 1))}
    assert attrs.evolve(found, lines=()) == ReviewSection(code="x", title=L, lines=[])
