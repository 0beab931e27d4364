"""What is measured: a measure or a weighted sum of measures, and how it is held against a bound."""

from __future__ import annotations

from collections.abc import Iterable
from enum import Enum
from fractions import Fraction
from typing import final

import attrs

from supervision_core.exact import exact_or_same
from supervision_core.fields import Checks, as_tuple
from supervision_core.text import Label, composed

__all__ = ["Comparison", "Quantity", "Term"]


@final
class Comparison(Enum):
    """How a quantity is held against a bound; "over 70 %" is strict, "at least 70 %" is not."""

    AT_LEAST = ">="
    MORE_THAN = ">"
    AT_MOST = "<="
    LESS_THAN = "<"

    def holds(self, value: Fraction, bound: Fraction) -> bool:
        """Whether the value stands in this relation to the bound."""
        if self is Comparison.AT_LEAST:
            return value >= bound
        if self is Comparison.MORE_THAN:
            return value > bound
        if self is Comparison.AT_MOST:
            return value <= bound
        return value < bound


@final
@attrs.frozen(kw_only=True)
class Term:
    """One measure in a weighted sum."""

    #: The measure's code.
    code: str = attrs.field(converter=composed)
    #: What it is multiplied by; not 0.
    weight: Fraction = attrs.field(default=Fraction(1), converter=exact_or_same)

    def __attrs_post_init__(self) -> None:
        checks = Checks("Term")
        checks.identifier("code", self.code)
        if checks.number("weight", self.weight) and self.weight == 0:
            checks.fault("zero", "weight", 0, "a weight other than 0")
        checks.done()


def _terms(items: Iterable[Term]) -> tuple[Term, ...]:
    return as_tuple(items)


@final
@attrs.frozen(kw_only=True)
class Quantity:
    """A measure, or a weighted sum of measures plus a constant; each measure at most once.

    >>> from supervision_core.criteria.quantities import Quantity
    >>> Quantity.of("points.general").codes()
    ('points.general',)
    """

    #: The measures with their weights.
    terms: tuple[Term, ...] = attrs.field(converter=_terms)
    #: What is added to the sum.
    constant: Fraction = attrs.field(default=Fraction(0), converter=exact_or_same)
    #: What the sum is called; it is no part of what is measured.
    label: Label | None = attrs.field(default=None, eq=False)

    def __attrs_post_init__(self) -> None:
        checks = Checks("Quantity")
        if checks.each("terms", self.terms, Term, "a Term"):
            checks.identifiers("terms", self.codes())
            if not self.terms:
                checks.fault("empty", "terms", (), "at least one Term")
        checks.number("constant", self.constant)
        checks.optional_kind("label", self.label, Label, "a Label")
        checks.done()

    @classmethod
    def of(cls, code: str) -> Quantity:
        """A single measure, taken as it is."""
        return cls(terms=(Term(code=code),))

    def codes(self) -> tuple[str, ...]:
        """The measures in it, in their order."""
        return tuple(term.code for term in self.terms)
