"""The nodes that a criterion is made of: facts, comparisons, and the ways to join them.

Every node may carry a label and a citation, so that a reason can say which line of which rule it stands for.

>>> from supervision_core.criteria.expressions import AllOf, Holds, Not
>>> AllOf(parts=(Holds(code="duties.fairly_done"), Not(part=Holds(code="conduct.violation")))).codes()
('duties.fairly_done', 'conduct.violation')
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from fractions import Fraction
from typing import TypeAlias, final

import attrs

from supervision_core.citations import Citation
from supervision_core.criteria.quantities import Comparison, Quantity, Term
from supervision_core.exact import exact_or_same
from supervision_core.fields import Checks, as_tuple
from supervision_core.text import Label, composed

# Whoever writes a criterion needs quantities beside the nodes, so they are handed on.
__all__ = [
    "NODES",
    "AllOf",
    "AnyOf",
    "AtLeast",
    "Compare",
    "Comparison",
    "Criterion",
    "Exemption",
    "Holds",
    "Not",
    "Quantity",
    "Term",
    "Unless",
    "walk",
]


def _parts(items: Iterable[Criterion]) -> tuple[Criterion, ...]:
    return as_tuple(items)


@attrs.frozen(kw_only=True)
class _Node:
    """What every node has: a label for people and the place in a rule it stands for."""

    #: What people read; None where the facts' own labels say enough.
    label: Label | None = None
    #: The line of a rule that this node stands for.
    citation: Citation | None = None

    def parts_in_order(self) -> tuple[Criterion, ...]:
        """The nodes directly below, in their order; none for a node that reads facts itself."""
        return ()

    def codes(self) -> tuple[str, ...]:
        """The codes of the facts it reads, each once, in the order met."""
        return tuple(dict.fromkeys(code for part in self.parts_in_order() for code in part.codes()))


@final
@attrs.frozen(kw_only=True)
class Holds(_Node):
    """A yes/no fact is answered yes."""

    #: The fact's code.
    code: str = attrs.field(converter=composed)

    def __attrs_post_init__(self) -> None:
        checks = _checks_of(self)
        checks.identifier("code", self.code)
        checks.done()

    def codes(self) -> tuple[str, ...]:
        """The codes of the facts it reads, each once, in the order met."""
        return (self.code,)


@final
@attrs.frozen(kw_only=True)
class Compare(_Node):
    """A quantity is held against a bound, strictly or not."""

    #: What is measured.
    quantity: Quantity
    #: The relation in which it must stand to the bound.
    comparison: Comparison
    #: The bound, exact.
    bound: Fraction = attrs.field(converter=exact_or_same)

    def __attrs_post_init__(self) -> None:
        checks = _checks_of(self)
        checks.kind("quantity", self.quantity, Quantity, "a Quantity")
        checks.member("comparison", self.comparison, Comparison)
        checks.number("bound", self.bound)
        checks.done()

    def codes(self) -> tuple[str, ...]:
        """The codes of the facts it reads, each once, in the order met."""
        return self.quantity.codes()


@final
@attrs.frozen(kw_only=True)
class Not(_Node):
    """The opposite of its part."""

    #: The node whose opposite this is.
    part: Criterion

    def __attrs_post_init__(self) -> None:
        checks = _checks_of(self)
        checks.kind("part", self.part, NODES, _A_NODE)
        checks.done()

    def parts_in_order(self) -> tuple[Criterion, ...]:
        """The nodes directly below."""
        return (self.part,)


@final
@attrs.frozen(kw_only=True)
class AllOf(_Node):
    """Every part is met; with no parts it always is."""

    #: The nodes that are joined, in the order in which people read them.
    parts: tuple[Criterion, ...] = attrs.field(converter=_parts)

    def __attrs_post_init__(self) -> None:
        checks = _checks_of(self)
        checks.each("parts", self.parts, NODES, _A_NODE)
        checks.done()

    def parts_in_order(self) -> tuple[Criterion, ...]:
        """The nodes directly below."""
        return self.parts


@final
@attrs.frozen(kw_only=True)
class AnyOf(_Node):
    """At least one part is met; with no parts it never is."""

    #: The nodes that are joined, in the order in which people read them.
    parts: tuple[Criterion, ...] = attrs.field(converter=_parts)

    def __attrs_post_init__(self) -> None:
        checks = _checks_of(self)
        checks.each("parts", self.parts, NODES, _A_NODE)
        checks.done()

    def parts_in_order(self) -> tuple[Criterion, ...]:
        """The nodes directly below."""
        return self.parts


@final
@attrs.frozen(kw_only=True)
class AtLeast(_Node):
    """At least ``count`` of the parts are met."""

    #: How many must be met, from 0 to the number of parts.
    count: int
    #: The nodes that are joined, in the order in which people read them.
    parts: tuple[Criterion, ...] = attrs.field(converter=_parts)

    def __attrs_post_init__(self) -> None:
        checks = _checks_of(self)
        if checks.each("parts", self.parts, NODES, _A_NODE):
            checks.whole("count", self.count, at_least=0, at_most=len(self.parts))
        checks.done()

    def parts_in_order(self) -> tuple[Criterion, ...]:
        """The nodes directly below."""
        return self.parts


@final
@attrs.frozen(kw_only=True)
class Exemption:
    """A labelled exception: where ``when`` is met, the rule it belongs to is taken as met, or as not met."""

    #: What the exception is called.
    label: Label
    #: When it is live.
    when: Criterion
    #: What it makes of the rule: met (True) or not met (False).
    then: bool
    #: Where it stands.
    citation: Citation | None = None

    def __attrs_post_init__(self) -> None:
        checks = Checks("Exemption")
        checks.kind("label", self.label, Label, "a Label")
        checks.optional_kind("citation", self.citation, Citation, "a Citation")
        checks.kind("when", self.when, NODES, _A_NODE)
        checks.kind("then", self.then, bool, "True or False")
        checks.done()


def _exemptions(items: Iterable[Exemption]) -> tuple[Exemption, ...]:
    return as_tuple(items)


@final
@attrs.frozen(kw_only=True)
class Unless(_Node):
    """A rule with exceptions: a live exception replaces it; two live ones that disagree are a conflict of provisions."""

    #: The rule where no exception is live.
    rule: Criterion
    #: Its exceptions.
    exemptions: tuple[Exemption, ...] = attrs.field(converter=_exemptions)

    def __attrs_post_init__(self) -> None:
        checks = _checks_of(self)
        checks.kind("rule", self.rule, NODES, _A_NODE)
        checks.each("exemptions", self.exemptions, Exemption, "an Exemption")
        checks.done()

    def parts_in_order(self) -> tuple[Criterion, ...]:
        """The nodes directly below: the rule, then what makes each exception live."""
        return (self.rule, *(exemption.when for exemption in self.exemptions))


#: Any node.
Criterion: TypeAlias = Holds | Compare | Not | AllOf | AnyOf | AtLeast | Unless

#: The classes of nodes, for checks.
NODES = (Holds, Compare, Not, AllOf, AnyOf, AtLeast, Unless)
_A_NODE = "a criterion: Holds, Compare, Not, AllOf, AnyOf, AtLeast or Unless"


def _checks_of(node: Criterion) -> Checks:
    checks = Checks(type(node).__name__)
    checks.optional_kind("label", node.label, Label, "a Label")
    checks.optional_kind("citation", node.citation, Citation, "a Citation")
    return checks


def walk(criterion: Criterion) -> Iterator[Criterion]:
    """The node and all nodes below it, each before its parts."""
    yield criterion
    for part in criterion.parts_in_order():
        yield from walk(part)
