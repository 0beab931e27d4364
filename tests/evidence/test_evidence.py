"""Channels, feedback, answers, ratings, residence and discipline: what each may say, and what is refused."""

import copy
import pickle
from datetime import UTC, date, datetime
from fractions import Fraction

import attrs
import pytest

import supervision_core as sc
from supervision_core import Period
from supervision_core.evidence import Anonymity, Channel, CommentForm, CommentState, FormCriterion, FormStep, Topic
from supervision_core.evidence.channels import TOPICS
from supervision_core.evidence.comments import FORM_EXEMPT, FORM_FULL
from supervision_core.evidence.instruments import CODES_OF_CONDUCT
from supervision_core.values.text import folded, folded_words

L = sc.Label("mục", "item")
YEAR = Period.of_year(2014)
DAY = date(2014, 5, 6)
LETTER = sc.Feedback(id="fb-1", subject_id="o1", channel="hotline", kind=sc.evidence.FeedbackKind.REFLECTION, received_on=DAY)
RATING = sc.Rating(id="m-1", subject_id="o1", channel="observation", code="civic.standing", value=True, rated_on=DAY)


def faults_of(make):
    with pytest.raises(sc.InvalidInput) as raised:
        make()
    return [fault.code for fault in raised.value.faults]


class TestFolding:
    def test_marks_and_capitals_do_not_count(self):
        """Both Unicode forms of a Vietnamese text, with or without marks, fold to the same letters."""
        assert folded("ĐĂNG KÝ RÈN LUYỆN") == folded("Đăng ký rèn luyện") == "dang ky ren luyen"

    def test_different_words_may_fold_alike(self):
        """So folding is for comparison only."""
        assert folded("bán") == folded("bàn") == "ban"

    def test_words_are_letters_and_digits(self):
        """Everything else parts them."""
        assert folded_words("Trả 98%, đúng-hẹn!") == ("tra", "98", "dung", "hen")
        assert folded_words("…") == ()


class TestChannels:
    def test_a_shipped_channel_is_named_by_its_code(self):
        """A channel of a locality's own is given whole, and a wrong code names the nearest ones."""
        forum = Channel(code="ward_forum", label=sc.Label("Diễn đàn", "Forum"))

        assert LETTER.channel is sc.evidence.CHANNELS["hotline"]
        assert attrs.evolve(LETTER, channel=forum).channel == forum
        with pytest.raises(sc.InvalidInput, match="nearest codes: hotline"):
            attrs.evolve(LETTER, channel="hotlin")
        with pytest.raises(sc.InvalidInput, match="a Channel, or the code of a shipped one"):
            attrs.evolve(LETTER, channel="zzz")
        assert faults_of(lambda: attrs.evolve(LETTER, channel=5)) == ["wrong_kind"]

    def test_the_issue_named_fourteen_and_all_are_there(self):
        """The people's channels, the organisations', what is watched, and the official's own word."""
        named = {
            "self_report", "direct_opinion", "suggestion_box", "hotline", "leaders_phone", "web_column", "camera", "citizen_reception",
            "inspection_team", "member_organisation", "front_working_committee", "peoples_inspection_board", "observation", "direct_talk",
        }  # fmt: skip

        assert named < set(sc.evidence.CHANNELS)
        assert [code for code, channel in sc.evidence.CHANNELS.items() if channel.is_own_word] == ["self_report"]

    def test_channels_check_themselves_and_copy(self):
        """Code, label and citation; a copy equals its original and shares nothing that could matter."""
        assert faults_of(lambda: Channel(code="", label=1, is_own_word=2, citation=3)) == ["blank", "wrong_kind", "wrong_kind", "wrong_kind"]
        hotline = sc.evidence.CHANNELS["hotline"]
        assert copy.deepcopy(hotline) == hotline == pickle.loads(pickle.dumps(hotline))
        assert hash(pickle.loads(pickle.dumps(LETTER))) == hash(LETTER)

    def test_topics(self):
        """The article's four and the others', a locality's own, and what is no topic."""
        own = Topic(code="parking", label=L)

        assert [topic.code for topic in attrs.evolve(LETTER, topics=["work", own]).topics] == ["parking", "work"]
        assert {"cultivation_plan", "work", "code_of_conduct", "internal_rules"} <= set(TOPICS)
        assert faults_of(lambda: attrs.evolve(LETTER, topics=["wrok", "work", "work", 5])) == ["unknown_topic", "duplicate", "wrong_kind"]
        assert faults_of(lambda: attrs.evolve(LETTER, topics="work")) == ["not_a_collection"]
        assert faults_of(lambda: Topic(code="", label=1, citation=2)) == ["blank", "wrong_kind", "wrong_kind"]

    def test_what_is_shipped_says_where_it_is_described(self):
        """Each channel but the discipline records and the word of the competent body, which no source describes, each topic, and each form with its mark."""
        cited = {code: one.citation.text("vi") for code, one in {**sc.evidence.CHANNELS, **TOPICS}.items() if one.citation is not None}

        assert set(sc.evidence.CHANNELS) - set(cited) == {"discipline_record", "competent_statement"}
        assert cited["hotline"] == "Bản tin: Giám sát thực thi công vụ theo Chỉ thị 29-CT/TU tại phường Thạch Thang, Đà Nẵng (theo báo chí)"
        assert cited["residence_comment"] == "Quy định số 213-QĐ/TW ngày 02/01/2020 của Bộ Chính trị, Điều 4"
        assert "Long Biên" in cited["internal_rules"]
        assert {form.citation.verification.value for form in (FORM_FULL, FORM_EXEMPT)} == {"verified_code"}
        assert [topic.code for topic in TOPICS.values()] == list(TOPICS)

    def test_what_people_read_of_it(self):
        """In both languages."""
        assert (sc.evidence.CHANNELS["suggestion_box"].label.vi, sc.evidence.CHANNELS["suggestion_box"].label.en) == ("Hòm thư góp ý", "Suggestion box")
        assert (TOPICS["work"].label.vi, TOPICS["work"].label.en) == ("Phương pháp, hiệu quả công việc", "Method and efficiency of work")
        [meetings] = [line for line in FORM_FULL.criteria if line.code == "meetings"]
        assert (meetings.label.vi, meetings.label.en) == ("Dự sinh hoạt định kỳ ở nơi cư trú", "Attends the periodic meetings at the residence")
        assert [(step.code, step.label.vi, step.label.en) for step in meetings.steps] == [
            ("fully", "Đầy đủ", "Fully"), ("not_fully", "Chưa đầy đủ", "Not fully"), ("does_not_attend", "Không tham gia", "Does not attend"),
        ]  # fmt: skip

    def test_only_what_was_read_is_cited(self):
        """The second code of conduct has no number here, since it could not be checked."""
        assert [one.instrument.number for one in CODES_OF_CONDUCT] == ["522/QĐ-UBND", None]


class TestFeedback:
    def test_all_faults_come_at_once(self):
        """About nobody, by an unknown channel, answered before it came in, confirmed without a day: one error."""
        with pytest.raises(sc.InvalidInput) as raised:
            sc.Feedback(
                id="fb-9",
                subject_id="",
                channel="telegraph",
                kind="letter",
                received_on=DAY,
                answered_on=date(2014, 5, 5),
                checked=sc.evidence.Checked.CONFIRMED,
                is_checkable=False,
                says={"": 1},
                reporter_key="",
            )

        assert [fault.code for fault in raised.value.faults] == [
            "blank", "unknown_channel", "wrong_kind", "blank", "wrong_kind", "blank", "before_receipt", "missing", "contradiction",
        ]  # fmt: skip
        again = pickle.loads(pickle.dumps(raised.value))
        assert again.faults == raised.value.faults

    def test_a_wrong_key_is_not_shown(self):
        """The message says what is wrong with it and not what it is."""
        with pytest.raises(sc.InvalidInput) as raised:
            attrs.evolve(LETTER, reporter_key="0905\n123")

        assert "0905" not in str(raised.value)
        assert "reporter_key" in str(raised.value)

    def test_a_day_is_a_day(self):
        """A moment is refused, and so is a check on a day while it is pending."""
        assert faults_of(lambda: attrs.evolve(LETTER, received_on=datetime(2014, 5, 6, 8, tzinfo=UTC))) == ["not_a_day"]
        assert faults_of(lambda: attrs.evolve(LETTER, received_on="x", answered_on=DAY)) == ["not_a_day"]
        assert faults_of(lambda: attrs.evolve(LETTER, checked_on=DAY)) == ["surplus"]
        assert faults_of(lambda: attrs.evolve(LETTER, checked="yes")) == ["wrong_kind"]
        assert faults_of(lambda: attrs.evolve(LETTER, checked=sc.evidence.Checked.REFUTED, checked_on=date(2014, 5, 5))) == ["before_receipt"]

    @pytest.mark.parametrize("claims", [[("a", True)], 5, {1: True}])
    def test_claims_are_a_mapping(self, claims):
        """From codes to answers."""
        assert faults_of(lambda: attrs.evolve(LETTER, says=claims)) == ["wrong_kind"]

    def test_it_comes_apart_into_a_dictionary(self):
        """``attrs.asdict`` takes feedback apart, alone and within a dossier."""
        letter = attrs.evolve(LETTER, says={"civic.standing": True})
        dossier = sc.Dossier(subject_id=letter.subject_id, period=Period.of_year(2014), feedback=[letter])

        [within] = attrs.asdict(dossier)["feedback"]
        assert within["id"] == attrs.asdict(letter)["id"] == "fb-1"
        assert dict(within["says"]) == {"civic.standing": True}

    def test_a_code_is_claimed_once(self):
        """Two codes equal in composed Unicode are one code twice."""
        assert faults_of(lambda: attrs.evolve(LETTER, says={"é": True, "e\u0301": False})) == ["duplicate"]

    def test_anonymity(self):
        """A known author, and three kinds of not knowing."""
        known = attrs.evolve(LETTER, reporter_key="k")
        states = [LETTER.anonymity, *(attrs.evolve(LETTER, is_checkable=answer).anonymity for answer in (True, False)), known.anonymity]

        assert states == [Anonymity.NOT_LOOKED_AT, Anonymity.WITH_EVIDENCE, Anonymity.NO_EVIDENCE, Anonymity.NAMED]

    def test_enumerations_have_labels(self):
        """What people read, in Vietnamese and in English."""
        kinds = (
            sc.evidence.FeedbackKind, sc.evidence.Checked, Anonymity, sc.evidence.ReplyState, sc.evidence.HandlingAction, sc.evidence.ResidenceStatus, sc.evidence.Bearer, CommentState,
            sc.evidence.DisciplineFinding, sc.evidence.RefusalReason, sc.evidence.RegistrationFaultKind, sc.evidence.WeighingFindingKind, sc.judging.SanctionStep, sc.judging.Gravity,
            sc.judging.LapseKind, sc.programme.SupervisionMethod,
        )  # fmt: skip
        for kind in kinds:
            assert all(one.label.vi != one.label.en for one in kind)


class TestHandling:
    denunciation = attrs.evolve(LETTER, kind=sc.evidence.FeedbackKind.DENUNCIATION, channel="suggestion_box")

    @pytest.mark.parametrize(
        ("changes", "action", "article"),
        [
            ({"reporter_key": "k"}, "settle", "24"),
            ({"is_checkable": True}, "inspect_or_forward", "25.2"),
            ({"is_checkable": False}, "count_only", "25.1"),
            ({}, "look_at_content", "25"),
        ],
    )
    def test_only_a_denunciation_falls_under_the_law(self, changes, action, article):
        """An anonymous one with checkable content must be inspected or passed on; without, it is only counted."""
        what = sc.evidence.handling(attrs.evolve(self.denunciation, **changes), on=date(2020, 1, 2))

        assert (what.action.value, what.citation.article) == (action, article)

    def test_the_law_is_cited_only_while_its_words_were_in_force(self):
        """From 01/01/2019 on, and not after the amendment of 01/07/2026, which was not read."""
        days = (date(2018, 12, 31), date(2019, 1, 1), date(2026, 6, 30), date(2026, 7, 1))

        assert [sc.evidence.handling(self.denunciation, on=day).action.value for day in days] == [
            "not_encoded", "look_at_content", "look_at_content", "not_encoded",
        ]  # fmt: skip

    def test_the_other_two_kinds(self):
        """A reflection is answered, a comment goes to the one it is meant for; neither is a denunciation on any day."""
        comment = attrs.evolve(LETTER, kind=sc.evidence.FeedbackKind.COMMENT)

        assert sc.evidence.handling(LETTER, on=DAY).action is sc.evidence.HandlingAction.ANSWER
        assert sc.evidence.handling(LETTER, on=DAY).citation == sc.evidence.CHANNELS["hotline"].citation
        assert sc.evidence.handling(comment, on=DAY) == sc.evidence.Handling(action=sc.evidence.HandlingAction.HAND_ON)
        assert faults_of(lambda: sc.evidence.handling(5, on="x")) == ["wrong_kind", "not_a_day"]
        assert faults_of(lambda: sc.evidence.handling(LETTER, on=date(2014, 5, 5))) == ["before_receipt"]


class TestReplies:
    calendar = sc.WorkingDays(known=YEAR, days_off=[date(2014, 5, 1)], worked=[date(2014, 5, 3)])

    def test_working_days(self):
        """Holidays and weekends are skipped, a Saturday that is worked counts."""
        worked = [self.calendar.is_worked(date(2014, 5, day)) for day in (1, 2, 3, 4, 5)]

        assert worked == [sc.Verdict.NOT_MET, sc.Verdict.MET, sc.Verdict.MET, sc.Verdict.NOT_MET, sc.Verdict.MET]
        assert self.calendar.after(date(2014, 4, 30), 2) == date(2014, 5, 3)

    def test_nothing_is_guessed_beyond_the_calendar(self):
        """Holidays of a year that is not known yet would make a wrong day: the answer is "not known", and nothing is raised."""
        assert self.calendar.after(date(2014, 12, 31), 1) is None
        assert self.calendar.span_after(date(2014, 12, 30), 2) == (date(2015, 1, 1), None)
        assert self.calendar.is_worked(date(2013, 12, 31)) is sc.Verdict.UNKNOWN
        assert self.calendar.rolled(date(2015, 1, 3)) is None
        assert sc.WorkingDays(known=sc.Period.of_days(date(2014, 1, 1), date(2014, 1, 4))).rolled(date(2014, 1, 4)) is None
        assert faults_of(lambda: self.calendar.is_worked("x")) == ["not_a_day"]
        assert faults_of(lambda: self.calendar.rolled("x")) == ["not_a_day"]
        assert faults_of(lambda: self.calendar.after("x", 0)) == ["not_a_day", "too_small"]

    def test_days_before_the_calendar_may_have_been_worked_or_not(self):
        """One working day after Saturday 28 December 2013 is the Sunday at the earliest and 1 January 2014 at the latest."""
        assert self.calendar.span_after(date(2013, 12, 28), 1) == (date(2013, 12, 29), date(2014, 1, 1))
        assert self.calendar.after(date(2013, 12, 28), 1) is None
        assert self.calendar.span_after(date.max, 1) == (date.max, None)

    def test_the_last_day_rolls_to_the_next_working_day(self):
        """1 May is a holiday and 4 May a Sunday; a day that is worked stays."""
        rolled = [self.calendar.rolled(date(2014, 5, day)).day for day in (1, 2, 4)]

        assert rolled == [2, 2, 5]
        assert self.calendar.longest_rest == 2

    def test_terms_in_days_are_bounded(self):
        """A slip of a thousand million days is a fault, not an overflow."""
        assert faults_of(lambda: self.calendar.after(DAY, 10**9)) == ["too_large"]
        assert faults_of(lambda: sc.evidence.reply_due(LETTER, reply_due_days=10**9)) == ["too_large"]
        assert faults_of(lambda: sc.evidence.reply_counts([], as_of=DAY, reply_due_days=10**9)) == ["too_large"]

    def test_a_letter_near_the_edge_of_the_calendar_stops_no_count(self):
        """Five working days from 29 December reach into the year that is not known: what is certain is answered all the same."""
        late = attrs.evolve(LETTER, id="fb-9", received_on=date(2014, 12, 29))
        answered = attrs.evolve(late, id="fb-8", answered_on=date(2015, 1, 3))

        def state(letter, as_of):
            return sc.evidence.reply_state(letter, as_of=as_of, reply_due_days=5, calendar=self.calendar).value

        assert [state(late, date(2015, 1, day)) for day in (3, 4)] == ["pending", "not_known"]
        assert [state(answered, date(2015, 6, 1)), state(attrs.evolve(answered, answered_on=date(2015, 1, 4)), date(2015, 6, 1))] == ["in_time", "not_known"]
        counts = sc.evidence.reply_counts([LETTER, late], as_of=date(2015, 6, 1), reply_due_days=5, calendar=self.calendar)
        assert counts == {"hotline": {"not_known": 1, "overdue": 1}}
        assert sc.evidence.reply_due(late, reply_due_days=5, calendar=self.calendar) is None
        early = attrs.evolve(LETTER, received_on=date(2013, 12, 28))
        assert state(early, date(2014, 2, 1)) == "overdue"
        assert state(attrs.evolve(early, answered_on=date(2014, 2, 1)), date(2014, 3, 1)) == "late"

    def test_a_calendar_checks_itself(self):
        """Collections of days, weekdays from 1 to 7, no day both off and worked."""
        assert faults_of(lambda: sc.WorkingDays(known=1, days_off=5, worked=["x"], rest=[0])) == ["wrong_kind", "not_a_collection", "not_a_day", "out_of_range"]
        assert faults_of(lambda: sc.WorkingDays(known=YEAR, rest=range(1, 8))) == ["out_of_range"]
        assert faults_of(lambda: sc.WorkingDays(known=YEAR, rest=5)) == ["out_of_range"]
        assert sc.WorkingDays(known=YEAR, rest=[3, 1]).rest == (1, 3)
        assert [day for day in range(1, 8) if sc.WorkingDays(known=YEAR, rest=[day]).rest != (day,)] == []
        assert faults_of(lambda: sc.WorkingDays(known=YEAR, days_off=[DAY], worked=[DAY])) == ["contradiction"]

    def test_a_calendar_names_days_that_say_nothing(self):
        """A worked Tuesday that is worked anyway, days outside the time that is known, a day twice: each is named."""
        tuesday, saturday = date(2014, 5, 6), date(2014, 5, 10)

        assert faults_of(lambda: sc.WorkingDays(known=YEAR, worked=[tuesday])) == ["surplus"]
        assert faults_of(lambda: sc.WorkingDays(known=YEAR, worked=[date(2015, 5, 9)], days_off=[date(2013, 5, 9)])) == ["outside", "outside"]
        assert faults_of(lambda: sc.WorkingDays(known=YEAR, worked=[saturday, saturday], days_off=[DAY, DAY])) == ["duplicate", "duplicate"]
        assert sc.WorkingDays(known=YEAR, days_off=[saturday]).days_off == (saturday,)

    @pytest.mark.parametrize(
        ("answered_on", "as_of", "state"),
        [
            (None, date(2014, 5, 13), "pending"),
            (None, date(2014, 5, 14), "overdue"),
            (date(2014, 5, 13), date(2014, 12, 31), "in_time"),
            (date(2014, 5, 14), date(2014, 12, 31), "late"),
            (date(2014, 5, 14), date(2014, 5, 13), "pending"),
        ],
    )
    def test_the_due_day_is_the_last_in_time(self, answered_on, as_of, state):
        """Five working days from Tuesday 6 May end on Tuesday 13 May; an answer of tomorrow is not given today."""
        letter = attrs.evolve(LETTER, answered_on=answered_on)

        assert sc.evidence.reply_state(letter, as_of=as_of, reply_due_days=5, calendar=self.calendar).value == state

    def test_questions_that_make_no_sense(self):
        """Before the receipt nothing was due, and how long an answer may take has to be said."""
        assert faults_of(lambda: sc.evidence.reply_state(LETTER, as_of=date(2014, 5, 5), reply_due_days=5, calendar=None)) == ["before_receipt"]
        assert faults_of(lambda: sc.evidence.reply_state(LETTER, as_of="x", reply_due_days=5, calendar=None)) == ["not_a_day"]
        assert faults_of(lambda: sc.evidence.reply_due(5, reply_due_days=0, calendar=5)) == ["wrong_kind", "too_small", "wrong_kind"]
        with pytest.raises(TypeError, match="reply_due_days"):
            sc.evidence.reply_due(LETTER, calendar=None)

    def test_counts_by_channel(self):
        """What came in later is not counted yet."""
        letters = [
            LETTER,
            attrs.evolve(LETTER, id="fb-2", answered_on=DAY),
            attrs.evolve(LETTER, id="fb-3", channel="web_column"),
            attrs.evolve(LETTER, id="fb-4", received_on=date(2014, 9, 1)),
        ]
        counts = sc.evidence.reply_counts(letters, as_of=date(2014, 6, 1), reply_due_days=5, calendar=None)

        assert counts == {"hotline": {"overdue": 1, "in_time": 1}, "web_column": {"overdue": 1}}
        assert sc.evidence.reply_counts(letters[::-1], as_of=date(2014, 6, 1), reply_due_days=5, calendar=None) == counts
        assert sc.evidence.reply_counts(letters[:1], as_of=DAY, reply_due_days=5, calendar=None) == {"hotline": {"pending": 1}}


class TestRatings:
    def test_who_cannot_say_gives_no_rating(self):
        """None is silence and no evidence; where a fact cannot apply, that is said, without a value."""
        assert faults_of(lambda: attrs.evolve(RATING, value=None)) == ["missing"]
        assert faults_of(lambda: attrs.evolve(RATING, applies=False)) == ["surplus"]
        assert attrs.evolve(RATING, applies=False, value=None).value is None

    def test_values_are_exact(self):
        """A yes and the measure one differ, and a binary fraction is refused as of the wrong kind."""
        assert attrs.evolve(RATING, value=1) != RATING
        assert attrs.evolve(RATING, value=1).value == Fraction(1)
        with pytest.raises(sc.WrongFactType):
            attrs.evolve(RATING, value=0.5)

    def test_a_rating_checks_itself(self):
        """All faults at once."""
        wrong = {"id": "", "subject_id": "", "channel": 1, "code": "", "value": True, "applies": 1, "rated_on": 1, "by": "", "covers": 1}

        assert faults_of(lambda: sc.Rating(**wrong)) == ["blank"] * 3 + ["wrong_kind"] * 2 + ["not_a_day", "blank", "wrong_kind"]


class TestDiscipline:
    clear = sc.evidence.DisciplineRecord(id="kl", subject_id="o1", finding=sc.evidence.DisciplineFinding.CLEAR, covers=YEAR, recorded_on=date(2014, 12, 31))

    def test_a_clear_record_must_cover_the_whole_time(self):
        """And a measure any part of it."""
        may = Period.of_month(2014, 5)
        measure = attrs.evolve(self.clear, finding=sc.evidence.DisciplineFinding.DISCIPLINED, covers=may, measure=sc.Label("khiển trách", "reprimand"))

        assert self.clear.applies_to(YEAR)
        assert not attrs.evolve(self.clear, covers=may).applies_to(YEAR)
        assert measure.applies_to(YEAR)
        assert not measure.applies_to(Period.of_month(2014, 6))

    def test_nobody_can_look_ahead(self):
        """A year can be found clear on its last day, not before; conduct can be disciplined once it has begun."""
        assert faults_of(lambda: attrs.evolve(self.clear, recorded_on=date(2014, 12, 30))) == ["too_early"]
        assert faults_of(lambda: attrs.evolve(self.clear, finding=sc.evidence.DisciplineFinding.DISCIPLINED, recorded_on=date(2013, 12, 31))) == ["too_early"]

    def test_a_record_checks_itself(self):
        """A clear one has no measure."""
        assert faults_of(lambda: attrs.evolve(self.clear, measure=L)) == ["surplus"]
        assert faults_of(lambda: sc.evidence.DisciplineRecord(id="", subject_id="", finding=1, covers=1, recorded_on=1, measure=1)) == [
            "blank", "blank", "wrong_kind", "not_a_day", "wrong_kind", "wrong_kind",
        ]  # fmt: skip
        assert repr(self.clear) == "<DisciplineRecord 'kl'>"


class TestResidence:
    comment = sc.evidence.ResidenceComment(id="nx", subject_id="o1", year=2021, made_on=date(2021, 12, 5), made_by="cell", steps={"example": "example"})

    def test_steps_are_codes_of_the_form(self):
        """Never numbers; an unknown criterion or step names the known ones."""
        assert faults_of(lambda: attrs.evolve(self.comment, steps={"example": "3", "nothing": "good"})) == ["unknown_step", "unknown_criterion"]
        assert attrs.evolve(self.comment, form=FORM_EXEMPT, steps={"civic": "done"}).steps == {"civic": "done"}
        assert faults_of(lambda: attrs.evolve(self.comment, form=FORM_EXEMPT, steps={"meetings": "fully"})) == ["unknown_criterion"]
        assert FORM_FULL.steps_of("nothing") == ()
        assert FORM_FULL.steps_of("recommendation") == ("commend", "none", "consider_handling")

    @pytest.mark.parametrize("steps", [5, {1: "example"}])
    def test_steps_are_a_mapping(self, steps):
        """From criteria to steps."""
        assert faults_of(lambda: attrs.evolve(self.comment, steps=steps)) == ["wrong_kind"]

    def test_a_criterion_has_one_step(self):
        """Each criterion once, in composed Unicode."""
        assert faults_of(lambda: attrs.evolve(self.comment, steps={"é": "a", "e\u0301": "b"})) == ["duplicate"]

    def test_a_comment_checks_itself(self):
        """It cannot be made before the year it speaks of."""
        assert faults_of(lambda: attrs.evolve(self.comment, made_on=date(2020, 12, 31))) == ["too_early"]
        wrong = {"id": "", "subject_id": "", "year": 0, "made_on": 1, "made_by": "", "with_front": 1, "form": 1, "steps": {}}
        assert faults_of(lambda: sc.evidence.ResidenceComment(**wrong)) == ["blank"] * 3 + ["too_small", "not_a_day", "wrong_kind", "wrong_kind"]
        assert repr(self.comment) == "<ResidenceComment 'nx' of 2021>"

    def test_forms_check_themselves(self):
        """Steps and criteria have distinct codes, and a criterion has a step."""
        step = FormStep(code="s", label=L)
        line = FormCriterion(code="c", label=L, steps=[step])

        assert faults_of(lambda: FormStep(code="", label=1)) == ["blank", "wrong_kind"]
        assert faults_of(lambda: FormCriterion(code="", label=1, steps=[])) == ["blank", "wrong_kind", "empty"]
        assert faults_of(lambda: FormCriterion(code="c", label=L, steps=[step, step])) == ["duplicate"]
        assert faults_of(lambda: FormCriterion(code="c", label=L, steps=[1])) == ["wrong_kind"]
        assert faults_of(lambda: CommentForm(code="", label=1, criteria=[line, line], citation=1)) == ["blank", "wrong_kind", "duplicate", "wrong_kind"]
        assert faults_of(lambda: CommentForm(code="f", label=L, criteria=[1])) == ["wrong_kind"]

    @pytest.mark.parametrize(
        ("status", "with_front", "year", "state", "is_fault"),
        [
            ("full", None, 2021, "missing", True),
            ("full", False, 2021, "without_front", True),
            ("full", True, 2021, "made", False),
            ("full", True, 2022, "missing", True),
            ("referred_exempt", None, 2021, "not_due", False),
            ("referred_exempt", True, 2021, "made", False),
            ("not_referred", None, 2021, "not_due", False),
            ("full", None, 2020, "missing", True),
            ("full", None, 2019, "not_encoded", False),
        ],
    )
    def test_a_missing_comment_is_a_fault_only_for_full(self, status, with_front, year, state, is_fault):
        """Regulation 213, article 4 and Guide 33, 1.1; the rule before 2020 was not read."""
        comments = [] if with_front is None else [attrs.evolve(self.comment, with_front=with_front)]
        duty = sc.evidence.comment_duty(sc.evidence.ResidenceStatus(status), comments, year=year)

        assert (duty.state.value, duty.state.is_fault) == (state, is_fault)
        articles = {"not_encoded": None, "not_due": {"referred_exempt": "1.1", "not_referred": "1.2"}.get(status)}
        assert (duty.citation and duty.citation.article) == articles.get(state, "4")

    def test_comments_on_one_person(self):
        """Others' comments would hide that one's is missing."""
        both = [self.comment, attrs.evolve(self.comment, id="ny", subject_id="o2")]

        assert faults_of(lambda: sc.evidence.comment_duty(sc.evidence.ResidenceStatus.FULL, both, year=2021)) == ["several_subjects"]
        assert faults_of(lambda: sc.evidence.comment_duty("full", [5], year="x")) == ["wrong_kind", "not_whole", "wrong_kind"]

    def test_records_check_themselves(self):
        """All faults at once; nobody speaks at a meeting without being there."""
        meeting = {"id": "", "subject_id": "", "meeting_id": "", "held_on": 1, "attended": 1, "gave_opinion": 1}
        absent = {"id": "1", "subject_id": "o1", "meeting_id": "m", "held_on": DAY, "attended": False, "gave_opinion": True}
        obligation = {"id": "", "subject_id": "", "bearer": 1, "obligation": "", "is_fulfilled": 1, "recorded_on": 1}

        assert faults_of(lambda: sc.evidence.MeetingRecord(**meeting)) == ["blank"] * 3 + ["not_a_day", "wrong_kind", "wrong_kind"]
        assert faults_of(lambda: sc.evidence.MeetingRecord(**absent)) == ["contradiction"]
        assert faults_of(lambda: sc.evidence.ObligationRecord(**obligation)) == ["blank"] * 3 + ["wrong_kind", "wrong_kind", "not_a_day"]
        assert faults_of(lambda: sc.evidence.ContributionRecord(id="", subject_id="", what=1, given_on=1)) == ["blank", "blank", "wrong_kind", "not_a_day"]

    def test_no_log_line_shows_whom_it_is_about(self):
        """A household's lapse is somebody else's sensitive data."""
        made = [
            sc.evidence.MeetingRecord(id="1", subject_id="Ất", meeting_id="m", held_on=DAY),
            sc.evidence.ObligationRecord(id="2", subject_id="Ất", bearer=sc.evidence.Bearer.HOUSEHOLD, obligation="thuế", is_fulfilled=False, recorded_on=DAY),
            sc.evidence.ContributionRecord(id="3", subject_id="Ất", what=L, given_on=DAY),
            attrs.evolve(RATING, subject_id="Ất", value=False),
            attrs.evolve(LETTER, subject_id="Ất", says={"civic.standing": False}),
        ]

        assert [repr(one) for one in made] == [
            "<MeetingRecord '1'>",
            "<ObligationRecord '2'>",
            "<ContributionRecord '3'>",
            "<Rating 'm-1' on civic.standing>",
            "<Feedback 'fb-1': reflection, pending>",
        ]
