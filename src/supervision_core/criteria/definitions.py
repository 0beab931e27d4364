"""What a fact's code means: its label, which values it may have, and which of them speaks for the person."""

from __future__ import annotations

from fractions import Fraction
from typing import TypeAlias, final

import attrs

from supervision_core.citations import Citation
from supervision_core.exact import exact_or_none, exact_or_same
from supervision_core.fact import Value
from supervision_core.fields import Checks
from supervision_core.text import Label, composed, shown

__all__ = ["FactDefinition", "Measure", "YesNo"]


@final
@attrs.frozen(kw_only=True)
class YesNo:
    """A fact that is answered yes or no.

    >>> from supervision_core import Label
    >>> from supervision_core.criteria.definitions import YesNo
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

    def refusal(self, value: Value) -> str | None:
        """What would be right where a value does not fit; None when it fits."""
        return None if isinstance(value, bool) else "True or False"


@final
@attrs.frozen(kw_only=True)
class Measure:
    """A fact that is an exact number between ``low`` and ``high`` (both inclusive).

    ``step`` is the grid on which a value that is still unknown is looked for; a known value may be finer, unless
    ``only_steps`` says that there is nothing between two steps.

    >>> from supervision_core import Label
    >>> from supervision_core.criteria.definitions import Measure
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
