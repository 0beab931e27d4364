"""Certificates and answers for many rosters: their violations part by part, and every fault at its key.

"≠" stands between what was found and what is expected.
"""

import attrs
import pytest

import supervision_core as sc
from rotation.told import lines, raised
from supervision_core.rotation import BarredGroup, Example, Violation, verify_each

KIN = sc.BarReason.KIN
FORBID = sc.RotationPolicy(cooling_off_years=1, repeats=sc.Repeats.FORBID)
DRAWN = sc.RotationPolicy(tie_break=sc.PublicDraw("result of 5 January 2026: 48213"))


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


def h1(subjects, units, demand, supply, barred=(), example=None):
    """Too few places; its own example unless another is given."""
    smallest = example or Example(subjects=[*subjects], lead_units=[*units], demand=demand, supply=supply)
    return Violation(
        kind="too_few_places",
        subjects=[*subjects],
        lead_units=[*units],
        demand=demand,
        supply=supply,
        barred=barred,
        example=smallest,
    )


def h2(subjects, units, demand, supply, barred=(), example=None):
    """A minimum that cannot be reached; its own example unless another is given."""
    return attrs.evolve(h1(subjects, units, demand, supply, barred, example), kind="minimum_unreachable")


def part(subjects, units, demand, supply):
    """A part of a violation."""
    return Example(subjects=[*subjects], lead_units=[*units], demand=demand, supply=supply)


def group(name, subjects):
    """Kinship of some subjects with a lead unit."""
    return BarredGroup(lead_unit_id=name, reasons=[KIN], subjects=[*subjects])


def smallest(subjects, units, place=0):
    """What is said of an example of which something could be left out."""
    return (
        f"Infeasible.violations[{place}].example: {subjects} subject{'s' * (subjects != 1)}, {units} lead unit{'s' * (units != 1)} ≠ "
        "a part of which nothing can be left out: the rest would fit [not_the_smallest]"
    )


ORDER = "Infeasible.violations: another order ≠ too few places first, then by the ids [not_in_order]"
APART = "one violation for each part that shares nothing with the others [not_independent]"
WRONG_BARS = "every closed pair, grouped by its reasons [wrong_bars]"
# a and b may go to u alone, c and d to v alone, and each takes one; x must have one, and nobody may go there.
PARTS = roster("abcd", [unit("u", 0, 1), unit("v", 0, 1), unit("x", 1)], "av bv cu du ax bx cx dx")
AB = h1("ab", "u", 2, 1, [group("v", "ab"), group("x", "ab")])
CD = h1("cd", "v", 2, 1, [group("u", "cd"), group("x", "cd")])
X = h2("", "x", 1, 0, [group("x", "abcd")])
# Nobody takes a and c, one by one; x and y must each have one.
NOBODY = roster("ac", [unit("u", 0, 0), unit("x", 1), unit("y", 1)], "au ax ay cu cx cy")
A, C = (h1(one, "", 1, 0, [group("u", one), group("x", one), group("y", one)]) for one in "ac")
XX, YY = (h2("", one, 1, 0, [group(one, "ac")]) for one in "xy")
# u and v take one each: a and b may go to u alone, d and e to v alone, c to both.
CHAIN = roster("abcde", [unit("u", 0, 1), unit("v", 0, 1)], "av bv du eu")
ALL_FIVE = h1("abcde", "uv", 5, 2, [], part("ab", "u", 2, 1))
# a and b may go to u, which takes nobody, and are kin to v.
SHUT = roster("ab", [unit("u", 0, 0), unit("v")], "av bv")
BOTH = h1("ab", "u", 2, 0, [group("v", "ab")], part("a", "u", 1, 0))
# u must have two and v one, and only a may go to either.
FEW = roster("ac", [unit("u", 2), unit("v", 1), unit("w")], "cu cv")
U_AND_V = h2("a", "uv", 3, 1, [group("u", "c"), group("v", "c")], part("a", "u", 2, 1))

VIOLATIONS = [
    (PARTS, [AB, CD, X], {}, []),
    (PARTS, [AB, attrs.evolve(CD, subjects=["z", "c"], lead_units=["v", "k"]), attrs.evolve(X, lead_units=["x", "y"])], {}, [
        "Infeasible.violations[1]: ['k', 'z'] ≠ subjects and lead units of the roster [unknown_id]",
        "Infeasible.violations[2]: ['y'] ≠ subjects and lead units of the roster [unknown_id]",
    ]),
    (PARTS, [CD, AB, X], {}, [ORDER]),
    (PARTS, [X, AB, CD], {}, [ORDER]),
    (PARTS, [AB, X, CD], {}, [ORDER]),
    (PARTS, [AB, CD, X], {"shortage": 1, "excess": 0}, ["Infeasible.shortage: 1 ≠ 2 [wrong_shortage]", "Infeasible.excess: 0 ≠ 1 [wrong_excess]"]),
    (PARTS, [h1("abcd", "uv", 4, 2, [group("x", "abcd")], AB.example), X], {}, [f"Infeasible.violations: too_few_places ≠ {APART}"]),
    (PARTS, [CD, X], {}, ["Infeasible.shortage: 2 ≠ 1 [wrong_shortage]", "Infeasible.violations: 2 in the too_few_places sets ≠ the 4 of the smallest set of greatest shortage [not_the_smallest]"]),
    (PARTS, [attrs.evolve(AB, example=CD.example), CD, X], {}, ["Infeasible.violations[0].example: other ids ≠ only ids of the violation [not_a_part]"]),
    (PARTS, [AB, attrs.evolve(CD, barred=CD.barred[::-1]), X], {}, [f"Infeasible.violations[1].barred: 2 groups ≠ {WRONG_BARS}"]),
    (PARTS, [AB, CD, attrs.evolve(X, barred=[group("x", "abc")])], {}, [f"Infeasible.violations[2].barred: 1 group ≠ {WRONG_BARS}"]),
    (PARTS, [AB, attrs.evolve(CD, example=part("cd", "v", 3, 2)), X], {}, ["Infeasible.violations[1].example: 3 ≠ 2 [wrong_demand]", "Infeasible.violations[1].example: 2 ≠ 1 [wrong_supply]"]),
    (PARTS, [AB, CD, attrs.evolve(X, example=part("", "x", 2, 1))], {}, ["Infeasible.violations[2].example: 2 ≠ 1 [wrong_demand]", "Infeasible.violations[2].example: 1 ≠ 0 [wrong_supply]"]),
    (PARTS, [AB, CD, attrs.evolve(X, example=part("a", "x", 1, 0))], {}, [
        "Infeasible.violations[2].example: 1 subject ≠ the 0 that may go to the lead units [wrong_subjects]",
        "Infeasible.violations[2].example: other ids ≠ only ids of the violation [not_a_part]",
    ]),
    (FEW, [attrs.evolve(U_AND_V, example=part("c", "u", 2, 1))], {}, [
        "Infeasible.violations[0].example: 1 subject, not all of them right ≠ the 1 that may go to the lead units [wrong_subjects]",
        "Infeasible.violations[0].example: other ids ≠ only ids of the violation [not_a_part]",
    ]),
    (NOBODY, [A, C, XX, YY], {}, []),
    (NOBODY, [h1("ac", "", 2, 0, [group("u", "ac"), group("x", "ac"), group("y", "ac")], A.example), XX, YY], {}, [f"Infeasible.violations: too_few_places ≠ {APART}"]),
    (NOBODY, [A, C, h2("", "xy", 2, 0, [group("x", "ac"), group("y", "ac")], XX.example)], {}, [f"Infeasible.violations: minimum_unreachable ≠ {APART}"]),
    (NOBODY, [attrs.evolve(A, example=C.example), C, XX, YY], {}, ["Infeasible.violations[0].example: other ids ≠ only ids of the violation [not_a_part]"]),
    (NOBODY, [A, C, XX, attrs.evolve(YY, example=XX.example)], {}, ["Infeasible.violations[3].example: other ids ≠ only ids of the violation [not_a_part]"]),
    (CHAIN, [ALL_FIVE], {}, []),
    # Any two who have one place, and any three who have two between them.
    (CHAIN, [attrs.evolve(ALL_FIVE, example=part("de", "v", 2, 1))], {}, []),
    (CHAIN, [attrs.evolve(ALL_FIVE, example=part("acd", "uv", 3, 2))], {}, []),
    # Four have two places, so two are left over; of a, b and d the last has a place of its own.
    (CHAIN, [attrs.evolve(ALL_FIVE, example=part("acde", "uv", 4, 2))], {}, [smallest(4, 2)]),
    (CHAIN, [attrs.evolve(ALL_FIVE, example=part("adb", "uv", 3, 2))], {}, [smallest(3, 2)]),
    (CHAIN, [attrs.evolve(ALL_FIVE, example=part("ad", "uv", 2, 2))], {}, ["Infeasible.violations[0].example: demand 2, supply 2 ≠ a demand above the supply [no_violation]", smallest(2, 2)]),
    (SHUT, [BOTH], {}, []),
    (SHUT, [h1("a", "u", 1, 0, [group("v", "a")]), h1("b", "u", 1, 0, [group("v", "b")])], {}, [f"Infeasible.violations: too_few_places ≠ {APART}"]),
    (FEW, [U_AND_V], {}, []),
    (FEW, [attrs.evolve(U_AND_V, example=part("a", "uv", 3, 1))], {}, [smallest(1, 2)]),
    (FEW, [attrs.evolve(U_AND_V, example=part("a", "v", 1, 1))], {}, ["Infeasible.violations[0].example: demand 1, supply 1 ≠ a demand above the supply [no_violation]"]),
]  # fmt: skip


@pytest.mark.parametrize(("given", "violations", "change", "expected"), VIOLATIONS)
def test_the_violations_of_a_certificate(given, violations, change, expected):
    """Each part by itself, in order, with an example of which nothing can be left out; totals are sums."""
    answer = sc.plan_year(given, year=2026)

    assert lines(sc.verify_infeasible(given, attrs.evolve(answer, violations=violations, **change))) == expected


def test_a_certificate_is_held_against_what_was_asked():
    """Year and policy, both at once, before what it says; without them its own hold."""
    answer = sc.plan_year(PARTS, year=2026, policy=FORBID)
    wrong = attrs.evolve(answer, shortage=9)

    assert lines(sc.verify_infeasible(PARTS, answer, policy=FORBID, year=2026)) == []
    assert lines(sc.verify_infeasible(PARTS, attrs.evolve(answer, policy=None), policy=FORBID)) == []
    early = attrs.evolve(sc.plan_year(PARTS, year=2026), policy=None)
    assert lines(sc.verify_infeasible(PARTS, early)) == []
    assert lines(sc.verify_infeasible(PARTS, wrong, policy=DRAWN, year=1)) == [
        "Infeasible.year: 2026 ≠ 1, as asked [other_years]",
        "Infeasible.policy: repeats FORBID, tie_break CANONICAL ≠ repeats MINIMISE, tie_break PublicDraw 'result of 5 January 2026: 48213' [other_policy]",
    ]
    assert lines(sc.verify_infeasible(PARTS, wrong, year=9999)) == ["Infeasible.year: 2026 ≠ 9999, as asked [other_years]"]
    assert raised(lambda: sc.verify_infeasible(PARTS, answer, year=0)) == ["verify_infeasible.year: 0 ≠ at least 1 [too_small]"]
    assert raised(lambda: sc.verify_infeasible(PARTS, answer, year=10_000)) == [
        "verify_infeasible.year: 10000 ≠ at most 9999 [too_large]"
    ]


WARDS = {"A": roster("ab"), "B": roster("cd"), "C": roster("e", [unit("u", 2)])}
PLANS = dict(sc.plan_each(WARDS, year=2026))
LATER = dict(sc.plan_each(WARDS, year=2027))
PLAIN, SAME = PLANS["A"].policy, sc.PublicDraw(DRAWN.tie_break.salt, "A")

EACH = [
    (PLANS, {}, []),
    (PLANS, {"year": 2026}, []),
    ({"A": PLANS["A"]}, {}, ["plans['B']: nothing ≠ a Plan or an Infeasible for every roster [missing]", "plans['C']: nothing ≠ a Plan or an Infeasible for every roster [missing]"]),
    ({**PLANS, "Z": PLANS["A"], "0": LATER["A"]}, {}, ["plans['0']: '0' ≠ the key of a roster [unknown_id]", "plans['Z']: 'Z' ≠ the key of a roster [unknown_id]"]),
    # The first answer to a roster says which year it is, unless that is asked.
    ({**PLANS, "B": LATER["B"], "0": LATER["A"]}, {}, ["plans['0']: '0' ≠ the key of a roster [unknown_id]", "'B': year: 2027 ≠ 2026, as asked or as all others [other_years]"]),
    ({**PLANS, "B": LATER["B"]}, {"year": 2027}, ["'A': year: 2026 ≠ 2027, as asked or as all others [other_years]", "'C': year: 2026 ≠ 2027, as asked or as all others [other_years]"]),
    (PLANS, {"year": 1}, [f"'{key}': year: 2026 ≠ 1, as asked or as all others [other_years]" for key in "ABC"]),
    (PLANS, {"year": 9999}, [f"'{key}': year: 2026 ≠ 9999, as asked or as all others [other_years]" for key in "ABC"]),
    ({**PLANS, "B": attrs.evolve(PLANS["B"], loads={"u": 0, "v": 2}), "C": attrs.evolve(PLANS["C"], excess=3)}, {}, [
        "'B': Plan.loads['u']: 0 ≠ 1 [wrong_load]",
        "'B': Plan.loads['v']: 2 ≠ 1 [wrong_load]",
        "'C': Infeasible.excess: 3 ≠ 1 [wrong_excess]",
    ]),
    # Another year and a fault of the answer are told of the same key, the year first.
    ({**PLANS, "B": attrs.evolve(LATER["B"], loads={"u": 0, "v": 1})}, {}, ["'B': year: 2027 ≠ 2026, as asked or as all others [other_years]", "'B': Plan.loads['u']: 0 ≠ 1 [wrong_load]"]),
    (PLANS, {"policies": FORBID}, [
        "'A': Plan.policy: repeats MINIMISE ≠ repeats FORBID [other_policy]",
        "'B': Plan.policy: repeats MINIMISE ≠ repeats FORBID [other_policy]",
        "'C': Infeasible.policy: repeats MINIMISE ≠ repeats FORBID [other_policy]",
    ]),
    # Only B's policy was said, so A and C may have any.
    (PLANS, {"policies": {"B": FORBID}}, ["'B': Plan.policy: repeats MINIMISE ≠ repeats FORBID [other_policy]"]),
    # Whatever is said of a roster that is not there is said of none.
    (PLANS, {"policies": {"a": FORBID, "Z": FORBID}, "histories": {"b": sc.History()}}, [
        "histories['b']: 'b' ≠ the key of a roster [unknown_id]",
        "policies['Z']: 'Z' ≠ the key of a roster [unknown_id]",
        "policies['a']: 'a' ≠ the key of a roster [unknown_id]",
    ]),
    (PLANS, {"histories": {"B": sc.History.of({2025: {"c": "u"}, 2026: {}})}}, ["'B': History[2026]: 2026 ≠ only years before 2026; History.before(2026) keeps them [year_not_past]"]),
]  # fmt: skip


def test_none_of_many_plans_follows_another():
    """A plan that is right for a reference was not asked, whatever its objective: nobody can say a reference for many rosters."""
    for objective in sc.Objective:
        policy = sc.RotationPolicy(objective=objective)
        turned = {"a": "v", "b": "u"}
        followed = sc.plan_year(WARDS["A"], year=2026, policy=policy, reference=turned)
        assert lines(sc.verify_plan(WARDS["A"], followed, policy=policy, reference=turned)) == []
        for asked in ({}, {"policies": policy}, {"policies": {"A": policy}, "year": 2026}):
            assert lines(verify_each({"A": WARDS["A"]}, {"A": followed}, **asked)) == [
                "'A': Plan.reference: 2 subjects ≠ None: no plan of many follows another one [other_reference]"
            ]


@pytest.mark.parametrize(("plans", "asked", "expected"), EACH)
def test_the_answers_for_many_rosters(plans, asked, expected):
    """An answer for every roster, of one year and one policy, and every fault with its key."""
    assert lines(verify_each(WARDS, plans, **asked)) == expected


def test_a_draw_is_drawn_for_each_roster():
    """Without a scope every roster has its key as one; a scope that was asked stays for all."""
    drawn = sc.plan_each(WARDS, year=2026, policies=DRAWN)
    scoped = attrs.evolve(DRAWN, tie_break=SAME)
    alike = sc.plan_each(WARDS, year=2026, policies=scoped)

    assert [lines(verify_each(WARDS, drawn, policies=asked)) for asked in (DRAWN, None, dict.fromkeys(WARDS, DRAWN))] == [
        [],
        [],
        [],
    ]
    assert [lines(verify_each(WARDS, alike, policies=asked)) for asked in (scoped, None)] == [[], []]
    assert lines(verify_each(WARDS, {**drawn, "B": alike["B"]}, policies=DRAWN)) == [
        "'B': Plan.policy: tie_break PublicDraw 'result of 5 January 2026: 48213', scope 'A' ≠ tie_break PublicDraw 'result of 5 January 2026: 48213', scope 'B' [other_policy]"
    ]
    # What an early certificate does not say is no policy that all must have.
    first = {"0": WARDS["C"], **WARDS}
    early = {"0": attrs.evolve(PLANS["C"], policy=None), **drawn}
    assert lines(verify_each(first, early)) == []


def test_a_key_in_another_spelling():
    """An é of two letters is the key of an é of one, for rosters, answers, policies and histories."""
    one, other = "é", "e\u0301"
    plan = PLANS["A"]
    late = sc.History.of({2026: {}})

    assert lines(verify_each({one: WARDS["A"]}, {other: plan})) == lines(verify_each({other: WARDS["A"]}, {one: plan})) == []
    assert lines(verify_each({one: WARDS["A"]}, {one: plan}, policies={other: FORBID})) == [
        "'é': Plan.policy: repeats MINIMISE ≠ repeats FORBID [other_policy]"
    ]
    assert lines(verify_each({one: WARDS["A"]}, {one: plan}, histories={other: late})) == [
        "'é': History[2026]: 2026 ≠ only years before 2026; History.before(2026) keeps them [year_not_past]"
    ]


def test_what_is_given_for_many_rosters_is_checked_by_key():
    """Rosters, answers, histories and policies by keys, each key once and not blank, each value of its kind."""
    assert raised(lambda: verify_each(1, 2, histories=3, policies=4, year="5")) == [
        "verify_each.rosters: 1 ≠ a mapping from keys, each to a Roster [wrong_kind]",
        "verify_each.plans: 2 ≠ a mapping from keys, each to a Plan or an Infeasible [wrong_kind]",
        "verify_each.histories: 3 ≠ a mapping from keys, each to a History [wrong_kind]",
        "verify_each.policies: 4 ≠ a mapping from keys, each to a RotationPolicy [wrong_kind]",
        "verify_each.year: '5' ≠ a whole number (int) [not_whole]",
    ]
    assert raised(lambda: verify_each({"A": 1, " ": WARDS["A"]}, {"B": 2}, histories={"C": 3}, policies={"D": 4})) == [
        "verify_each.rosters['A']: 1 ≠ a Roster [wrong_kind]",
        "verify_each.rosters: ' ' ≠ at least one visible character [blank]",
        "verify_each.plans['B']: 2 ≠ a Plan or an Infeasible [wrong_kind]",
        "verify_each.histories['C']: 3 ≠ a History [wrong_kind]",
        "verify_each.policies['D']: 4 ≠ a RotationPolicy [wrong_kind]",
    ]
    assert raised(lambda: verify_each({"é": WARDS["A"], "e\u0301": WARDS["A"]}, {}, year=0)) == [
        "verify_each.rosters: ['é', 'é'] ≠ each once; two are alike in composed Unicode [duplicate]",
        "verify_each.year: 0 ≠ at least 1 [too_small]",
    ]
    assert raised(lambda: verify_each({}, {}, year=10_000)) == ["verify_each.year: 10000 ≠ at most 9999 [too_large]"]
