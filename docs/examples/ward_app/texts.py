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
    # Who is there.
    "who_title": Label("Anh/chị là ai?", "Who are you?"),
    "who_lead": Label(
        "Nhật ký ghi tên người đã lưu. Không có mật khẩu: ứng dụng chỉ dùng trong nội bộ, mọi người khai đúng tên mình.",
        "The log says who saved what. There is no password: this is for colleagues who give their own names.",
    ),
    "who_do": Label("Bắt đầu", "Begin"),
    "who_change": Label("{name}: đổi người", "{name}: somebody else is here"),
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
    "list": Label("Danh sách", "List"),
    "list_title": Label("Danh sách năm {year}", "List of {year}"),
    "list_own": Label(
        "Danh sách này chỉ dùng cho năm này; thay đổi ở đây không động đến năm khác.",
        "This list is this year's alone; what changes here touches no other year.",
    ),
    "list_lead": Label(
        "Năm này chưa có danh sách. Lấy danh sách năm trước hoặc tải lên tệp Excel gồm cán bộ, đầu mối, các trường hợp "
        "không phân công và lịch sử phân công.",
        "This year has no list yet. Begin with last year's, or upload an Excel file with the officials, the lead units, the "
        "barred pairs and the history of assignments.",
    ),
    "list_download": Label("Tải danh sách về (Excel)", "Download the list (Excel)"),
    "begin_lead": Label(
        "Bắt đầu từ danh sách năm {before}; lịch sử phân công được nối thêm các năm đã qua.",
        "Begin with the list of {before}; the history goes on with the years since.",
    ),
    "begin_do": Label("Lấy danh sách năm {before}", "Take the list of {before}"),
    "begin_behind": Label(
        "Phân công năm {before} đã thay đổi sau khi lập danh sách này; lịch sử của danh sách này chưa có thay đổi đó.",
        "The assignments of {before} changed after this list was made; its history does not know that yet.",
    ),
    "begin_history": Label("Cập nhật lịch sử từ năm {before}", "Bring the history up to date from {before}"),
    "upload": Label("Tải danh sách", "Upload"),
    "upload_do": Label("Tải lên", "Upload"),
    "sample": Label("Tải tệp mẫu (phường hư cấu)", "Download a sample file (an invented ward)"),
    "file": Label("Chọn tệp Excel", "Choose an Excel file"),
    "file_hint": Label("Tệp .xlsx, tối đa 5 MB.", "An .xlsx file of at most 5 MB."),
    "file_replaces": Label(
        "Trước khi thay, ứng dụng cho xem những gì sẽ thay đổi; các bản cũ vẫn được lưu.",
        "What would change is shown before anything is replaced; older versions are kept.",
    ),
    "reading": Label("Cách đọc mã", "How ids are read"),
    "id_digits": Label("Số chữ số của mã", "Digits of an id"),
    "id_digits_hint": Label(
        "Chỉ ghi khi mã là số: độ dài của mã (ví dụ 5: ô ghi 7 được đọc là 00007), hoặc 0 nếu đọc đúng như trong ô.",
        "Only where ids are numbers: how long they are (with 5 a cell with 7 reads 00007), or 0 to read them as they stand.",
    ),
    "apart": Label("Các mã dễ nhầm nhưng khác nhau", "Ids that look alike and are not one"),
    "apart_hint": Label("Cách nhau bằng dấu chấm phẩy.", "Parted by semicolons."),
    "versions": Label("Các bản đã lưu", "Versions"),
    "versions_caption": Label("Mở một bản để xem hoặc khôi phục.", "Open a version to look at it or to restore it."),
    "version_of": Label("Bản {number}", "Version {number}"),
    "version_newest": Label("Đây là bản đang dùng.", "This is the version in use."),
    "restore_do": Label("Khôi phục bản này", "Restore this version"),
    "restore_hint": Label(
        "Ứng dụng sẽ cho xem những gì thay đổi trước khi khôi phục.", "What would change is shown before it is restored."
    ),
    "proposal": Label("Những gì sẽ thay đổi", "What would change"),
    "proposal_lead": Label(
        "Chưa có gì được thay. Sau khi xác nhận sẽ có {subjects} cán bộ, công chức và {units} đầu mối giám sát.",
        "Nothing is replaced yet. Once it is confirmed there will be {subjects} officials and {units} lead units.",
    ),
    "proposal_empty": Label("Không có gì thay đổi.", "Nothing changes."),
    "proposal_removes": Label(
        "Có mục sẽ bị bỏ khỏi danh sách đang dùng. Xin xem kỹ trước khi xác nhận.",
        "Something would leave the list in use. Please look closely before you confirm.",
    ),
    "proposal_do": Label("Xác nhận thay đổi", "Confirm the changes"),
    "added": Label("Thêm {count}", "{count} added"),
    "removed": Label("Bỏ {count}", "{count} removed"),
    "changed": Label("Thay đổi {count}", "{count} changed"),
    "and_more": Label("và {count} mục nữa", "and {count} more"),
    "have_left": Label(
        "{count} mã trong lịch sử không có trong danh sách (đã nghỉ, chuyển đi hoặc ghi nhầm):",
        "Ids in the history that are not on the list (people who left, or slips of the pen), {count}:",
    ),
    "file_taken": Label("Đã lưu danh sách.", "The list is saved."),
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
    "go_to_officials": Label("Đến danh sách cán bộ", "Go to the officials"),
    "file_form": Label("Cấu trúc tệp", "The form of the file"),
    "file_form_lead": Label(
        "Bốn trang; một dòng của mỗi trang là tên cột (* là cột bắt buộc). Có thể ghi bằng tiếng Việt hoặc tiếng Anh; "
        "không có trang lịch sử thì giữ lịch sử đã biết.",
        "Four sheets; one row of each names its columns (* where one must be there). Vietnamese or English will do; without a "
        "sheet of history the known one stays.",
    ),
    "optional": Label("không bắt buộc", "optional"),
    # Officials.
    "officials": Label("Cán bộ", "Officials"),
    "officials_title": Label("Kết quả đánh giá năm {year}", "Results of {year}"),
    "officials_lead": Label(
        "Mức đánh giá được tính từ các ý kiến, nhận xét đã ghi. Nội dung chưa ai nói tới thì để ngỏ, không coi là không đạt.",
        "Grades follow from what was recorded. What nobody has said anything about stays open; it never counts as not met.",
    ),
    "officials_caption": Label("Cán bộ, mức đánh giá và đầu mối trong năm.", "Officials, grades and lead units of the year."),
    "search": Label("Tìm theo tên, mã, nơi công tác", "Search by name, id, workplace"),
    "search_do": Label("Tìm", "Search"),
    "any_grade": Label("Mọi mức", "Any grade"),
    "found_count": Label("Có {count} người.", "People found: {count}."),
    "pages": Label("Trang kết quả", "Pages of results"),
    "page_of": Label("Trang {at}/{last}", "Page {at} of {last}"),
    "page_before": Label("Trang trước", "Page before"),
    "page_after": Label("Trang sau", "Next page"),
    "new_official": Label("Thêm cán bộ", "Add an official"),
    "edit_official": Label("Sửa thông tin cán bộ", "Edit the official"),
    "edit_lead": Label(
        "Thay đổi chỉ áp dụng cho danh sách năm {year}; bản trước vẫn được lưu.",
        "What changes here is the list of {year} alone; the version before is kept.",
    ),
    "bars": Label("Không phân công cho", "May not be supervised by"),
    "bar_none": Label("Không vướng", "Nothing in the way"),
    "leave_lead": Label(
        "Đưa ra khỏi danh sách năm này. Phiếu, ý kiến và kết quả đã chốt vẫn được lưu.",
        "Take off this year's list. Sheets, feedback and what was adopted stay kept.",
    ),
    "leave_do": Label("Đưa ra khỏi danh sách", "Take off the list"),
    "units": Label("Đầu mối", "Lead units"),
    "units_caption": Label("Các đầu mối trong danh sách năm này.", "The lead units of this year's list."),
    "unit_name": Label("Tên đầu mối", "Name of the lead unit"),
    "new_unit": Label("Thêm đầu mối", "Add a lead unit"),
    "edit_unit": Label("Sửa thông tin đầu mối", "Edit the lead unit"),
    "unit_lead": Label(
        "Phân công đã lập có thể phải lập lại; hệ thống sẽ nêu rõ ai đổi đầu mối.",
        "The plan may have to be made again; it will be said who gets another lead unit.",
    ),
    "share": Label("Tỷ trọng", "Share"),
    "share_hint": Label(
        "Số nguyên: đầu mối có tỷ trọng 2 nhận gấp đôi đầu mối có tỷ trọng 1.",
        "A whole number: a lead unit with a share of 2 has twice as many people as one with a share of 1.",
    ),
    "min_load": Label("Ít nhất", "At least"),
    "min_load_hint": Label("Số người ít nhất phải nhận; để trống nếu không đặt.", "The fewest people; leave empty for none."),
    "max_load": Label("Nhiều nhất", "At most"),
    "max_load_hint": Label(
        "Số người nhiều nhất được nhận; để trống nếu không giới hạn.", "The most people; leave empty for no limit."
    ),
    "since": Label("Tham gia từ năm", "Since"),
    "since_hint": Label(
        "Để trống nếu đã tham gia từ trước; đầu mối mới không phải bù cho các năm trước đó.",
        "Leave empty if it always took part; a new lead unit owes nothing for the years before.",
    ),
    "unit_leave_lead": Label(
        "Đưa đầu mối ra khỏi danh sách năm này; lịch sử vẫn giữ tên. Nếu đầu mối nhập vào đầu mối khác thì dùng:",
        "Take the lead unit off this year's list; the history keeps it. If it merges with another one:",
    ),
    "state": Label("Tình trạng kết quả", "State of the result"),
    "adopted_day": Label("đã chốt {day}", "adopted {day}"),
    "provisional": Label("tạm tính", "provisional"),
    "provisional_of": Label("(tạm tính {count})", "({count} provisional)"),
    "provisional_lead": Label("Kết quả tạm tính, chưa chốt.", "This result is provisional; it is not adopted yet."),
    "provisional_count": Label("Còn {count} kết quả tạm tính, chưa chốt.", "Provisional results, not adopted yet: {count}."),
    "all_adopted": Label("Mọi kết quả đã chốt.", "Every result is adopted."),
    "outdated": Label("căn cứ đã thay đổi", "the evidence has changed"),
    "not_listed": Label("không còn trong danh sách", "no longer on the list"),
    "lead_unit": Label("Đầu mối giám sát năm {year}", "Lead unit in {year}"),
    "grades": Label("Số người theo mức", "People by grade"),
    "id": Label("Mã", "Id"),
    "name": Label("Họ và tên", "Name"),
    "workplace": Label("Nơi công tác", "Workplace"),
    "grade": Label("Mức đánh giá", "Grade"),
    "worth_asking": Label("Nội dung cần hỏi thêm", "Facts to ask for"),
    "adopt_do": Label("Chốt {count} kết quả đã xác định", "Adopt {count} determined results"),
    "adopt_hint": Label(
        "Kết quả đã chốt được lưu kèm ý kiến, quy định và lý do; nhiều năm sau vẫn đánh giá lại được.",
        "An adopted result is kept with its evidence, regulation and reasons; it can be judged again years later.",
    ),
    "adopted": Label("đã chốt", "adopted"),
    # One official.
    "adopted_on": Label("Đã chốt ngày {day}: {grade}.", "Adopted on {day}: {grade}."),
    "adopted_by": Label("Người chốt: {name}.", "By {name}."),
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
    "content": Label("Nội dung", "Content"),
    "claim": Label("Khẳng định", "It claims"),
    "claim_none": Label("Không khẳng định nội dung nào", "Nothing in particular"),
    "claim_said": Label("{fact}: {answer}", "{fact} – {answer}"),
    "checked": Label("Xác minh", "Verification"),
    "refused": Label("Ý kiến không được tính: {count}", "Evidence that did not count: {count}"),
    "would_help": Label("Ít thay đổi nhất để chắc chắn đạt mức “{grade}”:", "The fewest changes that make “{grade}” certain:"),
    "why_not_others": Label("Vì sao không phải đầu mối khác", "Why no other lead unit"),
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
    "breach": Label("Có vi phạm", "There is a breach"),
    "no_breach": Label("Không vi phạm", "There is none"),
    "breach_hint_not_yours": Label(
        "(chỉ ghi khi có vi phạm; việc không vi phạm do cơ quan có thẩm quyền xác nhận)",
        "(only where there is a breach; that there is none is for the competent body to state)",
    ),
    "breach_hint": Label("(trả lời tốt là “Không vi phạm”)", "(the good answer is “There is none”)"),
    "save": Label("Lưu", "Save"),
    "cancel": Label("Bỏ qua", "Cancel"),
    # Feedback.
    "feedback_title": Label("Phản ánh, góp ý", "Feedback"),
    "feedback_lead": Label(
        "Ý kiến có tên người gửi được tính ngay; phản ánh và ý kiến nặc danh chỉ được tính khi đã xác minh.",
        "A comment with a known sender counts at once; a reflection, and anything anonymous, only once it is verified.",
    ),
    "text": Label("Lời phản ánh, góp ý", "What was said"),
    "text_hint": Label(
        "Ghi đúng nội dung. Không ghi tên, địa chỉ, số điện thoại của người gửi.",
        "As it was said. Do not write down the sender's name, address or telephone.",
    ),
    "withdrawal": Label("Rút ý kiến", "Withdrawal"),
    "withdrawn": Label("đã rút", "withdrawn"),
    "withdrawn_said": Label(
        "Đã rút ngày {day}; không còn được tính, vẫn được lưu.", "Withdrawn on {day}; it no longer counts and stays kept."
    ),
    "withdrawn_why": Label("Lý do rút", "Why it is withdrawn"),
    "withdraw_lead": Label(
        "Ý kiến đã rút không được tính nữa; nội dung vẫn được lưu và có thể khôi phục.",
        "What is withdrawn no longer counts; it stays kept and can stand again.",
    ),
    "withdraw_do": Label("Rút ý kiến này", "Withdraw it"),
    "withdraw_undo": Label("Khôi phục ý kiến này", "Let it stand again"),
    "topic": Label("Chủ đề", "Topic"),
    "topic_none": Label("Không nêu chủ đề", "No topic"),
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
    "fault_sender": Label("Tên người gửi: chữ trên một dòng.", "The sender's name: a text of one line."),
    "fault_line": Label("Chữ trên một dòng, tối đa 200 ký tự.", "A text of one line, at most 200 characters."),
    "fault_text": Label(
        "Nội dung tối đa 5.000 ký tự, không có ký tự điều khiển.",
        "A text of at most 5,000 characters, without control characters.",
    ),
    "fault_needed": Label("Phải ghi mục này.", "This is needed."),
    "fault_number": Label(
        "Ghi một số nguyên, không lớn quá; năm tham gia không sau năm của danh sách.",
        "A whole number that is not too large; no year after that of the list.",
    ),
    "fault_above_most": Label("Không được lớn hơn số nhiều nhất.", "Not above the most."),
    "fault_id_taken": Label("Mã này đã có.", "This id is taken."),
    "fault_name": Label("Ghi tên trên một dòng, tối đa 80 ký tự.", "A name of one line, at most 80 characters."),
    "fault_two_units": Label("Chọn ít nhất hai đầu mối.", "Choose at least two lead units."),
    "fault_day_of_year": Label("Ngày phải thuộc năm này, sau ngày 1 tháng 1.", "A day of this year, after 1 January."),
    "fault_day_after_change": Label(
        "Ngày phải sau lần thay đổi gần nhất trong năm.", "A day after the last change within the year."
    ),
    # Two people at once.
    "conflict": Label("Người khác vừa lưu trước", "Somebody else saved first"),
    "conflict_mine": Label("Anh/chị đã lưu bản mới hơn", "You saved a newer version"),
    "conflict_lead": Label(
        "Đã có bản mới hơn bản anh/chị đang xem. Chưa có gì bị ghi đè và bản vừa nhập chưa được lưu. "
        "Xin xem hai bản dưới đây rồi mở bản mới nhất để nhập lại.",
        "There is a newer version than the one you saw. Nothing was overwritten; what you entered is not saved. "
        "Please look at both below, then open the newest version and enter yours again.",
    ),
    "conflict_lead_by": Label(
        "Trong lúc anh/chị đang nhập, {name} đã lưu một bản mới hơn. "
        "Chưa có gì bị ghi đè và bản anh/chị vừa nhập chưa được lưu. Xin xem hai bản dưới đây rồi mở bản mới nhất để nhập lại.",
        "While you were writing, {name} saved a newer version. Nothing was overwritten; what you entered is not saved. "
        "Please look at both below, then open the newest version and enter yours again.",
    ),
    "conflict_lead_mine": Label(
        "Chính anh/chị đã lưu một bản mới hơn, có thể ở một cửa sổ khác. Chưa có gì bị ghi đè và bản vừa nhập chưa được lưu. "
        "Xin xem hai bản dưới đây rồi mở bản mới nhất để nhập lại.",
        "You yourself saved a newer version, perhaps in another window. Nothing was overwritten; what you entered now is not "
        "saved. Please look at both below, then open the newest version and enter yours again.",
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
    "plan_html": Label("Tải toàn bộ phân công (HTML)", "Download the whole plan (HTML)"),
    "plan_caption": Label("Ai do đầu mối nào giám sát.", "Who is supervised by which lead unit."),
    "loads": Label("Số người của từng đầu mối", "People of each lead unit"),
    "had": Label("Đầu mối qua các năm", "Lead units over the years"),
    "notice_docx": Label("Tải thông báo phân công (Word)", "Download the notice of assignments (Word)"),
    "change_on": Label("Thay đổi có hiệu lực từ ngày", "The change takes effect on"),
    "change_since": Label("Thay đổi trong năm, từ ngày {day}", "Changed within the year, from {day}"),
    "moved": Label("Ai đổi đầu mối", "Who gets another lead unit"),
    "merger": Label("Sáp nhập đầu mối trong năm", "Lead units merge within the year"),
    "merger_lead": Label(
        "Người của các đầu mối sáp nhập đi theo đầu mối mới; chỉ đổi đầu mối khi bắt buộc. Lịch sử giữ cả hai tên.",
        "Whoever had a merging lead unit goes along with the new one; nobody moves who need not. The history keeps both names.",
    ),
    "on": Label("Ngày sáp nhập", "Day of the merger"),
    "merging": Label("Các đầu mối sáp nhập", "Which lead units merge"),
    "new_id": Label("Mã đầu mối mới", "Id of the new lead unit"),
    "new_name": Label("Tên đầu mối mới", "Name of the new lead unit"),
    "merger_look": Label("Xem những gì thay đổi", "Look at what would change"),
    "merger_would": Label("Sau khi sáp nhập", "After the merger"),
    "merger_do": Label("Xác nhận sáp nhập", "Confirm the merger"),
    "rotation_svg": Label("Tải hình luân phiên (SVG)", "Download the rotation as a picture (SVG)"),
    # The report.
    "report": Label("Báo cáo", "Report"),
    "report_title": Label("Báo cáo giám sát năm {year}", "Report on {year}"),
    "report_lead": Label("Tải báo cáo để in hoặc gửi đi.", "Download the report to print or to submit it."),
    "report_docx": Label("Tải báo cáo (Word)", "Download the report (Word)"),
    "paper_report": Label("Báo cáo", "Report"),
    "paper_notice": Label("Thông báo", "Notice"),
    "letterhead": Label("Thể thức văn bản", "Letterhead"),
    "letterhead_of": Label("Thể thức văn bản: {paper}", "Letterhead: {paper}"),
    "letterhead_lead": Label(
        "Quốc hiệu và tiêu ngữ có sẵn. Để trống số hoặc ngày thì văn bản chừa chỗ để ghi tay.",
        "The national heading comes by itself. Left empty, the number and the day leave room to be filled in by hand.",
    ),
    "superior": Label("Cơ quan cấp trên", "Body above"),
    "issuer": Label("Cơ quan ban hành", "Issuer"),
    "place": Label("Địa danh", "Place"),
    "day": Label("Ngày ban hành", "Day of issue"),
    "recipients": Label("Nơi nhận", "Recipients"),
    "recipients_hint": Label("Mỗi dòng một nơi nhận.", "One a line."),
    "on_behalf_of": Label("Thay mặt", "On behalf of"),
    "post": Label("Chức vụ người ký", "Post of whoever signs"),
    "signer": Label("Họ và tên người ký", "Name of whoever signs"),
    "report_html": Label("Tải báo cáo (trang in)", "Download the report (a page to print)"),
    "report_xlsx": Label("Tải bảng Excel", "Download the Excel table"),
    "report_subject": Label("Giám sát cán bộ, công chức", "Supervision of officials"),
    "report_from": Label("Ban Thường trực Ủy ban MTTQ Việt Nam phường", "The Standing Board of the ward Front"),
    "report_grades": Label("Kết quả đã chốt", "Adopted results"),
    "report_provisional": Label("Kết quả tạm tính (chưa chốt)", "Provisional results (not adopted)"),
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
    "log_who": Label("Người lưu", "Who"),
    "log_year": Label("Năm", "Year"),
    "log_about": Label("Về ai, về gì", "About"),
    "log_version": Label("Bản số", "Version"),
    "log_empty": Label("Chưa có gì được lưu.", "Nothing is saved yet."),
    "log_roster": Label("Danh sách cán bộ và đầu mối", "Officials and lead units"),
    "log_history": Label("Lịch sử phân công", "History of assignments"),
    "log_feedback": Label("Phản ánh, góp ý", "Feedback"),
    "log_sheet": Label("Phiếu nhận xét", "Sheet"),
    "log_result": Label("Kết quả đã chốt", "Adopted result"),
    "log_plan": Label("Phân công", "Plan"),
    "log_change": Label("Thay đổi phân công trong năm", "Change of the plan within the year"),
    "log_letterhead": Label("Thể thức văn bản", "Letterhead"),
    # What went wrong.
    "not_accepted": Label("Không thể thực hiện", "This cannot be done"),
    "not_accepted_lead": Label(
        "Dữ liệu gửi lên không hợp lệ hoặc không khớp với danh sách đang dùng. Chưa có gì được lưu.",
        "What was sent is not valid, or does not go with the list in use. Nothing was saved.",
    ),
    "busy": Label("Cơ sở dữ liệu đang bận", "The database is busy"),
    "busy_lead": Label(
        "Chưa có gì được lưu. Xin chờ một lát rồi gửi lại; nếu vẫn vậy, kiểm tra dung lượng ổ đĩa.",
        "Nothing was saved. Please wait a moment and send it again; if that does not help, look at the disk's free space.",
    ),
    "broken": Label("Ứng dụng gặp lỗi", "Something went wrong here"),
    "broken_lead": Label(
        "Lỗi do ứng dụng, không do anh/chị. Chưa có gì được lưu; dữ liệu đã lưu vẫn còn nguyên.",
        "The fault is the application's, not yours. Nothing was saved; what was saved before is unharmed.",
    ),
    "not_our_name": Label("Sai tên máy chủ", "Not the name of this server"),
    "not_our_name_lead": Label(
        "Ứng dụng chưa được khai báo với tên máy chủ này. Người quản trị thêm tên bằng tùy chọn --name khi khởi động.",
        "This application is not called so. Whoever runs it adds the name with the option --name when it is started.",
    ),
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
