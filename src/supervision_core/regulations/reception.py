"""Receiving citizens: weekly by the law of 2013, two days a month from 1 July 2026.

The rule changes in time, and each week or month goes by the rule then in force. Before 1 July 2014, when the law of 2013 came
into force, it is unknown what was asked. Only of the later rule could it be read that no deputy may stand in; the online form
counts under it as well.
"""

from __future__ import annotations

from datetime import date
from typing import Final

from supervision_core.obligations.model import Counting, Frequency, Obligation, Right, TimeUnit
from supervision_core.regulations.statutory import cite
from supervision_core.values.citations import Instrument, InstrumentKind
from supervision_core.values.labels import Label

__all__ = ["CITIZEN_RECEPTION"]

RECEPTION_2013: Final = Instrument(
    kind=InstrumentKind.LAW,
    number="42/2013/QH13",
    issued=date(2013, 11, 25),
    title=Label("Luật Tiếp công dân", "Law on Citizen Reception"),
)
LAW_136: Final = Instrument(
    kind=InstrumentKind.LAW,
    number="136/2025/QH15",
    issued=date(2025, 12, 10),
    title=Label(
        "Sửa đổi Luật Tiếp công dân, Luật Khiếu nại, Luật Tố cáo",
        "Amending the Laws on Citizen Reception, Complaints and Denunciations",
    ),
)

_LABEL: Final = Label("Chủ tịch UBND cấp xã trực tiếp tiếp công dân", "The commune chair receives citizens in person")
_IN_FORCE, _CHANGES = date(2014, 7, 1), date(2026, 7, 1)

_WEEKLY: Final = Obligation(
    code="citizen_reception",
    label=_LABEL,
    right=Right.SUPERVISE,
    required=Frequency(times=1, per=TimeUnit.WEEK, counts=Counting.DAYS),
    citation=cite(RECEPTION_2013, "15.2.d"),
    in_force_from=_IN_FORCE,
    in_force_until=_CHANGES,
)
_TWICE_A_MONTH: Final = Obligation(
    code="citizen_reception",
    label=_LABEL,
    right=Right.SUPERVISE,
    required=Frequency(times=2, per=TimeUnit.MONTH, counts=Counting.DAYS),
    citation=cite(LAW_136, "1.7"),
    in_force_from=_CHANGES,
    no_deputy=True,
)

#: The chair of the commune receives citizens: one day a week, and from 1 July 2026 two days a month, with no deputy.
CITIZEN_RECEPTION: Final = (*_WEEKLY.with_unread_past(), _TWICE_A_MONTH)
