"""What the library raises when its input makes no sense.

A bad *result* (a low grade, an impossible plan) is a value and is returned.
Bad *input* is an error and is raised, with every fault found, not only the first.

>>> from supervision_core import Fault, InvalidInput
>>> error = InvalidInput((Fault("blank", "Subject.id", "''", "an id with a visible character"),))
>>> print(error)
Subject.id: found '', expected an id with a visible character [blank]
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final, final

import attrs

from supervision_core.values.text import composed, described, text_fault, visible

if TYPE_CHECKING:
    from collections.abc import Iterable

__all__ = ["BeyondExactness", "Fault", "InvalidInput", "SupervisionError", "UnknownFact", "WrongFactType"]


UNKNOWN_FACT: Final = "unknown_fact"
WRONG_FACT_TYPE: Final = "wrong_fact_type"
CONTRADICTORY_FACTS: Final = "contradictory_facts"


@final
@attrs.frozen
class Fault:
    """One thing wrong with an input: where, what stood there, and what would be right.

    >>> from supervision_core import Fault
    >>> print(Fault("duplicate", "Roster.subjects", "'s001' twice", "each id once"))
    Roster.subjects: found 's001' twice, expected each id once [duplicate]
    """

    #: A stable word for the kind of fault; programs may branch on it.
    code: str = attrs.field(converter=composed)
    #: Where it is: a field, or an item by its id or position.
    place: str = attrs.field(converter=composed)
    #: What stands there, shortened when long.
    found: str = attrs.field(converter=composed)
    #: What would be right.
    expected: str = attrs.field(converter=composed)

    def __attrs_post_init__(self) -> None:
        raise_for(_text_faults("Fault", code=self.code, place=self.place, found=self.found, expected=self.expected))

    def __str__(self) -> str:
        # What stands there may be anything that somebody wrote: nobody begins a line of a log with it.
        return visible(f"{self.place}: found {self.found}, expected {self.expected} [{self.code}]")


class SupervisionError(ValueError):
    """The base of every error that the library raises on purpose."""


class InvalidInput(SupervisionError):
    """An input that makes no sense; ``faults`` lists all that is wrong with it.

    ``subject_id`` names whose input it was, where a function reads many.
    """

    def __init__(self, faults: Iterable[Fault], subject_id: str | None = None) -> None:
        self.faults: tuple[Fault, ...] = tuple(faults)
        self.subject_id = subject_id
        super().__init__(self.faults, subject_id)

    def of_subject(self, subject_id: str) -> InvalidInput:
        """The same error, naming whose input it was."""
        raise_for(_text_faults("of_subject", subject_id=subject_id))
        subject_id = composed(subject_id)
        return type(self)(*self.args[:-1], subject_id)  # type: ignore[call-arg]  # each kind takes its own args again

    def __str__(self) -> str:
        lines = [str(fault) for fault in self.faults]
        if self.subject_id is not None:
            lines = [f"{self.subject_id!r}: {line}" for line in lines]
        return "\n".join(lines)


class UnknownFact(InvalidInput):
    """A fact's code that neither the regulation nor the vocabulary knows; the nearest codes are named."""


class WrongFactType(InvalidInput):
    """A fact's value is of the wrong kind for its code, or outside the measure's range."""


class BeyondExactness(SupervisionError):
    """A question whose exact answer is out of reach; it is refused, never estimated.

    ``what`` names the question, ``size`` how large the case is, ``limit`` the largest that is answered.
    """

    def __init__(self, what: str, size: int, limit: int) -> None:
        self.what = what
        self.size = size
        self.limit = limit
        super().__init__(what, size, limit)

    def __str__(self) -> str:
        return f"{self.what}: size {self.size} is beyond {self.limit}, the largest that is answered exactly"


def _text_faults(place: str, /, **texts: object) -> list[Fault]:
    """What is no text among some; the checks of all other values are made of faults, so faults have this one of their own."""
    found = []
    for name, value in texts.items():
        fault = text_fault(value)
        if fault is not None and fault[0] in {"not_text", "lone_surrogate"}:
            found.append(Fault(fault[0], f"{place}.{name}", described(value), fault[1]))
    return found


def raise_for(faults: Iterable[Fault], subject_id: str | None = None) -> None:
    """Raise the error class that the faults call for; do nothing when there are none.

    Unknown codes come before wrong kinds of values; other faults raise plain ``InvalidInput``.
    """
    found = tuple(faults)
    if not found:
        return
    codes = {fault.code for fault in found}
    if UNKNOWN_FACT in codes:
        raise UnknownFact(found, subject_id)
    if WRONG_FACT_TYPE in codes:
        raise WrongFactType(found, subject_id)
    raise InvalidInput(found, subject_id)
