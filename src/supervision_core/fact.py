"""One fact about an official, a unit or a case: its value, how it stands, its sources; unknown kept apart from false."""

from __future__ import annotations

from enum import Enum
from fractions import Fraction
from typing import Final, TypeAlias, final

import attrs

from supervision_core.errors import WRONG_FACT_TYPE
from supervision_core.exact import ExactNumber, exact_or_same, number_fault
from supervision_core.fields import Checks, composed_sorted
from supervision_core.text import Label, composed, shown

__all__ = ["Fact", "FactState", "Value", "value_fault"]

#: A yes/no answer or an exact measure.
Value: TypeAlias = bool | Fraction

_EXPECTED_VALUE: Final = "True, False, an exact number (int, Fraction, Decimal), or None for unknown"


@final
class FactState(Enum):
    """How a fact stands: found (with its value), not shown, contested, or not applicable."""

    FOUND = "found"
    NOT_SHOWN = "not_shown"
    CONTESTED = "contested"
    NOT_APPLICABLE = "not_applicable"

    @property
    def label(self) -> Label:
        """What people read."""
        return _STATE_LABELS[self.value]


_STATE_LABELS = {
    "found": Label("đã xác minh", "found"),
    "not_shown": Label("chưa có căn cứ", "not shown"),
    "contested": Label("còn mâu thuẫn", "contested"),
    "not_applicable": Label("không áp dụng", "not applicable"),
}


def _kind_and_value(value: object) -> tuple[bool, object]:
    # True equals 1 in Python; as facts a yes and the measure one are different.
    return isinstance(value, bool), value


def _state_of_value(fact: Fact) -> FactState:
    return FactState.NOT_SHOWN if fact.value is None else FactState.FOUND


def _value(value: bool | ExactNumber | None) -> Value | None:
    return value if value is None or isinstance(value, bool) else exact_or_same(value)


@final
@attrs.frozen(kw_only=True)
class Fact:
    """One fact: a yes/no answer or an exact measure, its sources, or the reason why it is unknown.

    Without a ``state`` it is found when it has a value and not shown when it has none.
    A contested fact has no value; its ``sources`` are the ones that contradict each other.

    >>> from supervision_core import Fact, FactState
    >>> Fact(code="civic.standing", value=True, sources=("minutes-12",)).state
    <FactState.FOUND: 'found'>
    >>> Fact(code="civic.standing", state=FactState.CONTESTED)
    Traceback (most recent call last):
        ...
    supervision_core.errors.InvalidInput: Fact 'civic.standing'.sources: found (), expected the sources that contradict ...
    """

    #: What it is about.
    code: str = attrs.field(converter=composed)
    #: Yes, no, an exact number, or None when there is no value.
    value: Value | None = attrs.field(default=None, converter=_value, eq=_kind_and_value)
    #: How it stands.
    state: FactState = attrs.field(default=attrs.Factory(_state_of_value, takes_self=True))
    #: Ids of the evidence behind it, sorted.
    sources: tuple[str, ...] = attrs.field(default=(), converter=composed_sorted)
    #: A remark for people, such as why nothing could be shown.
    why: Label | None = None

    def __attrs_post_init__(self) -> None:
        checks = Checks(f"Fact {shown(self.code)}")
        checks.identifier("code", self.code)
        checks.optional_kind("why", self.why, Label, "a Label")
        checks.identifiers("sources", self.sources)
        if self.value is not None and (fault := value_fault(self.value)) is not None:
            checks.fault(WRONG_FACT_TYPE, "value", self.value, fault)
        if checks.member("state", self.state, FactState):
            self._check_state(checks)
        checks.done()

    def _check_state(self, checks: Checks) -> None:
        if self.state is FactState.FOUND and self.value is None:
            checks.fault("missing", "value", None, "a value, since the state is FOUND")
        if self.state is not FactState.FOUND and self.value is not None:
            checks.fault("surplus", "value", self.value, f"None, since the state is {self.state.name}")
        if self.state is FactState.CONTESTED and self.sources == ():
            checks.fault("missing", "sources", self.sources, "the sources that contradict each other")

    def is_bare(self) -> bool:
        """Whether nothing is known of it but its code: the same as not being listed at all."""
        return self.state is FactState.NOT_SHOWN and not self.sources and self.why is None


def value_fault(value: object) -> str | None:
    """What would be right where a value is neither a yes/no answer nor an exact number; None when it is."""
    if isinstance(value, bool):
        return None
    fault = number_fault(value)
    if fault is None:
        return None
    return _EXPECTED_VALUE if fault[0] == "not_exact" else fault[1]
