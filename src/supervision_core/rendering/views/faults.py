"""What is said of faults, in words of both languages."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from typing import Any

import attrs

from supervision_core import regulations
from supervision_core.rendering import words
from supervision_core.rendering.context import Context
from supervision_core.rendering.fault_words import FAULT_KINDS, PLACE_OF_ONE
from supervision_core.rendering.page import Block, Cell, Mark, Notice, Page, Paragraph, column, table
from supervision_core.rendering.phrasing import ids_said, phrase_said, place_said
from supervision_core.values.errors import BeyondExactness, Fault, InvalidInput, SupervisionError
from supervision_core.values.facts import ContradictoryFacts
from supervision_core.values.mappings import IdMap
from supervision_core.values.text import Language

__all__ = ["fault_blocks", "fault_cells", "tell_beyond", "tell_error", "tell_faults", "tell_invalid", "with_facts"]


def tell_faults(faults: Sequence[Fault], context: Context) -> Page:
    """Faults by themselves, as the checkers return them."""
    return Page(
        title=context.say(words.FAULTS), lang=context.lang, blocks=(_count(faults, context), *fault_blocks(faults, context))
    )


def _count(faults: Sequence[Fault], context: Context) -> Notice:
    return Notice(mark=Mark.BAD, text=context.say(words.FAULT_COUNT, count=context.number(len(faults))))


def fault_blocks(faults: Sequence[Fault], context: Context) -> Iterator[Block]:
    """The faults as a table."""
    columns = [column(context, label) for label in (words.FAULT, words.PLACE, words.FOUND, words.EXPECTED)]
    speaker = with_facts(context)
    yield table(context, words.FAULTS, columns, (fault_cells(fault, speaker) for fault in faults), is_headed=True)


def with_facts(context: Context) -> Context:
    """The same, with facts by their labels among the names."""
    own = {} if context.regulation is None else context.regulation.ladder.definitions
    known = {**regulations.VOCABULARY, **{one.code: one for one in context.vocabulary}, **own}
    names = {code: context.say(one.label) for code, one in known.items()}
    return attrs.evolve(context, names=IdMap({**names, **context.names}))


def fault_cells(fault: Fault, context: Context) -> tuple[Cell, ...]:
    """What kind of fault it is, where, what was found, and what would be right.

    What has no words of the library stands there as the program says it, in English or as somebody wrote it.
    """
    kind = FAULT_KINDS.get(fault.code)
    named = Cell(text=fault.code, lang=_foreign(context)) if kind is None else Cell(text=context.say(kind))
    one = next(filter(None, place.groups()), "") if (place := PLACE_OF_ONE.fullmatch(fault.place)) else ""
    where = context.name(one) if one in context.names else _in_words(fault.place, context, place_said)
    found, expected = (_in_words(text, context, phrase_said) for text in (fault.found, fault.expected))
    return (
        named,
        *(
            _cell(said, text, context)
            for said, text in ((where, fault.place), (found, fault.found), (expected, fault.expected))
        ),
    )


def _in_words(text: str, context: Context, said: Callable[[str, Context], str | None]) -> str | None:
    # What a program reads is English already; there only ids are called by their names.
    return ids_said(text, context) if context.lang == "en" else said(text, context)


def _cell(said: str | None, text: str, context: Context) -> Cell:
    return Cell(text=text, lang=_foreign(context)) if said is None else Cell(text=said)


def _foreign(context: Context) -> Language | None:
    return None if context.lang == "en" else "en"


def tell_invalid(error: InvalidInput, context: Context) -> Page:
    """All that is wrong with an input, and whose input it was."""
    blocks: list[Block] = [_count(error.faults, context)]
    if error.subject_id is not None:
        blocks.append(Paragraph(text=context.say(words.OF_SUBJECT, subject=context.name(error.subject_id))))
    if isinstance(error, ContradictoryFacts):
        facts = ", ".join(context.code(code) for code in error.codes)
        blocks.append(Paragraph(text=context.say(words.AT_ODDS, facts=facts)))
        blocks.append(Paragraph(text=context.say(words.BROKEN_RULE, rule=context.say(error.provision))))
    if error.faults:
        blocks.extend(fault_blocks(error.faults, context))
    return Page(title=context.say(words.FAULTS), lang=context.lang, blocks=tuple(blocks))


def tell_beyond(error: BeyondExactness, context: Context) -> Page:
    """A question that is refused because its exact answer is out of reach."""
    said = context.say(words.BEYOND_SAID, size=context.number(error.size), limit=context.number(error.limit))
    told = _cell(phrase_said(error.what, context), error.what, context)
    asked = Paragraph(text=told.text, lang=told.lang)
    return Page(title=context.say(words.BEYOND), lang=context.lang, blocks=(Notice(mark=Mark.OPEN, text=said), asked))


def _tell_problems(problems: Sequence[Any], context: Context) -> Page:
    """What is wrong with a document, by its paths."""
    columns = [column(context, label) for label in (words.PLACE, words.FOUND, words.EXPECTED)]
    rows = (
        (
            Cell(text=one.path),
            *(_cell(_in_words(text, context, phrase_said), text, context) for text in (one.found, one.expected)),
        )
        for one in problems
    )
    said = Notice(mark=Mark.BAD, text=context.say(words.FAULT_COUNT, count=context.number(len(problems))))
    blocks = (said, table(context, words.FAULTS, columns, rows, is_headed=True))
    return Page(title=context.say(words.FAULTS), lang=context.lang, blocks=blocks)


def tell_error(error: SupervisionError, context: Context) -> Page:
    """Any other error raised on purpose: of a document its problems, else its own words, line by line."""
    # Documents live on the same floor, whose rooms do not see each other; their error is known by what it holds.
    problems: tuple[Any, ...] = getattr(error, "problems", ())
    if problems:
        return _tell_problems(problems, context)
    said = tuple(Paragraph(text=line, lang=_foreign(context)) for line in str(error).splitlines())
    return Page(title=context.say(words.FAULTS), lang=context.lang, blocks=said)
