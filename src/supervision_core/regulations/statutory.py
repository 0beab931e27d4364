"""The statutory grades of all regimes, for reading old records, and the instruments that set them.

A record of an old year may carry a grade that no regulation in force knows, or a local one; the codes keep them apart.
"""

from __future__ import annotations

from datetime import date
from typing import Final, final

import attrs

from supervision_core.criteria.ladders import Grade
from supervision_core.values.checks import check_fields, check_ids
from supervision_core.values.citations import Citation, Instrument, InstrumentKind, Verification
from supervision_core.values.labels import Label
from supervision_core.values.mappings import IdMap
from supervision_core.values.text import composed

__all__ = ["NOT_ENCODED", "NOT_RATED", "RATER_DECIDES", "REGIMES", "STATUTORY_GRADES", "GradeRegime"]

ND56: Final = Instrument(
    kind=InstrumentKind.DECREE,
    number="56/2015/NĐ-CP",
    issued=date(2015, 6, 9),
    title=Label(
        "Đánh giá và phân loại cán bộ, công chức, viên chức",
        "Assessing and classing cadres, civil servants and public employees",
    ),
)
ND88: Final = Instrument(
    kind=InstrumentKind.DECREE,
    number="88/2017/NĐ-CP",
    issued=date(2017, 7, 27),
    title=Label("Sửa đổi, bổ sung Nghị định 56/2015/NĐ-CP", "Amending Decree 56/2015/NĐ-CP"),
)
ND90: Final = Instrument(
    kind=InstrumentKind.DECREE,
    number="90/2020/NĐ-CP",
    issued=date(2020, 8, 13),
    title=Label(
        "Đánh giá, xếp loại chất lượng cán bộ, công chức, viên chức",
        "Evaluating and grading cadres, civil servants and public employees",
    ),
)
ND48: Final = Instrument(
    kind=InstrumentKind.DECREE,
    number="48/2023/NĐ-CP",
    issued=date(2023, 7, 17),
    title=Label("Sửa đổi, bổ sung Nghị định 90/2020/NĐ-CP", "Amending Decree 90/2020/NĐ-CP"),
)
ND335: Final = Instrument(
    kind=InstrumentKind.DECREE,
    number="335/2025/NĐ-CP",
    issued=date(2025, 12, 21),
    title=Label(
        "Quy định về đánh giá, xếp loại chất lượng đối với cơ quan hành chính nhà nước và công chức",
        "Evaluating and grading state administrative bodies and civil servants",
    ),
)
ND233: Final = Instrument(
    kind=InstrumentKind.DECREE,
    number="233/2026/NĐ-CP",
    issued=date(2026, 6, 26),
    title=Label(
        "Quy định về đánh giá, xếp loại chất lượng đối với đơn vị sự nghiệp công lập và viên chức",
        "Evaluating and grading public service units and public employees",
    ),
)
LAW2025: Final = Instrument(
    kind=InstrumentKind.LAW,
    number="80/2025/QH15",
    issued=date(2025, 6, 24),
    title=Label("Luật Cán bộ, công chức", "Law on Cadres and Civil Servants"),
)
EMPLOYEES2010: Final = Instrument(
    kind=InstrumentKind.LAW,
    number="58/2010/QH12",
    title=Label("Luật Viên chức", "Law on Public Employees"),
)
EMPLOYEES2025: Final = Instrument(
    kind=InstrumentKind.LAW,
    number="129/2025/QH15",
    issued=date(2025, 12, 10),
    title=Label("Luật Viên chức", "Law on Public Employees"),
)
QD366: Final = Instrument(
    kind=InstrumentKind.REGULATION,
    number="366-QĐ/TW",
    issued=date(2025, 8, 30),
    issuer=Label("Bộ Chính trị", "the Political Bureau"),
    title=Label(
        "Kiểm điểm và đánh giá, xếp loại chất lượng tập thể, cá nhân",
        "Reviewing and grading bodies and persons",
    ),
)
LAW2008: Final = Instrument(
    kind=InstrumentKind.LAW,
    number="22/2008/QH12",
    title=Label("Luật Cán bộ, công chức", "Law on Cadres and Civil Servants"),
)
LAW2019: Final = Instrument(
    kind=InstrumentKind.LAW,
    number="52/2019/QH14",
    title=Label(
        "Luật sửa đổi Luật Cán bộ, công chức và Luật Viên chức",
        "Law amending the Law on Cadres and Civil Servants and the Law on Public Employees",
    ),
)


def cite(instrument: Instrument, article: str, verification: Verification = Verification.VERIFIED) -> Citation:
    """A citation of an article, read in a public copy unless said otherwise."""
    return Citation(instrument=instrument, article=article, verification=verification)


_LABELS: Final = {
    "EXCELLENT": Label("Hoàn thành xuất sắc nhiệm vụ", "Excellent completion of tasks"),
    "GOOD": Label("Hoàn thành tốt nhiệm vụ", "Good completion of tasks"),
    "FAIR_LOCAL": Label("Hoàn thành khá nhiệm vụ", "Fairly good completion of tasks (local, not statutory)"),
    "COMPLETED": Label("Hoàn thành nhiệm vụ", "Completion of tasks"),
    "COMPLETED_LIMITED": Label(
        "Hoàn thành nhiệm vụ nhưng còn hạn chế về năng lực", "Completion of tasks with limited capacity"
    ),
    "NOT_COMPLETED": Label("Không hoàn thành nhiệm vụ", "Non-completion of tasks"),
    "NOT_RATED": Label("Không thực hiện việc đánh giá, xếp loại chất lượng", "Not rated"),
}
_RANKS: Final = {"EXCELLENT": 4, "GOOD": 3, "COMPLETED": 2, "COMPLETED_LIMITED": 2, "NOT_COMPLETED": 1}

#: The codes of all grades that old and new records may carry, with what people call them.
STATUTORY_GRADES: Final[IdMap[Label]] = IdMap(_LABELS)


def grade(code: str) -> Grade:
    """A statutory grade with its place in the order of its regime; ``NOT_RATED`` and the local one stand outside."""
    return Grade(code=code, label=_LABELS[code], rank=_RANKS.get(code))


#: Someone who worked too short a time; outside the order.
NOT_RATED: Final = grade("NOT_RATED")
#: Where the article that decides could not be read: no grade is made up.
NOT_ENCODED: Final = Grade(
    code="not_encoded",
    label=Label("Chưa xếp loại được: chưa có toàn văn điều khoản", "Cannot be graded yet: the full article is not at hand"),
    rank=None,
)
#: Where the words leave the grade to whoever is competent: neither a grade nor a hole in the rule.
RATER_DECIDES: Final = Grade(
    code="rater_decides",
    label=Label("Do cấp có thẩm quyền xem xét, quyết định mức xếp loại", "For the competent level to weigh and decide"),
    rank=None,
)


@final
@attrs.frozen(kw_only=True)
class GradeRegime:
    """Which grades records of a time may carry; what they ask for is in the regulations, as far as it could be read."""

    #: Its code.
    code: str = attrs.field(converter=composed)
    #: To whom it applies, in the codes of the categories.
    applies_to: tuple[str, ...]
    #: The first day, where it was read; None where it was not.
    in_force_from: date | None
    #: The grades, best first.
    grades: tuple[Grade, ...]
    #: Where it stands.
    citation: Citation

    def __attrs_post_init__(self) -> None:
        check_fields(self)
        check_ids(self, "code", "applies_to")


_FOUR: Final = tuple(grade(code) for code in ("EXCELLENT", "GOOD", "COMPLETED", "NOT_COMPLETED"))
_LIMITED: Final = tuple(grade(code) for code in ("EXCELLENT", "GOOD", "COMPLETED_LIMITED", "NOT_COMPLETED"))
_OFFICIALS: Final = ("cadre", "cadre_leader", "civil_servant", "civil_servant_leader")
_EMPLOYEES: Final = ("public_employee", "public_employee_manager")

#: The regimes in order of time. The third grade of cadres and civil servants was renamed on 1 July 2020.
REGIMES: Final = (
    GradeRegime(
        code="ND56_2015",
        applies_to=_OFFICIALS,
        in_force_from=date(2015, 8, 1),
        grades=_LIMITED,
        citation=cite(ND56, ""),
    ),
    GradeRegime(code="ND56_2015", applies_to=_EMPLOYEES, in_force_from=date(2015, 8, 1), grades=_FOUR, citation=cite(ND56, "")),
    GradeRegime(
        code="LAW52_2019",
        applies_to=_OFFICIALS,
        in_force_from=date(2020, 7, 1),
        grades=_FOUR,
        citation=cite(LAW2019, ""),
    ),
    GradeRegime(
        code="ND90_2020",
        applies_to=(*_OFFICIALS, *_EMPLOYEES),
        in_force_from=date(2020, 8, 20),
        grades=(*_FOUR, NOT_RATED),
        citation=cite(ND90, "2"),
    ),
    GradeRegime(
        code="ND335_2025",
        applies_to=("civil_servant", "civil_servant_leader", "state_body"),
        in_force_from=date(2026, 1, 1),
        grades=_FOUR,
        citation=cite(ND335, "20"),
    ),
    GradeRegime(
        code="ND233_2026",
        applies_to=(*_EMPLOYEES, "public_service_unit"),
        in_force_from=date(2026, 7, 1),
        grades=(*_FOUR, NOT_RATED),
        citation=cite(ND233, "12"),
    ),
)
