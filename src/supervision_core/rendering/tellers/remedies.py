"""What is said of ways to another grade, and of grades after a cap."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from supervision_core.judging.capping import QuotaResult
from supervision_core.judging.remedies import Change, Remedy, Unreachable
from supervision_core.rendering import words
from supervision_core.rendering.model import Block, Cell, Entry, Listing, Mark, Notice, Page, Paragraph
from supervision_core.rendering.parts import column, compact, heading, number_column, row, table, unless_empty
from supervision_core.rendering.voices import Voice

__all__ = ["tell_quota", "tell_remedies", "tell_unreachable"]


def tell_remedies(remedies: Sequence[Remedy], voice: Voice) -> Page:
    """Each smallest way, with its changes."""
    entries = tuple(
        Entry(
            text=voice.say(words.REMEDY, number=number, grade=voice.say(remedy.grade.label)),
            children=tuple(_change(change, voice) for change in remedy.changes),
        )
        for number, remedy in enumerate(remedies, start=1)
    )
    notice = Notice(mark=Mark.NOTE, text=voice.say(words.REMEDY_COUNT, count=voice.number(len(remedies))))
    return Page(title=voice.say(words.REMEDIES), lang=voice.lang, blocks=(notice, Listing(entries=entries)))


def _change(change: Change, voice: Voice) -> Entry:
    text = voice.say(
        words.CHANGE, label=voice.say(change.label), now=voice.value(change.now), needed=voice.value(change.needed)
    )
    return Entry(text=text, notes=(voice.say(words.COMES_ALONG),) if change.forced else ())


def tell_unreachable(answer: Unreachable, voice: Voice) -> Page:
    """That no change settles a grade, and what was not to be changed."""
    said = voice.say(words.UNREACHABLE, grade=voice.say(answer.target.label))
    kept = ", ".join(voice.code(code) for code in answer.fixed)
    notes = (voice.say(words.UNREACHABLE_NOTE, facts=kept),) if kept else ()
    blocks = (Notice(mark=Mark.BAD, text=said, notes=notes),)
    return Page(title=voice.say(words.REMEDIES), lang=voice.lang, blocks=blocks)


def tell_quota(result: QuotaResult, voice: Voice) -> Page:
    """Everyone after the cap, and what people have to settle."""
    columns = [column(voice, label) for label in (words.PERSON, words.GROUP, words.JUDGED, words.AFTER_CAP, words.REASON)]
    rows = [
        row(
            voice.name(one.subject_id),
            voice.name(one.group),
            voice.say(one.judged.label),
            Cell(text=voice.say(words.TO_BE_DECIDED), mark=Mark.OPEN) if one.grade is None else voice.say(one.grade.label),
            voice.say(one.why),
        )
        for one in result.rows
    ]
    blocks: tuple[Block, ...] = (
        *unless_empty(heading(voice, words.RESULT), table(voice, words.RESULT, columns, rows)),
        *_undecided(result, voice),
        *unless_empty(heading(voice, words.UNDETERMINED), compact(voice, result.undetermined)),
    )
    title = voice.say(words.QUOTA)
    return Page(title=title, lang=voice.lang, blocks=blocks or (Paragraph(text=voice.say(words.EMPTY)),))


def _undecided(result: QuotaResult, voice: Voice) -> Iterator[Block]:
    columns = [column(voice, words.GROUP), column(voice, words.PERSON)]
    columns += [number_column(voice, words.PLACES), column(voice, words.REASON)]
    rows = [
        row(
            voice.name(one.group),
            voice.listed(one.subject_ids),
            voice.say(words.UNKNOWN) if one.places is None else voice.number(one.places),
            voice.say(one.why),
        )
        for one in result.undecided
    ]
    yield from unless_empty(heading(voice, words.UNDECIDED), table(voice, words.UNDECIDED, columns, rows))
