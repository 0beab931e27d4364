"""What is proposed after lapses: remind, correct, consider discipline, by number, gravity and what was done before."""

from datetime import date

import pytest

import supervision_core as sc
from supervision_core.evidence.instruments import LONG_BIEN, THACH_THANG
from supervision_core.judging.escalation import REPORTS, STEP_RULES
from supervision_core.periods import Period

L = sc.Label("mục", "item")
YEAR = Period.of_year(2014)
POLICY = sc.EscalationPolicy(window=YEAR)
REMIND, CORRECT, DISCIPLINE = sc.MeasureStep
MINOR, SERIOUS, GRAVE = sc.Gravity
BY_NUMBER = {REMIND: 1, CORRECT: 2, DISCIPLINE: 3}


def lapse(number, gravity=MINOR, *, person="p", unit=None, month=3, **given):
    values = {"found_on": date(2014, month, number), "about": L, "sources": [f"e{number}"], "gravity": gravity, **given}
    return sc.Lapse(id=f"l{number}", person_id=person, unit_id=unit, **values)


def taken(step, month, day=1, name="t", subject="p"):
    return sc.TakenMeasure(id=name, subject_id=subject, step=step, taken_on=date(2014, month, day))


def proposed(*lapses, policy=POLICY, measures=()):
    [one] = sc.escalate(lapses, policy, taken=measures)
    return one


class TestNumberAndGravity:
    @pytest.mark.parametrize(
        ("gravities", "step"),
        [
            ([MINOR], REMIND),
            ([MINOR] * 2, CORRECT),
            ([MINOR] * 3, DISCIPLINE),
            ([SERIOUS], CORRECT),
            ([SERIOUS, MINOR], CORRECT),
            ([SERIOUS] * 2, DISCIPLINE),
            ([GRAVE], DISCIPLINE),
        ],
    )
    def test_the_strongest_rule_that_fits_is_proposed(self, gravities, step):
        """A graver lapse counts among the less grave ones as well."""
        assert proposed(*(lapse(number + 1, gravity) for number, gravity in enumerate(gravities))).step is step

    def test_why_says_the_numbers(self):
        """One line for each rule that leads to the measure, with where it stands."""
        one = proposed(lapse(1, SERIOUS), lapse(2))

        assert [line.en for line in one.why] == ["2 of gravity minor or more; it takes 2", "1 of gravity serious or more; it takes 1"]
        assert [line.vi for line in one.why] == ["có 2 sai phạm từ mức ít nghiêm trọng trở lên; áp dụng khi có từ 2", "có 1 sai phạm từ mức nghiêm trọng trở lên; áp dụng khi có từ 1"]
        assert one.citations == (THACH_THANG,)
        assert one.sentence("en") == "p: proposed correct (2 of gravity minor or more; it takes 2; 1 of gravity serious or more; it takes 1)"
        assert one.sentence("vi") == "p: đề xuất chấn chỉnh (có 2 sai phạm từ mức ít nghiêm trọng trở lên; áp dụng khi có từ 2; có 1 sai phạm từ mức nghiêm trọng trở lên; áp dụng khi có từ 1)"
        assert repr(one) == "<MeasureProposal: correct>"

    def test_a_rule_without_a_source_cites_none(self):
        """A locality's own numbers have no citation."""
        own = sc.EscalationPolicy(window=YEAR, rules=[sc.StepRule(step=CORRECT, gravity=MINOR, lapses=1)])

        assert (proposed(lapse(1), policy=own).step, proposed(lapse(1), policy=own).citations) == (CORRECT, ())

    def test_rules_in_any_order_are_one_policy(self):
        """They stand by measure, gravity and number."""
        assert sc.EscalationPolicy(window=YEAR, rules=STEP_RULES[::-1]) == POLICY
        two = [
            sc.StepRule(step=CORRECT, gravity=MINOR, lapses=lapses) for lapses in (4, 2)
        ] + [sc.StepRule(step=CORRECT, gravity=SERIOUS, lapses=1), sc.StepRule(step=REMIND, gravity=GRAVE, lapses=9)]
        assert [(one.step, one.gravity, one.lapses) for one in sc.EscalationPolicy(window=YEAR, rules=two).rules] == [
            (REMIND, GRAVE, 9), (CORRECT, MINOR, 2), (CORRECT, MINOR, 4), (CORRECT, SERIOUS, 1),
        ]  # fmt: skip

    def test_reports_in_any_order_are_one_policy(self):
        """They stand by kind of lapse and whom it is reported to."""
        rules = [sc.ReportRule(kind=kind, to=to, label=L) for kind in (sc.LapseKind.LAW, sc.LapseKind.CONDUCT) for to in "ba"]

        assert [(one.kind.value, one.to) for one in sc.EscalationPolicy(window=YEAR, reports=rules).reports] == [
            ("conduct", "a"), ("conduct", "b"), ("law", "a"), ("law", "b"),
        ]  # fmt: skip


class TestWhatCounts:
    def test_contested_and_outside_the_window_stay_in_view(self):
        """They are listed, in order of time, and never count; so is the evidence of what counts alone."""
        late = lapse(9, found_on=date(2015, 1, 1))
        contested = lapse(2, state=sc.FactState.CONTESTED)
        one = proposed(late, contested, lapse(3, sources=["z", "a"]), lapse(1, state=sc.FactState.NOT_SHOWN))

        assert (one.step, one.counted, one.left_out, one.sources) == (REMIND, ("l3",), ("l1", "l2", "l9"), ("a", "z"))

    def test_without_anything_that_counts_nothing_is_proposed(self):
        """It says so, in both languages."""
        one = proposed(lapse(1, state=sc.FactState.CONTESTED))

        assert (one.step, one.why, one.citations, one.already_taken) == (None, (), (), ())
        assert one.sentence("en") == "p: no ground for a proposal"
        assert one.sentence("vi") == "p: chưa có căn cứ để đề xuất"
        assert repr(one) == "<MeasureProposal: none>"

    def test_people_come_before_units_each_by_id(self):
        """A lapse of a person in a unit is the person's alone."""
        found = sc.escalate([lapse(1, person="q", unit="d"), lapse(2, person=None, unit="d"), lapse(3), lapse(4, person=None, unit="c")], POLICY)

        assert [(one.subject_id, one.is_unit, one.counted) for one in found] == [
            ("p", False, ("l3",)), ("q", False, ("l1",)), ("c", True, ("l4",)), ("d", True, ("l2",)),
        ]  # fmt: skip

    def test_a_unit_may_answer_for_its_people(self):
        """Where the policy says so; the person answers all the same."""
        found = sc.escalate([lapse(1, unit="d"), lapse(2, person=None, unit="d")], sc.EscalationPolicy(window=YEAR, unit_answers_for_people=True))

        assert [(one.subject_id, one.step, one.counted) for one in found] == [("p", REMIND, ("l1",)), ("d", CORRECT, ("l1", "l2"))]

    def test_lapses_of_one_day_stand_by_id(self):
        """The order given does not matter."""
        same = [lapse(number, found_on=date(2014, 3, 3)) for number in (2, 1)]

        assert proposed(*same).counted == ("l1", "l2")


class TestAgain:
    def test_a_lapse_after_a_measure_leads_to_the_next_one(self):
        """Though its number alone would not."""
        one = proposed(lapse(5), measures=[taken(REMIND, 3, 4)])

        assert one.step is CORRECT
        assert [line.en for line in one.why] == ["again after the measure remind (t)"]
        assert [line.vi for line in one.why] == ["tái phạm sau khi đã nhắc nhở (t)"]
        assert one.citations == ()

    def test_a_lapse_found_on_the_day_of_a_measure_is_not_after_it(self):
        """The measure answered it."""
        assert proposed(lapse(5), measures=[taken(REMIND, 3, 5)]).step is REMIND

    def test_a_measure_outside_the_window_leads_nowhere(self):
        """Neither does one of somebody else."""
        before = sc.TakenMeasure(id="t", subject_id="p", step=REMIND, taken_on=date(2013, 12, 31))

        assert proposed(lapse(5), measures=[before]).step is REMIND
        assert proposed(lapse(5), measures=[taken(REMIND, 3, subject="q")]).step is REMIND

    def test_beyond_the_strongest_there_is_none(self):
        """It is proposed again."""
        assert proposed(lapse(5), measures=[taken(DISCIPLINE, 3)]).step is DISCIPLINE

    def test_the_strongest_measure_that_was_broken_leads_on(self):
        """Of two alike the later one is named, then the one whose id is later."""
        one = proposed(lapse(5), measures=[taken(CORRECT, 1, name="x"), taken(CORRECT, 2, name="a"), taken(CORRECT, 2, name="b"), taken(REMIND, 3, name="z")])

        assert one.step is DISCIPLINE
        assert one.why[0].en == "again after the measure correct (b)"

    def test_numbers_that_lead_as_far_keep_their_own_grounds(self):
        """What was broken is named only where it leads farther."""
        one = proposed(lapse(5), lapse(6), measures=[taken(REMIND, 3)])

        assert (one.step, one.citations) == (CORRECT, (THACH_THANG,))

    def test_stepping_up_may_be_left_out(self):
        """Then numbers and gravity alone decide."""
        assert proposed(lapse(5), policy=sc.EscalationPolicy(window=YEAR, step_up=False), measures=[taken(REMIND, 3)]).step is REMIND

    def test_what_was_taken_since_the_last_lapse_is_named(self):
        """As strong or stronger, from the day of the last lapse on, by id: then nothing new is called for."""
        measures = [taken(DISCIPLINE, 4, name="b"), taken(REMIND, 3, 5, name="a"), taken(REMIND, 3, 4, name="early")]
        policy = sc.EscalationPolicy(window=YEAR, step_up=False)

        assert proposed(lapse(5), policy=policy, measures=measures).already_taken == ("a", "b")
        assert proposed(lapse(4), lapse(5), policy=policy, measures=measures).already_taken == ("b",)
        assert proposed(lapse(5, state=sc.FactState.CONTESTED), measures=measures).already_taken == ()


class TestReports:
    def test_signs_of_decline_are_reported_whatever_is_proposed(self):
        """Found within the window, to the competent party committee, by name and source."""
        kind = sc.LapseKind.MORAL_DECLINE
        one = proposed(lapse(1, kind=kind), lapse(2, kind=kind, found_on=date(2015, 1, 1)), lapse(3, kind=kind, state=sc.FactState.CONTESTED), lapse(4))

        assert [(report.lapse_id, report.to, report.label.en, report.citation) for report in one.reports] == [
            ("l1", "party_committee", "the competent party committee", LONG_BIEN)
        ]

    def test_contested_ones_where_the_rule_says_so(self):
        """And what is not shown never."""
        rule = sc.ReportRule(kind=sc.LapseKind.LAW, to="police", label=L, contested_too=True)
        policy = sc.EscalationPolicy(window=YEAR, reports=[*REPORTS, rule])
        one = proposed(*(lapse(number, kind=sc.LapseKind.LAW, state=state) for number, state in enumerate([sc.FactState.FOUND, sc.FactState.CONTESTED, sc.FactState.NOT_SHOWN], 1)), policy=policy)

        assert [(report.lapse_id, report.to) for report in one.reports] == [("l1", "police"), ("l2", "police")]


def test_a_lapse_shows_neither_whose_it_is_nor_what_it_is():
    """Log lines name no person; gravity and kind may stand there."""
    assert repr(lapse(1, SERIOUS, kind=sc.LapseKind.LAW)) == "<Lapse 'l1': serious, law>"
    assert [one.place for one in sc.MeasureStep] == [one.place for one in sc.Gravity] == [0, 1, 2]
