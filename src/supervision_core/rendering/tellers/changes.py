"""What is said of plans against each other: a plan changed within the year, two plans, one found elsewhere, one choice."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from supervision_core.rendering import words
from supervision_core.rendering.model import Block, Cell, Mark, Notice, Page
from supervision_core.rendering.parts import column, compact, heading, number_column, row, table, unless_empty
from supervision_core.rendering.tellers.certificates import infeasible_blocks
from supervision_core.rendering.tellers.faults import fault_blocks
from supervision_core.rendering.tellers.plans import level_text, plan_blocks
from supervision_core.rendering.voices import Voice
from supervision_core.rotation.changes import Move, PlanDiff, Replan
from supervision_core.rotation.explaining import Alternative, Audit, Explanation
from supervision_core.rotation.plans import Plan
from supervision_core.rotation.sustaining import CoolingOff, Coverage

__all__ = ["tell_audit", "tell_cooling_off", "tell_coverage", "tell_diff", "tell_explanation", "tell_replan"]


def tell_replan(replan: Replan, voice: Voice) -> Page:
    """Who moved and why, what had changed, and the new plan."""
    said = voice.say(words.REPLAN_SAID, moved=voice.number(len(replan.moved)), bound=voice.number(replan.bound))
    columns = [column(voice, label) for label in (words.SMALL_CHANGE, words.SUBJECT, words.LEAD_UNIT)]
    rows = [
        row(
            voice.say(one.kind.label),
            "–" if one.subject_id is None else voice.name(one.subject_id),
            "–" if one.lead_unit_id is None else voice.name(one.lead_unit_id),
        )
        for one in replan.changes
    ]
    blocks: tuple[Block, ...] = (
        Notice(mark=Mark.NOTE, text=said),
        *_moves(replan.moved, voice, has_reasons=True),
        *unless_empty(heading(voice, words.ELEMENTARY), table(voice, words.ELEMENTARY, columns, rows)),
        heading(voice, words.PLAN, year=replan.plan.year),
        *plan_blocks(replan.plan, voice, tells_changes=False),
    )
    return Page(title=voice.say(words.REPLAN, year=replan.plan.year), lang=voice.lang, blocks=blocks)


def _moves(moved: Sequence[Move], voice: Voice, *, has_reasons: bool) -> tuple[Block, ...]:
    columns = [column(voice, label) for label in (words.SUBJECT, words.BEFORE, words.AFTER)]
    if has_reasons:
        columns.append(column(voice, words.REASON))
    rows = []
    for move in moved:
        fields = row(voice.name(move.subject_id), voice.name(move.before), voice.name(move.after))
        why = "" if move.reason is None else voice.say(move.reason.label)
        rows.append((*fields, Cell(text=why)) if has_reasons else fields)
    return unless_empty(heading(voice, words.MOVES), table(voice, words.MOVES, columns, rows))


def tell_diff(diff: PlanDiff, voice: Voice) -> Page:
    """How two plans differ."""
    moved, joined, left = (voice.number(len(some)) for some in (diff.moved, diff.joined, diff.left))
    text = voice.say(words.DIFF_SAID, moved=moved, joined=joined, left=left)
    if not (diff.moved or diff.joined or diff.left or diff.loads or diff.score):
        text = voice.say(words.NO_DIFFERENCE)
    loads = [row(voice.name(unit), voice.signed(change)) for unit, change in diff.loads.items()]
    scores = [row(level_text(name, voice), voice.signed(change)) for name, change in diff.score.items()]
    unit_columns = [column(voice, words.LEAD_UNIT), number_column(voice, words.DIFFERENCE)]
    level_columns = [column(voice, words.LEVEL), number_column(voice, words.DIFFERENCE)]
    blocks: tuple[Block, ...] = (
        Notice(mark=Mark.NOTE, text=text),
        *_moves(diff.moved, voice, has_reasons=False),
        *unless_empty(heading(voice, words.JOINED), compact(voice, diff.joined)),
        *unless_empty(heading(voice, words.LEFT), compact(voice, diff.left)),
        *unless_empty(heading(voice, words.LOAD_CHANGES), table(voice, words.LOAD_CHANGES, unit_columns, loads)),
        *unless_empty(heading(voice, words.SCORE_CHANGES), table(voice, words.SCORE_CHANGES, level_columns, scores)),
    )
    return Page(title=voice.say(words.DIFF), lang=voice.lang, blocks=blocks)


def tell_explanation(explanation: Explanation, voice: Voice) -> Page:
    """What stands against every other lead unit."""
    subject, unit = voice.name(explanation.subject_id), voice.name(explanation.lead_unit_id)
    columns = [column(voice, words.OTHER_LEAD_UNIT), column(voice, words.REASON)]
    rows = [row(voice.name(one.lead_unit_id), _against(one, voice)) for one in explanation.others]
    only = Notice(mark=Mark.NOTE, text=voice.say(words.ONLY_LEAD_UNIT))
    listed = table(voice, words.OTHER_LEAD_UNITS, columns, rows)
    title = voice.say(words.EXPLANATION, subject=subject, unit=unit)
    return Page(title=title, lang=voice.lang, blocks=(listed,) if rows else (only,))


def _against(one: Alternative, voice: Voice) -> Cell:
    if one.closed:
        reasons = ", ".join(voice.say(reason.label) for reason in one.closed)
        return Cell(text=voice.say(words.CLOSED, reasons=reasons), mark=Mark.BAD)
    if one.is_impossible:
        return Cell(text=voice.say(words.NO_PLAN_LEFT), mark=Mark.BAD)
    if one.level is None:
        return Cell(text=voice.say(words.EQUALLY_GOOD), mark=Mark.NOTE)
    label = words.WORSE if one.cost > 0 else words.BETTER
    return Cell(text=voice.say(label, cost=voice.number(abs(one.cost)), level=level_text(one.level, voice)), mark=Mark.NOTE)


def tell_audit(audit: Audit, voice: Voice) -> Page:
    """Every fault of a plan from elsewhere, and what an optimal one would have scored."""
    return Page(title=voice.say(words.AUDIT, year=audit.best.year), lang=voice.lang, blocks=tuple(_audit_blocks(audit, voice)))


def _audit_blocks(audit: Audit, voice: Voice) -> Iterator[Block]:
    if audit.faults:
        yield Notice(mark=Mark.BAD, text=voice.say(words.AUDIT_FAULTY, count=voice.number(len(audit.faults))))
        yield from fault_blocks(audit.faults, voice)
    elif audit.is_optimal:
        yield Notice(mark=Mark.GOOD, text=voice.say(words.AUDIT_OPTIMAL))
    else:
        yield Notice(mark=Mark.FLAG, text=voice.say(words.AUDIT_FINE))
    if not isinstance(audit.best, Plan):
        yield heading(voice, words.INFEASIBLE, year=audit.best.year)
        yield from infeasible_blocks(audit.best, voice)
        return
    own = {} if audit.score is None else dict(audit.score.levels)
    columns = [column(voice, words.LEVEL), number_column(voice, words.THIS_PLAN), number_column(voice, words.OPTIMAL_PLAN)]
    rows = [
        row(level_text(name, voice), voice.number(own[name]) if name in own else "–", voice.number(value))
        for name, value in audit.best.score.levels
    ]
    yield heading(voice, words.SCORES)
    yield table(voice, words.SCORES, columns, rows, is_headed=True)


def tell_cooling_off(answer: CoolingOff, voice: Voice) -> Page:
    """The longest cooling-off that can hold for ever, and why not one year more."""
    said = voice.say(words.COOLING_OFF_SAID, years=answer.years, more=answer.years + 1)
    why = voice.say(words.TOO_FEW_UNITS)
    if answer.limiting:
        why = voice.say(
            words.COOLING_OFF_WHY,
            units=voice.listed(answer.limiting),
            demand=voice.number(answer.demand),
            supply=voice.number(answer.supply),
        )
    notice = Notice(mark=Mark.NOTE, text=said, notes=(why,))
    return Page(title=voice.say(words.COOLING_OFF), lang=voice.lang, blocks=(notice,))


def tell_coverage(answer: Coverage, voice: Voice) -> Page:
    """The fewest years until everyone has met everyone."""
    if answer.years is None:
        said, mark = voice.say(words.NEVER_COVERED), Mark.BAD
    else:
        said, mark = voice.say(words.COVERAGE_SAID, years=answer.years), Mark.NOTE
    notes = (voice.say(words.LIMITING, units=voice.listed(answer.limiting)),) if answer.limiting else ()
    notice = Notice(mark=mark, text=said, notes=notes)
    return Page(title=voice.say(words.COVERAGE), lang=voice.lang, blocks=(notice,))
