"""What a record of discipline says about each fact that speaks of discipline: which decision counts in which year.

==========================================  ===============================================================================
fact                                        a measure counts
==========================================  ===============================================================================
conduct.violation                           by the days of the conduct; a clear extract says nothing about breaches of law
conduct.any_discipline                      by the day of the decision, whatever its ground (Decree 90, 2.5.a)
conduct.violation_disciplined               likewise (Decree 90 as amended, 15.1.c)
conduct.violation_on_duty_disciplined       where the conduct is related to the tasks (Decree 90 as issued, 15.1.c)
conduct.duty_related_discipline             where the conduct is related to public duty (Law 80/2025, 38.4)
conduct.service_discipline                  where the conduct is a public-service violation (Decree 335, 20.4.c)
conduct.task_violation_disciplined          where the conduct is related to the tasks (Decree 233, 12.4.c)
conduct.degradation_or_task_discipline      where it is that, or degradation (Decree 233, 14.3.a)
==========================================  ===============================================================================

From 15 September 2023 conduct that was counted for one year counts for no other (Decree 90, 2.5.b and 2.5.c; Decree 233, 14.3).
Decree 335 was not read on this, so there the question stays open. By Decree 233, 14.3.c, what fell at a former body counts for
the grade given by that body, not by the new one.
"""

from __future__ import annotations

from enum import Enum
from typing import Final, final

import attrs

from supervision_core.evidence.claims import RefusalReason
from supervision_core.evidence.records import ConductRelation, DisciplineFinding, DisciplineRecord
from supervision_core.values.periods import Period

__all__ = ["DISCIPLINE_FACTS", "said_by"]


class _CountedBefore(Enum):
    """What follows from conduct that was counted for another year already."""

    COUNTS = "counts"
    DOES_NOT = "does_not"
    NOT_READ = "not_read"


_DUTY, _DEGRADATION = frozenset({ConductRelation.DUTY}), frozenset({ConductRelation.DUTY, ConductRelation.DEGRADATION})


@final
@attrs.frozen(kw_only=True)
class _Rule:
    """Which measures a fact counts: by what their conduct has to do with, and whether it was counted before."""

    related: frozenset[ConductRelation] | None = None
    open_for: frozenset[ConductRelation] = frozenset()
    before: _CountedBefore = _CountedBefore.DOES_NOT
    former_body: bool = True


_RULES: Final = {
    "conduct.any_discipline": _Rule(),
    "conduct.violation_disciplined": _Rule(),
    "conduct.violation_on_duty_disciplined": _Rule(related=_DUTY, before=_CountedBefore.COUNTS),
    # Whether degradation is unrelated to public duty, the law does not say.
    "conduct.duty_related_discipline": _Rule(related=_DUTY, open_for=frozenset({ConductRelation.DEGRADATION})),
    "conduct.service_discipline": _Rule(related=_DUTY, before=_CountedBefore.NOT_READ),
    "conduct.task_violation_disciplined": _Rule(related=_DUTY, former_body=False),
    "conduct.degradation_or_task_discipline": _Rule(related=_DEGRADATION, former_body=False),
}
#: The fact about breaches of law, which a measure shows and no extract denies.
_BREACH: Final = "conduct.violation"
#: The facts that records of discipline answer.
DISCIPLINE_FACTS: Final = (_BREACH, *_RULES)


def said_by(record: DisciplineRecord, code: str, period: Period) -> bool | RefusalReason:
    """What a record answers to a fact about a time, or why it answers nothing.

    A fact that is none of the shipped ones is answered like ``conduct.any_discipline``.
    """
    if record.finding is DisciplineFinding.CLEAR:
        if not record.applies_to(period):
            return RefusalReason.OTHER_TIME
        return RefusalReason.NO_STATEMENT if code == _BREACH else False
    if code == _BREACH:
        return True if period.overlaps(record.covers) else RefusalReason.OTHER_TIME
    if not record.applies_to(period):
        return RefusalReason.OTHER_TIME
    return _counted(record, _RULES.get(code, _Rule()), period)


def _counted(record: DisciplineRecord, rule: _Rule, period: Period) -> bool | RefusalReason:
    if rule.related is not None and record.relates_to not in rule.related:
        is_open = record.relates_to is None or record.relates_to in rule.open_for
        return RefusalReason.INCONCLUSIVE if is_open else RefusalReason.NOT_OF_THIS_SORT
    if record.at_former_body and not rule.former_body:
        return RefusalReason.NOT_OF_THIS_SORT
    elsewhere = record.counted_for is not None and not period.start.year <= record.counted_for <= period.last.year
    if elsewhere and rule.before is not _CountedBefore.COUNTS:
        is_open = rule.before is _CountedBefore.NOT_READ
        return RefusalReason.INCONCLUSIVE if is_open else RefusalReason.COUNTED_BEFORE
    return True
