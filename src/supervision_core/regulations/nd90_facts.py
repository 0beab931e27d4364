"""What Nghị định 90/2020/NĐ-CP asks for: its facts and the bounds laid on them, for every version of it."""

from __future__ import annotations

from fractions import Fraction
from typing import Final

from supervision_core.criteria.ladders import Implication
from supervision_core.criteria.nodes import AllOf, Compare, Comparison, Holds, Measure, Not, Quantity, YesNo
from supervision_core.regulations.statutory import LAW2025, ND48, ND90, cite
from supervision_core.values.citations import Citation
from supervision_core.values.labels import Label

__all__ = ["at_least", "at_most", "holds", "none_of", "over", "under"]

_PERCENT: Final = Label("%", "%")


def _yes(code: str, vi: str, en: str, *, favourable: bool = True, citation: Citation | None = None) -> YesNo:
    return YesNo(code=code, label=Label(vi, en), favourable=favourable, citation=citation)


def _share(code: str, vi: str, en: str, *, higher_is_better: bool = True) -> Measure:
    return Measure(code=code, label=Label(vi, en), low=0, high=100, step=1, unit=_PERCENT, higher_is_better=higher_is_better)


def _months(code: str, vi: str, en: str, *, higher_is_better: bool) -> Measure:
    return Measure(
        code=code,
        label=Label(vi, en),
        low=0,
        high=12,
        step=Fraction(1, 2),
        unit=Label("tháng", "months"),
        higher_is_better=higher_is_better,
        citation=cite(ND90, "2.3"),
    )


WORKED: Final = _months("year.months_worked", "Thời gian công tác trong năm", "Time worked in the year", higher_is_better=True)
LEAVE: Final = _months(
    "year.lawful_leave_months", "Thời gian nghỉ theo chế độ", "Lawful leave in the year", higher_is_better=False
)
MATERNITY: Final = YesNo(
    code="year.maternity_leave",
    label=Label("Nghỉ thai sản", "Maternity leave"),
    favourable=None,
    citation=cite(ND90, "2.3"),
)
CRITERIA_WELL: Final = _yes("criteria.performed_well", "Thực hiện tốt các tiêu chí chung", "Performs the general criteria well")
CRITERIA_MET: Final = _yes("criteria.met", "Đáp ứng các tiêu chí chung", "Meets the general criteria")
HIGH_QUALITY: Final = _yes(
    "tasks.all_high_quality",
    "Các nhiệm vụ đều đạt chất lượng, hiệu quả cao",
    "All tasks of quality and of high effect",
)
ALL_DONE: Final = _yes("tasks.all_done", "Hoàn thành tất cả nhiệm vụ", "All tasks done")
EXCEEDED: Final = _share("tasks.exceeded_share", "Tỷ lệ nhiệm vụ vượt mức", "Share of tasks exceeded")
DEFICIENT: Final = _share(
    "tasks.deficient_share",
    "Tỷ lệ tiêu chí chưa bảo đảm tiến độ, chất lượng, hiệu quả",
    "Share of criteria not on time, of quality or effect",
    higher_is_better=False,
)
DEGRADATION: Final = _yes(
    "conduct.degradation_concluded",
    "Có biểu hiện suy thoái theo đánh giá của cấp có thẩm quyền",
    "Degradation, as a competent level assessed",
    favourable=False,
)
#: As issued: only what was done in carrying out the tasks.
VIOLATION_ON_DUTY: Final = _yes(
    "conduct.violation_on_duty_disciplined",
    "Có hành vi vi phạm trong quá trình thực thi nhiệm vụ bị xử lý kỷ luật trong năm đánh giá",
    "A violation in carrying out the tasks, disciplined within the year",
    favourable=False,
)
#: As amended from 15 September 2023: whatever was done.
VIOLATION: Final = _yes(
    "conduct.violation_disciplined",
    "Có hành vi vi phạm bị xử lý kỷ luật trong năm đánh giá",
    "A violation disciplined within the year",
    favourable=False,
)
ANY_DISCIPLINE: Final = _yes(
    "conduct.any_discipline",
    "Bị xử lý kỷ luật đảng hoặc kỷ luật hành chính trong năm đánh giá",
    "Party or administrative discipline within the year",
    favourable=False,
    citation=cite(ND48, "2.5.a"),
)
#: From 1 July 2025 the law of cadres and civil servants leaves out what has nothing to do with public duty.
DUTY_DISCIPLINE: Final = _yes(
    "conduct.duty_related_discipline",
    "Bị xử lý kỷ luật đảng hoặc kỷ luật hành chính trong năm đánh giá về hành vi liên quan đến hoạt động công vụ",
    "Party or administrative discipline within the year, for conduct related to public duty",
    favourable=False,
    citation=cite(LAW2025, "38.4"),
)
TARGETS_DONE: Final = _share(
    "unit.targets_done_share", "Tỷ lệ chỉ tiêu của đơn vị hoàn thành", "Share of the unit's targets done"
)
TARGETS_EXCEEDED: Final = _share(
    "unit.targets_exceeded_share", "Tỷ lệ chỉ tiêu vượt mức", "Share of the unit's targets exceeded"
)
TARGETS_ON_TIME: Final = _share(
    "unit.targets_on_time_share",
    "Tỷ lệ chỉ tiêu đúng tiến độ, bảo đảm chất lượng",
    "Share of the unit's targets on time and with quality",
)
UNITS_COMPLETED: Final = _share(
    "unit.completed_share", "Tỷ lệ đơn vị thuộc quyền từ mức hoàn thành", "Share of units managed at COMPLETED or above"
)
UNITS_GOOD: Final = _share("unit.good_share", "Tỷ lệ đơn vị thuộc quyền từ mức tốt", "Share of units managed at GOOD or above")
UNIT_CORRUPT: Final = _yes(
    "unit.corruption_handled",
    "Đơn vị trực tiếp phụ trách liên quan đến tham ô, tham nhũng, lãng phí và bị xử lý",
    "The unit directly managed is linked to embezzlement, corruption or waste handled by law",
    favourable=False,
)
REST_OF_ARTICLE_5: Final = _yes(
    "text.last_clause_met", "Đáp ứng các tiêu chí còn lại tại Điều 5", "Meets the remaining criteria of Article 5"
)


def at_least(measure: Measure, bound: int) -> Compare:
    """The bound itself suffices."""
    return Compare(quantity=Quantity.of(measure.code), comparison=Comparison.AT_LEAST, bound=bound)


def over(measure: Measure, bound: int) -> Compare:
    """More than the bound."""
    return Compare(quantity=Quantity.of(measure.code), comparison=Comparison.MORE_THAN, bound=bound)


def at_most(measure: Measure, bound: int) -> Compare:
    """The bound itself is still allowed."""
    return Compare(quantity=Quantity.of(measure.code), comparison=Comparison.AT_MOST, bound=bound)


def under(measure: Measure, bound: int) -> Compare:
    """Less than the bound."""
    return Compare(quantity=Quantity.of(measure.code), comparison=Comparison.LESS_THAN, bound=bound)


def holds(*facts: YesNo) -> tuple[Holds, ...]:
    """Each fact is answered yes."""
    return tuple(Holds(code=fact.code) for fact in facts)


def none_of(*facts: YesNo) -> tuple[Not, ...]:
    """Each fact is answered no."""
    return tuple(
        Not(part=Holds(code=fact.code), label=Label(f"Không: {fact.label.vi}", f"Not: {fact.label.en}")) for fact in facts
    )


ALL_ON_TIME: Final = Compare(
    quantity=Quantity.of(DEFICIENT.code),
    comparison=Comparison.AT_MOST,
    bound=0,
    label=Label("100% đúng tiến độ, bảo đảm chất lượng, hiệu quả", "All on time, with quality and effect"),
)
NOT_CAPPED: Final = Not(
    part=AllOf(parts=(at_least(LEAVE, 3), Not(part=Holds(code=MATERNITY.code)))),
    label=Label(
        "Không nghỉ theo chế độ từ 3 tháng trở lên (trừ thai sản)", "No lawful leave of 3 months or more (maternity aside)"
    ),
    citation=cite(ND90, "2.3"),
)
TOO_SHORT: Final = AllOf(
    parts=(under(WORKED, 6), Not(part=Holds(code=MATERNITY.code))),
    label=Label("Công tác chưa đủ 6 tháng (trừ thai sản)", "Less than 6 months worked (maternity aside)"),
    citation=cite(ND90, "2.3"),
)
IMPLICATIONS: Final = (
    Implication(
        code=CRITERIA_WELL.code,
        then_code=CRITERIA_MET.code,
        label=Label("Thực hiện tốt thì cũng đáp ứng", "Performing well implies meeting"),
    ),
    Implication(
        code=HIGH_QUALITY.code,
        then_code=ALL_DONE.code,
        label=Label("Chất lượng, hiệu quả cao thì cũng đã hoàn thành", "Quality and high effect imply done"),
    ),
)
#: A violation that was disciplined within the year is Party or administrative discipline within the year.
DISCIPLINED_ANYHOW: Final = Implication(
    code=VIOLATION.code,
    then_code=ANY_DISCIPLINE.code,
    label=Label(
        "Có vi phạm bị xử lý kỷ luật thì đã bị kỷ luật đảng hoặc kỷ luật hành chính",
        "A disciplined violation is Party or administrative discipline",
    ),
)
EVERYONE: Final = (WORKED, LEAVE, MATERNITY, CRITERIA_WELL, CRITERIA_MET, HIGH_QUALITY, ALL_DONE, DEFICIENT)
LED: Final = (TARGETS_DONE, TARGETS_EXCEEDED, UNITS_COMPLETED, UNITS_GOOD)
