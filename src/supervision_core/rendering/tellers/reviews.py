"""What is said in a review of a time, section by section, as a ward would submit it."""

from __future__ import annotations

from collections.abc import Iterator
from fractions import Fraction

from supervision_core.programme.reviews import Review, ReviewLine, ReviewSection
from supervision_core.rendering import words
from supervision_core.rendering.model import (
    Bar,
    Bars,
    Block,
    Cell,
    Column,
    Entry,
    Heading,
    Listing,
    Page,
    Paragraph,
    Table,
    Terms,
)
from supervision_core.rendering.parts import Footnotes, column, number_column, row
from supervision_core.rendering.voices import Voice

__all__ = ["tell_review", "tell_section"]


def tell_review(review: Review, voice: Voice) -> Page:
    """The whole review."""
    blocks: list[Block] = [
        Terms(
            pairs=(
                (voice.say(words.SUBMITTED_BY), voice.say(review.submitted_by)),
                (voice.say(words.NUMBER), review.id),
                (voice.say(words.PERIOD), voice.period(review.period)),
                (voice.say(words.AS_OF), voice.day(review.as_of)),
            )
        )
    ]
    for number, section in enumerate(review.sections, start=1):
        blocks.append(Heading(text=f"{number}. {voice.say(section.title)}"))
        blocks.extend(_section(section, voice))
    title = voice.say(words.REVIEW, kind=voice.say(review.kind.label), title=voice.say(review.title))
    return Page(title=title, lang=voice.lang, blocks=tuple(blocks))


def tell_section(section: ReviewSection, voice: Voice) -> Page:
    """One section by itself."""
    return Page(title=voice.say(section.title), lang=voice.lang, blocks=tuple(_section(section, voice)))


def _section(section: ReviewSection, voice: Voice) -> Iterator[Block]:
    lines = section.lines
    if not lines:
        yield Paragraph(text=voice.say(words.NO_LINES))
    elif all(_is_plain(line) for line in lines):
        yield Listing(entries=tuple(_plain(line, voice) for line in lines))
    else:
        notes = Footnotes()
        figures = _table(section, notes, voice)
        parts = [line for line in lines if line.percent is not None and line.count is not None and line.count >= 0]
        yield _bars(section, parts, figures, voice) if parts else figures
        yield from notes.below()


def _is_plain(line: ReviewLine) -> bool:
    return (line.count, line.percent, line.state, line.day) == (None, None, None, None)


def _plain(line: ReviewLine, voice: Voice) -> Entry:
    return Entry(text=line.sentence(voice.lang), notes=tuple(_basis(line, voice)))


def _basis(line: ReviewLine, voice: Voice) -> Iterator[str]:
    if line.citation is not None:
        yield line.citation.text(voice.lang)
    if line.sources:
        yield voice.say(words.SOURCES_NOTE, ids=voice.listed(line.sources))


def _bars(section: ReviewSection, parts: list[ReviewLine], figures: Table, voice: Voice) -> Bars:
    told = (voice.say(words.PARTS_TOLD, part=voice.say(line.label), count=_count(line, voice)) for line in parts)
    return Bars(
        caption=voice.say(section.title),
        description="; ".join(told) + ".",
        bars=tuple(
            Bar(label=voice.say(line.label), value=Fraction(line.count or 0), text=_count(line, voice)) for line in parts
        ),
        aim="",
        table=figures,
        is_headed=True,
    )


def _table(section: ReviewSection, notes: Footnotes, voice: Voice) -> Table:
    """The lines under those heads that some line needs."""
    lines = section.lines
    fields: list[tuple[Column, list[str]]] = [(column(voice, words.CONTENT), [voice.say(line.label) for line in lines])]
    if any(line.count is not None for line in lines):
        fields.append((number_column(voice, words.COUNT), [_count(line, voice) for line in lines]))
    if any(line.percent is not None for line in lines):
        fields.append((number_column(voice, words.SHARE_PERCENT), [_percent(line, voice) for line in lines]))
    if any(line.state is not None for line in lines):
        fields.append((column(voice, words.STATE), ["" if line.state is None else voice.say(line.state) for line in lines]))
    if any(line.day is not None for line in lines):
        fields.append((column(voice, words.DAY), ["" if line.day is None else voice.day(line.day) for line in lines]))
    if any(line.remark is not None for line in lines):
        fields.append((column(voice, words.REMARK), ["" if line.remark is None else voice.say(line.remark) for line in lines]))
    if any(line.citation is not None or line.sources for line in lines):
        fields.append((column(voice, words.BASIS), [notes.mark(*_basis(line, voice)) for line in lines]))
    rows: tuple[tuple[Cell, ...], ...] = tuple(row(*texts) for texts in zip(*(texts for _, texts in fields), strict=True))
    columns = tuple(head for head, _ in fields)
    return Table(caption=voice.say(section.title), columns=columns, rows=rows, is_headed=True)


def _count(line: ReviewLine, voice: Voice) -> str:
    if line.count is None or line.kind is None:
        return ""
    return f"{voice.number(line.count)} {voice.say(line.kind.label)}"


def _percent(line: ReviewLine, voice: Voice) -> str:
    return "" if line.percent is None else f"{voice.number(line.percent)}%"
