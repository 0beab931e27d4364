"""Every fixed word of the reports, Vietnamese first. Names in braces are slots.

Words that belong to a value (verdicts, states, reasons of bars) stand with that value; here is what only reports say.
"""

from __future__ import annotations

from typing import Final

from supervision_core.values.labels import Label

# Common to all reports.
NONE: Final = Label("không có", "none")
NOBODY: Final = Label("không có đầu mối", "no lead unit")
AS_OF: Final = Label("Tính đến ngày", "As of")
PERIOD: Final = Label("Thời gian", "Period")
CONTENT: Final = Label("Nội dung", "Item")
NUMBER: Final = Label("Số", "Number")
COUNT: Final = Label("Số lượng", "Count")
SHARE_PERCENT: Final = Label("Tỷ lệ", "Per cent")
STATE: Final = Label("Tình trạng", "State")
DAY: Final = Label("Ngày", "Day")
REMARK: Final = Label("Ghi chú", "Remark")
SOURCES: Final = Label("Nguồn", "Sources")
SOURCES_NOTE: Final = Label("nguồn: {ids}", "sources: {ids}")
BASIS: Final = Label("Căn cứ", "Legal basis")
WHY: Final = Label("Vì sao", "Why")
REASON: Final = Label("Lý do", "Reason")
RESULT: Final = Label("Kết quả", "Result")
EMPTY_TITLE: Final = Label("Không có mục nào", "Nothing to list")
EMPTY: Final = Label("Danh sách trống.", "The list is empty.")
SUBJECT: Final = Label("Đối tượng", "Subject")
SUBJECTS: Final = Label("Đối tượng", "Subjects")
SUBJECT_COUNT: Final = Label("Số đối tượng", "Subjects")
LEAD_UNIT: Final = Label("Đầu mối", "Lead unit")
LEAD_UNITS: Final = Label("Đơn vị chủ trì giám sát (đầu mối)", "Lead units")
LEAD_UNIT_COUNT: Final = Label("Số đơn vị chủ trì giám sát (đầu mối)", "Number of lead units")
PERSON: Final = Label("Cá nhân", "Person")

# Assessments.
ASSESSMENT: Final = Label("Kết quả đánh giá", "Assessment")
SETTLED_AS: Final = Label("Kết quả: {grade}", "Result: {grade}")
NOT_SETTLED: Final = Label("Chưa xác định: có thể là {grades}", "Not settled: possible are {grades}")
ASK_FIRST: Final = Label("Nên làm rõ trước tiên: {fact}", "Worth asking first: {fact}")
REGULATION: Final = Label("Quy định", "Regulation")
CITED: Final = Label("Văn bản", "Source")
VERSION: Final = Label("Phiên bản số hóa", "Version of the encoding")
IN_FORCE: Final = Label("Hiệu lực", "In force")
FROM_ON: Final = Label("từ ngày {first}", "from {first} on")
UNTIL_BEFORE: Final = Label("trước ngày {end}", "before {end}")
FROM_UNTIL: Final = Label("từ ngày {first} đến trước ngày {end}", "from {first} until before {end}")
OPEN_FACTS: Final = Label("Nội dung cần làm rõ", "Facts worth asking for")
IF_ANSWER: Final = Label("Nếu trả lời", "If the answer is")
THEN_POSSIBLE: Final = Label("thì có thể là", "then possible are")
FACTS_OF_CASE: Final = Label("Căn cứ của từng nội dung", "What each fact rests on")
VALUE: Final = Label("Giá trị", "Value")
NOT_ASKED: Final = Label("Nội dung mà quy định này không xét: {facts}", "Facts that this regulation does not ask for: {facts}")
TOO_LARGE: Final = Label(
    "Chưa thể kết luận chính xác: quy định có quá nhiều trường hợp khi còn nội dung chưa rõ.",
    "No exact conclusion: with facts still unknown the regulation has too many cases.",
)
REASONS: Final = Label("Lý do của kết quả", "Reasons of a result")
GRADES: Final = Label("Các mức", "Grades")
GRADE: Final = Label("Mức", "Grade")
RANGE: Final = Label("từ {least} đến {greatest}", "{least} to {greatest}")

# Decision tables, findings, remedies, quotas.
DECISION_TABLE: Final = Label("Bảng quyết định", "Decision table")
DECISION_TABLE_NOTE: Final = Label(
    "Các dòng loại trừ nhau và bao quát mọi trường hợp; ô có dấu – là nội dung không ảnh hưởng.",
    "The lines exclude each other and cover every case; a dash means that it does not matter.",
)
LINE: Final = Label("Dòng", "Line")
FINDINGS: Final = Label("Rà soát quy định", "Check of a regulation")
FINDING_COUNT: Final = Label("Có {count} nội dung cần xem lại", "Spots to be looked at: {count}")
FINDING: Final = Label("Phát hiện", "Finding")
FACTS: Final = Label("Nội dung", "Facts")
EXAMPLE: Final = Label("Ví dụ", "Example")
REMEDIES: Final = Label("Nội dung cần thay đổi", "What would have to change")
REMEDY_COUNT: Final = Label("Số cách với ít thay đổi nhất: {count}", "Ways with the fewest changes: {count}")
REMEDY: Final = Label("Cách {number}: đạt mức {grade}", "Way {number}: the grade is then {grade}")
UNREACHABLE: Final = Label("Không thể đạt mức {grade}", "The grade {grade} cannot be reached")
UNREACHABLE_NOTE: Final = Label("Nội dung được giữ nguyên: {facts}", "Facts that stay as they are: {facts}")
QUOTA: Final = Label("Xếp loại sau khi áp dụng tỷ lệ", "Grades after the cap")
JUDGED: Final = Label("Theo đánh giá", "As judged")
AFTER_CAP: Final = Label("Sau khi áp dụng", "After the cap")
GROUP: Final = Label("Nhóm", "Group")
TO_BE_DECIDED: Final = Label("chờ quyết định", "to be decided")
UNDECIDED: Final = Label("Người có thẩm quyền cần quyết định", "To be settled by somebody competent")
PLACES: Final = Label("Số người được giữ mức xếp loại", "May keep the grade")
UNDETERMINED: Final = Label("Chưa xác định mức", "Not determined yet")
PROFILE: Final = Label("Tổng hợp kết quả của một đơn vị", "Profile of a unit")
PROFILES: Final = Label("Tổng hợp kết quả theo đơn vị", "Profiles of units")
A_UNIT: Final = Label("Đơn vị", "Unit")
PEOPLE: Final = Label("Số người được đánh giá", "People assessed")
FACTS_AGAINST: Final = Label("Nội dung chưa đạt hoặc chưa rõ", "Facts that fail or are unknown")
FACTS_AGAINST_IN: Final = Label("{unit}: nội dung chưa đạt hoặc chưa rõ", "{unit}: facts that fail or are unknown")
SPEAKS_AGAINST: Final = Label("Số người chưa đạt", "Speaks against")
NOT_KNOWN_OF: Final = Label("Số người chưa rõ", "Unknown of")
GRADE_CHANGES: Final = Label("Những người có kết quả khác theo quy định mới", "Whose outcome changes by the new regulation")
GRADE_CHANGE_COUNT: Final = Label("Số người có kết quả khác: {count}", "People with another outcome: {count}")
TOTAL_SCORE: Final = Label("Tổng điểm", "Total score")
CASE_CHANGES: Final = Label("Nội dung thay đổi so với trước", "What changed")
RESULT_CHANGED: Final = Label("Kết quả: {after} (trước: {before})", "Result: {after} (before: {before})")
RESULT_SAME: Final = Label("Kết quả không đổi: {grade}", "The result is the same: {grade}")
FACT_CHANGES: Final = Label("Nội dung khác trước", "Facts that differ")
LINE_CHANGES: Final = Label("Tiêu chí đổi kết quả", "Lines that turned")
NOTHING_DIFFERS: Final = Label("Không có nội dung nào khác.", "No fact differs.")
YEAR_RESULT: Final = Label("Kết quả cả năm", "The whole year")
NOT_RATED: Final = Label("Không có kỳ nào được tính để xếp loại", "No part of the year counts, so there is nothing to rate")
PARTS_COUNTED: Final = Label("Các kỳ được tính", "Parts that count")
PARTS_LEFT_OUT: Final = Label("Các kỳ không tính", "Parts that do not count")
NOT_TOLD: Final = Label("Những ngày chưa có thông tin", "Days that nothing was said about")
A_PERIOD: Final = Label("Kỳ", "Part")
YEAR_TOO_LARGE: Final = Label(
    "Chưa thể kết luận chính xác: còn quá nhiều trường hợp khi có kỳ chưa rõ.",
    "No exact conclusion: with parts still unknown there are too many cases.",
)

# Plans of the rotation.
PLAN: Final = Label("Phương án phân công giám sát năm {year}", "Supervision assignments of {year}")
PROVED: Final = Label(
    "Mỗi đối tượng có đúng một đầu mối; phương án kèm chứng minh tối ưu trên mọi tiêu chí.",
    "Every subject has exactly one lead unit; the plan carries the proof that it is optimal on every level.",
)
NO_SUBJECTS: Final = Label("Không có đối tượng nào.", "There are no subjects.")
POLICY: Final = Label("Nguyên tắc luân phiên", "Rotation policy")
COOLING_OFF_YEARS: Final = Label("Thời gian giãn cách giữa hai lần giám sát (năm)", "Cooling-off (years)")
REPEATS: Final = Label("Việc lặp lại", "Repeats")
REPEATS_KINDS: Final = {
    "minimise": Label("hạn chế tối đa", "as few as can be"),
    "forbid": Label("không cho phép", "forbidden"),
}
OBJECTIVE: Final = Label("Mục tiêu", "Objective")
OBJECTIVES: Final = {
    "annual": Label("phương án hằng năm", "the plan of a year"),
    "mid_year": Label("điều chỉnh trong năm, ít thay đổi nhất", "a change within the year, as little as can be"),
}
TIE_BREAK: Final = Label("Khi các phương án ngang nhau", "Between equal plans")
TIE_BREAKS: Final = {
    "canonical": Label("theo thứ tự mã", "by the order of ids"),
    "any": Label("phương án bất kỳ", "any of them"),
}
PUBLIC_DRAW: Final = Label("bốc thăm công khai theo “{salt}”", "public draw by “{salt}”")
LOADS: Final = Label("Số đối tượng của từng đầu mối", "Subjects of each lead unit")
LOADS_TOLD: Final = Label("{unit}: {load}", "{unit}: {load}")
LOADS_TOLD_AIM: Final = Label("{unit}: {load}, mức theo tỷ trọng {aim}", "{unit}: {load}, by its share {aim}")
AIM: Final = Label("Mức theo tỷ trọng", "By share")
AIM_LINE: Final = Label("vạch đứng: mức theo tỷ trọng", "upright line: the load by share")
SHARE: Final = Label("Tỷ trọng", "Share")
MINIMUM: Final = Label("Tối thiểu", "Minimum")
MAXIMUM: Final = Label("Tối đa", "Maximum")
SCORE: Final = Label("Kết quả theo từng tiêu chí", "Result on each level")
LEVEL: Final = Label("Tiêu chí, theo thứ tự ưu tiên", "Level, the most important first")
LEVEL_VALUE: Final = Label("Kết quả", "Result")
BY_LEAD_UNIT: Final = Label("Phân công theo đầu mối", "Assignments by lead unit")
UNIT_WITH_LOAD: Final = Label("{unit} ({load})", "{unit} ({load})")
FLAGGED: Final = Label("Phân công phải lưu ý", "Flagged pairs")
PINNED: Final = Label("Phân công đã ấn định", "Pinned pairs")
ALLOWED: Final = Label("Trường hợp được phép dù chưa hết thời gian giãn cách", "Allowed in spite of the cooling-off")
ALLOWANCE_GROUND: Final = Label("Căn cứ", "Ground")
WARNINGS: Final = Label("Cảnh báo", "Warnings")
CHANGED: Final = Label("Thay đổi so với phương án tham chiếu", "Changes against the reference")
BEFORE: Final = Label("Trước", "Before")
AFTER: Final = Label("Sau", "After")
SMALL_CHANGE: Final = Label("Thay đổi", "Change")
REPLAN: Final = Label("Điều chỉnh phương án năm {year}", "Changed plan of {year}")
MOVES: Final = Label("Đối tượng đổi đầu mối", "Subjects with another lead unit")
RENAMED: Final = Label("Đơn vị chỉ đổi tên", "Only renamed")
ELEMENTARY: Final = Label("Những gì đã thay đổi", "What had changed")
KIND: Final = Label("Loại", "Kind")
DIFF: Final = Label("So sánh hai phương án", "Two plans compared")
DIFF_SAID: Final = Label(
    "Đổi đầu mối: {moved}; mới: {joined}; không còn thuộc diện giám sát: {left}.",
    "Other lead unit: {moved}; joined: {joined}; left: {left}.",
)
JOINED: Final = Label("Đối tượng mới", "Joined")
LEFT: Final = Label("Đối tượng không còn thuộc diện giám sát", "Left")
LOAD_CHANGES: Final = Label("Thay đổi về số đối tượng", "Changes of the loads")
SCORE_CHANGES: Final = Label("Thay đổi theo từng tiêu chí", "Changes on each level")
NO_DIFFERENCE: Final = Label("Hai phương án không khác nhau.", "The two plans do not differ.")
EXPLANATION: Final = Label("Vì sao {subject} do {unit} giám sát", "Why {unit} supervises {subject}")
ONLY_LEAD_UNIT: Final = Label("Không có đầu mối nào khác.", "There is no other lead unit.")
OTHER_LEAD_UNITS: Final = Label("Các đầu mối khác", "The other lead units")
OTHER_LEAD_UNIT: Final = Label("Đầu mối khác", "Other lead unit")
AUDIT: Final = Label("Kiểm tra phương án năm {year}", "Audit of the plan of {year}")
AUDIT_OPTIMAL: Final = Label("Không có sai sót; phương án tối ưu.", "Nothing is wrong, and the plan is optimal.")
AUDIT_FINE: Final = Label("Không có sai sót, nhưng có phương án tốt hơn.", "Nothing is wrong, but there is a better plan.")
AUDIT_FAULTY: Final = Label("Số sai sót: {count}", "Faults: {count}")
SCORES: Final = Label("So với phương án tối ưu", "Against an optimal plan")
THIS_PLAN: Final = Label("Phương án này", "This plan")
OPTIMAL_PLAN: Final = Label("Phương án tối ưu", "An optimal plan")

AS_GOOD_AS_CAN_BE: Final = Label("tốt nhất có thể", "as good as can be")
EVEN: Final = Label("cân đối nhất có thể", "as even as can be")
EVEN_AFTER: Final = Label("cân đối nhất có thể khi đã đạt các tiêu chí trên", "as even as can be, given the levels above")
EVEN_REST: Final = Label("cân đối nhất có thể; phần lẻ thuộc về {units}", "as even as can be; the rest went to {units}")
THE_LEAST: Final = Label("như phương án tối ưu", "as in an optimal plan")
NOT_THE_LEAST: Final = Label("kém hơn phương án tối ưu", "worse than in an optimal plan")
LESS: Final = Label("tốt hơn", "better")
MORE: Final = Label("kém hơn", "worse")

# The question of a plan, years that are over, and policies side by side.
ROSTER: Final = Label("Danh sách và điều kiện phân công", "Roster of an assignment")
BARS: Final = Label("Trường hợp không được phân công hoặc phải lưu ý", "Pairs that are closed or flagged")
EFFECT: Final = Label("Cách xử lý", "Effect")
SEVERITIES: Final = {
    "hard": Label("không được phân công", "closed"),
    "flag": Label("được phân công, phải lưu ý", "open, but flagged"),
}
HISTORY: Final = Label("Phân công giám sát các năm {first}–{last}", "Who supervised whom from {first} to {last}")
NO_HISTORY: Final = Label("Phân công giám sát các năm trước", "Earlier assignments")
WHO_MET_WHOM: Final = Label("Năm mỗi đơn vị đã giám sát từng đối tượng", "In which years who met whom")
NOT_KNOWN_WHO: Final = Label("Chưa rõ do đơn vị nào giám sát", "Not known by whom")
A_YEAR: Final = Label("Năm", "Year")
RESTS: Final = Label("Cộng dồn qua các năm so với tỷ trọng", "All years together against the shares")
ALL_YEARS: Final = Label("Tổng số lượt đối tượng", "Subjects, all years")
REST: Final = Label("Chênh lệch cộng dồn", "Difference so far")
PLANS: Final = Label("So sánh các phương án", "Plans side by side")
PLANS_SAID: Final = Label(
    "Mỗi cột là một phương án, tốt nhất theo các lựa chọn của phương án đó.",
    "Each column is a plan, the best by its own choices.",
)
PLAN_NUMBER: Final = Label("Phương án {number}", "Plan {number}")
POLICIES: Final = Label("Các lựa chọn", "The choices")
CHOICE: Final = Label("Lựa chọn", "Choice")
BEST_OF_THESE: Final = Label("tốt nhất trong các phương án", "the best of these plans")
NOT_BEST_OF_THESE: Final = Label("kém hơn", "not as good")
OTHER_THAN_FIRST: Final = Label("Số đối tượng khác phương án 1", "Subjects with another lead unit than in plan 1")

# Populations, and results that are kept.
POPULATION: Final = Label("Kết quả đánh giá của nhiều người", "Assessments of many people")
EACH_PERSON: Final = Label("Từng người", "Each person")
GRADE_COUNTS: Final = Label("Số người theo từng mức", "People by grade")
SEE_SHEET: Final = Label("Xem trang tính “{sheet}”.", "See the sheet “{sheet}”.")
FAULTY_COUNT: Final = Label("Số dòng có lỗi", "Faulty rows")
FAULTY_ROWS: Final = Label("Dòng có lỗi", "Faulty rows")
ROW: Final = Label("Dòng số", "Row")
RECEIPT: Final = Label("Biên bản kết quả: {result}", "Record of a result: {result}")
RESTS_ON: Final = Label("Căn cứ của kết quả", "What the result rests on")
PAST_YEARS: Final = Label("Các năm trước đã xét", "Earlier years looked at")
PAST_FACTS: Final = Label(
    "Việc đã xảy ra, không thể thay đổi trong kỳ này: {facts}", "What has happened and cannot be changed in this time: {facts}"
)
NO_WAY_LEFT: Final = Label(
    "Kỳ này không còn cách nào: các cách đều đòi hỏi thay đổi việc đã xảy ra.",
    "No way is left in this time: each would undo what has happened.",
)
LAW_CHANGES: Final = Label("vạch chấm: từ ngày này áp dụng quy định khác", "dotted line: another rule applies from this day on")
MONTH: Final = Label("T{month}", "{month}")

# Several years.
HORIZON: Final = Label("Luân phiên giám sát giai đoạn {first}–{last}", "Rotation from {first} to {last}")
NO_YEARS: Final = Label("Luân phiên giám sát: không có năm nào", "Rotation: no years")
CLAIMS: Final = {
    "per_year": Label(
        "Mỗi năm là phương án tốt nhất có thể khi các năm trước đã định; không khẳng định gì thêm cho cả giai đoạn.",
        "Each year is as good as can be given the years before it; nothing more is claimed of the whole span.",
    ),
    "whole": Label(
        "Xét cả giai đoạn, không có cách phân công nào tốt hơn về số lần giao lại và sự cân đối.",
        "Over the whole span no other assignments are better on repeats and on the balance of the loads.",
    ),
}
LOADS_BY_YEAR: Final = Label("Số đối tượng của từng đầu mối theo năm", "Subjects of each lead unit by year")
WHO_WHEN: Final = Label("Phân công đầu mối giám sát theo từng năm", "Who is supervised by whom, and when")
WHO_WHEN_TOLD: Final = Label(
    "Mỗi hàng là một đối tượng, mỗi cột là một năm; số trong ô là đầu mối theo chú giải.",
    "Each row is a subject, each column a year; the number in a field is the lead unit of the legend.",
)
SAME_AS_BEFORE: Final = Label("cùng đầu mối với năm trước", "the same lead unit as in the year before")
SCORE_BY_YEAR: Final = Label("Kết quả theo từng tiêu chí và từng năm", "Result on each level, year by year")
MEETINGS: Final = Label("Số đầu mối giám sát mỗi đối tượng trong cả giai đoạn", "How many lead units each subject meets")
MEETINGS_COUNT: Final = Label("Số đầu mối", "Lead units")
HORIZON_INFEASIBLE: Final = Label("Không lập được phương án cho năm {year}", "There is no plan for {year}")
YEARS_BEFORE: Final = Label("Các năm đã lập được", "The years before")

# Certificates.
INFEASIBLE: Final = Label("Không có phương án phân công cho năm {year}", "There is no plan for {year}")
PLACES_SHORT: Final = Label("Thiếu chỗ cho {shortage} đối tượng.", "Subjects without a place: {shortage}.")
MINIMA_SHORT: Final = Label(
    "Còn thiếu {excess} đối tượng so với mức tối thiểu.", "Subjects still missing for the minima: {excess}."
)
GROUND: Final = Label("Nguyên nhân độc lập {number}", "Independent reason {number}")
NEEDED_AND_THERE: Final = Label("Cần bao nhiêu, có bao nhiêu", "What is asked for and what there is")
NEEDED: Final = Label("Cần", "Asked for")
THERE_IS: Final = Label("Có", "There is")
MISSING_BY: Final = Label("Thiếu", "Missing")
NEEDED_TOLD: Final = Label(
    "Cần {demand}, có {supply}, thiếu {missing}.", "Asked for {demand}, there is {supply}, missing {missing}."
)
QUANTITY: Final = Label("Đại lượng", "Quantity")
WHO_IS_COUNTED: Final = Label("Đối tượng được tính ({count})", "Subjects counted ({count})")
UNITS_COUNTED: Final = Label("Đầu mối được tính: {units}", "Lead units counted: {units}")
ALL_COUNTED: Final = Label("tất cả đối tượng được tính", "all subjects counted")
WHY_CLOSED: Final = Label("Vì sao không phân công được theo cách khác", "Why the other pairs are closed")
SMALLEST_PART: Final = Label(
    "Phần nhỏ nhất vẫn vướng: {subjects} với {units}; cần {demand}, có {supply}.",
    "The smallest part that still fails: {subjects} with {units}; asked for {demand}, there is {supply}.",
)
REPAIRS: Final = Label("Những sửa đổi đơn lẻ có ích", "Single changes that help")
REPAIRS_NOTE: Final = Label(
    "Mỗi sửa đổi giảm phần thiếu đúng một; sau mỗi lần cần tính lại.",
    "Each lowers what is missing by exactly one; ask again after each.",
)
NO_REPAIR: Final = Label("Không có sửa đổi đơn lẻ nào có ích.", "No single change helps.")

# Obligations.
COMPLIANCE: Final = Label("Nghĩa vụ định kỳ {period}", "Periodic obligations, {period}")
KEPT: Final = Label("Các quy định đã được thực hiện đầy đủ.", "All rules were kept.")
NOT_KEPT: Final = Label("Còn thiếu hoặc quá hạn {count} kỳ theo quy định.", "Missed or late by the rules: {count}.")
KEPT_UNKNOWN: Final = Label("Chưa thể kết luận.", "Not settled yet.")
CALENDAR: Final = Label("Lịch thực hiện", "Calendar")
CALENDAR_TOLD: Final = Label("{obligation}: {states}.", "{obligation}: {states}.")
STATE_COUNT: Final = Label("{state} {count}", "{state} {count}")
OBLIGATION: Final = Label("Nghĩa vụ", "Obligation")
RIGHT: Final = Label("Quyền của Nhân dân", "Right of the people")
VERDICT: Final = Label("Kết luận", "Verdict")
DUE: Final = Label("Đến hạn", "Due")
DONE: Final = Label("Đã làm", "Done")
MISSING: Final = Label("Còn thiếu", "Missing")
NEXT_DUE: Final = Label("Hạn tới", "Next due")
LAST_SAFE_DAY: Final = Label("Ngày muộn nhất còn kịp thực hiện", "Last safe day")
NOTHING_DUE_SENTENCE: Final = Label("Không có kỳ nào đến hạn.", "Nothing was due.")
AGENDA: Final = Label("Việc còn phải làm", "Still to be done")
MISSED: Final = Label("Những kỳ còn thiếu", "What was missed")
DONE_LATE: Final = Label("Đã thực hiện, quá hạn", "Done late")
TERM: Final = Label("Kỳ", "Period")
DEADLINE: Final = Label("Hạn cuối", "Deadline")
DONE_OF: Final = Label("{done}/{needed} {counts}", "{done} of {needed} {counts}")
DETAILS: Final = Label("Từng nghĩa vụ", "Each obligation")
ACCORDING_TO: Final = Label("Theo", "By")
SURPLUS_EVENTS: Final = Label("Lần thực hiện vượt yêu cầu: {ids}", "Held beyond what is asked: {ids}")
SHORT_NOTICE: Final = Label("Thông báo muộn hơn quy định: {ids}", "Announced later than the rule asks: {ids}")
NOT_READ: Final = Label("Chưa rõ quy định về số lần: {periods}", "How often the rule asks for it is not known: {periods}")
NOT_JUDGED: Final = Label(
    "Chưa đánh giá được do các quy định không thống nhất hoặc quá nhiều để tính chính xác: {codes}",
    "Not judged, since the rules are at odds or too many to be counted exactly: {codes}",
)
AS_OF_DAY: Final = Label("tính đến {day}", "as of {day}")

# Reviews and counts.
SUBMITTED_BY: Final = Label("Đơn vị báo cáo", "Submitted by")
REVIEW: Final = Label("{kind}: {title}", "{kind}: {title}")
NO_LINES: Final = Label("Không có nội dung.", "Nothing to report.")
PARTS_TOLD: Final = Label("{part}: {count}", "{part}: {count}")
TALLY: Final = Label("Thống kê: {population}", "Counts: {population}")
COUNTED: Final = Label("Đơn vị tính", "Unit of count")
PART: Final = Label("Phần", "Part")
SUM: Final = Label("Tổng cộng", "Sum of the parts")
HEADLINE: Final = Label("Tổng nêu trong báo cáo", "Headline as reported")
RECONCILES: Final = Label("Tổng nêu trong báo cáo khớp với các phần.", "The headline reconciles with the parts.")
KEPT_BACK: Final = Label("không công bố", "kept back")
KEPT_BACK_NOTE: Final = Label(
    "Số nhỏ hơn {least} (và số có thể làm lộ số đó) không được công bố.",
    "Counts below {least}, and what would give them away, are kept back.",
)
CHANGE_TITLE: Final = Label("So sánh hai kỳ: {population}", "Two times compared: {population}")
EARLIER: Final = Label("Kỳ trước", "Earlier time")
LATER: Final = Label("Kỳ này", "Later time")
DIFFERENCE: Final = Label("Chênh lệch", "Difference")
ONLY_BEFORE: Final = Label("Chỉ có ở kỳ trước: {parts}", "Only in the earlier time: {parts}")
ONLY_AFTER: Final = Label("Chỉ có ở kỳ này: {parts}", "Only in the later time: {parts}")

# Regulations.
REGULATION_REPORT: Final = Label("Quy định: {label}", "Regulation: {label}")
QUESTIONS_ASKED: Final = Label("Nội dung được xét", "Facts that are asked for")
BETTER_ANSWER: Final = Label("Câu trả lời có lợi", "What speaks for the person")
HIGHER: Final = Label("càng cao càng tốt", "more is better")
LOWER: Final = Label("càng thấp càng tốt", "less is better")
NEITHER: Final = Label("không nghiêng về bên nào", "neither")
IS_VALUE: Final = Label("{fact}: {value}", "{fact}: {value}")
AND: Final = Label("và", "and")
NO_REGULATION: Final = Label("Chưa ghi nhận quy định áp dụng", "No regulation known")
DEPENDS_ON_UNIT: Final = Label("Tùy tình hình của đơn vị", "It depends on the unit")
CHOICE_OF_UNIT: Final = Label("Một trong các quy định", "One of these regulations")
LAST_BEFORE: Final = Label("Quy định gần nhất trước đó", "The last one before")
NEXT_AFTER: Final = Label("Quy định tiếp theo", "The next one after")
NOT_ENCODED: Final = Label("Quy định chưa được đưa vào phần mềm", "A regulation that is not encoded")
NOT_ENCODED_SAID: Final = Label(
    "Văn bản điều chỉnh: {instrument}; chưa có đủ toàn văn để áp dụng.",
    "{instrument} governs it, but could not be read far enough to be applied.",
)
CATEGORY: Final = Label("Đối tượng áp dụng", "Whom it judges")
NOT_READ_YET: Final = Label("Phần chưa có toàn văn", "What could not be read")

# Long-run answers.
COOLING_OFF: Final = Label("Thời gian giãn cách có thể duy trì lâu dài", "The cooling-off that can hold for ever")
COVERAGE: Final = Label(
    "Số năm để mọi đối tượng đều được mọi đầu mối giám sát", "Years until every subject has met every lead unit"
)

# Evidence and measures.
WEIGHING: Final = Label("Xem xét thông tin, minh chứng", "How the evidence was weighed")
WEIGHED_BY: Final = Label("Nguyên tắc xem xét", "Weighing policy")
COUNTED_EVIDENCE: Final = Label("Minh chứng được tính", "Evidence that counted")
REFUSED_EVIDENCE: Final = Label("Minh chứng không được tính", "Evidence that did not count")
CHANNEL: Final = Label("Kênh", "Channel")
ANSWER: Final = Label("Nội dung nêu", "What it says")
EVIDENCE: Final = Label("Minh chứng", "Evidence")
OVERRULED: Final = Label("không được tính do có nguồn ưu tiên hơn", "overruled by a channel that comes first")
COUNTS: Final = Label("được tính", "it counts")
POLICY_CHECK: Final = Label("Rà soát nguyên tắc xem xét", "Check of a weighing policy")
CHANNELS: Final = Label("Kênh", "Channels")
REGISTRATION_FAULTS: Final = Label("Thẩm định bản đăng ký", "Vetting of a registration")
REGISTRATION_FAULT_COUNT: Final = Label("Số nội dung cần chỉnh sửa: {count}", "Points to be mended: {count}")
ITEMS: Final = Label("Mục đăng ký", "Commitments")
REGISTRATION_COVERAGE: Final = Label("Tình hình đăng ký", "Who has registered")
ALL_REGISTERED: Final = Label("Mọi người đã đăng ký.", "Everyone has registered.")
NOT_REGISTERED: Final = Label("Số người chưa đăng ký: {count}", "Not registered yet: {count}")
REGISTERED: Final = Label("Đã đăng ký ({count})", "Registered ({count})")
YET_TO_REGISTER: Final = Label("Chưa đăng ký ({count})", "Not registered ({count})")
OF_OTHERS: Final = Label("Bản đăng ký của người ngoài danh sách", "Registrations of people outside the group")
REPEATED: Final = Label("Bản đăng ký trùng của cùng một người", "Further registrations of one person")
RATING_NOTE: Final = Label("Lưu ý trước khi xếp loại", "Before the rating")
TIME_LIMIT: Final = Label("Thời hạn", "Time limit")
HANDLING: Final = Label("Xử lý ý kiến phản ánh", "What to do with a piece of feedback")
MEASURES: Final = Label("Đề xuất biện pháp", "Proposed measures")
MEASURES_NOTE: Final = Label(
    "Đây là đề xuất; người có thẩm quyền quyết định.", "These are proposals; somebody competent decides."
)
PROPOSED: Final = Label("Đề xuất", "Proposed")
UNIT: Final = Label("đơn vị", "unit")
A_PERSON: Final = Label("cá nhân", "person")
COUNTED_LAPSES: Final = Label("Khuyết điểm, vi phạm được tính", "Lapses that count")
LEFT_OUT_LAPSES: Final = Label("Khuyết điểm, vi phạm không được tính", "Lapses that do not")
ALREADY_TAKEN: Final = Label("Đã áp dụng", "Taken already")
REPORTED_TO: Final = Label("Báo cáo", "Reported")
REPORT_OF: Final = Label("{lapse} cho {body}", "{lapse} to {body}")

# Programmes.
SUPERVISION_PLAN: Final = Label("Kế hoạch giám sát số {number}", "Supervision plan No. {number}")
ISSUED_ON: Final = Label("Ngày ban hành", "Issued on")
ISSUER: Final = Label("Cơ quan ban hành", "Issued by")
SCOPE: Final = Label("Phạm vi", "Scope")
CONTENTS: Final = Label("Nội dung giám sát", "What is supervised")
METHODS: Final = Label("Phương thức", "Methods")
CONCERNS: Final = Label("Đối tượng liên quan", "Whom it concerns")
EVERYONE: Final = Label("mọi đối tượng", "every subject")
CHARGES: Final = Label("Phân công đầu mối", "Who leads what")
DELEGATIONS: Final = Label("Đoàn giám sát", "Delegations")
DELEGATION: Final = Label("Đoàn", "Delegation")
HEAD: Final = Label("Trưởng đoàn", "Head")
MEMBERS: Final = Label("Thành viên", "Members")
STANDARDS: Final = Label("Tiêu chuẩn đối chiếu", "What it is held against")
CONFLICTS: Final = Label("Xung đột lợi ích cần xử lý", "Conflicts of interest to be settled")
CONFLICT: Final = Label(
    "{subject} được {lead} giám sát, đồng thời là chính {lead} hoặc thuộc {lead}",
    "{lead} supervises {subject}, who is the lead or belongs to it",
)
SESSION: Final = Label("Buổi giám sát {id}", "Supervision session {id}")
HELD_ON: Final = Label("Ngày tổ chức buổi làm việc", "Held on")
RESULTS: Final = Label("Kết quả được ghi nhận", "Results acknowledged")
RECOMMENDATIONS: Final = Label("Kiến nghị", "Recommendations")
ADDRESSEE: Final = Label("Nơi nhận", "Addressee")
SESSION_CONFLICT: Final = Label(
    "{subject} vừa được giám sát vừa thuộc đoàn giám sát.", "{subject} is supervised and belongs to the delegation."
)
FOLLOW_UPS: Final = Label("Theo dõi việc thực hiện", "Following up")
WITH: Final = Label("Nơi đang xử lý", "With")
ANSWERED_ON: Final = Label("Trả lời ngày", "Answered on")
ENDED_ON: Final = Label("Kết thúc ngày", "Ended on")
DAYS_OVERDUE: Final = Label("Số ngày quá hạn", "Days overdue")

# Disclosure, and two regulations side by side.
WITHHELD: Final = Label("Không cung cấp", "Withheld")
WITHHELD_SAID: Final = Label("Lý do: {reason}.", "Reason: {reason}.")
AUDIENCE: Final = Label("Không cung cấp cho", "Audience")
KIND_OF_VALUE: Final = Label("Loại thông tin", "Kind of value")
SIDE_BY_SIDE: Final = Label("Đối chiếu hai kết quả đánh giá", "Two assessments side by side")
FRONT: Final = Label("Theo giám sát của Mặt trận", "By the Front's supervision")
STATUTORY: Final = Label("Theo xếp loại của pháp luật", "By the statutory grading")
REACHES: Final = Label("Đạt mức đối chiếu", "Reaches the grade named")
LINES_NOT_MET: Final = Label("Những nội dung chưa đạt hoặc chưa rõ", "Lines that are not met, or unknown")

# Errors.
FAULTS: Final = Label("Dữ liệu chưa hợp lệ", "The input makes no sense")
FAULT_COUNT: Final = Label("Số lỗi: {count}", "Faults: {count}")
PLACE: Final = Label("Vị trí", "Place")
FOUND: Final = Label("Giá trị hiện có", "Found")
EXPECTED: Final = Label("Giá trị đúng", "Expected")
FAULT: Final = Label("Lỗi", "Fault")
OF_SUBJECT: Final = Label("Dữ liệu về {subject}", "Input of {subject}")
AT_ODDS: Final = Label("Các nội dung mâu thuẫn: {facts}", "Facts at odds: {facts}")
BROKEN_RULE: Final = Label("Quy tắc bị vi phạm: {rule}", "The rule that they break: {rule}")
BEYOND: Final = Label("Vượt quá khả năng tính chính xác", "Beyond exactness")
BEYOND_SAID: Final = Label(
    "Quy mô {size} vượt quá {limit}, mức lớn nhất được trả lời chính xác.",
    "Size {size} is beyond {limit}, the largest that is answered exactly.",
)
OF_KIND: Final = Label("{who} ({kind})", "{who} ({kind})")
