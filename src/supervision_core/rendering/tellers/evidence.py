"""What is said of evidence: what counted for which fact and what did not, what is wrong with a registration, which measures."""

from __future__ import annotations

from collections.abc import Sequence

from supervision_core.evidence.channels import CHANNELS
from supervision_core.evidence.commitments import RegistrationCoverage
from supervision_core.evidence.handling import Handling, HandlingAction
from supervision_core.evidence.policy_checking import WeighingFinding
from supervision_core.evidence.vetting import RegistrationFault
from supervision_core.evidence.weighing import Statement, Weighing
from supervision_core.fact import FactState
from supervision_core.judging.measures import MeasureProposal
from supervision_core.rendering import words
from supervision_core.rendering.model import Block, Cell, Entry, Listing, Mark, Notice, Page, Paragraph, Terms
from supervision_core.rendering.parts import Footnotes, column, compact, heading, row, table, unless_empty
from supervision_core.rendering.tellers.assessments import tell_facts
from supervision_core.rendering.voices import Voice

__all__ = [
    "tell_coverage_of_registrations",
    "tell_handling",
    "tell_policy_findings",
    "tell_proposals",
    "tell_registration_faults",
    "tell_weighing",
]


def tell_weighing(weighing: Weighing, voice: Voice) -> Page:
    """The facts, the evidence that counted for each, and the evidence that did not, with why."""
    columns = [column(voice, label) for label in (words.CONTENT, words.ANSWER, words.CHANNEL, words.EVIDENCE, words.STATE)]
    counted = [
        row(
            voice.code(one.code),
            _answer(one, voice),
            _channel(one.channel, voice),
            voice.listed(one.ids),
            Cell(text=voice.say(words.OVERRULED), mark=Mark.BAD) if one.is_overruled else voice.say(words.COUNTS),
        )
        for one in weighing.said
    ]
    heads = [column(voice, label) for label in (words.EVIDENCE, words.CONTENT, words.REASON)]
    refused = [
        row(voice.name(one.id), "–" if one.code is None else voice.code(one.code), voice.say(one.reason.label))
        for one in weighing.refused
    ]
    blocks: tuple[Block, ...] = (
        Terms(pairs=((voice.say(words.WEIGHED_BY), voice.name(weighing.policy)),)),
        heading(voice, words.FACTS_OF_CASE),
        *tell_facts(weighing.facts, voice).blocks,
        *unless_empty(heading(voice, words.COUNTED_EVIDENCE), table(voice, words.COUNTED_EVIDENCE, columns, counted)),
        *unless_empty(heading(voice, words.REFUSED_EVIDENCE), table(voice, words.REFUSED_EVIDENCE, heads, refused)),
    )
    return Page(title=voice.say(words.WEIGHING), lang=voice.lang, blocks=blocks)


def _answer(one: Statement, voice: Voice) -> str:
    return voice.say(words.NOT_APPLICABLE) if isinstance(one.answer, FactState) else voice.value(one.answer)


def _channel(code: str, voice: Voice) -> str:
    known = None if code in voice.names else CHANNELS.get(code)
    return voice.name(code) if known is None else voice.say(known.label)


def tell_policy_findings(findings: Sequence[WeighingFinding], voice: Voice) -> Page:
    """What is odd about a weighing policy."""
    columns = [column(voice, label) for label in (words.FINDING, words.FACTS, words.CHANNELS)]
    rows = [
        row(
            Cell(text=voice.say(one.kind.label), mark=Mark.FLAG),
            ", ".join(voice.code(code) for code in one.codes),
            ", ".join(_channel(code, voice) for code in one.channels),
        )
        for one in findings
    ]
    notice = Notice(mark=Mark.FLAG, text=voice.say(words.FINDING_COUNT, count=voice.number(len(findings))))
    listed = table(voice, words.POLICY_CHECK, columns, rows, is_headed=True)
    return Page(title=voice.say(words.POLICY_CHECK), lang=voice.lang, blocks=(notice, listed))


def tell_registration_faults(faults: Sequence[RegistrationFault], voice: Voice) -> Page:
    """What is to be mended in a registration, each with its commitments and where it is asked for."""
    columns = [column(voice, label) for label in (words.KIND, words.ITEMS, words.REMARK, words.BASIS)]
    notes = Footnotes()
    rows = []
    for fault in faults:
        cited = fault.kind.citation
        rows.append(
            row(
                Cell(text=voice.say(fault.kind.label), mark=Mark.FLAG),
                ", ".join(fault.item_ids),
                _likeness(fault, voice),
                "" if cited is None else notes.mark(cited.text(voice.lang)),
            )
        )
    notice = Notice(mark=Mark.FLAG, text=voice.say(words.REGISTRATION_FAULT_COUNT, count=voice.number(len(faults))))
    listed = table(voice, words.REGISTRATION_FAULTS, columns, rows, is_headed=True)
    blocks: tuple[Block, ...] = (notice, listed, *notes.below())
    return Page(title=voice.say(words.REGISTRATION_FAULTS), lang=voice.lang, blocks=blocks)


def _likeness(fault: RegistrationFault, voice: Voice) -> str:
    if fault.peer is None or fault.likeness is None:
        return ""
    registration, item = fault.peer
    return voice.say(words.LIKE, peer=voice.name(registration), item=item, likeness=voice.number(fault.likeness))


def tell_coverage_of_registrations(coverage: RegistrationCoverage, voice: Voice) -> Page:
    """Who has registered and who has not, and which papers are somebody else's or one too many."""
    count = voice.number(len(coverage.missing))
    said = voice.say(words.ALL_REGISTERED) if coverage.is_complete else voice.say(words.NOT_REGISTERED, count=count)
    blocks: list[Block] = [Notice(mark=Mark.GOOD if coverage.is_complete else Mark.OPEN, text=said)]
    for label, ids in (
        (words.YET_TO_REGISTER, coverage.missing),
        (words.REGISTERED, coverage.registered),
        (words.OF_OTHERS, coverage.of_others),
        (words.REPEATED, coverage.repeated),
    ):
        blocks += unless_empty(heading(voice, label, count=voice.number(len(ids))), compact(voice, ids))
    return Page(title=voice.say(words.REGISTRATION_COVERAGE), lang=voice.lang, blocks=tuple(blocks))


def tell_handling(handling: Handling, voice: Voice) -> Page:
    """What has to be done with a piece of feedback, and where that stands."""
    mark = Mark.OPEN if handling.action is HandlingAction.NOT_ENCODED else Mark.NOTE
    said = voice.say(handling.action.label)
    blocks: list[Block] = [Notice(mark=mark, text=f"{said[0].upper()}{said[1:]}.")]
    if handling.citation is not None:
        blocks.append(Terms(pairs=((voice.say(words.BASIS), handling.citation.text(voice.lang)),)))
    return Page(title=voice.say(words.HANDLING), lang=voice.lang, blocks=tuple(blocks))


def tell_proposals(proposals: Sequence[MeasureProposal], voice: Voice) -> Page:
    """What is proposed for each person and unit, and why. People decide."""
    blocks: list[Block] = [Notice(mark=Mark.NOTE, text=voice.say(words.MEASURES_NOTE))]
    for one in proposals:
        kind = voice.say(words.UNIT if one.is_unit else words.A_PERSON)
        blocks.append(heading(voice, words.OF_KIND, who=voice.name(one.subject_id), kind=kind))
        blocks.append(Terms(pairs=_proposal(one, voice)))
        if one.citations:
            entries = tuple(Entry(text=citation.text(voice.lang)) for citation in one.citations)
            blocks += [Paragraph(text=voice.say(words.BASIS)), Listing(entries=entries)]
    return Page(title=voice.say(words.MEASURES), lang=voice.lang, blocks=tuple(blocks))


def _proposal(one: MeasureProposal, voice: Voice) -> tuple[tuple[str, str], ...]:
    reported = (voice.say(words.REPORT_OF, lapse=voice.name(it.lapse_id), body=voice.say(it.label)) for it in one.reports)
    pairs = (
        (words.PROPOSED, voice.say(words.NO_GROUND if one.step is None else one.step.label)),
        (words.WHY, "; ".join(voice.say(label) for label in one.why)),
        (words.COUNTED_LAPSES, voice.listed(one.counted)),
        (words.LEFT_OUT_LAPSES, voice.listed(one.left_out)),
        (words.ALREADY_TAKEN, voice.listed(one.already_taken)),
        (words.REPORTED_TO, "; ".join(reported)),
        (words.SOURCES, voice.listed(one.sources)),
    )
    return tuple((voice.say(label), text) for label, text in pairs if text)
