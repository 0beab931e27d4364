"""What is heard under a policy: the voices that count for each fact, and the evidence that does not, with why."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import final

from supervision_core.errors import Fault, raise_for
from supervision_core.evidence.aggregates import Standing
from supervision_core.evidence.channels import nearest
from supervision_core.evidence.dossiers import Dossier
from supervision_core.evidence.feedback import Checked, FeedbackKind
from supervision_core.evidence.refusals import Refusal, RefusalReason
from supervision_core.evidence.settling import Answer, Voice
from supervision_core.evidence.weighing_policy import WeighingPolicy
from supervision_core.text import shown

__all__ = ["Hearing", "feedback_refusal", "origin_of", "raise_for_channels"]


def raise_for_channels(dossier: Dossier, policy: WeighingPolicy) -> None:
    """Raise for evidence by channels that the policy does not know, all of it at once."""
    known = policy.channel_codes
    raise_for(
        Fault(
            "unknown_channel",
            f"Dossier {shown(dossier.subject_id)}.{name}",
            f"{shown(item.id)} by {shown(item.channel.code)}",
            nearest(item.channel.code, dict.fromkeys(known), f"a channel of the policy {policy.code}"),
        )
        for name in ("ratings", "feedback", "progress")
        for item in getattr(dossier, name)
        if item.channel.code not in known
    )


def feedback_refusal(policy: WeighingPolicy, kind: FeedbackKind, checked: Checked, *, anonymous: bool) -> RefusalReason | None:
    """Why feedback of this sort does not count, or None when it does."""
    if checked is Checked.CONFIRMED:
        return None
    if checked is Checked.REFUTED:
        return RefusalReason.REFUTED
    if kind not in policy.unchecked_kinds:
        return RefusalReason.NOT_CHECKED
    return RefusalReason.ANONYMOUS if anonymous and not policy.anonymous_unchecked else None


def origin_of(by: str | None, channel: str) -> str:
    """Who speaks; where the channel alone is known, all that comes by it is one voice."""
    return f"channel {channel}" if by is None else f"by {by}"


@final
class Hearing:
    """The voices of a dossier that count, by fact, and the evidence that does not; filled while the dossier is read."""

    def __init__(self, dossier: Dossier, policy: WeighingPolicy) -> None:
        raise_for_channels(dossier, policy)
        self.policy = policy
        self.dossier = dossier
        self.voices: dict[str, list[Voice]] = {}
        self._refused: set[tuple[str, str, RefusalReason, str]] = set()

    def refusals(self) -> tuple[Refusal, ...]:
        """What did not count, by id, fact, reason and part."""
        order = sorted(self._refused, key=lambda one: (one[0], one[1], one[2].value, one[3]))
        return tuple(
            Refusal(id=item, code=code or None, reason=reason, part=part or None) for item, code, reason, part in order
        )

    def refuse(self, ids: Iterable[str], code: str | None, reason: RefusalReason, part: str | None = None) -> None:
        """Note that some evidence, or a part of it, does not count for a fact."""
        self._refused.update((one, code or "", reason, part or "") for one in ids)

    def hear(self, code: str, answer: Answer, channel: str, ids: Sequence[str], origins: Iterable[str]) -> None:
        """Let a voice count, unless the policy says that it does not; ``origins`` are the independent ones behind it."""
        reason = self.refusal(code, answer, channel)
        if reason is not None:
            self.refuse(ids, code, reason)
        else:
            self.voices.setdefault(code, []).append(Voice(answer, channel, tuple(sorted(ids)), frozenset(origins)))

    def refusal(self, code: str, answer: Answer, channel: str) -> RefusalReason | None:
        """Why no answer like this one can count for a fact when it comes by a channel, or None when it can."""
        rule = self.policy.rule_of(code)
        if rule is None:
            return RefusalReason.NO_RULE
        if channel not in rule.channels:
            return RefusalReason.CHANNEL_NOT_COUNTED
        status = self.dossier.residence_status
        if answer is False and code in self.policy.waived and status is not None and not status.is_asked_to_meetings:
            return RefusalReason.WAIVED
        return None

    def is_own_voice(self, by: str | None, channel: str) -> bool:
        """Whether the official concerned speaks on a channel that is for others."""
        return by == self.dossier.subject_id and channel not in self.policy.own_words

    def hear_register(
        self, code: str, standing: Standing, channel: str, ids: Sequence[str], origins: Iterable[str] = ()
    ) -> None:
        """What records make together, as one voice; where they contradict themselves, as two.

        It is the register's own voice, unless ``origins`` says who stands behind it.
        """
        behind = frozenset(origins) or frozenset([f"register {channel}"])
        if not ids:
            return
        if standing is Standing.OPEN:
            reason = self.refusal(code, answer=True, channel=channel)
            self.refuse(ids, code, reason or RefusalReason.INCONCLUSIVE)
        if standing is Standing.CONTESTED and (reason := self.refusal(code, answer=False, channel=channel)):
            # What is not held against somebody cannot speak for him or her either while it contradicts itself.
            self.refuse(ids, code, reason)
            return
        for settled, answer in ((Standing.YES, True), (Standing.NO, False)):
            if standing in {settled, Standing.CONTESTED}:
                self.hear(code, answer, channel, ids, behind)
