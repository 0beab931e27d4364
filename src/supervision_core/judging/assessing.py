"""Facts laid against a regulation: the grade, the grades still possible, what is worth asking, and why."""

from __future__ import annotations

from collections.abc import Callable, Collection, Hashable, Iterable, Iterator, Mapping
from difflib import get_close_matches
from fractions import Fraction
from functools import cached_property
from operator import is_
from typing import Final, final

import attrs

from supervision_core import regulations
from supervision_core.criteria.explain import Reason, grade_reasons, line_of_case
from supervision_core.criteria.ladders import Grade, Implication, Ladder, closed_answers, ends, evaluate, outcome, own_criterion
from supervision_core.criteria.nodes import Criterion, FactDefinition, Measure, YesNo
from supervision_core.criteria.questions import Question, open_questions
from supervision_core.regulations.regulation import Regulation, fact_space
from supervision_core.values.checks import Checks, as_tuple, check_arguments, check_fields
from supervision_core.values.errors import (
    CONTRADICTORY_FACTS,
    UNKNOWN_FACT,
    WRONG_FACT_TYPE,
    BeyondExactness,
    Fault,
    InvalidInput,
    raise_for,
)
from supervision_core.values.facts import ContradictoryFacts, Fact, Facts, FactState, Value, fact_of_checked
from supervision_core.values.labels import Label
from supervision_core.values.mappings import MOST_ENTRIES, Memo, memo_of
from supervision_core.values.text import composed, described, identifier_fault, shown
from supervision_core.values.verdicts import Verdict

__all__ = ["Assessment", "assess", "assess_all", "explain", "unused_facts"]


def read_values(
    regulation: Regulation, facts: Facts, vocabulary: Iterable[FactDefinition]
) -> tuple[dict[str, Value], tuple[str, ...]]:
    """What the regulation asks for and is known, and which of it does not apply; raises for everything that is wrong."""
    asked, extra = regulation.ladder.definitions, _extra(vocabulary)
    values: dict[str, Value] = {}
    not_applicable: list[str] = []
    faults: list[Fault] = []
    for fact in facts:
        # The vocabulary loads every regulation there is, and few facts are none of the regulation's own.
        definition = asked.get(fact.code) or extra.get(fact.code) or regulations.VOCABULARY.get(fact.code)
        if definition is None:
            faults.append(_unknown(fact.code, {*asked, *extra, *regulations.VOCABULARY}))
        elif fact.state is FactState.NOT_APPLICABLE:
            if definition.not_applicable_as is None:
                faults.append(
                    _wrong(fact.code, "not applicable", "a value, since the regulation leaves no room for 'not applicable'")
                )
            elif fact.code in asked:
                values[fact.code] = definition.not_applicable_as
                not_applicable.append(fact.code)
        elif fact.value is not None:
            if (expected := definition.refusal(fact.value)) is not None:
                faults.append(_wrong(fact.code, shown_value(fact.value), expected))
            elif fact.code in asked:
                values[fact.code] = fact.value
    contradictions = _contradictions(regulation.ladder, values)
    if faults:
        raise_for([*faults, *(fault for fault, _, _ in contradictions)])
    if contradictions:
        _, codes, implication = contradictions[0]
        raise ContradictoryFacts(codes, implication.label, tuple(fault for fault, _, _ in contradictions))
    return values, tuple(not_applicable)


def shown_value(value: Value) -> str:
    """A fact's value in an error message: a number as a number, not as Python builds it."""
    return str(value)


def _extra(vocabulary: Iterable[FactDefinition]) -> dict[str, FactDefinition]:
    listed = as_tuple(vocabulary)
    checks = Checks("assess")
    checks.each("vocabulary", listed, (YesNo, Measure), "a YesNo or a Measure")
    checks.done()
    assert isinstance(listed, tuple)
    return {definition.code: definition for definition in listed}


def _unknown(code: str, known: Collection[str]) -> Fault:
    near = get_close_matches(code, sorted(known), n=3)
    hint = "one of the nearest codes: " + ", ".join(near) if near else "a code of the regulation or the vocabulary"
    return Fault(UNKNOWN_FACT, "Facts", shown(code), hint)


def _wrong(code: str, found: str, expected: str) -> Fault:
    return Fault(WRONG_FACT_TYPE, f"Facts[{shown(code)}]", found, expected)


def _contradictions(ladder: Ladder, values: Mapping[str, Value]) -> list[tuple[Fault, tuple[str, ...], Implication]]:
    """Each pair of known answers, or single answer, that the implications do not allow."""
    answers = {code: value for code, value in values.items() if isinstance(value, bool)}
    found: list[tuple[Fault, tuple[str, ...], Implication]] = []
    for code in sorted(answers):
        alone = closed_answers(ladder, {code: answers[code]})
        if isinstance(alone, Implication):
            found.append(_contradiction((code,), answers, alone))
            continue
        for other in sorted(alone.keys() & answers.keys()):
            if alone[other] is not answers[other] and (other, code) not in {codes for _, codes, _ in found}:
                broken = closed_answers(ladder, {code: answers[code], other: answers[other]})
                assert isinstance(broken, Implication)
                found.append(_contradiction((code, other), answers, broken))
    return found


def _contradiction(
    codes: tuple[str, ...], answers: Mapping[str, bool], broken: Implication
) -> tuple[Fault, tuple[str, ...], Implication]:
    said = " and ".join(f"{code}={answers[code]}" for code in codes)
    return Fault(CONTRADICTORY_FACTS, "Facts", said, f"answers that agree: {broken.label.en}"), codes, broken


#: Up to this many characters an id of plain letters, digits and signs needs no closer look.
_PLAIN_ID: Final = 100
#: An assessment keeps the rows that it leaves possible where they are at most so many bits.
_MOST_KEPT_ROWS: Final = 1 << 13


@final
@attrs.frozen(kw_only=True)
class Assessment:
    """What a regulation makes of a row of facts. It carries no person and no source, so all with the same row share it.

    Get one from ``assess``; do not build it.
    """

    #: The regulation that judged.
    regulation: Regulation
    #: What it asked for and was known, with "not applicable" read as the regulation says, by code and sorted.
    known: tuple[tuple[str, Value], ...]
    #: The codes among them that do not apply.
    not_applicable: tuple[str, ...]

    def __attrs_post_init__(self) -> None:
        check_fields(self)

    @cached_property
    def _kept_box(self) -> int:
        return fact_space(self.regulation).box(dict(self.known))

    @property
    def _box(self) -> int:
        # The rows of a large space are too many to keep with every assessment that is remembered.
        if fact_space(self.regulation).universe.bit_length() <= _MOST_KEPT_ROWS:
            return self._kept_box
        return fact_space(self.regulation).box(dict(self.known))

    @cached_property
    def possible(self) -> tuple[Grade, ...]:
        """The grades that some consistent completion of the unknown facts gives, best first; never empty.

        Raises ``BeyondExactness`` when unknown facts matter and are too many, or take too many values, to be exact.
        """
        try:
            return fact_space(self.regulation).possible(self._box)
        except BeyondExactness:
            # What is known may settle it all the same.
            found = outcome(self.regulation.ladder, dict(self.known))
            if found is None:
                raise
            return (found,)

    @cached_property
    def grade(self) -> Grade | None:
        """The grade; None means exactly that more than one is possible."""
        return self.possible[0] if len(self.possible) == 1 else None

    @property
    def score_bounds(self) -> tuple[Fraction, Fraction] | None:
        """The least and the most points that what is known leaves possible, exact; None where the regulation has no points."""
        ladder = self.regulation.ladder
        return None if ladder.score is None else ends(ladder, ladder.score, dict(self.known))

    @property
    def score(self) -> Fraction | None:
        """The points of a regulation by points, exact; None where it has none or not all that they are made of is known.

        >>> import supervision_core as sc
        >>> points = {"points.general": 28, "tasks.quantity": 100, "tasks.quality": 97, "tasks.progress": 95}
        >>> sc.assess(sc.regulations.ND335_CIVIL_SERVANT, sc.Facts.of(points)).score
        Fraction(1442, 15)
        """
        bounds = self.score_bounds
        ladder = self.regulation.ladder
        if bounds is None or ladder.score is None or not set(ladder.score.codes()) <= dict(self.known).keys():
            return None
        return bounds[0]

    @cached_property
    def questions(self) -> tuple[Question, ...]:
        """The facts worth asking for, the most useful first, each with what its answers would lead to."""
        if self.grade is not None:
            return ()
        return open_questions(fact_space(self.regulation), dict(self.known))

    @cached_property
    def open_facts(self) -> tuple[str, ...]:
        """The codes worth asking for: those in some smallest set of answers that settles the grade, the most useful first."""
        return tuple(question.code for question in self.questions)

    @cached_property
    def reasons(self) -> Reason:
        """Why: one root with the grades below it, the better ones first, and their criteria below them."""
        known = dict(self.known)
        outcomes = [grade.label for grade in self.possible]
        label = self.regulation.label

        # Codes and values were checked where they came in.
        shared = {
            fact.code: fact_of_checked(fact.code, None, FactState.NOT_APPLICABLE)
            if fact.code in self.not_applicable
            else fact_of_checked(fact.code, known.get(fact.code))
            for fact in self.regulation.ladder.facts
        }

        return Reason(
            is_result=True,
            code=self.regulation.code,
            label=Label(
                f"{label.vi}: {' hoặc '.join(one.vi for one in outcomes)}",
                f"{label.en}: {' or '.join(one.en for one in outcomes)}",
            ),
            verdict=Verdict.UNKNOWN if self.grade is None else Verdict.MET,
            citation=self.regulation.citation,
            facts=tuple(shared.values()),
            children=grade_reasons(self.regulation.ladder, self.possible, self._judge(), shared.__getitem__),
        )

    def verdict_of(self, criterion: Criterion) -> Verdict:
        """Whether a criterion of the regulation is met, settled over everything that is still unknown.

        It is one of the regulation's own, or equals one; any other is refused with ``InvalidInput``.
        """
        check_arguments(Assessment.verdict_of, criterion=criterion)
        own = own_criterion(self.regulation.ladder, criterion)
        if own is None:
            expected = f"a criterion of {self.regulation.code}, or a part of one"
            raise InvalidInput((Fault("unknown_id", "verdict_of.criterion", described(criterion), expected),))
        return self._judge()(own)

    def _judge(self) -> Callable[[Criterion], Verdict]:
        try:
            box = self._box
        except BeyondExactness:
            known = dict(self.known)
            return lambda criterion: evaluate(criterion, known)
        space = fact_space(self.regulation)
        return lambda criterion: space.verdict(criterion, box)

    def __repr__(self) -> str:
        try:
            outcomes = " or ".join(grade.code for grade in self.possible)
        except BeyondExactness:
            outcomes = "open, and too large to say more"
        return f"<Assessment by {self.regulation.code}: {outcomes}>"


def assess(regulation: Regulation, facts: Facts, *, vocabulary: Iterable[FactDefinition] = ()) -> Assessment:
    """Lay facts against a regulation.

    A fact that the regulation does not ask for changes nothing (see ``unused_facts``).
    A code that neither the regulation, nor the shipped vocabulary, nor ``vocabulary`` knows raises ``UnknownFact``,
    a value of the wrong kind ``WrongFactType``, facts that break an implication ``ContradictoryFacts``.

    >>> import supervision_core as sc
    >>> facts = sc.Facts.of({"duties.well_done": True, "civic.household_obligations": False, "conduct.violation": False})
    >>> sc.assess(sc.regulations.GOOD_PERFORMANCE_2014, facts).grade.code
    'fair'
    """
    if not isinstance(regulation, Regulation):
        raise InvalidInput(
            (Fault("not_a_regulation", "regulation", shown(regulation), "a Regulation that is encoded and in force"),)
        )
    # A class of somebody else's might tell another row than its facts, and what is remembered is for all.
    if type(facts) is not Facts:
        raise InvalidInput((Fault("not_facts", "facts", shown(facts), "Facts"),))
    if vocabulary != ():
        # What this call knows in addition must not be known to the next one.
        return _assess(regulation, facts, vocabulary)
    # The hot path of a population.
    memo: Memo[Assessment] = regulation._memo  # noqa: SLF001
    key = facts._given or facts.row  # noqa: SLF001
    return memo.find(key) or memo.keep(key, _assess(regulation, facts, ()))


def _assess(regulation: Regulation, facts: Facts, vocabulary: Iterable[FactDefinition]) -> Assessment:
    values, not_applicable = read_values(regulation, facts, vocabulary)
    made = Assessment(regulation=regulation, known=tuple(sorted(values.items())), not_applicable=not_applicable)
    # Rows that differ only in facts that the regulation does not ask for share one assessment.
    memo: Memo[Assessment] = memo_of(regulation)
    return memo.keep((made.known, tuple(type(value) for _, value in made.known), not_applicable), made)


def assess_all(
    regulation: Regulation, pairs: Iterable[tuple[str, Facts]], *, vocabulary: Iterable[FactDefinition] = ()
) -> Iterator[tuple[str, Assessment]]:
    """Judge many, one after the other and in order: (id, Facts) in, (id, Assessment) out.

    It is lazy: nothing is read before it is asked for, and nothing is kept. Ids come out in composed Unicode.
    A bad pair raises ``InvalidInput`` with its id as ``subject_id``, where it has one; ``assess_rows`` goes on instead.

    >>> import supervision_core as sc
    >>> ward = sc.regulations.GOOD_PERFORMANCE_2014
    >>> [(who, result.grade.code) for who, result in sc.assess_all(ward, [("o1", sc.Facts.of({"duties.fairly_done": False}))])]
    [('o1', 'below_fair')]
    """
    definitions = as_tuple(vocabulary)
    checks = Checks("assess_all")
    checks.stream("pairs", pairs, "a pair (id, Facts)")
    checks.arguments(assess_all, regulation=regulation, vocabulary=definitions)
    checks.done()
    seen: dict[Hashable, Assessment] = {}
    for pair in pairs:
        try:
            given, facts = pair
        except (TypeError, ValueError):
            raise InvalidInput((Fault("wrong_kind", "pairs", shown(pair), "a pair (id, Facts)"),)) from None
        # Nearly every id is short and plain; asking for that here spares a hundred thousand officials two calls each.
        plain = type(given) is str and given.isascii() and given.isprintable() and given > "!" and len(given) <= _PLAIN_ID
        subject_id = given if plain else _read_id(given)
        if type(facts) is not Facts:
            raise InvalidInput((Fault("not_facts", "facts", shown(facts), "Facts"),), subject_id)
        row = facts._given or facts.row  # noqa: SLF001  the hot path of a population
        found = seen.get(row)
        if found is None:
            try:
                found = assess(regulation, facts, vocabulary=definitions)
            except InvalidInput as error:
                raise error.of_subject(subject_id) from None
            if len(seen) < MOST_ENTRIES:
                seen[row] = found
        yield subject_id, found


def _read_id(given: str) -> str:
    """An id in composed Unicode; raises where it is none."""
    subject_id = composed(given)
    if (fault := identifier_fault(subject_id)) is not None:
        raise InvalidInput((Fault(fault[0], "pairs", shown(given), fault[1]),))
    return subject_id


def explain(assessment: Assessment, facts: Facts, *, vocabulary: Iterable[FactDefinition] = ()) -> Reason:
    """The reasons of an assessment with the sources and states of one case.

    Facts that give another row than the assessment's are refused with ``InvalidInput``.

    >>> import supervision_core as sc
    >>> facts = sc.Facts.of({"duties.fairly_done": False}, sources={"duties.fairly_done": ["minutes-12"]})
    >>> why = sc.explain(sc.assess(sc.regulations.GOOD_PERFORMANCE_2014, facts), facts)
    >>> print(why.leaves()[0].sentence("en"))
    Assigned duties well done: not met (follows from another fact)
    """
    check_arguments(explain, assessment=assessment)
    again = assess(assessment.regulation, facts, vocabulary=vocabulary)
    if again != assessment:
        raise InvalidInput(
            (Fault("other_row", "facts", _row_text(again), f"the facts that were assessed: {_row_text(assessment)}"),)
        )
    # A fact without sources and remarks says what the shared one says.
    more = {fact.code: fact for fact in facts if fact.sources or fact.why is not None}
    return _laid(assessment.reasons, more) if more else assessment.reasons


def _laid(reason: Reason, more: Mapping[str, Fact]) -> Reason:
    """A shared line with the facts of a case in place of their bare values; itself where they say no more than it does."""
    facts = tuple([more.get(fact.code, fact) for fact in reason.facts])
    if all(map(is_, facts, reason.facts)):
        return reason
    return line_of_case(reason, facts, tuple([_laid(child, more) for child in reason.children]) if reason.children else ())


def _row_text(assessment: Assessment) -> str:
    return ", ".join(f"{code}={value}" for code, value in assessment.known) or "nothing known"


def unused_facts(regulation: Regulation, facts: Facts) -> tuple[str, ...]:
    """The codes among the facts that this regulation does not ask for, sorted.

    >>> import supervision_core as sc
    >>> sc.unused_facts(sc.regulations.RESIDENCE_2014, sc.Facts.of({"duties.well_done": True}))
    ('duties.well_done',)
    """
    check_arguments(unused_facts, regulation=regulation, facts=facts)
    asked: Mapping[str, FactDefinition] = regulation.ladder.definitions
    return tuple(fact.code for fact in facts if fact.code not in asked)
