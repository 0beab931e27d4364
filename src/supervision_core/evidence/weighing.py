"""From a dossier to facts, under a named policy; and the record of what counted, what did not, and why."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from operator import attrgetter
from typing import Final, final

import attrs

from supervision_core.evidence.claims import Hearing, Refusal, RefusalReason, feedback_refusal
from supervision_core.evidence.dossiers import Dossier
from supervision_core.evidence.feedback import Checked, FeedbackClaim, FeedbackKind
from supervision_core.evidence.policy import WeighingPolicy
from supervision_core.evidence.readers import (
    hear_comments,
    hear_commitments,
    hear_contributions,
    hear_discipline,
    hear_feedback,
    hear_meetings,
    hear_obligations,
    hear_ratings,
)
from supervision_core.evidence.resolve import Answer, Settled, Voice, clashes, settle
from supervision_core.values.checks import Checks, check_arguments, check_fields, check_ids
from supervision_core.values.errors import InvalidInput
from supervision_core.values.facts import Fact, Facts, FactState, Value, facts_of_checked
from supervision_core.values.labels import Label
from supervision_core.values.mappings import memo_of
from supervision_core.values.text import Language, composed
from supervision_core.values.wording import Names, Wording, wording

__all__ = ["Statement", "Weighing", "explain_weighing", "weigh", "weigh_all"]


_AT_ODDS: Final = Label("mâu thuẫn với nội dung khác", "at odds with what was found of another fact")
_READERS: Final = (
    hear_ratings,
    hear_feedback,
    hear_comments,
    hear_discipline,
    hear_meetings,
    hear_obligations,
    hear_contributions,
    hear_commitments,
)


@final
@attrs.frozen(kw_only=True)
class Statement:
    """Evidence that counted for a fact: what it says, by which channel, in which pieces."""

    #: The fact.
    code: str = attrs.field(converter=composed)
    #: What is said of it: yes, no, an exact number, or ``FactState.NOT_APPLICABLE``.
    answer: Answer
    #: The channel, by code.
    channel: str = attrs.field(converter=composed)
    #: The pieces of evidence, by id, sorted.
    ids: tuple[str, ...]
    #: Whether a channel that comes first said the opposite.
    is_overruled: bool = False

    def __attrs_post_init__(self) -> None:
        check_fields(self)
        check_ids(self, "code", "channel", "ids")

    def sentence(self, lang: Language, names: Names | None = None) -> str:
        """The statement for people; ``names`` has what facts and evidence are called, by code and id."""
        return statement_said(self, wording(lang, names))


def statement_said(one: Statement, by: Wording) -> str:
    """Which evidence says what of which fact, and whether it is overruled."""
    overruled = f" ({by.say(RefusalReason.OVERRULED.label)})" if one.is_overruled else ""
    return f"{by.listed(one.ids)} ({by.name(one.code)}): {answer_said(one.answer, by)}{overruled}"


def answer_said(answer: Answer, by: Wording) -> str:
    """What the evidence says."""
    return by.say(answer.label) if isinstance(answer, FactState) else by.value(answer)


@final
@attrs.frozen(kw_only=True)
class Weighing:
    """A dossier weighed: the facts, what was said of each, and what did not count."""

    #: The policy's code.
    policy: str = attrs.field(converter=composed)
    #: The facts, the same as ``weigh`` gives.
    facts: Facts
    #: What counted, by fact, channel and ids.
    said: tuple[Statement, ...]
    #: What did not count, by id, fact and reason; overruled evidence is among it.
    refused: tuple[Refusal, ...]

    def __attrs_post_init__(self) -> None:
        check_fields(self)
        check_ids(self, "policy")

    def said_of(self, code: str) -> tuple[Statement, ...]:
        """What was said of one fact; for a contested one, both sides."""
        check_arguments(Weighing.said_of, code=code)
        code = composed(code)
        return tuple(one for one in self.said if one.code == code)

    def of(self, evidence_id: str) -> tuple[Statement | Refusal, ...]:
        """What became of one piece of evidence: what it counted for, then why it did not; () for one that was not there."""
        check_arguments(Weighing.of, evidence_id=evidence_id)
        sought = composed(evidence_id)
        counted = [one for one in self.said if sought in one.ids]
        return (*counted, *(one for one in self.refused if one.id == sought))


def explain_weighing(dossier: Dossier, policy: WeighingPolicy) -> Weighing:
    """The facts of a dossier with the whole account: every piece of evidence either counted for a fact or was refused.

    >>> from datetime import date
    >>> import supervision_core as sc
    >>> from supervision_core import Period
    >>> says = {"subject_id": "o1", "code": "civic.standing", "rated_on": date(2014, 12, 1)}
    >>> dossier = sc.Dossier(subject_id="o1", period=Period.of_year(2014), ratings=[
    ...     sc.Rating(id="m-1", channel="front_working_committee", value=True, **says),
    ...     sc.Rating(id="m-2", channel="camera", value=True, **says),
    ... ])
    >>> account = sc.evidence.explain_weighing(dossier, sc.evidence.WARD_WEIGHING)
    >>> account.facts.get("civic.standing").sources
    ('m-1',)
    >>> [one.sentence("en") for item in ("m-1", "m-2") for one in account.of(item)]
    ['m-1 (civic.standing): yes', 'm-2 (civic.standing): this channel does not count for this fact']
    """
    _check(dossier, policy)
    hearing = Hearing(dossier, policy)
    for hear in _READERS:
        hear(hearing)
    settled = {code: _settled(policy, code, voices) for code, voices in sorted(hearing.voices.items())}
    for code, one in settled.items():
        for voice in one.overruled:
            hearing.refuse(voice.ids, code, RefusalReason.OVERRULED)
    said = [
        Statement(
            code=code, answer=voice.answer, channel=voice.channel, ids=voice.ids, is_overruled=voice in settled[code].overruled
        )
        for code, voices in hearing.voices.items()
        for voice in voices
    ]
    return Weighing(
        policy=policy.code,
        facts=Facts(_facts(settled, policy)),
        said=tuple(sorted(said, key=attrgetter("code", "channel", "ids"))),
        refused=hearing.refusals(),
    )


def _facts(settled: Mapping[str, Settled], policy: WeighingPolicy) -> Iterator[Fact]:
    """The facts; those that cannot both be true of one person are contested, with the evidence for both."""
    answers = {code: one.value for code, one in settled.items() if isinstance(one.value, bool)}
    at_odds = clashes(policy.implications, answers)
    for code, one in settled.items():
        if code in at_odds:
            ids = sorted({*one.ids, *(evidence for other in at_odds[code] for evidence in settled[other].ids)})
            yield Fact(code=code, state=FactState.CONTESTED, sources=ids, why=_AT_ODDS)
        else:
            yield one.fact(code)


def _settled(policy: WeighingPolicy, code: str, voices: list[Voice]) -> Settled:
    rule = policy.rule_of(code)
    assert rule is not None  # a voice counts only where there is one
    return settle(rule, voices)


def _check(dossier: object, policy: object) -> None:
    checks = Checks("weigh")
    checks.kind("dossier", dossier, Dossier, "a Dossier")
    checks.kind("policy", policy, WeighingPolicy, "a WeighingPolicy")
    checks.done()


def weigh(dossier: Dossier, policy: WeighingPolicy) -> Facts:
    """Make facts of the evidence in a dossier.

    A fact is found with its value, and with the ids of the evidence behind it; or it is contested, with the ids that
    contradict each other; or, where too few independent voices spoke, not shown, with their ids and why. What nobody spoke of
    is not shown. Evidence by a channel that the policy does not know raises ``InvalidInput``. ``explain_weighing`` gives the
    account of it, ``assess`` goes on from here.

    >>> from datetime import date
    >>> import supervision_core as sc
    >>> from supervision_core import Period
    >>> letters = [
    ...     sc.Feedback(id=f"fb-{number}", subject_id="o1", channel="hotline", kind=sc.evidence.FeedbackKind.COMMENT,
    ...                 received_on=date(2014, 3, number), reporter_key=f"k{number}", says={"civic.ties_with_people": answer})
    ...     for number, answer in ((1, True), (2, False))
    ... ]
    >>> facts = sc.weigh(sc.Dossier(subject_id="o1", period=Period.of_year(2014), feedback=letters), sc.evidence.WARD_WEIGHING)
    >>> facts.get("civic.ties_with_people").state.value, facts.get("civic.ties_with_people").sources
    ('contested', ('fb-1', 'fb-2'))
    >>> facts.get("civic.standing").state.value
    'not_shown'
    """
    if type(dossier) is not Dossier or type(policy) is not WeighingPolicy:
        _check(dossier, policy)
    if dossier.has_more or not dossier.channel_codes <= policy.channel_codes:
        return explain_weighing(dossier, policy).facts
    memo = memo_of(policy)
    find, keep = memo.find, memo.keep
    answers: dict[str, Value] = {}
    sources: dict[str, list[str]] = {}
    contested: set[str] = set()
    for claim, claimant in zip(dossier.claims, dossier.claimants, strict=True):
        code, answer = find(claim) or keep(claim, _heard(policy, claim))
        if answer is None:
            if code is None:
                return explain_weighing(dossier, policy).facts
        elif code not in answers:
            sources[code], answers[code] = [claimant], answer
        else:
            sources[code].append(claimant)
            if answers[code] is not answer:
                contested.add(code)
    for code in contested:
        rule = policy.rule_of(code)
        if rule is not None and rule.precedence:
            return explain_weighing(dossier, policy).facts
        del answers[code]
    # Feedback is yes or no, never a number.
    if len(policy.implied_codes.intersection(answers)) > 1 and clashes(policy.implications, answers):  # type: ignore[arg-type]
        return explain_weighing(dossier, policy).facts
    # A dossier keeps its feedback sorted by id, so the ids stand in order.
    return facts_of_checked(answers, sources)


def weigh_all(dossiers: Iterable[Dossier], policy: WeighingPolicy) -> Iterator[tuple[str, Facts]]:
    """Weigh many, one after the other and in order: dossiers in, (subject id, Facts) out, as ``assess_all`` takes them.

    It is lazy: nothing is read before it is asked for, and nothing is kept. A bad dossier raises with its subject's id.

    >>> import supervision_core as sc
    >>> from supervision_core import Period
    >>> dossiers = [sc.Dossier(subject_id="o1", period=Period.of_year(2014))]
    >>> ward = sc.regulations.GOOD_PERFORMANCE_2014
    >>> [(who, one.grade) for who, one in sc.assess_all(ward, sc.evidence.weigh_all(dossiers, sc.evidence.WARD_WEIGHING))]
    [('o1', None)]
    """
    checks = Checks("weigh_all")
    checks.stream("dossiers", dossiers, "a Dossier")
    checks.done()
    for position, dossier in enumerate(dossiers):
        if not checks.kind(f"dossiers[{position}]", dossier, Dossier, "a Dossier"):
            checks.done()
        try:
            facts = weigh(dossier, policy)
        except InvalidInput as error:
            raise error.of_subject(dossier.subject_id) from None
        yield dossier.subject_id, facts


def _heard(policy: WeighingPolicy, claim: FeedbackClaim) -> tuple[str | None, bool | None]:
    """What a claim comes to: its fact and answer; no answer where it does not count, no fact where it matters who made it."""
    code, channel, kind, checked, anonymous, answer = claim
    rule = policy.rule_of(code)
    refused = feedback_refusal(policy, FeedbackKind(kind), Checked(checked), anonymous=anonymous)
    if rule is None or not rule.counts(answer, channel) or refused is not None:
        return code, None
    if max(rule.yes_needs, rule.no_needs) > 1 or channel in rule.supports_only:
        return None, None
    return code, answer
