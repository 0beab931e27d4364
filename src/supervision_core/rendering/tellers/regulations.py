"""What is said of a rule looked at as a whole: its facts and grades, its decision table, what is odd about it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

import attrs

from supervision_core.criteria.checking import Finding, FindingKind
from supervision_core.criteria.definitions import FactDefinition, YesNo
from supervision_core.criteria.quantities import Quantity
from supervision_core.criteria.tables import DecisionTable, TableCell, tabulate
from supervision_core.regulations import NoRegulation, NotEncoded, Regulation
from supervision_core.rendering import words
from supervision_core.rendering.model import Block, Cell, Column, Entry, Listing, Mark, Notice, Page, Paragraph, Terms
from supervision_core.rendering.parts import column, heading, number_column, row, table, unless_empty
from supervision_core.rendering.tellers.assessments import regulation_terms
from supervision_core.rendering.voices import Voice
from supervision_core.text import Label

__all__ = ["tell_decision_table", "tell_findings", "tell_no_regulation", "tell_not_encoded", "tell_regulation"]

#: No decision table of a whole regulation is shown with more lines; ``decision_table`` gives it all the same.
_MOST_LINES = 200


def tell_regulation(regulation: Regulation, voice: Voice) -> Page:
    """What a regulation asks for, which grades it has, and its decision table where that can be had."""
    ladder = regulation.ladder
    voice = attrs.evolve(voice, regulation=regulation)
    columns = [column(voice, label) for label in (words.CONTENT, words.BETTER_ANSWER, words.CITED)]
    rows = [row(voice.say(fact.label), _favourable(fact, voice), _cited(fact, voice)) for fact in ladder.facts]
    grades = [column(voice, words.GRADE), column(voice, words.CITED)]
    rungs = {rung.grade: rung.citation for rung in ladder.rungs}
    graded = []
    for grade in regulation.grades:
        citation = rungs.get(grade)
        graded.append(row(voice.say(grade.label), "" if citation is None else citation.text(voice.lang)))
    blocks: list[Block] = [regulation_terms(regulation, voice)]
    blocks += unless_empty(heading(voice, words.GRADES), table(voice, words.GRADES, grades, graded))
    blocks += unless_empty(heading(voice, words.QUESTIONS_ASKED), table(voice, words.QUESTIONS_ASKED, columns, rows))
    if regulation.is_exact:
        lines = tabulate(regulation.space)
        if len(lines.rows) <= _MOST_LINES:
            blocks += [heading(voice, words.DECISION_TABLE), *_lines(lines, voice)]
    title = voice.say(words.REGULATION_REPORT, label=voice.say(regulation.label))
    return Page(title=title, lang=voice.lang, blocks=tuple(blocks))


def _favourable(fact: FactDefinition, voice: Voice) -> str:
    if isinstance(fact, YesNo):
        return voice.say(words.NEITHER) if fact.favourable is None else voice.value(fact.favourable)
    if fact.higher_is_better is None:
        return voice.say(words.NEITHER)
    return voice.say(words.HIGHER if fact.higher_is_better else words.LOWER)


def _cited(fact: FactDefinition, voice: Voice) -> str:
    return "" if fact.citation is None else fact.citation.text(voice.lang)


def tell_decision_table(lines: DecisionTable, voice: Voice) -> Page:
    """The lines of a decision table, to be ticked off."""
    title = voice.say(words.DECISION_TABLE)
    if voice.regulation is not None:
        title = f"{title}: {voice.say(voice.regulation.label)}"
    return Page(title=title, lang=voice.lang, blocks=tuple(_lines(lines, voice)))


def _lines(lines: DecisionTable, voice: Voice) -> Iterator[Block]:
    yield Paragraph(text=voice.say(words.DECISION_TABLE_NOTE))
    # A column that no line asks anything of says nothing.
    used = [place for place in range(len(lines.columns)) if any(line.cells[place] is not None for line in lines.rows)]
    columns = [number_column(voice, words.LINE)]
    columns += [Column(text=_quantity(lines.columns[place], voice)) for place in used]
    rows = [
        row(
            str(number),
            *(_asked(line.cells[place], voice) for place in used),
            Cell(text=voice.say(line.grade.label)),
        )
        for number, line in enumerate(lines.rows, start=1)
    ]
    yield table(voice, words.DECISION_TABLE, [*columns, column(voice, words.GRADE)], rows, is_headed=True)


def _quantity(name: str | Quantity, voice: Voice) -> str:
    if isinstance(name, str):
        return voice.code(name)
    if name.label is not None:
        return voice.say(name.label)
    terms = [
        voice.code(term.code) if term.weight == 1 else f"{voice.number(term.weight)} × {voice.code(term.code)}"
        for term in name.terms
    ]
    return " + ".join([*terms, *([voice.number(name.constant)] if name.constant else [])])


def _asked(cell: TableCell | None, voice: Voice) -> str:
    if cell is None:
        return "–"
    if cell.answer is not None:
        return voice.value(cell.answer)
    ends = []
    if cell.least is not None:
        ends.append(f"{'≥' if cell.least_included else '>'} {voice.number(cell.least)}")
    if cell.most is not None:
        ends.append(f"{'≤' if cell.most_included else '<'} {voice.number(cell.most)}")
    return f" {voice.say(words.AND)} ".join(ends)


_MARKS = {FindingKind.GAP: Mark.BAD, FindingKind.CONFLICT: Mark.BAD}


def tell_findings(findings: Sequence[Finding], voice: Voice) -> Page:
    """What is odd about a regulation, each with a case that shows it."""
    columns = [column(voice, label) for label in (words.FINDING, words.FACTS, words.GRADES, words.EXAMPLE)]
    rows = [
        row(
            Cell(text=voice.say(one.kind.label), mark=_MARKS.get(one.kind, Mark.FLAG)),
            ", ".join(voice.code(code) for code in one.codes),
            ", ".join(voice.say(grade.label) for grade in one.grades),
            "; ".join(
                voice.say(words.IS_VALUE, fact=voice.code(code), value=voice.value(value)) for code, value in one.example
            ),
        )
        for one in findings
    ]
    notice = Notice(mark=Mark.FLAG, text=voice.say(words.FINDING_COUNT, count=voice.number(len(findings))))
    listed = table(voice, words.FINDINGS, columns, rows, is_headed=True)
    return Page(title=voice.say(words.FINDINGS), lang=voice.lang, blocks=(notice, listed))


def tell_no_regulation(answer: NoRegulation, voice: Voice) -> Page:
    """That nothing is in force on a day, with the neighbours in time."""
    said = voice.say(words.NO_REGULATION_SAID, day=voice.day(answer.on), category=voice.name(answer.category))
    blocks: list[Block] = [Notice(mark=Mark.OPEN, text=said)]
    for label, regulation in ((words.LAST_BEFORE, answer.last), (words.NEXT_AFTER, answer.next)):
        if regulation is not None:
            blocks += [heading(voice, label), regulation_terms(regulation, voice)]
    return Page(title=voice.say(words.NO_REGULATION), lang=voice.lang, blocks=tuple(blocks))


def tell_not_encoded(answer: NotEncoded, voice: Voice) -> Page:
    """What governs a case and could not be read."""
    said = voice.say(words.NOT_ENCODED_SAID, instrument=voice.say(answer.instrument))
    pairs = [(voice.say(words.CATEGORY), voice.name(answer.category))]
    pairs += _days(answer, voice)
    blocks: tuple[Block, ...] = (
        Notice(mark=Mark.OPEN, text=said),
        Terms(pairs=tuple(pairs)),
        *unless_empty(heading(voice, words.NOT_READ_YET), _entries(answer.missing, voice)),
    )
    return Page(title=voice.say(words.NOT_ENCODED), lang=voice.lang, blocks=blocks)


def _days(answer: NotEncoded, voice: Voice) -> Iterator[tuple[str, str]]:
    name = voice.say(words.IN_FORCE)
    first, end = answer.in_force_from, answer.in_force_until
    if first is not None and end is not None:
        yield name, voice.say(words.FROM_UNTIL, first=voice.day(first), end=voice.day(end))
    elif first is not None:
        yield name, voice.say(words.FROM_ON, first=voice.day(first))
    elif end is not None:
        yield name, voice.say(words.UNTIL_BEFORE, end=voice.day(end))


def _entries(labels: Sequence[Label], voice: Voice) -> Listing:
    return Listing(entries=tuple(Entry(text=voice.say(label)) for label in labels))
