"""Grassroots democracy: what a commune and its bodies owe the people and the staff, again and again.

====================  ==========================================  ========================  ==========
code                  how often                                   source                    from
====================  ==========================================  ========================  ==========
dialogue_with_people  once a year, 7 days' notice                 Law of 2025, Art. 24      01/03/2025
staff_conference      once a year, within 3 months after it       10/2022/QH15, Art. 51.1   01/07/2023
community_conference  once a year, at year end, 5 days' notice    10/2022/QH15, Art. 33     01/07/2023
budget_report.*       each quarter, half-year and year            10/2022/QH15, Art. 11.2   01/07/2023
inspection_plan.*     each quarter, half-year, year and term      59/2023/NĐ-CP, Art. 14    15/08/2023
====================  ==========================================  ========================  ==========

What came before was not read, so for each there is a time in which it is unknown what was asked. A second law of 2025 repeats
the dialogue in its Article 43; the day on which it took over was not read, and the number is the same.

What a source leaves open is a parameter without default: from which month it is "year end", how soon budget data follow,
how long before its period a plan is made and how long a term lasts.
Which of the six rights each serves is a choice of this library; no source that was read says it.

Left out, since they follow no calendar: the broadcasts of at least three days in a row, and the results of a dialogue
within ten days. What could only be recalled is left out too; ``NOT_READ_OBLIGATIONS`` names it.
"""

from __future__ import annotations

from datetime import date
from typing import Final

import attrs

from supervision_core.obligations.model import Frequency, Obligation, Right, TimeUnit
from supervision_core.regulations.statutory import cite
from supervision_core.values.checks import Checks
from supervision_core.values.citations import Instrument, InstrumentKind
from supervision_core.values.labels import Label

__all__ = [
    "DIALOGUE_WITH_PEOPLE",
    "STAFF_CONFERENCE",
    "budget_reports",
    "community_conference",
    "hanoi_dialogue",
    "inspection_plans",
]

LAW_2022: Final = Instrument(
    kind=InstrumentKind.LAW,
    number="10/2022/QH15",
    issued=date(2022, 11, 10),
    title=Label("Luật Thực hiện dân chủ ở cơ sở", "Law on Implementing Grassroots Democracy"),
)
ND59: Final = Instrument(
    kind=InstrumentKind.DECREE,
    number="59/2023/NĐ-CP",
    issued=date(2023, 8, 14),
    title=Label("Quy định chi tiết Luật Thực hiện dân chủ ở cơ sở", "Detailing the Law on Implementing Grassroots Democracy"),
)
LOCAL_GOVERNMENT_2025: Final = Instrument(
    kind=InstrumentKind.LAW,
    title=Label(
        "Luật Tổ chức chính quyền địa phương năm 2025 (hiệu lực từ 01/3/2025)",
        "Law on Organisation of Local Government of 2025 (in force from 1 March 2025)",
    ),
)
ND32: Final = Instrument(
    kind=InstrumentKind.DECREE,
    number="32/2021/NĐ-CP",
    issued=date(2021, 3, 29),
    title=Label("Thí điểm tổ chức mô hình chính quyền đô thị tại Hà Nội", "Pilot of the urban government model in Hà Nội"),
)

_LAW_2022_IN_FORCE, _ND59_IN_FORCE = date(2023, 7, 1), date(2023, 8, 15)
_ONCE_A_YEAR: Final = Frequency(times=1, per=TimeUnit.YEAR)

_DIALOGUE = Label("Đối thoại giữa chính quyền cấp xã với nhân dân", "Dialogue of the commune authority with the people")
_DIALOGUE_BY_LAW = Obligation(
    code="dialogue_with_people",
    label=_DIALOGUE,
    right=Right.DISCUSS,
    required=_ONCE_A_YEAR,
    citation=cite(LOCAL_GOVERNMENT_2025, "24"),
    in_force_from=date(2025, 3, 1),
    notice_days=7,
)

#: The commune authority holds a dialogue with the people once a year; more where voters ask for it or need arises.
DIALOGUE_WITH_PEOPLE: Final = _DIALOGUE_BY_LAW.with_unread_past()

#: The head of a body holds the conference of its staff with the trade union after the year, within three months.
STAFF_CONFERENCE: Final = Obligation(
    code="staff_conference",
    label=Label("Hội nghị cán bộ, công chức, viên chức, người lao động", "Conference of cadres, civil servants and employees"),
    right=Right.DISCUSS,
    required=Frequency(times=1, per=TimeUnit.YEAR, opens_after_months=12, grace_months=3),
    citation=cite(LAW_2022, "51.1"),
    in_force_from=_LAW_2022_IN_FORCE,
).with_unread_past()


def hanoi_dialogue(*, in_force_from: date, in_force_until: date) -> tuple[Obligation, ...]:
    """The dialogue with the people of a ward in the Hà Nội pilot: twice a year then, and by the general law from 2025 on.

    The days of the pilot could not be read; a pilot that ends after the general law began, or before it began itself,
    raises ``InvalidInput``. A dialogue is to be held before a regular session of the district council, whose days are
    not the library's to know.

    >>> from datetime import date
    >>> from supervision_core.regulations import hanoi_dialogue
    >>> dialogue = hanoi_dialogue(in_force_from=date(2022, 1, 1), in_force_until=date(2024, 1, 1))
    >>> [version.required and version.required.times for version in dialogue]
    [None, 2, None, 1]

    Source: Nghị định 32/2021/NĐ-CP.
    """
    checks = Checks("hanoi_dialogue")
    fine = checks.day("in_force_from", in_force_from)
    fine = checks.day("in_force_until", in_force_until) and fine
    general = date(2025, 3, 1)
    if fine and not in_force_from < in_force_until <= general:
        checks.fault("empty_period", "in_force_until", in_force_until, f"a day after in_force_from, up to {general}")
    checks.done()
    pilot = attrs.evolve(
        _DIALOGUE_BY_LAW,
        required=Frequency(times=2, per=TimeUnit.YEAR),
        citation=cite(ND32, ""),
        in_force_from=in_force_from,
        in_force_until=in_force_until,
    )
    between, _ = DIALOGUE_WITH_PEOPLE
    unread = attrs.evolve(between, in_force_from=in_force_until) if in_force_until < general else None
    return (*pilot.with_unread_past(), *([] if unread is None else [unread]), _DIALOGUE_BY_LAW)


def community_conference(*, year_end_from_month: int) -> tuple[Obligation, Obligation]:
    """The yearly conference of the residential community "at year end": from which month on, nobody could read.

    With 1 the whole year counts; a month outside 1 to 12 raises ``InvalidInput``.

    >>> from supervision_core.regulations import community_conference
    >>> community_conference(year_end_from_month=11)[1].required.opens_after_months
    10

    Source: Luật 10/2022/QH15, Article 33; five days' notice: Nghị định 59/2023/NĐ-CP, Article 11.1.c.
    """
    checks = Checks("community_conference")
    checks.whole("year_end_from_month", year_end_from_month, at_least=1, at_most=12)
    checks.done()
    return Obligation(
        code="community_conference",
        label=Label("Hội nghị định kỳ của cộng đồng dân cư", "Periodic conference of the residential community"),
        right=Right.DISCUSS,
        required=attrs.evolve(_ONCE_A_YEAR, opens_after_months=year_end_from_month - 1),
        citation=cite(LAW_2022, "33"),
        in_force_from=_LAW_2022_IN_FORCE,
        notice_days=5,
    ).with_unread_past()


def budget_reports(*, within_days: int) -> tuple[Obligation, ...]:
    """Budget data made public after each quarter, half-year and year: how soon after it, nobody could read.

    Each of the three is an obligation of its own. Days outside 1 to 366 raise ``InvalidInput``.

    >>> from supervision_core.regulations import budget_reports
    >>> sorted({obligation.code for obligation in budget_reports(within_days=15)})
    ['budget_report.half_year', 'budget_report.quarter', 'budget_report.year']

    Source: Luật 10/2022/QH15, Article 11.2.
    """
    checks = Checks("budget_reports")
    checks.whole("within_days", within_days, at_least=1, at_most=366)
    checks.done()
    return tuple(
        version
        for per, months in ((TimeUnit.QUARTER, 3), (TimeUnit.HALF_YEAR, 6), (TimeUnit.YEAR, 12))
        for version in Obligation(
            code=f"budget_report.{per.value}",
            label=Label(f"Công khai số liệu ngân sách mỗi {per.label.vi}", f"Budget data made public each {per.label.en}"),
            right=Right.KNOW,
            required=Frequency(times=1, per=per, opens_after_months=months, grace_days=within_days),
            citation=cite(LAW_2022, "11.2"),
            in_force_from=_LAW_2022_IN_FORCE,
        ).with_unread_past()
    )


def inspection_plans(*, ahead_months: int, term_start: date, term_months: int) -> tuple[Obligation, ...]:
    """Plans of the People's Inspection Board for each quarter, half-year, year and term of office.

    A plan may be made up to ``ahead_months`` before its period, and until the period's end; neither, nor how long a term
    lasts, could be read. Months ahead outside 0 to 3, or a term of less than 3 months, raise ``InvalidInput``.

    >>> from datetime import date
    >>> from supervision_core.regulations import inspection_plans
    >>> plans = inspection_plans(ahead_months=1, term_start=date(2024, 5, 1), term_months=30)
    >>> plans[-1].required.label.en
    'at least 1 time a term'

    Source: Nghị định 59/2023/NĐ-CP, Article 14.
    """
    checks = Checks("inspection_plans")
    checks.whole("ahead_months", ahead_months, at_least=0, at_most=3)
    checks.day("term_start", term_start)
    checks.whole("term_months", term_months, at_least=3)
    checks.done()
    ahead = Frequency(times=1, per=TimeUnit.QUARTER, opens_after_months=-ahead_months)
    frequencies = [attrs.evolve(ahead, per=per) for per in (TimeUnit.QUARTER, TimeUnit.HALF_YEAR, TimeUnit.YEAR)]
    frequencies.append(attrs.evolve(ahead, per=TimeUnit.TERM, anchor=term_start, term_months=term_months))
    return tuple(
        version
        for frequency in frequencies
        for version in Obligation(
            code=f"inspection_plan.{frequency.per.value}",
            label=Label(
                f"Kế hoạch của Ban Thanh tra nhân dân mỗi {frequency.per.label.vi}",
                f"Plan of the People's Inspection Board each {frequency.per.label.en}",
            ),
            right=Right.CHECK,
            required=frequency,
            citation=cite(ND59, "14"),
            in_force_from=_ND59_IN_FORCE,
        ).with_unread_past()
    )
