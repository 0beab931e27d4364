"""What is said of evidence: what counted for which fact and what did not, what is wrong with a registration, which measures."""

from __future__ import annotations

from collections.abc import Sequence

from supervision_core.evidence.channels import CHANNELS
from supervision_core.evidence.commitments import RegistrationCoverage
from supervision_core.evidence.denunciations import Handling, HandlingAction, RatingNote, rating_note_said
from supervision_core.evidence.policy_checking import WeighingFinding
from supervision_core.evidence.time_limits import TIME_LIMITS, TimeLimit, time_limit_said
from supervision_core.evidence.vetting import RegistrationFault, likeness_said
from supervision_core.evidence.weighing import Weighing, answer_said
from supervision_core.judging.sanctions import NO_GROUND, SanctionProposal
from supervision_core.rendering import words
from supervision_core.rendering.context import Context
from supervision_core.rendering.page import (
    Block,
    Cell,
    Entry,
    Footnotes,
    Listing,
    Mark,
    Notice,
    Page,
    Paragraph,
    Terms,
    column,
    compact,
    heading,
    row,
    table,
    unless_empty,
)
from supervision_core.rendering.views.judging import tell_facts

__all__ = [
    "tell_coverage_of_registrations",
    "tell_handling",
    "tell_policy_findings",
    "tell_proposals",
    "tell_rating_note",
    "tell_registration_faults",
    "tell_time_limit",
    "tell_weighing",
]


def tell_weighing(weighing: Weighing, context: Context) -> Page:
    """The facts, the evidence that counted for each, and the evidence that did not, with why."""
    columns = [column(context, label) for label in (words.CONTENT, words.ANSWER, words.CHANNEL, words.EVIDENCE, words.STATE)]
    counted = [
        row(
            context.code(one.code),
            answer_said(one.answer, context),
            _channel(one.channel, context),
            context.listed(one.ids),
            Cell(text=context.say(words.OVERRULED), mark=Mark.BAD) if one.is_overruled else context.say(words.COUNTS),
        )
        for one in weighing.said
    ]
    heads = [column(context, label) for label in (words.EVIDENCE, words.CONTENT, words.REASON)]
    refused = [
        row(context.name(one.id), "–" if one.code is None else context.code(one.code), context.say(one.reason.label))
        for one in weighing.refused
    ]
    blocks: tuple[Block, ...] = (
        Terms(pairs=((context.say(words.WEIGHED_BY), context.name(weighing.policy)),)),
        heading(context, words.FACTS_OF_CASE),
        *tell_facts(weighing.facts, context).blocks,
        *unless_empty(heading(context, words.COUNTED_EVIDENCE), table(context, words.COUNTED_EVIDENCE, columns, counted)),
        *unless_empty(heading(context, words.REFUSED_EVIDENCE), table(context, words.REFUSED_EVIDENCE, heads, refused)),
    )
    return Page(title=context.say(words.WEIGHING), lang=context.lang, blocks=blocks)


def _channel(code: str, context: Context) -> str:
    known = None if code in context.names else CHANNELS.get(code)
    return context.name(code) if known is None else context.say(known.label)


def tell_policy_findings(findings: Sequence[WeighingFinding], context: Context) -> Page:
    """What is odd about a weighing policy."""
    columns = [column(context, label) for label in (words.FINDING, words.FACTS, words.CHANNELS)]
    rows = [
        row(
            Cell(text=context.say(one.kind.label), mark=Mark.FLAG),
            ", ".join(context.code(code) for code in one.codes),
            ", ".join(_channel(code, context) for code in one.channels),
        )
        for one in findings
    ]
    notice = Notice(mark=Mark.FLAG, text=context.say(words.FINDING_COUNT, count=context.number(len(findings))))
    listed = table(context, words.POLICY_CHECK, columns, rows, is_headed=True)
    return Page(title=context.say(words.POLICY_CHECK), lang=context.lang, blocks=(notice, listed))


def tell_registration_faults(faults: Sequence[RegistrationFault], context: Context) -> Page:
    """What is to be mended in a registration, each with its commitments and where it is asked for."""
    columns = [column(context, label) for label in (words.KIND, words.ITEMS, words.REMARK, words.BASIS)]
    notes = Footnotes()
    rows = []
    for fault in faults:
        cited = fault.kind.citation
        rows.append(
            row(
                Cell(text=context.say(fault.kind.label), mark=Mark.FLAG),
                ", ".join(fault.item_ids),
                likeness_said(fault, context),
                "" if cited is None else notes.mark(cited.text(context.lang)),
            )
        )
    notice = Notice(mark=Mark.FLAG, text=context.say(words.REGISTRATION_FAULT_COUNT, count=context.number(len(faults))))
    listed = table(context, words.REGISTRATION_FAULTS, columns, rows, is_headed=True)
    blocks: tuple[Block, ...] = (notice, listed, *notes.below())
    return Page(title=context.say(words.REGISTRATION_FAULTS), lang=context.lang, blocks=blocks)


def tell_coverage_of_registrations(coverage: RegistrationCoverage, context: Context) -> Page:
    """Who has registered and who has not, and which papers are somebody else's or one too many."""
    count = context.number(len(coverage.missing))
    said = context.say(words.ALL_REGISTERED) if coverage.is_complete else context.say(words.NOT_REGISTERED, count=count)
    blocks: list[Block] = [Notice(mark=Mark.GOOD if coverage.is_complete else Mark.OPEN, text=said)]
    for label, ids in (
        (words.YET_TO_REGISTER, coverage.missing),
        (words.REGISTERED, coverage.registered),
        (words.OF_OTHERS, coverage.of_others),
        (words.REPEATED, coverage.repeated),
    ):
        blocks += unless_empty(heading(context, label, count=context.number(len(ids))), compact(context, ids))
    return Page(title=context.say(words.REGISTRATION_COVERAGE), lang=context.lang, blocks=tuple(blocks))


def tell_handling(handling: Handling, context: Context) -> Page:
    """What has to be done with a piece of feedback, and where that stands."""
    mark = Mark.OPEN if handling.action is HandlingAction.NOT_ENCODED else Mark.NOTE
    said = context.say(handling.action.label)
    blocks: list[Block] = [Notice(mark=mark, text=f"{said[0].upper()}{said[1:]}.")]
    if handling.citation is not None:
        blocks.append(Terms(pairs=((context.say(words.BASIS), handling.citation.text(context.lang)),)))
    terms = tuple(
        Entry(text=time_limit_said(TIME_LIMITS[code], context)) for code in handling.time_limits if code in TIME_LIMITS
    )
    blocks += unless_empty(heading(context, words.TIME_LIMIT), Listing(entries=terms))
    return Page(title=context.say(words.HANDLING), lang=context.lang, blocks=tuple(blocks))


def tell_rating_note(note: RatingNote, context: Context) -> Page:
    """That something is to be verified before somebody is rated."""
    blocks = (Notice(mark=Mark.OPEN, text=rating_note_said(note, context)),)
    return Page(title=context.say(words.RATING_NOTE), lang=context.lang, blocks=blocks)


def tell_time_limit(limit: TimeLimit, context: Context) -> Page:
    """Within which time something is to be done, or that the law sets no number of days."""
    blocks = (Notice(mark=Mark.NOTE, text=time_limit_said(limit, context)),)
    return Page(title=context.say(words.TIME_LIMIT), lang=context.lang, blocks=blocks)


def tell_proposals(proposals: Sequence[SanctionProposal], context: Context) -> Page:
    """What is proposed for each person and unit, and why. People decide."""
    blocks: list[Block] = [Notice(mark=Mark.NOTE, text=context.say(words.MEASURES_NOTE))]
    for one in proposals:
        kind = context.say(words.UNIT if one.is_unit else words.A_PERSON)
        blocks.append(heading(context, words.OF_KIND, who=context.name(one.subject_id), kind=kind))
        blocks.append(Terms(pairs=_proposal(one, context)))
        if one.citations:
            entries = tuple(Entry(text=citation.text(context.lang)) for citation in one.citations)
            blocks += [Paragraph(text=context.say(words.BASIS)), Listing(entries=entries)]
    return Page(title=context.say(words.MEASURES), lang=context.lang, blocks=tuple(blocks))


def _proposal(one: SanctionProposal, context: Context) -> tuple[tuple[str, str], ...]:
    reported = (context.say(words.REPORT_OF, lapse=context.name(it.lapse_id), body=context.say(it.label)) for it in one.reports)
    pairs = (
        (words.PROPOSED, context.say(NO_GROUND if one.step is None else one.step.label)),
        (words.WHY, "; ".join(context.say(label) for label in one.why)),
        (words.COUNTED_LAPSES, context.listed(one.counted)),
        (words.LEFT_OUT_LAPSES, context.listed(one.left_out)),
        (words.ALREADY_TAKEN, context.listed(one.already_taken)),
        (words.REPORTED_TO, "; ".join(reported)),
        (words.SOURCES, context.listed(one.sources)),
    )
    return tuple((context.say(label), text) for label, text in pairs if text)
