"""The checkers of answers about the years ahead: honest answers have no fault, every other answer has its own."""

import attrs
import pytest

import supervision_core as sc
from supervision_core.rotation import verify_cooling_off, verify_coverage
from supervision_core.rotation.long_run import CoolingOff, Coverage, MeetingsOfClass


def roster(subjects, units, **rest):
    return sc.Roster(
        subjects=[sc.Subject(id=f"s{number}") for number in range(subjects)],
        lead_units=[sc.LeadUnit(id=unit) if isinstance(unit, str) else unit for unit in units],
        **rest,
    )


def barred(severity, **pairs):
    return [
        sc.Bar(subject_id=one, lead_unit_id=unit, reason=sc.BarReason.JURISDICTION, severity=severity)
        for one, unit in pairs.items()
    ]


def meetings(subjects, units, **times):
    return MeetingsOfClass(open=tuple(units), subjects=subjects, times=times)


def codes(faults):
    return [fault.code for fault in faults]


#: Four subjects, every year three at most with u and one at most with v.
FOUR = roster(4, [sc.LeadUnit(id="u", max_load=3), sc.LeadUnit(id="v", max_load=1)])
#: Two different lead units for each in two years would be 4 meetings with v, which has 2.
APART = CoolingOff(years=0, limiting=["v"], demand=4, supply=2, meetings=[meetings(4, "uv", u=3, v=1)])
#: All four have met v after four years, no sooner; by then u has had 4 meetings and, of the 8 others, all.
ALL_MET = Coverage(years=4, limiting=["v"], meetings=[meetings(4, "uv", u=8)])
#: Nothing is asked of anybody, and two lead units are open.
ONE = roster(1, ["u", "v"])
#: u must have one of two subjects each year, and only s0 may go there.
MINIMUM = roster(2, [sc.LeadUnit(id="u", min_load=1), "v", "w"], bars=barred(sc.Severity.HARD, s1="u"))


class TestCoolingOff:
    @pytest.mark.parametrize(
        ("question", "answer"),
        [
            (FOUR, APART),
            (ONE, CoolingOff(years=1, limiting=(), demand=3, supply=2, meetings=[meetings(1, "uv", u=1, v=1)])),
            (
                MINIMUM,
                CoolingOff(
                    years=0, limiting=["u"], demand=2, supply=1, meetings=[meetings(1, "uvw", u=1), meetings(1, "vw", v=1)]
                ),
            ),
            (roster(0, ["u"]), CoolingOff(years=0, limiting=(), demand=0, supply=0)),
        ],
    )
    def test_right_answers(self, question, answer):
        """An answer worked out by hand has no fault: held up by a maximum, by too few lead units, by a minimum, by nobody."""
        assert verify_cooling_off(question, answer) == ()

    def test_a_flagged_pair_is_open(self):
        """A pair that is flagged is open all the same, as in the answer without the bar."""
        question = attrs.evolve(FOUR, bars=barred(sc.Severity.FLAG, s0="u"))
        assert verify_cooling_off(question, APART) == ()

    @pytest.mark.parametrize(
        ("change", "expected"),
        [
            ({"meetings": ()}, ["wrong_classes"]),
            ({"meetings": [meetings(3, "uv", u=3)]}, ["wrong_classes"]),
            ({"meetings": [meetings(4, "uv", u=3, v=1)] * 2}, ["wrong_classes"]),
            ({"meetings": [meetings(4, "uv", u=3, x=1)]}, ["closed_pair"]),
            ({"meetings": [meetings(4, "uv", u=2, v=1)]}, ["wrong_meetings"]),
            ({"meetings": [meetings(4, "uv", u=2, v=2)]}, ["load_out_of_bounds"]),
            # Over two years 8 meetings are due and 4 are there; over three, v is asked for 8 and has 3.
            ({"years": 1}, ["wrong_meetings", "wrong_demand"]),
            ({"limiting": ["x"]}, ["unknown_id"]),
            # In two years at least 4 of the meetings are u's, which may have 6.
            ({"limiting": ["u"]}, ["no_limit", "wrong_demand"]),
            ({"limiting": ()}, ["no_limit"]),
            ({"demand": 5}, ["wrong_demand"]),
            ({"supply": 3}, ["wrong_demand"]),
        ],
    )
    def test_wrong_answers(self, change, expected):
        """Other years, other meetings, missing classes, other lead units and other numbers are faults, each by its name."""
        assert codes(verify_cooling_off(FOUR, attrs.evolve(APART, **change))) == expected

    def test_kinds(self):
        """What is no roster and no answer is named at once."""
        with pytest.raises(sc.InvalidInput) as raised:
            verify_cooling_off(1, ALL_MET)
        assert codes(raised.value.faults) == ["wrong_kind"] * 2


class TestCoverage:
    @pytest.mark.parametrize(
        ("question", "answer"),
        [
            (FOUR, ALL_MET),
            (ONE, Coverage(years=2, limiting=["u", "v"], meetings=[meetings(1, "uv")])),
            (roster(0, ["u"]), Coverage(years=0, limiting=())),
            (roster(0, [sc.LeadUnit(id="u", min_load=1)]), Coverage(years=None, limiting=["u"])),
            (roster(1, [sc.LeadUnit(id="u", max_load=0)]), Coverage(years=None, limiting=())),
            # Three meetings are due each year, and there are two.
            (roster(3, [sc.LeadUnit(id=unit, max_load=1) for unit in "uv"]), Coverage(years=None, limiting=["u", "v"])),
            # s0 alone can be u's, which must have one each year: no year is left for v.
            (MINIMUM, Coverage(years=None, limiting=["u"])),
        ],
    )
    def test_right_answers(self, question, answer):
        """An answer worked out by hand has no fault, be it a number of years or that there is none."""
        assert verify_coverage(question, answer) == ()

    @pytest.mark.parametrize(
        ("change", "expected"),
        [
            ({"meetings": ()}, ["wrong_classes"]),
            ({"meetings": [meetings(4, "uv", x=8)]}, ["closed_pair"]),
            ({"meetings": [meetings(4, "uv", u=7)]}, ["wrong_meetings"]),
            ({"meetings": [meetings(4, "uv", u=7, v=1)]}, ["load_out_of_bounds"]),
            # Four years are enough for v, so it does not stand in their way.
            ({"years": 5}, ["wrong_meetings", "no_limit"]),
            # u has had 4 + 8 of the 9 meetings it may have in three years, v 4 of 3.
            ({"years": 3}, ["wrong_meetings", "load_out_of_bounds", "load_out_of_bounds"]),
            ({"limiting": ["u"]}, ["no_limit"]),
            ({"limiting": ["x"]}, ["unknown_id"]),
            ({"asking": ["x"]}, ["unknown_id"]),
            ({"years": None, "meetings": ()}, ["no_limit"]),
        ],
    )
    def test_wrong_answers(self, change, expected):
        """Other years, other meetings, missing classes and other lead units are faults, each by its name."""
        assert codes(verify_coverage(FOUR, attrs.evolve(ALL_MET, **change))) == expected

    def test_meetings_of_nobody(self):
        """Where there is nobody to supervise there is no class to meet anybody."""
        answer = Coverage(years=0, limiting=(), meetings=[meetings(1, "u", u=1)])
        assert codes(verify_coverage(roster(0, ["u"]), answer)) == ["wrong_classes"]

    def test_nothing_that_asks_for_anybody(self):
        """Where nobody is to be supervised and no lead unit must have anybody, it is wrong to say that it can never be."""
        assert codes(verify_coverage(roster(0, ["u"]), Coverage(years=None, limiting=()))) == ["no_limit"]

    def test_kinds(self):
        """What is no roster and no answer is named at once."""
        with pytest.raises(sc.InvalidInput) as raised:
            verify_coverage(1, APART)
        assert codes(raised.value.faults) == ["wrong_kind"] * 2


class TestAnswers:
    def test_a_maximum_that_stands_in_the_way(self):
        """The answer names the lead unit whose maximum is too small, with what is asked of it and what it may have."""
        found = sc.sustainable_cooling_off(FOUR)
        assert (found.years, found.limiting, found.demand, found.supply) == (0, ("v",), 4, 2)

    def test_two_lead_units_that_are_full_together_only(self):
        """Three subjects have u and v alone, two have w too: 9 + 4 meetings in three years are too many, in four 16 are not.

        Neither is full by itself: u and v may have 6 meetings each in three years, and only five subjects come.
        """
        units = [sc.LeadUnit(id="u", max_load=2), sc.LeadUnit(id="v", max_load=2), "w"]
        question = roster(5, units, bars=barred(sc.Severity.HARD, s0="w", s1="w", s2="w"))
        found = sc.years_to_full_coverage(question)
        assert (found.years, found.limiting) == (4, ("u", "v"))
        assert verify_coverage(question, found) == ()

    def test_times_that_are_no_mapping(self):
        """Meetings are told by lead unit."""
        with pytest.raises(sc.InvalidInput) as raised:
            MeetingsOfClass(open=["u"], subjects=1, times=3)
        assert codes(raised.value.faults) == ["wrong_kind"]


class TestExplanations:
    def test_subjects_that_are_alike(self):
        """Six subjects that are alike, two at each of three lead units, could each have either of the two others as well."""
        question = roster(6, [sc.LeadUnit(id=unit, min_load=2, max_load=2) for unit in "uvw"])
        plan = sc.plan_year(question, year=2021)
        found = sc.rotation.explain_assignments(plan, question)
        assert {
            subject: [(one.lead_unit_id, one.level, one.cost) for one in told.others] for subject, told in found.items()
        } == {
            subject: [(unit, None, 0) for unit in "uvw" if unit != plan.assignments[subject]]
            for subject in question.subject_ids
        }

    def test_subjects_that_differ_at_one_lead_unit(self):
        """Of three subjects s2 must be u's: v is closed to it, and the two others could change places at no cost."""
        units = [sc.LeadUnit(id="u", min_load=2, max_load=2), sc.LeadUnit(id="v", min_load=1, max_load=1)]
        question = roster(3, units, bars=barred(sc.Severity.HARD, s2="v"))
        plan = sc.plan_year(question, year=2021)
        found = sc.rotation.explain_assignments(plan, question)
        alternatives = {subject: [(one.closed, one.level, one.cost) for one in told.others] for subject, told in found.items()}
        assert alternatives == {
            "s0": [((), None, 0)],
            "s1": [((), None, 0)],
            "s2": [((sc.BarReason.JURISDICTION,), None, 0)],
        }
