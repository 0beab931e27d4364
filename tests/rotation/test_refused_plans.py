"""A plan is held against what was asked, what it rests on, its proof and its choice.

"≠" stands between what was found and what is expected.
"""

from datetime import date

import attrs
import pytest

import supervision_core as sc
from rotation.told import lines, raised
from supervision_core.rotation import Allowance, IdleAllowance, Proof, Reform

KIN = sc.BarReason.KIN
FORBID = sc.RotationPolicy(cooling_off_years=1, repeats=sc.Repeats.FORBID)


def unit(name, least=0, most=None):
    """A lead unit with bounds."""
    return sc.LeadUnit(id=name, min_load=least, max_load=most)


def roster(subjects, units="uv", closed="", **rest):
    """A roster of one-letter subjects; each two letters of what is closed are a subject and a lead unit."""
    return sc.Roster(
        subjects=[sc.Subject(id=one) for one in subjects],
        lead_units=[one if isinstance(one, sc.LeadUnit) else unit(one) for one in units],
        bars=[sc.Bar(subject_id=one, lead_unit_id=other, reason=KIN) for one, other in closed.split()],
        **rest,
    )


class TestWhatWasAsked:
    """The policy, the reference and the year that were asked."""

    TWO = roster("ab")
    PLAN = sc.plan_year(TWO, year=2026)
    LIKE_IT = sc.plan_year(TWO, year=2026, reference={"a": "u", "b": "v"})

    def test_another_policy(self):
        """A plan is held against the policy that was asked, before anything else of it is looked at."""
        wrong = attrs.evolve(self.PLAN, loads={"u": 2, "v": 0})

        assert lines(sc.verify_plan(self.TWO, self.PLAN, policy=self.PLAN.policy)) == []
        assert lines(sc.verify_plan(self.TWO, wrong, policy=FORBID)) == [
            "Plan.policy: repeats MINIMISE ≠ repeats FORBID [other_policy]"
        ]

    @pytest.mark.parametrize(
        ("given", "asked", "found", "expected"),
        [
            ({}, {"cooling_off_years": 2}, "cooling_off_years 1", "cooling_off_years 2"),
            ({}, {"tenure_years": 3}, "tenure_years 1", "tenure_years 3"),
            ({}, {"carry_rest": False}, "carry_rest True", "carry_rest False"),
            ({}, {"objective": sc.Objective.MID_YEAR}, "objective ANNUAL", "objective MID_YEAR"),
            ({}, {"tie_break": sc.TieBreak.ANY}, "tie_break CANONICAL", "tie_break ANY"),
            ({}, {"tie_break": sc.PublicDraw("x")}, "tie_break CANONICAL", "tie_break PublicDraw 'x'"),
            ({"tie_break": sc.PublicDraw("x")}, {"tie_break": sc.PublicDraw("x", "A")}, "tie_break PublicDraw 'x'", "tie_break PublicDraw 'x', scope 'A'"),
            ({"tie_break": sc.PublicDraw("x" * 81)}, {"tie_break": sc.PublicDraw("y")}, "tie_break PublicDraw a text of 81 characters", "tie_break PublicDraw 'y'"),
            # By their length alone these two would read the same.
            ({"tie_break": sc.PublicDraw("x" * 81)}, {"tie_break": sc.PublicDraw("y" * 81)}, f"tie_break PublicDraw '{'x' * 81}'", f"tie_break PublicDraw '{'y' * 81}'"),
            ({"tenure_years": 2}, {"objective": sc.Objective.MID_YEAR, "carry_rest": False}, "tenure_years 2, carry_rest True, objective ANNUAL", "tenure_years 1, carry_rest False, objective MID_YEAR"),
        ],
    )  # fmt: skip
    def test_wherein_policies_differ(self, given, asked, found, expected):
        """Both sides have the fields that differ, in their order, and no other; so nobody reads the same twice."""
        plan = attrs.evolve(self.PLAN, policy=sc.RotationPolicy(**given))

        [fault] = sc.verify_plan(self.TWO, plan, policy=sc.RotationPolicy(**asked))

        assert lines([fault]) == [f"Plan.policy: {found} ≠ {expected} [other_policy]"]

    @pytest.mark.parametrize(
        ("given", "asked", "expected"),
        [
            (LIKE_IT, None, True),
            (LIKE_IT, {"b": "v", "a": "u"}, True),
            (LIKE_IT, {"a": ("u",), "b": "v"}, True),
            (LIKE_IT, PLAN, True),
            (PLAN, {}, True),
            (LIKE_IT, {"a": "v", "b": "v"}, "2 subjects"),
            (LIKE_IT, {"a": "u"}, "2 subjects"),
            (LIKE_IT, {"a": ("u", "v"), "b": "v"}, "2 subjects"),
            (LIKE_IT, {}, "2 subjects"),
            (PLAN, {"a": "u"}, "0 subjects"),
            (PLAN, PLAN, "0 subjects"),
            (attrs.evolve(LIKE_IT, reference={"a": ("v", "u"), "b": "v"}), {"a": ("u", "v"), "b": "v"}, True),
        ],
    )
    def test_another_reference(self, given, asked, expected):
        """Who had whom, whatever the order; where several may be kept, all of them; where nobody said, any."""
        found = lines(sc.verify_plan(self.TWO, given, reference=asked))

        assert found == (
            [] if expected is True else [f"Plan.reference: {expected} ≠ the reference that was asked [other_reference]"]
        )

    def test_a_reference_in_another_spelling(self):
        """An é of two letters is the é of one."""
        given = sc.Roster(subjects=[sc.Subject(id="é")], lead_units=[unit("ê"), unit("v")])
        plan = sc.plan_year(given, year=2026, reference={"é": "ê"})

        assert lines(sc.verify_plan(given, plan, reference={"e\u0301": "e\u0302"})) == []

    def test_a_reference_that_names_one_subject_twice(self):
        """Which of the two was asked nobody can say: neither is taken."""
        given = sc.Roster(subjects=[sc.Subject(id="é")], lead_units=[unit("u"), unit("v")])
        plan = sc.plan_year(given, year=2026, reference={"é": "v"})

        assert raised(lambda: sc.verify_plan(given, plan, reference={"é": "u", "e\u0301": "v"})) == [
            "verify_plan.reference: ['é', 'é'] ≠ each once; two are alike in composed Unicode [duplicate]"
        ]

    @pytest.mark.parametrize(("day", "is_open"), [(date(2026, 1, 1), False), (date(2026, 1, 2), True), (date(2026, 12, 31), True), (date(2027, 1, 1), False)])  # fmt: skip
    def test_the_plan_of_a_replan_as_the_reference_does_not_say_whose_names_it_has(self, day, is_open):
        """From 2 January to the end of its year a reform leaves open what u and v are; a plan of the year itself has those of 1 January."""
        given = roster("ab")
        swapped = Reform(on=day, lead_units={"u": ["v"], "v": ["u"]})
        history = sc.History().with_lineage(sc.Lineage(reforms=[swapped]))
        first = sc.plan_year(given, year=2026)
        again = sc.replan(first, given).plan
        turned = {"a": "u", "b": "v"} if day == date(2026, 1, 1) else {"a": "v", "b": "u"}
        plan = sc.plan_year(given, year=2027, history=history, reference=turned)

        assert lines(sc.verify_plan(given, plan, history=history, reference=first)) == []
        wanted = (
            "the assignments by today's names: a reform of its year leaves open by whose names this plan of a replan speaks"
        )
        assert lines(sc.verify_plan(given, plan, history=history, reference=again)) == (
            [f"reference: a plan of 2026 ≠ {wanted} [replanned_in_a_reform]"] if is_open else []
        )

    def test_a_plan_asked_as_the_reference_is_read_by_today_s_names(self):
        """What the reference calls u is w from July; one day before the year it was so already."""
        given = roster("a", "wv")
        for day, right in ((date(2026, 7, 1), True), (date(2026, 1, 2), True), (date(2026, 1, 1), False)):
            history = sc.History().with_lineage(sc.Lineage(reforms=[Reform(on=day, lead_units={"u": ["w"]})]))
            plan = sc.plan_year(given, year=2026, history=history, reference={"a": "w"})
            found = sc.verify_plan(given, plan, history=history, reference=sc.plan_year(roster("a", "u"), year=2026))

            assert [one.code for one in found] == ([] if right else ["other_reference"]), day

    def test_the_year(self):
        """The first and the last year that there are may be asked, and no other."""
        for year in (1, 9999):
            assert lines(sc.verify_plan(self.TWO, self.PLAN, year=year)) == [
                f"Plan.year: 2026 ≠ {year}, as asked [other_years]"
            ]
        assert raised(lambda: sc.verify_plan(self.TWO, self.PLAN, policy=4, year=0)) == [
            "verify_plan.policy: 4 ≠ a RotationPolicy, or None [wrong_kind]",
            "verify_plan.year: 0 ≠ at least 1 [too_small]",
        ]
        assert raised(lambda: sc.verify_plan(self.TWO, self.PLAN, year=10_000)) == [
            "verify_plan.year: 10000 ≠ at most 9999 [too_large]"
        ]
        assert [(one.split(":")[0], one[-12:]) for one in raised(lambda: sc.verify_plan(self.TWO, self.PLAN, reference=5))] == [
            ("verify_plan.reference", "[wrong_kind]")
        ]


class TestAllowancesOfAPlan:
    """What a plan rests on, and what it warns of."""

    RESTS = Allowance(subject_id="a", lead_unit_id="u", ground="x")
    UNUSED = Allowance(subject_id="a", lead_unit_id="v", ground="y")
    IDLE = Allowance(subject_id="b", lead_unit_id="u", ground="z")
    # a must go to u, which had it last year, and so had v; w had b, which may go to u anyway.
    QUESTION = roster("ab", "uvw", allowances=[RESTS, IDLE], pins={"a": "u"})
    HISTORY = sc.History.of_records(
        [sc.rotation.Record(subject_id=one, lead_unit_id=other, year=2025) for one, other in ("au", "av", "bw")]
    )

    def test_what_a_plan_rests_on_and_what_opens_nothing(self):
        """Only what the plan rests on is allowed, and only what opens nothing is warned of."""
        plan = sc.plan_year(self.QUESTION, year=2026, history=self.HISTORY, policy=FORBID)
        warning = IdleAllowance(year=2026, allowance=self.IDLE)

        def checked(**forged):
            return lines(sc.verify_plan(self.QUESTION, attrs.evolve(plan, **forged), history=self.HISTORY))

        assert (plan.allowed, [one for one in plan.warnings if isinstance(one, IdleAllowance)]) == ((self.RESTS,), [warning])
        assert checked() == []
        apart = ", not all of them right"
        for wrong in ([], [self.RESTS, self.IDLE], [self.IDLE]):
            assert checked(allowed=wrong) == [
                f"Plan.allowed: {len(wrong)} allowance{'s' * (len(wrong) != 1)}{apart if len(wrong) == 1 else ''} ≠ the 1 allowance that the plan rests on [wrong_allowances]"
            ]
        others = [one for one in plan.warnings if one != warning]
        for wrong in (
            [],
            [warning, warning],
            [attrs.evolve(warning, year=2027)],
            [attrs.evolve(warning, allowance=self.RESTS)],
        ):
            assert checked(warnings=[*wrong, *others]) == [
                f"Plan.warnings: {len(wrong)} allowance{'s' * (len(wrong) != 1)}{apart if len(wrong) == 1 else ''} ≠ the 1 allowance that opens nothing in 2026 [wrong_allowances]"
            ]
        assert checked(allowed=[], warnings=others) == [
            "Plan.allowed: 0 allowances ≠ the 1 allowance that the plan rests on [wrong_allowances]",
            "Plan.warnings: 0 allowances ≠ the 1 allowance that opens nothing in 2026 [wrong_allowances]",
        ]

    def test_what_opens_a_pair_that_is_not_taken(self):
        """It is neither rested on nor idle: without the pin a may have w, which had it not."""
        free = roster("a", "uvw", allowances=[self.RESTS, self.UNUSED])
        plan = sc.plan_year(free, year=2026, history=self.HISTORY, policy=FORBID)

        assert dict(plan.assignments) == {"a": "w"}
        assert (plan.allowed, plan.warnings) == ((), ())
        assert lines(sc.verify_plan(free, plan, history=self.HISTORY)) == []
        assert lines(sc.verify_plan(free, attrs.evolve(plan, allowed=[self.RESTS]), history=self.HISTORY)) == [
            "Plan.allowed: 1 allowance ≠ the 0 allowances that the plan rests on [wrong_allowances]"
        ]

    def test_where_repeats_are_only_kept_few_every_allowance_is_idle(self):
        """Nothing is closed, so nothing is opened."""
        plan = sc.plan_year(self.QUESTION, year=2026, history=self.HISTORY)

        assert (plan.allowed, [one.allowance for one in plan.warnings]) == ((), [self.RESTS, self.IDLE])
        assert lines(sc.verify_plan(self.QUESTION, attrs.evolve(plan, warnings=[]), history=self.HISTORY)) == [
            "Plan.warnings: 0 allowances ≠ the 2 allowances that open nothing in 2026 [wrong_allowances]"
        ]


class TestProofsAndChoices:
    """Prices that prove a plan, and the choice among equally good ones."""

    ZERO = (0,) * 7
    ONE = (1, 0, 0, 0, 0, 0, 0)
    LESS = (-1, 0, 0, 0, 0, 0, 0)

    @pytest.mark.parametrize(
        ("units", "subjects", "price", "wrong"),
        [
            # A load that may neither rise nor fall needs no price.
            ([unit("u", 1, 1), unit("v", 1, 1)], "ab", ONE, None),
            ([unit("u", 1, 1), unit("v", 1, 1)], "ab", LESS, None),
            ([unit("u", 1), unit("v", 1)], "ab", ONE, None),
            ([unit("u", 0, 1), unit("v", 0, 1)], "ab", LESS, None),
            ([unit("u", 1), unit("v", 1)], "ab", LESS, 2),
            ([unit("u", 0, 1), unit("v", 0, 1)], "ab", ONE, 0),
            ([unit("u", 0, 2), unit("v", 0, 2)], "ab", LESS, 2),
        ],
    )
    def test_a_load_within_its_bounds(self, units, subjects, price, wrong):
        """A lower price lets loads rise where they may, a higher one lets them fall where they may."""
        given = roster(subjects, units)
        plan = sc.plan_year(given, year=2026)
        proof = Proof(prices={"u": price, "v": price}, sink=self.ZERO)

        assert lines(sc.verify_plan(given, attrs.evolve(plan, proof=proof))) == [
            f"Plan.proof '{one}': a load of 1 that would cost less at {wrong} ≠ "
            "prices by which no load would be better one higher or lower [not_proved]"
            for one in "uv"
            if wrong is not None
        ]

    def test_whoever_has_everybody_cannot_have_one_more(self):
        """One subject and one lead unit: a price at which its load would rise says nothing."""
        given = roster("a", "u")
        plan = sc.plan_year(given, year=2026)

        assert lines(sc.verify_plan(given, attrs.evolve(plan, proof=Proof(prices={"u": self.LESS}, sink=self.ZERO)))) == []
        assert lines(sc.verify_plan(given, attrs.evolve(plan, proof=Proof(prices={"u": self.ONE}, sink=self.ZERO)))) == [
            "Plan.proof 'u': a load of 1 that would cost less at 0 ≠ prices by which no load would be better one higher or lower [not_proved]"
        ]

    def test_a_subject_that_would_cost_less_elsewhere(self):
        """Prices that would have both at v are no proof; the one that sits at u is told."""
        given = roster("ab")
        plan = sc.plan_year(given, year=2026)
        proof = Proof(prices={"u": self.ZERO, "v": self.ONE}, sink=self.ZERO)

        assert lines(sc.verify_plan(given, attrs.evolve(plan, proof=proof))) == [
            "Plan.proof 'u': a subject of u that would cost less elsewhere ≠ prices by which every subject sits where it costs least [not_proved]"
        ]
        short = Proof(prices={"u": self.ZERO, "v": (0,)}, sink=self.ZERO)
        assert lines(sc.verify_plan(given, attrs.evolve(plan, proof=short))) == [
            "Plan.proof 'v': 1 number ≠ 7, one a level [wrong_length]"
        ]

    def test_keys_of_one_lead_unit_too_many(self):
        """Loads and prices are of exactly the lead units of the roster, each by itself."""
        given = roster("ab")
        plan = sc.plan_year(given, year=2026)
        prices = {**plan.proof.prices, "w": self.ZERO}

        assert lines(sc.verify_plan(given, attrs.evolve(plan, loads={**plan.loads, "w": 0}))) == [
            "Plan.loads: ['u', 'v', 'w'] ≠ exactly the lead units of the roster [wrong_keys]"
        ]
        assert lines(sc.verify_plan(given, attrs.evolve(plan, proof=attrs.evolve(plan.proof, prices=prices)))) == [
            "Plan.proof.prices: ['u', 'v', 'w'] ≠ exactly the lead units of the roster [wrong_keys]"
        ]

    @pytest.mark.parametrize("salt", ["one", "two", "three", "four", "five"])
    def test_a_draw_decides_between_like_subjects(self, salt):
        """Two subjects and two lead units, each in the order of the draw; without one by their ids; with any, either way."""
        given = roster("ab")
        draw = sc.PublicDraw(salt)
        drawn = dict(zip(sorted("ab", key=draw.key), sorted("uv", key=draw.key), strict=True))
        first = {"a": "u", "b": "v"}
        swapped = {"a": "v", "b": "u"}

        for tie, right in ((draw, drawn), (sc.rotation.TieBreak.CANONICAL, first)):
            plan = sc.plan_year(given, year=2026, policy=sc.RotationPolicy(tie_break=tie))
            for chosen in (first, swapped):
                assert lines(sc.verify_plan(given, attrs.evolve(plan, assignments=chosen))) == (
                    []
                    if chosen == right
                    else [
                        "Plan.assignments: like subjects out of order ≠ like subjects in order take lead units in order [not_canonical]"
                    ]
                )
        any_one = sc.plan_year(given, year=2026, policy=sc.RotationPolicy(tie_break=sc.rotation.TieBreak.ANY))
        assert [lines(sc.verify_plan(given, attrs.evolve(any_one, assignments=chosen))) for chosen in (first, swapped)] == [
            [],
            [],
        ]

    def test_closed_pairs_each_at_its_subject(self):
        """Of three at one lead unit two may not be there; the score counts what the third costs."""
        plan = sc.plan_year(roster("abc", "u"), year=2026)
        found = lines(sc.verify_plan(roster("abc", [unit("u")], "au cu"), plan))

        assert found[:2] == [
            f"Plan.assignments['{one}']: 'u' ≠ a lead unit that no bar, pin or forbidden repeat closes [closed_pair]"
            for one in "ac"
        ]

    def test_warnings_are_each_held_against_the_next_year(self):
        """One of a wrong year does not hide what is wrong with the next."""
        given = roster("a", "u")
        plan = sc.plan_year(given, year=2026, policy=FORBID)
        [right] = plan.warnings
        wrong = [attrs.evolve(right, year=2028), right, attrs.evolve(right, shortage=2)]

        assert lines(sc.verify_plan(given, plan)) == []
        assert lines(sc.verify_plan(given, attrs.evolve(plan, warnings=wrong))) == [
            "Plan.warnings: 2028 ≠ 2027 [wrong_year]",
            "Plan.warnings: Infeasible.shortage: 2 ≠ 1 [wrong_shortage]",
        ]
        changed = sc.replan(plan, given).plan
        assert [one.policy for one in changed.warnings] == [FORBID]
        assert lines(sc.verify_plan(given, changed)) == []

    def test_one_certificate_of_the_next_year(self):
        """There is one next year: a second certificate of it is a fault, though each is right, however it says its policy."""
        given = roster("a", "u")
        plan = sc.plan_year(given, year=2026, policy=FORBID)
        [right] = plan.warnings
        for second in (right, attrs.evolve(right, policy=None)):
            assert lines(sc.verify_plan(given, attrs.evolve(plan, warnings=[second]))) == []
            assert lines(sc.verify_plan(given, attrs.evolve(plan, warnings=[right, second]))) == [
                "Plan.warnings: 2 certificates ≠ one at most: there is one next year [duplicate]"
            ]
