"""What two wards were reported to do again and again: practice, not law, laid over the law of the same obligation.

Ward 17, Phú Nhuận, Hồ Chí Minh City (the year 2022): revenue collected from the people posted at the office, a dialogue
twice a year, a people's conference every month, internal spending rules made public among the staff, a conference of the
staff every year. The people's conference is taken for the periodic conference of the residential community, which the law
asks for once a year since July 2023; that the two are one, and that the whole year counts for it, is a choice.

Thạch Thang ward, Đà Nẵng: reception of citizens every week, and every month a meeting that rates each person's work.

Of the two postings no frequency was reported, so it stays unknown whether they were kept up.
"""

from __future__ import annotations

from typing import Final

from supervision_core.obligations.model import Counting, Frequency, Obligation, Right, TimeUnit
from supervision_core.regulations.grassroots import DIALOGUE_WITH_PEOPLE, STAFF_CONFERENCE, community_conference
from supervision_core.regulations.reception import CITIZEN_RECEPTION
from supervision_core.values.citations import Citation, Instrument, InstrumentKind, Verification
from supervision_core.values.labels import Label

__all__ = ["PHU_NHUAN_WARD_17", "THACH_THANG"]

WARD_17_SESSION: Final = Instrument(
    kind=InstrumentKind.REPORT,
    title=Label(
        "Giám sát việc thực hiện dân chủ ở cơ sở năm 2022 tại Phường 17, quận Phú Nhuận, Thành phố Hồ Chí Minh",
        "Supervision of grassroots democracy in 2022, Ward 17, Phú Nhuận, Hồ Chí Minh City",
    ),
)
THACH_THANG_REPORT: Final = Instrument(
    kind=InstrumentKind.REPORT,
    title=Label(
        "Giám sát thực thi công vụ tại phường Thạch Thang, Đà Nẵng",
        "Supervision of public duty in Thạch Thang ward, Đà Nẵng",
    ),
)
_WARD_17: Final = Citation(instrument=WARD_17_SESSION, verification=Verification.REPORTED)
_THACH_THANG: Final = Citation(instrument=THACH_THANG_REPORT, verification=Verification.REPORTED)

_TWICE_A_YEAR: Final = Frequency(times=2, per=TimeUnit.YEAR)
_YEARLY: Final = Frequency(times=1, per=TimeUnit.YEAR)
_MONTHLY: Final = Frequency(times=1, per=TimeUnit.MONTH)
_WEEKLY: Final = Frequency(times=1, per=TimeUnit.WEEK, counts=Counting.DAYS)


def _local(code: str, label: Label, right: Right | None, practised: Frequency | None, citation: Citation) -> Obligation:
    """A practice of which no rule was read."""
    return Obligation(
        code=code,
        label=label,
        right=right,
        required=None,
        practised=practised,
        citation=None,
        practice_citation=None if practised is None else citation,
    )


#: The five periodic obligations of Ward 17, with what the law asks for where it could be read.
PHU_NHUAN_WARD_17: Final = (
    _local(
        "revenue_posting",
        Label("Niêm yết công khai các nguồn thu trong dân", "Revenue collected from the people posted at the office"),
        Right.KNOW,
        None,
        _WARD_17,
    ),
    *(version.with_practice(_TWICE_A_YEAR, _WARD_17) for version in DIALOGUE_WITH_PEOPLE),
    *(version.with_practice(_MONTHLY, _WARD_17) for version in community_conference(year_end_from_month=1)),
    _local(
        "spending_rules_publicity",
        Label("Công khai Quy chế chi tiêu nội bộ", "Internal spending rules made public among the staff"),
        Right.KNOW,
        None,
        _WARD_17,
    ),
    *(version.with_practice(_YEARLY, _WARD_17) for version in STAFF_CONFERENCE),
)

#: The two periodic practices of Thạch Thang ward.
THACH_THANG: Final = (
    *(version.with_practice(_WEEKLY, _THACH_THANG) for version in CITIZEN_RECEPTION),
    _local(
        "monthly_rating",
        Label(
            "Họp giao ban hằng tháng đánh giá mức độ hoàn thành nhiệm vụ",
            "Monthly meeting that rates each person's level of completion",
        ),
        None,
        _MONTHLY,
        _THACH_THANG,
    ),
)
