"""The grades of one official over the years: by which regulation, what is still open, and which years have no result."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from operator import itemgetter
from typing import TYPE_CHECKING, Any, Final, cast, final

import attrs

from supervision_core.judging.assessing import Assessment
from supervision_core.values.checks import Checks, as_tuple
from supervision_core.values.exact import whole_or_same
from supervision_core.values.labels import Label
from supervision_core.values.text import Language, composed, veiled
from supervision_core.values.wording import Names, Wording, wording

if TYPE_CHECKING:
    from supervision_core.criteria.ladders import Grade

__all__ = ["GradesByYear"]


_FIRST_YEAR, _LAST_YEAR = 1, 9999
#: Longer than anybody's working life.
_MOST_YEARS = 100


def _pairs(given: Mapping[int, Assessment] | Iterable[tuple[int, Assessment]]) -> tuple[tuple[int, Assessment], ...]:
    """Years and assessments as pairs by year; what is none stays, for the checks to name."""
    found: Any = tuple(given.items()) if isinstance(given, Mapping) else as_tuple(given)
    if not isinstance(found, tuple) or not all(map(_begins_with_a_year, found)):
        return cast("tuple[tuple[int, Assessment], ...]", found)
    plain: list[Any] = [(whole_or_same(one[0]), *one[1:]) for one in found]
    return tuple(sorted(plain, key=itemgetter(0)))


def _begins_with_a_year(value: object) -> bool:
    if not isinstance(value, tuple) or not value:
        return False
    first = cast("tuple[object, ...]", value)[0]
    return isinstance(first, int) and not isinstance(first, bool)


@final
@attrs.frozen(kw_only=True)
class GradesByYear:
    """What came of one official in each of some years. A year that is not there has no result, which says nothing of it.

    Grades of two regulations are not compared: their words may be alike and their conditions are not.
    Raises ``InvalidInput`` for a year that stands twice and for years more than a century apart.

    >>> import supervision_core as sc
    >>> ward = sc.regulations.GOOD_PERFORMANCE_2014
    >>> done = {"duties.well_done": True, "conduct.violation": False, **dict.fromkeys(sc.regulations.CIVIC_CODES, True)}
    >>> good, open_ = sc.assess(ward, sc.Facts.of(done)), sc.assess(ward, sc.Facts.of({**done, "civic.standing": None}))
    >>> years = sc.judging.GradesByYear(subject_id="CB1", assessments={2024: good, 2026: open_})
    >>> print(years.sentence("en"))
    CB1: 2024: Good; 2025: no result; 2026: not settled (Good or Fair).
    """

    #: Who.
    subject_id: str = attrs.field(converter=composed, repr=veiled)
    #: Each year with what it came to, in the order of the years; given as such pairs or as a mapping.
    assessments: tuple[tuple[int, Assessment], ...] = attrs.field(converter=_pairs)

    def __attrs_post_init__(self) -> None:
        checks = Checks("GradesByYear")
        checks.identifier("subject_id", self.subject_id)
        checks.fields(self, "assessments")
        if checks.clean:
            self._check_years(checks)
        checks.done()

    def _check_years(self, checks: Checks) -> None:
        years = [year for year, _ in self.assessments]
        if not years:
            checks.fault("empty", "assessments", self.assessments, "at least one year")
            return
        for place, year in enumerate(years):
            checks.whole(f"assessments[{place}]", year, at_least=_FIRST_YEAR, at_most=_LAST_YEAR)
            if year in years[:place]:
                checks.fault("duplicate_year", "assessments", year, "each year once")
        if years[-1] - years[0] >= _MOST_YEARS:
            checks.fault("too_large", "assessments", years[-1], f"at most {_MOST_YEARS} years from the first to the last")

    @property
    def years(self) -> range:
        """All years from the first to the last, those without a result too."""
        return range(self.assessments[0][0], self.assessments[-1][0] + 1)

    @property
    def gaps(self) -> tuple[int, ...]:
        """The years between the first and the last that have no result."""
        return tuple(year for year in self.years if year not in dict(self.assessments))

    def assessment(self, year: int) -> Assessment | None:
        """What came of a year; None where there is no result."""
        checks = Checks("GradesByYear.assessment")
        checks.arguments(GradesByYear.assessment, year=year)
        checks.done()
        return dict(self.assessments).get(year)

    @property
    def grades(self) -> tuple[Grade, ...]:
        """Every grade of the regulations of these years, each once: of the latest regulation first, and best first in each."""
        found: dict[tuple[str, Label], Grade] = {}
        for _, one in reversed(self.assessments):
            for grade in one.regulation.grades:
                found.setdefault((grade.code, grade.label), grade)
        return tuple(found.values())

    @property
    def turns(self) -> tuple[int, ...]:
        """The years that were judged by another regulation than the last year before with a result."""
        pairs = zip(self.assessments, self.assessments[1:], strict=False)
        return tuple(year for (_, before), (year, now) in pairs if before.regulation != now.regulation)

    def sentence(self, lang: Language, names: Names | None = None) -> str:
        """Year by year, for people."""
        return grades_by_year_said(self, wording(lang, names))


_ALL: Final = Label("{who}: {years}.", "{who}: {years}.")
_ONE: Final = Label("năm {year}: {grade}", "{year}: {grade}")
_OPEN: Final = Label("chưa xác định ({grades})", "not settled ({grades})")
NO_RESULT: Final = Label("không có kết quả", "no result")


def grades_by_year_said(one: GradesByYear, by: Wording) -> str:
    """Each year with its grade, with the grades that are possible, or that there is none."""
    return by.say(_ALL, who=by.name(one.subject_id), years="; ".join(_years_said(one, by)))


def _years_said(one: GradesByYear, by: Wording) -> Iterator[str]:
    found = dict(one.assessments)
    for year in one.years:
        yield by.say(_ONE, year=year, grade=year_said(found.get(year), by))


def year_said(assessment: Assessment | None, by: Wording) -> str:
    """What one year came to."""
    if assessment is None:
        return by.say(NO_RESULT)
    if assessment.grade is not None:
        return by.say(assessment.grade.label)
    return by.say(_OPEN, grades=by.either(grade.label for grade in assessment.possible))
