"""One row of each table as a person of the ward writes it, column by column, and the value that it is."""

from collections.abc import Callable
from datetime import date
from fractions import Fraction
from functools import partial
from typing import Any

import attrs

import supervision_core as sc
from supervision_core import Label, tables
from supervision_core.evidence import (
    CHANNELS,
    CULTIVATION_PLAN,
    Checked,
    ConductRelation,
    DisciplineFinding,
    DisciplineKind,
    DisciplineRecord,
    FeedbackKind,
    MeetingRecord,
)
from supervision_core.obligations import Counting, Frequency, MovedDeadline, Right, TimeUnit, Waiver
from supervision_core.rotation import BarReason, LeadUnitKind, Record, Severity
from supervision_core.tables import duties, observed, people
from supervision_core.values import Citation, Instrument, InstrumentKind, Verification


@attrs.frozen
class Column:
    """A column: its header in both languages, what may stand in it, whether it must be there, and what stands in the worked row."""

    vi: str
    en: str
    kind: str
    must: bool
    cell: object
    #: What may be chosen, in both languages, where something may.
    choices: tuple[tuple[str, str], ...] = ()


@attrs.frozen
class Worked:
    """A table: how it is read, what it is called in both languages, its columns, and the value of the worked row."""

    code: str
    vi: str
    en: str
    #: The public function that reads it.
    read: Callable[..., Any]
    #: Makes the table anew.
    make: Callable[[], Any]
    columns: tuple[Column, ...]
    value: object

    @property
    def header(self) -> list[str]:
        """Its first row."""
        return [one.vi for one in self.columns]

    @property
    def row(self) -> list[object]:
        """Its worked row."""
        return [one.cell for one in self.columns]

    def with_cell(self, at: int, cell: object) -> list[list[object]]:
        """Its header and the worked row with another cell in one place."""
        return [self.header, [*self.row[:at], cell, *self.row[at + 1 :]]]


def must(vi, en, kind, cell, *choices):
    """A column that must be there."""
    return Column(vi, en, kind, True, cell, choices)


def may(vi, en, kind, cell, *choices):
    """A column that may be left out."""
    return Column(vi, en, kind, False, cell, choices)


ID, SUBJECT = ("Mã", "Id", "id"), ("Mã cán bộ", "Official id", "id")
ENGLISH, TIER, AREA = ("Tên tiếng Anh", "Name in English", "text"), ("Cấp", "Tier", "id"), ("Địa bàn", "Area", "id")
UNIT, YEAR, KIND = ("Mã đầu mối", "Lead unit id", "id"), ("Năm", "Year", "whole"), ("Loại", "Kind", "choice")
CHANNEL = ("Kênh tiếp nhận", "Channel", "choice")
OBLIGATION, GROUND, GROUND_EN = ("Mã nghĩa vụ", "Obligation", "id"), ("Lý do", "Ground", "text"), ("Lý do (tiếng Anh)", "Ground in English", "text")
FROM, TO = ("Từ ngày", "From", "day"), ("Đến ngày", "To", "day")
CHANNEL_NAMES = tuple((one.label.vi, one.label.en) for one in CHANNELS.values())
EVENT = (
    must("Mã nghĩa vụ", "Obligation", "id", "citizen_reception"),
    must("Ngày thực hiện", "Day", "day", "6/7/2026"),
    may("Người đứng đầu thực hiện", "By the office holder", "yes_no", "x"),
    may("Ngày thông báo", "Announced on", "day", "1/7/2026"),
    may("Minh chứng", "Sources", "list", "bb-2; bb-1"),
)
RECEPTION = sc.Event(
    id="tcd-1", obligation="citizen_reception", on=date(2026, 7, 6), by_office_holder=True, announced_on=date(2026, 7, 1), sources=["bb-1", "bb-2"],
)  # fmt: skip
UNITS_OF_TIME = (("tuần", "week"), ("tháng", "month"), ("quý", "quarter"), ("sáu tháng", "half-year"), ("năm", "year"), ("nhiệm kỳ", "term"))
COUNTED = (("lần", "times"), ("ngày", "days"))
RIGHTS = (
    ("dân biết", "the people know"), ("dân bàn", "the people discuss"), ("dân làm", "the people do"), ("dân kiểm tra", "the people check"),
    ("dân giám sát", "the people supervise"), ("dân thụ hưởng", "the people benefit"),
)  # fmt: skip
INSTRUMENTS = (
    ("Luật", "Law"), ("Pháp lệnh", "Ordinance"), ("Nghị định", "Decree"), ("Nghị quyết", "Resolution"), ("Nghị quyết liên tịch", "Joint resolution"),
    ("Quyết định", "Decision"), ("Quy định", "Regulation"), ("Chỉ thị", "Directive"), ("Hướng dẫn", "Guide"), ("Kế hoạch", "Plan"), ("Bản tin", "Report"),
)  # fmt: skip
READ = (
    ("đã đối chiếu bản công bố", "read in a public copy"), ("chỉ thấy trong phần mềm công khai", "seen only in public programs"),
    ("theo báo chí", "as reported by the press"),
)  # fmt: skip


def frequency(vi, en):
    """How often, as columns; nothing of it must be there."""
    return tuple(
        may(f"{vi} – {part}", f"{en} – {part_en}", kind, cell, *choices)
        for part, part_en, kind, cell, choices in (
            ("số lần ít nhất", "times", "whole", 2, ()),
            ("mỗi", "per", "choice", "nhiệm kỳ", UNITS_OF_TIME),
            ("đếm theo", "counts", "choice", "ngày", COUNTED),
            ("ngày đầu của một kỳ", "anchor", "day", "1/7/2026", ()),
            ("nhiệm kỳ (tháng)", "term in months", "whole", 60, ()),
            ("làm được sau (tháng)", "opens after months", "whole", 3, ()),
            ("gia hạn (tháng)", "grace in months", "whole", 1, ()),
            ("gia hạn (ngày)", "grace in days", "whole", 5, ()),
            ("gia hạn (ngày làm việc)", "grace in working days", "whole", 4, ()),
            ("lùi sang ngày làm việc", "rolls to a working day", "yes_no", "có", ()),
        )
    )


OFTEN = Frequency(
    times=2, per=TimeUnit.TERM, counts=Counting.DAYS, anchor=date(2026, 7, 1), term_months=60, opens_after_months=3, grace_months=1, grace_days=5,
    grace_working_days=4, rolls=True,
)  # fmt: skip


def citation(vi, en):
    """Where something stands, as columns; nothing of it must be there."""
    inside = f"{vi} – văn bản", f"{en} – instrument"
    return (
        may(f"{inside[0]} – loại", f"{inside[1]} – kind", "choice", "Nghị định", *INSTRUMENTS),
        may(f"{inside[0]} – trích yếu", f"{inside[1]} – title", "text", "Đối thoại với Nhân dân"),
        may(f"{inside[0]} – trích yếu tiếng Anh", f"{inside[1]} – title in English", "text", "Dialogue with the people"),
        may(f"{inside[0]} – số", f"{inside[1]} – number", "id", "1/2026/NĐ-CP"),
        may(f"{inside[0]} – ngày ban hành", f"{inside[1]} – issued", "day", "2/1/2026"),
        may(f"{inside[0]} – cơ quan ban hành", f"{inside[1]} – issuer", "text", "Chính phủ"),
        may(f"{inside[0]} – cơ quan ban hành (tiếng Anh)", f"{inside[1]} – issuer in English", "text", "the Government"),
        may(f"{vi} – điều", f"{en} – article", "id", "5"),
        may(f"{vi} – đối chiếu", f"{en} – verification", "choice", "theo báo chí", *READ),
    )


CITED = Citation(
    instrument=Instrument(
        kind=InstrumentKind.DECREE, title=Label("Đối thoại với Nhân dân", "Dialogue with the people"), number="1/2026/NĐ-CP", issued=date(2026, 1, 2),
        issuer=Label("Chính phủ", "the Government"),
    ),
    article="5",
    verification=Verification.REPORTED,
)  # fmt: skip


WORKED = (
    Worked(
        "officials", "Cán bộ", "Officials", tables.officials, partial(people._officials, ()),
        (must(*ID, "CB1"), may("Họ và tên", "Name", "text", "Nguyễn Văn An"), may(*ENGLISH, "Mr An"), may(*TIER, "ward"), may(*AREA, "tdp-5"),
         may("Nơi công tác", "Workplace", "id", "van_phong")),
        sc.Subject(id="CB1", label=Label("Nguyễn Văn An", "Mr An"), tier="ward", area="tdp-5", unit="van_phong"),
    ),
    Worked(
        "lead_units", "Đầu mối", "Lead units", tables.lead_units, partial(people._lead_units, ()),
        (must(*ID, "women"), may("Tên", "Name", "text", "Hội Phụ nữ"), may(*ENGLISH, "Women's Union"), may("Tỷ trọng", "Share", "whole", "212"),
         may("Ít nhất", "At least", "whole", 2), may("Nhiều nhất", "At most", "whole", 9), may(*TIER, "ward"), may(*AREA, "tdp-5"),
         may("Vai trò", "Role", "choice", "chỉ phối hợp giám sát", ("chủ trì giám sát", "leads supervision"),
             ("chủ trì giám sát sau khi thống nhất với Mặt trận", "leads supervision by agreement with the Front"),
             ("chưa thống nhất với Mặt trận về việc chủ trì", "not yet agreed with the Front that it leads"),
             ("chỉ phối hợp giám sát", "only takes part in supervision")),
         may("Tham gia từ năm", "Since", "whole", "2014")),
        sc.LeadUnit(id="women", label=Label("Hội Phụ nữ", "Women's Union"), share=212, min_load=2, max_load=9, tier="ward", area="tdp-5",
                    kind=LeadUnitKind.COORDINATES, since=2014),
    ),
    Worked(
        "bars", "Trường hợp không được phân công", "Barred pairs", tables.bars, tables.bars_table,
        (must(*SUBJECT, "CB1"), must(*UNIT, "women"),
         must("Lý do", "Reason", "choice", "quan hệ thân thích", ("đối tượng là người đứng đầu đầu mối", "the subject heads the lead unit"),
              ("đối tượng là thành viên đầu mối", "the subject is a member of the lead unit"), ("quan hệ thân thích", "kinship"),
              ("xung đột lợi ích đã khai báo", "a declared conflict of interest"),
              ("chưa khai báo xung đột lợi ích", "conflict of interest not yet declared"),
              ("ngoài phạm vi giám sát", "outside the lead unit's jurisdiction"), ("bị loại trừ trong kế hoạch", "excluded by the plan")),
         may("Mức độ", "Severity", "choice", "cảnh báo", ("cấm", "hard"), ("cảnh báo", "flag"))),
        sc.Bar(subject_id="CB1", lead_unit_id="women", reason=BarReason.KIN, severity=Severity.FLAG),
    ),
    Worked(
        "history", "Lịch sử giám sát", "History", tables.history, tables.history_table,
        (must(*SUBJECT, "CB1"), must(*UNIT, "women", ("không rõ", "not known")), must(*YEAR, "2025"), may("Số tháng", "Months", "whole", 5),
         may("Giám sát thay", "Substitute", "yes_no", "x"), may("Tính từ ngày", "First day", "day", "1/3/2025")),
        Record(subject_id="CB1", lead_unit_id="women", year=2025, months=5, substitute=True, first_day=date(2025, 3, 1)),
    ),
    Worked(
        "ratings", "Đánh giá", "Ratings", tables.ratings, partial(observed._of, sc.Rating, "ratings", "Đánh giá", "Ratings"),
        (must(*ID, "m-1"), must(*SUBJECT, "CB1"), must(*CHANNEL, "Tiếp công dân", *CHANNEL_NAMES), must("Nội dung đánh giá", "Fact", "id", "civic.standing"),
         may("Kết quả", "Value", "answer", "73,5"), may("Có áp dụng", "Applies", "yes_no", "có"), must("Ngày đánh giá", "Rated on", "day", "1/12/2014"),
         may("Người ghi nhận", "By", "id", "ban-1"), may(*FROM, "1/1/2014"), may(*TO, "30/11/2014")),
        sc.Rating(id="m-1", subject_id="CB1", channel=CHANNELS["citizen_reception"], code="civic.standing", value=Fraction(147, 2), rated_on=date(2014, 12, 1),
                  by="ban-1", covers=sc.Period.of_days(date(2014, 1, 1), date(2014, 11, 30))),
    ),
    Worked(
        "feedback", "Ý kiến phản ánh", "Feedback", tables.feedback, partial(observed._of, sc.Feedback, "feedback", "Ý kiến phản ánh", "Feedback"),
        (must(*ID, "fb-1"), must(*SUBJECT, "CB1"), must(*CHANNEL, "Đường dây nóng", *CHANNEL_NAMES),
         must(*KIND, "phản ánh, kiến nghị", ("tố cáo", "denunciation"), ("khiếu nại", "complaint"), ("phản ánh, kiến nghị", "reflection or proposal"),
              ("góp ý", "comment")),
         must("Ngày tiếp nhận", "Received on", "day", "6/5/2014"), may("Chủ đề", "Topics", "list", "nội quy, quy chế cơ quan; work"),
         may("Khẳng định", "Claims", "list", "civic.standing=không; civic.example=có"), may("Khóa người gửi", "Reporter key", "id", "k7"),
         may("Có căn cứ kiểm tra", "Can be checked", "yes_no", "có"),
         may("Kết quả xác minh", "Verification", "choice", "đã xác minh là đúng", ("chưa xác minh", "not verified"), ("đã xác minh là đúng", "verified, and so"),
             ("đã xác minh là không đúng", "verified, and not so")),
         may("Ngày xác minh", "Verified on", "day", "20/5/2014"), may("Ngày trả lời", "Answered on", "day", "21/5/2014")),
        sc.Feedback(id="fb-1", subject_id="CB1", channel=CHANNELS["hotline"], kind=FeedbackKind.REFLECTION, received_on=date(2014, 5, 6),
                    topics=["internal_rules", "work"], says={"civic.standing": False, "civic.example": True}, reporter_key="k7", is_checkable=True,
                    checked=Checked.CONFIRMED, checked_on=date(2014, 5, 20), answered_on=date(2014, 5, 21)),
    ),
    Worked(
        "commitments", "Cam kết đã đăng ký", "Commitments", tables.commitments, observed._commitments,
        (must(*ID, "dk-7"), must(*SUBJECT, "CB1"), must(*YEAR, 2014),
         may("Chương trình đăng ký", "Scheme", "choice", "Kế hoạch tu dưỡng, rèn luyện cá nhân", ("5 xây, 3 chống", "5 to build, 3 to fight"),
             ("Kế hoạch tu dưỡng, rèn luyện cá nhân", "Personal cultivation plan")),
         must("Ngày đăng ký", "Lodged on", "day", "20/1/2014"), must("Số thứ tự nội dung", "Item", "id", "1"),
         must("Nội dung cam kết", "Commitment", "text", "Trả hồ sơ đúng hẹn"), may("Nhóm nội dung", "Head", "id", None),
         may("Kết quả dự kiến", "Expected result", "text", "98% hồ sơ"), may("Thời hạn", "Due on", "day", "15/12/2014")),
        sc.Registration(id="dk-7", subject_id="CB1", year=2014, scheme=CULTIVATION_PLAN, lodged_on=date(2014, 1, 20),
                        items=[sc.Commitment(id="1", text="Trả hồ sơ đúng hẹn", result="98% hồ sơ", due_on=date(2014, 12, 15))]),
    ),
    Worked(
        "attendance", "Dự họp nơi cư trú", "Attendance", tables.attendance, partial(observed._of, MeetingRecord, "attendance", "Dự họp nơi cư trú", "Attendance"),
        (must(*ID, "h-1"), must(*SUBJECT, "CB1"), must("Mã cuộc họp", "Meeting id", "id", "q1"), must("Ngày họp", "Held on", "day", "3/3/2014"),
         may("Có dự", "Attended", "yes_no", "x"), may("Có ý kiến", "Gave an opinion", "yes_no", "không")),
        MeetingRecord(id="h-1", subject_id="CB1", meeting_id="q1", held_on=date(2014, 3, 3), attended=True, gave_opinion=False),
    ),
    Worked(
        "discipline", "Kỷ luật", "Discipline", tables.discipline, partial(observed._of, DisciplineRecord, "discipline", "Kỷ luật", "Discipline"),
        (must(*ID, "kl-1"), must(*SUBJECT, "CB1"),
         must("Kết quả tra cứu", "Finding", "choice", "bị kỷ luật", ("không bị kỷ luật", "no discipline on record"), ("bị kỷ luật", "disciplined")),
         must(*FROM, "1/2/2014"), must(*TO, "3/2/2014"), must("Ngày ghi", "Recorded on", "day", "5/5/2014"),
         may("Hình thức kỷ luật", "Measure", "text", "khiển trách"), may("Hình thức kỷ luật (tiếng Anh)", "Measure in English", "text", "reprimand"),
         may(*KIND, "kỷ luật hành chính", ("kỷ luật đảng", "Party discipline"), ("kỷ luật hành chính", "administrative discipline")),
         may("Tính chất vi phạm", "Conduct", "choice", "liên quan đến nhiệm vụ, công vụ", ("liên quan đến nhiệm vụ, công vụ", "related to tasks or public duty"),
             ("suy thoái về tư tưởng chính trị, đạo đức, lối sống", "degradation"), ("không liên quan đến nhiệm vụ, công vụ", "unrelated to tasks or public duty")),
         may("Đã tính cho năm", "Counted for", "whole", 2013), may("Vi phạm ở cơ quan cũ", "At former body", "yes_no", "có")),
        DisciplineRecord(id="kl-1", subject_id="CB1", finding=DisciplineFinding.DISCIPLINED, covers=sc.Period.of_days(date(2014, 2, 1), date(2014, 2, 3)),
                         recorded_on=date(2014, 5, 5), measure=Label("khiển trách", "reprimand"), kind=DisciplineKind.ADMINISTRATIVE,
                         relates_to=ConductRelation.DUTY, counted_for=2013, at_former_body=True),
    ),
    Worked(
        "obligations", "Nghĩa vụ định kỳ", "Obligations", tables.obligations, duties._obligations,
        (must(*OBLIGATION, "dialogue"), must("Nghĩa vụ", "Name", "text", "Đối thoại"), may(*ENGLISH, "Dialogue"), *frequency("Quy định", "Required"),
         *frequency("Thực hiện tại địa phương", "Practised"), may("Quyền của dân", "Right", "choice", "dân bàn", *RIGHTS), *citation("Căn cứ", "Citation"),
         *citation("Nguồn về thực tế", "Citation of the practice"), may("Hiệu lực từ ngày", "In force from", "day", "1/1/2026"),
         may("Hết hiệu lực từ ngày", "In force until", "day", "1/1/2030"), may("Không ủy quyền", "No deputy", "yes_no", "có"),
         may("Báo trước (ngày)", "Notice in days", "whole", 7)),
        sc.Obligation(code="dialogue", label=Label("Đối thoại", "Dialogue"), required=OFTEN, practised=OFTEN, right=Right.DISCUSS, citation=CITED,
                      practice_citation=CITED, in_force_from=date(2026, 1, 1), in_force_until=date(2030, 1, 1), no_deputy=True, notice_days=7),
    ),
    Worked("events", "Việc đã làm", "Events", tables.events, tables.events_table, (must(*ID, "tcd-1"), *EVENT), RECEPTION),
    Worked(
        "events_by_subject", "Việc đã làm", "Events", tables.events_by_subject, partial(duties._by_subject, ()), (must(*SUBJECT, "ward-1"), must(*ID, "tcd-1"), *EVENT),
        ("ward-1", (RECEPTION,)),
    ),
    Worked(
        "waivers", "Quyết định miễn", "Waivers", tables.waivers, partial(duties._decided, Waiver, "waivers", "Quyết định miễn", "Waivers"),
        (must(*OBLIGATION, "dialogue"), must(*FROM, "1/9/2026"), must(*TO, "30/9/2026"), must(*GROUND, "Lũ lụt"), may(*GROUND_EN, "Flood")),
        Waiver(obligation="dialogue", period=sc.Period.of_month(2026, 9), ground=Label("Lũ lụt", "Flood")),
    ),
    Worked(
        "moved_deadlines", "Quyết định đổi hạn", "Moved deadlines", tables.moved_deadlines, partial(duties._decided, MovedDeadline, "moved_deadlines", "Quyết định đổi hạn", "Moved deadlines"),
        (must(*OBLIGATION, "dialogue"), must("Ngày trong kỳ", "A day of the period", "day", "1/12/2025"), must("Hạn mới", "New deadline", "day", "31/1/2026"),
         must(*GROUND, "Lũ lụt"), may(*GROUND_EN, "Flood")),
        MovedDeadline(obligation="dialogue", occurrence=date(2025, 12, 1), until=date(2026, 1, 31), ground=Label("Lũ lụt", "Flood")),
    ),
)  # fmt: skip
