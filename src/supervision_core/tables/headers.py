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
    # In a list of lead units their names have a column of their own.
    "LeadUnit.id": (Label("Mã", "Id"), (*_ID, "Mã đầu mối", *(word for word in _UNIT if word != "Tên đầu mối"))),
    "subject_id": (Label("Mã cán bộ", "Official id"), _PERSON),
    "lead_unit_id": (Label("Mã đầu mối", "Lead unit id"), _UNIT),
    "Subject.label": (Label("Họ và tên", "Name"), ("Họ tên", "Tên cán bộ", "Họ và tên cán bộ", "Tên", "Full name")),
    "label": (Label("Tên", "Name"), ("Tên gọi", "Tên tổ chức", "Tên đầu mối")),
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
    "meeting_id": (Label("Mã cuộc họp", "Meeting id"), ("Cuộc họp", "Buổi họp", "Meeting")),
    "held_on": (Label("Ngày họp", "Held on"), ()),
    "attended": (Label("Có dự", "Attended"), ("Tham dự", "Có mặt")),
    "gave_opinion": (Label("Có ý kiến", "Gave an opinion"), ("Phát biểu",)),
    "programme": (Label("Chương trình", "Programme"), ()),
    "lodged_on": (Label("Ngày đăng ký", "Lodged on"), ("Ngày đăng kí",)),
    "item": (Label("Số thứ tự nội dung", "Item"), ("Mã nội dung",)),
    "text": (Label("Nội dung cam kết", "Commitment"), ("Nội dung đăng ký",)),
    "head": (Label("Nhóm nội dung", "Head"), ("Mục",)),
    "result": (Label("Kết quả dự kiến", "Expected result"), ("Sản phẩm",)),
    "due_on": (Label("Thời hạn", "Due on"), ("Hạn hoàn thành", "Hạn")),
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
