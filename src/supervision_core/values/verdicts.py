"""Met, not met, or unknown, and how verdicts join."""

from __future__ import annotations

from enum import Enum
from typing import NoReturn, final

from supervision_core.values.checks import check_arguments
from supervision_core.values.labels import Label

__all__ = ["Verdict"]


@final
class Verdict(Enum):
    """Whether a criterion is met, where "unknown" is neither yes nor no.

    ``&``, ``|`` and ``~`` are the strong Kleene connectives: an unknown part leaves the whole unknown
    unless the other part settles it alone.

    >>> from supervision_core import Verdict
    >>> Verdict.NOT_MET & Verdict.UNKNOWN
    <Verdict.NOT_MET: 'not_met'>
    >>> Verdict.MET & Verdict.UNKNOWN
    <Verdict.UNKNOWN: 'unknown'>

    A verdict is not a truth value, so that ``if verdict:`` cannot quietly read unknown as yes or no.

    >>> bool(Verdict.UNKNOWN)
    Traceback (most recent call last):
        ...
    TypeError: a Verdict is not a truth value: compare it, as in `verdict is Verdict.MET`
    """

    MET = "met"
    NOT_MET = "not_met"
    UNKNOWN = "unknown"

    @classmethod
    def of(cls, value: bool | None) -> Verdict:
        """The verdict of a yes/no answer; None is unknown."""
        if value is None:
            return cls.UNKNOWN
        if type(value) is not bool:
            check_arguments(Verdict.of, value=value)
        return cls.MET if value else cls.NOT_MET

    @property
    def label(self) -> Label:
        """What people read."""
        return _LABELS[self._value_]

    def __and__(self, other: Verdict) -> Verdict:
        if not isinstance(other, Verdict):
            return NotImplemented
        if self is Verdict.NOT_MET or other is Verdict.NOT_MET:
            return Verdict.NOT_MET
        return Verdict.MET if self is other is Verdict.MET else Verdict.UNKNOWN

    def __or__(self, other: Verdict) -> Verdict:
        if not isinstance(other, Verdict):
            return NotImplemented
        if self is Verdict.MET or other is Verdict.MET:
            return Verdict.MET
        return Verdict.NOT_MET if self is other is Verdict.NOT_MET else Verdict.UNKNOWN

    def __invert__(self) -> Verdict:
        if self is Verdict.UNKNOWN:
            return self
        return Verdict.NOT_MET if self is Verdict.MET else Verdict.MET

    def __bool__(self) -> NoReturn:
        raise TypeError("a Verdict is not a truth value: compare it, as in `verdict is Verdict.MET`")


_LABELS = {
    "met": Label("đạt", "met"),
    "not_met": Label("không đạt", "not met"),
    "unknown": Label("chưa rõ", "unknown"),
}
