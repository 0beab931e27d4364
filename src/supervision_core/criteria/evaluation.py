"""A criterion laid directly against values: the plain reading, node by node.

It is the definition that the tables of :mod:`supervision_core.criteria.space` must agree with,
and what judges a ladder whose fact space is too large for tables.
"""

from __future__ import annotations

from collections.abc import Mapping
from fractions import Fraction
from functools import reduce
from operator import and_, or_

from supervision_core.criteria.expressions import AllOf, AnyOf, AtLeast, Compare, Criterion, Holds, Not, Unless
from supervision_core.criteria.ladders import CONFLICT, NO_RULE, Grade, Ladder
from supervision_core.criteria.quantities import Quantity
from supervision_core.fact import Value
from supervision_core.verdicts import Verdict

__all__ = ["evaluate", "outcome", "total"]


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

    >>> from supervision_core.criteria.evaluation import evaluate
    >>> from supervision_core.criteria.expressions import AllOf, Holds
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
