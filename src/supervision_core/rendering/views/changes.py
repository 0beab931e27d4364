"""What is said of plans against each other: a plan changed within the year, two plans, one found elsewhere, one choice."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from supervision_core.rendering import words
from supervision_core.rendering.context import Context
from supervision_core.rendering.page import (
    Block,
    Cell,
    Mark,
    Notice,
    Page,
    column,
    compact,
    heading,
    number_column,
    row,
    table,
    unless_empty,
)
from supervision_core.rendering.views.faults import fault_blocks
from supervision_core.rendering.views.rotation import infeasible_blocks, plan_blocks
from supervision_core.rendering.views.years import SQUARES, value_said
from supervision_core.rotation.explain import Alternative, Audit, Explanation, against_said
from supervision_core.rotation.leading import lead_unit_warning_said
from supervision_core.rotation.long_run import CoolingOff, Coverage, cooling_off_said, coverage_said
from supervision_core.rotation.moves import Move, PlanDiff, Replan, held_said, replan_said
from supervision_core.rotation.plan import Plan
from supervision_core.rotation.policy import level_said

__all__ = ["tell_audit", "tell_cooling_off", "tell_coverage", "tell_diff", "tell_explanation", "tell_replan"]


def tell_replan(replan: Replan, context: Context) -> Page:
    """Who moved and why, what had changed, and the new plan."""
    columns = [column(context, label) for label in (words.SMALL_CHANGE, words.SUBJECT, words.LEAD_UNIT)]
    rows = [
        row(
            context.say(one.kind.label),
            "–" if one.subject_id is None else context.name(one.subject_id),
            "–" if one.lead_unit_id is None else context.name(one.lead_unit_id),
        )
        for one in replan.changes
    ]
    blocks: tuple[Block, ...] = (
        Notice(mark=Mark.NOTE, text=replan_said(replan, context)),
        *_moves(replan.moved, context, has_reasons=True),
        *_renamings(replan.renamed, context),
        *unless_empty(heading(context, words.ELEMENTARY), table(context, words.ELEMENTARY, columns, rows)),
        heading(context, words.PLAN, year=replan.plan.year),
        *plan_blocks(replan.plan, context, tells_changes=False),
    )
    return Page(title=context.say(words.REPLAN, year=replan.plan.year), lang=context.lang, blocks=blocks)


def _moves(moved: Sequence[Move], context: Context, *, has_reasons: bool) -> tuple[Block, ...]:
    columns = [column(context, label) for label in (words.SUBJECT, words.BEFORE, words.AFTER)]
    if has_reasons:
        columns.append(column(context, words.REASON))
    rows = []
    for move in moved:
        fields = row(context.name(move.subject_id), held_said(move.before, context), context.name(move.after))
        why = "" if move.reason is None else context.say(move.reason.label)
        rows.append((*fields, Cell(text=why)) if has_reasons else fields)
    return unless_empty(heading(context, words.MOVES), table(context, words.MOVES, columns, rows))


def _renamings(renamed: Mapping[str, str], context: Context) -> tuple[Block, ...]:
    """Lead units that only go by another name; nobody moved because of it."""
    columns = [column(context, words.BEFORE), column(context, words.AFTER)]
    rows = [row(context.name(before), context.name(after)) for before, after in renamed.items()]
    return unless_empty(heading(context, words.RENAMED), table(context, words.RENAMED, columns, rows))


def tell_diff(diff: PlanDiff, context: Context) -> Page:
    """How two plans differ."""
    moved, joined, left = (context.number(len(some)) for some in (diff.moved, diff.joined, diff.left))
    text = context.say(words.DIFF_SAID, moved=moved, joined=joined, left=left)
    if not (diff.moved or diff.joined or diff.left or diff.loads or diff.score):
        text = context.say(words.NO_DIFFERENCE)
    loads = [row(context.name(unit), context.signed(diff.loads[unit])) for unit in context.ordered(diff.loads)]
    scores = [row(level_said(name, context), _difference(name, change, context)) for name, change in diff.score.items()]
    unit_columns = [column(context, words.LEAD_UNIT), number_column(context, words.DIFFERENCE)]
    level_columns = [column(context, words.LEVEL), number_column(context, words.DIFFERENCE)]
    blocks: tuple[Block, ...] = (
        Notice(mark=Mark.NOTE, text=text),
        *_moves(diff.moved, context, has_reasons=False),
        *_renamings(diff.renamed, context),
        *unless_empty(heading(context, words.JOINED), compact(context, diff.joined)),
        *unless_empty(heading(context, words.LEFT), compact(context, diff.left)),
        *unless_empty(heading(context, words.LOAD_CHANGES), table(context, words.LOAD_CHANGES, unit_columns, loads)),
        *unless_empty(heading(context, words.SCORE_CHANGES), table(context, words.SCORE_CHANGES, level_columns, scores)),
    )
    return Page(title=context.say(words.DIFF), lang=context.lang, blocks=blocks)


def _difference(name: str, change: int, context: Context) -> str:
    """By how much; of a sum of squares, which way."""
    if name in SQUARES:
        return context.say(words.MORE if change > 0 else words.LESS)
    return context.signed(change)


def tell_explanation(explanation: Explanation, context: Context) -> Page:
    """What stands against every other lead unit."""
    subject, unit = context.name(explanation.subject_id), context.name(explanation.lead_unit_id)
    columns = [column(context, words.OTHER_LEAD_UNIT), column(context, words.REASON)]
    others = {one.lead_unit_id: one for one in explanation.others}
    rows = [row(context.name(unit), _against(others[unit], context)) for unit in context.ordered(others)]
    only = Notice(mark=Mark.NOTE, text=context.say(words.ONLY_LEAD_UNIT))
    listed = table(context, words.OTHER_LEAD_UNITS, columns, rows)
    title = context.say(words.EXPLANATION, subject=subject, unit=unit)
    return Page(title=title, lang=context.lang, blocks=(listed,) if rows else (only,))


def _against(one: Alternative, context: Context) -> Cell:
    return Cell(text=against_said(one, context), mark=Mark.BAD if one.closed or one.is_impossible else Mark.NOTE)


def tell_audit(audit: Audit, context: Context) -> Page:
    """Every fault of a plan from elsewhere, and what an optimal one would have scored."""
    return Page(
        title=context.say(words.AUDIT, year=audit.best.year), lang=context.lang, blocks=tuple(_audit_blocks(audit, context))
    )


def _audit_blocks(audit: Audit, context: Context) -> Iterator[Block]:
    if audit.faults:
        yield Notice(mark=Mark.BAD, text=context.say(words.AUDIT_FAULTY, count=context.number(len(audit.faults))))
        yield from fault_blocks(audit.faults, context)
    elif audit.is_optimal:
        yield Notice(mark=Mark.GOOD, text=context.say(words.AUDIT_OPTIMAL))
    else:
        yield Notice(mark=Mark.FLAG, text=context.say(words.AUDIT_FINE))
    for warning in audit.warnings:
        yield Notice(mark=Mark.FLAG, text=lead_unit_warning_said(warning, context))
    if not isinstance(audit.best, Plan):
        yield heading(context, words.INFEASIBLE, year=audit.best.year)
        yield from infeasible_blocks(audit.best, context)
        return
    own = {} if audit.score is None else dict(audit.score.levels)
    columns = [
        column(context, words.LEVEL),
        column(context, words.THIS_PLAN),
        column(context, words.OPTIMAL_PLAN),
    ]
    rows = [
        row(level_said(name, context), _own_value(name, own, value, context), value_said(name, value, context))
        for name, value in audit.best.score.levels
    ]
    yield heading(context, words.SCORES)
    yield table(context, words.SCORES, columns, rows, is_headed=True)


def _own_value(name: str, own: Mapping[str, int], best: int, context: Context) -> str:
    if name not in own:
        return "–"
    if name in SQUARES:
        return context.say(words.THE_LEAST if own[name] == best else words.NOT_THE_LEAST)
    return value_said(name, own[name], context)


def tell_cooling_off(answer: CoolingOff, context: Context) -> Page:
    """The longest cooling-off that can hold for ever, and why not one year more."""
    notice = Notice(mark=Mark.NOTE, text=cooling_off_said(answer, context))
    return Page(title=context.say(words.COOLING_OFF), lang=context.lang, blocks=(notice,))


def tell_coverage(answer: Coverage, context: Context) -> Page:
    """The fewest years until everyone has met everyone."""
    notice = Notice(mark=Mark.BAD if answer.years is None else Mark.NOTE, text=coverage_said(answer, context))
    return Page(title=context.say(words.COVERAGE), lang=context.lang, blocks=(notice,))
