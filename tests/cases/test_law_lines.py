"""What was wrong in the law of version 1.0.0, each under the code of its line, with what is right."""

from datetime import date

import attrs
import pytest

import supervision_core as sc
from supervision_core.evidence import (
    TIME_LIMITS,
    WARD_WEIGHING,
    Checked,
    ConductRelation,
    DisciplineFinding,
    DisciplineKind,
    DisciplineRecord,
    FeedbackKind,
    HandlingAction,
    TimeLimit,
    explain_weighing,
    handling,
    notes_before_rating,
)

YEAR = sc.Period.of_year(2024)
CLEAR = DisciplineRecord(id="kl-0", subject_id="o1", finding=DisciplineFinding.CLEAR, covers=YEAR, recorded_on=date(2025, 1, 6))
MEASURE = DisciplineRecord(
    id="kl-1", subject_id="o1", finding=DisciplineFinding.DISCIPLINED, covers=sc.Period.of_month(2023, 5), recorded_on=date(2024, 3, 4),
    kind=DisciplineKind.PARTY, relates_to=ConductRelation.DUTY,
)  # fmt: skip
DISCIPLINES = [code for code in WARD_WEIGHING.discipline_shows if code != "conduct.violation"]


def weighed(*records, ratings=(), period=YEAR):
    return sc.weigh(sc.Dossier(subject_id="o1", period=period, discipline=records, ratings=ratings), WARD_WEIGHING)


def said(code, *records, **more):
    fact = weighed(*records, **more).get(code)
    return None if fact is None else fact.value


def reasons(*records):
    account = explain_weighing(sc.Dossier(subject_id="o1", period=YEAR, discipline=records), WARD_WEIGHING)
    return {one.code: one.reason.value for one in account.refused}


class TestL2:
    def test_a_clear_extract_says_nothing_about_breaches_of_law(self):
        """L2: nobody was disciplined; whether anything was done stays open, and the reason says so."""
        assert said("conduct.violation", CLEAR) is None
        assert reasons(CLEAR) == {"conduct.violation": "no_statement"}
        assert [said(code, CLEAR) for code in DISCIPLINES] == [False] * 7

    @pytest.mark.parametrize(("channel", "answer"), [("competent_statement", False), ("front_working_committee", None), ("direct_opinion", None)])
    def test_only_whoever_is_competent_can_say_that_nothing_was_done(self, channel, answer):
        """L2: a statement of the competent body on the whole time is a no; the neighbours' word is none."""
        rating = sc.Rating(id="xn", subject_id="o1", channel=channel, code="conduct.violation", value=False, rated_on=date(2025, 1, 6), covers=YEAR)

        assert said("conduct.violation", ratings=[rating]) is answer
        assert said("conduct.violation", ratings=[attrs.evolve(rating, value=True)]) is True
        assert said("conduct.violation", ratings=[attrs.evolve(rating, covers=sc.Period.of_month(2024, 5))]) is None

    def test_a_measure_shows_a_breach_when_its_conduct_fell_into_the_time(self):
        """L2, L3: for the breach the days of the conduct count, not the day of the decision."""
        assert said("conduct.violation", MEASURE) is None
        assert said("conduct.violation", MEASURE, period=sc.Period.of_year(2023)) is True


class TestL3:
    def test_a_measure_counts_in_the_year_of_its_decision(self):
        """L3: conduct of 2023, decided in 2024: it counts for 2024 and not for 2023 (Decree 90, 2.5.a)."""
        assert said("conduct.any_discipline", MEASURE) is True
        assert said("conduct.any_discipline", MEASURE, period=sc.Period.of_year(2023)) is None
        assert said("conduct.any_discipline", attrs.evolve(MEASURE, recorded_on=date(2024, 12, 31))) is True
        assert said("conduct.any_discipline", attrs.evolve(MEASURE, recorded_on=date(2025, 1, 1))) is None

    @pytest.mark.parametrize(
        ("relation", "counts"),
        [
            (ConductRelation.DUTY, dict.fromkeys(DISCIPLINES, True)),
            (ConductRelation.DEGRADATION, {"any_discipline": True, "violation_disciplined": True, "degradation_or_task_discipline": True}),
            (ConductRelation.OTHER, {"any_discipline": True, "violation_disciplined": True}),
            (None, {"any_discipline": True, "violation_disciplined": True}),
        ],
    )
    def test_each_text_counts_what_it_says(self, relation, counts):
        """L3: related to the tasks (15.1.c as issued; Law 80, 38.4; 335, 20.4.c; 233, 12.4.c), degradation (233, 14.3.a), or any."""
        record = attrs.evolve(MEASURE, relates_to=relation)
        wanted = {code: counts.get(code, counts.get(code.removeprefix("conduct."))) for code in DISCIPLINES}

        assert {code: said(code, record) for code in DISCIPLINES} == wanted

    def test_why_a_measure_does_not_count(self):
        """L3: of another sort where the law leaves it out; inconclusive where nobody knows what it was for, or the law is silent."""
        assert reasons(attrs.evolve(MEASURE, relates_to=ConductRelation.OTHER))["conduct.duty_related_discipline"] == "not_of_this_sort"
        assert reasons(attrs.evolve(MEASURE, relates_to=ConductRelation.DEGRADATION))["conduct.duty_related_discipline"] == "inconclusive"
        assert reasons(attrs.evolve(MEASURE, relates_to=None))["conduct.service_discipline"] == "inconclusive"

    def test_conduct_that_was_counted_for_another_year(self):
        """L3: 2.5.b, 2.5.c and 14.3.b: not again; as issued Decree 90 knew no such rule; Decree 335 was not read on it."""
        record = attrs.evolve(MEASURE, counted_for=2023)
        asked = {code: said(code, record) for code in DISCIPLINES}

        assert asked == {code: True if code == "conduct.violation_on_duty_disciplined" else None for code in DISCIPLINES}
        assert reasons(record)["conduct.any_discipline"] == "counted_before"
        assert reasons(record)["conduct.service_discipline"] == "inconclusive"
        assert said("conduct.any_discipline", attrs.evolve(record, counted_for=2024)) is True

    def test_party_and_administrative_decisions_on_one_act(self):
        """L3: 2.5.c: effective in two years they count in one; the other names the year for which the act was counted."""
        first = attrs.evolve(MEASURE, recorded_on=date(2023, 11, 2))
        second = attrs.evolve(MEASURE, id="kl-2", kind=DisciplineKind.ADMINISTRATIVE, counted_for=2023)

        assert said("conduct.any_discipline", first, second, period=sc.Period.of_year(2023)) is True
        assert said("conduct.any_discipline", first, second) is None

    def test_what_fell_at_a_former_body(self):
        """L3: Decree 233, 14.3.c: it counts for the grade of the former body, so not here; other texts do not say it."""
        record = attrs.evolve(MEASURE, at_former_body=True)

        assert said("conduct.degradation_or_task_discipline", record) is None
        assert said("conduct.task_violation_disciplined", record) is None
        assert said("conduct.any_discipline", record) is True

    def test_a_clear_extract_has_no_measure(self):
        """L3: whose, what for, for which year, where: a clear extract says none of it."""
        with pytest.raises(sc.InvalidInput) as raised:
            attrs.evolve(CLEAR, kind=DisciplineKind.PARTY, relates_to=ConductRelation.DUTY, counted_for=2023, at_former_body=True)

        assert [fault.code for fault in raised.value.faults] == ["surplus"] * 4

    @pytest.mark.parametrize(
        ("changes", "is_open"),
        [
            ({"relates_to": None}, {code for code in DISCIPLINES if code not in {"conduct.any_discipline", "conduct.violation_disciplined"}}),
            ({"relates_to": ConductRelation.DEGRADATION}, {"conduct.duty_related_discipline"}),
            ({"relates_to": ConductRelation.OTHER}, set()),
            ({"counted_for": 2023}, {"conduct.service_discipline"}),
        ],
    )
    def test_no_extract_denies_what_a_measure_leaves_open(self, changes, is_open):
        """L3: of a measure on record it is not known whether it counts: an extract that says there is none settles nothing then."""
        measure = attrs.evolve(MEASURE, **changes)
        counted = {code for code in DISCIPLINES if said(code, measure) is True}
        alone = {code: said(code, CLEAR, measure) for code in DISCIPLINES}

        # Where the measure counts, the two contradict each other; where it is of another sort, the extract stands.
        assert alone == {code: None if code in counted | is_open else False for code in DISCIPLINES}
        assert {fact.code for fact in weighed(CLEAR, measure) if fact.state is sc.FactState.CONTESTED} == counted
        refused = explain_weighing(sc.Dossier(subject_id="o1", period=YEAR, discipline=[CLEAR, measure]), WARD_WEIGHING).refused
        assert {one.code for one in refused if one.id == "kl-0" and one.reason.value == "inconclusive"} == is_open
        assert {one.code for one in refused if one.id == "kl-1" and one.reason.value == "inconclusive"} == is_open

    def test_a_measure_that_counts_is_denied_all_the_same(self):
        """L3: one that counts and an extract that says there is none stay contested, whatever a third record leaves open."""
        unclear = attrs.evolve(MEASURE, id="kl-2", relates_to=None)

        for records in ((CLEAR, MEASURE), (CLEAR, MEASURE, unclear)):
            assert weighed(*records).get("conduct.service_discipline").state is sc.FactState.CONTESTED
        assert said("conduct.service_discipline", MEASURE, unclear) is True

    def test_a_fact_of_one_s_own_is_answered_like_any_discipline(self):
        """L3: an application's own fact about discipline counts every measure decided in the time."""
        rule = sc.evidence.WeighingRule(codes=["own.discipline"], channels=["discipline_record"])
        policy = sc.evidence.WeighingPolicy(code="own", label=sc.Label("Riêng", "Own"), rules=[rule], discipline_shows=["own.discipline"])
        facts = sc.weigh(sc.Dossier(subject_id="o1", period=YEAR, discipline=[attrs.evolve(MEASURE, relates_to=None)]), policy)

        assert facts.get("own.discipline").value is True


class TestL6:
    def test_every_discipline_fact_of_every_shipped_regulation_is_supplied(self):
        """L6: whatever a shipped regulation asks about discipline, records of discipline can answer."""
        asked = {
            fact.code
            for one in sc.regulations.SHIPPED
            for fact in one.ladder.facts
            if fact.code.startswith("conduct.") and "disciplin" in fact.code
        }

        assert asked == set(DISCIPLINES)
        assert {code for code in asked if said(code, MEASURE) is True} == asked
        assert {code for code in asked if said(code, CLEAR) is False} == asked


LETTER = sc.Feedback(
    id="fb-1", subject_id="o1", channel="suggestion_box", kind=FeedbackKind.DENUNCIATION, received_on=date(2024, 5, 6), reporter_key="k"
)
DAY = date(2024, 5, 7)


class TestL7:
    @pytest.mark.parametrize("channel", ["hotline", "leaders_phone", "web_column"])
    @pytest.mark.parametrize(("checkable", "action"), [(True, "inspect_or_forward"), (False, "count_only"), (None, "look_at_content")])
    def test_by_phone_or_web_it_is_never_settled_under_the_law(self, channel, checkable, action):
        """L7: whoever sent it (Articles 22, 25.1): its content is looked at, it is inspected, passed on or counted, without a term."""
        letter = attrs.evolve(LETTER, channel=channel, is_checkable=checkable)
        found = [handling(letter, on=DAY, is_competent=competent) for competent in (None, True, False)]

        assert {one.action.value for one in found} == {action}
        assert {one.time_limits for one in found} == {()}
        assert {one.citation.article for one in found} <= {"25", "25.1", "25.2"}

    @pytest.mark.parametrize("channel", ["suggestion_box", "direct_opinion", "citizen_reception"])
    @pytest.mark.parametrize(
        ("competent", "action", "article", "limits"),
        [
            (True, "settle", "24", ("denunciation_decision", "denunciation_settled")),
            (False, "forward", "24.2", ("denunciation_passed_on",)),
            (None, "settle", "24", ("denunciation_decision", "denunciation_passed_on", "denunciation_settled")),
        ],
    )
    def test_in_due_form_competence_decides(self, channel, competent, action, article, limits):
        """L7: five working days are for a denunciation in due form at a body that is not competent (Article 24.2)."""
        what = handling(attrs.evolve(LETTER, channel=channel), on=DAY, is_competent=competent)

        assert (what.action.value, what.citation.article, what.time_limits) == (action, article, limits)

    def test_of_a_channel_of_one_s_own_the_form_is_looked_at(self):
        """L7: nobody knows in which form it carries a denunciation (Article 22)."""
        channel = sc.evidence.Channel(code="forum", label=sc.Label("Diễn đàn", "Forum"))

        assert handling(attrs.evolve(LETTER, channel=channel), on=DAY).action is HandlingAction.LOOK_AT_FORM

    def test_an_anonymous_petition_is_looked_at_for_its_content(self):
        """L7: a written one without a name is not settled either (Article 25.1)."""
        assert handling(attrs.evolve(LETTER, reporter_key=None), on=DAY).action is HandlingAction.LOOK_AT_CONTENT


class TestL8:
    @pytest.mark.parametrize(
        ("code", "days", "working", "number", "article", "first"),
        [
            ("board_recommendation", 15, False, "10/2022/QH15", "40.1.c", date(2023, 7, 1)),
            ("citizen_reception", 10, True, "42/2013/QH13", "28.1", date(2014, 7, 1)),
            ("denunciation_decision", 7, True, "25/2018/QH14", "24.1", date(2019, 1, 1)),
            ("denunciation_passed_on", 5, True, "25/2018/QH14", "24.2", date(2019, 1, 1)),
            ("denunciation_settled", 30, False, "25/2018/QH14", "30", date(2019, 1, 1)),
            ("delegation_notice", 15, False, "403/2017/NQLT-UBTVQH14-CP-ĐCTUBTWMTTQVN", "7.3", date(2017, 6, 15)),
            ("delegation_report_due", 7, False, "403/2017/NQLT-UBTVQH14-CP-ĐCTUBTWMTTQVN", "7.3", date(2017, 6, 15)),
            ("delegation_result", 15, False, "403/2017/NQLT-UBTVQH14-CP-ĐCTUBTWMTTQVN", "9.1", date(2017, 6, 15)),
            ("front_recommendation", None, False, "75/2015/QH13", "29.6", date(2016, 1, 1)),
            ("employee_petition", 5, False, "129/2025/QH15", "27", date(2026, 7, 1)),
            ("employee_petition_answer", 10, True, "129/2025/QH15", "27", date(2026, 7, 1)),
        ],
    )
    def test_each_number_with_its_article(self, code, days, working, number, article, first):
        """L8: how many days, whether of work, by which article, from when on; the day before it is not in force."""
        limit = TIME_LIMITS[code]

        assert (limit.days, limit.working_days, limit.citation.instrument.number, limit.citation.article) == (days, working, number, article)
        assert (limit.binds(first), limit.binds(date.fromordinal(first.toordinal() - 1))) == (True, False)
        if limit.in_force_until is not None:
            assert not limit.binds(limit.in_force_until)

    def test_they_are_all(self):
        """L8: no time limit is shipped without its pair above."""
        assert len(TIME_LIMITS) == 11

    def test_that_the_law_sets_no_number_is_an_answer(self):
        """L8: it is said so, and no day follows from it."""
        limit = TIME_LIMITS["front_recommendation"]

        assert limit.last_day(DAY) is None
        assert "pháp luật không quy định số ngày" in limit.sentence("vi")

    def test_last_days(self):
        """L8: counted from the day after, back where it is before a session, in working days by a calendar, else not known."""
        calendar = sc.WorkingDays(known=sc.Period.of_year(2024))

        assert TIME_LIMITS["delegation_result"].last_day(DAY) == date(2024, 5, 22)
        assert TIME_LIMITS["delegation_notice"].last_day(DAY) == date(2024, 4, 22)
        assert TIME_LIMITS["denunciation_passed_on"].last_day(DAY, calendar=calendar) == date(2024, 5, 14)
        assert TIME_LIMITS["denunciation_passed_on"].last_day(DAY) is None
        assert TIME_LIMITS["denunciation_passed_on"].last_day(date(2024, 12, 30), calendar=calendar) is None
        assert TIME_LIMITS["delegation_result"].last_day(date.max) is None
        assert "10 ngày làm việc kể từ ngày tiếp công dân" in TIME_LIMITS["citizen_reception"].sentence("vi")

    def test_what_is_none(self):
        """L8: a time limit checks its own fields, all at once."""
        with pytest.raises(sc.InvalidInput) as raised:
            TimeLimit(
                code="", label=1, days=0, counted_from=1, working_days=True, is_before=True, citation=1,
                in_force_from=date(2024, 1, 2), in_force_until=date(2024, 1, 2),
            )  # fmt: skip

        assert {fault.code for fault in raised.value.faults} == {"blank", "wrong_kind", "too_small", "surplus", "empty_period"}


class TestL9:
    def test_a_complaint_is_a_kind_of_its_own(self):
        """L9: it is no denunciation; it is shown the way by the law of reception, while its words were read."""
        complaint = attrs.evolve(LETTER, kind=FeedbackKind.COMPLAINT)

        what = handling(complaint, on=DAY)
        assert (what.action.value, what.citation.instrument.number, what.time_limits) == ("guide", "42/2013/QH13", ("citizen_reception",))
        assert handling(complaint, on=date(2026, 7, 1)).action is HandlingAction.NOT_ENCODED
        assert complaint.kind.label.vi == "khiếu nại"

    @pytest.mark.parametrize(
        ("changes", "on", "held"),
        [
            ({}, date(2026, 12, 1), True),
            ({"kind": FeedbackKind.COMPLAINT}, date(2026, 12, 1), True),
            ({"kind": FeedbackKind.COMMENT}, date(2026, 12, 1), False),
            ({"subject_id": "o2"}, date(2026, 12, 1), False),
            ({}, date(2025, 8, 30), True),
            ({}, date(2025, 8, 29), False),
            ({"checked": Checked.REFUTED, "checked_on": date(2026, 12, 1)}, date(2026, 12, 1), False),
            ({"checked": Checked.REFUTED, "checked_on": date(2026, 12, 2)}, date(2026, 12, 1), True),
            ({"received_on": date(2026, 12, 2)}, date(2026, 12, 1), False),
        ],
    )
    def test_what_is_to_be_verified_before_a_rating(self, changes, on, held):
        """L9: for whom QĐ 366 governs, while a denunciation or complaint is not verified (Article 12), from 30/08/2025 on."""
        notes = notes_before_rating([attrs.evolve(LETTER, **changes)], on=on, governed=["o1"])

        assert [(one.subject_id, one.feedback_ids) for one in notes] == ([("o1", ("fb-1",))] if held else [])

    def test_the_note_is_no_fact(self):
        """L9: it says how many and where that stands, neither what nor who; facts and grade stay as they are."""
        [note] = notes_before_rating([LETTER, attrs.evolve(LETTER, id="fb-2")], on=date(2026, 12, 1), governed=["o1"])

        assert note.sentence("vi", {"o1": "Cán bộ A"}).startswith("Cán bộ A: cần xác minh trước khi xếp loại, còn 2 đơn")
        assert "o1" not in repr(note)
        assert sc.weigh(sc.Dossier(subject_id="o1", period=YEAR, feedback=[LETTER]), WARD_WEIGHING) == weighed()
        with pytest.raises(sc.InvalidInput):
            attrs.evolve(note, feedback_ids=())


def versions(found, day):
    [one] = [one for one in found if one.binds(day)]
    return one


class TestL4:
    @pytest.mark.parametrize(
        ("day", "times", "number", "article", "notice"),
        [
            (date(2015, 12, 31), None, None, None, None),
            (date(2016, 1, 1), 1, "77/2015/QH13", "125", None),
            (date(2023, 6, 30), 1, "77/2015/QH13", "125", None),
            (date(2023, 7, 1), 1, "10/2022/QH15", "32.1", None),
            (date(2025, 2, 28), 1, "10/2022/QH15", "32.1", None),
            (date(2025, 3, 1), 1, "65/2025/QH15", "24", 7),
            (date(2025, 6, 15), 1, "65/2025/QH15", "24", 7),
            (date(2025, 6, 16), 1, "72/2025/QH15", "43", 7),
        ],
    )
    def test_the_chain_of_the_dialogue(self, day, times, number, article, notice):
        """L4: the dialogue once a year since 2016, each time by the law then in force; a repealed one is not cited."""
        one = versions(sc.regulations.DIALOGUE_WITH_PEOPLE, day)

        assert (one.required and one.required.times, one.notice_days) == (times, notice)
        assert (one.citation and one.citation.instrument.number, one.citation and one.citation.article) == (number, article)

    def test_the_chain_cuts_no_year(self):
        """L4: a year in which one law takes over from another still owes its dialogue."""
        for year in (2023, 2025):
            report = sc.compliance(
                sc.regulations.DIALOGUE_WITH_PEOPLE, [], sc.Period.of_year(year), as_of=date(year + 1, 1, 1)
            )
            assert [one.needed for one in report.standings["dialogue_with_people"].required] == [1]

    def test_reception_since_the_law_came_into_force(self):
        """L4: Law 42/2013/QH13 from 1 July 2014, weekly; nothing is known before."""
        assert versions(sc.regulations.CITIZEN_RECEPTION, date(2014, 6, 30)).required is None
        assert versions(sc.regulations.CITIZEN_RECEPTION, date(2014, 7, 1)).citation.instrument.number == "42/2013/QH13"

    def test_notice_of_a_conference_only_from_the_decree_on(self):
        """L4: five days' notice by Decree 59/2023, in force six weeks after the law."""
        conference = sc.regulations.community_conference(year_end_from_month=11)

        assert [versions(conference, day).notice_days for day in (date(2023, 7, 1), date(2023, 8, 14), date(2023, 8, 15))] == [None, None, 5]

    def test_plans_of_the_board_from_the_law_on(self):
        """L4: quarter, half-year and year by Law 10/2022, Article 39.2, from 01/07/2023; the term only by the decree."""
        plans = sc.regulations.inspection_plans(ahead_months=1, term_start=date(2024, 5, 1), term_months=30)
        first = {one.code: (one.in_force_from, one.citation.instrument.number) for one in plans if one.required}

        assert first.pop("inspection_plan.term") == (date(2023, 8, 15), "59/2023/NĐ-CP")
        assert set(first.values()) == {(date(2023, 7, 1), "10/2022/QH15")}

    def test_data_are_public_within_five_working_days(self):
        """L4: Article 12.3, where no other law sets a time; a place may say another number."""
        assert {one.required.grace_working_days for one in sc.regulations.budget_reports() if one.required} == {5}
        assert {one.required.grace_days for one in sc.regulations.budget_reports(within_days=15) if one.required} == {15}

    @pytest.mark.parametrize(
        ("name", "code", "per", "number", "article", "first"),
        [
            ("PUBLICATION_LIST", "publication_list", "quarter", "10/2022/QH15", "13.2", date(2023, 7, 1)),
            ("CONFERENCE_CHECK", "conference_check", "half_year", "10/2022/QH15", "52.3", date(2023, 7, 1)),
            ("FRONT_HEARING", "front_hearing", "half_year", "75/2015/QH13", "30.1", date(2016, 1, 1)),
            ("FRONT_PLAN", "front_plan", "year", "403/2017/NQLT-UBTVQH14-CP-ĐCTUBTWMTTQVN", "3.3", date(2017, 6, 15)),
        ],
    )
    def test_duties_that_were_missing(self, name, code, per, number, article, first):
        """L4, L9: the quarterly list, the half-yearly check and hearing, the Front's plan, each with its article and day."""
        past, rule = getattr(sc.regulations, name)

        assert (past.required, past.in_force_until, rule.code, rule.required.per.value) == (None, first, code, per)
        assert (rule.citation.instrument.number, rule.citation.article, rule.in_force_from) == (number, article, first)
        assert rule in sc.regulations.obligations_on(first)

    @pytest.mark.parametrize(("day", "state"), [(date(2026, 9, 30), "MISSING"), (date(2026, 10, 1), "DONE"), (date(2026, 12, 31), "DONE")])
    def test_the_plan_of_the_next_year_is_issued_in_quarter_iv(self, day, state):
        """L9: joint resolution 403, Article 3.3: not before 1 October, not after 31 December."""
        event = sc.Event(id="kh", obligation="front_plan", on=day)
        report = sc.compliance(sc.regulations.FRONT_PLAN, [event], sc.Period.of_year(2026), as_of=date(2027, 1, 1))

        assert [one.state.name for one in report.standings["front_plan"].required] == [state]

    def test_the_ordinance_has_its_end(self):
        """L4: Ordinance 34/2007 ended on 1 July 2023 (Law 10/2022, Article 90.2)."""
        [ordinance] = [one for one in sc.regulations.NOT_READ_OBLIGATIONS if "34/2007" in one.instrument.vi]

        assert ordinance.in_force_until == date(2023, 7, 1)
