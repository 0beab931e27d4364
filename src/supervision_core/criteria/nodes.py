"""What a criterion is made of: facts and measures, quantities and bounds, and the nodes that join them.

Every node may carry a label and a citation, so that a reason can say which line of which rule it stands for.

>>> from supervision_core.criteria import AllOf, Holds, Not
>>> AllOf(parts=(Holds(code="duties.fairly_done"), Not(part=Holds(code="conduct.violation")))).codes()
('duties.fairly_done', 'conduct.violation')
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from enum import Enum
from fractions import Fraction
from typing import Final, TypeAlias, final

import attrs

from supervision_core.values.checks import Checks, as_tuple, check_arguments
from supervision_core.values.citations import Citation
from supervision_core.values.exact import exact_or_none, exact_or_same, whole_or_same
from supervision_core.values.labels import Label
from supervision_core.values.text import composed, shown

__all__ = [
    "AllOf",
    "AnyOf",
    "AtLeast",
    "Compare",
    "Comparison",
    "Criterion",
    "Exemption",
    "FactDefinition",
    "Holds",
    "Measure",
    "Not",
    "Quantity",
    "Term",
    "Unless",
    "YesNo",
]


@final
@attrs.frozen(kw_only=True)
class YesNo:
    """A fact that is answered yes or no.

    >>> from supervision_core import Label
    >>> from supervision_core.criteria import YesNo
    >>> violation = YesNo(code="conduct.violation", label=Label("Có vi phạm", "A violation"), favourable=False)
    """

    #: Its code.
    code: str = attrs.field(converter=composed)
    #: What it says when the answer is yes.
    label: Label
    #: The answer that speaks for the person; None where neither does.
    favourable: bool | None = True
    #: The answer that "not applicable" counts as; None where "not applicable" is refused.
    not_applicable_as: bool | None = None
    #: Where it comes from.
    citation: Citation | None = None

    def __attrs_post_init__(self) -> None:
        checks = Checks(f"YesNo {shown(self.code)}")
        checks.identifier("code", self.code)
        checks.kind("label", self.label, Label, "a Label")
        checks.optional_kind("favourable", self.favourable, bool, "True or False")
        checks.optional_kind("not_applicable_as", self.not_applicable_as, bool, "True or False")
        checks.optional_kind("citation", self.citation, Citation, "a Citation")
        checks.done()

    def refusal(self, value: object) -> str | None:
        """What would be right where a value does not fit; None when it fits."""
        return None if isinstance(value, bool) else "True or False"


@final
@attrs.frozen(kw_only=True)
class Measure:
    """A fact that is an exact number between ``low`` and ``high`` (both inclusive).

    ``step`` is the grid on which a value that is still unknown is looked for; a known value may be finer, unless
    ``only_steps`` says that there is nothing between two steps.

    >>> from supervision_core import Label
    >>> from supervision_core.criteria import Measure
    >>> share = Measure(code="tasks.share", label=Label("Tỷ lệ", "Share"), low=0, high=100, step=1)
    >>> share.refusal(101)
    'a number from 0 to 100'
    """

    #: Its code.
    code: str = attrs.field(converter=composed)
    #: What it measures.
    label: Label
    #: The least value, inclusive.
    low: Fraction = attrs.field(converter=exact_or_same)
    #: The greatest value, inclusive.
    high: Fraction = attrs.field(converter=exact_or_same)
    #: The distance between two neighbouring values that an unknown one may take, counted from ``low``.
    step: Fraction = attrs.field(converter=exact_or_same)
    #: Whether a known value must be one of the steps too.
    only_steps: bool = False
    #: Whether more of it speaks for the person; None where neither more nor less does.
    higher_is_better: bool | None = True
    #: The value that "not applicable" counts as; None where "not applicable" is refused.
    not_applicable_as: Fraction | None = attrs.field(default=None, converter=exact_or_none)
    #: What it is counted in.
    unit: Label | None = None
    #: Where it comes from.
    citation: Citation | None = None

    def __attrs_post_init__(self) -> None:
        checks = Checks(f"Measure {shown(self.code)}")
        checks.identifier("code", self.code)
        checks.kind("label", self.label, Label, "a Label")
        checks.kind("only_steps", self.only_steps, bool, "True or False")
        checks.optional_kind("higher_is_better", self.higher_is_better, bool, "True or False")
        checks.optional_kind("unit", self.unit, Label, "a Label")
        checks.optional_kind("citation", self.citation, Citation, "a Citation")
        exact = [checks.number(name, getattr(self, name)) for name in ("low", "high", "step")]
        if all(exact):
            self._check_range(checks)
        checks.done()

    def _check_range(self, checks: Checks) -> None:
        if self.not_applicable_as is not None and not checks.number("not_applicable_as", self.not_applicable_as):
            return
        if self.step <= 0:
            checks.fault("too_small", "step", str(self.step), "more than 0")
        elif self.high < self.low:
            checks.fault("too_small", "high", str(self.high), f"at least low, {self.low}")
        elif (self.high - self.low) % self.step != 0:
            checks.fault("off_grid", "step", str(self.step), f"a whole number of steps from {self.low} to {self.high}")
        elif self.not_applicable_as is not None and (expected := self.refusal(self.not_applicable_as)):
            checks.fault("out_of_range", "not_applicable_as", str(self.not_applicable_as), expected)

    @property
    def steps(self) -> int:
        """How many steps lie between the least and the greatest value."""
        return int((self.high - self.low) / self.step)

    def refusal(self, value: object) -> str | None:
        """What would be right where a value does not fit; None when it fits."""
        if isinstance(value, bool) or not isinstance(value, int | Fraction) or not self.low <= value <= self.high:
            return f"a number from {self.low} to {self.high}"
        if self.only_steps and (value - self.low) % self.step != 0:
            return f"a number from {self.low} to {self.high} in steps of {self.step}"
        return None


#: A yes/no fact or a measure.
FactDefinition: TypeAlias = YesNo | Measure


@final
class Comparison(Enum):
    """How a quantity is held against a bound; "over 70 %" is strict, "at least 70 %" is not."""

    AT_LEAST = ">="
    MORE_THAN = ">"
    AT_MOST = "<="
    LESS_THAN = "<"

    def holds(self, value: Fraction, bound: Fraction) -> bool:
        """Whether the value stands in this relation to the bound."""
        if type(value) is not Fraction or type(bound) is not Fraction:
            check_arguments(Comparison.holds, value=value, bound=bound)
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

    >>> from supervision_core.criteria import Quantity
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


# Whoever writes a criterion needs quantities beside the nodes, so they are handed on.


def _parts(items: Iterable[Criterion]) -> tuple[Criterion, ...]:
    return as_tuple(items)


@attrs.frozen(kw_only=True)
class _Node:
    """What every node has: a label for people and the place in a rule it stands for."""

    #: What people read; None where the facts' own labels say enough.
    label: Label | None = None
    #: The line of a rule that this node stands for.
    citation: Citation | None = None
    # How deep nodes stand in each other, itself included: what is read node by node must end well within Python's own bound.
    _depth: int = attrs.field(init=False, default=1, eq=False, repr=False)

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
        _note_depth(self, checks)
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
        _note_depth(self, checks)
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
        _note_depth(self, checks)
        checks.done()

    def parts_in_order(self) -> tuple[Criterion, ...]:
        """The nodes directly below."""
        return self.parts


@final
@attrs.frozen(kw_only=True)
class AtLeast(_Node):
    """At least ``count`` of the parts are met."""

    #: How many must be met, from 0 to the number of parts.
    count: int = attrs.field(converter=whole_or_same)
    #: The nodes that are joined, in the order in which people read them.
    parts: tuple[Criterion, ...] = attrs.field(converter=_parts)

    def __attrs_post_init__(self) -> None:
        checks = _checks_of(self)
        if checks.each("parts", self.parts, NODES, _A_NODE):
            checks.whole("count", self.count, at_least=0, at_most=len(self.parts))
        _note_depth(self, checks)
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
        _note_depth(self, checks)
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


#: Criteria may stand in each other so deep.
MOST_DEEP: Final = 100


def _note_depth(node: Criterion, checks: Checks) -> None:
    if checks.clean:
        depth = 1 + max((part._depth for part in node.parts_in_order()), default=0)  # noqa: SLF001  this module's own
        object.__setattr__(node, "_depth", depth)
        if depth > MOST_DEEP:
            checks.fault("too_deep", "", depth, f"criteria that stand in each other at most {MOST_DEEP} deep")


def walk(criterion: Criterion) -> Iterator[Criterion]:
    """The node and all nodes below it, each before its parts."""
    yield criterion
    for part in criterion.parts_in_order():
        yield from walk(part)
