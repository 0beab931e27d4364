"""Why: the tree of criteria behind a grade, each with its verdict, the line it stands for and the facts it reads."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from fractions import Fraction
from typing import final

import attrs

from supervision_core.criteria.ladders import Grade, Ladder, Rung
from supervision_core.criteria.nodes import AllOf, AnyOf, AtLeast, Compare, Criterion, Holds, Measure, Not
from supervision_core.values.checks import check_fields
from supervision_core.values.citations import Citation
from supervision_core.values.exact import number_text
from supervision_core.values.facts import Fact, FactState
from supervision_core.values.labels import Label
from supervision_core.values.text import Language
from supervision_core.values.verdicts import Verdict

__all__ = ["Reason", "grade_reasons"]


@final
@attrs.frozen(kw_only=True)
class Reason:
    """One line of why: what was asked, whether it is met, where it stands, the facts it read, and the lines below it.

    In an assessment, which many people may share, the facts carry their values alone;
    ``explain`` gives the same tree with the sources and states of one case.
    """

    #: What was asked.
    label: Label
    #: Whether it is met, settled over everything that is still unknown.
    verdict: Verdict
    #: The line of a rule it stands for.
    citation: Citation | None
    #: The facts it reads itself, or that its parts read, in the order of the regulation.
    facts: tuple[Fact, ...]
    #: The lines below it.
    children: tuple[Reason, ...]
    #: Whether it is the root: then ``verdict`` says that the grade is settled, and ``label`` names what is possible.
    is_result: bool = False

    def __attrs_post_init__(self) -> None:
        check_fields(self)

    def sentence(self, lang: Language) -> str:
        """The line for people, in Vietnamese or English; its children are not in it."""
        line = f"{self.label.text(lang)}: {self.verdict.label.text(lang)}"
        if self.is_result:
            line = f"{self.label.text(lang)} ({_SETTLED[self.verdict is Verdict.MET].text(lang)})"
        if not self.children:
            line += "".join(f" ({remark})" for fact in self.facts for remark in _remarks(fact, self.verdict, lang))
        if self.citation is not None:
            line += f" [{self.citation.text(lang)}]"
        return line

    def leaves(self) -> Iterator[Reason]:
        """The lines without lines below them, in order: the single facts and comparisons."""
        if not self.children:
            yield self
        for child in self.children:
            yield from child.leaves()


_SETTLED = {True: Label("đã xác định", "settled"), False: Label("chưa xác định", "not settled")}


def _remarks(fact: Fact, verdict: Verdict, lang: Language) -> Iterator[str]:
    if isinstance(fact.value, Fraction):
        yield f"{'hiện là' if lang == 'vi' else 'it is'} {number_text(fact.value, lang)}"
    elif fact.state is FactState.NOT_SHOWN and verdict is not Verdict.UNKNOWN:
        yield "suy ra từ nội dung khác" if lang == "vi" else "follows from another fact"
    elif fact.state is not FactState.FOUND:
        yield fact.state.label.text(lang)
    if fact.sources:
        yield f"{'nguồn' if lang == 'vi' else 'sources'}: {', '.join(fact.sources)}"
    if fact.why is not None:
        yield fact.why.text(lang)


def grade_reasons(
    ladder: Ladder,
    possible: tuple[Grade, ...],
    verdict_of: Callable[[Criterion], Verdict],
    fact_of: Callable[[str], Fact],
) -> tuple[Reason, ...]:
    """One reason a grade, best first, down to the obtained or best possible outcome."""
    # Outcomes outside the order come first where they are possible; a grade is missed only against better grades.
    by_grade = {rung.grade: rung for rung in ladder.rungs}
    outside = [grade for grade in possible if grade.rank is None]
    best = next((grade for grade in possible if grade.rank is not None), None)
    missed = [grade for grade in ladder.grades if grade.rank is not None and (best is None or grade >= best)]
    if best is None and all(grade in by_grade for grade in outside):
        missed = []  # someone who is not rated missed no grade
    found = []
    for grade in (*(one for one in outside if one in by_grade), *missed):
        verdict = Verdict.NOT_MET
        if grade in possible:
            verdict = Verdict.MET if len(possible) == 1 else Verdict.UNKNOWN
        found.append(_grade_reason(ladder, by_grade[grade], verdict, verdict_of, fact_of))
    verdict = Verdict.MET if len(possible) == 1 else Verdict.UNKNOWN
    found.extend(
        Reason(label=grade.label, verdict=verdict, citation=None, facts=(), children=())
        for grade in outside
        if grade not in by_grade
    )
    return tuple(found)


def _grade_reason(
    ladder: Ladder,
    rung: Rung,
    verdict: Verdict,
    verdict_of: Callable[[Criterion], Verdict],
    fact_of: Callable[[str], Fact],
) -> Reason:
    reason = _reason(ladder, rung.criterion, verdict_of, fact_of)
    unlabelled_list = isinstance(rung.criterion, AllOf) and rung.criterion.label is None
    return Reason(
        label=rung.grade.label,
        verdict=verdict,
        citation=rung.citation,
        facts=reason.facts,
        children=reason.children if unlabelled_list else (reason,),
    )


def _reason(
    ladder: Ladder, criterion: Criterion, verdict_of: Callable[[Criterion], Verdict], fact_of: Callable[[str], Fact]
) -> Reason:
    parts = criterion.parts_in_order()
    # "No violation" is one line for people, not a line and its opposite.
    shown_parts = () if isinstance(criterion, Not) and not parts[0].parts_in_order() else parts
    order = {fact.code: position for position, fact in enumerate(ladder.facts)}
    return Reason(
        label=label_of(ladder, criterion),
        verdict=verdict_of(criterion),
        citation=criterion.citation or _citation_of(ladder, criterion),
        facts=tuple(fact_of(code) for code in sorted(criterion.codes(), key=order.__getitem__)),
        children=tuple(_reason(ladder, part, verdict_of, fact_of) for part in shown_parts),
    )


def _citation_of(ladder: Ladder, criterion: Criterion) -> Citation | None:
    while isinstance(criterion, Not):
        criterion = criterion.part
    return ladder.definitions[criterion.code].citation if isinstance(criterion, Holds) else None


def label_of(ladder: Ladder, criterion: Criterion) -> Label:
    """What people read for a node that has no label of its own."""
    if criterion.label is not None:
        return criterion.label
    if isinstance(criterion, Holds):
        return ladder.definitions[criterion.code].label
    if isinstance(criterion, Compare):
        return _comparison_label(ladder, criterion)
    if isinstance(criterion, Not):
        part = label_of(ladder, criterion.part)
        return Label(f"Không: {part.vi}", f"Not: {part.en}")
    if isinstance(criterion, AllOf):
        return Label("Tất cả các điều sau", "All of the following")
    if isinstance(criterion, AnyOf):
        return Label("Ít nhất một trong các điều sau", "At least one of the following")
    if isinstance(criterion, AtLeast):
        count, of = criterion.count, len(criterion.parts)
        return Label(f"Ít nhất {count} trong {of} điều sau", f"At least {count} of the following {of}")
    return label_of(ladder, criterion.rule)


def _comparison_label(ladder: Ladder, criterion: Compare) -> Label:
    quantity = criterion.quantity
    name = quantity.label
    unit: Label | None = None
    if name is None:
        measures = [ladder.definitions[code] for code in quantity.codes()]
        name = Label(" + ".join(one.label.vi for one in measures), " + ".join(one.label.en for one in measures))
        if len(measures) == 1 and isinstance(measures[0], Measure):
            unit = measures[0].unit
    sign = {">=": "≥", ">": ">", "<=": "≤", "<": "<"}[criterion.comparison.value]
    return Label(
        f"{name.vi} {sign} {number_text(criterion.bound, 'vi')}{f' {unit.vi}' if unit else ''}",
        f"{name.en} {sign} {number_text(criterion.bound, 'en')}{f' {unit.en}' if unit else ''}",
    )
