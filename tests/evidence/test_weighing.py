"""From a dossier to facts: what counts under a policy, what is refused and why, and what a dossier and a policy refuse."""

import copy
import itertools
import pickle
from datetime import date
from fractions import Fraction

import attrs
import pytest

import supervision_core as sc
from supervision_core import FactState, Period
from supervision_core.criteria import Implication
from supervision_core.evidence.claims import Joined, all_of, any_of, attended, fulfilled, opinions_given
from supervision_core.evidence.comments import FORM_EXEMPT, FORM_FULL

L = sc.Label("mục", "item")
YEAR = Period.of_year(2014)
DAY = date(2014, 5, 6)
STANDING = "civic.standing"
TIES = "civic.ties_with_people"
RATING = sc.Rating(id="m-1", subject_id="o1", channel="front_working_committee", code=STANDING, value=True, rated_on=DAY, by="b1")
LETTER = sc.Feedback(
    id="fb-1", subject_id="o1", channel="hotline", kind=sc.evidence.FeedbackKind.COMMENT, received_on=DAY, says={TIES: True}, reporter_key="k1"
)
COMMENT = sc.evidence.ResidenceComment(id="nx-1", subject_id="o1", year=2014, made_on=date(2014, 12, 5), made_by="cell", steps={"example": "example"})
MEETING = sc.evidence.MeetingRecord(id="h-1", subject_id="o1", meeting_id="quý 1", held_on=DAY, attended=True)
DUE = sc.evidence.ObligationRecord(id="nv-1", subject_id="o1", bearer=sc.evidence.Bearer.SELF, obligation="thuế", is_fulfilled=True, recorded_on=DAY)
GIVEN = sc.evidence.ContributionRecord(id="dg-1", subject_id="o1", what=L, given_on=DAY)
CLEAR = sc.evidence.DisciplineRecord(id="kl-1", subject_id="o1", finding=sc.evidence.DisciplineFinding.CLEAR, covers=YEAR, recorded_on=date(2015, 1, 5))
ITEM = sc.Commitment(id="1", text="Trả kết quả hồ sơ đúng hẹn")
PAPER = sc.Registration(id="dk-1", subject_id="o1", year=2014, lodged_on=date(2014, 1, 20), items=[ITEM, attrs.evolve(ITEM, id="2")])
NOTE = sc.evidence.Progress(
    id="td-1", subject_id="o1", registration_id="dk-1", item_id="1", channel="observation", noted_on=DAY, is_kept=True, by="b1"
)


def dossier(**held):
    return sc.Dossier(subject_id="o1", period=held.pop("period", YEAR), **held)


def policy(codes=(STANDING,), channels=("front_working_committee", "hotline", "self_report"), **given):
    rule = {name: given.pop(name) for name in ("supports_only", "yes_needs", "no_needs", "precedence") if name in given}
    return sc.evidence.WeighingPolicy(code="ours", label=L, rules=[sc.evidence.WeighingRule(codes=codes, channels=channels, **rule)], **given)


def fact(code, weighed_by=sc.evidence.WARD_WEIGHING, **held):
    return sc.weigh(dossier(**held), weighed_by).get(code)


def stands(code, weighed_by=sc.evidence.WARD_WEIGHING, **held):
    found = fact(code, weighed_by, **held)
    return found.state.value, found.value, found.sources


def refused(weighed_by=sc.evidence.WARD_WEIGHING, **held):
    account = sc.evidence.explain_weighing(dossier(**held), weighed_by)
    return [(one.id, one.code, one.reason.value) for one in account.refused]


def faults_of(make):
    with pytest.raises(sc.InvalidInput) as raised:
        make()
    return [fault.code for fault in raised.value.faults]


def ratings(*answers, channel="front_working_committee"):
    return [attrs.evolve(RATING, id=f"m-{number}", value=answer, by=f"b{number}", channel=channel) for number, answer in enumerate(answers)]


class TestDossiers:
    def test_every_fault_of_every_kind_comes_at_once(self):
        """About somebody else, of another time or year, registered twice, progress on nothing, an id twice: one error."""
        wrong = {
            "ratings": [attrs.evolve(RATING, subject_id="o2"), attrs.evolve(RATING, id="m-2", rated_on=date(2013, 12, 31))],
            "feedback": [attrs.evolve(LETTER, id="m-1"), attrs.evolve(LETTER, received_on=date(2015, 1, 1))],
            "registrations": [PAPER, attrs.evolve(PAPER, id="dk-2"), attrs.evolve(PAPER, id="dk-3", year=2015)],
            "progress": [attrs.evolve(NOTE, item_id="9"), attrs.evolve(NOTE, id="td-2", noted_on=date(2013, 12, 31))],
            "comments": [attrs.evolve(COMMENT, year=2013, made_on=date(2013, 12, 5))],
            "meetings": [attrs.evolve(MEETING, held_on=date(2015, 1, 1))],
            "obligations": [attrs.evolve(DUE, recorded_on=date(2013, 12, 31))],
            "contributions": [attrs.evolve(GIVEN, given_on=date(2013, 12, 31))],
        }
        with pytest.raises(sc.InvalidInput) as raised:
            dossier(**wrong)

        assert [(one.code, one.place.rpartition(".")[2]) for one in raised.value.faults] == [
            ("other_subject", "ratings"),
            ("duplicate", "evidence"),
            ("before_period", "ratings"),
            ("other_year", "comments"),
            ("outside_period", "feedback"),
            ("other_year", "registrations"),
            ("before_period", "progress"),
            ("outside_period", "meetings"),
            ("before_period", "obligations"),
            ("outside_period", "contributions"),
            ("registered_twice", "registrations"),
            ("unknown_id", "progress"),
        ]
        assert [str(one).partition(": ")[2] for one in raised.value.faults] == [
            "found 'm-1' about 'o2', expected evidence about the dossier's subject [other_subject]",
            "found 'm-1' 2 times, expected each id once [duplicate]",
            "found 'm-2' of 2013-12-31, expected a day from 2014-01-01 on [before_period]",
            "found 'nx-1' for 2013, expected the year 2014 [other_year]",
            "found 'fb-1' of 2015-01-01, expected a day from 2014-01-01 to 2014-12-31 [outside_period]",
            "found 'dk-3' for 2015, expected the year 2014 [other_year]",
            "found 'td-2' of 2013-12-31, expected a day from 2014-01-01 on [before_period]",
            "found 'h-1' of 2015-01-01, expected a day from 2014-01-01 to 2014-12-31 [outside_period]",
            "found 'nv-1' of 2013-12-31, expected a day from 2014-01-01 on [before_period]",
            "found 'dg-1' of 2013-12-31, expected a day from 2014-01-01 to 2014-12-31 [outside_period]",
            "found 'dk-1' and 'dk-2' for 2014, expected one registration a scheme and year [registered_twice]",
            "found 'td-1' on 'dk-1', '9', expected a commitment of a registration that is here [unknown_id]",
        ]

    def test_kinds_are_kept_apart(self):
        """A letter among the ratings, text instead of a collection, no period: named by place."""
        with pytest.raises(sc.InvalidInput) as raised:
            sc.Dossier(subject_id="", period=2014, ratings=[LETTER], feedback="fb-1", residence_status="full")

        assert [(one.code, one.place) for one in raised.value.faults] == [
            ("blank", "Dossier ''.subject_id"),
            ("wrong_kind", "Dossier ''.period"),
            ("wrong_kind", "Dossier ''.residence_status"),
            ("wrong_kind", "Dossier ''.ratings[0]"),
            ("not_a_collection", "Dossier ''.feedback"),
        ]
        assert faults_of(lambda: sc.Dossier(subject_id="o1", period=2014, ratings=[RATING])) == ["wrong_kind"]

    def test_first_and_last_days_are_in(self):
        """And a rating or an entry may come after the period that it speaks of."""
        held = dossier(
            feedback=[attrs.evolve(LETTER, received_on=YEAR.start), attrs.evolve(LETTER, id="fb-2", received_on=YEAR.last)],
            ratings=[attrs.evolve(RATING, rated_on=YEAR.start), attrs.evolve(RATING, id="m-2", rated_on=date(2015, 1, 9))],
        )

        assert repr(held) == "<Dossier of 2014-01-01 to 2014-12-31: 4 items>"
        assert [one.id for one in held.evidence()] == ["m-1", "m-2", "fb-1", "fb-2"]

    def test_a_dossier_of_two_years_names_both(self):
        """A comment of a third year is refused."""
        two = Period(start=date(2014, 7, 1), end=date(2016, 1, 1))
        with pytest.raises(sc.InvalidInput, match="a year from 2014 to 2015"):
            dossier(period=two, comments=[attrs.evolve(COMMENT, year=2013)])

    def test_an_item_on_the_first_day_is_no_fault_beside_one_that_is(self):
        """Only the wrong one is named."""
        with pytest.raises(sc.InvalidInput) as raised:
            dossier(feedback=[attrs.evolve(LETTER, id=f"fb-{day}", received_on=day) for day in (YEAR.start, YEAR.last, YEAR.end)])

        assert [one.found for one in raised.value.faults] == ["'fb-2015-01-01' of 2015-01-01"]

    @pytest.mark.parametrize(
        ("name", "one"),
        [
            ("ratings", RATING), ("comments", COMMENT), ("feedback", LETTER), ("progress", NOTE), ("discipline", CLEAR), ("meetings", MEETING),
            ("obligations", DUE), ("contributions", GIVEN),
        ],
    )  # fmt: skip
    def test_items_of_each_kind_stand_by_id(self, name, one):
        """Whatever the order and the collection in which they came."""
        both, other = [one, attrs.evolve(one, id="a")], {"registrations": [PAPER]} if name == "progress" else {}

        assert [item.id for item in getattr(dossier(**{name: iter(both)}, **other), name)] == ["a", one.id]
        assert dossier(**{name: both}, **other) == dossier(**{name: both[::-1]}, **other)

    def test_registrations_stand_by_id(self):
        """Of one scheme there is one."""
        plan = attrs.evolve(PAPER, id="a", scheme=sc.evidence.CULTIVATION_PLAN)

        assert [one.id for one in dossier(registrations=[PAPER, plan]).registrations] == ["a", "dk-1"]

    def test_it_copies_and_pickles(self):
        """Equal, with equal facts."""
        one = dossier(feedback=[LETTER], ratings=[RATING])

        assert pickle.loads(pickle.dumps(one)) == one == copy.deepcopy(one)
        letters = dossier(feedback=[LETTER])
        assert sc.weigh(letters, pickle.loads(pickle.dumps(sc.evidence.WARD_WEIGHING))) == sc.weigh(letters, copy.copy(sc.evidence.WARD_WEIGHING))
        assert sc.weigh(pickle.loads(pickle.dumps(one)), pickle.loads(pickle.dumps(sc.evidence.WARD_WEIGHING))) == sc.weigh(one, sc.evidence.WARD_WEIGHING)


class TestGathering:
    def test_everyone_on_the_list_has_a_dossier(self):
        """Of whom nothing was observed the dossier is empty; ids come in any Unicode form."""
        made = sc.evidence.gather(["o2", "tổ", "o1"], YEAR, feedback=[LETTER], residence_statuses={"tổ": sc.evidence.ResidenceStatus.FULL})

        assert list(made) == ["o1", "o2", "tổ"]
        assert [len(list(one.evidence())) for one in made.values()] == [1, 0, 0]
        assert made["tổ"].residence_status is sc.evidence.ResidenceStatus.FULL

    def test_each_kind_goes_to_its_place(self):
        """All nine."""
        held = {
            "ratings": [RATING], "comments": [COMMENT], "feedback": [LETTER], "registrations": [PAPER], "progress": [NOTE],
            "discipline": [CLEAR], "meetings": [MEETING], "obligations": [DUE], "contributions": [GIVEN],
        }  # fmt: skip

        assert sc.evidence.gather(["o1"], YEAR, **held)["o1"] == dossier(**held)

    def test_feedback_about_nobody_is_an_error_with_everything_else(self):
        """Faults of several dossiers and evidence about people not listed: one error."""
        with pytest.raises(sc.InvalidInput) as raised:
            sc.evidence.gather(
                ["o1", "o2"],
                YEAR,
                feedback=[attrs.evolve(LETTER, subject_id="o9"), attrs.evolve(LETTER, id="fb-2", received_on=date(2015, 1, 1))],
                ratings=[attrs.evolve(RATING, subject_id="o8"), attrs.evolve(RATING, subject_id="o2", rated_on=date(2013, 1, 1))],
                residence_statuses={"o7": sc.evidence.ResidenceStatus.FULL, "o2": "full"},
            )

        assert [(one.code, one.place, one.found) for one in raised.value.faults] == [
            ("nobody", "gather.residence_statuses", "'o7'"),
            ("nobody", "gather.ratings", "'m-1' about 'o8'"),
            ("nobody", "gather.feedback", "'fb-1' about 'o9'"),
            ("outside_period", "Dossier 'o1'.feedback", "'fb-2' of 2015-01-01"),
            ("wrong_kind", "Dossier 'o2'.residence_status", "'full'"),
            ("before_period", "Dossier 'o2'.ratings", "'m-1' of 2013-01-01"),
        ]

    def test_bad_collections(self):
        """Each named; two ids equal in composed Unicode are one id twice."""
        assert faults_of(lambda: sc.evidence.gather(["o1", "o1"], 2014, ratings=[LETTER], residence_statuses=5)) == [
            "duplicate", "wrong_kind", "wrong_kind", "wrong_kind",
        ]  # fmt: skip
        full = sc.evidence.ResidenceStatus.FULL
        assert faults_of(lambda: sc.evidence.gather(["tổ"], YEAR, residence_statuses={"tổ": full, "to\u0302\u0309": full})) == ["duplicate"]
        assert faults_of(lambda: sc.evidence.gather(["o1"], YEAR, residence_statuses={"": full})) == ["blank"]
        assert faults_of(lambda: sc.evidence.gather("o1", YEAR)) == ["not_a_collection"]


class TestRules:
    def test_a_rule_checks_itself(self):
        """Codes and channels there, counts from one, and every channel in it one that counts."""
        wrong = {"codes": [], "channels": [], "yes_needs": 0, "no_needs": "x", "precedence": [["camera"], ["camera"]], "supports_only": ["hotline"]}

        assert faults_of(lambda: sc.evidence.WeighingRule(**wrong)) == [
            "empty", "empty", "too_small", "not_whole", "duplicate", "not_counted", "not_counted", "not_counted",
        ]  # fmt: skip
        assert faults_of(lambda: sc.evidence.WeighingRule(codes=["a"], channels="x", supports_only=5, precedence=7)) == ["not_a_collection"] * 3
        assert faults_of(lambda: sc.evidence.WeighingRule(codes=["a"], channels="x", precedence=[["x"]])) == ["not_a_collection"]
        assert faults_of(lambda: sc.evidence.WeighingRule(codes=["a"], channels=["x"], supports_only="x")) == ["not_a_collection"]
        assert faults_of(lambda: sc.evidence.WeighingRule(codes=["a"], channels=["x"], precedence=["x"])) == ["wrong_kind"]

    def test_tiers(self):
        """Strongest first; a channel in no tier has no place."""
        rule = sc.evidence.WeighingRule(codes=["a"], channels=["x", "y", "z"], precedence=[["y"], ["x"]], yes_needs=2, no_needs=3)

        assert [rule.tier_of(channel) for channel in "xyz"] == [1, 0, None]
        assert [rule.needs(answer) for answer in (True, False, Fraction(0), Fraction(7))] == [2, 3, 2, 2]

    def test_a_reading_checks_itself(self):
        """All at once."""
        assert faults_of(lambda: sc.evidence.StepReading(form="", criterion="", step="", code="", answer=1)) == ["blank"] * 4 + ["wrong_kind"]

    def test_a_policy_checks_itself(self):
        """All at once: a rule twice, a channel that nobody knows, a denunciation that would count unverified."""
        rule = sc.evidence.WeighingRule(codes=["a"], channels=["hotlin"])
        reading = sc.evidence.StepReading(form="full", criterion="c", step="s", code="a", answer=True)
        wrong = {
            "code": "", "label": 1, "rules": [rule, rule], "readings": [reading, attrs.evolve(reading, answer=False)],
            "unchecked_kinds": [sc.evidence.FeedbackKind.DENUNCIATION], "anonymous_unchecked": 1, "comment_needs_front": 1,
            "attendance_at_least": 0, "discipline_shows": "x", "waived": [""], "schemes": ["p", "p"], "implications": [1], "citation": 1,
        }  # fmt: skip
        with pytest.raises(sc.InvalidInput) as raised:
            sc.evidence.WeighingPolicy(**wrong)

        assert [(one.code, one.place.rpartition(".")[2]) for one in raised.value.faults] == [
            ("blank", "code"), ("wrong_kind", "label"), ("duplicate", "rules"), ("unknown_channel", "rules"), ("unknown_channel", "rules"),
            ("duplicate", "readings"), ("unverified", "unchecked_kinds"), ("wrong_kind", "anonymous_unchecked"),
            ("wrong_kind", "comment_needs_front"), ("out_of_range", "attendance_at_least"), ("not_a_collection", "discipline_shows"),
            ("blank", "waived"), ("duplicate", "schemes"), ("wrong_kind", "implications[0]"), ("wrong_kind", "citation"),
        ]  # fmt: skip
        assert raised.value.faults[3].expected == "one of the nearest codes: hotline"

    def test_collections_of_wrong_things(self):
        """Named by place, and nothing is sorted that cannot be."""
        names = ("rules", "channels", "readings", "unchecked_kinds")
        for name in names:
            fields = {"code": "c", "label": L, "rules": [], name: [1]}
            assert faults_of(lambda fields=fields: sc.evidence.WeighingPolicy(**fields)) == ["wrong_kind"]
            assert faults_of(lambda fields=fields, name=name: sc.evidence.WeighingPolicy(**{**fields, name: 5})) == ["not_a_collection"]

    def test_the_share_of_meetings(self):
        """From just above nothing to all of them."""
        assert policy(attendance_at_least=1).attendance_at_least == 1
        assert faults_of(lambda: policy(attendance_at_least=Fraction(101, 100))) == ["out_of_range"]
        assert faults_of(lambda: policy(attendance_at_least=0.5)) == ["not_exact"]

    def test_a_policy_in_any_order_is_the_same(self):
        """Equal, and so are copies of it; it shows what it can show."""
        two = [sc.evidence.WeighingRule(codes=[code], channels=["hotline"]) for code in ("b", "a")]
        one = sc.evidence.WeighingPolicy(code="c", label=L, rules=two, channels=list(sc.evidence.CHANNELS.values())[::-1])

        assert one == sc.evidence.WeighingPolicy(code="c", label=L, rules=two[::-1]) == pickle.loads(pickle.dumps(one))
        ward = sc.evidence.WARD_WEIGHING
        assert attrs.evolve(ward, readings=ward.readings[::-1], rules=ward.rules[::-1], unchecked_kinds=list(ward.unchecked_kinds)) == ward
        assert (one.codes, one.rule_of("z")) == (("a", "b"), None)
        assert repr(one) == "<WeighingPolicy 'c': 2 rules>"


class TestVoices:
    @pytest.mark.parametrize(
        ("answers", "needs", "state"),
        [((True,), 2, "not_shown"), ((True, True), 2, "found"), ((True, True), 3, "not_shown"), ((True,), 1, "found")],
    )
    def test_independent_voices_corroborate(self, answers, needs, state):
        """One fewer than asked for shows nothing, and says how many there are."""
        found = fact(STANDING, policy(yes_needs=needs), ratings=ratings(*answers))

        assert (found.state.value, len(found.sources)) == (state, len(answers))
        if state == "not_shown":
            assert found.why == sc.Label(f"cần {needs} nguồn độc lập, mới có {len(answers)}", f"it takes {needs} independent voices, and there are {len(answers)}")

    def test_yes_and_no_may_take_different_numbers(self):
        """Here a no takes two and a yes one."""
        assert stands(STANDING, policy(no_needs=2), ratings=ratings(False))[0] == "not_shown"
        assert stands(STANDING, policy(no_needs=2), ratings=ratings(False, False))[:2] == ("found", False)
        assert stands(STANDING, policy(no_needs=2), ratings=ratings(True))[:2] == ("found", True)

    def test_a_body_and_an_author_count_once(self):
        """However often they speak, and by whatever channel; where only the channel is known, it is one voice."""
        same = [attrs.evolve(one, by="b1") for one in ratings(True, True)]
        nameless = [attrs.evolve(one, by=None) for one in ratings(True, True)]
        letters = [attrs.evolve(LETTER, says={STANDING: True}), attrs.evolve(LETTER, id="fb-2", channel="self_report", says={STANDING: True})]
        anonymous = [attrs.evolve(one, reporter_key=None, channel="hotline") for one in letters]
        lenient = policy(yes_needs=2, anonymous_unchecked=True)

        assert fact(STANDING, lenient, ratings=same).why.en.endswith("there are 1")
        assert fact(STANDING, lenient, ratings=nameless).why.en.endswith("there are 1")
        assert stands(STANDING, lenient, ratings=[nameless[0], attrs.evolve(nameless[1], channel="hotline")])[0] == "found"
        assert fact(STANDING, lenient, feedback=letters).why.en.endswith("there are 1")
        assert fact(STANDING, lenient, feedback=anonymous).why.en.endswith("there are 1")
        assert stands(STANDING, lenient, feedback=[letters[0], anonymous[1]])[0] == "found"
        assert stands(STANDING, lenient, feedback=[anonymous[0], attrs.evolve(anonymous[1], channel="self_report")])[0] == "found"

    def test_a_supporting_voice_shows_nothing_alone(self):
        """A self-report is listed, and it takes somebody else."""
        own = attrs.evolve(RATING, id="m-9", channel="self_report", by="o1")
        ours = policy(supports_only=["self_report"])

        assert stands(STANDING, ours, ratings=[own]) == ("not_shown", None, ("m-9",))
        assert stands(STANDING, ours, ratings=[own, RATING]) == ("found", True, ("m-1", "m-9"))
        assert stands(STANDING, ours, ratings=[own, attrs.evolve(RATING, value=False)])[0] == "contested"

    def test_contradictions_are_contested_with_both_sides(self):
        """Nine against one are contested too: voices are never counted against each other."""
        assert stands(STANDING, policy(), ratings=ratings(*[True] * 9, False)) == ("contested", None, tuple(f"m-{number}" for number in range(10)))

    def test_the_winner_is_the_policy_s(self):
        """A stronger tier overrules a weaker one, which is listed; equals contest each other, and so does one in no tier."""
        ranked = policy(precedence=[["front_working_committee"], ["hotline"]])
        caller = attrs.evolve(RATING, id="m-2", channel="hotline", value=False)
        outsider = attrs.evolve(RATING, id="m-3", channel="self_report", by="o1", value=False)
        found = fact(STANDING, ranked, ratings=[RATING, caller])

        assert (found.value, found.sources, found.why.vi) == (True, ("m-1",), "theo thứ tự ưu tiên đã quy định")
        assert refused(ranked, ratings=[RATING, caller]) == [("m-2", STANDING, "overruled")]
        assert stands(STANDING, ranked, ratings=[RATING, caller, outsider])[0] == "contested"
        assert stands(STANDING, ranked, ratings=[RATING, caller, attrs.evolve(outsider, value=True)])[1:] == (True, ("m-1", "m-3"))
        assert stands(STANDING, ranked, ratings=ratings(True, False))[0] == "contested"
        assert stands(STANDING, policy(), ratings=[RATING, caller])[0] == "contested"

    def test_a_winner_needs_its_voices_too(self):
        """One voice of the stronger tier where a yes takes two overrules nobody."""
        ranked = policy(yes_needs=2, precedence=[["front_working_committee"], ["hotline"]])
        caller = attrs.evolve(RATING, id="m-9", channel="hotline", value=False, by="b9")

        assert stands(STANDING, ranked, ratings=[RATING, caller])[0] == "contested"
        assert stands(STANDING, ranked, ratings=[*ratings(True, True), caller])[:2] == ("found", True)

    def test_precedence_in_feedback_alone(self):
        """The same as for ratings."""
        ranked = policy(codes=[TIES], precedence=[["front_working_committee"], ["hotline"]])
        other = attrs.evolve(LETTER, id="fb-2", channel="front_working_committee", says={TIES: False})

        assert stands(TIES, ranked, feedback=[LETTER, other]) == ("found", False, ("fb-2",))

    def test_who_may_not_say_no_in_feedback_alone(self):
        """A no by a channel that may only say yes counts no more where there is nothing but feedback; a yes does."""
        breach = "conduct.violation"
        praise = attrs.evolve(LETTER, says={breach: False, TIES: True})
        blame = attrs.evolve(LETTER, id="fb-2", reporter_key="k2", says={breach: True})

        assert stands(breach, feedback=[praise]) == ("not_shown", None, ())
        assert stands(TIES, feedback=[praise]) == ("found", True, ("fb-1",))
        assert stands(breach, feedback=[praise, blame]) == ("found", True, ("fb-2",))
        assert refused(feedback=[praise]) == [("fb-1", breach, "channel_not_counted")]

    @pytest.mark.parametrize("no_from", [(), ("hotline",), ("front_working_committee",), ("front_working_committee", "hotline")])
    def test_feedback_alone_is_weighed_as_the_account_says(self, no_from):
        """Whoever may say no: the facts are those of the account, for each answer of two authors by two channels."""
        rule = sc.evidence.WeighingRule(codes=[TIES], channels=["front_working_committee", "hotline"], no_from=no_from)
        ours = sc.evidence.WeighingPolicy(code="ours", label=L, rules=[rule])
        for one, other in itertools.product((True, False), repeat=2):
            letters = [
                attrs.evolve(LETTER, says={TIES: one}),
                attrs.evolve(LETTER, id="fb-2", channel="front_working_committee", reporter_key="k2", says={TIES: other}),
            ]
            # By the words of the rule: a no counts by any channel where none is named, and by the named ones otherwise.
            said = [(letter.id, letter.says[TIES]) for letter in letters if letter.says[TIES] or not no_from or letter.channel.code in no_from]
            answers = {answer for _, answer in said}
            state = ("not_shown", "found", "contested")[len(answers)]
            expected = (state, next(iter(answers)) if len(answers) == 1 else None, tuple(one for one, _ in said))

            assert stands(TIES, ours, feedback=letters) == expected
            assert sc.weigh(dossier(feedback=letters), ours) == sc.evidence.explain_weighing(dossier(feedback=letters), ours).facts

    def test_numbers_and_what_does_not_apply(self):
        """One and yes are different answers; that a fact does not apply is an answer with its source."""
        household = "civic.household_obligations"
        gone = attrs.evolve(RATING, code=household, value=None, applies=False)

        assert stands("commitments.kept_share", ratings=[attrs.evolve(RATING, channel="commitment_record", code="commitments.kept_share", value=98)])[1] == 98
        assert stands(STANDING, policy(), ratings=ratings(True, 1))[0] == "contested"
        assert stands(household, ratings=[gone]) == ("not_applicable", None, ("m-1",))
        assert stands(household, ratings=[gone, attrs.evolve(gone, id="m-2", value=True, applies=True)])[0] == "contested"
        assert stands(household, policy([household], yes_needs=2), ratings=[gone])[0] == "not_shown"


    def test_contradictions_in_feedback_alone(self):
        """The quick way through feedback contests them too, fact by fact."""
        other = attrs.evolve(LETTER, id="fb-2", reporter_key="k2", says={TIES: False, STANDING: True})
        facts = sc.weigh(dossier(feedback=[LETTER, other]), sc.evidence.WARD_WEIGHING)

        assert [(one.code, one.state.value, one.value, one.sources) for one in facts] == [
            (STANDING, "found", True, ("fb-2",)),
            (TIES, "contested", None, ("fb-1", "fb-2")),
        ]

    def test_many_are_weighed_in_order(self):
        """One after the other, as they come."""
        dossiers = sc.evidence.gather(["o2", "o1"], YEAR, feedback=[LETTER]).values()
        found = list(sc.evidence.weigh_all(reversed(list(dossiers)), sc.evidence.WARD_WEIGHING))

        assert [(who, len(facts)) for who, facts in found] == [("o2", 0), ("o1", 1)]


class TestWhatCounts:
    def test_feedback_by_its_state(self):
        """Comments of known authors count as given, all else once confirmed; what is refuted says nothing of the opposite."""
        kinds, states = sc.evidence.FeedbackKind, sc.evidence.Checked
        cases = {
            (kinds.COMMENT, states.PENDING, "k"): None,
            (kinds.COMMENT, states.PENDING, None): "anonymous",
            (kinds.REFLECTION, states.PENDING, "k"): "not_checked",
            (kinds.DENUNCIATION, states.PENDING, "k"): "not_checked",
            (kinds.DENUNCIATION, states.CONFIRMED, None): None,
            (kinds.COMMENT, states.REFUTED, "k"): "refuted",
        }
        for (kind, state, key), reason in cases.items():
            day = None if state is states.PENDING else DAY
            one = attrs.evolve(LETTER, kind=kind, checked=state, checked_on=day, reporter_key=key)
            expected = [] if reason is None else [("fb-1", TIES, reason)]
            assert refused(feedback=[one]) == expected
            assert stands(TIES, feedback=[one])[0] == ("found" if reason is None else "not_shown")

    def test_why_each_piece_does_not_count(self):
        """No claim, no rule, a channel that is not counted: that no check would change comes first."""
        silent = attrs.evolve(LETTER, says={})
        unruled = attrs.evolve(LETTER, id="fb-2", says={"civic.cooking": True}, kind=sc.evidence.FeedbackKind.REFLECTION)
        filmed = attrs.evolve(LETTER, id="fb-3", channel="camera", kind=sc.evidence.FeedbackKind.REFLECTION)

        assert refused(feedback=[silent, unruled, filmed]) == [
            ("fb-1", None, "says_nothing"),
            ("fb-2", "civic.cooking", "no_rule"),
            ("fb-3", TIES, "channel_not_counted"),
        ]
        assert refused(feedback=[unruled], ratings=[RATING]) == [("fb-2", "civic.cooking", "no_rule")]

    def test_a_rating_of_a_part_of_the_time(self):
        """What covers May says nothing of the year; what covers more than the year does."""
        may, more = Period.of_month(2014, 5), Period(start=date(2013, 1, 1), end=date(2015, 1, 1))

        assert refused(ratings=[attrs.evolve(RATING, covers=may)]) == [("m-1", STANDING, "other_time")]
        assert stands(STANDING, ratings=[attrs.evolve(RATING, covers=more)])[1] is True

    def test_nobody_speaks_for_oneself_on_others_channels(self):
        """A self-report is for that; a committee's head is no voice of the committee about himself or herself."""
        own = attrs.evolve(RATING, by="o1")

        assert refused(ratings=[own]) == [("m-1", STANDING, "own_voice")]
        assert refused(ratings=[attrs.evolve(own, channel="self_report")]) == []
        assert refused(comments=[attrs.evolve(COMMENT, made_by="o1")]) == [("nx-1", None, "own_voice")]
        own_form = attrs.evolve(sc.evidence.CHANNELS["residence_comment"], is_own_word=True)
        channels = [own_form if one.code == own_form.code else one for one in sc.evidence.CHANNELS.values()]
        assert refused(attrs.evolve(sc.evidence.WARD_WEIGHING, channels=channels), comments=[attrs.evolve(COMMENT, made_by="o1")]) == []
        assert ("td-1", "commitments.kept", "own_voice") in refused(registrations=[PAPER], progress=[attrs.evolve(NOTE, by="o1")])

    def test_an_unknown_channel_is_an_error(self):
        """Wherever it occurs, all at once, and by name of the subject where many are weighed."""
        forum = sc.evidence.Channel(code="ward_forum", label=L)
        held = {
            "ratings": [attrs.evolve(RATING, channel=forum)],
            "feedback": [attrs.evolve(LETTER, channel=forum)],
            "registrations": [PAPER],
            "progress": [attrs.evolve(NOTE, channel=forum)],
        }

        assert faults_of(lambda: sc.weigh(dossier(**held), sc.evidence.WARD_WEIGHING)) == ["unknown_channel"] * 3
        with pytest.raises(sc.InvalidInput, match=r"'o1': Dossier 'o1'\.feedback: found 'fb-1' by 'ward_forum', expected a channel of the policy ward_weighing"):
            list(sc.evidence.weigh_all([dossier(feedback=held["feedback"])], sc.evidence.WARD_WEIGHING))
        knows = sc.evidence.WeighingPolicy(
            code="ours", label=L, rules=[sc.evidence.WeighingRule(codes=[TIES], channels=["ward_forum"])], channels=[forum]
        )
        assert stands(TIES, knows, feedback=held["feedback"])[1] is True

    def test_what_is_no_dossier(self):
        """Both named; in a series the dossier's own id cannot be named, since it has none."""
        assert faults_of(lambda: sc.weigh(1, 2)) == ["wrong_kind", "wrong_kind"]
        assert faults_of(lambda: sc.weigh(dossier(), 2)) == ["wrong_kind"]
        assert faults_of(lambda: sc.evidence.explain_weighing(1, 2)) == ["wrong_kind", "wrong_kind"]
        assert faults_of(lambda: list(sc.evidence.weigh_all([5], sc.evidence.WARD_WEIGHING))) == ["wrong_kind"]


class TestComments:
    def test_steps_are_read_by_the_policy(self):
        """"Not fully" is neither yes nor no; a criterion without a reading is said to have none, step by step."""
        account = sc.evidence.explain_weighing(dossier(comments=[attrs.evolve(COMMENT, steps={"example": "not_yet", "meetings": "not_fully", "mobilising": "active"})]), sc.evidence.WARD_WEIGHING)

        assert [(one.code, one.answer, one.channel) for one in account.said] == [("civic.morals_and_lifestyle", False, "residence_comment")]
        assert [one.sentence("en") for one in account.refused] == [
            "nx-1 (meetings: not_fully): the policy reads no answer from this step",
            "nx-1 (mobilising: active): the policy reads no answer from this step",
        ]

    def test_without_the_front_it_counts_only_where_the_policy_says_so(self):
        """Naming the reason once for the whole comment."""
        alone = attrs.evolve(COMMENT, with_front=False)

        assert refused(comments=[alone]) == [("nx-1", None, "without_front")]
        assert stands("civic.morals_and_lifestyle", attrs.evolve(sc.evidence.WARD_WEIGHING, comment_needs_front=False), comments=[alone])[1] is True
        assert refused(comments=[attrs.evolve(COMMENT, steps={})]) == [("nx-1", None, "says_nothing")]
        assert stands("civic.morals_and_lifestyle", comments=[alone, attrs.evolve(COMMENT, id="nx-2")])[2] == ("nx-2",)

    def test_a_comment_of_a_year_speaks_of_no_two_years(self):
        """Of a half of its year it does."""
        two = Period(start=date(2014, 1, 1), end=date(2016, 1, 1))

        assert refused(period=two, comments=[COMMENT]) == [("nx-1", None, "other_time")]
        assert stands("civic.morals_and_lifestyle", period=Period.of_half_year(2014, 2), comments=[COMMENT])[1] is True

    def test_what_the_shipped_policy_reads(self):
        """Form by form and step by step; "not fully" is read as nothing."""
        read = {(one.form, one.criterion, one.step): (one.code, one.answer) for one in sc.evidence.WARD_WEIGHING.readings}
        morals, own = "civic.morals_and_lifestyle", "civic.own_obligations"
        expected = {(form, "example", step): (morals, step != "not_yet") for form in ("full", "exempt") for step in ("good_example", "example", "not_yet")}
        expected |= {("full", "civic", step): (own, step != "not_yet") for step in ("exemplary_and_leading", "exemplary", "not_yet")}
        expected |= {("exempt", "civic", step): (own, step != "not_yet") for step in ("done_well", "done", "not_yet")}
        expected |= {("full", "contact", step): (TIES, step != "not_yet") for step in ("regular_and_active", "regular", "not_yet")}
        expected |= {("full", "meetings", step): ("residence.meetings", step == "fully") for step in ("fully", "does_not_attend")}

        assert read == expected
        supported = [rule for rule in sc.evidence.WARD_WEIGHING.rules if "self_report" in rule.channels]
        assert {rule.supports_only for rule in supported} == {("self_report",)}
        assert {rule.supports_only for rule in sc.evidence.WARD_WEIGHING.rules if rule not in supported} == {()}

    def test_every_step_that_is_read_exists(self):
        """A reading of a step that no form has would never be used."""
        forms = {form.code: form for form in (FORM_FULL, FORM_EXEMPT)}

        assert [one for one in sc.evidence.WARD_WEIGHING.readings if one.step not in forms[one.form].steps_of(one.criterion)] == []

    def test_what_is_waived_is_not_held_against_anybody(self):
        """For those exempt a no is refused, a yes counts; for FULL and for the unknown both count."""
        missed = attrs.evolve(MEETING, attended=False)
        for status, reason in ((None, None), ("full", None), ("referred_exempt", "waived"), ("not_referred", "waived")):
            given = None if status is None else sc.evidence.ResidenceStatus(status)
            expected = [] if reason is None else [("h-1", "residence.meetings", reason)]
            assert refused(meetings=[missed], residence_status=given) == expected
            assert refused(meetings=[MEETING], residence_status=given) == []

    def test_an_open_record_is_inconclusive_for_everybody(self):
        """Nothing is held against the exempt one, so nothing is waived."""
        open_one = attrs.evolve(MEETING, attended=None)

        assert refused(meetings=[open_one], residence_status=sc.evidence.ResidenceStatus.NOT_REFERRED) == [("h-1", "residence.meetings", "inconclusive")]

    def test_an_exempt_one_s_contradictory_record_is_waived_as_a_whole(self):
        """It does not turn into a yes."""
        both = [MEETING, attrs.evolve(MEETING, id="h-2", attended=False)]
        exempt = sc.evidence.ResidenceStatus.REFERRED_EXEMPT

        assert stands("residence.meetings", meetings=both)[0] == "contested"
        assert stands("residence.meetings", meetings=both, residence_status=exempt)[0] == "not_shown"
        assert {one[2] for one in refused(meetings=both, residence_status=exempt)} == {"waived"}

    def test_waived_is_the_better_reason(self):
        """No check of an unverified letter would change that it is waived."""
        letter = attrs.evolve(LETTER, channel="front_working_committee", kind=sc.evidence.FeedbackKind.REFLECTION, says={"residence.local_opinions": False})

        assert refused(feedback=[letter], residence_status=sc.evidence.ResidenceStatus.NOT_REFERRED) == [("fb-1", "residence.local_opinions", "waived")]

    def test_waiving_holds_for_feedback_alone(self):
        """The quick way through feedback knows it too."""
        claim = attrs.evolve(LETTER, channel="front_working_committee", says={"residence.local_opinions": False})

        assert stands("residence.local_opinions", feedback=[claim])[1] is False
        assert stands("residence.local_opinions", feedback=[claim], residence_status=sc.evidence.ResidenceStatus.NOT_REFERRED)[0] == "not_shown"


class TestRegisters:
    def test_meetings_and_opinions(self):
        """Half of the recorded meetings is enough here; opinions count where they were noted."""
        many = [attrs.evolve(MEETING, id=f"h-{number}", meeting_id=f"quý {number}", attended=number < 3, gave_opinion=None) for number in range(1, 5)]
        spoke = attrs.evolve(MEETING, id="h-9", meeting_id="quý 1", attended=None, gave_opinion=True)

        assert stands("residence.meetings", meetings=many) == ("found", True, ("h-1", "h-2", "h-3", "h-4"))
        assert stands("residence.meetings", meetings=many[1:])[1] is False
        assert stands("residence.local_opinions", meetings=[*many, spoke]) == ("found", True, ("h-9",))
        assert refused(meetings=[attrs.evolve(MEETING, attended=None)]) == [("h-1", "residence.meetings", "inconclusive")]

    def test_obligations_are_kept_apart_by_bearer(self):
        """One unpaid due among the household's leaves the official's own untouched."""
        held = [DUE, attrs.evolve(DUE, id="nv-2", bearer=sc.evidence.Bearer.HOUSEHOLD), attrs.evolve(DUE, id="nv-3", bearer=sc.evidence.Bearer.HOUSEHOLD, obligation="quỹ", is_fulfilled=False)]

        assert stands("civic.own_obligations", obligations=held) == ("found", True, ("nv-1",))
        assert stands("civic.household_obligations", obligations=held) == ("found", False, ("nv-2", "nv-3"))
        assert stands("civic.own_obligations", obligations=[DUE, attrs.evolve(DUE, id="nv-2", is_fulfilled=False)])[0] == "contested"
        assert refused(obligations=[attrs.evolve(DUE, is_fulfilled=None)]) == [("nv-1", "civic.own_obligations", "inconclusive")]

    def test_a_contribution_is_a_yes_and_none_is_silence(self):
        """Nobody is found not to contribute for want of a record."""
        assert stands("civic.local_contribution", contributions=[GIVEN]) == ("found", True, ("dg-1",))
        assert stands("civic.local_contribution")[0] == "not_shown"

    def test_the_register_s_own_channel_must_count(self):
        """Otherwise its records are refused, also those that are inconclusive."""
        assert refused(policy(), contributions=[GIVEN]) == [("dg-1", "civic.local_contribution", "no_rule")]
        other = policy(["civic.own_obligations"])
        assert refused(other, obligations=[attrs.evolve(DUE, is_fulfilled=None)]) == [("nv-1", "civic.own_obligations", "channel_not_counted")]

    def test_discipline(self):
        """A clear extract of the whole year is a no to discipline, a measure decided in it a yes, silence is neither."""
        may = Period.of_month(2014, 5)
        measure = attrs.evolve(CLEAR, id="kl-2", finding=sc.evidence.DisciplineFinding.DISCIPLINED, covers=may, recorded_on=date(2014, 9, 1))

        assert stands("conduct.any_discipline", discipline=[CLEAR]) == ("found", False, ("kl-1",))
        assert stands("conduct.any_discipline", discipline=[measure]) == ("found", True, ("kl-2",))
        assert stands("conduct.violation", discipline=[measure]) == ("found", True, ("kl-2",))
        assert stands("conduct.any_discipline")[0] == "not_shown"
        shown = sc.evidence.WARD_WEIGHING.discipline_shows
        assert refused(discipline=[attrs.evolve(CLEAR, covers=may)]) == [("kl-1", code, "other_time") for code in shown]
        assert refused(attrs.evolve(sc.evidence.WARD_WEIGHING, discipline_shows=[]), discipline=[CLEAR]) == [("kl-1", None, "no_rule")]

    def test_an_extract_and_a_measure_of_one_time_contradict_each_other(self):
        """A measure decided in the year contests a clear extract of that year; one decided in another year does not."""
        measure = attrs.evolve(CLEAR, id="kl-2", finding=sc.evidence.DisciplineFinding.DISCIPLINED, recorded_on=date(2014, 12, 31))
        elsewhere = attrs.evolve(measure, recorded_on=date(2015, 1, 1))

        assert stands("conduct.any_discipline", discipline=[CLEAR, measure])[0] == "contested"
        assert stands("conduct.any_discipline", discipline=[CLEAR, elsewhere])[1] is False


class TestCommitments:
    def test_all_kept_some_kept_none_noted(self):
        """Every one kept is a yes, one not kept a no whatever is open; the share is shown when all are settled."""
        second = attrs.evolve(NOTE, id="td-2", item_id="2")
        both = {"registrations": [PAPER], "progress": [NOTE, second]}
        missed = {"registrations": [PAPER], "progress": [NOTE, attrs.evolve(second, is_kept=False)]}
        broken = {"registrations": [PAPER], "progress": [attrs.evolve(second, is_kept=False)]}

        assert stands("commitments.kept", **both) == ("found", True, ("td-1", "td-2"))
        assert stands("commitments.kept_share", **both)[1] == 100
        assert stands("commitments.kept", **missed)[1] is False
        assert stands("commitments.kept_share", **missed)[1] == 50
        assert stands("commitments.kept", **broken)[1] is False
        assert stands("commitments.kept_share", **broken)[0] == "not_shown"
        assert stands("commitments.kept", registrations=[PAPER], progress=[NOTE])[0] == "not_shown"
        assert refused(registrations=[PAPER], progress=[NOTE]) == [("td-1", "commitments.kept", "inconclusive")]
        assert refused(registrations=[PAPER], progress=[attrs.evolve(NOTE, is_kept=None)]) == [("td-1", "commitments.kept", "inconclusive")]

    def test_notes_that_contradict_each_other(self):
        """Contested, unless another commitment was not kept anyway."""
        against = attrs.evolve(NOTE, id="td-2", is_kept=False, by="b2")
        missed = attrs.evolve(NOTE, id="td-3", item_id="2", is_kept=False)

        assert stands("commitments.kept", registrations=[PAPER], progress=[NOTE, against])[0] == "contested"
        assert stands("commitments.kept_share", registrations=[PAPER], progress=[NOTE, against])[0] == "not_shown"
        assert stands("commitments.kept", registrations=[PAPER], progress=[NOTE, against, missed])[1] is False

    def kept_by(self, **rule):
        channels = ("observation", "hotline", "self_report", "commitment_record")
        return policy(["commitments.kept", "commitments.kept_share"], channels, **rule)

    def test_precedence_settles_a_commitment(self):
        """And what was overruled is listed."""
        ranked = self.kept_by(precedence=[["observation"], ["hotline"]])
        held = {"registrations": [attrs.evolve(PAPER, items=[ITEM])], "progress": [NOTE, attrs.evolve(NOTE, id="td-2", channel="hotline", is_kept=False)]}

        assert stands("commitments.kept", ranked, **held) == ("found", True, ("td-1",))
        assert ("td-2", "commitments.kept", "overruled") in refused(ranked, **held)

    def test_bodies_that_agree_corroborate_in_the_whole(self):
        """Two bodies on each commitment are two independent voices on all of them; one body, or one's own word, is not."""
        paper = attrs.evolve(PAPER, items=[ITEM])
        strict = self.kept_by(yes_needs=2, supports_only=["self_report"])
        second, own = attrs.evolve(NOTE, id="td-2", by="b2"), attrs.evolve(NOTE, id="td-3", channel="self_report", by="o1")

        assert stands("commitments.kept", strict, registrations=[paper], progress=[NOTE, second]) == ("found", True, ("td-1", "td-2"))
        assert stands("commitments.kept", strict, registrations=[paper], progress=[NOTE, own])[0] == "not_shown"
        assert refused(strict, registrations=[paper], progress=[own])[1:] == [("td-3", "commitments.kept", "inconclusive")]
        assert stands("commitments.kept", strict, registrations=[paper], progress=[NOTE, second, own])[2] == ("td-1", "td-2", "td-3")
        assert refused(strict, registrations=[paper], progress=[attrs.evolve(NOTE, channel="camera")])[1:] == [("td-1", "commitments.kept", "channel_not_counted")]

    def test_registered_is_for_every_year_and_every_programme_that_is_asked_for(self):
        """A cultivation plan is no registration under the directive; a registration of one year is none for two."""
        plan = attrs.evolve(PAPER, id="dk-2", scheme=sc.evidence.CULTIVATION_PLAN, items=[ITEM])
        both = attrs.evolve(sc.evidence.WARD_WEIGHING, schemes=["five_build_three_fight", "cultivation_plan"])
        directive = attrs.evolve(sc.evidence.WARD_WEIGHING, schemes=["five_build_three_fight"])
        two_years = Period(start=date(2014, 1, 1), end=date(2016, 1, 1))
        note = attrs.evolve(NOTE, registration_id="dk-2")
        registered = "commitments.registered"

        assert stands(registered, registrations=[plan])[1] is True
        assert stands(registered, directive, registrations=[plan])[0] == "not_shown"
        assert refused(directive, registrations=[plan], progress=[note]) == [
            ("dk-2", registered, "other_programme"), ("td-1", "commitments.kept", "other_programme"),
        ]  # fmt: skip
        assert stands(registered, both, registrations=[PAPER])[0] == "not_shown"
        assert stands(registered, both, registrations=[PAPER, plan]) == ("found", True, ("dk-1", "dk-2"))
        assert refused(period=two_years, registrations=[PAPER]) == [("dk-1", registered, "inconclusive")]
        assert stands(registered, period=two_years, registrations=[PAPER, attrs.evolve(PAPER, id="dk-3", year=2015)])[1] is True


class TestImplications:
    def test_answers_that_cannot_both_be_true(self):
        """Well done by one account and not fairly done by another: both contested, each with the evidence of both."""
        high = attrs.evolve(RATING, code="duties.well_done")
        low = attrs.evolve(RATING, id="m-2", code="duties.fairly_done", value=False, by="b2")
        found = fact("duties.well_done", ratings=[high, low])

        assert (found.state, found.sources) == (FactState.CONTESTED, ("m-1", "m-2"))
        assert found.why == sc.Label("mâu thuẫn với nội dung khác", "at odds with what was found of another fact")
        assert stands("duties.fairly_done", ratings=[high, low])[0] == "contested"

    def test_the_same_in_feedback_alone(self):
        """And what follows through a third fact counts too."""
        chain = [Implication(code="a", then_code="b", label=L), Implication(code="b", then_code="c", label=L)]
        ours = policy(["a", "b", "c", "d"], implications=chain)
        at_odds = attrs.evolve(LETTER, says={"a": True, "c": False, "d": True})
        fine = attrs.evolve(LETTER, says={"a": False, "c": False, "d": True})

        assert {one.code: one.state.value for one in sc.weigh(dossier(feedback=[at_odds]), ours)} == {"a": "contested", "c": "contested", "d": "found"}
        assert {one.code: one.value for one in sc.weigh(dossier(feedback=[fine]), ours)} == {"a": False, "c": False, "d": True}


class TestTheAccount:
    @property
    def account(self):
        held = [
            RATING,
            attrs.evolve(RATING, id="m-2", channel="camera"),
            attrs.evolve(RATING, id="m-3", channel="commitment_record", code="commitments.kept_share", value=Fraction(200, 3)),
            attrs.evolve(RATING, id="m-4", code="civic.household_obligations", value=None, applies=False),
        ]
        letters = [attrs.evolve(LETTER, says={TIES: True, STANDING: False})]
        return sc.evidence.explain_weighing(dossier(ratings=held, feedback=letters), sc.evidence.WARD_WEIGHING)

    def test_what_became_of_each_piece(self):
        """For every fact that it spoke of, counted or refused; nothing for what was not there."""
        assert [(type(one).__name__, one.code) for one in self.account.of("fb-1")] == [("Statement", STANDING), ("Statement", TIES)]
        assert [one.reason.value for one in self.account.of("m-2")] == ["channel_not_counted"]
        assert self.account.of("nothing") == ()
        assert [one.answer for one in self.account.said_of(STANDING)] == [True, False]
        assert self.account.policy == "ward_weighing"

    def test_what_was_said_stands_in_order(self):
        """By fact, channel and id, whatever kind of evidence it is; ratings are read before letters."""
        called = attrs.evolve(RATING, channel="hotline")
        letter = attrs.evolve(LETTER, id="a-1", channel="hotline", says={STANDING: True})
        account = sc.evidence.explain_weighing(dossier(ratings=[called, attrs.evolve(RATING, id="z-1")], feedback=[letter]), policy())

        assert [(one.channel, one.ids) for one in account.said] == [
            ("front_working_committee", ("z-1",)),
            ("hotline", ("a-1",)),
            ("hotline", ("m-1",)),
        ]

    def test_sentences(self):
        """In both languages, with codes or with what the facts are called."""
        names = {code: one.label for code, one in sc.regulations.VOCABULARY.items()}

        assert [one.sentence("vi") for one in self.account.said_of(STANDING)] == ["m-1 (civic.standing): có", "fb-1 (civic.standing): không"]
        assert self.account.said_of(TIES)[0].sentence("en", names) == f"fb-1 ({names[TIES].en}): yes"
        assert self.account.said_of("commitments.kept_share")[0].sentence("en") == "m-3 (commitments.kept_share): ≈ 66.67"
        assert self.account.said_of("civic.household_obligations")[0].sentence("vi") == "m-4 (civic.household_obligations): không áp dụng"
        assert self.account.of("m-2")[0].sentence("vi", names) == f"m-2 ({names[STANDING].vi}): nguyên tắc xem xét không tính kênh này cho nội dung này"
        assert self.account.of("m-2")[0].sentence("en", {}) == "m-2 (civic.standing): this channel does not count for this fact"

    def test_an_overruled_statement_says_so(self):
        """And it is among the refusals with its reason."""
        ranked = policy(precedence=[["front_working_committee"], ["hotline"]])
        caller = attrs.evolve(RATING, id="m-2", channel="hotline", value=False)
        account = sc.evidence.explain_weighing(dossier(ratings=[RATING, caller]), ranked)

        assert [one.sentence("en") for one in account.of("m-2")] == [
            "m-2 (civic.standing): no (a channel that comes first says the opposite)",
            "m-2 (civic.standing): a channel that comes first says the opposite",
        ]
        assert [one.is_overruled for one in account.said_of(STANDING)] == [False, True]
        assert sc.evidence.Refusal(id="x", code=None, reason=sc.evidence.RefusalReason.SAYS_NOTHING).sentence("en") == "x: makes no claim about a fact"


class TestAggregates:
    YES, NO, OPEN, CONTESTED = Joined.YES, Joined.NO, Joined.OPEN, Joined.CONTESTED

    def test_all_and_any(self):
        """What settles goes first, then what is contested, then what is open; of nothing nothing is known."""
        assert [all_of(some) for some in ([], [self.YES], [self.YES, self.OPEN], [self.OPEN, self.CONTESTED], [self.CONTESTED, self.NO])] == [
            self.OPEN, self.YES, self.OPEN, self.CONTESTED, self.NO,
        ]  # fmt: skip
        assert [any_of(some) for some in ([], [self.NO], [self.NO, self.OPEN], [self.OPEN, self.CONTESTED], [self.CONTESTED, self.YES])] == [
            self.OPEN, self.NO, self.OPEN, self.CONTESTED, self.YES,
        ]  # fmt: skip

    @pytest.mark.parametrize(
        ("answers", "least", "standing"),
        [
            ("yn", Fraction(1, 2), "yes"),
            ("yn", Fraction(51, 100), "no"),
            ("ynn", Fraction(1, 2), "no"),
            ("yn?", Fraction(1, 2), "open"),
            ("ynx", Fraction(1, 2), "contested"),
            ("ynx?", Fraction(1, 2), "contested"),
            ("yy?", Fraction(1, 2), "yes"),
            ("yyn?", Fraction(1, 2), "yes"),
            ("nn?", Fraction(1, 2), "no"),
            ("??", Fraction(1, 2), "open"),
            ("x?", Fraction(1, 2), "contested"),
            ("n", Fraction(1, 100), "no"),
            ("y", Fraction(1), "yes"),
            ("", Fraction(1, 2), "open"),
        ],
    )
    def test_attended(self, answers, least, standing):
        """Whatever the open meetings turn out to be; y attended, n missed, ? not noted, x noted both ways."""
        records = []
        for number, answer in enumerate(answers):
            for said in {"y": [True], "n": [False], "?": [None], "x": [True, False]}[answer]:
                records.append(attrs.evolve(MEETING, id=f"h{len(records)}", meeting_id=f"m{number}", attended=said))

        assert attended(records, least).value == standing

    def test_two_records_of_one_occasion_are_one(self):
        """A second record of the same meeting or due, or one that does not say, changes nothing."""
        again = [attrs.evolve(MEETING, id=f"h-{number}", gave_opinion=spoke) for number, spoke in enumerate((True, None, True))]
        missed = attrs.evolve(MEETING, id="h-8", meeting_id="quý 2", attended=False)

        assert attended([*again, missed], Fraction(3, 4)) is self.NO
        assert opinions_given(again) is self.YES
        assert fulfilled([DUE, attrs.evolve(DUE, id="nv-2"), attrs.evolve(DUE, id="nv-3", is_fulfilled=None)]) is self.YES


class TestPolicyChecks:
    def find(self, weighed_by, codes=(), **more):
        return [(one.kind.value, one.codes, one.channels) for one in sc.evidence.check_weighing(weighed_by, codes, **more) if one.kind.value != "idle_channel"]

    def test_a_fact_without_a_rule(self):
        """Somebody will ask for it and never get it."""
        assert self.find(policy(channels=["hotline"]), [STANDING, TIES]) == [("unsupplied", (TIES,), ())]

    def test_a_fact_that_can_never_be_shown(self):
        """Channels that only support, or one register where two voices are needed; a body's channel has as many as there are bodies."""
        alone = policy(channels=["self_report"], supports_only=["self_report"])
        registers = ["obligation_record", "discipline_record"]

        assert self.find(alone) == [("never_shown", (STANDING,), ("self_report",))]
        assert self.find(policy(channels=registers, yes_needs=3, no_needs=3, precedence=[registers[:1], registers[1:]]))[0][0] == "never_shown"
        assert self.find(policy(channels=registers, yes_needs=3, no_needs=2, precedence=[registers[:1], registers[1:]])) == []
        assert self.find(policy(channels=["hotline"], yes_needs=9, no_needs=9)) == []
        diary = sc.evidence.Channel(code="diary", label=L, is_own_word=True)
        rule = sc.evidence.WeighingRule(codes=[STANDING], channels=["diary"], yes_needs=2, no_needs=2)
        assert self.find(sc.evidence.WeighingPolicy(code="own", label=L, rules=[rule], channels=[diary])) == [("never_shown", (STANDING,), ("diary",))]

    def test_an_unsettled_contradiction_with_an_example(self):
        """Ranked channels are settled; equals and those in no tier are not, and the example is contested when weighed."""
        ranked = policy(precedence=[["self_report"], ["front_working_committee", "hotline"]])
        partly = policy(precedence=[["front_working_committee"], ["hotline"]])
        [finding] = [one for one in sc.evidence.check_weighing(partly) if one.example]

        assert self.find(ranked) == [("unsettled", (STANDING,), ("front_working_committee", "hotline"))]
        assert finding.channels == ("front_working_committee", "hotline", "self_report")
        assert sc.weigh(finding.example, partly).get(STANDING).state is FactState.CONTESTED
        assert [(one.channel.code, one.value) for one in finding.example.ratings] == [("front_working_committee", True), ("self_report", False)]
        assert self.find(policy(precedence=[["self_report"], ["front_working_committee"], ["hotline"]])) == []

    def test_idle_channels_and_unread_steps(self):
        """A channel that counts for nothing; a step beside ones that are read."""
        ours = policy(channels=["hotline"], readings=[sc.evidence.StepReading(form="full", criterion="meetings", step="fully", code=STANDING, answer=True)])
        idle = [one.channels for one in sc.evidence.check_weighing(ours, forms=[]) if one.kind.value == "idle_channel"]

        assert len(idle) == len(sc.evidence.CHANNELS) - 1
        assert ("hotline",) not in idle
        assert self.find(ours, forms=[FORM_FULL]) == [
            ("unread_step", (), ("full", "meetings", "not_fully")), ("unread_step", (), ("full", "meetings", "does_not_attend")),
        ]  # fmt: skip

    def test_bad_input(self):
        """All at once."""
        assert faults_of(lambda: sc.evidence.check_weighing(1, [""], forms=[1])) == ["wrong_kind", "blank", "wrong_kind"]

    def test_the_shipped_policy_shows_whatever_the_ward_asks_for(self):
        """Every fact of the criterion, of its residence twin and of commitments has a rule."""
        regulations = sc.regulations
        asked = {fact.code for one in (regulations.GOOD_PERFORMANCE_2014, regulations.RESIDENCE_2014) for fact in one.ladder.facts}
        found = {one.kind.value for one in sc.evidence.check_weighing(sc.evidence.WARD_WEIGHING, asked | {fact.code for fact in regulations.COMMITMENT_FACTS})}

        assert found == {"unsettled", "unread_step"}


class TestCounts:
    def test_topics(self):
        """An opinion on two topics counts under both."""
        assert sc.evidence.topic_counts([attrs.evolve(LETTER, topics=["work", "residence"]), attrs.evolve(LETTER, topics=["work"])]) == {"residence": 1, "work": 2}
        assert faults_of(lambda: sc.evidence.topic_counts([5])) == ["wrong_kind"]

    def test_replies(self):
        """Bad questions are errors that name everything."""
        assert faults_of(lambda: sc.evidence.reply_counts([5], as_of="x", reply_due_days=0, calendar=5)) == ["wrong_kind", "not_a_day", "too_small", "wrong_kind"]


def test_voices_that_agree_stand_together_behind_one_fact():
    """Two letters that both say yes make one yes with the ids of both; nothing is contested."""
    second = attrs.evolve(LETTER, id="fb-2", reporter_key="k2")

    assert stands(TIES, feedback=[LETTER, second]) == ("found", True, ("fb-1", "fb-2"))
