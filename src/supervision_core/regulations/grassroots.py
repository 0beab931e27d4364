"""Grassroots democracy: what a commune and its bodies owe the people, the staff and the Front, again and again.

====================  ============================================  ===================================  ==========
code                  how often                                     source                               from
====================  ============================================  ===================================  ==========
dialogue_with_people  once a year                                   77/2015/QH13, Art. 125               01/01/2016
...                   once a year, with the Front                   10/2022/QH15, Art. 32.1              01/07/2023
...                   and 7 days' notice                            65/2025/QH15, Art. 24                01/03/2025
...                   and 7 days' notice, results in 10 days        72/2025/QH15, Art. 43                16/06/2025
staff_conference      once a year, within 3 months after it         10/2022/QH15, Art. 51.1              01/07/2023
conference_check      every half-year                               10/2022/QH15, Art. 52.3              01/07/2023
publication_list      each quarter                                  10/2022/QH15, Art. 13.2              01/07/2023
community_conference  once a year, at year end                      10/2022/QH15, Art. 33                01/07/2023
...                   and 5 days' notice                            59/2023/NĐ-CP, Art. 11.1.c           15/08/2023
budget_report.*       each quarter, half-year and year              10/2022/QH15, Art. 11.2              01/07/2023
inspection_plan.*     each quarter, half-year and year              10/2022/QH15, Art. 39.2              01/07/2023
inspection_plan.term  each term                                     59/2023/NĐ-CP, Art. 14               15/08/2023
front_hearing         every half-year                               75/2015/QH13, Art. 30.1              01/01/2016
front_plan            in Quarter IV, for the next year              403/2017, Art. 3.3                   15/06/2017
====================  ============================================  ===================================  ==========

What came before was not read, so for each there is a time in which it is unknown what was asked.

What a source leaves open is a parameter without default: from which month it is "year end", how long before its period a
plan is made and how long a term lasts. Data are made public within five working days of the decision (Article 12.3) unless
another law sets another time. Which of the six rights each serves is a choice of this library; no source read says it.

Left out, since they follow no calendar: the broadcasts of at least three days in a row, the posting of at least thirty days
(Article 13.2), and the results of a dialogue within ten days. What could only be recalled is left out too;
``NOT_READ_OBLIGATIONS`` names it.
"""

from __future__ import annotations

from datetime import date
from typing import Final

import attrs

from supervision_core.obligations.model import Frequency, Obligation, Right, TimeUnit
from supervision_core.regulations.statutory import cite
from supervision_core.values.checks import Checks
from supervision_core.values.citations import Citation, Instrument, InstrumentKind
from supervision_core.values.labels import Label

__all__ = [
    "CONFERENCE_CHECK",
    "DIALOGUE_WITH_PEOPLE",
    "FRONT_HEARING",
    "FRONT_PLAN",
    "PUBLICATION_LIST",
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
_LOCAL_GOVERNMENT: Final = Label("Luật Tổ chức chính quyền địa phương", "Law on Organisation of Local Government")
LAW_77: Final = Instrument(kind=InstrumentKind.LAW, number="77/2015/QH13", title=_LOCAL_GOVERNMENT)
LAW_65: Final = Instrument(kind=InstrumentKind.LAW, number="65/2025/QH15", issued=date(2025, 2, 19), title=_LOCAL_GOVERNMENT)
LAW_72: Final = Instrument(kind=InstrumentKind.LAW, number="72/2025/QH15", title=_LOCAL_GOVERNMENT)
FRONT_LAW: Final = Instrument(
    kind=InstrumentKind.LAW,
    number="75/2015/QH13",
    issued=date(2015, 6, 9),
    title=Label("Luật Mặt trận Tổ quốc Việt Nam", "Law on the Viet Nam Fatherland Front"),
)
JOINT_403: Final = Instrument(
    kind=InstrumentKind.JOINT_RESOLUTION,
    number="403/2017/NQLT-UBTVQH14-CP-ĐCTUBTWMTTQVN",
    issued=date(2017, 6, 15),
    title=Label("Hình thức giám sát, phản biện xã hội của Mặt trận", "Forms of supervision and social criticism by the Front"),
)
ND32: Final = Instrument(
    kind=InstrumentKind.DECREE,
    number="32/2021/NĐ-CP",
    issued=date(2021, 3, 29),
    title=Label("Thí điểm tổ chức mô hình chính quyền đô thị tại Hà Nội", "Pilot of the urban government model in Hà Nội"),
)

_LAW_2022_IN_FORCE, _ND59_IN_FORCE = date(2023, 7, 1), date(2023, 8, 15)
_ONCE_A_YEAR: Final = Frequency(times=1, per=TimeUnit.YEAR)

_DIALOGUE = Label("Đối thoại giữa chính quyền cấp xã với Nhân dân", "Dialogue of the commune authority with the people")


def _dialogue(citation: Citation, first: date, end: date | None, notice_days: int | None = None) -> Obligation:
    return Obligation(
        code="dialogue_with_people",
        label=_DIALOGUE,
        right=Right.DISCUSS,
        required=_ONCE_A_YEAR,
        citation=citation,
        in_force_from=first,
        in_force_until=end,
        notice_days=notice_days,
    )


#: The commune authority holds a dialogue with the people once a year; more where voters ask for it or need arises.
DIALOGUE_WITH_PEOPLE: Final = (
    *_dialogue(cite(LAW_77, "125"), date(2016, 1, 1), _LAW_2022_IN_FORCE).with_unread_past(),
    _dialogue(cite(LAW_2022, "32.1"), _LAW_2022_IN_FORCE, date(2025, 3, 1)),
    _dialogue(cite(LAW_65, "24"), date(2025, 3, 1), date(2025, 6, 16), 7),
    _dialogue(cite(LAW_72, "43"), date(2025, 6, 16), None, 7),
)

#: The head of a body holds the conference of its staff with the trade union after the year, within three months.
STAFF_CONFERENCE: Final = Obligation(
    code="staff_conference",
    label=Label("Hội nghị cán bộ, công chức, viên chức, người lao động", "Conference of cadres, civil servants and employees"),
    right=Right.DISCUSS,
    required=Frequency(times=1, per=TimeUnit.YEAR, opens_after_months=12, grace_months=3),
    citation=cite(LAW_2022, "51.1"),
    in_force_from=_LAW_2022_IN_FORCE,
).with_unread_past()


#: The head of a body checks with the trade union every half-year how the conference's resolution is carried out.
CONFERENCE_CHECK: Final = Obligation(
    code="conference_check",
    label=Label(
        "Kiểm tra việc thực hiện nghị quyết hội nghị cán bộ, công chức, viên chức, người lao động",
        "Check of how the resolution of the staff's conference is carried out",
    ),
    right=Right.CHECK,
    required=Frequency(times=1, per=TimeUnit.HALF_YEAR),
    citation=cite(LAW_2022, "52.3"),
    in_force_from=_LAW_2022_IN_FORCE,
).with_unread_past()

#: The list of what the commune has made public is brought up to date and posted each quarter.
PUBLICATION_LIST: Final = Obligation(
    code="publication_list",
    label=Label("Cập nhật, niêm yết danh mục nội dung đã công khai", "List of what was made public, updated and posted"),
    right=Right.KNOW,
    required=Frequency(times=1, per=TimeUnit.QUARTER),
    citation=cite(LAW_2022, "13.2"),
    in_force_from=_LAW_2022_IN_FORCE,
).with_unread_past()

#: People's Council and People's Committee hear every half-year what the Front's supervision has found.
FRONT_HEARING: Final = Obligation(
    code="front_hearing",
    label=Label(
        "Hội đồng nhân dân, Ủy ban nhân dân nghe Mặt trận thông báo kết quả giám sát",
        "Council and committee hear the results of the Front's supervision",
    ),
    right=Right.SUPERVISE,
    required=Frequency(times=1, per=TimeUnit.HALF_YEAR),
    citation=cite(FRONT_LAW, "30.1"),
    in_force_from=date(2016, 1, 1),
).with_unread_past()

#: In the fourth quarter of each year the Front issues its plan of supervision for the next one.
FRONT_PLAN: Final = Obligation(
    code="front_plan",
    label=Label(
        "Mặt trận ban hành kế hoạch giám sát cho năm sau (trong Quý IV)",
        "The Front issues its plan of supervision for the next year (in Quarter IV)",
    ),
    right=Right.SUPERVISE,
    required=Frequency(times=1, per=TimeUnit.YEAR, opens_after_months=9),
    citation=cite(JOINT_403, "3.3"),
    in_force_from=date(2017, 6, 15),
).with_unread_past()


def hanoi_dialogue(*, in_force_from: date, in_force_until: date) -> tuple[Obligation, ...]:
    """The dialogue with the people of a ward in the Hà Nội pilot: twice a year then, once by the general law before and after.

    The days of the pilot could not be read; a pilot that ends after the general law began, or before it began itself,
    raises ``InvalidInput``. A dialogue is to be held before a regular session of the district council, whose days are
    not the library's to know.

    >>> from datetime import date
    >>> from supervision_core.regulations import hanoi_dialogue
    >>> dialogue = hanoi_dialogue(in_force_from=date(2022, 1, 1), in_force_until=date(2024, 1, 1))
    >>> [version.required and version.required.times for version in dialogue]
    [None, 1, 2, 1, 1, 1]

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
        _dialogue(cite(ND32, ""), in_force_from, in_force_until), required=Frequency(times=2, per=TimeUnit.YEAR)
    )
    before = [_cut(one, None, in_force_from) for one in DIALOGUE_WITH_PEOPLE if (one.in_force_from or date.min) < in_force_from]
    after = [
        _cut(one, in_force_until, None) for one in DIALOGUE_WITH_PEOPLE if (one.in_force_until or date.max) > in_force_until
    ]
    return (*before, pilot, *after)


def _cut(version: Obligation, first: date | None, end: date | None) -> Obligation:
    """A version as far as it lies from a day on, or before a day."""
    starts, ends = version.in_force_from, version.in_force_until
    if first is not None and (starts is None or starts < first):
        starts = first
    if end is not None and (ends is None or ends > end):
        ends = end
    return attrs.evolve(version, in_force_from=starts, in_force_until=ends)


def community_conference(*, year_end_from_month: int) -> tuple[Obligation, ...]:
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
    conference = Obligation(
        code="community_conference",
        label=Label("Hội nghị định kỳ của cộng đồng dân cư", "Periodic conference of the residential community"),
        right=Right.DISCUSS,
        required=attrs.evolve(_ONCE_A_YEAR, opens_after_months=year_end_from_month - 1),
        citation=cite(LAW_2022, "33"),
        in_force_from=_LAW_2022_IN_FORCE,
    )
    # Five days' notice is asked for by the decree alone, six weeks later.
    without_notice = attrs.evolve(conference, in_force_until=_ND59_IN_FORCE)
    noticed = attrs.evolve(conference, in_force_from=_ND59_IN_FORCE, notice_days=5)
    return (*without_notice.with_unread_past(), noticed)


def budget_reports(*, within_days: int | None = None) -> tuple[Obligation, ...]:
    """Budget data made public after each quarter, half-year and year: within five working days, or so many days.

    Five working days is what the law says where no other law sets a time; ``within_days`` is for a place where one does, in
    days of the calendar. Each of the three is an obligation of its own. Days outside 1 to 366 raise ``InvalidInput``.

    >>> from supervision_core.regulations import budget_reports
    >>> sorted({obligation.code for obligation in budget_reports(within_days=15)})
    ['budget_report.half_year', 'budget_report.quarter', 'budget_report.year']
    >>> budget_reports()[-1].required.grace_working_days
    5

    Source: Luật 10/2022/QH15, Articles 11.2 and 12.3.
    """
    checks = Checks("budget_reports")
    if within_days is not None:
        checks.whole("within_days", within_days, at_least=1, at_most=366)
    checks.done()
    working, calendar_days = (5, 0) if within_days is None else (0, within_days)
    return tuple(
        version
        for per, months in ((TimeUnit.QUARTER, 3), (TimeUnit.HALF_YEAR, 6), (TimeUnit.YEAR, 12))
        for version in Obligation(
            code=f"budget_report.{per.value}",
            label=Label(f"Công khai số liệu ngân sách mỗi {per.label.vi}", f"Budget data made public each {per.label.en}"),
            right=Right.KNOW,
            required=Frequency(
                times=1, per=per, opens_after_months=months, grace_working_days=working, grace_days=calendar_days
            ),
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

    Source: Luật 10/2022/QH15, Article 39.2; the plan of a term: Nghị định 59/2023/NĐ-CP, Article 14.
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
            citation=cite(ND59, "14") if frequency.per is TimeUnit.TERM else cite(LAW_2022, "39.2"),
            in_force_from=_ND59_IN_FORCE if frequency.per is TimeUnit.TERM else _LAW_2022_IN_FORCE,
        ).with_unread_past()
    )
