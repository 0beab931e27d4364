"""The shares of the best grade that decrees lay down, and that a head is not graded above the unit.

===========================  ===========  =======================================  ==================================
who                          share        of a body or unit that is EXCELLENT      small groups
===========================  ===========  =======================================  ==================================
civil servants (335, 20.5)   20 %         the number was not read                  not said
public employees (233, 12.6) 20 %         25 %                                     not said
service units (233, 7.7)     20 %         25 %                                     under five units: at most one
===========================  ===========  =======================================  ==================================

Each share is of those rated GOOD, within one body and each group with similar tasks. Who keeps the grade is not said, so
nothing orders people here: ``attrs.evolve(quota, order_by=...)`` does, where a place has such a rule.
"""

from __future__ import annotations

from fractions import Fraction
from typing import Final

from supervision_core.criteria.ladders import Grade
from supervision_core.judging.assessing import Assessment
from supervision_core.judging.quotas import Quota
from supervision_core.regulations.statutory import ND233, ND335, cite
from supervision_core.values.checks import Checks
from supervision_core.values.errors import Fault, raise_for

__all__ = ["HEAD_CITATION", "ND233_EMPLOYEE_QUOTA", "ND233_UNIT_QUOTA", "ND335_QUOTA", "held_to_unit"]

_FIFTH, _QUARTER = Fraction(1, 5), Fraction(1, 4)

#: Civil servants: not over 20 % of those rated GOOD. That bodies with outstanding results may have more is said too (20.5.b),
#: but its number was not read.
ND335_QUOTA: Final = Quota(grade="EXCELLENT", falls_to="GOOD", share=_FIFTH, citation=cite(ND335, "20.5.a"))
#: Public employees: not over 20 % of those rated GOOD, not over 25 % in a unit that is itself EXCELLENT (12.6.b); such units
#: are named with ``raised_for``.
ND233_EMPLOYEE_QUOTA: Final = Quota(
    grade="EXCELLENT", falls_to="GOOD", share=_FIFTH, raised_share=_QUARTER, citation=cite(ND233, "12.6")
)
#: Public service units: the same shares (7.7.a, 7.7.b), and at most one of fewer than five (7.7.c).
ND233_UNIT_QUOTA: Final = Quota(
    grade="EXCELLENT",
    falls_to="GOOD",
    share=_FIFTH,
    raised_share=_QUARTER,
    small_below=5,
    small_places=1,
    citation=cite(ND233, "7.7"),
)
#: Where it stands that a head is not graded above the unit.
HEAD_CITATION: Final = cite(ND233, "12.7")


def held_to_unit(head: Assessment, unit: Assessment) -> tuple[Grade, ...]:
    """The grades that a head may have once the unit's is looked at, best first; one where both are settled.

    A head is graded no better than the unit. While the unit's grade is left to whoever is competent, any lower one may follow.
    Grades are matched by their codes; a unit's grade that the head's regulation does not know raises ``InvalidInput``.

    >>> import supervision_core as sc
    >>> from supervision_core.judging import held_to_unit
    >>> head = sc.assess(sc.regulations.ND233_PUBLIC_EMPLOYEE_MANAGER, sc.Facts.of({}))
    >>> unit = sc.assess(sc.regulations.ND233_SERVICE_UNIT, sc.Facts.of({"body.points": 40}))
    >>> [grade.code for grade in held_to_unit(head, unit) if grade.rank is not None]
    ['NOT_COMPLETED']

    Source: Nghị định 233/2026/NĐ-CP, Article 12.7.
    """
    checks = Checks("held_to_unit")
    checks.kind("head", head, Assessment, "an Assessment")
    checks.kind("unit", unit, Assessment, "an Assessment")
    checks.done()
    ranked = {grade.code: grade for grade in head.regulation.grades if grade.rank is not None}
    unknown = [one.code for one in unit.possible if one.rank is not None and one.code not in ranked]
    expected = f"a grade of {head.regulation.code}"
    raise_for([Fault("unknown_grade", "held_to_unit.unit", code, expected) for code in unknown])
    limits = [ranked[one.code] for one in unit.possible if one.rank is not None]
    if any(one.rank is None for one in unit.possible):
        limits = list(ranked.values())
    own = [one for one in head.possible if one.rank is not None]
    held = {min(one, limit).code for one in own for limit in limits}
    held |= {one.code for one in head.possible if one.rank is None}
    return tuple(grade for grade in head.regulation.grades if grade.code in held)
