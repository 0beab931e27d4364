"""What is said of assessments, remedies, quotas and profiles."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from fractions import Fraction

import attrs

from supervision_core.criteria.explain import Reason, remarks_said, verdict_said
from supervision_core.criteria.ladders import Grade
from supervision_core.criteria.nodes import YesNo
from supervision_core.criteria.questions import Question
from supervision_core.judging.assessing import Assessment, explain, unused_facts
from supervision_core.judging.compare import Profile, SideBySide, side_by_side_said
from supervision_core.judging.quotas import QuotaResult
from supervision_core.judging.what_if import COMES_ALONG, Change, Remedy, Unreachable, plain_change
from supervision_core.programme.turns import grade_labels
from supervision_core.regulations import Regulation
from supervision_core.rendering import words
from supervision_core.rendering.context import Context
from supervision_core.rendering.page import (
    MARKS,
    Block,
    Cell,
    Column,
    Entry,
    Listing,
    Mark,
    Notice,
    Page,
    Paragraph,
    Table,
    Terms,
    column,
    compact,
    either,
    heading,
    line,
    number_column,
    row,
    table,
    unless_empty,
)
from supervision_core.values.errors import BeyondExactness
from supervision_core.values.facts import Facts, FactState
from supervision_core.values.verdicts import Verdict
from supervision_core.values.wording import UNKNOWN

__all__ = [
    "grade_mark",
    "regulation_terms",
    "score_said",
    "tell_assessment",
    "tell_case",
    "tell_facts",
    "tell_profile",
    "tell_profiles",
    "tell_quota",
    "tell_reason",
    "tell_remedies",
    "tell_side_by_side",
    "tell_unreachable",
]


def tell_assessment(assessment: Assessment, context: Context) -> Page:
    """The result with its reasons; with the facts of a case, their sources and states too."""
    regulation = assessment.regulation
    context = attrs.evolve(context, regulation=regulation)
    title = f"{context.say(words.ASSESSMENT)}: {context.say(regulation.label)}"
    blocks: list[Block] = []
    try:
        blocks += [_result(assessment, context), regulation_terms(regulation, context)]
        reason = (
            assessment.reasons if context.facts is None else explain(assessment, context.facts, vocabulary=context.vocabulary)
        )
        entries = tuple(_grade_entry(child, place, assessment, context) for place, child in enumerate(reason.children))
        blocks += [heading(context, words.WHY), Listing(entries=entries)]
        blocks += _questions(assessment.questions, context)
    except BeyondExactness:
        # The tree cannot be had; what is known can.
        blocks = [Notice(mark=Mark.OPEN, text=context.say(words.TOO_LARGE)), regulation_terms(regulation, context)]
        blocks += tell_case(_known(assessment) if context.facts is None else context.facts, context)
    if context.facts is not None:
        unused = unused_facts(regulation, context.facts)
        if unused:
            blocks.append(Paragraph(text=context.say(words.NOT_ASKED, facts=", ".join(context.code(code) for code in unused))))
    return Page(title=title, lang=context.lang, blocks=tuple(blocks))


def _known(assessment: Assessment) -> Facts:
    return Facts.of(dict(assessment.known))


def _result(assessment: Assessment, context: Context) -> Notice:
    grade, score = assessment.grade, tuple(_score(assessment, context))
    if grade is not None:
        mark = grade_mark(grade, assessment.regulation)
        return Notice(mark=mark, text=context.say(words.SETTLED_AS, grade=context.say(grade.label)), notes=score)
    first = assessment.open_facts[:1]
    notes = *score, *(context.say(words.ASK_FIRST, fact=context.code(code)) for code in first)
    return Notice(mark=Mark.OPEN, text=context.say(words.NOT_SETTLED, grades=either(assessment.possible, context)), notes=notes)


def _score(assessment: Assessment, context: Context) -> Iterator[str]:
    """The points of a regulation by points, or between what they lie."""
    if (points := score_said(assessment, context)) is not None:
        yield f"{context.say(words.TOTAL_SCORE)}: {points}"


def score_said(assessment: Assessment, context: Context) -> str | None:
    """The points as people write them; from the least to the most while not all is known; None where there are none."""
    bounds = assessment.score_bounds
    return None if bounds is None else _answer(*bounds, context)


def grade_mark(grade: Grade, regulation: Regulation) -> Mark:
    """Grades look by their rank: the best good, the worst bad, and neither what lies between or outside."""
    ranked = [one for one in regulation.grades if one.rank is not None]
    if grade not in ranked:
        return Mark.NOTE
    return Mark.GOOD if grade == ranked[0] else Mark.BAD if grade == ranked[-1] else Mark.NOTE


def _grade_entry(reason: Reason, place: int, assessment: Assessment, context: Context) -> Entry:
    """A grade and why it is, or is not, the one; a grade that is reached looks by its rank."""
    entry = _entry(reason, context)
    grades = assessment.regulation.ladder.grades
    if reason.verdict is Verdict.MET and place < len(grades):
        return attrs.evolve(entry, mark=grade_mark(grades[place], assessment.regulation))
    return entry


def regulation_terms(regulation: Regulation, context: Context) -> Terms:
    """By which regulation it was judged, where that stands, and when it is in force."""
    pairs = [
        (context.say(words.REGULATION), context.say(regulation.label)),
        (context.say(words.CITED), regulation.citation.text(context.lang)),
    ]
    first, end = regulation.in_force_from, regulation.in_force_until
    if first is not None and end is not None:
        pairs.append(
            (context.say(words.IN_FORCE), context.say(words.FROM_UNTIL, first=context.day(first), end=context.day(end)))
        )
    elif first is not None:
        pairs.append((context.say(words.IN_FORCE), context.say(words.FROM_ON, first=context.day(first))))
    pairs.append((context.say(words.VERSION), str(regulation.version)))
    return Terms(pairs=tuple(pairs))


def tell_reason(reason: Reason, context: Context) -> Page:
    """A tree of reasons by itself, such as ``explain`` gives."""
    return Page(title=context.say(words.REASONS), lang=context.lang, blocks=(Listing(entries=(_entry(reason, context),)),))


def _entry(reason: Reason, context: Context) -> Entry:
    notes = [] if reason.children else list(remarks_said(reason, context, context.code))
    if reason.citation is not None:
        notes.append(reason.citation.text(context.lang))
    children = tuple([_entry(child, context) for child in reason.children])
    return line(context.say(reason.label), MARKS[reason.verdict], context.say(verdict_said(reason)), tuple(notes), children)


def _questions(questions: tuple[Question, ...], context: Context) -> tuple[Block, ...]:
    columns = [column(context, label) for label in (words.CONTENT, words.IF_ANSWER, words.THEN_POSSIBLE)]
    rows = [
        row(context.code(question.code), _answer(answer.least, answer.greatest, context), either(answer.possible, context))
        for question in questions
        for answer in question.answers
    ]
    return unless_empty(heading(context, words.OPEN_FACTS), table(context, words.OPEN_FACTS, columns, rows))


def _answer(least: bool | Fraction, greatest: bool | Fraction, context: Context) -> str:
    if least == greatest:
        return context.value(least)
    return context.say(words.RANGE, least=context.value(least), greatest=context.value(greatest))


def tell_facts(facts: Facts, context: Context) -> Page:
    """All that is known in one case."""
    title = context.say(words.FACTS_OF_CASE)
    blocks = tell_case(facts, context)[1:] or (Paragraph(text=context.say(words.EMPTY)),)
    return Page(title=title, lang=context.lang, blocks=blocks)


def tell_case(facts: Facts, context: Context) -> tuple[Block, ...]:
    """The facts of a case as a part of a page."""
    columns = [column(context, label) for label in (words.CONTENT, words.VALUE, words.STATE, words.SOURCES, words.REMARK)]
    rows = [
        row(
            context.code(fact.code),
            context.value(fact.value) if fact.state is FactState.FOUND else "–",
            Cell(text=context.say(fact.state.label), mark=None if fact.state is FactState.FOUND else Mark.OPEN),
            context.listed(fact.sources),
            "" if fact.why is None else context.say(fact.why),
        )
        for fact in facts
    ]
    return unless_empty(heading(context, words.FACTS_OF_CASE), table(context, words.FACTS_OF_CASE, columns, rows))


def tell_side_by_side(both: SideBySide, context: Context) -> Page:
    """The Front's verdict and the statutory grade of one person, each by its own regulation; they are never merged."""
    differ = Mark.OPEN if both.differ is Verdict.UNKNOWN else Mark.FLAG if both.differ is Verdict.MET else Mark.NOTE
    columns = [column(context, label) for label in (words.REGULATION, words.RESULT, words.REACHES)]
    rows = [
        row(
            f"{context.say(label)}: {context.say(side.regulation.label)}",
            either(side.possible, context),
            Cell(text=context.say(reaches.label), mark=MARKS[reaches]),
        )
        for label, side, reaches in (
            (words.FRONT, both.front, both.front_reaches),
            (words.STATUTORY, both.statutory, both.statutory_reaches),
        )
    ]
    lines = Listing(entries=tuple(_entry(line, context) for line in both.lines))
    blocks: tuple[Block, ...] = (
        Notice(mark=differ, text=side_by_side_said(both, context)),
        table(context, words.RESULT, columns, rows, is_headed=True),
        *unless_empty(heading(context, words.LINES_NOT_MET), lines),
    )
    return Page(title=context.say(words.SIDE_BY_SIDE), lang=context.lang, blocks=blocks)


def tell_remedies(remedies: Sequence[Remedy], context: Context) -> Page:
    """Each smallest way, with its changes."""
    past = {one: tuple(change for change in one.changes if _is_past(change, context)) for one in remedies}
    undone = dict.fromkeys(context.say(change.label) for some in past.values() for change in some)
    notes = (context.say(words.PAST_FACTS, facts="; ".join(undone)),) if undone else ()
    remedies = [one for one in remedies if not past[one]]
    if not remedies:
        gone = Notice(mark=Mark.BAD, text=context.say(words.NO_WAY_LEFT), notes=notes)
        return Page(title=context.say(words.REMEDIES), lang=context.lang, blocks=(gone,))
    entries = tuple(
        Entry(
            text=context.say(words.REMEDY, number=number, grade=context.say(remedy.grade.label)),
            children=tuple(_change(change, context) for change in remedy.changes),
        )
        for number, remedy in enumerate(remedies, start=1)
    )
    said = context.say(words.REMEDY_COUNT, count=context.number(len(remedies)))
    notice = Notice(mark=Mark.NOTE, text=said, notes=notes)
    return Page(title=context.say(words.REMEDIES), lang=context.lang, blocks=(notice, Listing(entries=entries)))


def _is_past(change: Change, context: Context) -> bool:
    """Whether a change would undo what has happened: a breach, say, that was found."""
    definition = context.definition(change.code)
    is_breach = isinstance(definition, YesNo) and definition.favourable is False
    return is_breach and change.now is True and not change.forced


def _change(change: Change, context: Context) -> Entry:
    return Entry(text=plain_change(change, context), notes=(context.say(COMES_ALONG),) if change.forced else ())


def tell_unreachable(answer: Unreachable, context: Context) -> Page:
    """That no change settles a grade, and what was not to be changed."""
    said = context.say(words.UNREACHABLE, grade=context.say(answer.target.label))
    kept = ", ".join(context.code(code) for code in answer.fixed)
    notes = (context.say(words.UNREACHABLE_NOTE, facts=kept),) if kept else ()
    blocks = (Notice(mark=Mark.BAD, text=said, notes=notes),)
    return Page(title=context.say(words.REMEDIES), lang=context.lang, blocks=blocks)


def tell_quota(result: QuotaResult, context: Context) -> Page:
    """Everyone after the cap, and what people have to settle."""
    by_points = any(one.score is not None for one in result.rows)
    columns = [column(context, label) for label in (words.PERSON, words.GROUP)]
    columns += [number_column(context, words.TOTAL_SCORE)] if by_points else []
    columns += [column(context, label) for label in (words.JUDGED, words.AFTER_CAP, words.REASON)]
    rows = [
        row(
            context.name(one.subject_id),
            context.name(one.group),
            *(["–" if one.score is None else context.number(one.score)] if by_points else []),
            context.say(one.judged.label),
            Cell(text=context.say(words.TO_BE_DECIDED), mark=Mark.OPEN) if one.grade is None else context.say(one.grade.label),
            context.say(one.why),
        )
        for one in result.rows
    ]
    blocks: tuple[Block, ...] = (
        *unless_empty(heading(context, words.RESULT), table(context, words.RESULT, columns, rows)),
        *_undecided(result, context),
        *unless_empty(heading(context, words.UNDETERMINED), compact(context, result.undetermined)),
    )
    title = context.say(words.QUOTA)
    return Page(title=title, lang=context.lang, blocks=blocks or (Paragraph(text=context.say(words.EMPTY)),))


def _undecided(result: QuotaResult, context: Context) -> Iterator[Block]:
    columns = [column(context, words.GROUP), column(context, words.PERSON)]
    columns += [number_column(context, words.PLACES), column(context, words.REASON)]
    rows = [
        row(
            context.name(one.group),
            context.listed(one.subject_ids),
            context.say(UNKNOWN) if one.places is None else context.number(one.places),
            context.say(one.why),
        )
        for one in result.undecided
    ]
    yield from unless_empty(heading(context, words.UNDECIDED), table(context, words.UNDECIDED, columns, rows))


def tell_profile(profile: Profile, context: Context) -> Page:
    """One unit: how many have which grade, and which facts fail or are unknown most."""
    counts = [(context.say(words.PEOPLE), profile.people)]
    counts += [(_grade(code, context), profile.grades.get(code, 0)) for code in _grades([profile], context)]
    counts.append((context.say(words.UNDETERMINED), profile.undetermined))
    told = Terms(pairs=tuple((label, context.number(count)) for label, count in counts))
    blocks = (told, *unless_empty(heading(context, words.FACTS_AGAINST), _profile_facts(profile, context)))
    return Page(title=context.say(words.PROFILE), lang=context.lang, blocks=blocks)


def tell_profiles(units: Sequence[tuple[str, Profile]], context: Context) -> Page:
    """Units side by side, and what fails and is unknown in each."""
    grades = _grades([profile for _, profile in units], context)
    columns = [column(context, words.A_UNIT), number_column(context, words.PEOPLE)]
    columns += [Column(text=_grade(code, context), is_number=True) for code in grades]
    columns.append(number_column(context, words.UNDETERMINED))
    rows = [
        row(
            context.name(unit),
            context.number(profile.people),
            *(context.number(profile.grades.get(code, 0)) for code in grades),
            context.number(profile.undetermined),
        )
        for unit, profile in units
    ]
    blocks: list[Block] = [table(context, words.PROFILES, columns, rows, is_headed=True)]
    for unit, profile in units:
        head = heading(context, words.FACTS_AGAINST_IN, unit=context.name(unit))
        blocks += unless_empty(head, attrs.evolve(_profile_facts(profile, context), caption=head.text))
    return Page(title=context.say(words.PROFILES), lang=context.lang, blocks=tuple(blocks))


def _grades(given: Iterable[Profile], context: Context) -> tuple[str, ...]:
    """The codes of the grades: all of the regulation, best first, where it is known; and any others that were counted."""
    known = () if context.regulation is None else tuple(grade.code for grade in context.regulation.grades)
    return tuple(dict.fromkeys((*known, *(code for profile in given for code in profile.grades))))


def _grade(code: str, context: Context) -> str:
    labels = {} if context.regulation is None else grade_labels(context.regulation)
    return context.say(labels[code]) if code in labels and code not in context.names else context.name(code)


def _profile_facts(profile: Profile, context: Context) -> Table:
    columns = [
        column(context, words.CONTENT),
        number_column(context, words.SPEAKS_AGAINST),
        number_column(context, words.NOT_KNOWN_OF),
    ]
    rows = [
        row(context.code(code), context.number(profile.failing.get(code, 0)), context.number(profile.unknown.get(code, 0)))
        for code in dict.fromkeys((*profile.most_failing(), *profile.most_unknown()))
    ]
    return table(context, words.FACTS_AGAINST, columns, rows)
