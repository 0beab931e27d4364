"""Two regulations, or two verdicts on one person, laid side by side; never merged."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from typing import final

import attrs

from supervision_core.criteria.ladders import Grade
from supervision_core.criteria.reasons import Reason
from supervision_core.errors import Fault, InvalidInput
from supervision_core.facts import Facts
from supervision_core.judging.assessments import Assessment, assess
from supervision_core.regulations import Regulation
from supervision_core.text import Language, composed, shown, veiled
from supervision_core.verdicts import Verdict

__all__ = ["GradeChange", "SideBySide", "compare_regulations", "lay_side_by_side"]


@final
@attrs.frozen(kw_only=True)
class GradeChange:
    """Someone whose outcome differs between two regulations, and the lines that make the difference."""

    #: Who.
    subject_id: str = attrs.field(converter=composed, repr=veiled)
    #: By the old regulation.
    old: Assessment
    #: By the new regulation.
    new: Assessment
    #: The lines of the regulation that judges lower (or leaves more open) which are not met there.
    lines: tuple[Reason, ...]


def compare_regulations(old: Regulation, new: Regulation, cases: Iterable[tuple[str, Facts]]) -> tuple[GradeChange, ...]:
    """Who would get another outcome by the new regulation, in the order of the cases, and which lines cause it.

    Outcomes are compared by the codes of the possible grades. Facts may be asked for by either regulation.

    >>> import supervision_core as sc
    >>> old, new = sc.regulations.GOOD_PERFORMANCE_2014, sc.regulations.good_performance(without_civic="below_fair")
    >>> cases = [("o1", sc.Facts.of({"duties.well_done": True, "civic.standing": False, "conduct.violation": False}))]
    >>> [(one.subject_id, one.old.grade.code, one.new.grade.code) for one in sc.compare_regulations(old, new, cases)]
    [('o1', 'fair', 'below_fair')]
    """
    vocabulary = (*old.ladder.facts, *new.ladder.facts)
    found = []
    for subject_id, facts in cases:
        try:
            before = assess(old, facts, vocabulary=vocabulary)
            after = assess(new, facts, vocabulary=vocabulary)
        except InvalidInput as error:
            raise error.of_subject(subject_id) from None
        if _codes(before) != _codes(after):
            lines = tuple(_missed(_lower(before, after)))
            found.append(GradeChange(subject_id=subject_id, old=before, new=after, lines=lines))
    return tuple(found)


def _codes(assessment: Assessment) -> tuple[str, ...]:
    return tuple(grade.code for grade in assessment.possible)


def _lower(one: Assessment, other: Assessment) -> Assessment:
    """The assessment that stands farther from the best grade of its regulation; of two alike the second."""
    return one if _fallen(one) > _fallen(other) else other


def _fallen(assessment: Assessment) -> tuple[int, int]:
    grades = assessment.regulation.grades
    worst = assessment.possible[-1]
    return (grades.index(worst) if worst in grades else len(grades)), len(assessment.possible)


def _missed(assessment: Assessment) -> Iterator[Reason]:
    """The single lines that are not met (or unknown) in the grades above the outcome."""
    seen: list[Reason] = []
    for grade in assessment.reasons.children:
        if grade.verdict is Verdict.MET:
            continue
        for leaf in grade.leaves():
            if leaf.verdict is not Verdict.MET and leaf not in seen:
                seen.append(leaf)
                yield leaf


@final
@attrs.frozen(kw_only=True)
class SideBySide:
    """The Front's verdict and the statutory grade of one person, each by its own regulation; they are never merged."""

    #: The Front's verdict.
    front: Assessment
    #: The statutory grade.
    statutory: Assessment
    #: Whether the Front's verdict reaches the grade that was named for it.
    front_reaches: Verdict
    #: Whether the statutory grade reaches the grade that was named for it.
    statutory_reaches: Verdict
    #: The lines that are not met on the side that does not reach its grade (or may not).
    lines: tuple[Reason, ...]

    @property
    def differ(self) -> Verdict:
        """Whether one side reaches its grade and the other does not; unknown while either is."""
        if Verdict.UNKNOWN in {self.front_reaches, self.statutory_reaches}:
            return Verdict.UNKNOWN
        return Verdict.of(self.front_reaches is not self.statutory_reaches)

    def sentence(self, lang: Language) -> str:
        """Both outcomes and whether they differ, for people."""
        front, statutory = (
            (" / ".join(grade.label.text(lang) for grade in side.possible)) for side in (self.front, self.statutory)
        )
        words = _DIFFER[lang][self.differ]
        if lang == "vi":
            return f"Mặt trận: {front}; xếp loại theo luật: {statutory}; {words}."
        return f"Front: {front}; statutory: {statutory}; {words}."


_DIFFER: Mapping[Language, Mapping[Verdict, str]] = {
    "vi": {Verdict.MET: "khác nhau", Verdict.NOT_MET: "không khác nhau", Verdict.UNKNOWN: "chưa thể so sánh"},
    "en": {Verdict.MET: "they differ", Verdict.NOT_MET: "they do not differ", Verdict.UNKNOWN: "not yet comparable"},
}


def lay_side_by_side(
    front: Assessment, statutory: Assessment, *, front_grade: str = "good", statutory_grade: str = "GOOD"
) -> SideBySide:
    """The Front's verdict beside the statutory grade: where they differ and why.

    ``front_grade`` and ``statutory_grade`` name, by code, from which grade on each side counts as good; the two orders of
    grades have nothing to do with each other. Raises ``InvalidInput`` for a code that a side's regulation does not have.
    """
    reached = []
    faults = []
    for name, side, code in (("front_grade", front, front_grade), ("statutory_grade", statutory, statutory_grade)):
        grade = next((one for one in side.regulation.grades if one.code == code and one.rank is not None), None)
        if grade is None:
            expected = "one of " + ", ".join(one.code for one in side.regulation.grades if one.rank is not None)
            faults.append(Fault("unknown_grade", name, shown(code), expected))
        else:
            reached.append(_reaches(side, grade))
    if faults:
        raise InvalidInput(faults)
    lines = [
        line
        for side, verdict in zip((front, statutory), reached, strict=True)
        if verdict is not Verdict.MET
        for line in _missed(side)
    ]
    return SideBySide(
        front=front,
        statutory=statutory,
        front_reaches=reached[0],
        statutory_reaches=reached[1],
        lines=tuple(lines),
    )


def _reaches(assessment: Assessment, grade: Grade) -> Verdict:
    reaching = [one.rank is not None and one >= grade for one in assessment.possible]
    return Verdict.MET if all(reaching) else Verdict.UNKNOWN if any(reaching) else Verdict.NOT_MET
