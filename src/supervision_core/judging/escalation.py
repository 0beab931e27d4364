"""By what rules measures are proposed after lapses, as data."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from operator import attrgetter
from typing import Final, final

import attrs

from supervision_core.citations import Citation
from supervision_core.evidence.instruments import LONG_BIEN, THACH_THANG
from supervision_core.fields import Checks, as_tuple
from supervision_core.judging.lapses import Gravity, LapseKind, MeasureStep
from supervision_core.periods import Period
from supervision_core.text import Label, composed, shown, veiled

__all__ = ["REPORTS", "STEP_RULES", "EscalationPolicy", "ReportRule", "StepRule", "TakenMeasure"]


@final
@attrs.frozen(kw_only=True)
class StepRule:
    """A measure is proposed from so many lapses of at least a certain gravity on."""

    #: The measure.
    step: MeasureStep
    #: The least gravity that counts.
    gravity: Gravity
    #: How many; from 1.
    lapses: int
    #: Where it stands.
    citation: Citation | None = None

    def __attrs_post_init__(self) -> None:
        checks = Checks("StepRule")
        checks.member("step", self.step, MeasureStep)
        checks.member("gravity", self.gravity, Gravity)
        checks.whole("lapses", self.lapses, at_least=1)
        checks.optional_kind("citation", self.citation, Citation, "a Citation")
        checks.done()


#: The three measures are the source's; from how many lapses on each is proposed is a choice.
STEP_RULES: Final = tuple(
    StepRule(step=step, gravity=gravity, lapses=lapses, citation=THACH_THANG)
    for step, gravity, lapses in (
        (MeasureStep.REMIND, Gravity.MINOR, 1),
        (MeasureStep.CORRECT, Gravity.MINOR, 2),
        (MeasureStep.CORRECT, Gravity.SERIOUS, 1),
        (MeasureStep.CONSIDER_DISCIPLINE, Gravity.MINOR, 3),
        (MeasureStep.CONSIDER_DISCIPLINE, Gravity.SERIOUS, 2),
        (MeasureStep.CONSIDER_DISCIPLINE, Gravity.GRAVE, 1),
    )
)


@final
@attrs.frozen(kw_only=True)
class ReportRule:
    """A lapse of a certain kind is reported to somebody, whatever is proposed besides."""

    #: The kind of lapse.
    kind: LapseKind
    #: To whom; the id of a body.
    to: str = attrs.field(converter=composed)
    #: What that body is called.
    label: Label
    #: Whether a lapse that is contested is reported, too.
    contested_too: bool = False
    #: Where it stands.
    citation: Citation | None = None

    def __attrs_post_init__(self) -> None:
        checks = Checks("ReportRule")
        checks.kind("contested_too", self.contested_too, bool, "True or False")
        checks.member("kind", self.kind, LapseKind)
        checks.identifier("to", self.to)
        checks.kind("label", self.label, Label, "a Label")
        checks.optional_kind("citation", self.citation, Citation, "a Citation")
        checks.done()


#: Signs of decline are reported to the party committee that is competent for the official.
REPORTS: Final = (
    ReportRule(
        kind=LapseKind.MORAL_DECLINE,
        to="party_committee",
        label=Label("cấp ủy có thẩm quyền", "the competent party committee"),
        citation=LONG_BIEN,
    ),
)


@final
@attrs.frozen(kw_only=True)
class TakenMeasure:
    """A measure that somebody competent took."""

    #: Its id or number.
    id: str = attrs.field(converter=composed)
    #: The person or unit.
    subject_id: str = attrs.field(converter=composed, repr=veiled)
    #: Which.
    step: MeasureStep
    #: When.
    taken_on: date

    def __attrs_post_init__(self) -> None:
        checks = Checks(f"TakenMeasure {shown(self.id)}")
        checks.identifier("id", self.id)
        checks.identifier("subject_id", self.subject_id)
        checks.member("step", self.step, MeasureStep)
        checks.day("taken_on", self.taken_on)
        checks.done()


def _step_rules(values: Iterable[StepRule]) -> tuple[StepRule, ...]:
    given = as_tuple(values)
    if isinstance(given, tuple) and all(isinstance(one, StepRule) for one in given):
        return tuple(sorted(given, key=attrgetter("step.place", "gravity.place", "lapses")))
    return given


def _report_rules(values: Iterable[ReportRule]) -> tuple[ReportRule, ...]:
    given = as_tuple(values)
    if isinstance(given, tuple) and all(isinstance(one, ReportRule) for one in given):
        return tuple(sorted(given, key=attrgetter("kind.value", "to")))
    return given


@final
@attrs.frozen(kw_only=True)
class EscalationPolicy:
    """Over which days lapses count together, and what is proposed for them. The source gives no window, so it has no default.

    >>> from supervision_core import EscalationPolicy
    >>> from supervision_core.periods import Period
    >>> EscalationPolicy(window=Period.of_year(2014)).unit_answers_for_people
    False
    """

    #: The days on which a lapse must have been found to count.
    window: Period
    #: From how many lapses on each measure is proposed; the strongest that fits is.
    rules: tuple[StepRule, ...] = attrs.field(default=STEP_RULES, converter=_step_rules)
    #: What is reported to whom.
    reports: tuple[ReportRule, ...] = attrs.field(default=REPORTS, converter=_report_rules)
    #: Whether a lapse of a person counts for the unit as well.
    unit_answers_for_people: bool = False
    #: Whether a lapse after a measure leads at least to the next stronger one.
    step_up: bool = True

    def __attrs_post_init__(self) -> None:
        checks = Checks("EscalationPolicy")
        checks.kind("window", self.window, Period, "a Period")
        if checks.each("rules", self.rules, StepRule, "a StepRule") and not self.rules:
            checks.fault("empty", "rules", self.rules, "at least one StepRule")
        checks.each("reports", self.reports, ReportRule, "a ReportRule")
        for name in ("unit_answers_for_people", "step_up"):
            checks.kind(name, getattr(self, name), bool, "True or False")
        checks.done()
