"""What is said of plans of supervision, sessions, tallies and reviews."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from fractions import Fraction

import attrs

from supervision_core.programme.audiences import Withheld, withheld_kind_said
from supervision_core.programme.following import ASTRAY, FollowUp, FollowUpState
from supervision_core.programme.plan import PlanContent, SupervisionPlan
from supervision_core.programme.publishing import PublishedTally
from supervision_core.programme.reviews import Review, ReviewLine, ReviewSection, count_said, line_said
from supervision_core.programme.sessions import AcknowledgedResult, DelegationSession, Matter
from supervision_core.programme.tallies import Discrepancy, Tally, TallyChange, change_said, discrepancy_said
from supervision_core.rendering import words
from supervision_core.rendering.context import Context
from supervision_core.rendering.page import (
    Bars,
    Block,
    Cell,
    ChartBar,
    Column,
    Entry,
    Footnotes,
    Heading,
    Listing,
    Mark,
    Notice,
    Page,
    Paragraph,
    Table,
    Terms,
    column,
    heading,
    number_column,
    row,
    table,
    unless_empty,
)
from supervision_core.values.verdicts import Verdict

__all__ = [
    "tell_change",
    "tell_follow_ups",
    "tell_published",
    "tell_review",
    "tell_section",
    "tell_session",
    "tell_supervision_plan",
    "tell_tally",
    "tell_withheld",
]


def tell_supervision_plan(plan: SupervisionPlan, context: Context) -> Page:
    """The plan as it was issued: what is supervised, how, who leads what, and conflicts of interest to be settled."""
    own = {one.id: context.say(one.label) for one in plan.subjects if one.label is not None}
    context = attrs.evolve(context, names={**own, **context.names})
    pairs = (
        (words.ISSUED_ON, context.day(plan.issued_on)),
        (words.ISSUER, context.say(plan.issuer)),
        (words.SCOPE, context.say(plan.scope)),
        (words.PERIOD, context.period(plan.period)),
        (words.SUBJECT_COUNT, context.number(len(plan.subjects))),
    )
    standards = tuple(Entry(text=citation.text(context.lang)) for citation in plan.standards)
    blocks: tuple[Block, ...] = (
        *_conflicts(plan, context),
        Terms(pairs=tuple((context.say(label), text) for label, text in pairs)),
        *_contents(plan.contents, context),
        *_charges(plan, context),
        *_delegations(plan, context),
        *unless_empty(heading(context, words.STANDARDS), Listing(entries=standards)),
    )
    title = context.say(words.SUPERVISION_PLAN, number=plan.number)
    return Page(title=title, lang=context.lang, blocks=blocks)


def _conflicts(plan: SupervisionPlan, context: Context) -> Iterator[Notice]:
    if plan.conflicts:
        notes = tuple(
            context.say(words.CONFLICT, lead=context.name(lead), subject=context.name(subject))
            for lead, subject in plan.conflicts
        )
        yield Notice(mark=Mark.FLAG, text=context.say(words.CONFLICTS), notes=notes)


def _contents(contents: Sequence[PlanContent], context: Context) -> tuple[Block, ...]:
    columns = [column(context, label) for label in (words.CONTENT, words.METHODS, words.CONCERNS)]
    rows = [
        row(
            context.say(one.label),
            ", ".join(context.say(method.label) for method in one.methods),
            context.say(words.EVERYONE) if one.subject_ids is None else context.listed(one.subject_ids),
        )
        for one in contents
    ]
    return unless_empty(heading(context, words.CONTENTS), table(context, words.CONTENTS, columns, rows))


def _charges(plan: SupervisionPlan, context: Context) -> tuple[Block, ...]:
    labels = {one.id: context.say(one.label) for one in plan.contents}
    place = {lead: number for number, lead in enumerate(context.ordered({one.lead_id for one in plan.charges}))}
    columns = [column(context, words.LEAD_UNIT), column(context, words.CONTENT)]
    columns += [number_column(context, words.SUBJECT_COUNT), column(context, words.SUBJECTS)]
    rows = [
        row(
            context.name(one.lead_id),
            "; ".join(labels[content] for content in one.content_ids),
            context.number(len(one.subject_ids)),
            context.listed(one.subject_ids),
        )
        for one in sorted(plan.charges, key=lambda charge: place[charge.lead_id])
    ]
    return unless_empty(heading(context, words.CHARGES), table(context, words.CHARGES, columns, rows))


def _delegations(plan: SupervisionPlan, context: Context) -> tuple[Block, ...]:
    columns = [column(context, label) for label in (words.DELEGATION, words.HEAD, words.MEMBERS)]
    rows = [row(context.name(one.id), context.name(one.head_id), context.listed(one.member_ids)) for one in plan.delegations]
    return unless_empty(heading(context, words.DELEGATIONS), table(context, words.DELEGATIONS, columns, rows))


def tell_session(session: DelegationSession, context: Context) -> Page:
    """One session: who supervised whom on what, what was acknowledged and recommended."""
    pairs = (
        (words.CONTENT, context.say(session.content)),
        (words.SUBJECT, context.name(session.subject_id)),
        (words.HELD_ON, context.day(session.held_on)),
        (words.PERIOD, context.period(session.period)),
        (words.HEAD, context.name(session.head_id)),
        (words.MEMBERS, context.listed(session.member_ids)),
    )
    conflicts = tuple(
        Notice(mark=Mark.FLAG, text=context.say(words.SESSION_CONFLICT, subject=context.name(one))) for one in session.conflicts
    )
    blocks: tuple[Block, ...] = (
        *conflicts,
        Terms(pairs=tuple((context.say(label), text) for label, text in pairs if text)),
        *_results(session.results, context),
        *_recommendations(session.recommendations, context),
    )
    return Page(title=context.say(words.SESSION, id=session.id), lang=context.lang, blocks=blocks)


def _results(results: Sequence[AcknowledgedResult], context: Context) -> tuple[Block, ...]:
    columns = [column(context, label) for label in (words.CONTENT, words.RIGHT, words.SOURCES)]
    rows = [
        row(context.say(one.text), "–" if one.right is None else context.say(one.right.label), context.listed(one.sources))
        for one in results
    ]
    return unless_empty(heading(context, words.RESULTS), table(context, words.RESULTS, columns, rows))


def _recommendations(matters: Sequence[Matter], context: Context) -> tuple[Block, ...]:
    columns = [column(context, label) for label in (words.NUMBER, words.CONTENT, words.ADDRESSEE, words.DEADLINE)]
    rows = [row(one.id, context.say(one.text), context.name(one.addressee_id), context.day(one.due)) for one in matters]
    return unless_empty(heading(context, words.RECOMMENDATIONS), table(context, words.RECOMMENDATIONS, columns, rows))


_MARKS: Mapping[FollowUpState, Mark] = {
    FollowUpState.OVERDUE: Mark.BAD,
    FollowUpState.SETTLED: Mark.GOOD,
    FollowUpState.SETTLED_LATE: Mark.FLAG,
    FollowUpState.PENDING: Mark.OPEN,
    FollowUpState.ANSWERED: Mark.OPEN,
    FollowUpState.DECLINED: Mark.NOTE,
}


def tell_follow_ups(matters: Sequence[FollowUp], context: Context) -> Page:
    """How each matter stands as of a day, with whom it is, and what is overdue."""
    heads = (words.NUMBER, words.CONTENT, words.STATE, words.WITH, words.DEADLINE, words.ANSWERED_ON, words.ENDED_ON)
    columns = [column(context, label) for label in heads]
    columns += [number_column(context, words.DAYS_OVERDUE), column(context, words.REMARK)]
    rows = [
        row(
            one.matter.id,
            context.say(one.matter.text),
            Cell(text=context.say(one.state.label), mark=_MARKS[one.state]),
            context.name(one.with_id),
            context.day(one.matter.due),
            context.day(one.answered_on),
            context.day(one.ended_on),
            "–" if one.days_overdue is None else context.number(one.days_overdue),
            context.say(ASTRAY) if one.reached_the_competent is Verdict.NOT_MET else "",
        )
        for one in matters
    ]
    days = sorted({one.as_of for one in matters})
    blocks: tuple[Block, ...] = (
        Terms(pairs=((context.say(words.AS_OF), ", ".join(context.day(day) for day in days)),)),
        table(context, words.FOLLOW_UPS, columns, rows, is_headed=True),
    )
    return Page(title=context.say(words.FOLLOW_UPS), lang=context.lang, blocks=blocks)


def tell_tally(tally: Tally, context: Context) -> Page:
    """Each part in number and per cent, and whether the headline reconciles."""
    blocks: list[Block] = []
    if tally.discrepancy is not None:
        blocks.append(_gap(tally.discrepancy, context))
    elif tally.headline is not None:
        blocks.append(Notice(mark=Mark.GOOD, text=context.say(words.RECONCILES)))
    blocks.append(_terms(tally, context))
    blocks.append(_picture(tally, context, tally.percentages(), context.number(tally.total)))
    return Page(title=_title(tally, context), lang=context.lang, blocks=tuple(blocks))


def tell_published(tally: PublishedTally, context: Context) -> Page:
    """Counts as the public may see them."""
    total = context.say(words.KEPT_BACK) if tally.total is None else context.number(tally.total)
    blocks: list[Block] = [_terms(tally, context)]
    if tally.headline is not None and tally.total is not None and tally.headline != tally.total:
        gap = Discrepancy(kind=tally.kind, headline=tally.headline, total=tally.total)
        blocks.insert(0, _gap(gap, context))
    blocks.append(_picture(tally, context, {}, total))
    blocks.append(Paragraph(text=context.say(words.KEPT_BACK_NOTE, least=context.number(tally.at_least))))
    return Page(title=_title(tally, context), lang=context.lang, blocks=tuple(blocks))


def _title(tally: Tally | PublishedTally, context: Context) -> str:
    return context.say(words.TALLY, population=context.name(tally.population))


def _gap(gap: Discrepancy, context: Context) -> Notice:
    return Notice(mark=Mark.FLAG, text=discrepancy_said(gap, context))


def _terms(tally: Tally | PublishedTally, context: Context) -> Terms:
    pairs = [(context.say(words.COUNTED), context.say(tally.kind.label))]
    if tally.period is not None:
        pairs.append((context.say(words.PERIOD), context.period(tally.period)))
    return Terms(pairs=tuple(pairs))


def _picture(tally: Tally | PublishedTally, context: Context, percentages: Mapping[str, Fraction], total: str) -> Bars | Table:
    columns = [column(context, words.PART), number_column(context, words.COUNT)]
    rows = []
    for part, count in tally.parts.items():
        rows.append([context.name(part), context.say(words.KEPT_BACK) if count is None else context.number(count)])
    rows.append([context.say(words.SUM), total])
    if percentages:
        columns.append(number_column(context, words.SHARE_PERCENT))
        shares = [f"{context.number(percentages[part])}%" for part in tally.parts]
        rows = [[*texts, share] for texts, share in zip(rows, [*shares, "100%"], strict=True)]
    if tally.headline is not None:
        rows.append([context.say(words.HEADLINE), context.number(tally.headline), *([""] if percentages else [])])
    figures = Table(
        caption=_title(tally, context), columns=tuple(columns), rows=tuple(row(*texts) for texts in rows), is_headed=True
    )
    known = [(part, count) for part, count in tally.parts.items() if count is not None]
    if not known:
        return figures
    told = (context.say(words.PARTS_TOLD, part=context.name(part), count=context.number(count)) for part, count in known)
    return Bars(
        caption=_title(tally, context),
        description="; ".join(told) + ".",
        bars=tuple(
            ChartBar(label=context.name(part), value=Fraction(count), text=context.number(count)) for part, count in known
        ),
        aim="",
        table=figures,
        is_headed=True,
    )


def tell_change(change: TallyChange, context: Context) -> Page:
    """Counts of two times, part by part."""
    blocks: list[Block] = [Notice(mark=Mark.NOTE, text=change_said(change, context))]
    times = ((words.EARLIER, change.before), (words.LATER, change.after))
    pairs = tuple((context.say(label), context.period(time)) for label, time in times if time is not None)
    if pairs:
        blocks.append(Terms(pairs=pairs))
    columns = [column(context, words.PART), number_column(context, words.DIFFERENCE)]
    rows: list[tuple[Cell, ...]] = [row(context.name(part), context.signed(number)) for part, number in change.parts.items()]
    blocks.append(
        table(context, words.DIFFERENCE, columns, [*rows, row(context.say(words.SUM), context.signed(change.difference))])
    )
    blocks.extend(_apart(change, context))
    title = context.say(words.CHANGE_TITLE, population=context.name(change.population))
    return Page(title=title, lang=context.lang, blocks=tuple(blocks))


def _apart(change: TallyChange, context: Context) -> Iterator[Paragraph]:
    for label, parts in ((words.ONLY_BEFORE, change.only_before), (words.ONLY_AFTER, change.only_after)):
        if parts:
            yield Paragraph(text=context.say(label, parts=context.listed(parts)))


def tell_review(review: Review, context: Context) -> Page:
    """The whole review."""
    blocks: list[Block] = [
        Terms(
            pairs=(
                (context.say(words.SUBMITTED_BY), context.say(review.submitted_by)),
                (context.say(words.NUMBER), review.id),
                (context.say(words.PERIOD), context.period(review.period)),
                (context.say(words.AS_OF), context.day(review.as_of)),
            )
        )
    ]
    for number, section in enumerate(review.sections, start=1):
        blocks.append(Heading(text=f"{number}. {context.say(section.title)}"))
        blocks.extend(_section(section, context))
    if review.protection is not None:
        blocks.append(Paragraph(text=context.say(review.protection)))
    title = context.say(words.REVIEW, kind=context.say(review.kind.label), title=context.say(review.title))
    return Page(title=title, lang=context.lang, blocks=tuple(blocks))


def tell_section(section: ReviewSection, context: Context) -> Page:
    """One section by itself."""
    return Page(title=context.say(section.title), lang=context.lang, blocks=tuple(_section(section, context)))


def _section(section: ReviewSection, context: Context) -> Iterator[Block]:
    lines = section.lines
    if not lines:
        yield Paragraph(text=context.say(words.NO_LINES))
    elif all(_is_plain(line) for line in lines):
        yield Listing(entries=tuple(_plain(line, context) for line in lines))
    else:
        notes = Footnotes()
        figures = _table(section, notes, context)
        parts = [line for line in lines if line.percent is not None and line.count is not None and line.count >= 0]
        yield _bars(section, parts, figures, context) if parts else figures
        yield from notes.below()


def _is_plain(line: ReviewLine) -> bool:
    return (line.count, line.percent, line.state, line.day) == (None, None, None, None)


def _plain(line: ReviewLine, context: Context) -> Entry:
    return Entry(text=line_said(line, context), notes=tuple(_basis(line, context)))


def _basis(line: ReviewLine, context: Context) -> Iterator[str]:
    if line.citation is not None:
        yield line.citation.text(context.lang)
    if line.sources:
        yield context.say(words.SOURCES_NOTE, ids=context.listed(line.sources))


def _bars(section: ReviewSection, parts: list[ReviewLine], figures: Table, context: Context) -> Bars:
    told = (context.say(words.PARTS_TOLD, part=context.say(line.label), count=count_said(line, context)) for line in parts)
    return Bars(
        caption=context.say(section.title),
        description="; ".join(told) + ".",
        bars=tuple(
            ChartBar(label=context.say(line.label), value=Fraction(line.count or 0), text=count_said(line, context))
            for line in parts
        ),
        aim="",
        table=figures,
        is_headed=True,
    )


def _table(section: ReviewSection, notes: Footnotes, context: Context) -> Table:
    """The lines under those heads that some line needs."""
    lines = section.lines
    fields: list[tuple[Column, list[str]]] = [(column(context, words.CONTENT), [context.say(line.label) for line in lines])]
    if any(line.count is not None for line in lines):
        fields.append((number_column(context, words.COUNT), [count_said(line, context) for line in lines]))
    if any(line.percent is not None for line in lines):
        fields.append((number_column(context, words.SHARE_PERCENT), [_percent(line, context) for line in lines]))
    if any(line.state is not None for line in lines):
        fields.append((column(context, words.STATE), ["" if line.state is None else context.say(line.state) for line in lines]))
    if any(line.day is not None for line in lines):
        fields.append((column(context, words.DAY), ["" if line.day is None else context.day(line.day) for line in lines]))
    if any(line.remark is not None for line in lines):
        fields.append(
            (column(context, words.REMARK), ["" if line.remark is None else context.say(line.remark) for line in lines])
        )
    if any(line.citation is not None or line.sources for line in lines):
        fields.append((column(context, words.BASIS), [notes.mark(*_basis(line, context)) for line in lines]))
    rows: tuple[tuple[Cell, ...], ...] = tuple(row(*texts) for texts in zip(*(texts for _, texts in fields), strict=True))
    columns = tuple(head for head, _ in fields)
    return Table(caption=context.say(section.title), columns=columns, rows=rows, is_headed=True)


def _percent(line: ReviewLine, context: Context) -> str:
    return "" if line.percent is None else f"{context.number(line.percent)}%"


def tell_withheld(withheld: Withheld, context: Context) -> Page:
    """That nothing is shown, to whom, and why."""
    pairs = (
        (words.KIND_OF_VALUE, withheld_kind_said(withheld, context)),
        (words.AUDIENCE, context.say(withheld.audience.label)),
    )
    said = context.say(words.WITHHELD_SAID, reason=context.say(withheld.reason.label))
    blocks = (Notice(mark=Mark.NOTE, text=said), Terms(pairs=tuple((context.say(label), text) for label, text in pairs)))
    return Page(title=context.say(words.WITHHELD), lang=context.lang, blocks=blocks)
