"""Caps on a grade, and who rates somebody who moved: what the words say, and samples held against other readings."""

from datetime import date
from fractions import Fraction

import attrs
import pytest

import supervision_core as sc
from fuzzing import quotas as quota_cases, who_rates as stint_cases
from supervision_core.criteria import POINTS, AllOf, Compare, Comparison, Holds, Ladder, Measure, Quantity, Rung, YesNo
from supervision_core.rendering import to_text
from supervision_core.values.mappings import IdMap

WARD = sc.regulations.GOOD_PERFORMANCE_2014

BEST = {"out": False, "best": True, "good": True, "second": 0}


def person(first, **known):
    return sc.assess(quota_cases.REGULATION, sc.Facts.of({**BEST, "first": first, **known}))


def rows(*people):
    return [(f"p{number}", "g", one) for number, one in enumerate(people)]


def quota(**given):
    return sc.judging.Quota(
        **{"grade": "best", "falls_to": "good", "share": Fraction(1, 5), "base": sc.judging.QuotaBase.ALL, **given}
    )


def after(result):
    return [None if row.grade is None else row.grade.code for row in result.rows]


def codes(call):
    with pytest.raises(sc.InvalidInput) as raised:
        call()
    return [fault.code for fault in raised.value.faults]


def test_samples_agree_with_the_second_implementations():
    """Five hundred cases of each of the campaigns in ``fuzzing``."""
    assert sum(quota_cases.check(seed) for seed in range(500)) > 100
    assert sum(quota_cases.check_chain(seed) for seed in range(500)) > 500
    assert sum(stint_cases.check(seed) for seed in range(500)) > 5


def test_a_small_group_has_a_number_of_its_own():
    """Fewer than five: one at most; five and more: the share."""
    small = quota(small_below=5, small_places=1, order_by=Quantity.of("first"))

    assert after(sc.apply_quota(rows(person(2), person(1), person(0)), small)) == ["best", "good", "good"]
    assert after(sc.apply_quota(rows(*[person(0)] * 4, person(2)), small)) == [*["good"] * 4, "best"]


def test_the_raised_share_is_for_groups_that_are_named():
    """A body that is itself excellent; a group that no row has is a fault."""
    raised = quota(raised_share=Fraction(1, 2), share=0, order_by=Quantity.of("first"))

    assert after(sc.apply_quota(rows(person(2), person(1)), raised)) == ["good", "good"]
    assert after(sc.apply_quota(rows(person(2), person(1)), raised, raised_for=["g"])) == ["best", "good"]
    assert codes(lambda: sc.apply_quota(rows(person(2)), raised, raised_for=["h"])) == ["unknown_group"]


def test_a_second_order_settles_what_the_first_leaves_alike():
    """And what both leave alike is for a person."""
    twice = quota(share=Fraction(1, 2), order_by=Quantity.of("first"), then_by=Quantity.of("second"))

    assert after(sc.apply_quota(rows(person(1), person(1, second=2)), twice)) == ["good", "best"]
    [left] = sc.apply_quota(rows(person(1), person(1)), twice).undecided
    assert (left.subject_ids, left.places) == (("p0", "p1"), 1)


def test_results_go_into_a_second_cap():
    """The grades after the first are capped; what it left to a person may turn out either way."""
    people = rows(person(2), person(1), person(0))
    first = sc.apply_quota(people, quota(share=Fraction(1, 3), order_by=Quantity.of("first")))
    second = quota(grade="good", falls_to="fair", share=Fraction(1, 3), order_by=Quantity.of("first"))

    assert after(sc.apply_quota(people, second, earlier=first)) == ["best", "good", "fair"]
    alike = rows(person(1), person(1))
    left = sc.apply_quota(alike, quota(share=Fraction(1, 2)))
    assert sc.apply_quota(alike, second, earlier=left).undetermined == ("p0", "p1")
    assert codes(lambda: sc.apply_quota(rows(person(1)), second, earlier=first)) == ["other_people"]


def test_what_a_cap_left_open_may_still_be_either_in_the_next():
    """One of two falls two grades at once, nobody knows which: both may still be best or fair, and in the next cap nothing else."""
    alike = rows(person(1), person(1))
    first = sc.apply_quota(alike, quota(falls_to="fair", share=Fraction(1, 2)))
    second = sc.apply_quota(alike, quota(grade="good", falls_to="fair", share=0), earlier=first)

    assert {who: [grade.code for grade in grades] for who, grades in first.possible.items()} == {
        "p0": ["best", "fair"],
        "p1": ["best", "fair"],
    }
    assert second.possible == first.possible
    assert second.undetermined == ("p0", "p1")


def test_who_is_not_judged_yet_may_fall_too():
    """Best or good before the cap, nobody knows: best, good, or what the cap makes of best; who is certain is not named."""
    either = sc.assess(quota_cases.REGULATION, sc.Facts.of({"out": False, "good": True, "first": 0, "second": 0}))
    result = sc.apply_quota(rows(either, person(1)), quota(falls_to="fair", share=1))

    assert {who: [grade.code for grade in grades] for who, grades in result.possible.items()} == {
        "p0": ["best", "good", "fair"]
    }
    assert "possible=<…>" in repr(result)


def test_the_third_cap_goes_on_from_the_second():
    """What counts is the grade that the cap before left, not the one as judged: lowered to good there, now it falls to fair."""
    people = rows(person(2), person(1))
    first = sc.apply_quota(people, quota(share=Fraction(1, 2), order_by=Quantity.of("first")))
    assert after(first) == ["best", "good"]
    second = sc.apply_quota(people, quota(share=0), earlier=first)
    assert after(second) == ["good", "good"]
    third = sc.apply_quota(people, quota(grade="good", falls_to="fair", share=Fraction(1, 2)), earlier=second)
    assert {who: [grade.code for grade in grades] for who, grades in third.possible.items()} == {
        "p0": ["good", "fair"],
        "p1": ["good", "fair"],
    }


def test_a_result_says_of_everybody_who_is_open_what_is_possible():
    """Of nobody else, and at least one grade; and a grade of another regulation goes into no cap."""
    either = sc.assess(quota_cases.REGULATION, sc.Facts.of({"out": False, "good": True, "first": 0, "second": 0}))
    result = sc.apply_quota(rows(either, person(1)), quota(share=1))
    [best, *_] = result.possible["p0"]

    def faults(call):
        with pytest.raises(sc.InvalidInput) as raised:
            call()
        return [str(fault) for fault in raised.value.faults]

    assert faults(lambda: attrs.evolve(result, possible=IdMap({"p1": (best,)}))) == [
        "QuotaResult.possible: found ['p1'], expected everybody whose grade is open: ['p0'] [other_people]"
    ]
    assert faults(lambda: attrs.evolve(result, possible=IdMap({"p0": ()}))) == [
        "QuotaResult.possible['p0']: found (), expected at least one grade [empty]"
    ]
    other = attrs.evolve(best, code="other")
    of_another = attrs.evolve(result, possible=IdMap({"p0": (other,)}), rows=(attrs.evolve(result.rows[0], grade=other),))
    assert faults(lambda: sc.apply_quota(rows(either, person(1)), quota(share=1), earlier=of_another)) == [
        "earlier.possible['p0']: found 'other', expected a grade of r [unknown_grade]",
        "earlier.rows: found 'other', expected a grade of r [unknown_grade]",
    ]


def test_what_an_earlier_result_does_not_say_may_be_any_lower_grade():
    """Results written before it was said: best, and each grade below it; who was certain stays certain."""
    alike = rows(person(1), person(1), sc.assess(quota_cases.REGULATION, sc.Facts.of({**BEST, "best": False, "first": 0})))
    first = attrs.evolve(sc.apply_quota(alike, quota(share=Fraction(1, 3))), possible=None)
    second = sc.apply_quota(alike, quota(grade="good", falls_to="fair", share=1), earlier=first)

    assert {who: [grade.code for grade in grades] for who, grades in second.possible.items()} == {
        "p0": ["best", "good", "fair"], "p1": ["best", "good", "fair"],
    }  # fmt: skip
    assert after(second) == ["good"]
    assert sc.redact(first, sc.Audience.OFFICIAL, own=["p0"]).possible is None


def test_that_no_rule_may_match_is_not_lost():
    """Somebody of whom nothing is known: either grade, or no rule that matches, and still so after two caps."""
    rung = [Rung(grade=quota_cases.grade(code, rank), criterion=Holds(code=code)) for code, rank in (("best", 2), ("good", 1))]
    facts = [YesNo(code=code, label=quota_cases.LABEL) for code in ("best", "good")]
    rule = attrs.evolve(quota_cases.REGULATION, code="open", ladder=Ladder(facts=facts, rungs=rung))
    people = [("p", "g", sc.assess(rule, sc.Facts()))]
    first = sc.apply_quota(people, quota(share=1))
    second = sc.apply_quota(people, quota(share=1), earlier=first)

    assert [grade.rank for grade in second.possible["p"]] == [2, 1, None]
    assert second.possible == first.possible


def test_the_cap_holds_by_its_own_words_under_every_rounding():
    """Of those who have the grade below after the cap."""
    for rounding in sc.judging.Rounding:
        for share in (Fraction(1, 5), Fraction(1, 2), Fraction(1)):
            cap = quota(base=sc.judging.QuotaBase.BELOW_AFTER, rounding=rounding, share=share)
            for people in range(12):
                kept = cap.allowed(people)
                assert kept <= rounding.whole(share * (people - kept))
                assert kept == people or kept + 1 > rounding.whole(share * (people - kept - 1))


def test_nonsense_is_refused():
    """A grade to fall to that is no lower one, an order by what nobody measures, a second order without a first."""
    assert codes(lambda: quota(falls_to="best")) == ["same_code"]
    assert codes(lambda: quota(then_by=Quantity.of("first"), raised_share=2)) == ["out_of_range", "missing"]
    assert codes(lambda: sc.apply_quota(rows(person(1)), quota(grade="good", falls_to="best"))) == ["not_lower"]
    assert codes(lambda: sc.apply_quota(rows(person(1)), quota(order_by=Quantity.of("points.nowhere")))) == ["unknown_code"]


def test_stints_at_one_body_are_added_up():
    """Three months and three months are six; days left over make months of thirty."""

    def stint(body, first, last):
        return sc.judging.Stint(body_id=body, period=sc.Period.of_days(first, last))

    there = [
        stint("a", date(2024, 1, 1), date(2024, 3, 31)),
        stint("b", date(2024, 4, 1), date(2024, 4, 30)),
        stint("a", date(2024, 5, 1), date(2024, 7, 31)),
        stint("b", date(2024, 8, 1), date(2024, 12, 31)),
    ]
    assert sc.judging.who_rates(there, comment_after_months=6) == ("b", ("a",))
    assert sc.judging.who_rates(there, comment_after_months=7) == ("b", ())
    for wrong in (True, -3):
        assert codes(lambda wrong=wrong: sc.judging.who_rates(there, comment_after_months=wrong))
    both = [*there, stint("c", date(2024, 1, 1), date(2024, 12, 31))]
    assert codes(lambda: sc.judging.who_rates(both)) == ["overlap"] * 4


def test_of_very_many_pairs_that_share_a_day_a_thousand_are_told():
    """Sixty times of one day are 1,770 pairs; forty-five, which make 990, are told in full."""

    def of(count):
        one_day = sc.Period.of_month(2024, 3)
        return codes(
            lambda: sc.judging.who_rates([sc.judging.Stint(body_id=f"b{number}", period=one_day) for number in range(count)])
        )

    assert of(60) == ["overlap"] * 1_000
    assert of(45) == ["overlap"] * 990


def test_what_is_no_stint_is_named_and_nothing_more_is_said_of_it():
    """Of a list in which something is no stint neither an order nor an overlap is told: one fault, its kind."""
    stint = sc.judging.Stint(body_id="a", period=sc.Period.of_year(2024))

    assert codes(lambda: sc.judging.who_rates([stint, "phường 7"])) == ["wrong_kind"]


KNOWN = {
    "points.general": 28,
    "tasks.quantity": 100,
    "tasks.quality": 97,
    "tasks.progress": 95,
    "conduct.degradation": False,
    "conduct.service_discipline": False,
}


class TestScores:
    """J13: the points of a regulation by points, exact, and as people write them."""

    regulation = sc.regulations.ND335_CIVIL_SERVANT

    def test_all_known(self):
        """28 and 70 times the mean of 100, 97 and 95 in a hundred: 96 2/15."""
        found = sc.assess(self.regulation, sc.Facts.of(KNOWN))

        assert found.score == 28 + Fraction(7, 30) * (100 + 97 + 95)
        assert found.score_bounds == (found.score, found.score)
        assert "Tổng điểm: ≈ 96,13" in to_text(found)
        assert "1442/15" not in to_text(found)

    def test_something_unknown(self):
        """Without the general points, 30 of them at most: between the two ends."""
        rest = {code: value for code, value in KNOWN.items() if code != "points.general"}
        found = sc.assess(self.regulation, sc.Facts.of(rest))

        assert found.score is None
        assert found.score_bounds == (Fraction(7, 30) * 292, 30 + Fraction(7, 30) * 292)
        assert "Total score: ≈ 68.13 to ≈ 98.13" in to_text(found, lang="en")

    def test_a_regulation_without_points_has_no_score(self):
        """Answers alone make none, and neither do shares in per cent, nor two kinds of points."""
        for facts, regulation in (
            (sc.Facts(), WARD),
            (sc.Facts.of({"tasks.done_well_share": 80}), sc.regulations.ND88_PUBLIC_EMPLOYEE),
        ):
            found = sc.assess(regulation, facts)
            assert (found.score, found.score_bounds) == (None, None)
        assert sc.assess(sc.regulations.ND335_STATE_BODY, sc.Facts.of({"body.points": 75})).score == 75

    def test_two_sums_of_points_are_no_score(self):
        """Nobody says which of them is meant."""
        label = sc.Label("điểm", "points")
        measures = [Measure(code=code, label=label, low=0, high=9, step=1, unit=POINTS) for code in "mn"]
        best = AllOf(parts=[Compare(quantity=Quantity.of(code), comparison=Comparison.AT_LEAST, bound=5) for code in "mn"])
        ladder = Ladder(facts=measures, rungs=[Rung(grade=sc.Grade(code="good", label=label, rank=1), criterion=best)])

        assert ladder.score is None

    def test_it_stands_in_the_row_of_a_quota_and_in_lists(self):
        """And in their reports, where anybody has one."""
        found = sc.assess(self.regulation, sc.Facts.of(KNOWN))
        quota = sc.judging.Quota(grade="EXCELLENT", falls_to="GOOD", share=1, base=sc.judging.QuotaBase.ALL)
        result = sc.apply_quota([("a", "x", found)], quota)

        assert result.rows[0].score == found.score
        assert "≈ 96,13" in to_text(result)
        assert "≈ 96,13" in to_text([("a", found)])
        assert "Tổng điểm" not in to_text([("a", sc.assess(WARD, sc.Facts()))])
