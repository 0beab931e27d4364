"""Turns, tallies in time, publication, matters and their steps, sessions, grades and reviews."""

import pickle
from datetime import UTC, date, datetime, timedelta
from fractions import Fraction

import attrs
import pytest

import supervision_core as sc
from supervision_core import Period
from supervision_core.values import Instrument, InstrumentKind

L = sc.Label("nội dung", "content")
MOMENT = datetime(2020, 1, 1, 9, tzinfo=UTC)
Y2019, Y2020 = Period.of_year(2019), Period.of_year(2020)
DAY = date(2020, 3, 1)


def faults_of(make):
    with pytest.raises(sc.InvalidInput) as raised:
        make()
    return [fault.code for fault in raised.value.faults]


def tally(kind=sc.programme.CountKind.TURN, population="p", **parts):
    return sc.Tally(kind=kind, population=population, parts=parts)


def turn(number=1, **more):
    given = {"id": f"t{number}", "on": DAY, "lead_unit_id": "front", "subject_ids": ["a"], **more}
    return sc.programme.SupervisionTurn(**given)


def matter(number=1, **more):
    given = {"id": f"m{number}", "kind": sc.programme.MatterKind.PRESSING_MATTER, "text": L, "addressee_id": "chair", "raised_on": DAY, **more}
    return sc.programme.Matter(**given)


def step(kind, days=1, number=1, **more):
    return sc.programme.MatterStep(matter_id=f"m{number}", kind=kind, on=DAY + timedelta(days=days), **more)


class TestTally:
    def test_counting_names(self):
        """Each name as often as it comes; those that nobody named stand at 0."""
        counted = sc.Tally.of(["a", "b", "a"], kind=sc.programme.CountKind.OPINION, population="p", among=["c"], period=Y2020)

        assert dict(counted.parts) == {"a": 2, "b": 1, "c": 0}
        assert faults_of(lambda: sc.Tally.of("ab", kind=sc.programme.CountKind.OPINION, population="p", among=[1])) == ["not_a_collection", "wrong_kind"]

    def test_all_that_does_not_fit_is_named_at_once(self):
        """Kinds and populations of many tallies in one error; then periods."""
        many = [tally(), tally(sc.programme.CountKind.PERSON), tally(population="q")]

        assert faults_of(lambda: sc.Tally.merged(many)) == ["kinds_mixed", "populations_mixed"]
        assert faults_of(lambda: sc.Tally.merged([tally(), 1])) == ["wrong_kind"]
        assert faults_of(lambda: tally() + attrs.evolve(tally(), period=Y2020)) == ["periods_mixed"]
        assert faults_of(lambda: attrs.evolve(tally(), period=2020)) == ["wrong_kind"]

    def test_years_join_and_people_do_not(self):
        """Occasions of two years add; the people of two years may be the same; gaps and overlaps are refused."""
        one, two = (attrs.evolve(tally(a=1), period=period, headline=1) for period in (Y2019, Y2020))
        long = attrs.evolve(one, period=Period.of_days(Y2019.start, DAY))
        people = [attrs.evolve(some, kind=sc.programme.CountKind.PERSON) for some in (one, two)]

        assert (sc.Tally.over_time([two, one]).headline, sc.Tally.over_time([two, one]).period) == (2, Period.of_days(Y2019.start, Y2020.last))
        assert faults_of(lambda: sc.Tally.over_time(people)) == ["not_additive"]
        assert faults_of(lambda: sc.Tally.over_time([long, two])) == ["overlap"]
        assert faults_of(lambda: sc.Tally.over_time([one, attrs.evolve(one, period=Period.of_year(2021))])) == ["gap"]
        assert faults_of(lambda: sc.Tally.over_time([*people, attrs.evolve(people[0], period=None)])) == ["not_additive", "missing"]

    def test_shares(self):
        """Exact, and none of nothing; rounded so that they make a hundred, where rounding each makes 100.1."""
        lead_units = tally(sc.programme.CountKind.PERSON_TURN, front=212, labour=61, veterans=73, women=119, youth=62)

        assert lead_units.shares["front"] == Fraction(212, 527)
        assert [str(float(share)) for share in lead_units.percentages().values()] == ["40.2", "11.6", "13.8", "22.6", "11.8"]
        assert sum(round(1000 * share) for share in lead_units.shares.values()) == 1001
        assert (tally().shares, tally(a=0).percentages()) == ({}, {})
        assert dict(tally(a=1, b=1, c=1).percentages(places=0)) == {"a": 34, "b": 33, "c": 33}
        assert faults_of(lambda: lead_units.percentages(places=-1)) == ["too_small"]


class TestChange:
    def test_a_part_that_was_not_counted_is_not_zero(self):
        """The Women's Union of last year and the youth of this year are named, not compared."""
        change = sc.programme.change_between(attrs.evolve(tally(front=20, women=13), period=Y2019), attrs.evolve(tally(front=24, youth=9), period=Y2020))

        assert (dict(change.parts), change.only_before, change.only_after) == ({"front": 4}, ("women",), ("youth",))
        assert (change.difference, change.share, change.is_like_for_like) == (4, Fraction(1, 5), False)
        assert change.sentence("vi") == "Từ 20 thành 24 lượt: +4 (không so sánh: women, youth)."
        assert sc.programme.change_between(tally(a=2), tally(a=1)).sentence("vi") == "Từ 2 thành 1 lượt: −1."
        assert sc.programme.change_between(tally(a=2), tally(a=1)).sentence("en") == "From 2 to 1 turns: −1."
        assert sc.programme.change_between(tally(a=0), tally(a=1)).share is None

    def test_the_earlier_comes_first(self):
        """Times in the wrong order and kinds that differ are named together."""
        one, two = attrs.evolve(tally(), period=Y2020), attrs.evolve(tally(sc.programme.CountKind.OPINION), period=Y2019)

        assert faults_of(lambda: sc.programme.change_between(one, two)) == ["kinds_mixed", "not_earlier"]
        assert faults_of(lambda: sc.programme.change_between(1, 2)) == ["wrong_kind", "wrong_kind"]

    def test_it_checks_itself(self):
        """All faults at once."""
        change = sc.programme.change_between(tally(a=1), tally(a=2))

        assert faults_of(lambda: attrs.evolve(change, kind=1, population="", before=1, after=2, parts={"a": "x"}, only_before=[""], only_after="x", total_before=-1, total_after=True)) == [
            "wrong_kind", "blank", "wrong_kind", "wrong_kind", "not_whole", "blank", "not_a_collection", "too_small", "not_whole",
        ]  # fmt: skip
        assert faults_of(lambda: attrs.evolve(change, parts=1)) == ["wrong_kind"]


class TestPublishing:
    def test_one_small_count_takes_another_with_it(self):
        """Or it could be worked out from the total."""
        published = sc.publish(tally(desk=2, culture=0, land=8, police=30), at_least=5)

        assert (published.kept_back, published.total) == (("desk", "land"), 40)
        assert published.parts["culture"] == 0

    def test_two_small_counts_hide_each_other_unless_they_are_all_alike(self):
        """2 and 3 of 5 could be 1 and 4; 1 and 1 of 2 could be nothing else, so a third joins them."""
        assert sc.publish(tally(a=2, b=3, c=9), at_least=5).kept_back == ("a", "b")
        assert sc.publish(tally(a=1, b=1, c=9, d=9, e=10), at_least=5).kept_back == ("a", "b", "c", "d")
        assert sc.publish(tally(a=4, b=4, c=9), at_least=5).kept_back == ("a", "b", "c")

    def test_at_last_the_total_is_kept_back(self):
        """With the headline, which would say the same."""
        alone = sc.publish(attrs.evolve(tally(a=2, b=0), headline=2), at_least=5)

        assert (alone.kept_back, alone.total, alone.headline) == (("a",), None, None)
        assert sc.publish(attrs.evolve(tally(a=9), headline=14), at_least=5).headline == 14

    def test_a_small_headline_is_kept_back(self):
        """And so is one whose gap to the total is a small count: so many stand in no part, or in two."""
        shown = [
            [headline for headline in range(40) if sc.publish(attrs.evolve(one, headline=headline), at_least=5).headline == headline]
            for one in (tally(a=0, b=0), tally(a=12, b=13))
        ]

        assert shown == [[0, *range(5, 40)], [0, *range(5, 21), 25, *range(30, 40)]]

    def test_a_small_total_is_kept_back(self):
        """1 and 2 of 3 hide each other, and 3 is too small itself; 2 and 3 of 5 may be told by their sum."""
        assert sc.publish(tally(a=1, b=2, c=0), at_least=5).total is None
        assert sc.publish(tally(a=2, b=3, c=0), at_least=5).total == 5

    def test_what_is_too_small_has_no_default(self):
        """And below 3 it would hide nothing."""
        with pytest.raises(TypeError):
            sc.publish(tally())
        assert faults_of(lambda: sc.publish(1, at_least=2)) == ["wrong_kind", "too_small"]

    def test_it_checks_itself(self):
        """A published count is 0, large enough or None."""
        fine = sc.publish(tally(a=9), at_least=5)

        assert faults_of(lambda: attrs.evolve(fine, parts={"a": 4, "b": -1, "c": "x"}, total=-1, kind=1, population="", period=1)) == [
            "wrong_kind", "blank", "too_small", "too_small", "not_whole", "too_small", "wrong_kind",
        ]  # fmt: skip
        assert faults_of(lambda: attrs.evolve(fine, parts=1, at_least=2, headline="x")) == ["too_small", "wrong_kind", "not_whole"]


class TestTurns:
    def test_a_turn_checks_itself(self):
        """Somebody is supervised, and only they are commented on."""
        assert faults_of(lambda: turn(id="", on=MOMENT, lead_unit_id=1, subject_ids=[], tier="", commented_ids="x", opinions=-1)) == [
            "blank", "not_a_day", "not_text", "empty", "blank", "not_a_collection", "too_small",
        ]  # fmt: skip
        assert faults_of(lambda: turn(commented_ids=["a", "b"])) == ["unknown_id"]

    def test_kinds_differ(self):
        """Two occasions, three person-turns, two people, one opinion; opinions may be fewer than people commented on."""
        turns = [turn(1, subject_ids=["a", "b"], commented_ids=["a", "b"], opinions=1), turn(2, lead_unit_id="women", on=date(2020, 12, 31))]
        asked = {"by": sc.programme.CountBy.LEAD_UNIT, "population": "p", "period": Y2020, "among": ["youth"]}
        counts = {kind.name: sc.programme.count_turns(turns, kind=kind, **asked) for kind in (sc.programme.CountKind.TURN, sc.programme.CountKind.PERSON_TURN, sc.programme.CountKind.PERSON, sc.programme.CountKind.OPINION)}

        assert [one.total for one in counts.values()] == [2, 3, 3, 1]
        assert counts["PERSON"].headline == 2
        assert counts["PERSON"].discrepancy.gap == -1
        assert counts["TURN"].parts["youth"] == 0
        assert sc.programme.count_turns(turns, kind=sc.programme.CountKind.PERSON, only_commented=True, **asked).total == 2

    def test_parts_of_time(self):
        """Years, quarters and months have names that sort."""
        turns = [turn(1), turn(2, on=date(2020, 12, 31)), turn(3, on=date(2021, 1, 1))]
        names = {by: list(sc.programme.count_turns(turns, kind=sc.programme.CountKind.TURN, by=by, population="p", period=Y2020).parts) for by in (sc.programme.CountBy.YEAR, sc.programme.CountBy.QUARTER, sc.programme.CountBy.MONTH)}

        assert names == {sc.programme.CountBy.YEAR: ["2020"], sc.programme.CountBy.QUARTER: ["2020-Q1", "2020-Q4"], sc.programme.CountBy.MONTH: ["2020-03", "2020-12"]}
        assert all(by.label.vi for by in sc.programme.CountBy)

    def test_bad_input(self):
        """A tier that is not known is no tier; a kind that turns do not have, ids that come twice: all at once."""
        asked = {"population": "p", "period": Y2020}
        assert faults_of(lambda: sc.programme.count_turns([turn(1), turn(1)], kind=sc.programme.CountKind.EVENT, by=sc.programme.CountBy.TIER, **asked)) == ["wrong_kind", "duplicate", "missing", "missing"]
        assert faults_of(lambda: sc.programme.count_turns([1], kind=sc.programme.CountKind.TURN, by="tier", population="p", period=2020, only_commented=1)) == ["wrong_kind", "wrong_kind", "wrong_kind", "wrong_kind"]

    def test_a_unit_that_supervises_its_own_head_is_seen(self):
        """In order of time; of a unit whose head is not named nothing is said."""
        turns = [turn(2), turn(1, on=date(2020, 4, 1)), turn(3, lead_unit_id="women")]

        assert dict(sc.programme.own_head_turns(turns, {"front": "a"})) == {"front": ("t2", "t1")}
        assert sc.programme.own_head_turns(turns, {}) == {}
        assert faults_of(lambda: sc.programme.own_head_turns([1], {"": 1})) == ["wrong_kind", "blank", "not_text"]
        assert faults_of(lambda: sc.programme.own_head_turns([], 1)) == ["wrong_kind"]


class TestMatters:
    def test_they_check_themselves(self):
        """A sign is about somebody; only what is forwarded goes to somebody."""
        assert faults_of(lambda: matter(id="", kind=1, text="x", addressee_id="", raised_on=MOMENT, due=1, about_id="", competent_id="", sources="x")) == [
            "blank", "wrong_kind", "wrong_kind", "blank", "not_a_day", "not_a_day", "blank", "blank", "not_a_collection",
        ]  # fmt: skip
        assert faults_of(lambda: matter(kind=sc.programme.MatterKind.SIGN_OF_DECLINE, due=date(2020, 2, 29))) == ["not_later", "missing"]
        assert faults_of(lambda: step(sc.programme.StepKind.FORWARDED)) == ["missing"]
        assert faults_of(lambda: step(sc.programme.StepKind.ANSWERED, to_id="b")) == ["surplus"]
        assert faults_of(lambda: sc.programme.MatterStep(matter_id="", kind=1, on=1, to_id="", sources="x")) == ["blank", "not_a_day", "blank", "wrong_kind", "not_a_collection"]
        for kind in (sc.programme.MatterKind, sc.programme.StepKind, sc.programme.FollowUpState):
            assert all(one.label.vi and one.label.en for one in kind)

    def test_how_a_matter_goes(self):
        """Pending, answered, settled in time or late, declined, reopened; overdue from the day after its last one."""
        due = DAY + timedelta(days=10)
        steps = {name: [step(kind, days)] for name, kind, days in (("answered", sc.programme.StepKind.ANSWERED, 1), ("settled", sc.programme.StepKind.SETTLED, 10), ("late", sc.programme.StepKind.SETTLED, 11), ("declined", sc.programme.StepKind.DECLINED, 3))}
        steps["reopened"] = [*steps["settled"], step(sc.programme.StepKind.REOPENED, 12)]

        def state(name, days):
            return sc.programme.follow_up([matter(due=due)], steps.get(name, []), as_of=DAY + timedelta(days=days))["m1"].state.name

        assert [state("", 10), state("", 11)] == ["PENDING", "OVERDUE"]
        assert [state("answered", 0), state("answered", 10), state("answered", 11)] == ["PENDING", "ANSWERED", "OVERDUE"]
        assert [state("settled", 10), state("late", 11)] == ["SETTLED", "SETTLED_LATE"]
        assert [state("late", 10), state("declined", 99)] == ["PENDING", "DECLINED"]
        assert [state("reopened", 11), state("reopened", 12)] == ["SETTLED", "OVERDUE"]

    def test_without_a_day_nothing_is_overdue(self):
        """However long it takes: how long a reply may take no source says."""
        one = sc.programme.follow_up([matter()], [step(sc.programme.StepKind.ANSWERED)], as_of=date(2030, 1, 1))["m1"]

        assert (one.state.name, one.days_overdue, one.settled_in_time) == ("ANSWERED", None, sc.Verdict.UNKNOWN)
        assert one.sentence("en") == "content: answered, not carried out yet"

    def test_a_sign_must_reach_the_committee_that_manages_the_person(self):
        """Reported to another one it has not arrived until it is passed on; where nobody said which, that is unknown."""
        sign = matter(kind=sc.programme.MatterKind.SIGN_OF_DECLINE, about_id="CB1", addressee_id="ward committee", competent_id="city committee", due=date(2020, 5, 1))
        passed_on = step(sc.programme.StepKind.FORWARDED, 5, to_id="city committee", sources=["letter"])
        before, after = (sc.programme.follow_up([sign], steps, as_of=date(2020, 4, 1))["m1"] for steps in ([], [passed_on]))

        assert (before.reached_the_competent, after.reached_the_competent) == (sc.Verdict.NOT_MET, sc.Verdict.MET)
        assert (after.with_id, after.sources) == ("city committee", ("letter",))
        assert before.sentence("vi") == "nội dung: đang chờ trả lời (hạn 01/5/2020); chưa đến nơi có thẩm quyền"
        assert before.sentence("en") == "content: waiting for an answer (due 2020-05-01); not with the one competent"
        assert sc.programme.follow_up([attrs.evolve(sign, competent_id=None)], [], as_of=DAY)["m1"].reached_the_competent is sc.Verdict.UNKNOWN

    def test_bad_input(self):
        """Everything that does not fit together, at once; what is raised later is left out."""
        steps = [step(sc.programme.StepKind.SETTLED, number=9), step(sc.programme.StepKind.SETTLED, days=-1), step(sc.programme.StepKind.SETTLED), step(sc.programme.StepKind.DECLINED)]

        assert faults_of(lambda: sc.programme.follow_up([matter(), matter()], steps, as_of=DAY)) == ["duplicate", "unknown_id", "not_later", "contradiction"]
        assert faults_of(lambda: sc.programme.follow_up([1], "x", as_of=MOMENT)) == ["wrong_kind", "not_a_collection", "not_a_day"]
        assert sc.programme.follow_up([matter(raised_on=date(2021, 1, 1))], [], as_of=DAY) == {}
        one = sc.programme.follow_up([matter()], [], as_of=DAY)["m1"]
        assert faults_of(lambda: attrs.evolve(one, matter=1, as_of=1, state=1, with_id="", answered_on=1, ended_on=1, sources="x")) == [
            "wrong_kind", "not_a_day", "wrong_kind", "blank", "not_a_day", "not_a_day", "not_a_collection",
        ]  # fmt: skip
        assert pickle.loads(pickle.dumps(one)) == one

    def test_facts_about_the_head(self):
        """Silence says nothing; one matter left open past its day speaks against; answers are not settlements."""
        due = DAY + timedelta(days=10)
        first, second = matter(1, due=due, sources=["letter"]), matter(2, due=due)

        def facts(steps, days=20, matters=(first, second), head="chair"):
            found = sc.programme.head_facts(matters, steps, head_id=head, as_of=DAY + timedelta(days=days))
            return tuple(found.get(definition.code).value for definition in sc.programme.HEAD_FACTS)

        both = [step(sc.programme.StepKind.ANSWERED, number=number) for number in (1, 2)]
        assert facts([], matters=()) == (None, None)
        assert facts([], head="somebody else") == (None, None)
        assert facts([], days=5) == (None, None)
        assert facts(both, days=5) == (True, None)
        assert facts(both) == (True, False)
        assert facts([*both, step(sc.programme.StepKind.SETTLED, 10), step(sc.programme.StepKind.SETTLED, 10, number=2)]) == (True, True)
        assert facts([*both, step(sc.programme.StepKind.SETTLED, 10), step(sc.programme.StepKind.SETTLED, 11, number=2)]) == (True, False)
        assert facts([step(sc.programme.StepKind.SETTLED)]) == (False, False)
        assert sc.programme.head_facts([first], [], head_id="chair", as_of=due).get("head.answers_pressing_matters").sources == ("letter", "m1")
        assert faults_of(lambda: sc.programme.head_facts([], [], head_id="", as_of=DAY)) == ["blank"]

    def test_the_facts_can_be_asked_for(self):
        """A regulation may ask for them; judging by another one takes them as known words."""
        facts = sc.programme.head_facts([matter(due=DAY)], [], head_id="chair", as_of=date(2021, 1, 1))

        assert sc.assess(sc.regulations.GOOD_PERFORMANCE_2014, facts, vocabulary=sc.programme.HEAD_FACTS).grade is None


class TestSessions:
    session = sc.programme.DelegationSession(id="GS-1", head_id="h", member_ids=["b", "a"], subject_id="s", content=L, period=Y2019, held_on=DAY)

    def test_it_checks_itself(self):
        """The head is no other member, recommendations are ones and come after; all faults at once."""
        wrong = [matter(), matter(raised_on=date(2020, 2, 29), kind=sc.programme.MatterKind.RECOMMENDATION)]

        assert faults_of(lambda: attrs.evolve(self.session, member_ids=["h"], recommendations=wrong)) == ["duplicate", "wrong_kind", "duplicate", "not_later"]
        assert faults_of(lambda: attrs.evolve(self.session, id="", head_id="", subject_id="", member_ids="x", content=1, period=1, held_on=MOMENT, results=[1], recommendations=[1])) == [
            "blank", "blank", "blank", "not_a_collection", "wrong_kind", "wrong_kind", "not_a_day", "wrong_kind", "wrong_kind",
        ]  # fmt: skip
        assert faults_of(lambda: attrs.evolve(self.session, held_on=date(2018, 12, 31))) == ["not_later"]
        assert faults_of(lambda: sc.programme.AcknowledgedResult(text=1, obligation="", right=1, sources="x")) == ["wrong_kind", "blank", "wrong_kind", "not_a_collection"]

    def test_whoever_supervises_and_is_supervised_is_seen(self):
        """As a member or as the head; and a session may be held while its time still runs."""
        assert self.session.conflicts == ()
        assert self.session.member_ids == ("a", "b")
        assert attrs.evolve(self.session, subject_id="a").conflicts == ("a",)
        assert attrs.evolve(self.session, subject_id="h", period=Y2020).conflicts == ("h",)


class TestGrades:
    ward = sc.regulations.GOOD_PERFORMANCE_2014

    def test_bad_rows(self):
        """Ids that come twice, other regulations and what is no row: each named."""
        fair = sc.assess(self.ward, sc.Facts())
        other = sc.assess(sc.regulations.RESIDENCE_2014, sc.Facts())

        assert faults_of(lambda: sc.programme.grade_tally(self.ward, [("a", fair), ("a", other), ("b", 1)], population="p")) == ["duplicate", "regulations_mixed", "wrong_kind"]
        assert faults_of(lambda: sc.programme.grade_tally(1, [1], population="p")) == ["wrong_kind", "wrong_kind"]

    def test_parts_have_names(self):
        """Best grade first, the unsettled last."""
        assert list(sc.programme.grade_labels(self.ward)) == ["good", "fair", "below_fair", "undetermined"]


class TestReviews:
    review = sc.Review(id="TK", kind=sc.programme.ReviewKind.FINAL, title=L, submitted_by=L, period=Y2020, as_of=date(2020, 12, 31), sections=[])

    def test_values_check_themselves(self):
        """All faults at once."""
        assert faults_of(lambda: sc.programme.ReviewLine(label=1, count="x", percent=0.5, state=1, day=1, remark=1, citation=1, sources="x")) == [
            "wrong_kind", "not_whole", "missing", "not_exact", "wrong_kind", "wrong_kind", "not_a_day", "wrong_kind", "not_a_collection",
        ]  # fmt: skip
        assert faults_of(lambda: sc.programme.ReviewLine(label=L, kind=1)) == ["wrong_kind"]
        assert faults_of(lambda: sc.programme.ReviewSection(code="", title=1, lines=[1])) == ["blank", "wrong_kind", "wrong_kind"]
        assert faults_of(lambda: attrs.evolve(self.review, id="", kind=1, title=1, submitted_by=1, period=1, as_of=1, sections=1)) == [
            "blank", "wrong_kind", "wrong_kind", "wrong_kind", "wrong_kind", "not_a_day", "not_a_collection",
        ]  # fmt: skip

    def test_a_final_review_is_of_a_time_that_is_over(self):
        """On its last day it may be drawn up, the day before only as an interim one."""
        early = date(2020, 12, 30)

        assert faults_of(lambda: attrs.evolve(self.review, as_of=early)) == ["not_over"]
        assert attrs.evolve(self.review, as_of=early, kind=sc.programme.ReviewKind.INTERIM).heading.vi.startswith("Sơ kết: nội dung, từ 01/01/2020 đến 31/12/2020, tính đến 30/12/2020")
        assert faults_of(lambda: attrs.evolve(self.review, as_of=date(2019, 12, 31))) == ["not_later"]

    def test_each_section_once(self):
        """And each is found by its code."""
        section = sc.programme.ReviewSection(code="a", title=L, lines=[])

        assert faults_of(lambda: attrs.evolve(self.review, sections=[section, section])) == ["duplicate"]
        assert attrs.evolve(self.review, sections=[section]).section("a") is section
        assert self.review.section("a") is None
        assert attrs.evolve(self.review, sections=[section]).text("en").splitlines() == ["Final review: content, 2020-01-01 to 2020-12-31, as of 2020-12-31", "content", "", "content"]

    def test_counts_with_last_year(self):
        """In the order asked for, with names, percentages and changes; what is not comparable says nothing."""
        names = {"front": sc.Label("Mặt trận", "Front")}
        section = sc.programme.tally_section("c", L, attrs.evolve(tally(women=1, front=3, youth=0), headline=4), names=names, order=["youth", "gone", "front"], earlier=tally(women=2, front=2))

        assert [line.sentence("en") for line in section.lines] == [
            "youth: 0 turns (0%)",
            "Front: 3 turns (75%) – +1 against the earlier time",
            "women: 1 turns (25%) – −1 against the earlier time",
            "Sum of the parts: 4 turns – From 4 to 4 turns: 0 (not compared: youth).",
            "Headline as reported: 4 turns",
        ]

    def test_counts_for_the_public(self):
        """What is kept back stays so, and nothing has percentages; a headline is shown with the total only."""
        small, large = (sc.publish(attrs.evolve(some, headline=45), at_least=5) for some in (tally(a=2), tally(a=9, b=30)))

        assert [line.sentence("vi") for line in sc.programme.tally_section("c", L, small).lines] == ["a: không công bố", "Tổng cộng: không công bố"]
        assert sc.programme.tally_section("c", L, large).lines[-1].remark.en.endswith("a gap of 6.")
        assert sc.programme.tally_section("c", L, large).lines[0].percent is None

    def test_bad_sections(self):
        """What is not what it should be is named."""
        published = sc.publish(tally(a=9), at_least=5)

        assert faults_of(lambda: sc.programme.tally_section("c", L, published, earlier=tally(a=1))) == ["surplus"]
        assert faults_of(lambda: sc.programme.tally_section("c", L, 1, order="x", earlier=2)) == ["not_a_collection", "wrong_kind", "wrong_kind"]
        assert faults_of(lambda: sc.programme.tally_section("c", L, tally(), names={"a": 1})) == ["wrong_kind"]
        assert faults_of(lambda: sc.programme.tally_section("c", L, tally(), names=1)) == ["wrong_kind"]
        assert faults_of(lambda: sc.programme.compliance_section(1)) == ["wrong_kind"]
        assert faults_of(lambda: sc.programme.session_section(1, as_of=DAY)) == ["wrong_kind"]
        assert faults_of(lambda: sc.programme.basis_section([1])) == ["wrong_kind"]

    def test_obligations(self):
        """Each by the rule and by practice, then what was missed; where nothing was due, that is said."""
        once = sc.obligations.Frequency(times=1, per=sc.obligations.TimeUnit.YEAR)
        twice = sc.obligations.Frequency(times=2, per=sc.obligations.TimeUnit.YEAR)
        dialogue = [one.with_practice(twice) for one in sc.regulations.DIALOGUE_WITH_PEOPLE]
        event = sc.Event(id="e", obligation="dialogue_with_people", on=date(2026, 5, 5))
        none_due = attrs.evolve(dialogue[-1], code="none", practised=None, in_force_from=date(2027, 1, 1))
        report = sc.compliance([*dialogue, none_due], [event], Period.of_year(2026), as_of=date(2027, 1, 1))
        section = sc.programme.compliance_section(report)

        assert once == dialogue[1].required
        assert [line.sentence("en") for line in section.lines] == [
            "Dialogue of the commune authority with the people: met – 1 due, 1 done, 0 missing",
            "Dialogue of the commune authority with the people (by its own practice): not met – 0 of 1 periods",
            "Dialogue of the commune authority with the people: nothing was due – 0 due, 0 done, 0 missing",
        ]
        assert section.lines[0].sources == ("e",)

    def test_sessions_and_matters(self):
        """A session says what it acknowledged and how far its recommendations have got; a matter that went astray says so."""
        ask = matter(kind=sc.programme.MatterKind.RECOMMENDATION, competent_id="city", due=date(2020, 4, 1))
        session = attrs.evolve(TestSessions.session, subject_id="a", results=[sc.programme.AcknowledgedResult(text=L, right=sc.obligations.Right.KNOW), sc.programme.AcknowledgedResult(text=L)], recommendations=[ask])
        section = sc.programme.session_section(session, as_of=date(2020, 4, 2))

        assert [line.sentence("en") for line in section.lines] == [
            "The session: 2020-03-01 – the subject is a member of the delegation that supervises it",
            "content: acknowledged – the people know",
            "content: acknowledged",
            "content: overdue, 2020-04-01 – not with the one competent",
        ]
        assert section.code == "GS-1"
        assert sc.programme.matters_section("m", L, [matter()], as_of=DAY).lines[0].sentence("vi") == "nội dung: đang chờ trả lời"
        assert sc.programme.session_section(TestSessions.session, as_of=DAY).lines[0].remark is None

    def test_basis(self):
        """With a number its title follows; without one it is named by its title."""
        report = Instrument(kind=InstrumentKind.REPORT, title=L)

        assert sc.programme.basis_section([report]).lines[0].label.vi == "Bản tin: nội dung"
