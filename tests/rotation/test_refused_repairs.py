"""A certificate lists exactly the single changes that help, each once, with what closes its pairs, the softest first.

"≠" stands between what was found and what is expected.
"""

import attrs
import pytest

import supervision_core as sc
from supervision_core.rotation import BarReason, Repair, RepairKind

KIN, EXCLUDED, PINNED, RECENT = BarReason.KIN, BarReason.EXCLUDED, BarReason.PINNED_ELSEWHERE, BarReason.COOLING_OFF
RIGHT_CHANGES = "exactly the single changes that help"


def lines(faults):
    """Faults as place, value, what would be right, and code."""
    return [f"{one.place}: {one.found} ≠ {one.expected} [{one.code}]" for one in faults]


def barred(reason, unit, subjects):
    """One bar for each subject."""
    return [sc.Bar(subject_id=one, lead_unit_id=unit, reason=reason) for one in subjects]


def roster(subjects, units, bars, **rest):
    """A roster of one-letter subjects."""
    given = [sc.LeadUnit(id=unit) if isinstance(unit, str) else unit for unit in units]
    return sc.Roster(subjects=[sc.Subject(id=one) for one in subjects], lead_units=given, bars=bars, **rest)


def lift(unit, subjects, *reasons, against=("too_few_places",)):
    """A bar that may be lifted for any one of some subjects."""
    return Repair(kind=RepairKind.LIFT_BAR, against=against, lead_unit_id=unit, subjects=[*subjects], reasons=reasons)


def bound(kind, unit, against=("too_few_places",), **rest):
    """A bound that may be moved."""
    return Repair(kind=kind, against=against, lead_unit_id=unit, **rest)


# a, b and c may go to u alone, which takes one: two places are missing. Only c's kinship with w may not be lifted.
# d may go to v, and so needs no change.
GIVEN = roster(
    "abcd",
    [sc.LeadUnit(id="u", max_load=1), "v", "w", "x"],
    barred(EXCLUDED, "v", "abc") + barred(EXCLUDED, "w", "adb") + barred(KIN, "w", "c") + barred(EXCLUDED, "x", "abcd"),
)
SHORT = sc.plan_year(GIVEN, year=2021)
RAISE_U = bound(RepairKind.RAISE_MAXIMUM, "u")
LIFT_V, LIFT_W, LIFT_X = lift("v", "abc", EXCLUDED), lift("w", "ab", EXCLUDED), lift("x", "abc", EXCLUDED)


def missing(unit, subject):
    """What is said of a bar whose lifting would help and that is not listed."""
    return f"Infeasible.repairs: LIFT_BAR '{unit}' for '{subject}' against too_few_places ≠ {RIGHT_CHANGES} [missing_repair]"


def no_repair(change):
    """What is said of a change that does not help."""
    return f"Infeasible.repairs: {change} ≠ {RIGHT_CHANGES} [no_repair]"


def wrong_kind(unit, counted):
    """What is said of a bar without subjects or reasons, and of a bound with either."""
    return f"Infeasible.repairs at '{unit}': {counted} ≠ subjects and reasons for a bar that is lifted, none of either for a bound [wrong_kind]"


DISORDER = "Infeasible.repairs: a harder repair before a softer one ≠ the softest first [not_in_order]"
TWICE = "Infeasible.repairs: a change listed twice ≠ every single change once [duplicate]"


CHANGES = {
    "those that help": ([RAISE_U, LIFT_V, LIFT_W, LIFT_X], []),
    "any order among equally hard ones": ([RAISE_U, LIFT_X, LIFT_W, LIFT_V], []),
    "one change told in two parts": ([RAISE_U, lift("v", "ab", EXCLUDED), LIFT_W, LIFT_X, lift("v", "c", EXCLUDED)], []),
    "one lead unit fewer": ([RAISE_U, LIFT_V, LIFT_W], [missing("x", "a"), missing("x", "b"), missing("x", "c")]),
    # v and x may be opened for the same three, and each is looked at: the first, the last, and both.
    "too few at the first of two alike": ([RAISE_U, lift("v", "ab", EXCLUDED), LIFT_W, LIFT_X], [missing("v", "c")]),
    "too few at the last of two alike": ([RAISE_U, LIFT_V, LIFT_W, lift("x", "ab", EXCLUDED)], [missing("x", "c")]),
    # All three have the same two, which only for w is right.
    "one list for all": ([RAISE_U, LIFT_W, lift("v", "ab", EXCLUDED), lift("x", "ab", EXCLUDED)], [missing("v", "c"), missing("x", "c")]),
    # All three have the same three, which only for w is wrong: c is kin there.
    "one list for all, too long": ([RAISE_U, LIFT_V, LIFT_X, lift("w", "abc", EXCLUDED)], [
        no_repair("LIFT_BAR 'w' for 'c' against too_few_places"),
        "Infeasible.repairs at 'w': ['EXCLUDED'] ≠ what closes the pair [wrong_bars]",
    ]),
    "as many, one of them another": ([RAISE_U, LIFT_V, LIFT_W, lift("x", "adb", EXCLUDED)], [
        no_repair("LIFT_BAR 'x' for 'd' against too_few_places"),
        missing("x", "c"),
    ]),
    "nobody of the roster": ([RAISE_U, LIFT_V, LIFT_W, lift("x", "abcz", EXCLUDED)], [
        no_repair("LIFT_BAR 'x' for 'z' against too_few_places"),
        "Infeasible.repairs at 'x': ['EXCLUDED'] ≠ what closes the pair [wrong_bars]",
    ]),
    "no lead unit of the roster": ([RAISE_U, LIFT_V, LIFT_W, LIFT_X, lift("y", "a", EXCLUDED)], [
        no_repair("LIFT_BAR 'y' for 'a' against too_few_places"),
        "Infeasible.repairs at 'y': ['EXCLUDED'] ≠ what closes the pair [wrong_bars]",
    ]),
    "one change twice": ([RAISE_U, LIFT_V, LIFT_W, LIFT_X, LIFT_X], [TWICE]),
    "one subject twice at one lead unit": ([RAISE_U, LIFT_V, LIFT_W, LIFT_X, lift("x", "b", EXCLUDED)], [TWICE]),
    "one subject twice and one not at all": ([RAISE_U, LIFT_V, LIFT_W, lift("x", "ab", EXCLUDED), lift("x", "b", EXCLUDED)], [TWICE, missing("x", "c")]),
    "a bound twice": ([RAISE_U, RAISE_U, LIFT_V, LIFT_W, LIFT_X], [TWICE]),
    "a bound that holds nobody up": ([RAISE_U, bound(RepairKind.RAISE_MAXIMUM, "w"), LIFT_V, LIFT_W, LIFT_X], [no_repair("RAISE_MAXIMUM 'w' against too_few_places")]),
    "a bound against what is not violated": ([bound(RepairKind.RAISE_MAXIMUM, "u", ("minimum_unreachable", "too_few_places")), LIFT_V, LIFT_W, LIFT_X], [no_repair("RAISE_MAXIMUM 'u' against minimum_unreachable")]),
    "the other bound": ([bound(RepairKind.LOWER_MINIMUM, "u"), LIFT_V, LIFT_W, LIFT_X], [
        no_repair("LOWER_MINIMUM 'u' against too_few_places"),
        f"Infeasible.repairs: RAISE_MAXIMUM 'u' against too_few_places ≠ {RIGHT_CHANGES} [missing_repair]",
    ]),
    "a bound with a subject": ([bound(RepairKind.RAISE_MAXIMUM, "u", subjects=["a"]), LIFT_V, LIFT_W, LIFT_X], [wrong_kind("u", "1 subject, 0 reasons")]),
    "a bound with a reason": ([bound(RepairKind.RAISE_MAXIMUM, "u", reasons=[EXCLUDED]), LIFT_V, LIFT_W, LIFT_X], [
        wrong_kind("u", "0 subjects, 1 reason"),
        "Infeasible.repairs at 'u': ['EXCLUDED'] ≠ what closes the pair [wrong_bars]",
    ]),
    "a bar of nobody, for a reason": ([RAISE_U, LIFT_V, LIFT_W, LIFT_X, lift("u", "", EXCLUDED)], [
        wrong_kind("u", "0 subjects, 1 reason"),
        "Infeasible.repairs at 'u': ['EXCLUDED'] ≠ what closes the pair [wrong_bars]",
    ]),
    "a bar for no reason": ([RAISE_U, LIFT_V, LIFT_W, lift("x", "abc")], [
        wrong_kind("x", "3 subjects, 0 reasons"),
        "Infeasible.repairs at 'x': [] ≠ what closes the pair [wrong_bars]",
        DISORDER,
    ]),
    "a bar for no reason, which is softer than a bound": ([RAISE_U, lift("x", "abc"), LIFT_V, LIFT_W], [
        wrong_kind("x", "3 subjects, 0 reasons"),
        "Infeasible.repairs at 'x': [] ≠ what closes the pair [wrong_bars]",
        DISORDER,
    ]),
    "two reasons where one closes": ([RAISE_U, LIFT_V, lift("w", "ab", KIN, EXCLUDED), LIFT_X], ["Infeasible.repairs at 'w': ['KIN', 'EXCLUDED'] ≠ what closes the pair [wrong_bars]"]),
}  # fmt: skip


@pytest.mark.parametrize(("repairs", "expected"), CHANGES.values(), ids=CHANGES)
def test_the_changes_are_those_that_help_each_once(repairs, expected):
    """Lists that several lead units share are right or wrong for each of them; every fault says which change at which lead unit."""
    assert sorted(SHORT.repairs, key=lambda one: one.lead_unit_id) == [RAISE_U, LIFT_V, LIFT_W, LIFT_X]
    assert lines(sc.verify_infeasible(GIVEN, attrs.evolve(SHORT, repairs=repairs))) == expected


# u takes nobody. a is pinned to it, and all else is open to b but for a ground of its own at each lead unit.
LEVELS = roster(
    "ab",
    [sc.LeadUnit(id="u", max_load=0), "recent", "kin", "excluded", "far", "unsaid", "said"],
    [
        *barred(KIN, "kin", "b"), *barred(EXCLUDED, "excluded", "ab"), *barred(BarReason.JURISDICTION, "far", "b"),
        *barred(BarReason.UNDECLARED_CONFLICT, "unsaid", "b"), *barred(BarReason.DECLARED_CONFLICT, "said", "b"),
    ],
    pins={"a": "u"},
)  # fmt: skip
PAST = sc.History.of({2020: {"a": "recent", "b": "recent"}})
FORBID = sc.RotationPolicy(cooling_off_years=1, repeats=sc.Repeats.FORBID)
NOBODY_FITS = sc.plan_year(LEVELS, year=2021, history=PAST, policy=FORBID)
#: From the softest to the hardest, each with how hard it is: a pair with several reasons is as hard as its hardest one.
SOFTEST_FIRST = [
    (0, lift("recent", "b", RECENT)),
    (1, bound(RepairKind.RAISE_MAXIMUM, "u")),
    (2, lift("recent", "a", RECENT, PINNED)),
    (2, lift("kin", "a", PINNED)),
    (2, lift("far", "a", PINNED)),
    (2, lift("unsaid", "a", PINNED)),
    (2, lift("said", "a", PINNED)),
    (3, lift("excluded", "a", EXCLUDED, PINNED)),
    (3, lift("excluded", "b", EXCLUDED)),
    (4, lift("far", "b", BarReason.JURISDICTION)),
    (5, lift("unsaid", "b", BarReason.UNDECLARED_CONFLICT)),
    (6, lift("said", "b", BarReason.DECLARED_CONFLICT)),
]


def checked(repairs):
    """What is wrong with these repairs of the second certificate."""
    return lines(sc.verify_infeasible(LEVELS, attrs.evolve(NOBODY_FITS, repairs=repairs), history=PAST))


def test_the_softest_repair_comes_first():
    """A year waived, a bound, a pin, an exclusion, tier or area, a conflict not yet declared, a declared one; those as hard in any order."""
    repairs = [one for _, one in SOFTEST_FIRST]

    assert checked(repairs) == []
    for place in range(1, len(repairs)):
        swapped = [*repairs[: place - 1], repairs[place], repairs[place - 1], *repairs[place + 1 :]]
        assert checked(swapped) == ([] if SOFTEST_FIRST[place - 1][0] == SOFTEST_FIRST[place][0] else [DISORDER]), place


def test_what_closes_a_pair_is_that_of_every_subject():
    """a and b are both excluded, and a is pinned elsewhere besides: the shorter list is not a's, the longer one not b's."""
    others = [one for _, one in SOFTEST_FIRST if one.lead_unit_id != "excluded"]

    for reasons, shown in ((EXCLUDED,), "['EXCLUDED']"), ((EXCLUDED, PINNED), "['EXCLUDED', 'PINNED_ELSEWHERE']"):
        repairs = [*others[:-3], lift("excluded", "ab", *reasons), *others[-3:]]
        assert checked(repairs) == [f"Infeasible.repairs at 'excluded': {shown} ≠ what closes the pair [wrong_bars]"]


def test_a_pair_with_one_ground_that_stays_is_not_repaired():
    """a is excluded from v and kin there: lifting the exclusion would not let it through."""
    given = roster("a", [sc.LeadUnit(id="u", max_load=0), "v"], barred(EXCLUDED, "v", "a") + barred(KIN, "v", "a"))
    answer = sc.plan_year(given, year=2021)

    assert list(answer.repairs) == [RAISE_U]
    assert lines(sc.verify_infeasible(given, attrs.evolve(answer, repairs=[RAISE_U, lift("v", "a", KIN, EXCLUDED)]))) == [
        no_repair("LIFT_BAR 'v' for 'a' against too_few_places")
    ]
