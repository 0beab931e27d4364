"""What is said of a rule looked at as a whole: its facts and grades, its decision table, what is odd about it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

import attrs

from supervision_core.criteria.nodes import FactDefinition, Quantity, YesNo
from supervision_core.criteria.tables import DecisionTable, Finding, FindingKind, TableCell, tabulate
from supervision_core.regulations import DependsOnUnit, NoRegulation, NotEncoded, Regulation
from supervision_core.regulations.registry import depends_on_unit_said, no_regulation_said
from supervision_core.regulations.regulation import fact_space
from supervision_core.rendering import words
from supervision_core.rendering.context import Context
from supervision_core.rendering.page import (
    Block,
    Cell,
    Column,
    Entry,
    Listing,
    Mark,
    Notice,
    Page,
    Paragraph,
    Terms,
    column,
    heading,
    number_column,
    row,
    table,
    unless_empty,
)
from supervision_core.rendering.views.judging import regulation_terms
from supervision_core.values.labels import Label

__all__ = [
    "tell_decision_table",
    "tell_depends_on_unit",
    "tell_findings",
    "tell_no_regulation",
    "tell_not_encoded",
    "tell_regulation",
]


#: No decision table of a whole regulation is shown with more lines; ``decision_table`` gives it all the same.
_MOST_LINES = 200


def tell_regulation(regulation: Regulation, context: Context) -> Page:
    """What a regulation asks for, which grades it has, and its decision table where that can be had."""
    ladder = regulation.ladder
    context = attrs.evolve(context, regulation=regulation)
    columns = [column(context, label) for label in (words.CONTENT, words.BETTER_ANSWER, words.CITED)]
    rows = [row(context.say(fact.label), _favourable(fact, context), _cited(fact, context)) for fact in ladder.facts]
    grades = [column(context, words.GRADE), column(context, words.CITED)]
    rungs = {rung.grade: rung.citation for rung in ladder.rungs}
    graded = []
    for grade in regulation.grades:
        citation = rungs.get(grade)
        graded.append(row(context.say(grade.label), "" if citation is None else citation.text(context.lang)))
    blocks: list[Block] = [regulation_terms(regulation, context)]
    blocks += unless_empty(heading(context, words.GRADES), table(context, words.GRADES, grades, graded))
    blocks += unless_empty(heading(context, words.QUESTIONS_ASKED), table(context, words.QUESTIONS_ASKED, columns, rows))
    if regulation.is_exact:
        lines = tabulate(fact_space(regulation))
        if len(lines.rows) <= _MOST_LINES:
            blocks += [heading(context, words.DECISION_TABLE), *_lines(lines, context)]
    title = context.say(words.REGULATION_REPORT, label=context.say(regulation.label))
    return Page(title=title, lang=context.lang, blocks=tuple(blocks))


def _favourable(fact: FactDefinition, context: Context) -> str:
    if isinstance(fact, YesNo):
        return context.say(words.NEITHER) if fact.favourable is None else context.value(fact.favourable)
    if fact.higher_is_better is None:
        return context.say(words.NEITHER)
    return context.say(words.HIGHER if fact.higher_is_better else words.LOWER)


def _cited(fact: FactDefinition, context: Context) -> str:
    return "" if fact.citation is None else fact.citation.text(context.lang)


def tell_decision_table(lines: DecisionTable, context: Context) -> Page:
    """The lines of a decision table, to be ticked off."""
    title = context.say(words.DECISION_TABLE)
    if context.regulation is not None:
        title = f"{title}: {context.say(context.regulation.label)}"
    return Page(title=title, lang=context.lang, blocks=tuple(_lines(lines, context)))


def _lines(lines: DecisionTable, context: Context) -> Iterator[Block]:
    yield Paragraph(text=context.say(words.DECISION_TABLE_NOTE))
    # A column that no line asks anything of says nothing.
    used = [place for place in range(len(lines.columns)) if any(line.cells[place] is not None for line in lines.rows)]
    columns = [number_column(context, words.LINE)]
    columns += [Column(text=_quantity(lines.columns[place], context)) for place in used]
    rows = [
        row(
            str(number),
            *(_asked(line.cells[place], context) for place in used),
            Cell(text=context.say(line.grade.label)),
        )
        for number, line in enumerate(lines.rows, start=1)
    ]
    yield table(context, words.DECISION_TABLE, [*columns, column(context, words.GRADE)], rows, is_headed=True)


def _quantity(name: str | Quantity, context: Context) -> str:
    if isinstance(name, str):
        return context.code(name)
    if name.label is not None:
        return context.say(name.label)
    terms = [
        context.code(term.code) if term.weight == 1 else f"{context.number(term.weight)} × {context.code(term.code)}"
        for term in name.terms
    ]
    return " + ".join([*terms, *([context.number(name.constant)] if name.constant else [])])


def _asked(cell: TableCell | None, context: Context) -> str:
    if cell is None:
        return "–"
    if cell.answer is not None:
        return context.value(cell.answer)
    ends = []
    if cell.least is not None:
        ends.append(f"{'≥' if cell.least_included else '>'} {context.number(cell.least)}")
    if cell.most is not None:
        ends.append(f"{'≤' if cell.most_included else '<'} {context.number(cell.most)}")
    return f" {context.say(words.AND)} ".join(ends)


_MARKS = {FindingKind.GAP: Mark.BAD, FindingKind.CONFLICT: Mark.BAD}


def tell_findings(findings: Sequence[Finding], context: Context) -> Page:
    """What is odd about a regulation, each with a case that shows it."""
    columns = [column(context, label) for label in (words.FINDING, words.FACTS, words.GRADES, words.EXAMPLE)]
    rows = [
        row(
            Cell(text=context.say(one.kind.label), mark=_MARKS.get(one.kind, Mark.FLAG)),
            ", ".join(context.code(code) for code in one.codes),
            ", ".join(context.say(grade.label) for grade in one.grades),
            "; ".join(
                context.say(words.IS_VALUE, fact=context.code(code), value=context.value(value)) for code, value in one.example
            ),
        )
        for one in findings
    ]
    notice = Notice(mark=Mark.FLAG, text=context.say(words.FINDING_COUNT, count=context.number(len(findings))))
    listed = table(context, words.FINDINGS, columns, rows, is_headed=True)
    return Page(title=context.say(words.FINDINGS), lang=context.lang, blocks=(notice, listed))


def tell_no_regulation(answer: NoRegulation, context: Context) -> Page:
    """That nothing is in force on a day, with the neighbours in time."""
    blocks: list[Block] = [Notice(mark=Mark.OPEN, text=no_regulation_said(answer, context))]
    for label, regulation in ((words.LAST_BEFORE, answer.last), (words.NEXT_AFTER, answer.next)):
        if regulation is not None:
            blocks += [heading(context, label), regulation_terms(regulation, context)]
    return Page(title=context.say(words.NO_REGULATION), lang=context.lang, blocks=tuple(blocks))


def tell_depends_on_unit(answer: DependsOnUnit, context: Context) -> Page:
    """That the unit's own state settles which regulation judges, with the choices."""
    blocks: list[Block] = [Notice(mark=Mark.OPEN, text=depends_on_unit_said(answer, context))]
    blocks += [heading(context, words.CHOICE_OF_UNIT), *(regulation_terms(one, context) for one in answer.choices)]
    return Page(title=context.say(words.DEPENDS_ON_UNIT), lang=context.lang, blocks=tuple(blocks))


def tell_not_encoded(answer: NotEncoded, context: Context) -> Page:
    """What governs a case and could not be read."""
    said = context.say(words.NOT_ENCODED_SAID, instrument=context.say(answer.instrument))
    pairs = [(context.say(words.CATEGORY), context.name(answer.category))]
    pairs += _days(answer, context)
    blocks: tuple[Block, ...] = (
        Notice(mark=Mark.OPEN, text=said),
        Terms(pairs=tuple(pairs)),
        *unless_empty(heading(context, words.NOT_READ_YET), _entries(answer.missing, context)),
    )
    return Page(title=context.say(words.NOT_ENCODED), lang=context.lang, blocks=blocks)


def _days(answer: NotEncoded, context: Context) -> Iterator[tuple[str, str]]:
    name = context.say(words.IN_FORCE)
    first, end = answer.in_force_from, answer.in_force_until
    if first is not None and end is not None:
        yield name, context.say(words.FROM_UNTIL, first=context.day(first), end=context.day(end))
    elif first is not None:
        yield name, context.say(words.FROM_ON, first=context.day(first))
    elif end is not None:
        yield name, context.say(words.UNTIL_BEFORE, end=context.day(end))


def _entries(labels: Sequence[Label], context: Context) -> Listing:
    return Listing(entries=tuple(Entry(text=context.say(label)) for label in labels))
