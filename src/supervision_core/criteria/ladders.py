"""Grades, implications and ladders, and their plain reading, node by node, which defines what they mean.

It is the definition that the tables of :mod:`supervision_core.criteria.compile` must agree with,
and what judges a ladder whose fact space is too large for tables.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from fractions import Fraction
from functools import cached_property, reduce
from operator import and_, or_
from typing import final

import attrs

from supervision_core.criteria.nodes import (
    NODES,
    AllOf,
    AnyOf,
    AtLeast,
    Compare,
    Criterion,
    FactDefinition,
    Holds,
    Measure,
    Not,
    Quantity,
    Unless,
    YesNo,
    walk,
)
from supervision_core.values.checks import Checks, as_tuple, check_arguments
from supervision_core.values.citations import Citation
from supervision_core.values.exact import whole_or_none
from supervision_core.values.facts import Value
from supervision_core.values.labels import Label
from supervision_core.values.mappings import IdMap, map_of_checked
from supervision_core.values.text import composed, shown
from supervision_core.values.verdicts import Verdict

__all__ = ["CONFLICT", "NO_RULE", "POINTS", "Grade", "Implication", "Ladder", "Rung"]

#: What a measure is counted in (its ``unit``) for a ladder by points: the sum that it stands in is then the score.
POINTS = Label("điểm", "points")


@final
@attrs.frozen(kw_only=True, order=False)
class Grade:
    """An outcome of judging. Grades compare by rank, the best having the highest, within one regulation.

    A grade without a rank stands outside the order (not rated, no rule matches): it compares with none.

    >>> from supervision_core import Grade, Label
    >>> fair = Grade(code="fair", label=Label("Khá", "Fair"), rank=2)
    >>> good = Grade(code="good", label=Label("Tốt", "Good"), rank=3)
    >>> good > fair
    True
    """

    #: Its code.
    code: str = attrs.field(converter=composed)
    #: What people read.
    label: Label
    #: Its place in the order of one regulation, the best highest; None outside the order.
    rank: int | None = attrs.field(converter=whole_or_none)

    def __attrs_post_init__(self) -> None:
        checks = Checks(f"Grade {shown(self.code)}")
        checks.identifier("code", self.code)
        checks.kind("label", self.label, Label, "a Label")
        if self.rank is not None:
            checks.whole("rank", self.rank, at_least=0)
        checks.done()

    def _ranks(self, other: object) -> tuple[int, int] | None:
        if not isinstance(other, Grade) or self.rank is None or other.rank is None:
            return None
        return self.rank, other.rank

    # Python itself reads `a > b` as `b < a` and `a <= b` as `b >= a`.
    def __lt__(self, other: Grade) -> bool:
        ranks = self._ranks(other)
        return NotImplemented if ranks is None else ranks[0] < ranks[1]

    def __ge__(self, other: Grade) -> bool:
        ranks = self._ranks(other)
        return NotImplemented if ranks is None else ranks[0] >= ranks[1]


#: The outcome where no rung's criterion is met: the rule has a hole there, and no grade may be made up.
NO_RULE = Grade(code="no_rule_matches", label=Label("Chưa có quy định về trường hợp này", "No rule matches"), rank=None)
#: The outcome where two live exceptions disagree: two provisions say opposite things and a person must settle it.
CONFLICT = Grade(code="provisions_conflict", label=Label("Các quy định mâu thuẫn", "Provisions conflict"), rank=None)


@final
@attrs.frozen(kw_only=True)
class Implication:
    """One answer brings another with it: well done is also fairly done.

    It derives the missing end in both directions; facts that break it contradict each other.
    """

    #: The code whose answer brings the other with it.
    code: str = attrs.field(converter=composed)
    #: The answer that does.
    answer: bool = True
    #: The code that follows.
    then_code: str = attrs.field(converter=composed)
    #: The answer that follows.
    then_answer: bool = True
    #: What people read.
    label: Label
    #: Where it comes from; None where it follows from the words themselves.
    citation: Citation | None = None

    def __attrs_post_init__(self) -> None:
        checks = Checks("Implication")
        checks.identifier("code", self.code)
        checks.kind("answer", self.answer, bool, "True or False")
        checks.identifier("then_code", self.then_code)
        checks.kind("then_answer", self.then_answer, bool, "True or False")
        checks.kind("label", self.label, Label, "a Label")
        checks.optional_kind("citation", self.citation, Citation, "a Citation")
        if checks.clean and self.code == self.then_code:
            checks.fault("same_code", "then_code", self.then_code, "another code than `code`")
        checks.done()

    def brings(self, code: str, answer: bool) -> tuple[str, bool] | None:
        """The code and answer that an answer brings with it, in either direction; None where it brings nothing."""
        if type(code) is not str or type(answer) is not bool or not code.isascii():
            check_arguments(Implication.brings, code=code, answer=answer)
            code = composed(code)
        if self.code == code and self.answer is answer:
            return self.then_code, self.then_answer
        if self.then_code == code and self.then_answer is not answer:
            return self.code, not self.answer
        return None


@final
@attrs.frozen(kw_only=True)
class Rung:
    """A grade and what it takes.

    A rung whose grade has no rank stands outside the order: someone who worked too short a time is not rated at all.
    """

    #: The grade.
    grade: Grade
    #: Its criterion, given that no rung before it is met.
    criterion: Criterion
    #: Where it stands.
    citation: Citation | None = None

    def __attrs_post_init__(self) -> None:
        checks = Checks("Rung")
        checks.kind("grade", self.grade, Grade, "a Grade")
        checks.kind("criterion", self.criterion, NODES, "a criterion")
        checks.optional_kind("citation", self.citation, Citation, "a Citation")
        checks.done()


def _facts(items: Iterable[FactDefinition]) -> tuple[FactDefinition, ...]:
    return as_tuple(items)


def _implications(items: Iterable[Implication]) -> tuple[Implication, ...]:
    return as_tuple(items)


def _rungs(items: Iterable[Rung]) -> tuple[Rung, ...]:
    return as_tuple(items)


@final
@attrs.frozen(kw_only=True)
class Ladder:
    """The facts a rule reads, how they imply each other, and its rungs: the first whose criterion is met is the outcome.

    Ranked grades stand best first; rungs outside the order may stand anywhere among them.

    Raises ``InvalidInput`` when a criterion reads a code that is not defined or of another kind,
    when a measure stands in two different sums, when codes or grades repeat,
    when ranks do not fall from rung to rung, and when the implications contradict themselves.
    """

    #: The facts, in the order in which people read them.
    facts: tuple[FactDefinition, ...] = attrs.field(converter=_facts)
    #: How answers bring each other with them.
    implications: tuple[Implication, ...] = attrs.field(default=(), converter=_implications)
    #: The grades with their criteria.
    rungs: tuple[Rung, ...] = attrs.field(converter=_rungs)

    def __attrs_post_init__(self) -> None:
        checks = Checks("Ladder")
        whole = checks.each("facts", self.facts, (YesNo, Measure), "a YesNo or a Measure")
        whole = checks.each("implications", self.implications, Implication, "an Implication") and whole
        whole = checks.each("rungs", self.rungs, Rung, "a Rung") and whole
        if whole:
            checks.identifiers("facts", tuple(fact.code for fact in self.facts))
            _check_rungs(self, checks)
            _check_codes(self, checks)
            _check_quantities(self, checks)
            if checks.clean and (code := _unsatisfiable(self)):
                checks.fault("contradiction", "implications", code, "implications that leave each fact a possible answer")
        checks.done()

    @cached_property
    def definitions(self) -> Mapping[str, FactDefinition]:
        """The facts by code."""
        return map_of_checked({fact.code: fact for fact in self.facts})

    @cached_property
    def grades(self) -> tuple[Grade, ...]:
        """The grades: those with a rank, best first, then those outside the order."""
        grades = [rung.grade for rung in self.rungs]
        return (*(one for one in grades if one.rank is not None), *(one for one in grades if one.rank is None))

    @cached_property
    def quantities(self) -> tuple[Quantity, ...]:
        """The measures and sums that are held against bounds, each once, in the order met."""
        return tuple(dict.fromkeys(node.quantity for node in _nodes(self) if isinstance(node, Compare)))

    @cached_property
    def score(self) -> Quantity | None:
        """The score of a ladder by points: the only quantity with a measure that is counted in ``POINTS``; None where none is.

        >>> import supervision_core as sc
        >>> sc.regulations.ND335_CIVIL_SERVANT.ladder.score.label.en
        'Total score'
        >>> sc.regulations.ND88_PUBLIC_EMPLOYEE.ladder.score
        """
        found = [one for one in self.quantities if any(self._unit(code) == POINTS for code in one.codes())]
        return found[0] if len(found) == 1 else None

    def _unit(self, code: str) -> Label | None:
        measure = self.definitions[code]
        return measure.unit if isinstance(measure, Measure) else None

    def closure(self, answers: Mapping[str, bool]) -> IdMap[bool] | Implication:
        """The answers with all that follows from them, or the implication at which they contradict themselves."""
        check_arguments(Ladder.closure, answers=answers)
        closed = closed_answers(self, IdMap(answers))
        return closed if isinstance(closed, Implication) else map_of_checked(closed)


def own_criterion(ladder: Ladder, criterion: Criterion) -> Criterion | None:
    """The criterion of the ladder's own, at whatever depth, that is or equals another; None where there is none."""
    own = list(_nodes(ladder))
    return next((one for one in own if one is criterion), None) or next((one for one in own if one == criterion), None)


def closed_answers(ladder: Ladder, answers: Mapping[str, bool]) -> dict[str, bool] | Implication:
    """The closure of answers with composed codes, as a dict that the caller may go on with."""
    settled = dict(answers)
    waiting = sorted(settled)
    while waiting:
        code = waiting.pop()
        for implication in ladder.implications:
            follows = implication.brings(code, settled[code])
            if follows is None:
                continue
            other, answer = follows
            if other not in settled:
                settled[other] = answer
                waiting.append(other)
            elif settled[other] is not answer:
                return implication
    return settled


def _nodes(ladder: Ladder) -> Iterator[Criterion]:
    for rung in ladder.rungs:
        yield from walk(rung.criterion)


def _check_rungs(ladder: Ladder, checks: Checks) -> None:
    if not ladder.rungs:
        checks.fault("empty", "rungs", (), "at least one Rung")
    checks.identifiers("rungs", (*(rung.grade.code for rung in ladder.rungs), NO_RULE.code, CONFLICT.code))
    ranks = [rung.grade.rank for rung in ladder.rungs]
    ranked = [rank for rank in ranks if rank is not None]
    if any(later >= earlier for earlier, later in zip(ranked, ranked[1:], strict=False)):
        checks.fault("not_best_first", "rungs", ranks, "ranks that fall from rung to rung")


def _check_codes(ladder: Ladder, checks: Checks) -> None:
    defined = {fact.code: fact for fact in ladder.facts}
    answered = [(code, "implications") for one in ladder.implications for code in (one.code, one.then_code)]
    answered += [(node.code, "rungs") for node in _nodes(ladder) if isinstance(node, Holds)]
    measured = [(code, "rungs") for node in _nodes(ladder) if isinstance(node, Compare) for code in node.codes()]
    for kind, wanted in ((YesNo, answered), (Measure, measured)):
        for code, name in dict.fromkeys(wanted):
            if not isinstance(defined.get(code), kind):
                checks.fault("undefined", name, code, f"a code that `facts` defines as a {kind.__name__}")


def _check_quantities(ladder: Ladder, checks: Checks) -> None:
    sums: dict[str, set[Quantity]] = {}
    for node in _nodes(ladder):
        if isinstance(node, Compare):
            for code in node.codes():
                sums.setdefault(code, set()).add(node.quantity)
    for code, found in sorted(sums.items()):
        if len(found) > 1:
            checks.fault("two_quantities", "rungs", code, "each measure in one quantity only, or the answers are not exact")


def _unsatisfiable(ladder: Ladder) -> str | None:
    """A code for which the implications leave neither answer, or None; they join two facts each, so closures decide it."""
    settled: dict[str, bool] = {}
    for fact in ladder.facts:
        if fact.code in settled or isinstance(fact, Measure):
            continue
        for answer in (True, False):
            tried = closed_answers(ladder, {**settled, fact.code: answer})
            if isinstance(tried, dict):
                settled = tried
                break
        else:
            return fact.code
    return None


def ends(ladder: Ladder, quantity: Quantity, values: Mapping[str, Value]) -> tuple[Fraction, Fraction]:
    """The least and the most that a quantity can be, given what is known."""
    low = high = quantity.constant
    for term in quantity.terms:
        measure = ladder.definitions[term.code]
        assert isinstance(measure, Measure)
        given = values.get(term.code)
        known = (measure.low, measure.high) if given is None else (Fraction(given), Fraction(given))
        products = sorted(term.weight * end for end in known)
        low, high = low + products[0], high + products[1]
    return low, high


def total(quantity: Quantity, values: Mapping[str, Value]) -> Fraction | None:
    """The exact sum of a quantity, or None when a measure in it is unknown."""
    found = quantity.constant
    for term in quantity.terms:
        value = values.get(term.code)
        if value is None:
            return None
        found += term.weight * value
    return found


def evaluate(criterion: Criterion, values: Mapping[str, Value]) -> Verdict:
    """Whether the criterion is met; unknown where a missing value leaves it open, or where exceptions disagree.

    >>> from supervision_core.criteria.ladders import evaluate
    >>> from supervision_core.criteria import AllOf, Holds
    >>> evaluate(AllOf(parts=(Holds(code="a"), Holds(code="b"))), {"a": False})
    <Verdict.NOT_MET: 'not_met'>
    """
    if isinstance(criterion, Holds):
        value = values.get(criterion.code)
        return Verdict.of(None if value is None else bool(value))
    if isinstance(criterion, Compare):
        found = total(criterion.quantity, values)
        return Verdict.of(None if found is None else criterion.comparison.holds(found, criterion.bound))
    if isinstance(criterion, Not):
        return ~evaluate(criterion.part, values)
    if isinstance(criterion, Unless):
        return _evaluate_unless(criterion, values)
    verdicts = [evaluate(part, values) for part in criterion.parts]
    if isinstance(criterion, AllOf):
        return reduce(and_, verdicts, Verdict.MET)
    if isinstance(criterion, AnyOf):
        return reduce(or_, verdicts, Verdict.NOT_MET)
    return _evaluate_count(criterion, verdicts)


def _evaluate_count(criterion: AtLeast, verdicts: list[Verdict]) -> Verdict:
    if verdicts.count(Verdict.MET) >= criterion.count:
        return Verdict.MET
    still_possible = len(verdicts) - verdicts.count(Verdict.NOT_MET)
    return Verdict.UNKNOWN if still_possible >= criterion.count else Verdict.NOT_MET


def _evaluate_unless(criterion: Unless, values: Mapping[str, Value]) -> Verdict:
    rule = evaluate(criterion.rule, values)
    live = {True: Verdict.NOT_MET, False: Verdict.NOT_MET}
    for exemption in criterion.exemptions:
        live[exemption.then] = live[exemption.then] | evaluate(exemption.when, values)
    if live[False] is Verdict.NOT_MET:
        return live[True] | rule
    if live[True] is Verdict.NOT_MET:
        return ~live[False] & rule
    return Verdict.UNKNOWN


def outcome(ladder: Ladder, values: Mapping[str, Value]) -> Grade | None:
    """The grade of the first rung that is met; None while unknown facts leave it open.

    With every fact known it is never None: where no rung is met it is ``NO_RULE``,
    and where two live exceptions disagree it is ``CONFLICT``.
    """
    for rung in ladder.rungs:
        verdict = evaluate(rung.criterion, values)
        if verdict is Verdict.MET:
            return rung.grade
        if verdict is Verdict.UNKNOWN:
            return CONFLICT if all(fact.code in values for fact in ladder.facts) else None
    return NO_RULE
