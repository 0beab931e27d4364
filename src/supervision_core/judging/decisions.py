"""Decisions on record: a later one may replace an earlier one, on appeal or as a correction; both stay readable."""

from __future__ import annotations

import re
from collections.abc import Iterable
from datetime import date
from enum import Enum
from typing import Final, final

import attrs

from supervision_core.judging.assessing import Assessment
from supervision_core.values.checks import Checks, as_tuple, check_arguments
from supervision_core.values.errors import Fault, raise_for as raise_faults
from supervision_core.values.labels import Label
from supervision_core.values.mappings import IdMap
from supervision_core.values.text import composed, composed_or_none, shown, veiled

__all__ = ["Decision", "DecisionGround", "decision_chain", "in_effect"]

_FINGERPRINT: Final = re.compile(r"[0-9a-f]{64}")


@final
class DecisionGround(Enum):
    """Why a decision was taken."""

    ORIGINAL = "original"
    APPEAL = "appeal"
    CORRECTION = "correction"
    NEW_EVIDENCE = "new_evidence"
    PETITION = "petition"
    REOPENING = "reopening"

    @property
    def label(self) -> Label:
        """What people read."""
        return _GROUND_LABELS[self.value]


_GROUND_LABELS = {
    "original": Label("quyết định ban đầu", "original decision"),
    "appeal": Label("giải quyết khiếu nại", "on appeal"),
    "correction": Label("đính chính", "correction"),
    "new_evidence": Label("có căn cứ mới", "new evidence"),
    "petition": Label("giải quyết kiến nghị", "on a petition"),
    "reopening": Label("xem xét lại kết quả", "result looked at again"),
}


@final
@attrs.frozen(kw_only=True)
class Decision:
    """An assessment that somebody competent adopted for somebody, on a day.

    One that replaces another names it and says on what ground; an original one replaces none.
    """

    #: Its id or number.
    id: str = attrs.field(converter=composed)
    #: Whom it is about.
    subject_id: str = attrs.field(converter=composed, repr=veiled)
    #: What was decided.
    assessment: Assessment
    #: When.
    decided_on: date
    #: By whom; the id of a body.
    decided_by: str = attrs.field(converter=composed)
    #: Why.
    ground: DecisionGround = DecisionGround.ORIGINAL
    #: The decision it replaces; None for an original one.
    supersedes: str | None = attrs.field(default=None, converter=composed_or_none)
    #: The fingerprint of the receipt that holds question and answer; it stays when the decision is replaced. None: not said.
    receipt: str | None = None

    def __attrs_post_init__(self) -> None:
        checks = Checks(f"Decision {shown(self.id)}")
        for name in ("id", "subject_id", "decided_by"):
            checks.identifier(name, getattr(self, name))
        checks.kind("assessment", self.assessment, Assessment, "an Assessment")
        checks.day("decided_on", self.decided_on)
        checks.optional_identifier("supersedes", self.supersedes)
        checks.optional_kind("receipt", self.receipt, str, "a fingerprint")
        if isinstance(self.receipt, str) and not _FINGERPRINT.fullmatch(self.receipt):
            checks.fault("not_a_fingerprint", "receipt", self.receipt, "64 hexadecimal digits, as fingerprint() gives them")
        if checks.member("ground", self.ground, DecisionGround):
            is_original = self.ground is DecisionGround.ORIGINAL
            if is_original != (self.supersedes is None):
                expected = "None, since it is an original decision" if is_original else "the decision that it replaces"
                checks.fault("missing" if not is_original else "surplus", "supersedes", self.supersedes, expected)
        checks.done()


def _faults(decisions: tuple[Decision, ...]) -> Iterable[Fault]:
    by_id: dict[str, Decision] = {}
    replaced: dict[str, str] = {}
    for one in decisions:
        if one.id in by_id:
            yield Fault("duplicate", "decisions", shown(one.id), "each decision once")
        by_id[one.id] = one
    for one in decisions:
        if one.supersedes is None:
            continue
        place = f"Decision {shown(one.id)}.supersedes"
        earlier = by_id.get(one.supersedes)
        if earlier is None:
            yield Fault("unknown_id", place, shown(one.supersedes), "the id of a decision that is given too")
        elif earlier.subject_id != one.subject_id:
            yield Fault("other_subject", place, shown(one.supersedes), "a decision about the same subject")
        elif earlier.decided_on > one.decided_on or earlier.id == one.id:
            yield Fault("not_earlier", place, shown(one.supersedes), "a decision taken before, or on the same day")
        if one.supersedes in replaced:
            yield Fault(
                "replaced_twice", place, shown(one.supersedes), f"a decision not yet replaced by {replaced[one.supersedes]}"
            )
        replaced[one.supersedes] = one.id
    if _has_cycle(by_id):
        yield Fault("circle", "decisions", "decisions that replace each other", "a later decision that replaces an earlier one")


def _has_cycle(by_id: dict[str, Decision]) -> bool:
    # Each decision is followed once, however long the chains are.
    followed: set[str] = set()
    for start in by_id.values():
        way: set[str] = set()
        at: Decision | None = start
        while at is not None and at.id not in followed:
            if at.id in way:
                return True
            way.add(at.id)
            at = by_id.get(at.supersedes or "")
        followed |= way
    return False


def in_effect(decisions: Iterable[Decision], *, on: date) -> IdMap[tuple[Decision, ...]]:
    """The decisions that stand on a day, by subject, each subject's by day and id: taken by then and not replaced by then.

    Unknown, repeated or circular references raise ``InvalidInput``, all at once.
    """
    given = as_tuple(decisions)
    checks = Checks("in_effect")
    checks.day("on", on)
    checks.each("decisions", given, Decision, "a Decision")
    checks.done()
    raise_faults(_faults(given))
    taken = [one for one in given if one.decided_on <= on]
    replaced = {one.supersedes for one in taken}
    standing: dict[str, list[Decision]] = {}
    for one in sorted(taken, key=lambda one: (one.decided_on, one.id)):
        if one.id not in replaced:
            standing.setdefault(one.subject_id, []).append(one)
    return IdMap({subject: tuple(found) for subject, found in standing.items()})


def checked_decisions(decisions: Iterable[Decision], decision_id: str) -> IdMap[Decision]:
    """The decisions by id; faults among them, and an id that none of them has, raise ``InvalidInput``."""
    given = as_tuple(decisions)
    checks = Checks("decisions")
    checks.each("decisions", given, Decision, "a Decision")
    checks.identifier("decision_id", decision_id)
    checks.done()
    raise_faults(_faults(given))
    by_id = IdMap({one.id: one for one in given})
    if composed(decision_id) not in by_id:
        raise_faults([Fault("unknown_id", "decision_id", shown(decision_id), "the id of a decision that is given")])
    return by_id


def decision_chain(decisions: Iterable[Decision], decision_id: str) -> tuple[Decision, ...]:
    """A decision with all that it replaced, the first one first, however long ago."""
    given = as_tuple(decisions)
    check_arguments(decision_chain, decisions=given, decision_id=decision_id)
    by_id, decision_id = checked_decisions(given, decision_id), composed(decision_id)
    found = [by_id[decision_id]]
    while (earlier := found[-1].supersedes) is not None:
        found.append(by_id[earlier])
    return tuple(reversed(found))
