"""Lapses, the rules by which measures are proposed, and proposals: what counts, what is left out, and why."""

from datetime import date

import attrs
import pytest

import supervision_core as sc
from supervision_core import Period
from supervision_core.evidence.instruments import LONG_BIEN, THACH_THANG
from supervision_core.judging.sanctions import STEP_RULES

L = sc.Label("mục", "item")
YEAR = Period.of_year(2014)
POLICY = sc.judging.EscalationPolicy(window=YEAR)
LATE = sc.judging.Lapse(id="sp-1", person_id="o1", found_on=date(2014, 3, 4), about=L, sources=["fb-1"])
REMINDED = sc.judging.TakenSanction(id="12/TB", subject_id="o1", step=sc.judging.SanctionStep.REMIND, taken_on=date(2014, 4, 1))
SERIOUS, GRAVE = sc.judging.Gravity.SERIOUS, sc.judging.Gravity.GRAVE


def lapse(number, **changes):
    return attrs.evolve(LATE, id=f"sp-{number}", sources=[f"fb-{number}"], **changes)


def proposed(*lapses, policy=POLICY, taken=()):
    return {one.subject_id: one.step and one.step.value for one in sc.escalate(lapses, policy, taken=taken)}


def the_one(*lapses, policy=POLICY, taken=()):
    [found] = sc.escalate(lapses, policy, taken=taken)
    return found


def faults_of(make):
    with pytest.raises(sc.InvalidInput) as raised:
        make()
    return [fault.code for fault in raised.value.faults]


class TestValues:
    def test_a_lapse_checks_itself(self):
        """Somebody's, on a day, with evidence; a lapse that does not apply is no lapse."""
        wrong = {"id": "", "found_on": 1, "kind": 1, "gravity": 1, "about": 1, "sources": [], "state": 1}

        assert faults_of(lambda: sc.judging.Lapse(**wrong)) == ["blank", "nobody", "not_a_day", "wrong_kind", "wrong_kind", "wrong_kind", "missing", "wrong_kind"]
        assert faults_of(lambda: attrs.evolve(LATE, person_id="", unit_id="")) == ["blank", "blank"]
        assert faults_of(lambda: attrs.evolve(LATE, state=sc.FactState.NOT_APPLICABLE)) == ["contradiction"]
        assert repr(attrs.evolve(LATE, person_id="Ất")) == "<Lapse 'sp-1': minor, duty>"

    def test_orders_are_ordinal(self):
        """Mildest first; places, never points that could be added."""
        assert [one.place for one in sc.judging.SanctionStep] == [one.place for one in sc.judging.Gravity] == [0, 1, 2]
        assert [one.label.vi for one in sc.judging.SanctionStep] == ["nhắc nhở", "chấn chỉnh", "xem xét kỷ luật"]

    def test_rules_check_themselves(self):
        """All faults at once."""
        assert faults_of(lambda: sc.judging.StepRule(step=1, gravity=1, lapses=0, citation=1)) == ["wrong_kind", "wrong_kind", "too_small", "wrong_kind"]
        assert faults_of(lambda: sc.judging.ReportRule(kind=1, to="", label=1, contested_too=1, citation=1)) == ["wrong_kind", "wrong_kind", "blank", "wrong_kind", "wrong_kind"]
        assert faults_of(lambda: sc.judging.TakenSanction(id="", subject_id="", step=1, taken_on=1)) == ["blank", "blank", "wrong_kind", "not_a_day"]

    def test_a_policy_checks_itself(self):
        """Without rules nothing could be proposed."""
        assert faults_of(lambda: sc.judging.EscalationPolicy(window=1, rules=[], reports=5, unit_answers_for_people=1, step_up=1)) == [
            "wrong_kind", "empty", "not_a_collection", "wrong_kind", "wrong_kind",
        ]  # fmt: skip
        assert faults_of(lambda: attrs.evolve(POLICY, rules=[1], reports=[1])) == ["wrong_kind", "wrong_kind"]
        assert attrs.evolve(POLICY, rules=STEP_RULES[::-1]) == POLICY


class TestProposals:
    @pytest.mark.parametrize(
        ("gravities", "step"),
        [
            ([], None),
            ([sc.judging.Gravity.MINOR], "remind"),
            ([sc.judging.Gravity.MINOR] * 2, "correct"),
            ([sc.judging.Gravity.MINOR] * 3, "consider_discipline"),
            ([SERIOUS], "correct"),
            ([SERIOUS, sc.judging.Gravity.MINOR], "correct"),
            ([SERIOUS] * 2, "consider_discipline"),
            ([GRAVE], "consider_discipline"),
        ],
    )
    def test_the_strongest_rule_that_fits(self, gravities, step):
        """A graver lapse counts for the milder rules too."""
        lapses = [lapse(number, gravity=gravity) for number, gravity in enumerate(gravities)]

        assert proposed(*lapses) == ({} if step is None else {"o1": step})

    def test_only_what_is_found_within_the_window_counts(self):
        """First and last day are in; what is contested, not shown or outside stays in view."""
        days = [date(2013, 12, 31), date(2014, 1, 1), date(2014, 12, 31), date(2015, 1, 1)]
        inside = the_one(*(lapse(number, found_on=day) for number, day in enumerate(days)))
        open_ones = the_one(lapse(1, state=sc.FactState.CONTESTED), lapse(2, state=sc.FactState.NOT_SHOWN))

        assert (inside.counted, inside.left_out, inside.sources) == (("sp-1", "sp-2"), ("sp-0", "sp-3"), ("fb-1", "fb-2"))
        assert (open_ones.step, open_ones.counted, open_ones.left_out) == (None, (), ("sp-1", "sp-2"))
        assert (open_ones.sentence("vi"), open_ones.sentence("en")) == ("o1: chưa có căn cứ để đề xuất", "o1: no ground for a proposal")
        assert (repr(inside), repr(open_ones)) == ("<SanctionProposal: correct>", "<SanctionProposal: none>")

    def test_why_and_where_it_stands(self):
        """Every rule of the proposed step that fits, in both languages, with its source once."""
        found = the_one(lapse(1, gravity=SERIOUS), lapse(2))

        assert [line.en for line in found.why] == ["2 of gravity minor or more; it takes 2", "1 of gravity serious or more; it takes 1"]
        assert [one.text("vi") for one in found.citations] == [STEP_RULES[0].citation.text("vi")]
        assert found.sentence("vi") == (
            "o1: đề xuất chấn chỉnh (có 2 khuyết điểm, vi phạm từ mức ít nghiêm trọng trở lên; áp dụng khi có từ 2 trở lên; "
            "có 1 khuyết điểm, vi phạm từ mức nghiêm trọng trở lên; áp dụng khi có từ 1 trở lên)"
        )
        own = [sc.judging.StepRule(step=sc.judging.SanctionStep.REMIND, gravity=GRAVE, lapses=1)]
        assert the_one(lapse(1, gravity=GRAVE), policy=attrs.evolve(POLICY, rules=own)).citations == ()
        assert proposed(lapse(1), policy=attrs.evolve(POLICY, rules=own)) == {"o1": None}

    def test_only_the_rules_that_led_there_are_cited(self):
        """A reminder has one source, a correction another."""
        rules = [
            sc.judging.StepRule(step=sc.judging.SanctionStep.REMIND, gravity=sc.judging.Gravity.MINOR, lapses=1, citation=LONG_BIEN),
            sc.judging.StepRule(step=sc.judging.SanctionStep.CORRECT, gravity=sc.judging.Gravity.MINOR, lapses=2, citation=THACH_THANG),
        ]

        assert the_one(lapse(1), lapse(2), policy=attrs.evolve(POLICY, rules=rules)).citations == (THACH_THANG,)

    def test_rules_and_reports_in_any_order_are_one_policy(self):
        """Rules stand by measure, gravity and number, reports by kind of lapse and whom they go to."""
        remind, correct, _ = sc.judging.SanctionStep
        minor, serious, grave = sc.judging.Gravity
        sorted_rules = [(remind, grave, 9), (correct, minor, 2), (correct, minor, 4), (correct, serious, 1)]
        rules = [sc.judging.StepRule(step=step, gravity=gravity, lapses=lapses) for step, gravity, lapses in sorted_rules]
        reports = [sc.judging.ReportRule(kind=kind, to=to, label=L) for kind in (sc.judging.LapseKind.CONDUCT, sc.judging.LapseKind.LAW) for to in "ab"]
        made = attrs.evolve(POLICY, rules=rules[::-1], reports=reports[::-1])

        assert made.rules == tuple(rules)
        assert made.reports == tuple(reports)

    def test_lapses_stand_in_order_of_time(self):
        """Whatever their ids; those of one day by id."""
        late, early, same = lapse(1, found_on=date(2014, 5, 1)), lapse(3), lapse(2)

        assert the_one(late, early, same).counted == ("sp-2", "sp-3", "sp-1")

    def test_of_measures_alike_the_later_id_is_named(self):
        """Taken on one day, so that the answer is the same whatever the order given."""
        twins = [attrs.evolve(REMINDED, id=one) for one in ("b", "a")]

        assert the_one(lapse(1, found_on=date(2014, 5, 2)), taken=twins).why[0].en == "again after the measure remind (b)"

    def test_again_after_a_measure_is_one_step_more(self):
        """After it, not on its day; not where the policy does not step up; never beyond the last step."""
        after, same_day = lapse(1, found_on=date(2014, 4, 2)), lapse(1, found_on=date(2014, 4, 1))
        found = the_one(after, taken=[REMINDED])

        assert (found.step, found.citations) == (sc.judging.SanctionStep.CORRECT, ())
        assert found.sentence("vi") == "o1: đề xuất chấn chỉnh (tái phạm sau khi đã nhắc nhở (12/TB))"
        assert found.sentence("en") == "o1: proposed correct (again after the measure remind (12/TB))"
        assert proposed(same_day, taken=[REMINDED]) == {"o1": "remind"}
        assert proposed(after, taken=[REMINDED], policy=attrs.evolve(POLICY, step_up=False)) == {"o1": "remind"}
        last = attrs.evolve(REMINDED, step=sc.judging.SanctionStep.CONSIDER_DISCIPLINE)
        assert proposed(after, taken=[last]) == {"o1": "consider_discipline"}
        assert proposed(after, taken=[attrs.evolve(REMINDED, taken_on=date(2013, 12, 31))]) == {"o1": "remind"}
        assert proposed(after, taken=[attrs.evolve(REMINDED, subject_id="o2")]) == {"o1": "remind"}

    def test_the_strongest_earlier_measure_is_the_one_that_counts(self):
        """Of equal ones the latest is named; a milder one that counts more by number keeps its own reason."""
        corrected = attrs.evolve(REMINDED, id="15/TB", step=sc.judging.SanctionStep.CORRECT, taken_on=date(2014, 3, 1))
        again = attrs.evolve(REMINDED, id="13/TB", taken_on=date(2014, 4, 2))
        after = lapse(1, found_on=date(2014, 5, 2))

        assert the_one(after, taken=[REMINDED, corrected]).why[0].en == "again after the measure correct (15/TB)"
        assert the_one(after, taken=[again, REMINDED]).why[0].en == "again after the measure remind (13/TB)"
        two = the_one(lapse(0), after, taken=[REMINDED])
        assert (two.step, [line.en for line in two.why]) == (sc.judging.SanctionStep.CORRECT, ["2 of gravity minor or more; it takes 2"])

    def test_what_was_already_answered(self):
        """A measure at least as strong, on the day of the last lapse or later, has answered it."""
        on_the_day = attrs.evolve(REMINDED, taken_on=LATE.found_on)
        stronger = attrs.evolve(REMINDED, id="13/TB", step=sc.judging.SanctionStep.CORRECT)
        before = attrs.evolve(REMINDED, id="11/TB", taken_on=date(2014, 3, 3))

        assert the_one(LATE, taken=[stronger, on_the_day]).already_taken == ("12/TB", "13/TB")
        assert the_one(LATE, taken=[before]).already_taken == ()
        assert the_one(lapse(1), lapse(2), taken=[on_the_day]).already_taken == ()
        assert the_one(lapse(1, state=sc.FactState.CONTESTED), taken=[on_the_day]).already_taken == ()

    def test_people_and_units(self):
        """A person's lapse is the unit's only where the policy says so; people come first, each by id."""
        lapses = [lapse(1, person_id="o2", unit_id="desk"), lapse(2, person_id=None, unit_id="desk"), lapse(3, person_id="o1")]
        answering = attrs.evolve(POLICY, unit_answers_for_people=True)

        assert list(proposed(*lapses).items()) == [("o1", "remind"), ("o2", "remind"), ("desk", "remind")]
        assert proposed(*lapses, policy=answering)["desk"] == "correct"
        assert [one.is_unit for one in sc.escalate(lapses, POLICY)] == [False, False, True]

    def test_signs_of_decline_are_reported_whatever_is_proposed(self):
        """Within the window and when found; contested ones too where the rule says so."""
        sign = lapse(1, kind=sc.judging.LapseKind.MORAL_DECLINE)
        contested = attrs.evolve(sign, state=sc.FactState.CONTESTED)
        [rule] = POLICY.reports
        eager = attrs.evolve(POLICY, reports=[attrs.evolve(rule, contested_too=True)])

        assert [(one.lapse_id, one.to, one.label.vi) for one in the_one(sign, lapse(2)).reports] == [("sp-1", "party_committee", "cấp ủy có thẩm quyền")]
        assert the_one(sign).reports[0].citation == rule.citation
        assert the_one(contested).reports == ()
        assert len(the_one(contested, policy=eager).reports) == 1
        assert the_one(attrs.evolve(sign, state=sc.FactState.NOT_SHOWN), policy=eager).reports == ()
        assert the_one(attrs.evolve(sign, found_on=date(2013, 5, 1))).reports == ()

    def test_bad_input(self):
        """All at once: wrong things, ids twice, an id that is a person's and a unit's."""
        assert faults_of(lambda: sc.escalate([1], 2, taken=[3])) == ["wrong_kind"] * 3
        assert faults_of(lambda: sc.escalate([LATE, LATE], POLICY, taken=[REMINDED, REMINDED])) == ["duplicate", "duplicate"]
        with pytest.raises(sc.InvalidInput, match=r"escalate\.findings: found 'o1', expected an id that is a person's or a unit's, not both"):
            sc.escalate([LATE, lapse(2, person_id=None, unit_id="o1")], POLICY)
