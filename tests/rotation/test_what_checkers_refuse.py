"""What the checkers of spans, loads and walks refuse or leave open, and records that make no sense."""

from datetime import date

import attrs
import pytest

import supervision_core as sc
from supervision_core.rotation import Lineage, Record
from supervision_core.rotation.check.loads import LoadLevels
from supervision_core.rotation.check.reading import Reading
from supervision_core.rotation.check.walk import span_has_plans
from supervision_core.rotation.history import followed_by, history_of_parts
from supervision_core.rotation.horizon import NONE_AT_ALL
from supervision_core.rotation.walk import walk

FORBID = sc.RotationPolicy(cooling_off_years=1, repeats=sc.Repeats.FORBID)


def faults_of(make):
    with pytest.raises(sc.InvalidInput) as raised:
        make()
    return [(fault.code, fault.place) for fault in raised.value.faults]


def roster(subjects, units, **rest):
    return sc.Roster(
        subjects=[sc.Subject(id=f"s{number}") for number in range(subjects)],
        lead_units=[sc.LeadUnit(id=unit) if isinstance(unit, str) else unit for unit in units],
        **rest,
    )


def fixed(**loads):
    return [sc.LeadUnit(id=unit, min_load=load, max_load=load) for unit, load in loads.items()]


class TestTheYearThatWasAsked:
    """A plan or certificate of another year is right for that year, and no answer to this one."""

    FEW = roster(1, [sc.LeadUnit(id="u", max_load=0)])
    BOTH = roster(2, ["u", "v"])

    def test_a_plan_of_another_year(self):
        """Right for 2022, and as long as nobody says which year was asked; a fault where 2021 was."""
        moved = attrs.evolve(sc.plan_year(self.BOTH, year=2021), year=2022)

        assert sc.verify_plan(self.BOTH, moved) == sc.verify_plan(self.BOTH, moved, year=2022) == ()
        [fault] = sc.verify_plan(self.BOTH, moved, year=2021)
        assert (fault.code, fault.place, fault.found, fault.expected) == ("other_years", "Plan.year", "2022", "2021, as asked")

    def test_a_certificate_of_another_year(self):
        """Likewise; another policy is named beside it, and what is wrong with the certificate itself comes after these."""
        moved = attrs.evolve(sc.plan_year(self.FEW, year=2021), year=2022, shortage=7)
        found = [(one.code, one.place) for one in sc.verify_infeasible(self.FEW, moved, policy=FORBID, year=2021)]

        assert [one.code for one in sc.verify_infeasible(self.FEW, moved, year=2022)] == ["wrong_shortage"]
        assert found == [("other_years", "Infeasible.year"), ("other_policy", "Infeasible.policy")]
        assert sc.verify_infeasible(self.FEW, attrs.evolve(moved, shortage=1), year=2022) == ()

    @pytest.mark.parametrize(("year", "code"), [("2021", "not_whole"), (0, "too_small"), (10_000, "too_large"), (True, "not_whole")])
    def test_what_is_no_year(self, year, code):
        """A wrong year is a mistake of whoever asks, named with all others."""
        plan, answer = sc.plan_year(self.BOTH, year=2021), sc.plan_year(self.FEW, year=2021)

        assert faults_of(lambda: sc.verify_plan(self.BOTH, plan, history=1, year=year)) == [("wrong_kind", "verify_plan.history"), (code, "verify_plan.year")]
        assert faults_of(lambda: sc.verify_infeasible(self.FEW, answer, year=year)) == [(code, "verify_infeasible.year")]


class TestSpans:
    ROSTER = roster(2, ["u", "v"])

    def found(self, answer, given=None, **rest):
        return [(fault.code, fault.place) for fault in sc.verify_horizon(given or self.ROSTER, answer, **rest)]

    def test_years_rise(self):
        """A horizon whose years fall is refused."""
        right = sc.plan_horizon(self.ROSTER, years=[2021, 2022])

        assert self.found(attrs.evolve(right, plans=right.plans[::-1])) == [("not_rising", "Horizon.plans")]

    def test_a_span_holds_a_year(self):
        """A horizon without plans is refused for that alone: there is no policy to compare."""
        right = sc.plan_horizon(self.ROSTER, years=[2021])

        assert self.found(attrs.evolve(right, plans=[], met={})) == [("empty", "Horizon.plans")]

    def test_no_span_is_asked_for_the_objective_of_a_changed_year(self):
        """MID_YEAR cannot be asked of a span: the policy of its plan is another one, and the question itself is at fault."""
        right = sc.plan_horizon(self.ROSTER, years=[2021])
        asked = attrs.evolve(right.plans[0].policy, objective=sc.Objective.MID_YEAR)

        assert self.found(right, policy=asked) == [
            ("other_policy", "Horizon.plans of 2021"),
            ("other_policy", "Horizon.plans"),
        ]

    def test_the_certificate_of_a_dead_end_is_checked(self):
        """A dead end for a minimum of two on one subject proves nothing where the minimum is gone."""
        answer = sc.plan_horizon(roster(1, [sc.LeadUnit(id="u", min_load=2), "v"]), years=[2021], policy=FORBID)
        places = [place for _, place in self.found(answer, roster(1, ["u", "v"]))]

        assert isinstance(answer, sc.HorizonInfeasible)
        assert places != []
        assert all(place.startswith("2021: Infeasible") for place in places)

    def test_the_dead_end_of_years_that_follow_a_sequence_is_checked(self):
        """Its words are those of a dead end of its own; that it claims no more than itself is another matter."""
        six = roster(6, fixed(u=2, v=2, w=1, x=1))
        policy = sc.RotationPolicy(cooling_off_years=2, repeats=sc.Repeats.FORBID)
        right = sc.plan_horizon(six, years=range(2021, 2030), policy=policy)
        other = attrs.evolve(right, instead=attrs.evolve(right.instead, ground=sc.Label("vì", "because")))

        assert self.found(other, six) == [("wrong_claim", "Horizon.instead: HorizonInfeasible.ground")]

    def test_that_a_span_with_tenure_has_no_plans_is_not_borne_out(self):
        """One subject, one lead unit, two years of tenure: the third year has no plan; of the whole span nothing is counted."""
        given = roster(1, ["u"])
        policy = sc.RotationPolicy(cooling_off_years=2, repeats=sc.Repeats.FORBID, tenure_years=2)
        answer = sc.plan_horizon(given, years=[2021, 2022, 2023], policy=policy)
        claimed = attrs.evolve(answer, claim=sc.rotation.Claim.WHOLE, ground=NONE_AT_ALL)

        assert [plan.year for plan in answer.plans] == [2021, 2022]
        assert self.found(claimed, given) == [("wrong_claim", "HorizonInfeasible.claim")]


class TestCounts:
    def test_loads_without_rests(self):
        """Four subjects on two equal lead units: one above the aim of two costs (2 * 1) ** 2, and nothing is carried."""
        levels = LoadLevels(roster(4, ["u", "v"]), {}, sc.History(), sc.RotationPolicy(carry_rest=False))

        assert [levels.balance("u", load) for load in (1, 2, 3)] == [4, 0, 4]
        assert levels.carried("u", 3) == 0

    def test_a_small_span_has_plans(self):
        """One subject and two lead units: it changes each year."""
        given = roster(1, ["u", "v"])

        assert span_has_plans({2021: given, 2022: given}, sc.History(), FORBID) is True

    def test_a_year_too_large_to_be_counted(self):
        """Two lead units for each of 22 subjects are 4194304 assignments, more than three million."""
        assert span_has_plans({2021: roster(22, ["u", "v"])}, sc.History(), FORBID) is None

    def test_a_span_too_large_to_be_counted(self):
        """2048 assignments after each of 2048 are 4194304, more than three million."""
        given = roster(11, ["u", "v"])

        assert span_has_plans({2021: given, 2022: given}, sc.History(), FORBID) is None

    def test_years_in_a_row(self):
        """A spell is counted back from the year before and ends where another lead unit, or nobody, had the subject."""
        history = sc.History.of({2018: {"s0": "v"}, 2019: {"s0": "u"}, 2020: {"s0": "u", "s1": "u"}})
        reading = Reading(roster(2, ["u", "v"]), 2021, history, FORBID)

        assert [reading.spell("s0", "u"), reading.spell("s1", "u"), reading.spell("s1", "v")] == [2, 1, 0]


class TestWalks:
    FREE = sc.RotationPolicy(cooling_off_years=0)

    def test_more_than_a_hundred_years_are_not_walked(self):
        """101 years of one subject: neither found nor excluded."""
        walked = walk(dict.fromkeys(range(2000, 2101), roster(1, ["u"])), sc.History(), self.FREE, fewest_flags=False)

        assert (walked.found, walked.is_complete) == (None, False)

    def test_a_walk_gives_up_beyond_its_bound(self):
        """12 subjects between 2 lead units are 2 + 4 + ... + 4096 = 8190 tries a year: 12 years are walked, 13 are above 100000."""
        given = roster(12, ["u", "v"])
        shorter = walk(dict.fromkeys(range(2001, 2013), given), sc.History(), self.FREE, fewest_flags=False)
        longer = walk(dict.fromkeys(range(2001, 2014), given), sc.History(), self.FREE, fewest_flags=False)

        assert shorter.is_complete
        assert [sorted(year.values()) for year in shorter.found] == [["u"] * 6 + ["v"] * 6] * 12
        assert (longer.found, longer.is_complete) == (None, False)


class TestRecords:
    def test_records_are_a_collection(self):
        """A text is no collection of records."""
        assert faults_of(lambda: sc.History.of_records("s1")) == [("not_a_collection", "History.records")]

    def test_the_first_day_is_of_the_year(self):
        """A record of 2020 does not speak by the names of a day of 2021."""
        assert faults_of(lambda: Record(subject_id="s1", lead_unit_id="u", year=2020, first_day=date(2021, 3, 1))) == [
            ("outside_the_year", "Record.first_day")
        ]

    def test_parts_that_make_no_history(self):
        """An unknown lead unit of nobody and a whole year among the parts of years are told together."""
        whole = Record(subject_id="s1", lead_unit_id="u", year=2020)
        places = [
            place for _, place in faults_of(lambda: history_of_parts({}, ((2020, ""),), (whole,), sc.History().counting, ()))
        ]

        assert places == ["History.unknown of 2020", "History.spells"]

    def test_a_step_renames_the_parts_of_years(self):
        """Four months of front are four months of women once front is women."""
        given = [Record(subject_id="s1", lead_unit_id="front", year=2020, months=4)]
        history = sc.History.of_records(given).with_lineage(Lineage(lead_units={"front": ["women"]}))

        assert list(history.records()) == [Record(subject_id="s1", lead_unit_id="women", year=2020, months=4)]

    def test_planning_on_before_a_reform_keeps_today_s_names(self):
        """What a reform of 2023 renamed stays renamed behind a plan of 2021, and the plan's own names are not touched."""
        reform = sc.rotation.Reform(on=date(2023, 7, 1), lead_units={"old": ["new"], "v": ["w"]})
        history = sc.History.of({2020: {"s0": "old"}}).with_lineage(Lineage(reforms=[reform]))
        after = followed_by(history, sc.plan_year(roster(1, ["v"]), year=2021))

        assert {year: dict(after.column(year)) for year in after.years} == {2020: {"s0": "new"}, 2021: {"s0": "v"}}


class TestMoves:
    def test_one_lead_unit_is_no_choice(self):
        """A tuple of one lead unit is no move from several."""
        assert faults_of(lambda: sc.rotation.Move(subject_id="s1", before=("u",), after="v")) == [("wrong_kind", "Move.before")]

    def test_numbers_are_no_mappings(self):
        """Each mapping of a difference that is none is named."""
        places = [
            place for _, place in faults_of(lambda: sc.rotation.PlanDiff(moved=[], renamed=1, joined=[], left=[], loads=2, score=3))
        ]

        assert places == ["PlanDiff.renamed", "PlanDiff.loads", "PlanDiff.score"]
