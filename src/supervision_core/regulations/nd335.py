"""Nghị định 335/2025/NĐ-CP: civil servants and state bodies, in force from 1 January 2026.

A score of 100: general criteria up to 30 (Article 12) and task results up to 70. Task results of someone who leads nobody
are the mean of quantity, quality and progress (Article 14), of a leader the mean of these and three items that are
100 or 50 and nothing between (Article 15.3); the two formulas were seen only in public programs that agree with each other.

===============  =============================================================  ==========
grade            asks for                                                       article
===============  =============================================================  ==========
EXCELLENT        90 points or more                                              20.1
GOOD             70 to under 90                                                 20.2
COMPLETED        50 to under 70                                                 20.3
NOT_COMPLETED    under 50, or any one of the failing heads                      20.4
===============  =============================================================  ==========

Scores are kept exact and compared unrounded: no rule of rounding was found. A percentage above 100 is not accepted;
whether work beyond what was assigned adds to the score is open, and a locality that says so caps it before.
"""

from __future__ import annotations

from datetime import date
from fractions import Fraction
from typing import Final

from supervision_core.criteria.ladders import POINTS, Ladder, Rung
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
from supervision_core.regulations.statutory import ND335, NOT_ENCODED, cite, grade
from supervision_core.values.citations import Verification
from supervision_core.values.labels import Label

__all__ = ["ND335_CIVIL_SERVANT", "ND335_LEADER", "ND335_LEADER_SCORE", "ND335_SCORE", "ND335_STATE_BODY"]

_PERCENT: Final = Label("%", "%")
#: The thresholds of Article 20, in points.
SCORE_ABOVE_WHICH: Final = (("EXCELLENT", Fraction(90)), ("GOOD", Fraction(70)), ("COMPLETED", Fraction(50)))


def _percentage(code: str, vi: str, en: str, article: str) -> Measure:
    return Measure(
        code=code, label=Label(vi, en), low=0, high=100, step=Fraction(1, 10), unit=_PERCENT, citation=cite(ND335, article)
    )


def _item(code: str, vi: str, en: str, verification: Verification) -> Measure:
    return Measure(
        code=code,
        label=Label(vi, en),
        low=50,
        high=100,
        step=50,
        only_steps=True,
        unit=_PERCENT,
        citation=cite(ND335, "15.3", verification),
    )


_GENERAL: Final = Measure(
    code="points.general",
    label=Label("Điểm tiêu chí chung", "Points for the general criteria"),
    low=0,
    high=30,
    step=Fraction(1, 10),
    unit=POINTS,
    citation=cite(ND335, "12"),
)
_TASKS: Final = (
    _percentage("tasks.quantity", "Số lượng sản phẩm hoàn thành", "Quantity of products done", "14"),
    _percentage("tasks.quality", "Chất lượng sản phẩm", "Quality of products", "14"),
    _percentage("tasks.progress", "Tiến độ sản phẩm", "Progress of products", "14"),
)
_LEADING: Final = (
    _item(
        "leading.body_results",
        "Kết quả của cơ quan, lĩnh vực phụ trách",
        "Results of the body or field led",
        Verification.VERIFIED,
    ),
    _item(
        "leading.organising", "Khả năng tổ chức triển khai nhiệm vụ", "Ability to organise the work", Verification.VERIFIED_CODE
    ),
    _item("leading.uniting", "Năng lực tập hợp, đoàn kết", "Capacity to gather and unite", Verification.VERIFIED_CODE),
)
_DEGRADATION: Final = YesNo(
    code="conduct.degradation",
    label=Label(
        "Bị cấp có thẩm quyền kết luận có biểu hiện suy thoái; vi phạm những điều đảng viên không được làm; "
        "vi phạm trách nhiệm nêu gương",
        "Concluded by a competent level: degradation, breach of what members may not do, or of the duty to set an example",
    ),
    favourable=False,
    citation=cite(ND335, "20.4.b"),
)
_DISCIPLINED: Final = YesNo(
    code="conduct.service_discipline",
    label=Label(
        "Có vi phạm trong thực thi công vụ bị kỷ luật từ khiển trách trở lên trong năm",
        "A public-service violation disciplined by reprimand or more within the year",
    ),
    favourable=False,
    citation=cite(ND335, "20.4.c"),
)
_CORRUPTION: Final = YesNo(
    code="leading.body_corruption",
    label=Label(
        "Cơ quan trực tiếp phụ trách liên quan đến tham ô, tham nhũng, lãng phí và bị xử lý",
        "The body directly managed is linked to embezzlement, corruption or waste handled by law",
    ),
    favourable=False,
    citation=cite(ND335, "20.4.d"),
)


def _score(tasks: tuple[Measure, ...]) -> Quantity:
    weight = Fraction(70, 100) / len(tasks)
    terms = (Term(code=_GENERAL.code), *(Term(code=task.code, weight=weight) for task in tasks))
    return Quantity(terms=terms, label=Label("Tổng điểm", "Total score"))


#: The score of someone who leads nobody.
ND335_SCORE: Final = _score(_TASKS)
#: The score of a leader.
ND335_LEADER_SCORE: Final = _score((*_TASKS, *_LEADING))


def _regulation(code: str, category: str, label: Label, score: Quantity, facts: tuple[FactDefinition, ...]) -> Regulation:
    heads = [fact for fact in facts if isinstance(fact, YesNo)]
    no_heads: tuple[Criterion, ...] = tuple(
        Not(
            part=Holds(code=head.code),
            label=Label(f"Không có: {head.label.vi}", f"None: {head.label.en}"),
            citation=head.citation,
        )
        for head in heads
    )
    rungs = [
        Rung(
            grade=grade(name),
            criterion=AllOf(
                parts=(
                    Compare(quantity=score, comparison=Comparison.AT_LEAST, bound=bound, citation=cite(ND335, f"20.{place}")),
                    *no_heads,
                )
            ),
            citation=cite(ND335, f"20.{place}"),
        )
        for place, (name, bound) in enumerate(SCORE_ABOVE_WHICH, start=1)
    ]
    failing = AnyOf(
        parts=(
            Compare(quantity=score, comparison=Comparison.LESS_THAN, bound=50, citation=cite(ND335, "20.4.a")),
            *(Holds(code=head.code, citation=head.citation) for head in heads),
        )
    )
    return Regulation(
        code=code,
        version=1,
        label=label,
        category=category,
        in_force_from=date(2026, 1, 1),
        citation=cite(ND335, "20"),
        ladder=Ladder(
            facts=facts, rungs=[*rungs, Rung(grade=grade("NOT_COMPLETED"), criterion=failing, citation=cite(ND335, "20.4"))]
        ),
    )


#: Civil servants who lead nobody.
ND335_CIVIL_SERVANT: Final = _regulation(
    "nd335_2025_civil_servant",
    "civil_servant",
    Label("Xếp loại công chức (Nghị định 335/2025)", "Grading civil servants (Decree 335/2025)"),
    ND335_SCORE,
    (_GENERAL, *_TASKS, _DEGRADATION, _DISCIPLINED),
)
#: Civil servants who lead.
ND335_LEADER: Final = _regulation(
    "nd335_2025_leader",
    "civil_servant_leader",
    Label("Xếp loại công chức lãnh đạo, quản lý (Nghị định 335/2025)", "Grading leading civil servants (Decree 335/2025)"),
    ND335_LEADER_SCORE,
    (_GENERAL, *_TASKS, *_LEADING, _DEGRADATION, _DISCIPLINED, _CORRUPTION),
)

_BODY_SCORE: Final = Measure(
    code="body.points",
    label=Label("Điểm của cơ quan", "Points of the body"),
    low=0,
    high=100,
    step=Fraction(1, 10),
    unit=POINTS,
    citation=cite(ND335, ""),
)
_QUALITY: Final = YesNo(code="body.all_with_quality", label=Label("100% nhiệm vụ bảo đảm chất lượng", "All tasks with quality"))
_ALL_DONE: Final = YesNo(code="body.all_done", label=Label("100% nhiệm vụ được hoàn thành", "All tasks done"))
_LATE: Final = Measure(
    code="body.late_share",
    label=Label("Tỷ lệ nhiệm vụ chậm tiến độ", "Share of tasks that were late"),
    low=0,
    high=100,
    step=1,
    higher_is_better=False,
    unit=_PERCENT,
)


_REST: Final = YesNo(
    code="body.other_conditions_met",
    label=Label(
        "Đáp ứng các điều kiện còn lại của mức hoàn thành xuất sắc", "Meets the remaining conditions of the excellent grade"
    ),
)


def body_points(comparison: Comparison, bound: int) -> Compare:
    """The points of a body held against a bound."""
    return Compare(quantity=Quantity.of(_BODY_SCORE.code), comparison=comparison, bound=bound)


def _body_rung(name: str, least: int, below: int | None, *more: Criterion) -> Rung:
    points = [body_points(Comparison.AT_LEAST, least)]
    if below is not None:
        points.append(body_points(Comparison.LESS_THAN, below))
    return Rung(grade=grade(name), criterion=AllOf(parts=(*points, *more)))


def late_at_most(share: int) -> Compare:
    """Not more of a body's tasks were late."""
    return Compare(quantity=Quantity.of(_LATE.code), comparison=Comparison.AT_MOST, bound=share)


WITHOUT_FAULT: Final = (Holds(code=_ALL_DONE.code), late_at_most(0), Holds(code=_QUALITY.code))

#: State administrative bodies. What was read breaks off within the conditions of the best grade, so the rest of them is a
#: question of its own; what NOT_COMPLETED asks for, and what follows where points and conditions do not agree, was not read.
ND335_STATE_BODY: Final = Regulation(
    code="nd335_2025_state_body",
    version=2,
    label=Label("Xếp loại cơ quan (Nghị định 335/2025)", "Grading state bodies (Decree 335/2025)"),
    category="state_body",
    in_force_from=date(2026, 1, 1),
    citation=cite(ND335, ""),
    ladder=Ladder(
        facts=(_BODY_SCORE, _ALL_DONE, _LATE, _QUALITY, _REST),
        rungs=(
            _body_rung("EXCELLENT", 90, None, *WITHOUT_FAULT, Holds(code=_REST.code)),
            _body_rung("GOOD", 70, 90, *WITHOUT_FAULT),
            _body_rung("COMPLETED", 50, 70, Holds(code=_ALL_DONE.code), late_at_most(20)),
            Rung(grade=NOT_ENCODED, criterion=AllOf(parts=()), citation=cite(ND335, "")),
        ),
    ),
)
