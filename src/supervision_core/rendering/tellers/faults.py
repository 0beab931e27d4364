"""What is said of input that makes no sense: every fault with its place, what stands there, and what would be right."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from supervision_core.errors import BeyondExactness, ContradictoryFacts, Fault, InvalidInput, SupervisionError
from supervision_core.rendering import words
from supervision_core.rendering.fault_words import FAULT_KINDS
from supervision_core.rendering.model import Block, Cell, Mark, Notice, Page, Paragraph
from supervision_core.rendering.parts import column, table
from supervision_core.rendering.voices import Voice
from supervision_core.text import Language

__all__ = ["fault_blocks", "tell_beyond", "tell_error", "tell_faults", "tell_invalid"]


def tell_faults(faults: Sequence[Fault], voice: Voice) -> Page:
    """Faults by themselves, as the checkers return them."""
    return Page(title=voice.say(words.FAULTS), lang=voice.lang, blocks=(_count(faults, voice), *fault_blocks(faults, voice)))


def _count(faults: Sequence[Fault], voice: Voice) -> Notice:
    return Notice(mark=Mark.BAD, text=voice.say(words.FAULT_COUNT, count=voice.number(len(faults))))


def fault_blocks(faults: Sequence[Fault], voice: Voice) -> Iterator[Block]:
    """The faults as a table. Places, values and what is expected are in the words of the program, which are English."""
    columns = [column(voice, label) for label in (words.FAULT, words.PLACE, words.FOUND, words.EXPECTED)]
    rows = []
    for fault in faults:
        kind = FAULT_KINDS.get(fault.code)
        named = Cell(text=fault.code, lang=_foreign(voice)) if kind is None else Cell(text=voice.say(kind))
        texts = (Cell(text=text, lang=_foreign(voice)) for text in (fault.place, fault.found, fault.expected))
        rows.append((named, *texts))
    yield table(voice, words.FAULTS, columns, rows, is_headed=True)


def _foreign(voice: Voice) -> Language | None:
    return None if voice.lang == "en" else "en"


def tell_invalid(error: InvalidInput, voice: Voice) -> Page:
    """All that is wrong with an input, and whose input it was."""
    blocks: list[Block] = [_count(error.faults, voice)]
    if error.subject_id is not None:
        blocks.append(Paragraph(text=voice.say(words.OF_SUBJECT, subject=voice.name(error.subject_id))))
    if isinstance(error, ContradictoryFacts):
        facts = ", ".join(voice.code(code) for code in error.codes)
        blocks.append(Paragraph(text=voice.say(words.AT_ODDS, facts=facts)))
        blocks.append(Paragraph(text=voice.say(words.BROKEN_RULE, rule=voice.say(error.provision))))
    if error.faults:
        blocks.extend(fault_blocks(error.faults, voice))
    return Page(title=voice.say(words.FAULTS), lang=voice.lang, blocks=tuple(blocks))


def tell_beyond(error: BeyondExactness, voice: Voice) -> Page:
    """A question that is refused because its exact answer is out of reach."""
    said = voice.say(words.BEYOND_SAID, size=voice.number(error.size), limit=voice.number(error.limit))
    asked = Paragraph(text=error.what, lang=_foreign(voice))
    return Page(title=voice.say(words.BEYOND), lang=voice.lang, blocks=(Notice(mark=Mark.OPEN, text=said), asked))


def tell_error(error: SupervisionError, voice: Voice) -> Page:
    """Any other error raised on purpose, in its own words, line by line."""
    said = tuple(Paragraph(text=line, lang=_foreign(voice)) for line in str(error).splitlines())
    return Page(title=voice.say(words.FAULTS), lang=voice.lang, blocks=said)
