"""Nghị định 90/2020/NĐ-CP, as issued and as amended by 48/2023/NĐ-CP, as far as its articles were read.

==================  =================================================================  ==================
category            encoded                                                            not read
==================  =================================================================  ==================
public employee     all four grades (12.1, 13.1, 14.1, 15.1)                           -
... who manages     all four (12.2, 13.2, 14.2, 15.2)                                  last clause of 12.2
civil servant       EXCELLENT (8.1)                                                    9 to 11
... who leads       EXCELLENT (8.2)                                                    9 to 11
cadre               EXCELLENT (4), GOOD (5) up to where the copy is cut                end of 5, 6 and 7
==================  =================================================================  ==================

What was not read is never guessed: a clause that is cut is a fact of its own, to be answered by whoever has the text,
and below the last article that was read the outcome is ``not_encoded``. For everyone: less than 6 months worked is not rated,
3 to under 6 months of lawful leave keep a grade below GOOD (Article 2.3), and from 15 September 2023 any discipline of the
year gives NOT_COMPLETED (Article 2.5.a). Between the shares that complete and those that do not, the decree leaves a hole.
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from fractions import Fraction
from typing import Final

from supervision_core.criteria.ladders import Implication, Ladder, Rung
from supervision_core.criteria.nodes import (
    AllOf,
    AnyOf,
    Compare,
    Comparison,
    Criterion,
    FactDefinition,
    Holds,
    Measure,
    Not,
    Quantity,
    YesNo,
)
from supervision_core.regulations.regulation import Regulation
from supervision_core.regulations.statutory import ND48, ND90, NOT_ENCODED, NOT_RATED, cite, grade
from supervision_core.values.citations import Citation, Verification
from supervision_core.values.labels import Label

__all__ = ["ND90_REGULATIONS"]

_ISSUED: Final = date(2020, 8, 20)
_AMENDED: Final = date(2023, 9, 15)
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


_WORKED = _months("year.months_worked", "Thời gian công tác trong năm", "Time worked in the year", higher_is_better=True)
_LEAVE = _months("year.lawful_leave_months", "Thời gian nghỉ theo chế độ", "Lawful leave in the year", higher_is_better=False)
_MATERNITY = YesNo(
    code="year.maternity_leave",
    label=Label("Nghỉ thai sản", "Maternity leave"),
    favourable=None,
    citation=cite(ND90, "2.3"),
)
_CRITERIA_WELL = _yes("criteria.performed_well", "Thực hiện tốt các tiêu chí chung", "Performs the general criteria well")
_CRITERIA_MET = _yes("criteria.met", "Đáp ứng các tiêu chí chung", "Meets the general criteria")
_HIGH_QUALITY = _yes("tasks.all_high_quality", "100% nhiệm vụ đạt chất lượng cao", "All tasks of high quality")
_ALL_DONE = _yes("tasks.all_done", "Hoàn thành tất cả nhiệm vụ", "All tasks done")
_EXCEEDED = _share("tasks.exceeded_share", "Tỷ lệ nhiệm vụ vượt mức", "Share of tasks exceeded")
_DEFICIENT = _share(
    "tasks.deficient_share",
    "Tỷ lệ tiêu chí chưa bảo đảm tiến độ, chất lượng, hiệu quả",
    "Share of criteria not on time, of quality or effect",
    higher_is_better=False,
)
_DEGRADATION = _yes(
    "conduct.degradation_concluded",
    "Có biểu hiện suy thoái được cấp có thẩm quyền kết luận",
    "Degradation concluded by a competent level",
    favourable=False,
)
_VIOLATION = _yes(
    "conduct.violation_disciplined",
    "Có vi phạm bị xử lý kỷ luật trong năm",
    "A violation disciplined within the year",
    favourable=False,
)
_ANY_DISCIPLINE = _yes(
    "conduct.any_discipline",
    "Bị xử lý kỷ luật đảng hoặc hành chính trong năm",
    "Party or administrative discipline within the year",
    favourable=False,
    citation=cite(ND48, "2.5.a"),
)
_TARGETS_DONE = _share("unit.targets_done_share", "Tỷ lệ chỉ tiêu của đơn vị hoàn thành", "Share of the unit's targets done")
_TARGETS_EXCEEDED = _share("unit.targets_exceeded_share", "Tỷ lệ chỉ tiêu vượt mức", "Share of the unit's targets exceeded")
_TARGETS_ON_TIME = _share(
    "unit.targets_on_time_share",
    "Tỷ lệ chỉ tiêu đúng tiến độ, bảo đảm chất lượng",
    "Share of the unit's targets on time and with quality",
)
_UNITS_COMPLETED = _share(
    "unit.completed_share", "Tỷ lệ đơn vị thuộc quyền từ mức hoàn thành", "Share of units managed at COMPLETED or above"
)
_UNITS_GOOD = _share("unit.good_share", "Tỷ lệ đơn vị thuộc quyền từ mức tốt", "Share of units managed at GOOD or above")
_UNIT_CORRUPT = _yes(
    "unit.corruption_handled",
    "Đơn vị trực tiếp phụ trách liên quan tham nhũng, lãng phí bị xử lý",
    "The unit directly managed is linked to corruption or waste handled by law",
    favourable=False,
)
_LAST_CLAUSE = _yes(
    "text.last_clause_met",
    "Đáp ứng phần còn lại của điều (bản đọc được bị cắt)",
    "Meets the rest of the article (the copy read is cut there)",
)


def _at_least(measure: Measure, bound: int) -> Compare:
    return Compare(quantity=Quantity.of(measure.code), comparison=Comparison.AT_LEAST, bound=bound)


def _over(measure: Measure, bound: int) -> Compare:
    return Compare(quantity=Quantity.of(measure.code), comparison=Comparison.MORE_THAN, bound=bound)


def _at_most(measure: Measure, bound: int) -> Compare:
    return Compare(quantity=Quantity.of(measure.code), comparison=Comparison.AT_MOST, bound=bound)


def _under(measure: Measure, bound: int) -> Compare:
    return Compare(quantity=Quantity.of(measure.code), comparison=Comparison.LESS_THAN, bound=bound)


def _holds(*facts: YesNo) -> tuple[Holds, ...]:
    return tuple(Holds(code=fact.code) for fact in facts)


_ALL_ON_TIME: Final = Compare(
    quantity=Quantity.of(_DEFICIENT.code),
    comparison=Comparison.AT_MOST,
    bound=0,
    label=Label("100% đúng tiến độ, bảo đảm chất lượng, hiệu quả", "All on time, with quality and effect"),
)
_NOT_CAPPED: Final = Not(
    part=AllOf(parts=(_at_least(_LEAVE, 3), Not(part=Holds(code=_MATERNITY.code)))),
    label=Label(
        "Không nghỉ theo chế độ từ 3 tháng trở lên (trừ thai sản)", "No lawful leave of 3 months or more (maternity aside)"
    ),
    citation=cite(ND90, "2.3"),
)
_TOO_SHORT: Final = AllOf(
    parts=(_under(_WORKED, 6), Not(part=Holds(code=_MATERNITY.code))),
    label=Label("Công tác chưa đủ 6 tháng (trừ thai sản)", "Less than 6 months worked (maternity aside)"),
    citation=cite(ND90, "2.3"),
)
_WELL_IS_MET: Final = Implication(
    code=_CRITERIA_WELL.code,
    then_code=_CRITERIA_MET.code,
    label=Label("Thực hiện tốt thì cũng đáp ứng", "Performing well implies meeting"),
)
_HIGH_IS_DONE: Final = Implication(
    code=_HIGH_QUALITY.code,
    then_code=_ALL_DONE.code,
    label=Label("Chất lượng cao thì cũng đã hoàn thành", "High quality implies done"),
)
_IMPLICATIONS: Final = (_WELL_IS_MET, _HIGH_IS_DONE)
_EVERYONE: Final = (_WORKED, _LEAVE, _MATERNITY, _CRITERIA_WELL, _CRITERIA_MET, _HIGH_QUALITY, _ALL_DONE, _DEFICIENT)


def _rung(name: str, article: str, *parts: Criterion) -> Rung:
    return Rung(grade=grade(name), criterion=AllOf(parts=parts), citation=cite(ND90, article))


def _made(
    code: str,
    category: str,
    label: Label,
    article: str,
    facts: Sequence[FactDefinition],
    rungs: Sequence[Rung],
    *,
    amended: bool,
) -> Regulation:
    """A regulation of one version: the amended one adds the discipline of the year."""
    none_disciplined = Not(
        part=Holds(code=_ANY_DISCIPLINE.code),
        label=Label("Không bị kỷ luật trong năm", "No discipline within the year"),
        citation=cite(ND48, "2.5.a"),
    )
    used: list[Rung] = [Rung(grade=NOT_RATED, criterion=_TOO_SHORT, citation=cite(ND90, "2.3"))]
    for rung in rungs:
        criterion = rung.criterion
        if amended and rung.grade.code == "NOT_COMPLETED":
            criterion = AnyOf(parts=(criterion, *_holds(_ANY_DISCIPLINE)))
        elif amended and rung.grade.rank is not None:
            criterion = AllOf(parts=(*criterion.parts_in_order(), none_disciplined))
        used.append(Rung(grade=rung.grade, criterion=criterion, citation=rung.citation))
    return Regulation(
        code=f"nd90_2020{'_48_2023' if amended else ''}_{code}",
        version=1,
        label=label,
        category=category,
        in_force_from=_AMENDED if amended else _ISSUED,
        in_force_until=date(2026, 1, 1) if amended else _AMENDED,
        citation=cite(ND90, article),
        ladder=Ladder(facts=(*facts, _ANY_DISCIPLINE) if amended else facts, implications=_IMPLICATIONS, rungs=used),
    )


def _public_employee(*, amended: bool) -> Regulation:
    no_heads = tuple(
        Not(part=Holds(code=fact.code), label=Label(f"Không: {fact.label.vi}", f"Not: {fact.label.en}"))
        for fact in (_DEGRADATION, _VIOLATION)
    )
    rungs = (
        _rung(
            "EXCELLENT",
            "12.1",
            *_holds(_CRITERIA_WELL, _HIGH_QUALITY, _ALL_DONE),
            _ALL_ON_TIME,
            _at_least(_EXCEEDED, 50),
            _NOT_CAPPED,
            *no_heads,
        ),
        _rung("GOOD", "13.1", *_holds(_CRITERIA_MET, _ALL_DONE), _ALL_ON_TIME, _NOT_CAPPED, *no_heads),
        _rung("COMPLETED", "14.1", *_holds(_CRITERIA_MET, _ALL_DONE), _at_most(_DEFICIENT, 20), *no_heads),
        Rung(
            grade=grade("NOT_COMPLETED"),
            criterion=AnyOf(parts=(*_holds(_DEGRADATION, _VIOLATION), _over(_DEFICIENT, 50))),
            citation=cite(ND90, "15.1"),
        ),
    )
    return _made(
        "public_employee",
        "public_employee",
        Label("Xếp loại viên chức (Nghị định 90/2020)", "Grading public employees (Decree 90/2020)"),
        "12",
        (*_EVERYONE, _EXCEEDED, _DEGRADATION, _VIOLATION),
        rungs,
        amended=amended,
    )


def _public_employee_manager(*, amended: bool) -> Regulation:
    heads = (_DEGRADATION, _VIOLATION, _UNIT_CORRUPT)
    no_heads = tuple(
        Not(part=Holds(code=fact.code), label=Label(f"Không: {fact.label.vi}", f"Not: {fact.label.en}")) for fact in heads
    )
    all_targets = _at_least(_TARGETS_DONE, 100)
    rungs = (
        _rung(
            "EXCELLENT", "12.2", *_holds(_CRITERIA_WELL, _HIGH_QUALITY, _ALL_DONE), _ALL_ON_TIME, all_targets,
            _at_least(_TARGETS_EXCEEDED, 50), *_holds(_LAST_CLAUSE), _NOT_CAPPED, *no_heads,
        ),
        _rung(
            "GOOD", "13.2", *_holds(_CRITERIA_MET, _ALL_DONE), _ALL_ON_TIME, all_targets, _at_least(_TARGETS_ON_TIME, 80),
            _at_least(_UNITS_COMPLETED, 100), _at_least(_UNITS_GOOD, 70), _NOT_CAPPED, *no_heads,
        ),
        _rung(
            "COMPLETED", "14.2", *_holds(_CRITERIA_MET, _ALL_DONE), _at_most(_DEFICIENT, 20), _over(_TARGETS_DONE, 70),
            _at_least(_UNITS_COMPLETED, 70), *no_heads,
        ),
        Rung(
            grade=grade("NOT_COMPLETED"),
            criterion=AnyOf(parts=(*_holds(*heads), _over(_DEFICIENT, 50), _under(_TARGETS_DONE, 50))),
            citation=cite(ND90, "15.2"),
        ),
    )  # fmt: skip
    return _made(
        "public_employee_manager",
        "public_employee_manager",
        Label("Xếp loại viên chức quản lý (Nghị định 90/2020)", "Grading managing public employees (Decree 90/2020)"),
        "12",
        (
            *_EVERYONE,
            _TARGETS_DONE,
            _TARGETS_EXCEEDED,
            _TARGETS_ON_TIME,
            _UNITS_COMPLETED,
            _UNITS_GOOD,
            _LAST_CLAUSE,
            *heads,
        ),
        rungs,
        amended=amended,
    )


def _below(article: str) -> Rung:
    """Below the last article that was read nothing is made up."""
    return Rung(grade=NOT_ENCODED, criterion=AllOf(parts=()), citation=cite(ND90, article, Verification.VERIFIED))


def _civil_servant(*, amended: bool) -> Regulation:
    rungs = (
        _rung(
            "EXCELLENT",
            "8.1",
            *_holds(_CRITERIA_WELL, _HIGH_QUALITY, _ALL_DONE),
            _ALL_ON_TIME,
            _at_least(_EXCEEDED, 50),
            _NOT_CAPPED,
        ),
        _below(""),
    )
    return _made(
        "civil_servant",
        "civil_servant",
        Label("Xếp loại công chức (Nghị định 90/2020)", "Grading civil servants (Decree 90/2020)"),
        "8",
        (*_EVERYONE, _EXCEEDED),
        rungs,
        amended=amended,
    )


_LED: Final = (_TARGETS_DONE, _TARGETS_EXCEEDED, _UNITS_COMPLETED, _UNITS_GOOD)


def _led_excellently(article: str) -> Rung:
    return _rung(
        "EXCELLENT", article, *_holds(_CRITERIA_WELL, _HIGH_QUALITY, _ALL_DONE), _ALL_ON_TIME, _at_least(_TARGETS_DONE, 100),
        _at_least(_TARGETS_EXCEEDED, 50), _at_least(_UNITS_COMPLETED, 100), _at_least(_UNITS_GOOD, 70), _NOT_CAPPED,
    )  # fmt: skip


def _civil_servant_leader(*, amended: bool) -> Regulation:
    return _made(
        "civil_servant_leader",
        "civil_servant_leader",
        Label("Xếp loại công chức lãnh đạo (Nghị định 90/2020)", "Grading leading civil servants (Decree 90/2020)"),
        "8",
        (*_EVERYONE, *_LED),
        (_led_excellently("8.2"), _below("")),
        amended=amended,
    )


def _cadre(*, amended: bool) -> Regulation:
    good = _rung(
        "GOOD", "5", *_holds(_CRITERIA_MET, _ALL_DONE), _ALL_ON_TIME, _at_least(_TARGETS_DONE, 100),
        _at_least(_TARGETS_ON_TIME, 80), _at_least(_UNITS_COMPLETED, 100), *_holds(_LAST_CLAUSE), _NOT_CAPPED,
    )  # fmt: skip
    return _made(
        "cadre",
        "cadre",
        Label("Xếp loại cán bộ (Nghị định 90/2020)", "Grading cadres (Decree 90/2020)"),
        "4",
        (*_EVERYONE, *_LED, _TARGETS_ON_TIME, _LAST_CLAUSE),
        (_led_excellently("4"), good, _below("")),
        amended=amended,
    )


_MAKERS: Final = (_public_employee, _public_employee_manager, _civil_servant, _civil_servant_leader, _cadre)

#: Both versions of every category, the earlier one first.
ND90_REGULATIONS: Final = tuple(make(amended=amended) for make in _MAKERS for amended in (False, True))
