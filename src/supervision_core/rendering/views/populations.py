"""What is said of many assessments at once, and of a result that is kept with all it rests on."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from fractions import Fraction
from typing import Any, Protocol

import attrs

from supervision_core.judging.assessing import Assessment
from supervision_core.judging.judged import Judged
from supervision_core.regulations import Regulation
from supervision_core.rendering import words
from supervision_core.rendering.context import Context
from supervision_core.rendering.page import (
    Bars,
    Block,
    Cell,
    ChartBar,
    Mark,
    Page,
    Terms,
    column,
    either,
    heading,
    number_column,
    row,
    table,
    unless_empty,
)
from supervision_core.rendering.views.faults import fault_cells, with_facts
from supervision_core.rendering.views.judging import grade_mark, regulation_terms, score_said, tell_assessment
from supervision_core.rotation.history import History
from supervision_core.rotation.roster import Roster
from supervision_core.values.facts import Facts
from supervision_core.values.labels import Label

__all__ = ["tell_assessments", "tell_judged", "tell_receipt"]


def tell_assessments(people: Sequence[tuple[str, Assessment]], context: Context) -> Page:
    """Everybody's grade and what is still to be asked, and how many have which grade."""
    regulations = {one.regulation: attrs.evolve(context, regulation=one.regulation) for _, one in people}
    by_points = any(assessment.regulation.ladder.score is not None for _, assessment in people)
    columns = [column(context, label) for label in (words.PERSON, words.RESULT)]
    columns += [number_column(context, words.TOTAL_SCORE)] if by_points else []
    columns += [column(context, words.OPEN_FACTS)]
    rows = [
        row(
            context.name(one),
            Cell(text=either(assessment.possible, context), mark=_mark(assessment)),
            *([score_said(assessment, context) or "–"] if by_points else []),
            ", ".join(regulations[assessment.regulation].code(code) for code in assessment.open_facts),
        )
        for one, assessment in people
    ]
    blocks: list[Block] = []
    for regulation in regulations:
        of_it = [assessment for _, assessment in people if assessment.regulation == regulation]
        counted = [sum(1 for one in of_it if one.grade == grade) for grade in regulation.grades]
        blocks += [regulation_terms(regulation, context)]
        blocks.append(_counts(regulation, [*counted, sum(1 for one in of_it if one.grade is None)], context))
    blocks += unless_empty(heading(context, words.EACH_PERSON), table(context, words.EACH_PERSON, columns, rows))
    return Page(title=context.say(words.POPULATION), lang=context.lang, blocks=tuple(blocks))


def _mark(assessment: Assessment) -> Mark:
    return Mark.OPEN if assessment.grade is None else grade_mark(assessment.grade, assessment.regulation)


def _counts(regulation: Regulation, counts: Sequence[int], context: Context) -> Bars:
    """How many have which grade; the last count is of those that are open."""
    labels = [context.say(grade.label) for grade in regulation.grades] + [context.say(words.UNDETERMINED)]
    columns = [column(context, words.GRADE), number_column(context, words.PEOPLE)]
    rows = [row(label, context.number(count)) for label, count in zip(labels, counts, strict=True)]
    told = (context.say(words.PARTS_TOLD, part=label, count=count) for label, count in zip(labels, counts, strict=True))
    return Bars(
        caption=context.say(words.GRADE_COUNTS),
        description="; ".join(told) + ".",
        bars=tuple(
            ChartBar(label=label, value=Fraction(count), text=context.number(count))
            for label, count in zip(labels, counts, strict=True)
        ),
        aim="",
        table=table(context, words.GRADE_COUNTS, columns, rows, is_headed=True),
    )


def tell_judged(judged: Judged, context: Context) -> Page:
    """A whole table judged: how many have which grade, what most miss, what is worth asking, and the faulty rows."""
    context = attrs.evolve(context, regulation=judged.regulation)
    counts = _flat(judged.counts())
    shown = [*(counts[grade.code] for grade in judged.regulation.grades), counts["undetermined"]]
    blocks: list[Block] = [
        Terms(pairs=tuple((context.say(label), context.number(count)) for label, count in _row_counts(judged))),
        regulation_terms(judged.regulation, context),
        _counts(judged.regulation, shown, context),
    ]
    for label, found in ((words.FACTS_AGAINST, judged.missed()), (words.OPEN_FACTS, judged.to_ask())):
        columns = [column(context, words.CONTENT), number_column(context, words.PEOPLE)]
        most = sorted(_flat(found).items(), key=lambda pair: (-pair[1], pair[0]))
        rows = [row(context.code(code), context.number(count)) for code, count in most]
        blocks += unless_empty(heading(context, label), table(context, label, columns, rows))
    blocks += _faulty(judged, context)
    return Page(title=context.say(words.POPULATION), lang=context.lang, blocks=tuple(blocks))


def _row_counts(judged: Judged) -> Iterator[tuple[Label, int]]:
    faulty = len(judged.faults)
    yield words.PEOPLE, len(judged.assessments) - faulty
    if faulty:
        yield words.FAULTY_COUNT, faulty


def _flat(counts: Mapping[str, object]) -> dict[str, int]:
    """Counts that were asked for without groups."""
    return {code: count for code, count in counts.items() if isinstance(count, int)}


def _faulty(judged: Judged, context: Context) -> tuple[Block, ...]:
    columns = [number_column(context, words.ROW), column(context, words.PERSON), column(context, words.FAULT)]
    columns += [column(context, label) for label in (words.PLACE, words.FOUND, words.EXPECTED)]
    rows = []
    for place, fault in judged.faults:
        who = "" if judged.ids is None else context.name(judged.ids[place] or "–")
        rows.append(row(context.number(place + 1), who, *fault_cells(fault, with_facts(context))))
    return unless_empty(heading(context, words.FAULTY_ROWS), table(context, words.FAULTY_ROWS, columns, rows))


class Kept(Protocol):
    """What a report reads of a receipt, which lives on this floor and so is not imported."""

    result: Any
    inputs: Any
    history: History | None


def tell_receipt(kept: Kept, context: Context, tell: Callable[[Any, Context], Page]) -> Page:
    """The result, and below it what it was made from."""
    if isinstance(kept.inputs, Facts):
        told = tell_assessment(kept.result, attrs.evolve(context, facts=kept.inputs))
    else:
        assert isinstance(kept.inputs, Roster)
        told = tell(kept.result, attrs.evolve(context, roster=kept.inputs))
    blocks: list[Block] = [*told.blocks, heading(context, words.RESTS_ON)]
    pairs = []
    if isinstance(kept.inputs, Facts):
        pairs.append((context.say(words.FACTS), context.number(len(tuple(kept.inputs)))))
    else:
        pairs.append((context.say(words.SUBJECT_COUNT), context.number(len(kept.inputs.subjects))))
        pairs.append((context.say(words.LEAD_UNITS), context.units(kept.inputs.lead_unit_ids)))
        years = () if kept.history is None else kept.history.years
        pairs.append((context.say(words.PAST_YEARS), ", ".join(map(str, years)) or context.say(words.NONE)))
    blocks.append(Terms(pairs=tuple(pairs)))
    return Page(title=context.say(words.RECEIPT, result=told.title), lang=context.lang, blocks=tuple(blocks))
