"""What is kept about a person beside feedback: ratings, discipline, and the register of the residence."""

from __future__ import annotations

from datetime import date
from enum import Enum
from typing import final

import attrs

from supervision_core.evidence.channels import Channel, channel_or_same, check_channel
from supervision_core.values.checks import Checks, check_arguments
from supervision_core.values.confidential import check_confidential
from supervision_core.values.errors import WRONG_FACT_TYPE
from supervision_core.values.exact import ExactNumber, exact_or_same
from supervision_core.values.facts import Value, value_fault
from supervision_core.values.labels import Label
from supervision_core.values.periods import Period
from supervision_core.values.text import composed, composed_or_none, shown

__all__ = [
    "Bearer",
    "ConductRelation",
    "ContributionRecord",
    "DisciplineFinding",
    "DisciplineKind",
    "DisciplineRecord",
    "MeetingRecord",
    "ObligationRecord",
    "Rating",
    "ResidenceStatus",
]


def _value(value: bool | ExactNumber | None) -> Value | None:
    return value if value is None or isinstance(value, bool) else exact_or_same(value)


def _kind_and_value(value: object) -> tuple[bool, object]:
    # True equals 1 in Python; as ratings a yes and the measure one are different.
    return isinstance(value, bool), value


@final
@attrs.frozen(kw_only=True, repr=False)
class Rating:
    """One statement about one fact: by whom, by which channel, and for what time.

    Who could not say anything gives no rating: silence is unknown, so None as a value is refused.
    ``applies=False`` says that the fact cannot apply to this official (a household's obligations without a household).

    >>> from datetime import date
    >>> from supervision_core import Rating
    >>> Rating(
    ...     id="m-12", subject_id="o1", channel="front_working_committee", code="civic.standing", value=True,
    ...     rated_on=date(2014, 12, 1), by="kdc-5",
    ... )
    <Rating 'm-12' on civic.standing>
    >>> Rating(id="m-13", subject_id="o1", channel="hotlin", code="civic.standing", value=None, rated_on=date(2014, 12, 1))
    Traceback (most recent call last):
        ...
    supervision_core.values.errors.InvalidInput: Rating 'm-13'.channel: found 'hotlin', expected one of the nearest codes: ...
    """

    #: Its id; facts name it as their source.
    id: str = attrs.field(converter=composed)
    #: Whom it is about.
    subject_id: str = attrs.field(converter=composed)
    #: How it came in.
    channel: Channel = attrs.field(converter=channel_or_same)
    #: The fact it speaks of.
    code: str = attrs.field(converter=composed)
    #: Yes, no or an exact number; None only where the fact does not apply.
    value: Value | None = attrs.field(default=None, converter=_value, eq=_kind_and_value)
    #: Whether the fact applies to this official at all.
    applies: bool = True
    #: When it was given.
    rated_on: date
    #: Who gave it; the id of a body or a person. None where the channel alone is known.
    by: str | None = attrs.field(default=None, converter=composed_or_none)
    #: The time it speaks of; None for the whole of the time that is judged.
    covers: Period | None = None

    def __attrs_post_init__(self) -> None:
        checks = Checks(f"Rating {shown(self.id)}")
        for name in ("id", "subject_id", "code"):
            checks.identifier(name, getattr(self, name))
        check_channel(checks, "channel", self.channel)
        if checks.kind("applies", self.applies, bool, "True or False"):
            if self.applies and self.value is None:
                checks.fault("missing", "value", None, "yes, no or an exact number; who cannot say gives no rating")
            if not self.applies and self.value is not None:
                checks.fault("surplus", "value", self.value, "None, since the fact does not apply")
        if self.value is not None and (fault := value_fault(self.value)) is not None:
            checks.fault(WRONG_FACT_TYPE, "value", self.value, fault)
        checks.day("rated_on", self.rated_on)
        if self.by is not None:
            check_confidential(checks, "by", self.by)
        checks.optional_kind("covers", self.covers, Period, "a Period")
        checks.done()

    def __repr__(self) -> str:
        # Whom it is about and what it says may be sensitive; a log line shows neither.
        return f"<Rating {self.id!r} on {self.code}>"


@final
class DisciplineFinding(Enum):
    """What stands in the records."""

    #: The records of a time were looked through, and there is nothing.
    CLEAR = "clear"
    #: A disciplinary measure was decided.
    DISCIPLINED = "disciplined"

    @property
    def label(self) -> Label:
        """What people read."""
        return _FINDING_LABELS[self.value]


_FINDING_LABELS = {
    "clear": Label("không bị kỷ luật", "no discipline on record"),
    "disciplined": Label("bị kỷ luật", "disciplined"),
}


@final
class DisciplineKind(Enum):
    """Whose discipline it is."""

    PARTY = "party"
    ADMINISTRATIVE = "administrative"

    @property
    def label(self) -> Label:
        """What people read."""
        return _DISCIPLINE_LABELS[self.value]


_DISCIPLINE_LABELS = {
    "party": Label("kỷ luật đảng", "Party discipline"),
    "administrative": Label("kỷ luật hành chính", "administrative discipline"),
}


@final
class ConductRelation(Enum):
    """What the disciplined conduct has to do with: not every measure counts for every grade."""

    #: With carrying out tasks or public duty.
    DUTY = "duty"
    #: Degradation in political thought, morals or lifestyle.
    DEGRADATION = "degradation"
    #: With neither.
    OTHER = "other"

    @property
    def label(self) -> Label:
        """What people read."""
        return _RELATION_LABELS[self.value]


_RELATION_LABELS = {
    "duty": Label("liên quan đến nhiệm vụ, công vụ", "related to tasks or public duty"),
    "degradation": Label("suy thoái về tư tưởng chính trị, đạo đức, lối sống", "degradation"),
    "other": Label("không liên quan đến nhiệm vụ, công vụ", "unrelated to tasks or public duty"),
}


@final
@attrs.frozen(kw_only=True, repr=False)
class DisciplineRecord:
    """An extract of the discipline records.

    Without any record nothing is known: that nobody was disciplined is itself something to be looked up.
    A clear extract speaks for a time only when it covers all of it; a measure counts for the time in which it was decided,
    whenever its conduct fell. A clear extract says that nobody was disciplined; it never says that nothing was done.

    >>> from datetime import date
    >>> from supervision_core.evidence import DisciplineFinding, DisciplineRecord
    >>> from supervision_core import Period
    >>> DisciplineRecord(
    ...     id="kl-3", subject_id="o1", finding=DisciplineFinding.CLEAR, covers=Period.of_year(2014),
    ...     recorded_on=date(2015, 1, 5),
    ... )
    <DisciplineRecord 'kl-3'>
    """

    #: Its id; facts name it as their source.
    id: str = attrs.field(converter=composed)
    #: Whom it is about.
    subject_id: str = attrs.field(converter=composed)
    #: What stands there.
    finding: DisciplineFinding
    #: The days that were looked through, or on which the disciplined conduct fell.
    covers: Period
    #: The day of the decision on the measure, or the day on which the extract was made.
    recorded_on: date
    #: What the measure is called; None where there is none.
    measure: Label | None = None
    #: Whose discipline it is; None where that is not known, or there is none.
    kind: DisciplineKind | None = None
    #: What the conduct has to do with; None where that is not known, or there is none.
    relates_to: ConductRelation | None = None
    #: The year for whose grade this conduct was counted already, by this decision, another one on it, or without any.
    counted_for: int | None = None
    #: Whether the conduct fell at a body that he or she has left since, whose grade it then is.
    at_former_body: bool = False

    def __attrs_post_init__(self) -> None:
        checks = Checks(f"DisciplineRecord {shown(self.id)}")
        checks.identifier("id", self.id)
        checks.identifier("subject_id", self.subject_id)
        checks.kind("covers", self.covers, Period, "a Period")
        if checks.day("recorded_on", self.recorded_on) and isinstance(self.covers, Period):
            self._check_day(checks)
        checks.optional_kind("measure", self.measure, Label, "a Label")
        checks.member("finding", self.finding, DisciplineFinding)
        checks.optional_kind("kind", self.kind, DisciplineKind, "a DisciplineKind")
        checks.optional_kind("relates_to", self.relates_to, ConductRelation, "a ConductRelation")
        if self.counted_for is not None:
            checks.whole("counted_for", self.counted_for, at_least=1, at_most=9999)
        checks.kind("at_former_body", self.at_former_body, bool, "True or False")
        if self.finding is DisciplineFinding.CLEAR:
            self._check_clear(checks)
        checks.done()

    def _check_clear(self, checks: Checks) -> None:
        for name in ("measure", "kind", "relates_to", "counted_for"):
            if getattr(self, name) is not None:
                checks.fault("surplus", name, getattr(self, name), "None, since the records are clear")
        if self.at_former_body is True:
            checks.fault("surplus", "at_former_body", self.at_former_body, "False, since the records are clear")

    def _check_day(self, checks: Checks) -> None:
        clear = self.finding is DisciplineFinding.CLEAR
        if self.recorded_on < (self.covers.last if clear else self.covers.start):
            day = self.covers.last if clear else self.covers.start
            checks.fault("too_early", "recorded_on", self.recorded_on, f"{day.isoformat()} or later: nobody can look ahead")

    def applies_to(self, period: Period) -> bool:
        """Whether it says something about the whole of a time: an extract that covers it, a measure decided in it."""
        if type(period) is not Period:
            check_arguments(DisciplineRecord.applies_to, period=period)
        if self.finding is DisciplineFinding.CLEAR:
            return period.within(self.covers)
        return self.recorded_on in period

    def __repr__(self) -> str:
        # Discipline is sensitive personal data; a log line shows neither whom it concerns nor what it is.
        return f"<DisciplineRecord {self.id!r}>"


@final
class ResidenceStatus(Enum):
    """How a working party member stands to the party organisation at the residence."""

    FULL = "full"
    REFERRED_EXEMPT = "referred_exempt"
    NOT_REFERRED = "not_referred"

    @property
    def label(self) -> Label:
        """What people read."""
        return _STATUS_LABELS[self.value]

    @property
    def is_asked_to_meetings(self) -> bool:
        """Whether attending the meetings at the residence is asked for."""
        return self is ResidenceStatus.FULL


_STATUS_LABELS = {
    "full": Label("giới thiệu và tham gia sinh hoạt", "referred, takes part"),
    "referred_exempt": Label("giới thiệu nhưng được miễn sinh hoạt", "referred, exempt from activities"),
    "not_referred": Label("miễn giới thiệu", "exempt from referral"),
}


@final
@attrs.frozen(kw_only=True, repr=False)
class MeetingRecord:
    """Whether somebody attended a meeting at the residence, and spoke; None where that was not noted."""

    #: Its id; facts name it as their source.
    id: str = attrs.field(converter=composed)
    #: Whom it is about.
    subject_id: str = attrs.field(converter=composed)
    #: The meeting; two records of one meeting are one occasion.
    meeting_id: str = attrs.field(converter=composed)
    #: When it was held.
    held_on: date
    #: Whether he or she was there.
    attended: bool | None = None
    #: Whether he or she gave an opinion for building the locality.
    gave_opinion: bool | None = None

    def __attrs_post_init__(self) -> None:
        checks = Checks(f"MeetingRecord {shown(self.id)}")
        for name in ("id", "subject_id", "meeting_id"):
            checks.identifier(name, getattr(self, name))
        checks.day("held_on", self.held_on)
        for name in ("attended", "gave_opinion"):
            checks.optional_kind(name, getattr(self, name), bool, "True or False")
        if self.attended is False and self.gave_opinion is True:
            checks.fault("contradiction", "gave_opinion", self.gave_opinion, "False or None from somebody who was not there")
        checks.done()

    def __repr__(self) -> str:
        return f"<MeetingRecord {self.id!r}>"


@final
class Bearer(Enum):
    """Whose obligation it is."""

    SELF = "self"
    HOUSEHOLD = "household"

    @property
    def label(self) -> Label:
        """What people read."""
        return _BEARER_LABELS[self.value]


_BEARER_LABELS = {"self": Label("bản thân", "own"), "household": Label("gia đình", "the household's")}


@final
@attrs.frozen(kw_only=True, repr=False)
class ObligationRecord:
    """Whether one civic obligation was fulfilled; None where that is not known yet. All of them together make the fact."""

    #: Its id; facts name it as their source.
    id: str = attrs.field(converter=composed)
    #: The official; the household's record is filed with the official, too.
    subject_id: str = attrs.field(converter=composed)
    #: Whose obligation it is.
    bearer: Bearer
    #: Which obligation, by a code of the locality's own; two records of one obligation must agree.
    obligation: str = attrs.field(converter=composed)
    #: Whether it was fulfilled.
    is_fulfilled: bool | None
    #: When that was recorded.
    recorded_on: date

    def __attrs_post_init__(self) -> None:
        checks = Checks(f"ObligationRecord {shown(self.id)}")
        for name in ("id", "subject_id", "obligation"):
            checks.identifier(name, getattr(self, name))
        checks.member("bearer", self.bearer, Bearer)
        checks.optional_kind("is_fulfilled", self.is_fulfilled, bool, "True or False")
        checks.day("recorded_on", self.recorded_on)
        checks.done()

    def __repr__(self) -> str:
        # A lapse of a family member is sensitive personal data.
        return f"<ObligationRecord {self.id!r}>"


@final
@attrs.frozen(kw_only=True, repr=False)
class ContributionRecord:
    """Something given to the locality: labour, money, time, an initiative."""

    #: Its id; facts name it as their source.
    id: str = attrs.field(converter=composed)
    #: Who gave it.
    subject_id: str = attrs.field(converter=composed)
    #: What.
    what: Label
    #: When.
    given_on: date

    def __attrs_post_init__(self) -> None:
        checks = Checks(f"ContributionRecord {shown(self.id)}")
        checks.identifier("id", self.id)
        checks.identifier("subject_id", self.subject_id)
        checks.kind("what", self.what, Label, "a Label")
        checks.day("given_on", self.given_on)
        checks.done()

    def __repr__(self) -> str:
        return f"<ContributionRecord {self.id!r}>"
