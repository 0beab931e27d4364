"""Regulations and units looked at side by side: findings, decision tables, changes of grade, profiles."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from typing import final

import attrs

from supervision_core.criteria.explain import Reason
from supervision_core.criteria.ladders import Grade, closed_answers
from supervision_core.criteria.nodes import YesNo
from supervision_core.criteria.tables import DecisionTable, Finding, examine, tabulate
from supervision_core.judging.assessing import Assessment, assess
from supervision_core.regulations import Regulation
from supervision_core.regulations.regulation import fact_space
from supervision_core.values.checks import as_tuple, check_arguments, check_fields, check_ids
from supervision_core.values.errors import Fault, InvalidInput
from supervision_core.values.exact import whole_or_same
from supervision_core.values.facts import Facts
from supervision_core.values.labels import Label
from supervision_core.values.mappings import IdMap
from supervision_core.values.text import Language, composed, identifier_fault, shown, veiled
from supervision_core.values.verdicts import Verdict
from supervision_core.values.wording import Names, Wording, wording

__all__ = [
    "GradeChange",
    "Profile",
    "SideBySide",
    "check_regulation",
    "compare_regulations",
    "decision_table",
    "lay_side_by_side",
    "profiles",
]


def check_regulation(regulation: Regulation) -> tuple[Finding, ...]:
    """Every hole, conflict, overlap, unreachable grade, dead fact and non-monotone spot, each with a row that shows it.

    Exact over the whole fact space; raises ``BeyondExactness`` where that is too large. A finding is no verdict:
    a statute may leave a hole on purpose, and then judging names it.

    >>> import supervision_core as sc
    >>> sc.check_regulation(sc.regulations.GOOD_PERFORMANCE_2014)
    ()
    """
    check_arguments(check_regulation, regulation=regulation)
    return examine(fact_space(regulation))


def decision_table(regulation: Regulation) -> DecisionTable:
    """The regulation as a table of lines that exclude each other and cover every case, for a lawyer to tick off.

    A table of more than 2,000 lines (such as "9 of 18") is refused with ``BeyondExactness``.

    >>> import supervision_core as sc
    >>> table = sc.judging.decision_table(sc.regulations.RESIDENCE_2014)
    >>> len(table.rows)  # all eight met, or the first one that is not
    9
    """
    check_arguments(decision_table, regulation=regulation)
    return tabulate(fact_space(regulation))


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

    def __attrs_post_init__(self) -> None:
        check_fields(self)
        check_ids(self, "subject_id")


def compare_regulations(old: Regulation, new: Regulation, cases: Iterable[tuple[str, Facts]]) -> tuple[GradeChange, ...]:
    """Who would get another outcome by the new regulation, in the order of the cases, and which lines cause it.

    Outcomes are compared by the codes of the possible grades. Facts may be asked for by either regulation.

    >>> import supervision_core as sc
    >>> old, new = sc.regulations.GOOD_PERFORMANCE_2014, sc.regulations.good_performance(without_civic="below_fair")
    >>> cases = [("o1", sc.Facts.of({"duties.well_done": True, "civic.standing": False, "conduct.violation": False}))]
    >>> [(one.subject_id, one.old.grade.code, one.new.grade.code) for one in sc.judging.compare_regulations(old, new, cases)]
    [('o1', 'fair', 'below_fair')]
    """
    given = as_tuple(cases)
    check_arguments(compare_regulations, old=old, new=new, cases=given)
    vocabulary = (*old.ladder.facts, *new.ladder.facts)
    found = []
    for subject_id, facts in given:
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
    #: Whether the Front's verdict reaches the grade that was named for it; unknown where no grade follows from its regulation.
    front_reaches: Verdict
    #: Whether the statutory grade reaches the grade that was named for it; unknown where no grade follows from its regulation.
    statutory_reaches: Verdict
    #: The lines that are not met on the side that does not reach its grade (or may not).
    lines: tuple[Reason, ...]

    def __attrs_post_init__(self) -> None:
        check_fields(self)

    @property
    def differ(self) -> Verdict:
        """Whether one side reaches its grade and the other does not; unknown while either is."""
        if Verdict.UNKNOWN in {self.front_reaches, self.statutory_reaches}:
            return Verdict.UNKNOWN
        return Verdict.of(self.front_reaches is not self.statutory_reaches)

    def sentence(self, lang: Language, names: Names | None = None) -> str:
        """Both outcomes and whether they differ, for people."""
        return side_by_side_said(self, wording(lang, names))


_SIDE_BY_SIDE = Label(
    "Mặt trận: {front}; xếp loại theo luật: {statutory}; {differ}.", "Front: {front}; statutory: {statutory}; {differ}."
)
_DIFFER: Mapping[Verdict, Label] = {
    Verdict.MET: Label("khác nhau", "they differ"),
    Verdict.NOT_MET: Label("không khác nhau", "they do not differ"),
    Verdict.UNKNOWN: Label("chưa thể so sánh", "not yet comparable"),
}


def side_by_side_said(both: SideBySide, by: Wording) -> str:
    """Both outcomes and whether they differ."""
    front, statutory = (by.either(grade.label for grade in side.possible) for side in (both.front, both.statutory))
    return by.say(_SIDE_BY_SIDE, front=front, statutory=statutory, differ=by.say(_DIFFER[both.differ]))


def lay_side_by_side(
    front: Assessment, statutory: Assessment, *, front_grade: str = "good", statutory_grade: str = "GOOD"
) -> SideBySide:
    """The Front's verdict beside the statutory grade: where they differ and why.

    ``front_grade`` and ``statutory_grade`` name, by code, from which grade on each side counts as good; the two orders of
    grades have nothing to do with each other. Raises ``InvalidInput`` for a code that a side's regulation does not have.
    """
    check_arguments(
        lay_side_by_side, front=front, statutory=statutory, front_grade=front_grade, statutory_grade=statutory_grade
    )
    reached = []
    faults = []
    for name, side, code in (
        ("front_grade", front, composed(front_grade)),
        ("statutory_grade", statutory, composed(statutory_grade)),
    ):
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
    # An outcome outside the order is no grade: it is left to somebody, or was not read, and reaches nothing and misses nothing.
    reaching = {None if one.rank is None else one >= grade for one in assessment.possible}
    return Verdict.of(reaching.pop() if len(reaching) == 1 else None)


@final
@attrs.frozen(kw_only=True)
class Profile:
    """Counts over one unit's people; it names nobody."""

    #: How many were assessed.
    people: int = attrs.field(converter=whole_or_same)
    #: How many have each grade, by code; those still undetermined are not in it.
    grades: IdMap[int]
    #: How many are undetermined.
    undetermined: int = attrs.field(converter=whole_or_same)
    #: For each fact's code, of how many the answer that was given speaks against them; facts that nobody fails are left out.
    failing: IdMap[int]
    #: For each fact's code, of how many it is neither known nor follows from what is; facts known of everybody are left out.
    unknown: IdMap[int]

    def __attrs_post_init__(self) -> None:
        check_fields(self)

    def most_failing(self) -> tuple[str, ...]:
        """The codes that fail most, most first, then by code."""
        return tuple(sorted(self.failing, key=lambda code: (-self.failing[code], code)))

    def most_unknown(self) -> tuple[str, ...]:
        """The codes that are unknown most, most first, then by code."""
        return tuple(sorted(self.unknown, key=lambda code: (-self.unknown[code], code)))


def profiles(rows: Iterable[tuple[str, Assessment]]) -> IdMap[Profile]:
    """A profile for each unit, from (unit id, assessment) pairs; all assessments are by one regulation.

    Two populations judged by different regulations are two calls; mixing them raises ``InvalidInput``.

    >>> import supervision_core as sc
    >>> ward = sc.regulations.GOOD_PERFORMANCE_2014
    >>> one = sc.assess(ward, sc.Facts.of({"duties.fairly_done": False}))
    >>> sc.judging.profiles([("office", one), ("office", one)])["office"].failing
    <IdMap of 1>
    """
    pairs = as_tuple(rows)
    check_arguments(profiles, rows=pairs)
    counted: dict[str, Counter[Assessment]] = {}
    regulation = None
    for given, assessment in pairs:
        unit = composed(given)
        if (fault := identifier_fault(unit)) is not None:
            raise InvalidInput((Fault(fault[0], "profiles", shown(given), fault[1]),))
        if regulation is None:
            regulation = assessment.regulation
        elif assessment.regulation != regulation:
            found = f"{regulation.code} and {assessment.regulation.code}"
            raise InvalidInput(
                (Fault("regulations_mixed", f"profiles[{shown(unit)}]", found, "assessments by one regulation"),)
            )
        # Assessments are shared, so a unit of thousands has few different ones.
        counted.setdefault(unit, Counter())[assessment] += 1
    return IdMap({unit: _profile(counts) for unit, counts in counted.items()})


def _profile(counts: Counter[Assessment]) -> Profile:
    grades: Counter[str] = Counter()
    failing: Counter[str] = Counter()
    unknown: Counter[str] = Counter()
    for assessment, people in counts.items():
        if assessment.grade is not None:
            grades[assessment.grade.code] += people
        known = dict(assessment.known)
        follows = closed_answers(
            assessment.regulation.ladder, {code: one for code, one in known.items() if isinstance(one, bool)}
        )
        assert isinstance(follows, dict)  # an assessment holds no answers that contradict each other
        for fact in assessment.regulation.ladder.facts:
            if fact.code not in known:
                unknown[fact.code] += people * (fact.code not in follows)
            elif isinstance(fact, YesNo) and fact.favourable is not None and known[fact.code] is not fact.favourable:
                failing[fact.code] += people
    people = sum(counts.values())
    return Profile(
        people=people,
        grades=IdMap(grades),
        undetermined=people - sum(grades.values()),
        failing=IdMap(failing),
        unknown=IdMap(+unknown),
    )
