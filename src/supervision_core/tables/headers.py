"""What the columns of tables are called: in both languages, and by the other words that files from life use."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

from supervision_core.values.labels import Label

__all__ = ["HEADERS", "header_of"]

_PERSON: Final = (
    "Mã CB",
    "Mã số cán bộ",
    "Mã CBCC",
    "Mã cán bộ, công chức",
    "Mã đối tượng",
    "Mã ĐT",
    "Mã NV",
    "Official",
    "Person id",
    "Subject id",
)
_UNIT: Final = ("Đầu mối", "Tên đầu mối", "Đơn vị chủ trì", "Lead unit", "Lead unit id", "Mã ĐM")
_ID: Final = ("Mã số", "ID", "Số hiệu", "Code")

#: For each field, or part of one, its header and the words beside it.
HEADERS: Final[Mapping[str, tuple[Label, tuple[str, ...]]]] = {
    "id": (Label("Mã", "Id"), _ID),
    "Subject.id": (Label("Mã", "Id"), (*_ID, "Mã cán bộ", *_PERSON)),
    "LeadUnit.id": (Label("Mã", "Id"), (*_ID, "Mã đầu mối", "Mã ĐM", "Lead unit id")),
    "subject_id": (Label("Mã cán bộ", "Official id"), _PERSON),
    "lead_unit_id": (Label("Mã đầu mối", "Lead unit id"), _UNIT),
    "Subject.label": (Label("Họ và tên", "Name"), ("Họ tên", "Tên cán bộ", "Họ và tên cán bộ", "Tên", "Full name")),
    "label": (Label("Tên", "Name"), ("Tên gọi", "Tên tổ chức", "Tên đầu mối", "Đầu mối", "Lead unit")),
    "label.en": (Label("Tên tiếng Anh", "Name in English"), ("English name",)),
    "tier": (Label("Cấp", "Tier"), ("Cấp hành chính",)),
    "area": (Label("Địa bàn", "Area"), ("Khu vực", "Tổ dân phố", "Phường/xã")),
    "unit": (Label("Nơi công tác", "Workplace"), ("Đơn vị công tác", "Đơn vị", "Cơ quan", "Cơ quan, đơn vị", "Unit")),
    "share": (Label("Tỷ trọng", "Share"), ("Tỉ trọng", "Trọng số", "Weight")),
    "min_load": (Label("Ít nhất", "At least"), ("Tối thiểu", "Minimum")),
    "max_load": (Label("Nhiều nhất", "At most"), ("Tối đa", "Maximum")),
    "LeadUnit.kind": (Label("Vai trò", "Role"), ("Loại đầu mối",)),
    "since": (Label("Tham gia từ năm", "Since"), ("Từ năm",)),
    "reason": (Label("Lý do", "Reason"), ("Lí do",)),
    "severity": (Label("Mức độ", "Severity"), ()),
    "year": (Label("Năm", "Year"), ("Năm giám sát",)),
    "months": (Label("Số tháng", "Months"), ()),
    "first_day": (Label("Tính từ ngày", "First day"), ()),
    "substitute": (Label("Giám sát thay", "Substitute"), ("Tạm thay", "Làm thay")),
    "channel": (Label("Kênh tiếp nhận", "Channel"), ("Kênh", "Hình thức tiếp nhận")),
    "code": (Label("Nội dung đánh giá", "Fact"), ("Nội dung", "Tiêu chí", "Mã nội dung", "Criterion")),
    "value": (Label("Kết quả", "Value"), ("Đánh giá", "Điểm", "Trả lời", "Answer")),
    "applies": (Label("Có áp dụng", "Applies"), ("Áp dụng",)),
    "rated_on": (Label("Ngày đánh giá", "Rated on"), ("Ngày",)),
    "by": (Label("Người ghi nhận", "By"), ("Người đánh giá", "Bởi")),
    "covers": (Label("Từ ngày", "From"), ("Ngày bắt đầu",)),
    "covers.last": (Label("Đến ngày", "To"), ("Ngày kết thúc",)),
    "kind": (Label("Loại", "Kind"), ("Loại ý kiến", "Phân loại")),
    "received_on": (Label("Ngày tiếp nhận", "Received on"), ("Ngày nhận",)),
    "topics": (Label("Chủ đề", "Topics"), ("Lĩnh vực",)),
    "says": (Label("Khẳng định", "Claims"), ()),
    "reporter_key": (Label("Khóa người gửi", "Reporter key"), ("Khoá người gửi",)),
    "is_checkable": (Label("Có căn cứ kiểm tra", "Can be checked"), ()),
    "checked": (Label("Kết quả xác minh", "Verification"), ("Xác minh",)),
    "checked_on": (Label("Ngày xác minh", "Verified on"), ()),
    "answered_on": (Label("Ngày trả lời", "Answered on"), ()),
    "finding": (Label("Kết quả tra cứu", "Finding"), ("Kết luận",)),
    "recorded_on": (Label("Ngày ghi", "Recorded on"), ("Ngày ghi nhận", "Ngày quyết định")),
    "measure": (Label("Hình thức kỷ luật", "Measure"), ("Hình thức kỉ luật",)),
    "measure.en": (Label("Hình thức kỷ luật (tiếng Anh)", "Measure in English"), ()),
    "relates_to": (Label("Tính chất vi phạm", "Conduct"), ("Relates to",)),
    "counted_for": (Label("Đã tính cho năm", "Counted for"), ()),
    "at_former_body": (Label("Vi phạm ở cơ quan cũ", "At former body"), ()),
    "meeting_id": (Label("Mã cuộc họp", "Meeting id"), ("Cuộc họp", "Buổi họp", "Meeting")),
    "held_on": (Label("Ngày họp", "Held on"), ()),
    "attended": (Label("Có dự", "Attended"), ("Tham dự", "Có mặt")),
    "gave_opinion": (Label("Có ý kiến", "Gave an opinion"), ("Phát biểu",)),
    "programme": (Label("Chương trình", "Programme"), ()),
    "scheme": (Label("Chương trình đăng ký", "Scheme"), ("Chương trình",)),
    "lodged_on": (Label("Ngày đăng ký", "Lodged on"), ("Ngày đăng kí",)),
    "item": (Label("Số thứ tự nội dung", "Item"), ("Mã nội dung",)),
    "text": (Label("Nội dung cam kết", "Commitment"), ("Nội dung đăng ký",)),
    "head": (Label("Nhóm nội dung", "Head"), ("Mục",)),
    "result": (Label("Kết quả dự kiến", "Expected result"), ("Sản phẩm",)),
    "due_on": (Label("Thời hạn", "Due on"), ("Hạn hoàn thành", "Hạn")),
    "obligation": (Label("Mã nghĩa vụ", "Obligation"), ("Nghĩa vụ", "Nhiệm vụ", "Việc phải làm")),
    "Obligation.code": (Label("Mã nghĩa vụ", "Obligation"), ("Mã", *_ID)),
    "Obligation.label": (Label("Nghĩa vụ", "Name"), ("Tên nghĩa vụ", "Nội dung nghĩa vụ", "Việc phải làm")),
    "right": (Label("Quyền của dân", "Right"), ("Dân biết, dân bàn", "Phương châm")),
    "required": (Label("Quy định", "Required"), ()),
    "practised": (Label("Thực hiện tại địa phương", "Practised"), ()),
    "citation": (Label("Căn cứ", "Citation"), ()),
    "practice_citation": (Label("Nguồn về thực tế", "Citation of the practice"), ()),
    "in_force_from": (Label("Hiệu lực từ ngày", "In force from"), ("Có hiệu lực từ",)),
    "in_force_until": (Label("Hết hiệu lực từ ngày", "In force until"), ("Hết hiệu lực",)),
    "no_deputy": (Label("Không ủy quyền", "No deputy"), ("Không uỷ quyền", "Phải tự làm")),
    "notice_days": (Label("Báo trước (ngày)", "Notice in days"), ("Số ngày báo trước",)),
    "times": (Label("số lần ít nhất", "times"), ("số lần",)),
    "per": (Label("mỗi", "per"), ("kỳ",)),
    "counts": (Label("đếm theo", "counts"), ()),
    "anchor": (Label("ngày đầu của một kỳ", "anchor"), ()),
    "term_months": (Label("nhiệm kỳ (tháng)", "term in months"), ()),
    "opens_after_months": (Label("làm được sau (tháng)", "opens after months"), ()),
    "grace_months": (Label("gia hạn (tháng)", "grace in months"), ()),
    "grace_days": (Label("gia hạn (ngày)", "grace in days"), ()),
    "grace_working_days": (Label("gia hạn (ngày làm việc)", "grace in working days"), ()),
    "rolls": (Label("lùi sang ngày làm việc", "rolls to a working day"), ()),
    "instrument": (Label("văn bản", "instrument"), ()),
    "Instrument.kind": (Label("loại", "kind"), ("loại văn bản",)),
    "title": (Label("trích yếu", "title"), ("tên văn bản",)),
    "title.en": (Label("trích yếu tiếng Anh", "title in English"), ()),
    "number": (Label("số", "number"), ("số hiệu",)),
    "issued": (Label("ngày ban hành", "issued"), ("ngày",)),
    "issuer": (Label("cơ quan ban hành", "issuer"), ()),
    "issuer.en": (Label("cơ quan ban hành (tiếng Anh)", "issuer in English"), ()),
    "article": (Label("điều", "article"), ("điều khoản",)),
    "verification": (Label("đối chiếu", "verification"), ()),
    "on": (Label("Ngày thực hiện", "Day"), ("Ngày", "Ngày tổ chức", "Held on")),
    "by_office_holder": (Label("Người đứng đầu thực hiện", "By the office holder"), ("Chủ tịch trực tiếp", "Trực tiếp")),
    "announced_on": (Label("Ngày thông báo", "Announced on"), ("Ngày niêm yết",)),
    "sources": (Label("Minh chứng", "Sources"), ("Nguồn", "Tài liệu")),
    "ground": (Label("Lý do", "Ground"), ("Căn cứ", "Lí do")),
    "ground.en": (Label("Lý do (tiếng Anh)", "Ground in English"), ()),
    "period": (Label("Từ ngày", "From"), ("Ngày bắt đầu",)),
    "period.last": (Label("Đến ngày", "To"), ("Ngày kết thúc",)),
    "occurrence": (Label("Ngày trong kỳ", "A day of the period"), ("Kỳ",)),
    "until": (Label("Hạn mới", "New deadline"), ("Gia hạn đến",)),
    "month": (Label("Tháng", "Month"), ()),
    "state": (Label("Tình trạng", "State"), ("Trạng thái",)),
}


def header_of(kind: str, field: str) -> tuple[Label, tuple[str, ...]]:
    """The header of a field, or of a part of one, and the words beside it; its own name where nobody gave it another."""
    found = HEADERS.get(f"{kind}.{field}") or HEADERS.get(field)
    if found is not None:
        return found
    plain = field.replace("_", " ").replace(".", " ").strip()
    return Label(plain, plain), ()
