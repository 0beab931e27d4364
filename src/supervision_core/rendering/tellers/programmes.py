"""What is said of a supervision plan with its charges, of a delegation's session, and of what was put to somebody."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

import attrs

from supervision_core.mappings import IdMap
from supervision_core.programme.charges import PlanContent
from supervision_core.programme.delegations import AcknowledgedResult, DelegationSession
from supervision_core.programme.following import FollowUp, FollowUpState
from supervision_core.programme.matters import Matter
from supervision_core.programme.plans import SupervisionPlan
from supervision_core.rendering import words
from supervision_core.rendering.model import Block, Cell, Entry, Listing, Mark, Notice, Page, Terms
from supervision_core.rendering.parts import column, heading, number_column, row, table, unless_empty
from supervision_core.rendering.voices import Voice
from supervision_core.verdicts import Verdict

__all__ = ["tell_follow_ups", "tell_session", "tell_supervision_plan"]


def tell_supervision_plan(plan: SupervisionPlan, voice: Voice) -> Page:
    """The plan as it was issued: what is supervised, how, who leads what, and conflicts of interest to be settled."""
    own = {one.id: voice.say(one.label) for one in plan.subjects if one.label is not None}
    voice = attrs.evolve(voice, names=IdMap({**own, **voice.names}))
    pairs = (
        (words.ISSUED_ON, voice.day(plan.issued_on)),
        (words.ISSUER, voice.say(plan.issuer)),
        (words.SCOPE, voice.say(plan.scope)),
        (words.PERIOD, voice.period(plan.period)),
        (words.SUBJECT_COUNT, voice.number(len(plan.subjects))),
    )
    standards = tuple(Entry(text=citation.text(voice.lang)) for citation in plan.standards)
    blocks: tuple[Block, ...] = (
        *_conflicts(plan, voice),
        Terms(pairs=tuple((voice.say(label), text) for label, text in pairs)),
        *_contents(plan.contents, voice),
        *_charges(plan, voice),
        *_delegations(plan, voice),
        *unless_empty(heading(voice, words.STANDARDS), Listing(entries=standards)),
    )
    title = voice.say(words.SUPERVISION_PLAN, number=plan.number)
    return Page(title=title, lang=voice.lang, blocks=blocks)


def _conflicts(plan: SupervisionPlan, voice: Voice) -> Iterator[Notice]:
    if plan.conflicts:
        notes = tuple(
            voice.say(words.CONFLICT, lead=voice.name(lead), subject=voice.name(subject)) for lead, subject in plan.conflicts
        )
        yield Notice(mark=Mark.FLAG, text=voice.say(words.CONFLICTS), notes=notes)


def _contents(contents: Sequence[PlanContent], voice: Voice) -> tuple[Block, ...]:
    columns = [column(voice, label) for label in (words.CONTENT, words.METHODS, words.CONCERNS)]
    rows = [
        row(
            voice.say(one.label),
            ", ".join(voice.say(method.label) for method in one.methods),
            voice.say(words.EVERYONE) if one.subject_ids is None else voice.listed(one.subject_ids),
        )
        for one in contents
    ]
    return unless_empty(heading(voice, words.CONTENTS), table(voice, words.CONTENTS, columns, rows))


def _charges(plan: SupervisionPlan, voice: Voice) -> tuple[Block, ...]:
    labels = {one.id: voice.say(one.label) for one in plan.contents}
    columns = [column(voice, words.LEAD_UNIT), column(voice, words.CONTENT)]
    columns += [number_column(voice, words.SUBJECT_COUNT), column(voice, words.SUBJECTS)]
    rows = [
        row(
            voice.name(one.lead_id),
            "; ".join(labels[content] for content in one.content_ids),
            voice.number(len(one.subject_ids)),
            voice.listed(one.subject_ids),
        )
        for one in plan.charges
    ]
    return unless_empty(heading(voice, words.CHARGES), table(voice, words.CHARGES, columns, rows))


def _delegations(plan: SupervisionPlan, voice: Voice) -> tuple[Block, ...]:
    columns = [column(voice, label) for label in (words.DELEGATION, words.HEAD, words.MEMBERS)]
    rows = [row(voice.name(one.id), voice.name(one.head_id), voice.listed(one.member_ids)) for one in plan.delegations]
    return unless_empty(heading(voice, words.DELEGATIONS), table(voice, words.DELEGATIONS, columns, rows))


def tell_session(session: DelegationSession, voice: Voice) -> Page:
    """One session: who supervised whom on what, what was acknowledged and recommended."""
    pairs = (
        (words.CONTENT, voice.say(session.content)),
        (words.SUBJECT, voice.name(session.subject_id)),
        (words.HELD_ON, voice.day(session.held_on)),
        (words.PERIOD, voice.period(session.period)),
        (words.HEAD, voice.name(session.head_id)),
        (words.MEMBERS, voice.listed(session.member_ids)),
    )
    conflicts = tuple(
        Notice(mark=Mark.FLAG, text=voice.say(words.SESSION_CONFLICT, subject=voice.name(one))) for one in session.conflicts
    )
    blocks: tuple[Block, ...] = (
        *conflicts,
        Terms(pairs=tuple((voice.say(label), text) for label, text in pairs if text)),
        *_results(session.results, voice),
        *_recommendations(session.recommendations, voice),
    )
    return Page(title=voice.say(words.SESSION, id=session.id), lang=voice.lang, blocks=blocks)


def _results(results: Sequence[AcknowledgedResult], voice: Voice) -> tuple[Block, ...]:
    columns = [column(voice, label) for label in (words.CONTENT, words.RIGHT, words.SOURCES)]
    rows = [
        row(voice.say(one.text), "–" if one.right is None else voice.say(one.right.label), voice.listed(one.sources))
        for one in results
    ]
    return unless_empty(heading(voice, words.RESULTS), table(voice, words.RESULTS, columns, rows))


def _recommendations(matters: Sequence[Matter], voice: Voice) -> tuple[Block, ...]:
    columns = [column(voice, label) for label in (words.NUMBER, words.CONTENT, words.ADDRESSEE, words.DEADLINE)]
    rows = [row(one.id, voice.say(one.text), voice.name(one.addressee_id), voice.day(one.due)) for one in matters]
    return unless_empty(heading(voice, words.RECOMMENDATIONS), table(voice, words.RECOMMENDATIONS, columns, rows))


_MARKS: Mapping[FollowUpState, Mark] = {
    FollowUpState.OVERDUE: Mark.BAD,
    FollowUpState.SETTLED: Mark.GOOD,
    FollowUpState.SETTLED_LATE: Mark.FLAG,
    FollowUpState.PENDING: Mark.OPEN,
    FollowUpState.ANSWERED: Mark.OPEN,
    FollowUpState.DECLINED: Mark.NOTE,
}


def tell_follow_ups(matters: Sequence[FollowUp], voice: Voice) -> Page:
    """How each matter stands as of a day, with whom it is, and what is overdue."""
    heads = (words.NUMBER, words.CONTENT, words.STATE, words.WITH, words.DEADLINE, words.ANSWERED_ON, words.ENDED_ON)
    columns = [column(voice, label) for label in heads]
    columns += [number_column(voice, words.DAYS_OVERDUE), column(voice, words.REMARK)]
    rows = [
        row(
            one.matter.id,
            voice.say(one.matter.text),
            Cell(text=voice.say(one.state.label), mark=_MARKS[one.state]),
            voice.name(one.with_id),
            voice.day(one.matter.due),
            voice.day(one.answered_on),
            voice.day(one.ended_on),
            "–" if one.days_overdue is None else voice.number(one.days_overdue),
            voice.say(words.ASTRAY) if one.reached_the_competent is Verdict.NOT_MET else "",
        )
        for one in matters
    ]
    days = sorted({one.as_of for one in matters})
    blocks: tuple[Block, ...] = (
        Terms(pairs=((voice.say(words.AS_OF), ", ".join(voice.day(day) for day in days)),)),
        table(voice, words.FOLLOW_UPS, columns, rows, is_headed=True),
    )
    return Page(title=voice.say(words.FOLLOW_UPS), lang=voice.lang, blocks=blocks)
