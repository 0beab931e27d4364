"""Nghị định 233/2026/NĐ-CP: public employees and public service units, in force from 1 July 2026.

A score of 100: general criteria up to 30 (Article 10, of units 5) and results up to 70 (Article 11, of units 6). How the points
of each are made up is the unit's own rule (12.5, 7.6), so two numbers are asked for, and of a unit their sum.

===============  ==============================  =================================================================
grade            public employees (Article 12)   public service units (Article 7)
===============  ==============================  =================================================================
EXCELLENT        90 points or more               and all done on time with quality, 30 % exceeded, no member unit
                                                 failing, earlier faults remedied
GOOD             70 to under 90                  and all done on time with quality
COMPLETED        50 to under 70                  and all done, not more than 20 % late
NOT_COMPLETED    under 50, or a failing head     under 50, or a failing head
===============  ==============================  =================================================================

Where the words leave the grade to the competent level the outcome is ``rater_decides``, no grade: a manager who found,
reported and repaired what went wrong in the unit (12.4), a unit that could not do its tasks through force majeure (7.4),
and a unit whose points fit a grade while its other conditions do not (7.5). That force majeure speaks of the tasks left
undone and not of the points, is a reading of where the sentence stands.

Under 6 months worked is not rated (14.1), except in sick or maternity leave, whose grade is that of the time worked (14.2).
Discipline of the year for degradation or related to the tasks gives NOT_COMPLETED (14.3.a); which decision counts in which year
is looked at where records of discipline are weighed. Its other points stand beside grading: the shares of the best grade
(12.6, 7.7), and that a head's grade is not above the unit's (12.7).
"""

from __future__ import annotations

from datetime import date
from fractions import Fraction
from typing import Final

from supervision_core.criteria.ladders import POINTS, Implication, Ladder, Rung
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
    Term,
    YesNo,
)
from supervision_core.regulations.regulation import Regulation
from supervision_core.regulations.statutory import ND233, NOT_RATED, RATER_DECIDES, cite, grade
from supervision_core.values.labels import Label

__all__ = ["ND233_PUBLIC_EMPLOYEE", "ND233_PUBLIC_EMPLOYEE_MANAGER", "ND233_SCORE", "ND233_SERVICE_UNIT"]

_IN_FORCE: Final = date(2026, 7, 1)
_PERCENT: Final = Label("%", "%")


def _points(code: str, vi: str, en: str, most: int, article: str) -> Measure:
    return Measure(
        code=code,
        label=Label(vi, en),
        low=0,
        high=most,
        step=Fraction(1, 10),
        unit=POINTS,
        citation=cite(ND233, article),
    )


def _yes(code: str, vi: str, en: str, article: str, *, favourable: bool | None) -> YesNo:
    return YesNo(code=code, label=Label(vi, en), favourable=favourable, citation=cite(ND233, article))


_GENERAL: Final = _points("points.general", "Điểm tiêu chí chung", "Points for the general criteria", 30, "10")
_RESULTS: Final = _points(
    "points.task_results", "Điểm kết quả thực hiện nhiệm vụ", "Points for the results of the tasks", 70, "11.1"
)
_WORKED: Final = Measure(
    code="year.months_worked",
    label=Label("Thời gian làm việc trong năm", "Time worked in the year"),
    low=0,
    high=12,
    step=Fraction(1, 2),
    unit=Label("tháng", "months"),
    citation=cite(ND233, "14.1"),
)
_SICK: Final = _yes("year.sick_leave", "Nghỉ ốm theo chế độ", "Sick leave by law", "14.2", favourable=None)
_MATERNITY: Final = _yes("year.maternity_leave", "Nghỉ thai sản", "Maternity leave", "14.2", favourable=None)
_DEGRADATION: Final = _yes(
    "conduct.degradation",
    "Bị cấp có thẩm quyền kết luận có biểu hiện suy thoái; vi phạm những điều đảng viên không được làm; "
    "vi phạm trách nhiệm nêu gương",
    "Concluded by a competent level: degradation, breach of what members may not do, or of the duty to set an example",
    "12.4.b",
    favourable=False,
)
_TASK_VIOLATION: Final = _yes(
    "conduct.task_violation_disciplined",
    "Có hành vi vi phạm liên quan đến thực hiện nhiệm vụ bị kỷ luật từ khiển trách trở lên trong năm đánh giá",
    "A violation related to the tasks, disciplined by reprimand or more within the year",
    "12.4.c",
    favourable=False,
)
_COUNTED_DISCIPLINE: Final = _yes(
    "conduct.degradation_or_task_discipline",
    "Bị xử lý kỷ luật đảng hoặc kỷ luật hành chính trong năm đánh giá do suy thoái hoặc vi phạm liên quan đến "
    "thực hiện nhiệm vụ",
    "Party or administrative discipline within the year, for degradation or a violation related to the tasks",
    "14.3.a",
    favourable=False,
)
_CORRUPTION: Final = _yes(
    "unit.corruption_handled",
    "Đơn vị trực tiếp phụ trách liên quan đến tham ô, tham nhũng, lãng phí và bị xử lý",
    "The unit directly managed is linked to embezzlement, corruption or waste handled by law",
    "12.4.d",
    favourable=False,
)
_REPAIRED: Final = _yes(
    "unit.found_reported_repaired",
    "Đã chủ động phát hiện, báo cáo, chỉ đạo xử lý kịp thời và khắc phục xong hậu quả",
    "Found it, reported it, had it handled in time and its consequences repaired",
    "12.4",
    favourable=True,
)

#: The score of a public employee, with or without a post of management.
ND233_SCORE: Final = Quantity(
    terms=(Term(code=_GENERAL.code), Term(code=_RESULTS.code)), label=Label("Tổng điểm", "Total score")
)


def _compare(quantity: Quantity, comparison: Comparison, bound: int, article: str) -> Compare:
    return Compare(quantity=quantity, comparison=comparison, bound=bound, citation=cite(ND233, article))


def _none(head: YesNo) -> Not:
    label = Label(f"Không có: {head.label.vi}", f"None: {head.label.en}")
    return Not(part=Holds(code=head.code), label=label, citation=head.citation)


_TOO_SHORT: Final = AllOf(
    parts=(
        Compare(quantity=Quantity.of(_WORKED.code), comparison=Comparison.LESS_THAN, bound=6),
        Not(part=AnyOf(parts=(Holds(code=_SICK.code), Holds(code=_MATERNITY.code)))),
    ),
    label=Label(
        "Làm việc chưa đủ 06 tháng (trừ nghỉ ốm, nghỉ thai sản)", "Less than 6 months worked (sick and maternity leave aside)"
    ),
    citation=cite(ND233, "14.1"),
)


def _employee(code: str, category: str, label: Label, *, manages: bool) -> Regulation:
    own = (_DEGRADATION, _TASK_VIOLATION, _COUNTED_DISCIPLINE)
    heads = (*own, _CORRUPTION) if manages else own
    none = tuple(_none(head) for head in heads)
    rungs = [Rung(grade=NOT_RATED, criterion=_TOO_SHORT, citation=cite(ND233, "14.1"))]
    rungs += [
        Rung(
            grade=grade(name),
            criterion=AllOf(parts=(_compare(ND233_SCORE, Comparison.AT_LEAST, bound, article), *none)),
            citation=cite(ND233, article),
        )
        for name, bound, article in (("EXCELLENT", 90, "12.1"), ("GOOD", 70, "12.2"), ("COMPLETED", 50, "12.3"))
    ]
    if manages:
        rungs.append(Rung(grade=RATER_DECIDES, criterion=_weighed(own), citation=cite(ND233, "12.4")))
    failing = AnyOf(
        parts=(
            _compare(ND233_SCORE, Comparison.LESS_THAN, 50, "12.4.a"),
            *(Holds(code=head.code, citation=head.citation) for head in heads),
        )
    )
    rungs.append(Rung(grade=grade("NOT_COMPLETED"), criterion=failing, citation=cite(ND233, "12.4")))
    facts: tuple[FactDefinition, ...] = (_WORKED, _SICK, _MATERNITY, _GENERAL, _RESULTS, *heads)
    return Regulation(
        code=code,
        version=1,
        label=label,
        category=category,
        in_force_from=_IN_FORCE,
        citation=cite(ND233, "12"),
        ladder=Ladder(facts=(*facts, _REPAIRED) if manages else facts, implications=_IMPLICATIONS, rungs=rungs),
    )


def _weighed(own: tuple[YesNo, ...]) -> Criterion:
    """The unit's corruption alone stands in the way, and the manager found, reported and repaired it."""
    return AllOf(
        parts=(
            Holds(code=_CORRUPTION.code, citation=_CORRUPTION.citation),
            Holds(code=_REPAIRED.code, citation=_REPAIRED.citation),
            _compare(ND233_SCORE, Comparison.AT_LEAST, 50, "12.4.a"),
            *(_none(head) for head in own),
        )
    )


_IMPLICATIONS: Final = (
    Implication(
        code=_TASK_VIOLATION.code,
        then_code=_COUNTED_DISCIPLINE.code,
        label=Label(
            "Vi phạm liên quan đến nhiệm vụ bị kỷ luật thì thuộc trường hợp kỷ luật được tính",
            "A disciplined violation related to the tasks is discipline that counts",
        ),
    ),
)

#: Public employees without a post of management.
ND233_PUBLIC_EMPLOYEE: Final = _employee(
    "nd233_2026_public_employee",
    "public_employee",
    Label("Xếp loại viên chức (Nghị định 233/2026)", "Grading public employees (Decree 233/2026)"),
    manages=False,
)
#: Public employees who manage.
ND233_PUBLIC_EMPLOYEE_MANAGER: Final = _employee(
    "nd233_2026_public_employee_manager",
    "public_employee_manager",
    Label("Xếp loại viên chức quản lý (Nghị định 233/2026)", "Grading managing public employees (Decree 233/2026)"),
    manages=True,
)


def _share(code: str, vi: str, en: str, article: str, *, higher_is_better: bool = True) -> Measure:
    return Measure(
        code=code,
        label=Label(vi, en),
        low=0,
        high=100,
        step=1,
        higher_is_better=higher_is_better,
        unit=_PERCENT,
        citation=cite(ND233, article),
    )


_UNIT_POINTS: Final = _points("body.points", "Tổng điểm của đơn vị", "Points of the unit", 100, "7")
_DONE: Final = _share("body.done_share", "Tỷ lệ nhiệm vụ hoàn thành", "Share of the tasks that were done", "7")
_LATE: Final = _share(
    "body.late_share", "Tỷ lệ nhiệm vụ chậm tiến độ", "Share of tasks that were late", "7.3", higher_is_better=False
)
_EXCEEDED: Final = _share("body.exceeded_share", "Tỷ lệ nhiệm vụ hoàn thành vượt mức", "Share of tasks exceeded", "7.1.a")
_QUALITY: Final = _yes(
    "body.all_with_quality",
    "Các nhiệm vụ bảo đảm chất lượng, hiệu quả",
    "All tasks with quality and effect",
    "7.1.a",
    favourable=True,
)
_MEMBER_FAILS: Final = _yes(
    "body.member_unit_not_completed",
    "Có đơn vị cấu thành bị xếp loại không hoàn thành nhiệm vụ",
    "A member unit is graded as not completing its tasks",
    "7.1.b",
    favourable=False,
)
_REMEDIED: Final = YesNo(
    code="body.faults_remedied",
    label=Label(
        "Đã khắc phục toàn bộ hạn chế, khuyết điểm được chỉ ra từ kỳ trước hoặc từ kết luận thanh tra, kiểm tra",
        "All faults shown at the last rating or by an inspection are remedied",
    ),
    not_applicable_as=True,
    citation=cite(ND233, "7.1.c"),
)
_WRONGS: Final = _yes(
    "body.staff_wrongs_concluded",
    "Bị kết luận có sai phạm trong công tác cán bộ, mất đoàn kết nội bộ, bè phái, chạy chức, chạy quyền",
    "Concluded: wrongs in staff work, internal disunity, factions, or buying of posts and power",
    "7.4.a",
    favourable=False,
)
_FORCE_MAJEURE: Final = _yes(
    "body.force_majeure",
    "Không hoàn thành nhiệm vụ do lý do bất khả kháng",
    "The tasks were left undone through force majeure",
    "7.4",
    favourable=True,
)
_UNIT_SCORE: Final = Quantity.of(_UNIT_POINTS.code)
_TOO_LITTLE_DONE: Final = _compare(Quantity.of(_DONE.code), Comparison.LESS_THAN, 70, "7.4.b")
_ON_TIME_WITH_QUALITY: Final = (
    _compare(Quantity.of(_DONE.code), Comparison.AT_LEAST, 100, "7.2"),
    _compare(Quantity.of(_LATE.code), Comparison.AT_MOST, 0, "7.2"),
    Holds(code=_QUALITY.code),
)


def _unit_rung(name: str, least: int, below: int | None, article: str, *conditions: Criterion) -> Rung:
    parts: list[Criterion] = [_compare(_UNIT_SCORE, Comparison.AT_LEAST, least, article)]
    if below is not None:
        parts.append(_compare(_UNIT_SCORE, Comparison.LESS_THAN, below, article))
    return Rung(grade=grade(name), criterion=AllOf(parts=(*parts, *conditions, _none(_WRONGS))), citation=cite(ND233, article))


#: Public service units, and by Article 7.8 the units that they are made of.
ND233_SERVICE_UNIT: Final = Regulation(
    code="nd233_2026_public_service_unit",
    version=1,
    label=Label("Xếp loại đơn vị sự nghiệp công lập (Nghị định 233/2026)", "Grading public service units (Decree 233/2026)"),
    category="public_service_unit",
    in_force_from=_IN_FORCE,
    citation=cite(ND233, "7"),
    ladder=Ladder(
        facts=(
            _UNIT_POINTS, _DONE, _LATE, _QUALITY, _EXCEEDED, _MEMBER_FAILS, _REMEDIED, _WRONGS, _FORCE_MAJEURE,
        ),
        rungs=(
            _unit_rung(
                "EXCELLENT", 90, None, "7.1", *_ON_TIME_WITH_QUALITY,
                _compare(Quantity.of(_EXCEEDED.code), Comparison.AT_LEAST, 30, "7.1.a"),
                _none(_MEMBER_FAILS), Holds(code=_REMEDIED.code, citation=_REMEDIED.citation),
            ),
            _unit_rung("GOOD", 70, 90, "7.2", *_ON_TIME_WITH_QUALITY),
            _unit_rung(
                "COMPLETED", 50, 70, "7.3", _compare(Quantity.of(_DONE.code), Comparison.AT_LEAST, 100, "7.3"),
                _compare(Quantity.of(_LATE.code), Comparison.AT_MOST, 20, "7.3"),
            ),
            Rung(
                grade=RATER_DECIDES,
                criterion=AllOf(
                    parts=(
                        _compare(_UNIT_SCORE, Comparison.AT_LEAST, 50, "7.5"),
                        _none(_WRONGS),
                        AnyOf(parts=(Not(part=_TOO_LITTLE_DONE), Holds(code=_FORCE_MAJEURE.code))),
                    )
                ),
                citation=cite(ND233, "7.5"),
            ),
            Rung(
                grade=grade("NOT_COMPLETED"),
                criterion=AnyOf(
                    parts=(
                        _compare(_UNIT_SCORE, Comparison.LESS_THAN, 50, "7.4"),
                        Holds(code=_WRONGS.code, citation=_WRONGS.citation),
                        AllOf(parts=(_TOO_LITTLE_DONE, Not(part=Holds(code=_FORCE_MAJEURE.code)))),
                    )
                ),
                citation=cite(ND233, "7.4"),
            ),
        ),
    ),
)  # fmt: skip
