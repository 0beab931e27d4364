"""Nghị định 88/2017/NĐ-CP (amending 56/2015/NĐ-CP): public employees who do not manage, as far as it was read.

GOOD asks for 100 % of the tasks on time, with quality and effect; COMPLETED for 70 % to under 100 %.
The articles on EXCELLENT and NOT_COMPLETED were not read: whether someone is EXCELLENT is a fact of its own,
to be answered by whoever has the text, and below 70 % the outcome is ``not_encoded``.
"""

from __future__ import annotations

from datetime import date
from typing import Final

from supervision_core.criteria.ladders import Ladder, Rung
from supervision_core.criteria.nodes import AllOf, Compare, Comparison, Holds, Measure, Quantity, YesNo
from supervision_core.regulations.regulation import Regulation
from supervision_core.regulations.statutory import ND88, NOT_ENCODED, cite, grade
from supervision_core.values.labels import Label

__all__ = ["ND88_PUBLIC_EMPLOYEE"]

_DONE: Final = Measure(
    code="tasks.done_well_share",
    label=Label("Tỷ lệ nhiệm vụ đúng tiến độ, bảo đảm chất lượng, hiệu quả", "Share of tasks on time, with quality and effect"),
    low=0,
    high=100,
    step=1,
    unit=Label("%", "%"),
)
_EXCELLENT: Final = YesNo(
    code="text.excellent_article_met",
    label=Label(
        "Đáp ứng các tiêu chí tại điều về mức hoàn thành xuất sắc nhiệm vụ",
        "Meets the article on EXCELLENT (which could not be read)",
    ),
)


def _from(bound: int) -> Compare:
    return Compare(quantity=Quantity.of(_DONE.code), comparison=Comparison.AT_LEAST, bound=bound)


#: Public employees who do not manage, from 15 September 2017.
ND88_PUBLIC_EMPLOYEE: Final = Regulation(
    code="nd88_2017_public_employee",
    version=1,
    label=Label("Phân loại viên chức (Nghị định 88/2017)", "Classing public employees (Decree 88/2017)"),
    category="public_employee",
    in_force_from=date(2017, 9, 15),
    in_force_until=date(2020, 8, 20),
    citation=cite(ND88, ""),
    ladder=Ladder(
        facts=(_DONE, _EXCELLENT),
        rungs=(
            Rung(grade=grade("EXCELLENT"), criterion=AllOf(parts=(_from(100), Holds(code=_EXCELLENT.code)))),
            Rung(grade=grade("GOOD"), criterion=_from(100)),
            Rung(grade=grade("COMPLETED"), criterion=_from(70)),
            Rung(grade=NOT_ENCODED, criterion=AllOf(parts=())),
        ),
    ),
)
