"""Each page as a reader takes it in, part by part and in both languages: titles, heads, rows, marks and pictures, as the words of the reports say them."""

from datetime import date

import attrs
import pytest

import supervision_core as sc
from rendering.seen import CITED, NAMES, RULE, WARD, seen
from supervision_core import Label
from supervision_core.judging import PeriodFacts, PeriodState, roll_up
from supervision_core.obligations import Counting, Frequency, Right, TimeUnit
from supervision_core.programme import (
    AcknowledgedResult,
    Charge,
    CountKind,
    Delegation,
    DelegationSession,
    Matter,
    MatterKind,
    MatterStep,
    PlanContent,
    ReviewLine,
    ReviewSection,
    StepKind,
    SupervisionMethod,
)

BOTH = pytest.mark.parametrize("lang", ["vi", "en"])


def shows(value, lang, expected, **more):
    """Whether the page of a value shows this and nothing else, in this order."""
    assert seen(value, lang, **{"names": NAMES[lang], **more}) == expected


ASK = Matter(
    id="KN-1", kind=MatterKind.RECOMMENDATION, text=Label("Đối thoại", "Dialogue"), addressee_id="o1", raised_on=date(2023, 6, 2), due=date(2023, 12, 31), competent_id="front"
)
METHODS = tuple(sorted(SupervisionMethod, key=lambda one: one.value)[:2])
SESSION = DelegationSession(
    id="GS-1", head_id="front", member_ids=["o1", "women"], subject_id="o1", content=Label("Dân chủ", "Democracy"), period=sc.Period.of_year(2022), held_on=date(2023, 6, 2),
    results=[AcknowledgedResult(text=Label("Niêm yết", "Posted"), right=Right.KNOW, sources=["bb-1"]), AcknowledgedResult(text=Label("Khác", "Other"))], recommendations=[ASK],
)  # fmt: skip


class TestProgrammes:
    """Plans of supervision, sessions, matters and counts."""

    PLAN = sc.SupervisionPlan(
        number="02/KH-MT",
        issued_on=date(2014, 2, 28),
        issuer=Label("Mặt trận phường", "The ward's Front"),
        scope=Label("Cán bộ phường", "Officials of the ward"),
        period=sc.Period.of_year(2014),
        contents=[PlanContent(id="ethics", label=Label("Đạo đức", "Ethics"), methods=METHODS), PlanContent(id="one", label=Label("Riêng", "For one"), subject_ids=["o1"])],
        subjects=[sc.Subject(id="o1"), sc.Subject(id="o2", label=Label("Người thứ hai", "The second"))],
        lead_units=["front"],
        delegations=[Delegation(id="doan", head_id="o2", member_ids=["p1"])],
        charges=[Charge(lead_id="front", subject_ids=["o1"], content_ids=["ethics", "one"]), Charge(lead_id="doan", subject_ids=["o2"], content_ids=["ethics"])],
        standards=[WARD.citation],
    )

    def test_a_plan_in_vietnamese(self):
        """The conflict first; then what is supervised, who leads what in the order that was asked for, and the delegations."""
        shows(
            self.PLAN,
            "vi",
            [
                "# Kế hoạch giám sát số 02/KH-MT",
                "[!] Xung đột lợi ích cần xử lý",
                "  Người hai được doan giám sát, đồng thời là chính doan hoặc thuộc doan",
                "Ngày ban hành: 28/02/2014",
                "Cơ quan ban hành: Mặt trận phường",
                "Phạm vi: Cán bộ phường",
                "Thời gian: năm 2014",
                "Số đối tượng: 2",
                "## Nội dung giám sát",
                "Nội dung | Phương thức | Đối tượng liên quan",
                f"Đạo đức | {METHODS[0].label.vi}, {METHODS[1].label.vi} | mọi đối tượng",
                "Riêng |  | Người một",
                "## Phân công đầu mối",
                "Đầu mối | Nội dung | Số đối tượng> | Đối tượng",
                "Mặt trận | Đạo đức; Riêng | 1 | Người một",
                "doan | Đạo đức | 1 | Người hai",
                "## Đoàn giám sát",
                "Đoàn | Trưởng đoàn | Thành viên",
                "doan | Người hai | p1",
                "## Tiêu chuẩn đối chiếu",
                CITED["vi"],
            ],
            order=["front", "doan"],
        )

    def test_a_plan_in_english(self):
        """A subject's own label where no other name is given; whoever has no place in the order follows by id."""
        shows(
            attrs.evolve(self.PLAN, standards=[]),
            "en",
            [
                "# Supervision plan No. 02/KH-MT",
                "[!] Conflicts of interest to be settled",
                "  doan supervises The second, who is the lead or belongs to it",
                "Issued on: 2014-02-28",
                "Issued by: The ward's Front",
                "Scope: Officials of the ward",
                "Period: 2014",
                "Subjects: 2",
                "## What is supervised",
                "Item | Methods | Whom it concerns",
                f"Ethics | {METHODS[0].label.en}, {METHODS[1].label.en} | every subject",
                "For one |  | o1",
                "## Who leads what",
                "Lead unit | Item | Subjects> | Subjects",
                "doan | Ethics | 1 | The second",
                "front | Ethics; For one | 1 | o1",
                "## Delegations",
                "Delegation | Head | Members",
                "doan | The second | p1",
            ],
            names={},
        )

    def test_a_session(self):
        """Who is supervised and belongs to the delegation is told first; what was found, for which right, and what was recommended."""
        shows(
            SESSION,
            "vi",
            [
                "# Buổi giám sát GS-1",
                "[!] Người một vừa được giám sát vừa thuộc đoàn giám sát.",
                "Nội dung: Dân chủ",
                "Đối tượng: Người một",
                "Ngày tổ chức buổi làm việc: 02/6/2023",
                "Thời gian: năm 2022",
                "Trưởng đoàn: Mặt trận",
                "Thành viên: Người một, Hội Phụ nữ",
                "## Kết quả được ghi nhận",
                "Nội dung | Quyền của Nhân dân | Nguồn",
                "Niêm yết | dân biết | bb-1",
                "Khác | – |",
                "## Kiến nghị",
                "Số | Nội dung | Nơi nhận | Hạn cuối",
                "KN-1 | Đối thoại | Người một | 31/12/2023",
            ],
        )
        shows(
            attrs.evolve(SESSION, member_ids=[], results=[]),
            "en",
            [
                "# Supervision session GS-1",
                "Item: Democracy",
                "Subject: First",
                "Held on: 2023-06-02",
                "Period: 2022",
                "Head: Front",
                "## Recommendations",
                "Number | Item | Addressee | Deadline",
                "KN-1 | Dialogue | First | 2023-12-31",
            ],
        )

    def test_matters_and_how_they_stand(self):
        """Overdue is bad, settled is good, settled late is flagged, what waits is open, and what was declined is neither."""
        steps = {
            "KN-2": [(date(2023, 7, 1), StepKind.SETTLED)], "KN-3": [(date(2024, 1, 5), StepKind.SETTLED)], "KN-4": [(date(2023, 7, 1), StepKind.ANSWERED)],
            "KN-5": [(date(2023, 7, 1), StepKind.DECLINED)],
        }  # fmt: skip
        asked = [attrs.evolve(ASK, id=f"KN-{n}", due=date(2024, 6, 30) if n == 6 else ASK.due, competent_id=None) for n in range(1, 7)]
        taken = [MatterStep(matter_id=one, on=day, kind=kind) for one, found in steps.items() for day, kind in found]
        lines = seen(sc.programme.follow_up(asked, taken, as_of=date(2024, 1, 15)), "en", names=NAMES["en"])

        assert lines[:4] == ["# Following up", "As of: 2024-01-15", "[Following up]", "Number | Item | State | With | Deadline | Answered on | Ended on | Days overdue>"]
        assert [line.split(" | ")[2][0] for line in lines[4:]] == ["✗", "✓", "!", "✗", "•", "?"]
        assert lines[4].split(" | ")[3:] == ["First", "2023-12-31", "–", "–", "15"]
        assert lines[5].split(" | ")[3:] == ["First", "2023-12-31", "2023-07-01", "2023-07-01", "–"]
        assert lines[9].split(" | ")[4:] == ["2024-06-30", "–", "–", "–"]

    def test_a_tally_and_what_is_published_of_it(self):
        """Each part in number and per cent as a picture and a table; what is kept back has no bar, and the note says why."""
        tally = sc.Tally(kind=CountKind.PERSON, population="women", parts={"front": 3, "o1": 9}, headline=12, period=sc.Period.of_year(2014))
        shows(
            tally,
            "vi",
            [
                "# Thống kê: Hội Phụ nữ",
                "[✓] Tổng nêu trong báo cáo khớp với các phần.",
                "Đơn vị tính: người",
                "Thời gian: năm 2014",
                "[Thống kê: Hội Phụ nữ]",
                "Mặt trận: 3; Người một: 9.",
                "Mặt trận ▌3 (3)",
                "Người một ▌9 (9)",
                "[Thống kê: Hội Phụ nữ]",
                "Phần | Số lượng> | Tỷ lệ>",
                "Mặt trận | 3 | 25%",
                "Người một | 9 | 75%",
                "Tổng cộng | 12 | 100%",
                "Tổng nêu trong báo cáo | 12 |",
            ],
        )
        shows(
            sc.publish(attrs.evolve(tally, parts={"front": 1, "o1": 3, "o2": 9}, headline=None, period=None), at_least=5),
            "en",
            [
                "# Counts: Women",
                "Unit of count: people",
                "[Counts: Women]",
                "Second: 9.",
                "Second ▌9 (9)",
                "[Counts: Women]",
                "Part | Count>",
                "Front | kept back",
                "First | kept back",
                "Second | 9",
                "Sum of the parts | 13",
                "Counts below 5, and what would give them away, are kept back.",
            ],
        )

    def test_counts_of_two_times(self):
        """Part by part with signs, the sum below them, and what was counted once only."""
        before = sc.Tally(kind=CountKind.PERSON, population="women", parts={"front": 3, "o1": 9, "x": 1}, period=sc.Period.of_year(2014))
        after = sc.Tally(kind=CountKind.PERSON, population="women", parts={"front": 5, "o1": 8, "y": 2}, period=sc.Period.of_year(2015))
        vi, en = (seen(sc.programme.change_between(before, after), lang, names=NAMES[lang]) for lang in ("vi", "en"))

        assert vi[0] == "# So sánh hai kỳ: Hội Phụ nữ"
        assert vi[1].startswith("[•] ")
        assert vi[2:] == [
            "Kỳ trước: năm 2014", "Kỳ này: năm 2015", "Chênh lệch", "Phần | Chênh lệch>", "Mặt trận | +2", "Người một | −1", "Tổng cộng | +1", "Chỉ có ở kỳ trước: x",
            "Chỉ có ở kỳ này: y",
        ]  # fmt: skip
        assert en[2:] == [
            "Earlier time: 2014", "Later time: 2015", "Difference", "Part | Difference>", "Front | +2", "First | −1", "Sum of the parts | +1",
            "Only in the earlier time: x", "Only in the later time: y",
        ]  # fmt: skip

    def test_a_section_of_a_review(self):
        """Only the heads that some line needs, in their order; what is counted is drawn, and what a line rests on stands below by number."""
        lines = [
            ReviewLine(label=Label("Tốt", "Good"), count=8, percent=80, kind=CountKind.PERSON, state=Label("đã xong", "done"), day=date(2014, 3, 5), remark=Label("ghi chú", "a remark"), sources=["s-1"],
                       citation=WARD.citation),
            ReviewLine(label=Label("Khá", "Fair"), count=2, percent=20, kind=CountKind.PERSON),
            ReviewLine(label=Label("Chưa rõ", "Not known"), sources=["s-1"]),
        ]  # fmt: skip
        section = ReviewSection(code="x", title=Label("Xếp loại", "Grades"), lines=lines)
        shows(
            section,
            "vi",
            [
                "# Xếp loại",
                "Tốt: 8 người; Khá: 2 người.",
                "Tốt ▌8 (8 người)",
                "Khá ▌2 (2 người)",
                "[Xếp loại]",
                "Nội dung | Số lượng> | Tỷ lệ> | Tình trạng | Ngày | Ghi chú | Căn cứ",
                "Tốt | 8 người | 80% | đã xong | 05/3/2014 | ghi chú | [1] [2]",
                "Khá | 2 người | 20% |  |  |  |",
                "Chưa rõ |  |  |  |  |  | [2]",
                f"[1] {CITED['vi']}",
                "[2] nguồn: s-1",
            ],
        )
        assert seen(attrs.evolve(section, lines=[attrs.evolve(lines[0], count=None, percent=None, kind=None)]), "en")[1:3] == [
            "Item | State | Day | Remark | Legal basis", "Good | done | 2014-03-05 | a remark | [1] [2]",
        ]  # fmt: skip
        assert seen(attrs.evolve(section, lines=[]), "en") == ["# Grades", "Nothing to report."]


class TestCases:
    """Cases, years, what changed."""

    @BOTH
    def test_an_open_case(self, lang):
        """What may still come of it, the rule with its source, and which answers lead where."""
        facts = sc.Facts([sc.Fact(code="a", value=True, sources=["bb-1"])])
        lines = seen(sc.assess(RULE, facts), lang, facts=facts)
        expected = {
            "vi": [
                "# Kết quả đánh giá: Quy định thử", "[?] Chưa xác định: có thể là Tốt hoặc Kém", "  Nên làm rõ trước tiên: Việc b", "Quy định: Quy định thử",
                f"Văn bản: {CITED['vi']}", "Hiệu lực: từ ngày 28/02/2014", f"Phiên bản số hóa: {RULE.version}", "## Vì sao",
            ],
            "en": [
                "# Assessment: A trial rule", "[?] Not settled: possible are Good or Bad", "  Worth asking first: Matter b", "Regulation: A trial rule",
                f"Source: {CITED['en']}", "In force: from 2014-02-28 on", f"Version of the encoding: {RULE.version}", "## Why",
            ],
        }  # fmt: skip
        questions = {
            "vi": ["## Nội dung cần làm rõ", "Nội dung | Nếu trả lời | thì có thể là", "Việc b | không | Kém", "Việc b | có | Tốt"],
            "en": ["## Facts worth asking for", "Item | If the answer is | then possible are", "Matter b | no | Bad", "Matter b | yes | Good"],
        }

        assert lines[:8] == expected[lang]
        assert lines[-4:] == questions[lang]
        why = "nguồn: bb-1" if lang == "vi" else "sources: bb-1"
        assert sum(why in line for line in lines) == 1

    @BOTH
    @pytest.mark.parametrize(("answers", "sign", "grade"), [({"a": True, "b": True}, "✓", ("Tốt", "Good")), ({"a": False}, "✗", ("Kém", "Bad"))])
    def test_a_settled_case(self, lang, answers, sign, grade):
        """The best grade has a good mark and the worst a bad one, above and in the reasons."""
        lines = seen(sc.assess(RULE, sc.Facts.of(answers)), lang)
        name = grade[lang == "en"]

        assert lines[1] == f"[{sign}] {'Kết quả' if lang == 'vi' else 'Result'}: {name}"
        verdict = ("đạt", "met")[lang == "en"]
        assert f"{sign} {name} ({verdict})" in lines[7:]
        assert "## Nội dung cần làm rõ" not in lines

    @BOTH
    def test_the_facts_of_a_case(self, lang):
        """What is found by its value, and every other state with an open mark; sources by name, and a remark."""
        facts = sc.Facts(
            [
                sc.Fact(code="civic.standing", value=True, sources=["o1"]),
                sc.Fact(code="conduct.violation", state=sc.FactState.CONTESTED, sources=["a", "b"], why=Label("chưa rõ", "unclear")),
            ]
        )
        standing, violation = (sc.regulations.VOCABULARY[code].label.text(lang) for code in ("civic.standing", "conduct.violation"))
        expected = {
            "vi": ["# Căn cứ của từng nội dung", "Nội dung | Giá trị | Tình trạng | Nguồn | Ghi chú", f"{standing} | có | {sc.FactState.FOUND.label.vi} | Người một |",
                   f"{violation} | – | ? còn mâu thuẫn | a, b | chưa rõ"],
            "en": ["# What each fact rests on", "Item | Value | State | Sources | Remark", f"{standing} | yes | {sc.FactState.FOUND.label.en} | First |",
                   f"{violation} | – | ? contested | a, b | unclear"],
        }  # fmt: skip
        shows(facts, lang, expected[lang])

    @BOTH
    def test_what_changed_in_a_case(self, lang):
        """The result then and now, the facts that differ, and the lines that turned."""
        change = sc.judging.what_changed(*(sc.assess(RULE, sc.Facts.of({"a": True, "b": answer})) for answer in (True, False)))
        lines = seen(change, lang)
        expected = {
            "vi": ["# Nội dung thay đổi so với trước", "[!] Kết quả: Kém (trước: Tốt)", "## Nội dung khác trước", "Nội dung | Trước | Sau", "Việc b | có | không",
                   "## Tiêu chí đổi kết quả", "Nội dung | Trước | Sau"],
            "en": ["# What changed", "[!] Result: Bad (before: Good)", "## Facts that differ", "Item | Before | After", "Matter b | yes | no", "## Lines that turned",
                   "Item | Before | After"],
        }  # fmt: skip
        assert lines[:7] == expected[lang]
        assert ("Việc b | ✓ đạt | ✗ không đạt" if lang == "vi" else "Matter b | ✓ met | ✗ not met") in lines

    @BOTH
    def test_a_year_from_its_parts(self, lang):
        """Which parts count and which do not, and what the year comes to."""
        parts = [
            PeriodFacts(period=sc.Period.of_month(2026, month), state=state, facts=sc.Facts.of({"a": True, "b": True}) if state is PeriodState.WORKED else sc.Facts())
            for month, state in ((1, PeriodState.WORKED), (2, PeriodState.ON_LEAVE), (3, PeriodState.WORKED))
        ]
        lines = seen(roll_up(RULE, parts, year=sc.Period.of_year(2026)), lang)
        expected = {
            "vi": ["# Kết quả cả năm", "## Các kỳ được tính", "tháng 1/2026; tháng 3/2026", "## Các kỳ không tính", "Kỳ | Tình trạng", "tháng 2/2026 | nghỉ cả kỳ",
                   "## Những ngày chưa có thông tin", "từ 01/4/2026 đến 31/12/2026"],
            "en": ["# The whole year", "## Parts that count", "month 1/2026; month 3/2026", "## Parts that do not count", "Part | State", "month 2/2026 | on leave",
                   "## Days that nothing was said about", "2026-04-01 to 2026-12-31"],
        }  # fmt: skip
        assert [lines[0], *lines[2:10]] == expected[lang]
        assert lines[1][:3] in {"[?]", "[•]"}


def roster(**more):
    """Two lead units with bounds, three officials, a flagged pair, a closed one, and a pin."""
    return sc.Roster(
        subjects=[sc.Subject(id=one) for one in ("o1", "o2", "o3")],
        lead_units=[sc.LeadUnit(id="front", share=2), sc.LeadUnit(id="women", share=1, min_load=1, max_load=2)],
        bars=[
            sc.Bar(subject_id="o1", lead_unit_id="women", reason=sc.BarReason.KIN, severity=sc.Severity.FLAG),
            sc.Bar(subject_id="o1", lead_unit_id="front", reason=sc.BarReason.OWN_HEAD),
        ],
        pins={"o2": "front"},
        **more,
    )


class TestPlans:
    """Rosters, plans, years."""

    def test_a_roster(self):
        """Counts, lead units with their bounds, closed and flagged pairs, pins, and everybody."""
        shows(
            roster(),
            "vi",
            [
                "# Danh sách và điều kiện phân công",
                "Số đối tượng: 3",
                "Số đơn vị chủ trì giám sát (đầu mối): 2",
                "## Đơn vị chủ trì giám sát (đầu mối)",
                "Đầu mối | Tỷ trọng> | Tối thiểu> | Tối đa>",
                "Mặt trận | 2 | 0 | –",
                "Hội Phụ nữ | 1 | 1 | 2",
                "## Trường hợp không được phân công hoặc phải lưu ý",
                "Đối tượng | Đầu mối | Lý do | Cách xử lý",
                "Người một | Mặt trận | đối tượng là người đứng đầu đầu mối | không được phân công",
                "Người một | Hội Phụ nữ | quan hệ thân thích | được phân công, phải lưu ý",
                "## Phân công đã ấn định",
                "Đối tượng | Đầu mối",
                "Người hai | Mặt trận",
                "## Đối tượng",
                "= Người một",
                "= Người hai",
                "= o3",
            ],
        )

    def test_a_plan(self):
        """That it is proved, the loads against the shares as a picture, what is flagged, and who is with whom."""
        plan = sc.plan_year(roster(), year=2026)
        shows(
            plan,
            "en",
            [
                "# Supervision assignments of 2026",
                "[✓] Every subject has exactly one lead unit; the plan carries the proof that it is optimal on every level.",
                "Subjects: 3",
                "Number of lead units: 2",
                "Subjects of each lead unit",
                "Front: 2, by its share 2; Women: 1, by its share 1.",
                "Front ▌2 / 2 (2)",
                "Women ▌1 / 1 (1)",
                "upright line: the load by share",
                "[Subjects of each lead unit]",
                "Lead unit | Subjects> | Share> | By share> | Minimum> | Maximum>",
                "Front | 2 | 2 | 2 | 0 | –",
                "Women | 1 | 1 | 1 | 1 | 2",
                "## Flagged pairs",
                "Subject | Lead unit | Reason",
                "! First | Women | kinship",
                "## Pinned pairs",
                "Subject | Lead unit",
                "Second | Front",
                "## Assignments by lead unit",
                "### Front (2)",
                "= Second",
                "= o3",
                "### Women (1)",
                "= First",
                "## Result on each level",
                "Level, the most important first | Result",
                "flagged pairs | 1",
                "repeats of last year | none",
                "terms ended early | none",
                "balance of the loads against the shares | as even as can be",
                "rests of earlier years made up for | as good as can be",
                "few lead units that had the subject before | as good as can be",
                "changes against the reference | none",
                "## Rotation policy",
                "Cooling-off (years): 1",
                "Repeats: as few as can be",
                "Objective: the plan of a year",
                "Between equal plans: by the order of ids",
            ],
            roster=roster(),
        )

    @BOTH
    def test_years_that_are_over(self, lang):
        """Who had whom: the same lead unit again is marked, two of one year stand together, and who is not known is listed."""
        record = sc.rotation.Record
        history = sc.History.of_records(
            [record(subject_id="o1", lead_unit_id="front", year=2024), record(subject_id="o1", lead_unit_id="front", year=2025, months=6),
             record(subject_id="o1", lead_unit_id="women", year=2025, months=6), record(subject_id="o2", lead_unit_id="women", year=2024), record(subject_id="o2", lead_unit_id=None, year=2025)]
        )  # fmt: skip
        vi = [
            "# Phân công giám sát các năm 2024–2025", "Số đối tượng: 2", "Đơn vị chủ trì giám sát (đầu mối): Mặt trận, Hội Phụ nữ", "## Phân công đầu mối giám sát theo từng năm",
            "Mỗi hàng là một đối tượng, mỗi cột là một năm; số trong ô là đầu mối theo chú giải.", "Đối tượng | 2024 | 2025", "Người một | 1 | 3!",
            "Người hai | 2 |", "1 = Mặt trận", "2 = Hội Phụ nữ", "3 = Mặt trận + Hội Phụ nữ", "! cùng đầu mối với năm trước", "## Năm mỗi đơn vị đã giám sát từng đối tượng",
            "Đối tượng | Mặt trận | Hội Phụ nữ", "Người một | 2024, 2025 | 2025", "Người hai | – | 2024", "## Chưa rõ do đơn vị nào giám sát",
            "Đối tượng | Năm>", "Người hai | 2025",
        ]  # fmt: skip
        en = [
            "# Who supervised whom from 2024 to 2025", "Subjects: 2", "Lead units: Front, Women", "## Who is supervised by whom, and when",
            "Each row is a subject, each column a year; the number in a field is the lead unit of the legend.", "Subject | 2024 | 2025", "First | 1 | 3!", "Second | 2 |", "1 = Front", "2 = Women",
            "3 = Front + Women", "! the same lead unit as in the year before", "## In which years who met whom", "Subject | Front | Women",
            "First | 2024, 2025 | 2025", "Second | – | 2024", "## Not known by whom", "Subject | Year>", "Second | 2025",
        ]  # fmt: skip
        shows(history, lang, {"vi": vi, "en": en}[lang])

    def test_several_years(self):
        """What is claimed, the grid, loads and levels by year, how the rests add up, and how many lead units each meets."""
        ask = sc.Roster(subjects=[sc.Subject(id=one) for one in ("o1", "o2", "o3")], lead_units=[sc.LeadUnit(id="front", share=2), sc.LeadUnit(id="women")])
        shows(
            sc.plan_horizon(ask, years=range(2026, 2028)),
            "vi",
            [
                "# Luân phiên giám sát giai đoạn 2026–2027",
                "[•] Mỗi năm là phương án tốt nhất có thể khi các năm trước đã định; không khẳng định gì thêm cho cả giai đoạn.",
                "  Mỗi năm tối ưu khi các năm trước đã định; tối ưu chung nhiều năm là bài toán khó.",
                "## Phân công đầu mối giám sát theo từng năm",
                "Mỗi hàng là một đối tượng, mỗi cột là một năm; số trong ô là đầu mối theo chú giải.",
                "Đối tượng | 2026 | 2027",
                "Người một | 1 | 2",
                "Người hai | 1 | 2",
                "o3 | 2 | 1",
                "1 = Mặt trận",
                "2 = Hội Phụ nữ",
                "## Số đối tượng của từng đầu mối theo năm",
                "Đầu mối | 2026> | 2027>",
                "Mặt trận | 2 | 1",
                "Hội Phụ nữ | 1 | 2",
                "## Kết quả theo từng tiêu chí và từng năm",
                "Tiêu chí, theo thứ tự ưu tiên | 2026> | 2027>",
                "phân công phải lưu ý | 0 | 0",
                "giao lại cho đầu mối của năm trước | 0 | 0",
                "đổi đầu mối trước khi hết nhiệm kỳ | 0 | 0",
                "thay đổi so với phương án tham chiếu | 0 | 0",
                "## Cộng dồn qua các năm so với tỷ trọng",
                "Mặt trận: 3, mức theo tỷ trọng 4; Hội Phụ nữ: 3, mức theo tỷ trọng 2.",
                "Mặt trận ▌3 / 4 (3)",
                "Hội Phụ nữ ▌3 / 2 (3)",
                "vạch đứng: mức theo tỷ trọng",
                "[Cộng dồn qua các năm so với tỷ trọng]",
                "Đầu mối | Tổng số lượt đối tượng> | Mức theo tỷ trọng> | Chênh lệch cộng dồn>",
                "Mặt trận | 3 | 4 | −1",
                "Hội Phụ nữ | 3 | 2 | +1",
                "## Số đầu mối giám sát mỗi đối tượng trong cả giai đoạn",
                "Số đầu mối> | Số đối tượng>",
                "2 | 3",
            ],
            roster=ask,
        )


class TestObligations:
    """What was due, done and missed, as bands and in tables."""

    def test_three_months(self):
        """Done, missed and still to come: each with its sign, its days and its place in the picture."""
        duty = sc.Obligation(
            code="talk", label=Label("Đối thoại", "Dialogue"), required=Frequency(times=1, per=TimeUnit.MONTH, counts=Counting.EVENTS), right=Right.DISCUSS, citation=WARD.citation,
        )  # fmt: skip
        report = sc.compliance([duty], [sc.Event(id="e-1", obligation="talk", on=date(2026, 1, 5))], sc.Period.of_quarter(2026, 1), as_of=date(2026, 3, 2))
        shows(
            report,
            "vi",
            [
                "# Nghĩa vụ định kỳ từ 01/01/2026 đến 31/3/2026",
                "[✗] Còn thiếu hoặc quá hạn 1 kỳ theo quy định.",
                "Tính đến ngày: 02/3/2026",
                "Lịch thực hiện",
                "Đối thoại: đã thực hiện 1, còn thiếu 1, đang trong thời hạn 1.",
                "01/01/2026 … 31/3/2026; 2/3: tính đến 02/3/2026",
                "Đối thoại",
                "  0–31/90 ✓ tháng 1/2026: đã thực hiện, 1/1 lần, hạn 31/01/2026",
                "  31/90–59/90 ✗ tháng 2/2026: còn thiếu, 0/1 lần, hạn 28/02/2026",
                "  59/90–1 ○ tháng 3/2026: đang trong thời hạn, 0/1 lần, hạn 31/3/2026",
                "✓ = đã thực hiện",
                "✗ = còn thiếu",
                "○ = đang trong thời hạn",
                "Kết quả",
                "Nghĩa vụ | Kết luận | Đến hạn> | Đã làm> | Còn thiếu> | Hạn tới | Ngày muộn nhất còn kịp thực hiện | Quyền của Nhân dân",
                "Đối thoại | ✗ không đạt | 2 | 1 | 1 | 31/3/2026 | 31/3/2026 | dân bàn",
                "## Việc còn phải làm",
                "Nghĩa vụ | Kỳ | Tình trạng | Đã làm | Hạn cuối | Ngày muộn nhất còn kịp thực hiện",
                "Đối thoại | tháng 3/2026 | • đang trong thời hạn | 0/1 lần | 31/3/2026 | 31/3/2026",
                "## Những kỳ còn thiếu",
                "Nghĩa vụ | Kỳ | Tình trạng | Đã làm | Hạn cuối | Ngày muộn nhất còn kịp thực hiện",
                "Đối thoại | tháng 2/2026 | ✗ còn thiếu | 0/1 lần | 28/02/2026 | –",
                "## Từng nghĩa vụ",
                "### Đối thoại",
                "Kỳ | Theo | Tình trạng | Đã làm | Hạn cuối | Nguồn | Căn cứ",
                "tháng 1/2026 | theo quy định | ✓ đã thực hiện | 1/1 lần | 31/01/2026 | e-1 | [1]",
                "tháng 2/2026 | theo quy định | ✗ còn thiếu | 0/1 lần | 28/02/2026 |  | [1]",
                "tháng 3/2026 | theo quy định | • đang trong thời hạn | 0/1 lần | 31/3/2026 |  | [1]",
                f"[1] {CITED['vi']}",
            ],
        )
