"""What a channel says about a fact: a self-report, a committee's opinion, the outcome of a monthly meeting, an inspection."""

from __future__ import annotations

from datetime import date
from typing import final

import attrs

from supervision_core.errors import WRONG_FACT_TYPE
from supervision_core.evidence.channels import Channel, channel_or_same, check_channel
from supervision_core.exact import ExactNumber, exact_or_same
from supervision_core.fact import Value, value_fault
from supervision_core.fields import Checks
from supervision_core.periods import Period
from supervision_core.text import composed, composed_or_none, shown

__all__ = ["Rating"]


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
    supervision_core.errors.InvalidInput: Rating 'm-13'.channel: found 'hotlin', expected one of the nearest codes: hotline ...
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
        checks.optional_identifier("by", self.by)
        checks.optional_kind("covers", self.covers, Period, "a Period")
        checks.done()

    def __repr__(self) -> str:
        # Whom it is about and what it says may be sensitive; a log line shows neither.
        return f"<Rating {self.id!r} on {self.code}>"
