"""What is said of a decided result: which decision stands, which stood before, and what was raised against them."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from supervision_core.judging.decision_files import (
    DecisionFile,
    PetitionStanding,
    decision_file_said,
    petition_standing_said,
)
from supervision_core.rendering import decision_words, words
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
    Terms,
    column,
    either,
    heading,
    row,
    table,
    unless_empty,
)
from supervision_core.values.verdicts import Verdict

__all__ = ["tell_decision_file", "tell_petition"]

#: So much of a fingerprint is enough to find the receipt.
_SHOWN: Final = 16


def tell_decision_file(file: DecisionFile, context: Context) -> Page:
    """What stands on the day, the decisions in their order, petitions and reopenings."""
    mark = Mark.OPEN if file.is_open else Mark.NOTE
    blocks: tuple[Block, ...] = (
        Notice(mark=mark, text=decision_file_said(file, context)),
        heading(context, decision_words.DECISIONS),
        table(context, decision_words.DECISIONS, *_decisions(file, context), is_headed=True),
        *unless_empty(heading(context, decision_words.PETITIONS), Listing(entries=tuple(_petitions(file, context)))),
        *unless_empty(
            heading(context, decision_words.REOPENINGS), table(context, decision_words.REOPENINGS, *_reopenings(file, context))
        ),
    )
    return Page(title=context.say(decision_words.DECISION_FILE), lang=context.lang, blocks=blocks)


def _decisions(file: DecisionFile, context: Context) -> tuple[list[Column], list[tuple[Cell, ...]]]:
    heads = (
        decision_words.DECISION,
        words.DAY,
        words.RESULT,
        decision_words.DECISION_GROUND,
        decision_words.DECIDED_BY,
        decision_words.KEPT_RECORD,
    )
    rows = [
        row(
            context.name(one.id),
            context.day(one.decided_on),
            either(one.assessment.possible, context),
            context.say(one.ground.label),
            context.name(one.decided_by),
            "" if one.receipt is None else f"{one.receipt[:_SHOWN]}…",
        )
        for one in file.decisions
    ]
    return [column(context, label) for label in heads], rows


def _petitions(file: DecisionFile, context: Context) -> Iterator[Entry]:
    for one in file.petitions:
        rule = one.petition.rule
        yield Entry(
            text=petition_standing_said(one, context),
            notes=(f"{context.say(words.BASIS)}: {rule.citation.text(context.lang)}",),
        )


def _reopenings(file: DecisionFile, context: Context) -> tuple[list[Column], list[tuple[Cell, ...]]]:
    heads = (
        decision_words.REOPENED,
        decision_words.DECISION,
        decision_words.OPENED_BY,
        decision_words.VOICES,
        words.SOURCES,
        words.RESULT,
        words.BASIS,
    )
    rows = [
        row(
            context.day(one.opened_on),
            context.name(one.decision_id),
            context.name(one.opened_by),
            ", ".join(context.say(voice.label) for voice in one.voices),
            context.listed(one.sources),
            Cell(text=context.say(decision_words.STILL_OPEN), mark=Mark.OPEN)
            if one.result is None
            else context.say(one.result.label),
            one.citation.text(context.lang),
        )
        for one in file.reopenings
    ]
    return [column(context, label) for label in heads], rows


def tell_petition(standing: PetitionStanding, context: Context) -> Page:
    """When a petition came, whether in time, and what came of it."""
    late = Verdict.NOT_MET in (standing.asked_in_time, standing.answered_in_time)
    mark = Mark.FLAG if late else Mark.OPEN if standing.is_open else Mark.NOTE
    basis = standing.petition.rule.citation.text(context.lang)
    blocks = (
        Notice(mark=mark, text=petition_standing_said(standing, context)),
        Terms(pairs=((context.say(words.BASIS), basis),)),
    )
    return Page(title=context.say(decision_words.PETITIONS), lang=context.lang, blocks=blocks)
