"""What is odd about a weighing policy, before anything is weighed by it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date
from enum import Enum
from typing import Final, final

import attrs

from supervision_core.evidence.channels import Channel
from supervision_core.evidence.comments import FORM_EXEMPT, FORM_FULL, CommentForm
from supervision_core.evidence.dossiers import Dossier
from supervision_core.evidence.policy import WeighingPolicy, WeighingRule
from supervision_core.evidence.records import Rating
from supervision_core.values.checks import Checks, as_tuple, check_fields, check_ids, composed_sorted
from supervision_core.values.labels import Label
from supervision_core.values.periods import Period

__all__ = ["WeighingFinding", "WeighingFindingKind", "check_weighing"]


#: Channels that are one register each, so that they can never be more than one independent voice.
REGISTERS: Final = frozenset(
    ("attendance_record", "commitment_record", "contribution_record", "discipline_record", "obligation_record", "self_report")
)


@final
class WeighingFindingKind(Enum):
    """What is odd."""

    #: A fact that is asked for and that no rule shows.
    UNSUPPLIED = "unsupplied"
    #: A fact that can never be shown: its channels show nothing alone, or are too few voices.
    NEVER_SHOWN = "never_shown"
    #: Channels that may contradict each other with nobody named as the winner; the fact is contested then.
    UNSETTLED = "unsettled"
    #: A channel that counts for nothing.
    IDLE_CHANNEL = "idle_channel"
    #: A step of a form that is read as nothing, though another step of the same criterion is read.
    UNREAD_STEP = "unread_step"

    @property
    def label(self) -> Label:
        """What people read."""
        return _KIND_LABELS[self.value]


_KIND_LABELS = {
    "unsupplied": Label("nội dung chưa có quy định xem xét", "a fact that no rule shows"),
    "never_shown": Label("nội dung không bao giờ được xác nhận", "a fact that can never be shown"),
    "unsettled": Label(
        "các kênh có thể mâu thuẫn mà chưa định kênh nào được ưu tiên", "channels that may disagree, with no winner named"
    ),
    "idle_channel": Label("kênh không được tính cho nội dung nào", "a channel that counts for nothing"),
    "unread_step": Label("mức nhận xét không rút ra được kết luận", "a step that is read as nothing"),
}


@final
@attrs.frozen(kw_only=True)
class WeighingFinding:
    """One oddity of a policy. Whether it is a mistake is for people to say."""

    #: What is odd.
    kind: WeighingFindingKind
    #: The facts it is about, sorted.
    codes: tuple[str, ...] = ()
    #: The channels it is about, by code, sorted; for a step its form, criterion and step.
    channels: tuple[str, ...] = ()
    #: A dossier that shows it when it is weighed; None where no dossier can.
    example: Dossier | None = None

    def __attrs_post_init__(self) -> None:
        check_fields(self)
        check_ids(self, "codes", "channels")


def check_weighing(
    policy: WeighingPolicy, codes: Iterable[str] = (), *, forms: Iterable[CommentForm] = (FORM_FULL, FORM_EXEMPT)
) -> tuple[WeighingFinding, ...]:
    """Every hole, silent rule, unsettled contradiction, idle channel and unread step of a policy, by kind.

    ``codes`` are the facts that somebody will ask for, such as those of a regulation; ``forms`` those in use for comments.
    A finding is no verdict: a policy may leave contradictions to people on purpose.

    >>> import supervision_core as sc
    >>> asked = [fact.code for fact in sc.regulations.GOOD_PERFORMANCE_2014.ladder.facts]
    >>> found = sc.evidence.check_weighing(sc.evidence.WARD_WEIGHING, asked)
    >>> sorted({finding.kind.value for finding in found})
    ['unread_step', 'unsettled']
    >>> example = next(finding.example for finding in found if finding.example)
    >>> [fact.state.value for fact in sc.weigh(example, sc.evidence.WARD_WEIGHING)]
    ['contested']
    """
    asked, used = composed_sorted(codes), as_tuple(forms)
    checks = Checks("check_weighing")
    checks.kind("policy", policy, WeighingPolicy, "a WeighingPolicy")
    checks.identifiers("codes", asked)
    checks.each("forms", used, CommentForm, "a CommentForm")
    checks.done()
    kinds = WeighingFindingKind
    found = [WeighingFinding(kind=kinds.UNSUPPLIED, codes=(code,)) for code in asked if policy.rule_of(code) is None]
    found += [
        WeighingFinding(kind=kinds.NEVER_SHOWN, codes=rule.codes, channels=rule.channels)
        for rule in policy.rules
        if not _can_show(rule, policy)
    ]
    for rule in policy.rules:
        if unranked := _unranked(rule):
            example = _contradiction(rule, policy, unranked)
            found.append(WeighingFinding(kind=kinds.UNSETTLED, codes=rule.codes, channels=unranked, example=example))
    counted = {channel for rule in policy.rules for channel in rule.channels}
    found += [WeighingFinding(kind=kinds.IDLE_CHANNEL, channels=(code,)) for code in sorted(policy.channel_codes - counted)]
    found += _unread_steps(policy, used)
    return tuple(found)


def _can_show(rule: WeighingRule, policy: WeighingPolicy) -> bool:
    """Whether enough independent voices can come together for a yes or for a no."""
    alone = [channel for channel in rule.channels if channel not in rule.supports_only]
    single = [channel for channel in alone if channel in REGISTERS or channel in policy.own_words]
    return len(alone) > len(single) or len(single) >= min(rule.yes_needs, rule.no_needs)


def _unranked(rule: WeighingRule) -> tuple[str, ...]:
    """The channels that some other counted channel may contradict with neither coming first."""
    tiers = {channel: rule.tier_of(channel) for channel in rule.channels}
    return tuple(
        one
        for one, place in tiers.items()
        if any(other != one and (place is None or rival is None or rival == place) for other, rival in tiers.items())
    )


def _contradiction(rule: WeighingRule, policy: WeighingPolicy, unranked: tuple[str, ...]) -> Dossier:
    """Two ratings that contradict each other."""
    tiers = {channel: rule.tier_of(channel) for channel in rule.channels}
    pairs = (
        (one, other)
        for one in unranked
        for other in rule.channels
        if one != other and (tiers[one] is None or tiers[other] is None or tiers[one] == tiers[other])
    )
    known: dict[str, Channel] = {channel.code: channel for channel in policy.channels}
    return Dossier(
        subject_id="example",
        period=Period.of_year(2014),
        ratings=[
            Rating(
                id=f"rating-{place}",
                subject_id="example",
                channel=known[channel],
                code=rule.codes[0],
                value=place == 1,
                rated_on=date(2014, 12, 1),
            )
            for place, channel in enumerate(next(pairs), start=1)
        ],
    )


def _unread_steps(policy: WeighingPolicy, forms: Iterable[CommentForm]) -> Iterator[WeighingFinding]:
    read = {(one.form, one.criterion) for one in policy.readings}
    for form in forms:
        for criterion in form.criteria:
            for step in criterion.steps:
                place = (form.code, criterion.code, step.code)
                if place[:2] in read and not policy.readings_of(*place):
                    yield WeighingFinding(kind=WeighingFindingKind.UNREAD_STEP, channels=place)
