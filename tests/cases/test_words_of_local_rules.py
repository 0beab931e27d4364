"""What the helpers of regulations make: the facts of an obligation with their words and sources, the lines of a local variant."""

from datetime import date

import attrs
import pytest

import supervision_core as sc
from supervision_core.regulations import CITIZEN_RECEPTION, good_performance, obligation_facts
from supervision_core.regulations.ward_2014 import CIVIC_CODES

WARD = sc.regulations.GOOD_PERFORMANCE_2014
DONE = {"duties.well_done": True, "duties.fairly_done": True, "conduct.violation": False, **dict.fromkeys(CIVIC_CODES, True)}


def test_the_facts_of_an_obligation_have_words_and_sources():
    """Whether it was met, how many were missed and late by the law that asks for it; whether practice was kept by what says so. The newest rule gives the source."""
    newest = max(CITIZEN_RECEPTION, key=lambda one: one.in_force_from or date.min)
    kept = attrs.evolve(newest, practised=newest.required, practice_citation=WARD.citation)
    met, missing, late, practice = obligation_facts([kept])

    assert [one.code for one in (met, missing, late, practice)] == [f"obligation.citizen_reception.{part}" for part in ("met", "missing", "late", "practice_met")]
    who = newest.label
    assert [one.label.vi for one in (met, missing, late, practice)] == [
        f"{who.vi}: đủ theo quy định", f"{who.vi}: số kỳ còn thiếu", f"{who.vi}: số kỳ thực hiện quá hạn", f"{who.vi}: giữ thông lệ",
    ]  # fmt: skip
    assert [one.label.en for one in (met, missing, late, practice)] == [
        f"{who.en}: as often as required", f"{who.en}: periods missed", f"{who.en}: periods done late", f"{who.en}: practice kept up",
    ]  # fmt: skip
    assert [one.citation for one in (met, missing, late, practice)] == [newest.citation] * 3 + [WARD.citation]
    assert newest.citation is not None
    assert {(one.low, one.high, one.step, one.only_steps, one.higher_is_better) for one in (missing, late)} == {(0, 5300, 1, True, False)}
    assert obligation_facts(CITIZEN_RECEPTION) == obligation_facts([newest])


def labels(regulation):
    """All labels of the lines that judge a case, in both languages."""
    reasons = sc.explain(sc.assess(regulation, sc.Facts.of({**DONE, "civic.standing": False})), sc.Facts.of({**DONE, "civic.standing": False}))
    waiting, found = [reasons], []
    while waiting:
        one = waiting.pop()
        found.append((one.label.vi, one.label.en))
        waiting.extend(one.children)
    return found


def test_a_local_line_is_said_in_both_languages():
    """Where duties without the civic part are below fair, fair asks that duties were not well done; the ward's own rule does not ask."""
    line = ("Chưa đạt mức tốt về nhiệm vụ", "Duties not well done")

    assert line in labels(good_performance(without_civic="below_fair"))
    assert line not in labels(WARD)


def test_the_parts_of_good_are_named():
    """Part A of duties and part B of residence, as the source heads them."""
    found = labels(WARD)

    assert ("A. Nhiệm vụ được giao", "A. Assigned duties") in found
    assert ("B. Nghĩa vụ công dân nơi cư trú", "B. Civic obligations at the place of residence") in found


@pytest.mark.parametrize(
    ("choices", "told"),
    [
        ({"civic": ["x"]}, ("unknown_code", "good_performance.civic", "'x'", "one of " + ", ".join(CIVIC_CODES))),
        ({"may_be_not_applicable": ["x"]}, ("unknown_code", "good_performance.may_be_not_applicable", "'x'", "one of " + ", ".join(CIVIC_CODES))),
        ({"civic": ["civic.standing"], "civic_at_least": 2}, ("too_large", "good_performance.civic_at_least", "2", "at most 1")),
        ({"civic_at_least": -1}, ("too_small", "good_performance.civic_at_least", "-1", "at least 0")),
        ({"without_civic": "good"}, ("unknown_grade", "good_performance.without_civic", "'good'", "'fair' or 'below_fair'")),
        ({"violation_excludes_fair": 1}, ("wrong_kind", "good_performance.violation_excludes_fair", "1", "True or False")),
    ],
)
def test_a_choice_that_there_is_not_is_told(choices, told):
    """Which choice, what was given, and what there is to choose from."""
    with pytest.raises(sc.InvalidInput) as raised:
        good_performance(**choices)
    assert told in [(one.code, one.place, one.found, one.expected) for one in raised.value.faults]
