"""Everything that the pages say, in Vietnamese and English; all other words on a page come from the library."""

from __future__ import annotations

from collections.abc import Callable
from typing import Final

from supervision_core import Label
from supervision_core.values import Language

LANGUAGES: Final[tuple[Language, ...]] = ("vi", "en")

TEXTS: Final = {
    # Around every page.
    "app": Label("Giám sát cán bộ phường", "Ward supervision"),
    "skip": Label("Đến nội dung chính", "Skip to the content"),
    "menu": Label("Các trang", "Pages"),
    "other_language": Label("English", "Tiếng Việt"),
    "year_choice": Label("Năm đánh giá", "Year under review"),
    "year_before": Label("Sang năm {year}", "Go to {year}"),
    "year_after": Label("Sang năm {year}", "Go to {year}"),
    "footer": Label(
        "Ứng dụng mẫu. Mọi tên người đều là hư cấu. Kết quả là căn cứ tham khảo; quyết định thuộc cơ quan có thẩm quyền.",
        "An example. All names of people are invented. Results inform; the competent body decides.",
    ),
    # Overview.
    "overview": Label("Tổng quan", "Overview"),
    "overview_title": Label("Công tác giám sát năm {year}", "Supervision in {year}"),
    "overview_lead": Label("Năm bước của một năm giám sát.", "The five steps of a year of supervision."),
    "roster_counts": Label(
        "{subjects} cán bộ, công chức và {units} đầu mối giám sát.", "{subjects} officials and {units} lead units."
    ),
    "roster_missing": Label("Chưa có danh sách cán bộ.", "There is no list of officials yet."),
    "evidence": Label("Ý kiến và nhận xét", "Feedback and comments"),
    "evidence_counts": Label(
        "Phản ánh, góp ý đã nhận: {feedback}. Phiếu nhận xét: {sheets}.", "Feedback received: {feedback}. Sheets: {sheets}."
    ),
    "judging": Label("Đánh giá", "Judging"),
    "nobody_yet": Label("Chưa có cán bộ nào để đánh giá.", "There is nobody to judge yet."),
    "undetermined": Label("Chưa xác định", "Undetermined"),
    # The file.
    "upload": Label("Tải danh sách", "Upload"),
    "upload_lead": Label(
        "Tải lên tệp Excel gồm danh sách cán bộ, các đầu mối, các trường hợp không phân công và lịch sử phân công.",
        "Upload an Excel file with the officials, the lead units, the barred pairs and the history of assignments.",
    ),
    "upload_do": Label("Tải lên", "Upload"),
    "sample": Label("Tải tệp mẫu (phường hư cấu)", "Download a sample file (an invented ward)"),
    "file": Label("Chọn tệp Excel", "Choose an Excel file"),
    "file_hint": Label("Tệp .xlsx, tối đa 5 MB.", "An .xlsx file of at most 5 MB."),
    "file_replaces": Label(
        "Danh sách mới sẽ thay danh sách đang dùng; các bản cũ vẫn được lưu.",
        "The new list takes the place of the one in use; older versions are kept.",
    ),
    "file_faults": Label("Tệp có {count} lỗi", "The file has {count} faults"),
    "file_not_taken": Label(
        "Chưa có gì được lưu. Xin sửa các lỗi dưới đây rồi tải lên lại.",
        "Nothing was saved. Please mend the faults below and upload the file again.",
    ),
    "file_faults_caption": Label(
        "Toàn bộ lỗi của tệp, theo trang, dòng và cột.", "All faults of the file, by sheet, row and column."
    ),
    "fault_sheet": Label("Trang", "Sheet"),
    "fault_row": Label("Dòng", "Row"),
    "fault_column": Label("Cột", "Column"),
    "fault_found": Label("Đang ghi", "Found"),
    "fault_expected": Label("Yêu cầu", "Expected"),
    "fault_nothing": Label("trống", "nothing"),
    "file_taken": Label("Đã lưu danh sách", "The list is saved"),
    "have_left": Label(
        "{count} mã trong lịch sử không có trong danh sách hiện nay (đã nghỉ, chuyển đi hoặc ghi nhầm):",
        "{count} ids in the history are not on today's list (people who left, or slips of the pen):",
    ),
    "go_to_officials": Label("Đến danh sách cán bộ", "Go to the officials"),
    "file_form": Label("Cấu trúc tệp", "The form of the file"),
    "file_form_lead": Label(
        "Bốn trang; dòng đầu của mỗi trang là tên cột. Có thể ghi tên trang và tên cột bằng tiếng Việt hoặc tiếng Anh.",
        "Four sheets; the first row of each names its columns. Sheets and columns may be named in Vietnamese or in English.",
    ),
    "optional": Label("không bắt buộc", "optional"),
    # Officials.
    "officials": Label("Cán bộ", "Officials"),
    "officials_title": Label("Kết quả đánh giá năm {year}", "Results of {year}"),
    "officials_lead": Label(
        "Mức đánh giá được tính từ các ý kiến, nhận xét đã ghi. Nội dung chưa ai nói tới thì để ngỏ, không coi là không đạt.",
        "Grades follow from what was recorded. What nobody has said anything about stays open; it never counts as not met.",
    ),
    "officials_caption": Label("Cán bộ, mức đánh giá và đầu mối năm sau.", "Officials, grades and next year's lead units."),
    "grades": Label("Số người theo mức", "People by grade"),
    "id": Label("Mã", "Id"),
    "name": Label("Họ và tên", "Name"),
    "workplace": Label("Nơi công tác", "Workplace"),
    "grade": Label("Mức đánh giá", "Grade"),
    "worth_asking": Label("Nội dung cần hỏi thêm", "Facts to ask for"),
    "lead_unit_next": Label("Đầu mối giám sát năm {year}", "Lead unit in {year}"),
    "adopt_do": Label("Chốt {count} kết quả đã xác định", "Adopt {count} determined results"),
    "adopt_hint": Label(
        "Kết quả đã chốt được lưu kèm ý kiến, quy định và lý do; nhiều năm sau vẫn đánh giá lại được.",
        "An adopted result is kept with its evidence, regulation and reasons; it can be judged again years later.",
    ),
    "adopted": Label("đã chốt", "adopted"),
    # One official.
    "adopted_on": Label("Đã chốt ngày {day}: {grade}.", "Adopted on {day}: {grade}."),
    "adopted_sound": Label(
        "Đánh giá lại từ biên bản kết quả: cùng kết quả.", "Judged again from its receipt: the same result."
    ),
    "adopted_unsound": Label(
        "Đánh giá lại từ biên bản kết quả cho kết quả khác; cần xem xét.",
        "Judged again from its receipt, the result differs; somebody should look into it.",
    ),
    "adopted_outdated": Label(
        "Căn cứ đã thay đổi sau khi chốt; kết quả hiện nay ở dưới đây.",
        "The evidence has changed since; the result of today stands below.",
    ),
    "saved": Label("Đã lưu.", "Saved."),
    "sheet_answered": Label("{count}/{total} nội dung đã có ý kiến", "{count} of {total} answered"),
    "sheet_empty": Label("Chưa ghi phiếu", "Not filled in yet"),
    "feedback_new": Label("Ghi nhận phản ánh, góp ý", "Record feedback"),
    "feedback_caption": Label("Phản ánh, góp ý trong năm", "Feedback of the year"),
    "number": Label("Số", "Number"),
    "received_on": Label("Ngày nhận", "Received on"),
    "channel": Label("Kênh", "Channel"),
    "kind": Label("Loại", "Kind"),
    "claim": Label("Nội dung khẳng định", "What it claims"),
    "checked": Label("Xác minh", "Verification"),
    "refused": Label("Ý kiến không được tính: {count}", "Evidence that did not count: {count}"),
    "would_help": Label("Ít thay đổi nhất để chắc chắn đạt mức “{grade}”:", "The fewest changes that make “{grade}” certain:"),
    "why_not_others": Label("Vì sao không phải đầu mối khác", "Why no other lead unit"),
    "no_plan_yet": Label("Chưa có phân công năm {year}.", "There is no plan for {year} yet."),
    # A sheet.
    "sheet_title": Label("Phiếu nhận xét: {body}", "Sheet: {body}"),
    "sheet_lead": Label(
        "Chọn “Chưa rõ” cho nội dung không có căn cứ: chưa rõ không phải là không đạt.",
        "Choose “Unknown” where there is nothing to go by: unknown is not “no”.",
    ),
    "rated_on": Label("Ngày nhận xét", "Day of the comment"),
    "yes": Label("Có", "Yes"),
    "no": Label("Không", "No"),
    "unknown": Label("Chưa rõ", "Unknown"),
    "save": Label("Lưu", "Save"),
    "cancel": Label("Bỏ qua", "Cancel"),
    # Feedback.
    "feedback_title": Label("Phản ánh, góp ý", "Feedback"),
    "feedback_lead": Label(
        "Ý kiến có tên người gửi được tính ngay; phản ánh và ý kiến nặc danh chỉ được tính khi đã xác minh.",
        "A comment with a known sender counts at once; a reflection, and anything anonymous, only once it is verified.",
    ),
    "topic": Label("Chủ đề", "Topic"),
    "topic_none": Label("Không nêu chủ đề", "No topic"),
    "code": Label("Khẳng định về", "It claims something about"),
    "code_none": Label("Không khẳng định nội dung nào", "Nothing in particular"),
    "claim_answer": Label("Theo ý kiến này, nội dung đó", "According to it, that is so"),
    "sender": Label("Người gửi", "Sender"),
    "sender_hint": Label(
        "Để trống nếu nặc danh. Tên không được lưu: chỉ lưu một mã bí mật để nhận ra ý kiến của cùng một người.",
        "Leave empty if anonymous. The name is not kept: only a secret key that tells whether two come from one person.",
    ),
    "sender_kept": Label("Để trống thì giữ nguyên người gửi đã ghi.", "Left empty, the recorded sender stays."),
    "checkable": Label("Nội dung có căn cứ để kiểm tra", "Its content can be checked"),
    "not_looked_at": Label("Chưa xem xét", "Not looked at"),
    "checked_on": Label("Ngày xác minh", "Verified on"),
    "answered_on": Label("Ngày trả lời", "Answered on"),
    # Faults of a form.
    "form_faults": Label("Chưa lưu: có {count} lỗi", "Not saved: {count} faults"),
    "fault_day": Label("Ngày không hợp lệ.", "This is no day."),
    "fault_day_outside": Label("Ngày phải thuộc năm đang đánh giá.", "The day must lie in the year under review."),
    "fault_day_before_year": Label(
        "Ngày không được trước năm đang đánh giá.", "The day must not come before the year under review."
    ),
    "fault_day_future": Label("Ngày không được ở tương lai.", "The day must not lie in the future."),
    "fault_day_before": Label("Ngày không được trước ngày nhận.", "The day must not come before the day of receipt."),
    "fault_choice": Label("Chọn một mục trong danh sách.", "Choose one of the list."),
    "fault_checked_day": Label("Ghi ngày xác minh, vì đã có kết quả xác minh.", "Give the day, since it was verified."),
    "fault_pending_day": Label("Bỏ trống, vì chưa xác minh.", "Leave it empty, since it is not verified."),
    "fault_uncheckable": Label(
        "Nội dung không có căn cứ kiểm tra thì không thể xác minh là đúng.", "What cannot be checked cannot be confirmed."
    ),
    "fault_answer": Label(
        "Chọn “Có” hoặc “Không”, vì ý kiến khẳng định một nội dung.", "Choose “Yes” or “No”, since it claims something."
    ),
    "fault_sender": Label("Tên người gửi: chữ trên một dòng.", "The sender's name: a text of one line."),
    # Two people at once.
    "conflict": Label("Người khác vừa lưu trước", "Somebody else saved first"),
    "conflict_lead": Label(
        "Trong lúc anh/chị đang nhập, người khác đã lưu một bản mới hơn. "
        "Chưa có gì bị ghi đè và bản anh/chị vừa nhập chưa được lưu. Xin xem hai bản dưới đây rồi mở bản mới nhất để nhập lại.",
        "While you were writing, somebody else saved a newer version. Nothing was overwritten; what you entered is not saved. "
        "Please look at both below, then open the newest version and enter yours again.",
    ),
    "conflict_caption": Label("Bản đang lưu và bản anh/chị vừa nhập", "What is stored, and what you entered"),
    "conflict_what": Label("Nội dung", "What"),
    "conflict_stored": Label("Đang lưu", "Stored"),
    "conflict_yours": Label("Anh/chị nhập", "Yours"),
    "conflict_again": Label("Mở bản mới nhất", "Open the newest version"),
    # The plan.
    "plan": Label("Phân công", "Plan"),
    "plan_title": Label("Phân công đầu mối giám sát năm {year}", "Lead units in {year}"),
    "plan_no_roster": Label("Cần có danh sách cán bộ trước.", "A list of officials is needed first."),
    "plan_missing": Label("Chưa lập phân công năm {year}.", "There is no plan for {year} yet."),
    "plan_fits": Label(
        "Phân công năm {year} đã lập, đã kiểm chứng: không có phương án nào tốt hơn.",
        "The plan for {year} is made and verified: no plan is better.",
    ),
    "plan_outdated": Label(
        "Danh sách hoặc lịch sử đã thay đổi: phân công năm {year} không còn khớp.",
        "The list or the history has changed: the plan for {year} no longer fits.",
    ),
    "plan_do": Label("Lập phân công", "Make the plan"),
    "plan_again": Label("Lập lại, thay đổi ít nhất", "Plan again, with the fewest changes"),
    "rotation_svg": Label("Tải hình luân phiên (SVG)", "Download the rotation as a picture (SVG)"),
    # The report.
    "report": Label("Báo cáo", "Report"),
    "report_title": Label("Báo cáo giám sát năm {year}", "Report on {year}"),
    "report_lead": Label("Tải báo cáo để in hoặc gửi đi.", "Download the report to print or to submit it."),
    "report_html": Label("Tải báo cáo (trang in)", "Download the report (a page to print)"),
    "report_xlsx": Label("Tải bảng Excel", "Download the Excel table"),
    "report_subject": Label("Giám sát cán bộ, công chức", "Supervision of officials"),
    "report_from": Label("Ban Thường trực Ủy ban MTTQ Việt Nam phường", "The Standing Board of the ward Front"),
    "report_grades": Label("Kết quả đánh giá", "Results"),
    "report_channels": Label("Phản ánh, góp ý theo kênh", "Feedback by channel"),
    "report_units": Label("Phân công đầu mối năm {year}", "Lead units in {year}"),
    "population": Label("Cán bộ, công chức làm việc tại phường", "Officials who work at the ward"),
    # The log.
    "log": Label("Nhật ký", "Log"),
    "log_lead": Label(
        "Mỗi lần lưu là một bản mới; không bản nào bị ghi đè hay xóa.",
        "Each saving is a new version; none is ever overwritten or deleted.",
    ),
    "log_caption": Label("Mọi bản đã lưu, bản mới nhất trước.", "Every version, the latest first."),
    "log_when": Label("Lúc", "When"),
    "log_what": Label("Tài liệu", "Document"),
    "log_version": Label("Bản số", "Version"),
    "log_empty": Label("Chưa có gì được lưu.", "Nothing is saved yet."),
    "log_roster": Label("Danh sách cán bộ và đầu mối", "Officials and lead units"),
    "log_history": Label("Lịch sử phân công", "History of assignments"),
    "log_feedback": Label("Phản ánh, góp ý", "Feedback"),
    "log_sheet": Label("Phiếu nhận xét", "Sheet"),
    "log_result": Label("Kết quả đã chốt", "Adopted result"),
    "log_plan": Label("Phân công", "Plan"),
    # What went wrong.
    "not_found": Label("Không tìm thấy", "Not found"),
    "not_found_lead": Label("Không có trang hoặc tài liệu này.", "There is no such page or document."),
    "forbidden": Label("Biểu mẫu không hợp lệ", "This form cannot be accepted"),
    "forbidden_lead": Label(
        "Biểu mẫu không đến từ ứng dụng này, quá lớn hoặc đã quá cũ. Xin mở lại trang rồi gửi lại.",
        "The form does not come from this application, is too large or too old. Please open the page again and send it anew.",
    ),
}


def speaker(lang: Language) -> Callable[..., str]:
    """What says a text in one language; a text that does not exist is a ``KeyError``, never a gap on the page."""

    def say(key: str, **values: object) -> str:
        return TEXTS[key].text(lang).format(**values)

    return say
