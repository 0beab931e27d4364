"""Facts, rules and what comes of judging: generators for tests."""

from __future__ import annotations

from collections.abc import Sequence
from fractions import Fraction
from functools import cache
from itertools import combinations
from operator import attrgetter

import attrs
from hypothesis import strategies as st

from supervision_core.criteria.ladders import Grade, Implication, Ladder, Rung, closed_answers
from supervision_core.criteria.nodes import (
    AllOf,
    AnyOf,
    AtLeast,
    Compare,
    Comparison,
    Criterion,
    Exemption,
    FactDefinition,
    Holds,
    Measure,
    Not,
    Quantity,
    Term,
    Unless,
    YesNo,
)
from supervision_core.judging.assessing import Assessment, assess
from supervision_core.judging.columns import Judged, assess_columns
from supervision_core.judging.decisions import Decision, DecisionGround
from supervision_core.judging.quotas import Quota, QuotaBase, Rounding
from supervision_core.judging.yearly import (
    PeriodFacts,
    PeriodState,
)
from supervision_core.regulations import (
    GOOD_PERFORMANCE_2014,
    Regulation,
)
from supervision_core.strategies.values import AWKWARD, citations, days, identifiers, labels, parts, periods
from supervision_core.values.citations import Citation, Instrument, InstrumentKind, Verification
from supervision_core.values.facts import Fact, Facts, FactState
from supervision_core.values.labels import Label
from supervision_core.values.periods import Period

__all__ = [
    "assessments",
    "compare_nodes",
    "criteria",
    "decisions",
    "facts",
    "holds_nodes",
    "judged_tables",
    "ladders",
    "period_facts",
    "quantities",
    "quotas",
    "regulations",
    "single_facts",
    "terms",
]

# The plainest first, since a failing example is made as plain as it can be.
_FRACTIONS = sorted(
    {Fraction(over, under) for under in range(1, 5) for over in range(-5 * under, 5 * under + 1)},
    key=lambda one: (one.denominator, abs(one), one < 0),
)
_NUMBERS = st.sampled_from(_FRACTIONS)
_WEIGHTS = st.sampled_from([one for one in _FRACTIONS if one])
_YES_OR_NO = st.booleans()
_LABELS = labels()
_MAYBE_LABEL = st.one_of(st.none(), _LABELS)
_MAYBE_CITATION = st.one_of(st.none(), citations())
_CODES = st.one_of(st.sampled_from(["duties.well_done", "civic.standing", "score"]), identifiers())


def terms() -> st.SearchStrategy[Term]:
    """Terms of weighted sums, negative weights among them."""
    return st.builds(Term, code=_CODES, weight=_WEIGHTS)


def quantities() -> st.SearchStrategy[Quantity]:
    """Weighted sums of up to three measures."""
    some = st.lists(terms(), min_size=1, max_size=3, unique_by=attrgetter("code"))
    return st.builds(Quantity, terms=some, constant=_NUMBERS, label=_MAYBE_LABEL)


def criteria(*, max_leaves: int = 5) -> st.SearchStrategy[Criterion]:
    """Criteria of every kind, nested, with up to ``max_leaves`` leaves."""
    leaves: st.SearchStrategy[Criterion] = st.one_of(holds_nodes(), compare_nodes())
    return st.recursive(leaves, _joined, max_leaves=max_leaves)


def _joined(part: st.SearchStrategy[Criterion]) -> st.SearchStrategy[Criterion]:
    return st.one_of(_not(part), _all_of(part), _any_of(part), _at_least(part), _unless(part))


def holds_nodes() -> st.SearchStrategy[Holds]:
    """Criteria that a fact holds."""
    return st.builds(Holds, label=_MAYBE_LABEL, citation=_MAYBE_CITATION, code=_CODES)


def compare_nodes() -> st.SearchStrategy[Compare]:
    """Criteria that compare a quantity with a bound."""
    comparisons = st.sampled_from(Comparison)
    return st.builds(Compare, label=_MAYBE_LABEL, quantity=quantities(), comparison=comparisons, bound=_NUMBERS)


def _not(part: st.SearchStrategy[Criterion]) -> st.SearchStrategy[Not]:
    return st.builds(Not, label=_MAYBE_LABEL, part=part)


def _all_of(part: st.SearchStrategy[Criterion]) -> st.SearchStrategy[AllOf]:
    return st.builds(AllOf, citation=_MAYBE_CITATION, parts=st.lists(part, max_size=3))


def _any_of(part: st.SearchStrategy[Criterion]) -> st.SearchStrategy[AnyOf]:
    return st.builds(AnyOf, citation=_MAYBE_CITATION, parts=st.lists(part, max_size=3))


def _at_least(part: st.SearchStrategy[Criterion]) -> st.SearchStrategy[AtLeast]:
    asked = st.tuples(st.lists(part, max_size=3), st.integers(0, 3))
    return asked.map(lambda drawn: AtLeast(count=min(drawn[1], len(drawn[0])), parts=drawn[0]))


def _unless(part: st.SearchStrategy[Criterion]) -> st.SearchStrategy[Unless]:
    return st.builds(Unless, label=_MAYBE_LABEL, rule=part, exemptions=st.lists(_exemptions(part), max_size=2))


def _exemptions(part: st.SearchStrategy[Criterion]) -> st.SearchStrategy[Exemption]:
    return st.builds(Exemption, label=_LABELS, when=part, then=_YES_OR_NO, citation=_MAYBE_CITATION)


def ladders(*, max_facts: int = 5) -> st.SearchStrategy[Ladder]:
    """Ladders of up to ``max_facts`` yes/no facts, measures besides: holes and exceptions included."""
    return regulations(max_facts=max_facts).map(attrgetter("ladder"))


_PLAIN = Label("mục", "item")
_LOCAL = Citation(
    instrument=Instrument(kind=InstrumentKind.PLAN, title=Label("Kế hoạch giả định", "An invented plan")),
    verification=Verification.REPORTED,
)


@cache
def _up_to(most: int) -> st.SearchStrategy[int]:
    return st.integers(0, most)


# One draw for all sources of a fact: there are many facts.
_SOURCES = st.sampled_from([*[()] * 50, *[("minutes-1",)] * 20, *combinations(AWKWARD[:9], 2)])
_NOT_SHOWN = Fact(code="any")
_UNKNOWN = (
    _NOT_SHOWN,
    _NOT_SHOWN,
    Fact(code="any", state=FactState.CONTESTED, sources=("minutes-1", "minutes-2")),
    Fact(code="any", why=_PLAIN),
)
# A quarter of the facts is unknown.
_MAYBE_UNKNOWN = st.sampled_from((*_UNKNOWN, *[None] * (3 * len(_UNKNOWN))))


def facts(regulation: Regulation = GOOD_PERFORMANCE_2014, *, complete: bool = False) -> st.SearchStrategy[Facts]:
    """Facts that the regulation accepts: right kinds, consistent with its implications, some unknown unless ``complete``."""
    return _facts(regulation, complete=complete)


@st.composite
def _facts(draw: st.DrawFn, regulation: Regulation, *, complete: bool) -> Facts:
    ladder = regulation.ladder
    settled: dict[str, bool] = {}
    found: list[Fact] = []
    for definition in ladder.facts:
        unknown = None if complete else draw(_MAYBE_UNKNOWN)
        if unknown is not None:
            found.append(attrs.evolve(unknown, code=definition.code))
            continue
        if isinstance(definition, Measure):
            steps = int((definition.high - definition.low) / definition.step)
            value: bool | Fraction = definition.low + definition.step * draw(_up_to(steps))
        else:
            value = settled[definition.code] if definition.code in settled else draw(_YES_OR_NO)
            closed = closed_answers(ladder, {**settled, definition.code: value})
            if not isinstance(closed, dict):
                value = not value
                closed = closed_answers(ladder, {**settled, definition.code: value})
            assert isinstance(closed, dict)
            settled = closed
        found.append(Fact(code=definition.code, value=value, sources=draw(_SOURCES)))
    return Facts(found)


_FAVOURABLE = st.sampled_from([True, False, None])
_HIGHEST = st.integers(1, 4)
_JUDGING_WEIGHTS = st.sampled_from([Fraction(1), Fraction(2), Fraction(-1), Fraction(1, 2)])
_CONSTANTS = st.integers(-1, 1)
_COMPARISONS = st.sampled_from(Comparison)
_BOUNDS = st.integers(-2, 6)
_KINDS = (Holds, Not, AllOf, AnyOf, AtLeast)
_NODES = {False: st.sampled_from(_KINDS), True: st.sampled_from((*_KINDS, Unless))}


def regulations(*, max_facts: int = 5, measures: bool = True, exemptions: bool = True) -> st.SearchStrategy[Regulation]:
    """Random regulations of up to ``max_facts`` facts: implications, sums, exceptions and holes included."""
    return _regulations(max_facts, measures, exemptions)


@st.composite
def _regulations(draw: st.DrawFn, max_facts: int, measures: bool, exemptions: bool) -> Regulation:
    answered = [f"yes{number}" for number in range(1 + draw(_up_to(max_facts - 1)))]
    measured = [f"sum{number}" for number in range(draw(_up_to(2)))] if measures else []
    definitions: list[FactDefinition] = [
        YesNo(code=code, label=draw(_LABELS), favourable=draw(_FAVOURABLE)) for code in answered
    ]
    definitions += [Measure(code=code, label=_PLAIN, low=0, high=draw(_HIGHEST), step=1) for code in measured]
    quantities = _quantities(draw, measured)

    def leaf() -> Criterion:
        if len(quantities) > 0 and draw(_YES_OR_NO):
            quantity = quantities[draw(_up_to(len(quantities) - 1))]
            return Compare(quantity=quantity, comparison=draw(_COMPARISONS), bound=draw(_BOUNDS))
        return Holds(code=answered[draw(_up_to(len(answered) - 1))])

    def criterion(depth: int = 2) -> Criterion:
        kind = draw(_NODES[exemptions]) if depth else Holds
        if kind is Holds:
            return leaf()
        if kind is Not:
            return Not(part=criterion(depth - 1))
        if kind is Unless:
            excepted = [
                Exemption(label=_PLAIN, when=criterion(depth - 1), then=draw(_YES_OR_NO)) for _ in range(draw(_up_to(2)))
            ]
            return Unless(rule=criterion(depth - 1), exemptions=excepted)
        parts = [criterion(depth - 1) for _ in range(draw(_up_to(3)))]
        if kind is AtLeast:
            return AtLeast(count=draw(_up_to(len(parts))), parts=parts)
        return AllOf(parts=parts) if kind is AllOf else AnyOf(parts=parts)

    count = 1 + draw(_up_to(2))
    rungs = [Rung(grade=_grade(count - place), criterion=criterion()) for place in range(count)]
    if draw(_YES_OR_NO):
        rungs.append(Rung(grade=_grade(0), criterion=AllOf(parts=())))
    # Two implications can never contradict themselves; it takes four.
    ladder = Ladder(facts=definitions, implications=_implications(draw, answered), rungs=rungs)
    return Regulation(code="invented", version=1, label=_PLAIN, category="invented", citation=_LOCAL, ladder=ladder)


def _grade(rank: int) -> Grade:
    return Grade(code=f"grade{rank}", label=Label(f"Hạng {rank}", f"Grade {rank}"), rank=rank)


def _quantities(draw: st.DrawFn, measured: Sequence[str]) -> list[Quantity]:
    if len(measured) > 1 and draw(_YES_OR_NO):
        terms = tuple(Term(code=code, weight=draw(_JUDGING_WEIGHTS)) for code in measured)
        return [Quantity(terms=terms, constant=draw(_CONSTANTS))]
    return [Quantity(terms=(Term(code=code, weight=draw(_JUDGING_WEIGHTS)),)) for code in measured]


def _implications(draw: st.DrawFn, answered: Sequence[str]) -> list[Implication]:
    found = []
    for _ in range(draw(_up_to(2)) if len(answered) > 1 else 0):
        code = answered[draw(_up_to(len(answered) - 1))]
        others = [other for other in answered if other != code]
        then_code = others[draw(_up_to(len(others) - 1))]
        found.append(
            Implication(code=code, answer=draw(_YES_OR_NO), then_code=then_code, then_answer=draw(_YES_OR_NO), label=_PLAIN)
        )
    return found


def assessments(regulation: Regulation = GOOD_PERFORMANCE_2014) -> st.SearchStrategy[Assessment]:
    """Assessments by a regulation."""
    return facts(regulation).map(lambda some: assess(regulation, some))


# Built once: Hypothesis checks each strategy object anew.
_IDENTIFIERS = identifiers()
_DAYS = days()
_PERIODS = periods()
_FACTS = facts()
_ASSESSMENTS = assessments()
_GROUNDS = st.sampled_from(DecisionGround)
_DECIDERS = st.sampled_from(["Chủ tịch Ủy ban nhân dân phường", "standing board"])


def single_facts() -> st.SearchStrategy[Fact]:
    """Single facts of the ward's criterion: found, not shown, contested, with sources and without."""
    return parts(_FACTS, lambda some: some.facts or (Fact(code="civic.standing"),))


@st.composite
def decisions(draw: st.DrawFn, *, subject_id: str | None = None) -> Decision:
    """Decisions on a grade: original ones, and ones that replace an earlier one."""
    ground = draw(_GROUNDS)
    return Decision(
        id=draw(_IDENTIFIERS),
        subject_id=draw(_IDENTIFIERS) if subject_id is None else subject_id,
        assessment=draw(_ASSESSMENTS),
        decided_on=draw(_DAYS),
        decided_by=draw(_DECIDERS),
        ground=ground,
        supersedes=None if ground is DecisionGround.ORIGINAL else draw(_IDENTIFIERS),
    )


def quotas() -> st.SearchStrategy[Quota]:
    """Quotas on the ward's best grade, by every base and rounding."""
    return st.builds(
        Quota,
        grade=st.just("good"),
        falls_to=st.just("fair"),
        share=st.sampled_from([Fraction(1, 5), Fraction(1, 2), Fraction(0), Fraction(1)]),
        base=st.sampled_from(QuotaBase),
        rounding=st.sampled_from(Rounding),
        citation=st.one_of(st.none(), citations()),
    )


def period_facts(*, period: Period | None = None) -> st.SearchStrategy[PeriodFacts]:
    """The facts of a period, or that it was not worked."""
    when = _PERIODS if period is None else st.just(period)
    idle = st.sampled_from([PeriodState.ON_LEAVE, PeriodState.NOT_IN_POST])
    return st.one_of(
        st.builds(PeriodFacts, period=when, state=st.just(PeriodState.WORKED), facts=_FACTS),
        st.builds(PeriodFacts, period=when, state=idle),
    )


# What may stand in a cell of a yes/no column; one cell in ten is wrong.
_CELLS = st.sampled_from([True, True, True, False, False, False, None, None, FactState.CONTESTED, 1])


def judged_tables(regulation: Regulation = GOOD_PERFORMANCE_2014, *, max_rows: int = 5) -> st.SearchStrategy[Judged]:
    """Tables judged by a regulation, of good rows, open rows and faulty ones, with ids or without."""
    return _judged_tables(regulation, max_rows)


@st.composite
def _judged_tables(draw: st.DrawFn, regulation: Regulation, max_rows: int) -> Judged:
    rows = draw(_up_to(max_rows))
    codes = draw(st.sets(st.sampled_from([fact.code for fact in regulation.ladder.facts])))
    columns = {code: draw(st.lists(_CELLS, min_size=rows, max_size=rows)) for code in sorted(codes)}
    ids = None if draw(_YES_OR_NO) else draw(st.lists(st.sampled_from(["o1", "o2", *AWKWARD]), min_size=rows, max_size=rows))
    return assess_columns(regulation, columns, ids)
