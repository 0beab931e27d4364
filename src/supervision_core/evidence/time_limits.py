"""Within how many days something is to be answered, passed on or sent, by which article, and where the law sets no number.

=========================  ========================================  ====================================  =============
code                       number                                    article                               from
=========================  ========================================  ====================================  =============
board_recommendation       15 days from receipt                      10/2022/QH15, 40.1.c                  01/07/2023
citizen_reception          10 working days from the reception        42/2013/QH13, 28.1                    01/07/2014
denunciation_decision      7 working days (10 where it is needed)    25/2018/QH14, 24.1                    01/01/2019
denunciation_passed_on     5 working days, by who is not competent   25/2018/QH14, 24.2                    01/01/2019
denunciation_settled       30 days (with extensions)                 25/2018/QH14, 30                      01/01/2019
delegation_notice          15 days before the working day            403/2017, 7.3                         15/06/2017
delegation_report_due      7 days before the working day             403/2017, 7.3                         15/06/2017
delegation_result          15 days after the working day             403/2017, 9.1                         15/06/2017
front_recommendation       the law sets no number                    75/2015/QH13, 29.6 and 30.2           01/01/2016
employee_petition          5 days from publication                   129/2025/QH15, 27                     01/07/2026
employee_petition_answer   10 working days                           129/2025/QH15, 27                     01/07/2026
=========================  ========================================  ====================================  =============

The laws of reception and of denunciations were amended from 1 July 2026; whether that touches these articles was not read, so
their rows end there.
"""

from __future__ import annotations

from datetime import date, timedelta
from typing import Final, final

import attrs

from supervision_core.evidence.instruments import (
    BOARD_LAW,
    DENUNCIATION_LAW,
    DENUNCIATION_LAW_FROM,
    DENUNCIATION_LAW_UNTIL,
    EMPLOYEE_LAW,
    FRONT_LAW,
    JOINT_403,
    RECEPTION_LAW,
    verified,
)
from supervision_core.values.calendars import WorkingDays
from supervision_core.values.checks import Checks, check_arguments
from supervision_core.values.citations import Citation
from supervision_core.values.labels import Label
from supervision_core.values.mappings import IdMap
from supervision_core.values.text import Language, composed, shown
from supervision_core.values.wording import Names, Wording, wording

__all__ = ["TIME_LIMITS", "TimeLimit"]

_MOST_DAYS: Final = 366


@final
@attrs.frozen(kw_only=True)
class TimeLimit:
    """How many days there are from one thing to another; ``days=None`` is an answer too: the law sets no number.

    >>> from datetime import date
    >>> from supervision_core.evidence import TIME_LIMITS
    >>> TIME_LIMITS["board_recommendation"].last_day(date(2026, 3, 2)).isoformat()
    '2026-03-17'
    >>> print(TIME_LIMITS["front_recommendation"].sentence("en"))
    Answer to a recommendation of the Front: the law sets no number of days (Law No. 75/2015/QH13 of 2015-06-09, Article 29.6)
    """

    #: Its code.
    code: str = attrs.field(converter=composed)
    #: What is to be done.
    label: Label
    #: How many days; None where the law says that it is to be done and sets no number.
    days: int | None
    #: From what on, or before what, they are counted.
    counted_from: Label
    #: Whether only working days count.
    working_days: bool = False
    #: Whether they are counted back from a day that comes later.
    is_before: bool = False
    #: Where it stands.
    citation: Citation
    #: The first day on which it is in force.
    in_force_from: date
    #: The first day on which it is no longer in force as it was read; None while it is.
    in_force_until: date | None = None

    def __attrs_post_init__(self) -> None:
        checks = Checks(f"TimeLimit {shown(self.code)}")
        checks.identifier("code", self.code)
        for name in ("label", "counted_from"):
            checks.kind(name, getattr(self, name), Label, "a Label")
        if self.days is not None:
            checks.whole("days", self.days, at_least=1, at_most=_MOST_DAYS)
        for name in ("working_days", "is_before"):
            checks.kind(name, getattr(self, name), bool, "True or False")
        if self.working_days is True and self.is_before is True:
            checks.fault("surplus", "is_before", self.is_before, "False, since working days are counted forwards only")
        checks.kind("citation", self.citation, Citation, "a Citation")
        checks.in_force(self.in_force_from, self.in_force_until)
        checks.done()

    def binds(self, day: date) -> bool:
        """Whether it is in force on a day, as far as it was read."""
        if type(day) is not date:
            check_arguments(TimeLimit.binds, day=day)
        return self.in_force_from <= day and (self.in_force_until is None or day < self.in_force_until)

    def last_day(self, day: date, *, calendar: WorkingDays | None = None) -> date | None:
        """The last day in time, counted from a day that itself does not count; None where that cannot be said.

        It cannot where the law sets no number, where working days count and no calendar is given, and beyond the calendar.
        """
        checks = Checks("last_day")
        checks.day("day", day)
        checks.optional_kind("calendar", calendar, WorkingDays, "WorkingDays")
        checks.done()
        if self.days is None or (self.working_days and calendar is None):
            return None
        if self.working_days:
            assert calendar is not None
            return calendar.after(day, self.days)
        try:
            return day - timedelta(days=self.days) if self.is_before else day + timedelta(days=self.days)
        except OverflowError:
            return None

    def sentence(self, lang: Language, names: Names | None = None) -> str:
        """What is to be done within which time, and where it stands."""
        return time_limit_said(self, wording(lang, names))


_NONE_SET = Label("{what}: pháp luật không quy định số ngày ({cited})", "{what}: the law sets no number of days ({cited})")
_SET = Label("{what}: {days} {unit} {counted} ({cited})", "{what}: {days} {unit} {counted} ({cited})")
_DAYS, _WORKING = Label("ngày", "days"), Label("ngày làm việc", "working days")


def time_limit_said(limit: TimeLimit, by: Wording) -> str:
    """What is to be done within which time, and where it stands."""
    what, cited = by.say(limit.label), limit.citation.text(by.lang)
    if limit.days is None:
        return by.say(_NONE_SET, what=what, cited=cited)
    unit = by.say(_WORKING if limit.working_days else _DAYS)
    return by.say(_SET, what=what, days=by.number(limit.days), unit=unit, counted=by.say(limit.counted_from), cited=cited)


_ON_RECEIPT: Final = Label("kể từ ngày nhận được", "from the day of receipt")
_ON_SESSION: Final = Label("trước ngày đoàn giám sát làm việc", "before the day on which the delegation works")
_EMPLOYEE_LAW_FROM: Final = date(2026, 7, 1)


def _denunciation(code: str, vi: str, en: str, days: int, article: str, *, working_days: bool) -> TimeLimit:
    return TimeLimit(
        code=code,
        label=Label(vi, en),
        days=days,
        working_days=working_days,
        counted_from=_ON_RECEIPT if working_days else Label("kể từ ngày thụ lý", "from the day it is taken on"),
        citation=verified(DENUNCIATION_LAW, article),
        in_force_from=DENUNCIATION_LAW_FROM,
        in_force_until=DENUNCIATION_LAW_UNTIL,
    )


def _delegation(code: str, vi: str, en: str, days: int, article: str, *, is_before: bool = True) -> TimeLimit:
    after = Label("kể từ ngày kết thúc cuộc làm việc", "from the end of the working session")
    return TimeLimit(
        code=code,
        label=Label(vi, en),
        days=days,
        is_before=is_before,
        counted_from=_ON_SESSION if is_before else after,
        citation=verified(JOINT_403, article),
        in_force_from=date(2017, 6, 15),
    )


#: The time limits that were read, by code.
TIME_LIMITS: Final[IdMap[TimeLimit]] = IdMap(
    {
        limit.code: limit
        for limit in (
            TimeLimit(
                code="board_recommendation",
                label=Label(
                    "Trả lời kiến nghị của Ban Thanh tra nhân dân",
                    "Answer to a recommendation of the People's Inspection Board",
                ),
                days=15,
                counted_from=_ON_RECEIPT,
                citation=verified(BOARD_LAW, "40.1.c"),
                in_force_from=date(2023, 7, 1),
            ),
            TimeLimit(
                code="citizen_reception",
                label=Label(
                    "Trả lời người đến khiếu nại, tố cáo, kiến nghị, phản ánh", "Answer to whoever came to be received"
                ),
                days=10,
                working_days=True,
                counted_from=Label("kể từ ngày tiếp công dân", "from the day of the reception"),
                citation=verified(RECEPTION_LAW, "28.1"),
                in_force_from=date(2014, 7, 1),
                in_force_until=DENUNCIATION_LAW_UNTIL,
            ),
            _denunciation(
                "denunciation_decision", "Quyết định việc thụ lý tố cáo", "Decision whether a denunciation is taken on", 7,
                "24.1", working_days=True,
            ),
            _denunciation(
                "denunciation_passed_on", "Chuyển tố cáo không thuộc thẩm quyền",
                "A denunciation passed on by who is not competent",
                5, "24.2", working_days=True,
            ),
            _denunciation(
                "denunciation_settled", "Giải quyết tố cáo", "Settling a denunciation", 30, "30", working_days=False
            ),
            _delegation(
                "delegation_notice", "Gửi kế hoạch, quyết định giám sát cho nơi được giám sát",
                "Plan and decision sent to whoever is supervised", 15, "7.3",
            ),
            _delegation(
                "delegation_report_due", "Nơi được giám sát gửi báo cáo", "Report of whoever is supervised", 7, "7.3"
            ),
            _delegation(
                "delegation_result", "Báo cáo kết quả giám sát", "Report on the result of the supervision", 15, "9.1",
                is_before=False,
            ),
            TimeLimit(
                code="front_recommendation",
                label=Label("Trả lời kiến nghị của Mặt trận", "Answer to a recommendation of the Front"),
                days=None,
                counted_from=_ON_RECEIPT,
                citation=verified(FRONT_LAW, "29.6"),
                in_force_from=date(2016, 1, 1),
            ),
            TimeLimit(
                code="employee_petition",
                label=Label("Viên chức kiến nghị về kết quả xếp loại", "Petition of a public employee against the grade"),
                days=5,
                counted_from=Label("kể từ ngày công khai kết quả", "from the day on which the result was published"),
                citation=verified(EMPLOYEE_LAW, "27"),
                in_force_from=_EMPLOYEE_LAW_FROM,
            ),
            TimeLimit(
                code="employee_petition_answer",
                label=Label("Trả lời kiến nghị của viên chức về kết quả xếp loại", "Answer to a petition against the grade"),
                days=10,
                working_days=True,
                counted_from=_ON_RECEIPT,
                citation=verified(EMPLOYEE_LAW, "27"),
                in_force_from=_EMPLOYEE_LAW_FROM,
            ),
        )
    }
)  # fmt: skip
