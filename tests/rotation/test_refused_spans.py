"""A span of years is held against the years, the policy and the rosters that were asked, and so is what is claimed of it.

"≠" stands between what was found and what is expected.
"""

import attrs
import pytest

import supervision_core as sc
from supervision_core.rotation.horizon import BOUNDS_REACHED, FROM_HERE, NONE_AT_ALL, YEAR_BY_YEAR

WHOLE, PER_YEAR = sc.rotation.Claim.WHOLE, sc.rotation.Claim.PER_YEAR
FORBID = sc.RotationPolicy(cooling_off_years=1, repeats=sc.Repeats.FORBID)
BORNE_OUT = "what every year's bounds bear out [wrong_claim]"
NOT_BORNE_OUT = "HorizonInfeasible.claim: WHOLE ≠ PER_YEAR: that the span has no plans is not borne out [wrong_claim]"


def lines(faults):
    """Faults as place, value, what would be right, and code."""
    return [f"{one.place}: {one.found} ≠ {one.expected} [{one.code}]" for one in faults]


def checked(roster, answer, **asked):
    """What is wrong with the answer of a span."""
    return lines(sc.verify_horizon(roster, answer, **asked))


def roster(subjects, units, **rest):
    """A roster of numbered subjects."""
    return sc.Roster(
        subjects=[sc.Subject(id=f"s{number}") for number in range(subjects)],
        lead_units=[sc.LeadUnit(id=unit) if isinstance(unit, str) else unit for unit in units],
        **rest,
    )


def barred(unit, subjects, severity=sc.Severity.HARD):
    """One bar for each subject."""
    return [sc.Bar(subject_id=one, lead_unit_id=unit, reason=sc.BarReason.EXCLUDED, severity=severity) for one in subjects]


#: Two subjects change places every year.
TWO = roster(2, ["u", "v"])
SPAN = sc.plan_horizon(TWO, years=[2021, 2022])
FIRST, SECOND = SPAN.plans
#: One subject and one lead unit: after 2021 there is no plan, whatever was planned.
ALONE = roster(1, ["u"])
DEAD = sc.plan_horizon(ALONE, years=[2021, 2022, 2023], policy=FORBID)
#: In 2022 v takes nobody: planned year by year, u has the subject in 2021 already. So 2021 follows a sequence, v and then u.
NARROW = {2021: roster(1, ["u", "v"]), 2022: roster(1, ["u", sc.LeadUnit(id="v", max_load=0)])}
AROUND = sc.plan_horizon(NARROW, years=[2021, 2022], policy=FORBID)
INSTEAD = AROUND.instead
MID_YEAR = attrs.evolve(FORBID, objective=sc.Objective.MID_YEAR)


def test_what_was_planned():
    """The four answers that are changed below are right, and are what their words say."""
    assert (checked(TWO, SPAN), SPAN.claim, SPAN.ground) == ([], WHOLE, BOUNDS_REACHED)
    assert (checked(ALONE, DEAD), DEAD.claim, DEAD.ground, DEAD.span) == ([], WHOLE, NONE_AT_ALL, (2021, 2022, 2023))
    assert [dict(plan.assignments) for plan in AROUND.plans] == [{"s0": "v"}, {"s0": "u"}]
    assert ([dict(plan.assignments) for plan in INSTEAD.plans], INSTEAD.infeasible.year) == ([{"s0": "u"}], 2022)
    assert (checked(NARROW, AROUND), checked(NARROW, INSTEAD)) == ([], [])
    assert (INSTEAD.claim, INSTEAD.ground, INSTEAD.span) == (PER_YEAR, FROM_HERE, (2021, 2022))


NO_YEAR = [
    (TWO, SPAN, {"plans": [], "met": {}}, {}, ["Horizon.plans: none ≠ at least one year [empty]"]),
    (TWO, SPAN, {"plans": [SECOND, FIRST]}, {}, ["Horizon.plans: [2022, 2021] ≠ years that rise [not_rising]"]),
    (TWO, SPAN, {"plans": [FIRST, FIRST]}, {}, ["Horizon.plans: [2021, 2021] ≠ years that rise [not_rising]"]),
    (ALONE, DEAD, {"infeasible": attrs.evolve(DEAD.infeasible, year=2021), "span": ()}, {}, ["HorizonInfeasible.plans: [2021, 2021] ≠ years that rise [not_rising]"]),
    (TWO, SPAN, {}, {"years": (2021, 2022)}, []),
    (TWO, SPAN, {}, {"years": [2021, 2022, 2023]}, ["Horizon.plans: [2021, 2022] ≠ the years that were asked, [2021, 2022, 2023] [other_years]"]),
    (TWO, SPAN, {}, {"years": [2021]}, ["Horizon.plans: [2021, 2022] ≠ the years that were asked, [2021] [other_years]"]),
    (ALONE, DEAD, {}, {"years": [2021, 2022, 2023]}, []),
    (ALONE, DEAD, {"span": ()}, {"years": [2021, 2022, 2023]}, []),
    (ALONE, DEAD, {}, {"years": [2021, 2022]}, ["HorizonInfeasible.span: (2021, 2022, 2023) ≠ (2021, 2022) [other_years]"]),
    (ALONE, DEAD, {}, {"years": [2021, 2023]}, [
        "HorizonInfeasible.plans: [2021, 2022] ≠ the years that were asked, [2021, 2023] [other_years]",
        "HorizonInfeasible.span: (2021, 2022, 2023) ≠ (2021, 2023) [other_years]",
    ]),
    (ALONE, DEAD, {"span": (2021, 2022)}, {}, []),
    # What follows the dead end rises too; the years that are asked stand for a span that is not said.
    *((ALONE, DEAD, {"span": (2021, 2022, other)}, {}, [f"HorizonInfeasible.span: (2021, 2022, {other}) ≠ years that rise [not_rising]"]) for other in (2022, 2020)),
    (ALONE, DEAD, {"span": ()}, {"years": [2021, 2022, 2022]}, ["HorizonInfeasible.span: (2021, 2022, 2022) ≠ years that rise [not_rising]"]),
    (ALONE, DEAD, {"span": (2021,)}, {}, ["HorizonInfeasible.span: (2021,) ≠ the years of the plans and what follows them [other_years]"]),
    (ALONE, DEAD, {"span": (2021, 2023)}, {}, ["HorizonInfeasible.span: (2021, 2023) ≠ the years of the plans and what follows them [other_years]"]),
    (ALONE, DEAD, {"span": (2020, 2021, 2022)}, {}, ["HorizonInfeasible.span: (2020, 2021, 2022) ≠ the years of the plans and what follows them [other_years]"]),
    ({2022: TWO, 2023: TWO}, SPAN, {}, {}, ["roster[2021]: nothing ≠ a Roster for every year [missing]"]),
    ({}, sc.plan_horizon(TWO, years=[2021, 2024]), {}, {}, ["roster[2021]: nothing ≠ a Roster for every year [missing]", "roster[2024]: nothing ≠ a Roster for every year [missing]"]),
    ({2021: ALONE}, DEAD, {}, {}, ["roster[2022]: nothing ≠ a Roster for every year [missing]", "roster[2023]: nothing ≠ a Roster for every year [missing]"]),
    ({2021: ALONE, 2022: ALONE}, DEAD, {"span": (), "claim": PER_YEAR, "ground": FROM_HERE}, {}, []),
    # What a dead end does not say of its span, whoever asks may say; then those years need their rosters too.
    ({2021: ALONE, 2022: ALONE}, DEAD, {"span": ()}, {"years": [2021, 2022, 2023]}, ["roster[2023]: nothing ≠ a Roster for every year [missing]"]),
    ({2021: ALONE, 2022: ALONE}, DEAD, {"span": ()}, {}, []),
]  # fmt: skip


@pytest.mark.parametrize(("given", "answer", "change", "asked", "expected"), NO_YEAR)
def test_the_years(given, answer, change, asked, expected):
    """They rise, are those that were asked, a dead end the first of them, and each has a roster."""
    assert checked(given, attrs.evolve(answer, **change), **asked) == expected


OTHER = attrs.evolve(FORBID, cooling_off_years=2)
OTHER_SECOND = attrs.evolve(SECOND, policy=FORBID)
DEFAULT = sc.RotationPolicy()


def other_policy(year, found, wanted, name="Horizon"):
    """What is said of a plan of another policy: no more than wherein they differ."""
    return f"{name}.plans of {year}: {found} ≠ {wanted} [other_policy]"


POLICIES = [
    (TWO, SPAN, {}, DEFAULT, []),
    (TWO, SPAN, {}, FORBID, [other_policy(2021, "repeats MINIMISE", "repeats FORBID"), other_policy(2022, "repeats MINIMISE", "repeats FORBID")]),
    # Nobody said which: that of the first year holds for all.
    (TWO, SPAN, {"plans": [FIRST, OTHER_SECOND]}, None, [other_policy(2022, "repeats FORBID", "repeats MINIMISE")]),
    (TWO, SPAN, {"plans": [FIRST, OTHER_SECOND]}, FORBID, [other_policy(2021, "repeats MINIMISE", "repeats FORBID")]),
    (TWO, SPAN, {"plans": [FIRST, attrs.evolve(SECOND, reference={"s0": "u"})]}, None, ["Horizon.plans of 2022: <IdMap of 1> ≠ None: no year follows another plan [other_reference]"]),
    (TWO, SPAN, {}, attrs.evolve(DEFAULT, objective=sc.Objective.MID_YEAR), [
        other_policy(2021, "objective ANNUAL", "objective MID_YEAR"),
        other_policy(2022, "objective ANNUAL", "objective MID_YEAR"),
        "Horizon.plans: MID_YEAR ≠ the objective ANNUAL, since a span has no reference [other_policy]",
    ]),
    (ALONE, DEAD, {}, FORBID, []),
    (ALONE, DEAD, {}, OTHER, [other_policy(2021, "cooling_off_years 1", "cooling_off_years 2", "HorizonInfeasible")]),
    # Without a plan the certificate's own policy holds, and without that the default one; the span is then of one year.
    (ALONE, DEAD, {"plans": [], "span": (2022,)}, attrs.evolve(FORBID, objective=sc.Objective.MID_YEAR), ["HorizonInfeasible.plans: MID_YEAR ≠ the objective ANNUAL, since a span has no reference [other_policy]"]),
    (NARROW, AROUND, {}, FORBID, []),
    (NARROW, AROUND, {}, OTHER, [other_policy(2021, "cooling_off_years 1", "cooling_off_years 2"), other_policy(2022, "cooling_off_years 1", "cooling_off_years 2")]),
    # Years that follow a sequence are changed as little as can be; nobody said the policy, so that of the dead end holds.
    (NARROW, AROUND, {"plans": [attrs.evolve(AROUND.plans[0], policy=FORBID), AROUND.plans[1]]}, None, [other_policy(2021, "objective ANNUAL", "objective MID_YEAR")]),
    (NARROW, AROUND, {"plans": [AROUND.plans[0], attrs.evolve(AROUND.plans[1], reference=None)]}, None, ["Horizon.plans of 2022: None ≠ a reference, for years that follow a sequence [other_reference]"]),
    (NARROW, AROUND, {"instead": attrs.evolve(INSTEAD, plans=[], infeasible=attrs.evolve(INSTEAD.infeasible, policy=OTHER))}, None, [other_policy(2021, "cooling_off_years 1", "cooling_off_years 2"), other_policy(2022, "cooling_off_years 1", "cooling_off_years 2")]),
    (NARROW, AROUND, {"instead": None}, None, [
        "Horizon.plans of 2021: <IdMap of 1> ≠ None: no year follows another plan [other_reference]",
        "Horizon.plans of 2022: <IdMap of 1> ≠ None: no year follows another plan [other_reference]",
        "Horizon.plans: MID_YEAR ≠ the objective ANNUAL, since a span has no reference [other_policy]",
    ]),
]  # fmt: skip


@pytest.mark.parametrize(("given", "answer", "change", "policy", "expected"), POLICIES)
def test_one_policy_holds_in_all_years(given, answer, change, policy, expected):
    """The one that was asked, or else that of the first year; only years that follow a sequence have a reference."""
    assert checked(given, attrs.evolve(answer, **change), policy=policy) == expected


def test_a_certificate_that_does_not_say_its_policy():
    """A dead end without plans and without a policy is one of the default policy."""
    given = roster(1, [sc.LeadUnit(id="u", max_load=0)])
    answer = sc.plan_horizon(given, years=[2021])

    assert checked(given, attrs.evolve(answer, infeasible=attrs.evolve(answer.infeasible, policy=None))) == []


def test_each_year_is_checked_given_the_earlier_ones():
    """The first year with a fault is told, with the year, and no later one; the certificate is held against all years before."""
    wrong = [attrs.evolve(one, loads={"u": 2, "v": 1}) for one in SPAN.plans]

    assert checked(TWO, attrs.evolve(SPAN, plans=wrong)) == ["2021: Plan.loads['u']: 2 ≠ 1 [wrong_load]"]
    assert checked(TWO, attrs.evolve(SPAN, plans=[FIRST, wrong[1]])) == ["2022: Plan.loads['u']: 2 ≠ 1 [wrong_load]"]
    forged = attrs.evolve(DEAD.infeasible, shortage=2, excess=1)
    assert checked(ALONE, attrs.evolve(DEAD, infeasible=forged)) == [
        "2022: Infeasible.shortage: 2 ≠ 1 [wrong_shortage]",
        "2022: Infeasible.excess: 1 ≠ 0 [wrong_excess]",
    ]


def test_a_wrong_table_of_meetings_and_a_wrong_claim_are_told_together():
    """Both rest on the plans, and neither on the other."""
    wrong = attrs.evolve(SPAN, met={"s0": ["u", "v"], "s1": ["v"]}, claim=PER_YEAR)

    assert checked(TWO, wrong) == [
        "Horizon.met: <IdMap of 2> ≠ the lead units that each subject meets [wrong_meetings]",
        f"Horizon.claim: PER_YEAR ≠ {BORNE_OUT}",
    ]


U_TWICE = [sc.LeadUnit(id="u", share=2), sc.LeadUnit(id="v")]
CLAIMS = {
    # Each year is as good as a year can be, by whatever shares and bounds there are.
    "one each": (TWO, {}, 2, WHOLE),
    "one each, and no rest carried": (TWO, {"carry_rest": False}, 2, WHOLE),
    "a rest, carried": (roster(5, ["u", "v", "w"]), {}, 1, WHOLE),
    "a rest, not carried": (roster(5, ["u", "v", "w"]), {"carry_rest": False}, 1, WHOLE),
    "twice the share, carried": (roster(7, U_TWICE), {}, 1, WHOLE),
    "twice the share, not carried": (roster(7, U_TWICE), {"carry_rest": False}, 1, WHOLE),
    "a minimum above the share": (roster(4, [sc.LeadUnit(id="u", min_load=3), "v", "w"]), {}, 1, WHOLE),
    "a minimum above the share, not carried": (roster(4, [sc.LeadUnit(id="u", min_load=3), "v", "w"]), {"carry_rest": False}, 1, WHOLE),
    "a maximum below the share": (roster(5, [sc.LeadUnit(id="u", max_load=1), "v"]), {}, 1, WHOLE),
    "a maximum below the share, not carried": (roster(5, [sc.LeadUnit(id="u", max_load=1), "v"]), {"carry_rest": False}, 1, WHOLE),
    "bounds that leave no choice": (roster(5, [sc.LeadUnit(id="u", min_load=4, max_load=4), sc.LeadUnit(id="v", max_load=1)]), {}, 1, WHOLE),
    "a lead unit without a share": (roster(3, [sc.LeadUnit(id="u", share=0), "v", sc.LeadUnit(id="w", max_load=2)]), {}, 1, WHOLE),
    "nobody": (roster(0, ["u"]), {}, 1, WHOLE),
    # Something stands above the bounds in some year.
    "no cooling-off": (TWO, {"cooling_off_years": 0}, 2, PER_YEAR),
    "terms of two years": (TWO, {"tenure_years": 2}, 2, PER_YEAR),
    "a flagged pair": (roster(1, ["u"], bars=barred("u", ["s0"], sc.Severity.FLAG)), {}, 1, PER_YEAR),
    "a repeat of the year before, in the second year": (ALONE, {}, 2, PER_YEAR),
    "a repeat of two years ago, in the third year": (TWO, {"cooling_off_years": 2}, 3, PER_YEAR),
    "a load that bars make uneven": (roster(5, ["u", "v"], bars=barred("v", ["s0", "s1", "s2", "s3"])), {}, 1, PER_YEAR),
    "a load that bars make uneven, not carried": (roster(5, ["u", "v"], bars=barred("v", ["s0", "s1", "s2", "s3"])), {"carry_rest": False}, 1, PER_YEAR),
}  # fmt: skip


@pytest.mark.parametrize(("given", "choices", "years", "claim"), CLAIMS.values(), ids=CLAIMS)
def test_the_claim_is_what_every_year_bears_out(given, choices, years, claim):
    """WHOLE where no year has a flag, a repeat or loads that could be better; neither more nor less may be claimed."""
    answer = sc.plan_horizon(given, years=range(2021, 2021 + years), policy=sc.RotationPolicy(**choices))
    right = {WHOLE: BOUNDS_REACHED, PER_YEAR: YEAR_BY_YEAR}
    other = PER_YEAR if claim is WHOLE else WHOLE

    assert checked(given, attrs.evolve(answer, claim=claim, ground=right[claim])) == []
    assert checked(given, attrs.evolve(answer, claim=other, ground=right[other])) == [
        f"Horizon.claim: {other.name} ≠ {BORNE_OUT}"
    ]
    assert checked(given, attrs.evolve(answer, claim=claim, ground=right[other])) == [
        f"Horizon.ground: {right[other].en} ≠ {right[claim].en} [wrong_claim]"
    ]
    assert checked(given, attrs.evolve(answer, claim=other)) == [f"Horizon.claim: {other.name} ≠ {BORNE_OUT}"]


FOLLOWED = [
    ({"claim": WHOLE, "ground": NONE_AT_ALL}, ["Horizon.instead: WHOLE ≠ PER_YEAR, since the span has plans [wrong_claim]", f"Horizon.instead: {NOT_BORNE_OUT}"]),
    ({"ground": sc.Label("vì", "because")}, [f"Horizon.instead: HorizonInfeasible.ground: 'because' ≠ {FROM_HERE.en} [wrong_claim]"]),
    ({"span": ()}, []),
    ({"span": (2021,)}, [
        "Horizon.instead: HorizonInfeasible.span: (2021,) ≠ (2021, 2022) [other_years]",
        "Horizon.instead: HorizonInfeasible.span: (2021,) ≠ the years of the plans and what follows them [other_years]",
    ]),
    ({"infeasible": attrs.evolve(INSTEAD.infeasible, shortage=3)}, ["Horizon.instead: 2022: Infeasible.shortage: 3 ≠ 1 [wrong_shortage]"]),
    ({"plans": [attrs.evolve(INSTEAD.plans[0], loads={"u": 0, "v": 0})]}, ["Horizon.instead: 2021: Plan.loads['u']: 0 ≠ 1 [wrong_load]"]),
]  # fmt: skip


@pytest.mark.parametrize(("change", "expected"), FOLLOWED)
def test_the_dead_end_behind_years_that_follow_a_sequence(change, expected):
    """It is of these years and this policy, claims no more than itself, and is right as it would be alone."""
    assert checked(NARROW, attrs.evolve(AROUND, instead=attrs.evolve(INSTEAD, **change))) == expected
    assert checked(NARROW, attrs.evolve(AROUND, instead=attrs.evolve(INSTEAD, **change)), policy=FORBID) == expected


def claimed(answer, **given):
    """A dead end of which it is claimed that the whole span has no plans."""
    return attrs.evolve(answer, claim=WHOLE, ground=NONE_AT_ALL, **given)


def test_that_a_span_has_no_plans_is_counted():
    """In 2022 u is left if v was first, and in 2023 nothing is: what the span is decides."""
    longer = {**NARROW, 2023: NARROW[2022]}

    assert checked(NARROW, claimed(INSTEAD)) == [NOT_BORNE_OUT]
    assert checked(longer, claimed(INSTEAD, span=())) == [NOT_BORNE_OUT]
    assert checked(longer, claimed(INSTEAD, span=(2021, 2022, 2023))) == []
    assert checked(longer, claimed(INSTEAD, span=()), years=[2021, 2022, 2023]) == []
    assert checked(NARROW, claimed(INSTEAD, span=()), years=[2021, 2022]) == [NOT_BORNE_OUT]


def test_what_every_year_alone_shuts_out_is_not_counted():
    """Too small a maximum, a minimum that nobody can meet and a recorded year leave this year no plan, whatever was planned before."""
    history = sc.History.of({2020: {"s0": "u"}})
    wide = roster(22, ["u", "v"])  # more assignments than are counted
    full = roster(22, [sc.LeadUnit(id="u", max_load=10), sc.LeadUnit(id="v", max_load=11)])
    needy = roster(22, [sc.LeadUnit(id="u", min_load=23), "v"])

    for last in (full, needy):
        answer = sc.plan_horizon({2021: wide, 2022: last}, years=[2021, 2022], policy=FORBID)
        assert (len(answer.plans), checked({2021: wide, 2022: last}, claimed(answer))) == (1, [])
    answer = sc.plan_horizon(ALONE, years=[2021], policy=FORBID, history=history)
    assert checked(ALONE, claimed(answer), history=history) == []
    kept = sc.plan_horizon({2021: wide, 2022: full}, years=[2021, 2022])
    assert checked({2021: wide, 2022: full}, claimed(kept)) == []


def test_a_term_that_was_ended_for_a_flag_leaves_no_dead_end_of_the_whole_span():
    """u had s0 in 2020 and is flagged in 2021, so v gets it; then only u is left and closed. With u in 2021 its term would run on."""
    given = {
        2021: roster(1, ["u", "v"], bars=barred("u", ["s0"], sc.Severity.FLAG)),
        2022: roster(1, ["u", sc.LeadUnit(id="v", max_load=0)]),
    }
    history = sc.History.of({2020: {"s0": "u"}})
    policy = attrs.evolve(FORBID, cooling_off_years=3, tenure_years=3)
    answer = sc.plan_horizon(given, years=[2021, 2022], history=history, policy=policy)
    kept = sc.plan_year(attrs.evolve(given[2021], pins={"s0": "u"}), year=2021, history=history, policy=policy)

    assert [dict(plan.assignments) for plan in answer.plans] == [{"s0": "v"}]
    assert dict(sc.plan_year(given[2022], year=2022, history=history.with_plan(kept), policy=policy).assignments) == {"s0": "u"}
    assert checked(given, answer, history=history) == []
    assert checked(given, claimed(answer), history=history) == [NOT_BORNE_OUT]


def test_the_words_of_a_dead_end_are_those_of_its_claim():
    """NONE_AT_ALL stands with WHOLE only, and FROM_HERE with PER_YEAR; each is told whole, in the language that is wrong."""
    words = "Whatever is planned for the earlier years, the span has no plans."
    others = "Year by year from here there is no plan; other plans of the earlier years may leave one."
    long = sc.Label("vì", "because " * 11)
    half = sc.Label("vì", NONE_AT_ALL.en)

    assert checked(ALONE, attrs.evolve(DEAD, ground=sc.Label("vì", "because"))) == [
        f"HorizonInfeasible.ground: 'because' ≠ {words} [wrong_claim]"
    ]
    assert checked(ALONE, attrs.evolve(DEAD, claim=PER_YEAR)) == [
        f"HorizonInfeasible.ground: {words} ≠ {others} [wrong_claim]"
    ]
    assert checked(ALONE, attrs.evolve(DEAD, ground=FROM_HERE)) == [
        f"HorizonInfeasible.ground: {others} ≠ {words} [wrong_claim]"
    ]
    assert checked(ALONE, attrs.evolve(DEAD, ground=long)) == [
        f"HorizonInfeasible.ground: a text of 88 characters ≠ {words} [wrong_claim]"
    ]
    assert checked(ALONE, attrs.evolve(DEAD, ground=half)) == [
        f"HorizonInfeasible.ground.vi: 'vì' ≠ {NONE_AT_ALL.vi} [wrong_claim]"
    ]
    assert checked(ALONE, attrs.evolve(DEAD, claim=PER_YEAR, ground=FROM_HERE)) == []


def test_wrong_kinds():
    """What is no policy and no year is named with all else."""
    with pytest.raises(sc.InvalidInput) as raised:
        sc.verify_horizon(TWO, SPAN, policy=4, years=[2021, "x"])
    assert lines(raised.value.faults) == [
        "verify_horizon.policy: 4 ≠ a RotationPolicy, or None [wrong_kind]",
        "verify_horizon.years[1]: 'x' ≠ a year (int) [wrong_kind]",
    ]
