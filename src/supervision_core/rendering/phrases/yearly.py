"""Phrases about the year's programme, counts, reports and documents. Names in braces are slots."""

from __future__ import annotations

from typing import Final

from supervision_core.values.labels import Label

__all__: list[str] = []

YEARLY: Final = (
    # Plans of supervision, sessions, matters.
    Label("một nội dung của kế hoạch", "a content of the plan"),
    Label("một đầu mối hoặc đoàn giám sát của kế hoạch", "a lead unit or delegation of the plan"),
    Label("một mã mà không đầu mối nào có", "an id that no lead unit has"),
    Label("một đối tượng mà nội dung này liên quan", "a subject that the content concerns"),
    Label("ít nhất một, hoặc để trống cho mọi đối tượng của kế hoạch", "at least one, or None for every subject of the plan"),
    Label("{subject} về {content} do {leads} phụ trách", "{subject} on {content} by {leads:codes}"),
    Label("{subject} về {content}", "{subject} on {content}"),
    Label("các thành viên khác trưởng đoàn", "members other than the head"),
    Label("các thành viên khác, không kể trưởng đoàn", "the other members, without the head"),
    Label("mỗi kiến nghị chỉ một lần", "each recommendation once"),
    Label("kiến nghị", "RECOMMENDATION"),
    Label("mỗi kiến nghị, phản ánh chỉ một lần", "each matter once"),
    Label("mã của một kiến nghị, phản ánh đã nêu", "the id of a matter that is given"),
    Label("vừa giải quyết vừa từ chối trong một ngày", "settled and declined on one day"),
    Label("mỗi lượt chỉ một lần", "each turn once"),
    # Counts and reviews.
    Label("số liệu của cùng một loại", "counts of one kind"),
    Label("số liệu trong cùng một phạm vi", "counts over one population"),
    Label(
        "số liệu của cùng một thời gian; Tally.over_time nối các thời gian", "counts of one time; Tally.over_time joins times"
    ),
    Label("số lượt; người và đơn vị của hai năm có thể là một", "occasions; people and bodies of two years may be the same"),
    Label("thời gian của từng bảng thống kê", "the period of each tally"),
    Label("lượt, lượt người, ý kiến, người hoặc đơn vị", "TURN, PERSON_TURN, OPINION, PERSON or UNIT"),
    Label("báo cáo do publish đưa ra", "a review that publish gave"),
    Label("{kind:kind} như đã công bố", "a {kind:kind} as it was published"),
    Label("để trống, vì chênh lệch có thể làm lộ số không công bố", "None, since a change could give away what is kept back"),
    # Documents and receipts.
    Label("64 chữ số thập lục phân, như fingerprint() đưa ra", "64 hexadecimal digits, as fingerprint() gives them"),
    Label("một mã kiểm chứng", "a fingerprint"),
    Label("một giá trị nông hơn", "a deeper one"),
    Label(
        "chỉ đối tượng, danh sách, văn bản, số nguyên, true, false, null",
        "only objects, lists, texts, whole numbers, true, false, null",
    ),
    Label("lý do giải thích kết quả đánh giá", "the Reason that explains the Assessment"),
    Label("nguyên tắc khi có hồ sơ, không có thì để trống", "a policy with a dossier, and none without"),
    Label(
        "{item} ở đây, vì danh sách được sắp thứ tự và mỗi mục chỉ có một lần",
        "{item} here, since the list is sorted and has each item once",
    ),
    Label("{print}, là quy định như được đưa vào phần mềm ở đây", "{print:any}, the regulation as it is encoded here"),
    Label('một ngày dạng "YYYY-MM-DD"', 'a day as "YYYY-MM-DD"'),
    Label("null", "null"),
    Label("một danh sách trống", "[]"),
    Label("một danh sách", "a list"),
    Label("một danh sách có {count} mục đúng kiểu", "a list of {count}: {items:any}"),
    Label(
        "một số nguyên (lớn hơn {most} về giá trị tuyệt đối thì viết thành văn bản các chữ số)",
        "a whole number (beyond {most} either way as a text of its digits)",
    ),
    Label("{item}, hoặc null", "{item}, or null"),
    Label("một đối tượng JSON", "an object"),
    Label(
        "một đối tượng JSON có khóa là các mã viết theo Unicode dựng sẵn", "an object whose keys are ids in composed Unicode"
    ),
    Label("một đối tượng JSON có {pair}", "an object with {pair:pair}"),
    Label("làm khóa: {item}", "as a key {item}"),
    Label("danh sách và đối tượng JSON lồng nhau nhiều nhất {count} tầng", "lists and objects nested at most {count} deep"),
    Label("không có khóa này", "no such key"),
    Label(
        "văn bản theo Unicode dựng sẵn (NFC), nhiều nhất {count} ký tự",
        "text in composed Unicode (NFC) of at most {count} characters",
    ),
    Label("mã và phiên bản của một quy định có sẵn", "the code and version of a shipped regulation: {codes:any}"),
    Label("true hoặc false", "true or false"),
    Label('một số chính xác: số nguyên, hoặc "p/q" tối giản', 'an exact number: a whole number, or "p/q" in lowest terms'),
    Label("{one}; hoặc {other}", "{one}; or {other}"),
    # Tables.
    Label("các dòng: tiêu đề và danh sách, hoặc bảng tra", "rows: a header and lists, or mappings"),
    Label("các giá trị cùng loại với dữ liệu đã đọc", "values of the kind that was read"),
    Label("kết quả mà {sheet}.read đưa ra", "what {sheet:any}.read gives"),
    Label("độ dài của nhiệm kỳ theo tháng", "the length of the term in months"),
    Label("ngày đầu của một nhiệm kỳ", "the first day of some term"),
)
