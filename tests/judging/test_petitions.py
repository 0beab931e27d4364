"""A decided result that is petitioned against or reopened: time limits, second petitions, both results and their receipts."""

from datetime import date

import attrs
import pytest

import supervision_core as sc
from supervision_core.judging import (
    PETITION_RULES,
    REOPENING_CITATION,
    Decision,
    DecisionGround,
    Petition,
    PetitionRule,
    Reopening,
    ReopeningVoice,
    SecondLook,
    decision_file,
    petition_rule,
)
from supervision_core.regulations import CIVIC_CODES, GOOD_PERFORMANCE_2014
from supervision_core.rendering import to_text
from supervision_core.serialization import fingerprint, from_document, receipt, to_document

DONE = {"duties.well_done": True, "conduct.violation": False, **dict.fromkeys(CIVIC_CODES, True)}
GOOD_FACTS, FAIR_FACTS = sc.Facts.of(DONE), sc.Facts.of({**DONE, "civic.standing": False})
GOOD, FAIR = sc.assess(GOOD_PERFORMANCE_2014, GOOD_FACTS), sc.assess(GOOD_PERFORMANCE_2014, FAIR_FACTS)
DAYS = sc.WorkingDays(known=sc.Period.of_year(2026), days_off=())
#: Decided and published on a Tuesday.
PUBLISHED = date(2026, 12, 1)
FIRST = Decision(id="qd-1", subject_id="o1", assessment=FAIR, decided_on=PUBLISHED, decided_by="board")
SECOND = attrs.evolve(
    FIRST, id="qd-2", assessment=GOOD, decided_on=date(2026, 12, 15), ground=DecisionGround.PETITION, supersedes="qd-1"
)
RULE = PETITION_RULES["employee_law"]
ASKED = Petition(
    id="kn-1", subject_id="o1", decision_id="qd-1", rule=RULE, published_on=PUBLISHED, received_on=date(2026, 12, 4)
)
CHANGED = attrs.evolve(ASKED, answered_on=date(2026, 12, 15), result=SecondLook.CHANGED, new_decision_id="qd-2")
KEPT = attrs.evolve(ASKED, answered_on=date(2026, 12, 15), result=SecondLook.KEPT)
OPENED = Reopening(
    id="xx-1", subject_id="o1", decision_id="qd-1", opened_on=date(2026, 12, 10), opened_by="board",
    voices=[ReopeningVoice.PEOPLE, ReopeningVoice.BODY], sources=["fb-1"],
)  # fmt: skip


def faults_of(make):
    """The codes of the faults that a call raises."""
    with pytest.raises(sc.InvalidInput) as raised:
        make()
    return [fault.code for fault in raised.value.faults]


def standing(petition, on, calendar=DAYS, decisions=(FIRST,)):
    """How it stands with the only petition on a day."""
    [found] = decision_file(decisions, "qd-1", petitions=[petition], on=on, calendar=calendar).petitions
    return found


def said(value, **more):
    """The page in Vietnamese as one line."""
    return " ".join(to_text(value, lang="vi", **more).split())


class TestTheRules:
    @pytest.mark.parametrize(
        ("category", "day", "code"),
        [
            ("public_employee", date(2020, 8, 19), None),
            ("public_employee", date(2020, 8, 20), "decree_90"),
            ("public_employee", date(2026, 6, 30), "decree_90"),
            ("public_employee", date(2026, 7, 1), "employee_law"),
            ("public_employee_manager", date(2026, 7, 1), "employee_law"),
            ("cadre", date(2026, 6, 30), "decree_90"),
            ("cadre", date(2026, 7, 1), None),
            ("civil_servant", date(2025, 12, 31), "decree_90"),
            ("civil_servant", date(2026, 1, 1), None),
            ("civil_servant_leader", date(2026, 1, 1), None),
            ("ward_official", date(2026, 7, 1), None),
        ],
    )
    def test_who_may_ask_by_which_rule(self, category, day, code):
        """Decree 90, Article 24, until it ceases; Law 129, Article 27, from 1 July 2026; what Decree 335 says was not read."""
        found = petition_rule(category, on=day)

        assert (None if found is None else found.code) == code

    def test_the_articles(self):
        """Each rule names its article, and the reopening names Article 15 of Regulation 366."""
        cited = {one.code: (one.citation.instrument.number, one.citation.article) for one in PETITION_RULES.values()}

        assert cited == {"decree_90": ("90/2020/NĐ-CP", "24"), "employee_law": ("129/2025/QH15", "27")}
        assert (REOPENING_CITATION.instrument.number, REOPENING_CITATION.article) == ("366-QĐ/TW", "15")

    def test_a_rule_checks_itself(self):
        """All that is wrong with a rule is said at once."""
        assert faults_of(lambda: attrs.evolve(RULE, code="", categories=["a", "a"], in_force_until=RULE.in_force_from)) == [
            "blank", "duplicate", "empty_period",
        ]  # fmt: skip
        assert faults_of(lambda: petition_rule("", on=1)) == ["blank", "not_a_day"]


class TestTimes:
    @pytest.mark.parametrize(("received", "verdict"), [(date(2026, 12, 6), "MET"), (date(2026, 12, 7), "NOT_MET")])
    def test_five_days_from_publication(self, received, verdict):
        """Law 129, Article 27: published on the 1st, the 6th is the last day to ask and the 7th is too late."""
        found = standing(attrs.evolve(ASKED, received_on=received), date(2026, 12, 8))

        assert (found.asked_in_time.name, found.last_day_to_ask) == (verdict, date(2026, 12, 6))

    @pytest.mark.parametrize(("answered", "verdict"), [(date(2026, 12, 18), "MET"), (date(2026, 12, 19), "NOT_MET")])
    def test_ten_working_days_to_answer(self, answered, verdict):
        """Law 129, Article 27: received on Friday the 4th, Friday the 18th is the last day to answer and the 19th is late."""
        petition = attrs.evolve(KEPT, answered_on=answered)
        found = standing(petition, date(2026, 12, 31))

        assert (found.answered_in_time.name, found.last_day_to_answer, found.is_open) == (verdict, date(2026, 12, 18), False)

    @pytest.mark.parametrize(("on", "verdict"), [(date(2026, 12, 18), "UNKNOWN"), (date(2026, 12, 19), "NOT_MET")])
    def test_without_an_answer(self, on, verdict):
        """While the last day is not over, nobody can say; after it the answer is late."""
        found = standing(ASKED, on)

        assert (found.answered_in_time.name, found.is_open) == (verdict, True)

    def test_what_the_calendar_does_not_know(self):
        """Working days need a calendar that knows them; a holiday moves the last day."""
        closed = sc.WorkingDays(known=sc.Period.of_year(2026), days_off=[date(2026, 12, 16)])

        assert standing(ASKED, date(2026, 12, 31), calendar=None).last_day_to_answer is None
        assert standing(ASKED, date(2026, 12, 31), calendar=closed).last_day_to_answer == date(2026, 12, 21)

    def test_where_no_number_was_read(self):
        """Decree 90, Article 24: whether it came in time, and was answered in time, is not known; nor without a day of publication."""
        petition = attrs.evolve(
            ASKED, rule=PETITION_RULES["decree_90"], published_on=date(2025, 12, 10), received_on=date(2025, 12, 30)
        )
        old = attrs.evolve(FIRST, decided_on=date(2025, 12, 10))
        found = standing(petition, date(2026, 3, 1), decisions=[old])

        assert (found.asked_in_time.name, found.answered_in_time.name) == ("UNKNOWN", "UNKNOWN")
        assert standing(attrs.evolve(ASKED, published_on=None), date(2026, 12, 5)).last_day_to_ask is None
        assert "chưa xác định được thời hạn" in found.sentence("vi")


class TestBothResultsStay:
    def test_with_their_receipts(self):
        """The first result stays beside the one that replaced it, each with the fingerprint of its receipt."""
        kept, changed = receipt(FAIR, FAIR_FACTS), receipt(GOOD, GOOD_FACTS)
        both = [attrs.evolve(FIRST, receipt=fingerprint(kept)), attrs.evolve(SECOND, receipt=fingerprint(changed))]
        file = decision_file(both, "qd-1", petitions=[CHANGED], on=date(2026, 12, 31), calendar=DAYS)

        assert [(one.id, one.assessment.grade.code, one.receipt) for one in file.decisions] == [
            ("qd-1", "fair", fingerprint(kept)),
            ("qd-2", "good", fingerprint(changed)),
        ]
        assert (file.standing.id, file.is_open) == ("qd-2", False)
        assert from_document(to_document(file), sc.judging.DecisionFile) == file
        assert file == decision_file(reversed(both), "qd-2", petitions=[CHANGED], on=date(2026, 12, 31), calendar=DAYS)

    def test_as_of_an_earlier_day(self):
        """A day before the answer knows neither the answer nor the new decision; a day before the petition not the petition."""
        both = [FIRST, SECOND]
        before = decision_file(both, "qd-2", petitions=[CHANGED], on=date(2026, 12, 14), calendar=DAYS)
        earlier = decision_file(both, "qd-2", petitions=[CHANGED], reopenings=[OPENED], on=date(2026, 12, 3), calendar=DAYS)

        assert (before.standing.id, before.petitions[0].petition, before.is_open) == ("qd-1", ASKED, True)
        assert (earlier.petitions, earlier.reopenings, earlier.is_open) == ((), (), False)
        assert faults_of(lambda: decision_file([FIRST], "qd-1", on=date(2026, 11, 30))) == ["too_early"]

    def test_a_receipt_is_named_by_its_fingerprint(self):
        """Anything but 64 hexadecimal digits is refused."""
        assert faults_of(lambda: attrs.evolve(FIRST, receipt="abc")) == ["not_a_fingerprint"]
        assert faults_of(lambda: attrs.evolve(FIRST, receipt=5)) == ["wrong_kind"]

    def test_results_of_others_are_passed_over(self):
        """Petitions about another result are left out; those that fit nothing are refused together."""
        other = attrs.evolve(FIRST, id="qd-9", subject_id="o2")
        theirs = attrs.evolve(ASKED, id="kn-9", subject_id="o2", decision_id="qd-9")

        assert decision_file([FIRST, other], "qd-1", petitions=[theirs], on=date(2026, 12, 31)).petitions == ()
        assert faults_of(
            lambda: decision_file(
                [FIRST, SECOND],
                "qd-1",
                petitions=[
                    attrs.evolve(ASKED, decision_id="qd-7"),
                    attrs.evolve(ASKED, subject_id="o2"),
                    attrs.evolve(CHANGED, id="kn-3", new_decision_id="qd-1"),
                ],
                reopenings=[
                    attrs.evolve(OPENED, decision_id="qd-2"),
                    attrs.evolve(
                        OPENED, id="xx-2", closed_on=date(2026, 12, 15), result=SecondLook.CHANGED, new_decision_id="qd-2"
                    ),
                ],
                on=date(2026, 12, 31),
            )
        ) == ["unknown_id", "duplicate", "other_subject", "other_decision", "not_later", "other_decision"]
        assert faults_of(lambda: decision_file(5, "qd-1", on=1)) == ["not_a_collection"]
        assert faults_of(lambda: decision_file([FIRST], "qd-1", petitions=[1], reopenings=[1], on=1, calendar=1)) == [
            "wrong_kind", "wrong_kind", "not_a_day", "wrong_kind",
        ]  # fmt: skip


class TestNoSecondPetition:
    @pytest.mark.parametrize(
        ("decisions", "petitions"),
        [
            ((FIRST, SECOND), (CHANGED, attrs.evolve(ASKED, id="kn-2", decision_id="qd-2", received_on=date(2026, 12, 17), published_on=None))),
            ((FIRST,), (KEPT, attrs.evolve(ASKED, id="kn-2", received_on=date(2026, 12, 17)))),
        ],
    )
    def test_what_came_of_a_petition_is_not_petitioned_against(self, decisions, petitions):
        """Law 129, Article 27: neither the new decision nor a kept result is looked at a second time; nothing is owed then."""
        file = decision_file(decisions, "qd-1", petitions=petitions, on=date(2027, 2, 1), calendar=DAYS)

        assert [(one.is_second, one.last_day_to_answer is None) for one in file.petitions] == [(False, False), (True, True)]
        assert file.is_open is False
        assert "không xem xét lần thứ hai" in file.petitions[1].sentence("vi")
        assert "chưa trả lời" not in file.petitions[1].sentence("vi")

    @pytest.mark.parametrize(
        ("ground", "is_second"),
        [
            (DecisionGround.REOPENING, False),
            (DecisionGround.NEW_EVIDENCE, False),
            (DecisionGround.APPEAL, False),
            (DecisionGround.CORRECTION, True),
        ],
    )
    def test_what_was_decided_since_is_a_new_result(self, ground, is_second):
        """After a kept or changed result another one by a reopening may be petitioned against; a correction is none."""
        after_kept = attrs.evolve(SECOND, id="qd-3", ground=ground, supersedes="qd-1", decided_on=date(2026, 12, 16))
        after_changed = attrs.evolve(after_kept, supersedes="qd-2")
        asked = attrs.evolve(ASKED, id="kn-2", decision_id="qd-3", received_on=date(2026, 12, 17), published_on=None)

        for decisions, earlier in (((FIRST, after_kept), KEPT), ((FIRST, SECOND, after_changed), CHANGED)):
            file = decision_file(decisions, "qd-1", petitions=[earlier, asked], on=date(2026, 12, 20), calendar=DAYS)

            assert [one.is_second for one in file.petitions] == [False, is_second]
            # Ten working days after Thursday the 17th.
            assert file.petitions[1].last_day_to_answer == (None if is_second else date(2026, 12, 31))
            assert file.is_open is not is_second

    def test_a_correction_is_petitioned_against_like_what_it_corrects(self):
        """A kept result stays the result of a petition, whether that named the decision or its correction."""
        corrected = attrs.evolve(SECOND, ground=DecisionGround.CORRECTION, decided_on=date(2026, 12, 2))
        first = attrs.evolve(KEPT, decision_id="qd-2")
        again = attrs.evolve(ASKED, id="kn-2", received_on=date(2026, 12, 17))

        file = decision_file([FIRST, corrected], "qd-1", petitions=[first, again], on=date(2026, 12, 20), calendar=DAYS)

        assert [one.is_second for one in file.petitions] == [False, True]

    def test_two_petitions_before_any_answer(self):
        """Asking twice before there is an answer is not a second look at the answer."""
        file = decision_file([FIRST], "qd-1", petitions=[ASKED, attrs.evolve(ASKED, id="kn-2")], on=date(2026, 12, 8), calendar=DAYS)

        assert [one.is_second for one in file.petitions] == [False, False]

    def test_where_that_was_not_read(self):
        """By Decree 90 nothing is said of a second petition."""
        rule = attrs.evolve(RULE, may_ask_again=None)
        petitions = [attrs.evolve(KEPT, rule=rule), attrs.evolve(ASKED, id="kn-2", rule=rule, received_on=date(2026, 12, 17))]

        assert [one.is_second for one in decision_file([FIRST], "qd-1", petitions=petitions, on=date(2026, 12, 31)).petitions] == [False, False]


class TestReopening:
    def test_open_and_closed(self):
        """Regulation 366, Article 15: a reopening is open until something comes of it, as far as the day knows."""
        closed = attrs.evolve(OPENED, closed_on=date(2026, 12, 20), result=SecondLook.KEPT)
        states = [
            decision_file([FIRST], "qd-1", reopenings=[one], on=day).is_open
            for one, day in ((OPENED, date(2026, 12, 31)), (closed, date(2026, 12, 19)), (closed, date(2026, 12, 20)))
        ]

        assert states == [True, True, False]
        assert OPENED.voices == (ReopeningVoice.BODY, ReopeningVoice.PEOPLE)

    def test_a_changed_result_is_a_decision_of_its_own(self):
        """The result that replaces the first names it, with the reopening as its ground."""
        new = attrs.evolve(SECOND, ground=DecisionGround.REOPENING)
        closed = attrs.evolve(OPENED, closed_on=date(2026, 12, 15), result=SecondLook.CHANGED, new_decision_id="qd-2")
        file = decision_file([FIRST, new], "qd-1", reopenings=[closed], on=date(2026, 12, 31))

        assert [one.id for one in file.decisions] == ["qd-1", "qd-2"]

    @pytest.mark.parametrize(("day", "faults"), [(date(2025, 8, 30), []), (date(2025, 8, 29), ["not_in_force"])])
    def test_since_the_regulation_is_in_force(self, day, faults):
        """The right to reopen stands in a Regulation of 30 August 2025; the day before needs another citation."""
        def made():
            return attrs.evolve(OPENED, opened_on=day)

        assert (faults_of(made) if faults else []) == faults
        assert faults or made().opened_on == day
        other = sc.values.Citation(instrument=sc.values.Instrument(kind=sc.values.InstrumentKind.DECISION, title=sc.Label("Q", "R")), verification=sc.values.Verification.VERIFIED)
        assert attrs.evolve(OPENED, opened_on=date(2020, 1, 1), citation=other).citation == other

    def test_who_said_what_is_sealed(self):
        """What a reopening rests on may tell who reported, so its ids are sealed for the official; the public sees nothing."""
        file = decision_file([FIRST], "qd-1", reopenings=[OPENED], on=date(2026, 12, 31))

        assert sc.redact(file, sc.Audience.OFFICIAL).reopenings[0].sources == ("#1",)
        assert isinstance(sc.redact(file, sc.Audience.PUBLIC), sc.programme.Withheld)
        assert isinstance(sc.redact(file, sc.Audience.OFFICIAL, own=["o2"]), sc.programme.Withheld)
        assert isinstance(sc.redact(ASKED, sc.Audience.OFFICIAL, own=["o2"]), sc.programme.Withheld)


class TestValues:
    def test_end_result_and_new_decision_belong_together(self):
        """A day needs a result, a result a day, a change its new decision, and nothing ends before it began."""
        assert faults_of(lambda: attrs.evolve(ASKED, answered_on=date(2026, 12, 3), result=SecondLook.KEPT)) == ["not_later"]
        assert faults_of(lambda: attrs.evolve(ASKED, answered_on=date(2026, 12, 8))) == ["missing"]
        assert faults_of(lambda: attrs.evolve(ASKED, result=SecondLook.KEPT)) == ["surplus"]
        assert faults_of(lambda: attrs.evolve(KEPT, new_decision_id="qd-2")) == ["surplus"]
        assert faults_of(lambda: attrs.evolve(CHANGED, new_decision_id=None)) == ["missing"]
        assert faults_of(lambda: attrs.evolve(OPENED, closed_on=date(2026, 12, 9), result=SecondLook.KEPT)) == ["not_later"]

    def test_other_faults(self):
        """A petition before the publication or by a rule not in force, a reopening without voices or with one source twice."""
        assert faults_of(lambda: attrs.evolve(ASKED, received_on=date(2026, 11, 30))) == ["not_later"]
        assert faults_of(lambda: attrs.evolve(ASKED, rule=PETITION_RULES["decree_90"])) == ["not_in_force"]
        assert faults_of(lambda: attrs.evolve(ASKED, id="", subject_id="", decision_id="", new_decision_id="")) == ["blank"] * 4
        assert faults_of(lambda: attrs.evolve(OPENED, id="", opened_by="", new_decision_id="")) == ["blank"] * 3
        assert faults_of(lambda: attrs.evolve(OPENED, voices=[], sources=["a", "a"])) == ["duplicate", "empty"]
        assert faults_of(lambda: attrs.evolve(OPENED, voices=5)) == ["not_a_collection"]
        assert faults_of(lambda: attrs.evolve(OPENED, voices=[5])) == ["wrong_kind"]
        file = decision_file([FIRST], "qd-1", on=PUBLISHED)
        assert faults_of(lambda: attrs.evolve(file, decisions=(), subject_id="")) == ["blank"]
        assert faults_of(lambda: attrs.evolve(file, decisions=())) == ["empty"]
        assert isinstance(RULE, PetitionRule)


class TestWords:
    def test_the_page_in_both_languages(self):
        """Which result stands, what was before, what was asked and answered, by which article."""
        late = attrs.evolve(CHANGED, received_on=date(2026, 12, 8))
        file = decision_file([attrs.evolve(FIRST, receipt="0" * 64), SECOND], "qd-1", petitions=[late], reopenings=[OPENED], on=date(2026, 12, 31), calendar=DAYS)
        names = {"o1": "Cán bộ A", "board": "Ban lãnh đạo"}
        vi, en = said(file, names=names), to_text(file, lang="en", names=names)

        assert "Cán bộ A: tính đến ngày 31/12/2026, kết quả xếp loại là “Hoàn thành tốt" in vi
        assert "quá thời hạn kiến nghị (đến hết ngày 06/12/2026); trả lời ngày 15/12/2026: thay đổi kết quả" in vi
        assert "Luật số 129/2025/QH15" in vi
        assert "giải quyết kiến" in vi
        assert "Nhân dân" in vi
        assert "đang được xem xét lại" in vi
        assert "on a petition" in en
        assert said(file.petitions[0]).startswith("Kiến nghị")

    @pytest.mark.parametrize(
        ("petition", "on", "words"),
        [
            (ASKED, date(2026, 12, 5), "chưa trả lời, hạn đến hết ngày 18/12/2026"),
            (ASKED, date(2026, 12, 20), "quá hạn trả lời (đến hết ngày 18/12/2026)"),
            (KEPT, date(2026, 12, 20), "trả lời ngày 15/12/2026: giữ nguyên kết quả"),
        ],
    )
    def test_how_it_stands(self, petition, on, words):
        """What is said of a petition while it waits, when it is late, and when it was answered."""
        found = standing(petition, on)

        assert words in found.sentence("vi")
        assert words in said(found)

    def test_what_stands_while_the_grade_is_open(self):
        """A decision whose grade is not settled says so, and words of choices are in both languages."""
        open_one = attrs.evolve(FIRST, assessment=sc.assess(GOOD_PERFORMANCE_2014, sc.Facts.of({})))

        assert "chưa xác định mức" in decision_file([open_one], "qd-1", on=PUBLISHED).sentence("vi")
        assert [one.label.vi for one in SecondLook] == ["giữ nguyên kết quả", "thay đổi kết quả"]
