"""Counts of grades: every grade of the regulation stands there, and so do those that are not settled."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Final

from supervision_core.fields import Checks, as_tuple
from supervision_core.judging.assessments import Assessment
from supervision_core.periods import Period
from supervision_core.programme.tallies import CountKind, Tally
from supervision_core.regulations import Regulation
from supervision_core.text import Label, composed, shown

__all__ = ["UNDETERMINED", "grade_labels", "grade_tally"]

#: The part of those of whom more than one grade is possible.
UNDETERMINED: Final = "undetermined"
_UNDETERMINED_LABEL: Final = Label("Chưa xác định", "Undetermined")


def grade_tally(
    regulation: Regulation,
    rows: Iterable[tuple[str, Assessment]],
    *,
    population: str,
    headline: int | None = None,
    period: Period | None = None,
) -> Tally:
    """How many people got each grade of a regulation; grades that nobody got stand at 0, undetermined ones are a part too.

    Two populations are two tallies. An id that occurs twice, or an assessment by another regulation, raises ``InvalidInput``.

    >>> import supervision_core as sc
    >>> ward = sc.regulations.GOOD_PERFORMANCE_2014
    >>> facts = [sc.Facts.of({"duties.well_done": True}), sc.Facts.of({"conduct.violation": True})]
    >>> rows = [(f"CB{number}", sc.assess(ward, some)) for number, some in enumerate(facts)]
    >>> dict(sc.grade_tally(ward, rows, population="ward").parts)
    {'below_fair': 1, 'fair': 0, 'good': 0, 'undetermined': 1}
    """
    given = as_tuple(rows)
    checks = Checks("grade_tally")
    checks.kind("regulation", regulation, Regulation, "a Regulation")
    checks.each("rows", given, tuple, "a pair of an id and an Assessment")
    checks.done()
    seen: set[str] = set()
    for one, assessment in given:
        subject = composed(one)
        place = f"rows[{shown(subject)}]"
        if subject in seen:
            checks.fault("duplicate", place, subject, "each id once")
        seen.add(subject)
        if checks.kind(place, assessment, Assessment, "an Assessment") and assessment.regulation != regulation:
            checks.fault("regulations_mixed", place, assessment.regulation.code, f"an assessment by {regulation.code}")
    checks.done()
    grades = [assessment.grade for _, assessment in given]
    counted = Tally.of(
        [UNDETERMINED if grade is None else grade.code for grade in grades],
        kind=CountKind.PERSON,
        population=population,
        among=[*(grade.code for grade in regulation.grades), UNDETERMINED],
        period=period,
    )
    return Tally(kind=counted.kind, population=population, parts=counted.parts, headline=headline, period=period)


def grade_labels(regulation: Regulation) -> dict[str, Label]:
    """What people call the parts of a tally of grades, best grade first."""
    return {**{grade.code: grade.label for grade in regulation.grades}, UNDETERMINED: _UNDETERMINED_LABEL}
