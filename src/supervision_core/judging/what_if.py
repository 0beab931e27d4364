"""What would have to change for another grade: upwards for the official, downwards for whoever watches over a risk."""

from __future__ import annotations

from collections.abc import Iterable
from functools import reduce
from operator import or_
from typing import TypeAlias, final

import attrs

from supervision_core.criteria.ladders import Grade
from supervision_core.criteria.nodes import FactDefinition
from supervision_core.criteria.remedies import AnswerSet, fewest_changes
from supervision_core.judging.assessing import assess
from supervision_core.regulations import Regulation
from supervision_core.regulations.regulation import fact_space
from supervision_core.values.checks import check_arguments, check_fields, check_ids, composed_sorted
from supervision_core.values.errors import Fault, InvalidInput
from supervision_core.values.facts import Facts, Value
from supervision_core.values.labels import Label
from supervision_core.values.text import Language, composed, shown
from supervision_core.values.wording import Names, Wording, wording

__all__ = ["Change", "Remedy", "Unreachable", "remedies", "risks"]


@final
@attrs.frozen(kw_only=True)
class Change:
    """One fact that would have to be otherwise."""

    #: The fact's code.
    code: str = attrs.field(converter=composed)
    #: What it is called.
    label: Label
    #: What is known of it now; None where it is unknown.
    now: Value | None
    #: What it would have to be; for a measure the value at the threshold.
    needed: Value
    #: Whether it only comes along, because another change implies it; it is not counted.
    forced: bool

    def __attrs_post_init__(self) -> None:
        check_fields(self)
        check_ids(self, "code")

    def sentence(self, lang: Language, names: Names | None = None) -> str:
        """The change for people."""
        return change_said(self, wording(lang, names))


#: That a change follows from another one.
COMES_ALONG = Label("kéo theo", "comes along")
_CHANGE = Label("{label}: {now} → {needed}", "{label}: {now} → {needed}")


def change_said(change: Change, by: Wording) -> str:
    """What is to change from what to what, and whether it comes along."""
    along = f" ({by.say(COMES_ALONG)})" if change.forced else ""
    return f"{plain_change(change, by)}{along}"


def plain_change(change: Change, by: Wording) -> str:
    """What is to change from what to what."""
    label = by.names.get(change.code, by.say(change.label))
    return by.say(_CHANGE, label=label, now=by.value(change.now), needed=by.value(change.needed))


@final
@attrs.frozen(kw_only=True)
class Remedy:
    """A smallest set of changes that settles the wanted grade or a better one (for a risk: a lower one)."""

    #: The changes: the counted ones by code, then those that come along.
    changes: tuple[Change, ...]
    #: The grade that is then certain; where several are still possible, the lowest of them.
    grade: Grade

    def __attrs_post_init__(self) -> None:
        check_fields(self)

    def sentence(self, lang: Language, names: Names | None = None) -> str:
        """The remedy for people."""
        return remedy_said(self, wording(lang, names))


def remedy_said(remedy: Remedy, by: Wording) -> str:
    """All changes, and the grade that is then certain."""
    return f"{'; '.join(change_said(change, by) for change in remedy.changes)} ⇒ {by.say(remedy.grade.label)}"


@final
@attrs.frozen(kw_only=True)
class Unreachable:
    """No change of the facts that may be changed settles the wanted grade."""

    #: The grade that was wanted.
    target: Grade
    #: The facts that were not to be changed.
    fixed: tuple[str, ...]

    def __attrs_post_init__(self) -> None:
        check_fields(self)
        check_ids(self, "fixed")


#: All smallest remedies, none at all when the grade is certain already, or the answer that there are none.
Answer: TypeAlias = tuple[Remedy, ...] | Unreachable


def remedies(
    regulation: Regulation,
    facts: Facts,
    *,
    target: str | Grade,
    fixed: Iterable[str] = (),
    vocabulary: Iterable[FactDefinition] = (),
) -> Answer:
    """The fewest changes after which the target grade, or a better one, is certain.

    A change sets one fact to a needed value; settling an unknown fact counts as one; what a change implies comes along
    uncounted. All remedies of the smallest size are listed, sorted by codes; () means that the grade is certain already.
    Codes in ``fixed`` stay as they are: what is done is done. Where several measures of one sum must move, all but the
    last go to the end of their range and the last to its threshold.

    >>> import supervision_core as sc
    >>> ward = sc.regulations.GOOD_PERFORMANCE_2014
    >>> done = {"duties.well_done": True, "conduct.violation": False, **dict.fromkeys(sc.regulations.CIVIC_CODES, True)}
    >>> [remedy] = sc.remedies(ward, sc.Facts.of({**done, "civic.household_obligations": False}), target="good")
    >>> print(remedy.sentence("vi"))
    Gia đình hoàn thành nghĩa vụ công dân: không → có ⇒ Hoàn thành tốt (theo tiêu chí của phường)
    """
    check_arguments(remedies, regulation=regulation, target=target)
    grade = _grade(regulation, "target", target)
    return _answers(regulation, facts, grade, fact_space(regulation).at_least(grade), fixed, vocabulary)


def risks(
    regulation: Regulation,
    facts: Facts,
    *,
    below: str | Grade,
    fixed: Iterable[str] = (),
    vocabulary: Iterable[FactDefinition] = (),
) -> Answer:
    """The fewest changes after which a grade lower than ``below`` is certain: what would cost someone the grade.

    As ``remedies``, downwards. Outcomes outside the order are neither lower nor higher.
    """
    check_arguments(risks, regulation=regulation, below=below)
    grade = _grade(regulation, "below", below)
    outcomes = fact_space(regulation).outcomes
    lower = reduce(or_, (rows for one, rows in outcomes if one.rank is not None and one < grade), 0)
    return _answers(regulation, facts, grade, lower, fixed, vocabulary)


def _grade(regulation: Regulation, name: str, wanted: str | Grade) -> Grade:
    target = composed(wanted) if isinstance(wanted, str) else wanted
    ranked = [grade for grade in regulation.grades if grade.rank is not None]
    for grade in ranked:
        if target in (grade, grade.code):
            return grade
    expected = "one of " + ", ".join(grade.code for grade in ranked)
    raise InvalidInput((Fault("unknown_grade", name, shown(target), expected),))


def _answers(
    regulation: Regulation,
    facts: Facts,
    grade: Grade,
    wanted: int,
    fixed: Iterable[str],
    vocabulary: Iterable[FactDefinition],
) -> Answer:
    known = dict(assess(regulation, facts, vocabulary=vocabulary).known)
    kept = composed_sorted(fixed)
    check_arguments(remedies, fixed=kept)
    unknown = [code for code in kept if code not in regulation.ladder.definitions]
    if unknown:
        expected = "codes of the regulation's facts"
        raise InvalidInput(Fault("unknown_code", "fixed", shown(code), expected) for code in unknown)
    found = fewest_changes(fact_space(regulation), known, wanted, kept)
    if found is None:
        return Unreachable(target=grade, fixed=kept)
    return tuple(_remedy(regulation, known, answers) for answers in found if answers.chosen)


def _remedy(regulation: Regulation, known: dict[str, Value], answers: AnswerSet) -> Remedy:
    after = {**known, **dict(answers.chosen), **dict(answers.forced)}
    space = fact_space(regulation)
    ranked = [grade for grade in space.possible(space.box(after)) if grade.rank is not None]
    definitions = regulation.ladder.definitions
    changes = tuple(
        Change(code=code, label=definitions[code].label, now=known.get(code), needed=needed, forced=forced)
        for part, forced in ((answers.chosen, False), (answers.forced, True))
        for code, needed in part
    )
    return Remedy(changes=changes, grade=ranked[-1])
