"""What is said of counts: each part, the sum, the headline as it was reported, and whether the two agree."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from fractions import Fraction

from supervision_core.programme.comparing import TallyChange
from supervision_core.programme.publishing import PublishedTally
from supervision_core.programme.tallies import Discrepancy, Tally
from supervision_core.rendering import words
from supervision_core.rendering.model import Bar, Bars, Block, Cell, Mark, Notice, Page, Paragraph, Table, Terms
from supervision_core.rendering.parts import column, number_column, row, table
from supervision_core.rendering.voices import Voice

__all__ = ["tell_change", "tell_published", "tell_tally"]


def tell_tally(tally: Tally, voice: Voice) -> Page:
    """Each part in number and per cent, and whether the headline reconciles."""
    blocks: list[Block] = []
    if tally.discrepancy is not None:
        blocks.append(_gap(tally.discrepancy, voice))
    elif tally.headline is not None:
        blocks.append(Notice(mark=Mark.GOOD, text=voice.say(words.RECONCILES)))
    blocks.append(_terms(tally, voice))
    blocks.append(_picture(tally, voice, tally.percentages(), voice.number(tally.total)))
    return Page(title=_title(tally, voice), lang=voice.lang, blocks=tuple(blocks))


def tell_published(tally: PublishedTally, voice: Voice) -> Page:
    """Counts as the public may see them."""
    total = voice.say(words.KEPT_BACK) if tally.total is None else voice.number(tally.total)
    blocks: list[Block] = [_terms(tally, voice)]
    if tally.headline is not None and tally.total is not None and tally.headline != tally.total:
        gap = Discrepancy(kind=tally.kind, headline=tally.headline, total=tally.total)
        blocks.insert(0, _gap(gap, voice))
    blocks.append(_picture(tally, voice, {}, total))
    blocks.append(Paragraph(text=voice.say(words.KEPT_BACK_NOTE, least=voice.number(tally.at_least))))
    return Page(title=_title(tally, voice), lang=voice.lang, blocks=tuple(blocks))


def _title(tally: Tally | PublishedTally, voice: Voice) -> str:
    return voice.say(words.TALLY, population=voice.name(tally.population))


def _gap(gap: Discrepancy, voice: Voice) -> Notice:
    text = voice.say(
        words.GAP,
        headline=voice.number(gap.headline),
        total=voice.number(gap.total),
        gap=voice.signed(gap.gap),
        kind=voice.say(gap.kind.label),
    )
    return Notice(mark=Mark.FLAG, text=text)


def _terms(tally: Tally | PublishedTally, voice: Voice) -> Terms:
    pairs = [(voice.say(words.COUNTED), voice.say(tally.kind.label))]
    if tally.period is not None:
        pairs.append((voice.say(words.PERIOD), voice.period(tally.period)))
    return Terms(pairs=tuple(pairs))


def _picture(tally: Tally | PublishedTally, voice: Voice, percentages: Mapping[str, Fraction], total: str) -> Bars | Table:
    columns = [column(voice, words.PART), number_column(voice, words.COUNT)]
    rows = []
    for part, count in tally.parts.items():
        rows.append([voice.name(part), voice.say(words.KEPT_BACK) if count is None else voice.number(count)])
    rows.append([voice.say(words.SUM), total])
    if percentages:
        columns.append(number_column(voice, words.SHARE_PERCENT))
        shares = [f"{voice.number(percentages[part])}%" for part in tally.parts]
        rows = [[*texts, share] for texts, share in zip(rows, [*shares, "100%"], strict=True)]
    if tally.headline is not None:
        rows.append([voice.say(words.HEADLINE), voice.number(tally.headline), *([""] if percentages else [])])
    figures = Table(
        caption=_title(tally, voice), columns=tuple(columns), rows=tuple(row(*texts) for texts in rows), is_headed=True
    )
    known = [(part, count) for part, count in tally.parts.items() if count is not None]
    if not known:
        return figures
    told = (voice.say(words.PARTS_TOLD, part=voice.name(part), count=voice.number(count)) for part, count in known)
    return Bars(
        caption=_title(tally, voice),
        description="; ".join(told) + ".",
        bars=tuple(Bar(label=voice.name(part), value=Fraction(count), text=voice.number(count)) for part, count in known),
        aim="",
        table=figures,
        is_headed=True,
    )


def tell_change(change: TallyChange, voice: Voice) -> Page:
    """Counts of two times, part by part."""
    said = voice.say(
        words.CHANGE_SAID,
        before=voice.number(change.total_before),
        after=voice.number(change.total_after),
        kind=voice.say(change.kind.label),
        difference=voice.signed(change.difference),
    )
    blocks: list[Block] = [Notice(mark=Mark.NOTE, text=said)]
    times = ((words.EARLIER, change.before), (words.LATER, change.after))
    pairs = tuple((voice.say(label), voice.period(time)) for label, time in times if time is not None)
    if pairs:
        blocks.append(Terms(pairs=pairs))
    columns = [column(voice, words.PART), number_column(voice, words.DIFFERENCE)]
    rows: list[tuple[Cell, ...]] = [row(voice.name(part), voice.signed(number)) for part, number in change.parts.items()]
    blocks.append(table(voice, words.DIFFERENCE, columns, [*rows, row(voice.say(words.SUM), voice.signed(change.difference))]))
    blocks.extend(_apart(change, voice))
    title = voice.say(words.CHANGE_TITLE, population=voice.name(change.population))
    return Page(title=title, lang=voice.lang, blocks=tuple(blocks))


def _apart(change: TallyChange, voice: Voice) -> Iterator[Paragraph]:
    for label, parts in ((words.ONLY_BEFORE, change.only_before), (words.ONLY_AFTER, change.only_after)):
        if parts:
            yield Paragraph(text=voice.say(label, parts=voice.listed(parts)))
