"""Why: the tree of criteria behind a grade, each with its verdict, the line it stands for and the facts it reads."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from fractions import Fraction
from operator import attrgetter
from typing import Final, final

import attrs

from supervision_core.criteria.ladders import Grade, Ladder, Rung
from supervision_core.criteria.nodes import MOST_DEEP, AllOf, AnyOf, AtLeast, Compare, Criterion, Holds, Measure, Not, Quantity
from supervision_core.values.checks import Checks, check_fields, check_ids, unchecked
from supervision_core.values.citations import Citation
from supervision_core.values.exact import number_text
from supervision_core.values.facts import Fact, FactState
from supervision_core.values.labels import Label
from supervision_core.values.text import Language
from supervision_core.values.verdicts import Verdict
from supervision_core.values.wording import Names, Wording, wording

__all__ = ["Reason"]


@final
@attrs.frozen(kw_only=True)
class Reason:
    """One line of why: what was asked, whether it is met, where it stands, the facts it read, and the lines below it.

    Its meaning is in ``code``, ``verdict``, the provision of ``citation``, and the values and states of ``facts``; ``label``
    has words for people, which may be worded better one day.

    In an assessment, which many people may share, the facts carry their values alone;
    ``explain`` gives the same tree with the sources and states of one case.
    """

    #: What was asked, for programs: the regulation at the root, then a grade, a fact, a comparison, or how parts are joined
    #: (``all_of``, ``any_of``, ``at_least 2``, ``unless``, and ``not`` before what is turned round). None where an earlier
    #: version of a document did not say it.
    code: str | None
    #: What was asked, for people.
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
    # How deep lines stand in each other, itself included.
    _depth: int = attrs.field(init=False, default=1, eq=False, repr=False)

    def __attrs_post_init__(self) -> None:
        check_fields(self)
        check_ids(self, "code")
        depth = 1 + max((child._depth for child in self.children), default=0)  # noqa: SLF001  this class's own
        object.__setattr__(self, "_depth", depth)
        # A line of each criterion below its grade and the result.
        if depth > MOST_DEEP + 2:
            checks = Checks("Reason")
            checks.fault("too_deep", "", depth, f"lines that stand in each other at most {MOST_DEEP + 2} deep")
            checks.done()

    def sentence(self, lang: Language, names: Names | None = None) -> str:
        """The line for people; its children are not in it. ``names`` has what sources and facts are called, by id."""
        return reason_said(self, wording(lang, names))

    def leaves(self) -> tuple[Reason, ...]:
        """The lines without lines below them, in order: the single facts and comparisons."""
        return tuple([leaf for child in self.children for leaf in child.leaves()]) if self.children else (self,)


SETTLED: Final = Label("đã xác định", "settled")
NOT_SETTLED: Final = Label("chưa xác định", "not settled")
_IT_IS: Final = Label("hiện là {value}", "it is {value}")
_FOLLOWS: Final = Label("suy ra từ nội dung khác", "follows from another fact")
_SOURCES: Final = Label("nguồn: {ids}", "sources: {ids}")
_OF_FACT: Final = Label("{fact}: {remark}", "{fact}: {remark}")


def reason_said(reason: Reason, by: Wording) -> str:
    """A line with its verdict, what its facts say where no lines stand below it, and the provision."""
    line = f"{by.say(reason.label)}: {by.say(verdict_said(reason))}"
    if reason.is_result:
        line = f"{by.say(reason.label)} ({by.say(verdict_said(reason))})"
    if not reason.children:
        line += "".join(f" ({remark})" for remark in remarks_said(reason, by, by.name))
    return line if reason.citation is None else f"{line} [{reason.citation.text(by.lang)}]"


def verdict_said(reason: Reason) -> Label:
    """Whether a line is met; of the root, whether the grade is settled."""
    if reason.is_result:
        return SETTLED if reason.verdict is Verdict.MET else NOT_SETTLED
    return reason.verdict.label


def remarks_said(reason: Reason, by: Wording, called: Callable[[str], str]) -> Iterator[str]:
    """What the facts of a line say beyond its verdict; where it reads several, each by what it is called."""
    for fact in reason.facts:
        for remark in _remarks(fact, reason.verdict, by):
            several = len(reason.facts) > 1
            yield by.say(_OF_FACT, fact=called(fact.code), remark=remark) if several else remark


def _remarks(fact: Fact, verdict: Verdict, by: Wording) -> Iterator[str]:
    """A measure's value, why there is none, and where it comes from."""
    if type(fact.value) is Fraction:
        yield by.say(_IT_IS, value=by.number(fact.value))
    elif fact.state is FactState.NOT_SHOWN and verdict is not Verdict.UNKNOWN:
        yield by.say(_FOLLOWS)
    elif fact.state is not FactState.FOUND:
        yield by.say(fact.state.label)
    if fact.sources:
        yield by.say(_SOURCES, ids=by.listed(fact.sources))
    if fact.why is not None:
        yield by.say(fact.why)


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
        line_of_checked(code=grade.code, label=grade.label, verdict=verdict) for grade in outside if grade not in by_grade
    )
    return tuple(found)


def line_of_checked(
    *,
    code: str | None,
    label: Label,
    verdict: Verdict,
    citation: Citation | None = None,
    facts: tuple[Fact, ...] = (),
    children: tuple[Reason, ...] = (),
    is_result: bool = False,
) -> Reason:
    """A line of parts that were checked before, such as those of a regulation; each tree has dozens of them."""
    return unchecked(
        Reason,
        code=code,
        label=label,
        verdict=verdict,
        citation=citation,
        facts=facts,
        children=children,
        is_result=is_result,
        _depth=1 + max((child._depth for child in children), default=0),  # noqa: SLF001  as above
    )


def line_of_case(line: Reason, facts: tuple[Fact, ...], children: tuple[Reason, ...]) -> Reason:
    """A line with the facts of a case in place of its own, over lines that were made so; all parts were checked before."""
    made = _new(Reason)
    for set_part, part in zip(_set_parts, _parts(line)):  # noqa: B905  both are of the same class
        set_part(made, part)
    _set_facts(made, facts)
    _set_children(made, children)
    return made


# The slots themselves: every case that is explained has dozens of lines of its own.
_new = object.__new__
_COPIED = ("code", "label", "verdict", "citation", "is_result", "_depth")
_parts = attrgetter(*_COPIED)
_set_parts = tuple([vars(Reason)[name].__set__ for name in _COPIED])
_set_facts, _set_children = (vars(Reason)[name].__set__ for name in ("facts", "children"))


def _grade_reason(
    ladder: Ladder,
    rung: Rung,
    verdict: Verdict,
    verdict_of: Callable[[Criterion], Verdict],
    fact_of: Callable[[str], Fact],
) -> Reason:
    reason = _reason(ladder, rung.criterion, verdict_of, fact_of)
    unlabelled_list = isinstance(rung.criterion, AllOf) and rung.criterion.label is None
    return line_of_checked(
        code=rung.grade.code,
        label=rung.grade.label,
        verdict=verdict,
        citation=rung.citation,
        facts=reason.facts,
        children=reason.children if unlabelled_list else (reason,),
        is_result=False,
    )


def _reason(
    ladder: Ladder, criterion: Criterion, verdict_of: Callable[[Criterion], Verdict], fact_of: Callable[[str], Fact]
) -> Reason:
    parts = criterion.parts_in_order()
    # "No violation" is one line for people, not a line and its opposite.
    shown_parts = () if isinstance(criterion, Not) and not parts[0].parts_in_order() else parts
    order = {fact.code: position for position, fact in enumerate(ladder.facts)}
    return line_of_checked(
        code=code_of(criterion),
        label=label_of(ladder, criterion),
        verdict=verdict_of(criterion),
        citation=criterion.citation or _citation_of(ladder, criterion),
        facts=tuple(fact_of(code) for code in sorted(criterion.codes(), key=order.__getitem__)),
        children=tuple(_reason(ladder, part, verdict_of, fact_of) for part in shown_parts),
        is_result=False,
    )


def _citation_of(ladder: Ladder, criterion: Criterion) -> Citation | None:
    while isinstance(criterion, Not):
        criterion = criterion.part
    return ladder.definitions[criterion.code].citation if isinstance(criterion, Holds) else None


def code_of(criterion: Criterion) -> str:
    """What a node asks, in a form that no wording changes.

    >>> from supervision_core.criteria import AtLeast, Compare, Comparison, Holds, Not, Quantity, Term
    >>> from supervision_core.criteria.explain import code_of
    >>> code_of(Not(part=Holds(code="conduct.violation")))
    'not conduct.violation'
    >>> points = Quantity(terms=[Term(code="points.general"), Term(code="points.tasks", weight=2)], constant=5)
    >>> code_of(Compare(quantity=points, comparison=Comparison.AT_LEAST, bound=70))
    'points.general + 2*points.tasks + 5 >= 70'
    >>> code_of(AtLeast(count=2, parts=[Holds(code="a"), Holds(code="b"), Holds(code="c")]))
    'at_least 2'
    """
    turned = ""
    while isinstance(criterion, Not):
        criterion, turned = criterion.part, f"{turned}not "
    if isinstance(criterion, Holds):
        return f"{turned}{criterion.code}"
    if isinstance(criterion, Compare):
        return f"{turned}{_sum_code(criterion.quantity)} {criterion.comparison.value} {criterion.bound}"
    if isinstance(criterion, AtLeast):
        return f"{turned}at_least {criterion.count}"
    return turned + ("all_of" if isinstance(criterion, AllOf) else "any_of" if isinstance(criterion, AnyOf) else "unless")


def _sum_code(quantity: Quantity) -> str:
    terms = [term.code if term.weight == 1 else f"{term.weight}*{term.code}" for term in quantity.terms]
    return " + ".join([*terms, *([str(quantity.constant)] if quantity.constant else [])])


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
