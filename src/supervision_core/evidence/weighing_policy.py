"""A named way to make facts of evidence: its rules, its channels, and what it makes of each kind of evidence.

No source says any of this. A policy is therefore named, visible, and can be checked for holes before it is used.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from fractions import Fraction
from functools import cached_property
from operator import attrgetter
from typing import Any, final

import attrs

from supervision_core.citations import Citation
from supervision_core.criteria.ladders import Implication
from supervision_core.evidence.channels import CHANNELS, Channel, nearest
from supervision_core.evidence.feedback import FeedbackKind
from supervision_core.evidence.vocabulary import ATTENDS_MEETINGS, GIVES_OPINIONS, VIOLATION
from supervision_core.evidence.weighing_rules import StepReading, WeighingRule
from supervision_core.exact import ExactNumber, exact_or_same
from supervision_core.fields import Checks, as_tuple, composed_sorted
from supervision_core.memos import Memo
from supervision_core.text import Label, composed, shown

__all__ = ["WeighingPolicy"]


def _rules(values: Iterable[WeighingRule]) -> tuple[WeighingRule, ...]:
    given = as_tuple(values)
    if isinstance(given, tuple) and all(isinstance(one, WeighingRule) for one in given):
        return tuple(sorted(given, key=attrgetter("codes")))
    return given


def _channels(values: Iterable[Channel]) -> tuple[Channel, ...]:
    given = as_tuple(values)
    if isinstance(given, tuple) and all(isinstance(one, Channel) for one in given):
        return tuple(sorted(given, key=attrgetter("code")))
    return given


def _readings(values: Iterable[StepReading]) -> tuple[StepReading, ...]:
    given = as_tuple(values)
    if isinstance(given, tuple) and all(isinstance(one, StepReading) for one in given):
        return tuple(sorted(given, key=attrgetter("form", "criterion", "step", "code")))
    return given


def _kinds(values: Iterable[FeedbackKind]) -> tuple[FeedbackKind, ...]:
    given = as_tuple(values)
    if isinstance(given, tuple) and all(isinstance(one, FeedbackKind) for one in given):
        return tuple(sorted(given, key=attrgetter("value")))
    return given


def _implications(values: Iterable[Implication]) -> tuple[Implication, ...]:
    return as_tuple(values)


def _share(value: ExactNumber) -> Fraction:
    return exact_or_same(value)


@final
@attrs.frozen(kw_only=True, repr=False)
class WeighingPolicy:
    """A named way to make facts of evidence.

    Feedback of the kinds in ``unchecked_kinds`` counts before it is verified, if its author is known or
    ``anonymous_unchecked`` allows it; any other counts once it is confirmed. A denunciation never counts unverified.

    >>> from supervision_core import Label, WeighingPolicy, WeighingRule
    >>> rule = WeighingRule(codes=["civic.standing"], channels=["front_working_committee"], yes_needs=2)
    >>> policy = WeighingPolicy(code="ours", label=Label("Của phường", "The ward's"), rules=[rule])
    >>> policy.rule_of("civic.standing").yes_needs
    2
    """

    #: Its code.
    code: str = attrs.field(converter=composed)
    #: What people call it.
    label: Label
    #: How facts are shown; a fact without a rule is never shown.
    rules: tuple[WeighingRule, ...] = attrs.field(converter=_rules)
    #: The channels it knows, sorted by code; evidence by any other raises an error.
    channels: tuple[Channel, ...] = attrs.field(default=tuple(CHANNELS.values()), converter=_channels)
    #: What the steps of the residence's comments say.
    readings: tuple[StepReading, ...] = attrs.field(default=(), converter=_readings)
    #: The kinds of feedback that count before they are verified.
    unchecked_kinds: tuple[FeedbackKind, ...] = attrs.field(default=(FeedbackKind.COMMENT,), converter=_kinds)
    #: Whether they do even when they are anonymous.
    anonymous_unchecked: bool = False
    #: Whether a comment of the residence counts only when it was made with the Front Working Committee.
    comment_needs_front: bool = True
    #: The part of the recorded meetings that has to be attended; from 0 (not included) to 1.
    attendance_at_least: Fraction = attrs.field(default=Fraction(1, 2), converter=_share)
    #: The facts that a disciplinary measure answers with yes, and a clear record with no; sorted.
    discipline_shows: tuple[str, ...] = attrs.field(default=(VIOLATION,), converter=composed_sorted)
    #: The facts that are not held against those for whom meetings at the residence are waived; sorted.
    waived: tuple[str, ...] = attrs.field(default=(ATTENDS_MEETINGS, GIVES_OPINIONS), converter=composed_sorted)
    #: The programmes, by code, that everyone registers under, sorted; commitments under others do not count. Without any,
    #: one registration under whatever programme will do, and all commitments count.
    programmes: tuple[str, ...] = attrs.field(default=(), converter=composed_sorted)
    #: Where it was laid down; None where it is the application's own.
    citation: Citation | None = None
    #: Answers that bring others with them; facts found that cannot both be true are contested. In their own order.
    implications: tuple[Implication, ...] = attrs.field(default=(), converter=_implications)
    # What feedback of a certain kind comes to, by its text form; results never depend on it.
    memo: Memo[Any] = attrs.field(factory=Memo, init=False, eq=False, repr=False)

    def __attrs_post_init__(self) -> None:
        checks = Checks(f"WeighingPolicy {shown(self.code)}")
        checks.identifier("code", self.code)
        checks.kind("label", self.label, Label, "a Label")
        self._check_channels(checks)
        if checks.each("readings", self.readings, StepReading, "a StepReading"):
            places = tuple(f"{one.form}/{one.criterion}/{one.step}/{one.code}" for one in self.readings)
            checks.identifiers("readings", places)
        checks.each("unchecked_kinds", self.unchecked_kinds, FeedbackKind, "a FeedbackKind")
        if isinstance(self.unchecked_kinds, tuple) and FeedbackKind.DENUNCIATION in self.unchecked_kinds:
            checks.fault(
                "unverified", "unchecked_kinds", FeedbackKind.DENUNCIATION, "no denunciation: it counts once confirmed"
            )
        for name in ("anonymous_unchecked", "comment_needs_front"):
            checks.kind(name, getattr(self, name), bool, "True or False")
        if checks.number("attendance_at_least", self.attendance_at_least) and not 0 < self.attendance_at_least <= 1:
            checks.fault("out_of_range", "attendance_at_least", str(self.attendance_at_least), "more than 0, at most 1")
        for name in ("discipline_shows", "waived", "programmes"):
            checks.identifiers(name, getattr(self, name))
        checks.each("implications", self.implications, Implication, "an Implication")
        checks.optional_kind("citation", self.citation, Citation, "a Citation")
        checks.done()

    def _check_channels(self, checks: Checks) -> None:
        ruled = checks.each("rules", self.rules, WeighingRule, "a WeighingRule")
        if ruled:
            checks.identifiers("rules", tuple(code for rule in self.rules for code in rule.codes))
        if checks.each("channels", self.channels, Channel, "a Channel"):
            checks.identifiers("channels", tuple(channel.code for channel in self.channels))
            known = {channel.code: channel for channel in self.channels}
            for rule in self.rules if ruled else ():
                for code in rule.channels:
                    if code not in known:
                        checks.fault(
                            "unknown_channel", "rules", code, nearest(code, known, "the code of a channel of the policy")
                        )

    def __getstate__(self) -> dict[str, object]:
        return {one.name: getattr(self, one.name) for one in attrs.fields(type(self)) if one.init}

    def __setstate__(self, state: dict[str, object]) -> None:
        for name, value in state.items():
            object.__setattr__(self, name, value)
        object.__setattr__(self, "memo", Memo())

    @cached_property
    def _by_code(self) -> Mapping[str, WeighingRule]:
        return {code: rule for rule in self.rules for code in rule.codes}

    @cached_property
    def codes(self) -> tuple[str, ...]:
        """The facts that it can show, sorted."""
        return tuple(sorted(self._by_code))

    @cached_property
    def channel_codes(self) -> frozenset[str]:
        """The codes of the channels it knows."""
        return frozenset(channel.code for channel in self.channels)

    @cached_property
    def own_words(self) -> frozenset[str]:
        """The codes of the channels that carry the word of the official concerned."""
        return frozenset(channel.code for channel in self.channels if channel.is_own_word)

    @cached_property
    def implied_codes(self) -> frozenset[str]:
        """The facts that bring others with them, or come along."""
        return frozenset(code for one in self.implications for code in (one.code, one.then_code))

    @cached_property
    def read_steps(self) -> Mapping[tuple[str, str, str], tuple[StepReading, ...]]:
        """The readings by form, criterion and step."""
        found: dict[tuple[str, str, str], tuple[StepReading, ...]] = {}
        for one in self.readings:
            place = (one.form, one.criterion, one.step)
            found[place] = (*found.get(place, ()), one)
        return found

    def rule_of(self, code: str) -> WeighingRule | None:
        """The rule of a fact, or None."""
        return self._by_code.get(code)

    def __repr__(self) -> str:
        return f"<WeighingPolicy {self.code!r}: {len(self.rules)} rules>"
