"""A regulation: a ladder of grades with its name, its source and the days on which it is in force."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from functools import cached_property
from operator import attrgetter
from typing import TYPE_CHECKING, Any, final

import attrs

from supervision_core.criteria.compile import LARGEST_SPACE, Space, space_of, space_size
from supervision_core.criteria.ladders import Ladder
from supervision_core.values.checks import Checks
from supervision_core.values.citations import Citation
from supervision_core.values.exact import whole_or_same
from supervision_core.values.labels import Label
from supervision_core.values.mappings import Memo
from supervision_core.values.text import composed, shown

if TYPE_CHECKING:
    from supervision_core.criteria.ladders import Grade

__all__ = ["Regulation"]


#: So many keys a regulation remembers. At least two lead to each assessment, which with its reasons takes up to about 16 KB,
#: so that all 16,384 of them take up to 256 MB.
MOST_REMEMBERED = 1 << 15


@final
@attrs.frozen(kw_only=True)
class Regulation:
    """A rule in force: whom it judges, from when to when, by which ladder.

    >>> from supervision_core import regulations
    >>> [grade.code for grade in regulations.GOOD_PERFORMANCE_2014.grades]
    ['good', 'fair', 'below_fair']
    """

    #: Its code, the same over all versions.
    code: str = attrs.field(converter=composed)
    #: The version of its encoding here; it rises whenever a result may change.
    version: int = attrs.field(converter=whole_or_same)
    #: What people call it.
    label: Label
    #: Whom it judges; ``regulations.in_force`` looks regulations up by it.
    category: str = attrs.field(converter=composed)
    #: The first day on which it is in force; None where it is no law with such a day.
    in_force_from: date | None = None
    #: The first day on which it is no longer in force; None while it is.
    in_force_until: date | None = None
    #: The document it stands in.
    citation: Citation
    #: The facts, implications and grades.
    ladder: Ladder = attrs.field(hash=False)
    # Assessments that were made already, by what is known; results never depend on it.
    _memo: Memo[Any] = attrs.field(factory=lambda: Memo(MOST_REMEMBERED), init=False, eq=False, repr=False)

    def __attrs_post_init__(self) -> None:
        checks = Checks(f"Regulation {shown(self.code)}")
        checks.identifier("code", self.code)
        checks.whole("version", self.version, at_least=1)
        checks.kind("label", self.label, Label, "a Label")
        checks.identifier("category", self.category)
        dated = checks.optional_day("in_force_from", self.in_force_from)
        dated = checks.optional_day("in_force_until", self.in_force_until) and dated
        if dated and self.in_force_until is not None:
            first = self.in_force_from
            if first is None or self.in_force_until <= first:
                checks.fault("empty_period", "in_force_until", self.in_force_until, "a day after in_force_from")
        checks.kind("citation", self.citation, Citation, "a Citation")
        checks.kind("ladder", self.ladder, Ladder, "a Ladder")
        checks.done()

    def __getstate__(self) -> dict[str, object]:
        return {one.name: getattr(self, one.name) for one in attrs.fields(type(self)) if one.init}

    def __setstate__(self, state: dict[str, object]) -> None:
        for name, value in state.items():
            object.__setattr__(self, name, value)
        object.__setattr__(self, "_memo", Memo(MOST_REMEMBERED))

    @property
    def grades(self) -> tuple[Grade, ...]:
        """The grades, best first."""
        return self.ladder.grades

    @cached_property
    def is_exact(self) -> bool:
        """Whether its fact space is small enough for exact answers about unknown facts."""
        return space_size(self.ladder) <= LARGEST_SPACE

    @cached_property
    def _space(self) -> Space:
        """The fact space; raises ``BeyondExactness`` when it is too large."""
        return space_of(self.ladder)


#: The fact space of a regulation, made once, a tool of judging and part of no value; ``BeyondExactness`` when it is too large.
fact_space: Callable[[Regulation], Space] = attrgetter("_space")
