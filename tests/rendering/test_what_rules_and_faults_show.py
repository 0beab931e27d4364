"""Pages of regulations, of checks and of what is wrong, part by part; and the sizes of letters around a paper."""

import io
import re
import zipfile
from fractions import Fraction

import pytest

import supervision_core as sc
from rendering.seen import CITED, NAMES, RULE, seen
from supervision_core.rendering import Frame, Page, Paragraph, Signature
from supervision_core.rendering.writers.docx import write_docx


def shows(value, lang, *expected, **more):
    """Whether the page of a value shows this and nothing else, in this order."""
    assert seen(value, lang, **{"names": NAMES[lang], **more}) == list(expected)


def test_a_regulation():
    """What it is and where it stands, its grades from the best, what it asks for and which answer is the better one, and its table."""
    shows(
        RULE, "en",
        "# Regulation: A trial rule", "Regulation: A trial rule", f"Source: {CITED['en']}", "In force: from 2014-02-28 on", "Version of the encoding: 1", "## Grades", "Grade", "Good", "Bad",
        "## Facts that are asked for", "Item | What speaks for the person", "Matter a | yes", "Matter b | yes", "## Decision table",
        "The lines exclude each other and cover every case; a dash means that it does not matter.", "[Decision table]", "Line> | Matter a | Matter b | Grade", "1 | no | – | Bad",
        "2 | yes | no | Bad", "3 | yes | yes | Good",
    )  # fmt: skip
    assert seen(RULE, "vi")[9:] == [
        "## Nội dung được xét", "Nội dung | Câu trả lời có lợi", "Việc a | có", "Việc b | có", "## Bảng quyết định",
        "Các dòng loại trừ nhau và bao quát mọi trường hợp; ô có dấu – là nội dung không ảnh hưởng.", "[Bảng quyết định]", "Dòng> | Việc a | Việc b | Mức", "1 | không | – | Kém",
        "2 | có | không | Kém", "3 | có | có | Tốt",
    ]  # fmt: skip


def test_odd_policies():
    """How many spots, and each with its facts and channels by their names."""
    finding = sc.evidence.WeighingFinding(kind=next(iter(sc.evidence.WeighingFindingKind)), codes=("civic.standing",), channels=("camera", "own"))
    standing, kind = sc.regulations.VOCABULARY["civic.standing"].label, finding.kind.label

    assert seen([finding, finding], "en") == [
        "# Check of a weighing policy", "[!] Spots to be looked at: 2", "[Check of a weighing policy]", "Finding | Facts | Channels",
        *[f"! {kind.en} | {standing.en} | Camera at the one-stop desk, own"] * 2,
    ]  # fmt: skip
    assert seen([finding], "vi")[-1] == f"! {kind.vi} | {standing.vi} | Camera tại bộ phận một cửa, own"


def test_a_registration_that_is_to_be_mended():
    """How many points, which commitments, how alike another one is, and where it is asked for."""
    faults = [
        sc.evidence.RegistrationFault(kind=sc.evidence.RegistrationFaultKind.VAGUE, item_ids=("1", "2")),
        sc.evidence.RegistrationFault(kind=sc.evidence.RegistrationFaultKind.COPIED, item_ids=("2",), peer=("dk-8", "3"), likeness=Fraction(9, 10)),
    ]
    cited = sc.evidence.RegistrationFaultKind.VAGUE.citation.text("vi")

    assert seen(faults, "vi") == [
        "# Thẩm định bản đăng ký", "[!] Số nội dung cần chỉnh sửa: 2", "[Thẩm định bản đăng ký]", "Loại | Mục đăng ký | Ghi chú | Căn cứ", "! chung chung | 1, 2 |  | [1]",
        "! sao chép của người khác | 2 | giống dk-8, mục 3: 90% |", f"[1] {cited}",
    ]  # fmt: skip


def test_what_is_wrong():
    """How many faults, and each by its kind, its place in words, what was found and what would be right."""
    with pytest.raises(sc.InvalidInput) as raised:
        sc.Bar(subject_id=" ", lead_unit_id=5, reason=sc.BarReason.KIN)
    assert seen(raised.value, "vi") == [
        "# Dữ liệu chưa hợp lệ", "[✗] Số lỗi: 2", "[Dữ liệu chưa hợp lệ]", "Lỗi | Vị trí | Giá trị hiện có | Giá trị đúng",
        "để trống | trường hợp không được phân công “ ”, 5: đối tượng | “ ” | ít nhất một ký tự nhìn thấy được",
        "không phải văn bản | trường hợp không được phân công “ ”, 5: đầu mối | 5 | văn bản",
    ]  # fmt: skip
    assert seen(raised.value, "en") == [
        "# The input makes no sense", "[✗] Faults: 2", "[The input makes no sense]", "Fault | Place | Found | Expected", "blank | Bar (' ', 5).subject_id | ' ' | at least one visible character",
        "not text | Bar (' ', 5).lead_unit_id | 5 | text (str)",
    ]  # fmt: skip


def test_whose_input_and_which_facts_are_at_odds():
    """Of whom it is, and the rule that cannot be kept by both."""
    one = sc.InvalidInput((sc.Fault("blank", "Subject.id", "' '", "at least one visible character"),), subject_id="o1")
    assert "Dữ liệu về Người một" in seen(one, "vi", names=NAMES["vi"])
    assert "Input of First" in seen(one, "en", names=NAMES["en"])


FRAME = Frame(
    superior="CẤP TRÊN", issuer="MẶT TRẬN", heading=("QUỐC HIỆU", "Tiêu ngữ"), number="Số: 1", place_and_day="nơi, ngày", title="BÁO CÁO", about="Về việc", recipients_head="Nơi nhận:",
    recipients=("Một", "Hai"), signatures=(Signature(on_behalf_of="TM. BAN", post="CHỦ TỊCH", name="An"),),
)  # fmt: skip


def test_the_letters_around_a_paper():
    """As the decree on papers lays down: 12 or 13 points, what is signed and the national heading bold, place and day slanted, recipients in 11."""
    with zipfile.ZipFile(io.BytesIO(write_docx(Page(title="t", lang="vi", blocks=(Paragraph(text="Câu."),), frame=FRAME)))) as packed:
        told = packed.read("word/document.xml").decode()
    runs = {re.sub(r"<[^>]+>", "", run): run for run in re.findall(r"<w:r>.*?</w:r>", told)}

    def look(text):
        run = runs[text]
        size = re.search(r'<w:sz w:val="(\d+)"/>', run)
        return (None if size is None else int(size[1]) / 2, "<w:b/>" in run, "<w:i/>" in run)

    assert {text: look(text) for text in runs if text not in {"", "Câu.", "BÁO CÁO", "Về việc"} and not text.startswith("─")} == {
        "CẤP TRÊN": (12, False, False), "MẶT TRẬN": (12, True, False), "Số: 1": (13, False, False), "QUỐC HIỆU": (12, True, False), "Tiêu ngữ": (13, True, False), "nơi, ngày": (13, False, True),
        "Nơi nhận:": (12, True, True), "- Một": (11, False, False), "- Hai": (11, False, False), "TM. BAN": (13, True, False), "CHỦ TỊCH": (13, True, False), "An": (13, True, False),
    }  # fmt: skip
