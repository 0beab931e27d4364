"""The table of disclosures: what each audience sees of each kind of value.

========================  ==========  ==========  ===============  ==========
kinds                     official    lead unit   party committee  public
========================  ==========  ==========  ===============  ==========
rules and forms           whole       whole       whole            whole
an authority's duties     sealed      sealed      sealed           sealed
registered commitments    whole       whole       whole            whole
evidence                  sealed      sealed      nothing          nothing
facts and reasons         sealed      sealed      sealed           nothing
judgements, decisions     sealed      sealed      sealed           nothing
lapses and measures       sealed      sealed      sealed           nothing
matters and sessions      sealed      sealed      sealed           nothing
plans and their rosters   sealed      sealed      sealed           sealed
why this lead unit        sealed      sealed      sealed           nothing
certificates              nothing     nothing     sealed           nothing
lists of people           nothing     sealed      sealed           nothing
counts and reviews        published   published   sealed           published
counts for inside         nothing     nothing     whole            nothing
ties, audits, receipts    nothing     nothing     nothing          nothing
========================  ==========  ==========  ===============  ==========

The unit that received a report sees everything; nobody else learns who reported (Law on Denunciations, articles 47 and 56).
"""

from __future__ import annotations

from datetime import date
from typing import Final

from supervision_core.citations import Citation, Instrument, InstrumentKind, Verification
from supervision_core.errors import Fault, InvalidInput
from supervision_core.evidence.instruments import DENUNCIATION_LAW, LONG_BIEN, verified
from supervision_core.mappings import IdMap
from supervision_core.programme.audiences import Disclosure, Shown
from supervision_core.text import Label, shown

__all__ = ["DISCLOSURES", "disclosure_of"]

_PERSONAL_DATA_LAW: Final = Instrument(
    kind=InstrumentKind.LAW,
    number="91/2025/QH15",
    issued=date(2025, 6, 26),
    title=Label("Luật Bảo vệ dữ liệu cá nhân", "Law on Personal Data Protection"),
)
_PERSONAL_DATA_DECREE: Final = Instrument(
    kind=InstrumentKind.DECREE,
    number="356/2025/NĐ-CP",
    issued=date(2025, 12, 31),
    title=Label("Quy định chi tiết Luật Bảo vệ dữ liệu cá nhân", "Detailing the Law on Personal Data Protection"),
)
_REPORTERS: Final = (verified(DENUNCIATION_LAW, "47"), verified(DENUNCIATION_LAW, "56"))
_PERSONAL: Final = (
    Citation(instrument=_PERSONAL_DATA_LAW, verification=Verification.VERIFIED),
    Citation(instrument=_PERSONAL_DATA_DECREE, article="3, 4", verification=Verification.VERIFIED),
)
_ALL, _SEALED, _PUBLISHED, _NONE = Shown.WHOLE, Shown.SEALED, Shown.PUBLISHED, Shown.NOTHING

#: What each audience sees of each kind of value; every kind stands in exactly one row.
DISCLOSURES: Final = (
    Disclosure(
        label=Label("Quy định, biểu mẫu, chính sách", "rules, forms and policies"),
        kinds=(
            "AllOf", "Answer", "AnyOf", "AtLeast", "Channel", "Citation", "CommentForm", "Compare", "CountingRule", "Cycle",
            "DecisionTable", "Disclosure", "EscalationPolicy", "Exemption", "Finding", "FormCriterion", "FormStep", "Frequency",
            "Grade", "GradeRegime", "Head", "Holds", "Implication", "Instrument", "Label", "Ladder", "Lineage", "Measure",
            "NoRegulation", "Not", "NotEncoded", "Obligation", "Period", "Post", "Programme", "PublicDraw", "Quantity",
            "Question", "Quota", "Regulation", "ReportRule", "RotationPolicy", "Rung", "StepReading", "StepRule", "TableCell",
            "TableRow", "Term", "Topic", "Unless", "VettingPolicy", "WeighingFinding", "WeighingPolicy", "WeighingRule",
            "Withheld", "WorkingDays", "YesNo",
        ),
        official=_ALL, lead_unit=_ALL, party_committee=_ALL, public=_ALL,
        why=Label("không chứa thông tin về người nào", "they are about nobody"),
    ),
    Disclosure(
        label=Label("Nghĩa vụ định kỳ của chính quyền", "an authority's periodic duties"),
        kinds=("Compliance", "Event", "MovedDeadline", "Occurrence", "Standing", "Waiver"),
        official=_SEALED, lead_unit=_SEALED, party_committee=_SEALED, public=_SEALED,
        why=Label("việc công khai với Nhân dân; căn cứ được che", "they are owed to the people; the evidence is sealed"),
        citations=_REPORTERS,
    ),
    Disclosure(
        label=Label("Nội dung đăng ký", "registered commitments"),
        kinds=("Commitment", "Registration"),
        official=_ALL, lead_unit=_ALL, party_committee=_ALL, public=_ALL,
        why=Label("được gửi đầu mối và niêm yết", "they go to the lead units and are posted"),
        citations=(LONG_BIEN,),
    ),
    Disclosure(
        label=Label("Căn cứ thu thập được", "evidence"),
        kinds=(
            "CommentDuty", "ContributionRecord", "DisciplineRecord", "Dossier", "Feedback", "Handling", "MeetingRecord",
            "ObligationRecord", "Progress", "Rating", "Refusal", "RegistrationFault", "ResidenceComment", "Statement",
            "Weighing",
        ),
        official=_SEALED, lead_unit=_SEALED, party_committee=_NONE, public=_NONE,
        why=Label(
            "cán bộ biết nội dung góp ý về mình, không biết ai phản ánh",
            "the official learns what was said, never by whom; its pieces go no further than who supervises",
        ),
        citations=(*_REPORTERS, *_PERSONAL),
    ),
    Disclosure(
        label=Label("Nội dung xác minh và lý do", "facts and reasons"),
        kinds=("Fact", "Facts", "PeriodFacts", "Reason", "YearFacts"),
        official=_SEALED, lead_unit=_SEALED, party_committee=_SEALED, public=_NONE,
        why=Label("nguồn được che vì có thể lộ người phản ánh", "sources are sealed, since they may tell who reported"),
        citations=(*_REPORTERS, *_PERSONAL),
    ),
    Disclosure(
        label=Label("Kết quả xếp mức và quyết định", "judgements and decisions"),
        kinds=(
            "Assessment", "Change", "Decision", "GradeChange", "Product", "QuotaResult", "QuotaRow", "Remedy", "SideBySide",
            "Stint", "TaskResults", "Undecided", "Unreachable",
        ),
        official=_SEALED, lead_unit=_SEALED, party_committee=_SEALED, public=_NONE,
        why=Label("Nhân dân biết số liệu tổng hợp", "the public sees counts"),
        citations=_PERSONAL,
    ),
    Disclosure(
        label=Label("Sai phạm và đề xuất xử lý", "lapses and measures"),
        kinds=("Lapse", "MeasureProposal", "MeasureReport", "TakenMeasure"),
        official=_SEALED, lead_unit=_SEALED, party_committee=_SEALED, public=_NONE,
        why=Label("dữ liệu nhạy cảm; là đề xuất để người có thẩm quyền quyết định", "sensitive data, and proposals only"),
        citations=(*_REPORTERS, *_PERSONAL),
    ),
    Disclosure(
        label=Label("Kiến nghị, vấn đề, buổi giám sát", "matters and sessions"),
        kinds=("AcknowledgedResult", "DelegationSession", "FollowUp", "Matter", "MatterStep"),
        official=_SEALED, lead_unit=_SEALED, party_committee=_SEALED, public=_NONE,
        why=Label("có thể nêu người liên quan; báo cáo là bản công khai", "they may name people; reviews are published"),
        citations=(*_REPORTERS, *_PERSONAL),
    ),
    Disclosure(
        label=Label("Kế hoạch và phân công", "plans and their rosters"),
        kinds=(
            "Bar", "Charge", "CoolingOff", "Coverage", "Delegation", "ElementaryChange", "History", "Horizon", "LeadUnit",
            "Move", "Plan", "PlanContent", "PlanDiff", "Proof", "Record", "Replan", "Roster", "Score", "Subject",
            "SupervisionPlan",
        ),
        official=_SEALED, lead_unit=_SEALED, party_committee=_SEALED, public=_SEALED,
        why=Label(
            "kế hoạch được công bố; quan hệ thân thích, khai báo được che",
            "plans are published; kinship and conflicts are sealed, names are left out",
        ),
        citations=_PERSONAL,
    ),
    Disclosure(
        label=Label("Lý do phân công", "why this lead unit"),
        kinds=("Alternative", "Explanation"),
        official=_SEALED, lead_unit=_SEALED, party_committee=_SEALED, public=_NONE,
        why=Label("về một người cụ thể", "it is about one person"),
        citations=_PERSONAL,
    ),
    Disclosure(
        label=Label("Chứng nhận không có phương án", "certificates that no plan exists"),
        kinds=("BarredGroup", "Example", "HorizonInfeasible", "Infeasible", "Repair", "Violation"),
        official=_NONE, lead_unit=_NONE, party_committee=_SEALED, public=_NONE,
        why=Label("liệt kê người và lý do không được giao", "they list people and why they may not be supervised"),
        citations=_PERSONAL,
    ),
    Disclosure(
        label=Label("Danh sách người", "lists of people"),
        kinds=("RegistrationCoverage", "SupervisionTurn"),
        official=_NONE, lead_unit=_SEALED, party_committee=_SEALED, public=_NONE,
        why=Label("đầu mối chỉ xem người mình giám sát", "the lead unit sees those whom it supervises"),
        citations=_PERSONAL,
    ),
    Disclosure(
        label=Label("Số liệu và báo cáo", "counts and reviews"),
        kinds=("PublishedTally", "Review", "ReviewLine", "ReviewSection", "Tally"),
        official=_PUBLISHED, lead_unit=_PUBLISHED, party_committee=_SEALED, public=_PUBLISHED,
        why=Label("số nhỏ có thể cho biết là ai", "a small count can tell who it is"),
        citations=_PERSONAL,
    ),
    Disclosure(
        label=Label("Số liệu nội bộ", "counts for inside"),
        kinds=("Discrepancy", "Profile", "TallyChange"),
        official=_NONE, lead_unit=_NONE, party_committee=_ALL, public=_NONE,
        why=Label("chênh lệch có thể làm lộ số nhỏ", "a difference can give a small count away"),
        citations=_PERSONAL,
    ),
    Disclosure(
        label=Label("Quan hệ, kết quả rà soát, biên lai", "ties, audits, receipts"),
        kinds=("Audit", "Fault", "Links", "Problem", "Receipt"),
        official=_NONE, lead_unit=_NONE, party_committee=_NONE, public=_NONE,
        why=Label("nêu quan hệ thân thích hoặc dữ liệu đầu vào", "they state kinship, or the whole input"),
        citations=_PERSONAL,
    ),
)  # fmt: skip

_BY_KIND: Final = IdMap({kind: one for one in DISCLOSURES for kind in one.kinds})


def disclosure_of(kind: str) -> Disclosure:
    """The row of the table for a kind of value, by the name of its class; another name raises ``InvalidInput``."""
    found = _BY_KIND.get(kind)
    if found is None:
        raise InvalidInput(
            (Fault("unknown_kind", "disclosure_of", shown(kind), "the name of a class of the library's values"),)
        )
    return found
