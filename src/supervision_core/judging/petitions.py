"""A decided grade that is looked at again: the petition of whoever was rated, and the reopening after what others said.

================  =====================================  ===========================  =======================
who               by                                     to ask, and to be answered   in force
================  =====================================  ===========================  =======================
all three         90/2020/NĐ-CP, 24                      no number was read           20/08/2020 - 30/06/2026
public employees  129/2025/QH15, 27; no second petition  5 days; 10 working days      from 01/07/2026
================  =====================================  ===========================  =======================

What Decree 335/2025/NĐ-CP says of petitions was not read, so civil servants have no rule here from 1 January 2026 on.
"""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from enum import Enum
from typing import Final, final

import attrs

from supervision_core.evidence.instruments import REGULATION_366, verified
from supervision_core.evidence.time_limits import TIME_LIMITS, TimeLimit
from supervision_core.regulations.statutory import EMPLOYEES2025, ND90, cite
from supervision_core.values.checks import Checks, as_tuple, check_arguments, composed_each, composed_sorted
from supervision_core.values.citations import Citation
from supervision_core.values.labels import Label
from supervision_core.values.mappings import IdMap
from supervision_core.values.text import composed, composed_or_none, shown, veiled

__all__ = [
    "PETITION_RULES",
    "REOPENING_CITATION",
    "Petition",
    "PetitionRule",
    "Reopening",
    "ReopeningVoice",
    "SecondLook",
    "petition_rule",
]


@final
class SecondLook(Enum):
    """What came of looking at a result again."""

    KEPT = "kept"
    CHANGED = "changed"

    @property
    def label(self) -> Label:
        """What people read."""
        return _LOOK_LABELS[self.value]


_LOOK_LABELS = {"kept": Label("giữ nguyên kết quả", "result kept"), "changed": Label("thay đổi kết quả", "result changed")}


@final
class ReopeningVoice(Enum):
    """Whose reflections a result was reopened after (Regulation 366-QĐ/TW, Article 15)."""

    ORGANISATION = "organisation"
    BODY = "body"
    OFFICIAL = "official"
    PARTY_MEMBER = "party_member"
    PEOPLE = "people"

    @property
    def label(self) -> Label:
        """What people read."""
        return _VOICE_LABELS[self.value]


_VOICE_LABELS = {
    "organisation": Label("tổ chức", "organisations"),
    "body": Label("cơ quan, đơn vị", "bodies"),
    "official": Label("cán bộ", "officials"),
    "party_member": Label("đảng viên", "Party members"),
    "people": Label("Nhân dân", "the people"),
}


@final
@attrs.frozen(kw_only=True)
class PetitionRule:
    """Who may ask that a result be looked at again, within which time, and until when they are to be answered.

    A time limit of None is one that was not read; ``TimeLimit.days`` of None would be one that the law does not set.
    """

    #: Its code.
    code: str = attrs.field(converter=composed)
    #: What it is called.
    label: Label
    #: The categories of people it is for, sorted.
    categories: tuple[str, ...] = attrs.field(converter=composed_sorted)
    #: Within which time to ask, counted from the day on which the result was published.
    to_ask: TimeLimit | None = None
    #: Within which time to answer, counted from the day on which the petition was received.
    to_answer: TimeLimit | None = None
    #: Whether what came of a petition may be petitioned against; None where that was not read.
    may_ask_again: bool | None = None
    #: Where it stands.
    citation: Citation
    #: The first day on which it is in force.
    in_force_from: date
    #: The first day on which it is no longer in force; None while it is.
    in_force_until: date | None = None

    def __attrs_post_init__(self) -> None:
        checks = Checks(f"PetitionRule {shown(self.code)}")
        checks.identifier("code", self.code)
        checks.identifiers("categories", self.categories)
        checks.fields(self, "label", "to_ask", "to_answer", "may_ask_again", "citation")
        checks.in_force(self.in_force_from, self.in_force_until)
        checks.done()

    def binds(self, day: date) -> bool:
        """Whether it is in force on a day."""
        if type(day) is not date:
            check_arguments(PetitionRule.binds, day=day)
        return self.in_force_from <= day and (self.in_force_until is None or day < self.in_force_until)


#: The rules that were read, by code.
PETITION_RULES: Final[IdMap[PetitionRule]] = IdMap(
    {
        "decree_90": PetitionRule(
            code="decree_90",
            label=Label("Kiến nghị về kết quả đánh giá, xếp loại chất lượng", "Petition against an evaluation and grade"),
            categories=("cadre", "civil_servant", "civil_servant_leader", "public_employee", "public_employee_manager"),
            citation=cite(ND90, "24"),
            in_force_from=date(2020, 8, 20),
            in_force_until=date(2026, 7, 1),
        ),
        "employee_law": PetitionRule(
            code="employee_law",
            label=Label("Viên chức kiến nghị về kết quả xếp loại", "Petition of a public employee against the grade"),
            categories=("public_employee", "public_employee_manager"),
            to_ask=TIME_LIMITS["employee_petition"],
            to_answer=TIME_LIMITS["employee_petition_answer"],
            may_ask_again=False,
            citation=cite(EMPLOYEES2025, "27"),
            in_force_from=date(2026, 7, 1),
        ),
    }
)
#: Since when and by what a decided result can be reopened, for whom Regulation 366-QĐ/TW governs.
REOPENING_CITATION: Final = verified(REGULATION_366, "15")
_REGULATION_366_FROM: Final = date(2025, 8, 30)
_CIVIL_SERVANTS: Final = ("civil_servant", "civil_servant_leader")
_DECREE_335_FROM: Final = date(2026, 1, 1)


def petition_rule(category: str, *, on: date) -> PetitionRule | None:
    """The rule by which somebody of a category may ask on a day that a result be looked at again; None where none was read.

    >>> from datetime import date
    >>> from supervision_core.judging import petition_rule
    >>> petition_rule("public_employee", on=date(2026, 12, 20)).to_ask.days
    5
    >>> petition_rule("civil_servant", on=date(2026, 12, 20)) is None
    True
    """
    checks = Checks("petition_rule")
    checks.identifier("category", category)
    checks.day("on", on)
    checks.done()
    if composed(category) in _CIVIL_SERVANTS and on >= _DECREE_335_FROM:
        return None
    found = (one for one in PETITION_RULES.values() if composed(category) in one.categories and one.binds(on))
    return next(found, None)


@final
@attrs.frozen(kw_only=True)
class Petition:
    """Somebody rated asks that the result be looked at again: when, by which rule, and what came of it.

    A result that is changed is a new ``Decision``, which names the one it replaces; both stay.
    """

    #: Its id or number.
    id: str = attrs.field(converter=composed)
    #: Who asks; whom the decision is about.
    subject_id: str = attrs.field(converter=composed, repr=veiled)
    #: The decision it is about.
    decision_id: str = attrs.field(converter=composed)
    #: The rule by which it is made.
    rule: PetitionRule
    #: When the result was published; None where that is not said.
    published_on: date | None = None
    #: When it was received.
    received_on: date
    #: When it was answered; None while it is not.
    answered_on: date | None = None
    #: What came of it; None while it is not answered.
    result: SecondLook | None = None
    #: The decision that replaces the first one; None where the result is kept, or nothing is decided yet.
    new_decision_id: str | None = attrs.field(default=None, converter=composed_or_none)

    def __attrs_post_init__(self) -> None:
        checks = Checks(f"Petition {shown(self.id)}")
        checks.fields(self)
        for name in ("id", "subject_id", "decision_id"):
            checks.identifier(name, getattr(self, name))
        checks.optional_identifier("new_decision_id", self.new_decision_id)
        if checks.clean:
            if self.published_on is not None and self.received_on < self.published_on:
                expected = f"{self.published_on.isoformat()}, the day of publication, or later"
                checks.fault("not_later", "received_on", self.received_on, expected)
            if not self.rule.binds(self.received_on):
                checks.fault("not_in_force", "rule", self.rule.code, f"a rule in force on {self.received_on.isoformat()}")
            _check_end(checks, "answered_on", self.received_on, self.answered_on, self.result, self.new_decision_id)
        checks.done()


def _by_value(voices: Iterable[ReopeningVoice]) -> tuple[ReopeningVoice, ...]:
    found = as_tuple(voices)
    if isinstance(found, tuple) and all(isinstance(one, ReopeningVoice) for one in found):
        return tuple(one for one in ReopeningVoice if one in found)
    return found


@final
@attrs.frozen(kw_only=True)
class Reopening:
    """A decided result is looked at again after what organisations and people said, and what came of it.

    Source: Regulation 366-QĐ/TW of 30/08/2025, Article 15, for those whom it governs.
    """

    #: Its id or number.
    id: str = attrs.field(converter=composed)
    #: Whom the decision is about.
    subject_id: str = attrs.field(converter=composed, repr=veiled)
    #: The decision that is looked at again.
    decision_id: str = attrs.field(converter=composed)
    #: When it was reopened.
    opened_on: date
    #: By whom; the id of a body.
    opened_by: str = attrs.field(converter=composed)
    #: Whose reflections it follows, in the order of the article.
    voices: tuple[ReopeningVoice, ...] = attrs.field(converter=_by_value)
    #: Ids of the evidence behind it.
    sources: tuple[str, ...] = attrs.field(default=(), converter=composed_each, repr=veiled)
    #: When it was closed; None while it is open.
    closed_on: date | None = None
    #: What came of it; None while it is open.
    result: SecondLook | None = None
    #: The decision that replaces the first one; None where the result is kept, or nothing is decided yet.
    new_decision_id: str | None = attrs.field(default=None, converter=composed_or_none)
    #: Where the right to reopen stands.
    citation: Citation = REOPENING_CITATION

    def __attrs_post_init__(self) -> None:
        checks = Checks(f"Reopening {shown(self.id)}")
        checks.fields(self)
        for name in ("id", "subject_id", "decision_id", "opened_by"):
            checks.identifier(name, getattr(self, name))
        checks.optional_identifier("new_decision_id", self.new_decision_id)
        if checks.clean:
            checks.identifiers("sources", self.sources)
            if self.citation == REOPENING_CITATION and self.opened_on < _REGULATION_366_FROM:
                expected = f"{_REGULATION_366_FROM.isoformat()}, when the Regulation came into force, or later"
                checks.fault("not_in_force", "opened_on", self.opened_on, expected)
            if not self.voices:
                checks.fault("empty", "voices", "none", "at least one ReopeningVoice")
            _check_end(checks, "closed_on", self.opened_on, self.closed_on, self.result, self.new_decision_id)
        checks.done()


def _check_end(
    checks: Checks, name: str, start: date, end: date | None, result: SecondLook | None, new_decision_id: str | None
) -> None:
    """The day, the result and the new decision belong together: all or none of the first two, the third where it changed."""
    if end is not None and end < start:
        checks.fault("not_later", name, end, f"{start.isoformat()} or later")
    if end is None and result is not None:
        checks.fault("surplus", "result", result.name, f"None, since there is no {name}")
    if end is not None and result is None:
        checks.fault("missing", "result", None, f"a SecondLook, since there is {name}")
    changed = result is SecondLook.CHANGED
    if changed and new_decision_id is None:
        checks.fault("missing", "new_decision_id", None, "the decision that replaces it")
    if not changed and new_decision_id is not None:
        checks.fault("surplus", "new_decision_id", new_decision_id, "None, since no result was changed")
