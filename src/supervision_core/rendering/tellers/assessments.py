"""What is said of an assessment: the result, why, what is still worth asking, and what the facts of a case rest on."""

from __future__ import annotations

from collections.abc import Iterator
from fractions import Fraction

import attrs

from supervision_core.criteria.questions import Question
from supervision_core.criteria.reasons import Reason
from supervision_core.errors import BeyondExactness
from supervision_core.fact import Fact, FactState
from supervision_core.facts import Facts
from supervision_core.judging.assessments import Assessment, explain, unused_facts
from supervision_core.judging.comparison import SideBySide
from supervision_core.regulations import Regulation
from supervision_core.rendering import words
from supervision_core.rendering.model import Block, Cell, Entry, Listing, Mark, Notice, Page, Paragraph, Terms
from supervision_core.rendering.parts import MARKS, column, either, heading, row, table, unless_empty
from supervision_core.rendering.voices import Voice
from supervision_core.verdicts import Verdict

__all__ = ["regulation_terms", "tell_assessment", "tell_facts", "tell_reason", "tell_side_by_side"]


def tell_assessment(assessment: Assessment, voice: Voice) -> Page:
    """The result with its reasons; with the facts of a case, their sources and states too."""
    regulation = assessment.regulation
    voice = attrs.evolve(voice, regulation=regulation)
    title = f"{voice.say(words.ASSESSMENT)}: {voice.say(regulation.label)}"
    blocks: list[Block] = []
    try:
        blocks += [_result(assessment, voice), regulation_terms(regulation, voice)]
        reason = assessment.reasons if voice.facts is None else explain(assessment, voice.facts, vocabulary=voice.vocabulary)
        entries = tuple(_entry(child, voice) for child in reason.children)
        blocks += [heading(voice, words.WHY), Listing(entries=entries)]
        blocks += _questions(assessment.questions, voice)
    except BeyondExactness:
        # The tree cannot be had; what is known can.
        blocks = [Notice(mark=Mark.OPEN, text=voice.say(words.TOO_LARGE)), regulation_terms(regulation, voice)]
        blocks += _facts(_known(assessment) if voice.facts is None else voice.facts, voice)
    if voice.facts is not None:
        unused = unused_facts(regulation, voice.facts)
        if unused:
            blocks.append(Paragraph(text=voice.say(words.NOT_ASKED, facts=", ".join(voice.code(code) for code in unused))))
    return Page(title=title, lang=voice.lang, blocks=tuple(blocks))


def _known(assessment: Assessment) -> Facts:
    return Facts.of(dict(assessment.known))


def _result(assessment: Assessment, voice: Voice) -> Notice:
    grade = assessment.grade
    if grade is not None:
        best = next((one for one in assessment.regulation.grades if one.rank is not None), None)
        return Notice(
            mark=Mark.GOOD if grade == best else Mark.NOTE, text=voice.say(words.SETTLED_AS, grade=voice.say(grade.label))
        )
    first = assessment.open_facts[:1]
    notes = tuple(voice.say(words.ASK_FIRST, fact=voice.code(code)) for code in first)
    return Notice(mark=Mark.OPEN, text=voice.say(words.NOT_SETTLED, grades=either(assessment.possible, voice)), notes=notes)


def regulation_terms(regulation: Regulation, voice: Voice) -> Terms:
    """By which regulation it was judged, where that stands, and when it is in force."""
    pairs = [
        (voice.say(words.REGULATION), voice.say(regulation.label)),
        (voice.say(words.CITED), regulation.citation.text(voice.lang)),
    ]
    first, end = regulation.in_force_from, regulation.in_force_until
    if first is not None and end is not None:
        pairs.append((voice.say(words.IN_FORCE), voice.say(words.FROM_UNTIL, first=voice.day(first), end=voice.day(end))))
    elif first is not None:
        pairs.append((voice.say(words.IN_FORCE), voice.say(words.FROM_ON, first=voice.day(first))))
    pairs.append((voice.say(words.VERSION), str(regulation.version)))
    return Terms(pairs=tuple(pairs))


def tell_reason(reason: Reason, voice: Voice) -> Page:
    """A tree of reasons by itself, such as ``explain`` gives."""
    return Page(title=voice.say(words.REASONS), lang=voice.lang, blocks=(Listing(entries=(_entry(reason, voice),)),))


def _entry(reason: Reason, voice: Voice) -> Entry:
    if reason.is_result:
        word = voice.say(words.SETTLED if reason.verdict is Verdict.MET else words.OPEN)
    else:
        word = voice.say(reason.verdict.label)
    notes = [] if reason.children else list(_remarks(reason, voice))
    if reason.citation is not None:
        notes.append(reason.citation.text(voice.lang))
    return Entry(
        text=voice.say(reason.label),
        mark=MARKS[reason.verdict],
        word=word,
        notes=tuple(notes),
        children=tuple(_entry(child, voice) for child in reason.children),
    )


def _remarks(reason: Reason, voice: Voice) -> Iterator[str]:
    """What the facts of a line say; where it reads several, each by name."""
    for fact in reason.facts:
        for note in _notes(fact, reason.verdict, voice):
            several = len(reason.facts) > 1
            yield voice.say(words.IS_VALUE, fact=voice.code(fact.code), value=note) if several else note


def _notes(fact: Fact, verdict: Verdict, voice: Voice) -> Iterator[str]:
    """What one fact says beyond its verdict: a measure's value, why there is none, and where it comes from."""
    if isinstance(fact.value, Fraction):
        yield voice.say(words.IT_IS, value=voice.number(fact.value))
    elif fact.state is FactState.NOT_SHOWN and verdict is not Verdict.UNKNOWN:
        yield voice.say(words.FOLLOWS)
    elif fact.state is not FactState.FOUND:
        yield voice.say(fact.state.label)
    if fact.sources:
        yield voice.say(words.SOURCES_NOTE, ids=voice.listed(fact.sources))
    if fact.why is not None:
        yield voice.say(fact.why)


def _questions(questions: tuple[Question, ...], voice: Voice) -> tuple[Block, ...]:
    columns = [column(voice, label) for label in (words.CONTENT, words.IF_ANSWER, words.THEN_POSSIBLE)]
    rows = [
        row(voice.code(question.code), _answer(answer.least, answer.greatest, voice), either(answer.possible, voice))
        for question in questions
        for answer in question.answers
    ]
    return unless_empty(heading(voice, words.OPEN_FACTS), table(voice, words.OPEN_FACTS, columns, rows))


def _answer(least: bool | Fraction, greatest: bool | Fraction, voice: Voice) -> str:
    if least == greatest:
        return voice.value(least)
    return voice.say(words.RANGE, least=voice.value(least), greatest=voice.value(greatest))


def tell_facts(facts: Facts, voice: Voice) -> Page:
    """All that is known in one case."""
    title = voice.say(words.FACTS_OF_CASE)
    blocks = _facts(facts, voice)[1:] or (Paragraph(text=voice.say(words.EMPTY)),)
    return Page(title=title, lang=voice.lang, blocks=blocks)


def _facts(facts: Facts, voice: Voice) -> tuple[Block, ...]:
    columns = [column(voice, label) for label in (words.CONTENT, words.VALUE, words.STATE, words.SOURCES, words.REMARK)]
    rows = [
        row(
            voice.code(fact.code),
            voice.value(fact.value) if fact.state is FactState.FOUND else "–",
            Cell(text=voice.say(fact.state.label), mark=None if fact.state is FactState.FOUND else Mark.OPEN),
            voice.listed(fact.sources),
            "" if fact.why is None else voice.say(fact.why),
        )
        for fact in facts
    ]
    return unless_empty(heading(voice, words.FACTS_OF_CASE), table(voice, words.FACTS_OF_CASE, columns, rows))


def tell_side_by_side(both: SideBySide, voice: Voice) -> Page:
    """The Front's verdict and the statutory grade of one person, each by its own regulation; they are never merged."""
    differ = Mark.OPEN if both.differ is Verdict.UNKNOWN else Mark.FLAG if both.differ is Verdict.MET else Mark.NOTE
    columns = [column(voice, label) for label in (words.REGULATION, words.RESULT, words.REACHES)]
    rows = [
        row(
            f"{voice.say(label)}: {voice.say(side.regulation.label)}",
            either(side.possible, voice),
            Cell(text=voice.say(reaches.label), mark=MARKS[reaches]),
        )
        for label, side, reaches in (
            (words.FRONT, both.front, both.front_reaches),
            (words.STATUTORY, both.statutory, both.statutory_reaches),
        )
    ]
    lines = Listing(entries=tuple(_entry(line, voice) for line in both.lines))
    blocks: tuple[Block, ...] = (
        Notice(mark=differ, text=both.sentence(voice.lang)),
        table(voice, words.RESULT, columns, rows, is_headed=True),
        *unless_empty(heading(voice, words.LINES_NOT_MET), lines),
    )
    return Page(title=voice.say(words.SIDE_BY_SIDE), lang=voice.lang, blocks=blocks)
