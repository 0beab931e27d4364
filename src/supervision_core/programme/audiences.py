"""Who may see how much of each kind of value, as one table.

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

The unit that received a report sees everything; nobody else learns who reported (Law on Denunciations,
articles 47 and 56; Law 10/2022/QH15 on grassroots democracy, article 9.2).
"""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from enum import Enum
from typing import Final, final

import attrs

from supervision_core.evidence.instruments import BOARD_LAW, DENUNCIATION_LAW, LONG_BIEN, verified
from supervision_core.values.checks import Checks, check_arguments, check_fields, check_ids, composed_sorted
from supervision_core.values.citations import Citation, Instrument, InstrumentKind, Verification
from supervision_core.values.errors import Fault, InvalidInput
from supervision_core.values.labels import Label
from supervision_core.values.mappings import IdMap
from supervision_core.values.text import Language, composed, shown
from supervision_core.values.wording import Names, Wording, wording

__all__ = ["DISCLOSURES", "Audience", "Disclosure", "Visibility", "Withheld", "WithheldReason", "disclosure_of"]


@final
class Audience(Enum):
    """Who looks at a value: the public least of all, the receiving unit at everything, the others in between."""

    PUBLIC = "public"
    OFFICIAL = "official"
    LEAD_UNIT = "lead_unit"
    PARTY_COMMITTEE = "party_committee"
    RECEIVING_UNIT = "receiving_unit"

    @property
    def label(self) -> Label:
        """What people read."""
        return _AUDIENCE_LABELS[self.value]


_AUDIENCE_LABELS = {
    "public": Label("Nhân dân", "the public"),
    "official": Label("cán bộ được giám sát", "the official concerned"),
    "lead_unit": Label("đơn vị chủ trì giám sát (đầu mối)", "the lead unit"),
    "party_committee": Label("cấp ủy", "the party committee"),
    "receiving_unit": Label("nơi tiếp nhận", "the unit that received it"),
}


@final
class Visibility(Enum):
    """How much an audience sees of a kind of value.

    Whole; sealed, that is with protected parts removed or replaced; published, that is sealed and with small counts kept
    back; or nothing.
    """

    WHOLE = "whole"
    SEALED = "sealed"
    PUBLISHED = "published"
    NOTHING = "nothing"

    @property
    def label(self) -> Label:
        """What people read."""
        return _SHOWN_LABELS[self.value]


_SHOWN_LABELS = {
    "whole": Label("toàn bộ", "all of it"),
    "sealed": Label("đã ẩn phần thông tin được bảo vệ", "with protected parts sealed"),
    "published": Label("bản công khai, không nêu số liệu nhỏ", "as published, small counts kept back"),
    "nothing": Label("không cung cấp", "nothing"),
}


def _kinds(values: Iterable[str]) -> tuple[str, ...]:
    return composed_sorted(values)


@final
@attrs.frozen(kw_only=True)
class Disclosure:
    """One row of the table of disclosures: what each audience sees of some kinds of values, and where that is from.

    The receiving unit sees every kind whole.
    """

    #: What these kinds of values are.
    label: Label
    #: The names of their classes, sorted.
    kinds: tuple[str, ...] = attrs.field(converter=_kinds)
    #: What the official concerned sees.
    official: Visibility
    #: What the lead unit sees.
    lead_unit: Visibility
    #: What the party committee sees.
    party_committee: Visibility
    #: What the public sees.
    public: Visibility
    #: Why; the rule where one was read, otherwise the choice that was made.
    why: Label
    #: The provisions behind it; empty where it is a choice.
    citations: tuple[Citation, ...] = ()

    def __attrs_post_init__(self) -> None:
        check_fields(self)
        check_ids(self, "kinds")

    def shown(self, audience: Audience) -> Visibility:
        """What an audience sees of these kinds.

        >>> from supervision_core import Audience
        >>> from supervision_core.programme import disclosure_of
        >>> disclosure_of("Dossier").shown(Audience.PUBLIC).value
        'nothing'
        """
        check_arguments(Disclosure.shown, audience=audience)
        by_audience = {
            Audience.OFFICIAL: self.official,
            Audience.LEAD_UNIT: self.lead_unit,
            Audience.PARTY_COMMITTEE: self.party_committee,
            Audience.PUBLIC: self.public,
            Audience.RECEIVING_UNIT: Visibility.WHOLE,
        }
        return by_audience[audience]


@final
class WithheldReason(Enum):
    """Why nothing is shown."""

    NOT_FOR_AUDIENCE = "not_for_audience"
    ABOUT_OTHERS = "about_others"
    WHOSE_NOT_SAID = "whose_not_said"

    @property
    def label(self) -> Label:
        """What people read."""
        return _REASON_LABELS[self.value]


_REASON_LABELS = {
    "not_for_audience": Label("không cung cấp cho đối tượng này", "it is not for this audience"),
    "about_others": Label("thông tin về người khác", "it is about other people"),
    "whose_not_said": Label(
        "thông tin về nhiều người, chưa nêu ai thuộc phạm vi được xem",
        "it is about several people, and whose may be seen was not said",
    ),
}


@final
@attrs.frozen(kw_only=True)
class Withheld:
    """What stands in the place of a value that an audience may not see.

    >>> import supervision_core as sc
    >>> withheld = sc.redact(sc.Facts.of({"civic.standing": True}), sc.Audience.PUBLIC)
    >>> print(withheld.sentence("vi"))
    Nội dung xác minh và lý do: không cung cấp cho đối tượng này (Nhân dân)
    """

    #: The name of the class of the value.
    kind: str = attrs.field(converter=composed)
    #: Who asked.
    audience: Audience
    #: Why nothing is shown.
    reason: WithheldReason

    def __attrs_post_init__(self) -> None:
        checks = Checks("Withheld")
        checks.identifier("kind", self.kind)
        checks.member("audience", self.audience, Audience)
        checks.member("reason", self.reason, WithheldReason)
        checks.done()

    def sentence(self, lang: Language, names: Names | None = None) -> str:
        """The refusal for people."""
        return withheld_said(self, wording(lang, names))


def withheld_said(withheld: Withheld, by: Wording) -> str:
    """What is not shown, why, and to whom."""
    kind = withheld_kind_said(withheld, by)
    return f"{kind}: {by.say(withheld.reason.label)} ({by.say(withheld.audience.label)})"


def withheld_kind_said(withheld: Withheld, by: Wording) -> str:
    """What is kept back, as its row of the table calls it; a kind that no row knows by the name of its class."""
    known = _BY_KIND.get(withheld.kind)
    said = by.name(withheld.kind) if known is None else by.say(known.label)
    return f"{said[0].upper()}{said[1:]}"


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
#: Denouncers, and whoever gave information on a violation without denouncing anybody.
_REPORTERS: Final = (
    verified(DENUNCIATION_LAW, "47"),
    verified(DENUNCIATION_LAW, "56"),
    verified(BOARD_LAW, "9.2"),
)
_PERSONAL: Final = (
    Citation(instrument=_PERSONAL_DATA_LAW, verification=Verification.VERIFIED),
    Citation(instrument=_PERSONAL_DATA_DECREE, article="3, 4", verification=Verification.VERIFIED),
)
_ALL, _SEALED, _PUBLISHED, _NONE = Visibility.WHOLE, Visibility.SEALED, Visibility.PUBLISHED, Visibility.NOTHING

#: What each audience sees of each kind of value; every kind stands in exactly one row.
DISCLOSURES: Final = (
    Disclosure(
        label=Label("Quy định, biểu mẫu, nguyên tắc", "rules, forms and policies"),
        kinds=(
            "AllOf", "Answer", "AnyOf", "AtLeast", "Channel", "Citation", "CommentForm", "Compare", "CountingRule", "Cycle",
            "DecisionTable", "DependsOnUnit",
            "Disclosure", "EscalationPolicy", "Exemption", "Finding", "FormCriterion", "FormStep", "Frequency",
            "Grade", "GradeRegime", "Head", "Holds", "Implication", "Instrument", "Label", "Ladder", "Lineage", "Measure",
            "NoRegulation", "Not", "NotEncoded", "Obligation", "Period", "PetitionRule", "Post", "Scheme", "PublicDraw",
            "Quantity", "Question", "Quota", "Regulation", "ReportRule", "RotationPolicy", "Rung", "StepReading", "StepRule",
            "TableCell", "TableRow", "Term", "TimeLimit", "Topic", "Unless", "VettingPolicy", "WeighingFinding",
            "WeighingPolicy", "WeighingRule", "Withheld", "WorkingDays", "YesNo",
        ),
        official=_ALL, lead_unit=_ALL, party_committee=_ALL, public=_ALL,
        why=Label("không chứa thông tin về người nào", "they are about nobody"),
    ),
    Disclosure(
        label=Label("Nghĩa vụ định kỳ của chính quyền", "an authority's periodic duties"),
        kinds=("Compliance", "Event", "MovedDeadline", "Occurrence", "ObligationStatus", "Waiver"),
        official=_SEALED, lead_unit=_SEALED, party_committee=_SEALED, public=_SEALED,
        why=Label(
            "việc công khai với Nhân dân; minh chứng được ẩn thông tin", "they are owed to the people; the evidence is sealed"
        ),
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
        label=Label("Minh chứng thu thập được", "evidence"),
        kinds=(
            "CommentDuty", "ContributionRecord", "DisciplineRecord", "Dossier", "Feedback", "Handling", "MeetingRecord",
            "ObligationRecord", "Progress", "Rating", "RatingNote", "Refusal", "RegistrationFault", "ResidenceComment",
            "Statement", "Weighing",
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
        why=Label(
            "nguồn được ẩn thông tin vì có thể lộ người phản ánh", "sources are sealed, since they may tell who reported"
        ),
        citations=(*_REPORTERS, *_PERSONAL),
    ),
    Disclosure(
        label=Label("Kết quả xếp loại và quyết định", "judgements and decisions"),
        kinds=(
            "Assessment", "CaseChange", "Change", "Decision", "DecisionFile", "GradeChange", "GradesByYear", "Judged",
            "Petition", "PetitionStanding", "Product", "QuotaResult", "QuotaRow", "Remedy", "Reopening", "SideBySide", "Stint",
            "TaskResults", "Undecided", "Unreachable",
        ),
        official=_SEALED, lead_unit=_SEALED, party_committee=_SEALED, public=_NONE,
        why=Label("Nhân dân biết số liệu tổng hợp", "the public sees counts"),
        citations=_PERSONAL,
    ),
    Disclosure(
        label=Label("Khuyết điểm, vi phạm và đề xuất xử lý", "lapses and measures"),
        kinds=("Lapse", "SanctionProposal", "SanctionReport", "TakenSanction"),
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
            "Allowance", "AreaWarning", "Bar", "Charge", "CoolingOff", "Coverage", "Delegation", "ElementaryChange",
            "History", "Horizon", "IdComparison", "IdleAllowance", "LeadUnit", "LeadUnitWarning", "LoadsOfSize",
            "LoadsOfUnit", "LoadsReport", "LookAlike", "Loop", "MeetingsOfClass", "Move", "Plan", "PlanContent", "PlanDiff",
            "PolicyComparison", "PolicyOutlook", "Proof", "Record", "Reform", "Replan", "Roster", "Score", "Subject",
            "SupervisionPlan", "YearOutlook",
        ),
        official=_SEALED, lead_unit=_SEALED, party_committee=_SEALED, public=_SEALED,
        why=Label(
            "kế hoạch được công bố; quan hệ thân thích, khai báo được ẩn thông tin",
            "plans are published; kinship and conflicts are sealed, names are left out",
        ),
        citations=_PERSONAL,
    ),
    Disclosure(
        label=Label("Lý do phân công", "why this lead unit"),
        kinds=("Alternative", "Detours", "Explanation"),
        official=_SEALED, lead_unit=_SEALED, party_committee=_SEALED, public=_NONE,
        why=Label("về một người cụ thể", "it is about one person"),
        citations=_PERSONAL,
    ),
    Disclosure(
        label=Label("Xác nhận không có phương án", "certificates that no plan exists"),
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
        why=Label("số liệu nhỏ có thể làm lộ người liên quan", "a small count can tell who it is"),
        citations=_PERSONAL,
    ),
    Disclosure(
        label=Label("Số liệu nội bộ", "counts for inside"),
        kinds=("Discrepancy", "Profile", "TallyChange"),
        official=_NONE, lead_unit=_NONE, party_committee=_ALL, public=_NONE,
        why=Label("chênh lệch có thể làm lộ số liệu nhỏ", "a difference can give a small count away"),
        citations=_PERSONAL,
    ),
    Disclosure(
        label=Label("Quan hệ, kết quả rà soát, biên bản kết quả", "ties, audits, receipts"),
        kinds=("Audit", "Fault", "Links", "Problem", "Receipt"),
        official=_NONE, lead_unit=_NONE, party_committee=_NONE, public=_NONE,
        why=Label("nêu quan hệ thân thích hoặc dữ liệu đầu vào", "they state kinship, or the whole input"),
        citations=_PERSONAL,
    ),
)  # fmt: skip

_BY_KIND: Final = IdMap({kind: one for one in DISCLOSURES for kind in one.kinds})


def disclosure_of(kind: str) -> Disclosure:
    """The row of the table for a kind of value, by the name of its class; another name raises ``InvalidInput``."""
    check_arguments(disclosure_of, kind=kind)
    found = _BY_KIND.get(composed(kind))
    if found is None:
        raise InvalidInput(
            (Fault("unknown_kind", "disclosure_of.kind", shown(kind), "the name of a class of the library's values"),)
        )
    return found
