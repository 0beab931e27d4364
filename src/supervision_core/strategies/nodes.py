"""The nodes and definitions that regulations are made of, and what can be asked of a ladder."""

from __future__ import annotations

from collections.abc import Iterator
from fractions import Fraction
from operator import attrgetter

from hypothesis import strategies as st

from supervision_core.criteria.explain import Reason
from supervision_core.criteria.ladders import Grade, Implication, Ladder, Rung
from supervision_core.criteria.nodes import (
    AllOf,
    AnyOf,
    AtLeast,
    Compare,
    Comparison,
    Criterion,
    Exemption,
    Holds,
    Measure,
    Not,
    Quantity,
    Term,
    Unless,
    YesNo,
)
from supervision_core.criteria.questions import Answer, Question
from supervision_core.criteria.tables import DecisionTable, Finding, TableCell, TableRow
from supervision_core.judging.assessing import Assessment, assess, explain
from supervision_core.judging.compare import check_regulation, decision_table
from supervision_core.regulations import GOOD_PERFORMANCE_2014, Regulation
from supervision_core.strategies.judging import facts, regulations
from supervision_core.strategies.law import citations
from supervision_core.strategies.picking import parts
from supervision_core.strategies.words import identifiers, labels
from supervision_core.values.facts import Facts

__all__ = [
    "all_of_nodes",
    "answers",
    "any_of_nodes",
    "at_least_nodes",
    "compare_nodes",
    "criteria",
    "decision_tables",
    "exemptions",
    "findings",
    "grades",
    "holds_nodes",
    "implications",
    "ladders",
    "measure_definitions",
    "not_nodes",
    "quantities",
    "questions",
    "reasons",
    "rungs",
    "table_cells",
    "table_rows",
    "terms",
    "unless_nodes",
    "yes_no_definitions",
]

# Built once: Hypothesis checks each strategy object anew.
_WIDEST_STEP = 3
# The plainest first, since a failing example is made as plain as it can be.
_FRACTIONS = sorted(
    {Fraction(over, under) for under in range(1, 5) for over in range(-5 * under, 5 * under + 1)},
    key=lambda one: (one.denominator, abs(one), one < 0),
)
_NUMBERS = st.sampled_from(_FRACTIONS)
_WEIGHTS = st.sampled_from([one for one in _FRACTIONS if one])
_STEPS = st.sampled_from([one for one in _FRACTIONS if 0 < one <= _WIDEST_STEP])
_YES_OR_NO = st.booleans()
_LABELS = labels()
_MAYBE_LABEL = st.one_of(st.none(), _LABELS)
_MAYBE_CITATION = st.one_of(st.none(), citations())
_MAYBE = st.sampled_from([None, True, False])
_CODES = st.one_of(st.sampled_from(["duties.well_done", "civic.standing", "score"]), identifiers())
_WARD = GOOD_PERFORMANCE_2014


def yes_no_definitions() -> st.SearchStrategy[YesNo]:
    """Facts with a yes/no answer, favourable, unfavourable or neither."""
    return st.builds(YesNo, code=_CODES, label=_LABELS, favourable=_MAYBE, not_applicable_as=_MAYBE, citation=_MAYBE_CITATION)


@st.composite
def measure_definitions(draw: st.DrawFn, *, max_steps: int = 20) -> Measure:
    """Measures of up to ``max_steps`` steps, of a single value too, and with steps that are no whole numbers."""
    low = draw(_NUMBERS)
    step = draw(_STEPS)
    steps = draw(st.integers(0, max_steps))
    outside = draw(st.integers(0, steps)) if draw(_YES_OR_NO) else None
    return Measure(
        code=draw(_CODES),
        label=draw(_LABELS),
        low=low,
        high=low + steps * step,
        step=step,
        only_steps=draw(_YES_OR_NO),
        higher_is_better=draw(_MAYBE),
        not_applicable_as=None if outside is None else low + outside * step,
        unit=draw(_MAYBE_LABEL),
        citation=draw(_MAYBE_CITATION),
    )


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


def not_nodes() -> st.SearchStrategy[Not]:
    """Criteria turned round."""
    return _not(criteria(max_leaves=2))


def all_of_nodes() -> st.SearchStrategy[AllOf]:
    """Criteria that all must be met; none at all among them."""
    return _all_of(criteria(max_leaves=2))


def any_of_nodes() -> st.SearchStrategy[AnyOf]:
    """Criteria of which one must be met; none at all among them."""
    return _any_of(criteria(max_leaves=2))


def at_least_nodes() -> st.SearchStrategy[AtLeast]:
    """Criteria of which so many must be met, from none to all."""
    return _at_least(criteria(max_leaves=2))


def unless_nodes() -> st.SearchStrategy[Unless]:
    """Criteria with exceptions."""
    return _unless(criteria(max_leaves=2))


def exemptions() -> st.SearchStrategy[Exemption]:
    """Exceptions to a criterion."""
    return _exemptions(criteria(max_leaves=2))


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


def grades() -> st.SearchStrategy[Grade]:
    """Grades, some without a rank."""
    return st.builds(Grade, code=identifiers(), label=_LABELS, rank=st.one_of(st.none(), st.integers(0, 5)))


_CODES_IN_ANY_ORDER = st.permutations(["duties.well_done", "duties.fairly_done", "civic.standing"])


@st.composite
def implications(draw: st.DrawFn) -> Implication:
    """Implications between two facts."""
    code, then_code = draw(_CODES_IN_ANY_ORDER)[:2]
    return Implication(
        code=code,
        answer=draw(_YES_OR_NO),
        then_code=then_code,
        then_answer=draw(_YES_OR_NO),
        label=draw(_LABELS),
        citation=draw(_MAYBE_CITATION),
    )


def ladders(*, max_facts: int = 5) -> st.SearchStrategy[Ladder]:
    """Ladders of up to ``max_facts`` yes/no facts, measures besides: holes and exceptions included."""
    return regulations(max_facts=max_facts).map(attrgetter("ladder"))


def rungs() -> st.SearchStrategy[Rung]:
    """Single rungs: a grade with its criterion."""
    return st.builds(Rung, grade=grades(), criterion=criteria(), citation=_MAYBE_CITATION)


def decision_tables() -> st.SearchStrategy[DecisionTable]:
    """The tables of random regulations; some have a single row that leaves every column open."""
    return regulations().map(decision_table)


def table_rows() -> st.SearchStrategy[TableRow]:
    """Rows of decision tables."""
    return parts(decision_tables(), attrgetter("rows"))


def table_cells() -> st.SearchStrategy[TableCell]:
    """Cells of decision tables: answers and intervals, open or closed."""
    return parts(decision_tables(), _cells)


def _cells(table: DecisionTable) -> tuple[TableCell, ...]:
    found = tuple(cell for row in table.rows for cell in row.cells if cell is not None)
    return found or _cells(decision_table(_WARD))


def findings() -> st.SearchStrategy[Finding]:
    """What is wrong with random regulations; that some fact never matters, at least."""
    return parts(st.one_of(regulations(), regulations().map(_with_dead_fact)), check_regulation)


def _with_dead_fact(regulation: Regulation) -> Regulation:
    never = YesNo(code="never asked", label=regulation.label)
    ladder = Ladder(facts=(*regulation.ladder.facts, never), rungs=regulation.ladder.rungs)
    return Regulation(
        code=regulation.code,
        version=regulation.version,
        label=regulation.label,
        category=regulation.category,
        citation=regulation.citation,
        ladder=ladder,
    )


def questions() -> st.SearchStrategy[Question]:
    """Open questions of cases in which something is unknown."""
    cases = regulations().flatmap(lambda one: facts(one).map(lambda some: assess(one, some)))
    return parts(cases, _questions)


def _questions(assessment: Assessment) -> tuple[Question, ...]:
    return assessment.questions or assess(assessment.regulation, Facts()).questions or assess(_WARD, Facts()).questions


def answers() -> st.SearchStrategy[Answer]:
    """Answers to open questions, with the grades that each leaves possible."""
    return parts(questions(), attrgetter("answers"))


def reasons() -> st.SearchStrategy[Reason]:
    """Reasons of every depth, explained with the sources of a case or bare."""
    cases = st.one_of(st.just(_WARD), regulations()).flatmap(lambda one: st.tuples(st.just(one), facts(one)))
    trees = st.one_of(cases.map(lambda case: assess(*case).reasons), cases.map(lambda case: explain(assess(*case), case[1])))
    return parts(trees, _all_reasons)


def _all_reasons(reason: Reason) -> Iterator[Reason]:
    yield reason
    for child in reason.children:
        yield from _all_reasons(child)
