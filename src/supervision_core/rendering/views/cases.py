"""What is said of cases over time: a year put together from its parts, what changed since, and by another regulation."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

import attrs

from supervision_core.criteria.ladders import Grade
from supervision_core.judging.assessing import Assessment
from supervision_core.judging.by_year import GradesByYear, grades_by_year_said, year_said
from supervision_core.judging.compare import GradeChange
from supervision_core.judging.differences import CaseChange, fact_said
from supervision_core.judging.yearly import YearFacts
from supervision_core.regulations import Regulation
from supervision_core.rendering import words, words_of_years as years
from supervision_core.rendering.context import Context
from supervision_core.rendering.page import (
    MARKS,
    Block,
    Cell,
    Grid,
    GridRow,
    Mark,
    Notice,
    Page,
    Paragraph,
    Terms,
    column,
    either,
    heading,
    number_column,
    row,
    table,
    unless_empty,
)
from supervision_core.rendering.views.judging import grade_mark, tell_case
from supervision_core.values.labels import Label
from supervision_core.values.periods import Period

__all__ = ["tell_case_change", "tell_grade_changes", "tell_grades_by_year", "tell_year"]


def tell_year(year: YearFacts, context: Context) -> Page:
    """What the year comes to, on which parts that rests, and what is known of it."""
    left = [column(context, words.A_PERIOD), column(context, words.STATE)]
    rows = [row(context.period(period), context.say(state.label)) for period, state in year.left_out]
    blocks: tuple[Block, ...] = (
        _result(year, context),
        *_periods(year.counted, words.PARTS_COUNTED, context),
        *unless_empty(heading(context, words.PARTS_LEFT_OUT), table(context, words.PARTS_LEFT_OUT, left, rows)),
        *_periods(year.gaps, words.NOT_TOLD, context),
        *tell_case(year.facts, context),
    )
    return Page(title=context.say(words.YEAR_RESULT), lang=context.lang, blocks=blocks)


def _result(year: YearFacts, context: Context) -> Notice:
    if not year.can_be_rated:
        return Notice(mark=Mark.NOTE, text=context.say(words.NOT_RATED))
    if year.possible is None:
        return Notice(mark=Mark.OPEN, text=context.say(words.YEAR_TOO_LARGE))
    if year.grade is None:
        return Notice(mark=Mark.OPEN, text=context.say(words.NOT_SETTLED, grades=either(year.possible, context)))
    return Notice(mark=Mark.NOTE, text=context.say(words.SETTLED_AS, grade=context.say(year.grade.label)))


def tell_case_change(difference: CaseChange, context: Context) -> Page:
    """The result then and now, the facts that differ, and the lines that turned with them."""
    context = attrs.evolve(context, regulation=difference.before.regulation)
    before, after = (either(one.possible, context) for one in (difference.before, difference.after))
    changed = difference.changes_the_grade
    said = context.say(words.RESULT_CHANGED, before=before, after=after)
    notice = Notice(
        mark=Mark.FLAG if changed else Mark.NOTE, text=said if changed else context.say(words.RESULT_SAME, grade=after)
    )
    columns = [column(context, label) for label in (words.CONTENT, words.BEFORE, words.AFTER)]
    facts = [row(context.code(was.code), fact_said(was, context), fact_said(now, context)) for was, now in difference.facts]
    lines = [
        row(context.say(was.label), *(Cell(text=context.say(one.verdict.label), mark=MARKS[one.verdict]) for one in (was, now)))
        for was, now in difference.lines
    ]
    blocks: tuple[Block, ...] = (
        notice,
        *unless_empty(heading(context, words.FACT_CHANGES), table(context, words.FACT_CHANGES, columns, facts)),
        *unless_empty(heading(context, words.LINE_CHANGES), table(context, words.LINE_CHANGES, columns, lines)),
    )
    if not facts:
        blocks = (*blocks, Paragraph(text=context.say(words.NOTHING_DIFFERS)))
    return Page(title=context.say(words.CASE_CHANGES), lang=context.lang, blocks=blocks)


def _periods(periods: tuple[Period, ...], label: Label, context: Context) -> tuple[Block, ...]:
    said = "; ".join(context.period(period) for period in periods)
    return (heading(context, label), Paragraph(text=said)) if said else ()


def tell_grade_changes(changes: Sequence[GradeChange], context: Context) -> Page:
    """Whose outcome another regulation changes: before, after, and the lines that make the difference."""
    columns = [column(context, label) for label in (words.SUBJECT, words.BEFORE, words.AFTER, words.LINES_NOT_MET)]
    rows = [
        row(
            context.name(one.subject_id),
            either(one.old.possible, context),
            either(one.new.possible, context),
            "; ".join(dict.fromkeys(context.say(line.label) for line in one.lines)),
        )
        for one in changes
    ]
    old, new = ([one.old.regulation for one in changes], [one.new.regulation for one in changes])
    regulations = ((words.BEFORE, _told_apart(old, new, context)), (words.AFTER, _told_apart(new, old, context)))
    blocks: tuple[Block, ...] = (
        Notice(mark=Mark.FLAG, text=context.say(words.GRADE_CHANGE_COUNT, count=context.number(len(changes)))),
        Terms(
            pairs=tuple(
                (f"{context.say(words.REGULATION)} ({context.say(when).lower()})", "; ".join(said))
                for when, said in regulations
            )
        ),
        table(context, words.GRADE_CHANGES, columns, rows, is_headed=True),
    )
    return Page(title=context.say(words.GRADE_CHANGES), lang=context.lang, blocks=blocks)


def _told_apart(these: Sequence[Regulation], those: Sequence[Regulation], context: Context) -> Iterator[str]:
    """Regulations by their labels, and where another has the same one, by the name of their code or their version too."""
    for one in dict.fromkeys(these):
        said = context.say(one.label)
        twins = [other for other in those if other.label == one.label and other != one]
        if any(twin.code == one.code for twin in twins):
            said += f" ({context.say(words.VERSION).lower()} {one.version})"
        elif twins:
            said += f" ({context.name(one.code)})"
        yield said


def tell_grades_by_year(one: GradesByYear, context: Context) -> Page:
    """An official's grades over the years: as a picture, and with regulation and what is open."""
    found = dict(one.assessments)
    columns = [number_column(context, words.A_YEAR), *(column(context, label) for label in (words.RESULT, words.REGULATION))]
    columns.append(column(context, words.OPEN_FACTS))
    rows = [row(str(year), _year_cell(found.get(year), context), *_judged_by(found.get(year), context)) for year in one.years]
    blocks: list[Block] = []
    if one.turns:
        since = ", ".join(map(str, one.turns))
        blocks.append(Notice(mark=Mark.NOTE, text=context.say(years.OTHER_REGULATION_FROM, years=since)))
    blocks += [_years_picture(one, context), table(context, years.EACH_YEAR_RESULT, columns, rows)]
    title = context.say(years.GRADES_BY_YEAR, who=context.name(one.subject_id))
    return Page(title=title, lang=context.lang, blocks=tuple(blocks))


def _year_cell(assessment: Assessment | None, context: Context) -> Cell:
    said = year_said(assessment, context)
    if assessment is None:
        return Cell(text=said)
    settled = assessment.grade
    mark = Mark.OPEN if settled is None else grade_mark(settled, assessment.regulation)
    return Cell(text=said[:1].upper() + said[1:], mark=mark)


def _judged_by(assessment: Assessment | None, context: Context) -> tuple[str, str]:
    if assessment is None:
        return "", ""
    own = attrs.evolve(context, regulation=assessment.regulation)
    return context.say(assessment.regulation.label), "; ".join(own.code(code) for code in assessment.open_facts)


def _years_picture(one: GradesByYear, context: Context) -> Grid:
    """A row for each grade, best first, and a column for each year: what it came to, or what it still may come to."""
    found = dict(one.assessments)
    rows = []
    for grade in one.grades:
        fields = tuple(_reached(found.get(year), grade) for year in one.years)
        rows.append(GridRow(label=context.say(grade.label), fields=fields, flags=(False,) * len(fields)))
    return Grid(
        caption=context.say(years.GRADES_PICTURE),
        description=context.say(years.GRADES_PICTURE_TOLD, said=grades_by_year_said(one, context)),
        corner=context.say(words.GRADE),
        columns=tuple(map(str, one.years)),
        legend=(context.say(years.HAS_GRADE), context.say(years.MAY_HAVE_GRADE)),
        flag="",
        rows=tuple(rows),
        empty=context.say(years.NOT_THIS_GRADE),
    )


def _reached(assessment: Assessment | None, grade: Grade) -> int | None:
    if assessment is None or (grade.code, grade.label) not in {(one.code, one.label) for one in assessment.possible}:
        return None
    return 0 if assessment.grade is not None else 1
