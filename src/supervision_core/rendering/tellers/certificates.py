"""What is said when there is no plan: the counts that prove it, whom they concern, and which single changes help."""

from __future__ import annotations

from collections.abc import Iterator
from fractions import Fraction

from supervision_core.rendering import words
from supervision_core.rendering.model import Bar, Bars, Block, Entry, Listing, Mark, Notice, Page, Paragraph
from supervision_core.rendering.parts import column, compact, heading, number_column, row, table, unless_empty
from supervision_core.rendering.voices import Voice
from supervision_core.rotation.certificates import Infeasible, Violation

__all__ = ["infeasible_blocks", "tell_infeasible"]


def tell_infeasible(infeasible: Infeasible, voice: Voice) -> Page:
    """Every independent ground, then the repairs."""
    title = voice.say(words.INFEASIBLE, year=infeasible.year)
    return Page(title=title, lang=voice.lang, blocks=tuple(infeasible_blocks(infeasible, voice)))


def infeasible_blocks(infeasible: Infeasible, voice: Voice) -> Iterator[Block]:
    """The certificate in words and numbers."""
    yield Notice(
        mark=Mark.BAD,
        text=voice.say(
            words.INFEASIBLE_SHORT, shortage=voice.number(infeasible.shortage), excess=voice.number(infeasible.excess)
        ),
    )
    for number, violation in enumerate(infeasible.violations, start=1):
        yield heading(voice, words.GROUND, number=number)
        yield from _violation(violation, voice)
    yield heading(voice, words.REPAIRS)
    if infeasible.repairs:
        yield Paragraph(text=voice.say(words.REPAIRS_NOTE))
        entries = (Entry(text=repair.sentence(voice.lang, voice.names)) for repair in infeasible.repairs)
        yield Listing(entries=tuple(entries), is_ordered=True)
    else:
        yield Paragraph(text=voice.say(words.NO_REPAIR))


def _violation(violation: Violation, voice: Voice) -> Iterator[Block]:
    yield Paragraph(text=violation.sentence(voice.lang, voice.names))
    yield _picture(violation, voice)
    units = voice.listed(violation.lead_units) or voice.say(words.NONE)
    yield Paragraph(text=voice.say(words.UNITS_COUNTED, units=units))
    yield from unless_empty(
        heading(voice, words.WHO_IS_COUNTED, level=2, count=voice.number(len(violation.subjects))),
        compact(voice, violation.subjects),
    )
    columns = [column(voice, words.LEAD_UNIT), column(voice, words.REASON)]
    columns += [number_column(voice, words.SUBJECT_COUNT), column(voice, words.SUBJECTS)]
    rows = [
        row(
            voice.name(group.lead_unit_id),
            ", ".join(voice.say(reason.label) for reason in group.reasons),
            voice.number(len(group.subjects)),
            voice.say(words.ALL_COUNTED) if group.subjects == violation.subjects else voice.listed(group.subjects),
        )
        for group in violation.barred
    ]
    yield from unless_empty(heading(voice, words.WHY_CLOSED, level=2), table(voice, words.WHY_CLOSED, columns, rows))
    example = violation.example
    yield Paragraph(
        text=voice.say(
            words.SMALLEST_PART,
            subjects=voice.listed(example.subjects) or voice.say(words.NONE),
            units=voice.listed(example.lead_units) or voice.say(words.NONE),
            demand=voice.number(example.demand),
            supply=voice.number(example.supply),
        )
    )


def _picture(violation: Violation, voice: Voice) -> Bars:
    quantities = ((words.NEEDED, violation.demand), (words.THERE_IS, violation.supply), (words.MISSING_BY, violation.missing))
    numbers = {
        "demand": voice.number(violation.demand),
        "supply": voice.number(violation.supply),
        "missing": voice.number(violation.missing),
    }
    columns = [column(voice, words.QUANTITY), number_column(voice, words.COUNT)]
    rows = [row(voice.say(label), voice.number(amount)) for label, amount in quantities]
    return Bars(
        caption=voice.say(words.NEEDED_AND_THERE),
        description=voice.say(words.NEEDED_TOLD, **numbers),
        bars=tuple(
            Bar(label=voice.say(label), value=Fraction(amount), text=voice.number(amount)) for label, amount in quantities[:2]
        ),
        aim="",
        table=table(voice, words.NEEDED_AND_THERE, columns, rows, is_headed=True),
    )
