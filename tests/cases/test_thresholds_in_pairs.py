"""Every threshold of every encoded statute, with its operator and article: the last value that fails and the first that passes.

The table is written from the decrees' words. A walk over the encodings asks that each comparison stands in it and each line of
it is encoded, and for each line two complete cases are looked for that differ in this number alone and by one step: exactly one
of them has the line's grade, and both are graded as the second encoding (plain functions) grades them.
"""

import random
from fractions import Fraction

import pytest

import supervision_core as sc
from laws.test_statute_laws import REGULATIONS, random_row
from oracles.statutes import STATUTES
from supervision_core.criteria import Compare

LEAVE = ("2.3", "year.lawful_leave_months", ">=", 3)
NOT_RATED_90 = ("NOT_RATED", "2.3", "year.months_worked", "<", 6)
DONE, EXCEEDED, ON_TIME = "unit.targets_done_share", "unit.targets_exceeded_share", "unit.targets_on_time_share"
COMPLETED_UNITS, GOOD_UNITS = "unit.completed_share", "unit.good_share"


def led(grade, article):
    """A leader's unit at the best grade: all targets, half of them exceeded, all units COMPLETED, 70 % of them GOOD."""
    shares = ((DONE, 100), (EXCEEDED, 50), (COMPLETED_UNITS, 100), (GOOD_UNITS, 70))
    return [(grade, article, "tasks.deficient_share", "<=", 0), *((grade, article, code, ">=", bound) for code, bound in shares), (grade, *LEAVE)]


def points(total, articles):
    """The bands of a score: 90, 70, 50, and under 50."""
    first, second, third, last = articles
    return [
        ("EXCELLENT", first, total, ">=", 90),
        ("GOOD", second, total, ">=", 70),
        ("COMPLETED", third, total, ">=", 50),
        ("NOT_COMPLETED", last, total, "<", 50),
    ]


CIVIL_SERVANT_90 = [
    NOT_RATED_90,
    ("EXCELLENT", "8.1", "tasks.deficient_share", "<=", 0),
    ("EXCELLENT", "8.1", "tasks.exceeded_share", ">=", 50),
    ("EXCELLENT", *LEAVE),
]
LEADER_90 = [NOT_RATED_90, *led("EXCELLENT", "8.2")]
CADRE_90 = [
    NOT_RATED_90,
    *led("EXCELLENT", "4"),
    ("GOOD", "5", "tasks.deficient_share", "<=", 0),
    ("GOOD", "5", DONE, ">=", 100),
    ("GOOD", "5", ON_TIME, ">=", 80),
    ("GOOD", "5", COMPLETED_UNITS, ">=", 100),
    ("GOOD", *LEAVE),
]
EMPLOYEE_90 = [
    NOT_RATED_90,
    ("EXCELLENT", "12.1", "tasks.deficient_share", "<=", 0),
    ("EXCELLENT", "12.1", "tasks.exceeded_share", ">=", 50),
    ("EXCELLENT", *LEAVE),
    ("GOOD", "13.1", "tasks.deficient_share", "<=", 0),
    ("GOOD", *LEAVE),
    ("COMPLETED", "14.1", "tasks.deficient_share", "<=", 20),
    ("NOT_COMPLETED", "15.1", "tasks.deficient_share", ">", 50),
]
MANAGER_90 = [
    NOT_RATED_90,
    *led("EXCELLENT", "12.2"),
    ("GOOD", "13.2", "tasks.deficient_share", "<=", 0),
    ("GOOD", "13.2", DONE, ">=", 100),
    ("GOOD", "13.2", ON_TIME, ">=", 80),
    ("GOOD", "13.2", COMPLETED_UNITS, ">=", 100),
    ("GOOD", "13.2", GOOD_UNITS, ">=", 70),
    ("GOOD", *LEAVE),
    ("COMPLETED", "14.2", "tasks.deficient_share", "<=", 20),
    ("COMPLETED", "14.2", DONE, ">", 70),
    ("COMPLETED", "14.2", COMPLETED_UNITS, ">=", 70),
    ("NOT_COMPLETED", "15.2", "tasks.deficient_share", ">", 50),
    ("NOT_COMPLETED", "15.2", DONE, "<", 50),
]
TASKS = "points.general tasks.quantity tasks.quality tasks.progress"
EMPLOYEE_233 = [
    ("NOT_RATED", "14.1", "year.months_worked", "<", 6),
    *points("points.general points.task_results", ("12.1", "12.2", "12.3", "12.4.a")),
]
BODY = {"points": "body.points", "late": "body.late_share", "done": "body.done_share"}
#: The thresholds of each statute: grade, article (None where the copy named none), what is measured, operator, bound.
THRESHOLDS = {
    "nd88_2017_public_employee": [
        ("EXCELLENT", None, "tasks.done_well_share", ">=", 100),
        ("GOOD", None, "tasks.done_well_share", ">=", 100),
        ("COMPLETED", None, "tasks.done_well_share", ">=", 70),
    ],
    **{f"nd90_2020{version}_{category}": lines for version, categories in (
        ("", ("cadre", "civil_servant", "civil_servant_leader", "public_employee", "public_employee_manager")),
        ("_48_2023", ("cadre", "civil_servant", "civil_servant_leader", "public_employee", "public_employee_manager")),
        ("_80_2025", ("cadre", "civil_servant", "civil_servant_leader")),
    ) for category in categories for lines in [{
        "cadre": CADRE_90, "civil_servant": CIVIL_SERVANT_90, "civil_servant_leader": LEADER_90,
        "public_employee": EMPLOYEE_90, "public_employee_manager": MANAGER_90,
    }[category]]},
    "nd335_2025_civil_servant": points(TASKS, ("20.1", "20.2", "20.3", "20.4.a")),
    "nd335_2025_leader": points(
        f"{TASKS} leading.body_results leading.organising leading.uniting", ("20.1", "20.2", "20.3", "20.4.a")
    ),
    "nd335_2025_state_body": [
        ("EXCELLENT", None, BODY["points"], ">=", 90),
        ("EXCELLENT", None, BODY["late"], "<=", 0),
        ("GOOD", None, BODY["points"], ">=", 70),
        ("GOOD", None, BODY["points"], "<", 90),
        ("GOOD", None, BODY["late"], "<=", 0),
        ("COMPLETED", None, BODY["points"], ">=", 50),
        ("COMPLETED", None, BODY["points"], "<", 70),
        ("COMPLETED", None, BODY["late"], "<=", 20),
    ],
    "nd233_2026_public_employee": EMPLOYEE_233,
    "nd233_2026_public_employee_manager": [
        *EMPLOYEE_233,
        ("rater_decides", "12.4.a", "points.general points.task_results", ">=", 50),
    ],
    "nd233_2026_public_service_unit": [
        ("EXCELLENT", "7.1", BODY["points"], ">=", 90),
        ("EXCELLENT", "7.2", BODY["done"], ">=", 100),
        ("EXCELLENT", "7.2", BODY["late"], "<=", 0),
        ("EXCELLENT", "7.1.a", "body.exceeded_share", ">=", 30),
        ("GOOD", "7.2", BODY["points"], ">=", 70),
        ("GOOD", "7.2", BODY["points"], "<", 90),
        ("GOOD", "7.2", BODY["done"], ">=", 100),
        ("GOOD", "7.2", BODY["late"], "<=", 0),
        ("COMPLETED", "7.3", BODY["points"], ">=", 50),
        ("COMPLETED", "7.3", BODY["points"], "<", 70),
        ("COMPLETED", "7.3", BODY["done"], ">=", 100),
        ("COMPLETED", "7.3", BODY["late"], "<=", 20),
        ("rater_decides", "7.5", BODY["points"], ">=", 50),
        ("rater_decides", "7.4.b", BODY["done"], "<", 70),
        ("NOT_COMPLETED", "7.4", BODY["points"], "<", 50),
        ("NOT_COMPLETED", "7.4.b", BODY["done"], "<", 70),
    ],
}  # fmt: skip
SIGNS = {"AT_LEAST": ">=", "MORE_THAN": ">", "AT_MOST": "<=", "LESS_THAN": "<"}
FINEST = Fraction(1, 1000)
TRIES = 4000


def comparisons(node, cited=None):
    """Every comparison of a criterion with the citation that it, or the nearest part around it, has."""
    cited = getattr(node, "citation", None) or cited
    if isinstance(node, Compare):
        yield node, cited
    for name in ("part", "parts", "exception"):
        inside = getattr(node, name, ())
        for part in inside if isinstance(inside, tuple) else (inside,):
            yield from comparisons(part, cited)


def encoded(regulation):
    """What the encoding compares with what, rung by rung, with the article."""
    return sorted(
        {
            (rung.grade.code, None if cited is None else cited.article, " ".join(term.code for term in node.quantity.terms), SIGNS[node.comparison.name], node.bound)
            for rung in regulation.ladder.rungs
            for node, cited in comparisons(rung.criterion, rung.citation)
        },
        key=str,
    )


def shifted(row, regulation, terms, total):
    """The row with the first measure that can be moved so that the weighted sum is this total; None where none can."""
    gap = Fraction(total) - sum(term.weight * Fraction(row[term.code]) for term in terms)
    for term in terms:
        measure = regulation.ladder.definitions[term.code]
        value = Fraction(row[term.code]) + gap / term.weight
        if measure.low <= value <= measure.high and not (measure.only_steps and (value - measure.low) % measure.step):
            return {**row, term.code: value}
    return None


def steps(sign, bound, step):
    """The last value that does not hold and the first that does."""
    return {">=": (bound - step, bound), "<=": (bound + step, bound), ">": (bound, bound + step), "<": (bound, bound - step)}[sign]


def pair(regulation, line):
    """Two cases that differ in the line's measure alone, of which exactly one has its grade."""
    grade, _, codes, sign, bound = line
    terms = next(
        node.quantity.terms
        for rung in regulation.ladder.rungs
        for node, _ in comparisons(rung.criterion)
        if " ".join(term.code for term in node.quantity.terms) == codes
    )
    only = regulation.ladder.definitions[terms[0].code]
    failing, passing = steps(sign, bound, only.step if only.only_steps else FINEST)
    chance = random.Random(f"{regulation.code} {line}")
    for _ in range(TRIES):
        row = random_row(regulation, chance)
        rows = [shifted(row, regulation, terms, total) for total in (failing, passing)]
        if None in rows or any(one[rule.code] is rule.answer and one[rule.then_code] is not rule.then_answer for one in rows for rule in regulation.ladder.implications):
            continue
        grades = [sc.assess(regulation, sc.Facts.of(one)).grade.code for one in rows]
        if grades.count(grade) == 1:
            return rows, grades
    return None


def test_every_comparison_stands_in_the_table():
    """No threshold is encoded without its line here, none here is left out, operator, bound and article included."""
    assert {code: encoded(one) for code, one in REGULATIONS.items()} == {
        code: sorted({(*line[:4], Fraction(line[4])) for line in lines}, key=str) for code, lines in THRESHOLDS.items()
    }


@pytest.mark.parametrize(
    ("code", "line"),
    [pytest.param(code, line, id=f"{code} {line[0]} article {line[1]} {line[2].split()[0]} {line[3]} {line[4]}") for code, lines in THRESHOLDS.items() for line in lines],
)
def test_the_last_that_fails_and_the_first_that_passes(code, line):
    """One step on one measure changes the grade as the article says, and both encodings of the statute agree on both sides."""
    found = pair(REGULATIONS[code], line)

    assert found is not None, "no pair of cases turns on this threshold"
    rows, grades = found
    assert grades == [STATUTES[code](row) for row in rows]
