"""What the discipline records show: a measure taken, or that somebody looked and found none."""

from __future__ import annotations

from datetime import date
from enum import Enum
from typing import final

import attrs

from supervision_core.fields import Checks
from supervision_core.periods import Period
from supervision_core.text import Label, composed, shown

__all__ = ["DisciplineFinding", "DisciplineRecord"]


@final
class DisciplineFinding(Enum):
    """What stands in the records."""

    #: The records of a time were looked through, and there is nothing.
    CLEAR = "clear"
    #: A disciplinary measure for conduct at that time.
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
@attrs.frozen(kw_only=True, repr=False)
class DisciplineRecord:
    """An extract of the discipline records.

    Without any record nothing is known: that nobody was disciplined is itself something to be looked up.
    A clear extract speaks for a time only when it covers all of it; a measure, when its conduct falls into any part of it.
    A clear extract made before a measure was recorded knew nothing of it, so it does not speak against it.

    >>> from datetime import date
    >>> from supervision_core import DisciplineFinding, DisciplineRecord
    >>> from supervision_core.periods import Period
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
    #: When the measure was taken, or the extract made.
    recorded_on: date
    #: What the measure is called; None where there is none.
    measure: Label | None = None

    def __attrs_post_init__(self) -> None:
        checks = Checks(f"DisciplineRecord {shown(self.id)}")
        checks.identifier("id", self.id)
        checks.identifier("subject_id", self.subject_id)
        checks.kind("covers", self.covers, Period, "a Period")
        if checks.day("recorded_on", self.recorded_on) and isinstance(self.covers, Period):
            self._check_day(checks)
        checks.optional_kind("measure", self.measure, Label, "a Label")
        checks.member("finding", self.finding, DisciplineFinding)
        if self.finding is DisciplineFinding.CLEAR and self.measure is not None:
            checks.fault("surplus", "measure", self.measure, "None, since the records are clear")
        checks.done()

    def _check_day(self, checks: Checks) -> None:
        clear = self.finding is DisciplineFinding.CLEAR
        if self.recorded_on < (self.covers.last if clear else self.covers.start):
            day = self.covers.last if clear else self.covers.start
            checks.fault("too_early", "recorded_on", self.recorded_on, f"{day.isoformat()} or later: nobody can look ahead")

    def applies_to(self, period: Period) -> bool:
        """Whether it says something about the whole of a time."""
        if self.finding is DisciplineFinding.CLEAR:
            return period.within(self.covers)
        return period.overlaps(self.covers)

    def __repr__(self) -> str:
        # Discipline is sensitive personal data; a log line shows neither whom it concerns nor what it is.
        return f"<DisciplineRecord {self.id!r}>"
