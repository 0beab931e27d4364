"""From a user's question to the functions that answer it, in both languages: ``{questions} vi`` or ``{questions} en``.

A test holds that every public function but the generators for tests stands here.
"""

from __future__ import annotations

from docutils import nodes
from reference import FOLDER, PATHS
from sphinx.addnodes import pending_xref
from sphinx.application import Sphinx
from sphinx.util.docutils import SphinxDirective

#: (heading, [(question, names as users write them)]), each text as (Vietnamese, English).
QUESTIONS: list[tuple[tuple[str, str], list[tuple[tuple[str, str], str]]]] = [
    (
        ("Đánh giá", "Judging"),
        [
            (("Người này được xếp loại mức nào, vì sao?", "Which grade is it, and why?"), "assess explain"),
            (
                ("Mức ấy dựa vào căn cứ nào của hồ sơ này?", "Which evidence of this case is behind it?"),
                "explain evidence.explain_weighing",
            ),
            (("Quy định nào áp dụng cho năm ấy?", "Which regulation governs that year?"), "regulations.in_force"),
            (("Phải thay đổi điều gì để đạt mức tốt?", "What would have to change for a better grade?"), "remedies"),
            (
                ("Kết quả trước và sau khác nhau ở đâu, vì sao?", "What became different between two results, and why?"),
                "judging.what_changed",
            ),
            (
                ("Có kiến nghị xem xét lại thì sao?", "What if a result is petitioned against?"),
                "judging.decision_file judging.petition_rule",
            ),
            (("Điều gì có thể làm mất mức ấy?", "What would cost the grade?"), "judging.risks"),
            (
                ("Nhiều người cùng lúc, từ bảng hay khung dữ liệu?", "Many people at once, from a table or data frame?"),
                "assess_columns assess_all judging.assess_rows judging.columns_of",
            ),
            (("Thông tin nào quy định không hỏi đến?", "Which facts does this regulation not ask for?"), "unused_facts"),
            (("Từ các tháng ra cả năm?", "From months to a year?"), "judging.roll_up judging.for_year judging.task_results"),
            (("Người chuyển công tác thì nơi nào đánh giá?", "Who rates somebody who moved?"), "judging.who_rates"),
            (
                ("Không quá bao nhiêu phần trăm được xuất sắc?", "No more than so many per cent excellent?"),
                "apply_quota judging.held_to_unit",
            ),
            (
                ("Quyết định nào đang có hiệu lực, đã thay quyết định nào?", "Which decision stands, and what did it replace?"),
                "judging.in_effect judging.decision_chain",
            ),
            (
                ("Mặt trận và cơ quan đánh giá khác nhau ở đâu?", "Where do the Front's and the statutory grade differ?"),
                "judging.lay_side_by_side",
            ),
            (("Nhắc nhở, chấn chỉnh hay xem xét kỷ luật?", "Remind, correct or consider discipline?"), "escalate"),
            (("Các đơn vị so với nhau ra sao?", "How do units compare?"), "judging.profiles"),
        ],
    ),
    (
        ("Quy định của địa phương", "A locality's own rules"),
        [
            (
                ("Tiêu chí hai yêu cầu với lựa chọn của địa phương?", "The two-part criterion with our own choices?"),
                "regulations.good_performance",
            ),
            (
                ("Quy định có chỗ hở, mâu thuẫn, mức không ai đạt được?", "Has it holes, conflicts, grades nobody can get?"),
                "check_regulation",
            ),
            (
                ("In quy định thành bảng để cán bộ pháp chế rà soát?", "The regulation as a table for a lawyer?"),
                "judging.decision_table",
            ),
            (("Đổi quy định thì ai đổi mức?", "Who gets another grade by a new version?"), "judging.compare_regulations"),
        ],
    ),
    (
        ("Từ thông tin đến căn cứ", "From evidence to facts"),
        [
            (("Gom phiếu, phản ánh, bản đăng ký theo từng người?", "Sort loose evidence by person?"), "evidence.gather"),
            (
                ("Thông tin trái ngược thì điều gì được coi là rõ?", "What is known when sources disagree?"),
                "weigh evidence.weigh_all evidence.check_weighing",
            ),
            (
                ("Bản đăng ký có chung chung, dàn trải, sao chép?", "Is a registration vague, scattered or copied?"),
                "registration_faults evidence.vet_registrations",
            ),
            (("Ai đã đăng ký, ai chưa?", "Who registered, and who did not?"), "evidence.registration_coverage"),
            (
                ("Phải trả lời trước ngày nào, đã trả lời chưa?", "By when is an answer due, and is it there?"),
                "evidence.reply_due evidence.reply_state evidence.reply_counts",
            ),
            (
                ("Đơn này xử lý thế nào theo luật?", "What does the law want done with this letter?"),
                "evidence.handling evidence.notes_before_rating",
            ),
            (("Nhân dân nói nhiều về việc gì?", "What do people speak of most?"), "evidence.topic_counts"),
            (("Còn thiếu phiếu nhận xét nơi cư trú?", "Is the comment of the residence missing?"), "evidence.comment_duty"),
        ],
    ),
    (
        ("Luân phiên", "Rotation"),
        [
            (("Sang năm ai giám sát ai?", "Who supervises whom next year?"), "plan_year"),
            (("Phương án này có đúng và tối ưu không?", "Is this plan right, and is none better?"), "verify_plan"),
            (
                ("Vì sao không có phương án, và sửa thế nào?", "Why is there no plan, and what helps?"),
                "plan_year verify_infeasible",
            ),
            (("Phương án lập bằng tay có lỗi gì?", "What is wrong with a plan made by hand?"), "audit_plan"),
            (
                ("Vì sao người này do đầu mối ấy giám sát?", "Why is this person with that unit?"),
                "explain_assignment rotation.explain_assignments rotation.verify_explanation",
            ),
            (
                ("Giữa năm có người đến, người đi, đơn vị sáp nhập?", "People come and go, units merge in mid-year?"),
                "replan rotation.verify_replan",
            ),
            (("Nhiều năm tới thì sao?", "What about the next years?"), "plan_horizon verify_horizon"),
            (("Nên chọn nguyên tắc luân phiên nào?", "Which policy should we choose?"), "rotation.compare_policies"),
            (("Mỗi địa bàn một danh sách?", "A roster for each area?"), "rotation.by_area rotation.area_warnings"),
            (
                ("Giữ thời gian giãn cách được mấy năm?", "How long a cooling-off can last?"),
                "sustainable_cooling_off rotation.verify_cooling_off",
            ),
            (
                ("Bao lâu thì ai cũng được mọi đầu mối giám sát?", "When has everybody met every unit?"),
                "years_to_full_coverage rotation.verify_coverage",
            ),
            (
                ("Ai không được giám sát ai?", "Who may not supervise whom?"),
                "bars_for rotation.supervised_twice rotation.loops rotation.lead_unit_warnings rotation.leading_only",
            ),
            (
                ("Cả tỉnh, cả nước cùng một lần?", "A province or the country at once?"),
                "plan_each rotation.verify_each rotation.histories_for rotation.report_loads",
            ),
            (("Hai phương án khác nhau chỗ nào?", "How do two plans differ?"), "diff"),
            (
                ("Danh sách và lịch sử có cùng một người không?", "Do roster and history mean the same people?"),
                "rotation.compare_ids rotation.check_roster",
            ),
        ],
    ),
    (
        ("Nghĩa vụ định kỳ", "Periodic obligations"),
        [
            (
                ("Việc nào đến hạn, đã làm, làm muộn, bỏ sót?", "What was due, done, late, missed?"),
                "compliance obligations.compliance_all",
            ),
            (
                ("Luật đặt ra những việc định kỳ nào?", "Which obligations does the law set?"),
                "regulations.obligations_on regulations.obligation_facts",
            ),
            (
                ("Việc định kỳ có tham số của địa phương?", "Obligations with a place's own parameters?"),
                (
                    "regulations.budget_reports regulations.community_conference"
                    " regulations.hanoi_dialogue regulations.inspection_plans"
                ),
            ),
        ],
    ),
    (
        ("Chương trình, sơ kết, công khai", "Programme, review, publication"),
        [
            (
                ("Đếm và đối chiếu số liệu?", "Count and reconcile?"),
                "programme.grade_tally programme.grade_labels programme.count_turns programme.own_head_turns",
            ),
            (("Số liệu thay đổi thế nào so với năm trước?", "How did the counts change?"), "programme.change_between"),
            (
                ("Vấn đề nhân dân nêu đã đi đến đâu?", "What became of what people raised?"),
                "programme.follow_up programme.head_facts",
            ),
            (("Ai giám sát việc gì trong năm?", "Who has which charge this year?"), "programme.charges_of"),
            (
                ("Viết báo cáo sơ kết gồm những mục nào?", "Which sections make a review?"),
                (
                    "programme.basis_section programme.compliance_section programme.matters_section"
                    " programme.session_section programme.tally_section"
                ),
            ),
            (("Ai được xem gì?", "Who may see what?"), "redact programme.disclosure_of"),
            (("Công khai số liệu mà không lộ ai?", "Publish counts that betray nobody?"), "publish"),
        ],
    ),
    (
        ("Đọc bảng, in báo cáo, lưu giữ", "Tables in, reports out, documents"),
        [
            (
                ("Đọc bảng Excel, CSV, khung dữ liệu?", "Read Excel, CSV, data frames?"),
                (
                    "tables.officials tables.lead_units tables.bars tables.history tables.facts"
                    " tables.months tables.ratings tables.feedback tables.commitments tables.attendance"
                    " tables.discipline tables.obligations tables.events tables.events_by_subject"
                    " tables.waivers tables.moved_deadlines tables.wide_history tables.read"
                    " tables.facts_table tables.months_table tables.bars_table tables.history_table"
                    " tables.events_table tables.wide_history_table"
                ),
            ),
            (
                ("In ra để ký, gửi, treo?", "Print, sign, send, put up?"),
                "rendering.to_html rendering.to_docx rendering.to_xlsx rendering.to_text rendering.to_markdown",
            ),
            (
                ("Hình vẽ và trang của riêng ứng dụng?", "Pictures and pages of one's own?"),
                "rendering.to_svg rendering.to_page rendering.stylesheet",
            ),
            (
                ("Lưu thành JSON và đọc lại nhiều năm sau?", "Keep as JSON and read it years later?"),
                (
                    "serialization.to_document serialization.from_document serialization.json_schema"
                    " serialization.make_converter"
                ),
            ),
            (
                (
                    "Lưu kết quả cùng mọi căn cứ, kiểm tra lại sau này?",
                    "Keep a result with all it rests on, and check it later?",
                ),
                (
                    "serialization.receipt serialization.recheck serialization.reworded"
                    " serialization.fingerprint serialization.canonical_bytes"
                ),
            ),
        ],
    ),
]


def page_link(name: str, docname: str) -> pending_xref:
    """A link to the page of a public name."""
    path = f"supervision_core.{name}"
    if path not in PATHS:
        raise KeyError(path)
    link = pending_xref(
        "", refdomain="std", reftype="doc", reftarget=f"/{FOLDER}/{path}", refexplicit=True, refwarn=True, refdoc=docname
    )
    link += nodes.literal(text=f"sc.{name}")
    return link


class Questions(SphinxDirective):
    """One section a subject, one question a term, the functions below it."""

    required_arguments = 1

    def run(self) -> list[nodes.Node]:
        """Sections with definition lists."""
        at = 0 if self.arguments[0] == "vi" else 1
        found: list[nodes.Node] = []
        for heading, questions in QUESTIONS:
            section = nodes.section(ids=[nodes.make_id(heading[1])])
            section += nodes.title(text=heading[at])
            listing = nodes.definition_list()
            for question, names in questions:
                said = nodes.paragraph()
                for place, name in enumerate(names.split()):
                    said += [nodes.Text(" · ")] * (place > 0)
                    said += page_link(name, self.env.docname)
                listing += nodes.definition_list_item("", nodes.term("", question[at]), nodes.definition("", said))
            section += listing
            found.append(section)
        return found


def setup(app: Sphinx) -> dict[str, object]:
    """One directive."""
    app.add_directive("questions", Questions)
    return {"parallel_read_safe": True, "parallel_write_safe": True}
