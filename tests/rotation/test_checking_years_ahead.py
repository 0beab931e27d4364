"""The checkers of answers about the years ahead: honest answers have no fault, every other answer has its own.

"≠" stands between what was found and what is expected.
"""

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


def lines(faults):
    """Faults as place, value, what would be right, and code."""
    return [f"{one.place}: {one.found} ≠ {one.expected} [{one.code}]" for one in faults]


def classes(name, many):
    """What is said of classes that are not the roster's."""
    return f"{name}.meetings: {many} class{'es' * (many != 1)} ≠ each class of the roster, once [wrong_classes]"


def too_few(block):
    """What is said of meetings in so many years that do not add up."""
    return f"CoolingOff.meetings: other sums ≠ {block} different lead units for each subject of a class [wrong_meetings]"


def no_limit(name, years):
    """What is said where nothing shuts out so many years."""
    return f"{name}.limiting: nothing against {years} {'year' if years == 1 else 'years'} ≠ what stands in the way [no_limit]"


def demand(numbers):
    """What is said of numbers that are not what is asked and what there is."""
    return f"CoolingOff.demand: {numbers} ≠ what is asked for and there [wrong_demand]"


CLOSED = "meetings: a closed pair ≠ meetings with open lead units [closed_pair]"
REST = "Coverage.meetings: other sums ≠ what is left of each subject's years once it has met all [wrong_meetings]"


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
#: One subject can have both in two years; three years need three lead units.
ONE_APART = CoolingOff(years=1, limiting=(), demand=3, supply=2, meetings=[meetings(1, "uv", u=1, v=1)])
#: In two years u must have two, and s0 can come once.
MINIMUM_APART = CoolingOff(
    years=0, limiting=["u"], demand=2, supply=1, meetings=[meetings(1, "uvw", u=1), meetings(1, "vw", v=1)]
)
#: Of two subjects s0 has u alone.
NARROW = roster(2, ["u", "v", "w"], bars=barred(sc.Severity.HARD, s0="v") + barred(sc.Severity.HARD, s0="w"))
#: The four, and a fifth who has two lead units more.
FIVE = attrs.evolve(
    roster(5, [*FOUR.lead_units, "w", "x"]),
    bars=[one for unit in "wx" for one in barred(sc.Severity.HARD, s0=unit, s1=unit, s2=unit, s3=unit)],
)
#: Three subjects have three lead units each, of which u takes one a year.
WIDE = roster(3, [sc.LeadUnit(id="u", max_load=1), "v", "w"])
WIDE_APART = CoolingOff(years=0, limiting=["u"], demand=0, supply=2, meetings=[meetings(3, "uvw", v=3)])
#: u must have one of two subjects each year, and both may go there.
NEEDY = roster(2, [sc.LeadUnit(id="u", min_load=1), "v"])
NEEDY_APART = CoolingOff(years=0, limiting=["u"], demand=2, supply=2, meetings=[meetings(2, "uv", u=1, v=1)])


class TestCoolingOff:
    @pytest.mark.parametrize(
        ("question", "answer"),
        [
            (FOUR, APART),
            (ONE, ONE_APART),
            (MINIMUM, MINIMUM_APART),
            (roster(0, ["u"]), CoolingOff(years=0, limiting=(), demand=0, supply=0)),
            (
                NARROW,
                CoolingOff(years=0, limiting=(), demand=2, supply=1, meetings=[meetings(1, "u", u=1), meetings(1, "uvw", w=1)]),
            ),
            (FIVE, attrs.evolve(APART, meetings=[*APART.meetings, meetings(1, "uvwx", w=1)])),
        ],
    )
    def test_right_answers(self, question, answer):
        """An answer worked out by hand has no fault: held up by a maximum, by too few lead units, by a minimum, by nobody, by whoever has least."""
        assert verify_cooling_off(question, answer) == ()

    def test_a_flagged_pair_is_open(self):
        """A pair that is flagged is open all the same, as in the answer without the bar."""
        question = attrs.evolve(FOUR, bars=barred(sc.Severity.FLAG, s0="u"))
        assert verify_cooling_off(question, APART) == ()

    @pytest.mark.parametrize(
        ("question", "answer", "change", "expected"),
        [
            (FOUR, APART, {"meetings": ()}, [classes("CoolingOff", 0)]),
            (FOUR, APART, {"meetings": [meetings(3, "uv", u=3)]}, [classes("CoolingOff", 1)]),
            (FOUR, APART, {"meetings": [meetings(4, "u", u=3)]}, [classes("CoolingOff", 1)]),
            (FOUR, APART, {"meetings": [meetings(4, "uv", u=3, v=1)] * 2}, [classes("CoolingOff", 2)]),
            (FOUR, APART, {"meetings": [meetings(4, "uv", u=3, v=1), meetings(1, "v", v=1)]}, [classes("CoolingOff", 2)]),
            (FOUR, APART, {"meetings": [meetings(4, "uv", u=3, x=1)]}, [f"CoolingOff.{CLOSED}"]),
            (FOUR, APART, {"meetings": [meetings(4, "uv", u=2, v=1)]}, [too_few(1)]),
            (FOUR, APART, {"meetings": [meetings(4, "uv")]}, [too_few(1)]),
            (FOUR, APART, {"meetings": [meetings(4, "uv", u=2, v=2)]}, ["CoolingOff.meetings at 'v': 2 ≠ from 0 to 1 [load_out_of_bounds]"]),
            # Over two years 8 meetings are due and 4 are there; over three, v is asked for 8 and has 3.
            (FOUR, APART, {"years": 1}, [too_few(2), demand("demand 4, supply 2")]),
            (FOUR, APART, {"limiting": ["x", "v"]}, ["CoolingOff.limiting: ['v', 'x'] ≠ lead units of the roster [unknown_id]"]),
            # In two years at least 4 of the meetings are u's, which may have 6.
            (FOUR, APART, {"limiting": ["u"]}, [no_limit("CoolingOff", 1), demand("demand 4, supply 2")]),
            (FOUR, APART, {"limiting": ["u"], "supply": 6}, [no_limit("CoolingOff", 1), demand("demand 4, supply 6")]),
            (FOUR, APART, {"limiting": ()}, [no_limit("CoolingOff", 1)]),
            (FOUR, APART, {"demand": 5}, [demand("demand 5, supply 2")]),
            (FOUR, APART, {"supply": 3}, [demand("demand 4, supply 3")]),
            # v has no minimum, and 4 could come to it: right numbers, and no reason.
            (FOUR, APART, {"demand": 0, "supply": 4}, [demand("demand 0, supply 4")]),
            # One subject, two lead units: one of them twice in two years, or one of them in two places of the reason.
            (ONE, ONE_APART, {"meetings": [meetings(1, "uv", u=2)]}, [too_few(2)]),
            (ONE, ONE_APART, {"demand": 4}, [no_limit("CoolingOff", 2)]),
            (ONE, ONE_APART, {"supply": 3}, [no_limit("CoolingOff", 2)]),
            # u must have one, and only s0 may go there; each class is counted by itself.
            (MINIMUM, MINIMUM_APART, {"meetings": [meetings(1, "uvw", w=1), meetings(1, "vw", v=1)]}, ["CoolingOff.meetings at 'u': 0 ≠ from 1 to 2 [load_out_of_bounds]"]),
            (MINIMUM, MINIMUM_APART, {"meetings": [meetings(1, "uvw", u=1, v=1), meetings(1, "vw")]}, [too_few(1), too_few(1)]),
            (MINIMUM, MINIMUM_APART, {"meetings": [meetings(1, "uvw", v=1), meetings(1, "vw", u=1)]}, [f"CoolingOff.{CLOSED}"]),
            # v and w, which have no minimum, may have four in two years, and two or three are asked of them.
            (MINIMUM, MINIMUM_APART, {"limiting": ["v", "w"]}, [no_limit("CoolingOff", 1), demand("demand 2, supply 1")]),
            # Whoever has two others in two years asks nothing of u; and two can come to u as often as it must have somebody.
            (WIDE, WIDE_APART, {}, [no_limit("CoolingOff", 1), demand("demand 0, supply 2")]),
            (NEEDY, NEEDY_APART, {}, [no_limit("CoolingOff", 1), demand("demand 2, supply 2")]),
        ],
    )  # fmt: skip
    def test_wrong_answers(self, question, answer, change, expected):
        """Other years, other meetings, missing classes, other lead units and other numbers are faults, each by its name."""
        assert lines(verify_cooling_off(question, attrs.evolve(answer, **change))) == expected

    def test_as_much_as_there_is_stands_in_nobodys_way(self):
        """Two subjects and two places a year: two meetings with u are asked for in two years, and two are there."""
        full = roster(2, [sc.LeadUnit(id="u", max_load=1), sc.LeadUnit(id="v", max_load=1)])
        wrong = CoolingOff(years=0, limiting=["u"], demand=2, supply=2, meetings=[meetings(2, "uv", u=1, v=1)])
        assert lines(verify_cooling_off(full, wrong)) == [no_limit("CoolingOff", 1), demand("demand 2, supply 2")]

    def test_subjects_that_there_are_not(self):
        """A class told a second time with another size does not lend its subjects: u and v need two, and there is one."""
        needy = roster(1, [sc.LeadUnit(id=unit, min_load=1, max_load=5) for unit in "uv"])
        lent = [meetings(2, "uv", u=1, v=1), meetings(1, "uv", u=1)]
        forged = CoolingOff(years=0, limiting=["u", "v"], demand=4, supply=2, meetings=lent)
        assert lines(verify_cooling_off(needy, forged)) == [classes("CoolingOff", 2)]

    @pytest.mark.parametrize("change", [{"years": 1}, {"demand": 1}, {"supply": 1}])
    def test_nobody_to_supervise(self, change):
        """Where there is nobody, nothing is asked and nothing is said to hold: 0 years, and no other number."""
        wrong = attrs.evolve(CoolingOff(years=0, limiting=(), demand=0, supply=0), **change)
        assert lines(verify_cooling_off(roster(0, ["u"]), wrong)) == [no_limit("CoolingOff", wrong.years + 1)]

    def test_kinds(self):
        """What is no roster and no answer is named at once."""
        with pytest.raises(sc.InvalidInput) as raised:
            verify_cooling_off(1, ALL_MET)
        assert lines(raised.value.faults) == [
            "verify_cooling_off.roster: 1 ≠ a Roster [wrong_kind]",
            "verify_cooling_off.answer: a Coverage ≠ a CoolingOff [wrong_kind]",
        ]


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
            # Likewise with two lead units: of s1, who has v alone, nothing can come to u.
            (
                roster(2, [sc.LeadUnit(id="u", min_load=1), "v"], bars=barred(sc.Severity.HARD, s1="u")),
                Coverage(years=None, limiting=["u"]),
            ),
        ],
    )
    def test_right_answers(self, question, answer):
        """An answer worked out by hand has no fault, be it a number of years or that there is none."""
        assert verify_coverage(question, answer) == ()

    @pytest.mark.parametrize(
        ("change", "expected"),
        [
            ({"meetings": ()}, [classes("Coverage", 0)]),
            ({"meetings": [meetings(1, "uv", v=2), meetings(4, "uv", u=8)]}, [classes("Coverage", 2)]),
            ({"meetings": [meetings(4, "uv", x=8)]}, [f"Coverage.{CLOSED}"]),
            ({"meetings": [meetings(4, "uv", u=7)]}, [REST]),
            ({"meetings": [meetings(4, "uv", u=7, v=1)]}, ["Coverage.meetings at 'v': 5 ≠ from 0 to 4 [load_out_of_bounds]"]),
            # Four years are enough for v, so it does not stand in their way.
            ({"years": 5}, [REST, no_limit("Coverage", 4)]),
            # u has had 4 + 8 of the 9 meetings it may have in three years, v 4 of 3.
            ({"years": 3}, [REST, "Coverage.meetings at 'u': 12 ≠ from 0 to 9 [load_out_of_bounds]", "Coverage.meetings at 'v': 4 ≠ from 0 to 3 [load_out_of_bounds]"]),
            ({"limiting": ["u"]}, [no_limit("Coverage", 3)]),
            # Everybody may go to both, which is two lead units and no four years; in three years 12 meetings are asked and there.
            ({"limiting": ["u", "v"]}, [no_limit("Coverage", 3)]),
            ({"limiting": ()}, [no_limit("Coverage", 3)]),
            ({"limiting": ["x", "v"]}, ["Coverage.limiting: ['v', 'x'] ≠ lead units of the roster [unknown_id]"]),
            # v is asked for two too many in two years, but only for one in three.
            ({"years": None, "meetings": ()}, ["Coverage.limiting: ('v',) ≠ lead units that shut out every number of years [no_limit]"]),
            ({"years": None, "meetings": (), "limiting": ["u", "v"]}, ["Coverage.limiting: ('u', 'v') ≠ lead units that shut out every number of years [no_limit]"]),
        ],
    )  # fmt: skip
    def test_wrong_answers(self, change, expected):
        """Other years, other meetings, missing classes and other lead units are faults, each by its name."""
        assert lines(verify_coverage(FOUR, attrs.evolve(ALL_MET, **change))) == expected

    def test_unknown_lead_units_that_ask(self):
        """What asks for more years is a lead unit of the roster too."""
        assert codes(verify_coverage(FOUR, attrs.evolve(ALL_MET, asking=["x"]))) == ["unknown_id"]

    def test_each_class_by_itself(self):
        """s0 has two lead units and s1 has one: a year of s1's rest that s0 is said to have is wrong twice."""
        question = roster(2, ["u", "v"], bars=barred(sc.Severity.HARD, s1="v"))
        right = Coverage(years=2, limiting=["u", "v"], meetings=[meetings(1, "uv"), meetings(1, "u", u=1)])

        assert verify_coverage(question, right) == ()
        swapped = [meetings(1, "uv", u=1), meetings(1, "u")]
        assert lines(verify_coverage(question, attrs.evolve(right, meetings=swapped))) == [REST, REST]
        assert lines(verify_coverage(question, attrs.evolve(right, limiting=["u"]))) == [no_limit("Coverage", 1)]

    def test_a_minimum_that_is_not_met(self):
        """u must have one of two each year: after three years that is three, and s0 and s1 have met it once each."""
        question = roster(2, [sc.LeadUnit(id="u", min_load=1), "v", "w"])
        wrong = Coverage(years=3, limiting=["u", "v", "w"], meetings=[meetings(2, "uvw")])

        assert lines(verify_coverage(question, wrong)) == ["Coverage.meetings at 'u': 2 ≠ from 3 to 6 [load_out_of_bounds]"]

    def test_as_many_lead_units_as_years_that_are_nobodys(self):
        """w takes nobody, so that u and w are not the lead units of anybody, although they are two for two years."""
        question = roster(1, ["u", "v", sc.LeadUnit(id="w", max_load=0)])
        right = Coverage(years=2, limiting=["u", "v"], meetings=[meetings(1, "uv")])

        assert verify_coverage(question, right) == ()
        assert lines(verify_coverage(question, attrs.evolve(right, limiting=["u", "w"]))) == [no_limit("Coverage", 1)]

    def test_what_shuts_out_every_number_of_years(self):
        """Whoever has u alone fills it, and nobody else can ever meet it; where u is that subject's only, nothing is wrong."""
        units = [sc.LeadUnit(id="u", max_load=1), "v"]
        filled = roster(2, units, bars=barred(sc.Severity.HARD, s0="v"))
        apart = roster(1, units[:1])
        never = Coverage(years=None, limiting=["u"])

        assert verify_coverage(filled, never) == ()
        assert lines(verify_coverage(apart, never)) == [
            "Coverage.limiting: ('u',) ≠ lead units that shut out every number of years [no_limit]"
        ]

    def test_meetings_of_nobody(self):
        """Where there is nobody to supervise there is no class to meet anybody."""
        answer = Coverage(years=0, limiting=(), meetings=[meetings(1, "u", u=1)])
        assert lines(verify_coverage(roster(0, ["u"]), answer)) == [classes("Coverage", 1)]

    def test_no_years_with_nobody(self):
        """Where there is nobody to supervise no year is needed, and to say one is too much."""
        assert lines(verify_coverage(roster(0, ["u"]), Coverage(years=1, limiting=()))) == [no_limit("Coverage", 0)]

    @pytest.mark.parametrize(
        ("question", "nobodys"),
        [
            (roster(2, [sc.LeadUnit(id="u", max_load=0)]), [meetings(2, "")]),
            (roster(2, ["u", "v"], bars=barred(sc.Severity.HARD, s0="u") + barred(sc.Severity.HARD, s0="v")), [meetings(1, ""), meetings(1, "uv")]),
            (roster(0, [sc.LeadUnit(id="u", min_load=1), "v"]), []),
        ],
    )  # fmt: skip
    def test_no_year_has_a_plan(self, question, nobodys):
        """Where somebody has no lead unit, or there is nobody for a minimum, no number of years is enough, 0 neither."""
        assert sc.years_to_full_coverage(question).years is None
        for years in (0, 1, 2):
            for limiting in ((), ["u"]):
                wrong = Coverage(years=years, limiting=limiting, meetings=nobodys)
                assert lines(verify_coverage(question, wrong)) == [
                    f"Coverage.years: {years} ≠ None: no year has a plan for this roster [wrong_claim]"
                ]

    def test_nothing_asks_for_no_years(self):
        """Where nobody is to be supervised, no lead unit asks for the years that are not needed."""
        question = roster(0, ["u", sc.LeadUnit(id="v", max_load=0)])
        for limiting in ("u", "v", "uv"):
            wrong = Coverage(years=0, limiting=tuple(limiting))
            assert lines(verify_coverage(question, wrong)) == [no_limit("Coverage", -1)]

    def test_who_shuts_out_every_year_for_somebody_without_a_lead_unit(self):
        """s0 has no lead unit: none that takes others is the reason; the one that takes nobody is, or none at all."""
        units = ["u", "v", sc.LeadUnit(id="w", max_load=0)]
        question = roster(2, units, bars=barred(sc.Severity.HARD, s0="u") + barred(sc.Severity.HARD, s0="v"))
        for limiting in ((), ("w",)):
            assert verify_coverage(question, Coverage(years=None, limiting=limiting)) == ()
        for limiting in (("u",), ("u", "v"), ("u", "v", "w")):
            assert lines(verify_coverage(question, Coverage(years=None, limiting=limiting))) == [
                f"Coverage.limiting: {limiting} ≠ lead units that shut out every number of years [no_limit]"
            ]
        needy = roster(0, [sc.LeadUnit(id="u", min_load=1), "v"])
        assert verify_coverage(needy, Coverage(years=None, limiting=["u", "v"])) == ()

    def test_nothing_that_asks_for_anybody(self):
        """Where nobody is to be supervised, what stands in the way is a lead unit that must have somebody, and no other."""
        needy = roster(0, [sc.LeadUnit(id="u", min_load=1), "v"])
        for limiting, shown in ((), "()"), (["v"], "('v',)"):
            assert lines(verify_coverage(needy, Coverage(years=None, limiting=limiting))) == [
                f"Coverage.limiting: {shown} ≠ lead units that shut out every number of years [no_limit]"
            ]

    def test_kinds(self):
        """What is no roster and no answer is named at once."""
        with pytest.raises(sc.InvalidInput) as raised:
            verify_coverage(1, APART)
        assert lines(raised.value.faults) == [
            "verify_coverage.roster: 1 ≠ a Roster [wrong_kind]",
            "verify_coverage.answer: a CoolingOff ≠ a Coverage [wrong_kind]",
        ]


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
