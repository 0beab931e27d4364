"""The shipped periodic obligations together: which are in force on a day, which facts they supply, what could not be read."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from typing import Final

from supervision_core.criteria.nodes import FactDefinition, Measure, YesNo
from supervision_core.obligations.model import Obligation, fact_codes
from supervision_core.regulations.grassroots import (
    CONFERENCE_CHECK,
    DIALOGUE_WITH_PEOPLE,
    FRONT_HEARING,
    FRONT_PLAN,
    PUBLICATION_LIST,
    STAFF_CONFERENCE,
)
from supervision_core.regulations.reception import CITIZEN_RECEPTION
from supervision_core.regulations.registry import NotEncoded
from supervision_core.values.checks import Checks, as_tuple
from supervision_core.values.labels import Label

__all__ = ["NOT_READ_OBLIGATIONS", "obligation_facts", "obligations_on"]

_WITHOUT_PARAMETER: Final = (
    *CITIZEN_RECEPTION,
    *DIALOGUE_WITH_PEOPLE,
    *STAFF_CONFERENCE,
    *CONFERENCE_CHECK,
    *PUBLICATION_LIST,
    *FRONT_HEARING,
    *FRONT_PLAN,
)
#: More occurrences than a century of weeks has are not missed by anybody.
_MOST_MISSED: Final = 5300

#: What is or was asked for but could not be read, by the code of the obligation, with what is missing.
NOT_READ_OBLIGATIONS: Final = (
    NotEncoded(
        instrument=Label("Pháp lệnh 34/2007/PL-UBTVQH11", "Ordinance 34/2007/PL-UBTVQH11"),
        missing=(
            Label("các việc phải làm định kỳ trước ngày 01/7/2023", "what was to be done periodically before 1 July 2023"),
        ),
        category="grassroots_democracy",
        in_force_from=date(2007, 7, 1),
        in_force_until=date(2023, 7, 1),
    ),
    NotEncoded(
        instrument=Label("Nghị định 33/2021/NĐ-CP (Thành phố Hồ Chí Minh)", "Decree 33/2021/NĐ-CP (Hồ Chí Minh City)"),
        missing=(Label("số lần đối thoại mỗi năm", "how many dialogues a year"),),
        category="dialogue_with_people",
    ),
    NotEncoded(
        instrument=Label("Nghị định 59/2023/NĐ-CP, Điều 14.3", "Decree 59/2023/NĐ-CP, Article 14.3"),
        missing=(
            Label(
                "thời hạn gửi báo cáo quý, sáu tháng, năm của Ban Thanh tra nhân dân",
                "by when the People's Inspection Board reports on a quarter, half-year and year",
            ),
        ),
        category="inspection_report",
        in_force_from=date(2023, 8, 15),
    ),
)


def obligations_on(day: date) -> tuple[Obligation, ...]:
    """The shipped obligations that need no parameter, in the version in force on a day.

    Where nobody could read how often a rule of that time asks for it, the version has no frequency.

    >>> from datetime import date
    >>> from supervision_core.regulations import obligations_on
    >>> [obligation.required.label.en for obligation in obligations_on(date(2026, 7, 1))][:3]
    ['at least 2 days a month', 'at least 1 time a year', 'at least 1 time a year']
    >>> [obligation.code for obligation in obligations_on(date(2022, 12, 31)) if obligation.required is None]
    ['staff_conference', 'conference_check', 'publication_list']
    """
    checks = Checks("obligations_on")
    checks.day("day", day)
    checks.done()
    return tuple(one for one in _WITHOUT_PARAMETER if one.binds(day))


def obligation_facts(obligations: Iterable[Obligation]) -> tuple[FactDefinition, ...]:
    """What the facts of ``compliance`` mean, for a regulation that asks for them or as ``vocabulary=`` of judging.

    >>> from supervision_core import regulations
    >>> [fact.code for fact in regulations.obligation_facts(regulations.STAFF_CONFERENCE)][:2]
    ['obligation.staff_conference.met', 'obligation.staff_conference.missing']
    """
    given = as_tuple(obligations)
    checks = Checks("obligation_facts")
    checks.each("obligations", given, Obligation, "an Obligation")
    checks.done()
    newest = {one.code: one for one in sorted(given, key=lambda one: (one.code, one.in_force_from or date.min))}
    return tuple(fact for one in newest.values() for fact in _facts_of(one))


def _facts_of(obligation: Obligation) -> tuple[FactDefinition, ...]:
    met, missing, practice, late = fact_codes(obligation.code)
    vi, en = obligation.label.vi, obligation.label.en
    return (
        YesNo(code=met, label=Label(f"{vi}: đủ theo quy định", f"{en}: as often as required"), citation=obligation.citation),
        _count(missing, Label(f"{vi}: số kỳ còn thiếu", f"{en}: periods missed"), obligation),
        _count(late, Label(f"{vi}: số kỳ thực hiện quá hạn", f"{en}: periods done late"), obligation),
        YesNo(
            code=practice, label=Label(f"{vi}: giữ thông lệ", f"{en}: practice kept up"), citation=obligation.practice_citation
        ),
    )


def _count(code: str, label: Label, obligation: Obligation) -> Measure:
    return Measure(
        code=code,
        label=label,
        low=0,
        high=_MOST_MISSED,
        step=1,
        only_steps=True,
        higher_is_better=False,
        citation=obligation.citation,
    )
