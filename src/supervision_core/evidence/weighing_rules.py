"""How some facts are shown, as data: what counts, how many independent voices it takes, and who comes first."""

from __future__ import annotations

from collections.abc import Iterable
from typing import final

import attrs

from supervision_core.fields import Checks, as_tuple, composed_sorted
from supervision_core.text import composed

__all__ = ["StepReading", "WeighingRule"]


def _tiers(values: Iterable[Iterable[str]]) -> tuple[tuple[str, ...], ...]:
    given = as_tuple(values)
    return tuple(composed_sorted(tier) for tier in given) if isinstance(given, tuple) else given


@final
@attrs.frozen(kw_only=True)
class WeighingRule:
    """How some facts are shown.

    A yes needs ``yes_needs`` independent voices, a no ``no_needs``; a body or an author counts once, however often it speaks,
    and all anonymous authors of one channel count as one. A channel in ``supports_only`` adds its word to others' but shows
    nothing alone. Where voices contradict each other, the fact is contested, unless ``precedence`` names the winner: its
    tiers come strongest first, and a channel in a stronger tier overrules one in a weaker tier. A channel in no tier
    overrules nobody and is overruled by nobody.

    >>> from supervision_core import WeighingRule
    >>> rule = WeighingRule(
    ...     codes=["duties.well_done"], channels=["self_report", "inspection_team"], supports_only=["self_report"],
    ...     precedence=[["inspection_team"], ["self_report"]],
    ... )
    >>> rule.tier_of("self_report")
    1
    """

    #: The facts, sorted; each belongs to one rule of a policy.
    codes: tuple[str, ...] = attrs.field(converter=composed_sorted)
    #: The channels that count, by code, sorted.
    channels: tuple[str, ...] = attrs.field(converter=composed_sorted)
    #: Those of them that show nothing alone, sorted.
    supports_only: tuple[str, ...] = attrs.field(default=(), converter=composed_sorted)
    #: How many independent voices a yes, or a number, takes; from 1.
    yes_needs: int = 1
    #: How many independent voices a no takes; from 1.
    no_needs: int = 1
    #: Channels that overrule each other, the strongest tier first.
    precedence: tuple[tuple[str, ...], ...] = attrs.field(default=(), converter=_tiers)

    def __attrs_post_init__(self) -> None:
        checks = Checks("WeighingRule")
        for name in ("codes", "channels", "supports_only"):
            checks.identifiers(name, getattr(self, name))
        for name in ("codes", "channels"):
            if getattr(self, name) == ():
                checks.fault("empty", name, (), "at least one")
        checks.whole("yes_needs", self.yes_needs, at_least=1)
        checks.whole("no_needs", self.no_needs, at_least=1)
        if checks.each("precedence", self.precedence, tuple, "a collection of channel codes"):
            checks.identifiers("precedence", tuple(code for tier in self.precedence for code in tier))
            self._check_counted(checks)
        checks.done()

    def _check_counted(self, checks: Checks) -> None:
        if not isinstance(self.channels, tuple) or not isinstance(self.supports_only, tuple):
            return
        ranked = [code for tier in self.precedence for code in tier]
        for name, codes in (("supports_only", self.supports_only), ("precedence", tuple(ranked))):
            for code in codes:
                if code not in self.channels:
                    checks.fault("not_counted", name, code, "a channel that counts here")

    def tier_of(self, channel: str) -> int | None:
        """The place of a channel's tier, 0 being the strongest; None for a channel in no tier."""
        return next((place for place, tier in enumerate(self.precedence) if channel in tier), None)

    def needs(self, answer: object) -> int:
        """How many independent voices an answer takes."""
        return self.no_needs if answer is False else self.yes_needs


@final
@attrs.frozen(kw_only=True)
class StepReading:
    """What a step on a form of comment says about a fact; a step without a reading says nothing."""

    #: The form, by code.
    form: str = attrs.field(converter=composed)
    #: The criterion.
    criterion: str = attrs.field(converter=composed)
    #: The step.
    step: str = attrs.field(converter=composed)
    #: The fact.
    code: str = attrs.field(converter=composed)
    #: Yes or no.
    answer: bool

    def __attrs_post_init__(self) -> None:
        checks = Checks("StepReading")
        for name in ("form", "criterion", "step", "code"):
            checks.identifier(name, getattr(self, name))
        checks.kind("answer", self.answer, bool, "True or False")
        checks.done()
