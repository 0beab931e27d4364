"""What is said of faults, in words of both languages."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from supervision_core.rendering import words
from supervision_core.rendering.context import Context
from supervision_core.rendering.fault_words import FAULT_KINDS, PLACE_OF_ONE, QUOTED_IDS, SAID_IN_ENGLISH
from supervision_core.rendering.page import Block, Cell, Mark, Notice, Page, Paragraph, column, table
from supervision_core.values.errors import BeyondExactness, Fault, InvalidInput, SupervisionError
from supervision_core.values.facts import ContradictoryFacts
from supervision_core.values.text import Language

__all__ = ["fault_blocks", "fault_cells", "tell_beyond", "tell_error", "tell_faults", "tell_invalid"]


def tell_faults(faults: Sequence[Fault], context: Context) -> Page:
    """Faults by themselves, as the checkers return them."""
    return Page(
        title=context.say(words.FAULTS), lang=context.lang, blocks=(_count(faults, context), *fault_blocks(faults, context))
    )


def _count(faults: Sequence[Fault], context: Context) -> Notice:
    return Notice(mark=Mark.BAD, text=context.say(words.FAULT_COUNT, count=context.number(len(faults))))


def fault_blocks(faults: Sequence[Fault], context: Context) -> Iterator[Block]:
    """The faults as a table. What has no name and no known words stands there as the program says it, in English."""
    columns = [column(context, label) for label in (words.FAULT, words.PLACE, words.FOUND, words.EXPECTED)]
    yield table(context, words.FAULTS, columns, (fault_cells(fault, context) for fault in faults), is_headed=True)


def fault_cells(fault: Fault, context: Context) -> tuple[Cell, ...]:
    """What kind of fault it is, where, what was found, and what would be right."""
    kind = FAULT_KINDS.get(fault.code)
    named = Cell(text=fault.code, lang=_foreign(context)) if kind is None else Cell(text=context.say(kind))
    return (named, *(_told(text, context) for text in (fault.place, fault.found, fault.expected)))


def _told(text: str, context: Context) -> Cell:
    """Ids by name where they have one, known words in the language of the page; else what the program says."""
    if text in SAID_IN_ENGLISH:
        return Cell(text=context.say(SAID_IN_ENGLISH[text]))
    ids = next(filter(None, place.groups()), "") if (place := PLACE_OF_ONE.fullmatch(text)) else ""
    if ids in context.names:
        return Cell(text=context.name(ids))
    listed = [one[1:-1] for one in text.split(", ")] if QUOTED_IDS.fullmatch(text) else []
    if listed and all(one in context.names for one in listed):
        return Cell(text=context.listed(listed))
    return Cell(text=text, lang=None if text.isdecimal() else _foreign(context))


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
    told = _told(error.what, context)
    asked = Paragraph(text=told.text, lang=told.lang)
    return Page(title=context.say(words.BEYOND), lang=context.lang, blocks=(Notice(mark=Mark.OPEN, text=said), asked))


def tell_error(error: SupervisionError, context: Context) -> Page:
    """Any other error raised on purpose, in its own words, line by line."""
    said = tuple(Paragraph(text=line, lang=_foreign(context)) for line in str(error).splitlines())
    return Page(title=context.say(words.FAULTS), lang=context.lang, blocks=said)
