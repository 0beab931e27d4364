"""What changed between two assessments by one regulation: the facts, the lines that turned with them, and the grade."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import cached_property
from typing import Final, final

import attrs

from supervision_core.criteria.explain import Reason, grade_reasons
from supervision_core.judging.assessing import Assessment
from supervision_core.values.checks import Checks, check_fields
from supervision_core.values.facts import Fact, FactState, fact_of_checked
from supervision_core.values.labels import Label
from supervision_core.values.text import Language
from supervision_core.values.wording import Names, Wording, wording

__all__ = ["CaseChange", "what_changed"]


@final
@attrs.frozen(kw_only=True)
class CaseChange:
    """Two assessments of one case by one regulation, and what is otherwise in the second."""

    #: As it was, or is.
    before: Assessment
    #: As it is now, or would be.
    after: Assessment

    def __attrs_post_init__(self) -> None:
        check_fields(self)
        checks = Checks("CaseChange")
        if self.before.regulation != self.after.regulation:
            now = self.after.regulation
            expected = f"an assessment by {self.before.regulation.code} {self.before.regulation.version}"
            checks.fault("other_regulation", "after", f"{now.code} {now.version}", expected)
        checks.done()

    @cached_property
    def facts(self) -> tuple[tuple[Fact, Fact], ...]:
        """The facts that differ, each as it was and as it is, in the order of the regulation."""
        pairs = zip(_facts(self.before), _facts(self.after), strict=True)
        return tuple((one, other) for one, other in pairs if one != other)

    @cached_property
    def lines(self) -> tuple[tuple[Reason, Reason], ...]:
        """The lines whose verdict turned, each as it was and as it is, under the grades in their order; each line once.

        Of a line and those below it only the ones below stand here, where any of them turned.
        """
        found: dict[tuple[str | None, Label], tuple[Reason, Reason]] = {}
        for was, now in _turned(_grades(self.before), _grades(self.after)):
            found.setdefault((was.code, was.label), (was, now))
        return tuple(found.values())

    @property
    def changes_the_grade(self) -> bool:
        """Whether other grades are possible than before."""
        return self.before.possible != self.after.possible

    def sentence(self, lang: Language, names: Names | None = None) -> str:
        """What changed, for people."""
        return case_change_said(self, wording(lang, names))


def what_changed(before: Assessment, after: Assessment) -> CaseChange:
    """What is otherwise in the second of two assessments by one regulation, such as one of "what if".

    Assessments by different regulations are refused; ``compare_regulations`` lays these side by side.

    >>> import supervision_core as sc
    >>> ward = sc.regulations.GOOD_PERFORMANCE_2014
    >>> done = {"duties.well_done": True, "conduct.violation": False, **dict.fromkeys(sc.regulations.CIVIC_CODES, True)}
    >>> case = sc.Facts.of(done)
    >>> other = case.with_({"civic.standing": False})
    >>> print(sc.judging.what_changed(sc.assess(ward, case), sc.assess(ward, other)).sentence("en"))
    Result: Good → Fair. Standing with the people of the place of residence: yes → no. Lines that turned: Standing with ...
    """
    return CaseChange(before=before, after=after)


def _facts(assessment: Assessment) -> tuple[Fact, ...]:
    known = dict(assessment.known)
    return tuple(
        fact_of_checked(one.code, None, FactState.NOT_APPLICABLE)
        if one.code in assessment.not_applicable
        else fact_of_checked(one.code, known.get(one.code))
        for one in assessment.regulation.ladder.facts
    )


def _grades(assessment: Assessment) -> tuple[Reason, ...]:
    """Every grade of the regulation with all its lines, also those below the one that was obtained."""
    ladder = assessment.regulation.ladder
    ranked = [grade for grade in ladder.grades if grade.rank is not None]
    outside = [grade for grade in ladder.grades if grade.rank is None]
    facts = {fact.code: fact for fact in _facts(assessment)}
    return grade_reasons(ladder, (*ranked[-1:], *outside), assessment.verdict_of, facts.__getitem__)


def _turned(before: Sequence[Reason], after: Sequence[Reason]) -> Iterator[tuple[Reason, Reason]]:
    """Lines below some grades that turned; the verdicts of the grades themselves are not meant."""
    for one, other in zip(before, after, strict=True):
        for pair in zip(one.children, other.children, strict=True):
            yield from _lowest(*pair)


def _lowest(before: Reason, after: Reason) -> Iterator[tuple[Reason, Reason]]:
    below = [pair for children in zip(before.children, after.children, strict=True) for pair in _lowest(*children)]
    if below:
        yield from below
    elif before.verdict is not after.verdict:
        yield before, after


_RESULT: Final = Label("Kết quả: {before} → {after}", "Result: {before} → {after}")
_SAME_RESULT: Final = Label("Kết quả không đổi: {grade}", "The result is the same: {grade}")
_FACT: Final = Label("{label}: {before} → {after}", "{label}: {before} → {after}")
_LINES: Final = Label("Tiêu chí thay đổi: {lines}", "Lines that turned: {lines}")


def case_change_said(one: CaseChange, by: Wording) -> str:
    """The result then and now, the facts that differ, and the lines that turned with them."""
    before, after = (by.either([grade.label for grade in side.possible]) for side in (one.before, one.after))
    changed = one.changes_the_grade
    told = [by.say(_RESULT, before=before, after=after) if changed else by.say(_SAME_RESULT, grade=after)]
    labels = one.before.regulation.ladder.definitions
    for was, now in one.facts:
        label = by.names.get(was.code, by.say(labels[was.code].label))
        told.append(by.say(_FACT, label=label, before=fact_said(was, by), after=fact_said(now, by)))
    lines = [
        by.say(_FACT, label=by.say(was.label), before=by.say(was.verdict.label), after=by.say(now.verdict.label))
        for was, now in one.lines
    ]
    if lines:
        told.append(by.say(_LINES, lines="; ".join(lines)))
    return ". ".join(told)


def fact_said(fact: Fact, by: Wording) -> str:
    """A fact's value, or that it does not apply."""
    return by.say(fact.state.label) if fact.state is FactState.NOT_APPLICABLE else by.value(fact.value)
