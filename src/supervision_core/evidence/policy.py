"""By which rules evidence becomes facts: which channels count for which fact, and how much is needed.

They are the only bridge to the regulations: a test holds them against what the regulations ask for.

No source says any of this. A policy is therefore named, visible, and can be checked for holes before it is used.

The source names the channels (self-reports, the opinions of member organisations, Front Working Committees and the People's
Inspection Board, the suggestion box) but not which of them speaks for which fact, nor what follows when they disagree.
Here they contest each other and nobody comes first; a self-report supports others and shows nothing alone; comments by a
known author count as given, everything else in the way of feedback once it is verified.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from fractions import Fraction
from functools import cached_property
from operator import attrgetter
from typing import Any, Final, final

import attrs

from supervision_core.criteria.ladders import Implication
from supervision_core.evidence.channels import CHANNELS, Channel, nearest
from supervision_core.evidence.feedback import FeedbackKind
from supervision_core.values.checks import Checks, as_tuple, check_arguments, composed_sorted
from supervision_core.values.citations import Citation
from supervision_core.values.exact import ExactNumber, exact_or_same, whole_or_same
from supervision_core.values.labels import Label
from supervision_core.values.mappings import Memo
from supervision_core.values.text import composed, shown

__all__ = ["WARD_WEIGHING", "StepReading", "WeighingPolicy", "WeighingRule"]


OWN_OBLIGATIONS: Final = "civic.own_obligations"
HOUSEHOLD_OBLIGATIONS: Final = "civic.household_obligations"
LOCAL_CONTRIBUTION: Final = "civic.local_contribution"
ATTENDS_MEETINGS: Final = "residence.meetings"
GIVES_OPINIONS: Final = "residence.local_opinions"
VIOLATION: Final = "conduct.violation"
#: Whether commitments were registered for the year.
COMMITMENTS_REGISTERED: Final = "commitments.registered"
#: Whether every commitment was kept.
COMMITMENTS_KEPT: Final = "commitments.kept"
#: The kept commitments in per cent of all; shown only when all of them are settled.
COMMITMENTS_KEPT_SHARE: Final = "commitments.kept_share"


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

    >>> from supervision_core.evidence import WeighingRule
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
    yes_needs: int = attrs.field(default=1, converter=whole_or_same)
    #: How many independent voices a no takes; from 1.
    no_needs: int = attrs.field(default=1, converter=whole_or_same)
    #: The channels whose no counts, sorted (only who is competent can say that nothing was done); without any, all of them.
    no_from: tuple[str, ...] = attrs.field(default=(), converter=composed_sorted)
    #: Channels that overrule each other, the strongest tier first.
    precedence: tuple[tuple[str, ...], ...] = attrs.field(default=(), converter=_tiers)

    def __attrs_post_init__(self) -> None:
        checks = Checks("WeighingRule")
        for name in ("codes", "channels", "supports_only", "no_from"):
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
        if not all(isinstance(one, tuple) for one in (self.channels, self.supports_only, self.no_from)):
            return
        ranked = [code for tier in self.precedence for code in tier]
        for name, codes in (("supports_only", self.supports_only), ("no_from", self.no_from), ("precedence", tuple(ranked))):
            for code in codes:
                if code not in self.channels:
                    checks.fault("not_counted", name, code, "a channel that counts here")

    def tier_of(self, channel: str) -> int | None:
        """The place of a channel's tier, 0 being the strongest; None for a channel in no tier."""
        if type(channel) is not str:
            check_arguments(WeighingRule.tier_of, channel=channel)
        channel = composed(channel)
        return next((place for place, tier in enumerate(self.precedence) if channel in tier), None)

    def counts(self, answer: object, channel: str) -> bool:
        """Whether an answer by a channel counts."""
        if type(channel) is not str:
            check_arguments(WeighingRule.counts, channel=channel)
        channel = composed(channel)
        return channel in self.channels and (answer is not False or not self.no_from or channel in self.no_from)

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

    >>> from supervision_core import Label
    >>> from supervision_core.evidence import WeighingPolicy, WeighingRule
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
    #: The facts that records of discipline answer, each in its own way; sorted.
    discipline_shows: tuple[str, ...] = attrs.field(default=(VIOLATION,), converter=composed_sorted)
    #: The facts that are not held against those for whom meetings at the residence are waived; sorted.
    waived: tuple[str, ...] = attrs.field(default=(ATTENDS_MEETINGS, GIVES_OPINIONS), converter=composed_sorted)
    #: The schemes, by code, that everyone registers under, sorted; commitments under others do not count. Without any,
    #: one registration under whatever scheme will do, and all commitments count.
    schemes: tuple[str, ...] = attrs.field(default=(), converter=composed_sorted)
    #: Where it was laid down; None where it is the application's own.
    citation: Citation | None = None
    #: Answers that bring others with them; facts found that cannot both be true are contested. In their own order.
    implications: tuple[Implication, ...] = attrs.field(default=(), converter=_implications)
    # What a claim comes to; results never depend on it.
    _memo: Memo[Any] = attrs.field(factory=Memo, init=False, eq=False, repr=False)

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
        for name in ("discipline_shows", "waived", "schemes"):
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
        object.__setattr__(self, "_memo", Memo())

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

    def readings_of(self, form: str, criterion: str, step: str) -> tuple[StepReading, ...]:
        """What a step of a criterion of a form says; nothing where it is not read."""
        if not type(form) is type(criterion) is type(step) is str:
            check_arguments(WeighingPolicy.readings_of, form=form, criterion=criterion, step=step)
        form, criterion, step = composed(form), composed(criterion), composed(step)
        return self._read_steps.get((form, criterion, step), ())

    @cached_property
    def _read_steps(self) -> Mapping[tuple[str, str, str], tuple[StepReading, ...]]:
        found: dict[tuple[str, str, str], tuple[StepReading, ...]] = {}
        for one in self.readings:
            place = (one.form, one.criterion, one.step)
            found[place] = (*found.get(place, ()), one)
        return found

    def rule_of(self, code: str) -> WeighingRule | None:
        """The rule of a fact, or None."""
        if type(code) is not str:
            check_arguments(WeighingPolicy.rule_of, code=code)
        return self._by_code.get(composed(code))

    def __repr__(self) -> str:
        return f"<WeighingPolicy {self.code!r}: {len(self.rules)} rules>"


_SELF: Final = ("self_report",)
_PEOPLE: Final = ("direct_opinion", "suggestion_box", "hotline", "leaders_phone", "web_column", "citizen_reception")
_BODIES: Final = ("member_organisation", "front_working_committee", "peoples_inspection_board")
_WATCHED: Final = ("observation", "direct_talk", "inspection_team", "inspection_visit")
_OFFICE: Final = (*_SELF, *_PEOPLE, *_BODIES, *_WATCHED, "camera", "monthly_meeting")
_HOME: Final = (*_SELF, *_PEOPLE, *_BODIES, *_WATCHED, "residence_comment")
_WELL_DONE: Final = "duties.well_done"
_FAIRLY_DONE: Final = "duties.fairly_done"
_MORALS: Final = "civic.morals_and_lifestyle"
_TIES: Final = "civic.ties_with_people"
_COMPETENT: Final = "competent_statement"
#: What the regulations ask about discipline, each counting its own measures.
_DISCIPLINES: Final = (
    "conduct.any_discipline", "conduct.degradation_or_task_discipline", "conduct.duty_related_discipline",
    "conduct.service_discipline", "conduct.task_violation_disciplined", "conduct.violation_disciplined",
    "conduct.violation_on_duty_disciplined",
)  # fmt: skip


def _rule(codes: tuple[str, ...], *channels: str) -> WeighingRule:
    return WeighingRule(codes=codes, channels=channels, supports_only=[one for one in _SELF if one in channels])


def _ward_readings(form: str, criterion: str, code: str, yes: tuple[str, ...], no: tuple[str, ...]) -> tuple[StepReading, ...]:
    answers = {**dict.fromkeys(yes, True), **dict.fromkeys(no, False)}
    return tuple(
        StepReading(form=form, criterion=criterion, step=step, code=code, answer=answer) for step, answer in answers.items()
    )


#: A careful starting point for a ward; change it with ``attrs.evolve`` and give it a code of your own.
WARD_WEIGHING: Final = WeighingPolicy(
    code="ward_weighing",
    label=Label("Xem xét thông tin, minh chứng ở phường", "Weighing in a ward"),
    rules=[
        _rule((_WELL_DONE, _FAIRLY_DONE), *_OFFICE),
        _rule((_TIES, _MORALS, "civic.standing"), *_HOME),
        _rule((LOCAL_CONTRIBUTION,), *_HOME, "contribution_record"),
        _rule((OWN_OBLIGATIONS, HOUSEHOLD_OBLIGATIONS), *_SELF, *_BODIES, "residence_comment", "obligation_record"),
        _rule((ATTENDS_MEETINGS, GIVES_OPINIONS), *_SELF, *_BODIES, "residence_comment", "attendance_record"),
        WeighingRule(
            codes=[VIOLATION],
            channels=[*_PEOPLE, *_BODIES, "inspection_team", "inspection_visit", "discipline_record", _COMPETENT],
            no_from=[_COMPETENT],
        ),
        WeighingRule(codes=_DISCIPLINES, channels=["discipline_record", _COMPETENT]),
        _rule((COMMITMENTS_REGISTERED, COMMITMENTS_KEPT_SHARE), "commitment_record"),
        _rule((COMMITMENTS_KEPT,), *_SELF, *_BODIES, *_WATCHED, "monthly_meeting", "commitment_record"),
    ],
    readings=[
        *_ward_readings("full", "example", _MORALS, ("good_example", "example"), ("not_yet",)),
        *_ward_readings("exempt", "example", _MORALS, ("good_example", "example"), ("not_yet",)),
        *_ward_readings("full", "civic", OWN_OBLIGATIONS, ("exemplary_and_leading", "exemplary"), ("not_yet",)),
        *_ward_readings("exempt", "civic", OWN_OBLIGATIONS, ("done_well", "done"), ("not_yet",)),
        # "Not fully" is neither yes nor no, so it is read as nothing.
        *_ward_readings("full", "meetings", ATTENDS_MEETINGS, ("fully",), ("does_not_attend",)),
        *_ward_readings("full", "contact", _TIES, ("regular_and_active", "regular"), ("not_yet",)),
    ],
    discipline_shows=[VIOLATION, *_DISCIPLINES],
    implications=[
        Implication(
            code=_WELL_DONE,
            then_code=_FAIRLY_DONE,
            label=Label("Hoàn thành tốt thì cũng hoàn thành khá", "Well done is fairly done"),
        )
    ],
)
